"""Who rides, rows or drives something is part of it: seen, in its seat, and moved with it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director
from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.layers import canvas_of
from rushes.engines.animatic.plan import Line, ShotPlan, Subject
from rushes.engines.animatic.rigs import catalog
from rushes.engines.animatic.rigs.crew import Manned, holding
from rushes.engines.animatic.rigs.stance import Foot, Stance, View, arm_of, frame_of
from rushes.engines.animatic.stage.crews import joined
from rushes.shot import Mode, Shot

LIGHT = Light(
    direction=(0.4, -0.6, 0.7), key=(1.0, 0.8, 0.6), ambient=(0.4, 0.4, 0.5), rim=(1.0, 0.6, 0.4), haze=(0.6, 0.5, 0.6),
    shadow=(0.1, 0.1, 0.2),
)  # fmt: skip


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


def drawn(subject: Subject, t: float) -> NDArray[np.uint8]:
    """A picture of a subject at t, 90 pixels to the metre, ground point at (360, 360)."""
    picture = np.zeros((440, 720, 4), np.uint8)
    canvas, surface = canvas_of(picture)
    catalog.make(subject, LIGHT, 90.0, 3).draw(canvas, 360, 360, t)
    del canvas, surface
    return picture


@pytest.mark.parametrize(
    ("prompt", "rider", "mount"),
    [
        ("A cowboy rides a horse into the sunset", "cowboy", "horse"),
        ("A fisherman rows a boat across a misty lake at dawn", "fisherman", "rowboat"),
        ("A knight on a black horse", "knight", "horse"),
        ("A child rides a bike", "boy", "bicycle"),
        ("Two people in a canoe", "man", "canoe"),
        ("A wizard rides a dragon", "wizard", "dragon"),
        ("A man drives a red convertible", "man", "convertible"),
        ("A farmer on a tractor", "farmer", "tractor"),
        ("A boy on a skateboard", "boy", "skateboard"),
        ("A surfer rides a wave", "man", "surfboard"),
        ("A witch on a broom", "witch", "broomstick"),
        ("A cat rides a skateboard", "cat", "skateboard"),
    ],
)
def test_who_is_said_to_ride_is_put_on_the_mount(prompt: str, rider: str, mount: str) -> None:
    plan = plan_of(prompt)
    riders = [subject for subject in plan.subjects if subject.action == "ride"]
    assert [(one.rig, plan.subjects[one.on or 0].rig) for one in riders] == [(rider, mount)]
    assert rider not in plan.not_drawn


def test_a_mount_and_its_rider_are_one_subject_of_the_stage() -> None:
    plan = plan_of("A cowboy rides a horse into the sunset")
    crews = joined(plan)
    (whole,) = crews.plan.subjects
    assert isinstance(whole, Manned)
    assert [one.rig for one in whole.crew] == ["cowboy"]
    assert crews.places == {0: 0}


@pytest.mark.parametrize(
    ("prompt", "chain"),
    [
        ("A nurse pushes a wheelchair", ["man", "wheelchair"]),
        ("A woman pushes a stroller", ["woman", "stroller"]),
        ("A dog pulls a sled", ["dog", "sled"]),
        ("A nurse pushes an old man in a wheelchair", ["man", "wheelchair", "elder"]),
        ("Santa rides his sleigh", ["deer", "sleigh", "santa"]),
        ("A carriage pulled by two horses", ["horse", "carriage"]),
    ],
)
def test_what_is_pushed_or_pulled_hangs_on_who_moves_it(prompt: str, chain: list[str]) -> None:
    plan = plan_of(prompt)
    assert [subject.rig for subject in plan.subjects] == chain
    assert [subject.on for subject in plan.subjects] == [None, *range(len(chain) - 1)]
    whole = joined(plan).plan.subjects
    assert len(whole) == 1
    assert plan.subjects[0].travels


def test_riders_named_beside_their_horses_sit_on_them() -> None:
    plan = plan_of("Three horses and riders gallop along the beach")
    assert next((subject.rig, subject.count, subject.on) for subject in plan.subjects) == ("horse", 3, None)
    assert [(subject.action, subject.count, subject.on) for subject in plan.subjects][1:] == [("ride", 1, 0)]


def test_what_floats_is_not_set_on_a_road() -> None:
    assert plan_of("A gondolier rows a couple in a gondola through Venice").setting == "harbour"


def test_a_team_is_one_drawing_before_what_it_pulls() -> None:
    (whole,) = joined(plan_of("Huskies pull a sled through the snow")).plan.subjects
    assert isinstance(whole, Manned)
    assert (whole.count, whole.team) == (1, 3)


def test_what_is_ridden_in_a_circle_is_left_alone() -> None:
    plan = ShotPlan("", 1, 8.0, subjects=(Subject("a", "horse", "ride", on=1), Subject("b", "horse", "ride", on=0)))
    assert joined(plan).plan == plan


def test_lines_of_a_rider_open_the_riders_mouth() -> None:
    plan = replace(plan_of("A cowboy rides a horse"), lines=(Line(1, "Howdy."),))
    whole = joined(plan).plan
    assert whole.lines[0].speaker == 0
    assert isinstance(whole.subjects[0], Manned)
    assert whole.subjects[0].voice == 0


def test_a_hand_is_seen_where_it_holds_on() -> None:
    view = View(12.0)
    for side in (1, -1):
        arm = holding(0.285, (0.0, -0.465), 10.0, (0.2, -0.6), side, view)
        stance = Stance((0.0, -0.465), 10.0, Foot(0, 0, 0), Foot(0, 0, 0), arm, arm)
        end = arm_of(stance, frame_of(stance, 0.285), side, 0.1).end
        assert view.point(end) == pytest.approx((0.2, -0.6), abs=5e-3)


@pytest.mark.parametrize("rig", ["horse", "elephant", "rowboat", "bicycle"])
def test_a_rider_changes_the_drawing_above_the_mount(rig: str) -> None:
    mount = Subject("mount", rig, "stand")
    manned = Manned("mount", rig, "stand", crew=(Subject("woman", "woman", "ride"),))
    alone, both = (np.nonzero(drawn(one, 0.0)[..., 3] > 140)[0].min() for one in (mount, manned))
    assert both < alone
