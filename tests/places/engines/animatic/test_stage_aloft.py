"""Views from the air are truly flown; those that are not say so."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import stage
from rushes.engines.animatic.plan import SETTINGS, Camera, ShotPlan, Subject
from rushes.engines.animatic.stage import aloft

SIZE = (160, 90)
Bytes = NDArray[np.uint8]


def plan(setting: str, move: str = "aerial", **changes: object) -> ShotPlan:
    camera = Camera(move, "extreme_wide", "high")
    return ShotPlan("", 5, 8.0, setting=setting, camera=camera, **changes)  # type: ignore[arg-type]


def seen(scene: stage.Stage, t: float) -> Bytes:
    out = np.zeros((scene.size[1], scene.size[0], 4), np.uint8)
    scene.frame(t, out)
    return out


@pytest.mark.parametrize("setting", sorted(aloft.LANDS & {"city", "mountains", "beach", "forest"}))
def test_a_flight_covers_the_frame_and_comes_nearer(setting: str) -> None:
    scene = stage.build(plan(setting), SIZE)
    early, late = seen(scene, 0.5), seen(scene, 7.5)
    assert (early[..., 3] == 255).all()
    assert (late[..., 3] == 255).all()
    ground = slice(SIZE[1] * 2 // 3, None)
    assert np.abs(early[ground, :, :3].astype(int) - late[ground, :, :3]).mean() > 6, "the land goes by"
    assert np.array_equal(early, seen(stage.build(plan(setting), SIZE), 0.5)), "the same plan, the same land"


def test_neighbouring_frames_of_a_flight_are_alike() -> None:
    scene = stage.build(plan("city", time="night"), (320, 180))
    frames = [seen(scene, 3 + n / 24)[..., :3].astype(int) for n in range(4)]
    assert max(np.abs(a - b).mean() for a, b in itertools.pairwise(frames)) < 9


def test_an_orbit_with_nobody_in_it_goes_round_the_land() -> None:
    around = plan("mountains", "orbit")
    assert aloft.flies(around)
    scene = stage.build(around, SIZE)
    assert np.abs(seen(scene, 0)[50:, :, :3].astype(int) - seen(scene, 7.9)[50:, :, :3]).mean() > 8
    assert aloft.noted(around).notes == ()


def test_what_only_looks_like_a_flight_or_an_orbit_says_so() -> None:
    walker = (Subject("woman", "woman", "walk"),)
    assert aloft.noted(plan("city", subjects=walker)).notes == (aloft.AERIAL_NOTE,)
    assert aloft.noted(plan("city", "orbit", subjects=walker)).notes == (aloft.ORBIT_NOTE,)
    assert aloft.noted(plan("space", "orbit")).notes == (aloft.ORBIT_NOTE,)
    eagle = (Subject("eagle", "eagle", "fly"),)
    assert aloft.noted(plan("mountains", subjects=eagle)).notes == ()


def test_only_known_settings_are_flown_over() -> None:
    assert set(SETTINGS) > aloft.LANDS
