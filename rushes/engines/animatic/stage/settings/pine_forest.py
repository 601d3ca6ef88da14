"""A pine forest under mountains; in snow it is the picture-book one."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.stage import ground, hills, mist, sky, swells, woods
from rushes.engines.animatic.stage.set import Set

SNOW = hexed("#e9eefb")
NEEDLES = hexed("#35604f")


def wintry(stage: Set) -> bool:
    """Does snow lie?"""
    return stage.plan.weather == "snow" or stage.plan.season == "winter"


def build(stage: Set) -> None:
    snow = SNOW if wintry(stage) else None
    sky.hang(stage)
    rock = hexed("#8a86a0") if snow else hexed("#6f7f92")
    hills.ridge(stage, 0.10, 190, rock, waves=4, snow=SNOW, snow_from=0.40 if snow else 0.62, salt=100)
    hills.ridge(stage, 0.16, 92, mix(rock, NEEDLES, 0.55), waves=6, salt=110, rough=0.6, snow=snow, snow_from=0.5)
    stand(stage, 0.24, (46, 92), 120, snow, 11, base=4)
    mist.band(stage, 0.27, -70, 30, strength=0.55, salt=131)
    stand(stage, 0.34, (84, 165), 74, snow, 12)
    if snow:
        ground.lay(
            stage,
            SNOW,
            mix(SNOW, hexed("#aeb9e6"), 0.5),
            contrast=0.85,
            cell=210,
            patches=0.35,
            hollow=0.16,
            crest=0.86,
        )
    else:
        ground.lay(stage, hexed("#6d7a48"), hexed("#7d6544"), contrast=0.7, cell=150, patches=0.45)
    stand(stage, 0.50, (150, 290), 34, snow, 13, clearing=0.30)
    mist.band(stage, 0.56, -60, stage.ground_y(0.75), strength=0.30, salt=134)
    swells.bank(stage, 0.72, 26, SNOW if snow else hexed("#66743f"), 15, tufts=snow is None)
    stand(stage, 0.80, (300, 430), 8, snow, 14, clearing=0.62)
    if stage.plan.weather == "clear" and stage.plan.time in ("golden", "dawn"):
        sky.beams(stage, 0.6, 0.34)
    foreground(stage, snow)


def stand(
    stage: Set, depth: float, heights: tuple[float, float], count: int, snow: Rgb | None, salt: int, *, base: float = 0.0, clearing: float = 0.0
) -> None:  # fmt: skip
    """A row of trees that stand at one depth; `clearing` leaves the middle of the frame open, 0..1."""
    frame, air = stage.framing, stage.air
    near = stage.near(depth)
    tall = frame.tall * near
    foot = stage.ground_y(depth) + base if depth > ground.ORDER else base + 8
    needles = air.surface(NEEDLES if snow is None else hexed("#3d5568"), depth, 0.34)
    white = air.surface(snow, depth, 0.55) if snow is not None else None
    rim = mix(air.edge, air.haze, air.veil(depth) * 0.8) if depth > 0.3 and stage.plan.time != "day" else None

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(200 + salt)
        number = round(count * period / 1900)
        gaps = skyline(256, 7, stage.seed(260 + salt), octaves=3)
        placed = []
        for index in range(number):
            x = (index + random.uniform(0.05, 0.95)) / number * period
            off = abs(x - period / 2) / (frame.width / 2)
            if clearing and off < clearing * 1.25 and random.random() < 0.9:
                continue
            if depth < 0.6 and gaps[int(x / period * 256) % 256] < 0.40 and random.random() < 0.6:
                continue
            placed.append((x, random.uniform(*heights) * tall, random.uniform(-1, 1)))
        for x, height, jitter in sorted(placed, key=lambda p: p[2]):
            y = foot + (jitter * 10 + 4) * depth
            woods.pine(
                canvas,
                x,
                y,
                height,
                times(needles, random.uniform(0.88, 1.08)),
                random,
                snow=white,
                rim=rim,
                side=air.side,
            )

    if depth < ground.ORDER:
        swells.strip(stage, depth, foot, air.surface(NEEDLES if snow is None else hexed("#7f8cb8"), depth, 0.3), salt)
    sways = foot if depth > 0.45 else None
    stage.bake(depth, foot - heights[1] * tall * 1.08, foot + 16, draw, sways=sways)


def foreground(stage: Set, snow: Rgb | None) -> None:
    """Dark trees out of focus at both sides, nearer than the action."""
    frame, air = stage.framing, stage.air
    depth = 1.55
    period = frame.width * 2.3
    dark = mix(times(air.surface(NEEDLES, 1.0, 0.05), 0.42), air.shadow, 0.5)
    white = mix(times(air.surface(SNOW, 1.0, 0.2), 0.55), air.shadow, 0.25) if snow is not None else None
    foot = frame.height - frame.horizon + 110
    # A camera that follows lets them pass before the lead: then only their tips may, never across a face.
    follows = any(subject.travels for subject in stage.plan.subjects)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(340)
        half = frame.width / 2
        for side in (-1, 1):
            x = period / 2 + side * half * random.uniform(0.93, 1.06)
            height = foot * random.uniform(0.42, 0.58) if follows else foot + frame.horizon * random.uniform(0.30, 0.62)
            woods.pine(canvas, x, foot, height, dark, random, snow=white, rim=times(air.edge, 0.6), side=-side)
        if not follows:
            tall = foot + frame.horizon * 0.4
            woods.pine(canvas, period / 2 + half * 1.75, foot, tall, dark, random, snow=white, side=-1)

    stage.bake(depth, -frame.horizon * 0.8, foot + 10, draw, period=period, order=2.0, sways=foot)
