"""Papers of projects: task books, approvals, acceptances, appraisals, international standards, consortia."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.papers import shapes
from api.example.sheet import Sheet, Style

PROGRAMMES = (
    ("浙江省重点研发计划", "省", "{year}C01{n:03d}"),
    ("国家重点研发计划", "国家", "{year}YFB17{n:05d}"),
    ("宁波市科技创新2025重大专项", "市", "{year}Z10{n:03d}"),
)
SPAN = "{a}年1月至{b}年12月"


def _project(chance: Random) -> dict[str, str | int]:
    year = chance.choice((2019, 2020, 2021))
    programme, level, shape = chance.choice(PROGRAMMES)
    number = shape.format(year=year, n=chance.randrange(100, 999))
    units = [c.name for c in names.companies(chance, 4)]
    return {
        "programme": programme,
        "level": level,
        "number": number,
        "title": names.project(chance),
        "holder": units[0],
        "coop": ";".join(units[1 : chance.randint(2, 4)]),
        "period": SPAN.format(a=year, b=year + 2),
        "year": year,
    }


def _day(chance: Random) -> date:
    return some_day(chance, date(2020, 2, 1), date(2022, 2, 20))


def task_book(document: pymupdf.Document, chance: Random) -> Fields:
    """A cover with programme and number, the tasks, and a page of signatures."""
    says, day = _project(chance), _day(chance)
    pairs = [
        ("项目编号", str(says["number"])),
        ("项目名称", str(says["title"])),
        ("承担单位", str(says["holder"])),
        ("参与单位", str(says["coop"]).replace(";", "、")),
        ("起止时间", str(says["period"])),
        ("项目负责人", names.person(chance)),
    ]
    sheet = shapes.lines(document, f"{says['programme']}项目任务书", pairs)
    sheet.centre(760, chinese_day(day), shapes.TEXT)
    inner = Sheet(document)
    inner.write(72, 90, "一、研究内容与考核指标", Style(size=14, face="hei"))
    inner.wrap(
        72,
        124,
        450,
        f"围绕{says['title']}，研制样机2套，形成软件著作权3项，申请发明专利5件，制定标准1项。",
        shapes.TEXT,
        1.9,
        indent=24,
    )
    inner.write(72, 240, "二、经费预算（单位：万元）", Style(size=14, face="hei"))
    inner.table(
        72,
        262,
        (150, 120, 120),
        [("科目", "总额", "省拨"), ("设备费", "320.00", "80.00"), ("材料费", "96.50", "20.00")],
        style=shapes.SMALL,
    )
    last = shapes.letter(
        document,
        "签订各方意见",
        ["甲方按照本任务书拨付经费，乙方按照任务书约定完成考核指标。", "甲方（盖章）：浙江省科学技术厅"],
    )
    shapes.signed(last, str(says["holder"]), day)
    return {k: says[k] for k in ("number", "title", "holder", "coop", "period", "programme", "level")}


def acceptance(document: pymupdf.Document, chance: Random) -> Fields:
    """An acceptance certificate as a ruled form."""
    says, day = _project(chance), _day(chance)
    pairs = [
        ("计划类别", str(says["programme"])),
        ("项目编号", str(says["number"])),
        ("项目名称", str(says["title"])),
        ("项目承担单位", str(says["holder"])),
        ("合作单位", str(says["coop"]).replace(";", "；")),
        ("项目起止时间", str(says["period"])),
        ("验收结论", "专家组一致同意通过验收。"),
    ]
    shapes.form(document, f"{says['programme']}项目验收证书", pairs, "浙江省科学技术厅", day)
    kept = {k: says[k] for k in ("number", "title", "holder", "coop", "period", "level")}
    return {**kept, "conclusion": "通过验收", "date": day.isoformat()}


def approval(document: pymupdf.Document, chance: Random) -> Fields:
    """A notice of approval in running text to one company."""
    says, day = _project(chance), _day(chance)
    text = f"经评审和公示，你单位申报的项目列入{says['year']}年度{says['programme']}。请按要求签订任务书并组织实施。"
    sheet = shapes.letter(document, f"{says['programme']}项目立项通知书", [text], to=str(says["holder"]))
    pairs = [
        ("项目编号", says["number"]),
        ("项目名称", says["title"]),
        ("承担单位", says["holder"]),
        ("执行期限", says["period"]),
    ]
    y = 300.0
    for label, value in pairs:
        y = sheet.field(90, y, label, str(value), label_width=72, style=shapes.TEXT, width=340) + 8
    shapes.signed(sheet, "浙江省科学技术厅", day)
    return {
        **{k: says[k] for k in ("number", "title", "holder", "period", "programme", "level")},
        "date": day.isoformat(),
    }


ADVANCED = ("国际领先", "国际先进", "国内领先")


def appraisal(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate of appraisal: cover, and the committee's opinion on its own page."""
    title, day, level = names.project(chance), _day(chance), chance.choice(ADVANCED)
    holder, host = names.company(chance).name, "浙江省经济和信息化厅"
    number = f"浙经信新技鉴字〔{day.year}〕第{chance.randint(20, 400)}号"
    pairs = [
        ("成果名称", title),
        ("完成单位", holder),
        ("组织鉴定单位", host),
        ("鉴定日期", chinese_day(day)),
    ]
    shapes.lines(document, "科学技术成果鉴定证书", pairs, above=number)
    text = (
        f"{day.year}年，{host}组织专家对{holder}完成的“{title}”进行了鉴定。鉴定委员会听取汇报并审查资料，形成如下意见：",
        "一、提供的资料齐全、完整，符合鉴定要求。二、项目研究开发了多项关键技术，应用效果显著。",
        f"鉴定委员会一致认为，该成果总体达到{level}水平，同意通过鉴定。",
    )
    shapes.letter(document, "鉴定意见", text)
    return {
        "title": title,
        "holder": holder,
        "committee": host,
        "number": number,
        "level": level,
        "date": day.isoformat(),
    }


