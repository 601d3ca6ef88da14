"""Music by mood or kind: a key, a progression and a motif chosen by the seed, played bar by bar, and brought home.

Bar n of a film is always the same bar, whichever span is asked for; so an extension plays on. Where a film ends, the
music comes home to its first chord and lets it ring; what goes on after that end is not changed by it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from .filters import in_room
from .instruments import INSTRUMENTS
from .span import SAMPLES_PER_SECOND, Span, Stereo, add, placed
from .styles import GENRES, LYDIAN, MAJOR, MINOR, STYLES, Scale, Style

#: No note rings longer than this, seconds.
_RINGS = 6.0
#: The last chord has so long to ring, and a film shorter than this has none.
_HOME_SECONDS, _HOME_SECONDS_MAX, _FILM_SECONDS_MIN = 1.3, 2.9, 3.0
#: Moods that turn a kind of music to the minor, and how much slower or faster than its own it is then.
_DARK = frozenset({"sad", "tense", "epic", "mysterious"})
_PACES = {"sad": 0.86, "calm": 0.94, "romantic": 0.94, "mysterious": 0.92, "joyful": 1.05, "playful": 1.08, "epic": 1.0}

#: Rhythms of a melody: (beat, how many beats it lasts); those of three beats fit a waltz as well.
_RHYTHMS: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0, 1.5), (1.5, 0.5), (2, 1)), ((0, 1), (1, 0.5), (1.5, 0.5), (2, 1)), ((0, 2), (2, 1)), ((0.5, 0.5), (1, 1), (2, 1)),
    ((0, 0.5), (0.5, 0.5), (1, 1), (2, 0.5), (2.5, 0.5)), ((0, 1), (1, 1), (2, 1)),
)  # fmt: skip

#: (gain, pan) of each part.
_CHORDS, _FIGURE, _MELODY, _BASS = (0.30, 0.5), (0.42, 0.4), (0.5, 0.62), (0.27, 0.5)


@dataclass(frozen=True, slots=True)
class _Note:
    beat: float  #: within the bar
    pitch: int
    beats: float
    instrument: str
    gain: float
    pan: float


@dataclass(frozen=True, slots=True)
class _Motif:
    """What makes the bars of a melody belong together."""

    rhythm: tuple[tuple[float, float], ...]
    steps: tuple[int, ...]  #: of the scale, from the chord's root


def tempo(style: Style, seed: int, mood: str = "") -> float:
    """Seconds of a beat: a little different from film to film."""
    pace = _PACES.get(mood, 1.0) if style in GENRES.values() else 1.0
    return float(60 / (style.beats_per_minute * pace) * np.random.default_rng(seed).uniform(0.95, 1.05))


def music(span: Span, name: str, ends: Sequence[float] = (), mood: str = "", sung: int | None = None) -> Stereo:
    """The music of a span; the first bar begins with the film, and a cadence comes before each of `ends` (film seconds).

    `sung` is the first degree, as a MIDI number, of the major scale in which somebody sings: music is in its key then.
    """
    style = STYLES[name]
    beat_seconds = tempo(style, span.seed, mood)
    if name in GENRES and mood in _DARK and style.scale in (MAJOR, LYDIAN):
        style = replace(style, scale=MINOR)
    chance = np.random.default_rng(span.seed)
    chance.random()
    key = 48 + int(chance.integers(-4, 6))
    if sung is not None:
        # A minor key shares the notes of the major key a minor third above it.
        tonic = sung if style.scale[2] == 4 else sung - 3
        key = 44 + (tonic - 44) % 12
    progression = style.progressions[int(chance.integers(len(style.progressions)))]
    motif = _motif(chance)
    bar_seconds = beat_seconds * style.beats
    homes = {end: home for end in sorted({round(end, 3) for end in ends}) if (home := _home(end, bar_seconds, beat_seconds)) is not None}  # fmt: skip
    leading = {math.ceil(home / bar_seconds - 1e-6) - 1 for home in homes.values()}
    out = span.silence()

    def play(note: _Note, at_seconds: float) -> None:
        sound = INSTRUMENTS[note.instrument](note.pitch, round(note.beats * beat_seconds, 3))
        at = round(at_seconds * SAMPLES_PER_SECOND) - span.start
        if at + sound.size > 0 and at < span.samples:
            add(out, at, placed(sound * np.float32(note.gain), note.pan))

    first = max(0, math.floor((span.start / SAMPLES_PER_SECOND - _RINGS) / bar_seconds))
    for bar in range(first, math.ceil(span.end / SAMPLES_PER_SECOND / bar_seconds)):
        root = style.dominant if bar in leading and bar > 0 else progression[bar % len(progression)]
        for note in _bar(style, key, root, bar, motif, span.second(bar, "bar")):
            late = style.swing if note.beat % 1 == 0.5 else 0.0
            begins = bar * bar_seconds + (note.beat + late) * beat_seconds
            if not any(home - 1e-6 <= begins < end for end, home in homes.items()):
                play(note, begins)
    for end, home in homes.items():
        for note in _last(style, key, (end - home) / beat_seconds):
            play(note, home)
    return in_room(out * np.float32(style.gain), 2.2, 0.32)


def _home(end: float, bar_seconds: float, beat_seconds: float) -> float | None:
    """When the last chord of a film that ends at `end` is struck: at a bar if one begins there, else at a beat."""
    if end < _FILM_SECONDS_MIN:
        return None
    latest = end - _HOME_SECONDS
    bar = math.floor(latest / bar_seconds) * bar_seconds
    return bar if bar > 0 and end - bar <= _HOME_SECONDS_MAX else math.floor(latest / beat_seconds) * beat_seconds


def _last(style: Style, key: int, beats: float) -> Iterator[_Note]:
    """The chord at home, in every part that the style has."""
    # It is let go before the end, so that the room rings on and nothing is cut.
    held = max(0.5, 0.6 * beats)
    chord = [_pitch(style.scale, key, 2 * number) for number in range(3)]
    for number, pitch in enumerate(chord):
        if style.chords or style.figure:
            yield _Note(
                0.0,
                pitch + 12,
                held,
                style.chords or style.figure,
                _CHORDS[0] * (1.0 if style.chords else 1.3),
                0.38 + 0.12 * number,
            )
    if style.bass:
        yield _Note(0.0, chord[0] - 12, held, style.bass, _BASS[0] * 1.1, _BASS[1])
    if style.melody:
        yield _Note(0.0, chord[0] + 24, held, style.melody, _MELODY[0] * 0.8, _MELODY[1])
    for instrument, _, gain in style.drums[:1]:
        yield _Note(0.0, 33, 1.0, instrument, gain, 0.5)
    if any(instrument in ("kick", "hat", "ride") for instrument, _, _ in style.drums):
        yield _Note(0.0, 33, 1.0, "ride", 0.3, 0.5)


def _motif(chance: np.random.Generator) -> _Motif:
    rhythm = _RHYTHMS[int(chance.integers(len(_RHYTHMS)))]
    steps = [int(chance.choice([0, 2, 4]))]
    # Tunes go mostly by steps, and turn back after a leap.
    for _ in rhythm[1:]:
        step = int(chance.choice([-2, -1, -1, 1, 1, 2]))
        steps.append(max(-2, min(7, steps[-1] + (step if abs(steps[-1] - 3) < 4 else (-1 if steps[-1] > 3 else 1)))))
    return _Motif(rhythm, tuple(steps))


def _bar(style: Style, key: int, root: int, bar: int, motif: _Motif, chance: np.random.Generator) -> Iterator[_Note]:
    chord = [_pitch(style.scale, key, root + 2 * number) for number in range(5)]
    gain, pan = _CHORDS
    for number, pitch in enumerate(chord[: style.chord_size] if style.chords else ()):
        for beat, held in style.chord_beats:
            yield _Note(beat, pitch + 12, min(held, style.beats), style.chords, gain, pan + 0.12 * (number - 1))
    gain, pan = _FIGURE
    for half, number in enumerate(style.pattern):
        loud = chance.uniform(0.75, 1.0)
        if number >= 0 and style.figure:
            yield _Note(half / 2, chord[number] + 12 * style.octave, 0.5, style.figure, gain * loud, pan)
    for beat, number, held in style.bass_line if style.bass else ():
        yield _Note(beat, chord[number] - 12, min(held, style.beats), style.bass, *_BASS)
    for instrument, beats, loud in style.drums:
        for beat in beats:
            yield _Note(
                beat, 33, 0.5, instrument, loud * chance.uniform(0.85, 1.0), 0.5 if instrument != "hat" else 0.62
            )
    if style.melody is not None:
        yield from _melody(style, key, root, bar, motif, chance)


def _melody(style: Style, key: int, root: int, bar: int, motif: _Motif, chance: np.random.Generator) -> Iterator[_Note]:
    """The motif, on this bar's chord; every fourth bar it ends on a long note of the chord."""
    assert style.melody is not None, "only styles with a melody come here"
    gain, pan = _MELODY
    # A root far up is sung an octave lower, so that the tune stays in one voice.
    base = 7 + (root if root < 4 else root - 7)
    plays, turn = chance.random(), int(chance.choice([-1, 0, 0, 1]))
    if bar % 4 == 3:
        yield _Note(
            0.0,
            _pitch(style.scale, key, base + 2 * int(chance.integers(3))) + 12,
            style.beats - 0.5,
            style.melody,
            gain,
            pan,
        )
        return
    if plays > style.melody_share and bar % 4:
        return
    for number, ((beat, lasts), step) in enumerate(zip(motif.rhythm, motif.steps, strict=True)):
        # The first note of a bar is of the chord; the last one may turn another way than last time.
        step = 2 * round(step / 2) if number == 0 else step + turn * (number == len(motif.steps) - 1)
        yield _Note(
            float(beat),
            _pitch(style.scale, key, base + step) + 12,
            lasts,
            style.melody,
            gain * chance.uniform(0.8, 1.0),
            pan,
        )


def _pitch(scale: Scale, key: int, degree: int) -> int:
    octave, step = divmod(degree, len(scale))
    return key + 12 * octave + scale[step]
