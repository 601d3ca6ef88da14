"""A running shoe from the side."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

SOLE = rgb("#f2efe8")


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    # White shoes have grey stripes, others white ones.
    mark = rgb("#8a93a2") if lightness(hue) > 0.8 else WHITE
    with pen.part(puff=0.7):
        pen.blob([(-0.86, -0.76), (-0.60, -0.98), (-0.34, -0.92), (-0.30, -0.62), (-0.74, -0.50)], dim(hue, 0.55))
    with pen.part(puff=0.85):
        pen.blob(
            [(-0.98, -0.26), (-1.00, -0.62), (-0.92, -0.86), (-0.70, -0.78), (-0.40, -0.86), (-0.06, -0.66), (0.42, -0.50), (0.86, -0.42), (1.06, -0.26), (1.00, -0.16), (-0.90, -0.16)],
            hue, tight=0.8,
        )  # fmt: skip
    with pen.part(puff=0.5, shade=0.15):
        pen.blob(
            [(0.66, -0.46), (0.90, -0.40), (1.07, -0.26), (1.00, -0.15), (0.62, -0.15), (0.56, -0.32)],
            mix(hue, dim(hue, 0.6), 0.6),
        )
        pen.blob([(-1.00, -0.60), (-0.78, -0.56), (-0.70, -0.16), (-0.96, -0.16)], dim(hue, 0.78))
    with pen.part(puff=0.3, shade=0.1):
        pen.blob([(-0.46, -0.22), (-0.10, -0.50), (0.10, -0.46), (-0.20, -0.20)], mark)
        pen.blob([(-0.10, -0.20), (0.22, -0.46), (0.38, -0.42), (0.12, -0.18)], mark)
    with pen.part(puff=0.8, shade=0.25):
        for k in range(4):
            x, y = -0.34 + 0.17 * k, -0.80 + 0.085 * k
            pen.line([(x - 0.06, y + 0.10), (x + 0.12, y - 0.035)], 0.045, tint(mark, 0.3))
    with pen.part(puff=0.5):
        pen.blob(
            [
                (-1.04, -0.20),
                (-0.40, -0.17),
                (0.40, -0.17),
                (1.08, -0.24),
                (1.14, -0.12),
                (1.00, 0.0),
                (-0.96, 0.0),
                (-1.08, -0.08),
            ],
            SOLE,
            tight=0.6,
        )
        pen.line([(-1.04, -0.09), (0.0, -0.075), (1.10, -0.11)], 0.022, dim(hue, 0.9))


SUBJECT = Thing(
    height=0.36, draw=draw, words=("sneaker", "running shoe", "trainer shoe", "tennis shoe", "sports shoe", "athletic shoe", "gym shoe"),
    colours=("#3f7fd8", "#d8503c", "#f2f0ea", "#2e3038"), reach=(-1.2, -1.1, 1.25, 0.08), homes=("backdrop",),
)  # fmt: skip
