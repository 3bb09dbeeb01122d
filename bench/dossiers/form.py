"""附件1 as companies fill it in: the printed table of the notice, and whatever they wrote into its cells."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import docx
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table

from bench.dossiers.application import Habits
from bench.dossiers.insets import nested_table, text_box

HINTS = {
    "market_share": "（国际国内市场占有率、行业地位）",
    "leading_talent": "（省级以上认定领军型创新创业团队、科技创新领军人才等的数量情况）",
    "controllable_technology": "（拥有的行业关键突破性技术和首创技术情况，开发的相关核心技术和产品进入信创相关目录，内部系统应用部署安全可控情况）",
    "innovation_performance": "（近三年承担创新类重大专项，以及获得国家、省级科学技术奖、首台（套）产品情况）",
    "full_business_digitalisation": "（①企业数据中台、业务中台和业务总线等架构情况，多部门业务数字化协同方式；②商业智能决策工具应用情况；③数字化管理规章制度体系建立情况；④近三年是否列入省级以上大数据应用示范企业名单等情况）",
    "security_management": "（网络安全管理办法、规章制度、管理体系贯标情况，数据安全分类分级管理情况）",
    "security_technology": "（安全技术产品应用部署情况，数据容灾恢复和应急响应能力情况）",
    "open_platforms": "（名称、级别等情况）",
    "consortia": "（牵头或参与省级以上联合体、共同体、产业联盟等情况）",
    "replicable": "（企业数字技术、产品和服务解决方案应用行业领域方向，以及入选国家级、省级优秀解决方案集情况）",
    "benchmark_effect": "（应用用户或场景入选国家级、省级相关试点示范或应用典型案例情况）",
}
TICKS = {
    "company_nature": ("国有", "集体", "民营（含私营）", "合资", "外资（含外资控股）"),
    "cloud_deployment": ("公有云", "私有云", "混合云", "其他____"),
    "cloud_facilities": ("云服务器", "云存储", "云数据库", "云安全", "其他____"),
    "service_model": ("组合定制式", "会员租费式", "按量计费式", "买断式", "其他____"),
    "cloud_honours": ("上云标杆", "云上企业", "行业云应用示范平台", "其他____"),
}
Row = tuple[tuple[str, int], ...]
"""Cells of a row, each with its width in twelfths; `@key` is an answer, `^` goes on with the cell above."""


def rows(habits: Habits) -> Iterator[Row]:
    """The printed table, row by row."""
    a, b, c = habits.years
    yield (("一、企业基本情况", 12),)
    yield (("企业名称", 2), ("@company_name", 5), ("组织机构代码", 2), ("@org_code", 3))
    yield (("企业性质", 2), ("@company_nature", 10))
    yield (("企业地址", 2), ("@address", 5), ("公共信用等级评价", 2), ("@public_credit_grade", 3))
    yield (
        ("法人代表", 2),
        ("@legal_representative", 2),
        ("注册资本", 2),
        ("@registered_capital", 2),
        ("员工人数", 2),
        ("@employees_total", 2),
    )
    yield (
        ("申报负责人", 2),
        ("@application_contact", 2),
        ("电话", 2),
        ("@phone", 2),
        ("电子邮箱", 2),
        ("@email", 2),
    )
    yield (("主营业务范围", 2), ("@main_business_scope", 10))
    yield (("主要产品（服务）市场占有率情况", 2), ("@market_share", 10))
    yield (("主要产品（服务）品牌荣誉情况", 2), ("@brand_honours", 10))
    yield (("经营情况", 3), (a, 3), (b, 3), (c, 3))
    for label, key in (
        ("营业收入（万元）", "revenue"),
        ("营业收入增速（%）", "revenue_growth"),
        ("营业收入利润率（%）", "profit_margin"),
        ("亩均税收（万元/亩）", "tax_per_mu"),
        ("年度研发费用（万元）", "rd_expense"),
        ("研发费用占营收比重（%）", "rd_ratio"),
    ):
        yield ((label, 3), *((f"@{key}.{year}", 3) for year in (2019, 2020, 2021)))
    yield (("研发人员占全部职工比重(%)", 3), ("—", 3), ("—", 3), ("@rd_staff_ratio", 3))
    yield (
        ("本科学历或中级以上职称人员占全部职工比重（%）", 3),
        ("—", 3),
        ("—", 3),
        ("@edu_title_staff_ratio", 3),
    )
    yield (("二、企业在数字产业领域科技创新情况", 12),)
    for label, key in (
        ("领军人才团队", "leading_talent"),
        ("技术可控", "controllable_technology"),
        ("创新绩效", "innovation_performance"),
    ):
        yield ((label, 2), (f"@{key}", 10))
    yield (
        ("知识产权", 2),
        ("有效发明专利数量（件）", 3),
        ("@invention_patents_valid", 2),
        ("软件著作权数量（件）", 3),
        ("@software_copyrights", 2),
    )
    yield (("^", 2), ("制修订国际、国内、行业标准情况", 3), ("牵头数量（项）", 3), ("@standards_led", 4))
    yield (("^", 2), ("^", 3), ("参与数量（项）", 3), ("@standards_participated", 4))
    yield (("三、企业数字管理情况", 12),)
    yield (("基础设施云化", 2), ("云部署形式", 3), ("@cloud_deployment", 7))
    yield (("^", 2), ("云设施内容", 3), ("@cloud_facilities", 7))
    yield (("^", 2), ("云原生应用开发依托平台", 3), ("@cloud_native_platform", 7))
    yield (("^", 2), ("应用服务模式", 3), ("@service_model", 7))
    yield (("^", 2), ("近三年省级以上示范荣誉", 3), ("@cloud_honours", 7))
    yield (("全业务数字化", 2), ("@full_business_digitalisation", 10))
    yield (("网络安全保障", 2), ("网络安全管理制度体系情况", 3), ("@security_management", 7))
    yield (("^", 2), ("安全技术防护体系情况", 3), ("@security_technology", 7))
    yield (("四、企业数字生态情况", 12),)
    yield (("开放平台建设", 2), ("拥有的开放性创新平台", 3), ("@open_platforms", 7))
    yield (
        ("^", 2),
        ("集聚开发者数量", 3),
        ("@developers_count", 2),
        ("集成的应用组件、APP、产品和解决方案数量", 3),
        ("@integrated_apps_count", 2),
    )
    yield (("资源整合能力", 2), ("创新联合体、企业共同体等建设情况", 3), ("@consortia", 7))
    yield (("^", 2), ("平台社区生态建设", 3), ("@platform_community", 7))
    yield (("开源生态", 2), ("@open_source", 10))
    yield (("五、企业数字赋能情况", 12),)
    for label, key in (
        ("产业数字化", "industry_digitalisation"),
        ("社会数字化", "social_digitalisation"),
        ("可复制可推广", "replicable"),
        ("标杆示范效应", "benchmark_effect"),
    ):
        yield ((label, 2), (f"@{key}", 10))


def write_form(target: Path, habits: Habits, cells: Mapping[str, str]) -> None:
    """The filled-in form as .docx."""
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Noto Serif CJK SC", Pt(10.5)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    document.add_paragraph("附件1")
    title = document.add_paragraph(f"{habits.city}市数字工厂申报表")
    title.alignment = WD_PARAGRAPH_ALIGNMENT.CENTER
    title.runs[0].font.size = Pt(18)
    parts: list[list[Row]] = [[]]
    for row in rows(habits):
        if habits.cut and row[0][0][:2] in ("三、", "四、"):
            parts.append([])
        parts[-1].append(row)
    for part in parts:
        grid = document.add_table(rows=len(part), cols=12)
        grid.style = "Table Grid"
        for number, row in enumerate(part):
            _fill(grid, number, row, habits, cells)
        document.add_paragraph("")
    document.save(str(target))


def _fill(grid: Table, number: int, row: Row, habits: Habits, cells: Mapping[str, str]) -> None:
    start = 0
    for said, width in row:
        cell = grid.cell(number, start).merge(grid.cell(number, start + width - 1))
        if said == "^":
            grid.cell(number - 1, start).merge(cell)
        else:
            text = _answer(said[1:], habits, cells) if said.startswith("@") else _printed(said, habits)
            if said[1:] in habits.boxed:
                text_box(cell, text)
            elif said[1:] in habits.nested:
                nested_table(cell, text)
            else:
                cell.text = text
        start += width


def _printed(label: str, habits: Habits) -> str:
    label = habits.labels.get(label, label)
    return "  ".join(label) if habits.spaced and len(label) <= 4 else label


def _answer(key: str, habits: Habits, cells: Mapping[str, str]) -> str:
    said = cells.get(key, "")
    if key in TICKS:
        ticked = said.split("|")
        boxes = [
            f"{habits.ticked if name.strip('_') in ticked else habits.unticked}{name}" for name in TICKS[key]
        ]
        rest = "".join(t[1:] for t in ticked if t.startswith("+"))
        return " ".join(boxes) + rest
    hint = HINTS.get(key, "")
    return f"{hint}\n{said}" if hint and (habits.hints or not said) else said
