"""Science awards: certificates as a table or as running text (dossier C.8)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from extractors.exhibit import Fact
from extractors.kinds.fields.days import year
from extractors.kinds.fields.facts import in_flow, labelled, make_fact
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.standing import DATE_ROW, last_date, matched
from extractors.kinds.fields.texts import one_of, organisations, person, text_of, titled
from extractors.kinds.honours.topics import topic_of
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.tables.companies import COMPANY
from extractors.layout import Script
from extractors.plain import plain

AWARDS = (
    r"国家(?:最高科学技术奖|自然科学奖|技术发明奖|科学技术进步奖|科技进步奖)|"
    r"(?!年|度|别|种|称|项)(?:(?!类别|奖种|奖项|名称)[一-鿿]){2,6}?(?:省|市)(?:人民政府)?(?:科学技术进步奖|科技进步奖|科学技术奖|技术发明奖|自然科学奖|科技大奖)|"
    r"(?!年|度|别|种|称|项)(?:中国|[一-鿿]{2,6}省)?(?:(?!类别|奖种|奖项|名称)[一-鿿]){0,12}?(?:协会|学会|联合会|工业)?(?:科学技术进步奖|科学技术奖|科技进步奖|技术发明奖)"
)

SIGNATURE = re.compile(r"[一-鿿]{3,24}(?:政府|厅|局|委员会|部|国务院|办公室|协会|学会|联合会|商会|联盟|公司|中心|研究院)")
GOVERNMENT = re.compile(r"政府|厅$|局$|委员会$|部$|国务院|办公室$")
ASSOCIATION = re.compile(r"协会|学会|联合会|商会|联盟|公司$|机械工业")
RATING = re.compile(r"A{3,}级?|信用等级|信用企业|守合同重信用")

GRADES = ("特等奖", "一等奖", "二等奖", "三等奖", "优秀奖", "提名奖")


def _grade(text: str) -> Reading | None:
    cleaned = plain(text).replace("壹等", "一等").replace("贰等", "二等").replace("叁等", "三等")
    return one_of(*GRADES)(cleaned if "奖" in cleaned else re.sub(r"等$", "等奖", cleaned))


ENGLISH_TITLE = re.compile(r"^[^一-鿿]*?(?:CERTIFICATE|HONOU?R|AWARD|MEDAL)[^一-鿿]*(?=[一-鿿])", re.IGNORECASE)
"""What a certificate in two languages prints below its title."""


def _winner(text: str) -> Reading | None:
    """The unit's name without the place that stands in brackets behind it."""
    text = ENGLISH_TITLE.sub("", text.replace(" ", ""))
    return organisations(re.sub(r"[(（]第?[\d一二三四五六七八九十]+\s*(?:完成单位|名)?[)）]?.*$", "", text))


def _rank(text: str) -> Reading | None:
    numerals = {c: n for n, c in enumerate("一二三四五六七八九十", 1)}
    match = re.search(r"(?:第(?![一二三四五六七八九十\d]+(?:汽车|机床|建筑|重型|医院|人民))|排名第?)(\d{1,2}|[一二三四五六七八九十])|R(\d{1,2})", plain(text))
    if match is None:
        return None
    found = match[1] or match[2]
    return Reading(int(found) if found.isdigit() else numerals[found])


def _number(text: str) -> Reading | None:
    """A certificate's number without the English that stands beside it."""
    return text_of(re.sub(r"^(?:No\.?:?)|(?<=\d)[A-Z][a-z]{3,}.*$", "", re.sub(r"\s", "", text)))


