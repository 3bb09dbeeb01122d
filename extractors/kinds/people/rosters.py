"""Rosters of staff: persons with their degrees, titles and posts (dossier C.14, C.20)."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import month_or_day
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.figures import whole
from extractors.kinds.fields.texts import one_of, one_organisation, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.people.persons import lists_persons, of_somebody, person_alone
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.layout import Script
from extractors.plain import plain

# --- rosters ----------------------------------------------------------------------------------

DEGREES = ("博士研究生", "硕士研究生", "博士", "硕士", "研究生", "大学本科", "本科", "学士", "大学专科", "大专", "专科", "高职", "中专", "中技", "高中", "初中")

RANKS = re.compile(r"(?:正高级|教授级高级?|高级|中级|助理|初级)?(?:软件|网络|系统|电气|机械|电子|质量)?(?:工程师|经济师|会计师|研究员|高工|教授|讲师|技术员|技师)|[正副]?高级|中级|初级")


def _degree(text: str) -> Reading | None:
    return one_of(*DEGREES)(text)


def _rank(text: str) -> Reading | None:
    bare = re.sub(r"\s", "", plain(text))
    ends = [match.end() for match in RANKS.finditer(bare)]
    # One character behind it is what a seal left.
    return Reading(bare[:-1] if len(bare) == ends[-1] + 1 else bare) if ends else None


STAFF = Grid(
    headings=(
        Heading("sequence", r"序号|编号|序", whole),
        Heading("person", r"(?:员工|职工|人员)?姓名", person_alone),
        Heading("sex", r"性别"),
        Heading("edu", r"(?:最高)?(?:学历|学位|文化程度)(?:/学位)?", _degree),
        Heading("major", r"(?:所学)?专业|毕业专业"),
        Heading("school", r"毕业(?:院校|学校)"),
        Heading("title", r"(?:专业技术)?(?:职称|技术职务|任职资格)(?:等级)?(?:[/或、](?:执业|职业|技能)(?:资格|等级))?", _rank),
        Heading("department", r"(?:所在|所属)?部门|工作部门"),
        Heading("post", r"岗位|职务|职位|岗位/职务|工作岗位"),
        Heading("entered", r"(?:入职|入司|进厂|进公司)(?:时间|日期|年月)|入职", month_or_day),
        Heading("days", r"(?:年度|全年|累计)?工作(?:天数|时间\(天\))", whole),
        Heading("id_number", r"身份证号码?|证件号码"),
        Heading("kind", r"人员类[别型]|用工(?:形式|类型)"),
    ),
    anchors=("person", "sequence"),
)

ROSTER_FIELDS = (
    FieldSpec(
        "holder",
        one_organisation,
        ("单位名称(盖章)", "企业名称(盖章)", "单位(盖章)", "填报单位", "编制单位", "企业名称", "单位名称", "公司名称"),
        flows=(r"^(?P<v>[一-鿿()]{4,40}?公司)(?=20\d\d|员工|研发|科技|职工|人员|花名册|在职)",),
    ),
    FieldSpec("title", titled, flows=(r"(?P<v>(?:20\d\d年度?)?(?:在职|全体)?(?:研发|科技|职工|员工|技术|研究开发)(?:活动)?(?:人员)?(?:花名册|名册|名单|汇总表|一览表))",)),
    FieldSpec(
        "count",
        whole,
        ("总人数", "人数合计", "合计人数"),
        flows=(r"(?:合计|共计?|总计)(?:有|人数)?[:;]?(?P<v>\d{1,6})(?:人|名)",),
    ),
    FieldSpec("rd_count", whole, ("研发人员数", "研发人员人数"), flows=(r"研发人员(?:人?数|共计?|合计)?[:;]?(?P<v>\d{1,6})(?:人|名)",)),
    FieldSpec("date", month_or_day, ("填报日期", "制表日期", "统计日期", "截止日期", "统计时间"), flows=(r"截[至止](?P<v>20\d\d年\d{1,2}月(?:\d{1,2}日)?)",)),
)


def _roster(script: Script) -> Found:
    facts = labelled(script, ROSTER_FIELDS)
    rows = tuple(row for row in grid_rows(script, STAFF) if of_somebody(row))
    numbers = [fact for row in rows if (fact := row.get("sequence")) is not None]
    if numbers and len({fact.value for fact in numbers}) == len(numbers):  # each department may count its own
        last = max(numbers, key=lambda fact: int(fact.value))
        facts["n"] = Fact("n", last.value, last.quote, last.places, last.confidence, last.flags, last.traits)
    return Found(tuple(facts.values()), rows)


def _more_staff(script: Script) -> bool:
    return lists_persons(STAFF, script)


ROSTER = Kind(
    type="staff_roster",
    titles=(
        r".{0,40}(?:研发|科技|职工|员工|研究开发|技术)(?:活动)?.{0,4}(?:人员)?(?:花名册|名册|汇总表|一览表)(?:\(.{2,16}\))?",
        r".{0,40}(?:研发|科技|职工|员工|研究开发)(?:活动)?人员名单(?:\(.{2,16}\))?",
    ),
    needs=("姓名",),
    refuse=("参保证明", "参保人员"),
    read=_roster,
    pages=400,
    goes_on=_more_staff,
    rank=1,
    source="dossier C.14, C.20 staff_roster",
)

UNTITLED = Kind(
    type="staff_roster",
    titles=(),
    marks=("姓名", "学历"),
    enough=2,
    needs=(r"(?:序号|编号)姓名(?:工号|性别|民族|年龄|出生(?:年月|日期)|身份证号码?|学历|学位|专业|所学专业|毕业院校|职称|(?:所在)?部门|岗位|职务|入职(?:时间|日期)){3,}",),
    refuse=("参保", "鉴定委员会", "专家组", "评审", "工作单位", "签名", "签字"),
    read=_roster,
    pages=400,
    goes_on=_more_staff,
    annexed=True,  # under a roster it is the rest of that one
    rank=-3,
    source="dossier C.14: sheets of a company's own, which bear no title",
)
"""A sheet that is nothing but a table of persons: its heads say what it is."""
