"""Relations: who is on, in, under or between what, from the words to the marks where everybody stands."""

from __future__ import annotations

import pytest

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.plan import ShotPlan
from rushes.shot import Mode, Shot


def plan_of(prompt: str, seed: int = 7) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=seed, aspect_ratio="16:9", seconds=8))


def number(plan: ShotPlan, rig: str) -> int:
    return next(index for index, subject in enumerate(plan.subjects) if subject.rig == rig)


@pytest.mark.parametrize(
    ("prompt", "rig", "base"),
    [
        ("A parrot sits on a branch in the jungle", "parrot", "branch"), ("A snow leopard on a rock", "tiger", "boulder"), ("A crow on a fence", "crow", "fence"),
        ("Three birds on a wire", "bird", "power_line"), ("A cat on a rooftop", "cat", "rooftop"), ("A cat sits in a window", "cat", "windowsill"),
        ("A cat inside a cardboard box", "cat", "cardboard_box"), ("A frog on a lily pad", "frog", "lily_pad"),
    ],
)  # fmt: skip
def test_what_somebody_is_on_is_drawn_and_bears_him(prompt: str, rig: str, base: str) -> None:
    plan = plan_of(prompt)
    one = plan.subjects[number(plan, rig)]
    assert one.on == number(plan, base)
    assert not one.travels


def test_rocks_that_nobody_is_on_stay_scenery() -> None:
    assert "boulder" not in {subject.rig for subject in plan_of("A lion walks past rocks").subjects}
    assert "fence" not in {subject.rig for subject in plan_of("A man leans on a fence").subjects}


def test_fruit_lies_in_a_bowl_that_stands_on_a_table() -> None:
    plan = plan_of("Three oranges and two apples in a bowl")
    bowl, table = number(plan, "bowl"), number(plan, "table")
    assert [subject.on for subject in plan.subjects if subject.rig in ("orange", "art:red-apple")] == [bowl, bowl]
    assert [subject.count for subject in plan.subjects if subject.on == bowl] == [3, 2]
    assert plan.subjects[bowl].on == table


def test_roses_stand_in_the_vase_and_the_vase_on_the_sill() -> None:
    plan = plan_of("A bouquet of roses in a vase on a windowsill")
    vase = number(plan, "vase")
    assert plan.subjects[number(plan, "bouquet")].on == vase
    assert plan.subjects[vase].on == number(plan, "windowsill")
    assert stage.build(plan, (160, 90)).size == (160, 90)


def test_one_between_two_has_one_on_each_side() -> None:
    plan = plan_of("A bird between two cats")
    bird, *cats = sorted(plan.subjects, key=lambda subject: subject.rig != "bird")
    assert [cat.rig for cat in cats] == ["cat", "cat"]
    assert min(cat.x for cat in cats) < bird.x < max(cat.x for cat in cats)


def test_who_is_under_a_table_has_its_place() -> None:
    plan = plan_of("A cat sits under a table")
    cat, table = plan.subjects[number(plan, "cat")], plan.subjects[number(plan, "table")]
    assert cat.x == table.x
    assert 0 < abs(cat.depth - table.depth) < 0.01


@pytest.mark.parametrize(
    ("prompt", "rigs"),
    [("An orange on a plate", {"orange"}), ("An orange cat", {"cat"}), ("A remote village", set()), ("A remote on a sofa", {"remote_control"})],
)  # fmt: skip
def test_an_adjective_is_a_thing_only_where_no_noun_follows(prompt: str, rigs: set[str]) -> None:
    things = {"orange", "remote_control", "cat"}
    assert {subject.rig for subject in plan_of(prompt).subjects} & things == rigs


@pytest.mark.parametrize(
    ("prompt", "trait"),
    [
        ("A wolf howls at the moon", "howling"), ("A panda eats bamboo", "eating bamboo"), ("A bear catches a salmon in a river", "catching fish"),
        ("A dog digs a hole", "digging"), ("A cat stretches on the floor", "stretching"),
    ],
)  # fmt: skip
def test_an_animals_own_verb_is_told_to_its_rig(prompt: str, trait: str) -> None:
    assert trait in plan_of(prompt).subjects[0].traits


@pytest.mark.parametrize(
    ("prompt", "rig", "count"),
    [("A polar bear and its cub walk on the ice", "bear", 1), ("A bear and her cubs walk through a forest", "bear", 3), ("A fox cub plays in the snow", "fox", 1)],
)  # fmt: skip
def test_the_young_of_an_animal_are_that_animal_and_look_young(prompt: str, rig: str, count: int) -> None:
    plan = plan_of(prompt)
    young = next(subject for subject in plan.subjects if "young" in subject.traits)
    assert (young.rig, young.count) == (rig, count)
    assert {subject.action for subject in plan.subjects} == {young.action}
