"""Contracts, bills, acceptances, users' reports and invoices."""

from datetime import date, timedelta
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import capital_in_words, chinese_day, some_day
from api.example.papers import shapes
from api.example.sheet import Sheet, Style

CLOUDS = ("浙江云桥云计算有限公司", "宁波电信云服务有限公司", "海澜云技术股份有限公司")
ITEMS = ("云服务器", "对象存储", "云数据库", "负载均衡", "云防火墙", "容器服务")


def _day(chance: Random) -> date:
    return some_day(chance, date(2019, 2, 1), date(2021, 11, 30))


def _parties(sheet: Sheet, buyer: tuple[str, str], seller: tuple[str, str], y: float) -> float:
    y = sheet.wrap(72, y, 450, f"{buyer[0]}：{buyer[1]}", shapes.TEXT, 1.9)
    return sheet.wrap(72, y, 450, f"{seller[0]}：{seller[1]}", shapes.TEXT, 1.9) + 8


def _signatures(sheet: Sheet, buyer: str, seller: str, day: date) -> None:
    for x, side, name in ((72, "甲方（盖章）：", buyer), (310, "乙方（盖章）：", seller)):
        sheet.write(x, 650, side, shapes.TEXT)
        sheet.wrap(x, 672, 200, name, shapes.TEXT, 1.5)
        sheet.write(x, 724, f"签订日期：{chinese_day(day)}", shapes.TEXT)


def _contract(
    document: pymupdf.Document,
    title: str,
    number: str,
    buyer: str,
    seller: str,
    day: date,
    clauses: list[str],
) -> None:
    """A contract of two pages: parties and clauses, then what is always there and the signatures."""
    sheet = Sheet(document)
    sheet.write(72, 76, f"合同编号：{number}", shapes.SMALL)
    y = _parties(sheet, ("甲方", buyer), ("乙方", seller), shapes.titled(sheet, title, 120) + 20)
    for clause in clauses:
        y = sheet.wrap(72, y, 450, clause, shapes.TEXT, 1.9, indent=24)
    last = Sheet(document)
    y = 90.0
    for clause in (
        "第八条 违约责任：任何一方违反本合同约定的，应当赔偿对方损失。",
        "第九条 争议解决：协商不成的，向甲方所在地人民法院起诉。",
    ):
        y = last.wrap(72, y, 450, clause, shapes.TEXT, 1.9, indent=24)
    _signatures(last, buyer, seller, day)


def cloud_contract(document: pymupdf.Document, chance: Random) -> Fields:
    """A contract for cloud services."""
    buyer, vendor, day = names.company(chance).name, chance.choice(CLOUDS), _day(chance)
    items, wan = sorted(chance.sample(ITEMS, 3), key=ITEMS.index), chance.randrange(12, 90)
    number = f"YFW-{day.year}-{chance.randint(100, 999)}"
    until = day.replace(year=day.year + 2)
    clauses = [
        f"第一条 服务内容：乙方向甲方提供{'、'.join(items)}等服务。",
        f"第二条 服务期限：自{chinese_day(day)}至{chinese_day(until)}。",
        f"第三条 合同金额：人民币{capital_in_words(wan)}（¥{wan * 10000:,.2f}元）。",
    ]
    _contract(document, "云服务采购合同", number, buyer, vendor, day, clauses)
    return {
        "number": number,
        "holder": buyer,
        "vendor": vendor,
        "items": ";".join(items),
        "amount": float(wan),
        "period": f"{chinese_day(day)}至{chinese_day(until)}",
        "date": day.isoformat(),
    }


