"""The stage: any plan becomes a scene whose frames are pure functions of time, whole, and different where plans differ."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from rushes.engines.animatic import stage
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import (
    MOVES,
    SETTINGS,
    SIZES,
    STYLES,
    TIMES,
    WEATHERS,
    Camera,
    Line,
    ShotPlan,
    Subject,
)
from rushes.engines.animatic.rigs.puppet import Puppet, Window
from rushes.engines.animatic.stage.settings.catalog import SETTINGS as BUILT

SMALL = (160, 90)
TALL = (90, 160)
#: A colour that no scene uses: what is left of it was not drawn.
UNDRAWN = (255, 0, 255, 255)


class Post:
    """The simplest puppet: an upright bar of its metres' height that moves at its own speed."""

    speed = 1.5
    lift = 0.0

    def __init__(self, pixels_per_metre: float) -> None:
        self._size = (0.3 * pixels_per_metre, 1.7 * pixels_per_metre)

    @property
    def extent(self) -> tuple[float, float]:
        return self._size

    def draw(
        self,
        canvas: skia.Canvas,
        x: float,
        y: float,
        t: float,
        facing: int = 1,
        speaking: float = 0.0,
        onto: Picture | None = None,
    ) -> None:
        width, height = self._size
        canvas.drawRect(skia.Rect.MakeXYWH(x - width / 2, y - height, width, height), skia.Paint(Color=0xFFFF0000))

    def shadow(
        self, canvas: skia.Canvas, x: float, y: float, t: float, facing: int = 1, onto: Picture | None = None
    ) -> None:
        return None

    def contacts(self, seconds: float) -> tuple[float, ...]:
        return (0.25, 0.75)

    def see(self, window: Window, facing: int) -> None:
        return None


def post(subject: Subject, light: object, pixels_per_metre: float, seed: int) -> Puppet:
    return Post(pixels_per_metre)


def plan(**changes: object) -> ShotPlan:
    return replace(ShotPlan(prompt="", seed=11, seconds=8.0), **changes)  # type: ignore[arg-type]


def drawn(wanted: ShotPlan, t: float = 3.0, size: tuple[int, int] = SMALL) -> NDArray[np.uint8]:
    picture = np.full((size[1], size[0], 4), UNDRAWN, np.uint8)
    stage.build(wanted, size, post).frame(t, picture)
    return picture


def holes(picture: NDArray[np.uint8]) -> int:
    return int((picture == np.array(UNDRAWN, np.uint8)).all(axis=2).sum())


def red_columns(picture: NDArray[np.uint8]) -> NDArray[np.intp]:
    """Columns in which the post is seen."""
    blue, green, red = (picture[..., channel].astype(int) for channel in range(3))
    return np.flatnonzero(((red > 200) & (green < 60) & (blue < 60)).sum(axis=0) > 4)


def test_every_setting_of_the_plan_is_built() -> None:
    assert set(BUILT) == set(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS)
def test_every_pixel_of_a_setting_is_drawn_in_both_shapes(setting: str) -> None:
    for size in (SMALL, TALL):
        picture = drawn(plan(setting=setting, time="golden"), size=size)
        assert holes(picture) == 0
        assert (picture[..., 3] == 255).all()


@pytest.mark.parametrize("move", MOVES)
def test_no_move_shows_an_empty_edge(move: str) -> None:
    """Goal: no camera leaves what is drawn. Method: its widest pace, at both ends and after the end, with a traveller."""
    walker = Subject("man", "man", "walk", travels=True)
    for setting in ("pine_forest", "room", "sea"):
        wanted = plan(setting=setting, camera=Camera(move, "full", pace=2.0), subjects=(walker,))
        scene = stage.build(wanted, SMALL, post)
        for t in (0.0, 8.0, 14.0):
            picture = np.full((SMALL[1], SMALL[0], 4), UNDRAWN, np.uint8)
            scene.frame(t, picture)
            assert holes(picture) == 0, (setting, t)


@pytest.mark.parametrize("move", [move for move in MOVES if move != "static"])
def test_every_move_moves_the_picture(move: str) -> None:
    scene = stage.build(plan(setting="village", camera=Camera(move)), SMALL, post)
    first, last = (np.zeros((SMALL[1], SMALL[0], 4), np.uint8) for _ in range(2))
    scene.frame(0.0, first)
    scene.frame(8.0, last)
    assert np.abs(first.astype(int) - last.astype(int)).mean() > 2.0


@pytest.mark.parametrize("field", ["time", "weather"])
def test_each_hour_and_each_weather_is_seen(field: str) -> None:
    options = TIMES if field == "time" else WEATHERS
    pictures = [drawn(plan(setting="meadow", **{field: option})).astype(int) for option in options]
    for index, one in enumerate(pictures):
        for other in pictures[index + 1 :]:
            assert np.abs(one - other).mean() > 1.0


def test_night_is_darker_than_day() -> None:
    day, night = (drawn(plan(setting="meadow", time=time))[..., :3].mean() for time in ("day", "night"))
    assert night < day * 0.6


def test_another_seed_is_another_composition() -> None:
    one, other = (drawn(plan(setting="mountains", seed=seed)).astype(int) for seed in (1, 2))
    assert np.abs(one - other).mean() > 3.0


