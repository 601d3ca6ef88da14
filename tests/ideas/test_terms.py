"""Terms: the most particular price, the largest discount, never below nothing; and no model without a price."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes import models
from rushes.errors import Misconfigured
from rushes.ledger import Cost
from rushes.terms import WHOLE, Term, priced

NOW = datetime(2026, 11, 22, tzinfo=UTC)
COST = Cost(8, 100_000, 0, "list")


def term(name: str, **about: object) -> Term:
    return Term(id=name, created_at=NOW, begins_at=NOW, **about)  # type: ignore[arg-type]  # a table of fields


def test_the_most_particular_price_counts() -> None:
    agreed = [
        term("all", model="m", unit_price_microusd=90_000),
        term("4k", model="m", unit_price_microusd=500_000, resolution="4k"),
        term("ours", project="p", model="m", unit_price_microusd=80_000),
        term("key", project="p", root="k", model="m", unit_price_microusd=0),
    ]
    assert priced(COST, agreed, "720p", True).price_version == "list+key"
    assert priced(COST, agreed, "720p", True).total_microusd == 0
    assert priced(COST, agreed[:3], "720p", True).unit_price_microusd == 80_000
    assert priced(COST, agreed[:2], "4k", True).unit_price_microusd == 500_000
    assert priced(COST, agreed[:2], "720p", True).unit_price_microusd == 90_000


def test_of_several_discounts_the_largest_counts_on_the_agreed_price() -> None:
    agreed = [term("a", discount=1_000), term("b", discount=2_500), term("p", model="m", unit_price_microusd=40_000)]
    found = priced(COST, agreed, "720p", True)
    assert (found.list_microusd, found.discount_microusd) == (320_000, 80_000)
    assert found.price_version == "list+p+b"
    ours = [term("z", project="p", discount=1_000), term("a", discount=2_500), term("y", project="p", discount=2_500)]
    assert priced(COST, ours, "720p", True).price_version == "list+y", "of equal ones the most particular"
    assert priced(COST, ours[:2], "720p", True).price_version == "list+a", "not the most particular one"


def test_a_margin_is_put_on_what_a_second_costs_us() -> None:
    margin = term("margin", margin=2_000)
    assert priced(COST, [margin], "720p", True).unit_price_microusd == 120_000, "else the list price is the vendor's"
    costs = [
        term("cost", model="m", unit_cost_microusd=70_000),
        term("dear", model="m", unit_cost_microusd=200_000, resolution="4k"),
        term("quiet", model="m", unit_cost_microusd=50_000, sound=False),
    ]
    assert priced(COST, [margin, *costs], "720p", True).unit_price_microusd == 84_000
    assert priced(COST, [margin, *costs], "4k", True).unit_price_microusd == 240_000
    assert priced(COST, [margin, *costs], "720p", False).unit_price_microusd == 60_000
    assert priced(COST, [margin, *costs], "720p", True).price_version == "list+margin+cost"
    assert priced(COST, costs, "720p", True) == COST, "a cost alone changes no price"


def test_of_prices_and_margins_the_most_particular_counts() -> None:
    everybodys, ours = term("all", margin=5_000), term("ours", project="p", model="m", unit_price_microusd=1)
    assert priced(COST, [everybodys, ours], "720p", True).unit_price_microusd == 1
    mine = term("mine", project="p", root="k", margin=0)
    assert priced(COST, [everybodys, ours, mine], "720p", True).unit_price_microusd == 100_000
    later = dataclasses.replace(everybodys, id="later", created_at=NOW + timedelta(seconds=1), margin=1)
    assert priced(COST, [later, everybodys], "720p", True).price_version == "list+later", "then the newest"
    discounted = priced(COST, [everybodys, term("d", discount=1_000)], "720p", True)
    assert (discounted.total_microusd, discounted.price_version) == (8 * 150_000 * 9 // 10, "list+all+d")


@given(st.integers(0, 10**9), st.integers(0, 10 * WHOLE))
def test_a_margin_is_never_undershot_and_at_most_a_micro_dollar_more(cost: int, share: int) -> None:
    known = term("cost", model="m", unit_cost_microusd=cost)
    unit = priced(COST, [known, term("margin", margin=share)], "720p", True).unit_price_microusd
    assert 0 <= unit * WHOLE - cost * (WHOLE + share) < WHOLE


@given(st.integers(0, 60), st.integers(0, 10**9), st.integers(1, WHOLE), st.integers(0, 60))
def test_a_discount_is_in_the_payers_favour_and_never_more_than_all(
    quantity: int, unit: int, share: int, delivered: int
) -> None:
    found = priced(Cost(quantity, unit, 0, "list"), [term("d", discount=share)], "720p", True)
    assert found.discount_microusd * WHOLE >= found.list_microusd * share
    assert 0 <= found.total_microusd <= found.list_microusd
    assert 0 <= found.delivered(delivered).total_microusd <= found.total_microusd


def test_terms_hold_from_their_beginning_until_their_end() -> None:
    limited = term("d", discount=1, ends_at=NOW + timedelta(days=1))
    assert [limited.holds(NOW + timedelta(hours=hours)) for hours in (-1, 0, 23, 24)] == [False, True, True, False]
    assert term("d", discount=1).holds(NOW + timedelta(days=10_000))


def test_a_model_without_a_price_for_all_it_offers_cannot_be_enabled() -> None:
    model = next(iter(models.ALL.values()))
    prices = {kind: price for kind, price in model.price.per_second.items() if kind != ("1080p", False)}
    lacking = dataclasses.replace(model, price=dataclasses.replace(model.price, per_second=prices))
    with pytest.raises(Misconfigured, match="no price for 1080p without sound"):
        models.enabled(lacking)
