"""Byte ranges of a download (RFC 9110 §14)."""

from __future__ import annotations

import re

from rushes.api.errors import RangeNotSatisfiable

_ONE_RANGE = re.compile(r"bytes=\s*([0-9]{0,18})-([0-9]{0,18})\s*")


def read_range(header: str | None, size_bytes: int) -> tuple[int, int] | None:
    """(start, length) of the one range asked for; None means the whole: nothing was asked, or several ranges at once, or
    in a unit that is not ours (§14.2 lets a server ignore those).

    Raises RangeNotSatisfiable when the range begins behind the end.
    """
    match = _ONE_RANGE.fullmatch(header) if header else None
    if match is None or match.group(1) == match.group(2) == "":
        return None
    first, last = match.groups()
    if first == "":
        length = min(int(last), size_bytes)
        if length == 0:
            raise RangeNotSatisfiable(size_bytes=size_bytes)
        return size_bytes - length, length
    start, end = int(first), min(int(last) if last else size_bytes - 1, size_bytes - 1)
    if last and int(last) < start:
        return None  # not a range at all (§14.1.1), so it is ignored
    if start >= size_bytes:
        raise RangeNotSatisfiable(size_bytes=size_bytes)
    return start, end - start + 1
