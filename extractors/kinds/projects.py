"""Projects: task books, approvals and acceptances, appraisals, work on international standards, consortia.

An application form of a project is no project: its kind stands in `hearsay`. The programme decides the
level, not the office that forwarded the paper: 宁波市科技创新2025重大专项 is the city's.
"""

import re

from extractors.exhibit import Fact
from extractors.kinds.facts import fact_of, make_fact
from extractors.kinds.kind import FieldSpec, Found, Kind, Reading
from extractors.kinds.parsing import dated, one_of, person, text_of, titled
from extractors.kinds.phrases import INTERNATIONAL, ORGANISED, international_number, parties, party, period
from extractors.kinds.standing import last_date, matched
from extractors.layout import Script
from registries.values.levels import level_of

LEAD = r"[^,。;:、《]{0,30}?"
"""What may stand before the telling words of a title: no sentence."""

PROGRAMME = (
    r"(?:国家|浙江省|[一-鿿]{2,3}市)?[一-鿿“”\"0-9]{0,12}?(?:重点研发(?:计划)?|科技重大专项|重大科技专项|科技创新2030|"
    r"科技创新2025重大专项|重大专项|尖兵|领雁|科技计划|产业基础再造|高质量发展专项|重大科技攻关)"
)

PROJECT_FIELDS = (
    FieldSpec(
        "number",
        text_of,
        ("项目编号", "课题编号", "项目(课题)编号", "立项编号", "计划编号", "项目合同编号", "项目立项编号", "专项编号"),
        flows=(r"(?P<v>20\d\dYF[A-Z]\d{7}|20\d\dZD\d{7}|20\d\dC\d{5})(?!\d)",),
    ),
    FieldSpec("title", titled, ("项目名称", "课题名称", "项目(课题)名称", "立项项目名称"), wraps=True),
    FieldSpec(
        "holder",
        parties,
        ("项目牵头承担单位", "项目牵头单位", "牵头承担单位", "项目承担单位", "课题承担单位", "牵头单位", "承担单位",
         "项目申报单位", "项目单位", "完成单位", "第一承担单位", "承担单位(乙方)", "项目实施单位"),
        wraps=True,
        flows=(rf"由(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:牵头)?承担的?",),
    ),
    FieldSpec(
        "coop",
        parties,
        ("项目参与单位", "项目合作单位", "参与单位", "合作单位", "参加单位", "联合承担单位", "课题参与单位", "协作单位"),
        wraps=True,
    ),
    FieldSpec(
        "period",
        period,
        ("项目起止时间", "起止时间", "起止年限", "起止年月", "项目起止年限", "执行期限", "项目执行期", "实施期限", "研究期限", "实施周期"),
        flows=(r"(?:执行期|实施期|起止时间)(?:为|:)?(?P<v>20\d\d年\d{1,2}月(?:\d{1,2}日)?(?:至|-|—|~)+20\d\d年\d{1,2}月)",),
    ),
    FieldSpec("conclusion", one_of("通过验收", "同意结题", "不通过验收", "结题", "暂缓通过"), ("验收结论", "绩效评价结论", "验收意见"),
              flows=(r"(?P<v>(?:不予|同意|予以)?通过验收)",)),
    FieldSpec("principal", person, ("项目负责人", "课题负责人", "项目组长")),
)


def _project(script: Script) -> Found:
    facts: list[Fact | None] = [_programme(script), last_date(script, "date")]
    programme = facts[0]
    level = level_of(str(programme.value)) if programme else ""
    if programme is not None and level:
        facts.append(Fact("level", level, programme.quote, programme.places, programme.confidence))
    return Found(tuple(f for f in facts if f is not None))


def _programme(script: Script) -> Fact | None:
    """The programme, from the rows of the title; a programme named in the text may be another's."""
    for number in range(min(10, len(script.rows))):
        start, end = script.row_span(number)
        row = script.text[start:end].replace("\t", "")
        match = re.search(PROGRAMME, row)
        if match and not re.search(r"[。,]", row):
            return fact_of(script, "programme", Reading(_named(match[0])), script.raw[start:end], [(start, end)])
    return None


