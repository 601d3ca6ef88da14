"""Admission: how a task's money is taken in, in the caller's one transaction. Its counterpart is `settlement`.

Rows that tasks share are always locked in the same order (project, budgets, tallies), here and there: no deadlocks."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection

from rushes.database import budgets, ledger, tallies
from rushes.key import Key
from rushes.task import Task


def admit(connection: Connection, key: Key, task: Task, now: datetime) -> list[str]:
    """Hold what the task may cost and count it in all budgets and limits; returns warnings of soft budgets.

    Raises BalanceTooLow, BudgetSpent or TooManyRequests: the transaction is to be rolled back then."""
    ledger.hold(connection, task, now)
    warnings: list[str] = []
    if task.hold_microusd:
        warnings = budgets.hold(connection, task.project, key.root, task.hold_microusd, task.created_at)
    if key.concurrent_tasks is not None:
        tallies.ensure_room(connection, task.project, key.root, key.concurrent_tasks)
    return warnings
