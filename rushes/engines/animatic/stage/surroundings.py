"""Surroundings: what each of the cast feels of the scene, as traits that its drawing may use, and what trees let fall."""

from __future__ import annotations

from dataclasses import replace

from rushes.engines.animatic.paint.colours import hexed
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.surroundings import GROWING, SEASON, WIND
from rushes.engines.animatic.rigs.trees import sheds
from rushes.engines.animatic.stage import seasons, weather
from rushes.engines.animatic.stage.set import Set

#: Settings that are cold in any season.
_COLD = frozenset({"arctic", "winter_town"})


def felt(stage: Set, subject: Subject, facing: int) -> Subject:
    """The subject with what it feels: the season, and the wind as it stands to it."""
    season = seasons.of(stage).name
    traits = [f"{SEASON}{season}"]
    if stage.outdoors and abs(stage.air.gust) > 0.05:
        traits.append(f"{WIND}{stage.air.gust * facing:.2f}")
    if GROWING in subject.traits:
        traits.append(f"{GROWING} {stage.plan.seconds:.2f}")
    return replace(subject, traits=(*subject.traits, *traits))


def is_cold(stage: Set) -> bool:
    """Is it so cold outside that one sees who breathes?"""
    return stage.outdoors and (seasons.of(stage).white is not None or stage.plan.setting in _COLD)


def shed(stage: Set) -> None:
    """Let blossoming trees lose petals, and those of autumn their leaves."""
    season = seasons.of(stage).name
    falls = {sheds(subject, season) for subject in stage.plan.subjects}
    asked = set(stage.plan.features)
    if "petals" in falls and not asked & {"petals", "blossoms"}:
        pink = stage.air.surface(hexed("#f7b8cc"), 1.0, 0.9)
        weather.scatter(stage, weather.Specks(34, (1.6, 3.4), 38, -44, 1.05, 0.9, pink, soft=0.3, sway=34), 990)
    if "leaves" in falls and "falling_leaves" not in asked and stage.plan.weather != "wind":
        weather.leaves(stage)
