"""Negation and hearing: words that are not seen, because they shall not be there or are only heard."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import State
from .lexicon import Match
from .noises import HEARD, ONLY_HEARD
from .tokens import Token

_REMOVABLE = (
    "figure",
    "place",
    "time",
    "weather",
    "season",
    "feature",
    "sound",
    "music",
    "move",
    "style",
    "colour",
    "worn",
)

#: Nouns that are never drawn, whose absence still means something.
_UNDRAWN: dict[str, tuple[str, str]] = {
    word: meaning
    for meaning, row in {
        ("lines", ""): "dialogue dialog speech conversation voiceover narration talk monologue voice talking speaking",
        ("sounds", ""): "audio noise sound sounds",
        ("move", ""): "motion movement",
        ("group", "people"): "crowd anyone people person",
        ("group", "animal"): "animal creature beast",
        ("group", "vehicle"): "vehicle",
    }.items()
    for word in row.split()
}


def list_goes_on(text: Sequence[Token], at: int) -> bool:
    """Does "without A, B or C" go on after this comma? The "or" must come before anything that begins anew."""
    for token in text[at : at + 8]:
        if token.text in ("or", "nor", "no"):
            return True
        if token.text in (".", ";", "a", "an", "the", "is", "are", "in", "on", "with", "as"):
            return False
    return False


def negate(state: State, match: Match, at: int, *, negative: bool) -> None:
    """Note what shall not appear. `negative` is for a text of nothing but such words."""
    gone = {
        (sense.kind, sense.phrase if sense.kind == "figure" else sense.value)
        for sense in match.senses
        if sense.kind in _REMOVABLE
    }
    gone |= {("rig", sense.value) for sense in match.senses if sense.kind == "figure"}
    said = {sense.phrase for sense in match.senses} | set(state.text[at].forms)
    gone |= {_UNDRAWN[word] for word in said if word in _UNDRAWN}
    if gone:
        word = " ".join(token.text for token in state.text[at : at + match.length])
        state.reading.removed.setdefault(word, set()).update(gone)
        state.before = "noun"
    elif match.first("act") and not negative:
        state.negated = False
        state.before = "verb"


def only_heard(state: State, said: str, at: int, length: int) -> bool:
    """Note a word that means a sound because sounds are told of here: "SFX: a kettle". False when it is no such word."""
    name = next((ONLY_HEARD[word] for word in (said, *state.text[at].forms[1:]) if word in ONLY_HEARD), None)
    if name is None:
        return False
    state.reading.sounds.append(name)
    state.understand(at, length)
    return True


def hear(state: State, match: Match, at: int) -> None:
    """Note what stands after "the sound of": heard, not seen."""
    reading = state.reading
    said = " ".join(token.text for token in state.text[at : at + match.length])
    if match.first("sound") is None and match.first("music") is None and only_heard(state, said, at, match.length):
        return
    for sense in match.senses:
        if sense.kind == "sound":
            reading.sounds.append(sense.value)
        elif sense.kind == "music":
            reading.vote("music", sense.value, 2.0 if sense.value else 1.0)
        elif sense.kind == "mood":
            reading.vote("music", sense.value, 1.5)
        elif sense.kind in ("figure", "weather", "feature", "place") and match.first("sound") is None:
            if sense.value in HEARD:
                reading.sounds.append(HEARD[sense.value])
            elif sense.value in ("piano", "guitar"):
                reading.vote("music", "", 1.0)
        else:
            continue
        state.understand(at, match.length)
