"""Titles to land and leases (dossier C.20).

An area is given as printed (㎡) and once more as `area_mu`, always in 亩: floor space is no land and has a
name of its own.
"""

from dataclasses import replace
from decimal import Decimal

from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.figures import decimal
from extractors.kinds.fields.phrases import party
from extractors.kinds.fields.standing import matched
from extractors.kinds.fields.texts import organisations, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.layout import Script

MU = Decimal(10_000) / 15
"""Square metres of a 亩 (666.67)."""

# --- land -------------------------------------------------------------------------------------

METRES = r"(?P<v>\d[\d,]*(?:\.\d+)?)"

LAND_FIELDS = (
    FieldSpec("number", text_of, flows=(r"(?:合同编号|租赁合同号)[:;](?P<v>[A-Z\d\-]{4,24})",)),
    FieldSpec("holder", organisations, ("土地使用权人", "权利人", "承租方(乙方)", "乙方(承租方)", "承租方", "承租人"), wraps=True),
    FieldSpec("lessor", organisations, ("出租方(甲方)", "甲方(出租方)", "出租方", "出租人"), wraps=True),
    FieldSpec("holder", party, ("承租方(以下简称乙方)", "承租人(以下简称乙方)", "乙方(以下简称承租方)")),
    FieldSpec("lessor", party, ("出租方(以下简称甲方)", "出租人(以下简称甲方)", "甲方(以下简称出租方)")),
    FieldSpec("address", text_of, ("坐落", "座落", "土地座落", "租赁物地址", "房屋坐落"), wraps=True),
    FieldSpec("use", text_of, ("用途", "地类(用途)", "地类")),
    FieldSpec(
        "area",
        decimal,
        ("使用权面积", "土地面积", "宗地面积"),
        flows=(rf"(?:宗地|土地)(?:使用权)?(?:总)?面积(?:为|约)?[:;]?{METRES}", rf"使用权面积[:;]?{METRES}"),
    ),
    FieldSpec(
        "built_area",
        decimal,
        ("房屋建筑面积", "建筑面积", "租赁面积"),
        flows=(rf"建筑面积(?:为|共计?|约|合计)?[:;]?{METRES}", rf"(?:租赁|承租)(?:房屋|厂房)?面积(?:为|共计?|约)?[:;]?{METRES}"),
    ),
    FieldSpec("date", dated, ("签订日期", "签署日期", "签约日期", "日期")),
    FieldSpec("term", text_of, ("使用期限", "终止日期", "租赁期限"), wraps=True, flows=(r"租赁期限?[^。]{0,12}自(?P<v>20\d\d年\d+月\d+日起?至20\d\d年\d+月\d+日)",)),
)

LAND_NUMBER = (
    r"(?:^|[\t\n:])(?P<v>[一-鿿]\t?\((?:19|20)\d\d\)[一-鿿]{2,12}不动产权第\d{4,9}号|"
    r"[一-鿿]{1,4}国用\t?\((?:19|20)\d\d\)(?:字)?第?[\d\-]{3,14}号)"
)


def _land(script: Script) -> Found:
    facts = labelled(script, LAND_FIELDS)
    number = matched(script, "number", text_of, LAND_NUMBER)
    if number is not None:
        facts["number"] = number
    area, built = facts.get("area"), facts.get("built_area")
    if area is not None and built is not None and area.places == built.places and area.quote == built.quote:
        facts.pop("area")
    if "area" in facts:
        wide = Decimal(str(facts["area"].value)) / MU
        facts["area_mu"] = replace(facts["area"], name="area_mu", value=float(round(wide, 4)))
    return Found(tuple(facts.values()))


LAND = Kind(
    type="land_certificate",
    titles=(
        r"(?:中华人民共和国)?不动产权证书?",
        r"(?:国有)?土地使用证",
        r"(?:房屋|厂房|办公(?:楼|用房|场地)?|土地|场地).{0,6}租赁(?:合同|协议)(?:书)?",
        r"[一-鿿]\((?:19|20)\d\d\)[一-鿿]{2,12}不动产权第\d{4,9}号",
    ),
    marks=("不动产单元号", "权利人", "共有情况", "坐落", "宗地面积", "权利性质", "使用期限", "土地使用权人", "地类(用途)", "使用权面积"),
    enough=4,
    read=_land,
    pages=6,
    follows=("宗地图", "不动产单元", "附记", "登记机构", "租赁期", "租金", "承租方"),
    source="《不动产登记暂行条例》样式; dossier C.20 land_certificate",
)
