"""Music by mood: a key and a progression chosen by the seed, played bar by bar.

Bar n of a film is always the same bar, whichever span is asked for; so an extension plays on.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .filters import in_room
from .instruments import INSTRUMENTS
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed

_BEATS = 4  # in a bar
#: No note rings longer than this, seconds.
_RINGS = 6.0

_MAJOR, _MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)
_LYDIAN, _DORIAN, _PHRYGIAN = (0, 2, 4, 6, 7, 9, 11), (0, 2, 3, 5, 7, 9, 10), (0, 1, 3, 5, 7, 8, 10)


@dataclass(frozen=True, slots=True)
class Style:
    scale: tuple[int, ...]
    beats_per_minute: float
    progressions: tuple[tuple[int, ...], ...]  #: roots of the chords, bar by bar, as degrees of the scale
    chords: str  #: instrument that holds the chord
    figure: str  #: instrument that moves
    pattern: tuple[int, ...]  #: what the figure plays in each half beat: chord note 0..4, -1 for a rest
    melody: str | None = None
    melody_share: float = 0.0  #: of beats that have a note of melody
    bass: bool = True
    drums: tuple[int, ...] = ()  #: half beats on which the drum is struck
    chord_size: int = 3


STYLES: dict[str, Style] = {
    "calm": Style(_LYDIAN, 66, ((0, 4, 1, 4), (0, 3, 0, 4)), "pad", "piano", (0, -1, 2, -1, 3, -1, 2, -1), "piano", 0.3),
    "joyful": Style(_MAJOR, 112, ((0, 4, 5, 3), (0, 3, 4, 4)), "strings", "piano", (0, 2, 3, 2, 1, 2, 3, 2), "celesta", 0.55),
    "tense": Style(_PHRYGIAN, 96, ((0, 0, 1, 0), (0, 5, 1, 0)), "pad", "staccato", (0, 0, 0, 0, 0, 0, 1, 0), None, 0.0, True, (0,)),
    "sad": Style(_MINOR, 58, ((0, 5, 2, 6), (0, 3, 5, 4)), "strings", "piano", (0, -1, 2, -1, 1, -1, 2, -1), "piano", 0.3),
    "epic": Style(_MINOR, 88, ((0, 5, 2, 6), (0, 3, 5, 6)), "strings", "staccato", (0, 2, 1, 2, 0, 2, 1, 2), "strings", 0.25, True, (0, 3, 4)),
    "mysterious": Style(_DORIAN, 60, ((0, 1, 0, 3), (0, 6, 3, 0)), "pad", "celesta", (3, -1, -1, 2, -1, -1, 4, -1), "celesta", 0.15),
    "romantic": Style(_MAJOR, 72, ((0, 5, 1, 4), (3, 4, 2, 5)), "strings", "piano", (0, 1, 2, 3, 4, 3, 2, 1), "strings", 0.25, chord_size=4),
    "playful": Style(_MAJOR, 126, ((0, 3, 4, 0), (0, 5, 1, 4)), "pizzicato", "pizzicato", (0, -1, 2, 1, -1, 2, 0, -1), "celesta", 0.5),
}  # fmt: skip

#: (gain, pan) of each part.
_CHORDS, _FIGURE, _MELODY, _BASS, _DRUMS = (0.30, 0.5), (0.42, 0.4), (0.5, 0.62), (0.27, 0.5), (0.36, 0.5)


@dataclass(frozen=True, slots=True)
class _Note:
    beat: float  #: within the bar
    pitch: int
    beats: float
    instrument: str
    gain: float
    pan: float


def music(span: Span, mood: str) -> Stereo:
    """The music of a span; the first bar begins with the film."""
    style = STYLES[mood]
    # The tempo too is a little different from film to film.
    chance = np.random.default_rng(span.seed)
    beat_seconds = 60 / style.beats_per_minute * chance.uniform(0.95, 1.05)
    key = 48 + int(chance.integers(-4, 6))
    progression = style.progressions[int(chance.integers(len(style.progressions)))]
    bar_seconds = beat_seconds * _BEATS
    first = max(0, math.floor((span.start / SAMPLES_PER_SECOND - _RINGS) / bar_seconds))
    out = span.silence()
    for bar in range(first, math.ceil(span.end / SAMPLES_PER_SECOND / bar_seconds)):
        root = progression[bar % len(progression)]
        for note in _bar(style, key, root, bar, span.second(bar, "bar")):
            held = round(note.beats * beat_seconds, 3)
            sound = INSTRUMENTS[note.instrument](note.pitch, held)
            at = round((bar * bar_seconds + note.beat * beat_seconds) * SAMPLES_PER_SECOND) - span.start
            if at + sound.size > 0 and at < span.samples:
                add(out, at, placed(sound * np.float32(note.gain), note.pan))
    return in_room(out, 2.2, 0.32)


def _bar(style: Style, key: int, root: int, bar: int, chance: np.random.Generator) -> Iterator[_Note]:
    chord = [_pitch(style.scale, key, root + 2 * number) for number in range(5)]
    gain, pan = _CHORDS
    short = style.chords in ("pizzicato",)
    for number, pitch in enumerate(chord[: style.chord_size]):
        side = pan + 0.12 * (number - 1)
        for beat in (1.0, 3.0) if short else (0.0,):
            yield _Note(beat, pitch + 12, 0.5 if short else _BEATS, style.chords, gain, side)
    gain, pan = _FIGURE
    for half, number in enumerate(style.pattern):
        loud = chance.uniform(0.75, 1.0)
        if number >= 0:
            octave = 0 if style.figure == "staccato" else 12
            yield _Note(half / 2, chord[number] + octave, 0.5, style.figure, gain * loud, pan)
    if style.bass:
        yield _Note(0.0, chord[0] - 12, _BEATS, "strings" if style.figure == "staccato" else "piano", *_BASS)
    for half in style.drums:
        yield _Note(half / 2, 33, 0.5, "drum", _DRUMS[0] * (1.0 if half == 0 else 0.6), _DRUMS[1])
    if style.melody is not None:
        yield from _melody(style, chord, key, chance)


def _melody(style: Style, chord: list[int], key: int, chance: np.random.Generator) -> Iterator[_Note]:
    """Chord notes on the strong beats, steps of the scale between them."""
    assert style.melody is not None, "only styles with a melody come here"
    gain, pan = _MELODY
    degree = int(chance.integers(3))
    for beat in range(_BEATS):
        draw, step = chance.random(), int(chance.integers(-1, 2))
        pitch = chord[degree % 3] + 24 if beat % 2 == 0 else _pitch(style.scale, key, 7 + degree + step) + 12
        degree = abs(degree + step) % 5
        if draw < style.melody_share or (beat == 0 and draw < 0.8):
            yield _Note(float(beat), pitch, 1.5, style.melody, gain * (0.8 + 0.2 * draw), pan)


def _pitch(scale: tuple[int, ...], key: int, degree: int) -> int:
    octave, step = divmod(degree, len(scale))
    return key + 12 * octave + scale[step]
