"""Membership of open source communities, and what was contributed to them."""

from extractors.kinds.fields.days import dated, year
from extractors.kinds.fields.phrases import LEAD, counted, party
from extractors.kinds.fields.standing import signed_day
from extractors.kinds.fields.texts import one_of, text_of
from extractors.kinds.fields.vouched import VOUCHED
from extractors.kinds.kind import FieldSpec, Kind, Reading

COMMUNITIES = {
    "开放原子": "开放原子开源基金会",
    "OpenAtom": "开放原子开源基金会",
    "Apache": "Apache",
    "Linux": "Linux基金会",
    "OIF": "OIF",
    "RISC-V": "RISC-V",
    "OpenHarmony": "OpenHarmony",
    "openEuler": "openEuler",
    "木兰": "木兰社区",
    "CNCF": "CNCF",
    "openGauss": "openGauss",
}


def _community(text: str) -> Reading | None:
    found = sorted((text.find(word), name) for word, name in COMMUNITIES.items() if word in text)
    return Reading(found[0][1]) if found else None


OPEN_ROLES = (
    "白金捐赠人",
    "黄金捐赠人",
    "白银捐赠人",
    "白金会员",
    "黄金会员",
    "白银会员",
    "理事单位",
    "会员单位",
    "捐赠人",
    "理事",
    "会员",
    "PMCMember",
    "PMC",
    "Committer",
    "Maintainer",
    "TSC",
    "Contributor",
    "PlatinumMember",
    "GoldMember",
    "SilverMember",
    "核心贡献单位",
    "贡献单位",
)

PLAIN_ROLES = ("会员", "捐赠人", "理事", "会员单位", "理事单位")
"""Roles that a headline names: the text below may say more."""

OPEN_SOURCE = Kind(
    type="open_source_certificate",
    titles=(
        rf"{LEAD}(?:开放原子|OpenAtom|Apache|Linux|OIF|RISC-V|OpenHarmony|openEuler|openGauss|木兰|开源)[^,。;:]{{0,24}}?(?:证书|证明|证明函|感谢信|贡献统计|贡献报告)",
        r"(?i)certificateof(?:membership|contribution|appreciation)",
        r"^(?:会员|捐赠人?|贡献者?)(?:单位)?证书$",
        r"^Apache[A-Z][A-Za-z]{1,20}$",
        r"开源(?:社区)?贡献(?:情况)?(?:证明|证书|统计)",
    ),
    fields=(
        FieldSpec(
            "org",
            _community,
            ("社区名称", "基金会", "开源社区", "开源项目", "所属社区", "Foundation", "项目名称"),
            flows=(
                r"(?P<v>开放原子[一-鿿]{0,6}|OpenAtom|Apache|Linux|OIF|RISC-V|OpenHarmony|openEuler|openGauss|木兰|CNCF)",
            ),
        ),
        FieldSpec(
            "role",
            one_of(*OPEN_ROLES),
            ("会员级别", "会员类别", "角色", "身份", "贡献角色"),
            flows=(rf"(?P<v>{'|'.join(r for r in OPEN_ROLES if r not in PLAIN_ROLES)})", rf"(?P<v>{'|'.join(PLAIN_ROLES)})"),
        ),
        FieldSpec(
            "contrib",
            counted,
            ("贡献代码行数", "代码行数", "累计贡献代码", "代码贡献量"),
            flows=(
                r"(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:余)?行代码",
                r"代码(?P<v>\d[\d,]*(?:\.\d+)?万?)(?:余)?行",
            ),
        ),
        FieldSpec(
            "holder",
            party,
            ("会员单位", "单位名称", "企业名称", "贡献单位", "捐赠人", "会员名称", "Member"),
            wraps=True,
            flows=(VOUCHED, r"(?P<v>[^,。:;“”证书]{4,40}?公司)(?:为|成为|作为|向|在|累计|:)"),
        ),
        FieldSpec("number", text_of, ("证书编号", "会员编号", "编号")),
        FieldSpec("year", year, ("会员年度", "年度"), flows=(r"(?P<v>20\d\d)年度",)),
        FieldSpec(
            "valid_to",
            dated,
            ("有效期至",),
            flows=(
                r"有效期[:至]?[^。]{0,20}?至(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",
                r"有效期至(?P<v>20\d\d年\d{1,2}月\d{1,2}日)",
            ),
        ),
    ),
    needs=("开放原子|OpenAtom|Apache|Linux|OIF|RISC-V|OpenHarmony|openEuler|openGauss|木兰|CNCF|开源社区",),
    refuse=("适配", "兼容性", "管理体系", "测评报告"),
    read=signed_day,
    pages=4,
    follows=("代码行数", "提交次数", "Commit"),
    title_rows=10,
    source="dossier C.17, C.20 open_source_certificate",
)
