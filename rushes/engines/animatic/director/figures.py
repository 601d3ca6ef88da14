"""Figures: who and what a prompt names, and what they do."""

from __future__ import annotations

from rushes.engines.animatic.library.pieces import PREFIX

from . import activities, casting, gestures, nouns, riding, verbs
from .clauses import Clause, Pending
from .descriptions import describe, is_alive, is_kin, noun_traits, set_action
from .handling import (
    ABOARD,
    ANEW,
    BOATS,
    BROOMS,
    DEFINITE,
    EATING,
    GENERIC,
    HELD,
    HOLDING,
    MAKING,
    MOUNTS,
    RIDING,
    SERVING,
    SIMILES,
    carries,
    fed,
    in_hand,
    is_cooked,
    is_enclosed,
)
from .kin import FAMILY, GROUPS, KEEPERS, PRONOUNS, VOICES_OFF, YOUNG
from .lexicon import Match, Sense
from .marks import Marks
from .mentions import PERSON_RIGS, Figure, Reading, Relation, Spoken
from .riding import VERB_MOUNTS
from .tokens import tokens

#: More than any frame can hold; what comes later in a long prompt is only scenery.
FIGURES_MAX = 12

#: "fish around it": the plural of these is said as the singular is, and only the article tells.
_ALIKE = frozenset(
    {"fish", "sheep", "deer", "bison", "moose", "salmon", "trout", "tuna", "koi", "koi carp", "carp", "squid", "shrimp"}
)
_STILL_CAN = frozenset({"burn", "fall", "spin", "grow", "float", "jump", "stand"})


