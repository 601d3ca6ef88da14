"""Engines over HTTP, for keys that administer the server."""

from __future__ import annotations

from starlette.responses import Response

from rushes.api.answers import enveloped
from rushes.api.front import Call
from rushes.intake import engines


def page(call: Call) -> Response:
    engines.ensure_may(call.key)
    desk = call.front.desk
    alive = [worker for worker, is_alive in engines.workers_alive(desk) if is_alive]
    return enveloped(
        {
            "engines": [_words(one) for one in engines.standings(desk, alive)],
            "models": [
                {"id": one.model.id, "engines": [name for name, _ in one.engines], "served_by": one.serving}
                for one in engines.orders(desk)
            ],
            "workers": len(alive),
        }
    )


def test(call: Call) -> Response:
    probed = engines.test(call.key, call.path["name"])
    return enveloped({"works": probed.health.well, "message": probed.health.line, "seconds": round(probed.seconds, 1)})


def _words(one: engines.Standing) -> dict[str, object]:
    return {
        "name": one.name,
        "installed": one.is_installed,
        "on": one.is_on,
        "lacking": one.lacking or None,
        "workers": one.workers,
        "waiting": one.waiting,
        "running": one.running,
        "finished": one.finished,
        "failed": one.failed,
    }
