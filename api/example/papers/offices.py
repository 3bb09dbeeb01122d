"""Papers of offices around rights and filings: registers, receipts, letters, changes, reports."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pymupdf

from api.example import names, rights
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.papers import patents, shapes
from api.example.sheet import Sheet, Style

OFFICE = "国家知识产权局"


def _patent(chance: Random, kind: int = 1) -> dict[str, Any]:
    owner = names.company(chance)
    return dict(rights.patent(chance, [owner.name], owner.address, kind, "bound")[0].says)


def _dotted(number: str, before: str = "ZL") -> str:
    return f"{before}{number[:12]}.{number[12]}"


def register(document: pymupdf.Document, chance: Random) -> Fields:
    """A copy of the register: who holds the right, and whether it is in force."""
    says, day = _patent(chance), date(2022, chance.randint(1, 3), chance.randint(1, 28))
    pairs = [
        ("专利号", _dotted(says["number"])),
        ("发明名称", says["title"]),
        ("专利权人", says["holder"]),
        ("申请日", chinese_day(says["filing_date"])),
        ("授权公告日", chinese_day(says["grant_date"])),
        ("法律状态", "专利权有效"),
        ("年费缴纳", f"已缴纳第{2022 - says['filing_date'].year}年年费"),
    ]
    shapes.form(document, "专利登记簿副本", pairs, OFFICE, day)
    return {
        "number": says["number"],
        "title": says["title"],
        "holder": says["holder"],
        "filing_date": says["filing_date"].isoformat(),
        "grant_date": says["grant_date"].isoformat(),
        "status": "有效",
        "paid": 2022 - says["filing_date"].year,
        "date": day.isoformat(),
    }


def receipt(document: pymupdf.Document, chance: Random) -> Fields:
    """A receipt for the annuities of several patents."""
    every, day = [_patent(chance) for _ in range(chance.randint(3, 7))], date(2021, 11, chance.randint(1, 28))
    paid = [2022 - says["filing_date"].year for says in every]
    rows = [
        (str(n), _dotted(says["number"], ""), f"第{year}年年费", f"{year * 300:.2f}")
        for n, (says, year) in enumerate(zip(every, paid, strict=True), 1)
    ]
    sheet = shapes.listing(
        document,
        "国家知识产权局专利收费收据",
        ("序号", "专利号", "费用种类", "金额（元）"),
        rows,
        (45, 150, 150, 110),
        above=f"缴款人：{every[0]['holder']}",
    )
    shapes.signed(sheet, OFFICE, day)
    return {
        "holder": every[0]["holder"],
        "date": day.isoformat(),
        "rows": [{"number": says["number"], "paid": year} for says, year in zip(every, paid, strict=True)],
    }


def status(document: pymupdf.Document, chance: Random) -> Fields:
    """A query of the office's own database: the right has ended."""
    says, day = _patent(chance), date(2022, 2, chance.randint(1, 28))
    ended = chance.random() < 0.5
    pairs = [
        ("申请号/专利号", _dotted(says["number"], "")),
        ("发明名称", says["title"]),
        ("申请人/专利权人", says["holder"]),
        ("申请日", says["filing_date"].isoformat()),
        ("案件状态", "未缴年费专利权终止" if ended else "专利权维持"),
        ("查询日期", chinese_day(day)),
    ]
    shapes.lines(document, "中国及多国专利审查信息查询", pairs)
    return {
        "number": says["number"],
        "title": says["title"],
        "holder": says["holder"],
        "filing_date": says["filing_date"].isoformat(),
        "status": "未缴年费" if ended else "有效",
        "date": day.isoformat(),
    }


LETTERS = (
    ("发明专利申请进入实质审查阶段通知书", "实质审查", "上述专利申请经初步审查合格，现进入实质审查阶段。"),
    (
        "授予发明专利权通知书",
        "授予专利权",
        "根据专利法的规定，对上述发明专利申请作出授予专利权的决定，请办理登记手续。",
    ),
    ("专利申请受理通知书", "受理", "上述专利申请已由国家知识产权局受理，现将申请号、申请日等信息通知如下。"),
)


def office_letter(document: pymupdf.Document, chance: Random) -> Fields:
    """A letter in the office's boxed form: no patent yet."""
    says, (title, about, text) = _patent(chance), chance.choice(LETTERS)
    day = says["filing_date"] + timedelta(chance.randint(20, 300))
    pairs = [
        ("申请号或专利号", _dotted(says["number"], "")),
        ("发文日", chinese_day(day)),
        ("申请人或专利权人", says["holder"]),
        ("发明创造名称", says["title"]),
    ]
    shapes.form(document, title, pairs, OFFICE, below=[text])
    return {
        "number": says["number"],
        "holder": says["holder"],
        "title": says["title"],
        "notice": about,
        "date": day.isoformat(),
    }


