"""Casting: from a noun to a drawing that exists."""

from __future__ import annotations

import functools
import random
from collections.abc import Mapping

from rushes.engines.animatic.rigs.catalog import RIGS

from . import nouns
from .mentions import Figure

CARD = "card"

#: Drawings for a noun that says nothing of sex or age; the seed chooses.
_EITHER: dict[str, tuple[str, ...]] = {"human": ("woman", "man"), "child": ("girl", "boy")}
_SAID: dict[str, str] = {
    "girl": "girl", "little girl": "girl", "schoolgirl": "girl", "teenage girl": "girl", "boy": "boy", "little boy": "boy",
    "schoolboy": "boy", "teenage boy": "boy",
}  # fmt: skip
_FEMALE = frozenset({"woman", "lady", "grandmother", "grandma", "granny", "female", "she"})


@functools.cache
def words() -> Mapping[str, str]:
    """Noun -> rig, as the rigs themselves say."""
    return {word: name for name, info in RIGS.items() for word in (*info.words, name)}


def rig_for(figure: Figure, chance: random.Random) -> str:
    """Return the rig that draws a figure: one that names its noun, else the table's, else the nearest that exists."""
    wanted = _SAID.get(figure.noun, figure.rig)
    named = words().get(figure.noun)
    if (
        "old" in figure.traits
        and wanted in ("man", "woman", "human")
        and named in ("man", "woman", "elder", None)
        and "elder" in RIGS
    ):
        return "elder"
    if wanted in _EITHER and named in (None, "man", "woman", "girl", "boy"):
        choices = [rig for rig in _EITHER[wanted] if rig in RIGS]
        if choices:
            return chance.choice(choices)
    if named is not None and not (wanted in ("woman", "man") and named in ("woman", "man")):
        return named
    for _ in range(4):
        if wanted in RIGS:
            return wanted
        wanted = nouns.FALLBACKS.get(wanted, CARD)
    return CARD


def height_metres(rig: str) -> float:
    return RIGS[rig].natural_height_metres if rig in RIGS else 1.0
