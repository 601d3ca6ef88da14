"""A highway through open country: lanes, guard rail, poles with wires, hills far off."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import cloudy
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, seasons, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import city, meadow

#: The road lies between these depths; the main line is its near lane.
FAR, NEAR = 0.66, 1.42


def build(stage: Set) -> None:
    season = seasons.of(stage)
    grass = mix(season.grass, hexed("#b39a5c"), 0.35 if season.white is None else 0.0)
    leaf, white = season.leaf, season.white
    sky.hang(stage)
    hills.ridge(
        stage,
        0.07,
        130,
        hexed("#7f8aa0"),
        waves=4,
        salt=100,
        snow=hexed("#eef2ff"),
        snow_from=0.7 if white is None else 0.35,
    )
    for index, (depth, height) in enumerate(((0.14, 74), (0.22, 46))):
        meadow.hill(stage, depth, height, mix(grass, hexed("#7f8a5a"), 0.4), 80 + index, leaf, white)
    mist.band(stage, 0.26, -36, 24, strength=0.30, salt=131)
    speckle = cloudy((512, 512), (120, 120), stage.seed(750), octaves=3)

    def marks(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
        return _road(rgb, depth, x, stage, speckle)

    ground.lay(stage, grass, mix(grass, hexed("#c8a860"), 0.5), contrast=0.75, cell=140, patches=0.45, marks=marks)
    meadow.trees(stage, 0.42, 3, leaf, white, 82)
    poles(stage)
    swells.tufts(stage, 0.56, grass, 84, count=90, heights=(10, 26))
    rail(stage)
    swells.tufts(stage, 1.52, grass, 85, count=46, heights=(26, 60), order=1.52)
    if stage.air.wet > 0.3:
        city.puddles(stage, 0.6, stands=0.60)
        stage.mirror = 0.6
    woods_near(stage, grass)


def _road(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32], stage: Set, speckle: NDArray[np.float32]) -> NDArray[np.float32]:  # fmt: skip
    air = stage.air
    inside = (np.clip((depth - FAR) * 60, 0, 1) * np.clip((NEAR - depth) * 60, 0, 1))[:, None]
    asphalt = np.array(air.surface(hexed("#5a5a60"), 1.0, 0.55), np.float32)
    rows = (ground.DISTANCE / depth * 1.5).astype(int) % 512
    grit = speckle[rows][:, np.arange(len(x)) % 512]
    tracks = sum(np.exp(-(((depth - d) / 0.045) ** 2)) for d in (0.76, 0.86, 1.06, 1.24))
    tone = asphalt * (0.90 + 0.26 * (grit - 0.5) - 0.07 * np.asarray(tracks, np.float32)[:, None])[..., None]
    out = rgb * (1 - inside[..., None]) + tone * inside[..., None]
    white, yellow = (np.array(air.surface(hexed(code), 1.0, 0.8), np.float32) for code in ("#f2f0e6", "#f2c54a"))
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    dash = (((x - x[0]) / period * round(period / 300)) % 1.0 < 0.5).astype(np.float32)[None]
    for place, half, colour, broken in (
        (FAR + 0.03, 0.008, white, False),
        (0.945, 0.011, yellow, True),
        (NEAR - 0.06, 0.017, white, False),
    ):
        line = np.exp(-(((depth - place) / half) ** 4))[:, None] * (dash if broken else 1.0) * 0.86
        out = out * (1 - line[..., None]) + colour * line[..., None]
    return np.asarray(out, np.float32)


def rail(stage: Set) -> None:
    """The guard rail on the far side."""
    air = stage.air
    depth = 0.63
    foot = stage.ground_y(depth)
    steel = air.surface(hexed("#b4bac2"), depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        posts = round(period / 120)
        for index in range(posts):
            canvas.drawRect(skia.Rect.MakeXYWH(index * period / posts - 3, foot - 34, 6, 36), solid(times(steel, 0.6)))
        for y, tone in (
            (36, mix(steel, air.edge, 0.5)),
            (31, steel),
            (27, times(steel, 0.6)),
            (23, steel),
            (19, times(steel, 0.5)),
        ):
            canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - y, period + 10, foot - y + 5), solid(tone))

    stage.bake(depth, foot - 40, foot + 3, draw)


def poles(stage: Set) -> None:
    """Telegraph poles and the wires that hang between them."""
    air, frame = stage.air, stage.framing
    depth = 0.50
    foot = stage.ground_y(depth)
    wood = air.surface(hexed("#5f4d42"), depth, 0.35)
    height = 300 * frame.tall

    def draw(canvas: Canvas, period: float) -> None:
        count = max(2, round(period / 470))
        gap = period / count
        for index in range(count + 1):
            x = (index + 0.35) * gap
            canvas.drawRect(skia.Rect.MakeXYWH(x - 3, foot - height, 6, height + 2), solid(wood))
            canvas.drawRect(skia.Rect.MakeXYWH(x - 26, foot - height + 14, 52, 5), solid(wood))
            for u in (-22, -8, 8, 22):
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x + u - 1.5, foot - height + 8, 3, 7), solid(mix(wood, air.edge, 0.5))
                )
                wire = skia.Path()
                wire.moveTo(x + u - gap, foot - height + 8)
                wire.quadTo(x + u - gap / 2, foot - height + 44, x + u, foot - height + 8)
                canvas.drawPath(wire, stroke(wood, 1.0, 0.8))

    stage.bake(depth, foot - height - 6, foot + 3, draw)


def woods_near(stage: Set, grass: Rgb) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(grass, 1.0, 0.15), 0.5), air.shadow, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(760)
        for _ in range(26):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.55))
            undergrowth.grass(
                canvas,
                x,
                foot,
                (34 + 130 * off**2) * random.uniform(0.7, 1.2),
                dark,
                mix(dark, air.edge, 0.5),
                random,
                blades=7,
            )

    stage.bake(1.7, foot - 210, foot + 4, draw, order=2.0)
