"""An answer that is kept is the answer of now."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rushes.api.poll import Poll
from rushes.database import settlement, tasks
from rushes.database.marks import Marks
from rushes.storage.links import Links
from rushes.task import Failure
from rushes.testing.faults import PROJECT, Site, now


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    with Site(database_url, tmp_path) as made:
        yield made


def test_a_task_that_failed_is_told_of_its_late_film(site: Site) -> None:
    marks = Marks(site.database)
    poll = Poll(site.database, marks, Links(b"s" * 32))

    def metadata() -> dict[str, Any]:
        words = json.loads(asyncio.run(poll.now("http://here", PROJECT, task_id)))
        return dict(words["metadata"])

    task_id = site.submit("a fox")
    with site.database.transaction() as connection:
        tasks.start(connection, task_id, now())
        settlement.fail(connection, task_id, 0, Failure("deadline_passed", "Too late."), now())
    assert "late_clip" not in metadata()
    with site.database.transaction() as connection:
        tasks.add_notes(connection, task_id, {"late_clip": {"file": "f"}})
    assert metadata()["late_clip"] == {"file": "f"}
    marks.close()
