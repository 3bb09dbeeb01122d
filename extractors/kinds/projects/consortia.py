"""Consortia and alliances: a member is not the one that leads."""

import re

from extractors.exhibit import Fact
from extractors.kinds.fields.facts import make_fact
from extractors.kinds.fields.phrases import LEAD, ORGANISED, parties, party
from extractors.kinds.fields.standing import last_date, matched
from extractors.kinds.fields.texts import one_of, text_of, titled
from extractors.kinds.kind import FieldSpec, Found, Kind
from extractors.kinds.tables.holders import together
from extractors.layout import Script


def _consortium(script: Script) -> Found:
    name = matched(
        script,
        "title",
        titled,
        r"(?P<v>[^\t\n,。:;《》“”\"]{2,40}?(?:创新联合体|创新共同体|共同体|产业联盟|创新战略联盟|产学研联盟|联盟))(?![一-鿿]*委员)",
    )
    return Found(tuple(f for f in (name, _members(script), last_date(script, "date")) if f is not None))


MEMBER = re.compile(r"(?:成员|参与|参加)(?:单位|企业)\t?[(（]\t?[乙丙丁戊己庚辛壬癸]方[)）]\t?[:]?\t?(?P<v>[^\n\t]+)")


def _members(script: Script) -> Fact | None:
    """The members of an agreement that names each as a party of its own: 成员单位(乙方), 成员单位(丙方)."""
    facts = [make_fact(script, "members", party, [match.span("v")]) for match in MEMBER.finditer(script.text)]
    return together([fact for fact in facts if fact is not None])


MEMBERS_CERTIFICATES = tuple(f"{rank}单位{paper}" for rank in ("成员", "会员", "理事", "理事长") for paper in ("证书", "证明"))

FIELDS = (
    FieldSpec("title", titled, ("联合体名称", "联盟名称", "名称", "创新联合体名称")),
    FieldSpec(
        "lead",
        parties,
        (
            "牵头单位",
            "牵头企业",
            "牵头单位(甲方)",
            "甲方(牵头单位)",
            "甲方(牵头方)",
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
        flows=(
            rf"(?:批准|接纳|授予|聘任)(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:为|成为|加入)",
            rf"(?:证书|证明|^)(?P<v>(?:(?!证书|证明)[^,。:;]){{4,40}}?(?:{ORGANISED}))(?:为|是|系)[^。]{{0,24}}?(?:成员|会员|理事|理事长)单位",
        ),
    ),
    FieldSpec(
        "role",
        one_of("牵头单位", "理事长单位", "副理事长单位", "理事单位", "成员单位", "会员单位"),
        flows=(r"为[^。]{0,30}?(?P<v>牵头单位|副理事长单位|理事长单位|理事单位|成员单位|会员单位)",),
    ),
    FieldSpec("number", text_of, ("协议编号", "证书编号", "编号")),
)

CONSORTIUM = Kind(
    type="consortium_document",
    titles=(
        rf"{LEAD}(?:创新联合体|共同体|联盟)[^,。;:]{{0,10}}?(?:协议书?|章程|组建方案|备案(?:证明|通知书)|批复|证书|成员名单|成员单位名单)",
    ),
    fields=FIELDS,
    refuse=("申报书", "的公示", "公示期", *MEMBERS_CERTIFICATES),
    read=_consortium,
    pages=12,
    reprints=True,
    follows=("成员单位", "牵头单位", "甲方", "联合体", "联盟"),
    title_rows=8,
    source="dossier C.20 consortium_document",
)

MEMBERSHIP = Kind(
    type="consortium_document",
    titles=(rf"{LEAD}(?:{'|'.join(MEMBERS_CERTIFICATES)})$",),
    fields=FIELDS,
    needs=("联盟|联合体|共同体",),
    refuse=("协议书", "的公示"),
    read=_consortium,
    title_rows=8,
    source="dossier C.20 consortium_document: what an alliance gives each of its members",
)
