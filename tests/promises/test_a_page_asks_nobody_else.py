"""The reference pages: whole with the network cable pulled, and about what this server really has."""

from __future__ import annotations

import re

import httpx
import pytest

from rushes import models
from rushes.api import errors
from rushes.api.dialects.native import EXTENSIONS
from rushes.errors import EngineError
from rushes.model import Model
from rushes.testing.server import Server

PAGES = ["/", "/docs", *(f"/docs/{model}" for model in models.ALL)]
_ASKED = re.compile(r'(?:src|href)="([^"#]+)"|url\(([^)]+)\)|import\s+"([^"]+)"')


def assets(text: str) -> set[str]:
    return {next(group for group in match.groups() if group).strip("\"'") for match in _ASKED.finditer(text)}


@pytest.mark.parametrize("path", PAGES)
def test_everything_on_a_page_comes_from_here(server: Server, path: str) -> None:
    page = httpx.get(f"{server.url}{path}")
    assert page.status_code == 200
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert "<script>" not in page.text
    assert " style=" not in page.text
    for asked in assets(page.text):
        assert asked.startswith("/"), f"{asked} is not ours"
        answer = httpx.get(f"{server.url}{asked}")
        assert answer.status_code == 200, asked
        if asked.endswith(".css"):
            for inner in assets(answer.text):
                assert httpx.get(f"{server.url}/static/{inner}").status_code == 200, inner


def test_the_fonts_come_with_their_licences(server: Server) -> None:
    for font in ("mona-sans", "martian-mono"):
        assert "SIL Open Font License" in httpx.get(f"{server.url}/static/fonts/LICENSE-{font}.txt").text


@pytest.mark.parametrize("model", models.ALL.values(), ids=lambda model: model.id)
def test_the_reference_has_every_parameter_price_and_error(server: Server, model: Model) -> None:
    page = httpx.get(f"{server.url}/docs/{model.id}").text
    for parameter in (*model.parameters, *EXTENSIONS):
        assert f'id="{parameter.name}"' in page
    for kind, standing in errors.STANDINGS.items():
        if issubclass(kind, EngineError) or standing.number % 100:
            assert str(standing.number) in page, kind
    assert f"{server.url}/model/v1/generation" in page, "examples are filled with this server's own address"


def test_an_unknown_page_is_404_in_words(server: Server) -> None:
    for path in ("/docs/veo_4", "/nowhere", "/static/nothing.css", "/static/../app.py", "/clips"):
        answer = httpx.get(f"{server.url}{path}")
        assert answer.status_code == 404
        assert answer.json()["status"]["error_code"] == 40401


def test_a_host_that_is_no_host_is_not_repeated(server: Server) -> None:
    page = httpx.get(f"{server.url}/docs", headers={"Host": 'a"><script>alert(1)</script>'})
    assert "alert(1)" not in page.text
