"""Ids: 26 characters, lowercase, in the order in which they were made."""

from __future__ import annotations

import secrets
from datetime import datetime

#: Crockford's base 32 without i, l, o and u, so that an id survives being read aloud.
_DIGITS = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 26
_RANDOM_BITS = 80


def new_id(now: datetime) -> str:
    """An id that nobody can guess: 48 bits of milliseconds since 1970, then 80 random ones.

    Ids of different milliseconds sort by time; within one millisecond the order is random."""
    number = (int(now.timestamp() * 1000) << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
    return "".join(_DIGITS[number >> shift & 31] for shift in range(5 * (_LENGTH - 1), -1, -5))
