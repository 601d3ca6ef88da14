"""Goal: a client of the reference wire gets Veo's film, priced, whatever Google needed for it.
Method: our real server, Google's real SDK in it, and the fake Google that we ship behind that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import httpx
import pytest

from rushes.testing.fake_google import FakeGoogle
from rushes.testing.server import Server, running
from tests.promises.conftest import TASKS, ended

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def google() -> Iterator[FakeGoogle]:
    with FakeGoogle() as made:
        yield made


@pytest.fixture(scope="module")
def server(google: FakeGoogle, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("vertex")
    settings = google.environment(folder) | {"RUSHES_ENGINES": "vertex,animatic", "RUSHES_ROUTES": ""}
    with running(folder / "home", settings=settings) as made:
        yield made


@pytest.fixture(scope="module")
def live(server: Server) -> Iterator[httpx.Client]:
    _key, secret = server.make_key(live=True)
    with server.http(secret) as client:
        yield client


def made(live: httpx.Client, **parameters: object) -> dict[str, Any]:
    answer = live.post(TASKS, json={"model": "veo_31_fast", "input": [{"params": parameters}]})
    assert answer.status_code == 200, answer.text
    return ended(live, answer.json()["id"])


def test_the_reference_request_returns_what_google_made(live: httpx.Client, google: FakeGoogle, tmp_path: Path) -> None:
    before = google.accepted
    task = made(live, prompt="A red fox trots through falling snow", durationSeconds=8, aspectRatio="16:9")
    assert task["status"] == "completed", task
    assert google.accepted == before + 1
    operation = list(google.operations.values())[-1]
    assert task["metadata"]["engine"] == "vertex"
    assert task["metadata"]["operation"] == operation.id
    usage = task["usage"]
    assert (usage["cost"], usage["quantity"], usage["unit_price"]) == ("0.8", 8, "0.1")
    (content,) = task["output"][0]["content"]
    film = tmp_path / "film.mp4"
    film.write_bytes(httpx.get(content["url"]).content)
    theirs = tmp_path / "theirs.mp4"
    theirs.write_bytes(operation.film())
    # Ours is signed, so its bytes differ; its packets are theirs.
    assert packets(film) == packets(theirs)


def test_a_test_key_never_costs_google_anything(server: Server, google: FakeGoogle) -> None:
    before = google.accepted
    with server.http() as client:
        quote = client.post(TASKS, json={"model": "veo_31_fast", "prompt": "a fox", "dryRun": True}).json()
    assert quote["metadata"]["engine"] == "animatic"
    assert google.accepted == before


def test_what_the_filter_stops_is_free_and_says_why(live: httpx.Client) -> None:
    task = made(live, prompt="far:filter", durationSeconds=4)
    assert task["status"] == "failed"
    assert task["error"]["type"] == "shot_refused"
    assert "42237218" in task["error"]["error_message"]
    assert "usage" not in task


def packets(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        return [hash(bytes(packet)) for packet in container.demux() if packet.size]
