"""Who the company is, and its public credit: form, licence or report, and registry must agree."""

import pytest

from extractors.exhibit import Exhibit
from registries.record import Record
from tests.verifier.factory import (
    APPLICANT,
    CODE,
    FORMER,
    NEAR_NAME,
    PARENT,
    SCANNED,
    Desk,
    company,
    paper,
    record,
)
from verifier.verdict import Flag, Outcome

ADDRESS = "浙江省宁波市高新区聚贤路233号"
WRONG_CODE = CODE[:-1] + ("2" if CODE[-1] != "2" else "3")
OTHER_CODE = "91330000733796106P"


def licence(sure: float = 1.0, **facts: object) -> Exhibit:
    usual: dict[str, object] = {
        "holder": APPLICANT,
        "uscc": CODE,
        "legal_representative": "张三丰",
        "capital": 2900,
        "address": ADDRESS,
        "company_type": "有限责任公司(自然人投资或控股)",
    }
    return paper("business_licence", "licence", sure=sure, **{**usual, **facts})  # type: ignore[arg-type]


AGREED = {
    "company_name": APPLICANT,
    "org_code": CODE,
    "legal_representative": "张三丰",
    "registered_capital": "2900万元",
    "address": "宁波市高新区聚贤路233号",
}


@pytest.mark.parametrize("key", AGREED)
def test_form_licence_and_registry_agree(key: str) -> None:
    verdict = Desk((licence(),)).one(key, AGREED[key])
    assert verdict.flag is Flag.SUPPORTED
    assert verdict.evidence[0].counted and verdict.evidence[0].place and verdict.evidence[0].match


SPELLINGS = {
    "org_code": [CODE.lower(), f"{CODE[:8]} {CODE[8:]}", CODE[8:17]],
    "registered_capital": ["2900", "2,900.00万元", "贰仟玖佰万元整", "0.29亿元"],
    "company_name": [f"{APPLICANT}（盖章）", f" {APPLICANT} "],
}


@pytest.mark.parametrize(("key", "text"), [(k, t) for k, texts in SPELLINGS.items() for t in texts])
def test_other_spellings_of_the_same_thing(key: str, text: str) -> None:
    assert Desk((licence(),)).one(key, text).flag is Flag.SUPPORTED


WRONG = {  # claimed text, licence, record: contradicted
    "check character wrong": ("org_code", WRONG_CODE, licence(), company()),
    "check character wrong on form and licence": (
        "org_code",
        WRONG_CODE,
        licence(uscc=WRONG_CODE),
        company(),
    ),
    "the parent's code": ("org_code", OTHER_CODE, licence(), company()),
    "the parent's code on form and licence": ("org_code", OTHER_CODE, licence(uscc=OTHER_CODE), company()),
    "a former legal representative": ("legal_representative", "李四光", licence(), company()),
    "an old licence": (
        "legal_representative",
        "李四光",
        licence(legal_representative="李四光"),
        company(),
    ),
    "another capital": ("registered_capital", "29000万元", licence(), company()),
    "an altered licence": ("registered_capital", "29000万元", licence(capital=29000), company()),
    "the former name": ("company_name", FORMER, licence(), company()),
    "the parent's licence": (
        "legal_representative",
        "张三丰",
        licence(holder=PARENT, uscc=OTHER_CODE),
        company(),
    ),
}


@pytest.mark.parametrize("story", WRONG)
def test_what_the_registry_contradicts(story: str) -> None:
    key, text, exhibit, entry = WRONG[story]
    verdict = Desk((exhibit,), company=entry).one(key, text)
    assert (verdict.flag, verdict.outcome) == (Flag.UNSUPPORTED, Outcome.CONTRADICTED)


UNDECIDED = {
    "registry not loaded": ("legal_representative", "张三丰", licence(), frozenset[str](), Flag.NEEDS_REVIEW),
    "licence field unread": (
        "legal_representative",
        "张三丰",
        licence(legal_representative=""),
        None,
        Flag.NEEDS_REVIEW,
    ),
    "the licence alone says otherwise": (
        "registered_capital",
        "2900",
        licence(capital=5000),
        None,
        Flag.NEEDS_REVIEW,
    ),
    "business address": ("address", "宁波市鄞州区钱湖北路1号", licence(), None, Flag.NEEDS_REVIEW),
    "capital in dollars": ("registered_capital", "400万美元", licence(), None, Flag.NEEDS_REVIEW),
    "no licence": ("legal_representative", "张三丰", None, None, Flag.UNSUPPORTED),
}


