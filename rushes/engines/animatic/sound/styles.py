"""Styles of music: eight moods and the kinds of music that prompts name, as keys, chords, patterns and instruments."""

from __future__ import annotations

from dataclasses import dataclass

#: Steps of a scale in semitones.
Scale = tuple[int, ...]

MAJOR: Scale = (0, 2, 4, 5, 7, 9, 11)
MINOR: Scale = (0, 2, 3, 5, 7, 8, 10)
LYDIAN: Scale = (0, 2, 4, 6, 7, 9, 11)
DORIAN: Scale = (0, 2, 3, 5, 7, 9, 10)
PHRYGIAN: Scale = (0, 1, 3, 5, 7, 8, 10)


@dataclass(frozen=True, slots=True)
class Style:
    scale: Scale
    beats_per_minute: float
    progressions: tuple[tuple[int, ...], ...]  #: roots of the chords, bar by bar, as degrees of the scale
    chords: str  #: instrument that holds the chord; "" for none
    figure: str  #: instrument that moves; "" for none
    pattern: tuple[int, ...]  #: what the figure plays in each half beat: chord note 0..4, -1 for a rest
    melody: str | None = None
    melody_share: float = 0.0  #: of bars that have melody
    bass: str = "piano"  #: "" for none
    bass_line: tuple[tuple[float, int, float], ...] = ((0.0, 0, 4.0),)  #: (beat, chord note, how many beats it is held)
    drums: tuple[tuple[str, tuple[float, ...], float], ...] = ()  #: (instrument, beats on which it is struck, gain)
    chord_size: int = 3
    chord_beats: tuple[tuple[float, float], ...] = ((0.0, 4.0),)  #: (beat, how many beats it is held)
    beats: int = 4  #: in a bar
    swing: float = 0.0  #: by so much of a beat the second half of each comes late
    octave: int = 0  #: of the figure
    gain: float = 1.0  #: brings all styles to about one loudness

    @property
    def dominant(self) -> int:
        """The degree whose chord leads home: V in major, the step below in minor, the one above in phrygian."""
        return 4 if self.scale in (MAJOR, LYDIAN) else 1 if self.scale == PHRYGIAN else 6


_FOUR, _EIGHTHS = (0.0, 1.0, 2.0, 3.0), tuple(half / 2 for half in range(8))
_ROCK = (("kick", (0.0, 2.0, 2.5), 0.9), ("snare", (1.0, 3.0), 0.7), ("hat", _EIGHTHS, 0.22))

#: By mood, for music that is asked for without a kind, or that a place would be still without.
MOODS: dict[str, Style] = {
    "calm": Style(LYDIAN, 66, ((0, 4, 1, 4), (0, 3, 0, 4)), "pad", "piano", (0, -1, 2, -1, 3, -1, 2, -1), "piano", 0.6, octave=1),
    "joyful": Style(MAJOR, 112, ((0, 4, 5, 3), (0, 3, 4, 4)), "strings", "piano", (0, 2, 3, 2, 1, 2, 3, 2), "celesta", 0.9, octave=1, gain=0.85),
    "tense": Style(PHRYGIAN, 96, ((0, 0, 1, 0), (0, 5, 1, 0)), "pad", "staccato", (0, 0, 0, 0, 0, 0, 1, 0), bass="strings", drums=(("drum", (0.0,), 0.36),), gain=1.6),
    "sad": Style(MINOR, 58, ((0, 5, 2, 6), (0, 3, 5, 4)), "strings", "piano", (0, -1, 2, -1, 1, -1, 2, -1), "piano", 0.7, octave=1),
    "epic": Style(MINOR, 88, ((0, 5, 2, 6), (0, 3, 5, 6)), "strings", "staccato", (0, 2, 1, 2, 0, 2, 1, 2), "brass", 0.8, bass="strings", drums=(("drum", (0.0,), 0.36), ("drum", (1.5, 2.0), 0.22))),
    "mysterious": Style(DORIAN, 60, ((0, 1, 0, 3), (0, 6, 3, 0)), "pad", "celesta", (3, -1, -1, 2, -1, -1, 4, -1), "celesta", 0.4, octave=1, gain=1.3),
    "romantic": Style(MAJOR, 72, ((0, 5, 1, 4), (3, 4, 2, 5)), "strings", "piano", (0, 1, 2, 3, 4, 3, 2, 1), "strings", 0.8, chord_size=4, octave=1),
    "playful": Style(MAJOR, 126, ((0, 3, 4, 0), (0, 5, 1, 4)), "pizzicato", "pizzicato", (0, -1, 2, 1, -1, 2, 0, -1), "celesta", 0.9, chord_beats=((1.0, 0.5), (3.0, 0.5)), octave=1),
}  # fmt: skip

