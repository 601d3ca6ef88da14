"""An airfield: the apron before a terminal of glass and its tower, airliners at their gates, one that takes off, lines, lights."""

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import airliners, ground, hills, mist, rows, seasons, sky
from rushes.engines.animatic.stage.set import Random, Set

Floats = NDArray[np.float32]
LINERS = ("#c8403c", "#2f6fb0", "#2f8a7a", "#d8922f", "#5a4a9a")


def build(stage: Set) -> None:
    frame, season = stage.framing, seasons.of(stage)
    side = rows.free_side(stage, 4040)
    random = stage.random(4040)
    paints = [hexed(LINERS[int(index)]) for index in random.permutation(len(LINERS))]
    sky.hang(stage)
    hills.ridge(stage, 0.07, 60, hexed("#8796a8"), waves=4, salt=100)
    mist.band(stage, 0.12, -40, 20, strength=0.35, salt=131)
    _departing(stage, paints[3], side)
    grass = season.ground(season.grass)
    ground.lay(stage, grass, season.hollows(mix(grass, hexed("#b8a860"), 0.4)), contrast=0.4, cell=160, patches=0.3, marks=lambda rgb, depth, x: _apron(stage, season.white, rgb, depth, x))  # fmt: skip
    _terminal(stage, 0.34, side * frame.width * 0.16)
    _tower(stage, 0.33, -side * frame.width * 0.32)
    own = any(
        subject.rig in ("airplane", "airliner", "plane") or "plane" in subject.noun for subject in stage.plan.subjects
    )
    _parked(stage, 0.42, side * frame.width * 0.30, -side, paints[0])
    if not frame.portrait:
        _parked(stage, 0.40, -side * frame.width * 0.08, -side, paints[1])
    if not own:
        _parked(stage, 0.60, -side * frame.width * 0.30, side, paints[2], long=470)
    rows.one(stage, 0.66, side * frame.width * 0.33, 4046, lambda c, x, f, r: _carts(c, x, f, stage, 0.66, r), tall=90)
    rows.along(stage, 0.74, 5, 4047, lambda c, x, f, r: _lamp(c, x, f, stage, 0.74, hexed("#5f9cf0")), tall=60)
    rows.along(
        stage, 1.36, 3.4, 4048, lambda c, x, f, r: _lamp(c, x, f, stage, 1.36, hexed("#f0b850")), tall=110, order=1.36
    )


def _apron(stage: Set, white: Rgb | None, rgb: Floats, depth: Floats, x: Floats) -> Floats:
    """Concrete in slabs with a yellow line that bends to the gates, and white edges."""
    air = stage.air
    period = float(x[-1] - x[0]) + float(x[1] - x[0])
    grain = rgb.mean(axis=2, keepdims=True) / max(1e-3, float(rgb.mean()))
    inside = (np.clip((depth - 0.345) * 60, 0, 1) * np.clip((1.62 - depth) * 30, 0, 1))[:, None, None]
    base = hexed("#9a9a98") if white is None else mix(hexed("#9a9a98"), white, 0.6)
    tone = np.array([air.surface(base, max(0.2, float(d)), 0.6) for d in depth], np.float32)[:, None]
    distance = (ground.DISTANCE / depth)[:, None]
    fine = np.clip((depth[:, None] - 0.45) * 5, 0, 1)
    across = np.abs(((x[None] - x[0]) / period * round(period / 190)) % 1.0 - 0.5) * 2
    along = np.abs((distance / 190) % 1.0 - 0.5) * 2
    joint = np.clip((np.maximum(across, along) - 0.975) * 40, 0, 1) * fine
    stain = np.exp(-(((x[None] + 0.2 * distance) / 240) ** 2))
    laid = tone * (0.84 + 0.16 * grain) * (1 - 0.22 * joint - 0.10 * stain)[..., None]
    out = rgb * (1 - inside) + laid * inside
    away = distance - ground.DISTANCE
    for middle, width, code in (
        (0.22 * away + 60 * np.sin(away / 300), 7.0, "#f2c02c"),
        (-0.5 * away - 120, 5.0, "#f2c02c"),
        (0.9 * away + 300, 5.0, "#f4f2ea"),
    ):
        lateral = np.abs(((x[None] - middle + period / 2) % period) - period / 2)
        line = np.clip((width - lateral) / 2.4 + 0.5, 0, 1) * np.clip((depth[:, None] - 0.40) * 8, 0, 1) * (0.85 if white is None else 0.4)  # fmt: skip
        hue = np.array(air.surface(hexed(code), 1.0, 0.85), np.float32)
        out = out * (1 - line[..., None]) + hue * line[..., None]
    for at, half, code in ((0.86, 0.007, "#f4f2ea"), (1.24, 0.013, "#f2c02c")):
        line = np.exp(-(((depth - at) / half) ** 4))[:, None, None] * 0.85
        out = out * (1 - line) + np.array(air.surface(hexed(code), 1.0, 0.85), np.float32) * line
    return np.asarray(out, np.float32)


