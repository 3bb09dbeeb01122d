"""The papers as they stand in `papers/*.html`: what each is, what it states, and how it is printed.

A paper begins with a comment: «### name type», then «=> field = value» for what it states, «=! field» for what
must not be read of it, and «-> field = value | …» for each row of its list, as in `tests/extractors/kinds/papers_in_other_words.txt`. Each
<section> is a page; `{{seal:name|line}}` is a round seal over the text. Companies and people are invented, codes
and numbers are valid.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from pathlib import Path

from api.example.layout import Fields

FOLDER = Path(__file__).parent
PAPER = re.compile(r"<!-- ### (?P<name>\S+) (?P<type>\S+)\n(?P<truth>.*?)-->(?P<body>.*?)(?=<!-- ###|\Z)", re.DOTALL)
SEAL = re.compile(r"\{\{seal:([^|}]+)\|?([^}]*)\}\}")
STAR = "M60,36 66,54 85,54 69.5,65 75.5,83 60,72 44.5,83 50.5,65 35,54 54,54Z"


@dataclass(frozen=True)
class Paper:
    """One paper: its name, its type, what it states, and its pages as HTML."""

    name: str
    type: str
    truth: Fields
    html: str


def papers() -> Iterator[Paper]:
    """Every paper of the folder, in the order of files and of papers in them."""
    style = (FOLDER / "paper.css").read_text("utf-8")
    for source in sorted((FOLDER / "papers").glob("*.html")):
        for hit in PAPER.finditer(source.read_text("utf-8")):
            page = f'<html lang="zh"><meta charset="utf-8"><style>{style}</style>{SEAL.sub(_seal, hit["body"])}</html>'
            yield Paper(hit["name"], hit["type"], _truth(hit["truth"].splitlines()), page)


def _truth(lines: list[str]) -> Fields:
    truth: Fields = {}
    rows = []
    for line in lines:
        if line.startswith("=> "):
            truth |= _stated(line[3:])
        elif line.startswith("=! "):
            truth[line[3:].strip()] = None
        elif line.startswith("-> "):
            rows.append({k: v for part in line[3:].split(" | ") for k, v in _stated(part).items()})
    return truth | ({"rows": rows} if rows else {})


def _stated(line: str) -> Fields:
    name, value = line.strip().split(" = ", 1)
    return {name: float(value) if re.fullmatch(r"-?\d+\.\d+", value) else value}


def _seal(hit: re.Match[str]) -> str:
    """A round red seal: the name along its edge, a star, a line under it."""
    name, line = escape(hit[1]), escape(hit[2])
    size = min(13.0, 250 / len(hit[1]))
    return (
        '<svg class="seal" viewBox="0 0 120 120"><g fill="none" stroke="#d0161b" stroke-width="2.6"><circle cx="60" cy="60" r="56"/>'
        f'<path id="edge" stroke="none" d="M19,84 A47,47 0 1,1 101,84"/></g><g fill="#d0161b" font-size="{size:.1f}">'
        f'<text text-anchor="middle"><textPath href="#edge" startOffset="50%" textLength="182">{name}</textPath></text>'
        f'<path d="{STAR}"/><text x="60" y="100" text-anchor="middle" font-size="9">{line}</text></g></svg>'
    )
