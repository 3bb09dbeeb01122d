"""What a company says of itself on paper: its rules, and its reports on its responsibilities."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.parsing import dated, text_of, titled, year
from extractors.kinds.fields.phrases import ORGANISED, party, words
from extractors.kinds.fields.standing import last_date
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script

RULES = (
    "管理办法|管理制度|管理规定|管理规范|管理细则|实施细则|实施办法|应急预案|分类分级(?:规范|指南|办法|标准|制度)|操作规程|操作规范|"
    "保密制度|安全策略|安全制度|考核办法|奖励办法|激励办法|运营规则|管理程序|管理手册"
)
RULE_TITLE = rf"^(?!.*关于)[《]?[^,。;:、《》]{{0,40}}?(?:{RULES})[》]?(?:\([^)]{{1,12}}\))?$"


def _own_words(script: Script) -> Found:
    """The title over one or two rows, and the company: a row that is nothing but its name."""
    facts: list[Fact | None] = [_titled(script), _company(script)]
    return Found(tuple(f for f in facts if f is not None))


def _titled(script: Script) -> Fact | None:
    for number in range(min(12, len(script.rows))):
        start, end = script.row_span(number)
        row = script.text[start:end].replace("\t", "")
        if re.match(RULE_TITLE, row) and not re.fullmatch(RULES, row):
            return make_fact(script, "title", titled, [(start, end)])
        if re.fullmatch(rf"(?:{RULES})(?:\(.*\))?", row) and number:
            return make_fact(script, "title", titled, [script.row_span(number - 1), (start, end)])
    return None


def _company(script: Script) -> Fact | None:
    for number in range(len(script.rows)):
        start, end = script.row_span(number)
        for match in re.finditer(r"[^\t]+", script.text[start:end]):
            name = re.fullmatch(
                r"(?P<v>[一-鿿A-Za-z0-9()]{2,40}?(?:公司|集团|院|所|中心))(?:文件|制度)?", match[0]
            )
            if name:
                at = start + match.start()
                return make_fact(script, "holder", party, [(at + name.start("v"), at + name.end("v"))])
    return None


POLICY = Kind(
    type="internal_policy",
    titles=(RULE_TITLE,),
    fields=(
        FieldSpec(
            "holder",
            party,
            ("编制单位", "发布单位", "单位名称", "公司名称"),
            flows=(r"(?:为|根据)[^。]{0,40}?(?P<v>[一-鿿()]{4,30}?公司)\(以下简称",),
        ),
        FieldSpec(
            "number",
            text_of,
            ("文件编号", "制度编号", "文件号", "文号", "编号"),
            flows=(r"(?P<v>[一-鿿A-Z]{1,8}[〔\[(]20\d\d[〕\])]\d{1,4}号)",),
        ),
        FieldSpec(
            "issued",
            dated,
            (
                "发布日期",
                "颁布日期",
                "发布时间",
                "实施日期",
                "生效日期",
                "生效时间",
                "批准日期",
                "颁布时间",
                "印发日期",
            ),
        ),
        FieldSpec("version", text_of, ("版本号", "版本", "版次")),
    ),
    needs=(
        r"第一[条章]|总则|文件编号|制度编号|发布日期|适用范围|编制部门|批准人|审核人|版次|版本号|\d\.1目的|1目的|印发",
    ),
    refuse=(
        "人民政府",
        "经济和信息化厅",
        "公安厅",
        "国务院",
        "标准化管理委员会",
        "备案证明",
        "予以备案",
        "测评报告",
        "审计报告",
        "认证证书",
        "起草单位",
        "的公示",
        "任务书",
    ),
    read=_own_words,
    rank=-2,
    pages=60,
    reprints=True,
    follows=(
        "第二条",
        "第三条",
        "第二章",
        "第三章",
        "附则",
        "本办法",
        "本制度",
        "本规定",
        "本预案",
        "修订记录",
        "解释权",
        "第五条",
        "第十条",
    ),
    title_rows=8,
    source="dossier C.20 internal_policy",
)


def _dated_report(script: Script) -> Found:
    date = last_date(script, "date")
    company = _company(script)
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

KINDS = (CSR, POLICY)
