"""A report survives the store: what `as_json` writes, `recall` gives back."""

import json

import pytest

from tests.conftest import Verified
from verifier.errors import NotAReport
from verifier.report.recalling import recall
from verifier.report.writing import as_json


def test_a_report_survives_the_store(verified_application: Verified) -> None:
    first = json.dumps(as_json(verified_application.report), ensure_ascii=False)
    again = json.dumps(as_json(recall(json.loads(first))), ensure_ascii=False)
    assert again == first
    assert json.loads(first)["form"]["fields"] and "compared" in first


def test_what_is_no_report_says_what_it_is() -> None:
    with pytest.raises(NotAReport, match="hezheng/reading/1"):
        recall({"schema": "hezheng/reading/1"})
    with pytest.raises(NotAReport, match="claims"):
        recall({"schema": "hezheng/report/1", "as_of": "2022-04-15", "company": {"name": "", "uscc": ""},
                "provenance": {"program": "", "rules": "", "registries": {}, "readers": []},
                "files": [], "documents": []})  # fmt: skip
