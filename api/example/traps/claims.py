"""Papers that prove less than is claimed: of another time, role, level, owner or thing; facts only."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

from api.example import distinctions, rights
from api.example.application import Application, Item, Paper
from api.example.traps.counting import lose, overstate, with_changed_item, with_changed_rows, without_rows

PATENTS, SOFTWARE, LED, JOINED = (
    "invention_patents_valid",
    "software_copyrights",
    "standards_led",
    "standards_participated",
)


def _refused(application: Application, kind: str, flag: str = "unsupported", **changes: Any) -> Application:
    old = next(i for i in application.items if i.kind == kind and i.flag == "supported")
    return with_changed_item(application, old, replace(old, flag=flag, **changes))


def _bent(application: Application, type_: str, **says: Any) -> Application:
    paper = application.of_type(type_)[0]
    return application.swapping(paper, replace(paper, says={**paper.says, **says}))


def granted_later(application: Application, chance: Random) -> Application:
    """A patent that was granted only after the application."""
    paper, _ = rights.patent(chance, [application.company.name], application.company.address)
    granted = application.as_of + timedelta(40)
    says = {**paper.says, "grant_date": granted}
    row = rights.patent_row(replace(paper, says=says))
    return overstate(application.with_papers(replace(paper, says=says)).with_rows("patents", row), PATENTS)


def term_over(application: Application, chance: Random) -> Application:
    """A patent whose twenty years are over."""
    paper, _ = rights.patent(chance, [application.company.name], application.company.address)
    says = {**paper.says, "filing_date": date(2001, 5, 9), "grant_date": date(2004, 6, 2)}
    row = rights.patent_row(replace(paper, says=says))
    return overstate(application.with_papers(replace(paper, says=says)).with_rows("patents", row), PATENTS)


def bought(application: Application, chance: Random) -> Application:
    """The certificate names the seller, the register the applicant: a person asks for the transfer."""
    paper, row = rights.patent(chance, [application.strangers[3].name], application.company.address)
    changed = {**row, "owners": application.company.name}
    application = application.with_papers(paper).with_rows("patents", changed)
    claimed = application.claims[PATENTS] + 1
    proved = application.expected[PATENTS]["verified"]
    return application.claiming(PATENTS, claimed, "needs_review", "transfer", proved)


def page_copied_over(application: Application, chance: Random) -> Application:
    """One software certificate handed in twice, as original and as duplicate."""
    paper = application.of_type("software_copyright_certificate")[0]
    return overstate(application.with_papers(replace(paper)), SOFTWARE)


def change_counted(application: Application, chance: Random) -> Application:
    """A paper that changes a registration is counted as one more."""
    paper = application.of_type("software_copyright_certificate")[0]
    says = {k: paper.says[k] for k in ("number", "title", "holder")}
    change = Paper("software_copyright_change", paper.section, "facts", says)
    return overstate(application.with_papers(change), SOFTWARE)


def software_sold(application: Application, chance: Random) -> Application:
    """Software was sold: the register names another owner."""
    paper = application.of_type("software_copyright_certificate")[0]
    number = paper.says["number"]
    application = with_changed_rows(
        application,
        SOFTWARE,
        lambda row: row["registration_no"] == number,
        owners=application.strangers[2].name,
    )
    return lose(application, SOFTWARE)


def standard_withdrawn(application: Application, chance: Random) -> Application:
    """A standard that was withdrawn."""
    drafters = [*chance.sample(list(application.strangers), 3), application.company]
    paper, row = rights.standard(chance, "YD", drafters)
    withdrawn = {**row, "status": "废止"}
    return overstate(application.with_papers(paper).with_rows("standards", withdrawn), JOINED)


def standard_planned(application: Application, chance: Random) -> Application:
    """A standard that is not yet published."""
    drafters = [application.company, *chance.sample(list(application.strangers), 3)]
    paper, row = rights.standard(chance, "GB", drafters)
    later = {**row, "publish_date": "2022-11-01", "status": "在研"}
    return overstate(application.with_papers(paper).with_rows("standards", later), LED)


def led_counted_twice(application: Application, chance: Random) -> Application:
    """A standard that was led is claimed as joined as well."""
    return overstate(application, JOINED)


def _award(
    application: Application, chance: Random, year: int = 2020, place: int = 2
) -> tuple[Paper, dict[str, str], Item]:
    winners = list(chance.sample(list(application.strangers), 3))
    winners.insert(place, application.company)
    paper, row, item = distinctions.award(chance, winners, application.company.name, year)
    return paper, dict(row), item


def award_year_wrong(application: Application, chance: Random) -> Application:
    """An award of 2019 is claimed for 2021."""
    paper, row, item = _award(application, chance, 2019)
    bent = replace(item, year=2021, sentence=item.sentence.replace("2019", "2021"), flag="unsupported")
    return application.with_papers(paper).with_rows("awards", row).with_items(bent)


def award_nominated(application: Application, chance: Random) -> Application:
    """A nomination is claimed as the award."""
    paper, row, item = _award(application, chance, 2020)
    named = "浙江省科学技术进步奖提名奖"
    paper = replace(paper, says={**paper.says, "award": named})
    return (
        application.with_papers(paper)
        .with_rows("awards", {**row, "name": named})
        .with_items(replace(item, flag="unsupported"))
    )


def award_rank_inflated(application: Application, chance: Random) -> Application:
    """The third winner claims to be the first."""
    paper, row, item = _award(application, chance, 2020)
    title, grade = row["project"], row["grade"]
    sentence = f"“{title}”获2020年度浙江省科学技术进步奖{grade}（第一完成单位）"
    bent = replace(item, sentence=sentence, flag="unsupported")
    return application.with_papers(paper).with_rows("awards", row).with_items(bent)


def honour_bred(application: Application, chance: Random) -> Application:
    """A list of companies to be bred (培育) is claimed as the recognition."""
    paper = application.of_type("cloud_honour_notice")[0]
    name, number = "浙江省上云标杆企业培育名单", paper.says["number"]
    application = _bent(application, "cloud_honour_notice", award=name)
    application = with_changed_rows(application, "honors", lambda row: row["doc_no"] == number, list=name)
    return _cloud_refused(application)


def honour_old(application: Application, chance: Random) -> Application:
    """An honour from before the three years."""
    paper = application.of_type("cloud_honour_notice")[0]
    number = paper.says["number"]
    application = _bent(application, "cloud_honour_notice", year=2017)
    application = with_changed_rows(application, "honors", lambda row: row["doc_no"] == number, year="2017")
    return _cloud_refused(application)


def _cloud_refused(application: Application) -> Application:
    old = next(item for item in application.items if item.box == "cloud_honours")
    application = with_changed_item(application, old, replace(old, flag="unsupported"))
    claimed = application.claims["cloud_honours"]
    return application.claiming("cloud_honours", claimed, "unsupported", "stage", None)


def credit_stale(application: Application, chance: Random) -> Application:
    """The credit report is more than half a year old."""
    application = _bent(application, "credit_report_public", date=application.as_of - timedelta(300))
    claimed = application.claims["public_credit_grade"]
    return application.claiming("public_credit_grade", claimed, "unsupported", "stale", None)


def credit_of_another(application: Application, chance: Random) -> Application:
    """The credit report of another company."""
    other = application.strangers[4]
    application = _bent(application, "credit_report_public", holder=other.name, uscc=other.uscc)
    claimed = application.claims["public_credit_grade"]
    return application.claiming("public_credit_grade", claimed, "unsupported", "holder", None)


def hitech_expired(application: Application, chance: Random) -> Application:
    """A certificate of 2018 that ran out before the day."""
    application = _bent(
        application, "hitech_certificate", grant_date=date(2018, 11, 30), number="GR201833100123"
    )
    item = Item("brand_honours", "honour", "高新技术企业", "公司为国家高新技术企业", "unsupported")
    return application.with_items(item)


def certificate_expired(application: Application, chance: Random) -> Application:
    """The certificate of a management system ran out."""
    application = _bent(application, "mgmt_system_certificate", valid_to=date(2021, 6, 30))
    return _refused(application, "certification")


def certificate_of_another(application: Application, chance: Random) -> Application:
    """The certificate of a management system is the parent's."""
    application = _bent(application, "mgmt_system_certificate", holder=application.strangers[5].name)
    return _refused(application, "certification")


