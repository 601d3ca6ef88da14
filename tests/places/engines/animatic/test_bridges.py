"""A bridge is under those who cross it, and across the water for those who do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage import bridges
from rushes.shot import Mode, Shot


def plan_of(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


@pytest.mark.parametrize(
    ("prompt", "kind", "crossed"),
    [
        ("A steam train on a stone bridge", "bridge", True),
        ("A woman walks across a wooden bridge", "wooden_bridge", True),
        ("Two explorers cross a rope bridge in the jungle", "rope_bridge", True),
        ("A car drives over a suspension bridge at night", "suspension_bridge", True),
        ("A stone bridge over a river", "bridge", False),
        ("A man sleeps under a bridge", "bridge", False),
    ],
)
def test_a_prompt_says_whether_its_bridge_is_crossed(prompt: str, kind: str, *, crossed: bool) -> None:
    plan = plan_of(prompt)
    assert bridges.kind_of(plan) == kind
    assert bridges.is_crossed(plan) == crossed
    assert "bridge" not in " ".join(plan.not_drawn)


@pytest.mark.slow
@pytest.mark.parametrize("kind", bridges.KINDS)
@pytest.mark.parametrize("crossed", [True, False])
def test_each_bridge_changes_the_picture(kind: str, *, crossed: bool) -> None:
    plan = plan_of("A man walks by a river, wide shot")
    frames = []
    for features in ((), (kind, bridges.CROSSED) if crossed else (kind,)):
        frame = np.zeros((180, 320, 4), np.uint8)
        stage.build(replace(plan, features=features), (320, 180)).frame(1.0, frame)
        frames.append(frame.astype(np.int16))
    assert (np.abs(frames[0] - frames[1]).max(axis=2) > 24).mean() > 0.02
