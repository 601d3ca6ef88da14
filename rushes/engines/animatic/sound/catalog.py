"""The catalog of sounds: every name that a plan may use, and the words of a prompt that mean it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from . import air, creatures, water
from .span import Span, Stereo


@dataclass(frozen=True, slots=True)
class Sound:
    name: str
    words: tuple[str, ...]  #: what a prompt may call it, lower case; the name itself is always one of them
    gain: float  #: brings it to the loudness at which it sits in a mix, see BED_LUFS
    make: Callable[[Span], Stereo]


#: Integrated loudness of a bed as it enters the mix.
BED_LUFS = -24.0


def _by_name(*sounds: Sound) -> Mapping[str, Sound]:
    return {sound.name: sound for sound in sounds}


BEDS: Mapping[str, Sound] = _by_name(
    Sound("wind", ("wind", "windy", "gust", "gale", "howling"), 0.167, air.wind),
    Sound("breeze", ("breeze", "rustle", "rustling", "leaves"), 0.166, air.breeze),
    Sound("rain", ("rain", "raining", "drizzle", "downpour", "rainfall"), 0.229, air.rain),
    Sound(
        "fire", ("fire", "campfire", "torch", "flame", "crackle", "crackling", "fireplace", "bonfire"), 0.131, air.fire
    ),
    Sound("waves", ("waves", "wave", "surf", "shore", "beach"), 0.209, water.waves),
    Sound("birds", ("birds", "bird", "birdsong", "chirp", "chirping", "songbird"), 0.709, creatures.birds),
    Sound("crickets", ("crickets", "cricket", "cicada", "cicadas"), 0.446, creatures.crickets),
)

#: Sounds that are timed to what touches the ground.
FOLEY: Mapping[str, tuple[str, ...]] = {"footsteps": ("footsteps", "footstep", "steps", "walking")}


def names() -> tuple[str, ...]:
    """Every name that `ShotPlan.sounds` may hold."""
    return (*BEDS, *FOLEY)
