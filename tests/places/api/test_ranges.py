from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.api.errors import RangeNotSatisfiable
from rushes.api.ranges import read_range

SIZES = st.integers(0, 10_000)


@given(SIZES, st.integers(0, 12_000), st.integers(0, 12_000))
def test_a_range_never_reaches_outside_the_file(size: int, first: int, last: int) -> None:
    try:
        found = read_range(f"bytes={first}-{last}", size)
    except RangeNotSatisfiable:
        assert first >= size
        return
    if found is None:
        assert last < first
        return
    start, length = found
    assert start == first
    assert length == min(last, size - 1) - first + 1 > 0


@given(SIZES, st.integers(0, 12_000))
def test_a_suffix_is_the_end_of_the_file(size: int, count: int) -> None:
    try:
        assert read_range(f"bytes=-{count}", size) == (size - min(count, size), min(count, size))
    except RangeNotSatisfiable:
        assert not count or not size


@given(st.text(max_size=40))
def test_what_is_no_range_is_the_whole(header: str) -> None:
    if not header.startswith("bytes="):
        assert read_range(header, 100) is None


@pytest.mark.parametrize(
    "header", [None, "", "bytes=", "bytes=-", "bytes=1-2,3-4", "bytes=²-3", "bytes=" + "9" * 400 + "-"]
)
def test_odd_headers_are_ignored(header: str | None) -> None:
    assert read_range(header, 100) is None
