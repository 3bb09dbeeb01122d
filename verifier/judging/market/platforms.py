"""Numbers of a platform, and the platform itself: developers, applications, 云原生 base.

Gathered, registered and active developers are different people: the form asks for those gathered,
the indicator for those active.
"""

from extractors.exhibit import Exhibit
from verifier.claims import Claim
from verifier.judging.case import Case, decide, point, without_paper
from verifier.judging.holding import ONLY, Told, foreign, hold, nameless, number_of, sort_papers
from verifier.likeness import alike, within
from verifier.verdict import Outcome, Verdict

STATISTICS = ("platform_statistics",)
WANTED = "平台运营数据"
MEANINGS = {"developers_count": "developers", "integrated_apps_count": "applications"}
NAMES = ("items", "products", "title", "platform", "scope")


def judge_statistic(case: Case, claim: Claim) -> Verdict:
    """集聚开发者数量 and 集成的应用组件…数量, as the platform's statistics tell them."""
    return judge_statistic_as(case, claim, MEANINGS[claim.name])


def judge_statistic_as(case: Case, claim: Claim, meaning: str) -> Verdict:
    """A number of that meaning: developers, active_developers or applications."""
    own, others, unsure = sort_papers(case, STATISTICS)
    told = [t for paper in own if (t := told_by(case, paper, meaning)) is not None]
    if not told and others and not own:
        return foreign(case, claim, others)
    if not told and (own or unsure):
        return nameless(case, claim, own or unsure)
    return hold(case, claim, told, WANTED, fits=_modest)


def _modest(claimed: float, known: float) -> bool:
    """Fewer are claimed than the statistics tell: a figure of some weeks before, or a round one."""
    return known / 2 <= claimed <= known


def told_by(case: Case, paper: Exhibit, meaning: str) -> Told | None:
    """What one paper of statistics tells: a number, else the rows of its list."""
    fact = case.stated(paper, meaning)
    number = number_of(fact)
    if number is None and paper.rows and meaning == "applications":
        fact, number = next(iter(paper.rows[0].facts), None), float(len(paper.rows))
    if number is None or fact is None:
        return None
    issuer = case.stated(paper, "issuer")
    third = issuer is not None and not case.applicant.standing(str(issuer.value)).own
    listed = number_of(paper.fact("listed")) if meaning == "applications" else None
    short = listed is not None and listed < number
    flags = (*(() if third else ("SELF_MADE_ONLY",)), *(("CONFLICTING_PAPERS",) if short else ()))
    return Told(number, f"运营数据载明{number:g}", ((paper, fact),), True, flags)


def judge_native_platform(case: Case, claim: Claim) -> Verdict:
    """云原生应用开发依托平台: its name stands in a cloud contract or on a software certificate."""
    own, others, unsure = sort_papers(
        case,
        ("cloud_contract", "software_copyright_certificate"),
        ("holder", "customer", "party_a", "vendor"),
    )
    for paper in own:
        for name in NAMES:
            fact = paper.fact(name)
            if fact is not None and _named(claim.text, f"{fact.value}"):
                evidence = (point(paper, (name,), counted=True, flags=ONLY),)
                text = (
                    f"平台名称见于{'云服务合同' if paper.type == 'cloud_contract' else '软件著作权登记证书'}"
                )
                return decide(
                    claim,
                    Outcome.SUPPORTED,
                    explanation=text,
                    verified=str(fact.value),
                    evidence=evidence,
                    flags=ONLY,
                )
    if unsure and not own:
        return nameless(case, claim, unsure)
    return without_paper(case, claim, f"载有平台名称“{claim.text.strip()}”的云服务合同或软件著作权登记证书")


def _named(claimed: str, printed: str) -> bool:
    return within(claimed, printed) or alike(claimed, printed) >= 0.85