def _terminal(stage: Set, depth: float, x: float) -> None:
    """A long hall of glass under a roof like a wing, lit from within when it is dark."""
    air = stage.air
    wide, high = min(stage.framing.width * 0.86, 1050.0), 118.0 * stage.framing.tall
    white, dim = air.surface(hexed("#eef0ee"), depth, 0.85), air.surface(hexed("#eef0ee"), depth, 0.3)
    steel = air.surface(hexed("#5a666e"), depth, 0.5)
    glow = hexed("#ffe0a8")

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        left, right = at - wide / 2, at + wide / 2
        canvas.drawRect(
            skia.Rect.MakeLTRB(left, foot - 30, right, foot + 4), linear((0, foot - 30), (0, foot), [white, dim])
        )
        glass = skia.Rect.MakeLTRB(left + 8, foot - high, right - 8, foot - 28)
        mirror = [mix(air.sky[1], (1, 1, 1), 0.1), mix(air.sky[-2], steel, 0.35)]
        canvas.drawRect(
            glass,
            linear((0, glass.top()), (0, glass.bottom()), [mix(tone, glow, 0.75 * air.windows) for tone in mirror]),
        )
        panes = round(wide / 26)
        for pane in range(panes + 1):
            px = left + 8 + pane * (wide - 16) / panes
            canvas.drawLine(px, glass.top(), px, glass.bottom(), stroke(steel, 3.0 if pane % 4 == 0 else 1.2, 0.8))
        canvas.drawLine(left, foot - 66, right, foot - 66, stroke(steel, 2.2, 0.8))
        for _ in range(18):
            px = random.uniform(left + 20, right - 20)
            canvas.drawOval(
                skia.Rect.MakeXYWH(px, foot - 48, 6, 18), solid(times(steel, 0.5), 0.35 + 0.4 * air.windows)
            )
        roof = skia.Path()
        roof.moveTo(left - 40, foot - high + 6)
        roof.cubicTo(left + wide * 0.2, foot - high - 46, left + wide * 0.4, foot - high - 4, at, foot - high - 20)
        roof.cubicTo(
            at + wide * 0.16, foot - high - 40, right - wide * 0.1, foot - high - 56, right + 40, foot - high - 10
        )
        roof.lineTo(right + 36, foot - high)
        roof.cubicTo(right - wide * 0.1, foot - high - 36, at + wide * 0.16, foot - high - 20, at, foot - high + 2)
        roof.cubicTo(
            left + wide * 0.4, foot - high + 12, left + wide * 0.2, foot - high - 26, left - 36, foot - high + 14
        )
        roof.close()
        canvas.drawPath(roof, linear((0, foot - high - 56), (0, foot - high + 14), [white, dim]))
        for bridge in (-0.30, 0.02, 0.34):
            px = at + bridge * wide
            arm = skia.Path()
            arm.moveTo(px - 10, foot - 66)
            arm.lineTo(px + 70, foot - 52)
            arm.lineTo(px + 70, foot - 32)
            arm.lineTo(px - 10, foot - 42)
            arm.close()
            canvas.drawPath(arm, linear((0, foot - 66), (0, foot - 32), [white, times(dim, 0.8)]))
            canvas.drawLine(px + 54, foot - 34, px + 54, foot + 4, stroke(steel, 4))
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(px + 64, foot - 58, px + 86, foot - 28), 4, 4, solid(times(dim, 0.7))
            )
        if air.windows > 0.25:
            canvas.drawRect(skia.Rect.MakeLTRB(left, foot - 20, right, foot + 8), solid(glow, 0.30 * air.windows, 12))

    rows.one(stage, depth, x, 4041, each, tall=high + 80)


