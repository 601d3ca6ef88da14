"""Groves: trees that tell a place: acacias, cherry trees, bamboo, cypresses."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Random
from rushes.engines.animatic.stage.woods import clump


def _limb(canvas: Canvas, start: tuple[float, float], end: tuple[float, float], bow: float, width: float, tone: Rgb) -> None:  # fmt: skip
    path = skia.Path()
    path.moveTo(*start)
    path.quadTo((start[0] + end[0]) / 2 + bow, (start[1] + end[1]) / 2, *end)
    canvas.drawPath(path, stroke(tone, width))


def acacia(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, bark: Rgb, random: Random, *, rim: Rgb, side: int
) -> None:
    """An umbrella thorn: forked limbs under flat plates of leaves."""
    spread = height * random.uniform(0.62, 0.80)
    lean = random.uniform(-0.08, 0.08) * height
    fork = (x + lean * 0.5, foot - height * 0.36)
    _limb(canvas, (x, foot + 2), fork, lean * 0.3, height * 0.062, times(bark, 0.85))
    _limb(canvas, (x + side * height * 0.014, foot), fork, lean * 0.3, height * 0.016, mix(bark, rim, 0.5))
    plates = [(-0.58, 0.72, 0.42), (0.60, 0.76, 0.40), (-0.06, 0.93, 0.62), (0.22, 0.84, 0.44), (-0.34, 0.84, 0.40)]
    for u, v, _ in plates:
        tip = (fork[0] + u * spread, foot - height * (v - 0.05))
        _limb(canvas, fork, tip, -u * spread * 0.16, height * 0.030, times(bark, 0.78))
    for u, v, wide in sorted(plates, key=lambda plate: plate[1]):
        middle, level = fork[0] + u * spread, foot - height * v
        for layer, (shade, drop) in enumerate(((0.50, 0.030), (0.80, 0.0), (1.0, -0.022))):
            for _ in range(15):
                along = random.uniform(-1, 1)
                radius = height * random.uniform(0.045, 0.075) * (1 - 0.45 * abs(along))
                up = drop * height - (1 - along * along) * height * 0.05 * (layer > 0)
                share = max(0.0, min(1.0, 0.5 + 0.5 * side * along)) * (0.2 + 0.14 * layer)
                path = clump(middle + along * wide * spread, level + up, radius, random)
                canvas.drawPath(path, solid(mix(times(colour, shade), rim, share if layer else 0.0)))


def blossoming(
    canvas: Canvas, x: float, foot: float, height: float, petals: Rgb, bark: Rgb, random: Random, *, rim: Rgb, side: int,
    bare: bool = False, snow: Rgb | None = None,
) -> None:  # fmt: skip
    """A cherry tree or a maple: a dark bent stem, wide boughs, clouds of blossom or of red leaves."""
    lean = random.choice((-1, 1)) * random.uniform(0.05, 0.14) * height
    fork = (x + lean, foot - height * 0.40)
    _limb(canvas, (x, foot + 3), fork, -lean * 0.7, height * 0.085, times(bark, 0.7))
    _limb(canvas, (x + side * height * 0.022, foot), (fork[0] + side * 2, fork[1]), -lean * 0.7, height * 0.016, mix(bark, rim, 0.45))  # fmt: skip
    boughs = [(-0.60, 0.56), (-0.36, 0.80), (0.02, 0.92), (0.34, 0.82), (0.64, 0.60)]
    for u, v in boughs:
        tip = (fork[0] + u * height * 0.62, foot - height * v)
        _limb(canvas, fork, tip, -u * height * 0.10, height * 0.036, times(bark, 0.66))
        for turn in (-0.5, 0.1, 0.6):
            end = (tip[0] + math.sin(turn + u) * height * 0.13, tip[1] - math.cos(turn) * height * 0.09)
            _limb(canvas, tip, end, 0.0, height * 0.012, times(bark, 0.7))
            if snow is not None:
                _limb(canvas, (tip[0], tip[1] - 2), (end[0], end[1] - 2), 0.0, height * 0.010, snow)
    if bare:
        return
    puffs = []
    for u, v in boughs:
        for _ in range(10):
            angle, reach = random.uniform(0, 2 * math.pi), random.random() ** 0.6
            puffs.append(
                (
                    fork[0] + u * height * 0.62 + math.cos(angle) * reach * height * 0.22,
                    foot - height * (v + 0.02) + math.sin(angle) * reach * height * 0.13,
                    height * random.uniform(0.060, 0.105),
                )
            )
    for px, py, radius in puffs:
        canvas.drawPath(clump(px, py + radius * 0.35, radius * 1.12, random), solid(times(petals, 0.66)))
    for px, py, radius in sorted(puffs, key=lambda puff: -puff[1]):
        towards = 0.5 + 0.5 * side * (px - fork[0]) / (height * 0.7)
        up = min(1.0, max(0.0, (foot - height * 0.45 - py) / (height * 0.55)))
        tone = mix(times(petals, 0.84), mix(petals, (1.0, 1.0, 1.0), 0.22), 0.5 * up + 0.5 * towards)
        canvas.drawPath(clump(px, py, radius, random), solid(tone))
        canvas.drawPath(
            clump(px + side * radius * 0.24, py - radius * 0.28, radius * 0.56, random),
            solid(snow if snow is not None else mix(tone, mix((1.0, 1.0, 1.0), rim, 0.3), 0.42), 0.85),
        )


def bamboo(
    canvas: Canvas, x: float, foot: float, top: float, width: float, colour: Rgb, random: Random, *, rim: Rgb, side: int, leaves: Rgb,
) -> None:  # fmt: skip
    """A culm of bamboo that leaves the frame at its top: joints with pale rings, a few sprays of leaves."""
    lean = random.uniform(-0.035, 0.035) * (foot - top)
    tones = [times(colour, 0.50), times(colour, 0.92), mix(colour, rim, 0.40)]
    path = skia.Path()
    path.moveTo(x - width / 2, foot)
    path.lineTo(x - width * 0.40 + lean, top)
    path.lineTo(x + width * 0.40 + lean, top)
    path.lineTo(x + width / 2, foot)
    path.close()
    canvas.drawPath(path, linear((x - side * width * 0.6, 0), (x + side * width * 0.6, 0), tones, [0, 0.55, 1]))
    y = foot - random.uniform(0.2, 1.0) * width * 4
    while y > top:
        at = x + lean * (foot - y) / (foot - top)
        half = width * 0.56
        canvas.drawLine(at - half, y, at + half, y, stroke(times(colour, 0.45), max(0.8, width * 0.09)))
        bright = mix(mix(colour, (0.95, 0.95, 0.85), 0.5), rim, 0.2)
        canvas.drawLine(at - half, y - width * 0.10, at + half, y - width * 0.10, stroke(bright, max(0.7, width * 0.07), 0.8))  # fmt: skip
        if random.random() < 0.16:
            spray(canvas, at + random.choice((-1, 1)) * half, y, width * random.uniform(2.6, 4.4), leaves, random)
        y -= width * random.uniform(4.2, 5.6)


def spray(canvas: Canvas, x: float, y: float, size: float, colour: Rgb, random: Random) -> None:
    """A hanging spray of narrow leaves."""
    way = random.choice((-1, 1))
    for index in range(7):
        angle = 0.15 + index * 0.24 + random.uniform(-0.1, 0.1)
        length = size * random.uniform(0.55, 1.0)
        tip = (x + way * math.cos(angle) * length, y + math.sin(angle) * length * 0.8)
        leaf = skia.Path()
        leaf.moveTo(x, y)
        leaf.quadTo((x + tip[0]) / 2, (y + tip[1]) / 2 - size * 0.10, *tip)
        leaf.quadTo((x + tip[0]) / 2, (y + tip[1]) / 2 + size * 0.02, x, y)
        canvas.drawPath(leaf, solid(times(colour, random.uniform(0.72, 1.12))))


def cypress(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, random: Random, *, rim: Rgb, side: int
) -> None:
    """A narrow flame of a tree."""
    wide = height * random.uniform(0.13, 0.17)
    canvas.drawRect(skia.Rect.MakeXYWH(x - wide * 0.10, foot - height * 0.1, wide * 0.2, height * 0.1 + 2), solid(times(colour, 0.4)))  # fmt: skip
    for index in range(44):
        up = index / 43
        half = wide * math.sin(math.pi * min(1.0, 0.16 + up * 0.84)) ** 0.7
        u = random.uniform(-1, 1)
        tone = mix(times(colour, 0.58), mix(colour, rim, 0.32), max(0.0, min(1.0, 0.45 + 0.5 * side * u)))
        radius = max(1.0, wide * 0.34 * (1 - 0.6 * up))
        canvas.drawPath(clump(x + u * half * 0.7, foot - height * (0.06 + 0.9 * up), radius, random), solid(tone))


def birch(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, white: Rgb, random: Random, *, rim: Rgb, side: int, bare: bool = False
) -> None:  # fmt: skip
    """A birch: a thin white stem with dark marks under a light, loose crown."""
    lean = random.uniform(-0.05, 0.05) * height
    top = (x + lean, foot - height * 0.92)
    wide = height * 0.034
    _limb(canvas, (x, foot + 2), top, -lean * 0.3, wide, times(white, 0.72))
    _limb(
        canvas, (x + side * wide * 0.24, foot), (top[0] + side, top[1]), -lean * 0.3, wide * 0.45, mix(white, rim, 0.3)
    )
    for _ in range(12):
        share = random.uniform(0.02, 0.7)
        at, y = x + lean * share * 0.8, foot - height * 0.92 * share
        canvas.drawLine(
            at - wide * 0.4,
            y,
            at + wide * random.uniform(0.0, 0.4),
            y + 1,
            stroke((0.16, 0.14, 0.14), max(0.8, wide * 0.18), 0.75),
        )
    for level in range(9):
        share = 0.36 + 0.065 * level
        way = 1 if level % 2 else -1
        reach = height * 0.24 * (1.15 - share) * random.uniform(0.8, 1.3)
        start = (x + lean * share, foot - height * share)
        end = (start[0] + way * reach, start[1] - reach * 0.7)
        _limb(canvas, start, end, 0.0, wide * 0.28, times(white, 0.5))
        for _ in range(0 if bare else 7):
            u = random.uniform(0.2, 1.15)
            px, py = start[0] + way * reach * u, start[1] - reach * 0.7 * u + random.uniform(-0.3, 1.1) * height * 0.06
            shade = mix(times(colour, 0.66), mix(times(colour, 1.2), rim, 0.2), max(0.0, min(1.0, 0.5 + 0.4 * side * way * u + 0.2 * (share - 0.6))))  # fmt: skip
            canvas.drawPath(clump(px, py, height * random.uniform(0.028, 0.055), random), solid(shade, 0.95))


def poplar(
    canvas: Canvas, x: float, foot: float, height: float, colour: Rgb, bark: Rgb, random: Random, *, rim: Rgb, side: int, bare: bool = False
) -> None:  # fmt: skip
    """A poplar: a tall feather of a tree."""
    wide = height * random.uniform(0.10, 0.13)
    canvas.drawLine(x, foot + 2, x, foot - height * 0.8, stroke(times(bark, 0.7), height * 0.022))
    for index in range(15):
        share = 0.12 + 0.05 * index
        way = 1 if index % 2 else -1
        canvas.drawLine(
            x,
            foot - height * share,
            x + way * wide * 0.7,
            foot - height * (share + 0.12),
            stroke(times(bark, 0.6), height * 0.006),
        )
    for index in range(0 if bare else 70):
        up = index / 69
        half = wide * math.sin(math.pi * min(1.0, 0.14 + up * 0.84)) ** 0.65
        u = random.uniform(-1, 1)
        tone = mix(
            times(colour, 0.60),
            mix(times(colour, 1.15), rim, 0.25),
            max(0.0, min(1.0, 0.42 + 0.45 * side * u + 0.2 * up)),
        )
        canvas.drawPath(
            clump(
                x + u * half * 0.8, foot - height * (0.09 + 0.9 * up), max(1.0, wide * 0.30 * (1 - 0.4 * up)), random
            ),
            solid(tone),
        )


def marks(canvas: Canvas, x: float, foot: float, top: float, width: float, random: Random, strength: float) -> None:
    """The dark marks on the stem of a birch that leaves the frame."""
    for _ in range(round((foot - top) / max(6.0, width * 1.3))):
        y, at = random.uniform(top, foot - width * 0.3), x + random.uniform(-0.42, 0.1) * width
        paint = stroke((0.15, 0.13, 0.13), max(0.8, width * random.uniform(0.05, 0.16)), 0.66 * strength)
        canvas.drawLine(at, y, at + width * random.uniform(0.10, 0.42), y + width * 0.03, paint)
