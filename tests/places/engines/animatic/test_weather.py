"""Weather and light: that an hour, a season and a weather are seen, and that what is heard fits."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import director, stage
from rushes.engines.animatic.paint.colours import grey_of
from rushes.engines.animatic.plan import SETTINGS, STYLES, TIMES, WEATHERS, Camera, ShotPlan
from rushes.engines.animatic.sound import strikes
from rushes.engines.animatic.sound.air import thunder
from rushes.engines.animatic.sound.span import SAMPLES_PER_SECOND, Span
from rushes.engines.animatic.stage import hours, lightning
from rushes.engines.animatic.stage.air import breathe
from rushes.engines.animatic.stage.clouds import CLOUDS
from rushes.shot import Mode, Shot

SMALL = (192, 108)
MEADOW = ShotPlan("", 7, 8.0, setting="meadow", camera=Camera("static", "wide"))


@lru_cache(maxsize=4)
def scene(plan: ShotPlan) -> stage.Stage:
    return stage.build(plan, SMALL)


def frame(plan: ShotPlan, t: float = 4.0) -> NDArray[np.uint8]:
    picture = np.zeros((SMALL[1], SMALL[0], 4), np.uint8)
    scene(plan).frame(t, picture)
    return picture


def luma(picture: NDArray[np.uint8]) -> NDArray[np.float64]:
    return np.asarray(picture[..., :3] @ np.array([0.0722, 0.7152, 0.2126]) / 255)


def read(prompt: str) -> ShotPlan:
    return director.read(Shot("animatic", Mode.TEXT, prompt, seed=7, aspect_ratio="16:9", seconds=8))


def test_every_hour_has_skies_to_choose_from_and_their_clouds_can_be_drawn() -> None:
    assert set(hours.HOURS) == set(TIMES)
    for several in hours.HOURS.values():
        assert len(several) >= 3
        for one in several:
            assert one.clouds in CLOUDS
            assert len(one.sky) == len(one.stops)


def test_two_prompts_of_one_seed_have_different_skies() -> None:
    skies = {
        frame(replace(MEADOW, prompt=f"A meadow, take {take}"))[:40].mean(axis=(0, 1)).round().tobytes()
        for take in range(3)
    }
    assert len(skies) >= 2


@pytest.mark.parametrize("weather", [weather for weather in WEATHERS if weather != "clear"])
def test_weather_is_seen_at_a_glance(weather: str) -> None:
    clear, other = frame(MEADOW, 7.9), frame(replace(MEADOW, weather=weather), 7.9)
    assert np.abs(clear.astype(int) - other)[..., :3].mean() > 9


def test_a_storm_is_darker_than_rain_and_rain_than_a_clear_day() -> None:
    by_weather = [grey_of(breathe(replace(MEADOW, weather=name), 0.3).sky[1]) for name in ("clear", "rain", "storm")]
    assert by_weather == sorted(by_weather, reverse=True)
    assert by_weather[-1] < 0.3


def test_white_stays_white_at_night_on_the_cast() -> None:
    for variation in (0.1, 0.5, 0.9):
        light = breathe(replace(MEADOW, time="night"), variation).light()
        red, _, blue = (key * 0.7 + ambient for key, ambient in zip(light.key, light.ambient, strict=True))
        assert red / blue > 0.68, "a polar bear is no blue bear"


def test_snow_lies_where_it_falls() -> None:
    day, snow = (frame(replace(MEADOW, setting="desert", weather=name)) for name in ("clear", "snow"))
    ground = slice(80, 104)
    assert day[ground, ..., 2].mean() - day[ground, ..., 0].mean() > 40, "sand is yellow"
    assert abs(snow[ground, ..., 2].mean() - snow[ground, ..., 0].mean()) < 40


def test_thunder_follows_lightning() -> None:
    """Goal: what flashes is heard. Method: every stroke's thunder begins within two seconds, none before its light."""
    span = Span(0, 24 * SAMPLES_PER_SECOND, 11).named("thunder")
    loud = np.abs(thunder(span)).max(axis=0)
    found = strikes(11, 20.0)
    assert len(found) >= 2
    for strike in found:
        at = round(strike.seconds * SAMPLES_PER_SECOND)
        assert loud[at : at + 2 * SAMPLES_PER_SECOND].max() > 0.02


