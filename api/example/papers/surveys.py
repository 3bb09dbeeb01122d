"""Statistical returns, special audits of research expenses, and proofs of market share."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.application import Company
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day
from api.example.seals import seal
from api.example.sheet import GREY, Sheet, Style

TEXT = Style(size=11)
SMALL = Style(size=9)
HEAD = Style(size=12, bold=True)
FIRMS = ("宁波衡信", "浙江至正", "杭州明理")


def _survey_head(sheet: Sheet, title: str, table: str, firm: Company, year: int) -> float:
    sheet.centre(70, title, Style(size=16, bold=True))
    for n, line in enumerate((f"表　　号：{table}", "制定机关：国家统计局", f"文　　号：国统字〔{year}〕97号", "有效期至：2023年6月")):
        sheet.write(400, 90 + 14 * n, line, SMALL)
    sheet.write(50, 104, f"统一社会信用代码：{firm.uscc}", SMALL)
    sheet.write(50, 120, f"单位详细名称：{firm.name}", SMALL)
    sheet.write(250, 146, f"{year}年", SMALL)
    sheet.write(430, 146, "计量单位：千元", SMALL)
    return 154


def accounts_survey(document: pymupdf.Document, chance: Random) -> Fields:
    """财务状况: indicator, unit, code, this year, last year; amounts in 千元."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), Sheet(document)
    y = _survey_head(sheet, "规模以上服务业企业财务状况", "F603表", firm, year)
    revenue = chance.randrange(50_000, 900_000)
    profit, research, people = revenue // 9, revenue // 13, chance.randint(60, 990)
    rows = [
        ("指标名称", "计量单位", "代码", "本年", "上年同期"),
        ("一、期末资产负债", "—", "—", "—", "—"),
        ("　　资产总计", "千元", "213", str(revenue * 2), str(revenue * 2 - 4321)),
        ("二、损益及分配", "—", "—", "—", "—"),
        ("　　营业收入", "千元", "301", str(revenue), str(revenue - 7654)),
        ("　　营业成本", "千元", "307", str(revenue * 6 // 10), str(revenue * 6 // 10 - 432)),
        ("　　研发费用", "千元", "331", str(research), str(research - 321)),
        ("　　营业利润", "千元", "323", str(profit - 12), str(profit - 555)),
        ("　　利润总额", "千元", "327", str(profit), str(profit - 543)),
        ("三、从业人员", "—", "—", "—", "—"),
        ("　　期末用工人数", "人", "606", str(people), str(people - 7)),
    ]
    y = sheet.table(50, y, (215, 60, 50, 85, 85), rows, style=SMALL, right=(3, 4), pad=5)
    sheet.write(50, y + 20, f"单位负责人：{firm.legal}", SMALL)
    sheet.write(360, y + 20, f"报出日期：{year + 1}年3月8日", SMALL)
    sheet.picture(400, y + 30, 108, seal(firm.name))
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "year": year, "table": "F603表", "date": f"{year + 1}-03-08"}
    money = {"revenue_wan": revenue / 10, "profit_wan": profit / 10, "rd_wan": research / 10}
    return {**fields, **money, "employees": people}


def research_survey(document: pymupdf.Document, chance: Random) -> Fields:
    """研究开发活动: one column of figures, persons and money mixed."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), Sheet(document)
    y = _survey_head(sheet, "企业研究开发活动及相关情况", "107-2表", firm, year)
    people, research = chance.randint(20, 400), chance.randrange(3_000, 90_000)
    rows = [
        ("指标名称", "计量单位", "代码", "本年"),
        ("一、研究开发人员情况", "—", "—", "—"),
        ("　研究开发人员合计", "人", "1", str(people)),
        ("　　其中：管理和服务人员", "人", "2", str(people // 12)),
        ("二、研究开发费用情况", "—", "—", "—"),
        ("　研究开发费用合计", "千元", "7", str(research)),
        ("　　1.人员人工费用", "千元", "8", str(research * 6 // 10)),
        ("　　2.直接投入费用", "千元", "9", str(research // 4)),
    ]
    y = sheet.table(50, y, (245, 70, 60, 120), rows, style=SMALL, right=(3,), pad=5)
    sheet.write(50, y + 20, "补充资料：当年形成用于研究开发的固定资产", SMALL)
    sheet.picture(400, y + 30, 108, seal(firm.name))
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "year": year, "table": "107-2表"}
    return {**fields, "rd_wan": research / 10, "rd_staff": people}


# --- special audits ---------------------------------------------------------------------------


def special_audit(document: pymupdf.Document, chance: Random) -> Fields:
    """One year's special audit: the opinion, then the table of projects."""
    firm, year, auditor = names.company(chance), chance.choice((2019, 2020, 2021)), chance.choice(FIRMS)
    number = f"{auditor[2:]}专审〔{year + 1}〕{chance.randrange(100, 2999)}号"
    costs = [chance.randrange(30_000_000, 900_000_000) for _ in range(chance.randint(4, 8))]
    total = sum(costs)
    sheet = Sheet(document)
    sheet.centre(100, "研究开发费用专项审计报告", Style(size=22, bold=True, spacing=2))
    sheet.centre(130, number, TEXT)
    sheet.write(70, 176, f"{firm.name}：", HEAD)
    paragraphs = (
        f"我们审计了后附的{firm.name}（以下简称贵公司）{year}年度研究开发费用结构明细表及编制说明。",
        f"我们认为，上述明细表在所有重大方面公允反映了贵公司{year}年度研究开发费用情况。贵公司{year}年度研究开发费用"
        f"总额为人民币{total / 100:,.2f}元。",
        "本报告仅供贵公司申报高新技术企业使用，不得用于其他目的。",
    )
    y = 206.0
    for text in paragraphs:
        y = sheet.wrap(70, y, 455, text, TEXT, 1.9, indent=22)
    sheet.write(70, 620, f"{auditor}会计师事务所（普通合伙）", TEXT)
    sheet.picture(90, 590, 110, seal(f"{auditor}会计师事务所"))
    sheet.write(360, 650, f"中国注册会计师：{names.person(chance)}", TEXT)
    sheet.write(360, 700, chinese_day(date(year + 1, 3, 28)), TEXT)
    sheet = Sheet(document, 842, 595)
    sheet.centre(70, "企业研究开发费用结构明细表", Style(size=15, bold=True))
    sheet.write(50, 96, f"编制单位：{firm.name}　　　{year}年度", SMALL)
    sheet.write(50, 96, "金额单位：元", SMALL, "right", 740)
    rows: list[tuple[str, ...]] = [
        ("项目编号", "研发项目名称", "人员人工费用", "直接投入费用", "折旧费用", "其他费用", "合计")
    ]
    truth: list[Fields] = []
    for place, cost in enumerate(costs, 1):
        labour, direct, worn = cost * 5 // 10, cost * 3 // 10, cost // 10
        parts = (labour, direct, worn, cost - labour - direct - worn, cost)
        title = f"{names.software(chance)}研发"
        rows.append((f"RD{place:02d}", title, *(f"{part / 100:,.2f}" for part in parts)))
        truth.append({"number": f"RD{place:02d}", "title": title, "rd_wan": cost / 1_000_000})
    rows.append(("合计", "", "", "", "", "", f"{total / 100:,.2f}"))
    sheet.table(50, 106, (60, 200, 100, 100, 90, 90, 100), rows, style=SMALL, right=(2, 3, 4, 5, 6), pad=5)
    fields: Fields = {"number": number, "holder": firm.name, "year": year, "rd_wan": total / 1_000_000}
    return {**fields, "issuer": f"{auditor}会计师事务所（普通合伙）", "date": f"{year + 1}-03-28", "rows": truth}


def three_year_audit(document: pymupdf.Document, chance: Random) -> Fields:
    """A tax firm's attestation of three years for the 高企 filing: one row for each year."""
    firm, last, sheet = names.company(chance), chance.choice((2020, 2021)), Sheet(document)
    auditor = f"{chance.choice(FIRMS)}税务师事务所有限公司"
    number = f"{auditor[2:4]}税鉴字〔{last + 1}〕第{chance.randrange(100, 999)}号"
    sheet.centre(96, firm.name, Style(size=15, bold=True))
    sheet.centre(126, f"{last - 2}-{last}年度研究开发费用专项审计报告", Style(size=17, bold=True))
    sheet.centre(152, number, TEXT)
    sheet.wrap(70, 190, 455, f"我们接受委托，对{firm.name}近三个会计年度的研究开发费用进行了专项审计，结果如下：", TEXT, 1.9, indent=22)
    rows, truth = [("年度", "研究开发费用（万元）", "销售收入（万元）", "占销售收入的比例（%）")], []
    for year in (last - 2, last - 1, last):
        revenue = round(chance.uniform(9_000, 80_000), 2)
        cost = round(revenue * chance.uniform(0.05, 0.12), 2)
        rows.append((f"{year}年度", f"{cost:,.2f}", f"{revenue:,.2f}", f"{cost / revenue * 100:.2f}"))
        truth.append({"year": year, "rd_wan": cost, "revenue_wan": revenue})
    y = sheet.table(70, 240, (90, 125, 120, 120), rows, style=TEXT, right=(1, 2, 3), pad=6)
    sheet.write(70, y + 90, auditor, TEXT)
    sheet.picture(90, y + 50, 110, seal(auditor))
    sheet.write(360, y + 120, chinese_day(date(last + 1, 5, 12)), TEXT)
    return {"number": number, "issuer": auditor, "date": f"{last + 1}-05-12", "rows": truth}


# --- market share -----------------------------------------------------------------------------

PLACES = "一二三四五"


def share_letter(document: pymupdf.Document, chance: Random) -> Fields:
    """An association's letter: share, rank, product, place and year in one sentence."""
    firm, sheet, year = names.company(chance), Sheet(document), chance.choice((2020, 2021))
    body = chance.choice(("中国工业互联网行业协会", "浙江省软件行业协会", "全国装备制造业联合会"))
    product, share, rank = names.machine(chance), round(chance.uniform(3, 42), 1), chance.randint(1, 5)
    scope = chance.choice(("国内", "全球", "省内"))
    sheet.centre(130, "市场占有率证明", Style(size=24, bold=True, spacing=6))
    text = (
        f"兹证明{firm.name}自主研发生产的“{product}”产品，{year}年度{scope}市场占有率为{share}%，"
        f"在同类产品中排名第{PLACES[rank - 1]}位。"
    )
    y = sheet.wrap(80, 200, 435, text, Style(size=14), 2.1, indent=28)
    sheet.write(108, y + 12, "特此证明。", Style(size=14))
    sheet.picture(350, 520, 115, seal(body))
    sheet.write(320, 650, body, Style(size=13), "centre", 180)
    sheet.write(320, 676, chinese_day(date(year + 1, 2, 25)), Style(size=13), "centre", 180)
    fields: Fields = {"holder": firm.name, "product": product, "share": share, "rank": rank, "scope": scope}
    return {**fields, "year": year, "issuer": body, "date": f"{year + 1}-02-25"}


def share_report(document: pymupdf.Document, chance: Random) -> Fields:
    """A research firm's report: its cover, and the page with the ranking."""
    year, body = chance.choice((2020, 2021)), "海赛智库信息产业研究院"
    trade = chance.choice(("工业软件", "边缘计算网关", "制造执行系统"))
    cover = Sheet(document)
    cover.page.draw_rect(pymupdf.Rect(0, 0, 595, 160), color=None, fill=(0.1, 0.25, 0.5))
    title = f"{year}年中国{trade}市场研究报告"
    cover.centre(320, title, Style(size=24, bold=True, face="hei"))
    cover.centre(360, "Market Research Report", Style(size=14, colour=GREY))
    cover.centre(700, body, Style(size=15))
    cover.centre(730, f"{year + 1}年3月", Style(size=13))
    sheet = Sheet(document)
    sheet.write(60, 60, title, Style(size=9, colour=GREY))
    sheet.write(60, 110, "三、市场竞争格局", HEAD)
    sheet.wrap(60, 136, 475, f"{year}年，中国{trade}市场规模持续增长，市场集中度进一步提高，主要厂商市场份额如下表所示。", TEXT, 1.9, indent=22)
    shares = sorted((round(chance.uniform(1, 24), 1) for _ in range(6)), reverse=True)
    rows, truth = [("排名", "企业名称", "市场份额（%）")], []
    for place, (firm, share) in enumerate(zip(names.companies(chance, 6), shares, strict=True), 1):
        rows.append((str(place), firm.name, f"{share:.1f}"))
        truth.append({"rank": place, "holder": firm.name, "share": share})
    sheet.centre(210, f"表3　{year}年中国{trade}市场份额", Style(size=10, face="hei"))
    sheet.table(90, 222, (60, 250, 105), rows, style=TEXT, right=(2,), pad=6)
    sheet.write(60, 790, f"数据来源：{body}", SMALL)
    return {"title": title, "year": year, "issuer": body, "rows": truth}


LAYOUTS = (
    Layout("employment_statistics", "accounts", accounts_survey),
    Layout("employment_statistics", "research", research_survey),
    Layout("rd_special_audit", "projects", special_audit),
    Layout("rd_special_audit", "years", three_year_audit),
    Layout("market_share_report", "letter", share_letter),
    Layout("market_share_report", "report", share_report),
)
