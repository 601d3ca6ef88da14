"""Hostile callers over real HTTP: whatever they send is refused by name, soon, with flat memory; nothing is stored, nothing is
charged, and the server goes on."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from sqlalchemy import func, select

from rushes.api.route import Route
from rushes.api.routes import routes
from rushes.api.stream import Streams, Waiting
from rushes.database import tables
from rushes.database.connect import open_database
from rushes.intake import keys
from rushes.key import ALL_SCOPES, Scope
from rushes.storage.bytes import open_storage
from rushes.testing.server import Server, running
from tests.stories.lies import PICTURES, bomb, encoded, films, picture

CREATE = "/model/v1/generation"
FILES = "/model/v1/files"
GOOD: Mapping[str, object] = {"model": "veo_31_fast", "prompt": "a fox"}
#: The table as the server has it; nothing here calls a handler.
TABLE = routes(Waiting(cast(Streams, None)))
MIB = 1 << 20
GROWTH_MAX = 64 * MIB
#: For one refusal, also on a machine that does much else; a decoder of its own is started for each picture.
REFUSED_SECONDS = 4.0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    # No worker: whatever is stored here, a request has stored.
    with running(tmp_path_factory.mktemp("attacked") / "home", worker=False) as made:
        yield made


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    """A caller who could be charged."""
    _, live = server.make_key(live=True)
    with server.http(live) as client:
        yield client


@pytest.fixture(autouse=True)
def unharmed(server: Server) -> Iterator[None]:
    """What holds after every attack."""
    kept, memory = _kept(server), _memory(server, "VmRSS")
    Path(f"/proc/{server.process.pid}/clear_refs").write_text("5")
    yield
    assert _kept(server) == kept, "something was stored or charged"
    assert _memory(server, "VmHWM") - memory < GROWTH_MAX
    assert server.process.poll() is None
    assert "Traceback" not in server.log
    assert not list((server.home / "incoming").glob("*/*")), "bytes were left behind"


def _kept(server: Server) -> dict[str, object]:
    """All that lasts: rows by table, money held and spent, files in storage."""
    database, storage = open_database(server.database_url), open_storage(f"file://{server.home / 'storage'}")
    try:
        with database.reading() as connection:
            rows: dict[str, object] = {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (
                    tables.tasks,
                    tables.takes,
                    tables.ledger,
                    tables.events,
                    tables.assets,
                    tables.idempotency,
                )
            }
            projects = select(tables.projects.c.held_microusd, tables.projects.c.spent_microusd)
            money = sorted(tuple(row) for row in connection.execute(projects) if any(row))
    finally:
        database.close()
    return rows | {"money": money, "storage": sorted(storage.digests())}


def _memory(server: Server, name: str) -> int:
    status = Path(f"/proc/{server.process.pid}/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0]) * 1024


def refused(answer: httpx.Response, parameter: str) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert 400 <= answer.status_code < 500, body
    assert body["parameter"].startswith(parameter), body
    assert parameter in body["message"], body
    assert len(answer.content) < 3000, "an answer does not repeat what was sent"
    assert answer.elapsed.total_seconds() < REFUSED_SECONDS, answer.elapsed
    return body


#: The others are tried in the long run.
QUICK = {"a PNG cut short", "a PNG that says it is larger", "a JPEG of other dimensions", "a GIF", "an animated WebP"}


@pytest.mark.parametrize(
    "case", [pytest.param(case, marks=() if case in QUICK else pytest.mark.slow) for case in PICTURES]
)
def test_a_picture_that_is_none_is_refused(http: httpx.Client, case: str) -> None:
    data = PICTURES[case]
    refused(http.post(CREATE, json={**GOOD, "image": {"bytesBase64Encoded": encoded(data)}}), "image")
    refused(http.post(FILES, content=data), "file")


@pytest.mark.slow
@pytest.mark.parametrize("size", [(10_000, 10_000), (16_385, 100), (40_000, 1001)])
def test_a_bomb_does_not_go_off(http: httpx.Client, size: tuple[int, int]) -> None:
    data = bomb(*size)
    for place in ("image", "referenceImages"):
        value: object = {"bytesBase64Encoded": encoded(data), "mimeType": "image/png"}
        body = {**GOOD, place: [{"image": value}] if place == "referenceImages" else value}
        refused(http.post(CREATE, json=body), place)
    refused(http.post(FILES, content=data), "file")
    refused(http.post(FILES, files={"file": ("a.png", data, "image/png")}), "file")


@pytest.mark.slow
def test_a_film_that_is_none_is_refused(http: httpx.Client) -> None:
    for case, data in films().items():
        body = {**GOOD, "video": {"encodedVideo": encoded(data), "mimeType": "video/mp4"}}
        assert "passwd" not in refused(http.post(CREATE, json=body), "video")["message"], case
        if case not in ("a picture", "of another size", "of half a second"):
            refused(http.post(FILES, content=data, headers={"Content-Type": "video/mp4"}), "file")


def test_good_media_beside_bad_are_not_kept(http: httpx.Client) -> None:
    good, bad = encoded(picture()), encoded(picture()[:-40])
    refused(http.post(CREATE, json={**GOOD, "image": good, "lastFrame": bad}), "lastFrame")
    references = [{"image": good}, {"image": good}, {"image": bad}]
    refused(http.post(CREATE, json={**GOOD, "referenceImages": references}), "referenceImages[2]")
    refused(http.post(CREATE, json={**GOOD, "image": good, "maxCost": "0.01"}), "maxCost")
    quote = http.post(f"{CREATE}/quote", json={**GOOD, "image": good, "durationSeconds": 8})
    assert quote.status_code == 200


DATA_URIS = (
    "data:",
    "data:,",
    "data:image/png",
    "data:image/png;base64",
    "data:image/png;base64,",
    "data:image/png,%89PNG",
    "data:image/png;base64,====",
    "data:image/png;base64,iVBORw0KGgo",
    "data:image/png;base64,iVBORw0KGgo\u00e9",
    "data:text/html;base64,PHNjcmlwdD4=",
    "data:image/png;charset=utf-8,iVBORw0KGgo=",
    f"data:{'x' * 300};base64,iVBORw0KGgo=",
    "DATA:IMAGE/PNG;BASE64,AAAA=AAAA",
    "data:image/png;base64,data:image/png;base64,iVBORw0KGgo=",
)


@pytest.mark.parametrize("uri", DATA_URIS, ids=lambda uri: uri[:40])
def test_a_broken_data_uri_is_refused(http: httpx.Client, uri: str) -> None:
    for value in (uri, {"uri": uri}, {"bytesBase64Encoded": uri}, {"imageBytes": uri, "mimeType": "image/png"}):
        refused(http.post(CREATE, json={**GOOD, "image": value}), "image")


URLS = (
    "http://8.8.8.8/a.png",
    "https://127.0.0.1/a.png",
    "https://127.1/a.png",
    "https://2130706433/a.png",
    "https://0x7f000001/a.png",
    "https://0177.0.0.1/a.png",
    "https://0/a.png",
    "https://localhost/a.png",
    "https://localhost./a.png",
    "https://LOCALHOST:8700/model/v1/generation",
    "https://[::1]/a.png",
    "https://[::ffff:127.0.0.1]/a.png",
    "https://[64:ff9b::7f00:1]/a.png",
    "https://[fe80::1%25eth0]/a.png",
    "https://169.254.169.254/latest/meta-data/",
    "https://[fd00:ec2::254]/",
    "https://10.0.0.1/a.png",
    "https://192.168.1.1/a.png",
    "https://172.16.0.1/a.png",
    "https://100.64.0.1/a.png",
    "https://user:word@127.0.0.1/a.png",
    "https://8.8.8.8@127.0.0.1/a.png",
    "https://127.0.0.1#@8.8.8.8/a.png",
    "https://127.0.0.1:0/a.png",
    "https://127.0.0.1:99999/a.png",
    "https://\u2460\u2461\u2466.0.0.1/a.png",
    "https://127\u30020\u30020\u30021/a.png",
    "https://a\u0000b/a.png",
    "https://a\r\nHost: b/a.png",
    "https:///a.png",
    "https://",
    "https://[",
    "https://%31%32%37.0.0.1/a.png",
    "https://" + "a" * 300 + ".example/a.png",
    "https://" + "a." * 3000 + "example/a.png",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_INFO",
    "ftp://127.0.0.1/a.png",
    "unix:///var/run/docker.sock",
    "javascript:alert(1)",
    "gs://bucket/a.png",
    "s3://bucket/a.png",
    "//127.0.0.1/a.png",
    "/etc/passwd",
    "../../etc/passwd",
    "\\\\127.0.0.1\\share\\a.png",
)


def test_an_address_inside_is_never_called(http: httpx.Client) -> None:
    for url in URLS:
        for name, value in (("image", url), ("image", {"uri": url}), ("video", {"uri": url})):
            answer = http.post(CREATE, json={**GOOD, name: value})
            if "\0" in url:
                assert answer.status_code == 400
                continue
            message = refused(answer, name)["message"]
            assert "root:" not in message


#: Texts that have broken programs: over JSON each of them is sent escaped, so that it arrives.
TEXTS: Mapping[str, str] = {
    "half a character": "\ud800",
    "the other half": "\udfff",
    "halves in the wrong order": "\udc00\ud800",
    "NUL": "a\0b",
    "a megabyte": "x" * MIB,
    "a megabyte of four-byte letters": "\U0001f98a" * (MIB // 4),
    "marks on marks": "a" + "\u0301" * 5000,
    "SQL": "'; DROP TABLE tasks; --",
    "a format": "%s%n{0.__class__}${jndi:ldap://127.0.0.1/a}",
}
NAMES = (
    "prompt", "negativePrompt", "image", "lastFrame", "referenceImages", "video", "aspectRatio", "resolution",
    "durationSeconds", "personGeneration", "seed", "generateAudio", "dryRun", "preview", "deadlineSeconds", "maxCost", "model",
)  # fmt: skip
#: What a caller may write as he likes, when it can be stored at all.
OWN_WORDS = {"prompt", "negativePrompt"}


@pytest.mark.parametrize("name", NAMES)
def test_no_text_breaks_a_parameter(http: httpx.Client, name: str) -> None:
    for case, text in TEXTS.items():
        if name in OWN_WORDS and case in ("SQL", "a format"):
            continue
        # A dry run does not read media; nothing that is sent here is a task, so nothing else need be dry.
        dry = {"dryRun": True} if name in OWN_WORDS else {}
        answer = http.post(CREATE, content=json.dumps({**GOOD, **dry, name: text}))
        if name in OWN_WORDS and case == "marks on marks":
            assert answer.status_code in (200, 400)
            continue
        body = answer.json()
        assert 400 <= answer.status_code < 500, (case, body)
        assert name in body["message"] or "surrogate" in body["message"] or "U+0000" in body["message"], body
        assert len(answer.content) < 3000


def test_a_name_may_be_anything_and_is_refused(http: httpx.Client) -> None:
    for name in (
        "",
        " ",
        "__proto__",
        "prompt ",
        "prompt\u200b",
        "рrompt",
        "\u202etpmorp",
        "x" * 100_000,
        "\U0001f98a",
        "a\nb",
    ):
        for body in ({**GOOD, name: 1}, {"model": "veo_31_fast", "input": [{"params": {"prompt": "a", name: 1}}]}):
            answer = http.post(CREATE, json=body)
            assert answer.status_code == 400, (name[:20], answer.text[:300])
            assert answer.json()["error"] == "unknown_parameter", answer.text[:300]
            assert len(answer.content) < 3000


def test_metadata_is_kept_small(http: httpx.Client) -> None:
    values: tuple[dict[str, object], ...] = (
        {"a": "x" * MIB},
        {str(number): number for number in range(10_000)},
        {"a": [[{}]] * 10_000},
    )
    for value in values:
        refused(http.post(CREATE, json={**GOOD, "metadata": value}), "metadata")


@pytest.mark.parametrize("value", ["{}", "0"])
def test_a_body_of_nothing_but_small_values_is_refused_unread(http: httpx.Client, value: str) -> None:
    many = ",".join([value] * (16 * MIB // (len(value) + 1)))
    for body in (f'{{"metadata": [{many}]}}', f"[{many}]"):
        answer = http.post(CREATE, content=body)
        assert answer.status_code == 400
        assert "values" in answer.json()["message"]
        assert answer.elapsed.total_seconds() < REFUSED_SECONDS


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_two_gigabytes_are_refused_by_every_door(server: Server, http: httpx.Client) -> None:
    def without_end() -> Iterator[bytes]:
        for _ in range(2048):
            yield bytes(MIB)

    for path in (CREATE, f"{CREATE}/quote", FILES, "/api/v1/keys"):
        begun = time.monotonic()
        try:
            answer = http.post(path, content=without_end(), headers={"Content-Type": "application/json"})
        except httpx.WriteError:
            continue  # The door was shut while we went on pushing; what counts is what the server holds.
        assert answer.status_code in (403, 413), (path, answer.text)
        assert time.monotonic() - begun < 30


@pytest.fixture(scope="module")
def ended_keys(server: Server) -> Mapping[str, str]:
    """Secrets of keys that were good for everything, by what became of them."""
    _, expired = server.make_key(scopes=ALL_SCOPES, expires_at=datetime.now(UTC) + timedelta(seconds=0.5))
    key, revoked = server.make_key(scopes=ALL_SCOPES)
    database = open_database(server.database_url)
    keys.revoke(database, project=key.project, key_id=key.id, now=datetime.now(UTC))
    database.close()
    time.sleep(0.5)
    return {"expired": expired, "revoked": revoked}


@pytest.mark.parametrize("route", [route for route in TABLE if route.scope], ids=lambda one: f"{one.method} {one.path}")
def test_an_ended_key_opens_nothing(server: Server, ended_keys: Mapping[str, str], route: Route) -> None:
    path = route.path.replace("{id}", "0" * 26).replace("{name}", f"{'0' * 26}.mp4")
    for word, secret in ended_keys.items():
        with server.http(secret) as http:
            answer = http.request(route.method, path)
        assert answer.status_code == 401
        assert word in answer.json()["message"]
        assert secret not in answer.text + server.log


def test_another_projects_file_is_not_there(server: Server, http: httpx.Client) -> None:
    answer = http.post(FILES, content=picture()).json()
    made = answer["id"]
    _, stranger = server.make_key(project="strangers", scopes=ALL_SCOPES)
    with server.http(stranger) as thief:
        assert thief.get(f"{FILES}/{made}").status_code == 404
        assert thief.delete(f"{FILES}/{made}").status_code == 404
        for value in (made, {"fileId": made}, {"uri": f"{server.url}{FILES}/{made}"}, {"id": made}):
            refused(thief.post(CREATE, json={**GOOD, "image": value}), "image")
    assert http.delete(f"{FILES}/{made}").status_code == 200
    open_storage(f"file://{server.home / 'storage'}").delete(answer["sha256"])  # as the sweep does later


@pytest.mark.parametrize(
    ("asking", "named"),
    [
        ({"scopes": {Scope.KEYS, Scope.READ}}, {"scopes": ALL_SCOPES}),
        ({"scopes": ALL_SCOPES}, {"scopes": ALL_SCOPES, "live": True}),
        ({"scopes": ALL_SCOPES, "models": ["veo_31_lite"]}, {"scopes": ALL_SCOPES}),
        (
            {"scopes": ALL_SCOPES, "models": ["veo_31_lite"]},
            {"scopes": ALL_SCOPES, "models": ["veo_31", "veo_31_lite"]},
        ),
    ],
)
def test_a_key_takes_over_no_stronger_one(server: Server, asking: dict[str, Any], named: dict[str, Any]) -> None:
    _, weak = server.make_key(**asking)
    strong, secret = server.make_key(**named)
    with server.http(weak) as http:
        answer = http.post(f"/api/v1/keys/{strong.id}/rotate")
        assert answer.status_code == 403, answer.text
    with server.http(secret) as http:
        assert http.get(f"{CREATE}/tasks").status_code == 200, "and it goes on working"
        assert http.post(f"/api/v1/keys/{strong.id}/rotate").status_code == 200, "by itself it may be rotated"
