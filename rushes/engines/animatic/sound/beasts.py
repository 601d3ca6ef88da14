"""Voices of the farm, the field and the jungle: each a source through a throat, in the rhythm of its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .filters import band, high, in_room, low, resonances, struck, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed
from .throats import calls, phrase, saw


def _voice(
    seconds: float, at: Sequence[float], hertz: Sequence[float], chance: np.random.Generator,
    formants: tuple[float, ...], gains: tuple[float, ...], breath: float = 0.1, rough: tuple[float, float] = (0.0, 0.0),
) -> Mono:  # fmt: skip
    """A cry whose pitch goes through `hertz` at the shares `at` of its length; `rough` is (times a second, depth)."""
    samples = int(seconds * SAMPLES_PER_SECOND)
    u = np.linspace(0, 1, samples, dtype=np.float32)
    pitch = np.interp(u, at, hertz) * (1 + 0.012 * np.sin(2 * np.pi * 5.5 * u * seconds + chance.random()))
    source = saw(pitch.astype(np.float32)) + chance.standard_normal(samples, np.float32) * np.float32(breath)
    source *= (1 - rough[1] * (0.5 + 0.5 * np.sin(2 * np.pi * rough[0] * u * seconds))).astype(np.float32)
    voice = resonances(source, formants, tuple(90 + 0.13 * hertz for hertz in formants), gains)
    edges = min(0.3, 0.03 / seconds), min(0.5, 0.12 / seconds + 0.12)
    shape = np.sin(np.pi / 2 * np.minimum(1, np.minimum(u / edges[0], (1 - u) / edges[1]))) ** 2
    return np.asarray(voice * shape, np.float32)


def rooster(span: Span) -> Stereo:
    """Cock-a-doodle-doo: three short notes that climb, and a long one that falls."""

    def call(chance: np.random.Generator) -> Mono:
        base, sung = chance.uniform(0.92, 1.08), (1150.0, 2500.0, 3600.0)
        notes = (
            (0.0, 0.17, (480, 640, 600)), (0.21, 0.13, (640, 700, 690)), (0.38, 0.4, (720, 960, 930)), (0.82, 0.95, (940, 900, 520)),
        )  # fmt: skip
        return phrase(
            [
                (
                    begins,
                    _voice(lasts, (0, 0.4, 1), [base * hertz for hertz in row], chance, sung, (1.0, 0.8, 0.4), 0.25),
                )
                for begins, lasts, row in notes
            ]
        )

    return in_room(calls(span, 4.6, 2.0, call), 1.0, 0.18)


def cow(span: Span) -> Stereo:
    """Moo: the lips closed, then open."""

    def call(chance: np.random.Generator) -> Mono:
        seconds, base = chance.uniform(1.3, 1.9), chance.uniform(105, 135)
        row = (base, base * 1.25, base * 1.35, base * 0.95)
        closed = _voice(seconds, (0, 0.25, 0.7, 1), row, chance, (230.0, 900.0), (1.0, 0.08), 0.05)
        opened = _voice(seconds, (0, 0.25, 0.7, 1), row, chance, (470.0, 880.0, 2300.0), (1.0, 0.6, 0.15), 0.12)
        wide = np.interp(np.linspace(0, 1, closed.size), [0, 0.15, 0.4, 0.85, 1], [0, 0.1, 1, 0.8, 0.2]).astype(
            np.float32
        )
        return closed * (1 - wide) + opened * wide

    return in_room(calls(span, 4.6, 2.0, call), 1.0, 0.15)


def sheep(span: Span) -> Stereo:
    """Baa, with its tremble; and another that answers."""

    def call(chance: np.random.Generator) -> Mono:
        base, seconds = (
            float(chance.choice([chance.uniform(190, 260), chance.uniform(330, 430)])),
            chance.uniform(0.6, 1.0),
        )
        shakes = chance.uniform(7.5, 10.5)
        return _voice(seconds, (0, 0.2, 1), (base, base * 1.12, base * 0.9), chance, (720.0, 1550.0, 2700.0), (1.0, 0.8, 0.3), 0.15, (shakes, 0.65))  # fmt: skip

    return in_room(calls(span, 2.0, 1.2, call), 1.0, 0.15)


def pig(span: Span) -> Stereo:
    """Grunts, two or three in a row, and sometimes a squeal."""

    def call(chance: np.random.Generator) -> Mono:
        parts, begins, squeals = [], 0.0, chance.random() < 0.3
        for _ in range(int(chance.integers(2, 5))):
            lasts, base = chance.uniform(0.12, 0.24), chance.uniform(75, 110)
            parts.append((begins, _voice(lasts, (0, 0.5, 1), (base, base * 1.2, base * 0.8), chance, (430.0, 1050.0, 2100.0), (1.0, 0.6, 0.2), 0.9, (33, 0.8))))  # fmt: skip
            begins += lasts + chance.uniform(0.08, 0.25)
        if squeals:
            parts.append(
                (
                    begins,
                    _voice(0.5, (0, 0.4, 1), (700, 1150, 800), chance, (1300.0, 2800.0), (0.7, 0.6), 0.4, (60, 0.4)),
                )
            )
        return phrase(parts)

    return in_room(calls(span, 2.2, 2.4, call), 0.6, 0.1)


def duck(span: Span) -> Stereo:
    """Quacks, the first the loudest."""

    def call(chance: np.random.Generator) -> Mono:
        base, gap, count = chance.uniform(210, 270), chance.uniform(0.22, 0.3), int(chance.integers(2, 6))
        bends, formants = (base * 1.15, base * 1.1, base * 0.8), (1150.0, 2050.0, 3000.0)
        return _row(count, gap, lambda: _voice(0.17, (0, 0.3, 1), bends, chance, formants, (0.8, 1.0, 0.4), 0.25, (75, 0.3)), 0.8)  # fmt: skip

    return in_room(calls(span, 2.4, 2.0, call), 0.9, 0.12)


def crow(span: Span) -> Stereo:
    """Caw, caw."""

    def call(chance: np.random.Generator) -> Mono:
        base, gap, count = chance.uniform(420, 500), chance.uniform(0.5, 0.62), int(chance.integers(2, 5))
        bends, formants = (base * 0.9, base * 1.1, base * 0.8), (1250.0, 1900.0, 3100.0)
        return _row(count, gap, lambda: _voice(0.34, (0, 0.25, 1), bends, chance, formants, (1.0, 0.8, 0.25), 0.8, (85, 0.6)))  # fmt: skip

    return in_room(calls(span, 3.2, 2.6, call), 1.6, 0.25)


def _row(count: int, gap: float, voice: Callable[[], Mono], fades: float = 1.0) -> Mono:
    """So many calls, `gap` seconds apart, each as loud as `fades` of the one before."""
    return phrase([(n * gap, voice() * np.float32(fades**n)) for n in range(count)])


def elephant(span: Span) -> Stereo:
    """A trumpet blast through the trunk."""

    def call(chance: np.random.Generator) -> Mono:
        base, seconds = chance.uniform(330, 420), chance.uniform(1.0, 1.5)
        return _voice(seconds, (0, 0.2, 0.6, 1), (base, base * 1.7, base * 1.5, base * 0.9), chance, (750.0, 1600.0, 2900.0), (1.0, 0.9, 0.6), 0.6, (68, 0.5))  # fmt: skip

    return in_room(calls(span, 4.6, 1.8, call), 1.6, 0.25)


def monkey(span: Span) -> Stereo:
    """Hoots that come faster and higher, and end in screeches."""

    def call(chance: np.random.Generator) -> Mono:
        base, parts, begins = chance.uniform(330, 420), [], 0.0
        for n in range(int(chance.integers(5, 9))):
            top = base * (1 + 0.11 * n)
            parts.append(
                (
                    begins,
                    _voice(
                        0.14, (0, 0.5, 1), (top, top * 1.3, top), chance, (520.0, 1100.0, 2200.0), (1.0, 0.5, 0.2), 0.15
                    ),
                )
            )
            begins += 0.3 - 0.015 * n
        for _ in range(3):
            top = base * chance.uniform(2.6, 3.4)
            parts.append(
                (
                    begins,
                    _voice(
                        0.19,
                        (0, 0.4, 1),
                        (top, top * 1.35, top * 0.9),
                        chance,
                        (1500.0, 2900.0),
                        (0.8, 0.7),
                        0.4,
                        (70, 0.5),
                    ),
                )
            )
            begins += 0.23
        return phrase(parts)

    return in_room(calls(span, 4.6, 3.4, call), 1.3, 0.25)


def hens(span: Span) -> Stereo:
    """Clucking: buk, buk, and now and then buk-aaw."""

    def call(chance: np.random.Generator) -> Mono:
        base, parts, begins = chance.uniform(340, 420), [], 0.0
        for _ in range(int(chance.integers(2, 6))):
            parts.append((begins, _voice(0.07, (0, 1), (base * 1.2, base * 0.85), chance, (900.0, 1900.0), (1.0, 0.7), 0.3) * np.float32(chance.uniform(0.4, 1))))  # fmt: skip
            begins += chance.uniform(0.16, 0.3)
        if chance.random() < 0.35:
            parts.append((begins, _voice(0.42, (0, 0.4, 1), (base * 1.2, base * 2.1, base * 1.3), chance, (1100.0, 2100.0), (1.0, 0.8), 0.35)))  # fmt: skip
        return phrase(parts)

    return in_room(calls(span, 1.5, 2.4, call), 0.8, 0.12)


def snake(span: Span) -> Stereo:
    """A hiss, and the rattle of a tail."""
    out = span.silence()
    for at, chance in span.beats(3.0, 3.0):
        pan, samples = chance.uniform(0.3, 0.7), int(1.4 * SAMPLES_PER_SECOND)
        hiss = low(high(chance.standard_normal(samples, np.float32), 3800), 9500, 1)
        add(out, at, placed(hiss * (np.hanning(samples) ** 1.5 * 0.4).astype(np.float32), pan))
        # A rattlesnake shakes its tail some fifty times a second.
        for number in range(int(chance.integers(35, 65))):
            shell = band(chance.standard_normal(500, np.float32), 2500, 9000) * swell(500, 0.0008, 0.002)
            loud = np.float32(chance.uniform(0.3, 0.8))
            add(
                out,
                at + int((1.1 + number / 48 + chance.uniform(0, 0.006)) * SAMPLES_PER_SECOND),
                placed(shell * loud, pan),
            )
    return out


def cowbells(span: Span) -> Stereo:
    """Bells on necks that move as the herd grazes."""
    out = span.silence()
    herd = [(chance.uniform(420, 900), chance.random()) for chance in (span.second(n, "herd") for n in range(5))]
    for at, chance in span.events("grazing", 2.2, 1.2, steady=True):
        (hertz, pan), loud = herd[int(chance.integers(5))], chance.uniform(0.2, 1.0)
        clonk = struck(chance, 0.7, (hertz, hertz * 1.56, hertz * 2.31, hertz * 3.4), (12, 18, 30, 60), 0.002)
        add(out, at, placed(clonk * np.float32(loud), pan))
    return in_room(out, 1.2, 0.2)
