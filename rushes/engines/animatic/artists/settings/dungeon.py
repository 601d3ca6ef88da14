"""A dungeon or a prison: heavy vaults, a grated cell, chains, a barred window high up with its light, torches, straw."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fires, fittings, flooring, lamps, rooms, vaults, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

STONES = ("#7f766a", "#747a7c", "#86755f")
IRON = hexed("#3a3836")
SPRING, TOP, HIGH = -300.0, -452.0, 1000.0


def build(stage: Set) -> None:
    modern = room_is_modern(stage)
    room = rooms.enter(stage, 3970, unit=170, depth=0.46, base=0.62 if not modern else 0.85, tint=rooms.WARM if not modern else rooms.COLD, always=0.7)  # fmt: skip
    stone = room.lead(hexed(STONES[int(room.random.integers(len(STONES)))]), 0.4)
    if modern:
        stone = mix(stone, hexed("#9aa39c"), 0.6)
    side = room.side
    at = vaults.aisle(room, 0.94 if not room.narrow else 1.10, near=0.80)
    pane = Pane(side * at * 0.12, -430, 120, 110)
    room.panes.append(pane)
    flames = [-side * at * 0.86, side * at * 0.82]
    room.lamps += [Lamp(x, -262, 235, 1.1) for x in flames] if not modern else [Lamp(0, -420, 330, 0.8)]

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, stone, room.random, long=96, tall=46)
        fittings.stains(canvas, room, hexed("#1a1712"), 40, 3971, 0.36)
        fittings.stains(canvas, room, hexed("#4f6a3c"), 16, 3972, 0.30)
        _niche(canvas, -side * at * 0.42, stone)
        _chains(canvas, side * at * 0.50)
        opening = skia.Rect.MakeLTRB(pane.x - 74, pane.y - 14, pane.x + 74, pane.foot + 16)
        canvas.drawRect(opening, solid(times(stone, 0.7)))
        canvas.drawRect(skia.Rect.MakeLTRB(opening.left(), pane.foot, opening.right(), pane.foot + 18), solid(mix(stone, (1, 1, 1), 0.3)))  # fmt: skip

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.SKY, stage.random(3973), glass=False)
        for bar in range(4):
            x = pane.x - 45 + bar * 30
            canvas.drawLine(x, pane.y, x, pane.foot, stroke(times(IRON, 0.5), 8))

    room.wall(draw, shine, order=0.31)
    flooring.lay(room, flooring.slabs, times(stone, 0.82), side=92, grain=0.55, contrast=0.8, cell=120, mirror=0.34, sun=1.3)  # fmt: skip
    reach = room.reach(room.width / 2)

    def bay(canvas: Canvas, depth: float) -> None:
        vaults.spandrel(canvas, at, SPRING, TOP, reach, HIGH, stone, pointed=False)
        vaults.arch(canvas, at, SPRING, TOP, 46, stone, pointed=False)
        for way in (-1, 1):
            _pier(canvas, way * at, stone)

    vaults.lead_in(room, (0.54, 0.80), bay, reach, HIGH)
    _cell(room, -side * at * 0.42)
    if modern:
        lamps.pendant(room, 0.0, -418, hexed("#4f5a56"), depth=0.62, kind="factory", reach=200)
    else:
        for index, x in enumerate(flames):
            fires.torch(stage, *room.at(x, -262), room.depth, 3975 + index, period=room.period)
    _straw(room, side * at * 0.46, 3980)
    _barrel(room, -side * at * 0.66)
    windows.shafts(room, [pane], 1.5, motes=46)
    room.light_cast(shadow=0.52)


def room_is_modern(stage: Set) -> bool:
    """Was a prison asked for, and not a dungeon?"""
    return "cell" in stage.plan.features


def _pier(canvas: Canvas, x: float, stone: Rgb) -> None:
    """A square pier of blocks with its capital."""
    canvas.drawOval(skia.Rect.MakeLTRB(x - 104, -10, x + 104, 16), solid((0, 0, 0), 0.45, 9))
    for row in range(8):
        base = 6 - row * 40
        shift = 5 * math.sin(row * 2.4 + x)
        block = skia.Rect.MakeLTRB(x - 58 + shift, base - 39, x + 58 + shift, base)
        tone = times(stone, 0.82 + 0.16 * ((row * 5) % 3) / 2)
        canvas.drawRoundRect(block, 5, 5, linear((x - 58, 0), (x + 58, 0), [times(tone, 0.5), mix(tone, (1, 1, 1), 0.12), times(tone, 0.9), times(tone, 0.42)]))  # fmt: skip
        canvas.drawLine(x - 52 + shift, base - 37, x + 50 + shift, base - 37, stroke(mix(tone, (1, 1, 1), 0.3), 2, 0.5))
    box = skia.Rect.MakeLTRB(x - 76, SPRING - 14, x + 76, SPRING + 20)
    canvas.drawRoundRect(box, 4, 4, linear((0, SPRING - 14), (0, SPRING + 20), [mix(stone, (1, 1, 1), 0.25), times(stone, 0.6)]))  # fmt: skip


def _niche(canvas: Canvas, x: float, stone: Rgb) -> None:
    """The dark of a cell behind its grate, with a bunk in it."""
    path = skia.Path()
    path.moveTo(x - 120, 8)
    path.lineTo(x - 120, -210)
    path.arcTo(skia.Rect.MakeLTRB(x - 120, -330, x + 120, -90), 180, 180, False)
    path.lineTo(x + 120, 8)
    path.close()
    canvas.drawPath(path, stroke(times(stone, 0.9), 44))
    for wedge in range(9):
        angle = math.pi * (wedge + 0.5) / 9
        canvas.drawLine(x - 120 * math.cos(angle), -210 - 120 * math.sin(angle), x - 142 * math.cos(angle), -210 - 142 * math.sin(angle), stroke(times(stone, 0.5), 3))  # fmt: skip
    canvas.drawPath(path, linear((0, -330), (0, 8), [times(stone, 0.14), times(stone, 0.34)]))
    fittings.rect(canvas, x - 92, -66, x + 70, -54, solid(times(hexed("#7a5a3a"), 0.6)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 92, -84, x + 66, -62), 8, 8, solid(times(hexed("#8f8466"), 0.5)))
    for at in (-84, 60):
        canvas.drawLine(x + at, -56, x + at, 0, stroke(times(hexed("#7a5a3a"), 0.5), 7))


def _cell(room: Room, x: float) -> None:
    """The grate before the cell."""
    depth = 0.475
    x *= room.depth / depth
    tone = mix(IRON, hexed("#6a4a34"), 0.25)

    def draw(canvas: Canvas) -> None:
        for bar in range(9):
            at = x - 112 + bar * 28
            top = -206 - math.sqrt(max(0.0, 118.0**2 - (at - x) ** 2))
            canvas.drawLine(at, top, at, 6, stroke(times(tone, 0.6), 10))
            canvas.drawLine(at - 2, top, at - 2, 6, stroke(mix(tone, (1, 1, 1), 0.35), 3, 0.7))
        for y in (-206, -120, -30):
            canvas.drawLine(x - 118, y, x + 118, y, stroke(tone, 9))
            canvas.drawLine(x - 118, y - 3, x + 118, y - 3, stroke(mix(tone, (1, 1, 1), 0.3), 2, 0.7))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x + 6, -142, x + 48, -98), 5, 5, solid(mix(tone, hexed("#8a6a3c"), 0.5))
        )
        canvas.drawCircle(x + 27, -124, 5, solid((0, 0, 0)))
        canvas.drawLine(x + 27, -122, x + 27, -110, stroke((0, 0, 0), 4))

    room.piece(depth, x - 150, x + 150, 360, draw, order=0.312)


def _chains(canvas: Canvas, x: float) -> None:
    """Two chains with their shackles on rings in the wall."""
    for way, long in ((-1, 9), (1, 7)):
        top = x + way * 56
        canvas.drawCircle(top, -262, 11, stroke(IRON, 6))
        for link in range(long):
            y = -246 + link * 15
            box = skia.Rect.MakeLTRB(top - (5 if link % 2 else 2.5), y - 9, top + (5 if link % 2 else 2.5), y + 9)
            canvas.drawOval(box.makeOffset(4, 4), stroke((0, 0, 0), 4, 0.3, 2))
            canvas.drawOval(box, stroke(mix(IRON, (1, 1, 1), 0.16 * (link % 2)), 3.6))
        y = -246 + long * 15
        canvas.drawArc(skia.Rect.MakeLTRB(top - 19, y - 6, top + 19, y + 30), -70, 320, False, stroke(IRON, 8))


def _straw(room: Room, x: float, salt: int) -> None:
    depth = 0.72
    x *= room.depth / depth
    random = room.stage.random(salt)

    def draw(canvas: Canvas) -> None:
        canvas.drawOval(skia.Rect.MakeLTRB(x - 130, -16, x + 130, 16), solid((0, 0, 0), 0.35, 9))
        for _ in range(190):
            at, lift = x + random.normal(0, 52), abs(random.normal(0, 13))
            turn, long = random.uniform(-0.5, 0.5), random.uniform(16, 46)
            tone = mix(hexed("#c8a45a"), hexed("#7a5f30"), random.random())
            canvas.drawLine(at, 6 - lift, at + long * math.cos(turn), 6 - lift - long * math.sin(turn) * 0.5, stroke(tone, 2.4))  # fmt: skip

    room.piece(depth, x - 230, x + 230, 90, draw, low=26)


def _barrel(room: Room, x: float) -> None:
    depth = 0.66
    x *= room.depth / depth
    wood = hexed("#7a5232")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 62)
        path = skia.Path()
        path.moveTo(x - 40, 4)
        path.quadTo(x - 62, -62, x - 40, -128)
        path.lineTo(x + 40, -128)
        path.quadTo(x + 62, -62, x + 40, 4)
        path.close()
        canvas.drawPath(path, linear((x - 54, 0), (x + 54, 0), [times(wood, 0.5), mix(wood, (1, 0.9, 0.8), 0.25), wood, times(wood, 0.42)]))  # fmt: skip
        for share in (-0.6, -0.2, 0.2, 0.6):
            canvas.drawLine(x + share * 44, -126, x + share * 58, -62, stroke(times(wood, 0.45), 2.4))
            canvas.drawLine(x + share * 58, -62, x + share * 44, 2, stroke(times(wood, 0.45), 2.4))
        for y, wide in ((-112, 46), (-84, 52), (-38, 52), (-12, 46)):
            canvas.drawLine(x - wide, y, x + wide, y, stroke(IRON, 7))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 40, -136, x + 40, -120), solid(mix(wood, (1, 0.9, 0.8), 0.2)))
        canvas.drawLine(x, -134, x, -150, stroke(hexed("#efe2c0"), 11))

    room.piece(depth, x - 90, x + 90, 175, draw)


SETTING = Setting(
    build=build,
    words="""dungeon, dungeons, castle dungeon, castle cellar, torture chamber, prison+cell, jail+cell, prison cell+cell, jail cell+cell, in jail+cell, behind bars+cell,
        in prison+cell, cell block+cell, cellar, wine cellar, catacomb, catacombs, crypt, torch lit dungeon""",
    by_day="drips fire",
    by_night="drips fire",
    scenery=frozenset({"torches", "fire", "window", "cell", "chains", "sun_rays"}),
    outdoors=False,
    hours=("day", "dusk", "night"),
    who="prisoner, jailer, inmate",
)
