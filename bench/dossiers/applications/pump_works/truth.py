"""What the registries hold about the pump works, and what is true of their claims."""

from bench.dossiers import records as r
from bench.dossiers.application import items, no, yes
from bench.dossiers.applications.pump_works import facts as f
from bench.dossiers.numbers import credit_code, software_certificate

US, FORMER = f.US, f.FORMER
REGISTRIES = {
    "companies": (
        r.company(f.CODE, US, f"{FORMER}@2002-06-18..2020-11-16", f.PERSON, 12000, f.ADDRESS),
        r.company("", f.BUYER, "", "蒋同", 800, "浙江省台州市路桥区")
        | {"uscc": credit_code("91331004MA28G2J7X")},
    ),
    "patents": (
        *(r.patent(n, p, t, US, day, granted) for n, p, t, _, day, granted in f.PATENTS),
        r.patent(f.MODEL[0], f.MODEL[1], f.MODEL[2], US, f.MODEL[4], f.MODEL[5], "实用新型"),
        r.patent(f.SOLD[0], f.SOLD[1], f.SOLD[2], f.BUYER, f.SOLD[4], f.SOLD[5]),
    ),
    "software_copyrights": tuple(
        r.software(n, software_certificate(n), name[:-4], name[-4:], owner, made, day)
        for n, name, owner, made, day in f.PROGRAMS
    ),
    "standards": (
        r.standard(f.PUMP_STANDARD[0], f.PUMP_STANDARD[1], "行业", f.PUMP_STANDARD[2], f.PUMP_STANDARD[3]),
        r.standard(f.POWER_STANDARD[0], f.POWER_STANDARD[1], "国家", f.POWER_STANDARD[2], f.POWER_STANDARD[3]),
        r.standard(f.GROUP_STANDARD[0], f.GROUP_STANDARD[1], "团体", f.GROUP_STANDARD[2], f.GROUP_STANDARD[3]),
    ),
    "awards": (
        r.award(
            "浙江省科学技术进步奖", "省级", "三等奖", 2019, "高效低振动泵关键技术",
            f"江苏大学流体机械中心;浙江理工大学;新界泵业（浙江）有限公司;{FORMER}", "2019-J-3-117",
        ),
    ),
    "first_sets": (
        r.first_set("高速无刷智能永磁潜水泵", US, "省内", 2020, "浙经信装备〔2020〕190号"),
        r.first_set("一体化预制泵站", US, "省内", 2021, "浙经信装备〔2021〕226号"),
    ),
    "honors": (
        r.honour("浙江制造精品", "省级", 2020, FORMER, "瓯澜牌智能变频恒压供水泵", number="浙经信技术〔2020〕139号"),
        r.honour("浙江制造精品", "省级", 2021, US, "瓯澜牌WQ型污水污物潜水电泵", number="浙经信技术〔2021〕177号"),
        r.honour("浙江制造精品", "省级", 2021, "利欧集团浙江泵业有限公司", "智能井用潜水泵", number="浙经信技术〔2021〕177号"),
        r.honour("品字标浙江制造", "省级", 2018, FORMER, "潜水电泵", "浙江制造国际认证联盟"),
        r.honour("浙江省云上企业", "省级", 2020, FORMER, number="浙经信云计算〔2020〕118号"),
        r.honour("浙江省省级企业技术中心", "省级", 2019, FORMER, number="浙经信技术〔2019〕165号"),
        r.honour("省级企业研究院", "省级", 2021, US, "浙江省瓯澜智能水泵企业研究院", "浙江省科学技术厅", "浙科发高〔2021〕70号"),
    ),
    "credit_ratings": (r.credit(f.CODE, US, "良好", 826, "2022-03-11"),),
    "security_filings": (r.filing("33108113042-21001", US, "瓯澜云泵管理平台", 2, "2021-05-27"),),
}  # fmt: skip
VERDICTS = {
    "company_name": yes(),
    "org_code": yes(),
    "legal_representative": yes(),
    "registered_capital": yes(12000),
    "address": yes(),
    "public_credit_grade": no(),
    "employees_total": yes(),
    "market_share": yes(),
    "brand_honours": items(
        ("浙江制造精品", "yes", 2020),
        ("浙江制造精品", "no", 2021),
        ("品字标", "no", None),
        flag="unsupported",
    ),
    "revenue.2019": yes(82150),
    "revenue.2020": yes(91308),
    "revenue.2021": yes(108662),
    "revenue_growth.2019": yes(),
    "revenue_growth.2020": yes(),
    "revenue_growth.2021": no(),
    "profit_margin.2019": yes(),
    "profit_margin.2020": yes(),
    "profit_margin.2021": no(),
    "tax_per_mu.2019": {"flag": "not_claimed"},
    "tax_per_mu.2021": yes(),
    "rd_expense.2019": yes(),
    "rd_expense.2020": yes(),
    "rd_expense.2021": yes(),
    "rd_ratio.2019": yes(),
    "rd_ratio.2020": yes(),
    "rd_ratio.2021": yes(),
    "innovation_performance": items(
        ("高速无刷智能永磁潜水泵", "no", 2020),
        ("一体化预制泵站", "yes", 2021),
        ("浙江省科学技术进步奖", "yes", 2019),
        flag="unsupported",
    ),
    "invention_patents_valid": no(8),
    "software_copyrights": yes(4),
    "standards_led": yes(1),
    "standards_participated": no(2),
    "cloud_honours": items(("云上企业", "yes", None), flag="supported"),
    "security_management": items(("27001", "yes", None), ("两化融合", "no", None)),
    "security_technology": items(("瓯澜云泵管理平台", "yes", None)),
    "open_platforms": items(("企业技术中心", "yes", 2019), ("重点企业研究院", "no", 2021)),
    "developers_count": {"flag": "not_claimed"},
    "integrated_apps_count": {"flag": "not_claimed"},
    "consortia": items(("智能泵阀创新联合体", "no", None)),
    "open_source": {"flag": "not_claimed"},
    "industry_digitalisation": no(),
    "replicable": items(("解决方案集", "no", 2021)),
    "benchmark_effect": {"flag": "not_claimed"},
}
TRAPS = (
    "tax credit A for public credit", "growth on the wrong base", "net profit's margin", "premium product is another pump",
    "that product is a rival's", "certificate run out", "first set one level up", "utility model in the list of inventions",
    "patent sold, our old certificate", "gazette beside the certificate", "draft standard", "AA said AAA",
    "institute said to be a key institute", "member said to lead", "cases by a letter only", "公示 only",
)  # fmt: skip
HONEST = (
    "former name written beside the name", "nine characters of the code", "capital in capital numerals", "亿元 in the cells",
    "per cent in Chinese", "list's page 7 in the former name", "prize as the fourth, in the former name", "JB/T led in the former name",
    "English certificate", "new sheet of 等保", "software of the former name", "association's market share", "insured by months",
    "group standard counts on the form", "numbers in capital numerals", "a text box",
)  # fmt: skip