@pytest.mark.parametrize("story", UNDECIDED)
def test_what_is_not_proved(story: str) -> None:
    key, text, exhibit, loaded, flag = UNDECIDED[story]
    assert Desk((exhibit,) if exhibit else (), loaded=loaded).one(key, text).flag is flag


def test_a_name_misread_in_one_place_is_carried_by_the_code() -> None:
    verdict = Desk((licence(SCANNED, holder=NEAR_NAME),)).one("company_name", APPLICANT)
    assert verdict.flag is Flag.SUPPORTED and verdict.flags == ("OCR_REPAIRED",)
    surely_other = Desk((licence(holder=NEAR_NAME),)).one("company_name", APPLICANT)
    assert surely_other.flag is not Flag.SUPPORTED


def test_company_nature_follows_the_type_on_the_licence() -> None:
    ticked = Desk((licence(),)).one("company_nature", ticked=("民营（含私营）",))
    assert ticked.flag is Flag.SUPPORTED and ticked.flags == ("DOCUMENT_ONLY",)
    for wrong in (("国有",), ("民营（含私营）", "合资")):
        assert Desk((licence(),)).one("company_nature", ticked=wrong).flag is Flag.NEEDS_REVIEW


def report(**facts: object) -> Exhibit:
    usual: dict[str, object] = {"holder": APPLICANT, "uscc": CODE, "grade": "良好", "date": "2022-03-01"}
    return paper("credit_report_public", "credit", **{**usual, **facts})  # type: ignore[arg-type]


def rating(grade: str = "良好", made: str = "2022-03-01", uscc: str = CODE) -> Record:
    return record("credit_ratings", f"{uscc}{made}", uscc=uscc, company=APPLICANT, grade=grade, date=made)


CREDIT = {
    "as claimed": ("良好", report(), [rating()], Flag.SUPPORTED),
    "claimed by letter": ("B", report(), [rating()], Flag.SUPPORTED),
    "lower in truth": ("良好", report(grade="中等"), [rating("中等")], Flag.UNSUPPORTED),
    "an altered report": ("优秀", report(grade="优秀"), [rating()], Flag.UNSUPPORTED),
    "lowered since the report": (
        "良好",
        report(),
        [rating(), rating("较差", "2022-04-01")],
        Flag.UNSUPPORTED,
    ),
    "lowered after the day": ("良好", report(), [rating(), rating("较差", "2022-05-01")], Flag.SUPPORTED),
    "somebody else's report": ("良好", report(uscc=OTHER_CODE, holder=PARENT), [rating()], Flag.UNSUPPORTED),
    "an old report": ("良好", report(date="2020-03-01"), [rating()], Flag.UNSUPPORTED),
    "not rated": ("良好", report(), [rating(uscc=OTHER_CODE)], Flag.UNSUPPORTED),
    "grade unread": ("良好", report(grade=""), [rating()], Flag.NEEDS_REVIEW),
    "commercial AAA": ("AAA", report(), [rating()], Flag.UNSUPPORTED),
}


@pytest.mark.parametrize("story", CREDIT)
def test_public_credit(story: str) -> None:
    text, exhibit, ratings, flag = CREDIT[story]
    verdict = Desk((exhibit,), tuple(ratings)).one("public_credit_grade", text)
    assert verdict.flag is flag
    assert flag is not Flag.SUPPORTED or verdict.verified == "良好"


def test_credit_without_report_or_registry() -> None:
    assert Desk((), (rating(),)).one("public_credit_grade", "良好").outcome is Outcome.NO_EVIDENCE
    unasked = Desk((report(),), (rating(),), loaded=frozenset({"companies"}))
    assert unasked.one("public_credit_grade", "良好").flag is Flag.NEEDS_REVIEW


def test_a_wrong_check_character_needs_no_registry() -> None:
    verdict = Desk((licence(uscc=WRONG_CODE),), loaded=frozenset()).one("org_code", WRONG_CODE)
    assert (verdict.flag, verdict.reasons[0]) == (Flag.UNSUPPORTED, "NUMBER_CHECK_FAIL")
