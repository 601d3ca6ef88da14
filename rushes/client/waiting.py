"""How long to wait between polls, and when to ask again."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import httpx

from rushes.client.answers import TaskAnswer, WaitedTooLong

_POLL_SECONDS_MIN = 0.5
_POLL_SECONDS_MAX = 5.0
_TRIES = 5
#: Answers after which the same request may be sent again: nothing was done, or it is safe to repeat.
_AGAIN = frozenset({429, 502, 503, 504})


def wait(
    poll: Callable[[], TaskAnswer], progress: Callable[[TaskAnswer], None] | None, timeout_seconds: float
) -> TaskAnswer:
    """Poll until the task ends, a little less often each time. Raises WaitedTooLong."""
    ends = time.monotonic() + timeout_seconds
    pause = _POLL_SECONDS_MIN
    while True:
        task = poll()
        if progress is not None:
            progress(task)
        if task.ended:
            return task
        if time.monotonic() + pause > ends:
            raise WaitedTooLong(f"Task {task.id} is still {task.phase} after {timeout_seconds:.0f} s; it goes on.")
        time.sleep(pause)
        pause = min(pause * 1.1, _POLL_SECONDS_MAX)


def patiently(ask: Callable[[], httpx.Response]) -> httpx.Response:
    """Ask up to five times through lost connections and answers that say "later", honouring Retry-After.

    Raises httpx.TransportError when the last try could not connect either.
    """
    for number in range(1, _TRIES + 1):
        pause = random.uniform(0.5, 1.0) * 0.4 * 2**number
        try:
            answer = ask()
        except httpx.TransportError:
            if number == _TRIES:
                raise
        else:
            # A first try under the same Idempotency-Key may still be at it; other conflicts name no time.
            later = answer.status_code in _AGAIN or (answer.status_code == 409 and "Retry-After" in answer.headers)
            if not later or number == _TRIES:
                return answer
            stated = answer.headers.get("Retry-After", "")
            pause = max(pause, float(stated)) if stated.isdigit() else pause
        time.sleep(min(pause, 30.0))
    raise AssertionError("the last try returns or raises")
