"""Pictographs: emoji as the words that Unicode names them by, so that they are read like words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from .lexicon import lexicon
from .tokens import plain, tokens

#: Symbols and pictographs of Unicode, with what joins and varies them.
_EMOJI = re.compile(
    "(?:[\u2600-\u27bf\u2b50\u2b55\U0001f1e6-\U0001faff][\ufe0e\ufe0f\u200d\u20e3\U0001f3fb-\U0001f3ff]*)+"
)
#: Joined to a man or a woman, these are what he or she is.
_TRADES = {
    "🚀": "astronaut", "🍳": "chef", "🌾": "farmer", "🔬": "scientist", "💻": "hacker", "🎨": "painter", "🚒": "firefighter", "🏫": "teacher",
    "🎓": "student", "🔧": "mechanic", "⚕": "doctor", "✈": "pilot", "🎤": "singer",
}  # fmt: skip
#: Where the name says something else than what is seen.
_NAMED = {
    "❄": "snow", "☀": "sun", "🌞": "sun", "☁": "clouds", "🌧": "rain", "⛈": "storm", "🌊": "waves", "⛰": "mountains", "🏔": "mountains", "🗻": "mountains",
    "🏖": "beach", "🏝": "tropical island", "🏜": "desert", "🏞": "park", "🏙": "city", "🌆": "city at dusk", "🌃": "city at night", "🌉": "bridge at night",
    "🌅": "sunrise over the sea", "🌄": "sunrise over mountains", "🌇": "sunset over the city", "🌌": "milky way", "🌙": "moon", "🌕": "full moon", "🌝": "moon",
    "⭐": "stars", "🌟": "stars", "✨": "sparkles", "🔥": "fire", "🌈": "rainbow", "⚡": "lightning", "🍂": "autumn leaves", "🍁": "autumn leaf", "🌴": "palm tree",
    "🎆": "fireworks", "🎇": "fireworks", "🏠": "house", "🏡": "house with a garden", "🚗": "car", "🏎": "race car", "🚲": "bicycle", "🏍": "motorcycle", "⛵": "sailboat",
    "🏃": "runner", "💃": "dancing woman", "🕺": "dancing man", "🏄": "surfer", "👨": "man", "👩": "woman", "🧑": "person", "👦": "boy", "👧": "girl", "👶": "baby",
    "👴": "old man", "👵": "old woman", "🤖": "robot", "👽": "alien", "👻": "ghost", "🎹": "piano", "🐦": "bird", "🐥": "chick", "🐻‍❄": "polar bear",
}  # fmt: skip
#: Where a word of place follows, so that it is not one more thing in a list.
_SCENES = frozenset(
    {"beach", "tropical island", "desert", "park", "city", "mountains", "city at dusk", "city at night"}
)


#: A sentence of more words than this says what it means; a picture takes part in it only after one of these.
_ADORNED = 3
_LEADING = frozenset(
    {"a", "an", "the", "my", "his", "her", "their", "of", "on", "in", "at", "with", "and", "to", "two", "three"}
)


def spelled(prompt: str) -> str:
    """The prompt with its emoji as words. Faces and signs, and what the words say already, only adorn: they go."""
    words = {word.lower() for word in re.findall(r"[^\W\d_]+", prompt)}

    def said(match: re.Match[str]) -> str:
        named = [name for part in _parts(match.group()) if (name := _name(part)) and name.split()[-1] not in words]
        before = prompt[: match.start()].rstrip()
        begins = not before or before[-1] in ".,!?:;"
        if len(words) > _ADORNED and not _leads(before):
            return " "
        counts = Counter(named)
        named = [name if counts[name] == 1 else f"{counts[name]} {name}" for name in counts]
        joined = ", ".join(named)
        if len(named) > 1 and begins:
            # A row of pictures without a sentence: what is seen, then where.
            things = [name for name in named if name not in _SCENES]
            places = [name for name in named if name in _SCENES]
            joined = ", ".join(things) + "".join(f" at the {name}" for name in places)
        return f" {joined} "

    return _EMOJI.sub(said, prompt)


def _leads(before: str) -> bool:
    """Does a phrase wait for its noun: "a", "in the", "a cute"?"""
    last = re.findall(r"[^\W\d_]+$", before)
    if not last:
        return False
    match = lexicon().match(tokens(plain(last[0])), 0)
    described = match is not None and match.first("trait", "colour", "scale", "plain", "mood") is not None
    return last[0].lower() in _LEADING or (described and match is not None and match.first("figure", "place") is None)


def _parts(run: str) -> list[str]:
    """The pictures of a run; those that are joined to one stay together."""
    parts: list[str] = []
    joined = False
    for sign in run:
        if sign == "\u200d":
            joined = True
        elif sign in "\ufe0e\ufe0f\u20e3" or "\U0001f3fb" <= sign <= "\U0001f3ff":
            continue
        elif joined and parts:
            parts[-1] += f"\u200d{sign}"
            joined = False
        else:
            parts.append(sign)
    return parts


def _name(picture: str) -> str:
    if picture in _NAMED:
        return _NAMED[picture]
    first, *others = picture.split("\u200d")
    trade = next((_TRADES[other] for other in others if other in _TRADES), None)
    if trade is not None:
        return f"{ {'👩': 'woman ', '👨': 'man '}.get(first, '') }{trade}".strip() if first in "👩👨🧑" else trade
    if first in _NAMED:
        return _NAMED[first]
    name = unicodedata.name(first, "").lower()
    if name.endswith(" face") and not name.startswith(_MIENS):
        return name.removesuffix(" face")
    if "face" in name or first < "\U0001f300" or any(word in name.split() for word in _SIGNS):
        return ""
    return name.removesuffix(" symbol").removesuffix(" building").removeprefix("slice of ").replace("-", " ")


#: Faces of people's moods, not of animals.
_MIENS = ("smiling", "grinning", "crying", "sleeping", "angry", "thinking", "kissing", "loudly", "pouting", "winking", "relieved", "confused", "worried",
          "neutral", "unamused", "pensive", "confounded", "disappointed", "fearful", "weary", "sleepy", "tired", "grimacing", "hushed", "astonished", "flushed",
          "dizzy", "slightly", "upside", "drooling", "lying", "nauseated", "sneezing", "partying", "pleading", "cold", "overheated", "hot", "clown", "nerd",
          "hugging", "rolling", "face", "shocked", "serious", "exploding", "melting", "saluting", "dotted", "shaking", "money", "zipper", "persevering")  # fmt: skip
_SIGNS = frozenset({"heart", "hearts", "mark", "sign", "button", "arrow", "hand", "hands", "thumbs", "symbol", "letter", "square", "circle", "regional",
                    "clapping", "fist", "eyes", "hundred", "modifier", "clapper", "movie"})  # fmt: skip
