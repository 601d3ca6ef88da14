"""The repository is tidy: files stay small, nothing is left half done, no secret and no foreign address slips in."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINES_MAX = 400
BLOB_BYTES_MAX = 3_000_000
_MARKS = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
_DRAWERS = {"utils.py", "util.py", "helpers.py", "common.py", "misc.py", "manager.py"}


def tracked() -> list[Path]:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in names.decode().split("\0") if name and (path := ROOT / name).is_file()]


def code() -> list[Path]:
    return [path for path in tracked() if path.suffix == ".py"]


def test_no_python_file_outgrows_the_head() -> None:
    long = {
        str(path.relative_to(ROOT)): size for path in code() if (size := len(path.read_text().splitlines())) > LINES_MAX
    }
    assert not long, f"files over {LINES_MAX} lines ask to be two: {long}"


def test_no_file_is_a_drawer() -> None:
    assert not [path for path in code() if path.name in _DRAWERS]


def test_nothing_is_left_to_do_in_the_code() -> None:
    marked = [str(path.relative_to(ROOT)) for path in code() if _MARKS.search(path.read_text())]
    assert not marked


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in code()
        if path.is_relative_to(ROOT / "rushes")
        and path.read_text().strip()
        and not path.read_text().lstrip().startswith('"""')
    ]
    assert not silent


def test_no_large_blob_is_tracked() -> None:
    large = {
        str(path.relative_to(ROOT)): path.stat().st_size for path in tracked() if path.stat().st_size > BLOB_BYTES_MAX
    }
    assert not large


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_name_packages_versions_and_hashes_only(name: str) -> None:
    text = (ROOT / name).read_text()
    assert "://" not in text
    pinned = re.findall(r"^([a-z0-9._-]+(?:\[[a-z,]+\])?)==", text, re.M | re.I)
    assert len(pinned) > 20
    assert len(re.findall(r"--hash=sha256:", text)) >= len(pinned)
