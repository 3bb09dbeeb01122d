"""What the registries hold about the car parts makers, and what is true of their claims."""

from bench.dossiers import records as r
from bench.dossiers.application import items, no, yes
from bench.dossiers.applications.car_parts import facts as f
from bench.dossiers.numbers import credit_code, software_certificate

US, FORMER, CHILD = f.US, f.FORMER, f.CHILD
MIIT = "工业和信息化部"
REGISTRIES = {
    "companies": (
        r.company(f.CODE, US, f"{FORMER}@2016-01-19..2019-11-28", f.PERSON, 21600, f.ADDRESS),
        r.company(f.CHILD_CODE, CHILD, "", "顾长风", 5000, "浙江省嘉兴市南湖区", US),
        r.company(credit_code("91310115MA1H8YE33"), f.SECOND_CHILD, "", "顾长风", 2000, "上海市浦东新区", US),
    ),
    "patents": (
        *(r.patent(n, p, t, owner.replace(FORMER, US), day, granted) for n, p, t, owner, day, granted in f.PATENTS),
        *(r.patent(*row) for row in f.OF_CHILD),
    ),
    "software_copyrights": tuple(r.software(n, software_certificate(n), name[:-4], name[-4:], owner, made, day) for n, name, owner, made, day in f.PROGRAMS),
    "standards": (
        r.standard(f.LED[0], f.LED[1], "行业", f.LED[2], f.LED[3]),
        r.standard(f.TOOK_PART[0], f.TOOK_PART[1], "国家", f.TOOK_PART[2], f.TOOK_PART[3]),
        r.standard(f.CHILD_DRAFTS[0], f.CHILD_DRAFTS[1], "国家", f.CHILD_DRAFTS[2], f.CHILD_DRAFTS[3]),
    ),
    "awards": (
        r.award("国家科学技术进步奖", "国家级", "二等奖", 2019, "汽车线控制动关键技术及产业化", f"清华大学;中国第一汽车股份有限公司;吉林大学;浙江亚太机电股份有限公司;芜湖伯特利汽车安全系统股份有限公司;{US}", "2019-J-252-2-04"),
        r.award("浙江省科学技术进步奖", "省级", "一等奖", 2020, "多工厂协同制造关键技术", f"浙江大学;{US};浙江万里扬股份有限公司", "2020-J-1-030"),
    ),
    "first_sets": (
        r.first_set("智能压装测试一体化产线", US, "省内", 2021, "浙经信装备〔2021〕226号"),
        r.first_set("铝合金控制臂精密锻造生产线", CHILD, "省内", 2020, "浙经信装备〔2020〕190号"),
    ),
    "honors": (
        r.honour("专精特新小巨人企业（第三批）", "国家级", 2021, US, issuer=MIIT),
        r.honour("制造业单项冠军培育企业（第四批）", "国家级", 2019, FORMER, issuer=MIIT),
        r.honour("浙江制造精品", "省级", 2021, US, "恒驰EPB电子驻车制动总成", number="浙经信技术〔2021〕177号"),
        r.honour("浙江省上云标杆企业", "省级", 2019, US, number="浙经信云计算〔2019〕122号"),
        r.honour("浙江省行业云应用示范平台", "省级", 2018, US, "恒驰汽配云"),
        r.honour("浙江省第六批大数据应用示范企业", "省级", 2020, US, number="浙经信云计算〔2020〕133号"),
        r.honour("制造业与互联网融合发展试点示范项目", "国家级", 2021, US, "多工厂协同制造试点示范", MIIT),
        r.honour("浙江省省级工业互联网平台", "省级", 2021, US, "恒驰汽车零部件行业工业互联网平台"),
        r.honour("浙江省省级工业设计中心", "省级", 2021, US, "恒驰工业设计中心"),
        r.honour("浙江省产业链上下游企业共同体", "省级", 2021, US, "浙江省汽车制动产业链上下游企业共同体"),
        r.honour("浙江省数字经济优秀解决方案集", "省级", 2020, US, "汽车零部件多工厂协同解决方案"),
        r.honour("制造业与互联网融合优秀解决方案集", "国家级", 2021, f.SECOND_CHILD, "制动系统远程运维解决方案", "工业和信息化部办公厅"),
    ),
    "credit_ratings": (r.credit(f.CODE, US, "中等", 771, "2022-03-15"), r.credit(f.CHILD_CODE, CHILD, "良好", 822, "2022-03-15")),
    "security_filings": (
        r.filing("33041113009-21001", US, "恒驰工业互联网平台", 3, "2021-06-03"),
        r.filing("33041113009-20002", US, "恒驰ERP系统", 2, "2020-05-20"),
    ),
}  # fmt: skip
VERDICTS = {
    "company_name": yes(),
    "org_code": yes(),
    "address": yes(),
    "public_credit_grade": no(),
    "legal_representative": yes(),
    "registered_capital": yes(21600),
    "employees_total": yes(),
    "market_share": no(),
    "brand_honours": items(("小巨人", "yes", 2021), ("单项冠军", "no", 2019), ("浙江制造精品", "yes", 2021), flag="unsupported"),
    "revenue.2019": yes(137811.25),
    "revenue.2020": yes(155021.44),
    "revenue.2021": yes(),
    "revenue_growth.2019": yes(),
    "revenue_growth.2020": yes(),
    "revenue_growth.2021": yes(),
    "profit_margin.2019": yes(),
    "profit_margin.2020": yes(),
    "profit_margin.2021": no(),
    "rd_expense.2019": no(5401.82),
    "rd_expense.2020": yes(),
    "rd_expense.2021": yes(),
    "rd_ratio.2019": no(),
    "rd_ratio.2020": yes(),
    "rd_ratio.2021": yes(),
    "leading_talent": {"flag": "not_claimed"},
    "innovation_performance": items(
        ("国家科学技术进步奖", "yes", 2019), ("浙江省科学技术进步奖", "no", 2020), ("智能压装测试一体化产线", "yes", 2021), ("铝合金控制臂精密锻造生产线", "no", 2020), flag="unsupported"
    ),
    "invention_patents_valid": no(8),
    "software_copyrights": yes(3),
    "standards_led": yes(1),
    "standards_participated": no(1),
    "cloud_honours": items(("上云标杆", "yes", None), ("行业云应用示范平台", "no", None), flag="unsupported"),
    "full_business_digitalisation": items(("大数据应用示范企业", "yes", 2020), ("融合发展试点示范", "yes", 2021)),
    "security_management": items(("27001", "yes", None), ("DCMM", "yes", None), ("CMMI", "no", None), flag="unsupported"),
    "security_technology": items(("恒驰工业互联网平台", "yes", None), ("恒驰ERP系统", "yes", None)),
    "open_platforms": items(("恒驰汽车零部件行业工业互联网平台", "yes", 2021), ("工业设计中心", "no", 2021), flag="unsupported"),
    "consortia": items(("企业共同体", "yes", 2021)),
    "open_source": items(("开放原子开源基金会", "yes", 2021)),
    "replicable": items(("解决方案集", "yes", 2020), ("解决方案集", "no", 2021), flag="unsupported"),
    "benchmark_effect": {"flag": "not_claimed"},
}  # fmt: skip
TRAPS = (
    "credit of the subsidiary", "share by nobody", "nursery said to be single champion", "margin of the group's profit on the own revenue",
    "capitalised research added", "ratio from it", "second said to have led", "first set of the subsidiary", "patents of the subsidiary",
    "German patent and an application", "subsidiary is the drafter", "行业云 of 2018", "CMMI 3 said 5", "provincial design centre said national",
    "solution of the other subsidiary",
)  # fmt: skip
HONEST = (
    "code in small letters", "post before the name", "note behind the headcount", "yuan, 万元 and 亿元 in one row", "the company's own accounts behind the group's",
    "boxes as tables", "☒ for a tick", "label 法定代表人", "patent owned with the subsidiary", "former name on early patents",
    "software owned with a university", "sixth of the national prize", "web pages with their address", "two insurances, the own one counts", "bilingual certificate",
    "led in a list of consortia", "row at the end of a long list",
)  # fmt: skip
