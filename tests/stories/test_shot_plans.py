"""A shot plan on the command line, as a person uses it: read, edited, sent back; nothing is made and no server is asked."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

RUSHES = Path(sys.executable).parent / "rushes"


def plan(*words: str) -> subprocess.CompletedProcess[str]:
    variables = {name: value for name, value in os.environ.items() if not name.startswith("RUSHES_")}
    nobody = {"RUSHES_URL": "http://127.0.0.1:9", "COLUMNS": "160"}
    return subprocess.run(
        [RUSHES, "generate", "--plan", *words], env=variables | nobody, capture_output=True, text=True, timeout=60
    )


def test_a_plan_is_printed_edited_and_sent_back(tmp_path: Path) -> None:
    run = plan("A raccoon eats a pizza at dusk while a tardigrade watches", "--seed", "5", "--negative-prompt", "music")
    assert run.returncode == 0, run.stderr
    read = json.loads(run.stdout)
    assert (read["time"], read["seed"], read["music"]) == ("dusk", 5, None)
    assert read["subjects"][0]["rig"] == "raccoon"
    assert "tardigrade" in read["not_drawn"]
    assert "drawn by raccoon" in run.stderr
    assert "tardigrade" in run.stderr.splitlines()[-1], "what is missing is said last"

    path = tmp_path / "plan.json"
    path.write_text(json.dumps({**read, "time": "night"}))
    again = plan("whatever", "--shot-plan", str(path))
    assert json.loads(again.stdout) == {**read, "time": "night"}


@pytest.mark.slow
def test_a_plan_that_cannot_be_used_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    path.write_text('{"prompt": "", "seed": 1, "seconds": 4, "subjects": [{"noun": "x", "rig": "art:nonsense"}]}')
    wrong = plan("x", "--shot-plan", str(path))
    assert wrong.returncode == 1
    assert "shotPlan.subjects[0].rig is 'art:nonsense'" in wrong.stderr
    assert "art:telescope" in wrong.stderr
    path.write_text("{not json")
    broken = plan("x", "--shot-plan", str(path))
    assert broken.returncode == 2
    assert "is not JSON" in broken.stderr
    assert "Traceback" not in wrong.stderr + broken.stderr
