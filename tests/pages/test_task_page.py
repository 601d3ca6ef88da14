"""One task's page over HTTP against a real server: where it comes from, what can be done with it, what its file says."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from rushes.console.plan import plan_words
from rushes.testing.server import Server
from tests.pages.conftest import browserlike, csrf_of
from tests.pages.test_tasks import ended, make

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def film(server: Server, cookie: str) -> tuple[str, str]:
    """A clip, and what goes on from it."""
    with browserlike(server, cookie) as client:
        first = make(client, "A kite over a hill")
        assert ended(client, first) == "succeeded"
        second = make(client, "The kite comes down", video={"taskId": first}, durationSeconds=8)
        assert ended(client, second) == "succeeded"
    return first, second


def lineage(client: httpx.Client, task_id: str) -> list[str]:
    """The ids that the page's line of posters leads to, in order; the task itself is `this`."""
    page = client.get(f"/tasks/{task_id}").text
    line = page.partition('<ol class="lineage"')[2].partition("</ol>")[0]
    return [found or "this" for found in re.findall(r'<li(?: aria-current="true"|><a href="/tasks/(\w{26}))', line)]


def post(client: httpx.Client, path: str, **words: str) -> httpx.Response:
    return client.post(path, data={"csrf": csrf_of(client.get("/tasks").text), **words})


def test_a_clip_knows_where_it_comes_from_and_where_it_went(signed_in: httpx.Client, film: tuple[str, str]) -> None:
    first, second = film
    assert lineage(signed_in, first)[:2] == ["this", second]
    assert lineage(signed_in, second) == [first, "this"]


def test_a_shot_is_made_once_more_with_another_seed(signed_in: httpx.Client, film: tuple[str, str]) -> None:
    first, _ = film
    again = post(signed_in, f"/tasks/{first}/retry", seed="new").headers["location"].rpartition("/")[2]
    before, after = (signed_in.get(f"/console/tasks/{one}").json() for one in (first, again))
    assert after["prompt"] == before["prompt"]
    assert after["seed"] != before["seed"]
    assert lineage(signed_in, again)[0] == first
    assert ended(signed_in, again) == "succeeded"


def test_a_failed_shot_is_tried_again_as_it_was(signed_in: httpx.Client) -> None:
    failed = make(signed_in, "fake:refuse", seed=7)
    assert ended(signed_in, failed) == "failed"
    assert "Try again" in signed_in.get(f"/tasks/{failed}").text
    again = post(signed_in, f"/tasks/{failed}/retry").headers["location"].rpartition("/")[2]
    assert again != failed
    assert signed_in.get(f"/console/tasks/{again}").json()["seed"] == 7


def test_a_preview_is_made_into_the_real_one_at_a_price_that_is_told(signed_in: httpx.Client) -> None:
    words = {
        "model": "veo_31_fast",
        "preview": True,
        "parameters": {"prompt": "A kite", "durationSeconds": 4, "seed": 7},
    }
    made = signed_in.post("/console/tasks", json=words, headers={"x-csrf": csrf_of(signed_in.get("/").text)}).json()
    assert made["price"] == "free"
    assert ended(signed_in, made["id"]) == "succeeded"
    page = signed_in.get(f"/tasks/{made['id']}").text
    assert re.search(r"Make the real one <span[^>]*>0\.40 USD", page)
    real = post(signed_in, f"/tasks/{made['id']}/promote").headers["location"].rpartition("/")[2]
    assert signed_in.get(f"/console/tasks/{real}").json()["price"] == "0.40 USD"


def test_the_badge_believes_the_file_not_the_row(signed_in: httpx.Client, server: Server) -> None:
    task_id = make(signed_in, "A kite that is tampered with")
    assert ended(signed_in, task_id) == "succeeded"

    def badge() -> str:
        return str(signed_in.get(f"/console/tasks/{task_id}/origin").json()["html"])

    assert "Signed and verified" in badge()
    assert "Signed and verified" in signed_in.get(f"/tasks/{task_id}?origin=read").text
    clip = signed_in.get(signed_in.get(f"/console/tasks/{task_id}").json()["clip"]["address"]).content
    stored = next(
        path for path in _files(server.home) if path.stat().st_size == len(clip) and path.read_bytes() == clip
    )
    changed = bytearray(clip)
    changed[-100] ^= 0xFF
    stored.chmod(0o600)
    stored.write_bytes(changed)
    assert "Signed and verified" not in badge()


def test_a_viewers_form_of_another_page_is_refused(signed_in: httpx.Client, film: tuple[str, str]) -> None:
    for act in ("retry", "promote"):
        assert signed_in.post(f"/tasks/{film[0]}/{act}", data={"csrf": "guessed"}).status_code == 403
    assert post(signed_in, f"/deliveries/{'0' * 26}/repeat").status_code == 404


def test_a_plan_is_told_in_words_and_an_odd_one_does_no_harm() -> None:
    plan = {
        "setting": "pine_forest",
        "time": "dusk",
        "subjects": [{"noun": "red fox", "action": "trot", "count": 2, "rig": "fox"}],
        "camera": {"move": "push_in", "angle": "low"},
        "lines": [{"text": "Home."}],
    }
    assert plan_words(plan) == [
        ("Place", "pine forest, dusk"),
        ("Cast", "two red fox, trot"),
        ("Camera", "push in, low angle"),
        ("Said", "“Home.”"),
    ]
    assert plan_words({"subjects": "none", "camera": 7, "lines": [None]}) is not None


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
