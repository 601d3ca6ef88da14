"""Blocking: where everybody stands, for the aspect ratio and the shot size, on thirds and with room to look into."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rushes.engines.animatic.plan import Camera, Subject
from rushes.engines.animatic.rigs.thing import BROAD

from . import casting, places, riding, verbs
from .mentions import PERSON_RIGS, Relation

#: Share of a frame's short side that the first subject is tall, by shot size; more than 1 is cut. As the stage frames it.
_SHARES = {"extreme_wide": 0.14, "wide": 0.35, "full": 0.56, "medium": 1.02, "close": 1.75, "extreme_close": 2.7}
_PORTRAIT_GAIN = 1.22

#: Width over height of a drawing in its usual pose; people are narrow, what is not listed is about as wide as tall.
_ASPECTS = {
    "fox": 1.7, "dog": 1.5, "cat": 1.3, "wolf": 1.6, "horse": 1.3, "deer": 1.1, "bear": 1.5, "lion": 1.5, "elephant": 1.4, "rabbit": 1.0, "cow": 1.6,
    "fish": 1.9, "whale": 3.0, "dolphin": 2.4, "turtle": 1.8, "car": 2.8, "truck": 2.4, "bus": 2.6, "bicycle": 1.0, "train": 4.0, "sailboat": 0.9, "ship": 2.6,
    "airplane": 2.8, "drone": 2.0, "bird": 1.6, "eagle": 2.2, "seagull": 2.2, "dragon": 1.9, "piano": 2.2, "tree": 0.8, "card": 0.8, "tiger": 1.7,
    "panda": 1.3, "pig": 1.7, "sheep": 1.4, "goat": 1.2, "giraffe": 0.7, "mouse": 2.0, "balloon": 0.8, "rocket": 0.4, "lighthouse": 0.4, "lamp": 0.3,
    "motorcycle": 1.3, "shark": 2.4, "octopus": 1.2, "crab": 1.6, "penguin": 0.5, "snowman": 0.6, "flower": 0.6, "lettering": 2.7,
    **dict.fromkeys(("raccoon", "red_panda", "otter", "pangolin", "platypus", "seal", "sea_lion", "walrus", "lobster", "ant", "beetle"), 2.2),
    **dict.fromkeys(("hedgehog", "hamster", "guinea_pig", "beaver", "armadillo", "mole", "groundhog", "badger", "capybara", "skunk", "ladybird", "caterpillar"), 1.8),
    **dict.fromkeys(("grasshopper", "cricket"), 2.2), "fly": 1.5, "mosquito": 1.6, "squid": 1.3, "pufferfish": 1.2, "shrimp": 1.7, "turkey": 1.1, "phoenix": 2.2,
    "snake": 3.0, "spider": 2.0, "peacock": 1.5, "kangaroo": 1.0, "monkey": 1.1, "gorilla": 1.2, "orangutan": 0.9, "chimpanzee": 1.1, "koala": 0.8, "sloth": 1.2,
}  # fmt: skip
_PERSON_ASPECT = 0.45

#: Depth of what is too big or too far to share the ground line with the lead.
_FAR = {
    "lighthouse": 0.55,
    "castle": 0.5,
    "windmill": 0.55,
    "tower": 0.5,
    "house": 0.6,
    "log_cabin": 0.6,
    "tent": 0.8,
    "balloon": 0.6,
    "ship": 0.7,
    "tree": 0.8,
    "airplane": 0.7,
    "rocket": 0.8,
}
#: How tall what somebody is on should be, in his heights.
_PERCH_HEIGHTS = {
    "branch": 2.2,
    "boulder": 0.8,
    "ball": 0.9,
    "ship": 2.7,
    "galleon": 4.2,
    "fence": 1.7,
    "power_line": 4.5,
    "rooftop": 2.2,
    "windowsill": 2.6,
    "fallen_log": 0.6,
}
#: And what somebody is under.
_COVER_HEIGHTS = {
    "table": 1.5,
    "art:chair": 2.2,
    "chair": 2.2,
    "bench": 2.8,
    "art:bed": 2.2,
    "art:umbrella": 2.2,
    "umbrella": 2.2,
}
#: What has no seat: who sits on it sits as on the ground.
_NO_SEATS = frozenset(
    {"boulder", "log", "fallen_log", "rooftop", "car", "table", "ship", "galleon", "carpet", "lily_pad"}
)
#: How broad the top of a rock for several is, in its heights.
_LEDGE_WIDE = 3.6
#: Sizes differ at most so much in one picture, unless the prompt says how big something is.
SIZE_RATIO_MAX = 3.2
#: So many times the frame's width a view of all of them may take, and is yet made to fit.
FULL_FITS = 1.6
_EDGE = 0.03
_GAP = 0.04


@dataclass(frozen=True, slots=True)
class Wish:
    """What the prompt said of a subject's place."""

    side: str | None = None  #: left, right or center
    layer: str | None = None  #: front or back


