"""Budgets, balances and limits: exact however many ask at once, given back to where they were taken from."""

from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

import pytest

from rushes.budget import Budget, Period
from rushes.database import admission, budgets, keys, projects, settlement, tallies, tasks
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import BalanceTooLow, BudgetSpent, TooManyRequests
from rushes.key import Key
from rushes.task import Task
from tests.places.database.examples import CLIP, FAILURE, NOW, POSTER, a_key, a_project, a_task, at_once

PRICE = 800_000


def keyed(database: Database, *, concurrent_tasks: int | None = None, limit_microusd: int | None = None) -> Key:
    """A key of a project of its own."""
    key, _ = a_key(a_project(database, limit_microusd))
    key = dataclasses.replace(key, concurrent_tasks=concurrent_tasks)
    with database.transaction() as connection:
        keys.insert(connection, key)
    return key


def bound(
    database: Database, key: Key, owner: str, period: Period, limit: int, *, hard: bool = True, at: datetime = NOW
) -> None:
    with database.transaction() as connection:
        budgets.put(connection, Budget(key.project, owner, period, limit, hard, at))


def created(database: Database, key: Key, *, hold: int = PRICE, at: datetime = NOW) -> Task:
    task = a_task(key.project, hold_microusd=hold, now=at)
    task = dataclasses.replace(task, key_id=key.id)
    with database.transaction() as connection:
        admission.admit(connection, key, task, at)
        tasks.insert(connection, task)
    return task


def used(database: Database, key: Key, at: datetime = NOW) -> dict[tuple[str, Period], int]:
    with database.reading() as connection:
        standings = budgets.standings(connection, key.project, key.root, at)
    return {(standing.budget.owner, standing.budget.period): standing.used_microusd for standing in standings}


@pytest.mark.parametrize("owner", ["key", "project", "balance", "tasks"])
def test_of_two_hundred_creates_at_once_exactly_fifty_are_admitted(database: Database, owner: str) -> None:
    key = keyed(database, concurrent_tasks=50 if owner == "tasks" else None)
    if owner == "balance":
        with database.transaction() as connection:
            assert projects.top_up(connection, new_id(NOW), key.project, 51 * PRICE - 1, None, NOW)
    elif owner != "tasks":
        bound(database, key, key.root if owner == "key" else key.project, Period.DAY, 51 * PRICE - 1)

    def create(_: int) -> bool:
        try:
            created(database, key)
        except (BalanceTooLow, TooManyRequests):
            return False
        return True

    assert sum(at_once(200, create)) == 50
    with database.reading() as connection:
        found = projects.get(connection, key.project)
        assert len(tasks.page(connection, key.project, limit=201)) == 50
    assert found is not None
    assert found.held_microusd == 50 * PRICE


def test_of_a_hundred_requests_at_once_the_minutes_number_pass(database: Database) -> None:
    def ask(_: int) -> bool:
        try:
            with database.transaction() as connection:
                tallies.count_request(connection, "root", 30, NOW)
        except TooManyRequests as refusal:
            assert refusal.rate is not None
            assert (refusal.rate.limit, refusal.rate.left) == (30, 0)
            assert refusal.retry_after_seconds == 60
            return False
        return True

    assert sum(at_once(100, ask)) == 30
    with database.transaction() as connection:
        tallies.count_request(connection, "root", 30, NOW + timedelta(minutes=1))
        # A machine whose clock is behind counts in the minute that has begun.
        tallies.count_request(connection, "root", 30, NOW)
        assert tallies.rate(connection, "root", 30, NOW + timedelta(minutes=1)).left == 28


def test_a_refusal_names_the_budget_what_is_left_and_when_it_resets(database: Database) -> None:
    key = keyed(database)
    bound(database, key, key.root, Period.DAY, 1_000_000)
    bound(database, key, key.project, Period.MONTH, 100 * PRICE)
    created(database, key)
    words = r"hold up to \$0\.8, but this key's budget for the day of \$1 has \$0\.2 left; it resets on 2026-11-06 00:00 UTC"
    with pytest.raises(BudgetSpent, match=words):
        created(database, key)
    # What the month's budget had counted of the refused one was taken back with it.
    assert used(database, key) == {(key.root, Period.DAY): PRICE, (key.project, Period.MONTH): PRICE}


