"""Beds of air, weather and fire. A bed takes a span and gives its sound, at its own loudness."""

from __future__ import annotations

import numpy as np

from .filters import band, high, low, pink, swell
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed

#: Centres of the bank through which the wind howls.
_HOWL_HERTZ = (340.0, 430.0, 530.0, 650.0, 780.0)


def wind(span: Span) -> Stereo:
    """Gusts in three bands, and a howl that wanders through a bank of narrow ones."""
    noise = pink(span.noise())
    out = span.silence()
    for low_hertz, high_hertz, per_second, gain in ((100, 400, 0.45, 1.0), (300, 900, 0.8, 0.7), (700, 1700, 1.2, 0.3)):
        gusts = span.drift(f"gusts {low_hertz}", per_second)
        out += band(noise, low_hertz, high_hertz) * ((0.25 + gusts * gusts) * gain)
    pitch = 360 + 420 * span.drift("howl pitch", 0.5)
    strength = span.drift("howl", 0.6) ** 2
    for centre in _HOWL_HERTZ:
        out += band(noise, centre * 0.96, centre * 1.04) * (2.2 * strength * np.exp(-(((pitch - centre) / 70) ** 2)))
    return out


def breeze(span: Span) -> Stereo:
    """A light wind in leaves."""
    noise = span.noise()
    leaves = high(band(noise, 1500, 6000), 900) * (0.15 + 0.85 * span.drift("leaves", 0.7) ** 2)
    return leaves * np.float32(0.5) + low(pink(noise), 350) * (0.4 + 0.6 * span.drift("air", 0.4))


def rain(span: Span) -> Stereo:
    """A hiss, and drops near enough to be heard one by one."""
    noise = span.noise()
    hiss = band(noise, 1800, 9500) * np.float32(0.16) + high(noise, 700, 1) * np.float32(0.05)
    out: Stereo = hiss * (0.85 + 0.3 * span.drift("heavier", 0.3))
    for at, chance in span.events("drops", 90, 0.02):
        length, hertz, loud, pan = (
            chance.integers(80, 420),
            chance.uniform(1100, 4300),
            chance.random(),
            chance.random(),
        )
        ring = np.sin(np.arange(length) * (2 * np.pi * hertz / SAMPLES_PER_SECOND)).astype(np.float32)
        add(
            out,
            at,
            placed(ring * swell(int(length), 0.0004, length / SAMPLES_PER_SECOND / 5) * (0.05 + 0.4 * loud**3), pan),
        )
    return out


def fire(span: Span) -> Stereo:
    """A low roar that flutters, and crackles."""
    noise = span.noise()
    out: Stereo = low(pink(noise), 240) * (0.8 + 0.9 * span.drift("flutter", 6.0))
    out += band(noise, 400, 1800) * (0.04 * span.drift("hiss", 9.0))
    for at, chance in span.events("crackle", 15, 0.05):
        length, loud, pan = int(chance.integers(90, 900)), chance.random() ** 2.5, chance.random()
        snap = chance.standard_normal(length, np.float32) * swell(length, 0.0002, length / SAMPLES_PER_SECOND / 7)
        add(out, at, placed(snap * np.float32(0.1 + 0.9 * loud), pan))
    return out
