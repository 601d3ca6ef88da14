"""An enchanted forest: old twisted trees, mushrooms and flowers that glow, a stream of light, fireflies in the mist."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fires, ground, mist, rows, seasons, sky, swells, undergrowth, weather, woods
from rushes.engines.animatic.stage.set import Random, Set

BARK, MOSS, FLOOR = hexed("#4a3f4f"), hexed("#4f8a6a"), hexed("#3f5a4a")
CAPS = (hexed("#5fe0ff"), hexed("#b58aff"), hexed("#ff8ac8"), hexed("#7dffc0"), hexed("#ffb86a"))


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    magic = CAPS[stage.seed(3100) % len(CAPS)]
    tint = mix(air.haze, magic, 0.5)
    sky.hang(stage, clouds=False)
    backdrop(stage, tint)
    top = -frame.horizon * 1.25
    giants(stage, 0.14, 15, 22, top, 3101, 0.0)
    mist.band(stage, 0.15, -frame.horizon * 0.7, 36, strength=0.44, salt=131, colour=tint)
    giants(stage, 0.22, 9, 38, top, 3102, 0.0)
    mist.band(stage, 0.23, -frame.horizon * 0.5, 40, strength=0.36, salt=132, colour=tint)
    floor = season.ground(mix(FLOOR, MOSS, 0.4))
    ground.lay(stage, floor, season.hollows(mix(FLOOR, BARK, 0.55)), contrast=0.9, cell=110, patches=0.5)
    giants(stage, 0.40, 4.6, 70, top, 3103, 0.16)
    mushrooms(stage, 0.44, 12, (30, 80), 3104, 0.0)
    if stage.plan.weather in ("clear", "fog", "wind", "cloudy"):
        sky.beams(stage, 0.46, 0.5 if stage.plan.time != "night" else 0.3)
    ferns(stage, 0.52, 3105)
    giants(stage, 0.64, 2.2, 120, top, 3106, 0.62)
    mushrooms(stage, 0.68, 8, (50, 120), 3107, 0.36)
    swells.tufts(stage, 0.80, mix(floor, MOSS, 0.5), 3108, count=60, heights=(12, 30), flowers=(magic, mix(magic, (1, 1, 1), 0.5)))  # fmt: skip
    mushrooms(stage, 0.92, 4, (40, 90), 3109, 0.66)
    crown(stage)
    fires.fireflies(stage)
    weather.scatter(stage, weather.Specks(60, (0.7, 2.4), -10, 7, 1.0, 0.9, mix(magic, (1, 1, 1), 0.3), soft=0.8, glow=True, blink=0.35), 3110)  # fmt: skip
    foreground(stage, top, magic)


def backdrop(stage: Set, tint: Rgb) -> None:
    frame, air = stage.framing, stage.air
    far = mix(air.surface(MOSS, 0.2, 0.5), tint, 0.5)
    light = mix(tint, mix(air.sun, (1, 1, 1), 0.2), 0.55 if stage.plan.time != "night" else 0.18)

    def draw(canvas: Canvas, period: float) -> None:
        box = skia.Rect.MakeLTRB(-10, -frame.horizon * 1.2, period + 10, 50)
        canvas.drawRect(
            box, linear((0, -frame.horizon), (0, 30), [times(far, 0.55), times(far, 0.9), light], [0, 0.5, 1])
        )
        random = stage.random(3112)
        for _ in range(46):
            x, y = random.uniform(0, period), -frame.horizon * random.uniform(0.45, 1.15)
            woods.canopy(canvas, x, y, 300, 170, times(far, random.uniform(0.6, 1.0)), random, light=light, side=air.side, clumps=12)  # fmt: skip

    stage.bake(0.10, -frame.horizon * 1.18, 46, draw, blur=3.0)


def giants(stage: Set, depth: float, count: float, width: float, top: float, salt: int, clearing: float) -> None:
    """Trees with bent stems, roots that spread, moss on the side away from the light and boughs that reach across."""
    air = stage.air
    bark, moss = air.surface(BARK, depth, 0.45), air.surface(MOSS, depth, 0.6)
    # What grows here takes on something of the light that the place gives.
    shine = times(CAPS[stage.seed(3100) % len(CAPS)], 0.5)
    bark, moss = mix(bark, shine, 0.30), mix(moss, shine, 0.25)
    rim = mix(air.edge, air.haze, air.veil(depth))
    grow = stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        wide = width * grow * random.uniform(0.75, 1.25)
        bend, tall = random.uniform(-1.4, 1.4) * wide, foot - top
        tone = times(bark, random.uniform(0.8, 1.1))
        stem = skia.Path()
        stem.moveTo(x - wide * 1.9, foot + 3)
        stem.cubicTo(x - wide * 0.6, foot - wide * 0.5, x - wide * 0.5 + bend, foot - tall * 0.35, x - wide * 0.35 - bend * 0.5, top)  # fmt: skip
        stem.lineTo(x + wide * 0.35 - bend * 0.5, top)
        stem.cubicTo(
            x + wide * 0.5 + bend, foot - tall * 0.35, x + wide * 0.6, foot - wide * 0.5, x + wide * 1.9, foot + 3
        )
        stem.quadTo(x + wide * 0.9, foot - wide * 0.12, x + wide * 0.5, foot + wide * 0.12)
        stem.quadTo(x, foot - wide * 0.10, x - wide * 0.6, foot + wide * 0.10)
        stem.close()
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - wide * 2, foot - 4, wide * 4, wide * 0.3), solid(times(tone, 0.3), 0.5, 4)
        )
        ramp = [times(tone, 0.45), times(tone, 0.8), mix(tone, rim, 0.5)]
        canvas.drawPath(
            stem, linear((x - air.side * wide * 1.1, 0), (x + air.side * wide * 1.1, 0), ramp, [0, 0.55, 1])
        )
        for _ in range(3):
            way, start = random.choice((-1, 1)), foot - tall * random.uniform(0.45, 0.85)
            bough = skia.Path()
            bough.moveTo(x + bend * 0.4, start)
            end = (x + way * wide * random.uniform(3, 6), start - wide * random.uniform(0.4, 2.4))
            bough.quadTo(x + way * wide * 1.8, start - wide * 0.1, *end)
            canvas.drawPath(bough, stroke(times(tone, 0.72), wide * 0.22))
            for _ in range(4):
                tuft = (end[0] + random.uniform(-1, 1) * wide, end[1] + random.uniform(-0.6, 0.6) * wide)
                woods.canopy(canvas, *tuft, wide * 2.6, wide * 1.5, times(moss, random.uniform(0.7, 1.05)), random, light=mix(air.edge, moss, 0.4), side=air.side, clumps=12)  # fmt: skip
        canvas.save()
        canvas.clipPath(stem, True)
        for _ in range(14):
            at = foot - tall * random.uniform(0, 0.7)
            canvas.drawLine(x + random.uniform(-0.8, 0.8) * wide + bend * 0.3, at, x + random.uniform(-0.8, 0.8) * wide + bend * 0.3, at - wide * random.uniform(1, 3), stroke(times(tone, 0.4), max(0.8, wide * 0.04), 0.5))  # fmt: skip
        for _ in range(16):
            at = foot - random.random() ** 1.6 * tall * 0.5
            canvas.drawCircle(x - air.side * wide * random.uniform(0.2, 1.0) + bend * 0.3, at, wide * random.uniform(0.08, 0.24), solid(times(moss, random.uniform(0.6, 1.0)), 0.7))  # fmt: skip
        canvas.restore()

    rows.along(stage, depth, count, salt, each, tall=rows.foot_of(stage, depth) - top, clearing=clearing, scatter=8)


def mushrooms(stage: Set, depth: float, count: float, sizes: tuple[float, float], salt: int, clearing: float) -> None:
    """Clusters of mushrooms whose caps shine; their light is a layer of its own."""
    air = stage.air
    stalk = air.surface(hexed("#d8d0c8"), depth, 0.5)
    strength = 0.85 if stage.plan.time in ("night", "dusk") else 0.5
    caps: list[tuple[float, float, float, Rgb]] = []

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        tint = CAPS[int(random.integers(len(CAPS)))]
        tall = random.uniform(*sizes) * depth * 1.5
        for shift, share in ((-0.5, 0.55), (0.55, 0.7), (0.0, 1.0)):
            high = tall * share * random.uniform(0.85, 1.1)
            at, wide = x + shift * tall * 0.7, high * random.uniform(0.40, 0.52)
            stem = skia.Path()
            stem.moveTo(at - wide * 0.20, foot + 3)
            stem.quadTo(at - wide * 0.08, foot - high * 0.5, at - wide * 0.16, foot - high * 0.8)
            stem.lineTo(at + wide * 0.16, foot - high * 0.8)
            stem.quadTo(at + wide * 0.10, foot - high * 0.5, at + wide * 0.22, foot + 3)
            stem.close()
            canvas.drawPath(stem, linear((0, foot - high), (0, foot), [mix(stalk, tint, 0.6), times(stalk, 0.7)]))
            cap = skia.Path()
            cap.moveTo(at - wide, foot - high * 0.72)
            cap.cubicTo(
                at - wide * 0.8, foot - high * 1.12, at + wide * 0.8, foot - high * 1.12, at + wide, foot - high * 0.72
            )
            cap.quadTo(at, foot - high * 0.62, at - wide, foot - high * 0.72)
            cap.close()
            glow = mix(tint, air.surface(tint, depth, 0.7), 0.35)
            canvas.drawPath(cap, linear((0, foot - high * 1.05), (0, foot - high * 0.66), [mix(glow, (1, 1, 1), 0.25), glow, mix(glow, (1, 1, 1), 0.55)]))  # fmt: skip
            for spot in (-0.45, 0.0, 0.42):
                canvas.drawCircle(
                    at + spot * wide, foot - high * (0.90 - 0.08 * abs(spot)), wide * 0.10, solid((1, 1, 1), 0.55)
                )
            caps.append((at, foot - high * 0.8, wide, tint))

    rows.along(stage, depth, count, salt, each, tall=sizes[1] * depth * 2, clearing=clearing)
    foot = rows.foot_of(stage, depth)

    def halo(canvas: Canvas, period: float) -> None:
        for x, y, wide, tint in dict.fromkeys(caps):
            canvas.drawCircle(x, y, wide * 1.3, solid(tint, 0.30 * strength, wide * 0.8))

    reach = sizes[1] * depth * 2.2
    stage.bake(depth, foot - reach * 1.4, foot + reach * 0.5, halo, glow=True, order=depth + 0.001, blur=2.0)


def ferns(stage: Set, depth: float, salt: int) -> None:
    air = stage.air
    tone = air.surface(MOSS, depth, 0.5)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.bush(canvas, x, foot + 4, random.uniform(20, 46) * depth * 1.5, times(tone, random.uniform(0.7, 1.1)), random, light=mix(air.edge, tone, 0.5), side=air.side)  # fmt: skip
        for _ in range(3):
            undergrowth.grass(canvas, x + random.uniform(-50, 50), foot + 6, random.uniform(20, 50) * depth, times(tone, 0.6), tone, random, blades=8, lean=0.3)  # fmt: skip

    rows.along(stage, depth, 18, salt, each, tall=90)


def crown(stage: Set) -> None:
    """Leaves and hanging vines along the upper edge."""
    frame, air = stage.framing, stage.air
    tone = air.surface(MOSS, 0.7, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(3113)
        for _ in range(round(10 * period / 1900)):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.5))
            woods.canopy(canvas, x, -frame.horizon * (1.12 - 0.16 * off), random.uniform(260, 420), random.uniform(120, 220), times(tone, random.uniform(0.5, 0.85)), random, light=mix(air.sun, tone, 0.4), side=air.side, clumps=30)  # fmt: skip
            for _ in range(2):
                at, long = x + random.uniform(-120, 120), random.uniform(60, 210)
                vine = skia.Path()
                vine.moveTo(at, -frame.horizon)
                vine.quadTo(at + 12 * math.sin(at), -frame.horizon + long * 0.6, at + random.uniform(-10, 10), -frame.horizon + long)  # fmt: skip
                canvas.drawPath(vine, stroke(times(tone, 0.5), 2.6))

    stage.bake(0.5, -frame.horizon * 1.35, -frame.horizon * 0.5, draw, order=0.9, blur=1.2)


def foreground(stage: Set, top: float, magic: Rgb) -> None:
    """A root and fern in the dark, a mushroom's light beside them."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 90
    dark = mix(times(air.surface(BARK, 1.0, 0.1), 0.4), air.shadow, 0.5)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(3114)
        side = 1 if stage.seed(3100) % 3 else -1
        woods.trunk(canvas, period / 2 + side * frame.width * 0.54, foot, top, 110, dark, random, rim=mix(air.edge, magic, 0.5), side=-side)  # fmt: skip
        for _ in range(16):
            x = period / 2 + random.choice((-1, 1)) * frame.width * random.uniform(0.36, 0.6)
            undergrowth.grass(canvas, x, foot, random.uniform(120, 220), times(dark, 0.8), mix(dark, magic, 0.35), random, blades=9, lean=0.3)  # fmt: skip

    stage.bake(1.5, top, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""enchanted forest, magical forest, magic forest, fairy forest, fairytale forest, fairy tale forest, mystical forest, glowing forest,
        bioluminescent forest, mushroom forest, enchanted woods, fantasy forest, fairy glade, elven forest, enchanted glade, wonderland,
        enchanted garden, glowing mushrooms, giant mushrooms, mystic forest, dreamlike forest, fairyland""",
    by_day="birds chimes",
    by_night="crickets chimes",
    hours=("night", "night", "dusk", "dusk", "dawn", "day"),
    scenery=frozenset({"trees", "mushrooms", "fireflies", "sparkles", "mist", "flowers", "vines", "path"}),
)
