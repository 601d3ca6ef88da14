"""A fallen log."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.9):
        pen.tube([(-1.1, -0.42), (0.0, -0.44), (1.1, -0.42)], [0.84, 0.86, 0.82], hue)
        for k in range(16):
            x, y = -1.2 + 0.155 * k, -0.74 + 0.56 * ((k * 0.618) % 1)
            pen.line([(x, y), (x + 0.24, y + 0.01)], 0.022, dim(hue, 0.68), 0.7)
    with pen.part(puff=0.4, shade=0.2):
        pen.oval(1.16, -0.42, 0.26, 0.41, rgb("#d0a874"))
        for k in range(3):
            pen.oval(1.16, -0.42, 0.19 - 0.06 * k, 0.31 - 0.095 * k, rgb("#b88a58") if k % 2 == 0 else rgb("#d0a874"))
    with pen.part(puff=0.6, shade=0.1):
        for x, size in ((-0.8, 0.22), (-0.2, 0.16), (0.5, 0.20)):
            pen.oval(x, -0.82, size, 0.06, rgb("#7a9450"))


SUBJECT = Thing(
    height=0.6,
    draw=draw,
    words=("fallen log", "tree log"),
    colours=("#7a5638", "#8a6a4c"),
    reach=(-1.5, -1.1, 1.5, 0.08),
    perch=0.90,
)
