"""Substance: what a thing is made of, when the prompt says so: wood, gold, glass, stone, rust, ice, neon, fur.

A figure is drawn and lit as it always is; its picture is then made over. What was bright or dark stays so, in the colours
and with the grain of what it is made of: any drawing can be of gold.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.cutouts import box_of
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.hue import rgb
from rushes.engines.animatic.rigs.pen import Pen

#: How a trait begins that names one of SUBSTANCES.
MADE_OF = "made of "
#: The trait of what does not move, because it is a likeness.
STILL = "statue"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What of a picture is made over."""

    shade: Floats  #: (row, column): brightness, 1 for the mean of the figure
    cover: Floats  #: (row, column): alpha 0..1
    own: Floats  #: (row, column, bgr): the colours as they were, 0..1
    white: Floats  #: bgr of something white in this light
    metre: float  #: pixels
    seed: int
    hue: Floats | None  #: bgr that the prompt asked for
    box: tuple[slice, slice]  #: where in the whole picture it is
    whole: tuple[int, int]  #: rows and columns of the picture

    def noise(self, down: float, across: float, salt: int, octaves: int = 4, warp: float = 0.0) -> Floats:
        """Clouds 0..1 with so many cells to a metre down and across; they stay where they are when the pose changes."""
        rows, columns = self.whole
        cells = max(1.0, rows / self.metre * down), max(1.0, columns / self.metre * across)
        return _field(self.whole, cells, self.seed + salt, octaves, warp)[self.box]

    @property
    def inside(self) -> Floats:
        """How far each pixel is from the outline, pixels."""
        mask = cv2.copyMakeBorder((self.cover > 0.5).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
        return np.asarray(cv2.distanceTransform(mask, cv2.DIST_L2, 5)[1:-1, 1:-1], np.float32)


@lru_cache(maxsize=6)
def _field(shape: tuple[int, int], cells: tuple[float, float], seed: int, octaves: int, warp: float) -> Floats:
    return np.asarray(cloudy(shape, cells, seed, octaves=octaves, warp=warp, seamless=False), np.float32)


#: (colours (row, column, bgr) 0..1, alpha (row, column) 0..1)
_Made = tuple[Floats, Floats]
_Make = Callable[[_Piece], _Made]


def made_of(figure: Figure, subject: Subject, seed: int) -> Figure:
    """The figure, of the substance that its subject's traits name."""
    name = next((trait.removeprefix(MADE_OF) for trait in subject.traits if trait.startswith(MADE_OF)), "")
    make = SUBSTANCES.get(name)
    if make is None:
        return figure
    hue = np.array(rgb(subject.colour)[::-1], np.float32) if subject.colour else None

    def paint(pen: Pen, moment: Moment) -> None:
        figure.paint(pen, moment)
        _make_over(pen, make, seed, hue)

    if STILL in subject.traits:
        return replace(figure, paint=paint, poses=1, blinks=False, talks=False, faced=False, drift=None, speed=0.0)
    return replace(figure, paint=paint, faced=False)


def _make_over(pen: Pen, make: _Make, seed: int, hue: Floats | None) -> None:
    left, top, width, height = box_of(pen.picture)
    if width < 2 or height < 2:
        return
    # Room around it for what shines or stands off.
    pad = max(2, round(0.05 * max(width, height)))
    rows = slice(max(0, top - pad), min(pen.picture.shape[0], top + height + pad))
    columns = slice(max(0, left - pad), min(pen.picture.shape[1], left + width + pad))
    pixels = pen.picture[rows, columns].astype(np.float32) / 255
    cover = np.asarray(pixels[..., 3], np.float32)
    own = pixels[..., :3] / np.maximum(cover, 1e-3)[..., None]
    level = own @ np.array([0.114, 0.587, 0.299], np.float32)
    mean = float((level * cover).sum() / max(1e-3, float(cover.sum())))
    # The grain of a spoon is finer than that of a house: what counts is how large it is drawn, in all of its poses.
    metre = max(24.0, max(pen.picture.shape[:2]) / 1.9)
    piece = _Piece(
        shade=np.asarray(level / max(0.04, mean), np.float32), cover=cover, own=np.asarray(own, np.float32), white=_white(pen.light),
        metre=metre, seed=seed, hue=hue, box=(rows, columns), whole=(pen.picture.shape[0], pen.picture.shape[1]),
    )  # fmt: skip
    colours, alpha = make(piece)
    made = np.dstack([np.clip(colours, 0, 1) * alpha[..., None], alpha])
    pen.picture[rows, columns] = np.clip(made * 255 + 0.5, 0, 255).astype(np.uint8)


def _white(light: Light) -> Floats:
    """What something white that turns half to the light looks like."""
    level = np.array(light.ambient[::-1], np.float32) + 0.62 * np.array(light.key[::-1], np.float32)
    return np.asarray(np.clip(level, 0.10, 1.06), np.float32)


def _colours(codes: str) -> Floats:
    return np.array([rgb(code)[::-1] for code in codes.split()], np.float32)


def _ramp(values: Floats, stops: tuple[float, ...], codes: str) -> Floats:
    """Colours by a value, (row, column, bgr)."""
    colours = _colours(codes)
    return np.dstack([np.interp(values, stops, colours[:, channel]) for channel in range(3)]).astype(np.float32)


def _firm(shade: Floats, least: float = 0.42, most: float = 1.45, power: float = 0.85) -> Floats:
    return np.asarray(np.clip(shade, least, most) ** power, np.float32)[..., None]


def _wood(piece: _Piece) -> _Made:
    """Planed timber: long rings that bend around knots."""
    down = np.arange(piece.box[0].start, piece.box[0].stop, dtype=np.float32)[:, None] / piece.metre
    bend = piece.noise(2.2, 1.1, 1, 3)
    rings = 0.5 + 0.5 * np.sin(2 * math.pi * (down * 7.0 + bend * 4.5))
    pores = piece.noise(70.0, 5.0, 2, 2)
    grain = 0.62 * rings**1.6 + 0.38 * pores
    colours = _ramp(np.asarray(grain, np.float32), (0.1, 0.5, 0.9), "#966437 #b5824c #cda066")
    return np.asarray(colours * piece.white * _firm(piece.shade), np.float32), piece.cover


def _metal(codes: str) -> _Make:
    """Polished: what is bright mirrors the sky, what is dark the ground, with hard steps between."""

    def make(piece: _Piece) -> _Made:
        shade = np.clip(piece.shade, 0.1, 2.0)
        bands = shade + 0.20 * np.sin(8.5 * shade + 6.0 * piece.noise(2.6, 1.2, 3, 2))
        colours = _ramp(np.asarray(bands, np.float32), (0.2, 0.64, 1.0, 1.26, 1.58, 2.0), codes)
        # Metal has a colour of its own that warm light does not burn out.
        tone = np.clip(0.55 * piece.white + 0.45 * float(piece.white.mean()), 0.1, 0.98)
        return np.asarray(colours * tone, np.float32), piece.cover

    return make


def _stone(codes: str, veins: str = "") -> _Make:
    def make(piece: _Piece) -> _Made:
        coarse, fine = piece.noise(3.0, 3.0, 4, 4), piece.noise(60.0, 60.0, 5, 2)
        colours = _ramp(np.asarray(0.7 * coarse + 0.3 * fine, np.float32), (0.28, 0.5, 0.72), codes)
        if veins:
            line = np.abs(piece.noise(2.4, 2.4, 6, 4, 1.6) - 0.5)
            share = np.exp(-((line / 0.018) ** 2))[..., None] * 0.55
            colours = colours * (1 - share) + _colours(veins)[0] * share
        tone = np.clip(piece.white, 0, 0.94)
        return np.asarray(colours * tone * _firm(piece.shade, 0.4, 1.2, 0.95), np.float32), piece.cover

    return make


def _rust(piece: _Piece) -> _Made:
    """Eaten away in patches, more of it below; what is left of the paint is dull."""
    rows = piece.shade.shape[0]
    low = np.linspace(-0.10, 0.12, rows, dtype=np.float32)[:, None]
    eaten = piece.noise(5.5, 4.5, 7, 5, 0.7) + low
    share = np.clip((eaten - 0.46) / 0.07, 0, 1)[..., None]
    speck = piece.noise(46.0, 46.0, 8, 2)
    rusty = _ramp(np.asarray(0.55 * eaten + 0.45 * speck, np.float32), (0.3, 0.5, 0.68), "#3c2012 #7c4220 #a86a38")
    rusty = rusty * (0.5 * piece.white + 0.42 * float(piece.white.mean())) * _firm(piece.shade, 0.35, 1.3)
    grey = piece.own.mean(axis=2, keepdims=True)
    dull = (0.62 * piece.own + 0.38 * grey) * (0.86 + 0.14 * speck[..., None])
    return np.asarray(dull * (1 - share) + rusty * share, np.float32), piece.cover


def _glass(tone: str, *, facets: bool, clear: float) -> _Make:
    """Seen through: pale where the light enters, bright at the edges, with a hard highlight; `facets` as of a crystal."""

    def make(piece: _Piece) -> _Made:
        edge = np.exp(-piece.inside / max(1.5, 0.012 * piece.metre))
        rim = np.exp(-piece.inside / max(2.5, 0.05 * piece.metre))
        tint = _colours(tone)[0] if piece.hue is None else 0.45 + 0.55 * piece.hue
        shade = np.clip(piece.shade, 0.2, 1.8)
        if facets:
            cells = np.floor(piece.noise(4.5, 4.5, 9, 2, 0.9) * 13)
            flicker = (np.sin(cells * 12.9898) * 43758.5453) % 1.0
            shade = np.asarray(shade * (0.72 + 0.62 * flicker), np.float32)
        # Inner lines stay: one sees that the far side is there as well.
        line = np.clip(np.abs(cv2.Laplacian(cv2.GaussianBlur(piece.shade, (0, 0), 1.2), cv2.CV_32F)) * 2.2, 0, 0.5)
        flash = np.clip((shade - 1.22) / 0.3, 0, 1)
        body = tint * (0.55 + 0.45 * np.clip(shade, 0, 1.3))[..., None]
        bright = np.clip(0.9 * edge + 0.8 * flash + line, 0, 1)[..., None]
        colours = (body * (1 - bright) + bright) * np.clip(piece.white * 1.1, 0.2, 1.05)
        alpha = piece.cover * np.clip(clear + 0.50 * rim + 0.5 * flash + 0.6 * line, 0, 0.96)
        return np.asarray(colours, np.float32), np.asarray(alpha, np.float32)

    return make


def _neon(piece: _Piece) -> _Made:
    """Tubes of light along every edge, over a dark body."""
    hue = _colours("#ff3fa8")[0] if piece.hue is None else np.clip(piece.hue * 1.15 + 0.06, 0, 1)
    wide = max(1.2, 0.011 * piece.metre)
    flat = cv2.GaussianBlur(
        np.asarray(piece.cover * (0.6 + 0.4 * np.clip(piece.shade, 0, 1.6)), np.float32), (0, 0), wide
    )
    slope = np.hypot(cv2.Sobel(flat, cv2.CV_32F, 1, 0), cv2.Sobel(flat, cv2.CV_32F, 0, 1)) * wide / 0.55
    tube = np.clip(slope * 1.5 - 0.40, 0, 1)
    tube = np.asarray(tube, np.float32)
    rows, columns = tube.shape
    # Gone before the picture ends: light has no corners.
    ends = [np.minimum(np.arange(count), np.arange(count)[::-1]) / max(2.0, 0.04 * max(rows, columns)) for count in (rows, columns)]  # fmt: skip
    fade = np.clip(ends[0], 0, 1)[:, None] * np.clip(ends[1], 0, 1)[None, :]
    halo = np.clip(cv2.GaussianBlur(tube, (0, 0), wide * 3.0) * 0.75, 0, 0.8) * fade
    body = 0.62 * piece.cover
    core = np.clip(tube**2.0, 0, 1)[..., None]
    light = hue * (1 - 0.8 * core) + 0.8 * core
    alpha = np.clip(body + 0.85 * halo + tube, 0, 1)
    share = np.clip((0.85 * halo + tube) / np.maximum(alpha, 1e-3), 0, 1)[..., None]
    dark = piece.own * 0.10 + hue * 0.05
    return np.asarray(dark * (1 - share) + light * share, np.float32), np.asarray(alpha, np.float32)


def _fur(piece: _Piece) -> _Made:
    """Hairs that stand off all over, longest at the outline."""
    made = np.dstack([np.clip(piece.own, 0, 1) * piece.cover[..., None], piece.cover])
    canvas = np.ascontiguousarray((made * 255).astype(np.uint8))
    soft = cv2.GaussianBlur(piece.cover, (0, 0), max(2.0, 0.03 * piece.metre))
    out_x, out_y = -cv2.Sobel(soft, cv2.CV_32F, 1, 0), -cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    size = np.maximum(1e-4, np.hypot(out_x, out_y))
    random = np.random.default_rng(piece.seed + 11)
    mask = np.argwhere(piece.cover > 0.9)
    if not len(mask):
        return piece.own, piece.cover
    long = 0.055 * piece.metre
    for y, x in mask[random.integers(0, len(mask), min(2600, 900 + len(mask) // 24))]:
        near = math.exp(-float(size[y, x] < 0.02))
        way = np.array([out_x[y, x], out_y[y, x]]) / size[y, x] + np.array([random.uniform(-0.5, 0.5), 0.55])
        reach = long * random.uniform(0.5, 1.1) * (0.55 + 0.45 * near)
        end = (round(float(x + way[0] * reach)), round(float(y + way[1] * reach)))
        tone = np.clip(piece.own[y, x] * random.uniform(0.78, 1.22), 0, 1) * 255
        wide = max(1, round(0.007 * piece.metre))
        cv2.line(canvas, (int(x), int(y)), end, (*(float(c) for c in tone), 255.0), wide, cv2.LINE_AA)
    found = canvas.astype(np.float32) / 255
    alpha = found[..., 3]
    return np.asarray(found[..., :3] / np.maximum(alpha, 1e-3)[..., None], np.float32), np.asarray(alpha, np.float32)


def _paper(code: str) -> _Make:
    return lambda piece: _folded(piece, _colours(code)[0] if piece.hue is None else 0.25 + 0.75 * piece.hue)


def _folded(piece: _Piece, tone: Floats) -> _Made:
    """Flat faces, each with its own light, and sharp creases between them."""
    faces = np.floor(piece.noise(3.4, 3.4, 9, 1, 0.2) * 9)
    lit = 0.90 + 0.14 * ((np.sin(faces * 12.9898) * 43758.5453) % 1.0)
    crease = np.clip(np.abs(cv2.Laplacian(np.asarray(faces, np.float32), cv2.CV_32F)), 0, 1) * 0.10
    fibre = 0.97 + 0.06 * piece.noise(80.0, 80.0, 10, 2)
    shade = _firm(piece.shade, 0.55, 1.25, 0.6) * (lit * fibre - crease)[..., None]
    return np.asarray(tone * np.clip(piece.white, 0, 0.98) * shade, np.float32), piece.cover


SUBSTANCES: dict[str, _Make] = {
    "wood": _wood,
    "gold": _metal("#4a2606 #a06a14 #dba22c #f6cf5a #ffeea6 #fffdf0"),
    "silver": _metal("#23272f #6a727e #a4acb6 #d2d8de #f2f5f8 #ffffff"),
    "bronze": _metal("#2a1409 #6e3d1c #a8683a #cf935c #f0c898 #fff2de"),
    "iron": _metal("#121418 #3a3f47 #626972 #8b939c #b9c0c7 #eef1f4"),
    "stone": _stone("#77746e #9b978f #b9b5ab"),
    "marble": _stone("#dcd8d2 #eceae6 #f7f6f3", "#8f8c90"),
    "rust": _rust,
    "glass": _glass("#c9e6ec", facets=False, clear=0.30),
    "ice": _glass("#bfe2f8", facets=True, clear=0.62),
    "crystal": _glass("#d6c8f6", facets=True, clear=0.58),
    "neon": _neon,
    "fur": _fur,
    "paper": _paper("#f6f3ea"),
    "cardboard": _paper("#c59a66"),
    "chocolate": _metal("#1c0d07 #3c2013 #55301d #6e4128 #96623f #d8b492"),
}