def test_a_frame_does_not_depend_on_the_frames_before_it() -> None:
    wanted = plan(
        setting="street", weather="rain", time="night", subjects=(Subject("man", "man", "walk", travels=True),)
    )
    scene = stage.build(wanted, SMALL, post)
    alone, after = (np.zeros((SMALL[1], SMALL[0], 4), np.uint8) for _ in range(2))
    stage.build(wanted, SMALL, post).frame(5.0, alone)
    for t in (7.0, 0.0, 5.0):
        scene.frame(t, after)
    assert np.array_equal(alone, after)


def test_closer_shots_show_a_larger_subject() -> None:
    heights = []
    for size in SIZES[:3]:
        wanted = plan(setting="wall", camera=Camera("static", size), subjects=(Subject("man", "man"),))
        heights.append(len(red_columns(drawn(wanted, size=(320, 180)))))
    assert heights[0] < heights[1] < heights[2]


def test_a_traveller_moves_over_the_ground_at_its_own_speed() -> None:
    """Goal: feet do not slide. Method: with a camera that stands still the post's way is speed times scale."""
    walker = Subject("man", "man", "walk", travels=True)
    scene = stage.build(
        plan(setting="wall", seconds=1.0, camera=Camera("static", "full"), subjects=(walker,)), (640, 360), post
    )
    places = []
    for t in (0.0, 1.0):
        picture = np.zeros((360, 640, 4), np.uint8)
        scene.frame(t, picture)
        places.append(red_columns(picture))
    width, way = len(places[0]), places[1].mean() - places[0].mean()
    metre = width / 0.3
    camera = 0.06 * 640  # it breathes a little
    assert way == pytest.approx(1.5 * metre, abs=camera)


def test_a_tracking_camera_keeps_a_runner_in_the_frame() -> None:
    walker = Subject("man", "man", "run", travels=True)
    scene = stage.build(plan(setting="meadow", camera=Camera("track", "full"), subjects=(walker,)), (320, 180), post)
    for t in (0.0, 4.0, 8.0, 15.0):
        picture = np.zeros((180, 320, 4), np.uint8)
        scene.frame(t, picture)
        assert 80 < red_columns(picture).mean() < 240, t


def test_a_subject_to_the_left_stands_left() -> None:
    left, right = (
        red_columns(
            drawn(
                plan(setting="wall", camera=Camera("static", "wide"), subjects=(Subject("man", "man", x=x),)),
                size=(320, 180),
            )
        ).mean()
        for x in (0.25, 0.75)
    )
    assert left < 130 < 190 < right


def test_a_line_is_captioned_while_it_is_spoken() -> None:
    spoken = plan(setting="room", lines=(Line(None, "Where did everybody go?", starts_seconds=2.0, lasts_seconds=2.0),))
    silent = replace(spoken, lines=())
    size = (320, 180)
    changed = {
        t: int(
            np.abs(drawn(spoken, t, size).astype(int) - drawn(silent, t, size).astype(int))
            .max(axis=2)[120:]
            .astype(bool)
            .sum()
        )
        for t in (1.0, 3.0, 6.0)
    }
    assert changed[1.0] == 0
    assert changed[3.0] > 500
    assert changed[6.0] == 0


@pytest.mark.parametrize("style", STYLES)
def test_every_style_can_be_seen(style: str) -> None:
    wanted = plan(setting="village", time="day", style=style)
    scene = stage.build(wanted, SMALL, post)
    plain = stage.build(replace(wanted, style="storybook"), SMALL, post)
    assert (
        style == "storybook"
        or scene.grade != plain.grade
        or not np.array_equal(drawn(wanted), drawn(replace(wanted, style="storybook")))
    )


def test_footfalls_of_the_cast_are_known() -> None:
    scene = stage.build(plan(subjects=(Subject("man", "man", "walk", count=3),)), SMALL, post)
    assert scene.contacts == {0: (0.25, 0.75)}


def test_weather_over_a_picture_begins_from_nothing() -> None:
    over = stage.weather_over(plan(setting="street", weather="snow"), SMALL)
    assert over is not None
    picture = np.full((SMALL[1], SMALL[0], 4), 90, np.uint8)
    over(picture, 0.0)
    assert (picture == 90).all()
    over(picture, 4.0)
    assert (picture > 120).any()
    assert stage.weather_over(plan(setting="room", weather="snow"), SMALL) is None


@pytest.mark.parametrize(
    ("setting", "move"), [("sky", "tilt_up"), ("sky", "aerial"), ("village", "orbit"), ("space", "orbit")]
)
def test_no_upright_frame_shows_an_empty_edge(setting: str, move: str) -> None:
    scene = stage.build(
        ShotPlan("", 3, 8.0, aspect_ratio="9:16", setting=setting, camera=Camera(move, pace=2.0)), (108, 192)
    )
    for t in (0.0, 4.0, 8.0):
        out = np.zeros((192, 108, 4), np.uint8)
        scene.frame(t, out)
        assert (out[..., 3] == 255).all()


def test_a_static_camera_stands_while_somebody_walks() -> None:
    walker = (Subject("woman", "woman", "walk", travels=True),)
    still = stage.build(ShotPlan("", 3, 8.0, camera=Camera("static"), subjects=walker), (160, 90))
    seen = [np.zeros((90, 160, 4), np.uint8) for _ in range(2)]
    for t, out in zip((0.5, 7.5), seen, strict=True):
        still.frame(t, out)
    hills = slice(40, 56)
    assert np.abs(seen[0][hills, :, :3].astype(int) - seen[1][hills, :, :3]).mean() < 6
