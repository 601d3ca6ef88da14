"""A station's hall: iron arches under a roof of glass, a great clock, a board of departures, benches, a train that waits."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, vaults, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

IRON, STONE = hexed("#46565c"), hexed("#c2b49a")
SPRING, TOP, HIGH = -420.0, -690.0, 1100.0


def build(stage: Set) -> None:
    below = "metro" in stage.plan.features
    room = rooms.enter(
        stage,
        2950,
        unit=220,
        depth=0.40,
        base=0.78,
        always=0.6 if not below else 1.0,
        windows=1.0 if not below else 0.3,
    )
    stone = room.lead(hexed("#d8d4c8") if below else STONE, 0.35)
    at = vaults.aisle(room, 0.98 if not room.narrow else 1.14)
    fan = Pane(0, -640, at * 1.1, 230)
    if not below:
        room.panes.append(fan)
    room.lamps += [Lamp(way * at * 0.5, -300, 260, 0.6) for way in (-1, 1)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, stone)
        if below:
            fittings.tiled(canvas, -room.width / 2, -room.high, room.width / 2, 8, stone, 56, joint=0.74)
            tone = room.lead(hexed("#c8403a"), 0.9)
            fittings.rect(canvas, -room.width / 2, -310, room.width / 2, -262, solid(tone))
        else:
            fittings.bricks(canvas, -room.width / 2, -260, room.width / 2, 8, stone, room.random, long=120, tall=60)
            windows.casing(canvas, fan, times(stone, 1.1), shape="arched", sill=False)
            for way in (-1, 1):
                _door(canvas, way * at * 0.62, stone)
        _clock(canvas, 0, -330 if not below else -380)
        _board(canvas, 0, -270)

    def shine(canvas: Canvas) -> None:
        if not below:
            windows.outdoors(canvas, stage, fan, windows.SKY, stage.random(2951), "arched")
            windows.bars(canvas, room, fan, IRON, 9, 3, "arched", thick=7)
        for row in range(3):
            for column in range(3):
                x, y = -104 + column * 76, -246 + row * 19
                canvas.drawLine(x, y, x + 34 + 20 * math.sin(row * 2.1 + column), y, stroke(hexed("#ffc860"), 5, 0.95))

    room.wall(draw, shine, order=0.31)
    flooring.lay(
        room,
        flooring.large if not below else flooring.chequers,
        hexed("#b8ac9a"),
        hexed("#8f8474"),
        side=96,
        mirror=0.5,
        sun=1.0,
    )
    reach = room.reach(at + 420)

    def bay(canvas: Canvas, depth: float) -> None:
        _roof(canvas, room, at, reach, below)
        vaults.arch(canvas, at, SPRING, TOP, 24, IRON if not below else stone, pointed=False)
        for way in (-1, 1):
            tone = IRON if not below else mix(stone, (1, 1, 1), 0.1)
            vaults.column(canvas, way * at, 24 if not below else 40, SPRING, tone)

    vaults.lead_in(room, (0.50, 0.64, 0.86), bay, reach, HIGH)
    _train(room, -room.side, at, below)
    for depth in (0.56, 0.74):
        _bench(room, depth, room.side * at * 0.72)
    for x in (-at * 0.45, at * 0.45):
        lamps.pendant(room, x, -390, hexed("#e8e0cc"), depth=0.62, kind="globe", reach=150)
    if not below:
        windows.shafts(room, [fan], 0.8, motes=40)
    room.light_cast(shadow=0.40, up=-0.7)


def _roof(canvas: Canvas, room: Room, at: float, reach: float, below: bool) -> None:
    """The roof between two arches: glass with the sky in it, or a vault of tiles."""
    air = room.stage.air
    level = 0.35 + 0.55 * room.outside
    tone = times(mix(air.sky[1], air.sky[-2], 0.4), level) if not below else hexed("#a8a294")
    path = skia.Path()
    path.moveTo(-reach, -HIGH)
    path.lineTo(reach, -HIGH)
    path.lineTo(reach, SPRING)
    path.lineTo(at, SPRING)
    path.cubicTo(at, SPRING + (TOP - SPRING) * 1.3, -at, SPRING + (TOP - SPRING) * 1.3, -at, SPRING)
    path.lineTo(-reach, SPRING)
    path.close()
    canvas.drawPath(path, linear((0, -HIGH), (0, SPRING), [times(tone, 0.8), tone]))
    canvas.save()
    canvas.clipPath(path, True)
    for ray in range(-8, 9):
        canvas.drawLine(
            ray * at * 0.14,
            SPRING,
            ray * at * 0.40,
            -HIGH,
            stroke(times(IRON, 0.8) if not below else times(tone, 0.8), 6),
        )
    for ring in range(4):
        oval = skia.Rect.MakeLTRB(
            -at * (1.1 + ring * 0.22), TOP - 50 - ring * 80, at * (1.1 + ring * 0.22), -SPRING * 0.4
        )
        canvas.drawArc(oval, 180, 180, False, stroke(times(IRON, 0.7) if not below else times(tone, 0.78), 5))
    canvas.restore()


def _door(canvas: Canvas, x: float, stone: Rgb) -> None:
    opening = Pane(x, -230, 130, 232)
    canvas.drawPath(windows.outline(opening, "arched"), linear((0, -230), (0, 0), [hexed("#2a2622"), hexed("#5a4a38")]))
    canvas.drawPath(windows.outline(opening, "arched"), stroke(mix(stone, (1, 1, 1), 0.3), 12))


def _clock(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawCircle(x + 5, y + 8, 62, solid((0, 0, 0), 0.35, 10))
    canvas.drawCircle(x, y, 62, solid(hexed("#b88a3c")))
    canvas.drawCircle(x, y, 52, solid(hexed("#fbf4e0")))
    for hour in range(12):
        angle = hour * math.pi / 6
        canvas.drawLine(
            x + 42 * math.sin(angle),
            y - 42 * math.cos(angle),
            x + 48 * math.sin(angle),
            y - 48 * math.cos(angle),
            stroke(hexed("#2a2622"), 4),
        )
    canvas.drawLine(x, y, x + 12, y - 26, stroke(hexed("#2a2622"), 6))
    canvas.drawLine(x, y, x - 34, y - 18, stroke(hexed("#2a2622"), 4))


def _board(canvas: Canvas, x: float, y: float) -> None:
    box(canvas, x - 124, y, x + 124, y + 78, hexed("#1f2426"))


def _train(room: Room, way: int, at: float, below: bool) -> None:
    """A train that waits at one side, its windows lit."""
    depth = 0.58
    inner, outer = way * at * 0.66, way * (at + 900)
    paint = hexed("#7a2f2c") if not below else hexed("#c8ced2")

    def draw(canvas: Canvas) -> None:
        left, right = sorted((inner, outer))
        fittings.shadow(canvas, (left + right) / 2, (right - left) / 2)
        fittings.rect(canvas, left + 10, -40, right, 0, solid(hexed("#1c1a1a")))
        for index in range(6):
            x = inner + way * (60 + index * 110)
            canvas.drawCircle(x, -18, 22, solid(hexed("#3a3634")))
            canvas.drawCircle(x, -18, 9, solid(hexed("#8a8480")))
        body = skia.Rect.MakeLTRB(left, -262, right, -38)
        canvas.drawRoundRect(
            body, 26, 26, linear((0, -262), (0, -38), [mix(paint, (1, 1, 1), 0.3), paint, times(paint, 0.6)])
        )
        fittings.rect(
            canvas, left + 8, -112, right - 8, -102, solid(hexed("#e8c878") if not below else hexed("#3f7fc0"))
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(left + 10, -276, right - 10, -254), 10, 10, solid(times(paint, 0.55)))

    def shine(canvas: Canvas) -> None:
        for index in range(8):
            x = inner + way * (64 + index * 96)
            pane = skia.Rect.MakeLTRB(x - 34, -220, x + 34, -134)
            canvas.drawRoundRect(
                pane,
                8,
                8,
                linear((0, -220), (0, -134), [hexed("#ffe6ae"), hexed("#f0b868")], None, [0.55 + 0.4 * room.level] * 2),
            )
            canvas.drawRoundRect(pane, 8, 8, stroke(times(paint, 0.45), 5))
        canvas.drawCircle(inner + way * 14, -80, 9, solid(hexed("#fff4d0")))
        canvas.drawCircle(inner + way * 14, -80, 26, solid(hexed("#ffe9b0"), 0.4, 12))

    left, right = sorted((inner, outer))
    room.piece(depth, left - 20, right + 20, 290, draw, shine)


def _bench(room: Room, depth: float, x: float) -> None:
    wood = hexed("#8a5a38")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 120)
        for at in (-92, 92):
            canvas.drawLine(x + at, -72, x + at, 2, stroke(IRON, 9))
            canvas.drawLine(x + at, -72, x + at * 1.04, -140, stroke(IRON, 8))
        for y in (-136, -114, -92):
            fittings.rect(
                canvas, x - 116, y, x + 116, y + 14, linear((0, y), (0, y + 14), [mix(wood, (1, 1, 1), 0.3), wood])
            )
        fittings.rect(
            canvas,
            x - 118,
            -74,
            x + 118,
            -58,
            linear((0, -74), (0, -58), [mix(wood, (1, 1, 1), 0.35), times(wood, 0.8)]),
        )
        box(canvas, x + 40, -118, x + 96, -74, hexed("#6a4a2f"))
        canvas.drawArc(skia.Rect.MakeLTRB(x + 56, -130, x + 80, -108), 180, 180, False, stroke(hexed("#3a2618"), 5))

    room.piece(depth, x - 150, x + 150, 160, draw)


SETTING = Setting(
    build=build,
    words="""station, station hall, station concourse, grand central, grand central station, inside a train station, train station hall,
        train terminal, waiting hall, metro station+metro, subway station+metro, subway platform+metro, subway+metro,
        metro+metro, underground station+metro, tube station+metro, bus station""",
    by_day="station",
    by_night="station",
    scenery=frozenset({"lights", "metro", "sun_rays", "window"}),
    outdoors=False,
    hours=("day", "day", "golden", "dusk"),
)