def cloud_bill(document: pymupdf.Document, chance: Random) -> Fields:
    """A month's bill: it names the account."""
    buyer, vendor, day = names.company(chance).name, chance.choice(CLOUDS), _day(chance)
    items, number = chance.sample(ITEMS, 3), f"BILL{day.year}{chance.randint(100000, 999999)}"
    sums = [chance.randrange(90000, 900000) / 100 for _ in items]
    start = day.replace(day=1)
    end = (start + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    period = f"{start.isoformat()}至{end.isoformat()}"
    sheet = Sheet(document)
    y = shapes.titled(sheet, "云资源消费账单", 90) + 10
    for label, value in (
        ("账户名称", buyer),
        ("账单编号", number),
        ("账单周期", period),
        ("出账单位", vendor),
        ("出账日期", chinese_day(end)),
    ):
        y = sheet.field(68, y, label, value, label_width=60, style=shapes.SMALL, width=360) + 5
    rows = [
        ("产品", "计费方式", "金额（元）"),
        *((item, "按量计费", f"{s:,.2f}") for item, s in zip(items, sums, strict=True)),
    ]
    y = sheet.table(68, y + 10, (190, 120, 120), rows, style=shapes.SMALL, right=(2,))
    sheet.write(68, y + 26, f"消费总额：{sum(sums):,.2f}元", Style(size=12, bold=True))
    return {
        "number": number,
        "holder": buyer,
        "vendor": vendor,
        "period": period,
        "amount": round(sum(sums), 2) / 10000,
        "date": end.isoformat(),
    }


def sale(document: pymupdf.Document, chance: Random) -> Fields:
    """A contract for a system that the applicant builds."""
    customer, seller = (c.name for c in names.companies(chance, 2))
    day, wan, title = _day(chance), chance.randrange(20, 480), f"{names.software(chance)}建设项目"
    number = f"XS{day.year}{chance.randint(1000, 9999)}"
    clauses = [
        f"第一条 项目名称：{title}",
        "第二条 工作内容：乙方负责系统的需求调研、开发实施、培训和售后服务。",
        f"第三条 合同总金额：{wan}.00万元（大写：人民币{capital_in_words(wan)}）。",
    ]
    _contract(document, "技术开发（委托）合同", number, customer, seller, day, clauses)
    return {
        "number": number,
        "title": title,
        "customer": customer,
        "holder": seller,
        "amount": float(wan),
        "date": day.isoformat(),
    }


def acceptance(document: pymupdf.Document, chance: Random) -> Fields:
    """An acceptance report as a form."""
    customer, seller = (c.name for c in names.companies(chance, 2))
    day, title = _day(chance), f"{names.software(chance)}建设项目"
    number = f"HT-{day.year}-{chance.randint(100, 999)}"
    pairs = [
        ("项目名称", title),
        ("合同编号", number),
        ("建设单位", customer),
        ("承建单位", seller),
        ("验收日期", chinese_day(day)),
        ("验收结论", "验收合格"),
    ]
    shapes.form(document, "项目验收报告", pairs, customer)
    return {
        "number": number,
        "title": title,
        "customer": customer,
        "holder": seller,
        "date": day.isoformat(),
        "conclusion": "验收合格",
    }


def user_report(document: pymupdf.Document, chance: Random) -> Fields:
    """What a customer says of a product in use."""
    customer, seller = (c.name for c in names.companies(chance, 2))
    day, title = _day(chance), names.software(chance)
    pairs = [("用户单位", customer), ("软件名称", title), ("开发单位", seller)]
    text = "该系统自上线以来运行稳定，生产效率提升12%，设备停机时间下降20%，达到预期效果。"
    shapes.lines(document, "用户使用报告", pairs, customer, day, below=[text])
    return {"title": title, "customer": customer, "holder": seller, "date": day.isoformat()}


def invoice(document: pymupdf.Document, chance: Random) -> Fields:
    """A VAT invoice with the sum in words and figures."""
    customer, seller = names.companies(chance, 2)
    day, wan, number = _day(chance), chance.randrange(3, 90), f"{chance.randrange(10**7, 10**8):08d}"
    sheet = Sheet(document, 842, 500)
    sheet.centre(56, "浙江增值税专用发票", Style(size=22, bold=True))
    sheet.write(600, 60, f"发票号码：{number}", shapes.SMALL)
    sheet.write(600, 80, f"开票日期：{chinese_day(day)}", shapes.SMALL)
    sheet.write(60, 120, f"购买方名称：{customer.name}", shapes.SMALL)
    sheet.write(60, 140, f"纳税人识别号：{customer.uscc}", shapes.SMALL)
    rows = [
        ("货物或应税劳务名称", "数量", "金额", "税率", "税额"),
        (
            "*信息技术服务*软件开发",
            "1",
            f"{wan * 10000 / 1.06:.2f}",
            "6%",
            f"{wan * 10000 * 0.06 / 1.06:.2f}",
        ),
    ]
    y = sheet.table(60, 160, (260, 60, 140, 60, 140), rows, style=shapes.SMALL, right=(2, 4))
    sheet.write(60, y + 28, f"价税合计（大写）：{capital_in_words(wan)}", shapes.SMALL)
    sheet.write(420, y + 28, f"（小写）：¥{wan * 10000:.2f}", shapes.SMALL)
    sheet.write(60, y + 60, f"销售方名称：{seller.name}", shapes.SMALL)
    sheet.write(60, y + 80, f"纳税人识别号：{seller.uscc}", shapes.SMALL)
    return {
        "number": number,
        "customer": customer.name,
        "holder": seller.name,
        "amount": float(wan),
        "date": day.isoformat(),
    }


LAYOUTS = (
    Layout("cloud_contract", "contract", cloud_contract),
    Layout("cloud_contract", "bill", cloud_bill),
    Layout("application_contract", "contract", sale),
    Layout("application_contract", "acceptance", acceptance),
    Layout("application_contract", "user report", user_report),
    Layout("application_contract", "invoice", invoice),
)
