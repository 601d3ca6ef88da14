"""Company at a table: who dines sits at it, across from each other, and who writes has one desk and not two."""

from __future__ import annotations

import pytest

from rushes.engines.animatic import director
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import bearing
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.engines.animatic.stage import company
from rushes.engines.animatic.stage.shapes import Box, Shape
from rushes.shot import Mode, Shot


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, seconds=8))


def subject_of(plan: ShotPlan, noun: str) -> Subject:
    return next(subject for subject in plan.subjects if subject.noun == noun)


def shapes_of(plan: ShotPlan) -> list[Shape]:
    return [Shape("thing", Box(-0.8, 0.8, 0.0, 0.8), 0.0) for _ in plan.subjects]


@pytest.mark.parametrize(
    "prompt",
    ["A man and a woman eat dinner at a table", "A couple has dinner at a table in a restaurant", "A man and a woman sit at the table"],
)  # fmt: skip
def test_two_at_a_table_look_at_each_other_across_it(prompt: str) -> None:
    plan = plan_of(prompt)
    man, woman, table = subject_of(plan, "man"), subject_of(plan, "woman"), subject_of(plan, "table")
    assert {man.action, woman.action} <= {"eat", "sit"}
    assert man.facing == -woman.facing
    assert (table.x - man.x) * man.facing > 0
    assert (table.x - woman.x) * woman.facing > 0


def test_a_meal_lays_the_table_and_a_talk_does_not() -> None:
    assert "laid" in subject_of(plan_of("A family eats dinner at a table"), "table").traits
    assert "laid" not in subject_of(plan_of("A man and a woman sit at the table"), "table").traits


def test_knees_are_under_the_table_and_the_third_sits_behind_it() -> None:
    plan = plan_of("A family eats dinner at a table")
    first, second, third = (row[0] for row in company.seats(plan, shapes_of(plan)).values())
    half = company.half_of(plan, shapes_of(plan))
    assert half < abs(first.x) < half + 0.3
    assert first.x == pytest.approx(-second.x, abs=0.1)
    assert abs(third.x) < half
    assert third.depth < first.depth


def test_friends_of_one_subject_have_a_seat_each() -> None:
    plan = plan_of("Four friends eat pizza at a table")
    (row,) = company.seats(plan, shapes_of(plan)).values()
    assert len({seat.x for seat in row}) == len(row) == 4


def test_who_writes_at_a_desk_has_one_desk() -> None:
    assert [subject.noun for subject in plan_of("A man writes at a desk in a study").subjects] == ["man"]


def test_who_sits_is_seated_and_awake_and_who_sleeps_is_not() -> None:
    outfit = dressed(Subject("man", "man", "sit"), 3)
    sits, sleeps = bearing.sitting(outfit, 0.2), bearing.lying(outfit, 0.2, True)
    assert (sits.seated, sits.asleep, sits.wind) == (True, False, 0.0)
    assert (sleeps.seated, sleeps.asleep, sleeps.wind) == (False, True, 0.0)


def test_two_who_dine_have_a_table_that_nobody_named_and_one_with_an_apple_has_none() -> None:
    assert company.table_of(plan_of("A couple dines in a restaurant")) is not None
    assert company.table_of(plan_of("A grandmother and her grandson eat soup at the kitchen table")) is not None
    assert company.table_of(plan_of("A man eats an apple in a kitchen")) is None
    assert company.table_of(plan_of("A barman stands at the counter")) is None


def test_who_is_under_a_table_does_not_sit_at_it() -> None:
    assert company.table_of(plan_of("A boy sits under a table")) is None


def test_who_walks_past_a_table_does_not_sit_down() -> None:
    assert company.table_of(plan_of("A man walks past a table")) is None
