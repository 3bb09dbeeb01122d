"""Patents: three certificates in both layouts, front pages, office notices (dossier C.2)."""

import re

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.cells import Flow
from extractors.kinds.fields.facts import in_flow, make_fact
from extractors.kinds.fields.parsing import dated, numbered, one_of, organisations, text_of, titled
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.kind import FieldSpec, Found, Kind, Parse, Reading
from extractors.layout import Script, plain
from registries.values.identifiers import PatentNumber, PublicationNumber


def _certificate_number(text: str) -> Reading | None:
    digits = re.sub(r"\D", "", plain(text))
    return Reading(digits) if 4 <= len(digits) <= 10 else None


NUMBER = FieldSpec(
    "number", numbered(PatentNumber), ("专利号",), required=True, flows=(r"(?P<v>ZL(?:19|20)\d{10}\.?[\dXx])(?!\d)",)
)
PUBLICATION = FieldSpec("publication_no", numbered(PublicationNumber), ("授权公告号", "公告号"))
FILED = FieldSpec("filing_date", dated, ("专利申请日", "申请日"))
GRANTED = FieldSpec("grant_date", dated, ("授权公告日", "公告日"))
HOLDER = FieldSpec("holder", organisations, ("专利权人",), wraps=True, required=True)
AT_FILING = FieldSpec("applicant_at_filing", organisations, ("申请日时申请人",), wraps=True)
INVENTORS = FieldSpec(
    "inventors", organisations, ("发明人", "设计人", "申请日时发明人", "申请日时设计人"), wraps=True
)
ADDRESS = FieldSpec("address", text_of, ("地址",), wraps=True)
CERTIFICATE = FieldSpec(
    "certificate_no", _certificate_number, ("证书号",), flows=(r"证书号第?(?P<v>\d{4,10})号?",)
)


def _fields(*labels: str) -> tuple[FieldSpec, ...]:
    title = FieldSpec("title", titled, labels, wraps=True, required=True)
    return (title, NUMBER, HOLDER, AT_FILING, PUBLICATION, FILED, GRANTED, INVENTORS, ADDRESS, CERTIFICATE)


def _certificate(type_: str, word: str, labels: tuple[str, ...]) -> Kind:
    return Kind(
        type=type_,
        titles=(f"{word}专利证书",),
        marks=(*labels, "专利号", "专利权人", "授权公告", "专利申请日", "专利登记簿"),
        enough=4,
        refuse=("受理通知书", "申请公布号", "缴费通知"),
        fields=_fields(*labels),
        pages=3,
        follows=("其他事项", "第2页", "第3页", "专利登记簿"),
        source="dossier C.2.3: layouts to 2023 (two pages) and from 2024 (one page)",
    )


INVENTION = _certificate("invention_patent_certificate", "发明", ("发明名称",))
UTILITY = _certificate("utility_model_certificate", "实用新型", ("实用新型名称",))
DESIGN = _certificate("design_patent_certificate", "外观设计", ("外观设计名称",))

INID = r"[(\[]{}[)\]]"


