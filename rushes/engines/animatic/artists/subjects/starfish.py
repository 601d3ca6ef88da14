"""A starfish on its five arms."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    points = []
    for k in range(10):
        turn = math.pi / 5 * k - math.pi / 2
        far = 0.54 if k % 2 == 0 else 0.22
        points.append(
            (
                far * math.cos(turn),
                -0.52
                + far * math.sin(turn) * 0.96
                + (0.02 * math.sin(math.tau * moment.phase + k) if k % 2 == 0 else 0.0),
            )
        )
    with pen.part(puff=0.8):
        pen.blob(points, hue, tight=0.75)
        for k in range(0, 10, 2):
            x, y = points[k]
            for step in range(5):
                share = 0.16 + 0.17 * step
                pen.dot(x * share, -0.52 + (y + 0.52) * share, 0.030 - 0.003 * step, tint(hue, 0.5), 0.9)
        for k in range(24):
            turn, far = k * 2.4, 0.20 * math.sqrt((k + 1) / 24)
            pen.dot(far * math.cos(turn), -0.52 + far * math.sin(turn), 0.014, tint(hue, 0.32), 0.8)


SUBJECT = Thing(
    height=0.5,
    draw=draw,
    words=("starfish", "sea star"),
    colours=("#e8743c", "#c8485c", "#d89a3c"),
    reach=(-0.75, -1.12, 0.75, 0.06),
    homes=("beach", "underwater"),
    poses=48,
    rate=12.0,
)
