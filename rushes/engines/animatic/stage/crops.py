"""Crops: fields of flowers, grain or vines, row behind row, in stripes that run to the horizon."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.woods import clump

Floats = NDArray[np.float32]

FIELDS = ("sunflowers", "lavender", "wheat", "tulips", "poppies", "corn", "grapevines")
#: How tall each is, in shares of a sunflower.
_HEIGHTS = {
    "sunflowers": 1.0, "lavender": 0.55, "wheat": 0.75, "tulips": 0.50, "poppies": 0.58, "corn": 1.7, "grapevines": 1.15,
}  # fmt: skip
#: What is sown in stripes: their colours, one after the other, on the ground and on the plants.
_STRIPES = {
    "lavender": ("#8f6fd0", "#7a9a4a"), "tulips": ("#e0403c", "#f2c53d", "#f08ab4", "#f4f1e6", "#8a4fb0"),
    "grapevines": ("#5f8a3c", "#b8945c"), "corn": ("#6f9a3c", "#8a7448"),
}  # fmt: skip
#: Units at the main line that one stripe is wide.
_STRIPE = 120.0
#: (depth, plants in 1900 units, height in units at depth 1); the last rows stand before the cast.
ROWS = (
    (0.34, 150, 120),
    (0.42, 120, 120),
    (0.52, 90, 116),
    (0.64, 66, 110),
    (0.80, 44, 96),
    (1.22, 26, 120),
    (1.45, 18, 150),
)
#: Grain stands closer, and leaves no grass to be seen.
_GRAIN_ROWS = (
    (0.32, 300, 120), (0.35, 280, 120), (0.39, 250, 120), (0.44, 220, 120), (0.50, 190, 118), (0.57, 160, 116), (0.66, 130, 112),
    (0.76, 104, 106), (0.88, 84, 100), (1.22, 56, 120), (1.45, 38, 150),
)  # fmt: skip
_STRAW = "#cfa24a"


def sow(stage: Set, kind: str) -> None:
    """Fill the ground with one crop; the middle stays open where the cast stands."""
    for index, (depth, count, height) in enumerate(_GRAIN_ROWS if kind == "wheat" else ROWS):
        _row(stage, kind, depth, count, height, 1900 + index)


def stripes(stage: Set, features: Iterable[str]) -> ground.Marks | None:
    """Stripes of the first crop among these that is sown in them, straw under grain, or None."""
    features = tuple(features)
    if "wheat" in features:
        return lambda rgb, depth, x: _straw(stage, rgb, depth)
    kind = next((name for name in features if name in _STRIPES), None)
    if kind is None:
        return None
    tones = [hexed(code) for code in _STRIPES[kind]]

    def marks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
        period = float(x[-1] - x[0]) + float(x[1] - x[0])
        count = max(len(tones), round(period / _STRIPE / len(tones)) * len(tones))
        place = (x - x[0]) / period * count
        number, across = np.floor(place).astype(np.int64), np.abs(place % 1.0 - 0.5) * 2
        shone = np.array(
            [[stage.air.surface(tone, max(0.2, float(d)), 0.7) for tone in tones] for d in depth], np.float32
        )
        laid = shone[:, number % len(tones)]
        shade = rgb.mean(axis=2, keepdims=True) / max(1e-3, float(rgb.mean()))
        laid = (
            laid
            * (0.78 + 0.22 * np.clip(shade, 0.4, 1.8))
            * (1 - 0.34 * np.clip((across - 0.72) * 4, 0, 1))[None, :, None]
        )
        return np.asarray(rgb * 0.14 + laid * 0.86, np.float32)

    return marks


def _straw(stage: Set, rgb: Floats, depth: Floats) -> Floats:
    """Ground the colour of straw, where grain stands so close that none of it is seen."""
    shone = np.array([stage.air.surface(hexed(_STRAW), max(0.2, float(d)), 0.6) for d in depth], np.float32)[:, None]
    shade = rgb.mean(axis=2, keepdims=True) / max(1e-3, float(rgb.mean()))
    return np.asarray(rgb * 0.12 + shone * 0.88 * (0.62 + 0.38 * np.clip(shade, 0.4, 1.8)), np.float32)


def _tone(kind: str, x: float, depth: float, period: float, usual: str) -> Rgb:
    """The colour of a plant of striped crops where it stands: that of the stripe under it."""
    if kind not in ("tulips",):
        return hexed(usual)
    codes = _STRIPES[kind]
    return hexed(codes[math.floor((x - period / 2) / max(0.2, depth) / _STRIPE) % len(codes)])


def _row(stage: Set, kind: str, depth: float, count: int, height: float, salt: int) -> None:
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth) if depth < 1.4 else frame.height - frame.horizon + 50
    grow = depth * (stage.near(depth) if depth < 1 else 1.0) * _HEIGHTS[kind]
    leaf = air.surface(hexed("#4f7f38"), depth, 0.45)
    shade = times(leaf, 0.55)
    open_share = (
        0.0 if depth < (0.8 if kind == "wheat" else 0.6) else (0.14 if kind == "wheat" else 0.26) if depth < 1 else 0.5
    )

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for index in range(round(count * period / 1900)):
            x = (index + random.uniform(0.0, 1.0)) * 1900 / count
            if abs(x - period / 2) / (frame.width / 2) < open_share:
                continue
            y, high = foot + random.uniform(-5, 7) * depth, height * grow * random.uniform(0.78, 1.12)
            if kind == "sunflowers":
                _sunflower(
                    canvas,
                    x,
                    y,
                    high,
                    leaf,
                    shade,
                    air.surface(hexed("#f6bd2c"), depth, 0.8),
                    air.surface(hexed("#5f3d22"), depth, 0.5),
                    random,
                )
            elif kind == "lavender":
                _lavender(canvas, x, y, high, leaf, air.surface(hexed("#8f6fd0"), depth, 0.7), random)
            elif kind in ("tulips", "poppies"):
                _cup(
                    canvas,
                    x,
                    y,
                    high,
                    leaf,
                    air.surface(_tone(kind, x, depth, period, "#e0382c"), depth, 0.9),
                    random,
                    open_wide=kind == "poppies",
                )
            elif kind == "corn":
                _maize(
                    canvas,
                    x,
                    y,
                    high,
                    air.surface(hexed("#6f9a3c"), depth, 0.55),
                    air.surface(hexed("#e0c060"), depth, 0.8),
                    random,
                )
            elif kind == "grapevines":
                _vine(
                    canvas,
                    x,
                    y,
                    high,
                    leaf,
                    air.surface(hexed("#6a4a34"), depth, 0.4),
                    air.surface(hexed("#5a3a78"), depth, 0.6),
                    random,
                )
            else:
                _wheat(canvas, x, y, high, air.surface(hexed("#d9ae55"), depth, 0.75), random)

    stage.bake(depth, foot - height * grow * 1.5 - 8, foot + 12, draw, order=2.0 if depth > 1.4 else None)


def _sunflower(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, shade: Rgb, petal: Rgb, heart: Rgb, random: Random) -> None:  # fmt: skip
    lean = random.uniform(-0.08, 0.08) * high
    head = (x + lean, foot - high)
    canvas.drawLine(x, foot, *head, stroke(leaf, max(1.2, high * 0.035)))
    for way, at in ((-1, 0.35), (1, 0.5), (-1, 0.66)):
        path = skia.Path()
        base = (x + lean * at, foot - high * at)
        path.moveTo(*base)
        path.quadTo(
            base[0] + way * high * 0.12, base[1] - high * 0.12, base[0] + way * high * 0.25, base[1] + high * 0.02
        )
        path.quadTo(base[0] + way * high * 0.10, base[1] + high * 0.06, *base)
        canvas.drawPath(path, solid(leaf if way > 0 else shade))
    size = high * random.uniform(0.15, 0.19)
    turn = random.uniform(0, 30)
    for index in range(14):
        canvas.save()
        canvas.translate(*head)
        canvas.rotate(turn + index * 360 / 14)
        canvas.drawOval(
            skia.Rect.MakeXYWH(-size * 0.24, -size * 1.05, size * 0.48, size * 0.86),
            solid(times(petal, 0.84 + 0.16 * (index % 2))),
        )
        canvas.restore()
    canvas.drawCircle(
        *head,
        size * 0.52,
        linear((head[0] - size, head[1]), (head[0] + size, head[1]), [times(heart, 0.8), mix(heart, petal, 0.25)]),
    )


def _lavender(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, bloom: Rgb, random: Random) -> None:
    for index in range(9):
        turn = (index - 4) / 4 * 0.5 + random.uniform(-0.08, 0.08)
        reach = high * random.uniform(0.8, 1.1)
        tip = (x + math.sin(turn) * reach, foot - math.cos(turn) * reach)
        canvas.drawLine(x, foot, *tip, stroke(times(leaf, 0.9), max(0.8, high * 0.02)))
        for bead in range(5):
            s = 1 - bead * 0.09
            canvas.drawCircle(
                x + math.sin(turn) * reach * s,
                foot - math.cos(turn) * reach * s,
                max(0.9, high * 0.042),
                solid(times(bloom, 0.8 + 0.08 * bead)),
            )


def _wheat(canvas: Canvas, x: float, foot: float, high: float, tone: Rgb, random: Random) -> None:
    for index in range(7):
        bend = (0.16 + random.uniform(-0.12, 0.14)) * high
        root = x + (index - 3) * high * 0.07
        tip = (root + bend, foot - high * random.uniform(0.85, 1.08))
        stem = skia.Path()
        stem.moveTo(root, foot)
        stem.quadTo(root, foot - high * 0.6, *tip)
        canvas.drawPath(stem, stroke(times(tone, 0.75), max(0.8, high * 0.014)))
        for grain in range(5):
            at = (tip[0] - bend * 0.10 * grain, tip[1] + high * 0.045 * grain)
            canvas.drawOval(
                skia.Rect.MakeXYWH(at[0] - high * 0.022, at[1] - high * 0.035, high * 0.044, high * 0.07),
                solid(mix(tone, (1, 0.95, 0.7), 0.06 * grain)),
            )


def _cup(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, petal: Rgb, random: Random, *, open_wide: bool) -> None:  # fmt: skip
    """A tulip or a poppy: a few of them on their stems."""
    for index in range(4):
        at = x + (index - 1.5) * high * 0.42
        tall = high * random.uniform(0.8, 1.15)
        lean = random.uniform(-0.08, 0.08) * high
        canvas.drawLine(at, foot, at + lean, foot - tall, stroke(times(leaf, 0.9), max(1.0, high * 0.03)))
        blade = skia.Path()
        blade.moveTo(at, foot)
        blade.quadTo(at + high * 0.20, foot - tall * 0.5, at + high * 0.12, foot - tall * 0.75)
        blade.quadTo(at + high * 0.02, foot - tall * 0.4, at, foot)
        canvas.drawPath(blade, solid(leaf))
        size = high * (0.17 if open_wide else 0.14)
        top = (at + lean, foot - tall)
        if open_wide:
            for turn in (-0.7, 0.0, 0.7):
                canvas.drawOval(skia.Rect.MakeXYWH(top[0] + turn * size - size * 0.6, top[1] - size * 0.7, size * 1.2, size * 1.2), solid(times(petal, 0.86 + 0.14 * turn)))  # fmt: skip
            canvas.drawCircle(top[0], top[1] - size * 0.1, size * 0.28, solid((0.12, 0.08, 0.10)))
            continue
        for turn in (-1, 1, 0):
            cup = skia.Path()
            cup.moveTo(top[0], top[1] + size * 0.4)
            cup.cubicTo(top[0] + (turn - 0.7) * size, top[1] + size * 0.1, top[0] + (turn * 0.8 - 0.5) * size, top[1] - size, top[0] + turn * size * 0.6, top[1] - size * 1.6)  # fmt: skip
            cup.cubicTo(top[0] + (turn * 0.8 + 0.5) * size, top[1] - size, top[0] + (turn + 0.7) * size, top[1] + size * 0.1, top[0], top[1] + size * 0.4)  # fmt: skip
            canvas.drawPath(cup, solid(times(petal, 1.0 if turn == 0 else 0.82)))


def _maize(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, cob: Rgb, random: Random) -> None:
    """A stalk of maize with arching leaves, a cob and its tassel."""
    canvas.drawLine(x, foot, x, foot - high, stroke(times(leaf, 0.8), max(1.2, high * 0.028)))
    for index in range(8):
        way, base = (1 if index % 2 else -1), foot - high * (0.14 + 0.10 * index)
        reach = high * random.uniform(0.20, 0.32)
        blade = skia.Path()
        blade.moveTo(x, base)
        blade.quadTo(
            x + way * reach * 0.5, base - high * 0.16, x + way * reach, base + high * random.uniform(-0.04, 0.06)
        )
        blade.quadTo(x + way * reach * 0.45, base - high * 0.07, x, base + high * 0.03)
        canvas.drawPath(blade, solid(times(leaf, 0.78 + 0.05 * index)))
    canvas.drawOval(skia.Rect.MakeXYWH(x + high * 0.015, foot - high * 0.58, high * 0.055, high * 0.15), solid(cob))
    for lean in (-0.06, 0.0, 0.06):
        canvas.drawLine(
            x, foot - high, x + lean * high, foot - high * 1.10, stroke(times(cob, 0.9), max(0.8, high * 0.012))
        )


def _vine(canvas: Canvas, x: float, foot: float, high: float, leaf: Rgb, bark: Rgb, grape: Rgb, random: Random) -> None:
    """A vine on its post, with grapes."""
    canvas.drawLine(x, foot, x, foot - high, stroke(bark, max(1.2, high * 0.04)))
    for _ in range(14):
        at, y = x + random.uniform(-0.55, 0.55) * high, foot - random.uniform(0.42, 1.0) * high
        canvas.drawPath(clump(at, y, high * random.uniform(0.09, 0.15), random), solid(times(leaf, random.uniform(0.75, 1.25))))  # fmt: skip
    for _ in range(3):
        at, y = x + random.uniform(-0.4, 0.4) * high, foot - random.uniform(0.40, 0.62) * high
        for berry in range(8):
            canvas.drawCircle(at + (berry % 3 - 1) * high * 0.022, y + (berry // 3) * high * 0.028, high * 0.018, solid(times(grape, 0.8 + 0.06 * berry)))  # fmt: skip
