"""fal's own client against a real server."""

from __future__ import annotations

import pytest

from tests.clients.conftest import Story


@pytest.mark.slow
def test_fal_client(story: Story) -> None:
    assert "cancel when it has ended" in story("fal_queue", dialect="Queue", requirement="fal-client==1.0.3")
