"""Substances: what things are made of, by the words before or after their noun: "a wooden robot", "a car of glass"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.substance import MADE_OF, STILL

from . import casting, nouns
from .mentions import PERSON_RIGS

#: Substance -> what says it before a noun, and after "made of".
_WORDS: dict[str, tuple[str, str]] = {
    "wood": (r"wooden|carved wood(?:en)?", r"wood|timber|oak|bamboo|driftwood|planks"),
    "gold": (r"gold(?:en)?|gilded", r"gold"),
    "silver": (r"silver|chrome|platinum", r"silver|chrome"),
    "bronze": (r"bronze|copper|brass", r"bronze|copper|brass"),
    "iron": (r"iron|steel|metal(?:lic)?", r"iron|steel|metal|scrap metal"),
    "stone": (r"stone|granite|concrete", r"stone|rock|granite|concrete"),
    "marble": (r"marble|porcelain|ceramic", r"marble|porcelain|ceramic"),
    "rust": (r"rust(?:y|ed|ing)", r"rust"),
    "glass": (r"glass|transparent|see[- ]through", r"glass"),
    "ice": (r"ice|frozen ice", r"ice|frozen water"),
    "crystal": (r"crystal(?:line)?|diamond|gem(?:stone)?", r"crystals?|diamonds?|gems"),
    "neon": (r"neon", r"neon(?: light| tubes?)?"),
    "fur": (r"furry|fluffy|fuzzy|hairy|shaggy", r"fur|wool|hair"),
    "chocolate": (r"chocolate", r"chocolate"),
    "paper": (r"paper|origami|papier[- ]mache", r"paper|newspaper"),
    "cardboard": (r"cardboard", r"cardboard"),
}
#: Nouns of the director's own tables.
_NAMED = frozenset(word.strip() for row in nouns.RIG_WORDS.values() for word in row.split(","))
_BETWEEN = r"(?:[ -](?!of\b|with\b|in\b|on\b|and\b|a\b|an\b|the\b|by\b|at\b|under\b)[a-z]+){0,2}?"
#: What says a colour of what lives, and not what it is made of.
_COATS = frozenset({"gold", "silver", "bronze", "iron", "rust", "neon", "chocolate", "glass", "ice"})
#: Of these are likenesses of what lives, and they do not move.
_CARVED = frozenset({"stone", "marble"})
_AT_REST = frozenset({"stand", "sit", "lie", "look", "sleep"})
#: Words before "stone" and the like that have meanings of their own.
_SPARED = re.compile(r"\b(golden (?:hour|gate|retriever|eagle|light|leaves|hair|sun|wheat|field|age)|neon (?:sign|light|street|city)s?|ice cream|glass of)\b")  # fmt: skip
#: Nouns that only say what the next noun is made of; but a bridge or a wall of stone is scenery of its own.
_NOUNS = re.compile(
    r"\b(stone|crystal|diamond|ice|marble) (?!bridge|wall|arch|gate|house|path|tower|castle|circle|steps?|floor|cottage)([a-z]+)",
    re.IGNORECASE,
)
#: A statue of somebody is drawn as that somebody, of stone.
_STATUE = re.compile(r"\b(?:statue|sculpture|figurine|bust) of (an?|the) ((?:[a-z]+ )?)([a-z]+)\b", re.IGNORECASE)


def named(prompt: str, subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects, with a trait for those that the prompt says are made of something."""
    text = _SPARED.sub("", prompt.lower())
    return [_made(text, subject) for subject in subjects]


def _made(text: str, subject: Subject) -> Subject:
    words = subject.noun.lower().split()
    if subject.rig == casting.CARD or _is_meant(subject):
        return subject
    noun = rf"{re.escape(words[-1])}(?:s|es)?\b"
    lives = subject.rig in PERSON_RIGS or casting.kind(subject.rig) in ("legs", "wings", "swimmer")
    statue = re.search(rf"\b(?:(\w+) )?(?:statue|sculpture|figurine|bust) of (?:an?|the) (?:\w+ )?{noun}", text)
    if statue:
        said = next((name for name, (before, _) in _WORDS.items() if re.fullmatch(before, statue[1] or "")), "stone")
        return replace(subject, action="stand", travels=False, traits=(*subject.traits, STILL, MADE_OF + said)[:24])
    for name, (before, after) in _WORDS.items():
        made = re.search(rf"\b{noun}(?: that)?(?: is| are)?(?: all)? (?:made )?(?:entirely )?(?:out )?of (?:pure |solid |polished )?(?:{after})\b(?! \w+s\b)", text)  # fmt: skip
        called = re.search(rf"\b(?:{before}){_BETWEEN}[ -]{noun}", text)
        if made or (called and not (lives and name in _COATS)):
            if name == "fur" and (casting.kind(subject.rig) in ("legs", "wings") or subject.rig in PERSON_RIGS):
                return subject  # Coats are drawn by the breed.
            still = (STILL,) if lives and name in _CARVED and subject.action in _AT_REST else ()
            moves = subject.travels and not still
            return replace(subject, travels=moves, traits=(*subject.traits, *still, MADE_OF + name)[:24])
    return subject


def _is_meant(subject: Subject) -> bool:
    """Does the drawing mean just this noun with its substance: a crystal ball, a glass of milk?"""
    return (
        len(subject.noun.split()) > 1 and subject.rig.startswith("art:") and casting.found(subject.noun) == subject.rig
    )


def plain(prompt: str) -> str:
    """The prompt without nouns that only say what the next one is made of, so that no stones lie beside a stone bench."""

    def said(found: re.Match[str]) -> str:
        noun = found[2].lower()
        return found[0] if casting.drawing(f"{found[1].lower()} {noun}") or not casting.drawing(noun) else found[2]

    def stood(found: re.Match[str]) -> str:
        drawn = any(casting.drawing(word) or word in _NAMED for word in (found[3].lower(), found[2].strip().lower()))
        return f"{found[2]}{found[3]}" if drawn else found[0]

    return _NOUNS.sub(said, _STATUE.sub(stood, prompt))
