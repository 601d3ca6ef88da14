"""Coat: the colours of an animal and how they lie on its trunk: light belly, stripes, patches, wool, mane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import cos, pi, sin

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.hue import dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed


@dataclass(frozen=True, slots=True)
class Coat:
    main: Rgb
    belly: Rgb
    dark: Rgb
    leg: Rgb
    tip: Rgb
    cheeks: Rgb
    mane: Rgb
    mark: Rgb  #: of stripes, spots and patches
    nose: Rgb

    @classmethod
    def of(cls, breed: Breed, subject: Subject) -> Coat:
        main, belly, dark, mark = rgb(breed.coat), rgb(breed.belly), rgb(breed.dark), rgb(breed.pattern_colour)
        mane = rgb(breed.mane_colour)
        if subject.colour is not None:
            main = _fur(rgb(subject.colour))
            belly, dark = mix(belly, tint(main, 0.55), 0.55), mix(dark, dim(main, 0.45), 0.6)
            mark, mane = mix(mark, dim(main, 0.55), 0.2), mix(mane, dim(main, 0.5), 0.3)
        if "old" in subject.traits:
            main, mark = mix(main, (0.78, 0.76, 0.74), 0.3), mix(mark, (0.6, 0.6, 0.6), 0.3)
        cheeks = rgb(breed.cheeks) if breed.cheeks else mix(main, belly, 0.4)
        if subject.colour is not None and breed.cheeks:
            cheeks = mix(cheeks, tint(main, 0.6), 0.5)
        leg = dark if breed.sock >= 1 else main
        return cls(main, belly, dark, leg, rgb(breed.tip) if breed.tip else main, cheeks, mane, mark, rgb(breed.nose))

    def trunk(
        self, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, throat: Point, poll: Point
    ) -> None:
        c, f = breed.chest / 2, breed.flank / 2
        hump = breed.hump
        middle = 0.45 * length
        outline = [
            body(-0.94 * c, 0.06 * f), body(-0.60 * c, 0.76 * f), body(0.06, 1.0 * f + 0.3 * hump), body(middle, 0.84 * c + hump),
            body(0.88 * length, 1.0 * c), body(length + 0.55 * c, 0.72 * c), body(length + 1.0 * c, 0.0), body(length + 0.6 * c, -0.72 * c),
            body(0.88 * length, -1.0 * c), body(0.5 * length, -0.62 * c - 0.28 * f), body(0.14 * length, -0.74 * f), body(-0.66 * c, -0.52 * f),
        ]  # fmt: skip
        path = closed(outline)
        top, bottom = body(middle, 1.1 * c), body(middle, -1.05 * c)
        main = self.main
        fill = pen.ramp(
            top, bottom, [tint(main, 0.08), main, dim(main, 0.88), mix(main, self.belly, 0.75)], [0, 0.35, 0.7, 1]
        )
        neck = [body(0.72 * length, 0.05 * c), throat, poll]
        pen.tube(neck, [1.5 * c, max(1.25 * c, breed.neck_thick * 1.25), breed.neck_thick], main)
        pen.fill(path, fill)
        _PATTERNS.get(breed.pattern, _plain)(self, pen, breed, body, length, path, throat, poll)
        if breed.tip is not None and breed.cheeks is not None and breed.mane == "":
            # A light bib from the throat down the breast.
            pen.blob(
                [mixed(throat, poll, 0.75, 0.35 * breed.neck_thick), mixed(throat, poll, 0.25, 0.62 * breed.neck_thick),
                 body(length + 0.98 * c, -0.05 * c), body(length + 0.55 * c, -0.70 * c), body(length + 0.45 * c, -0.1 * c)],
                self.cheeks,
            )  # fmt: skip
        if breed.mane == "crest":
            _crest(self, pen, breed, throat, poll)
        elif breed.mane in ("ruff", "lion"):
            _ruff(self, pen, breed, throat, poll)


def mixed(start: Point, end: Point, share: float, right: float) -> Point:
    """A point on the way from start to end, `right` of it (the front side of a neck that rises to the right)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5 or 1.0
    return (start[0] + dx * share - dy / length * right, start[1] + dy * share + dx / length * right)


def _fur(colour: Rgb) -> Rgb:
    """A paint colour as an animal could have it: black keeps some light for the relief, white some grey."""
    light = lightness(colour)
    if light < 0.12:
        return mix(colour, (0.30, 0.28, 0.30), 0.55)
    return dim(colour, 0.95) if light > 0.9 else colour


def _plain(*_: object) -> None:
    return


def _stripes(
    coat: Coat, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, path: skia.Path, throat: Point, poll: Point
) -> None:  # fmt: skip
    c = breed.chest / 2
    with pen.within(path):
        count = 9
        for i in range(count):
            u = -0.6 * c + (length + 1.2 * c) * (i + 0.5) / count
            wide = 0.028 + 0.012 * (i % 2)
            deep = 0.25 if i % 2 else -0.05
            pen.poly(
                [body(u - wide, 1.3 * c), body(u + wide, 1.3 * c), body(u + 0.02, (0.3 - deep) * c), body(u - 0.03, -deep * c - 0.35 * c)],
                coat.mark, 0.85,
            )  # fmt: skip
    for share in (0.35, 0.6, 0.82):
        pen.line([mixed(throat, poll, share, -0.45 * breed.neck_thick), mixed(throat, poll, share - 0.03, 0.1 * breed.neck_thick)], 0.04, coat.mark, 0.85)  # fmt: skip


