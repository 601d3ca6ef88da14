"""A voice without words: the rhythm, melody and colour of a line, mumbled through a throat of formants.

It does not pretend to be speech: nothing above a few kilohertz, no words to be understood. The line itself is shown as
a caption by the stage. Lines are mumbled where the extra `rushes[speech]` is missing, and in languages that it does not
speak.
"""

from __future__ import annotations

import math
import zlib
from dataclasses import dataclass

import numpy as np

from rushes.engines.animatic.plan import Line

from .filters import band, high, low, resonances
from .span import SAMPLES_PER_SECOND, Mono, add
from .syllables import Syllable, syllables

#: First three formants of the five vowels, hertz (after Peterson and Barney, J. Acoust. Soc. Am. 24, 1952; men).
_FORMANTS = {
    "a": (730.0, 1150.0, 2440.0), "e": (530.0, 1840.0, 2480.0), "i": (290.0, 2200.0, 2950.0),
    "o": (520.0, 900.0, 2410.0), "u": (320.0, 900.0, 2240.0),
}  # fmt: skip
_WIDTHS = (90.0, 120.0, 190.0)
_GAINS = (1.0, 0.55, 0.22)
#: Degrees of a major pentatonic on which a sung line moves.
_SUNG = (0, 2, 4, 7, 9, 7, 4, 2)
#: Root mean square while it speaks, before the mix; measured over so many samples, 20 ms, at a time.
_LEVEL, _FRAME = 0.087, 960


@dataclass(frozen=True, slots=True)
class _Timbre:
    hertz: float  #: of the speaking voice
    throat: float  #: scale of the formants: a shorter throat has higher ones
    breath: float  #: share of noise in the source
    melody: float  #: how far the pitch moves
    tremor: float = 0.0


_TIMBRES = {
    "woman": _Timbre(205, 1.16, 0.10, 1.0),
    "man": _Timbre(112, 1.0, 0.06, 0.8),
    "child": _Timbre(290, 1.34, 0.12, 1.3),
    "old": _Timbre(138, 1.02, 0.22, 0.9, tremor=0.035),
    "robot": _Timbre(120, 0.95, 0.0, 0.0),
    "neutral": _Timbre(155, 1.08, 0.08, 0.9),
}
_TONE_LEVELS = {"plain": 1.0, "whisper": 0.5, "shout": 1.5, "sing": 1.1, "murmur": 0.65}


def spoken(line: Line, seed: int) -> Mono:
    """The line mumbled, from its first syllable on; empty when it has no letters. The same line sounds the same."""
    parts = syllables(line)
    if not parts:
        return np.zeros(0, np.float32)
    timbre = _TIMBRES.get(line.voice, _TIMBRES["neutral"])
    chance = np.random.default_rng((seed & 0xFFFFFFFF, zlib.crc32(line.text.encode())))
    samples = int((parts[-1].starts + parts[-1].lasts + 0.12) * SAMPLES_PER_SECOND)
    source = _source(line, parts, timbre, samples, chance)
    out = np.zeros(samples, np.float32)
    overlap = int(0.03 * SAMPLES_PER_SECOND)
    for part in parts:
        first = max(0, int(part.starts * SAMPLES_PER_SECOND) - overlap)
        last = min(samples, int((part.starts + part.lasts) * SAMPLES_PER_SECOND) + overlap)
        out[first:last] += _vowel(source[first:last], part, timbre, line.tone)
        add(out, first, _consonant(part, chance))
    out = low(high(out, 110), 1500 if line.tone == "murmur" else 3200)
    if line.voice == "robot":
        out *= (0.6 + 0.4 * np.sign(np.sin(2 * np.pi * 52 * np.arange(samples) / SAMPLES_PER_SECOND))).astype(
            np.float32
        )
        out = low(out, 4000)
    return levelled(out, line.tone)


def sung_pitch(line: Line) -> int:
    """The first degree of the scale in which a line is sung, as a MIDI number, so that music can be in its key."""
    return round(69 + 12 * math.log2(_TIMBRES.get(line.voice, _TIMBRES["neutral"]).hertz / 440.0))


