"""Is it alive, and may traffic come? Answers for those who run it."""

from __future__ import annotations

from starlette.responses import Response

from rushes.api.answers import answer
from rushes.api.front import Call


def alive(call: Call) -> Response:
    """The process answers; nothing else is asked."""
    return answer({"status": "ok", "version": call.front.version})


def ready(call: Call) -> Response:
    """503 as long as a part that every request needs does not work."""
    ailments = call.front.ailments()
    well = not any(ailments.values())
    parts = {part: ailment or "ok" for part, ailment in ailments.items()}
    return answer({"status": "ok" if well else "unavailable", "parts": parts}, 200 if well else 503)
