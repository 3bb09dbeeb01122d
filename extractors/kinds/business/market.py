"""Market share: letters of associations and excerpts of research reports (dossier C.20 market_share_report).

A share counts only with what it is a share of: product, place, year and who counted are facts of their
own. A ranking is a list: one row for each company on it.
"""

import re

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.days import year
from extractors.kinds.fields.facts import labelled, make_fact
from extractors.kinds.fields.figures import decimal
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.standing import last_date, signed_by
from extractors.kinds.fields.texts import one_organisation, organisations, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.layout import Script
from extractors.plain import plain

NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}

SHARE = r"(?:市场占有率|市场份额|市占率|占有率)"


def _place(text: str) -> Reading | None:
    match = re.search(r"\d{1,3}|[一二三四五六七八九十]", plain(text))
    if match is None:
        return None
    return Reading(int(match[0]) if match[0].isdigit() else NUMERALS[match[0]])


FIELDS = (
    FieldSpec("number", text_of, ("编号", "证明编号", "文号", "报告编号")),
    FieldSpec(
        "title", titled, flows=(r"(?P<v>(?:20\d\d年?度?)?[^,。:;《》“”]{2,40}?市场(?:研究|分析|发展|占有率)?(?:年度)?(?:研究|分析)?报告)",)
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("企业名称", "单位名称"),
        flows=(
            r"(?:兹证明|经统计|[据对][^,。]{0,40}(?:统计|调查|数据)[^,。]{0,8}[,:])(?P<v>[^,。:;“”]{4,40}?公司)",
            r"(?:^|证明|说明)(?P<v>(?:(?!证明|说明)[一-鿿()A-Za-z0-9]){4,40}?公司)(?:系|是|为)我[会院单中]",
            r"(?P<v>[一-鿿()]{4,40}?公司)(?:自主研发|研发|生产|的?[“\"《])",
        ),
    ),
    FieldSpec("product", titled, ("产品名称",), flows=(r"[“\"](?P<v>[^”\"]{2,40})[”\"](?:系列)?(?:产品|软件|平台|设备|系统|装备)?", r"《(?P<v>[^》]{2,40})》")),
    FieldSpec(
        "share",
        decimal,
        ("市场占有率(%)", "市场占有率", "市场份额"),
        flows=(rf"{SHARE}[^\d%。]{{0,16}}(?P<v>\d{{1,2}}(?:\.\d+)?)%", r"占.{0,12}市场(?:的|份额)?(?P<v>\d{1,2}(?:\.\d+)?)%"),
    ),
    FieldSpec(
        "rank",
        _place,
        ("市场排名", "行业排名", "排名"),
        flows=(
            r"(?:排名|位列|位居|名列|居)[^\d。,一二三四五六七八九十]{0,10}第?(?P<v>\d{1,2}|[一二三四五六七八九十])(?:位|名|[,。、;])",
        ),
    ),
    FieldSpec(
        "scope",
        text_of,
        ("统计范围", "市场范围"),
        flows=(
            r"(?P<v>全球|世界|国际|国内|全国|中国|省内|全省|浙江省|全市)(?:范围|市场|同行业|同类|细分|行业|[^,。]{0,24}?(?:占有率|份额|排名|位列|位居|名列))",
        ),
    ),
    FieldSpec("year", year, ("统计年度", "统计期间", "年度"), flows=(r"(?<![-—–至])(?P<v>20\d\d)年度?(?!\d{1,2}月\d{1,2}日)(?!\d)",)),
)

RANKING = Grid(
    headings=(
        Heading("rank", r"排名|名次|序号|位次", _place),
        Heading("holder", r"(?:生产|制造)?(?:企业|厂商|公司|供应商|品牌)(?:名称)?", organisations),
        Heading("product", r"产品(?:名称)?|品牌"),
        Heading("share", rf"(?:20\d\d年?度?)?{SHARE}(?:\(%\))?|份额(?:\(%\))?|占比(?:\(%\))?", decimal),
        Heading("revenue", r"(?:销售额|销售收入|收入|销量).{0,8}"),
    ),
    anchors=("share", "holder"),
)

