"""What customers sign: sales, acceptances, users' reports, invoices; the supplier is the `holder`, the buyer the `customer`."""

import re

from extractors.kinds.business.parties import BUYERS, NUMBER, SELLERS, SIGNED, SUM, SUM_IN_WAN, side, signed
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import LEAD, ORGANISED, party
from extractors.kinds.fields.texts import text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script


def _sold(script: Script) -> Found:
    """An invoice names buyer and seller under the same words, in this order."""
    named = [m.span("v") for m in INVOICED.finditer(script.text)] if "发票" in script.text else []
    sides = zip(BOTH, named, strict=False) if len(named) == len(BOTH) else ()
    facts = [make_fact(script, name, party, [span]) for name, span in sides]
    return Found((*(fact for fact in facts if fact is not None), *signed(script).facts))


WINNER = rf"(?:中标|成交)通知书(?:[^:]{{0,6}}编号[:;][\dA-Z\-]{{4,30}}?)?(?P<v>(?![\dA-Z-])[一-鿿()]{{4,40}}?(?:{ORGANISED}))[:;]"
"""Whom a notice of award addresses."""

BOTH = ("customer", "holder")
INVOICED = re.compile(r"(?:^|(?<=[\t\n]))名\t?称\t?:\t?(?P<v>[^\t\n]{4,50})", re.MULTILINE)

APPLICATION = Kind(
    type="application_contract",
    titles=(
        rf"{LEAD}(?:技术(?:开发|服务|咨询|转让)|软件(?:开发|销售|采购|许可|服务)|销售|采购|购销|买卖|建设|集成|实施|开发|服务|定制|总承包|改造|运维|委托)[^,。;:]{{0,8}}?(?:合同书?|协议书?)(?:\(.{{1,12}}\))?",
        rf"{LEAD}(?:竣工|初步|最终|终|项目|系统|工程|软件|平台)?验收(?:报告|单|证书|意见书?|证明|确认单)",
        rf"{LEAD}(?:用户(?:使用|应用|评价)?|客户(?:使用|应用)?|应用|使用)(?:报告|证明|意见|情况证明)",
        r"(?:中标|成交)通知书",
        r"(?:[^,。;:]{0,8}增值税(?:电子)?(?:专用|普通)发票|电子发票\((?:增值税专用|普通)发票\))",
    ),
    fields=(
        NUMBER,
        FieldSpec(
            "title",
            titled,
            ("项目名称", "合同名称", "系统名称", "产品名称", "软件名称", "工程名称"),
            wraps=True,
            flows=(r"[“\"](?P<v>[^”\"]{3,40})[”\"](?:项目|系统|工程)?的?(?:竣工|终|初步?)?验收", r"(?:[:。]|^)(?P<v>[^,。:;()]{4,50}?(?:项目|工程|采购|系统|平台))\((?:招标|采购|项目)编号",),
        ),
        side("customer", BUYERS, "甲"),
        side("holder", SELLERS, "乙"),
        FieldSpec("holder", party, flows=(WINNER,)),
        SUM,
        SUM_IN_WAN,
        SIGNED,
        FieldSpec(
            "conclusion", text_of, ("验收结论", "验收结果"), flows=(r"(?P<v>验收合格|通过验收|验收通过)(?!后|之|方|的,|证)",)
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
    needs=(r"税率|甲方|委托方|买方|需方|客户|用户|购买方|采购人|发包人|建设单位|应用单位|使用单位",),
    read=_sold,
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
