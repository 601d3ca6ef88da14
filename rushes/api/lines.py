"""Lines: events as a log tells them."""

from __future__ import annotations

from rushes.event import Event, EventKind


def line(event: Event) -> str:
    """What happened, in a sentence."""
    told = {name: value for name, value in event.body.items() if isinstance(value, str | int)}
    match event.kind:
        case EventKind.QUEUED:
            return f"Taken in: {told.get('model', 'a shot')}, to be made by {told.get('engine', 'an engine')}."
        case EventKind.STARTED:
            return "A worker has begun."
        case EventKind.TAKE:
            return f"Take {told.get('take', told.get('number', ''))} by {told.get('engine', 'an engine')}."
        case EventKind.STAGE:
            return f"Now {told.get('stage', 'going on')}."
        case EventKind.SUCCEEDED:
            return "The clip is ready."
        case EventKind.FAILED:
            return f"Failed: {told.get('message', 'nobody knows why')}"
        case EventKind.CANCEL_ASKED:
            return "Asked to stop."
        case EventKind.CANCELED:
            return "Stopped; nothing was charged."
        case EventKind.DELETED:
            return "Deleted."
