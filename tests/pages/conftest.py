"""A real server for the pages, and browsers that look at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from rushes.testing.server import Server, running

PASSWORD = "a long walk home"
NAME = "Maya"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("home") / "home") as started:
        yield started


@pytest.fixture(scope="module")
def cookie(server: Server) -> str:
    """A session, entered through the one-time link as the owner would."""
    with browserlike(server) as client:
        token = link_of(server.home).partition("link=")[2]
        answer = client.post("/first-run", data={"link": token, "name": NAME, "password": PASSWORD, "again": PASSWORD})
        assert answer.status_code == 303, answer.text
        return answer.cookies["rushes_session"]


@pytest.fixture
def signed_in(server: Server, cookie: str) -> Iterator[httpx.Client]:
    with browserlike(server, cookie) as client:
        yield client


def browserlike(server: Server, cookie: str | None = None) -> httpx.Client:
    """A client that says where it comes from, as browsers do, and carries no API key."""
    cookies = {} if cookie is None else {"rushes_session": cookie}
    return httpx.Client(base_url=server.url, headers={"origin": server.url}, cookies=cookies, timeout=30.0)


def link_of(home: Path) -> str:
    return (home / "first-link").read_text().strip()


def csrf_of(page: str) -> str:
    return page.partition('name="csrf" content="')[2].partition('"')[0]
