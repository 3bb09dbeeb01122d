"""Whether work was accepted: a project by its committee, a delivery by its customer.

A task book says what is to be done. That it was done takes the paper of the acceptance, of the same project.
"""

import re

from extractors.narrative.mention import Mention
from registries.values.text import squeeze
from verifier.judging.boxes.papers import Statement, text_of
from verifier.judging.case import Case
from verifier.likeness import alike
from verifier.rules import MentionRule

_REFUSED = re.compile("不(?:予|同意)?通过|未通过|不合格|暂缓|终止|撤销")
_PASSED = re.compile("通过|合格|同意|结题|完成")


def acceptance(case: Case, mention: Mention, rule: MentionRule, statement: Statement) -> str:
    """Why it does not count as accepted, where that is claimed; that it was refused is told in any case."""
    if rule.name not in ("project", "case_count", "customer_count"):
        return ""
    told = [text_of(statement, ("conclusion",))]
    if rule.name == "project":
        told += [paper.text("conclusion") for paper in case.papers(rule.types) if _same((paper, None), statement, case)]
    passed = [word for word in told if word and _PASSED.search(word) and not _REFUSED.search(word)]
    if passed:
        return ""
    if mention.accepted:
        return "NOT_ACCEPTED"
    return "ACCEPTANCE_REFUSED" if any(_REFUSED.search(word) for word in told) else ""


def _same(a: Statement, b: Statement, case: Case) -> bool:
    numbers = [squeeze(text_of(s, ("number",))) for s in (a, b)]
    if all(numbers):
        return numbers[0] == numbers[1]
    return alike(text_of(a, ("title",)), text_of(b, ("title",))) >= case.rules.policy.same_title
