"""The cross-dialect promise: a task made in any dialect is polled, downloaded, extended and canceled in every other, under
the same id; errors come in the tongue of the asker."""

from __future__ import annotations

import base64
import functools
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from rushes.testing.server import Server
from tests.clients.tongues import MODEL, TONGUES, Tongue

NOBODY = "0" * 26
_PICTURE = Path(__file__).parents[1] / "promises/fox.png"
FOX = {"bytesBase64Encoded": base64.b64encode(_PICTURE.read_bytes()).decode(), "mimeType": "image/png"}


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with server.http() as client:
        yield client


@pytest.fixture(scope="module")
def tongues(http: httpx.Client) -> list[Tongue]:
    return [kind(http) for kind in TONGUES]


Films = Callable[[str], tuple[str, bytes]]


@pytest.fixture(scope="module")
def films(tongues: list[Tongue]) -> Films:
    """A finished task and its film, by the tongue it was made in."""

    @functools.cache
    def made(name: str) -> tuple[str, bytes]:
        tongue = next(tongue for tongue in tongues if tongue.name == name)
        task_id = tongue.create("a fox")
        tongue.until(task_id, "done")
        return task_id, tongue.download(task_id)

    return made


#: One of them among the quick tests; the slow ones are all pairs.
MADE_IN = ["native", *(pytest.param(name, marks=pytest.mark.slow) for name in ("gemini", "vertex", "openai", "queue"))]


@pytest.mark.parametrize("made_in", MADE_IN)
def test_a_task_is_polled_and_downloaded_in_every_tongue(tongues: list[Tongue], films: Films, made_in: str) -> None:
    task_id, film = films(made_in)
    assert re.fullmatch("[0-9a-z]{26}", task_id)
    assert film[4:8] == b"ftyp"
    for tongue in tongues:
        assert tongue.state(task_id) == "done", tongue.name
        assert tongue.download(task_id) == film, tongue.name


@pytest.mark.parametrize("made_in", MADE_IN)
def test_a_task_is_extended_in_every_tongue(
    http: httpx.Client, tongues: list[Tongue], films: Films, made_in: str
) -> None:
    """What each tongue makes longer, all others can poll; one of them is seen through to the whole film."""
    task_id, film = films(made_in)
    longer = {tongue.name: tongue.extend(task_id, film) for tongue in tongues}
    assert len(set(longer.values())) == len(tongues)
    whole = next(tongue for tongue in tongues if tongue.name != made_in)
    for tongue in tongues:
        facts = http.get(f"/model/v1/generation/task/{longer[tongue.name]}").json()["metadata"]
        assert facts["mode"] == "extend", tongue.name
        assert facts["parameters"]["video"]["seconds"] == 4, tongue.name
        if tongue is not whole:
            tongue.cancel(longer[tongue.name])
    whole.until(longer[whole.name], "done")
    films_told = {tongue.download(longer[whole.name]) for tongue in tongues}
    assert len(films_told) == 1, "the same film in every tongue"
    done = http.get(f"/model/v1/generation/task/{longer[whole.name]}").json()
    assert done["output"][0]["content"][0]["duration"] == "11"


@pytest.mark.parametrize("made_in", MADE_IN)
def test_a_task_is_canceled_in_every_tongue(tongues: list[Tongue], made_in: str) -> None:
    maker = next(tongue for tongue in tongues if tongue.name == made_in)
    made = [(maker.create("fake:slow=60 a fox"), tongue) for tongue in tongues]
    for task_id, tongue in made:
        assert {asker.state(task_id) for asker in tongues} == {"open"}
        tongue.cancel(task_id)
    for task_id, tongue in made:
        tongue.until(task_id, "canceled")
        assert [asker.state(task_id) for asker in tongues] == ["canceled"] * len(tongues), tongue.name


@pytest.mark.parametrize("made_in", MADE_IN)
def test_a_failure_is_told_in_every_tongue(http: httpx.Client, tongues: list[Tongue], made_in: str) -> None:
    maker = next(tongue for tongue in tongues if tongue.name == made_in)
    task_id = maker.create("fake:fail [test:fail]")
    for asker in tongues:
        asker.until(task_id, "failed")
    why = http.get(f"/model/v1/generation/task/{task_id}").json()["error"]["error_message"]
    operation = http.get(f"/v1beta/models/{MODEL}/operations/{task_id}").json()
    assert operation["error"]["message"] == why
    assert http.get(f"/v1/videos/{task_id}").json()["error"]["message"] == why
    status = http.get(f"/model/v1/queue/{MODEL}/requests/{task_id}/status").json()
    assert (status["error"], status["error_type"]) == (why, "INFERENCE_FAILURE")
    result = http.get(f"/model/v1/queue/{MODEL}/requests/{task_id}")
    assert (result.status_code, result.json()["detail"]) == (422, why)


