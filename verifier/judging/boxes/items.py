"""One item of a box: what one mention claims, and how far it is proved.

slogan or plan → no weight · certificate without registry → the paper alone · several of a kind →
as many records as are claimed · one thing → the best of its papers
"""

from extractors.narrative.mention import Mention
from verifier.judging.boxes.documented import Found, judge_documented
from verifier.judging.boxes.recounting import judge_recounted
from verifier.judging.boxes.registered import judge_several, judge_single, wanted_of
from verifier.judging.boxes.sought import Sought
from verifier.judging.boxes.told import from_evidence, from_found, plain_item
from verifier.judging.boxes.users import judge_users
from verifier.judging.case import Case
from verifier.judging.company.certificates import judge_hitech
from verifier.judging.market.share import judge_market
from verifier.rules import BoxRule, MentionRule
from verifier.verdict import Item, Outcome

SLOGANS = ("slogan", "qualitative")

EARLY = ("applied", "planned", "ongoing", "lapsed")

MARKET = ("market_share", "market_rank")

RECOUNTED = (
    "patent_invention",
    "patent_utility",
    "patent_design",
    "patent_total",
    "software_copyright",
    "standard",
    "finance",
    "public_credit",
)

CONTEXT = ("name_change", "context_number")
"""Kinds of mentions that claim nothing."""


def judge_mention(case: Case, box: BoxRule, mention: Mention, year: int | None, used: set[str]) -> Item:
    """The verdict on one mention.

    Args:
        case: the case.
        box: the rules of the box that it stands in.
        mention: what was read there.
        year: the year that it is claimed for, where it names one.
        used: the records that already prove another item of the box.
    """
    rule = case.rules.mention(mention.kind, mention.name)
    asks = mention.kind in (*MARKET, *RECOUNTED)
    if mention.kind in SLOGANS:
        return plain_item(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "QUALITATIVE")
    if mention.negated or mention.kind in CONTEXT or mention.quantity == 0:
        return plain_item(case, mention, year, Outcome.NOT_CLAIMED, "")
    if rule is None and not asks:
        return plain_item(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "NOT_JUDGED")
    if mention.status in EARLY:
        # «正在申报…» claims no honour; nothing is to be proved.
        return plain_item(case, mention, year, Outcome.NOT_CLAIMED, "PRE_STAGE")
    if mention.status == "publicised":
        return plain_item(case, mention, year, Outcome.PARTIALLY_SUPPORTED, "PUBLICITY_ONLY")
    found = _without_registry(case, box, mention, year, rule)
    if found is not None:
        return from_found(case, mention, year, found)
    if rule is None:
        return plain_item(case, mention, year, Outcome.NEEDS_HUMAN_REVIEW, "NOT_JUDGED")
    if rule.name == "hitech":
        return from_evidence(case, mention, year, *judge_hitech(case, mention, year, rule.types))
    sought = Sought(mention, year, rule, box)
    wanted = wanted_of(mention)
    return judge_several(case, sought, wanted) if wanted > 1 else judge_single(case, sought, used)


def _without_registry(
    case: Case, box: BoxRule, mention: Mention, year: int | None, rule: MentionRule | None
) -> Found | None:
    """Mentions that papers alone decide, or that repeat a cell of the form."""
    if mention.kind in MARKET and mention.unit in ("%", "位", ""):
        return judge_market(case, mention, year)
    repeated = judge_recounted(case, mention, year)
    if repeated is not None:
        return repeated
    if mention.kind == "pilot_demo" and (users := judge_users(case, box, mention, year)) is not None:
        return users
    papers_only = rule is not None and not rule.registries and rule.name != "hitech"
    return judge_documented(case, box, mention, year, rule) if papers_only and rule else None
