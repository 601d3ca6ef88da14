"""Lexicon: every table as one look-up from phrase to senses; the longest phrase wins."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rushes.engines.animatic import artists
from rushes.engines.animatic.library import nouns as library

from . import adjectives, casting, lenses, looks, noises, nouns, places, skies, verbs
from .function_words import FUNCTION_WORDS, IGNORED_NOUNS, OTHER_NOUNS
from .tokens import Token, plain, tokens


class Sense(NamedTuple):
    kind: str  #: figure, place, time, weather, season, feature, act, colour, ...: what sort of thing it means
    value: str
    strong: bool = True  #: said outright; False is a hint that anything said outright overrules
    phrase: str = ""  #: the entry itself, base form


class Match(NamedTuple):
    length: int  #: in tokens
    senses: tuple[Sense, ...]
    plural: bool  #: its last word is an inflected plural (or third person)

    def first(self, *kinds: str) -> Sense | None:
        return next((sense for sense in self.senses if sense.kind in kinds), None)


def words(row: str) -> list[str]:
    """Split a row of a table: entries between commas."""
    return [entry for part in row.split(",") if (entry := " ".join(part.split()))]


class Lexicon:
    def __init__(self, senses: Iterable[tuple[str, Sense]]) -> None:
        self._phrases: dict[str, dict[tuple[str, ...], tuple[Sense, ...]]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for phrase, sense in senses:
            key = tuple(token.text for token in tokens(plain(phrase)))
            held = self._phrases.setdefault(key[0], {})
            if sense.kind != "figure" or all(other.kind != "figure" for other in held.get(key, ())):
                held[key] = (*held.get(key, ()), sense)
        for head, held in self._phrases.items():
            self._lengths[head] = tuple(sorted({len(key) for key in held}, reverse=True))

    def match(self, text: Sequence[Token], at: int) -> Match | None:
        """Return the longest entry that begins at a token, as written before any inflected reading of it."""
        best: Match | None = None
        for head in text[at].forms:
            for length in self._lengths.get(head, ()):
                if at + length > len(text) or (best and length <= best.length):
                    continue
                found = self._phrases[head].get((head, *(token.text for token in text[at + 1 : at + length])))
                inflected = head != text[at].text
                if found is None and length > 1:
                    for form in text[at + length - 1].forms[1:]:
                        key = (head, *(token.text for token in text[at + 1 : at + length - 1]), form)
                        if found := self._phrases[head].get(key):
                            inflected = True
                            break
                if found is not None and length == 1 and inflected and text[at].ending:
                    found = tuple(sense for sense in found if sense.kind in ("act", "holding")) or None
                if found is not None:
                    best = Match(length, found, inflected and text[at + length - 1].plural)
        following = text[at + 1].text if at + 1 < len(text) else ""
        if best is not None and text[at].text in _DEPICTIONS and following == "of":
            return Match(1, (Sense("ignored", text[at].text, True, text[at].text),), False)
        if best is not None and at > 2 and text[at].text in _DEPICTIONS and _speaks_of_itself(text, at):
            return Match(1, (Sense("ignored", text[at].text, True, text[at].text),), False)
        if text[at].text == "oranges":
            return Match(1, (Sense("figure", "orange", True, "orange"),), True)
        if text[at].text in _ALONE and _stands_alone(text, at):
            return Match(1, (Sense("figure", _ALONE[text[at].text], True, text[at].text),), False)
        drawn = _drawn(text, at, best.length if best else 0)
        if drawn is not None:
            return drawn
        if best is not None and best.length == 1 and best.first("act", "holding") is None and text[at].forms[1:]:
            return self._with_verb(best, text[at])
        return best

    def _with_verb(self, match: Match, token: Token) -> Match:
        """Add the verb that an inflected word may also be: "waves", "painting"."""
        for form in token.forms[1:]:
            found = self._phrases.get(form, {}).get((form,), ())
            verbs_found = tuple(sense for sense in found if sense.kind in ("act", "holding"))
            if verbs_found:
                return Match(1, match.senses + verbs_found, match.plural or token.plural)
        return match

    def phrases(self) -> list[str]:
        """Every entry, sorted."""
        return sorted({" ".join(key) for held in self._phrases.values() for key in held})


def _speaks_of_itself(text: Sequence[Token], at: int) -> bool:
    """ "The mood of the painting": what is drawn is meant, not a picture in it."""
    return text[at - 1].text in ("the", "this") and text[at - 2].text == "of" and text[at - 3].text in _MANNERS


def _stands_alone(text: Sequence[Token], at: int) -> bool:
    """Is a word that is mostly an adjective the noun itself: "an orange on a plate", "a remote"?"""
    before = text[at - 1].text if at else ""
    following = text[at + 1] if at + 1 < len(text) else None
    last = following is None or following.is_mark or following.text in _AFTER_NOUNS
    return last and (before in _ARTICLES or (bool(before) and before.isdigit()))


def _drawn(text: Sequence[Token], at: int, known: int) -> Match | None:
    """A noun of the library that is longer than the entry that begins here, of `known` tokens."""
    longest = library.WORDS_MAX if not library.compounds().isdisjoint(text[at].forms) else 1
    for length in range(min(longest, len(text) - at), known, -1):
        *first, last = text[at : at + length]
        if any(token.is_mark for token in first) or (length == 1 and last.ending):
            continue
        for form in last.forms:
            noun = " ".join([*(token.text for token in first), form])
            rig = library.table().get(noun)
            following = text[at + length].text if at + length < len(text) else ""
            if rig is not None and not (noun in _DEPICTIONS and following == "of"):
                return Match(length, (Sense("figure", rig, True, noun),), form != last.text and last.plural)
    return None


def _senses(
    kind: str, table: Mapping[str, str] | Mapping[int, str] | Mapping[float, str]
) -> Iterable[tuple[str, Sense]]:
    for value, row in table.items():
        for entry in words(row):
            phrase = entry.rstrip("?")
            yield phrase, Sense(kind, str(value), not entry.endswith("?"), phrase)


def _places() -> Iterable[tuple[str, Sense]]:
    """Phrases of place, with the hour, weather and season that a word inside them means: "night market"."""
    inner: dict[str, list[Sense]] = {}
    for kind, table in (("time", skies.TIME_WORDS), ("weather", skies.WEATHER_WORDS), ("season", skies.SEASON_WORDS)):
        for phrase, sense in _senses(kind, table):
            inner.setdefault(phrase, []).append(sense)
    hints = set(words(places.HINTS))
    hues = {
        phrase: Sense("palette", sense.value, True, phrase)
        for phrase, sense in _senses("colour", adjectives.COLOUR_WORDS)
    }
    for setting, row in places.SETTING_WORDS.items():
        for entry in words(row):
            phrase, _, scenery = entry.partition("+")
            yield phrase, Sense("place", setting, phrase not in hints, phrase)
            if scenery:
                yield phrase, Sense("feature", scenery, True, phrase)
            for word in phrase.split() if " " in phrase else ():
                for sense in inner.get(word, ()):
                    yield phrase, sense
                if setting == _PAINTED and word in hues:
                    yield phrase, hues[word]


#: The setting of which a phrase may say the colour: "on a white background".
_PAINTED = "backdrop"


@functools.cache
def lexicon() -> Lexicon:
    """The one lexicon, built on first use."""
    entries: list[tuple[str, Sense]] = []
    for kind, row in FUNCTION_WORDS.items():
        entries += [(word, Sense(kind, word, True, word)) for word in words(row)]
    taken = library.taken()
    entries += [
        (noun, Sense("figure", taken.get(noun, s.value), True, noun)) for noun, s in _senses("figure", nouns.RIG_WORDS)
    ]
    entries += _places()
    entries += _senses("time", skies.TIME_WORDS)
    entries += _senses("weather", skies.WEATHER_WORDS)
    entries += _senses("season", skies.SEASON_WORDS)
    entries += _senses("feature", skies.FEATURE_WORDS)
    entries += _senses("act", verbs.ACTION_WORDS)
    entries += [(word, Sense("holding", word, True, word)) for word in words(verbs.HOLDING)]
    entries += _senses("tone", verbs.TONE_WORDS)
    entries += _senses("colour", adjectives.COLOUR_WORDS)
    entries += _senses("palette", adjectives.PALETTE_WORDS)
    entries += _senses("scale", adjectives.SCALE_WORDS)
    entries += _senses("trait", adjectives.TRAIT_WORDS)
    entries += _senses("worn", adjectives.WORN_WORDS)
    entries += _senses("count", adjectives.COUNT_WORDS)
    entries += [(word, Sense("plain", word, True, word)) for word in words(adjectives.PLAIN_WORDS)]
    entries += _senses("size", lenses.SIZE_WORDS)
    entries += _senses("angle", lenses.ANGLE_WORDS)
    entries += _senses("focus", lenses.FOCUS_WORDS)
    entries += _senses("pace", lenses.PACE_WORDS)
    entries += _senses("move", lenses.MOVE_WORDS)
    entries += _senses("style", looks.STYLE_WORDS)
    entries += _senses("mood", looks.MOOD_WORDS)
    entries += _senses("sound", noises.SOUND_WORDS)
    entries += _senses("music", noises.MUSIC_WORDS)
    entries += [(word, Sense("ignored", word, True, word)) for word in words(IGNORED_NOUNS)]
    drawn = library.table()
    shown = {word for subject in artists.subjects().values() for word in subject.words}
    for word in set(words(OTHER_NOUNS)) - shown:
        entries.append(
            (word, Sense("figure", drawn[word], True, word) if word in drawn else Sense("other", word, True, word))
        )
    entries += [
        (word, Sense("figure", rig, True, word)) for word in words(_FURNITURE) if (rig := library.table().get(word))
    ]
    for name, subject in artists.subjects().items():
        entries += [(word, Sense("figure", name, True, word)) for word in subject.words]
    known = {phrase for phrase, _ in entries} | _SAID_OTHERWISE
    for word, rig in casting.words().items():
        spelled = " ".join(word.replace("-", " ").split())
        if spelled not in known and "_" not in spelled:
            entries.append((spelled, Sense("figure", taken.get(spelled, rig), True, word)))
    return Lexicon(entries)


#: Words that are adjectives before a noun, and a drawing where none follows.
_ALONE = {"orange": "orange", "remote": "remote_control"}
_ARTICLES = frozenset(
    {
        "a",
        "an",
        "the",
        "one",
        "this",
        "that",
        "big",
        "large",
        "small",
        "ripe",
        "fresh",
        "single",
        "giant",
        "round",
        "sliced",
    }
)
_AFTER_NOUNS = frozenset(
    ["on", "in", "next", "beside", "under", "behind", "near", "at", "by", "inside", "between", "with", "to", "is", "sits", "lies", "rolls", "lying", "sitting",
     "and", "or", "that", "from", "above", "below", "left", "right"]
)  # fmt: skip
#: What pictures have.
_MANNERS = frozenset(
    {
        "mood",
        "style",
        "tone",
        "colors",
        "colours",
        "palette",
        "atmosphere",
        "feel",
        "look",
        "theme",
        "composition",
        "feeling",
        "lighting",
    }
)
#: What shows something else: "a painting of a wave".
_DEPICTIONS = frozenset(
    {"painting", "portrait", "picture", "drawing", "photo", "sketch", "carving", "portrait painting"}
)
#: Furniture that tells a place and is drawn as well.
_FURNITURE = "sofa, couch, armchair, bed, settee, tornado, whirlwind, twister"
#: Words of the rigs that the grammar builds from parts.
_SAID_OTHERWISE = frozenset(
    {"old man", "old woman", "elderly man", "elderly woman", "adult", "people", "children", "balloons"}
)
