"""Circling a take, from a page's script or, without one, from its form."""

from __future__ import annotations

from starlette.responses import JSONResponse, Response

from rushes.console.cards import card
from rushes.console.house import Visit
from rushes.console.pages import go
from rushes.console.tasks import find
from rushes.errors import WrongType
from rushes.intake.circle import circle


def toggle(visit: Visit) -> Response:
    """The task's card. Raises NotFound, and WrongType for what is neither true nor false."""
    circled = visit.body.get("circled")
    if not isinstance(circled, bool):
        raise WrongType("circled must be true or false.", parameter="circled")
    return JSONResponse(card(visit, circle(visit.house.desk, visit.key, find(visit).id, circled)))


def submit(visit: Visit) -> Response:
    task = circle(visit.house.desk, visit.key, find(visit).id, visit.one("circled") == "yes")
    return go(f"/tasks/{task.id}")
