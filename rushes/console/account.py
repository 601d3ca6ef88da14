"""A person's own page: their password, and where they are signed in."""

from __future__ import annotations

from starlette.responses import Response

from rushes.console import guard
from rushes.console.door import digest
from rushes.console.house import Visit
from rushes.console.pages import go, page
from rushes.errors import Refused, TooManyRequests, ValueNotAllowed


def show(visit: Visit) -> Response:
    return _page(visit)


def change_password(visit: Visit) -> Response:
    """All sessions end, this one too; a new one begins."""
    try:
        if visit.one("password") != visit.one("again"):
            raise ValueNotAllowed("The two passwords are not the same.", parameter="again")
        secret = visit.house.door.change_password(visit.person, visit.one("old"), visit.one("password"), visit.whence)
    except (ValueNotAllowed, TooManyRequests) as error:
        return _page(visit, error)
    response = go("/account?saved=1")
    guard.set_cookie(response, visit.request, visit.house, secret)
    return response


def end_session(visit: Visit) -> Response:
    visit.house.door.end_session(visit.person, visit.one("session"), visit.whence)
    return go("/account")


def _page(visit: Visit, error: Refused | None = None) -> Response:
    return page(
        visit,
        "account.html",
        "",
        200 if error is None else guard.status_of(error),
        error=error,
        saved=bool(visit.query.get("saved")),
        here=digest(visit.secret),
        sessions=visit.house.door.sessions_of(visit.person),
        browser=browser,
    )


def browser(agent: str | None) -> str:
    """What people call a browser; they all claim to be each other, so the order matters."""
    for mark, name in (
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome or Chromium"),
        ("Safari/", "Safari"),
    ):
        if agent is not None and mark in agent:
            return name
    return "Some browser"
