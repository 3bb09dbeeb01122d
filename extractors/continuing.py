"""Whether a page goes on with the exhibit before it, though it may look like a beginning.

A page says so by its number («第2页 共2页»), by a phrase or a header that such papers repeat, or by a title that the paper
prints again; one that states another number, title or year begins anew.
"""

import re
from dataclasses import dataclass, field

from extractors.kinds.fields.facts import labelled
from extractors.kinds.kind import Kind
from extractors.kinds.recognise import Recognition
from extractors.layout import Script, script_of
from extractors.page import Page

PAGE_OF = re.compile(r"第(\d{1,3})页[,(]?共?(\d{1,3})页")

UNDECIDED = ("publicity_notice", "call_for_application")
"""Papers that publish no result, whatever their annex is called."""

LONG = 100
"""A kind of more pages than this is a report, in which much is mentioned."""

CROWDED = 500
"""A page of more characters than this is no certificate."""

BEGINNING = 12
"""So many pages tell which paper it is that goes on."""


@dataclass
class Draft:
    """An exhibit while its pages are gathered."""

    kind: Kind
    pages: list[Page] = field(default_factory=list)

    @property
    def beginning(self) -> Script:
        """Its first pages: what it is and which one stands there, and long lists are not read anew for each of their pages."""
        return script_of(self.pages[:BEGINNING])


def numbered_on(script: Script) -> bool:
    """«第2页(共2页)» belongs to what came before."""
    match = PAGE_OF.search(script.compact)
    return bool(match and 1 < int(match[1]) <= int(match[2]))


def repeats(current: Draft, kind: Kind, script: Script) -> bool:
    """Whether a title belongs to the report that is being gathered, not to a new one.

    An audit report prints its title again behind its cover, and its statements bear titles of
    their own; a report on another year begins anew. So do contracts and task books.
    """
    if kind.annexed:
        return _annexed(current, kind, script)
    if current.kind is kind and kind.reprints:
        return len(current.pages) < kind.pages and not _another(current, script)
    if current.kind.type != kind.type or kind.type != "audit_report":
        return False
    seen, here = _years(script_of(current.pages)), _years(script)
    if seen and here and not seen & here:
        return False
    titled_anew = "审计报告" in script.text.replace("\t", "")
    complete = any("利润总额" in script_of([p]).text.replace("\t", "") for p in current.pages)
    return not (titled_anew and complete)


def _annexed(current: Draft, kind: Kind, script: Script) -> bool:
    """Whether a list is the annex of the paper before it: nothing says that it is another's.

    What a list is annexed to decides what it is worth: a 公示's list often does not say 拟 itself.
    """
    if current.kind.type != kind.type or current.kind.read is None or kind.read is None:
        return False
    before, here = current.kind.read(current.beginning).type, kind.read(script).type
    return before == here or kind.type in (before, here) or before in UNDECIDED


def amid(current: Draft, known: Recognition, script: Script) -> bool:
    """Whether a page of a long report only speaks of what certificates say, among much else.

    The notes of an audit report name the company's 高新技术企业 certificate with number and term.
    """
    long = current.kind.pages >= LONG and len(current.pages) > 2
    return long and not known.by_title and len(script.text) > CROWDED and continues(current, script)


def _another(current: Draft, script: Script) -> bool:
    """Whether the page states a number or title of its own that is not the one seen so far."""
    specs = [spec for spec in current.kind.fields if spec.name in ("number", "title", "year", "uscc")]
    seen, here = labelled(current.beginning, specs), labelled(script, specs)
    return any(name in seen and seen[name].value != fact.value for name, fact in here.items())


def _years(script: Script) -> set[str]:
    return set(re.findall(r"(20\d\d)年度", script.text.replace("\t", "")))


def continues(current: Draft, script: Script) -> bool:
    """Whether a page without a title looks like more of the exhibit before it."""
    if len(current.pages) >= current.kind.pages:
        return False
    text = script.compact
    if any(phrase in text for phrase in current.kind.follows) or _same_header(current, script):
        return True
    return current.kind.goes_on is not None and current.kind.goes_on(script)


def _same_header(current: Draft, script: Script) -> bool:
    if not current.kind.header:
        return False
    first = _headers(current.kind, script_of(current.pages[:1]))
    return bool(first & _headers(current.kind, script))


def _headers(kind: Kind, script: Script) -> set[str]:
    found = re.finditer(kind.header, script.text)
    return {re.sub(r"[^0-9A-Z]", "", match[0]) for match in found}
