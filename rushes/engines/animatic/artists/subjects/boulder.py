"""A boulder to stand or sit on."""

from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import BROAD, Thing


def shaped(subject: Subject, seed: int) -> Callable[[Pen, Rgb, Moment], None]:
    return draw_ledge if BROAD in subject.traits else draw


def draw_ledge(pen: Pen, hue: Rgb, moment: Moment) -> None:
    """A long flat rock in two steps, with moss and cracks."""
    with pen.part(puff=0.6):
        pen.blob([(-2.35, 0.02), (-2.30, -0.44), (-2.0, -0.82), (-1.3, -0.93), (-0.4, -0.90), (0.5, -0.96), (1.4, -0.92), (2.05, -0.84), (2.32, -0.40), (2.36, 0.02)], pen.ramp((0, -1), (0, 0), [tint(hue, 0.16), hue, dim(hue, 0.74)]), tight=0.5)  # fmt: skip
        for left, top in ((-1.9, -0.55), (-0.8, -0.42), (0.35, -0.50), (1.3, -0.44)):
            pen.poly([(left, top), (left + 0.7, top - 0.10), (left + 0.55, -0.06), (left - 0.12, -0.04)], dim(hue, 0.88), 0.55)  # fmt: skip
        for k in range(44):
            u, v = (k * 0.618) % 1, (k * 0.755) % 1
            pen.dot((u * 2 - 1) * 2.1, -0.78 * v - 0.06, 0.012 + 0.012 * u, dim(hue, 0.7) if k % 2 else tint(hue, 0.3), 0.5)  # fmt: skip
        for x in (-1.1, 0.1, 1.15):
            pen.line([(x, -0.86), (x + 0.10, -0.56), (x - 0.02, -0.30)], 0.02, dim(hue, 0.55), 0.7)
    with pen.part(puff=0.6, shade=0.1):
        for x, y, size in ((-2.0, -0.72, 0.16), (-1.7, -0.84, 0.12), (1.75, -0.82, 0.16), (2.12, -0.62, 0.12), (0.6, -0.10, 0.18)):  # fmt: skip
            pen.oval(x, y, size, 0.05, rgb("#7a9450"), 0.9)


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.7):
        pen.blob(
            [
                (-1.0, 0.02),
                (-0.98, -0.34),
                (-0.66, -0.78),
                (-0.18, -0.97),
                (0.36, -0.94),
                (0.78, -0.68),
                (1.02, -0.26),
                (0.98, 0.02),
            ],
            pen.ramp((0, -1), (0, 0), [tint(hue, 0.14), hue, dim(hue, 0.78)]),
            tight=0.55,
        )
        pen.poly([(-0.64, -0.74), (-0.30, -0.50), (-0.46, -0.10), (-0.92, -0.22)], dim(hue, 0.84), 0.6)
        pen.poly([(0.36, -0.90), (0.20, -0.52), (0.52, -0.18), (0.86, -0.46)], dim(hue, 0.9), 0.5)
        for k in range(30):
            u, v = (k * 0.618) % 1, (k * 0.755) % 1
            pen.dot(
                (u * 2 - 1) * 0.8, -0.82 * v - 0.06, 0.012 + 0.012 * u, dim(hue, 0.7) if k % 2 else tint(hue, 0.3), 0.5
            )
        pen.line([(-0.10, -0.92), (0.02, -0.66), (-0.06, -0.46)], 0.018, dim(hue, 0.55), 0.7)
    with pen.part(puff=0.6, shade=0.1):
        for x, y, size in ((-0.72, -0.60, 0.14), (-0.50, -0.74, 0.10), (0.62, -0.66, 0.12), (0.90, -0.26, 0.12)):
            pen.oval(x, y, size, 0.05, rgb("#7a9450"), 0.9, degrees=-30 if x < 0 else 34)


SUBJECT = Thing(
    height=0.9,
    draw=draw,
    words=("big rock", "large rock"),
    colours=("#8d8a86", "#9a948c"),
    reach=(-2.5, -1.1, 2.5, 0.1),
    perch=0.93,
    of=shaped,
)
