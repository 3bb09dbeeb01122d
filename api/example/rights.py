"""One patent, one software copyright, one standard: the paper and the registry record that agree.

Recipe: each function draws the facts once and returns both sides, so that a trap can bend one of them.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from api.example import names, numbers
from api.example.application import Company, Paper, Row
from api.example.names import vocabulary

INNOVATION = "二、数字创新"
KINDS = {
    1: ("invention_patent_certificate", "发明", "B"),
    2: ("utility_model_certificate", "实用新型", "U"),
    3: ("design_patent_certificate", "外观设计", "S"),
}


def patent(
    chance: Random, owners: Sequence[str], address: str, kind: int = 1, layout: str = ""
) -> tuple[Paper, Row]:
    """A granted patent in force: its certificate and its record."""
    type_, kind_name, code = KINDS[kind]
    filed = numbers.some_day(chance, date(2014, 2, 1), date(2019, 6, 30))
    earliest, latest = (500, 900) if kind == 1 else (170, 330)
    granted = numbers.gazette_day(chance, filed + timedelta(earliest), filed + timedelta(latest))
    says = {
        "number": numbers.patent(chance, filed.year, kind),
        "title": names.invention(chance) if kind == 1 else names.device(chance),
        "holder": ";".join(owners),
        "filing_date": filed,
        "grant_date": granted,
        "publication_no": numbers.publication(chance, granted, code),
        "kind": kind_name,
        "inventors": names.people(chance, chance.randint(1, 6)),
        "address": f"315{chance.randrange(100, 999)} {address}",
        "cert_no": numbers.patent_certificate(chance, granted),
        "code_style": chance.choice(("spaced", "dense")),
    }
    layout = layout or chance.choice(("bound", "bound", "electronic"))
    if layout == "electronic" and chance.random() < 0.4:
        # Bought from a university and registered as the owner's: only who applied was another.
        says["holder_at_filing"] = vocabulary()["names"]["universities"][1]
    paper = Paper(type_, INNOVATION, layout, says)
    return paper, patent_row(paper)


def patent_row(paper: Paper, **changes: str) -> Row:
    """The registry's record of a patent certificate."""
    says = paper.says
    number = says["number"]
    row = {
        "application_no": f"{number[:12]}.{number[12]}",
        "publication_no": says["publication_no"],
        "kind": says["kind"],
        "title": says["title"],
        "owners": says["holder"],
        "inventors": ";".join(says["inventors"]),
        "filing_date": says["filing_date"].isoformat(),
        "grant_date": says["grant_date"].isoformat(),
        "status": "有效",
        "status_date": says["grant_date"].isoformat(),
        "certificate_no": says["cert_no"],
        "ipc": "",
    }
    return row | changes


def software(chance: Random, owner: str, layout: str = "", name: str = "") -> tuple[Paper, Row]:
    """A registered software copyright: its certificate and its record."""
    year = chance.choice((2016, 2017, 2019, 2020, 2021))
    registered = numbers.some_day(chance, date(year, 1, 4), date(year, 12, 24))
    number, certificate = numbers.software(chance, registered, vocabulary()["software_offsets"][str(year)])
    title, version = name or names.software(chance), f"V{chance.randint(1, 5)}.{chance.randint(0, 6)}"
    completed = registered - timedelta(chance.randint(40, 420))
    published = completed + timedelta(chance.randint(0, 30)) if chance.random() < 0.6 else None
    says = {
        "number": number,
        "title": title,
        "version": version,
        "short": title[:6] if chance.random() < 0.4 else "",
        "holder": owner,
        "grant_date": registered,
        "completed": completed,
        "published": published,
        "acquisition": "原始取得",
        "cert_no": certificate,
    }
    # Certificates printed from November 2019 on bear a square code.
    layout = layout or (
        chance.choice(("coded", "electronic")) if registered >= date(2019, 11, 10) else "plain"
    )
    row = {
        "registration_no": number,
        "certificate_no": certificate,
        "name": title,
        "version": version,
        "owners": owner,
        "completed_on": completed.isoformat(),
        "published_on": published.isoformat() if published else "",
        "registered_on": registered.isoformat(),
        "acquisition": "原始取得",
    }
    return Paper("software_copyright_certificate", INNOVATION, layout, says), row


STANDARDS = {
    "GB": (
        "national_standard",
        "国家",
        "GB/T",
        "中华人民共和国国家标准",
        "国家市场监督管理总局\n国家标准化管理委员会",
    ),
    "YD": ("industry_standard", "行业", "YD/T", "中华人民共和国通信行业标准", "中华人民共和国工业和信息化部"),
    "SJ": ("industry_standard", "行业", "SJ/T", "中华人民共和国电子行业标准", "中华人民共和国工业和信息化部"),
    "DB": ("local_or_group_standard", "地方", "DB33/T", "浙江省地方标准", "浙江省市场监督管理局"),
    "T": ("local_or_group_standard", "团体", "T/ZSIA", "团体标准", "浙江省软件与信息服务协会"),
}


def standard(chance: Random, series: str, drafters: Sequence[Company]) -> tuple[Paper, Row]:
    """A published standard: cover with foreword, and its record; the first drafter led it."""
    type_, level, prefix, heading, issuer = STANDARDS[series]
    published = numbers.some_day(chance, date(2018, 3, 1), date(2021, 10, 30))
    words = vocabulary()["products"]
    place = chance.randrange(len(words["topics"]))
    says = {
        "number": f"{prefix} {chance.randrange(1100, 43999)}—{published.year}",
        "title": f"工业互联网 {words['topics'][place]} 第{chance.randint(1, 5)}部分：技术要求",
        "english": f"Industrial internet — {words['topics_english'][place]}",
        "drafters": ";".join(firm.name for firm in drafters),
        "publish_date": published,
        "effective_date": published + timedelta(180),
        "people": names.people(chance, chance.randint(6, 14)),
        "heading": heading,
        "issuer": issuer,
        "edition": "本文件" if published >= date(2020, 10, 1) else "本标准",
    }
    row = {
        "standard_no": str(says["number"]),
        "title": str(says["title"]),
        "level": level,
        "drafters": str(says["drafters"]),
        "publish_date": published.isoformat(),
        "status": "现行",
    }
    return Paper(type_, INNOVATION, chance.choice(("list", "wrapped")), says), row
