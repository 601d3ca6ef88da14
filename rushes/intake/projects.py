"""Projects: made, paid for, bounded and emptied. Every act is noted in the audit log, in the same transaction."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

from rushes.budget import Budget, Period
from rushes.database import audit, budgets, erasure, projects, tasks
from rushes.database.audit import By
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import Conflict, NotFound, ValueNotAllowed

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
TOP_UP_MICROUSD_MAX = 10**15
DAYS_MAX = 3650


def create(database: Database, project: str, name: str, *, by: By, now: datetime) -> None:
    """A project without limit that pays later, until it is topped up or bounded.

    Raises ValueNotAllowed for an id that is none, Conflict when there is one of that id."""
    if not _ID.fullmatch(project):
        raise ValueNotAllowed(
            "A project's id has up to 40 of a-z, 0-9 and -, beginning with a letter or digit.", parameter="id"
        )
    with database.transaction() as connection:
        if projects.get(connection, project) is not None:
            raise Conflict(f"There is a project {project} already.")
        projects.insert(connection, project, name, None, now)
        audit.note(connection, by, "project.created", project, project, now, name=name)


def top_up(
    database: Database, project: str, amount_microusd: int, *, reference: str | None, by: By, now: datetime
) -> bool:
    """Add to the balance; False when that reference was counted before. Raises NotFound, ValueNotAllowed."""
    if not 1 <= amount_microusd <= TOP_UP_MICROUSD_MAX:
        raise ValueNotAllowed("A top-up is above 0 USD.", parameter="amount")
    with database.transaction() as connection:
        _ensure_there(projects.get(connection, project) is not None, project)
        added = projects.top_up(connection, new_id(now), project, amount_microusd, reference, now)
        if added:
            about = {"amount_microusd": amount_microusd, "reference": reference}
            audit.note(connection, by, "project.topped_up", project, project, now, **about)
        return added


def set_budget(
    database: Database,
    project: str,
    period: Period,
    limit_microusd: int | None,
    *,
    hard: bool,
    by: By,
    now: datetime,
) -> None:
    """Set, change or (None) lift a project's budget. Raises NotFound."""
    with database.transaction() as connection:
        _ensure_there(projects.get(connection, project) is not None, project)
        if limit_microusd is None:
            budgets.remove(connection, project, period)
        else:
            budgets.put(connection, Budget(project, project, period, limit_microusd, hard, now))
        about = {"period": str(period), "limit_microusd": limit_microusd, "hard": hard}
        audit.note(connection, by, "project.budgeted", project, project, now, **about)


def limit(database: Database, project: str, limit_microusd: int | None, *, by: By, now: datetime) -> None:
    """What the project may hold and spend in all; None: no limit. Raises NotFound."""
    with database.transaction() as connection:
        _ensure_there(projects.set_limit(connection, project, limit_microusd), project)
        audit.note(connection, by, "project.limited", project, project, now, limit_microusd=limit_microusd)


def retain(database: Database, project: str, days: Mapping[str, int | None], *, by: By, now: datetime) -> None:
    """For how many days the project keeps from now on what is made (`task_days`) and uploaded (`file_days`); None: as
    long as the server says.

    Raises NotFound, ValueNotAllowed."""
    assert set(days) <= {"task_days", "file_days"}, "nothing else is kept for days"
    for name, number in days.items():
        if number is not None and not 1 <= number <= DAYS_MAX:
            raise ValueNotAllowed(f"{name} is {number}; it must be between 1 and {DAYS_MAX}.", parameter=name)
    with database.transaction() as connection:
        _ensure_there(projects.change(connection, project, **days), project)
        audit.note(connection, by, "project.retention_set", project, project, now, **days)


def keep(database: Database, project: str, kept: bool, *, by: By, now: datetime) -> None:
    """Put a project under legal hold, or lift it: while it lasts, nothing of it expires and nothing can be deleted."""
    with database.transaction() as connection:
        changed = projects.change(connection, project, kept_since=now if kept else None)
        _ensure_there(changed, project)
        audit.note(connection, by, "project.kept" if kept else "project.released", project, project, now)


def erase(database: Database, project: str, *, by: By, now: datetime) -> int:
    """Delete a project's data: prompts, pictures, clips; how many tasks were emptied. Its accounts stay.

    Raises NotFound; Conflict while a task is open, or under legal hold."""
    with database.transaction() as connection:
        _ensure_there(projects.lock(connection, project), project)
        if projects.is_kept(connection, project):
            raise Conflict(f"The project {project} is under legal hold.")
        if tasks.has_open(connection, project):
            raise Conflict(f"The project {project} has open tasks; cancel them or wait.")
        emptied = erasure.erase(connection, project, now)
        audit.note(connection, by, "project.erased", project, project, now, tasks=emptied)
        return emptied


def _ensure_there(found: bool, project: str) -> None:
    if not found:
        raise NotFound(f"There is no project {project[:64]!r}.")