def widened(subjects: Sequence[Subject], size: str, aspect_ratio: str) -> str:
    """The shot size at which all subjects fit beside each other, beginning with the one that was chosen."""
    for wider in {"medium": ("medium", "full", "wide"), "full": ("full", "wide")}.get(size, (size,)):
        widths = [width(subject, subjects[0], wider, aspect_ratio) for subject in subjects]
        # A view of all of them is made a little wider by the stage.
        if sum(widths) + _GAP * (len(widths) - 1) <= (FULL_FITS if wider == "full" else 1.0):
            return wider
    return "wide" if size in ("medium", "full") else size


def place(
    subjects: Sequence[Subject], wishes: Sequence[Wish], relations: Sequence[Relation], camera: Camera, aspect_ratio: str,
    chance: random.Random, *, each_other: bool, setting: str = "meadow",
) -> tuple[Subject, ...]:  # fmt: skip
    """Return the subjects with x, y, depth, facing and what they are on. A facing of 0 is free."""
    if not subjects:
        return ()
    subjects = _companions(subjects, relations)
    mirror = chance.random() < 0.5
    if any(relation.kind == "leads" for relation in relations) and not subjects[0].facing:
        # Who goes before and who after is seen by where they go.
        subjects[0] = replace(subjects[0], facing=-1 if mirror else 1)
    placed = [_deep(subject, wishes[n].layer, n, chance) for n, subject in enumerate(subjects)]
    for relation in relations:
        _deepen(placed, relation)
    if len(placed) == 1:
        xs = [_alone(placed[0], wishes[0].side, camera, aspect_ratio, chance, mirror)]
    else:
        xs = _spread(placed, wishes, relations, camera, aspect_ratio, chance, mirror)
    placed = [replace(subject, x=x) for subject, x in zip(placed, xs, strict=True)]
    placed = _turned(placed, relations, mirror, each_other)
    return tuple(_aloft(_atop(placed, relations), relations, camera, setting, chance))


def width(subject: Subject, lead: Subject, size: str, aspect_ratio: str) -> float:
    """Share of the frame's width that a subject (all of its count) takes beside the lead at a shot size."""
    across, _, down = aspect_ratio.partition(":")
    ratio = float(across) / float(down)
    share = _SHARES[size]
    tall = share * (_PORTRAIT_GAIN if ratio < 1 else 1.0)
    first = min(tall * _aspect(lead) / max(1.0, ratio), share * 1.55)
    metres = casting.height_metres(subject.rig) * subject.scale / (casting.height_metres(lead.rig) * lead.scale)
    one = first * metres * _aspect(subject) / _aspect(lead) * subject.depth
    crowd = (subject.count - 1) * min(0.26, 0.78 / subject.count)
    return min(0.96, one + crowd)


def _far(rig: str) -> float | None:
    """The depth of what is too big or too far to share the ground line with the lead."""
    return 0.55 if casting.height_metres(rig) >= 4 and casting.homes(rig) else _FAR.get(rig)


def _aspect(subject: Subject) -> float:
    return _ASPECTS.get(subject.rig, _PERSON_ASPECT if subject.rig in PERSON_RIGS or subject.rig == "robot" else 1.2)


def _deep(subject: Subject, layer: str | None, number: int, chance: random.Random) -> Subject:
    if layer == "back":
        return replace(subject, depth=round(chance.uniform(0.45, 0.6), 3))
    if layer == "front":
        return replace(subject, depth=1.3 if number else 1.15)
    if number and subject.count >= 5:
        return replace(subject, depth=0.75)
    far = _far(subject.rig)
    if number and far is not None:
        return replace(subject, depth=far)
    return replace(subject, depth=1.0 if number == 0 else round(chance.uniform(0.88, 1.0), 3))


