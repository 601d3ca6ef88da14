"""The moon: grey dust and craters under a black sky, mountains without haze, the earth above them, a lander far off."""

from dataclasses import replace

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, rows, sky, undergrowth
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import planet, space

DUST, ROCK = hexed("#a6a4a4"), hexed("#77767a")
BLACK = tuple(hexed(code) for code in ("#020308", "#03040a", "#05070f", "#070a14", "#0a0e1a"))
EARTH = ("land", "#1f5a9e", "#5f8a4a", "#7fc0ff", 0.0)


def build(stage: Set) -> None:
    frame = stage.framing
    side = rows.free_side(stage, 4300)
    # No air: the sky is black at any hour, shade is deep, and what is far is as clear as what is near.
    count = len(stage.air.sky)
    stage.air = replace(
        stage.air, sky=tuple(BLACK[min(index, len(BLACK) - 1)] for index in range(count)), haze=BLACK[-1], density=0.12, stars=1.0,
        key=(1.12, 1.10, 1.06), ambient=(0.16, 0.17, 0.21), rim=(1.0, 1.0, 1.05), shadow=(0.01, 0.01, 0.02), shadow_strength=0.72,
    )  # fmt: skip
    stage.light = stage.air.light()
    sky.hang(stage, sun=False, clouds=False)
    space.stars(stage, 0.02, 320, 1.0, 4301)
    radius = min(frame.width, frame.height) * 0.15
    space.planet(stage, EARTH, side * frame.width * 0.24, -frame.horizon * 0.62, radius, 0.03)
    hills.ridge(stage, 0.06, 120, ROCK, waves=4, salt=100, rough=0.6, ridged=False, foot=times(ROCK, 0.5))
    hills.ridge(
        stage, 0.14, 54, mix(ROCK, DUST, 0.5), waves=5, salt=110, rough=0.8, ridged=False, foot=times(DUST, 0.6)
    )
    ground.lay(stage, DUST, times(DUST, 0.78), contrast=1.0, cell=120, patches=0.4, hollow=0.05, crest=0.95)
    lander(stage, 0.36, -side * frame.width * 0.30)
    planet.craters(stage, DUST)
    stones(stage, 0.60, 12, 4303, 0.0)
    stones(stage, 0.90, 6, 4304, 0.55)
    foreground(stage)


def stones(stage: Set, depth: float, count: float, salt: int, clearing: float) -> None:
    air = stage.air
    tone = air.surface(ROCK, depth, 0.5)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(20, 70) * depth
        canvas.drawOval(
            skia.Rect.MakeXYWH(x - size * 0.5 - air.side * size * 0.5, foot - 2, size * 1.2, size * 0.14),
            solid((0, 0, 0), 0.55, 2),
        )
        undergrowth.stone(canvas, x, foot + 3, size, times(tone, random.uniform(0.8, 1.1)), random, light=air.surface(DUST, depth, 1.0), side=air.side)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=70, clearing=clearing)


def lander(stage: Set, depth: float, x: float) -> None:
    """A lander on its four legs, in foil of gold, and a flag beside it."""
    air = stage.air
    high = 300 * depth * 1.5 * stage.near(depth)
    gold, white, dark = (
        air.surface(hexed("#d8a84a"), depth, 0.8),
        air.surface(hexed("#d8dae0"), depth, 0.8),
        air.surface(hexed("#3a3a42"), depth, 0.4),
    )

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawOval(
            skia.Rect.MakeXYWH(at - high * 0.6 - air.side * high * 0.3, foot - 5, high * 1.2, 14),
            solid((0, 0, 0), 0.6, 4),
        )
        for leg in (-0.52, -0.22, 0.22, 0.52):
            canvas.drawLine(
                at + leg * high * 0.45, foot - high * 0.36, at + leg * high, foot - 2, stroke(white, high * 0.022)
            )
            canvas.drawOval(skia.Rect.MakeXYWH(at + leg * high - high * 0.05, foot - 5, high * 0.10, 8), solid(gold))
        base = skia.Path()
        for index, (px, py) in enumerate(
            ((-0.30, 0.22), (-0.34, 0.30), (-0.30, 0.44), (0.30, 0.44), (0.34, 0.30), (0.30, 0.22))
        ):
            base.moveTo(at + px * high, foot - py * high) if index == 0 else base.lineTo(
                at + px * high, foot - py * high
            )
        base.close()
        canvas.drawPath(
            base,
            linear(
                (at - air.side * high * 0.3, 0),
                (at + air.side * high * 0.3, 0),
                [times(gold, 0.35), gold, mix(gold, (1, 1, 1), 0.3)],
            ),
        )
        for fold in range(9):
            px = at + (-0.28 + 0.07 * fold) * high
            canvas.drawLine(
                px,
                foot - high * 0.23,
                px + random.uniform(-8, 8),
                foot - high * 0.43,
                stroke(times(gold, 0.5), 1.4, 0.7),
            )
        cabin = skia.Path()
        for index, (px, py) in enumerate(
            ((-0.22, 0.44), (-0.27, 0.60), (-0.16, 0.76), (0.12, 0.78), (0.25, 0.64), (0.22, 0.44))
        ):
            cabin.moveTo(at + px * high, foot - py * high) if index == 0 else cabin.lineTo(
                at + px * high, foot - py * high
            )
        cabin.close()
        canvas.drawPath(
            cabin,
            linear((at - air.side * high * 0.25, 0), (at + air.side * high * 0.25, 0), [times(white, 0.35), white]),
        )
        for px in (-0.12, 0.06):
            pane = skia.Path()
            pane.moveTo(at + px * high, foot - high * 0.68)
            pane.lineTo(at + (px + 0.10) * high, foot - high * 0.70)
            pane.lineTo(at + (px + 0.05) * high, foot - high * 0.58)
            pane.close()
            canvas.drawPath(pane, solid(dark))
        canvas.drawLine(at + high * 0.02, foot - high * 0.78, at + high * 0.02, foot - high * 0.92, stroke(white, 2))
        canvas.drawOval(
            skia.Rect.MakeXYWH(at - high * 0.05, foot - high * 0.96, high * 0.14, high * 0.06), solid(white)
        )
        flag = at + high * 0.95
        canvas.drawLine(flag, foot, flag, foot - high * 0.56, stroke(white, 2.4))
        canvas.drawRect(
            skia.Rect.MakeXYWH(flag, foot - high * 0.56, high * 0.26, high * 0.15),
            solid(air.surface(hexed("#d8403c"), depth, 0.8)),
        )

    rows.one(stage, depth, x, 4302, each, tall=high * 1.1)


def foreground(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark: Rgb = mix(times(air.surface(ROCK, 1.0, 0.1), 0.6), (0.0, 0.0, 0.0), 0.3)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4305)
        for way in (-1, 1):
            x = period / 2 + way * frame.width * random.uniform(0.48, 0.58)
            undergrowth.stone(canvas, x, foot, random.uniform(240, 360), dark, random, light=air.surface(DUST, 1.0, 0.7), side=air.side)  # fmt: skip

    stage.bake(1.5, foot - 260, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""lunar surface, moon surface, surface of the moon, on the moon, moonscape, moon base, lunar base, moon landing, lunar landscape, moon crater, lunar crater,
        craters of the moon""",
    by_day="drone",
    by_night="drone",
    scenery=frozenset({"earth", "rocks", "stars", "mountains", "planet"}),
)
