"""Traces: what the cast leaves in the air and on the ground: breath in the cold, dust, snow and spray, prints of feet.

Whatever is left stays where it was left while its maker goes on. Each puff is a pure function of the moment at which it was
made, so that any frame can be drawn alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.specks import discs
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.rigs.rider import WORDS as RIDDEN
from rushes.engines.animatic.rigs.vehicle import VEHICLES
from rushes.engines.animatic.stage import seasons
from rushes.engines.animatic.stage.cast import Actor
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.shapes import Box, Shape
from rushes.engines.animatic.stage.surroundings import is_cold

Floats = NDArray[np.float64]

#: Ground that is dust when it is dry.
_DUSTY = {
    "desert": "#dcae70", "mars": "#b8623c", "savanna": "#c9a66c", "canyon": "#bb7048", "wasteland": "#94866f", "pyramids": "#dcba80",
    "lunar_surface": "#a6a6aa", "beach": "#decaa0",
}  # fmt: skip
#: What rolls or slides on the ground.
ROLLING = {*VEHICLES, *RIDDEN, "snowboard", "skis", "sled", "sleigh"}
_SANDY = frozenset({"desert", "mars", "savanna", "canyon", "pyramids", "lunar_surface", "beach"})
#: Cycles of breath.
_BREATHS_SECONDS, _BREATH_LASTS = 2.5, 1.5
_NUMBERS = 97


@dataclass(frozen=True, slots=True)
class _Puffs:
    """What one source gives off. Lengths are metres, in the direction in which its actor looks."""

    made: Callable[[float, float], Floats]  #: the moments of making between two times
    lasts: float  #: seconds
    start: tuple[float, float]  #: forwards, up
    way: tuple[float, float]  #: metres a second, slowing down
    falls: float  #: metres a second, each second
    sizes: tuple[float, float]  #: radius at first, at last
    spread: float
    alpha: float
    each: int  #: of them at a time
    colour: Rgb
    soft: float = 0.95


def add(stage: Set, actors: Sequence[Actor], shapes: Sequence[Shape]) -> None:
    """Add what each of the cast leaves."""
    if stage.groundless or not stage.outdoors:
        return
    ground = _ground(stage)
    for number, actor in enumerate(actors):
        subject, body = stage.plan.subjects[actor.subject], shapes[actor.subject].body
        if actor.lift > 0.3 or subject.on is not None or shapes[actor.subject].lift > 0.3:
            continue
        if is_cold(stage) and shapes[actor.subject].kind in ("person", "animal", "crew"):
            _breathes(stage, actor, shapes[actor.subject], number)
        if ground and (actor.speed or (subject.action == "jump" and ground != "dust")):
            _stirs(stage, actor, body, ground, number, wheels=subject.rig in ROLLING)


def _ground(stage: Set) -> str:
    if seasons.of(stage).white is not None:
        return "snow"
    if stage.air.wet > 0.3 or stage.plan.weather in ("rain", "storm"):
        return "wet"
    return "dust" if stage.plan.setting in _DUSTY or stage.plan.weather == "dust" else ""


def _breathes(stage: Set, actor: Actor, shape: Shape, number: int) -> None:
    subject, body = stage.plan.subjects[actor.subject], shape.body
    if (
        "facing away" in subject.traits
        or subject.action in ("sleep", "swim")
        or subject.rig in ("robot", "astronaut", "snowman")
    ):
        return
    if shape.kind == "person":
        start = (0.075 * body.top, (0.84 if body.height > 1.4 * body.width else 0.78) * body.top)
        if "facing front" in subject.traits:
            start = (0.0, 0.81 * body.top)
    else:
        start = (body.right - 0.04 * body.width, (0.80 if shape.kind == "animal" else 0.72) * body.top)
    quick = 0.6 if subject.action in ("run", "trot") else 1.0
    late = 0.37 * number
    tall = max(0.25, min(1.4, 0.55 * body.top))

    def made(first: float, last: float) -> Floats:
        every = _BREATHS_SECONDS * quick
        begin = math.floor((first - late) / every)
        moments = [
            late + every * k + 0.055 * n for k in range(begin, math.ceil((last - late) / every) + 1) for n in range(9)
        ]
        return np.array([moment for moment in moments if first <= moment < last])

    white = mix(stage.air.surface((1, 1, 1), actor.depth, 0.9), (1.0, 1.0, 1.0), 0.35)
    _puff(
        stage, actor, number,
        _Puffs(made, _BREATH_LASTS, start, (0.34 * tall, 0.10 * tall), 0.0, (0.022 * tall, 0.13 * tall), 0.07, 0.24, 1, white),
        order=actor.depth + 0.008,
    )  # fmt: skip


def _stirs(stage: Set, actor: Actor, body: Box, ground: str, number: int, *, wheels: bool) -> None:
    subject, air = stage.plan.subjects[actor.subject], stage.air
    metres = abs(actor.speed) / (stage.framing.units_per_metre * actor.depth)
    tone = {
        "snow": mix(air.surface((1, 1, 1), actor.depth, 0.95), (1.0, 1.0, 1.0), 0.25),
        "wet": mix(air.haze, (0.92, 0.95, 1.0), 0.55),
        "dust": mix(
            air.surface(hexed(_DUSTY.get(stage.plan.setting, "#c8a878")), actor.depth, 1.0),
            mix(air.haze, (1.0, 0.96, 0.88), 0.5),
            0.5,
        ),
    }[ground]
    touches = _touches(actor, stage.plan.seconds)
    takes_prints = subject.action != "jump" and (
        ground == "snow" or (ground == "dust" and stage.plan.setting in _SANDY)
    )
    if takes_prints and len(touches) and not wheels:
        _prints(stage, actor, body, touches, ground)
    if wheels:
        every = 0.085

        def rolled(first: float, last: float) -> Floats:
            return np.asarray(np.arange(math.ceil(first / every), math.ceil(last / every)) * every, np.float64)

        thin = {"wet": 0.55, "snow": 0.72}.get(ground, 1.0)
        big = min(1.0, 0.42 * body.top)
        puffs = _Puffs(rolled, 1.35 * thin, (body.left * 0.66, 0.12), (0.80 * metres, 0.70 * big), 0.25, (0.22 * big, 0.80 * big * thin), 0.24 * big, 0.62 * thin, 3, tone)  # fmt: skip
        _puff(stage, actor, number, puffs, order=actor.depth + 0.006)
        return
    if not len(touches) or subject.action not in ("run", "trot", "walk", "jump"):
        return
    walks = subject.action == "walk" or (subject.action == "trot" and ground == "dust")
    if walks and ground == "dust":
        return
    size = min(1.0, 0.42 * body.top) * (0.55 if walks else 1.0)

    def stepped(first: float, last: float) -> Floats:
        return touches[(touches >= first) & (touches < last)]

    forward = 0.10 * body.width
    if ground == "wet":
        drops = _Puffs(stepped, 0.5, (forward, 0.02), (0.6 * metres, 1.5 * size), 3.6, (0.026 * size + 0.010, 0.016), 0.9 * size, 0.85, 9, tone, 0.4)  # fmt: skip
        _puff(stage, actor, number, drops, order=actor.depth + 0.006)
        return
    cloud = _Puffs(stepped, 1.1, (forward, 0.03), (0.75 * metres, 0.50 * size), 0.2, (0.10 * size, 0.46 * size), 0.24 * size, 0.42, 3, tone)  # fmt: skip
    _puff(stage, actor, number, cloud, order=actor.depth + 0.006)
    if ground == "snow":
        flakes = _Puffs(stepped, 0.6, (forward, 0.04), (0.72 * metres, 1.5 * size), 3.4, (0.040 * size, 0.024 * size), 0.9 * size, 0.95, 8, tone, 0.5)  # fmt: skip
        _puff(stage, actor, number, flakes, order=actor.depth + 0.007)


def _touches(actor: Actor, seconds: float) -> Floats:
    """When its feet touch down, from some time before the shot on."""
    own = np.array(actor.puppet.contacts((seconds + 1.0) * actor.pace + actor.late), np.float64)
    own = (own - actor.late) / actor.pace
    if len(own) < 4:
        return own
    step = float(own[-1] - own[0]) / (len(own) - 1)
    before = own[0] - step * np.arange(math.floor(6.0 / step), 0, -1)
    return np.concatenate([before, own])


def _puff(stage: Set, actor: Actor, number: int, puffs: _Puffs, *, order: float) -> None:
    frame, seconds = stage.framing, stage.plan.seconds
    random = stage.random(860 + number)
    dice = random.random((_NUMBERS, 3))
    unit = frame.units_per_metre * actor.depth
    red, green, blue = (min(255.0, c * 255) for c in puffs.colour)
    foot = (frame.ground - frame.horizon) * actor.depth

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        made = puffs.made(t - puffs.lasts, t)
        if not len(made):
            return
        moments = np.repeat(made, puffs.each)
        which = (np.round(moments * 997).astype(np.int64) + 31 * np.tile(np.arange(puffs.each), len(made))) % _NUMBERS
        aside, up, size = dice[which].T
        age = t - moments
        share = age / puffs.lasts
        # Air slows them down.
        slow = (1 - np.exp(-2.2 * age)) / 2.2
        forward = puffs.start[0] + puffs.way[0] * slow + puffs.spread * (aside - 0.5) * (0.3 + age * 1.6)
        high = (
            puffs.start[1]
            + puffs.way[1] * (0.6 + 0.8 * up) * (slow if puffs.falls < 1 else age)
            - puffs.falls * age * age * 0.5
        )
        wind = stage.air.wind * 0.35 * age * (1.0 if puffs.falls < 1 else 0.2)
        xs = actor.x + actor.speed * (moments - seconds / 2) + actor.facing * forward * unit + wind
        radius = (puffs.sizes[0] + (puffs.sizes[1] - puffs.sizes[0]) * np.sqrt(share)) * (0.7 + 0.6 * size)
        alpha = puffs.alpha * (1 - share) ** 1.3 * np.minimum(1.0, age / 0.08)
        ys = foot - np.maximum(high, 0.01) * unit
        # One depth: the place of two points tells that of all.
        x0, y0, scale = view.place(0.0, 0.0, actor.depth)
        x1, y1, _ = view.place(100.0, 100.0, actor.depth)
        across, down = x0 + xs * (x1 - x0) / 100, y0 + ys * (y1 - y0) / 100
        discs(picture, across, down, radius * unit * scale, alpha, blue, green, red, puffs.soft, False)

    stage.add(order, draw)


def _prints(stage: Set, actor: Actor, body: Box, touches: Floats, ground: str) -> None:
    """Prints of feet, that stay."""
    frame, seconds, air = stage.framing, stage.plan.seconds, stage.air
    unit = frame.units_per_metre * actor.depth
    long = (0.055 if body.height > 1.2 * body.width else 0.026) * body.top * unit
    stride = 0.16 * body.top * unit if body.height > 1.2 * body.width else 0.30 * body.width * unit
    foot = (frame.ground - frame.horizon) * actor.depth
    dark = air.surface(hexed("#8fa0cc" if ground == "snow" else "#8a6a48"), actor.depth, 0.25)
    bright = air.surface((1, 1, 1) if ground == "snow" else hexed("#f0dcb0"), actor.depth, 0.95)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        limit = view.width * view.scale
        for number in np.nonzero(touches < t)[0]:
            moment = float(touches[number])
            shown = min(1.0, (t - moment) / 0.5)
            ahead = stride if body.height > 1.2 * body.width or number % 2 else -stride
            x = actor.x + actor.speed * (moment - seconds / 2) + actor.facing * ahead
            across, down, scale = view.place(x, foot + (2.4 if number % 2 else -1.2) * actor.depth, actor.depth)
            half = long * scale
            if across + half < 0 or across - half > limit:
                continue
            canvas.drawOval(skia.Rect.MakeLTRB(across - half, down - half * 0.24, across + half, down + half * 0.36), solid(bright, 0.5 * shown))  # fmt: skip
            canvas.drawOval(skia.Rect.MakeLTRB(across - half * 0.9, down - half * 0.28, across + half * 0.9, down + half * 0.20), solid(dark, 0.75 * shown))  # fmt: skip

    stage.add(actor.depth - 0.004, draw)
