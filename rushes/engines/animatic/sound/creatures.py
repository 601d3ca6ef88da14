"""Sounds of animals."""

from __future__ import annotations

import numpy as np

from .filters import sine
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed


def birds(span: Span) -> Stereo:
    """Songs of a few quick notes each, near and far."""
    out = span.silence()
    for at, chance in span.events("songs", 1.5, 1.2):
        centre, pan, loud = chance.uniform(2500, 4900), chance.random(), chance.uniform(0.25, 1.0)
        bend, trill = chance.uniform(0.05, 0.28), chance.uniform(8, 22)
        for note in range(int(chance.integers(2, 6))):
            samples = int(SAMPLES_PER_SECOND * chance.uniform(0.05, 0.13))
            pitch = centre * (1 + bend * np.sin(2 * np.pi * trill * np.arange(samples) / SAMPLES_PER_SECOND))
            voice = sine(pitch.astype(np.float32), samples) * np.hanning(samples).astype(np.float32)
            add(out, at + int(note * 0.14 * SAMPLES_PER_SECOND), placed(voice * np.float32(0.3 * loud), pan))
    return out


def crickets(span: Span) -> Stereo:
    """Several crickets, each with a pitch and a beat of its own."""
    out = span.silence()
    for cricket in range(4):
        chance = span.second(cricket, "crickets")
        hertz, beat, pan = chance.uniform(3900, 4900), chance.uniform(1.1, 1.7), chance.random()
        rasp = np.clip(np.sin(2 * np.pi * chance.uniform(24, 31) * span.t) * 4, 0, 1)
        chirps = np.clip(np.sin(2 * np.pi * (beat * span.t + chance.random())) * 6, 0, 1)
        voice = np.sin(2 * np.pi * hertz * span.t) * rasp * chirps
        out += placed((voice * (0.1 + 0.1 * chance.random())).astype(np.float32), pan)
    return out
