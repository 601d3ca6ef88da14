"""What engines report beside what was captured, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from rushes.database import reports, settlement, takes, tasks
from rushes.database.audit import page as audit_page
from rushes.database.connect import Database
from rushes.database.ids import new_id
from rushes.errors import NotFound, ValueNotAllowed
from rushes.intake.reconcile import reconcile
from rushes.reconciliation import Compared, Difference
from rushes.take import TakeState
from tests.places.database.examples import CLIP, FAILURE, NOW, POSTER, a_project, a_task, admit

CHARGED = 800_000


def ended(
    database: Database,
    project: str,
    *,
    delivered: bool = True,
    state: TakeState = TakeState.DELIVERED,
    reported: tuple[float | None, int | None] = (None, None),
    notes: dict[str, object] | None = None,
    operation: str | None = "operations/1",
) -> str:
    task = a_task(project, hold_microusd=CHARGED)
    with database.transaction() as connection:
        admit(connection, task)
        tasks.start(connection, task.id, NOW)
        number = takes.begin(connection, task.id, "upstream", "worker", NOW, TakeState.SUBMITTING)
        if operation is not None:
            takes.set_state(connection, task.id, number, TakeState.SUBMITTED, NOW, operation=operation)
        if reported != (None, None):
            reports.report(connection, task.id, number, *reported)
        if notes:
            tasks.add_notes(connection, task.id, notes)
        if delivered:
            assert settlement.succeed(connection, task.id, number, CLIP, POSTER, CHARGED, None, NOW)
        else:
            assert settlement.fail(connection, task.id, number, FAILURE, NOW)
        takes.set_state(connection, task.id, number, state, NOW)
    return task.id


def compared(database: Database, project: str) -> list[Compared]:
    with database.reading() as connection:
        return list(reports.compared(connection, NOW, NOW + timedelta(seconds=1), project))


def test_every_kind_of_difference_is_found_and_nothing_else(database: Database) -> None:
    project = a_project(database)
    seconds = CLIP.frames / CLIP.rate
    wanted = {
        ended(database, project, reported=(float(seconds), CHARGED)): (),
        ended(database, project): (),
        ended(database, project, reported=(float(seconds) + 0.4, None)): (),
        ended(database, project, reported=(float(seconds) + 2, CHARGED)): (Difference.LENGTH,),
        ended(database, project, reported=(None, CHARGED + 1)): (Difference.BELOW_COST,),
        ended(database, project, delivered=False, state=TakeState.UNKNOWN, operation=None): (Difference.UNKNOWN,),
        ended(database, project, delivered=False, state=TakeState.FAILED): (),
        ended(database, project, delivered=False, state=TakeState.FAILED, reported=(8.0, None)): (
            Difference.UNDELIVERED,
        ),
        ended(database, project, delivered=False, state=TakeState.LATE): (Difference.UNDELIVERED,),
        ended(
            database,
            project,
            delivered=False,
            state=TakeState.STOPPED,
            notes={"upstream_cancel": {"stopped": False, "still_costs": True}},
        ): (Difference.UNDELIVERED,),
    }
    local = ended(database, project, operation=None)
    found = compared(database, project)
    assert {one.task: one.differences for one in found} == wanted
    assert local not in {one.task for one in found}
    assert sum(one.captured_microusd for one in found) == 5 * CHARGED


def test_a_reconciliation_sums_up_and_is_noted(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reports, "_ROWS", 2)  # so that there are several pages
    project, other = a_project(database), a_project(database)
    for _ in range(5):
        ended(database, project, reported=(None, CHARGED))
    ended(database, other, reported=(None, CHARGED + 5))
    later = NOW + timedelta(seconds=1)
    found = reconcile(database, NOW, later, by="command line", now=later)
    assert (found.takes, found.reported, len(found.found)) == (6, 6, 1)
    assert found.reported_microusd - found.captured_microusd == 5
    assert reconcile(database, NOW, later, project=project, by="command line", now=later).found == ()
    assert reconcile(database, later, later + timedelta(1), by="command line", now=later).takes == 0
    with database.reading() as connection:
        acts = audit_page(connection)
    assert [act.action for act in acts] == ["usage.reconciled"] * 3
    assert acts[-1].body["differences"] == 1
    with pytest.raises(ValueNotAllowed):
        reconcile(database, later, NOW, by="command line", now=later)
    with pytest.raises(NotFound):
        reconcile(database, NOW, later, project=new_id(NOW), by="command line", now=later)
