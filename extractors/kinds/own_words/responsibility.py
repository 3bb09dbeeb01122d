"""Reports of a company on its social responsibility (dossier C.18)."""

from extractors.kinds.fields.days import year
from extractors.kinds.fields.phrases import ORGANISED, party, words
from extractors.kinds.fields.standing import last_date
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.own_words.policies import company_row
from extractors.layout import Script


def _dated_report(script: Script) -> Found:
    date = last_date(script, "date")
    company = company_row(script)
    return Found(tuple(f for f in (date, company) if f is not None))


RESPONSIBILITY = r"(?:企业)?社会责任(?:\(CSR\))?报告|可持续发展报告|环境、社会(?:及|和|与)(?:公司)?治理(?:\(ESG\))?报告|ESG报告"

CSR = Kind(
    type="csr_report",
    titles=(rf"^[^,。;:、《]{{0,40}}?(?:{RESPONSIBILITY})(?:书|\([^)]{{1,12}}\))?$",),
    fields=(
        FieldSpec(
            "year",
            year,
            ("报告年度", "报告期间", "报告时间范围", "报告周期", "时间范围"),
            flows=(
                rf"(?P<v>20\d\d)年?度?(?:企业)?(?:{RESPONSIBILITY})",
                r"(?P<v>20\d\d)年1月1日(?:至|-|—)",
                rf"(?:{RESPONSIBILITY})\(?(?P<v>20\d\d)",
            ),
        ),
        FieldSpec(
            "std",
            words("GRI", "CASS-CSR", "GB/T36001", "GB/T36000", "ISO26000", "DB33/T"),
            ("编制依据", "参考标准", "报告编写依据", "编制标准"),
            wraps=True,
            flows=(
                r"(?:参照|依据|参考|按照)(?P<v>[^。]{2,120}?(?:GRI|CASS-CSR|GB/T36001|ISO26000)[^。]{0,60})",
            ),
        ),
        FieldSpec(
            "holder",
            party,
            ("报告主体", "公司名称", "企业名称", "发布单位", "报告发布单位", "编制单位"),
            wraps=True,
            flows=(
                rf"(?P<v>[一-鿿()]{{4,30}}?(?:{ORGANISED}))(?=20\d\d年?度?(?:企业)?(?:社会责任|可持续|ESG|环境))",
            ),
        ),
    ),
    refuse=("的公示", "关于组织", "名单的通知", "审计报告", "关于公布"),
    read=_dated_report,
    pages=160,
    reprints=True,
    follows=(
        "社会责任",
        "可持续发展",
        "利益相关方",
        "员工权益",
        "公益",
        "关于本报告",
        "董事长致辞",
        "绿色发展",
        "志愿",
    ),
    header=r"20\d\d年?度?(?:企业)?(?:社会责任|可持续发展|ESG)报告",
    rank=-1,
    title_rows=12,
    source="GB/T 36001—2015; dossier C.18, C.20 csr_report",
)
