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
    frame = stage.framing
    random = stage.random(salt)
    count = round(count * frame.width * frame.height / (1280 * 720))
    px, py, z = random.random(count), random.random(count), random.random(count)
    box_x, box_y = frame.width * 1.25, frame.height * 1.3
    pace = 0.6 + 0.4 * z
    colour = mix(stage.air.haze, (0.86, 0.90, 1.0), 0.65)
    red, green, blue = (min(255.0, c * 255) for c in colour)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        x = (px * box_x + wind * t * pace - (view.x * depth + view.pan) * pace) % box_x - (box_x - frame.width) / 2
        y = (py * box_y + speed * t * pace) % box_y - (box_y - frame.height) / 2 + 60
        # As long as a 1/48 s shutter leaves it.
        dx, dy = wind * pace / 34 * view.scale, speed * pace / 34 * view.scale
        streaks(picture, x * view.scale, y * view.scale, dx, dy, max(0.8, width * view.scale), alpha, blue, green, red)

    stage.add(depth, draw)


def _splashes(stage: Set, count: int) -> None:
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
            radius = (2 + 11 * life) * depth * scale
            box = skia.Rect.MakeXYWH(across - radius, down - radius * 0.26, radius * 2, radius * 0.52)
            canvas.drawOval(box, stroke(colour, max(0.7, 1.1 * scale), 0.38 * (1 - life)))
            if life < 0.25 and index % 2 == 0:
                canvas.drawLine(
                    across, down, across, down - 7 * scale * depth, stroke(colour, max(0.6, 0.9 * scale), 0.4)
                )

    stage.add(0.98, draw)


