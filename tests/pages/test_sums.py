"""Usage, models and engines, over HTTP against a real server; and the chart's scale."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import httpx
import pytest

from rushes import models
from rushes.budget import Period
from rushes.console.usage import _round_top
from rushes.intake.keys import Limits
from rushes.testing.server import Server
from tests.pages.conftest import browserlike
from tests.pages.test_tasks import ended, make


@pytest.fixture(scope="module")
def finished(server: Server, cookie: str) -> str:
    with browserlike(server, cookie) as client:
        task_id = make(client, "A kite over a beach")
        assert ended(client, task_id) == "succeeded"
    return task_id


@pytest.mark.usefixtures("finished")
def test_usage_adds_up_what_was_made(signed_in: httpx.Client) -> None:
    page = signed_in.get("/usage").text
    assert "0.40 <small>USD" in page
    assert "veo_31_fast" in page
    assert "Console" in page
    for query in ("days=7", "days=90&of=seconds", "of=usd", "days=-1", "days=x&of=y"):
        assert signed_in.get(f"/usage?{query}").status_code == 200, query


@pytest.mark.usefixtures("finished")
def test_usage_as_csv_has_the_same_sums(signed_in: httpx.Client) -> None:
    answer = signed_in.get("/usage.csv?days=7")
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["model"], row["status"], row["tasks"], row["charged_usd"]) for row in rows] == [
        ("veo_31_fast", "succeeded", "1", "0.40")
    ]


@pytest.mark.usefixtures("finished")
def test_every_figure_leads_to_the_tasks_behind_it(signed_in: httpx.Client, finished: str) -> None:
    page = signed_in.get("/usage").text
    addresses = {unescape(one) for one in re.findall(r'href="(/tasks\?[^"]+)"', page)}
    assert len(addresses) >= 5
    for address in addresses:
        assert (finished in signed_in.get(address).text) == ("status=failed" not in address), address
    assert finished not in signed_in.get("/tasks?ended=2020-01-01..2020-12-31").text
    assert finished in signed_in.get("/tasks?ended=soon").text


def test_budgets_are_there_at_a_glance(server: Server, signed_in: httpx.Client) -> None:
    server.make_key(live=True, limits=Limits(budgets=((Period.MONTH, 5_000_000),)))
    page = signed_in.get("/usage").text
    assert re.search(r'class="gauges">.*made for a test.*of 5\.00 this month', page, re.S)


def test_every_model_is_on_the_shelf(signed_in: httpx.Client) -> None:
    page = signed_in.get("/models").text
    for model in models.ALL.values():
        assert model.name in page
        assert f'href="/models/{model.id}"' in page
        last = signed_in.get(f"/models/{model.id}").text.partition("may retire it from ")[2][:10]
        assert last == (str(model.retires_at) if model.retires_at else "")
    assert "0.10" in page


@pytest.mark.usefixtures("finished")
def test_engines_tell_who_works(signed_in: httpx.Client) -> None:
    page = signed_in.get("/engines").text
    assert "1 worker<" in page
    assert "alive" in page


@pytest.mark.parametrize(
    ("most", "top"), [(0, 1), (1, 1), (1.5, 2), (3, 4), (5, 10), (11, 20), (39, 40), (41, 100), (900, 1000)]
)
def test_a_charts_scale_has_round_quarters(most: float, top: float) -> None:
    assert _round_top(most) == top
