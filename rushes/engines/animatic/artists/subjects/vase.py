"""A vase."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.8):
        outline = [
            (-0.14, -0.98),
            (-0.10, -0.84),
            (-0.24, -0.62),
            (-0.30, -0.40),
            (-0.22, -0.12),
            (-0.15, 0.0),
            (0.15, 0.0),
            (0.22, -0.12),
            (0.30, -0.40),
            (0.24, -0.62),
            (0.10, -0.84),
            (0.14, -0.98),
        ]
        body = closed(outline, 0.85)
        pen.fill(body, pen.ramp((0, -1), (0, 0), [tint(hue, 0.14), hue, dim(hue, 0.82)]))
        with pen.within(body):
            for y in (-0.56, -0.26):
                pen.line([(-0.4, y), (0.0, y + 0.05), (0.4, y)], 0.03, tint(hue, 0.65))
            for k in range(5):
                pen.dot(-0.24 + 0.12 * k, -0.40 + 0.02 * abs(k - 2), 0.026, tint(hue, 0.7))
        pen.oval(0.0, -0.98, 0.15, 0.028, tint(hue, 0.35))
    with pen.part(lit=False):
        pen.line([(-0.19, -0.56), (-0.22, -0.38), (-0.17, -0.20)], 0.024, WHITE, 0.5)


SUBJECT = Thing(
    height=0.45,
    draw=draw,
    words=("vase", "flower vase", "glass vase", "ceramic vase"),
    colours=("#4f86b8", "#e2ddd2", "#6fa58c"),
    reach=(-0.5, -1.06, 0.5, 0.06),
    homes=("room",),
    perch=0.80,
)
