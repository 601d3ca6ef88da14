"""Beds of towns and people."""

from __future__ import annotations

import numpy as np

from .filters import band, high, in_room, low, pink, resonances, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed

_TALKERS = 9
#: Far voices have nothing above 6 kHz.
_STEP = 4


def traffic(span: Span) -> Stereo:
    """Cars that come, pass from one side to the other, and go."""
    out: Stereo = high(low(pink(span.noise()), 380), 90) * np.float32(0.4)
    for at, chance in span.events("cars", 0.45, 5.0, steady=True):
        samples = int(4.5 * SAMPLES_PER_SECOND)
        t = np.linspace(-2.2, 2.3, samples, dtype=np.float32)
        near, side = np.exp(-((t / chance.uniform(0.6, 1.0)) ** 2)), chance.choice([-1, 1])
        noise = chance.standard_normal(samples, np.float32)
        tyres = band(noise, 350, 1900) * near + high(low(noise, 190), 70) * np.sqrt(near)
        # Passing drops the pitch; brightness falling with it is enough for the ear.
        tyres = tyres * np.float32(0.9) + high(band(noise, 1500, 4500), 1500) * (
            0.4 * near / (1 + np.exp((t - 0.1) / 0.13))
        ).astype(np.float32)
        pan = (0.5 + 0.45 * side * np.tanh(t * 1.6)).astype(np.float32)
        add(out, at, np.stack([tyres * np.sqrt(1 - pan), tyres * np.sqrt(pan)]))
    return out


def city(span: Span) -> Stereo:
    """A town a few streets away: its rumble, cars, and now and then a horn."""
    out: Stereo = high(low(pink(span.noise("rumble")), 320), 90) * (0.6 + 0.4 * span.drift("rumble", 0.3))
    out += traffic(span.named("traffic")) * np.float32(0.4)
    horns = span.silence()
    for at, chance in span.events("horns", 0.22, 1.0):
        samples, pan = int(chance.uniform(0.2, 0.6) * SAMPLES_PER_SECOND), chance.random()
        hertz = chance.uniform(330, 440)
        t = np.arange(samples) / SAMPLES_PER_SECOND
        horn = sum(np.tanh(2.5 * np.sin(2 * np.pi * hertz * ratio * t)) for ratio in (1.0, 1.26))
        shape = np.minimum(1, np.minimum(t / 0.04, (t[-1] - t) / 0.09)) * 0.05
        add(horns, at, placed((horn * shape).astype(np.float32), pan))
    return out + in_room(low(horns, 1500), 2.2, 0.6)


def siren(span: Span) -> Stereo:
    """A siren that wails some way off."""
    turns = span.turns(760.0, (0.28, 0.3))
    wail = np.sin(2 * np.pi * turns) + 0.25 * np.sin(4 * np.pi * turns)
    near = (0.4 + 0.6 * span.drift("near", 0.2)).astype(np.float32)
    return in_room(placed(wail.astype(np.float32) * near, 0.5) * np.float32(0.3), 2.5, 0.5, 2600)


def crowd(span: Span) -> Stereo:
    """Many people who talk at once, too far to be understood."""
    out: Stereo = band(pink(span.noise()), 250, 1200) * np.float32(0.22)
    coarse = span.coarse(_STEP)
    talk = np.zeros((2, coarse.t.size), np.float32)
    for number in range(_TALKERS):
        chance = span.second(number, "people")
        hertz, pan = chance.choice([chance.uniform(95, 140), chance.uniform(175, 240)]), float(chance.random())
        wobbles = ((chance.uniform(0.3, 0.6), 0.09), (chance.uniform(1.0, 1.7), 0.08), (chance.uniform(2.5, 3.6), 0.05))
        turns = coarse.turns(float(hertz), *wobbles)
        source = ((turns % 1.0) * 2 - 1).astype(np.float32)
        # Vowels go to and fro between an open and a closed one; syllables and turns of talk come over that.
        vowel = coarse.drift(f"vowels {number}", 3.7)
        opened = resonances(
            source, (chance.uniform(600, 760), chance.uniform(1050, 1400)), (110, 160), (1.0, 0.5), _STEP
        )
        closed = resonances(
            source, (chance.uniform(300, 420), chance.uniform(1600, 2200)), (90, 180), (1.2, 0.4), _STEP
        )
        # Syllables stand apart, and everybody listens as long as they talk: else it is a hum and not a crowd.
        syllables = np.clip(1.7 * coarse.drift(f"words {number}", chance.uniform(7.5, 10.5)) - 0.45, 0, 1)
        talks = np.clip(3.0 * coarse.drift(f"talks {number}", 0.55) - 1.0, 0, 1)
        far = chance.uniform(0.3, 1.0)
        voice = (opened * vowel + closed * (1 - vowel)) * (syllables * talks).astype(np.float32)
        talk += placed(voice, pan) * np.float32(3.0 * far)
    return in_room(out + span.fine(talk, _STEP), 1.2, 0.4)


def applause(span: Span) -> Stereo:
    """A hall that claps."""
    out = span.silence()
    for at, chance in span.events("claps", 110, 0.05):
        samples, pan, loud = 1300, chance.random(), chance.uniform(0.15, 1.0)
        add(out, at, placed(_clap(int(chance.integers(24)), samples) * np.float32(loud), pan))
    warm = 0.7 + 0.5 * span.drift("warmth", 0.6)
    return in_room(out * warm, 1.4, 0.35)


_claps: dict[int, Mono] = {}


def _clap(number: int, samples: int) -> Mono:
    """One of two dozen pairs of hands."""
    if number not in _claps:
        chance = np.random.default_rng(number)
        low_hertz = chance.uniform(700, 1300)
        noise = chance.standard_normal(samples, np.float32)
        _claps[number] = band(noise, low_hertz, low_hertz * 2.6) * swell(samples, 0.0008, 0.006)
    return _claps[number]
