"""Official notices: what they announce, and the list of those whom they name (dossier C.19).

Only a notice that publishes a result (公布, 认定, 授予) supports an honour; a call for applications
and a publicity (公示) look much the same and support nothing. The claim is supported by a row of
the list, not by the notice: every row is read, whoever it names.
"""

import re
from dataclasses import replace

from extractors.exhibit import Fact, Row
from extractors.kinds.fields.facts import fact_of, make_fact
from extractors.kinds.fields.parsing import text_of, titled, year
from extractors.kinds.fields.phrases import parties
from extractors.kinds.fields.standing import last_date, matched, signed_by
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.companies import COMPANY
from extractors.kinds.tables.table import list_rows
from extractors.layout import Script

NUMBER = r"(?P<v>[一-鿿]{2,10}(?:便?函|发|办|字)?[〔\[【(（][12]\d{3}[〕\]】)）]第?\d{1,4}号)"

CALL = re.compile(r"(?:组织|开展).{0,30}(?:申报|推荐|征集|遴选)|申报工作|征集|推荐工作|(?:申报|推荐)的?通知|组织申报|申报指南")
PUBLICITY = re.compile(r"公示|拟(?:认定|入选|推荐|授予|授奖|立项|列入|入围|支持|确定|表彰)")
PRE_STAGE = re.compile(r"(?:培育|创建)(?:库|名单|对象|企业)|工程化攻关|攻关项目|提名|候选")

TOPICS = (
    ("official_notice", r"工程化攻关|攻关项目"),  # a development project of a machine is no first set
    ("first_set_notice", r"首台\(?套\)?|首批次|首版次"),
    ("zj_premium_product", r"浙江制造精品"),
    ("bigdata_honour_notice", r"大数据(?:应用示范|产业发展试点示范|示范|优秀应用)"),
    ("cloud_honour_notice", r"上云标杆|云上企业|行业云应用示范平台|上云"),
    ("talent_notice", r"领军型创新创业团队|创新创业团队|领军型(?:创新|创业)团队|领军人才|万人计划|高层次人才|鲲鹏行动|创新团队|人才工程|引才计划"),
    ("major_project", r"重点研发|科技重大专项|重大科技专项|科技创新2025重大专项|科技创新2030|尖兵|领雁|科技计划项目"),
    ("xinchuang_entry", r"信创.{0,8}(?:目录|名录)|安全可靠测评结果"),
    ("solution_collection_notice", r"解决方案|案例(?:集|汇编)|优秀案例"),
    ("consortium_document", r"创新联合体|共同体|产业联盟|战略联盟"),
    ("platform_recognition",
        r"重点企业研究院|企业研究院|研发中心|研究开发中心|工程研究中心|企业技术中心|工程实验室|工业互联网平台|重点实验室|创新平台|制造业创新中心|公共服务平台|双创平台"),
    ("quality_award", r"质量奖"),
    ("pilot_demo_notice", r"试点示范|典型案例|未来工厂|智能工厂|数字化车间|最佳应用|示范项目|应用场景|示范企业|标杆企业|示范基地"),
)

LEVELS = (("国际", r"国际"), ("国内", r"国内"), ("省内", r"省内"))


def _title(script: Script) -> tuple[str, list[tuple[int, int]]]:
    """The title «关于…的通知» over its rows, and where it stands."""
    spans: list[tuple[int, int]] = []
    text = ""
    for number in range(min(len(script.rows), 16)):
        start, end = script.row_span(number)
        row = script.text[start:end].replace("\t", "")
        if not spans and ("关于" not in row or re.search(r"[。,]", row)):
            continue
        spans.append((start, end))
        text += row
        if re.search(r"(?:通知|公告|公示|决定|通报|名单|意见|批复|函)(?:\(.*\))?$", text):
            return text, spans
        if len(spans) == 4:
            break
    return "", []


def _notice(script: Script) -> Found:
    title, spans = _title(script)
    topic = title or "".join(script.text[a:b] for a,
        b in map(script.row_span, range(min(6, len(script.rows)))))
    facts: list[Fact | None] = [
        matched(script, "doc", text_of, NUMBER),
        _issuer(script, spans),
        make_fact(script, "subject", text_of, spans) if spans else None,
        _award(script, title, spans),
        _year(script, title, spans),
        _level(script, title, spans),
        _batch(script, title, spans),
        matched(script, "period", text_of, PERIOD),
        last_date(script, "date"),
    ]
    flags = ("PRE_STAGE",) if PRE_STAGE.search(topic) else ()
    return Found(tuple(f for f in facts if f is not None), tuple(_rows(script)), flags, _type(topic))


