"""The reef: corals of five kinds on a bank of rock, hazed by the water."""

from __future__ import annotations

import math

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random, Set

COLOURS = tuple(hexed(code) for code in ("#ff6f61", "#ff9f4a", "#e05a9c", "#9a6ae0", "#f2c14e", "#4fc3a1", "#d84a6a"))


def branch(canvas: Canvas, x: float, y: float, length: float, angle: float, width: float, depth: int, colour: Rgb, random: Random) -> None:  # fmt: skip
    if depth == 0 or length < 2.5:
        canvas.drawCircle(x, y, width * 0.72, solid(mix(colour, (1, 1, 1), 0.4)))
        return
    x2, y2 = x + length * math.cos(angle), y + length * math.sin(angle)
    path = skia.Path()
    path.moveTo(x, y)
    path.quadTo((x + x2) / 2 + random.uniform(-0.1, 0.1) * length, (y + y2) / 2, x2, y2)
    canvas.drawPath(path, stroke(mix(colour, (1, 1, 1), max(0.0, (4 - depth) * 0.07)), width))
    for _ in range(int(random.integers(2, 4))):
        branch(canvas, x2, y2, length * random.uniform(0.62, 0.86), angle + random.uniform(-0.62, 0.62), width * 0.74, depth - 1, colour, random)  # fmt: skip


def tubes(canvas: Canvas, x: float, y: float, height: float, colour: Rgb, random: Random) -> None:
    for _ in range(int(random.integers(3, 7))):
        tall, shift, width = (
            height * random.uniform(0.5, 1.0),
            random.uniform(-0.4, 0.4) * height,
            height * random.uniform(0.11, 0.16),
        )
        path = skia.Path()
        path.moveTo(x + shift * 0.3 - width / 2, y)
        path.quadTo(x + shift * 0.4 - width * 0.5, y - tall * 0.5, x + shift - width * 0.7, y - tall)
        path.lineTo(x + shift + width * 0.7, y - tall)
        path.quadTo(x + shift * 0.4 + width * 0.5, y - tall * 0.5, x + shift * 0.3 + width / 2, y)
        path.close()
        tones = [times(colour, 0.6), colour, mix(colour, (1, 1, 1), 0.25)]
        canvas.drawPath(path, linear((x + shift - width, 0), (x + shift + width, 0), tones))
        mouth = (x + shift, y - tall)
        canvas.drawOval(skia.Rect.MakeXYWH(mouth[0] - width * 0.7, mouth[1] - width * 0.26, width * 1.4, width * 0.52), solid(mix(colour, (1, 1, 1), 0.4)))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeXYWH(mouth[0] - width * 0.45, mouth[1] - width * 0.15, width * 0.9, width * 0.3), solid(times(colour, 0.35)))  # fmt: skip


def dome(canvas: Canvas, x: float, y: float, radius: float, colour: Rgb, random: Random) -> None:
    path = skia.Path()
    path.addArc(skia.Rect.MakeLTRB(x - radius, y - radius * 0.8, x + radius, y + radius * 0.8), 180, 180)
    path.close()
    tones = [mix(colour, (1, 1, 1), 0.3), colour, times(colour, 0.5)]
    canvas.drawPath(path, radial((x - radius * 0.3, y - radius * 0.6), radius * 1.5, tones, [0, 0.5, 1]))
    canvas.save()
    canvas.clipPath(path, True)
    groove = stroke(times(colour, 0.62), radius * 0.035, 0.7)
    for _ in range(16):
        line = skia.Path()
        angle = random.uniform(0, 6.28)
        px, py = x + random.uniform(-radius, radius), y - random.uniform(0, radius * 0.8)
        line.moveTo(px, py)
        for _ in range(4):
            angle += random.uniform(-1.2, 1.2)
            px, py = px + math.cos(angle) * radius * 0.16, py + math.sin(angle) * radius * 0.11
            line.lineTo(px, py)
        canvas.drawPath(line, groove)
    canvas.restore()


def fan(canvas: Canvas, x: float, y: float, height: float, colour: Rgb, random: Random) -> None:
    for index in range(15):
        angle = -math.pi / 2 + (index - 7) * 0.115 + random.uniform(-0.03, 0.03)
        length = height * (1 - 0.028 * abs(index - 7) ** 1.3)
        line = skia.Path()
        line.moveTo(x, y)
        line.quadTo(x + length * 0.4 * math.cos(angle), y + length * 0.5 * math.sin(angle), x + length * math.cos(angle), y + length * math.sin(angle))  # fmt: skip
        canvas.drawPath(line, stroke(mix(colour, (1, 1, 1), 0.12 * (index % 3)), height * 0.022, 0.9))
    for ring in np.linspace(0.25, 0.95, 9).tolist():
        arc = skia.Path()
        reach = height * ring
        arc.addArc(skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach), -136, 92)
        canvas.drawPath(arc, stroke(times(colour, 0.9), height * 0.012, 0.55))


