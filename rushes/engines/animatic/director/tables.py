"""Tables: indoors, small things do not lie on the floor."""

from __future__ import annotations

from rushes.engines.animatic import artists

from . import casting
from .mentions import Figure, Reading, Relation

#: Where small things are put on a table.
_ROOMS = frozenset({"room", "kitchen", "laboratory", "office"}) | artists.rooms()
#: More than this a table does not hold.
_HOLDS = 4
#: What may be done on a table.
_QUIET = (None, "stand", "sit", "lie", "look", "float", "play", "burn", "spin", "grow")


def lay(figures: list[Figure], relations: list[Relation], reading: Reading, setting: str) -> None:
    """Put what is small on a table, if the scene is indoors or the prompt names one; both lists may grow."""
    named = "table" in reading.features
    if setting not in _ROOMS and not named:
        return
    kept = {relation.first for relation in relations if relation.kind in ("on", "above", "plays")}
    kept |= _beside_big(figures, relations)
    # What an animal plays with lies on the floor with it.
    kept |= {
        r.second
        for r in relations
        if figures[r.first].action == "play" and casting.kind(figures[r.first].rig) == "legs"
    }
    kept |= {r.first for r in relations if r.kind == "in" and figures[r.second].rig in casting.CONTAINERS}
    kept |= {r.second for r in relations if r.kind == "in" and not _is_small(figures[r.first])}
    loose = [
        number
        for number, figure in enumerate(figures)
        if number not in kept and figure.action in _QUIET and _is_small(figure)
    ][:_HOLDS]
    if not loose and (not named or setting == "office"):
        return
    under = next((number for number, figure in enumerate(figures) if figure.rig == "table"), None)
    if under is None:
        under = len(figures)
        figures.append(Figure("table", "table", "landmark", 0, 0))
    for number in loose:
        figures[number].action = figures[number].action if figures[number].action in ("burn", "spin") else "stand"
        relations[:] = [r for r in relations if not (r.first == number and r.kind in ("in", "below", "beside"))]
        relations.append(Relation(number, "on", under))
    reading.features.pop("table", None)


def _is_small(figure: Figure) -> bool:
    return casting.is_small(figure.rig) or casting.is_small(casting.drawing(figure.noun) or figure.rig)


def _beside_big(figures: list[Figure], relations: list[Relation]) -> set[int]:
    """What stands next to something that is too big for a table stays with it."""
    big = {
        number
        for number, figure in enumerate(figures)
        if casting.kind(figure.rig) == "still" and not _is_small(figure) and figure.rig != "table"
    }
    pairs = [(r.first, r.second) for r in relations if r.kind in ("beside", "left", "right", "behind", "before")]
    return {first for first, second in pairs if second in big} | {second for first, second in pairs if first in big}