def _type(topic: str) -> str:
    if CALL.search(topic):
        return "call_for_application"
    if PUBLICITY.search(topic):
        return "publicity_notice"
    return next((type_ for type_, pattern in TOPICS if re.search(pattern, topic)), "official_notice")


AWARD = re.compile(
    r"(?<!拟)(?:组织申报|申报|推荐|征集|公布|认定|授予|下达|表彰|命名|确认|发布|公示)(?:拟)?(?:(?:19|20)\d\d年度?|第[一二三四五六七八九十\d]+批(?:次)?)*(?P<v>(?!名单|结果).+?)(?:\(第[一二三四五六七八九十\d]+批\))?(?:认定)?(?:入选|入围)?(?:的?名单|结果|的通知|的决定|称号|的公告|的公示|等)"
)


PLAIN_AWARD = re.compile(r"关于(?:(?:19|20)\d\d年度?)?(?P<v>.+?)(?:拟?(?:认定|入选|推荐))?(?:的?名单|结果)")


def _award(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    match = AWARD.search(title) or PLAIN_AWARD.search(title)
    if match is None:
        return None
    name = re.sub(r"^(?:20\d\d年度?|第[一二三四五六七八九十\d]+批)", "", match["v"])
    return fact_of(script, "award", Reading(name), script_quote(script, spans), spans)


def script_quote(script: Script, spans: list[tuple[int, int]]) -> str:
    """What stands in some stretches, gaps left out."""
    return "".join(re.sub(r"[\t\n]", "", script.raw[a:b]) for a, b in spans)


def _year(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    """The year that the title names, else that of the document number."""
    match = re.search(r"((?:19|20)\d\d)年", title)
    if match:
        return fact_of(script, "year", Reading(int(match[1])), script_quote(script, spans), spans)
    return matched(script, "year", year, NUMBER)


PERIOD = (
    r"公示(?:时间|期限|期)(?:为|是|:|自)*\t?(?P<v>20\d{2}年\d{1,2}月\d{1,2}日(?:起)?(?:至|-|—|–|~)+(?:20\d{2}年)?\d{1,2}月\d{1,2}日)"
)
"""From when to when a proposed list hangs out."""


def _batch(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    match = re.search(r"第([一二三四五六七八九十\d]+)批", title)
    return fact_of(script, "batch", Reading(match[1]), match[0], spans) if match else None


def _level(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    """A city's own list of first sets is no list of the province's; the title says whose it is."""
    match = re.search(r"[一-鿿]{2,3}[市区县](?=首台)", title)
    return fact_of(script, "level", Reading("市级"), match[0], spans) if match else None


def _issuer(script: Script, spans: list[tuple[int, int]]) -> Fact | None:
    """The letterhead, else what stands before «关于» in the title."""
    for number in range(min(4, len(script.rows))):
        start, end = script.row_span(number)
        match = re.match(r"(.{3,30}?(?:厅|局|委|委员会|部|办公室|政府|院|会))文件$", script.text[start:end].replace("\t", ""))
        if match:
            return fact_of(script, "issuer", Reading(match[1]), script.raw[start:end], [(start, end)])
    if spans:
        match = re.match(r"(.{3,40}?)关于", script.text[spans[0][0] : spans[0][1]].replace("\t", ""))
        if match:
            return fact_of(script, "issuer", Reading(match[1]), match[1], [spans[0]])
    return None


def _rows(script: Script) -> list[Row]:
    return [_levelled(row) for row in list_rows(script)]


def _levelled(row: Row) -> Row:
    """First sets: the list's own word for the level becomes 国际, 国内 or 省内."""
    facts = []
    for fact in row.facts:
        if fact.name == "level":
            level = next((name for name, p in LEVELS if re.search(p, str(fact.value))), str(fact.value))
            fact = replace(fact, value=level)
        facts.append(fact)
    return Row(tuple(facts))


def _listing(script: Script) -> bool:
    """A page of a list that prints no heads again: several rows, each with a company or a number of its own."""
    rows = list(list_rows(script))
    if len(rows) >= 2:
        return True
    numbers = [int(m[0]) for n in range(len(script.rows))
        if (m := re.match(r"\d{1,4}(?=\t|[.、]|[一-鿿])", _row(script, n)))]
    named = sum(bool(re.search(rf"{COMPANY}(?:\t|$)", _row(script, n))) for n in range(len(script.rows)))
    counted = len(numbers) >= 2 and all(b == a + 1 for a, b in zip(numbers, numbers[1:], strict=False))
    return named >= 1 and (counted or bool(numbers and numbers[0] > 1))


def _row(script: Script, number: int) -> str:
    return script.text[slice(*script.row_span(number))]


NOTICE = Kind(
    type="official_notice",
    titles=(
        r"关于.{2,80}(?:通知|公告|公示|决定|通报|名单|批复)(?:\(.*\))?",
        r"^(?!根据|依据|按照|为)[一-鿿]{2,24}?(?:(?:厅|局|委|委员会|部|办公室|政府|小组|总局)[一-鿿]{0,16}?){1,5}关于.{2,80}(?:通知|公告|公示|决定|通报|批复)(?:\(.*\))?$",
        r".{3,24}(?:厅|局|委员会|部|办公室|政府|领导小组)文件",
        r"^[^,。;:《]{4,60}公示(?:\(.*\))?$",
    ),
    read=_notice,
    pages=60,
    follows=("附件", "名单", "序号", "企业名称"),
    goes_on=_listing,
    rank=-1,
    title_rows=12,
    source="GB/T 9704—2012; dossier C.19",
)

LIST_ONLY = "LIST_ONLY"
"""A list without the notice that publishes it: no number, no seal, no office."""

ANNEX = Kind(
    type="official_notice",
    titles=(
        r"^(?:附件\d?:?)?(?:20\d\d年度?)?(?:第[一二三四五六七八九十\d]+批(?:次)?)?[^,。;]{0,16}?(?:"
        + "|".join(pattern for _, pattern in TOPICS)
        + r")[^,。;]{0,24}?(?:名单|公布名单|认定结果|汇总表|推荐目录|立项清单)(?:\([^)]*\))?$",
    ),
    needs=("公司|大学|研究院",),
    refuse=("专利号", "登记号", "我公司", "本公司"),
    read=lambda script: replace(found := _notice(script), flags=(*found.flags, LIST_ONLY)),
    annexed=True,
    pages=60,
    follows=("序号", "企业名称"),
    goes_on=_listing,
    rank=-2,
    title_rows=4,
    source="dossier C.20 official_notice: the list alone, without number and seal",
)


OFFICE = r"[一-鿿]{3,20}(?:厅|局|委员会|部|政府)"


def _certified(script: Script) -> Found:
    """First sets have certificates, too; the year is that of the list, else of the day."""
    signed = last_date(script, "date")
    named = matched(script, "level", _first_set_level, r"(?P<v>(?:国际|国内|省内)(?=\t?首))")
    facts = [signed, named, signed_by(script, OFFICE)]
    if signed is not None and not re.search(r"20\d\d年度", script.text):
        facts.append(replace(signed, name="year", value=int(str(signed.value)[:4])))
    return Found(tuple(f for f in facts if f is not None))


def _first_set_level(text: str) -> Reading | None:
    return next((Reading(name) for name, pattern in LEVELS if re.search(pattern, text)), None)


FIRST_SET = Kind(
    type="first_set_notice",
    titles=(r"[^,。;]{0,16}(?:首台\(?套\)?|首批次|首版次)[^,。;]{0,16}?(?:认定)?证书",
        r"[^,。;]{0,16}(?:首台\(?套\)?|首批次|首版次)[^,。;]{0,10}认定(?:通知书|证明)"),
    fields=(
        FieldSpec("title", titled, ("产品名称", "装备名称", "材料名称", "软件名称", "产品名称及型号", "产品(装备)名称"), wraps=True,
                  flows=(r"(?:研制|开发|生产|申报)的[“\"《](?P<v>[^”\"》]{4,60})[”\"》]",)),
        FieldSpec("holder", parties, ("企业名称", "研制单位", "申报单位", "单位名称", "研制企业", "生产企业"), wraps=True,
                  flows=(r"(?P<v>[一-鿿()]{4,40}?公司)(?:研制|开发|生产|申报)的",
                      r"^(?:.{0,40}证书)?(?P<v>[一-鿿()]{4,40}?公司):")),
        FieldSpec("level", _first_set_level, ("认定类别", "认定级别", "级别", "类别", "认定等级"),
                  flows=(r"(?P<v>国际|国内|省内)首",)),
        FieldSpec("year", year, ("年度", "认定年度"), flows=(r"(?P<v>20\d\d)年度",)),
        FieldSpec("number", text_of, ("证书编号", "编号", "证书号")),
    ),
    refuse=("公示", "关于", "申报书", "工程化攻关"),
    read=_certified,
    rank=1,
    title_rows=8,
    source="dossier C.7",
)  # fmt: skip

KINDS = (FIRST_SET, NOTICE, ANNEX)
