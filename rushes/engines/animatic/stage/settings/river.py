"""A river between green banks: reeds, stones, lily pads, trees that lean over; a lake when a boat is on it."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import (
    bridges,
    ground,
    hills,
    mist,
    moorings,
    seasons,
    sky,
    swells,
    undergrowth,
    waves,
)
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import meadow, mountains, pine_forest

FAR_BANK = 0.35


def build(stage: Set) -> None:
    season = seasons.of(stage)
    grass, leaf, white = season.grass, season.leaf, season.white
    afloat = moorings.cast_floats(stage)
    afloat = afloat or bridges.is_crossed(stage.plan)
    shore = 1.34 if afloat else 0.74
    sky.hang(stage)
    hills.ridge(
        stage,
        0.08,
        170,
        hexed("#70819a"),
        waves=4,
        salt=100,
        snow=hexed("#f1f5ff"),
        snow_from=0.62 if white is None else 0.3,
    )
    meadow.hill(stage, 0.14, 110, mix(grass, hexed("#5f8a5a"), 0.5), 1500, leaf, white)
    pine_forest.stand(stage, 0.22, (56, 110), 90, white, 1501, base=3)
    mist.band(stage, 0.26, -60, 26, strength=0.45, salt=131)
    ground.lay(
        stage,
        grass,
        mix(grass, hexed("#b8a468"), 0.5) if white is None else hexed("#b4c0e4"),
        contrast=0.8,
        cell=170,
        patches=0.45,
    )
    waves.lake(stage, shore=shore)
    if not afloat or stage.plan.camera.size != "extreme_wide":
        bank(stage, grass)
        meadow.trees(stage, 0.37, 6, leaf, white, 1502)
    ripples(stage, shore)
    if white is None:
        pads(stage, 0.56 if not afloat else 0.70, 1503, bloom=season.blooms)
    near = shore + 0.03
    mountains.rocks(stage, near, 12, 1504, white is not None)
    reeds(stage, near + 0.02, leaf, white, 1505)
    if not afloat:
        swells.tufts(
            stage,
            0.86,
            grass,
            1506,
            count=60,
            heights=(12, 30),
            flowers=meadow.FLOWERS if season.blooms else (),
        )
        mountains.rocks(stage, 1.22, 4, 1507, white is not None)
    foreground(stage, leaf)


def bank(stage: Set, grass: Rgb) -> None:
    """The far bank, before the water: a strip of green with an earthen edge."""
    air = stage.air
    foot = stage.ground_y(FAR_BANK)
    high, low = air.surface(grass, FAR_BANK, 0.75), air.surface(mix(grass, hexed("#6f5a3c"), 0.6), FAR_BANK, 0.25)

    def draw(canvas: Canvas, period: float) -> None:
        path = skia.Path()
        path.moveTo(-10, -2)
        path.lineTo(period + 10, -2)
        for index in range(81):
            x = period + 10 - index * (period + 20) / 80
            turn = 2 * math.pi * x / period
            path.lineTo(x, foot + 7 * math.sin(5 * turn) + 4 * math.sin(13 * turn + 1))
        path.close()
        canvas.drawPath(path, linear((0, 0), (0, foot + 6), [mix(high, air.haze, 0.3), high, low], [0, 0.8, 1]))
        random = stage.random(1510)
        for _ in range(round(70 * period / 1900)):
            undergrowth.bush(
                canvas,
                random.uniform(0, period),
                foot * random.uniform(0.1, 0.9),
                random.uniform(7, 20),
                times(high, random.uniform(0.6, 0.9)),
                random,
                light=air.edge,
                side=air.side,
            )

    stage.bake(FAR_BANK, -30, foot + 14, draw, order=FAR_BANK)


def ripples(stage: Set, shore: float) -> None:
    """Lines of light that drift with the current."""
    frame, air = stage.framing, stage.air
    random = stage.random(1511)
    bright = mix(air.surface((1, 1, 1), 0.6, 0.9), air.haze, 0.2)
    lines = [
        (random.random(), random.uniform(0.40, shore - 0.03), random.uniform(24, 90), random.uniform(0.6, 1.3))
        for _ in range(44)
    ]
    way = 1 if stage.plan.seed % 2 else -1

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        span = frame.width * 1.6
        for start, depth, long, pace in lines:
            x = ((start * span + way * t * 26 * pace + 4e4) % span) - span / 2
            px, py, scale = view.place(x + view.x * depth, stage.ground_y(depth), depth)
            fade = math.sin(math.pi * ((x / span) + 0.5))
            canvas.drawLine(
                px, py, px + long * depth * scale, py, stroke(bright, max(0.7, 1.7 * depth * scale), 0.34 * fade)
            )

    stage.add(FAR_BANK + 0.005, draw)


def pads(stage: Set, depth: float, salt: int, *, bloom: bool) -> None:
    """Lily pads, some in flower, that rock a little."""
    frame, air = stage.framing, stage.air
    random = stage.random(salt)
    green = air.surface(hexed("#4f8a44"), depth, 0.6)
    petal = air.surface(hexed("#f6c6d8"), depth, 0.9)
    side = 1 if stage.seed(salt) % 2 else -1
    leaves = [
        (
            side * frame.width * random.uniform(0.12, 0.5),
            random.uniform(-0.08, 0.08),
            random.uniform(26, 46),
            random.random() < 0.3,
        )
        for _ in range(13)
    ]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index, (x, off, size, flowers) in enumerate(leaves):
            deep = depth * (1 + off)
            px, py, scale = view.place(x + 3 * math.sin(t * 0.6 + index), stage.ground_y(deep), deep)
            wide = size * deep * scale
            canvas.drawOval(
                skia.Rect.MakeXYWH(px - wide, py - wide * 0.20, wide * 2, wide * 0.54), solid(times(green, 0.5), 0.6)
            )
            canvas.drawOval(
                skia.Rect.MakeXYWH(px - wide, py - wide * 0.27, wide * 2, wide * 0.54),
                linear((px - wide, 0), (px + wide, 0), [times(green, 1.15), times(green, 0.8)]),
            )
            if flowers and bloom:
                for turn in range(5):
                    canvas.save()
                    canvas.translate(px, py - wide * 0.1)
                    canvas.rotate(-60 + 30 * turn)
                    canvas.drawOval(
                        skia.Rect.MakeXYWH(-wide * 0.14, -wide * 0.62, wide * 0.28, wide * 0.6),
                        solid(times(petal, 0.86 + 0.07 * (turn % 3))),
                    )
                    canvas.restore()

    stage.add(depth, draw)


def reeds(stage: Set, depth: float, leaf: Rgb, white: Rgb | None, salt: int) -> None:
    """Reeds and bulrushes along the near shore, open in the middle."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    tone = air.surface(mix(leaf, hexed("#8a9a4a"), 0.5) if white is None else hexed("#a89a78"), depth, 0.5)
    head = air.surface(hexed("#6f4a2c"), depth, 0.5)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(46 * period / 1900)):
            x = random.uniform(0, period)
            if abs(x - period / 2) / (frame.width / 2) < 0.42:
                continue
            high = random.uniform(70, 150) * depth
            undergrowth.grass(canvas, x, foot + 4, high, times(tone, 0.7), mix(tone, air.edge, 0.3), random, blades=8)
            if random.random() < 0.5:
                top = foot - high * random.uniform(0.8, 1.1)
                canvas.drawLine(x, foot, x + 4, top, stroke(times(tone, 0.8), 2.4 * depth))
                canvas.drawLine(x + 4, top, x + 5, top - 26 * depth, stroke(head, 8 * depth))

    stage.bake(depth, foot - 240 * depth, foot + 14, draw)


def foreground(stage: Set, leaf: Rgb) -> None:
    """A branch that hangs in from one side, and dark reeds."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(leaf, 1.0, 0.1), 0.45), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1520)
        side = -air.side
        for _ in range(12):
            x = period / 2 + side * frame.width * random.uniform(0.46, 0.64)
            undergrowth.grass(
                canvas,
                x,
                foot,
                random.uniform(150, 280),
                times(dark, 0.7),
                mix(dark, air.edge, 0.4),
                random,
                blades=8,
                lean=-0.2 * side,
            )

    stage.bake(1.5, foot - 330, foot + 5, draw, order=2.0, period=frame.width * 2.3)
