"""Quotations: lift what is spoken out of a prompt, so that its words are not taken for the picture's."""

from __future__ import annotations

import re

from .tokens import CHARACTERS_MAX, QUOTE_CLOSE, QUOTE_OPEN

#: At most so many lines are spoken in a shot.
QUOTES_MAX = 12

#: A single quotation mark opens after a space or mark and closes before one, so that "don't" and "dogs'" stay.
_QUOTED = re.compile(
    r"\"([^\"\n]{1,600})\"|(?:(?<=[\s:,(])|^)'(?!s\s)([^'\n]{1,600}(?:'\w[^'\n]{0,300}){0,8})'(?=[\s.,;:!?)]|$)"
)

#: Spoken without quotation marks: "She says: We have to leave now." To the end of its sentence.
_SAID = re.compile(
    r"\b(?:says?|said|saying|whispers?|whispering|shouts?|shouting|yells?|murmurs?|murmuring|replies|asks?|exclaims?"
    r"|speaks?|sings?|singing|announces)(?:\s+(?!that\b)[a-z'-]+,?){0,6}"
    rf"\s*:\s*([A-Z][^.!?\n{QUOTE_OPEN}]{{1,300}}[.!?]?)"
)

#: What follows a quotation that ended a sentence: a capital begins the next one.
_NEXT_SENTENCE = re.compile(r"\s+[A-Z]")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})


def lift(prompt: str) -> tuple[str, tuple[str, ...]]:
    """Return the prompt with each quotation replaced by its number in private-use brackets, and the quotations."""
    text = prompt[:CHARACTERS_MAX].replace(QUOTE_OPEN, " ").replace(QUOTE_CLOSE, " ").translate(_MARKS)
    quotes: list[str] = []

    def hold(words: str, ends: bool) -> str:
        words = " ".join(words.split())
        if not words or len(quotes) >= QUOTES_MAX:
            return " "
        quotes.append(words)
        mark = "." if ends and words[-1] in ".!?" else ""
        return f" {QUOTE_OPEN}{len(quotes) - 1}{QUOTE_CLOSE}{mark} "

    def quoted(match: re.Match[str]) -> str:
        return hold(match.group(1) or match.group(2) or "", _NEXT_SENTENCE.match(text, match.end()) is not None)

    def said(match: re.Match[str]) -> str:
        return match.group()[: match.start(1) - match.start()] + hold(match.group(1), True) + "."

    text = _QUOTED.sub(quoted, text)
    text = _SAID.sub(said, text)
    return text, tuple(quotes)
