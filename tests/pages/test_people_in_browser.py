"""Inviting and joining as people do it, in a real browser; every page of it is accessible in both lights."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from rushes.key import ALL_SCOPES
from rushes.testing.server import Server
from tests.pages.browser import opened, watched
from tests.pages.conftest import PASSWORD

pytestmark = pytest.mark.slow
TELEPHONE = (390, 844)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with opened() as made:
        yield made


def test_an_owner_invites_and_somebody_joins(browser: Browser, server: Server, cookie: str) -> None:
    name = "Joan"
    with watched(browser, server.url, cookie) as owner:
        owner.go("/people")
        owner.page.get_by_role("button", name="Invite").click()
        owner.ensure_accessible()
        owner.page.get_by_label("Who is it?").fill(name)
        owner.page.get_by_label("viewer").check()
        owner.page.get_by_role("button", name="Make the link").click()
        owner.page.get_by_role("button", name="Copy").click()
        link = owner.page.evaluate("navigator.clipboard.readText()")
        owner.ensure_accessible()
        owner.page.get_by_role("button", name="I have it").click()
        expect(owner.page.locator("[data-copy-secret]")).to_have_count(0)
        assert link not in owner.page.content(), "it is shown once"
        with watched(browser, server.url, None, size=TELEPHONE, theme="light") as guest:
            guest.page.goto(link)
            guest.ensure_accessible()
            assert guest.page.get_by_label("Your name").input_value() == name
            for label in ("Password", "The same again"):
                guest.page.get_by_label(label, exact=True).fill(PASSWORD)
            guest.page.get_by_role("button", name="Come in").click()
            guest.page.wait_for_url("**/tasks")
            assert guest.page.get_by_role("link", name="People").count() == 0
            guest.ensure_well()
        owner.go("/people")
        row = owner.page.get_by_role("row").filter(has_text=name)
        row.get_by_label(f"Role of {name}", exact=True).select_option("member")
        row.get_by_label(f"Change the role of {name}").click()
        expect(owner.page.get_by_label(f"Role of {name}", exact=True)).to_have_value("member")
        owner.ensure_well()


def test_the_pages_of_people_hold_on_a_telephone(browser: Browser, server: Server, cookie: str) -> None:
    _, secret = server.make_key(project="second", live=True, scopes=ALL_SCOPES)
    with server.http(secret) as http:
        link = http.post("/api/v1/people", json={"name": "x", "role": "owner"}).json()["data"]["link"]
    with watched(browser, server.url, cookie, size=TELEPHONE, theme="light") as visitor:
        visitor.page.goto(link)
        visitor.ensure_accessible()
        visitor.page.get_by_role("button", name="Join as").click()
        visitor.page.wait_for_url(f"{server.url}/")
        for place in ("/people", "/projects"):
            visitor.go(place)
            visitor.ensure_well()
            visitor.ensure_accessible()
        visitor.page.get_by_role("button", name="Go on here: Default").click()
        visitor.page.wait_for_url(f"{server.url}/")
        visitor.ensure_well()
