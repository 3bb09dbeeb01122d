"""The report set by MuPDF, for machines without a browser: one column, no tables, the same facts.

MuPDF's layout knows blocks, inline styles and pictures; its tables and flexible boxes break on Chinese
text, so `plain.html.j2` uses none. Its own fallback font holds the characters.
"""

from base64 import b64decode
from io import BytesIO

import pymupdf
from PIL import Image, ImageDraw

from api.html.figures import Figure, Gallery
from api.html.page import lay_out
from verifier.report.report import Report

MARGIN = 42.0
RED = (225, 29, 29)


def set_report(report: Report, gallery: Gallery) -> bytes:
    """The report as the bytes of a PDF.

    Args:
        report: the report.
        gallery: its figures, hung.
    """
    archive = pymupdf.Archive()
    crops = {id_: (width, uri) for id_, width, _, uri in gallery.pictures()}
    for figure in gallery.figures():
        archive.add(_picture(figure, *crops[figure.id]), figure.name)
    story = pymupdf.Story(html=lay_out(report, gallery, "plain.html.j2"), archive=archive)
    file, paper = BytesIO(), pymupdf.paper_rect("a4")
    writer = pymupdf.DocumentWriter(file)
    more = 1
    while more:
        device = writer.begin_page(paper)
        more, _ = story.place(paper + (MARGIN, MARGIN, -MARGIN, -MARGIN))
        story.draw(device)
        writer.end_page()
    writer.close()
    return file.getvalue()


def _picture(figure: Figure, width: float, uri: str) -> bytes:
    """A crop as PNG with its marks drawn in: MuPDF reads no WebP and lays nothing over a picture."""
    picture = Image.open(BytesIO(b64decode(uri.partition(",")[2]))).convert("RGB")
    scale, pen = picture.width / width, ImageDraw.Draw(picture)
    for mark in figure.marks:
        pen.rectangle([v * scale for v in mark], outline=RED, width=3)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()
