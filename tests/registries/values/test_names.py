"""Company names are written one way, whatever stands around them."""

from registries.values.names import latin_name, normalize_name


def test_what_a_printer_adds_is_not_part_of_the_name() -> None:
    assert normalize_name(" 宁波　示例（集团）有限公司 （盖章）") == "宁波示例(集团)有限公司"
    assert normalize_name("寧波示例數字科技有限公司") == "宁波示例数字科技有限公司"


def test_a_name_without_a_chinese_character_has_its_form_written_one_way() -> None:
    assert latin_name("Yongjiang Digital Co., Ltd.") == latin_name("YONGJIANG DIGITAL COMPANY LIMITED")
    assert latin_name("Yongjiang Digital Co., Ltd.") != latin_name("Yongjiang Data Co., Ltd.")
    assert [latin_name(name) for name in ("宁波Example有限公司", "例", "123")] == ["", "", ""]
