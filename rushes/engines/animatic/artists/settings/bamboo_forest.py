"""A bamboo forest: green stems to beyond the frame, light that falls through, a path with low fences."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, groves, mist, rows, seasons, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Random, Set

CULM, LEAVES, FLOOR = hexed("#8fae4a"), hexed("#7fae46"), hexed("#a8905a")


def build(stage: Set) -> None:
    plan, frame = stage.plan, stage.framing
    season = seasons.of(stage)
    top = -frame.horizon * 1.25
    sky.hang(stage, clouds=False)
    backdrop(stage)
    for index, (depth, width, count) in enumerate(((0.13, 8, 64), (0.19, 12, 46), (0.26, 17, 34))):
        culms(stage, depth, width, count, top, 2200 + index)
        mist.band(stage, depth + 0.01, -frame.horizon * 0.55, 40, strength=0.26, salt=131 + index)
    floor = season.ground(mix(FLOOR, hexed("#7a8a4a"), 0.3))
    ground.lay(stage, floor, season.hollows(mix(FLOOR, hexed("#6a4f30"), 0.5)), contrast=0.85, cell=90, patches=0.5)
    culms(stage, 0.40, 26, 22, top, 2204)
    if plan.time in ("day", "dawn", "golden") and plan.weather in ("clear", "fog", "wind", "cloudy"):
        sky.beams(stage, 0.45, 0.42)
    fence(stage, 0.50)
    culms(stage, 0.62, 38, 13, top, 2205, clearing=0.40)
    undergrowth_row(stage, 0.70, season.white)
    culms(stage, 0.84, 54, 7, top, 2206, clearing=0.66)
    swells.tufts(stage, 0.9, LEAVES, 2208, count=40, heights=(10, 26))
    crown(stage)
    foreground(stage, top)


def backdrop(stage: Set) -> None:
    """Leaves and light behind the last stems."""
    frame, air = stage.framing, stage.air
    far = mix(air.surface(LEAVES, 0.2, 0.6), air.haze, 0.35)
    bright = mix(far, mix(air.sun, air.haze, 0.4), 0.5 if stage.plan.time != "night" else 0.1)

    def draw(canvas: Canvas, period: float) -> None:
        box = skia.Rect.MakeLTRB(-10, -frame.horizon * 1.2, period + 10, 50)
        canvas.drawRect(box, linear((0, -frame.horizon), (0, 40), [times(far, 0.8), far, bright], [0, 0.45, 1]))
        random = stage.random(2210)
        for _ in range(90):
            x, y = random.uniform(0, period), -frame.horizon * random.uniform(0.1, 1.15)
            groves.spray(canvas, x, y, random.uniform(40, 90), mix(far, air.surface(LEAVES, 0.3, 0.8), 0.4), random)

    stage.bake(0.10, -frame.horizon * 1.18, 44, draw, blur=2.4)


def culms(stage: Set, depth: float, width: float, count: float, top: float, salt: int, *, clearing: float = 0.0) -> None:  # fmt: skip
    air = stage.air
    tone, leaf = air.surface(CULM, depth, 0.55), air.surface(LEAVES, depth, 0.7)
    rim = mix(air.edge, air.haze, air.veil(depth))
    grow = stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        shade = random.uniform(0.78, 1.12)
        old = mix(tone, air.surface(hexed("#b8a85a"), depth, 0.5), 0.7 if random.random() < 0.14 else 0.0)
        wide = width * grow * random.uniform(0.65, 1.1)
        groves.bamboo(canvas, x, foot + 4, top, wide, times(old, shade), random, rim=rim, side=air.side, leaves=leaf)
        if depth > ground.ORDER:
            for _ in range(3):
                undergrowth.grass(canvas, x + random.uniform(-1.6, 1.6) * wide, foot + 6, wide * 0.9, times(tone, 0.5), tone, random, blades=6)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=-top + rows.foot_of(stage, depth), clearing=clearing, scatter=8)


def fence(stage: Set, depth: float) -> None:
    """The low fence of split canes that follows the path."""
    air = stage.air
    foot = stage.ground_y(depth)
    cane = air.surface(hexed("#b89a5c"), depth, 0.55)

    def draw(canvas: Canvas, period: float) -> None:
        step = 34.0
        for index in range(round(period / step)):
            x = index * step
            canvas.drawLine(x, foot + 3, x + step * 0.9, foot - 40 * depth * 1.6, stroke(times(cane, 0.8), 4.4 * depth))
            canvas.drawLine(x + step * 0.9, foot + 3, x, foot - 40 * depth * 1.6, stroke(cane, 4.4 * depth))
        for y in (12, 52):
            canvas.drawLine(-10, foot - y * depth, period + 10, foot - y * depth, stroke(mix(cane, air.edge, 0.2), 5.6 * depth))  # fmt: skip

    stage.bake(depth, foot - 80 * depth, foot + 8, draw, period=34.0 * math.ceil(stage.period(depth) / 34))


def undergrowth_row(stage: Set, depth: float, white: Rgb | None) -> None:
    air = stage.air
    tone = air.surface(hexed("#5f8a3f"), depth, 0.45)
    light = air.surface(white, depth, 0.8) if white else mix(air.edge, tone, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.bush(canvas, x, foot + 4, random.uniform(20, 46) * depth, times(tone, random.uniform(0.8, 1.1)), random, light=light, side=air.side)  # fmt: skip

    rows.along(stage, depth, 16, 2209, each, tall=70, clearing=0.35)


def crown(stage: Set) -> None:
    """Sprays of leaves that hang into the upper edge."""
    frame, air = stage.framing, stage.air
    leaf = air.surface(LEAVES, 0.7, 0.7)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2212)
        for _ in range(round(150 * period / 1900)):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.5))
            y = -frame.horizon * (1.06 - random.uniform(0.0, 0.30) * (0.4 + off))
            groves.spray(canvas, x, y, random.uniform(46, 110), times(leaf, random.uniform(0.55, 1.1)), random)

    stage.bake(0.55, -frame.horizon * 1.25, -frame.horizon * 0.5, draw, order=0.9)


def foreground(stage: Set, top: float) -> None:
    """Two dark stems and their leaves before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 90
    dark = mix(times(air.surface(CULM, 1.0, 0.1), 0.40), air.shadow, 0.45)
    leaf = mix(times(air.surface(LEAVES, 1.0, 0.2), 0.5), air.shadow, 0.3)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2214)
        for way, share in ((-1, 0.50), (-1, 0.60), (1, 0.53)):
            x = period / 2 + way * frame.width * share
            groves.bamboo(canvas, x, foot, top, random.uniform(54, 84), dark, random, rim=times(air.edge, 0.6), side=-way, leaves=leaf)  # fmt: skip
            for _ in range(7):
                groves.spray(canvas, x - way * random.uniform(-60, 130), top * random.uniform(0.35, 0.9), random.uniform(80, 150), leaf, random)  # fmt: skip

    stage.bake(1.5, top, foot + 4, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="bamboo forest, bamboo grove, bamboo jungle, bamboo woods, bamboo thicket, bamboo path, arashiyama",
    by_day="breeze birds",
    by_night="crickets breeze",
    scenery=frozenset({"trees", "path", "bamboo", "fence"}),
)
