"""Frauds and honest oddities in new constellations: python -m bench.constellations [--dossiers 160] [--freeze].

A second generator beside bench.frauds, written from the catalogue of frauds and the checks of the claims,
before it was run and apart from the judge: several traps meet in one count, box or year, their words are
others, and each dossier holds honest papers that look odd (former names in their time, co-owners, terms
that ended later, misread names, amounts in other units). `--freeze` writes bench/constellations.json.
"""

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from api.example import facts, figures, names, rights
from api.example.application import Application, Company, Item, Paper, Row
from api.example.facts import company_row
from api.example.whole import completed
from bench.frauds import SIZE, _kind, outcomes, prepare, run_and_compare
from verifier.verdict import Verdict

FROZEN = Path(__file__).parent / "constellations.json"
PATENTS, SOFTWARE, LED, JOINED = (
    "invention_patents_valid",
    "software_copyrights",
    "standards_led",
    "standards_participated",
)
COUNTS = (PATENTS, SOFTWARE, LED, JOINED)
RENAMED = date(2018, 6, 20)
MISREAD = {"科": "料", "术": "木", "技": "枝", "限": "限", "数": "敏", "智": "晢", "网": "冈", "云": "去", "信": "倍", "息": "恩", "软": "轮", "工": "土", "电": "甩"}
SCAN = 0.93
INNOVATION, BASE, MANAGEMENT, ECOLOGY, EMPOWERING = "二、数字创新", "一、基础能力", "三、数字管理", "四、数字生态", "五、数字赋能"


OF_BASE: Mapping[str, tuple[str, ...]] = {
    "full_business_digitalisation": ("bigdata_honour_notice",),
    "brand_honours": ("zj_premium_product",),
}
"""Lists that the base application is on: a box that tells of others must not be proved by them."""


@dataclass
class Draft:
    """A dossier while it is bent: what counts, what does not, what nobody can say yet."""

    app: Application
    chance: Random
    good: Counter[str] = field(default_factory=Counter)
    bad: Counter[str] = field(default_factory=Counter)
    open: Counter[str] = field(default_factory=Counter)
    bent: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    boxes: set[str] = field(default_factory=set)

    @property
    def me(self) -> str:
        """The applicant's name."""
        return self.app.company.name

    @property
    def former(self) -> str:
        """Its former name."""
        return self.app.company.former.partition("@")[0]

    def other(self) -> Company:
        """Some other company."""
        return self.chance.choice([firm for firm in self.app.strangers if firm.name[:4] != self.me[:4]])

    def papers(self, *papers: Paper) -> None:
        """More papers."""
        self.app = self.app.with_papers(*papers)

    def rows(self, kind: str, *rows: Row) -> None:
        """More records."""
        self.app = self.app.with_rows(kind, *rows)

    def claim(self, key: str, value: Any, flag: str, right: Any = None) -> None:
        """Another cell, with the flag that it deserves."""
        self.app = self.app.claiming(key, value, flag, "", right)

    def say(self, box: str, kind: str, name: str, sentence: str, flag: str, **more: Any) -> None:
        """One more sentence in a box."""
        self.app = self.app.with_items(Item(box, kind, name, sentence, flag, **more))

    def without(self, box: str) -> None:
        """What the base says in a box is left out, once."""
        if box not in self.boxes:
            self.boxes.add(box)
            self.app = replace(self.app, items=[i for i in self.app.items if i.box != box])
        types = OF_BASE.get(box, ())
        lists = {paper.says["award"] for paper in self.app.of_type(*types)}
        self.app = self.app.without_papers(*types)
        honors = [r for r in self.app.tables.get("honors", ()) if r["list"] not in lists]
        self.app = replace(self.app, tables={**self.app.tables, "honors": honors})


Trap = Callable[[Draft], None]


def fact_paper(type_: str, section: str, **says: Any) -> Paper:
    return Paper(type_, section, "facts", {k: v for k, v in says.items() if v not in ("", None)})


def noisy(text: str, chance: Random) -> str:
    """One character of a name misread; as it stands where none of it is easily misread."""
    places = [i for i, c in enumerate(text) if MISREAD.get(c, c) != c]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + MISREAD[text[at]] + text[at + 1 :]


# --- patents ------------------------------------------------------------------------------------------


def _patent(d: Draft, owners: Sequence[str], kind: int = 1, **row: str) -> tuple[Paper, dict[str, str]]:
    paper, known = rights.patent(d.chance, owners, d.app.company.address, kind, "bound")
    return paper, {**known, **row}


def _add(d: Draft, paper: Paper, row: Mapping[str, str] | None, **says: Any) -> None:
    d.papers(replace(paper, says={**paper.says, **says}))
    if row is not None:
        d.rows("patents", row)


def um_named_like_an_invention(d: Draft) -> None:
    paper, row = _patent(d, [d.me], 2)
    _add(d, paper, row, title="一种用于发明创造协同的网关装置")
    d.app = d.app.with_rows("patents")
    d.bad[PATENTS] += 1


def design_beside(d: Draft) -> None:
    _add(d, *_patent(d, [d.me], 3))
    d.bad[PATENTS] += 1


def published_only(d: Draft) -> None:
    paper, row = _patent(d, [d.me], status="实质审查的生效", grant_date="", publication_no="")
    says = {k: paper.says[k] for k in ("number", "title", "holder", "filing_date")}
    publication = "CN11" + str(d.chance.randrange(10**6, 10**7)) + "A"
    d.papers(fact_paper("patent_gazette_page", INNOVATION, **says, publication_no=publication, document_kind="发明专利申请"))
    d.rows("patents", {**row, "publication_no": publication})
    d.bad[PATENTS] += 1


def granted_after_the_day(d: Draft) -> None:
    paper, row = _patent(d, [d.me], grant_date="2022-05-10", status_date="2022-05-10")
    _add(d, paper, row, grant_date=date(2022, 5, 10))
    d.bad[PATENTS] += 1


def ended(status: str, day: str) -> Trap:
    def trap(d: Draft) -> None:
        _add(d, *_patent(d, [d.me], status=status, status_date=day))
        d.bad[PATENTS] += 1

    return trap


def of_the_founder(d: Draft) -> None:
    _add(d, *_patent(d, [d.app.company.legal]))
    d.bad[PATENTS] += 1


def of_the_subsidiary(d: Draft) -> None:
    city = d.me[:2]
    daughter = f"{d.me.removesuffix('有限公司').removesuffix('股份')}（{city}）研究院有限公司"
    _add(d, *_patent(d, [daughter]))
    d.bad[PATENTS] += 1


def of_the_spun_off(d: Draft) -> None:
    """派生分立: granted to the applicant, moved to the new company before the day."""
    new = d.other().name
    paper, row = _patent(d, [d.me])
    _add(d, paper, {**row, "owners": new, "status": "专利权转移"})
    d.bad[PATENTS] += 1


def licensed_only(d: Draft) -> None:
    owner = names.vocabulary()["names"]["universities"][0]
    _add(d, *_patent(d, [owner], licensees=d.me))
    d.bad[PATENTS] += 1


