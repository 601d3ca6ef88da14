"""Riding: who is on or in what carries people, and what both then do."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.catalog import RIGS

from . import casting, verbs
from .mentions import PERSON_RIGS, Figure, Reading

#: What heavy animals do under a rider; the rest trot.
_WALKERS = frozenset({"elephant", "camel", "giraffe", "cow", "bear", "pig", "sheep"})


def drawing(figure: Figure) -> str:
    """The rig that a figure will have."""
    return casting.rig_for(figure, random.Random(0))


def board(reading: Reading) -> dict[int, int]:
    """Let mounts do what their riders do. Returns, by number of a figure, that of the mount on which it is to be seen;
    those who are inside what hides them are taken out."""
    figures, aboard = reading.figures, {}
    riding = {number: figure.inside for number, figure in enumerate(figures) if figure.inside is not None}
    for number, base in riding.items():
        rider, mount = figures[number], figures[base]
        if rider.count < 1 or mount.count < 1 or base == number or riding.get(base) == number:
            rider.inside = None
            continue
        rig = drawing(mount)
        seats = RIGS[rig].seats if rig in RIGS else 0
        mount.role, mount.heading = rider.role, mount.heading or rider.heading
        if mount.action is None:
            mount.action = _gait(rig, rider.action)
        if seats:
            if mount.plural and rider.count > 1:
                mount.count = rider.count
            aboard[number] = base
            continue
        mount.traits += [trait for trait in ("rider", *rider.traits) if trait not in mount.traits]
        if rider.rig not in PERSON_RIGS and rig in verbs.WITH_DRIVERS:
            reading.not_drawn.append(rider.noun)
        rider.count = 0
    return aboard


def _gait(rig: str, action: str | None) -> str | None:
    """What a mount does whose rider does that."""
    kind = casting.kind(rig)
    if kind == "legs":
        if action in ("sit", "look", "talk", "play", "eat", "sleep"):
            return "stand"
        return ("walk" if rig in _WALKERS else "trot") if action in (None, "drive", "ride", "sail") else action
    if kind == "dragon" and action in (None, "drive", "ride", "sit"):
        return "fly"
    if kind == "hull" and action is None:
        return "sail"
    return action


def crew(rider: Subject, mount: Subject, index: int) -> Subject:
    """The rider in its place on a mount that has been placed; `index`: the mount's."""
    if rider.rig in ("bicycle", "motorcycle", "scooter"):
        # A cyclist has a drawing with a bicycle, and here already one to ride.
        rider = replace(rider, rig="woman" if {"woman", "girl"} & set(rider.traits) else "man")
    each = max(1, -(-rider.count // mount.count))
    return replace(
        rider, action="ride", count=each, x=mount.x, depth=mount.depth, facing=mount.facing, y=None, on=index, travels=False
    )  # fmt: skip


def rides(rider: Figure, mount: Figure) -> bool:
    """Is one who is said to be on or in this seen riding it? An animal is, in a boat; on a horse it just stands."""
    person = rider.rig in PERSON_RIGS or rider.rig == "robot"
    if person:
        return bears(mount)
    return bears(mount) and casting.kind(rider.rig) == "legs" and casting.kind(drawing(mount)) != "legs"


def bears(figure: Figure) -> bool:
    """Does it carry riders who are seen?"""
    rig = drawing(figure)
    return rig in RIGS and RIGS[rig].seats > 0


def seated(subjects: Sequence[Subject], riders: Sequence[tuple[Subject, int]]) -> tuple[Subject, ...]:
    """The subjects that have been placed, and after them those who ride them."""
    return (*subjects, *(crew(rider, subjects[index], index) for rider, index in riders))
