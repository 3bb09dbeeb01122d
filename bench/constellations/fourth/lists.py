"""Third part: sentences that list things, figures without their noun, clouds, and what a second look found."""

from typing import Any

from bench.constellations.fourth.certificates import certificate, filed, filing
from bench.constellations.fourth.desk import ME, OTHER, PARENT, REFUSED, N, S, Situation, paper
from bench.constellations.fourth.ecology import contract, report
from bench.constellations.fourth.figures import audit
from bench.constellations.fourth.honours import GIANT, honour, listed, prize, won
from bench.constellations.fourth.projects import entry as base_entry
from bench.constellations.fourth.projects import task
from bench.constellations.fourth.rights import entry, registered, sheet, software
from extractors.exhibit import Exhibit

TECHNOLOGY, SECURITY, MANAGEMENT, INNOVATION, BRAND = "controllable_technology", "security_technology", "security_management", "innovation_performance", "brand_honours"
GIVEN, KNOWN = listed(GIANT, ME, level="国家级"), honour(GIANT, level="国家级")
FACTORY = "浙江省未来工厂"


def cloud(items: str, vendor: str = "阿里云计算有限公司", **facts: Any) -> Exhibit:
    """A contract about a cloud."""
    return paper("cloud_contract", **{"holder": ME, "vendor": vendor, "items": items, **facts})


SITUATIONS = (
    # --- figures that no noun or unit follows
    Situation("thirty and more inventions in signs, beside what is proved", TECHNOLOGY, "拥有软件著作权1件，发明专利30+件", REFUSED, (software(),), (registered(),)),
    Situation("inventions behind a colon, beside what is proved", TECHNOLOGY, "软件著作权1件；发明专利：26", REFUSED, (software(),), (registered(),)),
    Situation("one and more inventions in signs", TECHNOLOGY, "拥有发明专利1+件", (S, N), (sheet(1), sheet(2)), (entry(1), entry(2))),
    Situation("cases of three years one by one", "industry_digitalisation", "近三年服务案例分别为20、40、1个", REFUSED, (contract("1", "宁波甲轴承有限公司"),)),
    Situation("software and inventions registered, one sum", TECHNOLOGY, "获得发明专利授权和软件著作权登记共2项", S, (software(), sheet()), (registered(), entry())),
    Situation("other certificate at the end of a list", MANAGEMENT, "通过ISO27001、CSA STAR等认证", REFUSED, (certificate(),)),
    Situation("pilots of the state beside a factory of the province", "benchmark_effect", "打造国家级试点示范2个、省级未来工厂1家", REFUSED, (listed(FACTORY, "宁波甲轴承有限公司", kind="pilot_demo_notice"), contract("1", "宁波甲轴承有限公司")), (honour(FACTORY, "宁波甲轴承有限公司"),)),
    Situation("a factory of the province", "benchmark_effect", "打造省级未来工厂1家", S, (listed(FACTORY, "宁波甲轴承有限公司", kind="pilot_demo_notice"), contract("1", "宁波甲轴承有限公司")), (honour(FACTORY, "宁波甲轴承有限公司"),)),
    Situation("place in a community told by a market report", "open_source", "代码贡献量全国排名第3", REFUSED, (report(),)),
    Situation("filed and evaluated, evaluation failed", SECURITY, "潮汐工业互联网平台完成等保三级备案并通过测评", REFUSED, (filing(), paper("mlps_report", holder=ME, system="潮汐工业互联网平台", level="第三级", conclusion="差", date="2021-09-01")), (filed(),)),
    Situation("built as level three asks, no filing", SECURITY, "平台按等保三级标准建设", REFUSED),
    Situation("planned by next year", BRAND, "公司为国家级专精特新“小巨人”企业，力争2023年获评单项冠军", S, (GIVEN,), (KNOWN,)),
    Situation("said to be the only one", BRAND, "公司为国家级专精特新“小巨人”企业，系行业唯一获国家科技进步奖一等奖的企业", REFUSED, (GIVEN,), (KNOWN,)),
    Situation("two prizes each once", INNOVATION, "获浙江省科技进步奖二等奖、浙江省技术发明奖一等奖各1项", REFUSED, (prize(),), (won(),)),
    Situation("both prizes each once", INNOVATION, "获浙江省科技进步奖二等奖、浙江省技术发明奖一等奖各1项", S, (prize(), prize(award="浙江省技术发明奖", grade="一等奖")), (won(), won(name="浙江省技术发明奖", grade="一等奖"))),
    Situation("projects of the state and of the province, the province's shown", INNOVATION, "承担国家级项目1项、省级项目1项", REFUSED, (task(),)),
    Situation("projects of the state and of the province", INNOVATION, "承担国家级项目1项、省级项目1项", S, (task(), task(programme="国家重点研发计划", level="国家", number="2020YFB1712345", title="边缘计算共性技术"))),
    Situation("province or above, the state's shown", INNOVATION, "承担省级以上科研项目1项", S, (task(programme="国家重点研发计划", level="国家", number="2020YFB1712345"),)),
    Situation("province or above, the city's shown", INNOVATION, "承担省级以上科研项目1项", REFUSED, (task(programme="宁波市科技创新2025重大专项", level="市", number="2020Z001"),)),
    # --- clouds
    Situation("public cloud ticked, a private one bought of a public vendor", "cloud_deployment", "", REFUSED, (cloud("专有云Apsara Stack"),), (), ("公有云",)),
    Situation("public cloud", "cloud_deployment", "", S, (cloud("云服务器ECS；对象存储OSS"),), (), ("公有云",)),
    Situation("hybrid ticked, one private cloud with its servers", "cloud_deployment", "", REFUSED, (cloud("专有云ECS"),), (), ("混合云",)),
    Situation("hybrid, one of each", "cloud_deployment", "", S, (cloud("云服务器ECS"), cloud("专有云建设", "浪潮软件集团有限公司")), (), ("混合云",)),
    Situation("hybrid, one contract of both", "cloud_deployment", "", S, (cloud("公共云ECS；专有云"),), (), ("混合云",)),
    # --- figures
    Situation("revenue of the parent's column", "revenue.2021", 25000.0, REFUSED, (audit(), audit(holder=PARENT, revenue_wan=25000.0))),
    Situation("research told in words as a share", TECHNOLOGY, "2021年研发投入占营业收入比重达7%", (S, N), (audit(),)),
    Situation("growth in words over three years", TECHNOLOGY, "近三年营业收入年均增长25%", REFUSED, (audit(),)),
    Situation("profit told as revenue", TECHNOLOGY, "2021年实现营业收入900万元", REFUSED, (audit(),)),
    Situation("staff in words", TECHNOLOGY, "公司现有员工320人", REFUSED, (paper("social_insurance_list", holder=ME, count=200, period="2021-12"),)),
    Situation("staff in words as insured", TECHNOLOGY, "公司现有员工200人", S, (paper("social_insurance_list", holder=ME, count=200, period="2021-12"),)),
    # --- bases
    Situation("safety test told as the directory", TECHNOLOGY, "产品入选信创产品目录", REFUSED, (base_entry(**{"class": "测评结果"}),), why="a test result is less than the directory"),
    Situation("directory entry of another product, named", TECHNOLOGY, "“潮汐数据库”入选信创产品目录", REFUSED, (base_entry(),)),
    Situation("compatibility by the other company's certificate", TECHNOLOGY, "产品完成与银河麒麟的兼容性认证1项", REFUSED, (base_entry(holder=OTHER, **{"class": "兼容性认证"}),)),
)  # fmt: skip
