"""Reading a narrative box: `read_narrative(text, field)` gives what each part of its sentences claims.

1. The text is folded to half width, character by character, so that offsets stay those of the box.
2. A blank Chinese spaCy pipeline with our own components finds pieces and builds mentions of them.
3. Each mention's text is cut from the box as the company wrote it.
"""

import re
from dataclasses import replace

from extractors.narrative.mention import Mention
from extractors.narrative.pieces import fold

# What these boxes call an honour was given to a user or a solution, not to the applicant.
_HONOURS_OF = {"benchmark_effect": "pilot_demo", "replicable": "solution_collection"}


_PROGRAMME = re.compile("研发|科技|科研|重大专项|课题|攻关|基金|立项|(?:国家|省|市)级|承担")


def read_narrative(text: str, field: str) -> tuple[Mention, ...]:
    """What a narrative box claims, thing by thing, in order of the text.

    Args:
        text: The box as the company wrote it, without the form's printed hint.
        field: The key of the box; it tells whose honours they are: those of 标杆示范效应 are users'.

    Returns:
        The mentions; `text[m.start:m.end]` is each one's text. Parts that no paper can prove have
        the kind «slogan».
    """
    if not text.strip():
        return ()
    from extractors.narrative.components import pipeline  # spaCy takes a second to import

    doc = pipeline()(fold(text))
    return tuple(_as_written(m, text[m.start : m.end], field) for m in doc._.mentions)


def _as_written(mention: Mention, text: str, field: str) -> Mention:
    if mention.kind == "honour":
        mention = replace(mention, kind=_HONOURS_OF.get(field, "honour"))
    if field == "industry_digitalisation" and mention.kind == "project" and not _PROGRAMME.search(text):
        mention = replace(mention, kind="case_count")  # projects of delivery, not of research
    return replace(mention, text=text, name=text if mention.kind == "slogan" else mention.name)
