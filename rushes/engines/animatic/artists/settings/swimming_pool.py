"""A pool in the sun: blue water over tiles, loungers under parasols, palms, a white house; lights under water by night."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import (
    buildings,
    fires,
    floors,
    ground,
    hills,
    moorings,
    rows,
    sky,
    undergrowth,
    waves,
    woods,
)
from rushes.engines.animatic.stage.set import Random, Set

STONE, AQUA = hexed("#d8cdb8"), hexed("#3fc0d8")
CLOTHS = tuple(hexed(code) for code in ("#e8604a", "#f2c040", "#3f9ac8", "#f4efe4"))
SHORE = 0.74


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    side = rows.free_side(stage, 4700)
    wet = moorings.cast_floats(stage)
    sky.hang(stage)
    hills.ridge(stage, 0.06, 70, hexed("#7f93a2"), waves=3, salt=100, rough=0.6)
    hedge(stage, 0.16, 4701)
    house(stage, 0.24, side * frame.width * 0.12)
    ground.lay(stage, STONE, times(STONE, 0.9), contrast=0.25, cell=150, patches=0.3, marks=floors.tiles)
    waves.sea(stage, shore=0.0 if wet else SHORE, roughness=7.0, near=AQUA)
    rim(stage, 0.40, far=True)
    palms(stage, 0.42, side)
    loungers(stage, 0.44, 4704)
    if not wet:
        rim(stage, SHORE, far=False)
        loungers(stage, 0.88, 4705, clearing=0.56)
    if air.windows > 0.3:
        for index, share in enumerate((-0.34, 0.0, 0.34)):
            fires.glow(stage, share * frame.width, stage.ground_y(0.56), 0.56, 150, 0.57, index, 0.5)
    near(stage, side)


def hedge(stage: Set, depth: float, salt: int) -> None:
    air = stage.air
    green = air.surface(hexed("#4f8048"), depth, 0.5)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.bush(canvas, x, foot + 2, random.uniform(26, 48), times(green, random.uniform(0.75, 1.1)), random, light=mix(air.edge, green, 0.4), side=air.side)  # fmt: skip

    rows.along(stage, depth, 46, salt, each, tall=90)


def house(stage: Set, depth: float, x: float) -> None:
    """A low white house of large panes and flat roofs."""
    air = stage.air
    high = 130 * stage.framing.tall * stage.near(depth)
    white, shade = air.surface(hexed("#f4f0e8"), depth, 0.85), air.surface(hexed("#f4f0e8"), depth, 0.25)
    glass = (
        mix(buildings.WARM[0], (1, 1, 1), 0.2)
        if air.windows > 0.3
        else mix(air.surface(hexed("#6a90a8"), depth, 0.5), air.sky[-2], 0.4)
    )
    wood = air.surface(hexed("#a8794e"), depth, 0.6)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for left, right, low, top, panes in ((-2.3, 0.6, 0.0, 0.92, 6), (-0.9, 1.9, 0.86, 1.66, 5)):
            box = skia.Rect.MakeLTRB(at + left * high, foot - top * high, at + right * high, foot - low * high + 3)
            canvas.drawRect(
                box, linear((box.left(), 0), (box.right(), 0), [shade, white] if air.side > 0 else [white, shade])
            )
            step = (box.width() - 20) / panes
            for pane in range(panes):
                px = box.left() + 10 + pane * step
                view = skia.Rect.MakeLTRB(
                    px + 3, box.top() + box.height() * 0.22, px + step - 3, box.bottom() - box.height() * 0.06
                )
                canvas.drawRect(view, solid(glass if pane % 3 != 2 else wood))
            canvas.drawRect(
                skia.Rect.MakeLTRB(box.left() - 12, box.top() - 6, box.right() + 12, box.top() + 5), solid(white)
            )
            canvas.drawRect(
                skia.Rect.MakeLTRB(box.left(), box.top() + 5, box.right(), box.top() + 15), solid(air.shadow, 0.25)
            )

    rows.one(stage, depth, x, 4702, each, tall=high * 1.9, foot=14)


def rim(stage: Set, depth: float, *, far: bool) -> None:
    """The rounded stone edge of the pool; the far one shows its wall of small tiles."""
    air = stage.air
    foot = stage.ground_y(depth)
    stone, tile = air.surface(hexed("#efe8da"), depth, 0.8), air.surface(hexed("#2f8fb8"), depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        if far:
            canvas.drawRect(skia.Rect.MakeLTRB(-10, -2, period + 10, foot - 6), linear((0, 0), (0, foot), [mix(air.surface(STONE, depth, 0.6), air.haze, 0.3), air.surface(STONE, depth, 0.7)]))  # fmt: skip
            canvas.drawRect(skia.Rect.MakeLTRB(-10, foot, period + 10, foot + 10), solid(tile))
            for index in range(round(period / 12)):
                canvas.drawLine(
                    index * 12.0, foot, index * 12.0, foot + 10, stroke(mix(tile, (1, 1, 1), 0.4), 1.0, 0.6)
                )
        canvas.drawRect(skia.Rect.MakeLTRB(-10, foot - 6, period + 10, foot + (2 if far else 10)), linear((0, foot - 6), (0, foot + 8), [mix(stone, air.edge, 0.3), times(stone, 0.7)]))  # fmt: skip

    stage.bake(
        depth,
        -4 if far else foot - 8,
        foot + 12,
        draw,
        period=12.0 * round(stage.period(depth) / 12),
        order=0.33 if far else 0.34,
    )


def _lounger(canvas: Canvas, x: float, foot: float, size: float, cloth: Rgb, air_side: int, stage: Set, depth: float, random: Random) -> None:  # fmt: skip
    air = stage.air
    white, pole = air.surface(hexed("#f4f0e8"), depth, 0.8), air.surface(hexed("#d8b888"), depth, 0.6)
    canvas.drawOval(skia.Rect.MakeXYWH(x - size * 1.1, foot - 4, size * 2.3, 12), solid(air.shadow, 0.35, 4))
    canvas.drawLine(x + size * 0.1, foot, x + size * 0.1, foot - size * 1.9, stroke(pole, max(1.4, size * 0.05)))
    for panel in range(6):
        a, b = panel / 6 * 2 - 1, (panel + 1) / 6 * 2 - 1
        shade = skia.Path()
        shade.moveTo(x + size * 0.1, foot - size * 2.1)
        shade.quadTo(x + size * (0.1 + a * 0.9), foot - size * 2.0, x + size * (0.1 + a * 1.25), foot - size * 1.55)
        shade.lineTo(x + size * (0.1 + b * 1.25), foot - size * 1.55)
        shade.quadTo(x + size * (0.1 + b * 0.9), foot - size * 2.0, x + size * 0.1, foot - size * 2.1)
        shade.close()
        light = 0.8 + 0.2 * air_side * (a + b) / 2
        canvas.drawPath(shade, solid(times(cloth if panel % 2 else white, light)))
    canvas.drawLine(x - size, foot - size * 0.34, x + size * 0.4, foot - size * 0.34, stroke(white, size * 0.14))
    canvas.drawLine(x + size * 0.4, foot - size * 0.34, x + size * 0.95, foot - size * 0.92, stroke(white, size * 0.14))
    for leg in (-0.8, 0.3):
        canvas.drawLine(x + leg * size, foot - size * 0.3, x + leg * size, foot, stroke(times(white, 0.7), size * 0.06))
    if random.random() < 0.6:
        canvas.drawLine(
            x - size * 0.9, foot - size * 0.40, x + size * 0.2, foot - size * 0.40, stroke(cloth, size * 0.08)
        )


def loungers(stage: Set, depth: float, salt: int, *, clearing: float = 0.0) -> None:
    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        cloth = stage.air.surface(CLOTHS[int(random.integers(3))], depth, 0.75)
        _lounger(
            canvas,
            x,
            foot - (8 if depth < 0.5 else 0),
            92 * depth * stage.near(depth),
            cloth,
            stage.air.side,
            stage,
            depth,
            random,
        )

    rows.along(
        stage, depth, 9 if depth < 0.5 else 3, salt, each, tall=230 * depth * stage.near(depth), clearing=clearing
    )


def palms(stage: Set, depth: float, side: int) -> None:
    air, frame = stage.air, stage.framing
    green, bark = air.surface(hexed("#4f8a4a"), depth, 0.55), air.surface(hexed("#8a6f52"), depth, 0.5)
    high = 330 * frame.tall * stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        woods.palm(canvas, x, foot - 8, high * random.uniform(0.75, 1.0), green, bark, random, rim=air.edge, side=air.side, lean=random.uniform(-0.16, 0.16))  # fmt: skip

    for index, share in enumerate((-0.40, -0.30, 0.42)):
        rows.one(stage, depth, side * share * frame.width, 4710 + index, each, tall=high * 1.4)


def near(stage: Set, side: int) -> None:
    """Fronds before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 80
    green = mix(times(air.surface(hexed("#4f8a4a"), 1.0, 0.2), 0.55), air.shadow, 0.3)
    tall = (frame.horizon + foot) * 0.9

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4706)
        woods.palm(canvas, period / 2 - side * frame.width * 0.60, foot, tall, green, times(green, 0.7), random, rim=air.edge, side=air.side, lean=side * 0.10)  # fmt: skip

    stage.bake(1.4, foot - tall * 1.35, foot + 5, draw, order=2.0, period=frame.width * 2.3, blur=2.6)


SETTING = Setting(
    build=build,
    words="swimming pool, pool, poolside, pool party, by the pool, hotel pool, infinity pool, resort pool, resort, beach resort, pool deck, water park",
    by_day="water crowd",
    by_night="water crickets",
    scenery=frozenset({"palms", "houses", "reflections", "hills", "lights", "pool"}),
)
