"""Beds of places where something is made or sets out: building sites, airfields, airports, kitchens, offices, clubs."""

from __future__ import annotations

import numpy as np

from . import air, machines, objects, streets
from .filters import band, high, in_room, low, pink, struck, swell
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed


def works(span: Span) -> Stereo:
    """A building site: a motor, blows of hammers on steel, a drill, a machine that warns as it goes back."""
    out: Stereo = low(machines.engine(span.named("digger")), 700) * np.float32(0.28) + low(pink(span.noise("air")), 500) * np.float32(0.16)  # fmt: skip
    for at, chance in span.events("hammers", 0.5, 2.4):
        pan, hertz, loud = chance.random(), chance.uniform(420, 900), chance.uniform(0.3, 0.9)
        for number in range(int(chance.integers(2, 6))):
            blow = struck(chance, 0.4, (hertz, hertz * 2.3, hertz * 3.9), (34, 68, 102), 0.003)
            add(out, at + int(0.38 * number * SAMPLES_PER_SECOND), placed(blow * np.float32(0.5 * loud), pan))
    for at, chance in span.events("drill", 0.16, 3.0):
        samples, pan = int(chance.uniform(0.9, 1.8) * SAMPLES_PER_SECOND), chance.random()
        t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
        grind = band(chance.standard_normal(samples, np.float32), 500, 3200) * (
            0.6 + 0.4 * np.sign(np.sin(2 * np.pi * 46 * t))
        )
        shape = np.minimum(1, np.minimum(t / 0.08, (t[-1] - t) / 0.12))
        add(out, at, placed((grind * shape).astype(np.float32) * np.float32(0.11), pan))
    for at, _ in span.beats(9.0, 3.0, "warning"):
        for number in range(4):
            samples = int(0.28 * SAMPLES_PER_SECOND)
            t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
            tone = np.sin(2 * np.pi * np.float32(1160.0) * t) * np.minimum(1, np.minimum(t / 0.01, (t[-1] - t) / 0.02))
            add(out, at + int(0.62 * number * SAMPLES_PER_SECOND), placed(tone.astype(np.float32) * np.float32(0.022), 0.75))  # fmt: skip
    return in_room(out, 0.9, 0.18)


def jets(span: Span) -> Stereo:
    """An airfield: wind over concrete, turbines that idle, one that takes off far away."""
    out: Stereo = high(low(pink(span.noise("wind")), 420), 60) * (0.35 + 0.3 * span.drift("wind", 0.3))
    whine = np.sin(2 * np.pi * span.turns(1720.0, (0.05, 0.012), (0.31, 0.003))) + 0.5 * np.sin(2 * np.pi * span.turns(2580.0, (0.07, 0.01)))  # fmt: skip
    out += placed((whine * 0.010).astype(np.float32) * (0.5 + 0.5 * span.drift("idle", 0.2)), 0.35)
    for at, chance in span.beats(13.0, 7.0, "departures"):
        samples = int(9.0 * SAMPLES_PER_SECOND)
        t = np.linspace(-4.0, 5.0, samples, dtype=np.float32)
        near = np.exp(-((t / 1.9) ** 2)) * np.minimum(1, (t + 4.0) / 0.8) * np.minimum(1, (5.0 - t) / 0.8)
        noise = chance.standard_normal(samples, np.float32)
        roar = high(low(noise, 700), 60) * near * np.float32(1.1) + band(noise, 900, 3000) * (
            near / (1 + np.exp((t - 0.5) / 0.2))
        ) * np.float32(0.16)
        pan = (0.5 + 0.4 * chance.choice([-1, 1]) * np.tanh(t * 0.7)).astype(np.float32)
        add(out, at, np.stack([roar * np.sqrt(1 - pan), roar * np.sqrt(pan)]))
    return out


def airport(span: Span) -> Stereo:
    """An airport's hall: people, cases that roll over joints, and the three notes before a call."""
    out: Stereo = low(streets.crowd(span.named("people")), 1500) * np.float32(0.14) + high(low(pink(span.noise("air")), 500), 90) * np.float32(0.07)  # fmt: skip
    for at, chance in span.events("cases", 0.3, 3.4):
        samples = int(3.0 * SAMPLES_PER_SECOND)
        t = np.linspace(0, 1, samples, dtype=np.float32)
        wheels = band(chance.standard_normal(samples, np.float32), 300, 1600) * (0.55 + 0.45 * np.sign(np.sin(2 * np.pi * 8.5 * 3.0 * t)))  # fmt: skip
        pan = (t if chance.random() < 0.5 else 1 - t).astype(np.float32)
        rolled = (wheels * np.sin(np.pi * t)).astype(np.float32) * np.float32(0.05)
        add(out, at, np.stack([rolled * np.sqrt(1 - pan), rolled * np.sqrt(pan)]))
    for at, _ in span.beats(11.0, 4.0, "calls"):
        for number, hertz in enumerate((659.3, 523.3, 784.0)):
            samples = int(1.3 * SAMPLES_PER_SECOND)
            since = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
            note = (np.sin(2 * np.pi * hertz * since) + 0.3 * np.sin(4 * np.pi * hertz * since)) * np.exp(-since / 0.4) * np.minimum(1, since / 0.008)  # fmt: skip
            add(
                out,
                at + int(0.42 * number * SAMPLES_PER_SECOND),
                placed(note.astype(np.float32) * np.float32(0.055), 0.5),
            )
    return in_room(out, 2.2, 0.45, 4500)


