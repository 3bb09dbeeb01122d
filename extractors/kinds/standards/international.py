"""Work on international standards.

Published international texts list no companies, so the proof is a letter that names company and role.
"""

import re

from extractors.kinds.fields.phrases import INTERNATIONAL, ORGANISED, international_number, parties
from extractors.kinds.fields.standing import signed_day
from extractors.kinds.fields.texts import text_of, titled
from extractors.kinds.kind import FieldSpec, Kind, Reading

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
        r"(?i)(?:letter|certifi?cate)of(?:confirmation|participation|contribution|appointment|appreciation|support)",
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
            flows=(rf"(?P<v>{INTERNATIONAL.replace(chr(92) + 't?', '')})(?![\d.]*(?:WorkingGroup|工作组))",),
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
    marks=("国际标准", "特此证明", "证明", "制定", "ISO", "IEC", "ITU", "IEEE", "技术对口单位"),
    enough=4,
    needs=(INTERNATIONAL.replace(r"\t?", ""), "ISO|IEC|ITU|IEEE"),
    refuse=("管理体系认证证书", "管理体系", "等同采用", "起草单位:"),
    read=signed_day,
    rank=1,
    pages=3,
    source="dossier C.4: published texts list no companies, proof is a letter; C.20",
)
