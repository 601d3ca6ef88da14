"""Heads of animals in profile: skull, muzzle, eyes, mane. Drawn in skulls, the poll at (0, 0)."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.crowns import draw_crown, draw_nose_horns, draw_trunk
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

_TONGUE, _GUMS = rgb("#d8606a"), rgb("#5a2028")


def centre(breed: Breed, poll: Point) -> Point:
    return (poll[0] + 0.28 * breed.head, poll[1] - 0.10 * breed.head)


def draw_head(
    pen: Pen, breed: Breed, coat: Coat, poll: Point, face_degrees: float, ear_swing: float, mouth: float, blink: bool
) -> None:
    s, d = breed.snout, breed.snout_deep
    woolly = breed.pattern == "wool" and breed.hoof
    main = coat.dark if woolly else coat.main
    x, y = centre(breed, poll)
    with pen.turned(x, y, face_degrees, breed.head):
        tip = 0.78 + s
        if breed.crown != "curls":
            draw_crown(pen, breed, coat)
        if mouth > 0:
            _jaw(pen, breed, coat, main, tip, mouth)
        skull = closed(
            [
                (-1.0, 0.05), (-0.82, -0.62), (-0.25, -0.98), (0.35, -0.86), (0.74, -0.42 - 0.08 * d), (0.78 + s * 0.55, -0.30 * d - 0.06),
                (tip - 0.04, -0.22 * d + 0.02), (tip + 0.04, 0.16 * d), (tip - 0.10, 0.55 * d + 0.02), (0.72 + s * 0.45, 0.72 * d + 0.05),
                (0.42, 0.84), (-0.25, 0.96), (-0.80, 0.66),
            ]
        )  # fmt: skip
        if breed.fur > 0.03 and not breed.hoof:
            _cheek_tufts(pen, breed, coat)
        pen.fill(skull, pen.ramp((0, -1), (0, 0.9), [tint(main, 0.08), main, dim(main, 0.92)]))
        with pen.within(skull):
            _markings(pen, breed, coat, tip)
            if breed.fur > 0 and not woolly:
                for k in range(14):
                    hx, hy = -0.9 + 1.2 * ((k * 0.618) % 1), -0.75 + 1.4 * ((k * 0.755) % 1)
                    hue = tint(main, 0.35) if k % 2 else dim(main, 0.68)
                    pen.line([(hx, hy), (hx - 0.22, hy + 0.10)], 0.035, hue, 0.28)
        if breed.crown == "curls":
            draw_crown(pen, breed, coat)
        if breed.crown == "nosehorns":
            draw_nose_horns(pen, tip)
        if breed.crown != "trunk":
            _nose(pen, breed, coat, main, tip, mouth)
        _eye(pen, breed, coat, blink)
        if breed.whiskers:
            for k in range(3):
                pen.line([(tip - 0.30, 0.20 * d + 0.08 * k), (tip - 0.75 - 0.1 * k, 0.30 * d + 0.20 * k + 0.05), (tip - 1.25, 0.20 * d + 0.42 * k)], 0.022, tint(main, 0.8), 0.85)  # fmt: skip
        if breed.crown == "trunk":
            draw_trunk(pen, coat, ear_swing, mouth)
        if breed.mane == "beard":
            pen.tube(
                [(0.7 + 0.4 * s, 0.7 * d), (0.62 + 0.4 * s, 1.2), (0.5 + 0.4 * s, 1.7)], [0.42, 0.34, 0.06], coat.mane
            )
        if breed.mane == "crest":
            for k in range(4):
                pen.tube([(-0.35 + 0.12 * k, -0.95), (0.10 + 0.10 * k, -0.80 + 0.04 * k), (0.40 + 0.08 * k, -0.15 + 0.10 * k)], [0.20, 0.17, 0.02], coat.mane if k % 2 else tint(coat.mane, 0.08))  # fmt: skip
        if breed.pattern == "wool":
            for k in range(6):
                pen.dot(-0.95 + 0.30 * k, -0.72 - 0.22 * math.sin(0.5 + k * 0.5), 0.36, coat.main)


def _jaw(pen: Pen, breed: Breed, coat: Coat, main: tuple[float, float, float], tip: float, mouth: float) -> None:
    s, d = breed.snout, breed.snout_deep
    low = mix(dim(main, 0.9), coat.cheeks, 0.6) if breed.cheeks is not None else dim(main, 0.9)
    # The dark of the open mouth, then the jaw that turns down out of it.
    pen.blob(
        [(0.30, 0.25 * d), (tip - 0.10, 0.35 * d), (tip - 0.16, 0.45 * d + 0.40 * mouth), (0.55, 0.60 + 0.35 * mouth)],
        _GUMS,
    )
    with pen.turned(0.15, 0.45 * d + 0.2, 28 * mouth):
        pen.blob(
            [
                (-0.4, -0.1),
                (0.6 + 0.6 * s, -0.05),
                (0.52 + s * 0.92, 0.12 * d),
                (0.5 + 0.6 * s, 0.42 * d),
                (-0.1, 0.42),
            ],
            low,
        )
        pen.blob([(0.1, -0.16), (0.5 + 0.6 * s, -0.14), (0.42 + 0.82 * s, 0.0), (0.3, 0.06)], _TONGUE)
        if not breed.hoof and mouth > 0.4 and breed.crown != "trunk":
            pen.poly(
                [(0.38 + 0.84 * s, -0.02), (0.50 + 0.84 * s, -0.02), (0.46 + 0.84 * s, -0.26)],
                tint(rgb("#f4ecd8"), 0.2),
            )


def _nose(pen: Pen, breed: Breed, coat: Coat, main: tuple[float, float, float], tip: float, mouth: float) -> None:
    s, d = breed.snout, breed.snout_deep
    nose = coat.nose
    if breed.tail == "curl" and breed.hoof:
        # A pig's disc.
        pen.oval(tip - 0.02, 0.12 * d, 0.20, 0.46 * d, tint(nose, 0.08))
        for k in (-1, 1):
            pen.oval(tip + 0.03, 0.12 * d + 0.17 * d * k, 0.05, 0.075 * d, dim(nose, 0.6))
    elif breed.hoof or breed.nails:
        pen.oval(tip - 0.14, -0.02 * d, 0.085, 0.055, dim(nose, 0.6) if lightness(nose) > 0.3 else nose, degrees=-24)
    else:
        size = 0.15 + 0.07 * d
        pen.oval(tip - 0.05, -0.05 * d + 0.02, size * 1.1, size * 0.85, nose)
        pen.oval(tip - 0.03, -0.12 * d, size * 0.4, size * 0.22, tint(nose, 0.55), 0.8)
    if mouth == 0:
        pen.line([(tip - 0.10, 0.26 * d + 0.06), (tip - 0.42, 0.42 * d + 0.06), (tip - 0.30 - 0.5 * s, 0.36 * d + 0.10)], 0.055, dim(main, 0.38), 0.8)  # fmt: skip
    elif mouth > 0.4 and not breed.hoof:
        pen.poly(
            [(tip - 0.30, 0.46 * d), (tip - 0.16, 0.46 * d), (tip - 0.24, 0.46 * d + 0.26)], tint(rgb("#f4ecd8"), 0.2)
        )


def _cheek_tufts(pen: Pen, breed: Breed, coat: Coat) -> None:
    for k in range(5):
        a = 1.25 + 0.34 * k
        x, y = 0.90 * math.cos(a) - 0.05, 0.80 * math.sin(a)
        long = 0.30 + 6 * breed.fur
        hue = mix(coat.cheeks, coat.main, 0.15 + 0.18 * k)
        pen.poly([(x + 0.16, y - 0.05), (x - 0.16, y - 0.10), (x - long * 0.75, y + long * 0.75)], hue)


def draw_mane(pen: Pen, breed: Breed, coat: Coat, throat: Point, poll: Point, face_degrees: float) -> None:
    """A lion's mane, behind the face and down the breast, in locks; nothing for others."""
    if breed.mane != "lion":
        return
    x, y = centre(breed, poll)
    # Down the neck first, so that the locks around the face lie over those.
    for row, (size, dark) in enumerate(((1.70, 0.70), (1.42, 0.84), (1.14, 1.0))):
        with pen.part(puff=0.9, shade=0.2), pen.turned(x, y, 0.5 * face_degrees, breed.head):
            down, back = 0.62 - 0.24 * row, -0.52 + 0.08 * row
            hue = dim(coat.mane, dark)
            pen.oval(back, down, size * 0.80, size * 1.02, hue)
            count = 30 - 5 * row
            for k in range(count):
                a = k / count * math.tau
                # Hair stands out a little at the brow, and falls everywhere else.
                root = (back + 0.72 * size * math.cos(a), down + 0.92 * size * math.sin(a))
                way = (0.62 * math.cos(a) - 0.34, 0.62 * math.sin(a) + 0.42)
                reach = (0.50 + 0.14 * math.sin(k * 2.4)) * (0.8 + 0.5 * max(0.0, math.sin(a)))
                bend = (root[0] + 0.5 * reach * math.cos(a), root[1] + 0.5 * reach * math.sin(a))
                tip = (root[0] + reach * way[0] * 1.3, root[1] + reach * way[1] * 1.3)
                fur.lock(pen, root, bend, tip, 0.36, hue if k % 2 else tint(hue, 0.07 if row < 2 else 0.14))


