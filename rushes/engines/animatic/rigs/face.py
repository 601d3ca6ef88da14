"""Faces, hair and hats of people. Drawn in head radii around the middle of the head, looking right and a little at us."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.wardrobe import Outfit

_INK = rgb("#231a1e")


def draw_face(pen: Pen, outfit: Outfit, neck: Point, nod: float, moment: Moment, asleep: bool, flow: float) -> None:
    radius = outfit.head
    with pen.turned(neck[0], neck[1], nod):
        pen.canvas.translate(0.012, -0.88 * radius)
        pen.canvas.scale(radius, radius)
        _KINDS[outfit.kind](pen, outfit, moment, asleep, flow)


def _human(pen: Pen, outfit: Outfit, moment: Moment, asleep: bool, flow: float) -> None:
    skin, hair = outfit.skin, outfit.hair
    _hair_behind(pen, outfit, flow)
    face = closed([(-0.92, -0.1), (-0.62, -0.82), (0.12, -1.0), (0.78, -0.66), (0.93, -0.02), (0.86, 0.45), (0.48, 0.90), (0.0, 0.98), (-0.58, 0.74)])  # fmt: skip
    pen.fill(face, pen.ramp((0, -0.8), (0, 1), [skin, skin, dim(skin, 0.93)]))
    pen.oval(-0.30, 0.10, 0.16, 0.22, dim(skin, 0.92))
    pen.oval(-0.29, 0.11, 0.08, 0.12, dim(skin, 0.78))
    pen.oval(0.10, 0.38, 0.21, 0.15, mix(skin, rgb("#e8605a"), 0.45), 0.55)
    _eyes(pen, outfit, moment.blink or asleep)
    pen.oval(0.60, 0.18, 0.145, 0.115, mix(dim(skin, 0.97), rgb("#e07a6a"), 0.22))
    _mouth(pen, outfit, moment.mouth)
    if outfit.beard:
        puff = 1.28 if outfit.hat in ("santa", "wizard") else 1.06
        long = 1.9 if outfit.hat == "wizard" else puff
        pen.blob(
            [
                (-0.42, 0.25),
                (-0.05, 0.46),
                (0.35, 0.42),
                (0.86, 0.42),
                (0.95, 0.75),
                (0.62, long),
                (0.20, 1.05 * puff),
                (-0.35, 0.8),
            ],
            hair,
        )
        pen.oval(0.52, 0.64, 0.13 + 0.04 * moment.mouth, 0.045 + 0.11 * moment.mouth, dim(rgb("#a83c40"), 0.8))
        pen.tube([(0.22, 0.50), (0.54, 0.40), (0.86, 0.50)], [0.08, 0.20, 0.06], tint(hair, 0.12))
    _hair_over(pen, outfit, flow)
    if outfit.glasses:
        for x in (0.25, 0.72):
            pen.line(
                [(x + 0.20 * math.cos(a), -0.08 + 0.20 * math.sin(a)) for a in (k * math.pi / 6 for k in range(13))],
                0.05,
                rgb("#3a3034"),
            )
        pen.line([(0.05, -0.10), (-0.30, -0.06)], 0.05, rgb("#3a3034"))
    _hat(pen, outfit)


def _eyes(pen: Pen, outfit: Outfit, shut: bool) -> None:
    brow = mix(outfit.hair, _INK, 0.3) if lightness(outfit.hair) < 0.75 else dim(outfit.hair, 0.75)
    for x, wide in ((0.22, 1.0), (0.69, 0.80)):
        if shut:
            pen.line([(x - 0.14 * wide, -0.06), (x, 0.02), (x + 0.14 * wide, -0.06)], 0.055, _INK)
        else:
            pen.oval(x, -0.08, 0.125 * wide, 0.175, WHITE)
            pen.oval(x + 0.03, -0.07, 0.095 * wide, 0.145, _INK)
            pen.dot(x + 0.06, -0.13, 0.042, WHITE)
        # Outer ends low, inner ends high: a friendly face.
        outer = -1 if x < 0.5 else 1
        brow_line = [(x + 0.17 * wide * outer, -0.35), (x, -0.425), (x - 0.15 * wide * outer, -0.415)]
        pen.line(brow_line, 0.055, brow, 0.9)


def _mouth(pen: Pen, outfit: Outfit, open_: float) -> None:
    lip = mix(outfit.skin, rgb("#a83c40"), 0.65)
    if open_ == 0:
        pen.line([(0.24, 0.50), (0.45, 0.63), (0.68, 0.53)], 0.06, lip)
        return
    pen.oval(0.47, 0.58, 0.17 - 0.03 * open_, 0.05 + 0.17 * open_, rgb("#5c1c22"))
    pen.oval(0.47, 0.60 + 0.11 * open_, 0.10, 0.02 + 0.06 * open_, rgb("#d8606a"))


def _hair_behind(pen: Pen, outfit: Outfit, flow: float) -> None:
    hair, style = dim(outfit.hair, 0.85), outfit.hair_style
    sway = 0.14 * flow
    if style == "long":
        pen.blob(
            [
                (0.1, -0.9),
                (-0.85, -0.75),
                (-1.12, 0.1),
                (-1.16 + sway, 1.1),
                (-0.98 + sway, 1.75),
                (-0.42 + sway * 0.7, 1.8),
                (-0.05, 1.1),
                (0.1, 0.2),
            ],
            hair,
        )
    elif style == "tail":
        pen.tube(
            [(-0.72, -0.45), (-1.35 + sway * 0.3, -0.35), (-1.55 + sway, 0.4), (-1.40 + sway * 2, 1.15)],
            [0.35, 0.50, 0.46, 0.10],
            hair,
        )
    elif style == "bun":
        pen.dot(-0.82, -0.62, 0.44, hair)
    elif style == "bob":
        pen.blob(
            [(0.1, -0.9), (-0.9, -0.75), (-1.14, 0.1), (-1.06 + sway, 0.78), (-0.55 + sway, 0.95), (-0.1, 0.6)], hair
        )


def _hair_over(pen: Pen, outfit: Outfit, flow: float) -> None:
    hair, style = outfit.hair, outfit.hair_style
    fill = pen.ramp((0, -1.15), (0, 0.6), [tint(hair, 0.16), hair])
    if style == "bald":
        pen.blob([(-0.35, -0.22), (-0.78, -0.55), (-1.0, -0.1), (-0.92, 0.45), (-0.62, 0.62), (-0.45, 0.15)], fill)
        return
    if style == "curly":
        for k in range(11):
            a = math.pi * (0.62 + 0.105 * k)
            pen.dot(-0.10 + 0.88 * math.cos(a), -0.18 + 0.86 * math.sin(a), 0.36, hair if k % 2 else tint(hair, 0.07))
        pen.dot(-0.8, 0.28, 0.3, hair)
        pen.blob(
            [(0.75, -0.68), (0.2, -1.1), (-0.7, -0.8), (-0.95, 0.0), (-0.55, 0.1), (-0.35, -0.45), (0.3, -0.6)], hair
        )
        return
    if style == "short":
        pen.blob([(0.88, -0.50), (0.62, -1.02), (-0.05, -1.22), (-0.75, -0.98), (-1.04, -0.25), (-0.96, 0.38), (-0.66, 0.55), (-0.52, 0.05), (-0.38, -0.34), (0.1, -0.56), (0.5, -0.62)], fill)  # fmt: skip
        return
    pen.blob([(0.90, -0.42), (0.70, -0.98), (0.05, -1.20), (-0.68, -1.02), (-1.04, -0.35), (-1.02, 0.35), (-0.66, 0.62), (-0.46, 0.08), (-0.20, -0.42), (0.25, -0.66), (0.55, -0.60)], fill)  # fmt: skip
    if style in ("long", "bob"):
        end = 1.15 if style == "long" else 0.78
        pen.tube([(-0.55, -0.5), (-0.72, 0.2), (-0.62 + 0.08 * flow, end)], [0.55, 0.50, 0.20], hair)


def _hat(pen: Pen, outfit: Outfit) -> None:
    hat, hue = outfit.hat, outfit.accent
    if not hat:
        return
    down = pen.ramp((0, -2.0), (0, -0.4), [tint(hue, 0.12), dim(hue, 0.8)])
    if hat in ("fedora", "cowboy", "straw"):
        hue = rgb("#e0c070") if hat == "straw" else hue
        down = pen.ramp((0, -1.7), (0, -0.4), [tint(hue, 0.12), dim(hue, 0.78)])
        wide = {"fedora": 1.45, "cowboy": 1.75, "straw": 1.85}[hat]
        lift = 0.22 if hat == "cowboy" else -0.04
        pen.blob(
            [(-0.85, -0.62), (-0.75, -1.35), (-0.35, -1.62), (0.0, -1.5), (0.4, -1.62), (0.80, -1.3), (0.88, -0.62)],
            down,
        )
        pen.blob([(-wide, -0.62 - lift), (0.0, -0.86), (wide, -0.60 - lift), (0.05, -0.40)], dim(hue, 0.92))
        pen.tube([(-0.86, -0.80), (0.0, -0.70), (0.88, -0.80)], [0.20, 0.20, 0.20], dim(hue, 0.45))
    elif hat in ("cap", "beanie", "hood"):
        if hat == "hood":
            pen.blob([(0.75, -0.8), (0.0, -1.2), (-0.9, -0.85), (-1.1, 0.2), (-0.7, 1.0), (0.2, 1.05), (0.9, 0.75), (0.98, 0.28), (0.2, 0.2), (-0.1, -0.1), (0.2, -0.42), (0.95, -0.36)], hue)  # fmt: skip
            return
        pen.blob([(-1.02, -0.32), (-0.85, -1.05), (-0.1, -1.35), (0.65, -1.08), (0.92, -0.45), (0.0, -0.42)], down)
        if hat == "cap":
            pen.blob([(0.55, -0.62), (1.15, -0.55), (1.55, -0.36), (0.9, -0.36), (0.45, -0.40)], dim(hue, 0.8))
        else:
            pen.tube([(-1.0, -0.36), (0.0, -0.46), (0.92, -0.42)], [0.28, 0.28, 0.28], tint(hue, 0.18))
            pen.dot(-0.12, -1.42, 0.24, tint(hue, 0.3))
    elif hat == "top":
        pen.poly([(-0.75, -0.62), (-0.82, -2.0), (0.82, -2.0), (0.75, -0.62)], dim(rgb("#2a262c"), 1.0))
        pen.oval(0, -0.62, 1.3, 0.17, rgb("#2a262c"))
        pen.tube([(-0.76, -0.85), (0.76, -0.85)], [0.2, 0.2], hue)
    elif hat == "crown":
        gold = rgb("#f2c650")
        pen.poly(
            [(-0.8, -0.60), (-0.92, -1.45), (-0.45, -1.05), (-0.02, -1.6), (0.42, -1.05), (0.88, -1.42), (0.80, -0.58)],
            gold,
        )
        for x in (-0.9, -0.02, 0.86):
            pen.dot(x, -1.5, 0.13, rgb("#e8485c"))
    elif hat == "chef":
        for x, y, r in ((-0.6, -1.45, 0.52), (0.0, -1.7, 0.6), (0.58, -1.42, 0.5)):
            pen.dot(x, y, r, WHITE)
        pen.poly([(-0.85, -0.55), (-0.85, -1.4), (0.85, -1.4), (0.85, -0.55)], rgb("#f0eeea"))
    elif hat in ("wizard", "witch"):
        pen.blob(
            [(-0.95, -0.6), (-0.6, -1.6), (-0.75, -2.9), (-0.05, -2.2), (0.6, -1.3), (0.92, -0.6)],
            dim(outfit.top, 0.95),
            tight=0.7,
        )
        pen.blob([(-1.7, -0.48), (0.0, -0.86), (1.65, -0.46), (0.0, -0.34)], dim(outfit.top, 0.85))
        pen.tube([(-0.86, -0.78), (0.0, -0.72), (0.88, -0.76)], [0.22, 0.22, 0.22], outfit.accent)
        if hat == "wizard":
            for x, y in ((-0.3, -1.3), (0.25, -1.15), (-0.35, -2.0)):
                pen.dot(x, y, 0.10, outfit.accent)
    elif hat == "pirate":
        pen.blob(
            [(-1.5, -0.9), (-0.6, -1.2), (0.0, -1.75), (0.6, -1.2), (1.5, -0.9), (0.7, -0.5), (-0.7, -0.5)],
            rgb("#26242c"),
        )
        pen.dot(0.1, -1.05, 0.2, WHITE)
    elif hat == "santa":
        pen.blob([(0.85, -0.6), (0.3, -1.45), (-0.6, -1.6), (-1.4, -0.9), (-1.5, -0.2), (-0.95, -0.6)], hue)
        pen.dot(-1.48, -0.1, 0.27, WHITE)
        pen.tube([(-1.0, -0.45), (0.0, -0.58), (0.95, -0.5)], [0.36, 0.36, 0.36], WHITE)
    elif hat in ("helmet", "sou"):
        pen.blob([(-1.35, -0.2), (-0.95, -0.95), (-0.1, -1.35), (0.7, -1.05), (1.25, -0.5), (0.0, -0.55)], down)
        pen.oval(0.55, -0.78, 0.2, 0.24, rgb("#f2c650") if hat == "helmet" else dim(hue, 0.9))


def _astronaut(pen: Pen, outfit: Outfit, moment: Moment, asleep: bool, flow: float) -> None:
    shell = outfit.top
    pen.dot(-0.05, -0.02, 1.18, pen.ramp((-1, -1), (0.8, 1), [tint(shell, 0.3), dim(shell, 0.9)]))
    visor = closed(
        [
            (-0.30, -0.55),
            (0.25, -0.80),
            (0.92, -0.55),
            (1.12, 0.0),
            (0.92, 0.55),
            (0.25, 0.72),
            (-0.30, 0.46),
            (-0.48, -0.05),
        ]
    )
    pen.fill(visor, rgb("#1a2036"))
    with pen.within(visor):
        pen.oval(0.46, 0.12, 0.55, 0.62, mix(outfit.skin, rgb("#1a2036"), 0.12))
        pen.oval(0.40, -0.48, 0.62, 0.26, mix(outfit.hair, rgb("#1a2036"), 0.2))
        _eyes(pen, outfit, moment.blink or asleep)
        _mouth(pen, outfit, moment.mouth)
        pen.blob([(-0.5, -0.9), (0.5, -0.9), (0.1, -0.35), (-0.25, 0.5), (-0.6, 0.5)], rgb("#f7d79a"), 0.38)
        pen.oval(0.86, -0.42, 0.20, 0.10, WHITE, 0.75, degrees=38)
    pen.line([(-0.30, -0.55), (0.25, -0.80), (0.92, -0.55), (1.12, 0.0), (0.92, 0.55), (0.25, 0.72), (-0.30, 0.46), (-0.48, -0.05), (-0.30, -0.55)], 0.10, dim(shell, 0.72))  # fmt: skip
    pen.tube([(-0.75, 0.95), (0.0, 1.12), (0.75, 0.95)], [0.28, 0.30, 0.28], dim(shell, 0.8))
    pen.oval(-0.82, 0.0, 0.20, 0.34, outfit.accent)


def _robot(pen: Pen, outfit: Outfit, moment: Moment, asleep: bool, flow: float) -> None:
    steel, glow = outfit.top, outfit.accent
    pen.line([(0.0, -0.9), (-0.05 - 0.08 * flow, -1.45)], 0.09, dim(steel, 0.7))
    pen.dot(-0.05 - 0.08 * flow, -1.55, 0.17, rgb("#f0604c"))
    pen.box(-1.02, -0.92, 1.06, 0.86, pen.ramp((0, -1), (0, 1), [tint(steel, 0.25), dim(steel, 0.88)]), round=0.42)
    pen.box(-0.45, -0.58, 1.02, 0.38, rgb("#1c2836"), round=0.34)
    pen.dot(-1.02, -0.02, 0.26, dim(steel, 0.7))
    _glow_eyes(pen, glow, moment.blink or asleep)
    width = 0.26 - 0.06 * moment.mouth
    pen.box(
        0.30 - width,
        0.52,
        0.30 + width,
        0.58 + 0.16 * moment.mouth,
        mix(glow, rgb("#1c2836"), 0.0 if moment.mouth else 0.5),
        round=0.04,
    )


def _glow_eyes(pen: Pen, glow: Rgb, shut: bool) -> None:
    for x in (0.08, 0.64):
        if shut:
            pen.line([(x - 0.17, -0.08), (x + 0.17, -0.08)], 0.09, glow)
        else:
            pen.dot(x, -0.10, 0.22, glow)
            pen.dot(x + 0.02, -0.12, 0.12, tint(glow, 0.75))


def _knight(pen: Pen, outfit: Outfit, moment: Moment, asleep: bool, flow: float) -> None:
    steel = outfit.top
    pen.tube(
        [(-0.1, -1.0), (-0.65, -1.55), (-1.25, -1.2 + 0.1 * flow), (-1.45, -0.5 + 0.2 * flow)],
        [0.22, 0.42, 0.36, 0.08],
        outfit.accent,
    )
    pen.blob([(-0.95, 0.75), (-1.0, -0.2), (-0.65, -0.9), (0.05, -1.12), (0.72, -0.85), (0.98, -0.2), (0.92, 0.55), (0.5, 0.95), (-0.4, 0.98)], pen.ramp((-1, -1), (1, 1), [tint(steel, 0.35), dim(steel, 0.85)]))  # fmt: skip
    pen.box(-0.05, -0.28, 1.0, -0.02, rgb("#15161c"), round=0.08)
    if not (moment.blink or asleep):
        for x in (0.30, 0.72):
            pen.dot(x, -0.15, 0.09, rgb("#f2efe6"))
    pen.line([(0.42, -0.02), (0.46, 0.85)], 0.07, dim(steel, 0.66))
    for k in range(4):
        pen.dot(0.62 + 0.02 * k, 0.22 + 0.16 * k + 0.03 * moment.mouth, 0.055, rgb("#2a2c36"))
    pen.line([(-0.95, 0.0), (-0.05, -0.15)], 0.06, dim(steel, 0.7))


_KINDS = {"human": _human, "astronaut": _astronaut, "robot": _robot, "knight": _knight}
