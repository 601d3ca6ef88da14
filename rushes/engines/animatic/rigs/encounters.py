"""Encounters: the names, as traits, of what two of a cast do with, to or after each other."""

from __future__ import annotations

from collections.abc import Sequence

#: They run at each other from both sides of the frame; they stand and look at each other.
CHARGING, FACE_TO_FACE = "charging", "face to face"
#: One goes before and the other comes after him, close behind: a truck and what it tows, a dog and who has its leash.
TOWING, TOWED, LEASHED, LEASH = "towing", "towed", "on a leash", "holding a leash"
CHASED = "chased"
#: Where a hand meets another's: out (to the side, towards him), forward or back, or where both are around somebody; and how
#: many metres above the ground.
_CLASP = "hand "
PLACES = ("out", "forward", "back", "around")


def clasp(place: str, aside_metres: float, up_metres: float) -> str:
    return f"{_CLASP}{place} {aside_metres:.2f} {up_metres:.2f}"


def clasp_of(traits: Sequence[str]) -> tuple[str, float, float] | None:
    """(place, metres aside, metres up) where a hand is held by another's; None when it is free."""
    for trait in traits:
        words = trait.split()
        if trait.startswith(_CLASP) and len(words) == 4 and words[1] in PLACES:
            return words[1], float(words[2]), float(words[3])
    return None
