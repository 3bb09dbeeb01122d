"""Audit reports: of their dozens of pages the 利润表 alone states what the form claims.

Statement lines and columns follow 《一般企业财务报表格式》 (财会〔2019〕6号): an item, perhaps a
note number, the current and the prior period. Amounts are carried into 万元 by the unit that the
statement prints.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.exhibit import Fact
from extractors.kinds.cells import Flow
from extractors.kinds.facts import fact_of, in_flow
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.parsing import one_organisation, text_of, year
from extractors.layout import Script

UNITS = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10000), "百万元": Decimal(1000000), "亿元": Decimal(100000000)}

ITEMS = (
    ("revenue_wan", r"(?:[一二]、|其中:)?(?:营业总?收入)"),
    ("rd_wan", r"(?:其中:)?研[发究](?:与开发)?费用?"),
    ("operating_profit_wan", r"[二三四]、营业利润"),
    ("profit_wan", r"(?:[三四五]、)?利润总额"),
    ("net_profit_wan", r"(?:[四五六]、)?净利润"),
)
"""Fields and the statement lines that state them; the first line of a kind is taken."""

AMOUNT = re.compile(r"[-(]?\d[\d,.]*\d\)?|[-(]?\d\)?")
CURRENT = re.compile(r"本期|本年|本报告期|当期")
PRIOR = re.compile(r"上期|上年|上年同期|去年")


@dataclass(frozen=True, slots=True)
class Column:
    """An amount column of a statement: which period, and where it ends on the right."""

    prior: bool
    right: float


@dataclass(frozen=True, slots=True)
class Statement:
    """A 利润表: its rows in the script, its columns from left to right, its unit and year."""

    first: int
    last: int
    columns: tuple[Column, ...]
    unit: Decimal
    year: int | None
    consolidated: bool | None


def _audit(script: Script) -> Found:
    flow = Flow(script)
    facts: list[Fact | None] = [in_flow(script, flow, spec) for spec in SPECS]
    statements = _statements(script)
    chosen = _chosen(statements)
    flags: tuple[str, ...] = ()
    if chosen is not None:
        facts += _amounts(script, chosen)
        flags = ("CONSOLIDATED",) if chosen.consolidated else ()
        if chosen.year is not None and not any(f and f.name == "year" for f in facts):
            facts.append(_year(script, chosen))
    if "审计" not in script.text.replace("\t", ""):
        flags = (*flags, "STATEMENT_ONLY")
    return Found(tuple(f for f in facts if f is not None), flags=flags)


def _year(script: Script, statement: Statement) -> Fact | None:
    """The year in the head of the statement, where no sentence names it."""
    for number in range(max(0, statement.first - 9), statement.first):
        start, end = script.row_span(number)
        match = re.search(r"20\d\d(?=年)", script.text[start:end])
        if match and int(match[0]) == statement.year:
            span = (start + match.start(), start + match.end())
            return fact_of(script, "year", Reading(int(match[0])), match[0], [span])
    return None


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
    FieldSpec(
        "number",
        text_of,
        flows=(r"(?:^|报告|书)(?P<v>(?!审计报告)[一-鿿]{1,8}?(?:专|财|报|内)?审(?:字|报字)?[〔\[【(（][12]\d{3}[〕\]】)）]第?[\dA-Z\-]{1,14}号)",),
    ),
    FieldSpec(
        "year",
        year,
        flows=(
            r"(?P<v>20\d\d)年度的?(?:合并及母公司|合并|母公司)?利润表",
            r"(?P<v>20\d\d)年12月31日的?(?:合并及母公司|合并|母公司)?资产负债表",
            r"利润表(?:编制单位[^0-9]{0,40})?(?P<v>20\d\d)年度?",
            r"(?P<v>20\d\d)年度(?:审计报告|财务报表)",
        ),
    ),
    FieldSpec("opinion", text_of, flows=(r"(?P<v>(?:标准的?)?无保留意见|保留意见|否定意见|无法表示意见)",)),
)


def _statements(script: Script) -> list[Statement]:
    found = []
    for number in range(len(script.rows)):
        text = _row(script, number)
        if re.fullmatch(r"(?:\d*[、.])?(?:(合并|母公司|公司))?利润(?:及利润分配)?表(?:\(续\))?", text):
            statement = _statement(script, number)
            if statement is not None:
                found.append(statement)
    return found


def _statement(script: Script, title: int) -> Statement | None:
    unit, year_of, columns, header = None, None, (), title
    for number in range(title, min(title + 9, len(script.rows))):
        text = _row(script, number)
        unit = unit or _unit(text)
        match = re.search(r"(20\d\d)年(?:度|1-12月|1月至12月|12月)", text)
        year_of = year_of or (int(match[1]) if match else None)
        if not columns:
            columns, header = _columns(script, number), number
    if not columns or unit is None:
        return None
    last = header + 1
    while last < len(script.rows) and not re.search(r"^(?:现金流量表|资产负债表|所有者权益变动表|股东权益变动表)", _row(script, last)):
        last += 1
        if last > title + 75:
            break
    return Statement(header + 1, last, columns, unit, year_of, _consolidated(_row(script, title)))


def _consolidated(title: str) -> bool | None:
    return True if "合并" in title else (False if "公司" in title else None)


def _unit(text: str) -> Decimal | None:
    match = re.search(r"(?:金额)?单位[:;]?(?:人民币)?(百万元|千元|万元|亿元|元)", text)
    return UNITS[match[1]] if match else None


def _columns(script: Script, number: int) -> tuple[Column, ...]:
    """The amount columns that a header row names, by words or by years."""
    start, end = script.row_span(number)
    cells = [(m.start() + start, m[0]) for m in re.finditer(r"[^\t]+", script.text[start:end])]
    named = [(at, text) for at, text in cells if CURRENT.search(text) or PRIOR.search(text)]
    years = [(at, int(m[0][:4])) for at, text in cells if (m := re.fullmatch(r"20\d\d年?度?", text))]
    if not named and len(years) >= 2:
        latest = max(y for _, y in years)
        named = [(at, "本期" if y == latest else "上期") for at, y in years]
    columns = []
    for at, text in named:
        stop = next((a for a, _ in cells if a > at), end)
        glyphs = script.glyphs(at, stop)
        columns.append(Column(bool(PRIOR.search(text)), glyphs[-1].box.x1))
    return tuple(columns) if any(not c.prior for c in columns) else ()


def _chosen(statements: list[Statement]) -> Statement | None:
    """The company's own statement before the consolidated one: the form speaks of one company."""
    own = [s for s in statements if s.consolidated is not True]
    return (own or statements or [None])[0]


