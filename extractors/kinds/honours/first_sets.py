"""Certificates of first sets (首台套; dossier C.7)."""

import re
from dataclasses import replace

from extractors.kinds.fields.days import year
from extractors.kinds.fields.phrases import parties
from extractors.kinds.fields.standing import last_date, matched, signed_by
from extractors.kinds.fields.texts import text_of, titled
from extractors.kinds.honours.notice_rows import LEVELS
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script

OFFICE = r"[一-鿿]{3,20}(?:厅|局|委员会|部|政府)"


def _certified(script: Script) -> Found:
    """First sets have certificates, too; the year is that of the list, else of the day."""
    signed = last_date(script, "date")
    named = matched(script, "level", _first_set_level, r"(?P<v>(?:国际|国内|省内)(?=\t?首))")
    facts = [signed, named, signed_by(script, OFFICE)]
    if signed is not None and not re.search(r"20\d\d年度", script.text):
        facts.append(replace(signed, name="year", value=int(str(signed.value)[:4])))
    return Found(tuple(f for f in facts if f is not None))


def _first_set_level(text: str) -> Reading | None:
    return next((Reading(name) for name, pattern in LEVELS if re.search(pattern, text)), None)


FIRST_SET = Kind(
    type="first_set_notice",
    titles=(r"[^,。;]{0,16}(?:首台\(?套\)?|首批次|首版次)[^,。;]{0,16}?(?:认定)?证书",
        r"[^,。;]{0,16}(?:首台\(?套\)?|首批次|首版次)[^,。;]{0,10}认定(?:通知书|证明)"),
    fields=(
        FieldSpec("title", titled, ("产品名称", "装备名称", "材料名称", "软件名称", "产品名称及型号", "产品(装备)名称"), wraps=True,
                  flows=(r"(?:研制|开发|生产|申报)的[“\"《](?P<v>[^”\"》]{4,60})[”\"》]",)),
        FieldSpec("holder", parties, ("企业名称", "研制单位", "申报单位", "单位名称", "研制企业", "生产企业"), wraps=True,
                  flows=(r"(?P<v>[一-鿿()]{4,40}?公司)(?:研制|开发|生产|申报)的",
                      r"^(?:.{0,40}证书)?(?P<v>[一-鿿()]{4,40}?公司):",
                      r"(?:证书|\d|[A-Z])(?P<v>[一-鿿()]{4,40}?(?:公司|厂|院|所)):(?:你|贵)(?:单位|公司)")),
        FieldSpec("level", _first_set_level, ("认定类别", "认定级别", "级别", "类别", "认定等级"),
                  flows=(r"(?P<v>国际|国内|省内)首",)),
        FieldSpec("year", year, ("年度", "认定年度"), flows=(r"(?P<v>20\d\d)年度",)),
        FieldSpec("number", text_of, ("证书编号", "编号", "证书号")),
    ),
    refuse=("公示", "关于", "申报书", "工程化攻关"),
    read=_certified,
    rank=1,
    title_rows=8,
    source="dossier C.7",
)  # fmt: skip