def holder_painted_over(d: Draft) -> None:
    """Another company's certificate with the applicant's name put in."""
    theirs = d.other().name
    paper, row = _patent(d, [theirs])
    _add(d, paper, row, holder=d.me)
    d.bad[PATENTS] += 1


def number_made_up(d: Draft) -> None:
    paper, _ = _patent(d, [d.me])
    _add(d, paper, None)
    d.bad[PATENTS] += 1


def reissued_after_renaming(d: Draft) -> None:
    """One patent, two certificates: in the former name and in the new one."""
    paper, row = _patent(d, [d.me])
    granted = RENAMED - timedelta(200)
    row = {**row, "grant_date": granted.isoformat()}
    _add(d, paper, row, holder=d.former, grant_date=granted)
    _add(d, paper, None, grant_date=granted)
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 1


def certificate_and_gazette(d: Draft) -> None:
    paper, row = _patent(d, [d.me])
    _add(d, paper, row)
    says = {k: paper.says[k] for k in ("number", "title", "holder", "filing_date", "publication_no")}
    d.papers(fact_paper("patent_gazette_page", INNOVATION, **says, document_kind="发明专利"))
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 1


def number_typed_wrong(d: Draft) -> None:
    """A digit of the certificate's number is another, so that its check digit fails, on a clean text layer."""
    paper, row = _patent(d, [d.me])
    number = str(paper.says["number"])
    at = d.chance.randrange(6, 11)
    wrong = number[:at] + str((int(number[at]) + d.chance.randrange(2, 8)) % 10) + number[at + 1 :]
    _add(d, paper, None, number=wrong, sure=1.0)
    d.bad[PATENTS] += 1


def in_the_former_name(d: Draft) -> None:
    paper, row = _patent(d, [d.former])
    granted = RENAMED - timedelta(d.chance.randrange(30, 700))
    _add(d, paper, {**row, "grant_date": granted.isoformat()}, grant_date=granted)
    d.good[PATENTS] += 1


def paper_former_registry_new(d: Draft) -> None:
    paper, row = _patent(d, [d.me])
    granted = RENAMED - timedelta(90)
    _add(d, paper, {**row, "grant_date": granted.isoformat()}, holder=d.former, grant_date=granted)
    d.good[PATENTS] += 1


def second_of_two_owners(d: Draft) -> None:
    _add(d, *_patent(d, [names.vocabulary()["names"]["universities"][1], d.me]))
    d.good[PATENTS] += 1


def in_grace(d: Draft) -> None:
    _add(d, *_patent(d, [d.me], status="等年费滞纳金", status_date="2022-02-01"))
    d.good[PATENTS] += 1


def ended_after_the_day(d: Draft) -> None:
    _add(d, *_patent(d, [d.me], status="未缴年费专利权终止", status_date="2022-07-01"))
    d.good[PATENTS] += 1


def pledged(d: Draft) -> None:
    _add(d, *_patent(d, [d.me], status="专利权质押合同登记的生效", status_date="2021-03-01"))
    d.good[PATENTS] += 1


def attacked_and_upheld(d: Draft) -> None:
    _add(d, *_patent(d, [d.me], status="宣告专利权无效请求，维持专利权有效", status_date="2021-08-01"))
    d.good[PATENTS] += 1


def holder_misread(d: Draft) -> None:
    paper, row = _patent(d, [d.me])
    _add(d, paper, row, holder=noisy(d.me, d.chance), sure=SCAN)
    d.good[PATENTS] += 1


def title_misread(d: Draft) -> None:
    paper, row = _patent(d, [d.me])
    _add(d, paper, row, title=noisy(str(paper.says["title"]), d.chance), sure=SCAN)
    d.good[PATENTS] += 1


def of_the_absorbed(d: Draft) -> None:
    """吸收合并: the certificate names a company that the applicant took in; the registry names the applicant."""
    paper, row = _patent(d, [d.me])
    _add(d, paper, row, holder=d.other().name, sure=1.0)
    d.open[PATENTS] += 1


# --- software -----------------------------------------------------------------------------------------


def _software(d: Draft, owner: str, **says: Any) -> tuple[Paper, Row]:
    paper, row = rights.software(d.chance, owner)
    paper = replace(paper, layout="facts", says={**paper.says, **says})
    d.papers(paper)
    return paper, row


def works_registration(d: Draft) -> None:
    d.papers(fact_paper("works_registration_certificate", INNOVATION, number=f"国作登字-2020-L-0{d.chance.randrange(10**7, 10**8)}", title="甬云软件界面美术作品", holder=d.me))
    d.bad[SOFTWARE] += 1


def software_of_the_parent(d: Draft) -> None:
    _, row = _software(d, d.other().name)
    d.rows("software_copyrights", row)
    d.bad[SOFTWARE] += 1


def software_registered_later(d: Draft) -> None:
    _, row = _software(d, d.me, grant_date=date(2022, 4, 28))
    d.rows("software_copyrights", {**row, "registered_on": "2022-04-28"})
    d.bad[SOFTWARE] += 1


def software_sold(d: Draft) -> None:
    _, row = _software(d, d.me)
    d.rows("software_copyrights", {**row, "owners": d.other().name})
    d.bad[SOFTWARE] += 1


def original_and_duplicate(d: Draft) -> None:
    paper, row = _software(d, d.me)
    d.papers(paper, paper)
    d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 1
    d.bad[SOFTWARE] += 2


def software_unregistered(d: Draft) -> None:
    _software(d, d.me)
    d.bad[SOFTWARE] += 1


def registration_withdrawn(d: Draft) -> None:
    _, row = _software(d, d.me)
    d.rows("software_copyrights", {**row, "status": "撤销登记", "status_date": "2021-10-08"})
    d.bad[SOFTWARE] += 1


def two_versions(d: Draft) -> None:
    name = names.software(d.chance)
    for _ in range(2):
        paper, row = rights.software(d.chance, d.me, name=name)
        d.papers(paper)
        d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 2


def software_in_the_former_name(d: Draft) -> None:
    _, row = _software(d, d.former, grant_date=RENAMED - timedelta(100))
    d.rows("software_copyrights", {**row, "registered_on": (RENAMED - timedelta(100)).isoformat()})
    d.good[SOFTWARE] += 1


def software_misread(d: Draft) -> None:
    paper, row = rights.software(d.chance, d.me)
    d.papers(replace(paper, says={**paper.says, "holder": noisy(d.me, d.chance), "title": noisy(str(paper.says["title"]), d.chance), "sure": SCAN}))
    d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 1


# --- standards ----------------------------------------------------------------------------------------


def _standard(d: Draft, series: str, place: int, **row: str) -> None:
    firms = d.chance.sample(list(d.app.strangers), 5)
    if place:
        firms.insert(place - 1, d.app.company)
    paper, known = rights.standard(d.chance, series, firms)
    d.papers(paper)
    d.rows("standards", {**known, **row})


