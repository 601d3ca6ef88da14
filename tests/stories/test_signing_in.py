"""A machine that is let in: `rushes login` end to end, and keys that are changed from the command line."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from rushes.key import ALL_SCOPES
from rushes.testing.server import Server, running
from tests.stories.test_command_line import RUSHES, rushes

pytestmark = pytest.mark.slow
_CODE = re.compile(r"code=([A-Z]{4}-[A-Z]{4})")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("server")) as server:
        yield server


def login(server: Server, home: Path, verdict: str) -> tuple[int, str]:
    """`rushes login` on a machine with that home, and a person who says their word as soon as they see the code."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RUSHES_")}
    command = [str(RUSHES), "login", "--server", server.url, "--no-browser"]
    environment = {**inherited, "RUSHES_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        giving_up = threading.Timer(60.0, process.kill)
        giving_up.start()
        assert process.stdout is not None
        said = ""
        for line in process.stdout:
            said += line
            found = _CODE.search(line)
            if found:
                _, admin = server.make_key(scopes=ALL_SCOPES)
                with server.http(admin) as person:
                    body = {"user_code": found.group(1)}
                    assert person.post(f"/api/v1/cli/device/{verdict}", json=body).status_code == 200
        process.wait()
        giving_up.cancel()
    return process.returncode, said


def test_a_machine_that_is_let_in_keeps_its_key_to_itself(server: Server, tmp_path: Path) -> None:
    home = tmp_path / "home"
    code, said = login(server, home, "approve")
    assert code == 0, said
    path = home / "sign-ins.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    secret = json.loads(path.read_text())["keys"][server.url]
    assert secret not in said
    listed = rushes(server, "tasks", "list", RUSHES_HOME=str(home), RUSHES_URL="")
    assert listed.returncode == 0, listed.stderr
    left = rushes(server, "logout", RUSHES_HOME=str(home))
    assert "Forgotten" in left.stdout
    assert not path.exists()
    assert rushes(server, "tasks", "list", RUSHES_HOME=str(home)).returncode == 1


def test_a_machine_that_is_turned_away_stops_asking(server: Server, tmp_path: Path) -> None:
    code, said = login(server, tmp_path / "home", "deny")
    assert code == 1
    assert "turned away" in said
    assert not (tmp_path / "home" / "sign-ins.json").exists()


def test_no_key_goes_to_a_server_that_it_is_not_for(server: Server) -> None:
    run = rushes(server, "tasks", "list", RUSHES_URL="http://elsewhere.example")
    assert run.returncode == 1
    assert "rushes login" in run.stderr


def test_a_key_is_changed(server: Server) -> None:
    key, _ = server.make_key()
    words = ("--name", "night cut", "--budget", "month=5", "--budget", "day=1", "--requests-per-minute", "9")
    run = rushes(server, "keys", "edit", key.id, *words, "--model", "animatic", "--scope", "read")
    assert run.returncode == 0, run.stderr
    with server.http() as http:
        told = http.get(f"/api/v1/keys/{key.id}").json()["data"]
        assert (told["name"], told["models"], told["scopes"]) == ("night cut", ["animatic"], ["read"])
        assert {one["period"]: one["limit"] for one in told["budgets"]} == {"month": "5", "day": "1"}
        lifted = rushes(server, "keys", "edit", key.id, "--budget", "day=none", "--model", "none", "--warn-only")
        assert lifted.returncode == 0, lifted.stderr
        told = http.get(f"/api/v1/keys/{key.id}").json()["data"]
        assert (told["models"], told["requests_per_minute"]) == (None, 9)
        assert [(one["period"], one["hard"]) for one in told["budgets"]] == [("month", False)]
        acts = http.get("/api/v1/audit", params={"subject": key.id, "action": "key.changed"}).json()["data"]["acts"]
        assert {act["by"] for act in acts} == {"command line"}
    wrong = rushes(server, "keys", "edit", key.id, "--requests-per-minute", "many")
    assert "neither a whole number above 0 nor none" in wrong.stderr
