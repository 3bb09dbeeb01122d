"""Narrative boxes: labelled sentences of our own, and what must hold for any text at all."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.narrative.finding import find_quantities, find_years
from extractors.narrative.mention import Mention
from extractors.narrative.pieces import fold
from extractors.narrative.reading import read_narrative

SENTENCES = json.loads((Path(__file__).parent / "narratives.json").read_text("utf-8"))["sentences"]
OPTIONAL = ("project", "grade", "level", "role", "rank", "number", "year", "quantity")
PARTS = ("获", "2020年", "“某系统”", "浙江省科学技术进步奖", "一等奖", "、", "，", "。", "（", "）", "等保三级", "首台（套）", "2项", "分别",
         "其中", "未", "公示", "云上企业", "和", "：", "\n", "第三", "完成单位", "“", "”", "均", "A", " ", "近三年")  # fmt: skip


def described(mention: Mention) -> dict[str, Any]:
    """The mention in the words of a label: what is not said is left out."""
    year = mention.years[0] if len(mention.years) == 1 else list(mention.years)
    told = {"kind": mention.kind, "name": mention.name, "year": year or None}
    told |= {key: getattr(mention, key) for key in OPTIONAL if key != "year"}
    told |= {
        "status": mention.status.replace("granted", ""),
        "negated": mention.negated,
        "part": mention.part,
    }
    return {key: value for key, value in told.items() if value}


@pytest.mark.parametrize("sentence", SENTENCES, ids=[s["text"][:24] for s in SENTENCES])
def test_each_thing_that_a_sentence_claims_is_read_as_labelled(sentence: dict[str, Any]) -> None:
    mentions = read_narrative(sentence["text"], "innovation_performance")
    labelled = [item for item in sentence["items"] if item["kind"] != "slogan"]
    assert [described(m) for m in mentions if m.kind != "slogan"] == labelled
    slogans = {item["name"] for item in sentence["items"] if item["kind"] == "slogan"}
    assert slogans <= {m.name for m in mentions if m.kind == "slogan"}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=24).map("".join))
def test_offsets_are_those_of_the_box_whatever_it_says(text: str) -> None:
    for mention in read_narrative(text, "brand_honours"):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text


def test_width_and_line_breaks_change_nothing_but_the_offsets() -> None:
    wide = "２０２０年，公司获浙江省科技进步奖一等奖(排名第２)。\n“云平台”通过等保三级备案。"
    award, filing = read_narrative(wide, "innovation_performance")
    assert (award.grade, award.years, award.rank) == ("一等奖", (2020,), 2)
    assert (filing.name, filing.level) == ("云平台", "3")


def test_a_number_without_a_list_is_a_fact_and_no_slogan() -> None:
    kinds = [
        (m.kind, m.quantity, m.bound)
        for m in read_narrative("拥有发明专利二十六件，服务客户近500家。", "controllable_technology")
    ]
    assert kinds == [("patent_invention", 26, "eq"), ("customer_count", 500, "lt")]


def test_a_part_of_a_total_says_so() -> None:
    total, part = read_narrative("获省级科技奖励伍项，其中一等奖壹项。", "innovation_performance")
    assert (total.quantity, total.part) == (5, False)
    assert (part.name, part.grade, part.quantity, part.part) == ("浙江省科学技术奖励", "一等奖", 1, True)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2019—2021年", [(2019, 2020, 2021)]), ("自2018年起连续四年", [(2018, 2019, 2020, 2021)]), ("2019年以来", [()]),
        ("2020、2021年", [(2020,), (2021,)]), ("二〇二一年度", [(2021,)]), ("“十三五”期间", [(2016, 2017, 2018, 2019, 2020)]),
        ("编号33020013001-21001", []),
    ],
)  # fmt: skip
def test_years_and_ranges(text: str, years: list[tuple[int, ...]]) -> None:
    assert [piece.years for piece in find_years(fold(text))] == years


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("200余项", (200, "项", "gt")), ("近500家", (500, "家", "lt")), ("不少于30件", (30, "件", "ge")), ("两项", (2, "项", "eq")),
        ("约1.2亿条", (120_000_000, "条", "approx")), ("千余个", (1000, "个", "gt")), ("2.315亿元", (23150, "万元", "eq")),
        ("超两成", (20, "%", "gt")), ("98%以上", (98, "%", "ge")), ("伍项", (5, "项", "eq")), ("第3名", None), ("统一套", None),
        ("8家之一", (8, "之一", "eq")), ("汽车零部件", None), ("近三分之二", (66.666667, "%", "lt")), ("翻了两番", (4, "倍", "ge")),
        ("下载数超过5100", (5100, "", "gt")), ("遍及十余省", (10, "省", "gt")), ("压缩至6小时", (6, "小时", "eq")), ("7×24小时", None),
    ],
)  # fmt: skip
def test_quantities_and_how_they_bind(text: str, quantity: tuple[float, str, str] | None) -> None:
    found = [(piece.number, piece.unit, piece.bound) for piece in find_quantities(fold(text))]
    assert found == ([quantity] if quantity else [])


def test_spacy_is_imported_only_when_a_box_is_read() -> None:
    code = "import sys, extractors.narrative.reading as r; r.read_narrative(' ', 'x'); sys.exit('spacy' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_honours_of_users_are_no_honours_of_the_applicant() -> None:
    text = "客户宁波某某公司2021年入选浙江省大数据应用示范企业。"
    assert [m.kind for m in read_narrative(text, "benchmark_effect")] == ["pilot_demo"]
    assert [m.kind for m in read_narrative(text, "full_business_digitalisation")] == ["honour"]


def test_hard_sentences_stay_as_well_read_as_they_were() -> None:
    """The set was labelled by reading before anything was tuned on it; `python -m bench.narrative` prints all."""
    from collections import Counter

    from bench.narrative import compare

    tally: Counter[tuple[str, str]] = Counter()
    path = Path(__file__).parents[2] / "bench" / "narratives.json"
    for sentence in json.loads(path.read_text("utf-8"))["sentences"]:
        compare(sentence, tally, [])
    counts = Counter[str]()
    for (_, what), number in tally.items():
        counts[what] += number
    among = counts["labels"] + counts["found"] + counts["invented"]
    assert 2 * counts["found"] / among >= 0.97
    assert 2 * counts["exact"] / among >= 0.97

WORDINGS: dict[str, tuple[str, str, dict[str, object]]] = {
    "years that are listed are one mention, its years told": ("2018年、2020年先后入选宁波市绿色工厂。", "honour", {"years": (2018, 2020)}),
    "a run of years counts them": ("公司连续四年被评为AAA级信用企业。", "honour", {"quantity": 4.0, "unit": "年"}),
    "person-times are at most so many persons": ("引进市级以上高层次人才7人次。", "talent_person", {"quantity": 7.0, "bound": "le"}),
    "built together with a partner": ("与西安交通大学共建的“柔性制造”省级领军型创新创业团队获批。", "talent_team", {"role": "participate"}),
    "renamed, told in brackets": ("公司（原名嘉兴南湖软件有限公司，2018年更名）2020年获国家高新技术企业认定。", "name_change", {"years": (2018,)}),
    "a forerunner that was a works": ("公司前身是绍兴越城轴承厂，2015年改制更名。", "name_change", {"years": (2015,)}),
    "an act of one's own that is denied": ("计划向Apache基金会捐赠调度引擎，尚未开源。", "open_source", {"negated": True}),
    "what others confer is only late": ("公司正创建省级“未来工厂”，尚未评定。", "pilot_demo", {"negated": False, "status": "cultivation"}),
    "one of several is context": ("系全市6家之一。", "context_number", {"quantity": 6.0, "unit": "家"}),
    "the same year as told before": ("2019年，公司获宁波市科技进步奖三等奖；同年，我司获评浙江省隐形冠军企业。", "honour", {"years": (2019,), "level": "省"}),
    "a title is no honour": ("承担省重点研发计划“绿色工厂能效评估”专项，在研。", "project", {}),
    "a ranking is not the platform": ("中国工业互联网平台100强，排名第31位。", "market_rank", {"rank": 31}),
    "a list one is taken into is an honour": ("2021年上榜浙江省软件企业综合竞争力50强，排名第12位。", "honour", {"years": (2021,)}),
    "a society that one joins": ("以会员单位身份加入浙江省软件行业协会。", "consortium", {"role": "participate"}),
    "reports, then how many": ("每年公开社会责任报告，已连续发布四期。", "csr", {"quantity": 4.0}),
    "no patent at all": ("公司目前无发明专利。", "patent_invention", {"negated": True}),
    "a prize that is denied at the end": ("国家级奖项暂无。", "award", {"negated": True, "level": "国家"}),
    "under examination": ("拥有发明专利14件，另有5件在审。", "patent_application", {"quantity": 5.0}),
    "not in any way": ("未专门发布社会责任报告。", "csr", {"negated": True}),
    "the future is no denial": ("入选浙江省未来工厂。", "pilot_demo", {"negated": False}),
    "lapsed, and not renewed": ("2016年获浙江省著名商标，现已到期未续期。", "honour", {"status": "lapsed", "negated": False}),
    "growth of customers is no money": ("服务客户由40家增至120家，年均增长率超七成。", "ratio", {"quantity": 70.0}),
    "components of a list": ("已建成数据中台和业务中台。", "component", {"quantity": 2.0}),
    "kinds of applications counted together": ("汇聚APP、微服务组件四百余个。", "platform_metric", {"quantity": 400.0, "bound": "gt"}),
    "research in percent of income": ("研发投入强度9.1%。", "finance", {"quantity": 9.1}),
    "an alliance bears its own name": ("公司牵头发起浙江省智能传感产业创新联合体。", "consortium", {"name": "浙江省智能传感产业创新联合体", "role": "lead"}),
    "who joins does not lead": ("加入浙江省鲲鹏产业联盟。", "consortium", {"role": "participate"}),
    "years in turn": ("2019、2021两年分别入选省级上云标杆企业和省级行业云应用示范平台。", "honour", {"years": (2019,)}),
    "taken off a list": ("曾入选国家专精特新“小巨人”企业，2021年因主营调整已被移出名单。", "honour", {"status": "lapsed"}),
    "people in percent": ("本科以上学历者逾八成。", "ratio", {"quantity": 80.0, "bound": "gt"}),
    "the first place without a number": ("占有率位居首位。", "market_rank", {"quantity": 1.0}),
    "no fewer than": ("新增签约案例不下60例。", "case_count", {"quantity": 60.0, "bound": "ge"}),
    "an extent that grew is told once": ("产品国产化率由2019年的61%提升到2021年的92%。", "effect", {"quantity": 92.0}),
    "applications are no patents": ("受理中的发明申请22件。", "patent_application", {"quantity": 22.0}),
    "a year in brackets is that of the name before it": (
        "获评浙江省专精特新中小企业(2021年)和浙江省软件核心竞争力企业(2020年)。", "honour", {"years": (2021,)}
    ),
    "each thing with the year in front of it": ("2020年“恒压泵”、2021年“潜水泵”获评浙江制造精品。", "honour", {"project": "恒压泵", "years": (2020,)}),
    "a total of several years": ("2020年、2021年服务案例分别为35个、68个，累计103个。", "case_count", {"quantity": 35.0, "years": (2020,)}),
    "two standards of one certification": ("通过ISO/IEC 27001、ISO/IEC 20000认证。", "certification", {"name": "ISO/IEC 27001"}),
    "what a project in quotes is about": ("参与浙江省重点研发计划项目“某行业智能工厂关键技术研究”。", "project", {"role": "participate"}),
    "a list quoted and counted": ("获“浙江出口名牌”“宁波名牌”等荣誉6项。", "honour", {"quantity": 6.0}),
}


@pytest.mark.parametrize("story", WORDINGS)
def test_other_wordings(story: str) -> None:
    text, kind, traits = WORDINGS[story]
    mentions = [m for m in read_narrative(text, "brand_honours") if m.kind == kind]
    assert mentions, text
    assert {name: getattr(mentions[0], name) for name in traits} == traits


def test_years_in_turn_go_on_with_the_second_name() -> None:
    first, second = read_narrative(WORDINGS["years in turn"][0], "cloud_honours")
    assert (first.years, second.years) == ((2019,), (2021,))


def test_a_scheme_that_is_left_out_is_the_one_before() -> None:
    first, second = read_narrative("生产系统完成等保三级备案，官网为二级。", "security_technology")
    assert [(m.name, m.level) for m in (first, second)] == [("生产系统", "3"), ("官网", "2")]


def test_the_figures_of_two_years_are_two_claims() -> None:
    text = "研发投入由2019年的912万元增至2021年的1852万元，占营收比重分别为6.0%、6.8%和8.0%。"
    told = [(m.years, m.quantity) for m in read_narrative(text, "rd_expense") if m.kind == "finance"]
    assert ((2019,), 912.0) in told and ((2021,), 1852.0) in told
    assert [years for years, quantity in told if quantity in (6.0, 6.8, 8.0)] == [(2019,), (2020,), (2021,)]


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("security_management", "数据管理能力成熟度（DCMM）三级", [("certification", "数据管理能力成熟度(DCMM)", "3", "granted")]),
        ("security_management", "通过两化融合管理体系AAA级贯标", [("certification", "两化融合管理体系", "AAA", "granted")]),
        ("security_management", "获DCMM优化级认证", [("certification", "DCMM", "5", "granted")]),
        ("security_management", "通过CMMI Level 5评估", [("certification", "CMMI", "5", "granted")]),
        ("security_management", "通过ITSS运维服务能力成熟度二级认证", [("certification", "ITSS", "2", "granted")]),
        (
            "innovation_performance",
            "2021年“甲危险品申报管理系统”认定为浙江省首版次软件产品",
            [("first_version_software", "甲危险品申报管理系统", "省", "granted")],
        ),
        (
            "open_platforms",
            "省级工程研究中心——浙江省表面缺陷检测工程研究中心（2020年认定）",
            [("platform", "浙江省工程研究中心", "省", "granted"), ("platform", "工程研究中心", "省", "granted")],
        ),
        ("leading_talent", "张弛，2021年浙江省科技创新领军人才", [("talent_person", "浙江省科技创新领军人才", "省", "granted")]),
        ("security_management", "GJB 9001C质量管理体系认证", [("certification", "GJB 9001C质量管理体系认证", "", "granted")]),
    ],
)
def test_levels_and_stages_are_those_of_the_thing_itself(
    field: str, text: str, expected: list[tuple[str, str, str, str]]
) -> None:
    assert [(m.kind, m.name, m.level, m.status) for m in read_narrative(text, field)] == expected


def test_a_platform_named_in_the_clause_before_is_what_was_recognised() -> None:
    [told] = read_narrative("织云纺织产业互联网平台，2020年认定为浙江省级工业互联网平台。", "open_platforms")
    assert (told.name, told.project) == ("浙江省工业互联网平台", "织云纺织产业互联网平台")
