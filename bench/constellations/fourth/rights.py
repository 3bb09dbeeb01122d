"""Patents, software and standards: counts, kinds, owners, one thing shown as two."""

from typing import Any

from bench.constellations.fourth.desk import (
    FORMER,
    ME,
    OTHER,
    PARENT,
    REFUSED,
    SISTER,
    N,
    S,
    Situation,
    paper,
    patent_no,
    record,
)
from extractors.exhibit import Exhibit
from registries.record import Record

KEY = "invention_patents_valid"
TITLE = "一种潮间带设备状态数据的采集方法"

def sheet(serial: int = 1, kind: str = "invention_patent_certificate", digit: int = 1, **facts: Any) -> Exhibit:
    """A certificate."""
    usual = {"number": patent_no(serial, kind=digit), "title": TITLE, "holder": ME, "grant_date": "2020-03-04",
             "publication_no": f"CN1078{serial:05d}B", "certificate_no": f"37{serial:05d}"}  # fmt: skip
    return paper(kind, **{**usual, **facts})

def entry(serial: int = 1, digit: int = 1, **values: str) -> Record:
    """What the patent office keeps of it."""
    number = patent_no(serial, kind=digit)
    usual = {"application_no": f"{number[:12]}.{number[12]}", "publication_no": f"CN1078{serial:05d}B", "title": TITLE,
             "kind": {1: "发明", 2: "实用新型", 3: "外观设计"}[digit], "owners": ME, "filing_date": "2018-03-01",
             "grant_date": "2020-03-04", "status": "有效", "status_date": "2020-03-04", "certificate_no": f"37{serial:05d}"}  # fmt: skip
    return record("patents", **{**usual, **values})

def software(serial: int = 1, **facts: Any) -> Exhibit:
    """A certificate of software."""
    usual = {"number": f"2020SR{serial:07d}", "title": f"潮汐设备数据采集平台{serial}软件", "version": "V1.0", "holder": ME,
             "grant_date": "2020-05-06", "acquisition": "原始取得", "extent": "全部权利"}  # fmt: skip
    return paper("software_copyright_certificate", **{**usual, **facts})

def registered(serial: int = 1, **values: str) -> Record:
    """What the copyright office keeps of it."""
    usual = {"registration_no": f"2020SR{serial:07d}", "name": f"潮汐设备数据采集平台{serial}软件", "version": "V1.0", "owners": ME,
             "registered_on": "2020-05-06", "acquisition": "原始取得"}  # fmt: skip
    return record("software_copyrights", **{**usual, **values})

def standard(number: str, drafters: tuple[str, ...], kind: str = "national_standard", **facts: Any) -> Exhibit:
    """A standard's cover and foreword."""
    usual = {"number": number, "title": "工业互联网 边缘网关 技术要求", "drafters": ";".join(drafters)}
    return paper(kind, **{**usual, **facts})

def kept(number: str, drafters: tuple[str, ...], **values: str) -> Record:
    """What the standards platform keeps of it."""
    usual = {"standard_no": number, "title": "工业互联网 边缘网关 技术要求", "drafters": ";".join(drafters), "level": "国家",
             "publish_date": "2020-09-29", "status": "现行"}  # fmt: skip
    return record("standards", **{**usual, **values})

COUNTED = "controllable_technology"
UNI, THIRD = "宁波大学", "中国电子技术标准化研究院"

