"""Which setting is built by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import beach, desert, forest, meadow, mountains, pine_forest, sea, underwater


@dataclass(frozen=True, slots=True)
class Setting:
    build: Callable[[Set], None]
    outdoors: bool = True


SETTINGS: Mapping[str, Setting] = {
    "pine_forest": Setting(pine_forest.build),
    "forest": Setting(forest.build),
    "meadow": Setting(meadow.build),
    "mountains": Setting(mountains.build),
    "desert": Setting(desert.build),
    "beach": Setting(beach.build),
    "sea": Setting(sea.build),
    "underwater": Setting(underwater.build, outdoors=False),
}
