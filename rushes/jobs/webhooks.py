"""Webhooks: every worker empties the outbox, together with all others.

A claim is a lease: when a worker dies between a post and the note that it was delivered, another posts it again, with the
same id. So a receiver hears of everything at least once, and of nothing twice in ordinary times.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from standardwebhooks import Webhook as Signature

from rushes.database import deliveries, tasks, webhooks
from rushes.database.deliveries import Busy, Claimed
from rushes.database.seal import Seal
from rushes.errors import Misconfigured, RushesError
from rushes.jobs.bench import Bench
from rushes.jobs.kill_points import passed
from rushes.jobs.patience import stubbornly
from rushes.outbound.post import Poster, Reply
from rushes.task import Task
from rushes.webhook import Attempt, Delivery, State, Webhook, wait_seconds

_log = logging.getLogger("rushes.jobs")
#: Longer than any attempt takes, so that nobody else makes the same one meanwhile.
_LEASE = timedelta(seconds=60)
#: Attempts under way at once: here, for one project, and at one webhook. They mostly wait for the other side.
_AT_ONCE, _OF_PROJECT, _OF_WEBHOOK = 16, 6, 3
_LAST_SECONDS = 3.0
#: Until the database is asked again, when it was away.
_AWAY_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Mail:
    """What deliveries are made with."""

    seal: Seal
    poster: Poster
    #: The body: the delivery's event in the words of the webhook's form; no task for a ping.
    words: Callable[[Webhook, Delivery, Task | None], bytes]


class Deliverer:
    def __init__(self, bench: Bench, mail: Mail) -> None:
        self._bench = bench
        self._mail = mail
        self._end = threading.Event()
        self._changed = threading.Condition()
        self._under_way: list[Claimed] = []

    def open(self) -> None:
        """Begin, in threads of its own."""
        threading.Thread(target=self._run, name="deliver", daemon=True).start()

    def close(self) -> None:
        """Begin nothing more, and give what is under way a moment to end; what does not is attempted again later."""
        self._end.set()
        with self._changed:
            self._changed.notify_all()
            self._changed.wait_for(lambda: not self._under_way, _LAST_SECONDS)

    def _run(self) -> None:
        while not self._end.is_set():
            wait = self._bench.timing.deliver_seconds
            # The outermost loop of this thread.
            try:
                if self._begin_one():
                    continue
            except RushesError as fault:
                _log.warning("not delivering: %s", fault.message, extra={"action": "deliver_failed"})
                wait = _AWAY_SECONDS
            except Exception:
                _log.exception("not delivering", extra={"action": "deliver_failed"})
                wait = _AWAY_SECONDS
            with self._changed:  # an attempt that ends makes room for another
                if not self._end.is_set():
                    self._changed.wait(wait)

    def _begin_one(self) -> bool:
        """Claim one delivery and attempt it aside; False when there is none to begin now."""
        with self._changed:
            at_webhooks = Counter(claimed.webhook.id for claimed in self._under_way)
            of_projects = Counter(claimed.webhook.project for claimed in self._under_way)
            full = len(self._under_way) >= _AT_ONCE
        if full or self._bench.halt.event.is_set():
            return False
        busy = Busy(
            [webhook for webhook, count in at_webhooks.items() if count >= _OF_WEBHOOK],
            [project for project, count in of_projects.items() if count >= _OF_PROJECT],
        )
        with self._bench.database.reading() as connection:
            if not deliveries.is_due(connection, busy):
                return False
        with self._bench.database.transaction() as connection:
            claimed = deliveries.claim(connection, _LEASE, busy)
        if claimed is None:
            return False
        with self._changed:
            self._under_way.append(claimed)
        threading.Thread(target=self._attempt, args=(claimed,), name="delivery", daemon=True).start()
        return True

    def _attempt(self, claimed: Claimed) -> None:
        # The outermost loop of this thread; whatever is not noted is attempted again when the lease has passed.
        try:
            passed("delivering")
            began, at = time.monotonic(), self._bench.clock()
            reply = self._posted(claimed, at)
            passed("posted")
            taken = round((time.monotonic() - began) * 1000)
            attempt = Attempt(claimed.number, at, taken, reply.status, reply.fault, reply.answer)
            # What was heard but not noted would be told again.
            stubbornly(lambda: self._note(claimed, attempt, reply))
        except RushesError as fault:
            _log.warning("a delivery: %s", fault.message, extra={"action": "delivery_failed"})
        except Exception:
            _log.exception("a delivery broke", extra={"action": "delivery_failed"})
        finally:
            with self._changed:
                self._under_way.remove(claimed)
                self._changed.notify_all()

    def _posted(self, claimed: Claimed, at: datetime) -> Reply:
        delivery, webhook = claimed.delivery, claimed.webhook
        with self._bench.database.reading() as connection:
            task = None if delivery.task_id is None else tasks.get(connection, delivery.task_id)
            signing = webhooks.signing(connection, webhook.signer)
        if signing is None:
            return Reply(None, "the webhook was taken away")
        body = self._mail.words(webhook, delivery, task)
        try:
            secrets = [self._mail.seal.open(sealed) for sealed in signing.good(at)]
        except Misconfigured as fault:
            return Reply(None, fault.message)
        headers = {
            "content-type": "application/json",
            "webhook-id": delivery.id,
            "webhook-timestamp": str(int(at.timestamp())),
            "webhook-signature": " ".join(
                Signature(secret.reveal()).sign(delivery.id, at, body.decode()) for secret in secrets
            ),
        }
        return self._mail.poster.post(webhook.url, body, headers)

    def _note(self, claimed: Claimed, attempt: Attempt, reply: Reply) -> None:
        delivery, now = claimed.delivery, self._bench.clock()
        state, due_at = State.DELIVERED, None
        if reply.fault is not None:
            wait = wait_seconds(claimed.number, random.random(), reply.retry_seconds)
            due_at = now + timedelta(seconds=wait)
            unwanted = reply.status == 410
            state = State.FAILED if unwanted or due_at > delivery.gives_up_at else State.WAITING
        with self._bench.database.transaction() as connection:
            if reply.status == 410:  # before the delivery: who takes webhooks away locks in this order, too
                webhooks.disable(connection, delivery.webhook, now, "it answered 410: it wants no more")
            deliveries.finish(connection, claimed, attempt, state, now, due_at)
        about = {"action": "delivery", "delivery": delivery.id, "webhook": delivery.webhook, "state": str(state)}
        _log.info("%s to %s: %s", delivery.event, delivery.host, reply.fault or reply.status, extra=about)
