"""A round pedestal, as things stand on in shop windows and adverts."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    side = pen.ramp((-0.8, 0), (0.8, 0), [dim(hue, 0.72), tint(hue, 0.15), dim(hue, 0.80)])
    with pen.part(puff=0.12):
        pen.box(-0.80, -0.88, 0.80, -0.10, side)
        pen.oval(0.0, -0.10, 0.80, 0.10, side)
    with pen.part(puff=0.1, shade=0.2):
        pen.oval(0.0, -0.88, 0.80, 0.12, tint(hue, 0.30))


SUBJECT = Thing(
    height=0.5, draw=draw, words=("pedestal", "plinth", "display stand", "podium stand", "display podium"), colours=("#e4dcd2", "#d8d4dc"),
    reach=(-0.9, -1.1, 0.9, 0.08), perch=0.88, homes=("backdrop",),
)  # fmt: skip
