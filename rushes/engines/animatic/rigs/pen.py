"""Pen: what rigs draw with. Metres, x right, y down, the ground point at (0, 0), always facing right.

A figure is drawn part by part; each part is lit on its own, so that a near leg has its own roundness before the body, and
lays a soft shade on the parts behind it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.curves import outline, smoothed
from rushes.engines.animatic.paint.cutouts import box_of, darken
from rushes.engines.animatic.paint.relight import (
    NO_SIDES,
    Box,
    Sides,
    cover_of,
    lay_plain,
    lay_relief,
    melted,
    relief_of,
)
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.features import Beginning, Face, Shade, Surface
from rushes.engines.animatic.rigs.hue import ink

Point = tuple[float, float]
#: A plain colour, or a shader made by `Pen.ramp` or `Pen.glow`.
Fill: TypeAlias = "Rgb | skia.Shader"


class Pen:
    """One picture being drawn; not shared between threads."""

    def __init__(
        self,
        width: int,
        height: int,
        origin: Point,
        pixels_per_metre: float,
        light: Light,
        *,
        mirrored: bool,
        cropped: bool = False,
        beginning: Beginning | None = None,
        face: Face | None = None,
    ) -> None:
        """`cropped`: what touches the picture's border goes on beyond it; `beginning`: see `first`; `face`: an empty one
        is told what is drawn, one that is known says how a patch is lit, which is the picture then."""
        self.light = light
        self.pixels_per_metre = pixels_per_metre
        self._mirrored, self._cropped = mirrored, cropped
        self._beginning = beginning
        self._told = face if face is not None and not face.surfaces else None
        self._known = face if face is not None and face.surfaces else None
        #: The next part of those that a face is told of.
        self._number = 0
        #: uint8 array (row, column, bgra) premultiplied: the picture so far.
        self.picture: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        self._part: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        self._canvas = skia.Canvas(self._part, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        self._canvas.translate(*origin)
        self._canvas.scale(pixels_per_metre, pixels_per_metre)
        #: What holds all that is drawn of the part, in pixels; the same of the picture, and of what mouth and lids change.
        self._drawn, self._all, self._features = skia.Rect(), skia.Rect(), skia.Rect()

    @property
    def canvas(self) -> skia.Canvas:
        """What the pen has no word for can be drawn on its canvas; nobody knows then where, so it is looked for."""
        self._drawn = skia.Rect.MakeWH(self.picture.shape[1], self.picture.shape[0])
        return self._canvas

    @property
    def extent(self) -> Box:
        """Left, top, width and height of what is in the picture, in pixels; all 0 when nothing is."""
        return box_of(self.picture, self._within(self._all))

    def first(self, draw: Callable[[], None]) -> None:
        """Draw what is the same whatever mouth and lids do, and lies behind them: kept for the other pictures of a pose."""
        known, face, told = self._beginning, self._known, self._told
        if not self._all.isEmpty() or self._number:
            draw()
        elif face is not None and face.under is not None:
            self.picture[:] = face.under
            self._all = skia.Rect.MakeWH(self.picture.shape[1], self.picture.shape[0])
        elif told is not None:
            draw()
            told.begin(self.picture, self._within(self._all))
            self._number = 0
        elif known is None:
            draw()
        elif known.picture is None:
            draw()
            left, top, width, height = known.box = self.extent
            known.picture = self.picture[top : top + height, left : left + width].copy()
        else:
            left, top, width, height = known.box
            self.picture[top : top + height, left : left + width] = known.picture
            self._all = skia.Rect.MakeXYWH(left, top, width, height)

    def features(self, points: Sequence[Point], around: float) -> None:
        """Say that mouth and lids are drawn among these points, or so far around them."""
        if self._told is not None:
            self._features.join(self._around(points, around))

    def close_face(self) -> None:
        """Let the face keep what another mouth needs, after all is drawn."""
        assert self._told is not None, "only a face that was told can be kept"
        self._features.intersect(self._all)
        self._told.close_on((0, 0, 0, 0) if self._features.isEmpty() else self._within(self._features))

    def misses(self, points: Sequence[Point], around: float) -> bool:
        """Does nothing show of what lies so far around these points, or between them? A close-up has no legs."""
        box = self._around(points, around)
        return not box.intersects(skia.Rect.MakeWH(self.picture.shape[1], self.picture.shape[0]))

    def _around(self, points: Sequence[Point], around: float) -> skia.Rect:
        box = skia.Rect()
        box.setBounds([skia.Point(*point) for point in points])
        return self._canvas.getTotalMatrix().mapRect(box.makeOutset(around, around))

    @property
    def mirrored(self) -> bool:
        """Will the picture be flipped left to right afterwards?"""
        return self._mirrored

    @contextmanager
    def part(
        self,
        *,
        puff: float = 0.9,
        rim: float = 0.15,
        gain: float = 1.0,
        shade: float = 0.35,
        lit: bool = True,
        melt: tuple[Point, Point] | None = None,
    ) -> Iterator[None]:
        """Draw a part; it is lit and laid over the picture at the end. `shade` is its contact shade on what is behind;
        `lit` False is for what shines by itself; `melt` lets it run into what is behind: gone at the first point, whole
        at the second."""
        ends = None
        if melt is not None:
            matrix = self._canvas.getTotalMatrix()
            ends = [(float(at.fX), float(at.fY)) for at in (matrix.mapXY(*point) for point in melt)]
        yield
        number, self._number = self._number, self._number + 1
        if self._known is not None:
            box = (0, 0, self.picture.shape[1], self.picture.shape[0])
            surface = self._known.surfaces[number]
        else:
            box = box_of(self._part, self._within(self._drawn))
            surface = None
        left, top, width, height = box
        self._drawn = skia.Rect()
        if self._told is not None:
            self._told.surfaces.append(None)
        if width == 0 or height == 0:
            return
        self._all.join(skia.Rect.MakeXYWH(left, top, width, height))
        whole = None if ends is None else melted(ends[0], ends[1], left, top, width, height)
        if not lit:
            lay_plain(self._part, box, self.picture, whole)
            return
        if surface is None:
            if self._known is not None:
                # It leaves the patch alone.
                self._part[:] = 0
                return
            surface = self._surface(box, whole, puff, rim, shade)
            if self._told is not None:
                self._told.surfaces[number] = surface
        if surface.shade is not None:
            darken(self.picture, surface.shade.soft, surface.shade.box, shade)
        planes = surface.diffuse, surface.rim
        lay_relief(self._part, box, planes, self.picture, self.light, gain, whole)

    def _surface(self, box: Box, whole: NDArray[np.float32] | None, puff: float, rim: float, shade: float) -> Surface:
        """How what is drawn in a box of the part takes the light."""
        left, top, width, height = box
        cover = there = cover_of(self._part, box)
        if whole is not None:
            there = np.asarray(cover * cv2.resize(whole, cover.shape[::-1]), np.uint8)
        goes_on = self._goes_on(left, top, left + width, top + height)
        diffuse, edge = relief_of(cover, self.light.direction, puff, rim, self._mirrored, goes_on)
        return Surface(box, diffuse, edge, self._shade(there, box) if shade > 0 else None)

    def _within(self, drawn: skia.Rect) -> Box:
        """The pixels that a box touches, with one around for soft edges."""
        left, top = max(0, math.floor(drawn.left()) - 1), max(0, math.floor(drawn.top()) - 1)
        right = min(self.picture.shape[1], math.ceil(drawn.right()) + 1)
        bottom = min(self.picture.shape[0], math.ceil(drawn.bottom()) + 1)
        return left, top, max(0, right - left), max(0, bottom - top)

    def _touch(self, rect: skia.Rect, around: float = 0.0) -> None:
        """Note that something is drawn in `rect`, and so far around it."""
        if around:
            rect = rect.makeOutset(around, around)
        self._drawn.join(self._canvas.getTotalMatrix().mapRect(rect))

    def _goes_on(self, left: int, top: int, right: int, bottom: int) -> Sides:
        if not self._cropped:
            return NO_SIDES
        return left == 0, top == 0, right == self.picture.shape[1], bottom == self.picture.shape[0]

    def _shade(self, cover: NDArray[np.uint8], box: Box) -> Shade:
        """The soft shade of what is in a box, a little away from the light; `cover` may be smaller."""
        left, top, width, height = box
        reach = max(2.0, 0.03 * self.pixels_per_metre)
        finer = cover.shape[1] / width
        pad = math.ceil(3 * reach * finer)
        padded = cv2.copyMakeBorder(cover, pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
        shrink = max(1.0, reach * finer / 2.5)
        small = cv2.resize(padded, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
        soft = np.asarray(cv2.GaussianBlur(small, (0, 0), reach * finer / shrink), np.uint8)
        away = -1.0 if (self.light.direction[0] > 0) != self._mirrored else 1.0
        out = round(pad / finer)
        corner = left - out + round(away * reach * 0.6), top - out + round(reach * 0.6)
        return Shade(soft, (*corner, width + 2 * out, height + 2 * out))

    # --- shapes -----------------------------------------------------------------------------------------------------

    def fill(self, path: skia.Path, fill: Fill, alpha: float = 1.0) -> None:
        self._touch(path.getBounds())
        self._canvas.drawPath(path, _paint(fill, alpha))

    def blob(self, points: Sequence[Point], fill: Fill, alpha: float = 1.0, *, tight: float = 1.0) -> None:
        """A smooth closed shape through the points."""
        self.fill(closed(points, tight), fill, alpha)

    def poly(self, points: Sequence[Point], fill: Fill, alpha: float = 1.0) -> None:
        path = skia.Path()
        path.addPoly([skia.Point(*point) for point in points], True)
        self.fill(path, fill, alpha)

    def tube(self, points: Sequence[Point], widths: Sequence[float], fill: Fill, alpha: float = 1.0) -> None:
        """A limb: a smooth line through the points, as thick as `widths` (full widths, metres) with round ends."""
        knots = np.array(points, np.float64)
        around, first, last = outline(knots, 7, np.array(widths, np.float64))
        path = _polygon(around, True)
        path.setFillType(skia.PathFillType.kWinding)
        # Same winding as the outline does not matter: joined below as separate fills of one paint.
        self.dot(float(knots[0, 0]), float(knots[0, 1]), first, fill, alpha)
        self.dot(float(knots[-1, 0]), float(knots[-1, 1]), last, fill, alpha)
        self.fill(path, fill, alpha)

    def line(self, points: Sequence[Point], width: float, colour: Rgb, alpha: float = 1.0) -> None:
        knots = np.array(points, np.float64)
        self.stroke(_polygon(smoothed(knots, 6) if len(knots) > 2 else knots, False), width, colour, alpha)

    def stroke(self, path: skia.Path, width: float, colour: Rgb, alpha: float = 1.0) -> None:
        """A line along the path, with round ends and corners."""
        paint = _paint(colour, alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self._touch(path.getBounds(), width / 2)
        self._canvas.drawPath(path, paint)

    def oval(
        self,
        x: float,
        y: float,
        radius_x: float,
        radius_y: float,
        fill: Fill,
        alpha: float = 1.0,
        *,
        degrees: float = 0.0,
    ) -> None:
        oval = skia.Rect.MakeLTRB(-radius_x, -radius_y, radius_x, radius_y)
        self._canvas.save()
        self._canvas.translate(x, y)
        self._canvas.rotate(degrees)
        self._touch(oval)
        self._canvas.drawOval(oval, _paint(fill, alpha))
        self._canvas.restore()

    def dot(self, x: float, y: float, radius: float, fill: Fill, alpha: float = 1.0) -> None:
        self._touch(skia.Rect.MakeLTRB(x - radius, y - radius, x + radius, y + radius))
        self._canvas.drawCircle(x, y, radius, _paint(fill, alpha))

    def box(
        self,
        left: float,
        top: float,
        right: float,
        bottom: float,
        fill: Fill,
        alpha: float = 1.0,
        *,
        round: float = 0.0,
    ) -> None:
        box = skia.Rect.MakeLTRB(left, top, right, bottom)
        self._touch(box)
        self._canvas.drawRoundRect(box, round, round, _paint(fill, alpha))

    @contextmanager
    def within(self, path: skia.Path) -> Iterator[None]:
        """Draw only inside the path."""
        self._canvas.save()
        self._canvas.clipPath(path, True)
        yield
        self._canvas.restore()

    @contextmanager
    def turned(
        self, x: float, y: float, degrees: float = 0.0, scale: float = 1.0, *, wide: float = 1.0
    ) -> Iterator[None]:
        """Draw with (x, y) as the new zero point, turned clockwise and scaled; `wide` times as wide, below 0 mirrored."""
        self._canvas.save()
        self._canvas.translate(x, y)
        self._canvas.rotate(degrees)
        self._canvas.scale(scale * wide, scale)
        yield
        self._canvas.restore()

    @property
    def scale(self) -> float:
        """Pixels per unit, as it is turned and scaled now."""
        matrix = self._canvas.getTotalMatrix()
        return math.hypot(matrix.getScaleX(), matrix.getSkewY())

    # --- fills ------------------------------------------------------------------------------------------------------

    @staticmethod
    def ramp(
        start: Point,
        end: Point,
        colours: Sequence[Rgb],
        stops: Sequence[float] | None = None,
        alphas: Sequence[float] | None = None,
    ) -> skia.Shader:
        covers = alphas or (1.0,) * len(colours)
        inks = [ink(colour, cover) for colour, cover in zip(colours, covers, strict=True)]
        return skia.GradientShader.MakeLinear([start, end], inks, stops)

    @staticmethod
    def glow(centre: Point, radius: float, colour: Rgb, alpha: float = 1.0) -> skia.Shader:
        """Light that fades out from the centre."""
        steps = ((0.0, 1.0), (0.25, 0.5), (0.55, 0.16), (1.0, 0.0))
        return skia.GradientShader.MakeRadial(
            centre, radius, [ink(colour, alpha * share) for _, share in steps], [stop for stop, _ in steps]
        )


def closed(points: Sequence[Point], tight: float = 1.0) -> skia.Path:
    """A smooth closed path through the points (cardinal spline); `tight` below 1 is nearer to a polygon."""
    path = skia.Path()
    count = len(points)
    path.moveTo(*points[0])
    for i in range(count):
        before, a, b, after = points[i - 1], points[i], points[(i + 1) % count], points[(i + 2) % count]
        bend = tight / 6
        path.cubicTo(
            a[0] + (b[0] - before[0]) * bend, a[1] + (b[1] - before[1]) * bend,
            b[0] - (after[0] - a[0]) * bend, b[1] - (after[1] - a[1]) * bend,
            b[0], b[1],
        )  # fmt: skip
    path.close()
    return path


def spline(points: Sequence[Point], steps: int) -> NDArray[np.float64]:
    """Points along a smooth open curve: float64 array (point, xy), `steps` per segment plus the last."""
    return smoothed(np.array(points, np.float64), steps)


def _polygon(line: NDArray[np.float64], is_closed: bool) -> skia.Path:
    path = skia.Path()
    path.addPoly(list(map(skia.Point, line[:, 0].tolist(), line[:, 1].tolist())), is_closed)
    return path


def turn(point: Point, degrees: float, about: Point = (0.0, 0.0)) -> Point:
    """The point turned clockwise about another."""
    angle = math.radians(degrees)
    x, y = point[0] - about[0], point[1] - about[1]
    return (
        about[0] + x * math.cos(angle) - y * math.sin(angle),
        about[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def _paint(fill: Fill, alpha: float) -> skia.Paint:
    if isinstance(fill, tuple):
        return skia.Paint(Color=ink(fill, alpha), AntiAlias=True)
    paint = skia.Paint(Shader=fill, AntiAlias=True, Dither=True)
    if alpha < 1:
        paint.setAlphaf(alpha)
    return paint
