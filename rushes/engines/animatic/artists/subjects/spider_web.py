"""A spider's web between two twigs, with drops of dew."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.spider import draw_web
from rushes.engines.animatic.rigs.thing import Thing

#: The drawing's own half height, and how far its twigs reach down.
_HALF, _FOOT = 2.3, 1.92


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.turned(0.0, -_FOOT / (_HALF + _FOOT), 0, 1 / (_HALF + _FOOT)):
        draw_web(pen, moment)
        with pen.part(lit=False):
            for k in range(26):
                # Drops of dew, each with the sky in it.
                x, y = 1.5 * ((k * 0.618) % 1 * 2 - 1), 1.45 * ((k * 0.755) % 1 * 2 - 1)
                if x * x + y * y < 2.4:
                    pen.dot(x, y, 0.035 + 0.02 * ((k * 0.37) % 1), (0.78, 0.90, 1.0), 0.65)
                    pen.dot(x - 0.012, y - 0.016, 0.014, WHITE, 0.95)


SUBJECT = Thing(
    height=0.9,
    draw=draw,
    words=("spider web", "spiderweb", "cobweb", "web"),
    reach=(-0.62, -1.12, 0.62, 0.06),
    poses=48,
    rate=12.0,
    homes=("garden", "forest"),
)
