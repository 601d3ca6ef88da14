"""Interiors: what rooms of work have in common: a back wall that goes on for ever, a tiled floor, lamps that light the cast."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, drawn, softened
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import ground
from rushes.engines.animatic.stage.set import Set

Floats = NDArray[np.float32]
#: Where the back wall stands.
DEPTH = 0.62
#: How much of the light is the room's own, and how bright the outside is, by hour.
LAMPS = {"day": 0.32, "dawn": 0.5, "golden": 0.5, "dusk": 0.95, "night": 1.0}
OUTSIDE = {"day": 0.95, "dawn": 0.75, "golden": 0.8, "dusk": 0.42, "night": 0.26}


@dataclass(frozen=True, slots=True)
class Walls:
    """The back wall: x from its middle, y from the horizon, units."""

    width: float
    top: float
    foot: float
    #: Draws the wall and what stands at it, unlit, between -width/2 and width/2.
    draw: Callable[[Canvas], None]
    lamps: Sequence[tuple[float, float, float]]  #: (x, y, reach in units)
    glass: Sequence[
        tuple[float, float, float, float]
    ]  #: windows and screens that shine by themselves: left, top, width, height
    tint: Rgb  #: of the lamps


def extent(stage: Set, unit: float) -> tuple[float, float, float]:
    """(width, top, foot) of a wall made of a whole number of `unit` units."""
    frame = stage.framing
    width = unit * math.ceil(frame.width * 1.75 / unit)
    return width, -frame.horizon - 0.35 * frame.height, stage.ground_y(DEPTH)


def raise_walls(stage: Set, walls: Walls) -> None:
    """Bake the wall, lit by its lamps and by the hour outside."""
    frame, scale = stage.framing, stage.framing.scale

    def draw(canvas: Canvas) -> None:
        canvas.translate(walls.width / 2, -walls.top)
        walls.draw(canvas)

    picture = drawn(walls.width, walls.foot - walls.top + 8, scale, draw)
    stage.check()
    picture = _lit(stage, picture, walls, scale)
    stage.check()
    picture = softened(picture, stage.blur(DEPTH) * 1.3 * scale)
    columns = picture.shape[1]
    stage.add_layer(
        Layer(picture, DEPTH, x=-walls.width / 2, y=walls.top, scale=columns / walls.width, period=walls.width), 0.35
    )
    side = stage.air.side
    lamps = LAMPS[stage.plan.time]
    stage.mirror = 0.14
    stage.light = replace(
        stage.air.light(),
        direction=(side * 0.7, -0.6, 0.5),
        key=mix(times(stage.air.key, 0.9), walls.tint, 0.4 + 0.5 * lamps * (lamps > 0.7)),
        ambient=mix(stage.air.ambient, times(walls.tint, 0.46), 0.7),
        rim=mix(times(stage.air.rim, 0.8), walls.tint, 0.5),
        shadow=(0.07, 0.06, 0.08),
        shadow_strength=0.38,
        shadow_length=0.35,
    )
    del frame


def _lit(stage: Set, picture: Picture, walls: Walls, scale: float) -> Picture:
    step = 4
    y, x = np.mgrid[0 : picture.shape[0] : step, 0 : picture.shape[1] : step].astype(np.float32) / scale
    x, y = x - walls.width / 2, y + walls.top
    level, lamps = OUTSIDE[stage.plan.time], LAMPS[stage.plan.time]
    base = np.array(mix(stage.air.ambient, times(walls.tint, 0.45), 0.7)) * (0.50 + 0.75 * level + 0.25 * lamps)
    light = np.broadcast_to(base, (*x.shape, 3)).astype(np.float32).copy()
    for at_x, at_y, reach in walls.lamps:
        away = np.abs(((x - at_x) / walls.width + 0.5) % 1.0 - 0.5) * walls.width
        share = 0.80 * lamps / (1 + (away**2 + (y - at_y) ** 2) / reach**2)
        light += share[..., None] * np.array(walls.tint, np.float32)
    for left, top, wide, high in walls.glass:
        away = np.hypot(
            np.maximum(0, np.abs(x - left - wide / 2) - wide / 2), np.maximum(0, np.abs(y - top - high / 2) - high / 2)
        )
        light += (0.55 * level / (1 + (away / 150) ** 2))[..., None] * np.array(stage.air.key, np.float32)
        light[away < 2] = 1.0
    light = np.asarray(cv2.resize(light, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32)
    colour = picture[..., :3].astype(np.float32) / 255 * light[..., ::-1]
    # A gentle shoulder keeps the lamps' surroundings from burning out.
    colour = (1 - np.exp(-colour * 1.35)) * 1.06
    noise = np.random.default_rng(5).random(colour.shape[:2], np.float32)[..., None] - 0.5
    return np.dstack([np.clip(np.rint(colour * 255 + noise), 0, 255), np.full(colour.shape[:2], 255)]).astype(np.uint8)


def tiles(
    stage: Set, first: Rgb, second: Rgb, side: float, *, joint: float = 0.35, tint: Rgb = (1.0, 0.94, 0.86)
) -> None:
    """A floor of square tiles of two colours, `side` units."""
    level = 0.42 + 0.5 * OUTSIDE[stage.plan.time] + 0.12 * LAMPS[stage.plan.time]
    light = np.array(mix(stage.air.key, tint, 0.6), np.float32) * level

    def marks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
        period = float(x[-1] - x[0]) + float(x[1] - x[0])
        count = 2 * round(period / side / 2)
        across = ((x - x[0]) / period * count)[None]
        along = (ground.DISTANCE / depth / side)[:, None]
        chess = ((np.floor(across) + np.floor(along)) % 2)[..., None]
        base = np.array(first, np.float32) * (1 - chess) + np.array(second, np.float32) * chess
        lines = np.maximum(np.abs(across % 1.0 - 0.5), np.abs(along % 1.0 - 0.5)) * 2
        # Far tiles melt into their mean: their joints would be thinner than a pixel.
        fine = np.clip((depth[:, None] - 0.55) * 4, 0, 1)
        seam = np.clip((lines - 0.95) * 20, 0, 1) * joint * fine
        grain = rgb.mean(axis=2, keepdims=True) / max(0.02, float(rgb.mean()))
        shade = 1 - 0.25 * np.clip(depth - 1.1, 0, 1)
        out = base * (0.86 + 0.14 * grain) * light * (1 - seam[..., None]) * shade[:, None, None]
        return np.asarray(np.clip(out, 0, 1), np.float32)

    ground.lay(stage, first, second, contrast=0.25, cell=260, fade=0.0, order=0.30, marks=marks)


def box(
    canvas: Canvas, left: float, top: float, right: float, bottom: float, colour: Rgb, *, round_by: float = 4.0
) -> None:
    """A solid body with light on its upper edge and its own shadow behind."""
    body = skia.Rect.MakeLTRB(left, top, right, bottom)
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(left + 4, top + 5, right + 9, bottom + 2), round_by, round_by, solid((0, 0, 0), 0.30, 6)
    )
    canvas.drawRoundRect(
        body,
        round_by,
        round_by,
        linear((0, top), (0, bottom), [mix(colour, (1, 1, 1), 0.10), colour, times(colour, 0.74)]),
    )
    canvas.drawLine(
        left + round_by, top + 1.5, right - round_by, top + 1.5, stroke(mix(colour, (1, 1, 1), 0.55), 2.0, 0.7)
    )


def door(canvas: Canvas, left: float, top: float, right: float, bottom: float, colour: Rgb, *, knob: Rgb | None = None, drawer: bool = False) -> None:  # fmt: skip
    """The front of a cupboard: a frame, a panel, a handle."""
    canvas.drawRect(
        skia.Rect.MakeLTRB(left, top, right, bottom),
        linear((left, 0), (right, 0), [mix(colour, (1, 1, 1), 0.08), times(colour, 0.90)]),
    )
    inner = skia.Rect.MakeLTRB(left + 9, top + 9, right - 9, bottom - 9)
    canvas.drawRect(inner, stroke(times(colour, 0.70), 2.2))
    canvas.drawRect(
        skia.Rect.MakeLTRB(left + 11, top + 11, right - 7, bottom - 7), stroke(mix(colour, (1, 1, 1), 0.5), 1.2, 0.7)
    )
    canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), stroke(times(colour, 0.55), 1.6))
    tone = knob or times(colour, 0.45)
    if drawer:
        canvas.drawLine(
            (left + right) / 2 - 13, (top + bottom) / 2, (left + right) / 2 + 13, (top + bottom) / 2, stroke(tone, 4.5)
        )
    else:
        canvas.drawCircle(right - 15, top + 24, 4.2, solid(tone))


def hanging_lamp(stage: Set, x: float, y: float, colour: Rgb, depth: float = 0.78) -> None:
    """A lamp on a wire that sways a little, with its glow."""
    lamps = LAMPS[stage.plan.time]
    top = -stage.framing.horizon - 80

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, y, depth)
        _, ceiling, _ = view.place(x, top, depth)
        canvas.save()
        canvas.translate(px, ceiling)
        canvas.rotate(0.8 * math.sin(t * 0.8 + x))
        canvas.translate(0, py - ceiling)
        canvas.scale(scale, scale)
        canvas.drawLine(0, (ceiling - py) / scale, 0, -30, stroke((0.10, 0.09, 0.10), 2.2))
        shade = skia.Path()
        shade.moveTo(-12, -34)
        shade.lineTo(12, -34)
        shade.quadTo(40, -22, 48, 4)
        shade.lineTo(-48, 4)
        shade.quadTo(-40, -22, -12, -34)
        shade.close()
        canvas.drawPath(shade, linear((-48, 0), (48, 0), [times(colour, 1.1), colour, times(colour, 0.6)]))
        canvas.drawOval(skia.Rect.MakeLTRB(-40, -3, 40, 11), solid((1.0, 0.95, 0.80), 0.45 + 0.55 * lamps))
        canvas.drawOval(skia.Rect.MakeLTRB(-90, -26, 90, 60), solid((1.0, 0.86, 0.58), 0.20 * lamps, 26))
        canvas.restore()

    stage.add(depth, draw)
