"""A tumbleweed: a ball of dry twigs that rolls and hops before the wind."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing

_POSES = 36


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    hop = 0.16 * abs(math.sin(2 * math.pi * moment.phase))
    with pen.turned(0.0, -0.5 - hop, 360.0 * moment.phase):
        for layer, tone in ((0, 0.62), (1, 0.86), (2, 1.08)):
            with pen.part(puff=0.5, shade=0.12):
                for k in range(13):
                    way = k * 2.4 + layer * 0.9
                    bend = 0.7 + 0.5 * math.sin(3.1 * k + layer)
                    points = [
                        (r * math.cos(way + bend * r), r * math.sin(way + bend * r)) for r in (0.05, 0.22, 0.38, 0.48)
                    ]
                    own = dim(hue, tone) if k % 3 else tint(dim(hue, tone), 0.15)
                    pen.tube(points, [0.035, 0.03, 0.022, 0.008], own)
                    x, y = points[2]
                    pen.tube([(x, y), (0.47 * math.cos(way + 0.9), 0.47 * math.sin(way + 0.9))], [0.02, 0.006], own)
                for k in range(3):
                    start = k * 2.1 + layer
                    ring = [(0.43 * math.cos(start + 0.35 * j), 0.43 * math.sin(start + 0.35 * j)) for j in range(7)]
                    pen.tube(ring, [0.012, 0.024, 0.024, 0.01], dim(hue, tone))


SUBJECT = Thing(
    height=0.8,
    draw=draw,
    words=("tumbleweed",),
    colours=("#b08a50", "#a07c48"),
    reach=(-0.65, -1.3, 0.65, 0.1),
    poses=_POSES,
    rate=24.0,
    speed=1.67,
    actions=frozenset({"stand", "drive", "run", "walk", "jump"}),
    homes=("desert",),
)
