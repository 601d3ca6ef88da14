"""A stop sign, with its word."""

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.letters import font
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, ink, rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    def octagon(radius: float) -> list[tuple[float, float]]:
        return [
            (radius * math.cos(math.pi / 8 + k * math.pi / 4), -0.82 + radius * math.sin(math.pi / 8 + k * math.pi / 4))
            for k in range(8)
        ]

    with pen.part(puff=0.9):
        pen.tube([(0.0, -0.84), (0.0, 0.0)], [0.035, 0.04], rgb("#8a9098"))
    with pen.part(puff=0.12, shade=0.2):
        pen.poly(octagon(0.20), WHITE)
        pen.poly(octagon(0.184), hue)
        letters = font(90, 780)
        wide = letters.measureText("STOP")
        # Letters are never seen in a mirror.
        pen.canvas.save()
        if pen.mirrored:
            pen.canvas.scale(-1.0, 1.0)
        pen.canvas.translate(0.0, -0.785)
        pen.canvas.scale(0.30 / wide, 0.30 / wide)
        pen.canvas.drawString("STOP", -wide / 2, 0, letters, skia.Paint(Color=ink(WHITE), AntiAlias=True))
        pen.canvas.restore()


SUBJECT = Thing(
    height=2.3,
    draw=draw,
    words=("stop sign",),
    colours=("#c8282c",),
    reach=(-0.35, -1.06, 0.35, 0.05),
    homes=("street",),
)
