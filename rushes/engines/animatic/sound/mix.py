"""The mix: a plan's sounds, timed, placed, balanced and mastered."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.plan import ShotPlan
from rushes.errors import ValueNotAllowed

from . import catalog, foley, lines, master, places
from .filters import high, in_room
from .music import music
from .span import SAMPLES_PER_SECOND, Mono, Span, Stereo, add, placed
from .styles import STYLES

#: Filters and echoes are given this much film time before the first sample that is kept.
_WARM_UP = 3 * SAMPLES_PER_SECOND
_FADE_IN = int(0.03 * SAMPLES_PER_SECOND)
_FADE_OUT = int(0.05 * SAMPLES_PER_SECOND)

#: Balance. Beds and effects come at catalog.LEVEL_LUFS; the first bed leads, later ones lie under it.
_LATER_BED = 0.7
_FOLEY, _MUSIC, _MUSIC_ALONE = 0.36, 0.5, 0.5
#: Who dances treads to be light, and what sounds while music plays makes room for it.
_DANCED, _UNDER_MUSIC = 0.5, 0.5
#: Between calls and steps there is never nothing: air, so far below all else that it does not count as loudness.
_FLOOR = 0.03
_FITFUL = frozenset({"birds", "seagulls", "frogs", "bees", "whale"})
_INDOORS = frozenset({"room", "stage_hall", "kitchen", "office", "laboratory"})
#: Below this there is only what eats headroom.
_RUMBLE_HERTZ = 32.0
_VOICE = 1.0
#: An extension's own gain stays within this factor of its film's.
_GAIN_STEP_MAX = 2.0
#: Everything else makes room for a line: by a factor, from so many seconds before it until so many after.
_DUCKED, _DUCKED_FOR_WORDS = 0.38, 0.22
_DUCK_BEFORE, _DUCK_AFTER = 0.25, 0.5
#: Talk hides words as no other noise of its strength does, and gives way to them by a factor more.
_TALK = frozenset({"crowd", "cafe", "station", "airport", "laughter"})
_DUCKED_TALK = 0.7


def score(
    plan: ShotPlan, seconds: float, starts: float = 0.0, contacts: Mapping[int, Sequence[float]] | None = None
) -> NDArray[np.float32]:
    """The sound of a plan from `starts` seconds of its film on: shape (sample, channel), 2 channels at 48 kHz.

    `contacts` holds, per index into plan.subjects, when its feet touch down, in film seconds. Exactly
    round(seconds * 48000) samples; -16 LUFS, true peak below -1 dBTP; silence when the plan names no sound. Raises
    ValueNotAllowed for a sound that is not in the catalog and for a mood without music.
    """
    _check(plan)
    samples = round(seconds * SAMPLES_PER_SECOND)
    first = round(starts * SAMPLES_PER_SECOND)
    mixed = _mixed(plan, first, samples, contacts or {})
    if not mixed.any():
        return np.zeros((samples, 2), np.float32)
    sound = master.mastered(mixed, _gain(plan, mixed, first, contacts or {}))
    if first == 0:
        fade = min(_FADE_IN, samples)
        sound[:, :fade] *= np.linspace(0, 1, fade, dtype=np.float32)
    fade = min(_FADE_OUT, samples)
    sound[:, samples - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return np.ascontiguousarray(sound.T)


def _check(plan: ShotPlan) -> None:
    for name in plan.sounds:
        if name not in catalog.names():
            raise ValueNotAllowed(
                f"{name!r} is not a sound; use some of: {', '.join(catalog.names())}.", parameter="shotPlan.sounds"
            )
    if plan.music is not None and plan.music not in STYLES:
        raise ValueNotAllowed(
            f"{plan.music!r} is not a mood or kind of music; use one of: {', '.join(STYLES)}.",
            parameter="shotPlan.music",
        )


def _mixed(plan: ShotPlan, first: int, samples: int, contacts: Mapping[int, Sequence[float]]) -> Stereo:
    """Everything at its level, before loudness is set."""
    span = Span(first - _WARM_UP, samples + _WARM_UP, plan.seed)
    out = span.silence()
    beds = [name for name in dict.fromkeys(plan.sounds) if name in catalog.BEDS]
    for name in dict.fromkeys(plan.sounds):
        if name in catalog.FOLEY:
            out += _foley(plan, span, name, contacts)
            continue
        sound = catalog.BEDS.get(name) or catalog.EFFECTS[name]
        level = sound.gain * (_LATER_BED if name in beds[1:] else 1.0)
        level *= _UNDER_MUSIC if plan.music and name in beds else 1.0
        out += places.seen_at(plan, span, sound.of, sound.make(span.named(name))) * np.float32(level)
    if plan.sounds and not set(beds) - _FITFUL and plan.setting not in ("space", "underwater"):
        floor = catalog.BEDS["room" if plan.setting in _INDOORS else "breeze"]
        out += floor.make(span.named("floor")) * np.float32(floor.gain * _FLOOR)
    if plan.music is not None:
        ends = (plan.seconds, (first + samples) / SAMPLES_PER_SECOND)
        out += music(
            span.named(f"music {zlib.crc32(plan.prompt.encode())}"), plan.music, ends, plan.mood, lines.sung_pitch(plan)
        ) * np.float32(_MUSIC if plan.sounds else _MUSIC_ALONE)
    if plan.lines:
        out *= _ducking(plan, span)
        out += _voices(plan, span)
    return high(out, _RUMBLE_HERTZ)[:, _WARM_UP:]


def _foley(plan: ShotPlan, span: Span, name: str, contacts: Mapping[int, Sequence[float]]) -> Stereo:
    out = span.silence()
    ground = places.ground_of(plan) if name != "oars" else "water"
    if name == "hooves" and ground != "water":
        ground = "hooves" if ground in ("stone", "wood", "puddles") else "turf"
    for index, subject in enumerate(plan.subjects):
        if (name == "oars") != (subject.action == "sail"):
            continue
        if name == "footsteps" and "hooves" in plan.sounds and places.is_hoofed(subject):
            continue
        if name == "hooves" and not places.is_hoofed(subject):
            continue
        times = contacts.get(index) or places.usual_contacts(subject, span)
        pans = [places.pan_of(subject, time, plan.seconds) for time in times]
        weight = places.weight_of(subject) * (_DANCED if subject.action == "dance" else 1.0)
        out += foley.steps(
            span.named(f"{name} {index}"),
            times,
            ground,
            pans,
            weight,
            shod=name == "footsteps" and places.is_shod(subject),
        ) * np.float32(_FOLEY)
    return out


def _voices(plan: ShotPlan, span: Span) -> Stereo:
    out = span.silence()
    for line, heard in zip(plan.lines, lines.heard(plan), strict=True):
        at = round(line.starts_seconds * SAMPLES_PER_SECOND) - span.start
        voice = heard.sound
        if at + voice.size <= 0 or at >= span.samples:
            continue
        pan = 0.5
        if line.speaker is not None and line.speaker < len(plan.subjects):
            # A voice is placed half as far out as its speaker: words at one ear are tiring.
            pan = 0.5 + 0.5 * (places.pan_of(plan.subjects[line.speaker], line.starts_seconds, plan.seconds) - 0.5)
        add(out, at, placed(voice * np.float32(_VOICE), pan))
    seconds, wet = places.echo_of(plan)
    return in_room(out, seconds, wet) if wet else out


def _ducking(plan: ShotPlan, span: Span) -> Mono:
    """The gain of everything but the voices, over the span."""
    gain = np.ones(span.samples, np.float32)
    t = span.t
    for line, heard in zip(plan.lines, lines.heard(plan), strict=True):
        if not heard.seconds:
            continue
        ducked = _DUCKED_FOR_WORDS if heard.in_words else _DUCKED
        ducked *= 1.0 if _TALK.isdisjoint(plan.sounds) else _DUCKED_TALK
        edges = [0.0, _DUCK_BEFORE, _DUCK_BEFORE + heard.seconds, _DUCK_BEFORE + heard.seconds + _DUCK_AFTER]
        since = t - (line.starts_seconds - _DUCK_BEFORE)
        gain = np.minimum(gain, np.interp(since, edges, [1.0, ducked, ducked, 1.0]).astype(np.float32))
    return gain


def _gain(plan: ShotPlan, mixed: Stereo, first: int, contacts: Mapping[int, Sequence[float]]) -> NDArray[np.float32]:
    """The gain of each sample.

    A film has one gain. An extension begins and ends at the gain of the film that it extends, so that no seam is
    heard, and moves to its own in between when it would be too loud or too quiet.
    """
    own = master.gain_for(mixed)
    if first == 0:
        return np.full(mixed.shape[1], own, np.float32)
    begun = master.gain_for(_mixed(plan, 0, round(plan.seconds * SAMPLES_PER_SECOND), contacts))
    # A part in which little happens may stay quieter than the film it belongs to.
    own = float(np.clip(own, begun / _GAIN_STEP_MAX, begun * _GAIN_STEP_MAX))
    if abs(20 * np.log10(own / begun)) < 0.7:
        return np.full(mixed.shape[1], begun, np.float32)
    bend = min(2.0 * SAMPLES_PER_SECOND, mixed.shape[1] / 4)
    edges = [0.0, bend, mixed.shape[1] - bend, float(mixed.shape[1])]
    return np.interp(np.arange(mixed.shape[1]), edges, [begun, own, own, begun]).astype(np.float32)
