"""Steadiness: light that does not flicker, bodies that do not pop, cameras that start and stop softly."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from rushes.engines.animatic import stage
from rushes.engines.animatic.plan import MOVES, SETTINGS, WEATHERS, Camera, ShotPlan, Subject
from rushes.engines.animatic.rigs.catalog import RIGS, make
from rushes.engines.animatic.stage import camera, framing

from .test_rigs_gaits import DAY
from .test_stage import SMALL, TALL, UNDRAWN, holes

FRAME = 1 / 24
#: Of a body's size, in a frame: a ball that bounces comes near it.
JUMP_MAX = 0.34
#: Rigs of every family, with what is most likely to jump.
ACTS = (
    ("fox", "trot"), ("horse", "run"), ("woman", "walk"), ("boy", "jump"), ("ballerina", "dance"), ("eagle", "fly"),
    ("fish", "swim"), ("butterfly", "fly"), ("dragon", "fly"), ("car", "drive"), ("sailboat", "sail"), ("rocket", "launch"),
    ("ball", "jump"), ("campfire", "burn"), ("owl", "stand"),
)  # fmt: skip


def _regions(
    plan: ShotPlan, size: tuple[int, int], frames: int, first: float, grid: tuple[int, int] = (4, 4)
) -> NDArray[np.float64]:
    """Mean luma of `grid` (down, across) regions of each frame: (frame, region), 0..1."""
    scene = stage.build(plan, size)
    picture = np.zeros((size[1], size[0], 4), np.uint8)
    seen = []
    for number in range(frames):
        scene.frame(first + number * FRAME, picture)
        luma = picture[..., :3] @ np.array([0.0722, 0.7152, 0.2126]) / 255
        down, across = grid
        rows, columns = luma.shape[0] // down, luma.shape[1] // across
        parts = luma[: rows * down, : columns * across].reshape(down, rows, across, columns)
        seen.append(parts.mean(axis=(1, 3)).ravel())
    return np.array(seen)


@pytest.mark.parametrize("setting", ["sea", "space", "room", "city", "underwater"])
def test_no_region_of_a_setting_flickers(setting: str) -> None:
    """Goal: no light jumps without an event in the plan. Method: a second of a still camera over a still scene; no
    region's mean luma changes by more than 2 % of full scale from frame to frame."""
    plan = ShotPlan("", 5, 8.0, setting=setting, camera=Camera("static", "wide"))
    seen = _regions(plan, SMALL, 12, 3.0)
    assert np.abs(np.diff(seen, axis=0)).max() <= 0.02


@pytest.mark.parametrize(("setting", "time"), [("sea", "golden"), ("beach", "dusk")])
def test_glitter_moves_over_the_water_and_does_not_pop(setting: str, time: str) -> None:
    """Goal: sparks that shimmer. Method: in fine regions, what changes from frame to frame goes on changing that way: a wave
    that passes does, a spark that is there for one frame alone does not."""
    plan = ShotPlan("", 5, 8.0, setting=setting, time=time, camera=Camera("static", "wide"))
    seen = _regions(plan, SMALL, 12, 3.0, (9, 16))
    assert np.abs(np.diff(seen, n=2, axis=0)).max() <= 0.028


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("setting", SETTINGS)
def test_no_region_of_a_setting_flickers_at_any_hour_in_any_weather(setting: str) -> None:
    # In a storm lightning strikes: that is an event.
    for time, weather in product(("day", "night", "golden"), (weather for weather in WEATHERS if weather != "storm")):
        plan = ShotPlan("", 5, 8.0, setting=setting, time=time, weather=weather, camera=Camera("static", "wide"))
        seen = _regions(plan, SMALL, 12, 3.0)
        assert np.abs(np.diff(seen, axis=0)).max() <= 0.02, (time, weather)


def _box(rig: str, action: str, t: float, seen: object) -> tuple[int, int, int, int] | None:
    pixels = np.zeros((220, 260, 4), np.uint8)
    canvas = skia.Canvas(pixels, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    seen.draw(canvas, 130.0, 170.0, t)  # type: ignore[attr-defined]
    rows, columns = np.nonzero(pixels[..., 3] > 64)
    return (columns.min(), rows.min(), columns.max(), rows.max()) if rows.size else None


def _jump(rig: str, action: str) -> float:
    """The largest change of a side of a rig's box from frame to frame, shares of the box's longer side."""
    subject = Subject(noun=rig, rig=rig, action=action)
    metre = make(subject, DAY, 1.0, 5)
    puppet = make(subject, DAY, 100 / max(metre.extent), 5)
    boxes = [_box(rig, action, 0.5 + number * FRAME, puppet) for number in range(30)]
    steps = [
        max(abs(a - b) for a, b in zip(one, other, strict=True)) / max(one[2] - one[0], one[3] - one[1], 20)
        for one, other in pairwise(boxes)
        if one and other
    ]
    return float(max(steps, default=0.0))


@pytest.mark.parametrize(("rig", "action"), ACTS)
def test_a_body_moves_without_a_jump(rig: str, action: str) -> None:
    assert _jump(rig, action) <= JUMP_MAX


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("rig", sorted(RIGS))
def test_no_rig_jumps_in_any_of_its_actions(rig: str) -> None:
    jumps = {action: _jump(rig, action) for action in sorted(RIGS[rig].actions)}
    assert {action: jump for action, jump in jumps.items() if jump > JUMP_MAX} == {}


@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("size", [SMALL, TALL], ids=["wide", "tall"])
def test_a_camera_moves_off_and_stops_softly(move: str, size: tuple[int, int]) -> None:
    """Goal: no jerk. Method: what a point on the main line and one at the horizon do on the screen, frame by frame."""
    plan = ShotPlan("", 5, 8.0, setting="village", camera=Camera(move, pace=2.0))
    frame = framing.frame(plan, size, None)
    path = camera.path(plan, frame, 0.0)
    ways = []
    for number in range(193):
        view = path(number * FRAME)
        ways.append([*view.place(0.0, 0.0, 0.05)[:2], *view.place(40.0, frame.ground - frame.horizon, 1.0)[:2]])
    speeds = np.hypot(*np.diff(np.array(ways).reshape(193, 2, 2), axis=0).transpose(2, 0, 1)) / max(size)
    assert np.abs(np.diff(speeds, axis=0)).max() <= 0.0012, "no jerk between two frames"
    if move not in ("static", "handheld"):
        middle = speeds[72:120].mean(axis=0).max()
        assert speeds[[0, -1]].max() <= middle * 1.2 + 0.0005, "not faster at the ends than in the middle"


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("move", MOVES)
@pytest.mark.parametrize("setting", ["beach", "city"], ids=["flat", "high"])
@pytest.mark.parametrize("size", [SMALL, TALL], ids=["wide", "tall"])
def test_no_move_shows_an_empty_edge_in_any_shape(move: str, setting: str, size: tuple[int, int]) -> None:
    shape = "16:9" if size == SMALL else "9:16"
    for angle in ("eye", "low", "high"):
        plan = ShotPlan("", 7, 8.0, shape, setting=setting, camera=Camera(move, "wide", angle, pace=2.0))
        scene = stage.build(plan, size)
        for t in (0.0, 4.0, 8.0, 15.0):
            picture = np.full((size[1], size[0], 4), UNDRAWN, np.uint8)
            scene.frame(t, picture)
            assert holes(picture) == 0, (angle, t)
            assert (picture[..., 3] == 255).all(), (angle, t)
