"""Contracts and what comes of them: cloud services, bills, sales, acceptances, users' reports, invoices.

甲方 buys. Of a cloud contract the applicant is the buyer (`holder`), of an application contract it is
the supplier (`holder`) and the buyer is the `customer`. A console picture without the account's name
proves nothing about anybody: see `hearsay`.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.parsing import dated, text_of, titled
from extractors.kinds.fields.phrases import LEAD, ORGANISED, amount, amount_in_wan, party, period, words
from extractors.kinds.fields.standing import last_date
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script

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

NUMBER = FieldSpec(
    "number",
    text_of,
    (
        "合同编号",
        "合同号",
        "协议编号",
        "订单编号",
        "订单号",
        "账单编号",
        "账单号",
        "报告编号",
        "发票号码",
        "编号",
    ),
)
SIGNED = FieldSpec(
    "date",
    dated,
    (
        "合同签订日期",
        "签订日期",
        "签约日期",
        "签署日期",
        "签订时间",
        "签约时间",
        "验收日期",
        "验收时间",
        "开票日期",
        "出账日期",
        "账单日期",
        "生效日期",
    ),
    flows=(r"于(?P<v>20\d\d年\d{1,2}月\d{1,2}日)(?:在[^,。]{2,12})?签[订署]",),
)
SUM = FieldSpec(
    "amount",
    amount,
    (
        "合同总金额",
        "合同金额",
        "合同总价",
        "合同价款",
        "合同总价款",
        "合同价格",
        "总价",
        "总金额",
        "价税合计",
        "应付金额",
        "消费总额",
        "合计金额",
        "费用总计",
        "账单金额",
        "合同额",
        "价税合计(大写)",
    ),
    wraps=True,
    flows=(
        r"(?:合同总?(?:金额|价款|价)|总价|总金额|服务费(?:用)?(?:总计|合计)?|价税合计)[^\d。;]{0,40}(?P<v>[\d,]+(?:\.\d+)?(?:万元|元|亿元))",
        r"(?:小写)\)?:?[¥￥]?(?P<v>[\d,]+\.\d\d)",
    ),
)
SUM_IN_WAN = FieldSpec(
    "amount", amount_in_wan, ("合同金额(万元)", "合同总金额(万元)", "合同额(万元)", "金额(万元)")
)


BUYERS = (
    "甲方",
    "委托方",
    "委托人",
    "买方",
    "需方",
    "采购人",
    "采购方",
    "发包人",
    "发包方",
    "建设单位",
    "用户单位",
    "应用单位",
    "使用单位",
    "客户名称",
    "购买方名称",
    "购买方",
    "客户单位",
    "定作方",
    "服务对象",
    "用户名称",
)
SELLERS = (
    "乙方",
    "受托方",
    "受托人",
    "卖方",
    "供方",
    "供应商",
    "承包人",
    "承建单位",
    "承建方",
    "开发单位",
    "实施单位",
    "销售方名称",
    "销售方",
    "服务方",
    "供货单位",
    "承接方",
    "研发单位",
)


def _side(name: str, labels: tuple[str, ...], letter: str) -> FieldSpec:
    return FieldSpec(
        name,
        party,
        labels,
        wraps=True,
        flows=(rf"{letter}方?(?:\([^)]{{1,10}}\))?[:;](?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))",),
    )


def _signed(script: Script) -> Found:
    """A paper that does not label its day is signed on the last one that it prints."""
    date = last_date(script, "date")
    labelled_day = re.search(
        r"(?:签[订约署](?:日期|时间)|验收(?:日期|时间)|开票日期|出账日期|账单日期)\t*:", script.text
    )
    facts: tuple[Fact, ...] = (date,) if date is not None and not labelled_day else ()
    return Found(facts)


CLOUD = Kind(
    type="cloud_contract",
    titles=(
        rf"{LEAD}(?:云|ECS|OSS|RDS|IDC)[^,。;:]{{0,14}}?(?:服务|采购|租用|租赁|使用|购买|资源|产品|主机|平台)[^,。;:]{{0,4}}?(?:合同书?|协议书?|订单|服务协议)(?:\(.{{1,12}}\))?",
        r"[^,。;:]{0,12}云[^,。;:]{0,12}(?:账单|消费明细|费用明细|费用账单|资源清单|消费汇总)",
    ),
    fields=(
        NUMBER,
        _side(
            "holder",
            (*BUYERS, "账户名称", "账号名称", "账户主体", "客户", "主账号名称", "实名认证主体"),
            "甲",
        ),
        _side("vendor", (*SELLERS, "服务商", "云服务商", "服务提供方", "服务提供商", "出账单位"), "乙"),
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
    read=_signed,
    rank=1,
    pages=20,
    reprints=True,
    follows=("甲方", "乙方", "服务内容", "违约责任", "争议解决", "合计"),
    title_rows=8,
    source="dossier C.20 cloud_contract",
)

APPLICATION = Kind(
    type="application_contract",
    titles=(
        rf"{LEAD}(?:技术(?:开发|服务|咨询|转让)|软件(?:开发|销售|采购|许可|服务)|销售|采购|购销|买卖|建设|集成|实施|开发|服务|定制|总承包|改造|运维|委托)[^,。;:]{{0,8}}?(?:合同书?|协议书?)(?:\(.{{1,12}}\))?",
        rf"{LEAD}(?:竣工|初步|最终|终|项目|系统|工程|软件|平台)?验收(?:报告|单|证书|意见书?|证明|确认单)",
        rf"{LEAD}(?:用户(?:使用|应用|评价)?|客户(?:使用|应用)?|应用|使用)(?:报告|证明|意见|情况证明)",
        r"(?:[^,。;:]{0,8}增值税(?:电子)?(?:专用|普通)发票|电子发票\((?:增值税专用|普通)发票\))",
    ),
    fields=(
        NUMBER,
        FieldSpec(
            "title",
            titled,
            ("项目名称", "合同名称", "系统名称", "产品名称", "软件名称", "工程名称"),
            wraps=True,
        ),
        _side("customer", BUYERS, "甲"),
        _side("holder", SELLERS, "乙"),
        SUM,
        SUM_IN_WAN,
        SIGNED,
        FieldSpec(
            "conclusion", text_of, ("验收结论", "验收结果"), flows=(r"(?P<v>验收合格|通过验收|验收通过)",)
        ),
    ),
    refuse=(
        "科技计划",
        "重点研发",
        "重大专项",
        "劳动合同",
        "租赁合同",
        "的公示",
        "名单的通知",
        "著作权",
        "审计报告",
        "测评报告",
    ),
    needs=(r"甲方|委托方|买方|需方|客户|用户|购买方|采购人|发包人|建设单位|应用单位|使用单位",),
    read=_signed,
    pages=40,
    reprints=True,
    follows=(
        "甲方",
        "乙方",
        "违约责任",
        "争议解决",
        "验收意见",
        "验收结论",
        "合同附件",
        "知识产权归属",
        "付款",
    ),
    title_rows=8,
    source="dossier C.18, C.20 application_contract",
)

KINDS = (CLOUD, APPLICATION)
