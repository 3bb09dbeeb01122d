"""The application form 附件1 as Word file: merged cells, columns of years, boxes to tick.

Recipe: the layout is a table of rows, each a list of (columns it spans, what stands in it); a text
stands as printed, `Cell` is filled with the claim, `Ticks` prints every option with a full or an empty
glyph. Which glyphs an applicant's Word makes of the boxes differs, and so it does here.

source: 浙经信数经〔2022〕57号, 附件1 宁波市数字工厂申报表.
"""

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import docx
from docx.enum.section import WD_SECTION_START
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt
from docx.table import Table

COLUMNS = 12
YEARS = ("2019", "2020", "2021")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to fill in; the hint in brackets is printed on the form."""

    key: str
    hint: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Ticks:
    """Options to tick, printed in this order."""

    key: str
    options: tuple[str, ...]
    last: str = ""


Part = tuple[int, str | Cell | Ticks]


def _years(label: str, key: str) -> list[Part]:
    return [(6, label), *((2, Cell(f"{key}.{year}")) for year in YEARS)]


def _last_year(label: str, key: str) -> list[Part]:
    return [(6, label), (2, "—"), (2, "—"), (2, Cell(key))]


LAYOUT: Sequence[Sequence[Part]] = (
    [(12, "一、企业基本情况")],
    [(2, "企业名称"), (4, Cell("company_name", suffix="（盖章）")), (2, "组织机构代码"), (4, Cell("org_code"))],
    [(2, "企业性质"), (10, Ticks("company_nature", ("国有", "集体", "民营（含私营）", "合资", "外资（含外资控股）"), "其它：请注明"))],
    [(2, "企业地址"), (4, Cell("address")), (2, "公共信用等级评价"), (4, Cell("public_credit_grade"))],
    [(2, "法人代表"), (2, Cell("legal_representative")), (2, "注册资本"), (2, Cell("registered_capital")),
     (2, "员工人数"), (2, Cell("employees_total"))],
    [(2, "申报负责人"), (2, Cell("application_contact")), (2, "电话"), (2, Cell("phone")), (2, "电子邮箱"), (2, Cell("email"))],
    [(2, "主营业务范围"), (10, Cell("main_business_scope"))],
    [(3, "主要产品（服务）市场占有率情况"), (9, Cell("market_share", "（国际国内市场占有率、行业地位）"))],
    [(3, "主要产品（服务）品牌荣誉情况"), (9, Cell("brand_honours"))],
    [(6, "经营情况"), *((2, f"{year}年") for year in YEARS)],
    _years("营业收入（万元）", "revenue"),
    _years("营业收入增速（%）", "revenue_growth"),
    _years("营业收入利润率（%）", "profit_margin"),
    _years("亩均税收（万元/亩）", "tax_per_mu"),
    _years("年度研发费用（万元）", "rd_expense"),
    _years("研发费用占营收比重（%）", "rd_ratio"),
    _last_year("研发人员占全部职工比重(%)", "rd_staff_ratio"),
    _last_year("本科学历或中级以上职称人员占全部职工比重（%）", "edu_title_staff_ratio"),
    [(12, "二、企业在数字产业领域科技创新情况")],
    [(2, "领军人才团队"), (10, Cell("leading_talent", "（省级以上认定领军型创新创业团队、科技创新领军人才等的数量情况）"))],
    [(2, "技术可控"), (10, Cell("controllable_technology", "（拥有的行业关键突破性技术和首创技术情况，开发的相关核心技术和产品进入信创"
                              "相关目录，内部系统应用部署安全可控情况）"))],
    [(2, "创新绩效"), (10, Cell("innovation_performance", "（近三年承担创新类重大专项，以及获得国家、省级科学技术奖、首台（套）产品情况）"))],
    [(2, "知识产权"), (3, "有效发明专利数量（件）"), (2, Cell("invention_patents_valid")), (3, "软件著作权数量（件）"),
     (2, Cell("software_copyrights"))],
    [(2, "知识产权"), (4, "制修订国际、国内、行业标准情况"), (3, "牵头数量（项）"), (3, Cell("standards_led"))],
    [(2, "知识产权"), (4, "制修订国际、国内、行业标准情况"), (3, "参与数量（项）"), (3, Cell("standards_participated"))],
    [(12, "三、企业数字管理情况")],
    [(2, "基础设施云化"), (3, "云部署形式"), (7, Ticks("cloud_deployment", ("公有云", "私有云", "混合云"), "其他"))],
    [(2, "基础设施云化"), (3, "云设施内容"), (7, Ticks("cloud_facilities", ("云服务器", "云存储", "云数据库", "云安全"), "其他"))],
    [(2, "基础设施云化"), (3, "云原生应用开发依托平台"), (7, Cell("cloud_native_platform"))],
    [(2, "基础设施云化"), (3, "应用服务模式"), (7, Ticks("service_model", ("组合定制式", "会员租费式", "按量计费式", "买断式"), "其他"))],
    [(2, "基础设施云化"), (3, "近三年省级以上示范荣誉"), (7, Ticks("cloud_honours", ("上云标杆", "云上企业", "行业云应用示范平台"), "其他"))],
    [(2, "全业务数字化"), (10, Cell("full_business_digitalisation", "（①企业数据中台、业务中台和业务总线等架构情况，多部门业务数字化协同方式；"
                                "②商业智能决策工具应用情况；③数字化管理规章制度体系建立情况；④近三年是否列入省级以上大数据应用示范"
                                "企业名单等情况）"))],
    [(2, "网络安全保障"), (3, "网络安全管理制度体系情况"), (7, Cell("security_management", "（网络安全管理办法、规章制度、管理体系贯标情况，"
                                                   "数据安全分类分级管理情况）"))],
    [(2, "网络安全保障"), (3, "安全技术防护体系情况"), (7, Cell("security_technology", "（安全技术产品应用部署情况，数据容灾恢复和应急响应能力情况）"))],
    [(12, "四、企业数字生态情况")],
    [(2, "开放平台建设"), (3, "拥有的开放性创新平台"), (7, Cell("open_platforms", "（名称、级别等情况）"))],
    [(2, "开放平台建设"), (3, "集聚开发者\n数量"), (2, Cell("developers_count")), (3, "集成的应用组件、APP、产品和解决方案数量"),
     (2, Cell("integrated_apps_count"))],
    [(2, "资源整合能力"), (3, "创新联合体、企业共同体等建设情况"), (7, Cell("consortia", "（牵头或参与省级以上联合体、共同体、产业联盟等情况）"))],
    [(2, "资源整合能力"), (3, "平台社区生态建设"), (7, Cell("platform_community", "（平台在技术整合、资本运作、人才培育、供应链管理等方面的能力）"))],
    [(2, "开源生态"), (10, Cell("open_source", "（企业参与产业大脑能力中心生态建设，开放原子开源基金会等国内开源生态，以及国外Apache、Linux、OIF、"
                            "RISC-V等主流生态方面的贡献度和话语权情况）"))],
    [(12, "五、企业数字赋能情况")],
    [(2, "产业数字化"), (10, Cell("industry_digitalisation", "（近三年服务案例数量，及典型案例成效介绍）"))],
    [(2, "社会数字化"), (10, Cell("social_digitalisation", "（①在带动就业、助力共同富裕和“双碳”发展等方面的典型案例及成效介绍；②企业社会责任"
                             "披露情况）"))],
    [(2, "可复制可推广"), (10, Cell("replicable", "（企业数字技术、产品和服务解决方案应用行业领域方向，以及入选国家级、省级优秀解决方案集情况）"))],
    [(2, "标杆示范效应"), (10, Cell("benchmark_effect", "（应用用户或场景入选国家级、省级相关试点示范或应用典型案例情况）"))],
)  # fmt: skip

GLYPHS = (("☑", "□"), ("■", "□"), ("☑", "☐"), ("√", "□"), ("(√)", "( )"))
"""How a ticked and an empty box come out of different Word versions and hands."""


def write_form(path: Path, cells: Mapping[str, Any], chance: Random) -> None:
    """Write the form, filled in, as .docx."""
    document = docx.Document()
    section = document.sections[0]
    section.start_type = WD_SECTION_START.NEW_PAGE
    section.left_margin = section.right_margin = Cm(2.2)
    document.styles["Normal"].font.size = Pt(10.5)
    document.add_paragraph("附件1")
    document.add_paragraph("宁波市数字工厂申报表").alignment = WD_ALIGN_PARAGRAPH.CENTER
    table = document.add_table(rows=len(LAYOUT), cols=COLUMNS, style="Table Grid")
    glyphs, keep_hints = chance.choice(GLYPHS), chance.random() < 0.5
    for number, row in enumerate(LAYOUT):
        _write_row(table, number, row, cells, glyphs, keep_hints)
    _merge_down(table)
    _save(document, path)


def _write_row(
    table: Table, number: int, row: Sequence[Part], cells: Mapping[str, Any],
    glyphs: tuple[str, str], keep_hints: bool,
) -> None:  # fmt: skip
    # `table.cell` counts the whole grid anew at each call; the row's own cells are there at once.
    given, column = table.rows[number].cells, 0
    for span, part in row:
        cell = given[column].merge(given[column + span - 1]) if span > 1 else given[column]
        cell.text = part if isinstance(part, str) else _fill(part, cells, glyphs, keep_hints)
        column += span


def _fill(part: Cell | Ticks, cells: Mapping[str, Any], glyphs: tuple[str, str], keep_hints: bool) -> str:
    value = cells.get(part.key)
    if isinstance(part, Ticks):
        full, empty = glyphs
        ticked = value or ()
        options = [f"{full if option in ticked else empty}{option}" for option in part.options]
        return " ".join(options) + (f" {empty}{part.last}____" if part.last else "")
    if value is None:
        return part.hint or part.suffix
    hint = f"{part.hint}\n" if part.hint and keep_hints else ""
    return f"{hint}{value}{part.suffix}"


def _merge_down(table: Table) -> None:
    """Join the cells of the first column that repeat their label from row to row."""
    start = 0
    for number in range(1, len(LAYOUT) + 1):
        same = number < len(LAYOUT) and len(LAYOUT[number]) > 2 and LAYOUT[number][0] == LAYOUT[start][0]
        if not same:
            if number - start > 1:
                for below in range(start + 1, number):
                    table.cell(below, 0).text = ""
                label = table.cell(start, 0).text
                table.cell(start, 0).merge(table.cell(number - 1, 0)).text = label
            start = number


def _save(document: Any, path: Path) -> None:
    """Save with fixed times inside, so that a seed gives the same bytes every day."""
    raw = io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as given, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in sorted(given.namelist()):
            fixed.writestr(zipfile.ZipInfo(name, (2022, 4, 15, 9, 0, 0)), given.read(name), zipfile.ZIP_DEFLATED)
