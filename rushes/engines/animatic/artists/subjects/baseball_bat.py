"""A baseball bat that leans, a ball at its foot."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.turned(-0.16, 0.0, 22), pen.part(puff=0.9):
        pen.tube([(0.0, -0.02), (0.0, -0.40), (0.0, -0.72), (0.0, -0.97)], [0.045, 0.05, 0.105, 0.115], hue)
        pen.oval(0.0, -0.015, 0.045, 0.025, dim(hue, 0.8))
        for k in range(6):
            pen.line([(-0.026, -0.08 - 0.045 * k), (0.026, -0.10 - 0.045 * k)], 0.022, rgb("#2c2a2e"))
        pen.line([(-0.02, -0.62), (-0.03, -0.92)], 0.016, tint(hue, 0.5), 0.7)
    with pen.part(puff=1.0, shade=0.2):
        pen.dot(-0.30, -0.105, 0.105, rgb("#f4f1ea"))
        for side in (-1, 1):
            pen.line(
                [(-0.30 + side * 0.085, -0.165), (-0.30 + side * 0.045, -0.105), (-0.30 + side * 0.085, -0.045)],
                0.012,
                rgb("#c83c3c"),
            )


SUBJECT = Thing(
    height=0.85,
    draw=draw,
    words=("baseball bat", "bat and ball"),
    colours=("#c98f4e", "#a8683a"),
    reach=(-0.5, -1.08, 0.6, 0.06),
)
