"""Floors of rooms: planks, tiles, slabs, carpets, with the light of lamps and the sun's patches of the windows on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import mix, times
from rushes.engines.animatic.stage import ground
from rushes.engines.animatic.stage.rooms import Room

Floats = NDArray[np.float32]
#: (across, along) in units of the pattern, and how fine it may be drawn 0..1, to (tone around 1, share of a joint 0..1,
#: share of the second colour 0..1).
Pattern = Callable[[Floats, Floats, Floats], tuple[Floats, Floats, Floats]]
#: How steeply the sun falls in, by hour.
_SLOPES = {"day": 1.15, "dawn": 0.62, "golden": 0.66}
_FINE_FROM, _FINE_BY = 0.50, 4.0


def _floats(tone: NDArray[Any], joint: NDArray[Any], other: NDArray[Any]) -> tuple[Floats, Floats, Floats]:
    return np.asarray(tone, np.float32), np.asarray(joint, np.float32), np.asarray(other, np.float32)


def planks(across: Floats, along: Floats, fine: Floats) -> tuple[Floats, Floats, Floats]:
    """Boards that run towards the viewer."""
    board = np.floor(across)
    tone = ((board * 7919) % 13) / 13.0 + 0 * along
    joint = np.clip((np.abs(across % 1.0 - 0.5) * 2 - 0.93) * 20, 0, 1) * np.maximum(fine, 0.35)
    ends = np.abs(((along / 4.6 + tone * 3) % 1.0) - 0.5) * 2
    joint = np.maximum(joint, np.clip((ends - 0.985) * 60, 0, 1) * 0.8 * fine)
    return _floats(0.82 + 0.30 * tone, joint, np.zeros_like(tone))


def chequers(across: Floats, along: Floats, fine: Floats) -> tuple[Floats, Floats, Floats]:
    chess = (np.floor(across) + np.floor(along)) % 2
    # Far tiles melt into their mean.
    chess = 0.5 + (chess - 0.5) * np.clip(0.25 + fine, 0, 1)
    lines = np.maximum(np.abs(across % 1.0 - 0.5), np.abs(along % 1.0 - 0.5)) * 2
    tone = 0.95 + 0.10 * ((np.floor(across) * 13 + np.floor(along) * 7) % 5) / 5
    return _floats(tone, np.clip((lines - 0.95) * 20, 0, 1) * 0.5 * fine, chess)


def slabs(across: Floats, along: Floats, fine: Floats) -> tuple[Floats, Floats, Floats]:
    """Stones of two lengths, each row shifted."""
    row = np.floor(along)
    place = across / 1.6 + (row * 0.37) % 1.0
    tone = 0.84 + 0.30 * ((np.floor(place) * 31 + row * 17) % 7) / 7
    lines = np.maximum(1 - (1 - np.abs(place % 1.0 - 0.5) * 2) * 1.6, np.abs(along % 1.0 - 0.5) * 2)
    return _floats(tone, np.clip((lines - 0.92) * 14, 0, 1) * fine, np.zeros_like(tone))


def large(across: Floats, along: Floats, fine: Floats) -> tuple[Floats, Floats, Floats]:
    """Wide plates with thin joints."""
    lines = np.maximum(np.abs(across % 1.0 - 0.5), np.abs(along % 1.0 - 0.5)) * 2
    tone = 0.97 + 0.06 * ((np.floor(across) * 3 + np.floor(along) * 5) % 4) / 4
    return _floats(tone, np.clip((lines - 0.975) * 40, 0, 1) * 0.5 * fine, np.zeros_like(tone))


def plain(across: Floats, along: Floats, fine: Floats) -> tuple[Floats, Floats, Floats]:
    """Carpet, concrete or earth: only what the ground's own noise gives."""
    flat = np.ones(np.broadcast_shapes(across.shape, along.shape), np.float32)
    return _floats(flat, np.zeros_like(flat), np.zeros_like(flat))


