"""Guard: what every page is sent with, which requests are from our own pages, and the cookie.

A session's cookie is HttpOnly and SameSite=Lax, so other sites can neither read nor post with it; a form must bring a
token besides, and come from our own origin. There is no inline script or style anywhere, so none is allowed.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from rushes import errors
from rushes.console.door import SESSION_DAYS
from rushes.console.house import House

HEADERS: Mapping[str, str] = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
    "img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "x-frame-options": "DENY",
}
NEVER_KEPT = "no-store"
SESSION = "rushes_session"
_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_STATUSES: Mapping[type[errors.RushesError], int] = {
    errors.Unauthenticated: 401,
    errors.BalanceTooLow: 402,
    errors.Forbidden: 403,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.TooLarge: 413,
    errors.TooManyRequests: 429,
    errors.Refused: 400,
    errors.Unavailable: 503,
    errors.RushesError: 500,
}


def status_of(error: errors.RushesError) -> int:
    return next(_STATUSES[kind] for kind in type(error).__mro__ if kind in _STATUSES)


def ensure_from_here(request: Request, house: House) -> None:
    """Raises Forbidden for what another site's page sends. Browsers say where a POST comes from; others need not."""
    origin = request.headers.get("origin")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none") or (
        origin is not None and origin not in _own_origins(request, house)
    ):
        raise errors.Forbidden("This request comes from another site, so it was not carried out.")


def may_enter_by_itself(request: Request, house: House) -> bool:
    """In development, on this very machine. The host's name is looked at as well: another site's name could be made to
    lead here (DNS rebinding)."""
    if not house.dev or request.client is None:
        return False
    name = urlsplit(f"//{request.headers.get('host', '')}").hostname
    return name in _LOOPBACK_NAMES and _is_loopback(request.client.host)


def cookie(request: Request, house: House, name: str = SESSION) -> str:
    """A cookie's secret, the session's if no other is named; empty when none came."""
    return request.cookies.get(_named(name, request, house), "")


def set_cookie(
    response: Response,
    request: Request,
    house: House,
    secret: str,
    name: str = SESSION,
    seconds: int = SESSION_DAYS * 86400,
) -> None:
    response.set_cookie(
        _named(name, request, house),
        secret,
        max_age=seconds,
        path="/",
        secure=_is_secure(request, house),
        httponly=True,
        samesite="lax",
    )


def drop_cookie(response: Response, request: Request, house: House, name: str = SESSION) -> None:
    response.delete_cookie(
        _named(name, request, house), path="/", secure=_is_secure(request, house), httponly=True, samesite="lax"
    )


def _named(name: str, request: Request, house: House) -> str:
    """The prefix makes browsers refuse it from anywhere but this host over TLS (RFC 6265bis §4.1.3.2)."""
    return f"__Host-{name}" if _is_secure(request, house) else name


def _is_secure(request: Request, house: House) -> bool:
    return request.url.scheme == "https" or (house.public_url or "").startswith("https:")


def _own_origins(request: Request, house: House) -> set[str]:
    own = {f"{request.url.scheme}://{request.headers.get('host', '')}"}
    if house.public_url is not None:
        parts = urlsplit(house.public_url)
        own.add(f"{parts.scheme}://{parts.netloc}")
    return own


def _is_loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False
