"""Tax and land papers: annual returns, payment certificates, per-mu results, titles and leases."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day
from api.example.seals import seal, square_code
from api.example.sheet import RED, Colour, Sheet, Style

TEXT = Style(size=10.5)
SMALL = Style(size=9)
HEAD = Style(size=12, bold=True)
DARK: Colour = (0.55, 0.09, 0.12)

FIGURES = "零壹贰叁肆伍陆柒捌玖"


def in_words(cents: int) -> str:
    """An amount in 分 as capital numerals: 1234500 is 壹万贰仟叁佰肆拾伍元整."""
    whole, rest = divmod(cents, 100)
    words, zero = "", False
    for place, digit in enumerate(reversed(str(whole))):
        unit = ("", "拾", "佰", "仟")[place % 4]
        big = ("", "万", "亿")[place // 4] if place % 4 == 0 else ""
        figure = "" if digit == "0" else FIGURES[int(digit)] + unit
        gap = "零" if digit == "0" and zero else ""
        words = figure + big + gap + words
        zero = digit != "0"
    jiao, fen = divmod(rest, 10)
    tail = (f"{FIGURES[jiao]}角" if jiao else ("零" if fen else "")) + (f"{FIGURES[fen]}分" if fen else "")
    return words.rstrip("零") + "元" + (tail or "整")


def _grid(sheet: Sheet, y: float, lines: list[tuple[str, str, float | None]]) -> float:
    rows = [("行次", "项　　目", "金　额")]
    rows += [(number, label, "" if amount is None else f"{amount:,.2f}") for number, label, amount in lines]
    return sheet.table(60, y, (40, 315, 120), rows, style=SMALL, right=(2,), pad=4)


def _return_head(sheet: Sheet, code: str, title: str, year: int) -> float:
    sheet.write(60, 60, code, Style(size=10, bold=True))
    sheet.centre(86, title, Style(size=15, bold=True))
    sheet.write(60, 112, f"税款所属期间：{year}年01月01日至{year}年12月31日", SMALL)
    sheet.write(60, 112, "金额单位：人民币元（列至角分）", SMALL, "right", 475)
    return 122


def _super_deduction(document: pymupdf.Document, chance: Random, year: int) -> Fields:
    sheet = Sheet(document)
    y = _return_head(sheet, "A107012", "研发费用加计扣除优惠明细表", year)
    labour, direct, worn = (round(chance.uniform(800_000, 9_000_000), 2) for _ in range(3))
    abroad = round(chance.uniform(100_000, 400_000), 2)
    own = round(labour + direct + worn, 2)
    total = round(own + abroad * 0.8, 2)
    deducted = round(total * 0.75, 2)
    _grid(
        sheet,
        y,
        [
            ("1", "本年可享受研发费用加计扣除项目数量", None),
            ("2", "一、自主研发、合作研发、集中研发（3+7+16+19+23+34）", own),
            ("3", "　（一）人员人工费用（4+5+6）", labour),
            ("7", "　（二）直接投入费用（8+9+10+11+12+13+14+15）", direct),
            ("16", "　（三）折旧费用（17+18）", worn),
            ("36", "二、委托研发（37+38+40）", abroad),
            ("41", "三、年度研发费用小计（2+36×80%）", total),
            ("42", "　（一）本年费用化金额", total),
            ("43", "　（二）本年资本化金额", 0.0),
            ("50", "八、加计扣除比例（%）", 75.0),
            ("51", "九、本年研发费用加计扣除总额（47-48）", deducted),
        ],
    )
    sheet.picture(400, 560, 110, seal("国家税务总局宁波市税务局", "电子申报专用章"))
    return {"year": year, "rd_wan": total / 10_000, "deduction_wan": deducted / 10_000, "table": "A107012"}


def super_deduction(document: pymupdf.Document, chance: Random) -> Fields:
    """The table of research expenses alone, as the tax office's portal prints it."""
    return _super_deduction(document, chance, chance.choice((2019, 2020, 2021)))


