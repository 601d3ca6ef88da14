"""The engines page: who makes the clips of this server, in what order they are asked, how they are, and what failed."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import JSONResponse, Response

from rushes import models
from rushes.console.catalogue import serving
from rushes.console.house import Visit
from rushes.console.pages import clock, page
from rushes.database import workers, workshop
from rushes.engines import catalog
from rushes.engines.probe import Probed, probe_apart
from rushes.errors import Conflict, NotFound
from rushes.model import Model
from rushes.task import Status

_TROUBLES_SHOWN = 10
#: One at a time: a test may take as much memory as a render.
_testing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Engine:
    name: str
    is_installed: bool
    is_on: bool
    lacking: str  #: why it is not on, as far as that is known
    waiting: int
    running: int
    finished: int
    failed: int
    workers: int  #: alive


@dataclass(frozen=True, slots=True)
class Order:
    """Whom a model's shots go to."""

    model: Model
    engines: tuple[tuple[str, bool], ...]  #: in the order they are asked, and is it here?
    serving: str | None  #: the first that is here; None: nobody


def show(visit: Visit) -> Response:
    return _page(visit, {})


def test(visit: Visit) -> Response:
    """The page with what came of it, for a form; for a script, only that."""
    name = visit.path["name"]
    probed = _tested(name)
    if visit.request.url.path.startswith("/console/"):
        return JSONResponse({"well": probed.health.well, "words": _words(probed)})
    return _page(visit, {name: probed})


def _tested(name: str) -> Probed:
    """Raises NotFound, and Conflict while another test goes on."""
    if name not in catalog.names():
        raise NotFound("No engine of that name is installed here.")
    if not _testing.acquire(blocking=False):
        raise Conflict("Another engine is being tested; try again when it is done.")
    try:
        return probe_apart(name)
    finally:
        _testing.release()


def _words(probed: Probed) -> str:
    return f"{probed.health.line} ({clock(probed.seconds)})"


def _page(visit: Visit, tested: Mapping[str, Probed]) -> Response:
    desk = visit.house.desk
    since = visit.now - timedelta(days=1)
    with desk.database.reading() as connection:
        known = workers.known(connection)
        silent = set(workers.stale(connection, visit.house.stale_seconds))
        counted = workshop.by_engine(connection, since)
        failed = workshop.troubles(connection, since, _TROUBLES_SHOWN)
    orders = [_order(visit, model) for model in models.ALL.values()]
    alive = [one for one in known if one.id not in silent]
    installed = catalog.names()
    named = {name for order in orders for name, _ in order.engines}
    rows = [
        Engine(
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
    return page(
        visit,
        "engines.html",
        "Engines",
        engines=sorted(rows, key=lambda row: (not row.is_on, not row.is_installed, row.name)),
        tested={name: (probed.health.well, _words(probed)) for name, probed in tested.items()},
        orders=orders,
        workers=[(one, one in alive) for one in known],
        waiting=sum(row.waiting for row in rows),
        running=sum(row.running for row in rows),
        alive=len(alive),
        troubles=[one for one in failed if one.project == visit.person.project],
        elsewhere=sum(one.project != visit.person.project for one in failed),
    )


def _order(visit: Visit, model: Model) -> Order:
    desk = visit.house.desk
    names = desk.routes.get(model.id, model.engines)
    return Order(model, tuple((name, name in desk.engines) for name in names), serving(visit, model))
