"""Loads what runs need while a worker has one thread yet.

Commands load their packages when they first need them. In a worker two runs would do so at once, and a
thread may then see half of a package: after a restart python-docx parsed a form before it had registered
its element classes (one run in some hundred restarts failed so).
"""

from importlib import import_module

NEEDED = (
    "extractors.forms.docx",
    "extractors.forms.scanned",
    "extractors.forms.xlsx",
    "extractors.narrative.components",
    "verifier.pipeline",
    "cn2an",
)
"""The rooms of our own that load large packages, and a package that only some amounts need."""


def load() -> None:
    """Load them all."""
    for name in NEEDED:
        import_module(name)
    from extractors.narrative.components import pipeline

    pipeline()  # spaCy loads its parts when a pipeline is first built
