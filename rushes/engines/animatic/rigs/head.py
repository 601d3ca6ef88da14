"""Heads of animals in profile: skull, muzzle, eyes, ears, and what grows on them. Drawn in skulls, the poll at (0, 0)."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

_TONGUE = rgb("#d8606a")


def draw_head(
    pen: Pen, breed: Breed, coat: Coat, poll: Point, face_degrees: float, ear_swing: float, mouth: float, blink: bool
) -> None:
    s, d = breed.snout, breed.snout_deep
    woolly = breed.pattern in ("wool",)
    main = coat.dark if woolly else coat.main
    x, y = _centre(breed, poll)
    with pen.turned(x, y, face_degrees, breed.head):
        tip = 0.78 + s
        if breed.mane == "lion":
            _lion_frame(pen, coat)
        if breed.crown in ("antlers", "horns", "spire", "bumps"):
            _crown(pen, breed, coat)
        if mouth > 0:
            with pen.turned(0.15, 0.45 * d + 0.2, 26 * mouth):
                pen.blob([(-0.4, -0.1), (0.6 + 0.6 * s, -0.05), (0.52 + s * 0.92, 0.12 * d), (0.5 + 0.6 * s, 0.42 * d), (-0.1, 0.42)], dim(main, 0.9))  # fmt: skip
                pen.blob([(0.1, -0.16), (0.5 + 0.6 * s, -0.12), (0.42 + 0.82 * s, 0.02), (0.3, 0.06)], _TONGUE)
        skull = closed(
            [
                (-1.0, 0.05), (-0.82, -0.62), (-0.25, -0.98), (0.35, -0.86), (0.74, -0.42 - 0.08 * d), (0.78 + s * 0.55, -0.30 * d - 0.06),
                (tip - 0.04, -0.22 * d + 0.02), (tip + 0.04, 0.16 * d), (tip - 0.10, 0.55 * d + 0.02), (0.72 + s * 0.45, 0.72 * d + 0.05),
                (0.42, 0.84), (-0.25, 0.96), (-0.80, 0.66),
            ]
        )  # fmt: skip
        pen.fill(skull, pen.ramp((0, -1), (0, 0.9), [tint(main, 0.08), main, dim(main, 0.92)]))
        with pen.within(skull):
            _markings(pen, breed, coat, tip)
        nose = coat.nose
        if breed.crown != "trunk":
            if breed.hoof:
                pen.oval(tip - 0.14, 0.02 * d, 0.07, 0.055, dim(nose, 0.6) if lightness(nose) > 0.3 else nose)
            else:
                size = 0.15 + 0.07 * d
                pen.oval(tip - 0.05, -0.05 * d + 0.02, size * 1.1, size * 0.85, nose)
                pen.oval(tip - 0.03, -0.12 * d, size * 0.4, size * 0.22, tint(nose, 0.55), 0.8)
            if mouth == 0:
                pen.line([(tip - 0.10, 0.26 * d + 0.06), (tip - 0.42, 0.42 * d + 0.06), (tip - 0.30 - 0.5 * s, 0.36 * d + 0.10)], 0.055, dim(main, 0.38), 0.8)  # fmt: skip
        _eye(pen, breed, coat, blink)
        if breed.crown == "trunk":
            _trunk(pen, coat, ear_swing, mouth)
        if breed.mane == "beard":
            pen.tube(
                [(0.7 + 0.4 * s, 0.7 * d), (0.62 + 0.4 * s, 1.2), (0.5 + 0.4 * s, 1.7)], [0.42, 0.34, 0.06], coat.mane
            )
        if woolly:
            for k in range(5):
                pen.dot(-0.85 + 0.32 * k, -0.80 - 0.14 * math.sin(k * 0.8), 0.38, coat.main)
    draw_ear(pen, breed, coat, poll, face_degrees, ear_swing, far=False)


def draw_ear(pen: Pen, breed: Breed, coat: Coat, poll: Point, face_degrees: float, swing: float, *, far: bool) -> None:
    main = coat.dark if breed.pattern in ("wool", "panda") else coat.main
    shade = 0.62 if far else 1.0
    outer, inner = dim(main, shade), mix(dim(main, 0.75), rgb("#d99a90"), 0.35)
    x, y = _centre(breed, poll)
    e = breed.ear_size
    with pen.turned(x, y, face_degrees * 0.7, breed.head):
        at = (0.10, -0.70) if far else (-0.36, -0.66)
        tilt = (6.0 if far else -10.0) - 12 * swing
        with pen.turned(*at, tilt):
            if breed.ear == "pointed":
                dark = dim(coat.dark, shade)
                fill = (
                    pen.ramp((0, -1.3 * e), (0, 0), [dark, dark, outer], [0, 0.35, 0.62]) if breed.sock > 0 else outer
                )
                pen.blob(
                    [(-0.44, 0.2), (-0.36, -0.55 * e), (-0.05, -1.28 * e), (0.30, -0.55 * e), (0.46, 0.15)],
                    fill,
                    tight=0.7,
                )
                if not far:
                    pen.blob(
                        [(-0.20, 0.08), (-0.17, -0.42 * e), (-0.02, -0.92 * e), (0.17, -0.42 * e), (0.24, 0.08)],
                        inner,
                        tight=0.7,
                    )
            elif breed.ear == "round":
                pen.dot(-0.05, -0.22 * e, 0.44 * e, outer)
                if not far:
                    pen.dot(0.0, -0.18 * e, 0.26 * e, dim(main, 0.7) if breed.pattern == "panda" else inner)
            elif breed.ear == "flop":
                if not far:
                    with pen.turned(0.05, 0.25, 8 * swing):
                        pen.blob([(-0.35, -0.25), (0.22, -0.28), (0.36, 0.35 * e), (0.20, 1.0 * e), (-0.18, 1.05 * e), (-0.48, 0.45 * e)], dim(coat.dark, 1.0))  # fmt: skip
            elif breed.ear == "long":
                with pen.turned(0, 0, -16 if not far else 4):
                    pen.blob(
                        [
                            (-0.22, 0.2),
                            (-0.36, -0.9 * e),
                            (-0.12, -1.75 * e),
                            (0.16, -1.55 * e),
                            (0.24, -0.6 * e),
                            (0.20, 0.15),
                        ],
                        outer,
                    )
                    if not far:
                        pen.blob(
                            [(-0.08, 0.0), (-0.18, -0.9 * e), (-0.06, -1.45 * e), (0.09, -0.8 * e), (0.08, 0.0)], inner
                        )
            elif breed.ear == "leaf":
                with pen.turned(0, 0.1, -42 if not far else -12):
                    pen.blob(
                        [(-0.16, 0.15), (-0.30, -0.45 * e), (0.0, -1.05 * e), (0.26, -0.45 * e), (0.18, 0.15)], outer
                    )
                    if not far:
                        pen.blob(
                            [(-0.06, 0.0), (-0.14, -0.42 * e), (0.0, -0.8 * e), (0.13, -0.4 * e), (0.08, 0.0)], inner
                        )
            elif breed.ear == "fan" and not far:
                with pen.turned(-0.15, 0.55, 10 * swing):
                    pen.blob([(0.42, -0.75), (0.05, -1.25), (-0.85, -1.15), (-1.45, -0.3), (-1.25, 0.75), (-0.55, 1.35), (0.05, 0.9), (0.36, 0.2)], dim(main, 0.86))  # fmt: skip
                    pen.blob([(0.22, -0.6), (-0.1, -0.95), (-0.75, -0.85), (-1.15, -0.2), (-1.0, 0.6), (-0.5, 1.0), (0.0, 0.6), (0.2, 0.1)], mix(main, rgb("#c99aa0"), 0.35))  # fmt: skip


def _centre(breed: Breed, poll: Point) -> Point:
    return (poll[0] + 0.28 * breed.head, poll[1] - 0.10 * breed.head)


def _eye(pen: Pen, breed: Breed, coat: Coat, blink: bool) -> None:
    x, y = (0.36 + 0.06 * breed.snout, -0.26)
    size = 0.225 if not breed.hoof else 0.20
    dark = mix(BLACK, coat.dark, 0.25)
    if breed.pattern == "panda":
        pen.oval(x - 0.02, y + 0.10, 0.34, 0.40, coat.dark, degrees=28)
    if blink:
        pen.line([(x - size, y + 0.02), (x, y + 0.12), (x + size, y + 0.02)], 0.075, dark)
        return
    if breed.pattern in ("panda", "wool") or lightness(coat.main) < 0.35:
        pen.oval(x, y, size * 1.22, size * 1.34, mix(WHITE, coat.main, 0.25))
    pen.oval(x, y, size * 0.92, size * 1.12, dark)
    pen.dot(x + size * 0.28, y - size * 0.42, size * 0.36, WHITE, 0.95)
    pen.dot(x - size * 0.30, y + size * 0.45, size * 0.16, WHITE, 0.5)


def _markings(pen: Pen, breed: Breed, coat: Coat, tip: float) -> None:
    d, s = breed.snout_deep, breed.snout
    if breed.cheeks is not None:
        pen.blob(
            [(tip + 0.2, 0.05 * d + 0.05), (0.75 + 0.4 * s, 0.05), (0.5, 0.18), (0.1, 0.28), (-0.35, 0.62), (-0.5, 1.2), (0.6, 1.3), (tip, 1.0)], coat.cheeks
        )  # fmt: skip
    if breed.pattern == "patches":
        pen.blob([(-1.2, -1.1), (0.5, -1.1), (0.62, -0.2), (0.1, 0.5), (-0.8, 0.7), (-1.3, 0.2)], coat.mark)
    if breed.pattern == "stripes":
        for k in range(3):
            pen.line([(-0.55 + 0.36 * k, -1.05), (-0.48 + 0.34 * k, -0.58)], 0.11, coat.mark, 0.9)
        for k in range(2):
            pen.line([(-0.95, 0.18 + 0.30 * k), (-0.42, 0.30 + 0.24 * k)], 0.09, coat.mark, 0.8)
    if breed.hoof and breed.mane == "crest" and breed.pattern == "":
        pen.blob([(0.45, -0.95), (0.75, -0.55), (0.8 + 0.6 * s, -0.35 * d), (tip, -0.3), (0.7, -0.2), (0.40, -0.6)], tint(coat.main, 0.75), 0.9)  # fmt: skip


def _lion_frame(pen: Pen, coat: Coat) -> None:
    points = []
    for k in range(36):
        a = k / 36 * 2 * math.pi
        reach = 1.52 if k % 2 else 1.74
        points.append((-0.38 + reach * math.cos(a) * 0.95, 0.18 + reach * math.sin(a) * 1.1))
    pen.blob(points, pen.ramp((0, -1.6), (0, 1.9), [tint(coat.mane, 0.28), coat.mane, dim(coat.mane, 0.72)]))


def _crown(pen: Pen, breed: Breed, coat: Coat) -> None:
    horn = rgb("#d9c9a8")
    if breed.crown == "antlers":
        for shade, shift in ((0.66, 0.30), (1.0, -0.05)):
            bone = dim(rgb("#b08a5c"), shade)
            with pen.turned(shift, -0.85):
                pen.tube([(0, 0), (-0.45, -1.1), (-0.35, -2.2), (0.25, -3.1)], [0.26, 0.21, 0.17, 0.05], bone)
                pen.tube([(-0.36, -0.75), (0.15, -1.15), (0.45, -1.6)], [0.18, 0.14, 0.04], bone)
                pen.tube([(-0.44, -1.5), (0.15, -1.9), (0.55, -2.4)], [0.17, 0.13, 0.04], bone)
                pen.tube([(-0.40, -1.9), (-0.85, -2.4), (-0.9, -2.9)], [0.16, 0.12, 0.04], bone)
    elif breed.crown == "horns":
        back = breed.mane == "beard"
        for shade, shift in ((0.7, 0.22), (1.0, -0.08)):
            curve: list[Point] = (
                [(0, 0), (-0.25, -0.75), (-0.95, -1.25)] if back else [(0, 0), (0.28, -0.45), (0.30, -0.95)]
            )
            with pen.turned(shift, -0.78):
                pen.tube(curve, [0.30, 0.22, 0.05], dim(horn, shade))
    elif breed.crown == "bumps":
        for shift in (0.2, -0.12):
            pen.tube([(shift, -0.7), (shift - 0.1, -1.35)], [0.18, 0.16], coat.main)
            pen.dot(shift - 0.1, -1.42, 0.16, coat.dark)
    elif breed.crown == "spire":
        pen.tube([(0.42, -0.75), (0.86, -1.55), (1.3, -2.5)], [0.34, 0.22, 0.03], rgb("#f3d27a"))


def _trunk(pen: Pen, coat: Coat, swing: float, mouth: float) -> None:
    sway = 0.35 * swing + 0.5 * mouth
    hide = coat.main
    points: list[Point] = [(0.75, -0.15), (1.35, 0.35), (1.42 + 0.2 * sway, 1.5), (1.30 + 0.5 * sway, 2.5 - 0.3 * mouth), (1.62 + 0.9 * sway, 3.15 - 0.8 * mouth), (2.0 + 1.0 * sway, 3.1 - 1.1 * mouth)]  # fmt: skip
    pen.tube(points, [1.15, 0.88, 0.62, 0.46, 0.36, 0.30], hide)
    for k in range(1, 9):
        y = 0.4 + 0.24 * k
        width = 0.36 - 0.022 * k
        pen.line([(1.40 + 0.02 * k * sway - width, y), (1.42 + 0.02 * k * sway, y + 0.05), (1.40 + 0.02 * k * sway + width * 0.7, y)], 0.035, dim(hide, 0.72), 0.6)  # fmt: skip
    pen.tube([(0.72, 0.55), (1.25, 1.15), (1.95, 1.25)], [0.30, 0.25, 0.05], rgb("#f5eedd"))
