"""Official notices: what they announce, and the list of those whom they name (dossier C.19).

Only a notice that publishes a result (公布, 认定, 授予) supports an honour; a call for applications
and a publicity (公示) look much the same and support nothing. The claim is supported by a row of
the list, not by the notice: every row is read, whoever it names.
"""

import re
from dataclasses import replace

from extractors.exhibit import Fact, Row
from extractors.kinds.facts import fact_of, make_fact
from extractors.kinds.kind import Found, Kind, Reading
from extractors.kinds.parsing import text_of, year
from extractors.kinds.standing import last_date, matched
from extractors.kinds.table import list_rows
from extractors.layout import Script

NUMBER = r"(?P<v>[一-鿿]{2,10}(?:便?函|发|办|字)?[〔\[【(（][12]\d{3}[〕\]】)）]第?\d{1,4}号)"

CALL = re.compile(r"(?:组织|开展).{0,30}(?:申报|推荐|征集|遴选)|申报工作|征集|推荐工作|申报的通知|组织申报")
PUBLICITY = re.compile(r"公示|拟(?:认定|入选|推荐|授予|列入|入围)")
PRE_STAGE = re.compile(r"(?:培育|创建)(?:库|名单|对象|企业)")

TOPICS = (
    ("first_set_notice", r"首台\(?套\)?|首批次|首版次"),
    ("zj_premium_product", r"浙江制造精品"),
    ("bigdata_honour_notice", r"大数据(?:应用示范|产业发展试点示范|示范)"),
    ("cloud_honour_notice", r"上云标杆|云上企业|行业云应用示范平台|上云"),
    ("talent_notice", r"领军型创新创业团队|领军人才|万人计划|高层次人才"),
    ("solution_collection_notice", r"解决方案"),
    ("platform_recognition", r"重点企业研究院|企业研究院|研发中心|研究开发中心|工程研究中心|企业技术中心|工业互联网平台|重点实验室|创新平台"),
    ("consortium_document", r"创新联合体|共同体|产业联盟"),
    ("quality_award", r"质量奖"),
    ("pilot_demo_notice", r"试点示范|典型案例|未来工厂|智能工厂|数字化车间|最佳应用|示范项目|应用场景"),
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
    topic = title or "".join(script.text[a:b] for a, b in map(script.row_span, range(min(6, len(script.rows)))))
    facts: list[Fact | None] = [
        matched(script, "doc", text_of, NUMBER),
        _issuer(script, spans),
        make_fact(script, "subject", text_of, spans) if spans else None,
        _award(script, title, spans),
        _year(script, title, spans),
        _level(script, title, spans),
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
    r"(?:组织申报|申报|推荐|征集|公布|认定|授予|下达|表彰|命名|确认|发布|公示)(?:拟)?(?:(?:19|20)\d\d年度?|第[一二三四五六七八九十\d]+批(?:次)?)*(?P<v>.+?)(?:\(第[一二三四五六七八九十\d]+批\))?(?:认定)?(?:入选|入围)?(?:的?名单|结果|的通知|的决定|称号|的公告|的公示|等)"
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


NOTICE = Kind(
    type="official_notice",
    titles=(r"关于.{2,80}(?:通知|公告|公示|决定|通报|名单|批复)(?:\(.*\))?", r".{3,24}(?:厅|局|委员会|部|办公室|政府)文件"),
    read=_notice,
    pages=60,
    follows=("附件", "名单", "序号", "企业名称"),
    rank=-1,
    title_rows=12,
    source="GB/T 9704—2012; dossier C.19",
)

KINDS = (NOTICE,)
