"""Markets, platforms, alliances, open source, cases, solutions, responsibility."""

from typing import Any

from bench.constellations.fourth.desk import (
    ME,
    OTHER,
    PARENT,
    REFUSED,
    SISTER,
    N,
    S,
    Situation,
    paper,
)
from bench.constellations.fourth.honours import honour, listed
from extractors.exhibit import Exhibit

MARKET, PLATFORMS, CONSORTIA, OPEN = "market_share", "open_platforms", "consortia", "open_source"
CASES, SOCIAL, SOLUTIONS, EXAMPLES, COMMUNITY = "industry_digitalisation", "social_digitalisation", "replicable", "benchmark_effect", "platform_community"


def report(**facts: Any) -> Exhibit:
    """What a body says of a market."""
    usual = {"holder": ME, "issuer": "赛迪顾问股份有限公司", "product": "边缘智能网关", "share": 12.6, "rank": 3, "scope": "全国", "year": 2021}
    return paper("market_share_report", **{k: v for k, v in {**usual, **facts}.items() if v is not None})


def alliance(title: str = "浙江省工业互联网创新联合体", **facts: Any) -> Exhibit:
    """An alliance's paper."""
    return paper("consortium_document", **{"title": title, "lead": ME, "members": f"{OTHER};宁波大学", "date": "2020-06-01", **facts})


def contract(number: str, customer: str, when: str = "2020-05-01", **facts: Any) -> Exhibit:
    """A contract of sale."""
    usual = {"holder": ME, "customer": customer, "number": number, "date": when, "title": "工业互联网平台建设", "amount": 120.0}
    return paper("application_contract", **{**usual, **facts})


A, B, C = "宁波甲轴承有限公司", "绍兴乙纺织有限公司", "台州丙泵业有限公司"
TWO, ONE_EACH = "近三年服务案例2个", "近三年服务企业客户2家"
GIT = paper("open_source_certificate", org="开放原子开源基金会", holder=ME, role="白银捐赠人", year=2021)
COLLECTION = "浙江省优秀工业互联网解决方案"
STATISTICS = paper("platform_statistics", holder=ME, title="潮汐工业互联网平台", devs=860, apps=120, asof="2021-12-31")

