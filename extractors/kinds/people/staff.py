"""People: insurance lists, rosters, degrees and titles, statistical returns (dossier C.14, C.20).

Persons are rows (`person`, `edu`, `title` …), what a paper counts is a fact (`count`): whether the two
agree, and who may be counted, is for others to decide. Only what is printed of an identity number is
kept, and that is masked on the papers that we ask for.
"""

import re

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.cells import Flow
from extractors.kinds.fields.facts import in_flow, labelled
from extractors.kinds.fields.parsing import (
    dated,
    month_or_day,
    numbered,
    one_of,
    one_organisation,
    text_of,
    titled,
    whole,
)
from extractors.kinds.fields.standing import last_date
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.headings import Heading
from extractors.layout import Script, plain
from registries.values.identifiers import Uscc

NAME = re.compile(r"[一-鿿]{1,4}(?:·[一-鿿]{1,8})*[*＊]{0,2}[一-鿿]?")


def _person(text: str) -> Reading | None:
    """A person's name, perhaps masked (章*远), and nothing beside it."""
    bare = re.sub(r"\s", "", plain(text))
    return Reading(bare) if NAME.fullmatch(bare) and 2 <= len(bare) <= 15 and bare not in NOBODY else None


NOBODY = ("姓名", "合计", "总计", "小计", "序号", "备注", "以下空白", "男", "女")


def month(text: str) -> Reading | None:
    """A month as 2021-12, whether it is written 202112, 2021-12 or 2021年12月."""
    cleaned = re.sub(r"\s", "", plain(text))
    match = re.search(r"(20\d\d)(?:年|[-./])?(0[1-9]|1[0-2]|[1-9](?=月))", cleaned)
    return Reading(f"{match[1]}-{int(match[2]):02d}") if match else None


USCC = FieldSpec("uscc", numbered(Uscc), ("统一社会信用代码", "社会信用代码"))

INSURED = Grid(
    headings=(
        Heading("sequence", r"序号|编号", whole),
        Heading("person", r"(?:职工|参保人|人员)?姓名", _person),
        Heading("id_number", r"(?:社会保障|公民身份|身份证|证件)号码?|身份证"),
        Heading("insurance", r"险种(?:类型|名称)?|参保险种|缴费险种"),
        Heading("start", r"(?:本单位)?(?:参保|缴费)(?:起始|开始)?(?:时间|日期|年月)|起始年月", month),
        Heading("end", r"(?:截止|终止)(?:时间|日期|年月)", month),
        Heading("months", r"(?:累计)?缴费月数|本年缴费月数", whole),
        Heading("base", r"缴费(?:基数|工资)(?:\(元\))?"),
        Heading("state", r"(?:参保|缴费)(?:状态|情况|标志)"),
    ),
    anchors=("person", "sequence"),
)

BY_INSURANCE = Grid(
    headings=(
        Heading("insurance", r"险种(?:类型|名称)?|参保险种"),
        Heading("count", r"(?:参保|缴费|在保)人数(?:\(人\))?", whole),
        Heading("period", r"费款所属期|缴费月份|所属期", month),
        Heading("state", r"(?:参保|缴费)(?:状态|情况)"),
        Heading("amount", r"(?:缴费|实缴)金额(?:\(元\))?"),
    ),
    anchors=("insurance", "count"),
    least=2,
)

INSURANCE_FIELDS = (
    FieldSpec("holder", one_organisation, ("参保单位名称", "单位名称", "缴费单位", "参保单位"), wraps=True),
    USCC,
    FieldSpec(
        "period",
        month,
        ("费款所属期", "缴费月份", "缴费年月", "参保月份", "所属期"),
        flows=(r"(?P<v>20\d\d(?:年|-)\d{1,2}(?:月|(?!\d|-)))(?:份)?[^。]{0,30}?(?:参保|缴费)", r"截[至止](?P<v>20\d\d年\d{1,2}月)"),
    ),
    FieldSpec(
        "count",
        whole,
        ("参保人数", "缴费人数", "在保人数", "参保总人数", "参保职工人数"),
        flows=(
            r"(?:参保|缴费|在保)(?:职工)?(?:总)?人数(?:为|共计?|合计)?[:;]?(?P<v>\d{1,6})(?=人|[^\d]|$)",
            r"(?:参保|缴费)(?:人员|职工|员工)[^。\d]{0,10}(?P<v>\d{1,6})(?:人|名)",
            r"共(?:计|有)?(?P<v>\d{1,6})(?:人|名)[^。]{0,16}(?:参保|缴费|参加)",
        ),
    ),
    FieldSpec("auth", text_of, ("验证码", "授权码", "查询码", "防伪码", "验真码"), flows=(r"(?:验证|授权|查询|验真)码[:;]?(?P<v>[0-9A-Za-z]{6,32})",)),
    FieldSpec("date", dated, ("打印日期", "打印时间", "开具日期", "出具日期", "查询日期")),
)


