"""Bytes under the SHA-256 of themselves: pictures, footage, clips and posters, on disk or in an object store.

Because the name is the content, a put may be repeated, nothing is ever overwritten, and a reader never sees half a
file: on disk it is written aside, synced and renamed; an object store publishes an upload only when it is complete.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError, NotFoundError, PermissionDeniedError, UnauthenticatedError
from obstore.store import LocalStore, ObjectStore, from_url

from rushes.errors import Misconfigured, NotFound, Unavailable

if TYPE_CHECKING:
    from obstore.store import RetryConfig

#: Reads and writes go in pieces of this size: large enough that a download costs no more CPU than it must (a quarter
#: of it is measurably slower), small enough that a thousand downloads fit in memory.
PIECE_BYTES = 1 << 20
#: The library's own three minutes would hold up a request for as long; callers try again where it matters.
_PATIENCE: RetryConfig = {"max_retries": 5, "retry_timeout": timedelta(seconds=20)}
#: Bytes that were put within this time are not written again by another put.
FRESH = timedelta(hours=1)
_INCOMING = "incoming"
_DIGEST = re.compile(r"[0-9a-f]{64}")


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, hex; read in pieces."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


class Storage:
    """Where bytes are kept. Safe to use from many threads and processes at once."""

    def __init__(self, store: ObjectStore, folder: Path | None = None) -> None:
        self._store = store
        self._folder = folder  #: the same place as a folder, when it is on this machine's disk

    def put(self, path: Path, digest: str | None = None) -> str:
        """Keep the bytes of a file; return their digest. Returns only when they are on disk (or the store said so).

        `digest` is trusted when given. What is there and was not put lately is written again, so that a sweep of what
        nobody needs can tell by its age that somebody does. Raises Misconfigured when there is no room, Unavailable
        when the store is out of reach; then it may simply be called again.
        """
        digest = digest or digest_of(path)
        if self.size(digest) == path.stat().st_size and self._is_fresh(digest):
            return digest
        with _translated(f"store {digest}"):
            if self._folder is not None:
                self._put_on_disk(path, self._folder, _key(digest))
            else:
                obstore.put(self._store, _key(digest), path)
        return digest

    @staticmethod
    def _put_on_disk(path: Path, folder: Path, key: str) -> None:
        target = folder / key
        target.parent.mkdir(parents=True, exist_ok=True)
        (folder / _INCOMING).mkdir(exist_ok=True)
        handle, name = tempfile.mkstemp(dir=folder / _INCOMING)
        try:
            with os.fdopen(handle, "wb") as file, path.open("rb") as source:
                shutil.copyfileobj(source, file, PIECE_BYTES)
                file.flush()
                os.fsync(file.fileno())
            with _turn(folder, fcntl.LOCK_SH):
                os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        # The name itself must survive a power cut, too, or the row that follows would point at nothing.
        for parent in (target.parent, folder):
            with _opened_folder(parent) as number:
                os.fsync(number)

    def get_to(self, digest: str, path: Path) -> None:
        """Write the bytes to `path`, which appears only when complete. Raises NotFound."""
        partial = path.with_name(path.name + ".partial")
        try:
            with partial.open("wb") as file:
                for piece in self.stream(digest):
                    file.write(piece)
            os.replace(partial, path)
        finally:
            partial.unlink(missing_ok=True)

    def stream(self, digest: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """The bytes from `start` on, at most `length` of them, in pieces of up to 1 MiB.

        Raises NotFound at once, not at the first piece.
        """
        size = self.size(digest)
        if size is None:
            raise NotFound(f"There are no bytes with the digest {digest[:80]}.")
        end = size if length is None else min(size, start + length)
        return self._pieces(digest, start, end)

    def _pieces(self, digest: str, start: int, end: int) -> Iterator[bytes]:
        if start >= end:
            return
        with _translated(f"read {digest}"):
            if self._folder is not None:
                with (self._folder / _key(digest)).open("rb", buffering=0) as file:
                    file.seek(start)
                    while start < end and (piece := file.read(min(PIECE_BYTES, end - start))):
                        start += len(piece)
                        yield piece
                return
            answer = obstore.get(self._store, _key(digest), options={"range": (start, end)})
            for chunk in answer.stream(min_chunk_size=PIECE_BYTES):
                yield bytes(chunk)

    def size(self, digest: str) -> int | None:
        """How many bytes there are; None when there are none of this digest (or it is not a digest at all)."""
        if not _DIGEST.fullmatch(digest):
            return None
        with _translated(f"look for {digest}"):
            try:
                if self._folder is not None:
                    return (self._folder / _key(digest)).stat().st_size
                return int(obstore.head(self._store, _key(digest))["size"])
            except (FileNotFoundError, NotFoundError):
                return None

    def path(self, digest: str) -> Path | None:
        """The file itself, to be read only, when it lies on this machine's disk; else None."""
        if self._folder is None or self.size(digest) is None:
            return None
        return self._folder / _key(digest)

    def stored_at(self, digest: str) -> datetime | None:
        """When the bytes were last put; None when there are none."""
        if not _DIGEST.fullmatch(digest):
            return None
        with _translated(f"look for {digest}"):
            try:
                if self._folder is not None:
                    return datetime.fromtimestamp((self._folder / _key(digest)).stat().st_mtime, UTC)
                return obstore.head(self._store, _key(digest))["last_modified"]
            except (FileNotFoundError, NotFoundError):
                return None

    def _is_fresh(self, digest: str) -> bool:
        at = self.stored_at(digest)
        return at is not None and datetime.now(UTC) - at < FRESH

    def delete(self, digest: str, *, before: datetime | None = None) -> None:
        """Forget the bytes; nothing happens when there are none, or when they were put since `before`. (On disk, nobody
        puts them between that look and the deletion. An object store has no such turns: there it is a moment, in which
        bytes would have to be put again after they lay unneeded for as long as `before` says.)"""
        if not _DIGEST.fullmatch(digest):
            return
        turn = contextlib.nullcontext() if self._folder is None else _turn(self._folder, fcntl.LOCK_EX)
        with _translated(f"delete {digest}"), contextlib.suppress(FileNotFoundError, NotFoundError), turn:
            if before is not None and ((at := self.stored_at(digest)) is None or at >= before):
                return
            obstore.delete(self._store, _key(digest))

    def digests(self, before: datetime | None = None) -> Iterator[str]:
        """All that is kept, in no order; only what was stored before a time, when one is given."""
        with _translated("list"):
            for batch in obstore.list(self._store):
                for entry in batch:
                    name = entry["path"].rsplit("/", 1)[-1]
                    if _DIGEST.fullmatch(name) and (before is None or entry["last_modified"] < before):
                        yield name

    def discard_leftovers(self, now: datetime) -> None:
        """Remove what crashed puts left on disk; anything younger than a day may still be being written."""
        if self._folder is None or not (self._folder / _INCOMING).is_dir():
            return
        for leftover in (self._folder / _INCOMING).iterdir():
            with contextlib.suppress(FileNotFoundError):
                if leftover.stat().st_mtime < (now - timedelta(days=1)).timestamp():
                    leftover.unlink()


