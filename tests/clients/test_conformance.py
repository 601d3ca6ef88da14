"""The conformance table is not older than the stories."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.clients.conftest import STORIES

TABLE = Path(__file__).parents[2] / "docs/conformance.md"
_STEP = re.compile(r'worked\(\s*"([^"]+)"')


@pytest.mark.parametrize("story", sorted(STORIES.glob("[a-z]*_*.py")), ids=lambda path: path.stem)
def test_every_step_of_a_story_is_in_the_table(story: Path) -> None:
    steps = _STEP.findall(story.read_text())
    assert len(steps) > 5
    missing = [step for step in steps if f"| {step} |" not in TABLE.read_text()]
    assert not missing, "run RUSHES_CONFORMANCE=1 pytest tests/clients -m slow"
