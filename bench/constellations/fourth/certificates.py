"""Security and management: systems, rungs, filings, rules."""

from typing import Any

from bench.constellations.fourth.desk import ME, PARENT, REFUSED, SISTER, N, S, Situation, paper, record
from extractors.exhibit import Exhibit
from registries.record import Record

MANAGEMENT, SECURITY = "security_management", "security_technology"


def certificate(**facts: Any) -> Exhibit:
    """A management system's certificate."""
    usual = {"holder": ME, "standard": "ISO/IEC 27001:2013", "number": "02221I30001R0M", "grant_date": "2021-03-02", "valid_to": "2024-03-01",
             "scope": "与工业互联网平台软件开发相关的信息安全管理"}  # fmt: skip
    return paper("mgmt_system_certificate", **{**usual, **facts})


def rule(title: str, number: str = "", **facts: Any) -> Exhibit:
    """A rule of the house."""
    return paper("internal_policy", **{"holder": ME, "title": title, "number": number, "issued": "2020-05-01", **facts})


def filing(system: str = "潮汐工业互联网平台", level: int = 3, number: str = "33020099911-21001", **facts: Any) -> Exhibit:
    """A police filing."""
    usual = {"holder": ME, "system": system, "level": f"第{'一二三四'[level - 1]}级", "number": number, "date": "2021-06-18"}
    return paper("mlps_filing", **{**usual, **facts})


def filed(system: str = "潮汐工业互联网平台", level: int = 3, number: str = "33020099911-21001", **values: str) -> Record:
    """What the police keep of it."""
    usual = {"company": ME, "system": system, "level": f"{level}", "number": number, "date": "2021-06-18"}
    return record("security_filings", **{**usual, **values})


