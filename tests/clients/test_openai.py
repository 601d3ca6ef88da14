"""OpenAI's own SDK, unmodified, against a real server: the generation that sends JSON, and the one that sends forms."""

from __future__ import annotations

import pytest

from tests.clients.conftest import Story

pytestmark = pytest.mark.slow


def test_an_old_openai_sdk(story: Story) -> None:
    worked = story("openai_videos", dialect="OpenAI Videos", requirement="openai==2.24.0")
    assert "two wishes that are alike make two" in worked


def test_the_newest_openai_sdk(story: Story) -> None:
    assert "extend" in story("openai_videos", dialect="OpenAI Videos")
