"""Quotations: lift what is spoken out of a prompt, so that its words are not taken for the picture's."""

from __future__ import annotations

import re

from .tokens import CHARACTERS_MAX, QUOTE_CLOSE, QUOTE_OPEN

#: At most so many lines are spoken in a shot.
QUOTES_MAX = 12

#: A single quotation mark opens after a space or mark and closes before one, so that "don't" and "dogs'" stay.
_QUOTED = re.compile(r"\"([^\"\n]{1,600})\"|(?:(?<=[\s:,(])|^)'([^\n]{2,600}?)'(?=[\s.,;:!?)]|$)")

#: Spoken without quotation marks: "She says: We have to leave now." To the end of its sentence.
_SAID = re.compile(
    r"\b(?:says?|said|saying|whispers?|whispering|shouts?|shouting|yells?|murmurs?|murmuring|replies|asks?|exclaims?|speaks?|sings?|singing|announces)"
    r"(?:\s+(?:softly|quietly|loudly|calmly|slowly|excitedly|angrily|sadly|in [\w ]{2,24}))?\s*:\s*([A-Z][^.!?\n\ue000]{1,300}[.!?]?)"
)
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def lift(prompt: str) -> tuple[str, tuple[str, ...]]:
    """Return the prompt with each quotation replaced by its number in private-use brackets, and the quotations."""
    text = prompt[:CHARACTERS_MAX].replace(QUOTE_OPEN, " ").replace(QUOTE_CLOSE, " ").translate(_MARKS)
    quotes: list[str] = []

    def hold(words: str) -> str:
        words = " ".join(words.split())
        if not words or len(quotes) >= QUOTES_MAX:
            return " "
        quotes.append(words)
        #: The full stop inside the marks also ends the sentence around them.
        return f" {QUOTE_OPEN}{len(quotes) - 1}{QUOTE_CLOSE} "

    text = _QUOTED.sub(lambda match: hold(match.group(1) or match.group(2) or ""), text)
    text = _SAID.sub(lambda match: match.group()[: match.start(1) - match.start()] + hold(match.group(1)) + ".", text)
    return text, tuple(quotes)
