"""Google's resumable upload over plain HTTP: pieces, resuming, and refusals that its clients understand."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PIL import Image

from rushes.testing.server import Server
from tests.clients.tongues import MODEL

FOX = (Path(__file__).parents[1] / "promises/fox.png").read_bytes()


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with server.http() as client:
        yield client


def begin(http: httpx.Client, size: int, name: str = "fox.png") -> str:
    headers = {
        "X-Goog-Upload-Protocol": "resumable",
        "X-Goog-Upload-Command": "start",
        "X-Goog-Upload-Header-Content-Length": str(size),
        "X-Goog-Upload-Header-Content-Type": "image/png",
    }
    answer = http.post("/upload/v1beta/files", json={"file": {"displayName": name}}, headers=headers)
    assert answer.status_code == 200, answer.text
    assert answer.headers["x-goog-upload-status"] == "active"
    return answer.headers["x-goog-upload-url"]


def send(url: str, command: str, offset: int = 0, data: bytes = b"") -> httpx.Response:
    """As the SDK does: without any key."""
    headers = {"X-Goog-Upload-Command": command, "X-Goog-Upload-Offset": str(offset)}
    return httpx.post(url, content=data, headers=headers)


def test_a_file_comes_in_pieces_and_goes_on_after_a_break(http: httpx.Client) -> None:
    url, half = begin(http, len(FOX)), len(FOX) // 2
    first = send(url, "upload", 0, FOX[:half])
    assert first.headers["x-goog-upload-status"] == "active"
    asked = send(url, "query")
    assert int(asked.headers["x-goog-upload-size-received"]) == half
    astray = send(url, "upload", half + 1, FOX[half:])
    assert astray.status_code == 400
    assert astray.headers["x-goog-upload-status"] == "final"
    assert f"must be {half}" in astray.json()["error"]["message"]
    last = send(url, "upload, finalize", half, FOX[half:])
    assert last.headers["x-goog-upload-status"] == "final"
    file = last.json()["file"]
    assert (file["displayName"], file["mimeType"], file["state"], file["source"]) == (
        "fox.png",
        "image/png",
        "ACTIVE",
        "UPLOADED",
    )
    assert http.get(f"/v1beta/{file['name']}").json() == file
    assert file in http.get("/v1beta/files?pageSize=100").json()["files"]
    shot = {"instances": [{"prompt": "it runs", "image": {"fileData": {"fileUri": file["uri"]}}}]}
    assert http.post(f"/v1beta/models/{MODEL}:predictLongRunning", json=shot).status_code == 200
    assert http.delete(f"/v1beta/{file['name']}").json() == {}
    assert http.get(f"/v1beta/{file['name']}").status_code == 404


def test_a_page_of_files_has_a_next_one(server: Server) -> None:
    _, secret = server.make_key(project="uploads")
    with server.http(secret) as http:
        names = {send(begin(http, len(FOX)), "upload, finalize", 0, FOX).json()["file"]["name"] for _ in range(3)}
        first = http.get("/v1beta/files?pageSize=2").json()
        rest = http.get(f"/v1beta/files?pageSize=2&pageToken={first['nextPageToken']}").json()
        assert {file["name"] for file in (*first["files"], *rest["files"])} == names
        assert "nextPageToken" not in rest
        assert http.get("/v1beta/files?pageToken=x").status_code == 400


def test_what_is_no_picture_or_too_long_is_refused(http: httpx.Client) -> None:
    text = send(begin(http, 5), "upload, finalize", 0, b"hello")
    assert text.status_code == 400
    assert text.headers["x-goog-upload-status"] == "final"
    assert "picture" in text.json()["error"]["message"]
    longer = send(begin(http, 5), "upload, finalize", 0, b"hello!")
    assert longer.status_code == 413
    shorter = send(begin(http, 5), "upload, finalize", 0, b"hell")
    assert shorter.status_code == 400
    assert "4 of 5" in shorter.json()["error"]["message"]
    huge = {"X-Goog-Upload-Header-Content-Length": "9" * 15}
    assert http.post("/upload/v1beta/files", headers=huge).status_code == 413
    assert "Content-Length" in http.post("/upload/v1beta/files").json()["error"]["message"]
    assert send(begin(http, 5), "dance").status_code == 400
    url = begin(http, 5)
    send(url, "upload", 0, b"hel")
    assert send(url, "cancel").headers["x-goog-upload-status"] == "cancelled"
    assert send(url, "query").headers["x-goog-upload-size-received"] == "0"


def test_only_an_address_that_was_given_out_takes_bytes(server: Server, http: httpx.Client) -> None:
    url = begin(http, len(FOX))
    path, _, query = url.partition("?")
    for wrong in (
        path,
        f"{path}x?{query}",
        url.replace("signature=", "signature=0"),
        f"{server.url}/upload/v1beta/files/x",
    ):
        assert send(wrong, "upload, finalize", 0, FOX).status_code == 403, wrong
    assert httpx.post(f"{server.url}/upload/v1beta/files").status_code == 400, "a start needs a key"


@pytest.mark.slow
def test_a_long_file_in_several_pieces(http: httpx.Client) -> None:
    noise = Image.frombytes("RGB", (2000, 1600), os.urandom(2000 * 1600 * 3))
    file = io.BytesIO()
    noise.save(file, "PNG", compress_level=0)
    data = file.getvalue()
    url, piece = begin(http, len(data)), 4 << 20
    for offset in range(0, len(data), piece):
        part = data[offset : offset + piece]
        last = send(url, "upload, finalize" if offset + len(part) == len(data) else "upload", offset, part)
        assert last.status_code == 200, last.text
    assert last.json()["file"]["mimeType"] == "image/png"
