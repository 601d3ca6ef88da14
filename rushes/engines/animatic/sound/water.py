"""Beds of water."""

from __future__ import annotations

import numpy as np

from .filters import band, high, low, pink
from .span import Span, Stereo


def waves(span: Span) -> Stereo:
    """Breakers on a beach: each swells, breaks with a brighter hiss, and draws back."""
    noise = span.noise()
    body, hiss = band(noise, 180, 1400), high(noise, 1900)
    out = low(pink(noise), 180) * np.float32(0.6)
    for number, period in enumerate((6.5, 8.2, 9.9)):
        begins = span.second(number, "breakers").random()
        turn = 2 * np.pi * (span.t / period + begins)
        rise = np.maximum(0.0, np.sin(turn)) ** 2.2
        wash = np.maximum(0.0, np.sin(turn - 2 * np.pi * 0.7 / period)) ** 3
        out += body * (0.45 * rise).astype(np.float32) + hiss * (0.13 * wash).astype(np.float32)
    return out
