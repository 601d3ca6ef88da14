"""The engine's door: the two shapes of what makes clips. Everything else is handed in.

`serves` names model ids; what they mean is declared in `models/`. An engine raises only the EngineError kinds of
`errors`; anything else is a bug in the engine and ends the take as EngineFailed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from rushes.shot import Shot
from rushes.take import Take


@dataclass(frozen=True, slots=True)
class Health:
    """What `doctor` found: one line that an owner can act on."""

    well: bool
    line: str
    warning: str = ""  #: what works now and may not for long, and what to do


class LocalEngine(Protocol):
    """Renders here, in a child process of its own; plain and blocking."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str:
        """Changes whenever the same shot and seed may give other bytes."""
        ...

    @property
    def serves(self) -> Collection[str]: ...

    def render(self, shot: Shot, take: Take) -> Path:
        """Make the clip and return its path, inside `take.folder`: MP4, H.264 and AAC, exactly shot.size, 24 frames a
        second, shot.seconds x 24 frames (an extension: the whole film, old part and 7 new seconds)."""
        ...

    def doctor(self) -> Health:
        """Prove that it works: render for a second, or name what is missing."""
        ...


@dataclass(frozen=True, slots=True)
class Progress:
    fraction: float | None
    stage: str
    next_seconds: float | None = None  #: when the remote side wants to be asked again, if it says so


@dataclass(frozen=True, slots=True)
class Reported:
    """What the remote side says that it made and charges us: for the owner's books, never shown to callers."""

    seconds: float | None = None  #: of new picture
    cost_microusd: int | None = None


@dataclass(frozen=True, slots=True)
class Finished:
    """The remote side has the film; `handle` is all that `fetch` needs."""

    handle: str
    notes: Mapping[str, object] = field(default_factory=dict, hash=False)  #: worth keeping in the task's metadata
    reported: Reported | None = None  #: None: it does not say


@dataclass(frozen=True, slots=True)
class Declined:
    """The remote side said a definite no."""

    reason: str
    filtered: bool


@dataclass(frozen=True, slots=True)
class CancelOutcome:
    stopped: bool
    still_costs: bool  #: will the remote side charge all the same?


class RemoteEngine(Protocol):
    """Somebody else renders; thousands may be waiting at once, so these are async.

    `submit` raises an EngineError only when the remote side has surely not accepted the shot; after anything else the
    task ends as outcome unknown. `poll` and `fetch` raise one only when the answer is definite; after anything else they
    are called again, until the task's deadline.
    """

    @property
    def name(self) -> str: ...

    @property
    def serves(self) -> Collection[str]: ...

    async def submit(self, shot: Shot, take: Take) -> str:
        """Return the operation's name. Called at most once per take, ever."""
        ...

    async def poll(self, operation: str) -> Progress | Finished | Declined: ...

    async def fetch(self, finished: Finished, folder: Path) -> Path: ...

    async def cancel(self, operation: str) -> CancelOutcome: ...


@dataclass(frozen=True, slots=True)
class Allowance:
    """What an account allows, to all workers of a fleet together; None: no bound."""

    account: str  #: whose limits these are: the same words on every worker, and no secret
    at_once: int | None = None  #: operations in flight
    per_minute: int | None = None  #: submits


@runtime_checkable
class Paced(Protocol):
    """What a remote engine may have besides: an account with limits. Its turn is waited for before the take begins, so
    that a crash meanwhile leaves no doubt; after QuotaExceeded nobody submits for as long as that says."""

    @property
    def allowance(self) -> Allowance: ...
