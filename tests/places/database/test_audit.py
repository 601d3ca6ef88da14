"""Projects as their owner handles them: every act is noted for good; holds keep, erasures empty, accounts stay."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
import sqlalchemy as sa

from rushes.budget import Period
from rushes.database import audit, ledger, projects, settlement, tables, takes, tasks
from rushes.database.connect import Database
from rushes.database.digests import needed
from rushes.errors import Conflict, NotFound, ValueNotAllowed
from rushes.intake import projects as intake
from rushes.take import TakeState
from rushes.task import Failure, Task
from tests.places.database.examples import CLIP, NOW, POSTER, a_shot, a_task, admit

BY = "a test"
LATER = NOW + timedelta(days=30)


def made(database: Database, project: str = "studio") -> str:
    intake.create(database, project, "Studio", by=BY, now=NOW)
    return project


def delivered(database: Database, project: str) -> Task:
    task = dataclasses.replace(a_task(project, hold_microusd=800_000), shot=a_shot(), caller_metadata={"who": "me"})
    with database.transaction() as connection:
        admit(connection, task)
        tasks.start(connection, task.id, NOW)
        settlement.succeed(connection, task.id, 1, CLIP, POSTER, 800_000, {"seed": 7}, NOW)
    return task


def test_every_act_is_noted_with_its_author(database: Database) -> None:
    project = made(database)
    assert intake.top_up(database, project, 5, reference="r", by=BY, now=NOW)
    assert not intake.top_up(database, project, 5, reference="r", by=BY, now=NOW)
    intake.set_budget(database, project, Period.DAY, 5, hard=True, by=BY, now=NOW)
    intake.set_budget(database, project, Period.DAY, None, hard=True, by=BY, now=NOW)
    intake.retain(database, project, {"task_days": 7}, by=BY, now=NOW)
    intake.keep(database, project, True, by=BY, now=NOW)
    intake.keep(database, project, False, by=BY, now=NOW)
    intake.erase(database, project, by=BY, now=NOW)
    with database.reading() as connection:
        acts = audit.page(connection, project)
        assert audit.page(connection, limit=1) == acts[:1]
    assert [act.action.removeprefix("project.") for act in reversed(acts)] == [
        "created",
        "topped_up",
        "budgeted",
        "budgeted",
        "retention_set",
        "kept",
        "released",
        "erased",
    ]
    assert {(act.by, act.project, act.at) for act in acts} == {(BY, project, NOW)}
    assert acts[-2].body == {"amount_microusd": 5, "reference": "r"}


@pytest.mark.parametrize("change", ["UPDATE audit SET by = 'nobody'", "DELETE FROM audit"])
def test_the_database_refuses_to_change_what_was_noted(database: Database, change: str) -> None:
    made(database)
    with pytest.raises(sa.exc.DBAPIError, match="only ever added to"), database.transaction() as connection:
        connection.exec_driver_sql(change)


def test_mistakes_are_refused_and_not_noted(database: Database) -> None:
    project = made(database)
    with pytest.raises(Conflict):
        made(database)
    for wrong in ("", "Studio", "a b", "a" * 41):
        with pytest.raises(ValueNotAllowed):
            intake.create(database, wrong, "", by=BY, now=NOW)
    with pytest.raises(ValueNotAllowed):
        intake.top_up(database, project, 0, reference=None, by=BY, now=NOW)
    with pytest.raises(ValueNotAllowed):
        intake.retain(database, project, {"task_days": 0}, by=BY, now=NOW)
    with pytest.raises(NotFound):
        intake.top_up(database, "nobody", 5, reference=None, by=BY, now=NOW)
    with pytest.raises(NotFound):
        intake.keep(database, "nobody", True, by=BY, now=NOW)
    with pytest.raises(NotFound):
        intake.erase(database, "nobody", by=BY, now=NOW)
    with database.reading() as connection:
        assert len(audit.page(connection)) == 1


def test_under_legal_hold_nothing_expires_and_no_byte_goes(database: Database) -> None:
    held, free = made(database), made(database, "other")
    kept, gone = delivered(database, held), delivered(database, free)
    intake.keep(database, held, True, by=BY, now=NOW)
    with database.transaction() as connection:
        assert tasks.expire(connection, LATER) == 1
        assert tasks.find(connection, held, kept.id) is not None
        assert tasks.find(connection, free, gone.id) is None
        assert CLIP.digest in set(needed(connection))
    with pytest.raises(Conflict, match="legal hold"):
        intake.erase(database, held, by=BY, now=NOW)
    intake.keep(database, held, False, by=BY, now=NOW)
    with database.transaction() as connection:
        assert tasks.expire(connection, LATER) == 1


def test_erasure_empties_what_was_said_and_leaves_the_accounts(database: Database) -> None:
    project = made(database)
    task = delivered(database, project)
    with database.transaction() as connection:
        waiting = admit(connection, a_task(project, hold_microusd=0))
    with pytest.raises(Conflict, match="open tasks"):
        intake.erase(database, project, by=BY, now=LATER)
    with database.transaction() as connection:
        settlement.cancel(connection, waiting.id, 0, NOW)
    with database.transaction() as connection:
        refused = admit(connection, a_task(project, hold_microusd=0))
        number = takes.begin(connection, refused.id, "vertex", "worker", NOW)
        words = "Refused: a fox runs over a meadow"
        takes.set_state(connection, refused.id, number, TakeState.FAILED, NOW, fault=words)
        assert settlement.fail(connection, refused.id, number, Failure("shot_refused", words), NOW)
    assert intake.erase(database, project, by=BY, now=LATER) == 3
    with database.reading() as connection:
        found = tasks.get(connection, task.id)
        assert tasks.find(connection, project, task.id) is None
        assert sum(entry.amount_microusd for entry in ledger.entries(connection, task.id)) == 1_600_000
        assert set(needed(connection)) == set()
        row = connection.execute(sa.select(tables.tasks).where(tables.tasks.c.id == task.id)).one()
        money = projects.get(connection, project)
        empty = tasks.get(connection, refused.id)
        said = [
            *connection.execute(sa.select(tables.tasks).where(tables.tasks.c.project == project)),
            *connection.execute(sa.select(tables.takes).where(tables.takes.c.task_id == refused.id)),
            *connection.execute(sa.select(tables.events).where(tables.events.c.project == project)),
        ]
    assert "fox" not in str(said)
    assert empty is not None
    assert empty.failure == Failure("shot_refused", "")
    assert found is not None
    assert money is not None
    assert (found.shot.prompt, found.shot.footage, found.notes, found.caller_metadata) == ("", None, {}, None)
    assert "fox" not in str(row)
    assert money.spent_microusd == found.charged_microusd == 800_000