def _amounts(script: Script, statement: Statement) -> list[Fact | None]:
    facts: list[Fact | None] = []
    for name, pattern in ITEMS:
        for number in range(statement.first, min(statement.last, len(script.rows))):
            text = _row(script, number)
            match = re.match(pattern, text)
            if match and (not text[match.end() :] or re.match(r"[\d(\-:(]", text[match.end() :])):
                read = _row_amounts(script, number, statement)
                if read:
                    facts += [_amount(script, name, a, b, statement, prior) for a, b, prior in read]
                    break
    return facts


def _row(script: Script, number: int) -> str:
    start, end = script.row_span(number)
    return script.text[start:end].replace("\t", "")


def _row_amounts(script: Script, number: int, statement: Statement) -> list[tuple[int, int, bool]]:
    """Each amount of a row with the period of the column under which it ends."""
    start, end = script.row_span(number)
    found: dict[bool, tuple[int, int]] = {}
    for at, piece in _pieces(script, start, end):
        amount = AMOUNT.search(piece) if AMOUNT.fullmatch(piece) else re.search(r"(?<=[一-鿿)])[-(]?\d[\d,.]*\.\d\d$", piece)
        if amount is None or (len(piece) <= 3 and "." not in piece and piece != "0"):
            continue  # a note number or a line number is no amount
        a, b = at + amount.start(), at + amount.end()
        right = script.glyphs(a, b)[-1].box.x1
        nearest = min(statement.columns, key=lambda c: abs(c.right - right))
        found.setdefault(nearest.prior, (a, b))
    return [(a, b, prior) for prior, (a, b) in found.items()]


def _pieces(script: Script, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The cells of a row; in a statement a narrow gap already parts a note number from an amount."""
    at = start
    for i in range(start + 1, end + 1):
        if i == end or _parted(script, i):
            piece = script.text[at:i].strip("\t")
            if piece:
                yield i - len(script.text[at:i].lstrip("\t")), piece
            at = i


def _parted(script: Script, i: int) -> bool:
    before, here = script.glyphs(i - 1, i), script.glyphs(i, i + 1)
    if not before or not here:
        return True
    return here[0].box.x0 - before[0].box.x1 > 0.6 * here[0].box.height


def _amount(script: Script, name: str, a: int, b: int, statement: Statement, prior: bool) -> Fact | None:
    printed = script.text[a:b]
    number = _number(printed)
    if number is None:
        return None
    wan = (number * statement.unit / UNITS["万元"]).quantize(Decimal("0.000001"))
    field = f"prior_{name}" if prior else name
    return fact_of(script, field, Reading(float(wan)), script.raw[a:b], [(a, b)])


def _number(printed: str) -> Decimal | None:
    """An amount with thousands separators; the last separator with two digits behind is the point."""
    negative = printed.startswith(("-", "("))
    digits = re.sub(r"[^\d.,]", "", printed)
    match = re.fullmatch(r"([\d.,]*?)[.,](\d{1,2})", digits)
    whole, cents = (match[1], match[2]) if match else (digits, "0")
    whole = re.sub(r"[.,]", "", whole)
    if not whole:
        return None
    value = Decimal(f"{whole}.{cents}")
    return -value if negative else value


AUDIT = Kind(
    type="audit_report",
    titles=(r"^(?:合并|母公司)?利润表(?:\(续\))?$", "(?:年度)?审计报告(?:书)?", "(?:20\\d\\d年度?)?(?:财务报表)?审计报告"),
    marks=("全体股东", "我们审计了", "注册会计师", "财务报表", "会计师事务所", "利润表", "营业收入"),
    enough=5,
    refuse=("研究开发费用专项", "专项审计", "高新技术产品"),
    read=_audit,
    pages=300,
    follows=(
        "资产负债表", "利润表", "现金流量表", "所有者权益变动表", "股东权益变动表", "财务报表附注", "附注",
        "审计意见", "注册会计师", "会计师事务所", "会计政策", "编制单位", "执业证书",
    ),
    title_rows=8,
    source="财会〔2019〕6号; dossier C.13",
)

KINDS = (AUDIT,)
