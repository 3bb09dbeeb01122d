"""The 19 indicators with their 40 items: met, not met, or cannot say, beside what the claims would give.

Computed from verified values; what only a person can judge is a question and keeps an item open until
it is answered. There is no overall result: the table is a reference.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from verifier.indicators.measures import measure_all
from verifier.indicators.sheet import Sheet
from verifier.indicators.standing import NOWHERE
from verifier.rules import IndicatorRule
from verifier.rules.expression import UNKNOWN, Span, both, evaluate, names_in
from verifier.verdict import Flag


@dataclass(frozen=True, slots=True)
class Indicator:
    """One item: its result from verified values, that from claimed ones, and what is left to ask."""

    id: str
    level1: str
    level2: str
    text: str
    mode: str
    met: bool | None
    met_as_claimed: bool | None
    machine: bool | None
    """What the part that needs no person says by itself; None also where there is no such part."""

    question: str
    inputs: Mapping[str, Span]
    """The measures that the test speaks of, as verified."""

    claimed: Mapping[str, Span]
    explanation: str
    claims: tuple[str, ...]
    listed: bool


def indicate(sheet: Sheet, answers: Mapping[str, bool] | None = None) -> tuple[Indicator, ...]:
    """Every item of the table.

    Args:
        sheet: the verdicts of one application.
        answers: what a person answered, by the item's id.
    """
    verified, claimed = measure_all(sheet, verified=True), measure_all(sheet, verified=False)
    return tuple(_item(sheet, rule, verified, claimed, answers or {}) for rule in sheet.rules.indicators)


def _item(
    sheet: Sheet,
    rule: IndicatorRule,
    verified: Mapping[str, Span],
    claimed: Mapping[str, Span],
    answers: Mapping[str, bool],
) -> Indicator:
    machine = evaluate(rule.met, verified) if rule.met else None
    told = evaluate(rule.met, claimed) if rule.met else None
    answer = answers.get(rule.id) if rule.ask else True
    met = both(*((machine,) if rule.met else ()), *((answer,) if rule.ask else ()))
    as_claimed = both(*((told,) if rule.met else ()), *((answer,) if rule.ask else ()))
    names = names_in(rule.met) if rule.met else ()
    inputs = MappingProxyType({n: verified.get(n, UNKNOWN) for n in names})
    return Indicator(
        rule.id,
        rule.level1,
        rule.level2,
        rule.text,
        rule.mode,
        met,
        as_claimed,
        machine,
        _question(rule, met, machine, answer),
        inputs,
        MappingProxyType({n: claimed.get(n, UNKNOWN) for n in names}),
        _explain(sheet, rule, machine, told, inputs),
        rule.claims,
        rule.listed,
    )


def _question(rule: IndicatorRule, met: bool | None, machine: bool | None, answer: bool | None) -> str:
    """What a person has to answer for the item to be decided; empty where it is decided."""
    if met is not None:
        return ""
    open_part = f"{rule.note}。" if rule.note and machine is None and rule.met else ""
    return f"{open_part}{rule.ask if answer is None else ''}" or "依据核实数据不能判断，请人工核对。"


def _words(sheet: Sheet, name: str, span: Span) -> str:
    """A span as a reviewer reads it."""
    measure = sheet.rules.measures[name]
    verdict = sheet.of(measure.claim, measure.year) if measure.claim else None
    if span == UNKNOWN and verdict is not None and verdict.flag is Flag.NOT_CLAIMED:
        return "未申报"
    if span == UNKNOWN or (measure.says and not span.known):
        return "未知"
    if measure.says:
        return measure.says[int(span.low)]
    if span.known:
        return f"{_figure(span.low)}{measure.unit}" if span.low < NOWHERE else "无"
    high = f"{_figure(span.high)}{measure.unit}" if span.high < NOWHERE else "不详"
    return f"{_figure(span.low)}至{high}"


def _figure(value: float) -> str:
    """With two decimals; with more where these would make it a round number, which a threshold is, too."""
    short = round(value, 2)
    return f"{value:.6g}" if short != value and short == int(short) else f"{short:.12g}"


def _explain(
    sheet: Sheet, rule: IndicatorRule, machine: bool | None, told: bool | None, inputs: Mapping[str, Span]
) -> str:
    if not rule.met:
        return "本项须由审核人员判断。"
    labels = sheet.rules.measures
    facts = "，".join(f"{labels[n].label}{_words(sheet, n, s)}" for n, s in inputs.items() if n in labels)
    result = {True: "达到", False: "未达到", None: "不能判断"}
    text = f"核实：{facts}，{result[machine]}"
    if told is not machine:
        text += f"；按申报数据为{result[told]}"
    return text + ("；另有须人工判断的部分。" if rule.ask else "。")
