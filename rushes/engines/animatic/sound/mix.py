"""The mix: a plan's sounds, timed, placed, balanced and mastered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.errors import ValueNotAllowed

from . import catalog, foley, master
from .span import SAMPLES_PER_SECOND, Span, Stereo

#: Filters and echoes are given this much film time before the first sample that is kept.
_WARM_UP = 2 * SAMPLES_PER_SECOND
_FADE_IN = int(0.03 * SAMPLES_PER_SECOND)
_FADE_OUT = int(0.05 * SAMPLES_PER_SECOND)
#: Contacts per second where no puppet says when its feet touch down.
_STEPS_PER_SECOND = {"walk": 1.9, "trot": 3.2, "run": 2.9, "dance": 2.4, "jump": 1.0}


def score(
    plan: ShotPlan, seconds: float, starts: float = 0.0, contacts: Mapping[int, Sequence[float]] | None = None
) -> NDArray[np.float32]:
    """The sound of a plan from `starts` seconds of its film on: shape (sample, channel), 2 channels at 48 kHz.

    `contacts` holds, per index into plan.subjects, when its feet touch down, in film seconds. Exactly
    round(seconds * 48000) samples; -16 LUFS, true peak below -1 dBTP; silence when the plan names no sound. Raises
    ValueNotAllowed for a sound that is not in the catalog.
    """
    unknown = [name for name in plan.sounds if name not in catalog.names()]
    if unknown:
        raise ValueNotAllowed(
            f"{unknown[0]!r} is not a sound; use some of: {', '.join(catalog.names())}.", parameter="shotPlan.sounds"
        )
    samples = round(seconds * SAMPLES_PER_SECOND)
    first = round(starts * SAMPLES_PER_SECOND)
    mixed = _mixed(plan, first, samples, contacts or {})
    if not mixed.any():
        return np.zeros((samples, 2), np.float32)
    gain = _gain(plan, mixed, first, contacts or {})
    sound = master.mastered(mixed, gain)
    if first == 0:
        fade = min(_FADE_IN, samples)
        sound[:, :fade] *= np.linspace(0, 1, fade, dtype=np.float32)
    fade = min(_FADE_OUT, samples)
    sound[:, samples - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return np.ascontiguousarray(sound.T)


def _mixed(plan: ShotPlan, first: int, samples: int, contacts: Mapping[int, Sequence[float]]) -> Stereo:
    """Everything at its level, before loudness is set."""
    span = Span(first - _WARM_UP, samples + _WARM_UP, plan.seed)
    out = span.silence()
    for name in dict.fromkeys(plan.sounds):
        if name in catalog.BEDS:
            bed = catalog.BEDS[name]
            out += bed.make(span.named(name)) * np.float32(bed.gain)
    if "footsteps" in plan.sounds:
        for index, subject in enumerate(plan.subjects):
            times = contacts.get(index) or _contacts(subject, span)
            pans = [pan_of(subject, time, plan.seconds) for time in times]
            out += foley.steps(span.named(f"steps {index}"), times, ground_of(plan), pans) * np.float32(0.3)
    return out[:, _WARM_UP:]


def _gain(plan: ShotPlan, mixed: Stereo, first: int, contacts: Mapping[int, Sequence[float]]) -> NDArray[np.float32]:
    """The gain of each sample.

    A film has one gain. An extension begins and ends at the gain of the film that it extends, so that no seam is
    heard, and moves to its own in between when it would be too loud or too quiet.
    """
    own = master.gain_for(mixed)
    if first == 0:
        return np.full(mixed.shape[1], own, np.float32)
    begun = master.gain_for(_mixed(plan, 0, round(plan.seconds * SAMPLES_PER_SECOND), contacts))
    if abs(20 * np.log10(own / begun)) < 0.7:
        return np.full(mixed.shape[1], begun, np.float32)
    bend = min(2.0 * SAMPLES_PER_SECOND, mixed.shape[1] / 4)
    edges = [0.0, bend, mixed.shape[1] - bend, float(mixed.shape[1])]
    return np.interp(np.arange(mixed.shape[1]), edges, [begun, own, own, begun]).astype(np.float32)


def pan_of(subject: Subject, t: float, seconds: float) -> float:
    """Where a subject is heard at t: 0 left .. 1 right; one that travels crosses its place at mid-shot."""
    x = subject.x
    if subject.travels and seconds > 0:
        x += subject.facing * 0.5 * (t / seconds - 0.5)
    return float(np.clip(0.15 + 0.7 * x, 0.05, 0.95))


def ground_of(plan: ShotPlan) -> str:
    """What the feet of this plan walk on."""
    if plan.setting in ("room", "stage_hall"):
        return "wood"
    if plan.weather == "snow" or plan.season == "winter":
        return "snow"
    if plan.setting in ("city", "street", "highway", "village", "wall"):
        return "puddles" if plan.weather in ("rain", "storm") else "stone"
    if plan.setting in ("desert", "beach", "planet"):
        return "sand"
    return "stone" if plan.setting == "mountains" else "grass"


def _contacts(subject: Subject, span: Span) -> list[float]:
    rate = _STEPS_PER_SECOND.get(subject.action)
    if rate is None:
        return []
    first, last = int(max(span.start, 0) / SAMPLES_PER_SECOND * rate), int(span.end / SAMPLES_PER_SECOND * rate)
    return [(number + 0.35) / rate for number in range(first, last + 1)]
