"""Mentions of things for which no registry is kept: projects, certificates, rules, alliances, cases.

The papers alone are held against the words: whose they are, what they name, which year, level, role
and validity they state, and how many different things they prove. Every «supported» says so
(DOCUMENT_ONLY).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.exhibit import Exhibit, Fact, Row
from extractors.narrative.mention import Mention
from registries.values.dates import parse_date
from registries.values.levels import level_of
from registries.values.text import squeeze
from verifier.applicant import Standing, names_in
from verifier.judging.case import Case, point, standing_of
from verifier.judging.holding import number_of
from verifier.judging.honours import stages
from verifier.likeness import alike, within, year_in
from verifier.rules import BoxRule, MentionRule
from verifier.verdict import Evidence, Outcome

ONLY = ("DOCUMENT_ONLY",)
LEADING = frozenset({"lead", "牵头", "主持", "承担"})
GENERIC = re.compile(
    r"^(?:项目|课题|通过验收|制度|规章|管理规范|管理办法|案例|客户|用户|服务.*企业|关键技术|核心技术|组件|.{2}组件"
    r"|信创.*|兼容性|适配|互认证|创新联合体|产业联盟|共同体|联盟|企业社会责任报告|社会责任报告|科研项目|科技项目)$"
)
"""Names that name nothing of their own: every paper of the type is about it."""

SAME = 0.85
_BRACKETS = re.compile(r"[(（].*?[)）]")
_LEVEL = re.compile(r"([一二三四五1-5])\s*级")


@dataclass(frozen=True, slots=True)
class Found:
    """What the papers prove of a mention."""

    outcome: Outcome
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    flags: tuple[str, ...] = ()
    proved: float = 0.0


Statement = tuple[Exhibit, Row | None]


def judge_documented(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule
) -> Found:
    """What papers without a registry prove of one mention."""
    papers = case.papers(rule.types)
    if rule.ask:
        return _asked(case, papers, rule)
    weighed = [
        (s, _fault(case, box, mention, year, rule, s))
        for paper in papers
        for s in _statements(case, paper, rule)
    ]
    about = _named_in(mention, rule, [(s, fault) for s, fault in weighed if fault != "OTHER_THING"])
    if not about:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    good = [s for s, fault in about if not fault]
    amount = _amount(case, rule, good)
    wanted = mention.quantity if mention.quantity is not None else 1.0
    enough = _enough(amount, wanted, mention.bound)
    evidence = tuple(_evidence(rule, s, fault) for s, fault in about)
    if enough and any(e.counted and e.place for e in evidence):
        return Found(Outcome.SUPPORTED, "", evidence, (*ONLY, *_remarks(case, rule, mention, good)), amount)
    return _short(about, evidence, amount, wanted)


def _named_in(
    mention: Mention, rule: MentionRule, about: list[tuple[Statement, str]]
) -> list[tuple[Statement, str]]:
    """Where the words name the very thing that some papers are about, the others are about other things."""
    words = squeeze(mention.text)
    meant = [
        (s, fault)
        for s, fault in about
        if any(len(said) > 4 and said in words for name in rule.say if (said := squeeze(_text(s, (name,)))))
    ]
    single = mention.quantity in (None, 1.0)
    return meant if single and meant else about


def _short(
    about: Sequence[tuple[Statement, str]], evidence: tuple[Evidence, ...], amount: float, wanted: float
) -> Found:
    faults = [fault for _, fault in about if fault]
    open_ = [f for f in faults if f in _OPEN]
    if open_ and amount + len(open_) >= min(wanted, amount + 1):
        return Found(Outcome.NEEDS_HUMAN_REVIEW, open_[0], evidence, ONLY, amount)
    if amount:
        return Found(Outcome.PARTIALLY_SUPPORTED, "COUNT_MISMATCH", evidence, ONLY, amount)
    reason = faults[0] if faults else "COUNT_MISMATCH"
    outcome = Outcome.PARTIALLY_SUPPORTED if reason in _PART else Outcome.CONTRADICTED
    return Found(outcome, reason, evidence, ONLY)


_OPEN = frozenset({"UNREADABLE_FIELD", "NAME_NEAR", "FORMER_NAME_UNDOCUMENTED"})
_PART = frozenset({"ROLE_MISMATCH", "OUT_OF_WINDOW", "LEVEL_MISMATCH", "EVIDENCE_EXPIRED"})


def _asked(case: Case, papers: Sequence[Exhibit], rule: MentionRule) -> Found:
    """A figure that the company gives itself: where papers lie there, a person compares them."""
    own = [p for p in papers if not any(_stands(case, p.fact(n)) is Standing.OTHER for n in rule.own)]
    if not own:
        return Found(Outcome.NO_EVIDENCE, "NO_EVIDENCE")
    evidence = tuple(point(p, ("title", "holder"), counted=False, reason="SELF_MADE_ONLY") for p in own[:5])
    return Found(Outcome.NEEDS_HUMAN_REVIEW, "SELF_MADE_ONLY", evidence)


def _statements(case: Case, paper: Exhibit, rule: MentionRule) -> list[Statement]:
    """The applicant's rows of a list, all rows where they name nobody, else the paper."""
    rows = [row for row in paper.rows if any(row.get(name) for name in (*rule.once, *rule.say))]
    named = [row for row in rows if any(row.get(name) for name in rule.own)]
    own = [row for row in named if any(_stands(case, row.get(name)).own for name in rule.own)]
    chosen = own or ([] if named else rows)
    return [(paper, row) for row in chosen] or [(paper, None)]