def _patches(
    coat: Coat, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, path: skia.Path, throat: Point, poll: Point
) -> None:  # fmt: skip
    c = breed.chest / 2
    with pen.within(path):
        for u, v, size in ((0.02, 0.5, 0.19), (0.42, 0.75, 0.15), (0.50, -0.3, 0.12), (0.86, 0.25, 0.20)):
            pen.blob(
                [body(u * length + size * cos(a) * (1 + 0.25 * sin(3 * a + u * 9)), v * c + size * 0.8 * sin(a)) for a in (k * pi / 4 for k in range(8))],
                coat.mark,
            )  # fmt: skip


def _spots(
    coat: Coat, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, path: skia.Path, throat: Point, poll: Point
) -> None:  # fmt: skip
    c = breed.chest / 2
    if breed.pattern == "rosettes":
        with pen.within(path):
            for i in range(13):
                for j in range(5):
                    u, v = (i + 0.5 * (j % 2)) / 12 * (length + 1.4 * c) - 0.7 * c, (0.80 - 0.36 * j) * c
                    x, y = body(u + 0.02 * sin(7.0 * i + j), v)
                    pen.oval(x, y, 0.021, 0.017, coat.mark, 0.9, degrees=50.0 * i)
        return
    large = breed.crown == "bumps"
    with pen.within(path):
        for i in range(9):
            for j in range(4 if large else 2):
                u = (i + 0.5 * (j % 2)) / 8 * (length + c) - 0.5 * c
                v = (0.72 - 0.42 * j) * c if large else (0.55 - 0.35 * j) * c
                radius = 0.052 if large else 0.018
                x, y = body(u, v)
                pen.oval(x, y, radius, radius * 0.8, coat.mark, 0.9 if large else 0.8, degrees=40.0 * i)
    if large:
        for k in range(7):
            for side in (-0.28, 0.12):
                x, y = mixed(throat, poll, 0.12 + k * 0.13 + side * 0.1, side * breed.neck_thick)
                pen.oval(x, y, 0.036, 0.030, coat.mark, 0.9, degrees=30.0 * k)


def _saddle(
    coat: Coat, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, path: skia.Path, throat: Point, poll: Point
) -> None:  # fmt: skip
    c = breed.chest / 2
    with pen.within(path):
        pen.blob(
            [body(-1.2 * c, 0.7 * c), body(0.2 * length, 0.2 * c), body(0.6 * length, 0.28 * c), body(length, 0.1 * c), body(length + c, 1.2 * c), body(0.4 * length, 1.6 * c)],
            coat.mark, 0.75,
        )  # fmt: skip


def _panda(
    coat: Coat, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, path: skia.Path, throat: Point, poll: Point
) -> None:  # fmt: skip
    c = breed.chest / 2
    with pen.within(path):
        pen.blob([body(0.72 * length, 1.5 * c), body(0.70 * length, 0), body(0.76 * length, -1.4 * c), body(length + 0.5 * c, -1.3 * c), body(length + 0.3 * c, 0), body(length, 1.5 * c)], coat.dark)  # fmt: skip


def _wool(
    coat: Coat, pen: Pen, breed: Breed, body: Callable[[float, float], Point], length: float, path: skia.Path, throat: Point, poll: Point
) -> None:  # fmt: skip
    c = breed.chest / 2
    for k in range(18):
        a = k / 18 * 2 * pi
        x, y = body(length / 2 + (length / 2 + 0.75 * c) * cos(a), 0.98 * c * sin(a))
        pen.dot(x, y, 0.105, mix(coat.main, coat.belly, 0.5 + 0.5 * sin(a)))
    for row, v in enumerate((0.45, -0.05, -0.5)):
        for i in range(7):
            x, y = body((i + 0.5 * (row % 2)) / 6.5 * length, v * c)
            pen.dot(x, y, 0.10, tint(coat.main, 0.25))
            pen.dot(x + 0.012, y + 0.02, 0.088, coat.main)
    for share in (0.3, 0.6, 0.9):
        x, y = mixed(throat, poll, share, 0)
        pen.dot(x, y, 0.14, coat.main)


_PATTERNS: dict[str, Callable[..., None]] = {
    "stripes": _stripes,
    "patches": _patches,
    "spots": _spots,
    "rosettes": _spots,
    "saddle": _saddle,
    "panda": _panda,
    "wool": _wool,
}


def _crest(coat: Coat, pen: Pen, breed: Breed, throat: Point, poll: Point) -> None:
    """A mane that falls along the back of the neck."""
    half = 0.5 * breed.neck_thick
    for k in range(7):
        share = 1.02 - k * 0.15
        root = mixed(throat, poll, share, -0.92 * half)
        end = mixed(throat, poll, share - 0.22, 0.05 * half - 0.02 * (k % 2))
        middle = mixed(throat, poll, share - 0.06, -0.5 * half)
        pen.tube([root, middle, end], [0.075, 0.085, 0.02], coat.mane if k % 2 else tint(coat.mane, 0.06))


def _ruff(coat: Coat, pen: Pen, breed: Breed, throat: Point, poll: Point) -> None:
    lion = breed.mane == "lion"
    radius = breed.neck_thick * (0.92 if lion else 0.62)
    x, y = mixed(throat, poll, 0.62 if lion else 0.42, 0.0)
    points = []
    count = 18 if lion else 14
    for k in range(count * 2):
        a = k / (count * 2) * 2 * pi
        reach = radius * (1.0 if k % 2 else 1.16)
        points.append((x + reach * cos(a) * 0.92, y + reach * sin(a) * 1.12 + (0.10 * radius if lion else 0)))
    fill = pen.ramp((x, y - radius), (x, y + radius), [tint(coat.mane, 0.16), coat.mane, dim(coat.mane, 0.8)])
    pen.blob(points, fill, 1.0 if lion else 0.55)
