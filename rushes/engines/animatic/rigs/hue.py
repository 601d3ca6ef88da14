"""Colours of surfaces: rgb triples of floats 0..1, and the few things rigs do with them."""

from __future__ import annotations

import skia

from rushes.engines.animatic.light import Rgb

WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)


def rgb(text: str) -> Rgb:
    """Read "#rrggbb"."""
    value = int(text.lstrip("#"), 16)
    return ((value >> 16 & 255) / 255, (value >> 8 & 255) / 255, (value & 255) / 255)


def mix(a: Rgb, b: Rgb, share: float) -> Rgb:
    """a at share 0, b at share 1."""
    return (a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share)


def dim(colour: Rgb, factor: float) -> Rgb:
    return (colour[0] * factor, colour[1] * factor, colour[2] * factor)


def tint(colour: Rgb, share: float) -> Rgb:
    return mix(colour, WHITE, share)


def lightness(colour: Rgb) -> float:
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]


def ink(colour: Rgb, alpha: float = 1.0) -> int:
    """The colour as skia's packed integer."""
    red, green, blue = (round(255 * min(1.0, max(0.0, part))) for part in colour)
    packed: int = skia.Color(red, green, blue, round(255 * min(1.0, max(0.0, alpha))))
    return packed
