"""Compare the ledger with what engines report. Reads only; that it was done is noted in the audit log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rushes.database import audit, projects, reports
from rushes.database.audit import By
from rushes.database.connect import Database
from rushes.errors import NotFound, ValueNotAllowed
from rushes.reconciliation import Compared


@dataclass(frozen=True, slots=True)
class Reconciliation:
    since: datetime
    until: datetime
    takes: int  #: that ended in this time, of engines elsewhere
    reported: int  #: of which the engine says something
    captured_microusd: int  #: for all of them
    reported_microusd: int  #: charged by engines that say so
    found: tuple[Compared, ...]  #: those with a difference


def reconcile(
    database: Database, since: datetime, until: datetime, *, project: str | None = None, by: By, now: datetime
) -> Reconciliation:
    """Raises ValueNotAllowed for a time that ends before it begins, NotFound for an unknown project."""
    if since >= until:
        raise ValueNotAllowed("from must be before to.", parameter="from")
    takes = reported = captured = charged = 0
    found = []
    with database.reading() as connection:
        if project is not None and projects.get(connection, project) is None:
            raise NotFound(f"There is no project {project[:64]!r}.")
        for one in reports.compared(connection, since, until, project):
            takes += 1
            reported += one.is_reported
            captured += one.captured_microusd
            charged += one.reported_microusd or 0
            if one.differences:
                found.append(one)
    about = {"from": since.isoformat(), "to": until.isoformat(), "takes": takes, "differences": len(found)}
    with database.transaction() as connection:
        audit.note(connection, by, "usage.reconciled", None, project or "all projects", now, **about)
    return Reconciliation(since, until, takes, reported, captured, charged, tuple(found))
