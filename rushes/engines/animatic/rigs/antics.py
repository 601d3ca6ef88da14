"""Antics: what animals do beside standing, going and lying: howl, roar, bark, drink, sniff, dig, scratch, stretch, browse."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from rushes.engines.animatic.rigs.breeds import Breed
from rushes.engines.animatic.rigs.gait import Step
from rushes.engines.animatic.rigs.posture import Posture
from rushes.engines.animatic.rigs.postures import grazing, leg_of, playing, sitting, standing


@dataclass(frozen=True, slots=True)
class Antic:
    posture: Callable[[Breed, float], Posture]
    poses: int = 48  #: of its loop, at 12 a second
    prop: str = ""  #: what is drawn with it, see `fodder`
    actions: frozenset[str] = frozenset()  #: it refines only these


def antic_of(breed: Breed, action: str, traits: Iterable[str]) -> Antic | None:
    """What a subject's traits ask for, or that its kind makes of the action."""
    for trait in traits:
        if trait.startswith("eating ") and action in _FEED:
            return Antic(_munching, 48, trait.removeprefix("eating "))
        found = ANTICS.get(trait)
        if found is not None and action in found.actions:
            return found
    if action == "eat":
        return _FEEDING.get(breed.feeds)
    return None


def _wave(phase: float, start: float, end: float, soft: float = 0.1) -> float:
    """0, then 1 between start and end, with soft edges."""
    rise = min(1.0, max(0.0, (phase - start) / soft))
    fall = min(1.0, max(0.0, (end - phase) / soft))
    share = min(rise, fall)
    return share * share * (3 - 2 * share)


def _howling(breed: Breed, phase: float) -> Posture:
    up = _wave(phase, 0.02, 0.94, 0.16)
    sat = sitting(breed, 0.0)
    waver = math.sin(10 * math.pi * phase)
    return replace(
        sat, neck_degrees=sat.neck_degrees + (84 - sat.neck_degrees) * up, face_degrees=breed.droop - (breed.droop + 62 + 2 * waver) * up,
        mouth=0.75 * _wave(phase, 0.14, 0.86, 0.08) * (0.9 + 0.1 * waver), ear_swing=1.6 * up, tail_swing=0.0,
        reach=1.0 + 0.12 * up,
    )  # fmt: skip


def _roaring(breed: Breed, phase: float) -> Posture:
    stood = standing(breed, phase, 0.0)
    up = _wave(phase, 0.05, 0.80, 0.14)
    shake = math.sin(14 * math.pi * phase) * up
    return replace(
        stood, neck_degrees=breed.neck_degrees + 10 * up + 2 * shake, face_degrees=breed.droop - 18 * up + 3 * shake,
        mouth=_wave(phase, 0.12, 0.78, 0.10), ear_swing=1.2 * up, shoulder=(stood.shoulder[0] + 0.02 * up, stood.shoulder[1] + 0.03 * up),
        tail_swing=1.4 * math.sin(4 * math.pi * phase),
    )  # fmt: skip


def _barking(breed: Breed, phase: float) -> Posture:
    stood = standing(breed, phase, 0.0)
    beat = max(_wave(phase, at, at + 0.13, 0.05) for at in (0.06, 0.24, 0.58))
    return replace(
        stood, neck_degrees=breed.neck_degrees + 8 + 6 * beat, face_degrees=breed.droop - 12 - 6 * beat, mouth=0.85 * beat,
        shoulder=(stood.shoulder[0] - 0.015 * beat, stood.shoulder[1] - 0.04 * beat), tail_swing=2.0 * math.sin(8 * math.pi * phase),
        tail_degrees=14.0,
    )  # fmt: skip


def _calling(breed: Breed, phase: float) -> Posture:
    """A moo, a bleat, a neigh, a meow: the muzzle lifted a little."""
    stood = standing(breed, phase, 0.0)
    up = _wave(phase, 0.10, 0.62, 0.16)
    return replace(
        stood, neck_degrees=breed.neck_degrees + 10 * up, face_degrees=breed.droop - 24 * up, mouth=0.65 * up, ear_swing=0.8 * up
    )  # fmt: skip


def _drinking(breed: Breed, phase: float) -> Posture:
    low = grazing(breed, 0.0)
    lap = math.sin(12 * math.pi * phase)
    return replace(
        low, neck_degrees=low.neck_degrees + 1.0 * lap, face_degrees=low.face_degrees - 14, mouth=0.14 + 0.12 * max(0.0, lap),
        tail_swing=0.5 * math.sin(2 * math.pi * phase),
    )  # fmt: skip


def _sniffing(breed: Breed, phase: float) -> Posture:
    low = grazing(breed, 0.0)
    sweep, twitch = math.sin(2 * math.pi * phase), math.sin(16 * math.pi * phase)
    return replace(
        low, neck_degrees=low.neck_degrees + 6 + 5 * sweep, face_degrees=low.face_degrees - 8 - 4 * sweep + 1.5 * twitch,
        tail_swing=1.2 * math.sin(4 * math.pi * phase), tail_degrees=10.0,
    )  # fmt: skip


def _digging(breed: Breed, phase: float) -> Posture:
    bowed = playing(breed, 0.5)
    leg = leg_of(breed)
    feet = []
    for offset in (0.0, 0.5):
        own = (6 * phase + offset) % 1
        feet.append(
            Step(
                breed.long / 2 + 0.30 - 0.26 * own,
                -0.16 * leg * math.sin(math.pi * own) * (own > 0.5),
                -0.5 if own < 0.5 else 0.4,
            )
        )
    shake = math.sin(12 * math.pi * phase)
    return replace(
        bowed, feet=(bowed.feet[0], feet[0], bowed.feet[2], feet[1]), neck_degrees=-8 + 3 * shake, face_degrees=44 + 3 * shake,
        tail_swing=2.0 * math.sin(8 * math.pi * phase), ear_swing=0.4 * shake,
    )  # fmt: skip


