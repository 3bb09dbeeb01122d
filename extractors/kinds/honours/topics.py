"""What a notice is about, and whether it publishes anything: a call, a publicity and a result look much the same."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import fact_of
from extractors.kinds.kind import Reading
from extractors.layout import Script

_TABLE = tomllib.loads(files(__package__).joinpath("topics.toml").read_text(encoding="utf-8"))


def _any(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns))


CALL, PUBLICITY, PRE_STAGE = (_any(_TABLE[name]) for name in ("call", "publicity", "pre_stage"))

TOPICS: tuple[tuple[str, re.Pattern[str]], ...] = tuple((one["type"], _any(one["patterns"])) for one in _TABLE["topics"])
"""Types of notices by what their titles name; the first that is found counts."""


def topic_of(text: str) -> str:
    """The type of a notice that names such a topic; «» where it is none of ours."""
    return next((type_ for type_, pattern in TOPICS if pattern.search(text)), "")


def type_of(topic: str) -> str:
    """The type of a notice of that title: what it publishes, unless it only calls for it or proposes it."""
    if CALL.search(topic):
        return "call_for_application"
    if PUBLICITY.search(topic):
        return "publicity_notice"
    return topic_of(topic) or "official_notice"


AWARD = re.compile(
    r"(?<!拟)(?:组织申报|申报|推荐|征集|公布|认定|授予|下达|表彰|命名|确认|发布|公示)(?:拟)?(?:(?:19|20)\d\d年度?|第[一二三四五六七八九十\d]+批(?:次)?)*(?P<v>(?!名单|结果).+?)(?:\(第[一二三四五六七八九十\d]+批\))?(?:认定)?(?:(?:入选|入围|获奖)(?:组织|单位|企业|成果|项目|人选)?(?:和(?:个人|单位))?)?(?:的?名单|结果|的通知|的通报|的决定|的函|称号|的公告|的公示|等)"
)

PLAIN_AWARD = re.compile(r"关于(?:(?:19|20)\d\d年度?)?(?P<v>.+?)(?:拟?(?:认定|入选|推荐))?(?:的?名单|结果)")


def script_quote(script: Script, spans: list[tuple[int, int]]) -> str:
    """What stands in some stretches, gaps left out."""
    return "".join(re.sub(r"[\t\n]", "", script.raw[a:b]) for a, b in spans)


def award_named(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    """The honour that the title names, without year and batch."""
    match = AWARD.search(title) or PLAIN_AWARD.search(title)
    if match is None:
        return None
    name = re.sub(r"^(?:20\d\d年度?|第[一二三四五六七八九十\d]+批)", "", match["v"])
    return fact_of(script, "award", Reading(name), script_quote(script, spans), spans)


def level_named(script: Script, title: str, spans: list[tuple[int, int]]) -> Fact | None:
    """A city's own list of first sets is no list of the province's; the title says whose it is."""
    match = re.search(r"[一-鿿]{2,3}[市区县](?=首台)", title)
    return fact_of(script, "level", Reading("市级"), match[0], spans) if match else None
