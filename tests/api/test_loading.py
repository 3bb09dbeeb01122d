"""A second run loads no engine: what opens and reads files comes only when there is something to read."""

import subprocess
import sys

import pytest

ENGINES = ("cv2", "onnxruntime", "openpyxl", "pebble", "pymupdf", "rapidocr", "spacy", "extractors.kinds.catalog")


@pytest.mark.parametrize("face", ["api.cli", "api.verifying", "api.html.page", "extractors.recall", "verifier.pipeline"])
def test_a_face_loads_no_engine(face):
    code = f"import sys, {face}; print(*sorted(set({ENGINES!r}) & sys.modules.keys()))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "\n"
