"""A computer keyboard, its keys lit from above."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.3):
        pen.poly([(-1.55, -0.86), (1.55, -0.86), (1.85, -0.06), (-1.85, -0.06)], hue)
        pen.box(-1.85, -0.10, 1.85, 0.0, dim(hue, 0.75), round=0.04)
    with pen.part(puff=0.7, shade=0.3):
        for row in range(5):
            y, half = -0.80 + 0.145 * row, 1.46 + 0.062 * row
            keys = 15 if row < 4 else 9
            step = 2 * half / keys
            for k in range(keys):
                x = -half + k * step
                wide = step * (5 if row == 4 and k == 3 else 1)
                if row == 4 and 3 < k < 8:
                    continue
                pen.box(
                    x + 0.015,
                    y,
                    x + wide - 0.015,
                    y + 0.11,
                    tint(hue, 0.45) if (row, k) != (0, 0) else rgb("#e08a4c"),
                    round=0.025,
                )


SUBJECT = Thing(
    height=0.22,
    draw=draw,
    words=("computer keyboard", "keyboard"),
    colours=("#d4d7dc", "#34373e"),
    reach=(-2.0, -1.1, 2.0, 0.06),
    homes=("office",),
)
