"""Faces of monkeys and apes, turned a little towards us, and what they hold. Drawn in radii of the skull."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

_EYE, _TONGUE = rgb("#241a18"), rgb("#c8606a")


@dataclass(frozen=True, slots=True)
class Primate:
    """Measures in lengths of the trunk from hip to shoulder unless they say otherwise."""

    trunk: float  #: metres
    coat: str
    belly: str
    skin: str  #: of face, hands and feet
    chest: float = 0.6  #: depth
    hips: float = 0.55
    arm: float = 1.1
    leg: float = 1.0
    arm_thick: float = 0.22
    leg_thick: float = 0.25
    head: float = 0.4  #: radius of the skull
    ear: float = 0.4  #: in skulls
    tail: float = 0.0
    fur: float = 0.05
    face: str = "heart"  #: heart, ape, gorilla, orang, dog or lemur
    knuckles: bool = False  #: goes on its knuckles, and drums
    saddle: str = ""  #: colour of a pale back
    cap: str = ""  #: colour of the crown of the head
    blaze: str = ""  #: colour of the ridge of the nose
    rings: str = ""  #: colour of the rings of the tail


def skull_of(m: Primate, neck: Point) -> Point:
    """The middle of the skull over a neck."""
    low = {"gorilla": 0.42, "orang": 0.55, "koala": 0.60, "sloth": 0.35}.get(m.face, 0.78)
    return (neck[0] + 0.36 * m.head, neck[1] - low * m.head)


def mouth_of(m: Primate, shoulder: Point) -> Point:
    """About where the mouth is of one that sits."""
    x, y = skull_of(m, (shoulder[0] + 0.10, shoulder[1]))
    return (x + 0.55 * m.head, y + 0.62 * m.head)


def draw_face(pen: Pen, m: Primate, at: Point, degrees: float, mouth: float, blink: bool) -> None:
    main, skin = rgb(m.coat), rgb(m.skin)
    with pen.turned(at[0], at[1], degrees, m.head):
        _ear(pen, m, (0.86, -0.02), 0.8, dim(main, 0.8), dim(skin, 0.8))
        _skull(pen, m, main)
        _ear(pen, m, (-0.72, 0.04), 1.0, main, skin)
        {"heart": _heart, "ape": _ape, "gorilla": _gorilla, "orang": _orang, "dog": _dog, "lemur": _lemur, "koala": _koala, "sloth": _sloth}[m.face](pen, m, main, skin, mouth, blink)  # fmt: skip


def _ear(pen: Pen, m: Primate, at: Point, wide: float, main: Rgb, skin: Rgb) -> None:
    x, y = at
    e = m.ear
    if m.face == "koala":
        x -= 0.10 * (1 if wide == 1.0 else -1)
        for k in range(11):
            a = 2 * math.pi * k / 11
            pen.tube([(x, y - 0.36), (x + (e + 0.12) * wide * math.cos(a), y - 0.36 + (e + 0.10) * math.sin(a))], [0.30, 0.05], main if k % 2 else tint(main, 0.15))  # fmt: skip
        pen.oval(x, y - 0.36, e * wide, e, main)
        pen.oval(x + 0.02, y - 0.30, 0.66 * e * wide, 0.70 * e, tint(rgb(m.belly), 0.1))
        return
    if m.face == "lemur":
        pen.blob(
            [(x - 0.30 * wide, y - 0.30), (x - 0.1 * wide, y - 0.75 - e), (x + 0.22 * wide, y - 0.42)], rgb(m.belly)
        )
        return
    pen.oval(x, y, e * wide, e * 1.05, mix(main, skin, 0.75))
    pen.oval(x + 0.03, y + 0.02, 0.62 * e * wide, 0.70 * e, dim(skin, 0.80))


def _skull(pen: Pen, m: Primate, main: Rgb) -> None:
    tall = {"gorilla": 1.28, "orang": 1.05, "dog": 0.92}.get(m.face, 1.0)
    outline = [
        (-0.95, 0.10), (-0.86, -0.52), (-0.45, -0.92 * tall), (0.10, -1.02 * tall), (0.62, -0.80 * tall), (0.90, -0.30), (0.92, 0.25), (0.70, 0.72),
        (0.20, 0.98), (-0.45, 0.92), (-0.86, 0.58),
    ]  # fmt: skip
    long = 0.08 + 1.5 * m.fur
    for k in range(13):
        # Hair that stands out at the cheeks and the crown.
        a = 2.2 + 2.9 * k / 12 + (0.25 if k % 2 else 0.0)
        x, y = 0.90 * math.cos(a), 0.95 * tall * math.sin(a) if math.sin(a) < 0 else 0.9 * math.sin(a)
        pen.poly(
            [(x + 0.16 * math.sin(a), y - 0.16 * math.cos(a)), (x - 0.16 * math.sin(a), y + 0.16 * math.cos(a)), (x + long * math.cos(a) - 0.08, y + long * math.sin(a) + 0.10)],
            dim(main, 0.92) if k % 2 else main,
        )  # fmt: skip
    pen.fill(closed(outline), pen.ramp((-0.3, -1.1), (0.3, 1.0), [tint(main, 0.08), main, dim(main, 0.92)]))
    if m.cap:
        pen.blob([(-0.9, -0.3), (-0.5, -0.98), (0.1, -1.08), (0.7, -0.80), (0.62, -0.52), (0.26, -0.36), (-0.2, -0.48)], rgb(m.cap))  # fmt: skip


def _eyes(pen: Pen, near: Point, far: Point, size: float, blink: bool, lid: Rgb, iris: str = "#7a4a24", white: float = 0.0) -> None:  # fmt: skip
    for (x, y), wide in ((near, 1.0), (far, 0.82)):
        if blink:
            pen.line([(x - size * wide, y), (x, y + 0.45 * size), (x + size * wide, y)], 0.30 * size, dim(lid, 0.5))
            continue
        if white:
            pen.oval(x, y, 1.22 * size * wide, 1.14 * size, mix(WHITE, lid, 1 - white))
        pen.oval(x + 0.02, y, 0.95 * size * wide, 1.02 * size, _EYE)
        pen.oval(x + 0.03, y + 0.02, 0.76 * size * wide, 0.82 * size, pen.ramp((x, y - size), (x, y + size), [dim(rgb(iris), 0.5), rgb(iris)]))  # fmt: skip
        pen.dot(x + 0.04, y, 0.44 * size, BLACK)
        pen.dot(x + 0.36 * size * wide, y - 0.36 * size, 0.30 * size, WHITE, 0.95)
        pen.line([(x - size * wide, y - 0.42 * size), (x, y - 1.05 * size), (x + size * wide, y - 0.42 * size)], 0.26 * size, dim(lid, 0.55), 0.8)  # fmt: skip


def _mouth(pen: Pen, x: float, y: float, half: float, mouth: float, skin: Rgb, *, smile: float = 0.10) -> None:
    if mouth > 0.06:
        deep = 0.10 + 0.36 * mouth
        pen.blob([(x - half * 0.85, y - 0.02), (x, y - 0.06), (x + half * 0.9, y - 0.03), (x + half * 0.6, y + deep * 0.8), (x, y + deep), (x - half * 0.6, y + deep * 0.8)], rgb("#4a1c20"))  # fmt: skip
        pen.oval(x + 0.02, y + 0.72 * deep, half * 0.5, 0.30 * deep, _TONGUE)
        pen.line([(x - half * 0.6, y - 0.0), (x + half * 0.65, y - 0.01)], 0.055, rgb("#f4ecd8"))
        return
    pen.line([(x - half, y - smile), (x - 0.3 * half, y + 0.02), (x + 0.4 * half, y + 0.02), (x + half, y - smile)], 0.05, dim(skin, 0.46), 0.9)  # fmt: skip


def _nostrils(pen: Pen, x: float, y: float, apart: float, size: float, skin: Rgb) -> None:
    for side in (-1, 1):
        pen.oval(x + side * apart, y, size, 0.72 * size, dim(skin, 0.34), degrees=18 * side)


def _heart(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """A monkey: a pale heart around large eyes, a round muzzle."""
    face = closed([(0.30, -0.34), (0.02, -0.58), (-0.36, -0.40), (-0.46, 0.02), (-0.26, 0.46), (0.10, 0.86), (0.52, 0.86), (0.86, 0.44), (0.92, 0.0), (0.82, -0.42), (0.56, -0.56)])  # fmt: skip
    pen.fill(face, pen.ramp((0, -0.6), (0, 0.9), [tint(skin, 0.10), skin, dim(skin, 0.95)]))
    pen.oval(0.34, 0.50, 0.48, 0.36, tint(skin, 0.16))
    _eyes(pen, (-0.04, -0.10), (0.58, -0.10), 0.205, blink, skin)
    pen.blob([(0.22, 0.20), (0.34, 0.14), (0.48, 0.20), (0.44, 0.32), (0.26, 0.32)], dim(skin, 0.88))
    _nostrils(pen, 0.35, 0.27, 0.065, 0.042, skin)
    _mouth(pen, 0.36, 0.58, 0.30, mouth, skin)
    for x in (-0.14, 0.72):
        pen.oval(x, 0.26, 0.11, 0.08, rgb("#e08a7c"), 0.35)


def _ape(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """A chimpanzee: a broad pale muzzle under a heavy brow."""
    pen.blob([(0.28, -0.42), (-0.12, -0.54), (-0.46, -0.22), (-0.42, 0.20), (-0.24, 0.62), (0.16, 0.98), (0.66, 0.90), (0.92, 0.50), (0.92, 0.02), (0.80, -0.40)], dim(skin, 0.86))  # fmt: skip
    pen.blob([(-0.24, 0.42), (0.02, 0.14), (0.38, 0.06), (0.74, 0.14), (0.98, 0.44), (0.88, 0.84), (0.44, 1.06), (-0.06, 0.90)], pen.ramp((0, 0.0), (0, 1.0), [tint(skin, 0.16), skin]))  # fmt: skip
    _eyes(pen, (0.00, -0.10), (0.60, -0.10), 0.165, blink, skin, "#8a5a2c")
    pen.tube([(-0.34, -0.22), (0.0, -0.36), (0.30, -0.28), (0.60, -0.36), (0.86, -0.22)], [0.10, 0.15, 0.11, 0.14, 0.08], dim(skin, 0.80))  # fmt: skip
    _nostrils(pen, 0.38, 0.26, 0.09, 0.06, skin)
    pen.line([(0.26, 0.16), (0.38, 0.10), (0.50, 0.16)], 0.03, dim(skin, 0.6), 0.7)
    _mouth(pen, 0.38, 0.68, 0.46, mouth, skin, smile=0.08)


def _gorilla(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """Dark and leathery: deep-set eyes under one great brow, wide nostrils."""
    pen.blob([(0.26, -0.50), (-0.20, -0.56), (-0.52, -0.20), (-0.46, 0.24), (-0.30, 0.66), (0.10, 1.04), (0.70, 0.98), (0.98, 0.56), (0.98, 0.04), (0.84, -0.44)], skin)  # fmt: skip
    pen.blob([(-0.30, 0.50), (-0.06, 0.20), (0.36, 0.12), (0.80, 0.20), (1.06, 0.52), (0.94, 0.94), (0.44, 1.16), (-0.14, 0.98)], pen.ramp((0, 0.1), (0, 1.1), [tint(skin, 0.16), tint(skin, 0.05)]))  # fmt: skip
    _eyes(pen, (-0.02, -0.10), (0.62, -0.10), 0.145, blink, tint(skin, 0.1), "#9a6630")
    pen.tube([(-0.46, -0.16), (-0.06, -0.36), (0.30, -0.30), (0.66, -0.36), (0.96, -0.16)], [0.14, 0.24, 0.18, 0.22, 0.12], tint(skin, 0.08))  # fmt: skip
    pen.blob([(0.10, 0.26), (0.38, 0.02), (0.66, 0.26), (0.60, 0.44), (0.38, 0.38), (0.16, 0.44)], tint(skin, 0.12))
    for side in (-1, 1):
        pen.oval(0.38 + 0.14 * side, 0.32, 0.10, 0.075, dim(skin, 0.28), degrees=24 * side)
    _mouth(pen, 0.38, 0.78, 0.50, mouth, skin, smile=0.03)
    if mouth <= 0.06:
        pen.line([(0.0, 0.93), (0.36, 0.98), (0.74, 0.93)], 0.035, tint(skin, 0.25), 0.5)


def _orang(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """Broad cheeks of an old male, a high forehead, a kind long mouth."""
    pen.blob([(0.24, -0.62), (-0.40, -0.66), (-0.80, -0.10), (-0.72, 0.48), (-0.28, 0.86), (0.36, 0.98), (0.88, 0.80), (1.14, 0.32), (1.10, -0.22), (0.78, -0.62)], dim(skin, 0.86))  # fmt: skip
    pen.blob([(0.28, -0.40), (-0.08, -0.50), (-0.34, -0.18), (-0.26, 0.24), (0.28, 0.42), (0.80, 0.24), (0.88, -0.16), (0.66, -0.48)], skin)  # fmt: skip
    pen.blob([(-0.22, 0.52), (0.02, 0.22), (0.36, 0.14), (0.72, 0.22), (0.92, 0.54), (0.80, 0.90), (0.40, 1.08), (-0.04, 0.92)], pen.ramp((0, 0.1), (0, 1.0), [tint(skin, 0.24), tint(skin, 0.10)]))  # fmt: skip
    _eyes(pen, (0.06, -0.12), (0.56, -0.12), 0.135, blink, skin, "#6a4a2c")
    _nostrils(pen, 0.36, 0.24, 0.07, 0.05, skin)
    _mouth(pen, 0.36, 0.66, 0.42, mouth, skin, smile=0.08)
    for k in range(7):
        pen.tube([(0.02 + 0.11 * k, 0.98 - 0.02 * abs(k - 3)), (0.06 + 0.09 * k, 1.34 - 0.05 * abs(k - 3))], [0.16, 0.02], tint(main, 0.08) if k % 2 else main)  # fmt: skip


def _dog(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """A baboon: a long muzzle like a dog's, a mane of whiskers."""
    for k in range(6):
        pen.tube([(-0.30 - 0.06 * k, -0.5 + 0.24 * k), (-0.92 - 0.02 * k, -0.30 + 0.30 * k)], [0.30, 0.05], tint(main, 0.14) if k % 2 else main)  # fmt: skip
    pen.blob([(0.10, -0.36), (-0.22, -0.30), (-0.20, 0.24), (0.20, 0.62), (0.80, 0.72), (1.26, 0.62), (1.36, 0.30), (1.12, 0.08), (0.72, -0.20), (0.46, -0.42)], skin)  # fmt: skip
    if m.blaze:
        pen.blob([(0.40, -0.26), (0.56, -0.28), (1.20, 0.12), (1.36, 0.32), (1.22, 0.42), (0.84, 0.20)], rgb(m.blaze))
        for k in range(3):
            pen.line(
                [(0.34 + 0.12 * k, 0.12 + 0.07 * k), (0.86 + 0.10 * k, 0.34 + 0.06 * k)], 0.05, tint(skin, 0.4), 0.7
            )
    _eyes(pen, (0.14, -0.14), (0.62, -0.18), 0.13, blink, skin, "#b0742c")
    pen.tube([(-0.14, -0.26), (0.16, -0.38), (0.46, -0.34), (0.72, -0.36)], [0.10, 0.16, 0.14, 0.08], dim(mix(main, skin, 0.5), 0.9))  # fmt: skip
    for y in (0.26, 0.34):
        pen.oval(1.26, y, 0.05, 0.035, dim(skin, 0.35))
    if mouth > 0.06:
        pen.blob([(0.50, 0.50), (1.22, 0.52), (1.10, 0.62 + 0.34 * mouth), (0.62, 0.60 + 0.22 * mouth)], rgb("#4a1c20"))
        pen.poly([(1.02, 0.52), (1.12, 0.52), (1.07, 0.70)], rgb("#f4ecd8"))
    else:
        pen.line([(0.52, 0.48), (0.86, 0.56), (1.22, 0.50)], 0.05, dim(skin, 0.45), 0.9)


