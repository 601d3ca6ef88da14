"""What is heard of people without a word: laughter, crying, breath, sleep, a tune that somebody whistles."""

from __future__ import annotations

import numpy as np

from .filters import band, high, in_room, low, resonances, swell
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed
from .throats import calls, phrase, saw


def laughter(span: Span) -> Stereo:
    """Three who laugh in turns: notes of a fifteenth of a second, five in a second, that sink (Provine and Yong, 1991)."""
    out = span.silence()
    voices = [(205.0, 0.35, 1.15), (125.0, 0.65, 1.0), (250.0, 0.5, 1.25)]
    for at, chance in span.events("laughs", 0.75, 3.0, steady=True):
        hertz, pan, throat = voices[int(chance.integers(3))]
        base, gap = hertz * chance.uniform(1.15, 1.7), chance.uniform(0.18, 0.23)
        notes = [
            (n * gap, _ha(base * 0.96**n, throat, chance) * np.float32((1.0, 0.95)[n % 2] * 0.9**n))
            for n in range(int(chance.integers(4, 10)))
        ]
        add(out, at, placed(phrase(notes) * np.float32(chance.uniform(0.5, 1.0)), pan))
    return in_room(out, 0.7, 0.15)


def _ha(hertz: float, throat: float, chance: np.random.Generator) -> Mono:
    """A breath and a vowel."""
    samples = int(0.15 * SAMPLES_PER_SECOND)
    u = np.linspace(0, 1, samples, dtype=np.float32)
    tone = low(saw((hertz * (1.05 - 0.12 * u)).astype(np.float32)), 2600, 1) * np.clip((u - 0.22) / 0.12, 0, 1)
    breath = chance.standard_normal(samples, np.float32) * (0.35 * np.exp(-(((u - 0.2) / 0.16) ** 2)) + 0.05)
    source = np.asarray(tone + breath, np.float32)
    vowel = resonances(source, (740 * throat, 1300 * throat, 2500 * throat), (110, 150, 240), (1.0, 0.6, 0.3))
    return np.asarray(vowel * np.minimum(1, np.minimum(u / 0.08, (1 - u) / 0.4)), np.float32)


def baby(span: Span) -> Stereo:
    """A baby that cries: each cry rises, holds and sinks, with a gasp before the next."""

    def call(chance: np.random.Generator) -> Mono:
        parts, begins = [], 0.0
        for _ in range(int(chance.integers(3, 5))):
            seconds, base = chance.uniform(0.6, 1.0), chance.uniform(400, 470)
            samples = int(seconds * SAMPLES_PER_SECOND)
            u = np.linspace(0, 1, samples, dtype=np.float32)
            pitch = (
                base
                * np.interp(u, [0, 0.2, 0.6, 1], [0.85, 1.2, 1.15, 0.8])
                * (1 + 0.02 * np.sin(2 * np.pi * 7 * u * seconds))
            )
            source = saw(pitch.astype(np.float32)) + chance.standard_normal(samples, np.float32) * np.float32(0.12)
            voice = resonances(source, (1050, 1900, 3600), (200, 300, 500), (1.0, 0.5, 0.5))
            parts.append((begins, np.asarray(voice * np.minimum(1, np.minimum(u / 0.1, (1 - u) / 0.3)), np.float32)))
            gasp = band(chance.standard_normal(7200, np.float32), 1200, 4500) * np.hanning(7200).astype(np.float32)
            parts.append((begins + seconds + 0.08, gasp * np.float32(0.06)))
            begins += seconds + 0.32
        return phrase(parts)

    return in_room(calls(span, 4.8, 5.0, call), 0.5, 0.12)


def scream(span: Span) -> Stereo:
    """A scream: high, and rough between 30 and 150 times a second, which is what alarms (Arnal et al., 2015)."""

    def call(chance: np.random.Generator) -> Mono:
        seconds, base = chance.uniform(1.0, 1.4), chance.uniform(850, 1050)
        samples = int(seconds * SAMPLES_PER_SECOND)
        u = np.linspace(0, 1, samples, dtype=np.float32)
        pitch = base * np.interp(u, [0, 0.12, 0.7, 1], [0.7, 1.2, 1.1, 0.7])
        source = saw(pitch.astype(np.float32)) * (1 - 0.5 * (0.5 + 0.5 * np.sin(2 * np.pi * 70 * u * seconds)))
        source += chance.standard_normal(samples, np.float32) * np.float32(0.3)
        voice = resonances(source.astype(np.float32), (1250, 2000, 3300), (250, 320, 500), (1.0, 0.7, 0.5))
        return np.asarray(voice * np.minimum(1, np.minimum(u / 0.05, (1 - u) / 0.25)), np.float32)

    return in_room(calls(span, 6.0, 2.0, call), 1.4, 0.3)


