"""Errors as HTTP tells them: which status and which number each class gets, and the one body they all share.

The body suits every client of this wire (one reads `message`, another `status.error_code`, a third a string `error`):

    {"message": "…", "error": "value_not_allowed", "parameter": "durationSeconds",
     "status": {"code": 400, "message": "…", "error_code": 40005}, "data": null, "request_id": "…"}

Numbers are the status times a hundred plus a running number, and never change their meaning.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from rushes import errors


class MethodNotAllowed(errors.Refused):
    """This address does not take that method."""

    code = "method_not_allowed"

    def __init__(self, message: str | None = None, *, allowed: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.allowed = allowed


class TooSlow(errors.Refused):
    """The request body did not arrive in time."""

    code = "too_slow"


class LinkRefused(errors.Refused):
    """This link is not valid, or no longer; poll the task for a fresh one."""

    code = "link_refused"


class RangeNotSatisfiable(errors.Refused):
    """The range asked for lies outside the file."""

    code = "range_not_satisfiable"

    def __init__(self, message: str | None = None, *, size_bytes: int = 0) -> None:
        super().__init__(message)
        self.size_bytes = size_bytes


@dataclass(frozen=True, slots=True)
class Standing:
    """What a class of error is in HTTP."""

    status: int
    number: int


#: Looked up along the class's ancestors, nearest first. EngineErrors normally end a task instead of a request; their
#: number is then the task's `error.code`.
STANDINGS: Mapping[type[errors.RushesError], Standing] = {
    errors.RushesError: Standing(500, 50000),
    errors.Refused: Standing(400, 40000),
    errors.InvalidRequest: Standing(400, 40001),
    errors.UnknownParameter: Standing(400, 40002),
    errors.MissingParameter: Standing(400, 40003),
    errors.WrongType: Standing(400, 40004),
    errors.ValueNotAllowed: Standing(400, 40005),
    errors.RuleBroken: Standing(400, 40006),
    errors.MediaRefused: Standing(400, 40007),
    errors.Unauthenticated: Standing(401, 40101),
    errors.BalanceTooLow: Standing(402, 40201),
    errors.BudgetSpent: Standing(402, 40202),
    errors.Forbidden: Standing(403, 40301),
    LinkRefused: Standing(403, 40302),
    errors.NotFound: Standing(404, 40401),
    MethodNotAllowed: Standing(405, 40501),
    TooSlow: Standing(408, 40801),
    errors.Conflict: Standing(409, 40901),
    errors.UnderWay: Standing(409, 40902),
    errors.TooLarge: Standing(413, 41301),
    RangeNotSatisfiable: Standing(416, 41601),
    errors.IdempotencyMismatch: Standing(422, 42201),
    errors.TooManyRequests: Standing(429, 42901),
    errors.Misconfigured: Standing(500, 50001),
    errors.Unavailable: Standing(503, 50301),
    errors.EngineError: Standing(502, 60000),
    errors.ShotRefused: Standing(502, 60001),
    errors.EngineFailed: Standing(502, 60002),
    errors.QuotaExceeded: Standing(502, 60003),
    errors.Stopped: Standing(502, 60004),
    errors.DeadlinePassed: Standing(502, 60005),
    errors.OutcomeUnknown: Standing(502, 60006),
    errors.ShotUnsupported: Standing(502, 60007),
}
#: What a bug of ours is to a caller: no details, they are in the log under the request id.
BUG = "Something went wrong on our side; it is logged under the request id."
BUG_STANDING = Standing(500, 50000)
#: The task error codes of `Failure` that are no class: a bug of ours, and a task that was canceled.
TASK_NUMBERS: Mapping[str, int] = {
    **{kind.code: standing.number for kind, standing in STANDINGS.items()},
    "internal": 60000,
    "canceled": 60004,
}


def standing(error: errors.RushesError) -> Standing:
    return next(STANDINGS[kind] for kind in type(error).__mro__ if kind in STANDINGS)


def body(message: str, code: str, standing: Standing, parameter: str | None, request_id: str) -> bytes:
    words: dict[str, object] = {"message": message, "error": code}
    if parameter is not None:
        words["parameter"] = parameter
    words["status"] = {"code": standing.status, "message": message, "error_code": standing.number}
    words["data"] = None
    words["request_id"] = request_id
    # A caller's odd characters (lone surrogates) may be quoted in a message: escaped, they are always sendable.
    return json.dumps(words, separators=(",", ":")).encode("ascii")


def headers(error: errors.RushesError) -> dict[str, str]:
    """The headers that an error brings along."""
    match error:
        case errors.Unauthenticated():
            return {"www-authenticate": "Bearer"}
        case errors.TooManyRequests():
            rate = {} if error.rate is None else rate_headers(error.rate)
            return {"retry-after": str(error.retry_after_seconds), **rate}
        case errors.UnderWay():
            return {"retry-after": "1"}
        case errors.Unavailable():
            return {"retry-after": "2"}
        case MethodNotAllowed() if error.allowed:
            return {"allow": ", ".join(error.allowed)}
        case RangeNotSatisfiable():
            return {"content-range": f"bytes */{error.size_bytes}"}
        case _:
            return {}


def rate_headers(*rates: errors.Rate) -> dict[str, str]:
    """draft-ietf-httpapi-ratelimit-headers-11: the policies, and what is left of each; nothing when there is none."""
    policies, standings = [], []
    for rate in rates:
        if rate.window_seconds is None:
            policies.append(f'"{rate.name}";q={rate.limit};qu="concurrent-requests"')
            standings.append(f'"{rate.name}";r={rate.left}')
        else:
            policies.append(f'"{rate.name}";q={rate.limit};w={rate.window_seconds}')
            standings.append(f'"{rate.name}";r={rate.left};t={rate.resets_seconds}')
    return {"ratelimit-policy": ", ".join(policies), "ratelimit": ", ".join(standings)} if rates else {}
