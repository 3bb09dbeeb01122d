"""Honours, prizes, first sets and recognitions: whose, which level, which year, how far."""

from typing import Any

from bench.constellations.fourth.desk import (
    ME,
    OTHER,
    PARENT,
    REFUSED,
    SISTER,
    N,
    S,
    Situation,
    paper,
    record,
    row,
)
from extractors.exhibit import Exhibit
from registries.record import Record

BRAND, INNOVATION, CLOUD, DATA = "brand_honours", "innovation_performance", "cloud_honours", "full_business_digitalisation"
GIANT, SRDI, HIDDEN, CHAMPION = "专精特新“小巨人”企业", "浙江省专精特新中小企业", "浙江省隐形冠军企业", "制造业单项冠军示范企业"
CLOUD_LIST, DATA_LIST = "浙江省上云标杆企业", "浙江省大数据应用示范企业"
PRIZE, PROJECT = "浙江省科学技术进步奖", "潮间带装备智能运维关键技术及应用"


def listed(award: str, *holders: str, kind: str = "official_notice", level: str = "省级", year: int = 2021, **facts: Any) -> Exhibit:
    """A notice with its list."""
    rows = tuple(row(holder=holder) for holder in (OTHER, *holders))
    return paper(kind, rows, award=award, level=level, year=year, doc="浙经信数经〔2021〕99号", **facts)


def plate(award: str, holder: str = ME, kind: str = "association_honour", **facts: Any) -> Exhibit:
    """A plaque or certificate."""
    return paper(kind, award=award, holder=holder, **facts)


def honour(award: str, company: str = ME, level: str = "省级", year: int = 2021, **values: str) -> Record:
    """What the registry of honours keeps."""
    return record("honors", list=award, company=company, level=level, year=f"{year}", doc_no="浙经信数经〔2021〕99号", **values)


def prize(holder: str = ME, grade: str = "二等奖", year: int = 2020, award: str = PRIZE, **facts: Any) -> Exhibit:
    """A prize's certificate."""
    return paper("science_award", award=award, title=PROJECT, holder=holder, grade=grade, year=year, **facts)


def won(winners: str = ME, grade: str = "二等奖", year: int = 2020, name: str = PRIZE, **values: str) -> Record:
    """What the registry of prizes keeps."""
    usual = {"name": name, "level": "省级", "grade": grade, "year": f"{year}", "project": PROJECT, "winners": winners}
    return record("awards", **{**usual, **values})


def first(product: str = "潮汐边缘智能网关", level: str = "省内", holder: str = ME, year: int = 2021, **facts: Any) -> Exhibit:
    """A first set's certificate."""
    return paper("first_set_notice", title=product, level=level, holder=holder, year=year, **facts)


def first_known(product: str = "潮汐边缘智能网关", level: str = "省内", company: str = ME, year: int = 2021) -> Record:
    """What the registry of first sets keeps."""
    return record("first_sets", product=product, level=level, company=company, year=f"{year}", doc_no="浙经信装备〔2021〕226号")


def hitech(**facts: Any) -> Exhibit:
    """The certificate of a high-tech company."""
    usual = {"number": "GR202133100582", "holder": ME, "grant_date": "2021-12-10", "valid_to": "2024-12-10"}
    return paper("hitech_certificate", **{**usual, **facts})


