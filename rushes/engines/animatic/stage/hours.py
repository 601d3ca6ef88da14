"""Hours: the palettes of each time of day. There are several of each, so that two mornings are not the same morning."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed


@dataclass(frozen=True, slots=True)
class Hour:
    """A time of day under a clear sky."""

    sky: tuple[Rgb, ...]  #: from the zenith down to the horizon
    stops: tuple[float, ...]
    cloud_lit: Rgb
    cloud_shade: Rgb
    clouds: str  #: one of sky.CLOUDS
    cover: float  #: 0 no clouds .. 1 overcast
    haze: Rgb
    density: float
    sun: Rgb
    up: float  #: how far the sun or the moon is above the horizon, share of the horizon's height
    glow: float
    key: Rgb
    ambient: Rgb
    rim: Rgb
    shadow: Rgb
    strength: float  #: of the shadow
    length: float  #: of the shadow
    windows: float
    stars: float
    level: float  #: how bright a grey sky is at this hour, day is 1


def _hour(
    sky: str, stops: str, cloud: str, haze: str, sun: str, key: Rgb, ambient: Rgb, rim: Rgb, shadow: str, *, clouds: str, cover: float,
    up: float, glow: float, strength: float, length: float, level: float, windows: float = 0.0, stars: float = 0.0, density: float = 1.0,
) -> Hour:  # fmt: skip
    shine, shade = cloud.split()
    return Hour(
        sky=tuple(hexed(code) for code in sky.split()), stops=tuple(float(stop) for stop in stops.split()), cloud_lit=hexed(shine),
        cloud_shade=hexed(shade), clouds=clouds, cover=cover, haze=hexed(haze), density=density, sun=hexed(sun), up=up, glow=glow, key=key,
        ambient=ambient, rim=rim, shadow=hexed(shadow), strength=strength, length=length, windows=windows, stars=stars, level=level,
    )  # fmt: skip


#: The first of each hour is the one that everybody thinks of.
HOURS: dict[str, tuple[Hour, ...]] = {
    "dawn": (
        # A rose morning.
        _hour(
            "#35508f #6f79b8 #b795bd #f0aea4 #ffd2a4 #ffe9c4", "0 .26 .5 .72 .88 1", "#ffd9c2 #a985ac", "#f1bfae", "#fff0d0",
            (1.02, 0.76, 0.62), (0.46, 0.46, 0.60), (1.25, 0.9, 0.7), "#2c2a52", clouds="streaks", cover=0.40, up=0.10, glow=0.8,
            strength=0.40, length=1.1, windows=0.30, density=1.15, level=0.80,
        ),
        # A clear, lemon one.
        _hour(
            "#41719f #7fa9c6 #b9d0cf #ecdfb4 #ffe09a #fff0c4", "0 .28 .52 .74 .9 1", "#fff0d2 #a9aebb", "#e6d8b8", "#fff6d6",
            (1.00, 0.84, 0.62), (0.44, 0.48, 0.58), (1.25, 1.02, 0.7), "#2a3450", clouds="cirrus", cover=0.34, up=0.12, glow=0.72,
            strength=0.40, length=1.1, windows=0.25, density=1.25, level=0.84,
        ),
        # Lavender, with mist that has not lifted.
        _hour(
            "#565f94 #8387b0 #b0a6c4 #d6c0ca #efd6c8 #f6e4d2", "0 .28 .5 .72 .88 1", "#f6dcd4 #9a90b0", "#cfc0cc", "#ffeede",
            (0.84, 0.72, 0.68), (0.50, 0.49, 0.60), (1.1, 0.86, 0.78), "#34305a", clouds="wisps", cover=0.36, up=0.14, glow=0.6,
            strength=0.30, length=0.9, windows=0.35, density=1.9, level=0.80,
        ),
    ),
    "day": (
        # High summer: deep blue, heaped clouds.
        _hour(
            "#1d66c4 #3f8fe0 #7bbcf0 #bfe2f8 #e9f6fb", "0 .3 .6 .85 1", "#ffffff #9fb7d2", "#c3dfee", "#fffdf2", (0.86, 0.82, 0.72),
            (0.42, 0.47, 0.55), (0.75, 0.74, 0.62), "#1a2a40", clouds="cumulus", cover=0.36, up=0.74, glow=0.34, strength=0.44,
            length=0.36, density=0.75, level=1.0,
        ),
        # A milky noon with feathers of ice high up.
        _hour(
            "#3f80bb #6aa5d2 #9cc7e0 #cbe1e6 #ece9d8", "0 .3 .58 .84 1", "#ffffff #bccbd6", "#cfdcda", "#fffbe8", (0.84, 0.79, 0.67),
            (0.45, 0.48, 0.53), (0.75, 0.72, 0.58), "#202c3c", clouds="cirrus", cover=0.42, up=0.86, glow=0.46, strength=0.36,
            length=0.30, density=1.05, level=1.0,
        ),
        # After a front went through: clear air, a mackerel sky.
        _hour(
            "#0f4da6 #2c78c8 #63a9e2 #a4d2ee #d9edf4", "0 .3 .6 .85 1", "#ffffff #8fb0d4", "#b4d3e4", "#ffffff", (0.90, 0.85, 0.76),
            (0.38, 0.44, 0.54), (0.8, 0.79, 0.68), "#142338", clouds="mackerel", cover=0.40, up=0.60, glow=0.30, strength=0.50,
            length=0.46, density=0.5, level=1.0,
        ),
        # Afternoon: the blue turns to turquoise, the light to honey.
        _hour(
            "#2a79b4 #559fcb #90c6d8 #cbe2d8 #f4e8c8", "0 .3 .58 .84 1", "#fffaf0 #a9b4be", "#d6ddcb", "#fff6d8", (0.94, 0.82, 0.63),
            (0.42, 0.45, 0.51), (0.9, 0.8, 0.58), "#26303c", clouds="cumulus", cover=0.30, up=0.44, glow=0.46, strength=0.46,
            length=0.62, density=0.9, level=0.97,
        ),
    ),
    "golden": (
        # Amber.
        _hour(
            "#2f5f9e #6b98c0 #b5c4bd #f3d8a0 #ffc46f #ffb65a", "0 .28 .5 .72 .88 1", "#fff0cf #c79a8a", "#f5c48a", "#fff3cf",
            (1.12, 0.80, 0.48), (0.44, 0.42, 0.50), (1.35, 1.0, 0.58), "#33264a", clouds="cumulus", cover=0.34, up=0.20, glow=0.78,
            strength=0.50, length=1.0, windows=0.12, level=0.85,
        ),
        # Copper: the sun nearly down, the whole sky warm.
        _hour(
            "#38487c #77708f #bd8f84 #eba869 #ffb04f #ff9c40", "0 .26 .48 .70 .88 1", "#ffdca8 #9f6f7c", "#e79f62", "#fff0c0",
            (1.16, 0.72, 0.38), (0.42, 0.38, 0.50), (1.45, 0.92, 0.45), "#2f1f44", clouds="streaks", cover=0.42, up=0.11, glow=0.9,
            strength=0.52, length=1.2, windows=0.22, level=0.78,
        ),
        # Peach over blue.
        _hour(
            "#56719f #8b9fba #c6c2b8 #f2d3b0 #ffc48a #ffb078", "0 .3 .54 .74 .9 1", "#fff0e0 #b69cae", "#f0cba6", "#fff6e0",
            (1.06, 0.79, 0.56), (0.45, 0.45, 0.53), (1.3, 0.98, 0.68), "#322c4c", clouds="mackerel", cover=0.40, up=0.26, glow=0.66,
            strength=0.46, length=0.9, windows=0.10, level=0.88,
        ),
    ),
    "dusk": (
        # Purple and rose.
        _hour(
            "#141c44 #3a3672 #8a4a86 #e0786f #ffb679 #ffd9a0", "0 .24 .5 .76 .92 1", "#ffb89c #6f5090", "#d98a86", "#ffe6b8",
            (0.84, 0.55, 0.46), (0.40, 0.40, 0.60), (1.3, 0.75, 0.45), "#1d1a48", clouds="streaks", cover=0.42, up=0.07, glow=0.9,
            strength=0.48, length=1.15, windows=0.55, stars=0.25, level=0.52,
        ),
        # The blue hour: the sun has gone, a last band of warmth.
        _hour(
            "#0c1c46 #1c3a72 #3d659a #7f97b4 #cdb2a6 #f0c69a", "0 .26 .5 .74 .9 1", "#c9a9ae #36486f", "#6f82a4", "#ffd9a8",
            (0.50, 0.52, 0.66), (0.36, 0.41, 0.60), (1.05, 0.78, 0.60), "#101c40", clouds="streaks", cover=0.36, up=-0.06, glow=0.62,
            strength=0.34, length=0.8, windows=0.75, stars=0.45, level=0.42,
        ),
        # Crimson.
        _hour(
            "#1b1438 #532658 #a2375c #e4614c #ff974a #ffcb74", "0 .24 .48 .72 .9 1", "#ff9a78 #5a2f5c", "#c9685c", "#ffdca0",
            (0.92, 0.50, 0.36), (0.40, 0.35, 0.52), (1.45, 0.70, 0.36), "#22143c", clouds="mackerel", cover=0.46, up=0.05, glow=0.95,
            strength=0.50, length=1.2, windows=0.50, stars=0.15, level=0.50,
        ),
    ),
    "night": (
        # Navy under the moon.
        _hour(
            "#040818 #0a1430 #142850 #224271 #3a5f90", "0 .3 .6 .85 1", "#5a78a8 #131f40", "#2f4f7e", "#eef3ff", (0.36, 0.45, 0.64),
            (0.20, 0.25, 0.40), (0.66, 0.84, 1.2), "#050a20", clouds="wisps", cover=0.34, up=0.62, glow=0.42, strength=0.5, length=0.5,
            windows=0.85, stars=1.0, density=0.9, level=0.20,
        ),
        # Violet, the stars near.
        _hour(
            "#07061c #120f38 #261f54 #40366c #5f4f80", "0 .3 .6 .85 1", "#7068a0 #191438", "#41396a", "#f6f0ff", (0.40, 0.42, 0.62),
            (0.23, 0.23, 0.40), (0.78, 0.80, 1.2), "#0a0722", clouds="none", cover=0.0, up=0.70, glow=0.36, strength=0.48, length=0.5,
            windows=0.85, stars=1.0, density=0.8, level=0.20,
        ),
        # Teal, with a moon that has just risen.
        _hour(
            "#030d18 #071d2c #0f3444 #1f4f60 #437480", "0 .3 .6 .85 1", "#6f97a4 #0f2836", "#2c5668", "#fff3d8", (0.42, 0.47, 0.56),
            (0.20, 0.26, 0.36), (0.85, 0.92, 1.05), "#04121c", clouds="wisps", cover=0.40, up=0.40, glow=0.52, strength=0.5, length=0.7,
            windows=0.85, stars=0.9, density=1.0, level=0.20,
        ),
    ),
}  # fmt: skip


#: Words that mean one of the hours of a time of day, by its place.
SAID: dict[str, tuple[str, int]] = {
    "blue hour": ("dusk", 1), "twilight": ("dusk", 1), "after sunset": ("dusk", 1), "gloaming": ("dusk", 1), "purple sky": ("dusk", 0),
    "sunset": ("golden", 1), "sundown": ("golden", 1), "setting sun": ("golden", 1), "sun set": ("golden", 1),
    "late afternoon": ("golden", 0), "afternoon": ("day", 3), "noon": ("day", 1), "midday": ("day", 1),
}  # fmt: skip


def hour_of(time: str, variation: float, words: tuple[str, ...] = ()) -> Hour:
    """One of the hours of a time of day: that which one of these words means, or by chance; `variation`: 0..1."""
    choices = HOURS[time]
    for word in words:
        meant, place = SAID.get(word, ("", 0))
        if meant == time:
            return choices[place]
    return choices[min(len(choices) - 1, int(variation * len(choices)))]
