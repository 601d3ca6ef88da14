"""Pronunciation: an English line as the sounds that the voices know, which are IPA with a letter for each diphthong.

Words come from misaki's dictionaries (by hexgrad, Apache-2); endings are put on by rule; what is in no dictionary is read
by its spelling.
"""

from __future__ import annotations

import lzma
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from .numerals import in_words
from .spelling import spelled

DICTIONARIES = {accent: Path(__file__).with_name(f"words_{accent}.lzma") for accent in ("us", "gb")}
#: What a voice hears as a pause or a turn of melody.
_STOPS = ",.!?;:…—"
_TOKENS = re.compile(r"[A-Za-z]+(?:['.][A-Za-z]+)*'?|[,.!?;:…—]+")
_VOWELS = frozenset("AIOQWYaiuæɑɐɒɔəɛɜɪʊʌᵻ")
#: After these a word with two readings is most likely a verb, or a noun.
_BEFORE_VERB = frozenset(["to", "will", "can", "can't", "could", "couldn't", "would", "wouldn't", "should", "must", "may", "might", "i", "you", "we", "they", "don't", "didn't", "won't", "never", "let's", "please"])  # fmt: skip
#: Before these it is a verb, too.
_AFTER_VERB = frozenset(["it", "me", "him", "them", "us", "the", "my", "your"])
_BEFORE_NOUN = frozenset(
    ["the", "a", "an", "my", "your", "his", "her", "our", "their", "this", "that", "these", "some", "no", "of", "in"]
)
#: Words that change with what follows, or that are said otherwise than written alone: (before a consonant, before a vowel).
_TURNING = {"the": ("ðə", "ði"), "a": ("ɐ", "ɐ"), "an": ("ɐn", "ɐn"), "to": ("tə", "tʊ")}
_OWN = {"i": "ˌI", "miz": "mˈɪz", "o'clock": "əklˈɑk", "grr": "ɡˈɜɹ", "argh": "ˈɑɹɡ", "shh": "ʃː", "hmm": "hˈʌm", "brr": "bˈɜɹ", "psst": "pˈɪst"}  # fmt: skip
#: Endings that are said as they are whatever they follow.
_SHORTENED = {"s'": "", "'ve": "əv", "'ll": "əl", "'d": "əd"}
#: American sounds as a British voice says them, for words that only the American side has. The order matters.
_BRITISH = (
    (r"[əɜ]ɹ(?![AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ə"), (r"([ˈˌ])əə?", r"\1ɜː"), (r"ɑɹ(?![AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɑː"), (r"ɔɹ(?![AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɔː"),
    (r"ɛɹ(?![AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɛː"), (r"ɪɹ(?![AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ])", "ɪə"), ("æ", "a"), ("O", "Q"), ("ɑ(?!ː)", "ɒ"), ("T", "t"), ("ᵻ", "ɪ"),
    (r"([ˈˌ][^AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ]*)([iu])", r"\1\2ː"),
)  # fmt: skip


def sounds(text: str, accent: str = "us") -> str:
    """The sounds of a line of English; empty when it has no word."""
    tokens = _TOKENS.findall(plain(text))
    said: list[str] = []
    after = ""  # the sounds that follow, for the words are read from the last to the first
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if not token[0].isalpha():
            after = "?" if "?" in token else "!" if "!" in token else token[0]
            said.append(after)
            continue
        before = tokens[number - 1].lower() if number else ""
        following = tokens[number + 1].lower() if number + 1 < len(tokens) else ""
        after = word(token, _kind(before, following), after, accent)
        said.append(" " + after)
    line = "".join(reversed(said)).strip()
    return line if any(sound not in _STOPS + " " for sound in line) else ""


def plain(text: str) -> str:
    """Straight apostrophes, no accents, numbers in words, dashes as pauses."""
    text = text.replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s+[-–—]+\s+|--+|[–—]", " — ", in_words(text)).replace("...", "…").replace("-", " ")
    return "".join(letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter))


def _kind(before: str, following: str) -> str:
    """What a word between two others most likely is, as the dictionaries say it; empty: who knows."""
    if before in _BEFORE_NOUN:
        return "NOUN"
    if before in _BEFORE_VERB or following in _AFTER_VERB:
        return "VERB"
    return "None" if not following or following[0] in _STOPS else ""


