"""What associations and agencies rate and honour: commercial ratings are no public credit (dossier C.9, C.10)."""

from extractors.kinds.company.grades import ANY_DAY
from extractors.kinds.fields.days import dated, year
from extractors.kinds.fields.standing import signed_by
from extractors.kinds.fields.texts import one_organisation, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script

AGENCY = (
    r"[一-鿿()]{2,28}(?:信用|征信|评级|资信|商业联合会|协会|联合会|学会|商会|促进会|联盟|杂志社|传媒|报社|网|中心)"
    r"[一-鿿()]{0,12}(?:公司|中心|院|会|社)?"
)

RATES = "评价机构|发证机构|评估机构|颁发机构|评级机构"


def _rating(script: Script) -> Found:
    issuer = signed_by(script, AGENCY, RATES)
    return Found((issuer,) if issuer is not None else ())


RATING = Kind(
    type="association_honour",
    titles=(
        r".{0,16}AAA级?.{0,12}(?:企业|单位|证书|信用|示范).{0,12}",
        r"企业信用等级证书",
        r"(?:企业)?(?:资信|信用)等级(?:评定|评估|评价)?证书",
        r".{2,20}(?:协会|学会|联合会|商会)(?:荣誉|获奖)?证书",
    ),
    refuse=("公共信用", "公示", "申报", "管理体系"),
    read=_rating,
    fields=(
        FieldSpec(
            "holder",
            one_organisation,
            ("企业名称", "单位名称", "获奖单位", "受评企业", "授予"),
            wraps=True,
            flows=(r"(?:证书|企业|^)(?P<v>[一-鿿()]{4,40}?公司)[:;]", r"(?:证书|企业|单位|^)(?P<v>(?:(?!证书|企业|单位)[一-鿿()]){4,40}?公司)(?:经|被|你|贵|在)", r"(?:授予|认定|经评定,|经[^,。]{0,12}(?:评定|评估|评审),)(?P<v>[一-鿿()]{4,40}?公司)"),
        ),
        FieldSpec(
            "award",
            titled,
            ("荣誉称号", "获奖名称", "信用等级"),
            flows=(r"(?:评为|授予|荣获|认定为|评定为)[^,。“”\"]{0,16}?[“\"](?P<v>[^”\"]{3,30})[”\"]", r"(?P<v>A{3}级?[“\"]?(?:信用|资信|重合同守信用|守合同重信用|质量服务诚信)?[”\"]?[一-鿿]{0,10}(?:企业|单位))"),
        ),
        FieldSpec("number", text_of, ("证书编号", "证书号", "编号")),
        FieldSpec("grant_date", dated, ("发证日期", "颁发日期", "颁证日期", "发证时间", "评定日期")),
        FieldSpec("valid_to", dated, ("有效期至", "有效期止"), flows=(rf"有效期[:;]?(?:自)?20\d\d[^至]{{3,8}}至{ANY_DAY}",)),
        FieldSpec("year", year, flows=(r"(?P<v>20\d\d)年度", r"(?P<v>20\d\d)年(?=\d{1,2}月)")),
    ),
    title_rows=10,
    source="dossier C.9, C.10: commercial ratings are no public credit",
)
