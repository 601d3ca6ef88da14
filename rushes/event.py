"""Event: a fact about a task, written in the transaction that made it true."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


class EventKind(enum.StrEnum):
    QUEUED = "task.queued"
    STARTED = "task.started"
    TAKE = "task.take"  #: a take began; its number and engine
    STAGE = "task.stage"  #: something else is being done now; its name
    SUCCEEDED = "task.succeeded"
    FAILED = "task.failed"
    CANCEL_ASKED = "task.cancel_asked"
    CANCELED = "task.canceled"
    DELETED = "task.deleted"


@dataclass(frozen=True, slots=True)
class Event:
    task_id: str
    project: str
    kind: EventKind
    at: datetime
    body: Mapping[str, object]
    number: int = 0  #: grows with every event of this server; given by the database
