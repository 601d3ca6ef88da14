"""Webhook: who is told what happened to tasks, and how often it is tried.

Every delivery is signed as Standard Webhooks says (specification 1.0, standardwebhooks.com), whatever its form: the id of
the delivery stays the same through all attempts, so that a receiver can tell a repeat from news. A delivery is attempted
until the receiver says yes with any 2xx, or a day has passed; 410 means that it wants no more at all.
"""

from __future__ import annotations

import base64
import binascii
import enum
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from rushes.errors import ValueNotAllowed
from rushes.event import EventKind
from rushes.key import Secret

SECRET_PREFIX = "whsec_"
#: Standard Webhooks asks for 24 to 64 bytes.
_SECRET_BYTES = range(24, 65)
#: What may be listened to, in the order of a task's life.
HEARD = (EventKind.QUEUED, EventKind.STARTED, EventKind.SUCCEEDED, EventKind.FAILED, EventKind.CANCELED)
#: What is listened to when nobody says otherwise; and all that a webhook of one task hears.
ENDS = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.CANCELED)
#: Sent on demand, to try a webhook out; about no task.
PING = "webhook.ping"
#: From an event, or a replay, to the last attempt.
PATIENCE = timedelta(hours=24)
_FIRST_SECONDS, _FACTOR, _LAST_SECONDS = 5.0, 4.0, 4 * 3600.0
_JITTER = 0.2


class Form(enum.StrEnum):
    """In whose words the body is."""

    NATIVE = "native"  #: an event around the task as it is polled
    QUEUE = "queue"  #: as fal's clients expect it
    GEMINI = "gemini"  #: thin, with the operation's name


@dataclass(frozen=True, slots=True)
class Webhook:
    id: str
    project: str
    url: str
    events: frozenset[EventKind]
    signer: str  #: whose secret signs: its own id, or the project's
    origin: str  #: of our addresses in what is sent: the one that was used to ask for it
    created_at: datetime
    name: str = ""
    form: Form = Form.NATIVE
    task_id: str | None = None  #: hears of this task only
    echoed: Mapping[str, object] | None = None  #: the caller's own, sent along
    disabled_at: datetime | None = None
    disabled_why: str | None = None

    @property
    def host(self) -> str:
        """All of the address that is no secret: its path may hold one."""
        return self.url.split("/")[2]


@dataclass(frozen=True, slots=True)
class Callback:
    """A webhook of one task, as its request asks for it."""

    url: str
    parameter: str  #: that it was given in, for errors
    form: Form = Form.NATIVE
    secret: Secret | None = None  #: None: the project's signs
    echoed: Mapping[str, object] | None = None


class State(enum.StrEnum):
    WAITING = "waiting"  #: for its first attempt or the next
    DELIVERED = "delivered"
    FAILED = "failed"  #: given up


@dataclass(frozen=True, slots=True)
class Delivery:
    """One event on its way to one webhook."""

    id: str  #: the header webhook-id
    webhook: str
    host: str
    project: str
    task_id: str | None  #: None: a ping
    event: str
    at: datetime  #: of the event
    state: State
    attempts: int  #: how many were begun
    due_at: datetime  #: of the next attempt, while it waits
    gives_up_at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    number: int
    at: datetime
    milliseconds: int
    status: int | None  #: of the answer; None: there was none
    fault: str | None  #: why it did not count; None: it did
    answer: str  #: the beginning of the answer's body


def draw_secret() -> Secret:
    return Secret(SECRET_PREFIX + base64.b64encode(secrets.token_bytes(32)).decode())


def read_secret(text: str, parameter: str) -> Secret:
    """A caller's own secret. Raises ValueNotAllowed, which does not repeat it."""
    try:
        size = len(base64.b64decode(text.removeprefix(SECRET_PREFIX) + "==", validate=False))
        genuine = text.startswith(SECRET_PREFIX) and text.isascii() and size in _SECRET_BYTES
    except (ValueError, binascii.Error):
        genuine = False
    if not genuine:
        raise ValueNotAllowed(
            f"{parameter} must be whsec_ and the base64 of {_SECRET_BYTES.start} to {_SECRET_BYTES.stop - 1} random bytes.",
            parameter=parameter,
        )
    return Secret(text)


def wait_seconds(attempts: int, chance: float, asked: float | None = None) -> float:
    """How long to wait after so many failed attempts: 5 s, 20 s, 80 s … at most 4 hours, a fifth more or less by
    `chance` (0..1), so that those who failed together do not come back together. Never less than the receiver asked."""
    usual = min(_LAST_SECONDS, _FIRST_SECONDS * _FACTOR ** min(attempts - 1, 10))
    return max(usual * (1 - _JITTER + 2 * _JITTER * chance), asked or 0.0)
