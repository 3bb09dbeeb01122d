"""What Word puts into a cell beside plain paragraphs: text boxes and tables."""

from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.table import _Cell

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)


def text_box(cell: _Cell, text: str) -> None:
    """A text box in the line, as Word writes it: once as a drawing, once more for older programs."""
    lines = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in text.split("\n"))
    content = f"<w:txbxContent>{lines}</w:txbxContent>"
    wide, high = 5040000, 1620000
    cell.paragraphs[0]._p.append(
        parse_xml(
            f"<w:r {SPACES}><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='{wide}' cy='{high}'/><wp:docPr id='1' name='box'/>"
            f"<a:graphic><a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/><a:ext cx='{wide}' cy='{high}'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></wps:spPr>"
            f"<wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape style='width:396pt;height:128pt'><v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def nested_table(cell: _Cell, text: str) -> None:
    """A table in the cell, a row for each line and a column for what stands between bars."""
    rows = [line.split("|") for line in text.split("\n")]
    grid = cell.add_table(rows=len(rows), cols=max(map(len, rows)))
    grid.style = "Table Grid"
    for n, row in enumerate(rows):
        for m, said in enumerate(row):
            grid.cell(n, m).text = said
