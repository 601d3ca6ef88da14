"""Feet that are on the ground stay where they are on it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.catalog import make
from rushes.engines.animatic.rigs.gait import HOP, JOG, RUN, STROLL, TROT, WALK, Gait, step
from rushes.engines.animatic.rigs.puppet import Puppet

DAY = Light(
    direction=(-0.5, -0.7, 0.5), key=(0.95, 0.92, 0.86), ambient=(0.5, 0.54, 0.6), rim=(0.5, 0.5, 0.45),
    haze=(0.8, 0.9, 0.95), shadow=(0.1, 0.18, 0.16), shadow_strength=0.0,
)  # fmt: skip
PIXELS_PER_METRE = 300.0
GAITS = {"walk": WALK, "trot": TROT, "run": RUN, "hop": HOP, "stroll": STROLL, "jog": JOG}


@pytest.mark.parametrize("gait", GAITS.values(), ids=GAITS.keys())
def test_a_planted_foot_moves_back_as_fast_as_the_body_moves_on(gait: Gait) -> None:
    for leg in range(len(gait.offsets)):
        places: dict[int, list[float]] = {}
        for frame in range(gait.frames * 2):
            own = step(gait, frame / gait.frames % 1, leg)
            stride = int(frame / gait.frames + gait.offsets[leg])
            if own.swing <= 0:
                assert own.y == 0
                places.setdefault(stride, []).append(own.x + gait.speed(1.0) * frame / 24)
        for planted in places.values():
            assert max(planted) - min(planted) < 1e-6


@pytest.mark.parametrize("gait", GAITS.values(), ids=GAITS.keys())
def test_a_foot_never_jumps(gait: Gait) -> None:
    fine = [step(gait, k / 2000, 0) for k in range(2001)]
    assert max(abs(a.x - b.x) for a, b in pairwise(fine)) < 0.006
    assert max(abs(a.y - b.y) for a, b in pairwise(fine)) < 0.006
    assert fine[0].x == pytest.approx(fine[-1].x)


@pytest.mark.parametrize(
    ("rig", "action"),
    [
        ("fox", "walk"),
        ("fox", "trot"),
        ("horse", "walk"),
        ("cat", "walk"),
        ("woman", "walk"),
        ("man", "walk"),
        ("robot", "walk"),
    ],
)
@pytest.mark.parametrize("facing", [1, -1])
def test_what_touches_the_ground_in_the_picture_does_not_slide(rig: str, action: str, facing: int) -> None:
    """Goal: no skating on screen. Method: film it going by at its own speed, and see that the ground pixels of each
    frame are mostly those of the frame before, as they are under a sole that stays."""
    puppet = make(Subject(noun=rig, rig=rig, action=action), DAY, PIXELS_PER_METRE, 5)
    frames = [touching(puppet, index, facing) for index in range(24)]
    kept = [float((a & b).sum() / max(1, min(a.sum(), b.sum()))) for a, b in pairwise(frames)]
    assert np.median(kept) > 0.8
    assert np.mean(kept) > 0.75
    # Were it to stand still while its legs go, nothing would match so well.
    still = [touching(puppet, index, facing, going=False) for index in range(24)]
    slid = [float((a & b).sum() / max(1, min(a.sum(), b.sum()))) for a, b in pairwise(still)]
    assert np.mean(slid) < np.mean(kept)


@pytest.mark.parametrize(("rig", "action"), [("fox", "trot"), ("woman", "walk"), ("horse", "run")])
def test_contacts_are_when_feet_come_down(rig: str, action: str) -> None:
    puppet = make(Subject(noun=rig, rig=rig, action=action), DAY, 60, 9)
    contacts = list(puppet.contacts(4.0))
    assert contacts == sorted(contacts)
    assert all(0 <= contact < 4 for contact in contacts)
    assert 4 < len(contacts) < 60
    assert puppet.contacts(2.0) == [contact for contact in contacts if contact < 2]
    assert puppet.speed > 0


def test_who_stands_neither_moves_on_nor_steps() -> None:
    puppet = make(Subject(noun="fox", rig="fox", action="stand"), DAY, 60, 9)
    assert puppet.speed == 0
    assert not puppet.contacts(8.0)


def test_a_larger_animal_goes_further_with_each_stride() -> None:
    small, large = (
        make(Subject(noun="fox", rig="fox", action="trot", scale=scale), DAY, 60, 1) for scale in (1.0, 2.0)
    )
    assert large.speed == pytest.approx(2 * small.speed)


def touching(puppet: Puppet, index: int, facing: int, *, going: bool = True) -> NDArray[np.bool_]:
    """Which columns of the ground are under a foot at a frame."""
    t = index / 24
    pixels = np.zeros((500, 1400, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    x = 700.0 + (facing * (puppet.speed * t - 0.5 * puppet.speed) * PIXELS_PER_METRE if going else 0.0)
    puppet.draw(canvas, x, 480.0, t, facing)
    return np.asarray((pixels[477:480, :, 3] > 128).max(axis=0), np.bool_)
