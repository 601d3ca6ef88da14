"""The playground's answers to its scripts, over HTTP against a real server."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from rushes import models
from rushes.api.snippets import programs
from rushes.console import fields
from rushes.shot import Mode
from rushes.testing.server import Server
from tests.pages.conftest import csrf_of


def post(client: httpx.Client, path: str, words: object) -> httpx.Response:
    return client.post(path, json=words, headers={"x-csrf": csrf_of(client.get("/").text)})


def shot(**parameters: object) -> dict[str, object]:
    return {"model": "veo_31_fast", "preview": False, "parameters": {"prompt": "a fox", **parameters}}


def test_every_parameter_of_every_model_has_its_place_on_the_form(signed_in: httpx.Client) -> None:
    for model in models.ALL.values():
        html = signed_in.get("/console/form", params={"model": model.id}).json()["html"]
        for parameter in model.parameters:
            assert (
                parameter.name == "prompt"
                or f'name="{parameter.name}"' in html
                or f'data-parameter="{parameter.name}"' in html
            ), f"{model.id}: {parameter.name}"
        for mode, _ in fields.modes(model):
            assert f'data-mode="{mode}"' in html


def test_a_model_without_references_has_no_tab_for_them() -> None:
    lite = models.find("veo_31_lite")
    assert Mode.REFERENCES not in [mode for mode, _ in fields.modes(lite)]
    assert not [slot for slot in fields.slots(lite) if slot.mode is Mode.REFERENCES]


def test_the_price_is_known_before_there_is_a_prompt(signed_in: httpx.Client) -> None:
    words = post(signed_in, "/console/price", shot(prompt="", durationSeconds=4)).json()
    assert words["price"] == "0.40"
    assert words["sum"] == "4 s × 0.10 USD, 720p with sound"
    assert {"model": "veo_31", "price": "1.60 USD"} in words["elsewhere"]
    assert set(words["code"]) == {"curl", "Python", "JavaScript", "google-genai", "openai", "fal queue"}


def test_a_broken_rule_is_told_with_its_parameter(signed_in: httpx.Client) -> None:
    answer = post(signed_in, "/console/price", shot(resolution="4k", durationSeconds=4))
    assert answer.status_code == 400
    assert answer.json()["parameter"] == "durationSeconds"


def test_a_shot_is_made_and_watched(signed_in: httpx.Client) -> None:
    answer = post(signed_in, "/console/tasks", shot(durationSeconds=4))
    assert answer.status_code == 201, answer.text
    task = answer.json()
    ends_at = time.monotonic() + 60
    while task["status"] in ("queued", "running") and time.monotonic() < ends_at:
        time.sleep(0.2)
        task = signed_in.get(f"/console/tasks/{task['id']}").json()
    assert task["status"] == "succeeded", task
    assert (task["clip"]["width"], task["clip"]["height"], task["clip"]["frames"]) == (1280, 720, 96)
    clip = signed_in.get(task["clip"]["address"], headers={"range": "bytes=0-11"})
    assert clip.status_code == 206
    assert clip.content[4:8] == b"ftyp"
    assert signed_in.get(task["poster"]).headers["content-type"] == "image/jpeg"


def test_an_upload_is_kept_under_an_id_that_a_shot_can_name(signed_in: httpx.Client) -> None:
    picture = signed_in.get("/console/static/shots/fox.jpg").content
    headers = {"x-csrf": csrf_of(signed_in.get("/").text), "content-type": "image/jpeg"}
    kept = signed_in.post("/console/files?name=fox.jpg", content=picture, headers=headers)
    assert kept.status_code == 201, kept.text
    assert kept.json()["is_clip"] is False
    image = {"fileId": kept.json()["id"]}
    assert post(signed_in, "/console/price", shot(image=image)).json()["mode"] == "image"
    assert post(signed_in, "/console/tasks", shot(image=image)).status_code == 201


def test_scripts_without_the_pages_token_are_refused(signed_in: httpx.Client) -> None:
    for path in ("/console/price", "/console/tasks", "/console/files"):
        assert signed_in.post(path, json=shot()).status_code == 403


def test_scripts_of_strangers_are_told_so_as_json(server: object) -> None:
    url = getattr(server, "url", "")
    answer = httpx.get(f"{url}/console/tasks/{'0' * 26}")
    assert answer.status_code == 401
    assert "signed out" in answer.json()["message"]


@pytest.mark.parametrize("body", [{}, {"model": "veo_31_fast"}, {"model": 7, "parameters": {}}, {"parameters": []}])
def test_odd_requests_are_refused_in_words(signed_in: httpx.Client, body: object) -> None:
    answer = post(signed_in, "/console/tasks", body)
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_programs_quote_a_prompt_safely() -> None:
    prompt = 'it\'s "night"\n$HOME `ls` \\'
    made = programs(
        "animatic", {"prompt": prompt, "generateAudio": False}, preview=True, origin="http://localhost:8700"
    )
    python = (
        made["Python"]
        .replace("from rushes.client import Client", "")
        .partition("task = ")[2]
        .partition("\nclient.save")[0]
    )
    seen: list[tuple[tuple[object, ...], dict[str, object]]] = []

    class Client:
        def create(self, *words: object, **given: object) -> None:
            seen.append((words, given))

    eval(python, {"client": Client()})
    assert seen == [(("animatic", prompt), {"generateAudio": False, "preview": True})]
    assert "'\\''" in made["curl"]


_MORE = {"seed": 7, "generateAudio": False}
_PLAIN = {"prompt": "it's a fox", "durationSeconds": 4, "aspectRatio": "9:16", "resolution": "720p"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("tab", "more"),
    [
        ("curl", _MORE),
        ("Python", _MORE),
        ("JavaScript", _MORE),
        ("openai", {"generateAudio": True}),
        ("fal queue", _MORE),
        ("openai", _MORE),
        ("google-genai", {**_MORE, "negativePrompt": "rain", "personGeneration": "allow_all"}),
    ],
)
def test_the_shown_programs_run(server: Server, tmp_path: Path, tab: str, more: dict[str, object]) -> None:
    program = programs("veo_31_fast", {**_PLAIN, **more}, preview=False, origin=server.url)[tab]
    runners = {
        "curl": ["bash", "-c", program.partition("# then")[0]],
        "JavaScript": ["node", "-e", f"(async () => {{{program}}})()"],
    }
    command = runners.get(tab, [sys.executable, "-c", program])
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    environment = {**os.environ, "RUSHES_API_KEY": server.first_key, "NO_PROXY": "*"}
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=100)
    assert run.returncode == 0, run.stdout + run.stderr
    if tab == "curl":
        assert '"status":"in_progress"' in run.stdout
    elif tab in ("JavaScript", "fal queue"):
        assert "/clips/" in run.stdout
    else:
        assert (tmp_path / "clip.mp4").read_bytes()[4:8] == b"ftyp"


def test_what_an_sdk_has_no_word_for_is_said() -> None:
    shown = programs("veo_31_fast", {**_PLAIN, "image": {"fileId": "x"}}, preview=True, origin="http://localhost:8700")[
        "google-genai"
    ]
    assert "For image, preview take another tab" in shown
