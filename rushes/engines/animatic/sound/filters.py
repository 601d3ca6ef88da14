"""Filters, envelopes and a room: the few tools of which all sounds are made. Cut-offs in hertz."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from .span import SAMPLES_PER_SECOND, Mono, Stereo

Samples = NDArray[np.float32]

#: Paul Kellet's "economy" filter as published on musicdsp.org: white to pink within 0.5 dB from 40 Hz up.
_PINK_POLES = (0.99765, 0.96300, 0.57000)
_PINK_GAINS = (0.0990460, 0.2965164, 1.0526913)
_PINK_DIRECT = 0.1848


@lru_cache(maxsize=256)
def _sections(kind: str, hertz: float | tuple[float, float], order: int) -> NDArray[np.float64]:
    sections: NDArray[np.float64] = signal.butter(order, hertz, kind, fs=SAMPLES_PER_SECOND, output="sos")
    return sections


def _filtered(sections: NDArray[np.float64], sound: Samples) -> Samples:
    filtered: Samples = signal.sosfilt(sections, sound, axis=-1).astype(np.float32)
    return filtered


def low(sound: Samples, hertz: float, order: int = 2) -> Samples:
    return _filtered(_sections("low", hertz, order), sound)


def high(sound: Samples, hertz: float, order: int = 2) -> Samples:
    return _filtered(_sections("high", hertz, order), sound)


def band(sound: Samples, low_hertz: float, high_hertz: float, order: int = 1) -> Samples:
    return _filtered(_sections("band", (low_hertz, high_hertz), order), sound)


def pink(sound: Samples) -> Samples:
    """White noise turned pink, about the same loudness."""
    out = sound * _PINK_DIRECT
    for pole, gain in zip(_PINK_POLES, _PINK_GAINS, strict=True):
        out += signal.lfilter([gain], [1.0, -pole], sound, axis=-1)
    return (out * 0.25).astype(np.float32)


def resonances(
    sound: Samples, hertz: Sequence[float], widths: Sequence[float], gains: Sequence[float], step: int = 1
) -> Samples:
    """A parallel bank of two-pole resonators, peak gain `gains`: vowels, wood, bells. `step` as in `Span.coarse`."""
    out: NDArray[np.float64] = np.zeros(sound.shape, np.float64)
    for centre, width, gain in zip(hertz, widths, gains, strict=True):
        radius = np.exp(-np.pi * width * step / SAMPLES_PER_SECOND)
        angle = 2 * np.pi * centre * step / SAMPLES_PER_SECOND
        feed = (1 - radius * radius) / 2
        out += signal.lfilter(
            [gain * feed, 0.0, -gain * feed], [1.0, -2 * radius * np.cos(angle), radius * radius], sound, axis=-1
        )
    return np.asarray(out, np.float32)


def swell(samples: int, attack_seconds: float, fall_seconds: float) -> Mono:
    """An envelope that rises in a straight line and falls by e every `fall_seconds`."""
    t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
    return (np.minimum(1.0, t / max(attack_seconds, 1e-5)) * np.exp(-t / fall_seconds)).astype(np.float32)


def struck(
    chance: np.random.Generator, seconds: float, hertz: Sequence[float], widths: Sequence[float], fall: float
) -> Mono:
    """A struck thing: a click that falls by e in `fall` seconds and rings at several pitches."""
    samples = int(seconds * SAMPLES_PER_SECOND)
    click = chance.standard_normal(samples, np.float32) * swell(samples, 0.0006, fall)
    ring = resonances(click, hertz, widths, tuple(1.0 / (1 + 0.6 * number) for number in range(len(hertz))))
    fade = min(samples, 480)
    ring[samples - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return ring


def sine(hertz: Samples | float, samples: int, phase: float = 0.0) -> Mono:
    """A sine whose pitch may glide: `hertz` is a number or a curve of `samples` values."""
    if isinstance(hertz, np.ndarray):
        turns = np.asarray(np.cumsum(hertz.astype(np.float64)) / SAMPLES_PER_SECOND, np.float64)
    else:
        turns = np.arange(samples, dtype=np.float64) * (hertz / SAMPLES_PER_SECOND)
    return np.asarray(np.sin(2 * np.pi * (turns + phase)), np.float32)


@lru_cache(maxsize=8)
def _room(seconds: float, bright_hertz: float) -> Stereo:
    samples = int(seconds * SAMPLES_PER_SECOND)
    tail = np.random.default_rng(17).standard_normal((2, samples)).astype(np.float32)
    # 60 dB in `seconds`: that is what the length of a room's echo means (ISO 3382).
    tail *= np.exp(-6.9 * np.arange(samples) / samples).astype(np.float32)
    tail = low(tail, bright_hertz)
    tail /= np.sqrt((tail**2).sum(axis=1, keepdims=True))
    return tail


def in_room(sound: Stereo, seconds: float = 1.6, wet: float = 0.25, bright_hertz: float = 5000.0) -> Stereo:
    """The sound in a room whose echo lasts `seconds`."""
    tail = signal.oaconvolve(sound, _room(seconds, bright_hertz), axes=-1)[:, : sound.shape[1]]
    out: Stereo = (sound * (1 - wet * 0.5) + tail * wet).astype(np.float32)
    return out