def acceptance(document: pymupdf.Document, chance: Random) -> Fields:
    """The notice of acceptance as a letter."""
    says = _patent(chance)
    paper = rights.patent(chance, [says["holder"]], says["address"], 1, "bound")[0]
    patents.acceptance(document, replace(paper, says=says))
    kept = {k: says[k] for k in ("number", "title", "holder")}
    return {
        **kept,
        "filing_date": says["filing_date"].isoformat(),
        "notice": "受理",
        "date": says["grant_date"].isoformat(),
    }


def front_page(document: pymupdf.Document, chance: Random, granted: bool) -> Fields:
    """The front page of an application or of a patent."""
    says = _patent(chance)
    paper = rights.patent(chance, [says["holder"]], says["address"], 1, "bound")[0]
    code = says["publication_no"][:-1] + ("B" if granted else "A")
    says["publication_no"] = code
    patents.gazette(document, replace(paper, says=says, layout="granted" if granted else "published"))
    kept = {k: says[k] for k in ("number", "title", "holder")}
    day = {"grant_date" if granted else "publication_date": says["grant_date"].isoformat()}
    return {**kept, **day, "filing_date": says["filing_date"].isoformat(), "publication_no": code}


def published(document: pymupdf.Document, chance: Random) -> Fields:
    """A published application: no grant."""
    return front_page(document, chance, False)


def granted(document: pymupdf.Document, chance: Random) -> Fields:
    """A granted patent's front page."""
    return front_page(document, chance, True)


def _software(chance: Random) -> dict[str, Any]:
    return dict(rights.software(chance, names.company(chance).name, "plain")[0].says)


def change(document: pymupdf.Document, chance: Random) -> Fields:
    """The owner of a registered software has another name: not another copyright."""
    says, before, day = (
        _software(chance),
        names.company(chance).name,
        some_day(chance, date(2020, 1, 5), date(2022, 2, 1)),
    )
    pairs = [
        ("登记号", says["number"]),
        ("软件名称", says["title"]),
        ("变更事项", "著作权人名称"),
        ("变更前", before),
        ("变更后", says["holder"]),
    ]
    text = "根据《计算机软件保护条例》和《计算机软件著作权登记办法》的规定，以上事项予以变更登记。"
    shapes.lines(
        document, "计算机软件著作权登记事项变更或补充证明", pairs, "中国版权保护中心", day, below=[text]
    )
    return {
        "number": says["number"],
        "title": says["title"],
        "item": "著作权人名称",
        "before": before,
        "after": says["holder"],
        "grant_date": day.isoformat(),
    }


def transfer(document: pymupdf.Document, chance: Random) -> Fields:
    """A copyright bought from another."""
    says, before, day = (
        _software(chance),
        names.company(chance).name,
        some_day(chance, date(2020, 1, 5), date(2022, 2, 1)),
    )
    pairs = [
        ("登记号", says["number"]),
        ("软件名称", says["title"]),
        ("转让人", before),
        ("受让人", says["holder"]),
    ]
    shapes.form(document, "计算机软件著作权转让合同登记证书", pairs, "中国版权保护中心", day)
    return {
        "number": says["number"],
        "title": says["title"],
        "before": before,
        "after": says["holder"],
        "holder": says["holder"],
        "grant_date": day.isoformat(),
    }


def work(document: pymupdf.Document, chance: Random, labels: tuple[str, ...], form: bool) -> Fields:
    """A registered picture or text."""
    holder, day = names.company(chance).name, some_day(chance, date(2019, 1, 5), date(2022, 2, 1))
    title, number = (
        f"{chance.choice(('智造', '云帆', '数海'))}卡通形象",
        f"浙作登字-{day.year}-F-{chance.randint(1, 99999):08d}",
    )
    made = day - timedelta(chance.randint(30, 300))
    values = (number, title, "美术", holder, chinese_day(made), chinese_day(day))
    text = f"以上事项，由{holder}申请，经浙江省版权局审核，根据《作品自愿登记试行办法》规定，予以登记。"
    draw = shapes.form if form else shapes.lines
    draw(document, "作品登记证书", list(zip(labels, values, strict=True)), "浙江省版权局", None, below=[text])
    return {
        "number": number,
        "title": title,
        "category": "美术",
        "holder": holder,
        "completed": made.isoformat(),
        "grant_date": day.isoformat(),
    }


def work_lines(document: pymupdf.Document, chance: Random) -> Fields:
    """The certificate with labelled lines."""
    return work(
        document, chance, ("登记号", "作品名称", "作品类别", "著作权人", "创作完成日期", "登记日期"), False
    )


