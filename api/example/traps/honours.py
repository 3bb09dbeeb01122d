"""Honours and filings that another list, another level or another paper would be needed for."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from api.example import distinctions
from api.example.application import Application, Item, Paper
from api.example.distinctions import MANAGEMENT
from api.example.traps.counting import with_changed_item, without_rows

CLOUD, BIG_DATA = "cloud_honour_notice", "bigdata_honour_notice"
LISTS = {CLOUD: "浙江省上云标杆企业", BIG_DATA: "浙江省大数据应用示范企业"}


def not_on_registered_list(application: Application, chance: Random) -> Application:
    """The notice handed in names the applicant, the published list does not."""
    return _cloud_refused(_unlisted(application, CLOUD), "not_in_registry")


def not_on_printed_list(application: Application, chance: Random) -> Application:
    """The notice handed in does not name the applicant at all."""
    paper = application.of_type(CLOUD)[0]
    rows = [row for row in paper.says["rows"] if row[0] != application.company.name]
    # Nothing on such a page is the applicant's, so the truth says only which list it is.
    says = {**paper.says, "rows": rows, "holder": ""}
    return _cloud_refused(
        _unlisted(application.swapping(paper, replace(paper, says=says)), CLOUD), "not_on_list"
    )


def city_list_as_provincial(application: Application, chance: Random) -> Application:
    """A city's list of companies in preparation is ticked as a provincial honour."""
    name, year = application.company.name, 2021
    rows = [(firm.name, "") for firm in chance.sample(list(application.strangers), 8)] + [(name, "")]
    says = {
        "award": "宁波市云上企业培育库",
        "holder": name,
        "year": year,
        "title": "",
        "level": "市级",
        "rows": rows,
        "number": f"甬经信数经〔{year}〕{chance.randrange(20, 90)}号",
        "issuer": "宁波市经济和信息化局",
        "columns": ("企业名称",),
        "date": date(year, 9, 14),
        "subject": f"{year}年度宁波市云上企业培育库名单",
        "verb": "公布",
        "heading": f"{year}年度宁波市云上企业培育库名单",
    }
    row = {
        "list": "宁波市云上企业培育库",
        "level": "市级",
        "year": str(year),
        "company": name,
        "project": "",
        "issuer": "宁波市经济和信息化局",
        "doc_no": str(says["number"]),
    }
    application = application.with_papers(Paper(CLOUD, MANAGEMENT, "table", says)).with_rows("honors", row)
    application = application.with_items(
        Item("cloud_honours", "honour", "云上企业", "云上企业", "unsupported")
    )
    return application.claiming("cloud_honours", ["上云标杆", "云上企业"], "unsupported", "level", None)


def publicity_only(application: Application, chance: Random) -> Application:
    """A list that was only proposed (公示) is handed in for an honour."""
    return _instead(
        application, "publicity_notice", f"{application.as_of.year - 1}年浙江省大数据应用示范企业名单"
    )


def call_only(application: Application, chance: Random) -> Application:
    """The call for applications is handed in for an honour."""
    return _instead(application, "call_for_application", "申报浙江省大数据应用示范企业")


def registered_without_paper(application: Application, chance: Random) -> Application:
    """The published list names the applicant, but nothing was handed in for the honour."""
    old = next(item for item in application.items if item.name == LISTS[BIG_DATA])
    application = application.without_papers(BIG_DATA)
    return with_changed_item(application, old, replace(old, flag="unsupported"))


def filing_level_inflated(application: Application, chance: Random) -> Application:
    """A system filed at level two is claimed at level three."""
    paper, row, item = distinctions.filing(chance, application.company.name, 2, "仓储调度平台")
    item = replace(item, level=3, sentence=item.sentence.replace("二级", "三级"), flag="unsupported")
    return application.with_papers(paper).with_rows("security_filings", row).with_items(item)


def filing_of_another(application: Application, chance: Random) -> Application:
    """A system that another company filed is claimed as one's own."""
    other = chance.choice(application.strangers).name
    paper, row, item = distinctions.filing(chance, other, 3, "供应链协同平台")
    return (
        application.with_papers(paper)
        .with_rows("security_filings", row)
        .with_items(replace(item, flag="unsupported"))
    )


def _unlisted(application: Application, type_: str) -> Application:
    name = application.company.name
    return without_rows(
        application, "honors", lambda row: row["company"] == name and row["list"] == LISTS[type_]
    )


def _cloud_refused(application: Application, reason: str) -> Application:
    old = next(item for item in application.items if item.box == "cloud_honours")
    application = with_changed_item(application, old, replace(old, flag="unsupported"))
    return application.claiming(
        "cloud_honours", application.claims["cloud_honours"], "unsupported", reason, None
    )


def _instead(application: Application, type_: str, subject: str) -> Application:
    """Hand in another kind of notice for the big-data honour, of which no list knows."""
    paper = application.of_type(BIG_DATA)[0]
    says: dict[str, Any] = {**paper.says, "subject": subject, "verb": "组织"}
    if type_ == "call_for_application":
        del says["rows"]
        says["holder"] = ""
    application = application.swapping(paper, Paper(type_, paper.section, "notice", says))
    old = next(item for item in application.items if item.name == LISTS[BIG_DATA])
    return with_changed_item(_unlisted(application, BIG_DATA), old, replace(old, flag="unsupported"))
