"""The nine kinds of registries: which columns each has, and what every column means.

Listed by hand: this table is the contract with the offices that give us their lists. A column's role says
how it is cleaned and compared; `labels` are the headers that offices really write. `certain_by` are the sets
of columns that together name one record when there is no number, `blockers` those whose contradiction means
that another record is meant, and `key` makes the record's id (else a hash of its content does).
"""

from dataclasses import dataclass
from enum import Enum

from registries.errors import UnknownKind
from registries.values.identifiers import (
    Identifier,
    MlpsNumber,
    PatentNumber,
    PublicationNumber,
    SoftwareCertificateNumber,
    SoftwareNumber,
    StandardNumber,
    Uscc,
)


class Role(Enum):
    """What a column holds, and so how it is compared."""

    NUMBER = "number"
    TITLE = "title"
    COMPANY = "company"
    COMPANIES = "companies"
    PEOPLE = "people"
    DATE = "date"
    YEAR = "year"
    LEVEL = "level"
    FIRST_SET_LEVEL = "first_set_level"
    SECURITY_LEVEL = "security_level"
    AWARD_GRADE = "award_grade"
    CREDIT_GRADE = "credit_grade"
    AMOUNT = "amount"
    VERSION = "version"
    WORD = "word"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in the contract, its role, and the headers under which offices give it."""

    name: str
    role: Role
    labels: tuple[str, ...]
    weight: float = 1.0
    identifier: type[Identifier] | None = None
    required: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of registry."""

    name: str
    title: str
    office: str
    columns: tuple[Column, ...]
    number: str = ""
    key: tuple[str, ...] = ()
    certain_by: tuple[frozenset[str], ...] = ()
    blockers: frozenset[str] = frozenset()
    confirming: frozenset[str] = frozenset()
    """Columns that uphold a number although title and holder were read otherwise."""
    searched: tuple[str, ...] = ()
    dated: str = ""
    """The column with the day of a record that is one of a series (credit ratings)."""
    paper_date: str = ""
    """The column with the day on which the paper was issued: a former name must have held then."""

    def column(self, name: str) -> Column | None:
        """The column of that name, if the kind has it."""
        return next((column for column in self.columns if column.name == name), None)

    def by_role(self, *roles: Role) -> tuple[Column, ...]:
        """All columns of these roles, in order."""
        return tuple(column for column in self.columns if column.role in roles)


def _sets(*columns: str) -> tuple[frozenset[str], ...]:
    """`a+b` for columns that must agree together."""
    return tuple(frozenset(each.split("+")) for each in columns)


C, R = Column, Role

COMPANIES = Kind(
    "companies",
    "企业登记信息",
    "市场监督管理部门（国家企业信用信息公示系统）登记的企业，含曾用名与母公司",
    (
        C(
            "uscc",
            R.NUMBER,
            ("统一社会信用代码", "社会信用代码", "信用代码", "统一代码"),
            3,
            Uscc,
            example="91330201MA2AGX576R",
        ),
        C(
            "name",
            R.COMPANY,
            ("企业名称", "单位名称", "公司名称", "名称"),
            3,
            required=True,
            example="宁波示例数字科技有限公司",
        ),
        C(
            "former_names",
            R.TEXT,
            ("曾用名", "曾用名称", "历史名称"),
            example="宁波示例软件有限公司@2015-03-01..2019-06-30",
        ),
        C("legal_representative", R.PEOPLE, ("法定代表人", "法人代表", "法人", "负责人"), example="张三"),
        C(
            "registered_capital_wan",
            R.AMOUNT,
            ("注册资本", "注册资本（万元）", "注册资本(万元)", "注册资金"),
            example="5000",
        ),
        C(
            "address",
            R.TEXT,
            ("住所", "注册地址", "地址", "企业地址"),
            0.5,
            example="浙江省宁波市高新区示例路1号",
        ),
        C("status", R.WORD, ("登记状态", "经营状态", "企业状态", "状态"), 0.2, example="存续"),
        C("parent", R.COMPANY, ("母公司", "控股股东", "上级单位"), 0.2, example=""),
    ),
    number="uscc",
    key=("uscc",),
    certain_by=_sets("name"),
    searched=("name", "former_names"),
)