def test_lightning_lights_the_land_for_a_moment() -> None:
    plan = replace(MEADOW, weather="storm", seed=11)
    strike = max(strikes(11, 8.0), key=lambda strike: strike.near)
    dark, lit, after = (luma(frame(plan, strike.seconds + late)).mean() for late in (-0.1, 0.03, 0.85))
    assert lit > dark * 1.25
    assert abs(after - dark) < 0.04
    assert lightning.brightness(strike, strike.seconds - 0.01) == 0


@pytest.mark.parametrize("setting", ["forest", "jungle"])
def test_no_moon_is_torn_by_leaves(setting: str) -> None:
    """A moon that was not asked for is not seen in pieces: nothing bright stands in the upper half."""
    picture = luma(frame(replace(MEADOW, setting=setting, time="night", seed=2)))[:54]
    assert picture.max() < 0.62


def test_a_moon_in_a_forest_is_a_whole_disc() -> None:
    bright = luma(frame(replace(MEADOW, setting="forest", time="night", features=("moon",)))) > 0.62
    rows, columns = np.nonzero(bright)
    tall, wide = np.ptp(rows) + 1, np.ptp(columns) + 1
    assert 0.8 < tall / wide < 1.25
    assert bright.sum() > 0.6 * tall * wide


@pytest.mark.parametrize(
    ("prompt", "weather", "feature"),
    [
        ("A snow leopard in a blizzard", "snow", "blizzard"),
        ("A city in drizzle", "rain", "drizzle"),
        ("A camel in a sandstorm", "dust", "sandstorm"),
        ("A desert under the milky way", "clear", "milky_way"),
        ("A boat under a crescent moon", "clear", "crescent"),
    ],
)
def test_how_hard_it_blows_is_understood(prompt: str, weather: str, feature: str) -> None:
    plan = read(prompt)
    assert plan.weather == weather
    assert feature in plan.features
    assert not plan.not_drawn


def test_a_rainy_day_is_rainy_and_a_starry_sky_is_at_night() -> None:
    assert read("A girl on a beach on a rainy day").weather == "rain"
    assert read("The desert under a starry sky").time == "night"
    assert read("A camel in a sandstorm").setting == "desert"


@pytest.mark.parametrize(
    ("prompt", "style"),
    [("Claymation, a dog in a garden", "claymation"), ("Oil painting of a ship", "oil"), ("Pencil sketch of a horse", "sketch")],
)  # fmt: skip
def test_styles_are_named_as_people_name_them(prompt: str, style: str) -> None:
    assert style in STYLES
    assert read(prompt).style == style


@pytest.mark.parametrize("style", ["claymation", "oil", "sketch", "anime", "paper"])
def test_a_manner_changes_the_picture_and_leaves_no_hole(style: str) -> None:
    plain, drawn = frame(MEADOW), frame(replace(MEADOW, style=style))
    assert (drawn[..., 3] == 255).all()
    assert np.abs(plain.astype(int) - drawn)[..., :3].mean() > 2


def test_clay_moves_on_twos() -> None:
    plan = replace(MEADOW, style="claymation", weather="wind")
    first, second, third = (frame(plan, number / 24) for number in (24, 25, 26))
    assert np.array_equal(first, second)
    assert not np.array_equal(second, third)


@pytest.mark.slow
@pytest.mark.parametrize("setting", SETTINGS)
def test_no_hard_weather_flickers(setting: str) -> None:
    for weather, feature in (("snow", "blizzard"), ("dust", "sandstorm"), ("rain", "drizzle")):
        plan = replace(MEADOW, setting=setting, weather=weather, features=(feature,))
        seen = []
        for number in range(12):
            seen.append(luma(frame(plan, 3 + number / 24)).reshape(4, 27, 4, 48).mean(axis=(1, 3)))
        assert np.abs(np.diff(seen, axis=0)).max() <= 0.02
