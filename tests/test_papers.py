"""The papers tell the truth: every path on the map exists, every name in a tour is in its file, every setting is described."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAPERS = [ROOT / "README.md", ROOT / "ARCHITECTURE.md", *sorted((ROOT / "docs").rglob("*.md"))]
_PATH = re.compile(r"`((?:rushes|tests|docs|benchmarks|examples)/[\w./-]*)`")
#: "`name` in `path`" and "`name` (`path`)": the tours' way of pointing at a thing.
_POINTER = re.compile(r"`(\w+)`\s+(?:in|\()\s*`?(rushes/[\w./]+\.py)`")
_LINK = re.compile(r"\]\(([^)#]+?)(?:#[^)]*)?\)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_path_and_link_in_a_paper_exists(paper: Path) -> None:
    text = paper.read_text()
    missing = [path for path in _PATH.findall(text) if not (ROOT / path).exists()]
    missing += [link for link in _LINK.findall(text) if "://" not in link and not (paper.parent / link).exists()]
    assert not missing


def test_every_name_that_a_tour_points_at_is_defined_there() -> None:
    pointers = _POINTER.findall((ROOT / "ARCHITECTURE.md").read_text())
    assert len(pointers) >= 8, "the tours point at code"
    lost = [
        f"{name} in {path}"
        for name, path in pointers
        if not re.search(rf"^\s*(?:async )?(?:def|class) {name}\b", (ROOT / path).read_text(), re.M)
    ]
    assert not lost


def test_the_generated_papers_are_up_to_date() -> None:
    run = subprocess.run([sys.executable, ROOT / "docs/generate.py", "--check"], capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr
