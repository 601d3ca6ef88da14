"""Which setting is built by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rushes.engines.animatic import artists
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import (
    arctic,
    beach,
    castle,
    city,
    desert,
    forest,
    heights,
    highway,
    jungle,
    kitchen,
    laboratory,
    market,
    meadow,
    mountains,
    office,
    pine_forest,
    planet,
    river,
    room,
    ruins,
    sea,
    space,
    stage_hall,
    street,
    underwater,
    village,
    wall,
)


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
    "city": Setting(city.build),
    "street": Setting(street.build),
    "highway": Setting(highway.build),
    "village": Setting(village.build),
    "room": Setting(room.build, outdoors=False),
    "stage_hall": Setting(stage_hall.build, outdoors=False),
    "space": Setting(space.build, outdoors=False),
    "planet": Setting(planet.build),
    "sky": Setting(heights.build),
    "wall": Setting(wall.build, outdoors=False),
    "underwater": Setting(underwater.build, outdoors=False),
    "jungle": Setting(jungle.build),
    "arctic": Setting(arctic.build),
    "river": Setting(river.build),
    "market": Setting(market.build),
    "castle": Setting(castle.build),
    "ruins": Setting(ruins.build),
    "kitchen": Setting(kitchen.build, outdoors=False),
    "office": Setting(office.build, outdoors=False),
    "laboratory": Setting(laboratory.build, outdoors=False),
    **{name: Setting(added.build, added.outdoors) for name, added in artists.settings().items()},
}
