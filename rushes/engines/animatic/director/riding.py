"""Riding: who is on or in what carries people, who pushes or pulls what, and what they all then do."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.boards import BOARDS
from rushes.engines.animatic.rigs.breeds import BREEDS
from rushes.engines.animatic.rigs.catalog import RIGS
from rushes.engines.animatic.rigs.loads import LOADS

from . import casting, verbs
from .clauses import Clause
from .handling import MOVING
from .mentions import PERSON_RIGS, Figure, Reading, Relation
from .tokens import Token

#: What heavy animals do under a rider; the rest trot.
_WALKERS = frozenset({"elephant", "camel", "giraffe", "cow", "bear", "pig", "sheep"})
#: Verbs and nouns that name a mount without saying it.
VERB_MOUNTS = {"surf": "surfboard", "skateboard": "skateboard", "snowboard": "snowboard", "ski": "skis", "sled": "sled"}
_NOUN_MOUNTS = {
    "surfer": "surfboard", "skateboarder": "skateboard", "snowboarder": "snowboard", "skier": "skis", "kayaker": "kayak", "rower": "rowboat",
    "gondolier": "gondola", "canoeist": "canoe", "jockey": "horse", "horseman": "horse", "horsewoman": "horse", "equestrian": "horse",
    "headless horseman": "horse", "rider": "horse", "cavalryman": "horse",
}  # fmt: skip
#: Who rides, and nothing is said of what, rides a horse.
_HORSEMEN = frozenset(
    {"knight", "cowboy", "cowgirl", "king", "queen", "prince", "princess", "sheriff", "outlaw", "gunslinger", "bandit", "samurai", "warrior", "viking",
     "soldier", "messenger", "general", "crusader", "paladin", "ranger", "emperor", "napoleon"}
)  # fmt: skip
#: Who pulls what nobody is said to pull, and how many of them.
_TEAMS = {
    "carriage": ("horse", "horse", 2),
    "wagon": ("horse", "horse", 2),
    "cart": ("horse", "horse", 1),
    "sleigh": ("reindeer", "deer", 2),
}
#: Ships on whose decks people are seen.
DECKS = frozenset({"ship", "galleon"})
#: How tall a mount is by its rider, at the least.
_LEAST_SHARE = {"wings": 1.0, "swimmer": 0.8}
_STAYS = frozenset({"stand", "sit", "look", "talk", "play", "eat", "sleep", "lie"})


_ONTO = frozenset(
    {"on", "across", "over", "onto", "along", "cross", "crosses", "crossing", "crossed", "traverse", "traverses"}
)
_NOT_ONTO = frozenset({"under", "beneath", "below", "near", "behind", "by", "toward", "towards", "river", "past"})


def crosses_bridge(text: Sequence[Token]) -> bool:
    """Is somebody on a bridge, or going over one? "A train crosses an old stone bridge" """
    for at, token in enumerate(text):
        if token.text in ("bridge", "viaduct", "footbridge"):
            near = {word.text for word in text[max(0, at - 5) : at]}
            if near & _ONTO and not near & _NOT_ONTO:
                return True
    return False


def drawing(figure: Figure) -> str:
    """The rig that a figure will have."""
    return casting.rig_for(figure, random.Random(0))


def bears(figure: Figure) -> bool:
    """Does it carry riders who are seen?"""
    rig = drawing(figure)
    return rig in RIGS and RIGS[rig].seats > 0


def rides(rider: Figure, mount: Figure, where: str) -> bool:
    """Is one who is said to be on or in this seen riding it? An animal is, in a boat; on a horse or a car it just stands."""
    if rider.rig in PERSON_RIGS or rider.rig in ("robot", "bicycle", "motorcycle"):
        return bears(mount)
    rig = drawing(mount)
    carries = (
        rig in BOARDS
        or rig in LOADS
        or casting.kind(rig) == "hull"
        or (where == "in" and casting.kind(rig) == "wheels")
    )
    return bears(mount) and carries and casting.kind(rider.rig) == "legs"


def moves(mover: Figure, load: Figure) -> bool:
    """Can one push or pull the other?"""
    return drawing(load) in LOADS and (mover.rig in PERSON_RIGS or drawing(mover) in BREEDS)


def hitch(figures: Sequence[Figure], index: int, clause: Clause, role: str) -> None:
    """ "A nurse pushes a wheelchair", "a carriage pulled by two horses": note who moves what, now that a noun has come."""
    if clause.verb not in MOVING or role == "subject":
        return
    by = clause.prep == "by"
    for other in clause.subjects[:1] if clause.prep in (None, "in", "by") else ():
        mover, load = (index, other) if by else (other, index)
        if other != index and moves(figures[mover], figures[load]):
            figures[load].inside = mover
            if figures[mover].rig in PERSON_RIGS and clause.verb != "push":
                figures[load].traits.append("pulled")
                if drawing(figures[load]) == "wagon":
                    figures[load].noun = "little wagon"


def board(reading: Reading) -> Mapping[int, int]:
    """Let mounts do what their riders do. Returns, by number of a figure, that of the figure which it rides, or which pushes
    or pulls it; those who are inside what hides them are taken out."""
    _imply(reading)
    figures = reading.figures
    riding = {n: figure.inside for n, figure in enumerate(figures) if figure.inside is not None and figure.count > 0}
    riding = {n: base for n, base in riding.items() if figures[base].count > 0 and not _circles(riding, n)}
    aboard = {}
    # What is ridden takes over first; then what pulls that.
    for number in sorted(riding, key=lambda n: (drawing(figures[n]) in LOADS, n)):
        rider, mount = figures[number], figures[riding[number]]
        if drawing(mount) == "car" and rider.rig not in PERSON_RIGS and casting.kind(rider.rig) == "legs":
            mount.rig = mount.noun = "convertible"  # or nobody would see who drives
        rig = drawing(mount)
        if rig in DECKS and rider.rig in PERSON_RIGS and rider.action in _STAYS and rider.count <= 2:
            rider.inside = None
            if (deck := Relation(number, "on", riding[number])) not in reading.relations:
                reading.relations.append(deck)
            continue
        mount.role, mount.heading = min(rider.role, mount.role, key=_rank), mount.heading or rider.heading
        if moves(mount, rider):
            if rig in BREEDS:
                mount.action = (
                    "run"
                    if drawing(rider) in ("sled", "sleigh") and mount.action != "stand"
                    else mount.action or "walk"
                )
            rider.count = 1
            aboard[number] = riding[number]
            continue
        if mount.action is None:
            mount.action = _gait(rig, rider.action)
        if bears(mount):
            if mount.plural and rider.count > 1:
                mount.count = rider.count
            aboard[number] = riding[number]
            continue
        mount.traits += [trait for trait in ("rider", *rider.traits) if trait not in mount.traits]
        if rider.rig not in PERSON_RIGS and rig in verbs.WITH_DRIVERS:
            reading.not_drawn.append(rider.noun)
        rider.count = 0
    return aboard


def _rank(role: str) -> int:
    return {"subject": 0, "object": 1}.get(role, 2)


def _circles(riding: Mapping[int, int | None], number: int) -> bool:
    seen, at = {number}, riding.get(number)
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = riding.get(at)
    return False


def _imply(reading: Reading) -> None:
    """Add the mounts that go without saying: a surfer has a board, a carriage that goes has horses."""
    figures = reading.figures
    bearing = {figure.inside for figure in figures if figure.inside is not None}
    for number, figure in enumerate(figures[:]):
        if figure.count < 1 or figure.inside is not None or number in bearing:
            continue
        mount = next((trait[3:] for trait in figure.traits if trait.startswith("on ") and trait[3:] in RIGS), None)
        if mount is None and figure.action not in _STAYS - {None}:
            mount = _NOUN_MOUNTS.get(figure.noun)
        if mount is None and figure.action in ("drive", "ride") and figure.noun in _HORSEMEN:
            mount = "horse"
        ridden = next(
            (n for n, other in enumerate(figures) if drawing(other) in BREEDS and other.count and n not in bearing),
            None,
        )
        if mount == "horse" and ridden is not None:
            # "Three horses and their riders": those that were named.
            figure.inside = ridden
            bearing.add(ridden)
            if figure.plural:
                figure.count = figures[ridden].count
            continue
        if mount is not None and not any(other.rig == mount and other.count for other in figures):
            figure.inside = _added(reading, figure, mount, mount, figure.count)
    for number, figure in enumerate(figures[:]):
        rig = drawing(figure)
        if figure.noun in ("dog sled", "dogsled") and figure.inside is None:
            figure.inside = _added(reading, figure, "husky", "wolf", 3)
        goes = figure.action not in (None, "stand") or number in {other.inside for other in figures}
        if rig in _TEAMS and figure.count == 1 and figure.inside is None and (goes or "horse" in figure.noun):
            noun, puller, count = _TEAMS[rig]
            if not any(drawing(other) in BREEDS and other.count for other in figures):
                figure.inside = _added(reading, figure, noun, puller, count)


def _added(reading: Reading, like: Figure, noun: str, rig: str, count: int) -> int:
    made = Figure(noun, rig, like.role, like.sentence, like.at, count=count, plural=count > 1, heading=like.heading)
    made.side, made.layer = like.side, like.layer
    if rig in BREEDS:
        made.action = None if like.action in (None, "sit", "drive", "ride") else like.action
    reading.figures.append(made)
    return len(reading.figures) - 1


def _gait(rig: str, action: str | None) -> str | None:
    """What a mount does whose rider does that."""
    kind = casting.kind(rig)
    if kind == "legs":
        if action in _STAYS:
            return "stand"
        return ("walk" if rig in _WALKERS else "trot") if action in (None, "drive", "ride", "sail", "fly") else action
    if kind == "dragon" and action in (None, "drive", "ride", "sit", "run"):
        return "fly"
    if rig in ("broomstick", "carpet"):
        return "fly"
    if kind in ("wings", "swimmer") and action in (None, "drive", "ride", "sit", "sail"):
        return "fly" if kind == "wings" else "swim"
    if kind == "hull" and action is None:
        return "sail"
    if rig in LOADS or (kind == "wheels" and action is None):
        return "drive"
    return action


def _aboard(rider: Subject, mount: Subject, index: int) -> Subject:
    """A rider, or a load, in its place; `index`: of what it is on or moved by."""
    if rider.rig in ("bicycle", "motorcycle", "scooter") and mount.rig == rider.rig:
        # A cyclist has a drawing with a bicycle, and here already one to ride.
        rider = replace(rider, rig="woman" if {"woman", "girl"} & set(rider.traits) else "man")
    each = max(1, -(-rider.count // mount.count))
    return replace(
        rider, action="drive" if rider.rig in LOADS else "ride", count=each, x=mount.x, depth=mount.depth, facing=mount.facing,
        y=None, on=index, travels=False,
    )  # fmt: skip


def _grown(mount: Subject, rider: Subject) -> Subject:
    """An animal that is ridden is large enough for it, as in tales: a rabbit under a child, an eagle under a man."""
    if casting.kind(mount.rig) not in ("legs", "wings", "swimmer") or mount.rig in PERSON_RIGS or rider.rig in LOADS:
        return mount
    needed = _LEAST_SHARE.get(casting.kind(mount.rig), 0.9) * casting.height_metres(rider.rig) * rider.scale
    scale = needed / casting.height_metres(mount.rig)
    return replace(mount, scale=round(min(6.0, max(mount.scale, scale)), 3))


def seated(subjects: Sequence[Subject], riders: Sequence[tuple[Subject, int]]) -> tuple[Subject, ...]:
    """The subjects that have been placed, and after them those who ride them, each after what it is on."""
    placed = list(subjects)
    for rider, index in riders:
        placed[index] = _grown(placed[index], rider)
        placed.append(_aboard(rider, placed[index], index))
    return tuple(placed)


def order(roots: Sequence[int], aboard: Mapping[int, int], most: int) -> list[tuple[int, int]]:
    """(figure, place of what it is on) of those aboard, each after what it is on; `most` subjects in all."""
    places = {number: place for place, number in enumerate(roots)}
    found: list[tuple[int, int]] = []
    waiting = sorted(aboard)
    while ready := [number for number in waiting if aboard[number] in places]:
        for number in ready[: most - len(places)]:
            found.append((number, places[aboard[number]]))
            places[number] = len(places)
        waiting = [number for number in waiting if number not in ready]
    return found
