"""Goal: somebody who writes an engine as `docs/how-to/write-an-engine.md` tells gets it served like one of ours.
Method: the example is installed as a package is, beside ours and without touching them; a farm of four lines makes films."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from rushes.shot import Mode, Shot
from rushes.testing.fake_engine import write_clip
from rushes.testing.server import running
from tests.promises.conftest import TASKS, ended

_EXAMPLE = Path(__file__).parents[2] / "examples" / "an-engine"
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the example in it."""
    folder = tmp_path_factory.mktemp("packages")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps"]
    done = subprocess.run([*pip, "--target", str(folder), str(_EXAMPLE)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder


@contextmanager
def farm(folder: Path) -> Iterator[list[dict[str, Any]]]:
    """A render farm that watches the folder; what it was asked for."""
    orders: list[dict[str, Any]] = []
    closing = threading.Event()

    def watch() -> None:
        while not closing.wait(0.05):
            for order in (folder / "orders").glob("*.json"):
                words = json.loads(order.read_text())
                order.unlink()
                if "impossible" in words["prompt"]:
                    (folder / "refusals" / f"{order.stem}.txt").write_text("Impossible.")
                    continue
                orders.append(words)
                draft = folder / f"{order.stem}.mp4"
                write_clip(draft, Shot("veo_31_fast", Mode.TEXT, "", seconds=words["seconds"], sound=words["sound"]))
                draft.rename(folder / "films" / draft.name)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield orders
    finally:
        closing.set()
        thread.join()


def test_the_example_serves_a_model_that_it_did_not_declare(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "farm"
    settings = {
        "PYTHONPATH": os.pathsep.join([str(installed), os.environ.get("PYTHONPATH", "")]),
        "HOT_FOLDER": str(folder),
        "RUSHES_ENGINES": "hot_folder",
        "RUSHES_ROUTES": "veo_31_fast=hot_folder",
    }
    environment = {**os.environ, **settings, "RUSHES_HOME": str(tmp_path / "doctor")}
    doctor = [sys.executable, "-m", "rushes", "doctor"]
    told = subprocess.run(doctor, env=environment, capture_output=True, text=True, check=False)
    assert f"engine hot_folder: {folder}: 0 orders wait for the farm" in told.stdout, told.stdout + told.stderr
    without = {name: value for name, value in environment.items() if name not in ("HOT_FOLDER", "RUSHES_ENGINES")}
    told = subprocess.run(doctor, env=without, capture_output=True, text=True, check=False)
    assert "engine hot_folder: left out. Not configured. To hand shots to a render farm, set HOT_FOLDER" in told.stdout
    with farm(folder) as orders, running(tmp_path / "home", settings=settings) as server:
        _key, secret = server.make_key(live=True)
        with server.http(secret) as http:
            body = {
                "model": "veo_31_fast",
                "prompt": "a fox",
                "durationSeconds": 4,
                "seed": 7,
                "negativePrompt": "rain",
            }
            task = ended(http, http.post(TASKS, json=body).json()["id"])
            refused = ended(http, http.post(TASKS, json={**body, "prompt": "impossible"}).json()["id"])
    assert task["status"] == "completed", task
    assert (task["metadata"]["engine"], task["usage"]["cost"]) == ("hot_folder", "0.4")
    assert task["metadata"]["changed"]["negativePrompt"] == {"asked": "rain", "sent": None}
    assert [(order["prompt"], order["seed"], order["width"]) for order in orders] == [("a fox", 7, 1280)]
    assert refused["error"]["error_message"] == "The farm says: Impossible. Nothing was charged."
