"""Contracts and bills of cloud services: the applicant is the buyer (`holder`).

A console picture without the account's name proves nothing about anybody: see `own_words`.
"""

from extractors.kinds.business.parties import BUYERS, NUMBER, SELLERS, SIGNED, SUM, SUM_IN_WAN, side, signed
from extractors.kinds.fields.phrases import LEAD, period, words
from extractors.kinds.kind import FieldSpec, Kind

CLOUD_ITEMS = (
    "云服务器",
    "弹性云主机",
    "云主机",
    "裸金属",
    "云硬盘",
    "云存储",
    "对象存储",
    "云数据库",
    "云安全",
    "云防火墙",
    "Web应用防火墙",
    "堡垒机",
    "负载均衡",
    "容器服务",
    "容器",
    "专有云",
    "混合云",
    "专线",
    "内容分发",
    "弹性公网IP",
)

CLOUD = Kind(
    type="cloud_contract",
    titles=(
        rf"{LEAD}(?:云|ECS|OSS|RDS|IDC)[^,。;:]{{0,14}}?(?:服务|采购|租用|租赁|使用|购买|资源|产品|主机|平台)[^,。;:]{{0,4}}?(?:合同书?|协议书?|订单|服务协议)(?:\(.{{1,12}}\))?",
        r"[^,。;:]{0,12}云[^,。;:]{0,12}(?:账单|消费明细|费用明细|费用账单|资源清单|消费汇总)",
    ),
    fields=(
        NUMBER,
        side(
            "holder",
            (*BUYERS, "账户名称", "账号名称", "账户主体", "账号主体", "客户", "主账号名称", "实名认证主体"),
            "甲",
        ),
        side("vendor", (*SELLERS, "服务商", "云服务商", "服务提供方", "服务提供商", "出账单位"), "乙"),
        FieldSpec(
            "period",
            period,
            (
                "服务期限",
                "合同期限",
                "服务周期",
                "账期",
                "账单周期",
                "合同有效期",
                "服务期",
                "租用期限",
                "计费周期",
                "服务时间",
                "有效期",
            ),
            wraps=True,
            flows=(
                r"(?:服务期限?|合同(?:有效)?期限?|账期)[^\d。]{0,16}(?P<v>20\d\d年\d{1,2}月\d{1,2}日(?:起)?(?:至|-|—|~)20\d\d年\d{1,2}月\d{1,2}日)",
            ),
        ),
        FieldSpec(
            "items",
            words(*CLOUD_ITEMS),
            ("服务内容", "服务项目", "产品名称", "采购内容", "服务清单", "产品"),
            wraps=True,
            flows=(r"(?:提供|采购|购买|租用|使用)(?P<v>[^。]{0,80}?(?:云|容器|对象存储)[^。]{0,60})。",),
        ),
        SUM,
        SUM_IN_WAN,
        SIGNED,
    ),
    refuse=("的公示", "名单的通知", "等级保护备案"),
    read=signed,
    rank=1,
    pages=20,
    reprints=True,
    follows=("甲方", "乙方", "服务内容", "违约责任", "争议解决", "合计"),
    title_rows=8,
    source="dossier C.20 cloud_contract",
)
