from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rushes.api.auth import BELIEF_SECONDS, Keyring, presented
from rushes.database import keys, projects
from rushes.database.connect import Database
from rushes.errors import Unauthenticated
from rushes.intake import keys as intake


class Clocks:
    """One time for both clocks, moved by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.begun = datetime(2026, 11, 22, tzinfo=UTC)

    def wall(self) -> datetime:
        return self.begun + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds


class Counting:
    """A database that counts what is asked of it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.reads = self.writes = 0

    @contextmanager
    def reading(self) -> Iterator[Any]:
        self.reads += 1
        with self._database.reading() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Any]:
        self.writes += 1
        with self._database.transaction() as connection:
            yield connection


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def counting(database: Database, clocks: Clocks) -> Counting:
    with database.transaction() as connection:
        projects.ensure_default(connection, clocks.wall())
    return Counting(database)


def made(database: Database, clocks: Clocks, expires_at: datetime | None = None) -> tuple[str, str]:
    key, secret = intake.create(
        database, project="default", name="a", live=False, now=clocks.wall(), expires_at=expires_at
    )
    return key.id, presented(f"Bearer {secret.reveal()}".encode())


def ring(counting: Counting, clocks: Clocks) -> Keyring:
    return Keyring(counting, clocks.wall, clocks.monotonic)  # type: ignore[arg-type]


def test_a_thousand_polls_in_a_second_cost_one_read(database: Database, counting: Counting, clocks: Clocks) -> None:
    key_id, digest = made(database, clocks)
    keyring = ring(counting, clocks)
    for _ in range(1000):
        assert keyring.find(digest).id == key_id
    assert counting.reads == 1
    assert counting.writes == 1, "the key's last use, to the minute"
    clocks.seconds += BELIEF_SECONDS
    assert keyring.believed(digest) is None
    keyring.find(digest)
    assert (counting.reads, counting.writes) == (2, 1)


def test_a_revoked_key_is_believed_for_a_second_at_most(database: Database, counting: Counting, clocks: Clocks) -> None:
    key_id, digest = made(database, clocks)
    keyring = ring(counting, clocks)
    keyring.find(digest)
    with database.transaction() as connection:
        keys.revoke(connection, "default", key_id, clocks.wall())
    clocks.seconds += BELIEF_SECONDS + 0.01
    with pytest.raises(Unauthenticated, match="revoked"):
        keyring.find(digest)
    assert keyring.believed(digest) is None


def test_a_key_is_not_believed_beyond_its_end(database: Database, counting: Counting, clocks: Clocks) -> None:
    _, digest = made(database, clocks, clocks.wall() + timedelta(seconds=0.4))
    keyring = ring(counting, clocks)
    keyring.find(digest)
    clocks.seconds += 0.3
    assert keyring.believed(digest) is not None
    clocks.seconds += 0.1
    assert keyring.believed(digest) is None
    with pytest.raises(Unauthenticated, match="expired"):
        keyring.find(digest)


def test_unknown_keys_leave_no_trace_in_memory(counting: Counting, clocks: Clocks) -> None:
    keyring = ring(counting, clocks)
    for number in range(50):
        with pytest.raises(Unauthenticated):
            keyring.find(presented(f"Bearer rsh_test_{number}".encode()))
    assert not keyring._beliefs
