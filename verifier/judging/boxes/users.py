"""标杆示范效应: users of the applicant that stand on a list of pilots, each with a contract between the two.

The applicant's own row proves its own honour as anywhere else; a user's row counts only with the
supply contract that ties it to the applicant.
"""

import re
from collections.abc import Iterator

from extractors.exhibit import Exhibit, Row
from extractors.narrative.mention import Mention
from registries.match import Match
from registries.values.levels import level_of
from verifier.applicant import same_name
from verifier.judging.boxes.documented import ONLY, Found
from verifier.judging.boxes.honours import same_honour
from verifier.judging.case import Case, point, standing_of
from verifier.judging.holding import sort_papers
from verifier.likeness import year_in
from verifier.rules import BoxRule
from verifier.verdict import Evidence, Outcome

LISTS = ("pilot_demo_notice", "official_notice", "cloud_honour_notice", "bigdata_honour_notice")
CONTRACT = ("application_contract",)


def judge_users(case: Case, box: BoxRule, mention: Mention, year: int | None) -> Found | None:
    """How many of the applicant's users a list names; None where no list of that name lies there."""
    own, _, _ = sort_papers(case, CONTRACT, case.rules.facts["supplier"])
    listed = [
        (paper, row)
        for paper in case.papers(LISTS)
        if same_honour(mention.name, paper.text("award"), case.rules.words)
        for row in paper.rows
        if row.get("holder") is not None and (year is None or year_in(paper.text("year")) in (year, None))
    ]
    if not listed or _its_own(case, mention, listed):
        return None
    linked = dict(_linked(case, own, listed))
    evidence = tuple(linked.values())
    wanted = mention.quantity or 1
    proved = [e for e in evidence if e.counted]
    if not evidence:
        first = listed[0][0]
        missing = (point(first, ("award",), counted=False, reason="CUSTOMER_LINK_MISSING"),)
        return Found(Outcome.PARTIALLY_SUPPORTED, "CUSTOMER_LINK_MISSING", missing)
    if _too_low(box, listed[0][0]):
        return Found(Outcome.PARTIALLY_SUPPORTED, "LEVEL_MISMATCH", evidence)
    flags = () if all(e.match for e in proved) else ONLY
    if len(proved) >= wanted:
        return Found(Outcome.SUPPORTED, "", evidence, flags, float(len(proved)))
    reason = "COUNT_MISMATCH" if proved else evidence[0].reason
    outcome = Outcome.PARTIALLY_SUPPORTED if proved else Outcome.UNVERIFIABLE
    return Found(outcome, reason, evidence, flags, float(len(proved)))


_USERS = re.compile("服务|客户|用户|应用企业|合作企业|[家个户]企业|助力|帮助|赋能")


def _its_own(case: Case, mention: Mention, listed: list[tuple[Exhibit, Row]]) -> bool:
    """The list names the applicant, and the words do not speak of users: it is the applicant's own honour."""
    return not _USERS.search(mention.text) and any(standing_of(case, row.get("holder")).own for _, row in listed)


def _linked(
    case: Case, contracts: tuple[Exhibit, ...], listed: list[tuple[Exhibit, Row]]
) -> Iterator[tuple[str, Evidence]]:
    for contract in contracts:
        customer = case.stated(contract, "customer")
        name = str(customer.value) if customer is not None else ""
        for paper, row in listed:
            holder = row.get("holder")
            if holder is not None and same_name(str(holder.value), name) and _before(contract, paper):
                yield name, _evidence(case, paper, row, name)
                break


def _before(contract: Exhibit, listed: Exhibit) -> bool:
    """The user was a customer by the year in which it was chosen."""
    signed = year_in(contract.text("date"))
    chosen = year_in(listed.text("date")) or year_in(listed.text("year"))
    return signed is None or chosen is None or signed <= chosen


def _evidence(case: Case, paper: Exhibit, row: Row, name: str) -> Evidence:
    """The user's row, with the record of the list where its registry was asked."""
    match = next((m for m in case.matches(paper, ("honors",)) if _is(case, m, paper, name)), None)
    refused = case.asked(paper, ("honors",)) and match is None
    reason = "NUMBER_NOT_IN_REGISTRY" if refused else ""
    return point(
        paper,
        ("award",),
        counted=not refused,
        reason=reason,
        match=match,
        flags=() if match else ONLY,
        row=row,
    )


def _is(case: Case, match: Match, paper: Exhibit, name: str) -> bool:
    record = match.record
    named = same_name(record.get("company"), name)
    return named and same_honour(paper.text("award"), record.get("list"), case.rules.words)


def _too_low(box: BoxRule, paper: Exhibit) -> bool:
    texts = (paper.text("level"), paper.text("issuer"), paper.text("award"))
    level = next((word for text in texts if text and (word := level_of(text))), "")
    return bool(box.levels) and bool(level) and level not in box.levels
