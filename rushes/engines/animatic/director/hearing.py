"""Hearing: what a prompt asks to hear that nothing here can sound like, so that the plan can say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .noises import HEARD, MUSIC_WORDS, ONLY_HEARD, SOUND_WORDS
from .tokens import plain, tokens

#: Where sounds are told of, up to the end of the sentence; what is said aloud is no sound of these.
_TOLD = re.compile(
    r"\b(?:audio|sfx|sounds?|sound effects?|ambien(?:t (?:noise|sounds?)|ce))\s*:\s*([^.\n\"\u201c]+)", re.IGNORECASE
)
_PARTS = re.compile(r",|;|\band\b|\bwith\b|\bover\b|\bas\b|\bthen\b|\bmixed\b|\bbut\b")
#: How something is heard, or where from, is not what is heard.
_IDLE = frozenset(
    """
    a an the of in on at to from for by his her its their some no any faint faintly soft softly distant gentle gently loud loudly
    quiet quietly low subtle light heavy deep background ambient ambience ambiance atmosphere atmospheric noise noises sound sounds
    effect effects audio sfx music distance nearby far away natural realistic cinematic slow fast warm dark eerie tense dramatic calm
    peaceful immersive only dialogue dialog voice voiceover narration speech none silence clear crisp rhythmic steady constant
    """.split()  # noqa: SIM905
)


@cache
def _heard() -> frozenset[str]:
    rows = (*SOUND_WORDS.values(), *MUSIC_WORDS.values())
    words = {" ".join(word.split()) for row in rows for word in row.split(",")}
    return frozenset(words | {*SOUND_WORDS, *ONLY_HEARD} | {name.replace("_", " ") for name in HEARD})


def _phrases(part: str) -> Iterator[str]:
    words = tokens(plain(part))
    for first in range(len(words)):
        for last in range(first + 1, min(len(words), first + 5) + 1):
            head = " ".join(token.text for token in words[first : last - 1])
            for form in words[last - 1].forms:
                yield f"{head} {form}".strip()


def unheard(prompt: str, understood: Iterable[str]) -> list[str]:
    """The things after "Audio:", "SFX:" and their like that no sound and no music stands for, as the prompt says them."""
    known, read, found = _heard(), {word.lower() for word in understood}, []
    for told in _TOLD.finditer(prompt):
        for part in _PARTS.split(told.group(1)):
            words = [word for word in re.findall(r"[\w\u2019'-]+", part) if word.lower() not in _IDLE]
            phrases = set(_phrases(part)) if words else set()
            # A mood of music, or somebody who speaks, has been understood in another way.
            if words and not phrases & known and not ("music" in part.lower() and phrases & read):
                found.append(" ".join(words)[:60])
    return list(dict.fromkeys(found))