PATENTS = Kind(
    "patents",
    "专利登记",
    "国家知识产权局的专利登记簿：著录项目、权利人与法律状态",
    (
        C(
            "application_no",
            R.NUMBER,
            ("申请号", "专利号", "申请号/专利号", "专利申请号", "申请（专利）号"),
            3,
            PatentNumber,
            True,
            "201910876543.2",
        ),
        C(
            "publication_no",
            R.NUMBER,
            ("授权公告号", "公开（公告）号", "公告号", "公开号", "公开公告号"),
            2,
            PublicationNumber,
            example="CN110123456B",
        ),
        C("kind", R.WORD, ("专利类型", "类型", "专利种类", "种类"), 0.5, example="发明"),
        C(
            "title",
            R.TITLE,
            ("发明名称", "专利名称", "名称", "标题", "发明创造名称"),
            3,
            example="一种设备数据采集方法及系统",
        ),
        C(
            "owners",
            R.COMPANIES,
            ("专利权人", "权利人", "申请（专利权）人", "当前权利人", "申请人", "专利权人名称"),
            2,
            example="宁波示例数字科技有限公司",
        ),
        C(
            "inventors",
            R.PEOPLE,
            ("发明人", "设计人", "发明（设计）人", "发明人/设计人"),
            0.5,
            example="张三;李四",
        ),
        C("filing_date", R.DATE, ("申请日", "申请日期", "专利申请日"), example="2019-09-17"),
        C(
            "grant_date",
            R.DATE,
            ("授权公告日", "授权日", "授权日期", "公告日", "授权公告日期"),
            example="2021-05-18",
        ),
        C("status", R.WORD, ("法律状态", "专利状态", "状态", "当前法律状态"), 0, example="有效"),
        C("status_date", R.DATE, ("法律状态日", "状态日期", "法律状态公告日"), 0, example="2021-05-18"),
        C("certificate_no", R.WORD, ("证书号", "证书编号"), 0.5, example="4428001"),
        C("ipc", R.TEXT, ("主分类号", "IPC", "IPC分类号", "分类号"), 0.2, example="G06F 16/25"),
    ),
    number="application_no",
    key=("application_no",),
    certain_by=_sets("title+owners", "publication_no+title", "publication_no+owners"),
    blockers=frozenset({"kind"}),
    confirming=frozenset({"publication_no", "certificate_no"}),
    searched=("title", "owners"),
    paper_date="grant_date",
)

SOFTWARE_COPYRIGHTS = Kind(
    "software_copyrights",
    "计算机软件著作权登记",
    "中国版权保护中心登记的计算机软件著作权",
    (
        C(
            "registration_no",
            R.NUMBER,
            ("登记号", "软著登记号", "著作权登记号"),
            3,
            SoftwareNumber,
            True,
            "2021SR0123456",
        ),
        C(
            "certificate_no",
            R.NUMBER,
            ("证书号", "证书编号", "软著证书号"),
            2,
            SoftwareCertificateNumber,
            example="软著登字第6846082号",
        ),
        C("name", R.TITLE, ("软件名称", "软件全称", "名称", "作品名称"), 3, example="示例生产管理软件"),
        C("version", R.VERSION, ("版本号", "版本"), 0.5, example="V1.0"),
        C(
            "owners",
            R.COMPANIES,
            ("著作权人", "权利人", "著作权人名称"),
            2,
            example="宁波示例数字科技有限公司",
        ),
        C("completed_on", R.DATE, ("开发完成日期", "完成日期", "开发完成日"), example="2020-12-01"),
        C("published_on", R.DATE, ("首次发表日期", "发表日期", "首次发表日"), 0.5, example="2020-12-15"),
        C("registered_on", R.DATE, ("登记日期", "登记日", "发证日期", "批准日期"), example="2021-01-22"),
        C("acquisition", R.WORD, ("权利取得方式", "取得方式"), 0.2, example="原始取得"),
    ),
    number="registration_no",
    key=("registration_no",),
    certain_by=_sets("name+owners", "certificate_no+name", "certificate_no+owners"),
    blockers=frozenset({"version"}),
    confirming=frozenset({"certificate_no"}),
    searched=("name", "owners"),
    paper_date="registered_on",
)

