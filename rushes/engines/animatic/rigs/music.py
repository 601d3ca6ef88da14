"""Music: how instruments are held and played, and those that are drawn with who plays them."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.rigs.gestures import TURN, Gesture, at, by_face
from rushes.engines.animatic.rigs.grips import Grip, along
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.stance import Stance

_WOOD, _DARK, _BRASS = rgb("#b8702f"), rgb("#3a2218"), rgb("#e8b83c")


def _guitar(base: Stance, outfit: Outfit, phase: float) -> Stance:
    strum, slow = math.sin(4 * TURN * phase), math.sin(TURN * phase)
    return replace(base, near_arm=at(0.135, 0.165 + 0.02 * strum, 0.015), far_arm=at(0.155, 0.075 + 0.01 * slow, -0.205), nod=8 + 3 * math.sin(2 * TURN * phase), cock=4 * slow, mood=base.mood or "happy", flow=strum)  # fmt: skip


def _violin(base: Stance, outfit: Outfit, phase: float) -> Stance:
    bow, slow = math.sin(2 * TURN * phase), math.sin(TURN * phase)
    return replace(base, near_arm=at(0.165, 0.010 + 0.035 * bow, 0.055 + 0.045 * bow), far_arm=at(0.17, -0.012, -0.165), nod=7, cock=-9, glance=-10, tilt=2.5 * slow, asleep=True, mood="calm")  # fmt: skip


def _cello(base: Stance, outfit: Outfit, phase: float) -> Stance:
    bow, slow = math.sin(TURN * 2 * phase), math.sin(TURN * phase)
    return replace(base, near_arm=at(0.20, 0.155, 0.06 + 0.07 * bow), far_arm=at(0.13, 0.01 + 0.03 * slow, -0.075), nod=9, cock=6 * slow, asleep=True, mood="calm", near_foot=replace(base.near_foot, z=0.10), far_foot=replace(base.far_foot, z=0.10))  # fmt: skip


def _harp(base: Stance, outfit: Outfit, phase: float) -> Stance:
    pluck, other = math.sin(3 * TURN * phase), math.sin(2 * TURN * phase + 1)
    return replace(base, near_arm=at(0.185 + 0.012 * pluck, 0.02 + 0.03 * other, 0.035), far_arm=at(0.185 + 0.012 * other, 0.06 - 0.03 * pluck, -0.03), nod=5, mood="calm", cock=4 * math.sin(TURN * phase))  # fmt: skip


def _drums(base: Stance, outfit: Outfit, phase: float) -> Stance:
    near, far = abs(math.sin(4 * TURN * phase)), abs(math.cos(4 * TURN * phase))
    return replace(base, near_arm=at(0.17, 0.125 - 0.075 * near, 0.09), far_arm=at(0.17, 0.125 - 0.075 * far, -0.09), nod=4 * math.sin(4 * TURN * phase), mood=base.mood or "happy", twist=5 * math.sin(2 * TURN * phase))  # fmt: skip


def _flute(base: Stance, outfit: Outfit, phase: float) -> Stance:
    slow = math.sin(TURN * phase)
    return replace(base, near_arm=by_face(outfit, 0.115, -0.075, 0.115), far_arm=by_face(outfit, 0.135, -0.075, 0.045), cock=5 + 3 * slow, nod=3, glance=6, tilt=2 * slow, asleep=True, mood="kiss")  # fmt: skip


def _saxophone(base: Stance, outfit: Outfit, phase: float) -> Stance:
    slow = math.sin(TURN * phase)
    return replace(base, near_arm=at(0.145, 0.125, 0.035), far_arm=at(0.145, 0.045, -0.02), lean=base.lean - 5 + 4 * slow, nod=-2 + 4 * slow, asleep=True, mood="kiss")  # fmt: skip


def _trumpet(base: Stance, outfit: Outfit, phase: float) -> Stance:
    slow = math.sin(TURN * phase)
    return replace(base, near_arm=by_face(outfit, 0.205, -0.065, 0.025), far_arm=by_face(outfit, 0.185, -0.060, -0.015), lean=base.lean - 3 + 2 * slow, nod=-6 + 3 * slow, asleep=True, mood="kiss")  # fmt: skip


def _accordion(base: Stance, outfit: Outfit, phase: float) -> Stance:
    pull = 0.045 * math.sin(TURN * phase)
    return replace(base, near_arm=at(0.13, 0.10, 0.115 + pull), far_arm=at(0.13, 0.10, -0.115 - pull), tilt=3 * math.sin(TURN * phase), mood=base.mood or "happy")  # fmt: skip


MUSIC: dict[str, Gesture] = {
    "guitar": Gesture(_guitar, tool="guitar", yaw=58), "violin": Gesture(_violin, tool="violin", yaw=60), "cello": Gesture(_cello, tool="cello", seat="stool", yaw=66),
    "harp": Gesture(_harp, poses=72, tool="harp", seat="stool", yaw=24), "drums": Gesture(_drums, tool="drums", seat="stool", yaw=70), "flute": Gesture(_flute, poses=72, tool="flute", yaw=64),
    "saxophone": Gesture(_saxophone, poses=60, tool="saxophone", yaw=38), "trumpet": Gesture(_trumpet, poses=60, tool="trumpet", yaw=22), "accordion": Gesture(_accordion, tool="accordion", yaw=72),
}  # fmt: skip
#: The word of an instrument, or what the director says of a player -> the gesture.
PLAYED: dict[str, str] = {
    "guitar": "guitar", "acoustic guitar": "guitar", "electric guitar": "guitar", "banjo": "guitar", "ukulele": "guitar", "lute": "guitar", "bass guitar": "guitar", "playing guitar": "guitar",
    "cello": "cello", "cellist": "cello", "double bass": "cello", "violin": "violin", "violinist": "violin", "fiddle": "violin", "harp": "harp", "harpist": "harp", "playing harp": "harp",
    "drum": "drums", "drums": "drums", "drummer": "drums", "drum kit": "drums", "playing drums": "drums", "flute": "flute", "flutist": "flute", "playing flute": "flute",
    "saxophone": "saxophone", "saxophonist": "saxophone", "trumpet": "trumpet", "trumpeter": "trumpet", "trombone": "trumpet", "playing brass": "trumpet", "accordion": "accordion", "playing accordion": "accordion",
    "playing jazz": "saxophone", "playing strings": "violin",
}  # fmt: skip


def _fiddle_body(pen: Pen, length: float) -> None:
    """The body of a violin or a cello along x, its scroll at `length`."""
    pen.tube([(0.30 * length, 0.0), (0.92 * length, 0.0)], [0.05 * length, 0.036 * length], _DARK)
    pen.dot(0.95 * length, 0.0, 0.035 * length, _DARK)
    pen.blob([(-0.04 * length, 0.0), (0.0, -0.15 * length), (0.14 * length, -0.165 * length), (0.25 * length, -0.095 * length), (0.38 * length, -0.135 * length), (0.50 * length, -0.10 * length), (0.54 * length, 0.0), (0.50 * length, 0.10 * length), (0.38 * length, 0.135 * length), (0.25 * length, 0.095 * length), (0.14 * length, 0.165 * length), (0.0, 0.15 * length)], pen.ramp((0, -0.15 * length), (0, 0.15 * length), [tint(_WOOD, 0.18), _WOOD, dim(_WOOD, 0.8)]))  # fmt: skip
    for side in (-1, 1):
        pen.line([(0.20 * length, side * 0.055 * length), (0.26 * length, side * 0.07 * length), (0.31 * length, side * 0.05 * length)], 0.012 * length, _DARK)  # fmt: skip
        pen.line(
            [(0.05 * length, side * 0.012 * length), (0.90 * length, side * 0.010 * length)],
            0.006 * length,
            rgb("#f0e8d8"),
        )
    pen.box(0.19 * length, -0.05 * length, 0.21 * length, 0.05 * length, rgb("#e0c89a"))


def draw_violin(grip: Grip) -> None:
    with along(grip.pen, grip.view, grip.place(0.085, -0.045, -0.035), grip.place(0.19, -0.020, -0.20)) as size:
        _fiddle_body(grip.pen, 0.30 * size)


def draw_bow(grip: Grip) -> None:
    x, y = grip.hand(1)
    cross = grip.at(0.125, -0.055, -0.085)
    end = (x + (cross[0] - x) * 1.9, y + (cross[1] - y) * 1.9)
    grip.pen.line([(x, y), end], 0.009, _DARK)
    grip.pen.line([(x + 0.004, y + 0.012), (end[0] + 0.004, end[1] + 0.008)], 0.004, rgb("#f2ece0"))


def draw_cello(grip: Grip) -> None:
    pen = grip.pen
    foot, head = grip.view.point((0.20, -0.02, 0.0)), grip.at(0.085, -0.14, -0.075)
    pen.line([grip.view.point((0.215, 0.0, 0.0)), foot], 0.010, rgb("#8a8f98"))
    with pen.turned(foot[0], foot[1], math.degrees(math.atan2(head[1] - foot[1], head[0] - foot[0]))):
        _fiddle_body(pen, math.dist(foot, head) * 1.0)


def draw_cello_bow(grip: Grip) -> None:
    x, y = grip.hand(1)
    cross = grip.at(0.17, 0.14, -0.01)
    long = max(0.02, math.dist((x, y), cross))
    end = (x + (cross[0] - x) / long * 0.34, y + (cross[1] - y) / long * 0.34)
    grip.pen.line([(x, y), end], 0.010, _DARK)


def draw_harp(grip: Grip) -> None:
    """The big harp on the ground; its strings run before the hands."""
    pen = grip.pen
    base = grip.view.point((0.17, 0.0, 0.0))[0]
    top = -0.80
    pen.blob([(base + 0.16, 0.0), (base + 0.18, -0.05), (base + 0.34, -0.05), (base + 0.36, 0.0)], dim(_BRASS, 0.75), tight=0.4)  # fmt: skip
    pen.tube([(base + 0.30, -0.04), (base + 0.31, top)], [0.040, 0.034], _BRASS)
    pen.dot(base + 0.31, top - 0.02, 0.034, tint(_BRASS, 0.2))
    for k in range(12):
        share = (k + 1) / 13
        x = base + 0.03 + 0.25 * share
        low, high = -0.60 + 0.53 * share, -0.66 - 0.10 * share + 0.07 * math.sin(math.pi * share) ** 2
        hum = 0.3 * abs(math.sin(TURN * (3 * grip.moment.phase + k * 0.37)))
        pen.line([(x, low), (x, high)], 0.0045, rgb("#fff6e0") if k % 4 else rgb("#d8443c"), 0.6 + hum)
    pen.tube([(base + 0.27, -0.05), (base + 0.14, -0.34), (base + 0.02, -0.62)], [0.080, 0.060, 0.034], dim(_WOOD, 0.85))  # fmt: skip
    pen.tube([(base + 0.02, -0.64), (base + 0.10, -0.60), (base + 0.20, -0.70), (base + 0.31, top)], [0.036, 0.040, 0.042, 0.036], _BRASS)  # fmt: skip


def draw_drums(grip: Grip) -> None:
    pen = grip.pen
    shell = grip.outfit.accent
    x = grip.view.point((0.20, 0.0, 0.0))[0]
    for dx, wide, top, low in ((-0.19, 0.075, -0.36, -0.22), (0.19, 0.085, -0.34, -0.16), (0.0, 0.15, -0.29, 0.0)):
        if low < -0.01:
            pen.line([(x + dx, low), (x + dx * 1.1, 0.0)], 0.010, rgb("#8a8f98"))
        pen.box(x + dx - wide, top, x + dx + wide, low, pen.ramp((x + dx - wide, 0), (x + dx + wide, 0), [dim(shell, 0.75), tint(shell, 0.2), dim(shell, 0.8)]), round=0.02)  # fmt: skip
        pen.oval(x + dx, top, wide, wide * 0.26, rgb("#f4efe4"))
        pen.line([(x + dx - wide, top + 0.006), (x + dx, top + wide * 0.27), (x + dx + wide, top + 0.006)], 0.010, rgb("#b0b6c0"))  # fmt: skip
    pen.oval(x, -0.13, 0.115, 0.115, rgb("#f4efe4"))
    pen.oval(x, -0.13, 0.10, 0.10, dim(shell, 0.9), 0.25)
    for dx in (-0.30, 0.31):
        shake = 0.012 * math.sin(4 * TURN * grip.moment.phase + dx)
        pen.line([(x + dx, -0.46), (x + dx, 0.0)], 0.010, rgb("#8a8f98"))
        pen.oval(x + dx, -0.465, 0.095, 0.018 + abs(shake), _BRASS, degrees=-12 if dx < 0 else 12)


def draw_sticks(grip: Grip) -> None:
    for side in (-1, 1):
        x, y = grip.hand(side)
        tip = grip.at(0.29, 0.165 - (0.02 if side > 0 else 0.0), 0.05 * side)
        grip.pen.line([(x, y), (tip[0], min(tip[1], y + 0.09))], 0.010, rgb("#d8b88a"))


def draw_flute(grip: Grip) -> None:
    mouth, end = grip.face(0.118, -0.088, -0.02), grip.face(0.118, -0.080, 0.21)
    grip.pen.line([mouth, end], 0.013, rgb("#d4dae2"))
    for k in range(6):
        share = 0.35 + 0.09 * k
        grip.pen.dot(mouth[0] + (end[0] - mouth[0]) * share, mouth[1] + (end[1] - mouth[1]) * share - 0.003, 0.0045, rgb("#8a94a2"))  # fmt: skip


def draw_saxophone(grip: Grip) -> None:
    pen = grip.pen
    m, n = grip.face(0.108, -0.085, 0.0), grip.face(0.150, -0.075, 0.0)
    a, b, c, d = (grip.at(*p) for p in ((0.155, 0.02, 0.0), (0.140, 0.20, 0.03), (0.185, 0.255, 0.02), (0.225, 0.13, -0.01)))  # fmt: skip
    pen.line([m, n], 0.014, rgb("#26232a"))
    pen.tube([n, a, b, c, d], [0.016, 0.024, 0.034, 0.046, 0.090], pen.ramp(a, c, [tint(_BRASS, 0.25), _BRASS, dim(_BRASS, 0.75)]))  # fmt: skip
    pen.oval(d[0], d[1], 0.045, 0.020, dim(_BRASS, 0.6))
    for k in range(5):
        pen.dot(a[0] + (b[0] - a[0]) * k / 5 + 0.012, a[1] + (b[1] - a[1]) * k / 5, 0.009, tint(_BRASS, 0.45))


def draw_trumpet(grip: Grip) -> None:
    pen = grip.pen
    mouth, end = grip.face(0.112, -0.088, 0.0), grip.face(0.37, -0.075, 0.0)
    long = math.dist(mouth, end)
    with pen.turned(mouth[0], mouth[1], math.degrees(math.atan2(end[1] - mouth[1], end[0] - mouth[0]))):
        pen.line([(0, 0), (long * 0.9, 0)], 0.014, _BRASS)
        pen.poly([(long * 0.78, -0.010), (long, -0.052), (long, 0.052), (long * 0.78, 0.010)], pen.ramp((0, -0.05), (0, 0.05), [tint(_BRASS, 0.35), dim(_BRASS, 0.75)]))  # fmt: skip
        pen.line(
            [(long * 0.25, 0.0), (long * 0.25, 0.045), (long * 0.70, 0.045), (long * 0.70, 0.0)],
            0.012,
            dim(_BRASS, 0.9),
        )
        for k in range(3):
            press = 0.008 * max(0.0, math.sin(TURN * (4 * grip.moment.phase + k / 3)))
            pen.line(
                [(long * (0.40 + 0.08 * k), -0.03 + press), (long * (0.40 + 0.08 * k), 0.05)], 0.014, tint(_BRASS, 0.2)
            )
        pen.oval(long, 0, 0.010, 0.052, dim(_BRASS, 0.6))


def draw_accordion(grip: Grip) -> None:
    pen = grip.pen
    near, far = grip.hand(1), grip.hand(-1)
    left, right = min(near, far), max(near, far)
    hue = grip.outfit.accent
    for k in range(9):
        share = k / 8
        x = left[0] + (right[0] - left[0]) * share
        pen.box(x - 0.014, left[1] - 0.085, x + 0.014, left[1] + 0.10, dim(hue, 0.75 if k % 2 else 1.0), round=0.006)
    for x, tone in ((left[0], WHITE), (right[0], rgb("#26232a"))):
        pen.box(x - 0.028, left[1] - 0.095, x + 0.028, left[1] + 0.11, tint(hue, 0.08), round=0.012)
        for k in range(5):
            pen.dot(x, left[1] - 0.06 + 0.034 * k, 0.008, tone)


def draw_guitar(pen: Pen, x: float, y: float, length: float, degrees: float) -> None:
    """Its body about (x, y), the neck up to the right."""
    with pen.turned(x, y, degrees, length):
        wood = rgb("#c8823c")
        pen.tube([(0.15, 0.0), (0.78, -0.01)], [0.055, 0.045], rgb("#4a2c1c"))
        pen.box(0.74, -0.05, 0.88, 0.04, rgb("#3a2218"), round=0.02)
        pen.blob([(-0.34, 0.0), (-0.26, -0.20), (-0.06, -0.19), (0.04, -0.125), (0.16, -0.15), (0.25, 0.0), (0.16, 0.15), (0.04, 0.125), (-0.06, 0.19), (-0.26, 0.20)], pen.ramp((0, -0.2), (0, 0.2), [tint(wood, 0.15), dim(wood, 0.85)]))  # fmt: skip
        pen.dot(0.06, 0.0, 0.072, rgb("#2c1812"))
        pen.box(-0.18, -0.05, -0.14, 0.05, rgb("#3a2218"))
        for k in range(4):
            v = (k - 1.5) * 0.012
            pen.line([(-0.16, v), (0.80, v)], 0.004, rgb("#f0e8d8"), 0.9)


def draw_held_guitar(grip: Grip) -> None:
    with along(grip.pen, grip.view, grip.place(0.10, 0.165, 0.03), grip.place(0.155, 0.065, -0.24)) as size:
        draw_guitar(grip.pen, 0.0, 0.0, 0.46 * max(0.8, size), 0.0)
