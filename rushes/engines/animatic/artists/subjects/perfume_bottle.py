"""A perfume bottle of cut glass, with its cap."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

GOLD = rgb("#d8b064")


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.35):
        pen.box(-0.36, -0.66, 0.36, 0.0, tint(hue, 0.55), round=0.05)
    with pen.part(puff=0.25, shade=0.0):
        pen.box(-0.29, -0.50, 0.29, -0.06, hue, round=0.035)
        pen.poly([(-0.29, -0.50), (-0.10, -0.50), (-0.29, -0.20)], tint(hue, 0.4))
    with pen.part(puff=0.7):
        pen.box(-0.11, -0.74, 0.11, -0.64, GOLD, round=0.015)
        pen.box(
            -0.16,
            -1.0,
            0.16,
            -0.73,
            pen.ramp((-0.16, 0), (0.16, 0), [dim(GOLD, 0.7), tint(GOLD, 0.5), dim(GOLD, 0.8)]),
            round=0.03,
        )
    with pen.part(lit=False):
        pen.box(-0.15, -0.38, 0.15, -0.20, tint(hue, 0.85), 0.9, round=0.01)
        pen.line([(-0.09, -0.315), (0.09, -0.315)], 0.012, dim(GOLD, 0.8))
        pen.line([(-0.06, -0.265), (0.06, -0.265)], 0.008, dim(GOLD, 0.8))
        pen.line([(-0.315, -0.60), (-0.315, -0.08)], 0.022, WHITE, 0.75)
        pen.line([(0.325, -0.56), (0.325, -0.34)], 0.012, WHITE, 0.55)


SUBJECT = Thing(
    height=0.42, draw=draw, words=("perfume bottle", "perfume", "bottle of perfume", "fragrance bottle", "cologne"), colours=("#e8b4b0", "#d8a05a", "#b4c4e0"),
    reach=(-0.46, -1.1, 0.46, 0.06), homes=("backdrop",),
)  # fmt: skip
