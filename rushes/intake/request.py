"""Request: a caller's words after a dialect has read them, before anything was checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rushes.intake.references import Gathered
from rushes.webhook import Callback


@dataclass(frozen=True, slots=True)
class Request:
    model: str
    #: Named as the model declares them (camelCase); media values as the caller sent them.
    parameters: Mapping[str, object] = field(default_factory=dict)
    dry_run: bool = False  #: check and price only
    preview: bool = False  #: render the animatic of this shot, for nothing
    metadata: Mapping[str, object] | None = None  #: the caller's own; echoed
    notes: Mapping[str, object] = field(default_factory=dict)  #: ours, for the task's notes
    #: Media that are kept here already, of an earlier task; the parameters then only say which are given.
    media: Gathered | None = None
    deadline_seconds: int | None = None
    max_cost_microusd: int | None = None  #: refuse when the price is higher
    callbacks: tuple[Callback, ...] = ()  #: who is to be told how the task ends
    origin: str = ""  #: of our addresses in what they are told: the one that the caller used
    idempotency_key: str | None = None
    fingerprint: str = (
        ""  #: SHA-256 of the body as sent; decides whether a repeated Idempotency-Key is the same request
    )
