"""A beach: the sea with the light's path on it, wet sand, islands far out, palms where it is warm."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.stage import ground, hills, sky, swells, undergrowth, waves, woods
from rushes.engines.animatic.stage.set import Set

SAND = hexed("#e9cf9f")
SHORE = 0.62


def build(stage: Set) -> None:
    air = stage.air
    sky.hang(stage)
    hills.ridge(stage, 0.07, 52, hexed("#6f8a80"), waves=3, salt=100, rough=0.7)
    headland(stage)
    ground.lay(
        stage, SAND, mix(SAND, hexed("#b98f62"), 0.6), contrast=0.55, cell=150, patches=0.35, hollow=0.30, crest=0.82
    )
    waves.sea(stage, shore=SHORE, roughness=15.0)
    waves.wet_sand(stage, SHORE, SAND)
    for index, share in enumerate((0.80, 0.90, 1.0)):
        waves.edge(stage, SHORE * share, 7.0 + 4 * index, foam=0.35 + 0.25 * index)
    waves.breakers(stage, SHORE)
    if warm(stage):
        palms(stage)
    swells.tufts(stage, 0.86, hexed("#a9a45c"), 86, count=26, heights=(16, 40))
    swells.tufts(stage, 1.25, hexed("#a9a45c"), 87, count=20, heights=(20, 52))
    foreground(stage, mix(air.surface(hexed("#8f8a4c"), 1.0, 0.2), air.shadow, 0.45))


def warm(stage: Set) -> bool:
    """Do palms grow here?"""
    plan = stage.plan
    return "palms" in plan.features or (plan.season == "summer" and plan.weather == "clear")


def headland(stage: Set) -> None:
    """A wooded cape that closes one side."""
    air = stage.air
    depth = 0.16
    tone = air.surface(hexed("#4f7350"), depth, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(560)
        centre = period / 2 - air.side * stage.framing.width * 0.52
        for _ in range(120):
            u = random.normal(0, 0.42)
            undergrowth.bush(canvas, centre + u * 260, 6, max(6.0, (1 - u * u) * random.uniform(20, 62)), times(tone, random.uniform(0.75, 1.1)), random, light=air.edge, side=air.side)  # fmt: skip

    stage.bake(depth, -80, 10, draw)


def palms(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    for depth, salt, count in ((0.72, 1, 2), (0.92, 2, 1)):
        foot = stage.ground_y(depth)
        green, bark = air.surface(hexed("#4f8a4a"), depth, 0.5), air.surface(hexed("#8a6f52"), depth, 0.5)
        tall = 520 * depth * frame.tall * stage.near(depth)

        def draw(canvas: Canvas, period: float, salt: int = salt, count: int = count, foot: float = foot, green: Rgb = green, bark: Rgb = bark, tall: float = tall) -> None:  # fmt: skip
            random = stage.random(565 + salt)
            way = -air.side if salt == 1 else air.side
            for index in range(count):
                x = period / 2 + way * frame.width * (0.42 + 0.13 * index + random.uniform(-0.04, 0.04))
                woods.palm(canvas, x, foot + 6, tall * random.uniform(0.8, 1.05), green, bark, random, rim=air.edge, side=air.side, lean=-way * random.uniform(0.12, 0.3) + 0.22 * air.gust)  # fmt: skip

        stage.bake(depth, foot - tall * 1.35, foot + 10, draw, period=frame.width * 2.4, sways=foot)


def foreground(stage: Set, dark: Rgb) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(570)
        for _ in range(34):
            way = 1 if random.random() < 0.6 else -1
            x = period / 2 + way * frame.width * abs(random.normal(0.52, 0.10))
            undergrowth.grass(canvas, x, foot, random.uniform(110, 240), times(dark, 0.8), mix(dark, air.edge, 0.4), random, blades=7, lean=-0.25, gust=air.gust)  # fmt: skip

    stage.bake(1.5, foot - 270, foot + 5, draw, order=2.0, period=frame.width * 2.3, sways=foot)