def third_claimed_as_led(d: Draft) -> None:
    _standard(d, "GB", 3)
    d.bad[LED] += 1
    d.good[JOINED] += 1


def led_but_withdrawn(d: Draft) -> None:
    _standard(d, "YD", 1, status="废止")
    d.bad[LED] += 1


def still_a_draft(d: Draft) -> None:
    _standard(d, "GB", 1, status="征求意见", publish_date="")
    d.bad[LED] += 1


def drafter_without_company(d: Draft) -> None:
    _standard(d, "SJ", 0)
    d.bad[JOINED] += 1


def standard_to_come(d: Draft) -> None:
    _standard(d, "YD", 2, publish_date="2022-06-30")
    d.bad[JOINED] += 1


def local_standard_led(d: Draft) -> None:
    _standard(d, "DB", 1)
    d.good[LED] += 1


def group_standard_joined(d: Draft) -> None:
    _standard(d, "T", 4)
    d.good[JOINED] += 1


# --- accounts -----------------------------------------------------------------------------------------


def _audit(d: Draft, year: int) -> Paper:
    return next(p for p in d.app.of_type("audit_report") if p.says["year"] == year)


def _said(d: Draft, year: int, **says: Any) -> None:
    paper = _audit(d, year)
    d.app = d.app.swapping(paper, replace(paper, says={**paper.says, **says}))


def revenue_in(factor: float) -> Trap:
    def trap(d: Draft) -> None:
        right = d.app.claims["revenue.2021"]
        d.claim("revenue.2021", round(right * factor, 4), "unsupported", right)

    return trap


def revenue_with_unit(d: Draft) -> None:
    """Honest: the cell says 亿元 though its head says 万元."""
    right = _audit(d, 2021).says["revenue_wan"]
    d.claim("revenue.2021", f"{right / 10000:.4f}亿元", "supported", round(right, 2))


def revenue_with_commas(d: Draft) -> None:
    right = d.app.claims["revenue.2020"]
    d.claim("revenue.2020", f"{right:,.2f}万元", "supported", right)


def columns_swapped(d: Draft) -> None:
    a, b = d.app.claims["rd_expense.2019"], d.app.claims["rd_expense.2020"]
    d.claim("rd_expense.2019", b, "unsupported", a)
    d.claim("rd_expense.2020", a, "unsupported", b)


def margin_of_the_group(d: Draft) -> None:
    paper = _audit(d, 2021)
    revenue, profit = paper.says["revenue_wan"] * 2.4, paper.says["profit_wan"] * 4.1
    _said(d, 2021, consolidated_revenue_wan=round(revenue, 2), consolidated_profit_wan=round(profit, 2))
    d.claim("profit_margin.2021", round(profit / revenue * 100, 2), "unsupported", d.app.claims["profit_margin.2021"])


def growth_in_points(d: Draft) -> None:
    wrong = round(d.app.claims["revenue_growth.2021"] - d.app.claims["revenue_growth.2020"], 2)
    d.claim("revenue_growth.2021", wrong, "unsupported", d.app.claims["revenue_growth.2021"])


def ratio_rounded_up(d: Draft) -> None:
    right = d.app.claims["rd_ratio.2021"]
    d.claim("rd_ratio.2021", round(right + 0.6, 1), "unsupported", right)


def ratio_with_one_decimal(d: Draft) -> None:
    says = _audit(d, 2019).says
    right = says["rd_wan"] / says["revenue_wan"] * 100
    d.claim("rd_ratio.2019", f"{right:.1f}%", "supported", round(right, 2))


# --- credit, people, company --------------------------------------------------------------------------


def credit_downgraded_since(d: Draft) -> None:
    d.rows("credit_ratings", {"uscc": d.app.company.uscc, "company": d.me, "grade": "中等", "score": "760", "date": "2022-04-02"})
    d.claim("public_credit_grade", d.app.claims["public_credit_grade"], "unsupported")


def credit_changed_after_the_day(d: Draft) -> None:
    d.rows("credit_ratings", {"uscc": d.app.company.uscc, "company": d.me, "grade": "较差", "score": "710", "date": "2022-05-20"})


def tax_grade_for_credit(d: Draft) -> None:
    d.app = d.app.without_papers("credit_report_public").with_papers(
        fact_paper("association_honour", BASE, award="纳税信用A级纳税人", holder=d.me, year=2021, issuer="国家税务总局宁波市税务局"))
    d.claim("public_credit_grade", "A级", "unsupported")


def people_of_the_group(d: Draft) -> None:
    d.claim("employees_total", d.app.claims["employees_total"] * 3, "needs_review", d.app.claims["employees_total"])


def some_people_more(d: Draft) -> None:
    total = d.app.claims["employees_total"]
    d.claim("employees_total", round(total * 1.04), "supported")


def code_with_letter_o(d: Draft) -> None:
    code = d.app.company.uscc
    at = code.find("0")
    d.claim("org_code", code[:at] + "O" + code[at + 1 :], "unsupported", code)


def brackets_of_the_other_width(d: Draft) -> None:
    d.claim("company_name", d.me.replace("（", "(").replace("）", ")"), "supported", d.me)


def capital_in_yuan(d: Draft) -> None:
    d.claim("registered_capital", f"人民币{d.app.company.capital * 10000:,}元", "supported", d.app.company.capital)


def capital_in_dollars(d: Draft) -> None:
    d.claim("registered_capital", f"{d.app.company.capital}万美元", "needs_review")


# --- boxes --------------------------------------------------------------------------------------------

AWARD = "浙江省科学技术进步奖"


def _award(d: Draft, year: int, grade: str, winners: Sequence[str], name: str = AWARD, **says: Any) -> str:
    title = names.project(d.chance)
    number = f"{year}-J-{d.chance.randrange(1, 4)}-{d.chance.randrange(100, 999)}"
    d.papers(fact_paper("science_award", INNOVATION, award=name, grade=grade, title=title, holder=d.me, year=year, number=number, **says))
    d.rows("awards", {"name": name, "level": "省级", "grade": grade, "year": str(year), "project": title, "winners": ";".join(winners), "certificate_no": number})
    return title


def _awarded(d: Draft, said: str, flag: str, year: int, grade: str) -> None:
    d.without("innovation_performance")
    d.say("innovation_performance", "award", "科学技术进步奖", said, flag, year=year, grade=grade)


def fourth_told_as_first(d: Draft) -> None:
    others = [f.name for f in d.chance.sample(list(d.app.strangers), 4)]
    title = _award(d, 2020, "二等奖", [*others[:3], d.me, others[3]], rank=4)
    _awarded(d, f"由公司作为第一完成单位的成果“{title}”，2020年度摘得{AWARD}二等奖", "unsupported", 2020, "二等奖")


def third_told_as_second_class(d: Draft) -> None:
    title = _award(d, 2019, "三等奖", [d.me])
    _awarded(d, f"“{title}”一项斩获2019年度{AWARD}二等奖", "unsupported", 2019, "二等奖")