def rules_overstated(application: Application, chance: Random) -> Application:
    """Eighteen rules are claimed, three were handed in."""
    old = next(i for i in application.items if i.kind == "internal_rule")
    return _refused(application, "internal_rule", sentence=old.sentence.replace("3项", "18项"))


def project_of_participant(application: Application, chance: Random) -> Application:
    """Taking part in a project is claimed as leading it."""
    paper = application.of_type("major_project")[0]
    leader = application.strangers[6].name
    application = _bent(application, "major_project", holder=leader, coop=application.company.name)
    assert paper is not None
    return _refused(application, "project")


def project_before_window(application: Application, chance: Random) -> Application:
    """A project from before the three years."""
    application = _bent(application, "major_project", year=2015)
    return _refused(application, "project")


def appraisal_inflated(application: Application, chance: Random) -> Application:
    """国际先进 in the appraisal, 国际领先 on the form."""
    return _refused(application, "technology", name="国际领先", sentence="1项技术经鉴定达到国际领先水平")


def compatibility_as_directory(application: Application, chance: Random) -> Application:
    """A certificate of compatibility is claimed as an entry of the 信创 directory."""
    says = {
        "holder": application.company.name,
        "product": "工业数据库软件",
        "title": "产品兼容性互认证明",
        "number": f"JR{chance.randrange(1000, 9999)}",
    }
    item = Item(
        "controllable_technology", "xinchuang", "信创产品目录", "1款产品列入信创产品目录", "unsupported"
    )
    return application.with_papers(Paper("xinchuang_entry", "二、数字创新", "facts", says)).with_items(item)


