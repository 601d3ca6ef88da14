"""The process in which strangers' pictures and films are decoded: `python -m rushes.media.child WHAT SOURCE OUT`.

It limits itself before it loads a decoder, answers with one line of JSON on its output and ends. A decoder that eats
memory, loops or crashes takes nobody with it; the parent waits no longer than `wall` seconds.
"""

from __future__ import annotations

import contextlib
import io
import json
import resource
import signal
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from rushes.media.limits import limit_myself

if TYPE_CHECKING:
    from PIL import Image

#: 40 million pixels are 160 MB decoded; turned and converted there are three of them for a moment, and the libraries.
MEMORY_BYTES = 1 << 30
CPU_SECONDS = 30
WALL_SECONDS = 40
WRITTEN_BYTES = 256 << 20

PIXELS_MAX = 40_000_000
SIDE_MAX = 16_384


def main() -> None:
    limit_myself(MEMORY_BYTES, WRITTEN_BYTES)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    # Nobody may be left to kill us: the default action of SIGALRM ends the process.
    signal.setitimer(signal.ITIMER_REAL, WALL_SECONDS)
    what, source, out = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    try:
        answer = _picture(source, out) if what == "picture" else _footage(source)
    except MemoryError:
        answer = {"refused": "it needs too much memory to decode"}
    except Exception as fault:  # The outermost loop of this process: whatever a decoder raises is the file's fault.
        answer = {"refused": _words(fault, what)}
    print(json.dumps(answer), flush=True)


def _picture(source: Path, out: Path) -> dict[str, object]:
    from PIL import Image, ImageOps  # Loaded only here, under the limits.

    Image.MAX_IMAGE_PIXELS = PIXELS_MAX
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    with Image.open(source, formats=("PNG", "JPEG", "WEBP")) as picture:
        width, height = picture.size
        if width * height > PIXELS_MAX or max(width, height) > SIDE_MAX:
            raise ValueError(f"it is {width}x{height}; at most 40 megapixels and {SIDE_MAX} pixels a side are read")
        # A JPEG with more than one picture is a photo with its depth or brightness map (MPO); the first is the photo.
        if picture.format in ("PNG", "WEBP") and getattr(picture, "n_frames", 1) > 1:
            raise ValueError("it is an animation; send a still")
        is_jpeg = picture.format in ("JPEG", "MPO")
        # Each 8x8 block takes a bit or more, however it is coded; libjpeg paints the blocks that are missing grey.
        if is_jpeg and source.stat().st_size * 8 < width * height // 64:
            raise ValueError(f"it is cut short: {width}x{height} pixels take more bytes than it has")
        picture.load()
        plain = _in_srgb(ImageOps.exif_transpose(picture))
    if is_jpeg:
        plain.save(out, "JPEG", quality=95, subsampling=0)
        return {"mime": "image/jpeg", "size": plain.size}
    plain.save(out, "PNG", compress_level=1)
    return {"mime": "image/png", "size": plain.size}


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture as RGB or RGBA in sRGB, 8 bits, without anything beside its pixels.

    Its colour profile is used and then dropped with the rest, so that a wide-gamut photo keeps its colours.
    """
    from PIL import Image, ImageCms

    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):
        # Pillow clips 16 bits to 8 where scaling is meant.
        picture = picture.point(lambda value: value / 257).convert("L")
    alpha = None
    if picture.has_transparency_data:
        alpha = picture.convert("RGBA").getchannel("A")
        alpha = None if alpha.getextrema() == (255, 255) else alpha
    if picture.mode not in ("RGB", "CMYK", "L"):
        picture = picture.convert("RGBA").convert("RGB") if picture.has_transparency_data else picture.convert("RGB")
    if profile and picture.mode in ("RGB", "CMYK"):
        # A broken profile is as good as none.
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            picture = (
                ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB") or picture
            )
    plain = Image.new("RGB", picture.size)
    plain.paste(picture.convert("RGB"))
    if alpha is not None:
        plain.putalpha(alpha)
    return plain


def _footage(source: Path) -> dict[str, object]:
    from rushes.media.probe import probe

    found = probe(source)
    return {
        "mime": found.mime,
        "codec": found.codec,
        "size": found.shown_size,
        "rate": str(found.rate),
        "frames": found.frames,
        "seconds": float(found.seconds),
        "sound": found.sound is not None,
    }


def _words(fault: Exception, what: str) -> str:
    """Why a file was refused, in words that say nothing of this machine."""
    from rushes.errors import MediaRefused

    if isinstance(fault, MediaRefused):
        return fault.message
    if type(fault) is ValueError and str(fault).startswith("it is "):
        return str(fault)
    if "DecompressionBomb" in type(fault).__name__:
        return "it has more than 40 megapixels"
    kinds = "a PNG, JPEG or WebP" if what == "picture" else "an MP4, MOV or WebM"
    return f"it is damaged or cut short, or not {kinds} at all"


if __name__ == "__main__":
    main()