def award_of_2017(d: Draft) -> None:
    title = _award(d, 2017, "一等奖", [d.me])
    _awarded(d, f"“{title}”曾获2017年度{AWARD}一等奖", "unsupported", 2017, "一等奖")


def award_told_a_year_later(d: Draft) -> None:
    title = _award(d, 2020, "三等奖", [d.other().name, d.me])
    _awarded(d, f"2021年度，公司参与完成的“{title}”获{AWARD}三等奖", "unsupported", 2021, "三等奖")


def award_honest_in_other_words(d: Draft) -> None:
    title = _award(d, 2021, "三等奖", [d.other().name, d.me], rank=2)
    _awarded(d, f"公司参与完成的“{title}”被授予2021年度浙江省科技进步奖三等奖", "supported", 2021, "三等奖")


def award_in_the_former_name(d: Draft) -> None:
    title = _award(d, 2019, "二等奖", [d.former, d.other().name])
    _awarded(d, f"“{title}”荣膺2019年度省科学技术进步二等奖", "supported", 2019, "二等奖")


def _honour(d: Draft, type_: str, box: str, award: str, said: str, flag: str, *, year: int = 2021, level: str = "省级", listed: bool = True,
            registered: bool = True, issuer: str = "浙江省经济和信息化厅", kind: str = "honour", name: str = "", **row: str) -> None:  # fmt: skip
    d.without(box)
    others = [f.name for f in d.chance.sample(list(d.app.strangers), 4)]
    mine = [d.me] if listed else []
    number = f"浙经信数经〔{year}〕{d.chance.randrange(40, 240)}号"
    rows = [(firm, "") for firm in (*others, *mine)]
    d.papers(Paper(type_, MANAGEMENT, "facts", {"award": award, "year": year, "number": number, "level": level, "issuer": issuer, "rows": rows, "columns": ("企业名称",)}))
    named = [*others, *([d.me] if registered else [])]
    d.rows("honors", *({"list": award, "level": level, "year": str(year), "company": firm, "project": "", "issuer": issuer, "doc_no": number, **row} for firm in named))
    d.say(box, kind, name or award, said, flag, year=year if f"{year}" in said else None)


BIG, DATA = "浙江省大数据应用示范企业", "full_business_digitalisation"


def data_list_of_the_city(d: Draft) -> None:
    _honour(d, "bigdata_honour_notice", DATA, "宁波市大数据应用示范企业", f"2021年公司跻身{BIG}行列", "unsupported", level="市级", issuer="宁波市经济和信息化局", name="大数据应用示范企业")


def data_list_of_2018(d: Draft) -> None:
    _honour(d, "bigdata_honour_notice", DATA, BIG, f"2018年公司即入围{BIG}", "unsupported", year=2018)


def data_list_taken_back(d: Draft) -> None:
    _honour(d, "bigdata_honour_notice", DATA, BIG, f"公司系2020年{BIG}", "unsupported", year=2020, status="已撤销", status_date="2021-12-30")


def data_list_honest(d: Draft) -> None:
    _honour(d, "bigdata_honour_notice", DATA, BIG, f"公司荣登2021年{BIG}名单", "supported")


def data_list_without_the_company(d: Draft) -> None:
    _honour(d, "bigdata_honour_notice", DATA, BIG, f"公司荣登2021年{BIG}名单", "unsupported", listed=False, registered=False)


def data_list_printed_by_oneself(d: Draft) -> None:
    _honour(d, "bigdata_honour_notice", DATA, BIG, f"公司于2020年获评{BIG}", "unsupported", year=2020, registered=False)


PREMIUM, BRAND = "浙江制造精品", "brand_honours"


def premium_proposed(d: Draft) -> None:
    d.without(BRAND)
    d.papers(fact_paper("publicity_notice", BASE, award="2021年度“浙江制造精品”拟认定名单公示", holder=d.me, year=2021))
    d.say(BRAND, "honour", PREMIUM, "自主研发的核心控制器获评2021年度“浙江制造精品”", "unsupported", year=2021)


def premium_called_for(d: Draft) -> None:
    d.without(BRAND)
    d.papers(fact_paper("call_for_application", BASE, award="浙江制造精品", title="关于组织申报2020年度“浙江制造精品”的通知"))
    d.say(BRAND, "honour", PREMIUM, "主导产品被评为2020年度浙江制造精品", "unsupported", year=2020)


def prize_nominated(d: Draft) -> None:
    d.without(BRAND)
    d.papers(fact_paper("quality_award", BASE, award="浙江省人民政府质量奖提名奖", holder=d.me, year=2020, issuer="浙江省人民政府"))
    d.rows("honors", {"list": "浙江省人民政府质量奖提名奖", "level": "省级", "year": "2020", "company": d.me, "project": "", "issuer": "浙江省人民政府", "doc_no": "浙政发〔2020〕30号"})
    d.say(BRAND, "honour", "质量奖", "公司捧得2020年浙江省人民政府质量奖", "unsupported", year=2020)


def nomination_told_as_one(d: Draft) -> None:
    d.without(BRAND)
    d.papers(fact_paper("quality_award", BASE, award="浙江省人民政府质量奖提名奖", holder=d.me, year=2019, issuer="浙江省人民政府"))
    d.rows("honors", {"list": "浙江省人民政府质量奖提名奖", "level": "省级", "year": "2019", "company": d.me, "project": "", "issuer": "浙江省人民政府", "doc_no": "浙政发〔2019〕21号"})
    d.say(BRAND, "honour", "质量奖", "公司获2019年浙江省人民政府质量奖提名奖", "supported", year=2019)


def filing_of_level_two_as_three(d: Draft) -> None:
    _filing(d, 2, "三级", "unsupported")


def filing_honest(d: Draft) -> None:
    _filing(d, 3, "三级", "supported")


def _filing(d: Draft, level: int, said: str, flag: str) -> None:
    d.without("security_technology")
    number = f"330200{d.chance.randrange(10100, 52900)}-21{d.chance.randrange(1, 40):03d}"
    system = "甬云设备运维平台"
    d.papers(fact_paper("mlps_filing", MANAGEMENT, number=number, holder=d.me, level=level, system=system, grant_date=date(2021, 3, 9)))
    d.rows("security_filings", {"number": number, "company": d.me, "system": system, "level": str(level), "date": "2021-03-09"})
    d.say("security_technology", "security_filing", system, f"{system}按网络安全等级保护{said}要求定级并在公安机关备案", flag, level=said)


def certificate_run_out(d: Draft) -> None:
    _certified(d, date(2022, 3, 31), "unsupported")


def certificate_runs_on(d: Draft) -> None:
    _certified(d, date(2022, 4, 15), "supported")


def _certified(d: Draft, until: date, flag: str) -> None:
    d.without("security_management")
    d.app = d.app.without_papers("mgmt_system_certificate")
    d.papers(fact_paper("mgmt_system_certificate", MANAGEMENT, standard="ISO/IEC 27001:2013", number=f"016ISMS{d.chance.randrange(10**5)}", holder=d.me, valid_to=until))
    d.say("security_management", "certification", "27001", "公司信息安全管理体系符合ISO/IEC 27001标准并取得认证证书", flag)


