"""What says that a patent is in force: register copies, legal status, receipts of fees (dossier C.2.5)."""

import re
from collections.abc import Iterator

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled, make_fact
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import organisations, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Parse, Reading
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import PatentNumber

STATUS = {
    "专利权维持": "有效", "专利权有效": "有效", "授权": "有效", "维持": "有效", "有效": "有效", "专利权终止": "失效", "终止": "失效", "失效": "失效",
    "未缴年费": "未缴年费", "等年费滞纳金": "未缴年费", "专利权恢复": "有效", "无效": "失效", "质押": "有效", "实质审查": "审中", "审中": "审中", "驳回": "失效",
}  # fmt: skip


def _status(text: str) -> Reading | None:
    """In force or not, in the words of the patents registry; «失效» hides in no «有效»."""
    bare = plain(text)
    found = next((word for word in ("未缴年费", "终止", "失效", "无效", "驳回", "实质审查", "审中") if word in bare), None)
    found = found or next((word for word in STATUS if word in bare), None)
    return Reading(STATUS[found]) if found else None


CHANGE = re.compile(r"\t*(?:申请人或)?专\t?利\t?权(?:\t?人)?\t+(?P<a>[^\t]{4,60})\t+(?P<b>[^\t]{4,60})\t*")


WRAPPED = re.compile(r"(?P<a>[^\t]{4,60})\t+(?P<b>[^\t]{4,60})\t*")
"""The same where the label wraps in its own narrow cell: what stands between its lines."""


def _annuity(text: str) -> Reading | None:
    match = re.search(r"\d{1,2}", plain(text))
    return Reading(int(match[0])) if match and 1 <= int(match[0]) <= 20 else None


PAID = FieldSpec("paid", _annuity, ("缴费年度", "年费年度", "已缴年费年度", "已缴年度", "缴纳年度", "年度"),
                 flows=(r"第(?P<v>\d{1,2})(?:年度?|个年度)(?:的)?年?费", r"年费第?(?P<v>\d{1,2})年", r"缴(?:纳|至)?第(?P<v>\d{1,2})年"))  # fmt: skip


def _register(script: Script) -> Found:
    """Every patent that a receipt or a status list names, each in a row of its own."""
    rows = []
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        match = re.search(r"(?:ZL)?\t?(?P<v>(?:19|20)\d{2}\t?[12389]\t?\d{7}\.?[\dXx])(?!\d)", script.text[start:end])
        if match is None:
            continue
        facts = [
            make_fact(script, "number", numbered(PatentNumber), [(start + match.start("v"), start + match.end("v"))]),
            _beside(script, start, end, "paid", _annuity, r"第(?P<v>\d{1,2})年|\t(?P<w>\d{1,2})(?=\t|$)"),
            _beside(script, start, end, "status", _status, r"(?P<v>专利权(?:有效|维持|终止)|有效|失效|未缴年费|维持|终止)"),
        ]
        rows.append(Row(tuple(f for f in facts if f is not None)))
    told = (last_date(script, "date"), _holder(script), *_changed(script))
    return Found(tuple(f for f in told if f is not None), tuple(rows) if len(rows) > 1 else ())


HOLDER = FieldSpec("holder", organisations, ("专利权人", "申请人或专利权人", "申请人/专利权人", "变更后专利权人", "缴款人", "交款人", "申请人"), wraps=True)


def _holder(script: Script) -> Fact | None:
    """Whose it is; beside a label within a table of what was before and what is now stands whose it was."""
    fact = labelled(script, (HOLDER,)).get("holder")
    if fact is None or "变更前" not in script.text or "变更后" not in script.text:
        return fact
    head = script.rows[script.row_at(script.text.index("变更前"))]
    return fact if (fact.page, fact.box.y1) < (script.pages[head.page].number, head.box.y1) else None


def _changed(script: Script) -> Iterator[Fact | None]:
    """Of a change of the owner: whose it was, and whose it is (变更前, 变更后)."""
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        around = (script.text[slice(*script.row_span(n))].replace("\t", "") for n in (number - 1, number + 1) if 0 <= n < len(script.rows))
        named = re.fullmatch(r"(?:申请人或)?专(?:利权人|利权\|?人|利\|权人)", "|".join(around).replace("||", "|"))
        row = (WRAPPED if named else CHANGE).fullmatch(script.text[start:end].strip("\n"))
        if row is not None:
            yield make_fact(script, "former_holder", organisations, [(start + row.start("a"), start + row.end("a"))])
            yield make_fact(script, "holder", organisations, [(start + row.start("b"), start + row.end("b"))])
            return


def _beside(script: Script, start: int, end: int, name: str, parse: Parse, pattern: str) -> Fact | None:
    match = re.search(pattern, script.text[start:end])
    if match is None:
        return None
    group = "v" if match["v"] else "w"
    return make_fact(script, name, parse, [(start + match.start(group), start + match.end(group))])


REGISTER = Kind(
    type="patent_register_copy",
    titles=(
        "专利登记簿副本",
        "(?:中国)?(?:及多国)?专利(?:审查信息|法律状态)?(?:法律状态|审查信息)(?:证明|查询(?:结果)?|信息|检索结果)?",
        "(?:专利)?法律状态(?:证明|查询(?:结果)?|信息)?",
        "[^,。:]{0,10}年费[^,。:]{0,8}(?:收据|发票|缴费凭证|缴纳(?:凭证|证明|情况)|缴费(?:记录|证明))",
        "(?:国家知识产权局)?(?:专利局)?(?:专利)?(?:收费|费用)(?:票据|收据)",
        "(?:著录项目变更|恢复权利)?手续合格通知书",
        "(?:专利)?缴费信息(?:查询)?",
    ),
    needs=("专利号|申请号|ZL20",),
    refuse=("软件著作权", "天眼查", "企查查", "爱企查", "受理通知书"),
    fields=(
        FieldSpec("number", numbered(PatentNumber), ("专利号", "专利申请号", "申请号/专利号", "申请号或专利号", "专利号/申请号", "申请号"),
                  flows=(r"(?:ZL)(?P<v>(?:19|20)\d{10}\.?[\dXx])", r"(?P<v>20\d{2}[12389]\d{7}\.[\dXx])"), required=True),
        FieldSpec("status", _status, ("法律状态", "专利法律状态", "专利权状态", "案件状态", "当前法律状态", "专利状态", "状态"), wraps=True,
                  flows=(r"(?P<v>专利权(?:有效|维持|终止))",)),
        PAID,
        FieldSpec("title", titled, ("发明名称", "实用新型名称", "外观设计名称", "发明创造名称", "专利名称", "名称"), wraps=True),
        FieldSpec("licensee", organisations, ("被许可人", "被许可方"), wraps=True),
        FieldSpec("filing_date", dated, ("申请日", "专利申请日")),
        FieldSpec("grant_date", dated, ("授权公告日", "公告日", "授权日")),
        FieldSpec("date", dated, ("出具日期", "缴费日期", "查询日期", "开票日期", "收费日期", "发文日", "发文日期")),
    ),
    read=_register,
    rank=2,
    pages=6,
    follows=("专利登记簿", "法律状态", "缴费", "变更事项"),
    source="dossier C.2.5, C.20 patent_register_copy",
)  # fmt: skip
