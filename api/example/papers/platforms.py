"""Papers of platforms: figures, components, open source, adapted products."""

from datetime import date
from random import Random

import pymupdf

from api.example import names
from api.example.layout import Fields, Layout
from api.example.numbers import chinese_day, some_day
from api.example.papers import shapes

PLATFORMS = ("设备云", "产线协同", "模具制造", "工业数据")


def _day(chance: Random) -> date:
    return some_day(chance, date(2020, 2, 1), date(2022, 2, 20))


def figures(document: pymupdf.Document, chance: Random) -> Fields:
    """What the company reports of its platform, as a form."""
    holder, day, title = names.company(chance).name, _day(chance), f"{chance.choice(PLATFORMS)}工业互联网平台"
    devs, apps = chance.randrange(2000, 9000), chance.randrange(500, 3000)
    pairs = [
        ("平台名称", title),
        ("运营单位", holder),
        ("活跃开发者数量", f"{devs}人"),
        ("组件、APP及解决方案数量", f"{apps}个"),
        ("统计截止日期", chinese_day(day)),
    ]
    shapes.form(document, f"{title}运营数据统计表", pairs, holder, widths=(180, 280))
    return {"title": title, "holder": holder, "devs": devs, "apps": apps, "asof": day.isoformat()}


def apps(document: pymupdf.Document, chance: Random) -> Fields:
    """A list of applications: as many rows as it says, or not."""
    number, day = chance.randint(8, 16), _day(chance)
    rows = [
        (str(n), names.software(chance), chance.choice(("生产管理", "设备管理", "能源管理")))
        for n in range(1, number + 1)
    ]
    above = f"截至{chinese_day(day)}，平台共集成工业APP共{number}个，清单如下："
    shapes.listing(
        document, "工业APP清单", ("序号", "APP名称", "应用领域"), rows, (50, 260, 140), above=above
    )
    return {"apps": number, "listed": number, "asof": day.isoformat()}


def tested(document: pymupdf.Document, chance: Random) -> Fields:
    """A third party's test report in running text."""
    holder, day, title = names.company(chance).name, _day(chance), f"{chance.choice(PLATFORMS)}平台"
    devs, components = chance.randrange(2000, 9000), chance.randrange(500, 3000)
    number = f"ZJCS{day.year}{chance.randint(10000, 99999)}"
    pairs = [("报告编号", number), ("委托单位", holder), ("样品名称", title)]
    text = f"经测试，平台注册开发者{devs}人，其中活跃开发者以近12个月登录计；平台组件数量共{components}个。"
    shapes.lines(document, f"{title}测试报告", pairs, "浙江省软件测评中心", day, below=[text])
    return {"number": number, "holder": holder, "title": title, "devs": devs, "apps": components}


BRAIN = "浙江省产业大数据有限公司"