def _eye(pen: Pen, breed: Breed, coat: Coat, blink: bool) -> None:
    x, y = (0.36 + 0.06 * breed.snout, -0.26)
    size = 0.225 if not breed.hoof else 0.20
    if breed.nails:
        size = 0.15
    dark = mix(BLACK, coat.dark, 0.25)
    if breed.pattern == "panda":
        pen.oval(x - 0.02, y + 0.10, 0.34, 0.40, coat.dark, degrees=28)
    if blink:
        pen.line([(x - size, y + 0.02), (x, y + 0.12), (x + size, y + 0.02)], 0.075, dark)
        return
    if breed.pattern in ("panda", "wool") or lightness(coat.main) < 0.35:
        pen.oval(x, y, size * 1.22, size * 1.34, mix(WHITE, coat.main, 0.25))
    pen.oval(x, y, size * 0.98, size * 1.16, dark)
    if breed.eye:
        pen.oval(x + 0.02, y + 0.01, size * 0.80, size * 0.96, pen.ramp((x, y - size), (x, y + size), [dim(rgb(breed.eye), 0.7), rgb(breed.eye)]))  # fmt: skip
        pen.oval(
            x + 0.03, y, size * (0.30 if breed.whiskers else 0.42), size * (0.72 if breed.whiskers else 0.52), dark
        )
    pen.dot(x + size * 0.28, y - size * 0.42, size * 0.34, WHITE, 0.95)
    pen.dot(x - size * 0.30, y + size * 0.45, size * 0.15, WHITE, 0.5)
    # The upper lid, a little shade that makes it look at something.
    pen.line(
        [(x - size * 1.02, y - size * 0.45), (x - size * 0.1, y - size * 1.18), (x + size * 0.95, y - size * 0.6)],
        0.07,
        dim(coat.main, 0.45),
        0.75,
    )


