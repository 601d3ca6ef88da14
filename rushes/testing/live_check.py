"""One real film from Google, through our whole server: `make live-check`. It costs what four silent seconds of Veo 3.1
Fast cost. Without an account in the environment it says so and is skipped."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from rushes.engines import catalog
from rushes.media.probe import probe
from rushes.testing.server import Server, running

_TASKS = "/model/v1/generation"
_MINUTES = 12
_REQUEST = {
    "model": "veo_31_fast",
    "prompt": "A paper boat drifts on a pond in the rain, seen from above",
    "durationSeconds": 4,
    "generateAudio": False,
    "maxCost": "0.50",
}
_SETTINGS = {"RUSHES_ENGINES": "vertex", "RUSHES_ROUTES": "veo_31_fast=vertex"}


def main() -> int:
    if lack := catalog.lacking("vertex"):
        print(f"skipped: {lack}")
        return 0
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "home", settings=_SETTINGS) as server:
        return _check(server, Path(folder) / "film.mp4")


def _check(server: Server, film: Path) -> int:
    _key, secret = server.make_key(live=True)
    began = time.monotonic()
    with server.http(secret) as http:
        answer = http.post(_TASKS, json=_REQUEST)
        if answer.status_code != 200:
            print(f"refused: {answer.text}")
            return 1
        task = answer.json()
        while task["status"] == "in_progress" and time.monotonic() - began < _MINUTES * 60:
            task = http.get(f"{_TASKS}/task/{task['id']}", params={"wait": "20"}).json()
        if task["status"] != "completed":
            print(f"{task['status']}: {task.get('error')}\n{server.log[-4000:]}")
            return 1
        film.write_bytes(http.get(task["output"][0]["content"][0]["url"]).content)
    found = probe(film, whole=True)
    changes = task["metadata"].get("conformed", "nothing")
    print(
        f"{time.monotonic() - began:.0f} s: {found.size[0]}x{found.size[1]}, {found.frames} frames at {found.rate} a second"
    )
    print(
        f"charged {task['usage']['cost']} USD; changed on its way: {changes}; asked otherwise: {task['metadata'].get('changed')}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