FIELDS = (
    FieldSpec("title", titled, ("项目名称", "成果名称", "获奖项目"), wraps=True, flows=(
        r"(?:完成|参与完成|主持完成|承担|单位)的?[“\"《](?P<v>.{4,80}?)[”\"》]",
        r"[“\"《](?P<v>.{4,80}?)[”\"》](?:项目|荣获|获|成果)",
    )),
    FieldSpec("grade", _grade, ("奖励等级", "获奖等级", "等级", "奖励级别"), flows=(
        r"(?:荣获|获得|获|授予)[^。]{0,40}?(?P<v>[特一二三壹贰叁]等奖)",
        r"(?P<v>[特一二三壹贰叁]等奖)",
    )),
    FieldSpec("holder", _winner, ("获奖单位", "获奖者", "完成单位", "主要完成单位"), wraps=True, flows=(
        r"授予(?P<v>[^,。]{4,40}?(?:公司|大学|院|所|中心|集团))",
        r"证书(?P<v>[^:,。]{4,40}?(?:公司|大学|院|所|中心|集团))[:;]",
        r"(?:证书|^)(?P<v>(?:(?!证书)[^:,。]){4,40}?(?:公司|大学|院|所|中心))[一-鿿]{2,4}同志",
        r"^(?P<v>[^:,。]{4,40}?(?:公司|大学|院|所|中心|集团|厂))(?:荣获|被评为)",
        r"^(?:.{0,3}证书?)?(?P<v>[^:,。书证]{4,40}?(?:公司|大学|院|所|中心|集团))[:;]你单位",
    )),
    FieldSpec("person", person, flows=(r"(?:证书|奖状|^)(?P<v>(?!证书|奖状)[一-鿿·]{2,6}?)(?:同志|先生|女士)[(:,]",)),
    FieldSpec("holder", _winner, flows=(r"(?:^|证书|奖状)[一-鿿·]{2,6}?(?:同志|先生|女士)\((?P<v>[^()]{4,40}?(?:公司|大学|院|所|中心|集团))\)",)),
    FieldSpec("rank", _rank, ("获奖单位", "获奖者", "完成单位", "单位排名", "排名", "名次"), wraps=True, flows=(r"(?P<v>第(?:\d{1,2}|[一二三四五六七八九十])完成单位)", r"(?P<v>排名第?(?:\d{1,2}|[一二三四五六七八九十]))")),
    FieldSpec("number", _number, ("证书号", "证书编号"), flows=(r"证书(?:编)?号[:;](?P<v>[\dA-Z][\dA-Z\-]{5,24}?)(?=(?:19|20)\d\d年|[^\dA-Z\-]|$)",)),
)


WINNERS = FieldSpec("holder", _winner, flows=(
    r"(?:获奖者|获奖单位|主要完成单位|完成单位)[:;]?(?P<v>[^:。]{4,400}?(?:公司|大学|学院|院|所|中心|集团|厂))(?=证书|奖励|授奖|编号|项目|中华人民共和国|[一-鿿]{2,4}省人民政府|\d|$)",
))  # fmt: skip


def _award(script: Script) -> Found:
    flow = Flow(script)
    facts: dict[str, Fact] = labelled(script, FIELDS)
    # Winners over several lines begin at the left margin again, under their own label: running text says where they end.
    winners = in_flow(script, flow, WINNERS)
    if winners is not None and "holder" in facts and str(winners.value).startswith(str(facts["holder"].value)):
        facts["holder"] = winners
    # Running text breaks an award's name at the end of its row: after a year it is read over the break.
    dated_award = FieldSpec("award", text_of, flows=(rf"(?:19|20)\d\d年度?(?P<v>{AWARDS})",))
    award = in_flow(script, flow, dated_award) or matched(script, "award", text_of, rf"(?P<v>{AWARDS})") or matched(
        script, "award", text_of, r"(?:荣获|被评为|授予)\n(?P<v>[^\n。,]{4,40})(?=\n)"
    ) or in_flow(
        script, flow, FieldSpec("award", text_of, flows=(r"(?:被评为|评为|授予|荣获)(?:你单位|贵公司)?(?:20\d\d年度?)?[“\"]?(?P<v>[^,。“”\"]{4,30})[”\"]?(?:称号)?[,。]",))
    )
    award = _of_category(script, award)
    year_of = in_flow(
        script,
        flow,
        FieldSpec(
            "year",
            year,
            flows=(
                r"(?P<v>(?:19|20)\d\d)年度",
                r"(?P<v>(?:19|20)\d\d)(?=获奖单位)",
                r"证书(?:编)?号[:;]?(?P<v>(?:19|20)\d\d)-",
                r"奖励年度[:;]?(?P<v>(?:19|20)\d\d)",
                r"(?:荣获|入选)(?P<v>(?:19|20)\d\d)年",
            ),
        ),
    )
    signed = last_date(script, "date")
    if year_of is None and signed is not None:
        year_of = replace(signed, name="year", value=int(str(signed.value)[:4]))
    for fact in (award, year_of, signed, _issuer(script, facts)):
        if fact is not None:
            facts.setdefault(fact.name, fact)
    return Found(tuple(facts.values()), type=_type(script, facts))