REVOKED = "取消" + GIANT + "称号"
SITUATIONS = (
    # --- ladders of titles
    Situation("province's list told as the state's giant", BRAND, "公司入选国家级专精特新“小巨人”企业", REFUSED, (listed(SRDI, ME),), (honour(SRDI),)),
    Situation("state's giant", BRAND, "公司入选国家级专精特新“小巨人”企业", S, (listed(GIANT, ME, level="国家级"),), (honour(GIANT, level="国家级"),)),
    Situation("giant told without its level", BRAND, "公司为专精特新小巨人企业", S, (listed(GIANT, ME, level="国家级"),), (honour(GIANT, level="国家级"),)),
    Situation("hidden champion told as single champion", BRAND, "公司获评制造业单项冠军企业", REFUSED, (listed(HIDDEN, ME),), (honour(HIDDEN),)),
    Situation("hidden champion", BRAND, "公司获评浙江省隐形冠军企业", S, (listed(HIDDEN, ME),), (honour(HIDDEN),)),
    Situation("to be bred told as hidden champion", BRAND, "公司获评浙江省隐形冠军企业", REFUSED, (listed("浙江省隐形冠军培育企业", ME),), (honour("浙江省隐形冠军培育企业"),)),
    Situation("city's champion told as the state's", BRAND, "公司入选国家级制造业单项冠军示范企业", REFUSED, (listed("宁波市制造业单项冠军示范企业", ME, level="市级"),), (honour("宁波市制造业单项冠军示范企业", level="市级"),)),
    Situation("city's champion told without level", BRAND, "公司入选制造业单项冠军示范企业", REFUSED, (listed("宁波市制造业单项冠军示范企业", ME, level="市级"),), (honour("宁波市制造业单项冠军示范企业", level="市级"),), why="without a place the name is the state's own list"),
    Situation("city's champion told as the city's", BRAND, "公司入选宁波市制造业单项冠军示范企业", S, (listed("宁波市制造业单项冠军示范企业", ME, level="市级"),), (honour("宁波市制造业单项冠军示范企业", level="市级"),)),
    Situation("a champion's product told as a champion company", BRAND, "公司获评制造业单项冠军示范企业", REFUSED, (listed("制造业单项冠军产品", ME, level="国家级"),), (honour("制造业单项冠军产品", level="国家级", project="边缘网关"),)),
    Situation("cultivation champion told as model", BRAND, "公司获评制造业单项冠军示范企业", REFUSED, (listed("制造业单项冠军培育企业", ME, level="国家级"),), (honour("制造业单项冠军培育企业", level="国家级"),)),
    Situation("city's model factory told as the province's", BRAND, "公司获评浙江省智能工厂", REFUSED, (listed("宁波市智能工厂", ME, level="市级"),), (honour("宁波市智能工厂", level="市级"),)),
    Situation("district's honour told without level", BRAND, "公司获评智能工厂", (S, N), (listed("宁波市智能工厂", ME, level="市级"),), (honour("宁波市智能工厂", level="市级"),)),
    Situation("science and technology giant told as specialised giant", BRAND, "公司为国家专精特新小巨人企业", REFUSED, (listed("浙江省科技小巨人企业", ME),), (honour("浙江省科技小巨人企业"),)),
    Situation("association's list told as the province's", BRAND, "公司获评浙江省优秀工业产品省级荣誉", REFUSED, (plate("浙江省优秀工业产品", issuer="浙江省工业经济联合会"),), (honour("浙江省优秀工业产品", level="协会", issuer="浙江省工业经济联合会"),)),
    Situation("taken back by a later notice, registry stale", BRAND, "公司为国家级专精特新“小巨人”企业", REFUSED, (listed(GIANT, ME, level="国家级", year=2020), listed(REVOKED, ME, level="国家级", year=2021, subject="关于取消宁波潮汐数联科技有限公司等企业专精特新“小巨人”企业称号的通知", date="2021-11-02")), (honour(GIANT, level="国家级", year=2020),)),
    Situation("others were taken back, registry fresh", BRAND, "公司为国家级专精特新“小巨人”企业", S, (listed(GIANT, ME, level="国家级", year=2020), listed(REVOKED, SISTER, level="国家级", year=2021, subject="关于取消专精特新“小巨人”企业称号的通知", date="2021-11-02")), (honour(GIANT, level="国家级", year=2020),)),
    Situation("only the notice that takes it back", BRAND, "公司为国家级专精特新“小巨人”企业", REFUSED, (listed(REVOKED, ME, level="国家级", year=2021, subject="关于取消专精特新“小巨人”企业称号的通知"),), (honour(GIANT, level="国家级", year=2020),)),
    Situation("three years of a giant are over", BRAND, "公司为国家级专精特新“小巨人”企业", REFUSED, (plate(GIANT, kind="official_notice", level="国家级", year=2018, valid_to="2021-12-31"),), (honour(GIANT, level="国家级", year=2018),)),
    Situation("became one in 2018, said so", BRAND, "公司2018年获评国家级专精特新“小巨人”企业", S, (plate(GIANT, kind="official_notice", level="国家级", year=2018, valid_to="2021-12-31"),), (honour(GIANT, level="国家级", year=2018),)),
    # --- one thing as two
    Situation("one prize under its old and new name", INNOVATION, "获浙江省科学技术进步奖二等奖1项、浙江省科技进步奖二等奖1项", REFUSED, (prize(),), (won(),)),
    Situation("one honour told twice", BRAND, "公司获评浙江省隐形冠军企业、浙江省“隐形冠军”企业", REFUSED, (listed(HIDDEN, ME),), (honour(HIDDEN),)),
    Situation("one cloud honour for two boxes of the list", CLOUD, "公司入选浙江省上云标杆企业、浙江省云上企业", REFUSED, (listed(CLOUD_LIST, ME, kind="cloud_honour_notice"),), (honour(CLOUD_LIST),)),
    Situation("both cloud honours", CLOUD, "公司入选浙江省上云标杆企业、浙江省云上企业", S, (listed(CLOUD_LIST, ME, kind="cloud_honour_notice"), listed("浙江省云上企业", ME, kind="cloud_honour_notice")), (honour(CLOUD_LIST), honour("浙江省云上企业"))),
    Situation("one notice, two years claimed", CLOUD, "公司2020年、2021年连续两年入选浙江省上云标杆企业", REFUSED, (listed(CLOUD_LIST, ME, kind="cloud_honour_notice"),), (honour(CLOUD_LIST),)),
    # --- cloud and data lists
    Situation("city's cloud list", CLOUD, "公司入选上云标杆企业", REFUSED, (listed("宁波市上云标杆企业", ME, kind="cloud_honour_notice", level="市级"),), (honour("宁波市上云标杆企业", level="市级"),)),
    Situation("province's cloud list", CLOUD, "公司入选上云标杆企业", S, (listed(CLOUD_LIST, ME, kind="cloud_honour_notice"),), (honour(CLOUD_LIST),)),
    Situation("ticked, list of 2018", CLOUD, "", REFUSED, (listed(CLOUD_LIST, ME, kind="cloud_honour_notice", year=2018),), (honour(CLOUD_LIST, year=2018),), ("上云标杆",)),
    Situation("ticked, list of 2021", CLOUD, "", S, (listed(CLOUD_LIST, ME, kind="cloud_honour_notice"),), (honour(CLOUD_LIST),), ("上云标杆",)),
    Situation("another province's cloud list", CLOUD, "公司入选省级云上企业", REFUSED, (listed("江苏省星级上云企业", ME, kind="cloud_honour_notice"),), (honour("江苏省星级上云企业"),)),
    Situation("parent on the data list", DATA, "公司入选浙江省大数据应用示范企业", REFUSED, (listed(DATA_LIST, PARENT, kind="bigdata_honour_notice"),), (honour(DATA_LIST, PARENT),)),
    Situation("company on the data list", DATA, "公司入选浙江省大数据应用示范企业", S, (listed(DATA_LIST, ME, kind="bigdata_honour_notice"),), (honour(DATA_LIST),)),
    Situation("trial told as model", DATA, "公司入选浙江省大数据应用示范企业", REFUSED, (listed("浙江省大数据应用培育企业", ME, kind="bigdata_honour_notice"),), (honour("浙江省大数据应用培育企业"),)),
    Situation("reserve of the data list", DATA, "公司入选浙江省大数据应用示范企业", REFUSED, (listed("浙江省大数据应用示范企业储备名单", ME, kind="bigdata_honour_notice"),), (honour("浙江省大数据应用示范企业储备名单"),)),
    # --- prizes
    Situation("prize of a person of the company", INNOVATION, "公司获浙江省科学技术进步奖二等奖1项", REFUSED, (prize(holder="方知远"),), (won(winners="宁波大学"),)),
    Situation("prize of the sister", INNOVATION, "公司获浙江省科学技术进步奖二等奖1项", REFUSED, (prize(holder=SISTER),), (won(winners=SISTER),)),
    Situation("third of the winners, no rank claimed", INNOVATION, "公司获浙江省科学技术进步奖二等奖1项", S, (prize(),), (won(winners=f"宁波大学;{OTHER};{ME}"),)),
    Situation("third of the winners told as the first", INNOVATION, "公司作为第一完成单位获浙江省科学技术进步奖二等奖1项", REFUSED, (prize(),), (won(winners=f"宁波大学;{OTHER};{ME}"),)),
    Situation("third of the winners told as leading", INNOVATION, "公司牵头完成的项目获浙江省科学技术进步奖二等奖", REFUSED, (prize(),), (won(winners=f"宁波大学;{OTHER};{ME}"),)),
    Situation("leading and first", INNOVATION, "公司牵头完成的项目获浙江省科学技术进步奖二等奖", S, (prize(),), (won(winners=f"{ME};宁波大学"),)),
    Situation("third class told as second", INNOVATION, "公司获浙江省科技进步二等奖", REFUSED, (prize(grade="三等奖"),), (won(grade="三等奖"),)),
    Situation("association's science prize told as the province's", INNOVATION, "公司获浙江省科学技术奖一等奖", REFUSED, (prize(award="浙江省机械工业科学技术奖", grade="一等奖", issuer="浙江省机械工业联合会"),), (won(name="浙江省机械工业科学技术奖", grade="一等奖", level="协会"),)),
    Situation("city's science prize told as the province's", INNOVATION, "公司获浙江省科学技术进步奖二等奖", REFUSED, (prize(award="宁波市科学技术进步奖"),), (won(name="宁波市科学技术进步奖", level="市级"),)),
    Situation("china's chamber prize told as the state's", INNOVATION, "公司获国家科学技术进步奖二等奖", REFUSED, (prize(award="中国商业联合会科学技术奖"),), (won(name="中国商业联合会科学技术奖", level="协会"),)),
    Situation("quality prize's nomination", BRAND, "公司荣获浙江省人民政府质量奖", REFUSED, (plate("浙江省人民政府质量奖提名奖", kind="quality_award", year=2020),), (record("awards", name="浙江省人民政府质量奖提名奖", level="省级", grade="提名奖", year="2020", winners=ME),)),
    Situation("quality prize's nomination told as such", BRAND, "公司荣获浙江省人民政府质量奖提名奖", S, (plate("浙江省人民政府质量奖提名奖", kind="quality_award", year=2020),), (record("awards", name="浙江省人民政府质量奖提名奖", level="省级", grade="提名奖", year="2020", winners=ME),)),
    Situation("china patent prize, excellence told as gold", INNOVATION, "公司获中国专利奖金奖1项", REFUSED, (prize(award="中国专利优秀奖", grade="优秀奖"),), (won(name="中国专利优秀奖", grade="优秀奖", level="国家级"),)),
    Situation("two prizes told of one shown", INNOVATION, "公司获省级科学技术进步奖2项", REFUSED, (prize(), prize(number="2020-J-2-001")), (won(),)),
    Situation("award of 2018 by a certificate of 2019", INNOVATION, "公司2019年获浙江省科学技术进步奖二等奖", REFUSED, (prize(year=2018, date="2019-06-01"),), (won(year=2018),), why="the round is 2018's"),
    # --- first sets
    Situation("province's first told as the country's", INNOVATION, "公司产品“潮汐边缘智能网关”被认定为国内首台（套）产品", REFUSED, (first(),), (first_known(),)),
    Situation("province's first told as the province's", INNOVATION, "公司产品“潮汐边缘智能网关”被认定为省内首台（套）产品", S, (first(),), (first_known(),)),
    Situation("city's first told as the province's", INNOVATION, "公司产品“潮汐边缘智能网关”被认定为浙江省首台（套）产品", REFUSED, (first(level="市级"),), (first_known(level="市级"),)),
    Situation("first of another product", INNOVATION, "公司产品“潮汐数据中台软件”被认定为省内首台（套）产品", REFUSED, (first(),), (first_known(),)),
    Situation("first of the sister", INNOVATION, "公司产品“潮汐边缘智能网关”被认定为省内首台（套）产品", REFUSED, (first(holder=SISTER),), (first_known(company=SISTER),)),
    Situation("first of another year", INNOVATION, "2021年“潮汐边缘智能网关”被认定为省内首台（套）产品", REFUSED, (first(year=2017),), (first_known(year=2017),)),
    Situation("first set before the window", INNOVATION, "“潮汐边缘智能网关”被认定为省内首台（套）产品", REFUSED, (first(year=2017),), (first_known(year=2017),)),
    Situation("two first sets told of one", INNOVATION, "首台（套）产品2项", REFUSED, (first(), first(number="2")), (first_known(),)),
    Situation("two first sets", INNOVATION, "首台（套）产品2项", S, (first(), first("潮汐岸桥控制器")), (first_known(), first_known("潮汐岸桥控制器"))),
    # --- high-tech and the like
    Situation("high-tech run out", BRAND, "公司为国家高新技术企业", REFUSED, (hitech(number="GR201833100582", grant_date="2018-11-27", valid_to="2021-11-27"),)),
    Situation("high-tech in force", BRAND, "公司为国家高新技术企业", S, (hitech(),)),
    Situation("high-tech of the sister", BRAND, "公司为国家高新技术企业", REFUSED, (hitech(holder=SISTER),)),
    Situation("high-tech without term and day", BRAND, "公司为国家高新技术企业", REFUSED, (paper("hitech_certificate", number="GR201533100582", holder=ME),), why="issued 2015 by its number"),
    Situation("high-tech granted after the day", BRAND, "公司为国家高新技术企业", REFUSED, (hitech(number="GR202233100582", grant_date="2022-12-01", valid_to="2025-12-01"),)),
    Situation("high-tech number of another year than its date", BRAND, "公司为国家高新技术企业", REFUSED, (hitech(number="GR201733100582"),), why="a certificate whose number says 2017 and whose date says 2021"),
    Situation("high-tech told of a year it was not granted in", BRAND, "公司2019年被认定为国家高新技术企业", REFUSED, (hitech(),)),
    Situation("province's centre told as high-tech", BRAND, "公司为国家高新技术企业", REFUSED, (plate("浙江省高新技术企业研究开发中心", kind="platform_recognition", level="省级", year=2020),), (honour("浙江省高新技术企业研究开发中心", year=2020),)),
    Situation("small tech company told as high-tech", BRAND, "公司为国家高新技术企业", REFUSED, (plate("浙江省科技型中小企业", kind="official_notice", level="省级", year=2020),), (honour("浙江省科技型中小企业", year=2020),)),
    # --- quality marks
    Situation("品字标 of another company", BRAND, "产品获品字标浙江制造认证", REFUSED, (paper("pinzibiao_certificate", holder=SISTER, standard="T/ZZB 1632—2020", title="网关", valid_to="2023-08-13"),)),
    Situation("品字标 for a product", BRAND, "产品获品字标浙江制造认证", S, (paper("pinzibiao_certificate", holder=ME, standard="T/ZZB 1632—2020", title="网关", number="CZJM2020P001", valid_to="2023-08-13"),)),
    Situation("品字标 told as premium of the province", BRAND, "产品入选浙江制造精品", REFUSED, (paper("pinzibiao_certificate", holder=ME, standard="T/ZZB 1632—2020", title="网关", valid_to="2023-08-13"),)),
    Situation("tax grade told as public credit", BRAND, "公司公共信用评价等级为优秀", REFUSED, (plate("纳税信用A级", grade="A"),), (honour("纳税信用A级"),)),
    Situation("AAA of an agency told of an association", BRAND, "公司获AAA级信用企业", (S, N), (plate("AAA级信用企业", issuer="浙江省企业信用促进会"),), (honour("AAA级信用企业", level="协会"),)),
    Situation("AA of an agency told as AAA", BRAND, "公司获AAA级信用企业", REFUSED, (plate("AA级信用企业", issuer="浙江省企业信用促进会", grade="AA"),), (honour("AA级信用企业", level="协会", grade="AA"),)),
    Situation("publicity only", BRAND, "公司入选浙江省隐形冠军企业", REFUSED, (listed(HIDDEN, ME, kind="publicity_notice"),), (honour(HIDDEN),)),
    Situation("nothing in the registry", BRAND, "公司入选浙江省隐形冠军企业", REFUSED, (listed(HIDDEN, ME),)),
    Situation("talent: city's team told as the province's", "leading_talent", "公司拥有浙江省领军型创新创业团队1个", REFUSED, (listed("宁波市领军型创新创业团队", ME, kind="talent_notice", level="市级"),), (honour("宁波市领军型创新创业团队", level="市级"),)),
    Situation("talent: province's team", "leading_talent", "公司拥有浙江省领军型创新创业团队1个", S, (listed("浙江省领军型创新创业团队", ME, kind="talent_notice"),), (honour("浙江省领军型创新创业团队"),)),
    Situation("talent: city's programme of 3315 told as provincial talents", "leading_talent", "公司拥有省级以上领军人才3名", REFUSED, (listed("宁波市“3315计划”创新人才", ME, kind="talent_notice", level="市级"),), (honour("宁波市“3315计划”创新人才", level="市级", project="方知远"),)),
    Situation("talent: two told, one person on two lists", "leading_talent", "公司拥有国家万人计划人才2名", REFUSED, (listed("国家万人计划", ME, kind="talent_notice", level="国家级", year=2019), listed("国家万人计划", ME, kind="talent_notice", level="国家级", year=2020)), (honour("国家万人计划", level="国家级", year=2019, project="方知远"), honour("国家万人计划", level="国家级", year=2020, project="方知远"))),
    Situation("talent: with the university when named", "leading_talent", "公司拥有国家万人计划人才1名", REFUSED, (listed("国家万人计划", "宁波大学", kind="talent_notice", level="国家级"),), (honour("国家万人计划", "宁波大学", level="国家级", project="方知远"),)),
)  # fmt: skip
