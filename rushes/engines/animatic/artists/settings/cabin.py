"""A log cabin in a clearing of pines, smoke from its chimney, firewood, mountains behind."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import cottages, farmsteads, fires, ground, hills, mist, rows, seasons, sky, swells
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import mountains, pine_forest

DEPTH = 0.48


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    white = season.white
    side = rows.free_side(stage, 3300)
    sky.hang(stage)
    hills.ridge(stage, 0.06, 260, hexed("#7d88a0"), waves=3, snow=hexed("#f1f5ff"), snow_from=0.5 if white is None else 0.2, salt=100)  # fmt: skip
    hills.ridge(stage, 0.11, 110, hexed("#55705f"), waves=4, salt=110, rough=0.7, snow=white, snow_from=0.5)
    mist.band(stage, 0.13, -80, 12, strength=0.40, salt=131)
    pine_forest.stand(stage, 0.19, (60, 120), 120, white, 3301, base=3)
    pine_forest.stand(stage, 0.26, (110, 200), 60, white, 3302, base=4)
    mist.band(stage, 0.28, -60, 24, strength=0.30, salt=133)
    floor = season.ground(mix(season.grass, hexed("#7a6a4a"), 0.35))
    ground.lay(stage, floor, season.hollows(mix(floor, hexed("#7a5f42"), 0.5)), contrast=0.8, cell=150, patches=0.45)
    pine_forest.stand(stage, 0.40, (330, 470), 9, white, 3303, clearing=0.2)
    wide = min(540.0, frame.width * 0.66) * stage.near(DEPTH)
    x = side * frame.width * (0.17 if not frame.portrait else 0.06)
    rows.one(stage, DEPTH, x, 3304, lambda c, at, f, r: farmsteads.log_cabin(c, at, f, wide, air, DEPTH, r, snow=white), tall=wide)  # fmt: skip
    cottages.rising(
        stage, DEPTH, [(x + wide * 0.30, stage.ground_y(DEPTH) - wide * 0.86)], max(frame.width, 900.0) * 2.3
    )
    if air.windows > 0.15:
        fires.glow(
            stage, x, stage.ground_y(DEPTH) - wide * 0.16, DEPTH, wide * 0.8, DEPTH + 0.002, 3, 0.8 * air.windows
        )
    woodpile(stage, 0.56, -side * frame.width * 0.36)
    swells.bank(stage, 0.66, 20, floor, 3306, tufts=white is None)
    mountains.rocks(stage, 0.72, 5, 3307, white is not None)
    pine_forest.stand(stage, 0.78, (380, 520), 3, white, 3308, clearing=0.75)
    swells.tufts(stage, 0.86, season.grass if white is None else hexed("#9aa0a8"), 3309, count=46, heights=(10, 26))
    pine_forest.foreground(stage, white)


def woodpile(stage: Set, depth: float, x: float) -> None:
    """Split logs in a stack, and a block with an axe in it."""
    air = stage.air
    end, bark = air.surface(hexed("#d8b078"), depth, 0.7), air.surface(hexed("#6a4a34"), depth, 0.4)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        size = 15 * depth * 1.6
        canvas.drawOval(skia.Rect.MakeXYWH(at - size * 5, foot - 4, size * 10, 12), solid(air.shadow, 0.4, 4))
        for row in range(5):
            for column in range(8 - row):
                cx, cy = at + (column - (8 - row) / 2 + 0.5) * size * 1.12, foot - size * (0.5 + row * 0.94)
                radius = size * random.uniform(0.48, 0.58)
                canvas.drawCircle(cx, cy, radius, solid(bark))
                canvas.drawCircle(cx, cy, radius * 0.78, solid(times(end, random.uniform(0.8, 1.1))))
                canvas.drawCircle(cx, cy, radius * 0.4, stroke(times(end, 0.7), 1.2))
        block = skia.Rect.MakeLTRB(at + size * 5.4, foot - size * 1.7, at + size * 7.6, foot + 3)
        canvas.drawRect(block, linear((block.left(), 0), (block.right(), 0), [times(bark, 0.7), bark]))
        canvas.drawOval(
            skia.Rect.MakeLTRB(block.left(), block.top() - size * 0.3, block.right(), block.top() + size * 0.3),
            solid(end),
        )
        canvas.drawLine(block.centerX(), block.top(), block.centerX() + size * 2.4, block.top() - size * 2.2, stroke(mix(end, bark, 0.3), size * 0.22))  # fmt: skip
        head = air.surface(hexed("#9aa2ac"), depth, 0.7)
        canvas.drawRect(
            skia.Rect.MakeXYWH(block.centerX() - size * 0.4, block.top() - size * 0.5, size * 0.9, size * 0.7),
            solid(head),
        )

    rows.one(stage, depth, x, 3305, each, tall=160)


SETTING = Setting(
    build=build,
    words="cabin, log cabin, cabin in the woods, wooden cabin, cottage in the woods, forest cabin, mountain cabin, hut, chalet, ski lodge, wooden hut, snowy cabin, hunting lodge",
    by_day="birds breeze",
    by_night="crickets owl",
    scenery=frozenset(
        {
            "houses",
            "cabin",
            "log_cabin",
            "wooden_cabin",
            "log_house",
            "hut",
            "wooden_hut",
            "lodge",
            "trees",
            "mountains",
            "smoke",
            "rocks",
        }
    ),
)
