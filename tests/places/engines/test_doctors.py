"""Goal: an owner who has set an engine up wrongly is told what is wrong and what to do, in one line.
Method: each mistake, made in the environment, against far sides that answer as the real ones do."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from rushes.cli.doctor import doctor
from rushes.engine import Finished, Health
from rushes.engines import catalog, probe
from rushes.engines.vertex.products import PRODUCTS, retirements
from rushes.errors import Misconfigured
from rushes.testing.fake_google import FakeGoogle
from rushes.testing.fake_upstream import FakeUpstream
from rushes.testing.fake_videos_api import FakeVideosApi
from rushes.testing.far_side import FarSide
from tests.places.engines.hands import TakeInHand, load, shot


@pytest.fixture(scope="module")
def fars() -> Iterator[dict[str, FarSide]]:
    with FakeGoogle() as google, FakeVideosApi() as videos, FakeUpstream() as upstream:
        yield {far.name: far for far in (google, videos, upstream)}


def environment_of(far: FarSide, folder: Path) -> dict[str, str]:
    match far:
        case FakeGoogle():
            return far.environment(folder, bucket="reels")
        case FakeVideosApi() | FakeUpstream():
            return far.environment()
    raise AssertionError("three far sides")


def checked(name: str, environment: Mapping[str, str], monkeypatch: pytest.MonkeyPatch) -> Health:
    """What `rushes doctor` is told of the engine."""
    try:
        engine = load(name, environment, monkeypatch)
    except Misconfigured as fault:
        return Health(False, fault.message)
    health = engine.doctor()  # type: ignore[attr-defined]  # those of ours have one
    assert isinstance(health, Health)
    return health


_NOWHERE = "http://127.0.0.1:9"


@pytest.mark.parametrize(
    ("name", "mistake", "words"),
    [
        ("vertex", {}, "Google answers; serves veo_31_fast = veo-3.1-fast-generate-001"),
        ("vertex", {"GOOGLE_APPLICATION_CREDENTIALS": "/nowhere.json"}, "gcloud auth application-default login"),
        ("vertex", {"GOOGLE_VERTEX_BASE_URL": _NOWHERE}, "cannot be reached"),
        ("vertex", {"RUSHES_VERTEX_STORAGE_URI": "gs://none/films"}, "the bucket none: there is none (404)"),
        ("vertex", {"RUSHES_VERTEX_STORAGE_URI": "films"}, "RUSHES_VERTEX_STORAGE_URI is 'films'"),
        ("vertex", {"RUSHES_VERTEX_AT_ONCE": "many"}, "RUSHES_VERTEX_AT_ONCE is 'many'"),
        ("vertex", {"RUSHES_VERTEX_PER_MINUTE": "0"}, "RUSHES_VERTEX_PER_MINUTE is '0'"),
        ("vertex", {"RUSHES_VERTEX_MODELS": "sora=x"}, "RUSHES_VERTEX_MODELS has 'sora=x'"),
        ("vertex", {"RUSHES_SILENCE_SECONDS": "-1"}, "RUSHES_SILENCE_SECONDS is '-1'"),
        ("videos_api", {}, "serves veo_31_fast = far-video-1 from extend, image, text"),
        ("videos_api", {"RUSHES_VIDEOS_API_URL": _NOWHERE}, "cannot be reached"),
        ("videos_api", {"RUSHES_VIDEOS_API_URL": "gpu-1"}, "RUSHES_VIDEOS_API_URL is 'gpu-1'"),
        ("videos_api", {"RUSHES_VIDEOS_API_KEY": "wrong"}, "does not take the key (401); set RUSHES_VIDEOS_API_KEY"),
        ("videos_api", {"RUSHES_VIDEOS_API_MODELS": "veo_31_fast=none"}, "has no none, but far-video-1"),
        ("videos_api", {"RUSHES_VIDEOS_API_MODELS": "veo"}, "it must be like veo_31_fast=their-name"),
        ("videos_api", {"RUSHES_VIDEOS_API_SIZE_STEP": "0"}, "RUSHES_VIDEOS_API_SIZE_STEP is '0'"),
        ("videos_api", {"RUSHES_VIDEOS_API_URL": "http://[oops/v1"}, "RUSHES_VIDEOS_API_URL is no address"),
        ("videos_api", {"RUSHES_VIDEOS_API_URL": "http://gpu:99999/v1"}, "RUSHES_VIDEOS_API_URL is no address"),
        ("upstream", {"RUSHES_UPSTREAM_URL": "https:///model"}, "RUSHES_UPSTREAM_URL is an address without a host"),
        ("upstream", {}, "answers"),
        ("upstream", {"RUSHES_UPSTREAM_URL": _NOWHERE}, "cannot be reached"),
        ("upstream", {"RUSHES_UPSTREAM_KEY": "wrong"}, "does not take the key (401); set RUSHES_UPSTREAM_KEY"),
        ("upstream", {"RUSHES_UPSTREAM_KIND": "other"}, "it must be rushes or reference"),
        ("upstream", {"RUSHES_UPSTREAM_AT_ONCE": "-2"}, "RUSHES_UPSTREAM_AT_ONCE is '-2'"),
    ],
)
def test_each_mistake_is_named_in_a_line(
    fars: dict[str, FarSide],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    mistake: dict[str, str],
    words: str,
) -> None:
    health = checked(name, environment_of(fars[name], tmp_path) | mistake, monkeypatch)
    assert words in health.line
    assert health.well == (not mistake)
    assert "\n" not in health.line
    assert "Traceback" not in health.line


@pytest.mark.parametrize("express", [True, False])
@pytest.mark.parametrize("reply", [b"", b"SSH-2.0\r\n\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n\xff{", None])
def test_what_is_no_google_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reply: bytes | None, express: bool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as odd, FakeGoogle() as google:

        def answer() -> None:
            connection, _ = odd.accept()
            with connection:
                connection.recv(65_536)
                if reply is None:
                    connection.recv(1)  # mute, until it is given up
                else:
                    connection.sendall(reply)

        threading.Thread(target=answer, daemon=True).start()
        environment = google.environment(tmp_path, express=express) | {
            "GOOGLE_VERTEX_BASE_URL": f"http://127.0.0.1:{odd.getsockname()[1]}",
            "RUSHES_SILENCE_SECONDS": "0.5",
        }
        health = checked("vertex", environment, monkeypatch)
    assert not health.well
    assert "Google cannot be reached (" in health.line
    assert "()" not in health.line


@pytest.mark.parametrize("name", ["videos_api", "upstream"])
def test_a_password_in_an_address_is_not_shown(
    fars: dict[str, FarSide], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    variable = f"RUSHES_{name.upper()}_URL"
    for where in (fars[name].url, _NOWHERE):
        address = where.replace("://", "://me:far-secret@")
        health = checked(name, environment_of(fars[name], Path()) | {variable: address}, monkeypatch)
        assert "far-secret" not in health.line
        assert where in health.line


def test_a_revoked_express_key_is_named(fars: dict[str, FarSide], monkeypatch: pytest.MonkeyPatch) -> None:
    google = fars["vertex"]
    environment = {"GOOGLE_VERTEX_BASE_URL": google.url, "GOOGLE_GENAI_USE_VERTEXAI": "true", "GOOGLE_API_KEY": "old"}
    health = checked("vertex", environment, monkeypatch)
    assert not health.well
    assert "express mode: Google does not accept the credentials" in health.line


def test_a_server_of_the_reference_wire_alone_is_told_from_another_rushes(monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeUpstream() as upstream:
        upstream.is_rushes = False
        lacking = checked("upstream", upstream.environment(), monkeypatch)
        assert not lacking.well
        assert "set RUSHES_UPSTREAM_KIND=reference" in lacking.line
        assert checked("upstream", upstream.environment("reference"), monkeypatch).well


def test_what_is_not_configured_is_left_out_and_says_how_to_begin(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("GOOGLE_CLOUD_PROJECT", "GOOGLE_API_KEY", "RUSHES_VIDEOS_API_MODELS", "RUSHES_UPSTREAM_KEY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("RUSHES_VIDEOS_API_URL", "http://gpu-1:8000/v1")
    monkeypatch.setenv("RUSHES_UPSTREAM_URL", "https://rushes.example.com")
    monkeypatch.setenv("GEMINI_API_KEY", "a key of the Gemini API")
    assert "Google closed Veo on the Gemini API on 2026-10-22" in catalog.lacking("vertex")
    assert "not RUSHES_VIDEOS_API_MODELS" in catalog.lacking("videos_api")
    assert "not RUSHES_UPSTREAM_KEY" in catalog.lacking("upstream")


def test_ids_near_their_retirement_are_a_warning_until_they_are_replaced() -> None:
    usual = dict(PRODUCTS)
    assert retirements(usual, date(2026, 9, 1)) == ""
    near = retirements(usual, date(2026, 10, 1))
    assert "veo-3.1-fast-generate-001 (from 2026-11-17 on)" in near
    assert "RUSHES_VERTEX_MODELS" in near
    assert retirements(usual | {"veo_31_fast": "veo-9", "veo_31": "veo-8"}, date(2027, 1, 1)) == ""


def test_the_command_prints_the_line_and_the_warning(
    fars: dict[str, FarSide], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = environment_of(fars["vertex"], tmp_path) | {
        "RUSHES_ENGINES": "vertex",
        "RUSHES_HOME": str(tmp_path / "home"),
    }
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("rushes.engines.vertex.engine._today", lambda: date(2026, 11, 22))
    told = CliRunner().invoke(doctor, ["--warm"])
    assert "ok   engine vertex" in told.output
    told = CliRunner().invoke(doctor)
    assert "warn engine vertex: Google may retire veo-3.1-fast-generate-001" in told.output


def test_a_test_apart_tells_the_warning_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(probe, "probe", lambda _: Health(True, "Google answers", "Google may retire it."))
    probe.main("vertex")
    assert json.loads(capsys.readouterr().out) == {"well": True, "line": "Google answers; Google may retire it."}


@pytest.mark.parametrize("change", ["key", "place"])
def test_an_operation_outlives_a_change_of_googles_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    with FakeGoogle() as google:
        before = google.environment(tmp_path)
        operation = asyncio.run(load("vertex", before, monkeypatch).submit(shot(), TakeInHand(tmp_path)))
        google.rotate_key()
        after = google.environment(tmp_path)
        if change == "place":
            after |= {"GOOGLE_CLOUD_LOCATION": "europe-west4"}
        found = asyncio.run(load("vertex", after, monkeypatch).poll(operation))
        assert isinstance(found, Finished)
        assert "/locations/us-central1/" in google.calls[-1].path, "asked for where it was begun"
