"""Discounts and agreed prices appear in the quote, the task's usage and its receipt, for whom and as long as they hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest

from rushes.database import terms as rows
from rushes.database.connect import open_database
from rushes.errors import NotFound, ValueNotAllowed
from rushes.intake import terms
from rushes.terms import Term
from rushes.testing.server import Server
from tests.promises.conftest import TASKS, ended

SHOT = {"model": "veo_31_fast", "prompt": "a fox", "durationSeconds": 4}
Agree = Callable[..., Term]


@pytest.fixture
def agree(server: Server) -> Agree:
    database = open_database(server.database_url)

    def agreed(**about: object) -> Term:
        now = datetime.now(UTC) - timedelta(seconds=1)
        about = {"created_at": now, "begins_at": now, **about}
        return terms.agree(database, Term(id="", **about))  # type: ignore[arg-type]  # a table of fields

    return agreed


def test_terms_are_in_the_quote_the_usage_and_the_receipt(server: Server, agree: Agree) -> None:
    key, secret = server.make_key(live=True, project="discounted")
    _, other = server.make_key(live=True, project="not-discounted")
    agree(project="discounted", model="veo_31_fast", unit_price_microusd=50_000)
    agree(project="discounted", root=key.id, discount=2_500)
    agree(project="discounted", discount=9_000, begins_at=datetime.now(UTC) + timedelta(days=1))
    with server.http(secret) as http, server.http(other) as another:
        quote = http.post(f"{TASKS}/quote", json=SHOT).json()["usage"]
        assert (quote["cost"], quote["discount"], quote["unit_price"]) == ("0.15", 0.05, "0.05")
        assert another.post(f"{TASKS}/quote", json=SHOT).json()["usage"]["discount"] == 0.0
        task = ended(http, http.post(TASKS, json=SHOT).json()["id"])
        assert (task["usage"]["cost"], task["usage"]["discount"]) == ("0.15", 0.05)
        receipt = http.get(f"{TASKS}/task/{task['id']}/receipt").json()
        assert (receipt["total"], receipt["discount"], receipt["unit_price"]) == ("0.15", "0.05", "0.05")
        assert receipt["price_version"].count("+") == 2
        usage = http.get("/v1/usage").json()["total"]
        assert (Decimal(usage["spend"]), Decimal(usage["discount"])) == (Decimal("0.15"), Decimal("0.05"))


def test_terms_that_ended_hold_no_longer(server: Server, agree: Agree) -> None:
    _, secret = server.make_key(live=True, project="once-discounted")
    agreed = agree(project="once-discounted", discount=10_000)
    with server.http(secret) as http:
        assert http.post(f"{TASKS}/quote", json=SHOT).json()["usage"]["cost"] == "0"
        database = open_database(server.database_url)
        terms.end(database, agreed.id, datetime.now(UTC))
        with pytest.raises(NotFound):
            terms.end(database, agreed.id, datetime.now(UTC))
        with database.reading() as connection:
            assert agreed.id in {term.id for term in rows.page(connection)}
        assert http.post(f"{TASKS}/quote", json=SHOT).json()["usage"]["cost"] != "0"


@pytest.mark.parametrize(
    "about",
    [
        {},
        {"discount": 0},
        {"discount": 10_001},
        {"discount": 5, "unit_price_microusd": 5},
        {"unit_price_microusd": 5},
        {"unit_price_microusd": -1, "model": "veo_31_fast"},
        {"unit_price_microusd": 5, "model": "veo_31_fast", "resolution": "8k"},
        {"discount": 5, "ends_at": datetime(2020, 1, 1, tzinfo=UTC)},
    ],
)
def test_terms_that_cannot_be_are_refused(agree: Agree, about: dict[str, object]) -> None:
    with pytest.raises(ValueNotAllowed):
        agree(**about)
    with pytest.raises(NotFound):
        agree(discount=5, project="nobody")
