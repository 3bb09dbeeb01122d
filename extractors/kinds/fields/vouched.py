"""Whom a certificate vouches for, in its running text."""

from extractors.kinds.fields.phrases import ORGANISED

VOUCHED = (
    rf"(?:兹证明|特此证明|证明|授予|兹授予|感谢|确认)[:,]?(?P<v>(?!兹)[^,。:;“]{{4,40}}?(?:{ORGANISED}))"
)
"""Whom a certificate vouches for."""

ADDRESSED = (
    rf"(?:证书|[知通]书|号|\d|^)(?P<v>(?:(?!证书|[知通]书)[一-鿿A-Za-z()（）]){{4,40}}?(?:{ORGANISED})):"
    "(?:你|贵|荣获|经|根据|兹|关于)"
)
"""To whom a letter is addressed, which goes on to speak of «你单位»."""
