"""Places: where a plan's sounds come from, what its feet walk on, and the room that they are in."""

from __future__ import annotations

import numpy as np

from rushes.engines.animatic.plan import ShotPlan, Subject

from .span import SAMPLES_PER_SECOND, Span, Stereo

#: Contacts per second where no puppet says when its feet touch down.
_STEPS_PER_SECOND = {"walk": 1.9, "trot": 3.2, "run": 2.9, "dance": 2.4, "jump": 1.0, "play": 1.5, "sail": 0.4}
_HOOFED = ("horse", "pony", "deer", "cow", "goat", "sheep", "donkey", "zebra", "unicorn", "moose", "bull", "elk")
_LIGHT = ("cat", "fox", "dog", "kitten", "puppy", "rabbit", "mouse", "bird", "squirrel", "hedgehog", "child")
_PAWED = (
    "cat", "fox", "dog", "kitten", "puppy", "rabbit", "mouse", "bird", "squirrel", "hedgehog", "wolf", "lion", "tiger", "bear",
    "panda", "elephant", "dinosaur", "dragon", "penguin", "monkey", "rhino", "hippo", "tortoise", "duck", "chicken", "rooster",
    "pig", "camel", "giraffe", "kangaroo", "leopard", "cheetah", "panther", "lizard", "crocodile", "raccoon", "otter",
)  # fmt: skip
_HEAVY = ("elephant", "dinosaur", "bear", "giant", "robot", "dragon", "rhino", "hippo")


def pan_of(subject: Subject, t: float, seconds: float) -> float:
    """Where a subject is heard at t: 0 left .. 1 right; one that travels crosses its place at mid-shot."""
    x = subject.x
    if subject.travels and seconds > 0:
        # In a film that has been extended it goes on, but never out of hearing.
        x += subject.facing * 0.5 * (t / seconds - 0.5)
    return float(np.clip(0.15 + 0.7 * x, 0.05, 0.95))


def seen_at(plan: ShotPlan, span: Span, of: tuple[str, ...], sound: Stereo) -> Stereo:
    """The sound where the first subject is that it comes from; as it is when none is seen."""
    for subject in plan.subjects:
        if subject.rig in of or any(word in of for word in subject.noun.lower().split()):
            ends = [pan_of(subject, t, plan.seconds) for t in (span.t[0], span.t[-1])]
            pan = np.linspace(ends[0], ends[1], span.samples, dtype=np.float32)
            # Some of its own width stays, so that it is a body and not a point.
            middle = sound.mean(axis=0) * np.float32(1.2)
            aimed = np.stack([middle * np.sqrt(1 - pan), middle * np.sqrt(pan)]) * np.float32(1.2)
            # What goes by comes near in the middle of its way.
            near = 0.55 + 0.55 * np.exp(-(((pan - 0.5) / 0.16) ** 2)) if subject.travels else np.float32(1.0)
            return (sound * np.float32(0.28) + aimed) * near
    return sound


#: Rooms with boards, and those with stone or tiles underfoot.
_BOARDS = frozenset(
    [
        "room",
        "stage_hall",
        "mansion",
        "attic",
        "library",
        "bar",
        "classroom",
        "bedroom",
        "shop",
        "art_studio",
        "train_interior",
        "office",
    ]
)
_PAVED = frozenset(
    [
        "cafe",
        "bathroom",
        "church_interior",
        "castle_hall",
        "hospital",
        "workshop",
        "starship",
        "backdrop",
        "museum",
        "station",
        "subway",
        "factory",
        "dungeon",
        "airport",
        "aquarium_hall",
        "courtroom",
        "nightclub",
        "cave",
        "ice_cave",
        "gym",
        "greenhouse",
    ]
)
#: Places outside that are paved, and those of sand or dust.
_STREETS = frozenset(
    [
        "city",
        "street",
        "highway",
        "village",
        "wall",
        "market",
        "castle",
        "train_station",
        "old_town_alley",
        "cyberpunk_city",
        "rooftop",
        "airfield",
        "suburb",
        "gas_station",
    ]
)
_SANDS = frozenset(["desert", "beach", "planet", "pyramids", "canyon", "mars", "lunar_surface"])
#: Rooms that ring, and those in which voices only stand in the air.
_RINGING = frozenset(
    [
        "church_interior",
        "castle_hall",
        "station",
        "subway",
        "dungeon",
        "cave",
        "ice_cave",
        "museum",
        "factory",
        "mansion",
    ]
)


def ground_of(plan: ShotPlan) -> str:
    """What the feet of this plan walk on."""
    if plan.setting in _BOARDS:
        return "wood"
    if plan.setting in _PAVED:
        return "stone"
    if plan.setting in ("sea", "underwater"):
        return "water"
    if plan.setting in ("kitchen", "laboratory"):
        return "stone"
    if plan.weather == "snow" or plan.season == "winter" or plan.setting in ("arctic", "winter_town"):
        return "snow"
    if plan.setting in _STREETS:
        return "puddles" if plan.weather in ("rain", "storm") else "stone"
    if plan.setting in _SANDS:
        return "sand"
    if plan.setting == "harbour":
        return "wood"
    return "stone" if plan.setting in ("mountains", "volcano", "cliff_coast") else "grass"


def echo_of(plan: ShotPlan) -> tuple[float, float]:
    """(seconds, share) of the echo that voices have."""
    rooms = {
        "stage_hall": (2.2, 0.3),
        "wall": (2.6, 0.35),
        "room": (0.6, 0.18),
        "space": (3.0, 0.35),
        "street": (0.9, 0.12),
    }
    if plan.setting in _RINGING:
        return (2.0, 0.28)
    return rooms.get(plan.setting, (0.6, 0.16) if plan.setting in _BOARDS | _PAVED else (0.4, 0.06))


def is_hoofed(subject: Subject) -> bool:
    return _is_one_of(subject, _HOOFED)


def is_shod(subject: Subject) -> bool:
    """Does it roll from heel to toe, as people do who walk?"""
    return subject.action == "walk" and not _is_one_of(subject, _HOOFED + _PAWED)


def weight_of(subject: Subject) -> float:
    """How heavily it treads: 1 is a grown man."""
    weight = 0.7 if _is_one_of(subject, _LIGHT) else 1.6 if _is_one_of(subject, _HEAVY) else 1.0
    return weight * float(np.clip(subject.scale, 0.5, 1.6))


def _is_one_of(subject: Subject, words: tuple[str, ...]) -> bool:
    return subject.rig in words or any(word in words for word in subject.noun.lower().split())


def usual_contacts(subject: Subject, span: Span) -> list[float]:
    """When feet touch down, film seconds, if nobody knows better."""
    rate = _STEPS_PER_SECOND.get(subject.action)
    if rate is None:
        return []
    if is_hoofed(subject):
        rate *= 1.6
    first, last = int(max(span.start, 0) / SAMPLES_PER_SECOND * rate), int(span.end / SAMPLES_PER_SECOND * rate)
    return [(number + 0.35) / rate for number in range(first, last + 1)]
