"""The console's main story with the embedded engine, from the first words to the code; and the same with the keyboard alone,
and as far as it goes without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from rushes.testing.server import Server, running
from tests.pages.browser import Watched, opened, watched
from tests.pages.conftest import NAME, PASSWORD, browserlike, link_of
from tests.pages.test_tasks import ended, make

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]
_STATE = "[data-playground][data-state={}]"
_PICTURE = Path(__file__).parents[2] / "rushes/console/static/shots/fox.jpg"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as started:
        yield started


@pytest.fixture
def visitor(browser: Browser, server: Server, cookie: str) -> Iterator[Watched]:
    with watched(browser, server.url, cookie) as page:
        yield page
        page.ensure_well()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until that has the focus."""
    for _ in range(60):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached with the Tab key")


def test_from_words_to_a_longer_clip_and_its_code(browser: Browser, tmp_path: Path) -> None:
    real = {"RUSHES_EXTRA_ENGINES": "", "RUSHES_ENGINES": "animatic", "RUSHES_ROUTES": ""}
    with running(tmp_path / "home", settings=real) as server:
        with browserlike(server) as client:
            token = link_of(server.home).partition("link=")[2]
            words = {"name": NAME, "password": PASSWORD, "again": PASSWORD, "link": token}
            cookie = client.post("/first-run", data=words).cookies["rushes_session"]
        with watched(browser, server.url, cookie) as visitor:
            page = visitor.page
            visitor.go("/?model=animatic")
            page.locator("[data-example]").first.click()
            assert "red fox" in page.get_by_label("Prompt").input_value()
            page.locator("input[name=durationSeconds][value='4']").check(force=True)
            page.get_by_role("button", name="More choices").click()
            page.get_by_role("radio", name="draft").check(force=True)
            expect(page.locator("[data-price]")).to_have_text("free")
            page.get_by_role("button", name="Generate").click()

            page.wait_for_selector(_STATE.format("rendering"))
            expect(page.locator("[data-stage]")).not_to_have_text("")
            expect(page.locator("[data-stills] img").first).to_be_attached(timeout=60_000)
            page.wait_for_selector(_STATE.format("finished"), timeout=90_000)

            visitor.wait_until("document.querySelector('video').currentTime > 0.3")
            told = "(({ videoWidth, videoHeight, duration }) => [videoWidth, videoHeight, duration])"
            assert page.evaluate(f"{told}(document.querySelector('video'))") == [1280, 720, 4]

            page.get_by_role("button", name="Use last frame").click()
            expect(page.get_by_role("tab", name="Image")).to_have_attribute("aria-selected", "true")
            expect(page.locator(".slot:visible img")).to_be_visible()

            page.get_by_role("button", name="Extend this").click()
            expect(page.locator("#why")).to_contain_text("Extend: resolution 720p only.")
            page.get_by_label("Prompt").fill("The fox stops and listens")
            page.get_by_role("button", name="Generate").click()
            page.wait_for_selector(_STATE.format("rendering"))
            page.wait_for_selector(_STATE.format("finished"), timeout=90_000)
            visitor.wait_until("Math.abs(document.querySelector('video').duration - 11) < 0.05")

            for name in ("Python", "JavaScript", "google-genai", "openai", "fal queue", "curl"):
                page.locator("[data-code]").get_by_role("tab", name=name, exact=True).click()
                expect(page.locator("[data-code] pre:visible")).to_have_count(1)
            expect(page.locator("[data-code] pre:visible")).to_contain_text('"taskId"')
            expect(page.locator("[data-code] pre:visible")).to_contain_text("The fox stops and listens")
            page.get_by_role("button", name="Copy the code").click()
            assert "The fox stops and listens" in page.evaluate("navigator.clipboard.readText()")
            page.get_by_role("link", name="All about it").click()
            expect(page.locator(".lineage li")).to_have_count(3)
            expect(page.locator("[data-origin]")).to_contain_text("Signed and verified")
            visitor.ensure_well()


