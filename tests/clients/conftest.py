"""One real server for the clients, their SDKs as installed packages, and the record of what worked with which."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from rushes.testing.server import Server, running

STORIES = Path(__file__).parent / "stories"
#: What worked, by client: written to docs/conformance.md when RUSHES_CONFORMANCE is set.
RECORD: dict[tuple[str, str], list[str]] = {}


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    # The stories' webhooks are on this machine.
    near = {"RUSHES_ALLOW_PRIVATE_URLS": "yes", "RUSHES_ALLOW_HTTP_URLS": "yes"}
    with running(tmp_path_factory.mktemp("clients") / "home", settings=near) as made:
        yield made


Story = Callable[..., list[str]]


@pytest.fixture
def story(server: Server, tmp_path: Path) -> Story:
    """Run a story as a program of its own, with the installed SDK or with another version of it; what worked."""

    def run(
        name: str,
        *words: str,
        dialect: str,
        requirement: str | None = None,
        url: str | None = None,
        settings: Mapping[str, str] | None = None,
    ) -> list[str]:
        environment = {
            **os.environ,
            "PYTHONPATH": str(_installed(requirement)) if requirement else "",
            **(settings or {}),
        }
        command = [
            sys.executable,
            str(STORIES / f"{name}.py"),
            url or server.url,
            server.first_key,
            str(tmp_path),
            *words,
        ]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=240)
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}\n{server.log[-3000:]}"
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        worked = [line["worked"] for line in lines if "worked" in line]
        for line in lines:
            if "client" in line:
                RECORD[dialect, line["client"]] = worked
        return worked

    return run


def _installed(requirement: str) -> Path:
    """A folder with that package and what it needs, kept from one run to the next."""
    name = "".join(letter if letter.isalnum() or letter in ".-" else "_" for letter in requirement)
    folder = Path(tempfile.gettempdir()) / f"rushes-sdks-{os.getuid()}" / f"{sys.version_info.minor}-{name}"
    if not (folder / ".whole").exists():
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", str(folder), requirement]
        subprocess.run(command, check=True, timeout=300)
        (folder / ".whole").touch()
    return folder


def pytest_sessionfinish() -> None:
    if os.environ.get("RUSHES_CONFORMANCE") and RECORD:
        from tests.clients.conformance import page

        (Path(__file__).parents[2] / "docs/conformance.md").write_text(page(RECORD))