#: Kinds of music that a prompt may name.
GENRES: dict[str, Style] = {
    "jazz": Style(
        MAJOR, 132, ((1, 4, 0, 5), (0, 5, 1, 4)), "rhodes", "", (), "saxophone", 0.85, "upright",
        ((0.0, 0, 1.0), (1.0, 1, 1.0), (2.0, 2, 1.0), (3.0, 1, 1.0)), (("ride", (0.0, 1.0, 1.5, 2.0, 3.0, 3.5), 0.2), ("hat", (1.0, 3.0), 0.2)),
        4, ((1.5, 1.0), (3.0, 0.6)), swing=0.17, gain=0.8),
    "lofi": Style(
        MAJOR, 78, ((1, 4, 0, 5), (3, 2, 1, 0)), "rhodes", "", (), "guitar", 0.6, "upright", ((0.0, 0, 1.4), (2.5, 0, 1.0)),
        (("kick", (0.0, 2.5), 0.8), ("snare", (1.0, 3.0), 0.4), ("hat", _EIGHTHS, 0.13)), 4, ((0.0, 2.3), (2.5, 1.4)), swing=0.12,
    ),
    "synthwave": Style(
        MINOR, 102, ((0, 5, 2, 6), (0, 3, 5, 6)), "saws", "lead", (0, 2, 3, 4, 3, 2, 3, 2), "lead", 0.5, "synth",
        tuple((half / 2, 0, 0.4) for half in range(8)), (("kick", _FOUR, 0.8), ("snare", (1.0, 3.0), 0.7), ("hat", (0.5, 1.5, 2.5, 3.5), 0.2)), octave=1,
    ),
    "dance": Style(
        MINOR, 124, ((0, 5, 2, 6), (0, 0, 5, 6)), "saws", "lead", (0, -1, 2, 0, -1, 3, 2, -1), None, 0.0, "synth",
        tuple((beat + 0.5, 0, 0.4) for beat in range(4)), (("kick", _FOUR, 1.0), ("snare", (1.0, 3.0), 0.4), ("hat", (0.5, 1.5, 2.5, 3.5), 0.3)),
        chord_beats=((0.5, 0.4), (1.5, 0.4), (2.5, 0.4), (3.0, 0.7)), octave=1, gain=0.85),
    "folk": Style(MAJOR, 100, ((0, 3, 0, 4), (0, 4, 5, 3)), "", "guitar", (0, 2, 1, 3, 2, 4, 3, 2), "harmonica", 0.5, "guitar", ((0.0, 0, 2.0), (2.0, 2, 2.0)), octave=1),
    "western": Style(DORIAN, 84, ((0, 0, 6, 0), (0, 3, 6, 0)), "", "guitar", (0, -1, 2, 3, -1, 2, 1, -1), "harmonica", 0.9, "upright", ((0.0, 0, 2.0), (2.0, 2, 2.0)), octave=1),
    "piano": Style(MAJOR, 76, ((0, 4, 5, 3), (0, 5, 3, 4)), "", "piano", (0, 2, 3, 2, 4, 2, 3, 2), "piano", 1.0, "piano"),
    "waltz": Style(
        MAJOR, 156, ((0, 0, 4, 4, 4, 4, 0, 0), (0, 5, 1, 4)), "strings", "", (), "strings", 1.0, "upright", ((0.0, 0, 1.5),),
        chord_beats=((1.0, 0.5), (2.0, 0.5)), beats=3, gain=1.35),
    "rock": Style(
        DORIAN, 124, ((0, 6, 3, 0), (0, 0, 2, 6)), "", "overdrive", (0, 0, 0, 0, 0, 0, 0, 0), "overdrive", 0.4, "synth",
        tuple((half / 2, 0, 0.45) for half in range(8)), _ROCK, gain=0.75),
    "drums": Style(
        MINOR, 112, ((0,),), "", "", (), None, 0.0, "",
        (), (("drum", (0.0, 1.5, 2.5), 0.6), ("tom", (0.5, 1.0, 2.0, 3.0, 3.25, 3.5), 0.5), ("hat", (0.25, 1.25, 2.25, 3.75), 0.1)), gain=0.8),
    "organ": Style(MAJOR, 66, ((0, 3, 4, 0), (0, 5, 3, 4)), "organ", "", (), "organ", 0.8, "organ", chord_size=4, gain=0.85),
    "musicbox": Style(MAJOR, 92, ((0, 3, 0, 4), (0, 4, 5, 3)), "", "celesta", (0, 2, 3, 2, 1, 2, 3, 2), "celesta", 1.0, "", (), octave=2, gain=1.35),
    "quartet": Style(MAJOR, 92, ((0, 4, 5, 3), (0, 3, 1, 4)), "strings", "staccato", (0, 1, 2, 1, 0, 1, 2, 1), "strings", 1.0, "strings", octave=1, gain=1.2),
    "choir": Style(LYDIAN, 60, ((0, 4, 1, 4), (0, 5, 3, 0)), "choir", "", (), "choir", 0.6, "choir", chord_size=4, gain=1.6),
}  # fmt: skip

STYLES: dict[str, Style] = {**MOODS, **GENRES}
