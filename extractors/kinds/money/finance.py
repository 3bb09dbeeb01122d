"""Audit reports: of their dozens of pages the 利润表 alone states what the form claims.

The form speaks of one company: its own statement gives the facts, and where a group prints a
consolidated one as well, that one's amounts stand beside them as `consolidated_…`.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated, year
from extractors.kinds.fields.facts import fact_of, in_flow, make_fact
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.standing import DATE_ROW, signed_by
from extractors.kinds.fields.texts import one_organisation, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.money.halves import unfolded
from extractors.kinds.money.statement_amounts import amounts
from extractors.kinds.money.statements import OTHER, Statement, statements
from extractors.kinds.tables.amounts import row_text
from extractors.layout import Script
from extractors.plain import plain

NUMBER = (
    r"(?!审计报告)[一-鿿]{1,8}?(?:(?:专|财|报|内)?审(?:字|报字|计字)?|师报字|会报字|专字|报字)"
    r"[〔\[【(（][12]\d{3}[〕\]】)）]第?[\dA-Z\-]{1,16}号|(?!审计报告)[一-鿿]{2,8}[〔\[【(（][12]\d{3}[〕\]】)）](?:审|专|会)字?第?[\dA-Z\-]{1,16}号|XYZH/20\d\d[A-Z0-9]{6,14}"
)
FORM = r"(?:\((?:特殊普通合伙|普通合伙|有限合伙)\)|有限(?:责任)?公司)"
FIRM = rf"[一-鿿]{{2,12}}会计师事务所{FORM}?"
SIGNING = rf"[一-鿿]{{2,12}}(?:会计|税务)师事务所{FORM}"
"""A firm's whole name, legal form and all."""


def _opinion(text: str) -> Reading | None:
    words = plain(text)
    named = re.search(r"(?<!标准的)(?<!标准)保留意见|否定意见|无法表示意见", words)
    return Reading(named[0] if named and "无保留" not in words else "无保留意见")


SPECS = (
    FieldSpec(
        "holder",
        one_organisation,
        flows=(
            r"我们审计了(?:后附的)?(?P<v>[^,。(:]{2,40}?(?:\([^)]{2,6}\)[^,。(:]{2,30}?)?(?:公司|院|所|中心|集团))(?=\(以下|的?财务报表|\d{4}年)",
            r"(?:^|号)(?P<v>[^,。:;号]{4,50}?公司)(?:全体股东|董事会|股东)[:;]",
            r"编制单位[:;](?P<v>[^,。:;]{4,50}?公司)",
        ),
    ),
    FieldSpec("number", text_of, flows=(rf"(?:^|报告|书|文号[:;]|编号[:;]|公司)(?P<v>{NUMBER})",)),
    FieldSpec(
        "year",
        year,
        flows=(
            r"(?P<v>20\d\d)年度的?(?:合并及母公司|合并及公司|合并|母公司)?利润表",
            r"(?P<v>20\d\d)年12月31日的?(?:合并及母公司|合并及公司|合并|母公司)?资产负债表",
            r"(?:利润|损益)表\(?(?:编制单位[^0-9]{0,40})?(?P<v>20\d\d)年度?",
            r"(?P<v>20\d\d)年度?(?:利润|损益)表",
            r"(?P<v>20\d\d)年度(?:审计报告|财务报表)",
        ),
    ),
    FieldSpec(
        "opinion",
        _opinion,
        flows=(
            r"[一二三]、(?P<v>保留意见|否定意见|无法表示意见)(?!的基础)",
            r"(?P<v>(?:标准的?)?无保留意见)",
            r"(?P<v>在所有重大方面.{0,30}?公允反映)",
        ),
    ),
)
ISSUER = FieldSpec("issuer", text_of, flows=(rf"(?:^|报告|号|[。:;,])(?P<v>{FIRM})", rf"(?P<v>{FIRM})"))


def _audit(script: Script) -> Found:
    script = unfolded(script, OTHER)
    flow = Flow(script)
    found = statements(script)
    facts: list[Fact | None] = [in_flow(script, flow, spec) for spec in SPECS]
    # A cell that is nothing but the firm's name says it best: in running text a seal's words may stand before it.
    facts.append(signed_by(script, SIGNING) or in_flow(script, flow, ISSUER))
    facts.append(_signed(script, min((s.title for s in found), default=len(script.rows))))
    flags: tuple[str, ...] = ()
    chosen = _chosen(found)
    if chosen is not None:
        facts += [_titled(script, chosen), *amounts(script, chosen)]
        facts += _of_group(script, found, chosen)
        flags = ("CONSOLIDATED",) if chosen.consolidated else ()
        if chosen.year is not None and not any(f and f.name == "year" for f in facts):
            facts.append(_year(script, chosen))
    if "审计" not in script.text.replace("\t", ""):
        flags = (*flags, "STATEMENT_ONLY")
    return Found(tuple(f for f in facts if f is not None), flags=flags)


