"""Who serves a task, and what nobody may be charged for goes to nobody's account."""

from __future__ import annotations

import pytest

from rushes import models
from rushes.engines import catalog
from rushes.errors import Unavailable

_FAST = models.find("veo_31_fast")
_EVERYONE = frozenset({"animatic", "vertex", "videos_api", "upstream"})


@pytest.fixture(autouse=True)
def no_accounts(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (
        "GOOGLE_CLOUD_PROJECT",
        "GOOGLE_API_KEY",
        "GEMINI_API_KEY",
        "RUSHES_VIDEOS_API_URL",
        "RUSHES_UPSTREAM_URL",
    ):
        monkeypatch.delenv(variable, raising=False)


def test_an_engine_without_an_account_is_installed_but_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    assert catalog.names() >= _EVERYONE
    assert catalog.ready() & _EVERYONE == {"animatic"}
    assert catalog.route(_FAST, rehearsal=False, installed=catalog.ready(), routes={}) == "animatic"
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "a-project")
    assert catalog.route(_FAST, rehearsal=False, installed=catalog.ready(), routes={}) == "vertex"


def test_a_rehearsal_goes_to_nobodys_account() -> None:
    for route in ((), ("vertex",), ("upstream", "videos_api")):
        routes = {_FAST.id: route} if route else {}
        assert catalog.route(_FAST, rehearsal=True, installed=_EVERYONE, routes=routes) == "animatic"
        with pytest.raises(Unavailable):
            catalog.route(_FAST, rehearsal=True, installed=_EVERYONE - {"animatic"}, routes=routes)


def test_the_owners_route_comes_first_and_skips_what_is_not_here() -> None:
    routes = {_FAST.id: ("upstream", "vertex", "animatic")}
    assert catalog.route(_FAST, rehearsal=False, installed=_EVERYONE, routes=routes) == "upstream"
    assert catalog.route(_FAST, rehearsal=False, installed=frozenset({"animatic"}), routes=routes) == "animatic"
