"""Throats: sources, formants and the times between calls, of which the voices of animals are made."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from .filters import resonances
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed


def calls(
    span: Span, every_seconds: float, lasts_seconds: float, call: Callable[[np.random.Generator], Mono]
) -> Stereo:
    """A call every so often, never quite on the beat, from somewhere ahead."""
    out = span.silence()
    for at, chance in span.beats(every_seconds, lasts_seconds + every_seconds / 4):
        at += int(chance.uniform(-0.2, 0.2) * every_seconds * SAMPLES_PER_SECOND)
        pan, loud = chance.uniform(0.25, 0.75), chance.uniform(0.6, 1.0)
        add(out, at, placed(np.asarray(call(chance), np.float32) * np.float32(loud), pan))
    return out


def phrase(parts: Sequence[tuple[float, Mono]]) -> Mono:
    """Several sounds after one another, each at its second."""
    ends = [int(begins * SAMPLES_PER_SECOND) + sound.size for begins, sound in parts]
    out = np.zeros(max(ends), np.float32)
    for begins, sound in parts:
        add(out, int(begins * SAMPLES_PER_SECOND), sound)
    return out


def saw(pitch: Mono) -> Mono:
    return ((np.cumsum(pitch.astype(np.float64)) / SAMPLES_PER_SECOND % 1.0) * 2 - 1).astype(np.float32)


def buzz(first_hertz: float, last_hertz: float, samples: int) -> Mono:
    return saw(np.linspace(first_hertz, last_hertz, samples, dtype=np.float32))


def cry(
    first: float, top: float, last: float, seconds: float, formants: tuple[float, float], chance: np.random.Generator,
    breath: float = 0.1,
) -> Mono:  # fmt: skip
    """A cry whose pitch rises from `first` to `top` and falls to `last` hertz, through a throat of two formants."""
    samples = int(seconds * SAMPLES_PER_SECOND)
    t = np.linspace(0, 1, samples, dtype=np.float32)
    # Muscles bend, they do not draw corners.
    pitch = (last + (first - last) * (1 - t) ** 2 + 2.4 * (top - (first + last) / 2) * t * (1 - t) ** 1.3).astype(
        np.float32
    )
    source = saw(pitch) + chance.standard_normal(samples, np.float32) * np.float32(breath)
    voice = resonances(source, formants, (formants[0] * 0.25, formants[1] * 0.2), (1.0, 0.6))
    return np.asarray(voice * np.sin(np.pi / 2 * np.minimum(1, np.minimum(t / 0.12, (1 - t) / 0.4))) ** 2, np.float32)