def simmering(span: Span) -> Stereo:
    """A kitchen: a pot that simmers, the lid on it, a refrigerator, cutlery now and then."""
    out: Stereo = air.room(span.named("air")) * np.float32(0.35)
    boil = band(span.noise("boil"), 300, 1500) * (0.35 + 0.65 * span.drift("boil", 9.0)) * np.float32(0.045)
    out += boil + high(span.noise("steam"), 5000) * np.float32(0.004)
    for at, chance in span.events("bubbles", 7.0, 0.1):
        t = np.arange(int(0.07 * SAMPLES_PER_SECOND), dtype=np.float32) / SAMPLES_PER_SECOND
        pitch = np.float32(chance.uniform(240, 620))
        plop = np.sin(2 * np.pi * pitch * (t + 2.5 * t * t)) * np.exp(-t / 0.016) * np.minimum(1, t / 0.002)
        add(out, at, placed(plop.astype(np.float32) * np.float32(chance.uniform(0.02, 0.08)), 0.4))
    for at, chance in span.events("dishes", 0.5, 0.7):
        hertz = chance.uniform(1700, 3600)
        clink = struck(chance, 0.5, (hertz, hertz * 1.53, hertz * 2.4), (40, 80, 120), 0.0016)
        add(out, at, placed(clink * np.float32(chance.uniform(0.08, 0.26)), chance.uniform(0.2, 0.8)))
    return in_room(out, 0.7, 0.22, 6000)


def desks(span: Span) -> Stereo:
    """An office: keys at other desks, air from the ceiling, a telephone far off."""
    out: Stereo = high(low(pink(span.noise("vents")), 700), 110) * np.float32(0.05) + objects.typing(
        span.named("keys")
    ) * np.float32(0.6)
    for at, _ in span.beats(12.0, 3.0, "telephone"):
        for ring in range(2):
            samples = int(0.8 * SAMPLES_PER_SECOND)
            t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
            pitch = np.where(np.sin(2 * np.pi * 16 * t) > 0, np.float32(1046.5), np.float32(1318.5))
            tone = np.sin(2 * np.pi * np.cumsum(pitch) / SAMPLES_PER_SECOND) * np.minimum(1, np.minimum(t / 0.01, (t[-1] - t) / 0.03))  # fmt: skip
            add(out, at + int(1.6 * ring * SAMPLES_PER_SECOND), placed(low(tone.astype(np.float32), 2400) * np.float32(0.02), 0.8))  # fmt: skip
    out += low(streets.crowd(span.named("talk")), 800) * np.float32(0.05)
    return in_room(out, 0.8, 0.25, 5000)


def club(span: Span) -> Stereo:
    """A nightclub: a drum on every beat, a bass between them, a hiss off the beat, voices above it."""
    out: Stereo = low(streets.crowd(span.named("people")), 1800) * np.float32(0.16)
    for at, chance in span.beats(0.5, 0.7, "beat"):
        between = at + SAMPLES_PER_SECOND // 4
        t = np.arange(int(0.24 * SAMPLES_PER_SECOND), dtype=np.float32) / SAMPLES_PER_SECOND
        # The skin is tight when it is struck, and gives way.
        drum = (
            np.sin(2 * np.pi * (46 * t + 3.2 * (1 - np.exp(-t / 0.03)))) * np.exp(-t / 0.09) * np.minimum(1, t / 0.002)
        )
        add(out, at, placed(drum.astype(np.float32) * np.float32(0.55), 0.5))
        hertz = float(chance.choice([55.0, 55.0, 65.4, 49.0]))
        bass = np.tanh(1.6 * np.sin(2 * np.pi * hertz * t)) * np.sin(np.pi * np.minimum(1, t / 0.24))
        add(out, between, placed(low(bass.astype(np.float32), 420) * np.float32(0.30), 0.5))
        samples = int(0.09 * SAMPLES_PER_SECOND)
        hiss = high(chance.standard_normal(samples, np.float32), 6000) * swell(samples, 0.001, 0.02)
        add(out, between, placed(hiss * np.float32(0.05), 0.6))
    return in_room(out, 1.1, 0.2, 5000)
