"""Keys, projects, events, idempotency, workers and ids: the rows around a task."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.database import events, idempotency, keys, projects, tasks, workers
from rushes.database.columns import storable
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import IdempotencyMismatch
from rushes.event import Event, EventKind
from rushes.key import Scope
from tests.places.database.examples import NOW, a_key, a_project, a_task, admitted, at_once


def test_a_key_comes_back_equal_by_its_secret(database: Database) -> None:
    project = a_project(database)
    plain, secret = a_key(project)
    full = dataclasses.replace(
        a_key(project)[0],
        live=False,
        scopes=frozenset({Scope.READ}),
        models=frozenset({"animatic", "veo_31"}),
        expires_at=NOW + timedelta(days=1),
        revoked_at=NOW + timedelta(days=2),
        last_used_at=NOW,
        replaced_by=plain.id,
    )
    nothing = dataclasses.replace(a_key(project)[0], models=frozenset(), scopes=frozenset())
    with database.transaction() as connection:
        for key in (plain, full, nothing):
            keys.insert(connection, key)
        assert keys.find_by_digest(connection, secret.digest) == plain
        assert keys.get(connection, project, full.id) == full
        assert keys.get(connection, project, nothing.id) == nothing
        assert keys.get(connection, projects.DEFAULT, full.id) is None
        assert keys.find_by_digest(connection, "0" * 64) is None
        assert {key.id for key in keys.page(connection, project)} == {plain.id, full.id, nothing.id}
        assert [key.id for key in keys.page(connection, project)] == sorted([plain.id, full.id, nothing.id])[::-1]


def test_a_revoked_key_is_never_revoked_later_than_it_was(database: Database) -> None:
    project = a_project(database)
    key, _ = a_key(project)
    with database.transaction() as connection:
        keys.insert(connection, key)
        assert not keys.revoke(connection, projects.DEFAULT, key.id, NOW)
        for at in (NOW + timedelta(hours=1), NOW, NOW + timedelta(hours=2)):
            assert keys.revoke(connection, project, key.id, at)
        assert keys.get(connection, project, key.id) == dataclasses.replace(key, revoked_at=NOW)


def test_a_key_has_one_successor(database: Database) -> None:
    project = a_project(database)
    key, _ = a_key(project)
    with database.transaction() as connection:
        keys.insert(connection, key)

    def replace(number: int) -> bool:
        with database.transaction() as connection:
            return keys.replace(connection, project, key.id, f"new{number}", NOW + timedelta(hours=1))

    won = at_once(6, replace)
    assert sum(won) == 1
    with database.reading() as connection:
        now = keys.get(connection, project, key.id)
    assert now == dataclasses.replace(key, replaced_by=f"new{won.index(True)}", revoked_at=NOW + timedelta(hours=1))


def test_use_of_a_key_is_written_once_a_minute(database: Database) -> None:
    key, _ = a_key(a_project(database))
    assert keys.is_touch_due(key, NOW)
    with database.transaction() as connection:
        keys.insert(connection, key)
        for seconds, written in ((0, 0), (59, 0), (60, 60), (61, 60)):
            keys.touch(connection, key.id, NOW + timedelta(seconds=seconds))
            now = keys.get(connection, key.project, key.id)
            assert now is not None
            assert now.last_used_at == NOW + timedelta(seconds=written)
            assert keys.is_touch_due(now, NOW + timedelta(seconds=seconds)) is False


def test_the_default_project_is_made_once_however_many_start(database: Database) -> None:
    def ensure(_: int) -> str:
        with database.transaction() as connection:
            return projects.ensure_default(connection, NOW)

    assert set(at_once(6, ensure)) == {"default"}
    with database.reading() as connection:
        default = projects.get(connection, "default")
        assert projects.get(connection, "nobody") is None
    assert default == projects.Project("default", "Default", None, 0, 0, NOW)
    assert default.left_microusd is None


def test_events_are_numbered_and_read_on_from_the_last_one_seen(database: Database) -> None:
    task, other = admitted(database), admitted(database)
    facts = [
        Event(task.id, task.project, EventKind.QUEUED, NOW, {"text": "\0é\ud800"}),
        Event(other.id, other.project, EventKind.QUEUED, NOW, {}),
        Event(task.id, task.project, EventKind.STARTED, NOW + timedelta(seconds=1), {"take": 1}),
    ]
    with database.transaction() as connection:
        numbers = [events.insert(connection, fact) for fact in facts]
        assert numbers == sorted(set(numbers))
        found = events.after(connection, task.id, 0)
        assert found == [dataclasses.replace(facts[at], number=numbers[at]) for at in (0, 2)]
        assert events.after(connection, task.id, numbers[0]) == found[1:]
        assert events.after(connection, task.id, numbers[2]) == []


def test_of_equal_requests_at_once_one_makes_a_task_and_the_others_find_it(database: Database) -> None:
    project = a_project(database)

    def submit(_: int) -> tuple[str, bool]:
        task = a_task(project)
        with database.transaction() as connection:
            earlier = idempotency.claim(connection, project, "key", "same", task.id, NOW)
            if earlier is None:
                tasks.insert(connection, task)
        return (earlier or task.id, earlier is None)

    answers = at_once(10, submit)
    assert len({task_id for task_id, _ in answers}) == 1
    assert sum(made for _, made in answers) == 1
    with database.reading() as connection:
        assert len(tasks.page(connection, project, limit=10)) == 1


def test_a_key_used_for_another_request_is_refused_and_is_free_again_when_forgotten(database: Database) -> None:
    project, other = a_project(database), a_project(database)
    with database.transaction() as connection:
        assert idempotency.claim(connection, project, "key", "one", "first", NOW) is None
        assert idempotency.claim(connection, other, "key", "two", "second", NOW) is None
        assert idempotency.claim(connection, project, "key", "one", "third", NOW) == "first"
        with pytest.raises(IdempotencyMismatch):
            idempotency.claim(connection, project, "key", "two", "third", NOW)
        assert idempotency.forget_before(connection, NOW) == 0
        assert idempotency.forget_before(connection, NOW + timedelta(seconds=1)) == 2
        assert idempotency.claim(connection, project, "key", "two", "third", NOW) is None


def test_a_claim_is_undone_with_its_transaction(database: Database) -> None:
    project = a_project(database)

    def fail() -> None:
        with database.transaction() as connection:
            idempotency.claim(connection, project, "key", "one", "first", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with database.transaction() as connection:
        assert idempotency.claim(connection, project, "key", "two", "second", NOW) is None


def test_a_worker_whose_beat_stops_is_stale_until_it_beats_again(database: Database) -> None:
    with database.transaction() as connection:
        workers.beat(connection, "a", "host", 1, ["animatic"])
        workers.beat(connection, "b", "host", 2, ["animatic", "vertex"], NOW)
        assert workers.stale(connection, 20) == ["b"]
        workers.beat(connection, "b", "host", 2, ["vertex"])
        assert workers.stale(connection, 20) == []
        found = {worker.id: worker for worker in workers.known(connection)}
        assert (found["b"].started_at, found["b"].queues, found["a"].pid) == (NOW, ("vertex",), 1)
        workers.remove(connection, "b")
        workers.remove(connection, "b")
        assert [worker.id for worker in workers.known(connection)] == ["a"]


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_ids_sort_by_time_and_are_plain(early_ms: int, later_ms: int) -> None:
    early = new_id(NOW + timedelta(milliseconds=early_ms))
    late = new_id(NOW + timedelta(milliseconds=early_ms + later_ms))
    assert early < late
    assert len(early) == 26
    assert early.isascii()
    assert early.isalnum()
    assert early == early.lower()


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(NOW) for _ in range(1000)}) == 1000


@given(st.text(st.characters()))
def test_what_is_storable_is_utf_8_without_nul_and_else_unchanged(text: str) -> None:
    stored = storable(text)
    assert "\0" not in stored
    assert stored.encode().decode() == stored
    assert len(stored) <= len(text)
    if "\0" not in text and not any("\ud800" <= letter <= "\udfff" for letter in text):
        assert stored == text
