"""Clothes on the trunk: what hangs from shoulders and waist, with collars, buttons, patterns and folds.

The trunk is a tube of rings; a point of its surface has a height (0 at the hip, 1 at the shoulders) and a longitude as on a
head: 0 is the breastbone, positive to the near side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.curves import level
from rushes.engines.animatic.rigs.hue import WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.stance import Frame, Stance, View

_UPS = (-0.16, 0.0, 0.18, 0.45, 0.72, 0.92, 1.03)
_MAN = (0.080, 0.088, 0.086, 0.084, 0.100, 0.108, 0.054)
_WOMAN = (0.086, 0.094, 0.084, 0.066, 0.084, 0.092, 0.046)
_CHILD = (0.088, 0.092, 0.092, 0.090, 0.090, 0.088, 0.046)
_DEEP = (0.066, 0.072, 0.068, 0.062, 0.070, 0.060, 0.040)
#: Cosine and sine of longitudes all around.
_RING = tuple((math.cos(math.radians(degrees)), math.sin(math.radians(degrees))) for degrees in range(0, 360, 20))


@dataclass(frozen=True, slots=True)
class Trunk:
    outfit: Outfit
    frame: Frame
    view: View

    def widths(self) -> tuple[float, ...]:
        if self.outfit.age in ("baby", "child"):
            return _CHILD
        return _WOMAN if self.outfit.female else _MAN

    def on(self, up: float, longitude: float, out: float = 0.0) -> Point:
        angle = math.radians(longitude)
        wide = level(up, _UPS, self.widths()) * self.outfit.girth + out
        deep = level(up, _UPS, _DEEP) * self.outfit.girth + out
        forward = deep * math.cos(angle) + self._bulge(up) * max(0.0, math.cos(angle))
        return self.view.point(self.frame.at(up, forward, wide * math.sin(angle)))

    def _bulge(self, up: float) -> float:
        outfit = self.outfit
        if outfit.female and outfit.age not in ("baby", "child"):
            return 0.018 * math.exp(-(((up - 0.70) / 0.14) ** 2))
        belly = max(0.0, outfit.girth - 1.05) * 0.10
        return belly * math.exp(-(((up - 0.25) / 0.3) ** 2))

    def seen(self, up: float, longitude: float) -> float:
        turn = self.frame.twist * max(0.0, min(1.0, up))
        return math.sin(math.radians(self.view.yaw + turn + longitude))

    def hem(self, share: float) -> float:
        """The height of a hem that hangs down a share of the legs."""
        return self.view.point(self.frame.hip)[1] + share * self.outfit.leg

    def edges(self, up: float, out: float = 0.0) -> tuple[Point, Point]:
        """The outermost points to the left and to the right on the picture."""
        wide = level(up, _UPS, self.widths()) * self.outfit.girth + out
        deep, bulge = level(up, _UPS, _DEEP) * self.outfit.girth + out, self._bulge(up)
        # As `on`, with what is the same for all longitudes worked out once: a point moves evenly with how far it is
        # forward and to the near side.
        x, y = self.view.point(self.frame.at(up))
        forward, near = self.view.point(self.frame.at(up, 1.0)), self.view.point(self.frame.at(up, 0.0, 1.0))
        ring = []
        for cosine, sine in _RING:
            f, n = deep * cosine + bulge * max(0.0, cosine), wide * sine
            ring.append((x + f * (forward[0] - x) + n * (near[0] - x), y + f * (forward[1] - y) + n * (near[1] - y)))
        return min(ring), max(ring)


def shoulder_width(outfit: Outfit) -> float:
    wide = 0.076 if outfit.age in ("baby", "child") else (0.074 if outfit.female else 0.090)
    return wide * (0.4 + 0.6 * outfit.girth)


def draw_trunk(pen: Pen, trunk: Trunk, stance: Stance) -> None:
    outfit = trunk.outfit
    top = outfit.top
    if outfit.kind == "robot":
        _chassis(pen, trunk)
        return
    low = -0.30 if outfit.garment in ("jacket", "suit", "puffer", "tunic") else -0.14
    if stance.seated:
        low = -0.12
    ups = (low, 0.0, 0.18, 0.45, 0.72, 0.90, 1.0)
    sides = [
        trunk.edges(up, 0.004 if outfit.garment in ("jacket", "suit", "puffer") and up < 0.5 else 0.0) for up in ups
    ]
    left, right = sides[3][0][0], sides[3][1][0]
    middle = (left + right) / 2
    fill = pen.ramp((middle - 0.10, 0), (middle + 0.10, 0), [dim(top, 0.85), top, tint(top, 0.08)])
    shape = closed([side[0] for side in sides] + [side[1] for side in reversed(sides)], 0.85)
    if outfit.garment in ("shirt", "skirt", "overalls", "leotard"):
        # Tucked in: what the legs wear comes up to the waist.
        seat = [trunk.edges(up) for up in (-0.14, 0.0, 0.20)]
        hips = closed([side[0] for side in seat] + [side[1] for side in reversed(seat)], 0.8)
        pen.fill(shape, fill)
        if outfit.garment != "skirt":
            pen.fill(hips, outfit.bottom if outfit.legs != "bare" else top)
    else:
        pen.fill(shape, fill)
    with pen.within(shape):
        _pattern(pen, trunk, low)
        _folds(pen, trunk, low)
        _DETAILS.get(outfit.garment, _plain)(pen, trunk)
        if outfit.belt:
            _belt(pen, trunk)
        if outfit.sash:
            pen.line([trunk.on(0.98, 60 if trunk.seen(0.9, 50) > 0 else -60, 0.004), trunk.on(0.5, 0, 0.006), trunk.on(0.08, -60, 0.004)], 0.028, outfit.accent)  # fmt: skip
    _collar(pen, trunk)
    if outfit.armour:
        _armour(pen, trunk)
    if outfit.emblem and trunk.seen(0.75, 0) > 0.1:
        x, y = trunk.on(0.72, 0.0, 0.004)
        wide = max(0.4, trunk.seen(0.75, 0))
        pen.blob([(x - 0.04 * wide, y - 0.03), (x + 0.04 * wide, y - 0.03), (x + 0.046 * wide, y), (x, y + 0.045), (x - 0.046 * wide, y)], rgb("#f4c430"), tight=0.5)  # fmt: skip
        pen.line([(x + 0.014 * wide, y - 0.016), (x - 0.012 * wide, y - 0.006), (x + 0.010 * wide, y + 0.008), (x - 0.014 * wide, y + 0.022)], 0.009, outfit.accent)  # fmt: skip
    if outfit.badge and trunk.seen(0.78, 34) > 0.15:
        x, y = trunk.on(0.74, 34, 0.002)
        pen.dot(x, y, 0.013, rgb("#f2c650"))
        pen.dot(x, y, 0.006, rgb("#b58a20"))


def _chassis(pen: Pen, trunk: Trunk) -> None:
    outfit = trunk.outfit
    sides = [trunk.edges(up) for up in (0.03, 0.35, 0.70, 1.0)]
    left, right = sides[2]
    pen.fill(closed([side[0] for side in sides] + [side[1] for side in reversed(sides)], 0.4), pen.ramp(left, right, [dim(outfit.top, 0.82), outfit.top, tint(outfit.top, 0.15)]))  # fmt: skip
    if trunk.seen(0.7, 0) > 0.1:
        panel = [trunk.on(0.86, -38), trunk.on(0.86, 38), trunk.on(0.5, 38), trunk.on(0.5, -38)]
        pen.blob(panel, dim(outfit.shoes, 0.8), tight=0.3)
        for k, hue in enumerate((outfit.accent, rgb("#f0b040"), rgb("#e8584c"))):
            pen.dot(*trunk.on(0.68, -22 + 22 * k, 0.002), 0.0085, hue)


def _pattern(pen: Pen, trunk: Trunk, low: float) -> None:
    outfit = trunk.outfit
    second = outfit.second or tint(outfit.top, 0.55)
    if outfit.pattern == "stripes":
        for k in range(9):
            up = low + 0.06 + 0.15 * k
            pen.line(
                [trunk.on(up, longitude - trunk.view.yaw + 90, 0.002) for longitude in (-100, -50, 0, 50, 100)],
                0.018,
                second,
            )
    elif outfit.pattern == "dots":
        for row in range(8):
            for column in range(9):
                longitude = 40 * column + (20 if row % 2 else 0) - 160
                seen = trunk.seen(0.5, longitude)
                if seen > 0.12:
                    x, y = trunk.on(low + 0.08 + 0.16 * row, longitude)
                    pen.oval(x, y, 0.010 * seen, 0.010, second)
    elif outfit.pattern == "checks":
        for k in range(8):
            up = low + 0.06 + 0.17 * k
            pen.line(
                [trunk.on(up, longitude - trunk.view.yaw + 90, 0.002) for longitude in (-100, -50, 0, 50, 100)],
                0.014,
                second,
                0.55,
            )
        for longitude in range(-160, 200, 36):
            if trunk.seen(0.5, longitude) > 0.05:
                pen.line(
                    [trunk.on(low, longitude), trunk.on(0.45, longitude), trunk.on(1.0, longitude)], 0.012, second, 0.55
                )


def _folds(pen: Pen, trunk: Trunk, low: float) -> None:
    tone = dim(trunk.outfit.top, 0.74)
    for start, end in (((0.30, -70), (0.36, -25)), ((0.32, 60), (0.26, 15)), ((0.82, 62), (0.70, 38)), ((0.82, -62), (0.70, -38))):  # fmt: skip
        if trunk.seen(start[0], start[1]) > -0.2:
            pen.line([trunk.on(*start), trunk.on((start[0] + end[0]) / 2 - 0.02, (start[1] + end[1]) / 2), trunk.on(*end)], 0.0055, tone, 0.5)  # fmt: skip


def _front_line(pen: Pen, trunk: Trunk, longitude: float, up: float, down: float, width: float, hue: Rgb) -> None:
    if trunk.seen(0.6, longitude) > 0.0:
        pen.line([trunk.on(up, longitude, 0.002), trunk.on((up + down) / 2, longitude, 0.002), trunk.on(down, longitude, 0.002)], width, hue, 0.85)  # fmt: skip


def _buttons(pen: Pen, trunk: Trunk, longitude: float, ups: tuple[float, ...], hue: Rgb) -> None:
    for up in ups:
        if trunk.seen(up, longitude) > 0.05:
            x, y = trunk.on(up, longitude, 0.003)
            pen.dot(x, y, 0.0075, hue)
            pen.dot(x - 0.002, y - 0.002, 0.003, tint(hue, 0.5))


def _plain(pen: Pen, trunk: Trunk) -> None:
    """Knitwear and simple tops: a hem."""


def _jacket(pen: Pen, trunk: Trunk) -> None:
    top = trunk.outfit.top
    _front_line(pen, trunk, 0, 0.95, -0.3, 0.008, dim(top, 0.58))
    _buttons(pen, trunk, 6, (0.62, 0.38, 0.14, -0.10), dim(top, 0.5))
    for longitude in (-46, 46):
        if trunk.seen(0.1, longitude) > 0.1:
            pen.line(
                [trunk.on(0.10, longitude - 16, 0.002), trunk.on(0.07, longitude + 16, 0.002)], 0.008, dim(top, 0.66)
            )


def _suit(pen: Pen, trunk: Trunk) -> None:
    outfit = trunk.outfit
    top = outfit.top
    if trunk.seen(0.7, 0) > -0.05:
        chest = [
            trunk.on(1.02, 40),
            trunk.on(0.98, 20),
            trunk.on(0.34, 3, 0.003),
            trunk.on(0.98, -20),
            trunk.on(1.02, -40),
        ]
        pen.poly(chest, outfit.second or WHITE)
        if outfit.collar == "tie":
            knot = trunk.on(0.95, 0, 0.003)
            tip = trunk.on(0.40, 0, 0.004)
            pen.poly([(knot[0] - 0.011, knot[1] - 0.004), (knot[0] + 0.011, knot[1] - 0.004), (knot[0] + 0.007, knot[1] + 0.018), (tip[0] + 0.014, tip[1] - 0.02), (tip[0], tip[1]), (tip[0] - 0.014, tip[1] - 0.02), (knot[0] - 0.007, knot[1] + 0.018)], outfit.accent)  # fmt: skip
        elif outfit.collar == "bow":
            x, y = trunk.on(0.96, 0, 0.004)
            pen.poly([(x - 0.034, y - 0.016), (x, y), (x - 0.034, y + 0.018)], outfit.accent)
            pen.poly([(x + 0.034, y - 0.016), (x, y), (x + 0.034, y + 0.018)], outfit.accent)
            pen.dot(x, y, 0.008, dim(outfit.accent, 0.8))
        for side in (-1, 1):
            if trunk.seen(0.8, side * 30) > 0:
                pen.poly([trunk.on(1.03, side * 46), trunk.on(0.74, side * 42, 0.004), trunk.on(0.66, side * 28, 0.004), trunk.on(0.32, side * 3, 0.004), trunk.on(0.98, side * 19)], tint(top, 0.10))  # fmt: skip
                pen.line([trunk.on(0.98, side * 19), trunk.on(0.66, side * 12, 0.004), trunk.on(0.33, side * 3, 0.004)], 0.005, dim(top, 0.6))  # fmt: skip
    _front_line(pen, trunk, 0, 0.33, -0.30, 0.007, dim(top, 0.58))
    _buttons(pen, trunk, 7, (0.28, 0.08), dim(top, 0.45))
    if trunk.seen(0.7, 36) > 0.1:
        pen.line([trunk.on(0.72, 28, 0.002), trunk.on(0.73, 44, 0.002)], 0.009, WHITE)


def _shirt(pen: Pen, trunk: Trunk) -> None:
    top = trunk.outfit.top
    if trunk.outfit.collar in ("shirt", "lapels"):
        _front_line(pen, trunk, 0, 0.95, 0.18, 0.006, dim(top, 0.66))
        _buttons(pen, trunk, 0, (0.82, 0.64, 0.46, 0.30), tint(top, 0.5))


def _overalls(pen: Pen, trunk: Trunk) -> None:
    hue = trunk.outfit.bottom
    if trunk.seen(0.5, 0) > -0.3:
        bib = [trunk.on(0.74, 42, 0.003), trunk.on(0.74, 0, 0.006), trunk.on(0.74, -42, 0.003), trunk.on(0.10, -80, 0.003), trunk.on(0.10, 80, 0.003)]  # fmt: skip
        pen.poly(bib, hue)
        pen.line([trunk.on(0.60, 20, 0.004), trunk.on(0.44, 20, 0.004), trunk.on(0.44, -20, 0.004), trunk.on(0.60, -20, 0.004)], 0.005, dim(hue, 0.7))  # fmt: skip
    for side in (-1, 1):
        for base in (side * 34, 180 + side * 34):
            if trunk.seen(0.8, base) > 0:
                pen.line([trunk.on(1.02, base, 0.002), trunk.on(0.70, base, 0.003)], 0.020, hue)
                if abs(base) < 90:
                    pen.dot(*trunk.on(0.70, base, 0.004), 0.009, rgb("#d8c27a"))


def _coat(pen: Pen, trunk: Trunk) -> None:
    top = trunk.outfit.top
    _front_line(pen, trunk, 4, 0.96, -0.16, 0.008, dim(top, 0.58))
    _buttons(pen, trunk, 18, (0.66, 0.42, 0.02), dim(top, 0.45))
    _buttons(pen, trunk, -12, (0.66, 0.42, 0.02), dim(top, 0.45))
    if trunk.outfit.collar != "fur" and trunk.seen(0.8, 0) > 0:
        for side in (-1, 1):
            if trunk.seen(0.8, side * 30) > 0:
                pen.poly([trunk.on(1.02, side * 44), trunk.on(0.78, side * 44, 0.004), trunk.on(0.62, side * 10, 0.004), trunk.on(0.98, side * 14)], tint(top, 0.10))  # fmt: skip


def _robe(pen: Pen, trunk: Trunk) -> None:
    """Crossed over the breast."""
    outfit = trunk.outfit
    if trunk.seen(0.7, 0) > 0:
        edge = mix(outfit.accent, tint(outfit.top, 0.4), 0.35)
        pen.line([trunk.on(1.02, -34, 0.003), trunk.on(0.62, 4, 0.004), trunk.on(0.26, 42, 0.003)], 0.022, edge)
        pen.line([trunk.on(1.02, 34, 0.003), trunk.on(0.70, 2, 0.004)], 0.022, edge)


def _puffer(pen: Pen, trunk: Trunk) -> None:
    top = trunk.outfit.top
    for k in range(7):
        up = -0.22 + 0.18 * k
        pen.line(
            [trunk.on(up, longitude - trunk.view.yaw + 90, 0.003) for longitude in (-100, -50, 0, 50, 100)],
            0.008,
            dim(top, 0.68),
            0.8,
        )
    _front_line(pen, trunk, 0, 0.98, -0.3, 0.009, dim(top, 0.5))


def _apron(pen: Pen, trunk: Trunk) -> None:
    hue = trunk.outfit.second or rgb("#f2efe8")
    if trunk.seen(0.5, 0) > -0.3:
        pen.poly([trunk.on(0.80, 34, 0.004), trunk.on(0.80, -34, 0.004), trunk.on(0.18, -76, 0.004), trunk.on(-0.30, -72, 0.006), trunk.on(-0.30, 72, 0.006), trunk.on(0.18, 76, 0.004)], hue)  # fmt: skip
        pen.line(
            [trunk.on(0.20, 70, 0.005), trunk.on(0.17, 0, 0.006), trunk.on(0.20, -70, 0.005)], 0.010, dim(hue, 0.8)
        )
    for side in (-1, 1):
        if trunk.seen(0.9, side * 30) > 0:
            pen.line([trunk.on(0.80, side * 30, 0.004), trunk.on(1.02, side * 26, 0.004)], 0.012, hue)


_DETAILS = {
    "jacket": _jacket, "suit": _suit, "shirt": _shirt, "overalls": _overalls, "coat": _coat, "robe": _robe, "kimono": _robe,
    "puffer": _puffer, "apron": _apron,
}  # fmt: skip


def _belt(pen: Pen, trunk: Trunk) -> None:
    hue = trunk.outfit.belt
    assert hue is not None, "asked for before"
    wide = 0.05 if trunk.outfit.garment == "kimono" else 0.024
    up = 0.28 if trunk.outfit.garment in ("kimono", "robe", "dress", "gown", "coat") else 0.14
    pen.line([trunk.on(up, longitude - trunk.view.yaw + 90, 0.003) for longitude in (-100, -50, 0, 50, 100)], wide, hue)
    if trunk.seen(up, 0) > 0.1:
        x, y = trunk.on(up, 0, 0.005)
        pen.box(x - 0.012, y - 0.011, x + 0.012, y + 0.011, rgb("#d8b84a"), round=0.004)


def _collar(pen: Pen, trunk: Trunk) -> None:
    outfit, collar = trunk.outfit, trunk.outfit.collar
    top = outfit.top
    left, right = trunk.edges(1.0)
    if collar == "roll":
        pen.tube([(left[0], left[1] + 0.004), ((left[0] + right[0]) / 2, (left[1] + right[1]) / 2 - 0.006), (right[0], right[1] + 0.004)], [0.040, 0.044, 0.040], tint(top, 0.08))  # fmt: skip
    elif collar in ("crew", ""):
        if outfit.garment not in ("dress", "gown", "tutu", "leotard") and trunk.seen(1.0, 0) > -0.5:
            pen.line([trunk.on(1.0, 80), trunk.on(0.965, 0), trunk.on(1.0, -80)], 0.012, dim(top, 0.82))
    elif collar in ("shirt", "lapels", "tie", "bow"):
        white = outfit.second or WHITE if outfit.garment == "suit" else tint(top, 0.22)
        for side in (-1, 1):
            if trunk.seen(1.0, side * 30) > -0.15:
                pen.poly([trunk.on(1.05, side * 62), trunk.on(1.04, side * 8), trunk.on(0.88, side * 26, 0.004), trunk.on(0.96, side * 52, 0.004)], white)  # fmt: skip
    elif collar == "fur":
        pen.tube([(left[0] - 0.012, left[1] + 0.012), ((left[0] + right[0]) / 2, left[1] + 0.014), (right[0] + 0.012, right[1] + 0.012)], [0.05, 0.052, 0.05], rgb("#f4f0ea"))  # fmt: skip
    elif collar == "ruff":
        middle = ((left[0] + right[0]) / 2, left[1] - 0.004)
        for k in range(9):
            pen.oval(middle[0] - 0.072 + 0.018 * k, middle[1] + 0.010 * math.cos(k * 2.6), 0.018, 0.022, WHITE if k % 2 else outfit.accent)  # fmt: skip
    elif collar == "scoop" and trunk.seen(1.0, 0) > 0:
        pen.fill(closed([trunk.on(1.03, 52), trunk.on(0.84, 22, 0.003), trunk.on(0.84, -22, 0.003), trunk.on(1.03, -52)], 0.9), outfit.skin)  # fmt: skip


def _armour(pen: Pen, trunk: Trunk) -> None:
    outfit = trunk.outfit
    plate = outfit.plate
    sides = [trunk.edges(up, 0.006) for up in (0.20, 0.45, 0.72, 0.92)]
    left, right = sides[1]
    pen.fill(closed([side[0] for side in sides] + [side[1] for side in reversed(sides)], 0.7), pen.ramp(left, right, [dim(plate, 0.75), tint(plate, 0.25), dim(plate, 0.85)]))  # fmt: skip
    if outfit.armour == "lamellar":
        for row in range(5):
            up = 0.86 - 0.15 * row
            line = [trunk.on(up, longitude - trunk.view.yaw + 90, 0.008) for longitude in (-90, -45, 0, 45, 90)]
            pen.line(line, 0.009, outfit.accent)
        for longitude in range(-180, 180, 45):
            if trunk.seen(0.0, longitude) > -0.1:
                a, b = trunk.on(0.14, longitude, 0.010), trunk.on(-0.34, longitude, 0.040)
                pen.tube([a, b], [0.046, 0.058], plate)
                for share in (0.3, 0.6, 0.9):
                    x, y = a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share
                    pen.line([(x - 0.024, y), (x + 0.024, y)], 0.006, outfit.accent)
    else:
        _front_line(pen, trunk, 0, 0.90, 0.22, 0.007, dim(plate, 0.6))
        pen.line(
            [trunk.on(0.22, longitude - trunk.view.yaw + 90, 0.006) for longitude in (-90, -45, 0, 45, 90)],
            0.026,
            rgb("#6a4426"),
        )
