"""Encounters: who charges at whom, runs after whom, and who is led by the hand, on a leash or on a hook."""

from __future__ import annotations

import math

import pytest

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import bearing
from rushes.engines.animatic.rigs.encounters import clasp, clasp_of
from rushes.engines.animatic.rigs.garments import shoulder_width
from rushes.engines.animatic.rigs.gestures import clasping
from rushes.engines.animatic.rigs.stance import View, arm_of, frame_of
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.engines.animatic.stage import composition
from rushes.shot import Mode, Shot


def plan_of(prompt: str, seed: int = 7) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=seed, aspect_ratio="16:9", seconds=8))


@pytest.mark.parametrize("prompt", ["Two knights charge at each other on horses", "Two rams charge at each other", "Two knights joust"])  # fmt: skip
def test_a_pair_that_charges_comes_from_both_sides(prompt: str) -> None:
    plan = plan_of(prompt)
    lead = plan.subjects[0]
    assert lead.count == 2
    assert [composition.facing_of(lead, number) for number in (0, 1)] == [1, -1]
    assert plan.camera.move not in ("track", "aerial")


def test_those_who_charge_begin_at_the_edges_and_meet() -> None:
    plan = plan_of("A knight and a samurai run at each other")
    assert {one.facing for one in plan.subjects[:2]} == {1, -1}
    assert all(one.travels for one in plan.subjects[:2])
    assert stage.build(plan, (160, 90)).size == (160, 90)


@pytest.mark.parametrize(
    ("prompt", "prey", "chaser"),
    [("A dog chases a cat down the street", "cat", "dog"), ("A mouse is chased by a cat", "mouse", "cat"), ("A rabbit runs away from a fox", "rabbit", "fox")],
)  # fmt: skip
@pytest.mark.parametrize("seed", [3, 7])
def test_who_is_chased_runs_before_who_chases(prompt: str, prey: str, chaser: str, seed: int) -> None:
    rigs = {one.rig: one for one in plan_of(prompt, seed).subjects}
    first, second = rigs[prey], rigs[chaser]
    assert first.travels
    assert second.travels
    assert first.facing == second.facing
    assert (first.x - second.x) * first.facing > 0


def test_a_tow_truck_has_what_it_tows_behind_it() -> None:
    plan = plan_of("A tow truck tows a car")
    truck, car = plan.subjects[0], next(one for one in plan.subjects if one.rig == "car")
    assert "towed" in car.traits
    assert car.facing == truck.facing
    assert (truck.x - car.x) * truck.facing > 0


def test_a_dog_on_a_leash_goes_along_and_the_leash_is_drawn() -> None:
    plan = plan_of("A woman walks a dog on a leash in the park")
    assert {one.action for one in plan.subjects} == {"walk"}
    assert "leash" not in plan.not_drawn


def test_a_childs_hand_meets_the_hand_that_holds_it() -> None:
    plan = plan_of("A father holds his son's hand on the beach")
    assert all("holding hands" in one.traits for one in plan.subjects[:2])
    heights = []
    for rig in ("man", "boy"):
        outfit = dressed(Subject(rig, rig), 5)
        pose = clasping(bearing.standing(outfit, 0.0), outfit, 0.0, "out", 0.30, 0.92)
        hand = arm_of(pose, frame_of(pose, outfit.torso), -1, shoulder_width(outfit)).end
        x, y = View(62.0).point(hand)
        heights.append((x * outfit.tall, -y * outfit.tall))
    assert math.dist(*heights) < 0.12


def test_a_clasp_survives_its_trait() -> None:
    assert clasp_of(("red", clasp("back", 0.27, 0.91))) == ("back", 0.27, 0.91)
    assert clasp_of(("hand in hand", "hand on his heart")) is None


def test_armed_fighters_cross_blades_and_beasts_face_each_other() -> None:
    assert "duelling" in plan_of("Two samurai fight with swords").subjects[0].traits
    bulls = plan_of("Two bulls fight").subjects[0]
    assert composition.facing_of(bulls, 0) != composition.facing_of(bulls, 1)


def test_who_hugs_a_dog_kneels_down_to_it_and_who_hugs_a_horse_does_not() -> None:
    assert all("petting" in one.traits for one in plan_of("A girl hugs her dog").subjects)
    assert not any("petting" in one.traits for one in plan_of("A boy hugs a horse").subjects)


def test_a_dancing_couple_holds_each_other() -> None:
    plan = plan_of("A bride and groom dance")
    assert all("waltzing" in one.traits for one in plan.subjects)
    assert {one.facing for one in plan.subjects} == {1, -1}
