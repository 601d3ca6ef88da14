"""A chessboard with its pieces, seen from the side of one player."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.thing import Thing


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.2):
        pen.poly([(-1.45, -0.10), (-1.05, -0.46), (1.05, -0.46), (1.45, -0.10)], dim(hue, 0.8))
        pen.box(-1.45, -0.11, 1.45, 0.0, dim(hue, 0.65), round=0.02)
    with pen.part(lit=False):
        for row in range(8):
            far, near = -0.44 + 0.04 * row, -0.44 + 0.04 * (row + 1)
            for column in range(8):
                a, b = 0.97 + 0.044 * row, 0.97 + 0.044 * (row + 1)
                x0, x1 = -1 + column / 4, -1 + (column + 1) / 4
                pen.poly([(x0 * a, far), (x1 * a, far), (x1 * b, near), (x0 * b, near)], rgb("#efe2c4") if (row + column) % 2 else rgb("#6a4630"))  # fmt: skip
    for rows, colour in (((0, 1), rgb("#2e2622")), ((6, 7), rgb("#f0e6d0"))):
        for row in rows:
            with pen.part(puff=0.9, shade=0.3):
                for column in range(8):
                    tall = 0.17 if row in (1, 6) else (0.24, 0.30, 0.34, 0.46, 0.50, 0.34, 0.30, 0.24)[column]
                    x, y = (-0.875 + column / 4) * (0.99 + 0.044 * row), -0.425 + 0.04 * row
                    pen.poly([(x - 0.075, y), (x + 0.075, y), (x + 0.03, y - tall * 0.75), (x - 0.03, y - tall * 0.75)], colour)  # fmt: skip
                    pen.dot(x, y - tall * 0.82, 0.055, colour)
                    if tall > 0.4:
                        pen.line([(x, y - tall), (x, y - tall * 1.12)], 0.03, tint(colour, 0.1))


SUBJECT = Thing(
    height=0.36, draw=draw, words=("chessboard", "chess board", "chess", "chess set", "chess game", "chess pieces"), colours=("#8a5a36",),
    reach=(-1.55, -1.05, 1.55, 0.06), homes=("room",),
)  # fmt: skip
