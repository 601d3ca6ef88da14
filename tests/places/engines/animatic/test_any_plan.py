"""Any plan at all: every pixel is drawn, every number is finite, in picture and sound."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rushes.engines.animatic import stage
from rushes.engines.animatic.plan import (
    ACTIONS,
    MOVES,
    SETTINGS,
    SIZES,
    STYLES,
    TIMES,
    WEATHERS,
    Camera,
    Line,
    ShotPlan,
    Subject,
)  # fmt: skip
from rushes.engines.animatic.rigs.catalog import RIGS
from rushes.engines.animatic.sound import catalog, score
from rushes.engines.animatic.sound.styles import STYLES as MOODS

SHAPES = {"16:9": (96, 54), "9:16": (54, 96)}

_subjects = st.builds(
    Subject,
    noun=st.just("thing"),
    rig=st.sampled_from([*sorted(RIGS), "card"]),
    action=st.sampled_from(ACTIONS),
    count=st.integers(1, 4),
    colour=st.sampled_from([None, "#c02030", "#000000", "#ffffff"]),
    scale=st.sampled_from([0.5, 1.0, 2.5]),
    x=st.floats(0, 1),
    depth=st.sampled_from([0.5, 1.0, 1.5]),
    facing=st.sampled_from([1, -1]),
    travels=st.booleans(),
    traits=st.sampled_from([(), ("old", "hat"), ("umbrella",), ("facing front",)]),
)
_plans = st.builds(
    ShotPlan,
    prompt=st.just(""),
    seed=st.integers(0, 2**32 - 1),
    seconds=st.sampled_from([4.0, 8.0]),
    aspect_ratio=st.sampled_from(sorted(SHAPES)),
    setting=st.sampled_from(SETTINGS),
    time=st.sampled_from(TIMES),
    weather=st.sampled_from(WEATHERS),
    season=st.sampled_from(["spring", "summer", "autumn", "winter"]),
    mood=st.sampled_from(sorted(MOODS)),
    style=st.sampled_from(STYLES),
    subjects=st.lists(_subjects, max_size=3).map(tuple),
    camera=st.builds(
        Camera,
        st.sampled_from(MOVES),
        st.sampled_from(SIZES),
        st.sampled_from(["eye", "low", "high", "overhead"]),
        st.sampled_from([0.3, 1.0, 2.0]),
        st.sampled_from(["deep", "shallow"]),
    ),
    features=st.lists(st.sampled_from(["moon", "stars", "rainbow", "lightning", "fireworks", "lights"]), max_size=2).map(tuple),
    colours=st.sampled_from([(), ("#ff8800",)]),
)  # fmt: skip
_heard = st.builds(
    ShotPlan,
    prompt=st.just(""),
    seed=st.integers(0, 2**32 - 1),
    seconds=st.just(4.0),
    setting=st.sampled_from(SETTINGS),
    weather=st.sampled_from(WEATHERS),
    subjects=st.lists(_subjects, max_size=2).map(tuple),
    sounds=st.lists(st.sampled_from(catalog.names()), max_size=3).map(tuple),
    music=st.sampled_from([None, *MOODS]),
    lines=st.sampled_from([(), (Line(None, "Who goes there?", starts_seconds=0.2),)]),
)


def _draw(plan: ShotPlan, t: float = 2.0) -> None:
    """Draw one frame where a number that is none raises instead of becoming some colour."""
    size = SHAPES[plan.aspect_ratio]
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    with np.errstate(divide="raise", invalid="raise"):
        scene = stage.build(plan, size)
        scene.frame(t, picture)
    light = scene.light
    numbers = (*light.direction, *light.key, *light.ambient, *light.rim, *light.haze, *light.shadow)
    assert np.isfinite(numbers).all()
    assert (picture[..., 3] == 255).all(), "every pixel is drawn"


def _hear(plan: ShotPlan) -> None:
    with np.errstate(divide="raise", invalid="raise"):
        sound = score(plan, 0.5, starts=1.0)
    assert np.isfinite(sound).all()
    assert np.abs(sound).max() <= 1.0


@given(_plans)
@settings(max_examples=6, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_plan_put_together_by_chance_is_drawn_whole(plan: ShotPlan) -> None:
    _draw(plan)


@given(_heard)
@settings(max_examples=2, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_a_plan_put_together_by_chance_is_heard_without_a_wrong_number(plan: ShotPlan) -> None:
    _hear(plan)


@pytest.mark.long
@pytest.mark.timeout(900)
@given(_plans, st.floats(0, 15))
@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_many_plans_put_together_by_chance_are_drawn_whole(plan: ShotPlan, t: float) -> None:
    _draw(plan, t)


@pytest.mark.long
@pytest.mark.timeout(900)
@given(_heard)
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_many_plans_put_together_by_chance_are_heard_without_a_wrong_number(plan: ShotPlan) -> None:
    _hear(plan)


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_is_drawn_whole_at_every_hour_in_every_weather(setting: str) -> None:
    for time, weather in product(TIMES, WEATHERS):
        _draw(ShotPlan("", 3, 8.0, setting=setting, time=time, weather=weather))


@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("rig", sorted(RIGS))
def test_a_rig_is_drawn_in_a_scene_in_each_of_its_actions(rig: str) -> None:
    for action in sorted(RIGS[rig].actions):
        _draw(ShotPlan("", 3, 8.0, setting="wall", subjects=(Subject("thing", rig, action, travels=True),)))
