"""A picnic: a checked cloth on the grass with a basket, a loaf, fruit and a bottle."""

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.thing import Thing

#: Half widths of the cloth at its far and its near edge, and how far up its far edge lies.
_FAR, _NEAR, _UP = 1.75, 2.25, 0.42
_COLUMNS, _ROWS = 14, 5


def draw(pen: Pen, hue: Rgb, moment: Moment) -> None:
    with pen.part(puff=0.05, shade=0.0, rim=0.05):
        pen.poly([(-_FAR, -_UP), (_FAR, -_UP), (_NEAR, 0.0), (-_NEAR, 0.0)], WHITE)
        for row in range(_ROWS):
            near, far = (row / _ROWS) ** 1.15, ((row + 1) / _ROWS) ** 1.15
            for column in range(_COLUMNS):
                if (row + column) % 2:
                    continue
                corners = []
                for share, up in ((column, near), (column + 1, near), (column + 1, far), (column, far)):
                    half = _NEAR + (_FAR - _NEAR) * up
                    corners.append((half * (2 * share / _COLUMNS - 1), -_UP * up))
                pen.poly(corners, hue)
        pen.line([(-_NEAR, -0.005), (_NEAR, -0.005)], 0.03, dim(hue, 0.8))
    straw = rgb("#c08a4a")
    with pen.part(puff=0.8, shade=0.4):
        pen.line([(-0.62, -0.66), (-0.60, -1.0), (-0.10, -1.06), (0.12, -0.66)], 0.07, dim(straw, 0.8))
        basket = closed([(-0.72, -0.66), (0.22, -0.66), (0.14, -0.20), (-0.64, -0.20)], 0.3)
        pen.fill(basket, pen.ramp((0, -0.66), (0, -0.2), [tint(straw, 0.15), straw, dim(straw, 0.8)]))
        with pen.within(basket):
            for row in range(5):
                for k in range(9):
                    x = -0.72 + 0.12 * k + 0.06 * (row % 2)
                    pen.line([(x, -0.62 + 0.10 * row), (x + 0.07, -0.60 + 0.10 * row)], 0.03, dim(straw, 0.68), 0.8)
        pen.box(-0.76, -0.70, 0.26, -0.60, tint(straw, 0.1), round=0.05)
    with pen.part(puff=0.9, shade=0.35):
        pen.tube([(-0.30, -0.72), (-0.02, -0.98), (0.10, -1.08)], [0.17, 0.17, 0.09], rgb("#d09a52"))
        for k in range(3):
            pen.line([(-0.20 + 0.10 * k, -0.86 - 0.08 * k), (-0.10 + 0.10 * k, -0.80 - 0.08 * k)], 0.03, rgb("#f0d49a"))
    with pen.part(puff=0.9, shade=0.4):
        pen.oval(0.85, -0.24, 0.42, 0.085, tint(rgb("#dfe6ea"), 0.4))
        for x, y, code in ((0.70, -0.34, "#c8302c"), (0.92, -0.33, "#e8b23c"), (0.82, -0.46, "#7fae3c"), (1.04, -0.32, "#c8302c")):  # fmt: skip
            pen.dot(x, y, 0.115, pen.ramp((x, y - 0.1), (x, y + 0.1), [tint(rgb(code), 0.2), rgb(code)]))
    with pen.part(puff=0.9, shade=0.35):
        glass = rgb("#2f6a4a")
        pen.blob([(0.36, -0.16), (0.34, -0.56), (0.43, -0.70), (0.43, -0.92), (0.53, -0.92), (0.53, -0.70), (0.62, -0.56), (0.60, -0.16)], glass, tight=0.6)  # fmt: skip
        pen.box(0.345, -0.50, 0.615, -0.30, rgb("#f2ead2"), round=0.02)
    with pen.part(puff=0.8, shade=0.35):
        pen.oval(-1.15, -0.17, 0.36, 0.07, tint(rgb("#dfe6ea"), 0.4))
        for x in (-1.26, -1.04):
            pen.poly([(x - 0.15, -0.18), (x + 0.15, -0.18), (x, -0.40)], rgb("#f0d9a8"))
            pen.line([(x - 0.12, -0.22), (x + 0.12, -0.22)], 0.035, rgb("#6fa83c"))


SUBJECT = Thing(
    height=0.62,
    draw=draw,
    words=("picnic", "picnic blanket", "picnic rug", "picnic cloth"),
    colours=("#c8382f", "#2f6a9c", "#3f8a5a"),
    reach=(-2.4, -1.25, 2.4, 0.1),
    homes=("meadow", "park"),
)
