"""What the registries hold about the pharmaceutical works, and what is true of their claims."""

from bench.dossiers import records as r
from bench.dossiers.application import items, no, yes
from bench.dossiers.applications.pharma import facts as f
from bench.dossiers.numbers import software_certificate

US, GROUP = f.US, f.GROUP
REGISTRIES = {
    "companies": (
        r.company(f.CODE, US, "", f.PERSON, 15800, f.ADDRESS, GROUP),
        r.company(f.GROUP_CODE, GROUP, "", "俞伯言", 62000, "浙江省绍兴市越城区解放大道701号"),
    ),
    "patents": (
        *(r.patent(n, p, t, owner, day, granted) for n, p, t, owner, day, granted in f.PATENTS),
        r.patent(*f.OF_GROUP),
        r.patent(*f.LAPSED, status="失效", since="2021-06-27"),
    ),
    "software_copyrights": (
        r.software(f.PROGRAM[0], software_certificate(f.PROGRAM[0]), f.PROGRAM[1][:-4], "V2.0", US, f.PROGRAM[2], f.PROGRAM[3]),
    ),
    "standards": (r.standard(f.TOOK_PART[0], f.TOOK_PART[1], "国家", f.TOOK_PART[2], f.TOOK_PART[3]),),
    "awards": (
        r.award("浙江省人民政府质量奖提名奖", "省级", "提名奖", 2021, "", US),
        r.award("浙江省人民政府质量奖", "省级", "", 2021, "", "浙江中控技术股份有限公司"),
        r.award("浙江省技术发明奖", "省级", "二等奖", 2020, "药物微粒在线监测技术", "浙江工业大学;浙江大学", "2020-F-2-019"),
    ),
    "honors": (
        r.honour("浙江省人民政府质量奖提名奖", "省级", 2021, US, issuer="浙江省人民政府", number="浙政发〔2021〕35号"),
        r.honour("浙江出口名牌", "省级", 2019, US, "越安YUEAN", "浙江省商务厅"),
        r.honour("国家知识产权优势企业", "国家级", 2019, US, issuer="国家知识产权局", number="国知发运函字〔2019〕196号"),
        r.honour("浙江省领军型创新创业团队", "省级", 2020, "浙江工业大学", "缓控释制剂智能制造创新团队", "中共浙江省委人才工作领导小组办公室"),
        r.honour("浙江省万人计划科技创新领军人才", "省级", 2019, US, f.ENGINEER, "中共浙江省委组织部"),
        r.honour("浙江省重点研发计划", "省级", 2021, US, "大环内酯类原料药连续流合成关键技术", "浙江省科学技术厅", "浙科发规〔2021〕8号"),
        r.honour("绍兴市上云标杆企业", "市级", 2020, US, issuer="绍兴市经济和信息化局"),
        r.honour("浙江省工程研究中心", "省级", 2020, US, "浙江省越安药物制剂工程研究中心", "浙江省发展和改革委员会", "浙发改高技〔2020〕398号"),
        r.honour("国家企业技术中心", "国家级", 2019, GROUP, issuer="国家发展和改革委员会"),
        r.honour("浙江省生物医药产业技术联盟", "省级", 2020, US, "理事单位", "浙江省科学技术厅"),
        r.honour("浙江省智能工厂（数字化车间）", "省级", 2021, US, "越安制剂数字化车间"),
    ),
    "credit_ratings": (r.credit(f.CODE, US, "良好", 812, "2022-02-24"),),
    "security_filings": (r.filing("33062413007-20002", US, "越安制造执行系统", 2, "2020-10-16"),),
}  # fmt: skip
VERDICTS = {
    "company_name": yes(),
    "org_code": yes(),
    "address": yes(),
    "public_credit_grade": yes(),
    "legal_representative": no(),
    "registered_capital": yes(15800),
    "employees_total": yes(),
    "market_share": no(),
    "brand_honours": items(("政府质量奖", "no", 2021), ("浙江出口名牌", "yes", 2019), ("国家知识产权优势企业", "yes", 2019), flag="unsupported"),
    "revenue.2019": yes(65432.1),
    "revenue.2020": yes(71268.55),
    "revenue.2021": no(77452),
    "revenue_growth.2019": {"flag": "not_claimed"},
    "revenue_growth.2020": yes(),
    "revenue_growth.2021": no(),
    "profit_margin.2019": yes(),
    "profit_margin.2020": yes(),
    "profit_margin.2021": yes(),
    "rd_expense.2019": yes(),
    "rd_expense.2020": yes(),
    "rd_expense.2021": yes(),
    "rd_ratio.2019": yes(),
    "rd_ratio.2020": yes(),
    "rd_ratio.2021": yes(),
    "leading_talent": items(("领军型创新创业团队", "no", 2020), ("科技创新领军人才", "yes", 2019), flag="unsupported"),
    "innovation_performance": items(
        ("课题", "yes", None), ("重点研发计划", "yes", 2021), ("浙江省技术发明奖", "no", 2020), ("浙江省科学技术进步奖", "no", 2021), flag="unsupported"
    ),
    "invention_patents_valid": no(4),
    "software_copyrights": no(1),
    "standards_led": yes(0),
    "standards_participated": yes(1),
    "cloud_deployment": yes(),
    "cloud_facilities": no(),
    "cloud_honours": items(("上云标杆", "no", None), flag="unsupported"),
    "full_business_digitalisation": items(("大数据应用示范企业", "no", 2021)),
    "security_management": items(("27001", "yes", None)),
    "security_technology": items(("越安制造执行系统", "no", None)),
    "open_platforms": items(("工程研究中心", "yes", 2020), ("国家企业技术中心", "no", 2019), flag="unsupported"),
    "consortia": items(("生物医药产业技术联盟", "yes", None)),
    "social_digitalisation": no(),
    "benchmark_effect": items(("智能工厂", "yes", 2021)),
}  # fmt: skip
TRAPS = (
    "manager for legal representative", "share by nobody", "nomination said to be the prize", "revenue of the group", "growth from it",
    "team whose host is the university", "prize to a person, the unit not among the winners", "公示 only", "patent of the group",
    "patent lapsed", "a drawing's registration as software", "云安全 not in the contract", "municipal 上云标杆", "a call for applications",
    "等保 one level up", "national centre of the group", "the third report is the group's",
)  # fmt: skip
HONEST = (
    "capital with what was paid in", "thousands apart by a space", "zero claimed", "patent of the PCT's national phase is of kind 1", "owned with a university",
    "site on the group's certificate", "takes part and says so", "project in a list", "talent by a list of persons", "／ for none",
    "ratio right though the revenue is the group's", "web page as a picture", "a plaque as a member's proof", "sole shareholder's company",
)  # fmt: skip
