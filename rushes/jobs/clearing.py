"""Clearing: what has had its time is taken away - tasks, uploads, sessions, idempotency keys, and all bytes in storage
that no row needs any more. Rows of tasks stay, out of sight: they are the accounts.

Bytes are found by elimination, so nothing that a crash left behind is kept for ever. Whoever is about to name bytes in
a row puts them first, which makes them young, and young bytes are let be.
"""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass, field
from datetime import timedelta

from rushes.database import assets, deliveries, digests, idempotency, sessions, tasks, webhooks, workers
from rushes.errors import RushesError
from rushes.jobs.bench import Bench

_log = logging.getLogger("rushes.jobs")
#: A repeated Idempotency-Key is recognised for this long.
_IDEMPOTENCY = timedelta(days=1)
#: What webhooks were told is looked up for this long.
_DELIVERIES = timedelta(days=30)
_BATCH = 500


@dataclass(slots=True)
class Clearing:
    bench: Bench
    _end: threading.Event = field(default_factory=threading.Event)

    def open(self) -> None:
        """Begin in a thread of its own: it takes as long as there is data, and beats may not wait for it."""
        threading.Thread(target=self._run, name="clearing", daemon=True).start()

    def close(self) -> None:
        self._end.set()

    def _run(self) -> None:
        timing = self.bench.timing
        wait = timing.first_clear_seconds
        while not self._end.wait(wait):
            wait = timing.clear_seconds
            # The outermost loop of this thread.
            try:
                if self._is_ours():
                    self.clear()
            except RushesError as fault:
                _log.warning("not cleared: %s", fault.message, extra={"action": "clear_failed"})
            except Exception:
                _log.exception("not cleared", extra={"action": "clear_failed"})

    def _is_ours(self) -> bool:
        """Of many workers the eldest does it; that two do once in a while does no harm."""
        with self.bench.database.reading() as connection:
            known = workers.known(connection)
        return bool(known) and known[0].id == self.bench.worker

    def clear(self) -> None:
        now = self.bench.clock()
        with self.bench.database.transaction() as connection:
            ended = tasks.expire(connection, now)
            idempotency.forget_before(connection, now - _IDEMPOTENCY)
            sessions.forget_before(connection, now)
            deliveries.give_up(connection, now)
            deliveries.forget_before(connection, now - _DELIVERIES)
            webhooks.forget_tasks(connection, tasks.hidden())
            overdue = assets.expired(connection, now, limit=_BATCH)
            for asset in overdue:
                assets.delete(connection, asset.project, asset.id)
        removed = self._remove_bytes()
        self.bench.storage.discard_leftovers(now)
        if ended or overdue or removed:
            _log.info(
                "cleared %d tasks, %d uploads, %d files",
                ended,
                len(overdue),
                removed,
                extra={"action": "cleared"},
            )

    def _remove_bytes(self) -> int:
        before = self.bench.clock() - timedelta(seconds=self.bench.timing.young_seconds)
        with self.bench.database.reading() as connection:
            needed = {bytes.fromhex(digest) for digest in digests.needed(connection)}
        removed = 0
        for digest in self.bench.storage.digests(before):
            if self._end.is_set():
                break
            if bytes.fromhex(digest) not in needed:
                self.bench.storage.delete(digest, before=before)
                removed += 1
        return removed
