"""Papers about people: insurance lists, rosters, degrees and titles."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.seals import seal, square_code
from api.example.sheet import GREY, RED, Colour, Sheet, Style

TEXT = Style(size=10.5)
SMALL = Style(size=9)
GOLD: Colour = (0.74, 0.58, 0.22)
OFFICE = "宁波市社会保险管理服务中心"
BRANCHES = ("企业职工基本养老保险", "失业保险", "工伤保险")


def insured_persons(document: pymupdf.Document, chance: Random) -> Fields:
    """The certificate with every insured person on it, over as many pages as they take."""
    firm, year, staff = names.company(chance), chance.choice((2020, 2021)), names.people(chance, chance.randint(40, 64))
    code = f"{chance.randrange(16**15, 16**16):016X}"
    rows, truth = [], []
    for place, person in enumerate(staff, 1):
        masked = f"330{chance.randrange(100, 999)}********{chance.randrange(1000, 9999)}"
        start = f"{chance.randint(2012, year)}{chance.randint(1, 12):02d}"
        rows.append((str(place), person, masked, start, f"{year}12", "正常参保"))
        truth.append({"person": person, "start": f"{start[:4]}-{start[4:]}", "state": "正常参保"})
    heads = ("序号", "姓名", "社会保障号码", "本单位参保起始时间", "截止年月", "参保状态")
    widths = (40, 70, 140, 90, 70, 75)
    sheet = Sheet(document)
    sheet.centre(76, "宁波市社会保险参保证明（单位）", Style(size=18, bold=True))
    sheet.write(55, 112, f"单位名称：{firm.name}", TEXT)
    sheet.write(55, 132, f"统一社会信用代码：{firm.uscc}", TEXT)
    sheet.write(330, 132, f"费款所属期：{year}年12月", TEXT)
    sheet.write(55, 152, f"参保人数：{len(staff)}人", TEXT)
    sheet.write(330, 152, f"验证码：{code}", TEXT)
    first = 26
    y = sheet.table(55, 166, widths, [heads, *rows[:first]], style=SMALL, pad=3.6)
    rest = rows[first:]
    while rest:
        sheet.write(55, 800, "第1页", Style(size=8, colour=GREY))
        sheet = Sheet(document)
        y = sheet.table(55, 60, widths, rest[:34], style=SMALL, pad=3.6)
        rest = rest[34:]
    sheet.write(55, y + 22, f"打印日期：{chinese_day(date(year + 1, 2, 14))}", TEXT)
    sheet.picture(420, min(y, 680), 108, seal(OFFICE, "业务专用章"))
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "period": f"{year}-12", "count": len(staff)}
    return {**fields, "auth": code, "date": f"{year + 1}-02-14", "rows": truth}


def insured_by_branch(document: pymupdf.Document, chance: Random) -> Fields:
    """The certificate that says how many are insured in each branch."""
    firm, year, count, sheet = names.company(chance), chance.choice((2020, 2021)), chance.randint(60, 900), Sheet(document)
    sheet.write(55, 56, "浙江政务服务网", Style(size=11, face="hei", colour=RED))
    sheet.centre(100, "社会保险参保缴费证明", Style(size=20, bold=True, face="hei"))
    y = sheet.table(
        70,
        130,
        (120, 335),
        [("单位名称", firm.name), ("统一社会信用代码", firm.uscc), ("费款所属期", f"{year}-12")],
        style=Style(size=11, face="hei"),
        pad=7,
    )
    counts = [count, count - chance.randint(0, 2), count]
    rows = [("险种", "参保人数（人）", "参保状态"), *((b, str(n), "参保缴费") for b, n in zip(BRANCHES, counts, strict=True))]
    y = sheet.table(70, y + 20, (205, 125, 125), rows, style=Style(size=11, face="hei"), pad=7)
    sheet.write(70, y + 30, f"授权码：{chance.randrange(10**11, 10**12)}", Style(size=10, face="hei"))
    sheet.picture(80, y + 60, 70, square_code(f"https://insured.example.invalid/{firm.uscc}"))
    sheet.picture(390, y + 50, 110, seal("浙江省社会保险和就业服务中心"))
    sheet.write(360, y + 180, chinese_day(date(year + 1, 1, 18)), Style(size=11, face="hei"), "centre", 170)
    truth = [{"insurance": b, "count": n} for b, n in zip(BRANCHES, counts, strict=True)]
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "period": f"{year}-12", "count": count}
    return {**fields, "date": f"{year + 1}-01-18", "rows": truth}


EDUCATION = ("博士", "硕士", "本科", "本科", "本科", "大专")
RANKS = ("高级工程师", "工程师", "助理工程师", "")
MAJORS = ("计算机科学与技术", "软件工程", "机械设计制造及其自动化", "电子信息工程", "会计学")
DEPARTMENTS = ("研发中心", "软件部", "市场部", "财务部", "工程部")


def roster(document: pymupdf.Document, chance: Random, *, research: bool) -> Fields:
    """A company's own list of its people, over as many pages as it takes."""
    firm, year, staff = names.company(chance), 2021, names.people(chance, chance.randint(30, 58))
    title = "研发人员花名册" if research else "员工花名册"
    rows, truth = [], []
    for place, person in enumerate(staff, 1):
        degree, rank = chance.choice(EDUCATION), chance.choice(RANKS)
        department = DEPARTMENTS[0] if research else chance.choice(DEPARTMENTS)
        entered = some_day(chance, date(2012, 1, 1), date(2021, 6, 1))
        rows.append((str(place), person, chance.choice("男女"), degree, chance.choice(MAJORS), rank, department, f"{entered:%Y-%m-%d}"))
        row = {"sequence": place, "person": person, "edu": degree, "department": department, "entered": entered.isoformat()}
        truth.append({**row, "title": rank} if rank else row)
    heads = ("序号", "姓名", "性别", "学历", "专业", "职称", "部门", "入职时间")
    widths = (34, 54, 36, 44, 120, 76, 66, 76)
    sheet, left = Sheet(document), rows
    if research:
        sheet.centre(70, f"{firm.name}{year}年度{title}", Style(size=15, bold=True))
        y = 100.0
    else:
        sheet.centre(66, title, Style(size=18, bold=True))
        sheet.write(45, 94, f"单位名称（盖章）：{firm.name}", TEXT)
        sheet.write(45, 94, "填报日期：2021年12月31日", TEXT, "right", 505)
        y = 104.0
    y = sheet.table(45, y, widths, [heads, *left[:28]], style=SMALL, pad=4, ruled=not research)
    left = left[28:]
    while left:
        sheet = Sheet(document)
        y = sheet.table(45, 60, widths, [heads, *left[:30]], style=SMALL, pad=4, ruled=not research)
        left = left[30:]
    sheet.write(45, y + 24, f"合计：{len(staff)}人", TEXT)
    sheet.picture(400, min(y + 10, 700), 108, seal(firm.name))
    fields: Fields = {"holder": firm.name, "count": len(staff), "n": len(staff), "rows": truth}
    fields["title"] = f"{year}年度{title}" if research else title
    return fields if research else {**fields, "date": "2021-12-31"}


