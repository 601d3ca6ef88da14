"""A site of jobs for each test; see `rushes.testing.faults`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rushes.testing.faults import Site


@pytest.fixture
def site(database_url: str, tmp_path: Path) -> Iterator[Site]:
    with Site(database_url, tmp_path) as made:
        yield made
