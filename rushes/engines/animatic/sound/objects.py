"""Sounds of single things: struck, ticking, beating, or made of magic."""

from __future__ import annotations

import numpy as np

from .filters import band, high, in_room, low, resonances, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed

#: Partials of a church bell (hum, prime, tierce, quint, nominal and above), as ratios to the prime.
_BELL_RATIOS = (0.5, 1.0, 1.2, 1.5, 2.0, 2.5, 2.67, 3.0, 4.1)
#: A pentatonic row: whatever falls together is a chord.
_SPARKLES = tuple(1046.5 * 2 ** (step / 12) for step in (0, 2, 4, 7, 9, 12, 14, 16, 19, 21, 24))


def bell(span: Span) -> Stereo:
    """A bell that tolls."""
    hertz = span.second(0, "bell").uniform(260, 420)
    out = span.silence()
    for at, chance in span.beats(2.4, 5.0):
        add(out, at, placed(_strike(hertz, 5.0, 1.7) * np.float32(chance.uniform(0.8, 1.0)), 0.5))
    return in_room(out, 2.4, 0.35)


#: Partials of a tube that hangs free, as ratios (Rayleigh, Theory of Sound, 1894, on bars).
_TUBE_RATIOS = (1.0, 2.756, 5.404, 8.933)


def chimes(span: Span) -> Stereo:
    """Wind chimes: a gust comes, and several tubes are struck one after another; then it is nearly still."""
    out = span.silence()
    for at, chance in span.events("gusts", 0.8, 4.5, steady=True):
        for late in np.cumsum(chance.exponential(0.16, int(chance.integers(2, 8)))):
            hertz = np.float32(784 * 2 ** (chance.choice([0, 2, 4, 7, 9, 12]) / 12))
            t = np.arange(int(2.6 * SAMPLES_PER_SECOND), dtype=np.float32) / SAMPLES_PER_SECOND
            tube: Mono = np.zeros(t.size, np.float32)
            for number, ratio in enumerate(_TUBE_RATIOS):
                if hertz * ratio < 12_000:
                    fades = np.exp(-t * np.float32(1.3 + 2.2 * number)) / np.float32(1 + 1.2 * number)
                    tube += np.sin(2 * np.pi * hertz * np.float32(ratio) * t) * fades
            tube *= np.minimum(1, t / 0.001) * np.minimum(1, (2.6 - t) / 0.3)
            pan, loud = chance.uniform(0.3, 0.7), np.float32(chance.uniform(0.2, 1.0) * 0.3)
            add(out, at + int(min(late, 1.6) * SAMPLES_PER_SECOND), placed(tube * loud, pan))
    return in_room(out, 1.0, 0.15)


def _strike(hertz: float, seconds: float, fall: float) -> Mono:
    t = np.arange(int(seconds * SAMPLES_PER_SECOND), dtype=np.float32) / SAMPLES_PER_SECOND
    out = np.zeros(t.size, np.float32)
    for number, ratio in enumerate(_BELL_RATIOS):
        # No casting is quite round, so that each partial is two that beat (Rossing, Science of Percussion, 2000).
        apart = np.float32(0.35 + 0.4 * number)
        tone = np.sin(2 * np.pi * np.float32(hertz * ratio) * t)
        tone += np.float32(0.45) * np.sin(2 * np.pi * (np.float32(hertz * ratio) + apart) * t)
        out += tone * np.exp(-t * (1 + 0.55 * number) / fall) / (1 + 0.35 * number)
    out *= np.minimum(1, t / 0.002) * np.minimum(1, (seconds - t) / 0.2)
    return out * np.float32(0.25)


def clock(span: Span) -> Stereo:
    """Tick, tock."""
    out = span.silence()
    for at, chance in span.beats(1.0, 0.6):
        for number, hertz in enumerate((2600.0, 2050.0)):
            samples = int(0.07 * SAMPLES_PER_SECOND)
            knock = chance.standard_normal(samples, np.float32) * swell(samples, 0.0008, 0.003)
            tick = resonances(knock, (hertz, hertz * 1.9), (180, 300), (1.0, 0.5))
            add(out, at + number * SAMPLES_PER_SECOND // 2, placed(tick, 0.5))
    return in_room(out, 0.6, 0.2)


def typing(span: Span) -> Stereo:
    """Keys, in runs with pauses."""
    out = span.silence()
    for at, chance in span.events("keys", 7.5, 0.2, steady=True):
        samples, pan, loud = int(0.05 * SAMPLES_PER_SECOND), chance.uniform(0.4, 0.6), chance.uniform(0.5, 1.0)
        click = chance.standard_normal(samples, np.float32) * swell(samples, 0.0012, 0.004)
        key = band(click, 1400, 5200) + low(click, 400) * np.float32(1.5)
        add(out, at, placed(key * np.float32(loud), pan))
    return in_room(out, 0.5, 0.15)


def heartbeat(span: Span) -> Stereo:
    """Lub and dub."""
    out = span.silence()
    for at, _ in span.beats(0.92, 0.8):
        for begins, hertz, loud in ((0.0, 58.0, 1.0), (0.27, 72.0, 0.7)):
            t = np.arange(int(0.28 * SAMPLES_PER_SECOND)) / SAMPLES_PER_SECOND
            # Overtones, because a small loudspeaker has no 58 Hz.
            thump = (
                np.sin(2 * np.pi * hertz * t)
                + 0.5 * np.sin(4 * np.pi * hertz * t)
                + 0.2 * np.sin(6 * np.pi * hertz * t)
            )
            # The valves: a soft knock that any loudspeaker has.
            thump += 0.5 * np.sin(2 * np.pi * 2.6 * hertz * t) * np.exp(-t / 0.03) + 0.22 * np.sin(
                2 * np.pi * 4.3 * hertz * t
            ) * np.exp(-t / 0.02)
            thump *= np.minimum(1, t / 0.008) * np.exp(-t / 0.06) * loud
            add(out, at + int(begins * SAMPLES_PER_SECOND), placed(thump.astype(np.float32), 0.5))
    return out


def magic(span: Span) -> Stereo:
    """Sparkles over a breath of bright air."""
    out: Stereo = high(band(span.noise(), 3000, 9000), 2500) * (0.03 + 0.05 * span.drift("air", 0.8))
    for at, chance in span.events("sparkles", 7, 1.0, steady=True):
        hertz, pan, loud = chance.choice(_SPARKLES), chance.random(), chance.uniform(0.2, 1.0)
        samples = int(0.9 * SAMPLES_PER_SECOND)
        t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
        ring = np.sin(2 * np.pi * np.float32(hertz) * t) + 0.3 * np.sin(2 * np.pi * np.float32(hertz * 2.76) * t)
        add(out, at, placed(ring * swell(samples, 0.004, 0.16) * np.float32(0.2 * loud), pan))
    return in_room(out, 2.2, 0.45, 9000)
