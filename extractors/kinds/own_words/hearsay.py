"""What is handed in and proves nothing: news, screenshots, what a company says or lists of itself.

Its kind is known so that it is named for what it is and never taken for the thing it speaks of. It is
asked last: a notice that was printed from an office's website is still that notice.
"""

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import titled
from extractors.kinds.kind import Found, Kind
from extractors.layout import Script


def _headline(script: Script) -> Found:
    """Its headline, the largest print near the top, and its day."""
    rows = [(n, row) for n, row in enumerate(script.rows[:10]) if len(row.text) >= 4]
    tallest = max((row.height for _, row in rows), default=0.0)
    first = next((n for n, row in rows if row.height >= 0.95 * tallest), None)
    facts: list[Fact | None] = [last_date(script, "date")]
    if first is not None:
        facts.append(make_fact(script, "subject", titled, [script.row_span(first)]))
    return Found(tuple(f for f in facts if f is not None))


LISTED = r"(?:情况|证书|授权)?(?:清单|一览表?|汇总表?|统计表|明细表?|列表|目录表)(?:\([^)]{1,16}\))?$"

OWN_LIST = Kind(
    type="news_or_screenshot",
    titles=(rf"^[^,。;:《]{{0,30}}?(?:荣誉|资质|获奖|专利|知识产权|软件著作权|软著|著作权|证书){LISTED}",),
    refuse=("附件", "公示期", "厅文件", "局文件"),
    read=_headline,
    rank=4,  # its rows name prizes and patents, and it is none of them
    pages=20,
    follows=("序号",),
    title_rows=6,
    source="dossier C.20 news_or_screenshot: self-made lists",
)

SELF_MADE = Kind(
    type="news_or_screenshot",
    titles=(
        rf"^[^,。;:《]{{0,30}}?(?:标准|成果|奖项|人才|项目|合同|案例|客户){LISTED}",
        r"^[^,。;:《]{0,30}?(?:情况说明|自述材料|自评报告|自我评价(?:报告)?|自我声明|企业简介|公司简介|公司介绍|企业概况|产品介绍|产品彩页|宣传册|说明材料|工作总结)$",
        r"^[^,。;:《]{0,40}?(?:项目|计划|企业|平台|认定|团队|奖励?)(?:申报书|申请书|申请表|申报表|推荐书|推荐表)$",
        r"^[^,。;:《]{0,30}?(?:网页|系统|后台|页面|查询|控制台)截图$",
    ),
    refuse=("附件2", "附件1", "公示期", "特此公告"),
    read=_headline,
    rank=-4,
    pages=20,
    title_rows=6,
    source="dossier C.20 news_or_screenshot",
)

NEWS = Kind(
    type="news_or_screenshot",
    titles=(
        r"^(?:新闻中心|新闻动态|公司新闻|企业动态|新闻资讯|媒体报道|要闻|头条|行业资讯)$",
        r"^(?:首页|您?当前位置|您的位置)[:>›»|].{2,40}(?:新闻|动态|资讯|报道).{0,12}$",
    ),
    marks=(
        "来源:",
        "记者",
        "编辑:",
        "责任编辑",
        "阅读量",
        "阅读数",
        "点击数",
        "点击量",
        "浏览次数",
        "浏览量",
        "发布时间",
        "发布日期:",
        "字号",
        "分享到",
        "原标题",
        "公众号",
        "通讯员",
        "返回顶部",
        "上一篇",
        "下一篇",
        "作者:",
        "首页",
        "新闻动态",
        "日讯",
        "本报讯",
        "近日",
        "喜讯",
        "重磅",
        "在看",
        "收藏",
        "版权所有",
        "扫一扫",
        "https://",
        "http://",
        "www.",
        "登录",
        "退出",
    ),
    enough=3,
    refuse=(
        "文件编号",
        "专利权人:",
        "著作权人:",
        "特发此证",
        "特颁发此证",
        "管理体系",
        "统一社会信用代码:",
        "审计报告",
        "起草单位",
        "甲方",
    ),
    read=_headline,
    rank=-5,
    pages=6,
    title_rows=4,
    source="dossier C.20 news_or_screenshot",
)

CONSOLE = Kind(
    type="news_or_screenshot",
    titles=(r"^(?:控制台|云服务器控制台|管理控制台|后台管理系统?|.{0,12}(?:管理)?控制台)$",),
    refuse=("账户名称", "账号名称", "账户主体", "实名认证主体"),
    read=_headline,
    rank=-4,
    title_rows=4,
    source="dossier C.20 cloud_contract: screenshots without account name",
)

SITE = Kind(
    type="news_or_screenshot",
    titles=(),
    marks=("天眼查", "企查查", "爱企查", "启信宝", "SooPAT", "佰腾网", "企知道"),
    enough=1,
    read=_headline,
    rank=5,  # its labels are those of the register that it copies
    pages=3,
    source="dossier C.20 patent_register_copy: query screenshot from third-party site",
)
