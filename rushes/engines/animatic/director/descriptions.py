"""Descriptions: what is said of a figure beside its noun, and what its noun brings along."""

from __future__ import annotations

from . import casting, nouns, verbs
from .clauses import Pending
from .mentions import PERSON_RIGS, Figure

COUNT_MAX = 12


def noun_traits(noun: str) -> list[str]:
    """The traits that a noun brings along: what it is, and what goes without saying."""
    said = nouns.NOUN_TRAITS.get(noun, "").split(", ")
    return [noun, *(trait for trait in said if trait and trait != noun)]


def describe(figure: Figure, pending: Pending) -> None:
    if pending.count is not None:
        figure.count = max(1, min(COUNT_MAX, pending.count))
    figure.colour = pending.colour or figure.colour
    figure.scale = pending.scale or figure.scale
    figure.traits += [trait for trait in pending.traits if trait not in figure.traits]
    figure.side = pending.side or figure.side
    figure.layer = pending.layer or figure.layer
    if pending.action is not None:
        set_action(figure, pending.action)


def is_alive(figure: Figure) -> bool:
    """Is it an animal or a creature, not a person?"""
    creature = casting.kind(figure.rig) in ("legs", "wings", "swimmer", "dragon")
    return creature and figure.rig not in PERSON_RIGS | {"card"}


def is_kin(figure: Figure, noun: str) -> bool:
    """Could a definite noun mean this figure? "the animal", "the girl" for a child, "the pair"."""
    return noun in figure.noun.split() or (noun in ("person", "figure") and figure.rig in PERSON_RIGS)


def set_action(figure: Figure, action: str) -> None:
    rank = verbs.ACTION_RANK.get(action, verbs.ACTION_RANK_PLAIN)
    if rank > figure.rank:
        figure.action, figure.rank = action, rank
