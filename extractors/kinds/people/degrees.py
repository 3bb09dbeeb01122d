"""Degrees and professional titles: certificates of single persons (dossier C.14)."""

import re

from extractors.kinds.fields.captions import captioned
from extractors.kinds.fields.days import dated
from extractors.kinds.fields.facts import in_flow, labelled, make_fact
from extractors.kinds.fields.flow import Flow
from extractors.kinds.fields.standing import last_date
from extractors.kinds.fields.texts import one_of, text_of
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.people.persons import person_alone
from extractors.layout import Script

# --- degrees and titles -----------------------------------------------------------------------

LEVELS = one_of(
    "博士研究生", "硕士研究生", "博士", "硕士", "研究生", "本科", "学士", "专科", "正高级工程师", "教授级高级工程师",
    "高级工程师", "助理工程师", "高级经济师", "高级会计师", "工程师", "经济师", "会计师", "研究员", "副研究员", "技师",
)

def _named(text: str) -> Reading | None:
    """A person; a title beside the label is another label's."""
    return None if LEVELS(text) is not None else person_alone(text)


def _numbered(text: str) -> Reading | None:
    """A certificate's number: digits mostly, letters before or among them, no sentence and no address."""
    reading = text_of(text)
    return reading if reading is not None and re.fullmatch(r"[一-鿿]{0,6}[(（〔]?[A-Za-z\d][A-Za-z\d()（）〔〕第字号\-—./]{4,30}", str(reading.value)) else None


DEGREE_FIELDS = (
    FieldSpec(
        "person",
        _named,
        ("姓名",),
        flows=(r"(?:学生|研究生)(?P<v>[一-鿿·]{2,8}?),?性别", r"(?:学生|研究生)(?P<v>[一-鿿·]{2,6}),", r"(?:^|书)(?P<v>[一-鿿·]{2,6}?),(?:男|女),", r"(?:^|书|[,。])(?P<v>[一-鿿·]{2,4})同志"),
    ),
    FieldSpec(
        "level",
        LEVELS,
        ("资格名称", "专业技术资格", "职务名称", "任职资格", "职称名称", "职称", "资格级别"),
        flows=(
            r"授予.{0,12}?(?P<v>(?:博士|硕士|学士))学位",
            r"具备(?P<v>[^,。]{2,14}?)(?:专业技术)?(?:职务)?(?:任职)?资格",
            r"(?P<v>博士研究生|硕士研究生|博士|硕士|本科|专科)(?:阶段)?(?:全部)?(?:课程|学习|毕业|学历)",
            r"修完[^。]{0,14}?(?P<v>博士研究生|硕士研究生|研究生|四年制本科|本科|专科)",
        ),
    ),
    FieldSpec("major", text_of, ("专业名称", "专业", "申报专业"), flows=(r"(?:本[校院]|大学|学院|我[校院])(?P<v>[一-鿿]{2,16}?)专业(?:[一二三四五]年制|学习|博士|硕士|本科|专科)",)),
    FieldSpec("number", _numbered, ("证书编号", "学校编号", "学位证书编号", "证书号码", "管理号", "编号"), flows=(r"证书编号[:;]?(?P<v>[A-Z]?[\dA-Z]{10,24})",)),
    FieldSpec("date", dated, ("取得资格时间", "发证日期", "发证时间", "批准日期", "授予时间", "取得时间")),
    FieldSpec(
        "issuer",
        text_of,
        ("发证机关", "发证单位", "评审委员会", "评审组织", "学校名称", "批准机关"),
        flows=(r"(?:^|[。:;\d])(?P<v>[一-鿿]{2,14}(?:大学|学院))(?=校长|院长|学位评定|\(章\)|\d{4}年|[二一]|$)",),
    ),
)


def _degree_paper(script: Script) -> Found:
    facts = labelled(script, DEGREE_FIELDS)
    over = [(spec, make_fact(script, spec.name, spec.parse, [(one.start, one.end)])) for spec, one in captioned(script, DEGREE_FIELDS)]
    if over:  # what stands below a caption is the next caption's
        facts = {spec.name: fact for spec, fact in reversed(over) if fact is not None}
    if "date" not in facts:
        signed = last_date(script, "date") or in_flow(
            script, Flow(script), FieldSpec("date", dated, flows=(r"(?P<v>[二〇○零一二三四五六七八九\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日)(?!生)",))
        )
        facts |= {} if signed is None else {"date": signed}
    return Found(tuple(facts.values()))


DEGREE = Kind(
    type="degree_title_certificate",
    titles=(
        r"(?:普通高等学校|成人高等教育|高等教育自学考试|网络教育)?(?:本科|专科|研究生|硕士|博士)?毕业证书",
        r"(?:教育部|中国高等教育)?(?:学历|学位)证书(?:电子注册备案表|查询结果|验证报告)|学籍在线验证报告",
        r"(?:普通高等学校|成人高等教育)?(?:学士|硕士|博士)?学位证书",
        r"(?:[一-鿿]{2,6}[省市])?(?:高级|中级|初级)?(?:专业技术|工程师|工程系列)?.{0,4}(?:职务|资格|职称)(?:任职资格)?证书",
    ),
    marks=("毕业", "学位", "校长", "学生", "专业技术", "任职资格", "评审委员会"),
    refuse=("社会信用代码", "管理体系", "花名册"),
    read=_degree_paper,
    source="《普通高等学校学历证书管理暂行规定》; 浙江省职称证书样式; dossier C.14",
)