STANDARDS = Kind(
    "standards",
    "标准",
    "全国标准信息公共服务平台、地方标准与全国团体标准信息平台公布的标准及起草单位",
    (
        C(
            "standard_no",
            R.NUMBER,
            ("标准号", "标准编号", "标准代号"),
            3,
            StandardNumber,
            True,
            "GB/T 12345—2021",
        ),
        C(
            "title",
            R.TITLE,
            ("标准名称", "中文名称", "名称", "标准中文名称"),
            3,
            example="工业互联网 示例平台 第1部分：总则",
        ),
        C("level", R.WORD, ("标准级别", "级别", "标准类别", "标准层级", "标准类型"), 0.5, example="国家"),
        C(
            "drafters",
            R.COMPANIES,
            ("起草单位", "主要起草单位", "参编单位", "起草单位（按顺序）"),
            2,
            example="宁波示例数字科技有限公司;示例大学",
        ),
        C("publish_date", R.DATE, ("发布日期", "发布日", "发布时间"), example="2021-08-20"),
        C("status", R.WORD, ("标准状态", "状态"), 0, example="现行"),
    ),
    number="standard_no",
    key=("standard_no",),
    certain_by=_sets("title+drafters", "title+publish_date"),
    searched=("title", "drafters"),
    paper_date="publish_date",
)

AWARDS = Kind(
    "awards",
    "科学技术奖励",
    "科技行政部门和奖励办公室公布的获奖项目及完成单位（按位次）",
    (
        C(
            "name",
            R.TITLE,
            ("奖项名称", "奖励名称", "奖种", "奖项", "获奖名称"),
            2,
            required=True,
            example="浙江省科学技术进步奖",
        ),
        C("level", R.LEVEL, ("级别", "奖励级别", "层级"), 0.5, example="省级"),
        C("grade", R.AWARD_GRADE, ("等级", "奖励等级", "获奖等级", "等次"), example="二等奖"),
        C("year", R.YEAR, ("年度", "年份", "奖励年度", "获奖年度"), example="2020"),
        C(
            "project",
            R.TITLE,
            ("项目名称", "成果名称", "获奖项目", "项目"),
            3,
            example="高端装备协同优化关键技术及应用",
        ),
        C(
            "winners",
            R.COMPANIES,
            ("完成单位", "主要完成单位", "获奖单位", "获奖者"),
            2,
            required=True,
            example="宁波示例数字科技有限公司;示例大学",
        ),
        C("certificate_no", R.WORD, ("证书号", "证书编号", "奖励证书号"), 0.2, example="2020-J-2-001"),
    ),
    certain_by=_sets("name+project+winners", "name+year+project", "name+year+grade+winners"),
    blockers=frozenset({"project"}),
    searched=("project", "winners", "name"),
)

FIRST_SETS = Kind(
    "first_sets",
    "首台（套）产品",
    "经济和信息化主管部门公布的首台（套）产品认定目录",
    (
        C(
            "product",
            R.TITLE,
            ("产品名称", "装备名称", "首台套产品", "产品", "首台（套）产品名称"),
            3,
            required=True,
            example="大型立式加工中心",
        ),
        C(
            "company",
            R.COMPANY,
            ("企业名称", "研制单位", "单位名称", "申报单位", "企业"),
            3,
            required=True,
            example="宁波示例装备有限公司",
        ),
        C("level", R.FIRST_SET_LEVEL, ("认定级别", "级别", "认定类别", "等级", "类别"), example="国内"),
        C("year", R.YEAR, ("年度", "年份", "认定年度", "认定年份"), example="2021"),
        C(
            "doc_no",
            R.WORD,
            ("文号", "文件号", "认定文号", "文件文号"),
            0.5,
            example="浙经信装备〔2021〕226号",
        ),
    ),
    certain_by=_sets("product+company"),
    blockers=frozenset({"year"}),
    searched=("product", "company"),
)

