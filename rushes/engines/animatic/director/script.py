"""Script: the spoken lines of a plan, with speakers, voices and times."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic.plan import Line, Subject
from rushes.engines.animatic.speech.casting import FEMALE, MALE

from .mentions import Reading

_WORDS_PER_SECOND = 2.6
#: Long words take longer.
_LETTERS_PER_SECOND = 14.0
_GAP_SECONDS = 0.35
#: A line takes this long beside its words.
_LEAD_SECONDS = 0.35
_FIRST_SECONDS = 0.7
_TAIL_SECONDS = 0.4
#: Speech may be hurried by this much; what still does not fit is cut at a word.
_HURRY_MAX = 1.5


def lines(
    reading: Reading, quotes: Sequence[str], subjects: Sequence[Subject], speakers: Sequence[int | None], seconds: float
) -> tuple[tuple[Line, ...], bool]:
    """Return the lines in order, timed within `seconds`, and whether words were cut. `speakers` maps the reading's figures to
    subjects."""
    spoken = [line for line in reading.spoken if line.quote < len(quotes)]
    if not spoken:
        return (), False
    texts = [_closed(quotes[line.quote]) for line in spoken]
    room = max(0.3, seconds - _FIRST_SECONDS - _TAIL_SECONDS)
    texts, cut = _fitted(texts, room)
    lengths = [_seconds(text) for text in texts]
    gaps = _GAP_SECONDS * (len(texts) - 1)
    pace = min(1.0, room / (sum(lengths) + gaps))
    found, at = [], min(_FIRST_SECONDS, seconds * 0.2)
    for line, text, length in zip(spoken, texts, lengths, strict=True):
        speaker = speakers[line.speaker] if line.speaker is not None and line.speaker < len(speakers) else None
        voice = _voice(subjects[speaker]) if speaker is not None else "neutral"
        lasts = round(max(0.05, length * pace), 3)
        found.append(Line(speaker, text, line.tone, voice, round(at, 3), lasts))
        at += lasts + _GAP_SECONDS * pace
    return tuple(found), cut


def _closed(text: str) -> str:
    """A line as it is spoken: the comma before "he says" becomes a full stop."""
    return text[:-1] + "." if text.endswith(",") else text[:590]


def _seconds(text: str) -> float:
    letters = sum(letter.isalnum() for letter in text)
    return _LEAD_SECONDS + max(len(text.split()) / _WORDS_PER_SECOND, letters / _LETTERS_PER_SECOND)


def _fitted(texts: list[str], room: float) -> tuple[list[str], bool]:
    """Cut words from the end until the rest can be spoken in time; every line keeps at least a word."""
    kept: list[str] = []
    left = room * _HURRY_MAX
    for number, text in enumerate(texts):
        words = text.split()
        later = (len(texts) - 1 - number) * (_seconds("a") + _GAP_SECONDS)
        most = max(1, int((left - later - _LEAD_SECONDS) * _WORDS_PER_SECOND))
        kept.append(text if len(words) <= most else " ".join(words[:most]).rstrip(",;:") + "…")
        left -= _seconds(kept[-1]) + _GAP_SECONDS
    return kept, kept != texts


def _voice(subject: Subject) -> str:
    said = {subject.noun, subject.rig, *subject.traits, *subject.noun.split()}
    if subject.rig == "robot":
        return "robot"
    if "old" in said or subject.rig == "elder":
        return "old"
    if subject.rig in ("child", "girl", "boy"):
        return "child"
    if said & FEMALE:
        return "woman"
    return "man" if said & MALE else "neutral"
