"""A stadium: stands full of people under floodlights, a striped field with its lines, boards along it, goals."""

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import garlands, ground, rows, seasons, sky
from rushes.engines.animatic.stage.set import Random, Set

CROWD = tuple(hexed(code) for code in ("#d8403c", "#f2efe8", "#3f6fb8", "#f2c040", "#2f3a4a", "#e8a08a", "#5f9a6a"))
CONCRETE = hexed("#9a9aa2")
TOUCH = 0.62


def build(stage: Set) -> None:
    frame = stage.framing
    season = seasons.of(stage)
    side = rows.free_side(stage, 4800)
    sky.hang(stage)
    stands(stage, 0.16, 210 * frame.tall, 4801, 12.0)
    floods(stage, 0.17)
    stands(stage, 0.27, 128 * frame.tall, 4802, 16.0)
    turf = season.ground(hexed("#5fa044"))
    ground.lay(
        stage,
        turf,
        season.hollows(times(turf, 0.9)),
        contrast=0.4,
        cell=120,
        patches=0.3,
        marks=_field(turf if season.white else None),
    )
    boards(stage, 0.35)
    goal(stage, 0.46, side * frame.width * 0.34, side)
    flag(stage, 0.64, -side * frame.width * 0.42)


def _field(snow: object) -> ground.Marks:
    """Mown stripes, the lines of the field."""

    def marks(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
        period = float(x[-1] - x[0]) + float(x[1] - x[0])
        bands = round(period / 260) * 2
        stripe = np.where(np.floor((x - x[0]) / period * bands) % 2 > 0, 1.10, 0.92)[None, :, None]
        shone = rgb * (stripe if snow is None else 1.0)
        near = (depth[:, None] - TOUCH) / 0.014
        line = np.exp(-(near**2)) + np.exp(-(((depth[:, None] - 1.35) / 0.03) ** 2))
        across = np.abs(((x[None] + period / 2 + 60) % period) - period / 2)
        line = np.maximum(line, np.where(depth[:, None] > TOUCH, np.exp(-((across / 7) ** 2)), 0.0))
        distance = (ground.DISTANCE / depth)[:, None] - ground.DISTANCE / 0.95
        ring = np.hypot(distance * 1.0, ((x[None] + period / 2 + 60) % period) - period / 2)
        line = np.maximum(line, np.where(depth[:, None] > TOUCH, np.exp(-(((ring - 230) / 7) ** 2)), 0.0))
        share = np.clip(line, 0, 1)[..., None] * 0.85
        bright = np.clip(rgb.max(axis=2, keepdims=True) * 2.1, 0, 0.95)
        return np.asarray(shone * (1 - share) + bright * share, np.float32)

    return marks


def stands(stage: Set, depth: float, high: float, salt: int, foot: float) -> None:
    """Tiers of seats with people in them, aisles between the blocks, a roof on girders."""
    air = stage.air
    high *= stage.near(depth)
    grey = air.surface(CONCRETE, depth, 0.4)
    tones = [air.surface(tone, depth, 0.6) for tone in CROWD]
    roof = air.surface(hexed("#e4e6ea"), depth, 0.7)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, foot - high, period + 10, foot),
            linear((0, foot - high), (0, foot), [times(grey, 0.55), grey]),
        )
        step, size = 5.2 + 9 * depth, 1.9 + 5.0 * depth
        count = int((high - 16) / step)
        for row in range(count):
            y = foot - 10 - row * step
            x = random.uniform(0, 4)
            while x < period:
                block = (x % 300.0) < 14
                if not block and random.random() < 0.9:
                    tone = times(tones[int(random.integers(len(tones)))], random.uniform(0.75, 1.1))
                    canvas.drawCircle(x, y, size * 0.62, solid(tone))
                    canvas.drawCircle(
                        x, y - size * 0.80, size * 0.34, solid(air.surface(hexed("#d8a888"), depth, 0.55))
                    )
                x += size * 1.45
            canvas.drawLine(-10, y + size * 0.8, period + 10, y + size * 0.8, stroke(times(grey, 0.7), 1.0, 0.6))
        for index in range(round(period / 300)):
            canvas.drawRect(
                skia.Rect.MakeLTRB(index * 300.0, foot - high, index * 300.0 + 12, foot),
                solid(mix(grey, air.edge, 0.15)),
            )
        if depth < 0.2:
            canvas.drawRect(
                skia.Rect.MakeLTRB(-10, foot - high * 1.16, period + 10, foot - high * 1.06),
                linear((0, foot - high * 1.16), (0, foot - high * 1.06), [mix(roof, air.edge, 0.2), times(roof, 0.6)]),
            )
            canvas.drawRect(
                skia.Rect.MakeLTRB(-10, foot - high * 1.06, period + 10, foot - high * 0.90),
                linear((0, foot - high * 1.06), (0, foot - high * 0.9), [air.shadow, air.shadow], None, [0.6, 0.0]),
            )
            for index in range(round(period / 150)):
                canvas.drawLine(
                    index * 150.0, foot - high * 1.10, index * 150.0, foot - high * 0.98, stroke(times(roof, 0.6), 2.6)
                )

    stage.bake(depth, foot - high * 1.2, foot + 2, draw, period=300.0 * round(stage.period(depth) / 300))


