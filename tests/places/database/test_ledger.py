"""Money: a limit is never exceeded, a hold becomes capture and release once, and the sums always add up."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rushes.database import events, ledger, projects, settlement, tasks
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import BalanceTooLow, NotFound
from rushes.event import EventKind
from rushes.ledger import EntryKind, open_hold
from rushes.task import Status, Task
from tests.places.database.examples import CLIP, FAILURE, NOW, POSTER, a_project, a_task, admit, admitted, at_once

PRICE = 800_000


def money(database: Database, project: str) -> tuple[int, int]:
    """(held, spent) of a project, after checking that its row and its entries agree."""
    with database.reading() as connection:
        found = projects.get(connection, project)
        sums = ledger.sums(connection, project)
    assert found is not None
    assert (found.held_microusd, found.spent_microusd) == (sums.held_microusd, sums.spent_microusd)
    return found.held_microusd, found.spent_microusd


def test_of_fifty_creates_at_once_exactly_those_are_admitted_that_the_limit_covers(database: Database) -> None:
    project = a_project(database, limit_microusd=20 * PRICE + PRICE - 1)

    def create(_: int) -> bool:
        task = a_task(project, hold_microusd=PRICE)
        try:
            with database.transaction() as connection:
                tasks.insert(connection, task)
                ledger.hold(connection, task, NOW)
        except BalanceTooLow:
            return False
        return True

    assert sum(at_once(50, create)) == 20
    assert money(database, project) == (20 * PRICE, 0)
    with database.reading() as connection:
        assert len(tasks.page(connection, project, limit=100)) == 20


def test_a_refusal_says_what_is_left_and_writes_nothing(database: Database) -> None:
    project = a_project(database, limit_microusd=1_000_000)
    with database.transaction() as connection:
        admit(connection, a_task(project, hold_microusd=PRICE))
    words = r"hold up to \$0\.8, .* has \$0\.2 of its limit left"
    with pytest.raises(BalanceTooLow, match=words), database.transaction() as connection:
        admit(connection, a_task(project, hold_microusd=PRICE))
    assert money(database, project) == (PRICE, 0)


def test_what_is_free_is_admitted_when_nothing_is_left(database: Database) -> None:
    project = a_project(database, limit_microusd=0)
    with database.transaction() as connection:
        task = admit(connection, a_task(project, hold_microusd=0))
        assert [entry.kind for entry in ledger.entries(connection, task.id)] == [EntryKind.HOLD]


def test_a_hold_for_no_project_is_refused(database: Database) -> None:
    with pytest.raises(NotFound), database.transaction() as connection:
        ledger.hold(connection, a_task("nobody", hold_microusd=1), NOW)


def test_a_limit_that_is_raised_or_removed_admits_again(database: Database) -> None:
    project = a_project(database, limit_microusd=PRICE - 1)
    with database.transaction() as connection:
        with pytest.raises(BalanceTooLow):
            ledger.hold(connection, a_task(project, hold_microusd=PRICE), NOW)
        assert projects.set_limit(connection, project, None)
        admit(connection, a_task(project, hold_microusd=PRICE))
        assert not projects.set_limit(connection, "nobody", None)
    assert money(database, project) == (PRICE, 0)


def test_the_database_refuses_to_settle_a_task_twice_even_for_another_take(database: Database) -> None:
    task = admitted(database, hold_microusd=PRICE)
    with database.transaction() as connection:
        assert ledger.settle(connection, task.id, 1, 500_000, NOW) == (500_000, 300_000)
    with pytest.raises(Exception, match=r"(?i)unique"), database.transaction() as connection:
        ledger.settle(connection, task.id, 2, 500_000, NOW)
    assert money(database, task.project) == (0, 500_000)


def finish(database: Database, task: Task, how: str, cost: int) -> bool:
    with database.transaction() as connection:
        if how == "succeed":
            return settlement.succeed(connection, task.id, 1, CLIP, POSTER, cost, {"seed": 7}, NOW)
        if how == "fail":
            return settlement.fail(connection, task.id, 1, FAILURE, NOW)
        return settlement.cancel(connection, task.id, 1, NOW)


def test_a_delivered_clip_is_captured_and_the_rest_released(database: Database) -> None:
    task = admitted(database, hold_microusd=PRICE, running=True)
    assert finish(database, task, "succeed", 500_000)
    with database.reading() as connection:
        now = tasks.get(connection, task.id)
        facts = events.after(connection, task.id, 0)
        entries = ledger.entries(connection, task.id)
    assert now == dataclasses.replace(
        task,
        status=Status.SUCCEEDED,
        stage="succeeded",
        progress=1.0,
        ended_at=NOW,
        clip=CLIP,
        poster=POSTER,
        charged_microusd=500_000,
        notes={"seed": 7},
    )
    assert {entry.kind: entry.amount_microusd for entry in entries} == {
        EntryKind.HOLD: PRICE,
        EntryKind.CAPTURE: 500_000,
        EntryKind.RELEASE: 300_000,
    }
    assert [(fact.kind, fact.project, fact.at) for fact in facts] == [(EventKind.SUCCEEDED, task.project, NOW)]
    assert facts[0].body["charged_microusd"] == 500_000
    assert money(database, task.project) == (0, 500_000)


@pytest.mark.parametrize("how", ["fail", "cancel"])
def test_without_a_clip_nothing_is_charged(database: Database, how: str) -> None:
    task = admitted(database, hold_microusd=PRICE, running=True)
    assert finish(database, task, how, PRICE)
    with database.reading() as connection:
        now = tasks.get(connection, task.id)
        kinds = [entry.kind for entry in ledger.entries(connection, task.id)]
    assert now is not None
    assert now.charged_microusd == 0
    assert now.failure == (FAILURE if how == "fail" else None)
    assert kinds == [EntryKind.HOLD, EntryKind.RELEASE]
    assert money(database, task.project) == (0, 0)


def test_of_a_delivery_a_failure_and_a_cancel_one_wins_and_pays_once(database: Database) -> None:
    ways = ("succeed", "cancel", "fail") * 3
    for _ in range(4):
        task = admitted(database, hold_microusd=PRICE, running=True)

        def settle(number: int, task: Task = task) -> bool:
            return finish(database, task, ways[number], PRICE)

        won = at_once(len(ways), settle)
        assert sum(won) == 1
        winner = ways[won.index(True)]
        with database.reading() as connection:
            now = tasks.get(connection, task.id)
            assert len(events.after(connection, task.id, 0)) == 1
            assert open_hold(ledger.entries(connection, task.id)) == 0
        assert now is not None
        assert now.status == {"succeed": "succeeded", "fail": "failed", "cancel": "canceled"}[winner]
        assert money(database, task.project) == (0, PRICE if winner == "succeed" else 0)


way = st.sampled_from(["succeed", "fail", "cancel", "wait"])
amount = st.integers(0, 3_000_000)


@given(st.lists(st.tuples(way, amount, amount), max_size=6), st.none() | st.integers(0, 6_000_000))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_hold_is_capture_and_release_and_the_sums_add_up(
    database: Database, story: list[tuple[str, int, int]], limit: int | None
) -> None:
    project = a_project(database, limit)
    held = spent = 0
    for how, hold, cost in story:
        task = dataclasses.replace(a_task(project, hold_microusd=hold), id=new_id(NOW))
        try:
            with database.transaction() as connection:
                admit(connection, task)
                tasks.start(connection, task.id, NOW)
        except BalanceTooLow:
            assert limit is not None
            assert held + spent + hold > limit
            continue
        if how == "wait":
            held += hold
        else:
            assert finish(database, task, how, cost)
            assert not finish(database, task, "succeed", cost)
            spent += min(hold, cost) if how == "succeed" else 0
            with database.reading() as connection:
                assert open_hold(ledger.entries(connection, task.id)) == 0
        assert money(database, project) == (held, spent)
        assert limit is None or held + spent <= limit or hold == 0
