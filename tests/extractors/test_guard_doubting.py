"""Which facts deserve a second look: those of pixels that are unclear, failed, unfit or missing; no others."""

from dataclasses import replace

from extractors.exhibits import find_exhibits
from extractors.guard.doubting import doubts

CERTIFICATE = (
    "发明专利证书",
    "发明名称：一种数控机床的数据采集方法",
    "专利号：ZL 2018 1 0288982.7",
    "专利申请日：2018年04月03日",
    "专利权人：宁波甬江数智科技股份有限公司",
    "授权公告日：2020年02月21日",
    "授权公告号：CN 108752199 B",
)


def asked(page, *, origin="rapidocr", unclear="", certain=0.99):
    """The doubts about a certificate; the characters of `unclear` were hard to read."""
    lines = []
    for line in page.lines:
        at = line.text.find(unclear) if unclear else -1
        sure = [0.5 if at <= n < at + len(unclear) and at >= 0 else certain for n in range(len(line.text))]
        lines.append(replace(line, origin=origin, confidences=tuple(sure)))
    read = replace(page, lines=tuple(lines))
    exhibits, _ = find_exhibits("a.pdf", "0" * 64, [read])
    return {doubt.name: doubt for doubt in doubts(exhibits, {read.number: read})}


def test_nothing_is_asked_about_a_clear_paper(page):
    assert asked(page(*CERTIFICATE)) == {}


def test_an_unclear_character_in_a_number_or_a_date_is_looked_at_again_and_one_in_a_name_is_not(page):
    found = asked(page(*CERTIFICATE), unclear="21日")
    assert list(found) == ["grant_date"]
    assert found["grant_date"].read == "2020-02-21"
    assert asked(page(*CERTIFICATE), unclear="甬江") == {}


def test_a_failed_check_is_looked_at_again_however_clear_it_was(page):
    rows = [row.replace("0288982.7", "0288982.3") for row in CERTIFICATE]
    found = asked(page(*rows))
    assert list(found) == ["number"]
    (x0, y0), _, (x1, y1), _ = found["number"].quad
    frame = found["number"].frame
    assert x0 < frame.x0 and y0 < frame.y0 and x1 > frame.x1 and y1 > frame.y1


def test_a_text_layer_was_said_not_seen_and_is_never_looked_at_again(page):
    rows = [row.replace("0288982.7", "0288982.3") for row in CERTIFICATE]
    assert asked(page(*rows), origin="text") == {}


def test_facts_that_do_not_fit_together_are_looked_at_again_both(page):
    rows = [row.replace("2018年04月", "2019年04月") for row in CERTIFICATE]
    assert set(asked(page(*rows))) == {"number", "filing_date"}


def test_a_number_that_could_not_be_parsed_is_looked_for_behind_its_label(page):
    rows = [row.replace("ZL 2018 1 0288982.7", "ZL 20?8 1 02") for row in CERTIFICATE]
    found = asked(page(*rows))
    assert list(found) == ["number"]
    assert found["number"].read == ""
    assert found["number"].frame.y0 == 100.0


def test_a_label_with_nothing_read_beside_it_is_looked_at_to_its_right(page):
    rows = [row.replace("ZL 2018 1 0288982.7", "") for row in CERTIFICATE]
    frame = asked(page(*rows))["number"].frame
    assert frame.x0 >= 108.0
    assert frame.width > 150