SITUATIONS = (
    Situation("certificate whose term was not read", MANAGEMENT, "通过ISO27001信息安全管理体系认证", (S, N), (certificate(valid_to=""),)),
    Situation("certificate of 2016 whose term was not read", MANAGEMENT, "通过ISO27001信息安全管理体系认证", REFUSED, (certificate(valid_to="", grant_date="2016-03-02"),), why="three years at most (ISO/IEC 17021-1 9.6.3)"),
    Situation("certificate of an odd term", MANAGEMENT, "通过ISO27001信息安全管理体系认证", REFUSED, (certificate(valid_to="2022年3月1日"),)),
    Situation("certificate in force", MANAGEMENT, "通过ISO27001信息安全管理体系认证", S, (certificate(),)),
    Situation("sister's certificate", MANAGEMENT, "通过ISO27001信息安全管理体系认证", REFUSED, (certificate(holder=SISTER),)),
    Situation("parent's certificate that covers its daughters in its scope", MANAGEMENT, "通过ISO27001信息安全管理体系认证", REFUSED, (certificate(holder=PARENT, scope=f"{PARENT}及{ME}"),)),
    Situation("quality told as information security", MANAGEMENT, "通过ISO27001信息安全管理体系认证", REFUSED, (certificate(standard="ISO 9001:2015"),)),
    Situation("standard unread", MANAGEMENT, "通过ISO27001信息安全管理体系认证", REFUSED, (certificate(standard=""),)),
    Situation("27001 told beside 20000, one shown", MANAGEMENT, "通过ISO27001、ISO20000认证", REFUSED, (certificate(),)),
    Situation("27001 told beside 20000", MANAGEMENT, "通过ISO27001、ISO20000认证", S, (certificate(), certificate(standard="ISO/IEC 20000-1:2018", number="2"))),
    Situation("27701 told, 27001 shown", MANAGEMENT, "通过ISO27701隐私信息管理体系认证", REFUSED, (certificate(),)),
    Situation("27017 told, 27001 shown", MANAGEMENT, "通过ISO/IEC 27017云服务信息安全管理体系认证", REFUSED, (certificate(),)),
    Situation("system rules told, a certificate of DCMM2", MANAGEMENT, "通过数据管理能力成熟度（DCMM）三级认证", REFUSED, (certificate(standard="GB/T 36073—2018", level=2),)),
    Situation("DCMM3", MANAGEMENT, "通过数据管理能力成熟度（DCMM）三级认证", S, (certificate(standard="GB/T 36073—2018", level=3),)),
    Situation("DCMM without rung, any shown", MANAGEMENT, "通过DCMM认证", S, (certificate(standard="GB/T 36073—2018", level=2),)),
    Situation("DCMM steady", MANAGEMENT, "数据管理能力达到DCMM稳健级", REFUSED, (certificate(standard="GB/T 36073—2018", level=2),)),
    Situation("DCMM measured told as a word", MANAGEMENT, "数据管理能力达到DCMM量化管理级（4级）", REFUSED, (certificate(standard="GB/T 36073—2018", level=3),)),
    Situation("CMMI5 told by three", MANAGEMENT, "通过CMMI L5评估", REFUSED, (certificate(standard="CMMI V2.0", level=3),)),
    Situation("CMMI version two is no rung", MANAGEMENT, "通过CMMI5级认证", REFUSED, (certificate(standard="CMMI V5.0", level=3),)),
    Situation("ITSS two told as one", MANAGEMENT, "取得ITSS一级认证", REFUSED, (certificate(standard="ITSS", level=2),), why="in ITSS one is the highest"),
    Situation("ITSS one told as two", MANAGEMENT, "取得ITSS二级认证", REFUSED, (certificate(standard="ITSS", level=1),)),
    Situation("maturity expired", MANAGEMENT, "通过DCMM三级认证", REFUSED, (certificate(standard="DCMM", level=3, grant_date="2018-01-05", valid_to="2021-01-04"),)),
    Situation("had it in 2018, said so", MANAGEMENT, "2018年通过DCMM三级认证", (S, N), (certificate(standard="DCMM", level=3, grant_date="2018-01-05", valid_to="2021-01-04"),)),
    Situation("had it in 2019, of 2018", MANAGEMENT, "2019年通过DCMM三级认证", REFUSED, (certificate(standard="DCMM", level=3, grant_date="2018-01-05", valid_to="2021-01-04"),)),
    Situation("continuously since 2015, shown for three years", MANAGEMENT, "自2015年起连续通过ISO27001认证", (S, N), (certificate(first_date="2015-03-02"),)),
    Situation("a reason was issued late", MANAGEMENT, "通过ISO27001认证", REFUSED, (certificate(grant_date="2022-08-01", valid_to="2025-07-31"),)),
    Situation("renewed after the day, first of 2016", MANAGEMENT, "通过ISO27001认证", REFUSED, (certificate(grant_date="2022-05-01", valid_to="2025-04-30", first_date="2016-05-01"),)),
    Situation("two integrated levels", MANAGEMENT, "通过两化融合管理体系AAA级贯标", REFUSED, (certificate(standard="两化融合管理体系", level="AA"),)),
    Situation("integrated level", MANAGEMENT, "通过两化融合管理体系AA级贯标", S, (certificate(standard="两化融合管理体系", level="AA"),)),
    Situation("certificate withdrawn by the office's list", MANAGEMENT, "通过ISO27001认证", REFUSED, (certificate(status="暂停"),)),
    Situation("certificate marked valid", MANAGEMENT, "通过ISO27001认证", S, (certificate(status="有效"),)),
    # --- rules
    Situation("thirty rules told, three shown", MANAGEMENT, "建立网络安全管理制度30余项", REFUSED, (rule("网络安全管理办法"), rule("数据分类分级管理规范"), rule("应急预案"))),
    Situation("three rules", MANAGEMENT, "建立网络安全管理制度3项", S, (rule("网络安全管理办法"), rule("数据分类分级管理规范"), rule("应急预案"))),
    Situation("rules of another kind counted", MANAGEMENT, "建立网络安全管理制度3项", REFUSED, (rule("网络安全管理办法"), rule("员工食堂管理办法"), rule("车辆管理办法"))),
    Situation("rule named, another shown", MANAGEMENT, "制定《数据分类分级管理办法》", REFUSED, (rule("考勤管理办法"),)),
    Situation("rule named", MANAGEMENT, "制定《数据分类分级管理办法》", S, (rule("数据分类分级管理办法"),)),
    Situation("two rules named, one shown", MANAGEMENT, "制定《数据分类分级管理办法》《网络安全应急预案》", REFUSED, (rule("数据分类分级管理办法"),)),
    Situation("parent's rule", MANAGEMENT, "制定《数据分类分级管理办法》", REFUSED, (rule("数据分类分级管理办法", holder=PARENT),)),
    Situation("rule issued after the day", MANAGEMENT, "制定《数据分类分级管理办法》", REFUSED, (rule("数据分类分级管理办法", issued="2022-10-01"),)),
    Situation("two editions of one rule told as two", MANAGEMENT, "建立网络安全管理制度2项", REFUSED, (rule("网络安全管理办法", version="V1.0"), rule("网络安全管理办法", version="V2.0"))),
    # --- filings
    Situation("level two told as three", SECURITY, "潮汐工业互联网平台通过等保三级备案", REFUSED, (filing(level=2),), (filed(level=2),)),
    Situation("level three", SECURITY, "潮汐工业互联网平台通过等保三级备案", S, (filing(),), (filed(),)),
    Situation("level not said, two shown", SECURITY, "潮汐工业互联网平台通过网络安全等级保护备案", S, (filing(level=2),), (filed(level=2),)),
    Situation("another system's filing", SECURITY, "潮汐数据中台通过等保三级备案", REFUSED, (filing(),), (filed(),)),
    Situation("core system unnamed, website shown", SECURITY, "公司核心业务系统通过等保三级测评", REFUSED, (filing("企业门户网站"),), (filed("企业门户网站"),)),
    Situation("three systems told, one shown", SECURITY, "公司3个系统通过等保三级备案", REFUSED, (filing(),), (filed(),)),
    Situation("two systems told", SECURITY, "公司2个系统通过等保三级备案", S, (filing(), filing("潮汐数据中台", number="33020099911-21002")), (filed(), filed("潮汐数据中台", number="33020099911-21002"))),
    Situation("customer's filing", SECURITY, "潮汐工业互联网平台通过等保三级备案", REFUSED, (filing(holder="宁波舟山港股份有限公司"),), (filed(company="宁波舟山港股份有限公司"),)),
    Situation("filing withdrawn", SECURITY, "潮汐工业互联网平台通过等保三级备案", REFUSED, (filing(),), (filed(status="撤销", status_date="2021-12-01"),)),
    Situation("filed after the day", SECURITY, "潮汐工业互联网平台通过等保三级备案", REFUSED, (filing(date="2022-09-01"),), (filed(date="2022-09-01"),)),
    Situation("evaluated as failing", SECURITY, "潮汐工业互联网平台通过等保三级测评", REFUSED, (filing(), paper("mlps_report", holder=ME, system="潮汐工业互联网平台", level="第三级", conclusion="差", score=58.0, date="2021-09-01")), (filed(),)),
    Situation("evaluated as good", SECURITY, "潮汐工业互联网平台通过等保三级测评", S, (filing(), paper("mlps_report", holder=ME, system="潮汐工业互联网平台", level="第三级", conclusion="良", score=82.0, date="2021-09-01")), (filed(),)),
    Situation("evaluated, no evaluation shown", SECURITY, "潮汐工业互联网平台通过等保三级测评", (N, S), (filing(),), (filed(),), why="a filing is no evaluation; older practice calls it so"),
)  # fmt: skip
