"""Idempotency-Key (draft-ietf-httpapi-idempotency-key-header-07), the same on every route that makes a task: a request that
is repeated under its key gets the first one's answer for a day, another request under that key is refused, and one that
comes while the first is still being answered is told to wait."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from rushes.errors import InvalidRequest, UnderWay

HEADER = "Idempotency-Key"
MEANING = (
    "1 to 255 visible characters, quoted or not. The same request under the same key gets the first answer again, for 24 "
    "hours; another request under it is refused."
)
#: As sent; the quotes are not part of the key.
PATTERN = r"^([!#-~][ -~]{0,254}|\"[ -~]{1,255}\")$"
_KEY = re.compile(r"[ -~]{1,255}")


def read(header: str | None) -> str | None:
    """The key with or without quotes: the draft standard writes them, most clients do not. Raises InvalidRequest."""
    if header is None:
        return None
    key = header[1:-1] if len(header) >= 2 and header[0] == header[-1] == '"' else header
    if not _KEY.fullmatch(key):
        raise InvalidRequest(f"{HEADER} must have 1 to 255 visible ASCII characters.", parameter=HEADER)
    return key


class Answering:
    """The keys of requests that this process is answering. What another process answers meanwhile is found out where
    the key is claimed, in the transaction that makes the task."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._keys: set[tuple[str, str]] = set()

    @contextmanager
    def one(self, project: str, key: str | None) -> Iterator[None]:
        """Raises UnderWay while another request of the project under that key is being answered."""
        if key is None:
            yield
            return
        with self._lock:
            if (project, key) in self._keys:
                raise UnderWay()
            self._keys.add((project, key))
        try:
            yield
        finally:
            with self._lock:
                self._keys.discard((project, key))
