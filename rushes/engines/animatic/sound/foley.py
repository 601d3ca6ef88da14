"""Foley: what touches the ground sounds when it touches it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .filters import band, high, low, resonances, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed
from .water import bubble

Step = Callable[[np.random.Generator], Mono]


def _burst(chance: np.random.Generator, seconds: float, attack: float, fall: float) -> Mono:
    samples = int(seconds * SAMPLES_PER_SECOND)
    return chance.standard_normal(samples, np.float32) * swell(samples, attack, fall)


def on_snow(chance: np.random.Generator) -> Mono:
    """A crunch: many grains that give way one after another."""
    crunch = low(band(_burst(chance, 0.24, 0.02, 0.06), 600, 3600), 6000)
    grains = np.repeat(chance.random(96, np.float32) ** 3, crunch.size // 96 + 1)[: crunch.size]
    return crunch * (0.35 + 1.6 * grains)


def on_grass(chance: np.random.Generator) -> Mono:
    """Blades that bend, one after another, and the soft thud of the sole."""
    blades = np.repeat(chance.random(48, np.float32) ** 2, 9600 // 48)
    rustle = low(band(_burst(chance, 0.2, 0.03, 0.045), 1100, 3800), 5500) * (0.25 + 0.75 * low(blades, 90, 1))
    thud = high(low(_burst(chance, 0.2, 0.01, 0.03), 260), 70) * np.float32(chance.uniform(1.2, 1.9))
    return np.asarray(rustle * np.float32(0.55) + thud, np.float32)


def on_stone(chance: np.random.Generator) -> Mono:
    click = band(_burst(chance, 0.14, 0.001, 0.012), 900, 4200) * np.float32(0.9)
    click += low(_burst(chance, 0.14, 0.002, 0.02), 320) * np.float32(1.2)
    return click


def on_wood(chance: np.random.Generator) -> Mono:
    pitch = chance.uniform(95, 155)
    t = np.arange(int(0.18 * SAMPLES_PER_SECOND)) / SAMPLES_PER_SECOND
    knock = (np.sin(2 * np.pi * pitch * t) * np.exp(-t / 0.035) * np.minimum(1, t / 0.002)).astype(np.float32)
    board = resonances(
        _burst(chance, 0.18, 0.002, 0.01), (pitch * 2.7, pitch * 5.1), (60, 110), (1.0, 0.6)
    ) * np.float32(2.0)
    scuff = band(_burst(chance, 0.18, 0.001, 0.012), 400, 1800)
    return np.asarray(knock * np.float32(0.6) + board + scuff * np.float32(0.4), np.float32)


def on_sand(chance: np.random.Generator) -> Mono:
    return band(_burst(chance, 0.26, 0.04, 0.06), 500, 3200) * np.float32(0.7)


def _dripping(splash: Mono, chance: np.random.Generator, drops: int) -> Mono:
    """Drops fall back and shut in bubbles, which ring."""
    for late in chance.uniform(0.15, 0.8, drops):
        drop = bubble(chance.uniform(500, 1900), chance) * np.float32(0.5)
        add(splash, int(late * splash.size), drop)
    return splash


def in_puddles(chance: np.random.Generator) -> Mono:
    splash = low(band(_burst(chance, 0.28, 0.006, 0.05), 700, 4500), 6000) * np.float32(1.1)
    return _dripping(splash + low(_burst(chance, 0.28, 0.002, 0.02), 300) * np.float32(0.9), chance, 4)


def of_hooves(chance: np.random.Generator) -> Mono:
    """Clip: a hollow knock with some ground in it."""
    knock = resonances(_burst(chance, 0.16, 0.0005, 0.006), (620, 1150, 1900), (120, 200, 300), (1.0, 0.8, 0.4))
    return knock * np.float32(7.0) + low(_burst(chance, 0.16, 0.003, 0.03), 260) * np.float32(1.3)


def of_hooves_on_turf(chance: np.random.Generator) -> Mono:
    """A thud, and the clods that it throws up."""
    thud = high(low(_burst(chance, 0.24, 0.003, 0.035), 240), 55) * np.float32(4.0)
    thud += resonances(_burst(chance, 0.24, 0.001, 0.008), (330, 700), (120, 260), (1.0, 0.4)) * np.float32(2.0)
    add(thud, 0, on_grass(chance) * np.float32(0.25))
    return thud


def in_water(chance: np.random.Generator) -> Mono:
    rush = low(band(_burst(chance, 0.4, 0.03, 0.09), 400, 3500), 5000) * np.float32(1.0)
    return _dripping(rush + low(_burst(chance, 0.4, 0.006, 0.05), 400) * np.float32(1.2), chance, 7)


STEPS: dict[str, Step] = {
    "snow": on_snow, "grass": on_grass, "stone": on_stone, "wood": on_wood, "sand": on_sand, "puddles": in_puddles, "water": in_water, "hooves": of_hooves, "turf": of_hooves_on_turf,
}  # fmt: skip
#: Brings the steps of a walk on each ground to about -33 LUFS in the mix.
_GAINS = {
    "snow": 1.0,
    "grass": 3.1,
    "stone": 1.4,
    "wood": 1.2,
    "sand": 1.4,
    "puddles": 0.7,
    "water": 0.7,
    "hooves": 1.0,
    "turf": 1.5,
}


def steps(
    span: Span,
    contacts: Sequence[float],
    ground: str,
    pans: Sequence[float],
    weight: float = 1.0,
    *,
    shod: bool = False,
) -> Stereo:
    """One step for each contact (film seconds), each a little different; `pans` says where each falls.

    `shod` feet roll from heel to toe.
    """
    out = span.silence()
    step = STEPS[ground]
    for contact, pan in zip(contacts, pans, strict=True):
        at = round(contact * SAMPLES_PER_SECOND) - span.start
        if -SAMPLES_PER_SECOND < at < span.samples:
            chance = span.second(round(contact * 1000), "step")
            # Nobody treads twice the same: some steps are hardly heard.
            loud = _GAINS[ground] * weight * chance.uniform(0.45, 1.0)
            add(out, at, placed(step(chance) * np.float32(loud), pan))
            if shod:
                # The toe comes down a twelfth of a second after the heel, lighter and brighter.
                toe = high(step(chance), 500, 1) * np.float32(loud * chance.uniform(0.35, 0.6))
                add(out, at + int(chance.uniform(0.07, 0.1) * SAMPLES_PER_SECOND), placed(toe, pan))
    return out