def _named(programme: str) -> str:
    bare = re.sub(r"[“”\"]", "", programme)
    return bare if bare.endswith(("计划", "专项", "2030", "尖兵", "领雁", "攻关")) else bare + "计划"


PROJECT = Kind(
    type="major_project",
    titles=(
        rf"{LEAD}(?:项目|课题|专项|计划)?(?:任务(?:合同)?书|合同书|计划任务书|立项(?:通知书?|批复|证明)书?)",
        rf"{LEAD}(?:项目|课题|计划)(?:综合绩效评价|综合绩效|验收|结题|财务验收)(?:结论书?|意见书?|证书|通知书|报告)",
    ),
    fields=PROJECT_FIELDS,
    needs=(rf"{PROGRAMME}",),
    refuse=("申报书", "申请书", "可行性研究报告", "申报通知", "劳动合同", "的公示", "公示期"),
    read=_project,
    rank=1,
    pages=60,
    reprints=True,
    follows=("项目编号", "课题编号", "任务书", "考核指标", "经费预算", "项目负责人", "研究内容", "签订各方", "甲方", "验收意见", "专家组"),
    title_rows=10,
    source="国家科技计划项目任务书; 浙江省科技计划项目管理办法; dossier C.8, C.20 major_project",
)

LEVELS = ("国际领先", "国际先进", "国内领先", "国内先进", "省内领先", "填补国内空白")
OPINION = r"(?:鉴定意见|鉴定结论|评价意见|评价结论|评审意见|验收意见|鉴定委员会(?:一致)?认为|专家组(?:一致)?认为|查新结论|结论)"


def _appraisal(script: Script) -> Found:
    """How advanced it is, in the committee's words only: what the company says of itself is no opinion."""
    opinion = re.search(OPINION, script.text)
    start = opinion.end() if opinion else len(script.text)
    level = next(
        (
            make_fact(script, "level", one_of(*LEVELS), [(start + m.start(), start + m.end())])
            for m in re.finditer("|".join(r"[\t\n]*".join(word) for word in LEVELS), script.text[start:])
        ),
        None,
    )
    return Found(tuple(f for f in (level, last_date(script, "date")) if f is not None))


APPRAISAL = Kind(
    type="tech_appraisal",
    titles=(
        rf"{LEAD}(?:科技成果|科学技术成果|新产品|新技术|工业新产品|技术成果|成果)(?:\(新技术\))?[^,。]{{0,8}}?(?:鉴定|评价|评审|登记|验收)(?:验收)?(?:证书|报告|意见书?)",
        r"科技查新(?:咨询)?报告(?:书)?",
    ),
    fields=(
        FieldSpec(
            "number",
            text_of,
            ("鉴定证书编号", "评价报告编号", "证书编号", "报告编号", "登记号", "登记编号", "鉴定编号", "批准登记号", "编号"),
            flows=(r"(?P<v>[一-鿿]{2,8}鉴?字?[〔\[(]20\d\d[〕\])]第?\d{1,5}号)",),
        ),
        FieldSpec("title", titled, ("成果名称", "新产品名称", "产品名称", "项目名称", "查新项目名称", "技术名称"), wraps=True),
        FieldSpec(
            "holder",
            parties,
            ("第一完成单位", "主要完成单位", "完成单位", "研制单位", "委托单位", "委托人", "申请单位", "申请评价单位", "研发单位"),
            wraps=True,
        ),
        FieldSpec(
            "committee",
            party,
            ("组织鉴定单位", "主持鉴定单位", "鉴定单位", "组织评价单位", "评价单位", "评价机构", "鉴定机构", "鉴定组织单位", "查新机构", "登记机构", "组织验收单位"),
            wraps=True,
        ),
        FieldSpec("date", dated, ("鉴定日期", "评价日期", "查新完成日期", "登记日期", "批准日期", "鉴定批准日期")),
    ),
    refuse=("申报书", "的公示", "公示期"),
    read=_appraisal,
    rank=1,
    pages=20,
    reprints=True,
    follows=("鉴定意见", "评价意见", "评价结论", "查新结论", "鉴定委员会", "专家组", "主要技术文件", "查新点"),
    title_rows=10,
    source="《科学技术成果鉴定办法》; 《科技查新规范》; dossier C.20 tech_appraisal",
)