def test_an_error_comes_in_the_tongue_of_the_asker(tongues: list[Tongue]) -> None:
    keys = {"native": "status", "gemini": "error", "vertex": "error", "openai": "error", "queue": "detail"}
    for tongue in tongues:
        message, body = tongue.refusal()
        assert "is 7; veo_31_fast takes 4, 6 or 8" in message, tongue.name
        assert keys[tongue.name] in body
        missing = tongue.missing(NOBODY)
        assert missing.status_code == 404, tongue.name
        assert set(missing.json()) >= {keys[tongue.name]}


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/v1beta/nothing", "error"),
        ("/v1/videos/x/y/z", "error"),
        ("/v1/files/%C3%81%C2%A9%3F", "error"),
        ("/model/v1/queue/nothing", "detail"),
        ("/nothing", "status"),
    ],
)
def test_also_where_there_is_nothing(http: httpx.Client, path: str, key: str) -> None:
    answer = http.get(path)
    assert answer.status_code in (404, 405)
    assert key in answer.json()
    traced = http.request("TRACE", path)
    assert traced.status_code == 405
    assert key in traced.json()


def test_keys_come_in_four_dresses(server: Server, films: Films) -> None:
    task_id, film = films("native")
    secret = server.first_key
    operation = f"/v1beta/models/{MODEL}/operations/{task_id}"
    file = f"/v1beta/files/{task_id}:download?alt=media"
    with server.http(None) as http:
        for headers in ({"x-goog-api-key": secret}, {"authorization": f"Bearer {secret}"}):
            assert http.get(operation, headers=headers).status_code == 200
        assert http.get(f"{file}&key={secret}").content == film
        assert http.get(f"{operation}?key={secret}").status_code == 400, "only downloads take it there"
        assert http.get(operation).json()["error"]["details"][0]["reason"] == "API_KEY_INVALID"
        status = f"/model/v1/queue/{MODEL}/requests/{task_id}/status"
        assert http.get(status, headers={"authorization": f"Key {secret}"}).status_code == 200
        assert http.get(status).status_code == 401
    assert secret not in server.log


def test_anothers_task_is_in_no_tongue(server: Server, films: Films) -> None:
    _, stranger = server.make_key(project="dialect-strangers")
    task_id, _ = films("native")
    with server.http(stranger) as http:
        for kind in TONGUES:
            assert kind(http).missing(task_id).status_code == 404, kind.name
        assert http.get(f"/v1beta/files/{task_id}:download").status_code == 404
        assert http.get(f"/v1/videos/{task_id}/content").status_code == 404
        assert http.get("/v1/videos").json()["data"] == []


def test_the_queue_streams_its_status(http: httpx.Client, tongues: list[Tongue]) -> None:
    task_id = tongues[-1].create("fake:slow=0.4 a fox")
    with http.stream("GET", f"/model/v1/queue/{MODEL}/requests/{task_id}/status/stream") as stream:
        told = [json.loads(line[6:])["status"] for line in stream.iter_lines() if line.startswith("data: ")]
    assert told[-1] == "COMPLETED"
    assert "IN_PROGRESS" in told


