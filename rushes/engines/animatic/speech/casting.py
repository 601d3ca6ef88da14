"""Casting: which voice speaks a line, and what is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.rigs import human
from rushes.engines.animatic.rigs.catalog import info

FEMALE = frozenset(
    [
        "woman", "lady", "girl", "queen", "princess", "mother", "grandmother", "grandma", "witch", "actress", "waitress",
        "bride", "wife", "sister", "aunt", "daughter", "she", "female", "ballerina",
    ]
)  # fmt: skip
MALE = frozenset(
    [
        "man", "boy", "king", "prince", "father", "grandfather", "grandpa", "wizard", "actor", "waiter", "groom",
        "husband", "brother", "uncle", "son", "he", "male", "guy", "gentleman", "knight", "pirate", "cowboy", "samurai",
        "detective", "fisherman", "santa", "chef",
    ]
)  # fmt: skip
#: By accent and sex, the clearest first; who speaks second gets the second.
_CAST = {
    ("us", "woman"): ("af_heart", "af_bella", "af_aoede", "af_sarah"),
    ("us", "man"): ("am_michael", "am_fenrir", "am_puck", "am_onyx"),
    ("gb", "woman"): ("bf_emma", "bf_isabella"),
    ("gb", "man"): ("bm_fable", "bm_george"),
}
_NARRATOR = {"us": "am_michael", "gb": "bm_george"}
_BRITISH = r"british|scottish|irish|welsh|victorian|cockney"
_ACCENT = re.compile(rf"\b(?:{_BRITISH}|english|london) (?:\w+ )?(?:accent|voice|narrator|narration)\b", re.IGNORECASE)
_SHE_TELLS = re.compile(
    r"\b(?:(?:female|woman|women) (?:narrator|voice|narration|speaker)|woman's voice|her voice|voice of a (?:\w+ )?woman)\b",
    re.IGNORECASE,
)
#: (metres below which, factor on pitch and throat) of animals and things; the last is for the largest.
_THROATS = ((0.35, 1.34), (0.9, 1.18), (1.9, 1.0), (3.5, 0.86), (float("inf"), 0.76))


@dataclass(frozen=True, slots=True)
class Part:
    voice: str  #: one of voices.VOICES
    throat: float = 1.0  #: factor on pitch and formants: a child's throat is shorter
    pace: float = 1.0  #: how fast by nature
    tremor: float = 0.0  #: of the pitch, as a share
    machine: bool = False

    @property
    def accent(self) -> str:
        return "gb" if self.voice.startswith("b") else "us"


def parts(plan: ShotPlan) -> tuple[Part, ...]:
    """The part of each line of a plan. The same speaker keeps a voice; two of a kind have two."""
    taken: dict[tuple[str, str], list[tuple[int | None, int]]] = {}
    turns: dict[int | None, int] = {}
    found = []
    for line in plan.lines:
        speaker = plan.subjects[line.speaker] if line.speaker is not None else None
        accent = _accent(plan, speaker)
        sex = _sex(plan, line, speaker)
        queue = taken.setdefault((accent, sex), [])
        # Two women who are one subject of the plan take turns.
        turn = turns.get(line.speaker, 0)
        turns[line.speaker] = turn + 1
        who = (line.speaker, turn % speaker.count if speaker is not None else 0)
        if who not in queue:
            queue.append(who)
        row = _CAST[accent, sex]
        voice = row[queue.index(who) % len(row)]
        if speaker is None and line.voice == "neutral" and sex == "man":
            voice = _NARRATOR[accent]
        found.append(_part(line, speaker, voice))
    return tuple(found)


def _part(line: Line, speaker: Subject | None, voice: str) -> Part:
    if line.voice == "robot":
        return Part(voice, throat=0.95, pace=0.95, machine=True)
    if line.voice == "child":
        return Part(voice, throat=1.24)
    if line.voice == "old":
        return Part(voice, throat=0.95, pace=0.88, tremor=0.012)
    if speaker is None or line.voice != "neutral" or _is_person(speaker):
        return Part(voice)
    rig = info(speaker.rig)
    tall = (rig.natural_height_metres if rig else 1.0) * speaker.scale
    return Part(voice, throat=next(factor for metres, factor in _THROATS if tall < metres))


def _sex(plan: ShotPlan, line: Line, speaker: Subject | None) -> str:
    if line.voice in ("woman", "man"):
        return line.voice
    if speaker is None:
        return "woman" if _SHE_TELLS.search(plan.prompt) else "man"
    said = {*speaker.noun.lower().split(), speaker.rig, *speaker.traits}
    if said & FEMALE:
        return "woman"
    if said & MALE or line.voice == "robot":
        return "man"
    if line.voice == "child":
        return "woman"
    # Nothing says it: another take may be cast otherwise.
    return ("woman", "man")[(plan.seed + (line.speaker or 0)) % 2]


def _accent(plan: ShotPlan, speaker: Subject | None) -> str:
    if _ACCENT.search(plan.prompt):
        return "gb"
    if speaker is None:
        return "us"
    if {"british", "scottish", "irish", "welsh", "victorian"} & {*speaker.traits, *speaker.noun.lower().split()}:
        return "gb"
    noun = re.escape(speaker.noun.split()[-1]) if speaker.noun else "person"
    return (
        "gb" if re.search(rf"\b(?:{_BRITISH}|english) (?:[\w-]+ ){{0,2}}{noun}\b", plan.prompt, re.IGNORECASE) else "us"
    )


def _is_person(subject: Subject) -> bool:
    rig = info(subject.rig)
    return rig is not None and rig.actions == human.ACTIONS
