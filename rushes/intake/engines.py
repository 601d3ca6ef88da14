"""Engines as the owner of a server sees them: which are on, how they are, whom a model's shots go to; and their tests."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta

from rushes import models
from rushes.database import projects, workers, workshop
from rushes.engines import catalog
from rushes.engines.probe import Probed, probe_apart
from rushes.errors import Conflict, Forbidden, NotFound, Unavailable
from rushes.intake.desk import Desk
from rushes.key import Key, Scope
from rushes.model import Model
from rushes.task import Status

#: What ended is counted for so long.
COUNTED = timedelta(days=1)
#: One test at a time: it may take as much memory as a render.
_testing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Standing:
    name: str
    is_installed: bool
    is_on: bool
    lacking: str  #: why it is not on, as far as that is known
    waiting: int
    running: int
    finished: int  #: within `COUNTED`
    failed: int  #: within `COUNTED`
    workers: int  #: alive


@dataclass(frozen=True, slots=True)
class Order:
    """Whom a model's shots go to."""

    model: Model
    engines: tuple[tuple[str, bool], ...]  #: in the order they are asked, and is it here?
    serving: str | None  #: the first that is here; None: nobody


def ensure_may(key: Key) -> None:
    """Raises Forbidden. Engines belong to the server, so only those of its own project administer them."""
    key.ensure_may(Scope.ADMIN)
    if key.project != projects.DEFAULT:
        raise Forbidden("Engines belong to the server: only its own project's owners may look at them or test them.")


def standings(desk: Desk, alive: Collection[workers.Worker]) -> list[Standing]:
    """Every engine that is installed, on, or named by a model; those that are on first."""
    with desk.database.reading() as connection:
        counted = workshop.by_engine(connection, desk.clock() - COUNTED)
    installed = catalog.names()
    named = {name for order in orders(desk) for name, _ in order.engines}
    rows = [
        Standing(
            name,
            name in installed,
            name in desk.engines,
            catalog.lacking(name) if name in installed and name not in desk.engines else "",
            counted.get((name, Status.QUEUED), 0),
            counted.get((name, Status.RUNNING), 0),
            counted.get((name, Status.SUCCEEDED), 0),
            counted.get((name, Status.FAILED), 0),
            sum(name in worker.queues for worker in alive),
        )
        for name in sorted(installed | desk.engines | named)
    ]
    return sorted(rows, key=lambda row: (not row.is_on, not row.is_installed, row.name))


def orders(desk: Desk) -> list[Order]:
    return [
        Order(
            model,
            tuple((name, name in desk.engines) for name in desk.routes.get(model.id, model.engines)),
            serving(desk, model),
        )
        for model in models.ALL.values()
    ]


def serving(desk: Desk, model: Model) -> str | None:
    """The engine that would make a live shot of the model now; None: nobody."""
    try:
        return catalog.route(model, rehearsal=False, installed=desk.engines, routes=desk.routes)
    except Unavailable:
        return None


def workers_alive(desk: Desk) -> list[tuple[workers.Worker, bool]]:
    """All workers that were not removed, and whether they have been heard of lately."""
    with desk.database.reading() as connection:
        silent = set(workers.stale(connection, desk.stale_seconds))
        return [(one, one.id not in silent) for one in workers.known(connection)]


def test(key: Key, name: str) -> Probed:
    """Let an engine prove itself; nobody is charged. Raises Forbidden, NotFound, and Conflict while another test runs."""
    ensure_may(key)
    if name not in catalog.names():
        raise NotFound("No engine of that name is installed here.")
    if not _testing.acquire(blocking=False):
        raise Conflict("Another engine is being tested; try again when it is done.")
    try:
        return probe_apart(name)
    finally:
        _testing.release()
