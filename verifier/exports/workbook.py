"""The report as a workbook; `SHEETS` lists its sheets by hand."""

from io import BytesIO

from openpyxl import Workbook

from verifier.exports.cells import fill_sheet, printable
from verifier.exports.sheets.claims import CLAIMS, ITEMS
from verifier.exports.sheets.evidence import EVIDENCE, REJECTED
from verifier.exports.sheets.files import FILES, REUSE
from verifier.exports.sheets.indicators import CHECKLIST, INDICATORS
from verifier.exports.sheets.overview import OVERVIEW
from verifier.report.report import Report
from verifier.rules import Rules


def workbook(report: Report, rules: Rules) -> bytes:
    """The report as the bytes of an .xlsx file.

    Args:
        report: any report, fresh or recalled.
        rules: for the words of reasons.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in SHEETS:
        table = sheet.fill(report, rules)
        tinted = next((n for n, c in enumerate(sheet.columns, 1) if c.title == "结论"), 1)
        fill_sheet(book.create_sheet(sheet.name), sheet.columns, table.rows, table.flags, tinted=tinted)
    book.properties.title, book.properties.creator = (
        f"{printable(report.company)} 核验报告",
        report.provenance.program,
    )
    file = BytesIO()
    book.save(file)
    return file.getvalue()


SHEETS = (OVERVIEW, CLAIMS, ITEMS, EVIDENCE, REJECTED, INDICATORS, CHECKLIST, REUSE, FILES)
