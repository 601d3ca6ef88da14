"""Sixty megabytes inside a body are read from disk: in whichever field they stand, memory stays flat and the answer is in words."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from rushes.testing.server import Server, running
from tests.promises.conftest import TASKS
from tests.promises.test_a_bad_body_costs_nothing import GROWTH_MAX, MIB, forget_peak, peak_bytes

FOX = (Path(__file__).parent / "fox.png").read_bytes()
LONG = b"A" * (60 * MIB)
#: A picture of 18 MB: a PNG may be followed by what it likes.
PICTURE = base64.b64encode(FOX + bytes(18_000_000)).decode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("long") / "home", worker=False) as made:
        yield made


@pytest.fixture(scope="module")
def http(server: Server) -> Iterator[httpx.Client]:
    with server.http() as client:
        yield client


@pytest.mark.parametrize(
    ("fields", "parameter", "word"),
    [
        (b'"image": "%s"', "image", "base64 of a picture"),
        (b'"image": "data:image/png;base64,%s"', "image", "20 MB"),
        (b'"image": {"bytesBase64Encoded": "%s"}', "image", "20 MB"),
        (b'"image": {"inlineData": {"data": "%s"}}', "image", "20 MB"),
        (b'"image": {"uri": "%s"}', "image.uri", "62914560 characters"),
        (b'"image": {"mimeType": "%s", "uri": "https://a.example/"}', "image.mimeType", "string"),
        (b'"referenceImages": ["%s"]', "referenceImages[0]", "base64 of a picture"),
        (b'"negativePrompt": "%s"', "negativePrompt", "62914560 characters"),
        (b'"resolution": "%s"', "resolution", "AAA"),
        (b'"metadata": {"note": "%s"}', "metadata", "16384 bytes"),
        (b'"%s": 1', None, "a name of 62914560 characters"),
        (b'"image": "%s"]', None, "column 62914616"),
    ],
)
def test_a_long_text_is_refused_in_flat_memory(
    server: Server, http: httpx.Client, fields: bytes, parameter: str | None, word: str
) -> None:
    before = forget_peak(server)
    body = b'{"model": "veo_31_fast", "prompt": "a fox", ' + fields.replace(b"%s", LONG) + b"}"
    refused = http.post(TASKS, content=body)
    assert refused.status_code == 400, refused.text[:300]
    assert refused.json().get("parameter") == parameter
    assert word in refused.json()["message"]
    # The metadata alone are measured as they would be kept; they cost their own length.
    assert peak_bytes(server) - before < GROWTH_MAX * (1 if parameter != "metadata" else 4)


def test_a_large_picture_is_read_in_flat_memory(server: Server, http: httpx.Client) -> None:
    before = forget_peak(server)
    taken = http.post(TASKS, json={"model": "veo_31_fast", "prompt": "a fox", "image": PICTURE, "lastFrame": PICTURE})
    assert taken.status_code == 200, taken.text[:300]
    assert peak_bytes(server) - before < GROWTH_MAX
