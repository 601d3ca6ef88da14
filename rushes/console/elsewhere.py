"""Signing in elsewhere: the way to the OpenID provider and back."""

from __future__ import annotations

from starlette.responses import Response

from rushes.console import entry, guard
from rushes.console.house import Visit
from rushes.console.openid import COOKIE_SECONDS, OpenId
from rushes.console.pages import go
from rushes.errors import NotFound, RushesError

_CALLBACK = "/sign-in/openid/back"
_COOKIE = "rushes_openid"


def begin(visit: Visit) -> Response:
    wanted = entry.own_path(visit.query.get("next", "/"))
    try:
        address, kept = _openid(visit).begin(visit.origin + _CALLBACK, wanted)
    except RushesError as error:
        return entry.sign_in_page(visit, wanted, error)
    response = go(address)
    guard.set_cookie(response, visit.request, visit.house, kept, _COOKIE, COOKIE_SECONDS)
    return response


def come_back(visit: Visit) -> Response:
    """With the provider's answer. It is believed once: the cookie goes, and its code is good once."""
    try:
        kept = guard.cookie(visit.request, visit.house, _COOKIE)
        person, wanted = _openid(visit).finish(visit.origin + _CALLBACK, visit.query, kept)
        response = entry.entered(visit, visit.house.door.enter(person, visit.whence), entry.own_path(wanted))
    except RushesError as error:
        response = entry.sign_in_page(visit, "/", error)
    guard.drop_cookie(response, visit.request, visit.house, _COOKIE)
    return response


def _openid(visit: Visit) -> OpenId:
    if visit.house.openid is None:
        raise NotFound("Nobody signs in elsewhere here; there are names and passwords.")
    return visit.house.openid
