"""Notices of changed names: who was called what before (dossier C.20)."""

import re
from dataclasses import replace

from extractors.kinds.company.licence import USCC
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.figures import whole
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import one_organisation, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.tables.grid import Grid, grid_rows
from extractors.kinds.tables.known import Heading
from extractors.layout import Script

CHANGES = Grid(
    headings=(
        Heading("sequence", r"序号|序", whole),
        Heading("item", r"(?:变更)?(?:事项|项目|登记事项)"),
        Heading("before", r"(?:变更前|原)(?:内容|名称|登记内容|登记事项)?", one_organisation),
        Heading("after", r"(?:变更后|现)(?:内容|名称|登记内容|登记事项)?", one_organisation),
        Heading("date", r"(?:核准|变更|登记)(?:变更)?(?:日期|时间)", dated),
    ),
    anchors=("sequence", "item", "date"),
)

NAME = r"[“\"]?(?P<v>[^“”\",。:;]{4,40}?(?:公司|厂|院|所|中心|合伙\)))[”\"]?"

CHANGE_FIELDS = (
    USCC,
    FieldSpec(
        "former_name",
        one_organisation,
        ("变更前名称", "变更前企业名称", "原企业名称", "原名称"),
        wraps=True,
        flows=(
            rf"(?:企业名称|名称)由{NAME}(?:变更|更名|更改)为",
            rf"(?:由|原){NAME},?(?:现?已?)(?:变更|更名|更改)(?:登记)?为",
            r"(?:^|号|[)）])(?P<v>[^“”\",。:;号]{4,40}?(?:公司|厂|院|所|中心|合伙\)))申请(?:企业)?(?:变更|更改)(?:企业)?名称",
            rf"变更前(?:的?(?:企业)?名称|内容)?[:;]{NAME}",
        ),
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("变更后名称", "变更后企业名称", "现企业名称", "现名称"),
        wraps=True,
        flows=(rf"(?:变更|更名|更改)(?:登记)?为[:;]?{NAME}", rf"变更后(?:的?(?:企业)?名称|内容)?[:;]{NAME}"),
    ),
    FieldSpec(
        "date",
        dated,
        ("核准变更日期", "核准日期", "变更日期", "登记日期", "核准变更时间"),
        flows=(r"(?:于|经)(?P<v>20\d\d年\d{1,2}月\d{1,2}日)[^。]{0,30}?(?:核准|变更|登记|更名)",),
    ),
    FieldSpec(
        "number",
        text_of,
        flows=(r"(?P<v>\([一-鿿]{2,8}\)[一-鿿]{0,8}(?:变|登|准|名)[一-鿿]{0,6}[〔\[【(]\d{4}[〕\]】)]第?\d{1,10}号)",),
    ),
)


def _change(script: Script) -> Found:
    """Who was called what before: a row of the table, a sentence, or two labels say so."""
    facts = labelled(script, CHANGE_FIELDS)
    for row in grid_rows(script, CHANGES):
        item, before, after = (row.get(name) for name in ("item", "before", "after"))
        if before is not None and after is not None and (item is None or "名称" in str(item.value)):
            facts["former_name"] = replace(before, name="former_name")
            facts["holder"] = replace(after, name="holder")
            if (day := row.get("date")) is not None:
                facts["date"] = day
            break
    # Where the text tells the day and it could not be read, the day of the signature is another one.
    told = re.search(r"(?:于|经)20\d\d年", re.sub(r"[\t\n]", "", script.text)) is not None
    if "date" not in facts and not told and (signed := last_date(script, "date")) is not None:
        facts["date"] = signed
    return Found(tuple(facts.values()))


NAME_CHANGE = Kind(
    type="name_change_notice",
    titles=(
        r"(?:企业)?名称变更(?:核准|登记)?(?:通知书|证明)(?:书)?",
        r"(?:公司|企业)?(?:工商)?变更登记(?:情况|证明|通知书|核准通知书)(?:表)?(?:\(.{2,8}\))?",
        r"(?:准予)?变更(?:登记)?(?:\(备案\))?(?:登记)?通知书",
        r"(?:企业)?名称变更(?:的)?(?:预先)?(?:核准|情况)(?:通知书|证明|说明)?",
        r"(?:公司|企业)?(?:工商)?(?:登记)?(?:信息)?变更(?:登记)?(?:情况|信息|记录)(?:证明|表)",
        r"登记通知书",
        r"^[■◆●▪]?(?:[一二三四五六七八九十]{1,2}、)?变更(?:登记)?(?:信息|记录)$",
    ),
    needs=("名称变更|变更名称|名称", "更名"),
    refuse=("著作权", "专利", "高新技术企业名称变更"),
    read=_change,
    rank=1,
    source="dossier C.20 name_change_notice",
)
