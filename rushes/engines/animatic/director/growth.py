"""Growth: what opens or grows while we look, and time that is run through quickly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.surroundings import GROWING

_LAPSE = re.compile(r"\b(?:time[- ]?lapse|hyper[- ]?lapse|speeded up|sped up)\b", re.IGNORECASE)
_DOWN = re.compile(r"\b(?:sunset|sun (?:sets|setting|going down|goes down)|setting sun|day (?:turns |turning )?(?:in)?to night|nightfall|dusk|evening falls)\b", re.IGNORECASE)  # fmt: skip
_UP = re.compile(r"\b(?:sunrise|sun (?:rises|rising|comes up|coming up)|rising sun|night (?:turns |turning )?(?:in)?to day|dawn|daybreak)\b", re.IGNORECASE)  # fmt: skip
_SETS = re.compile(r"\bsun (?:slowly )?(?:sets|setting|rises|rising|goes down|comes up)\b|\b(?:day|night) (?:turns? |turning |fades? )?(?:in)?to (?:night|day)\b", re.IGNORECASE)  # fmt: skip
_GROWS = (
    r"(?:blooms?|blooming|opens?|opening|unfurls?|unfurling|sprouts?|sprouting|grows?|growing|blossoms?|blossoming)"
)
_FLOWERS = frozenset(
    {"rose", "tulip", "lily", "lotus", "poppy", "daisy", "orchid", "hibiscus", "bud", "flower", "peony"}
)
_PLANTS = frozenset({"flower", "sunflower", "tree", "pine", "mushroom", "palm", "cactus", "pumpkin"})


def grown(prompt: str, subjects: Sequence[Subject]) -> list[Subject]:
    """The subjects; flowers that the prompt lets open, and trees that it lets grow, do so from the first frame to the last."""
    found = []
    for subject in subjects:
        noun = re.escape(subject.noun.split()[-1])
        said = re.search(rf"\b{noun}s? (?:(?:is|are|that|which|slowly|\w+ly) ){{0,3}}{_GROWS}\b", prompt, re.IGNORECASE)
        grows = subject.rig in _PLANTS and said is not None and not re.search(rf"{_GROWS}$", noun)
        if not grows and said is not None and subject.noun.split()[-1] in _FLOWERS:
            # A piece of art cannot open; our own flower can.
            subject, grows = replace(subject, rig="flower"), True
        found.append(replace(subject, action="grow", traits=(*subject.traits, GROWING)[:24]) if grows else subject)
    return found


def lapse(prompt: str) -> tuple[str, ...]:
    """The features of a prompt whose time runs fast: clouds race, the sun moves."""
    fast = _LAPSE.search(prompt) is not None
    if not fast and not _SETS.search(prompt):
        return ()
    way = ("sun_sets",) if _DOWN.search(prompt) else ("sun_rises",) if _UP.search(prompt) else ()
    return (*(("time_lapse",) if fast else ()), *way)
