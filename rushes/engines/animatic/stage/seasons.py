"""Seasons: the colours of grass and leaves in the season that a plan has, or that its weather makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed
from rushes.engines.animatic.stage.set import Set

_GRASS = {"spring": "#86b44c", "summer": "#7aa83f", "autumn": "#b39a4a", "winter": "#e6ecf8"}
_LEAVES = {"spring": "#82b556", "summer": "#4c8740", "autumn": "#cc7a2e", "winter": "#7d7468"}
_BLOSSOM = hexed("#f3a9c2")
_SNOW = hexed("#e9eefb")
_SHADED_SNOW = hexed("#b4c0e4")


@dataclass(frozen=True, slots=True)
class Season:
    name: str
    grass: Rgb
    leaf: Rgb
    white: Rgb | None  #: snow that lies on things, None when there is none

    @property
    def blooms(self) -> bool:
        return self.name in ("spring", "summer")

    def ground(self, bare: Rgb) -> Rgb:
        """Bare ground of a colour, or the snow on it."""
        return bare if self.white is None else self.white

    def hollows(self, patch: Rgb) -> Rgb:
        """Patches of a colour on that ground, or the shade in the snow."""
        return patch if self.white is None else _SHADED_SNOW


def of(stage: Set) -> Season:
    """The season that is seen."""
    name = "winter" if stage.plan.weather == "snow" else stage.plan.season
    return Season(
        name=name,
        grass=hexed(_GRASS.get(name, _GRASS["summer"])),
        leaf=hexed(_LEAVES.get(name, _LEAVES["summer"])),
        white=_SNOW if name == "winter" else None,
    )


def crown(stage: Set, leaf: Rgb) -> Rgb:
    """A tree's crown whose leaves have a colour: in blossom, where the plan wishes for that."""
    return _BLOSSOM if "blossoms" in stage.plan.features else leaf
