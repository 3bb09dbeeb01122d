"""Letters of the patent office about an application (dossier C.20 patent_notice)."""

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.fields.texts import organisations, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import PatentNumber

NOTICES = {
    "受理": "受理",
    "实质审查": "实质审查",
    "初步审查合格": "初步审查合格",
    "公布通知": "公布",
    "登记手续": "办理登记手续",
    "授予": "授予专利权",
    "审查意见": "审查意见",
    "缴费": "缴费",
    "终止": "专利权终止",
    "驳回": "驳回",
    "视为撤回": "视为撤回",
    "补正": "补正",
}
"""What an office letter is about, by the words of its title."""


def _about(text: str) -> Reading | None:
    bare = plain(text)
    return next((Reading(about) for word, about in NOTICES.items() if word in bare), None)


def _letter(script: Script) -> Found:
    """Which letter it is, from its title."""
    facts = (matched(script, "notice", _about, r"(?P<v>[^\n。]{2,24}(?:通知书|决定书?))"), last_date(script, "date"))
    return Found(tuple(f for f in facts if f is not None))


LETTER = Kind(
    type="patent_notice",
    titles=(
        "(?:专利申请)?受理通知书",
        "(?:发明专利申请)?(?:公布及)?进入实质审查(?:阶段|程序)?(?:的)?通知书",
        "发明专利申请(?:初步审查合格|公布)(?:及进入实质审查阶段)?通知书",
        "(?:办理登记手续|授予(?:发明|实用新型|外观设计)?专利权)(?:的)?通知书?",
        "授予(?:发明|实用新型|外观设计)?专利权(?:及办理登记手续)?的?通知书?",
        "(?:第[一二三]次)?(?:审查意见|补正)通知书",
        "(?:年费|专利)?缴费通知书",
        "专利权终止通知书|视为撤回通知书|驳回决定",
    ),
    refuse=("软件著作权",),
    fields=(
        FieldSpec(
            "number",
            numbered(PatentNumber),
            ("申请号", "申请号或专利号", "专利申请号", "申请号/专利号", "专利号"),
            flows=(r"申请号(?:或专利号)?[:;]?(?:ZL)?(?P<v>20\d{10}\.?[\dXx])",),
            required=True,
        ),
        FieldSpec("filing_date", dated, ("申请日", "专利申请日"), flows=(r"申请日[为是](?P<v>20\d\d年\d{1,2}月\d{1,2}日)",)),
        FieldSpec("holder", organisations, ("申请人", "申请人或专利权人", "专利权人", "申请人/专利权人", "专利申请人"), wraps=True),
        FieldSpec("title", titled, ("发明创造名称", "发明名称", "实用新型名称", "专利名称", "名称"), wraps=True),
        FieldSpec("date", dated, ("发文日", "发文日期")),
    ),
    read=_letter,
    rank=2,
    pages=3,
    follows=("国家知识产权局", "文件核实情况", "已缴纳", "申请费"),
    source="dossier C.20 patent_notice",
)
