"""The far sides that we ship answer in the shapes of the wires that they stand for, to the key and the type: written down
here from the wires' references, so that neither the fakes nor our reading of them can drift. (Vertex AI's are beside its
engine.)"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from rushes.testing import fake_upstream, fake_videos_api
from rushes.testing.fake_upstream import FakeUpstream
from rushes.testing.fake_videos_api import MODEL, FakeVideosApi

#: OpenAI's Videos API: openai-python 3.54, `types/video.py`; "?" may be null.
_VIDEO = {
    "id": "str",
    "object": "str",
    "model": "str",
    "status": "str",
    "progress": "int",
    "created_at": "int",
    "completed_at": "int?",
    "expires_at": "int?",
    "size": "str",
    "seconds": "str",
    "prompt": "str?",
    "remixed_from_video_id": "str?",
    "error": "dict?",
}
_OPENAI_ERROR = {"message": "str", "type": "str", "param": "str?", "code": "str?"}
#: The reference wire (its public pages and its published client's structs).
_ITEM = {"type": "str", "url": "str", "jobId": "str", "duration": "str"}
_USAGE = {"cost": "str", "discount": "int", "quantity": "int", "unit_price": "str"}
_WORDS = {
    "": {"waiting": "in_progress", "completed": "completed", "failed": "failed"},
    "far:wrapped ": {"waiting": "processing", "completed": "success", "failed": "failed"},
    "far:inside ": {"waiting": "processing", "completed": "done", "failed": "failed"},
}


def fits(value: Mapping[str, Any], shape: Mapping[str, str]) -> None:  # Any: JSON
    """Every key is there and no other, each of its type."""
    assert set(value) == set(shape)
    for name, kind in shape.items():
        allowed = {kind.rstrip("?"), *(["NoneType"] if kind.endswith("?") else [])}
        assert type(value[name]).__name__ in allowed, f"{name} is {value[name]!r}"


def test_videos_have_openais_shape() -> None:
    with (
        FakeVideosApi() as far,
        httpx.Client(
            base_url=f"{far.url}/v1", headers={"Authorization": f"Bearer {fake_videos_api.KEYS[0]}"}, timeout=60
        ) as http,
    ):
        made: dict[str, dict[str, Any]] = {}
        for word in ("", "far:slow=60", "far:filter", "far:error"):
            answer = http.post("/videos", json={"prompt": f"{word} a fox", "model": MODEL, "size": "1280x720"})
            assert answer.status_code == 200
            fits(answer.json(), _VIDEO)
            made[word] = http.get(f"/videos/{answer.json()['id']}").json()
            fits(made[word], _VIDEO)
        states = {word: video["status"] for word, video in made.items()}
        assert states == {"": "completed", "far:slow=60": "in_progress", "far:filter": "failed", "far:error": "failed"}
        assert made["far:filter"]["error"].keys() == {"code", "message"}
        assert all(video["object"] == "video" for video in made.values())
        poll = http.get(f"/videos/{made['']['id']}")
        assert poll.headers["openai-poll-after-ms"].isdecimal()
        film = http.get(f"/videos/{made['']['id']}/content")
        assert (film.headers["content-type"], film.content[4:8]) == ("video/mp4", b"ftyp")
        page = http.get("/videos", params={"limit": 2}).json()
        fits(page, {"object": "str", "data": "list", "first_id": "str", "last_id": "str", "has_more": "bool"})
        gone = http.delete(f"/videos/{made['']['id']}").json()
        assert gone == {"id": made[""]["id"], "object": "video.deleted", "deleted": True}
        for refused in (http.get(f"/videos/{made['']['id']}"), http.post("/videos", json={}), http.get("/nowhere")):
            assert refused.status_code in (400, 404)
            assert refused.json().keys() == {"error"}
            fits(refused.json()["error"], _OPENAI_ERROR)


@pytest.mark.parametrize("envelope", list(_WORDS))
def test_tasks_have_the_reference_wires_shape_in_each_envelope(envelope: str) -> None:
    with (
        FakeUpstream() as far,
        httpx.Client(
            base_url=far.url, headers={"Authorization": f"Bearer {fake_upstream.KEYS[0]}"}, timeout=60
        ) as http,
    ):

        def task(word: str) -> dict[str, Any]:
            params = {"prompt": f"{envelope}{word} a fox", "durationSeconds": 4}
            body = {"model": "veo_31_fast", "input": [{"params": params}]}
            made = http.post("/model/v1/generation", json=body)
            assert made.status_code == 200
            made_id = unwrapped(made.json())["id"]
            assert made_id == made_id.lower()
            return unwrapped(http.get(f"/model/v1/generation/task/{made_id}").json())

        def unwrapped(words: dict[str, Any]) -> dict[str, Any]:
            if envelope != "far:wrapped ":
                assert "data" not in words
                return words
            fits(words, {"data": "dict", "status": "dict"})
            fits(words["status"], {"code": "int", "message": "str"})
            data: dict[str, Any] = words["data"]
            return data

        def status(words: dict[str, Any]) -> object:
            return words["output"]["status"] if envelope == "far:inside " else words["status"]

        waiting, done, failed = task("far:slow=60"), task(""), task("far:filter")
        common = {"id": "str", "model": "str", "created_at": "int"}
        said = {} if envelope == "far:inside " else {"status": "str"}
        output = {"": {}, "far:wrapped ": {"output": "list"}, "far:inside ": {"output": "dict"}}[envelope]
        fits(waiting, {**common, **said, "progress": "float", **output})
        fits(failed, {**common, **said, "error": "dict", **output})
        fits(done, {**common, **said, "usage": "dict", "output": "dict" if envelope == "far:inside " else "list"})
        fits(done["usage"], _USAGE)
        fits(failed["error"], {"code": "int", "error_message": "str", "type": "str"})
        items = {"": lambda: done["output"][0]["content"], "far:wrapped ": lambda: done["output"]}
        fits(items.get(envelope, lambda: done["output"]["content"])()[0], _ITEM)
        found = {"waiting": status(waiting), "completed": status(done), "failed": status(failed)}
        assert found == _WORDS[envelope]
        refused = http.get("/model/v1/generation/task/none")
        assert refused.status_code == 404
        fits(refused.json(), {"message": "str", "status": "dict", "data": "NoneType"})
        fits(refused.json()["status"], {"code": "int", "message": "str", "error_code": "int"})
