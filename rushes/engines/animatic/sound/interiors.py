"""Beds and effects of places inside: cups, drops, creaking boards, monitors, carriages, halls, tools."""

from __future__ import annotations

import numpy as np

from . import air, streets
from .filters import band, high, in_room, low, pink, resonances, struck, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed


def _tone(seconds: float, hertz: float, rise: float, fall: float) -> Mono:
    t = np.arange(int(seconds * SAMPLES_PER_SECOND), dtype=np.float32) / SAMPLES_PER_SECOND
    shape = np.minimum(1, t / rise) * np.minimum(1, (seconds - t) / fall)
    return np.asarray(np.sin(2 * np.pi * np.float32(hertz) * t) * shape, np.float32)


def cafe(span: Span) -> Stereo:
    """Talk at other tables, cups on saucers, now and then the steam of a machine."""
    out: Stereo = streets.crowd(span.named("talk")) * np.float32(0.7)
    for at, chance in span.events("cups", 0.9, 0.6):
        hertz, pan, loud = chance.uniform(2300, 4200), chance.random(), chance.uniform(0.15, 0.7)
        cup = struck(chance, 0.5, (hertz, hertz * 1.62, hertz * 2.3), (40, 70, 120), 0.0015)
        add(out, at, placed(cup * np.float32(loud * 0.5), pan))
    for at, chance in span.events("steam", 0.10, 2.5):
        samples, pan = int(2.2 * SAMPLES_PER_SECOND), chance.uniform(0.2, 0.8)
        hiss = high(band(chance.standard_normal(samples, np.float32), 2500, 8000), 2000)
        add(out, at, placed(hiss * np.sin(np.linspace(0, np.pi, samples, dtype=np.float32)) * np.float32(0.05), pan))
    return in_room(out, 0.9, 0.25)


def drips(span: Span) -> Stereo:
    """A tap that drips in a tiled room."""
    out: Stereo = air.room(span.named("air")) * np.float32(0.25)
    for at, chance in span.events("drops", 0.8, 0.5, steady=True):
        hertz, loud = chance.uniform(900, 1500), chance.uniform(0.4, 1.0)
        t = np.arange(int(0.12 * SAMPLES_PER_SECOND), dtype=np.float32) / SAMPLES_PER_SECOND
        # A drop's bubble rings higher as it closes.
        drop = np.sin(2 * np.pi * np.float32(hertz) * (t + 2.2 * t * t)) * np.exp(-t / 0.022) * np.minimum(1, t / 0.002)
        add(out, at, placed(drop.astype(np.float32) * np.float32(0.5 * loud), 0.6))
    return in_room(out, 1.4, 0.5, 7000)


def creaks(span: Span) -> Stereo:
    """An old house: wind in the chimney, boards and hinges."""
    out: Stereo = low(air.wind(span.named("chimney")), 500) * np.float32(0.5)
    for at, chance in span.events("boards", 0.30, 2.0):
        seconds, pan, loud = chance.uniform(0.6, 1.3), chance.random(), chance.uniform(0.3, 1.0)
        samples = int(seconds * SAMPLES_PER_SECOND)
        share = np.linspace(0, 1, samples, dtype=np.float32)
        # Wood sticks and slips: a row of clicks that comes faster and slower again.
        rate = chance.uniform(24, 46) * (0.6 + 0.8 * np.sin(np.pi * share))
        turns = np.cumsum(rate / SAMPLES_PER_SECOND)
        clicks = np.diff(np.floor(turns), prepend=0.0).astype(np.float32)
        pitch = chance.uniform(380, 700)
        creak = resonances(clicks, (pitch, pitch * 1.7, pitch * 2.9), (60, 90, 160), (1.0, 0.6, 0.3))
        add(out, at, placed(creak * np.sin(np.pi * share) * np.float32(0.9 * loud), pan))
    return in_room(out, 1.6, 0.4, 4000)


def monitor(span: Span) -> Stereo:
    """A hospital room: air from a vent, a monitor that counts a heart."""
    out: Stereo = high(low(pink(span.noise("vent")), 900, 1), 120) * np.float32(0.2)
    for at, _ in span.beats(0.92, 0.3):
        add(out, at, placed(_tone(0.11, 880.0, 0.006, 0.03) * np.float32(0.09), 0.35))
    for at, chance in span.events("steps", 0.5, 0.3):
        add(
            out, at, placed(struck(chance, 0.12, (320.0, 700.0), (120, 200), 0.004) * np.float32(0.10), chance.random())
        )
    return in_room(out, 0.8, 0.25, 4500)