def annual_return(document: pymupdf.Document, chance: Random) -> Fields:
    """A whole return: cover, main table, table of research expenses."""
    firm, year = names.company(chance), chance.choice((2019, 2020, 2021))
    cover = Sheet(document)
    cover.centre(180, "中华人民共和国企业所得税年度纳税申报表", Style(size=20, bold=True))
    cover.centre(212, "（A类 , 2017年版）", Style(size=13))
    lines = (
        f"税款所属期间：{year}年01月01日至{year}年12月31日",
        f"纳税人识别号（统一社会信用代码）：{firm.uscc}",
        f"纳税人名称：{firm.name}",
        "金额单位：人民币元（列至角分）",
    )
    for n, line in enumerate(lines):
        cover.write(110, 300 + 34 * n, line, Style(size=12))
    cover.picture(380, 560, 115, seal("国家税务总局宁波市税务局", "受理专用章"))
    sheet = Sheet(document)
    y = _return_head(sheet, "A100000", "中华人民共和国企业所得税年度纳税申报表（A类）", year)
    revenue = round(chance.uniform(60_000_000, 900_000_000), 2)
    profit = round(revenue * chance.uniform(0.06, 0.2), 2)
    _grid(
        sheet,
        y,
        [
            ("1", "一、营业收入（填写A101010\\101020\\103000）", revenue),
            ("2", "　减：营业成本（填写A102010\\102020\\103000）", round(revenue * 0.6, 2)),
            ("3", "　　减：税金及附加", round(revenue * 0.01, 2)),
            ("10", "二、营业利润（1-2-3-4-5-6-7+8+9）", round(profit - 3210.5, 2)),
            ("11", "　加：营业外收入（填写A101010\\101020\\103000）", 3210.5),
            ("13", "三、利润总额（10+11-12）", profit),
            ("22", "　减：所得减免（填写A107020）", 0.0),
            ("23", "四、应纳税所得额（19-20-21-22）", round(profit * 0.8, 2)),
        ],
    )
    stated = _super_deduction(document, chance, year)
    stated.pop("table")
    head: Fields = {"holder": firm.name, "uscc": firm.uscc, "year": year, "table": "A100000"}
    return {**head, "revenue_wan": revenue / 10_000, "profit_wan": profit / 10_000, **stated}


TAXES = (("增值税", "软件服务"), ("企业所得税", "应纳税所得额"), ("城市维护建设税", "市区"), ("教育费附加", "增值税教育费附加"), ("印花税", "购销合同"))


