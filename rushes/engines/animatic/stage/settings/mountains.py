"""High mountains above a lake that mirrors them."""

from __future__ import annotations

from rushes.engines.animatic.paint.colours import hexed, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.stage import ground, hills, mist, sky, swells, undergrowth, waves
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import pine_forest

SNOW = hexed("#f1f5ff")


def build(stage: Set) -> None:
    plan = stage.plan
    snow = pine_forest.SNOW if pine_forest.wintry(stage) else None
    sky.hang(stage)
    hills.ridge(
        stage, 0.06, 330, hexed("#7d88a0"), waves=3, snow=SNOW, snow_from=0.46 if snow is None else 0.25, salt=100
    )
    hills.ridge(
        stage, 0.10, 220, hexed("#6c7688"), waves=4, snow=SNOW, snow_from=0.60 if snow is None else 0.3, salt=110
    )
    mist.band(stage, 0.12, -130, 10, strength=0.38, salt=131)
    hills.ridge(stage, 0.16, 118, hexed("#51655c"), waves=5, salt=120, rough=0.7, snow=snow, snow_from=0.55)
    pine_forest.stand(stage, 0.25, (30, 66), 170, snow, 91, base=2)
    floor = SNOW if snow is not None else hexed("#77803f")
    ground.lay(
        stage, floor, hexed("#8d8478") if snow is None else hexed("#b9c4e6"), contrast=0.8, cell=120, patches=0.5
    )
    waves.lake(stage, shore=0.60)
    rocks(stage, 0.63, 16, 95, snow is not None)
    pine_forest.stand(stage, 0.70, (200, 330), 10, snow, 92, clearing=0.55)
    swells.tufts(stage, 0.82, floor if snow is None else hexed("#9aa0a8"), 96, count=46, heights=(10, 26))
    rocks(stage, 1.25, 5, 97, snow is not None)
    if plan.weather in ("clear", "cloudy") and plan.time in ("dawn", "golden"):
        mist.band(stage, 0.5, -34, stage.ground_y(0.52), strength=0.34, salt=135, drift=-10)
    pine_forest.foreground(stage, snow)


def rocks(stage: Set, depth: float, count: int, salt: int, snowy: bool) -> None:
    """Boulders along a line of the ground."""
    air, frame = stage.air, stage.framing
    foot = stage.ground_y(depth)
    tone = air.surface(hexed("#7f7d80"), depth, 0.45)
    light = mix(air.edge, tone, 0.3)
    cap = air.surface(SNOW, depth, 0.7) if snowy else None

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(490 + salt)
        for _ in range(max(2, round(count * period / 1900))):
            x = random.uniform(0, period)
            if depth > 1 and abs(x - period / 2) < frame.width * 0.30:
                continue
            undergrowth.stone(canvas, x, foot + random.uniform(-2, 10) * depth, random.uniform(26, 92) * depth, times(tone, random.uniform(0.8, 1.1)), random, light=light, side=air.side, cap=cap)  # fmt: skip

    stage.bake(depth, foot - 90 * depth, foot + 16 * depth, draw)
