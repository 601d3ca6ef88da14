"""A cooker: oven door with its light on, knobs, hob on top."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    steel = rgb("#b9bec4")
    with pen.part(puff=0.25):
        pen.box(-0.46, -0.94, 0.46, 0.0, hue, round=0.02)
        pen.box(-0.48, -0.97, 0.48, -0.90, dim(hue, 0.85), round=0.02)
        pen.box(-0.44, -0.05, 0.44, 0.0, rgb("#2a2c30"))
    with pen.part(puff=0.6, shade=0.2):
        for x in (-0.26, 0.24):
            pen.box(x - 0.15, -0.995, x + 0.15, -0.97, rgb("#26282c"), round=0.01)
            for leg in (-0.10, 0.10):
                pen.box(x + leg - 0.012, -1.01, x + leg + 0.012, -0.97, rgb("#26282c"))
    with pen.part(puff=0.8, shade=0.2):
        for k in range(5):
            x = -0.34 + 0.17 * k
            pen.dot(x, -0.83, 0.042, steel)
            pen.line([(x, -0.83), (x, -0.866)], 0.012, rgb("#34363a"))
    with pen.part(puff=0.2, shade=0.2):
        pen.box(-0.40, -0.74, 0.40, -0.20, tint(hue, 0.10), round=0.03)
        pen.box(-0.31, -0.62, 0.31, -0.28, rgb("#2a1a12"), round=0.03)
    with pen.part(lit=False):
        pen.box(-0.30, -0.61, 0.30, -0.29, pen.glow((0.0, -0.36), 0.42, rgb("#ff9a3c"), 0.85), round=0.03)
        for y in (-0.50, -0.40):
            pen.line([(-0.28, y), (0.28, y)], 0.008, rgb("#6a4a34"), 0.8)
    with pen.part(puff=0.8, shade=0.3):
        pen.box(-0.34, -0.71, 0.34, -0.675, steel, round=0.02)
        pen.box(-0.34, -0.155, 0.34, -0.125, steel, round=0.02)


SUBJECT = Thing(
    height=1.0,
    draw=draw,
    words=("oven", "stove oven", "cooker", "gas stove", "range cooker"),
    colours=("#e2e5e6", "#3c4047", "#b4463c"),
    reach=(-0.6, -1.12, 0.6, 0.06),
    homes=("kitchen",),
)
