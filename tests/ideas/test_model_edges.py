"""The edges of a declaration: the last value that is allowed and the first that is not, modes, conditions, prices."""

from __future__ import annotations

import dataclasses

import pytest

from rushes import models
from rushes.errors import ValueNotAllowed, WrongType
from rushes.model import Kind, Parameter, When, usd_text
from rushes.shot import Mode

FAST = models.find("veo_31_fast")
WORD = Parameter("word", Kind.STRING, "", length_max=3)
COUNT = Parameter("count", Kind.INTEGER, "", minimum=1, maximum=9)
SWITCH = Parameter("switch", Kind.BOOLEAN, "", minimum=5)
PICTURES = Parameter("pictures", Kind.PICTURES, "", items_max=2)


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (WORD, ""),
        (WORD, "abc"),
        (Parameter("word", Kind.STRING, ""), "any length at all"),
        (COUNT, 1),
        (COUNT, 9),
        (Parameter("count", Kind.INTEGER, "", minimum=1), 10**12),
        (Parameter("count", Kind.INTEGER, "", maximum=9), -(10**12)),
        (SWITCH, False),
        (PICTURES, [1, 2]),
        (Parameter("pictures", Kind.PICTURES, ""), [1] * 50),
    ],
)
def test_what_is_within_the_bounds_is_allowed(parameter: Parameter, value: object) -> None:
    parameter.check(value, "a model")


@pytest.mark.parametrize(
    ("parameter", "value", "fault", "words"),
    [
        (WORD, "abcd", ValueNotAllowed, "has 4 characters; at most 3"),
        (COUNT, 0, ValueNotAllowed, "is 0; it must be between 1 and 9"),
        (COUNT, 10, ValueNotAllowed, "is 10; it must be between 1 and 9"),
        (COUNT, True, WrongType, "is true; it must be an integer"),
        (SWITCH, 1, WrongType, "is 1; it must be true or false"),
        (PICTURES, [1, 2, 3], ValueNotAllowed, "has 3 items; at most 2"),
        (PICTURES, [], ValueNotAllowed, "is an empty array"),
    ],
)
def test_the_first_that_is_beyond_them_is_refused(
    parameter: Parameter, value: object, fault: type[Exception], words: str
) -> None:
    with pytest.raises(fault, match=words):
        parameter.check(value, "a model")


@pytest.mark.parametrize(
    ("given", "mode"),
    [
        ((), Mode.TEXT),
        (("image",), Mode.IMAGE),
        (("lastFrame",), Mode.FRAMES),
        (("image", "lastFrame"), Mode.FRAMES),
        (("image", "referenceImages"), Mode.REFERENCES),
        (("image", "lastFrame", "referenceImages", "video"), Mode.EXTEND),
    ],
)
def test_the_media_say_the_mode(given: tuple[str, ...], mode: Mode) -> None:
    assert FAST.mode(dict.fromkeys(given)) is mode


@pytest.mark.parametrize(
    ("when", "holds"),
    [
        (When(given=("image", "video")), True),
        (When(given=("video",)), False),
        (When(modes=(Mode.IMAGE,)), True),
        (When(modes=(Mode.TEXT,)), False),
        (When(values=(("resolution", ("4k", "1080p")),)), True),
        (When(values=(("resolution", ("720p",)),)), False),
        (When(values=(("seed", (None,)),)), False),  # type: ignore[arg-type]  # what is not given has no value
        (When(given=("video",), modes=(Mode.IMAGE,)), True),
        (When(), False),
    ],
)
def test_a_condition_holds_when_any_of_it_does(when: When, holds: bool) -> None:
    assert when.holds({"image": {}, "resolution": "4k"}, Mode.IMAGE) is holds


def test_a_price_is_by_the_second() -> None:
    a_second = FAST.price.of("1080p", True, 1)
    assert [FAST.price.of("1080p", True, seconds) for seconds in (0, 7)] == [0, 7 * a_second]
    assert FAST.price.of("1080p", False, 1) < a_second


def test_what_is_offered_and_not_priced_is_named() -> None:
    assert FAST.unpriced() == []
    assert dataclasses.replace(FAST, parameters=()).unpriced() == ["anything"]
    prices = {kind: -1 if kind[0] == "4k" else price for kind, price in FAST.price.per_second.items()}
    lacking = dataclasses.replace(FAST, price=dataclasses.replace(FAST.price, per_second=prices))
    assert lacking.unpriced() == ["4k with sound", "4k without sound"]


@pytest.mark.parametrize(
    ("microusd", "text"), [(0, "0"), (800_000, "0.8"), (1, "0.000001"), (-1_500_000, "-1.5"), (10_000_000, "10")]
)
def test_an_amount_is_a_plain_decimal(microusd: int, text: str) -> None:
    assert usd_text(microusd) == text