def _lemur(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """A white mask, black rings around amber eyes, a small dark snout."""
    dark = rgb("#2a272b")
    pen.blob([(0.28, -0.62), (-0.40, -0.40), (-0.58, 0.16), (-0.16, 0.72), (0.36, 0.90), (0.82, 0.60), (0.98, 0.04), (0.80, -0.44)], skin)  # fmt: skip
    pen.oval(-0.02, -0.10, 0.30, 0.33, dark, degrees=14)
    pen.oval(0.62, -0.10, 0.25, 0.32, dark, degrees=-14)
    _eyes(pen, (-0.01, -0.10), (0.62, -0.10), 0.19, blink, dark, "#e8962a")
    pen.blob([(0.20, 0.06), (0.44, 0.02), (0.66, 0.30), (0.62, 0.62), (0.34, 0.72), (0.16, 0.46)], tint(skin, 0.2))
    pen.blob([(0.36, 0.30), (0.62, 0.28), (0.66, 0.44), (0.50, 0.54), (0.36, 0.46)], dark)
    _mouth(pen, 0.46, 0.64, 0.20, mouth, skin, smile=0.06)


def _koala(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """A broad head, small eyes, one great dark nose."""
    pen.blob([(0.30, 0.30), (-0.12, 0.40), (-0.30, 0.74), (0.22, 0.98), (0.76, 0.78), (0.84, 0.44)], rgb(m.belly), 0.9)
    _eyes(pen, (-0.08, -0.08), (0.70, -0.08), 0.135, blink, main, "#6a4426")
    pen.blob([(0.18, -0.06), (0.36, -0.18), (0.54, -0.06), (0.60, 0.30), (0.46, 0.46), (0.26, 0.46), (0.12, 0.30)], pen.ramp((0, -0.2), (0, 0.5), [rgb("#55505a"), rgb("#2a262c")]))  # fmt: skip
    for side in (-1, 1):
        pen.oval(0.36 + 0.10 * side, 0.32, 0.05, 0.07, BLACK, 0.7)
    _mouth(pen, 0.36, 0.64, 0.22, mouth, skin, smile=0.06)
    for x in (-0.30, 0.84):
        pen.oval(x, 0.28, 0.13, 0.09, rgb("#e08a7c"), 0.35)


def _sloth(pen: Pen, m: Primate, main: Rgb, skin: Rgb, mouth: float, blink: bool) -> None:
    """A pale round face, dark streaks out of the eyes, a smile."""
    pen.blob([(0.30, -0.60), (-0.26, -0.52), (-0.52, -0.02), (-0.34, 0.58), (0.24, 0.84), (0.78, 0.62), (0.96, 0.02), (0.76, -0.50)], skin)  # fmt: skip
    dark = dim(rgb("#5a4434"), 0.9)
    pen.blob([(0.10, -0.16), (-0.06, -0.24), (-0.30, -0.10), (-0.58, 0.30), (-0.30, 0.22), (0.02, 0.08)], dark)
    pen.blob([(0.54, -0.16), (0.72, -0.24), (0.92, -0.06), (1.00, 0.26), (0.84, 0.20), (0.62, 0.06)], dark)
    _eyes(pen, (-0.06, -0.08), (0.68, -0.08), 0.135, blink, dark, "#4a3426")
    pen.blob([(0.16, 0.10), (0.34, 0.04), (0.52, 0.10), (0.50, 0.28), (0.34, 0.34), (0.18, 0.28)], rgb("#3a2c28"))
    pen.dot(0.28, 0.12, 0.05, WHITE, 0.5)
    _mouth(pen, 0.34, 0.50, 0.34, mouth, skin, smile=0.14)


# --- what they hold -------------------------------------------------------------------------------------------------


def branch(pen: Pen, grip: Point) -> None:
    """The bough that a hand hangs from."""
    x, y = grip
    bark, leaf = rgb("#6e5138"), rgb("#5f9440")
    with pen.part(puff=0.8, shade=0.0):
        pen.tube([(x - 1.75, y + 0.16), (x - 0.8, y + 0.02), (x, y), (x + 0.9, y - 0.06), (x + 2.1, y - 0.20)], [0.20, 0.17, 0.16, 0.13, 0.06], bark)  # fmt: skip
        for k in range(9):
            pen.line([(x - 1.5 + 0.36 * k, y + 0.07 - 0.04 * k), (x - 1.3 + 0.36 * k, y + 0.05 - 0.04 * k)], 0.02, dim(bark, 0.7), 0.7)  # fmt: skip
    with pen.part(puff=0.5, shade=0.15):
        for k in range(9):
            at, turn = (x - 1.35 + 0.40 * k, y + 0.06 - 0.045 * k), (40, 150, 100, 20, 130)[k % 5]
            with pen.turned(at[0], at[1], turn - 90 if k % 2 else turn):
                pen.blob(
                    [(0.02, 0), (0.14, -0.09), (0.36, 0.0), (0.14, 0.09)], tint(leaf, 0.1) if k % 2 else dim(leaf, 0.88)
                )


def trunk(pen: Pen, x: float) -> None:
    """A smooth gum tree up out of the ground, forking into tufts of leaves."""
    bark, leaf = rgb("#a8978a"), rgb("#6f9468")
    ground = skia.Path()
    ground.addRect(skia.Rect.MakeLTRB(-9.0, -9.0, 9.0, 0.05))
    with pen.part(puff=0.9, shade=0.0), pen.within(ground):
        pen.tube([(x + 0.06, -0.04), (x, -0.9), (x + 0.04, -2.0), (x + 0.14, -2.9)], [0.70, 0.58, 0.50, 0.30], pen.ramp((x - 0.3, 0), (x + 0.3, 0), [tint(bark, 0.14), bark, dim(bark, 0.84)]))  # fmt: skip
        pen.blob([(x - 0.50, 0.08), (x - 0.34, -0.16), (x, -0.30), (x + 0.42, -0.16), (x + 0.60, 0.08), (x + 0.3, 0.10), (x - 0.2, 0.10)], dim(bark, 0.95))  # fmt: skip
        pen.tube([(x + 0.05, -2.1), (x - 0.5, -2.7), (x - 1.0, -3.05)], [0.26, 0.17, 0.07], bark)
        pen.tube([(x + 0.05, -1.7), (x + 0.7, -2.3), (x + 1.3, -2.6)], [0.26, 0.17, 0.07], bark)
        for k in range(6):
            left = x - 0.14 + 0.2 * (k % 2)
            y = -0.2 - 0.36 * k
            pen.blob([(left, y), (left + 0.14, y - 0.05), (left + 0.16, y + 0.20), (left + 0.04, y + 0.26)], dim(bark, 0.84), 0.6)  # fmt: skip
    for row in range(3):
        with pen.part(puff=0.5, shade=0.2):
            for k in range(row, 90, 3):
                cx, cy = ((x - 1.05, -3.05), (x + 1.30, -2.62), (x + 0.15, -3.1), (x - 0.45, -2.95), (x + 0.75, -2.9))[
                    k % 5
                ]
                far = 0.10 + 0.42 * ((k * 0.618) % 1)
                at = (cx + 1.25 * far * math.cos(2.4 * k), cy + 0.72 * far * math.sin(2.4 * k))
                with pen.turned(*at, 70 + 60 * math.sin(1.7 * k)):
                    pen.blob([(0.0, 0.0), (0.12, -0.07), (0.42, 0.02), (0.14, 0.08)], tint(leaf, 0.16) if k % 4 == 0 else dim(leaf, 0.80 + 0.07 * (k % 3)))  # fmt: skip


def food(pen: Pen, hand: Point, what: str) -> None:
    x, y = hand
    if what == "leaf":
        with pen.part(puff=0.5, shade=0.2), pen.turned(x, y, -50):
            pen.tube([(-0.30, 0.04), (0.36, 0.0)], [0.03, 0.02], rgb("#7a8a4c"))
            for k in range(6):
                with pen.turned(-0.06 + 0.08 * k, 0.0, 42 if k % 2 else -42):
                    pen.blob([(0, 0), (0.10, -0.06), (0.26, 0.0), (0.10, 0.06)], rgb("#6fa044"))
        return
    if what == "apple":
        with pen.part(puff=0.9, shade=0.2):
            pen.dot(x + 0.06, y - 0.10, 0.17, rgb("#d23a32"))
            pen.line([(x + 0.06, y - 0.25), (x + 0.10, y - 0.34)], 0.03, rgb("#5a3c20"))
        return
    with pen.part(puff=0.9, shade=0.2), pen.turned(x + 0.02, y - 0.02, -14):
        # Half peeled: the flesh towards the mouth, the skin hanging down around the hand.
        pen.tube([(0.02, 0.28), (0.05, 0.02), (-0.02, -0.26)], [0.10, 0.17, 0.11], rgb("#f7edc4"))
        pen.tube([(0.03, 0.30), (0.06, 0.10), (0.04, -0.06)], [0.10, 0.18, 0.17], rgb("#f0c832"))
        for dx, dy in ((-0.20, 0.10), (0.24, 0.06), (0.10, 0.16)):
            pen.tube([(0.04, -0.06), (0.04 + 0.6 * dx, -0.02), (0.04 + dx, dy)], [0.12, 0.10, 0.02], rgb("#e6b92a"))