def evaluation(document: pymupdf.Document, chance: Random) -> Fields:
    """An evaluation report as a form; the company's own praise is not the committee's."""
    title, day, level = names.project(chance), _day(chance), chance.choice(ADVANCED[1:])
    holder, body = names.company(chance).name, "浙江省机械工程学会"
    number = f"ZJKP{day.year}{chance.randint(1000, 9999)}"
    pairs = [
        ("评价报告编号", number),
        ("成果名称", title),
        ("完成单位", holder),
        ("评价机构", body),
        ("成果简介", "本项目由企业自主研发，自评技术水平填补国内空白。"),
        ("评价日期", chinese_day(day)),
    ]
    opinion = f"评价结论：专家组认为，该成果创新性强，整体技术达到{level}水平，建议加快推广应用。"
    shapes.form(document, "科技成果评价报告", pairs, body, None, below=[opinion])
    return {
        "title": title,
        "holder": holder,
        "committee": body,
        "number": number,
        "level": level,
        "date": day.isoformat(),
    }


def novelty(document: pymupdf.Document, chance: Random) -> Fields:
    """A novelty search: it says what is new, not how advanced it is."""
    title, day, holder = names.project(chance), _day(chance), names.company(chance).name
    number, body = f"{day.year}33B{chance.randint(100000, 999999)}", "浙江省科技信息研究院"
    pairs = [
        ("报告编号", number),
        ("查新项目名称", title),
        ("委托人", holder),
        ("查新机构", body),
        ("查新完成日期", chinese_day(day)),
    ]
    shapes.wide_form(document, "科技查新报告", pairs, body)
    return {"title": title, "holder": holder, "committee": body, "number": number, "date": day.isoformat()}


TOPICS = ("物联网平台互操作性", "智能制造参考架构", "边缘计算数据接入")


def _international(chance: Random) -> tuple[str, str]:
    n = chance.randint(20000, 39999)
    return chance.choice(
        (f"ISO/IEC {n}:2021", f"IEC {n}-1:2020", f"ISO/IEC DIS {n}", f"ITU-T Y.{n % 1000 + 4000}")
    ), chance.choice(TOPICS)


def standard_letter(document: pymupdf.Document, chance: Random) -> Fields:
    """The letter of the technical body at home: who took part, in which role."""
    number, topic = _international(chance)
    holder, role, day = names.company(chance).name, chance.choice(("主导", "参与")), _day(chance)
    text = f"兹证明{holder}{role}制定国际标准{number}《{topic}》，该单位专家承担了相关章节的起草工作。"
    shapes.letter(document, "国际标准参与证明", [text, "特此证明。"], "全国信息技术标准化技术委员会", day)
    return {"number": number, "title": topic, "holder": holder, "role": role, "date": day.isoformat()}


def standard_form(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate of contribution with labelled entries."""
    number, topic = _international(chance)
    holder, role, day = (
        names.company(chance).name,
        chance.choice(("Project Leader", "Editor", "Contributor")),
        _day(chance),
    )
    pairs = [
        ("标准编号", number),
        ("标准名称", topic),
        ("单位名称", holder),
        ("专家姓名", names.person(chance)),
        ("承担角色", role),
    ]
    shapes.form(document, "国际标准贡献证书", pairs, "国内技术对口单位秘书处", day)
    return {"number": number, "title": topic, "holder": holder, "role": role, "date": day.isoformat()}


def consortium(document: pymupdf.Document, chance: Random) -> Fields:
    """The agreement that founds a consortium."""
    units = [c.name for c in names.companies(chance, 4)]
    title, day = f"浙江省{chance.choice(('工业互联网', '智能装备', '工业软件'))}创新联合体", _day(chance)
    pairs = [("联合体名称", title), ("牵头单位", units[0]), ("成员单位", "、".join(units[1:]))]
    text = (
        "为推进产学研用协同创新，各方本着自愿平等、优势互补的原则组建创新联合体，共同承担关键核心技术攻关。"
    )
    shapes.lines(document, f"{title}组建协议", pairs, units[0], day, below=[text])
    return {"title": title, "lead": units[0], "members": ";".join(units[1:]), "date": day.isoformat()}


def membership(document: pymupdf.Document, chance: Random) -> Fields:
    """A plaque or certificate of membership: a member is no leader."""
    holder, day = names.company(chance).name, _day(chance)
    title, role = (
        f"{chance.choice(('长三角', '浙江省'))}工业互联网产业联盟",
        chance.choice(("副理事长单位", "成员单位")),
    )
    shapes.prose(
        document, f"{title}证书", [f"经理事会审议，批准{holder}成为{title}{role}。", "特发此证。"], title, day
    )
    return {"title": title, "holder": holder, "role": role, "date": day.isoformat()}


LAYOUTS = (
    Layout("major_project", "task book", task_book),
    Layout("major_project", "acceptance", acceptance),
    Layout("major_project", "approval", approval),
    Layout("tech_appraisal", "certificate", appraisal),
    Layout("tech_appraisal", "evaluation", evaluation),
    Layout("tech_appraisal", "novelty", novelty),
    Layout("international_standard_evidence", "letter", standard_letter),
    Layout("international_standard_evidence", "form", standard_form),
    Layout("consortium_document", "agreement", consortium),
    Layout("consortium_document", "membership", membership),
)
