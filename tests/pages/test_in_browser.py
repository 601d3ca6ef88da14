"""Every page in a real Chromium, against a real server whose engine makes real clips: the stories of a visitor, and
whether all pages hold in both themes, on a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from rushes.testing.server import Server, running
from tests.pages.browser import Watched, opened, watched
from tests.pages.conftest import NAME, PASSWORD, browserlike, link_of
from tests.pages.test_tasks import ended, make

pytestmark = pytest.mark.slow
_SIZES = {"desk": (1440, 900), "telephone": (360, 800)}
_STATE = "[data-playground][data-state={}]"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as started:
        yield started


@pytest.fixture(scope="module")
def shots(server: Server, cookie: str) -> dict[str, str]:
    """A shot that succeeded, an upright one, and one that failed."""
    with browserlike(server, cookie) as client:
        made = {
            "wide": make(client, "A paper boat on a puddle"),
            "upright": make(client, "A lighthouse", aspectRatio="9:16"),
            "failed": make(client, "fake:refuse"),
        }
        assert [ended(client, task_id) for task_id in made.values()] == ["succeeded", "succeeded", "failed"]
    return made


@pytest.fixture
def visitor(browser: Browser, server: Server, cookie: str) -> Iterator[Watched]:
    with watched(browser, server.url, cookie) as page:
        yield page
        page.ensure_well()


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("size", sorted(_SIZES))
def test_every_page_holds(
    browser: Browser, server: Server, cookie: str, shots: dict[str, str], theme: str, size: str
) -> None:
    with watched(browser, server.url, cookie, size=_SIZES[size], theme=theme) as visitor:
        places = [
            "/",
            "/tasks",
            *(f"/tasks/{task}" for task in shots.values()),
            "/keys",
            "/usage",
            "/models",
            "/models/veo_31_fast",
            "/engines",
        ]
        for place in [*places, "/tasks?q=nothing", f"/tasks/{'0' * 26}"]:
            visitor.go(place)
            if "0000" in place:
                visitor.complaints = [one for one in visitor.complaints if "404" not in one]
            visitor.ensure_well()
            visitor.ensure_accessible()


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_the_door_holds(browser: Browser, server: Server, theme: str) -> None:
    with watched(browser, server.url, None, size=_SIZES["telephone"], theme=theme) as visitor:
        visitor.go("/sign-in")
        visitor.ensure_well()
        visitor.ensure_accessible()


def test_a_stranger_comes_in_by_the_landing_page(browser: Browser, server: Server, cookie: str) -> None:
    assert cookie, "the password is set"
    with watched(browser, server.url, None) as visitor:
        visitor.go("/sign-in?next=/keys")
        visitor.page.get_by_label("Name").fill(NAME)
        visitor.page.get_by_label("Password").fill(PASSWORD)
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_url("**/keys")
        visitor.page.get_by_role("button", name="Sign out").click()
        visitor.page.wait_for_url("**/sign-in")
        visitor.ensure_well()


def test_a_shot_is_described_made_and_played(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    page.get_by_label("Prompt").fill("A fox trots through snow")
    expect(page.locator("[data-price]")).to_have_text("0.80")
    page.locator("input[name=durationSeconds][value='4']").check(force=True)
    expect(page.locator("[data-price]")).to_have_text("0.40")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(_STATE.format("rendering"))
    page.wait_for_selector(_STATE.format("finished"))
    visitor.wait_until("document.querySelector('video').currentTime > 0.3")
    size = page.evaluate(
        "(({ videoWidth, videoHeight, duration }) => [videoWidth, videoHeight, duration])(document.querySelector('video'))"
    )
    assert size == [1280, 720, 4]
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press(".")
    visitor.wait_until("(({ paused, seeking }) => paused && !seeking)(document.querySelector('video'))")
    before = int(page.locator("[data-frame]").inner_text())
    page.keyboard.press(".")
    expect(page.locator("[data-frame]")).to_have_text(str(before + 1))
    assert page.locator("[data-strip] canvas").count() == 4
    page.get_by_role("button", name="Copy link").click()
    link = page.evaluate("navigator.clipboard.readText()")
    assert page.request.get(link).headers["content-type"] == "video/mp4"
    visitor.ensure_accessible()


def test_the_last_frame_begins_the_next_shot(visitor: Watched, shots: dict[str, str]) -> None:
    page = visitor.page
    visitor.go(f"/?task={shots['wide']}")
    page.wait_for_selector(_STATE.format("finished"))
    expect(page.get_by_label("Prompt")).to_have_value("A paper boat on a puddle")
    page.get_by_role("button", name="Use last frame").click()
    expect(page.get_by_role("tab", name="Image")).to_have_attribute("aria-selected", "true")
    expect(page.locator(".slot:visible img")).to_be_visible()
    page.get_by_role("button", name="Generate").click()
    page.wait_for_selector(_STATE.format("rendering"))
    page.wait_for_selector(_STATE.format("finished"))


def test_a_clip_is_extended_from_its_page(visitor: Watched, shots: dict[str, str]) -> None:
    page = visitor.page
    visitor.go(f"/tasks/{shots['upright']}")
    page.get_by_role("link", name="Extend").click()
    expect(page.get_by_role("tab", name="Extend")).to_have_attribute("aria-selected", "true")
    assert page.locator("input[name=aspectRatio]:checked").get_attribute("value") == '"9:16"'
    expect(page.locator("#why")).to_contain_text("8 s only")
    page.wait_for_selector(_STATE.format("finished"))
    page.get_by_role("button", name="Generate").click()
    page.wait_for_selector(_STATE.format("rendering"))
    page.wait_for_selector(_STATE.format("finished"))
    visitor.wait_until("document.querySelector('video').duration > 10")


def test_what_the_rules_forbid_is_disabled_and_said(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    length = page.locator("input[name=durationSeconds][value='4']")
    large = page.locator("input[name=resolution][value='\"4k\"']")
    length.check(force=True)
    expect(large).to_be_disabled()
    expect(page.locator("#why")).to_contain_text("1080p or 4k: length 8 s only.")
    page.locator("input[name=durationSeconds][value='8']").check(force=True)
    large.check(force=True)
    expect(length).to_be_disabled()
    page.locator("input[name=resolution][value='\"720p\"']").check(force=True)
    length.check(force=True)
    page.get_by_role("tab", name="References").click()
    expect(page.locator("input[name=durationSeconds]:checked")).to_have_value("8")
    expect(page.locator("[data-fine]")).to_contain_text("Reference 1: drop, paste or pick one.")
    page.get_by_label("Model", exact=True).select_option("veo_31_lite")
    expect(page.get_by_role("tab", name="References")).to_have_count(0)
    expect(page.locator("input[name=resolution][value='\"4k\"']")).to_have_count(0)


def test_a_picture_is_picked_and_taken_away_again(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    page.get_by_role("tab", name="Image").click()
    page.locator(".slot:visible input[type=file]").set_input_files(
        Path(__file__).parents[2] / "rushes/console/static/shots/fox.jpg"
    )
    expect(page.locator(".slot:visible img")).to_be_visible()
    expect(page.locator("[data-code] pre").first).to_contain_text("fileId")
    page.get_by_role("button", name="Take First frame away").click()
    expect(page.locator("[data-fine]")).to_contain_text("First frame")


def test_a_long_take_is_stopped_and_a_refusal_is_told(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/")
    page.get_by_label("Prompt").fill("fake:slow=30")
    page.get_by_role("button", name="Generate").click()
    page.wait_for_selector(_STATE.format("rendering"))
    page.get_by_role("button", name="Stop").click()
    page.wait_for_selector(_STATE.format("failed"))
    expect(page.locator("[data-failed-title]")).to_have_text("Stopped")
    page.get_by_label("Prompt").fill("fake:refuse")
    page.get_by_role("button", name="Generate").click()
    expect(page.locator("[data-failed-title]")).to_have_text("No clip this time")
    expect(page.locator("[data-failure]")).to_contain_text("told to refuse")
    visitor.ensure_accessible()


def test_a_key_is_made_copied_and_never_shown_again(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/keys")
    page.get_by_role("link", name="New key").click()
    visitor.ensure_accessible()
    page.get_by_label("What is it for?").fill("Trailer night")
    page.get_by_role("button", name="Make the key").click()
    secret = page.locator("#secret").inner_text()
    visitor.ensure_accessible()
    page.get_by_role("button", name="Copy", exact=True).click()
    assert page.evaluate("navigator.clipboard.readText()") == secret
    page.get_by_role("button", name="Copy the call").click()
    assert f"Bearer {secret}" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="I have it").click()
    page.reload()
    assert secret not in page.content()
    expect(page.locator(".keys").get_by_text("Trailer night", exact=True)).to_have_count(1)


def test_the_lights_stay_as_they_were_left(visitor: Watched) -> None:
    page = visitor.page
    visitor.go("/keys")
    page.get_by_role("button", name="Turn the lights up or down").click()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    visitor.go("/usage")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground == "rgb(241, 241, 237)"


def test_a_running_shot_moves_on_the_wall_until_it_hangs_there(visitor: Watched, server: Server, cookie: str) -> None:
    with browserlike(server, cookie) as client:
        make(client, "fake:slow=3 A comet")
    visitor.go("/tasks")
    card = visitor.page.locator(".card", has_text="A comet")
    expect(card.locator("progress")).to_be_visible()
    expect(card.locator(".len")).to_be_visible(timeout=30_000)


def test_the_first_run_opens_the_room(browser: Browser, tmp_path: Path) -> None:
    with running(tmp_path / "home", worker=False) as fresh, watched(browser, fresh.url, None) as visitor:
        visitor.go(f"/first-run?link={link_of(fresh.home).partition('link=')[2]}")
        visitor.ensure_accessible()
        page = visitor.page
        page.get_by_label("Your name").fill(NAME)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_label("The same again").fill("something else")
        page.keyboard.press("Enter")
        expect(page.get_by_label("The same again")).to_be_focused()
        assert "not the same" in page.locator("#again").evaluate("(field) => field.validationMessage")
        page.get_by_label("The same again").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector(_STATE.format("idle"))
        visitor.ensure_well()
