"""Weather: what falls, drifts and strikes, in front of and between the layers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.specks import discs, streaks
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import mist
from rushes.engines.animatic.stage.air import weather_of
from rushes.engines.animatic.stage.lightning import lightning
from rushes.engines.animatic.stage.set import Set


@dataclass(frozen=True, slots=True)
class Specks:
    """A cloud of specks in a box that wraps around the frame."""

    count: int
    sizes: tuple[float, float]  #: units
    fall: float  #: units a second; negative rises
    wind: float
    depth: float
    alpha: float
    colour: Rgb
    soft: float = 0.6
    sway: float = 14.0
    glow: bool = False
    blink: float = 0.0  #: blinks a second


def scatter(stage: Set, specks: Specks, salt: int, order: float | None = None) -> None:
    """Fill the air with specks."""
    frame = stage.framing
    random = stage.random(salt)
    count = round(specks.count * frame.width * frame.height / (1280 * 720))
    px, py, z, phase = random.random(count), random.random(count), random.random(count), random.random(count) * 6.283
    box_x, box_y = frame.width * 1.15, frame.height * 1.15
    radius = specks.sizes[0] + (specks.sizes[1] - specks.sizes[0]) * z**2
    pace = 0.45 + 0.55 * z
    red, green, blue = (min(255.0, c * 255) for c in specks.colour)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        drift = specks.wind * t * pace - (view.x * specks.depth + view.pan) * pace
        x = (px * box_x + drift + specks.sway * np.sin(t * 1.1 + phase)) % box_x - (box_x - frame.width) / 2
        y = (py * box_y + specks.fall * t * pace + (view.rise * specks.depth - view.tilt) * pace) % box_y - (
            box_y - frame.height
        ) / 2
        alpha = np.full(count, specks.alpha)
        if specks.blink > 0:
            alpha = specks.alpha * np.clip(np.sin(t * specks.blink * 6.283 + phase * 7) * 0.8 + 0.35, 0, 1)
        discs(
            picture,
            x * view.scale,
            y * view.scale,
            radius * view.scale,
            alpha,
            blue,
            green,
            red,
            specks.soft,
            specks.glow,
        )

    stage.add(specks.depth if order is None else order, draw)


def _rain(
    stage: Set, count: int, speed: float, wind: float, depth: float, alpha: float, width: float, salt: int
) -> None:
    _flurry(stage, count, speed, wind, depth, alpha, width, salt, mix(stage.air.haze, (0.90, 0.94, 1.0), 0.72))


def _flurry(
    stage: Set, count: int, speed: float, wind: float, depth: float, alpha: float, width: float, salt: int, colour: Rgb
) -> None:
    """What falls so fast that it is seen as lines."""
    frame = stage.framing
    random = stage.random(salt)
    count = round(count * frame.width * frame.height / (1280 * 720))
    px, py, z = random.random(count), random.random(count), random.random(count)
    box_x, box_y = frame.width * 1.25, frame.height * 1.3
    pace = 0.6 + 0.4 * z
    red, green, blue = (min(255.0, c * 255) for c in colour)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        x = (px * box_x + wind * t * pace - (view.x * depth + view.pan) * pace) % box_x - (box_x - frame.width) / 2
        y = (py * box_y + speed * t * pace) % box_y - (box_y - frame.height) / 2 + 60
        # As long as a 1/48 s shutter leaves it.
        dx, dy = wind * pace / 34 * view.scale, speed * pace / 34 * view.scale
        streaks(picture, x * view.scale, y * view.scale, dx, dy, max(0.8, width * view.scale), alpha, blue, green, red)

    stage.add(depth, draw)


#: Settings that are water, or mostly.
_WATERS = frozenset({"sea", "river", "lakeside", "harbour", "swamp"})


def _splashes(stage: Set, count: int, bright: float = 0.38) -> None:
    """Rings where drops meet a wet ground."""
    frame = stage.framing
    random = stage.random(91)
    drops = random.random((count, 3))
    colour = mix(stage.air.haze, (0.9, 0.93, 1.0), 0.6)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index, (px, py, phase) in enumerate(drops.tolist()):
            life = (t * 1.7 + phase) % 1.0
            turn = math.floor(t * 1.7 + phase)
            depth = 0.55 + 0.85 * py
            x = ((px + turn * 0.37) % 1.0 - 0.5) * frame.width * 1.5
            across, down, scale = view.place(x + view.x * depth, stage.ground_y(depth), depth)
            radius = (2 + 11 * life) * depth * scale * (1.4 if bright > 0.5 else 1.0)
            box = skia.Rect.MakeXYWH(across - radius, down - radius * 0.26, radius * 2, radius * 0.52)
            canvas.drawOval(box, stroke(colour, max(0.7, 1.1 * scale), bright * (1 - life)))
            if life < 0.25 and index % 2 == 0:
                canvas.drawLine(
                    across, down, across, down - 7 * scale * depth, stroke(colour, max(0.6, 0.9 * scale), 0.4)
                )

    stage.add(0.98, draw)


def _snow(stage: Set) -> None:
    """Large flakes that take their time."""
    white = mix((1.0, 1.0, 1.0), stage.air.surface((1, 1, 1), 1.0, 0.9), 0.4)
    heavy = 1.4 if stage.plan.mood in ("epic", "tense") else 1.0
    scatter(stage, Specks(round(520 * heavy), (0.8, 1.9), 46, -30, 0.5, 0.8, white), 80)
    scatter(stage, Specks(round(240 * heavy), (1.6, 3.9), 84, -54, 1.02, 0.9, white), 81)
    scatter(stage, Specks(34, (6.0, 14.0), 150, -110, 1.7, 0.36, white, soft=0.95), 82, order=3.0)


def _blizzard(stage: Set) -> None:
    """Snow that flies sideways, in sheets, until one sees hardly anything."""
    frame, air = stage.framing, stage.air
    white = mix((1.0, 1.0, 1.0), air.surface((1, 1, 1), 1.0, 0.9), 0.4)
    drift = mix(air.haze, white, 0.45)
    _veil(stage, 0.46, 0.34)
    mist.band(stage, 0.50, -frame.horizon * 0.8, stage.ground_y(0.8), strength=0.50, colour=drift, drift=-210, salt=133)
    mist.band(stage, 0.96, -frame.horizon * 0.5, stage.ground_y(1.2), strength=0.40, colour=drift, drift=-420, salt=135)
    _veil(stage, 0.97, 0.10)
    # Snow that the wind drives along the ground.
    foot = stage.ground_y(1.0)
    mist.band(stage, 1.01, foot - 90, foot + 130, strength=0.34, colour=white, drift=-700, salt=140)
    for salt, count, sizes, fall, wind, depth, alpha in (
        (80, 620, (0.8, 1.8), 120.0, -620.0, 0.5, 0.7), (81, 360, (1.4, 3.0), 190.0, -980.0, 1.02, 0.85),
    ):  # fmt: skip
        scatter(stage, Specks(count, sizes, fall, wind, depth, alpha, white, sway=26.0), salt)
    _flurry(stage, 260, 420, -1300, 0.7, 0.46, 1.3, 83, white)
    _flurry(stage, 170, 620, -1900, 1.06, 0.55, 2.2, 84, white)
    scatter(stage, Specks(44, (6.0, 15.0), 320, -1500, 1.7, 0.34, white, soft=0.95), 82, order=3.0)


def _gusts(stage: Set) -> None:
    """The wind itself, as a pen draws it: now and then a line that runs, curls and is gone."""
    frame = stage.framing
    random = stage.random(95)
    lines = [
        (
            random.uniform(0.05, 0.95),
            random.uniform(-0.72, 0.20),
            random.uniform(0, 1),
            random.uniform(0.7, 1.3),
            random.uniform(0, 6.3),
        )
        for _ in range(7)
    ]
    white = mix((1.0, 1.0, 1.0), stage.air.haze, 0.25)
    way = -1 if stage.air.wind < 0 else 1

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for begins, high, phase, pace, turn in lines:
            life = (t * 0.30 * pace + phase) % 1.0
            lap = math.floor(t * 0.30 * pace + phase)
            head = life * 1.25
            path = skia.Path()
            for step in range(19):
                along = head - 0.36 * (1 - step / 18)
                x = way * (along - 0.5) * frame.width * 1.1 + (((begins + lap * 0.618) % 1.0) - 0.5) * frame.width * 0.6
                y = high * frame.horizon + 16 * math.sin(along * 7 + turn) + 7 * math.sin(along * 17 + turn * 2)
                across, down, _ = view.place(x, y, 0.7)
                path.lineTo(across, down) if step else path.moveTo(across, down)
            level = math.sin(math.pi * life)
            canvas.drawPath(path, stroke(white, max(0.9, 2.4 * view.scale), 0.62 * level))

    stage.add(0.93, draw)  # behind the cast: a line across a face would be a scratch


LEAVES = {
    "spring": ("#a8c860", "#86b04c"), "summer": ("#8fae58", "#5f8440", "#a9a84e"), "autumn": ("#d08a2e", "#b8552a", "#dcae3c", "#8f4a2a"),
    "winter": ("#8a7458", "#6f5c48"),
}  # fmt: skip


def leaves(stage: Set) -> None:
    """Leaves in the air, that turn as they fly: driven by a wind, or let go by a tree."""
    frame, air = stage.framing, stage.air
    random = stage.random(84)
    gale = abs(air.gust)
    tones = [air.surface(hexed(code), 1.0, 0.65) for code in LEAVES[stage.plan.season]]
    flying = [
        (
            random.random(),
            random.random(),
            random.random(),
            random.uniform(0, 6.3),
            random.uniform(0.7, 1.4),
            int(random.integers(len(tones))),
        )
        for _ in range(round((38 + 44 * gale) * frame.width / 1280))
    ]
    way = -1 if air.wind < 0 else 1
    box_x, box_y = frame.width * 1.2, frame.height * 1.15

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for px, py, near, turn, pace, tone in flying:
            depth = 0.6 + 0.8 * near
            wind = way * (26 + 460 * gale) * (0.55 + 0.45 * near) * pace
            x = (px * box_x + wind * t - (view.x * depth + view.pan) + 30 * math.sin(t * 1.7 * pace + turn)) % box_x - (
                box_x - frame.width
            ) / 2
            fall = (46 - 14 * gale) * pace
            y = (py * box_y + fall * t + 16 * math.sin(t * 2.3 * pace + turn)) % box_y - (box_y - frame.height) / 2
            size = (4.2 + 6.2 * near) * view.scale
            canvas.save()
            canvas.translate(x * view.scale, y * view.scale)
            canvas.rotate(57.3 * (turn + t * (1.6 + 2.6 * gale) * pace))
            # A leaf is seen flat, on edge, flat again.
            thin = 0.18 + 0.44 * abs(math.cos(t * 2.9 * pace + turn))
            canvas.drawOval(skia.Rect.MakeLTRB(-size, -size * thin, size, size * thin), solid(tones[tone], 0.95))
            canvas.restore()

    stage.add(1.2, draw)
    if gale > 0.3:
        scatter(stage, Specks(90, (0.6, 1.3), 4, way * 420.0, 0.8, 0.35, air.haze), 86)


def _veil(stage: Set, order: float, strength: float) -> None:
    """Fog over all that is farther than this, the sky too."""
    haze = stage.air.haze

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        canvas.drawPaint(solid(haze, strength))

    stage.add(order, draw)


def fall(stage: Set) -> None:
    """Add what this plan's weather lets fall or drift."""
    plan, frame = stage.plan, stage.framing
    weather = weather_of(plan)
    if not stage.outdoors:
        scatter(stage, Specks(46, (0.6, 1.7), -4, 5, 1.1, 0.34, mix(stage.air.key, (1, 1, 1), 0.5), soft=0.9), 88)
    elif weather == "snow":
        _snow(stage)
    elif weather == "blizzard":
        _blizzard(stage)
    elif weather == "rain" and "drizzle" in plan.features:
        _drizzle(stage)
    elif weather in ("rain", "storm"):
        _downpour(stage, 1.7 if weather == "storm" else 1.0)
        if weather == "storm":
            lightning(stage)
    elif weather == "fog":
        _veil(stage, 0.46, 0.34)
        _veil(stage, 0.90, 0.15)
        mist.band(stage, 0.42, -150 * frame.tall, stage.ground_y(0.7), strength=0.55, drift=-9, salt=133)
        mist.band(stage, 0.78, -70, stage.ground_y(1.15), strength=0.50, drift=-15, salt=135)
        mist.band(stage, 1.35, 10, frame.height - frame.horizon + 60, strength=0.36, drift=-30, salt=137)
    elif weather == "dust":
        _dust(stage)
    elif weather == "wind":
        leaves(stage)
        _gusts(stage)
    elif plan.time in ("golden", "dawn", "dusk") and not stage.groundless:
        # Motes in low light: nearly nothing, but the air is there.
        scatter(
            stage,
            Specks(34, (0.7, 1.8), -5, 9, 1.1, 0.42, mix(stage.air.rim, (1, 1, 1), 0.3), soft=0.95, glow=True),
            89,
        )


