"""Budgets: the day, the month and the whole, in UTC, whatever zone a moment is told in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.budget import Budget, Period, Standing, spans

#: Half past eleven in the evening in New York is the next day in UTC.
LATE = datetime(2026, 12, 31, 23, 30, tzinfo=timezone(timedelta(hours=-5)))
MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))


def budget(period: Period = Period.DAY, *, owner: str = "key", limit: int = 100) -> Budget:
    return Budget("studio", owner, period, limit, True, LATE)


def test_a_moment_is_in_a_day_a_month_and_the_whole() -> None:
    assert spans(LATE) == ("2027-01-01", "2027-01", "total")
    assert [period.span(LATE) for period in Period] == list(spans(LATE))


def test_a_span_begins_at_midnight_and_ends_with_the_next() -> None:
    new_year = datetime(2027, 1, 1, tzinfo=UTC)
    assert Period.DAY.began_at(LATE) == Period.MONTH.began_at(LATE) == new_year
    assert Period.DAY.resets_at(LATE) == datetime(2027, 1, 2, tzinfo=UTC)
    assert Period.MONTH.resets_at(LATE) == datetime(2027, 2, 1, tzinfo=UTC)
    assert Period.TOTAL.began_at(LATE) is Period.TOTAL.resets_at(LATE) is None


@given(MOMENTS, st.sampled_from([Period.DAY, Period.MONTH]))
def test_the_moment_before_a_reset_is_in_this_span_and_the_reset_in_the_next(at: datetime, period: Period) -> None:
    began, resets = period.began_at(at), period.resets_at(at)
    assert began is not None
    assert resets is not None
    assert began <= at < resets
    assert period.span(began) == period.span(at) == period.span(resets - timedelta(microseconds=1))
    assert period.span(resets) > period.span(at)


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (budget(), "this key's budget for the day"),
        (budget(Period.MONTH, owner="studio"), "the project's budget for the month"),
        (budget(Period.TOTAL, owner="studio"), "the project's total budget"),
    ],
)
def test_a_budget_says_whose_it_is_and_of_when(made: Budget, name: str) -> None:
    assert made.name == name


@pytest.mark.parametrize(("used", "left"), [(0, 100), (99, 1), (100, 0), (101, 0)])
def test_what_is_left_is_never_below_nothing(used: int, left: int) -> None:
    assert Standing(budget(), used, None).left_microusd == left
