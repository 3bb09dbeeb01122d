"""What a platform counts of itself: developers, components, applications.

Registered developers are no active ones: `devs` is the figure that the paper gives for developers, `active`
whether it calls them active.
"""

import re
from collections.abc import Iterator

from extractors.exhibit import Fact
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import LEAD, counted, party
from extractors.kinds.fields.standing import matched
from extractors.kinds.fields.texts import one_of, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.tables.pieces import pieces
from extractors.layout import Script

MISSED = 3
"""Serial numbers may skip to the third: a reader misses single figures."""


def _figures(script: Script) -> Found:
    """How long the list is, by its own serial numbers: the figure above it can be compared."""
    serial: list[tuple[int, int]] = []
    for number in range(len(script.rows)):
        first = pieces(script, number)[:1]
        match = (
            re.match(r"\d{1,4}(?![\d,.年%])", script.text[first[0].start : first[0].end]) if first else None
        )
        before = int(script.text[slice(*serial[-1])]) if serial else None
        if match and int(match[0]) in (range(before + 1, before + MISSED + 1) if before is not None else (1, 2)):
            serial.append((first[0].start, first[0].start + match.end()))
    facts: list[Fact | None] = [*_counted(script), _named(script)]
    if len(serial) >= 2:
        facts.append(make_fact(script, "listed", counted, [serial[-1]]))
    return Found(tuple(f for f in facts if f is not None))


COUNTED = (
    ("devs", r"集聚(?:\([^)]*\))?(?:的)?开发者(?:数量?|总数|人数)?(?:\([^)]*\))?"),  # the form's own word
    ("devs", r"活跃(?:的)?开发者(?:数量?|总数|人数)?(?:\([^)]*\))?"),
    ("devs", r"(?:集聚|累计|注册|入驻)?(?:的)?开发者(?:数量?|总数|人数)?(?:\([^)]*\))?"),
    ("apps", r"(?:集成(?:的)?)?(?:应用组件|组件|工业APP|APP|应用|产品|解决方案|[、及和,])+(?:总数|数量?|合计)?(?:\([^)]*\))?"),
)
"""Lines of a table of figures: what is counted, the word that says most first."""


def _counted(script: Script) -> Iterator[Fact | None]:
    """The figures at the ends of their lines, where the line begins with what they count: 指标, 单位, 数值."""
    found: set[str] = set()
    for name, label in COUNTED:
        for number in range(len(script.rows)):
            row = pieces(script, number)
            if name in found or not 2 <= len(row) <= 4 or not re.fullmatch(label, script.text[row[0].start : row[0].end]):
                continue
            if re.fullmatch(r"\d[\d,]*(?:\.\d+)?万?(?:个|人|名|家|款)?", script.text[row[-1].start : row[-1].end]):
                found.add(name)
                yield make_fact(script, name, counted, [(row[-1].start, row[-1].end)])


def _named(script: Script) -> Fact | None:
    """The platform's name from the headline: 某某平台运营数据统计表."""
    return matched(script, "title", titled, r"(?:^|\n)(?P<v>[^\t\n,。:;]{2,30}?平台)(?=(?:运营|运行|使用)(?:数据|情况|统计))")


STATISTICS = Kind(
    type="platform_statistics",
    titles=(
        rf"^{LEAD}(?:平台)(?:运营|运行|使用|统计|应用)(?:数据|情况|统计)?(?:统计)?(?:表|报告|说明|证明|截图|概览|数据)$",
        rf"^{LEAD}(?:开发者|注册用户|用户|组件|(?:工业)?APP|应用|解决方案|微服务|模型)(?:数量)?(?:统计|清单|明细|列表|台账|数据|概览)(?:表|报告|说明)?$",
        rf"^{LEAD}平台[^,。]{{0,10}}(?:测试|检测|测评)报告$",
    ),
    fields=(
        FieldSpec("title", titled, ("平台名称", "被测平台", "系统名称", "样品名称", "产品名称"),
            flows=(r"(?:^|证明|说明|报告|。)(?P<v>(?:(?!证明|说明|报告)[^,。:;]){3,40}?平台)(?:是)?由[^,。:;]{4,40}?(?:建设|运营|研发|开发)",)),
        FieldSpec(
            "holder",
            party,
            (
                "运营单位",
                "建设单位",
                "运营主体",
                "单位名称",
                "企业名称",
                "委托单位",
                "平台运营单位",
                "填报单位",
            ),
            wraps=True,
            flows=(r"由(?P<v>[^,。:;]{4,40}?公司)(?:负责)?(?:投资)?(?:建设|运营|研发|开发)",),
        ),
        FieldSpec(
            "devs",
            counted,
            (
                "集聚(注册)开发者数量",
                "集聚开发者数量",
                "注册开发者数量",
                "累计开发者数量",
                "活跃开发者数量",
                "活跃开发者",
                "开发者数量",
                "开发者总数",
                "开发者人数",
                "注册开发者",
                "开发者",
            ),
            flows=(
                r"(?:活跃|注册|入驻)?开发者(?:数量?|总数|人数)?(?:达到?|共|为|已达|累计|超过|:|\((?:人|个|名|位)\)|\((?:近|最近)[^)]{1,8}\)(?=:|为|达))*(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:人|个|名|家)?",
                r"(?P<v>\d[\d,]*)(?:名|个|位)(?:活跃|注册)?开发者",
            ),
        ),
        FieldSpec(
            "apps",
            counted,
            (
                "应用组件、APP、产品和解决方案数量",
                "应用组件、APP、产品和解决方案",
                "组件、APP及解决方案数量",
                "工业APP数量",
                "APP数量",
                "应用数量",
                "组件数量",
                "解决方案数量",
                "集成应用数量",
                "组件总数",
                "工业APP总数",
                "应用总数",
                "集成组件、APP、解决方案数量",
            ),
            flows=(
                r"(?:工业APP|APP|组件|应用|解决方案)(?:数量?|总数|合计)?(?:达到?|共|为|已达|累计|超过|:|\(个\))+(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:个|款|套|项)?",
                r"(?P<v>\d[\d,]*)(?:个|款|套)(?:工业)?(?:组件|APP|解决方案)",
            ),
        ),
        FieldSpec("active", one_of("活跃"), flows=(r"(?P<v>活跃)开发者",)),
        FieldSpec(
            "asof",
            dated,
            (
                "统计截止日期",
                "统计时间",
                "统计日期",
                "截止时间",
                "截止日期",
                "数据截止",
                "数据时间",
                "导出时间",
            ),
            flows=(
                r"截[至止](?:到)?(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",
                r"(?:统计时间|统计周期)[:;]?[^。]{0,14}(?:至|-)(?P<v>20\d\d(?:年|-)\d{1,2}(?:月|-)\d{1,2})",
            ),
        ),
        FieldSpec("number", text_of, ("报告编号", "编号")),
    ),
    needs=("开发者", "组件", "APP", "解决方案", "微服务"),
    refuse=("名单的通知", "的公示", "软件著作权登记"),
    read=_figures,
    pages=30,
    reprints=True,
    follows=("开发者", "组件名称", "APP名称", "应用名称", "测试结果", "序号"),
    title_rows=8,
    source="dossier C.20 platform_statistics",
)
