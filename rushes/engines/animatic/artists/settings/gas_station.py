"""A gas station: a canopy full of light over its pumps, a small shop, a sign on a mast, wet asphalt, a road that goes on."""

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, rows, seasons, sky, swells
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import city, meadow

Floats = NDArray[np.float32]
PAINTS = ("#d8403c", "#2f7fc0", "#2f9a6a", "#e8902c")
WHITE, STEEL = hexed("#f2f0ea"), hexed("#7a848c")
GLOW = hexed("#fff2d4")


def build(stage: Set) -> None:
    frame, season = stage.framing, seasons.of(stage)
    side = rows.free_side(stage, 4100)
    paint = hexed(PAINTS[int(stage.random(4100).integers(len(PAINTS)))])
    if stage.plan.colours:
        paint = hexed(stage.plan.colours[0])
    sky.hang(stage)
    hills.ridge(stage, 0.07, 110, hexed("#7f8aa0"), waves=4, salt=100)
    for index, (depth, height) in enumerate(((0.13, 70), (0.20, 44))):
        meadow.hill(stage, depth, height, mix(season.ground(season.grass), hexed("#7f8a5a"), 0.3), 80 + index, season.leaf, season.white)  # fmt: skip
    mist.band(stage, 0.24, -36, 22, strength=0.3, salt=131)
    earth = season.ground(mix(season.grass, hexed("#b39a5c"), 0.5))
    ground.lay(stage, earth, season.hollows(times(earth, 0.85)), contrast=0.6, cell=150, patches=0.4, marks=lambda rgb, depth, x: _forecourt(stage, season.white, rgb, depth, x))  # fmt: skip
    x = side * frame.width * (0.17 if not frame.portrait else 0.10)
    _poles(stage, 0.31)
    _shop(stage, 0.40, x - side * 60, paint)
    _canopy(stage, 0.56, x, paint)
    _sign(stage, 0.50, -side * frame.width * 0.36, paint)
    swells.tufts(stage, 1.56, season.grass, 4106, count=40, heights=(16, 38), order=1.56)
    if stage.air.windows > 0.3 and season.white is None:
        stage.mirror = max(stage.mirror, 0.35)
        city.puddles(stage, 0.5, stands=0.58)


