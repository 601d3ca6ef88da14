"""Goal: what falls between the job engine and our own tables is found and put right.
Method: the rows are spoiled as a fault would leave them, beside a running worker."""

from __future__ import annotations

from sqlalchemy import text

from rushes.database import settlement, takes
from rushes.take import TakeState
from rushes.task import Failure, Status
from rushes.testing.faults import Site, now


def test_a_task_whose_flow_broke_is_ended_and_released(site: Site) -> None:
    task_id = site.submit("nobody has this engine", engine="elsewhere")
    _spoil(site, task_id, status="ERROR")
    site.start_worker()
    task = site.wait_ended(task_id)
    assert task.failure is not None
    assert task.failure.code == "internal"
    site.wait_for(lambda: _flow(site, task_id) is None)
    site.audit()


def test_a_flow_that_broke_while_it_waited_for_a_late_film_frees_its_place(site: Site) -> None:
    task_id = site.submit("nobody has this engine", engine="elsewhere")
    with site.database.transaction() as connection:
        takes.begin(connection, task_id, "elsewhere", "a worker", now(), TakeState.SUBMITTED, "an account")
        settlement.fail(connection, task_id, 0, Failure("deadline_passed", "Too late."), now())
    _spoil(site, task_id, status="ERROR")
    site.start_worker()
    site.wait_for(lambda: site.takes(task_id)[0].state is TakeState.FAILED)
    site.audit()


def test_a_claim_that_was_lost_on_the_way_is_released(site: Site) -> None:
    site.start_worker()
    (worker,) = site.wait_for(site.worker_ids)
    task_id = site.submit("claimed but never begun", engine="elsewhere")
    _spoil(site, task_id, status="PENDING", executor_id=worker)
    site.wait_for(lambda: _flow(site, task_id) == "ENQUEUED")
    site.cancel(task_id)
    site.audit()


def test_a_running_flow_is_not_taken_for_a_lost_claim(site: Site) -> None:
    site.start_worker()
    task_id = site.submit("fake:slow=4")  # longer than several sweeps
    assert site.wait_ended(task_id).status is Status.SUCCEEDED
    assert [take.state for take in site.takes(task_id)] == [TakeState.DELIVERED]


def test_a_finished_flow_is_forgotten_in_time(site: Site) -> None:
    site.start_worker()
    task_id = site.submit("a clip")
    site.wait_ended(task_id)
    site.wait_for(lambda: _flow(site, task_id) == "SUCCESS")
    _spoil(site, task_id, completed_at=1)
    site.wait_for(lambda: _flow(site, task_id) is None)
    for table, column in (
        ("workflow_input", "workflow_uuid"),
        ("operation_outputs", "workflow_uuid"),
        ("datasource_outputs", "workflow_id"),
    ):
        assert _rows(site, table, column, task_id) == 0
    assert site.task(task_id).status is Status.SUCCEEDED


def _table(site: Site, name: str) -> str:
    return name if site.database.is_sqlite else f"dbos.{name}"


def _spoil(site: Site, task_id: str, **values: object) -> None:
    columns = ", ".join(f"{name} = :{name}" for name in values)
    with site.database.transaction() as connection:
        connection.execute(
            text(f"UPDATE {_table(site, 'workflow_status')} SET {columns} WHERE workflow_uuid = :task"),
            {**values, "task": task_id},
        )


def _flow(site: Site, task_id: str) -> str | None:
    query = text(f"SELECT status FROM {_table(site, 'workflow_status')} WHERE workflow_uuid = :task")
    found: str | None = site.read(lambda connection: connection.execute(query, {"task": task_id}).scalar())
    return found


def _rows(site: Site, table: str, column: str, task_id: str) -> int:
    query = text(f"SELECT count(*) FROM {_table(site, table)} WHERE {column} = :task")
    return int(site.read(lambda connection: connection.execute(query, {"task": task_id}).scalar_one()))
