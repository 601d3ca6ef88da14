"""Composition: everybody of the cast is seen, at a fitting size, where the prompt puts them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from rushes.engines.animatic import artists, director, scenery
from rushes.engines.animatic.director import noises
from rushes.engines.animatic.plan import SETTINGS, ShotPlan
from rushes.engines.animatic.rigs import catalog
from rushes.engines.animatic.stage import bearers, camera, cast, composition, framing, passing, shapes
from rushes.engines.animatic.stage.air import breathe
from rushes.engines.animatic.stage.settings import catalog as settings
from rushes.shot import Mode, Shot


@dataclass(frozen=True)
class Seen:
    """The body of one puppet at mid-shot, shares of the frame."""

    subject: int
    left: float
    top: float
    right: float
    bottom: float
    depth: float


def plan_of(prompt: str, *, seed: int = 7, aspect_ratio: str = "16:9") -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=seed, aspect_ratio=aspect_ratio, seconds=8))


def composed(plan: ShotPlan, *, shown: bool = False) -> list[Seen]:
    """Where the stage puts the cast; `shown`: only what a near view of the first subject is of."""
    light = breathe(plan, 0.5).light()
    measured = []
    for index, subject in enumerate(plan.subjects):
        pixels = shapes.pixels_for(subject)
        puppet = catalog.make(subject, light, pixels, cast.seed_of(plan, index))
        measured.append(shapes.measured(subject, puppet, pixels, plan.seconds / 2))
    raised = bearers.raise_up(plan, measured)
    size = (480, 270) if plan.aspect_ratio == "16:9" else (270, 480)
    frame = framing.frame(plan, size, raised[0] if raised else None)
    frame, marks = composition.compose(plan, frame, raised, np.random.default_rng(1))
    seen = []
    for index, (subject, places) in enumerate(zip(plan.subjects, marks, strict=True)):
        shape = raised[index]
        box = shape.shown(plan.camera.size) if shown and index == 0 else shape.body
        for mark in places:
            unit = frame.units_per_metre * mark.depth
            foot = frame.horizon + (frame.ground - frame.horizon) * mark.depth - (mark.lift - shape.lift) * unit
            left, right = (box.left, box.right) if subject.facing > 0 else (-box.right, -box.left)
            middle = frame.width / 2 + mark.x
            seen.append(
                Seen(
                    index, (middle + left * unit) / frame.width, (foot - box.top * unit) / frame.height,
                    (middle + right * unit) / frame.width, (foot - box.bottom * unit) / frame.height, mark.depth,
                )
            )  # fmt: skip
    return seen


WIDE = (
    "A lighthouse on a cliff during a storm, wide shot",
    "Three hot air balloons float over a village, wide shot",
    "Five penguins waddle across an iceberg, wide shot",
    "A knight stands next to a castle, wide shot",
    "A whale swims beneath a small boat, wide shot",
    "A blue bird on the left of a red car, wide shot",
    "A man and a woman walk along the beach with two dogs, wide shot",
    "A cat plays the piano in a cozy room, wide shot",
    "An elephant and a mouse in a meadow, full shot",
)


@pytest.mark.parametrize("aspect_ratio", ["16:9", "9:16"])
@pytest.mark.parametrize("prompt", WIDE, ids=lambda prompt: prompt[:30])
def test_all_of_everybody_is_in_a_wide_frame(prompt: str, aspect_ratio: str) -> None:
    for seen in composed(plan_of(prompt, aspect_ratio=aspect_ratio)):
        assert seen.left >= -0.02
        assert seen.right <= 1.02
        assert seen.top >= -0.02
        assert seen.bottom <= 1.03
        assert seen.right - seen.left > 0.02, "too small to be seen"


@pytest.mark.parametrize("aspect_ratio", ["16:9", "9:16"])
@pytest.mark.parametrize(
    "prompt",
    [
        "Close-up of a wolf howling", "Extreme close-up of a tiger", "Close-up of a butterfly on a flower", "Macro shot of a cup",
        "Close-up of a woman", "Extreme close-up of an old man", "Close-up of a red car", "An owl, close-up",
    ],
)  # fmt: skip
def test_a_close_view_shows_all_it_is_of(prompt: str, aspect_ratio: str) -> None:
    lead = composed(plan_of(prompt, aspect_ratio=aspect_ratio), shown=True)[0]
    assert lead.bottom - lead.top <= 0.87
    assert lead.top >= 0.0
    assert lead.bottom <= 1.0
    assert lead.left >= 0.0
    assert lead.right <= 1.0
    assert max(lead.bottom - lead.top, lead.right - lead.left) > 0.5, "a close view is near"


def test_balloons_hang_in_the_sky_at_different_heights() -> None:
    seen = composed(plan_of("Three hot air balloons float up over a village, wide shot"))
    assert len(seen) == 3
    assert all(balloon.bottom < 0.62 for balloon in seen)
    assert max(b.top for b in seen) - min(b.top for b in seen) > 0.08


@pytest.mark.parametrize(
    "prompt", ["A dragon flies over a castle in the mountains", "A drone flies over a city at night"]
)
def test_what_flies_is_against_the_sky(prompt: str) -> None:
    for seed in range(4):
        lead = composed(plan_of(prompt, seed=seed))[0]
        assert (lead.top + lead.bottom) / 2 < 0.5


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("player", ["cat", "woman"])
def test_players_sit_at_the_keys(player: str, seed: int) -> None:
    plan = plan_of(f"A {player} plays the piano in a cozy room, wide shot", seed=seed)
    piano = next(index for index, subject in enumerate(plan.subjects) if subject.rig == "piano")
    who, keys = plan.subjects[1 - piano], plan.subjects[piano]
    seen = {s.subject: s for s in composed(plan)}
    left_of = (seen[1 - piano].left + seen[1 - piano].right) < (seen[piano].left + seen[piano].right)
    assert who.facing == (1 if left_of else -1), "players look at their instrument"
    assert keys.facing == -who.facing, "and it turns its keys to them"
    gap = seen[piano].left - seen[1 - piano].right if left_of else seen[1 - piano].left - seen[piano].right
    assert -0.12 < gap < 0.03
    high = (seen[piano].bottom - seen[piano].top) / (seen[1 - piano].bottom - seen[1 - piano].top)
    assert 0.5 < high < 2.2
    assert seen[1 - piano].depth >= seen[piano].depth


def test_who_is_on_something_stands_on_it() -> None:
    plan = plan_of("A cat on a car, wide shot")
    assert plan.subjects[0].on == 1
    cat, car = composed(plan)
    assert car.top - 0.02 < cat.bottom < car.bottom - 0.3 * (car.bottom - car.top)
    assert cat.depth > car.depth


def test_the_camera_follows_only_the_first_subject() -> None:
    plan = plan_of("A man stands on a beach while a horse runs past, wide shot")
    assert plan.subjects[0].rig == "man"
    actors = [
        cast.Actor(
            catalog.make(s, breathe(plan, 0.5).light(), 40.0, 1), n, 0.0, 1.0, 1, 90.0 if n else 0.0, 0.0, 40.0, 0.0
        )
        for n, s in enumerate(plan.subjects)
    ]
    assert cast.lead_speed(actors) == 0.0


@pytest.mark.parametrize("prompt", ["A bird flies past a bear", "A woman walks past a sleeping dog in a park", "A fish swims past an octopus"])  # fmt: skip
def test_who_is_passed_by_is_in_the_frame_from_the_first_moment_to_the_last(prompt: str) -> None:
    plan = plan_of(prompt)
    assert plan.subjects[0].travels
    assert not plan.subjects[1].travels
    light = breathe(plan, 0.5).light()
    puppets = [catalog.make(one, light, 60.0, cast.seed_of(plan, n)) for n, one in enumerate(plan.subjects)]
    bodies = [shapes.measured(one, puppets[n], 60.0, 4.0) for n, one in enumerate(plan.subjects)]
    frame = framing.frame(plan, (480, 270), bodies[0])
    frame, marks = composition.compose(plan, frame, bodies, np.random.default_rng(1))
    hired = [
        cast.Actor(puppets[n], n, row[0].x, row[0].depth, one.facing, puppets[n].speed * frame.units_per_metre * row[0].depth * one.facing if one.travels else 0.0, row[0].lift, 60.0, 0.0)
        for n, (one, row) in enumerate(zip(plan.subjects, marks, strict=True))
    ]  # fmt: skip
    actors, follows = passing.settle(plan, frame, hired, bodies)
    path = camera.path(plan, frame, cast.lead_speed(actors), 0.0, follows)
    for t in (0.0, 4.0, 8.0):
        for actor in actors:
            at = path(t).place(actor.x + actor.speed * (t - 4.0), 0.0, actor.depth)[0] / frame.scale / frame.width
            assert -0.05 < at < 1.05


@pytest.mark.parametrize("aspect_ratio", ["16:9", "9:16"])
@pytest.mark.parametrize(
    "prompt",
    [
        "A horse gallops across a desert, static shot", "A man walks through a city street, pan right", "A car drives along a highway, handheld",
        "A red fox trots through snow, tracking shot", "A woman runs on a beach, zoom in, full shot", "An eagle soars above the clouds, crane up, wide shot",
        "A dragon flies over a village, pan left", "A robot stands in a city, orbit shot, full shot",
    ],
)  # fmt: skip
def test_half_of_the_lead_is_seen_during_the_whole_move(prompt: str, aspect_ratio: str) -> None:
    plan = plan_of(prompt, aspect_ratio=aspect_ratio)
    subject, light = plan.subjects[0], breathe(plan, 0.5).light()
    pixels = shapes.pixels_for(subject)
    puppet = catalog.make(subject, light, pixels, cast.seed_of(plan, 0))
    shape = shapes.measured(subject, puppet, pixels, plan.seconds / 2)
    frame = framing.frame(plan, (480, 270) if aspect_ratio == "16:9" else (270, 480), shape)
    frame, marks = composition.compose(plan, frame, [shape], np.random.default_rng(1))
    mark = marks[0][0]
    unit = frame.units_per_metre * mark.depth
    speed = puppet.speed * unit * subject.facing if subject.travels else 0.0
    path = camera.path(plan, frame, speed / mark.depth)
    left, right = (shape.body.left, shape.body.right) if subject.facing > 0 else (-shape.body.right, -shape.body.left)
    for t in (0.0, 2.0, 4.0, 6.0, 8.0):
        view = path(t)
        stands = (frame.ground - frame.horizon) * mark.depth
        at = mark.x + speed * (t - plan.seconds / 2)
        edges = [
            view.place(at + side * unit, stands, mark.depth)[0] / frame.scale / frame.width for side in (left, right)
        ]
        high = [
            view.place(at, stands - (mark.lift - shape.lift + metres) * unit, mark.depth)[1]
            / frame.scale
            / frame.height
            for metres in (shape.body.top, shape.body.bottom)
        ]
        assert min(1.0, edges[1]) - max(0.0, edges[0]) >= 0.5 * (edges[1] - edges[0]), f"across at {t}"
        assert min(1.0, high[1]) - max(0.0, high[0]) >= 0.5 * (high[1] - high[0]), f"down at {t}"


def test_every_setting_is_built_heard_and_described() -> None:
    assert (
        set(SETTINGS)
        == set(settings.SETTINGS)
        == {*scenery.OF_SETTINGS, *artists.settings()}
        == set(noises.SETTING_SOUNDS)
    )


def test_scenery_that_is_not_drawn_is_listed() -> None:
    assert "islands" in plan_of("A dragon flies past floating islands").not_drawn
    assert "rainbow" not in plan_of("A sailboat on the sea under a rainbow").not_drawn
    assert "cowboy" not in plan_of("A cowboy rides a horse across the desert").not_drawn


def test_a_near_view_of_who_is_on_something_can_be_composed() -> None:
    for prompt in ("a cat in a window, close-up", "Close-up of an owl on a branch", "Close-up of a woman on a rock"):
        (lead, *_) = composed(plan_of(prompt), shown=True)
        assert lead.right > 0.2
        assert lead.left < 0.8


def test_several_on_one_rock_have_room_on_it() -> None:
    seals = composed(plan_of("Three seals on one rock in the sea"))
    rock = next(one for one in seals if one.subject == 1)
    middles = [(one.left + one.right) / 2 for one in seals if one.subject == 0]
    assert len(middles) == 3
    assert all(rock.left < middle < rock.right for middle in middles)
