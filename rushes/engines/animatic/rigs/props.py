"""What people hold. Lengths are shares of the person's height."""

from __future__ import annotations

import math

from rushes.engines.animatic.library import puppetry
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.wardrobe import Outfit


def draw_held(pen: Pen, outfit: Outfit, hand: Point, degrees: float) -> None:
    """Draw the outfit's prop in a hand; `degrees` is where the forearm points, 0 is down."""
    x, y = hand
    if outfit.prop in ("guitar", "violin"):
        draw_guitar(pen, x, y, 0.62 if outfit.prop == "guitar" else 0.42)
    elif outfit.prop == "staff":
        pen.tube([(x, y - 0.42), (x + 0.01, y), (x, 0.0)], [0.03, 0.026, 0.024], rgb("#6a4426"))
        pen.dot(x, y - 0.45, 0.04, rgb("#9fe0f4"))
    elif outfit.prop == "sword":
        with pen.turned(x, y, 62 - degrees * 0.4):
            pen.poly([(-0.012, 0.0), (-0.012, -0.40), (0.0, -0.45), (0.012, -0.40), (0.012, 0.0)], rgb("#dfe6ee"))
            pen.box(-0.05, -0.01, 0.05, 0.012, rgb("#c8a03c"), round=0.006)
            pen.box(-0.011, 0.0, 0.011, 0.07, rgb("#5a3a22"), round=0.008)
    elif outfit.prop.startswith("art:"):
        puppetry.hold(pen, outfit.prop, (x + 0.03, y + 0.01), 0.19)
    elif outfit.prop == "lantern":
        pen.line([(x, y), (x, y + 0.06)], 0.008, rgb("#3a3034"))
        pen.box(x - 0.04, y + 0.06, x + 0.04, y + 0.16, rgb("#ffd67a"), round=0.012)
        pen.box(x - 0.045, y + 0.05, x + 0.045, y + 0.07, rgb("#3a3034"), round=0.008)
        pen.box(x - 0.045, y + 0.15, x + 0.045, y + 0.17, rgb("#3a3034"), round=0.008)
    elif outfit.prop == "balloon":
        pen.line([(x, y), (x - 0.02, y - 0.2), (x - 0.05, y - 0.42)], 0.006, rgb("#eeeeee"), 0.8)
        pen.blob(
            [(x - 0.05, y - 0.42), (x - 0.15, y - 0.56), (x - 0.05, y - 0.70), (x + 0.05, y - 0.56)], rgb("#e0403c")
        )
        pen.oval(x - 0.09, y - 0.61, 0.02, 0.035, WHITE, 0.7, degrees=25)
    elif outfit.prop == "ball":
        pen.dot(x + 0.03, y + 0.03, 0.07, rgb("#e8503c"))
        pen.line([(x - 0.03, y + 0.0), (x + 0.03, y + 0.03), (x + 0.09, y + 0.02)], 0.014, WHITE)
    elif outfit.prop == "book":
        with pen.turned(x + 0.06, y - 0.02, -24):
            pen.box(-0.09, -0.012, 0.09, 0.012, rgb("#8a3030"), round=0.006)
            pen.box(-0.082, -0.024, 0.082, -0.008, WHITE, round=0.006)
    elif outfit.prop == "flower":
        pen.line([(x, y), (x + 0.02, y - 0.12)], 0.012, rgb("#3f8a4a"))
        for k in range(6):
            pen.dot(
                x + 0.02 + 0.035 * math.cos(k * math.pi / 3),
                y - 0.14 + 0.035 * math.sin(k * math.pi / 3),
                0.026,
                rgb("#f06a8a"),
            )
        pen.dot(x + 0.02, y - 0.14, 0.022, rgb("#f6d050"))
    elif outfit.prop == "camera":
        pen.box(x - 0.02, y - 0.06, x + 0.11, y + 0.03, rgb("#2a2a30"), round=0.015)
        pen.dot(x + 0.07, y - 0.015, 0.032, rgb("#5a7a9c"))


def draw_guitar(pen: Pen, x: float, y: float, length: float) -> None:
    """Its body about (x, y), the neck up to the right."""
    with pen.turned(x, y, -24, length):
        wood = rgb("#c8823c")
        pen.tube([(0.15, 0.0), (0.78, -0.01)], [0.055, 0.045], rgb("#4a2c1c"))
        pen.box(0.74, -0.05, 0.88, 0.04, rgb("#3a2218"), round=0.02)
        pen.blob([(-0.34, 0.0), (-0.26, -0.20), (-0.06, -0.19), (0.04, -0.125), (0.16, -0.15), (0.25, 0.0), (0.16, 0.15), (0.04, 0.125), (-0.06, 0.19), (-0.26, 0.20)], pen.ramp((0, -0.2), (0, 0.2), [tint(wood, 0.15), dim(wood, 0.85)]))  # fmt: skip
        pen.dot(0.06, 0.0, 0.072, rgb("#2c1812"))
        pen.box(-0.18, -0.05, -0.14, 0.05, rgb("#3a2218"))
        for k in range(4):
            v = (k - 1.5) * 0.012
            pen.line([(-0.16, v), (0.80, v)], 0.004, rgb("#f0e8d8"), 0.9)


def draw_umbrella(pen: Pen, outfit: Outfit, hand: Point, neck: Point) -> None:
    hue = outfit.accent
    x = hand[0] - 0.015
    top = neck[1] - 2 * outfit.head - 0.20
    pen.line([(hand[0], hand[1] + 0.04), (x, top)], 0.014, rgb("#2a2430"))
    width, depth = 0.40, 0.16
    hem = [(x + width - width / 2 * k, top + depth + 0.012) for k in range(5)]
    pen.blob([(x, top), (x + width * 0.55, top + 0.035), hem[0], (x + width * 0.75, top + depth - 0.025), hem[1], (x + width * 0.25, top + depth - 0.03), hem[2], (x - width * 0.25, top + depth - 0.03), hem[3], (x - width * 0.75, top + depth - 0.025), hem[4], (x - width * 0.55, top + 0.035)], pen.ramp((x - width, 0), (x + width, 0), [dim(hue, 0.7), hue, tint(hue, 0.2)]), tight=0.8)  # fmt: skip
    for side in (-1, 0, 1):
        pen.line([(x, top), (x + side * width * 0.34, top + 0.05), hem[2 - side]], 0.007, dim(hue, 0.6), 0.8)
    pen.line([(x, top), (x, top - 0.03)], 0.014, rgb("#2a2430"))
