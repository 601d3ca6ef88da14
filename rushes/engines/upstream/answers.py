"""The reference wire's task as it comes back, in any of the three envelopes that are in circulation:

{"id", "status", "output": [{"content": [{"type", "url", "jobId"}]}], "usage", "error"}      flat
{"data": {"id", "status", "output": [{"type", "url", "jobId"}]}, "status": {"code", "message"}}   wrapped
{"id", "output": {"status", "content": [{"type", "url", "jobId"}]}}                          status inside
"""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from rushes.engine import Reported
from rushes.engines.calls import short
from rushes.ledger import MICROUSD_PER_USD

#: USD or seconds; what is more is no amount.
_AMOUNT_MAX = 1_000_000
_JOB_ID_MAX = 200


class Standing(enum.Enum):
    WAITING = enum.auto()
    COMPLETED = enum.auto()
    FAILED = enum.auto()
    UNKNOWN = enum.auto()  #: a word that we do not know: nothing to rely on


_STANDINGS = {
    **dict.fromkeys(("in_progress", "in_queue", "queued", "pending", "processing", "running"), Standing.WAITING),
    **dict.fromkeys(("completed", "success", "succeeded", "done"), Standing.COMPLETED),
    **dict.fromkeys(("failed", "error", "canceled", "cancelled"), Standing.FAILED),
}


@dataclass(frozen=True, slots=True)
class Answer:
    id: str | None
    standing: Standing
    progress: float | None = None  #: 0..1
    stage: str | None = None
    url: str | None = None
    job_id: str | None = None
    error: str | None = None
    error_kind: str | None = None
    usage: Mapping[str, object] = field(default_factory=dict)


def read(words: Mapping[str, object]) -> Answer:
    """What an answer says. Never raises: what it does not say is None or UNKNOWN."""
    data = words.get("data")
    task: Mapping[str, object] = data if isinstance(data, dict) else words
    output = task.get("output")
    word = task.get("status")
    if isinstance(output, dict) and isinstance(output.get("status"), str):
        word = output["status"]
    content = next((item for item in _contents(output) if item.get("url")), {})
    progress, metadata, usage = task.get("progress"), task.get("metadata"), task.get("usage")
    error = task.get("error")
    return Answer(
        id=_text(task.get("id")),
        standing=_STANDINGS.get(word.lower(), Standing.UNKNOWN) if isinstance(word, str) else Standing.UNKNOWN,
        progress=min(1.0, max(0.0, float(progress))) if isinstance(progress, int | float) else None,
        stage=str(metadata["phase"]) if isinstance(metadata, dict) and metadata.get("phase") else None,
        url=_text(content.get("url")),
        job_id=_known(content.get("jobId")),
        error=_error(error),
        error_kind=_text(error.get("type")) if isinstance(error, dict) else None,
        usage=usage if isinstance(usage, dict) else {},
    )


def inner_status(words: Mapping[str, object]) -> int | None:
    """The HTTP status that an answer without a task has in its envelope; some send it with a 200."""
    status = words.get("status")
    code = status.get("code") if isinstance(status, dict) else None
    refused = words.get("data") is None and read(words).id is None
    return code if refused and isinstance(code, int) and 400 <= code < 600 else None


def reported(usage: Mapping[str, object]) -> Reported | None:
    """What an answer says that was made and is charged; None when it says neither, or nothing that could be."""
    seconds, cost = _amount(usage.get("quantity")), _amount(usage.get("cost"))
    if seconds is None and cost is None:
        return None
    return Reported(None if seconds is None else float(seconds), None if cost is None else int(cost * MICROUSD_PER_USD))


def _amount(value: object) -> Decimal | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    try:
        amount = Decimal(str(value))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount < _AMOUNT_MAX else None


def _contents(output: object) -> Iterator[Mapping[str, object]]:
    """The items of `output`, be it a list of groups, a flat list or one group."""
    for item in output if isinstance(output, list) else [output]:
        if isinstance(item, dict):
            inner = item.get("content")
            if isinstance(inner, list):
                yield from (one for one in inner if isinstance(one, dict))
            else:
                yield item


def _error(error: object) -> str | None:
    if isinstance(error, dict):
        error = _text(error.get("error_message")) or _text(error.get("message")) or _text(error.get("code"))
    words = _text(error)
    return None if words is None else short(words)


def _known(job_id: object) -> str | None:
    """The far side's own name of its work, kept for its support; what is longer is no name."""
    word = _text(job_id)
    return word if word is not None and len(word) <= _JOB_ID_MAX else None


def _text(value: object) -> str | None:
    return None if value in (None, "") else str(value)
