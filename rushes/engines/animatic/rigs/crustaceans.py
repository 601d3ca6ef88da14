"""Crab, lobster, scorpion and shrimp: plates over them, claws before them. In shares of their height (a shrimp: length)."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.gait import bend
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed


def _claw(pen: Pen, x: float, y: float, degrees: float, size: float, hue: Rgb, open_: float, flip: int = 1) -> None:
    """A pincer at its wrist, pointing right before it is turned; `flip` puts the thumb above."""
    with pen.turned(x, y, degrees, size):
        pen.canvas.scale(1.0, float(flip))
        with pen.turned(0.22, 0.10, 26 * open_):
            pen.blob([(-0.06, -0.04), (0.26, -0.02), (0.62, -0.06), (0.56, 0.08), (0.26, 0.20), (-0.04, 0.12)], dim(hue, 0.9))  # fmt: skip
        with pen.turned(0.20, -0.06, -18 * open_):
            pen.blob([(-0.24, -0.04), (-0.10, -0.30), (0.26, -0.36), (0.66, -0.12), (0.70, 0.06), (0.34, -0.02), (0.06, 0.12), (-0.18, 0.16)], pen.ramp((0, -0.35), (0, 0.2), [tint(hue, 0.16), hue]))  # fmt: skip
            for k in range(3):
                pen.dot(0.26 + 0.12 * k, 0.0, 0.035, tint(hue, 0.55))


def _stalk(pen: Pen, root: Point, top: Point, radius: float, hue: Rgb, shut: bool) -> None:
    pen.tube([root, top], [0.07, 0.06], dim(hue, 0.92))
    x, y = top
    pen.dot(x, y - radius * 0.4, radius, dim(hue, 0.9) if shut else WHITE)
    if shut:
        pen.line([(x - radius, y - 0.3 * radius), (x, y), (x + radius, y - 0.3 * radius)], 0.03, dim(hue, 0.5))
        return
    pen.dot(x + 0.14 * radius, y - 0.36 * radius, 0.68 * radius, BLACK)
    pen.dot(x + 0.36 * radius, y - 0.66 * radius, 0.26 * radius, WHITE)


def draw_crab(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    """Seen from before; it goes to its side."""
    turn = 2 * math.pi * moment.phase
    busy = act in ("walk", "run", "trot")
    bob = 0.02 * math.sin(2 * turn)
    y = -0.50 + bob
    wave = 0.5 + 0.5 * math.sin(turn * (2 if act in ("dance", "play") else 1))
    pale = mix(hue, rgb("#f6dcb0"), 0.55)
    with pen.part(puff=0.9, shade=0.1):
        for side in (-1, 1):
            for k in range(4):
                home = (side * (0.52 + 0.24 * k), -0.02 - 0.05 * (3 - k))
                dx, dy = legs(k + (0 if side > 0 else 1))
                foot = (home[0] + dx * 0.8, home[1] + dy)
                root = (side * (0.40 + 0.05 * k), y + 0.16 - 0.06 * k)
                knee = bend(root, foot, 0.42, 0.52, -side)
                own = dim(hue, 0.76 + 0.08 * k)
                pen.tube([root, knee], [0.13, 0.11], own)
                pen.tube([knee, ((knee[0] + foot[0]) / 2 + side * 0.02, (knee[1] + foot[1]) / 2), foot], [0.10, 0.075, 0.02], own)  # fmt: skip
                pen.dot(*knee, 0.06, tint(own, 0.15))
    with pen.part(puff=0.95, shade=0.3):
        for side in (-1, 1):
            _stalk(
                pen,
                (side * 0.17, y - 0.22),
                (side * 0.21, y - 0.50 - 0.02 * wave),
                0.135,
                hue,
                moment.blink or act == "sleep",
            )
    with pen.part(puff=0.95, shade=0.35):
        shell = closed([(-0.66, y + 0.02), (-0.58, y - 0.22), (-0.28, y - 0.37), (0.28, y - 0.37), (0.58, y - 0.22), (0.66, y + 0.02), (0.46, y + 0.26), (0.0, y + 0.33), (-0.46, y + 0.26)])  # fmt: skip
        pen.fill(shell, pen.ramp((0, y - 0.4), (0, y + 0.34), [tint(hue, 0.16), hue, hue, pale], [0, 0.4, 0.68, 1]))
        with pen.within(shell):
            for k in range(16):
                pen.dot(
                    -0.56 + 1.12 * ((k * 0.618) % 1), y - 0.34 + 0.26 * ((k * 0.755) % 1), 0.024, tint(hue, 0.35), 0.7
                )
        open_ = moment.mouth
        pen.blob([(-0.17, y + 0.10), (0.0, y + 0.13), (0.17, y + 0.10), (0.10, y + 0.17 + 0.10 * open_), (-0.10, y + 0.17 + 0.10 * open_)], dim(hue, 0.36))  # fmt: skip
        for side in (-1, 1):
            pen.oval(side * 0.34, y + 0.06, 0.08, 0.05, rgb("#f0908a"), 0.5)
    with pen.part(puff=0.95, shade=0.3):
        for side in (-1, 1):
            lift = 0.10 * math.sin(turn + (1.4 if side > 0 else 0.0)) + (0.22 * wave if not busy else 0.0)
            elbow, wrist = (side * 0.88, y + 0.02), (side * 0.92, y - 0.22 - 0.8 * lift)
            pen.tube([(side * 0.54, y + 0.04), elbow, wrist], [0.15, 0.16, 0.14], dim(hue, 0.94))
            size = 0.70 if side > 0 else 0.60
            _claw(pen, *wrist, -90 + side * -22, size, hue, 0.35 + 0.6 * max(0.0, math.sin(2 * turn + side)), -side)


def draw_lobster(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    turn = 2 * math.pi * moment.phase
    bob = 0.012 * math.sin(2 * turn)
    y = -0.42 + bob
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        for k in range(4):
            _walker(pen, (0.42 - 0.22 * k, y + 0.10), (0.72 - 0.34 * k, -0.10), legs(k + 1), dim(hue, 0.62))
        _pincer(pen, (0.62, y - 0.02), (1.12, y - 0.32), 0.9, dim(hue, 0.68), turn + 1.4)
    with pen.part(puff=0.9, shade=0.2):
        for k, (bow, long) in enumerate(((-0.95, 1.5), (-0.62, 1.75))):
            wave = 0.10 * math.sin(turn + k)
            pen.tube([(0.86, y - 0.16), (1.10, y + 0.6 * bow + wave), (0.60 - 0.2 * k, y + bow + wave), (0.70 - long, y + 0.9 * bow + 1.5 * wave)], [0.045, 0.035, 0.03, 0.012], tint(hue, 0.06))  # fmt: skip
    with pen.part(puff=0.9, shade=0.3):
        # The fan of the tail, then the rings of the belly from behind.
        flap = 6 * math.sin(turn)
        for k in (-2, -1, 0, 1):
            with pen.turned(-1.34, y + 0.20, 24 * k + flap + 12):
                pen.blob([(0.06, -0.07), (-0.20, -0.12), (-0.42, -0.06), (-0.42, 0.08), (-0.18, 0.11), (0.06, 0.07)], dim(hue, 0.86 + 0.05 * (k % 2)))  # fmt: skip
        for k in range(6):
            x, drop = -1.30 + 0.20 * k, 0.17 * ((5 - k) / 5) ** 1.4
            half = 0.20 + 0.02 * k
            pen.blob([(x - 0.13, y + drop - half * 0.7), (x + 0.10, y + drop - half), (x + 0.18, y + drop + half * 0.2), (x + 0.08, y + drop + half * 0.95), (x - 0.12, y + drop + half * 0.8)], pen.ramp((x, y - half), (x, y + half), [tint(hue, 0.12), hue, dim(hue, 0.84)]))  # fmt: skip
            pen.line([(x - 0.10, y + drop - half * 0.7), (x - 0.14, y + drop + 0.05), (x - 0.10, y + drop + half * 0.7)], 0.02, dim(hue, 0.6), 0.7)  # fmt: skip
    with pen.part(puff=0.95, shade=0.35):
        pen.blob([(-0.28, y - 0.26), (0.14, y - 0.36), (0.56, y - 0.30), (0.84, y - 0.16), (1.02, y - 0.13), (0.86, y - 0.02), (0.74, y + 0.14), (0.36, y + 0.24), (-0.22, y + 0.22)], pen.ramp((0.2, y - 0.36), (0.2, y + 0.24), [tint(hue, 0.2), hue, dim(hue, 0.86)]))  # fmt: skip
        pen.line([(0.02, y - 0.33), (-0.10, y - 0.02), (0.02, y + 0.22)], 0.025, dim(hue, 0.62), 0.8)
        for k in range(14):
            pen.dot(0.0 + 0.7 * ((k * 0.618) % 1), y - 0.28 + 0.26 * ((k * 0.755) % 1), 0.02, tint(hue, 0.35), 0.6)
        _stalk(pen, (0.70, y - 0.20), (0.74, y - 0.38), 0.10, hue, moment.blink or act == "sleep")
        pen.oval(0.82, y + 0.04, 0.05, 0.02 + 0.05 * moment.mouth, dim(hue, 0.35))
        for k in range(3):
            pen.tube([(0.80, y + 0.02 + 0.04 * k), (0.96, y + 0.08 + 0.05 * k + 0.02 * math.sin(3 * turn + k))], [0.04, 0.015], dim(hue, 0.85))  # fmt: skip
    with pen.part(puff=0.9, shade=0.3):
        for k in range(4):
            _walker(pen, (0.36 - 0.22 * k, y + 0.14), (0.62 - 0.34 * k, 0.0), legs(k), dim(hue, 0.94))
        _pincer(pen, (0.58, y + 0.04), (1.12, y - 0.06), 1.05, hue, turn)


def _walker(pen: Pen, root: Point, home: Point, off: Point, hue: Rgb) -> None:
    foot = (home[0] + 0.8 * off[0], home[1] + off[1])
    knee = bend(root, foot, 0.30, 0.36, -1 if foot[0] > root[0] else 1)
    pen.tube([root, knee], [0.085, 0.075], hue)
    pen.tube([knee, foot], [0.07, 0.018], hue)


def _pincer(pen: Pen, shoulder: Point, wrist: Point, size: float, hue: Rgb, turn: float) -> None:
    lift = 0.06 * math.sin(turn)
    elbow = ((shoulder[0] + wrist[0]) / 2, max(shoulder[1], wrist[1]) + 0.12)
    pen.tube([shoulder, elbow, (wrist[0], wrist[1] + lift)], [0.13, 0.15, 0.12], dim(hue, 0.95))
    _claw(pen, wrist[0], wrist[1] + lift, -14 + 8 * math.sin(turn), size, hue, 0.3 + 0.5 * max(0.0, math.sin(2 * turn)))


def draw_scorpion(pen: Pen, hue: Rgb, moment: Moment, legs: Callable[[int], Point], act: str) -> None:
    turn = 2 * math.pi * moment.phase
    y = -0.34 + 0.01 * math.sin(2 * turn)
    strike = 0.10 * math.sin(turn)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        for k in range(4):
            _walker(pen, (0.30 - 0.20 * k, y + 0.06), (0.66 - 0.44 * k, -0.10), legs(k + 1), dim(hue, 0.62))
        _pincer(pen, (0.46, y), (0.98, y - 0.22), 0.72, dim(hue, 0.68), turn + 1.4)
    with pen.part(puff=0.95, shade=0.25):
        tail: list[Point] = [(-0.62, y), (-1.00, y - 0.16), (-1.16, y - 0.48), (-1.06, y - 0.80), (-0.78, y - 1.00), (-0.44 + strike, y - 1.02), (-0.20 + strike, y - 0.90)]  # fmt: skip
        for k, (tx, ty) in enumerate(tail):
            pen.dot(tx, ty, 0.175 - 0.014 * k, dim(hue, 0.92 if k % 2 else 1.0))
            if k:
                px, py = tail[k - 1]
                pen.dot((tx + px) / 2, (ty + py) / 2, 0.145 - 0.012 * k, dim(hue, 0.85))
        sx, sy = tail[-1]
        pen.blob([(sx - 0.10, sy - 0.10), (sx + 0.10, sy - 0.10), (sx + 0.22, sy + 0.06), (sx + 0.24, sy + 0.26), (sx + 0.12, sy + 0.10), (sx - 0.06, sy + 0.10)], dim(hue, 0.7))  # fmt: skip
    with pen.part(puff=0.95, shade=0.35):
        for k in range(6):
            x = -0.58 + 0.17 * k
            half = 0.17 + 0.045 * math.sin(math.pi * (k + 0.6) / 6)
            pen.blob([(x - 0.12, y - half), (x + 0.11, y - half * 1.06), (x + 0.15, y), (x + 0.10, y + half), (x - 0.12, y + half)], pen.ramp((x, y - half), (x, y + half), [tint(hue, 0.16), hue, dim(hue, 0.82)]))  # fmt: skip
            pen.line([(x - 0.10, y - half * 0.9), (x - 0.12, y + half * 0.8)], 0.018, dim(hue, 0.6), 0.8)
        pen.blob([(0.30, y - 0.20), (0.52, y - 0.20), (0.68, y - 0.06), (0.66, y + 0.10), (0.48, y + 0.18), (0.30, y + 0.18)], hue)  # fmt: skip
        ex, ey = 0.56, y - 0.10
        if moment.blink or act == "sleep":
            pen.line([(ex - 0.06, ey), (ex, ey + 0.03), (ex + 0.06, ey)], 0.025, dim(hue, 0.4))
        else:
            pen.dot(ex, ey, 0.085, tint(hue, 0.5))
            pen.dot(ex + 0.015, ey, 0.06, BLACK)
            pen.dot(ex + 0.035, ey - 0.02, 0.02, WHITE)
        pen.line([(0.60, y + 0.08), (0.54, y + 0.11), (0.48, y + 0.09)], 0.02 + 0.05 * moment.mouth, dim(hue, 0.4))
    with pen.part(puff=0.9, shade=0.3):
        for k in range(4):
            _walker(pen, (0.26 - 0.20 * k, y + 0.10), (0.56 - 0.44 * k, 0.0), legs(k), dim(hue, 0.94))
        _pincer(pen, (0.44, y + 0.06), (1.00, y + 0.02), 0.82, hue, turn)


def draw_shrimp(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """It swims to the right on the feet under its bent tail; the middle of it is at (0, 0)."""
    turn = 2 * math.pi * moment.phase
    curl = 0.04 * math.sin(turn)
    pale = mix(main, belly, 0.6)
    spine: list[Point] = [(0.10, -0.13), (-0.06, -0.165), (-0.21, -0.135), (-0.33, -0.05 + 0.3 * curl), (-0.395, 0.065 + 0.6 * curl), (-0.39, 0.175 + curl)]  # fmt: skip
    with pen.part(puff=0.9, shade=0.1):
        for k, (far, bow) in enumerate(((0.62, -0.30), (0.50, -0.44), (-0.42, -0.42))):
            wave = 0.03 * math.sin(turn + 1.3 * k)
            pen.tube([(0.33, -0.13), (0.33 + 0.35 * far, -0.10 + 0.9 * bow + wave), (0.33 + 0.7 * far, -0.10 + bow + wave), (0.30 + far, -0.04 + 0.7 * bow - wave)], [0.020, 0.016, 0.012, 0.006], tint(main, 0.1))  # fmt: skip
        for k in range(5):
            # The swimming feet beat one after another.
            x, y = spine[min(4, k)][0] + 0.02, spine[min(4, k)][1] + 0.12
            swing = 0.05 * math.sin(3 * turn - 1.1 * k)
            pen.tube([(x, y), (x + 0.03 + 0.6 * swing, y + 0.07), (x + 0.02 + 1.6 * swing, y + 0.135)], [0.045, 0.045, 0.02], dim(pale, 0.9))  # fmt: skip
    with pen.part(puff=0.9, shade=0.3):
        x, y = spine[5]
        for lobe in (-1.5, -0.5, 0.5, 1.5):
            with pen.turned(x, y, 90 + 22 * lobe + 60 * curl):
                pen.blob([(-0.03, -0.03), (0.10, -0.045), (0.165, 0.0), (0.10, 0.045), (-0.03, 0.03)], mix(main, rgb("#d8402c"), 0.25 + 0.2 * (abs(lobe) > 1)))  # fmt: skip
        for k in range(5, -1, -1):
            x, y = spine[k]
            ahead = spine[max(0, k - 1)] if k else (spine[0][0] + 0.16, spine[0][1] + 0.02)
            degrees = math.degrees(math.atan2(ahead[1] - y, ahead[0] - x))
            half = 0.135 - 0.014 * k
            with pen.turned(x, y, degrees):
                pen.blob([(-0.085, -0.75 * half), (0.02, -half), (0.10, -0.8 * half), (0.10, 0.7 * half), (0.02, half), (-0.075, 0.8 * half)], pen.ramp((0, -half), (0, half), [dim(main, 0.92), main, pale]))  # fmt: skip
                pen.line([(-0.055, -0.75 * half), (-0.075, 0.0), (-0.05, 0.78 * half)], 0.014, dim(main, 0.62), 0.75)
    with pen.part(puff=0.9, shade=0.25):
        for k in range(5):
            x = 0.04 + 0.065 * k
            step = 0.02 * math.sin(2 * turn + 1.7 * k)
            pen.tube([(x, 0.0), (x + 0.07, 0.075), (x + 0.04 + step, 0.175)], [0.036, 0.028, 0.010], dim(main, 0.86))
    with pen.part(puff=0.95, shade=0.35):
        pen.blob([(0.06, -0.26), (0.22, -0.245), (0.36, -0.175), (0.52, -0.205), (0.42, -0.125), (0.395, -0.05), (0.28, 0.015), (0.08, 0.02), (0.01, -0.12)], pen.ramp((0, -0.26), (0, 0.02), [tint(main, 0.12), main, pale]), tight=0.85)  # fmt: skip
        pen.line([(0.10, -0.235), (0.045, -0.11), (0.10, 0.0)], 0.014, dim(main, 0.62), 0.75)
        _stalk(pen, (0.335, -0.15), (0.365, -0.225), 0.045, main, moment.blink)
        for k in range(2):
            pen.tube([(0.38, -0.05 + 0.03 * k), (0.47, 0.0 + 0.05 * k + 0.012 * math.sin(3 * turn + k))], [0.022, 0.008], dim(main, 0.85))  # fmt: skip
        pen.oval(0.375, -0.055, 0.014, 0.006 + 0.016 * moment.mouth, dim(main, 0.4))
