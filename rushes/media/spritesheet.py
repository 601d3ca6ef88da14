"""Sprite sheet: moments of a clip side by side, for a scrubber or a look at a whole film at once."""

from __future__ import annotations

from pathlib import Path

import av
from PIL import Image

from rushes.clip import Clip
from rushes.errors import MediaRefused
from rushes.media.packets import opened, picture_of

#: Moments in a row, and rows: evenly spread over the clip, in reading order.
COLUMNS = 4
ROWS = 4
#: The longer side of one moment, in pixels.
_LONG_SIDE = 320
#: Half a frame: a moment that falls on a frame's beginning is that frame.
_SLACK_SECONDS = 1 / 48


def spritesheet(source: Path, clip: Clip, out: Path) -> tuple[int, int]:
    """Write 16 moments of a clip of ours as one JPEG; return its (width, height) in pixels.

    Raises MediaRefused when the clip cannot be read.
    """
    width, height = _small(clip.size)
    sheet = Image.new("RGB", (width * COLUMNS, height * ROWS))
    wanted = [float(clip.seconds) * number / (COLUMNS * ROWS) for number in range(COLUMNS * ROWS)]
    with opened(source) as container:
        stream = picture_of(container)
        found = 0
        try:
            for frame in container.decode(stream):
                while found < len(wanted) and frame.time is not None and frame.time >= wanted[found] - _SLACK_SECONDS:
                    pixels = frame.to_ndarray(format="rgb24", width=width, height=height)
                    place = (found % COLUMNS * width, found // COLUMNS * height)
                    sheet.paste(Image.fromarray(pixels), place)
                    found += 1
                if found == len(wanted):
                    break
        except av.FFmpegError as fault:
            raise MediaRefused("The video cannot be read.") from fault
    sheet.save(out, "JPEG", quality=82, optimize=True)
    return sheet.size


def _small(size: tuple[int, int]) -> tuple[int, int]:
    width, height = size
    scale = _LONG_SIDE / max(width, height)
    return round(width * scale) // 2 * 2, round(height * scale) // 2 * 2
