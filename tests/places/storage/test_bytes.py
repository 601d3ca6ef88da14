from __future__ import annotations

import errno
import hashlib
import os
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from rushes.errors import Misconfigured, NotFound, Unavailable
from rushes.storage.bytes import PIECE_BYTES, Storage, open_storage
from tests.places.storage.object_store import ObjectStore, object_store

DATA = bytes(range(256)) * 12_000  # 3 MB: several pieces
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(params=["disk", "memory", "s3"])
def storage(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "s3":
        bucket: Storage = request.getfixturevalue("bucket")
        return bucket
    return open_storage((tmp_path / "kept").as_uri() if request.param == "disk" else "memory:///")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[Storage]:
    with object_store() as port:
        monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://127.0.0.1:{port}")
        for name, value in (
            ("ALLOW_HTTP", "true"),
            ("ACCESS_KEY_ID", "a"),
            ("SECRET_ACCESS_KEY", "s"),
            ("REGION", "r"),
        ):
            monkeypatch.setenv(f"AWS_{name}", value)
        yield open_storage("s3://bucket/rushes")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "data"
    path.write_bytes(DATA)
    return path


def test_what_is_put_comes_back(storage: Storage, file: Path, tmp_path: Path) -> None:
    assert storage.put(file) == DIGEST
    assert storage.size(DIGEST) == len(DATA)
    storage.get_to(DIGEST, tmp_path / "back")
    assert (tmp_path / "back").read_bytes() == DATA
    assert list(storage.digests()) == [DIGEST]


def test_a_put_may_be_repeated(storage: Storage, file: Path) -> None:
    assert storage.put(file) == storage.put(file, DIGEST) == DIGEST
    assert list(storage.digests()) == [DIGEST]


@pytest.mark.parametrize(
    ("start", "length"), [(0, None), (0, 1), (5, 10), (PIECE_BYTES - 1, 3), (len(DATA) - 1, 99), (len(DATA), 1), (0, 0)]
)
def test_a_part_is_exactly_that_part(storage: Storage, file: Path, start: int, length: int | None) -> None:
    storage.put(file)
    wanted = DATA[start:] if length is None else DATA[start : start + length]
    pieces = list(storage.stream(DIGEST, start, length))
    assert b"".join(pieces) == wanted
    assert all(len(piece) >= 256 * 1024 for piece in pieces[:-1])


def test_what_is_not_there_is_not_found(storage: Storage, tmp_path: Path) -> None:
    for digest in ("0" * 64, "../../etc/passwd", "", "A" * 64):
        assert storage.size(digest) is None
        assert storage.path(digest) is None
        storage.delete(digest)
        with pytest.raises(NotFound):
            storage.stream(digest)
        with pytest.raises(NotFound):
            storage.get_to(digest, tmp_path / "out")
    assert list(tmp_path.glob("out*")) == []


def test_deleted_bytes_are_gone(storage: Storage, file: Path) -> None:
    storage.put(file)
    storage.delete(DIGEST)
    assert storage.size(DIGEST) is None
    assert list(storage.digests()) == []


def test_only_what_is_older_is_listed(storage: Storage, file: Path) -> None:
    storage.put(file)
    now = datetime.now(UTC)
    assert list(storage.digests(now - timedelta(hours=1))) == []
    assert list(storage.digests(now + timedelta(hours=1))) == [DIGEST]


def test_a_half_written_file_of_a_crash_is_replaced(file: Path, tmp_path: Path) -> None:
    storage = open_storage((tmp_path / "kept").as_uri())
    target = tmp_path / "kept" / DIGEST[:2] / DIGEST
    target.parent.mkdir(parents=True)
    target.write_bytes(DATA[:1000])
    storage.put(file)
    assert target.read_bytes() == DATA


def test_a_full_disk_is_the_owners_business_and_leaves_nothing(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    storage = open_storage((tmp_path / "kept").as_uri())

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Misconfigured, match="disk full"):
            storage.put(file)
    assert [path for path in (tmp_path / "kept").rglob("*") if path.is_file()] == []
    assert storage.put(file) == DIGEST


def test_leftovers_of_crashes_are_discarded_after_a_day(file: Path, tmp_path: Path) -> None:
    storage = open_storage((tmp_path / "kept").as_uri())
    storage.put(file)
    leftover = tmp_path / "kept" / "incoming" / "half"
    leftover.write_bytes(b"x")
    storage.discard_leftovers(datetime.now(UTC))
    assert leftover.exists()
    storage.discard_leftovers(datetime.now(UTC) + timedelta(days=2))
    assert not leftover.exists()
    assert storage.size(DIGEST) == len(DATA)


def test_many_puts_of_the_same_bytes_at_once_leave_one_file(file: Path, tmp_path: Path) -> None:
    storage = open_storage((tmp_path / "kept").as_uri())
    threads = [threading.Thread(target=storage.put, args=(file,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [p for p in (tmp_path / "kept").rglob("*") if p.is_file()] == [tmp_path / "kept" / DIGEST[:2] / DIGEST]


@pytest.mark.parametrize("url", ["file://host/folder", "nonsense", "ftp://x/y", "file:relative"])
def test_a_storage_that_cannot_be_is_the_owners_business(url: str) -> None:
    with pytest.raises(Misconfigured):
        open_storage(url)


def test_a_large_file_goes_to_the_bucket_in_parts(bucket: Storage, tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(DATA * 8)
    digest = bucket.put(path)
    assert ObjectStore.kept == {f"rushes/{digest[:2]}/{digest}": DATA * 8}
    assert bucket.path(digest) is None


def test_a_bucket_that_says_no_is_the_owners_business(bucket: Storage, file: Path) -> None:
    ObjectStore.forbidden = True
    with pytest.raises(Misconfigured, match="credentials"):
        bucket.put(file)


def test_a_bucket_out_of_reach_is_nobodys_fault_yet(
    monkeypatch: pytest.MonkeyPatch, bucket: Storage, file: Path
) -> None:
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    begun = time.monotonic()
    with pytest.raises(Unavailable):
        open_storage("s3://bucket/rushes").put(file)
    assert time.monotonic() - begun < 20
