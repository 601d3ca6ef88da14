"""Limits: how often a key may ask for work, and what it and its project may still spend."""

from __future__ import annotations

from rushes.database import budgets, projects, tallies
from rushes.errors import Rate
from rushes.intake.desk import Desk
from rushes.key import Key


def count_request(desk: Desk, key: Key) -> None:
    """Count a request for work, whatever becomes of it. Raises TooManyRequests. Polls and lists are not counted."""
    if key.requests_per_minute is not None:
        with desk.database.transaction() as connection:
            tallies.count_request(connection, key.root, key.requests_per_minute, desk.clock(), key.requests_burst)


def any_of(key: Key) -> bool:
    """Has the key limits of its own on requests or open tasks?"""
    return key.requests_per_minute is not None or key.concurrent_tasks is not None


def rates(desk: Desk, key: Key) -> list[Rate]:
    """How the key's own limits stand: requests for work, and tasks open at once."""
    found = []
    with desk.database.reading() as connection:
        if key.requests_per_minute is not None:
            limit, burst = key.requests_per_minute, key.requests_burst
            found.append(tallies.rate(connection, key.root, limit, desk.clock(), burst))
        if key.concurrent_tasks is not None:
            found.append(tallies.tasks_rate(connection, key.project, key.root, key.concurrent_tasks))
    return found


def left_microusd(desk: Desk, key: Key) -> int | None:
    """What the key may still ask for: the least of balance, limit and hard budgets; None: nothing bounds it."""
    with desk.database.reading() as connection:
        project = projects.get(connection, key.project)
        standings = budgets.standings(connection, key.project, key.root, desk.clock())
    bounds = [standing.left_microusd for standing in standings if standing.budget.hard]
    if project is not None and project.left_microusd is not None:
        bounds.append(max(0, project.left_microusd))
    return min(bounds, default=None)