def _insurance(script: Script) -> Found:
    facts = labelled(script, INSURANCE_FIELDS)
    rows = tuple(row for row in grid_rows(script, INSURED) if _of_somebody(row))
    classes = () if rows else tuple(grid_rows(script, BY_INSURANCE))
    if "count" not in facts and classes:
        # One person is insured in several branches: the largest branch counts the persons.
        counts = [fact for row in classes if (fact := row.get("count")) is not None]
        if counts:
            facts["count"] = max(counts, key=lambda fact: int(fact.value))
    if "period" not in facts:
        periods = [fact for row in classes if (fact := row.get("period")) is not None]
        if periods and len({fact.value for fact in periods}) == 1:
            facts["period"] = periods[0]
    if "date" not in facts:
        signed = last_date(script, "date")
        facts |= {} if signed is None else {"date": signed}
    return Found(tuple(facts.values()), rows or classes)


def _listed(grid: Grid, script: Script) -> bool:
    """Whether a page without title goes on with a table: it repeats the heads, or lists persons."""
    if any(True for _ in grid_rows(script, grid)):
        return True
    named = 0
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        cells = script.text[start:end].split("\t")
        named += len(cells) >= 3 and cells[0].isdigit() and any(_person(cell) for cell in cells[1:3])
    return named >= 2


def _more_insured(script: Script) -> bool:
    return _listed(INSURED, script)


INSURANCE = Kind(
    type="social_insurance_list",
    titles=(
        r"(?:[一-鿿]{2,6}[省市区县])?(?:企业|单位|用人单位)?(?:职工)?(?:基本养老|社会)保险.{0,12}(?:参保|缴费).{0,6}(?:证明|清单|名单|花名册|明细表|情况表)(?:\(.{2,8}\))?",
        r"(?:单位|企业|职工)?(?:社保)?参保(?:缴费)?证明(?:\(单位.{0,8}\))?",
        r"单位.{0,6}(?:参保|缴费)人员(?:花名册|名单|明细)",
    ),
    marks=("参保人数", "社会保险", "单位名称", "费款所属期", "缴费基数", "参保状态", "验证码"),
    enough=4,
    read=_insurance,
    pages=80,
    follows=("社会保险", "参保", "缴费基数"),
    goes_on=_more_insured,
    rank=1,
    source="dossier C.14, C.20 social_insurance_list",
)


# --- rosters ----------------------------------------------------------------------------------

DEGREES = ("博士研究生", "硕士研究生", "博士", "硕士", "研究生", "大学本科", "本科", "学士", "大学专科", "大专", "专科", "高职", "中专", "中技", "高中", "初中")
RANKS = re.compile(r"(?:正高级|教授级高级?|高级|中级|助理|初级)?(?:软件|网络|系统|电气|机械|电子|质量)?(?:工程师|经济师|会计师|研究员|高工|教授|讲师|技术员|技师)|[正副]?高级|中级|初级")


def _degree(text: str) -> Reading | None:
    return one_of(*DEGREES)(text)


def _rank(text: str) -> Reading | None:
    bare = re.sub(r"\s", "", plain(text))
    return Reading(bare) if re.search(RANKS, bare) else None