def _downpour(stage: Set, hard: float) -> None:
    frame = stage.framing
    wind = -110.0 * hard**1.6
    _rain(stage, round(380 * hard), 900, wind * 0.8, 0.45, 0.26, 1.0, 80)
    _rain(stage, round(230 * hard), 1250, wind, 1.03, 0.36, 1.5, 81)
    _rain(stage, round(30 * hard), 1800, wind * 1.4, 1.8, 0.18, 2.8, 82)
    # Curtains of it in the distance, and the spray that it beats out of the ground.
    mist.band(stage, 0.40, -frame.horizon * 0.6, stage.ground_y(0.6), strength=0.30, drift=wind * 0.5, salt=133)
    if not stage.groundless:
        foot = stage.ground_y(0.98)
        mist.band(stage, 0.98, foot - 40, foot + 70, strength=0.22 * hard, drift=wind * 0.4, salt=135)
    if stage.plan.setting in _WATERS or not stage.groundless:
        # On water each drop makes a ring that one sees.
        water = stage.plan.setting in _WATERS
        _splashes(stage, round((105 if water else 70) * hard), bright=0.62 if water else 0.38)


def _drizzle(stage: Set) -> None:
    """So fine that one sees it only before what is dark; the far side of everything is gone."""
    frame = stage.framing
    _rain(stage, 620, 430, -34, 0.5, 0.20, 0.8, 80)
    _rain(stage, 300, 560, -42, 1.03, 0.24, 0.9, 81)
    mist.band(stage, 0.44, -frame.horizon * 0.5, stage.ground_y(0.8), strength=0.46, drift=-12, salt=133)
    if not stage.groundless:
        _splashes(stage, 26)


