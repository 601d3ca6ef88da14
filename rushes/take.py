"""Take: one run of one engine at a shot, good or not. An engine is handed a `Take` and nothing else of ours."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol


class Take(Protocol):
    """What an engine may use while it works.

    **You can rely on**: `folder` is empty, private to this take and removed afterwards; `stopped` turns true
    within a second of a cancel, and the process is killed shortly after if you go on; `report` is cheap and may be
    called for every frame.
    """

    @property
    def folder(self) -> Path: ...

    @property
    def number(self) -> int:
        """1 for the first take of a task."""
        ...

    @property
    def stopped(self) -> bool: ...

    def file(self, digest: str) -> Path:
        """The local path of a picture or of footage that the shot names by its digest."""
        ...

    def report(
        self, fraction: float, stage: str, still: Path | None = None, note: dict[str, object] | None = None
    ) -> None:
        """Tell how far it is: fraction 0..1, stage in one word, a small JPEG to show meanwhile, and anything worth
        keeping in the task's metadata (JSON values), e.g. {"shot_plan": {...}}."""
        ...


class TakeState(enum.StrEnum):
    RENDERING = "rendering"  #: a local engine is at work
    SUBMITTING = "submitting"  #: written before a paid submit; found alone after a crash it means outcome unknown
    SUBMITTED = "submitted"  #: the operation's name is stored
    DELIVERED = "delivered"
    FAILED = "failed"
    STOPPED = "stopped"
    UNKNOWN = "unknown"
    LATE = "late"  #: its film came after the task's deadline, and is kept as a file of the project


@dataclass(frozen=True, slots=True)
class TakeRecord:
    """The row of one take."""

    task_id: str
    number: int
    engine: str
    state: TakeState
    operation: str | None
    worker: str
    started_at: datetime
    ended_at: datetime | None = None
    fault: str | None = None  #: error code and message, when it failed
    digest: str | None = None  #: of its clip; written before the bytes are stored, so that a resumed take finds them
    reported_seconds: float | None = None  #: what the engine says it made; None: it does not say
    reported_microusd: int | None = None  #: what the engine says it charges
    account: str | None = None  #: whose limits it counts against
    next_poll_at: datetime | None = None  #: when its operation is asked next
