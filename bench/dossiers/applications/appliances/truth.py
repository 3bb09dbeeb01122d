"""What the registries hold about the appliance makers, and what is true of their claims."""

from bench.dossiers import records as r
from bench.dossiers.application import items, no, yes
from bench.dossiers.applications.appliances import facts as f
from bench.dossiers.numbers import credit_code, software_certificate

US, FORMER = f.US, f.FORMER
REGISTRIES = {
    "companies": (
        r.company(f.CODE, US, f"{FORMER}@2011-08-30..2020-12-15", f.PERSON, 3000, f.ADDRESS, f.PARENT),
        r.company(f.PARENT_CODE, f.PARENT, "", "岑国栋", 8000, "浙江省慈溪市浒山街道新城大道北路"),
        r.company(credit_code("91330282MA2AGJ7P4"), f.NEAR, "", "陆家良", 600, "浙江省慈溪市周巷镇"),
    ),
    "patents": (
        *(r.patent(n, p, t, US, day, granted) for n, p, t, _, day, granted in f.PATENTS),
        r.patent(*f.DESIGN, kind="外观设计"),
    ),
    "software_copyrights": tuple(
        r.software(n, software_certificate(n), name[:-4], name[-4:], owner, made, day)
        for n, name, owner, made, day in f.PROGRAMS
    ),
    "standards": (
        r.standard(f.HEATER[0], f.HEATER[1], "国家", f.HEATER[2], f.HEATER[3]),
        r.standard(f.FRYER[0], f.FRYER[1], "行业", f.FRYER[2], f.FRYER[3]),
    ),
    "first_sets": (
        r.first_set("NX智能取暖器柔性装配线", US, "市级", 2021, "甬经信装备〔2021〕133号"),
        r.first_set("暖芯家电柔性产线MES软件V1.0", US, "省内", 2020, "浙经信软件〔2020〕181号"),
    ),
    "honors": (
        r.honour("浙江制造精品", "省级", 2019, FORMER, "NX-20智能取暖器", number="浙经信技术〔2019〕155号"),
        r.honour(
            "浙江制造精品",
            "省级",
            2020,
            "宁波凯波智能电器有限公司",
            "NX-P8空气炸锅",
            number="浙经信技术〔2020〕139号",
        ),
        r.honour("浙江省优秀工业产品", "协会", 2021, US, "NX-20智能取暖器", "浙江省工业经济联合会"),
        r.honour(
            "浙江省首版次软件产品",
            "省级",
            2020,
            US,
            "暖芯家电柔性产线MES软件V1.0",
            number="浙经信软件〔2020〕181号",
        ),
        r.honour("宁波市云上企业培育库", "市级", 2021, US, issuer="宁波市经济和信息化局"),
        r.honour("省级企业研究院", "省级", 2020, US, "浙江省暖芯智能家电省级企业研究院", "浙江省科学技术厅"),
        r.honour("浙江省数字化车间/智能工厂", "省级", 2021, f.CUSTOMER, "电熨斗数字化车间"),
        r.honour("浙江省数字化车间/智能工厂", "省级", 2021, f.OTHER_CUSTOMER, "厨具智能工厂"),
    ),
    "credit_ratings": (r.credit(f.CODE, US, "优秀", 863, "2022-04-02"),),
    "security_filings": (r.filing("33028218055-21001", f.NEAR, "暖芯设备云平台", 2, "2021-08-19"),),
}
VERDICTS = {
    "company_name": yes(),
    "org_code": no(),
    "address": yes(),
    "public_credit_grade": yes(),
    "legal_representative": yes(),
    "registered_capital": yes(3000),
    "employees_total": yes(),
    "brand_honours": items(
        ("浙江制造精品", "yes", 2019),
        ("浙江制造精品", "no", 2020),
        ("浙江省优秀工业产品", "no", 2021),
        flag="unsupported",
    ),
    "revenue.2019": yes(36215.47),
    "revenue.2020": yes(),
    "revenue.2021": no(52160.48),
    "revenue_growth.2019": yes(),
    "revenue_growth.2020": yes(),
    "revenue_growth.2021": yes(),
    "profit_margin.2019": yes(),
    "profit_margin.2020": yes(),
    "profit_margin.2021": yes(),
    "tax_per_mu.2021": no(),
    "rd_expense.2019": yes(),
    "rd_expense.2020": no(1905),
    "rd_expense.2021": yes(),
    "rd_ratio.2019": yes(),
    "rd_ratio.2020": no(),
    "rd_ratio.2021": yes(),
    "leading_talent": {"flag": "not_claimed"},
    "innovation_performance": items(
        ("NX智能取暖器柔性装配线", "no", 2021), ("暖芯家电柔性产线MES软件", "yes", 2020), flag="unsupported"
    ),
    "invention_patents_valid": no(5),
    "software_copyrights": yes(5),
    "standards_led": {"flag": "not_claimed"},
    "standards_participated": yes(2),
    "cloud_honours": items(("云上企业", "no", None), flag="unsupported"),
    "security_management": items(("27001", "no", None), ("DCMM", "yes", None), flag="unsupported"),
    "security_technology": items(("暖芯设备云平台", "no", None)),
    "open_platforms": items(("企业研究院", "yes", 2020)),
    "developers_count": yes(128),
    "integrated_apps_count": no(126),
    "consortia": {"flag": "not_claimed"},
    "open_source": {"flag": "not_claimed"},
    "social_digitalisation": {"flag": "not_claimed"},
    "industry_digitalisation": yes(),
    "replicable": items(("解决方案集", "no", 2021)),
    "benchmark_effect": no(),
}
TRAPS = (
    "the parent's code", "premium product is another company's", "association said to be the province", "yuan in a cell of 万元",
    "亩均 with its digits changed about", "research expense of the budget", "ratio from it", "first set of the city", "design patent",
    "one certificate twice", "云上企业 of the city's nursery", "ISO 27001 run out a fortnight ago", "等保 of a near name",
    "apps three hundred for one hundred", "WeChat article only", "second customer bought from, not supplied", "高企 of a near name",
)  # fmt: skip
HONEST = (
    "revenue in 亿元 rounded", "about 620", "post behind the name", "公章 behind the name", "grade with a letter, photographed", "pictures in a Word file",
    "old software number of six digits in the former name", "drafter the seventh and the last", "first version of software", "cases in Chinese numerals and a workbook",
    "DCMM photographed", "address without the province", "2019 list on page 3", "honours of two years in one sentence", "— for none",
)  # fmt: skip
