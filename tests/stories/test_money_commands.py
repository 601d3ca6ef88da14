"""The owner's commands for money, on a home of their own, without a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from rushes.cli import rushes
from rushes.errors import NotFound, ValueNotAllowed

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


def test_margins_and_costs_are_agreed(run: Run) -> None:
    run("projects create studio")
    assert run("prices margin 20% --project studio --resolution 720p").endswith("exit 0")
    assert run("prices cost veo_31_fast 0.07 --resolution 720p --sound").endswith("exit 0")
    listed = run("prices list")
    for part in ("cost +20 %", "costs us 0.07 USD", "studio", "720p sound"):
        assert part in listed, part
    for wrong in ("margin much", "margin 0.001", "margin NaN", "margin Infinity", "cost veo_31_fast dear"):
        assert run(f"prices {wrong}").endswith("exit 2"), wrong
    with pytest.raises(ValueNotAllowed):
        run("prices margin 1001")


def test_people_are_invited_listed_and_bound_to_names(run: Run) -> None:
    link = run("people invite Maya --role owner").split()[0]
    assert "/join?link=" in link
    listed = run("people list")
    assert "Maya" in listed
    assert "invited until" in listed
    with pytest.raises(NotFound, match="nobody called 'Maya'"):
        run("people remove Maya")
    with pytest.raises(NotFound, match="nobody called 'Maya'"):
        run("people link Maya")
    assert run("people role Maya king").endswith("exit 2")
    assert "person.invited" in run("projects audit default")


def test_a_project_is_limited_and_keeps_files_for_its_days(run: Run) -> None:
    run("projects create studio")
    assert run("projects limit studio 20").endswith("exit 0")
    assert run("projects limit studio none").endswith("exit 0")
    assert run("projects retain studio 3 --files").endswith("exit 0")
    acts = run("projects audit studio")
    assert '"file_days": 3' in acts
    assert acts.count("project.limited") == 2
    with pytest.raises(NotFound):
        run("projects limit nobody 5")


def test_reconciling_nothing_finds_nothing(run: Run) -> None:
    told = run("reconcile --days 7")
    assert "0 takes of engines elsewhere" in told
    assert told.endswith("exit 0")
    assert run("reconcile --json").strip() == "exit 0"
    with pytest.raises(NotFound):
        run("reconcile --project nobody")
