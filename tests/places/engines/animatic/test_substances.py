"""Substances and seasons: things made of what the prompt says, trees as the season and the wind have them."""

from __future__ import annotations

import math

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import plants, substance, thing
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.pen import Pen
from rushes.shot import Mode, Shot

from .test_people import DAY

PIXELS = 60.0


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


def drawn(figure: Figure, phase: float = 0.0) -> NDArray[np.uint8]:
    left, top, right, bottom = figure.reach
    width, height = math.ceil((right - left) * PIXELS) + 4, math.ceil((bottom - top) * PIXELS) + 4
    pen = Pen(width, height, (2 - left * PIXELS, 2 - top * PIXELS), PIXELS, DAY, mirrored=False)
    figure.paint(pen, Moment(phase))
    return pen.picture


def mean(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Blue, green and red of what is there."""
    return np.asarray(picture[picture[..., 3] > 200][:, :3].mean(axis=0), np.float64)


@pytest.mark.parametrize(
    ("prompt", "rig", "made"),
    [
        ("A wooden bowl on a table", "bowl", "wood"), ("A golden statue in a temple", "statue", "gold"), ("A glass car", "car", "glass"), ("A stone bench", "bench", "stone"),
        ("A car made of ice", "car", "ice"), ("A rusty old truck in the desert", "truck", "rust"), ("A marble statue of a lion", "lion", "marble"), ("A robot made of wood", "robot", "wood"),
        ("An origami crane", "heron", "paper"), ("A marble statue of an angel in a garden", "woman", "marble"), ("A tall crane at a construction site", "art:building-construction", ""),
    ],
)  # fmt: skip
def test_a_thing_is_made_of_what_the_prompt_says(prompt: str, rig: str, made: str) -> None:
    plan = plan_of(prompt)
    traits = next(subject.traits for subject in plan.subjects if subject.rig == rig)
    assert [trait for trait in traits if trait.startswith("made of")] == ([f"made of {made}"] if made else [])
    assert not {"art:rock", "crystal"} & {subject.rig for subject in plan.subjects}


@pytest.mark.parametrize("prompt", ["A golden retriever puppy runs", "A silver fox", "A neon sign at golden hour", "A glass of milk", "A crystal ball", "A furry cat"])  # fmt: skip
def test_words_that_only_sound_like_a_substance_make_none(prompt: str) -> None:
    assert not any(trait.startswith("made of") for subject in plan_of(prompt).subjects for trait in subject.traits)


@pytest.mark.parametrize("made", substance.SUBSTANCES)
def test_every_substance_looks_like_none_of_the_paint(made: str) -> None:
    ball = Subject("ball", "ball", traits=(f"made of {made}",))
    plain = drawn(thing.make(plants.THINGS["pumpkin"], ball, 5))
    over = drawn(substance.made_of(thing.make(plants.THINGS["pumpkin"], ball, 5), ball, 5))
    assert np.abs(plain.astype(int) - over).mean() > 3.0
    assert over[..., 3].max() > 60
    assert (over[..., :3] <= over[..., 3:]).all(), "premultiplied"


def _tree(noun: str, *traits: str) -> NDArray[np.uint8]:
    return drawn(thing.make(plants.THINGS["tree"], Subject(noun, "tree", traits=traits), 5))


def test_a_tree_is_as_its_season_has_it() -> None:
    blue, green, red = mean(_tree("cherry tree", "season spring"))
    assert red > green, "blossom is pink"
    assert blue > 0.8 * green, "blossom is pink"
    blue, green, red = mean(_tree("maple", "season autumn"))
    assert red > 1.5 * green
    blue, green, red = mean(_tree("oak", "season summer"))
    assert green > red
    assert (_tree("oak", "season winter")[..., 3] > 200).sum() < 0.6 * (
        _tree("oak", "season summer")[..., 3] > 200
    ).sum()


def test_the_wind_bends_a_tree_its_own_way() -> None:
    def middle(picture: NDArray[np.uint8]) -> float:
        return float(np.nonzero(picture[: picture.shape[0] // 2, :, 3] > 200)[1].mean())

    calm = middle(_tree("oak"))
    assert middle(_tree("oak", "wind -0.90")) < calm - 8 < calm + 8 < middle(_tree("oak", "wind 0.90"))
