"""Goal: however uploads, deletions and sweeps fall together, no row is left without its bytes.
Method: threads upload the same few files again and again, delete them, and sweep. Before each sweep all files grow old, but
never within an upload or a sweep: both are shorter than a sweep lets young bytes be."""

from __future__ import annotations

import contextlib
import os
import random
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from rushes.database import assets
from rushes.database.assets import Asset, AssetKind
from rushes.database.ids import new_id
from rushes.testing.faults import PROJECT, Site, now
from tests.places.jobs.test_clearing import _clearing

SECONDS, FILES, UPLOADERS = 4.0, 4, 3


@pytest.mark.slow
def test_no_row_is_ever_left_without_its_bytes(site: Site, tmp_path: Path) -> None:
    ends_at = time.monotonic() + SECONDS
    #: Held from the put to the row: time does not leap in between.
    moments = [threading.Lock() for _ in range(FILES)]
    files = [tmp_path / f"file-{number}" for number in range(FILES)]
    for number, file in enumerate(files):
        file.write_text(f"picture {number}")
    seen = {"uploads": 0, "deletions": 0, "sweeps": 0}
    broken: list[BaseException] = []

    def upload() -> None:
        number = random.randrange(FILES)
        with moments[number]:
            digest = site.storage.put(files[number])
            made = now()
            later = made + timedelta(days=30)
            asset = Asset(
                new_id(made), PROJECT, "key", AssetKind.PICTURE, digest, "image/png", 9, 1, 1, None, made, later
            )
            with site.database.transaction() as connection:
                assets.insert(connection, asset)
            assert site.storage.size(digest) is not None, "a row has its bytes"
        seen["uploads"] += 1

    def delete() -> None:
        with site.database.transaction() as connection:
            for asset in assets.page(connection, PROJECT, limit=50):
                assets.delete(connection, PROJECT, asset.id)
                seen["deletions"] += 1

    def grow_old() -> None:
        old = time.time() - 2 * 86_400
        for lock, digest in zip(moments, digests, strict=True):
            with lock, contextlib.suppress(FileNotFoundError):
                for path in (site.folder / "storage").rglob(digest):
                    os.utime(path, (old, old))

    def sweep() -> None:
        grow_old()
        _clearing(site, timedelta()).clear()
        seen["sweeps"] += 1

    digests = [site.storage.put(file) for file in files]

    def again(work: object, pause: float) -> None:
        assert callable(work)
        try:
            while time.monotonic() < ends_at and not broken:
                work()
                time.sleep(pause * random.random())
        except BaseException as fault:  # told by the main thread
            broken.append(fault)

    works = [(upload, 0.004)] * UPLOADERS + [(delete, 0.02), (sweep, 0.0)]
    threads = [threading.Thread(target=again, args=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not broken, broken
    assert min(seen.values()) > 10, seen
    for asset in site.read(lambda connection: assets.page(connection, PROJECT, limit=1000)):
        assert site.storage.size(asset.digest) is not None
    delete()
    sweep()
    assert not list(site.storage.digests()), "and nothing is kept that no row needs"
