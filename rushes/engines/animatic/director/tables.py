"""Tables: indoors, small things do not lie on the floor."""

from __future__ import annotations

from . import casting
from .mentions import Figure, Reading, Relation

#: Where small things are put on a table.
_ROOMS = frozenset({"room", "kitchen", "laboratory", "office"})
#: More than this a table does not hold.
_HOLDS = 4


def lay(figures: list[Figure], relations: list[Relation], reading: Reading, setting: str) -> None:
    """Put what is small on a table, if the scene is indoors or the prompt names one; both lists may grow."""
    named = "table" in reading.features
    if setting not in _ROOMS and not named:
        return
    placed = {relation.first for relation in relations if relation.kind in ("on", "above", "plays")}
    loose = [
        number
        for number, figure in enumerate(figures)
        if number not in placed
        and figure.action in (None, "stand", "sit", "lie", "look", "float", "play")
        and casting.is_small(figure.rig)
    ][:_HOLDS]
    if not loose and (not named or setting == "office"):
        return
    under = next((number for number, figure in enumerate(figures) if figure.rig == "table"), None)
    if under is None:
        under = len(figures)
        figures.append(Figure("table", "table", "landmark", 0, 0, colour=None))
    for number in loose:
        figures[number].action = "stand"
        relations[:] = [r for r in relations if not (r.first == number and r.kind in ("in", "below", "beside"))]
        relations.append(Relation(number, "on", under))
    reading.features.pop("table", None)
