"""What people hold. Lengths are shares of the person's height."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from rushes.engines.animatic.library import puppetry
from rushes.engines.animatic.rigs import gear, music, tools
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.grips import Grip, along
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Frame, Limb, Stance, View

_Layer = tuple[float, Callable[[], None]]
#: Props that both arms are around: they lie before the trunk.
BEFORE = frozenset({"guitar", "violin", "book", "ball"})


def held(
    pen: Pen,
    outfit: Outfit,
    pose: Stance,
    view: View,
    frame: Frame,
    arms: Mapping[int, Limb],
    middle: float,
    moment: Moment,
) -> list[_Layer]:
    """The layers of all that a person holds and has about."""
    near, far = view.point(arms[1].end), view.point(arms[-1].end)
    hand = view.depth(arms[-1].end)
    grip = Grip(pen, outfit, pose, view, frame, arms, moment)
    layers: list[_Layer] = []

    def part(depth: float, draw: Callable[[], None], puff: float = 0.5, shade: float = 0.25, lit: bool = True) -> None:
        def drawn() -> None:
            with pen.part(puff=puff, shade=shade, lit=lit):
                draw()

        layers.append((depth, drawn))

    if outfit.tool:
        layers += tools.layers(grip, outfit.tool, middle)
        return layers
    if outfit.umbrella:
        part(
            max(hand - 0.02, middle + 0.014),
            lambda: draw_umbrella(pen, outfit, far, view.point(frame.at(1.1))),
            0.9,
            0.2,
        )
    elif outfit.prop in BEFORE:
        front = view.depth(frame.at(0.5, 0.12)) - middle
        part(middle + (0.006 if front > -0.03 else -0.02), lambda: _before(grip), 0.4, 0.4)
    elif outfit.prop:
        # A hand closes around what it holds: the arm comes after it.
        part(hand - 0.012 if hand > middle else hand - 0.004, lambda: _in_hand(grip, far), 0.5, 0.2)
    if outfit.back and view.depth(frame.at(0.6, -0.1)) - view.depth(frame.at(0.6)) > 0.03:
        part(middle + 0.02, lambda: _slung(grip))
    elif outfit.back:
        part(middle - 0.06, lambda: _slung(grip))
    if outfit.cane:
        part(view.depth(arms[1].end) - 0.01, lambda: pen.line([(near[0] - 0.02, near[1] - 0.004), (near[0] + 0.022, near[1] - 0.006), (near[0] + 0.028, 0.0)], 0.016, rgb("#6a4426")), 0.9)  # fmt: skip
    return layers


def _in_hand(grip: Grip, hand: Point) -> None:
    pen, outfit = grip.pen, grip.outfit
    x, y = hand
    # The far hand is to the right of whoever does not turn the back on us.
    ahead = 1.0 if grip.view.yaw > -30 else -1.0
    if outfit.prop == "staff":
        pen.tube([(x, y - 0.42), (x + 0.01, y), (x, 0.0)], [0.03, 0.026, 0.024], rgb("#6a4426"))
        pen.dot(x, y - 0.45, 0.04, rgb("#9fe0f4"))
        pen.dot(x - 0.01, y - 0.46, 0.015, WHITE, 0.8)
    elif outfit.prop == "sword":
        with pen.turned(x, y + 0.012, 62 * ahead):
            pen.poly([(-0.014, 0.0), (-0.013, -0.42), (0.0, -0.46), (0.013, -0.42), (0.014, 0.0)], rgb("#dfe6ee"))
            pen.line([(0.0, -0.02), (0.0, -0.42)], 0.005, rgb("#aab4c2"))
            pen.box(-0.05, -0.01, 0.05, 0.012, rgb("#c8a03c"), round=0.006)
            pen.box(-0.011, 0.0, 0.011, 0.07, rgb("#5a3a22"), round=0.008)
            pen.dot(0.0, 0.075, 0.016, rgb("#c8a03c"))
    elif outfit.prop == "katana":
        with pen.turned(x, y + 0.012, 52 * ahead):
            pen.tube([(0.0, 0.0), (0.012 * ahead, -0.22), (0.05 * ahead, -0.50)], [0.020, 0.018, 0.006], rgb("#e8edf3"))
            pen.line([(0.004, -0.02), (0.016 * ahead, -0.24), (0.05 * ahead, -0.48)], 0.004, rgb("#9aa6b6"))
            pen.oval(0, 0.0, 0.030, 0.010, rgb("#c8a03c"))
            pen.tube([(0, 0.006), (0, 0.085)], [0.020, 0.018], rgb("#26242c"))
            for k in range(3):
                pen.line([(-0.008, 0.02 + 0.022 * k), (0.008, 0.03 + 0.022 * k)], 0.005, rgb("#d8c8a0"))
    elif outfit.prop.startswith("art:"):
        puppetry.hold(pen, outfit.prop, (x + 0.03 * ahead, y + 0.01), 0.19)
    elif outfit.prop == "lantern":
        pen.line([(x, y), (x, y + 0.06)], 0.008, rgb("#3a3034"))
        pen.box(x - 0.04, y + 0.06, x + 0.04, y + 0.16, rgb("#ffd67a"), round=0.012)
        pen.oval(x, y + 0.12, 0.014, 0.026, rgb("#fff4d0"))
        for top in (y + 0.05, y + 0.15):
            pen.box(x - 0.045, top, x + 0.045, top + 0.02, rgb("#3a3034"), round=0.008)
    elif outfit.prop == "torch":
        pen.tube([(x - 0.012 * ahead, y + 0.10), (x + 0.02 * ahead, y - 0.13)], [0.020, 0.036], rgb("#6a4426"))
        pen.tube([(x + 0.016 * ahead, y - 0.10), (x + 0.022 * ahead, y - 0.15)], [0.044, 0.048], rgb("#4a3a30"))
        gear.flame(pen, x + 0.022 * ahead, y - 0.155, 0.075, grip.moment.phase)
    elif outfit.prop == "balloon":
        sway = 0.012 * math.sin(2 * math.pi * grip.moment.phase)
        pen.line([(x, y), (x - 0.01, y - 0.2), (x - 0.02 + sway, y - 0.42)], 0.006, rgb("#eeeeee"), 0.8)
        x += 0.03 + sway
        pen.blob([(x - 0.05, y - 0.42), (x - 0.15, y - 0.57), (x - 0.05, y - 0.70), (x + 0.05, y - 0.57)], outfit.accent if outfit.accent != outfit.top else rgb("#e0403c"))  # fmt: skip
        pen.oval(x - 0.09, y - 0.61, 0.02, 0.035, WHITE, 0.7, degrees=25)
    elif outfit.prop == "flower":
        for stem in (-0.028, 0.0, 0.028):
            bloom = (x + stem * 1.6, y - 0.10 - 0.02 * (stem == 0))
            pen.line([(x, y + 0.03), bloom], 0.010, rgb("#3f8a4a"))
            for k in range(6):
                pen.dot(bloom[0] + 0.026 * math.cos(k * math.pi / 3), bloom[1] + 0.026 * math.sin(k * math.pi / 3), 0.021, outfit.accent if stem else tint(outfit.accent, 0.4))  # fmt: skip
            pen.dot(*bloom, 0.018, rgb("#f6d050"))
    elif outfit.prop == "camera":
        pen.box(x - 0.02, y - 0.06, x + 0.11, y + 0.03, rgb("#2a2a30"), round=0.015)
        pen.dot(x + 0.07, y - 0.015, 0.032, rgb("#5a7a9c"))


def _before(grip: Grip) -> None:
    """What is held before the breast with both hands."""
    pen, prop = grip.pen, grip.outfit.prop
    near, far = grip.hand(1), grip.hand(-1)
    middle = ((near[0] + far[0]) / 2, (near[1] + far[1]) / 2)
    if prop in ("guitar", "violin"):
        with along(pen, grip.view, grip.frame.at(0.30, 0.10, 0.06), grip.frame.at(0.62, 0.16, -0.22)) as size:
            music.draw_guitar(pen, 0.0, 0.0, 0.60 * size, degrees=0.0)
    elif prop == "book":
        gear.book(grip)
    elif prop == "ball":
        pen.dot(middle[0], middle[1], 0.072, rgb("#e8503c"))
        pen.line(
            [(middle[0] - 0.06, middle[1]), (middle[0], middle[1] + 0.03), (middle[0] + 0.06, middle[1])], 0.014, WHITE
        )


def _slung(grip: Grip) -> None:
    pen, view, frame = grip.pen, grip.view, grip.frame
    low, high = view.point(frame.at(0.30, -0.09, 0.06)), view.point(frame.at(1.28, -0.09, -0.10))
    if grip.outfit.back == "quiver":
        high = view.point(frame.at(1.12, -0.09, -0.08))
        for k in range(4):
            tip = (high[0] + 0.016 * (k - 1.5), high[1] - 0.075)
            pen.line([high, tip], 0.008, rgb("#c8a064"))
            pen.tube([tip, (tip[0] + 0.004, tip[1] - 0.025)], [0.018, 0.010], rgb(("#e8e4dc", "#c8343c")[k % 2]))
        pen.tube([low, high], [0.05, 0.062], rgb("#7a5434"))
        return
    guard = (low[0] + 0.74 * (high[0] - low[0]), low[1] + 0.74 * (high[1] - low[1]))
    pen.tube([low, guard], [0.022, 0.026], rgb("#1c1a22"))
    pen.tube([guard, high], [0.022, 0.020], rgb("#8a2430"))
    pen.dot(*guard, 0.024, rgb("#c8a03c"))


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