def lay(
    room: Room,
    pattern: Pattern,
    colour: Rgb,
    second: Rgb | None = None,
    *,
    side: float = 74.0,
    grain: float = 0.2,
    mirror: float = 0.12,
    sun: float = 1.0,
    contrast: float = 0.3,
    cell: float = 260.0,
    runner: tuple[Rgb, float] | None = None,
    pools: bool = True,
    bars: bool = True,
) -> None:
    """Lay the floor. `side`: units of the pattern; `grain`: how much of the ground's noise is seen; `sun`: strength of the
    patches that the windows throw; `runner`: (colour, half its width) of a carpet that runs towards the viewer; `bars`: those patches have the
    shadow of a window's bars."""
    stage, air = room.stage, room.stage.air
    second = second or colour
    ambient = np.array(mix(air.ambient, times(room.tint, 0.45), 0.72), np.float32)
    base = ambient * room.base * (0.52 + 0.80 * room.outside + 0.30 * room.level)
    wall = ground.DISTANCE / room.depth
    unit = room.size / room.depth

    def marks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
        period = float(x[-1] - x[0]) + float(x[1] - x[0])
        count = 2 * max(1, round(period / side / 2))
        across = ((x - x[0]) / period * count)[None].astype(np.float32)
        distance = (ground.DISTANCE / depth)[:, None]
        fine = np.clip((depth[:, None] - _FINE_FROM) * _FINE_BY, 0, 1).astype(np.float32)
        tone, joint, other = pattern(across, (distance / side).astype(np.float32), fine)
        body = np.array(colour, np.float32) * (1 - other[..., None]) + np.array(second, np.float32) * other[..., None]
        if runner is not None:
            cloth, reach = runner
            inside = np.clip((reach - np.abs(x)) / 3, 0, 1)[None, :, None]
            hem = (np.clip(1 - np.abs(np.abs(x) - reach + 16) / 3.5, 0, 1) * 0.7)[None, :, None]
            body = body * (1 - inside) + np.array(cloth, np.float32) * inside
            body = body * (1 - hem) + np.array((0.86, 0.68, 0.34), np.float32) * hem
            tone = np.asarray(tone * (1 - inside[..., 0]) + inside[..., 0], np.float32)
            joint = np.asarray(joint * (1 - inside[..., 0]), np.float32)
        light = np.broadcast_to(base, (len(depth), len(x), 3)).astype(np.float32).copy()
        for lamp in room.lamps if pools else ():
            aside = _around(x - lamp.x * unit, period)[None]
            spread = lamp.reach * unit * 1.15
            near = np.exp(-((aside / spread) ** 2) - ((depth[:, None] - 0.74) / 0.34) ** 2)
            light += (near * 0.75 * lamp.strength * room.level)[..., None] * np.array(
                lamp.tint or room.tint, np.float32
            )
        for pane in room.panes:
            shone = _from_window(room, pane.x * unit, pane.width * unit, -pane.foot * unit, -pane.y * unit, wall, distance, x, period, bars)  # fmt: skip
            light += shone * np.float32(sun)
        noise = rgb.mean(axis=2, keepdims=True) / max(0.02, float(rgb.mean()))
        out = body * tone[..., None] * (1 - grain + grain * noise) * (1 - 0.45 * joint[..., None])
        # The foot of the wall and what lies before the lens are in the shade.
        fall = 1 - 0.35 * np.clip((room.depth + 0.05 - depth) / 0.05, 0, 1) - 0.30 * np.clip(depth - 1.1, 0, 1)
        return np.asarray(1 - np.exp(out * light * fall[:, None, None] * np.float32(-1.35)), np.float32)

    ground.lay(stage, colour, second, contrast=contrast, cell=cell, fade=0.0, order=0.30, marks=marks)
    stage.mirror = mirror


def _around(x: Floats, period: float) -> Floats:
    return np.asarray((x + period / 2) % period - period / 2, np.float32)


def _from_window(
    room: Room, middle: float, wide: float, low: float, high: float, wall: float, distance: Floats, x: Floats, period: float, barred: bool
) -> Floats:  # fmt: skip
    """What a window throws on the floor: a soft light, and by day the sun's patch with the shadow of its bars."""
    air, time = room.stage.air, room.stage.plan.time
    into = np.maximum(0.0, wall - distance)
    aside = _around(x - middle, period)[None]
    soft = 0.42 * room.outside * np.exp(-((aside / (wide * 0.9)) ** 2) - ((into - 170) / 330) ** 2)
    out = soft[..., None] * np.array(mix(air.key, air.sky[-2], 0.3), np.float32)
    slope = _SLOPES.get(time)
    if slope is None or air.sun_up < -0.5 or room.stage.plan.weather not in ("clear", "wind"):
        return np.asarray(out, np.float32)
    height = into * slope
    lateral = aside + air.side * into * 0.34
    blur = 6 + into * 0.02
    inside = np.clip((wide / 2 - np.abs(lateral)) / blur, 0, 1)
    inside = inside * np.clip((height - low) / (blur * 1.4), 0, 1) * np.clip((high - height) / (blur * 1.4), 0, 1)
    if not barred:
        return np.asarray(out + (inside * 1.3)[..., None] * np.array(air.key, np.float32), np.float32)
    bars = np.clip(np.abs(lateral) / 9 - 0.25, 0, 1)
    rows = np.abs(((height - low) / max(1.0, high - low) * 2.0) % 1.0 - 0.5) * 2
    bars = bars * np.clip((1 - rows) * (high - low) / 30 + 0.1, 0, 1)
    return np.asarray(out + (inside * bars * 1.55)[..., None] * np.array(air.key, np.float32), np.float32)
