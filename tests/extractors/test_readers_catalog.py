"""A kind of file that is not read: the message says what helps with this very kind."""

import pytest

from extractors.errors import FileTrouble
from extractors.readers.catalog import check


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("证明材料.rar", "请解压后上传其中的文件，或改用 .zip 打包"),
        ("申报表.DOC", "请另存为 .docx 或 PDF 后上传"),
        ("人员名单.xls", "请另存为 .xlsx 或 PDF 后上传"),
        ("铭牌.HEIC", "请转为 .jpg 或 .png 图片后上传"),
        ("演示.pptx", "请转为 PDF 后上传"),
    ],
)
def test_whoever_hands_in_a_file_that_is_not_read_is_told_what_helps(tmp_path, name, advice):
    file = tmp_path / name
    file.write_bytes(b"whatever")
    with pytest.raises(FileTrouble, match=rf"不支持的文件类型 \{file.suffix}：{advice}") as told:
        check(file)
    assert told.value.state == "unsupported"