def _tower(stage: Set, depth: float, x: float) -> None:
    """The tower, with its glass head and a light on its mast."""
    air = stage.air
    white, dim = air.surface(hexed("#e8e6e0"), depth, 0.85), air.surface(hexed("#e8e6e0"), depth, 0.25)
    glass = mix(mix(air.sky[1], (1, 1, 1), 0.1), hexed("#ffe0a8"), 0.8 * air.windows)
    high = 270.0 * stage.framing.tall
    ends = [dim, white] if air.side > 0 else [white, dim]

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        shaft = skia.Path()
        shaft.moveTo(at - 24, foot + 4)
        shaft.quadTo(at - 14, foot - high * 0.6, at - 20, foot - high + 40)
        shaft.lineTo(at + 20, foot - high + 40)
        shaft.quadTo(at + 14, foot - high * 0.6, at + 24, foot + 4)
        shaft.close()
        canvas.drawPath(shaft, linear((at - 24, 0), (at + 24, 0), ends))
        for window in range(5):
            canvas.drawRect(skia.Rect.MakeXYWH(at - 3, foot - 40 - window * 30, 6, 11), solid(mix(dim, glass, 0.6)))
        for low, wide, tall, tone in (
            (high - 44, 46, 12, white),
            (high - 10, 40, 34, glass),
            (high + 4, 50, 12, white),
        ):
            box = skia.Path()
            box.moveTo(at - wide + 6, foot - low)
            box.lineTo(at - wide, foot - low - tall)
            box.lineTo(at + wide, foot - low - tall)
            box.lineTo(at + wide - 6, foot - low)
            box.close()
            canvas.drawPath(box, linear((at - wide, 0), (at + wide, 0), [times(tone, 0.8), mix(tone, (1, 1, 1), 0.2)]))
        for bar in (-26, -9, 9, 26):
            canvas.drawLine(at + bar, foot - high + 8, at + bar * 1.1, foot - high - 32 + 6, stroke(dim, 2.4))
        canvas.drawLine(at, foot - high - 16, at, foot - high - 70, stroke(dim, 3))
        canvas.drawCircle(at, foot - high - 72, 12, solid(hexed("#ff5040"), 0.25 + 0.5 * air.windows, 5))
        canvas.drawCircle(at, foot - high - 72, 3, solid(hexed("#ff8070")))

    rows.one(stage, depth, x, 4042, each, tall=high + 100)


def _parked(stage: Set, depth: float, x: float, way: int, paint: Rgb, long: float = 430.0) -> None:
    air = stage.air
    body, dark = air.surface(hexed("#eceeee"), depth, 0.85), air.surface(hexed("#3a4048"), depth, 0.4)
    long *= depth * 1.9 * stage.near(depth)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawOval(
            skia.Rect.MakeLTRB(at - long * 0.46, foot - 5, at + long * 0.44, foot + 9), solid(air.shadow, 0.42, 6)
        )
        airliners.side_view(canvas, at, foot, long, way, body, air.surface(paint, depth, 0.7), dark, lights=air.windows)

    rows.one(stage, depth, x, 4043, each, tall=long * 0.42)


