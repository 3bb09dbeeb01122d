"""What is a person's is masked everywhere; numbers of papers and of companies stay."""

import json

import pytest

from extractors.geometry import Box
from extractors.page import Code, Line, Page
from tests.conftest import Verified
from verifier.redaction.finding import is_identity_number, masked, private_spans
from verifier.redaction.masking import persons, redact
from verifier.redaction.veiling import private_boxes
from verifier.report.recalling import recall
from verifier.report.writing import as_json

IDENTITY = "11010519491231002X"  # the example of GB 11643


@pytest.mark.parametrize(
    "text, shown",
    [
        ("电话13858001234转", "电话***********转"),
        ("138 5800 1234", "*************"),
        ("0574-87654321", "*************"),
        ("（0571）-8765432", "*" * 14),
        (f"身份证{IDENTITY}。", "身份证******************。"),
        ("330102********1234", "******************"),
        ("邮箱a.b@x-y.com.cn", "邮箱" + "*" * 14),
        ("联系人：王小明，电话见下", "联系人：***，电话见下"),
        ("发 明 人：李四;王五六", "发 明 人：******"),
        ("李明华参与", "***参与"),
    ],
)
def test_private_things_are_masked_and_lengths_stay(text: str, shown: str) -> None:
    assert masked(text, {"李明华"}) == shown and len(masked(text)) == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "91330201MA2AGXYN0X", "913302017048123456", "2018102889827", "ZL 2018 1 0288982.7", "2021SR0970846",
        "GR202033100123", "33020012345-21001", "GB/T 36624—2018", "浙经信数经〔2022〕57号", "1234567890.12", "2022-04-15",
    ],
)  # fmt: skip
def test_numbers_of_papers_and_companies_stay(text: str) -> None:
    assert masked(text) == text


def test_an_identity_number_has_a_birthday_and_a_check() -> None:
    assert is_identity_number(IDENTITY)
    assert not is_identity_number("11010519491331002X") and not is_identity_number("110105194912310021")


def test_overlapping_spans_are_one() -> None:
    assert private_spans("联系人：王小明13858001234", {"王小明"}) == [(4, 18)]


def test_a_report_without_private_things_is_a_report_still(verified_application: Verified) -> None:
    flat = json.loads(json.dumps(as_json(verified_application.report)))
    names = persons(flat)
    assert names  # the legal representative at least
    told = redact(flat)
    text = json.dumps(told, ensure_ascii=False)
    assert told["redacted"] and not [name for name in names if name in text]
    assert json.dumps(as_json(recall(told)), ensure_ascii=False) == text
    assert [c["flag"] for c in told["claims"]] == [c["flag"] for c in flat["claims"]]
    assert told["company"] == flat["company"]
    numbers = [d["fields"]["number"]["value"] for d in flat["documents"] if "number" in d["fields"]]
    assert [d["fields"]["number"]["value"] for d in told["documents"] if "number" in d["fields"]] == numbers


def line(text: str, y: float) -> Line:
    boxes = tuple(Box(50 + 10 * n, y, 60 + 10 * n, y + 12) for n in range(len(text)))
    return Line(text, boxes, (1.0,) * len(text), "text")


def test_the_characters_themselves_are_covered_and_nothing_else() -> None:
    page = Page(
        1, 595, 842, lines=(line("联系人：王 小 明", 100), line("138 5800 1234", 130), line("注册资本", 160))
    )
    boxes = private_boxes(page, {"王小明"})
    assert len({b.y0 for b in boxes}) == 2
    name = max((b for b in boxes if b.y0 < 110), key=lambda b: b.width)
    assert name.x0 == pytest.approx(88.5) and name.x1 == pytest.approx(141.5)
    assert not [b for b in boxes if b.y0 > 150]


def test_codes_are_covered() -> None:
    page = Page(1, 595, 842, codes=(Code("x", "QR", Box(1, 2, 3, 4)),))
    assert private_boxes(page, ()) == (Box(1, 2, 3, 4),)
