"""The outbox: in the transaction of its event, claimed by one worker at a time, and gone with what it was about."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from rushes.database import deliveries, erasure, events, projects, webhooks
from rushes.database.connect import Database, clock
from rushes.database.deliveries import Busy, Claimed
from rushes.database.ids import new_id
from rushes.database.seal import Seal
from rushes.database.webhook_tables import deliveries as rows
from rushes.database.webhook_tables import delivery_attempts, webhook_secrets
from rushes.errors import Misconfigured
from rushes.event import Event, EventKind
from rushes.key import Secret
from rushes.task import Task
from rushes.webhook import ENDS, HEARD, Attempt, Form, State, Webhook
from tests.places.database.examples import NOW, a_project, admitted, at_once

LEASE = timedelta(seconds=60)
ANYBODY = Busy()


def a_webhook(
    database: Database, project: str, events: tuple[EventKind, ...] = ENDS, task_id: str | None = None
) -> Webhook:
    webhook_id = new_id(NOW)
    webhook = Webhook(
        webhook_id,
        project,
        "https://example.com/hook",
        frozenset(events),
        webhook_id,
        "https://rushes.example",
        NOW,
        "first",
        Form.GEMINI,
        task_id,
        {"a": [1, None]},
    )
    with database.transaction() as connection:
        webhooks.insert(connection, webhook)
    return webhook


def tell(database: Database, task: Task, kind: EventKind) -> None:
    with database.transaction() as connection:
        events.insert(connection, Event(task.id, task.project, kind, NOW, {}))


def claim(database: Database, busy: Busy = ANYBODY) -> Claimed | None:
    with database.transaction() as connection:
        return deliveries.claim(connection, LEASE, busy)


def finish(database: Database, claimed: Claimed, state: State, due_at: datetime | None = None) -> bool:
    attempt = Attempt(claimed.number, NOW, 12, 500, "answered 500", "oh\0 \ud800")
    with database.transaction() as connection:
        return deliveries.finish(connection, claimed, attempt, state, NOW, due_at)


def log(database: Database, webhook: Webhook) -> list[tuple[str, State]]:
    with database.reading() as connection:
        return [(one.event, one.state) for one in webhooks.deliveries(connection, webhook.id, limit=100)]


def count(database: Database, table: sa.Table) -> int:
    with database.reading() as connection:
        return connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()


def test_a_webhook_comes_back_equal(database: Database) -> None:
    project = a_project(database)
    webhook = a_webhook(database, project)
    with database.transaction() as connection:
        assert webhooks.get(connection, project, webhook.id) == webhook
        assert webhooks.page(connection, project) == [webhook]
        assert webhooks.get(connection, projects.DEFAULT, webhook.id) is None
        webhooks.disable(connection, webhook.id, NOW, "tired")
        webhooks.disable(connection, webhook.id, NOW + LEASE, "twice")
        found = webhooks.get(connection, project, webhook.id)
        assert found is not None
        assert (found.disabled_at, found.disabled_why) == (NOW, "tired")


def test_each_event_is_for_those_who_hear_it(database: Database) -> None:
    task, other = admitted(database), admitted(database)
    every = a_webhook(database, task.project, HEARD)
    failures = a_webhook(database, task.project, (EventKind.FAILED,))
    its_own = a_webhook(database, task.project, ENDS, task.id)
    strange = a_webhook(database, other.project, HEARD)
    anothers = a_webhook(database, task.project, HEARD, admitted(database).id)
    disabled = a_webhook(database, task.project, HEARD)
    with database.transaction() as connection:
        webhooks.disable(connection, disabled.id, NOW, "tired")
    for kind in (EventKind.QUEUED, EventKind.TAKE, EventKind.SUCCEEDED):
        tell(database, task, kind)
    assert Counter(log(database, every)) == Counter([("task.queued", State.WAITING), ("task.succeeded", State.WAITING)])
    assert log(database, its_own) == [("task.succeeded", State.WAITING)]
    for silent in (failures, strange, anothers, disabled):
        assert log(database, silent) == []


def test_an_event_that_is_taken_back_is_told_to_nobody(database: Database) -> None:
    task = admitted(database)
    webhook = a_webhook(database, task.project)

    def break_off() -> None:
        with database.transaction() as connection:
            events.insert(connection, Event(task.id, task.project, EventKind.SUCCEEDED, NOW, {}))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert log(database, webhook) == []


def test_of_many_workers_each_delivery_is_claimed_by_one(database: Database) -> None:
    task = admitted(database)
    a_webhook(database, task.project)
    for _ in range(12):
        tell(database, task, EventKind.SUCCEEDED)
    found: list[Claimed] = []
    for _ in range(20):  # those who met at the same row found nothing, and come again
        found += [claimed for claimed in at_once(6, lambda _: claim(database)) if claimed is not None]
    assert len({claimed.delivery.id for claimed in found}) == len(found) == 12
    with database.reading() as connection:
        assert not deliveries.is_due(connection, ANYBODY)


def test_a_lease_lapses_and_only_the_newest_claim_may_end_it(database: Database) -> None:
    task = admitted(database)
    webhook = a_webhook(database, task.project)
    tell(database, task, EventKind.SUCCEEDED)
    first = claim(database)
    assert first is not None
    assert claim(database) is None
    with database.transaction() as connection:
        connection.execute(sa.update(rows).values(claimed_until=clock(connection)))
    second = claim(database)
    assert second is not None
    assert (second.delivery.id, second.number) == (first.delivery.id, 2)
    assert not finish(database, first, State.FAILED)
    assert finish(database, second, State.DELIVERED)
    assert not finish(database, second, State.FAILED)
    assert log(database, webhook) == [("task.succeeded", State.DELIVERED)]
    with database.reading() as connection:
        (told, tried), *_ = webhooks.deliveries_of(connection, task.project, task.id)
    assert (told.state, [attempt.number for attempt in tried]) == (State.DELIVERED, [2])
    assert tried[0].answer == "oh\ufffd \ufffd"


def test_what_waits_is_not_due_before_its_time_and_a_replay_makes_it_due(database: Database) -> None:
    task = admitted(database)
    a_webhook(database, task.project)
    tell(database, task, EventKind.SUCCEEDED)
    claimed = claim(database)
    assert claimed is not None
    with database.reading() as connection:
        now = clock(connection)
    assert finish(database, claimed, State.WAITING, now + timedelta(hours=1))
    assert claim(database) is None
    with database.transaction() as connection:
        deliveries.replay(connection, claimed.delivery.id, now)
    again = claim(database)
    assert again is not None
    assert again.delivery.gives_up_at == now + timedelta(hours=24)


def test_a_replay_of_what_is_just_attempted_is_not_attempted_twice_at_once(database: Database) -> None:
    task = admitted(database)
    a_webhook(database, task.project)
    tell(database, task, EventKind.SUCCEEDED)
    claimed = claim(database)
    assert claimed is not None
    with database.transaction() as connection:
        deliveries.replay(connection, claimed.delivery.id, NOW)
    assert claim(database) is None


def test_the_busy_are_left_out(database: Database) -> None:
    task, other = admitted(database), admitted(database)
    slow, quick = a_webhook(database, task.project), a_webhook(database, other.project)
    tell(database, task, EventKind.SUCCEEDED)
    tell(database, other, EventKind.SUCCEEDED)
    for busy in (Busy(webhooks=[slow.id]), Busy(projects=[task.project])):
        with database.transaction() as connection:
            connection.execute(sa.update(rows).values(claimed_until=None))
        claimed = claim(database, busy)
        assert claimed is not None
        assert claimed.webhook.id == quick.id
        assert claim(database, busy) is None


def test_what_a_disabled_webhook_waited_for_is_given_up_after_its_day(database: Database) -> None:
    task = admitted(database)
    webhook = a_webhook(database, task.project)
    tell(database, task, EventKind.SUCCEEDED)
    with database.transaction() as connection:
        webhooks.disable(connection, webhook.id, NOW, "tired")
    assert claim(database) is None
    for hours, state in ((23, State.WAITING), (25, State.FAILED)):
        with database.transaction() as connection:
            deliveries.give_up(connection, NOW + timedelta(hours=hours))
        assert log(database, webhook) == [("task.succeeded", state)]


def test_the_log_is_forgotten_after_its_time_but_not_under_legal_hold(database: Database) -> None:
    for kept in (False, True):
        task = admitted(database)
        webhook = a_webhook(database, task.project)
        tell(database, task, EventKind.SUCCEEDED)
        tell(database, task, EventKind.FAILED)
        claimed = claim(database)
        assert claimed is not None
        assert finish(database, claimed, State.DELIVERED)
        with database.transaction() as connection:
            if kept:
                projects.change(connection, task.project, kept_since=NOW)
            assert deliveries.forget_before(connection, NOW) == 0
            assert deliveries.forget_before(connection, NOW + LEASE) == (0 if kept else 1)
            connection.execute(sa.update(rows).values(claimed_until=NOW + timedelta(days=9999)))
        assert len(log(database, webhook)) == (2 if kept else 1)


@pytest.mark.parametrize("how", ["task", "tasks", "project"])
def test_what_was_told_about_a_task_goes_with_it(database: Database, how: str) -> None:
    task = admitted(database)
    a_webhook(database, task.project)
    its_own = a_webhook(database, task.project, ENDS, task.id)
    tell(database, task, EventKind.SUCCEEDED)
    claimed = claim(database)
    assert claimed is not None
    assert finish(database, claimed, State.DELIVERED)
    with database.transaction() as connection:
        webhooks.keep_secret(connection, its_own.signer, task.project, "sealed")
        match how:
            case "task":
                webhooks.forget_task(connection, task.id)
            case "tasks":
                webhooks.forget_tasks(connection, sa.select(sa.literal(task.id)))
            case _:
                erasure.erase(connection, task.project, NOW)
    for table in (rows, delivery_attempts, webhook_secrets):
        assert count(database, table) == 0
    with database.reading() as connection:
        assert len(webhooks.page(connection, task.project)) == (0 if how == "project" else 1)


def test_a_webhook_may_be_taken_away_while_it_is_told_something(database: Database) -> None:
    """Goal: neither the end of a task nor the taking away fails, whichever comes first. Method: both, and a worker, at
    once and often."""
    task = admitted(database)

    def remove(webhook: Webhook) -> None:
        with database.transaction() as connection:
            webhooks.remove(connection, webhook.id)

    def deliver(webhook: Webhook) -> None:
        claimed = claim(database)
        if claimed is not None:
            with database.transaction() as connection:
                webhooks.disable(connection, webhook.id, NOW, "it answered 410")
                deliveries.finish(
                    connection, claimed, Attempt(claimed.number, NOW, 1, 410, "gone", ""), State.FAILED, NOW, None
                )

    for _ in range(15):
        webhook = a_webhook(database, task.project)
        tell(database, task, EventKind.FAILED)
        work = (
            lambda: tell(database, task, EventKind.SUCCEEDED),
            lambda webhook=webhook: remove(webhook),
            lambda webhook=webhook: deliver(webhook),
            lambda: tell(database, task, EventKind.CANCELED),
        )
        at_once(len(work), lambda number, work=work: work[number]())  # type: ignore[misc]
    assert count(database, rows) == count(database, delivery_attempts) == 0


def test_after_a_rotation_both_secrets_sign_for_their_time(database: Database) -> None:
    project = a_project(database)
    with database.transaction() as connection:
        assert webhooks.signing(connection, project) is None
        assert webhooks.keep_secret(connection, project, project, "first")
        assert not webhooks.keep_secret(connection, project, project, "another")
        webhooks.rotate_secret(connection, project, "second", NOW)
        signing = webhooks.signing(connection, project)
    assert signing is not None
    assert signing.good(NOW - LEASE) == ["second", "first"]
    assert signing.good(NOW) == ["second"]


def test_a_seal_opens_only_with_a_key_that_closed_it() -> None:
    secret = Secret("whsec_abc")
    sealed = Seal(["old" * 20]).close(secret)
    assert "whsec" not in sealed
    assert Seal(["new" * 20, "old" * 20]).open(sealed).reveal() == "whsec_abc"
    with pytest.raises(Misconfigured, match="RUSHES_SEALING_KEY"):
        Seal(["new" * 20]).open(sealed)
