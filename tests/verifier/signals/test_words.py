"""Pages of one layout are told apart by their numbers and names; a page read twice, or in part, is not."""

from verifier.signals.words import contradict, telling_words

HEAD = (
    "关于公布宁波市首台（套）产品名单的通知",
    "甬经信装备〔2020〕156号",
    "序号 企业名称 产品名称",
    "各区县（市）经信局：",
)
ONE = (
    "1 宁波泊禾自动化设备有限公司 晶圆检测成套装备",
    "2 宁波启昶智能装备股份有限公司 压铸单元",
    "2020年11月12日",
    "统一编号 330203199",
)
OTHER = (
    "1 宁波钧泽数控机床有限公司 五轴加工中心",
    "2 宁波海拓精密机械有限公司 注塑机",
    "2019年10月08日",
    "统一编号 330281207",
)


def test_lists_of_one_layout_with_other_companies_are_two_papers() -> None:
    assert contradict(telling_words((*HEAD, *ONE)), telling_words((*HEAD, *OTHER)))


def test_a_page_read_twice_with_slips_of_the_reader_is_one() -> None:
    again = (ONE[0].replace("泊禾", "泊和"), *ONE[1:])
    assert not contradict(telling_words((*HEAD, *ONE)), telling_words((*HEAD, *again)))


def test_a_part_of_a_page_is_held_against_the_whole() -> None:
    assert not contradict(telling_words((*HEAD, *ONE, *OTHER)), telling_words(ONE))


def test_a_page_of_which_little_was_read_contradicts_nothing() -> None:
    assert not contradict(telling_words(ONE[:2]), telling_words(OTHER))
    assert telling_words(["获奖证书", "第3名", "二等奖"]) == frozenset()


def test_another_number_of_a_document_is_another_document() -> None:
    first, second = (
        ("甬高新亩均办〔2022〕4号", "关于公布评价结果的通知"),
        ("甬高新亩均办〔2022〕7号", "关于公布评价结果的通知"),
    )
    assert contradict(telling_words(first), telling_words(second))
    cited = "根据《管理办法》（浙经信装备〔2019〕3号）的要求"
    assert not contradict(telling_words((*first, cited)), telling_words((*second, cited)))
    assert not contradict(telling_words(first), telling_words(second[1:]))