PATENTS = (
    Situation("utility model in an invention's sentence", COUNTED, "公司拥有发明专利1件", REFUSED, (sheet(1, "utility_model_certificate", 2),), (entry(1, 2),)),
    Situation("invention in an invention's sentence", COUNTED, "公司拥有发明专利1件", S, (sheet(),), (entry(),)),
    Situation("design and utility counted as patents", COUNTED, "公司拥有专利2件", S, (sheet(1, "utility_model_certificate", 2), sheet(2, "design_patent_certificate", 3)), (entry(1, 2), entry(2, 3))),
    Situation("design and utility counted as inventions", COUNTED, "公司拥有授权发明专利2件", REFUSED, (sheet(1, "utility_model_certificate", 2), sheet(2, "design_patent_certificate", 3)), (entry(1, 2), entry(2, 3))),
    Situation("one patent by its certificate and its gazette page", KEY, 2, REFUSED, (sheet(), sheet(1, "patent_gazette_page")), (entry(),)),
    Situation("one patent by its certificate and its gazette page, one claimed", KEY, 1, S, (sheet(), sheet(1, "patent_gazette_page")), (entry(),)),
    Situation("gazette page that names its publication as its number", KEY, 2, REFUSED, (sheet(), sheet(1, "patent_gazette_page", number="CN107800001B")), (entry(),)),
    Situation("lapsed by the register, told in words", COUNTED, "公司拥有有效发明专利1件", REFUSED, (sheet(),), (entry(status="失效", status_date="2021-08-19"),)),
    Situation("lapsed utility model among patents", COUNTED, "公司拥有实用新型专利1件", REFUSED, (sheet(1, "utility_model_certificate", 2),), (entry(1, 2, status="未缴年费专利权终止", status_date="2021-03-01"),)),
    Situation("utility model older than ten years", COUNTED, "公司拥有实用新型专利1件", REFUSED, (sheet(1, "utility_model_certificate", 2),), (entry(1, 2, filing_date="2010-03-01", grant_date="2011-01-05"),), why="专利法第四十二条: ten years"),
    Situation("utility model of five years", COUNTED, "公司拥有实用新型专利1件", S, (sheet(1, "utility_model_certificate", 2),), (entry(1, 2, filing_date="2017-03-01"),)),
    Situation("design older than ten years, filed before June 2021", COUNTED, "公司拥有外观设计专利1件", REFUSED, (sheet(1, "design_patent_certificate", 3),), (entry(1, 3, filing_date="2011-03-01", grant_date="2011-09-05"),), why="ten years before the fourth amendment"),
    Situation("design of four years", COUNTED, "公司拥有外观设计专利1件", S, (sheet(1, "design_patent_certificate", 3),), (entry(1, 3),)),
    Situation("pledged patent", KEY, 1, S, (sheet(),), (entry(status="专利权质押合同登记的生效"),)),
    Situation("pledge taken off", KEY, 1, S, (sheet(),), (entry(status="专利权质押合同登记的注销"),)),
    Situation("exclusive licence given to others", KEY, 1, S, (sheet(),), (entry(status="专利实施许可合同备案的生效"),)),
    Situation("applied only, told as owned", COUNTED, "公司拥有发明专利3件", REFUSED, tuple(sheet(n, "patent_notice", notice="受理") for n in (1, 2, 3)), tuple(entry(n, status="审中", grant_date="") for n in (1, 2, 3))),
    Situation("american patent of the family", KEY, 2, REFUSED, (sheet(), paper("invention_patent_certificate", number="US10123456B2", title=TITLE, holder=ME, grant_date="2021-03-02")), (entry(),)),
    Situation("application under the treaty told as a patent", COUNTED, "公司拥有国际发明专利1件", REFUSED, (paper("patent_notice", number="PCT/CN2020/123456", title=TITLE, holder=ME, notice="受理"),)),
    Situation("inventor holds it, not the company", KEY, 1, REFUSED, (sheet(holder="方知远"),), (entry(owners="方知远"),)),
    Situation("company and its founder hold it", KEY, 1, S, (sheet(holder=f"{ME};方知远"),), (entry(owners=f"{ME};方知远"),)),
    Situation("parent's patents claimed as the group's", COUNTED, "集团拥有发明专利1件", REFUSED, (sheet(holder=PARENT),), (entry(owners=PARENT),)),
    Situation("sold, register copy of before the sale", KEY, 1, REFUSED, (sheet(), sheet(1, "patent_register_copy", status="有效", date="2020-09-01")), (entry(owners=OTHER, status="专利权转移"),)),
    Situation("same title, two numbers, one granted", KEY, 2, REFUSED, (sheet(1), sheet(2)), (entry(1), entry(2, status="驳回", grant_date="")), why="divisional that was refused"),
    Situation("divisional granted too", KEY, 2, S, (sheet(1), sheet(2)), (entry(1), entry(2))),
    Situation("abandoned for the invention of the same day", COUNTED, "公司拥有实用新型专利1件", REFUSED, (sheet(1, "utility_model_certificate", 2),), (entry(1, 2, status="避免重复授权放弃专利权", status_date="2020-03-04"),), why="专利法第九条"),
    Situation("grant year told wrong", COUNTED, "2021年新增发明专利1件", REFUSED, (sheet(),), (entry(),)),
    Situation("grant year told right", COUNTED, "2020年新增发明专利1件", S, (sheet(),), (entry(),)),
    Situation("fifty told, one shown, «其中»", COUNTED, "公司拥有专利50件，其中发明专利1件", REFUSED, (sheet(),), (entry(),)),
    Situation("two told with their parts", COUNTED, "公司拥有专利2件，其中发明专利1件", S, (sheet(), sheet(2, "utility_model_certificate", 2)), (entry(), entry(2, 2))),
)

