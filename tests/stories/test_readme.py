"""README's examples are run as they stand, against a server that renders with the embedded engine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rushes.media.probe import probe
from rushes.testing.server import Server, running

ROOT = Path(__file__).parent.parent.parent
_EXAMPLE = re.compile(r"<!-- example: (\w+) -->\n```\w+\n(.*?)```", re.S)

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def example(name: str) -> str:
    found = dict(_EXAMPLE.findall((ROOT / "README.md").read_text()))
    assert name in found, f"README has no example called {name}"
    return str(found[name])


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("home") / ".local" / "share" / "rushes"
    real = {"RUSHES_EXTRA_ENGINES": "", "RUSHES_ENGINES": "animatic", "RUSHES_ROUTES": ""}
    with running(home, settings=real) as server:
        yield server


def environment(server: Server) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RUSHES_")}
    return {
        **inherited,
        "HOME": str(server.home.parent.parent.parent),
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }


@pytest.fixture(scope="module")
def told(server: Server, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the story by curl was told: `done.json`, `fox.mp4`."""
    folder = tmp_path_factory.mktemp("curl")
    script = example("curl").replace("http://localhost:8700", server.url)
    run = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=environment(server),
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    return folder


def test_the_story_by_curl_ends_with_a_clip(told: Path) -> None:
    done = json.loads((told / "done.json").read_text())
    assert done["status"] == "completed", done
    film = probe(told / "fox.mp4")
    assert (film.size, film.frames) == ((1280, 720), 96)


def test_the_story_in_python_ends_with_a_clip(server: Server, tmp_path: Path) -> None:
    variables = {"RUSHES_URL": server.url, "RUSHES_API_KEY": server.first_key}
    run = subprocess.run(
        [sys.executable, "-c", example("python")],
        cwd=tmp_path,
        env={**environment(server), **variables},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.splitlines()[-1].split() == ["lighthouse.mp4", "0", "animatic"]
    assert probe(tmp_path / "lighthouse.mp4").frames == 96


def test_the_answer_shown_has_the_fields_of_a_real_answer(told: Path) -> None:
    shown = json.loads(re.findall(r"```json\n(.*?)```", (ROOT / "README.md").read_text(), re.S)[0])
    real = json.loads((told / "done.json").read_text())
    assert set(shown) <= set(real)
    assert set(shown["usage"]) <= set(real["usage"])
    assert set(shown["metadata"]) <= set(real["metadata"])
    assert set(shown["output"][0]["content"][0]) <= set(real["output"][0]["content"][0])
    assert [type(value) for value in shown["usage"].values()] == [type(real["usage"][name]) for name in shown["usage"]]
