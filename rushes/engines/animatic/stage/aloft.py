"""Aloft: views from the air that are truly flown, over a land of heights; where nothing but the land, or what flies, is shown."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rushes.engines.animatic.paint import heightfield
from rushes.engines.animatic.paint.colours import mix, plus, times
from rushes.engines.animatic.paint.heightfield import SIDE, Eye, Land, Weathered
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage import camera, lands, sky, waves
from rushes.engines.animatic.stage.set import Set

#: Settings that have a land below them.
LANDS = frozenset(
    {"city", "street", "mountains", "arctic", "desert", "sea", "beach", "forest", "pine_forest", "jungle", "river", "meadow", "village", "highway", "farm", "cyberpunk_city", "cliff_coast"}
)  # fmt: skip
#: Actions of those who are seen from beside while the land goes by below.
_FLYING = frozenset({"fly", "hover", "float"})
ORBIT_NOTE = "orbit approximated by parallax"
AERIAL_NOTE = "aerial view approximated by a high camera, so that those on the ground are seen"
#: The land is drawn behind all that flies.
ORDER = 0.30
#: Of what was asked for, what is added to such a view; the rest belongs on the ground.
_IN_THE_AIR = frozenset(
    {
        "fireworks",
        "lightning",
        "blossoms",
        "confetti",
        "sparkles",
        "embers",
        "shooting_star",
        "stars",
        "blizzard",
        "drizzle",
        "sandstorm",
    }
)
#: Focal length in units of the frame.
LENS = 830.0
#: Metres a second; how far an orbit goes round, radians.
_SPEED, _ARC = 15.0, 1.5
#: How far the heading swings to each side on a straight flight, radians: the sky is no wider.
_SWING = 0.13


def flies(plan: ShotPlan) -> bool:
    """Is this plan's camera truly in the air? Whoever stands on the ground is filmed from the stage."""
    from_above = plan.camera.move == "aerial" or (
        not plan.subjects and (plan.camera.move == "orbit" or plan.camera.angle == "overhead")
    )
    return from_above and plan.setting in LANDS and all(subject.action in _FLYING for subject in plan.subjects)


def noted(plan: ShotPlan) -> ShotPlan:
    """The plan with an honest word on its camera: which views of the air and orbits are only like one."""
    notes = [note for note in plan.notes if note != ORBIT_NOTE]
    if not flies(plan):
        if plan.camera.move == "orbit":
            notes.append(ORBIT_NOTE)
        if plan.camera.move == "aerial" and plan.setting in LANDS:
            notes.append(AERIAL_NOTE)
    return replace(plan, notes=tuple(dict.fromkeys(notes)))


def build(stage: Set) -> None:
    """Hang the sky and lay the land that is flown over."""
    plan, air = stage.plan, stage.air
    stage.groundless = True
    circles = plan.camera.move == "orbit"
    if circles:
        # The sky does not turn with the camera, so it shows nothing by which that could be told.
        stage.air = air = replace(air, sun_up=-1.0, clouds="none")
    sky.hang(stage, clouds=not circles)
    relief = lands.relief_of(stage)
    # Lit from the side of the sun rather than from where it stands, before us: all would be in shade.
    land = lands.lit(relief, air, (0.86 * air.side, -0.51))
    route = _route(plan, land, relief)
    show = _air(stage, relief.eye)
    slopes = waves.slopes(stage.seed(770))
    # Looking down, the horizon lies above the frame.
    sunk = 0.55 * stage.framing.height if plan.camera.angle == "overhead" else 0.0
    stage.plan = replace(plan, features=tuple(name for name in plan.features if name in _IN_THE_AIR))

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        focal = LENS * view.zoom * view.scale
        horizon = view.skyline() - sunk * view.scale
        heightfield.fly(picture, land, slopes, show, route(t), horizon=horizon, focal=focal, t=t)

    stage.add(ORDER, draw)