def _front_page(script: Script) -> Found:
    """The INID codes of WIPO ST.9 tell each field apart from its neighbours."""
    flow = Flow(script, _second_column(script))
    specs = (
        FieldSpec("number", numbered(PatentNumber), flows=(INID.format(21) + r"申请号(?P<v>[\dXx.]{9,16})",)),
        FieldSpec(
            "publication_no",
            numbered(PublicationNumber),
            flows=(INID.format(10) + r"(?:申请公布号|授权公告号)(?P<v>CN\d{7,9}[A-Z]\d?)",),
        ),
        FieldSpec("filing_date", dated, flows=(INID.format(22) + r"申请日(?P<v>[\d.年月日-]{8,11})",)),
        FieldSpec("publication_date", dated, flows=(INID.format(43) + r"申请公布日(?P<v>[\d.年月日-]{8,11})",)),
        FieldSpec("grant_date", dated, flows=(INID.format(45) + r"授权公告日(?P<v>[\d.年月日-]{8,11})",)),
        FieldSpec(
            "holder", organisations, flows=(rf"{INID.format('7[13]')}(?:申请人|专利权人)(?P<v>.+?)(?={INID.format('?7[1-5]')}|地址|[(\[]\d\d[)\]])",)
        ),
        FieldSpec("title", titled, flows=(INID.format(54) + r"(?:发明|实用新型|外观设计|使用外观设计的产品)?名称(?P<v>.+?)(?=[(\[]\d\d[)\]]|$)",)),
        FieldSpec(
            "document_kind",
            one_of("发明专利申请", "发明专利", "实用新型专利", "外观设计专利"),
            flows=(INID.format(12) + r"(?P<v>发明专利申请|发明专利|实用新型专利|外观设计专利)",),
        ),
        FieldSpec("ipc", text_of, flows=(INID.format(51) + r"Int\.?C[lI1]\.?(?P<v>[A-H]\d\d[A-Z]\d+/\d+)",)),
    )
    facts = (in_flow(script, flow, spec) for spec in specs)
    return Found(tuple(f for f in facts if f is not None))


def _second_column(script: Script) -> float | None:
    """Where the right column begins: front pages put (54) and (57) beside (21) to (73)."""
    lefts = []
    for match in re.finditer(r"(?<=\t)[(\[](?:54|57)[)\]]|^[(\[]57[)\]]", script.text, re.MULTILINE):
        x = script.glyphs(match.start(), match.end())[0].box.x0
        lefts.append(x)
    left = script.rows[0].box.x0 if script.rows else 0.0
    right = [x for x in lefts if x > left + 120]
    return min(right) - 6 if right else None


FRONT_PAGE = Kind(
    type="patent_gazette_page",
    titles=(r"[(\[]12[)\]](?:发明专利申请|发明专利|实用新型专利|外观设计专利)",),
    marks=("(21)申请号", "(22)申请日", "(54)发明名称", "(71)申请人", "(73)专利权人", "申请公布号"),
    enough=3,
    read=_front_page,
    rank=3,
    title_rows=8,
    pages=60,
    follows=("权利要求书", "说明书", "说明书附图", "说明书摘要"),
    source="WIPO ST.9 codes; ZC 0006—2003; dossier C.2.4",
)

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


