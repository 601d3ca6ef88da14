from __future__ import annotations

import json

import pytest

from rushes import errors as ideas
from rushes.api import errors


def classes(root: type[ideas.RushesError] = ideas.RushesError) -> list[type[ideas.RushesError]]:
    return [root, *(one for child in root.__subclasses__() for one in classes(child))]


@pytest.mark.parametrize(
    "kind", [kind for kind in classes() if kind.__module__.startswith(("rushes.errors", "rushes.api"))]
)
def test_every_class_of_error_has_a_standing_of_its_own(kind: type[ideas.RushesError]) -> None:
    assert kind in errors.STANDINGS
    standing = errors.STANDINGS[kind]
    if not issubclass(kind, ideas.EngineError):
        assert standing.number // 100 == standing.status
    if issubclass(kind, ideas.Refused):
        assert 400 <= standing.status < 500, "a refusal is never a 5xx"


def test_numbers_and_codes_are_unique() -> None:
    numbers = [standing.number for standing in errors.STANDINGS.values()]
    assert len(set(numbers)) == len(numbers)
    codes = [kind.code for kind in errors.STANDINGS]
    assert len(set(codes)) == len(codes)


def test_a_class_that_is_not_listed_stands_as_its_nearest_ancestor() -> None:
    class Sharper(ideas.ValueNotAllowed):
        pass

    assert errors.standing(Sharper()) == errors.STANDINGS[ideas.ValueNotAllowed]


def test_a_message_with_odd_characters_can_be_sent() -> None:
    standing = errors.STANDINGS[ideas.WrongType]
    words = json.loads(errors.body('a "\ud800\u202e', "wrong_type", standing, "x", "r"))
    assert words["message"] == 'a "\ud800\u202e'
    assert words["status"]["error_code"] == 40004