CATEGORY = re.compile(r"(?:奖励类别|奖项类别|奖种|奖励种类|奖项名称)\t?[:;]?\t?[一-鿿]{0,6}?(?P<v>科学技术进步奖|技术发明奖|自然科学奖|国际科学技术合作奖)")


def _of_category(script: Script, award: Fact | None) -> Fact | None:
    """«浙江省科学技术奖» with the category 科学技术进步奖 is the province's prize of that category."""
    match = CATEGORY.search(script.text)
    if award is None or match is None or not str(award.value).endswith("科学技术奖"):
        return award
    return replace(award, value=str(award.value).removesuffix("科学技术奖") + match["v"])


def _issuer(script: Script, facts: Mapping[str, Fact]) -> Fact | None:
    """Who signed: the last cell that is nothing but an organisation's name, and not the winner's."""
    winner = str(facts["holder"].value) if "holder" in facts else ""
    cells = list(re.finditer(r"[^\t\n]+", script.text))
    for match in reversed(cells):
        if SIGNATURE.fullmatch(match[0]) and match[0] not in winner:
            return make_fact(script, "issuer", text_of, [match.span()])
    return None


def _type(script: Script, facts: Mapping[str, Fact]) -> str:
    """A certificate of honour is what its words and its signature make of it."""
    text = re.sub(r"[\t\n]", "", script.text)
    issuer = str(facts["issuer"].value) if "issuer" in facts else ""
    if RATING.search(text) or ASSOCIATION.search(issuer) or (not issuer and _of_members(script)):
        return "association_honour"
    award = str(facts["award"].value) if "award" in facts else ""
    if ASSOCIATION.search(award):
        return "association_honour"
    if re.search(AWARDS, award) or (award and GOVERNMENT.search(issuer)):
        return "science_award"
    topic = topic_of(text)
    return topic or ("official_notice" if GOVERNMENT.search(issuer) else "association_honour")


def _of_members(script: Script) -> bool:
    """Whether what stands over the day ends like an association, however much of its name a seal spoiled."""
    rows = [script.text[slice(*script.row_span(n))] for n in range(len(script.rows))]
    over = (above for above, below in pairwise(rows) if DATE_ROW.search(below))
    return any(row.endswith("会") and not row.endswith("委员会") for row in over)


OFFICE_AND_DAY = (
    r"^(?=.{16,150}$)[^。;]*(?:厅|局|委员会|政府|办公室|协会|学会|联合会|商会|促进会)(?:(?:19|20)\d\d|[二〇○零Oo0一九]{4})年[^。;]*$"
)
"""A page that is nothing but a few words, an office or association, and a day."""

MEMBER_AND_TERM = r"^(?=.{10,150}$)[^。;]*(?:会长|理事长|理事|会员|副主席)单位[^。;]*(?:协会|学会|联合会|商会|促进会|联盟)[^。;]*$"
"""A page that is nothing but a rank among members, and whose; its term or its day or neither."""

LABELS = re.compile(r"企业|单位|平台|中心|基地|工厂|车间|产品|精品|实验室|团队|研究院")


def _handed(text: str) -> Reading | None:
    return organisations(re.sub(r"^授予[:：;]?", "", re.sub(r"\s", "", text)))


