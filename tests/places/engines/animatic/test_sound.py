"""The sound of a plan: loudness, peaks, lengths, sameness, and extensions that go on in phase."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.sound import catalog, master, score
from rushes.errors import ValueNotAllowed


def plan(*sounds: str, seed: int = 7, seconds: float = 4, subjects: tuple[Subject, ...] = ()) -> ShotPlan:
    return ShotPlan(prompt="", seed=seed, seconds=seconds, sounds=sounds, subjects=subjects)


def correlation(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    return float(np.corrcoef(a.ravel(), b.ravel())[0, 1])


@pytest.mark.parametrize("name", catalog.names())
def test_every_sound_of_the_catalog_is_mastered_to_the_same_loudness(name: str) -> None:
    sound = score(plan(name, subjects=(Subject("man", "human", action="walk"),)), 4)
    assert sound.dtype == np.float32
    assert sound.shape == (4 * 48000, 2)
    assert abs(master.loudness_lufs(sound.T) - master.LOUDNESS_LUFS) <= 1.0
    assert master.true_peak_dbtp(sound.T) <= master.TRUE_PEAK_DBTP


@pytest.mark.parametrize("seconds", [0.1, 1.0, 2.5, 1.00001])
def test_the_number_of_samples_is_exact(seconds: float) -> None:
    assert len(score(plan("wind"), seconds)) == round(seconds * 48000)


def test_a_plan_without_sounds_is_silent() -> None:
    assert not score(plan(), 2).any()


def test_the_same_seed_sounds_the_same_and_another_one_does_not() -> None:
    first, second, other = (score(plan("fire", "birds", seed=seed), 2) for seed in (3, 3, 4))
    assert np.array_equal(first, second)
    assert abs(correlation(first, other)) < 0.2


@pytest.mark.parametrize("name", catalog.BEDS)
def test_an_extension_goes_on_in_phase(name: str) -> None:
    whole = score(plan(name, seconds=6), 6)
    after = score(plan(name, seconds=6), 2, starts=4.0)
    # The last moments fade out where the extension ends, so they are left aside.
    assert correlation(whole[4 * 48000 : 4 * 48000 + 72000], after[:72000]) > 0.99


def test_steps_are_heard_when_the_feet_touch_down() -> None:
    walker = Subject("man", "human", action="walk")
    sound = score(plan("footsteps", subjects=(walker,)), 4, contacts={0: (1.0, 2.5)})
    energy = (sound**2).sum(axis=1).reshape(-1, 4800).mean(axis=1)
    loud = set(np.flatnonzero(energy > energy.max() * 0.1) // 1)
    assert loud <= {10, 11, 12, 25, 26, 27}
    assert {10, 25} & loud


def test_a_subject_on_the_left_is_heard_on_the_left() -> None:
    sound = score(plan("footsteps", subjects=(Subject("man", "human", action="walk", x=0.1),)), 2)
    left, right = (sound**2).sum(axis=0)
    assert left > 2 * right


def test_an_unknown_sound_is_refused_by_name() -> None:
    with pytest.raises(ValueNotAllowed, match="vuvuzela"):
        score(plan("vuvuzela"), 1)
