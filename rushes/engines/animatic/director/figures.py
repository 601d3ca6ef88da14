"""Figures: who and what a prompt names, which words describe them and what they do."""

from __future__ import annotations

from . import nouns, verbs
from .clauses import Clause, Pending
from .function_words import RELATIONS
from .lexicon import Match, Sense
from .mentions import PERSON_RIGS, Figure, Reading, Relation

#: More than any frame can hold; what comes later in a long prompt is only scenery.
FIGURES_MAX = 12
COUNT_MAX = 12

_LIFELESS = frozenset({"piano", "guitar", "campfire", "lamp", "lighthouse", "tree", "flower", "ball", "cake", "card"})
_VEHICLES = frozenset({"car", "truck", "bus", "bicycle", "train", "sailboat", "ship", "airplane", "rocket", "balloon"})
_MOUNTS = _VEHICLES | {
    "horse",
    "elephant",
    "dragon",
    "bear",
    "whale",
    "dolphin",
    "turtle",
    "deer",
    "wolf",
    "lion",
    "eagle",
}
_RIDING = frozenset(
    [
        "ride",
        "drive",
        "pilot",
        "fly",
        "sail",
        "row",
        "steer",
        "paddle",
        "cycle",
        "pedal",
        "operate",
        "board",
        "navigate",
        "cruise",
    ]
)
_ANEW = frozenset({"another", "a second", "a third", "each", "every"})
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "both", "these", "those"})
#: Words for several at once -> who they are.
GROUPS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "couple": (("man", "man", 1), ("woman", "woman", 1)),
    "lover": (("man", "man", 1), ("woman", "woman", 1)),
    "parent": (("man", "man", 1), ("woman", "woman", 1)),
    "family": (("man", "man", 1), ("woman", "woman", 1), ("child", "child", 1)),
    "twin": (("child", "child", 2),),
    "crowd": (("person", "human", 8),),
    "band": (("musician", "human", 4),),
    "orchestra": (("musician", "human", 8),),
    "team": (("player", "human", 4),),
    "cattle": (("cow", "cow", 4),),
    "livestock": (("cow", "cow", 4),),
}


