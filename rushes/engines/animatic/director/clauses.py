"""Clauses: where in a sentence the reading is."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    scenery: bool = False  #: a place or the weather is the subject
    last_ignored: bool = False  #: the last noun was "shot", "middle" and the like
    anchor: tuple[int, str] | None = None  #: figure and relation that the next figure completes
    action: str | None = None  #: a participle that waits for its subject: "Running through a field, a dog"
    speech: int | None = None  #: who speaks the quotation to come; -1 is someone unseen
    tone: str | None = None
    voice: str | None = None

    def begin_verb(self, verb: str) -> None:
        self.verb = verb
        self.verb_seen = True
        self.prep = None
        self.joining = False
