"""What a notice is about, and whether it publishes anything: a call, a publicity and a result look much the same."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import fact_of
from extractors.kinds.kind import Reading
from extractors.layout import Script

CALL = re.compile(r"(?:组织|开展).{0,30}(?:申报|推荐|征集|遴选)|申报工作|征集|推荐工作|(?:申报|推荐)的?通知|组织申报|申报指南")

PUBLICITY = re.compile(r"公示|拟(?:认定|入选|推荐|授予|授奖|立项|列入|入围|支持|确定|表彰)")

PRE_STAGE = re.compile(r"(?:培育|创建)(?:库|名单|对象|企业)|工程化攻关|攻关项目|提名|候选")

TOPICS = (
    ("official_notice", r"工程化攻关|攻关项目"),  # a development project of a machine is no first set
    ("first_set_notice", r"首台\(?套\)?|首批次|首版次"),
    ("zj_premium_product", r"浙江制造精品"),
    ("bigdata_honour_notice", r"大数据(?:应用示范|产业发展试点示范|示范|优秀应用)"),
    ("cloud_honour_notice", r"上云标杆|云上企业|行业云应用示范平台|上云"),
    ("talent_notice", r"领军型创新创业团队|创新创业团队|领军型(?:创新|创业)团队|领军人才|万人计划|高层次人才|鲲鹏行动|创新团队|人才工程|引才(?:计划|工程)|英才(?:计划|工程)|人才(?:引进)?计划"),
    ("major_project", r"重点研发|科技重大专项|重大科技专项|科技创新2025重大专项|科技创新2030|尖兵|领雁|科技计划项目"),
    ("xinchuang_entry", r"信创.{0,8}(?:目录|名录)|安全可靠测评结果"),
    ("solution_collection_notice", r"解决方案|案例(?:集|汇编)|优秀案例"),
    ("consortium_document", r"创新联合体|共同体|产业联盟|战略联盟"),
    ("platform_recognition",
        r"重点企业研究院|企业研究院|研发中心|研究开发中心|工程研究中心|企业技术中心|工程实验室|工业互联网平台|重点实验室|创新平台|制造业创新中心|公共服务平台|双创平台"),
    ("quality_award", r"质量奖"),
    ("science_award", r"科学技术(?:进步)?奖|科技(?:进步)?奖|技术发明奖|自然科学奖|科技大奖"),
    ("pilot_demo_notice", r"试点示范|典型案例|未来工厂|智能工厂|数字化车间|最佳应用|示范项目|应用场景|示范企业|标杆企业|示范基地"),
)


def type_of(topic: str) -> str:
    """The type of a notice of that title: what it publishes, unless it only calls for it or proposes it."""
    if CALL.search(topic):
        return "call_for_application"
    if PUBLICITY.search(topic):
        return "publicity_notice"
    return next((type_ for type_, pattern in TOPICS if re.search(pattern, topic)), "official_notice")


AWARD = re.compile(
    r"(?<!拟)(?:组织申报|申报|推荐|征集|公布|认定|授予|下达|表彰|命名|确认|发布|公示)(?:拟)?(?:(?:19|20)\d\d年度?|第[一二三四五六七八九十\d]+批(?:次)?)*(?P<v>(?!名单|结果).+?)(?:\(第[一二三四五六七八九十\d]+批\))?(?:认定)?(?:(?:入选|入围|获奖)(?:组织|单位|企业|成果|项目|人选)?)?(?:的?名单|结果|的通知|的通报|的决定|的函|称号|的公告|的公示|等)"
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
