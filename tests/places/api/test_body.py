from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rushes.api.body import DEPTH_MAX, parse
from rushes.errors import InvalidRequest

#: JSON as we take it: no half surrogates, no NUL, nothing beyond a double.
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=20,
)


@given(st.dictionaries(WORDS, VALUES, max_size=5), st.booleans())
def test_what_json_says_is_what_is_read(value: dict[str, object], escaped: bool) -> None:
    assert parse(json.dumps(value, ensure_ascii=escaped).encode()) == value


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert isinstance(parse(data), dict)
    except InvalidRequest as refusal:
        assert refusal.message


def test_the_parameter_with_an_unsendable_character_is_named() -> None:
    with pytest.raises(InvalidRequest) as refusal:
        parse(b'{"referenceImages": [{"image": "a\\u0000"}]}')
    assert refusal.value.parameter == "referenceImages[0].image"


def test_nesting_is_taken_up_to_its_limit() -> None:
    body = b'{"a":' * DEPTH_MAX + b"1" + b"}" * DEPTH_MAX
    assert parse(body)
    with pytest.raises(InvalidRequest, match="deep"):
        parse(b'{"a":' + body + b"}")
