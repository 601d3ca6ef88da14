"""Pen: what rigs draw with. Metres, x right, y down, the ground point at (0, 0), always facing right.

A figure is drawn part by part; each part is lit on its own, so that a near leg has its own roundness before the body, and
lays a soft shade on the parts behind it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.cutouts import box_of, darken
from rushes.engines.animatic.paint.relight import NO_SIDES, Sides, relight
from rushes.engines.animatic.paint.skia_loading import skia
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
    ) -> None:
        """`cropped`: what touches the picture's border goes on beyond it."""
        self.light = light
        self.pixels_per_metre = pixels_per_metre
        self._mirrored, self._cropped = mirrored, cropped
        #: uint8 array (row, column, bgra) premultiplied: the picture so far.
        self.picture: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        self._part: NDArray[np.uint8] = np.zeros((height, width, 4), np.uint8)
        self._onto = skia.Canvas(self.picture, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        self.canvas = skia.Canvas(self._part, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
        self.canvas.translate(*origin)
        self.canvas.scale(pixels_per_metre, pixels_per_metre)

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
            matrix = self.canvas.getTotalMatrix()
            ends = [(float(at.fX), float(at.fY)) for at in (matrix.mapXY(*point) for point in melt)]
        yield
        left, top, width, height = box_of(self._part)
        if width == 0 or height == 0:
            return
        box = (slice(top, top + height), slice(left, left + width))
        pixels = np.ascontiguousarray(self._part[box])
        whole = None if ends is None else _melted(ends[0], ends[1], left, top, width, height)
        if lit:
            if shade > 0:
                cover = pixels[..., 3] if whole is None else (pixels[..., 3] * whole).astype(np.uint8)
                self._shade(cover, left, top, shade)
            pixels = relight(
                pixels, self.light, puff=puff, rim_width=rim, gain=gain, mirrored=self._mirrored,
                goes_on=self._goes_on(left, top, left + width, top + height),
            )  # fmt: skip
        if whole is not None:
            pixels = (pixels * whole[..., None]).astype(np.uint8)
        self._onto.drawImage(_image(pixels), left, top)
        self._part[box] = 0

    def _goes_on(self, left: int, top: int, right: int, bottom: int) -> Sides:
        if not self._cropped:
            return NO_SIDES
        return left == 0, top == 0, right == self.picture.shape[1], bottom == self.picture.shape[0]

    def _shade(self, alpha: NDArray[np.uint8], left: int, top: int, strength: float) -> None:
        reach = max(2.0, 0.03 * self.pixels_per_metre)
        pad = int(3 * reach)
        shrink = max(1.0, reach / 2.5)
        padded = cv2.copyMakeBorder(np.ascontiguousarray(alpha), pad, pad, pad, pad, cv2.BORDER_CONSTANT, value=0)
        small = cv2.resize(padded, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA)
        soft = cv2.GaussianBlur(small, (0, 0), reach / shrink)
        whole = cv2.resize(soft, (padded.shape[1], padded.shape[0]), interpolation=cv2.INTER_LINEAR).astype(np.uint8)
        away = -1.0 if (self.light.direction[0] > 0) != self._mirrored else 1.0
        darken(self.picture, whole, left - pad + round(away * reach * 0.6), top - pad + round(reach * 0.6), strength)

    # --- shapes -----------------------------------------------------------------------------------------------------

    def fill(self, path: skia.Path, fill: Fill, alpha: float = 1.0) -> None:
        self.canvas.drawPath(path, _paint(fill, alpha))

    def blob(self, points: Sequence[Point], fill: Fill, alpha: float = 1.0, *, tight: float = 1.0) -> None:
        """A smooth closed shape through the points."""
        self.fill(closed(points, tight), fill, alpha)

    def poly(self, points: Sequence[Point], fill: Fill, alpha: float = 1.0) -> None:
        path = skia.Path()
        path.addPoly([skia.Point(*point) for point in points], True)
        self.fill(path, fill, alpha)

    def tube(self, points: Sequence[Point], widths: Sequence[float], fill: Fill, alpha: float = 1.0) -> None:
        """A limb: a smooth line through the points, as thick as `widths` (full widths, metres) with round ends."""
        spine = spline(points, 7)
        stations = np.linspace(0, len(widths) - 1, len(spine))
        halves = np.interp(stations, np.arange(len(widths)), np.asarray(widths)) / 2
        run = np.gradient(spine, axis=0)
        run /= np.maximum(1e-9, np.linalg.norm(run, axis=1, keepdims=True))
        side = np.stack([-run[:, 1], run[:, 0]], 1) * halves[:, None]
        outline = np.concatenate([spine + side, (spine - side)[::-1]])
        path = skia.Path()
        path.addPoly([skia.Point(float(x), float(y)) for x, y in outline], True)
        path.setFillType(skia.PathFillType.kWinding)
        for end in (0, -1):
            # Same winding as the outline does not matter: joined below as separate fills of one paint.
            self.canvas.drawCircle(float(spine[end][0]), float(spine[end][1]), float(halves[end]), _paint(fill, alpha))
        self.fill(path, fill, alpha)

    def line(self, points: Sequence[Point], width: float, colour: Rgb, alpha: float = 1.0) -> None:
        path = skia.Path()
        curve = spline(points, 6) if len(points) > 2 else np.asarray(points)
        path.addPoly([skia.Point(float(x), float(y)) for x, y in curve], False)
        paint = _paint(colour, alpha)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(width)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        paint.setStrokeJoin(skia.Paint.kRound_Join)
        self.canvas.drawPath(path, paint)

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
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(degrees)
        self.canvas.drawOval(skia.Rect.MakeLTRB(-radius_x, -radius_y, radius_x, radius_y), _paint(fill, alpha))
        self.canvas.restore()

    def dot(self, x: float, y: float, radius: float, fill: Fill, alpha: float = 1.0) -> None:
        self.canvas.drawCircle(x, y, radius, _paint(fill, alpha))

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
        self.canvas.drawRoundRect(skia.Rect.MakeLTRB(left, top, right, bottom), round, round, _paint(fill, alpha))

    @contextmanager
    def within(self, path: skia.Path) -> Iterator[None]:
        """Draw only inside the path."""
        self.canvas.save()
        self.canvas.clipPath(path, True)
        yield
        self.canvas.restore()

    @contextmanager
    def turned(self, x: float, y: float, degrees: float = 0.0, scale: float = 1.0) -> Iterator[None]:
        """Draw with (x, y) as the new zero point, turned clockwise and scaled."""
        self.canvas.save()
        self.canvas.translate(x, y)
        self.canvas.rotate(degrees)
        self.canvas.scale(scale, scale)
        yield
        self.canvas.restore()

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
    knots = np.asarray(points, np.float64)
    if len(knots) == 2:
        return np.linspace(knots[0], knots[1], steps + 1)
    ghost = np.concatenate([[2 * knots[0] - knots[1]], knots, [2 * knots[-1] - knots[-2]]])
    u = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = []
    for i in range(len(knots) - 1):
        p0, p1, p2, p3 = ghost[i : i + 4]
        pieces.append(
            0.5 * (2 * p1 + (p2 - p0) * u + (2 * p0 - 5 * p1 + 4 * p2 - p3) * u**2 + (3 * p1 - p0 - 3 * p2 + p3) * u**3)
        )
    return np.concatenate([*pieces, knots[-1:]])


def turn(point: Point, degrees: float, about: Point = (0.0, 0.0)) -> Point:
    """The point turned clockwise about another."""
    angle = math.radians(degrees)
    x, y = point[0] - about[0], point[1] - about[1]
    return (
        about[0] + x * math.cos(angle) - y * math.sin(angle),
        about[1] + x * math.sin(angle) + y * math.cos(angle),
    )


def _melted(gone: Point, whole: Point, left: int, top: int, width: int, height: int) -> NDArray[np.float32]:
    """How much of a part is there: 0 at one point to 1 at the other, float32 array (row, column)."""
    run = np.array(whole) - np.array(gone)
    run /= max(1e-6, float(run @ run))
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    along = (columns + left - gone[0]) * run[0] + (rows + top - gone[1]) * run[1]
    share = np.clip(along, 0, 1)
    return np.asarray(share * share * (3 - 2 * share), np.float32)


def _paint(fill: Fill, alpha: float) -> skia.Paint:
    if isinstance(fill, tuple):
        return skia.Paint(Color=ink(fill, alpha), AntiAlias=True)
    paint = skia.Paint(Shader=fill, AntiAlias=True, Dither=True)
    if alpha < 1:
        paint.setAlphaf(alpha)
    return paint


def _image(pixels: NDArray[np.uint8]) -> skia.Image:
    return skia.Image.fromarray(
        np.ascontiguousarray(pixels), colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType, copy=True
    )
