"""Colours: rgb triples 0..1 (light may exceed 1), and the skia paints made of them."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import cv2
import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia

# Rendering has its own threads; more inside each call would only fight over the cores.
cv2.setNumThreads(1)

Point = tuple[float, float]
SkiaPaint = Any  # Any: skia has no types


def hexed(code: str) -> Rgb:
    """The colour that "#rrggbb" names."""
    code = code.lstrip("#")
    return (int(code[0:2], 16) / 255, int(code[2:4], 16) / 255, int(code[4:6], 16) / 255)


def mix(first: Rgb, second: Rgb, share: float) -> Rgb:
    """`first` at share 0, `second` at share 1."""
    return (
        first[0] + (second[0] - first[0]) * share,
        first[1] + (second[1] - first[1]) * share,
        first[2] + (second[2] - first[2]) * share,
    )


def times(colour: Rgb, factor: float) -> Rgb:
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def lit(surface: Rgb, light: Rgb) -> Rgb:
    """What a surface looks like under a light."""
    return (surface[0] * light[0], surface[1] * light[1], surface[2] * light[2])


def plus(first: Rgb, second: Rgb) -> Rgb:
    return (first[0] + second[0], first[1] + second[1], first[2] + second[2])


def grey_of(colour: Rgb) -> float:
    """Luma of a colour (Rec. ITU-R BT.709)."""
    return 0.2126 * colour[0] + 0.7152 * colour[1] + 0.0722 * colour[2]


def saturated(colour: Rgb, factor: float) -> Rgb:
    """The colour with its distance from grey multiplied."""
    grey = grey_of(colour)
    return mix((grey, grey, grey), colour, factor)


def hued(hue: float, saturation: float, value: float) -> Rgb:
    """A colour by hue 0..1."""
    return colorsys.hsv_to_rgb(hue % 1.0, saturation, value)


@lru_cache(maxsize=4096)
def coded(colour: Rgb, alpha: float = 1.0) -> int:
    """The colour as skia's 32-bit number."""
    parts = [round(min(1.0, max(0.0, float(v))) * 255) for v in (*colour, alpha)]
    return int(skia.Color(*parts))


def solid(colour: Rgb, alpha: float = 1.0, blur: float = 0.0) -> SkiaPaint:
    """A paint that fills with one colour, its edge softened by `blur` pixels."""
    paint = skia.Paint(Color=coded(colour, alpha), AntiAlias=True)
    if blur > 0:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    return paint


def stroke(colour: Rgb, width: float, alpha: float = 1.0, blur: float = 0.0) -> SkiaPaint:
    """A paint that draws lines with round ends."""
    paint = solid(colour, alpha, blur)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def _codes(colours: Sequence[Rgb], alphas: Sequence[float] | None) -> list[int]:
    return [coded(c, a) for c, a in zip(colours, alphas or [1.0] * len(colours), strict=True)]


def linear(
    start: Point,
    end: Point,
    colours: Sequence[Rgb],
    stops: Sequence[float] | None = None,
    alphas: Sequence[float] | None = None,
) -> SkiaPaint:
    """A paint whose colours run from `start` to `end`."""
    shader = skia.GradientShader.MakeLinear([start, end], _codes(colours, alphas), list(stops) if stops else None)
    return skia.Paint(Shader=shader, AntiAlias=True, Dither=True)


def radial(
    centre: Point,
    radius: float,
    colours: Sequence[Rgb],
    stops: Sequence[float] | None = None,
    alphas: Sequence[float] | None = None,
) -> SkiaPaint:
    """A paint whose colours run from `centre` outwards."""
    shader = skia.GradientShader.MakeRadial(
        centre, max(1e-3, radius), _codes(colours, alphas), list(stops) if stops else None
    )
    return skia.Paint(Shader=shader, AntiAlias=True, Dither=True)


def smooth(low: float, high: float, value: Any) -> Any:  # Any: a number or an array, and the same comes back
    """0 below `low`, 1 above `high`, an S-curve between."""
    share = np.clip((value - low) / (high - low), 0.0, 1.0)
    return share * share * (3.0 - 2.0 * share)
