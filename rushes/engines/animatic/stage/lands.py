"""Lands: what a setting looks like from above, as a map that repeats: heights, colours, and what stands on it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.colours import hexed, smooth
from rushes.engines.animatic.paint.heightfield import BUILDING, GROUND, SIDE, WATER, Land
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.stage.air import Air
from rushes.engines.animatic.stage.set import Set

Floats = NDArray[np.float32]


@dataclass(slots=True)
class Relief:
    """A land before it is lit."""

    heights: Floats  #: metres
    colours: Floats  #: (row, column, rgb) 0..1
    kinds: NDArray[np.uint8]
    walls: NDArray[np.uint8]
    cell: float  #: metres
    eye: float  #: metres above ground at which it is best flown over
    away: float = 240.0  #: metres before its middle at which the flight is at mid-shot


def noise(cells: float, seed: int, octaves: int = 5, warp: float = 0.6) -> Floats:
    """(SIDE, SIDE) 0..1, seamless in both directions."""
    field = cloudy((SIDE, SIDE), (cells, cells), seed, octaves=octaves, warp=warp)
    other = np.roll(field, (SIDE // 2, SIDE // 2), (0, 1))
    share = smooth(0.0, 1.0, np.abs(np.linspace(-1, 1, SIDE, dtype=np.float32)))[:, None]
    # Where the ends meet, what was in the middle: its mean is kept, and so is its spread.
    mixed = field * (1 - share) + other * share
    return np.asarray(0.5 + (mixed - 0.5) / np.sqrt((1 - share) ** 2 + share**2), np.float32)


def relief_of(stage: Set) -> Relief:
    """The land of this plan's setting."""
    makers: dict[str, Callable[[Set], Relief]] = {
        "city": _city, "street": _city, "cyberpunk_city": _city, "cliff_coast": _isles, "mountains": _mountains, "arctic": _floes, "desert": _dunes, "sea": _isles, "beach": _isles,
        "forest": _woods, "pine_forest": _woods, "jungle": _woods, "river": _woods,
    }  # fmt: skip
    relief = makers.get(stage.plan.setting, _fields)(stage)
    if stage.plan.weather != "snow" or stage.plan.setting == "arctic":
        return relief
    # Snow lies on what is flat, roofs too.
    steep = np.hypot(*np.gradient(relief.heights)) / relief.cell
    cover = 0.86 * (1 - smooth(0.7, 1.8, steep)) * (relief.kinds != WATER)
    white = np.array(hexed("#eef2fa"), np.float32)
    share = np.asarray(cover, np.float32)[..., None]
    return replace(relief, colours=relief.colours * (1 - share) + white * share)


def lit(relief: Relief, air: Air, sun: tuple[float, float]) -> Land:
    """The land in this air's light; `sun`: towards it on the ground, east and south."""
    heights = relief.heights
    rise = max(0.22, min(1.2, air.sun_up * 1.6))
    east = (np.roll(heights, 1, 1) - np.roll(heights, -1, 1)) / (2 * relief.cell)
    south = (np.roll(heights, 1, 0) - np.roll(heights, -1, 0)) / (2 * relief.cell)
    flat = relief.kinds != GROUND
    east[flat], south[flat] = 0.0, 0.0
    upright = 1 / np.sqrt(1 + east * east + south * south)
    light = (east * sun[0] + south * sun[1] + rise) * upright / math.hypot(1.0, rise)
    shaded = _shadow(heights, sun, rise * 0.9, relief.cell)
    shine = np.clip(light, 0, 1) * (1 - (0.35 + 0.6 * air.shadow_strength) * shaded)
    key, ambient = np.array(air.key, np.float32), np.array(air.ambient, np.float32)
    shone = relief.colours * (ambient * 0.95 + key * 1.05 * shine[..., None])
    tops = np.clip(shone[..., ::-1] * 255, 0, 255).astype(np.uint8)
    return Land(heights, np.ascontiguousarray(tops), relief.walls, relief.kinds, relief.cell)


def _shadow(heights: Floats, sun: tuple[float, float], slope: float, cell: float) -> Floats:
    """0..1: what keeps the sun from each cell."""
    over = np.full_like(heights, -1e6)
    reach = 1.0
    while reach < 90:
        shift = (round(-sun[1] * reach), round(-sun[0] * reach))
        over = np.maximum(over, np.roll(heights, shift, (0, 1)) - slope * reach * cell)
        reach = reach * 1.06 + 0.6
    return np.asarray(cv2.GaussianBlur(smooth(0.0, 1.5, over - heights).astype(np.float32), (0, 0), 0.7), np.float32)


