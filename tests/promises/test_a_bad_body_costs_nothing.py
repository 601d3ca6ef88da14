"""Bodies that are too large, too slow, broken or ambiguous: refused in a second, in words, with flat memory."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from rushes.testing.server import Server, running
from tests.promises.conftest import TASKS

MIB = 1 << 20
#: The server's cap in these tests is 8 MiB (conftest); the bar is 64 MiB above the baseline.
GROWTH_MAX = 64 * MIB

GOOD = '"model": "veo_31_fast", "prompt": "a fox"'
BROKEN = {
    "nothing": (b"", "empty"),
    "blanks": (b"  \n", "empty"),
    "no json": (b"model=veo_31_fast", "JSON"),
    "half": (b'{"model": ', "line 1"),
    "an array": (b"[]", "object"),
    "a string": (b'"veo"', "object"),
    "null": (b"null", "object"),
    "a number": (b"1", "object"),
    "two objects": (b"{}{}", "JSON"),
    "not UTF-8": (b'{"model": "\xff\xfe"}', "UTF-8"),
    "UTF-16": ('{"model": "x"}'.encode("utf-16"), "UTF-8"),
    "NaN": (b'{"seed": NaN}', "NaN"),
    "infinity": (b'{"seed": -Infinity}', "Infinity"),
    "an infinite number": (b'{"seed": 1e999}', "1e999"),
    "a number without end": (b'{"seed": ' + b"9" * 100_000 + b"}", "digits"),
    "double names": (f'{{{GOOD}, "prompt": "two"}}'.encode(), "twice"),
    "double names inside": (f'{{{GOOD}, "image": {{"uri": "a", "uri": "b"}}}}'.encode(), "twice"),
    "deep arrays": (b'{"metadata": ' + b"[" * 90_000 + b"]" * 90_000 + b"}", "deep"),
    "deep objects": (b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "deep"),
    "65 deep": (b'{"metadata": ' + b'{"a":' * 65 + b"1" + b"}" * 66, "deep"),
    "U+0000": (f'{{{GOOD}, "negativePrompt": "a\\u0000b"}}'.encode(), "U+0000"),
    "half a surrogate": (f'{{{GOOD}, "negativePrompt": "a\\ud800b"}}'.encode(), "surrogate"),
    "a name that is half a surrogate": (f'{{{GOOD}, "\\ud800": 1}}'.encode(), "surrogate"),
    "a raw control character": (b'{"prompt": "a\x00b"}', "JSON"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_body_is_400_in_words(http: httpx.Client, case: str) -> None:
    body, word = BROKEN[case]
    begun = time.monotonic()
    answer = http.post(TASKS, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert word in answer.json()["message"]
    assert len(answer.content) < 2000
    assert time.monotonic() - begun < 5.0


def test_a_form_is_told_to_be_json(http: httpx.Client) -> None:
    answer = http.post(TASKS, data={"model": "veo_31_fast"})
    assert answer.status_code == 400
    assert "application/json" in answer.json()["message"]


def test_json_is_taken_whatever_it_is_called(http: httpx.Client) -> None:
    for kind in ("application/x-www-form-urlencoded", "text/plain", ""):
        answer = http.post(TASKS, content=f"\ufeff{{{GOOD}}}".encode(), headers={"Content-Type": kind})
        assert answer.status_code == 200, "curl -d and a byte order mark are common"


def test_a_compressed_body_is_refused_before_it_is_inflated(http: httpx.Client) -> None:
    answer = http.post(TASKS, content=b"\x1f\x8b", headers={"Content-Encoding": "gzip"})
    assert answer.status_code == 400
    assert "gzip" in answer.json()["message"]


def rss_bytes(server: Server) -> int:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) * 1024


def peak_bytes(server: Server) -> int:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) * 1024


def forget_peak(server: Server) -> int:
    """Begin measuring the peak anew; returns the memory in use now, in bytes."""
    Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")
    return rss_bytes(server)


def head(server: Server, *lines: str, key: str | None = None) -> bytes:
    return "\r\n".join(
        [
            f"POST {TASKS} HTTP/1.1",
            "Host: localhost",
            f"Authorization: Bearer {key or server.first_key}",
            "Content-Type: application/json",
            *lines,
            "",
            "",
        ]
    ).encode()


def connected(server: Server) -> socket.socket:
    parts = urlsplit(server.url)
    assert parts.hostname is not None
    return socket.create_connection((parts.hostname, parts.port or 80), timeout=30.0)


def answered(line: socket.socket) -> bytes:
    data = b""
    while piece := _received(line):
        data += piece
        if b"\r\n\r\n" in data and data.endswith(b"}"):
            break
    return data


def _received(line: socket.socket) -> bytes:
    try:
        return line.recv(65536)
    except ConnectionError:
        return b""


def test_a_body_announced_as_2_gb_is_refused_at_once(server: Server) -> None:
    before = forget_peak(server)
    begun = time.monotonic()
    with connected(server) as line:
        line.sendall(head(server, f"Content-Length: {2 << 30}"))
        answer = answered(line)
    assert time.monotonic() - begun < 5.0
    assert answer.startswith(b"HTTP/1.1 413")
    assert b'"error_code":41301' in answer
    assert peak_bytes(server) - before < GROWTH_MAX


def test_a_sender_who_goes_on_all_the_same_still_sees_the_answer(server: Server) -> None:
    def endless() -> Iterator[bytes]:
        for _ in range(24):
            yield b" " * MIB

    before = forget_peak(server)
    with server.http() as http:
        answer = http.post(TASKS, content=endless())
    assert answer.status_code == 413
    assert "8 MiB" in answer.json()["message"]
    assert peak_bytes(server) - before < GROWTH_MAX


def test_chunks_without_end_are_cut_off(server: Server) -> None:
    before = forget_peak(server)
    sent, begun = 0, time.monotonic()
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    with connected(server) as line:
        line.sendall(head(server, "Transfer-Encoding: chunked"))
        while sent < 2 << 30:
            try:
                line.sendall(chunk)
            except ConnectionError:
                break
            sent += len(chunk)
    assert sent < 200 * MIB
    assert time.monotonic() - begun < 10.0
    assert peak_bytes(server) - before < GROWTH_MAX


def test_without_a_key_no_body_is_read(server: Server) -> None:
    before = forget_peak(server)
    with connected(server) as line:
        line.sendall(head(server, f"Content-Length: {1 << 30}", key="rsh_test_nobody"))
        assert answered(line).startswith(b"HTTP/1.1 401")
    assert peak_bytes(server) - before < GROWTH_MAX


def test_a_large_body_within_the_cap_is_read(http: httpx.Client) -> None:
    answer = http.post(TASKS, content=f'{{{GOOD}, "image": "{"A" * (6 * MIB)}"}}'.encode())
    assert answer.status_code == 400
    assert answer.json()["parameter"].startswith("image")


@pytest.mark.parametrize(
    "lines",
    [
        ("Content-Length: 5", "Content-Length: 6"),
        ("Content-Length: 5", "Transfer-Encoding: chunked"),
        ("Content-Length: -1",),
        ("Content-Length: five",),
        ("Transfer-Encoding: chunked, identity",),
        ("Bad Header",),
    ],
)
def test_http_that_could_mean_two_things_is_400(server: Server, lines: tuple[str, ...]) -> None:
    with connected(server) as line:
        line.sendall(head(server, *lines) + b"0\r\n\r\n")
        line.shutdown(socket.SHUT_WR)
        answer = answered(line)
    assert answer == b"" or answer.startswith(b"HTTP/1.1 4"), answer


def test_a_body_shorter_than_announced_leaves_nothing_behind(server: Server, http: httpx.Client) -> None:
    newest = http.get(f"{TASKS}/tasks?limit=1").json()
    with connected(server) as line:
        line.sendall(head(server, "Content-Length: 1000") + b'{"model": "veo_31_fast", "prompt": "half')
    assert http.get(f"{TASKS}/tasks?limit=1").json()["data"][:1] == newest["data"][:1]
    assert "bug" not in server.log


def test_slow_senders_are_given_up(tmp_path: Path) -> None:
    settings = {"RUSHES_BODY_IDLE_SECONDS": "0.5", "RUSHES_BODY_SECONDS": "1.5"}
    with running(tmp_path / "home", worker=False, settings=settings) as server:
        with connected(server) as line:
            line.sendall(head(server, "Content-Length: 1000") + b"{")
            begun = time.monotonic()
            assert answered(line).startswith(b"HTTP/1.1 408")
            assert time.monotonic() - begun < 8.0
        with connected(server) as line:
            line.sendall(head(server, "Content-Length: 1000"))
            begun = time.monotonic()
            line.settimeout(0.2)
            answer = b""
            while not answer and time.monotonic() - begun < 10:
                line.sendall(b" ")
                try:
                    answer = line.recv(65536)
                except TimeoutError:
                    continue
            assert answer.startswith(b"HTTP/1.1 408"), "a trickle is no excuse"


def test_a_head_without_end_is_cut_off(server: Server) -> None:
    before = forget_peak(server)
    sent = 0
    with connected(server) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ")
        while sent < 64 * MIB:
            try:
                line.sendall(b"a" * 65536)
            except ConnectionError:
                break
            sent += 65536
    assert sent < 16 * MIB
    assert peak_bytes(server) - before < GROWTH_MAX


def test_an_upload_is_streamed_and_measured(server: Server, http: httpx.Client) -> None:
    picture = (Path(__file__).parent / "fox.png").read_bytes()
    whole = http.post("/model/v1/files?filename=fox.png", content=picture, headers={"Content-Type": "image/png"})
    assert whole.status_code == 200, whole.text
    assert {name: whole.json()[name] for name in ("name", "kind", "width", "height")} == {
        "name": "fox.png",
        "kind": "picture",
        "width": 64,
        "height": 36,
    }
    form = http.post("/model/v1/files", files={"file": ("../../fox.png", picture, "image/png")}, data={"purpose": "x"})
    assert form.status_code == 200, form.text
    assert form.json()["sha256"] == whole.json()["sha256"]
    assert "/" not in form.json()["name"]
    body = {"model": "veo_31_fast", "prompt": "a fox", "image": {"fileId": form.json()["id"]}, "durationSeconds": 4}
    assert http.post(TASKS, json=body).status_code == 200
    assert http.get(f"/model/v1/files/{form.json()['id']}").json() == form.json()
    assert form.json()["id"] in [file["id"] for file in http.get("/model/v1/files").json()["data"]]
    assert http.delete(f"/model/v1/files/{form.json()['id']}").status_code == 200
    assert http.get(f"/model/v1/files/{form.json()['id']}").status_code == 404


@pytest.mark.parametrize("content", [b"", b"hello", b"#!/bin/sh\n", b"\x89PNG\r\n\x1a\n" + b"\0" * 100])
def test_an_upload_that_is_no_medium_is_refused(http: httpx.Client, content: bytes) -> None:
    for answer in (
        http.post("/model/v1/files", content=content),
        http.post("/model/v1/files", files={"file": ("a.png", content, "image/png")}),
    ):
        assert answer.status_code == 400, answer.text


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=b", b"--b\r\n\r\n"),
        ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhalf'),
        ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\nx\r\n--b--\r\n'),
        ("multipart/form-data; boundary=" + "b" * 500, b"x"),
    ],
)
def test_a_broken_form_is_refused(http: httpx.Client, kind: str, content: bytes) -> None:
    answer = http.post("/model/v1/files", content=content, headers={"Content-Type": kind})
    assert answer.status_code == 400, answer.text


def test_nothing_of_all_this_was_a_bug(server: Server) -> None:
    assert "Traceback" not in server.log
    assert "bug in" not in server.log
    assert server.process.poll() is None
