"""Lines: how a plan's lines of dialogue sound, in words where the extra `rushes[speech]` is there, else mumbled."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rushes.engines.animatic import speech
from rushes.engines.animatic.plan import Line, ShotPlan

from .filters import high, low
from .span import SAMPLES_PER_SECOND, Mono
from .syllables import mouth, syllables
from .voice import levelled, spoken
from .voice import sung_pitch as pitch_of

#: Words must be understood over rain and music, a mumble need not: times the level of a mumble, by tone.
_LEVELS = {"plain": 1.5, "whisper": 2.0, "shout": 1.25, "sing": 1.5, "murmur": 1.8}


@dataclass(frozen=True, eq=False)
class Heard:
    """A line at its level."""

    sound: Mono  #: from its first syllable on
    in_words: bool

    @property
    def seconds(self) -> float:
        return self.sound.size / SAMPLES_PER_SECOND


def heard(plan: ShotPlan) -> tuple[Heard, ...]:
    """Each line as it sounds; the same plan sounds the same."""
    return tuple(
        Heard(spoken(line, plan.seed), False) if delivery is None else Heard(_placed(delivery.samples, line), True)
        for line, delivery in zip(plan.lines, speech.deliveries(plan), strict=True)
    )


def _placed(voice: Mono, line: Line) -> Mono:
    # Somebody murmuring half turns away.
    voice = low(voice, 3400) if line.tone == "murmur" else voice
    return levelled(high(voice, 90), line.tone) * np.float32(_LEVELS[line.tone])


def sung_pitch(plan: ShotPlan) -> int | None:
    """The first degree of the scale of the plan's first sung line, as a MIDI number; None when nobody sings."""
    mumbled = (pitch_of(line) for line in plan.lines if line.tone == "sing" and syllables(line))
    return next(iter(speech.sung_pitches(plan)), None) or next(mumbled, None)


def mouths(plan: ShotPlan, subject: int) -> Callable[[float], float]:
    """How far the mouth of a subject is open at t seconds of the film, 0..1: in step with the voice that is heard.

    Nothing is spoken until the first question falls into one of the subject's lines.
    """
    own = [(number, line) for number, line in enumerate(plan.lines) if line.speaker == subject]

    def open_at(t: float) -> float:
        # What is spoken may last longer than planned, never into the next line.
        now = [number for number, line in own if 0 <= t - line.starts_seconds < speech.room_of(plan, number)]
        if not now:
            return 0.0
        spoken_words = speech.deliveries(plan)
        wide = 0.0
        for number in now:
            delivery, line = spoken_words[number], plan.lines[number]
            wide = max(wide, delivery.open_at(t - line.starts_seconds) if delivery else mouth(line, t))
        return wide

    return open_at


def told(plan: ShotPlan) -> str:
    """Who speaks the lines, for the metadata; empty when there are none."""
    if not plan.lines:
        return ""
    if not speech.is_installed():
        return f"lines are captions and mumbled; {speech.EXTRA} has them spoken"
    mumbled = [
        str(number) for number, line in enumerate(plan.lines, 1) if syllables(line) and not speech.is_english(line.text)
    ]
    return speech.NAME + (f"; not English and mumbled: line {', '.join(mumbled)}" if mumbled else "")
