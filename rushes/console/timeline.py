"""Timeline: how a task went, from its events and takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rushes.console.pages import usd
from rushes.event import Event, EventKind
from rushes.take import TakeRecord, TakeState
from rushes.task import Status, Task

_EVENT_WORDS = {
    EventKind.QUEUED: "Admitted",
    EventKind.STARTED: "Started",
    EventKind.TAKE: "A take began",
    EventKind.SUCCEEDED: "Finished and settled",
    EventKind.FAILED: "Failed, nothing charged",
    EventKind.CANCEL_ASKED: "Asked to stop",
    EventKind.CANCELED: "Stopped, nothing charged",
    EventKind.DELETED: "Deleted",
}
_TAKE_WORDS = {
    TakeState.RENDERING: "rendering",
    TakeState.SUBMITTING: "being sent",
    TakeState.SUBMITTED: "waiting for the engine",
    TakeState.DELIVERED: "delivered",
    TakeState.FAILED: "failed",
    TakeState.STOPPED: "stopped",
    TakeState.UNKNOWN: "outcome unknown",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time during which one thing was going on."""

    words: str
    detail: str
    kind: str  #: wait, work or fault
    begins_at: datetime
    ends_at: datetime

    @property
    def seconds(self) -> float:
        return max(0.0, (self.ends_at - self.begins_at).total_seconds())


@dataclass(frozen=True, slots=True)
class Line:
    words: str
    at: datetime
    detail: str = ""


def stretches(task: Task, takes: Sequence[TakeRecord], now: datetime) -> list[Stretch]:
    """From admission to the end without a gap: waiting, each take, and what lay between."""
    end = task.ended_at or now
    made: list[Stretch] = []
    reached = task.created_at
    for take in takes:
        if take.started_at > reached:
            made.append(
                Stretch("Waiting", "in the queue" if not made else "to try again", "wait", reached, take.started_at)
            )
        until = take.ended_at or end
        kind = "fault" if take.state in (TakeState.FAILED, TakeState.UNKNOWN) else "work"
        made.append(
            Stretch(f"Take {take.number}", f"{take.engine}, {_TAKE_WORDS[take.state]}", kind, take.started_at, until)
        )
        reached = until
    if end > reached or not made:
        words = "Settling" if task.status is Status.SUCCEEDED and made else "Waiting"
        made.append(Stretch(words, "", "wait", reached, end))
    return made


def lines(events: Sequence[Event]) -> list[Line]:
    return [Line(_EVENT_WORDS[event.kind], event.at, _detail(event)) for event in events]


def _detail(event: Event) -> str:
    return ", ".join(_told(name, value) for name, value in event.body.items() if isinstance(value, str | int))


def _told(name: str, value: str | int) -> str:
    if name.endswith("_microusd") and isinstance(value, int):
        return f"{name.removesuffix('_microusd')} {usd(value)} USD"
    text = str(value)
    return f"{name.replace('_', ' ')} {text if len(text) <= 40 or ' ' in text else text[:12] + '…'}"[:300]
