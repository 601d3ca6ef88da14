"""People and their roles, over HTTP against a real server: invited, bounded by the table of routes, changed, removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack

import httpx
import pytest

from rushes.console.route import Route, Takes
from rushes.console.routes import ROUTES
from rushes.key import ALL_SCOPES, Scope
from rushes.role import SCOPES, Role
from rushes.testing.server import Server
from tests.pages.conftest import NAME, PASSWORD, browserlike, csrf_of

NOBODY = "0" * 26
PEOPLE = "/api/v1/people"
_LINK = re.compile(r"/join\?link=([A-Za-z0-9_-]{43})")


def invited(owner: httpx.Client, name: str, role: str) -> str:
    """The token of a link that an owner made on the page."""
    words = {"csrf": csrf_of(owner.get("/people").text), "name": name, "role": role}
    page = owner.post("/people", data=words)
    assert page.status_code == 200, page.text
    return str(_LINK.findall(page.text)[0])


def joined(server: Server, token: str, name: str) -> httpx.Client:
    with browserlike(server) as client:
        answer = client.post("/join", data={"link": token, "name": name, "password": PASSWORD, "again": PASSWORD})
        assert answer.status_code == 303, answer.text
        return browserlike(server, answer.cookies["rushes_session"])


@pytest.fixture(scope="module")
def company(server: Server, cookie: str) -> Iterator[Mapping[Role, httpx.Client]]:
    """A person of each role in the first project."""
    with ExitStack() as stack:
        owner = stack.enter_context(browserlike(server, cookie))
        others = {
            role: stack.enter_context(joined(server, invited(owner, role, role), f"the {role}"))
            for role in (Role.MEMBER, Role.VIEWER)
        }
        yield {Role.OWNER: owner, **others}


def ask(client: httpx.Client, route: Route) -> httpx.Response:
    path = re.sub(r"{[a-z]+}", NOBODY, route.path)
    csrf = csrf_of(client.get("/models").text)
    match route.takes:
        case Takes.FORM:
            return client.request(route.method, path, data={"csrf": csrf})
        case Takes.JSON:
            return client.request(route.method, path, json={}, headers={"x-csrf": csrf})
        case _:
            return client.request(route.method, path, headers={"x-csrf": csrf})


BOUND = [route for route in ROUTES if isinstance(route.who, Scope)]


@pytest.mark.parametrize("route", BOUND, ids=lambda route: f"{route.method} {route.path}")
def test_a_page_is_for_those_whose_role_has_its_scope(company: Mapping[Role, httpx.Client], route: Route) -> None:
    for role, client in company.items():
        answer = ask(client, route)
        if route.who in SCOPES[role]:
            assert answer.status_code not in (401, 403), (role, answer.text)
        else:
            assert answer.status_code == 403, role
            assert f"A {role} of this project may not do that" in answer.text


def test_a_viewer_is_shown_what_they_may_do_and_led_past_the_playground(company: Mapping[Role, httpx.Client]) -> None:
    viewer = company[Role.VIEWER]
    assert viewer.get("/").headers["location"] == "/tasks"
    page = viewer.get("/tasks").text
    assert 'href="/usage"' in page
    for place in ("/keys", "/people"):
        assert f'href="{place}"' not in page
        assert f'href="{place}"' in company[Role.OWNER].get("/tasks").text


def test_an_invitation_works_once_and_can_be_withdrawn(server: Server, signed_in: httpx.Client) -> None:
    token = invited(signed_in, "Ada", "member")
    with joined(server, token, "Ada") as ada, browserlike(server) as late:
        assert "Ada" in signed_in.get("/people").text
        assert ada.get("/tasks").status_code == 200
        for answer in (
            late.get("/join", params={"link": token}),
            late.post("/join", data={"link": token, "name": "B", "password": PASSWORD, "again": PASSWORD}),
        ):
            assert answer.status_code == 404
            assert "used already" in answer.text
    token = invited(signed_in, "Ben", "member")
    page = signed_in.get("/people").text
    assert token not in page, "the link is shown once"
    (digest,) = re.findall(r"/people/invitations/([0-9a-f]{64})/withdraw", page)
    path = f"/people/invitations/{digest}/withdraw"
    assert signed_in.post(path, data={"csrf": csrf_of(page)}).status_code == 303
    with browserlike(server) as client:
        assert client.get("/join", params={"link": token}).status_code == 404
    assert token not in server.log


def test_a_name_or_password_that_cannot_be_leaves_the_invitation_open(server: Server, signed_in: httpx.Client) -> None:
    token = invited(signed_in, "Cleo", "viewer")
    with browserlike(server) as client:
        for name, password, again, words in (
            (NAME, PASSWORD, PASSWORD, "has that name already"),
            ("Cleo", "short", "short", "at least 12 characters"),
            ("Cleo", PASSWORD, "other" * 4, "not the same"),
            ("", PASSWORD, PASSWORD, "1 to 60 characters"),
        ):
            answer = client.post("/join", data={"link": token, "name": name, "password": password, "again": again})
            assert answer.status_code == 400
            assert words in answer.text
        assert "Join Default" in client.get("/join", params={"link": token}).text


def test_who_is_in_two_projects_goes_from_one_to_the_other(
    server: Server, company: Mapping[Role, httpx.Client]
) -> None:
    member = company[Role.MEMBER]
    _, secret = server.make_key(project="studio", live=True, scopes=ALL_SCOPES)
    with server.http(secret) as studio:
        made = studio.post("/model/v1/generation", json={"model": "veo_31_fast", "prompt": "a studio's fox"}).json()
        link = studio.post(PEOPLE, json={"name": "x", "role": "owner"}).json()["data"]["link"]
        path = f"/join?link={_LINK.findall(link)[0]}"
        assert member.get(f"/tasks/{made['id']}").status_code == 404
        old = csrf_of(member.get("/tasks").text)
        page = member.get(path).text
        assert "Join as the member" in page
        assert member.post("/join", data={"link": path.partition("=")[2]}).status_code == 403, "without its form"
        words = {"link": path.partition("=")[2], "csrf": csrf_of(page)}
        assert member.post("/join", data=words).status_code == 303
        assert member.get(f"/tasks/{made['id']}").status_code == 200
        assert member.get("/keys").status_code == 200, "an owner here"
        refused = member.post("/keys", data={"csrf": old, "name": "stale", "kind": "test", "scopes": "read"})
        assert refused.status_code == 403, "a page of the other project does nothing in this one"
        assert "You are in" in member.get(f"/join?link={new_link(studio)}").text
        page = member.get("/projects").text
        assert "studio" in page
        assert member.post("/projects/default/enter", data={"csrf": csrf_of(page)}).status_code == 303
        assert member.get(f"/tasks/{made['id']}").status_code == 404
        assert member.get("/keys").status_code == 403
        page = member.get("/projects").text
        assert member.post("/projects/elsewhere/enter", data={"csrf": csrf_of(page)}).status_code == 404


def new_link(owner: httpx.Client) -> str:
    return str(_LINK.findall(owner.post(PEOPLE, json={"name": "x", "role": "viewer"}).json()["data"]["link"])[0])


def test_an_owner_sees_nothing_of_another_project(server: Server, company: Mapping[Role, httpx.Client]) -> None:
    _, secret = server.make_key(project="rivals", live=True, scopes=ALL_SCOPES)
    with server.http(secret) as rivals, joined(server, new_owner(rivals), "Rival") as rival:
        made = company[Role.OWNER].get("/people").text
        person = re.findall(r"/people/([a-z0-9]{26})/role", made)[0]
        csrf = csrf_of(rival.get("/people").text)
        assert "the member" not in rival.get("/people").text
        assert rival.post(f"/people/{person}/role", data={"csrf": csrf, "role": "viewer"}).status_code == 404
        assert rival.post(f"/people/{person}/remove", data={"csrf": csrf}).status_code == 404
        assert rivals.patch(f"{PEOPLE}/{person}", json={"role": "viewer"}).status_code == 404
        assert rivals.delete(f"{PEOPLE}/{person}").status_code == 404
        assert company[Role.MEMBER].get("/tasks").status_code == 200


def new_owner(owner: httpx.Client) -> str:
    return str(_LINK.findall(owner.post(PEOPLE, json={"name": "x", "role": "owner"}).json()["data"]["link"])[0])


def test_a_role_changes_and_a_removal_holds_at_once_but_an_owner_stays(server: Server, signed_in: httpx.Client) -> None:
    with joined(server, invited(signed_in, "Dora", "viewer"), "Dora") as dora:
        page = signed_in.get("/people").text
        with api(server) as http:
            people = {one["name"]: one["id"] for one in http.get(PEOPLE).json()["data"]["people"]}
        csrf = csrf_of(page)
        assert dora.get("/keys").status_code == 403
        assert signed_in.post(f"/people/{people['Dora']}/role", data={"csrf": csrf, "role": "owner"}).status_code == 303
        assert dora.get("/keys").status_code == 200
        assert signed_in.post(f"/people/{people['Dora']}/role", data={"csrf": csrf, "role": "king"}).status_code == 400
        assert signed_in.post(f"/people/{people['Dora']}/remove", data={"csrf": csrf}).status_code == 303
        assert dora.get("/tasks").status_code == 303, "out at once"
        last = signed_in.post(f"/people/{people[NAME]}/remove", data={"csrf": csrf})
        assert last.status_code == 409
        assert "only owner" in last.text
        assert signed_in.post(f"/people/{people[NAME]}/role", data={"csrf": csrf, "role": "member"}).status_code == 409


def api(server: Server) -> httpx.Client:
    _, secret = server.make_key(live=True, scopes=ALL_SCOPES)
    return server.http(secret)


@pytest.mark.parametrize(
    ("weak", "parameter"),
    [
        ({"live": False}, "live"),
        ({"models": ["veo_31"]}, "models"),
        ({"scopes": {Scope.ADMIN, Scope.READ}}, "scopes"),
    ],
)
def test_a_key_gives_no_role_that_is_stronger_than_itself(
    server: Server, weak: dict[str, object], parameter: str
) -> None:
    _, secret = server.make_key(**{"live": True, "scopes": ALL_SCOPES, **weak})  # type: ignore[arg-type]
    with server.http(secret) as http:
        refused = http.post(PEOPLE, json={"name": "x", "role": "owner"})
        assert (refused.status_code, refused.json().get("parameter")) == (403, parameter)
        if "scopes" in weak:
            assert http.post(PEOPLE, json={"name": "x", "role": "viewer"}).status_code == 200