def test_a_clip_of_vertex_comes_with_its_length(http: httpx.Client, films: Films) -> None:
    name = f"publishers/google/models/{MODEL}/operations/{films('native')[0]}"
    body = {"operationName": name}
    answer = http.post(f"/v1/publishers/google/models/{MODEL}:fetchPredictOperation", json=body)
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.json()["name"] == name


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"sampleCount": 2}, "sampleCount"),
        ({"storageUri": "gs://bucket/"}, "storageUri"),
        ({"numberOfVideos": 1}, "numberOfVideos"),
        ({"durationSeconds": "eight"}, "durationSeconds"),
        ({"resizeMode": "crop"}, "resizeMode"),
        ({"fps": True}, "fps"),
        ({"lastFrame": {"uri": "https://example.com/a.png"}}, "lastFrame"),
        ({"personGeneration": "ALLOW_ADULT"}, "personGeneration"),
    ],
)
def test_google_words_are_refused_by_name(http: httpx.Client, parameters: dict[str, object], named: str) -> None:
    body = {"instances": [{"prompt": "a"}], "parameters": parameters}
    answer = http.post(f"/v1beta/models/{MODEL}:predictLongRunning", json=body)
    assert answer.status_code == 400
    assert named in answer.json()["error"]["message"]


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"size": "1024x1792"}, "size"),
        ({"seconds": "long"}, "seconds"),
        ({"model": "sora-2"}, "model"),
        ({"quality": "hd"}, "quality"),
        ({"prompt": " "}, "prompt"),
        ({"input_reference": {"image_url": "ftp://x"}}, "image"),
    ],
)
def test_openai_words_are_refused_by_name(http: httpx.Client, fields: dict[str, object], param: str) -> None:
    answer = http.post("/v1/videos", json={"prompt": "a", **fields})
    assert answer.status_code == 400
    assert answer.json()["error"]["param"] == param


@pytest.mark.parametrize(
    "fields",
    [
        [("referenceImages", "[" * 100_000)],
        [("input_reference", '{"image_url": NaN}')],
        [("video[id]", "x"), ("video[id]", "y")],
        [("video", "x"), ("video[id]", "y")],
        [("prompt", "a\0b")],
        [(f"field{number}", "x") for number in range(100)],
        [("prompt", "a" * ((1 << 20) + 1))],
    ],
    ids=["deep", "not a number", "twice", "text and object", "nul", "many", "long"],
)
def test_an_odd_form_is_refused_in_words(http: httpx.Client, fields: list[tuple[str, str]]) -> None:
    answer = http.post("/v1/videos/extensions", files=[(name, (None, text)) for name, text in fields])
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]
    answer = http.post("/v1/videos", files=[("prompt ", (None, "a")), *((name, (None, text)) for name, text in fields)])
    assert answer.status_code == 400


def test_a_form_may_name_objects_as_javascript_does(http: httpx.Client, films: Films) -> None:
    task_id, _ = films("native")
    picture = f"data:image/png;base64,{FOX['bytesBase64Encoded']}"
    for path, fields in (
        ("/v1/videos/extensions", {"prompt": "on", "video[id]": task_id, "seconds": "8"}),
        ("/v1/videos/edits", {"prompt": "at night", "video[id]": task_id}),
        ("/v1/videos", {"prompt": "it runs", "input_reference[image_url]": picture, "seconds": "4"}),
    ):
        answer = http.post(path, files={name: (None, text) for name, text in fields.items()})
        assert answer.status_code == 200, answer.text
        http.post(f"/v1/videos/{answer.json()['id']}/cancel")


def test_a_form_that_is_cut_is_refused_in_words(http: httpx.Client) -> None:
    cut = b'--b\r\nContent-Disposition: form-data; name="prompt"\r\n\r\na fox'
    headers = {"content-type": "multipart/form-data; boundary=b"}
    assert http.post("/v1/videos", content=cut, headers=headers).status_code == 400
    assert http.post("/v1/videos", content=cut, headers={"content-type": "multipart/form-data"}).status_code == 400
    assert http.post("/v1/videos", content=b"", headers=headers).status_code == 400


def test_a_remix_and_an_edit_keep_pictures_seed_and_settings(http: httpx.Client) -> None:
    body = {"model": MODEL, "prompt": "a fox", "image": FOX, "durationSeconds": 4, "seed": 7, "negativePrompt": "rain"}
    first = http.post("/model/v1/generation", json=body).json()["id"]
    for path, words in (
        (f"/v1/videos/{first}/remix", {"prompt": "a red fox"}),
        ("/v1/videos/edits", {"prompt": "a red fox", "video": {"id": first}}),
    ):
        again = http.post(path, json=words).json()
        assert again["remixed_from_video_id"] == first
        told = [
            http.get(f"/model/v1/generation/task/{task_id}").json()["metadata"]["parameters"]
            for task_id in (first, again["id"])
        ]
        assert told[1] == {**told[0], "prompt": "a red fox"}
    assert http.post(f"/v1/videos/{first}/remix", json={"prompt": "a", "size": "1280x720"}).status_code == 400
    assert http.post(f"/v1/videos/{NOBODY}/remix", json={"prompt": "a"}).status_code == 404
