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
