"""The command line, as a person uses it: real processes, a real server, the fake engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rushes.media.probe import probe
from rushes.testing.server import Server, running

RUSHES = Path(sys.executable).parent / "rushes"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("server")) as server:
        yield server


def rushes(server: Server, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("RUSHES_")}
    environment = {
        **inherited,
        "RUSHES_HOME": str(server.home),
        "RUSHES_URL": server.url,
        "COLUMNS": "200",
        **variables,
    }
    return subprocess.run([RUSHES, *words], env=environment, capture_output=True, text=True, timeout=60)


def test_generate_saves_a_clip_and_says_what_it_cost_and_what_made_it(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "made" / "fox.mp4"
    run = rushes(server, "generate", "a fox", "--duration-seconds", "4", "--aspect-ratio", "9:16", "--out", str(path))
    assert run.returncode == 0, run.stderr
    assert probe(path).size == (720, 1280)
    assert "cost 0 USD (list price 0.40 USD" in run.stdout.replace("0.4 USD", "0.40 USD")
    assert "made by fake" in run.stdout


def test_a_refusal_is_one_sentence_and_exit_code_1(server: Server, tmp_path: Path) -> None:
    run = rushes(server, "generate", "a fox", "--duration-seconds", "7", "--out", str(tmp_path))
    assert run.returncode == 1
    assert "durationSeconds is 7; veo_31_fast takes 4, 6 or 8." in run.stderr
    assert "Traceback" not in run.stderr


def test_a_wrong_key_and_a_missing_server_say_so(server: Server, tmp_path: Path) -> None:
    wrong = rushes(server, "tasks", "list", RUSHES_API_KEY="rsh_test_" + "x" * 43)
    assert wrong.returncode == 1
    assert "rsh_test_" + "x" * 43 not in wrong.stderr + wrong.stdout
    nobody = rushes(server, "tasks", "list", RUSHES_URL="http://127.0.0.1:9")
    assert nobody.returncode == 1
    assert "no server answers" in nobody.stderr
    assert "Traceback" not in wrong.stderr + nobody.stderr


def test_tasks_are_listed_shown_saved_and_deleted(server: Server, tmp_path: Path) -> None:
    made = rushes(server, "generate", "a heron at dawn", "--duration-seconds", "4", "--out", str(tmp_path))
    task_id = next(path.stem for path in tmp_path.glob("*.mp4"))
    assert made.returncode == 0
    listed = rushes(server, "tasks", "list")
    assert task_id in listed.stdout
    assert "a heron at dawn" in listed.stdout
    assert '"status": "completed"' in rushes(server, "tasks", "show", task_id).stdout
    assert rushes(server, "tasks", "save", task_id, str(tmp_path / "again.mp4")).returncode == 0
    assert probe(tmp_path / "again.mp4").frames == 96
    assert rushes(server, "tasks", "delete", task_id).returncode == 0
    assert "There is no task" in rushes(server, "tasks", "show", task_id).stderr


def test_keys_are_made_rotated_and_revoked(server: Server) -> None:
    made = rushes(server, "keys", "create", "laptop", "--model", "veo_31_fast")
    secret = made.stdout.strip()
    key_id = made.stderr.split()[1].rstrip(";")
    assert secret.startswith("rsh_test_")
    assert rushes(server, "tasks", "list", RUSHES_API_KEY=secret).returncode == 0
    listing = rushes(server, "keys", "list").stdout
    assert "laptop" in listing
    assert secret not in listing
    rotated = rushes(server, "keys", "rotate", key_id)
    assert rotated.returncode == 0
    again = rushes(server, "keys", "rotate", key_id)
    assert again.returncode == 1, "a revoked key cannot be rotated"
    new_id = rotated.stderr.split()[1].rstrip(";")
    assert "is revoked" in rushes(server, "keys", "revoke", new_id).stdout


@pytest.mark.parametrize(
    "words", [("models",), ("models", "animatic"), ("--help",), ("generate", "--help"), ("--version",)]
)
def test_what_needs_no_server_works_without_one(server: Server, words: tuple[str, ...]) -> None:
    run = rushes(server, *words, RUSHES_URL="http://127.0.0.1:9")
    assert run.returncode == 0, run.stderr
    assert run.stdout
