"""Spelling: a word that English does not have, one slip of the fingers away from one that the tables know."""

from __future__ import annotations

import difflib
import functools
import re
import string

from rushes.engines.animatic.library import nouns as library
from rushes.engines.animatic.speech import pronunciation

from .lexicon import lexicon
from .tokens import tokens

#: A slip is looked for in so many words at most; a prompt with more of them is not English.
_SLIPS_MAX = 24
#: A longer word is no slip.
_LETTERS_MAX = 20
#: Below this share of words that are English or mended, nothing is mended.
_ENGLISH_LEAST = 0.6
_LETTERS = string.ascii_lowercase
_WORD = re.compile(r"[^\W\d_]+")


def mended(text: str) -> tuple[str, dict[str, str]]:
    """The text with its slips put right, and what each was read as. Names, short words and doubtful ones stay."""
    found = {match.group() for match in _WORD.finditer(text)}
    strange = sorted(word for word in found if not _is_english(word.lower()))
    if not strange or len(strange) > _SLIPS_MAX:
        return text, {}
    starts = {match.group(1) for match in re.finditer(r"(?:^|[.!?\n]\s*)([^\W\d_]+)", text)}
    # A capital within a sentence begins a name.
    slips = {word: meant for word in strange if (word.islower() or word in starts) and (meant := _meant(word.lower()))}
    if not slips or 1 - (len(strange) - len(slips)) / len(found) < _ENGLISH_LEAST:
        return text, {}
    return _WORD.sub(lambda match: slips.get(match.group(), match.group()), text), slips


@functools.lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    """The one word that was most likely meant; the likelier slips first: letters in the wrong order, doubled, missing, wrong."""
    if not word.isascii() or not 3 <= len(word) <= _LETTERS_MAX:
        return None
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swapped = [a + b[1] + b[0] + b[2:] for a, b in splits if len(b) > 1]
    doubled = [a + b[1:] for a, b in splits if len(b) > 1 and b[0] == b[1]]
    kinds = [swapped, doubled]
    if len(word) > 4:
        kinds.append([a + letter + b for a, b in splits if a for letter in _LETTERS])
        kinds.append([a + b[1:] for a, b in splits if a and b])
    if len(word) > 5:
        kinds.append([a + letter + b[1:] for a, b in splits if a and b for letter in _LETTERS])
    for candidates in kinds:
        meant = {candidate for candidate in candidates if candidate != word and _is_known(candidate)}
        if meant:
            return meant.pop() if len(meant) == 1 else None
    if len(word) < 7:
        return None
    like = [
        known
        for known in _vocabulary()
        if known[0] == word[0] and known[-1] == word[-1] and abs(len(known) - len(word)) < 2
    ]
    return next(iter(difflib.get_close_matches(word, sorted(like), 1, 0.82)), None)


def _is_known(word: str) -> bool:
    return any(form in _vocabulary() for form in tokens(word)[0].forms)


@functools.lru_cache(maxsize=4096)
def _is_english(word: str) -> bool:
    forms = tokens(word)[0].forms
    return any(form in _vocabulary() or form in library.table() or _is_listed(form) for form in forms)


def _is_listed(word: str) -> bool:
    """Is it a word or a name?"""
    return pronunciation.is_word(word) or pronunciation.is_word(word.capitalize())


@functools.cache
def _vocabulary() -> frozenset[str]:
    """Every word of the tables' entries."""
    return frozenset(word for phrase in lexicon().phrases() for word in phrase.split() if len(word) > 1 or word == "a")


def is_noun(word: str) -> bool:
    """May a word that the tables lack be a noun, behind another one? Names and past tenses are not."""
    return word not in _PASTS and word.isascii() and pronunciation.is_word(word)


#: Verbs whose past says itself without an ending, and small words of place.
_PASTS = frozenset(
    ["shook", "struck", "burst", "broke", "began", "hung", "hid", "hit", "cut", "put", "let", "set", "shut",
     "split", "spread", "bent", "bound", "bled", "bred", "brought", "bought", "chose", "clung", "dug", "fed",
     "felt", "fled", "flung", "froze", "found", "gave", "got", "ground", "heard", "hurt", "knelt", "knew", "laid",
     "led", "left", "lent", "lost", "met", "paid", "rang", "read", "rose", "sank", "sent", "shot", "shrank", "slid",
     "slung", "sold", "sought", "spat", "sped", "spent", "sprang", "stole", "stuck", "stung", "stank", "swept",
     "swore", "taught", "thought", "thrust", "tore", "trod", "understood", "wound", "wrung", "beat", "became",
     "bit", "slit", "inside", "outside", "indoors", "outdoors", "upstairs", "downstairs", "nearby", "overhead",
     "underneath", "onward", "onwards", "how", "why", "anyway", "altogether", "please", "only", "else", "due",
     "per"]
)  # fmt: skip
