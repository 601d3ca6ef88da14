"""Task: what a client created and polls.

Theory of operation. A task is admitted as `queued`, in one transaction with its hold and its job. A worker takes it to
`running`; it stays there through every take, also when its worker dies and another goes on. It ends exactly once, in
one transaction with its money: `succeeded` with a clip, `failed` with an error, or `canceled`. A cancel and a settle may
race: both are compare-and-sets on the status, so one of them wins and the other finds nothing to do. Nothing leaves a
terminal state, ever; a deleted task is a terminal one that is no longer shown.

         ┌──────────► canceled
         │               ▲
      queued ───────► running ──────► succeeded
         │               │
         └───────────────┴──────────► failed
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from rushes.clip import Clip, Poster
from rushes.ledger import Cost
from rushes.shot import Mode, Shot


class Status(enum.StrEnum):
    QUEUED = "queued"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def ended(self) -> bool:
        return not TRANSITIONS[self]


#: What may follow what. Nothing else may write a status that is not here.
TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    Status.QUEUED: frozenset({Status.RUNNING, Status.FAILED, Status.CANCELED}),
    Status.RUNNING: frozenset({Status.SUCCEEDED, Status.FAILED, Status.CANCELED}),
    Status.SUCCEEDED: frozenset(),
    Status.FAILED: frozenset(),
    Status.CANCELED: frozenset(),
}


def before(status: Status) -> frozenset[Status]:
    """The states from which `status` may be reached: the left side of its compare-and-set."""
    return frozenset(earlier for earlier, later in TRANSITIONS.items() if status in later)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a task ended without a clip; the code is one of `errors`' EngineError codes or "internal"."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Fallback:
    """Who takes the task over when its engine surely cannot make the shot; fixed at admission, as the price is."""

    engine: str
    free: bool  #: what it makes is not charged


@dataclass(frozen=True, slots=True)
class Task:
    id: str  #: lowercase [a-z0-9], time-ordered, unguessable; the same under every dialect
    project: str
    key_id: str
    live: bool  #: False: made with a test key, never charged, rendered by the animatic
    model: str
    engine: str
    mode: Mode
    shot: Shot
    parameters: Mapping[str, object]  #: effective parameters as echoed to the caller; media as short descriptions
    status: Status
    created_at: datetime
    cost: Cost  #: frozen at admission
    expires_at: datetime
    deadline_at: datetime
    hold_microusd: int = 0
    stage: str = "queued"
    progress: float = 0.0
    takes: int = 0  #: how many were begun
    started_at: datetime | None = None
    ended_at: datetime | None = None
    cancel_asked_at: datetime | None = None
    clip: Clip | None = None
    poster: Poster | None = None
    still: str | None = None  #: digest of the newest preview still, while running
    failure: Failure | None = None
    charged_microusd: int = 0
    notes: Mapping[str, object] = field(
        default_factory=dict
    )  #: what the engine and we want the caller to know: engine, seed, shot_plan, provenance
    caller_metadata: Mapping[str, object] | None = None  #: echoed
    circled_at: datetime | None = None  #: when somebody marked it as a good take; None: nobody has
    fallbacks: tuple[Fallback, ...] = ()  #: in order; what is left of them
