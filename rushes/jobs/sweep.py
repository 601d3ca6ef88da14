"""Sweep: what falls between two stools, found from time to time. Any worker may do it, several at once, too."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import timedelta

from rushes.database import tasks
from rushes.errors import DeadlinePassed
from rushes.jobs import late
from rushes.jobs.bench import Bench
from rushes.jobs.flow import broken, failed, look_up
from rushes.jobs.keeper import Keeper, give_projects, task_of
from rushes.jobs.outcome import Failed, settle
from rushes.take import TakeState

_log = logging.getLogger("rushes.jobs")
#: Flows that ended are kept this long, for whoever looks into what happened.
_KEPT = timedelta(hours=1)


@dataclass(slots=True)
class Sweep:
    bench: Bench
    keeper: Keeper
    _suspects: set[str] = field(default_factory=set)

    def run(self) -> None:
        give_projects(self.bench.database)
        self._release_lost_claims()
        self._end_broken()
        self._end_overdue()
        self.keeper.forget(self.keeper.ended(self.bench.clock() - _KEPT))

    def _release_lost_claims(self) -> None:
        """A claim whose flow never began (the database went away in between) would last as long as this worker does.
        Twice in a row means that it is not just beginning."""
        idle = self.keeper.claimed(self.bench.worker) - self.bench.hands.held() - self.keeper.running()
        for task_id in idle & self._suspects:
            _log.warning("releasing a lost claim", extra={"action": "claim_released", "task": task_id})
            self.keeper.release(task_id, self.bench.worker)
        self._suspects = idle - self._suspects

    def _end_broken(self) -> None:
        """End the tasks of flows that ended by an exception: their callers would wait for ever."""
        found = self.keeper.broken()
        for flow_id, why in found.items():
            task_id = task_of(flow_id)
            _log.error("a flow broke: %s", why, extra={"action": "flow_broke", "task": task_id})
            self._fail(task_id, broken(task_id, self.bench))
        self.keeper.forget(list(found))

    def _end_overdue(self) -> None:
        """End tasks that no worker has taken before their deadline."""
        with self.bench.database.reading() as connection:
            overdue = tasks.overdue(connection, self.bench.clock())
        for task_id in overdue:
            self._fail(task_id, failed(0, DeadlinePassed()))

    def _fail(self, task_id: str, outcome: Failed) -> None:
        task, records = look_up(self.bench, task_id)
        if task is None:
            return
        if not task.status.ended:
            with self.bench.database.transaction() as connection:
                settle(connection, task, outcome, self.bench.clock())
        elif records and records[-1].state is TakeState.SUBMITTED:
            # Nobody waits for its late film any more, and it must not count as in flight for ever.
            late.give_up(self.bench, task, records[-1], "the flow that waited for its film broke")