def _painted(*layers: tuple[str, Floats | float]) -> Floats:
    """Colours laid over each other, each by its share 0..1."""
    colours = np.zeros((SIDE, SIDE, 3), np.float32)
    for code, share in layers:
        cover = np.asarray(share, np.float32)
        cover = cover[..., None] if cover.ndim else cover
        colours = colours * (1 - cover) + np.array(hexed(code), np.float32) * cover
    return np.asarray(colours, np.float32)


def _open(
    heights: Floats, colours: Floats, water: Floats | None, cell: float, eye: float, away: float = 240.0
) -> Relief:
    kinds = np.full((SIDE, SIDE), GROUND, np.uint8)
    if water is not None:
        kinds[water > 0.5] = WATER
    return Relief(heights.astype(np.float32), colours, kinds, np.zeros((SIDE, SIDE, 3), np.uint8), cell, eye, away)


def _planted(
    relief: Relief, where: Floats, tall: float, greens: tuple[str, ...], seed: int, trim: float = 0.0
) -> Relief:
    """The same with a crown on every cell where chance is below `where` (0..1)."""
    random = np.random.default_rng(seed)
    crowned = (random.random((SIDE, SIDE)) < where) & (relief.kinds == GROUND)
    crowns = crowned * random.uniform(0.45, 1.0, (SIDE, SIDE)).astype(np.float32)
    tint = np.array([hexed(code) for code in greens], np.float32)[random.integers(len(greens), size=(SIDE, SIDE))]
    tint = tint * random.uniform(0.8, 1.15, (SIDE, SIDE, 1)).astype(np.float32)
    cover = np.asarray(smooth(0.1, 0.5, crowns), np.float32)[..., None]
    heights = relief.heights + crowns * tall - trim
    return replace(relief, heights=heights.astype(np.float32), colours=relief.colours * (1 - cover) + tint * cover)


def _seasoned(stage: Set, greens: tuple[str, ...]) -> tuple[str, ...]:
    if stage.plan.season == "autumn":
        return ("#b8622a", "#c98a2e", "#a8482a", "#7a7a3a")
    if stage.plan.season == "winter" or stage.plan.weather == "snow":
        return ("#c8d4d8", "#9fb4b8", "#dfe8ea")
    return greens


def _winding(seed: int, wide: float) -> Floats:
    """0..1: a river from south to north, `wide` cells."""
    rows = np.arange(SIDE, dtype=np.float32) / SIDE * 2 * math.pi
    turn = (seed % 628) / 100
    middle = SIDE * (0.5 + 0.055 * np.sin(rows * 2 + turn) + 0.03 * np.sin(rows * 5 + turn * 2.1))
    away = np.abs(np.arange(SIDE, dtype=np.float32)[None] - middle[:, None])
    return np.asarray(1 - smooth(wide * 0.86, wide, away), np.float32)


def _mountains(stage: Set) -> Relief:
    ridges = 1 - np.abs(noise(8, stage.seed(701), 6, 1.3) * 2 - 1)
    broad = noise(3, stage.seed(702), 4)
    heights = 400 * np.clip(ridges, 0, 1) ** 2.2 * (0.35 + broad) + 26 * noise(40, stage.seed(703), 4)
    heights = np.asarray(cv2.GaussianBlur(heights.astype(np.float32), (0, 0), 1.5), np.float32)
    lake = (heights < 34).astype(np.float32)
    heights = np.maximum(heights, 34)
    steep = np.hypot(*np.gradient(heights)) / 6.0
    line = 210 if stage.plan.season != "winter" and stage.plan.weather != "snow" else 60
    snow = smooth(line, line + 70, heights + 60 * (noise(60, stage.seed(704)) - 0.5)) * (1 - smooth(0.9, 1.5, steep))
    colours = _painted(
        ("#6d7f52", 1.0), ("#8a8a58", noise(26, stage.seed(705))), ("#6f6a68", smooth(0.45, 0.9, steep)),
        ("#948a80", smooth(0.45, 0.9, steep) * noise(70, stage.seed(708), 4, 1.5)),
        ("#f4f7fc", snow), ("#2f6a86", lake),
    )  # fmt: skip
    relief = _open(heights, colours, lake, 6.0, 200.0)
    trees = 0.75 * (1 - smooth(130, 190, heights)) * smooth(0.42, 0.55, noise(16, stage.seed(706))) * (steep < 0.8)
    return _planted(
        relief, np.asarray(trees), 11.0, _seasoned(stage, ("#2f5a3a", "#274d38", "#3d6a42")), stage.seed(707)
    )


