"""Signing in at an OpenID provider, over HTTP at both ends: a real server, and a provider that may lie."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from rushes.errors import Misconfigured
from rushes.key import ALL_SCOPES
from rushes.server.settings import Settings
from rushes.testing.fake_openid import CLIENT_SECRET, FakeOpenId
from rushes.testing.server import Server, running
from tests.pages.conftest import browserlike

pytestmark = pytest.mark.slow
BEGIN = "/sign-in/openid"
PEOPLE = "/api/v1/people"


@pytest.fixture(scope="module")
def provider() -> Iterator[FakeOpenId]:
    with FakeOpenId() as made:
        yield made


@pytest.fixture(autouse=True)
def honest(provider: FakeOpenId) -> None:
    provider.lies.clear()
    provider.in_token = True


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, provider: FakeOpenId) -> Iterator[Server]:
    settings = provider.environment(allowed="example.org,Ben@Elsewhere.example", role="member")
    with running(tmp_path_factory.mktemp("openid") / "home", worker=False, settings=settings) as made:
        yield made


def there_and_back(client: httpx.Client, wanted: str = "/usage") -> httpx.Response:
    """What the browser is shown when it returns from the provider."""
    begun = client.get(BEGIN, params={"next": wanted})
    assert begun.status_code == 303, begun.text
    asked = httpx.get(begun.headers["location"])
    assert asked.status_code == 302, asked.text
    return client.get(asked.headers["location"])


def being(provider: FakeOpenId, subject: str, email: str = "", verified: object = True) -> None:
    provider.person = {"sub": subject, "email": email, "email_verified": verified}


def test_whoever_is_allowed_comes_in_as_the_setting_says(server: Server, provider: FakeOpenId) -> None:
    being(provider, "maya", "maya@example.org")
    with browserlike(server) as client:
        assert provider.url.removeprefix("http://") in client.get("/sign-in").text
        begun = client.get(BEGIN)
        cookie = begun.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        asked = {name: values[0] for name, values in parse_qs(urlsplit(begun.headers["location"]).query).items()}
        assert asked["code_challenge_method"] == "S256"
        assert {len(asked[name]) for name in ("state", "nonce", "code_challenge")} == {43}
        back = there_and_back(client)
        assert (back.status_code, back.headers["location"]) == (303, "/usage")
        assert client.get("/usage").status_code == 200
        assert client.get("/keys").status_code == 403, "a member makes no keys"
        assert "rushes_openid" not in client.cookies
    with browserlike(server) as again:
        assert there_and_back(again, "//evil.example").headers["location"] == "/", "and to no other site"
    assert CLIENT_SECRET not in server.log


def test_an_address_counts_when_it_is_verified_and_listed_also_from_userinfo(
    server: Server, provider: FakeOpenId
) -> None:
    provider.in_token = False
    for subject, email, verified, status in (
        ("ben", "ben@elsewhere.example", "true", 303),
        ("eve", "eve@elsewhere.example", True, 403),
        ("fay", "fay@example.org", False, 403),
        ("gus", "gus@example.org.evil.example", True, 403),
        ("hal", "", True, 403),
    ):
        being(provider, subject, email, verified)
        with browserlike(server) as client:
            assert there_and_back(client).status_code == status, subject
    provider.lies = {"subject"}
    being(provider, "ben", "ben@elsewhere.example")
    with browserlike(server) as client:
        assert there_and_back(client).status_code == 401


@pytest.mark.parametrize(
    ("lie", "status"),
    [
        ("nonce", 401),
        ("aud", 401),
        ("iss", 401),
        ("expired", 401),
        ("key", 401),
        ("none", 401),
        ("hmac", 401),
        ("azp", 401),
        ("at_hash", 401),
        ("denied", 401),
        ("mixup", 403),
        ("silent", 503),
    ],
)
def test_what_cannot_be_believed_lets_nobody_in(server: Server, provider: FakeOpenId, lie: str, status: int) -> None:
    being(provider, "maya", "maya@example.org")
    provider.lies = {lie}
    with browserlike(server) as client:
        back = there_and_back(client)
        assert back.status_code == status, back.text
        assert 'role="alert"' in back.text
        assert client.get("/usage").status_code == 303, "still outside"


def test_a_state_from_another_browser_is_refused(server: Server, provider: FakeOpenId) -> None:
    being(provider, "maya", "maya@example.org")
    with browserlike(server) as attacker, browserlike(server) as victim:
        begun = attacker.get(BEGIN)
        forged = httpx.get(begun.headers["location"]).headers["location"]
        assert victim.get(forged).status_code == 403
        victim.get(BEGIN)
        assert victim.get(forged).status_code == 403
        assert attacker.get(forged).status_code == 303
        assert attacker.get(forged).status_code == 403, "once"


def test_a_new_signing_key_is_found(server: Server, provider: FakeOpenId) -> None:
    being(provider, "maya", "maya@example.org")
    provider.change_key()
    with browserlike(server) as client:
        assert there_and_back(client).status_code == 303


def test_an_invitation_lets_in_who_is_on_no_list_and_a_removal_holds(server: Server, provider: FakeOpenId) -> None:
    being(provider, "zoe", "zoe@nowhere.example")
    _, secret = server.make_key(live=True, scopes=ALL_SCOPES)
    with server.http(secret) as owner:
        link = owner.post(PEOPLE, json={"name": "Zoe", "role": "viewer"}).json()["data"]["link"]
        path = f"/join?link={parse_qs(urlsplit(link).query)['link'][0]}"
        with browserlike(server) as client:
            assert provider.url.removeprefix("http://") in client.get(path).text
            assert there_and_back(client, path).headers["location"] == "/"
            assert client.get("/tasks").status_code == 200
            assert client.get(path).status_code == 404, "the invitation is used"
            found = {person["name"]: person for person in owner.get(PEOPLE).json()["data"]["people"]}
            zoe = found["zoe@nowhere.example"]
            assert (zoe["role"], zoe["signs_in_by"]) == ("viewer", provider.url)
            assert owner.delete(f"{PEOPLE}/{zoe['id']}").status_code == 200
            assert client.get("/tasks").status_code == 303, "out at once"
        with browserlike(server) as client:
            assert there_and_back(client).status_code == 403


def test_who_was_removed_does_not_come_back_by_the_list(server: Server, provider: FakeOpenId) -> None:
    being(provider, "rob", "rob@example.org")
    with browserlike(server) as client:
        assert there_and_back(client).status_code == 303
    _, secret = server.make_key(live=True, scopes=ALL_SCOPES)
    with server.http(secret) as owner:
        rob = next(one for one in owner.get(PEOPLE).json()["data"]["people"] if one["name"] == "rob@example.org")
        assert owner.delete(f"{PEOPLE}/{rob['id']}").status_code == 200
    with browserlike(server) as client:
        assert there_and_back(client).status_code == 403


@pytest.mark.parametrize(
    ("environment", "words"),
    [
        ({"ISSUER": "http://id.example.org", "CLIENT_ID": "a"}, "https"),
        ({"ISSUER": "https://id.example.org"}, "CLIENT_ID"),
        ({"ISSUER": "https://id.example.org", "CLIENT_ID": "a", "ROLE": "king"}, "viewer"),
        (
            {"ISSUER": "https://i.example", "CLIENT_ID": "a", "CLIENT_SECRET": "b", "CLIENT_SECRET_FILE": "/c"},
            "not both",
        ),
    ],
)
def test_a_setting_that_cannot_be_is_named(environment: dict[str, str], words: str) -> None:
    with pytest.raises(Misconfigured, match=words):
        Settings.read({f"RUSHES_OIDC_{name}": value for name, value in environment.items()})
