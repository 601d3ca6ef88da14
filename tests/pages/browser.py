"""A real Chromium that watches itself: errors in its console and requests to other origins end a test."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

_ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required")
_AXE = Path(__file__).parent / "axe" / "axe.min.js"
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium() -> str:
    """The path of an installed Chromium; in CI on Debian one is installed, elsewhere the test is skipped."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["apt-get", "update"], ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]):
            subprocess.run(command, check=True, capture_output=True)
        found = shutil.which("chromium")
    if found is None:
        pytest.skip("no Chromium here; on Debian: apt-get install chromium")
    return found


@contextmanager
def opened() -> Iterator[Browser]:
    path = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        try:
            yield browser
        finally:
            browser.close()


@dataclass(slots=True)
class Watched:
    """A page, and everything about it that should not be."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("console", lambda message: self._heard(message))
        self.page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        self.page.on("request", lambda request: self._asked(request))

    def go(self, path: str) -> None:
        self.page.goto(f"{self.url}{path}", wait_until="load")
        self.page.wait_for_timeout(150)

    def wait_until(self, question: str) -> None:
        """Until a script's question is answered with yes. Playwright's own waiting would need eval, which pages forbid."""
        ends_at = time.monotonic() + 20.0
        while not self.page.evaluate(question):
            assert time.monotonic() < ends_at, f"never so: {question}"
            self.page.wait_for_timeout(50)

    def _heard(self, message: ConsoleMessage) -> None:
        # A preview's still may be gone when it is asked for: the clip took its place, or the take was stopped.
        is_gone_still = "/stills/" in message.location.get("url", "") and "404" in message.text
        if message.type in ("error", "warning") and not is_gone_still:
            self.complaints.append(f"console: {message.text}")

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "blob:", "data:")):
            self.complaints.append(f"foreign: {request.url}")

    def ensure_well(self) -> None:
        assert not self.complaints, self.complaints
        wide = self.page.evaluate("document.scrollingElement.scrollWidth - innerWidth")
        assert wide <= 0, f"the page is {wide} px wider than the window"

    def ensure_accessible(self) -> None:
        """No finding of axe-core that is serious or critical."""
        self.page.evaluate(_AXE.read_text())
        # Pictures fade in: what is measured is how it stays.
        self.page.wait_for_timeout(1000)
        found = self.page.evaluate(
            """async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
                 .filter((one) => ["serious", "critical"].includes(one.impact))
                 .map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 160) + " | " + node.failureSummary)])"""
        )
        assert not found, found


@contextmanager
def watched(
    browser: Browser, url: str, cookie: str | None, *, size: tuple[int, int] = (1440, 900), theme: str = "dark"
) -> Iterator[Watched]:
    """A page in a context of its own, signed in with the cookie."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="light" if theme == "light" else "dark",
        permissions=["clipboard-read", "clipboard-write"],
    )
    if cookie is not None:
        context.add_cookies([{"name": "rushes_session", "value": cookie, "url": url}])
    page = Watched(context.new_page(), url)
    page.page.set_default_timeout(20_000)
    page.watch()
    try:
        yield page
    finally:
        context.close()
