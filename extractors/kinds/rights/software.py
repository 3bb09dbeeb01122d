"""Software copyrights and what is mistaken for them (dossier C.3)."""

import re

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import organisations, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import SoftwareNumber

SHORT_NAME = re.compile(r"[\[【〔(（]?简称[:：]?.*?(?:[\]】〕)）]|$)")
VERSION = re.compile(r"V\d[\w.]*$", re.IGNORECASE)


def _name(text: str) -> Reading | None:
    """The software's name without its version and its short name."""
    bare = SHORT_NAME.sub("", re.sub(r"\s+", "", text))
    bare = VERSION.sub("", bare).strip(":：;；,，。、[]【】")
    return Reading(bare) if len(bare) >= 2 else None


def _version(text: str) -> Reading | None:
    match = re.search(r"V\d[\w.]*", SHORT_NAME.sub("", plain(text)), re.IGNORECASE)
    return Reading(match[0].upper()) if match else None


def _certificate_number(text: str) -> Reading | None:
    match = re.search(r"(\d{5,9})", plain(text))
    return Reading(f"软著登字第{match[1]}号") if match else None


def _registered_on(script: Script) -> Found:
    """The certificate prints no label before the day of registration: it stands under the seal."""
    date = last_date(script, "grant_date")
    return Found((date,) if date else ())


TITLE_LABELS = ("软件名称",)

CERTIFICATE = Kind(
    type="software_copyright_certificate",
    titles=("计算机软件著作权登记证书",),
    marks=("软件名称", "著作权人", "权利取得方式", "登记号", "软著登字", "计算机软件保护条例", "权利范围"),
    enough=4,
    refuse=("变更或补充", "作品登记证书", "转让合同登记"),
    fields=(
        FieldSpec("title", _name, TITLE_LABELS, wraps=True, required=True),
        FieldSpec("version", _version, TITLE_LABELS, wraps=True),
        FieldSpec("holder", organisations, ("著作权人",), wraps=True, required=True),
        FieldSpec(
            "number",
            numbered(SoftwareNumber),
            ("登记号",),
            flows=(r"(?P<v>\d{4}SRE?\d{5,7})",),
            required=True,
        ),
        FieldSpec("certificate_no", _certificate_number, ("证书号",), flows=(r"软著登[字宇]第(?P<v>\d{5,9})号",)),
        FieldSpec("completed", dated, ("开发完成日期",)),
        FieldSpec("published", dated, ("首次发表日期",)),
        FieldSpec("acquisition", text_of, ("权利取得方式", "取得方式")),
        FieldSpec("extent", text_of, ("权利范围",)),
    ),
    read=_registered_on,
    rank=1,
    pages=2,
    source="《计算机软件著作权登记办法》; dossier C.3",
)

CHANGE = Kind(
    type="software_copyright_change",
    titles=(
        "(?:计算机)?软件著作权(?:登记)?(?:登记事项|事项)?变更或补充(?:登记)?(?:证明|证书)",
        "(?:计算机)?软件登记事项变更或补充证明",
        "(?:计算机)?软件著作权(?:转让|专有许可|转移)(?:合同)?登记(?:证书|证明)",
    ),
    fields=(
        FieldSpec("number", numbered(SoftwareNumber), ("登记号", "原登记号", "软件登记号"),
            flows=(r"(?P<v>\d{4}SRE?\d{5,7})",)),
        FieldSpec("title", _name, ("软件名称", "原软件名称"), wraps=True),
        FieldSpec("change_no", text_of, ("变更补充登记号", "变更或补充证明编号", "证明编号", "证书号", "编号"),
            flows=(r"(?P<v>软著变补字第\d{6,12}号|软著转让?字第\d{4,12}号)",)),
        FieldSpec("item", text_of, ("变更事项", "变更(补充)事项", "变更或补充事项", "补充事项")),
        FieldSpec("before", text_of, ("变更前", "变更前内容", "原著作权人", "转让人", "转让方", "变更(补充)前"), wraps=True),
        FieldSpec("after", text_of, ("变更后", "变更后内容", "变更(补充)后", "受让人", "受让方", "现著作权人", "补充内容"), wraps=True),
        FieldSpec("holder", organisations, ("著作权人", "现著作权人", "变更后著作权人", "受让人", "受让方"), wraps=True),
    ),
    read=_registered_on,
    rank=2,
    pages=2,
    source="dossier C.20 software_copyright_change",
)  # fmt: skip

WORKS = Kind(
    type="works_registration_certificate",
    titles=("作品登记证书", "作品样品"),
    marks=("作品/制品名称", "作登字", "作品类别", "作品自愿登记"),
    enough=2,
    fields=(
        FieldSpec("number", text_of, ("登记号", "作品登记号"), flows=(r"(?P<v>[国浙一-鿿]作登字-\d{4}-[A-L]-\d{6,10})",)),
        FieldSpec("title", text_of, ("作品/制品名称", "作品名称", "作品/制品名"), wraps=True),
        FieldSpec("category", text_of, ("作品类别", "作品/制品类别", "类别")),
        FieldSpec("holder", organisations, ("著作权人", "作者/著作权人", "著作权人姓名(名称)"), wraps=True),
        FieldSpec("completed", dated, ("创作完成日期", "完成日期", "创作完成时间", "作品完成日期")),
        FieldSpec("grant_date", dated, ("登记日期", "登记时间")),
    ),
    rank=2,
    source="《作品自愿登记试行办法》",
)