def _woods(stage: Set) -> Relief:
    """Crowns over rolling hills, a river through them."""
    hills = 60 * noise(4, stage.seed(711), 4)
    river = _winding(stage.seed(712), 13.0)
    valley = _winding(stage.seed(712), 110.0)
    wide = stage.plan.setting in ("river", "jungle") or "river" in stage.plan.features
    heights = hills * (1 - 0.8 * valley) if wide else hills
    water = river if wide else np.zeros_like(river)
    heights = np.where(water > 0.5, heights.min() - 1.0, heights)
    banks = _winding(stage.seed(712), 19.0) * (1 - water) if wide else 0.0
    colours = _painted(
        ("#4f6a3a", 1.0), ("#7a8248", noise(30, stage.seed(713))), ("#c9b88a", banks), ("#2f7484", water)
    )
    relief = _open(heights, colours, water, 2.4, 62.0)
    glades = smooth(0.30, 0.40, noise(12, stage.seed(714)))
    greens = {
        "pine_forest": ("#2c5240", "#24473a", "#38604a", "#1f4034"), "jungle": ("#3f8a3a", "#2f7436", "#5aa040", "#2a6a3a"),
    }.get(stage.plan.setting, ("#4f8a3a", "#6a9a42", "#3f7a38", "#86a848"))  # fmt: skip
    where = np.asarray(0.62 * glades * (1 - np.asarray(banks)), np.float32)
    return _planted(relief, where, 11.0, _seasoned(stage, greens), stage.seed(715))


def _fields(stage: Set) -> Relief:
    """Patchwork: fields, hedges, a road, a river, farms."""
    hills = 36 * noise(4, stage.seed(721), 3)
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    shift = (14 * (noise(5, stage.seed(722), 3) - 0.5)).astype(np.float32)
    across, along = (columns + shift) / 64, (rows + shift) / 43
    plot = (np.floor(across).astype(np.int64) * 7919 + np.floor(along).astype(np.int64) * 104729) % 6
    codes = ("#7fae4e", "#d9bf62", "#9abf5a", "#b8a05a", "#5f9a4a", "#c8cf7a")
    colours = np.array([hexed(code) for code in codes], np.float32)[plot]
    furrows = 0.94 + 0.08 * np.sin(np.where(plot % 2, columns, rows) * 1.9)[..., None]
    edge = np.minimum(np.abs((across % 1) - 0.5), np.abs((along % 1) - 0.5) * 1.0)
    hedge = np.maximum(np.abs((across % 1) - 0.5) * 2 > 0.975, np.abs((along % 1) - 0.5) * 2 > 0.962)
    river = _winding(stage.seed(723), 9.0) * (edge >= 0)
    heights = np.where(river > 0.5, hills.min() - 0.5, hills * (1 - 0.85 * _winding(stage.seed(723), 90.0)))
    colours = colours * furrows
    colours = colours * (1 - river[..., None]) + np.array(hexed("#3a7f96"), np.float32) * river[..., None]
    relief = _open(heights, colours.astype(np.float32), river, 2.4, 66.0)
    copse = 0.7 * (noise(14, stage.seed(724)) > 0.63)
    relief = _planted(relief, np.maximum(copse, 0.75 * hedge).astype(np.float32), 7.0, _seasoned(stage, ("#4f8a3a", "#3f7a38", "#6a9a42")), stage.seed(725))  # fmt: skip
    return _housed(stage, relief, 110 if stage.plan.setting == "village" else 26)


def _housed(stage: Set, relief: Relief, count: int) -> Relief:
    random = stage.random(726)
    walls, kinds, heights, colours = relief.walls, relief.kinds, relief.heights.copy(), relief.colours.copy()
    for _ in range(count * 6):
        x, y = (int(v) for v in random.integers(20, SIDE - 20, 2))
        wide, deep = (int(v) for v in random.integers(4, 7, 2))
        box = (slice(y, y + deep), slice(x, x + wide))
        if (kinds[box] != GROUND).any():
            continue
        kinds[box] = BUILDING
        heights[box] = float(relief.heights[box].min()) + random.uniform(5, 8)
        colours[box] = hexed(("#a8563c", "#b86a48", "#8a5a48", "#6f6a70")[int(random.integers(4))])
        walls[box] = [
            round(255 * part) for part in hexed(("#efe6d6", "#e2d2b8", "#d8c8b8")[int(random.integers(3))])[::-1]
        ]
    return replace(relief, heights=heights, colours=colours)


