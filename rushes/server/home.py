"""Home: the folder of a server, and what its first start puts there."""

from __future__ import annotations

import contextlib
import fcntl
import os
import secrets
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from rushes.database import keys, projects
from rushes.database.connect import Database
from rushes.errors import Misconfigured
from rushes.intake import keys as intake
from rushes.key import ALL_SCOPES

FIRST_KEY = "first-key"
FIRST_LINK = "first-link"
_LINKS_SECRET = "links-secret"
_SEALING_KEY = "sealing-key"
_LOCK = "lock"


class Home:
    def __init__(self, folder: Path) -> None:
        """Makes the folder when it is missing, for its owner only. Raises Misconfigured when it cannot be used."""
        self.folder = folder
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = folder / _LOCK
            os.close(os.open(probe, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as fault:
            raise Misconfigured(f"The home folder {folder} cannot be used: {fault.strerror}.") from fault

    @property
    def database_url(self) -> str:
        return f"sqlite:///{self.folder / 'rushes.db'}"

    @property
    def storage_url(self) -> str:
        return (self.folder / "storage").as_uri()

    @property
    def first_key(self) -> Path:
        return self.folder / FIRST_KEY

    @property
    def first_link(self) -> Path:
        return self.folder / FIRST_LINK

    def keep_first_link(self, address: str | None) -> None:
        """Leave the console's one-time link for the owner, or take it away when there is none any more."""
        if address is None:
            self.first_link.unlink(missing_ok=True)
        else:
            _write_private(self.first_link, address + "\n")

    def subfolder(self, name: str) -> Path:
        made = self.folder / name
        made.mkdir(mode=0o700, exist_ok=True)
        return made

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Alone among the processes that start in this home."""
        with (self.folder / _LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def links_secret(self) -> bytes:
        """Drawn once, kept for good: when it changes, every address handed out stops working."""
        return self._kept(_LINKS_SECRET).encode()

    def sealing_key(self) -> str:
        """Drawn once, kept for good: when it changes, the secrets of webhooks cannot be read any more."""
        return self._kept(_SEALING_KEY)

    def _kept(self, name: str) -> str:
        path = self.folder / name
        with self.locked():
            if not path.exists():
                _write_private(path, secrets.token_hex(32))
            return path.read_text("ascii").strip()

    def ensure_first_key(self, database: Database, clock: Callable[[], datetime]) -> bool:
        """On the first start, make the project `default` and a test key with every scope, and leave its secret in
        `first-key`. True when it was made just now."""
        with self.locked():
            now = clock()
            with database.transaction() as connection:
                project = projects.ensure_default(connection, now)
            with database.reading() as connection:
                if keys.page(connection, project):
                    return False
            _, secret = intake.create(
                database, project=project, name="first key", live=False, now=now, scopes=ALL_SCOPES
            )
            _write_private(self.first_key, secret.reveal() + "\n")
            return True


def _write_private(path: Path, text: str) -> None:
    """Appears whole or not at all, readable by its owner alone."""
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(aside, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