SITUATIONS = (
    # --- market
    Situation("rank of another product", MARKET, "公司数据中台软件国内市场占有率排名第3", REFUSED, (report(),)),
    Situation("rank of the product named", MARKET, "公司边缘智能网关国内市场占有率排名第3", S, (report(),)),
    Situation("share of another product", MARKET, "公司数据中台软件2021年国内市场占有率12.6%", REFUSED, (report(),)),
    Situation("share of the product named", MARKET, "公司边缘智能网关2021年国内市场占有率12.6%", S, (report(),)),
    Situation("first in a niche told as first in the trade", MARKET, "公司位居工业互联网行业国内第1", REFUSED, (report(product="港口轮胎吊边缘智能网关细分领域", rank=1),)),
    Situation("share in the province told as in the country", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(scope="浙江省"),)),
    Situation("share in the country told as in the world", MARKET, "公司边缘智能网关全球市场占有率12.6%", REFUSED, (report(),)),
    Situation("share without scope on the report told of the country", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(scope=None),)),
    Situation("share without scope told without scope", MARKET, "公司边缘智能网关市场占有率12.6%", S, (report(scope=None),)),
    Situation("share of the province told without scope", MARKET, "公司边缘智能网关市场占有率12.6%", REFUSED, (report(scope="浙江省"),), why="12.6 % of what? only the province's"),
    Situation("among three told by rank four", MARKET, "公司边缘智能网关国内市场前三", REFUSED, (report(rank=4),)),
    Situation("among five by rank three", MARKET, "公司边缘智能网关国内市场前五", S, (report(),)),
    Situation("over twelve by 12.6", MARKET, "公司边缘智能网关国内市场占有率超过12%", S, (report(),)),
    Situation("over thirteen by 12.6", MARKET, "公司边缘智能网关国内市场占有率超过13%", REFUSED, (report(),)),
    Situation("share of 2019 told of 2021", MARKET, "2021年公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(year=2019),)),
    Situation("report without a year told of 2021", MARKET, "2021年公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(year=None),)),
    Situation("self-made report", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(issuer=ME),)),
    Situation("parent as the author", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(issuer=PARENT),)),
    Situation("a study of one's own institute", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(issuer="宁波潮汐数字经济研究院"),), why="研究院 of the company's own name"),
    Situation("association's letter", MARKET, "公司边缘智能网关国内市场占有率12.6%", S, (report(issuer="中国仪器仪表行业协会"),)),
    Situation("report after the day", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(date="2022-11-01", year=2022),)),
    Situation("sister's product", MARKET, "公司边缘智能网关国内市场占有率12.6%", REFUSED, (report(holder=SISTER),)),
    Situation("rise told as share", MARKET, "公司边缘智能网关国内市场占有率提升至12.6%", S, (report(),)),
    Situation("five years in a row, one report", MARKET, "公司边缘智能网关连续五年国内市场占有率第3", REFUSED, (report(),)),
    Situation("decimal slipped", MARKET, "公司边缘智能网关国内市场占有率26.1%", REFUSED, (report(),)),
    # --- platforms
    Situation("city's centre told as the province's", PLATFORMS, "拥有浙江省企业技术中心", REFUSED, (listed("宁波市企业技术中心", ME, kind="platform_recognition", level="市级"),), (honour("宁波市企业技术中心", level="市级"),)),
    Situation("province's centre", PLATFORMS, "拥有浙江省企业技术中心", S, (listed("浙江省企业技术中心", ME, kind="platform_recognition"),), (honour("浙江省企业技术中心"),)),
    Situation("province's centre told as the state's", PLATFORMS, "拥有国家企业技术中心", REFUSED, (listed("浙江省企业技术中心", ME, kind="platform_recognition"),), (honour("浙江省企业技术中心"),)),
    Situation("institute told as key institute", PLATFORMS, "建有浙江省重点企业研究院", REFUSED, (listed("浙江省企业研究院", ME, kind="platform_recognition"),), (honour("浙江省企业研究院"),)),
    Situation("key institute told as institute", PLATFORMS, "建有浙江省企业研究院", (S, N), (listed("浙江省重点企业研究院", ME, kind="platform_recognition"),), (honour("浙江省重点企业研究院"),)),
    Situation("partner's laboratory", PLATFORMS, "拥有浙江省重点实验室", REFUSED, (listed("浙江省重点实验室", "宁波大学", kind="platform_recognition"),), (honour("浙江省重点实验室", "宁波大学"),)),
    Situation("platform's services told above the statistics", PLATFORMS, "潮汐工业互联网平台集成APP、解决方案500个", REFUSED, (STATISTICS,)),
    Situation("platform's services", PLATFORMS, "潮汐工业互联网平台集成组件、APP和解决方案120个", (S, N), (STATISTICS,)),
    Situation("developers registered told as active", PLATFORMS, "平台活跃开发者860人", REFUSED, (STATISTICS,)),
    Situation("developers told in words", PLATFORMS, "平台集聚开发者860人", (S, N), (STATISTICS,)),
    Situation("devices told, none shown", PLATFORMS, "平台接入设备10万台", REFUSED, (STATISTICS,)),
    Situation("industrial internet platform of the province, 培育", PLATFORMS, "潮汐平台入选浙江省工业互联网平台", REFUSED, (listed("浙江省工业互联网平台创建名单", ME, kind="platform_recognition"),), (honour("浙江省工业互联网平台创建名单", project="潮汐平台"),)),
    Situation("industrial internet platform of the province", PLATFORMS, "潮汐平台入选浙江省工业互联网平台", S, (listed("浙江省工业互联网平台", ME, kind="platform_recognition"),), (honour("浙江省工业互联网平台", project="潮汐平台"),)),
    Situation("developers cell, statistics of before the window", "developers_count", 860, (N, S), (paper("platform_statistics", holder=ME, devs=860, apps=120, asof="2017-12-31"),)),
    Situation("developers cell, statistics of the sister", "developers_count", 860, REFUSED, (paper("platform_statistics", holder=SISTER, devs=860, apps=120),)),
    Situation("applications cell, the list shorter than the figure above it", "integrated_apps_count", 120, REFUSED, (paper("platform_statistics", holder=ME, apps=120, listed=45),)),
    Situation("applications cell, list as long as said", "integrated_apps_count", 120, S, (paper("platform_statistics", holder=ME, apps=120, listed=120),)),
    # --- alliances
    Situation("city's alliance in the province's box", CONSORTIA, "牵头组建宁波市工业互联网产业联盟", REFUSED, (alliance("宁波市工业互联网产业联盟"),)),
    Situation("alliance led", CONSORTIA, "牵头组建浙江省工业互联网创新联合体", S, (alliance(),)),
    Situation("alliance led, signed after the day", CONSORTIA, "牵头组建浙江省工业互联网创新联合体", REFUSED, (alliance(date="2022-10-01"),)),
    Situation("two alliances led, one joined", CONSORTIA, "牵头组建创新联合体2个", REFUSED, (alliance(), alliance("浙江省数字港航创新联合体", lead=OTHER, members=ME))),
    Situation("parent leads, company told to", CONSORTIA, "牵头组建浙江省工业互联网创新联合体", REFUSED, (alliance(lead=PARENT, members=ME),)),
    Situation("joined, said so", CONSORTIA, "加入浙江省工业互联网创新联合体", S, (alliance(lead=PARENT, members=ME),)),
    Situation("twenty members told, two named", CONSORTIA, "牵头组建浙江省工业互联网创新联合体，成员单位20家", REFUSED, (alliance(),)),
    Situation("alliance of no level", CONSORTIA, "牵头组建潮汐生态联盟", REFUSED, (alliance("潮汐生态联盟"),), why="the box asks for the province or above; a private club is none"),
    Situation("state's alliance told, province's shown", CONSORTIA, "牵头组建国家级工业互联网创新联合体", REFUSED, (alliance(),)),
    # --- open source
    Situation("silver told as gold", OPEN, "公司为开放原子开源基金会黄金捐赠人", REFUSED, (GIT,)),
    Situation("silver told as silver", OPEN, "公司为开放原子开源基金会白银捐赠人", S, (GIT,)),
    Situation("member told as committer", OPEN, "公司在OpenHarmony社区拥有Committer 5名", REFUSED, (paper("open_source_certificate", org="OpenHarmony", holder=ME, role="会员单位"),)),
    Situation("hundred thousand lines told, ten shown", OPEN, "向OpenHarmony社区贡献代码10万行", REFUSED, (paper("open_source_certificate", org="OpenHarmony", holder=ME, contrib=12000),)),
    Situation("lines as shown", OPEN, "向OpenHarmony社区贡献代码1.2万行", (S, N), (paper("open_source_certificate", org="OpenHarmony", holder=ME, contrib=12000),)),
    Situation("a person's membership", OPEN, "公司为开放原子开源基金会捐赠人", REFUSED, (paper("open_source_certificate", org="开放原子开源基金会", holder="方知远", role="捐赠人"),)),
    Situation("membership run out", OPEN, "公司为开放原子开源基金会捐赠人", REFUSED, (paper("open_source_certificate", org="开放原子开源基金会", holder=ME, role="捐赠人", valid_to="2020-12-31"),)),
    Situation("components told above the letter", OPEN, "向产业大脑能力中心上架组件50个", REFUSED, (paper("industry_brain_certificate", holder=ME, n=12),)),
    Situation("components of the letter", OPEN, "向产业大脑能力中心上架组件12个", S, (paper("industry_brain_certificate", holder=ME, n=12),)),
    Situation("two letters of components summed by the company", OPEN, "向产业大脑能力中心上架组件24个", REFUSED, (paper("industry_brain_certificate", holder=ME, n=12, asof="2021-06-30"), paper("industry_brain_certificate", holder=ME, n=12, asof="2021-12-31"))),
    # --- cases
    Situation("two contracts of two customers", CASES, TWO, S, (contract("1", A), contract("2", B))),
    Situation("contract with the sister as customer", CASES, TWO, REFUSED, (contract("1", A), contract("2", SISTER)), why="own group as customer; no registry tells, a person asks: same stem of name"),
    Situation("contract with the parent as customer", CASES, TWO, REFUSED, (contract("1", A), contract("2", PARENT)), why="the registry names the parent"),
    Situation("contract with oneself", CASES, TWO, REFUSED, (contract("1", A), contract("2", ME))),
    Situation("contract as buyer", CASES, TWO, REFUSED, (contract("1", A), contract("2", ME, holder=B))),
    Situation("contract after the day", CASES, TWO, REFUSED, (contract("1", A), contract("2", B, "2022-08-01"))),
    Situation("contract of this year", CASES, TWO, REFUSED, (contract("1", A), contract("2", B, "2022-02-01")), why="the three years are 2019 to 2021"),
    Situation("contract and its acceptance told as two", CASES, TWO, REFUSED, (contract("1", A), contract("1", A, "2021-05-01", conclusion="验收合格"))),
    Situation("contract and its acceptance without number told as two", CASES, TWO, REFUSED, (contract("1", A), contract("", A, "2021-05-01", conclusion="验收合格"))),
    Situation("contract and its invoice told as two", CASES, TWO, REFUSED, (contract("1", A), contract("04412345", A, "2020-06-01", title="*信息技术服务*软件", amount=120.0)), why="an invoice's number is no contract's"),
    Situation("two contracts with one customer", CASES, TWO, (S, N), (contract("1", A), contract("2", A, "2021-03-01", title="能源管理系统")), why="case unit: customer and contract"),
    Situation("two contracts with one customer told as two customers", CASES, ONE_EACH, REFUSED, (contract("1", A), contract("2", A, "2021-03-01"))),
    Situation("two customers", CASES, ONE_EACH, S, (contract("1", A), contract("2", B))),
    Situation("customer spelt in two ways", CASES, ONE_EACH, REFUSED, (contract("1", A), contract("2", A.replace("有限公司", "有限责任公司")))),
    Situation("unsigned contract", CASES, TWO, REFUSED, (contract("1", A), contract("2", B, flags=("UNSEALED",)))),
    Situation("framework agreement without amount", CASES, TWO, (S, N), (contract("1", A), contract("2", B, amount=0.0, title="战略合作框架协议")), why="a framework promises, it delivers nothing"),
    Situation("acceptance that failed", CASES, TWO, REFUSED, (contract("1", A), contract("2", B, conclusion="验收不合格"))),
    Situation("one paper that lists a hundred customers by itself", CASES, "近三年服务案例120个", REFUSED, (contract("1", A),)),
    Situation("effects from a contract", CASES, "帮助企业提升效率30%", REFUSED, (contract("1", A),)),
    Situation("contract's customer unread", CASES, TWO, REFUSED, (contract("1", A), contract("2", ""))),
    # --- responsibility, solutions, examples
    Situation("reports in a row, one missing", SOCIAL, "连续三年发布企业社会责任报告", REFUSED, (paper("csr_report", holder=ME, year=2019), paper("csr_report", holder=ME, year=2021))),
    Situation("reports in a row", SOCIAL, "连续三年发布企业社会责任报告", S, tuple(paper("csr_report", holder=ME, year=y) for y in (2019, 2020, 2021))),
    Situation("one report shown twice", SOCIAL, "发布企业社会责任报告2份", REFUSED, (paper("csr_report", holder=ME, year=2020), paper("csr_report", holder=ME, year=2020))),
    Situation("group's report", SOCIAL, "2021年发布企业社会责任报告", REFUSED, (paper("csr_report", holder=PARENT, year=2021),)),
    Situation("jobs told, no paper", SOCIAL, "带动就业500人", REFUSED),
    Situation("solution of the sister", SOLUTIONS, "解决方案入选浙江省优秀工业互联网解决方案", REFUSED, (listed(COLLECTION, SISTER, kind="solution_collection_notice"),), (honour(COLLECTION, SISTER),)),
    Situation("solution of one's own", SOLUTIONS, "解决方案入选浙江省优秀工业互联网解决方案", S, (listed(COLLECTION, ME, kind="solution_collection_notice"),), (honour(COLLECTION),)),
    Situation("city's collection", SOLUTIONS, "解决方案入选优秀工业互联网解决方案", REFUSED, (listed("宁波市优秀工业互联网解决方案", ME, kind="solution_collection_notice", level="市级"),), (honour("宁波市优秀工业互联网解决方案", level="市级"),)),
    Situation("three industries told, one contract", SOLUTIONS, "解决方案适配10个行业大类", REFUSED, (contract("1", A),)),
    Situation("named solution, another listed", SOLUTIONS, "“潮汐港航一体化方案”入选浙江省优秀工业互联网解决方案", REFUSED, (listed(COLLECTION, ME, kind="solution_collection_notice", title="潮汐轴承质检方案"),), (honour(COLLECTION, project="潮汐轴承质检方案"),)),
    Situation("user on the list without contract", EXAMPLES, "服务企业入选浙江省未来工厂1家", REFUSED, (listed("浙江省未来工厂", A, kind="pilot_demo_notice"),), (honour("浙江省未来工厂", A),)),
    Situation("user on the list with contract", EXAMPLES, "服务企业入选浙江省未来工厂1家", S, (listed("浙江省未来工厂", A, kind="pilot_demo_notice"), contract("1", A)), (honour("浙江省未来工厂", A),)),
    Situation("user on the list, contract of after it", EXAMPLES, "服务企业入选浙江省未来工厂1家", REFUSED, (listed("浙江省未来工厂", A, kind="pilot_demo_notice", year=2020), contract("1", A, "2022-03-01")), (honour("浙江省未来工厂", A, year=2020),), why="it became a model before it was a customer"),
    Situation("user on the city's list", EXAMPLES, "服务企业入选省级未来工厂1家", REFUSED, (listed("宁波市未来工厂", A, kind="pilot_demo_notice", level="市级"), contract("1", A)), (honour("宁波市未来工厂", A, level="市级"),)),
    Situation("two users told, one with two contracts", EXAMPLES, "服务企业入选浙江省未来工厂2家", REFUSED, (listed("浙江省未来工厂", A, kind="pilot_demo_notice"), contract("1", A), contract("2", A, "2021-01-01")), (honour("浙江省未来工厂", A),)),
    Situation("user that the company only bought from", EXAMPLES, "服务企业入选浙江省未来工厂1家", REFUSED, (listed("浙江省未来工厂", A, kind="pilot_demo_notice"), contract("1", ME, holder=A)), (honour("浙江省未来工厂", A),)),
    Situation("community told, nothing shown", COMMUNITY, "平台社区注册用户5万人", REFUSED),
)  # fmt: skip