def _deepen(placed: list[Subject], relation: Relation) -> None:
    first, second = placed[relation.first], placed[relation.second]
    if relation.kind == "behind":
        placed[relation.first] = replace(first, depth=round(max(0.4, second.depth * 0.75), 3))
    elif relation.kind == "before":
        placed[relation.second] = replace(second, depth=min(second.depth, round(max(0.4, first.depth * 0.75), 3)))
    elif relation.kind == "plays":
        placed[relation.second] = replace(second, depth=round(first.depth * 0.97, 3))
    elif relation.kind == "below" and second.rig in _COVER_HEIGHTS:
        # The same x and almost the same depth say that they belong in one place; only a table hides nobody behind itself.
        nearer = 1.004 if second.rig == "table" else 0.996
        placed[relation.second] = replace(second, depth=round(first.depth * nearer, 4))
    elif (
        relation.kind in ("beside", "between", "left", "right", "leads")
        and _far(second.rig) is None
        and second.count < 5
    ):
        placed[relation.second] = replace(second, depth=first.depth)


def _companions(subjects: Sequence[Subject], relations: Sequence[Relation]) -> list[Subject]:
    """Bring very different sizes closer, as a picture book does, so that the small one is seen beside the big one."""
    lead, fitted = subjects[0], list(subjects)
    sized: set[int] = set()
    for relation in relations:
        if relation.kind == "plays":
            player, instrument = fitted[relation.first], fitted[relation.second]
            tall = casting.height_metres(player.rig) * player.scale
            scale = max(0.3, min(1.6, tall * (0.68 if player.rig in PERSON_RIGS else 1.7)))
            fitted[relation.second] = replace(instrument, scale=round(scale, 3))
        container = fitted[relation.second]
        tall = casting.height_metres(fitted[relation.first].rig) * fitted[relation.first].scale
        heights = {"on": _PERCH_HEIGHTS, "below": _COVER_HEIGHTS}.get(relation.kind, {})
        if container.rig in heights:
            scale = heights[container.rig] * tall / casting.height_metres(container.rig)
            fitted[relation.second] = replace(container, scale=round(max(0.3, min(4.0, scale)), 3))
            sized.add(relation.second)
            many = sum(fitted[r.first].count for r in relations if r.kind == "on" and r.second == relation.second)
            if container.rig == "boulder" and many > 1:
                # Of a rock for several there is enough for all of them.
                wide = sum(_aspect(fitted[r.first]) * casting.height_metres(fitted[r.first].rig) * fitted[r.first].scale * fitted[r.first].count for r in relations if r.kind == "on" and r.second == relation.second)  # fmt: skip
                scale = max(0.5, wide / (_LEDGE_WIDE * casting.height_metres(container.rig)))
                fitted[relation.second] = replace(
                    container, scale=round(min(4.0, scale), 3), traits=(*container.traits, BROAD)
                )
        elif relation.kind == "in" and container.rig in casting.BOWLS:
            heaped = sum(fitted[r.first].count for r in relations if r.kind == "in" and r.second == relation.second)
            scale = 0.62 * tall * (heaped**0.5 + 0.2) / casting.height_metres(container.rig)
            fitted[relation.second] = replace(container, scale=round(max(0.4, min(4.0, scale)), 3))
        elif relation.kind == "in" and container.rig == "cardboard_box":
            scale = 1.0 * tall / casting.height_metres(container.rig)
            fitted[relation.second] = replace(container, scale=round(max(0.4, min(4.0, scale)), 3))
        elif relation.kind == "in" and container.rig in ("vase", "art:amphora"):
            scale = 0.62 * tall / casting.height_metres(container.rig)
            fitted[relation.second] = replace(container, scale=round(max(0.4, min(4.0, scale)), 3))
        elif (
            relation.kind == "in"
            and container.rig in casting.CONTAINERS
            and casting.kind(fitted[relation.first].rig) != "still"
        ):
            inside = casting.height_metres(fitted[relation.first].rig) * fitted[relation.first].scale
            scale = 1.35 * inside / casting.height_metres(container.rig)
            fitted[relation.second] = replace(container, scale=round(max(container.scale, min(4.0, scale)), 3))
    played = {relation.second for relation in relations if relation.kind == "plays"}
    holding = {relation.second for relation in relations if relation.kind == "in"}
    for index in range(1, len(fitted)):
        subject = fitted[index]
        if index in played | holding | sized or subject.scale != 1.0 or lead.scale != 1.0:
            continue
        ratio = casting.height_metres(lead.rig) / casting.height_metres(subject.rig)
        if ratio > SIZE_RATIO_MAX:
            fitted[index] = replace(subject, scale=round(min(3.0, ratio / SIZE_RATIO_MAX), 3))
        elif ratio < 1 / SIZE_RATIO_MAX:
            fitted[index] = replace(subject, scale=round(max(0.3, ratio * SIZE_RATIO_MAX), 3))
    return fitted


