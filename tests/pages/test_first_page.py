"""How the console arrives in a browser that has never seen it: what it weighs, when it is ready, and whether it holds still;
and that nothing is asked of anybody else, nor written into a page that a policy would have to allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import httpx
import pytest
from playwright.sync_api import Browser

from rushes.testing.server import Server
from tests.pages.browser import opened, watched
from tests.pages.test_tasks import ended, make

pytestmark = pytest.mark.slow
_FIRST_PAGE_BYTES_MAX = 150_000
_READY_SECONDS_MAX = 1.0
_SHIFT_MAX = 0.02
#: Notes when the playground's script has drawn its state, and adds up what moves without anybody's doing.
_OBSERVE = """
window.shift = 0
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value
}).observe({ type: "layout-shift", buffered: true })
const look = () => {
  if (document.querySelector("[data-playground][data-state]")) window.readyAt = performance.now()
  else requestAnimationFrame(look)
}
look()
"""
#: What is shown before what comes before it in the page.
_MOVED_UP = """
[...document.querySelectorAll("main *")].filter((one) => Number(getComputedStyle(one).order) < 0).map((one) => one.className)
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as started:
        yield started


def _note(arrived: list[int], event: dict[str, float]) -> None:
    arrived.append(int(event["encodedDataLength"]))


def test_the_first_page_is_light_and_ready_at_once(browser: Browser, server: Server, cookie: str) -> None:
    times: list[float] = []
    shifts: list[float] = []
    for _ in range(3):  # the best of some: the machine may be busy with other things
        with watched(browser, server.url, cookie) as visitor:
            visitor.page.add_init_script(_OBSERVE)
            network = visitor.page.context.new_cdp_session(visitor.page)
            network.send("Network.enable")
            network.send("Network.setCacheDisabled", {"cacheDisabled": True})
            arrived: list[int] = []
            network.on("Network.loadingFinished", partial(_note, arrived))
            visitor.page.goto(f"{server.url}/", wait_until="networkidle")
            visitor.wait_until("window.readyAt !== undefined")
            times.append(visitor.page.evaluate("window.readyAt") / 1000)
            visitor.page.wait_for_timeout(300)
            shifts.append(visitor.page.evaluate("window.shift"))
            visitor.ensure_well()
        assert len(arrived) > 10, "the page, its styles, scripts, fonts and pictures"
        assert sum(arrived) < _FIRST_PAGE_BYTES_MAX
    assert min(times) < _READY_SECONDS_MAX, times
    assert min(shifts) < _SHIFT_MAX, shifts


@pytest.mark.parametrize("size", [(1440, 900), (360, 800)])
def test_no_page_jumps_while_it_comes(browser: Browser, server: Server, cookie: str, size: tuple[int, int]) -> None:
    with watched(browser, server.url, cookie, size=size) as visitor:
        visitor.page.add_init_script(_OBSERVE)
        for place in ("/", "/tasks", "/keys", "/usage", "/models", "/models/veo_31_fast", "/engines"):
            visitor.go(place)
            visitor.page.wait_for_timeout(300)
            assert visitor.page.evaluate("window.shift") < _SHIFT_MAX, place
            assert visitor.page.evaluate(_MOVED_UP) == [], f"{place}: what comes late would push down what is read"
        visitor.ensure_well()


def test_no_page_needs_a_policy_that_allows_what_is_written_inside_it(signed_in: httpx.Client) -> None:
    task_id = make(signed_in, "A paper boat")
    assert ended(signed_in, task_id) == "succeeded"
    for place in ("/", "/tasks", f"/tasks/{task_id}", "/keys", "/usage", "/models", "/models/animatic", "/engines"):
        answer = signed_in.get(place)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "*" not in policy
        assert not re.search(r"<style|<script(?![^>]* src=)|\sstyle=|\son[a-z]+=|javascript:", answer.text), place
        foreign = re.findall(r"""(?:src|href|action|srcset)=["'](?:https?:)?//[^"']*""", answer.text)
        assert not [one for one in foreign if server_of(signed_in) not in one], place


def server_of(client: httpx.Client) -> str:
    return str(client.base_url).rstrip("/")


def test_pages_differ_in_their_tokens_and_all_of_them_work(signed_in: httpx.Client) -> None:
    """Compressed pages must not repeat a secret: its length would betray it."""
    first, second = (re.findall(r'name="csrf" value="(\w+)"', signed_in.get("/tasks").text)[0] for _ in range(2))
    assert first != second
    for token in (first, second):
        assert signed_in.post(f"/tasks/{'0' * 26}/delete", data={"csrf": token}).status_code == 404
    assert signed_in.get("/tasks", headers={"accept-encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_the_bar_fits_at_every_width(browser: Browser, server: Server, cookie: str) -> None:
    with watched(browser, server.url, cookie) as visitor:
        for width in (1440, 1400, 1280, 1181, 1100, 1024, 950, 850, 768, 721, 720, 500, 360):
            visitor.page.set_viewport_size({"width": width, "height": 800})
            visitor.go("/models")
            reach = visitor.page.evaluate(
                """Math.max(...[...document.querySelectorAll(".bar .end > *, .bar .leave button")]
                     .map((one) => one.getBoundingClientRect().right))"""
            )
            assert reach <= width, width
            high = visitor.page.evaluate("document.querySelector('.bar').getBoundingClientRect().height")
            assert high < (70 if width > 720 else 120), width
        visitor.ensure_well()
