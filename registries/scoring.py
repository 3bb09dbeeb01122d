"""From reasons to one score: when may a match carry a verdict?

* by number: certain, unless the title contradicts and nothing else upholds the number
* without: certain only where a set of columns that names one record agrees (`certain_by`),
  one of them at most merely NEAR, and no blocker contradicts; a sound number of something else does
* otherwise below CERTAIN, ranked by how much agrees

Likeness of strings ranks; it never makes certain.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from registries.compare.names import likeness
from registries.match import CERTAIN, Match, Reason
from registries.schema import Kind, Role

AGREES = frozenset({"SAME", "FORMER_NAME"})
_UPHOLDING = AGREES | {"NEAR"}
CONTRADICTS = frozenset({"DIFFERENT", "RELATED"})
DOUBTFUL_NUMBER = 0.6
BEST_UNCERTAIN = 0.89
AMBIGUOUS = 0.88
LEAST_LEAD = 0.02
LEAST_NEAR = 0.75
"""What is less near than this neither makes certain nor contradicts."""
MISREAD_NAME = 0.75
"""So much alike are a name and its misreading with three wrong characters."""
_HOLDERS = (Role.COMPANY, Role.COMPANIES)


def judge(kind: Kind, likened: Sequence[Reason], *, by_number: bool) -> tuple[float, tuple[Reason, ...]]:
    """The score of a record whose columns were compared, and the reasons with their shares of it.

    Args:
        kind: the kind of registry.
        likened: the comparisons, with likeness 0 to 1 as weight.
        by_number: whether the record was found by its number.

    Returns:
        The score, 0 to 1, from `CERTAIN` on of a match that may carry a verdict; and the reasons, each with
        its likeness times the weight of its column.
    """
    shares = _shares(kind, likened)
    points = _score(kind, likened, sum(shares), by_number)
    return points, tuple(
        Reason(r.code, r.column, r.asked, r.found, share, r.text, r.place)
        for r, share in zip(likened, shares, strict=True)
    )


def _shares(kind: Kind, likened: Sequence[Reason]) -> list[float]:
    weights = [column.weight if (column := kind.column(r.column)) else 0.0 for r in likened]
    total = sum(w for w, r in zip(weights, likened, strict=True) if r.code != "MISSING") or 1.0
    return [round(r.weight * w / total, 4) for w, r in zip(weights, likened, strict=True)]


def _score(kind: Kind, likened: Sequence[Reason], agreement: float, by_number: bool) -> float:
    codes = {reason.column: _code(reason) for reason in likened}
    if by_number:
        if _number_refuted(kind, codes, likened):
            return round(DOUBTFUL_NUMBER + 0.2 * agreement, 4)
        if any(code in CONTRADICTS for code in _identity(kind, codes)):
            return CERTAIN
        compared = any(code != "MISSING" for code in codes.values())
        return round(CERTAIN + (1 - CERTAIN) * (agreement if compared else 1.0), 4)
    if _is_certain(kind, codes):
        return round(CERTAIN + (1 - CERTAIN) * agreement * 0.9, 4)
    return round(min(BEST_UNCERTAIN, agreement * BEST_UNCERTAIN), 4)


def _code(reason: Reason) -> str:
    """The code that counts: a place more or less (甬江… / 宁波甬江…) is near, but upholds nothing."""
    return "MISSING" if reason.code == "NEAR" and reason.weight < LEAST_NEAR else reason.code


def _number_refuted(kind: Kind, codes: dict[str, str], likened: Sequence[Reason]) -> bool:
    """Whether a number leads to a record that is not the thing on the paper.

    A contradicting title alone may be a forged title, a contradicting holder alone a forged holder:
    both must be shown beside the record. When all that was asked contradicts, the number was misread;
    but a company whose code is right and whose name is much alike was misread in its name.
    """
    told = [code for code in _identity(kind, codes) if code != "MISSING"]
    titles = [codes[c.name] for c in kind.by_role(Role.TITLE) if codes.get(c.name, "MISSING") != "MISSING"]
    upheld = any(codes.get(column) in AGREES for column in kind.confirming)
    if not told or upheld or not all(code in CONTRADICTS for code in told):
        return False
    if kind.name == "companies":
        return not any(likeness(r.asked, r.found) >= MISREAD_NAME for r in likened if r.column == "name")
    return bool(titles) or kind.name == "credit_ratings"


def _identity(kind: Kind, codes: dict[str, str]) -> list[str]:
    """What was said about the title and the holder."""
    return [codes[c.name] for c in kind.by_role(Role.TITLE, *_HOLDERS) if c.name in codes]


def _is_certain(kind: Kind, codes: dict[str, str]) -> bool:
    if _UPHOLDING.isdisjoint(codes.values()):  # as of nearly all candidates of a misread name
        return False
    if any(codes.get(column) in CONTRADICTS for column in (kind.number, *kind.blockers)):
        return False
    holders = [codes[c.name] for c in kind.by_role(*_HOLDERS) if c.name in codes]
    if any(code in CONTRADICTS for code in holders):
        return False
    return any(_agrees(columns, codes) for columns in kind.certain_by)


def _agrees(columns: frozenset[str], codes: dict[str, str]) -> bool:
    """All agree, one of several may be merely near; a column alone must be the same."""
    told = [codes.get(column, "MISSING") for column in columns]
    near = sum(code == "NEAR" for code in told)
    return all(code in AGREES or code == "NEAR" for code in told) and near <= (1 if len(told) > 1 else 0)


def settle(kind: Kind, matches: Sequence[Match]) -> tuple[Match, ...]:
    """Orders matches, equals as they came, and takes certainty from those that another one equals.

    Two records that fit equally well are a question for a person, unless the number tells them apart; so are
    one that fits the name and another that fits what stands beside it: a misread name may be a sister's.
    """
    sisters = {id(match) for match in matches if _fits_another(kind, match, matches)}
    told = [doubt(match) if id(match) in sisters else match for match in matches]
    ordered = sorted(told, key=lambda match: -match.score)
    rivals = [match for match in ordered if match.score >= CERTAIN and not match.by_number]
    numbered = any(match.by_number and match.score >= CERTAIN for match in ordered)
    tied = len(rivals) > 1 and rivals[0].score - rivals[1].score < LEAST_LEAD
    fallen = {match.record.id for match in (rivals if numbered or tied else rivals[1:])}
    fallen |= _namesakes(kind, ordered)
    settled = [doubt(match) if match.record.id in fallen else match for match in ordered]
    return tuple(sorted(settled, key=lambda match: -match.score))


def _namesakes(kind: Kind, matches: Sequence[Match]) -> set[str]:
    """The records whose title fits and that say in all that was asked what another one says as well."""
    titles = [column.name for column in kind.by_role(Role.TITLE, Role.HONOUR)]
    held: dict[tuple[str, ...], set[str]] = {}
    for match in matches:
        if match.score < CERTAIN and any(map(match.reason, titles)) and not contradicted(match.reasons):
            held.setdefault(tuple(reason.found for reason in match.reasons), set()).add(match.record.id)
    return {each for ids in held.values() if len(ids) > 1 for each in ids}


def _fits_another(kind: Kind, match: Match, matches: Sequence[Match]) -> bool:
    """Whether what stands beside the name contradicts this record and agrees with another one."""
    if match.by_number or match.score < CERTAIN:
        return False
    against = [c for c in kind.confirming if (r := match.reason(c)) and r.code in CONTRADICTS]
    return any(
        (reason := other.reason(column)) is not None and reason.code == "SAME"
        for column in against
        for other in matches
        if other.record.id != match.record.id
    )


def contradicted(reasons: Iterable[Reason]) -> bool:
    """Whether anything that was asked for stands against a record."""
    return any(reason.code in CONTRADICTS for reason in reasons)


def doubt(match: Match) -> Match:
    """Takes the certainty, if it has any, from a match that others equal, and says so once."""
    if any(reason.code == "AMBIGUOUS" for reason in match.reasons):
        return match
    reason = Reason("AMBIGUOUS", "", "", "", 0.0, "另有登记与所查内容同样相符，不能单独认定")
    score = AMBIGUOUS if match.score >= CERTAIN else match.score
    return replace(match, score=score, reasons=(*match.reasons, reason))