def staff_list(document: pymupdf.Document, chance: Random) -> Fields:
    """All staff, in a ruled table."""
    return roster(document, chance, research=False)


def research_list(document: pymupdf.Document, chance: Random) -> Fields:
    """Research staff, in columns without rules, the company's name in the title."""
    return roster(document, chance, research=True)


def diploma(document: pymupdf.Document, chance: Random) -> Fields:
    """毕业证书: running text under the university's name."""
    person, sheet = names.person(chance), Sheet(document, 842, 595)
    school, major = chance.choice(names.vocabulary()["names"]["universities"]), chance.choice(MAJORS[:4])
    level, end = chance.choice((("本科", 4), ("硕士研究生", 3))), chance.randint(2008, 2019)
    number = f"1{chance.randrange(10**4):04d}1{end}05{chance.randrange(10**6):06d}"
    sheet.box(22, GOLD, 5)
    sheet.centre(120, "普通高等学校", Style(size=20, bold=True))
    sheet.centre(170, "毕 业 证 书", Style(size=36, bold=True, colour=RED, spacing=8))
    what = "研究生" if level[0] != "本科" else "学生"
    text = (
        f"{what}{person}，性别{chance.choice('男女')}，一九九{chance.choice('一二三四五')}年五月八日生，于{end - level[1]}年九月至"
        f"{end}年六月在本校{major}专业{'四' if level[1] == 4 else '三'}年制{level[0]}学习，修完教学计划规定的全部课程，成绩合格，准予毕业。"
    )
    sheet.wrap(110, 240, 620, text, Style(size=16), 2.1, indent=32)
    sheet.write(110, 470, f"证书编号：{number}", Style(size=12))
    sheet.write(430, 470, f"{school}", Style(size=16, bold=True))
    sheet.write(430, 505, chinese_day(date(end, 6, 20)), Style(size=13))
    sheet.picture(540, 430, 112, seal(school))
    fields: Fields = {"person": person, "level": level[0], "number": number, "major": major}
    return {**fields, "issuer": school, "date": f"{end}-06-20"}


def rank_certificate(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate of professional title: labels beside a photograph."""
    person, sheet = names.person(chance), Sheet(document)
    level, day = chance.choice(("工程师", "高级工程师", "助理工程师")), date(chance.randint(2012, 2020), 11, 20)
    number = f"Z33{day.year}{chance.randrange(10**8):08d}"
    sheet.box(26, (0.15, 0.3, 0.55), 4)
    sheet.centre(110, "浙江省专业技术职务任职资格证书", Style(size=22, bold=True))
    sheet.page.draw_rect(pymupdf.Rect(400, 160, 500, 290), color=GREY, width=0.8)
    y = 190.0
    for label, value in (
        ("姓名", person),
        ("性别", chance.choice("男女")),
        ("专业名称", "计算机软件"),
        ("资格名称", level),
        ("取得资格时间", chinese_day(day)),
        ("评审组织", "浙江省工程技术人员高级职务任职资格评审委员会"),
        ("证书编号", number),
        ("发证机关", "浙江省人力资源和社会保障厅"),
    ):
        y = sheet.field(80, y, label, value, label_width=84, style=Style(size=12), width=210 if y < 290 else 330) + 16
    sheet.picture(380, 600, 112, seal("浙江省人力资源和社会保障厅", "职称专用章"))
    fields: Fields = {"person": person, "level": level, "number": number, "major": "计算机软件"}
    return {**fields, "date": day.isoformat()}


LAYOUTS = (
    Layout("social_insurance_list", "persons", insured_persons),
    Layout("social_insurance_list", "branches", insured_by_branch),
    Layout("staff_roster", "ruled", staff_list),
    Layout("staff_roster", "columns", research_list),
    Layout("degree_title_certificate", "diploma", diploma),
    Layout("degree_title_certificate", "rank", rank_certificate),
)