def _fact(statement: Statement, name: str) -> Fact | None:
    paper, row = statement
    return (row.get(name) if row is not None else None) or paper.fact(name)


def _text(statement: Statement, names: Sequence[str]) -> str:
    return "；".join(str(f.value) for name in names if (f := _fact(statement, name)) is not None)


def _stands(case: Case, fact: Fact | None) -> Standing:
    return standing_of(case, fact) if fact is not None else Standing.BLANK


def _fault(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule, statement: Statement
) -> str:
    """Why a paper proves nothing of the mention; empty where it does, OTHER_THING where it is not about it."""
    if not _about(mention, rule, statement):
        return "OTHER_THING"
    words, reason = rule.but
    if words and any(word in _everything(statement) for word in words):
        return reason
    return (
        _ownership(case, mention, rule, statement)
        or _stage(case, mention, statement)
        or _grade(mention, statement)
        or _when(case, box, year, rule, statement)
        or _expired(case, mention, year, statement)
        or _level(case, mention, box, statement)
    )


def _about(mention: Mention, rule: MentionRule, statement: Statement) -> bool:
    name = _BRACKETS.sub("", mention.name)
    said = _text(statement, rule.say)
    if mention.number:
        number = _text(statement, ("number",))
        return not number or squeeze(mention.number) == squeeze(number)
    if mention.kind == "project" and _other_programme(mention.text, _everything(statement)):
        return False
    if mention.project and said and not GENERIC.match(mention.project):
        return _alike(mention.project, said) or _alike(name, said)
    if not rule.say or GENERIC.match(squeeze(name)) or (mention.quantity or 1) > 1:
        return True
    return not said or _alike(name, said) or _alike(mention.name, said)


_PROGRAMMES = re.compile(
    "重点研发计划|科技重大专项|重大科技专项|自然科学基金|863计划|科技支撑计划|火炬计划|星火计划|尖兵|领雁|重大专项"
)


def _other_programme(claimed: str, printed: str) -> bool:
    """The words name a programme, and the paper names others only."""
    asked, told = set(_PROGRAMMES.findall(claimed)), set(_PROGRAMMES.findall(printed))
    return bool(asked and told) and not asked & told and "专项" not in claimed


def _alike(a: str, b: str) -> bool:
    if within(a, b) or alike(a, b) >= SAME:
        return True
    codes = set(re.findall(r"[A-Za-z]{3,}|\d{4,}", a.upper()))  # ISO/IEC 27001, DCMM, OpenHarmony
    codes -= {"ISO", "IEC"}
    return bool(codes) and any(code in b.upper() for code in codes)


def _everything(statement: Statement) -> str:
    paper, row = statement
    facts = row.facts if row is not None else paper.facts
    return "；".join(f"{f.value}{f.quote}" for f in facts)


def _ownership(case: Case, mention: Mention, rule: MentionRule, statement: Statement) -> str:
    if rule.leads:
        return _role(case, mention, rule, statement)
    best = max((_stands(case, _fact(statement, name)) for name in rule.own), default=Standing.BLANK)
    if best.own or best is Standing.VARIANT:
        return ""
    if best is Standing.OTHER and case.applicant.bears_code(_text(statement, ("uscc",))):
        return "FORMER_NAME_UNDOCUMENTED"
    return {Standing.OTHER: "HOLDER_MISMATCH", Standing.NEAR: "NAME_NEAR"}.get(best, "UNREADABLE_FIELD")


def _role(case: Case, mention: Mention, rule: MentionRule, statement: Statement) -> str:
    """Who leads and who takes part; the applicant is one of them."""
    leads = [_fact(statement, name) for name in rule.leads]
    first = next((f for f in leads if f is not None), None)
    lead = (
        case.applicant.standing(names_in(str(first.value))[0]).own
        if first and names_in(str(first.value))
        else False
    )
    told = _text(statement, ("role",))
    lead = (lead or _LEADS.search(told) is not None) and _JOINS.search(told) is None
    best = max((_stands(case, f) for f in leads), default=Standing.BLANK)
    joins = [_stands(case, _fact(statement, name)) for name in rule.joins]
    among = best.own or any(s.own for s in joins)
    if not among:
        return "UNREADABLE_FIELD" if best is Standing.BLANK else "HOLDER_MISMATCH"
    unknown = not lead and not told and first is None
    faulty = "UNREADABLE_FIELD" if unknown else "ROLE_MISMATCH"
    return faulty if mention.role in LEADING and not lead else ""


