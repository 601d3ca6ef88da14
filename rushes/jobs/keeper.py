"""Keeper: the library that keeps the flows, and every call into it that is private or needs care. Checked against
DBOS 3.4; read this file again, and run `tests/faults`, before taking a newer one."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

from dbos import DBOS, DBOSPortableJSONSerializer
from dbos._queue import Queue
from dbos._recovery import _recover_workflow

from rushes.database.connect import IDLE_SECONDS, Database

#: Flows of one version are resumed only by workers of that version. Raised on purpose, when a flow in the middle could
#: not be carried on by newer code; the workers of the older version then finish what they have.
FLOW_VERSION = "flow-1"
NAME = "rushes"
_BATCH = 500
_UNUSED_SECONDS = 60.0
_REPEAT_SECONDS = 30.0
_LAST_SECONDS = 2.0
_EXECUTOR = "dbos-executor-"
_FAILED = ["ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]

SyncFlow = Callable[[str], None]
AsyncFlow = Callable[[str], Coroutine[Any, Any, None]]


def flow_name(engine: str) -> str:
    """One flow per engine, so that a worker knows those of the engines that it has, and no others."""
    return f"render:{engine}"


def first_flow(task_id: str) -> str:
    """The id of a task's flow."""
    return task_id


def next_flow(task_id: str, engine: str) -> str:
    """The id of the flow of an engine that takes a task over; each does so once at most."""
    return f"{task_id}.{engine}"


def task_of(flow_id: str) -> str:
    return flow_id.partition(".")[0]