class Cast:
    """The figures of one reading, and the rules by which words find them."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self.next_is_trait = False
        self.last_is_plural = False

    @property
    def _figures(self) -> list[Figure]:
        return self._reading.figures

    # -- who is named --

    def figure(
        self, sense: Sense, match: Match, clause: Clause, pending: Pending, sentence: int, at: int, *, adjacent: bool
    ) -> None:
        """Note a noun that has a drawing."""
        noun, rig = sense.phrase, sense.value
        if clause.prep == "like":
            return
        if self.next_is_trait and clause.group:
            self.next_is_trait = False
            self._figures[clause.group[-1]].traits.append(noun)
            return
        self.last_is_plural = match.plural
        if noun in GROUPS and not (noun == "band" and adjacent):
            self._enter(
                [
                    self._add(Figure(n, r, self._role(clause), sentence, at, count=c, plural=True), pending)
                    for n, r, c in GROUPS[noun]
                ],
                clause,
            )
            return
        if adjacent and clause.group and self._compound(noun, rig, clause, pending, at):
            return
        known = self._same(noun, pending, sentence)
        if known is not None:
            self._describe(self._figures[known], pending)
            self._enter([known], clause)
            return
        figure = Figure(noun, rig, self._role(clause), sentence, at, plural=match.plural)
        if match.plural and pending.count is None:
            figure.count = 4 if rig in PERSON_RIGS else 3
        index = self._add(figure, pending)
        if index >= 0:
            self._instrument(index, clause)
            self._enter([index], clause)

    def unknown(self, noun: str, clause: Clause, pending: Pending, sentence: int) -> None:
        """Note a noun without a drawing; as the subject of a sentence it gets a card, else it is reported."""
        rig = next(
            (rig for ending, rig in nouns.ENDINGS if noun.endswith(ending) and len(noun) > len(ending) + 1), "card"
        )
        if rig == "card" and pending.det == "'s":
            return
        if rig == "card" and (
            clause.prep is not None or clause.verb_seen or clause.subjects or clause.scenery or self._figures
        ):
            self._reading.not_drawn.append(noun)
            return
        index = self._add(Figure(noun, rig, self._role(clause), sentence, 0), pending)
        if index >= 0:
            self._enter([index], clause)

    def _role(self, clause: Clause) -> str:
        if clause.prep is not None:
            return "landmark"
        return "object" if clause.verb_seen else "subject"

    def _add(self, figure: Figure, pending: Pending) -> int:
        if len(self._figures) >= FIGURES_MAX:
            return -1
        for trait in noun_traits(figure.noun):
            figure.traits.append(trait)
        self._describe(figure, pending)
        self._figures.append(figure)
        return len(self._figures) - 1

    def _describe(self, figure: Figure, pending: Pending) -> None:
        if pending.count is not None:
            figure.count = max(1, min(COUNT_MAX, pending.count))
            figure.plural = figure.count > 1
        figure.colour = pending.colour or figure.colour
        figure.scale = pending.scale or figure.scale
        figure.traits += [trait for trait in pending.traits if trait not in figure.traits]
        figure.side = pending.side or figure.side
        figure.layer = pending.layer or figure.layer
        if pending.action is not None:
            _set_action(figure, pending.action)

    def _same(self, noun: str, pending: Pending, sentence: int) -> int | None:
        """The figure that this noun means again: "the fox", or the same noun in a later sentence."""
        if pending.det in _ANEW:
            return None
        for index in range(len(self._figures) - 1, -1, -1):
            figure = self._figures[index]
            said_again = figure.noun == noun or (pending.det in _DEFINITE and _kin(figure, noun))
            colour_differs = pending.colour and figure.colour and pending.colour != figure.colour
            if (
                said_again
                and not colour_differs
                and (pending.det in _DEFINITE or (figure.sentence != sentence and not pending.count))
            ):
                return index
        return None

    def _compound(self, noun: str, rig: str, clause: Clause, pending: Pending, at: int) -> bool:
        """ "robot dog", "piano player": the noun before describes this one."""
        first = self._figures[clause.group[-1]]
        if first.plural or first.at != at - 1 - first.noun.count(" "):
            return False
        was, first.noun, first.rig = first.noun, noun, rig
        first.traits = [*noun_traits(noun), *(t for t in first.traits if t not in noun_traits(was)), was]
        first.plural = self.last_is_plural
        if first.plural and first.count == 1:
            first.count = 3
        if was in verbs.INSTRUMENTS:
            _set_action(first, "play")
        return True

    def _instrument(self, index: int, clause: Clause) -> None:
        figure = self._figures[index]
        if figure.noun not in verbs.INSTRUMENTS or clause.verb not in (
            "play",
            "strum",
            "perform",
            "practice",
            "practise",
            "perform on",
        ):
            return
        for player in clause.subjects:
            self._figures[player].traits.append(f"playing {verbs.INSTRUMENTS[figure.noun]}")

    def _enter(self, indices: list[int], clause: Clause) -> None:
        """Make these the figures named last, and join them to the clause."""
        indices = [index for index in indices if index >= 0]
        if not indices:
            return
        role = self._figures[indices[0]].role if indices[0] == len(self._figures) - 1 else self._role(clause)
        if clause.anchor is not None:
            first, kind = clause.anchor
            self._reading.relations += [Relation(first, kind, index) for index in indices if index != first]
            clause.anchor = None
        if clause.verb in _RIDING and self._figures[indices[0]].rig in _MOUNTS and role != "subject":
            for rider in clause.subjects:
                if self._figures[rider].rig not in _MOUNTS:
                    self._figures[rider].inside = indices[0]
        joined = clause.joining and clause.group_role == role
        clause.fresh_object = clause.joining and clause.verb_seen and role == "object"
        clause.group = [*clause.group, *indices] if joined else list(indices)
        clause.group_role = role
        clause.joining = False
        if role == "subject":
            clause.subjects += [index for index in indices if index not in clause.subjects]
            if clause.action is not None:
                for index in indices:
                    _set_action(self._figures[index], clause.action)

    # -- what they do --

    def act(self, action: str, clause: Clause, *, finite: bool, direct: bool) -> None:
        """Give a verb to those who do it; `direct` when their noun stands right before it."""
        doers = clause.subjects or clause.earlier
        if direct and clause.group and (not finite or clause.fresh_object or not doers):
            if any(self._can(index, action) for index in clause.group):
                doers = clause.group
                if clause.fresh_object and finite:
                    clause.subjects = list(clause.group)
        elif clause.relative and clause.group and clause.group_role != "landmark":
            doers = clause.group
        if not doers and not clause.scenery:
            doers = clause.group
        if not doers:
            clause.action = clause.action or action
        for index in doers:
            if self._can(index, action):
                _set_action(self._figures[index], action)

    def _can(self, index: int, action: str) -> bool:
        figure = self._figures[index]
        return (
            figure.rig not in _LIFELESS
            or action in ("burn", "fall", "spin", "grow", "float", "jump", "stand", "dance")
            or figure.rig in ("ball", "card")
        )

    def speak(self, clause: Clause, tone: str | None, *, direct: bool) -> None:
        doers = (
            clause.group
            if direct and clause.group and not clause.subjects
            else clause.subjects or clause.group or clause.earlier
        )
        clause.speech = doers[-1] if doers else -1
        clause.tone = tone or clause.tone

    def speaker(self, clause: Clause, before: str) -> int | None:
        """Who says the quotation that stands here."""
        if clause.speech is not None:
            return clause.speech if clause.speech >= 0 else None
        for index in [*reversed(clause.subjects), *reversed(clause.group), *reversed(clause.earlier)]:
            if self._figures[index].rig not in _LIFELESS:
                return index
        return None

    def pronoun(self, word: str, clause: Clause) -> None:
        wanted = {"he": ("man", "human", "child", "knight", "astronaut"), "him": ("man", "human", "child"), "himself": ("man", "human", "child"),
                  "she": ("woman", "human", "child", "astronaut", "knight"), "her": ("woman", "human", "child"), "herself": ("woman", "human", "child")}.get(word)  # fmt: skip
        candidates = range(len(self._figures) - 1, -1, -1)
        found = next((i for i in candidates if wanted is None or self._figures[i].rig in wanted), None)
        if found is None:
            found = next((i for i in candidates if self._figures[i].role == "subject"), None)
        if found is None:
            if word in ("he", "she"):
                index = self._add(
                    Figure("man" if word == "he" else "woman", "man" if word == "he" else "woman", "subject", 0, 0),
                    Pending(),
                )
                self._enter([index], clause)
            return
        if word in ("they", "them", "themselves", "both"):
            subjects = [i for i, figure in enumerate(self._figures) if figure.role == "subject"] or [found]
        else:
            subjects = [
                next(
                    (
                        i
                        for i in candidates
                        if self._figures[i].role == "subject" and (wanted is None or self._figures[i].rig in wanted)
                    ),
                    found,
                )
            ]
        if not clause.verb_seen:
            clause.subjects = subjects
        clause.group, clause.group_role = subjects, "subject"

    # -- how they are described and placed --

    def any_in(self, clause: Clause) -> bool:
        return bool(clause.subjects or clause.group)

    def place(
        self, clause: Clause, *, side: str | None = None, layer: str | None = None, heading: str | None = None
    ) -> bool:
        """Put those named last on a side, in a layer or on a heading; false when nobody was named yet."""
        doers = clause.subjects or clause.group if heading else clause.group or clause.subjects
        for index in doers:
            figure = self._figures[index]
            figure.side, figure.layer, figure.heading = (
                side or figure.side,
                layer or figure.layer,
                heading or figure.heading,
            )
        return bool(doers)

    def paint(self, colour: str, clause: Clause) -> bool:
        for index in clause.subjects:
            self._figures[index].colour = self._figures[index].colour or colour
        return bool(clause.subjects)

    def describe(self, trait: str, clause: Clause) -> bool:
        for index in clause.subjects:
            if trait not in self._figures[index].traits:
                self._figures[index].traits.append(trait)
        return bool(clause.subjects)

    def wear(self, thing: str, pending: Pending, clause: Clause) -> bool:
        """Give what is worn or carried to the one named before."""
        wearers = [index for index in (clause.group or clause.subjects) if self._figures[index].rig not in _LIFELESS]
        for index in wearers:
            figure = self._figures[index]
            if thing not in figure.traits:
                figure.traits.append(thing)
            if pending.colour:
                figure.traits.append(f"{thing}:{pending.colour}")
                if figure.rig in PERSON_RIGS and figure.colour is None and thing in ("coat", "dress", "suit", "shirt"):
                    figure.colour = pending.colour
        return bool(wearers)

    def relate(self, prep: str, clause: Clause) -> None:
        """Remember that the next figure stands so to the one before."""
        kind = RELATIONS.get(prep)
        before = clause.group if clause.group_role != "landmark" else clause.subjects or clause.group
        if clause.verb_seen and clause.subjects and clause.group_role != "object":
            before = clause.subjects
        clause.anchor = (before[0], kind) if kind and before else None


def noun_traits(noun: str) -> list[str]:
    """The traits that a noun brings along: what it is, and what goes without saying."""
    said = nouns.NOUN_TRAITS.get(noun)
    return [noun, said] if said and said != noun else [noun]


def _kin(figure: Figure, noun: str) -> bool:
    """Could a definite noun mean this figure? "the animal", "the girl" for a child, "the pair"."""
    return noun in figure.noun.split() or (noun in ("person", "figure") and figure.rig in PERSON_RIGS)


def _set_action(figure: Figure, action: str) -> None:
    rank = verbs.ACTION_RANK.get(action, verbs.ACTION_RANK_PLAIN)
    if rank > figure.rank:
        figure.action, figure.rank = action, rank
