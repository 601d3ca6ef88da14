"""Instruments of kinds of music: guitars, basses, reeds, horns, organs, voices and drums. One note each, as samples."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .filters import band, low, resonances, swell
from .notes import axis, detuned, hertz_of, released, tapered
from .span import SAMPLES_PER_SECOND, Mono


@lru_cache(maxsize=512)
def guitar(pitch: int, held: float) -> Mono:
    """A steel string plucked a fifth of the way along it: what has a node there is missing."""
    hertz = hertz_of(pitch)
    t = axis(1.5)
    out = np.zeros(t.size, np.float32)
    for k in range(1, 13):
        partial = hertz * k * (1 + 0.00008 * k * k) ** 0.5
        if partial > 9000:
            break
        out += (
            np.sin(np.float32(2 * np.pi * partial) * t)
            * np.exp(-t * np.float32(1.6 + 0.55 * k))
            * np.float32(np.sin(np.pi * k / 5) / k)
        )
    body = low(np.random.default_rng(pitch).standard_normal(t.size).astype(np.float32) * np.exp(-t * 140), 900)
    return tapered(
        (out * np.float32(0.55) + body * np.float32(0.25)) * np.minimum(1, t / 0.002) * released(t, held + 0.5, 0.25)
    )


@lru_cache(maxsize=256)
def rhodes(pitch: int, held: float) -> Mono:
    """An electric piano: a tine that modulates the tone at first, and a slow tremolo."""
    hertz = hertz_of(pitch)
    t = axis(held + 0.7)
    tine = np.sin(np.float32(2 * np.pi * hertz * 14) * t) * np.exp(-t / 0.09) * np.float32(0.18)
    bend = np.sin(np.float32(2 * np.pi * hertz) * t) * np.exp(-t / 0.7) * np.float32(0.9)
    out = (
        np.sin(np.float32(2 * np.pi * hertz) * t + bend + tine)
        * np.exp(-t / 1.3)
        * (1 + 0.1 * np.sin(2 * np.pi * 4.6 * t))
    )
    return tapered((out * np.minimum(1, t / 0.004) * released(t, held, 0.12) * 0.45).astype(np.float32))


@lru_cache(maxsize=128)
def upright(pitch: int, held: float) -> Mono:
    """A double bass, plucked."""
    hertz = hertz_of(pitch)
    t = axis(min(held, 1.5) + 0.35)
    out = sum(
        np.sin(np.float32(2 * np.pi * hertz * k) * t) * np.exp(-t * np.float32(1.5 + 1.6 * k)) / np.float32(k**0.8)
        for k in range(1, 8)
    )
    return tapered((np.asarray(out) * np.minimum(1, t / 0.006) * released(t, held, 0.08) * 0.7).astype(np.float32))


@lru_cache(maxsize=128)
def synth(pitch: int, held: float) -> Mono:
    """A bass of two saws whose filter closes."""
    t = axis(held + 0.12)
    wave = detuned(pitch, t, (-0.003, 0.003), pitch)
    shut = np.exp(-t / 0.12).astype(np.float32)
    return tapered(
        (low(wave, 380) * (1 - shut * 0.4) + low(wave, 1600) * shut)
        * np.minimum(1, t / 0.004)
        * released(t, held, 0.04)
        * np.float32(0.6)
    )


@lru_cache(maxsize=128)
def saws(pitch: int, held: float) -> Mono:
    """A broad bright pad."""
    t = axis(held + 0.6)
    wave = low(detuned(pitch, t, (-0.011, -0.004, 0.0, 0.005, 0.012), pitch), 2600)
    return tapered((wave * np.minimum(1, t / 0.05) * released(t, held, 0.2) * 0.55).astype(np.float32))


@lru_cache(maxsize=256)
def lead(pitch: int, held: float) -> Mono:
    t = axis(held + 0.3)
    turns = t.astype(np.float64) * hertz_of(pitch)
    square = np.tanh(4 * np.sin(2 * np.pi * turns) + 0.8)
    wave = low(square.astype(np.float32), min(5000.0, hertz_of(pitch) * 6))
    return tapered(
        (wave * np.minimum(1, t / 0.004) * np.exp(-t / 0.35) * released(t, held, 0.09) * 0.3).astype(np.float32)
    )


@lru_cache(maxsize=128)
def overdrive(pitch: int, held: float) -> Mono:
    """A guitar's fifth and octave through an amplifier that is too small for them."""
    t = axis(held + 0.15)
    string = sum(detuned(pitch + up, t, (-0.001, 0.0013), pitch + up) for up in (0, 7, 12))
    driven = np.tanh(3.2 * low(np.asarray(string, np.float32), 1800, 1))
    cabinet = band(driven.astype(np.float32), 90, 3400)
    return tapered((cabinet * np.minimum(1, t / 0.004) * released(t, held, 0.05) * 0.28).astype(np.float32))


@lru_cache(maxsize=128)
def saxophone(pitch: int, held: float) -> Mono:
    """A reed whose note is scooped, with breath and late vibrato."""
    t = axis(held + 0.15)
    late = np.minimum(1, np.maximum(0, t - 0.15) / 0.3)
    hertz = hertz_of(pitch - 12) * (1 - 0.03 * np.exp(-t / 0.05)) * (1 + 0.008 * late * np.sin(2 * np.pi * 5.2 * t))
    turns = np.cumsum(hertz.astype(np.float64)) / SAMPLES_PER_SECOND
    reed = ((turns % 1.0) ** 1.6 * 2 - 0.8).astype(np.float32)
    breath = np.random.default_rng(pitch).standard_normal(t.size).astype(np.float32) * np.float32(0.06)
    horn = resonances(reed + breath, (560, 1250, 2300), (220, 380, 700), (1.0, 0.7, 0.35)) + low(
        reed, 700
    ) * np.float32(0.25)
    return tapered((horn * np.minimum(1, t / 0.04) * released(t, held * 0.9, 0.06) * 0.8).astype(np.float32))


