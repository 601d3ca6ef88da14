"""Mars: rust-red sand and scattered rock, mesas in a butterscotch sky, a small blue sun at dusk, domes of a base."""

from dataclasses import replace

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, lit, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, ground, hills, mist, rows, sky, undergrowth, weather
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import desert, planet

SAND, ROCK = hexed("#b8603c"), hexed("#8a4a34")


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    side = rows.free_side(stage, 4400)
    # Its dust colours the day; at either end of it the light around the sun is blue.
    low = stage.plan.time in ("dusk", "dawn")
    tint = hexed("#8fa4b8") if low else hexed("#dca878")
    if stage.plan.time != "night":
        tones = tuple(
            mix(tone, times(tint, 0.55 + 0.5 * stop), 0.72) for tone, stop in zip(air.sky, air.stops, strict=True)
        )
        stage.air = replace(
            air, sky=tones, haze=mix(air.haze, hexed("#d89a70"), 0.65), key=lit(air.key, (1.08, 0.94, 0.80)),
            cloud_lit=mix(air.cloud_lit, tint, 0.6), cloud_shade=mix(air.cloud_shade, tint, 0.6), cover=0.12,
        )  # fmt: skip
        stage.light = stage.air.light()
    sky.hang(stage, clouds=False)
    hills.ridge(stage, 0.06, 110, hexed("#9a6048"), waves=3, salt=100, rough=0.7)
    desert.mesas(stage, 0.10, 130)
    mist.band(stage, 0.12, -80, 18, strength=0.46, salt=131)
    hills.ridge(stage, 0.18, 40, mix(ROCK, SAND, 0.5), waves=5, salt=110, rough=0.7, ridged=False)
    mist.band(stage, 0.20, -40, 18, strength=0.30, salt=132)
    ground.lay(stage, SAND, mix(SAND, ROCK, 0.7), contrast=0.9, cell=150, patches=0.5, hollow=0.16, crest=0.92)
    if {"base", "colony", "habitat", "dome"} & set(stage.plan.prompt.lower().replace(",", " ").split()):
        base(stage, 0.36, side * frame.width * 0.22)
    planet.craters(stage, SAND)
    for index, (depth, count, clearing) in enumerate(
        ((0.44, 30, 0.0), (0.60, 22, 0.0), (0.80, 14, 0.3), (0.94, 9, 0.5))
    ):
        stones(stage, depth, count, 4402 + index, clearing)
    dust = mix(stage.air.haze, SAND, 0.4)
    weather.scatter(stage, weather.Specks(70, (0.6, 1.6), 3, -60, 0.9, 0.4, dust, soft=0.8), 4407)
    foreground(stage)


def stones(stage: Set, depth: float, count: float, salt: int, clearing: float) -> None:
    """Dark rocks of all sizes, as the landers saw them."""
    air = stage.air
    tone = air.surface(ROCK, depth, 0.45)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = (10 + 60 * random.random() ** 3) * depth * 1.3
        undergrowth.stone(canvas, x, foot + 3, size, times(tone, random.uniform(0.7, 1.1)), random, light=mix(tone, air.edge, 0.4), side=air.side)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=80 * depth * 1.3, clearing=clearing, scatter=16)


def base(stage: Set, depth: float, x: float) -> None:
    """White domes joined by tunnels, lights in their windows, a mast."""
    air = stage.air
    white, shade = air.surface(hexed("#e8e4dc"), depth, 0.9), air.surface(hexed("#e8e4dc"), depth, 0.15)
    high = 130 * stage.near(depth) * stage.framing.tall

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for shift, size in ((-1.5, 0.7), (1.35, 0.6), (0.0, 1.0)):
            centre, radius = at + shift * high, high * size
            canvas.drawRect(
                skia.Rect.MakeLTRB(min(at, centre), foot - high * 0.22, max(at, centre), foot),
                solid(mix(white, shade, 0.5)),
            )
            dome = skia.Path()
            dome.moveTo(centre - radius, foot + 2)
            dome.cubicTo(
                centre - radius, foot - radius * 1.3, centre + radius, foot - radius * 1.3, centre + radius, foot + 2
            )
            dome.close()
            canvas.drawPath(dome, solid(mix(white, shade, 0.45)))
            canvas.save()
            canvas.clipPath(dome, True)
            canvas.drawCircle(
                centre + air.side * radius * 0.35, foot - radius * 0.62, radius * 0.8, solid(white, 0.75, radius * 0.25)
            )
            canvas.restore()
            for rib in (-0.6, 0.0, 0.6):
                canvas.drawLine(
                    centre + rib * radius,
                    foot,
                    centre + rib * radius * 0.5,
                    foot - radius * 0.94,
                    stroke(shade, 1.6, 0.6),
                )
            for pane in range(4):
                box = skia.Rect.MakeXYWH(
                    centre - radius * 0.6 + pane * radius * 0.34, foot - radius * 0.42, radius * 0.18, radius * 0.16
                )
                canvas.drawRoundRect(box, 3, 3, solid(mix(buildings.WARM[0], (1, 1, 1), 0.2)))
        canvas.drawLine(at + high * 0.3, foot - high * 0.9, at + high * 0.3, foot - high * 1.7, stroke(shade, 2.4))
        canvas.drawCircle(at + high * 0.3, foot - high * 1.7, 3.4, solid((1.0, 0.3, 0.25)))

    rows.one(stage, depth, x, 4401, each, tall=high * 1.9)


def foreground(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(ROCK, 1.0, 0.1), 0.55), air.shadow, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4408)
        for way in (-1, 1):
            for part in range(2):
                x = period / 2 + way * frame.width * (0.48 + 0.09 * part)
                undergrowth.stone(canvas, x, foot, random.uniform(200, 340), dark, random, light=mix(dark, air.edge, 0.5), side=air.side)  # fmt: skip

    stage.bake(1.5, foot - 240, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="mars, martian landscape, martian surface, red planet, surface of mars, martian desert, mars colony, mars base, martian colony, planet mars, martian dunes",
    by_day="wind",
    by_night="wind",
    scenery=frozenset({"rocks", "mountains", "mesas", "dunes", "stars", "planet"}),
)
