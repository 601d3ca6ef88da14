"""Letters: the one typeface of captions and cards, Rushes Caption (made from Mona Sans; SIL Open Font License 1.1, see fonts/)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from rushes.engines.animatic.paint.skia_loading import skia

_FOLDER = Path(__file__).parent / "fonts"
#: Static files, not one variable font: the FreeType in skia's wheel leaves out glyphs of the varied one.
_FILES = {420: "rushes-caption-regular.ttf", 580: "rushes-caption-semibold.ttf", 780: "rushes-caption-heavy.ttf"}


@lru_cache(maxsize=8)
def _typeface(weight: int) -> Any:  # Any: skia has no types
    return skia.Typeface.MakeFromFile(str(_FOLDER / _FILES[weight]))


def font(size: float, weight: int = 580) -> Any:  # Any: skia has no types
    """The typeface at `size` units, in the nearest of its weights: 420, 580 and 780."""
    made = skia.Font(_typeface(min(_FILES, key=lambda known: abs(known - weight))), size)
    made.setEdging(skia.Font.Edging.kAntiAlias)
    made.setSubpixel(True)
    return made


def wrapped(text: str, made: Any, width: float, lines_max: int) -> list[str]:  # Any: skia has no types
    """The text in lines no wider than `width`, of even length where that costs no line; cut with an ellipsis after `lines_max`."""
    words = text.split()
    greedy = _filled(words, made, width)
    if len(greedy) > 1:
        # Narrow until another line would be needed: two lines of like length read better than one long and one word.
        low, high = width * 0.5, width
        for _ in range(8):
            middle = (low + high) / 2
            if len(_filled(words, made, middle)) > len(greedy):
                low = middle
            else:
                high = middle
        greedy = _filled(words, made, high)
    if len(greedy) > lines_max:
        greedy = [*greedy[: lines_max - 1], greedy[lines_max - 1].rstrip(".,;:!?") + "…"]
    return greedy


def _filled(words: list[str], made: Any, width: float) -> list[str]:  # Any: skia has no types
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and made.measureText(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
