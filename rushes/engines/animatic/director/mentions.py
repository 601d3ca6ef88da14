"""Mentions: what a reading of the prompt found, before anything is chosen or composed."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Drawings of people, by the director's table and by the catalog's finer one.
PERSON_RIGS = frozenset(
    [
        "human",
        "woman",
        "man",
        "child",
        "astronaut",
        "knight",
        "elder",
        "girl",
        "boy",
        "wizard",
        "witch",
        "chef",
        "doctor",
        "king",
        "queen",
        "princess",
        "ballerina",
        "detective",
        "cowboy",
        "pirate",
        "santa",
        "firefighter",
        "superhero",
        "samurai",
        "ninja",
        "farmer",
        "fisherman",
    ]
)


@dataclass(slots=True)
class Figure:
    """Someone or something to draw; filled in as the sentence goes on."""

    noun: str
    rig: str
    role: str  #: subject, object, or landmark (after a preposition)
    sentence: int
    at: int  #: number of its token
    count: int = 1
    plural: bool = False  #: the noun itself was in the plural
    colour: str | None = None
    scale: float = 1.0
    traits: list[str] = field(default_factory=list)
    action: str | None = None
    rank: int = -1
    heading: str | None = None  #: left, right, front, away
    side: str | None = None  #: left, right, center
    layer: str | None = None  #: front, back
    inside: int | None = None  #: rides or sits in that figure


@dataclass(frozen=True, slots=True)
class Vote:
    value: str
    weight: float  #: 3 here, 2 said, 1 only in sight; hints lose 1.5
    order: int
    phrase: str = ""  #: that said it, of a place


@dataclass(frozen=True, slots=True)
class Relation:
    first: int
    kind: str  #: beside, behind, before, above, below, left, right, leads, faces, on, in
    second: int


@dataclass(slots=True)
class Spoken:
    quote: int
    speaker: int | None
    tone: str
    at: int  #: number of its token
    settled: bool = False  #: a verb of speech or a colon said whose it is


@dataclass(slots=True)
class Reading:
    figures: list[Figure] = field(default_factory=list)
    votes: dict[str, list[Vote]] = field(default_factory=dict)
    features: dict[str, float] = field(default_factory=dict)  #: name -> weight
    implied: set[str] = field(default_factory=set)  #: features that only the word of a place brought along
    sounds: list[str] = field(default_factory=list)
    palette: list[str] = field(default_factory=list)
    hues: list[str] = field(default_factory=list)  #: every colour that was named, of whatever
    spoken: list[Spoken] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    removed: dict[str, set[tuple[str, str]]] = field(default_factory=dict)  #: word -> (kind, value) it took away
    not_drawn: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    lettering: list[tuple[int, str]] = field(
        default_factory=list
    )  #: quotations to be read, and on what, see signs.ground
    letter_colour: str | None = None
    strange: bool = False  #: in a language that is not read
    slips: dict[str, str] = field(default_factory=dict)  #: misspelt word -> what it was read as
    each_other: bool = False
    audio_asked: bool = False
    known: int = 0
    total: int = 0

    def vote(self, kind: str, value: str, weight: float, phrase: str = "") -> None:
        held = self.votes.setdefault(kind, [])
        held.append(Vote(value, weight, len(held), phrase))

    def winner(self, kind: str) -> str | None:
        """The value with the greatest weight; the first of equals."""
        held = self.votes.get(kind)
        return max(held, key=lambda vote: (vote.weight, -vote.order)).value if held else None
