"""What all papers of the tax office name: the taxpayer, and amounts that may be below zero."""

import re

from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.texts import one_organisation
from extractors.kinds.fields.vouched import ADDRESSED
from extractors.kinds.kind import FieldSpec, Reading
from extractors.kinds.tables.amounts import with_commas
from extractors.plain import plain
from registries.values.identifiers import Uscc
from registries.values.money import parse_wan


def _payer(text: str) -> Reading | None:
    """The taxpayer's name; what is left of a label in two lines (纳税人名/称) is none, nor is a name cut off by its line's end."""
    whole = re.search(r"公司|厂|院|所|中心|合作社|合伙|企业|集团|部|店|行|社|站|校|会|大学", text)
    return None if re.match(r"(?:名|识别|编码)", text) or whole is None else one_organisation(text)


PAYER = FieldSpec("holder", _payer, ("纳税人名称", "企业名称", "单位名称", "纳税人"), wraps=True,
    flows=(ADDRESSED, r"纳税人名称[:;](?P<v>[^,。:;]{4,40}?(?:公司|厂|院|所|中心|合作社))", r"(?:^|号|证明|[:。])(?P<v>(?:(?!证明)[^,。:;号]){4,40}?(?:公司|厂|院|所|中心))[,(](?:统一社会信用代码|纳税人识别号)", r"(?:兹|特)?证明[:,]?(?P<v>[^,。:;]{4,40}?(?:公司|厂))"),
)

TAX_USCC = FieldSpec(
    "uscc",
    numbered(Uscc),
    ("纳税人识别号(统一社会信用代码)", "统一社会信用代码(纳税人识别号)", "纳税人识别号", "统一社会信用代码"),
    flows=(r"(?:统一社会信用代码|纳税人识别号)[:;]?(?P<v>[0-9A-Z]{18})",),
)


def signed_wan(text: str) -> Reading | None:
    """An amount in 万元 that may be below zero; 元 where it names no unit."""
    printed = plain(text).lstrip("¥￥")
    amount = parse_wan(with_commas(printed))
    return Reading(float(amount)) if amount is not None else None
