"""Housework: the drawings of what is in the hands of those who cook, sew, write, paint and type."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.gestures import TURN
from rushes.engines.animatic.rigs.grips import Grip
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Point

STEEL, WOOD, INK = rgb("#c4ccd6"), rgb("#9a6a3c"), rgb("#26232a")


def line_to(
    grip: Grip, side: int, end: Point, width: float, hue: tuple[float, float, float], back: float = 0.0
) -> None:
    x, y = grip.hand(side)
    grip.pen.line([(x - (end[0] - x) * back, y - (end[1] - y) * back), end], width, hue)


def knitting(grip: Grip) -> None:
    pen, hue = grip.pen, grip.outfit.accent
    near, far = grip.hand(1), grip.hand(-1)
    x, y = (near[0] + far[0]) / 2, (near[1] + far[1]) / 2
    wide = max(0.05, abs(near[0] - far[0]) * 0.5)
    pen.blob([(x - wide, y - 0.02), (x + wide, y - 0.02), (x + wide * 1.1, y + 0.10), (x + wide * 0.5, y + 0.155), (x - wide * 0.5, y + 0.15), (x - wide * 1.1, y + 0.10)], hue, tight=0.5)  # fmt: skip
    for k in range(5):
        pen.line([(x - wide, y + 0.004 + 0.028 * k), (x, y + 0.014 + 0.028 * k), (x + wide, y + 0.004 + 0.028 * k)], 0.007, tint(hue, 0.35))  # fmt: skip


def needles(grip: Grip) -> None:
    near, far = grip.hand(1), grip.hand(-1)
    cross = ((near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 0.035)
    for side in (-1, 1):
        line_to(grip, side, (cross[0] + 0.02 * side, cross[1] - 0.03), 0.008, STEEL, 0.9)
    x = grip.view.point((0.24, 0.0, 0.10))[0]
    grip.pen.dot(x, -0.045, 0.045, grip.outfit.accent)
    for k in range(3):
        grip.pen.line([(x - 0.04, -0.05 + 0.018 * k), (x, -0.075 + 0.02 * k), (x + 0.038, -0.05 + 0.016 * k)], 0.006, tint(grip.outfit.accent, 0.4))  # fmt: skip
    grip.pen.line([(x, -0.09), (x - 0.01, -0.16), (cross[0], cross[1] + 0.12)], 0.006, grip.outfit.accent)


def bowl(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.at(0.165, 0.115, 0.0)
    hue = rgb("#d8e2ea")
    pen.oval(x, y - 0.005, 0.088, 0.020, dim(hue, 0.75))
    pen.oval(x, y - 0.005, 0.076, 0.014, rgb("#e0a24c"))
    pen.blob([(x - 0.09, y - 0.003), (x, y + 0.016), (x + 0.09, y - 0.003), (x + 0.06, y + 0.062), (x, y + 0.074), (x - 0.06, y + 0.062)], pen.ramp((x - 0.09, 0), (x + 0.09, 0), [dim(hue, 0.85), WHITE, dim(hue, 0.85)]), tight=0.8)  # fmt: skip
    steam(grip, x, y - 0.02)


def steam(grip: Grip, x: float, y: float) -> None:
    for k in range(3):
        rise = (grip.moment.phase + k / 3) % 1.0
        sway = 0.015 * math.sin(TURN * (rise + k * 0.4))
        grip.pen.oval(x + 0.022 * (k - 1) + sway, y - 0.11 * rise, 0.014 + 0.012 * rise, 0.022, WHITE, 0.30 * math.sin(math.pi * rise))  # fmt: skip


def spoon(grip: Grip) -> None:
    line_to(grip, 1, grip.at(0.165, 0.11, 0.0), 0.012, WOOD, 0.5)


def pan(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.hand(1)
    px = x + 0.15 * grip.ahead
    pen.line([(x - 0.02 * grip.ahead, y), (px, y + 0.01)], 0.018, INK)
    pen.blob([(px - 0.075, y - 0.012), (px + 0.075, y - 0.012), (px + 0.06, y + 0.030), (px - 0.06, y + 0.030)], rgb("#3a3c44"), tight=0.5)  # fmt: skip
    up = max(0.0, math.sin(2 * TURN * grip.moment.phase))
    for k, hue in enumerate(("#e0503c", "#5fa045", "#f0c040", "#e8933a")):
        pen.dot(px - 0.045 + 0.03 * k, y - 0.018 - up * (0.07 + 0.02 * (k % 2)), 0.013, rgb(hue))
    steam(grip, px, y - 0.04)


def table(grip: Grip) -> None:
    """A desk or a worktop before who sits or stands at it."""
    pen = grip.pen
    y = grip.at(0.2, 0.175, 0.0)[1] + 0.012
    left, right = grip.view.point((0.10, 0.0, 0.0))[0], grip.view.point((0.42, 0.0, 0.0))[0] + 0.06
    if grip.view.yaw > 55:
        left, right = -0.30, 0.30
    for x in (left + 0.025, right - 0.025):
        pen.tube([(x, y), (x, -0.002)], [0.026, 0.022], dim(WOOD, 0.8))
    pen.box(left - 0.02, y - 0.012, right + 0.02, y + 0.018, pen.ramp((left, 0), (right, 0), [WOOD, tint(WOOD, 0.15), WOOD]), round=0.008)  # fmt: skip


def paper(grip: Grip) -> None:
    x, y = grip.at(0.21, 0.17, 0.0)
    grip.pen.blob([(x - 0.07, y), (x - 0.03, y - 0.022), (x + 0.09, y - 0.022), (x + 0.06, y)], WHITE, tight=0.2)
    for k in range(3):
        grip.pen.line([(x - 0.04 + 0.012 * k, y - 0.005 - 0.005 * k), (x + 0.05 + 0.008 * k, y - 0.005 - 0.005 * k)], 0.0025, rgb("#7a86a8"))  # fmt: skip


def pencil(grip: Grip) -> None:
    x, y = grip.hand(1)
    grip.pen.line([(x - 0.014, y - 0.045), (x + 0.012, y + 0.012)], 0.010, rgb("#e0a030"))


def laptop(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.at(0.22, 0.17, 0.0)
    if grip.view.yaw > 55:
        pen.box(x - 0.11, y - 0.15, x + 0.11, y - 0.005, rgb("#8a94a2"), round=0.012)
        pen.dot(x, y - 0.08, 0.014, WHITE)
        return
    pen.blob([(x - 0.07, y), (x - 0.05, y - 0.014), (x + 0.08, y - 0.014), (x + 0.09, y)], STEEL, tight=0.2)
    pen.line([(x + 0.085, y - 0.008), (x + 0.135, y - 0.15)], 0.012, rgb("#8a94a2"))
    pen.line([(x + 0.078, y - 0.012), (x + 0.126, y - 0.148)], 0.005, rgb("#bfe4ff"))


def board(grip: Grip) -> None:
    pen = grip.pen
    x, y = grip.at(0.20, 0.172, 0.0)
    pen.box(x - 0.09, y - 0.012, x + 0.10, y + 0.004, rgb("#d8a868"), round=0.005)
    for k, hue in enumerate(("#5fa045", "#e0503c", "#f0903a", "#5fa045")):
        pen.dot(x - 0.05 + 0.035 * k, y - 0.020, 0.014, rgb(hue))


def knife(grip: Grip) -> None:
    x, y = grip.hand(1)
    grip.pen.poly([(x + 0.01, y - 0.004), (x + 0.10, y - 0.002), (x + 0.085, y + 0.020), (x + 0.01, y + 0.022)], STEEL)
    grip.pen.line([(x - 0.03, y + 0.004), (x + 0.012, y + 0.006)], 0.018, INK)


def easel(grip: Grip) -> None:
    pen = grip.pen
    foot = grip.view.point((0.33, 0.0, 0.0))[0]
    for dx, lean in ((-0.10, -0.03), (0.13, 0.04), (0.03, 0.0)):
        pen.tube([(foot + 0.03, -0.86), (foot + dx + lean, -0.002)], [0.016, 0.020], dim(WOOD, 0.85))
    pen.box(foot - 0.13, -0.50, foot + 0.17, -0.475, WOOD, round=0.006)
    with pen.turned(foot + 0.02, -0.65, 5):
        pen.box(-0.12, -0.18, 0.13, 0.165, rgb("#f6f1e6"), round=0.004)
        pen.box(-0.105, -0.165, 0.115, 0.02, rgb("#a9d4ee"))
        pen.dot(0.06, -0.11, 0.026, rgb("#f6d860"))
        pen.blob([(-0.105, 0.02), (-0.04, -0.07), (0.02, -0.01), (0.07, -0.05), (0.115, 0.02), (0.115, 0.15), (-0.105, 0.15)], rgb("#5f9e6a"), tight=0.7)  # fmt: skip
        pen.blob([(-0.105, 0.08), (0.0, 0.05), (0.115, 0.10), (0.115, 0.15), (-0.105, 0.15)], rgb("#e0a84c"), tight=0.7)


def brush(grip: Grip) -> None:
    x, y = grip.hand(1)
    grip.pen.line([(x - 0.05, y + 0.02), (x + 0.06, y - 0.018)], 0.009, WOOD)
    grip.pen.tube([(x + 0.06, y - 0.018), (x + 0.085, y - 0.027)], [0.014, 0.005], rgb("#d8443c"))
    px, py = grip.hand(-1)
    grip.pen.oval(px + 0.03, py - 0.02, 0.075, 0.045, rgb("#d8a868"), degrees=-10)
    for k, hue in enumerate(("#d8443c", "#f0c040", "#3f7fd0", "#5fa045", "#f4f2ee")):
        grip.pen.dot(px + 0.03 + 0.05 * math.cos(0.9 * k), py - 0.022 + 0.028 * math.sin(0.9 * k), 0.010, rgb(hue))