def share_self_made(application: Application, chance: Random) -> Application:
    """The market report was written by the company itself."""
    application = _bent(application, "market_share_report", issuer=application.company.name)
    application = _refused(application, "market_rank")
    return _refused(application, "market_share")


def share_of_the_world(application: Application, chance: Random) -> Application:
    """A rank in the country is claimed as one in the world."""
    old = next(i for i in application.items if i.kind == "market_rank")
    rank = old.name.removeprefix("全国第")
    return _refused(application, "market_rank", name=f"全球第{rank}", sentence=f"位列全球第{rank}")


def share_inflated(application: Application, chance: Random) -> Application:
    """Twice the share that the report states."""
    old = next(i for i in application.items if i.kind == "market_share")
    share = str(application.of_type("market_share_report")[0].says["share"])
    more = f"{float(share) * 2:.1f}"
    return _refused(application, "market_share", sentence=old.sentence.replace(f"{share}%", f"{more}%"))


def alliance_joined(application: Application, chance: Random) -> Application:
    """A member of an alliance claims to lead it."""
    paper = application.of_type("consortium_document")[0]
    leader = application.strangers[7].name
    members = f"{application.company.name};{paper.says['members']}"
    application = _bent(application, "consortium_document", lead=leader, members=members)
    return _refused(application, "consortium")


def source_of_another(application: Application, chance: Random) -> Application:
    """Another company is the foundation's donor."""
    application = _bent(application, "open_source_certificate", holder=application.strangers[8].name)
    return _refused(application, "open_source")


def orders_as_cases(application: Application, chance: Random) -> Application:
    """Many more cases than contracts."""
    old = next(i for i in application.items if i.kind == "case_count")
    return _refused(application, "case_count", sentence="近三年服务案例120个", name=old.name)


def cases_too_old(application: Application, chance: Random) -> Application:
    """A contract from before the three years is counted as a case."""
    paper = application.of_type("application_contract")[-1]
    old = replace(paper, says={**paper.says, "date": date(2016, 4, 1)})
    return _refused(application.swapping(paper, old), "case_count")


