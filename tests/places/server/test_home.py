from __future__ import annotations

import os
import stat
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rushes.api.auth import presented
from rushes.database import keys
from rushes.database.connect import Database
from rushes.errors import Misconfigured
from rushes.key import ALL_SCOPES
from rushes.server.home import Home


def clock() -> datetime:
    return datetime(2026, 11, 22, tzinfo=UTC)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_home_is_its_owners_alone(tmp_path: Path, database: Database) -> None:
    home = Home(tmp_path / "a" / "home")
    assert mode(home.folder) == 0o700
    secret = home.links_secret()
    assert home.ensure_first_key(database, clock)
    assert mode(home.folder / "links-secret") == mode(home.first_key) == 0o600
    assert len(secret) >= 64
    assert Home(home.folder).links_secret() == secret


def test_the_first_key_works_and_is_made_once(tmp_path: Path, database: Database) -> None:
    home = Home(tmp_path / "home")
    assert home.ensure_first_key(database, clock)
    secret = home.first_key.read_text().strip()
    with database.reading() as connection:
        key = keys.find_by_digest(connection, presented(f"Bearer {secret}".encode()))
    assert key is not None
    assert not key.live
    assert key.scopes == ALL_SCOPES
    assert not home.ensure_first_key(database, clock)
    assert home.first_key.read_text().strip() == secret


def test_processes_that_start_together_make_one_key(tmp_path: Path, database: Database) -> None:
    made: list[bool] = []
    threads = [
        threading.Thread(target=lambda: made.append(Home(tmp_path / "home").ensure_first_key(database, clock)))
        for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [False, False, False, True]


@pytest.mark.skipif(os.getuid() == 0, reason="root may write anywhere")
def test_a_home_that_cannot_be_written_is_the_owners_to_mend(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Misconfigured, match="home folder"):
        Home(tmp_path / "home")


def test_a_home_that_is_a_file_is_the_owners_to_mend(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(Misconfigured, match="home folder"):
        Home(tmp_path / "home")
