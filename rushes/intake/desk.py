"""Desk: what intake needs to take work in, handed over once by `server.assembly`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from rushes.database.connect import Database
from rushes.database.seal import Seal
from rushes.outbound.fetch import Fetcher
from rushes.outbound.post import Poster
from rushes.storage.bytes import Storage
from rushes.task import Task


@dataclass(frozen=True, slots=True)
class Desk:
    database: Database
    storage: Storage
    fetcher: Fetcher
    poster: Poster
    seal: Seal  #: for secrets of webhooks
    #: Put the task's job on the queue, inside the caller's open transaction.
    enqueue: Callable[[Connection, Task], None]
    clock: Callable[[], datetime]  #: aware UTC
    draw_seed: Callable[[], int]  #: 0..4294967295
    work_folder: Path  #: private, for bytes on their way into storage
    engines: frozenset[str]  #: names of the engines that may serve here
    routes: Mapping[str, tuple[str, ...]]  #: the owner's order of engines by model; others use the model's own
    charge_animatic: bool  #: charge the model's price also when the animatic stands in
    task_days: int  #: how long a task and its clip are kept
    file_days: int  #: how long an uploaded file is kept
    deadline_seconds: int  #: for a task whose caller named none
    public_url: str | None = None  #: our own origin, when it is fixed; clip addresses on it are read inside
    stale_seconds: float = 25.0  #: a worker that said nothing for longer is taken for dead