NOTICE = Kind(
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
        FieldSpec("filing_date", dated, ("申请日", "专利申请日")),
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

STATUS = {
    "专利权维持": "有效", "专利权有效": "有效", "授权": "有效", "维持": "有效", "有效": "有效", "专利权终止": "失效", "终止": "失效", "失效": "失效",
    "未缴年费": "未缴年费", "等年费滞纳金": "未缴年费", "专利权恢复": "有效", "无效": "失效", "质押": "有效", "实质审查": "审中", "审中": "审中", "驳回": "失效",
}  # fmt: skip


def _status(text: str) -> Reading | None:
    """In force or not, in the words of the patents registry; «失效» hides in no «有效»."""
    bare = plain(text)
    found = next((word for word in ("未缴年费", "终止", "失效", "无效", "驳回", "实质审查", "审中") if word in bare), None)
    found = found or next((word for word in STATUS if word in bare), None)
    return Reading(STATUS[found]) if found else None


def _annuity(text: str) -> Reading | None:
    match = re.search(r"\d{1,2}", plain(text))
    return Reading(int(match[0])) if match and 1 <= int(match[0]) <= 20 else None


PAID = FieldSpec("paid", _annuity, ("缴费年度", "年费年度", "已缴年费年度", "已缴年度", "缴纳年度", "年度"),
                 flows=(r"第(?P<v>\d{1,2})(?:年度?|个年度)(?:的)?年?费", r"年费第?(?P<v>\d{1,2})年", r"缴(?:纳|至)?第(?P<v>\d{1,2})年"))  # fmt: skip


def _register(script: Script) -> Found:
    """Every patent that a receipt or a status list names, each in a row of its own."""
    rows = []
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        match = re.search(r"(?:ZL)?\t?(?P<v>(?:19|20)\d{2}\t?[12389]\t?\d{7}\.?[\dXx])(?!\d)", script.text[start:end])
        if match is None:
            continue
        facts = [
            make_fact(script, "number", numbered(PatentNumber), [(start + match.start("v"), start + match.end("v"))]),
            _beside(script, start, end, "paid", _annuity, r"第(?P<v>\d{1,2})年|\t(?P<w>\d{1,2})(?=\t|$)"),
            _beside(script, start, end, "status", _status, r"(?P<v>专利权(?:有效|维持|终止)|有效|失效|未缴年费|维持|终止)"),
        ]
        rows.append(Row(tuple(f for f in facts if f is not None)))
    date = last_date(script, "date")
    return Found((date,) if date is not None else (), tuple(rows) if len(rows) > 1 else ())


def _beside(script: Script, start: int, end: int, name: str, parse: Parse, pattern: str) -> Fact | None:
    match = re.search(pattern, script.text[start:end])
    if match is None:
        return None
    group = "v" if match["v"] else "w"
    return make_fact(script, name, parse, [(start + match.start(group), start + match.end(group))])


REGISTER = Kind(
    type="patent_register_copy",
    titles=(
        "专利登记簿副本",
        "(?:中国)?(?:及多国)?专利(?:审查信息|法律状态)?(?:法律状态|审查信息)(?:证明|查询(?:结果)?|信息|检索结果)?",
        "(?:专利)?法律状态(?:证明|查询(?:结果)?|信息)?",
        "[^,。:]{0,10}年费[^,。:]{0,8}(?:收据|发票|缴费凭证|缴纳(?:凭证|证明|情况)|缴费(?:记录|证明))",
        "(?:国家知识产权局)?(?:专利局)?(?:专利)?(?:收费|费用)(?:票据|收据)",
        "(?:著录项目变更|恢复权利)?手续合格通知书",
        "(?:专利)?缴费信息(?:查询)?",
    ),
    needs=("专利号|申请号|ZL20",),
    refuse=("软件著作权", "天眼查", "企查查", "爱企查", "受理通知书"),
    fields=(
        FieldSpec("number", numbered(PatentNumber), ("专利号", "专利申请号", "申请号/专利号", "申请号或专利号", "专利号/申请号", "申请号"),
                  flows=(r"(?:ZL)(?P<v>(?:19|20)\d{10}\.?[\dXx])", r"(?P<v>20\d{2}[12389]\d{7}\.[\dXx])"), required=True),
        FieldSpec("status", _status, ("法律状态", "专利法律状态", "专利权状态", "案件状态", "当前法律状态", "专利状态", "状态"), wraps=True,
                  flows=(r"(?P<v>专利权(?:有效|维持|终止))",)),
        PAID,
        FieldSpec("title", titled, ("发明名称", "实用新型名称", "外观设计名称", "发明创造名称", "专利名称", "名称"), wraps=True),
        FieldSpec("holder", organisations, ("专利权人", "申请人或专利权人", "申请人/专利权人", "变更后专利权人", "缴款人", "交款人", "申请人"), wraps=True),
        FieldSpec("licensee", organisations, ("被许可人", "被许可方"), wraps=True),
        FieldSpec("filing_date", dated, ("申请日", "专利申请日")),
        FieldSpec("grant_date", dated, ("授权公告日", "公告日", "授权日")),
        FieldSpec("date", dated, ("出具日期", "缴费日期", "查询日期", "开票日期", "收费日期", "发文日", "发文日期")),
    ),
    read=_register,
    rank=2,
    pages=6,
    follows=("专利登记簿", "法律状态", "缴费", "变更事项"),
    source="dossier C.2.5, C.20 patent_register_copy",
)  # fmt: skip

KINDS = (FRONT_PAGE, REGISTER, NOTICE, INVENTION, UTILITY, DESIGN)