ROLES = {
    "ProjectLeader": "Project Leader", "Co-editor": "Co-editor", "Editor": "Editor", "Convenor": "Convenor",
    "Rapporteur": "Rapporteur", "Contributor": "Contributor", "Expert": "Expert", "项目负责人": "项目负责人",
    "召集人": "召集人", "主导": "主导", "牵头": "牵头", "联合牵头": "牵头", "参与": "参与", "注册专家": "注册专家", "专家": "专家",
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
            ("标准编号", "国际标准编号", "项目编号", "Projectnumber", "ProjectNo", "Standardnumber", "Reference"),
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
            ("单位名称", "参与单位", "提案单位", "牵头单位", "参加单位", "Organization", "Company", "Affiliation"),
            wraps=True,
            flows=(rf"(?:兹证明|特此证明|(?<!特此)证明|确认)[:,]?(?P<v>(?!兹)[^,。:;]{{4,40}}?(?:{ORGANISED}))",
                   r"(?i)(?:thatexperts?from|that|from|of)(?P<v>[A-Z][A-Za-z.,&()]{4,60}?(?:Co\.,?Ltd\.?|Ltd\.?|Inc\.?|Corporation))"),
        ),
        FieldSpec(
            "role",
            _role,
            ("承担角色", "角色", "参与方式", "担任职务", "Role", "Position"),
            flows=(r"(?P<v>ProjectLeader|Convenor|Co-editor|Editor|Rapporteur|Contributor)",
                   r"(?P<v>主导|牵头|项目负责人|召集人|参与)(?:制定|起草|研制|了|编制|担任|,|。|国际)", r"担任(?P<v>项目负责人|召集人|注册专家)",
                   r"(?P<v>Expert|注册专家)"),
        ),
        FieldSpec("person", text_of, ("姓名", "专家姓名", "Expertname", "Name"), flows=(r"公司(?P<v>[一-鿿]{2,3})(?:同志)?担任", )),
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
        script, "title", titled, r"(?P<v>[^\t\n,。:;《》“”\"]{2,40}?(?:创新联合体|创新共同体|共同体|产业联盟|创新战略联盟|产学研联盟|联盟))(?![一-鿿]*委员)"
    )
    return Found(tuple(f for f in (name, last_date(script, "date")) if f is not None))


CONSORTIUM = Kind(
    type="consortium_document",
    titles=(rf"{LEAD}(?:创新联合体|共同体|联盟)[^,。;:]{{0,10}}?(?:协议书?|章程|组建方案|备案(?:证明|通知书)|批复|证书|成员名单|成员单位名单)",),
    fields=(
        FieldSpec("title", titled, ("联合体名称", "联盟名称", "名称", "创新联合体名称")),
        FieldSpec(
            "lead",
            parties,
            ("牵头单位", "牵头企业", "牵头单位(甲方)", "理事长单位", "联盟理事长单位", "盟主单位", "牵头组建单位"),
            wraps=True,
            flows=(rf"由(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:作为牵头单位|牵头)",),
        ),
        FieldSpec("members", parties, ("成员单位", "参与单位", "参加单位", "联合体成员", "副理事长单位", "核心成员单位"), wraps=True,
                  flows=(r"(?:联合|会同)(?P<v>[^。:;]{6,200}?)(?:等\d*家?单位)?(?:共同|联合)(?:组建|发起)",)),
        FieldSpec("holder", party, flows=(rf"(?:批准|接纳|授予|聘任)(?P<v>[^,。:;]{{4,40}}?(?:{ORGANISED}))(?:为|成为|加入)",)),
        FieldSpec("role", one_of("牵头单位", "理事长单位", "副理事长单位", "理事单位", "成员单位", "会员单位"),
                  flows=(r"为[^。]{0,30}?(?P<v>牵头单位|副理事长单位|理事长单位|理事单位|成员单位|会员单位)",)),
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

KINDS = (PROJECT, APPRAISAL, INTERNATIONAL_STANDARD, CONSORTIUM)