@contextlib.contextmanager
def _turn(folder: Path, kind: int) -> Iterator[None]:
    """Many may put at once, or one deletes; also among processes."""
    with _opened_folder(folder) as number:
        fcntl.flock(number, kind)
        yield


def open_storage(url: str) -> Storage:
    """Open `file:///folder` (made when missing), `s3://bucket/prefix`, `gs://…`, `az://…` or `memory:///`.

    Object stores take their credentials from the usual environment variables. Raises Misconfigured.
    """
    parts = urlsplit(url)
    try:
        if parts.scheme == "file":
            folder = Path(unquote(parts.path))
            if parts.netloc or not folder.is_absolute():
                raise Misconfigured(f"The storage URL {url} is not of the form file:///absolute/folder.")
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            return Storage(LocalStore(folder), folder)
        return Storage(from_url(url, retry_config=_PATIENCE))
    except (BaseError, OSError, ValueError) as fault:
        raise Misconfigured(f"The storage {url} cannot be opened: {fault}") from fault


def _key(digest: str) -> str:
    return f"{digest[:2]}/{digest}"


@contextlib.contextmanager
def _opened_folder(folder: Path) -> Iterator[int]:
    number = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield number
    finally:
        os.close(number)


@contextlib.contextmanager
def _translated(action: str) -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotFoundError) as fault:
        raise NotFound(f"Could not {action}: there is no such thing.") from fault
    except OSError as fault:
        raise Misconfigured(
            f"Could not {action}: {fault.strerror or fault}. Is the disk full or not writable?"
        ) from fault
    except (PermissionDeniedError, UnauthenticatedError) as fault:
        raise Misconfigured(f"Could not {action}: the object store does not accept the credentials.") from fault
    except BaseError as fault:
        raise Unavailable(f"Could not {action}: the object store does not answer as it should.") from fault