def _carts(canvas: Canvas, x: float, foot: float, stage: Set, depth: float, random: Random) -> None:
    """A tug with carts full of cases."""
    air = stage.air
    dark = air.surface(hexed("#3a3c40"), depth, 0.4)
    canvas.drawOval(skia.Rect.MakeLTRB(x - 150, foot - 6, x + 150, foot + 9), solid(air.shadow, 0.4, 5))
    for cart in range(2):
        left = x - 130 + cart * 92
        for case in range(4):
            tone = air.surface(
                hexed(("#a8443c", "#3f6a8a", "#c89a4a", "#4a5a4a", "#7a4a6a")[int(random.integers(5))]), depth, 0.6
            )
            canvas.drawRoundRect(skia.Rect.MakeXYWH(left + 4 + (case % 2) * 36, foot - 44 - (case // 2) * 22, 33, 21), 3, 3, linear((0, foot - 66), (0, foot - 20), [mix(tone, air.edge, 0.2), times(tone, 0.7)]))  # fmt: skip
        canvas.drawRect(skia.Rect.MakeLTRB(left, foot - 23, left + 80, foot - 15), solid(dark))
        for wheel in (14, 66):
            canvas.drawCircle(left + wheel, foot - 9, 9, solid(times(dark, 0.7)))
        canvas.drawLine(left + 80, foot - 17, left + 92, foot - 17, stroke(dark, 3))
    tone = air.surface(hexed("#f0b42c"), depth, 0.75)
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 56, foot - 42, x + 136, foot - 10), 6, 6, linear((0, foot - 42), (0, foot - 10), [mix(tone, air.edge, 0.3), times(tone, 0.7)]))  # fmt: skip
    canvas.drawRect(skia.Rect.MakeLTRB(x + 60, foot - 74, x + 64, foot - 40), solid(dark))
    canvas.drawRect(skia.Rect.MakeLTRB(x + 98, foot - 74, x + 102, foot - 40), solid(dark))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 54, foot - 80, x + 108, foot - 72), 4, 4, solid(tone))
    for wheel in (72, 120):
        canvas.drawCircle(x + wheel, foot - 11, 12, solid(times(dark, 0.7)))


def _lamp(canvas: Canvas, x: float, foot: float, stage: Set, depth: float, tone: Rgb) -> None:
    """A lamp at the edge of the way."""
    size = 7.0 * depth
    canvas.drawRect(skia.Rect.MakeLTRB(x - size * 0.4, foot - size * 2.4, x + size * 0.4, foot), solid(stage.air.surface(hexed("#5a5a5a"), depth, 0.5)))  # fmt: skip
    level = 0.25 + 0.75 * stage.air.windows
    canvas.drawCircle(x, foot - size * 2.8, size * 5, solid(tone, 0.55 * level, size * 2))
    canvas.drawCircle(x, foot - size * 2.8, size, solid(mix(tone, (1, 1, 1), 0.5 * level)))


def _departing(stage: Set, paint: Rgb, way: int) -> None:
    """An airliner that climbs away over the hills, again and again."""
    air, frame = stage.air, stage.framing
    body, dark = air.surface(hexed("#e8ecee"), 0.2, 0.8), air.surface(hexed("#3a4048"), 0.2, 0.4)
    tint = air.surface(paint, 0.2, 0.6)
    begun = stage.random(4049).uniform(0.15, 0.35)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        life = (t / 26.0 + begun) % 1.0
        x = way * frame.width * (0.75 - 1.7 * life)
        y = -frame.horizon * (0.05 + 0.95 * life**1.4)
        px, py, scale = view.place(x, y, 0.10)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale, scale)
        canvas.rotate(way * 11)
        airliners.side_view(canvas, 0, 30, 118, -way, body, tint, dark, lights=air.windows, wheels=False)
        if air.windows > 0.2 and math.sin(t * 7.0) > 0.6:
            canvas.drawCircle(way * 34, 12, 9, solid(hexed("#ff6a50"), 0.9, 3))
        canvas.restore()

    stage.add(0.11, draw)


SETTING = Setting(
    build=build,
    words="""tarmac, airport tarmac, runway, airport runway, airfield, airstrip, apron, landing strip, airport apron, on the tarmac, airport gate, air base, airbase, aerodrome""",
    by_day="jets wind",
    by_night="jets",
    scenery=frozenset({"lights", "hills", "path", "terminal", "airplanes"}),
    who="flight attendant, stewardess",
)
