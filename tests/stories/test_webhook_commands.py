"""rushes webhooks, as a person uses it; and the how-to's own receiver, as the page has it."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rushes.testing.receiver import receiving
from rushes.testing.server import Server, running
from tests.stories.test_command_line import RUSHES, rushes

pytestmark = pytest.mark.slow
HOW_TO = Path(__file__).parents[2] / "docs/how-to/webhooks.md"
_RECEIVER = re.compile(r"```python\n(# receiver\.py\n.*?)```", re.S)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    near = {"RUSHES_ALLOW_PRIVATE_URLS": "yes", "RUSHES_ALLOW_HTTP_URLS": "yes"}
    with running(tmp_path_factory.mktemp("server"), settings=near) as server:
        yield server


def said(server: Server, *words: str) -> str:
    run = rushes(server, *words)
    assert run.returncode == 0, run.stderr
    return run.stdout


def test_the_receiver_of_the_how_to_receives(server: Server, tmp_path: Path) -> None:
    found = _RECEIVER.search(HOW_TO.read_text())
    assert found is not None, "the how-to has a receiver"
    (tmp_path / "receiver.py").write_text(found[1])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with server.http() as http:
        made = http.post("/api/v1/webhooks", json={"url": f"http://127.0.0.1:{port}/"}).json()["data"]
        environment = {**os.environ, "WEBHOOK_SECRET": made["secret"], "PORT": str(port), "PYTHONUNBUFFERED": "1"}
        command = [sys.executable, str(tmp_path / "receiver.py")]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            try:
                _await_port(port)
                forged = http.post(f"http://127.0.0.1:{port}/", json={}, headers={"webhook-id": "1"})
                assert forged.status_code == 400
                task = http.post("/model/v1/generation", json={"model": "animatic", "prompt": "a fox"}).json()["id"]
                assert process.stdout is not None, "opened as a pipe"
                line = process.stdout.readline()
            finally:
                process.kill()
    assert line.startswith(f"{task} is there: http://127.0.0.1:"), line


def _await_port(port: int) -> None:
    ends_at = time.monotonic() + 30
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1.0).close()
            return
        except OSError:
            assert time.monotonic() < ends_at, "the receiver does not listen"
            time.sleep(0.05)


def test_a_webhook_from_the_command_line(server: Server) -> None:
    with receiving() as receiver:
        run = rushes(server, "webhooks", "add", f"{receiver.url}/hook", "--name", "desk", "--event", "task.failed")
        assert run.stdout.startswith("whsec_"), run.stderr
        webhook = re.findall(r"id (\w{26})", run.stderr)[0]
        assert all(word in said(server, "webhooks", "list") for word in (webhook, "desk", "failed", "/hook"))
        delivery = said(server, "webhooks", "ping", webhook).split()[1]
        assert receiver.wait(1)[0].id == delivery
        said(server, "webhooks", "replay", delivery)
        assert receiver.wait(2)[1].id == delivery
        assert json.loads(said(server, "webhooks", "deliveries", "--delivery", delivery))["event"] == "webhook.ping"
        said(server, "webhooks", "remove", webhook)
    with server.http() as http:
        assert http.get(f"/api/v1/webhooks/{webhook}").status_code == 404


def test_listening_from_the_command_line_verifies_and_prints(server: Server) -> None:
    environment = {**os.environ, "RUSHES_HOME": str(server.home), "RUSHES_URL": server.url, "PYTHONUNBUFFERED": "1"}
    command = [str(RUSHES), "webhooks", "listen", "--count", "1", "--event", "task.queued"]
    with (
        subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process,
        server.http() as http,
    ):
        assert process.stderr is not None, "opened as a pipe"
        assert process.stderr.readline().startswith("listening at http://127.0.0.1:")
        task = http.post("/model/v1/generation", json={"model": "animatic", "prompt": "a fox"}).json()["id"]
        told, _ = process.communicate(timeout=60)
        assert json.loads(told)["data"]["id"] == task
        assert process.returncode == 0
        assert all(
            webhook["name"] != "rushes webhooks listen"
            for webhook in http.get("/api/v1/webhooks").json()["data"]["webhooks"]
        )
