"""The arctic: towers of blue ice in a dark sea, snow that the wind has ribbed, floes."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, sky, swells, waves
from rushes.engines.animatic.stage.set import Random, Set

SNOW, ICE, BLUE = hexed("#eef4fc"), hexed("#bfe2f2"), hexed("#5fa8d0")


def build(stage: Set) -> None:
    sky.hang(stage)
    hills.ridge(stage, 0.06, 150, hexed("#8fa8c0"), waves=4, snow=SNOW, snow_from=0.12, salt=100, rough=0.8)
    mist.band(stage, 0.09, -90, 12, strength=0.40, salt=131)
    bergs(stage, 0.16, 5, (60, 130), 1410)
    ground.lay(
        stage,
        SNOW,
        mix(SNOW, hexed("#a9c4ea"), 0.6),
        contrast=0.7,
        cell=240,
        patches=0.35,
        streak=2.6,
        hollow=0.20,
        crest=0.80,
    )
    waves.lake(stage, shore=0.58)
    bergs(stage, 0.34, 3, (150, 290), 1420, clearing=0.16)
    floes(stage, 0.46, 9, 1430)
    swells.bank(stage, 0.64, 20, SNOW, 1440)
    blocks(stage, 0.72, 7, 1450, clearing=0.45)
    swells.bank(stage, 0.86, 12, SNOW, 1460)
    if stage.plan.weather in ("clear", "cloudy"):
        mist.band(stage, 0.5, -30, stage.ground_y(0.6), strength=0.20, salt=135, drift=-14)
    foreground(stage)


def berg(
    canvas: Canvas, x: float, foot: float, width: float, height: float, stage: Set, depth: float, random: Random
) -> None:
    """An iceberg: a few planes of ice, lit on one side, blue where it is in shade, green at the water."""
    air, side = stage.air, stage.air.side
    lit = air.surface(SNOW, depth, 0.9)
    shade = air.surface(mix(BLUE, SNOW, 0.35), depth, 0.25)
    deep = air.surface(BLUE, depth, 0.2)
    count = int(random.integers(5, 8))
    tops = []
    for index in range(count):
        u = index / (count - 1)
        rise = (1 - abs(2 * u - 0.9) ** 1.4) * random.uniform(0.55, 1.0) + 0.14
        tops.append((x - width / 2 + u * width, foot - height * rise))
    outline = skia.Path()
    outline.moveTo(x - width * 0.55, foot + 3)
    for top in tops:
        outline.lineTo(*top)
    outline.lineTo(x + width * 0.55, foot + 3)
    outline.close()
    canvas.drawPath(outline, linear((0, foot - height), (0, foot), [mix(lit, shade, 0.35), shade, deep]))
    canvas.save()
    canvas.clipPath(outline, True)
    for index in range(count - 1):
        (ax, ay), (bx, by) = tops[index], tops[index + 1]
        rising = (by - ay) * side > 0
        root = (ax + bx) / 2 + side * width * random.uniform(0.02, 0.10)
        facet = skia.Path()
        facet.moveTo(ax, ay)
        facet.lineTo(bx, by)
        facet.lineTo(root, foot - height * random.uniform(-0.05, 0.25))
        facet.close()
        canvas.drawPath(
            facet,
            linear(
                (0, min(ay, by)),
                (0, foot),
                [lit if rising else mix(shade, lit, 0.35), mix(shade, deep, 0.4)],
                None,
                [0.95, 0.35],
            ),
        )
        canvas.drawLine(
            ax, ay, root, foot - height * 0.1, stroke(mix(lit, air.edge, 0.3), max(0.8, width * 0.006), 0.5)
        )
    for _ in range(5):
        y = foot - height * random.uniform(0.05, 0.6)
        canvas.drawLine(
            x - width * 0.5, y, x + width * 0.5, y + random.uniform(-9, 9), stroke(deep, max(0.7, height * 0.010), 0.4)
        )
    canvas.restore()
    edge = skia.Path()
    edge.moveTo(*tops[0])
    for top in tops[1:]:
        edge.lineTo(*top)
    canvas.drawPath(edge, stroke(mix((1, 1, 1), air.edge, 0.3), max(1.0, width * 0.010), 0.75))


def bergs(
    stage: Set, depth: float, count: int, heights: tuple[float, float], salt: int, *, clearing: float = 0.0
) -> None:
    frame = stage.framing
    foot = stage.ground_y(depth) if depth > ground.ORDER else 8.0
    grow = frame.tall * stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        number = max(1, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.2, 0.8)) / number * period
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                x += frame.width * 0.3
            high = random.uniform(*heights) * grow
            berg(canvas, x, foot, high * random.uniform(1.1, 2.1), high, stage, depth, random)

    stage.bake(depth, foot - heights[1] * grow * 1.25, foot + 8, draw)


def floes(stage: Set, depth: float, count: int, salt: int) -> None:
    """Flat ice on the water, with its blue edge."""
    air = stage.air
    foot = stage.ground_y(depth)
    top, edge = air.surface(SNOW, depth, 0.85), air.surface(mix(BLUE, ICE, 0.4), depth, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(count * period / 1900)):
            x, wide = random.uniform(0, period), random.uniform(60, 190)
            y = foot + random.uniform(-26, 16)
            for drop, tone in ((6, edge), (0, top)):
                canvas.drawPath(_slab(x, y + drop, wide, random.uniform(0.10, 0.13) * wide), solid(tone))

    stage.bake(depth, foot - 46, foot + 42, draw)


def _slab(x: float, y: float, wide: float, high: float) -> skia.Path:
    path = skia.Path()
    path.moveTo(x - wide * 0.5, y)
    path.lineTo(x - wide * 0.30, y - high * 0.8)
    path.lineTo(x + wide * 0.22, y - high)
    path.lineTo(x + wide * 0.5, y - high * 0.2)
    path.lineTo(x + wide * 0.28, y + high * 0.7)
    path.lineTo(x - wide * 0.26, y + high * 0.8)
    path.close()
    return path


def blocks(stage: Set, depth: float, count: int, salt: int, *, clearing: float) -> None:
    """Broken ice on the shore, small enough to stand beside somebody."""
    frame = stage.framing
    foot = stage.ground_y(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(count * period / 1900)):
            x = random.uniform(0, period)
            if abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            high = random.uniform(40, 110) * depth
            berg(canvas, x, foot + 4, high * random.uniform(0.9, 1.6), high, stage, depth, random)

    stage.bake(depth, foot - 150 * depth, foot + 14, draw)


def foreground(stage: Set) -> None:
    """A drift of snow and a spike of ice before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark: Rgb = mix(times(air.surface(BLUE, 1.0, 0.2), 0.7), air.shadow, 0.25)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1470)
        for way in (-1, 1):
            x = period / 2 + way * frame.width * random.uniform(0.52, 0.6)
            spike = skia.Path()
            high = random.uniform(150, 240)
            spike.moveTo(x - 120, foot)
            spike.lineTo(x - 40, foot - high * 0.7)
            spike.lineTo(x + way * 10, foot - high)
            spike.lineTo(x + 60, foot - high * 0.5)
            spike.lineTo(x + 150, foot)
            spike.close()
            canvas.drawPath(spike, linear((0, foot - high), (0, foot), [mix(dark, air.edge, 0.5), dark]))
            drift = skia.Path()
            drift.moveTo(x - 420, foot)
            drift.quadTo(x, foot - 110, x + 420, foot)
            drift.close()
            canvas.drawPath(drift, linear((0, foot - 90), (0, foot), [air.surface(SNOW, 1.0, 0.55), dark]))

    stage.bake(1.5, foot - 270, foot + 5, draw, order=2.0, period=frame.width * 2.3)
