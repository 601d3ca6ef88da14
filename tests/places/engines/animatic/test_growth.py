"""Growth and lapses: flowers open, trees grow and the sun goes down from the first frame to the last."""

from __future__ import annotations

import numpy as np
import pytest

from rushes.engines.animatic import director
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import plants, thing
from rushes.engines.animatic.rigs.actor import Actor
from rushes.engines.animatic.stage import lapses
from rushes.shot import Mode, Shot

from .test_people import DAY


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


@pytest.mark.parametrize(("prompt", "grows"), [("Time-lapse of a flower blooming", True), ("A rose slowly opens", True), ("A tree grows on a hill", True), ("A red flower in a meadow", False), ("A cherry tree in bloom", False)])  # fmt: skip
def test_a_plant_grows_where_the_prompt_lets_it(prompt: str, grows: bool) -> None:
    assert ("growing" in plan_of(prompt).subjects[0].traits) is grows


def test_a_flower_opens_once_from_the_first_frame_to_the_last() -> None:
    figure = thing.make(
        plants.THINGS["flower"], Subject("flower", "flower", "grow", traits=("growing", "growing 8.00")), 5
    )
    actor = Actor(figure, DAY, 60.0, 5)
    assert [actor._pose(t) for t in (0.0, 4.0, 7.99, 30.0)] == [0, 48, 95, 95]


@pytest.mark.parametrize(("prompt", "features"), [("Time lapse of the sun setting over the sea", {"time_lapse", "sun_sets"}), ("The sun rises over the desert", {"sun_rises"}), ("A ship at sunset", set())])  # fmt: skip
def test_the_sun_moves_where_the_prompt_says_that_it_does(prompt: str, features: set[str]) -> None:
    plan = plan_of(prompt)
    assert set(plan.features) & {"time_lapse", "sun_sets", "sun_rises"} == features
    assert not {word.replace(" ", "_") for word in plan.not_drawn} & {"time_lapse", "sun_sets", "sun_rises"}


def test_the_light_goes_with_the_sun() -> None:
    noon, dusk = (lapses._table(share)[0, 200, :3].astype(int) for share in (0.0, 1.0))
    assert (dusk < 0.6 * noon).all()
    assert dusk[0] > dusk[2], "what is left is blue"
    assert np.abs(lapses._table(0.5)[0].astype(int) - lapses._table(0.51)[0]).max() <= 3
