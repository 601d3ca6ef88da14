"""The engines page: who makes the clips of this server, in what order they are asked, how they are, and what failed."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.responses import JSONResponse, Response

from rushes.console.house import Visit
from rushes.console.pages import clock, page
from rushes.database import workshop
from rushes.engines.probe import Probed
from rushes.intake import engines

_TROUBLES_SHOWN = 10


def show(visit: Visit) -> Response:
    return _page(visit, {})


def test(visit: Visit) -> Response:
    """The page with what came of it, for a form; for a script, only that."""
    name = visit.path["name"]
    probed = engines.test(visit.key, name)
    if visit.request.url.path.startswith("/console/"):
        return JSONResponse({"well": probed.health.well, "words": _words(probed)})
    return _page(visit, {name: probed})


def _words(probed: Probed) -> str:
    return f"{probed.health.line} ({clock(probed.seconds)})"


def _page(visit: Visit, tested: Mapping[str, Probed]) -> Response:
    engines.ensure_may(visit.key)
    desk = visit.house.desk
    workers = engines.workers_alive(desk)
    rows = engines.standings(desk, [worker for worker, is_alive in workers if is_alive])
    with desk.database.reading() as connection:
        failed = workshop.troubles(connection, visit.now - engines.COUNTED, _TROUBLES_SHOWN)
    return page(
        visit,
        "engines.html",
        "Engines",
        engines=rows,
        tested={name: (probed.health.well, _words(probed)) for name, probed in tested.items()},
        orders=engines.orders(desk),
        workers=workers,
        waiting=sum(row.waiting for row in rows),
        running=sum(row.running for row in rows),
        alive=sum(is_alive for _, is_alive in workers),
        troubles=[one for one in failed if one.project == visit.person.project],
        elsewhere=sum(one.project != visit.person.project for one in failed),
    )
