"""Beds of machines: tones that turn, and the noise that they make doing it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .filters import band, high, in_room, low, pink, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed

_TABLE = 2048


def _turning(turns: NDArray[np.float64], harmonics: int, fall: float, seed: int) -> Mono:
    """A wave of `harmonics` partials, the k-th 1 / k ** fall as strong, read at `turns`."""
    chance = np.random.default_rng(seed)
    at = np.arange(_TABLE) / _TABLE
    table = sum(
        np.sin(2 * np.pi * (k * at + chance.random())) * chance.uniform(0.5, 1.0) / k**fall
        for k in range(1, harmonics + 1)
    )
    wave: Mono = np.asarray(table, np.float32)[(turns * _TABLE).astype(np.int64) % _TABLE]
    return wave


def engine(span: Span) -> Stereo:
    """A motor that pulls and eases, and its exhaust."""
    turns = span.turns(38.0, (0.11, 0.2), (0.37, 0.06), (6.1, 0.006))
    fires = high(_turning(turns, 22, 0.6, span.seed), 75)
    exhaust = high(low(pink(span.noise()), 900), 120) * (
        0.4 + 0.6 * np.maximum(0, np.sin(2 * np.pi * turns * 2))
    ).astype(np.float32)
    # It breathes with its load; a tone that stands still is a refrigerator.
    load = 0.75 + 0.4 * span.drift("load", 0.6)
    out: Stereo = (placed(low(fires, 1900, 1) * np.float32(0.8), 0.5) + exhaust * np.float32(0.3)) * load
    return out


def helicopter(span: Span) -> Stereo:
    """Blades that slap the air a dozen times a second, and a turbine above them."""
    turns = span.turns(11.5, (0.21, 0.012), (0.6, 0.006))
    slap = np.maximum(0.0, np.sin(2 * np.pi * turns)) ** 6
    air = high(low(pink(span.noise()), 900), 70) * (0.25 + 1.6 * slap).astype(np.float32)
    whine = np.sin(2 * np.pi * span.turns(1180.0, (0.13, 0.01))) * 0.012
    near = 0.75 + 0.4 * span.drift("near", 0.3)
    out: Stereo = (air + placed(whine.astype(np.float32), 0.5)) * near
    return out


def train(span: Span) -> Stereo:
    """Wheels over the joints of the rails, weight, and a whistle once in a while."""
    out: Stereo = high(low(pink(span.noise()), 300), 80) * np.float32(0.6)
    for at, chance in span.beats(0.33, 0.3, "chuffs"):
        samples = int(0.26 * SAMPLES_PER_SECOND)
        steam = band(chance.standard_normal(samples, np.float32), 350, 2400) * swell(samples, 0.03, 0.06)
        add(out, at, placed(steam * np.float32(chance.uniform(0.4, 0.6)), 0.5))
    for at, chance in span.beats(0.66, 0.4):
        for number, begins in enumerate((0.0, 0.13)):
            samples = int(0.16 * SAMPLES_PER_SECOND)
            noise = chance.standard_normal(samples, np.float32)
            clack = band(noise, 300, 1500) * swell(samples, 0.002, 0.02) + low(noise, 160) * swell(
                samples, 0.004, 0.04
            ) * np.float32(2)
            add(out, at + int(begins * SAMPLES_PER_SECOND), placed(clack * np.float32(1.0 - 0.25 * number), 0.5))
    whistles = span.silence()
    for at, chance in span.beats(7.0, 2.0, "whistle"):
        samples = int(chance.uniform(1.1, 1.6) * SAMPLES_PER_SECOND)
        t = np.arange(samples) / SAMPLES_PER_SECOND
        chord = sum(np.sin(2 * np.pi * hertz * t) for hertz in (311.1, 370.0, 440.0, 466.2))
        shape = np.minimum(1, np.minimum(t / 0.12, (t[-1] - t) / 0.25)) * 0.42
        breath = high(chance.standard_normal(samples, np.float32), 900) * np.float32(0.25)
        add(whistles, at, placed(low((chord + breath).astype(np.float32), 3500) * shape.astype(np.float32), 0.5))
    return out + in_room(whistles, 2.2, 0.4)


def rocket(span: Span) -> Stereo:
    """A column of fire: a roar that shakes and crackles."""
    noise = span.noise()
    body = high(low(pink(noise), 600), 55) * (1.0 + 0.6 * span.drift("shake", 11.0))
    # Crackle is what a very loud jet's sound waves do when they steepen: only the peaks are let through.
    peaks = np.maximum(0, np.abs(low(span.noise("crackle"), 2500)) - 0.55) * np.sign(noise)
    return body * np.float32(1.2) + high(peaks.astype(np.float32), 300) * np.float32(0.35)


def hum(span: Span) -> Stereo:
    """Current and small machines."""
    tone = high(_turning(span.turns(60.0, (0.21, 0.002)), 12, 0.9, 5), 110)
    whir = np.sin(2 * np.pi * span.turns(412.0, (0.17, 0.02), (3.1, 0.004))) * 0.08
    level = 0.8 + 0.3 * span.drift("level", 0.5)
    return placed((tone * np.float32(0.3) + whir.astype(np.float32)) * level, 0.5) + high(
        span.noise(), 3000
    ) * np.float32(0.006)


def robot(span: Span) -> Stereo:
    """Servos that turn, and a beep now and then."""
    out = hum(span) * np.float32(0.3)
    for at, chance in span.events("servos", 1.1, 0.8, steady=True):
        samples, pan = int(chance.uniform(0.18, 0.5) * SAMPLES_PER_SECOND), chance.uniform(0.3, 0.7)
        pitch = np.linspace(chance.uniform(240, 420), chance.uniform(420, 800), samples)[:: int(chance.choice([1, -1]))]
        whine = _turning(np.cumsum(pitch) / SAMPLES_PER_SECOND, 6, 0.9, 3) * np.hanning(samples).astype(np.float32)
        add(out, at, placed(whine * np.float32(0.12), pan))
    for at, chance in span.events("beeps", 0.6, 0.4):
        samples, hertz = int(0.09 * SAMPLES_PER_SECOND), chance.choice([1318.5, 1568.0, 2093.0])
        beep = np.sin(2 * np.pi * hertz * np.arange(samples) / SAMPLES_PER_SECOND) * np.hanning(samples)
        add(out, at, placed(beep.astype(np.float32) * np.float32(0.15), 0.5))
    return out


def explosion(span: Span) -> Stereo:
    """A blast, its pressure and its debris, every few seconds."""
    out = span.silence()
    for at, chance in span.beats(3.7, 4.0):
        samples, pan = int(3.2 * SAMPLES_PER_SECOND), chance.uniform(0.3, 0.7)
        noise = chance.standard_normal(samples, np.float32)
        blast = low(noise, 900) * swell(samples, 0.002, 0.12) * np.float32(2.0)
        tail = low(noise, 170) * swell(samples, 0.01, 0.8) * np.float32(3.0)
        add(out, at, placed(blast + tail, pan))
    return in_room(out, 2.4, 0.35)
