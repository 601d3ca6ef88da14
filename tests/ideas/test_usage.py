"""Usage: percentiles read off buckets; budgets' spans."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.budget import Period
from rushes.usage import BUCKET_MAX, bounds, bucket, percentile


@given(st.floats(0, 1_600_000))
def test_a_duration_lies_within_its_bucket(seconds: float) -> None:
    low, high = bounds(bucket(seconds))
    assert low * (1 - 1e-9) <= seconds <= high * (1 + 1e-9)


def test_negative_and_endless_durations_have_buckets_too() -> None:
    assert (bucket(-5.0), bucket(1e12)) == (0, BUCKET_MAX)


@given(st.lists(st.floats(0.2, 100_000), min_size=1, max_size=50), st.floats(0.01, 1))
def test_a_percentile_is_right_to_within_its_bucket(durations: list[float], share: float) -> None:
    found = percentile(Counter(map(bucket, durations)), share)
    assert found is not None
    rank = min(len(durations) - 1, max(0, -(-int(share * len(durations) * 1_000_000) // 1_000_000) - 1))
    near = sorted(durations)[max(0, rank - 1) : rank + 2]
    assert min(near) / 1.5 <= found <= max(near) * 1.5


def test_of_nothing_there_is_no_percentile() -> None:
    assert percentile({}, 0.5) is None


@pytest.mark.parametrize(
    ("period", "span", "resets"),
    [(Period.DAY, "2026-12-31", "2027-01-01"), (Period.MONTH, "2026-12", "2027-01-01"), (Period.TOTAL, "total", None)],
)
def test_a_budgets_span_ends_with_the_day_or_the_month(period: Period, span: str, resets: str | None) -> None:
    at = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert period.span(at) == span
    found = period.resets_at(at)
    assert (found and f"{found:%Y-%m-%d}") == resets
