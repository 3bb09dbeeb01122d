"""Multi-level protection (等保): the filing of a system, and the report on its test (dossier C.5)."""

import re

from extractors.kinds.company.grades import grade_in
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import labelled
from extractors.kinds.fields.figures import decimal
from extractors.kinds.fields.numbers import numbered
from extractors.kinds.fields.standing import last_date, signed_day
from extractors.kinds.fields.texts import one_organisation, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script
from extractors.plain import plain
from registries.values.identifiers import MlpsNumber

MLPS_FIELDS = (
    FieldSpec(
        "number",
        numbered(MlpsNumber),
        ("证书编号", "备案编号", "备案证明编号", "备案号", "编号"),
        flows=(r"(?<!\d)(?P<v>\d{11}-\d{5})(?![\d-])",),
        required=True,
    ),
    FieldSpec(
        "holder",
        one_organisation,
        ("备案单位", "备案单位名称", "单位名称", "运营使用单位", "使用单位", "运营单位", "网络运营者", "运营者名称", "备案主体"),
        flows=(r"规定,(?P<v>[^,。:]{4,50}?(?:公司|院|所|中心|局|集团|大学|学校|医院))(?:单位)?的",),
    ),
    FieldSpec(
        "level",
        grade_in,
        ("安全保护等级", "网络安全保护等级", "信息系统安全保护等级", "备案等级", "系统级别", "系统等级", "等级"),
        flows=(r"第(?P<v>[一二三四五壹贰叁肆伍1-5])级", r"(?P<v>[一二三四五])级"),
    ),
    FieldSpec(
        "system",
        titled,
        ("系统名称", "信息系统名称", "网络名称", "定级系统名称", "定级对象名称", "定级对象", "备案系统", "备案系统名称", "备案对象名称", "业务系统名称"),
        flows=(
            r"第[一二三四五壹贰叁肆伍1-5]级[“\"]?(?P<v>[^”\",。]{2,40}?)[”\"]?(?:信息系统|(?<=平台)系统|(?<=网站)系统|(?<=系统)系统)?(?:\([^)]*\))?(?:予以|准予|已)备案",
            r"[“\"](?P<v>[^”\",。]{2,40}?)[”\"](?:系统)?(?:已|予以|准予)",
        ),
    ),
)


def _mlps(script: Script) -> Found:
    facts = labelled(script, MLPS_FIELDS)
    date = last_date(script, "date")
    return Found((*facts.values(), *((date,) if date else ())))


REPORT_NUMBER = r"(?P<v>\d{11}-\d{5}-\d{2}-\d{4}-\d{2})"

CONCLUSIONS = ("基本符合", "不符合", "符合", "优", "良", "中", "差")


def _filed(text: str) -> Reading | None:
    """The filing number inside a report number: its first sixteen digits."""
    match = re.match(r"\d{11}-\d{5}", plain(text))
    return Reading(match[0]) if match else None


def _conclusion(text: str) -> Reading | None:
    match = re.match(rf"[“\":]*(?:{'|'.join(CONCLUSIONS)})", plain(re.sub(r"\s", "", text)))
    return Reading(match[0].strip("“\":")) if match else None


TESTED = Kind(
    type="mlps_report",
    titles=(
        "[^,。:;]{0,40}(?:信息系统|网络)?(?:安全)?等级(?:保护)?测评报告(?:\\(.{1,12}\\))?",
        "[^,。:;]{0,24}等级测评(?:结论|报告)(?:扩展表|摘要|基本信息表)?",
    ),
    fields=(
        FieldSpec("number", text_of, ("报告编号", "测评报告编号"), flows=(REPORT_NUMBER,)),
        FieldSpec("filing_no", _filed, ("备案证明编号", "备案编号", "备案号"), flows=(REPORT_NUMBER,)),
        FieldSpec("holder", one_organisation, ("被测单位", "委托单位", "被测评单位", "被测单位名称", "委托单位名称", "单位名称"), wraps=True),
        FieldSpec("issuer", one_organisation, ("测评单位", "测评机构", "测评机构名称", "测评单位名称"), wraps=True),
        FieldSpec("system", titled, ("被测对象名称", "被测对象", "系统名称", "被测系统名称", "定级对象名称", "被测信息系统", "被测系统"), wraps=True,
                  flows=(r"(?:^|\d)(?P<v>[一-鿿A-Za-z0-9]{3,30}?)(?:信息系统|网络)?(?:安全)?等级保护?测评报告",)),
        FieldSpec("level", grade_in, ("安全保护等级", "系统级别", "安全等级", "系统等级", "被测对象等级"), flows=(r"第(?P<v>[一二三四五])级", r"\((?P<v>[一二三四五])级\)")),
        FieldSpec("score", decimal, ("综合得分", "测评得分", "等级测评得分", "得分", "安全评分"),
                  flows=(r"综合得分(?:为|是|:)?(?P<v>\d{1,3}(?:\.\d{1,2})?)",)),
        FieldSpec("conclusion", _conclusion, ("测评结论", "等级测评结论", "结论"),
                  flows=(rf"结论(?:为|是|:)?[“\"]?(?P<v>{'|'.join(CONCLUSIONS)})[”\"]?",)),
        FieldSpec("date", dated, ("报告时间", "报告日期", "测评时间", "出具日期", "报告出具日期")),
    ),
    refuse=("予以备案",),
    read=signed_day,
    rank=2,
    pages=200,
    reprints=True,
    follows=("测评", "被测对象", "安全控制点", "等级保护", "报告编号"),
    header=REPORT_NUMBER,
    source="《网络安全等级保护测评报告模版》 2019, 2021; dossier C.5",
)  # fmt: skip

MLPS = Kind(
    type="mlps_filing",
    titles=("(?:信息系统安全|网络安全)等级保护(?:定级)?备案证明", "等级保护备案证明", "信息系统安全保护等级备案证明"),
    marks=("等级保护管理办法", "予以备案", "证书编号", "公安部监制"),
    enough=3,
    refuse=("测评报告",),
    read=_mlps,
    rank=1,
    source="《信息安全等级保护管理办法》; GA/T 1389; dossier C.5",
)
