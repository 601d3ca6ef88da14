"""Sounds of a house and a desk: doors, telephones, kettles, keys, glass, machines that write and count."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from .filters import band, high, in_room, low, pink, resonances, struck, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed
from .water import bubble


def _seconds(seconds: float) -> Mono:
    return np.arange(int(seconds * SAMPLES_PER_SECOND), dtype=np.float32) / np.float32(SAMPLES_PER_SECOND)


def _at(at: int, seconds: float) -> int:
    return at + int(seconds * SAMPLES_PER_SECOND)


def telephone(span: Span) -> Stereo:
    """Two bells and the clapper between them, twenty strokes a second: a ring, a pause, a ring."""
    out = span.silence()
    t = _seconds(1.7)
    for at, _ in span.beats(3.4, 2.0):
        ring = np.zeros(t.size, np.float32)
        for number in range(24):
            hertz, since = (1340.0, 1620.0)[number % 2], t - np.float32(number * 0.05)
            stroke = sum(
                np.sin(2 * np.pi * np.float32(hertz * ratio) * since) * share
                for ratio, share in ((1, 1.0), (2.4, 0.5), (3.9, 0.25))
            )
            ring += np.where(since > 0, stroke * np.exp(-np.maximum(since, 0) / 0.09), 0).astype(np.float32)
        add(out, at, placed(ring * np.minimum(1, (t[-1] - t) / 0.2) * np.float32(0.15), 0.5))
    return in_room(out, 0.7, 0.15)


def alarm(span: Span) -> Stereo:
    """Four beeps and a rest."""
    out = span.silence()
    t = _seconds(0.085)
    beep = (np.sin(2 * np.pi * 2050 * t) + 0.35 * np.sin(2 * np.pi * 4100 * t)) * np.minimum(
        1, np.minimum(t / 0.004, (t[-1] - t) / 0.008)
    )
    for at, _ in span.beats(1.0, 0.8):
        for number in range(4):
            add(out, _at(at, 0.125 * number), placed(beep.astype(np.float32) * np.float32(0.3), 0.5))
    return in_room(out, 0.5, 0.1)


def doorbell(span: Span) -> Stereo:
    """Ding, dong."""
    out = span.silence()
    for at, _ in span.beats(5.5, 2.5):
        for begins, hertz in ((0.0, 659.3), (0.62, 523.3)):
            t = _seconds(1.8)
            bar = sum(
                np.sin(2 * np.pi * np.float32(hertz * r) * t) * np.exp(-t / np.float32(f)) * s
                for r, s, f in ((1, 1.0, 0.55), (2.76, 0.3, 0.12), (5.4, 0.12, 0.05))
            )
            add(
                out, _at(at, begins), placed((bar * np.minimum(1, t / 0.002)).astype(np.float32) * np.float32(0.3), 0.5)
            )
    return in_room(out, 0.8, 0.2)


def ding(span: Span) -> Stereo:
    """One clear ding: an elevator, a reception desk, a microwave."""
    out = span.silence()
    for at, _ in span.beats(4.5, 2.6):
        t = _seconds(2.2)
        bell = sum(
            np.sin(2 * np.pi * np.float32(1180.0 * r) * t) * np.exp(-t / np.float32(f)) * s
            for r, s, f in ((1, 1.0, 0.7), (2.74, 0.4, 0.3), (5.2, 0.2, 0.1))
        )
        add(out, at, placed((bell * np.minimum(1, t / 0.002)).astype(np.float32) * np.float32(0.3), 0.5))
    return in_room(out, 1.0, 0.25)


def knocking(span: Span) -> Stereo:
    """Knuckles on a door: three, and a while later three more."""
    out = span.silence()
    for at, chance in span.beats(3.3, 1.4):
        for number in range(3):
            knock = struck(chance, 0.25, (165.0, 290.0, 610.0, 1150.0), (45, 60, 120, 260), 0.004)
            knock += (
                band(chance.standard_normal(knock.size, np.float32), 900, 3000)
                * swell(knock.size, 0.0008, 0.004)
                * np.float32(0.12)
            )
            add(
                out,
                _at(at, 0.24 * number + chance.uniform(0, 0.015)),
                placed(knock * np.float32(chance.uniform(0.8, 1.1)), 0.5),
            )
    return in_room(out, 0.7, 0.15)


def _creak(chance: np.random.Generator, seconds: float) -> Mono:
    """Wood or iron that sticks and slips: pulses whose rate wanders, heard through a panel."""
    samples = int(seconds * SAMPLES_PER_SECOND)
    u = np.linspace(0, 1, samples, dtype=np.float32)
    wander = np.interp(u, np.linspace(0, 1, 9), chance.uniform(0.6, 1.5, 9)).astype(np.float32)
    turns = np.cumsum(chance.uniform(38, 70) * wander * (0.5 + np.sin(np.pi * u))) / SAMPLES_PER_SECOND
    slips = np.diff(np.floor(turns), prepend=0.0).astype(np.float32) * chance.uniform(0.5, 1.0, samples).astype(
        np.float32
    )
    pitch = chance.uniform(520, 820)
    creak = resonances(slips, (pitch, pitch * 1.63, pitch * 2.7, pitch * 4.2), (50, 80, 140, 260), (1.0, 0.8, 0.5, 0.3))
    return np.asarray(creak * np.maximum(0, np.sin(np.pi * u)) ** 0.6 * np.float32(30), np.float32)


def door(span: Span) -> Stereo:
    """The latch, hinges that creak, and the door that falls to."""
    out = span.silence()
    for at, chance in span.beats(6.0, 4.0):
        latch = struck(chance, 0.12, (1900.0, 3300.0), (200, 350), 0.002)
        add(out, at, placed(latch * np.float32(1.2), 0.5))
        creaking = chance.uniform(1.0, 1.6)
        add(out, _at(at, 0.2), placed(_creak(chance, creaking), 0.5))
        thud = struck(chance, 0.5, (72.0, 130.0, 260.0), (30, 50, 110), 0.012) * np.float32(5.0)
        thud += (
            band(chance.standard_normal(thud.size, np.float32), 200, 1500)
            * swell(thud.size, 0.002, 0.03)
            * np.float32(0.5)
        )
        add(out, _at(at, 0.6 + creaking), placed(thud, 0.5))
    return in_room(out, 1.0, 0.25)


def kettle(span: Span) -> Stereo:
    """Water that boils, and the whistle that climbs and holds."""
    out: Stereo = band(pink(span.noise()), 250, 1600) * (0.1 + 0.15 * span.drift("boil", 9.0))
    for at, chance in span.beats(7.0, 7.0):
        t = _seconds(5.5)
        hertz = 2350 * np.interp(t, [0, 0.9, 1.6, 5, 5.5], [0.62, 0.93, 1.0, 1.01, 0.9])
        turns = np.cumsum(hertz) / SAMPLES_PER_SECOND
        loud = np.interp(t, [0, 0.5, 1.6, 5.0, 5.5], [0, 0.15, 1, 1, 0]) * (1 + 0.12 * np.sin(2 * np.pi * 17 * t))
        steam = band(chance.standard_normal(t.size, np.float32), 1900, 6500)
        whistle = (
            np.sin(2 * np.pi * turns)
            + 0.35 * np.sin(4 * np.pi * turns)
            + 0.12 * np.sin(6 * np.pi * turns)
            + 0.5 * steam
        )
        add(
            out,
            at - int(0.8 * SAMPLES_PER_SECOND),
            placed((whistle * loud).astype(np.float32) * np.float32(0.16), 0.55),
        )
    return in_room(out, 0.5, 0.12)


def glass(span: Span) -> Stereo:
    """A pane or a glass that breaks: the blow, and shards that ring as they fall, ever fewer."""
    out = span.silence()
    for at, chance in span.beats(6.5, 2.5):
        blow = (
            low(high(chance.standard_normal(14000, np.float32), 1200), 7500)
            * swell(14000, 0.0006, 0.03)
            * np.float32(0.9)
        )
        add(
            out, at, placed(blow + low(chance.standard_normal(14000, np.float32), 500) * swell(14000, 0.001, 0.02), 0.5)
        )
        for late in np.sort(chance.exponential(0.22, 60)):
            hertz = chance.uniform(2200, 7800)
            shard = struck(chance, 0.3, (hertz, hertz * 1.43, hertz * 1.91), (12, 20, 40), 0.0006)
            loud = np.float32(chance.uniform(0.15, 1.2) * np.exp(-late / 0.45))
            add(out, _at(at, min(late, 1.6)), placed(shard * loud * np.float32(40.0), chance.uniform(0.15, 0.85)))
    return in_room(out, 0.7, 0.15)


def keys(span: Span) -> Stereo:
    """Keys that jingle on their ring."""
    out = span.silence()
    bunch = [span.second(n, "bunch").uniform(2600, 7200) for n in range(6)]
    for at, chance in span.events("shakes", 1.5, 0.9, steady=True):
        pan = chance.uniform(0.4, 0.6)
        for late in np.sort(chance.uniform(0, 0.5, int(chance.integers(5, 11)))):
            hertz = bunch[int(chance.integers(6))]
            key = struck(chance, 0.22, (hertz, hertz * 1.71, hertz * 2.36), (45, 80, 140), 0.0006)
            add(out, _at(at, late), placed(key * np.float32(chance.uniform(0.3, 1.2)), pan))
    return in_room(out, 0.5, 0.12)


def shutter(span: Span) -> Stereo:
    """A camera: mirror up, curtain, mirror down; and again."""
    out = span.silence()
    for at, chance in span.beats(1.6, 1.0):
        for begins, hertz, loud in ((0.0, 1500.0, 1.0), (0.055, 3100.0, 0.8), (0.12, 1100.0, 0.7), (0.16, 2400.0, 0.3)):
            click = struck(chance, 0.06, (hertz, hertz * 1.8, hertz * 3.1), (300, 500, 900), 0.0025)
            add(out, _at(at, begins), placed(click * np.float32(loud * chance.uniform(0.8, 1.1)), 0.5))
        whir = np.sin(2 * np.pi * np.cumsum(np.linspace(420, 620, 9600)) / SAMPLES_PER_SECOND) * np.hanning(9600)
        add(out, _at(at, 0.18), placed(whir.astype(np.float32) * np.float32(0.012), 0.5))
    return in_room(out, 0.4, 0.1)


def pouring(span: Span) -> Stereo:
    """A drink that is poured: bubbles, whose vessel rings higher as it fills."""
    out = span.silence()
    for at, chance in span.beats(4.6, 4.2):
        t = _seconds(3.2)
        noise = band(chance.standard_normal(t.size, np.float32), 500, 5000) * np.float32(0.05)
        add(out, at, placed(noise * np.minimum(1, np.minimum(t / 0.15, (t[-1] - t) / 0.25)), 0.5))
        for late in np.sort(chance.uniform(0, 3.1, 150)):
            # The air left above the drink is a pipe that grows short.
            hertz = float(chance.choice([chance.uniform(300, 900), 420 / (1.06 - 0.24 * late)]))
            add(out, _at(at, late), placed(bubble(hertz, chance) * np.float32(0.8), chance.uniform(0.4, 0.6)))
    return in_room(out, 0.4, 0.1)


def clinking(span: Span) -> Stereo:
    """Glasses that touch, ice that shifts in them."""
    out = span.silence()
    for at, chance in span.events("clinks", 1.3, 0.9, steady=True):
        hertz, pan = chance.uniform(2100, 3600), chance.uniform(0.25, 0.75)
        for number in range(int(chance.integers(1, 4))):
            ring = struck(chance, 0.7, (hertz, hertz * 2.32, hertz * 4.1), (3.5, 8, 30), 0.0006)
            add(out, _at(at, 0.09 * number), placed(ring * np.float32(chance.uniform(0.4, 1.0) * 4), pan))
            hertz *= chance.uniform(0.9, 1.15)
    return in_room(out, 0.6, 0.15)


def chopping(span: Span) -> Stereo:
    """A knife on a board: quick rows of cuts."""
    out = span.silence()
    for at, chance in span.beats(1.9, 2.0):
        for number in range(int(chance.integers(5, 9))):
            cut = struck(chance, 0.16, (240.0, 520.0, 1250.0), (70, 120, 300), 0.003) * np.float32(2.2)
            cut += (
                high(chance.standard_normal(cut.size, np.float32), 2600)
                * swell(cut.size, 0.012, 0.008)
                * np.float32(0.10)
            )
            add(
                out,
                _at(at, 0.185 * number + chance.uniform(0, 0.02)),
                placed(cut * np.float32(chance.uniform(0.6, 1.0)), 0.5),
            )
    return in_room(out, 0.5, 0.12)


def gavel(span: Span) -> Stereo:
    """Wood on wood in a large room: order."""
    out = span.silence()
    for at, chance in span.beats(4.5, 2.0):
        for number in range(3):
            blow = struck(chance, 0.3, (410.0, 980.0, 2100.0), (55, 110, 240), 0.002) * np.float32(3.0)
            add(out, _at(at, 0.36 * number), placed(blow, 0.5))
    return in_room(out, 1.6, 0.3)


def till(span: Span) -> Stereo:
    """An old cash register: keys, the bell, the drawer full of coins."""
    out = span.silence()
    for at, chance in span.beats(5.0, 2.6):
        for number in range(3):
            add(
                out,
                _at(at, 0.14 * number),
                placed(struck(chance, 0.1, (900.0, 2300.0), (160, 300), 0.004) * np.float32(1.5), 0.5),
            )
        t = _seconds(1.6)
        bell = sum(
            np.sin(2 * np.pi * np.float32(2230.0 * r) * t) * s for r, s in ((1, 1.0), (1.51, 0.5), (2.4, 0.3))
        ) * np.exp(-t / 0.35)
        add(out, _at(at, 0.5), placed((bell * np.minimum(1, t / 0.001)).astype(np.float32) * np.float32(0.3), 0.55))
        add(
            out,
            _at(at, 0.58),
            placed(band(chance.standard_normal(12000, np.float32), 300, 2500) * swell(12000, 0.06, 0.05), 0.5),
        )
        for late in chance.uniform(0.75, 1.3, 16):
            coin = struck(chance, 0.15, tuple(chance.uniform(3500, 8500, 2)), (50, 70), 0.0006)
            add(out, _at(at, late), placed(coin * np.float32(chance.uniform(0.3, 1.0)), chance.uniform(0.4, 0.6)))
    return in_room(out, 0.5, 0.12)


def _strokes(span: Span) -> Iterator[tuple[int, np.random.Generator]]:
    """When keys are struck: rows of them, with a breath between."""
    for at, chance in span.beats(3.0, 3.2, "rows"):
        begins = 0.0
        for _ in range(15):
            begins += float(chance.choice([0.11, 0.14, 0.18, 0.3]))
            if begins < 2.3:
                yield _at(at, begins), chance


def typewriter(span: Span) -> Stereo:
    """Type bars against a roller, the bell at the end of the line, the carriage that is thrown back."""
    out = span.silence()
    for at, chance in _strokes(span):
        clack = struck(chance, 0.11, (760.0, 1750.0, 3400.0), (130, 260, 500), 0.003)
        clack += (
            low(chance.standard_normal(clack.size, np.float32), 420) * swell(clack.size, 0.001, 0.012) * np.float32(0.5)
        )
        add(out, at, placed(clack * np.float32(chance.uniform(0.7, 1.1)), 0.5))
    for at, chance in span.beats(6.0, 2.0, "lines"):
        add(out, _at(at, 0.4), placed(struck(chance, 1.0, (2650.0, 6100.0), (12, 30), 0.0006) * np.float32(6), 0.45))
        ratchet = np.maximum(0, np.sin(2 * np.pi * 55 * _seconds(0.4))) ** 8
        zip_ = band(chance.standard_normal(ratchet.size, np.float32), 900, 4200) * ratchet
        add(out, _at(at, 0.75), placed(zip_.astype(np.float32) * np.float32(0.12), 0.55))
    return in_room(out, 0.5, 0.12)


def writing(span: Span) -> Stereo:
    """A nib on paper: strokes of a word, and the way to the next."""
    out = span.silence()
    for at, chance in span.events("words", 1.4, 0.9, steady=True):
        for number in range(int(chance.integers(3, 8))):
            samples = int(chance.uniform(0.05, 0.11) * SAMPLES_PER_SECOND)
            noise = chance.standard_normal(samples, np.float32)
            scratch = resonances(noise, (chance.uniform(1900, 2700), 4700.0), (1200, 1800), (1.0, 0.6))
            add(out, _at(at, 0.11 * number), placed(scratch * np.hanning(samples).astype(np.float32), 0.5))
    return out


def static(span: Span) -> Stereo:
    """A radio between stations: noise that fades, crackle, a whistle that slides through."""
    noise = band(span.noise("hiss", 1), 500, 4200)[0]
    gate = (0.5 + 0.5 * span.drift("fading", 1.4)) * (0.8 + 0.4 * (span.drift("burst", 11.0) > 0.75))
    crackle = resonances(span.sparse("crackle", 45, 1), (1800.0, 3000.0), (900, 1500), (30.0, 30.0))[0]
    whistle = np.sin(2 * np.pi * span.turns(1500.0, (0.23, 0.4), (0.9, 0.05)))
    heard = np.clip(4 * span.drift("stations", 0.4) - 2.6, 0, 1)
    return placed((noise * gate * 0.5 + crackle + whistle * heard * 0.08).astype(np.float32), 0.5)


def vinyl(span: Span) -> Stereo:
    """A record's groove: pops, ticks, and the rumble of the turntable."""
    out: Stereo = resonances(span.sparse("ticks", 22), (1600.0, 3800.0), (1200, 2400), (60.0, 60.0))
    for at, chance in span.beats(1.8, 0.2, "scratch"):
        # Once round at 33 turns a minute the same scratch comes by.
        add(
            out,
            at,
            placed(
                band(chance.standard_normal(300, np.float32), 800, 5000) * swell(300, 0.0004, 0.0015) * np.float32(0.5),
                0.55,
            ),
        )
    out += high(low(pink(span.noise()), 500), 60) * np.float32(0.04) + high(span.noise("hiss"), 3500) * np.float32(
        0.006
    )
    return out
