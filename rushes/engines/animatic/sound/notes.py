"""Notes: what every instrument is made of, and those of a small orchestra. Pitches are MIDI numbers, 69 is 440 Hz."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .filters import band, low, swell
from .span import SAMPLES_PER_SECOND, Mono

#: Stretch of a piano string's partials: its stiffness makes the k-th sqrt(1 + B k k) too high.
_STIFFNESS = 0.0004


def hertz_of(pitch: float) -> float:
    return float(440.0 * 2 ** ((pitch - 69) / 12))


def axis(seconds: float) -> Mono:
    return np.arange(int(seconds * SAMPLES_PER_SECOND), dtype=np.float32) / np.float32(SAMPLES_PER_SECOND)


def released(t: Mono, held: float, fall: float) -> Mono:
    """1 while the note is held, then falling by e every `fall` seconds."""
    return np.asarray(np.exp(-np.maximum(0, t - held) / fall), np.float32)


def tapered(note: Mono) -> Mono:
    """The note with its last 30 ms faded, so that its end is not heard."""
    fade = min(note.size, int(0.03 * SAMPLES_PER_SECOND))
    note[note.size - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return note


@lru_cache(maxsize=512)
def piano(pitch: int, held: float) -> Mono:
    hertz = hertz_of(pitch)
    t = axis(held + 0.9)
    out = np.zeros(t.size, np.float32)
    for k in range(1, 9):
        partial = hertz * k * (1 + _STIFFNESS * k * k) ** 0.5
        if partial > 12_000:
            break
        decay = 0.9 + 0.5 * k * (hertz / 440) ** 0.4
        # The hammer strikes at a seventh of the string, so the seventh partial is missing.
        out += (
            np.sin(np.float32(2 * np.pi * partial) * t + np.float32(k))
            * np.exp(-t * np.float32(decay))
            * np.float32((0.1 if k == 7 else 1.0) / k**1.35)
        )
    hammer = np.random.default_rng(pitch).standard_normal(t.size).astype(np.float32) * np.exp(-t * 90) * np.float32(0.1)
    return tapered((out + low(hammer, 2500)) * np.minimum(1, t / 0.004) * released(t, held, 0.18) * np.float32(0.4))


@lru_cache(maxsize=512)
def celesta(pitch: int, held: float) -> Mono:
    hertz = hertz_of(pitch)
    t = axis(1.6)
    out = np.sin(np.float32(2 * np.pi * hertz) * t) * np.exp(-t / 0.5)
    out += 0.35 * np.sin(np.float32(2 * np.pi * hertz * 4.0) * t) * np.exp(-t / 0.12)
    return tapered((out * np.minimum(1, t / 0.002) * 0.35).astype(np.float32))


@lru_cache(maxsize=512)
def pizzicato(pitch: int, held: float) -> Mono:
    hertz = hertz_of(pitch)
    t = axis(0.55)
    out = np.zeros(t.size, np.float32)
    for k in range(1, 8):
        out += np.sin(np.float32(2 * np.pi * hertz * k) * t) * np.exp(-t * np.float32(7 + 4.5 * k)) / np.float32(k)
    return tapered(out * np.minimum(1, t / 0.003) * np.float32(0.5))


def detuned(pitch: float, t: Mono, apart: tuple[float, ...], seed: int) -> Mono:
    """Several saw-tooth waves a little apart: a section, not a single string."""
    phases = np.random.default_rng(seed).random(len(apart))
    out = np.zeros(t.size, np.float32)
    for share, phase in zip(apart, phases, strict=True):
        turns = t.astype(np.float64) * (hertz_of(pitch) * (1 + share)) + phase
        out += (turns - np.floor(turns)).astype(np.float32) * 2 - 1
    return out / np.float32(len(apart))


@lru_cache(maxsize=128)
def strings(pitch: int, held: float) -> Mono:
    t = axis(held + 1.0)
    out = low(detuned(pitch, t, (-0.004, 0.0, 0.005), pitch), min(3800.0, hertz_of(pitch) * 5))
    shape = np.minimum(1, t / 0.35) * released(t, held, 0.3) * (0.92 + 0.08 * np.sin(2 * np.pi * 5.2 * t))
    return tapered((out * shape * np.float32(0.5)).astype(np.float32))


@lru_cache(maxsize=128)
def staccato(pitch: int, held: float) -> Mono:
    """A short bow stroke."""
    t = axis(0.32)
    out = low(detuned(pitch, t, (-0.003, 0.004), pitch), 2200)
    return tapered((out * np.minimum(1, t / 0.012) * np.exp(-t / 0.09) * np.float32(0.7)).astype(np.float32))


@lru_cache(maxsize=128)
def pad(pitch: int, held: float) -> Mono:
    t = axis(held + 1.6)
    out = low(detuned(pitch, t, (-0.006, 0.0, 0.007), pitch + 1), 850)
    return tapered((out * np.minimum(1, t / 1.1) * released(t, held, 0.5) * np.float32(0.5)).astype(np.float32))


@lru_cache(maxsize=16)
def drum(pitch: int, held: float) -> Mono:
    """A large low drum."""
    t = axis(0.9)
    glide = np.cumsum(hertz_of(pitch) * (1 + 0.5 * np.exp(-t / 0.03))) / SAMPLES_PER_SECOND
    skin = np.sin(2 * np.pi * glide) * np.exp(-t / 0.22)
    noise = np.random.default_rng(pitch).standard_normal(t.size).astype(np.float32)
    return tapered(skin.astype(np.float32) + band(noise, 150, 900) * swell(t.size, 0.001, 0.03) * np.float32(0.4))
