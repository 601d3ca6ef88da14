"""The routes of keys, and of what was done to them."""

from __future__ import annotations

from rushes import errors
from rushes.api import audit, keys
from rushes.api.route import Group, Route, Takes
from rushes.key import Scope

_KEYED = (errors.Unauthenticated, errors.Forbidden)
_ONE = (*_KEYED, errors.NotFound)


def key_routes() -> tuple[Route, ...]:
    return (
        Route(
            "POST",
            "/api/v1/keys",
            keys.create,
            Scope.KEYS,
            Group.KEYS,
            "Make a key",
            "A new key of your project. Its secret is in this answer and never again. A key cannot make a stronger one.",
            "NewKey",
            Takes.JSON,
            "CreateKey",
            refusals=(*_KEYED, errors.MissingParameter, errors.ValueNotAllowed),
        ),
        Route(
            "GET",
            "/api/v1/keys",
            keys.page,
            Scope.KEYS,
            Group.KEYS,
            "List keys",
            "The project's keys, newest first, without their secrets.",
            "KeyPage",
            refusals=_KEYED,
        ),
        Route(
            "GET",
            "/api/v1/keys/{id}",
            keys.read,
            Scope.KEYS,
            Group.KEYS,
            "Look at a key",
            "Its name, scopes and when it was used last; never its secret.",
            "Key",
            refusals=_ONE,
        ),
        Route(
            "PATCH",
            "/api/v1/keys/{id}",
            keys.change,
            Scope.KEYS,
            Group.KEYS,
            "Change a key",
            "What is not named stays as it is; null lifts a limit. Budgets go on counting. It holds within a second. Its "
            "secret, and whether it is live, never change.",
            "Key",
            Takes.JSON,
            "ChangeKey",
            refusals=(*_ONE, errors.Conflict, errors.WrongType, errors.ValueNotAllowed),
        ),
        Route(
            "POST",
            "/api/v1/keys/{id}/rotate",
            keys.rotate,
            Scope.KEYS,
            Group.KEYS,
            "Rotate a key",
            "A new key with the same rights; the old one works for overlap_seconds more.",
            "NewKey",
            Takes.OPTIONAL_JSON,
            "RotateKey",
            refusals=(*_ONE, errors.Conflict, errors.ValueNotAllowed),
        ),
        Route(
            "DELETE",
            "/api/v1/keys/{id}",
            keys.revoke,
            Scope.KEYS,
            Group.KEYS,
            "Revoke a key",
            "It stops working within two seconds, for good.",
            "Key",
            refusals=_ONE,
        ),
        audit.ROUTE,
    )