def word(token: str, kind: str = "", after: str = "", accent: str = "us") -> str:
    """The sounds of one word; `kind`: of use in its sentence, `after`: the sounds that follow."""
    # A drawn-out "noooo" is a no.
    drawn = re.sub(r"(.)\1{2,}", r"\1\1", token)
    token = drawn if drawn == token or is_known(drawn) else re.sub(r"(.)\1{2,}", r"\1", token)
    small = token.lower()
    if small in _TURNING:
        first = after.lstrip("ˈˌ ")[:1]
        return _TURNING[small][first in _VOWELS]
    if small in _OWN:
        return _OWN[small]
    found = _known(token, kind, accent) or _ended(small, kind, accent)
    if not found and accent == "gb":
        return british(word(token, kind, after, "us"))
    found = found or _compound(small, accent) or _letters(token, accent) or spelled(small)
    # What is written in capitals is stressed.
    return found.replace("ˌ", "ˈ", 1) if token.isupper() and len(token) > 1 and "ˈ" not in found else found


def british(american: str) -> str:
    for of, to in _BRITISH:
        american = re.sub(of, to, american)
    return american


def is_known(token: str) -> bool:
    """Whether a dictionary has the word, with any ending."""
    small = token.lower()
    return small in _TURNING or small in _OWN or bool(_known(token, "", "us") or _ended(small, "", "us"))


@lru_cache(maxsize=2)
def _dictionary(accent: str) -> bytes:
    """Unpacked it is a text in which words are found as they are: faster to read than a table is to build."""
    return lzma.decompress(DICTIONARIES[accent].read_bytes())


def is_word(written: str) -> bool:
    """Does the American dictionary have it, as written?"""
    return bool(_entry(written, "us"))


@lru_cache(maxsize=1024)
def _entry(written: str, accent: str) -> tuple[str, ...]:
    whole = _dictionary(accent)
    at = whole.find(b"\n" + written.encode() + b"\t")
    if at < 0:
        return ()
    return tuple(whole[at + 1 : whole.index(b"\n", at + 1)].decode().split("\t")[1:])


def _known(written: str, kind: str, accent: str) -> str:
    small = written.lower()
    for form in dict.fromkeys((written if written[1:].islower() else small, small, small.capitalize(), written)):
        entry = _entry(form, accent)
        if entry:
            return next((other.partition("=")[2] for other in entry[1:] if other.startswith(f"{kind}=")), entry[0])
    return ""


def _ended(small: str, kind: str, accent: str) -> str:
    """A known word with an ending of English: -s, -'s, -ed, -ing, -in', -'ve, -'ll, -'d."""
    weak = "ᵻ" if accent == "us" else "ɪ"
    for ending, stems in (
        ("'s", (small[:-2],)),
        ("s'", (small[:-1],)),
        ("'ve", (small[:-3],)), ("'ll", (small[:-3],)), ("'d", (small[:-2],)),
        ("s", (small[:-1], small[:-2] if small.endswith("es") else "", small[:-3] + "y" if small.endswith("ies") else "")),
        ("ed", (small[:-1], small[:-2], small[:-3], small[:-3] + "y" if small.endswith("ied") else "")),
        ("ing", (small[:-3], small[:-3] + "e", small[:-4])),
        ("in'", (small[:-3], small[:-3] + "e", small[:-4], small[:-1] + "g")),
    ):  # fmt: skip
        if not small.endswith(ending):
            continue
        stem = next((found for form in stems if len(form) > 1 and (found := _known(form, kind, accent))), "")
        if not stem:
            continue
        if ending in _SHORTENED:
            return stem + _SHORTENED[ending]
        if ending in ("ing", "in'"):
            return (
                stem[:-1] + "n"
                if stem.endswith("ŋ") and small[:-1] + "g" in stems
                else stem + ("ɪŋ" if ending == "ing" else "ɪn")
            )
        if ending == "ed":
            return stem + (weak + "d" if stem[-1] in "tdT" else "t" if stem[-1] in "pkfθʃsʧ" else "d")
        return stem + (weak + "z" if stem[-1] in "szʃʒʧʤ" else "s" if stem[-1] in "ptkfθ" else "z")
    return ""


def _compound(small: str, accent: str) -> str:
    """Two known words of at least four letters written as one: "moonlantern"."""
    for cut in range(len(small) - 4, 3, -1):
        first, last = _known(small[:cut], "", accent), _known(small[cut:], "", accent)
        if first and last:
            return first + last.replace("ˈ", "ˌ")
    return ""


def _letters(token: str, accent: str) -> str:
    """Letter by letter, what has dots, no vowel, or a few capitals: "U.F.O.", "FBI"."""
    bare = token.replace(".", "").replace("'", "")
    few = len(bare) < (5 if token.isupper() else 2)
    if not few and "." not in token and (re.search("[aeiouyAEIOUY]", bare) or len(bare) > 5):
        return ""
    named = [_entry(letter.upper(), accent) for letter in bare]
    if not named or not all(named):
        return ""
    # The last letter has the stress.
    return "".join(entry[0].replace("ˈ", "ˌ") for entry in named[:-1]) + named[-1][0]
