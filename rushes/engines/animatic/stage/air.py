"""Air: the hour and the weather as light, sky and haze; every setting takes its colours from here."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.colours import grey_of, hexed, lit, mix, plus, saturated, times
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.hours import Hour, hour_of

#: From which share of red to blue on the light is that of a low sun.
_LOW_LIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Air:
    """What the hour and the weather do to everything."""

    sky: tuple[Rgb, ...]  #: from the zenith down to the horizon
    stops: tuple[float, ...]
    cloud_lit: Rgb
    cloud_shade: Rgb
    clouds: str  #: one of sky.CLOUDS
    cover: float  #: 0 no clouds .. 1 overcast
    haze: Rgb
    density: float  #: of the haze: 0.2 crisp .. 3 fog
    sun: Rgb  #: colour of the sun or the moon
    sun_x: float  #: where it stands, share of the frame's width from its middle, -0.5 .. 0.5 in the frame
    sun_up: float  #: how far above the horizon, share of the horizon's height; below -0.5: not seen
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
    night: bool
    level: float  #: how bright a grey sky is at this hour, day is 1

    @property
    def side(self) -> int:
        """1 when the light comes from the right."""
        return 1 if self.sun_x >= 0 else -1

    @property
    def edge(self) -> Rgb:
        """The light on the rims of scenery: quieter at night, when only the cast should shine."""
        strength = 0.42 if self.night else 0.9
        return (min(1.0, self.rim[0] * strength), min(1.0, self.rim[1] * strength), min(1.0, self.rim[2] * strength))

    @property
    def gust(self) -> float:
        """How far the wind bends what grows, -1 .. 1; 0 when it is still."""
        strength = max(0.0, abs(self.wind) - 60.0) / 160.0
        return math.copysign(min(1.0, strength), self.wind)

    def light(self) -> Light:
        """The light on the cast. The eye gets used to the dark, so at night they keep their colours and shine at their rims."""
        up = max(0.12, self.sun_up)
        key, ambient, rim = self.key, self.ambient, self.rim
        if self.night:
            key, ambient = times(saturated(key, 0.45), 1.22), times(saturated(ambient, 0.55), 1.22)
            rim = times(rim, 1.15)
        elif key[0] > _LOW_LIGHT * key[2]:
            # Low sun paints the land; faces in it stay faces: it is warm, and they are not red.
            key, ambient = saturated(key, 0.66), times(ambient, 1.10)
        direction = (0.85 * self.side, -0.35 - 0.5 * min(1.0, up), 0.45)
        if self.sun_up < -0.5:
            # From the whole of a grey sky.
            direction = (0.35 * self.side, -0.80, 0.55)
        return Light(
            direction=direction,
            key=key,
            ambient=ambient,
            rim=rim,
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


@dataclass(frozen=True, slots=True)
class _Cover:
    """What a weather puts between the sun and the ground."""

    zenith: str  #: colours of its sky at noon
    horizon: str
    grey: float  #: how much of that sky hides the hour's own, 0..1
    warm: float  #: the same at dawn, at the golden hour and at dusk, whose colours are what people remember
    clouds: str
    cover: float
    key: float  #: times the hour's
    ambient: float
    rim: float
    shadow: float
    density: float
    wind: float
    wet: float = 0.0
    windows: float = 0.0  #: at least so many lights are on
    sun: float = -1.0  #: how bright the disc is that shows through, 0..1; negative: none
    least: float = 0.0  #: its sky is never darker than so much of the noon one: fog and snow have light of their own


_COVERS: dict[str, _Cover] = {
    "cloudy": _Cover(
        "#7d8b9b", "#ccd3d8", 0.80, 0.48, "overcast", 0.90, 0.62, 1.06, 0.5, 0.55, 1.4, -26.0,
    ),
    "rain": _Cover(
        "#455364", "#9fadb6", 0.88, 0.46, "overcast", 0.96, 0.44, 0.90, 0.45, 0.40, 1.8, -90.0, wet=0.85, windows=0.45, least=0.24,
    ),
    "storm": _Cover(
        "#1a222b", "#7c8a88", 0.95, 0.74, "towers", 1.0, 0.40, 0.78, 0.6, 0.35, 2.3, -215.0, wet=1.0, windows=0.6, least=0.30,
    ),
    "snow": _Cover(
        "#8593a5", "#c3ccd6", 0.84, 0.10, "overcast", 0.72, 0.56, 1.0, 0.6, 0.45, 1.7, -60.0, windows=0.3, least=0.25,
    ),
    "blizzard": _Cover(
        "#8592a1", "#b3bfca", 0.95, 0.80, "none", 0.0, 0.34, 1.02, 0.3, 0.15, 4.2, -330.0, windows=0.5, least=0.30,
    ),
    "fog": _Cover(
        "#aab4ba", "#bcc4c7", 0.92, 0.38, "none", 0.0, 0.46, 1.02, 0.55, 0.22, 5.2, -12.0, windows=0.4, sun=0.85, least=0.34,
    ),
    "dust": _Cover(
        "#a06a3c", "#d39c62", 0.88, 0.74, "none", 0.0, 0.72, 0.90, 0.6, 0.5, 3.4, -250.0, windows=0.2, sun=0.8, least=0.25,
    ),
}  # fmt: skip


def breathe(plan: ShotPlan, variation: float) -> Air:
    """The air of a plan; `variation` 0..1 comes from its seed, chooses among the skies of an hour and moves the sun about."""
    chance = [(variation * factor) % 1.0 for factor in (1.0, 7.3, 17.9, 31.7)]
    air = _seasoned(_bare(hour_of(plan.time, chance[2], plan.understood), plan.time == "night"), plan)
    side = 1 if chance[0] < 0.62 else -1
    away = 0.17 + 0.16 * chance[1]
    if "rainbow" in plan.features or (plan.time == "day" and chance[3] < 0.4 and "sun" not in plan.features):
        away = 0.62  # beside the frame: only its light is seen
    up = air.sun_up * (0.86 + 0.26 * chance[3])
    if {"moon", "crescent"} & set(plan.features) and plan.subjects and air.night:
        # Before whoever looks at it, and above their heads.
        side, away, up = plan.subjects[0].facing, 0.30 + 0.10 * chance[1], max(up, 0.80)
    air = replace(air, sun_x=side * away, sun_up=up)
    air = _weathered(air, plan)
    for code in plan.colours[:2]:
        air = _led_by(air, hexed(code))
    return _felt(air, plan.mood)


def _bare(hour: Hour, night: bool) -> Air:
    return Air(
        sky=hour.sky, stops=hour.stops, cloud_lit=hour.cloud_lit, cloud_shade=hour.cloud_shade, clouds=hour.clouds, cover=hour.cover,
        haze=hour.haze, density=hour.density, sun=hour.sun, sun_x=0.25, sun_up=hour.up, glow=hour.glow, key=hour.key,
        ambient=hour.ambient, rim=hour.rim, shadow=hour.shadow, shadow_strength=hour.strength, shadow_length=hour.length,
        windows=hour.windows, stars=hour.stars, wind=-14.0, wet=0.0, night=night,
        level=hour.level,
    )  # fmt: skip


def _seasoned(air: Air, plan: ShotPlan) -> Air:
    """The light of the season: low and pale in winter, low and golden in autumn, soft in spring."""
    if plan.season == "winter":
        return replace(
            air, sky=tuple(mix(saturated(c, 0.78), (0.90, 0.95, 1.0), 0.0 if air.night else 0.16) for c in air.sky),
            haze=saturated(air.haze, 0.8), key=saturated(air.key, 0.8), sun_up=min(air.sun_up, 0.46) if air.sun_up > 0.3 and not air.night else air.sun_up,
            shadow_length=air.shadow_length * 1.4,
        )  # fmt: skip
    if plan.season == "autumn" and plan.time == "day":
        warm = hexed("#f4dfb6")
        return replace(
            air, sky=tuple(mix(saturated(c, 0.86), warm, 0.34 * stop) for c, stop in zip(air.sky, air.stops, strict=True)),
            haze=mix(air.haze, warm, 0.4), key=lit(air.key, (1.08, 0.97, 0.80)), sun_up=min(air.sun_up, 0.44), shadow_length=air.shadow_length * 1.4,
        )  # fmt: skip
    if plan.season == "spring" and plan.time == "day":
        return replace(air, sky=tuple(mix(c, (0.93, 0.96, 1.0), 0.12) for c in air.sky), density=air.density * 1.15)
    return air


def weather_of(plan: ShotPlan) -> str:
    """The weather by its looks: a snowfall may be a blizzard."""
    return "blizzard" if plan.weather == "snow" and "blizzard" in plan.features else plan.weather


def _weathered(air: Air, plan: ShotPlan) -> Air:
    if plan.weather == "clear":
        return air
    if plan.weather == "wind":
        return replace(
            air, clouds="scud", cover=max(0.5, air.cover), wind=-170.0, density=air.density * 0.9,
            sky=tuple(saturated(c, 0.86) for c in air.sky),
        )  # fmt: skip
    cover = _COVERS[weather_of(plan)]
    if "rainbow" in plan.features and plan.weather in ("rain", "storm"):
        # The sun has come out behind us, while it still rains.
        cover = replace(cover, zenith="#5f7186", horizon="#c3cdd2", key=0.82, ambient=1.0, density=1.2)
    elif "drizzle" in plan.features and plan.weather == "rain":
        cover = replace(cover, zenith="#77838c", horizon="#b4bcbf", key=0.5, ambient=0.98, density=3.0, wind=-30.0)
    if "sandstorm" in plan.features and plan.weather == "dust":
        cover = replace(cover, zenith="#7c4c26", horizon="#b97c44", density=5.0, wind=-380.0, sun=0.3, key=0.55)
    # Night is dark already, and keeps some of its blue; low light keeps its colours.
    grey = cover.warm if plan.time in ("dawn", "golden", "dusk") else cover.grey * (0.8 if air.night else 1.0)
    key, ambient = (0.5 + 0.5 * cover.key, 0.5 + 0.5 * cover.ambient) if air.night else (cover.key, cover.ambient)
    asked = bool({"moon", "stars", "sun", "crescent"} & set(plan.features)) and plan.weather in ("cloudy", "snow")

    # Light snow falls from a sky with gaps, and low light finds them.
    gaps = grey < 0.2

    level = max(cover.least, air.level)
    slit = 0.45 if plan.time in ("dawn", "golden", "dusk") else 0.0

    def covered(colour: Rgb, stop: float) -> Rgb:
        tone = mix(hexed(cover.zenith), hexed(cover.horizon), stop**1.2)
        if air.night:
            tone = lit(tone, (0.86, 1.0, 1.22))
        # Where the lid ends, some of what is behind it shines through.
        return mix(colour, times(tone, level), grey * (1 - slit * stop**4))

    def dulled(colour: Rgb, strength: float) -> Rgb:
        tint = mix(hexed(cover.horizon), hexed(cover.zenith), 0.3)
        tint = times(tint, 1 / max(0.1, grey_of(tint)))
        return times(mix(colour, times(tint, grey_of(colour)), 0.75 * grey), strength)

    return replace(
        air,
        sky=tuple(covered(c, stop) for c, stop in zip(air.sky, air.stops, strict=True)),
        cloud_lit=covered(mix(air.cloud_lit, air.sky[-1], 0.4), 1.15),
        cloud_shade=times(covered(air.cloud_shade, 0.1), 0.86),
        clouds=air.clouds if gaps else cover.clouds,
        cover=air.cover if gaps else cover.cover,
        haze=covered(air.haze, 0.80),
        density=air.density * cover.density,
        key=dulled(air.key, key),
        ambient=dulled(air.ambient, ambient),
        rim=dulled(air.rim, cover.rim),
        glow=air.glow * (0.6 if asked else max(0.0, cover.sun) or (0.5 if grey < 0.5 else 0.0)),
        sun_up=air.sun_up if cover.sun >= 0 or grey < 0.5 or asked else -1.0,
        shadow_strength=air.shadow_strength * cover.shadow,
        stars=air.stars * 0.6 if grey < 0.5 or asked else 0.0,
        windows=max(air.windows, cover.windows),
        wind=cover.wind,
        wet=cover.wet,
    )


def _felt(air: Air, mood: str) -> Air:
    """A mood leans on the light a little; it never turns day into night."""
    if mood in ("tense", "sad", "mysterious"):
        dull = 0.66 if mood == "sad" else 0.82
        return replace(
            air, sky=tuple(times(saturated(c, dull), 0.94) for c in air.sky), haze=times(saturated(air.haze, dull), 0.92),
            key=saturated(air.key, 0.9),
        )  # fmt: skip
    if mood in ("romantic", "joyful") and not air.night and air.wet == 0:
        warm = (1.04, 0.99, 0.94) if mood == "joyful" else (1.06, 0.96, 0.95)
        return replace(air, key=lit(air.key, warm), haze=lit(air.haze, warm))
    return air


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
