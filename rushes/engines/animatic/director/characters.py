"""Characters: adjectives that colour a room, as features of the plan: "a dusty old attic", "a dark bar"."""

from __future__ import annotations

from collections.abc import Sequence

from .tokens import Token

#: Feature -> words that bring it when they stand before a place.
_WORDS: dict[str, str] = {
    "dim": "dark dim dimly gloomy shadowy murky candlelit moody smoky darkened unlit",
    "bright": "bright sunny sunlit airy brightly sunlight spotless",
    "old": "old ancient vintage antique retro victorian dilapidated crumbling worn aged medieval decrepit ruined",
    "dusty": "dusty cobwebbed abandoned forgotten neglected",
    "haunted": "haunted spooky ghostly eerie creepy cursed",
    "cluttered": "messy cluttered untidy chaotic crowded crammed",
    "grand": "luxurious luxury opulent grand elegant ornate lavish fancy royal majestic upscale gilded",
    "rustic": "rustic wooden log country",
    "modern": "modern minimalist minimal sleek contemporary scandinavian stylish",
    "futuristic": "futuristic cyberpunk neon alien",
}
_OF = {word: name for name, row in _WORDS.items() for word in row.split()}
#: What a word says besides.
_ALSO = {"abandoned": "old"}
NAMES = frozenset(_WORDS)
#: The words of a phrase that may stand between an adjective and its noun end at these.
_ENDS = {"a", "an", "the", "this", "that", "his", "her", "their", "its", "my", "your", "our", "in", "at", "on", "inside", "into",
    "through", "of", "with", "and", "by", "from", "to", "near"}  # fmt: skip
_REACH = 4


def before(text: Sequence[Token], at: int) -> list[str]:
    """The features that the adjectives right before the noun at `at` bring."""
    found: list[str] = []
    for token in reversed(text[max(0, at - _REACH) : at]):
        if token.text in _ENDS:
            break
        name = _OF.get(token.text)
        if name is not None:
            found += [name, *([_ALSO[token.text]] if token.text in _ALSO else [])]
    return list(dict.fromkeys(found))
