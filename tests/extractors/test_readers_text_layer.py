"""A page's own text as MuPDF tells it: what becomes of its boxes."""

from extractors.readers.text_layer import PAINTED, layer_of


def test_each_letter_of_a_ligature_has_its_share():
    chars = [("f", 10, 22), ("i", 22, 22), ("c", 22, 30)]
    span = {
        "size": 10, "char_flags": PAINTED, "font": "Serif", "color": 0, "alpha": 255, "bbox": (10, 0, 30, 10),
        "chars": [{"c": char, "bbox": (left, 0, right, 10)} for char, left, right in chars],
    }  # fmt: skip
    (line,) = layer_of([{"lines": [{"dir": (1.0, 0.0), "spans": [span]}]}], (), 595, 842).lines
    assert line.text == "fic"
    assert [(box.x0, box.x1) for box in line.boxes] == [(10, 16), (16, 22), (22, 30)]
