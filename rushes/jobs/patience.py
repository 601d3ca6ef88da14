"""Patience: waiting out a database or a store that is away for a moment."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from rushes.errors import Misconfigured, Unavailable
from rushes.jobs.bench import Bench

T = TypeVar("T")

_log = logging.getLogger("rushes.jobs")
_WAITS_SECONDS = (0.1, 0.3, 1.0, 3.0)
_STUBBORN_SECONDS = (5.0, 10.0, 10.0)


def patiently(bench: Bench, operation: Callable[[], T]) -> T:
    """Do it, again and again while that is Unavailable: a finished film is not thrown away for an outage.

    The operation must be safe to repeat. Raises Halted when this worker has to let go meanwhile."""
    tries = 0
    while True:
        bench.halt.check()
        try:
            return operation()
        except Unavailable as fault:
            _log.warning("waiting: %s", fault.message, extra={"action": "job_waits"})
        bench.halt.wait(_WAITS_SECONDS[min(tries, len(_WAITS_SECONDS) - 1)])
        tries += 1


def stubbornly(operation: Callable[[], T]) -> T:
    """Do it, also while this worker has to let go, or its disk is full: for what nobody else can do later. Gives up, and
    raises Unavailable or Misconfigured, after half a minute."""
    for wait in (*_WAITS_SECONDS, *_STUBBORN_SECONDS):
        try:
            return operation()
        except (Unavailable, Misconfigured) as fault:
            _log.warning("waiting: %s", fault.message, extra={"action": "job_waits"})
        time.sleep(wait)
    return operation()
