"""Clips by signed link and by key: whole, in ranges, from a cache; and never with a link that is not ours."""

from __future__ import annotations

import hashlib
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from rushes.testing.server import Server
from tests.promises.conftest import TASKS


@pytest.fixture
def link(finished: dict[str, Any]) -> str:
    return str(finished["output"][0]["content"][0]["url"])


@pytest.fixture
def film(link: str) -> bytes:
    return httpx.get(link).content


def test_the_link_gives_the_whole_clip_without_a_key(link: str, finished: dict[str, Any]) -> None:
    answer = httpx.get(link)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "video/mp4"
    assert answer.headers["accept-ranges"] == "bytes"
    clip = finished["metadata"]["clip"]
    assert len(answer.content) == clip["size_bytes"] == int(answer.headers["content-length"])
    assert hashlib.sha256(answer.content).hexdigest() == clip["sha256"]
    assert answer.content[4:8] == b"ftyp"


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("bytes=0-99", 206, slice(0, 100)),
        ("bytes=100-", 206, slice(100, None)),
        ("bytes=-100", 206, slice(-100, None)),
        ("bytes=0-99999999", 206, slice(0, None)),
        ("bytes=0-0", 206, slice(0, 1)),
        ("bytes=5-4", 200, slice(0, None)),
        ("bytes=0-1,5-6", 200, slice(0, None)),
        ("seconds=0-1", 200, slice(0, None)),
        ("bytes=x-", 200, slice(0, None)),
        ("bytes=99999999-", 416, None),
        ("bytes=-0", 416, None),
    ],
)
def test_a_range_gives_that_part(link: str, film: bytes, asked: str, status: int, part: slice | None) -> None:
    answer = httpx.get(link, headers={"Range": asked})
    assert answer.status_code == status
    if part is None:
        assert answer.headers["content-range"] == f"bytes */{len(film)}"
        return
    assert answer.content == film[part]
    if status == 206:
        first = part.indices(len(film))[0]
        assert answer.headers["content-range"] == f"bytes {first}-{first + len(answer.content) - 1}/{len(film)}"


def test_a_cache_is_told_that_nothing_changed(link: str, film: bytes) -> None:
    tag = httpx.get(link).headers["etag"]
    assert httpx.get(link, headers={"If-None-Match": tag}).status_code == 304
    assert httpx.get(link, headers={"If-None-Match": '"other"'}).status_code == 200
    assert httpx.get(link, headers={"Range": "bytes=0-9", "If-Range": tag}).content == film[:10]
    assert httpx.get(link, headers={"Range": "bytes=0-9", "If-Range": '"other"'}).content == film


def test_a_link_that_was_changed_opens_nothing(server: Server, link: str, finished: dict[str, Any]) -> None:
    parts = urlsplit(link)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    other = "0" * 26
    forged = [
        (parts.path, {}),
        (parts.path, {**query, "signature": query["signature"][:-1] + ("0" if query["signature"][-1] != "0" else "1")}),
        (parts.path, {**query, "signature": ""}),
        (parts.path, {**query, "signature": "é" * 64}),
        (parts.path, {**query, "expires": str(int(query["expires"]) + 1)}),
        (parts.path, {**query, "expires": "9" * 300}),
        (f"/clips/{other}.mp4", query),
        (f"/posters/{finished['id']}.jpg", query),
    ]
    for path, changed in forged:
        answer = httpx.get(f"{server.url}{path}", params=changed)
        assert answer.status_code == 403, (path, changed)
        assert answer.json()["status"]["error_code"] == 40302


def test_the_poster_is_a_picture(finished: dict[str, Any]) -> None:
    answer = httpx.get(finished["metadata"]["poster_url"])
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.content[:3] == b"\xff\xd8\xff"


def test_a_key_downloads_its_clips(http: httpx.Client, finished: dict[str, Any], film: bytes) -> None:
    path = f"{TASKS}/task/{finished['id']}/clip"
    assert http.get(path).content == film
    assert http.get(path, headers={"Range": "bytes=4-7"}).content == b"ftyp"
    assert "attachment" in http.get(f"{path}?download=1").headers["content-disposition"]


def test_a_clip_that_is_not_there_yet_is_a_conflict_in_words(http: httpx.Client) -> None:
    body = {"model": "veo_31_fast", "prompt": "a fox fake:slow=5", "durationSeconds": 4}
    task_id = http.post(TASKS, json=body).json()["id"]
    refused = http.get(f"{TASKS}/task/{task_id}/clip")
    assert refused.status_code == 409
    assert "Poll" in refused.json()["message"]
    http.post(f"{TASKS}/task/{task_id}/cancel")
