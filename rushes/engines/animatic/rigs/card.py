"""The card: what stands in for a noun that no rig draws. A designed title card that says its name, and does not pretend."""

from __future__ import annotations

import math
from functools import partial

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.letters import font, wrapped
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.hue import dim, ink, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen

_PAPERS = ("#e9dcc3", "#d9e2dc", "#e6d3cf", "#d6dbe8")


def make(subject: Subject, seed: int) -> Figure:
    paper = rgb(subject.colour) if subject.colour else rgb(_PAPERS[(seed + len(subject.noun)) % len(_PAPERS)])
    height = 1.5 * subject.scale

    def drift(t: float) -> Drift:
        return Drift(0.0, -0.02 * height * (1 + math.sin(1.6 * t + seed % 6)))

    return Figure(
        paint=partial(_paint, words=subject.noun.split(), paper=paper, height=height),
        reach=(-0.62 * height, -1.08 * height, 0.62 * height, 0.08 * height),
        drift=drift,
    )


def _paint(pen: Pen, moment: Moment, *, words: list[str], paper: Rgb, height: float) -> None:
    pencil = rgb("#3a3340") if lightness(paper) > 0.45 else tint(paper, 0.8)
    with pen.turned(0, 0, 0, height):
        with pen.part(puff=0.25):
            pen.poly([(-0.10, -0.2), (0.10, -0.2), (0.17, 0.0), (-0.17, 0.0)], mix(pencil, paper, 0.3))
        with pen.part(puff=0.12, rim=0.1):
            pen.box(-0.5, -1.0, 0.5, -0.14, paper, round=0.06)
        with pen.part(lit=False):
            # Its name is to be read, whichever way it is turned.
            pen.canvas.scale(-1.0 if pen.mirrored else 1.0, 1.0)
            _frame(pen, pencil)
            _name(pen, words, pencil)


def _frame(pen: Pen, pencil: Rgb) -> None:
    paint = skia.Paint(Color=ink(pencil, 0.55), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=0.008)
    paint.setPathEffect(skia.DashPathEffect.Make([0.03, 0.02], 0))
    pen.canvas.drawRoundRect(skia.Rect.MakeLTRB(-0.46, -0.96, 0.46, -0.18), 0.04, 0.04, paint)
    # A viewfinder's corners and centre: this is a place kept for a picture.
    for x, y in ((-0.2, -0.86), (0.2, -0.86), (-0.2, -0.58), (0.2, -0.58)):
        toward_x, toward_y = (0.06 if x < 0 else -0.06), (0.06 if y < -0.7 else -0.06)
        pen.line([(x + toward_x, y), (x, y)], 0.012, pencil, 0.7)
        pen.line([(x, y), (x, y + toward_y)], 0.012, pencil, 0.7)
    pen.dot(0, -0.72, 0.055, pencil, 0.25)
    pen.dot(0, -0.72, 0.02, pencil, 0.8)


def _name(pen: Pen, words: list[str], pencil: Rgb) -> None:
    # Type is set at 100 units and scaled down: hinting spoils letters of fractions of a metre.
    made = font(100, 580)
    lines = wrapped(" ".join(words) or "?", made, 700, 2)
    size = 0.125 if len(lines) == 1 else 0.1
    for number, line in enumerate(lines):
        scale = min(size / 100, 0.84 / max(1.0, made.measureText(line)))
        with pen.turned(0, -0.33 + number * 0.105 + (0.03 if len(lines) == 1 else 0), 0, scale):
            paint = skia.Paint(Color=ink(dim(pencil, 0.9)), AntiAlias=True)
            pen.canvas.drawString(line, -made.measureText(line) / 2, 0, made, paint)
