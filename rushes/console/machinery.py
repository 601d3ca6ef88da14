"""The models and engines pages: what can be asked for, who makes it, and how they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from starlette.responses import Response

from rushes import models
from rushes.console import fields
from rushes.console.house import Visit
from rushes.console.pages import page
from rushes.database import workers, workshop
from rushes.engines import catalog
from rushes.errors import Unavailable
from rushes.model import Model
from rushes.task import Status

#: A worker that said nothing for longer is taken for dead; the default of the setting `stale_seconds`.
_STALE_SECONDS = 25.0
_TROUBLES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Entry:
    """A model as the list shows it."""

    model: Model
    engine: str | None  #: who would render it here now; None: nobody
    modes: tuple[str, ...]
    prices: tuple[tuple[str, int, int | None], ...]  #: resolution, with sound, without


@dataclass(frozen=True, slots=True)
class Engine:
    name: str
    is_installed: bool
    is_on: bool
    serves: tuple[tuple[str, int], ...]  #: model, and the place in its order (0 is first)
    waiting: int
    running: int
    finished: int
    failed: int
    workers: int  #: alive


def show_models(visit: Visit) -> Response:
    return page(visit, "models.html", "Models", entries=[_entry(visit, model) for model in models.ALL.values()])


def show_engines(visit: Visit) -> Response:
    desk = visit.house.desk
    since = visit.now - timedelta(days=1)
    with desk.database.reading() as connection:
        known = workers.known(connection)
        counted = workshop.by_engine(connection, since)
        failed = workshop.troubles(connection, since, _TROUBLES_SHOWN)
    alive = [one for one in known if (visit.now - one.beat_at).total_seconds() <= _STALE_SECONDS]
    installed = catalog.names()
    named = {name for model in models.ALL.values() for name in _order(visit, model)}
    rows = [
        Engine(
            name,
            name in installed,
            name in desk.engines,
            tuple(
                (model.id, order.index(name))
                for model in models.ALL.values()
                if name in (order := _order(visit, model))
            ),
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
        workers=[(one, one in alive) for one in known],
        troubles=[one for one in failed if one.project == visit.person.project],
        elsewhere=sum(one.project != visit.person.project for one in failed),
    )


def _order(visit: Visit, model: Model) -> tuple[str, ...]:
    return visit.house.desk.routes.get(model.id, model.engines)


def _entry(visit: Visit, model: Model) -> Entry:
    desk = visit.house.desk
    try:
        engine = catalog.route(model, rehearsal=False, installed=desk.engines, routes=desk.routes)
    except Unavailable:
        engine = None
    per_second = model.price.per_second
    resolutions = dict.fromkeys(resolution for resolution, _ in per_second)
    return Entry(
        model,
        engine,
        tuple(words for _, words in fields.modes(model)),
        tuple((one, per_second[one, True], per_second.get((one, False))) for one in resolutions),
    )
