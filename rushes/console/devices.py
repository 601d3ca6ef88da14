"""Device sign-in: a person types, or confirms, the code that a command-line program shows, and lets it in or not."""

from __future__ import annotations

from starlette.responses import Response

from rushes.budget import Period
from rushes.console import guard, key_form
from rushes.console.attempts import Attempts
from rushes.console.house import Visit
from rushes.console.pages import go, page
from rushes.errors import NotFound, Refused, TooManyRequests
from rushes.intake import devices
from rushes.intake.devices import Grant
from rushes.key import USUAL_SCOPES

#: Who guesses codes has to wait, as who guesses passwords does; counted by person.
_guesses = Attempts()


def show(visit: Visit) -> Response:
    """What asks, when a code is given; else a field for it."""
    code = visit.query.get("code", "")
    done = visit.query.get("done", "")
    if done in ("in", "away"):
        return page(visit, "device.html", done=done, device=None, code="", error=None)
    return _page(visit, code) if code else page(visit, "device.html", done="", device=None, code="", error=None)


def decide(visit: Visit) -> Response:
    code, database = visit.one("code"), visit.house.desk.database
    lets_in = visit.one("verdict") == "approve"
    try:
        _guesses.ensure_may(visit.person.id)
        if lets_in:
            grant = Grant(visit.one("kind") == "live", key_form.budgets(visit)[Period.MONTH], key_form.expiry(visit))
            devices.approve(database, visit.key, code, visit.now, by=visit.by, grant=grant)
        else:
            devices.deny(database, visit.key, code, visit.now, by=visit.by)
    except (NotFound, TooManyRequests, Refused) as error:
        return _page(visit, code, error)
    return go("/device?done=in" if lets_in else "/device?done=away")


def _page(visit: Visit, code: str, error: Refused | None = None) -> Response:
    device = None
    try:
        _guesses.ensure_may(visit.person.id)
        device = devices.find(visit.house.desk.database, code, visit.now)
        _guesses.succeeded(visit.person.id)
    except TooManyRequests as wait:
        error = wait
    except NotFound as nobody:
        _guesses.failed(visit.person.id)
        error = nobody
    return page(
        visit,
        "device.html",
        "",
        200 if error is None else guard.status_of(error),
        done="",
        device=device,
        code=code[:40],
        error=error,
        form=visit.form,
        scopes=[key_form.SCOPE_WORDS[scope] for scope in sorted(USUAL_SCOPES & visit.key.scopes)],
        lifetimes=key_form.LIFETIMES,
    )