def _dunes(stage: Set) -> Relief:
    rows, columns = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    bend = noise(6, stage.seed(731), 4)
    # Up slowly before the wind and down steeply behind it.
    along = (columns / SIDE * 4 - rows / SIDE * 17 + bend * 2.6) % 1
    wave = np.where(along < 0.70, along / 0.70, (1 - along) / 0.30) ** 1.25
    heights = 40 * wave * (0.25 + 1.2 * noise(6, stage.seed(732), 3)) + 10 * noise(14, stage.seed(733), 3)
    heights = np.asarray(cv2.GaussianBlur(heights.astype(np.float32), (0, 0), 1.2), np.float32)
    fine = noise(90, stage.seed(734), 3)
    colours = _painted(("#dca05e", 1.0), ("#e8b878", fine), ("#c98a4e", smooth(0.5, 0.8, bend) * 0.5))
    return _open(heights, colours, None, 3.4, 64.0)


def _floes(stage: Set) -> Relief:
    """Plates of ice on a dark sea, and bergs."""
    cracks = np.abs(noise(16, stage.seed(741), 4, 1.4) - 0.5)
    ice = smooth(0.03, 0.045, cracks) * smooth(0.34, 0.40, noise(5, stage.seed(742), 4))
    bergs = np.clip(noise(22, stage.seed(743), 5) - 0.66, 0, 1) * 190 * ice
    heights = np.where(ice > 0.5, 1.6 + bergs, 0.0)
    colours = _painted(("#1f5570", 1.0), ("#4fa8b8", 0.6 * smooth(0.01, 0.03, cracks)), ("#cddce8", ice))
    return _open(heights, colours, (ice <= 0.5).astype(np.float32), 3.0, 70.0)


