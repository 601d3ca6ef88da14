"""Another world: spires of rock, craters, crystals that glow, a neighbour with a ring in its sky."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, sky, undergrowth
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import mountains, space

LANDS = (
    ("#b4583a", "#7a3a34"),
    ("#7f6a9c", "#4f4470"),
    ("#5f8f94", "#3a5f6c"),
    ("#b08a5a", "#7a5a44"),
    ("#8f8f98", "#5f606c"),
)


def build(stage: Set) -> None:
    frame = stage.framing
    random = stage.random(870)
    land, rock = (hexed(code) for code in LANDS[int(random.integers(len(LANDS)))])
    if stage.plan.colours:
        land = mix(land, hexed(stage.plan.colours[0]), 0.55)
    if {"moon", "grey"} & set(stage.plan.features):
        land, rock = hexed("#9a9aa2"), hexed("#6a6a74")
    sky.hang(stage, clouds=stage.plan.weather != "clear", sun=False)
    space.stars(stage, 0.02, 260 if stage.plan.time in ("night", "dusk") else 70, 0.9, 872)
    space.sun(stage)
    world = space.WORLDS[int(random.integers(len(space.WORLDS)))]
    radius = min(frame.width, frame.height) * 0.24
    space.planet(stage, world, -stage.air.side * frame.width * 0.24, -frame.horizon * 0.60, radius, 0.035)
    moon = ("craters", "#6a5f5a", "#c8bcae", "#d0c0b0", 0.0)
    space.planet(stage, moon, stage.air.side * frame.width * 0.10, -frame.horizon * 0.80, radius * 0.15, 0.03)
    hills.ridge(stage, 0.09, 150, rock, waves=4, salt=100)
    spires(stage, 0.16, 10, (90, 230), rock, 1)
    mist.band(stage, 0.18, -60, 20, strength=0.46, salt=131)
    hills.ridge(stage, 0.22, 44, mix(rock, land, 0.5), waves=5, salt=110, rough=0.6, ridged=False)
    ground.lay(stage, land, rock, contrast=0.9, cell=170, patches=0.45, hollow=0.14, crest=0.9)
    craters(stage, land)
    spires(stage, 0.44, 4, (120, 260), rock, 2, foot=stage.ground_y(0.44))
    mountains.rocks(stage, 0.62, 12, 873, False)
    crystals(stage, 0.72, 4, 3, clearing=0.5)
    mountains.rocks(stage, 1.28, 6, 874, False)
    foreground(stage, rock)


def spires(
    stage: Set, depth: float, count: int, heights: tuple[float, float], rock: Rgb, salt: int, foot: float = 12.0
) -> None:
    """Needles of rock, some with arches between them."""
    air = stage.air
    tall = stage.framing.tall * stage.near(depth)
    tones = [air.surface(rock, depth, f) for f in (0.08, 0.45, 0.95)]

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(880 + salt)
        number = max(2, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            height = random.uniform(*heights) * tall
            width = height * random.uniform(0.16, 0.30)
            path = skia.Path()
            path.moveTo(x - width, foot + 8)
            left = [
                (x - width * (0.62 * (1 - s) + 0.10) * random.uniform(0.8, 1.2), foot - height * s)
                for s in (0.2, 0.45, 0.7, 0.9)
            ]
            right = [
                (x + width * (0.62 * (1 - s) + 0.10) * random.uniform(0.8, 1.2), foot - height * s)
                for s in (0.9, 0.7, 0.45, 0.2)
            ]
            for point in left:
                path.lineTo(*point)
            path.lineTo(x + random.uniform(-0.1, 0.1) * width, foot - height)
            for point in right:
                path.lineTo(*point)
            path.lineTo(x + width, foot + 8)
            path.close()
            canvas.drawPath(path, linear((x - air.side * width * 0.6, 0), (x + air.side * width * 0.6, 0), tones))
            canvas.save()
            canvas.clipPath(path, True)
            for _ in range(9):
                y = foot - height * random.random()
                canvas.drawRect(
                    skia.Rect.MakeXYWH(x - width, y, width * 2, random.uniform(1.5, 5)),
                    solid(times(tones[0], 0.8), 0.30),
                )
            canvas.restore()

    stage.bake(depth, foot - heights[1] * tall * 1.04, foot + 10, draw, melt=12 if depth > ground.ORDER else 0.0)


def craters(stage: Set, land: Rgb) -> None:
    """Craters seen flat: a lit far lip, a dark near wall."""
    air = stage.air
    for depth in (0.52, 0.70, 0.94, 1.22):
        foot = stage.ground_y(depth)
        day, dark = air.surface(land, depth, 1.0), air.surface(times(land, 0.7), depth, 0.05)

        def draw(
            canvas: Canvas, period: float, depth: float = depth, foot: float = foot, day: Rgb = day, dark: Rgb = dark
        ) -> None:
            random = stage.random(890 + round(depth * 100))
            for _ in range(max(2, round(5 * period / 1900))):
                x, wide = random.uniform(0, period), random.uniform(60, 190) * depth
                tall = wide * 0.20
                canvas.drawOval(
                    skia.Rect.MakeXYWH(x - wide * 0.55, foot - tall * 0.62, wide * 1.1, tall * 1.15),
                    solid(day, 0.8, 1.2),
                )
                canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.48, foot - tall * 0.48, wide * 0.96, tall * 0.92), linear((x - air.side * wide * 0.5, 0), (x + air.side * wide * 0.5, 0), [mix(dark, day, 0.6), dark]))  # fmt: skip
                canvas.drawOval(
                    skia.Rect.MakeXYWH(x - wide * 0.40, foot - tall * 0.26, wide * 0.80, tall * 0.66),
                    solid(mix(dark, day, 0.35), 0.9, 2),
                )

        stage.bake(depth, foot - 40 * depth, foot + 40 * depth, draw, order=depth - 0.02)


def crystals(stage: Set, depth: float, count: int, salt: int, *, clearing: float = 0.0) -> None:
    """Clusters of crystal with light inside."""
    air, frame = stage.air, stage.framing
    foot = stage.ground_y(depth)
    tint = hexed(("#5fe0ff", "#b07aff", "#7affc0", "#ff8ad0")[stage.seed(895) % 4])
    glow = 0.75 if stage.plan.time in ("night", "dusk") else 0.35

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(896 + salt)
        number = max(2, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            canvas.drawOval(skia.Rect.MakeXYWH(x - 130, foot - 34, 260, 60), solid(tint, 0.30 * glow, 24))
            for _ in range(6):
                angle = -math.pi / 2 + random.uniform(-0.55, 0.55)
                length, wide = random.uniform(50, 150) * depth * 1.2, random.uniform(10, 19)
                base = x + random.uniform(-36, 36)
                tip = (base + math.cos(angle) * length, foot + math.sin(angle) * length)
                nx, ny = -math.sin(angle) * wide, math.cos(angle) * wide
                neck = (base + math.cos(angle) * length * 0.78, foot + math.sin(angle) * length * 0.78)
                for half, tone in ((1, mix(tint, (1, 1, 1), 0.35)), (-1, times(tint, 0.45))):
                    face = skia.Path()
                    face.moveTo(base, foot + 4)
                    face.lineTo(base + half * nx * air.side, foot + 4 + half * ny * air.side)
                    face.lineTo(neck[0] + half * nx * air.side, neck[1] + half * ny * air.side)
                    face.lineTo(*tip)
                    face.close()
                    canvas.drawPath(
                        face, linear((base, foot), tip, [times(tone, 0.45), mix(tone, tint, 0.4), tone], [0, 0.6, 1])
                    )

    stage.bake(depth, foot - 230 * depth, foot + 30, draw)


def foreground(stage: Set, rock: Rgb) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(rock, 1.0, 0.1), 0.45), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(899)
        for way in (-1, 1):
            for _ in range(2):
                x = period / 2 + way * frame.width * random.uniform(0.47, 0.60)
                undergrowth.stone(
                    canvas, x, foot, random.uniform(230, 400), dark, random, light=mix(dark, air.edge, 0.5), side=-way
                )

    stage.bake(1.5, foot - 260, foot + 5, draw, order=2.0)
