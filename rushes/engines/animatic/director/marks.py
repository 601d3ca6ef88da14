"""Marks: how the figures of a reading are described, dressed and placed."""

from __future__ import annotations

from . import casting, verbs
from .clauses import Clause, Pending
from .function_words import RELATIONS
from .mentions import PERSON_RIGS, Reading
from .spelling import is_noun

#: Kinds of movement whose drawings can wear and carry things.
_WEARERS = frozenset({"legs", "wings", "dragon"})
#: What is worn or carried that a hand holds, by its trait and by its own word; the wardrobe has the rest.
_IN_HAND = frozenset({"cup", "phone", "microphone", "laptop"})
#: Worn or carried, and not drawn on anybody.
_UNSEEN = frozenset({"skateboard", "headphones", "gloves", "collar"})
_CARRIED = frozenset(
    ["suitcase", "briefcase", "handbag", "bag", "basket", "luggage", "axe", "newspaper", "map", "scroll", "telescope", "broom", "broomstick",
     "fishing rod", "fishing pole", "shovel", "shield", "bow and arrow"]
)  # fmt: skip


class Marks:
    """The figures that a clause speaks of, and what its words add to them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._figures = reading.figures

    def multiply(self, clause: Clause, count: int) -> None:
        for index in clause.group[-1:]:
            figure = self._figures[index]
            figure.count, figure.plural = max(figure.count, count), True

    def any_in(self, clause: Clause) -> bool:
        return bool(clause.subjects or clause.group)

    def place(
        self, clause: Clause, *, side: str | None = None, layer: str | None = None, heading: str | None = None
    ) -> bool:
        """Put those named last on a side, in a layer or on a heading; false when nobody was named yet."""
        doers = clause.subjects or clause.group if heading else clause.group or clause.subjects
        if (side is not None and any(self._figures[index].side for index in doers)) or (
            layer is not None and any(self._figures[index].layer for index in doers)
        ):
            doers = doers[-1:]
        for index in doers:
            figure = self._figures[index]
            figure.side = side or figure.side
            figure.layer = layer or figure.layer
            figure.heading = heading or figure.heading
        return bool(doers)

    def head(self, noun: str, clause: Clause, at: int) -> None:
        """ "Maple syrup", "an alien mothership": a strange noun right behind a known one is what is meant, and is not drawn."""
        last = self._figures[-1] if self._figures else None
        if last is None or last.plural or last.at + last.noun.count(" ") + 1 != at or not is_noun(noun):
            return
        self._reading.not_drawn.append(f"{last.noun} {noun}")
        made_of = last.rig in ("tree", "flower") or casting.is_small(last.rig)
        if made_of and self._figures.index(last) in clause.group:
            last.count = 0
            clause.group = [index for index in clause.group if self._figures[index] is not last]
            clause.subjects = [index for index in clause.subjects if self._figures[index] is not last]

    def paint(self, colour: str, clause: Clause) -> bool:
        for index in clause.subjects:
            self._figures[index].colour = self._figures[index].colour or colour
        return bool(clause.subjects)

    def describe(self, trait: str, clause: Clause) -> bool:
        for index in clause.subjects:
            if trait not in self._figures[index].traits:
                self._figures[index].traits.append(trait)
        return bool(clause.subjects)

    def wear(self, thing: str, name: str, pending: Pending, clause: Clause) -> bool:
        """Give what is worn or carried to the one named before; `name` is the prompt's own word for it."""
        wearers = [n for n in (clause.group or clause.subjects) if casting.kind(self._figures[n].rig) in _WEARERS]
        for index in wearers:
            figure = self._figures[index]
            kind = name.split()[0] if name.endswith(" hat") else name
            piece = casting.found(name)
            if figure.rig in PERSON_RIGS and piece and (thing in _IN_HAND or name in _CARRIED):
                figure.traits += [name, piece]
                continue
            if figure.rig not in PERSON_RIGS or thing in _UNSEEN:
                self._reading.not_drawn.append(name)
            figure.traits += [trait for trait in dict.fromkeys((thing, kind)) if trait not in figure.traits]
            if pending.colour:
                figure.traits.append(f"{thing}:{pending.colour}")
                if figure.rig in PERSON_RIGS and figure.colour is None and thing in ("coat", "dress", "suit", "shirt"):
                    figure.colour = pending.colour
        if any(self._figures[n].rig == "snowman" for n in clause.group or clause.subjects) and thing in (
            "hat",
            "scarf",
        ):
            return True  # it has both of its own
        return bool(wearers)

    def relate(self, prep: str, clause: Clause) -> None:
        """Remember that the next figure stands so to the one before."""
        kind = RELATIONS.get(prep)
        before = clause.group if clause.group_role != "landmark" else clause.subjects or clause.group
        if clause.verb_seen and clause.subjects and clause.group_role != "object":
            before = clause.subjects
        played = clause.verb in ("play", "strum") and any(
            self._figures[n].noun in verbs.INSTRUMENTS for n in clause.group
        )
        if played and clause.subjects:
            before = clause.subjects  # who plays a guitar in a boat is in the boat
        holder = clause.group[-1:] if clause.prep in ("in", "inside") and clause.last_figure else []
        if kind == "on" and holder and self._figures[holder[0]].rig in casting.CONTAINERS:
            # "Roses in a vase on a sill": the vase is what stands there.
            before = holder
        clause.anchor = (before[0], kind) if kind and before else None
        clause.anchored = tuple(before)
