"""Captions: what is said, set in the lower third, for as long as it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rushes.engines.animatic.paint.colours import mix, solid
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn, image_of
from rushes.engines.animatic.paint.letters import font, wrapped
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import Line
from rushes.engines.animatic.stage.set import Set

#: Over everything that is seen through the lens.
ORDER = 9.0
#: (size in units, weight) of the letters by tone.
TONES = {"plain": (31, 580), "whisper": (28, 420), "shout": (37, 780), "sing": (31, 580), "murmur": (28, 420)}
FADE_SECONDS = 0.18


@dataclass(frozen=True, slots=True)
class _Card:
    image: Any  # Any: skia has no types
    starts: float
    ends: float
    x: float  #: pixels
    y: float


def print_lines(stage: Set) -> None:
    """Add a caption for each line of dialogue."""
    cards = [_card(stage, line) for line in stage.plan.lines if line.text.strip()]
    if not cards:
        return

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for card in cards:
            share = min(1.0, (t - card.starts) / FADE_SECONDS, (card.ends - t) / FADE_SECONDS)
            if share <= 0:
                continue
            paint = skia.Paint()
            paint.setAlphaf(share)
            canvas.drawImage(
                card.image, card.x, round(card.y + (1 - share) * 5 * view.scale), skia.SamplingOptions(), paint
            )

    stage.add(ORDER, draw)


def _card(stage: Set, line: Line) -> _Card:
    frame = stage.framing
    height, weight = TONES.get(line.tone, TONES["plain"])
    size = height * (1.12 if frame.portrait else 1.0)
    letters = font(size, weight)
    text = line.text.strip()
    if line.tone == "sing":
        text = f"♪ {text} ♪" if letters.unicharToGlyph(ord("♪")) else text
    lines = wrapped(text, letters, frame.width * (0.80 if frame.portrait else 0.66), 3)
    leading = size * 1.32
    inner = max(letters.measureText(words) for words in lines)
    pad = size * 0.95
    width, tall = inner + pad * 2, leading * len(lines) + pad * 1.15
    margin = 26.0
    edge = mix(stage.air.edge, (1.0, 1.0, 1.0), 0.25)

    def paint(canvas: Canvas) -> None:
        canvas.translate(margin, margin)
        box = skia.Rect.MakeWH(width, tall)
        radius = min(tall / 2, size * 0.85)
        canvas.drawRoundRect(box, radius, radius, solid((0.02, 0.02, 0.05), 0.34, 12))
        canvas.drawRoundRect(box, radius, radius, solid((0.045, 0.045, 0.085), 0.56))
        # A thread of the scene's own light ties the card to the picture.
        rule = skia.Rect.MakeXYWH(width / 2 - size * 0.8, tall - 2.2, size * 1.6, 2.2)
        canvas.drawRoundRect(rule, 1.1, 1.1, solid(edge, 0.9))
        for index, words in enumerate(lines):
            x = (width - letters.measureText(words)) / 2
            y = pad * 0.60 + leading * index + size * 0.96
            canvas.drawString(words, x, y + 1.6, letters, solid((0, 0, 0), 0.45, 1.6))
            canvas.drawString(words, x, y, letters, solid((0.985, 0.98, 0.96)))

    picture = drawn(width + margin * 2, tall + margin * 2, frame.scale, paint)
    bottom = frame.height * (0.86 if frame.portrait else 0.925)
    return _Card(
        image=image_of(picture),
        starts=line.starts_seconds - 0.05,
        ends=line.starts_seconds + line.lasts_seconds + 0.35,
        x=round(((frame.width - width) / 2 - margin) * frame.scale),
        y=(bottom - tall - margin) * frame.scale,
    )