def member_told_as_leader(d: Draft) -> None:
    _alliance(d, d.other().name, d.me, "公司牵头发起浙江省智能传感产业创新联合体", "unsupported")


def member_told_as_one(d: Draft) -> None:
    _alliance(d, d.other().name, d.me, "公司以成员单位身份参与浙江省智能传感产业创新联合体", "supported")


def _alliance(d: Draft, lead: str, member: str, said: str, flag: str) -> None:
    d.without("consortia")
    d.papers(fact_paper("consortium_document", ECOLOGY, title="浙江省智能传感产业创新联合体", lead=lead, members=f"{d.other().name};{member}", level="省级"))
    d.say("consortia", "consortium", "创新联合体", said, flag)


def cases_mostly_before(d: Draft) -> None:
    _cases(d, 3, 6, 9, "unsupported")


def cases_with_one_customer_twice(d: Draft) -> None:
    _cases(d, 6, 0, 6, "supported")


def _cases(d: Draft, inside: int, before: int, claimed: int, flag: str) -> None:
    d.without("industry_digitalisation")
    d.app = replace(d.app, papers=[p for p in d.app.papers if not (p.type == "application_contract" and p.section == EMPOWERING)])
    already = sum(p.type == "application_contract" for p in d.app.papers)
    firms = [f.name for f in d.chance.sample(list(d.app.strangers), inside + before)]
    for n, firm in enumerate(firms):
        year = d.chance.choice(figures.YEARS) if n < inside else 2017
        d.papers(fact_paper("application_contract", EMPOWERING, number=f"GX{n}-{d.chance.randrange(10**4)}", holder=d.me, customer=firm, date=date(year, 1 + n % 12, 11), title="产线数据采集项目合同"))
    d.say("industry_digitalisation", "case_count", "案例", f"2019年以来公司落地实施案例{claimed + already}个", flag)


# --- a second wave, written after the first was mended, and frozen before it was run ------------------


def _sister(d: Draft) -> str:
    """A company of the same group whose name differs in two characters."""
    return d.me[:4] + ("智联科技" if "智联" not in d.me else "数联科技") + "有限公司"


def of_the_sister(d: Draft) -> None:
    _add(d, *_patent(d, [_sister(d)]))
    d.bad[PATENTS] += 1


def of_the_branch(d: Draft) -> None:
    """分公司: no legal person, but the patent's register names the company itself."""
    paper, row = _patent(d, [d.me])
    _add(d, paper, row, holder=f"{d.me}宁波分公司", sure=1.0)
    d.open[PATENTS] += 1


def applied_for_by_the_university(d: Draft) -> None:
    """Honest: bought; only who applied is another on the certificate."""
    paper, row = _patent(d, [d.me])
    _add(d, paper, row, holder_at_filing=names.vocabulary()["names"]["universities"][0])
    d.good[PATENTS] += 1


def two_scans_of_one(d: Draft) -> None:
    """The same certificate scanned twice, once with its title misread."""
    paper, row = _patent(d, [d.me])
    _add(d, paper, row)
    _add(d, paper, None, title=noisy(str(paper.says["title"]), d.chance), sure=SCAN)
    d.good[PATENTS] += 1
    d.bad[PATENTS] += 1


def digit_lost_on_a_scan(d: Draft) -> None:
    """A digit of the number was read as another one; title, holder and publication number are the record's."""
    paper, row = _patent(d, [d.me])
    number = str(paper.says["number"])
    wrong = number[:7] + ("3" if number[7] == "8" else "8") + number[8:]
    _add(d, paper, row, number=wrong, sure=SCAN)
    d.good[PATENTS] += 1


def software_of_two_owners(d: Draft) -> None:
    paper, row = rights.software(d.chance, f"{d.me};{names.vocabulary()['names']['universities'][0]}")
    d.papers(replace(paper, layout="facts"))
    d.rows("software_copyrights", row)
    d.good[SOFTWARE] += 1


def software_of_an_employee(d: Draft) -> None:
    _, row = _software(d, d.app.company.legal)
    d.rows("software_copyrights", row)
    d.bad[SOFTWARE] += 1


def parts_of_a_standard(d: Draft) -> None:
    """Two parts of one standard are two numbers."""
    for part in (1, 2):
        firms = [*d.chance.sample(list(d.app.strangers), 2), d.app.company, *d.chance.sample(list(d.app.strangers), 2)]
        paper, row = rights.standard(d.chance, "GB", firms)
        number = f"GB/T 39{d.chance.randrange(100, 999)}.{part}—2020"
        d.papers(replace(paper, says={**paper.says, "number": number}))
        d.rows("standards", {**row, "standard_no": number})
    d.good[JOINED] += 2


def revised_standard_and_its_elder(d: Draft) -> None:
    """The elder edition is withdrawn, the new one is in force: one of two counts."""
    for year, status in ((2017, "被代替"), (2021, "现行")):
        firms = [d.app.company, *d.chance.sample(list(d.app.strangers), 4)]
        paper, row = rights.standard(d.chance, "SJ", firms)
        number = f"SJ/T 11{d.chance.randrange(100, 999)}—{year}"
        d.papers(replace(paper, says={**paper.says, "number": number}))
        d.rows("standards", {**row, "standard_no": number, "status": status, "publish_date": f"{year}-05-06"})
    d.good[LED] += 1
    d.bad[LED] += 1


def listed_under_the_former_name(d: Draft) -> None:
    """The list of 2019 still names the applicant as it was called before."""
    d.without(DATA)
    number, others = "浙经信数经〔2019〕77号", [f.name for f in d.chance.sample(list(d.app.strangers), 3)]
    rows = [(firm, "") for firm in (*others, d.former)]
    d.papers(Paper("bigdata_honour_notice", MANAGEMENT, "facts", {"award": BIG, "year": 2019, "number": number, "level": "省级", "rows": rows, "columns": ("企业名称",)}))
    d.rows("honors", *({"list": BIG, "level": "省级", "year": "2019", "company": firm, "project": "", "issuer": "浙江省经济和信息化厅", "doc_no": number} for firm in (*others, d.former)))
    d.say(DATA, "honour", BIG, f"早在2019年即被列为{BIG}", "supported", year=2019)


def data_list_only_applied_for(d: Draft) -> None:
    d.without(DATA)
    d.say(DATA, "honour", "大数据应用示范企业", "目前正申报2022年浙江省大数据应用示范企业", "not_claimed", year=2022)


def sister_on_the_list(d: Draft) -> None:
    d.without(DATA)
    sister, number = _sister(d), "浙经信数经〔2021〕91号"
    d.papers(Paper("bigdata_honour_notice", MANAGEMENT, "facts", {"award": BIG, "year": 2021, "number": number, "level": "省级", "rows": [(d.other().name, ""), (sister, "")], "columns": ("企业名称",)}))
    d.rows("honors", {"list": BIG, "level": "省级", "year": "2021", "company": sister, "project": "", "issuer": "浙江省经济和信息化厅", "doc_no": number})
    d.say(DATA, "honour", BIG, f"2021年被授予{BIG}称号", "unsupported", year=2021)