@lru_cache(maxsize=128)
def harmonica(pitch: int, held: float) -> Mono:
    t = axis(held + 0.15)
    turns = t.astype(np.float64) * hertz_of(pitch)
    reed = sum(
        np.sin(2 * np.pi * k * turns) * share
        for k, share in ((1, 0.7), (2, 1.0), (3, 0.7), (4, 0.4), (5, 0.35), (6, 0.15), (7, 0.12))
    )
    wah = 0.8 + 0.2 * np.sin(2 * np.pi * 5.6 * t)
    return tapered(
        (np.asarray(reed) * wah * np.minimum(1, t / 0.05) * released(t, held * 0.95, 0.07) * 0.17).astype(np.float32)
    )


@lru_cache(maxsize=128)
def brass(pitch: int, held: float) -> Mono:
    """Horns, whose tone opens as it is blown louder."""
    t = axis(held + 0.3)
    wave = detuned(pitch - 12, t, (-0.003, 0.002), pitch)
    opens = np.minimum(1, t / 0.12) * released(t, held, 0.12)
    tone = low(wave, 700) * (1 - 0.5 * opens) + low(wave, 2400) * (0.7 * opens**2)
    return tapered((tone * opens * 0.8).astype(np.float32))


@lru_cache(maxsize=128)
def organ(pitch: int, held: float) -> Mono:
    """Pipes of eight, four, two and two-thirds feet, that speak with a breath."""
    hertz = hertz_of(pitch)
    t = axis(held + 0.25)
    out = np.zeros(t.size, np.float32)
    for ratio, share in ((0.5, 0.35), (1, 1.0), (2, 0.6), (3, 0.3), (4, 0.35), (6, 0.12), (8, 0.12)):
        if hertz * ratio < 9000:
            out += np.sin(
                np.float32(2 * np.pi * hertz * ratio * (1 + 0.0006 * ratio)) * t + np.float32(ratio)
            ) * np.float32(share)
    return tapered((out * np.minimum(1, t / 0.05) * released(t, held, 0.08) * 0.2).astype(np.float32))


@lru_cache(maxsize=128)
def choir(pitch: int, held: float) -> Mono:
    """Voices on an open vowel."""
    t = axis(held + 0.8)
    source = detuned(pitch, t, (-0.0045, -0.002, 0.0, 0.0025, 0.005), pitch) * (
        1 + 0.05 * np.sin(2 * np.pi * 5.1 * t)
    ).astype(np.float32)
    vowel = resonances(source, (640, 1080, 2600), (130, 170, 300), (1.0, 0.6, 0.2)) + low(source, 500) * np.float32(
        0.12
    )
    return tapered((vowel * np.minimum(1, t / 0.4) * released(t, held, 0.3) * 0.9).astype(np.float32))


@lru_cache(maxsize=4)
def kick(pitch: int, held: float) -> Mono:
    t = axis(0.35)
    turns = 48 * t + 3.0 * (1 - np.exp(-t / 0.028))
    return tapered((np.sin(2 * np.pi * turns) * np.exp(-t / 0.11) * np.minimum(1, t / 0.001) * 0.8).astype(np.float32))


def _noise(seconds: float, seed: int) -> Mono:
    return np.random.default_rng(seed).standard_normal(int(seconds * SAMPLES_PER_SECOND)).astype(np.float32)


@lru_cache(maxsize=4)
def snare(pitch: int, held: float) -> Mono:
    t = axis(0.3)
    skin = np.sin(np.float32(2 * np.pi * 190) * t) * np.exp(-t / 0.05)
    wires = band(_noise(0.3, 5)[: t.size], 1500, 6500) * np.exp(-t / 0.075)
    return tapered((skin * 0.35 + wires * 0.55).astype(np.float32) * np.minimum(1, t / 0.001))


@lru_cache(maxsize=4)
def hat(pitch: int, held: float) -> Mono:
    noise = low(_noise(0.1, 7), 11_000)
    return tapered(noise * swell(noise.size, 0.0006, 0.022) - low(noise, 5500) * swell(noise.size, 0.0006, 0.022))


@lru_cache(maxsize=4)
def ride(pitch: int, held: float) -> Mono:
    """A cymbal: partials without order, and a stick."""
    t = axis(0.9)
    chance = np.random.default_rng(9)
    ring = sum(
        np.sin(np.float32(2 * np.pi * hertz) * t + np.float32(hertz)) for hertz in chance.uniform(2600, 8200, 16)
    )
    return tapered(
        (np.asarray(ring) / 9 * (0.6 * np.exp(-t / 0.06) + 0.4 * np.exp(-t / 0.35)) * np.minimum(1, t / 0.001)).astype(
            np.float32
        )
    )


@lru_cache(maxsize=4)
def tom(pitch: int, held: float) -> Mono:
    t = axis(0.5)
    skin = np.sin(2 * np.pi * (118 * t + 1.4 * (1 - np.exp(-t / 0.04)))) * np.exp(-t / 0.13)
    return tapered(
        (skin + band(_noise(0.5, 11)[: t.size], 250, 1400) * np.exp(-t / 0.018) * 0.5).astype(np.float32)
        * np.minimum(1, t / 0.001)
    )
