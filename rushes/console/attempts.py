"""Attempts: how often an address may guess. In memory: each process counts for itself."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from rushes.errors import TooManyRequests

#: So many failures are forgiven; each further one doubles the wait.
FREE_FAILURES = 5
_WAIT_SECONDS = 5.0
_WAIT_SECONDS_MAX = 300.0
_FORGET_SECONDS = 900.0
#: Addresses remembered; above it the oldest are forgotten.
_ADDRESSES_MAX = 10_000


class Attempts:
    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._lock = threading.Lock()
        self._failures: dict[str, tuple[int, float]] = {}  #: how many, and when the last was

    def begin(self, *addresses: str) -> None:
        """Count a try before it is known how it ends, so that many at once are not tried for the price of one; `succeeded`
        takes it back. Raises TooManyRequests while one of the addresses has to wait."""
        with self._lock:
            for address in addresses:
                self._ensure_may(address)
            for address in addresses:
                self._count(address)

    def ensure_may(self, address: str) -> None:
        """Raises TooManyRequests while the address has to wait."""
        with self._lock:
            self._ensure_may(address)

    def failed(self, address: str) -> None:
        with self._lock:
            self._count(address)

    def succeeded(self, *addresses: str) -> None:
        with self._lock:
            for address in addresses:
                self._failures.pop(address, None)

    def _ensure_may(self, address: str) -> None:
        count, last = self._failures.get(address, (0, 0.0))
        left = last + _wait_seconds(count) - self._monotonic()
        if count >= FREE_FAILURES and left > 0:
            seconds = int(left) + 1
            raise TooManyRequests(f"Too many tries; wait {seconds} s.", retry_after_seconds=seconds)

    def _count(self, address: str) -> None:
        now = self._monotonic()
        count, last = self._failures.pop(address, (0, now))
        self._failures[address] = (1 if now - last > _FORGET_SECONDS else count + 1, now)
        while len(self._failures) > _ADDRESSES_MAX:
            self._failures.pop(next(iter(self._failures)))


def _wait_seconds(count: int) -> float:
    return float(min(_WAIT_SECONDS_MAX, _WAIT_SECONDS * 2 ** min(count - FREE_FAILURES, 10))) if count else 0.0