def weed(canvas: Canvas, x: float, y: float, size: float, random: Random, tone: Rgb) -> None:
    for _ in range(9):
        at, height = x + random.uniform(-0.3, 0.3) * size, size * random.uniform(0.7, 1.7)
        path = skia.Path()
        path.moveTo(at, y)
        path.cubicTo(
            at + size * 0.16,
            y - height * 0.35,
            at - size * 0.16,
            y - height * 0.65,
            at + random.uniform(-0.1, 0.1) * size,
            y - height,
        )
        paint = linear((0, y), (0, y - height), [times(tone, 0.5), mix(tone, (1, 1, 0.6), 0.25)])
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(size * 0.055)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        canvas.drawPath(path, paint)


def bank(stage: Set, depth: float, rise: float, haze: Rgb, veil: float, dim: float, salt: int, *, foot: float = 14.0, clearing: float = 0.0) -> None:  # fmt: skip
    """A bank of rock covered with corals, behind water that veils it by `veil`."""
    frame = stage.framing
    size = (46 + 120 * depth) * stage.near(depth)
    standing = depth > 0.3
    count = 60 if not standing else 34

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(610 + salt)
        line = skyline(round(period / 5), 4, stage.seed(615 + salt), octaves=4)

        def height(x: float) -> float:
            level = float(line[int(x / 5) % len(line)])
            return foot - rise * max(0.0, level - (0.42 if standing else 0.0)) * (1.6 if standing else 1.2)

        def grow(x: float) -> None:
            colour = times(COLOURS[int(random.integers(len(COLOURS)))], dim)
            kind = int(random.integers(0, 5))
            tall = size * random.uniform(0.55, 1.25)
            y = height(x) + 6
            if kind == 0:
                for angle in (-1.95, -1.57, -1.2):
                    branch(
                        canvas,
                        x,
                        y,
                        tall * 0.30,
                        angle + random.uniform(-0.1, 0.1),
                        tall * 0.085,
                        4,
                        times(colour, 0.88),
                        random,
                    )
            elif kind == 1:
                tubes(canvas, x, y, tall, colour, random)
            elif kind == 2:
                dome(canvas, x, y, tall * 0.6, colour, random)
            elif kind == 3:
                fan(canvas, x, y, tall, colour, random)
            else:
                weed(canvas, x, y, tall, random, times(hexed("#2f8f6a"), dim))

        number = max(4, round(count * period / 1900))
        spots = [
            x for x in (random.uniform(0, period) for _ in range(number))
            if not (clearing and abs(x - period / 2) / (frame.width / 2) < clearing)
        ]  # fmt: skip
        for x in spots[: len(spots) // 2]:
            grow(x)
        path = skia.Path()
        path.moveTo(-5, foot + 50)
        for index in range(len(line) + 2):
            sunk = max(0.0, 0.46 - float(line[(index - 1) % len(line)])) * 320 if standing else 0.0
            path.lineTo(index * 5 - 5, height((index - 1) * 5.0) + min(44.0, sunk))
        path.lineTo(period + 10, foot + 50)
        path.close()
        rock = times(mix(hexed("#7a6f74"), hexed("#d8c79a"), 0.4 if standing else 0.1), dim)
        canvas.drawPath(path, linear((0, foot - rise), (0, foot + 40), [mix(rock, (1, 1, 1), 0.12), rock, times(rock, 0.8)], None, [1, 1, 0.0 if standing else 1]))  # fmt: skip
        for x in spots[len(spots) // 2 :]:
            grow(x)
        wash = solid(haze, veil)
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawPaint(wash)

    stage.bake(depth, foot - rise * 1.2 - size * 2.1, foot + 50, draw, melt=44 if standing else 0.0)


def foreground(stage: Set, dark: Rgb) -> None:
    """Weeds and corals before the lens, dark and out of focus."""
    frame = stage.framing
    foot = frame.height - frame.horizon + 60
    period = frame.width * 2.3

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(620)
        for _ in range(16):
            way = 1 if random.random() < 0.5 else -1
            x = period / 2 + way * frame.width * abs(random.normal(0.5, 0.10))
            weed(canvas, x, foot, random.uniform(110, 210), random, mix(dark, hexed("#1f6f6a"), 0.25))
        for way in (-1, 1):
            branch(
                canvas,
                period / 2 + way * frame.width * 0.47,
                foot,
                84,
                -1.57,
                24,
                5,
                mix(dark, hexed("#a04a5a"), 0.25),
                random,
            )

    stage.bake(1.55, foot - 420, foot + 4, draw, period=period, order=2.0)
