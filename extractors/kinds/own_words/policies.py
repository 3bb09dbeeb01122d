"""Rules that a company gives itself (dossier C.20 internal_policy)."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import party
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.tables.pieces import pieces
from extractors.layout import Script

RULES = (
    "管理办法|管理制度|管理规定|管理规范|管理细则|实施细则|实施办法|应急预案|分类分级(?:规范|指南|办法|标准|制度)|操作规程|操作规范|"
    "保密制度|安全策略|安全制度|考核办法|奖励办法|激励办法|运营规则|管理程序|管理手册"
)

RULE_TITLE = rf"^(?!.*关于)[《]?[^,。;:、《》]{{0,40}}?(?:{RULES})[》]?(?:\([^)]{{1,12}}\))?$"


def _own_words(script: Script) -> Found:
    """The title over one or two rows, and the company: a row that is nothing but its name."""
    issued = last_date(script, "issued") if re.search(r"关于(?:印发|发布|下发|颁布|实施)《", script.text) else None
    facts: list[Fact | None] = [_titled(script), company_row(script), issued]
    return Found(tuple(f for f in facts if f is not None))


def _titled(script: Script) -> Fact | None:
    for number in range(min(12, len(script.rows))):
        start, end = script.row_span(number)
        row = script.text[start:end].replace("\t", "")
        if re.match(RULE_TITLE, row) and not re.fullmatch(RULES, row):
            return make_fact(script, "title", titled, [(start, end)])
        named = next((p for p in pieces(script, number) if "\t" in script.text[start:end] and re.match(RULE_TITLE, script.text[p.start : p.end])), None)
        if named is not None and not re.fullmatch(RULES, script.text[named.start : named.end]):
            return make_fact(script, "title", titled, [(named.start, named.end)])
        if re.fullmatch(rf"(?:{RULES})(?:\(.*\))?", row) and number:
            return make_fact(script, "title", titled, [script.row_span(number - 1), (start, end)])
    return None


def company_row(script: Script) -> Fact | None:
    """The first cell that is nothing but the name of an organisation."""
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        for match in re.finditer(r"[^\t]+", script.text[start:end]):
            name = re.fullmatch(
                r"(?P<v>[一-鿿A-Za-z0-9()]{2,40}?(?:公司|集团|院|所|中心))(?:文件|制度)?", match[0]
            )
            if name:
                at = start + match.start()
                return make_fact(script, "holder", party, [(at + name.start("v"), at + name.end("v"))])
    return None


POLICY = Kind(
    type="internal_policy",
    titles=(RULE_TITLE, rf"^关于(?:印发|发布|下发|颁布|实施)《[^,。;:、《》]{{0,40}}?(?:{RULES})》(?:\([^)]{{1,12}}\))?的通知$"),
    fields=(
        FieldSpec(
            "holder",
            party,
            ("编制单位", "发布单位", "单位名称", "公司名称"),
            flows=(r"(?:为|根据)[^。]{0,40}?(?P<v>[一-鿿()]{4,30}?公司)\(以下简称",),
        ),
        FieldSpec(
            "number",
            text_of,
            ("文件编号", "制度编号", "文件号", "文号", "编号"),
            flows=(r"(?:^|公司文件|集团文件)(?P<v>[一-鿿A-Z]{1,8}[〔\[(]20\d\d[〕\])]\d{1,4}号)", r"(?P<v>[一-鿿A-Z]{1,8}[〔\[(]20\d\d[〕\])]\d{1,4}号)",),
        ),
        FieldSpec(
            "issued",
            dated,
            (
                "发布日期",
                "颁布日期",
                "发布时间",
                "实施日期",
                "生效日期",
                "生效时间",
                "批准日期",
                "颁布时间",
                "印发日期",
            ),
        ),
        FieldSpec("version", text_of, ("版本号", "版本", "版次")),
    ),
    needs=(
        r"第一[条章]|总则|文件编号|制度编号|发布日期|适用范围|编制部门|批准人|审核人|版次|版本号|\d\.1目的|1目的|印发",
    ),
    refuse=(
        "人民政府",
        "经济和信息化厅",
        "公安厅",
        "国务院",
        "标准化管理委员会",
        "备案证明",
        "予以备案",
        "测评报告",
        "审计报告",
        "认证证书",
        "起草单位",
        "的公示",
        "任务书",
    ),
    read=_own_words,
    rank=-2,
    pages=60,
    reprints=True,
    follows=(
        "第二条",
        "第三条",
        "第二章",
        "第三章",
        "附则",
        "本办法",
        "本制度",
        "本规定",
        "本预案",
        "修订记录",
        "解释权",
        "第五条",
        "第十条",
    ),
    title_rows=8,
    source="dossier C.20 internal_policy",
)