def carriage(span: Span) -> Stereo:
    """Inside a train: its rumble, and wheels over the joints of the rails."""
    out: Stereo = high(low(pink(span.noise("rumble")), 260), 65) * (0.9 + 0.4 * span.drift("rumble", 0.7))
    out += band(pink(span.noise("air")), 300, 1500) * (0.22 + 0.16 * span.drift("air", 0.9))
    for at, chance in span.beats(1.28, 0.8):
        for number, begins in enumerate((0.0, 0.16, 0.52, 0.68)):
            thud = struck(chance, 0.16, (95.0, 210.0, 520.0), (60, 120, 260), 0.006)
            loud = np.float32((15.0, 10.0, 13.0, 9.0)[number] * chance.uniform(0.8, 1.0))
            add(out, at + int(begins * SAMPLES_PER_SECOND), placed(thud * loud, 0.4 + 0.2 * (number > 1)))
    return in_room(out, 0.4, 0.15, 3000)


def hall(span: Span) -> Stereo:
    """A great stone hall: its own breath, far steps, and what falls somewhere."""
    out: Stereo = high(low(pink(span.noise("breath")), 420), 90) * (0.25 + 0.2 * span.drift("breath", 0.4))
    for at, chance in span.events("steps", 0.55, 0.4):
        pan, loud = chance.random(), chance.uniform(0.2, 0.8)
        add(
            out,
            at,
            placed(struck(chance, 0.2, (180.0, 420.0, 900.0), (90, 160, 260), 0.004) * np.float32(0.4 * loud), pan),
        )
    return in_room(out, 2.0, 0.75, 3800)


def pages(span: Span) -> Stereo:
    """A quiet room full of books: pages that turn, a chair."""
    out: Stereo = air.room(span.named("air")) * np.float32(0.5)
    for at, chance in span.events("pages", 0.35, 0.7):
        samples, pan, loud = int(0.5 * SAMPLES_PER_SECOND), chance.random(), chance.uniform(0.4, 1.0)
        paper = high(band(chance.standard_normal(samples, np.float32), 1200, 6000), 1000)
        shape = np.sin(np.linspace(0, np.pi, samples, dtype=np.float32)) ** 3
        add(out, at, placed(paper * shape * np.float32(0.10 * loud), pan))
    return in_room(out, 1.1, 0.3, 5000)


def ship(span: Span) -> Stereo:
    """Aboard a starship: a deep engine, air, panels that answer."""
    turns = span.turns(54.0, (0.11, 0.01))
    deep = sum(np.sin(2 * np.pi * k * turns) / k**0.6 for k in range(1, 7))
    out: Stereo = placed(high((deep * 0.2).astype(np.float32), 60), 0.5) + low(
        pink(span.noise("air")), 700
    ) * np.float32(0.3)
    for at, chance in span.events("panels", 0.7, 0.5):
        hertz, pan = float(chance.choice([1175.0, 1397.0, 1568.0, 1760.0, 2093.0])), chance.random()
        for number in range(int(chance.integers(1, 4))):
            note = _tone(0.07, hertz * (1.0 if number % 2 == 0 else 1.335), 0.004, 0.03)
            add(out, at + int(0.09 * number * SAMPLES_PER_SECOND), placed(note * np.float32(0.05), pan))
    return in_room(out, 1.0, 0.3, 5000)


def workshop(span: Span) -> Stereo:
    """Tools at work: a hammer, a file, something that rolls away."""
    out: Stereo = air.room(span.named("air")) * np.float32(0.4)
    for at, chance in span.events("hammer", 0.32, 2.0):
        pan, hertz = chance.uniform(0.25, 0.75), chance.uniform(500, 1400)
        for number in range(4):
            blow = struck(chance, 0.35, (hertz, hertz * 2.1, hertz * 3.4), (50, 90, 160), 0.002)
            add(
                out,
                at + int(0.42 * number * SAMPLES_PER_SECOND),
                placed(blow * np.float32(0.5 * (0.8 + 0.05 * number)), pan),
            )
    for at, chance in span.events("file", 0.25, 1.5):
        samples, pan = int(1.2 * SAMPLES_PER_SECOND), chance.uniform(0.2, 0.8)
        t = np.arange(samples, dtype=np.float32) / SAMPLES_PER_SECOND
        rasp = band(chance.standard_normal(samples, np.float32), 1800, 4500) * np.clip(
            np.sin(2 * np.pi * 2.5 * t), 0, 1
        )
        add(out, at, placed((rasp * np.float32(0.10)).astype(np.float32), pan))
    return in_room(out, 0.9, 0.25, 5000)


