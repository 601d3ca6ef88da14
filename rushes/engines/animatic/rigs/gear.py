"""Gear: the drawings of what people use, carry, play with and throw."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.gestures import TURN
from rushes.engines.animatic.rigs.grips import Grip
from rushes.engines.animatic.rigs.housework import INK, STEEL, WOOD, line_to, steam
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen


def shovel(grip: Grip) -> None:
    pen = grip.pen
    near, far = grip.hand(1), grip.hand(-1)
    dx, dy = near[0] - far[0], near[1] - far[1]
    long = max(0.05, math.hypot(dx, dy))
    ux, uy = dx / long, dy / long
    top, low = (far[0] - ux * 0.06, far[1] - uy * 0.06), (near[0] + ux * 0.20, near[1] + uy * 0.20)
    pen.line([top, low], 0.018, WOOD)
    with pen.turned(low[0], low[1], math.degrees(math.atan2(uy, ux)) - 90):
        pen.blob([(-0.045, 0.0), (0.045, 0.0), (0.04, 0.08), (0.0, 0.12), (-0.04, 0.08)], rgb("#8a929c"), tight=0.7)
        if grip.moment.phase > 0.35:
            pen.blob([(-0.04, 0.03), (0.0, -0.02), (0.04, 0.03), (0.03, 0.09), (-0.03, 0.09)], rgb("#6a4a30"))


def broom(grip: Grip) -> None:
    pen = grip.pen
    near, far = grip.hand(1), grip.hand(-1)
    foot = (
        near[0] + (near[0] - far[0]) * 0.6 + 0.08 * grip.ahead + 0.05 * math.sin(2 * TURN * grip.moment.phase),
        -0.09,
    )
    top = (far[0] - (near[0] - far[0]) * 0.9, far[1] - (near[1] - far[1]) * 0.9)
    pen.line([top, foot], 0.016, WOOD)
    pen.blob([(foot[0] - 0.022, foot[1] - 0.01), (foot[0] + 0.022, foot[1] - 0.01), (foot[0] + 0.07, -0.004), (foot[0] - 0.05, -0.004)], rgb("#d8b050"), tight=0.5)  # fmt: skip
    for k in range(4):
        pen.line(
            [(foot[0] - 0.01 + 0.008 * k, foot[1] + 0.01), (foot[0] - 0.03 + 0.026 * k, -0.008)], 0.004, rgb("#a8842c")
        )


def hammer(grip: Grip) -> None:
    x, y = grip.hand(1)
    raised = math.sin(TURN * grip.moment.phase) ** 2
    with grip.pen.turned(x, y, 70 - 90 * raised):
        grip.pen.line([(0, 0.05), (0, -0.12)], 0.016, WOOD)
        grip.pen.box(-0.045, -0.155, 0.045, -0.105, rgb("#7a828c"), round=0.008)


def anvil(grip: Grip) -> None:
    x = grip.view.point((0.30, 0.0, 0.0))[0]
    y = grip.at(0.2, 0.225, 0.0)[1]
    pen, hue = grip.pen, rgb("#5a6068")
    pen.box(x - 0.10, y + 0.09, x + 0.10, -0.002, rgb("#7a5434"), round=0.012)
    pen.blob([(x - 0.17, y), (x + 0.11, y), (x + 0.11, y + 0.04), (x + 0.04, y + 0.055), (x + 0.07, y + 0.095), (x - 0.07, y + 0.095), (x - 0.04, y + 0.055), (x - 0.10, y + 0.035)], hue, tight=0.3)  # fmt: skip
    pen.line([(x - 0.05, y - 0.008), (x + 0.06, y - 0.008)], 0.018, rgb("#f0782c"))


def barbell(grip: Grip) -> None:
    pen = grip.pen
    near, far = grip.hand(1), grip.hand(-1)
    dx, dy = near[0] - far[0], near[1] - far[1]
    long = max(0.08, math.hypot(dx, dy))
    ux, uy = dx / long, dy / long
    a, b = (far[0] - ux * 0.20, far[1] - uy * 0.20), (near[0] + ux * 0.20, near[1] + uy * 0.20)
    pen.line([a, b], 0.013, STEEL)
    for x, y in (a, b):
        pen.oval(x, y, 0.030, 0.085, INK)
        pen.oval(x, y, 0.018, 0.060, rgb("#c8343c"))


def telephone(grip: Grip) -> None:
    x, y = grip.face(0.050, -0.118, 0.116)
    with grip.pen.turned(x, y, -14):
        grip.pen.box(-0.017, -0.052, 0.017, 0.040, INK, round=0.008)


def smartphone(grip: Grip) -> None:
    near, far = grip.hand(1), grip.hand(-1)
    x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 0.02
    grip.pen.box(x - 0.024, y - 0.045, x + 0.024, y + 0.035, INK, round=0.008)
    if grip.view.yaw < 20:
        grip.pen.box(x - 0.019, y - 0.038, x + 0.019, y + 0.028, rgb("#bfe4ff"), round=0.004)


def photo_camera(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.face(0.155, -0.142, 0.0)
    front = max(0.0, math.sin(math.radians(grip.view.yaw)))
    wide = 0.040 + 0.030 * front
    pen.box(x - wide, y - 0.036, x + wide, y + 0.036, INK, round=0.012)
    pen.box(x - 0.5 * wide, y - 0.050, x + 0.3 * wide, y - 0.030, INK, round=0.008)
    lens = x + (0.055 * (1 - front))
    pen.oval(lens, y, 0.020 + 0.012 * front, 0.032, rgb("#3a3c46"))
    pen.oval(lens + 0.012 * (1 - front), y, 0.012 + 0.010 * front, 0.024, rgb("#5a8ac0"))
    pen.dot(lens + 0.006, y - 0.008, 0.006, WHITE, 0.8)
    if 0.46 < grip.moment.phase < 0.54:
        pen.dot(x - 0.2 * wide, y - 0.045, 0.05, pen.glow((x - 0.2 * wide, y - 0.045), 0.05, WHITE, 0.95))


def box(grip: Grip) -> None:
    pen, hue = grip.pen, rgb("#c89a62")
    x, y = grip.at(0.20, 0.115, 0.0)
    wide = 0.095 + 0.03 * abs(math.sin(math.radians(grip.view.yaw)))
    pen.box(x - wide, y - 0.10, x + wide, y + 0.075, pen.ramp((x - wide, 0), (x + wide, 0), [dim(hue, 0.85), tint(hue, 0.1)]), round=0.006)  # fmt: skip
    pen.box(x - 0.016, y - 0.10, x + 0.016, y + 0.075, rgb("#e4cfa2"))
    pen.line([(x - wide, y - 0.06), (x + wide, y - 0.06)], 0.004, dim(hue, 0.7))


def microphone(grip: Grip) -> None:
    tip = grip.face(0.128, -0.092, 0.0)
    tip = (tip[0] + 0.014, tip[1] + 0.008)
    line_to(grip, 1, tip, 0.016, INK, 0.6)
    grip.pen.dot(*tip, 0.020, rgb("#5a606c"))
    grip.pen.dot(tip[0] - 0.005, tip[1] - 0.006, 0.007, rgb("#a8b0bc"))


def cup(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    x, y = x + 0.012 * grip.ahead, y - 0.014
    hue = grip.outfit.accent
    with pen.turned(x, y, -16 * grip.ahead * max(0.0, math.sin(math.pi * grip.moment.phase)) ** 4):
        pen.line([(0.024, -0.02), (0.046, -0.006), (0.024, 0.016)], 0.009, hue)
        pen.blob([(-0.030, -0.034), (0.030, -0.034), (0.026, 0.030), (-0.026, 0.030)], pen.ramp((-0.03, 0), (0.03, 0), [dim(hue, 0.85), tint(hue, 0.2)]), tight=0.4)  # fmt: skip
        pen.oval(0, -0.034, 0.030, 0.007, rgb("#4a2c1c"))
    steam(grip, x, y - 0.05)


def jug(grip: Grip) -> None:
    """A jug of steel in the far hand, tilted over the cup in the near one, and what runs out of it."""
    pen, ahead = grip.pen, grip.ahead
    x, y = grip.hand(-1)
    cup_x, cup_y = grip.hand(1)
    steel = rgb("#b8c2ca")
    lean = math.radians(52 + 6 * math.sin(2 * math.pi * grip.moment.phase))
    mouth = (
        x + (0.055 * math.cos(lean) + 0.045 * math.sin(lean)) * ahead,
        y + 0.055 * math.sin(lean) - 0.045 * math.cos(lean),
    )
    pen.tube([mouth, ((2 * mouth[0] + cup_x) / 3, mouth[1] + 0.03), (cup_x + 0.012 * ahead, cup_y - 0.05)], [0.012, 0.011, 0.010], rgb("#fbf3e4"))  # fmt: skip
    with pen.turned(x, y, math.degrees(lean) * ahead):
        pen.line([(-0.036 * ahead, -0.022), (-0.062 * ahead, 0.0), (-0.034 * ahead, 0.026)], 0.010, dim(steel, 0.7))
        pen.blob([(-0.034, -0.045), (0.034, -0.045), (0.042, 0.04), (-0.042, 0.04)], pen.ramp((-0.04, 0), (0.04, 0), [dim(steel, 0.7), tint(steel, 0.4), dim(steel, 0.85)]), tight=0.4)  # fmt: skip
        pen.poly([(0.030 * ahead, -0.046), (0.060 * ahead, -0.050), (0.036 * ahead, -0.018)], tint(steel, 0.2))


def plate(grip: Grip) -> None:
    x, y = grip.at(0.185, 0.135, -0.03)
    grip.pen.oval(x, y, 0.085, 0.018, WHITE)
    for k, hue in enumerate(("#e0a24c", "#c8503c", "#5fa045")):
        grip.pen.dot(x - 0.03 + 0.03 * k, y - 0.014, 0.018, rgb(hue))


def fork(grip: Grip) -> None:
    x, y = grip.hand(1)
    grip.pen.line([(x - 0.02, y + 0.03), (x + 0.018, y - 0.03)], 0.006, STEEL)


def rod(grip: Grip) -> None:
    x, y = grip.hand(1)
    far = grip.hand(-1)
    ahead = grip.ahead
    tip = (far[0] + 0.42 * ahead, far[1] - 0.26 + 0.02 * math.sin(TURN * grip.moment.phase))
    grip.pen.line([(x - 0.06 * ahead, y + 0.03), far, tip], 0.010, rgb("#7a5434"))
    grip.pen.line([tip, (tip[0] + 0.03 * ahead, (tip[1] - 0.02) / 2), (tip[0] + 0.05 * ahead, -0.03)], 0.003, rgb("#e8ecf0"), 0.8)  # fmt: skip
    grip.pen.dot(tip[0] + 0.05 * ahead, -0.03 + 0.008 * math.sin(2 * TURN * grip.moment.phase), 0.014, rgb("#e0343c"))


def watering_can(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(-1)
    hue = rgb("#5a9a8a")
    ahead = grip.ahead
    pen.line([(x, y), (x - 0.02 * ahead, y + 0.05)], 0.012, hue)
    with pen.turned(x, y + 0.075, 20 * ahead):
        pen.box(
            -0.055, -0.045, 0.055, 0.055, pen.ramp((-0.05, 0), (0.05, 0), [dim(hue, 0.8), tint(hue, 0.2)]), round=0.014
        )
        pen.line([(0.05 * ahead, 0.03), (0.14 * ahead, -0.03)], 0.016, hue)
        pen.oval(0.145 * ahead, -0.034, 0.014, 0.022, dim(hue, 0.8))
    for k in range(7):
        fall = (grip.moment.phase * 3 + k / 7) % 1.0
        pen.oval(x + (0.15 + 0.05 * fall + 0.012 * (k % 3)) * ahead, y + 0.10 + 0.36 * fall * fall, 0.004, 0.010, rgb("#9fdcf6"), 0.9)  # fmt: skip


def baton(grip: Grip) -> None:
    x, y = grip.hand(-1)
    grip.pen.line([(x, y + 0.01), (x + 0.05, y - 0.11)], 0.007, WHITE)


def bubbles(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    ring = grip.face(0.17, -0.095, 0.0)
    pen.line([(x, y), ring], 0.008, rgb("#e0508c"))
    for k in range(7):
        fly = (grip.moment.phase + k / 7) % 1.0
        size = (0.012 + 0.010 * (k % 3)) * min(1.0, 4 * fly)
        bx, by = ring[0] + (0.04 + 0.30 * fly) * grip.ahead, ring[1] - 0.16 * fly + 0.03 * math.sin(5 * fly + k * 1.7)
        pen.dot(bx, by, size, rgb("#cfeaf8"), 0.5 * (1 - fly))
        pen.dot(bx - size * 0.3, by - size * 0.3, size * 0.3, WHITE, 0.9 * (1 - fly))


def wand(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(-1)
    tip = (x + 0.085 * grip.ahead, y - 0.075)
    pen.line([(x - 0.01, y + 0.01), tip], 0.010, WOOD)
    pen.dot(*tip, 0.07, pen.glow(tip, 0.07, rgb("#fff2b0"), 0.9))
    for k in range(8):
        fly = (grip.moment.phase * 2 + k / 8) % 1.0
        a = k * 2.4
        pen.dot(tip[0] + 0.13 * fly * math.cos(a), tip[1] + 0.13 * fly * math.sin(a), 0.009 * (1 - fly), rgb(("#ffe070", "#9fe0f4", "#f4a0d8")[k % 3]))  # fmt: skip


def newspaper(grip: Grip) -> None:
    pen = grip.pen
    near, far = grip.hand(1), grip.hand(-1)
    left, right = min(near[0], far[0]) - 0.035, max(near[0], far[0]) + 0.035
    y = (near[1] + far[1]) / 2
    middle = (left + right) / 2
    pen.poly([(left, y - 0.12), (middle, y - 0.10), (middle, y + 0.07), (left, y + 0.05)], rgb("#efece2"))
    pen.poly([(right, y - 0.12), (middle, y - 0.10), (middle, y + 0.07), (right, y + 0.05)], rgb("#dcd8cc"))
    for side, edge in ((-1, left), (1, right)):
        for k in range(6):
            start, end = middle + 0.012 * side, edge - 0.012 * side
            pen.line([(start, y - 0.082 + 0.022 * k), (end, y - 0.098 + 0.022 * k)], 0.010 if k == 0 else 0.004, rgb("#6a6a6a"), 0.8)  # fmt: skip


# --- balls ----------------------------------------------------------------------------------------------------------


def ball(pen: Pen, x: float, y: float, radius: float, spin: float) -> None:
    pen.dot(x, y, radius, WHITE)
    for k in range(5):
        a = spin + k * TURN / 5
        pen.dot(x + 0.62 * radius * math.cos(a), y + 0.62 * radius * math.sin(a), radius * 0.26, INK)
    pen.dot(x, y, radius * 0.24, INK)


def kicked(grip: Grip) -> None:
    phase = grip.moment.phase
    ahead = grip.ahead
    if phase < 0.42:
        x, y = 0.20, 0.055
    else:
        # Out and back: there is a wall or a friend.
        fly = (phase - 0.42) / 0.58
        x, y = 0.20 + 0.40 * math.sin(math.pi * fly), 0.055 + 0.22 * math.sin(math.pi * fly) ** 2
    ball(grip.pen, x * ahead, -y, 0.055, 10 * x)


def thrown(grip: Grip) -> None:
    phase = grip.moment.phase
    if phase < 0.52 or phase > 0.94:
        x, y = grip.hand(1)
    else:
        fly = (phase - 0.52) / 0.42
        start = grip.at(0.26, -0.03, 0.06)
        x, y = start[0] + 0.34 * math.sin(math.pi * fly) * grip.ahead, start[1] - 0.16 * math.sin(math.pi * fly)
    grip.pen.dot(x, y, 0.036, rgb("#e8503c"))
    grip.pen.line([(x - 0.03, y - 0.01), (x, y + 0.008), (x + 0.03, y - 0.01)], 0.007, WHITE)


def juggled(grip: Grip) -> None:
    near, far = grip.hand(1), grip.hand(-1)
    for k, hue in enumerate(("#e0343c", "#f2c030", "#3f7fd0")):
        own = (grip.moment.phase * 1.5 * 2 / 3 + k / 3) % 1.0
        a, b = (near, far) if own < 0.5 else (far, near)
        fly = (own * 2) % 1.0
        x = a[0] + (b[0] - a[0]) * fly
        y = a[1] + (b[1] - a[1]) * fly - 0.02 - 0.36 * 4 * fly * (1 - fly)
        grip.pen.dot(x, y, 0.026, rgb(hue))


def flame(pen: Pen, x: float, y: float, size: float, phase: float) -> None:
    """A flame with its foot at (x, y)."""
    lick = 0.16 * size * math.sin(6 * math.pi * phase)
    for share, hue in ((1.0, "#f0782c"), (0.72, "#f8b03c"), (0.42, "#fff0b4")):
        s = size * share
        pen.blob([(x - 0.50 * s, y - 0.35 * s), (x - 0.30 * s + 0.5 * lick, y - 1.0 * s), (x + lick * share, y - 1.75 * s), (x + 0.36 * s + 0.4 * lick, y - 0.9 * s), (x + 0.50 * s, y - 0.35 * s), (x, y + 0.06 * s)], rgb(hue))  # fmt: skip


def book(grip: Grip) -> None:
    """An open book in both hands."""
    pen, near, far = grip.pen, grip.hand(1), grip.hand(-1)
    x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 0.01
    wide = 0.062 + 0.03 * abs(math.sin(math.radians(grip.view.yaw)))
    cover = grip.outfit.accent
    pen.blob([(x - wide, y - 0.055), (x, y - 0.035), (x + wide, y - 0.055), (x + wide, y + 0.030), (x, y + 0.052), (x - wide, y + 0.030)], cover, tight=0.4)  # fmt: skip
    pen.blob([(x - wide * 0.92, y - 0.066), (x, y - 0.046), (x + wide * 0.92, y - 0.066), (x + wide * 0.9, y - 0.048), (x, y - 0.030), (x - wide * 0.9, y - 0.048)], WHITE, tight=0.4)  # fmt: skip
    pen.line([(x, y - 0.034), (x, y + 0.050)], 0.006, dim(cover, 0.7))