def test_a_budget_begins_anew_and_takes_back_on_the_day_of_admission(database: Database) -> None:
    key = keyed(database)
    for period in Period:
        bound(database, key, key.root, period, 3 * PRICE)
    today, later = created(database, key), NOW + timedelta(days=1)
    created(database, key, at=later)
    assert used(database, key, later) == {
        (key.root, Period.DAY): PRICE,
        (key.root, Period.MONTH): 2 * PRICE,
        (key.root, Period.TOTAL): 2 * PRICE,
    }
    with database.transaction() as connection:
        assert settlement.fail(connection, today.id, 1, FAILURE, later)
    assert used(database, key)[key.root, Period.DAY] == 0
    assert used(database, key, later) == dict.fromkeys([(key.root, period) for period in Period], PRICE)


def test_what_was_charged_stays_used_and_the_rest_comes_back(database: Database) -> None:
    key = keyed(database)
    bound(database, key, key.root, Period.TOTAL, PRICE)
    task = created(database, key)
    with database.transaction() as connection:
        tasks.start(connection, task.id, NOW)
        assert settlement.succeed(connection, task.id, 1, CLIP, POSTER, 300_000, None, NOW)
    assert used(database, key) == {(key.root, Period.TOTAL): 300_000}
    with pytest.raises(BudgetSpent, match="does not reset"):
        created(database, key)
    created(database, key, hold=500_000)


def test_a_budget_counts_what_was_spent_before_it_was_set_and_may_be_changed(database: Database) -> None:
    key = keyed(database)
    other = dataclasses.replace(a_key(key.project)[0], root_id=key.root)
    with database.transaction() as connection:
        keys.insert(connection, other)
    created(database, key)
    created(database, other, at=NOW - timedelta(days=1))
    bound(database, key, key.root, Period.MONTH, 2 * PRICE)
    bound(database, key, key.root, Period.DAY, 2 * PRICE)
    assert used(database, other) == {(key.root, Period.MONTH): 2 * PRICE, (key.root, Period.DAY): PRICE}
    with pytest.raises(BudgetSpent):
        created(database, other)
    bound(database, key, key.root, Period.MONTH, 3 * PRICE)
    created(database, other)


def test_a_soft_budget_warns_and_refuses_nothing(database: Database) -> None:
    key = keyed(database)
    bound(database, key, key.root, Period.TOTAL, PRICE, hard=False)
    told = []
    for _ in range(2):
        task = dataclasses.replace(a_task(key.project, hold_microusd=PRICE), id=new_id(NOW), key_id=key.id)
        with database.transaction() as connection:
            told.append(admission.admit(connection, key, task, NOW))
            tasks.insert(connection, task)
    assert told == [[], ["This key's total budget of $0.8 is exceeded: $1.6 in use."]]


def test_a_task_that_ends_makes_room_for_another(database: Database) -> None:
    key = keyed(database, concurrent_tasks=1)
    first = created(database, key, hold=0)
    with pytest.raises(TooManyRequests, match="1 tasks open at once"):
        created(database, key, hold=0)
    with database.transaction() as connection:
        assert settlement.cancel(connection, first.id, 0, NOW)
        assert not settlement.cancel(connection, first.id, 0, NOW)
    created(database, key, hold=0)
    with pytest.raises(TooManyRequests):
        created(database, key, hold=0)


def test_a_top_up_counts_once_by_its_reference(database: Database) -> None:
    key = keyed(database)
    with database.transaction() as connection:
        assert projects.top_up(connection, new_id(NOW), key.project, PRICE, "payment 1", NOW)
        assert not projects.top_up(connection, new_id(NOW), key.project, PRICE, "payment 1", NOW)
        assert not projects.top_up(connection, new_id(NOW), "nobody", PRICE, None, NOW)
    created(database, key)
    with pytest.raises(BalanceTooLow, match=r"has \$0 of its balance left; top it up"):
        created(database, key)
    with database.transaction() as connection:
        assert projects.top_up(connection, new_id(NOW), key.project, PRICE, None, NOW)
        found = projects.get(connection, key.project)
    assert found is not None
    assert (found.balance_microusd, found.left_microusd) == (2 * PRICE, PRICE)
