"""Beds of water."""

from __future__ import annotations

import numpy as np

from .filters import band, high, low, pink, swell
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed

#: One breaker, by seconds from when it breaks, and how loud each part of it is then: the mass that comes, the water that
#: falls, its hiss, and the foam that seethes as it draws back.
_BREAKER_SECONDS = (-2.8, -1.4, -0.5, 0.0, 0.5, 1.5, 3.0, 4.8, 6.5)
_BREAKER = {
    "mass": (0.0, 0.25, 0.75, 1.0, 0.75, 0.35, 0.14, 0.04, 0.0),
    "fall": (0.0, 0.05, 0.3, 1.0, 0.85, 0.4, 0.14, 0.03, 0.0),
    "hiss": (0.0, 0.01, 0.12, 0.85, 1.0, 0.6, 0.27, 0.08, 0.0),
    "foam": (0.0, 0.0, 0.0, 0.1, 0.35, 0.75, 0.6, 0.22, 0.0),
}


def waves(span: Span) -> Stereo:
    """Breakers on a beach: each comes, falls with a crash that runs along the shore, hisses, and draws back seething."""
    noise, bright = span.noise(), span.noise("spray")
    parts = {
        "mass": high(low(pink(noise), 330), 70) * np.float32(1.0),
        "fall": band(noise, 350, 1500) * (0.55 + 0.25 * span.drift("tumbling", 9.0)),
        "hiss": low(high(bright, 1700), 6500) * np.float32(0.2),
        "foam": low(high(bright, 3200, 1), 9000) * (0.075 + 0.05 * span.drift("seething", 14.0)),
    }
    loud = {part: np.zeros((2, span.samples), np.float32) for part in parts}
    for at, chance in span.beats(6.8, 11.0, "breakers"):
        at += int(chance.uniform(-1.1, 1.1) * SAMPLES_PER_SECOND)
        size, side, along = chance.uniform(0.45, 1.0), int(chance.integers(2)), chance.uniform(0.15, 0.7)
        # The first comes soon.
        at -= int(1.2 * SAMPLES_PER_SECOND)
        for channel in (0, 1):
            since = np.arange(int(-2.8 * SAMPLES_PER_SECOND), int(6.5 * SAMPLES_PER_SECOND)) / SAMPLES_PER_SECOND
            late = at + int(since[0] * SAMPLES_PER_SECOND) + (channel == side) * int(along * SAMPLES_PER_SECOND)
            for part, curve in _BREAKER.items():
                shape = np.interp(since, _BREAKER_SECONDS, curve).astype(np.float32)
                add(loud[part][channel], late, shape * np.float32(size))
    out: Stereo = high(low(pink(span.noise("far")), 600), 90) * np.float32(0.16)
    for part, sound in parts.items():
        out += sound * loud[part]
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
                placed(bubble(base, chance), pan),
            )
    return out


def bubble(hertz: float, chance: np.random.Generator) -> Stereo:
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
        add(out, at, placed(bubble(hertz, chance), pan))
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
    """Something strikes the water now and then: the slap, the crown of spray, the hole that closes, drops that fall back."""
    out = span.silence()
    for at, chance in span.beats(1.9, 1.6):
        samples, pan = int(1.1 * SAMPLES_PER_SECOND), chance.uniform(0.25, 0.75)
        noise = chance.standard_normal((2, samples), np.float32)
        hit = band(noise[0], 220, 1100) * swell(samples, 0.003, 0.05) * np.float32(1.4)
        spray = low(band(noise, 1000, 6000), 8000) * swell(samples, 0.05, 0.17) * np.float32(0.55)
        at += int(chance.uniform(-0.5, 0.5) * SAMPLES_PER_SECOND)
        add(out, at, placed(hit + spray[0] * np.float32(0.6), pan) + spray * np.float32(0.5))
        add(
            out,
            at + int(0.09 * SAMPLES_PER_SECOND),
            placed(bubble(chance.uniform(170, 300), chance) * np.float32(2.5), pan),
        )
        for late in np.sort(chance.uniform(0.25, 0.95, 9)):
            drop = bubble(chance.uniform(700, 2400), chance) * np.float32(0.5 * (1.1 - late))
            add(
                out,
                at + int(late * SAMPLES_PER_SECOND),
                placed(drop, float(np.clip(pan + chance.uniform(-0.2, 0.2), 0, 1))),
            )
    return out
