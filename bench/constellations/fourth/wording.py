"""Words that claim more than they seem to: what a sentence says and a reader may pass over."""

from bench.constellations.fourth.certificates import certificate, filed, filing
from bench.constellations.fourth.desk import ME, OTHER, REFUSED, N, S, Situation, paper
from bench.constellations.fourth.ecology import alliance, contract, report
from bench.constellations.fourth.honours import GIANT, honour, listed, plate, prize, won
from bench.constellations.fourth.projects import accepted, task
from bench.constellations.fourth.rights import entry, registered, sheet, software
from registries.record import Record

BRAND, INNOVATION, TECHNOLOGY, MANAGEMENT = "brand_honours", "innovation_performance", "controllable_technology", "security_management"
CASES, PLATFORMS, CONSORTIA, MARKET, OPEN = "industry_digitalisation", "open_platforms", "consortia", "market_share", "open_source"
NAMES = ("甲轴承", "乙纺织", "丙泵业", "丁化工", "戊电机", "己模具", "庚阀门", "辛光学", "壬铸造", "癸船舶")
SOLD = tuple(contract(f"{n}", f"绍兴{name}有限公司", f"20{19 + n % 3}-05-01") for n, name in enumerate(NAMES))
THREE = tuple(task(number=f"2020C0103{n}", title=f"港口装备关键技术研究{'甲乙丙'[n]}") for n in range(3))


def known(name: str, level: str = "省级", **values: str) -> tuple[Record, ...]:
    """The registry's entry of a list."""
    return (honour(name, level=level, **values),)  # type: ignore[arg-type]