SOFTWARE = (
    Situation("two versions claimed as two", "software_copyrights", 2, S, (software(1), software(2, title="潮汐设备数据采集平台1软件", version="V2.0")), (registered(1), registered(2, name="潮汐设备数据采集平台1软件", version="V2.0")), why="each registration is one; told as padding"),
    Situation("one registration by original and copy", "software_copyrights", 2, REFUSED, (software(), software(certificate_no="软著登字第5000001号")), (registered(),)),
    Situation("receipt of the application for software", "software_copyrights", 1, REFUSED, (paper("patent_notice", number="2021R11L0123456", title="潮汐软件", holder=ME, notice="受理"),)),
    Situation("flow number in a certificate's place", "software_copyrights", 1, REFUSED, (software(number="2021R11L0123456"),), (registered(),)),
    Situation("bought from the founder, registered as bought", "software_copyrights", 1, S, (software(acquisition="受让"),), (registered(acquisition="受让"),)),
    Situation("sold since", "software_copyrights", 1, REFUSED, (software(),), (registered(owners=OTHER),)),
    Situation("sister's software", COUNTED, "公司拥有软件著作权1件", REFUSED, (software(holder=SISTER),), (registered(owners=SISTER),)),
    Situation("under the former name", COUNTED, "公司拥有软件著作权1件", S, (software(holder=FORMER),), (registered(owners=FORMER),)),
    Situation("software counted as patents", COUNTED, "公司拥有专利1件", REFUSED, (software(),), (registered(),)),
    Situation("software and patents told as one sum", COUNTED, "公司拥有发明专利和软件著作权共2件", (S, N), (software(), sheet()), (registered(), entry())),
    Situation("software and patents told as one sum, one of them", COUNTED, "公司拥有发明专利和软件著作权共5件", REFUSED, (software(), sheet()), (registered(), entry())),
    Situation("registrations of this year told of last", COUNTED, "2021年取得软件著作权2件", REFUSED, (software(1), software(2)), (registered(1), registered(2))),
    Situation("registrations of the year", COUNTED, "2020年取得软件著作权2件", S, (software(1), software(2)), (registered(1), registered(2))),
)

