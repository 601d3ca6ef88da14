"""Google's own SDK, unmodified, against a real server."""

from __future__ import annotations

import pytest

from tests.clients.conftest import Story

pytestmark = pytest.mark.slow


def test_the_gemini_api_with_google_genai_2(story: Story) -> None:
    worked = story("google_genai", dialect="Gemini API", requirement="google-genai==2.34.0")
    assert "extension of its own result" in worked


def test_vertex_ai_with_the_newest_google_genai(story: Story) -> None:
    worked = story("google_genai", "vertex", dialect="Vertex AI")
    assert "extension of its own result" in worked
