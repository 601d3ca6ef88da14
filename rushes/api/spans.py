"""Where a body's long texts stand: the base64 of media, found without reading JSON and without holding the body."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

#: A text that fills a whole block of this size is worth leaving where it is.
BLOCK_BYTES = 32 << 10
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_"
_DATA_HEAD = re.compile(rb"data:[A-Za-z0-9/+.;=-]{0,200},")


def long_spans(descriptor: int, size: int) -> Iterator[tuple[int, int]]:
    """(first byte, byte behind the last) of each string of base64, or of a data: URI in base64, that has no quotation mark
    for a block or more.

    Such letters between two quotation marks are a whole string wherever the JSON is sound: what stands between two
    strings has a comma, a colon or a bracket.
    """
    last, crossed = -1, False
    for at in range(0, size, BLOCK_BYTES):
        block = os.pread(descriptor, BLOCK_BYTES, at)
        first = block.find(b'"')
        if first < 0:
            crossed = last >= 0
            continue
        if crossed and _is_plain(descriptor, last + 1, at + first):
            yield last + 1, at + first
        last, crossed = at + block.rfind(b'"'), False


def _is_plain(descriptor: int, start: int, stop: int) -> bool:
    if os.pread(descriptor, 2, start - 2)[:1] == b"\\":  # That quotation mark began nothing: it stood inside a string.
        return False
    head = _DATA_HEAD.match(os.pread(descriptor, min(256, stop - start), start))
    at = start + (head.end() if head else 0)
    while at < stop:
        block = os.pread(descriptor, min(BLOCK_BYTES, stop - at), at)
        if block.translate(None, _LETTERS):
            return False
        at += len(block)
    return True