class Condense(logging.Filter):
    """Makes one line of each of the library's messages, and one of many: in an outage it says the same, with its
    traceback, at every poll."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._clock = clock
        self._said_at: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage().splitlines()[0]
        if record.exc_info and record.exc_info[1] is not None:
            text = f"{text} {type(record.exc_info[1]).__name__}: {str(record.exc_info[1]).splitlines()[0]}"
        record.msg, record.args, record.exc_info, record.exc_text = text, (), None, None
        now = self._clock()
        if now - self._said_at.get(text, -_REPEAT_SECONDS) < _REPEAT_SECONDS:
            return False
        self._said_at = {said: at for said, at in self._said_at.items() if now - at < _REPEAT_SECONDS} | {text: now}
        return True


def quiet() -> None:
    """Let the library log through ours, and only what someone may have to act on."""
    logger = logging.getLogger("dbos")
    logger.handlers.clear()
    logger.filters[:] = [Condense()]
    logger.propagate = True
    logger.setLevel(logging.WARNING)


def give_projects(database: Database) -> None:
    """Name the project of what was queued by a version in which projects did not take turns: nobody would find it."""
    schema = "" if database.is_sqlite else "dbos."
    project = "(SELECT project FROM tasks WHERE tasks.id = substr(workflow_uuid, 1, 26))"
    with database.transaction() as connection:
        connection.exec_driver_sql(
            f"UPDATE {schema}workflow_status SET queue_partition_key = {project}"
            " WHERE queue_partition_key IS NULL AND queue_name IS NOT NULL AND status IN ('ENQUEUED', 'PENDING')"
        )


class Keeper:
    """The library's one instance in this process."""

    def __init__(self, url: str, worker: str, threads: int) -> None:
        self._queues: list[tuple[Queue, int]] = []
        self._dbos = DBOS(
            config={
                "name": NAME,
                "system_database_url": url,
                "sys_db_pool_size": 8,
                "sys_db_idle_transaction_timeout_sec": IDLE_SECONDS,
                "application_version": FLOW_VERSION,
                # The default, "local", would let two processes run the same flows.
                "executor_id": worker,
                "serializer": DBOSPortableJSONSerializer(),  # The default is pickle.
                "max_executor_threads": threads,
                "run_migrations": False,
                "use_listen_notify": False,  # Nobody waits for its events, and each would cost a commit.
                "enable_otlp": False,
                "log_level": "WARNING",
                "scheduler_polling_interval_sec": _UNUSED_SECONDS,
            }
        )
        quiet()

    def serve(self, engine: str, flow: SyncFlow | AsyncFlow, *, at_once: int, poll_seconds: float) -> None:
        """Register an engine's flow and its queue; before `launch`."""
        # No limit to recoveries: the library would leave the task open for ever. `flow` counts interruptions instead.
        DBOS.workflow(name=flow_name(engine), max_recovery_attempts=None)(flow)
        # In memory and so of this worker alone: a queue in the database has one concurrency for the whole fleet, and
        # is read again with every poll. A project is a partition of it, which bounds nothing more: the library then asks
        # the projects that have something queued in an order that is chance each time, so one with thousands of tasks
        # takes as many turns as one with a few. (The library finds them by their index, one seek for each.)
        queue = self._dbos._registry._register_internal_queue(
            engine,
            worker_concurrency=at_once,
            partition_worker_concurrency=at_once,
            polling_interval_sec=poll_seconds,
        )
        self._queues.append((queue, at_once))

    def launch(self) -> None:
        """Begin to claim flows. Call it once the worker is known to those who would take over from it."""
        DBOS.listen_queues([])
        # What nothing here uses is not asked for each second, all day: the library's own queue, and its delays and
        # timeouts, for which it would also keep a transaction open in PostgreSQL.
        self._dbos._registry.get_internal_queue()._polling_interval_sec = _UNUSED_SECONDS
        self._dbos._background_jobs_stop_event.set()
        DBOS.launch()

    def recover(self, worker: str) -> int:
        """Return a dead worker's flows to their queues; how many. May be asked by several workers at once: a flow goes
        back only while it still is the dead one's. (`resume_workflow` would run a live one a second time.)"""
        return len(DBOS._recover_pending_workflows([worker]))

    def claimed(self, worker: str) -> set[str]:
        """The tasks whose flows the library believes this worker is running."""
        return {task_of(flow.workflow_id) for flow in self._dbos._sys_db.get_pending_workflows(worker, FLOW_VERSION)}

    def release(self, task_id: str, worker: str) -> None:
        """Return to its queue a task's flow that was claimed for this worker but is not running in it."""
        for flow in self._dbos._sys_db.get_pending_workflows(worker, FLOW_VERSION):
            if task_of(flow.workflow_id) == task_id:
                _recover_workflow(self._dbos, flow, [worker])

    def broken(self) -> dict[str, str]:
        """Flows that ended by an exception, which no flow of ours should, and what it was."""
        flows = DBOS.list_workflows(status=_FAILED, app_version=FLOW_VERSION, limit=_BATCH, load_input=False)
        return {flow.workflow_id: f"{flow.status}: {flow.error!r}" for flow in flows}

    def ended(self, before: datetime) -> list[str]:
        """Some flows that ended well before that time."""
        flows = DBOS.list_workflows(
            status="SUCCESS",
            completed_before=before.isoformat(),
            limit=_BATCH,
            load_input=False,
            load_output=False,
        )
        return [flow.workflow_id for flow in flows]

    def forget(self, flow_ids: list[str]) -> None:
        if flow_ids:
            DBOS.delete_workflows(flow_ids)

    def hold(self) -> None:
        """Claim nothing until `go_on`: a worker that has let go would only keep it from the others."""
        for queue, _ in self._queues:
            queue._worker_concurrency = 0

    def go_on(self) -> None:
        for queue, at_once in self._queues:
            queue._worker_concurrency = at_once

    def stop_taking(self) -> None:
        """Claim nothing more; the flows in hand go on."""
        for event in self._dbos.background_thread_stop_events:
            event.set()

    def running(self) -> set[str]:
        """The tasks whose flows run here, up to and including the note of how they ended."""
        return {task_of(flow_id) for flow_id in self._dbos._active_workflows_set.activeList()}

    def close(self) -> bool:
        """End the library's threads. False when one does not end: a flow that has lost its task to another worker
        waits in its thread until that one has ended it."""
        DBOS.destroy(destroy_registry=True)
        end_at = time.monotonic() + _LAST_SECONDS
        while any(thread.name.startswith(_EXECUTOR) for thread in threading.enumerate()):
            if time.monotonic() > end_at:
                return False
            time.sleep(0.02)
        return True