def payment(document: pymupdf.Document, chance: Random) -> Fields:
    """税收完税证明 as the portal prints it: one row for each payment."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), Sheet(document, 842, 595)
    number = f"3330{chance.randrange(10**13, 10**14)}"
    sheet.centre(66, "中华人民共和国", Style(size=15, bold=True, spacing=3))
    sheet.centre(94, "税 收 完 税 证 明", Style(size=20, bold=True, spacing=4))
    sheet.write(560, 94, f"No. {number}", Style(size=10, face="hei"))
    sheet.write(50, 124, f"填发日期：{chinese_day(date(year + 1, 3, 9))}", SMALL)
    sheet.write(330, 124, "税务机关：国家税务总局宁波市税务局", SMALL)
    rows = [("纳税人识别号", firm.uscc, "纳税人名称", firm.name)]
    y = sheet.table(50, 132, (100, 230, 100, 312), rows, style=SMALL, pad=4)
    cents, body, truth = 0, [], []
    for tax, item in TAXES:
        amount = chance.randrange(90_000, 900_000_000)
        cents += amount
        month = chance.randint(2, 12)
        paid = date(year, month, chance.randint(5, 15))
        period = f"{year}-{month - 1:02d}-01至{year}-{month - 1:02d}-28"
        body.append((str(chance.randrange(10**17, 10**18)), tax, item, period, paid.isoformat(), f"{amount / 100:,.2f}"))
        truth.append({"tax": tax, "date": paid.isoformat(), "amount": amount / 1_000_000})
    heads = ("原凭证号", "税种", "品目名称", "税款所属时期", "入（退）库日期", "实缴（退）金额")
    y = sheet.table(50, y, (140, 110, 130, 162, 90, 110), [heads, *body], style=SMALL, right=(5,), pad=4)
    sheet.table(50, y, (100, 642), [("金额合计", f"（大写）{in_words(cents)}　　　¥{cents / 100:,.2f}")], style=SMALL, pad=5)
    sheet.picture(560, 400, 112, seal("国家税务总局宁波市税务局", "征税专用章"))
    sheet.write(60, 560, "妥善保管、手写无效", SMALL)
    fields: Fields = {"number": number, "holder": firm.name, "uscc": firm.uscc, "amount": cents / 1_000_000}
    return {**fields, "issue_date": f"{year + 1}-03-09", "year": year, "rows": truth}


def payment_letter(document: pymupdf.Document, chance: Random) -> Fields:
    """纳税证明 as a letter of the tax office: one sum for the year."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), Sheet(document)
    number = f"甬税纳证{year + 1}{chance.randrange(1000, 9999)}"
    amount = round(chance.uniform(900_000, 60_000_000), 2)
    sheet.centre(120, "纳 税 证 明", Style(size=24, bold=True, spacing=6))
    sheet.write(70, 160, f"编号：{number}", TEXT, "right", 455)
    sheet.write(70, 200, f"纳税人名称：{firm.name}", TEXT)
    sheet.write(70, 226, f"纳税人识别号：{firm.uscc}", TEXT)
    text = (
        f"经查询税收征管系统，该纳税人{year}年1月1日至{year}年12月31日期间（税款所属期：{year}年度）"
        f"共计缴纳各项税款合计人民币{amount:,.2f}元，其中增值税{amount * 0.6:,.2f}元，企业所得税{amount * 0.4:,.2f}元。"
    )
    y = sheet.wrap(70, 266, 455, text, Style(size=12), 2.0, indent=24)
    sheet.write(94, y + 10, "特此证明。", Style(size=12))
    sheet.picture(370, 480, 115, seal("国家税务总局宁波高新技术产业开发区税务局", "征税专用章"))
    sheet.write(330, 610, f"开具日期：{chinese_day(date(year + 1, 2, 24))}", TEXT)
    fields: Fields = {"number": number, "holder": firm.name, "uscc": firm.uscc, "amount": amount / 10_000}
    return {**fields, "year": year, "issue_date": f"{year + 1}-02-24"}


def mu_notice(document: pymupdf.Document, chance: Random, *, ruled: bool) -> Fields:
    """A district's notice of per-mu results with its list."""
    year, city = chance.choice((2019, 2020, 2021)), "宁波市高新区"
    number = f"甬高新亩均办〔{year + 1}〕{chance.randint(2, 30)}号"
    letter = Sheet(document)
    letter.centre(110, f"{city}“亩均论英雄”改革工作领导小组办公室文件", Style(size=17, bold=True, colour=RED))
    letter.centre(150, number, TEXT)
    letter.line(70, 164, 525, 164, 2, RED)
    letter.centre(210, f"关于公布{year}年度工业企业亩均效益综合评价结果的通知", Style(size=16, bold=True))
    letter.write(72, 256, "各有关单位：", Style(size=12))
    text = f"根据“亩均论英雄”改革工作要求，现将{year}年度高新区工业企业亩均效益综合评价结果予以公布（见附件）。"
    letter.wrap(72, 284, 450, text, Style(size=12), 1.9, indent=24)
    letter.write(330, 640, chinese_day(date(year + 1, 6, 20)), Style(size=12), "centre", 180)
    letter.picture(370, 570, 112, seal("宁波高新区亩均办"))
    sheet = Sheet(document)
    sheet.write(60, 70, "附件", Style(size=13, face="hei"))
    sheet.centre(104, f"{year}年度工业企业亩均效益综合评价结果", Style(size=15, bold=True))
    body, truth = [], []
    for place, firm in enumerate(names.companies(chance, 14), 1):
        area, per_mu = round(chance.uniform(4, 120), 2), round(chance.uniform(8, 160), 2)
        grade = "A" if per_mu > 90 else "B" if per_mu > 40 else "C"
        body.append((str(place), firm.name, f"{area:.2f}", f"{per_mu:.2f}", f"{grade}类"))
        truth.append({"holder": firm.name, "area_mu": area, "tax_per_mu": per_mu, "class": grade})
    heads = ("序号", "企业名称", "用地面积（亩）", "亩均税收（万元/亩）", "评价等级")
    sheet.table(60, 124, (40, 215, 80, 80, 60), [heads, *body], style=Style(size=9.5), ruled=ruled, pad=5)
    return {"year": year, "doc": number, "date": f"{year + 1}-06-20", "rows": truth}


