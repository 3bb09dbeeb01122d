"""Contracts and bills of cloud services: the applicant is the buyer (`holder`).

A console picture without the account's name proves nothing about anybody: see `own_words`.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.business.parties import BUYERS, NUMBER, SELLERS, SIGNED, SUM, SUM_IN_WAN, side, signed
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import LEAD, amount, amount_in_wan, period, words
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.tables.companies import text_in
from extractors.kinds.tables.pieces import piece, pieces
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

PAID = (r"实付(?:金额|总额|款)?|实际(?:支付|付款)(?:金额)?|现金支付(?:金额)?", r"应付(?:金额|总额|款)?|应收(?:金额)?|(?:折后|优惠后)(?:金额|总?价)?")
"""Heads of a bill's columns: what was paid, before what was to be paid."""

TOTALS = re.compile(r"(?:合计|总计|账单总额|共计)(?:金额)?(?:\([^)]{1,6}\))?")


def _bill(script: Script) -> Found:
    """The total of a bill that is a table: what stands in its last line under what was paid."""
    found = signed(script)
    total = _total(script)
    return Found((*found.facts, *((total,) if total is not None else ())))


def _total(script: Script) -> Fact | None:
    sums = [n for n in range(len(script.rows)) if (row := pieces(script, n)) and TOTALS.fullmatch(text_in(script, [row[0]]))]
    if not sums:
        return None
    start, end = script.row_span(sums[-1])
    found = (m.span() for m in FIGURE.finditer(script.text[start:end]))  # a reader may join the figures of several columns
    figures = [piece(script, start + a, start + b) for a, b in found]
    for pattern in PAID:
        for number in range(sums[-1]):
            row = pieces(script, number)
            head = next((p for p in row if len(row) > 2 and re.fullmatch(rf"(?:{pattern})(?:\((?:万?元)\))?", text_in(script, [p]))), None)
            if head is not None and figures:
                under = min(figures, key=lambda p: min(abs(p.box.x0 - head.box.x0), abs(p.box.x1 - head.box.x1), abs(p.box.x0 + p.box.x1 - head.box.x0 - head.box.x1) / 2))
                return make_fact(script, "amount", amount_in_wan if "万元" in text_in(script, [head]) else amount, [(under.start, under.end)])
    return None


FIGURE = re.compile(r"(?:-?[¥￥]|-)?\d[\d,]*(?:\.\d{1,6})?元?")

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
            flows=(
                r"(?:提供|采购|购买|租用|使用)(?P<v>[^。]{0,80}?(?:云|容器|对象存储)[^。]{0,60})。",
                r"(?:提供|采购|购买|租用|使用)(?P<v>[^。]{0,80}?(?:云|容器|对象存储)[^。]{0,80}?)(?=[一二三四五六]、|服务期限|合同金额)",
            ),
        ),
        SUM,
        SUM_IN_WAN,
        SIGNED,
    ),
    refuse=("的公示", "名单的通知", "等级保护备案"),
    read=_bill,
    rank=1,
    pages=20,
    reprints=True,
    follows=("甲方", "乙方", "服务内容", "违约责任", "争议解决", "合计"),
    title_rows=8,
    source="dossier C.20 cloud_contract",
)