def _atop(placed: list[Subject], relations: Sequence[Relation]) -> list[Subject]:
    """Put those who are on something there."""
    for relation in relations:
        first, second = placed[relation.first], placed[relation.second]
        stands = first.action not in verbs.LOCOMOTION or casting.height_metres(first.rig) < 0.5
        bears = casting.kind(second.rig) in ("still", "wheels", "legs", "ball") and second.rig not in PERSON_RIGS | {
            "card"
        }
        bears |= second.rig in riding.DECKS and first.rig in PERSON_RIGS
        climbs = second.rig == "tree" and casting.kind(first.rig) != "still"
        into = relation.kind == "in" and (second.rig in casting.CONTAINERS or climbs)
        free = first.on is None and second.on != relation.first
        if (relation.kind == "on" or into) and stands and bears and free and second.count == 1:
            low = first.action == "sit" and first.rig in PERSON_RIGS and second.rig in _NO_SEATS
            traits = (*first.traits, "on the ground") if low and "on the ground" not in first.traits else first.traits
            placed[relation.first] = replace(first, on=relation.second, travels=False, traits=traits)
            if second.travels:
                placed[relation.second] = replace(second, travels=False)
    return placed


def _aloft(
    placed: list[Subject], relations: Sequence[Relation], camera: Camera, setting: str, chance: random.Random
) -> list[Subject]:  # fmt: skip
    """Lift those who fly into the sky, what is above another over it, and what swims under a boat below it."""
    above = {relation.first for relation in relations if relation.kind == "above"}
    under = {relation.second: relation.first for relation in relations if relation.kind == "below"}
    for index, subject in enumerate(placed):
        level = chance.uniform(0.0, 1.0)
        if setting == "aquarium_hall" and casting.kind(subject.rig) == "swimmer":
            # What swims does so behind the glass.
            placed[index] = replace(subject, y=round(0.26 + 0.12 * level, 3), depth=0.66 if index else subject.depth)
            continue
        if subject.on is not None or camera.size not in ("extreme_wide", "wide", "full"):
            continue
        if setting == "underwater":
            if index in under and casting.kind(subject.rig) == "hull":
                placed[index] = replace(subject, y=0.1, depth=0.42)
            continue
        flies = subject.action in ("fly", "hover", "float") and casting.kind(subject.rig) not in ("hull", "swimmer")
        if setting == "space":
            placed[index] = replace(subject, y=round(0.44 + 0.12 * level, 3)) if flies or index == 0 else subject
            continue
        if not flies or (casting.height_metres(subject.rig) < 0.45 and setting != "sky"):
            continue
        low, high = (0.24, 0.34) if camera.size != "full" or setting == "sky" else (0.34, 0.42)
        if index in above or index:
            low, high = low - 0.04, high - 0.04
        if setting in places.INDOORS:
            low, high = 0.36, 0.44
        placed[index] = replace(subject, y=round(low + (high - low) * level, 3))
    return placed


def _alone(
    subject: Subject, side: str | None, camera: Camera, aspect_ratio: str, chance: random.Random, mirror: bool
) -> float:
    """On a third in a wide frame, nearer the middle when it is large, or where it was asked for."""
    x = chance.uniform(0.34, 0.4) if camera.size in ("extreme_wide", "wide", "full") else chance.uniform(0.42, 0.47)
    if subject.travels and camera.move not in ("track", "aerial"):
        x = chance.uniform(0.44, 0.5)
    x = {"left": 0.3, "right": 0.7, "center": 0.5}.get(side or "", 1 - x if mirror else x)
    half = width(subject, subject, camera.size, aspect_ratio) / 2 + _EDGE
    return round(0.5 if half >= 0.5 else min(1 - half, max(half, x)), 4)


