"""Facts of one paper that do not fit together say so: counters, years, kinds, the order of days."""

import pytest

from extractors.exhibit import Exhibit, Fact
from extractors.guard.fitting import misfits
from registries.values.patents import patent_check


def paper(type_, **values):
    facts = tuple(Fact(name, value, str(value), (), 0.99) for name, value in values.items())
    return Exhibit("d1", "a.pdf", "0" * 64, (1,), type_, facts)


def patent(year=2018, kind=1):
    body = f"{year}{kind}0288982"
    return body + patent_check(body)


INVENTION = "invention_patent_certificate"
SOFTWARE = "software_copyright_certificate"


@pytest.mark.parametrize(
    ("exhibit", "flags"),
    [
        (paper(INVENTION, number=patent(), filing_date="2018-04-03", grant_date="2020-02-21"), {}),
        (
            paper(INVENTION, number=patent(2017), filing_date="2018-04-03"),
            {"number": ("YEAR_MISMATCH",), "filing_date": ("YEAR_MISMATCH",)},
        ),
        (  # a divisional application keeps the day of its parent
            paper(INVENTION, number=patent(2019), filing_date="2018-04-03"),
            {"number": ("NUMBER_YEAR_LATER",), "filing_date": ("NUMBER_YEAR_LATER",)},
        ),
        (paper(INVENTION, number=patent(kind=2)), {"number": ("KIND_MISMATCH",)}),
        (paper(INVENTION, number=patent(kind=8)), {}),
        (paper(INVENTION, publication_no="CN208752199U"), {"publication_no": ("KIND_MISMATCH",)}),
        (paper(INVENTION, publication_no="CN108752199A"), {"publication_no": ("KIND_MISMATCH",)}),
        (paper(INVENTION, publication_no="CN108752199B"), {}),
        (
            paper(INVENTION, filing_date="2020-04-03", grant_date="2019-02-21"),
            {"filing_date": ("DATE_ORDER",), "grant_date": ("DATE_ORDER",)},
        ),
        (paper(SOFTWARE, number="2021SR1456845", certificate_no="软著登字第8179471号"), {}),
        (
            paper(SOFTWARE, number="2021SR0123456", certificate_no="软著登字第1234567号"),
            {"number": ("NUMBER_OFFSET",), "certificate_no": ("NUMBER_OFFSET",)},
        ),
        (
            paper(SOFTWARE, number="2021SR1456845", grant_date="2020-12-30"),
            {"number": ("YEAR_MISMATCH",), "grant_date": ("YEAR_MISMATCH",)},
        ),
        (paper("hitech_certificate", number="GR202033100123", grant_date="2020-12-01"), {}),
        (
            paper("hitech_certificate", number="GR202033100123", grant_date="2021-12-01"),
            {"number": ("YEAR_MISMATCH",), "grant_date": ("YEAR_MISMATCH",)},
        ),
        (paper("patent_notice", number=patent(kind=2), filing_date="2018-04-03"), {}),
        (paper("audit_report", year=2020), {}),
    ],
)
def test_each_misfit_flags_the_facts_that_it_concerns(exhibit, flags):
    assert misfits(exhibit) == flags