def _plaque(script: Script) -> Found:
    """A plaque: who, what it is called now, who says so, when; a row for each."""
    rows = [script.row_span(n) for n in range(len(script.rows))]
    texts = [script.text[a:b].replace("\t", "") for a, b in rows]
    holder = next((n for n, text in enumerate(texts) if re.fullmatch(rf"(?:授予[:;]?)?{COMPANY}", text)), None)
    named = [n for n, text in enumerate(texts) if n != holder and re.search(rf"(?:{LABELS.pattern})[”\"]?$", text) and not SIGNATURE.fullmatch(text)]
    facts: list[Fact | None] = [
        make_fact(script, "holder", _handed, [rows[holder]]) if holder is not None else None,
        make_fact(script, "award", titled, [rows[named[0]]]) if named else None,
        in_flow(script, Flow(script), FieldSpec("year", year, flows=(r"(?P<v>(?:19|20)\d\d)年度", r"(?P<v>(?:19|20)\d\d)年"))),
        last_date(script, "date"),
    ]
    found = {fact.name: fact for fact in facts if fact is not None}
    if "date" in found and "year" not in found:  # 二〇二〇年十二月
        found["year"] = replace(found["date"], name="year", value=int(str(found["date"].value)[:4]))
    if (issuer := _issuer(script, found)) is not None:
        found["issuer"] = issuer
    text = re.sub(r"[\t\n]", "", script.text)
    topic = topic_of(text) or "official_notice"
    return Found(tuple(found.values()), type="association_honour" if ASSOCIATION.search(str(issuer.value if issuer else "")) else topic)


LISTED = ("项目名称主要完成单位", "成果名称主要完成单位", "项目名称完成单位", "项目名称获奖单位", "项目名称主要完成人")
"""Heads beside each other: a list of prizes, no certificate of one."""

REPORTED = ("来源:", "浏览次数", "阅读量", "责任编辑", "公众号", "记者", "通讯员", "本报讯")
"""Words of news: that somebody won is reported, not certified."""

SCIENCE_AWARD = Kind(
    type="science_award",
    titles=(
        rf"^(?!.*(?:荣获|喜获|斩获|获得|获评|获批))(?:(?:19|20)\d\d年度?)?(?:{AWARDS})(?:获奖)?(?:证书|荣誉证书)?",
        "(?:国家)?科学技术奖励证书",
    ),
    marks=("奖励等级", "获奖单位", "项目名称", "科学技术进步奖", "特颁发此证书", "获奖者"),
    enough=3,
    refuse=("公示", "申报", "名单的通知", "推荐", *LISTED, *REPORTED),
    read=_award,
    title_rows=8,
    source="浙江省科学技术奖励办法 (省政府令第379号); dossier C.8",
)

HONOUR = Kind(
    type="association_honour",
    titles=("荣誉证书", "获奖证书", "奖状", "表彰证书", "^(?:荣获|被评为)$"),
    marks=("荣获", "特发此证", "你单位", "以资鼓励", "特颁发此证书", "被评为", "授予", "入选"),
    enough=2,
    refuse=("公示", "申报", "名单的通知", "专利", "著作权", "许可证", *LISTED, *REPORTED),
    read=_award,
    rank=-1,
    source="dossier C.8, C.9",
)

PLAQUE = Kind(
    type="association_honour",
    titles=(rf"^[“\"]?(?!.*(?:公司|材料|证明|目录))[^,。;:]{{1,24}}(?:{LABELS.pattern})[”\"]?(?:\([^)]{{2,12}}\))?$",),
    needs=(OFFICE_AND_DAY, MEMBER_AND_TERM),
    refuse=("公示", "申报", "名单", "通知", "证书编号", "编号:", "专利", "著作权", "许可证", "报告", "规范", "标准", *REPORTED),
    read=_plaque,
    rank=-3,
    title_rows=6,
    source="dossier C.9, C.11: plaques say in four rows what certificates say in sentences",
)