def _spread(
    placed: Sequence[Subject], wishes: Sequence[Wish], relations: Sequence[Relation], camera: Camera, aspect_ratio: str,
    chance: random.Random, mirror: bool,
) -> list[float]:  # fmt: skip
    """Give each its x, left to right without overlap; those who belong together stand close."""
    widths = [width(subject, placed[0], camera.size, aspect_ratio) for subject in placed]
    stacked = {
        relation.second: relation.first for relation in relations if relation.kind in ("above", "below", "on", "in")
    }
    loose = {
        n
        for n, subject in enumerate(placed)
        if n and (subject.depth < 0.65 or subject.count >= 5 or _far(subject.rig) is not None)
    } - set(stacked)
    order = [
        index
        for index in _order(placed, wishes, relations, mirror)
        if index not in loose and (index not in stacked or stacked[index] in stacked)
    ]
    total = sum(widths[index] for index in order) + _GAP * (len(order) - 1)
    squeeze = min(1.0, (1 - 2 * _EDGE) / total)
    slack = max(0.0, 1 - 2 * _EDGE - total)
    close = any(relation.kind in ("plays", "beside") for relation in relations)
    apart = slack * chance.uniform(0.12, 0.22 if close else 0.5) / max(1, len(order) - 1)
    if any(relation.kind == "plays" for relation in relations):
        apart = -_GAP
    left = slack - apart * (len(order) - 1)
    at = _EDGE + left * (0.5 + chance.uniform(-0.22, 0.22))
    xs = [0.5] * len(placed)
    for index in order:
        wide = widths[index] * squeeze
        xs[index] = at + wide / 2
        at += wide + _GAP * squeeze + apart
    if len(order) == 1:
        xs[order[0]] = _alone(placed[order[0]], wishes[order[0]].side, camera, aspect_ratio, chance, mirror)
    for index in sorted(loose):
        # What is far or many fills the side that the lead leaves free.
        xs[index] = chance.uniform(0.6, 0.78) if xs[order[0]] < 0.5 else chance.uniform(0.22, 0.4)
    for index, wish in enumerate(wishes):
        if wish.side is not None and len(order) > 1:
            xs[index] = {"left": min(xs[index], 0.33), "right": max(xs[index], 0.67), "center": 0.5}[wish.side]
    for relation in relations:
        if relation.kind in ("behind", "before"):
            # Who is behind another is seen beside it, and partly hidden.
            away = 0.56 * (widths[relation.first] + widths[relation.second]) / 2
            side = 1 if xs[relation.first] >= xs[relation.second] else -1
            xs[relation.first] = xs[relation.second] + side * away
    for second, first in stacked.items():
        xs[second] = xs[first]
    return [round(min(0.97, max(0.03, x)), 4) for x in xs]


def _order(placed: Sequence[Subject], wishes: Sequence[Wish], relations: Sequence[Relation], mirror: bool) -> list[int]:
    """Indices from left to right."""
    keys = [{"left": -10.0, "right": 10.0}.get(wish.side or "", 0.0) for wish in wishes]
    flanks: dict[int, int] = {}
    for relation in relations:
        if relation.kind == "between":
            side = flanks[relation.first] = -flanks.get(relation.first, 1)
            keys[relation.second] = keys[relation.first] + 5 * side
        elif relation.kind == "left":
            keys[relation.first] = keys[relation.second] - 5
        elif relation.kind == "right":
            keys[relation.first] = keys[relation.second] + 5
        elif relation.kind == "leads" and placed[0].facing:
            keys[relation.second] = keys[relation.first] - 2 * placed[0].facing
    return sorted(range(len(placed)), key=lambda index: (keys[index], -index if mirror else index))


def _turned(placed: Sequence[Subject], relations: Sequence[Relation], mirror: bool, each_other: bool) -> list[Subject]:
    """Turn those who are free: to whom they deal with, along with the leader, or into the frame."""
    partners = {
        relation.first: relation.second for relation in relations if relation.kind in ("faces", "plays", "before")
    }
    played = {relation.second: relation.first for relation in relations if relation.kind == "plays"}
    turned: list[Subject] = []
    for index, subject in enumerate(placed):
        facing = subject.facing
        if facing == 0 and each_other and len(placed) > 1:
            other = placed[1 if index == 0 else 0]
            facing = 1 if other.x > subject.x else -1
        elif facing == 0 and index in played and abs(placed[played[index]].x - subject.x) > 0.01:
            # An instrument turns its keys to the player.
            facing = 1 if placed[played[index]].x > subject.x else -1
        elif facing == 0 and index in partners and abs(placed[partners[index]].x - subject.x) > 0.01:
            facing = 1 if placed[partners[index]].x > subject.x else -1
        elif facing == 0 and turned and subject.travels and turned[0].travels:
            facing = turned[0].facing
        elif facing == 0 and abs(subject.x - 0.5) < 0.04:
            facing = -1 if mirror else 1
        elif facing == 0:
            facing = 1 if subject.x < 0.5 else -1
        turned.append(replace(subject, facing=facing))
    return turned