def levelled(voice: Mono, tone: str) -> Mono:
    """The voice as strong as its tone is, pauses not counted."""
    frames = voice[: voice.size // _FRAME * _FRAME].reshape(-1, _FRAME)
    power = np.asarray((high(frames.ravel(), 200, 1).reshape(frames.shape) ** 2).mean(axis=1), np.float64)
    # What is not within 25 dB of the loudest syllables is a pause (cf. ITU-T P.56); bass is felt, not understood.
    loud = power[power > 0.003 * np.quantile(power, 0.95)] if power.size else power
    heard = float(np.sqrt(loud.mean())) if loud.size else 1.0
    return voice * np.float32(_LEVEL * _TONE_LEVELS.get(tone, 1.0) / max(heard, 1e-6))


def _source(
    line: Line, parts: tuple[Syllable, ...], timbre: _Timbre, samples: int, chance: np.random.Generator
) -> Mono:
    """What the vocal cords give: pulses at the melody's pitch, and breath."""
    noise = band(chance.standard_normal(samples, np.float32), 300, 5000)
    if line.tone == "whisper":
        return noise
    at, hertz = [], []
    for number, part in enumerate(parts):
        middle = (part.starts + part.lasts * 0.4) * SAMPLES_PER_SECOND
        if line.tone == "sing":
            semitones = float(_SUNG[(number + int(chance.integers(2))) % len(_SUNG)])
        else:
            # The voice falls through a sentence, lifts on stress, and rises at the end of a question.
            semitones = 2.0 - 4.5 * part.sentence + (2.0 if part.stressed else 0.0) + chance.uniform(-0.8, 0.8)
            if part.question and part.sentence > 0.6:
                semitones += 9.0 * (part.sentence - 0.6) / 0.4
            semitones *= timbre.melody
        base = 440.0 * 2 ** ((sung_pitch(line) - 69) / 12) if line.tone == "sing" else timbre.hertz
        at.append(middle)
        hertz.append(base * (1.28 if line.tone == "shout" else 1.0) * 2 ** (semitones / 12))
    pitch = np.interp(np.arange(samples), at, hertz)
    t = np.arange(samples) / SAMPLES_PER_SECOND
    pitch *= 1 + 0.006 * np.sin(2 * np.pi * 5.1 * t) + timbre.tremor * np.sin(2 * np.pi * 6.3 * t)
    turns = np.cumsum(pitch) / SAMPLES_PER_SECOND
    pulses = low(((turns % 1.0) * 2 - 1).astype(np.float32), 2600 if line.tone == "shout" else 1100, 1)
    return pulses + noise * np.float32(timbre.breath)


def _vowel(source: Mono, part: Syllable, timbre: _Timbre, tone: str) -> Mono:
    formants = [hertz * timbre.throat for hertz in _FORMANTS[part.vowel]]
    gains = (_GAINS[0], _GAINS[1] * 1.6, _GAINS[2] * 1.8) if tone == "shout" else _GAINS
    voiced = resonances(source, formants, _WIDTHS, gains)
    u = np.linspace(0, 1, source.size, dtype=np.float32)
    shape = np.minimum(1, np.minimum(u / 0.22, (1 - u) / 0.38))
    return np.asarray(
        voiced * (shape * shape * (3 - 2 * shape) * np.float32(1.15 if part.stressed else 0.85)), np.float32
    )


def _consonant(part: Syllable, chance: np.random.Generator) -> Mono:
    """A puff before the vowel, where the spelling has one; quiet, so that it only marks the rhythm."""
    samples = int(0.06 * SAMPLES_PER_SECOND)
    noise = chance.standard_normal(samples, np.float32)
    if not set(part.onset) & set("sfzcxhtkp"):
        return np.zeros(0, np.float32)
    hiss = bool(set(part.onset) & set("sfzcx"))
    puff = band(noise, 2200, 4200) if hiss else band(noise, 900, 2600)
    return puff * np.hanning(samples).astype(np.float32) * np.float32(0.010 if hiss else 0.016)