def _project(d: Draft, said: str, flag: str, *, lead: str, coop: str, year: int = 2020, level: str = "省级", programme: str = "浙江省重点研发计划") -> None:
    d.without("innovation_performance")
    d.app = d.app.without_papers("major_project")
    d.papers(fact_paper("major_project", INNOVATION, number=f"{year}C01{d.chance.randrange(100, 999)}", title="面向离散制造的边缘智能平台研发", award=programme, level=level, year=year, holder=lead, coop=coop))
    d.say("innovation_performance", "project", "项目", said, flag)


def partner_told_as_leader(d: Draft) -> None:
    _project(d, "公司主持浙江省重点研发计划项目1项", "unsupported", lead=d.other().name, coop=d.me)


def partner_told_as_partner(d: Draft) -> None:
    _project(d, "公司作为参与单位承担浙江省重点研发计划项目1项", "supported", lead=d.other().name, coop=d.me)


def project_of_the_city(d: Draft) -> None:
    _project(d, "公司牵头承担浙江省重点研发计划项目1项", "unsupported", lead=d.me, coop="", level="市级", programme="宁波市科技创新2025重大专项")


def project_of_2016(d: Draft) -> None:
    _project(d, "近三年公司牵头承担浙江省重点研发计划项目1项", "unsupported", lead=d.me, coop="", year=2016)


def _first(d: Draft, level: str, said: str, flag: str, year: int = 2020) -> None:
    d.without("innovation_performance")
    product = names.machine(d.chance)
    d.papers(Paper("first_set_notice", INNOVATION, "facts", {"award": "首台（套）产品", "level": level, "year": year, "rows": [(d.me, product), (d.other().name, names.machine(d.chance))], "columns": ("企业名称", "产品名称")}))
    d.rows("first_sets", {"product": product, "company": d.me, "level": level, "year": str(year), "doc_no": f"浙经信装备〔{year}〕226号"})
    d.say("innovation_performance", "first_set", product, said.format(product), flag, year=year, level=None)


def first_in_the_province_told_as_in_the_country(d: Draft) -> None:
    _first(d, "省内", "“{}”获批2020年国内首台（套）装备", "unsupported")


def first_in_the_country_honest(d: Draft) -> None:
    _first(d, "国内", "2020年，“{}”通过国内首台（套）装备认定", "supported")


def _share(d: Draft, said: str, flag: str, *, kind: str = "market_rank", name: str = "第", **says: Any) -> None:
    d.without("market_share")
    d.app = d.app.without_papers("market_share_report")
    usual = {"issuer": "中国信息通信研究院", "product": "边缘网关", "share": 9.4, "rank": 3, "scope": "全国", "year": 2021, "holder": d.me}
    d.papers(fact_paper("market_share_report", BASE, **{**usual, **says}))
    d.say("market_share", kind, name, said, flag)


def rank_in_the_province_told_of_the_country(d: Draft) -> None:
    _share(d, "公司边缘网关产品销量位列全国第三", "unsupported", scope="浙江省")


def rank_honest(d: Draft) -> None:
    _share(d, "公司边缘网关产品销量位列全国第三", "supported")


def rank_of_an_old_report(d: Draft) -> None:
    _share(d, "公司边缘网关产品国内市场排名第3", "unsupported", year=2018)


def share_beyond_the_report(d: Draft) -> None:
    _share(d, "边缘网关国内市场占有率超过12%", "unsupported", kind="market_share", name="占有率")


def share_about_the_report(d: Draft) -> None:
    _share(d, "边缘网关国内市场占有率约9.4%", "supported", kind="market_share", name="占有率")


def platform_being_set_up(d: Draft) -> None:
    d.without("open_platforms")
    d.app = d.app.without_papers("platform_recognition")
    award, name = "浙江省工业互联网平台创建名单", "甬云工业互联网平台"
    d.app = replace(d.app, tables={**d.app.tables, "honors": [r for r in d.app.tables["honors"] if "工业互联网平台" not in r["list"]]})
    d.papers(Paper("platform_recognition", ECOLOGY, "facts", {"award": award, "year": 2021, "level": "省级", "rows": [(d.me, name)], "columns": ("企业名称", "项目名称")}))
    d.rows("honors", {"list": award, "level": "省级", "year": "2021", "company": d.me, "project": name, "issuer": "浙江省经济和信息化厅", "doc_no": "浙经信数经〔2021〕8号"})
    d.say("open_platforms", "platform", name, f"“{name}”2021年被认定为省级工业互联网平台", "unsupported", year=2021)


def collection_of_2017(d: Draft) -> None:
    _collection(d, 2017, "unsupported")


def collection_honest(d: Draft) -> None:
    _collection(d, 2020, "supported")


def _collection(d: Draft, year: int, flag: str) -> None:
    award = "浙江省优秀工业互联网解决方案集"
    d.papers(Paper("solution_collection_notice", EMPOWERING, "facts", {"award": award, "year": year, "level": "省级", "rows": [(d.me, "印染数字工厂方案")], "columns": ("企业名称", "项目名称")}))
    d.rows("honors", {"list": award, "level": "省级", "year": str(year), "company": d.me, "project": "印染数字工厂方案", "issuer": "浙江省经济和信息化厅", "doc_no": f"浙经信〔{year}〕60号"})
    d.without("replicable")
    d.say("replicable", "solution_collection", "解决方案", f"印染数字工厂方案{year}年入选{award}", flag, year=year)


def _responsible(d: Draft, printed: Sequence[int], said: str, flag: str) -> None:
    d.without("social_digitalisation")
    d.app = d.app.without_papers("csr_report")
    d.papers(*(fact_paper("csr_report", EMPOWERING, holder=d.me, year=year, title=f"{year}年度社会责任报告") for year in printed))
    d.say("social_digitalisation", "csr", "社会责任报告", said, flag)


def reports_of_two_years_told_as_three(d: Draft) -> None:
    _responsible(d, (2020, 2021), "连续三年发布企业社会责任报告", "unsupported")


def reports_of_three_years(d: Draft) -> None:
    _responsible(d, (2019, 2020, 2021), "连续三年发布企业社会责任报告", "supported")


def patents_told_otherwise_in_words(d: Draft) -> None:
    """The box tells more inventions than the papers prove."""
    d.without("controllable_technology")
    d.say("controllable_technology", "patent_invention", "发明专利", "公司累计拥有有效发明专利八十六件", "unsupported")


def patents_told_modestly_in_words(d: Draft) -> None:
    d.without("controllable_technology")
    d.say("controllable_technology", "patent_invention", "发明专利", "公司拥有不少于3件有效发明专利", "supported")


def customer_without_a_contract(d: Draft) -> None:
    _customer(d, contract=False, flag="unsupported")


