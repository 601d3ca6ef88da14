"""A bathroom: tiles, a basin under a mirror with its pipes, a tub on feet, towels, a window of frosted glass."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, furniture, rooms, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

TILES = ("#6fa8a4", "#86aecb", "#e0a894", "#98b888", "#d8c49a")
CHINA, STEEL = hexed("#f4f5f2"), hexed("#b4bcc2")
RAIL = 262.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2050, unit=120, tint=rooms.NEUTRAL, base=0.95, always=0.4)
    tone = room.lead(hexed(TILES[int(room.random.integers(len(TILES)))]), 0.6)
    side, half = room.side, room.half
    basin = -side * half * (0.16 if room.narrow else 0.20)
    pane = Pane(side * half * (0.62 if room.narrow else 0.46), -430, 150, 170)
    tub = side * half * (0.70 if room.narrow else 0.52)
    room.panes.append(pane)
    room.lamps += [Lamp(basin - 66, -372, 105, 0.45), Lamp(basin + 66, -372, 105, 0.45), Lamp(0, -560, 320, 0.3)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(hexed("#e6dccb"), tone, 0.30))
        left, right = -room.width / 2, room.width / 2
        fittings.tiled(canvas, left, -RAIL, right, 8, mix(tone, (1, 1, 1), 0.10), 40)
        fittings.tiled(canvas, left, -RAIL - 22, right, -RAIL, times(tone, 0.82), 22)
        fittings.rect(canvas, left, -12, right, 8, solid(times(tone, 0.7)))
        if room.has("old", "dusty", "haunted"):
            fittings.stains(canvas, room, hexed("#6a5a3a"), 26, 2052, 0.22)
        windows.casing(canvas, pane, hexed("#efe8da"))
        _mirror(canvas, basin)
        _basin(canvas, basin)
        _shelf(canvas, basin - side * (145 if room.narrow else 190), room)
        _towels(canvas, tub - side * (200 if not room.narrow else 140), tone)
        if not room.narrow:
            _toilet(canvas, -side * half * 0.70)
            furniture.plant(canvas, -side * half * 0.95, 0, room.random)

    def shine(canvas: Canvas) -> None:
        _frost(canvas, room, pane)
        windows.bars(canvas, room, pane, hexed("#efe8da"), 2, 2)
        for way in (-1, 1):
            x = basin + way * 66
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x - 11, -400, x + 11, -342),
                11,
                11,
                solid(mix(hexed("#d8d2c2"), (1.0, 0.97, 0.88), room.level)),
            )
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x - 11, -400, x + 11, -342), 11, 11, solid((1.0, 0.93, 0.78), 0.5 * room.level, 14)
            )

    room.wall(draw, shine)
    flooring.lay(
        room, flooring.chequers, mix(hexed("#f0ede4"), tone, 0.08), times(tone, 0.62), side=44, mirror=0.34, grain=0.1
    )
    if not room.holds("bathtub", "tub", "bath"):
        _tub(room, tub, tone)
    windows.shafts(room, [pane], 0.7, motes=16)
    room.light_cast(shadow=0.34)
    _mat(room, tone)


def _frost(canvas: Canvas, room: Room, pane: Pane) -> None:
    """Frosted glass: only the light of the hour comes through."""
    air = room.stage.air
    box_ = skia.Rect.MakeXYWH(pane.x - pane.width / 2, pane.y, pane.width, pane.height)
    canvas.drawRect(
        box_, linear((0, pane.y), (0, pane.foot), [mix(c, air.haze, 0.35) for c in (air.sky[1], air.sky[-2], air.haze)])
    )
    canvas.drawOval(box_.makeInset(26, 22), solid(air.sun, 0.35 * max(0.2, room.outside), 26))


def _mirror(canvas: Canvas, x: float) -> None:
    frame = skia.Rect.MakeLTRB(x - 52, -440, x + 52, -268)
    canvas.drawOval(frame.makeOffset(5, 7), solid((0, 0, 0), 0.28, 8))
    canvas.drawOval(
        frame, linear((x - 52, -440), (x + 52, -268), [hexed("#c8d6d8"), hexed("#eef6f6"), hexed("#9fb4ba")])
    )
    canvas.save()
    glass = skia.Path()
    glass.addOval(frame)
    canvas.clipPath(glass, True)
    for at in (-30, 6):
        canvas.drawLine(x + at - 20, -280, x + at + 40, -440, stroke((1, 1, 1), 12, 0.35))
    canvas.restore()
    canvas.drawOval(frame, stroke(hexed("#b08a4c"), 8))
    canvas.drawOval(frame.makeInset(3, 3), stroke(hexed("#f0d698"), 1.6, 0.8))


def _basin(canvas: Canvas, x: float) -> None:
    """A basin on the wall with its trap below, a tap, a glass with brushes, soap."""
    pipe = stroke(STEEL, 11)
    trap = skia.Path()
    trap.moveTo(x, -120)
    trap.lineTo(x, -58)
    trap.quadTo(x, -34, x + 20, -34)
    trap.quadTo(x + 40, -34, x + 40, -62)
    trap.lineTo(x + 40, -84)
    trap.lineTo(x + 66, -84)
    canvas.drawPath(trap, stroke((0, 0, 0), 15, 0.22, 5))
    canvas.drawPath(trap, pipe)
    canvas.drawPath(trap, stroke(mix(STEEL, (1, 1, 1), 0.6), 3, 0.8))
    for y in (-102, -66):
        fittings.rect(canvas, x - 9, y, x + 9, y + 9, solid(times(STEEL, 0.7)))
    bowl = skia.Path()
    bowl.moveTo(x - 92, -172)
    bowl.lineTo(x + 92, -172)
    bowl.cubicTo(x + 90, -128, x + 50, -112, x, -112)
    bowl.cubicTo(x - 50, -112, x - 90, -128, x - 92, -172)
    bowl.close()
    canvas.drawPath(bowl, solid((0, 0, 0), 0.3, 12))
    canvas.drawPath(bowl, linear((0, -172), (0, -112), [CHINA, times(CHINA, 0.72)]))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 98, -184, x + 98, -168),
        7,
        7,
        linear((0, -184), (0, -168), [(1, 1, 1), times(CHINA, 0.86)]),
    )
    canvas.drawOval(skia.Rect.MakeLTRB(x - 62, -183, x + 62, -172), solid(times(CHINA, 0.76)))
    tap = skia.Path()
    tap.moveTo(x - 4, -182)
    tap.lineTo(x - 4, -220)
    tap.quadTo(x - 4, -236, x + 14, -234)
    tap.lineTo(x + 22, -222)
    canvas.drawPath(tap, stroke(times(STEEL, 0.9), 8))
    canvas.drawPath(tap, stroke(mix(STEEL, (1, 1, 1), 0.7), 2.2))
    for way, code in ((-1, "#4a78c0"), (1, "#c84a40")):
        canvas.drawLine(x - 4 + way * 24, -184, x - 4 + way * 24, -200, stroke(STEEL, 6))
        canvas.drawCircle(x - 4 + way * 24, -204, 5.5, solid(hexed(code)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 84, -216, x - 62, -184), 4, 4, solid(hexed("#bfe0e6"), 0.9))
    for at, code in ((-78, "#e0566a"), (-68, "#4f9ac0")):
        canvas.drawLine(x + at, -190, x + at + (3 if at > -72 else -5), -238, stroke(hexed(code), 4))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 52, -194, x + 82, -183), 5, 5, solid(hexed("#f0b8c4")))


def _shelf(canvas: Canvas, x: float, room: Room) -> None:
    """A board with bottles and a small plant."""
    fittings.rect(
        canvas, x - 56, -330, x + 56, -322, linear((0, -330), (0, -322), [hexed("#d8b488"), hexed("#9a7448")])
    )
    for index in range(4):
        left = x - 50 + index * 21
        tone = hexed(("#e8879a", "#6fb0c8", "#f0d27a", "#8ac09a")[index])
        high = room.random.uniform(26, 46)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(left, -330 - high, left + 16, -330),
            4,
            4,
            linear((left, 0), (left + 16, 0), [mix(tone, (1, 1, 1), 0.5), times(tone, 0.8)]),
        )
        fittings.rect(canvas, left + 5, -338 - high, left + 11, -330 - high, solid(CHINA))
    for way in (-1, 0, 1):
        canvas.drawOval(skia.Rect.MakeXYWH(x + 36 + way * 9 - 6, -366 + abs(way) * 6, 12, 26), solid(hexed("#5f9a5a")))
    box(canvas, x + 28, -348, x + 52, -330, hexed("#c87a54"))


def _towels(canvas: Canvas, x: float, tone: Rgb) -> None:
    canvas.drawLine(x - 52, -236, x + 52, -236, stroke(STEEL, 6))
    for at, wide, low, code in ((-24, 46, -118, "#f2ede2"), (24, 38, -146, "")):
        cloth = hexed(code) if code else mix(tone, hexed("#d8604a"), 0.6)
        towel = skia.Rect.MakeLTRB(x + at - wide / 2, -240, x + at + wide / 2, low)
        canvas.drawRoundRect(towel.makeOffset(4, 4), 4, 4, solid((0, 0, 0), 0.24, 6))
        canvas.drawRoundRect(
            towel,
            4,
            4,
            linear(
                (towel.left(), 0),
                (towel.right(), 0),
                [times(cloth, 0.82), cloth, times(cloth, 0.9), cloth, times(cloth, 0.78)],
            ),
        )
        fittings.rect(canvas, towel.left(), low - 20, towel.right(), low - 13, solid(times(cloth, 0.72)))


def _toilet(canvas: Canvas, x: float) -> None:
    fittings.shadow(canvas, x, 54)
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 46, -186, x + 46, -100),
        9,
        9,
        linear((x - 46, 0), (x + 46, 0), [CHINA, times(CHINA, 0.8)]),
    )
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 50, -196, x + 50, -182), 5, 5, solid((1, 1, 1)))
    bowl = skia.Path()
    bowl.moveTo(x - 48, -92)
    bowl.lineTo(x + 48, -92)
    bowl.cubicTo(x + 46, -46, x + 26, -36, x + 27, 2)
    bowl.lineTo(x - 27, 2)
    bowl.cubicTo(x - 26, -36, x - 46, -46, x - 48, -92)
    bowl.close()
    canvas.drawPath(bowl, linear((x - 48, 0), (x + 48, 0), [times(CHINA, 0.9), (1, 1, 1), times(CHINA, 0.74)]))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 52, -102, x + 52, -88), 7, 7, solid(mix(hexed("#c89a68"), (1, 1, 1), 0.12))
    )


def _tub(room: Room, x: float, tone: Rgb) -> None:
    """A tub on feet, with foam, between the wall and the cast."""
    depth = 0.78
    x *= room.depth / depth
    outer = mix(tone, hexed("#2f5a66"), 0.45)

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 176)
        for foot in (-116, 116):
            canvas.drawCircle(x + foot, -10, 13, solid(hexed("#c8a050")))
        body = skia.Path()
        body.moveTo(x - 176, -118)
        body.lineTo(x + 176, -118)
        body.cubicTo(x + 172, -48, x + 140, -14, x + 96, -12)
        body.lineTo(x - 96, -12)
        body.cubicTo(x - 140, -14, x - 172, -48, x - 176, -118)
        body.close()
        canvas.drawPath(body, linear((0, -118), (0, -12), [mix(outer, (1, 1, 1), 0.25), outer, times(outer, 0.6)]))
        for index in range(17):
            size = 15.0 + 9 * ((index * 7) % 5) / 4
            at = x - 140 + index * 17.5
            canvas.drawCircle(
                at,
                -124 - size * 0.3,
                size,
                radial((at - 4, -134), size * 1.3, [(1, 1, 1), hexed("#e3eef2"), hexed("#bcd2da")]),
            )
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 186, -130, x + 186, -112),
            9,
            9,
            linear((0, -130), (0, -112), [(1, 1, 1), times(CHINA, 0.78)]),
        )
        tap = x + 128.0
        canvas.drawLine(tap, -128, tap, -176, stroke(STEEL, 8))
        canvas.drawLine(tap, -174, tap - 30, -168, stroke(STEEL, 8))
        canvas.drawLine(tap - 15, -186, tap + 15, -186, stroke(STEEL, 6))
        canvas.drawCircle(x - 70, -156, 13, solid(hexed("#f3c82e")))
        canvas.drawCircle(x - 60, -172, 9.5, solid(hexed("#f6d23c")))
        canvas.drawLine(x - 51, -172, x - 45, -171, stroke(hexed("#e8743a"), 5))
        canvas.drawCircle(x - 57, -174, 1.8, solid(hexed("#20242a")))

    room.piece(depth, x - 200, x + 200, 210, draw)


def _mat(room: Room, tone: Rgb) -> None:
    """The rim of a basket with rolled towels before the lens."""
    x = -room.side * room.half * room.depth / 1.5 * 1.04

    def draw(canvas: Canvas) -> None:
        for index, code in enumerate(("#f4efe4", "", "#e8d8c0")):
            cloth = hexed(code) if code else mix(tone, (1, 1, 1), 0.3)
            canvas.drawCircle(x - 40 + index * 40, -52, 24, solid(cloth))
            canvas.drawCircle(x - 40 + index * 40, -52, 12, stroke(times(cloth, 0.75), 4))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 82, -48, x + 82, 30), 14, 14, solid(hexed("#a87a4c")))

    room.piece(1.5, x - 110, x + 110, 90, draw, low=30, level=0.6, order=2.0)


SETTING = Setting(
    build=build,
    words="""bathroom, restroom, washroom, toilet, bathtub, shower, powder room, bath, under a sink, under the sink, over the sink,
        at the sink, bathroom sink, bubble bath, kitchen sink pipe, locker room shower""",
    by_day="drips",
    by_night="drips",
    scenery=frozenset({"window", "plants", "bubbles"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden"),
    who="plumber",
)
