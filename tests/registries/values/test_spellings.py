"""One name, written in several ways, is looked up in all of them."""

from registries.values.spellings import same_but_for_form, same_spelling, spellings


def test_a_place_is_written_with_and_without_its_ending() -> None:
    told = spellings("宁波市启衡诺有限公司")
    assert told[0] == "宁波市启衡诺有限公司"
    assert "宁波启衡诺有限公司" in told
    assert len(told) == len(set(told))
    assert spellings("启衡诺有限公司") == ("启衡诺有限公司",)


def test_writing_and_form_are_told_apart() -> None:
    assert same_spelling("浙江省启衡诺（集团）有限公司", "浙江启衡诺(集团)有限公司")
    assert not same_spelling("宁波启衡诺有限公司", "宁波启衡诺有限责任公司")
    assert same_but_for_form("宁波启衡诺有限公司", "宁波启衡诺有限责任公司")
    assert not same_but_for_form("宁波启衡诺有限公司", "宁波启衡诺股份有限公司")