NATION, TRADE, GROUP, FIRM, ABROAD = "GB/T 40001—2021", "YD/T 3800—2021", "T/ZJSEE 0007—2021", "Q/CXSL 001—2021", "ISO/IEC 30165:2021"
LED = (ME, UNI, THIRD)
JOINED = (THIRD, UNI, ME)
BY = "制修订国际、国内、行业标准情况"
STANDARDS = (
    Situation("company's own standard", "standards_led", 1, REFUSED, (standard(FIRM, (ME,), "local_or_group_standard"),), (kept(FIRM, (ME,), level="企业"),), why="企业标准 is neither international, national nor of a trade"),
    Situation("company's own standard, not registered", "standards_led", 1, REFUSED, (standard(FIRM, (ME,), "local_or_group_standard"),)),
    Situation("group standard on the form", "standards_led", 1, S, (standard(GROUP, LED, "local_or_group_standard"),), (kept(GROUP, LED, level="团体"),), why="the form says 国内; the indicator does not count it"),
    Situation("group standard told as a national one", COUNTED, "牵头制定国家标准1项", REFUSED, (standard(GROUP, LED, "local_or_group_standard"),), (kept(GROUP, LED, level="团体"),)),
    Situation("group standard told as one, registry without level", COUNTED, "牵头制定国家标准1项", REFUSED, (standard(GROUP, LED, "local_or_group_standard"),), (kept(GROUP, LED, level=""),)),
    Situation("national standard, registry without level", COUNTED, "牵头制定国家标准1项", S, (standard(NATION, LED),), (kept(NATION, LED, level=""),)),
    Situation("trade standard told as a national one", COUNTED, "主导制定国家标准1项", REFUSED, (standard(TRADE, LED, "industry_standard"),), (kept(TRADE, LED, level="行业"),)),
    Situation("national standard told as an international one", COUNTED, "主导制定国际标准1项", REFUSED, (standard(NATION, LED),), (kept(NATION, LED),)),
    Situation("joined told as led in words", COUNTED, "主导制定国家标准1项", REFUSED, (standard(NATION, JOINED),), (kept(NATION, JOINED),)),
    Situation("joined told as joined in words", COUNTED, "参与制定国家标准1项", S, (standard(NATION, JOINED),), (kept(NATION, JOINED),)),
    Situation("led or joined, two in all", COUNTED, "主持或参与制定国家、行业标准2项", S, (standard(NATION, JOINED), standard(TRADE, LED, "industry_standard")), (kept(NATION, JOINED), kept(TRADE, LED, level="行业"))),
    Situation("draft for comments", "standards_led", 1, REFUSED, (standard("GB/T 40001—202X", LED),), (kept(NATION, LED, status="征求意见"),)),
    Situation("in force only after the day", "standards_led", 1, S, (standard(NATION, LED),), (kept(NATION, LED, status="即将实施", publish_date="2022-03-09"),), why="published is what counts (I-09.2)"),
    Situation("to be published after the day", "standards_led", 1, REFUSED, (standard(NATION, LED),), (kept(NATION, LED, publish_date="2022-07-11"),)),
    Situation("replaced by its revision", "standards_led", 1, REFUSED, (standard("GB/T 40001—2011", LED),), (kept("GB/T 40001-2011", LED, status="被代替"),)),
    Situation("revision beside what it replaced", "standards_led", 1, S, (standard("GB/T 40001—2011", LED), standard(NATION, LED)), (kept("GB/T 40001-2011", LED, status="废止"), kept(NATION, LED))),
    Situation("drafted by the parent, company named in no place", "standards_participated", 1, REFUSED, (standard(NATION, (PARENT, UNI)),), (kept(NATION, (PARENT, UNI)),)),
    Situation("drafter is an employee, company in no list", "standards_participated", 1, REFUSED, (standard(NATION, (THIRD, UNI), persons="方知远"),), (kept(NATION, (THIRD, UNI)),)),
    Situation("same standard claimed as led and as joined", "standards_participated", 1, REFUSED, (standard(NATION, LED),), (kept(NATION, LED),), beside=(("standards_led", 1),)),
    Situation("standard and its english edition", "standards_led", 2, REFUSED, (standard(NATION, LED), standard(NATION, LED, title="Industrial Internet Edge Gateway Requirements")), (kept(NATION, LED),)),
    Situation("secretariat's letter, no standard", "standards_led", 1, REFUSED, (paper("international_standard_evidence", holder=ME, title="标准立项证明", number="20213001-T-469"),)),
    Situation("three of the form, five in words", COUNTED, "累计主持参与制定国家标准5项", REFUSED, (standard(NATION, LED),), (kept(NATION, LED),)),
)  # fmt: skip

SITUATIONS = (*PATENTS, *SOFTWARE, *STANDARDS)
