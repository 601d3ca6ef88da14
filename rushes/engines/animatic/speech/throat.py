"""Throat: what tones and kinds of speakers make of a voice: shorter or longer, whispering, singing, a machine's.

All sounds here are mono at the model's own rate, 24 kHz.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from .kokoro import HERTZ, Samples

#: 21 ms is short enough for consonants and long enough to tell harmonics apart.
WINDOW, _HOP = 512, 128
#: Quefrencies below this are the throat's, those above are the cords': 1.5 ms lies under the period of any voice here.
_THROAT_SAMPLES = 36
#: Degrees of a major pentatonic on which a sung line moves.
_SUNG = (0, 2, 4, 7, 9, 7, 4, 2)


def resized(voice: Samples, throat: float) -> Samples:
    """The voice of a throat shorter by `throat`: pitch and formants higher, and so much faster."""
    if throat == 1.0:
        return voice
    ratio = Fraction(throat).limit_denominator(60)
    return np.asarray(signal.resample_poly(voice, ratio.denominator, ratio.numerator), np.float32)


def trembling(voice: Samples, share: float) -> Samples:
    """Pitch and strength that shake some five times a second."""
    t = np.arange(voice.size) / HERTZ
    shake = np.sin(2 * np.pi * 5.3 * t) + 0.4 * np.sin(2 * np.pi * 7.9 * t + 1)
    # The place read from runs ahead and behind; its slope is the change of pitch.
    place = np.arange(voice.size) + share * HERTZ / (2 * np.pi * 5.3) * shake
    bent = np.interp(place, np.arange(voice.size), voice)
    return np.asarray(bent * (1 + 0.14 * np.sin(2 * np.pi * 5.3 * t + 2)), np.float32)


def whispered(voice: Samples, chance: np.random.Generator) -> Samples:
    """The throat's shape on breath alone."""
    noise = chance.standard_normal(voice.size).astype(np.float32)
    rows = _rows(noise) * _shape(_rows(voice))
    # Breath has no strong bass, and its consonants carry the words.
    rows *= np.interp(_hertz(), [0, 300, 1200, 5000, 12000], [0.12, 0.35, 1.0, 1.5, 1.2])[:, None]
    return _sound(rows, voice.size)


def mechanical(voice: Samples, hertz: float) -> Samples:
    """The throat's shape on the even hum of a machine."""
    return _sourced(voice, np.full(voice.size, hertz), np.random.default_rng(1), breath=0.12)


def sung(voice: Samples, hertz: float, onsets: Sequence[float], chance: np.random.Generator) -> Samples:
    """The throat's shape on a melody: one note of a pentatonic over `hertz` for each onset (seconds), with vibrato."""
    first = int(chance.integers(len(_SUNG)))
    notes = [hertz * 2 ** (_SUNG[(first + number) % len(_SUNG)] / 12) for number in range(len(onsets))]
    places = np.searchsorted(np.asarray(onsets[1:]) * HERTZ, np.arange(voice.size), side="right")
    pitch = np.asarray(notes, np.float64)[places]
    # Notes are reached in 40 ms.
    glide = signal.windows.hann(int(0.04 * HERTZ) * 2 + 1)
    pitch = signal.oaconvolve(np.pad(pitch, glide.size // 2, mode="edge"), glide / glide.sum(), mode="valid")
    t = np.arange(voice.size) / HERTZ
    return _sourced(voice, pitch * (1 + 0.010 * np.sin(2 * np.pi * 5.4 * t)), chance, breath=0.05)


def pressed(voice: Samples) -> Samples:
    """A voice with force: even in strength, bright, a little rough."""
    strength = np.sqrt(_smooth(voice**2, 0.03)) + 1e-4
    even = voice * (strength / strength.max()) ** -0.45
    bright = even - 0.55 * np.concatenate([even[:1], even[:-1]])
    return np.asarray(np.tanh(2.2 * bright / np.abs(bright).max()), np.float32)


def strength(voice: Samples, per_second: int) -> NDArray[np.float32]:
    """How strong the voice is, `per_second` times a second: 0 where it rests, 1 for its full vowels."""
    vowels = signal.sosfilt(signal.butter(2, (220, 2600), "band", fs=HERTZ, output="sos"), voice)
    power = np.sqrt(_smooth(np.asarray(vowels**2, np.float32), 0.035))
    at = (np.arange(int(voice.size / HERTZ * per_second) + 1) * (HERTZ / per_second)).astype(int)
    curve = power[np.minimum(at, power.size - 1)]
    full = float(np.quantile(curve, 0.9)) or 1.0
    return np.asarray(np.clip((curve / full - 0.06) / 0.94, 0, 1) ** 0.7, np.float32)


def _smooth(power: Samples, seconds: float) -> NDArray[np.float64]:
    window = signal.windows.hann(int(seconds * HERTZ) | 1)
    return np.asarray(np.maximum(signal.oaconvolve(power, window / window.sum(), mode="same"), 0.0), np.float64)


def _sourced(voice: Samples, pitch: NDArray[np.float64], chance: np.random.Generator, breath: float) -> Samples:
    """The throat's shape on pulses at a pitch, and on noise where the voice itself has none."""
    rows = _rows(voice)
    turns = np.cumsum(pitch) / HERTZ
    pulses = np.diff(np.floor(turns), prepend=0.0) * np.sqrt(HERTZ / pitch)
    noise = chance.standard_normal(voice.size)
    hertz = _hertz()
    power = np.abs(rows) ** 2
    # Vowels have their power below 1.5 kHz, hisses above 3 kHz.
    low, high = power[hertz < 1500].sum(axis=0), power[hertz > 3000].sum(axis=0)
    voiced = np.clip((low / (low + 2.5 * high + 1e-9) - 0.25) / 0.4, 0, 1)
    # Above 5 kHz even a vowel is more breath than tone.
    tone = voiced[None] * np.interp(hertz, [0, 3500, 6500], [1, 1, 0.35])[:, None]
    source = _rows(pulses.astype(np.float32)) * tone + _rows(noise.astype(np.float32)) * (1 - tone * (1 - breath))
    return _sound(source * _shape(rows), voice.size)


def _hertz() -> NDArray[np.float64]:
    return np.asarray(np.fft.rfftfreq(WINDOW, 1 / HERTZ), np.float64)


def _rows(sound: Samples) -> NDArray[np.complex64]:
    """Spectra, shape (frequency, time)."""
    return np.asarray(signal.stft(sound, HERTZ, nperseg=WINDOW, noverlap=WINDOW - _HOP)[2], np.complex64)


def _sound(rows: NDArray[np.complex64], samples: int) -> Samples:
    _, sound = signal.istft(rows, HERTZ, nperseg=WINDOW, noverlap=WINDOW - _HOP)
    return np.asarray(np.resize(sound, samples) if sound.size < samples else sound[:samples], np.float32)


def _shape(rows: NDArray[np.complex64]) -> NDArray[np.float32]:
    """The throat's gain, without the cords' harmonics: the cepstrum's first part (Noll, J. Acoust. Soc. Am. 41, 1967)."""
    logs = np.log(np.abs(rows) + 1e-6)
    cepstrum = np.fft.irfft(logs, axis=0)
    cepstrum[_THROAT_SAMPLES : WINDOW - _THROAT_SAMPLES + 1] = 0
    return np.asarray(np.exp(np.fft.rfft(cepstrum, axis=0).real), np.float32)
