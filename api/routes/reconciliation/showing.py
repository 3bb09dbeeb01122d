"""A record as a small page: for the frame in which clients preview it, and for a flyout."""

from html import escape

from api.routes.reconciliation.matching import name_of
from registries.record import Record
from registries.schema import find_kind

_STYLE = (
    "body{font:13px/1.5 'Noto Sans CJK SC','Microsoft YaHei',sans-serif;margin:8px}"
    "h1{font-size:15px;margin:0 0 4px}th{text-align:left;color:#555;font-weight:normal;"
    "padding-right:1em;white-space:nowrap;vertical-align:top}footer{color:#777;margin-top:6px}"
)


def page_of(record: Record) -> str:
    """A whole document that shows a record and where it came from."""
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(name_of(record))}</title>'
        f"<style>{_STYLE}</style></head><body>{summary_of(record)}</body></html>"
    )


def summary_of(record: Record) -> str:
    """The same without the document around it."""
    kind = find_kind(record.registry)
    known = {column.name: column.labels[0] for column in kind.columns}
    rows = "".join(
        f"<tr><th>{escape(known.get(name, name))}</th><td>{escape(text)}</td></tr>"
        for name, text in record.values.items()
        if text
    )
    source = record.source
    origin = f"{source.file} 第{source.row}行，{source.imported_at[:10]} 导入" if source else ""
    times = f"{record.valid_from or '不详'} 至 {record.valid_to or '今'}" if record.valid_from else ""
    foot = "；".join(filter(None, (kind.title, origin, times)))
    return f"<h1>{escape(name_of(record))}</h1><table>{rows}</table><footer>{escape(foot)}</footer>"
