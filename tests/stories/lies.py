"""Pictures and films that are not what they say: what hostile callers send."""

from __future__ import annotations

import base64
import io
import struct
import zlib
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import av
import numpy as np
from PIL import Image


def picture(kind: str = "PNG", size: tuple[int, int] = (64, 36), **options: Any) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (200, 90, 40)).save(out, kind, **options)
    return out.getvalue()


def png(width: int, height: int, data: bytes) -> bytes:
    """A PNG that says what it likes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bomb(width: int, height: int) -> bytes:
    """All its pixels are there, and black: 100 megapixels in 300 kB."""
    packer = zlib.compressobj(9)
    row = bytes(1 + width * 3)
    return png(width, height, b"".join(packer.compress(row) for _ in range(height)) + packer.flush())


def film(seconds: float = 1.5, size: tuple[int, int] = (1280, 720)) -> bytes:
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        stream = container.add_stream("libx264", rate=Fraction(24), options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        frame = av.VideoFrame.from_ndarray(np.full((size[1], size[0], 3), 90, np.uint8), format="rgb24")
        for number in range(int(seconds * 24)):
            frame.pts = number
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _animated() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (32, 32), colour) for colour in ("red", "blue")]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return out.getvalue()


LYING_JPEG = bytearray(picture("JPEG"))
_FRAME = LYING_JPEG.index(b"\xff\xc0") + 5
LYING_JPEG[_FRAME : _FRAME + 4] = struct.pack(">HH", 9000, 4000)

PICTURES: Mapping[str, bytes] = {
    "a PNG cut short": picture()[:-40],
    "a PNG of its head alone": picture()[:33],
    "a PNG with a wrong sum": picture()[:45] + b"!" + picture()[46:],
    "a PNG that says it is larger": png(4000, 4000, zlib.compress(bytes(100))),
    "a PNG without size": png(0, 0, zlib.compress(b"")),
    "a PNG of two thousand million pixels": png(0x7FFFFFFF, 1, zlib.compress(bytes(100))),
    "a JPEG cut short": picture("JPEG", (640, 360))[:700],
    "a JPEG of its head alone": picture("JPEG")[:20],
    "a WebP cut short": picture("WEBP")[:30],
    "a GIF": picture("GIF"),
    "a GIF that calls itself PNG": b"\x89PNG\r\n\x1a\n" + picture("GIF"),
    "a TIFF": picture("TIFF"),
    "a BMP": picture("BMP"),
    "an SVG with a program": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\nshowpage\n",
    "a PDF": b"%PDF-1.7\n1 0 obj<<>>endobj\n",
    "an ImageMagick script": b"push graphic-context\nfill 'url(https://127.0.0.1/x)'\npop graphic-context\n",
    "an animated WebP": _animated(),
    "a web page": b"<!doctype html><title>404</title>",
    "a film": b"\0\0\0\x18ftypisom\0\0\x02\0isomiso2",
    "a JPEG of other dimensions": bytes(LYING_JPEG),
}


def films() -> Mapping[str, bytes]:
    whole = film()
    return {
        "cut short": whole[: len(whole) // 2],
        "its head alone": whole[:40],
        "without its index": whole.replace(b"moov", b"void"),
        "a list of other files": b"ffconcat version 1.0\nfile /etc/passwd\nfile https://127.0.0.1/x\n",
        "a playlist": b"#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
        "a playlist behind an MP4's first box": whole[:32] + b"\n#EXTM3U\n#EXTINF:9,\nfile:///etc/passwd\n",
        "a picture": picture(),
        "a session description": b"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nm=video 1 RTP/AVP 96\n",
        "of another size": film(size=(320, 180)),
        "of half a second": film(0.5),
    }
