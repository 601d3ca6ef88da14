"""Dining: who eats, drinks or sits at a table sits down at it, opposite each other, and the table is laid for a meal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Subject

from .mentions import PERSON_RIGS

_AT_TABLE = re.compile(r"^(?!.*\bstand)(.*\s)?(at|around|round) (an?|the|their|his|her|its|our) ([a-z-]+ ){0,3}?(table|desk)\b", re.IGNORECASE | re.DOTALL)  # fmt: skip
_MEAL = re.compile(
    r"\b(ha(s|ve|ving)|shar(e|es|ing)|enjoy(s|ing)?|eat(s|ing)?|at) ([a-z-]+ ){0,3}?(dinner|lunch|breakfast|supper|brunch|meal|feast|banquet)\b",
    re.IGNORECASE,
)  # fmt: skip
_DINE = re.compile(r"\b(din(e|es|ed|ing)|feast(s|ing)?)\b(?! (room|table|hall|car))", re.IGNORECASE)
_DESK = re.compile(r"\bdesk\b", re.IGNORECASE)
#: More than this a plan does not hold.
_SUBJECTS_MAX = 6
_MEALS = frozenset({"eating", "drinking"})
#: Gestures that bring a desk of their own.
_OWN_DESK = frozenset({"writing", "typing"})
#: Work that is done on one's feet.
_STANDING = frozenset(
    {
        "chopping",
        "stirring",
        "cooking",
        "washing up",
        "ironing",
        "vacuuming",
        "sweeping",
        "mixing records",
        "pointing",
        "waving",
    }
)
#: What those do who only need a place to sit down.
_IDLE = frozenset({"stand", "sit", "eat", "play", "look"})
#: How much nearer the table is than those at its ends.
_NEARER = 1.004
#: The share of a table's size at which children sit among themselves.
_LOW = 0.78


def sat_down(prompt: str, subjects: Sequence[Subject], *, brings: bool = False) -> tuple[Subject, ...]:
    """The subjects with those who dine or work at a table at its ends, looking at each other; the table in the middle.
    `brings`: several who dine have a table even when none is named, and who is at one that the place was read from has it too."""
    found = list(subjects)
    if (
        brings
        and (_dine(prompt, found) or _works(prompt, found))
        and not any(subject.rig == "table" for subject in found)
    ):
        found.append(Subject("table", "table", facing=1))
    table = next((n for n, subject in enumerate(found) if subject.rig == "table" and subject.count == 1), None)
    if table is None or any(subject.on == table or _is_under(subject, found[table]) for subject in found):
        return tuple(found)
    meal = _MEAL.search(prompt) is not None
    guests = [n for n, subject in enumerate(found) if _comes(subject, prompt, meal=meal)]
    if not guests:
        return tuple(found)
    if table == len(found) - 1 and len(guests) == 1 and _OWN_DESK & set(found[guests[0]].traits):
        return tuple(found[:-1])
    meal = meal or any(found[n].action == "eat" or _MEALS & set(found[n].traits) for n in guests)
    lead = found[guests[0]]
    middle = 0.5 if len(guests) > 1 or lead.count > 1 else min(0.62, max(0.38, lead.x + 0.16 * lead.facing))
    found[table] = replace(
        found[table],
        x=round(middle, 4),
        depth=round(lead.depth * _NEARER, 4),
        scale=lead.scale * (_LOW if all(found[n].rig in ("girl", "boy") for n in guests) else 1.0),
        traits=(*found[table].traits, *(["laid"] if meal else ["worked at"] if _DESK.search(prompt) else [])),
    )
    for place, number in enumerate(guests):
        subject = found[number]
        way = lead.facing if place % 2 == 0 else -lead.facing
        action = subject.action if subject.action in ("eat", "sit") or _OWN_DESK & set(subject.traits) else "eat" if meal else "sit"  # fmt: skip
        traits = subject.traits if action != "eat" or _MEALS & set(subject.traits) else (*subject.traits, "eating")
        found[number] = replace(
            subject,
            x=round(middle - way * (0.16 if place < 2 else 0.05), 4),
            # From the third on they sit behind it.
            depth=lead.depth if place < 2 else round(lead.depth * 0.985, 4),
            facing=way,
            action=action,
            traits=traits,
        )
    return tuple(found)


def _dine(prompt: str, subjects: Sequence[Subject]) -> bool:
    """Do two or more of them, and nobody else, have a meal?"""
    diners = [subject for subject in subjects if _comes(subject, prompt, meal=_MEAL.search(prompt) is not None)]
    meal = _MEAL.search(prompt) is not None or _DINE.search(prompt) is not None
    return meal and sum(subject.count for subject in diners) > 1 and len(diners) == len(subjects) < _SUBJECTS_MAX


def _works(prompt: str, subjects: Sequence[Subject]) -> bool:
    """Are all of them people at a table or a desk, none of whom brings one along?"""
    people = [subject for subject in subjects if _comes(subject, prompt, meal=False)]
    brought = any(_OWN_DESK & set(subject.traits) for subject in people)
    return bool(people) and not brought and len(people) == len(subjects) < _SUBJECTS_MAX and _AT_TABLE.search(prompt) is not None  # fmt: skip


def _comes(subject: Subject, prompt: str, *, meal: bool) -> bool:
    if subject.rig not in PERSON_RIGS or subject.on is not None or subject.travels or subject.action not in _IDLE:
        return False
    if _STANDING & set(subject.traits):
        return False
    dines = subject.action == "eat" or bool(_MEALS & set(subject.traits))
    return dines or meal or subject.action == "sit" or _AT_TABLE.search(prompt) is not None


def _is_under(subject: Subject, table: Subject) -> bool:
    return subject is not table and subject.x == table.x and 0 < abs(subject.depth - table.depth) < 0.01
