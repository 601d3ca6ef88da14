"""Who may come into the console, over HTTP against a real server."""

from __future__ import annotations

import stat
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from rushes.errors import Misconfigured
from rushes.server.settings import Settings
from rushes.testing.server import Server, running
from tests.pages.conftest import NAME, PASSWORD, browserlike, csrf_of, link_of

PLACES = ("/keys", "/keys/new", "/audit", "/account", "/device")


def test_the_first_start_leaves_a_link_for_its_owner_alone(server: Server) -> None:
    path = server.home / "first-link"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "first-run?link=" in path.read_text()
    assert link_of(server.home).partition("link=")[2] not in server.log


def test_strangers_are_shown_the_landing_page_and_sent_to_the_door(server: Server) -> None:
    with browserlike(server) as client:
        assert "Ask for a shot" in client.get("/").text
        for place in PLACES:
            answer = client.get(place)
            assert (answer.status_code, answer.headers["location"]) == (303, f"/sign-in?next={quote(place, safe='')}")


def test_the_link_works_once(server: Server, cookie: str) -> None:
    with browserlike(server) as client:
        words = {"link": link_of(server.home).partition("link=")[2], "name": "Mallory"}
        answer = client.post("/first-run", data={**words, "password": PASSWORD, "again": PASSWORD})
        assert answer.status_code == 404
        assert "used already" in answer.text


@pytest.mark.usefixtures("cookie")
def test_name_and_password_sign_in_and_lead_on(server: Server) -> None:
    with browserlike(server) as client:
        answer = client.post("/sign-in", data={"name": NAME, "password": PASSWORD, "next": "/keys"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/keys")
        set_cookie = answer.headers["set-cookie"]
        assert "HttpOnly" in set_cookie
        assert "SameSite=lax" in set_cookie
        assert "Secure" not in set_cookie  # plain http


@pytest.mark.usefixtures("cookie")
@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1"])
def test_signing_in_leads_to_no_other_site(server: Server, elsewhere: str) -> None:
    with browserlike(server) as client:
        answer = client.post("/sign-in", data={"name": NAME, "password": PASSWORD, "next": elsewhere})
        assert answer.headers["location"] == "/"


@pytest.mark.usefixtures("cookie")
def test_a_wrong_password_and_a_wrong_name_are_told_alike(server: Server) -> None:
    with browserlike(server) as client:
        one = client.post("/sign-in", data={"name": NAME, "password": "something else"})
        other = client.post("/sign-in", data={"name": "Nobody", "password": "something else"})
    assert one.status_code == other.status_code == 401
    assert one.text.replace(NAME, "") == other.text.replace("Nobody", "")


def test_signing_out_ends_the_session(server: Server, cookie: str) -> None:
    with browserlike(server) as client:
        client.post("/sign-in", data={"name": NAME, "password": PASSWORD})
        page = client.get("/keys")
        answer = client.post("/sign-out", data={"csrf": csrf_of(page.text)})
        assert answer.headers["location"] == "/sign-in"
    with browserlike(server, cookie) as other:
        assert other.get("/keys").status_code == 200, "other sessions go on"


def test_a_form_from_another_site_is_refused(server: Server, cookie: str) -> None:
    with browserlike(server, cookie) as client:
        words = {"csrf": csrf_of(client.get("/keys").text)}
        for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}):
            assert client.post("/sign-out", data=words, headers=headers).status_code == 403
        assert client.post("/sign-out", data={}).status_code == 403
        assert client.post("/sign-out", data={"csrf": "0" * 64}).status_code == 403
        assert client.get("/keys").status_code == 200


def test_pages_are_sent_with_strict_headers_and_use_nothing_inline(signed_in: httpx.Client) -> None:
    for place in ("/sign-in?next=/", *PLACES):
        answer = signed_in.get(place)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
        assert " style=" not in answer.text
        assert " onclick=" not in answer.text
        assert "://" not in answer.text.replace(str(signed_in.base_url), "")


def test_everything_that_a_page_loads_is_served_here(signed_in: httpx.Client) -> None:
    page = signed_in.get("/keys").text
    wanted = {part.partition('"')[0] for mark in ('href="/', 'src="/') for part in page.split(mark)[1:]}
    files = {f"/{path}" for path in wanted if "static" in path}
    assert len(files) > 4
    for path in files:
        assert signed_in.get(path).status_code == 200, path


def test_development_signs_in_by_itself_and_says_so(tmp_path: Path) -> None:
    with (
        running(tmp_path / "home", worker=False, settings={"RUSHES_DEV": "yes"}) as server,
        browserlike(server) as client,
    ):
        page = client.get("/keys")
        assert page.status_code == 200
        assert "Development:" in page.text
        assert "rushes_session" in page.cookies
        client.cookies.clear()
        rebound = client.get("/keys", headers={"host": "evil.example"})
        assert rebound.status_code == 303
        assert "development" in server.log


def test_development_is_for_loopback_only() -> None:
    with pytest.raises(Misconfigured, match="loopback"):
        Settings.read({"RUSHES_DEV": "yes", "RUSHES_HOST": "0.0.0.0"})