SITUATIONS = (
    # --- numbers that bind
    Situation("nearly a hundred cases, one contract", CASES, "近三年服务案例近100个", REFUSED, SOLD[:1]),
    Situation("nearly ten cases, nine contracts", CASES, "近三年服务案例近10个", S, SOLD[:9]),
    Situation("about a hundred customers, two contracts", CASES, "近三年服务客户约100家", REFUSED, SOLD[:2]),
    Situation("over ten cases, ten contracts", CASES, "近三年服务案例超10个", REFUSED, SOLD),
    Situation("over nine cases, ten contracts", CASES, "近三年服务案例超9个", S, SOLD),
    Situation("ten cases and more, ten contracts", CASES, "近三年服务案例10余个", REFUSED, SOLD),
    Situation("thirty per cent of the hospitals, as many contracts", CASES, "客户覆盖全国10%的三甲医院", REFUSED, SOLD),
    Situation("share of controllable technology", TECHNOLOGY, "核心技术自主可控率达到95%", REFUSED, (paper("tech_appraisal", holder=ME, title="网关", level="国际领先", number="1"),)),
    Situation("over two prizes, two", INNOVATION, "获省科学技术进步奖超过2项", REFUSED, (prize(), prize(grade="三等奖")), (won(), won(grade="三等奖", project="另一项目"))),
    Situation("share of nearly thirteen", MARKET, "公司边缘网关国内市场占有率近13%", S, (report(),)),
    Situation("share over 12.6", MARKET, "公司边缘网关国内市场占有率超过12.6%", REFUSED, (report(),)),
    Situation("cases since the founding, contracts of the three years", CASES, "累计服务案例10个", S, SOLD),
    Situation("projects of delivery", CASES, "近三年累计实施数字化项目10个", S, SOLD),
    Situation("projects of delivery, too many", CASES, "近三年累计实施项目120个", REFUSED, SOLD),
    # --- rights
    Situation("new inventions of the three years, all old", TECHNOLOGY, "近三年新增授权发明专利2件", REFUSED, (sheet(1), sheet(2)), (entry(1, grant_date="2016-03-04"), entry(2, grant_date="2015-03-04"))),
    Situation("new inventions of the three years", TECHNOLOGY, "近三年新增授权发明专利2件", S, (sheet(1), sheet(2)), (entry(1), entry(2, grant_date="2021-03-04"))),
    Situation("new software of the three years, all old", TECHNOLOGY, "近三年取得软件著作权1件", REFUSED, (software(),), (registered(registered_on="2015-05-06"),)),
    Situation("patents abroad, one at home", TECHNOLOGY, "拥有国际发明专利1件", REFUSED, (sheet(),), (entry(),)),
    Situation("patents under the treaty, one at home", TECHNOLOGY, "拥有PCT专利1件", REFUSED, (sheet(),), (entry(),)),
    Situation("patents of the United States, one at home", TECHNOLOGY, "拥有美国发明专利1件", REFUSED, (sheet(),), (entry(),)),
    Situation("patents at home and abroad, one at home", TECHNOLOGY, "拥有国内外发明专利1件", S, (sheet(),), (entry(),)),
    Situation("core patents by grant in a year that no record tells", TECHNOLOGY, "2021年获授权发明专利1件", REFUSED, (sheet(grant_date=""),), (entry(grant_date=""),)),
    # --- acceptance in the next sentence
    Situation("accepted in the next sentence, task book alone", INNOVATION, "牵头承担浙江省重点研发计划项目1项。项目已通过省科技厅组织的验收。", REFUSED, (task(),)),
    Situation("accepted in the next sentence", INNOVATION, "牵头承担浙江省重点研发计划项目1项。项目已通过省科技厅组织的验收。", S, (task(), accepted())),
    Situation("the state's plan, which is no plan", INNOVATION, "牵头承担国家重点研发计划1项", REFUSED, (task(),)),
    Situation("the state's plan, which is no plan, shown", INNOVATION, "牵头承担国家重点研发计划1项", S, (task(programme="国家重点研发计划", level="国家", number="2020YFB1712345"),)),
    Situation("the state's plan that is only planned", INNOVATION, "计划2023年申报国家重点研发计划1项", N, (task(),)),
    Situation("open source projects by projects of the state", OPEN, "主导开源项目3个", REFUSED, THREE),
    # --- names that hold several things
    Situation("key giant told by giant", BRAND, "公司获评国家级专精特新重点“小巨人”企业", REFUSED, (listed(GIANT, ME, level="国家级"),), known(GIANT, "国家级")),
    Situation("key giant", BRAND, "公司获评国家级专精特新重点“小巨人”企业", S, (listed("专精特新重点“小巨人”企业", ME, level="国家级"),), known("专精特新重点“小巨人”企业", "国家级")),
    Situation("key software company told by software company", BRAND, "公司为国家鼓励的重点软件企业", REFUSED, (plate("软件企业", issuer="浙江省软件行业协会"),), known("软件企业", "协会")),
    Situation("key software company", BRAND, "公司为国家鼓励的重点软件企业", S, (listed("国家鼓励的重点软件企业", ME, level="国家级"),), known("国家鼓励的重点软件企业", "国家级")),
    Situation("leader of technology told by a small giant of it", BRAND, "公司为浙江省科技领军企业", REFUSED, (listed("浙江省科技小巨人企业", ME),), known("浙江省科技小巨人企业")),
    Situation("leader of technology", BRAND, "公司为浙江省科技领军企业", S, (listed("浙江省科技领军企业", ME),), known("浙江省科技领军企业")),
    Situation("unicorn told by one that may become one", BRAND, "公司为独角兽企业", REFUSED, (listed("浙江省准独角兽企业", ME),), known("浙江省准独角兽企业")),
    Situation("may become a unicorn", BRAND, "公司入选浙江省准独角兽企业", S, (listed("浙江省准独角兽企业", ME),), known("浙江省准独角兽企业")),
    Situation("model of the digital economy told by a key company", BRAND, "公司为浙江省数字经济示范企业", REFUSED, (listed("浙江省数字经济飞跃企业", ME),), known("浙江省数字经济飞跃企业")),
    Situation("leading innovator told by a model", BRAND, "公司为浙江省创新型领军企业", REFUSED, (listed("浙江省创新型示范企业", ME),), known("浙江省创新型示范企业")),
    Situation("academicians' station told by postdocs'", PLATFORMS, "建有浙江省院士工作站", REFUSED, (listed("浙江省博士后科研工作站", ME, kind="platform_recognition"),), known("浙江省博士后科研工作站")),
    Situation("academicians' station", PLATFORMS, "建有浙江省院士工作站", S, (listed("浙江省院士工作站", ME, kind="platform_recognition"),), known("浙江省院士工作站")),
    Situation("engineering research centre told by an engineering technology centre", PLATFORMS, "建有浙江省工程研究中心", REFUSED, (listed("浙江省工程技术中心", ME, kind="platform_recognition"),), known("浙江省工程技术中心")),
    Situation("centre told by a branch of it", PLATFORMS, "建有国家企业技术中心", REFUSED, (listed("国家企业技术中心（分中心）", ME, kind="platform_recognition", level="国家级"),), known("国家企业技术中心（分中心）", "国家级")),
    Situation("manufacturing centre told by a technology centre", PLATFORMS, "建有浙江省制造业创新中心", REFUSED, (listed("浙江省技术创新中心", ME, kind="platform_recognition"),), known("浙江省技术创新中心")),
    Situation("own place on a list of pilots", BRAND, "公司获评浙江省智能工厂", S, (listed("浙江省智能工厂", ME, kind="pilot_demo_notice"),), known("浙江省智能工厂")),
    Situation("twenty honours of the province, one shown", BRAND, "公司拥有省级以上荣誉20余项", REFUSED, (listed("浙江省隐形冠军企业", ME),), known("浙江省隐形冠军企业")),
    # --- what became a slogan
    Situation("three systems told as one, one shown", MANAGEMENT, "通过ISO9001、ISO14001、ISO45001三体系认证", REFUSED, (certificate(standard="ISO 45001:2018"),)),
    Situation("three systems", MANAGEMENT, "通过ISO9001、ISO14001、ISO45001三体系认证", S, tuple(certificate(standard=s, number=s) for s in ("ISO 9001:2015", "ISO 14001:2015", "ISO 45001:2018"))),
    Situation("qualification of level one beside what is proved", MANAGEMENT, "通过ISO27001认证，取得信息安全服务资质一级", REFUSED, (certificate(),)),
    Situation("secrets' qualification beside what is proved", MANAGEMENT, "通过ISO27001认证；具有涉密信息系统集成甲级资质", REFUSED, (certificate(),)),
    Situation("a mark of the province beside what is proved", BRAND, "公司为国家级专精特新“小巨人”企业，产品荣获“浙江制造”认证", REFUSED, (listed(GIANT, ME, level="国家级"),), known(GIANT, "国家级")),
    Situation("a platform of the state beside what is proved", PLATFORMS, "建有浙江省企业技术中心，建有国家级工业互联网双跨平台", REFUSED, (listed("浙江省企业技术中心", ME, kind="platform_recognition"),), known("浙江省企业技术中心")),
    Situation("mere praise beside what is proved", MANAGEMENT, "通过ISO27001认证，安全管理水平行业领先，筑牢安全防线", S, (certificate(),)),
    Situation("filing beside praise", "security_technology", "潮汐工业互联网平台通过等保三级备案，构建全方位纵深防御体系", S, (filing(),), (filed(),)),
    # --- alliances
    Situation("two alliances of the province told by one", CONSORTIA, "牵头组建省级创新联合体2个", REFUSED, (alliance(),)),
    Situation("chair of an alliance by a member's plaque", CONSORTIA, "担任浙江省工业互联网产业联盟理事长单位", REFUSED, (paper("consortium_document", title="浙江省工业互联网产业联盟", holder=ME, role="会员单位"),)),
    Situation("chair of an alliance", CONSORTIA, "担任浙江省工业互联网产业联盟理事长单位", S, (paper("consortium_document", title="浙江省工业互联网产业联盟", holder=ME, role="理事长单位"),)),
    Situation("vice chair of an alliance told as such", CONSORTIA, "担任浙江省工业互联网产业联盟副理事长单位", S, (paper("consortium_document", title="浙江省工业互联网产业联盟", holder=ME, role="副理事长单位"),)),
    Situation("vice chair by a member's plaque", CONSORTIA, "担任浙江省工业互联网产业联盟副理事长单位", REFUSED, (paper("consortium_document", title="浙江省工业互联网产业联盟", holder=ME, role="会员单位"),)),
    # --- whose
    Situation("subsidiary's honour", BRAND, "公司旗下子公司获评国家级专精特新“小巨人”企业", REFUSED, (listed(GIANT, OTHER, level="国家级"),), (honour(GIANT, OTHER, level="国家级"),)),
    Situation("sold service model by a contract of purchase", "service_model", "", REFUSED, (paper("application_contract", customer=ME, holder=OTHER, title="平台年费订阅合同", number="1"),), (), ("会员租费式",)),
    Situation("sold service model", "service_model", "", S, (paper("application_contract", customer=OTHER, holder=ME, title="平台年费订阅合同", number="1"),), (), ("会员租费式",)),
)  # fmt: skip
