"""Camera moves: verbs of the camera, read with the direction that follows them."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from . import lenses
from .clauses import State

#: A direction is looked for among so many words after the verb.
_REACH = 6

_SLOWLY = frozenset({"slowly", "slow", "gently", "smoothly", "gradually", "softly", "gentle"})
_QUICKLY = frozenset({"quickly", "rapidly", "fast", "swiftly", "suddenly", "whips", "quick", "rapid"})


@functools.cache
def _by_word(table: str) -> Mapping[str, str]:
    rows = lenses.CAMERA_SYNONYMS if table == "verbs" else lenses.DIRECTIONS
    return {word: name for name, row in rows.items() for word in row.split(", ")}


def camera_move(state: State, verb: str, at: int) -> bool:
    """Note the move that a verb of the camera means; false when it is none."""
    name = _by_word("verbs").get(verb)
    if name is None:
        return False
    moves = lenses.CAMERA_VERBS[name]
    direction = _direction(state, at + 1)
    move = moves.get(direction) if direction else lenses.DIRECTIONLESS.get(verb)
    move = move or lenses.DIRECTIONLESS.get(verb) or moves.get("")
    if move is None:
        return False
    state.reading.vote("move", move, 3)
    state.understand(at, 1)
    vote_pace(state, state.window(at - 2, at + 4))
    state.clause.begin_verb(verb)
    state.before = "verb"
    return True


def vote_pace(state: State, words: set[str]) -> None:
    """Note how fast the camera moves, by the words around its verb."""
    if words & _SLOWLY:
        state.reading.vote("pace", "0.65", 2)
    elif words & _QUICKLY:
        state.reading.vote("pace", "1.6", 2)


def _direction(state: State, first: int) -> str:
    for token in state.text[first : first + _REACH]:
        if token.is_mark or token.text in ("as", "while"):
            break
        if token.text in _by_word("directions"):
            return _by_word("directions")[token.text]
    return ""
