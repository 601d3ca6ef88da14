"""The ready settings of `docs/how-to/gpu-servers.md` are read as they stand there, and ask for what those models make."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from rushes.engines import catalog
from rushes.engines.videos_api.engine import VideosApiEngine
from rushes.server.settings import Settings, unknown
from rushes.shot import FRAMES_PER_SECOND
from rushes.testing.fake_videos_api import MODEL, FakeVideosApi
from tests.places.engines.hands import TakeInHand, lead, load, shot

_PAGE = (Path(__file__).parents[3] / "docs" / "how-to" / "gpu-servers.md").read_text()
_SECTIONS = re.findall(r"^## (.+?)\n\n((?:    export .+\n)+)", _PAGE, re.M)


@pytest.mark.parametrize(("title", "block"), _SECTIONS, ids=[title for title, _ in _SECTIONS])
def test_ready_settings_are_read_and_ask_for_what_the_model_makes(
    title: str, block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [shlex.split(line.strip().removeprefix("export "))[0] for line in block.splitlines()]
    environment = {name: value for name, _, value in (line.partition("=") for line in lines)}
    assert unknown(environment) == []
    settings = Settings.read(environment)
    assert settings.routes["veo_31_fast"][0] == "videos_api"
    with FakeVideosApi() as far:
        ours = {"RUSHES_VIDEOS_API_URL": f"{far.url}/v1", "RUSHES_VIDEOS_API_MODELS": f"veo_31_fast={MODEL}"}
        key = {"RUSHES_VIDEOS_API_KEY": far.environment()["RUSHES_VIDEOS_API_KEY"]}
        engine = load("videos_api", environment | ours | key, monkeypatch)
        assert catalog.lacking("videos_api") == ""
        assert isinstance(engine, VideosApiEngine)
        assert engine.allowance.at_once == 1
        lead(engine, shot(), TakeInHand(tmp_path))
        body = next(call.body for call in far.calls if call.method == "POST").decode()
    assert "1280x704" in body, "both sides are multiples of 32"
    assert str(4 * FRAMES_PER_SECOND + 1) in body, "4n + 1 frames, of which the last is cut off"


def test_there_are_settings_for_both_kinds_of_servers() -> None:
    assert [title.partition(" with ")[0] for title, _ in _SECTIONS] == ["vLLM-Omni", "SGLang Diffusion"]