REST = re.compile(r"其[他它余].{0,6}|(?:合计|总计|小计)")
"""Who is not named one by one in a ranking."""

ISSUER = r"[一-鿿()A-Za-z]{3,30}(?:协会|联合会|学会|商会|研究院|研究中心|研究所|顾问|促进会|公司|IDC|Gartner|统计局)"
SOURCE = "出具单位|发布机构|发布单位|编制单位|研究机构|数据来源|资料来源"


BY_YEARS = re.compile(
    rf"(?P<years>20\d\d年?度?(?:[、,和及]20\d\d年?度?)+)[^。;%]{{0,40}}?{SHARE}[^。;%\d]{{0,8}}分别为?[^\d。;]{{0,4}}(?P<shares>\d{{1,2}}(?:\.\d+)?%(?:[、,和及]\d{{1,2}}(?:\.\d+)?%)+)"
)
"""«2019年、2020年、2021年…市场占有率分别为18.7%、21.05%、23.4%»."""


def _of_latest(script: Script) -> dict[str, Fact]:
    """Of several years and their shares, one behind the other, the latest year and its share."""
    flow = Flow(script)
    match = BY_YEARS.search(flow.text)
    if match is None:
        return {}
    years = list(re.finditer(r"20\d\d", match["years"]))
    shares = list(re.finditer(r"\d{1,2}(?:\.\d+)?(?=%)", match["shares"]))
    if len(years) != len(shares):
        return {}
    at, share = max(zip(years, shares, strict=True), key=lambda pair: pair[0][0])
    facts = [
        make_fact(script, name, parse, flow.stretches(match.start(group) + one.start(), match.start(group) + one.end()))
        for name, parse, group, one in (("year", year, "years", at), ("share", decimal, "shares", share))
    ]
    return {fact.name: fact for fact in facts if fact is not None}


def _named(row: Row) -> str:
    """Whom a row of a ranking names; «» for the rest of them together."""
    holder = row.get("holder")
    return "" if holder is None or REST.fullmatch(str(holder.value)) else str(holder.value)


def _market(script: Script) -> Found:
    facts = labelled(script, FIELDS) | _of_latest(script)
    rows = tuple(row for row in grid_rows(script, RANKING) if _named(row) and row.get("share") is not None)
    ranked = {_named(row) for row in rows}
    for fact in (last_date(script, "date"), signed_by(script, ISSUER, SOURCE)):
        if fact is not None and str(fact.value) not in ranked:  # whom a table ranks has not signed it
            facts[fact.name] = fact
    if "市场" in script.text and facts.get("title") is not None and "证明" in str(facts["title"].value):
        facts.pop("title")
    return Found(tuple(facts.values()), rows)


MARKET = Kind(
    type="market_share_report",
    titles=(
        r".{0,30}市场占有率(?:情况|排名)?(?:统计|排序|排名|一览)表(?:\(.{2,16}\))?",
        r".{0,30}市场占有率(?:情况|排名)?.{0,4}(?:证明|报告|说明|证书)(?:函|书)?",
        r".{2,40}(?:市场|行业|产业).{0,6}(?:研究|分析)(?:年度)?报告(?:\(.{2,12}\))?(?:\(节选\))?",
        r"(?:关于)?.{2,30}市场(?:排名|地位|份额)(?:情况)?(?:的)?(?:证明|说明|报告)",
    ),
    fields=tuple(spec for spec in FIELDS if spec.name == "title"),
    reprints=True,
    refuse=("查新报告", "科技成果", "社会责任", "专利分析", "可行性研究", "审计报告", "测评报告"),
    read=_market,
    pages=12,
    marks=("市场占有率", "市场份额", "市占率", "特此证明", "统计", "同类产品", "位居", "位列", "排名"),
    enough=4,
    follows=("市场占有率", "市场份额", "市场规模", "市场排名"),
    rank=-1,
    source="dossier C.20 market_share_report",
)
