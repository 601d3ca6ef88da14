"""A task's life is the table in task.py."""

from __future__ import annotations

import pytest

from rushes.task import TRANSITIONS, Status, before


@pytest.mark.parametrize("status", list(Status))
def test_terminal_states_lead_nowhere_and_others_can_always_end(status: Status) -> None:
    if status.ended:
        assert not TRANSITIONS[status]
    else:
        assert {Status.FAILED, Status.CANCELED} <= TRANSITIONS[status]


def test_a_task_ends_well_only_after_it_ran() -> None:
    assert before(Status.SUCCEEDED) == {Status.RUNNING}
    assert before(Status.RUNNING) == {Status.QUEUED}
    assert before(Status.QUEUED) == frozenset()


def test_every_status_is_in_the_table() -> None:
    assert set(TRANSITIONS) == set(Status)


def test_no_more_follows_than_the_theory_of_operation_says() -> None:
    drawn = {
        (Status.QUEUED, Status.RUNNING),
        (Status.QUEUED, Status.FAILED),
        (Status.QUEUED, Status.CANCELED),
        (Status.RUNNING, Status.SUCCEEDED),
        (Status.RUNNING, Status.FAILED),
        (Status.RUNNING, Status.CANCELED),
    }
    assert {(earlier, later) for earlier, after in TRANSITIONS.items() for later in after} == drawn
    assert {status: before(status) for status in Status} == {
        status: {earlier for earlier, later in drawn if later is status} for status in Status
    }