def brain(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate of contribution to the capability centre."""
    holder, day = names.company(chance).name, _day(chance)
    n, calls = chance.randint(5, 60), chance.randrange(1000, 90000)
    text = f"兹证明{holder}在产业大脑能力中心累计上架{n}个知识、技术、应用组件，累计被调用{calls}次。"
    shapes.prose(document, "产业大脑能力中心组件贡献证明", [text], BRAIN, day)
    return {"holder": holder, "n": n, "calls": calls, "date": day.isoformat()}


def brain_form(document: pymupdf.Document, chance: Random) -> Fields:
    """The same as a form, with calls counted in ten thousands."""
    holder, day = names.company(chance).name, _day(chance)
    n, calls = chance.randint(5, 60), chance.randrange(10, 90)
    pairs = [
        ("贡献单位", holder),
        ("上架组件数量", f"{n}个"),
        ("累计调用次数", f"{calls}万次"),
        ("统计截止日期", chinese_day(day)),
    ]
    shapes.form(document, "行业产业大脑组件上架确认单", pairs, BRAIN, day)
    return {
        "holder": holder,
        "n": n,
        "calls": calls * 10000,
        "asof": day.isoformat(),
        "date": day.isoformat(),
    }


def member(document: pymupdf.Document, chance: Random) -> Fields:
    """A certificate of membership in a foundation."""
    holder, day, role = names.company(chance).name, _day(chance), chance.choice(("白银捐赠人", "黄金捐赠人"))
    number = f"OAF-{day.year}-{chance.randint(100, 999)}"
    text = f"兹授予{holder}开放原子开源基金会{role}称号，{day.year}年度有效。"
    shapes.prose(
        document,
        "开放原子开源基金会捐赠证书",
        [text],
        "开放原子开源基金会",
        day,
        number=f"证书编号：{number}",
    )
    return {
        "org": "开放原子开源基金会",
        "role": role,
        "holder": holder,
        "number": number,
        "year": day.year,
        "date": day.isoformat(),
    }


def contribution(document: pymupdf.Document, chance: Random) -> Fields:
    """What a community counts of a company's contributions."""
    holder, day = names.company(chance).name, _day(chance)
    org, wan = chance.choice(("openEuler", "OpenHarmony", "RISC-V")), chance.randint(2, 40)
    pairs = [("开源社区", org), ("单位名称", holder), ("贡献代码行数", f"{wan}万行"), ("角色", "Maintainer")]
    shapes.lines(document, "开源社区贡献证明", pairs, "开源社区技术委员会", day)
    return {
        "org": org,
        "holder": holder,
        "contrib": wan * 10000,
        "role": "Maintainer",
        "date": day.isoformat(),
    }


BASES = (
    ("麒麟软件有限公司", "银河麒麟", "高级服务器操作系统V10"),
    ("统信软件技术有限公司", "统信", "服务器操作系统V20"),
)


def compatible(document: pymupdf.Document, chance: Random) -> Fields:
    """A mutual certificate of compatibility: no entry of a directory."""
    holder, day, title = names.company(chance).name, _day(chance), names.software(chance)
    maker, base, system = chance.choice(BASES)
    number, version = f"NL{day.year}{chance.randint(10000, 99999)}", f"V{chance.randint(1, 5)}.0"
    pairs = [
        ("产品名称", title),
        ("产品版本", version),
        ("企业名称", holder),
        ("适配平台", f"{base}{system}"),
        ("证书编号", number),
    ]
    shapes.lines(
        document,
        "产品兼容性互认证证书",
        pairs,
        maker,
        day,
        frame=shapes.BLUE,
        below=["双方产品完成相互兼容性测试，功能及性能稳定。"],
    )
    return {
        "title": title,
        "version": version,
        "holder": holder,
        "base": base,
        "number": number,
        "class": "兼容性认证",
        "date": day.isoformat(),
    }


def adapted(document: pymupdf.Document, chance: Random) -> Fields:
    """The same in running text."""
    holder, day, title = names.company(chance).name, _day(chance), names.software(chance)
    maker, base, system = chance.choice(BASES)
    text = f"兹证明{holder}的“{title}”与{base}{system}完成兼容性测试，运行稳定。"
    shapes.prose(document, "技术认证书", [text], maker, day, number="产品适配证书")
    return {"title": title, "holder": holder, "base": base, "class": "兼容性认证", "date": day.isoformat()}


def directory(document: pymupdf.Document, chance: Random) -> Fields:
    """A page of a directory."""
    holder, *others = names.companies(chance, 6)
    rows = [(str(n), c.name, names.software(chance)) for n, c in enumerate((holder, *others), 1)]
    day = _day(chance)
    shapes.listing(
        document,
        f"浙江省信创产品目录（{day.year}年）",
        ("序号", "企业名称", "产品名称"),
        rows,
        (45, 230, 190),
    )
    return {"class": "目录", "rows": [{"holder": row[1], "title": row[2]} for row in rows]}


LAYOUTS = (
    Layout("platform_statistics", "form", figures),
    Layout("platform_statistics", "list", apps),
    Layout("platform_statistics", "test report", tested),
    Layout("industry_brain_certificate", "certificate", brain),
    Layout("industry_brain_certificate", "form", brain_form),
    Layout("open_source_certificate", "membership", member),
    Layout("open_source_certificate", "contribution", contribution),
    Layout("xinchuang_entry", "compatibility", compatible),
    Layout("xinchuang_entry", "running", adapted),
    Layout("xinchuang_entry", "directory", directory),
)
