"""Late: a film that comes after its task's deadline. The task has failed and its caller was not charged, but a far side that
could not be stopped charges for the film all the same: so it is kept, as a file of the project."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import timedelta
from functools import partial

from rushes.database import assets, takes, tasks
from rushes.database.assets import Asset, AssetKind
from rushes.database.ids import new_id
from rushes.jobs import delivery
from rushes.jobs.bench import Bench
from rushes.jobs.patience import patiently
from rushes.jobs.pursuit import Film
from rushes.take import TakeRecord, TakeState
from rushes.task import Task

_log = logging.getLogger("rushes.jobs")
#: How long after the deadline a film is waited for: far sides end what they began within the hour.
PATIENCE = timedelta(hours=1)


def keep(bench: Bench, task: Task, record: TakeRecord, files: Mapping[str, str], film: Film) -> None:
    """Make the film a file of the task's project and tell the task of it; nothing when the task was taken away meanwhile.
    Raises EngineFailed when it is not what was asked for."""
    made = delivery.prepare(bench, task, film.path, film.folder, files, film.notes)
    # First the bytes, which are let be while they are young, then the row that needs them.
    patiently(bench, lambda: bench.storage.put(made.path, made.clip.digest))
    now = bench.clock()
    width, height = made.clip.size
    asset = Asset(
        id=new_id(now),
        project=task.project,
        key_id=task.key_id,
        kind=AssetKind.FOOTAGE,
        digest=made.clip.digest,
        mime=made.clip.mime,
        size_bytes=made.clip.size_bytes,
        width=width,
        height=height,
        seconds=float(made.clip.seconds),
        created_at=now,
        expires_at=task.expires_at,
        name=f"{task.id}-late.mp4",
    )
    told = {
        "file": asset.id,
        "seconds": asset.seconds,
        "message": "The film came after the deadline. It is kept as a file of your project; you were not charged.",
    }

    def write() -> bool:
        with bench.database.transaction() as connection:
            if tasks.find(connection, task.project, task.id) is None:
                return False
            assets.insert(connection, asset)
            takes.set_state(connection, task.id, record.number, TakeState.LATE, now)
            tasks.add_notes(connection, task.id, {"late_clip": told})
            return True

    if not patiently(bench, write):
        give_up(bench, task, record, "the task was taken away before its film came")
        return
    _log.info("a late film is kept", extra={"action": "late_clip", "task": task.id, "file": asset.id})


def give_up(bench: Bench, task: Task, record: TakeRecord, why: str) -> None:
    """No film will come any more."""
    patiently(bench, partial(_close, bench, task, record, why))


def _close(bench: Bench, task: Task, record: TakeRecord, why: str) -> None:
    with bench.database.transaction() as connection:
        takes.set_state(connection, task.id, record.number, TakeState.FAILED, bench.clock(), fault=why)
