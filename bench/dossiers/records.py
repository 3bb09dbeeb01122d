"""Rows of the registries, with the columns that an import file has."""

from bench.dossiers.sheets import Rows

Row = dict[str, object]


def company(
    code: str, name: str, former: str, person: str, capital: float, address: str, parent: str = ""
) -> Row:
    """A row of `companies`."""
    return {
        "uscc": code,
        "name": name,
        "former_names": former,
        "legal_representative": person,
        "registered_capital_wan": capital,
        "address": address,
        "status": "存续",
        "parent": parent,
    }


def patent(
    number: str,
    publication: str,
    title: str,
    owners: str,
    filed: str,
    granted: str,
    kind: str = "发明",
    status: str = "有效",
    since: str = "",
    certificate: int = 0,
) -> Row:
    """A row of `patents`."""
    return {
        "application_no": number,
        "publication_no": publication,
        "kind": kind,
        "title": title,
        "owners": owners,
        "inventors": "沈亦舟;陆鸣",
        "filing_date": filed,
        "grant_date": granted,
        "status": status,
        "status_date": since or granted,
        "certificate_no": certificate,
        "ipc": "G06F",
    }


def software(
    registration: str, certificate: str, name: str, version: str, owners: str, made: str, registered: str
) -> Row:
    """A row of `software_copyrights`."""
    return {
        "registration_no": registration,
        "certificate_no": certificate,
        "name": name,
        "version": version,
        "owners": owners,
        "completed_on": made,
        "published_on": "",
        "registered_on": registered,
        "acquisition": "原始取得",
    }


def standard(
    number: str, title: str, level: str, drafters: tuple[str, ...], day: str, status: str = "现行"
) -> Row:
    """A row of `standards`."""
    return {
        "standard_no": number,
        "title": title,
        "level": level,
        "drafters": ";".join(drafters),
        "publish_date": day,
        "status": status,
    }


def award(
    name: str, level: str, grade: str, year: int, project: str, winners: str, certificate: str = ""
) -> Row:
    """A row of `awards`."""
    return {
        "name": name,
        "level": level,
        "grade": grade,
        "year": year,
        "project": project,
        "winners": winners,
        "certificate_no": certificate,
    }


def honour(
    name: str,
    level: str,
    year: int,
    company_name: str,
    project: str = "",
    issuer: str = "浙江省经济和信息化厅",
    number: str = "",
) -> Row:
    """A row of `honors`."""
    return {
        "list": name,
        "level": level,
        "year": year,
        "company": company_name,
        "project": project,
        "issuer": issuer,
        "doc_no": number,
    }


def first_set(product: str, company_name: str, level: str, year: int, number: str) -> Row:
    """A row of `first_sets`."""
    return {"product": product, "company": company_name, "level": level, "year": year, "doc_no": number}


def credit(code: str, name: str, grade: str, score: int, day: str) -> Row:
    """A row of `credit_ratings`."""
    return {"uscc": code, "company": name, "grade": grade, "score": score, "date": day}


def filing(number: str, name: str, system: str, level: int, day: str) -> Row:
    """A row of `security_filings`."""
    return {"number": number, "company": name, "system": system, "level": level, "date": day}


def strangers_of(rows: Rows) -> tuple[Row, ...]:
    """Companies that nobody here is: code, name, person, capital, address."""
    return tuple(company(str(c), str(n), "", str(p), float(str(k)), str(a)) for c, n, p, k, a in rows)
