"""Whom a certificate vouches for, in its running text."""

from extractors.kinds.fields.phrases import ORGANISED

VOUCHED = (
    rf"(?:兹证明|特此证明|证明|授予|兹授予|感谢|确认)[:,]?(?P<v>(?!兹)[^,。:;“]{{4,40}}?(?:{ORGANISED}))"
)
"""Whom a certificate vouches for."""