class Cast(Marks):
    """The figures of one reading, and the rules by which words find them."""

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self.next_is_trait = False
        self.last_is_plural = False
        self.speaker_comes: Spoken | None = None  #: a line whose speaker is the next noun

    # -- who is named --

    def figure(
        self, sense: Sense, match: Match, clause: Clause, pending: Pending, sentence: int, at: int, *, adjacent: bool
    ) -> None:
        """Note a noun that has a drawing."""
        noun, rig = sense.phrase, sense.value
        if clause.prep in SIMILES:
            return
        if noun in VOICES_OFF:
            clause.speech = -1
            return
        noun, rig = self._of_its_kind(noun, rig, pending, clause)
        if clause.prep == "of" and clause.verb in MAKING:
            self._reading.not_drawn.append(f"made of {noun}")
            return
        if clause.prep == "of" and not match.plural and self._served(noun, rig, clause):
            return
        if is_enclosed(rig, clause):
            self._reading.not_drawn.append(noun)
            return
        if clause.copula and clause.prep is None:
            for index in clause.subjects:
                self._figures[index].traits.append(noun)
            return
        if fed(self._figures, noun, rig, clause):
            return
        if clause.verb in EATING and clause.prep is None and casting.kind(rig) == "still" and not casting.is_small(rig):
            self._reading.not_drawn.append(noun)
            return
        if clause.subjects and clause.prep is None and (clause.verb == "wear" or is_cooked(rig, clause)):
            self._reading.not_drawn.append(noun)
            return
        if self.next_is_trait and clause.group:
            self.next_is_trait = False
            self._figures[clause.group[-1]].traits.append(noun)
            return
        if self._held(noun, rig, clause, plural=match.plural or (pending.count or 1) > 1):
            return
        self.last_is_plural = match.plural
        if pending.det == "'s" and clause.subjects:
            # "a child's balloon floats": what is owned is the subject, not the owner.
            self._figures[clause.subjects.pop()].role = "landmark"
        if noun in GROUPS:
            pending.count = None if len(GROUPS[noun]) > 1 else pending.count  # two lovers are a man and a woman
            self._enter([self._add(Figure(n, r, _role(clause), sentence, at, count=c, plural=c > 1), pending) for n, r, c in GROUPS[noun]], clause)  # fmt: skip
            return
        if adjacent and clause.group and self._compound(noun, rig, clause, at):
            return
        known = self._same(noun, pending, sentence)
        if known is None and (rig == "cup" or (rig.startswith(PREFIX) and casting.is_small(rig))) and not match.plural:
            # Coffee and its cup are one picture.
            known = next((n for n, f in enumerate(self._figures) if f.rig == rig and f.noun != noun and f.count), None)
        if known is None and rig == "record_player" and clause.prep in ("on", "in"):
            known = next((n for n, f in enumerate(self._figures) if f.rig == rig and f.count), None)  # and its record
        if known is not None:
            describe(self._figures[known], pending)
            self._enter([known], clause)
            return
        figure = Figure(noun, rig, _role(clause), sentence, at, plural=match.plural)
        if noun in verbs.INSTRUMENTS and clause.verb in ("play", "strum"):
            figure.plural = False  # drums are one
        elif pending.count is None and (match.plural or (noun in _ALIKE and not pending.det and self._figures)):
            figure.count, figure.plural = 4 if rig in PERSON_RIGS else 3, True
        self._single_out(figure)
        self._enter([self._add(figure, pending)], clause)

    def retract(self, at: int) -> bool:
        """Take back a noun that only describes the place behind it: "a tulip field". True when flowers were meant."""
        last = self._figures[-1] if self._figures else None
        if (
            last is None
            or not casting.homes(last.rig)
            or casting.kind(last.rig) != "still"
            or last.at + last.noun.count(" ") + 1 != at
            or last.plural
        ):
            return False
        for mention in self._reading.relations[:]:
            if len(self._figures) - 1 in (mention.first, mention.second):
                self._reading.relations.remove(mention)
        last.count = 0
        return casting.homes(last.rig)[0] == "meadow" and casting.kind(last.rig) == "still"

    def unknown(self, noun: str, clause: Clause, pending: Pending, sentence: int) -> None:
        """Note a noun without a drawing; as the subject of a sentence it gets a card, else it is reported."""
        rig = next((rig for end, rig in nouns.ENDINGS if noun.endswith(end) and len(noun) > len(end) + 1), "card")
        noun, rig = self._of_its_kind(noun, rig, pending, clause)
        if casting.drawing(noun) is None and " " not in noun:
            noun = next((form for form in tokens(noun)[0].forms if casting.drawing(form)), noun)
        rig = casting.added(noun) or casting.found(noun) or (casting.words().get(noun, rig) if rig == "card" else rig)
        if fed(self._figures, noun, rig, clause) or self._held(noun, rig, clause, plural=(pending.count or 1) > 1):
            return
        if rig == "card" and pending.det == "'s":
            return
        leads = clause.prep is None and not clause.verb_seen and not clause.subjects and not clause.scenery
        if rig == "card" and not (leads and not self._figures):
            self._reading.not_drawn.append(noun)
            return
        self._enter([self._add(Figure(noun, rig, _role(clause), sentence, 0), pending)], clause)

    def _of_its_kind(self, noun: str, rig: str, pending: Pending, clause: Clause) -> tuple[str, str]:
        """ "A bear and its cub": the family of an animal is drawn as that animal."""
        several = noun not in FAMILY and noun.removesuffix("s") in FAMILY
        noun = noun.removesuffix("s") if several else noun
        if pending.det not in ("its", "their", "his", "her", "s") or noun not in FAMILY or not clause.subjects:
            return (f"{noun}s" if several else noun), rig
        kin = self._figures[clause.subjects[0]]
        if kin.rig in PERSON_RIGS or casting.kind(kin.rig) not in ("legs", "wings", "swimmer"):
            return noun, rig
        if several:
            pending.count = pending.count or 2
        if noun in YOUNG:
            legs = casting.kind(kin.rig) == "legs"
            pending.scale = pending.scale or (0.9 if legs else 0.6)
            pending.traits += ["young"] if legs else []
        return f"{noun} {kin.noun}", kin.rig

    def _served(self, noun: str, rig: str, clause: Clause) -> bool:
        """ "A plate of sushi": what is on it says more than the plate."""
        last = self._figures[-1] if self._figures else None
        if last is None or last.rig not in SERVING | {"bowl"} or not clause.group or not casting.is_small(rig):
            return False
        last.noun, last.rig = noun, rig
        clause.prep = None if last.role != "landmark" else "with"
        return True

    def _add(self, figure: Figure, pending: Pending) -> int:
        if len(self._figures) >= FIGURES_MAX:
            return -1
        figure.traits += noun_traits(figure.noun)
        describe(figure, pending)
        self._figures.append(figure)
        return len(self._figures) - 1

    def _held(self, noun: str, rig: str, clause: Clause, *, plural: bool) -> bool:
        """ "with a balloon", "holding a lantern": a trait of the holder, not a figure."""
        if gestures.handled(self._figures, clause, noun):
            return True
        piece = in_hand(noun, rig)
        handled = clause.verb in HOLDING | EATING if clause.prep is None else clause.prep == "with"
        if piece is not None and handled and (not plural or clause.verb in ("carry", "bring")):
            near = clause.subjects if clause.prep is None else clause.group[-1:]
            held = [n for n in near if self._figures[n].rig in PERSON_RIGS]
            for index in held:
                self._figures[index].traits += [noun, piece]
                if noun in verbs.INSTRUMENTS and clause.verb == "play":
                    self._figures[index].traits.append(f"playing {verbs.INSTRUMENTS[noun]}")
            return bool(held)
        if noun not in HELD or not (clause.prep == "with" or (clause.verb in HOLDING and clause.prep is None)):
            return False
        holders = [
            n for n in clause.group or clause.subjects if self._figures[n].rig in PERSON_RIGS | {"robot", "elder"}
        ]
        holders = holders or [n for n in clause.subjects if self._figures[n].rig in PERSON_RIGS]
        for index in holders:
            self._figures[index].traits.append(HELD[noun])
            if noun in verbs.INSTRUMENTS and clause.verb in ("play", "strum"):
                self._figures[index].traits.append(f"playing {verbs.INSTRUMENTS[noun]}")
        return bool(holders)

    def _same(self, noun: str, pending: Pending, sentence: int) -> int | None:
        """The figure that this noun means again: "the fox", or the same noun in a later sentence."""
        if pending.det in ANEW:
            return None
        for index in range(len(self._figures) - 1, -1, -1):
            figure = self._figures[index]
            said_again = figure.noun == noun or (pending.det in DEFINITE and is_kin(figure, noun))
            differs = pending.colour and figure.colour and pending.colour != figure.colour
            later = figure.sentence != sentence and pending.count is None
            if said_again and not differs and figure.count and (pending.det in DEFINITE or later):
                return index
        return None

    def _single_out(self, figure: Figure) -> None:
        """ "Two people ... A man ... The woman ...": take one out of the group that was named before."""
        if figure.plural or figure.rig not in ("man", "woman", "child", "human"):
            return
        for group in self._figures:
            if group.noun in GENERIC and group.count > 0 and group.plural and group.sentence != figure.sentence:
                group.count -= 1
                figure.action, figure.rank, figure.role = group.action, group.rank, group.role
                return

    def _compound(self, noun: str, rig: str, clause: Clause, at: int) -> bool:
        """ "robot dog", "piano player": the noun before describes this one."""
        first = self._figures[clause.group[-1]]
        if first.plural or first.at != at - 1 - first.noun.count(" "):
            return False
        was = first.noun
        if rig in PERSON_RIGS and noun not in KEEPERS and is_alive(first):
            # "A penguin chef", "a robot barista": the animal is one.
            first.traits += [trait for trait in noun_traits(noun) if trait not in first.traits]
            return True
        if noun in YOUNG and casting.kind(first.rig) == "legs" and first.rig not in PERSON_RIGS:
            first.traits.append("young")
            return True
        first.traits = [*noun_traits(noun), *(t for t in first.traits if t not in noun_traits(was)), was]
        if rig not in PERSON_RIGS and first.colour is None:
            first.colour = nouns.NOUN_COLOURS.get(was)
        first.noun, first.rig = noun, rig
        if self.last_is_plural:
            first.plural = True
            first.count = max(first.count, 3) if first.count == 1 else first.count
        if was in verbs.INSTRUMENTS:
            set_action(first, "play")
            first.traits += [HELD.get(was, verbs.INSTRUMENTS[was]), f"playing {verbs.INSTRUMENTS[was]}"]
        return True

    def _enter(self, indices: list[int], clause: Clause) -> None:
        """Make these the figures named last, and join them to the clause."""
        indices = [index for index in indices if index >= 0]
        if not indices:
            return
        lead = self._figures[indices[0]]
        role = _role(clause)
        if self.speaker_comes is not None:
            self.speaker_comes.speaker = indices[0]
            self.speaker_comes = None
        if lead.noun in BROOMS and role != "subject" and (clause.prep in ("on", "atop") or clause.verb in RIDING):
            lead.rig = "broomstick"
        riding.hitch(self._figures, indices[0], clause, role)
        if lead.noun in BOATS and role != "subject" and clause.verb != "sail" and clause.prep in ABOARD - {"with"}:
            lead.rig = "rowboat"
        if clause.anchor is not None:
            first, kind = clause.anchor
            several = clause.anchored if kind in ("on", "in") else (first,)
            for one in several if kind in ("on", "in") else ():
                figure = self._figures[one]
                if riding.rides(figure, lead, kind) or (figure.rig in PERSON_RIGS and lead.rig in MOUNTS):
                    figure.inside = indices[0]
            self._reading.relations += [
                Relation(one, kind, index) for one in several for index in indices if index != one
            ]
            clause.anchor = None
        if lead.noun in verbs.INSTRUMENTS and clause.verb in ("play", "perform", "practice", "practise", "perform on"):
            for player in clause.subjects:
                self._figures[player].traits.append(f"playing {verbs.INSTRUMENTS[lead.noun]}")
                self._reading.relations.append(Relation(player, "plays", indices[0]))
        bears = lead.rig in MOUNTS or riding.bears(lead)
        if clause.verb in RIDING and clause.prep in ABOARD and bears and role != "subject":
            for rider in clause.subjects:
                if not riding.bears(self._figures[rider]) or casting.kind(self._figures[rider].rig) == "legs":
                    self._figures[rider].inside = indices[0]
        elif clause.verb == "ride" and clause.prep in ABOARD and role != "subject" and carries(lead.rig):
            self._reading.relations += [Relation(one, "on", indices[0]) for one in clause.subjects[:1]]
        joined = clause.joining and clause.group_role == role
        clause.fresh_object = clause.joining and clause.verb_seen and role == "object"
        clause.group = list(dict.fromkeys([*clause.group, *indices])) if joined else list(indices)
        clause.group_role = role
        clause.joining = False
        if role == "subject":
            clause.subjects += [index for index in indices if index not in clause.subjects]
            for index in indices:
                if clause.action is not None:
                    set_action(self._figures[index], clause.action)

    # -- what they do --

    def act(self, action: str, clause: Clause, *, finite: bool, direct: bool, verb: str = "") -> None:
        """Give a verb to those who do it; `direct` when their noun stands right before it."""
        doers = clause.subjects or clause.earlier
        if direct and clause.group and (not finite or clause.fresh_object or not doers):
            if any(self._can(index, action) for index in clause.group):
                doers = clause.group
                if clause.fresh_object and finite:
                    clause.subjects = list(clause.group)
        elif clause.relative and clause.group and (clause.group_role != "landmark" or clause.antecedent):
            doers = clause.group
        if not doers and not clause.scenery:
            doers = clause.group
        if not doers:
            clause.action = clause.action or action
        for index in doers:
            if self._can(index, action):
                set_action(self._figures[index], action)
                gestures.give(self._figures[index], verb)
                if self._figures[index].rig in PERSON_RIGS:
                    activities.told(self._reading, verb)
                elif casting.kind(self._figures[index].rig) in ("legs", "still"):
                    activities.told(self._reading, verb, at_home=True)
                if verb in verbs.MANNERS and self._figures[index].rig not in PERSON_RIGS:
                    self._figures[index].traits.append(verbs.MANNERS[verb])
                self._figures[index].traits += [f"on {VERB_MOUNTS[verb]}"] if verb in VERB_MOUNTS else []

    def _can(self, index: int, action: str) -> bool:
        rig = self._figures[index].rig
        return casting.kind(rig) != "still" or action in _STILL_CAN

    def speak(self, clause: Clause, tone: str | None, *, direct: bool) -> None:
        own = direct and clause.group and not clause.subjects
        doers = clause.group if own else clause.subjects or clause.group or clause.earlier
        clause.speech = doers[-1] if doers else -1
        clause.tone = clause.tone or tone

    def speaker(self, clause: Clause) -> int | None:
        """Who says the quotation that stands here."""
        if clause.speech is not None:
            return clause.speech if clause.speech >= 0 else None
        near = [*reversed(clause.subjects), *reversed(clause.group), *reversed(clause.earlier)]
        far = [index for index, figure in enumerate(self._figures) if figure.role == "subject"]
        return next((index for index in [*near, *far] if casting.kind(self._figures[index].rig) != "still"), None)

    def pronoun(self, word: str, clause: Clause) -> None:
        wanted = PRONOUNS.get(word)
        every = range(len(self._figures) - 1, -1, -1)
        fitting = [n for n in every if self._figures[n].count and (wanted is None or self._figures[n].rig in wanted)]
        found = next((n for n in fitting if self._figures[n].role == "subject"), fitting[0] if fitting else None)
        if found is None and word in ("he", "she") and not self._figures:
            noun = "man" if word == "he" else "woman"
            found = self._add(Figure(noun, noun, "subject", 0, 0), Pending())
        if found is None:
            found = next((n for n in every if self._figures[n].role == "subject"), None)
        if found is None or found < 0:
            return
        meant = [found]
        if word in ("they", "them", "themselves"):
            meant = [n for n, figure in enumerate(self._figures) if figure.role == "subject"] or meant
        if self.speaker_comes is not None:
            self.speaker_comes.speaker = found
            self.speaker_comes = None
        if not clause.verb_seen:
            clause.subjects = meant
        clause.group, clause.group_role = meant, "subject"


def _role(clause: Clause) -> str:
    if clause.prep is not None:
        return "landmark"
    return "object" if clause.verb_seen else "subject"
