"""Words of a test key's prompt."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from rushes.errors import DeadlinePassed, EngineFailed, QuotaExceeded, ShotRefused
from rushes.jobs.rehearse import rehearsal
from rushes.ledger import Cost
from rushes.shot import Mode, Shot
from rushes.task import Status, Task

_AT = datetime(2026, 1, 1, tzinfo=UTC)


def _task(prompt: str, live: bool = False) -> Task:
    shot = Shot("veo_31_fast", Mode.TEXT, prompt)
    cost = Cost(8, 0, 0, "test")
    return Task(
        "t",
        "p",
        "k",
        live,
        shot.model,
        "fake",
        shot.mode,
        shot,
        {},
        Status.QUEUED,
        _AT,
        cost,
        expires_at=_AT,
        deadline_at=_AT,
    )


@pytest.mark.parametrize(
    ("prompt", "fault"),
    [
        ("[test:fail]", EngineFailed),
        ("a dog [test:filtered] barks", ShotRefused),
        ("[test:quota]", QuotaExceeded),
        ("[test:timeout]", DeadlinePassed),
    ],
)
def test_a_word_names_the_end(prompt: str, fault: type[Exception]) -> None:
    assert isinstance(rehearsal(_task(prompt)).fault, fault)


@pytest.mark.parametrize(
    ("prompt", "seconds"), [("[test:slow]", 20), ("[test:slow=3]", 3), ("[test:slow=9999]", 600), ("slow", 0)]
)
def test_slow_takes_its_seconds(prompt: str, seconds: int) -> None:
    found = rehearsal(_task(prompt))
    assert (found.slow_seconds, found.fault) == (seconds, None)


@pytest.mark.parametrize("prompt", ["[test:fail] [test:slow=9]", "[test:else]", "test:fail", "[TEST:fail]"])
def test_with_a_live_key_and_otherwise_they_are_only_words(prompt: str) -> None:
    found = rehearsal(_task(prompt, live=True))
    assert (found.slow_seconds, found.fault) == (0, None)
    if prompt != "[test:fail] [test:slow=9]":
        assert rehearsal(_task(prompt)).fault is None
