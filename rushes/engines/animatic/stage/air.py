"""Air: the hour and the weather as light, sky and haze; every setting takes its colours from here."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.colours import grey_of, hexed, lit, mix, plus, saturated, times
from rushes.engines.animatic.plan import ShotPlan


@dataclass(frozen=True, slots=True)
class Air:
    """What the hour and the weather do to everything."""

    sky: tuple[Rgb, ...]  #: from the zenith down to the horizon
    stops: tuple[float, ...]
    cloud_lit: Rgb
    cloud_shade: Rgb
    cover: float  #: 0 no clouds .. 1 overcast
    haze: Rgb
    density: float  #: of the haze: 0.2 crisp .. 3 fog
    sun: Rgb  #: colour of the sun or the moon
    sun_x: float  #: where it stands, share of the frame's width from its middle, -0.5 .. 0.5
    sun_up: float  #: how far above the horizon, share of the horizon's height; negative: not seen
    glow: float  #: strength of the light around it
    key: Rgb
    ambient: Rgb
    rim: Rgb
    shadow: Rgb
    shadow_strength: float
    shadow_length: float
    windows: float  #: 0..1: how many lights are on in houses
    stars: float  #: 0..1
    wind: float  #: units a second, negative to the left
    wet: float  #: 0 dry .. 1 a wet ground that mirrors

    @property
    def side(self) -> int:
        """1 when the light comes from the right."""
        return 1 if self.sun_x >= 0 else -1

    @property
    def edge(self) -> Rgb:
        """The light on the rims of scenery: quieter at night, when only the cast should shine."""
        strength = 0.42 if self.stars > 0.8 else 0.9
        return (min(1.0, self.rim[0] * strength), min(1.0, self.rim[1] * strength), min(1.0, self.rim[2] * strength))

    def light(self) -> Light:
        up = max(0.12, self.sun_up)
        return Light(
            direction=(0.85 * self.side, -0.35 - 0.5 * min(1.0, up), 0.45),
            key=self.key,
            ambient=self.ambient,
            rim=self.rim,
            haze=self.haze,
            shadow=self.shadow,
            shadow_strength=self.shadow_strength,
            shadow_length=self.shadow_length,
        )

    def surface(self, colour: Rgb, depth: float = 1.0, facing: float = 0.5) -> Rgb:
        """What a surface of this colour looks like from here: lit (facing 1: towards the light) and hazed by its depth."""
        shone = lit(colour, plus(self.ambient, times(self.key, facing)))
        shone = mix(shone, self.haze, self.veil(depth))
        return (min(1.0, shone[0]), min(1.0, shone[1]), min(1.0, shone[2]))

    def veil(self, depth: float) -> float:
        """How much of what stands at this depth is haze, 0..1."""
        far = max(0.0, 1.0 / max(0.02, depth) - 0.8)
        return 1.0 - math.exp(-(far**0.6) * 0.20 * self.density)


def _hour(
    *, sky: str, stops: tuple[float, ...], cloud: tuple[str, str], haze: str, sun: str, up: float, glow: float, key: Rgb,
    ambient: Rgb, rim: Rgb, shadow: str, strength: float, length: float, windows: float, stars: float, density: float,
) -> Air:  # fmt: skip
    return Air(
        sky=tuple(hexed(code) for code in sky.split()), stops=stops, cloud_lit=hexed(cloud[0]),
        cloud_shade=hexed(cloud[1]), cover=0.42, haze=hexed(haze), density=density, sun=hexed(sun), sun_x=0.25,
        sun_up=up, glow=glow, key=key, ambient=ambient, rim=rim, shadow=hexed(shadow), shadow_strength=strength,
        shadow_length=length, windows=windows, stars=stars, wind=-14.0, wet=0.0,
    )  # fmt: skip


_HOURS = {
    "dawn": _hour(
        sky="#35508f #6f79b8 #b795bd #f0aea4 #ffd2a4 #ffe9c4", stops=(0.0, 0.26, 0.5, 0.72, 0.88, 1.0),
        cloud=("#ffd9c2", "#a985ac"), haze="#f1bfae", sun="#fff0d0", up=0.10, glow=0.8, key=(1.02, 0.76, 0.62),
        ambient=(0.46, 0.46, 0.60), rim=(1.25, 0.9, 0.7), shadow="#2c2a52", strength=0.40, length=1.1, windows=0.30,
        stars=0.0, density=1.15,
    ),
    "day": _hour(
        sky="#1d66c4 #3f8fe0 #7bbcf0 #bfe2f8 #e9f6fb", stops=(0.0, 0.3, 0.6, 0.85, 1.0), cloud=("#ffffff", "#9fb7d2"),
        haze="#c3dfee", sun="#fffdf2", up=0.74, glow=0.34, key=(0.86, 0.82, 0.72), ambient=(0.42, 0.47, 0.55),
        rim=(0.75, 0.74, 0.62), shadow="#1a2a40", strength=0.44, length=0.36, windows=0.0, stars=0.0, density=0.75,
    ),
    "golden": _hour(
        sky="#2f5f9e #6b98c0 #b5c4bd #f3d8a0 #ffc46f #ffb65a", stops=(0.0, 0.28, 0.5, 0.72, 0.88, 1.0),
        cloud=("#fff0cf", "#c79a8a"), haze="#f5c48a", sun="#fff3cf", up=0.20, glow=0.78, key=(1.12, 0.80, 0.48),
        ambient=(0.44, 0.42, 0.50), rim=(1.35, 1.0, 0.58), shadow="#33264a", strength=0.50, length=1.0, windows=0.12,
        stars=0.0, density=1.0,
    ),
    "dusk": _hour(
        sky="#141c44 #3a3672 #8a4a86 #e0786f #ffb679 #ffd9a0", stops=(0.0, 0.24, 0.5, 0.76, 0.92, 1.0),
        cloud=("#ffb89c", "#6f5090"), haze="#d98a86", sun="#ffe6b8", up=0.07, glow=0.9, key=(0.84, 0.55, 0.46),
        ambient=(0.40, 0.40, 0.60), rim=(1.3, 0.75, 0.45), shadow="#1d1a48", strength=0.48, length=1.15, windows=0.55,
        stars=0.25, density=1.0,
    ),
    "night": _hour(
        sky="#040818 #0a1430 #142850 #224271 #3a5f90", stops=(0.0, 0.3, 0.6, 0.85, 1.0), cloud=("#5a78a8", "#131f40"),
        haze="#2f4f7e", sun="#eef3ff", up=0.62, glow=0.42, key=(0.34, 0.44, 0.66), ambient=(0.20, 0.25, 0.42),
        rim=(0.62, 0.82, 1.2), shadow="#050a20", strength=0.5, length=0.5, windows=0.85, stars=1.0, density=0.9,
    ),
}  # fmt: skip


def breathe(plan: ShotPlan, variation: float) -> Air:
    """The air of a plan; `variation` 0..1 comes from its seed and moves the sun about."""
    side = 1 if variation < 0.62 else -1
    air = replace(_HOURS[plan.time], sun_x=side * (0.17 + 0.16 * ((variation * 7.3) % 1.0)))
    air = _weathered(air, plan.weather, plan.time)
    for code in plan.colours[:2]:
        air = _led_by(air, hexed(code))
    if plan.mood in ("tense", "sad", "mysterious"):
        air = replace(air, sky=tuple(saturated(c, 0.82) for c in air.sky), haze=times(saturated(air.haze, 0.8), 0.92))
    return air


def _weathered(air: Air, weather: str, time: str) -> Air:
    if weather == "clear":
        return replace(air, cover=0.36)
    if weather == "cloudy":
        return _overcast(air, 0.45, 0.96, cover=0.82)
    if weather == "snow":
        # Snow keeps the colours of dawn and dusk: that is what people remember of it.
        dull = 0.12 if time in ("dusk", "dawn", "golden") else 0.4
        return replace(_overcast(air, dull, 1.0, cover=0.5), density=air.density * 1.35, wind=-70.0)
    if weather == "rain":
        return replace(_overcast(air, 0.55, 0.98 if time == "night" else 0.78, cover=0.95), density=air.density * 1.7, wet=0.85, wind=-90.0,
                       windows=max(air.windows, 0.35))  # fmt: skip
    if weather == "storm":
        stormy = _overcast(air, 0.68, 0.92 if time == "night" else 0.62, cover=1.0)
        tint = hexed("#24323f")
        return replace(
            stormy, sky=tuple(mix(c, tint, 0.45) for c in stormy.sky), haze=mix(stormy.haze, hexed("#43525c"), 0.5),
            density=air.density * 1.9, wet=1.0, wind=-190.0, windows=max(air.windows, 0.4),
        )  # fmt: skip
    if weather == "fog":
        foggy = _overcast(air, 0.45, 1.0, cover=0.3)
        sky = tuple(mix(c, foggy.haze, 0.72 + 0.26 * stop) for c, stop in zip(foggy.sky, foggy.stops, strict=True))
        return replace(
            foggy, sky=sky, density=air.density * 4.2, shadow_strength=air.shadow_strength * 0.4, glow=air.glow * 0.8
        )
    if weather == "dust":
        dust = mix(hexed("#d9965a"), times(air.haze, 1.0), 0.35)
        sky = tuple(mix(c, dust, 0.30 + 0.55 * stop) for c, stop in zip(air.sky, air.stops, strict=True))
        return replace(air, sky=sky, haze=dust, density=air.density * 2.6, cover=0.2, wind=-160.0,
                       key=lit(air.key, (1.0, 0.86, 0.66)))  # fmt: skip
    return replace(air, cover=0.6, wind=-120.0)


def _overcast(air: Air, dull: float, brightness: float, cover: float) -> Air:
    def grey(colour: Rgb, share: float) -> Rgb:
        level = grey_of(colour)
        return times(mix(colour, (level * 0.95, level, level * 1.07), share), brightness)

    return replace(
        air,
        sky=tuple(grey(c, dull) for c in air.sky),
        cloud_lit=grey(air.cloud_lit, dull * 0.8),
        cloud_shade=times(grey(air.cloud_shade, dull), 0.92),
        cover=cover,
        haze=grey(air.haze, dull),
        key=times(grey(air.key, dull * 0.8), 1 - 0.55 * dull),
        ambient=times(grey(air.ambient, dull * 0.6), 1 + 0.25 * dull),
        rim=times(air.rim, 1 - 0.6 * dull),
        glow=air.glow * (1 - 0.8 * dull),
        shadow_strength=air.shadow_strength * (1 - 0.35 * dull),
        stars=air.stars * (1 - min(1.0, 1.6 * dull)),
        sun_up=air.sun_up if dull < 0.42 else -1.0,
    )


def _led_by(air: Air, colour: Rgb) -> Air:
    """Let a colour lead: the sky's middle, the haze and the light lean towards it; brightness stays."""

    def lean(base: Rgb, share: float) -> Rgb:
        level = grey_of(base) / max(0.08, grey_of(colour))
        return mix(base, times(colour, min(3.0, level)), share)

    count = len(air.sky)
    sky = tuple(lean(c, 0.42 * math.sin(math.pi * (i + 0.6) / count)) for i, c in enumerate(air.sky))
    return replace(
        air, sky=sky, haze=lean(air.haze, 0.4), key=lean(air.key, 0.22), rim=lean(air.rim, 0.35),
        cloud_lit=lean(air.cloud_lit, 0.3),
    )  # fmt: skip