def floods(stage: Set, depth: float) -> None:
    """Masts of lamps; they burn when it grows dark."""
    air, frame = stage.air, stage.framing
    steel = air.surface(hexed("#7a828e"), depth, 0.5)
    high = frame.horizon * (0.72 if not frame.portrait else 0.56)
    lit = min(1.0, air.windows * 1.6)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        canvas.drawLine(x, foot, x, foot - high, stroke(steel, 6))
        box = skia.Rect.MakeXYWH(x - 52, foot - high - 34, 104, 48)
        if lit > 0.1:
            canvas.drawCircle(x, foot - high - 10, 150, solid(hexed("#eaf2ff"), 0.40 * lit, 60))
        canvas.drawRect(box, solid(times(steel, 0.7)))
        for lamp in range(15):
            px, py = x - 42 + (lamp % 5) * 21, foot - high - 26 + (lamp // 5) * 16
            canvas.drawCircle(px, py, 6.4, solid(mix(steel, (1.0, 1.0, 0.96), max(0.35, lit))))

    for index, share in enumerate((-0.40, 0.40)):
        rows.one(stage, depth, share * frame.width, 4810 + index, each, tall=high + 180)


def boards(stage: Set, depth: float) -> None:
    """Painted boards along the field."""
    air = stage.air
    foot = stage.ground_y(depth)
    high = 46 * stage.near(depth)
    tones = [air.surface(tone, depth, 0.7) for tone in garlands.GAY]

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4803)
        for index in range(round(period / 160)):
            box = skia.Rect.MakeLTRB(index * 160.0 + 1, foot - high, index * 160.0 + 159, foot + 2)
            tone = tones[int(random.integers(len(tones)))]
            canvas.drawRect(box, linear((0, box.top()), (0, box.bottom()), [tone, times(tone, 0.7)]))
            pale = mix(tone, (1, 1, 1), 0.75)
            for bar in range(3):
                canvas.drawRoundRect(
                    skia.Rect.MakeXYWH(box.left() + 24 + bar * 40, box.centerY() - 6, random.uniform(16, 34), 12),
                    6,
                    6,
                    solid(pale, 0.9),
                )

    stage.bake(depth, foot - high - 2, foot + 3, draw, period=160.0 * round(stage.period(depth) / 160))


def goal(stage: Set, depth: float, x: float, side: int) -> None:
    """A goal with its net."""
    air = stage.air
    white, net = air.surface(hexed("#f6f6f4"), depth, 0.9), air.surface(hexed("#e8e8ea"), depth, 0.6)
    high = 170 * depth * 1.5 * stage.near(depth)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        wide, back = high * 1.9, high * 0.5
        for line in range(13):
            px = at - wide / 2 + wide * line / 12
            canvas.drawLine(px, foot - high, px + side * back * 0.6, foot - high * 0.10, stroke(net, 1.0, 0.55))
        for line in range(8):
            share = line / 7
            canvas.drawLine(at - wide / 2 + side * back * 0.6 * share, foot - high * (1 - 0.9 * share), at + wide / 2 + side * back * 0.6 * share, foot - high * (1 - 0.9 * share), stroke(net, 1.0, 0.55))  # fmt: skip
        for way in (-1, 1):
            canvas.drawLine(
                at + way * wide / 2, foot + 2, at + way * wide / 2, foot - high, stroke(white, high * 0.045)
            )
        canvas.drawLine(at - wide / 2, foot - high, at + wide / 2, foot - high, stroke(white, high * 0.045))

    rows.one(stage, depth, x, 4804, each, tall=high * 1.1)


def flag(stage: Set, depth: float, x: float) -> None:
    air = stage.air
    red, pole = air.surface(hexed("#e04a3c"), depth, 0.8), air.surface(hexed("#f2e6b0"), depth, 0.8)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawLine(at, foot, at, foot - 120 * depth, stroke(pole, 4))
        cloth = skia.Path()
        cloth.moveTo(at, foot - 120 * depth)
        cloth.lineTo(at + 44 * depth, foot - 108 * depth)
        cloth.lineTo(at, foot - 92 * depth)
        cloth.close()
        canvas.drawPath(cloth, solid(red))

    rows.one(stage, depth, x, 4805, each, tall=130 * depth)


SETTING = Setting(
    build=build,
    words="""stadium, football stadium, soccer stadium, sports field, football field, soccer field, football pitch, soccer pitch, pitch, baseball field, baseball stadium,
        athletics track, olympic stadium, sports stadium, soccer match, football match, world cup, rugby field, packed stadium, baseball game, touchline, packed arena, basketball arena, sports arena, basketball court""",
    by_day="crowd applause",
    by_night="crowd applause",
    scenery=frozenset({"audience", "lights", "flags", "spotlight", "stands"}),
)
