"""Where an upstream server may send us for its film."""

from __future__ import annotations

import asyncio

import pytest

from rushes.engines.upstream.places import Place, place
from rushes.errors import Unavailable

_NAMES = {
    "cloud.example": ["93.184.216.34"],
    "cdn.example": ["93.184.216.35"],
    "sly.example": ["93.184.216.36", "10.0.0.7"],
    "rebound.example": ["169.254.169.254"],
    "rushes.lan": ["10.0.0.5"],
    "minio.lan": ["10.0.0.6"],
}


def _resolve(host: str, _port: int) -> list[str]:
    return _NAMES.get(host, [host])


def _place(url: str, home: str) -> Place:
    return asyncio.run(place(url, home, _resolve))


@pytest.mark.parametrize("home", ["https://cloud.example", "http://rushes.lan:8000"])
@pytest.mark.parametrize(
    "url",
    [
        "http://169.254.169.254/latest/meta-data",
        "http://rebound.example/film.mp4",
        "http://2130706433/film.mp4",
        "file:///etc/passwd",
        "gopher://cdn.example/",
    ],
)
def test_no_upstream_leads_us_to_a_machines_own_secrets(url: str, home: str) -> None:
    with pytest.raises(Unavailable):
        _place(url, home)


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:5432/", "http://[::1]/", "http://10.0.0.6/film.mp4", "http://sly.example/film.mp4"]
)
def test_a_public_upstream_does_not_lead_us_into_our_own_network(url: str) -> None:
    with pytest.raises(Unavailable):
        _place(url, "https://cloud.example")


def test_films_elsewhere_are_asked_for_at_the_address_that_was_judged() -> None:
    found = _place("https://cdn.example/film.mp4?signature=s", "https://cloud.example")
    assert found.url == "https://93.184.216.35/film.mp4?signature=s"
    assert (found.headers, found.extensions) == ({"Host": "cdn.example"}, {"sni_hostname": "cdn.example"})
    beside = _place("http://minio.lan:9000/film.mp4", "http://rushes.lan:8000")
    assert (beside.url, beside.headers) == ("http://10.0.0.6:9000/film.mp4", {"Host": "minio.lan:9000"})


def test_films_at_the_server_itself_are_asked_for_as_they_are() -> None:
    for home in ("https://cloud.example", "http://rushes.lan:8000"):
        assert _place(f"{home}/clips/f.mp4", home) == Place(f"{home}/clips/f.mp4")
