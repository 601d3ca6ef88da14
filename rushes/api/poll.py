"""Poll: the answer about one task, made once and kept while the task's mark stays the same."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool

from rushes.api.addresses import Addresses
from rushes.api.answers import dump
from rushes.api.dialects import native
from rushes.database import tasks
from rushes.database.connect import Database
from rushes.database.marks import DELETED_AT, PROJECT, Mark, Marks
from rushes.errors import NotFound
from rushes.key import Key, Scope
from rushes.storage.links import Links

#: Ids that could be ours. Others are not looked for: they may hold what a database cannot even be asked.
TASK_ID = re.compile(r"[0-9a-z]{26}")
#: Answers kept, of about 2 kB; above it the oldest go.
_KEPT_MAX = 20_000


class Poll:
    def __init__(self, database: Database, marks: Marks, links: Links) -> None:
        self._database = database
        self._marks = marks
        self._links = links
        #: (origin, task id): the mark that the bytes were made from, the bytes, and the task's model.
        self._kept: dict[tuple[str, str], tuple[Mark, bytes, str]] = {}

    async def answer(self, key: Key, task_id: str, origin: str) -> bytes:
        """The task as JSON. Raises NotFound, Forbidden."""
        return await self.at(origin, key.project, task_id, await self.mark(key, task_id))

    async def mark(self, key: Key, task_id: str) -> Mark:
        """What tells whether the task has changed. Raises NotFound, Forbidden."""
        if Scope.READ not in key.scopes:
            key.ensure_may(Scope.READ)
        return await self._mark(key.project, task_id)

    async def now(self, origin: str, project: str, task_id: str) -> bytes:
        """The task as JSON, for who may see all of the project. Raises NotFound."""
        return await self.at(origin, project, task_id, await self._mark(project, task_id))

    async def at(self, origin: str, project: str, task_id: str, mark: Mark) -> bytes:
        """The task as it was at that mark, or is by now. Raises NotFound."""
        kept = self._kept.get((origin, task_id))
        if kept is not None and kept[0] == mark:
            return kept[1]
        # The task may move on between the mark and this read: then the bytes are newer than their mark, and the next
        # poll, finding another mark, makes them again.
        made = (mark, *await run_in_threadpool(self._make, project, task_id, origin))
        self._keep((origin, task_id), made)
        return made[1]

    async def _mark(self, project: str, task_id: str) -> Mark:
        if self._marks.quick:
            mark = self._marks.read(task_id)
        else:
            mark = await run_in_threadpool(self._marks.read, task_id)
        if mark is None or mark[PROJECT] != project or mark[DELETED_AT] is not None:
            raise no_task(task_id)
        return mark

    def model(self, origin: str, task_id: str) -> str | None:
        """The model of a task that was just answered for."""
        kept = self._kept.get((origin, task_id))
        return None if kept is None else kept[2]

    def _make(self, project: str, task_id: str, origin: str) -> tuple[bytes, str]:
        with self._database.reading() as connection:
            task = tasks.poll(connection, project, task_id)
        if task is None:
            raise no_task(task_id)
        return dump(native.task_words(task, Addresses(origin, self._links))), task.model

    def _keep(self, place: tuple[str, str], made: tuple[Mark, bytes, str]) -> None:
        self._kept.pop(place, None)
        self._kept[place] = made
        while len(self._kept) > _KEPT_MAX:
            self._kept.pop(next(iter(self._kept)))


def no_task(task_id: str) -> NotFound:
    return NotFound(f"There is no task {task_id[:64]!r} in this key's project.")


def ensure_id(task_id: str) -> str:
    """Raises NotFound for what cannot be a task's id."""
    if not TASK_ID.fullmatch(task_id):
        raise no_task(task_id)
    return task_id
