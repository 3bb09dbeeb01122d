"""Amounts and rates in sentences: of one year as its cell, of several years added up."""

import re
from dataclasses import replace

from extractors.narrative.mention import Mention
from verifier.claims import Claim
from verifier.judging.boxes.documented import Found
from verifier.judging.boxes.repeating import ASK, as_claim, from_verdict, reaches
from verifier.judging.case import Case, point
from verifier.judging.money import finance
from verifier.judging.money.accounts import accounts_of
from verifier.judging.money.reckoning import amount
from verifier.judging.money.slips import AMOUNTS
from verifier.precision import agrees
from verifier.verdict import Outcome


def judge_amount_told(case: Case, mention: Mention, year: int | None) -> Found:
    """Amounts and shares of a year; a percentage that may be of something else is asked about."""
    named = next(
        (key for word, key in case.rules.words.figures.items() if word in f"{mention.name}{mention.text}"), ""
    )
    last = year or max(case.window)
    if mention.unit in ("万元", "亿元", "元") and named in AMOUNTS:
        if _SUMMED.search(mention.text):
            return _summed(case, mention, named)
        return from_verdict(finance.judge_amount(case, _reached(case, mention, named, last)))
    if mention.unit != "%" or "复合" in mention.text or "年均" in mention.text:
        return ASK
    judge = {"revenue_growth": finance.judge_growth, "profit_margin": finance.judge_margin}.get(named)
    found = from_verdict(judge(case, as_claim(named, mention, last))) if judge else ASK
    return found if found.outcome is Outcome.SUPPORTED else replace(ASK, evidence=found.evidence)


_SUMMED = re.compile("累计|合计|共计|总计|总额")


def _reached(case: Case, mention: Mention, named: str, year: int) -> Claim:
    """The cell that a sentence repeats; «超1亿元» is held by whatever audited amount is more."""
    known = [r.value for r in amount(accounts_of(case), AMOUNTS[named], year)]
    more = next((value for value in known if mention.bound != "eq" and reaches(mention, value)), None)
    if more is not None:
        return as_claim(named, replace(mention, quantity=more), year)
    return as_claim(named, mention, year, _printed(mention))


def _printed(mention: Mention) -> str:
    """The amount as exactly as it is printed: 1.2亿元 is no 12000.0万元."""
    told = _HUNDRED_MILLION.search(mention.text)
    return told[0] if told else ""


_HUNDRED_MILLION = re.compile(r"\d[\d,]*(?:\.\d+)?亿元?")


def _summed(case: Case, mention: Mention, named: str) -> Found:
    """«近三年累计研发投入»: the audited amounts of its years added up; whose years are not told a person asks."""
    years = mention.years if len(mention.years) > 1 else case.window if "三年" in mention.text else ()
    accounts = accounts_of(case)
    found = [r for year in years if (r := next(iter(amount(accounts, AMOUNTS[named], year)), None))]
    if not years or len(found) < len(years):
        return ASK
    total = sum(r.value for r in found)
    fits = agrees(_printed(mention) or f"{mention.quantity:g}", mention.quantity or 0.0, total) or reaches(mention, total)
    reason = "" if fits else "VALUE_MISMATCH"
    evidence = tuple(
        point(f.report, (f.fact.name,), counted=fits, reason=reason, flags=finance.ONLY) for r in found for f in r.figures
    )
    return Found(Outcome.SUPPORTED if fits else Outcome.CONTRADICTED, reason, evidence, finance.ONLY)
