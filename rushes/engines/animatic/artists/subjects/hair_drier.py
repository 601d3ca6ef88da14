"""A hair drier, blowing."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.7), pen.turned(-0.16, -0.5, 14):
        pen.box(-0.11, -0.1, 0.11, 0.52, dim(hue, 0.85), round=0.09)
        pen.box(-0.035, 0.06, 0.06, 0.18, tint(hue, 0.5), round=0.02)
    with pen.part(puff=0.8, shade=0.3):
        pen.blob(
            [
                (-0.52, -0.72),
                (-0.40, -0.98),
                (-0.10, -1.0),
                (0.42, -0.88),
                (0.42, -0.58),
                (-0.10, -0.46),
                (-0.42, -0.50),
            ],
            hue,
            tight=0.8,
        )
        pen.box(0.36, -0.90, 0.58, -0.56, rgb("#34363a"), round=0.03)
    with pen.part(puff=0.3, shade=0.1):
        pen.dot(-0.28, -0.73, 0.16, dim(hue, 0.6))
        for k in range(4):
            pen.line([(-0.38, -0.82 + 0.06 * k), (-0.18, -0.82 + 0.06 * k)], 0.02, dim(hue, 0.4))
    with pen.part(lit=False):
        for k in range(3):
            at = (moment.phase + k / 3) % 1
            y = -0.82 + 0.09 * k
            pen.line(
                [(0.64 + 0.24 * at, y), (0.74 + 0.24 * at, y - 0.02), (0.82 + 0.2 * at, y)], 0.02, WHITE, 0.7 * (1 - at)
            )


SUBJECT = Thing(
    height=0.4,
    draw=draw,
    words=("hair drier", "hair dryer", "hairdryer", "blow dryer"),
    colours=("#d8587a", "#3c4048", "#5fa8b8"),
    reach=(-0.75, -1.1, 1.0, 0.06),
    homes=("room",),
    poses=12,
    rate=12.0,
)
