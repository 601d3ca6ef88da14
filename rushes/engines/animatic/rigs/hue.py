"""Colours of surfaces: those of `paint.colours` by short names, as drawings are full of them."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import coded as ink
from rushes.engines.animatic.paint.colours import grey_of as lightness
from rushes.engines.animatic.paint.colours import hexed as rgb
from rushes.engines.animatic.paint.colours import mix
from rushes.engines.animatic.paint.colours import times as dim

__all__ = ["BLACK", "WHITE", "dim", "ink", "lightness", "mix", "rgb", "tint"]

WHITE: Rgb = (1.0, 1.0, 1.0)
BLACK: Rgb = (0.0, 0.0, 0.0)


def tint(colour: Rgb, share: float) -> Rgb:
    """The colour with this share of white."""
    return mix(colour, WHITE, share)
