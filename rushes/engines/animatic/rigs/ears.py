"""Ears of animals, by kind. Drawn in skulls."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.coat import Coat
from rushes.engines.animatic.rigs.hue import dim, mix, rgb
from rushes.engines.animatic.rigs.pen import Fill, Pen, Point


def draw_ear(pen: Pen, breed: Breed, coat: Coat, poll: Point, face_degrees: float, swing: float, *, far: bool) -> None:
    x, y = poll[0] + 0.28 * breed.head, poll[1] - 0.10 * breed.head
    with pen.turned(x, y, face_degrees * 0.7, breed.head):
        at = (0.10, -0.70) if far else (-0.36, -0.66)
        tilt = (6.0 if far else -10.0) - 12 * swing
        with pen.turned(*at, tilt):
            ear_shape(pen, breed, coat, 0.62 if far else 1.0, not far, swing)


def ear_shape(pen: Pen, breed: Breed, coat: Coat, shade: float, inside: bool, swing: float = 0.0) -> None:
    """One ear at its root, upright; `inside` shows its lining."""
    main = coat.dark if breed.pattern in ("wool", "panda") or breed.dark_ears else coat.main
    outer, inner = dim(main, shade), mix(dim(main, 0.75), rgb("#d99a90"), 0.35)
    e = breed.ear_size
    if e > 0:
        _EARS[breed.ear](pen, breed, coat, e, outer, inner, shade, inside, swing)


def _pointed(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    dark = dim(coat.dark, shade)
    fill: Fill = outer
    if breed.sock > 0:
        fill = pen.ramp((0, -1.3 * e), (0, 0), [dark, dark, outer], [0, 0.3, 0.62])
    pen.blob([(-0.44, 0.2), (-0.38, -0.5 * e), (-0.05, -1.28 * e), (0.30, -0.55 * e), (0.46, 0.15)], fill, tight=0.7)
    if inside:
        pen.blob(
            [(-0.20, 0.08), (-0.17, -0.42 * e), (-0.02, -0.92 * e), (0.17, -0.42 * e), (0.24, 0.08)], inner, tight=0.7
        )
        if breed.fur > 0:
            for k in range(4):
                pen.line(
                    [(-0.22 + 0.13 * k, 0.12), (-0.12 + 0.07 * k, -0.34 * e)], 0.035, mix(coat.cheeks, outer, 0.25), 0.8
                )
    if breed.tufted:
        pen.tube([(-0.05, -1.15 * e), (-0.10, -1.75 * e)], [0.12, 0.02], dim(coat.dark, shade))


def _round(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    pen.dot(-0.05, -0.22 * e, 0.44 * e, outer)
    if inside:
        pen.dot(0.0, -0.18 * e, 0.26 * e, dim(outer, 0.7) if breed.pattern == "panda" else inner)


def _flop(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    if not inside:
        return
    hue = coat.mark if breed.pattern in ("dots", "mantle") else coat.dark
    with pen.turned(0.02, 0.12, 8 * swing):
        outline = [
            (-0.42, -0.22),
            (0.14, -0.34),
            (0.40, 0.10),
            (0.36, 0.70 * e),
            (0.08, 1.16 * e),
            (-0.26, 1.06 * e),
            (-0.52, 0.45 * e),
        ]
        pen.blob(outline, pen.ramp((0, -0.3), (0, 1.1 * e), [mix(hue, outer, 0.45), hue, dim(hue, 0.86)]))
        if breed.fur > 0.02:
            for k in range(5):
                x = -0.30 + 0.14 * k
                pen.tube([(x, 0.72 * e), (x - 0.06, 1.22 * e - 0.25 * abs(k - 2) * 0.3)], [0.16, 0.02], dim(hue, 0.92))


def _button(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    """Small and folded forward: a pug's, a terrier's."""
    hue = dim(coat.dark if breed.dark_ears else mix(outer, coat.dark, 0.4), 1.0 if inside else 0.75)
    pen.blob(
        [(-0.30, 0.05), (-0.18, -0.40 * e), (0.26, -0.42 * e), (0.44, 0.22 * e), (0.20, 0.50 * e), (-0.02, 0.18)],
        hue,
        tight=0.8,
    )


def _long(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    with pen.turned(0, 0, -16 if inside else 4):
        pen.blob(
            [(-0.22, 0.2), (-0.36, -0.9 * e), (-0.12, -1.75 * e), (0.16, -1.55 * e), (0.24, -0.6 * e), (0.20, 0.15)],
            outer,
        )
        if inside:
            pen.blob(
                [(-0.08, 0.0), (-0.18, -0.9 * e), (-0.06, -1.45 * e), (0.09, -0.8 * e), (0.08, 0.0)],
                mix(inner, rgb("#e8a8a0"), 0.4),
            )


def _leaf(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    turn = (-42 if inside else -12) if breed.mane != "crest" else (-6 if inside else 8)
    with pen.turned(0, 0.1, turn):
        pen.blob([(-0.16, 0.15), (-0.30, -0.45 * e), (0.0, -1.05 * e), (0.26, -0.45 * e), (0.18, 0.15)], outer)
        if inside:
            pen.blob([(-0.06, 0.0), (-0.14, -0.42 * e), (0.0, -0.8 * e), (0.13, -0.4 * e), (0.08, 0.0)], inner)


def _fan(pen: Pen, breed: Breed, coat: Coat, e: float, outer: Rgb, inner: Rgb, shade: float, inside: bool, swing: float) -> None:  # fmt: skip
    if not inside:
        return
    with pen.turned(-0.15, 0.55, 10 * swing):
        rim = [
            (0.42, -0.75),
            (0.05, -1.25),
            (-0.85, -1.15),
            (-1.45, -0.3),
            (-1.25, 0.75),
            (-0.55, 1.35),
            (0.05, 0.9),
            (0.36, 0.2),
        ]
        pen.blob([(x * e, y * e) for x, y in rim], dim(outer, 0.86))
        lining = [
            (0.22, -0.6),
            (-0.1, -0.95),
            (-0.75, -0.85),
            (-1.15, -0.2),
            (-1.0, 0.6),
            (-0.5, 1.0),
            (0.0, 0.6),
            (0.2, 0.1),
        ]
        pen.blob([(x * e, y * e) for x, y in lining], mix(outer, rgb("#c99aa0"), 0.30))
        for k in range(4):
            pen.line(
                [
                    (0.15 * e, (-0.4 + 0.25 * k) * e),
                    ((-0.5 - 0.12 * k) * e, (-0.75 + 0.42 * k) * e),
                    ((-0.95 + 0.05 * k) * e, (-0.7 + 0.5 * k) * e),
                ],
                0.03,
                dim(outer, 0.7),
                0.35,
            )


_EARS = {
    "pointed": _pointed,
    "round": _round,
    "flop": _flop,
    "button": _button,
    "long": _long,
    "leaf": _leaf,
    "fan": _fan,
}