STAFF = Grid(
    headings=(
        Heading("sequence", r"序号|编号|序", whole),
        Heading("person", r"(?:员工|职工|人员)?姓名", _person),
        Heading("sex", r"性别"),
        Heading("edu", r"(?:最高)?(?:学历|学位|文化程度)(?:/学位)?", _degree),
        Heading("major", r"(?:所学)?专业|毕业专业"),
        Heading("school", r"毕业(?:院校|学校)"),
        Heading("title", r"(?:专业技术)?(?:职称|技术职务|任职资格)(?:等级)?", _rank),
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


SOME = 3
"""A numbered row without a name is a person's where it has more cells than this."""


def _roster(script: Script) -> Found:
    facts = labelled(script, ROSTER_FIELDS)
    rows = tuple(row for row in grid_rows(script, STAFF) if _of_somebody(row))
    numbers = [fact for row in rows if (fact := row.get("sequence")) is not None]
    if numbers:
        last = max(numbers, key=lambda fact: int(fact.value))
        facts["n"] = Fact("n", last.value, last.quote, last.places, last.confidence, last.flags, last.traits)
    return Found(tuple(facts.values()), rows)


def _of_somebody(row: Row) -> bool:
    """Whether a row is about a person: one whose name could not be read still counts."""
    return row.get("person") is not None or (row.get("sequence") is not None and len(row.facts) > SOME)


def _more_staff(script: Script) -> bool:
    return _listed(STAFF, script)


ROSTER = Kind(
    type="staff_roster",
    titles=(
        r".{0,40}(?:研发|科技|职工|员工|研究开发|技术)(?:活动)?.{0,4}(?:人员)?(?:花名册|名册|汇总表|一览表)(?:\(.{2,16}\))?",
        r".{0,40}(?:研发|科技|职工|员工|研究开发)(?:活动)?人员名单(?:\(.{2,16}\))?",
    ),
    needs=("姓名",),
    refuse=("参保证明", "参保人员"),
    read=_roster,
    pages=120,
    goes_on=_more_staff,
    rank=1,
    source="dossier C.14, C.20 staff_roster",
)


# --- degrees and titles -----------------------------------------------------------------------

LEVELS = one_of(
    "博士研究生", "硕士研究生", "博士", "硕士", "研究生", "本科", "学士", "专科", "正高级工程师", "教授级高级工程师",
    "高级工程师", "助理工程师", "高级经济师", "高级会计师", "工程师", "经济师", "会计师", "研究员", "副研究员", "技师",
)

DEGREE_FIELDS = (
    FieldSpec(
        "person",
        _person,
        ("姓名",),
        flows=(r"(?:学生|研究生)(?P<v>[一-鿿·]{2,8}?),?性别", r"(?:学生|研究生)(?P<v>[一-鿿·]{2,6}),", r"(?:^|书)(?P<v>[一-鿿·]{2,6}?),(?:男|女),"),
    ),
    FieldSpec(
        "level",
        LEVELS,
        ("资格名称", "专业技术资格", "职务名称", "任职资格", "职称名称", "职称", "资格级别"),
        flows=(
            r"授予.{0,12}?(?P<v>(?:博士|硕士|学士))学位",
            r"具备(?P<v>[^,。]{2,14}?)(?:专业技术)?(?:职务)?(?:任职)?资格",
            r"(?P<v>博士研究生|硕士研究生|博士|硕士|本科|专科)(?:阶段)?(?:全部)?(?:课程|学习|毕业|学历)",
            r"修完[^。]{0,14}?(?P<v>博士研究生|硕士研究生|研究生|四年制本科|本科|专科)",
        ),
    ),
    FieldSpec("major", text_of, ("专业名称", "专业", "申报专业"), flows=(r"(?:本[校院]|大学|学院|我[校院])(?P<v>[一-鿿]{2,16}?)专业(?:[一二三四五]年制|学习|博士|硕士|本科|专科)",)),
    FieldSpec("number", text_of, ("证书编号", "学校编号", "学位证书编号", "证书号码", "管理号", "编号"), flows=(r"证书编号[:;]?(?P<v>[A-Z]?[\dA-Z]{10,24})",)),
    FieldSpec("date", dated, ("取得资格时间", "发证日期", "发证时间", "批准日期", "授予时间", "取得时间")),
    FieldSpec(
        "issuer",
        text_of,
        ("发证机关", "发证单位", "评审委员会", "评审组织", "学校名称", "批准机关"),
        flows=(r"(?:^|[。:;\d])(?P<v>[一-鿿]{2,14}(?:大学|学院))(?=校长|院长|学位评定|\(章\)|\d{4}年|[二一]|$)",),
    ),
)


def _degree_paper(script: Script) -> Found:
    facts = labelled(script, DEGREE_FIELDS)
    if "date" not in facts:
        signed = last_date(script, "date") or in_flow(
            script, Flow(script), FieldSpec("date", dated, flows=(r"(?P<v>[二〇○零一二三四五六七八九\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日)(?!生)",))
        )
        facts |= {} if signed is None else {"date": signed}
    return Found(tuple(facts.values()))


DEGREE = Kind(
    type="degree_title_certificate",
    titles=(
        r"(?:普通高等学校|成人高等教育|高等教育自学考试|网络教育)?(?:本科|专科|研究生|硕士|博士)?毕业证书",
        r"(?:普通高等学校|成人高等教育)?(?:学士|硕士|博士)?学位证书",
        r"(?:[一-鿿]{2,6}[省市])?(?:高级|中级|初级)?(?:专业技术|工程师|工程系列)?.{0,4}(?:职务|资格|职称)(?:任职资格)?证书",
    ),
    marks=("毕业", "学位", "校长", "学生", "专业技术", "任职资格", "评审委员会"),
    refuse=("社会信用代码", "管理体系", "花名册"),
    read=_degree_paper,
    source="《普通高等学校学历证书管理暂行规定》; 浙江省职称证书样式; dossier C.14",
)

KINDS = (INSURANCE, ROSTER, DEGREE)
