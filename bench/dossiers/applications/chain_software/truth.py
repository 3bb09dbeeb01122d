"""What the registries hold about the software house, and what is true of its claims."""

from bench.dossiers import records as r
from bench.dossiers.application import items, no, yes
from bench.dossiers.applications.chain_software import facts as f
from bench.dossiers.numbers import credit_code, software_certificate

US, PARENT = f.US, f.PARENT
MIIT = "工业和信息化部办公厅"
REGISTRIES = {
    "companies": (
        r.company(f.CODE, US, "", f.PERSON, 2000, f.ADDRESS, PARENT),
        r.company(f.PARENT_CODE, PARENT, "", "胡建新", 470600, "浙江省衢州市柯城区巨岭路"),
        r.company(credit_code("91330802MA29UY6K2"), f.NEAR, "", "方成", 300, "浙江省衢州市衢江区"),
        r.company(credit_code("91330803MA28F0R9X"), f.CUSTOMER, "", "周立", 9000, "浙江省衢州市衢江区高新片区"),
    ),
    "patents": (*(r.patent(*row) for row in f.PATENTS), r.patent(*f.BOUGHT[:3], US, *f.BOUGHT[4:])),
    "software_copyrights": tuple(r.software(n, software_certificate(n), name[:-4], name[-4:], US, made, day) for n, name, made, day in f.PROGRAMS),
    "standards": (
        r.standard(f.LED[0], f.LED[1], "团体", f.LED[2], f.LED[3]),
        r.standard(f.TOOK_PART[0], f.TOOK_PART[1], "国家", f.TOOK_PART[2], f.TOOK_PART[3]),
    ),
    "awards": (r.award("浙江省科学技术进步奖", "省级", "二等奖", 2020, "含氟聚合物智能制造关键技术及应用", f"{PARENT};浙江大学", "2020-J-2-064"),),
    "first_sets": (r.first_set("氟链APC先进控制软件V1.0", US, "省内", 2020, "浙经信软件〔2020〕181号"),),
    "honors": (
        r.honour("高新技术企业", "国家级", 2021, US, issuer="浙江省科学技术厅", number="GR202133007712"),
        r.honour("浙江省专精特新中小企业", "省级", 2021, US, number="浙经信企业〔2021〕236号"),
        r.honour("浙江省首版次软件产品", "省级", 2020, US, "氟链APC先进控制软件V1.0", number="浙经信软件〔2020〕181号"),
        r.honour("浙江省行业云应用示范平台", "省级", 2020, f.NEAR, "氟硅化工行业云平台"),
        r.honour("大数据产业发展试点示范项目", "国家级", 2021, US, "氟化工生产大数据智能优化项目", MIIT, "工信厅信发函〔2021〕232号"),
        r.honour("浙江省省级工业互联网平台", "省级", 2020, US, "氟链工业互联网平台"),
        r.honour("浙江省产业链上下游企业共同体", "省级", 2021, PARENT, "浙江省氟硅新材料产业链上下游企业共同体"),
        r.honour("工业互联网APP优秀解决方案", "国家级", 2020, US, "氟化工智能工厂解决方案", MIIT),
        r.honour("浙江省智能工厂（数字化车间）", "省级", 2021, f.CUSTOMER, "华硅有机硅单体智能工厂"),
    ),
    "credit_ratings": (r.credit(f.CODE, US, "良好", 806, "2022-01-10"), r.credit(f.CODE, US, "中等", 781, "2022-04-20")),
    "security_filings": (r.filing("33080013011-21001", US, "氟链工业互联网平台", 3, "2021-04-27"),),
}  # fmt: skip
VERDICTS = {
    "company_name": yes(),
    "org_code": yes(),
    "address": yes(),
    "public_credit_grade": no(),
    "legal_representative": yes(),
    "registered_capital": yes(2000),
    "employees_total": yes(),
    "market_share": {"flag": "not_claimed"},
    "brand_honours": items(("高新技术企业", "yes", 2021), ("专精特新", "yes", 2021), ("软件核心竞争力企业", "no", 2020), flag="unsupported"),
    "revenue.2019": yes(1024.36),
    "revenue.2020": yes(3256.8),
    "revenue.2021": yes(8120.55),
    "revenue_growth.2019": {"flag": "not_claimed"},
    "revenue_growth.2020": yes(),
    "revenue_growth.2021": yes(),
    "profit_margin.2019": yes(),
    "profit_margin.2020": yes(),
    "profit_margin.2021": yes(),
    "rd_expense.2019": yes(),
    "rd_expense.2020": yes(),
    "rd_expense.2021": no(974.47),
    "rd_ratio.2019": yes(),
    "rd_ratio.2020": yes(),
    "rd_ratio.2021": no(),
    "leading_talent": no(),
    "controllable_technology": items(("国际先进水平", "yes", None), flag="unsupported"),
    "innovation_performance": items(
        ("氟链APC先进控制软件", "yes", 2020), ("氟链园区碳管理平台", "no", 2021), ("重点研发计划", "yes", 2020), ("科技进步奖", "no", 2020), flag="unsupported"
    ),
    "invention_patents_valid": no(4),
    "software_copyrights": no(5),
    "standards_led": yes(1),
    "standards_participated": no(1),
    "cloud_honours": items(("行业云应用示范平台", "no", None), flag="unsupported"),
    "full_business_digitalisation": items(("大数据产业发展试点示范项目", "yes", 2021)),
    "security_management": items(("27001", "yes", None), ("20000", "no", None), ("CMMI", "yes", None), flag="unsupported"),
    "security_technology": items(("氟链工业互联网平台", "yes", None)),
    "open_platforms": items(("氟链工业互联网平台", "yes", 2020)),
    "developers_count": yes(1126),
    "integrated_apps_count": yes(156),
    "consortia": items(("企业共同体", "no", 2021)),
    "open_source": no(),
    "industry_digitalisation": no(),
    "social_digitalisation": yes(),
    "replicable": items(("工业互联网APP优秀解决方案", "yes", 2020)),
    "benchmark_effect": items(("智能工厂", "yes", 2021)),
}  # fmt: skip
TRAPS = (
    "credit gone down since the report", "honour without a paper", "research expense raised", "ratio from it", "talent without a paper",
    "compatibility for the directory", "公示 only", "prize of the parent", "an application among the patents", "a change among the software",
    "a plan's number for a standard", "platform of a near name", "ISO 20000 withdrawn, as the query page says", "member said to lead",
    "one committer said two", "cases of 2018 in the list",
)  # fmt: skip
HONEST = (
    "abbreviation beside the name", "revenue in Chinese numerals", "headcount in Chinese numerals", "capital in capital numerals", "first accounts without a year before",
    "patent bought from the parent", "two certificates on a sheet", "versions with numbers of their own", "group standard led", "scan on its side",
    "takes part and says so", "two awards in one clause, years apart", "several honours in a sentence", "web page of the ministry", "English certificates",
    "developers with a thousand's comma", "customer with its contract", "two reports as claimed",
)  # fmt: skip