_JOINS = re.compile("副理事长|(?<!长)理事单位|常务理事|成员|会员|参与|参加|协作|配合|支持单位")
_LEADS = re.compile("牵头|(?<!副)理事长单位|盟主|主持单位|第一承担")


def _stage(case: Case, mention: Mention, statement: Statement) -> str:
    claimed = stages(f"{mention.name}{mention.grade}", case.rules.words)
    known = stages(_text(statement, ("award", "title")), case.rules.words)
    return "" if known <= claimed or mention.status == "cultivation" else "PRE_STAGE"


def _grade(mention: Mention, statement: Statement) -> str:
    """国际领先 is more than 国际先进; a certificate of level 3 is not one of level 4."""
    printed = _text(statement, ("level", "grade", "conclusion"))
    if mention.kind == "technology" and mention.name.startswith(("国际", "国内")):
        return "" if not printed or squeeze(mention.name) in squeeze(printed) else "GRADE_MISMATCH"
    claimed = _LEVEL.search(mention.level + "级" if mention.level.isdigit() else mention.text)
    known = _LEVEL.search(printed)
    if mention.kind != "certification" or claimed is None or known is None:
        return ""
    return "" if _digit(claimed[1]) == _digit(known[1]) else "GRADE_MISMATCH"


def _digit(text: str) -> int:
    return "一二三四五".index(text) + 1 if text in "一二三四五" else int(text)


def _when(case: Case, box: BoxRule, year: int | None, rule: MentionRule, statement: Statement) -> str:
    printed = year_in(_text(statement, rule.dated))
    if printed is None:
        return "UNREADABLE_FIELD" if box.windowed and rule.name in _DATED else ""
    if year is not None and printed != year and rule.name in ("csr", *_DATED):
        return "OTHER_THING"
    if year is not None and printed != year:
        return "YEAR_MISMATCH"
    return "OUT_OF_WINDOW" if box.windowed and printed not in case.window else ""


_DATED = frozenset({"case_count", "customer_count"})


def _expired(case: Case, mention: Mention, year: int | None, statement: Statement) -> str:
    until = parse_date(_text(statement, case.rules.facts["valid_to"]))
    return "EVIDENCE_EXPIRED" if until is not None and until < case.as_of and year is None else ""


def _level(case: Case, mention: Mention, box: BoxRule, statement: Statement) -> str:
    named = level_of(_text(statement, ("award", "programme"))) if mention.kind == "project" else ""
    printed = level_of(_text(statement, ("level",))) or named
    printed = printed or level_of(_text(statement, ("issuer", "authority")))
    claimed = level_of(mention.level)
    higher = printed == "国家" and claimed == "省" and "以上" in mention.text
    if claimed and printed and claimed != printed and not higher:
        return "LEVEL_MISMATCH"
    return "LEVEL_MISMATCH" if box.levels and printed in ("市", "区县") else ""


def _amount(case: Case, rule: MentionRule, good: Sequence[Statement]) -> float:
    """How many different things are proved, or the number that the papers state."""
    if rule.sum:
        told = [number_of(_first(s, rule.sum)) for s in good]
        return max((n for n in told if n is not None), default=0.0)
    keys = {squeeze(_text(s, rule.once)) or f"paper {s[0].id}" for s in good}
    return float(len(keys))


def _first(statement: Statement, names: Sequence[str]) -> Fact | None:
    return next((f for name in names if (f := _fact(statement, name)) is not None), None)


def _enough(amount: float, wanted: float, bound: str) -> bool:
    return amount > wanted if bound == "gt" else bool(amount) if bound in ("lt", "le") else amount >= wanted


def _evidence(rule: MentionRule, statement: Statement, fault: str) -> Evidence:
    paper, row = statement
    names = (*rule.say, *rule.sum, *rule.once, "title", *rule.own)
    return point(paper, names, counted=not fault, reason=fault, flags=ONLY, row=row)


def _remarks(case: Case, rule: MentionRule, mention: Mention, good: Sequence[Statement]) -> tuple[str, ...]:
    made = any(paper.type in ("internal_policy", *case.rules.words.self_made) for paper, _ in good)
    joined = rule.leads and mention.role not in LEADING and not mention.rank
    holders = [
        n
        for paper, row in good
        for name in rule.own
        if (f := _fact((paper, row), name))
        for n in names_in(str(f.value))
    ]
    former = any(case.applicant.standing(name) is Standing.FORMER for name in holders)
    flags = (
        ("SELF_MADE_ONLY", made),
        ("ROLE_PARTICIPANT", bool(joined) and rule.name == "project"),
        ("FORMER_NAME", former),
        ("FORMER_NAME_UNDOCUMENTED", former and case.applicant.undocumented(holders)),
        ("RESTRICTED_LIST", any(paper.type in case.rules.restricted for paper, _ in good)),
    )
    return tuple(name for name, true in flags if true)
