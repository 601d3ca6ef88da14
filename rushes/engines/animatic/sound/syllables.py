"""Syllables: the rhythm of a line of dialogue, for the voice that mumbles it and the mouth that moves."""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass
from functools import lru_cache

from rushes.engines.animatic.plan import Line

#: Durations in units of a plain syllable.
_STRESSED, _PLAIN = 1.25, 0.9
_WORD_GAP, _COMMA, _STOP = 0.1, 0.7, 1.1
#: Nobody draws a plain syllable out longer than this, unless they sing.
_SYLLABLE_SECONDS_MAX = 0.24
_VOWELS = re.compile(r"[aeiouyäöüáéíóúàèìòùâêîôûåæø]+", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:.!?…—-]+")


@dataclass(frozen=True, slots=True)
class Syllable:
    starts: float  #: seconds from the start of the line
    lasts: float
    onset: str  #: the consonants before the vowel, lower case
    vowel: str  #: one of "aeiou"
    stressed: bool
    sentence: float  #: how far the sentence has come, 0..1
    question: bool


@lru_cache(maxsize=64)
def syllables(line: Line) -> tuple[Syllable, ...]:
    """The syllables of a line within its `lasts_seconds`; text without letters has none."""
    units: list[tuple[float, float, str, str, bool, int, bool]] = []
    at, sentence = 0.0, 0
    for token in _WORDS.findall(line.text):
        if not token[0].isalnum():
            stop = any(mark in token for mark in ".!?…")
            at += _STOP if stop else _COMMA
            sentence += stop
            continue
        for number, (onset, vowel) in enumerate(_parts(token.lower())):
            stressed = number == 0 and len(token) > 3
            length = _STRESSED if stressed else _PLAIN
            units.append((at, length, onset, vowel, stressed, sentence, False))
            at += length
        at += _WORD_GAP
    if not units:
        return ()
    spoken = units[-1][0] + units[-1][1]
    unit = line.lasts_seconds * 0.96 / spoken
    if line.tone != "sing":
        unit = min(unit, _SYLLABLE_SECONDS_MAX)
    asks = [mark == "?" for mark in re.findall(r"[.!?…]", line.text)]
    ends: dict[int, float] = {}
    begins: dict[int, float] = {}
    for start, length, _, _, _, of, _ in units:
        begins.setdefault(of, start)
        ends[of] = start + length
    return tuple(
        Syllable(
            start * unit, length * unit, onset, vowel, stressed,
            (start - begins[of]) / max(0.1, ends[of] - begins[of]),
            of < len(asks) and asks[of],
        )
        for start, length, onset, vowel, stressed, of, _ in units
    )  # fmt: skip


def _parts(word: str) -> list[tuple[str, str]]:
    """(consonants before, vowel) of each syllable of a word; scripts without our vowels get one per two letters."""
    groups = list(_VOWELS.finditer(word))
    if len(groups) > 1 and groups[-1].group() == "e" and groups[-1].end() == len(word):
        groups.pop()  # A final e is mostly silent in English.
    if not groups:
        return [("", "a")] * max(1, len(word) // 2)
    onsets = [word[: groups[0].start()]]
    onsets += [word[a.end() : b.start()] for a, b in itertools.pairwise(groups)]
    return [(onset, _nearest(group.group()[0])) for onset, group in zip(onsets, groups, strict=True)]


def _nearest(letter: str) -> str:
    for vowel, alike in {"a": "aäáàâåæ", "e": "eéèê", "i": "iyíìîü", "o": "oöóòôø", "u": "uúùû"}.items():
        if letter in alike:
            return vowel
    return "a"


def mouth(line: Line, t: float) -> float:
    """How far the speaker's mouth is open at t seconds of the film, 0..1: in step with the voice that is heard."""
    since = t - line.starts_seconds
    for syllable in syllables(line):
        if syllable.starts <= since < syllable.starts + syllable.lasts:
            wide = {"a": 1.0, "e": 0.7, "i": 0.5, "o": 0.8, "u": 0.45}[syllable.vowel]
            return float(wide * math.sin(math.pi * (since - syllable.starts) / syllable.lasts) ** 0.7)
    return 0.0
