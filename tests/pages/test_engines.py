"""The engines page over HTTP against a real server: tests of engines, and whom a model's shots go to."""

from __future__ import annotations

import re

import httpx

from rushes.engines.probe import probe_apart
from rushes.key import Scope
from rushes.testing.server import Server
from tests.pages.conftest import csrf_of


def test_an_engine_is_tested_and_one_that_lacks_an_account_says_what(signed_in: httpx.Client) -> None:
    headers = {"x-csrf": csrf_of(signed_in.get("/tasks").text)}
    well = signed_in.post("/console/engines/fake/test", headers=headers).json()
    assert well["well"]
    assert "always well" in well["words"]
    page = signed_in.post("/engines/vertex/test", data={"csrf": headers["x-csrf"]}).text
    assert re.search(r'data-tested="vertex"><span class="status bad">Does not work</span> .*GOOGLE', page)


def test_only_installed_engines_are_tested_and_only_from_our_pages(signed_in: httpx.Client) -> None:
    assert signed_in.post("/console/engines/os.system/test").status_code == 403
    headers = {"x-csrf": csrf_of(signed_in.get("/tasks").text)}
    assert signed_in.post("/console/engines/os.system/test", headers=headers).status_code == 404


def test_the_page_tells_whom_each_model_goes_to(signed_in: httpx.Client) -> None:
    page = signed_in.get("/engines").text
    order = page.partition("veo_31_lite</b>")[2].partition("</ol>")[0]
    assert re.findall(r'<li aria-current="true"><code>(\w+)', order) == ["fake"]
    assert "left out" in page


def test_a_probe_of_what_is_broken_tells_why_and_raises_nothing() -> None:
    probed = probe_apart("no such engine")
    assert not probed.health.well
    assert "no such engine" in probed.health.line


def test_the_api_tells_and_tests_the_same_for_those_who_keep_the_house(server: Server) -> None:
    _, house = server.make_key(live=True, scopes={Scope.ADMIN})
    _, other = server.make_key(live=True, project="other", scopes={Scope.ADMIN})
    with server.http(house) as api:
        told = api.get("/api/v1/engines").json()["data"]
        by_name = {one["name"]: one for one in told["engines"]}
        assert by_name["fake"]["on"]
        assert "GOOGLE_CLOUD_PROJECT" in by_name["vertex"]["lacking"]
        assert {"id": "veo_31", "engines": ["fake"], "served_by": "fake"} in told["models"]
        assert api.post("/api/v1/engines/fake/test").json()["data"]["works"] is True
        assert api.post("/api/v1/engines/nobody/test").status_code == 404
    with server.http(other) as stranger:
        assert stranger.get("/api/v1/engines").json()["status"]["code"] == 403
        assert stranger.post("/api/v1/engines/fake/test").json()["status"]["code"] == 403
