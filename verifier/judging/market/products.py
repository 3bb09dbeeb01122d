"""Of what a share or rank is claimed: the product or trade that the words name, and whether a report speaks of it."""

import re

from extractors.exhibit import Exhibit
from registries.values.text import squeeze

_WHERE = re.compile(
    "(?:19|20)\\d\\d|国内|全国|中国|我国|全球|世界|国际|省内|全省|浙江|市场|占有率|份额|市占率|排名|位居|位列|名列|稳居|居|连续|行业|领域|细分|同类|第|前|销量|产销|达|的"
)
_FRAME = re.compile("公司|我司|企业|本|集团|自主|研发|研制|生产|开发|提供|主导|核心|主要|拳头|主营|产品|服务|系列|其中|在|于|其|该|是|为|由|和|及|与|等|旗下|年|度")
_TRADE = re.compile("(?:位居|稳居|名列|位列|居|在)(?P<v>[^,，;；。、]{2,14}?)(?:行业|领域|市场)")
_GENERIC = re.compile("智能|数字化?|工业|系统|软件|平台|设备|装备|技术|解决方案|方案|信息|管理|网络|一体化|综合|应用|终端|云|化|型|类")


def other_product(text: str, report: Exhibit) -> bool:
    """The words name a product or trade of which the report says nothing; what names none is of whatever it tells.

    Args:
        text: the words of the mention.
        report: the report, all that was read of it.
    """
    facts = (*report.facts, *(fact for row in report.rows for fact in row.facts))
    told = squeeze("".join(f"{fact.value}{fact.quote}" for fact in facts))
    named = _core(_WHERE.split(text)[0]) or _core(next((m["v"] for m in _TRADE.finditer(text)), ""))
    return len(named) > 1 and not any(named[at : at + 2] in told for at in range(len(named) - 1))


def _core(text: str) -> str:
    """What is special about a name: 边缘网关 of 公司自主研发的边缘智能网关产品."""
    bare = re.sub("[^一-鿿A-Za-z0-9]", "", _FRAME.sub("", _WHERE.sub("", text)))
    return squeeze(_GENERIC.sub("", bare)) or squeeze(bare)
