"""Codes against printed numbers: only a number of the same kind can agree or differ."""

from extractors.exhibit import Exhibit, Fact
from extractors.geometry import Box
from extractors.guard.agreeing import compared
from extractors.page import Code, Page
from registries.values.identifiers import PatentNumber
from registries.values.repair import repair

BOX = Box(0.0, 0.0, 50.0, 50.0)


def paper(*facts, id_="d1"):
    return Exhibit(id_, "a.pdf", "0" * 64, (1,), "invention_patent_certificate", facts)


def fact(name, value, quote="", flags=()):
    return Fact(name, value, quote or value, (), 0.99, flags)


def after(exhibits, *payloads):
    codes = tuple(Code(text, "QR Code", BOX) for text in payloads)
    return compared(exhibits, {1: Page(1, 595.0, 842.0, codes=codes)})


def flags(exhibits, *payloads, name="number"):
    return after(exhibits, *payloads)[0].fact(name).flags


def test_a_url_that_holds_the_publication_number_agrees_with_the_printed_one():
    printed = paper(fact("publication_no", "CN108752199B"), fact("number", "2018102889827"))
    said = "http://epub.example.invalid/cred/CN108752199B"
    assert flags([printed], said, name="publication_no") == ("CODE_AGREES",)
    assert flags([printed], said) == ()


def test_another_number_of_the_same_kind_differs():
    printed = paper(fact("number", "2021SR0970846"))
    assert flags([printed], "https://x.invalid/softNotice?registerNumber=2021SR0970846&type=R11") == ("CODE_AGREES",)
    assert flags([printed], "https://x.invalid/softNotice?registerNumber=2021SR0970848") == ("CODE_DIFFERS",)


def test_serials_addresses_and_wrong_numbers_say_nothing():
    printed = paper(fact("number", "2018102889827"))
    for said in ("2025R11L3489548", "http://weixin.example.invalid/r/akRheR3El0DorVka9xF4", "2018102889829", ""):
        assert flags([printed], said) == ()


def test_the_code_of_the_paper_beside_it_on_the_sheet_does_not_differ():
    one, two = paper(fact("number", "2021SR0970846")), paper(fact("number", "2021SR0970848"), id_="d2")
    both = after([one, two], "2021SR0970848")
    assert [exhibit.fact("number").flags for exhibit in both] == [(), ("CODE_AGREES",)]


def test_a_failed_number_one_confusion_away_from_the_code_is_mended_to_it():
    far = paper(fact("number", "2018102889822", "ZL201810288982.2", ("NUMBER_CHECK_FAIL",)))
    assert flags([far], "2018102889831") == ("NUMBER_CHECK_FAIL", "CODE_DIFFERS")
    near = paper(fact("number", "2018102839328", "ZL201810283932.8", ("NUMBER_CHECK_FAIL",)))
    said = next(iter(repair(PatentNumber, "2018102839328")))
    assert after([near], said)[0].fact("number").value == said
    assert flags([near], said) == ("OCR_REPAIRED", "CODE_AGREES")


def test_a_guess_that_the_code_does_not_bear_out_is_taken_back():
    guessed = paper(fact("number", "2018102889831", "ZL201810288983.3", ("OCR_REPAIRED",)))
    (after_code,) = after([guessed], "2018102889827")
    assert after_code.fact("number").value == "2018102889833"
    assert after_code.fact("number").flags == ("NUMBER_CHECK_FAIL", "CODE_DIFFERS")
