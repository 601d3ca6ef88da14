"""The engines page over HTTP against a real server: tests of engines, and whom a model's shots go to."""

from __future__ import annotations

import re

import httpx

from rushes.engines.probe import probe_apart
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