def work_form(document: pymupdf.Document, chance: Random) -> Fields:
    """The certificate as a form with the longer labels."""
    return work(
        document,
        chance,
        ("登记号", "作品/制品名称", "作品类别", "著作权人", "创作完成日期", "登记日期"),
        True,
    )


SYSTEMS = ("云服务平台", "工业数据平台", "客户服务系统")
WORDS = {2: "第二级", 3: "第三级"}


def _filing(chance: Random) -> tuple[str, str, str, int]:
    number = f"3302{chance.randint(0, 13):02d}{chance.randint(10000, 59999)}-{chance.randint(21001, 22099)}"
    return number, names.company(chance).name, chance.choice(SYSTEMS), chance.choice((2, 3))


def filing_form(document: pymupdf.Document, chance: Random) -> Fields:
    """A filing certificate as a form."""
    number, holder, system, level = _filing(chance)
    day = some_day(chance, date(2019, 1, 5), date(2022, 2, 1))
    pairs = [
        ("备案证明编号", number),
        ("备案单位", holder),
        ("系统名称", system),
        ("安全保护等级", WORDS[level]),
    ]
    text = "根据《中华人民共和国网络安全法》和《信息安全等级保护管理办法》的有关规定，准予备案。"
    sheet = shapes.lines(
        document, "网络安全等级保护备案证明", pairs, "宁波市公安局", day, frame=shapes.BLUE, below=[text]
    )
    sheet.centre(800, "中华人民共和国公安部监制", Style(size=10))
    return {"number": number, "holder": holder, "system": system, "level": level, "date": day.isoformat()}


def _report(chance: Random) -> dict[str, Any]:
    number, holder, system, level = _filing(chance)
    day = some_day(chance, date(2019, 3, 5), date(2021, 12, 20))
    return {
        "number": f"{number}-{day.year % 100:02d}-33{chance.randint(1, 20):02d}-{chance.randint(1, 4):02d}",
        "filing_no": number,
        "holder": holder,
        "system": system,
        "level": level,
        "score": float(chance.randrange(7000, 9600)) / 100,
        "date": day,
    }


AGENCY = "浙江安测信息技术有限公司"


def tested(document: pymupdf.Document, chance: Random) -> Fields:
    """Cover and conclusion of a report."""
    says = _report(chance)
    conclusion = "良" if says["score"] >= 80 else "中"
    pairs = [("被测单位", says["holder"]), ("测评单位", AGENCY), ("报告时间", chinese_day(says["date"]))]
    cover = shapes.lines(
        document,
        f"{says['system']}（{WORDS[says['level']]}）网络安全等级保护测评报告",
        pairs,
        above=f"报告编号：{says['number']}",
    )
    cover.centre(780, AGENCY, shapes.TEXT)
    inner = Sheet(document)
    inner.write(72, 60, f"报告编号：{says['number']}", shapes.SMALL)
    inner.centre(100, "等级测评结论", Style(size=18, bold=True))
    rows = [
        ("被测对象名称", says["system"]),
        ("安全保护等级", WORDS[says["level"]]),
        ("测评结论", conclusion),
        ("综合得分", f"{says['score']:.2f}"),
    ]
    inner.table(72, 130, (140, 300), rows, style=shapes.SMALL, pad=7)
    return {**says, "date": says["date"].isoformat(), "issuer": AGENCY, "conclusion": conclusion}


def tested_old(document: pymupdf.Document, chance: Random) -> Fields:
    """A report in the older words, the conclusion in running text."""
    says = _report(chance)
    pairs = [
        ("报告编号", says["number"]),
        ("系统名称", says["system"]),
        ("系统级别", WORDS[says["level"]]),
        ("委托单位", says["holder"]),
        ("测评机构", AGENCY),
    ]
    text = f"经测评，该信息系统综合得分为{says['score']:.2f}，等级测评结论为基本符合。"
    shapes.form(document, "信息系统安全等级测评报告", pairs, AGENCY, says["date"], below=[text])
    return {**says, "date": says["date"].isoformat(), "issuer": AGENCY, "conclusion": "基本符合"}


LAYOUTS = (
    Layout("patent_register_copy", "register", register),
    Layout("patent_register_copy", "receipt", receipt),
    Layout("patent_register_copy", "status", status),
    Layout("patent_notice", "boxed", office_letter),
    Layout("patent_notice", "letter", acceptance),
    Layout("patent_gazette_page", "published", published),
    Layout("patent_gazette_page", "granted", granted),
    Layout("software_copyright_change", "change", change),
    Layout("software_copyright_change", "transfer", transfer),
    Layout("works_registration_certificate", "lines", work_lines),
    Layout("works_registration_certificate", "form", work_form),
    Layout("mlps_filing", "form", filing_form),
    Layout("mlps_report", "cover", tested),
    Layout("mlps_report", "older", tested_old),
)