def mu_list(document: pymupdf.Document, chance: Random) -> Fields:
    """The list with rules."""
    return mu_notice(document, chance, ruled=True)


def mu_columns(document: pymupdf.Document, chance: Random) -> Fields:
    """The list in columns without rules."""
    return mu_notice(document, chance, ruled=False)


def mu_letter(document: pymupdf.Document, chance: Random) -> Fields:
    """What the office tells one company of its own result."""
    firm, year, sheet = names.company(chance), chance.choice((2019, 2020, 2021)), Sheet(document)
    area, per_mu = round(chance.uniform(4, 120), 2), round(chance.uniform(8, 160), 2)
    grade = chance.choice("AB")
    sheet.centre(110, "工业企业亩均效益综合评价结果告知书", Style(size=19, bold=True))
    rows = [
        ("企业名称", firm.name),
        ("统一社会信用代码", firm.uscc),
        ("评价年度", f"{year}年度"),
        ("用地面积（亩）", f"{area:.2f}"),
        ("评价税收（万元）", f"{area * per_mu:.2f}"),
        ("亩均税收（万元/亩）", f"{per_mu:.2f}"),
        ("综合评价等级", f"{grade}类"),
    ]
    sheet.table(80, 160, (150, 285), rows, style=Style(size=12), pad=9)
    sheet.picture(370, 520, 112, seal("宁波市鄞州区经济和信息化局"))
    sheet.write(350, 650, chinese_day(date(year + 1, 7, 1)), Style(size=12), "centre", 150)
    fields: Fields = {"holder": firm.name, "uscc": firm.uscc, "year": year, "area_mu": area}
    return {**fields, "tax_per_mu": per_mu, "class": grade, "date": f"{year + 1}-07-01"}


def land_title(document: pymupdf.Document, chance: Random) -> Fields:
    """不动产权证书: the page with the table; land and floor space stand in one cell."""
    firm, sheet = names.company(chance, "宁波"), Sheet(document)
    year, metres = chance.randint(2016, 2021), round(chance.uniform(3_000, 80_000), 2)
    built = round(metres * chance.uniform(0.9, 2.1), 2)
    number = f"浙（{year}）宁波市高新不动产权第{chance.randrange(10_000, 99_999):07d}号"
    sheet.box(24, DARK, 3)
    sheet.centre(90, "不 动 产 权 证 书", Style(size=22, bold=True, spacing=4))
    sheet.write(70, 128, number, Style(size=12, bold=True))
    rows = [
        ("权利人", firm.name),
        ("共有情况", "单独所有"),
        ("坐落", firm.address),
        ("不动产单元号", f"330212 005006 GB{chance.randrange(10**5):05d} F00010001"),
        ("权利类型", "国有建设用地使用权/房屋所有权"),
        ("权利性质", "出让/自建房"),
        ("用途", "工业用地/厂房"),
        ("面积", f"宗地面积：{metres:.2f}㎡/房屋建筑面积：{built:.2f}㎡"),
        ("使用期限", f"国有建设用地使用权{2011 + chance.randint(0, 5)}年03月01日起2061年02月28日止"),
    ]
    sheet.table(70, 146, (110, 345), rows, style=Style(size=11), pad=9)
    sheet.picture(390, 650, 110, seal("宁波市自然资源和规划局", "不动产登记专用章"))
    sheet.picture(80, 690, 64, square_code(f"https://land.example.invalid/{number[-8:-1]}"))
    fields: Fields = {"number": number, "holder": firm.name, "address": firm.address, "area": metres}
    return {**fields, "area_mu": metres * 15 / 10_000, "built_area": built}


