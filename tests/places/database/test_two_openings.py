"""A database that one process has opened twice keeps its locks; else the next process to close it would take the log away
under the first one's feet, and the file would be torn."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from rushes.database import projects
from rushes.database.connect import open_database
from rushes.database.migrate import migrate

_ANOTHER_PROCESS = """
import sys
from datetime import UTC, datetime
from rushes.database import projects
from rushes.database.connect import open_database

database = open_database(sys.argv[1])
with database.transaction() as connection:
    projects.insert(connection, sys.argv[2], "other", None, datetime.now(UTC))
database.close()
"""


def test_a_second_opening_in_one_process_drops_no_locks(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'rows.db'}"
    first = open_database(url)
    migrate(first)
    second = open_database(url)
    for number in range(3):
        with first.transaction() as connection:
            projects.insert(connection, f"mine-{number}", "mine", None, datetime.now(UTC))
        with second.reading() as connection:
            assert projects.get(connection, f"mine-{number}") is not None
        subprocess.run([sys.executable, "-c", _ANOTHER_PROCESS, url, f"other-{number}"], check=True)
        assert (tmp_path / "rows.db-wal").exists(), "the other process took itself for the last one"
    with first.reading() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        assert all(projects.get(connection, f"other-{number}") is not None for number in range(3))
    second.close()
    first.close()