def _scratching(breed: Breed, phase: float) -> Posture:
    """A hind foot at the ear, the head held towards it."""
    sat = sitting(breed, 0.0)
    busy = _wave(phase, 0.06, 0.9, 0.1)
    quick = math.sin(24 * math.pi * phase) * busy
    down = sat.feet[0]
    ear_x, ear_y = sat.shoulder[0] + 0.06, sat.shoulder[1] - 0.12 * breed.neck
    foot = Step(down.x + (ear_x - down.x) * busy, (ear_y + 0.03 * quick) * busy, 0.45 * busy)
    return replace(
        sat, feet=(foot, *sat.feet[1:]), neck_degrees=sat.neck_degrees + 6 * busy, face_degrees=breed.droop + 20 * busy + 2 * quick,
        asleep=busy > 0.6, ear_swing=1.2 * quick,
    )  # fmt: skip


def _stretching(breed: Breed, phase: float) -> Posture:
    deep = _wave(phase, 0.05, 0.92, 0.25)
    bowed, stood = playing(breed, 0.5), standing(breed, 0.0, 0.0)

    def between(a: float, b: float) -> float:
        return a + (b - a) * deep

    fore = tuple(Step(between(stood.feet[n].x, bowed.feet[n].x + 0.12), 0.0, -0.5) for n in (1, 3))
    return replace(
        stood, shoulder=(between(stood.shoulder[0], bowed.shoulder[0]), between(stood.shoulder[1], bowed.shoulder[1] + 0.04)),
        feet=(stood.feet[0], fore[0], stood.feet[2], fore[1]), neck_degrees=between(breed.neck_degrees, 24), face_degrees=breed.droop - 14 * deep,
        mouth=0.8 * _wave(phase, 0.35, 0.7, 0.12), asleep=0.4 < phase < 0.7, tail_degrees=26 * deep, tail_swing=0.6 * math.sin(2 * math.pi * phase),
    )  # fmt: skip


def _browsing(breed: Breed, phase: float) -> Posture:
    """Leaves from a tree: the head stays up and pulls a little."""
    stood = standing(breed, phase, 0.0)
    pull = math.sin(4 * math.pi * phase)
    return replace(
        stood, neck_degrees=breed.neck_degrees - 2 + 2 * pull, face_degrees=4 - 5 * pull, mouth=0.18 + 0.16 * math.sin(16 * math.pi * phase)
    )  # fmt: skip


def _munching(breed: Breed, phase: float) -> Posture:
    """Sitting, what is eaten held in a fore paw before the mouth."""
    sat = sitting(breed, phase)
    bite = 0.5 + 0.5 * math.sin(4 * math.pi * phase)
    x, y = sat.shoulder[0] + 0.60 * breed.neck + 1.5 * breed.head, sat.shoulder[1] + 0.12
    near, far = Step(x + 0.03 * bite, y - 0.05 * bite, 0.3), Step(x + 0.06, y + 0.08, 0.3)
    return replace(
        sat, feet=(sat.feet[0], near, sat.feet[2], far), face_degrees=breed.droop + 16 - 6 * bite,
        mouth=max(0.0, 0.22 * math.sin(16 * math.pi * phase)), neck_degrees=sat.neck_degrees - 4 * bite,
    )  # fmt: skip


def _catching(breed: Breed, phase: float) -> Posture:
    """Down to the water, and up with a fish."""
    low = grazing(breed, 0.0)
    stood = standing(breed, phase, 0.0)
    up = _wave(phase, 0.2, 0.95, 0.12)
    return replace(
        stood, neck_degrees=low.neck_degrees + (breed.neck_degrees + 6 - low.neck_degrees) * up,
        face_degrees=low.face_degrees + (breed.droop - low.face_degrees) * up, mouth=0.34,
    )  # fmt: skip


_TALK, _FEED = frozenset({"talk", "stand", "look", "sit"}), frozenset({"eat", "stand", "look", "walk"})

#: Trait, as the director gives it by the verb -> antic.
ANTICS: dict[str, Antic] = {
    "howling": Antic(_howling, 60, actions=_TALK),
    "roaring": Antic(_roaring, 40, actions=_TALK),
    "barking": Antic(_barking, 24, actions=_TALK),
    "calling": Antic(_calling, 42, actions=_TALK),
    "drinking": Antic(_drinking, actions=_FEED),
    "sniffing": Antic(_sniffing, actions=_FEED),
    "digging": Antic(_digging, 48, "clods", actions=frozenset({"play", "stand"})),
    "scratching": Antic(_scratching, 48, actions=frozenset({"play", "stand", "sit"})),
    "stretching": Antic(_stretching, 60, actions=frozenset({"play", "stand", "sit", "lie"})),
    "catching fish": Antic(_catching, 60, "fish", actions=frozenset({"play", "run", "eat", "stand", "look", "sit"})),
}

#: How its kind eats -> antic.
_FEEDING: dict[str, Antic] = {
    "leaves": Antic(_browsing, 48, "tree"),
    "bamboo": Antic(_munching, 48, "bamboo"),
    "nut": Antic(_munching, 48, "nut"),
}
