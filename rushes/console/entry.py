"""Signing in, signing out, and the one-time link that sets the password."""

from __future__ import annotations

from starlette.responses import Response

from rushes.console import guard
from rushes.console.house import Visit
from rushes.console.pages import go, page
from rushes.errors import RushesError, TooManyRequests, Unauthenticated, ValueNotAllowed


def show_sign_in(visit: Visit) -> Response:
    if visit.visitor is not None:
        return go(own_path(visit.query.get("next", "/")))
    return sign_in_page(visit, visit.query.get("next", "/"))


def sign_in(visit: Visit) -> Response:
    wanted = own_path(visit.one("next"))
    try:
        secret = visit.house.door.sign_in(visit.one("name"), visit.one("password"), visit.whence)
    except (Unauthenticated, TooManyRequests) as error:
        return sign_in_page(visit, wanted, error)
    return entered(visit, secret, wanted)


def sign_out(visit: Visit) -> Response:
    visit.house.door.sign_out(visit.secret)
    response = go("/sign-in")
    guard.drop_cookie(response, visit.request, visit.house)
    return response


def show_first_run(visit: Visit) -> Response:
    link = visit.query.get("link", "")
    person = visit.house.door.invited(link)
    return page(visit, "first-run.html", link=link, name=person.name, error=None)


def accept(visit: Visit) -> Response:
    link = visit.one("link")
    try:
        if visit.one("password") != visit.one("again"):
            raise ValueNotAllowed("The two passwords are not the same.", parameter="again")
        secret = visit.house.door.accept(link, visit.one("name"), visit.one("password"), visit.whence)
    except ValueNotAllowed as error:
        return page(visit, "first-run.html", "", 400, link=link, name=visit.one("name"), error=error)
    return entered(visit, secret, "/")


def entered(visit: Visit, secret: str, wanted: str) -> Response:
    response = go(wanted)
    guard.set_cookie(response, visit.request, visit.house, secret)
    return response


def sign_in_page(visit: Visit, wanted: str, error: RushesError | None = None) -> Response:
    status = 200 if error is None else guard.status_of(error)
    return page(visit, "sign-in.html", "", status, next=own_path(wanted), name=visit.one("name"), error=error)


def own_path(wanted: str) -> str:
    """A path of this server, never another's address."""
    ours = wanted.startswith("/") and not wanted.startswith(("//", "/\\")) and wanted.isprintable()
    return wanted if ours else "/"
