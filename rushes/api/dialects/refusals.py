"""Refusals: an error in the words of each tongue, and in its HTTP status."""

from __future__ import annotations

from collections.abc import Mapping

from rushes.api import errors
from rushes.api.answers import dump
from rushes.api.tongue import Tongue
from rushes.errors import (
    BalanceTooLow,
    Forbidden,
    NotFound,
    RushesError,
    ShotRefused,
    TooManyRequests,
    Unauthenticated,
    UnderWay,
)

Told = tuple[bytes, int, dict[str, str]]

#: google.rpc.Code names by HTTP status (https://github.com/googleapis/googleapis, google/rpc/code.proto).
_GOOGLE: Mapping[int, str] = {
    400: "INVALID_ARGUMENT",
    401: "UNAUTHENTICATED",
    402: "RESOURCE_EXHAUSTED",
    403: "PERMISSION_DENIED",
    404: "NOT_FOUND",
    405: "UNIMPLEMENTED",
    408: "DEADLINE_EXCEEDED",
    409: "ABORTED",
    413: "INVALID_ARGUMENT",
    416: "OUT_OF_RANGE",
    422: "INVALID_ARGUMENT",
    429: "RESOURCE_EXHAUSTED",
    500: "INTERNAL",
    503: "UNAVAILABLE",
}
_OPENAI_TYPES: Mapping[int, str] = {
    401: "authentication_error",
    402: "insufficient_quota",
    403: "permission_error",
    404: "not_found_error",
    429: "rate_limit_error",
}
#: What a queue client may ask about an error, by its kind; others are the request's own fault.
_QUEUE_TYPES: tuple[tuple[type[RushesError], str], ...] = (
    (Unauthenticated, "UNAUTHORIZED"),
    (Forbidden, "FORBIDDEN"),
    (NotFound, "NOT_FOUND"),
    (BalanceTooLow, "INSUFFICIENT_BALANCE"),
    (TooManyRequests, "RATE_LIMIT_EXCEEDED"),
    (ShotRefused, "CONTENT_BLOCKED"),
)


def status_of(tongue: Tongue, error: RushesError | type[RushesError] | None) -> int:
    """The HTTP status of an error in a tongue; None is a bug of ours."""
    if error is None:
        return errors.BUG_STANDING.status
    kind = error if isinstance(error, type) else type(error)
    status = next(errors.STANDINGS[one].status for one in kind.__mro__ if one in errors.STANDINGS)
    # A bad key is a bad argument to the Gemini API (https://ai.google.dev/gemini-api/docs/troubleshooting).
    if tongue is Tongue.GEMINI and status == 401:
        return 400
    # Queue clients repeat a 409 up to ten times (fal-client 1.0.3), so a refusal that will last is none.
    lasts = not issubclass(kind, UnderWay)
    return 400 if tongue is Tongue.QUEUE and status == 409 and lasts else status


def tell(tongue: Tongue, error: RushesError | None, request_id: str) -> Told:
    """Body, status and headers of an error; None is a bug of ours, of which no details are told."""
    status = status_of(tongue, error)
    match tongue:
        case Tongue.GEMINI | Tongue.VERTEX:
            return dump(_google(error, status, request_id)), status, {}
        case Tongue.OPENAI:
            return dump(_openai(error, status)), status, {}
        case Tongue.QUEUE:
            kind = queue_type(error)
            return dump(_queue(error, kind, request_id)), status, {"x-fal-error-type": kind.lower()}
        case Tongue.NATIVE:
            return _native(error, request_id), status, {}


def _native(error: RushesError | None, request_id: str) -> bytes:
    if error is None:
        return errors.body(errors.BUG, "internal", errors.BUG_STANDING, None, request_id)
    return errors.body(error.message, error.code, errors.standing(error), error.parameter, request_id)


def _google(error: RushesError | None, status: int, request_id: str) -> dict[str, object]:
    message, code, parameter = _facts(error)
    bad_key = isinstance(error, Unauthenticated)
    metadata = {"request_id": request_id, **({"parameter": parameter} if parameter else {})}
    details: list[dict[str, object]] = [
        {
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "API_KEY_INVALID" if bad_key else code.upper(),
            "domain": "googleapis.com" if bad_key else "rushes",
            "metadata": metadata,
        }
    ]
    if parameter and not bad_key:
        violation = {"field": parameter, "description": message}
        details.append({"@type": "type.googleapis.com/google.rpc.BadRequest", "fieldViolations": [violation]})
    return {"error": {"code": status, "message": message, "status": _GOOGLE.get(status, "UNKNOWN"), "details": details}}


def _openai(error: RushesError | None, status: int) -> dict[str, object]:
    message, code, parameter = _facts(error)
    if isinstance(error, Unauthenticated):
        message, code = f"Incorrect API key provided. {message}", "invalid_api_key"
    kind = "server_error" if status >= 500 else _OPENAI_TYPES.get(status, "invalid_request_error")
    return {"error": {"message": spoken(message), "type": kind, "param": parameter and spoken(parameter), "code": code}}


def spoken(text: str) -> str:
    """A message about our parameters, in the names of the OpenAI wire."""
    return text.replace("durationSeconds", "seconds").replace("negativePrompt", "negative_prompt")


def _queue(error: RushesError | None, kind: str, request_id: str) -> dict[str, object]:
    message, code, parameter = _facts(error)
    words: dict[str, object] = {"detail": message, "error": {"code": kind, "message": message}, "error_type": kind}
    if kind == "NOT_FOUND":
        words["status"] = "NOT_FOUND"
    if parameter is not None:
        words["parameter"] = parameter
    return {**words, "reason": code, "request_id": request_id}


def queue_type(error: RushesError | None) -> str:
    if error is None:
        return "INTERNAL_SERVER_ERROR"
    named = next((name for kind, name in _QUEUE_TYPES if isinstance(error, kind)), None)
    return named or ("INTERNAL_SERVER_ERROR" if errors.standing(error).status >= 500 else "REQUEST_INVALID")


def _facts(error: RushesError | None) -> tuple[str, str, str | None]:
    """Message, code, parameter."""
    if error is None:
        return errors.BUG, "internal", None
    return error.message, error.code, error.parameter
