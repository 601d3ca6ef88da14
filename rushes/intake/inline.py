"""Base64 inside a request, written to a file piece by piece."""

from __future__ import annotations

import binascii
from pathlib import Path

from rushes.errors import MediaRefused
from rushes.intake.sources import Inline

_PIECE_LETTERS = 1 << 20
_URL_SAFE = str.maketrans("-_", "+/", "\r\n\t ")


def write_inline(source: Inline, out: Path, bytes_max: int, parameter: str) -> None:
    """Decode to `out`. Both alphabets, line breaks and missing padding are read.

    Raises MediaRefused when it is not base64 or more than `bytes_max` bytes; before decoding, when that is clear.
    """
    letters = len(source.text) - source.start
    # Line breaks may be a thirtieth of it; the exact count is taken below.
    if letters > bytes_max * 4 // 3 * 1.04 + 4:
        raise _too_large(parameter, bytes_max)
    rest, count = "", 0
    with out.open("wb") as file:
        for at in range(source.start, len(source.text), _PIECE_LETTERS):
            piece = rest + source.text[at : at + _PIECE_LETTERS].translate(_URL_SAFE)
            whole = len(piece) // 4 * 4
            if at + _PIECE_LETTERS < len(source.text):
                piece, rest = piece[:whole], piece[whole:]
                if "=" in piece:
                    raise _not_base64(parameter)
            else:
                piece += "=" * (-len(piece) % 4)
            try:
                data = binascii.a2b_base64(piece, strict_mode=True)
            except (binascii.Error, ValueError):
                raise _not_base64(parameter) from None
            count += len(data)
            if count > bytes_max:
                raise _too_large(parameter, bytes_max)
            file.write(data)


def _not_base64(parameter: str) -> MediaRefused:
    return MediaRefused(f"{parameter} is not base64; send the file's bytes in base64, RFC 4648.", parameter=parameter)


def _too_large(parameter: str, bytes_max: int) -> MediaRefused:
    return MediaRefused(
        f"{parameter} has more than {bytes_max // 1_000_000} MB, the most that is taken.", parameter=parameter
    )