def _chosen(found: list[Statement]) -> Statement | None:
    """The company's own statement before the consolidated one: the form speaks of one company."""
    own = [s for s in found if s.consolidated is not True]
    return next(iter(own or found), None)


def _of_group(script: Script, found: list[Statement], chosen: Statement) -> list[Fact]:
    group = next((s for s in found if s.consolidated is True and s is not chosen), None)
    return amounts(script, group, "consolidated_") if group is not None else []


def _titled(script: Script, statement: Statement) -> Fact | None:
    """Which statement the amounts are from: 利润表, 合并利润表, 母公司利润表."""
    span = script.row_span(statement.title)
    match = re.match(r"(?:合并及母公司|合并及公司|合并|母公司|公司)?利润(?:及利润分配)?表", row_text(script, statement.title))
    title = match[0] if match else "利润表"
    if "及" in title:
        title = "合并利润表" if statement.consolidated else "母公司利润表"
    return fact_of(script, "statement", Reading(title), script.raw[slice(*span)], [span])


def _signed(script: Script, before: int) -> Fact | None:
    """The day of the report: the date that stands alone near the accountants' signatures."""
    last = min(before, len(script.rows)) - 1
    for number in range(last, -1, -1):
        if "注册会计师" in row_text(script, number):
            for near in range(min(number + 8, last), max(number - 4, 0) - 1, -1):
                same = script.rows[near].page == script.rows[number].page
                fact = _lone_date(script, near) if same else None
                if fact is not None:
                    return fact
    return None


def _lone_date(script: Script, number: int) -> Fact | None:
    start, end = script.row_span(number)
    for match in re.finditer(r"[^\t]+", script.text[start:end]):
        text = re.sub(r"^(?:中国|[一-鿿]{2}市?)?[·.]?[一-鿿]{2}(?=二|20)", "", match[0])
        if DATE_ROW.fullmatch(text):
            return make_fact(script, "date", dated, [(start + match.end() - len(text), start + match.end())])
    return None


def _year(script: Script, statement: Statement) -> Fact | None:
    """The year in the head of the statement, where no sentence names it."""
    for number in range(statement.title, statement.first):
        start, end = script.row_span(number)
        match = re.search(r"20\d\d(?=年)", script.text[start:end])
        if match and int(match[0]) == statement.year:
            span = (start + match.start(), start + match.end())
            return fact_of(script, "year", Reading(int(match[0])), match[0], [span])
    return None


ACCOUNTING = (
    "会计", "准则", "账面", "余额", "资产", "负债", "合并", "核算", "计量", "减值", "摊销", "折旧", "准备", "期末",
    "期初", "本公司", "财务报表", "公允价值", "关联方", "所得税", "应收", "应付", "存货", "借款", "坏账", "股东",
    "所有者", "利润", "收益", "现金", "子公司", "报告期", "法定代表人", "审计", "错报", "舞弊",
)
"""Words of the notes: a page that uses several of them belongs to the report before it."""

PRINTED = re.compile(r"\d{1,3}(?:,\d{3})+\.\d\d")


def _notes(script: Script) -> bool:
    """Whether a page without a title of its own is of an audit report: its words, or amounts in plenty."""
    text = re.sub(r"[\t\n]", "", script.text)
    return sum(word in text for word in ACCOUNTING) >= 4 or len(PRINTED.findall(text)) >= 5


AUDIT = Kind(
    type="audit_report",
    titles=(r"^(?:合并|母公司)?(?:利润|损益)表(?:\(续\)|\(20\d\d年度?\))?$", "(?:年度)?审计报告(?:书)?", "(?:20\\d\\d年度?)?(?:财务报表)?审计报告"),
    marks=("全体股东", "我们审计了", "注册会计师", "财务报表", "会计师事务所", "利润表", "营业收入"),
    enough=5,
    refuse=("研究开发费用专项", "专项审计", "高新技术产品", "本表未经审计", "报表未经审计", "未经审计报表", "本月数"),
    read=_audit,
    pages=300,
    follows=(
        "资产负债表", "利润表", "现金流量表", "所有者权益变动表", "股东权益变动表", "财务报表附注", "附注",
        "审计意见", "注册会计师", "会计师事务所", "会计政策", "编制单位", "执业证书",
    ),
    goes_on=_notes,
    header=r"(?<=\d/)\d{2,3}(?=\n*$)",
    title_rows=8,
    source="财会〔2019〕6号; dossier C.13",
)
