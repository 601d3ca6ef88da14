"""Animals with rigs of their own: what they hold on to is drawn with them, and what is on the ground stays where it is."""

from __future__ import annotations

import math

import pytest

from rushes.engines.animatic import director
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import crawlers
from rushes.engines.animatic.rigs.catalog import RIGS
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.primate_postures import going, stride
from rushes.engines.animatic.rigs.primates import GAITS, PRIMATES
from rushes.engines.animatic.rigs.snake import LAPS, track
from rushes.engines.animatic.stage.composition import sunk
from rushes.shot import Mode, Shot


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


@pytest.mark.parametrize(
    ("prompt", "rig"),
    [
        ("A spider hanging from its web", "spider"),
        ("A koala in a eucalyptus tree", "koala"),
        ("A sloth hangs from a branch", "sloth"),
        ("A monkey swings from a branch", "monkey"),
        ("A monkey climbs a tree", "monkey"),
        ("A snail on a leaf", "snail"),
        ("A kangaroo with a joey in its pouch", "kangaroo"),
    ],
)
def test_what_an_animal_holds_on_to_is_drawn_with_it_and_not_a_second_time(prompt: str, rig: str) -> None:
    plan = plan_of(prompt)
    assert [subject.rig for subject in plan.subjects] == [rig]
    assert plan.not_drawn == ()


def test_a_kangaroo_that_hops_comes_on() -> None:
    (kangaroo,) = plan_of("A kangaroo hops across the outback").subjects
    assert kangaroo.travels


def test_a_peacock_that_spreads_its_feathers_opens_its_wheel() -> None:
    assert [one.action for one in plan_of("A peacock spreads its feathers").subjects] == ["grow"]
    assert [one.action for one in plan_of("A peacock in a garden").subjects] == ["stand"]


def test_a_phrase_about_people_means_the_animal_in_it() -> None:
    for prompt, rig in (("A snake in the grass", "snake"), ("A black sheep on a hill", "sheep")):
        assert [subject.rig for subject in plan_of(prompt).subjects] == [rig]


def test_a_turtle_ashore_goes_on_its_feet_and_one_in_the_sea_swims() -> None:
    (ashore,) = plan_of("A turtle crawls along the beach").subjects
    (afloat,) = plan_of("A turtle swims over a coral reef").subjects
    assert (ashore.rig, ashore.action) == ("tortoise", "walk")
    assert (afloat.rig, afloat.action) == ("turtle", "swim")


def test_the_body_of_a_snake_follows_its_own_track() -> None:
    """Goal: nothing of it slides sideways. Method: where a part of it comes to, another part was before."""
    for s in (1.0, 1.4, 2.0):
        x, y = track(s, 2 * math.pi * 0.1)
        later_x, later_y = track(s + 0.25 * LAPS, 2 * math.pi * 0.35)
        assert (later_x + 0.25 * LAPS, later_y) == pytest.approx((x, y))


@pytest.mark.parametrize("name", ["monkey", "gorilla"])
def test_hands_and_feet_on_the_ground_go_back_as_fast_as_the_ape_goes_on(name: str) -> None:
    ape, gait = PRIMATES[name], GAITS["walk"]
    step = gait.speed(stride(ape)) / 24
    for frame in range(gait.frames):
        now, then = (going(ape, gait, (frame + by) / gait.frames) for by in (0, 1))
        for before, after in zip((*now.hands, *now.feet), (*then.hands, *then.feet), strict=True):
            if before[1] == after[1] == 0.0:
                assert before[0] - after[0] == pytest.approx(step)


def test_a_beast_that_swims_has_its_legs_in_the_water_unless_all_of_it_is() -> None:
    dog = Subject("dog", "dog", "swim")
    assert sunk(dog, "river") > 0.2
    assert sunk(dog, "underwater") == 0.0
    assert sunk(Subject("seal", "seal", "swim"), "sea") == 0.0


def test_no_animal_of_the_old_puppets_is_left_that_has_a_rig() -> None:
    for noun in ("monkey", "snake", "seal", "peacock", "crab", "kangaroo", "ladybug", "platypus"):
        (subject,) = plan_of(f"A {noun}").subjects
        assert subject.rig in RIGS


def test_a_grasshopper_that_leaps_is_in_the_air_and_comes_down_again() -> None:
    figure = crawlers.make(Subject("grasshopper", "grasshopper", action="jump"), 3)
    light = Light((0.7, -0.4, 0.4), (1.0, 0.8, 0.6), (0.5, 0.5, 0.6), (1.2, 0.8, 0.5), (0.8, 0.6, 0.6), (0.1, 0.1, 0.3))
    feet = []
    for phase in (0.0, 0.6, 0.99):
        pen = Pen(160, 200, (80.0, 170.0), 90.0, light, mirrored=False)
        figure.paint(pen, Moment(phase=phase))
        _, top, _, height = pen.extent
        feet.append(top + height)
    assert feet[1] < feet[0] - 15
    assert abs(feet[2] - feet[0]) <= 2


@pytest.mark.parametrize(("prompt", "rig"), [("A fly lands on a cake", "fly"), ("Two men play cricket", "man"), ("A cricket chirps", "cricket"), ("A phoenix rises", "phoenix")])  # fmt: skip
def test_what_sounds_like_something_else_is_told_apart(prompt: str, rig: str) -> None:
    plan = plan_of(prompt)
    assert plan.subjects[0].rig == rig
    assert not any(subject.rig in ("cricket", "card") for subject in plan.subjects if rig == "man")
