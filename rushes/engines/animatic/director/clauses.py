"""Clauses: where in a text the reading is, and what it holds in hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .mentions import Reading, Spoken
from .tokens import Token


@dataclass(slots=True)
class Pending:
    """What has been said of the noun to come."""

    det: str | None = None
    count: int | None = None
    colour: str | None = None
    scale: float | None = None
    traits: list[str] = field(default_factory=list)
    action: str | None = None
    side: str | None = None
    layer: str | None = None
    unknown: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Clause:
    subjects: list[int] = field(default_factory=list)  #: indices of figures
    group: list[int] = field(default_factory=list)  #: the figures named last, joined by "and"
    group_role: str = ""
    earlier: list[int] = field(default_factory=list)  #: subjects of the clause before, for "as he walks"
    prep: str | None = None
    verb: str | None = None  #: the last verb, base form
    verb_seen: bool = False
    camera: bool = False  #: the camera is the subject
    joining: bool = False  #: a comma or "and" stands before
    fresh_object: bool = False  #: the last group came after "and" or a comma, behind a verb
    relative: bool = False
    antecedent: bool = False  #: the relative clause follows a figure at once
    scenery: bool = False  #: a place or the weather is the subject
    scenery_acts: bool = False  #: a verb right here belongs to steam, snow, waves: "steam rising"
    last_ignored: bool = False  #: the last noun was "shot", "middle" and the like
    last_figure: bool = False  #: the last noun was a figure
    copula: bool = False  #: "is" stands before: what follows says what the subject is
    anchor: tuple[int, str] | None = None  #: figure and relation that the next figure completes
    anchored: tuple[int, ...] = ()  #: all that stand so: "a cup and a plate on a table"
    action: str | None = None  #: a participle that waits for its subject: "Running through a field, a dog"
    speech: int | None = None  #: who speaks the quotation to come; -1 is someone unseen
    tone: str | None = None

    def begin_verb(self, verb: str) -> None:
        self.verb = verb
        self.verb_seen = True
        last = verb.rsplit(" ", 1)[-1]
        self.prep = (
            last
            if last in ("over", "through", "along", "at", "on", "past", "around", "across", "in") and " " in verb
            else None
        )
        self.joining = self.copula = False


@dataclass(slots=True)
class State:
    """The reading of one text, between two of its words."""

    text: Sequence[Token]
    reading: Reading
    about_camera: frozenset[int]  #: numbers of the sentences that speak of the camera
    clause: Clause = field(default_factory=Clause)
    pending: Pending = field(default_factory=Pending)
    #: What stood before: start, comma, colon, det, adj, noun, verb, aux, to, pron, prep, conj, neg or quote.
    before: str = "start"
    sentence: int = 0
    audio: bool = False  #: inside "the sound of ..." or after "SFX:"
    lettering: bool = False  #: the quotation to come stands on a sign
    negated: bool = False  #: inside "no ..." or "without ..."
    place_ends: int = -1  #: the token after the last word of place
    quotes_here: list[Spoken] = field(default_factory=list)  #: spoken so far in this sentence

    def begin_sentence(self) -> None:
        self.sentence += 1
        self.audio = self.lettering = self.negated = False
        self.quotes_here = []
        self.clause = Clause()
        self.pending = Pending()
        self.before = "start"

    def begin_phrase(self, det: str | None = None) -> None:
        """Forget what was said of a noun that did not come; a side or layer holds for the whole phrase."""
        self.pending = Pending(det=det, side=self.pending.side, layer=self.pending.layer)

    def understand(self, at: int, length: int) -> None:
        self.reading.understood.append(" ".join(token.text for token in self.text[at : at + length]))

    def window(self, first: int, last: int) -> set[str]:
        return {token.text for token in self.text[max(0, first) : last]}
