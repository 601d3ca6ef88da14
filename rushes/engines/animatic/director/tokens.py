"""Tokens: a text as words and marks, each with the forms under which the tables may know it."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

#: A prompt is read up to here; what the API admits is shorter.
CHARACTERS_MAX = 10_000
TOKENS_MAX = 2_500

#: Brackets around the number of a quotation that was lifted out of the text; private-use characters.
QUOTE_OPEN, QUOTE_CLOSE = "\ue000", "\ue001"

_TOKEN = re.compile(rf"{QUOTE_OPEN}\d+{QUOTE_CLOSE}|\d+(?:\.\d+)?[a-z]*|[^\W\d_]+(?:'[^\W\d_]+)?|[.,;:!?()\n]")

_PRONOUNS = frozenset({"it", "he", "she", "that", "there", "what", "who", "here", "where"})

_PLURALS = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "mice": "mouse", "geese": "goose",
    "feet": "foot", "teeth": "tooth", "wolves": "wolf", "leaves": "leaf", "calves": "calf", "knives": "knife",
    "elves": "elf", "thieves": "thief", "shelves": "shelf", "loaves": "loaf", "oxen": "ox", "octopi": "octopus",
    "cacti": "cactus", "fishermen": "fisherman", "firemen": "fireman", "policemen": "policeman", "snowmen": "snowman",
    "businessmen": "businessman", "kids": "kid", "folks": "folk",
}  # fmt: skip

_VERBS = {
    "ran": "run", "flew": "fly", "flown": "fly", "swam": "swim", "sat": "sit", "stood": "stand", "slept": "sleep",
    "ate": "eat", "eaten": "eat", "drove": "drive", "driven": "drive", "rode": "ride", "ridden": "ride",
    "fell": "fall", "fallen": "fall", "sang": "sing", "sung": "sing", "spoke": "speak", "said": "say",
    "told": "tell", "lay": "lie", "lying": "lie", "dying": "die", "grew": "grow", "grown": "grow", "spun": "spin",
    "held": "hold", "wore": "wear", "worn": "wear", "blew": "blow", "risen": "rise", "swung": "swing",
    "leapt": "leap", "crept": "creep", "took": "take", "taken": "take", "went": "go", "gone": "go", "came": "come",
    "saw": "see", "made": "make", "drank": "drink", "wept": "weep", "threw": "throw", "thrown": "throw",
    "caught": "catch", "lit": "light", "shone": "shine", "woke": "wake", "drew": "draw", "wrote": "write",
    "written": "write", "strode": "stride", "fought": "fight", "kept": "keep", "built": "build",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    text: str  #: lower case
    forms: tuple[str, ...]  #: as written first, then what it may be an inflection of
    plural: bool = False  #: may be a plural noun or a verb's third person
    ending: str = ""  #: "ing", "ed" or "": what kind of verb form it may be

    @property
    def is_mark(self) -> bool:
        return not (self.text[0].isalnum() or self.text[0] == QUOTE_OPEN)

    @property
    def quote(self) -> int | None:
        """The number of the quotation that stood here."""
        return int(self.text[1:-1]) if self.text[0] == QUOTE_OPEN else None


def plain(text: str) -> str:
    """Return text as the tables spell it: lower case, plain quotation marks and hyphens as spaces."""
    text = unicodedata.normalize("NFKC", text[:CHARACTERS_MAX]).lower()
    return _FLY.sub(r"\1 housefly", _AGE.sub(_aged, text.translate(_PLAIN)))


#: "A fly" is what flies, not what it does.
_FLY = re.compile(
    r"\b((?:a|the|one)(?: (?:big|little|tiny|small|single|black|annoying|giant|huge))?) fly\b(?! (?:fish|rod|by|over))"
)

#: "A 30 year old woman" is not old.
_AGE = re.compile(r"\b(\d{1,3}) years? olds?\b")
_OLD_YEARS, _LITTLE_YEARS = 65, 13


def _aged(match: re.Match[str]) -> str:
    years = int(match.group(1))
    return "old" if years >= _OLD_YEARS else "little" if years < _LITTLE_YEARS else ""


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "-": " ", "–": ",", "—": ",", "…": ".", "&": " and ", "/": " "}
)


def tokens(text: str) -> list[Token]:
    """Split a plain text. Never more than TOKENS_MAX, so that reading stays bounded."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word.endswith("'s"):
            found.append(_token(word[:-2]))
            # The owner's 's is a determiner of what follows; after a pronoun it is a verb.
            found.append(_token("is" if word[:-2] in _PRONOUNS else "s"))
        else:
            found.append(_token(word))
        if len(found) >= TOKENS_MAX:
            break
    return found


@functools.lru_cache(maxsize=4096)
def _token(word: str) -> Token:
    if word in _PLURALS:
        return Token(word, (word, _PLURALS[word]), plural=True)
    if word in _VERBS:
        return Token(word, (word, _VERBS[word]), ending="ing" if word.endswith("ing") else "ed")
    forms = [word]
    plural, ending = False, ""
    for many, one in (("women", "woman"), ("men", "man")):
        if word.endswith(many) and len(word) > len(many) + 3:
            # "businesswomen", "policemen"; a word like "specimen" only gets a form that no table has.
            return Token(word, (word, word[: -len(many)] + one), plural=True)
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        plural = True
        forms.append(word[:-1])
        if word.endswith("ies"):
            forms.append(word[:-3] + "y")
        elif word.endswith("es"):
            forms.append(word[:-2])
    elif len(word) > 4 and word.endswith("ing"):
        ending = "ing"
        forms += _stems(word[:-3])
    elif len(word) > 3 and word.endswith("ed"):
        ending = "ed"
        forms += _stems(word[:-2])
    return Token(word, tuple(forms), plural, ending)


def _stems(stem: str) -> list[str]:
    stems = [stem, stem + "e"]
    if len(stem) > 2 and stem[-1] == stem[-2]:
        stems.append(stem[:-1])
    if stem.endswith("i"):
        stems.append(stem[:-1] + "y")
    return stems
