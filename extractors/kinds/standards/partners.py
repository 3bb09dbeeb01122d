"""Work done with others: on international standards, in consortia and alliances.

Published international texts list no companies, so the proof is a letter that names company and role; a
member of a consortium is not the one that leads it.
"""

import re

from extractors.kinds.fields.parsing import one_of, text_of, titled
from extractors.kinds.fields.phrases import (
    INTERNATIONAL,
    LEAD,
    ORGANISED,
    international_number,
    parties,
    party,
)
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.layout import Script

ROLES = {
    "ProjectLeader": "Project Leader",
    "Co-editor": "Co-editor",
    "Editor": "Editor",
    "Convenor": "Convenor",
    "Rapporteur": "Rapporteur",
    "Contributor": "Contributor",
    "Expert": "Expert",
    "项目负责人": "项目负责人",
    "召集人": "召集人",
    "主导": "主导",
    "牵头": "牵头",
    "联合牵头": "牵头",
    "参与": "参与",
    "注册专家": "注册专家",
    "专家": "专家",
}


def _role(text: str) -> Reading | None:
    bare = re.sub(r"\s", "", text)
    found = sorted((bare.find(word), -len(word), word) for word in ROLES if word in bare)
    return Reading(ROLES[found[0][2]]) if found else None


INTERNATIONAL_STANDARD = Kind(
    type="international_standard_evidence",
    titles=(
        r"[^,。;:]{0,24}国际标准[^,。;:]{0,16}(?:证明|证明函|确认函|证书|立项通知|函)",
        r"(?i)(?:letter|certificate)of(?:confirmation|participation|contribution|appointment|appreciation|support)",
        r"[^,。;:]{0,20}(?:技术对口单位|标准化(?:技术)?委员会)(?:证明|函)",
    ),
    fields=(
        FieldSpec(
            "number",
            international_number,
            (
                "标准编号",
                "国际标准编号",
                "项目编号",
                "Projectnumber",
                "ProjectNo",
                "Standardnumber",
                "Reference",
            ),
            flows=(rf"(?P<v>{INTERNATIONAL.replace(chr(92) + 't?', '')})",),
        ),
        FieldSpec(
            "title",
            titled,
            ("标准名称", "国际标准名称", "项目名称", "Title", "Projecttitle"),
            wraps=True,
            flows=(r"《(?P<v>[^》]{4,120})》", r"[“\"](?P<v>[^”\"]{6,120})[”\"]"),
        ),
        FieldSpec(
            "holder",
            parties,
            (
                "单位名称",
                "参与单位",
                "提案单位",
                "牵头单位",
                "参加单位",
                "Organization",
                "Company",
                "Affiliation",
            ),
            wraps=True,
            flows=(
                rf"(?:兹证明|特此证明|(?<!特此)证明|确认)[:,]?(?P<v>(?!兹)[^,。:;]{{4,40}}?(?:{ORGANISED}))",
                r"(?i)(?:thatexperts?from|that|from|of)(?P<v>[A-Z][A-Za-z.,&()]{4,60}?(?:Co\.,?Ltd\.?|Ltd\.?|Inc\.?|Corporation))",
            ),
        ),
        FieldSpec(
            "role",
            _role,
            ("承担角色", "角色", "参与方式", "担任职务", "Role", "Position"),
            flows=(
                r"(?P<v>ProjectLeader|Convenor|Co-editor|Editor|Rapporteur|Contributor)",
                r"(?P<v>主导|牵头|项目负责人|召集人|参与)(?:制定|起草|研制|了|编制|担任|,|。|国际)",
                r"担任(?P<v>项目负责人|召集人|注册专家)",
                r"(?P<v>Expert|注册专家)",
            ),
        ),
        FieldSpec(
            "person",
            text_of,
            ("姓名", "专家姓名", "Expertname", "Name"),
            flows=(r"公司(?P<v>[一-鿿]{2,3})(?:同志)?担任",),
        ),
    ),
    needs=(INTERNATIONAL.replace(r"\t?", ""), "ISO|IEC|ITU|IEEE"),
    refuse=("管理体系认证证书", "管理体系", "等同采用", "起草单位:"),
    read=lambda script: Found(tuple(f for f in (last_date(script, "date"),) if f is not None)),
    rank=1,
    pages=3,
    source="dossier C.4: published texts list no companies, proof is a letter; C.20",
)


def _consortium(script: Script) -> Found:
    name = matched(
        script,
        "title",
        titled,
        r"(?P<v>[^\t\n,。:;《》“”\"]{2,40}?(?:创新联合体|创新共同体|共同体|产业联盟|创新战略联盟|产学研联盟|联盟))(?![一-鿿]*委员)",
    )
    return Found(tuple(f for f in (name, last_date(script, "date")) if f is not None))


CONSORTIUM = Kind(
    type="consortium_document",
    titles=(
        rf"{LEAD}(?:创新联合体|共同体|联盟)[^,。;:]{{0,10}}?(?:协议书?|章程|组建方案|备案(?:证明|通知书)|批复|证书|成员名单|成员单位名单)",
    ),
    fields=(
        FieldSpec("title", titled, ("联合体名称", "联盟名称", "名称", "创新联合体名称")),
        FieldSpec(
            "lead",
            parties,
            (
                "牵头单位",
                "牵头企业",
                "牵头单位(甲方)",
                "理事长单位",
                "联盟理事长单位",
                "盟主单位",
                "牵头组建单位",
            ),
            wraps=True,
            flows=(rf"由(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:作为牵头单位|牵头)",),
        ),
        FieldSpec(
            "members",
            parties,
            ("成员单位", "参与单位", "参加单位", "联合体成员", "副理事长单位", "核心成员单位"),
            wraps=True,
            flows=(r"(?:联合|会同)(?P<v>[^。:;]{6,200}?)(?:等\d*家?单位)?(?:共同|联合)(?:组建|发起)",),
        ),
        FieldSpec(
            "holder",
            party,
            flows=(rf"(?:批准|接纳|授予|聘任)(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:为|成为|加入)",),
        ),
        FieldSpec(
            "role",
            one_of("牵头单位", "理事长单位", "副理事长单位", "理事单位", "成员单位", "会员单位"),
            flows=(r"为[^。]{0,30}?(?P<v>牵头单位|副理事长单位|理事长单位|理事单位|成员单位|会员单位)",),
        ),
        FieldSpec("number", text_of, ("协议编号", "证书编号", "编号")),
    ),
    refuse=("申报书", "的公示", "公示期"),
    read=_consortium,
    pages=12,
    reprints=True,
    follows=("成员单位", "牵头单位", "甲方", "联合体", "联盟"),
    title_rows=8,
    source="dossier C.20 consortium_document",
)

KINDS = (INTERNATIONAL_STANDARD, CONSORTIUM)
