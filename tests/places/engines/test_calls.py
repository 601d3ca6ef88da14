"""What a far side says of itself is read as it means it."""

from __future__ import annotations

import pytest

from rushes.engines.calls import retry_after_seconds


@pytest.mark.parametrize(
    ("after", "date", "seconds"),
    [
        ("7", "", 7.0),
        ("Mon, 30 Nov 2099 00:00:30 GMT", "Mon, 30 Nov 2099 00:00:00 GMT", 30.0),
        ("Mon, 30 Nov 2099 00:00:00 GMT", "Mon, 30 Nov 2099 00:00:30 GMT", 0.0),
        ("Mon, 30 Nov 2099 00:00:30 GMT", "", None),
        ("soon", "Mon, 30 Nov 2099 00:00:00 GMT", None),
        ("-1", "", None),
        ("", "", None),
    ],
)
def test_when_to_come_again_is_seconds_or_a_date(after: str, date: str, seconds: float | None) -> None:
    assert retry_after_seconds({"retry-after": after, "date": date}) == seconds
