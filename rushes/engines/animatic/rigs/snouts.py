"""Faces of small round animals, turned a little towards us. Drawn in radii of the head."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point

_PINK = rgb("#e09a92")


@dataclass(frozen=True, slots=True)
class Critter:
    """Measures in heights from the ground to the back unless they say otherwise."""

    height: float  #: metres, larger than life
    coat: str
    belly: str
    words: tuple[str, ...]
    long: float = 0.8  #: half the length of the trunk
    low: float = 1.0  #: height of the back
    head: float = 0.32  #: radius
    ear: float = 0.3  #: in heads
    snout: str = "small"  #: small, pointed, blunt or bill
    fur: float = 0.05
    pelt: str = ""  #: spines, bands, scales or patches
    pelt_colour: str = "#4a3a30"
    tail: str = "bob"  #: bob, paddle, whip, scaled or none
    foot: str = ""  #: colour of the feet
    cheeks: bool = False
    teeth: bool = False
    whiskers: bool = False
    tiny_eyes: bool = False
    feeds: str = "nut"
    under: str = ""  #: colour of legs and belly, when it is not the face's
    mark: str = ""  #: on the face: mask, panda or stripes
    mark_colour: str = "#26242a"

    @property
    def sits(self) -> bool:
        """Does it sit up on its hind legs?"""
        return self.snout != "bill" and self.pelt not in ("bands", "scales", "shell")


def draw_face(
    pen: Pen, c: Critter, main: Rgb, belly: Rgb, at: Point, degrees: float, moment: Moment, blink: bool
) -> None:
    with pen.turned(at[0], at[1], degrees, c.head):
        plated = c.pelt in ("bands", "scales", "shell")
        skin = mix(main, belly, 0.85 if c.mark == "stripes" else 0.35 if c.pelt == "spines" else 0.0)
        if c.ear:
            _ear(pen, c, (0.52, -0.78), 0.75, dim(skin, 0.76))
        if c.snout == "bill":
            _bill(pen, moment.mouth)
        if c.snout == "pointed" and moment.mouth > 0.05:
            with pen.turned(0.5, 0.46, 18 * moment.mouth):
                pen.blob([(0.0, -0.04), (0.60, -0.10), (0.72, -0.02), (0.40, 0.16), (0.0, 0.18)], mix(skin, belly, 0.5))
        long = {"pointed": 1.62, "blunt": 1.22, "bill": 1.05, "broad": 1.42, "short": 1.34, "beak": 1.24}.get(
            c.snout, 1.06
        )
        if c.cheeks:
            pen.oval(0.10, 0.42, 0.92, 0.56, belly)
        tip = 0.24 if c.snout == "pointed" else 0.18
        pen.blob(
            [(-0.98, 0.10), (-0.84, -0.58), (-0.26, -0.98), (0.40, -0.86), (0.80, -0.40), (long - 0.22, tip - 0.26), (long, tip), (long - 0.10, tip + 0.26), (0.78, 0.62), (0.20, 0.88), (-0.48, 0.82), (-0.88, 0.56)],
            pen.ramp((0, -1), (0, 0.9), [tint(skin, 0.10), skin, mix(skin, belly, 0.35)]),
        )  # fmt: skip
        if c.snout == "broad":
            pen.blob(
                [(0.5, -0.34), (1.0, -0.26), (1.44, -0.14), (1.52, 0.24), (1.40, 0.62), (0.9, 0.78), (0.4, 0.7)],
                pen.ramp((0.6, -0.3), (0.6, 0.8), [tint(skin, 0.06), dim(skin, 0.9)]),
            )
        elif not plated and c.snout != "bill" and c.mark != "stripes":
            pen.blob([(long - 0.06, tip - 0.04), (0.92, tip - 0.10), (0.48, 0.14), (0.02, 0.34), (-0.26, 0.70), (0.26, 0.92), (0.80, 0.66), (long - 0.12, tip + 0.28)], belly, 0.9)  # fmt: skip
        if c.mark:
            _marks(pen, c, long, tip)
        if c.pelt == "patches":
            pen.blob([(0.36, -0.94), (0.62, -0.76), (0.76, -0.2), (1.0, 0.16), (0.70, 0.4), (0.44, 0.0), (0.30, -0.5)], rgb(c.pelt_colour))  # fmt: skip
        if plated:
            for k in range(8):
                pen.oval(
                    -0.5 + 0.9 * ((k * 0.618) % 1), -0.75 + 0.7 * ((k * 0.755) % 1), 0.11, 0.08, dim(skin, 0.8), 0.7
                )
        if c.ear:
            _ear(pen, c, (-0.38, -0.80), 1.0, skin)
        _nose(pen, c, long, tip, moment.mouth, skin)
        size = (
            0.10
            if c.tiny_eyes
            else 0.15
            if c.snout == "broad" or c.mark == "stripes"
            else 0.225
            if c.snout != "pointed"
            else 0.20
        )
        far = 0.76 if c.snout != "pointed" else 0.74
        for x, y, wide in ((0.26, -0.22, 1.0), (far, -0.26, 0.62)):
            if blink:
                pen.line(
                    [(x - size * wide, y), (x, y + 0.45 * size), (x + size * wide, y)], 0.30 * size, dim(skin, 0.36)
                )
                continue
            pen.oval(x, y, size * wide, 1.08 * size, BLACK)
            pen.oval(
                x + 0.01,
                y + 0.03,
                0.78 * size * wide,
                0.82 * size,
                pen.ramp((x, y - size), (x, y + size), [BLACK, rgb("#5a3a28")]),
            )
            pen.dot(x + 0.32 * size * wide, y - 0.38 * size, 0.30 * size, WHITE, 0.95)
            pen.dot(x - 0.26 * size * wide, y + 0.42 * size, 0.13 * size, WHITE, 0.5)
        if c.snout != "bill" and not plated:
            pen.oval(0.30, 0.30, 0.17, 0.11, _PINK, 0.40)


def _marks(pen: Pen, c: Critter, long: float, tip: float) -> None:
    dark, pale = rgb(c.mark_colour), rgb(c.belly)
    if c.mark == "mask":
        pen.blob([(0.50, -0.50), (0.12, -0.58), (-0.26, -0.34), (-0.64, 0.12), (-0.30, 0.26), (0.18, 0.18), (0.56, 0.06), (0.90, 0.02), (1.0, -0.20), (0.86, -0.44)], dark)  # fmt: skip
        pen.line([(-0.34, -0.50), (0.02, -0.72), (0.44, -0.70)], 0.14, tint(pale, 0.2))
        pen.line([(0.62, -0.66), (0.84, -0.56)], 0.11, tint(pale, 0.2))
        pen.blob(
            [(0.56, -0.46), (0.68, -0.46), (long - 0.12, tip - 0.10), (long - 0.16, tip + 0.04), (0.60, 0.0)],
            dim(dark, 1.3),
            0.55,
        )
    elif c.mark == "panda":
        pen.blob([(-0.30, 0.20), (-0.60, 0.34), (-0.44, 0.66), (0.0, 0.78), (0.20, 0.44)], tint(pale, 0.4))
        for x, wide in ((0.12, 0.22), (0.80, 0.13)):
            pen.oval(x, -0.56, wide, 0.12, tint(pale, 0.4))
        pen.blob(
            [(0.16, -0.04), (0.30, 0.02), (0.22, 0.36), (0.04, 0.66), (-0.08, 0.44)],
            mix(dark, rgb("#7a2c18"), 0.6),
            0.8,
        )
    elif c.mark == "stripes":
        for points in (
            [(-0.80, -0.36), (-0.1, -0.34), (0.5, -0.16), (long - 0.12, tip - 0.02)],
            [(0.30, -0.86), (0.66, -0.62), (0.86, -0.28), (long - 0.06, tip - 0.12)],
        ):
            pen.tube(points, [0.34, 0.36, 0.26, 0.10] if points[0][0] < 0 else [0.16, 0.2, 0.16, 0.08], dark)


def _ear(pen: Pen, c: Critter, at: Point, wide: float, hue: Rgb) -> None:
    x, y = at
    e = c.ear / 0.32 * 0.34
    if c.mark == "panda":
        pen.blob(
            [
                (x - 0.30 * wide, y + 0.20),
                (x - 0.30 * wide, y - 0.30),
                (x + 0.02, y - 0.62),
                (x + 0.32 * wide, y - 0.20),
                (x + 0.30 * wide, y + 0.2),
            ],
            rgb(c.belly),
        )
        pen.blob(
            [
                (x - 0.14 * wide, y + 0.14),
                (x - 0.14 * wide, y - 0.20),
                (x + 0.02, y - 0.42),
                (x + 0.16 * wide, y - 0.14),
                (x + 0.14 * wide, y + 0.14),
            ],
            mix(hue, rgb(c.mark_colour), 0.6),
        )
        return
    if c.pelt == "bands":
        pen.blob([(x - 0.16 * wide, y + 0.10), (x - 0.22 * wide, y - 0.6 * e), (x + 0.02, y - 1.15 * e), (x + 0.20 * wide, y - 0.5 * e), (x + 0.16 * wide, y + 0.1)], hue)  # fmt: skip
        pen.oval(x, y - 0.45 * e, 0.10 * wide, 0.34 * e, mix(hue, _PINK, 0.6))
        return
    pen.oval(x, y, e * wide, e, hue)
    pen.oval(x + 0.02, y + 0.03, 0.62 * e * wide, 0.66 * e, mix(hue, _PINK, 0.7))


def _nose(pen: Pen, c: Critter, long: float, tip: float, mouth: float, skin: Rgb) -> None:
    if c.snout == "bill":
        return
    if c.snout == "beak":
        pen.dot(long - 0.10, tip - 0.06, 0.035, dim(skin, 0.4))
        pen.line(
            [(long - 0.02, tip + 0.10), (0.86, tip + 0.26), (0.50, tip + 0.16)],
            0.05 + 0.2 * mouth,
            dim(skin, 0.42),
            0.9,
        )
        return
    nose = _PINK if c.snout == "small" or c.tiny_eyes or c.tail == "string" else rgb("#2a2224")
    size = 0.13 if c.snout != "blunt" else 0.17
    pen.oval(long - 0.06, tip - 0.02, size, 0.8 * size, nose)
    pen.dot(long - 0.03, tip - 0.06, 0.3 * size, WHITE, 0.6)
    x, y = long - 0.16, tip + 0.20
    if mouth > 0.05 and c.snout != "pointed":
        pen.blob([(x - 0.26, y), (x + 0.10, y), (x + 0.06, y + 0.10 + 0.26 * mouth), (x - 0.18, y + 0.10 + 0.26 * mouth)], rgb("#6a2830"))  # fmt: skip
    elif mouth <= 0.05:
        pen.line(
            [(long - 0.08, tip + 0.08), (x, y), (x - 0.18, y + 0.10), (x - 0.34, y + 0.06)], 0.05, dim(skin, 0.42), 0.85
        )
    if c.teeth:
        pen.box(x - 0.08, y + 0.02, x + 0.03, y + 0.24, rgb("#f2e2b8"), round=0.03)
        pen.box(x + 0.04, y + 0.02, x + 0.14, y + 0.22, rgb("#f2e2b8"), round=0.03)
    if c.whiskers or c.snout == "small":
        for k in range(3):
            pen.line([(x - 0.06, y - 0.10 + 0.06 * k), (x - 0.42, y - 0.06 + 0.14 * k), (x - 0.80, y - 0.02 + 0.24 * k)], 0.020, tint(skin, 0.75), 0.8)  # fmt: skip


def _bill(pen: Pen, mouth: float) -> None:
    hue = rgb("#56606a")
    with pen.turned(0.6, 0.36, 14 * mouth):
        pen.blob([(0.0, -0.02), (0.8, 0.0), (1.34, 0.02), (1.38, 0.12), (0.8, 0.20), (0.0, 0.16)], dim(hue, 0.8))
    pen.blob([(0.40, -0.06), (0.86, 0.02), (1.36, 0.08), (1.92, 0.10), (2.06, 0.22), (1.88, 0.34), (1.2, 0.40), (0.5, 0.44)], pen.ramp((0, 0), (0, 0.42), [tint(hue, 0.2), hue]))  # fmt: skip
    for x in (1.60, 1.72):
        pen.oval(x, 0.15, 0.035, 0.022, dim(hue, 0.45))
