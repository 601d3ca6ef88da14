"""Crews: subjects that ride others, or that others push or pull, become one with them, so that they are framed, lit and
moved as one drawing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import catalog
from rushes.engines.animatic.rigs.crew import Manned


@dataclass(frozen=True, slots=True)
class Crews:
    """A plan whose riders are part of what they ride."""

    plan: ShotPlan
    places: Mapping[int, int]  #: index of a subject in the plan as it was -> in this one, for all but the crews


def joined(plan: ShotPlan) -> Crews:
    """The plan with its crews on board."""
    bases = {index: subject.on for index, subject in enumerate(plan.subjects) if _joins(plan, index)}
    bases = {index: base for index, base in bases.items() if not _circles(bases, index)}
    if not bases:
        return Crews(plan, {index: index for index in range(len(plan.subjects))})
    # What is manned stands where the first of it stood, since the shot is of the first subject.
    order = sorted(
        (index for index in range(len(plan.subjects)) if index not in bases),
        key=lambda index: min([index, *(n for n in bases if _root(bases, n) == index)]),
    )
    places = {index: number for number, index in enumerate(order)}
    spoken = [line.speaker for line in plan.lines]
    subjects = []
    for index in order:
        whole = _manned(plan, bases, index, spoken)
        base = whole.on
        subjects.append(replace(whole, on=None if base is None else places.get(_root(bases, base))))
    lines = tuple(
        replace(line, speaker=None if line.speaker is None else places.get(_root(bases, line.speaker)))
        for line in plan.lines
    )
    return Crews(replace(plan, subjects=tuple(subjects), lines=lines), places)


def _joins(plan: ShotPlan, index: int) -> bool:
    subject = plan.subjects[index]
    if subject.on is None or subject.on == index or not 0 <= subject.on < len(plan.subjects):
        return False
    return catalog.joins(subject, plan.subjects[subject.on])


def _circles(bases: Mapping[int, int | None], index: int) -> bool:
    seen = {index}
    at = bases.get(index)
    while at is not None:
        if at in seen:
            return True
        seen.add(at)
        at = bases.get(at)
    return False


def _root(bases: Mapping[int, int | None], index: int) -> int:
    while (base := bases.get(index)) is not None:
        index = base
    return index


def _manned(plan: ShotPlan, bases: Mapping[int, int | None], index: int, spoken: list[int | None]) -> Subject:
    subject = plan.subjects[index]
    crew = [number for number, base in bases.items() if base == index]
    if not crew:
        return subject
    fields = {name: getattr(subject, name) for name in Subject.__slots__}
    voice = next((n for n, number in enumerate(crew) if number in spoken and index not in spoken), -1)
    whole = Manned(**fields, crew=tuple(_manned(plan, bases, number, spoken) for number in crew), voice=voice)
    pulls = any(catalog.is_load(one) for one in whole.crew)
    return replace(whole, team=whole.count, count=1) if pulls else whole
