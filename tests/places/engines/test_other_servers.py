"""Goal: what a caller of this server gets is the same, whoever makes the film.
Method: our real server before a /v1/videos server, and before another of our own; through HTTP at both ends."""

from __future__ import annotations

import base64
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from rushes.key import Scope
from rushes.testing.fake_google import FakeGoogle
from rushes.testing.fake_videos_api import FakeVideosApi
from rushes.testing.server import Server, running
from tests.promises.conftest import TASKS, ended

pytestmark = pytest.mark.slow


def made(server: Server, **parameters: object) -> dict[str, Any]:
    _key, secret = server.make_key(live=True)
    with server.http(secret) as http:
        answer = http.post(TASKS, json={"model": "veo_31_fast", "durationSeconds": 4, **parameters})
        assert answer.status_code == 200, answer.text
        task = ended(http, answer.json()["id"])
        assert task["status"] == "completed", task
        return task


def _picture() -> dict[str, str]:
    out = io.BytesIO()
    Image.new("RGB", (1280, 720), (90, 120, 60)).save(out, "PNG")
    return {"bytesBase64Encoded": base64.b64encode(out.getvalue()).decode(), "mimeType": "image/png"}


def test_a_video_servers_silent_film_becomes_the_clip_that_was_asked_for(tmp_path: Path) -> None:
    with FakeVideosApi() as videos:
        settings = videos.environment() | {"RUSHES_ENGINES": "videos_api", "RUSHES_ROUTES": "veo_31_fast=videos_api"}
        with running(tmp_path / "home", settings=settings) as server:
            task = made(server, prompt="a fox", aspectRatio="9:16")
    assert task["metadata"]["engine"] == "videos_api"
    assert task["metadata"]["conformed"] == ["given a silent sound track"]
    clip = task["metadata"]["clip"]
    assert (clip["width"], clip["height"], clip["frames"], clip["sound"]) == (720, 1280, 96, True)
    assert task["usage"]["cost"] == "0.4"


def test_another_rushes_makes_the_film_and_what_it_charges_is_reconciled(tmp_path: Path) -> None:
    with running(tmp_path / "far") as far:
        _key, secret = far.make_key(live=True)
        settings = {
            "RUSHES_UPSTREAM_URL": far.url,
            "RUSHES_UPSTREAM_KEY": secret,
            "RUSHES_ENGINES": "upstream",
            "RUSHES_ROUTES": "veo_31_fast=upstream",
        }
        with running(tmp_path / "near", settings=settings) as near:
            task = made(near, prompt="a fox", seed=11)
            _key, admin = near.make_key(live=True, scopes={Scope.ADMIN})
            with near.http(admin) as http:
                even = http.post("/api/v1/reconciliations").json()["data"]
                price = {"model": "veo_31_fast", "price": "0.05"}
                assert http.post("/api/v1/prices", json=price).status_code == 200
                dumped = made(near, prompt="a fox", seed=12)
                lost = http.post("/api/v1/reconciliations", json={"project": "default"}).json()["data"]
        with far.http(secret) as http:
            theirs = http.get(f"{TASKS}/task/{task['metadata']['operation']}").json()
    assert task["metadata"]["engine"] == "upstream"
    assert theirs["metadata"]["parameters"]["seed"] == 11
    assert "usage" not in task["metadata"]["upstream"], "what it costs us is nobody's business"
    assert (even["takes"], even["reported"], even["differences"]) == (1, 1, 0)
    assert even["captured"] == even["charged"] == theirs["usage"]["cost"] == "0.4"
    (line,) = lost["lines"]
    assert (line["task"], line["differences"]) == (dumped["id"], ["below_cost"])
    assert (line["captured"], line["charged"], line["reported_seconds"]) == ("0.2", "0.4", 4.0)
    assert task["metadata"]["clip"]["frames"] == theirs["metadata"]["clip"]["frames"]


@pytest.mark.parametrize("encoding", ["json", "multipart"])
def test_our_own_openai_wire_is_a_video_server_like_any(tmp_path: Path, encoding: str) -> None:
    with running(tmp_path / "far") as far:
        _key, secret = far.make_key(live=True)
        settings = {
            "RUSHES_VIDEOS_API_URL": f"{far.url}/v1",
            "RUSHES_VIDEOS_API_KEY": secret,
            "RUSHES_VIDEOS_API_MODELS": "veo_31_fast=veo_31_fast",
            "RUSHES_VIDEOS_API_EXTRAS": "seed",
            "RUSHES_VIDEOS_API_ENCODING": encoding,
            "RUSHES_ENGINES": "videos_api",
            "RUSHES_ROUTES": "veo_31_fast=videos_api",
        }
        check = subprocess.run(
            [sys.executable, "-m", "rushes", "doctor"],
            env={**os.environ, **settings, "RUSHES_HOME": str(tmp_path / "doctor")},
            capture_output=True,
            text=True,
        )
        assert "serves veo_31_fast = veo_31_fast from image, text" in check.stdout, check.stdout + check.stderr
        with running(tmp_path / "near", settings=settings) as near:
            task = made(near, prompt="a fox", seed=11, negativePrompt="rain")
            framed = made(near, prompt="a fox", image=_picture())
        with far.http(secret) as http:
            theirs = http.get(f"{TASKS}/task/{task['metadata']['operation']}").json()
            theirs_framed = http.get(f"{TASKS}/task/{framed['metadata']['operation']}").json()
    parameters = theirs["metadata"]["parameters"]
    assert (parameters["seed"], parameters["durationSeconds"]) == (11, 4)
    assert task["metadata"]["changed"]["negativePrompt"] == {"asked": "rain", "sent": None}
    assert theirs_framed["metadata"]["mode"] == "image"
    assert task["usage"]["cost"] == "0.4"


def test_veo_extends_an_earlier_task(tmp_path: Path) -> None:
    with FakeGoogle() as google:
        settings = google.environment(tmp_path) | {"RUSHES_ENGINES": "vertex", "RUSHES_ROUTES": ""}
        with running(tmp_path / "home", settings=settings) as server:
            first = made(server, prompt="a fox")
            longer = made(server, prompt="the fox stops", video={"taskId": first["id"]}, durationSeconds=8)
    assert longer["metadata"]["clip"]["frames"] == (4 + 7) * 24
    assert longer["usage"]["quantity"] == 7
    assert google.accepted == 2
