"""Imports run one way (the contracts are in pyproject.toml), and importing does nothing heavy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_the_import_contracts_hold() -> None:
    run = subprocess.run([Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("module", "never"),
    [
        ("rushes", ("httpx", "sqlalchemy", "skia", "numba", "dbos", "fastapi")),
        ("rushes.client", ("sqlalchemy", "skia", "numba", "dbos", "fastapi", "av")),
        ("rushes.intake.submit", ("skia", "numba", "dbos", "fastapi")),
        ("rushes.server.assembly", ("skia", "numba", "cv2")),
    ],
)
def test_importing_loads_only_what_the_place_needs(module: str, never: tuple[str, ...]) -> None:
    code = f"import sys, {module}; print([name for name in {never!r} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "[]", f"importing {module} also loads {run.stdout}"