def shop(span: Span) -> Stereo:
    """A small shop: the street outside, the bell over the door, the till."""
    out: Stereo = low(streets.city(span.named("street")), 700) * np.float32(0.35) + air.room(
        span.named("air")
    ) * np.float32(0.4)
    for at, chance in span.events("door", 0.10, 2.0):
        for number in range(3):
            hertz = 2350.0 * (1 + 0.02 * number)
            ring = struck(chance, 1.4, (hertz, hertz * 1.51, hertz * 2.76), (14, 22, 40), 0.001)
            add(
                out, at + int(0.16 * number * SAMPLES_PER_SECOND), placed(ring * np.float32(0.35 - 0.08 * number), 0.75)
            )
    for at, chance in span.events("things", 0.5, 0.3):
        add(
            out, at, placed(struck(chance, 0.15, (420.0, 980.0), (120, 200), 0.003) * np.float32(0.22), chance.random())
        )
    return in_room(out, 0.6, 0.2)


def station(span: Span) -> Stereo:
    """A station's hall: many voices and steps under a high roof, and a chime before an announcement."""
    out: Stereo = streets.crowd(span.named("people")) * np.float32(0.6)
    out += low(pink(span.noise("roof")), 300) * np.float32(0.3)
    for at, chance in span.events("steps", 3.0, 0.3, steady=True):
        add(
            out,
            at,
            placed(
                struck(chance, 0.12, (260.0, 620.0), (110, 190), 0.003) * np.float32(chance.uniform(0.05, 0.2)),
                chance.random(),
            ),
        )
    for at, _ in span.events("chime", 0.09, 3.0):
        for number, hertz in enumerate((784.0, 659.3, 523.3)):
            add(
                out,
                at + int(0.45 * number * SAMPLES_PER_SECOND),
                placed(_tone(1.2, hertz, 0.01, 0.9) * np.float32(0.07), 0.5),
            )
    return in_room(out, 2.0, 0.55, 4200)


def factory(span: Span) -> Stereo:
    """Machines that run: a press, belts, a hiss of air."""
    out: Stereo = high(low(pink(span.noise("belts")), 360), 30) * (0.7 + 0.3 * span.drift("belts", 1.1))
    for at, chance in span.beats(1.4, 1.0):
        press = struck(chance, 0.5, (110.0, 260.0, 640.0, 1500.0), (40, 80, 140, 300), 0.008)
        add(out, at, placed(press * np.float32(0.9), 0.35))
        samples = int(0.45 * SAMPLES_PER_SECOND)
        hiss = high(chance.standard_normal(samples, np.float32), 3000) * swell(samples, 0.02, 0.12)
        add(out, at + int(0.55 * SAMPLES_PER_SECOND), placed(hiss * np.float32(0.06), 0.65))
    return in_room(out, 1.8, 0.35, 4500)


def gym(span: Span) -> Stereo:
    """A gym: plates that clank, a ball far off, shoes that squeak."""
    out: Stereo = air.room(span.named("air")) * np.float32(0.5) + low(
        streets.crowd(span.named("people")), 900
    ) * np.float32(0.2)
    for at, chance in span.events("plates", 0.8, 0.8):
        hertz, pan, loud = chance.uniform(700, 1300), chance.random(), chance.uniform(0.2, 0.8)
        plate = struck(chance, 0.6, (hertz, hertz * 1.47, hertz * 2.2, hertz * 3.1), (18, 28, 50, 90), 0.002)
        add(out, at, placed(plate * np.float32(0.4 * loud), pan))
    for at, chance in span.beats(0.74, 0.4, "ball"):
        add(out, at, placed(struck(chance, 0.2, (90.0, 180.0), (40, 90), 0.006) * np.float32(0.35), 0.7))
    return in_room(out, 1.7, 0.4, 5000)
