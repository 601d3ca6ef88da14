"""Markers: what each kind of function word does to the reading; one function per kind, by name in MARKERS."""

from __future__ import annotations

from collections.abc import Callable

from .clauses import Clause, State
from .figures import Cast
from .lexicon import Match

Marker = Callable[[State, Cast, Match, int], None]

_DEFINITE_ENOUGH = ("a", "an", "the", "his", "her", "its", "their")


def _det(state: State, cast: Cast, match: Match, at: int) -> None:
    word = match.senses[0].value
    if word in _DEFINITE_ENOUGH and state.before != "neg":
        state.negated = False
    state.begin_phrase(word)
    state.before = "det"


def _conj(state: State, cast: Cast, match: Match, at: int) -> None:
    state.clause.joining = True
    state.begin_phrase()
    state.before = "conj"


def _break(state: State, cast: Cast, match: Match, at: int) -> None:
    state.negated = state.lettering = False
    if (
        match.senses[0].value == "as"
        and at
        and state.text[at - 1].text in ("dressed", "disguised", "known", "depicted", "costumed")
    ):
        cast.next_is_trait = True
        return
    held = state.clause
    state.clause = Clause(speech=held.speech, tone=held.tone, earlier=held.subjects or held.earlier)
    state.begin_phrase()
    state.before = "start"


def _relative(state: State, cast: Cast, match: Match, at: int) -> None:
    state.clause.relative = True
    state.clause.antecedent = state.before == "noun" and state.clause.last_figure
    state.negated = False
    state.begin_phrase()
    state.before = "pron"


def _aux(state: State, cast: Cast, match: Match, at: int) -> None:
    state.clause.copula = bool(state.clause.subjects) and match.senses[0].value in ("is", "are", "was", "were", "be")
    state.begin_phrase()
    state.before = "aux"


def _to(state: State, cast: Cast, match: Match, at: int) -> None:
    state.clause.prep = "to"
    state.begin_phrase()
    state.before = "to"


def _pron(state: State, cast: Cast, match: Match, at: int) -> None:
    word = match.senses[0].value
    state.negated = False
    if word == "we":
        state.clause.camera = True
    elif word not in ("us", "you", "i"):
        cast.pronoun(word, state.clause)
    state.before = "pron"


def _neg(state: State, cast: Cast, match: Match, at: int) -> None:
    state.negated = True
    state.before = "neg"


#: "claymation of a penguin": what follows is what the picture is of.
_DEPICTING = frozenset(
    ["painting", "claymation", "animation", "portrait", "drawing", "illustration", "sketch", "render", "timelapse",
     "lapse", "rendering", "picture", "photo"]
)  # fmt: skip


def _prep(state: State, cast: Cast, match: Match, at: int) -> None:
    word = match.senses[0].value
    if word != "of":
        state.negated = False
    state.clause.anchor = None
    state.clause.copula = False
    if state.clause.last_figure or state.before == "verb":
        cast.relate(word, state.clause)
    shows = at > 0 and word == "of" and state.text[at - 1].text in _DEPICTING and not state.clause.subjects
    if not (word == "of" and (state.clause.last_ignored or shows)):
        state.clause.prep = word
    state.begin_phrase()
    state.before = "prep"


def _side(side: str) -> Marker:
    def mark(state: State, cast: Cast, match: Match, at: int) -> None:
        state.understand(at, match.length)
        if not (state.clause.last_figure or state.before in ("verb", "aux")) or not cast.place(state.clause, side=side):
            state.pending.side = side

    return mark


def _layer(layer: str) -> Marker:
    def mark(state: State, cast: Cast, match: Match, at: int) -> None:
        if state.before in ("det", "adj"):
            return
        if state.before in ("start", "comma") or not state.clause.last_figure:
            state.pending.layer = layer if state.before in ("start", "comma", "conj") else None
            return
        cast.place(state.clause, layer=layer)

    return mark


def _heading(heading: str) -> Marker:
    def mark(state: State, cast: Cast, match: Match, at: int) -> None:
        state.understand(at, match.length)
        if state.clause.camera or (
            state.sentence in state.about_camera and not cast.any_in(state.clause) and heading in ("left", "right")
        ):
            if heading in ("left", "right"):
                state.reading.vote("move", f"pan_{heading}", 3)
        else:
            cast.place(state.clause, heading=heading)

    return mark


def _each_other(state: State, cast: Cast, match: Match, at: int) -> None:
    state.reading.each_other = True


def _heard(state: State, cast: Cast, match: Match, at: int) -> None:
    word = match.senses[0].value
    if state.negated:
        # "No sound", "without audio".
        state.reading.removed.setdefault(word, set()).add(("sounds", ""))
        return
    following = state.text[at + match.length].text if at + match.length < len(state.text) else ""
    if following == ":" or word.endswith(" of") or word.split()[-1] == "hear":
        state.audio = True
        state.reading.audio_asked = True


def _lettering(state: State, cast: Cast, match: Match, at: int) -> None:
    following = state.text[at + 1] if at + 1 < len(state.text) else None
    if (
        match.senses[0].value in ("reading", "reads")
        and state.before in ("noun", "comma", "aux")
        and (following is None or following.quote is None)
    ):
        cast.act("look", state.clause, finite=False, direct=state.clause.last_figure, verb="read")
        state.clause.begin_verb("read")
        state.before = "verb"
        return
    state.lettering = True
    state.reading.letter_colour = state.pending.colour or state.reading.letter_colour


def _many(state: State, cast: Cast, match: Match, at: int) -> None:
    """ "a penguin colony": the noun before stands for several."""
    if state.before == "noun" and state.clause.last_figure and not cast.last_is_plural:
        cast.multiply(state.clause, 5)
    elif state.before in ("det", "adj"):
        cast.unknown(match.senses[0].value, state.clause, state.pending, state.sentence)
        state.begin_phrase()
        state.before = "noun"


MARKERS: dict[str, Marker] = {
    "det": _det, "conj": _conj, "break": _break, "relative": _relative, "aux": _aux, "to": _to, "pron": _pron, "neg": _neg, "prep": _prep,
    "side_left": _side("left"), "side_right": _side("right"), "side_center": _side("center"),
    "front": _layer("front"), "back": _layer("back"),
    "head_left": _heading("left"), "head_right": _heading("right"), "head_front": _heading("front"), "head_away": _heading("away"),
    "each_other": _each_other, "heard": _heard, "lettering": _lettering, "many": _many,
}  # fmt: skip
