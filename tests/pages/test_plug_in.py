"""A model that a package adds, with its engine: installed as anybody would, and at once on every page that concerns it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from rushes.testing.server import Server, running
from tests.pages.browser import opened, watched
from tests.pages.conftest import NAME, PASSWORD, browserlike, link_of

pytestmark = pytest.mark.slow
_EXAMPLE = Path(__file__).parents[2] / "examples" / "title-card"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server in whose environment the example package is installed."""
    folder = tmp_path_factory.mktemp("plug-in")
    source = shutil.copytree(_EXAMPLE, folder / "source")
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps"]
    subprocess.run([*pip, "--target", folder / "installed", source], check=True, capture_output=True)
    path = os.pathsep.join([str(folder / "installed"), os.environ.get("PYTHONPATH", "")]).rstrip(os.pathsep)
    settings = {"PYTHONPATH": path, "RUSHES_EXTRA_ENGINES": "", "RUSHES_ENGINES": "title_card", "RUSHES_ROUTES": ""}
    with running(folder / "home", settings=settings) as started:
        yield started


def test_its_form_appears_and_makes_its_clip_without_a_line_of_ours(server: Server) -> None:
    with browserlike(server) as client:
        words = {
            "name": NAME,
            "password": PASSWORD,
            "again": PASSWORD,
            "link": link_of(server.home).partition("link=")[2],
        }
        cookie = client.post("/first-run", data=words).cookies["rushes_session"]
    with opened() as browser, watched(browser, server.url, cookie) as visitor:
        page = visitor.page
        visitor.go("/")
        expect(page.get_by_label("Model", exact=True)).to_have_value("title_card")  # nothing else is made here
        expect(page.get_by_role("tab", name="Extend")).to_have_count(0)
        expect(page.locator("input[name=resolution]")).to_have_count(2)
        page.get_by_label("Prompt").fill("Once upon a time")
        page.locator("input[name=durationSeconds][value='4']").check(force=True)
        expect(page.locator("input[name=resolution]").last).to_be_disabled()
        expect(page.locator("#why")).to_contain_text("1080p: length 8 s only.")
        expect(page.locator("[data-price]")).to_have_text("0.04")
        page.get_by_role("button", name="More choices").click()
        page.get_by_role("radio", name="sea").check(force=True)
        page.get_by_label("Words per second").fill("2")
        expect(page.locator("[data-code] pre").first).to_contain_text('"ground": "sea"')
        page.get_by_role("button", name="Generate").click()
        page.wait_for_selector("[data-playground][data-state=finished]", timeout=60_000)
        visitor.wait_until("document.querySelector('video').currentTime > 0.2")
        assert page.evaluate("document.querySelector('video').videoWidth") == 1280
        visitor.ensure_accessible()
        visitor.go("/models/title_card")
        expect(page.locator("#ground")).to_contain_text("paper")
        visitor.go("/engines")
        expect(page.locator("tr", has_text="title_card").first).to_contain_text("1 worker")
        visitor.ensure_well()
    with server.http() as api:
        refused = api.post("/model/v1/generation", json={"model": "title_card", "prompt": "x", "ground": "lawn"})
        assert refused.json()["message"] == 'ground is "lawn"; title_card takes night, paper or sea.'
        assert "title_card" in [one["id"] for one in api.get("/api/v1/skill/models").json()["data"]["models"]]
