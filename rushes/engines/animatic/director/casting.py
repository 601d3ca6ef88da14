"""Casting: from a noun to a drawing that exists, and what that drawing can do."""

from __future__ import annotations

import functools
import random
from collections.abc import Mapping

from rushes.engines.animatic import artists
from rushes.engines.animatic.library import nouns as library
from rushes.engines.animatic.library import puppetry
from rushes.engines.animatic.library.pieces import pieces
from rushes.engines.animatic.rigs.catalog import RIGS, info

from . import nouns, verbs
from .mentions import PERSON_RIGS, Figure

CARD = "card"

#: Drawings for a noun that says nothing of sex; the seed chooses.
_EITHER: dict[str, tuple[str, ...]] = {"human": ("woman", "man"), "child": ("girl", "boy")}
#: Rigs whose own row of the table says more than the last word of a noun: "space man".
_OWN = frozenset({"astronaut", "robot", "knight", "car"})
_GIRLS = frozenset({"girl", "little girl", "schoolgirl", "teenage girl", "daughter", "granddaughter", "niece"})
_BOYS = frozenset({"boy", "little boy", "schoolboy", "teenage boy", "son", "grandson", "nephew"})

#: How a piece of the library moves -> the kind of rig that it is.
_MOVERS = {
    "hop": "legs",
    "crawl": "legs",
    "swim": "swimmer",
    "roll": "wheels",
    "rock": "hull",
    "float": "aircraft",
}
CONTAINERS = puppetry.CONTAINERS
#: Containers in which small things are heaped, and those that bouquets stand in.
BOWLS = puppetry.BOWLS
_SMALL = frozenset(
    {"apple", "cup", "book", "clock", "cake", "gift", "teddy", "candle", "pumpkin", "crystal", "toaster", "blender", "microwave", "remote_control", "bottle", "tie", "orange", "hair_drier",
     "fork", "bowl", "vase", "bouquet", "computer_keyboard", "baseball_glove",
     "record_player", "chessboard", "headphones"}
)  # fmt: skip

#: Where the table knows better than the catalog's words.
_PREFERRED = {"mermaid": "woman", "warrior": "knight", "coach": "man"}


@functools.cache
def words() -> Mapping[str, str]:
    """Noun -> rig, as the rigs themselves say."""
    return {word: name for name, info in RIGS.items() for word in (*info.words, name) if name != CARD}


def rig_for(figure: Figure, chance: random.Random) -> str:
    """Return the rig that draws a figure: one that names its noun, else the table's, else the nearest that exists."""
    if info(figure.rig) is not None and figure.rig not in RIGS:
        return figure.rig
    wanted, named = figure.rig, words().get(figure.noun)
    if named is None and not (wanted in _OWN and figure.noun in nouns.RIG_WORDS[wanted]):
        named = words().get(figure.noun.split()[-1])
    draw = chance.random()  # Drawn for every figure, so that one noun's drawing does not move the others.
    if figure.noun in _PREFERRED and _PREFERRED[figure.noun] in RIGS:
        return _PREFERRED[figure.noun]
    if figure.noun == "balloon" and figure.colour is not None and "party_balloon" in RIGS:
        return "party_balloon"
    if figure.noun in _GIRLS | _BOYS:
        wanted = "girl" if figure.noun in _GIRLS else "boy"
        named = None
    if "old" in figure.traits and wanted in ("man", "woman", "human") and named in ("man", "woman", None):
        wanted, named = "elder", None
    if wanted in _EITHER and named in (None, "man", "woman", "girl", "boy"):
        choices = [rig for rig in _EITHER[wanted] if rig in RIGS]
        if choices:
            return choices[int(draw * len(choices))]
    if named is not None and not (wanted in ("woman", "man") and named in ("woman", "man")):
        return named
    for _ in range(4):
        if wanted in RIGS:
            return wanted
        wanted = nouns.FALLBACKS.get(wanted, CARD)
    return CARD


def kind(rig: str) -> str:
    """How a rig moves: legs, wings, swimmer, wheels, hull, aircraft, still, or a kind of its own."""
    if rig in verbs.KINDS:
        return verbs.KINDS[rig]
    drawn = puppetry.class_of(rig)
    if drawn is not None:
        return _MOVERS.get(drawn.moves, "still")
    if rig in PERSON_RIGS or rig in nouns.RIG_WORDS or rig not in RIGS:
        return "legs"
    actions = RIGS[rig].actions
    for action, name in (
        ("fly", "wings"),
        ("swim", "swimmer"),
        ("drive", "wheels"),
        ("sail", "hull"),
        ("walk", "legs"),
    ):
        if action in actions and not (action in ("fly", "swim") and "walk" in actions and name != "wings"):
            return name
    return "still"


def height_metres(rig: str) -> float:
    known = info(rig)
    return known.natural_height_metres if known else 1.0


def drawing(noun: str) -> str | None:
    """The rig or piece that draws just this noun."""
    return words().get(noun) or found(noun)


def pieces_of(*groups: str) -> frozenset[str]:
    """The rig ids of the library's pieces of some classes."""
    return frozenset(rig for rig, piece in pieces().items() if piece.group in groups)


def found(noun: str) -> str | None:
    """What draws a noun that the director's own tables lack: a rig or a piece of the library, by its meaning."""
    return library.table().get(noun)


def added(noun: str) -> str | None:
    """What an artist's file draws under just this noun or name."""
    return noun if noun in artists.subjects() else None


def is_small(rig: str) -> bool:
    """Is it put on a table, indoors?"""
    drawn = puppetry.class_of(rig)
    return drawn.is_small if drawn else rig in _SMALL


def able(rig: str, action: str) -> str:
    """The action, if a piece of the library can do it; other rigs find the nearest themselves."""
    drawn = puppetry.class_of(rig)
    return action if drawn is None or action in drawn.actions else "stand"


def is_light(rig: str) -> bool:
    """Is it a piece of the library that a hand can hold?"""
    drawn = puppetry.class_of(rig)
    return drawn is not None and (drawn.is_small or (drawn.moves == "stand" and height_metres(rig) < 1.0))


def homes(rig: str) -> tuple[str, ...]:
    """The settings where a piece of the library, or what an artist added, is found; nothing for other rigs."""
    drawn = puppetry.class_of(rig) or artists.subjects().get(rig)
    return drawn.homes if drawn else ()
