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
    EventKind.STAGE: "Went on",
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
_ENDS = {
    Status.SUCCEEDED: "Settled",
    Status.FAILED: "Failed, nothing charged",
    Status.CANCELED: "Stopped, nothing charged",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A time during which one thing was going on, or the moment that ended it all."""

    words: str
    detail: str
    kind: str  #: wait, work, fault, paid or end
    at: datetime
    seconds: float


@dataclass(frozen=True, slots=True)
class Line:
    words: str
    at: datetime
    detail: str = ""


def steps(task: Task, takes: Sequence[TakeRecord], now: datetime) -> list[Step]:
    """From admission to the end without a gap: queued, each take and what lay between, stored, settled."""
    made: list[Step] = []
    reached = task.created_at

    def add(words: str, detail: str, kind: str, until: datetime) -> None:
        nonlocal reached
        if until > reached or not made:
            made.append(Step(words, detail, kind, reached, max(0.0, (until - reached).total_seconds())))
            reached = max(reached, until)

    end = task.ended_at or now
    for take in takes:
        add("Waiting" if made else "Queued", "to try again" if made else "", "wait", take.started_at)
        failed = take.state in (TakeState.FAILED, TakeState.UNKNOWN)
        number = f"take {take.number}, " if len(takes) > 1 else ""
        state = "" if take.state is TakeState.DELIVERED else f", {_TAKE_WORDS[take.state]}"
        add("Rendering", f"{number}{take.engine}{state}", "fault" if failed else "work", take.ended_at or end)
    if task.status is Status.SUCCEEDED:
        made.append(Step("Stored", "", "paid", reached, (end - reached).total_seconds()))
    elif not task.status.ended or not takes:
        add("Waiting" if made else "Queued", "", "wait", end)
    if task.ended_at is not None:
        made.append(Step(_ENDS[task.status], "", "end", task.ended_at, 0.0))
    return made


def lines(events: Sequence[Event], takes: Sequence[TakeRecord]) -> list[Line]:
    """What was written down, in the order of time."""
    told = [Line(_EVENT_WORDS[event.kind], event.at, _detail(event)) for event in events]
    told += [
        Line("Stored", take.ended_at, f"take {take.number}, digest {(take.digest or '')[:12]}…")
        for take in takes
        if take.state is TakeState.DELIVERED and take.ended_at is not None
    ]
    # Sorting keeps what happened at the same moment as it came: a clip is stored before it is paid for.
    return sorted(told, key=lambda line: (line.at, line.words.startswith("Finished")))


def _detail(event: Event) -> str:
    return ", ".join(_told(name, value) for name, value in event.body.items() if isinstance(value, str | int))


def _told(name: str, value: str | int) -> str:
    if name.endswith("_microusd") and isinstance(value, int):
        return f"{name.removesuffix('_microusd')} {usd(value)} USD"
    text = str(value)
    return f"{name.replace('_', ' ')} {text if len(text) <= 40 or ' ' in text else text[:12] + '…'}"[:300]
