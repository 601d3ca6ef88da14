"""Stories of keys, device sign-in and good takes, as people live them in a real Chromium."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, expect

from rushes.client.sign_in import SignIn, begin
from rushes.testing.server import Server
from tests.pages.browser import Watched, opened, watched
from tests.pages.conftest import NAME, PASSWORD, browserlike
from tests.pages.test_tasks import ended, make

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]
_SHOT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
_SIZES = {("dark", "wide"): (1440, 900), ("light", "telephone"): (360, 780)}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as started:
        yield started


@pytest.fixture
def visitor(browser: Browser, server: Server, cookie: str) -> Iterator[Watched]:
    with watched(browser, server.url, cookie) as page:
        yield page
        page.ensure_well()


def copied(visitor: Watched) -> str:
    text: str = visitor.page.evaluate("navigator.clipboard.readText()")
    return text


def spend(server: Server, secret: str) -> None:
    """Make a clip of 0.40 USD with the key, to its end."""
    with server.http(secret) as http:
        made = http.post("/model/v1/generation", json=_SHOT)
        assert made.status_code == 200, made.text
        task = http.get(f"/model/v1/generation/task/{made.json()['id']}", params={"wait": "30"}).json()
        assert task["status"] == "completed"


def test_a_key_is_made_used_seen_edited_rotated_and_revoked(visitor: Watched, server: Server) -> None:
    page = visitor.page
    visitor.go("/keys")
    page.get_by_role("link", name="New key").click()
    page.get_by_label("What is it for?").fill("Story of a key")
    page.get_by_role("radio", name="Live").check(force=True)
    page.get_by_label("A month").fill("0.80")
    page.get_by_role("button", name="Make the key").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    secret = copied(visitor)
    assert re.fullmatch(r"rsh_live_[A-Za-z0-9]{43}", secret)
    page.get_by_role("button", name="Copy the call").click()
    assert f"Bearer {secret}" in copied(visitor)
    page.get_by_role("button", name="I have it").click()

    spend(server, secret)
    visitor.go("/keys")
    row = page.locator("table.keys tr", has_text=secret[:14])
    expect(row).to_contain_text("0.40 USD")
    expect(row).to_contain_text("of 0.80 this month")
    expect(row).not_to_contain_text("never")

    row.get_by_role("link", name="Edit Story of a key").click()
    page.get_by_label("What is it for?").fill("Late cut")
    page.get_by_label("A month").fill("0.40")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved")
    expect(page.get_by_role("heading", level=1)).to_have_text("Late cut")
    expect(page.locator(".trail")).to_contain_text(f"{NAME} changed the key Late cut")
    with server.http(secret) as http:
        refused = http.post("/model/v1/generation", json=_SHOT)
    assert refused.status_code == 402

    page.get_by_label("The old one works").select_option("for an hour")
    page.get_by_role("button", name="Rotate").click()
    page.get_by_role("button", name="Copy", exact=True).click()
    successor = copied(visitor)
    assert successor != secret
    for one in (secret, successor):
        with server.http(one) as http:
            assert http.get("/model/v1/generation/tasks").status_code == 200
    page.get_by_role("button", name="I have it").click()

    page.locator("table.keys tr", has_text=successor[:14]).get_by_role("link", name="Edit Late cut").click()
    expect(page.locator(".meter").first).to_contain_text("0.40 USD")
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Revoke").click()
    page.wait_for_url("**/keys")
    expect(page.locator("table.keys tr.off", has_text=successor[:14])).to_contain_text("Revoked")
    with server.http(successor) as http:
        ends_at = time.monotonic() + 10.0
        while http.get("/model/v1/generation/tasks").status_code != 401:
            assert time.monotonic() < ends_at, "a revoked key goes on"
            time.sleep(0.1)
    visitor.go("/audit?noun=key")
    for words in ("revoked the key Late cut", "rotated the key Late cut", "made the key Story of a key"):
        expect(page.locator(".trail")).to_contain_text(words)


def test_the_story_of_a_key_needs_no_mouse(visitor: Watched, server: Server) -> None:
    page = visitor.page

    def tab_to(name: str) -> None:
        """Press Tab until what is focused is called so."""
        for _ in range(80):
            if page.evaluate(
                "(name) => { const it = document.activeElement; const said = it.getAttribute('aria-label') ?? "
                "it.labels?.[0]?.innerText ?? it.innerText ?? ''; return said.trim().startsWith(name) }",
                name,
            ):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"Tab never came to {name}")

    visitor.go("/keys")
    tab_to("New key")
    page.keyboard.press("Enter")
    page.wait_for_url("**/keys/new")
    page.keyboard.type("By hand alone")
    page.keyboard.press("Enter")
    page.wait_for_selector("#secret")
    page.keyboard.press("Enter")  # Copy has the focus
    visitor.wait_until("navigator.clipboard.readText().then((text) => text.startsWith('rsh_test_'))")
    secret = copied(visitor)
    page.keyboard.press("Escape")
    tab_to("Edit By hand alone")
    page.keyboard.press("Enter")
    page.wait_for_selector("#budget_month")
    tab_to("A month")
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_selector(".note")
    tab_to("The old one works")
    tab_to("Rotate")
    page.keyboard.press("Enter")
    page.wait_for_selector("#secret")
    page.keyboard.press("Escape")
    tab_to("Edit By hand alone")
    page.keyboard.press("Enter")
    page.wait_for_selector("#budget_month")
    page.once("dialog", lambda dialog: dialog.accept())
    tab_to("Revoke")
    page.keyboard.press("Enter")
    page.wait_for_url("**/keys")
    with server.http(secret) as http:
        assert http.get("/model/v1/generation/tasks").status_code == 200, "the overlap of an hour"


def test_a_program_is_let_in_by_somebody_who_signs_in_first(browser: Browser, server: Server, cookie: str) -> None:
    assert cookie, "the password is set"
    begun = begin(server.url)
    keys: list[str] = []
    waiting = Thread(target=lambda: keys.append(begun.wait()), daemon=True)
    waiting.start()
    with watched(browser, server.url, None) as visitor:
        page = visitor.page
        visitor.go(begun.address.removeprefix(server.url))
        page.get_by_label("Name").fill(NAME)
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Let rushes-cli in?")
        expect(page.locator(".code-shown")).to_contain_text(begun.user_code)
        expect(page.locator(".facts")).to_contain_text("127.0.0.1")
        page.get_by_label("USD a month").fill("5")
        page.get_by_role("button", name="Let it in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("It is in.")
        waiting.join(30.0)
        with server.http(keys[0]) as http:
            assert http.get("/model/v1/generation/tasks").status_code == 200
        page.get_by_role("link", name="See the key").click()
        row = page.locator("table.keys tr", has_text=keys[0][:14])
        expect(row).to_contain_text("rushes-cli")
        expect(row).to_contain_text("of 5.00 this month")
        visitor.ensure_well()


def test_a_program_is_turned_away_and_guesses_have_to_wait(visitor: Watched, server: Server) -> None:
    page, begun = visitor.page, begin(server.url)
    visitor.go("/device")
    page.get_by_label("The code it shows").fill(begun.user_code.lower().replace("-", " "))
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Turn it away").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Turned away.")
    with pytest.raises(Exception, match="turned away"):
        begun.wait()
    for _ in range(6):
        visitor.go("/device?code=BCDF-GHJK")
    expect(page.get_by_role("alert")).to_contain_text("Too many tries")
    visitor.complaints.clear()  # the browser reports 404 and 429


def test_a_good_take_is_circled_on_the_wall_and_on_its_page(visitor: Watched, server: Server, cookie: str) -> None:
    with browserlike(server, cookie) as client:
        task = make(client, "A paper lantern")
        assert ended(client, task) == "succeeded"
    page = visitor.page
    visitor.go("/tasks")
    card = page.locator(".card", has_text="A paper lantern")
    circle = card.get_by_role("button", name="Circle this take")
    card.hover()
    page.keyboard.press("c")
    expect(circle).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".toast")).to_contain_text("Circled")
    page.get_by_role("link", name=re.compile("^Circled")).click()
    expect(page.locator(".card")).to_have_count(1)
    visitor.go(f"/tasks/{task}")
    circle = page.get_by_role("button", name="Circle this take")
    expect(circle).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("c")
    expect(circle).to_have_attribute("aria-pressed", "false")
    circle.click()
    expect(circle).to_have_attribute("aria-pressed", "true")
    with server.http() as http:
        assert http.get(f"/model/v1/generation/task/{task}").json()["metadata"]["circled"] is True


def test_sessions_are_seen_and_ended_and_a_wrong_password_is_told(
    browser: Browser, server: Server, cookie: str
) -> None:
    assert cookie, "the password is set"
    with browserlike(server) as other, watched(browser, server.url, None) as visitor:
        page = visitor.page
        other.post("/sign-in", data={"name": NAME, "password": PASSWORD}, headers={"user-agent": "Firefox/140"})
        visitor.go("/sign-in?next=/account")
        page.get_by_label("Name").fill(NAME)
        page.get_by_label("Password").fill(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/account")
        ends = page.get_by_role("button", name="End the session")
        expect(page.locator("tr", has_text="Firefox")).not_to_have_count(0)
        before = ends.count()
        page.locator("tr", has_text="Firefox").first.get_by_role("button", name="End the session").click()
        expect(ends).to_have_count(before - 1)
        assert other.get("/keys").status_code == 303
        page.get_by_label("The present one").fill("not it at all")
        page.get_by_label("The new one").fill(PASSWORD + "s")
        expect(page.locator("[data-strength] .on")).to_have_count(3)
        page.get_by_label("The same again").fill(PASSWORD + "s")
        page.get_by_role("button", name="Change it").click()
        expect(page.get_by_role("alert")).to_contain_text("not your present password")
        visitor.complaints.clear()  # the browser reports the 400
        visitor.ensure_well()


def test_a_take_is_circled_where_it_was_made(visitor: Watched, server: Server, cookie: str) -> None:
    with browserlike(server, cookie) as client:
        task = make(client, "A clay moon")
        assert ended(client, task) == "succeeded"
    page = visitor.page
    visitor.go(f"/?task={task}")
    circle = page.get_by_role("button", name="Circle this take")
    expect(circle).to_be_visible()
    page.locator("body").click(position={"x": 5, "y": 5})
    page.keyboard.press("c")
    expect(circle).to_have_attribute("aria-pressed", "true")
    with server.http() as http:
        assert http.get(f"/model/v1/generation/task/{task}").json()["metadata"]["circled"] is True


@pytest.mark.parametrize(("theme", "size"), _SIZES)
def test_these_pages_hold(browser: Browser, server: Server, cookie: str, theme: str, size: str) -> None:
    key, _ = server.make_key()
    waits: SignIn = begin(server.url)
    with watched(browser, server.url, cookie, size=_SIZES[theme, size], theme=theme) as visitor:
        for place in (
            "/keys/new",
            f"/keys/{key.id}",
            "/audit",
            "/audit?noun=terms",
            "/account",
            "/device",
            waits.address.removeprefix(server.url),
            "/device?done=in",
            "/device?done=away",
        ):
            visitor.go(place)
            visitor.ensure_well()
            visitor.ensure_accessible()


def test_without_scripts_a_key_is_made_and_a_take_circled(browser: Browser, server: Server, cookie: str) -> None:
    with browserlike(server, cookie) as client:
        task = make(client, "A tin robot")
        assert ended(client, task) == "succeeded"
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": "rushes_session", "value": cookie, "url": server.url}])
    page = context.new_page()
    page.goto(f"{server.url}/keys")
    page.get_by_role("link", name="New key").click()
    page.get_by_label("What is it for?").fill("No scripts")
    page.get_by_role("button", name="Make the key").click()
    expect(page.locator("#secret")).to_be_visible()
    page.goto(f"{server.url}/tasks/{task}")
    page.get_by_role("button", name="Circle this take").click()
    expect(page.get_by_role("button", name="Circle this take")).to_have_attribute("aria-pressed", "true")
    context.close()
