"""What a file is by its first bytes, never by its name or by what its sender calls it."""

from __future__ import annotations

from pathlib import Path

#: As many first bytes as a kind is known by.
HEAD_BYTES = 64

PICTURE_MIMES = frozenset({"image/png", "image/jpeg", "image/webp"})
FOOTAGE_MIMES = frozenset({"video/mp4", "video/quicktime", "video/webm"})

#: ISO/IEC 14496-12 brands that are pictures, not films.
_PICTURE_BRANDS = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif", b"avif": "image/avif"}
#: First boxes of a QuickTime file that has no `ftyp` (QuickTime File Format, "Movie atoms").
_QUICKTIME_BOXES = (b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
_STARTS = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"%PDF", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"#EXTM3U", "application/vnd.apple.mpegurl"),
    (b"ffconcat", "text/plain"),
    (b"<svg", "image/svg+xml"),
    (b"<!DOCTYPE html", "text/html"),
    (b"<!doctype html", "text/html"),
    (b"<html", "text/html"),
)


def mime_of(head: bytes) -> str | None:
    """The media type of a file that begins like this; None when it is none that we know."""
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"AVI ": "video/x-msvideo"}.get(head[8:12])
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        return _PICTURE_BRANDS.get(brand, "video/quicktime" if brand == b"qt  " else "video/mp4")
    if head[4:8] in _QUICKTIME_BOXES:
        return "video/quicktime"
    return next((mime for start, mime in _STARTS if head.startswith(start)), None)


def mime_of_file(path: Path) -> str | None:
    with path.open("rb") as file:
        return mime_of(file.read(HEAD_BYTES))
