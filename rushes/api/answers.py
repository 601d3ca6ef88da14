"""Answers: JSON as bytes, and the envelope that the control plane puts around them."""

from __future__ import annotations

import json
from collections.abc import Mapping

from starlette.responses import Response

from rushes.long_text import LongText

#: Every answer about a task is the truth of this moment only.
NO_STORE = "no-store"


def dump(words: object) -> bytes:
    """Compact JSON in UTF-8. An engine's note with half a surrogate shows a question mark there."""
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=_whole)
    return text.encode("utf-8", "replace")


def _whole(value: object) -> str:
    """A caller's text that was left on disk, where what they sent is measured."""
    if isinstance(value, LongText):
        return value[:]
    raise TypeError(f"{type(value).__name__} is no JSON")


def answer(words: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return answer_bytes(dump(words), status, headers)


def answer_bytes(body: bytes, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    return Response(body, status, {"cache-control": NO_STORE, **(headers or {})}, media_type="application/json")


def enveloped(words: object) -> Response:
    """The control plane's form: clients of it look at `status.code` and not at the HTTP status."""
    return answer({"data": words, "status": {"code": 200, "message": "ok"}})
