"""Requests a minute and open tasks of a key, counted by several processes at once, on both databases."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from datetime import timedelta

import pytest

from rushes.database import admission, keys, settlement, tallies, tasks
from rushes.database.connect import Database
from rushes.errors import TooManyRequests
from rushes.key import Key
from rushes.task import Task
from tests.places.database.examples import NOW, a_key, a_project, a_task, at_once

PROCESSES, ASKED = 4, 40
#: Asks as often as it can, from the moment it is told to, at one moment of the clock that is handed down.
_ASK = """
import sys
from datetime import datetime
from rushes.database import tallies
from rushes.database.connect import open_database
from rushes.errors import TooManyRequests
url, root, limit, burst, asked, now = sys.argv[1:]
database, passed = open_database(url), 0
with database.reading() as connection:
    pass
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(asked)):
    try:
        with database.transaction() as connection:
            tallies.count_request(connection, root, int(limit), datetime.fromisoformat(now), int(burst) or None)
        passed += 1
    except TooManyRequests:
        pass
print(passed)
"""


@pytest.mark.slow
@pytest.mark.parametrize(("limit", "burst", "pass_"), [(50, 0, 50), (600, 25, 25)])
def test_of_many_processes_asking_at_once_the_exact_number_pass(
    database_url: str, limit: int, burst: int, pass_: int
) -> None:
    arguments = [database_url, "root", str(limit), str(burst), str(ASKED), NOW.isoformat()]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    asking = [subprocess.Popen([sys.executable, "-c", _ASK, *arguments], **pipes) for _ in range(PROCESSES)]  # type: ignore[call-overload]
    try:
        for one in asking:
            assert one.stdout.readline() == "ready\n"
        told = [one.communicate("\n", timeout=60)[0] for one in asking]
    finally:
        for one in asking:
            one.kill()
    assert sum(map(int, told)) == pass_ < PROCESSES * ASKED


def asked(database: Database, at_seconds: float, *, limit: int = 60, burst: int = 3) -> float | None:
    """None when the request passes; else after how many seconds to go on."""
    try:
        with database.transaction() as connection:
            tallies.count_request(connection, "root", limit, NOW + timedelta(seconds=at_seconds), burst)
    except TooManyRequests as refusal:
        return refusal.retry_after_seconds
    return None


def test_a_burst_passes_at_once_and_then_one_an_interval(database: Database) -> None:
    assert [asked(database, 0.0) for _ in range(4)] == [None, None, None, 1]
    assert asked(database, 0.999) == 1
    assert asked(database, 1.0) is None
    assert asked(database, 1.0) == 1
    assert [asked(database, 60.0) for _ in range(4)] == [None, None, None, 1], "idle time is not saved up"
    told = [asked(database, 60.0 + 0.25 * number) for number in range(1, 240)]
    assert told.count(None) == 59, "and never more than its number in a minute"


def test_a_clock_that_is_behind_opens_no_door(database: Database) -> None:
    assert [asked(database, 10.0) for _ in range(3)] == [None] * 3
    assert asked(database, 0.0) == 11


def test_a_burst_tells_what_is_left_and_when_all_of_it_is(database: Database) -> None:
    def rate(at_seconds: float) -> tuple[int, int | None, int | None, int]:
        with database.reading() as connection:
            found = tallies.rate(connection, "root", 60, NOW + timedelta(seconds=at_seconds), 3)
        return found.limit, found.window_seconds, found.resets_seconds, found.left

    assert rate(0) == (3, 3, 0, 3)
    asked(database, 0.0)
    asked(database, 0.0)
    assert rate(0) == (3, 3, 2, 1)
    assert rate(1.5) == (3, 3, 1, 2)
    asked(database, 0.0)
    words = r"60 requests a minute, 3 at once, and has; go on in 1 s"
    with pytest.raises(TooManyRequests, match=words) as refused, database.transaction() as connection:
        tallies.count_request(connection, "root", 60, NOW, 3)
    assert refused.value.rate is not None
    assert refused.value.rate.left == 0


def keyed(database: Database, **fields: object) -> Key:
    key = dataclasses.replace(a_key(a_project(database))[0], **fields)  # type: ignore[arg-type]
    with database.transaction() as connection:
        keys.insert(connection, key)
    return key


def create(database: Database, key: Key) -> Task | None:
    task = dataclasses.replace(a_task(key.project), key_id=key.id)
    try:
        with database.transaction() as connection:
            admission.admit(connection, key, task, NOW)
            tasks.insert(connection, task)
    except TooManyRequests:
        return None
    return task


def test_a_limit_set_on_a_key_in_use_counts_what_is_open_already(database: Database) -> None:
    free = keyed(database)
    made = [create(database, free) for _ in range(3)]
    bound = dataclasses.replace(free, concurrent_tasks=3)
    with database.transaction() as connection:
        keys.change(connection, bound)
    assert create(database, bound) is None
    for task in made:
        assert task is not None
        with database.transaction() as connection:
            assert settlement.cancel(connection, task.id, 0, NOW)
    with database.reading() as connection:
        assert tallies.tasks_rate(connection, bound.project, bound.root, 3).left == 3
    assert [task is not None for task in at_once(8, lambda _: create(database, bound))].count(True) == 3


def test_a_key_and_its_successor_have_one_row_of_requests_and_tasks(database: Database) -> None:
    old = keyed(database, concurrent_tasks=2)
    new = dataclasses.replace(a_key(old.project)[0], root_id=old.root, concurrent_tasks=2)
    stranger = dataclasses.replace(a_key(old.project)[0], concurrent_tasks=2)
    with database.transaction() as connection:
        keys.insert(connection, new)
        keys.insert(connection, stranger)
    assert create(database, old)
    assert create(database, new)
    assert create(database, old) is None
    assert create(database, new) is None
    assert create(database, stranger)
