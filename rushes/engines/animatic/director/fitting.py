"""Fitting: a place as it must be, seeing who is there: fish in the sea are under water, and nobody stands on waves."""

from __future__ import annotations

from . import casting, places, riding
from .mentions import PERSON_RIGS, Reading

#: What goes past a shop, and not through it.
_OF_THE_STREET = frozenset(
    {"bicycle", "motorcycle", "car", "taxi", "bus", "truck", "vintage_car", "convertible", "tram"}
)
_ON_FEET = frozenset(
    {None, "stand", "walk", "run", "play", "sit", "look", "talk", "dance", "jump", "trot", "lie", "eat", "sleep"}
)


def fitting(place: str, reading: Reading) -> str:
    """Correct a place that those in it contradict: fish in the sea are under water."""
    lead = reading.figures[0] if reading.figures else None
    if place in ("street", "city", "market", "village") and any(
        casting.kind(riding.drawing(figure)) == "hull" and figure.count for figure in reading.figures
    ):
        return "harbour"  # what floats is not set on a road: houses by the water
    people = next((figure for figure in reading.figures if figure.rig in PERSON_RIGS and figure.count), None)
    afloat = any(casting.kind(riding.drawing(f)) in ("hull", "swimmer") and f.count for f in reading.figures)
    if place == "sea" and people is not None and people.inside is None and people.action in _ON_FEET and not afloat:
        return (
            "underwater" if "underwater" in places.NOUN_HABITATS.get(people.noun, ()) else "beach"
        )  # nobody stands on waves
    if place == "underwater" and lead is not None and lead.action == "jump" and casting.kind(lead.rig) == "swimmer":
        return "sea"  # who leaps leaps out of it
    sits = (
        people is not None and people.action == "sit" and any(f.rig == "boulder" and f.count for f in reading.figures)
    )
    if place == "underwater" and sits and not reading.votes.get("place"):
        return "sea"  # a mermaid sits on a rock in the air
    if place == "sea" and lead is not None and riding.drawing(lead) == "submarine":
        return "underwater"
    if place == "sea" and lead is not None and lead.rig in ("fish", "jellyfish", "turtle") and lead.action != "jump":
        return "underwater"
    if place == "swimming_pool" and lead is not None and lead.action == "swim":
        return "underwater"  # swimmers are seen from within the water
    if (
        place == "sky"
        and people is not None
        and people.noun in ("climber", "mountaineer", "hiker", "skier", "snowboarder")
    ):
        return "mountains"  # above the clouds, and on a mountain
    if place in ("forest", "pine_forest") and lead is not None and casting.kind(lead.rig) == "aircraft":
        return "mountains"
    if place == "mountains" and any(figure.rig == "lighthouse" for figure in reading.figures):
        return "cliff_coast"
    if place in ("mountains", "beach") and "cliff" in reading.features and {"sea", "waves"} & set(reading.features):
        return "cliff_coast"
    if (
        place == "city"
        and reading.winner("move") != "aerial"
        and any(v.value in ("street", "market") and v.weight >= 1.5 for v in reading.votes.get("place", ()))
    ):
        return next(v.value for v in reading.votes["place"] if v.value in ("street", "market"))  # of that city
    if place in places.INDOORS and any(riding.drawing(f) in _OF_THE_STREET and f.count for f in reading.figures):
        return "street"  # who rides past a bakery is before it
    if place == "forest" and is_winter(reading):
        return "pine_forest"
    return place


def is_winter(reading: Reading) -> bool:
    return any(vote.value == "winter" for vote in reading.votes.get("season", ()))