def _forecourt(stage: Set, white: Rgb | None, rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Asphalt, lighter under the canopy, whose lamps lie on it at night."""
    air = stage.air
    grain = rgb.mean(axis=2, keepdims=True) / max(1e-3, float(rgb.mean()))
    inside = (np.clip((depth - 0.37) * 60, 0, 1) * np.clip((1.46 - depth) * 40, 0, 1))[:, None, None]
    base = hexed("#6a6a70") if white is None else mix(hexed("#6a6a70"), white, 0.6)
    tone = np.array([air.surface(base, max(0.2, float(d)), 0.6) for d in depth], np.float32)[:, None]
    laid = tone * (0.84 + 0.18 * grain)
    middle = float(rows.free_side(stage, 4100)) * stage.framing.width * 0.17
    pool = np.exp(-((((x - middle) / 430) ** 2)[None] + ((depth[:, None] - 0.66) / 0.24) ** 2))[..., None]
    laid = laid + pool * np.array(GLOW, np.float32) * 0.42 * air.windows * np.array((1.0, 0.93, 0.78), np.float32)
    for at, half in ((0.86, 0.007), (1.30, 0.014)):
        line = np.exp(-(((depth - at) / half) ** 4))[:, None, None] * 0.8
        laid = laid * (1 - line) + np.array(air.surface(hexed("#f2e8d0"), 1.0, 0.8), np.float32) * line
    return np.asarray(rgb * (1 - inside) + np.clip(laid, 0, 1) * inside, np.float32)


def _canopy(stage: Set, depth: float, x: float, paint: Rgb) -> None:
    """Two posts, the roof with its band of colour, lamps under it, pumps on their island."""
    air = stage.air
    grow = stage.near(depth)
    wide, high = min(620.0, stage.framing.width * 0.66) * grow, 262.0 * grow
    white, dim = air.surface(WHITE, depth, 0.85), air.surface(WHITE, depth, 0.3)
    tone, shade = air.surface(paint, depth, 0.75), air.surface(paint, depth, 0.25)
    shine = 0.25 + 0.75 * air.windows

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        left, right, roof = at - wide / 2, at + wide / 2, foot - high
        canvas.drawOval(skia.Rect.MakeLTRB(left, foot - 12, right, foot + 16), solid(air.shadow, 0.30, 8))
        for share in (-0.30, 0.30):
            px = at + share * wide
            canvas.drawRect(skia.Rect.MakeLTRB(px - 13, roof, px + 13, foot + 2), linear((px - 13, 0), (px + 13, 0), [dim, white, mix(dim, white, 0.4)]))  # fmt: skip
            canvas.drawRect(skia.Rect.MakeLTRB(px - 13, foot - 92 * grow, px + 13, foot - 72 * grow), solid(tone))
        island = skia.Rect.MakeLTRB(at - wide * 0.42, foot - 12, at + wide * 0.42, foot + 8)
        canvas.drawRoundRect(island, 8, 8, linear((0, island.top()), (0, island.bottom()), [white, dim]))
        for share in (-0.18, 0.0, 0.18):
            _pump(canvas, at + share * wide, foot - 10, grow, stage, depth, paint)
        under = skia.Path()
        under.moveTo(left + 10, roof)
        under.lineTo(right - 10, roof)
        under.lineTo(right - 52, roof + 22 * grow)
        under.lineTo(left + 52, roof + 22 * grow)
        under.close()
        canvas.drawPath(under, solid(mix(times(dim, 0.8), GLOW, 0.75 * air.windows)))
        for lamp in range(7):
            lx = at + (lamp - 3) * wide * 0.115
            canvas.drawRect(
                skia.Rect.MakeLTRB(lx - 17, roof + 7, lx + 17, roof + 14), solid(mix(white, (1, 1, 1), shine))
            )
            if air.windows > 0.15:
                beam = skia.Path()
                beam.moveTo(lx - 17, roof + 14)
                beam.lineTo(lx + 17, roof + 14)
                beam.lineTo(lx + 74, foot)
                beam.lineTo(lx - 74, foot)
                beam.close()
                canvas.drawPath(beam, linear((0, roof), (0, foot), [GLOW] * 2, None, [0.26 * air.windows, 0.02]))
        band = skia.Rect.MakeLTRB(left, roof - 46 * grow, right, roof + 3)
        canvas.drawRect(band, linear((0, band.top()), (0, band.bottom()), [mix(white, air.edge, 0.2), dim]))
        stripe = skia.Rect.MakeLTRB(left, roof - 31 * grow, right, roof - 11 * grow)
        lit = mix(tone, mix(paint, (1, 1, 1), 0.25), 0.7 * air.windows)
        canvas.drawRect(stripe.makeOutset(0, 8), solid(paint, 0.45 * air.windows, 10))
        canvas.drawRect(stripe, linear((left, 0), (right, 0), [mix(lit, shade, 0.3), lit, mix(lit, shade, 0.3)]))

    rows.one(stage, depth, x, 4101, each, tall=high + 110 * grow, below=24)


def _pump(canvas: Canvas, x: float, foot: float, grow: float, stage: Set, depth: float, paint: Rgb) -> None:
    air = stage.air
    white, dim = air.surface(WHITE, depth, 0.85), air.surface(WHITE, depth, 0.3)
    tone, dark = air.surface(paint, depth, 0.7), air.surface(hexed("#2c3036"), depth, 0.4)
    wide, high = 25.0 * grow, 98.0 * grow
    body = skia.Rect.MakeLTRB(x - wide, foot - high, x + wide, foot)
    canvas.drawRoundRect(body, 6, 6, linear((body.left(), 0), (body.right(), 0), [dim, white, mix(dim, white, 0.5)]))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - wide, foot - high, x + wide, foot - high * 0.84), 5, 5, solid(tone))
    canvas.drawRect(skia.Rect.MakeLTRB(x - wide, foot - high * 0.22, x + wide, foot - 4), solid(tone))
    screen = skia.Rect.MakeLTRB(x - wide * 0.7, foot - high * 0.78, x + wide * 0.7, foot - high * 0.52)
    canvas.drawRoundRect(screen, 3, 3, solid(mix(dark, hexed("#bfe8d0"), 0.25 + 0.6 * air.windows)))
    for line in range(2):
        y = screen.top() + 6 + line * 9 * grow
        canvas.drawLine(screen.left() + 5, y, screen.right() - 8 - line * 8, y, stroke(dark, 2.4))
    hose = skia.Path()
    hose.moveTo(x + wide, foot - high * 0.7)
    hose.cubicTo(
        x + wide * 2.1, foot - high * 0.6, x + wide * 1.8, foot - high * 0.02, x + wide * 1.1, foot - high * 0.34
    )
    canvas.drawPath(hose, stroke(dark, 4.2))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x + wide * 0.82, foot - high * 0.5, x + wide * 1.3, foot - high * 0.34), 3, 3, solid(dark)
    )


def _shop(stage: Set, depth: float, x: float, paint: Rgb) -> None:
    """A low shop behind the pumps, its window full of shelves."""
    air = stage.air
    wide, high = min(520.0, stage.framing.width * 0.5), 122.0 * stage.near(depth)
    white, dim = air.surface(hexed("#e8e0d0"), depth, 0.8), air.surface(hexed("#e8e0d0"), depth, 0.3)
    tone, dark = air.surface(paint, depth, 0.6), air.surface(hexed("#3a3f46"), depth, 0.4)
    warm = hexed("#ffdf9e")

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        left, right = at - wide / 2, at + wide / 2
        canvas.drawRect(skia.Rect.MakeLTRB(left, foot - high, right, foot + 3), linear((left, 0), (right, 0), [dim, white] if air.side > 0 else [white, dim]))  # fmt: skip
        canvas.drawRect(skia.Rect.MakeLTRB(left - 8, foot - high - 16, right + 8, foot - high + 4), linear((0, foot - high - 16), (0, foot - high + 4), [tone, times(tone, 0.6)]))  # fmt: skip
        glass = skia.Rect.MakeLTRB(left + wide * 0.06, foot - high * 0.82, right - wide * 0.26, foot - high * 0.14)
        inside = mix(mix(air.sky[1], dark, 0.35), warm, 0.2 + 0.75 * air.windows)
        if air.windows > 0.2:
            canvas.drawRect(glass.makeOutset(14, 12), solid(warm, 0.4 * air.windows, 14))
        canvas.drawRect(
            glass, linear((0, glass.top()), (0, glass.bottom()), [mix(inside, (1, 1, 1), 0.15), times(inside, 0.8)])
        )
        for row in range(3):
            y = glass.top() + (row + 1) * glass.height() / 3 - 3
            px = glass.left() + 5
            while px < glass.right() - 12:
                hue = hexed(("#c8503c", "#3f7fb0", "#e0b03a", "#5f9a5a", "#b05f90")[int(random.integers(5))])
                tall = random.uniform(8, 18)
                canvas.drawRect(skia.Rect.MakeXYWH(px, y - tall, 9, tall), solid(mix(air.surface(hue, depth, 0.5), hue, 0.5 * air.windows), 0.9))  # fmt: skip
                px += random.uniform(10, 14)
            canvas.drawLine(glass.left(), y, glass.right(), y, stroke(dark, 2, 0.7))
        canvas.drawRect(glass, stroke(dark, 4))
        for bar in (0.33, 0.66):
            px = glass.left() + bar * glass.width()
            canvas.drawLine(px, glass.top(), px, glass.bottom(), stroke(dark, 3))
        door = skia.Rect.MakeLTRB(right - wide * 0.21, foot - high * 0.82, right - wide * 0.07, foot)
        canvas.drawRect(door, linear((0, door.top()), (0, foot), [mix(inside, (1, 1, 1), 0.1), times(inside, 0.75)]))
        canvas.drawRect(door, stroke(dark, 4))
        canvas.drawLine(door.left() + 7, foot - high * 0.42, door.left() + 7, foot - high * 0.3, stroke(white, 3))
        ice = skia.Rect.MakeLTRB(left - 4, foot - high * 0.5, left + wide * 0.055, foot + 2)
        canvas.drawRoundRect(
            ice, 3, 3, linear((ice.left(), 0), (ice.right(), 0), [dim, air.surface(hexed("#9fd0e8"), depth, 0.8)])
        )

    rows.one(stage, depth, x, 4102, each, tall=high + 60)


def _sign(stage: Set, depth: float, x: float, paint: Rgb) -> None:
    """A sign on a mast with the prices on it, lit from within."""
    air = stage.air
    pole = air.surface(STEEL, depth, 0.5)
    level = 0.35 + 0.65 * air.windows
    board = mix(air.surface(WHITE, depth, 0.85), (1.0, 0.98, 0.92), 0.8 * air.windows)
    tone = mix(air.surface(paint, depth, 0.7), mix(paint, (1, 1, 1), 0.15), 0.8 * air.windows)
    high = 330.0 * stage.framing.tall

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for way in (-1, 1):
            canvas.drawRect(skia.Rect.MakeLTRB(at + way * 30 - 5, foot - high, at + way * 30 + 5, foot + 2), linear((at + way * 30 - 5, 0), (at + way * 30 + 5, 0), [times(pole, 0.6), pole]))  # fmt: skip
        box = skia.Rect.MakeLTRB(at - 52, foot - high - 30, at + 52, foot - high + 128)
        canvas.drawRoundRect(box.makeOutset(16, 16), 20, 20, solid(paint, 0.5 * air.windows, 18))
        canvas.drawRoundRect(box, 10, 10, solid(board))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(box.left(), box.top(), box.right(), box.top() + 64), 10, 10, solid(tone)
        )
        drop = skia.Path()
        drop.moveTo(at, box.top() + 10)
        drop.cubicTo(at + 26, box.top() + 34, at + 20, box.top() + 56, at, box.top() + 56)
        drop.cubicTo(at - 20, box.top() + 56, at - 26, box.top() + 34, at, box.top() + 10)
        canvas.drawPath(drop, solid(mix(board, (1, 1, 1), 0.5)))
        for row in range(3):
            y = box.top() + 80 + row * 26
            canvas.drawRoundRect(skia.Rect.MakeLTRB(at - 42, y - 9, at - 4, y + 9), 3, 3, solid(times(tone, 0.5)))
            for digit in range(3):
                canvas.drawRect(
                    skia.Rect.MakeXYWH(at + 4 + digit * 13, y - 8, 9, 16),
                    stroke(mix(hexed("#2c3036"), hexed("#e0402c"), level), 2.8),
                )

    rows.one(stage, depth, x, 4103, each, tall=high + 60)


def _poles(stage: Set, depth: float) -> None:
    """Poles with wires along the road."""
    wood = stage.air.surface(hexed("#5f4d42"), depth, 0.35)
    foot = rows.foot_of(stage, depth)

    def draw(canvas: Canvas, period: float) -> None:
        count = max(2, round(period / 380))
        for index in range(count + 1):
            x = (index + 0.4) * period / count
            canvas.drawRect(skia.Rect.MakeXYWH(x - 2, foot - 190, 4, 192), solid(wood))
            canvas.drawRect(skia.Rect.MakeXYWH(x - 17, foot - 182, 34, 4), solid(wood))
            for end in (-15, 15):
                wire = skia.Path()
                wire.moveTo(x + end - period / count, foot - 184)
                wire.quadTo(x + end - period / count / 2, foot - 160, x + end, foot - 184)
                canvas.drawPath(wire, stroke(wood, 0.9, 0.8))

    stage.bake(depth, foot - 200, foot + 3, draw)


SETTING = Setting(
    build=build,
    words="""gas station, petrol station, filling station, service station, gas pump, gas pumps, roadside gas station, truck stop, rest stop, fuel station, desert gas station""",
    by_day="traffic wind",
    by_night="hum crickets",
    scenery=frozenset({"lights", "hills", "mountains", "puddles", "reflections", "neon", "houses"}),
    hours=("day", "dusk", "dusk", "night"),
    who="trucker, truck driver, hitchhiker",
)
