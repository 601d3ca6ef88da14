"""Kill -9 in the middle of settlement, again and again: the sums are right every time.

A forked process settles running tasks in several threads and dies by its own hand before a statement or a commit that
was drawn for it. What it left is compared book by book; the tasks that were not settled go on to the next round."""

from __future__ import annotations

import dataclasses
import os
import random
import signal
import threading
from contextlib import closing
from typing import Any

import pytest
import sqlalchemy as sa

from rushes.budget import Budget, Period
from rushes.database import admission, budgets, keys, ledger, projects, settlement, tallies, tasks, usage
from rushes.database.connect import Database, open_database
from rushes.key import Key
from rushes.ledger import EntryKind, open_hold
from rushes.task import Task
from tests.places.database.examples import CLIP, FAILURE, NOW, POSTER, a_key, a_project, a_task

PRICE = 800_000
AT_ONCE = 8


def admitted(database: Database, key: Key) -> Task:
    task = dataclasses.replace(a_task(key.project, hold_microusd=PRICE), key_id=key.id)
    with database.transaction() as connection:
        admission.admit(connection, key, task, NOW)
        tasks.insert(connection, task)
        assert tasks.start(connection, task.id, NOW)
    return task


def settle(database: Database, task_id: str, number: int) -> None:
    with database.transaction() as connection:
        if number % 4 == 0:
            settlement.fail(connection, task_id, 1, FAILURE, NOW)
        elif number % 4 == 1:
            settlement.cancel(connection, task_id, 1, NOW)
        else:
            settlement.succeed(connection, task_id, 1, CLIP, POSTER, 100_000 * (number % 9), {"seed": number}, NOW)


def settle_and_die(url: str, open_ids: list[str], draw: random.Random) -> None:
    """In the forked process: never returns."""
    database = open_database(url)
    statements, commits = draw.randrange(1, 18 * AT_ONCE), draw.choice([draw.randrange(1, AT_ONCE), 1000])
    lock = threading.Lock()

    def statement(*_: Any) -> None:  # Any: what SQLAlchemy tells of a statement
        nonlocal statements
        with lock:
            statements -= 1
            if statements == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    def commit(_: Any) -> None:  # Any: the connection
        nonlocal commits
        with lock:
            commits -= 1
            if commits == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sa.event.listen(database.engine, "before_cursor_execute", statement)
    sa.event.listen(database.engine, "commit", commit)
    threads = [threading.Thread(target=settle, args=(database, task_id, draw.randrange(100))) for task_id in open_ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    os.kill(os.getpid(), signal.SIGKILL)  # The last moment there is: everything is settled.


def check(database: Database, key: Key, known: list[str]) -> tuple[list[str], int]:
    """(what is still open, spent) of a project whose books are all right."""
    with database.reading() as connection:
        project = projects.get(connection, key.project)
        sums = ledger.sums(connection, key.project)
        found = [tasks.get(connection, task_id) for task_id in known]
        entries = {task_id: ledger.entries(connection, task_id) for task_id in known}
        whole = usage.lines(connection, key.project, first="0000", last="9999", by=())[0]
        standing = budgets.standings(connection, key.project, key.root, NOW)[0]
        room = tallies.tasks_rate(connection, key.project, key.root, len(known)).left
    assert project is not None
    is_open = [task.id for task in found if task is not None and not task.status.ended]
    for task in found:
        assert task is not None
        lines = entries[task.id]
        captured = [entry.amount_microusd for entry in lines if entry.kind is EntryKind.CAPTURE]
        assert (open_hold(lines) == 0) is task.status.ended
        assert len(captured) <= 1
        assert sum(captured) == task.charged_microusd
    spent = sum(task.charged_microusd for task in found if task is not None)
    assert spent == project.spent_microusd == sums.spent_microusd == whole.charged_microusd
    assert project.held_microusd == sums.held_microusd == PRICE * len(is_open)
    assert project.balance_microusd == 10**12 - spent
    assert whole.tasks == len(known) - len(is_open)
    assert standing.used_microusd == spent + PRICE * len(is_open)
    assert len(known) - room == len(is_open)
    return is_open, spent


def play(url: str, rounds: int) -> int:
    """How many tasks it took."""
    draw = random.Random(11)
    with closing(open_database(url)) as database:
        key, _ = a_key(a_project(database))
        key = dataclasses.replace(key, concurrent_tasks=1000)
        with database.transaction() as connection:
            keys.insert(connection, key)
            assert projects.top_up(connection, "first", key.project, 10**12, None, NOW)
            budgets.put(connection, Budget(key.project, key.root, Period.MONTH, 10**12, True, NOW))
    known: list[str] = []
    is_open: list[str] = []
    killed_midway = spent = 0
    for _ in range(rounds):
        with closing(open_database(url)) as database:
            made = [admitted(database, key).id for _ in range(AT_ONCE - len(is_open))]
        known, is_open = known + made, is_open + made
        seed = draw.random()  # Here, or every child would draw the same.
        child = os.fork()
        if child == 0:
            settle_and_die(url, is_open, random.Random(seed))
        _, status = os.waitpid(child, 0)
        assert os.WIFSIGNALED(status)
        assert os.WTERMSIG(status) == signal.SIGKILL
        with closing(open_database(url)) as database:
            is_open, spent = check(database, key, known)
        killed_midway += bool(is_open)
    print(f"{rounds} kills, {killed_midway} with tasks left open; {len(known)} tasks, spent {spent / 1e6} USD")
    assert killed_midway > rounds / 3
    return len(known)


def test_the_sums_are_right_after_kills_in_the_middle_of_settlement(database_url: str) -> None:
    assert play(database_url, 6) >= AT_ONCE


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_sums_are_right_after_a_hundred_kills_in_the_middle_of_settlement(database_url: str) -> None:
    assert play(database_url, 100) > 100
