"""Removal: take away what negatives name, and say what that was."""

from __future__ import annotations

from rushes.engines.animatic.rigs.catalog import BEASTS

from . import casting
from .mentions import PERSON_RIGS, Figure, Reading

_ANIMALS = frozenset(
    [
        "fox",
        "turkey",
        "dodo",
        "phoenix",
        "grasshopper",
        "cricket",
        "fly",
        "mosquito",
        "squid",
        "pufferfish",
        "shrimp",
        "dog",
        "cat",
        "wolf",
        "horse",
        "deer",
        "bear",
        "lion",
        "elephant",
        "rabbit",
        "cow",
        "bird",
        "eagle",
        "owl",
        "seagull",
        "fish",
        "whale",
        "dolphin",
        "turtle",
        "jellyfish",
        "butterfly",
        "dragon",
    ]
)
_VEHICLES = frozenset(
    {
        "car",
        "sports_car",
        "taxi",
        "police_car",
        "truck",
        "fire_engine",
        "tractor",
        "bus",
        "bicycle",
        "motorcycle",
        "train",
    }
)
_GROUPS: dict[str, frozenset[str]] = {
    "people": PERSON_RIGS,
    "animal": _ANIMALS | BEASTS | casting.pieces_of("beast", "crawler", "swimmer"),
    "vehicle": _VEHICLES | casting.pieces_of("vehicle"),
}
_PEOPLE_WORDS = frozenset({"person", "people", "human", "human figure", "crowd", "anyone", "pedestrian", "figure"})


def remove(reading: Reading) -> dict[str, None]:
    """Take out of a reading what its negatives name. Returns the names of what may not appear, in plain plural words
    ("people", "clouds", "dialogue"), as an ordered set.
    """
    gone: dict[str, None] = {}
    for word, meanings in reading.removed.items():
        rigs = {value for kind, value in meanings if kind == "rig"}
        name = word
        if "human" in rigs or word in _PEOPLE_WORDS:
            name, rigs = "people", set(PERSON_RIGS)
        for kind, value in meanings:
            if kind == "group":
                rigs |= _GROUPS[value]
                name = {"people": "people", "animal": "animals", "vehicle": "vehicles"}[value]
            elif kind == "lines":
                name = "dialogue"
            elif kind == "sounds":
                name = "sounds"
            elif kind == "music":
                name = "music"
                reading.votes.pop("music", None)
            elif kind == "move":
                reading.votes.pop("move", None)
                name = "camera moves"
            elif kind == "feature":
                reading.features.pop(value, None)
                name = value
            elif kind == "sound":
                reading.sounds[:] = [sound for sound in reading.sounds if sound != value]
                gone.setdefault(value)
            elif kind in ("weather", "time", "season", "style", "place") and kind in reading.votes:
                reading.votes[kind] = [vote for vote in reading.votes[kind] if vote.value != value]
                if not reading.votes[kind]:
                    del reading.votes[kind]
        whole = any(kind == "group" for kind, _ in meanings)
        _drop(reading, rigs, set() if whole else {value for kind, value in meanings if kind == "figure"})
        gone.setdefault(name)
    return gone


def _drop(reading: Reading, rigs: set[str] | frozenset[str], nouns: set[str]) -> None:
    """Take figures out and renumber what points at them."""

    def named(figure: Figure) -> bool:
        if figure.rig in PERSON_RIGS or not nouns:
            return figure.rig in rigs
        return figure.noun in nouns or (figure.rig in rigs and figure.rig in nouns)

    lost = {number for number, figure in enumerate(reading.figures) if named(figure)}
    if not lost:
        return
    new = {old: index for index, old in enumerate(n for n in range(len(reading.figures)) if n not in lost)}
    reading.figures[:] = [figure for number, figure in enumerate(reading.figures) if number not in lost]
    for figure in reading.figures:
        figure.inside = new.get(figure.inside) if figure.inside is not None else None
    reading.relations[:] = [
        type(r)(new[r.first], r.kind, new[r.second]) for r in reading.relations if r.first in new and r.second in new
    ]
    for spoken in reading.spoken:
        spoken.speaker = new.get(spoken.speaker) if spoken.speaker is not None else None
