"""A worker that has let go of its takes still says that it is alive, or it would never work again."""

from __future__ import annotations

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from rushes.database.connect import open_database
from rushes.jobs.bench import Halted
from rushes.jobs.liveness import Liveness
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