HONORS = Kind(
    "honors",
    "荣誉与试点示范名单",
    "各级主管部门公布的荣誉、试点示范与培育名单",
    (
        C(
            "list",
            R.TITLE,
            ("名单名称", "名单", "荣誉名称", "荣誉", "称号", "奖项名称"),
            3,
            required=True,
            example="浙江省上云标杆企业",
        ),
        C("level", R.LEVEL, ("级别", "荣誉级别", "层级"), example="省级"),
        C("year", R.YEAR, ("年度", "年份", "认定年度", "公布年度"), example="2021"),
        C(
            "company",
            R.COMPANY,
            ("企业名称", "单位名称", "获得单位", "入选单位", "企业"),
            3,
            required=True,
            example="宁波示例数字科技有限公司",
        ),
        C("project", R.TITLE, ("项目名称", "产品名称", "入选项目", "项目"), 2, example=""),
        C(
            "issuer",
            R.TEXT,
            ("发文单位", "公布单位", "认定单位", "颁发单位", "发证机关"),
            0.3,
            example="浙江省经济和信息化厅",
        ),
        C(
            "doc_no",
            R.WORD,
            ("文号", "文件号", "发文字号", "文件文号"),
            0.5,
            example="浙经信数经〔2021〕120号",
        ),
    ),
    certain_by=_sets("list+company+year", "list+company+project"),
    blockers=frozenset({"year", "level"}),
    searched=("company", "project", "list"),
)

CREDIT_RATINGS = Kind(
    "credit_ratings",
    "公共信用评价",
    "公共信用信息平台（信用浙江）的企业公共信用评价结果",
    (
        C(
            "uscc",
            R.NUMBER,
            ("统一社会信用代码", "社会信用代码", "信用代码"),
            3,
            Uscc,
            example="91330201MA2AGX576R",
        ),
        C(
            "company",
            R.COMPANY,
            ("企业名称", "单位名称", "企业", "主体名称"),
            3,
            required=True,
            example="宁波示例数字科技有限公司",
        ),
        C(
            "grade",
            R.CREDIT_GRADE,
            ("评价等级", "信用等级", "等级", "评价结果"),
            required=True,
            example="良好",
        ),
        C("score", R.AMOUNT, ("评价得分", "信用得分", "得分", "分数", "信用分"), 0.5, example="826"),
        C(
            "date",
            R.DATE,
            ("评价日期", "评价时间", "日期", "更新日期", "查询日期"),
            0.5,
            example="2022-03-01",
        ),
    ),
    number="uscc",
    key=("uscc", "company", "date"),
    certain_by=_sets("company"),
    searched=("company",),
    dated="date",
)

SECURITY_FILINGS = Kind(
    "security_filings",
    "网络安全等级保护备案",
    "公安机关网络安全保卫部门的等级保护备案",
    (
        C(
            "number",
            R.NUMBER,
            ("备案证明编号", "备案编号", "备案号", "证明编号", "编号"),
            3,
            MlpsNumber,
            example="33020012345-21001",
        ),
        C(
            "company",
            R.COMPANY,
            ("备案单位", "单位名称", "企业名称", "运营单位"),
            3,
            required=True,
            example="宁波示例数字科技有限公司",
        ),
        C(
            "system",
            R.TITLE,
            ("系统名称", "信息系统名称", "备案系统", "定级对象名称"),
            3,
            required=True,
            example="示例云服务平台",
        ),
        C("level", R.SECURITY_LEVEL, ("安全保护等级", "等级", "备案等级", "级别", "保护等级"), example="3"),
        C("date", R.DATE, ("备案日期", "备案时间", "发证日期", "日期"), example="2021-06-18"),
    ),
    number="number",
    key=("number",),
    certain_by=_sets("company+system"),
    searched=("company", "system"),
    paper_date="date",
)

KINDS: tuple[Kind, ...] = (
    COMPANIES,
    PATENTS,
    SOFTWARE_COPYRIGHTS,
    STANDARDS,
    AWARDS,
    FIRST_SETS,
    HONORS,
    CREDIT_RATINGS,
    SECURITY_FILINGS,
)


def find_kind(name: str) -> Kind:
    """The kind of that name.

    Args:
        name: one of the nine names, such as `patents`.

    Returns:
        The kind.

    Raises:
        UnknownKind: the name is none of the nine.
    """
    for kind in KINDS:
        if kind.name == name:
            return kind
    known = "、".join(kind.name for kind in KINDS)
    raise UnknownKind(f"没有名为“{name}”的登记库，请使用以下名称之一：{known}")