def snoring(span: Span) -> Stereo:
    """In with a rattle, out with a puff."""
    out = span.silence()
    for at, chance in span.beats(3.6, 3.4):
        samples = int(1.25 * SAMPLES_PER_SECOND)
        u = np.linspace(0, 1, samples, dtype=np.float32)
        rattle = np.maximum(0, np.sin(2 * np.pi * np.cumsum(28 + 14 * u) / SAMPLES_PER_SECOND)) ** 3
        noise = chance.standard_normal(samples, np.float32)
        snore = resonances((noise * rattle).astype(np.float32), (260, 720, 1500), (120, 220, 400), (1.0, 0.7, 0.4))
        add(
            out, at, placed((snore * np.maximum(0, np.sin(np.pi * u)) ** 0.7).astype(np.float32) * np.float32(2.0), 0.5)
        )
        puff = band(chance.standard_normal(samples, np.float32), 400, 2200) * (np.sin(np.pi * u) ** 2).astype(
            np.float32
        )
        add(out, at + int(1.75 * SAMPLES_PER_SECOND), placed(puff * np.float32(0.16), 0.5))
    return in_room(out, 0.5, 0.1)


def breathing(span: Span) -> Stereo:
    """Breath, in and out, near the ear."""
    out = span.silence()
    for at, chance in span.beats(2.3, 2.4):
        for begins, seconds, hertz, loud in ((0.0, 0.8, 1900.0, 0.8), (1.0, 1.0, 1150.0, 1.0)):
            samples = int(seconds * SAMPLES_PER_SECOND)
            noise = chance.standard_normal(samples, np.float32)
            air = resonances(noise, (hertz, hertz * 2.1), (hertz * 0.6, hertz), (1.0, 0.4)) + high(
                noise, 4500
            ) * np.float32(0.05)
            add(
                out,
                at + int(begins * SAMPLES_PER_SECOND),
                placed(air * (np.hanning(samples) * loud).astype(np.float32), 0.5),
            )
    return out


def bite(span: Span) -> Stereo:
    """A crisp bite, and chewing."""
    out = span.silence()
    for at, chance in span.beats(3.2, 3.0):
        for begins, loud, grains in ((0.0, 1.0, 26), (0.55, 0.35, 9), (0.95, 0.3, 8), (1.35, 0.22, 7), (1.75, 0.16, 6)):
            for late in chance.random(grains):
                crack = chance.standard_normal(600, np.float32) * swell(600, 0.0006, 0.003)
                since = int((begins + 0.13 * late) * SAMPLES_PER_SECOND)
                add(out, at + since, placed(band(crack, 900, 4500) * np.float32(loud * chance.uniform(0.2, 1.0)), 0.5))
    return out


#: What people whistle: degrees of a major scale, and how many beats each lasts.
_TUNES = (
    ((4, 1), (5, 1), (4, 1), (2, 1), (0, 2), (2, 1), (4, 3)),
    ((0, 1), (2, 1), (4, 2), (4, 1), (5, 1), (4, 2), (2, 2)),
    ((7, 1.5), (6, 0.5), (5, 1), (4, 1), (5, 1), (2, 1), (4, 3)),
)
_MAJOR = (0, 2, 4, 5, 7, 9, 11, 12)


def whistling(span: Span) -> Stereo:
    """Somebody who whistles a tune, over and over, with a rest between."""
    out = span.silence()
    chosen = span.second(0, "tune")
    tune, key, beat = _TUNES[int(chosen.integers(len(_TUNES)))], chosen.uniform(880, 1150), 0.3
    for at, chance in span.beats(sum(beats for _, beats in tune) * beat + 0.7, 5.0, "rounds"):
        begins = 0.0
        for degree, beats in tune:
            samples = int((beats * beat + 0.03) * SAMPLES_PER_SECOND)
            u = np.linspace(0, 1, samples, dtype=np.float32)
            slide = 1 - 0.04 * np.exp(-u * beats * beat / 0.025)
            vibrato = 1 + 0.006 * np.sin(2 * np.pi * 5.3 * u * beats * beat) * np.minimum(1, u * 3)
            hertz = key * 2 ** (_MAJOR[degree] / 12) * slide * vibrato
            turns = np.cumsum(hertz) / SAMPLES_PER_SECOND
            breath = band(chance.standard_normal(samples, np.float32), 1500, 5000) * np.float32(0.06)
            note = (np.sin(2 * np.pi * turns) + 0.06 * np.sin(4 * np.pi * turns) + breath).astype(np.float32)
            note *= np.minimum(1, np.minimum(u / 0.08, (1 - u) / 0.15)).astype(np.float32)
            add(out, at + int(begins * SAMPLES_PER_SECOND), placed(note * np.float32(0.3), 0.5))
            begins += beats * beat
    return in_room(out, 1.0, 0.2)
