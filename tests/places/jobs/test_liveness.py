"""A worker that has slept lets go of its takes, still says that it is alive, and works again."""

from __future__ import annotations

import itertools
import threading
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rushes.database.connect import open_database
from rushes.errors import Unavailable
from rushes.jobs import liveness as liveness_module
from rushes.jobs.bench import Halt, Halted, Hands
from rushes.jobs.liveness import Liveness
from rushes.jobs.worker import Worker
from rushes.testing.faults import QUICK


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_sweep_that_is_halted_does_not_end_the_beating(database_url: str, tmp_path: Path) -> None:
    database = open_database(database_url)
    swept = threading.Semaphore(0)

    def sweep() -> None:
        swept.release()
        raise Halted  # as `patiently` does while the worker is fenced

    timing = SimpleNamespace(
        **{name: getattr(QUICK, name) for name in QUICK.__dataclass_fields__}
        | {"sweep_seconds": 0.01, "beat_seconds": 0.02}
    )
    bench: Any = SimpleNamespace(
        database=database, timing=timing, worker="w", folder=tmp_path / "w"
    )  # Any: a part of it
    liveness = Liveness(bench, (), lambda _: 0, lambda: None, lambda: None, sweep)
    liveness.open()
    try:
        assert swept.acquire(timeout=10.0)
        assert swept.acquire(timeout=10.0), "the thread had ended"
    finally:
        liveness.close()
        database.close()


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("awake", range(4))
def test_a_worker_lets_go_wherever_in_a_beat_it_has_slept(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, awake: int
) -> None:
    """The clock is looked at so many times before the sleep."""
    looks = itertools.count()
    monkeypatch.setattr(liveness_module, "seconds", lambda: 0.0 if next(looks) <= awake else 3600.0)
    database = open_database(database_url)
    dropped: list[str] = []
    bench: Any = SimpleNamespace(database=database, timing=QUICK, worker="w", folder=tmp_path)  # Any: a part of it
    liveness = Liveness(
        bench, (), lambda _: 0, lambda: dropped.append("all"), lambda: None, lambda: None, _beaten_at=0.0
    )
    for _ in range(3):
        liveness.beat()
    assert dropped == ["all"]
    database.close()


def test_a_worker_that_cannot_take_up_what_it_dropped_does_nothing_else_meanwhile() -> None:
    halt, tries = Halt(), iter([Unavailable("the database is away"), None])

    def recover(_worker: str) -> int:
        assert not halt.event.is_set(), "what is claimed at once must not be dropped again"
        if fault := next(tries):
            raise fault
        return 1

    bench: Any = SimpleNamespace(halt=halt, hands=Hands(), worker="w")  # Any: a part of it
    worker: Any = Worker(bench, [], 1, 1)  # Any: its insides are looked at
    taking = [True]
    keeper = SimpleNamespace(
        recover=recover, running=set, hold=partial(taking.append, False), go_on=partial(taking.append, True)
    )
    worker._keeper = keeper
    worker._drop()
    with pytest.raises(Unavailable):
        worker._resume()
    assert halt.event.is_set()
    assert not taking[-1]
    worker._resume()
    assert not halt.event.is_set()
    assert taking[-1]
