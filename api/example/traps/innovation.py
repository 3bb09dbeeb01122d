"""Software, standards, awards and first sets that are not what the form says."""

from dataclasses import replace
from datetime import date
from random import Random

from api.example import distinctions, names, rights
from api.example.application import Application, Item, Paper
from api.example.distinctions import INNOVATION
from api.example.traps.counting import gain, overstate, with_changed_item

SOFTWARE = "software_copyrights"
LED, JOINED = "standards_led", "standards_participated"


def software_of_another(application: Application, chance: Random) -> Application:
    """A software copyright belongs to another company."""
    paper, row = rights.software(chance, chance.choice(application.strangers).name)
    return overstate(application.with_papers(paper).with_rows(SOFTWARE, row), SOFTWARE)


def works_as_software(application: Application, chance: Random) -> Application:
    """A registered work of art is counted as software."""
    paper, _ = rights.software(chance, application.company.name)
    says = {
        **paper.says,
        "number": f"浙作登字-{chance.choice((2019, 2020))}-F-{chance.randrange(10_000, 99_999):08d}",
        "title": f"{names.vocabulary()['names']['brands'][3]}卡通形象系列",
    }
    return overstate(
        application.with_papers(Paper("works_registration_certificate", INNOVATION, "works", says)), SOFTWARE
    )


def software_not_registered(application: Application, chance: Random) -> Application:
    """Nobody ever registered the number on a software certificate."""
    paper, _ = rights.software(chance, application.company.name)
    return overstate(application.with_papers(paper), SOFTWARE)


def versions_of_one_software(application: Application, chance: Random) -> Application:
    """Two versions of one software are registered: padding, but allowed."""
    name = names.software(chance)
    for _ in range(2):
        paper, row = rights.software(chance, application.company.name, name=name)
        application = application.with_papers(paper).with_rows(SOFTWARE, row)
    return gain(application, SOFTWARE, 2)


def joined_as_led(application: Application, chance: Random) -> Application:
    """A standard in which the applicant took part is claimed as led."""
    application = overstate(application, LED)
    # What is left to claim as joined is fewer than what is proved, and so it holds.
    return application.claiming(JOINED, application.claims[JOINED] - 1, "supported", "proved", None)


def standard_without_applicant(application: Application, chance: Random) -> Application:
    """The applicant is not among the drafters of a standard."""
    paper, row = rights.standard(
        chance, chance.choice(("GB", "YD")), chance.sample(list(application.strangers), 5)
    )
    return overstate(application.with_papers(paper).with_rows("standards", row), JOINED)


def standard_not_registered(application: Application, chance: Random) -> Application:
    """A standard that the register does not know."""
    drafters = [*chance.sample(list(application.strangers), 4), application.company]
    paper, _ = rights.standard(chance, "SJ", drafters)
    return overstate(application.with_papers(paper), JOINED)


def local_standard(application: Application, chance: Random) -> Application:
    """A provincial standard counts on the form, though not for the indicator."""
    drafters = [*chance.sample(list(application.strangers), 4), application.company]
    paper, row = rights.standard(chance, "DB", drafters)
    return gain(application.with_papers(paper).with_rows("standards", row), JOINED)


def award_before_window(application: Application, chance: Random) -> Application:
    """An award from before the three years."""
    paper, row, item = _award(application, chance, 2015)
    return (
        application.with_papers(paper).with_rows("awards", row).with_items(replace(item, flag="unsupported"))
    )


def award_grade_inflated(application: Application, chance: Random) -> Application:
    """A third prize is claimed as a second."""
    paper, row, item = _award(application, chance, 2019, "三等奖")
    item = replace(
        item, grade="二等奖", sentence=item.sentence.replace("三等奖", "二等奖"), flag="unsupported"
    )
    return application.with_papers(paper).with_rows("awards", row).with_items(item)


def award_not_registered(application: Application, chance: Random) -> Application:
    """An award certificate of which the published list knows nothing."""
    paper, _, item = _award(application, chance, 2020)
    return application.with_papers(paper).with_items(replace(item, flag="unsupported"))


def award_of_others(application: Application, chance: Random) -> Application:
    """The project won, but the list of winners does not name the applicant."""
    paper, row, item = _award(application, chance, 2019)
    winners = [winner for winner in row["winners"].split(";") if winner != application.company.name]
    row = {**row, "winners": ";".join(winners)}
    return (
        application.with_papers(paper).with_rows("awards", row).with_items(replace(item, flag="unsupported"))
    )


def association_award(application: Application, chance: Random) -> Application:
    """A federation's award is claimed as the province's."""
    title = names.project(chance)
    says = {
        "award": "浙江机械工业科学技术奖",
        "grade": "一等奖",
        "year": 2020,
        "title": title,
        "issuer": "浙江省机械工业联合会",
        "holder": application.company.name,
        "date": date(2020, 12, 18),
        "text": f"你单位“{title}”项目荣获2020年度浙江机械工业科学技术奖一等奖。特发此证，以资鼓励。",
    }
    item = Item(
        "innovation_performance",
        "award",
        "浙江省科学技术进步奖",
        f"2020年“{title}”获浙江省科学技术进步奖一等奖",
        "unsupported",
        2020,
        "一等奖",
    )
    return application.with_papers(Paper("association_honour", INNOVATION, "certificate", says)).with_items(
        item
    )


def first_set_level_inflated(application: Application, chance: Random) -> Application:
    """A first set of the province is claimed as one of the country."""
    old = next(item for item in application.items if item.kind == "first_set")
    sentence = old.sentence.replace("省内首台", "国内首台")
    return with_changed_item(
        application, old, replace(old, level="国内", sentence=sentence, flag="unsupported")
    )


def first_set_of_city(application: Application, chance: Random) -> Application:
    """A city's first set is claimed as one of the province."""
    others = chance.sample(list(application.strangers), 4)
    claimed = {item.name for item in application.items}
    drawn = (distinctions.first_set(chance, application.company.name, others, "省内", 2020) for _ in range(50))
    paper, _, item = next(one for one in drawn if one[2].name not in claimed)
    says = {
        **paper.says,
        # A city's list knows none of the levels 国际, 国内 and 省内.
        "level": "",
        "award": "宁波市首台（套）产品",
        "issuer": "宁波市经济和信息化局",
        "number": f"甬经信装备〔2020〕{chance.randrange(20, 99)}号",
        "subject": "2020年度宁波市首台（套）产品名单",
        "heading": "2020年度宁波市首台（套）产品名单",
    }
    return application.with_papers(replace(paper, says=says)).with_items(replace(item, flag="unsupported"))


def _award(
    application: Application, chance: Random, year: int, grade: str = ""
) -> tuple[Paper, dict[str, str], Item]:
    winners = [*chance.sample(list(application.strangers), 2), application.company]
    paper, row, item = distinctions.award(chance, winners, application.company.name, year, grade)
    return paper, dict(row), item
