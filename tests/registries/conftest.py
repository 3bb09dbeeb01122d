"""What the tests of this floor share: small tables, and a snapshot made of them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from registries.catalog import Registries, open_registries
from registries.intake import import_table

Importer = Callable[..., Path]
Opener = Callable[..., Registries]

COMPANIES = """uscc,name,former_names,parent
91330201MA2AGX576R,宁波启衡诺工业软件有限公司,宁波启衡软件有限公司@2015-03-01..2019-06-30;宁波老启衡有限公司,宁波启衡控股集团有限公司
91330205MA2CK8W304,宁波恒悦物联网科技股份有限公司,,
91330203MA281C4E64,宁波海曙诺数字科技有限公司,,
"""
PATENTS = """application_no,publication_no,kind,title,owners,grant_date,status
201910876543.2,CN110123456B,发明,一种设备数据采集方法及系统,宁波启衡诺工业软件有限公司,2021-05-18,有效
201820345678.7,CN208123456U,实用新型,一种网关安装支架,宁波启衡软件有限公司,2018-11-20,有效
202010987654.3,CN111123456B,发明,一种日志异常检测方法,宁波恒悦物联网科技股份有限公司;示例大学,2021-08-06,失效
"""


@pytest.fixture
def tables() -> Mapping[str, str]:
    """The small tables, kind -> csv."""
    return {"companies": COMPANIES, "patents": PATENTS}


@pytest.fixture
def take_in(tmp_path: Path) -> Importer:
    """Imports tables given as text and gives the snapshot's path."""

    def take(given: Mapping[str, str], *, as_of: date | None = None) -> Path:
        snapshot = tmp_path / "registries.db"
        for kind, text in given.items():
            file = tmp_path / f"{kind}.csv"
            file.write_text(text, encoding="utf-8")
            import_table(kind, file, snapshot, as_of=as_of, now="2022-04-15T08:00:00+00:00")
        return snapshot

    return take


@pytest.fixture
def opened(take_in: Importer) -> Iterator[Opener]:
    """Imports tables and opens them; closed when the test is over."""
    known: list[Registries] = []

    def open_them(given: Mapping[str, str], *, as_of: date | None = None) -> Registries:
        known.append(open_registries(take_in(given, as_of=as_of)))
        return known[-1]

    yield open_them
    for registries in known:
        registries.close()
