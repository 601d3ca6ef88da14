"""Whom a task was told, on its page: the answer that came, and once more at a click."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from rushes.testing.receiver import receiving
from rushes.testing.server import Server, running
from tests.pages.browser import opened, watched
from tests.pages.conftest import NAME, PASSWORD, browserlike, link_of

pytestmark = pytest.mark.slow
_NEAR = {"RUSHES_ALLOW_PRIVATE_URLS": "yes", "RUSHES_ALLOW_HTTP_URLS": "yes"}


@pytest.fixture
def near(tmp_path: Path) -> Iterator[Server]:
    """A server that may call receivers on this machine."""
    with running(tmp_path / "home", settings=_NEAR) as made:
        yield made


def test_a_delivery_is_shown_with_its_answer_and_repeated(near: Server) -> None:
    with browserlike(near) as client:
        words = {
            "name": NAME,
            "password": PASSWORD,
            "again": PASSWORD,
            "link": link_of(near.home).partition("link=")[2],
        }
        cookie = client.post("/first-run", data=words).cookies["rushes_session"]
    with receiving() as receiver, near.http() as api, opened() as browser:
        shot = {"model": "veo_31_fast", "prompt": "A kite", "durationSeconds": 4, "webhookUrl": receiver.url}
        task = api.post("/model/v1/generation", json=shot).json()["id"]
        deliveries = f"/model/v1/generation/task/{task}/deliveries"
        ends_at = time.monotonic() + 60
        while not [one for one in api.get(deliveries).json()["data"] if one["state"] == "delivered"]:
            assert time.monotonic() < ends_at, "the receiver was never told"
            time.sleep(0.2)
        with watched(browser, near.url, cookie) as visitor:
            page = visitor.page
            visitor.go(f"/tasks/{task}")
            told = page.locator("#told")
            expect(told).to_contain_text("task.succeeded")
            expect(told).to_contain_text("200 in ")
            visitor.ensure_accessible()
            heard = len(receiver.heard)
            told.get_by_role("button", name="Deliver again").click()
            page.wait_for_url("**#told")
            ends_at = time.monotonic() + 60
            while len(receiver.heard) == heard:
                assert time.monotonic() < ends_at, "it was not told again"
                page.wait_for_timeout(100)
            visitor.ensure_well()
