"""What a server answers, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from rushes.errors import RushesError

#: Other gateways of the same family speak other words for the same states.
_IN_PROGRESS = frozenset({"in_progress", "in_queue", "queued", "pending", "processing", "running"})
_COMPLETED = frozenset({"completed", "success", "done", "succeeded"})


class Refusal(RushesError):
    """The server refused the request."""

    code = "refused"

    def __init__(
        self, message: str, *, status: int, error_code: int | None = None, request_id: str | None = None
    ) -> None:
        super().__init__(message)
        self.status = status  #: HTTP status
        self.error_code = error_code  #: the server's own number, see its reference page
        self.request_id = request_id


class TaskFailed(RushesError):
    """The task ended without a clip."""

    code = "task_failed"

    def __init__(self, message: str, *, task_id: str, error_code: int | None) -> None:
        super().__init__(message)
        self.task_id = task_id
        self.error_code = error_code


class WaitedTooLong(RushesError):
    """The task did not end in the time given; it goes on, and can be waited for again."""

    code = "waited_too_long"


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """A task as the server last told it."""

    id: str
    status: str  #: in_progress, completed or failed
    progress: float  #: 0..1
    phase: str  #: what is happening, in a word: queued, rendering, …
    urls: tuple[str, ...]  #: signed addresses of the clip; they expire
    cost_usd: Decimal | None
    discount_usd: Decimal | None
    error: str | None
    error_code: int | None
    metadata: Mapping[str, Any]  # Any: JSON
    raw: Mapping[str, Any]  #: the whole answer

    @property
    def ended(self) -> bool:
        return self.status != "in_progress"

    @classmethod
    def read(cls, body: Mapping[str, Any]) -> Self:
        """Read a task object. Raises Refusal when the body is none."""
        inner = body.get("data") if isinstance(body.get("data"), dict) else body
        if not isinstance(inner, dict) or "id" not in inner:
            raise Refusal("The server's answer is not a task; is the address right?", status=200)
        status = str(inner.get("status", ""))
        usage = inner.get("usage") or {}
        error = inner.get("error") or {}
        metadata = inner.get("metadata") or {}
        return cls(
            id=str(inner["id"]),
            status="in_progress" if status in _IN_PROGRESS else "completed" if status in _COMPLETED else "failed",
            progress=float(inner.get("progress") or 0.0),
            phase=str(metadata.get("phase", status)),
            urls=tuple(
                str(content["url"])
                for group in inner.get("output") or []
                for content in group.get("content", [group])
                if content.get("url")
            ),
            cost_usd=Decimal(str(usage["cost"])) if "cost" in usage else None,
            discount_usd=Decimal(str(usage["discount"])) if "discount" in usage else None,
            error=str(error.get("error_message") or error.get("message") or "") or None
            if isinstance(error, dict)
            else str(error),
            error_code=error.get("code") if isinstance(error, dict) and isinstance(error.get("code"), int) else None,
            metadata=metadata,
            raw=inner,
        )
