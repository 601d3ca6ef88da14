"""A fair: a great wheel that turns, striped tents, a carousel, a coaster's hills of timber, lights on strings."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fires, garlands, ground, mist, parks, rows, seasons, sky
from rushes.engines.animatic.stage.set import Random, Set

TENTS = (
    ("#d8403c", "#f6efe0"),
    ("#3f7fc0", "#f6efe0"),
    ("#e8a83c", "#f6efe0"),
    ("#4fa06a", "#f6efe0"),
    ("#8a5ab0", "#f6efe0"),
)
DEPTH = 0.20


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = -rows.free_side(stage, 4100)
    sky.hang(stage)
    parks.treeline(stage, 0.09, 30, (40, 70), season, 4101)
    coaster(stage, 0.13, side * frame.width * 0.25)
    mist.band(stage, 0.15, -80, 16, strength=0.34, salt=131)
    wheel(stage, -side * frame.width * (0.20 if not frame.portrait else 0.06))
    tents(stage, 0.27, 8, (120, 170), 4103, 0.0)
    dirt = hexed("#c2a47a")
    ground.lay(
        stage, season.ground(dirt), season.hollows(mix(dirt, season.grass, 0.45)), contrast=0.6, cell=170, patches=0.45
    )
    tents(stage, 0.40, 4.4, (300, 360), 4104, 0.34)
    carousel(stage, 0.46, side * frame.width * (0.18 if not frame.portrait else 0.24))
    stands(stage, 0.58, 4105)
    top = -frame.horizon
    garlands.bulbs(stage, 0.62, top * 0.44, 60, 26, 4106, tints=garlands.GAY)
    garlands.pennants(stage, 0.74, top * 0.66, 70, 4107)
    garlands.bulbs(stage, 0.90, top * 0.84, 90, 36, 4108)
    if air.windows > 0.3:
        fires.glow(stage, -side * frame.width * 0.2, -160, DEPTH, 320, DEPTH + 0.01, 5, 0.5)


def wheel(stage: Set, x: float) -> None:
    """The wheel: its stand is still, its spokes, rims and gondolas turn."""
    air, frame = stage.air, stage.framing
    radius = frame.horizon * (0.40 if not frame.portrait else 0.26)
    hub = 14 - radius * 1.22
    steel, frame_tone = air.surface(hexed("#e6e2dc"), DEPTH, 0.7), air.surface(hexed("#5a6478"), DEPTH, 0.5)
    cars = [air.surface(tint, DEPTH, 0.75) for tint in garlands.GAY]
    lit = min(1.0, air.windows * 1.4)

    def stand(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for lean in (-0.52, 0.52):
            canvas.drawLine(at + lean * radius, foot, at, hub, stroke(frame_tone, radius * 0.045))
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - radius * 0.7, foot - radius * 0.07, at + radius * 0.7, foot),
            solid(times(frame_tone, 0.8)),
        )

    rows.one(stage, DEPTH, x, 4102, stand, tall=radius * 1.4, foot=14)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, hub, DEPTH)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale, scale)
        turn = t * 0.20
        for ring, thick in ((1.0, 0.030), (0.90, 0.014), (0.30, 0.016)):
            canvas.drawCircle(0, 0, radius * ring, stroke(steel, radius * thick))
        spokes = skia.Path()
        for spoke in range(20):
            angle = turn + spoke * math.pi / 10
            spokes.moveTo(0, 0)
            spokes.lineTo(math.cos(angle) * radius, math.sin(angle) * radius)
        canvas.drawPath(spokes, stroke(mix(steel, frame_tone, 0.35), radius * 0.010))
        for spoke in range(20):
            angle = turn + spoke * math.pi / 10
            cx, cy = math.cos(angle) * radius, math.sin(angle) * radius
            if lit > 0.2:
                tint = garlands.GAY[spoke % 5]
                for reach in (0.35, 0.55, 0.75, 0.95):
                    canvas.drawCircle(cx * reach, cy * reach, radius * 0.034, solid(tint, 0.30 * lit))
                    canvas.drawCircle(cx * reach, cy * reach, radius * 0.013, solid(mix(tint, (1, 1, 1), 0.5), lit))
            if spoke % 2 == 0:
                tone = cars[(spoke // 2) % 5]
                box = skia.Rect.MakeXYWH(cx - radius * 0.062, cy + radius * 0.03, radius * 0.124, radius * 0.105)
                canvas.drawLine(cx, cy, cx, cy + radius * 0.04, stroke(frame_tone, radius * 0.014))
                canvas.drawRoundRect(box, radius * 0.03, radius * 0.03, solid(tone))
                canvas.drawRect(skia.Rect.MakeXYWH(cx - radius * 0.045, cy + radius * 0.045, radius * 0.09, radius * 0.035), solid(mix((1.0, 0.92, 0.7), tone, 0.6 - 0.5 * lit)))  # fmt: skip
        canvas.drawCircle(0, 0, radius * 0.07, solid(frame_tone))
        canvas.restore()

    stage.add(DEPTH + 0.001, draw)


def coaster(stage: Set, depth: float, x: float) -> None:
    """Hills of a coaster on a forest of struts."""
    air = stage.air
    high = 170 * stage.framing.tall
    wood, rail = air.surface(hexed("#e8e0d0"), depth, 0.5), air.surface(hexed("#c8403c"), depth, 0.6)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        def level(u: float) -> float:
            return foot - high * max(0.12, 0.55 + 0.45 * math.cos(u * 2.6) - 0.10 * u)

        line = skia.Path()
        for index in range(81):
            u = index / 80 * 5.4
            px = at + (index / 80 - 0.5) * high * 4.6
            line.moveTo(px, level(u)) if index == 0 else line.lineTo(px, level(u))
            if index % 2 == 0:
                canvas.drawLine(px, level(u), px, foot, stroke(wood, 1.6))
                canvas.drawLine(px, level(u), px + high * 0.115, foot, stroke(wood, 0.9, 0.6))
        for row in range(1, 5):
            y = foot - high * row * 0.2
            for index in range(80):
                px = at + (index / 80 - 0.5) * high * 4.6
                if level(index / 80 * 5.4) < y:
                    canvas.drawLine(px, y, px + high * 4.6 / 80, y, stroke(wood, 1.0, 0.7))
        canvas.drawPath(line, stroke(rail, 4.4))

    rows.one(stage, depth, x, 4109, each, tall=high * 1.2, foot=12)


def _striped(canvas: Canvas, x: float, top: float, low: float, half_top: float, half_low: float, tones: tuple[Rgb, Rgb], count: int, side: int) -> None:  # fmt: skip
    """A cloth of stripes that widens downwards, darker on the side away from the light."""
    for strip in range(count):
        a, b = strip / count * 2 - 1, (strip + 1) / count * 2 - 1
        cloth = skia.Path()
        cloth.moveTo(x + a * half_top, top)
        cloth.lineTo(x + b * half_top, top)
        cloth.quadTo(
            x + b * (half_top * 0.55 + half_low * 0.45), (top + low) / 2 + (low - top) * 0.12, x + b * half_low, low
        )
        cloth.lineTo(x + a * half_low, low)
        cloth.quadTo(
            x + a * (half_top * 0.55 + half_low * 0.45), (top + low) / 2 + (low - top) * 0.12, x + a * half_top, top
        )
        cloth.close()
        light = 0.78 + 0.22 * (0.5 + 0.5 * side * (a + b) / 2)
        canvas.drawPath(cloth, solid(times(tones[strip % 2], light)))


def tents(stage: Set, depth: float, count: float, heights: tuple[float, float], salt: int, clearing: float) -> None:
    """Round tents with a flag on top."""
    air = stage.air
    grow = stage.near(depth) * (depth if depth > ground.ORDER else 0.62) * stage.framing.tall
    pole = air.surface(hexed("#d8b860"), depth, 0.6)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        first, second = TENTS[int(random.integers(len(TENTS)))]
        tones = (air.surface(hexed(first), depth, 0.75), air.surface(hexed(second), depth, 0.75))
        high = random.uniform(*heights) * grow
        half = high * random.uniform(0.50, 0.62)
        canvas.drawOval(skia.Rect.MakeXYWH(x - half * 1.05, foot - 4, half * 2.1, 14), solid(air.shadow, 0.35, 5))
        _striped(canvas, x, foot - high * 0.42, foot + 2, half * 0.96, half, tones, 12, air.side)
        _striped(canvas, x, foot - high * 0.96, foot - high * 0.40, half * 0.03, half * 1.08, tones, 12, air.side)
        for scallop in range(12):
            at = x - half * 1.08 + (scallop + 0.5) * half * 2.16 / 12
            canvas.drawCircle(at, foot - high * 0.40, half * 0.09, solid(times(tones[(scallop + 1) % 2], 0.9)))
        door = skia.Path()
        door.moveTo(x - half * 0.16, foot + 2)
        door.lineTo(x, foot - high * 0.36)
        door.lineTo(x + half * 0.16, foot + 2)
        door.close()
        canvas.drawPath(
            door, solid(mix(air.surface(hexed("#3a2a2a"), depth, 0.3), garlands.WARM[0], 0.7 * min(1.0, air.windows)))
        )
        canvas.drawLine(x, foot - high * 0.95, x, foot - high * 1.12, stroke(pole, max(1.2, high * 0.012)))
        flag = skia.Path()
        flag.moveTo(x, foot - high * 1.12)
        flag.lineTo(x + high * 0.14, foot - high * 1.08)
        flag.lineTo(x, foot - high * 1.04)
        flag.close()
        canvas.drawPath(flag, solid(tones[0]))

    rows.along(stage, depth, count, salt, each, tall=heights[1] * grow * 1.2, clearing=clearing)


def carousel(stage: Set, depth: float, x: float) -> None:
    """A carousel: a striped roof with lights on its rim, horses that rise and fall as they go round."""
    air = stage.air
    high = 300 * depth * stage.near(depth) * stage.framing.tall * 1.25
    gold, red, cream = (air.surface(hexed(code), depth, 0.75) for code in ("#e0b04a", "#c83c44", "#f6ead2"))
    lit = min(1.0, 0.3 + air.windows * 1.3)
    half, foot = high * 0.56, stage.ground_y(depth)

    def each(canvas: Canvas, at: float, low: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(at - half * 1.1, low - 6, half * 2.2, 20), solid(air.shadow, 0.4, 6))
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - half, low - high * 0.09, at + half, low + 3),
            linear((0, low - high * 0.09), (0, low), [gold, times(red, 0.7)]),
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - half * 0.22, low - high * 0.66, at + half * 0.22, low - high * 0.08),
            linear((at - half * 0.22, 0), (at + half * 0.22, 0), [times(cream, 0.7), cream, times(cream, 0.8)]),
        )
        _striped(canvas, at, low - high * 1.0, low - high * 0.64, half * 0.06, half * 1.12, (red, cream), 14, air.side)
        canvas.drawRect(
            skia.Rect.MakeLTRB(at - half * 1.12, low - high * 0.67, at + half * 1.12, low - high * 0.58),
            linear((0, low - high * 0.67), (0, low - high * 0.58), [mix(gold, air.edge, 0.3), times(gold, 0.7)]),
        )
        for bulb in range(17):
            px = at - half * 1.06 + bulb * half * 2.12 / 16
            canvas.drawCircle(px, low - high * 0.625, high * 0.028, solid(garlands.WARM[0], 0.30 * lit))
            canvas.drawCircle(px, low - high * 0.625, high * 0.012, solid((1.0, 0.94, 0.76), lit))

    rows.one(stage, depth, x, 4110, each, tall=high * 1.1)
    coats = [air.surface(hexed(code), depth, 0.75) for code in ("#f2ece2", "#8a5a3c", "#d8b48a", "#4a4a58")]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index in range(6):
            angle = t * 0.7 + index * math.pi / 3
            near = math.sin(angle)
            if near < -0.25:
                continue
            lift = high * (0.20 + 0.045 * math.sin(t * 2.4 + index * 2.1))
            px, py, scale = view.place(x + math.cos(angle) * half * 0.82, foot - lift, depth)
            size = high * 0.13 * (0.85 + 0.15 * near) * scale
            canvas.drawLine(px, py - size * 3.0, px, py + size * 1.2, stroke(gold, max(1.0, size * 0.10)))
            way = -1 if math.sin(angle) > 0 else 1
            tone = times(coats[index % 4], 0.85 + 0.15 * near)
            body = skia.Path()
            body.moveTo(px - way * size, py - size * 0.1)
            body.quadTo(px, py - size * 0.45, px + way * size * 0.6, py - size * 0.25)
            body.lineTo(px + way * size * 0.9, py - size * 1.0)
            body.lineTo(px + way * size * 1.35, py - size * 0.75)
            body.lineTo(px + way * size * 1.05, py - size * 0.4)
            body.quadTo(px + way * size * 0.7, py + size * 0.4, px, py + size * 0.36)
            body.quadTo(px - way * size * 0.7, py + size * 0.4, px - way * size, py - size * 0.1)
            body.close()
            for leg in (-0.7, -0.45, 0.45, 0.7):
                canvas.drawLine(px + way * leg * size, py + size * 0.2, px + way * (leg + 0.28 * (1 if leg > 0 else -1)) * size, py + size * 0.85, stroke(times(tone, 0.8), size * 0.16))  # fmt: skip
            canvas.drawPath(body, solid(tone))
            canvas.drawOval(skia.Rect.MakeXYWH(px - size * 0.3, py - size * 0.5, size * 0.6, size * 0.4), solid(red))

    stage.add(depth + 0.001, draw)


def stands(stage: Set, depth: float, salt: int) -> None:
    """Small stands of sweets and games at the sides."""
    air = stage.air

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        high, half = 230 * depth, 100 * depth
        first, second = TENTS[int(random.integers(len(TENTS)))]
        tones = (air.surface(hexed(first), depth, 0.75), air.surface(hexed(second), depth, 0.75))
        wood = tones[0]
        canvas.drawOval(skia.Rect.MakeXYWH(x - half * 1.2, foot - 4, half * 2.4, 14), solid(air.shadow, 0.38, 5))
        warm = mix(air.surface(hexed("#8a6a50"), depth, 0.4), garlands.WARM[0], min(1.0, 0.2 + air.windows))
        canvas.drawRect(skia.Rect.MakeLTRB(x - half, foot - high * 0.74, x + half, foot - high * 0.36), solid(warm))
        for prize in range(8):
            tint = air.surface(garlands.GAY[int(random.integers(5))], depth, 0.7)
            canvas.drawCircle(
                x - half * 0.8 + prize * half * 0.23,
                foot - high * random.uniform(0.44, 0.66),
                half * 0.10,
                solid(mix(tint, warm, 0.15)),
            )
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - half * 1.06, foot - high * 0.38, x + half * 1.06, foot + 2),
            linear((0, foot - high * 0.38), (0, foot), [mix(wood, air.edge, 0.2), times(wood, 0.65)]),
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(x - half * 1.14, foot - high * 0.40, x + half * 1.14, foot - high * 0.35),
            solid(tones[1]),
        )
        _striped(canvas, x, foot - high * 0.98, foot - high * 0.70, half * 1.0, half * 1.30, tones, 9, air.side)

    rows.along(stage, depth, 3, salt, each, tall=250 * depth, clearing=0.66)


SETTING = Setting(
    build=build,
    words="""carnival, amusement park, fairground, fun fair, funfair, county fair, theme park, ferris wheel, carousel, merry go round, roller coaster,
        rollercoaster, circus tent, state fair, luna park, summer fair, at the fair, village fair""",
    by_day="crowd chimes",
    by_night="crowd chimes",
    scenery=frozenset(
        {
            "lights",
            "ferris_wheel",
            "carousel",
            "roller_coaster",
            "rollercoaster",
            "tents",
            "flags",
            "trees",
            "stalls",
            "houses",
        }
    ),
    hours=("dusk", "dusk", "night", "golden", "day"),
)
