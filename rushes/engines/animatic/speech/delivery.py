"""Delivery: the lines of a plan as they are spoken: in the right voice and tone, in the time that there is."""

from __future__ import annotations

import math
import threading
import zlib
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import signal

from rushes.engines.animatic.plan import Line, ShotPlan

from . import casting, throat
from .kokoro import HERTZ, Kokoro, Samples, is_installed
from .language import is_english
from .pronunciation import sounds

#: Of the samples that are handed out: the film's own rate.
SAMPLES_PER_SECOND = 48000
#: The mouth is measured so often.
_MOUTH_PER_SECOND = 50
#: A line is spoken this much slower or faster to fill its slot; the faster bound is passed only where there is no room.
_PACES = (0.85, 1.2)
_PACE_MAX = 1.6
#: Seconds that a voice at its own pace takes for a sound and for a stop, the mean of twelve voices.
_SOUND_SECONDS, _STOP_SECONDS = 0.049, 0.16
#: Lines keep so far from each other and from the film's end.
_APART_SECONDS = 0.15
#: How a tone changes the pace.
_TONE_PACES = {"sing": 0.78, "whisper": 0.95, "shout": 1.03, "murmur": 0.96}
_SUNG_HERTZ = {"woman": 220.0, "man": 131.0}
_KEPT = 4


@dataclass(frozen=True, eq=False)
class Delivery:
    """One line, spoken."""

    samples: NDArray[np.float32]  #: mono at 48 kHz, from the first sound on; its level is the mix's business
    mouth: NDArray[np.float32]  #: how far it is open, 0..1, 50 times a second

    @property
    def seconds(self) -> float:
        return self.samples.size / SAMPLES_PER_SECOND

    def open_at(self, since: float) -> float:
        """How far the mouth is open so many seconds after the line began."""
        if since < 0 or since >= self.seconds:
            return 0.0
        place = since * _MOUTH_PER_SECOND
        low = min(int(place), self.mouth.size - 1)
        high = min(low + 1, self.mouth.size - 1)
        return float(self.mouth[low] + (self.mouth[high] - self.mouth[low]) * (place - low))


_lock = threading.Lock()
_known: OrderedDict[tuple[object, ...], tuple[Delivery | None, ...]] = OrderedDict()


def deliveries(plan: ShotPlan, go_on: Callable[[], None] = lambda: None) -> tuple[Delivery | None, ...]:
    """The plan's lines, spoken; None for one that is not put in words here. All are None without the extra.

    The first call speaks them all, which takes about as long as they last; others wait for it. `go_on` may raise to
    end that.
    """
    if not plan.lines or not is_installed():
        return (None,) * len(plan.lines)
    key = (plan.lines, plan.subjects, plan.prompt, plan.seed, plan.seconds)
    with _lock:
        if key not in _known:
            _known[key] = _spoken(plan, go_on)
            while len(_known) > _KEPT:
                _known.popitem(last=False)
        return _known[key]


def _spoken(plan: ShotPlan, go_on: Callable[[], None]) -> tuple[Delivery | None, ...]:
    cast = casting.parts(plan)
    texts = [
        sounds(line.text, part.accent) if is_english(line.text) else ""
        for line, part in zip(plan.lines, cast, strict=True)
    ]
    if not any(texts):
        return (None,) * len(texts)
    with Kokoro() as model:
        return tuple(
            _delivery(model, plan, number, part, text, go_on) if text else None
            for number, (part, text) in enumerate(zip(cast, texts, strict=True))
        )


def _delivery(
    model: Kokoro, plan: ShotPlan, number: int, part: casting.Part, text: str, go_on: Callable[[], None]
) -> Delivery | None:
    """None when nothing comes of it: a cough of a line."""
    line = plan.lines[number]
    room = room_of(plan, number)
    natural = part.pace * _TONE_PACES.get(line.tone, 1.0)
    expected = _SOUND_SECONDS * len(text) + _STOP_SECONDS * sum(text.count(stop) for stop in ",.!?;:…—")
    pace = natural * min(max(expected / natural / line.lasts_seconds, _PACES[0]), _PACES[1])
    said = model.speak(text, part.voice, pace / part.throat, go_on)
    if said.size < throat.WINDOW:
        return None
    took = said.size / HERTZ / part.throat
    if took > room:
        said = model.speak(text, part.voice, min(_PACE_MAX, pace * took / room * 1.02) / part.throat, go_on)
    chance = np.random.default_rng((plan.seed & 0xFFFFFFFF, zlib.crc32(line.text.encode())))
    voice = _toned(throat.resized(said, part.throat), line, part, chance)[: int(room * HERTZ)]
    fade = min(voice.size, int(0.05 * HERTZ))
    if voice.size == int(room * HERTZ):
        voice[voice.size - fade :] *= np.linspace(1, 0, fade, dtype=np.float32)
    return Delivery(
        np.asarray(signal.resample_poly(voice, SAMPLES_PER_SECOND // HERTZ, 1), np.float32),
        throat.strength(voice, _MOUTH_PER_SECOND),
    )


def room_of(plan: ShotPlan, number: int) -> float:
    """Seconds from a line's start to the next line, or to the film's end."""
    line = plan.lines[number]
    later = [other.starts_seconds for other in plan.lines if other.starts_seconds > line.starts_seconds]
    ends = plan.seconds if line.starts_seconds < plan.seconds else line.starts_seconds + line.lasts_seconds * 1.4
    return max(0.3, min([ends, *later]) - line.starts_seconds - _APART_SECONDS)


def _toned(voice: Samples, line: Line, part: casting.Part, chance: np.random.Generator) -> Samples:
    if part.tremor:
        voice = throat.trembling(voice, part.tremor)
    if line.tone == "whisper":
        return throat.whispered(voice, chance)
    if line.tone == "sing":
        return throat.sung(voice, 440.0 * 2 ** ((sung_pitch(part) - 69) / 12), _onsets(voice), chance)
    if part.machine:
        return throat.mechanical(voice, 98.0)
    if line.tone == "shout":
        return throat.pressed(voice)
    return voice


def sung_pitch(part: casting.Part) -> int:
    """The first degree of the scale in which a part sings, as a MIDI number, so that music can be in its key."""
    hertz = _SUNG_HERTZ["woman" if part.voice[1] == "f" else "man"] * part.throat
    return round(69 + 12 * math.log2(hertz / 440.0))


def sung_pitches(plan: ShotPlan) -> tuple[int, ...]:
    """`sung_pitch` of each line of a plan that is sung in words."""
    return tuple(
        sung_pitch(part)
        for line, part in zip(plan.lines, casting.parts(plan), strict=True)
        if line.tone == "sing" and is_installed() and is_english(line.text)
    )


def _onsets(voice: Samples) -> list[float]:
    """When syllables begin, seconds: where the mouth opens, at least a fifth of a second apart."""
    curve = throat.strength(voice, _MOUTH_PER_SECOND)
    found = [0.0]
    for at in range(1, curve.size - 1):
        rises = (
            curve[at] > curve[at - 1]
            and curve[at] > 0.35
            and curve[max(0, at - 5) : at].min(initial=1.0) < curve[at] - 0.12
        )
        if rises and at / _MOUTH_PER_SECOND - found[-1] > 0.2:
            found.append(at / _MOUTH_PER_SECOND)
    return found
