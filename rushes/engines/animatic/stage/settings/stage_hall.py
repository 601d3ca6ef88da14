"""A theatre: red curtains, lights from above, boards that shine, heads of people in the dark before it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import ground, weather
from rushes.engines.animatic.stage.beams import Cone
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import city

LAMPS = ("#ffd9a0", "#ff8fb0", "#8fc8ff", "#ffe9c8", "#c8a0ff")


def build(stage: Set) -> None:
    random = stage.random(820)
    cloth = hexed("#8f1f2c")
    if stage.plan.colours:
        cloth = mix(cloth, times(hexed(stage.plan.colours[0]), 0.6), 0.6)
    lamps = [hexed(LAMPS[int(i)]) for i in random.permutation(len(LAMPS))[:4]]
    lamps[0] = hexed("#ffe6bc")
    foot = stage.ground_y(0.55)
    backcloth(stage, foot, cloth, lamps)
    boards = hexed("#7a4c30")
    ground.lay(
        stage, boards, boards, contrast=0.25, cell=220, fade=0.0, order=0.30,
        marks=lambda rgb, depth, x: _boards(rgb, depth, x, boards, lamps),
    )  # fmt: skip
    stage.mirror = 0.75
    stage.light = replace(
        stage.air.light(), direction=(0.25 * stage.air.side, -0.85, 0.5), key=times(lamps[0], 1.05), ambient=(0.30, 0.26, 0.34),
        rim=times(mix(lamps[0], lamps[1], 0.5), 1.25), shadow=(0.04, 0.02, 0.03), shadow_strength=0.6, shadow_length=0.3,
    )  # fmt: skip
    city.puddles(stage, 0.42, stands=0.56)
    curtains(stage, cloth, random)
    beams(stage, lamps)
    rig(stage, lamps)
    footlights(stage)
    if "audience" not in stage.plan.removed:
        audience(stage, random)
    border(stage, cloth)
    weather.scatter(stage, weather.Specks(90, (0.6, 1.7), -5, 7, 0.9, 0.30, lamps[0], soft=0.9, glow=True), 824)


def backcloth(stage: Set, foot: float, cloth: Rgb, lamps: list[Rgb]) -> None:
    """The painted cloth at the back, lit from below and above."""
    frame = stage.framing
    dark = times(mix(cloth, hexed("#1a1230"), 0.75), 0.55)

    glow = mix(mix(cloth, lamps[1], 0.5), lamps[0], 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        top = -frame.horizon * 1.3
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, top, period + 10, foot + 4),
            linear((0, top), (0, foot), [times(dark, 0.5), dark, mix(dark, glow, 0.42), mix(dark, glow, 0.85)], [0, 0.45, 0.8, 1]),
        )  # fmt: skip
        for fold in range(round(period / 38)):
            x = fold * 38.0
            canvas.drawRect(
                skia.Rect.MakeXYWH(x, top, 38, foot - top),
                linear((x, 0), (x + 38, 0), [(0, 0, 0), mix(dark, glow, 0.7), (0, 0, 0), (0, 0, 0)], [0, 0.3, 0.7, 1], [0.30, 0.26, 0.10, 0.30]),
            )  # fmt: skip
        for index, share in enumerate((0.26, 0.5, 0.74)):
            x = period / 2 + (share - 0.5) * frame.width * 1.1
            # Lamps on the floor behind the boards throw their colour up the cloth.
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - 150, foot - 300, 300, 420), solid(lamps[index % len(lamps)], 0.40, 66)
            )
            canvas.drawOval(skia.Rect.MakeXYWH(x - 250, foot - 70, 500, 120), solid(mix(lamps[0], glow, 0.4), 0.34, 34))
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, foot - 10, period + 10, foot + 4), linear((0, foot - 10), (0, foot + 4), [(0, 0, 0)] * 2, None, [0.0, 0.6])
        )  # fmt: skip

    stage.bake(
        0.5, -frame.horizon * 1.3, foot + 4, draw, order=0.31, period=38.0 * round(stage.period(0.5) / 38), blur=1.2
    )


def _boards(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32], wood: Rgb, lamps: list[Rgb]) -> NDArray[np.float32]:  # fmt: skip
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    count = round(period / 54)
    place = (x - x[0]) / period * count
    tone = ((np.floor(place) * 7919) % 11) / 11.0
    joint = np.clip((np.abs((place % 1.0) - 0.5) * 2 - 0.93) * 20, 0, 1)
    light = np.full((len(depth), len(x), 3), 0.36, np.float32)
    for lamp, (centre, spread, strength) in zip(
        lamps, ((0, 300, 1.9), (-330, 190, 0.8), (330, 190, 0.8)), strict=False
    ):
        spot = np.exp(-((((x - centre) / spread) ** 2)[None] + ((depth[:, None] - 0.98) / 0.34) ** 2) * 1.4) * strength
        light += spot[..., None] * np.array(lamp, np.float32)
    grain = rgb.mean(axis=2, keepdims=True) / max(0.02, float(rgb.mean()))
    base = np.array(wood, np.float32) * (0.8 + 0.3 * tone)[None, :, None] * (0.8 + 0.2 * grain)
    return np.asarray(np.clip(base * light * (1 - 0.5 * joint[None, :, None]), 0, 1), np.float32)


def curtains(stage: Set, cloth: Rgb, random: Random) -> None:
    """Heavy curtains drawn to both sides, in two depths."""
    frame = stage.framing
    for depth, inner, level, salt in ((0.66, 0.36, 0.60, 1), (0.88, 0.445, 0.92, 2)):
        foot = stage.ground_y(depth)
        top = -frame.horizon * 1.4

        def draw(canvas: Canvas, period: float, inner: float = inner, level: float = level, salt: int = salt, foot: float = foot, top: float = top) -> None:  # fmt: skip
            fold = stage.random(830 + salt)
            for way in (-1, 1):
                x = period / 2 + way * frame.width * inner
                width = frame.width * 0.42
                step = 0.0
                while step < width:
                    wide = fold.uniform(20, 36)
                    left = x + way * step
                    bright = level * fold.uniform(0.75, 1.05) * (1 - 0.45 * step / width)
                    tones = [
                        times(cloth, 0.28 * bright),
                        times(cloth, 0.9 * bright),
                        mix(times(cloth, 1.25 * bright), (1, 0.7, 0.5), 0.10),
                        times(cloth, 0.26 * bright),
                    ]
                    band = skia.Path()
                    sway = fold.uniform(-6, 6)
                    band.moveTo(left, top)
                    band.quadTo(left + sway, (top + foot) / 2, left + way * sway * 0.5, foot + fold.uniform(0, 6))
                    band.lineTo(left + way * (wide + 2) + way * sway * 0.5, foot + fold.uniform(0, 6))
                    band.quadTo(left + way * (wide + 2) + sway, (top + foot) / 2, left + way * (wide + 2), top)
                    band.close()
                    canvas.drawPath(band, linear((left, 0), (left + way * wide, 0), tones, [0, 0.4, 0.6, 1]))
                    step += wide
                hem = skia.Rect.MakeLTRB(min(x, x + way * width), foot - 22, max(x, x + way * width), foot - 14)
                canvas.drawRect(hem, solid(hexed("#e0b45a"), 0.55 * level))

        stage.bake(depth, top, foot + 8, draw, period=frame.width * 2.4)


def beams(stage: Set, lamps: list[Rgb]) -> None:
    """Cones of light from above that breathe and wander a little."""
    frame = stage.framing
    marks = ((0.0, 0.0, 0.22), (-0.36, -0.22, 0.13), (0.36, 0.22, 0.13), (-0.16, 0.30, 0.07), (0.16, -0.30, 0.07))

    cones = [Cone(lamp, stage.ground_y(1.0) + frame.horizon * 1.08) for lamp in lamps]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index, (source, target, strength) in enumerate(marks):
            ax, ay, scale = view.place(source * frame.width, -frame.horizon * 1.08, 0.7)
            wander = 14 * math.sin(t * 0.5 + index * 2.1) if index else 0.0
            bx, by, _ = view.place(target * frame.width + wander, stage.ground_y(1.0), 1.0)
            level = strength * (0.92 + 0.08 * math.sin(t * 1.7 + index))
            cones[index % len(cones)].draw(picture, (ax, ay), (bx, by), scale, level)

    stage.add(0.93, draw)


def rig(stage: Set, lamps: list[Rgb]) -> None:
    """The bar of lamps from which the beams come."""
    frame = stage.framing
    y = -frame.horizon * 0.80
    step = frame.width * 0.18

    def draw(canvas: Canvas, period: float) -> None:
        middle = period / 2
        canvas.drawRect(
            skia.Rect.MakeLTRB(0, y - 40, period, y - 32), linear((0, y - 40), (0, y - 32), [hexed("#6a6470"), hexed("#1c1a20")])
        )  # fmt: skip
        for index in range(-3, 4):
            x, lean = middle + index * step, -index * 9.0
            tone = lamps[abs(index) % len(lamps)]
            canvas.save()
            canvas.translate(x, y - 34)
            canvas.rotate(-lean)
            canvas.drawRect(skia.Rect.MakeLTRB(-3, 0, 3, 12), solid(hexed("#2a2830")))
            canvas.drawRoundRect(skia.Rect.MakeLTRB(-15, 10, 15, 44), 6, 6, linear((-15, 0), (15, 0), [hexed("#46424c"), hexed("#141318")]))  # fmt: skip
            canvas.drawOval(skia.Rect.MakeLTRB(-16, 38, 16, 50), solid(mix(tone, (1, 1, 1), 0.5)))
            canvas.drawCircle(0, 46, 34, solid(tone, 0.5, 15))
            canvas.restore()

    stage.bake(0.70, y - 60, y + 80, draw, blur=0.6, order=0.925)


def footlights(stage: Set) -> None:
    depth = 1.30
    foot = stage.ground_y(depth)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, foot, period + 10, foot + 260),
            linear((0, foot), (0, foot + 90), [hexed("#2a1712"), hexed("#0a0608")]),
        )
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - 3, period + 10, foot + 2), solid(hexed("#9a6a3a")))
        for index in range(round(period / 96)):
            x = index * 96.0 + 30
            canvas.drawCircle(x, foot - 4, 34, solid(hexed("#ffd890"), 0.32, 14))
            canvas.drawArc(skia.Rect.MakeXYWH(x - 13, foot - 16, 26, 26), 180, 180, True, solid(hexed("#fff2cc")))

    stage.bake(depth, foot - 50, foot + 260, draw, period=96.0 * round(stage.period(depth) / 96), blur=0.6)


def audience(stage: Set, random: Random) -> None:
    """Heads in the dark, the first rows out of focus."""
    frame = stage.framing
    for row, depth in enumerate((1.55, 1.85)):
        foot = frame.height - frame.horizon + 60 + 50 * row
        tone = mix(hexed("#120b14"), hexed("#3a2030"), 0.5 - 0.3 * row)

        def draw(canvas: Canvas, period: float, row: int = row, foot: float = foot, tone: Rgb = tone) -> None:
            heads = stage.random(840 + row)
            count = round(period / (112 + 24 * row))
            for index in range(count):
                x = (index + heads.uniform(0.2, 0.8)) / count * period
                size = heads.uniform(30, 38) * (1 + 0.3 * row)
                y = foot - heads.uniform(112, 150)
                canvas.drawOval(skia.Rect.MakeXYWH(x - size, y - size * 1.15, size * 2, size * 2.4), solid(tone))
                canvas.drawRoundRect(
                    skia.Rect.MakeXYWH(x - size * 2.0, y + size * 0.9, size * 4.0, 220), size, size, solid(tone)
                )
                canvas.drawArc(
                    skia.Rect.MakeXYWH(x - size, y - size * 1.15, size * 2, size * 2.4),
                    210,
                    120,
                    False,
                    _line(hexed("#ffcf9a"), 2.4, 0.35),
                )

        stage.bake(depth, foot - 230, foot + 4, draw, order=2.0 + row * 0.2)


def _line(colour: Rgb, width: float, alpha: float) -> skia.Paint:
    paint = solid(colour, alpha, 1.2)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    return paint


def border(stage: Set, cloth: Rgb) -> None:
    """The valance along the top, with its fringe."""
    frame = stage.framing
    depth = 0.95
    low = -frame.horizon * 0.86
    step = 150.0

    def draw(canvas: Canvas, period: float) -> None:
        top = -frame.horizon * 1.5
        for index in range(round(period / step)):
            x = index * step
            swag = skia.Path()
            swag.moveTo(x - 2, top)
            swag.lineTo(x - 2, low - 26)
            swag.quadTo(x + step / 2, low + 40, x + step + 2, low - 26)
            swag.lineTo(x + step + 2, top)
            swag.close()
            canvas.drawPath(swag, linear((0, low - 130), (0, low + 12), [times(cloth, 0.34), times(cloth, 0.9)]))
            for line in range(4):
                fold = skia.Path()
                fold.moveTo(x, low - 50 - line * 26)
                fold.quadTo(x + step / 2, low + 14 - line * 26, x + step, low - 50 - line * 26)
                canvas.drawPath(fold, _line(times(cloth, 0.35), 4, 0.5))
            fringe = skia.Path()
            fringe.moveTo(x, low - 26)
            fringe.quadTo(x + step / 2, low + 40, x + step, low - 26)
            canvas.drawPath(fringe, _line(hexed("#e0b45a"), 6, 0.9))

    stage.bake(depth, -frame.horizon * 1.5, low + 30, draw, period=step * round(stage.period(depth) / step), order=0.96)
