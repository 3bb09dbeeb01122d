"""Who applies, and whether a name on a paper or in a registry is that company's.

Accepted are the current name and former names that the companies registry (or a 名称变更 paper)
knows. Parents, subsidiaries and companies of a similar name are others.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from os.path import commonprefix

from extractors.exhibit import Exhibit
from registries.companies import CompanyNames, FormerName, parse_former_names
from registries.match import Findings, Match
from registries.values.identifiers import Uscc
from registries.values.name_parts import split_name
from registries.values.names import normalize_name
from verifier.claims import Claim
from verifier.likeness import apart

GRACE = timedelta(days=366)
"""Offices go on printing a former name for papers that were on their way when it changed."""

_LEGAL_FORM = re.compile("有限责任公司$")


class Standing(IntEnum):
    """What a name is to the applicant; the higher, the closer.

    NEAR is one character away; VARIANT has the same legal form written longer (有限责任公司).
    """

    BLANK = 0
    OTHER = 1
    NEAR = 2
    VARIANT = 3
    FORMER = 4
    SAME = 5

    @property
    def own(self) -> bool:
        """The name is the applicant's, now or formerly."""
        return self >= Standing.FORMER


@dataclass(frozen=True, slots=True)
class Applicant:
    """The company that applies; `match` is its record in the companies registry, if there is one."""

    name: str
    uscc: str = ""
    former: tuple[FormerName, ...] = ()
    asked: bool = False
    match: Match | None = None
    documented: tuple[str, ...] = ()
    """Former names that a 名称变更 paper proves; of others only the registry knows."""

    @property
    def names(self) -> tuple[str, ...]:
        """The current name and all former ones."""
        return (self.name, *(past.name for past in self.former))

    def standing(self, name: str, on: date | None = None) -> Standing:
        """What one name is to the applicant, on the day of the paper where it has one."""
        if not normalize_name(name):
            return Standing.BLANK
        if same_name(name, self.name):
            return Standing.SAME
        held = [past.name for past in self.former if _held(past, on)]
        if any(same_name(name, past) for past in held):
            return Standing.FORMER
        if any(_form_variant(name, mine) for mine in (self.name, *held)):
            return Standing.VARIANT
        return Standing.NEAR if any(_near(name, mine) for mine in (self.name, *held)) else Standing.OTHER

    def among(self, names: Iterable[str], on: date | None = None) -> Standing:
        """The best standing among several names."""
        return max((self.standing(name, on) for name in names), default=Standing.BLANK)

    def bears_code(self, code: str) -> bool:
        """A paper's code is the applicant's, whatever name stands beside it: it may bear a former one."""
        return Uscc.is_valid(code) and Uscc.is_valid(self.uscc) and Uscc.normalize(code) == Uscc.normalize(self.uscc)

    def related(self, name: str) -> bool:
        """Perhaps a company of the same house: the parent that the registry knows, or one whose 字号 begins alike."""
        parent = self.match.record.get("parent") if self.match else ""
        mine, theirs = split_name(self.name), split_name(name)
        begins = commonprefix((mine.brand, theirs.brand))
        return same_name(name, parent) or len(begins) > 1 and (mine.place == theirs.place or begins == theirs.brand)

    def undocumented(self, names: Iterable[str]) -> bool:
        """One of the names is a former one of which no paper of change was handed in."""
        former = [n for n in names if self.standing(n) is Standing.FORMER]
        return any(not any(same_name(n, past) for past in self.documented) for n in former)

    def place_in(self, names: Sequence[str]) -> int:
        """The applicant's place in an ordered list, from 1; 0 where it is not in it."""
        return next((i for i, name in enumerate(names, 1) if self.standing(name).own), 0)


def same_name(a: str, b: str) -> bool:
    """Two organisations' names are the same, however brackets and spaces are printed."""
    return bool(normalize_name(a)) and normalize_name(a) == normalize_name(b)


def names_in(text: str) -> tuple[str, ...]:
    """The organisations that stand in one field, in order."""
    return tuple(part.strip() for part in re.split(r"[;；、\n]|[,，](?=\s*[一-鿿])", text) if part.strip())


def find_applicant(
    claims: Sequence[Claim],
    exhibits: Sequence[Exhibit],
    company: Sequence[Findings],
    names: CompanyNames | None = None,
) -> Applicant:
    """Say who applies, by the form's own words and the companies registry.

    Args:
        claims: the claims of the form; its 企业名称 and 组织机构代码 are looked at.
        exhibits: the papers; a 名称变更 paper may document a former name.
        company: what the companies registry answered when it was asked for the applicant.
        names: all names that the registry's history knows, where it keeps one.
    """
    name, code = _text(claims, "company_name"), _text(claims, "org_code")
    if not name:
        name = next((e.text("holder") for e in exhibits if e.type == "business_licence"), "")
    match = _company(name, code, company)
    known = names.former if names is not None else ()
    papers = _documented(name, exhibits)
    documented = tuple(past.name for past in papers)
    former = tuple(dict.fromkeys((*_former(match), *known, *papers)))
    if match is None:
        return Applicant(name, code, former, _asked(company), None, documented)
    return Applicant(match.record.get("name"), match.record.get("uscc"), former, True, match, documented)


def _text(claims: Sequence[Claim], key: str) -> str:
    return next((c.text.strip() for c in claims if c.key == key and not c.blank), "")


def _asked(company: Sequence[Findings]) -> bool:
    return any(f.asked for f in company)


def _company(name: str, code: str, company: Sequence[Findings]) -> Match | None:
    matches = [m for f in company for m in f.matches]
    by_name = [m for m in matches if same_name(m.record.get("name"), name)]
    if by_name:
        return next((m for m in by_name if same_name(m.record.get("uscc"), code)), by_name[0])
    return next((m for m in matches if any(same_name(f.name, name) for f in _former(m))), None)


def _former(match: Match | None) -> tuple[FormerName, ...]:
    if match is None:
        return ()
    return parse_former_names(match.record.get("former_names"))


def _documented(name: str, exhibits: Sequence[Exhibit]) -> tuple[FormerName, ...]:
    papers = (e for e in exhibits if e.type == "name_change_notice" and same_name(e.text("holder"), name))
    return tuple(FormerName(past) for e in papers for past in names_in(e.text("former_name")))


def _held(past: FormerName, on: date | None) -> bool:
    return on is None or past.held_on(on) or past.held_on(on - GRACE)


def _form_variant(a: str, b: str) -> bool:
    left, right = (_LEGAL_FORM.sub("有限公司", normalize_name(name)) for name in (a, b))
    return left == right


def _near(a: str, b: str) -> bool:
    return apart(normalize_name(a), normalize_name(b)) <= 1