def _markings(pen: Pen, breed: Breed, coat: Coat, tip: float) -> None:
    d, s = breed.snout_deep, breed.snout
    if breed.cheeks is not None:
        pen.blob(
            [(tip + 0.2, 0.05 * d + 0.05), (0.75 + 0.4 * s, 0.05), (0.5, 0.18), (0.1, 0.28), (-0.35, 0.62), (-0.5, 1.2), (0.6, 1.3), (tip, 1.0)], coat.cheeks
        )  # fmt: skip
    if breed.pattern == "patches":
        pen.blob([(-1.2, -1.1), (0.5, -1.1), (0.62, -0.2), (0.1, 0.5), (-0.8, 0.7), (-1.3, 0.2)], coat.mark)
    if breed.pattern in ("stripes", "tabby"):
        soft = 0.9 if breed.pattern == "stripes" else 0.6
        for k in range(3):
            pen.line([(-0.55 + 0.36 * k, -1.05), (-0.48 + 0.34 * k, -0.55)], 0.11, coat.mark, soft)
        for k in range(2):
            pen.line([(-0.95, 0.18 + 0.30 * k), (-0.42, 0.30 + 0.24 * k)], 0.09, coat.mark, soft)
        if breed.hoof:
            for k in range(4):
                pen.line([(0.55 + 0.30 * s * k / 2, -0.75), (0.45 + 0.30 * s * k / 2, 0.9)], 0.07, coat.mark, 0.85)
    if breed.pattern in ("rosettes", "dots"):
        for k in range(9):
            pen.dot(-0.75 + 1.0 * ((k * 0.618) % 1), -0.85 + 0.6 * ((k * 0.755) % 1), 0.06, coat.mark, 0.9)
    if breed.pattern == "band":
        pen.tube([(-1.0, -0.75), (0.2, -0.80), (0.75 + 0.4 * s, -0.22)], [0.26, 0.24, 0.08], coat.mark)
    if breed.pattern == "saddle":
        pen.blob([(-1.2, -1.2), (0.4, -1.1), (0.62, -0.60), (0.2, -0.50), (-0.4, -0.10), (-1.2, 0.2)], coat.mark, 0.7)
    if breed.hoof and breed.mane == "crest" and breed.pattern == "":
        pen.blob([(0.45, -0.95), (0.75, -0.55), (0.8 + 0.6 * s, -0.35 * d), (tip, -0.3), (0.7, -0.2), (0.40, -0.6)], tint(coat.main, 0.75), 0.9)  # fmt: skip
    if breed.hoof and breed.mane == "crest":
        pen.blob([(tip - 0.55, -0.6), (tip + 0.3, -0.6), (tip + 0.3, 1.0), (tip - 0.35, 1.0)], coat.dark, 0.35)