def _dust(stage: Set) -> None:
    """Sand in the air: rolling banks of it in a storm, a haze that smokes along the ground otherwise."""
    frame, air = stage.framing, stage.air
    hard = 2.0 if "sandstorm" in stage.plan.features else 1.0
    grain = mix(air.haze, (1.0, 0.88, 0.66), 0.35)
    cloud = mix(air.haze, hexed("#e0a868"), 0.25)
    _veil(stage, 0.46, 0.14 * hard)
    mist.band(
        stage,
        0.40,
        -frame.horizon * 0.42 * hard,
        stage.ground_y(0.7),
        strength=0.50,
        colour=cloud,
        drift=-130 * hard,
        salt=133,
    )
    mist.band(stage, 0.80, -60 * hard, stage.ground_y(1.1), strength=0.44, colour=cloud, drift=-280 * hard, salt=135)
    mist.band(
        stage, 1.5, -30, frame.height - frame.horizon + 40, strength=0.30, colour=cloud, drift=-420 * hard, salt=137
    )
    scatter(stage, Specks(round(260 * hard), (0.7, 1.8), 6, -330 * hard, 0.7, 0.42, grain), 80)
    _flurry(stage, round(110 * hard), 60, -1050, 1.05, 0.30, 1.4, 81, grain)