def customer_with_a_contract(d: Draft) -> None:
    _customer(d, contract=True, flag="supported")


def _customer(d: Draft, *, contract: bool, flag: str) -> None:
    d.without("benchmark_effect")
    firm, award = d.chance.choice([f.name for f in d.app.strangers if not any(p.says.get("customer") == f.name for p in d.app.papers)]), "浙江省未来工厂名单"
    d.papers(Paper("pilot_demo_notice", EMPOWERING, "facts", {"award": award, "year": 2021, "level": "省级", "issuer": "浙江省经济和信息化厅", "rows": [(firm, ""), (d.other().name + "集团", "")], "columns": ("企业名称",)}))
    d.rows("honors", {"list": award, "level": "省级", "year": "2021", "company": firm, "project": "", "issuer": "浙江省经济和信息化厅", "doc_no": "浙经信〔2021〕12号"})
    if contract:
        d.papers(fact_paper("application_contract", MANAGEMENT, number="LZ-21", holder=d.me, customer=firm, date=date(2019, 7, 1), title="未来工厂建设合同"))
    d.say("benchmark_effect", "pilot_demo", "未来工厂", "所服务的1家企业入选浙江省未来工厂", flag)


def developers_registered_told_as_gathered(d: Draft) -> None:
    d.claim("developers_count", d.app.claims["developers_count"] * 10, "unsupported", d.app.claims["developers_count"])


def other_cloud_than_bought(d: Draft) -> None:
    """云安全 is ticked, too; the bill knows servers, storage and a database."""
    d.claim("cloud_facilities", [*d.app.claims["cloud_facilities"], "云安全"], "unsupported")


def tax_from_papers(d: Draft) -> None:
    """Honest: no list of the year, but taxes paid and land held."""
    d.app = replace(d.app, papers=[p for p in d.app.papers if not (p.type == "mu_benefit_result" and p.says["year"] == 2021)])
    d.papers(fact_paper("tax_payment_certificate", BASE, holder=d.me, amount=642.6, year=2021), fact_paper("land_certificate", BASE, holder=d.me, area_mu=21.0))
    d.claim("tax_per_mu.2021", 30.6, "supported", 30.6)


def tax_of_the_year_before(d: Draft) -> None:
    d.claim("tax_per_mu.2021", d.app.claims["tax_per_mu.2020"], "unsupported", d.app.claims["tax_per_mu.2021"])


def research_by_the_return(d: Draft) -> None:
    """Honest: in every year the figure of the tax deduction, which is lower than the auditor's."""
    for year in figures.YEARS:
        value = round(d.app.claims[f"rd_expense.{year}"] * 0.91, 2)
        d.papers(fact_paper("tax_return_a107012", BASE, holder=d.me, year=year, rd_wan=value))
        d.claim(f"rd_expense.{year}", value, "supported", value)
        d.claim(f"rd_ratio.{year}", round(value / _audit(d, year).says["revenue_wan"] * 100, 2), "supported")


def restated_and_claimed_anew(d: Draft) -> None:
    """Honest: the report of 2021 restates 2020, and the form follows it."""
    paper = _audit(d, 2021)
    old = _audit(d, 2020).says["revenue_wan"]
    new = round(old * 0.985, 2)
    _said(d, 2021, prior_revenue_wan=new, restated=True)
    d.app = d.app.swapping(_audit(d, 2021), replace(_audit(d, 2021), says={**paper.says, "statement": [(label, now, new * 10_000 if label.startswith("一、营业收入") else before) for label, now, before in paper.says["statement"]], "sure": 1.0}))
    a = _audit(d, 2020)
    d.app = d.app.swapping(a, replace(a, says={**a.says, "sure": 1.0}))
    d.claim("revenue.2020", new, "supported", new)
    d.app = replace(d.app, expected={k: v for k, v in d.app.expected.items() if k not in ("revenue_growth.2021", "revenue_growth.2020", "profit_margin.2020", "rd_ratio.2020")})


SECOND: Mapping[str, tuple[str, Trap]] = {
    **{f.__name__: (PATENTS, f) for f in (of_the_sister, of_the_branch, applied_for_by_the_university, two_scans_of_one, digit_lost_on_a_scan)},
    **{f.__name__: (SOFTWARE, f) for f in (software_of_two_owners, software_of_an_employee)},
    **{f.__name__: (LED, f) for f in (parts_of_a_standard, revised_standard_and_its_elder)},
    **{f.__name__: (key, f) for key, f in (
        (DATA, listed_under_the_former_name), (DATA, data_list_only_applied_for), (DATA, sister_on_the_list),
        ("innovation_performance", partner_told_as_leader), ("innovation_performance", partner_told_as_partner), ("innovation_performance", project_of_the_city),
        ("innovation_performance", project_of_2016), ("innovation_performance", first_in_the_province_told_as_in_the_country), ("innovation_performance", first_in_the_country_honest),
        ("market_share", rank_in_the_province_told_of_the_country), ("market_share", rank_honest), ("market_share", rank_of_an_old_report),
        ("market_share", share_beyond_the_report), ("market_share", share_about_the_report), ("open_platforms", platform_being_set_up),
        ("replicable", collection_of_2017), ("replicable", collection_honest), ("social_digitalisation", reports_of_two_years_told_as_three),
        ("social_digitalisation", reports_of_three_years), ("controllable_technology", patents_told_otherwise_in_words), ("controllable_technology", patents_told_modestly_in_words),
        ("benchmark_effect", customer_without_a_contract), ("benchmark_effect", customer_with_a_contract), ("developers_count", developers_registered_told_as_gathered),
        ("cloud_facilities", other_cloud_than_bought), ("tax_per_mu.2021", tax_from_papers), ("tax_per_mu.2021", tax_of_the_year_before),
        ("rd_expense.2019", research_by_the_return), ("revenue.2020", restated_and_claimed_anew))},
}  # fmt: skip


