"""JobEngine: all that the rest of Rushes sees of how jobs are queued and kept; the library behind it is DBOS.

What DBOS gives: a queue in our own database, so that a job is enqueued in the caller's transaction; flows that survive
their process; and one owner per flow, whose writes alone count. What is ours, because the library leaves it open or
sells it: who is alive and who takes over (`liveness`), never two paid submits (`operations`), and a sweep for what fell
between two stools.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer, SQLAlchemyDatasource
from sqlalchemy import Connection

from rushes.database.connect import Database
from rushes.jobs.bench import Bench, Halt, Hands, Signer
from rushes.jobs.keeper import FLOW_VERSION, NAME, first_flow, flow_name, next_flow, quiet
from rushes.jobs.liveness import new_worker_id
from rushes.jobs.render import memory_of_machine_bytes
from rushes.jobs.timing import Timing
from rushes.jobs.webhooks import Mail
from rushes.jobs.worker import Worker
from rushes.storage.bytes import Storage
from rushes.task import Task


class JobEngine:
    """Queues jobs for everybody, and does them when told to (`start_worker`): one worker per process."""

    def __init__(
        self,
        database: Database,
        storage: Storage,
        *,
        folder: Path,
        clock: Callable[[], datetime],
        signer: Signer | None = None,
        local_at_once: int = 1,
        remote_at_once: int = 2000,
        memory_bytes_max: int | None = None,
        timing: Timing | None = None,
        mail: Mail | None = None,
    ) -> None:
        """`folder` is private and local, for takes in hand. `memory_bytes_max` bounds one rendering child; by default
        its share of three quarters of the machine, and 0 means no bound. Without `mail`, webhooks are left to others."""
        self._database = database
        self._storage = storage
        self._folder = folder
        self._clock = clock
        self._signer = signer
        self._local_at_once = local_at_once
        self._remote_at_once = remote_at_once
        if memory_bytes_max is None:
            memory_bytes_max = memory_of_machine_bytes() * 3 // 4 // local_at_once
        self._memory_bytes_max = memory_bytes_max
        self._timing = timing or Timing()
        self._mail = mail
        self._client: DBOSClient | None = None
        self._worker: Worker | None = None

    def open(self) -> None:
        """Create or update the job engine's own tables, in our database. Several processes may start at once."""
        quiet()
        DBOS.migrate(self._database.url)
        SQLAlchemyDatasource.migrate(self._database.url)
        self._client = DBOSClient(
            system_database_url=self._database.url,
            system_database_pool_size=1,
            serializer=DBOSPortableJSONSerializer(),
            application_name=NAME,
            lazy=True,
        )

    def enqueue(self, connection: Connection, task: Task) -> None:
        """Queue the task's job in the caller's transaction: it is there if and only if that commits."""
        self._enqueue(connection, task, first_flow(task.id))

    def hand_over(self, connection: Connection, task: Task) -> None:
        """Likewise for a task that another engine has begun with: `task.engine` is who goes on."""
        self._enqueue(connection, task, next_flow(task.id, task.engine))

    def _enqueue(self, connection: Connection, task: Task, flow_id: str) -> None:
        assert self._client is not None, "open() comes first"
        self._client.enqueue_in_transaction(
            connection,
            {
                "workflow_name": flow_name(task.engine),
                "queue_name": task.engine,
                "workflow_id": flow_id,
                "queue_partition_key": task.project,
                "app_version": FLOW_VERSION,
            },
            task.id,
        )

    def start_worker(self, engines: Collection[str]) -> None:
        """Begin to work on the tasks of these engines, in the background. An engine that cannot be loaded is logged and
        its tasks are left to other workers."""
        assert self._worker is None, "one worker per process"
        worker_id = new_worker_id()
        bench = Bench(
            self._database,
            self._storage,
            self._signer,
            self._clock,
            self._folder / worker_id,
            worker_id,
            self._memory_bytes_max,
            self._timing,
            Halt(),
            Hands(),
            self.hand_over,
        )
        self._worker = Worker(bench, sorted(engines), self._local_at_once, self._remote_at_once, self._mail)
        self._worker.open()

    @property
    def worker_id(self) -> str | None:
        return self._worker.bench.worker if self._worker else None

    @property
    def working(self) -> bool:
        """Is the worker loaded and taking work?"""
        return self._worker is not None and self._worker.ready.is_set()

    def stop(self) -> bool:
        """Let go: takes in hand are ended and their tasks go back to the queue, for another worker or the next start.

        False when some threads will not end, because the database does not answer or another worker has a task of
        ours; then end the process by `os._exit`."""
        clean = True
        if self._worker is not None:
            clean = self._worker.close()
            self._worker = None
        if self._client is not None:
            self._client.destroy()
            self._client = None
        return clean
