"""A stored report as it was told: verdicts with evidence and records, indicators, checklist, advice.

`restoring` gives back what was judged, this what came of it; both undo `report.as_json`, so that a
report can be shown, exported or redacted long after, and looks as on its first day.
"""

from collections.abc import Mapping
from datetime import date

from extractors.geometry import Box
from verifier.advice import Advice
from verifier.corrections import Corrected, Correction
from verifier.errors import NotAReport
from verifier.report.recalled_account import recall_indicator, recall_section
from verifier.report.recalled_verdicts import recall_verdict
from verifier.report.report import Provenance, Report
from verifier.report.restored_papers import restore_exhibits, restore_files
from verifier.report.restoring import restore_form
from verifier.report.writing import SCHEMA, Json
from verifier.selfcheck import Contradiction
from verifier.signals.reuse import Appearance, Reuse


def recall(flat: Json) -> Report:
    """The report that `as_json` wrote.

    Args:
        flat: the JSON object of the contract.

    Raises:
        NotAReport: it is something else, or lacks what a report has.
    """
    schema = flat.get("schema") if isinstance(flat, Mapping) else None
    if schema != SCHEMA:
        raise NotAReport(
            f"不是核验报告（schema 应为 {SCHEMA}，实为 {schema}）：请选择 hezheng verify 写出的 JSON"
        )
    try:
        return _report(flat)
    except (KeyError, TypeError, AttributeError) as error:
        raise NotAReport(f"核验报告不完整（{error}）：请用本版程序重新核验后再使用") from error


def _report(flat: Json) -> Report:
    return Report(
        as_of=date.fromisoformat(flat["as_of"]),
        company=flat["company"]["name"],
        uscc=flat["company"]["uscc"],
        provenance=_provenance(flat["provenance"]),
        files=restore_files(flat),
        exhibits=restore_exhibits(flat),
        verdicts=tuple(recall_verdict(c) for c in flat["claims"]),
        undecidable={kind: tuple(keys) for kind, keys in flat.get("undecidable", {}).items()},
        indicators=tuple(recall_indicator(i) for i in flat.get("indicators", ())),
        checklist=tuple(recall_section(s) for s in flat.get("checklist", ())),
        form_checks=tuple(
            Contradiction(c["code"], tuple(c["claims"]), c["message"]) for c in flat.get("form_checks", ())
        ),
        advice=tuple(
            Advice(a["code"], a["message"], a["claim"] or "", a["file"] or "", a["page"] or 0)
            for a in flat.get("advice", ())
        ),
        precheck=flat.get("precheck", False),
        redacted=flat.get("redacted", False),
        reuse=tuple(
            Reuse(r["how"], Appearance(**r["here"]), Appearance(**r["there"]), tuple(r["innocent"]))
            for r in flat.get("reuse", ())
        ),
        form=restore_form(flat) if flat.get("form") else None,
        corrections=tuple(_corrected(c) for c in flat.get("corrections", ())),
    )


def _corrected(flat: Json) -> Corrected:
    correction = Correction(
        flat["file"],
        flat["page"],
        flat["field"],
        flat["value"],
        flat["document"] or "",
        flat["by"] or "",
        Box(*flat["box"]) if flat.get("box") else None,
    )
    return Corrected(correction, flat["before"], flat["problem"] or "")


def _provenance(flat: Json) -> Provenance:
    return Provenance(
        flat["program"],
        flat["rules"],
        flat["registries"],
        tuple(flat["readers"]),
        flat.get("settings", {}),
        flat.get("rules_digest", ""),
    )
