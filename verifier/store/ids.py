"""Names for what is stored: a word for the kind, then a ULID, so that names sort by time of making."""

import secrets
import time

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no letter that is read as a digit."""


def new_id(kind: str) -> str:
    """A new name: `app_01k…`, 26 characters behind the kind (github.com/ulid/spec)."""
    number = (time.time_ns() // 1_000_000 << 80) | secrets.randbits(80)
    return f"{kind}_" + "".join(ALPHABET[number >> shift & 31] for shift in range(125, -1, -5))
