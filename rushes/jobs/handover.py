"""Hand over: another engine takes a task on when its own surely cannot make the shot.

Only what is certain leads here: the fault came before a far side accepted anything, and is none that the shot itself is
to blame for. A paid submit whose outcome is unknown ends the task, and so does a refusal of what the shot shows.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from rushes.database import takes, tasks, workers
from rushes.database.connect import clock
from rushes.errors import EngineError
from rushes.jobs.bench import Bench
from rushes.jobs.kill_points import passed
from rushes.jobs.patience import patiently
from rushes.jobs.steps import Steps
from rushes.take import TakeState
from rushes.task import Fallback, Task

_log = logging.getLogger("rushes.jobs")


def hand_over(bench: Bench, steps: Steps, task: Task, number: int, fault: EngineError) -> bool:
    """Give the task to the first of its fallbacks that a living worker serves, after its take `number` (0: before any) had that fault.
    False when there is none: then the task is to end."""
    to = next_engine(bench, task) if fault.elsewhere else None
    if to is None:
        return False
    # First of all, so that a crash meanwhile leaves a take that surely was not accepted, and not a doubt.
    if number:
        patiently(bench, lambda: _close(bench, task, number, fault))
    earlier = task.notes.get("fallback")
    told = {"engine": task.engine, "code": fault.code, "message": fault.message}
    notes = {"fallback": [*(earlier if isinstance(earlier, list) else []), told]}

    def work(connection: Connection) -> bool:
        # Whoever finds that it has ended, or is another's already, has nothing left to do.
        if tasks.hand_over(connection, task, to):
            tasks.add_notes(connection, task.id, notes)
            bench.enqueue(connection, replace(task, engine=to.engine))
        passed("handing_over")
        return True

    steps.transact("hand_over", work)
    passed("handed_over")
    _log.info(
        "%s goes from %s to %s: %s",
        task.id,
        task.engine,
        to.engine,
        fault.message,
        extra={"action": "handed_over", "task": task.id},
    )
    return True


def _close(bench: Bench, task: Task, number: int, fault: EngineError) -> None:
    with bench.database.transaction() as connection:
        text = f"{fault.code}: {fault.message}"
        takes.set_state(connection, task.id, number, TakeState.FAILED, bench.clock(), fault=text)


def next_engine(bench: Bench, task: Task) -> Fallback | None:
    """The first of the task's fallbacks that somebody alive serves."""

    def work() -> set[str]:
        with bench.database.reading() as connection:
            since = clock(connection) - timedelta(seconds=bench.timing.stale_seconds)
            return {queue for worker in workers.known(connection) if worker.beat_at >= since for queue in worker.queues}

    if not task.fallbacks:
        return None
    served = patiently(bench, work)
    return next((one for one in task.fallbacks if one.engine in served), None)
