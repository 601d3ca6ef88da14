"""Company: those who sit at a table: at its two ends with their knees under it, the others behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.bearers import base_of
from rushes.engines.animatic.stage.shapes import Shape

#: Gestures of which the seat is at a desk of their own.
_OWN_DESK = frozenset({"writing", "typing"})
#: Metres between the edge of the table and the ground point of who sits at its end.
_KNEES = 0.14
#: Metres between those who sit behind it, and by which children sit higher there.
_ELBOWS, _CUSHION = 0.56, 0.22
#: Metres that those at the ends take up beyond the table.
_BACKS = 0.62
_BEHIND = 0.985
_NEAR = 0.03


@dataclass(frozen=True, slots=True)
class Seat:
    """Where one sits: metres from the middle of the table, share of its depth, and to which side one looks."""

    x: float
    depth: float
    facing: int
    lift: float = 0.0


def table_of(plan: ShotPlan) -> int | None:
    """The table at which somebody sits."""
    for number, subject in enumerate(plan.subjects):
        if subject.rig == "table" and subject.count == 1 and any(_sits(plan, guest, number) for guest in range(len(plan.subjects))):  # fmt: skip
            return number
    return None


def guests(plan: ShotPlan) -> list[int]:
    """The subjects who sit at it."""
    table = table_of(plan)
    return [] if table is None else [n for n in range(len(plan.subjects)) if _sits(plan, n, table)]


def seats(plan: ShotPlan, shapes: Sequence[Shape]) -> dict[int, list[Seat]]:
    """The seats of each guest's puppets, by subject."""
    table = table_of(plan)
    if table is None:
        return {}
    company = [(n, number) for n in guests(plan) for number in range(plan.subjects[n].count)]
    end = half_of(plan, shapes) + _KNEES
    found: dict[int, list[Seat]] = {}
    first = plan.subjects[company[0][0]].facing
    behind = max(0, len(company) - 2)
    for place, (subject, _) in enumerate(company):
        small = 0.72 if plan.subjects[subject].rig in ("girl", "boy") else 1.0
        if place < 2:
            way = first if place == 0 else -first
            seat = Seat(-way * (end - 0.05 * (1 - small)), 1 / 1.004, way)
        else:
            across = (place - 2 - (behind - 1) / 2) * min(_ELBOWS, 2 * (end - 0.3) / behind)
            seat = Seat(across, _BEHIND, -1 if across > 0 else 1, _CUSHION if small < 1 else 0.0)
        found.setdefault(subject, []).append(seat)
    return found


def half_of(plan: ShotPlan, shapes: Sequence[Shape]) -> float:
    """Metres from the middle of the table to its edge."""
    table = table_of(plan)
    return 0.0 if table is None else shapes[table].body.width / 2


def width(plan: ShotPlan, shapes: Sequence[Shape]) -> float:
    """Metres that the company and its table take up."""
    alone = sum(plan.subjects[n].count for n in guests(plan)) == 1
    return 2 * half_of(plan, shapes) + _BACKS * (1 if alone else 2)


def _sits(plan: ShotPlan, guest: int, table: int) -> bool:
    subject, board = plan.subjects[guest], plan.subjects[table]
    seated = subject.action in ("sit", "eat") or bool(_OWN_DESK & set(subject.traits))
    near = 0 < board.depth - subject.depth <= _NEAR * board.depth and subject.x != board.x
    people = subject.rig not in ("table", "card") and not subject.rig.startswith("art:")
    return guest != table and seated and near and people and base_of(plan, guest) is None
