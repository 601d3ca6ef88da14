"""A baseball glove with a ball in it."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.7):
        for k, (x, y, lean) in enumerate(
            ((-0.34, -0.62, -18), (-0.14, -0.74, -7), (0.08, -0.76, 3), (0.28, -0.68, 14))
        ):
            with pen.turned(x, y, lean):
                pen.box(-0.105, -0.24, 0.105, 0.30, dim(hue, 1.0 - 0.05 * (k % 2)), round=0.10)
        pen.blob(
            [(-0.46, -0.55), (0.0, -0.66), (0.42, -0.56), (0.48, -0.24), (0.26, 0.0), (-0.26, 0.0), (-0.46, -0.20)], hue
        )
    with pen.part(puff=0.8, shade=0.3), pen.turned(0.46, -0.34, 44):
        pen.box(-0.10, -0.34, 0.11, 0.20, tint(hue, 0.06), round=0.10)
    with pen.part(puff=0.3, shade=0.2):
        pen.oval(0.02, -0.36, 0.26, 0.24, dim(hue, 0.62))
        for k in range(4):
            pen.line([(0.26, -0.66 + 0.07 * k), (0.42, -0.62 + 0.07 * k)], 0.02, rgb("#e6cfa4"))
    with pen.part(puff=1.0, shade=0.3):
        pen.dot(0.02, -0.37, 0.19, rgb("#f4f1ea"))
        for side in (-1, 1):
            pen.line(
                [(0.02 + side * 0.15, -0.48), (0.02 + side * 0.08, -0.37), (0.02 + side * 0.15, -0.26)],
                0.02,
                rgb("#c83c3c"),
            )


SUBJECT = Thing(
    height=0.4,
    draw=draw,
    words=("baseball glove", "baseball mitt", "catcher mitt"),
    colours=("#a8642f", "#7a4a28"),
    reach=(-0.7, -1.1, 0.95, 0.08),
)