def land_use(document: pymupdf.Document, chance: Random) -> Fields:
    """国有土地使用证, the booklet before 2015."""
    firm, sheet = names.company(chance, "宁波"), Sheet(document)
    metres = round(chance.uniform(3_000, 60_000), 1)
    number = f"甬国用（{chance.randint(2008, 2014)}）第{chance.randrange(10_000, 99_999):07d}号"
    sheet.centre(96, "国有土地使用证", Style(size=24, bold=True, spacing=4))
    sheet.centre(130, number, Style(size=12))
    rows = [
        ("土地使用权人", firm.name, "", ""),
        ("座落", firm.address, "", ""),
        ("地号", f"12-05-{chance.randrange(1000):03d}", "图号", f"{chance.randrange(100)}.50-{chance.randrange(100)}.25"),
        ("地类（用途）", "工业用地", "取得价格", "————"),
        ("使用权类型", "出让", "终止日期", "2060年05月18日"),
        ("使用权面积", f"{metres:.1f} ㎡", "其中独用面积", f"{metres:.1f} ㎡"),
    ]
    for label, value, *_ in rows[:2]:
        sheet.table(70, 150 if label == "土地使用权人" else 182, (95, 365), [(label, value)], style=Style(size=11), pad=8)
    sheet.table(70, 214, (95, 135, 90, 140), rows[2:], style=Style(size=11), pad=8)
    sheet.picture(380, 560, 112, seal("宁波市人民政府", "土地登记专用章"))
    fields: Fields = {"number": number, "holder": firm.name, "address": firm.address, "area": metres}
    return {**fields, "area_mu": metres * 15 / 10_000}


def lease(document: pymupdf.Document, chance: Random) -> Fields:
    """A lease of rooms: floor space, no land."""
    (owner, firm), sheet = names.companies(chance, 2), Sheet(document)
    built, start = chance.randrange(300, 9_000), date(chance.randint(2018, 2020), 7, 1)
    sheet.centre(96, "厂房租赁合同", Style(size=22, bold=True, spacing=4))
    sheet.write(72, 140, f"出租方（甲方）：{owner.name}", Style(size=12))
    sheet.write(72, 166, f"承租方（乙方）：{firm.name}", Style(size=12))
    paragraphs = (
        "根据《中华人民共和国民法典》及有关规定，甲乙双方经协商一致，就厂房租赁事宜订立本合同。",
        f"第一条　甲方将位于{owner.address}的厂房出租给乙方使用，租赁面积为{built}平方米。",
        f"第二条　租赁期限为叁年，自{chinese_day(start)}起至{chinese_day(start.replace(year=start.year + 3, day=1))}止。",
        f"第三条　租金为每平方米每月{chance.randint(12, 40)}元，按季度支付。",
    )
    y = 206.0
    for text in paragraphs:
        y = sheet.wrap(72, y, 450, text, Style(size=12), 1.9, indent=24)
    sheet.picture(90, 560, 110, seal(owner.name))
    sheet.picture(360, 560, 110, seal(firm.name))
    return {"holder": firm.name, "lessor": owner.name, "built_area": float(built)}


LAYOUTS = (
    Layout("tax_return_a107012", "table", super_deduction),
    Layout("tax_return_a107012", "whole", annual_return),
    Layout("tax_payment_certificate", "table", payment),
    Layout("tax_payment_certificate", "letter", payment_letter),
    Layout("mu_benefit_result", "list", mu_list),
    Layout("mu_benefit_result", "columns", mu_columns),
    Layout("mu_benefit_result", "letter", mu_letter),
    Layout("land_certificate", "title", land_title),
    Layout("land_certificate", "booklet", land_use),
    Layout("land_certificate", "lease", lease),
)
