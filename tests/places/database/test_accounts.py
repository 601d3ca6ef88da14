"""Goal: an account of a far side is never given more than it allows, however many workers ask.
Method: processes that all want turns at the same moment, on both databases; then the rows are counted."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from rushes.database import accounts, projects, takes, tasks
from rushes.database.connect import Database, clock
from rushes.database.tables import accounts as table
from rushes.database.tables import takes as takes_table
from rushes.database.takes import PlannedPoll
from rushes.engine import Allowance
from rushes.take import TakeState
from rushes.task import Fallback
from tests.places.database.examples import NOW, a_task, admitted

_ACCOUNT = "far:account"
_WORKERS = 3
#: A worker that wants a turn for each of its tasks, and tells how long it was told to wait for the others.
_WORKER = """
import json, sys
from datetime import UTC, datetime
from rushes.database import accounts, takes
from rushes.database.connect import open_database
from rushes.engine import Allowance
from rushes.take import TakeState
url, allowance, tasks = json.loads(sys.argv[1])
database, allowance, waits = open_database(url), Allowance(*allowance), []
print("ready", flush=True)
sys.stdin.readline()
for task in tasks:
    with database.transaction() as connection:
        wait = accounts.wait(connection, allowance)
        waits.append(wait.seconds if wait else 0.0)
        if wait is None:
            takes.begin(connection, task, "far", "worker", datetime.now(UTC), TakeState.SUBMITTING, allowance.account)
print(json.dumps(waits), flush=True)
"""


def ask(database: Database, allowance: Allowance, each: int) -> list[float]:
    """What the workers were told, together."""
    bounds = [allowance.account, allowance.at_once, allowance.per_minute]
    workers = []
    for _ in range(_WORKERS):
        ids = [task.id for task in (admitted(database) for _ in range(each))]
        order = json.dumps([database.url, bounds, ids])
        workers.append(
            subprocess.Popen(
                [sys.executable, "-c", _WORKER, order], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
            )
        )
    waits: list[float] = []
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()
    for worker in workers:
        said, _ = worker.communicate(timeout=60)
        waits += json.loads(said)
    return waits


def test_no_more_are_in_flight_than_the_account_allows_whoever_asks(database: Database) -> None:
    waits = ask(database, Allowance(_ACCOUNT, at_once=10), 8)
    assert sum(wait == 0.0 for wait in waits) == 10
    with database.reading() as connection:
        out = list(connection.scalars(sa.select(takes_table.c.task_id)))
    assert len(out) == len(set(out)) == 10
    with database.transaction() as connection:
        takes.set_state(connection, out[0], 1, TakeState.DELIVERED, NOW)
        takes.set_state(connection, out[1], 1, TakeState.SUBMITTED, NOW, operation="still out")
        assert accounts.wait(connection, Allowance(_ACCOUNT, at_once=10)) is None
        full = accounts.wait(connection, Allowance(_ACCOUNT, at_once=9))
        assert full is not None
        assert not full.out_of_quota
        assert accounts.wait(connection, Allowance("another:account", at_once=1)) is None


def test_no_more_are_submitted_in_any_minute_than_the_account_allows(database: Database) -> None:
    allowance = Allowance(_ACCOUNT, per_minute=9)
    waits = ask(database, allowance, 8)
    assert sum(wait == 0.0 for wait in waits) == 9
    assert all(30.0 < wait <= 60.0 for wait in waits if wait), "until the first of them is a minute old"
    with database.transaction() as connection:
        first = connection.scalar(sa.select(sa.func.min(takes_table.c.claimed_at)))
        older = sa.update(takes_table).where(takes_table.c.claimed_at == first)
        connection.execute(older.values(claimed_at=clock(connection) - timedelta(seconds=61)))
        assert accounts.wait(connection, allowance) is None


def test_a_refusal_closes_the_account_for_everybody_and_a_storm_counts_once(database: Database) -> None:
    allowance = Allowance(_ACCOUNT)
    with database.transaction() as connection:
        assert accounts.wait(connection, allowance) is None
        accounts.refused(connection, _ACCOUNT, 20.0)
        told = accounts.wait(connection, allowance)
        assert told is not None
        assert told.out_of_quota
        assert 19.0 <= told.seconds <= 30.0
        for _ in range(5):
            accounts.refused(connection, _ACCOUNT, None)
        assert connection.scalar(sa.select(table.c.storms)) == 1
        accounts.taken(connection, _ACCOUNT)
        assert accounts.wait(connection, allowance) is not None, "it was under way before the refusal"
        connection.execute(sa.update(table).values(closed_until=clock(connection) - timedelta(seconds=1)))
        accounts.taken(connection, _ACCOUNT)
        assert accounts.wait(connection, allowance) is None
        assert connection.scalar(sa.select(table.c.storms)) == 0
        for _ in range(10):
            connection.execute(sa.update(table).values(closed_until=None))
            accounts.refused(connection, _ACCOUNT, None)
        told = accounts.wait(connection, allowance)
        assert told is not None
        assert 29.0 <= told.seconds <= 90.0


def test_what_is_in_flight_is_one_read(database: Database) -> None:
    made = [admitted(database, running=True) for _ in range(3)]
    with database.transaction() as connection:
        for task in made:
            takes.begin(connection, task.id, "far", "worker", NOW, TakeState.SUBMITTING)
            takes.set_state(connection, task.id, 1, TakeState.SUBMITTED, NOW, operation="o")
        plans = [PlannedPoll(task.id, 1, NOW + timedelta(seconds=9 * number)) for number, task in enumerate(made)]
        takes.plan_polls(connection, plans)
        takes.set_state(connection, made[2].id, 1, TakeState.DELIVERED, NOW)
        takes.plan_polls(connection, plans[2:])
    with database.reading() as connection:
        (far,) = takes.in_flight(connection, NOW + timedelta(seconds=1)).values()
        assert (far.operations, far.left_alone) == (2, 1)
        latest = takes.latest(connection, made[1].id)
        assert latest is not None
        assert latest.next_poll_at == NOW + timedelta(seconds=9)


@pytest.mark.parametrize("free", [False, True])
def test_a_task_is_handed_over_once_and_a_free_stand_in_costs_nothing(database: Database, free: bool) -> None:
    fallbacks = (Fallback("second", False), Fallback("third", free), Fallback("fourth", False))
    task = replace(a_task(projects.DEFAULT), fallbacks=fallbacks)
    with database.transaction() as connection:
        projects.ensure_default(connection, NOW)
        tasks.insert(connection, task)
        assert not tasks.hand_over(connection, task, fallbacks[1]), "it is not running"
        tasks.start(connection, task.id, NOW)
        assert tasks.hand_over(connection, task, fallbacks[1])
        assert not tasks.hand_over(connection, task, fallbacks[1]), "it is another's already"
        now = tasks.get(connection, task.id)
    assert now is not None
    assert (now.engine, now.fallbacks, now.stage) == ("third", fallbacks[2:], "handed_over")
    assert now.cost.total_microusd == (0 if free else task.cost.total_microusd)
    with database.transaction() as connection:
        assert tasks.overdue(connection, task.deadline_at + timedelta(seconds=1)) == [task.id]
        tasks.take_up(connection, task.id)
        assert tasks.overdue(connection, task.deadline_at + timedelta(seconds=1)) == []
