"""The master: loudness and true peak of the finished sound.

Loudness after ITU-R BS.1770-4 at -16 LUFS (AES TD1008: streaming with speech); true peak at most -1 dBTP, measured by
four-fold oversampling as BS.1770-4 annex 2 says.
"""

from __future__ import annotations

import warnings

import numpy as np
import pyloudnorm
from numpy.typing import NDArray
from scipy import ndimage, signal

from .span import SAMPLES_PER_SECOND, Mono, Stereo

LOUDNESS_LUFS = -16.0
TRUE_PEAK_DBTP = -1.0

#: The limiter aims lower, because the AAC encoder that follows overshoots: by up to 2 dB on clicks (measured at 192 kbit/s).
_CEILING = 10 ** ((TRUE_PEAK_DBTP - 2.0) / 20)
_LOOK_AHEAD = 144  # 3 ms
_SOUND_SECONDS_MIN = 0.45  # one gating block of BS.1770 is 0.4 s


def loudness_lufs(sound: Stereo) -> float:
    """Integrated loudness; -inf for silence. A sound shorter than one gating block is measured repeated."""
    shortest = int(_SOUND_SECONDS_MIN * SAMPLES_PER_SECOND)
    if sound.shape[1] < shortest:
        sound = np.tile(sound, (1, -(-shortest // max(sound.shape[1], 1))))
    with warnings.catch_warnings():
        # Silence has no loudness: the meter takes the logarithm of zero and says so.
        warnings.simplefilter("ignore")
        loudness = float(pyloudnorm.Meter(SAMPLES_PER_SECOND).integrated_loudness(sound.T.astype(np.float64)))
    return loudness if np.isfinite(loudness) else float("-inf")


def true_peaks(sound: Stereo) -> Mono:
    """The largest size of the signal around each sample, between the samples too, over both channels."""
    fine = np.abs(signal.resample_poly(sound, 4, 1, axis=1).astype(np.float32)).max(axis=0)
    peaks: Mono = np.concatenate([fine, np.zeros(4, np.float32)])[: sound.shape[1] * 4].reshape(-1, 4).max(axis=1)
    return peaks


def true_peak_dbtp(sound: Stereo) -> float:
    return float(20 * np.log10(max(float(true_peaks(sound).max(initial=0.0)), 1e-9)))


def limited(sound: Stereo) -> Stereo:
    """The sound with its true peak under the ceiling; gain moves smoothly, 3 ms ahead of each peak."""
    peaks = true_peaks(sound)
    if peaks.max(initial=0.0) <= _CEILING:
        return sound
    out: Stereo = (sound * _turned_down(peaks)).astype(np.float32)
    over = float(true_peaks(out).max(initial=0.0)) / (_CEILING * 1.06)
    return out if over <= 1.0 else (out / np.float32(over)).astype(np.float32)


def _turned_down(peaks: Mono) -> Mono:
    """The limiter's gain for each sample, from the true peaks."""
    need = np.minimum(1.0, _CEILING / np.maximum(peaks, 1e-6))
    held = ndimage.minimum_filter1d(need, 2 * _LOOK_AHEAD + 1, mode="nearest")
    # The mean over one look-ahead of a minimum over two is never above what any sample needs.
    return np.asarray(ndimage.uniform_filter1d(held, _LOOK_AHEAD + 1, mode="nearest"), np.float32)


def gain_for(sound: Stereo, target_lufs: float = LOUDNESS_LUFS) -> float:
    """The gain that brings the limited sound to the target; 1 for silence.

    Limiting costs loudness when a sound is all peaks, so the gain is found in a few rounds.
    """
    loudness = loudness_lufs(sound)
    if loudness == float("-inf"):
        return 1.0
    gain = 10 ** ((target_lufs - loudness) / 20)
    peaks = true_peaks(sound)
    for _ in range(10):
        if peaks.max(initial=0.0) * gain <= _CEILING:
            break
        short = target_lufs - loudness_lufs(sound * (_turned_down(peaks * np.float32(gain)) * np.float32(gain)))
        if abs(short) < 0.3:
            break
        # What is added is mostly limited away again, so each round asks for more than is missing.
        gain *= 10 ** (1.4 * short / 20)
    return gain


def mastered(sound: Stereo, gain: float | NDArray[np.float32]) -> Stereo:
    return limited((sound * np.asarray(gain, np.float32)).astype(np.float32))
