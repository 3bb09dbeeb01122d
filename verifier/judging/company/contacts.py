"""申报负责人, 电话, 电子邮箱: nothing is to be proved by papers; only how they are written is looked at."""

import re
import unicodedata

from verifier.claims import Claim
from verifier.judging.case import Case, claimed, decide
from verifier.verdict import Flag, Outcome, Verdict

_PHONE = re.compile(r"(?:\+?86[- ]?)?(?:1[3-9]\d{9}|(?:0\d{2,3}[- ]?)?\d{7,8}(?:[- ]\d{1,6})?)")
_EMAIL = re.compile(r"[^@\s]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_PERSON = re.compile(r"[一-鿿·]{2,12}|[A-Za-z .·]{3,40}")


def judge_contact(case: Case, claim: Claim) -> Verdict:
    """A contact that is written as such claims nothing; one that is not, a person asks for again."""
    text = unicodedata.normalize("NFKC", claim.text).strip()
    pattern = {"phone": _PHONE, "email": _EMAIL}.get(claim.name, _PERSON)
    parts = (
        [p.strip() for p in re.split(r"[、;,/\s]{1,3}(?=[\d一-鿿A-Za-z])", text)]
        if claim.name == "phone"
        else [text]
    )
    if all(pattern.fullmatch(re.sub(r"(?<=\d{3}) (?=\d{4})|[()]", "", part)) for part in parts):
        return Verdict(
            claim.key,
            claim.label,
            claimed(claim),
            None,
            Flag.NOT_CLAIMED,
            Outcome.NOT_CLAIMED,
            ("NOTHING_TO_PROVE",),
            case.rules.say("NOTHING_TO_PROVE"),
            flags=("PERSONAL_DATA",),
        )
    reason = f"{claim.label}书写不完整或有误，请向企业核实"
    return decide(
        claim,
        Outcome.NEEDS_HUMAN_REVIEW,
        ("AMBIGUOUS_CLAIM",),
        explanation=reason,
        flags=("PERSONAL_DATA",),
        question=f"{claim.label}是否有误？",
    )