def report_missing(application: Application, chance: Random) -> Application:
    """A year of responsibility reports is claimed that was never handed in."""
    paper = next(p for p in application.of_type("csr_report") if p.says["year"] == 2020)
    kept = [p for p in application.papers if p is not paper]
    old = next(i for i in application.items if i.kind == "csr" and i.year == 2020)
    return with_changed_item(replace(application, papers=kept), old, replace(old, flag="unsupported"))


def cloud_not_bought(application: Application, chance: Random) -> Application:
    """云安全 is ticked, no contract names it."""
    ticked = [*application.claims["cloud_facilities"], "云安全"]
    return application.claiming("cloud_facilities", ticked, "unsupported", "no_evidence", None)


def cloud_of_another(application: Application, chance: Random) -> Application:
    """The cloud contract is another company's."""
    other = application.strangers[9].name
    application = _bent(application, "cloud_contract", holder=other)
    for key in ("cloud_deployment", "cloud_facilities"):
        application = application.claiming(key, application.claims[key], "unsupported", "holder", None)
    claimed = application.claims["cloud_native_platform"]
    return application.claiming("cloud_native_platform", claimed, "unsupported", "holder", None)


def user_without_contract(application: Application, chance: Random) -> Application:
    """A company on a list of pilots that the applicant has no contract with."""
    customers = {p.says["customer"] for p in application.of_type("application_contract")}
    rows = [(firm.name,) for firm in application.strangers if firm.name not in customers]
    return _pilots(application, rows[:4], "unsupported")


def user_with_contract(application: Application, chance: Random) -> Application:
    """A customer on a list of pilots: it holds."""
    paper = application.of_type("application_contract")[-1]
    rows = [(application.strangers[11].name,), (paper.says["customer"],)]
    return _pilots(application, rows, "supported")


def _pilots(application: Application, rows: Sequence[tuple[str, ...]], flag: str) -> Application:
    name = "浙江省未来工厂"
    says = {
        "award": name,
        "year": 2021,
        "level": "省级",
        "issuer": "浙江省经济和信息化厅",
        "rows": rows,
        "columns": ("holder",),
    }
    item = Item(
        "benchmark_effect", "pilot_demo", "未来工厂", "公司服务的1家客户入选浙江省“未来工厂”名单", flag
    )
    paper = Paper("pilot_demo_notice", "五、数字赋能", "facts", says)
    records = [
        {
            "list": name,
            "level": "省级",
            "year": "2021",
            "company": row[0],
            "project": "",
            "issuer": "浙江省经济和信息化厅",
            "doc_no": "浙经信智造〔2021〕98号",
        }
        for row in rows
    ]
    return application.with_papers(paper).with_rows("honors", *records).with_items(item)


def former_name_undocumented(application: Application, chance: Random) -> Application:
    """A patent in a name that nobody documents as the company's former one."""
    paper, row = rights.patent(chance, ["宁波旧程软件技术有限公司"], application.company.address)
    return overstate(application.with_papers(paper).with_rows("patents", row), PATENTS)


def page_unreadable(application: Application, chance: Random) -> Application:
    """One claimed patent may stand on a page that nobody could read: a person looks."""
    says = {"section": 2, "type": "invention_patent_certificate"}
    application = application.with_papers(Paper("unreadable", "二、数字创新", "facts", says))
    claimed = application.claims[PATENTS] + 1
    proved = application.expected[PATENTS]["verified"]
    return application.claiming(PATENTS, claimed, "needs_review", "unreadable", proved)


def page_unreadable_elsewhere(application: Application, chance: Random) -> Application:
    """A page between honours cannot be read: no patent stands there."""
    says = {"section": 3, "type": "cloud_honour_notice"}
    application = application.with_papers(Paper("unreadable", "三、数字管理", "facts", says))
    return overstate(application, PATENTS)


def platform_withdrawn(application: Application, chance: Random) -> Application:
    """The published list no longer names the applicant's platform."""
    name = application.company.name
    old = next(i for i in application.items if i.box == "open_platforms")
    application = without_rows(
        application, "honors", lambda r: r["company"] == name and r["list"] == "浙江省工业互联网平台"
    )
    return with_changed_item(application, old, replace(old, flag="unsupported"))