def _isles(stage: Set) -> Relief:
    """An island in a warm sea: reef, sand, woods, a hill in its middle; a volcano when it is asked for."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) / SIDE - 0.5
    rough = noise(7, stage.seed(751), 5) - 0.5
    away = np.hypot(columns, rows * 1.15) + 0.16 * rough
    small = np.hypot(columns - 0.27, rows + 0.25) + 0.10 * rough
    shore = np.maximum(0.21 - away, 0.055 - small)
    cone = "volcano" in stage.plan.features
    peak = 330 if cone else 150
    heights = np.where(shore > 0, 2 + 260 * shore, 0.0) + peak * np.clip(1 - away / 0.15, 0, 1) ** 1.5
    if cone:
        heights = np.where(away < 0.018, heights - 60, heights)
    heights = heights + np.where(shore > 0.03, 30 * (noise(24, stage.seed(752), 5)), 0.0)
    heights = np.where(shore > 0, np.maximum(heights, 1.5), 0.0)
    sand, green = smooth(0.0, 0.008, shore), smooth(0.022, 0.034, shore)
    rock = smooth(0.6, 1.0, np.hypot(*np.gradient(heights)) / 4.0) + (smooth(150, 260, heights) if cone else 0.0)
    reef = smooth(-0.075, -0.012, shore + 0.02 * (noise(40, stage.seed(753)) - 0.5))
    colours = _painted(
        ("#14607e", 1.0), ("#2fb0b4", 0.85 * reef), ("#8fdccb", 0.7 * smooth(-0.022, -0.002, shore)), ("#efdcae", sand),
        ("#6f8a4a", green), ("#6a5f58", np.clip(rock, 0, 1) * sand),
    )  # fmt: skip
    if cone:
        colours = (
            colours * (1 - (away < 0.016)[..., None])
            + np.array((1.0, 0.42, 0.12), np.float32) * (away < 0.016)[..., None]
        )
    relief = _open(heights, colours.astype(np.float32), (shore <= 0).astype(np.float32), 3.4, 250.0, 1350.0)
    woods = 0.72 * green * (1 - np.clip(rock, 0, 1)) * smooth(0.3, 0.45, noise(18, stage.seed(754)))
    return _planted(relief, np.asarray(woods), 8.0, ("#3f8a44", "#2f7440", "#5a9a4a", "#2a6640"), stage.seed(755))


#: Cells of a block of houses with its streets.
BLOCK, STREET = 16, 3


def _city(stage: Set) -> Relief:
    """Blocks between streets: towers in the middle, houses around them, parks; water on one side, or a river."""
    random = stage.random(761)
    coast = bool({"sea", "waves", "beach"} & set(stage.plan.features)) or "coastal" in stage.plan.prompt.lower()
    rows, columns = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32)
    turn = 2 * math.pi * rows / SIDE
    shore = columns - SIDE * (0.43 + 0.02 * np.sin(turn + 1) + 0.012 * np.sin(3 * turn))
    sea = (
        np.maximum(shore, SIDE * 0.93 - columns) if not coast else np.where(columns > SIDE * 0.9, columns - SIDE, shore)
    )
    if not coast:
        sea = 20.0 - 34.0 * _winding(stage.seed(762), 30.0)
    water = (sea < 0).astype(np.float32)
    sand = smooth(-1, 2, sea) * (1 - smooth(7, 10, sea)) if coast else np.zeros_like(sea)
    hills = 5 * noise(6, stage.seed(763), 3) + (
        40 * smooth(0.30, 0.46, columns / SIDE - 0.4) * noise(5, stage.seed(764)) if coast else 0
    )
    street = ((columns % BLOCK) < STREET) | ((rows % BLOCK) < STREET)
    colours = _painted(
        ("#8f9378", 1.0), ("#75757c", street.astype(np.float32)), ("#ecd9ae", sand), ("#1f5a74", water),
        ("#4fb0b8", 0.55 * water * smooth(-26, -2, sea) if coast else 0.0),
    )  # fmt: skip
    heights = np.where(water > 0.5, 0.0, 2.0 + hills * (1 - sand)).astype(np.float32)
    kinds = np.where(water > 0.5, WATER, GROUND).astype(np.uint8)
    walls = np.zeros((SIDE, SIDE, 3), np.uint8)
    centre = (0.56 if coast else 0.5, 0.5)
    tints = [hexed(code) for code in ("#efe0c8", "#d9b48a", "#b8c0cc", "#e8d8c0", "#c88a6a", "#9aa8bc", "#dcd6cc")]
    roofs = [hexed(code) for code in ("#c4603c", "#b8a894", "#8f8a8c", "#d0764a", "#a8a49c")]
    parks = np.zeros((SIDE, SIDE), np.float32)
    for block_y in range(0, SIDE, BLOCK):
        for block_x in range(0, SIDE, BLOCK):
            inside = (slice(block_y + STREET, block_y + BLOCK), slice(block_x + STREET, block_x + BLOCK))
            if kinds[inside].any() or (sand[inside] > 0.1).any():
                continue
            offset = math.hypot(
                (block_x / SIDE - centre[0]) / 0.10, ((block_y / SIDE - centre[1] + 0.5) % 0.5 - 0.25) / 0.14
            )
            dense = math.exp(-offset * offset)
            if random.random() < 0.09:
                parks[inside] = 0.55
                continue
            lots = 1 if random.random() < dense else 2
            side = (BLOCK - STREET) // lots
            for lot in range(lots * lots):
                x, y = block_x + STREET + (lot % lots) * side, block_y + STREET + (lot // lots) * side
                wide, deep = side - int(random.integers(0, 2)), side - int(random.integers(0, 2))
                box = (slice(y, y + deep), slice(x, x + wide))
                chance = random.random()
                tall = float(heights[box].max()) + 7 + 9 * chance + (chance**1.4) * 120 * dense + 12 * dense
                kinds[box], heights[box] = BUILDING, tall
                walls[box] = [round(255 * part) for part in tints[int(random.integers(len(tints)))][::-1]]
                colours[box] = roofs[int(random.integers(len(roofs)))]
                if wide > 5 and tall > 24:
                    # A smaller storey on the roof, as lifts and setbacks are.
                    top = (slice(y + 2, y + deep - 2), slice(x + 2, x + wide - 2))
                    heights[top] = tall + (18 * dense if chance > 0.6 else 3.5)
    relief = Relief(heights, colours.astype(np.float32), kinds, walls, 2.2, 92.0, 300.0)
    trees = np.maximum(parks, 0.10 * street * (sand < 0.1)).astype(np.float32)
    return _planted(
        relief, trees * (kinds == GROUND), 6.0, _seasoned(stage, ("#4f8a3a", "#3f7a38", "#5f9a4a")), stage.seed(765)
    )
