"""Components given to an industry brain (产业大脑), and how often they are called."""

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.phrases import LEAD, counted, party
from extractors.kinds.fields.standing import signed_day
from extractors.kinds.fields.texts import text_of
from extractors.kinds.fields.vouched import ADDRESSED, VOUCHED
from extractors.kinds.kind import FieldSpec, Kind

BRAIN = Kind(
    type="industry_brain_certificate",
    titles=(
        rf"{LEAD}产业大脑{LEAD}(?:证明|证书|说明|确认单|确认函|清单|贡献)",
        rf"{LEAD}(?:知识|技术|应用|能力|数字化)组件[^,。;:]{{0,12}}?(?:证明|证书|清单|确认单)",
        r"组件(?:上架|贡献|调用)(?:证明|证书|情况(?:说明|证明)|确认单)",
    ),
    fields=(
        FieldSpec(
            "n",
            counted,
            ("组件数量", "上架组件数量", "上架组件数", "贡献组件数", "组件数"),
            flows=(
                r"共计?(?P<v>\d+)个[^\d。]{0,8}组件",
                r"(?:上架|贡献|发布|提交|共建)[^\d。]{0,24}(?P<v>\d+)个?[^\d。]{0,8}组件",
                r"(?P<v>\d+)个[^\d。]{0,8}组件",
                r"组件(?:共|合计|总计)?(?P<v>\d+)个",
            ),
        ),
        FieldSpec(
            "calls",
            counted,
            ("累计调用次数", "调用次数", "组件调用次数", "累计调用量", "调用量"),
            flows=(r"调用[^\d。]{0,8}(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:余)?次",),
        ),
        FieldSpec(
            "holder",
            party,
            ("贡献单位", "单位名称", "企业名称", "提供单位", "组件提供方", "组件提供单位", "入驻企业"),
            wraps=True,
            flows=(ADDRESSED, VOUCHED, r"(?:^|。|:)(?P<v>[^,。:;]{4,40}?公司)(?:自|于|截至|在|向|已|累计|参与)", r"^(?:证明|证书)?(?P<v>[^,。:;]{4,40}?公司)(?:参与|入驻|加入)"),
        ),
        FieldSpec("issuer", party, ("出具单位", "证明单位", "确认单位", "运营单位")),
        FieldSpec(
            "asof",
            dated,
            ("统计截止日期", "统计截止时间", "截止日期", "统计时间"),
            flows=(r"截[至止](?P<v>20\d\d年\d{1,2}月\d{1,2}日)",),
        ),
        FieldSpec("number", text_of, ("证书编号", "编号")),
    ),
    marks=("产业大脑", "能力中心", "组件", "调用", "上架", "特此证明", "贡献"),
    enough=4,
    needs=("产业大脑", "能力中心"),
    refuse=("的公示", "名单的通知", "申报书"),
    read=signed_day,
    rank=1,
    pages=6,
    follows=("组件名称", "调用次数"),
    title_rows=10,
    source="《行业产业大脑建设指南》; dossier C.17",
)
