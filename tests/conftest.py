"""Fixtures for all tests; each kind lives in a module of its own."""

from __future__ import annotations

import pytest

from tests.databases import database, database_url, postgres, sqlite_template

__all__ = ["database", "database_url", "postgres", "sqlite_template"]

#: Here PostgreSQL is what is tested, so its cases stay among the quick ones.
_ABOUT_DATABASES = "tests/places/database/"
#: Workers that die and take over from each other wait for beats and deadlines more than they compute.
_WAITING = (
    "tests/faults/test_fallbacks.py",
    "tests/faults/test_kill_points.py",
    "tests/faults/test_stopping.py",
    "tests/faults/test_sweep.py",
    "tests/faults/test_take_over.py",
    "tests/places/jobs/test_remote.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The quick run proves the promises on SQLite, and the database itself on both; the slow run proves all on both."""
    for item in items:
        parameters = getattr(getattr(item, "callspec", None), "params", {})
        away = "postgres" in parameters.values() and not item.nodeid.startswith(_ABOUT_DATABASES)
        if away or item.nodeid.startswith(_WAITING):
            item.add_marker(pytest.mark.slow)
