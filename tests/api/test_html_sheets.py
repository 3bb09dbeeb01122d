"""The indicator table and the account of 附件2 on the page."""

from types import MappingProxyType

from api.html.sheets import indicator_views, topic_views
from tests.verifier.factory import AS_OF
from verifier.checklist import Document, Missing, Section, Topic
from verifier.indicators.indicators import Indicator
from verifier.report.report import Provenance, Report
from verifier.rules import load_rules
from verifier.verdict import Flag


def report(**known) -> Report:
    return Report(AS_OF, "甲公司", "", Provenance("", "", {}, ()), (), (), (), **known)


def item(met, claimed) -> Indicator:
    none = MappingProxyType({})
    return Indicator("I-01.1", "基础实力", "规模效益", "超8亿", "auto", met, claimed, met, "", none, none, "核实：…", (), False)


def test_an_item_is_said_in_words_beside_what_the_claims_would_give():
    made = indicator_views(report(indicators=(item(True, True), item(False, True), item(None, None))))
    assert [(i.word, i.sign, i.claimed) for i in made] == [("达到", "✓", ""), ("未达到", "✗", "达到"), ("待判断", "?", "")]
    assert [i.flag for i in made] == [Flag.SUPPORTED, Flag.UNSUPPORTED, Flag.NEEDS_REVIEW]


def test_papers_of_one_type_are_counted_and_what_is_missing_is_named():
    papers = tuple(Document(f"d{n}", "invention_patent_certificate", "a.pdf", (n,), True) for n in (1, 2, 3))
    papers += (Document("d4", "publicity_notice", "a.pdf", (4,), False, "PUBLICITY_ONLY"),)
    lacking = Missing("invention_patents_valid", "有效发明专利数量（件）", "COUNT_MISMATCH", "专利证书")
    topics = (Topic("知识产权", True, True, papers, (lacking,), "专利证书"), Topic("市场占有率", True, False, (), (), "报告"))
    [(title, [topic])] = topic_views(report(checklist=(Section(2, "二、数字创新", topics),)), (), load_rules())
    assert title == "二、数字创新"
    assert [p.count for p in topic.papers] == [3, 1]
    assert topic.papers[1].reason == load_rules().say("PUBLICITY_ONLY")
    assert topic.word == "缺材料"
    assert topic.do == "专利证书"
    assert load_rules().say("COUNT_MISMATCH") in topic.missing[0][1]
