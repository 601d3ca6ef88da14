"""Beds of water."""

from __future__ import annotations

import numpy as np

from .filters import band, high, low, pink, swell
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed


def waves(span: Span) -> Stereo:
    """Breakers on a beach: each swells, breaks with a brighter hiss, and draws back."""
    noise = span.noise()
    body, hiss = band(noise, 180, 1400), high(noise, 1900)
    out = high(low(pink(noise), 180), 60) * np.float32(0.3)
    for number, period in enumerate((6.5, 8.2, 9.9)):
        begins = span.second(number, "breakers").random()
        turn = 2 * np.pi * (span.t / period + begins)
        rise = np.maximum(0.0, np.sin(turn)) ** 2.2
        wash = np.maximum(0.0, np.sin(turn - 2 * np.pi * 0.7 / period)) ** 3
        out += body * (0.45 * rise).astype(np.float32) + hiss * (0.13 * wash).astype(np.float32)
    return out


def sea(span: Span) -> Stereo:
    """The open sea: long swells, water that slaps, spray."""
    noise = span.noise()
    out: Stereo = high(low(pink(noise), 320), 80) * (0.5 + 0.9 * span.drift("swell", 0.22))
    out += band(noise, 250, 1100) * (0.25 * span.drift("slap", 1.1) ** 2)
    out += high(noise, 2600) * (0.06 * span.drift("spray", 0.5) ** 2)
    return out


def underwater(span: Span) -> Stereo:
    """A muffled deep, and strings of bubbles that rise."""
    out: Stereo = high(low(pink(span.noise()), 300), 70) * (0.35 + 0.2 * span.drift("deep", 0.3))
    for at, chance in span.events("strings", 1.4, 1.2, steady=True):
        pan, base = chance.random(), chance.uniform(260, 700)
        for number in range(int(chance.integers(3, 9))):
            add(
                out,
                at + int(number * chance.uniform(0.05, 0.11) * SAMPLES_PER_SECOND),
                placed(_bubble(base, chance), pan),
            )
    return out


def _bubble(hertz: float, chance: np.random.Generator) -> Stereo:
    """One bubble: a sine that rises as the bubble nears the surface (Minnaert, 1933, says how its pitch goes with size)."""
    samples = int(chance.uniform(0.03, 0.08) * SAMPLES_PER_SECOND)
    t = np.arange(samples) / samples
    turns = np.cumsum(hertz * chance.uniform(0.8, 1.6) * (1 + 0.5 * t * t)) / SAMPLES_PER_SECOND
    return (np.sin(2 * np.pi * turns) * swell(samples, 0.004, 0.02) * chance.uniform(0.1, 0.5)).astype(np.float32)


def stream(span: Span) -> Stereo:
    """A brook: hundreds of small bubbles over a soft rush."""
    noise = span.noise()
    out: Stereo = band(noise, 500, 3800) * (0.06 + 0.05 * span.drift("rush", 1.5))
    for at, chance in span.events("bubbles", 55, 0.1):
        pan, hertz = chance.random(), chance.uniform(420, 1900)
        add(out, at, placed(_bubble(hertz, chance), pan))
    return out


def river(span: Span) -> Stereo:
    """A river: the brook, with weight."""
    noise = span.noise("river")
    body = high(low(pink(noise), 700), 90) * (0.8 + 0.4 * span.drift("body", 0.6))
    return stream(span) * np.float32(0.7) + body * np.float32(0.5) + band(noise, 900, 4000) * np.float32(0.05)


def waterfall(span: Span) -> Stereo:
    """Falling water: a roar of all pitches."""
    noise = span.noise()
    roar = pink(noise) * (0.9 + 0.2 * span.drift("roar", 1.0))
    return high(low(roar, 5000, 1), 90) + band(noise, 1500, 7000) * (0.05 + 0.04 * span.drift("spray", 2.0))


def splash(span: Span) -> Stereo:
    """Something strikes the water now and then."""
    out = span.silence()
    for at, chance in span.beats(1.7, 1.2):
        samples, pan = int(0.9 * SAMPLES_PER_SECOND), chance.uniform(0.25, 0.75)
        noise = chance.standard_normal(samples, np.float32)
        hit = low(noise, 500) * swell(samples, 0.004, 0.06) * np.float32(1.5)
        spray = band(noise, 1200, 8000) * swell(samples, 0.03, 0.16) * np.float32(0.7)
        add(out, at + int(chance.uniform(-0.4, 0.4) * SAMPLES_PER_SECOND), placed(hit + spray, pan))
    return out