FIRST: Mapping[str, tuple[str, Trap]] = {
    **{f.__name__: (PATENTS, f) for f in (um_named_like_an_invention, design_beside, published_only, granted_after_the_day, of_the_founder,
        of_the_subsidiary, of_the_spun_off, licensed_only, holder_painted_over, number_made_up, reissued_after_renaming, certificate_and_gazette,
        number_typed_wrong, in_the_former_name, paper_former_registry_new, second_of_two_owners, in_grace, ended_after_the_day, pledged,
        attacked_and_upheld, holder_misread, title_misread, of_the_absorbed)},
    "ended_unpaid": (PATENTS, ended("未缴年费专利权终止", "2021-09-14")),
    "ended_invalid": (PATENTS, ended("专利权全部无效", "2020-11-02")),
    "ended_given_up": (PATENTS, ended("避免重复授权放弃专利权", "2019-05-21")),
    **{f.__name__: (SOFTWARE, f) for f in (works_registration, software_of_the_parent, software_registered_later, software_sold, original_and_duplicate,
        software_unregistered, registration_withdrawn, two_versions, software_in_the_former_name, software_misread)},
    **{f.__name__: (LED, f) for f in (third_claimed_as_led, led_but_withdrawn, still_a_draft, drafter_without_company, standard_to_come,
        local_standard_led, group_standard_joined)},
    "revenue_in_yuan": ("revenue.2021", revenue_in(10_000)),
    "revenue_in_yi": ("revenue.2021", revenue_in(0.0001)),
    "revenue_in_thousands": ("revenue.2021", revenue_in(10)),
    "revenue_a_little_more": ("revenue.2021", revenue_in(1.013)),
    **{f.__name__: (key, f) for key, f in (
        ("revenue.2021", revenue_with_unit), ("revenue.2020", revenue_with_commas), ("rd_expense.2019", columns_swapped), ("profit_margin.2021", margin_of_the_group),
        ("revenue_growth.2021", growth_in_points), ("rd_ratio.2021", ratio_rounded_up), ("rd_ratio.2019", ratio_with_one_decimal),
        ("public_credit_grade", credit_downgraded_since), ("public_credit_grade", credit_changed_after_the_day), ("public_credit_grade", tax_grade_for_credit),
        ("employees_total", people_of_the_group), ("employees_total", some_people_more), ("org_code", code_with_letter_o), ("company_name", brackets_of_the_other_width),
        ("registered_capital", capital_in_yuan), ("registered_capital", capital_in_dollars),
        ("innovation_performance", fourth_told_as_first), ("innovation_performance", third_told_as_second_class), ("innovation_performance", award_of_2017),
        ("innovation_performance", award_told_a_year_later), ("innovation_performance", award_honest_in_other_words), ("innovation_performance", award_in_the_former_name),
        (DATA, data_list_of_the_city), (DATA, data_list_of_2018), (DATA, data_list_taken_back), (DATA, data_list_honest), (DATA, data_list_without_the_company),
        (DATA, data_list_printed_by_oneself), (BRAND, premium_proposed), (BRAND, premium_called_for), (BRAND, prize_nominated), (BRAND, nomination_told_as_one),
        ("security_technology", filing_of_level_two_as_three), ("security_technology", filing_honest), ("security_management", certificate_run_out),
        ("security_management", certificate_runs_on), ("consortia", member_told_as_leader), ("consortia", member_told_as_one),
        ("industry_digitalisation", cases_mostly_before), ("industry_digitalisation", cases_with_one_customer_twice))},
}  # fmt: skip
TRAPS = {**FIRST, **SECOND}
ALONE = {"innovation_performance", "market_share", "open_platforms", "replicable", "social_digitalisation", "controllable_technology",
         "benchmark_effect", "developers_count", "cloud_facilities", "tax_per_mu.2021", "revenue.2021", "revenue.2020", "rd_expense.2019", "profit_margin.2021", "revenue_growth.2021", "rd_ratio.2021", "rd_ratio.2019",
         "public_credit_grade", "employees_total", "org_code", "company_name", "registered_capital", DATA, BRAND, "security_technology",
         "security_management", "consortia", "industry_digitalisation"}  # fmt: skip
"""Claims that one trap bends and no second one."""

EACH = 12


def renamed(app: Application) -> Application:
    """The applicant bore another name until the summer of 2018, as the companies registry knows."""
    name = app.company.name
    former = name[:4] + "计算机" + "".join(c for c in name[-6:] if c not in "股份")
    former = former if former.endswith("有限公司") else name[:4] + "计算机技术有限公司"
    told = f"{former}@{app.company.founded.isoformat()}..{RENAMED.isoformat()}"
    company = replace(app.company, former=told)
    others = [r for r in app.tables["companies"] if r["name"] != name]
    return replace(app, company=company, tables={**app.tables, "companies": [*others, company_row(company)]})


def draft(seed: int, order: Sequence[str]) -> Draft:
    """A dossier with the first traps of `order` that go together."""
    chance = Random(seed)
    d = Draft(renamed(completed(facts.supported(seed, SIZE), chance)), chance)
    base = {key: int(d.app.claims[key]) for key in COUNTS}
    sprung = 0
    for name in order:
        key, trap = TRAPS[name]
        if sprung == EACH or (key in ALONE and d.bent[key]):
            continue
        trap(d)
        d.bent[key].add(name)
        sprung += 1
    for key in COUNTS:
        right, wrong, waiting = base[key] + d.good[key], d.bad[key], d.open[key]
        flag = "unsupported" if wrong else "needs_review" if waiting else "supported"
        d.claim(key, right + wrong + waiting, flag, right)
    if "drafter_without_company" in d.bent[LED] or "standard_to_come" in d.bent[LED] or "group_standard_joined" in d.bent[LED] or "parts_of_a_standard" in d.bent[LED]:
        d.bent[JOINED] = set(d.bent[LED])
    return d


def numbers(app: Application, verdicts: Sequence[Verdict]) -> list[tuple[str, str, str]]:
    """How many of each count are proved, beside how many should be."""
    found = {v.key: v.verified for v in verdicts}
    return [(f"{key} · n", str(app.expected[key]["verified"]), str(found[key])) for key in COUNTS]


def _number_kind(right: int, said: int) -> str:
    return "right" if said == right else "FALSE SUPPORTED" if said > right else "false unsupported"


def run(number: int, seed: int, verbose: bool) -> tuple[dict[str, Counter[str]], Counter[str], list[str]]:
    """Judge the dossiers; the table by trap, the totals, and the mistakes in words."""
    table: dict[str, Counter[str]] = defaultdict(Counter)
    total: Counter[str] = Counter()
    wrong: list[str] = []
    left: Counter[str] = Counter()
    chance = Random(seed)
    for at in range(number):
        d = draft(seed * 7_919 + at, sorted(TRAPS, key=lambda name: (left[name], chance.random())))
        for name in (name for found in d.bent.values() for name in found):
            left[name] += 1
            table[name]["traps"] += 1
        with tempfile.TemporaryDirectory() as scratch:
            prepared = prepare(d.app, Path(scratch), Random(at))
            verdicts = prepared.judge()
            prepared.registries.close()
        for what, wanted, said in (*outcomes(d.app, verdicts), *numbers(d.app, verdicts)):
            kind = _kind(wanted, said) if not wanted.isdigit() else _number_kind(int(wanted), int(said))
            total[kind] += 1
            key = what.partition(" · ")[0]
            for name in sorted(d.bent.get(key, ())) or ["(nothing wrong)"]:
                table[name][kind] += 1
            if kind != "right":
                wrong.append(f"{at} {what}: {wanted}, said {said} ({', '.join(sorted(d.bent.get(key, ())))})")
                if verbose:
                    verdict = next((v for v in verdicts if v.key == key), None)
                    print(wrong[-1], verdict and verdict.explanation, flush=True)
    return table, total, wrong


def main() -> int:
    """Run, print, and compare with the frozen table."""
    return run_and_compare(run, 160, FROZEN, __doc__)


if __name__ == "__main__":
    raise SystemExit(main())