def lightning(stage: Set) -> None:
    """Strikes at seeded moments: the sky lights up, a bolt stands for a few frames."""
    frame = stage.framing
    random = stage.random(92)
    seconds = stage.plan.seconds
    first = min(1.1, seconds * 0.3)
    flashes = [first + i * random.uniform(2.0, 3.2) for i in range(max(1, int(seconds // 2.6)))]
    stage.flashes = tuple(f for f in flashes if f < seconds + 8)
    bolts = []
    for _ in stage.flashes:
        x = random.uniform(-0.38, 0.38) * frame.width
        path = skia.Path()
        path.moveTo(x, -frame.horizon)
        at_x, at_y = x, -frame.horizon
        branches = []
        while at_y < -6:
            at_x += random.uniform(-34, 34)
            at_y += random.uniform(22, 52)
            path.lineTo(at_x, min(-4.0, at_y))
            if random.random() < 0.22:
                branches.append((at_x, at_y))
        for bx, by in branches:
            path.moveTo(bx, by)
            turn = random.choice((-1, 1))
            for _ in range(4):
                bx += turn * random.uniform(10, 34)
                by += random.uniform(12, 34)
                path.lineTo(bx, min(-4.0, by))
        bolts.append(path)

    def strength(t: float, flash: float) -> float:
        since = t - flash
        if since < 0 or since > 0.7:
            return 0.0
        return math.exp(-since * 7) * (0.65 + 0.35 * math.cos(since * 46))

    def sky(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for flash, bolt in zip(stage.flashes, bolts, strict=True):
            level = strength(t, flash)
            if level < 0.02:
                continue
            canvas.drawRect(
                skia.Rect.MakeWH(view.width * view.scale, view.skyline() + 30 * view.scale),
                _plus(hexed("#7f93c8"), 0.55 * level),
            )
            x, y, scale = view.place(0.0, 0.0, 0.02)
            canvas.save()
            canvas.translate(x, y)
            canvas.scale(scale, scale)
            canvas.drawPath(bolt, stroke(hexed("#a9b8ff"), 9, 0.5 * level, 6))
            canvas.drawPath(bolt, stroke(hexed("#f4f6ff"), 2.4, min(1.0, level * 1.4)))
            canvas.restore()

    def fill(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        level = max((strength(t, flash) for flash in stage.flashes), default=0.0)
        if level > 0.02:
            canvas.drawPaint(_plus(hexed("#aab8e8"), 0.26 * level))

    stage.add(0.012, sky)
    stage.add(3.5, fill)


def _plus(colour: Rgb, alpha: float) -> skia.Paint:
    paint = solid(colour, alpha)
    paint.setBlendMode(skia.BlendMode.kPlus)
    return paint


def _snow(stage: Set) -> None:
    white = mix((1.0, 1.0, 1.0), stage.air.surface((1, 1, 1), 1.0, 0.9), 0.4)
    heavy = 1.5 if stage.plan.mood in ("epic", "tense") else 1.0
    scatter(stage, Specks(round(420 * heavy), (0.8, 1.9), 46, -48, 0.5, 0.8, white), 80)
    scatter(stage, Specks(round(190 * heavy), (1.5, 3.6), 84, -88, 1.02, 0.9, white), 81)
    scatter(stage, Specks(30, (6.0, 14.0), 150, -170, 1.7, 0.34, white, soft=0.95), 82, order=3.0)


def leaves(stage: Set) -> None:
    tones = ("#c98a3a", "#8f5a2c") if stage.plan.season == "autumn" else ("#8fae58", "#5f8440")
    for index, code in enumerate(tones):
        colour = stage.air.surface(hexed(code), 1.0, 0.6)
        scatter(
            stage,
            Specks(16, (1.6, 3.4), 30, -330 - 60 * index, 1.05, 0.9, colour, soft=0.3, sway=40),
            84 + index,
            order=1.05 + index,
        )
    scatter(stage, Specks(70, (0.6, 1.3), 4, -260, 0.8, 0.35, stage.air.haze), 86)


def _veil(stage: Set, order: float, strength: float) -> None:
    """Fog over all that is farther than this, the sky too."""
    haze = stage.air.haze

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        canvas.drawPaint(solid(haze, strength))

    stage.add(order, draw)


def fall(stage: Set, *, outdoors: bool = True) -> None:
    """Add what this plan's weather lets fall or drift."""
    weather = stage.plan.weather
    frame = stage.framing
    if not outdoors:
        scatter(stage, Specks(46, (0.6, 1.7), -4, 5, 1.1, 0.34, mix(stage.air.key, (1, 1, 1), 0.5), soft=0.9), 88)
        return
    if weather == "snow":
        _snow(stage)
    elif weather in ("rain", "storm"):
        hard = 1.7 if weather == "storm" else 1.0
        wind = -110.0 * hard**1.6
        _rain(stage, round(330 * hard), 900, wind * 0.8, 0.45, 0.22, 0.9, 80)
        _rain(stage, round(170 * hard), 1250, wind, 1.03, 0.30, 1.3, 81)
        _rain(stage, round(26 * hard), 1800, wind * 1.4, 1.8, 0.16, 2.6, 82)
        if not stage.groundless:
            _splashes(stage, round(60 * hard))
        if weather == "storm":
            lightning(stage)
    elif weather == "fog":
        _veil(stage, 0.46, 0.40)
        _veil(stage, 0.90, 0.20)
        mist.band(stage, 0.42, -150 * frame.tall, stage.ground_y(0.7), strength=0.55, drift=-9, salt=133)
        mist.band(stage, 0.78, -70, stage.ground_y(1.15), strength=0.42, drift=-15, salt=135)
        mist.band(stage, 1.35, 10, frame.height - frame.horizon + 60, strength=0.34, drift=-30, salt=137)
    elif weather == "dust":
        scatter(stage, Specks(240, (0.7, 1.8), 6, -240, 0.7, 0.4, mix(stage.air.haze, (1, 0.9, 0.7), 0.3)), 80)
        mist.band(stage, 0.6, -110, stage.ground_y(1.0), strength=0.5, drift=-120, salt=133)
        mist.band(stage, 1.5, -30, frame.height - frame.horizon + 40, strength=0.26, drift=-260, salt=135)
    elif weather == "wind":
        leaves(stage)
    elif stage.plan.time in ("golden", "dawn", "dusk") and not stage.groundless:
        # Motes in low light: nearly nothing, but the air is there.
        scatter(
            stage,
            Specks(34, (0.7, 1.8), -5, 9, 1.1, 0.42, mix(stage.air.rim, (1, 1, 1), 0.3), soft=0.95, glow=True),
            89,
        )
