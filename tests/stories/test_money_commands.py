"""The owner's commands for money, on a home of their own, without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from rushes.cli import rushes
from rushes.errors import NotFound

Run = Callable[[str], str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("RUSHES_HOME", str(tmp_path))
    monkeypatch.delenv("RUSHES_DATABASE_URL", raising=False)
    monkeypatch.setenv("COLUMNS", "200")

    def ran(line: str) -> str:
        done = CliRunner().invoke(rushes, line.split(), input="y\n")
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return f"{done.output}\nexit {done.exit_code}"

    return ran


def test_a_project_is_made_paid_bounded_kept_and_emptied(run: Run) -> None:
    assert "studio" in run("projects create studio")
    assert "added" in run("projects top-up studio 25 --reference r")
    assert "nothing was added" in run("projects top-up studio 25 --reference r")
    for line in ("budget studio day 5", "budget studio day none", "retain studio 7", "hold studio"):
        assert run(f"projects {line}").endswith("exit 0")
    listed = run("projects list")
    assert "25" in listed
    assert "7 days, under legal hold" in listed
    run("projects hold studio --lift")
    assert "0 tasks emptied" in run("projects erase studio")
    assert run("projects audit studio").count("command line  project.") == 8
    for wrong in ("retain studio soon", "top-up studio -5", "budget studio week 5"):
        assert run(f"projects {wrong}").endswith("exit 2")


def test_a_key_of_a_project_is_made_with_its_bounds(run: Run) -> None:
    run("projects create studio")
    made = run("keys create farm --project studio --budget day=5 --requests-per-minute 9 --address 192.0.2.0/24")
    assert "rsh_test_" in made
    assert "farm" in run("keys list --project studio")
    assert "farm" not in run("keys list")
    assert "key.created" in run("projects audit studio")
    assert run("keys create farm --budget week=5").endswith("exit 2")
    with pytest.raises(NotFound):
        run("keys create farm --project nobody")


def test_terms_are_agreed_listed_and_ended(run: Run) -> None:
    run("prices discount 12.5% --until 2099-01-01")
    term = run("prices override veo_31_fast 0.09 --silent --resolution 720p").split()[0]
    listed = run("prices list")
    assert "-12.5 %" in listed
    assert "0.09 USD" in listed
    assert "veo_31_fast 720p silent" in listed
    assert "ended" in run(f"prices end {term}")
    with pytest.raises(NotFound):
        run(f"prices end {term}")
    assert run("prices discount much").endswith("exit 2")
    assert run("prices discount 0.001").endswith("exit 2")
