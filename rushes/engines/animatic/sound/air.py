"""Beds of air, weather and fire. A bed takes a span and gives its sound, at its own loudness."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .filters import band, high, in_room, low, pink, resonances, swell
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed

#: Centres of the bank through which the wind howls.
_HOWL_HERTZ = (340.0, 430.0, 530.0, 650.0, 780.0)


def wind(span: Span) -> Stereo:
    """Gusts in three bands, and a howl that wanders through a bank of narrow ones."""
    noise = pink(span.noise())
    out = span.silence()
    for low_hertz, high_hertz, per_second, gain in ((100, 400, 0.45, 1.0), (300, 900, 0.8, 0.7), (700, 1700, 1.2, 0.3)):
        gusts = span.drift(f"gusts {low_hertz}", per_second)
        out += band(noise, low_hertz, high_hertz) * ((0.25 + gusts * gusts) * gain)
    pitch = 360 + 420 * span.drift("howl pitch", 0.5)
    strength = span.drift("howl", 0.6) ** 2
    for centre in _HOWL_HERTZ:
        out += band(noise, centre * 0.96, centre * 1.04) * (3.4 * strength * np.exp(-(((pitch - centre) / 70) ** 2)))
    # What is left below is only pressure: it would hide all music.
    return high(out, 110)


def breeze(span: Span) -> Stereo:
    """A light wind in leaves."""
    noise = span.noise()
    leaves = low(high(band(noise, 1300, 4500), 900), 7000) * (0.15 + 0.85 * span.drift("leaves", 0.7) ** 2)
    flutter = 0.75 + 0.5 * span.drift("flutter", 7.0)
    air = high(low(pink(noise), 420), 130) * (0.3 + 0.5 * span.drift("air", 0.4))
    return np.asarray(leaves * flutter * np.float32(0.6) + air, np.float32)


#: How drops sound where they fall, as (drops a second, hertz, width in hertz, strength): on earth, leaves, stone, puddles.
_DROPS = (
    (110, 520, 420, 1.1), (160, 1250, 700, 0.9), (220, 2700, 1300, 0.8), (260, 4600, 2200, 0.75), (180, 7600, 3600, 0.7),
)  # fmt: skip


def rain(span: Span) -> Stereo:
    """A veil of drops too far to be told apart, hundreds that are nearer, and a few that fall beside the listener."""
    noise = span.noise()
    # Softer above: a hiss up to 20 kHz is a broken wire, not water.
    veil = low(band(noise, 900, 5200) * np.float32(0.10) + high(low(noise, 900, 1), 250) * np.float32(0.05), 8000, 1)
    out: Stereo = veil * (0.55 + 0.75 * span.drift("gusts", 0.45)) * (0.85 + 0.3 * span.drift("sheets", 2.3))
    drops = span.silence()
    for per_second, hertz, width, strong in _DROPS:
        fallen = span.sparse(f"drops {hertz}", per_second)
        # A short drop has less power than its peak says: the wider the ring, the more it is raised.
        drops += resonances(fallen, (float(hertz),), (float(width),), (strong * 24_000 / width**0.75,)) * np.float32(
            0.12
        )
    out += drops * (0.75 + 0.5 * span.drift("nearer", 0.6))
    for at, chance in span.events("drops", 26, 0.05):
        # What falls into water encloses a bubble, and that rings (Pumphrey and Elmore, J. Fluid Mech. 220, 1990).
        samples, pitch, loud, pan = (
            int(chance.integers(500, 1500)),
            chance.uniform(900, 3600),
            chance.random(),
            chance.random(),
        )
        t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
        ring = np.sin(2 * np.pi * np.float32(pitch) * (t + 4.0 * t * t)) * swell(
            samples, 0.0006, samples / SAMPLES_PER_SECOND / 6
        )
        add(out, at, placed(ring.astype(np.float32) * np.float32(0.03 + 0.4 * loud**4), pan))
    return out


def fire(span: Span) -> Stereo:
    """A low roar that flutters, the lapping of flames, sap that hisses, and wood that crackles, in flurries."""
    noise = span.noise()
    out: Stereo = high(low(pink(noise), 300), 70) * (0.2 + 0.45 * span.drift("flutter", 6.0))
    out += band(noise, 250, 1100) * (0.10 * span.drift("lapping", 5.0) ** 2)
    out += high(span.noise("sap"), 4200) * (0.035 * np.maximum(0.0, span.drift("sap", 0.6) - 0.5)).astype(np.float32)
    busy = np.clip(2.6 * span.drift("flurries", 1.6) - 0.5, 0.12, 2.0)
    sparks = span.sparse("sparks", 60) * busy.astype(np.float32)
    out += resonances(sparks, (1500.0, 3100.0, 5200.0), (900.0, 1700.0, 2600.0), (50.0, 60.0, 50.0)) * np.float32(0.06)
    crackles = span.silence()
    for at, chance in span.events("crackle", 9, 0.05):
        length, loud, pan = int(chance.integers(140, 1100)), chance.random() ** 3, chance.uniform(0.2, 0.8)
        snap = chance.standard_normal(length, np.float32) * swell(length, 0.0005, length / SAMPLES_PER_SECOND / 7)
        add(crackles, at, placed(snap * np.float32(0.12 + 1.3 * loud), pan))
    # Wood snaps, it does not click: a little of its lows, none of the top.
    return out + low(high(crackles, 350), 5200) * np.float32(1.5)


def storm(span: Span) -> Stereo:
    """Rain by the bucket, driven by a wind that roars."""
    noise = span.noise("roar")
    roar = high(low(pink(noise), 420), 70) * (0.5 + 1.1 * span.drift("roar", 0.5))
    return rain(span) * np.float32(1.5) + wind(span.named("wind")) * np.float32(0.6) + roar * np.float32(0.5)


@dataclass(frozen=True, slots=True)
class Strike:
    """A stroke of lightning."""

    seconds: float  #: when it is seen, from the beginning of the film
    x: float  #: where, 0 left .. 1 right
    near: float  #: 0 far .. 1 near: soon and sharply heard


def strikes(seed: int, seconds: float) -> tuple[Strike, ...]:
    """The lightning of a film with this seed until `seconds`, whose thunder `thunder` lets be heard."""
    span = Span(0, round(seconds * SAMPLES_PER_SECOND), seed).named("thunder")
    return tuple(strike for strike, _, _ in _claps(span) if 0 <= strike.seconds < seconds)


def _claps(span: Span) -> Iterator[tuple[Strike, int, np.random.Generator]]:
    """(stroke, the sample of the span at which it is heard, chance of its sound)"""
    for at, chance in span.beats(5.5, 6.0):
        at += int(chance.uniform(-1.2, 1.2) * SAMPLES_PER_SECOND)
        pan, near = chance.uniform(0.2, 0.8), chance.random()
        # It is two or three hundred metres away, or as far as half a kilometre.
        late = 0.35 + 1.1 * (1 - near)
        yield Strike((at + span.start) / SAMPLES_PER_SECOND - late, pan, near), at, chance


def thunder(span: Span) -> Stereo:
    """A crack that tears the sky, if it is near, and the long roll from all along the stroke that follows it."""
    out = span.silence()
    for strike, at, chance in _claps(span):
        samples, pan, near = int(5.5 * SAMPLES_PER_SECOND), strike.x, strike.near
        t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
        noise = chance.standard_normal((3, samples), np.float32)
        # The nearest piece of the stroke is at one place; the rest of it is everywhere (Few, J. Geophys. Res. 74, 1969).
        lumps = [
            np.interp(t, np.arange(0, 6, 0.11), 0.08 + chance.random(55) ** 3).astype(np.float32) for _ in range(2)
        ]
        fades = np.minimum(1, t / (0.08 + 0.5 * (1 - near))) * np.exp(-t / 1.6) * np.minimum(1, (5.5 - t) / 1.5)
        wide = np.stack(
            [
                low(noise[side], 170) * lumps[side] + band(noise[side], 90, 420) * (0.35 * lumps[side] ** 2)
                for side in (0, 1)
            ]
        )
        out_of = (wide * np.float32(0.75) + placed(low(noise[2], 150) * lumps[0], pan)) * (fades * 5).astype(np.float32)
        tears = np.zeros(samples, np.float32)
        for begins, loud in zip(np.cumsum(chance.uniform(0.0, 0.11, 6)), (0.5, 1.0, 0.7, 0.8, 0.45, 0.3), strict=True):
            since = t - np.float32(begins)
            tears += np.where(since > 0, np.minimum(1, since / 0.004) * np.exp(-since / 0.045), 0).astype(
                np.float32
            ) * np.float32(loud)
        crack = band(noise[2], 180, 2600) * tears * np.float32(1.3 * near**1.5)
        add(out, at, out_of + placed(low(crack, 1200 + 3500 * near, 1), pan))
    return out


def snow(span: Span) -> Stereo:
    """The hush of falling snow: soft air, and grains that tick."""
    noise = span.noise()
    out: Stereo = high(low(pink(noise), 900), 170) * (0.45 + 0.55 * span.drift("air", 0.35))
    out += band(noise, 3000, 8000) * (0.015 + 0.025 * span.drift("fall", 0.5))
    for at, chance in span.events("grains", 5, 0.02):
        samples, pan, loud = int(chance.integers(60, 220)), chance.random(), chance.random()
        grain = high(chance.standard_normal(samples, np.float32), 5000) * swell(samples, 0.0003, 0.0012)
        add(out, at, placed(grain * np.float32(0.12 * loud), pan))
    return out


def room(span: Span) -> Stereo:
    """A quiet room: hardly any air, and now and then the wood of a house that settles, a board, a pane."""
    noise = span.noise()
    out: Stereo = high(low(pink(noise), 500), 150) * (0.35 + 0.3 * span.drift("air", 0.25))
    out += band(noise, 1200, 4200) * np.float32(0.012)
    settling = span.silence()
    for at, chance in span.events("settles", 0.8, 0.6):
        samples, pan = int(0.4 * SAMPLES_PER_SECOND), chance.uniform(0.1, 0.9)
        hertz, loud = chance.uniform(160, 520), chance.uniform(0.1, 1.0) ** 2
        knock = chance.standard_normal(samples, np.float32) * swell(samples, 0.003, 0.012)
        wood = resonances(knock, (hertz, hertz * 2.3, hertz * 4.1), (30, 60, 120), (1.0, 0.5, 0.2))
        add(settling, at, placed(wood * np.float32(6.0 * loud), pan))
    return out + in_room(settling, 0.7, 0.4, 3000)


def drone(span: Span) -> Stereo:
    """Space: deep tones that beat against each other, and a breath of static."""
    out = span.silence()
    for number, hertz in enumerate((61.7, 82.4, 123.5, 164.8, 247.0, 370.0, 493.9)):
        level = (0.3 + 0.7 * span.drift(f"tone {number}", 0.16)) / (1 + 0.45 * number)
        for channel, apart in enumerate((-0.13, 0.13)):
            turns = span.turns(hertz + apart, (0.07, 0.002))
            out[channel] += (np.sin(2 * np.pi * turns) + 0.3 * np.sin(4 * np.pi * turns)).astype(np.float32) * level
    air = band(span.noise(), 500, 2200) * (0.16 * span.drift("static", 0.25) ** 2)
    for at, chance in span.events("glints", 0.5, 3.0):
        # A far light that rings: without it a void is only a machine.
        hertz, pan = chance.choice([493.9, 740.0, 987.8, 1109.0]), chance.uniform(0.15, 0.85)
        samples = int(2.8 * SAMPLES_PER_SECOND)
        ring = np.sin(2 * np.pi * hertz * np.arange(samples) / SAMPLES_PER_SECOND) * np.hanning(samples) ** 1.5
        add(out, at, placed(ring.astype(np.float32) * np.float32(chance.uniform(0.03, 0.1)), pan))
    return in_room(out, 3.0, 0.35, 3000) * np.float32(0.5) + air