def heading(plan: ShotPlan, t: float) -> float:
    """How far the camera has turned from its mean heading, radians; the sky follows it. Beside a subject it flies straight."""
    if plan.camera.move == "orbit" or plan.subjects:
        return 0.0
    way = 1 if plan.seed % 2 else -1
    return way * _SWING * (2 * camera.eased(t / max(0.5, plan.seconds)) - 1)


def turning(plan: ShotPlan, path: camera.Path) -> camera.Path:
    """The same path with the sky turning as the camera does."""
    return lambda t: replace(path(t), pan=LENS * heading(plan, t))


def _route(plan: ShotPlan, land: Land, relief: lands.Relief) -> Callable[[float], Eye]:
    seconds = max(0.5, plan.seconds)
    pace = max(0.4, min(1.6, plan.camera.pace))
    span = SIDE * land.cell
    overhead = plan.camera.angle == "overhead"
    lift = relief.eye * (1.5 if overhead else 1.0)
    if plan.camera.move == "orbit":
        radius = max(lift * 2.6, relief.away * 0.8)
        circle = np.linspace(0, 2 * math.pi, 24)
        ring = [(span / 2 + radius * math.sin(turn), span / 2 + radius * math.cos(turn)) for turn in circle]
        highest = _highest(land, ring, 40.0)
        begin = (plan.seed % 628) / 100

        def around(t: float) -> Eye:
            angle = begin + _ARC * pace * (t / seconds - 0.5)
            east, south = span / 2 + radius * math.sin(angle), span / 2 + radius * math.cos(angle)
            return Eye(east, south, highest * 0.9 + lift * 0.8, -angle)

        return around
    speed = _SPEED * pace * (lift / 70) ** 0.6 * (0.25 if plan.camera.move == "static" else 1.0)
    south_most = span * 0.5 + relief.away + speed * seconds * 0.5
    path = [(span * 0.5, south_most - speed * seconds * share) for share in np.linspace(0, 1, 16)]
    height = _highest(land, path, 120.0) * (0.3 if (land.kinds == heightfield.BUILDING).mean() > 0.2 else 0.9) + lift

    def ahead(t: float) -> Eye:
        sunk = 0.10 * lift * camera.eased(t / seconds) if plan.camera.move != "pull_out" else -0.5 * lift * t / seconds
        return Eye(span * 0.5, south_most - speed * t, height - sunk, heading(plan, t))

    return ahead


def _highest(land: Land, places: list[tuple[float, float]], around: float) -> float:
    """The highest land within so many metres of any of these places."""
    reach = max(1, round(around / land.cell))
    found = 0.0
    for east, south in places:
        columns = np.arange(round(east / land.cell) - reach, round(east / land.cell) + reach) % SIDE
        rows = np.arange(round(south / land.cell) - reach, round(south / land.cell) + reach) % SIDE
        found = max(found, float(np.quantile(land.heights[np.ix_(rows, columns)], 0.97)))
    return found


def _air(stage: Set, eye: float) -> Weathered:
    air = stage.air
    # In thick air land and sky run into each other; but a flight through fog is still to show something.
    thick = min(1.0, max(0.0, (air.density - 1.0) / 1.2))
    haze = mix(air.haze, air.sky[-1], 0.35 + 0.65 * thick)
    sides = []
    for east, south in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
        shine = max(0.0, east * 0.86 * air.side - south * 0.51)
        sides.append(plus(times(air.ambient, 0.95), times(air.key, 0.95 * shine)))
    bearing = math.atan2(sky.sun_place(stage)[0], LENS)
    glint = times(air.sun, 0.9 * air.glow + 0.1) if air.sun_up >= 0 else (0.0, 0.0, 0.0)
    return Weathered(
        haze=haze, far=max(1900.0, 16.0 * eye) / min(2.0, max(0.5, air.density)), sides=(sides[0], sides[1], sides[2], sides[3]),
        lamps=0.06 + 0.75 * air.windows, sun=(math.sin(bearing), -math.cos(bearing)), glint=glint,
    )  # fmt: skip