def test_the_same_with_the_keyboard_alone(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    page.keyboard.type("A fox trots through snow")
    tab_to(page, "[name=durationSeconds]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-price]")).to_have_text("0.40")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(_STATE.format("rendering"))
    page.wait_for_selector(_STATE.format("finished"))
    tab_to(page, "[data-step='1']")
    page.keyboard.press(".")
    visitor.wait_until("(({ paused, seeking }) => paused && !seeking)(document.querySelector('video'))")
    before = int(page.locator("[data-frame]").inner_text())
    page.keyboard.press("Enter")
    expect(page.locator("[data-frame]")).to_have_text(str(before + 1))
    page.keyboard.press("?")
    expect(page.get_by_role("heading", name="Hands on the keys")).to_be_visible()
    page.keyboard.press("Escape")
    tab_to(page, "[data-extend]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("tab", name="Extend")).to_have_attribute("aria-selected", "true")
    expect(page.get_by_label("Prompt")).to_be_focused()
    expect(page.locator("[data-price]")).to_have_text("0.70")
    tab_to(page, "[data-generate]")
    page.keyboard.press("/")
    page.wait_for_url("**/tasks*")
    expect(page.get_by_label("Search prompts")).to_be_focused()


def test_without_scripts_the_pages_say_so_and_their_forms_work(browser: Browser, server: Server, cookie: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "rushes_session", "value": cookie, "url": server.url}])
    page = context.new_page()
    try:
        page.goto(f"{server.url}/")
        expect(page.get_by_role("note").first).to_contain_text("Scripts are off")
        expect(page.locator("[data-desk]")).to_be_hidden()
        page.get_by_label("Prompt").first.fill("A kite without scripts")
        page.get_by_label("Length").select_option("4")
        page.get_by_role("button", name="Generate with").click()
        expect(page.get_by_role("heading", name="A kite without scripts")).to_be_visible()
        expect(page.locator("video.plain")).to_be_visible(timeout=60_000)  # the page looks again by itself
        clip = page.locator("video.plain").get_attribute("src")
        assert page.request.get(f"{server.url}{clip}").headers["content-type"] == "video/mp4"
        page.get_by_role("link", name="Read it from the file").click()
        expect(page.get_by_text("Signed and verified")).to_be_visible()
        page.goto(f"{server.url}/tasks?q=kite")
        expect(page.get_by_role("link", name="A kite without scripts").first).to_be_visible()
        for place in ("/keys", "/usage", "/models", "/engines"):
            page.goto(f"{server.url}{place}")
            expect(page.get_by_role("note").first).to_contain_text("plain pages")
    finally:
        context.close()


def test_a_picture_that_is_pasted_opens_the_tab_for_it(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    page.evaluate(
        """async () => {
          const bytes = await (await fetch("/console/static/shots/fox.jpg")).blob()
          const data = new DataTransfer()
          data.items.add(new File([bytes], "fox.jpg", { type: "image/jpeg" }))
          window.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data }))
        }"""
    )
    expect(page.get_by_role("tab", name="Image")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".slot:visible img")).to_be_visible()


def test_a_shot_that_began_with_a_picture_comes_back_with_it(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    page.get_by_role("tab", name="Image").click()
    page.get_by_label("Prompt").fill("The fox wakes")
    page.locator(".slot:visible input[type=file]").set_input_files(_PICTURE)
    expect(page.locator("[data-code] pre").first).to_contain_text("fileId")
    page.get_by_role("button", name="Generate").click()
    page.wait_for_selector(_STATE.format("finished"))
    page.get_by_role("link", name="All about it").click()
    page.get_by_role("link", name="Open in the playground").click()
    page.wait_for_selector(_STATE.format("finished"))
    expect(page.get_by_role("tab", name="Image")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".slot:visible img")).to_be_visible()
    expect(page.locator("[data-code] pre").first).to_contain_text("fileId")


def test_the_strip_is_dragged_along_frame_by_frame(visitor: Watched, server: Server, cookie: str) -> None:
    with browserlike(server, cookie) as client:
        task_id = make(client, "A kite to be dragged")
        assert ended(client, task_id) == "succeeded"
    page = visitor.page
    visitor.go(f"/tasks/{task_id}")
    box = page.locator("[data-strip]").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + 10, steps=8)
    page.mouse.up()
    visitor.wait_until("!document.querySelector('video').seeking")
    assert abs(page.evaluate("document.querySelector('video').currentTime") - 3.0) < 0.1


def test_the_wall_is_searched_and_filtered_and_the_figures_are_the_ledgers(
    visitor: Watched, server: Server, cookie: str
) -> None:
    with browserlike(server, cookie) as client:
        found, other = make(client, "A paper dragon"), make(client, "A tin soldier", aspectRatio="9:16")
        assert [ended(client, one) for one in (found, other)] == ["succeeded", "succeeded"]
    page = visitor.page
    visitor.go("/tasks")
    page.keyboard.press("/")
    page.keyboard.type("paper dragon")
    page.keyboard.press("Enter")
    expect(page.locator(f"a[href='/tasks/{found}']").first).to_be_visible()
    expect(page.locator(f"a[href='/tasks/{other}']")).to_have_count(0)
    page.get_by_label("Model", exact=True).select_option("veo_31")
    expect(page.get_by_role("heading", name="Nothing like that on the wall")).to_be_visible()
    page.get_by_role("link", name="Show all").first.click()
    page.get_by_role("link", name="Failed").click()
    expect(page.locator(f"a[href='/tasks/{found}']")).to_have_count(0)

    with server.http() as api:
        listed = api.get("/model/v1/generation/tasks", params={"limit": "100"}).json()["data"]
        captured = sum(
            float(api.get(f"/model/v1/generation/task/{one['id']}/receipt").json()["total"]) for one in listed
        )
    visitor.go("/usage?days=7")
    expect(page.locator(".figures .big").first).to_have_text(f"{captured:.2f} USD")
    page.locator(".figures a").first.click()
    expect(page.locator(f"a[href='/tasks/{found}']").first).to_be_visible()
