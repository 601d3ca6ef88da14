"""Goal: the event loop that all operations share waits for no library.
Method: the engine in a process of its own, loaded and used as a worker does it; imports on the loop are noted."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from rushes.testing.fake_google import FakeGoogle


@pytest.mark.slow
def test_an_operation_waits_for_no_library_to_be_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = """
import asyncio, sys, threading
from pathlib import Path
from rushes.engines import catalog
engine = catalog.load("vertex")
from tests.places.engines.hands import TakeInHand, lead, shot
imported, main = [], threading.current_thread()
class Watch:
    def find_spec(self, name, path=None, target=None):
        if threading.current_thread() is main:
            imported.append(name)
sys.meta_path.insert(0, Watch())
assert isinstance(lead(engine, shot(), TakeInHand(Path(sys.argv[1]))), Path)
print(imported)
assert not [name for name in imported if name.startswith(("google", "httpx2", "httpcore2", "pydantic"))]
"""
    with FakeGoogle() as google:
        for name, value in google.environment(tmp_path, bucket="reels").items():
            monkeypatch.setenv(name, value)
        run = subprocess.run([sys.executable, "-c", script, tmp_path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
