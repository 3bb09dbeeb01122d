"""Numbers of rights and standards in sentences: they rest on the same papers as the cells of the form."""

import re
from collections.abc import Mapping
from dataclasses import replace
from math import ceil, floor
from types import MappingProxyType

from extractors.narrative.mention import Mention
from registries.values.dates import parse_date
from registries.values.identifiers import StandardNumber
from verifier.counting import NEARLY, Tally, Unit, Weight, compare
from verifier.judging.boxes.documented import Found
from verifier.judging.boxes.repeating import ASK
from verifier.judging.case import Case
from verifier.judging.counts.rights import rights_units
from verifier.judging.counts.standards import standard_units
from verifier.verdict import Outcome

COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "patent_invention": "invention_patents_valid",
        "patent_utility": "utility_models",
        "patent_design": "designs",
        "software_copyright": "software_copyrights",
    }
)
LEVELS = ("国际", "国家", "行业", "地方", "团体")


def judge_number_told(case: Case, mention: Mention, year: int | None) -> Found:
    """As many as the sentence says, of the years that it names."""
    units = _units(case, mention)
    wanted = _wanted(mention)
    years = mention.years or (case.window if "三年" in mention.text else ())
    dated = Tally(tuple(u for u in units.units if _in_year(u, years))) if years else units
    found = _compared(case, dated, wanted)
    if mention.kind.startswith("patent") and _ABROAD.search(mention.text) and found.outcome is Outcome.SUPPORTED:
        return replace(ASK, evidence=found.evidence)
    if years and found.outcome is not Outcome.SUPPORTED and units.counted + units.open >= wanted:
        return replace(ASK, evidence=found.evidence)
    return found


_ABROAD = re.compile("PCT|国际|(?<!国内)海外|(?<!国内)境外|国外|美国|欧洲|日本|韩国|德国|欧盟", re.IGNORECASE)
"""Patents of other offices: papers and registries of this one prove none."""


def _units(case: Case, mention: Mention) -> Tally:
    if mention.kind == "standard":
        return _standards(case, mention)
    if mention.kind == "patent_total":
        kinds = ("invention_patents_valid", "utility_models", "designs")
        return Tally(
            tuple(u for kind in kinds for u in rights_units(case, kind).units if u.reason != "KIND_MISMATCH")
        )
    both = _TOGETHER.search(mention.text) if mention.kind == "software_copyright" else None
    counts = [COUNTS[mention.kind], *([] if both is None else [COUNTS["patent_invention"]])]
    return Tally(tuple(u for count in counts for u in rights_units(case, count).units))


_TOGETHER = re.compile("发明专利(?:授权)?[、和及与]+(?:计算机)?(?:软件著作权|软著)(?:登记)?(?:共|合计|总计|累计|[\\d一二三四五六七八九十])")
"""«发明专利和软件著作权共50件»: one number of both."""


def _standards(case: Case, mention: Mention) -> Tally:
    """Standards of the level that the sentence names, in the role that it claims."""
    leads = {"lead": (True,), "participate": (False,)}.get(mention.role, (True, False))
    told = next((m[0] for m in _LISTED.finditer(mention.text) if mention.name in m[0]), mention.name)
    levels = [word for word in LEVELS if word in told]
    units = [u for led in leads for u in standard_units(case, led=led).units]
    kept = [u for u in units if not levels or _level(u) in (*levels, "")]
    counted = {u.key for u in kept if u.weight is Weight.COUNTED}
    return Tally(tuple(u for u in kept if u.weight is Weight.COUNTED or u.key not in counted))


def _level(unit: Unit) -> str:
    """The level that its number's prefix tells (GB, YD, T/, ISO), else its record."""
    record = unit.evidence.match.record if unit.evidence.match else None
    told = StandardNumber.family(record.get("standard_no")) if record else ""
    return told or next((word for word in LEVELS if record and word in record.get("level")), "")


_LISTED = re.compile(rf"(?:(?:{'|'.join(LEVELS)})(?:标准)?[、和及或与]*)+标准")
"""Levels that are told in a row: 国家、行业标准."""


def _in_year(unit: Unit, years: tuple[int, ...]) -> bool:
    record = unit.evidence.match.record if unit.evidence.match else None
    day = parse_date(
        next(
            (v for c in ("grant_date", "registered_on", "publish_date") if record and (v := record.get(c))),
            "",
        )
    )
    return day is not None and day.year in years


def _wanted(mention: Mention) -> int:
    """How many must be proved: more than 200 are 201; «近30» and «约30» are taken at nine tenths."""
    number = mention.quantity or 0.0
    if mention.bound == "gt":
        return floor(number) + 1
    if mention.bound in ("approx", "lt"):
        return ceil(number * NEARLY)
    return 0 if mention.bound == "le" else ceil(number)



def _compared(case: Case, units: Tally, wanted: int) -> Found:
    count = compare(wanted, units, case.unread)
    reason = count.reasons[0] if count.reasons else ""
    evidence = tuple(u.evidence for u in units.units)
    return Found(count.outcome, reason, evidence, count.flags, float(units.counted))
