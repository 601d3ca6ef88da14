"""Lettering: words that a prompt wants to read, as solid letters, on a signboard, or in neon."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.letters import font, wrapped
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, ink, lightness, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

#: Before the words, in the trait that brings them.
TEXT = "text:"
#: Heights: how wide the widest line may be, and between what the lines stand.
WIDE, TOP, FOOT = 2.3, -0.94, -0.10
LINES_MAX = 3


def draw(pen: Pen, hue: Rgb, moment: Moment, *, words: str = "ABC", ground: str = "") -> None:
    made = font(100, 780)
    lines = wrapped(words, made, 900, LINES_MAX)
    widest = max(1.0, *(made.measureText(line) for line in lines))
    size = min((FOOT - TOP) / len(lines) / 1.05, WIDE / widest * 100, 0.66)
    high = size * 1.02 * len(lines)
    top = TOP + (FOOT - TOP - high) * (0.5 if ground else 1.0)
    half = widest * size / 200
    if ground:
        _board(pen, half + 0.16, top - 0.10, top + high + 0.10, rgb("#17141f") if ground == "neon" else rgb("#6a4a30"))
    faces = [(0.022, dim(hue, 0.55)), (0.0, hue)] if not ground else [(0.0, hue)]
    if ground == "neon":
        flicker = 0.80 + 0.20 * (math.sin(2 * math.pi * moment.phase) > -0.96)
        with pen.part(lit=False):
            for blur, alpha in ((0.10, 0.7), (0.03, 0.9)):
                _write(pen, lines, made, size, top, 0.0, hue, alpha * flicker, blur)
            _write(pen, lines, made, size, top, 0.0, tint(hue, 0.45), flicker)
        return
    for deep, face in faces:
        with pen.part(puff=0.25 if not ground else 0.1, shade=0.3):
            _write(pen, lines, made, size, top, deep, face, 1.0)


def _board(pen: Pen, half: float, top: float, foot: float, hue: Rgb) -> None:
    with pen.part(puff=0.5):
        for x in (-half * 0.7, half * 0.7):
            pen.box(x - 0.035, foot - 0.05, x + 0.035, 0.0, dim(hue, 0.7), round=0.01)
    with pen.part(puff=0.15):
        pen.box(-half, top, half, foot, dim(hue, 0.75), round=0.05)
        pen.box(-half + 0.035, top + 0.035, half - 0.035, foot - 0.035, hue, round=0.03)


def _write(
    pen: Pen, lines: list[str], made: skia.Font, size: float, top: float, deep: float, hue: Rgb, alpha: float, blur: float = 0.0
) -> None:  # fmt: skip
    paint = skia.Paint(Color=ink(hue, alpha), AntiAlias=True)
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur * 100 / size, False))
    for number, line in enumerate(lines):
        # Type is set at 100 units and scaled down, and is to be read whichever way it is turned.
        with pen.turned(deep, top + size * (0.86 + 1.02 * number) - deep * 0.6, 0, size / 100):
            pen.canvas.scale(-1.0 if pen.mirrored else 1.0, 1.0)
            pen.canvas.drawString(line, -made.measureText(line) / 2, 0, made, paint)


def _of(subject: Subject, seed: int) -> Callable[[Pen, Rgb, Moment], None]:
    words = next((trait.removeprefix(TEXT) for trait in subject.traits if trait.startswith(TEXT)), subject.noun)
    ground = next((trait for trait in subject.traits if trait in ("board", "neon")), "")
    given = rgb(subject.colour) if subject.colour else None

    def paint(pen: Pen, hue: Rgb, moment: Moment) -> None:
        if ground == "board":
            hue = given if given is not None and lightness(given) > 0.45 else rgb("#f2e8d2")
        elif ground == "neon":
            hue = given or rgb(("#ff4fa0", "#4fe0ff", "#ffb84a")[seed % 3])
        draw(pen, hue, moment, words=words, ground=ground)

    return partial(paint)


SUBJECT = Thing(
    height=1.5,
    draw=draw,
    of=_of,
    words=("lettering",),
    colours=("#f4efe6",),
    reach=(-1.5, -1.15, 1.5, 0.08),
    poses=36,
    homes=("backdrop",),
)
