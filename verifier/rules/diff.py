"""Which verdicts and indicators of stored reports another edition of the rules would flip."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extractors.narrative.mention import Mention
from registries.catalog import Registries
from verifier.answers import names_of
from verifier.indicators.indicators import Indicator, indicate
from verifier.indicators.sheet import sheet_of
from verifier.judge import judge
from verifier.report.restoring import Stored, ask_again
from verifier.rules import Rules
from verifier.unclassed import unclassed_pages
from verifier.unread import unread_pages
from verifier.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Flip:
    """One verdict or indicator that comes out otherwise; `why` is the later edition's explanation."""

    report: str
    key: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class RulesDiff:
    """What a change of the rules does to some reports, and which settings differ."""

    before: str
    after: str
    settings: tuple[tuple[str, str, str], ...]
    flips: tuple[Flip, ...]


def diff_rules(
    before: Rules,
    after: Rules,
    reports: Sequence[Stored],
    mentions: Sequence[Mapping[str, tuple[Mention, ...]]],
    registries: Registries | None = None,
) -> RulesDiff:
    """Judge stored reports by two editions of the rules.

    Args:
        before: the rules as they are.
        after: the rules as they would be.
        reports: restored reports.
        mentions: for each report, what its narrative boxes claim.
        registries: where papers are asked about again; None takes the records of the reports.
    """
    flips = [
        flip
        for stored, told in zip(reports, mentions, strict=True)
        for flip in _of_report(before, after, stored, told, registries)
    ]
    return RulesDiff(before.version, after.version, _settings(before, after), tuple(flips))


def _settings(before: Rules, after: Rules) -> tuple[tuple[str, str, str], ...]:
    names = sorted({*before.settings, *after.settings})
    pairs = ((n, *(str(r.settings.get(n, ("—", ""))[0]) for r in (before, after))) for n in names)
    return tuple((name, old, new) for name, old, new in pairs if old != new)


def _of_report(
    before: Rules,
    after: Rules,
    stored: Stored,
    mentions: Mapping[str, tuple[Mention, ...]],
    registries: Registries | None,
) -> list[Flip]:
    old, new = (judge_again(rules, stored, mentions, registries) for rules in (before, after))
    verdicts = [
        Flip(stored.name, a.key, _said(a), _said(b), b.explanation)
        for a, b in zip(old[0], new[0], strict=True)
        if _said(a) != _said(b)
    ]
    later = {i.id: i for i in new[1]}
    indicators = [
        Flip(
            stored.name,
            i.id,
            _met(i),
            _met(later.get(i.id)),
            later[i.id].explanation if i.id in later else "",
        )
        for i in old[1]
        if _met(i) != _met(later.get(i.id))
    ]
    return [*verdicts, *indicators]


def judge_again(
    rules: Rules,
    stored: Stored,
    mentions: Mapping[str, tuple[Mention, ...]],
    registries: Registries | None = None,
) -> tuple[tuple[Verdict, ...], tuple[Indicator, ...]]:
    """The verdicts and indicators of a stored report by some rules; no page is read again."""
    findings, company = ask_again(stored, rules, registries)
    verdicts = judge(
        stored.claims,
        stored.exhibits,
        findings,
        rules,
        stored.as_of,
        company=company,
        names=names_of(stored.claims, registries),
        mentions=mentions,
        unread=unread_pages(stored.files, rules),
        unclassed=unclassed_pages(stored.files),
    )
    return verdicts, indicate(sheet_of(verdicts, stored.exhibits, stored.claims, rules, stored.as_of))


def _said(verdict: Verdict) -> str:
    value = "" if verdict.verified is None else f"（核实{verdict.verified}）"
    return f"{verdict.flag.value}{value}"


def _met(indicator: Indicator | None) -> str:
    words = {True: "达到", False: "未达到", None: "不能判断"}
    return words[indicator.met] if indicator is not None else "无此项"
