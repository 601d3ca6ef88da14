"""Whatever is wrong with a request: a 4xx that names the parameter, what came and what is allowed; nothing is stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
import pytest

from rushes import models
from rushes.api.dialects.native import EXTENSIONS
from rushes.model import Kind, Parameter
from rushes.testing.server import Server
from tests.promises.conftest import TASKS

GOOD: Mapping[str, object] = {"model": "veo_31_fast", "prompt": "a fox"}
PARAMETERS = (*models.find("veo_31_fast").parameters, *EXTENSIONS)
#: A value of every JSON type.
VALUES: Mapping[str, object] = {
    "null": None,
    "true": True,
    "integer": 7,
    "fraction": 7.5,
    "huge": 10**400,
    "negative": -1,
    "text": "xyzzy",
    "empty": "",
    "array": [],
    "nested": [[]],
    "object": {},
    "odd": "a\u202eb\U0001f98a\ufffd",
}
#: Which of these may be right for a kind, at least as far as the type goes.
FITTING: Mapping[Kind, set[str]] = {
    Kind.STRING: {"text", "empty", "odd"},
    Kind.INTEGER: {"integer", "huge", "negative"},
    Kind.BOOLEAN: {"true"},
    Kind.OBJECT: {"object"},
    Kind.PICTURE: {"object", "text", "empty", "odd"},
    Kind.FOOTAGE: {"object", "text", "empty", "odd"},
    Kind.PICTURES: {"array", "nested"},
}
#: The caller's own words may be anything.
FREE = {
    ("prompt", "text"),
    ("prompt", "odd"),
    ("negativePrompt", "text"),
    ("negativePrompt", "odd"),
    ("negativePrompt", "empty"),
}
FREE |= {("metadata", "object"), ("generateAudio", "true"), ("seed", "integer"), ("deadlineSeconds", "integer")}
FREE |= {("dryRun", "true"), ("preview", "true"), ("maxCost", "integer"), ("maxCost", "fraction")}


def refused(answer: httpx.Response, parameter: str | None = None) -> dict[str, Any]:
    """The body of a refusal, judged as such."""
    body: dict[str, Any] = answer.json()
    assert 400 <= answer.status_code < 500, body
    assert body["status"] == {
        "code": answer.status_code,
        "message": body["message"],
        "error_code": body["status"]["error_code"],
    }
    assert body["status"]["error_code"] // 100 == answer.status_code
    assert isinstance(body["error"], str), "an object would be unreadable to the reference's command line"
    assert body["data"] is None
    assert body["request_id"] == answer.headers["x-request-id"]
    if parameter is not None:
        assert body["parameter"].split(".")[0].split("[")[0] == parameter.split("[")[0], body
        assert parameter.split("[")[0] in body["message"]
    return body


@pytest.mark.parametrize("wrapped", [False, True], ids=["flat", "wrapped"])
@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda one: one.name)
def test_a_value_of_the_wrong_type_is_refused(http: httpx.Client, parameter: Parameter, wrapped: bool) -> None:
    newest = newest_id(http)
    for name, value in VALUES.items():
        if (parameter.name, name) in FREE:
            continue
        given = {"prompt": "a fox", parameter.name: value}
        body = {"model": "veo_31_fast", "input": [{"params": given}]} if wrapped else {**GOOD, **given}
        error = refused(http.post(TASKS, json=body), parameter.name)
        if name not in FITTING[parameter.kind] and parameter.name != "maxCost":
            assert error["error"] == "wrong_type", (name, error)
    assert newest_id(http) == newest, "nothing was stored"


def newest_id(http: httpx.Client) -> str | None:
    found = http.get(f"{TASKS}/tasks?limit=1").json()["data"]
    return str(found[0]["id"]) if found else None


#: What newcomers send: body, the parameter at fault, a word that must be in the answer.
MISTAKES: Mapping[str, tuple[Mapping[str, object], str, str]] = {
    "no model": ({"prompt": "a fox"}, "model", "veo_31_fast"),
    "no prompt": ({"model": "veo_31_fast"}, "prompt", "missing"),
    "blank prompt": ({"model": "veo_31_fast", "prompt": "  "}, "prompt", "empty"),
    "unknown model": ({"model": "veo_4", "prompt": "a"}, "model", "veo_31_fast"),
    "model of another spelling": ({"model": "Veo_31_Fast", "prompt": "a"}, "model", "veo_31_fast"),
    "snake case": ({**GOOD, "duration_seconds": 8}, "duration_seconds", "durationSeconds"),
    "another name for it": ({**GOOD, "aspect_ratio": "16:9"}, "aspect_ratio", "aspectRatio"),
    "a misspelled name": ({**GOOD, "negativPrompt": "text"}, "negativPrompt", "negativePrompt"),
    "duration as text": ({**GOOD, "durationSeconds": "8"}, "durationSeconds", "integer"),
    "a duration that is not made": ({**GOOD, "durationSeconds": 5}, "durationSeconds", "4, 6 or 8"),
    "duration as fraction": ({**GOOD, "durationSeconds": 8.0}, "durationSeconds", "integer"),
    "resolution by number": ({**GOOD, "resolution": 1080}, "resolution", "string"),
    "resolution in capitals": ({**GOOD, "resolution": "4K"}, "resolution", "4k"),
    "size in pixels": ({**GOOD, "resolution": "1920x1080"}, "resolution", "1080p"),
    "another shape": ({**GOOD, "aspectRatio": "1:1"}, "aspectRatio", "9:16"),
    "1080p for 4 seconds": ({**GOOD, "resolution": "1080p", "durationSeconds": 4}, "durationSeconds", "8"),
    "4k for 6 seconds": ({**GOOD, "resolution": "4k", "durationSeconds": 6}, "durationSeconds", "8"),
    "lastFrame alone": ({**GOOD, "lastFrame": {"uri": "https://a.example/a.png"}}, "lastFrame", "image"),
    "references and image": (
        {**GOOD, "image": {"uri": "https://a.example/a.png"}, "referenceImages": [{"image": "x"}]},
        "referenceImages",
        "image",
    ),
    "four references": ({**GOOD, "referenceImages": [{"image": "x"}] * 4}, "referenceImages", "3"),
    "references as an object": ({**GOOD, "referenceImages": {"image": "x"}}, "referenceImages", "array"),
    "video and image": ({**GOOD, "image": "x", "video": "y"}, "video", "image"),
    "people in text to video": ({**GOOD, "personGeneration": "allow_adult"}, "personGeneration", "allow_all"),
    "nobody": ({**GOOD, "personGeneration": "dont_allow"}, "personGeneration", "allow_all"),
    "a seed below zero": ({**GOOD, "seed": -1}, "seed", "4294967295"),
    "several at once": ({**GOOD, "sampleCount": 4}, "sampleCount", "no parameter"),
    "Google's own body": ({"model": "veo_31_fast", "instances": [{"prompt": "a"}]}, "instances", "no parameter"),
    "both bodies": ({**GOOD, "input": [{"params": {"prompt": "a"}}]}, "prompt", "input"),
    "input as an object": ({"model": "veo_31_fast", "input": {"params": {}}}, "input", "array"),
    "input with two blocks": ({"model": "veo_31_fast", "input": [{"params": {}}] * 2}, "input", "one block"),
    "no block": ({"model": "veo_31_fast", "input": []}, "input", "one block"),
    "params beside": ({"model": "veo_31_fast", "input": [{"prompt": "a"}]}, "input[0]", "params"),
    "an image that is none": ({**GOOD, "image": "aGVsbG8="}, "image", "image"),
    "an image in the cloud": ({**GOOD, "image": {"gcsUri": "gs://bucket/a.png"}}, "image", "gs://"),
    "an image on this machine": ({**GOOD, "image": {"uri": "file:///etc/passwd"}}, "image", "https"),
    "an image of an inner address": ({**GOOD, "image": {"uri": "https://127.0.0.1/a.png"}}, "image", "image"),
    "an unknown inner name": ({**GOOD, "image": {"href": "https://a.example/a.png"}}, "image", "href"),
    "a task that is not there": ({**GOOD, "video": {"taskId": "0" * 26}}, "video", "video"),
    "a cost in words": ({**GOOD, "maxCost": "1 USD"}, "maxCost", "decimal"),
    "a deadline at once": ({**GOOD, "deadlineSeconds": 0}, "deadlineSeconds", "5"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_newcomers_mistake_is_answered_with_help(http: httpx.Client, mistake: str) -> None:
    body, parameter, word = MISTAKES[mistake]
    error = refused(http.post(TASKS, json=dict(body)), parameter)
    assert word in error["message"], error["message"]
    assert len(error["message"]) < 600


@pytest.mark.parametrize(
    ("header", "word"),
    [
        (None, "missing"),
        ("", "missing"),
        ("Bearer", "no key"),
        ("rsh_test_abc", "Bearer"),
        ("Basic dXNlcjpwYXNz", "form"),
        ("Bearer YOUR_KEY", "not known"),
        ("Bearer rsh_test_ééé", "not known"),
        ("Token x", "form"),
    ],
)
def test_a_missing_or_wrong_key_is_explained(server: Server, header: str | None, word: str) -> None:
    for path in (f"{TASKS}/tasks", f"{TASKS}/task/{'0' * 26}"):
        headers = {} if header is None else {b"authorization": header.encode()}
        answer = httpx.get(f"{server.url}{path}", headers=headers)
        error = refused(answer)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert word in error["message"]


def test_keys_are_taken_in_the_dresses_of_this_wire(server: Server) -> None:
    secret = server.first_key
    for header in (f"bearer {secret}", f"BEARER   {secret}", f"Key {secret}"):
        assert httpx.get(f"{server.url}{TASKS}/tasks", headers={"Authorization": header}).status_code == 200


@pytest.mark.parametrize("method", ["TRACE", "QUERY", "PROPFIND", "PUT", "PATCH", "OPTIONS"])
def test_a_method_that_is_not_taken_is_405_with_what_is(http: httpx.Client, method: str) -> None:
    answer = http.request(method, TASKS)
    assert refused(answer)["status"]["error_code"] == 40501
    assert answer.headers["allow"]


@pytest.mark.parametrize(
    "task_id",
    ["%C3%81%C2%A9%3F", "..%2f..%2fetc", "0" * 25, "0" * 4000, "%00", "A" * 26, "null", "-1", "%ff%fe", "a b"],
)
def test_an_odd_id_is_404_and_never_a_fault(http: httpx.Client, task_id: str) -> None:
    for path in (
        f"{TASKS}/task/{task_id}",
        f"/model/v1/files/{task_id}",
        f"/api/v1/keys/{task_id}",
        f"/clips/{task_id}",
    ):
        answer = http.get(path)
        assert refused(answer)["status"]["error_code"] // 100 in (404, 403), path


def test_head_answers_like_get_without_a_body(http: httpx.Client, finished: dict[str, Any]) -> None:
    for path in (f"{TASKS}/task/{finished['id']}", "/healthz", finished["output"][0]["content"][0]["url"]):
        got, head = http.get(path), http.head(path)
        assert head.status_code == got.status_code == 200
        assert head.content == b""
        assert head.headers["content-length"] == str(len(got.content))


def test_a_callers_request_id_is_kept_when_it_is_plain(http: httpx.Client) -> None:
    assert http.get("/healthz", headers={"X-Request-Id": "mine-1"}).headers["x-request-id"] == "mine-1"
    assert http.get("/healthz", headers={"X-Request-Id": "a b\tc"}).headers["x-request-id"] != "a b\tc"
