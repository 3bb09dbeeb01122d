"""What the car parts makers wrote; two boxes as tables of their own."""

from bench.dossiers.application import Habits
from bench.dossiers.applications.car_parts.facts import ADDRESS, CODE, PERSON, US

HABITS = Habits(
    "嘉兴",
    ticked="☒",
    unticked="☐",
    nested=("innovation_performance", "open_platforms"),
    labels={"法人代表": "法定代表人", "营业收入（万元）": "营业收入", "年度研发费用（万元）": "年度研发费用"},
    years=("2019年", "2020年", "2021年"),
)
CELLS = {
    "company_name": US,
    "org_code": CODE.lower(),
    "company_nature": "民营（含私营）",
    "address": ADDRESS + "（总部）",
    "public_credit_grade": "良好",
    "legal_representative": f"董事长：{PERSON}",
    "registered_capital": "21,600万元整",
    "employees_total": "1712（不含子公司）",
    "application_contact": "蒋雪晴",
    "phone": "13806730021/0573-82799001",
    "email": "jxq@hengchi.example",
    "main_business_scope": "汽车制动系统及电子驻车系统，汽车零部件行业工业互联网平台",
    "market_share": "EPB总成国内自主品牌市场份额第三。",
    "brand_honours": "国家级专精特新“小巨人”企业（第三批，2021年）；国家制造业单项冠军示范企业（2019年）；“恒驰EPB电子驻车制动总成”2021年入选浙江制造精品。",
    "revenue.2019": "1,378,112,500.00元",
    "revenue.2020": "155,021.44万元",
    "revenue.2021": "18.6235亿元",
    "revenue_growth.2019": "10.3",
    "revenue_growth.2020": "12.5",
    "revenue_growth.2021": "20.1",
    "profit_margin.2019": "8.75",
    "profit_margin.2020": "9.5",
    "profit_margin.2021": "15.54",
    "rd_expense.2019": "5,901.82万元",
    "rd_expense.2020": "74,410,291.00元",
    "rd_expense.2021": "0.9313亿元",
    "rd_ratio.2019": "4.28",
    "rd_ratio.2020": "4.8",
    "rd_ratio.2021": "5.0",
    "leading_talent": "无",
    "innovation_performance": (
        "类别|名称|年度|级别\n科技奖|国家科学技术进步奖二等奖（第六完成单位）：汽车线控制动关键技术及产业化|2019年|国家级\n"
        "科技奖|浙江省科学技术进步奖一等奖（牵头单位）：多工厂协同制造关键技术|2020年|省级\n"
        "首台（套）|“智能压装测试一体化产线”|2021年|省内首台（套）\n首台（套）|“铝合金控制臂精密锻造生产线”|2020年|省内首台（套）"
    ),
    "invention_patents_valid": "12（含子公司）",
    "software_copyrights": "3",
    "standards_led": "1",
    "standards_participated": "2",
    "cloud_deployment": "混合云",
    "cloud_honours": "上云标杆|行业云应用示范平台",
    "full_business_digitalisation": "2020年入选浙江省第六批大数据应用示范企业；2021年列入工业和信息化部制造业与互联网融合发展试点示范项目名单。",
    "security_management": "通过ISO/IEC 27001信息安全管理体系认证；DCMM三级；CMMI五级。",
    "security_technology": "“恒驰工业互联网平台”通过等保三级备案；“恒驰ERP系统”通过等保二级备案。",
    "open_platforms": "平台名称|级别|认定时间\n恒驰汽车零部件行业工业互联网平台|省级工业互联网平台|2021年\n恒驰工业设计中心|国家级工业设计中心|2021年",
    "consortia": "牵头建设浙江省汽车制动产业链上下游企业共同体（2021年）。",
    "open_source": "2021年成为开放原子开源基金会白银捐赠人。",
    "replicable": "“汽车零部件多工厂协同解决方案”入选2020年浙江省数字经济优秀解决方案集；“制动系统远程运维解决方案”入选2021年工信部制造业与互联网融合优秀解决方案集。",
    "benchmark_effect": "无",
}
READS: dict[str, object] = {
    "org_code": CODE,
    "legal_representative": PERSON,
    "registered_capital": 21600,
    "employees_total": 1712,
    "revenue.2019": 137811.25,
    "revenue.2020": 155021.44,
    "revenue.2021": 186235,
    "rd_expense.2019": 5901.82,
    "rd_expense.2020": 7441.03,
    "rd_expense.2021": 9313,
    "invention_patents_valid": 12,
    "software_copyrights": 3,
}
