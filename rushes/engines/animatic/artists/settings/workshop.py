"""A workshop or garage: a bench under a wall of tools, tyres and cans, a vice, lamps with tin shades, a high window in the dust."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WALLS = ("#7f8a8c", "#8a7a66", "#6f7f8a", "#8a8478")
WOOD, IRON = hexed("#9a6c42"), hexed("#5a6066")
BENCH = 160.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2600, unit=160, base=0.66, always=0.6)
    tone = room.lead(hexed(WALLS[int(room.random.integers(len(WALLS)))]), 0.5)
    side, half = room.side, room.half
    bench = -side * half * (0.30 if not room.narrow else 0.18)
    wide = 250.0 if not room.narrow else 200.0
    pane = Pane(side * half * (0.50 if not room.narrow else 0.62), -450, 250 if not room.narrow else 150, 170)
    room.panes.append(pane)
    spots = [bench - wide * 0.5, bench + wide * 0.5]
    room.lamps += [Lamp(x, -320, 190, 0.85) for x in spots] + [Lamp(side * half * 0.6, -340, 200, 0.45)]

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, tone, room.random, long=64, tall=30)
        fittings.stains(canvas, room, hexed("#1c1a18"), 24, 2601, 0.26)
        windows.casing(canvas, pane, IRON, sill=False)
        _pegboard(canvas, bench, wide, room)
        _bench(canvas, bench, wide)
        if not room.narrow:
            x = side * half * 0.88
            shelves.shelf(canvas, x - 96, -330, x + 96, 2, 4, IRON, "boxes", room.random)
        _tyres(canvas, side * half * (0.46 if not room.narrow else 0.66))

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2602))
        windows.bars(canvas, room, pane, IRON, 5, 3, thick=7)

    room.wall(draw, shine)
    flooring.lay(
        room, flooring.large, hexed("#8a8680"), side=220, grain=0.75, contrast=0.8, cell=120, mirror=0.14, sun=1.1
    )
    _cabinet(room, -side * half * 0.86 if not room.narrow else -side * half * 0.95)
    for x in spots:
        lamps.pendant(room, x, -352, hexed("#3a5a4a"), depth=0.73, kind="factory", reach=140)
    windows.shafts(room, [pane], 1.3, motes=60)
    room.light_cast(shadow=0.48)
    _near(room)


def _pegboard(canvas: Canvas, x: float, wide: float, room: Room) -> None:
    """Tools on their hooks: saws, hammers, spanners, screwdrivers."""
    box(canvas, x - wide, -360, x + wide, -182, mix(WOOD, hexed("#c8a070"), 0.4))
    for row in range(8):
        for column in range(int(wide / 10)):
            canvas.drawCircle(x - wide + 12 + column * 20, -350 + row * 22, 1.6, solid((0, 0, 0), 0.3))
    steel = hexed("#c2c8cc")
    at = x - wide + 30
    index = 0
    while at < x + wide - 24:
        kind, top = index % 5, -344.0 + (index % 2) * 10
        if kind == 0:
            canvas.drawLine(at, top + 22, at, top + 112, stroke(WOOD, 9))
            canvas.drawRoundRect(skia.Rect.MakeLTRB(at - 21, top + 4, at + 21, top + 26), 5, 5, solid(IRON))
        elif kind == 1:
            canvas.drawLine(at, top + 20, at, top + 112, stroke(steel, 9))
            canvas.drawArc(skia.Rect.MakeLTRB(at - 14, top - 2, at + 14, top + 28), 140, 260, False, stroke(steel, 9))
        elif kind == 2:
            tone = hexed(("#c8403a", "#e0a83a", "#3f7fb0")[int(room.random.integers(3))])
            canvas.drawRoundRect(skia.Rect.MakeLTRB(at - 8, top + 4, at + 8, top + 52), 6, 6, solid(tone))
            canvas.drawLine(at, top + 52, at, top + 110, stroke(steel, 5))
        elif kind == 3:
            blade = skia.Path()
            blade.moveTo(at - 18, top + 10)
            blade.lineTo(at + 22, top + 10)
            blade.lineTo(at + 4, top + 130)
            blade.lineTo(at - 12, top + 130)
            blade.close()
            canvas.drawPath(blade, linear((at - 18, 0), (at + 22, 0), [steel, times(steel, 0.8)]))
            canvas.drawRoundRect(skia.Rect.MakeLTRB(at - 20, top - 4, at + 24, top + 28), 8, 8, stroke(WOOD, 9))
        else:
            for way in (-1, 1):
                canvas.drawLine(at, top + 34, at + way * 12, top + 104, stroke(hexed("#b8403a"), 7))
                canvas.drawLine(at, top + 34, at + way * 5, top + 8, stroke(steel, 6))
        at += 52
        index += 1


def _bench(canvas: Canvas, x: float, wide: float) -> None:
    """A heavy bench with a vice, a box of screws, a paint can."""
    fittings.shadow(canvas, x, wide * 0.95)
    fittings.rect(canvas, x - wide + 20, -BENCH + 30, x + wide - 20, 2, solid(times(WOOD, 0.34)))
    for at in (-wide + 22, 0, wide - 22):
        fittings.rect(
            canvas,
            x + at - 14,
            -BENCH,
            x + at + 14,
            5,
            linear((x + at - 14, 0), (x + at + 14, 0), [mix(WOOD, (1, 1, 1), 0.12), times(WOOD, 0.6)]),
        )
    fittings.rect(canvas, x - wide + 30, -62, x + wide - 30, -52, solid(times(WOOD, 0.8)))
    for index, code in enumerate(("#4f6f8a", "#b04a3a", "#c8a03a", "#5a7a4a")):
        box(canvas, x - wide + 56 + index * 66, -108 + 8 * (index % 2), x - wide + 106 + index * 66, -63, hexed(code))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - wide - 8, -BENCH - 12, x + wide + 8, -BENCH + 10),
        3,
        3,
        linear((0, -BENCH - 12), (0, -BENCH + 10), [mix(WOOD, (1, 1, 1), 0.34), times(WOOD, 0.8)]),
    )
    top = -BENCH - 12
    box(canvas, x - wide + 40, top - 26, x - wide + 96, top, IRON)
    box(canvas, x - wide + 34, top - 44, x - wide + 58, top - 20, mix(IRON, (1, 1, 1), 0.15))
    box(canvas, x - wide + 78, top - 44, x - wide + 102, top - 20, mix(IRON, (1, 1, 1), 0.15))
    canvas.drawLine(x - wide + 102, top - 18, x - wide + 130, top - 18, stroke(hexed("#c2c8cc"), 5))
    for index, code in enumerate(("#3f7fb0", "#d8b03a")):
        left = x + wide - 130 + index * 56
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(left, top - 48, left + 42, top),
            4,
            4,
            linear((left, 0), (left + 42, 0), [hexed("#d8dde0"), hexed("#8a9298")]),
        )
        fittings.rect(canvas, left + 2, top - 36, left + 40, top - 12, solid(hexed(code)))
        canvas.drawLine(left + 12, top - 46, left + 12, top - 30, stroke(hexed(code), 6))
    for index in range(3):
        canvas.drawArc(
            skia.Rect.MakeXYWH(x - 24 + index * 22, top - 15, 26, 18), 160, 250, False, stroke(hexed("#e0c08a"), 3)
        )


def _tyres(canvas: Canvas, x: float) -> None:
    fittings.shadow(canvas, x, 74)
    for row in range(3):
        y = -2 - row * 40
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 62 + row * 3, y - 40, x + 62 + row * 3, y),
            18,
            18,
            linear((0, y - 40), (0, y), [hexed("#4a4a4c"), hexed("#1e1e20")]),
        )
        for groove in range(9):
            canvas.drawLine(
                x - 46 + groove * 12 + row * 3,
                y - 30,
                x - 42 + groove * 12 + row * 3,
                y - 10,
                stroke((0, 0, 0), 2.4, 0.5),
            )
    canvas.drawOval(skia.Rect.MakeLTRB(x - 44, -134, x + 56, -112), solid(hexed("#161618")))
    box(canvas, x + 78, -62, x + 128, 2, hexed("#c8403a"))
    canvas.drawArc(skia.Rect.MakeLTRB(x + 86, -80, x + 116, -52), 180, 180, False, stroke(hexed("#8a2a26"), 6))


def _cabinet(room: Room, x: float) -> None:
    """A red cabinet of drawers on wheels."""
    depth, red = 0.78, room.lead(hexed("#b8342e"), 0.3)
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 76)
        for way in (-1, 1):
            canvas.drawCircle(x + way * 50, -8, 10, solid(hexed("#222426")))
        box(canvas, x - 68, -176, x + 68, -16, red)
        for row in range(5):
            y = -168 + row * 30
            fittings.rect(
                canvas,
                x - 60,
                y,
                x + 60,
                y + 25,
                linear((0, y), (0, y + 25), [mix(red, (1, 1, 1), 0.22), times(red, 0.8)]),
            )
            canvas.drawLine(x - 34, y + 8, x + 34, y + 8, stroke(hexed("#d8dde0"), 4))
        box(canvas, x - 40, -206, x + 34, -176, hexed("#3f5f7a"))
        canvas.drawArc(skia.Rect.MakeLTRB(x - 22, -226, x + 16, -196), 180, 180, False, stroke(hexed("#22303c"), 6))

    room.piece(depth, x - 100, x + 100, 240, draw)


def _near(room: Room) -> None:
    """A tin with brushes before the lens."""
    x = room.side * room.half * room.depth / 1.5 * 1.02

    def draw(canvas: Canvas) -> None:
        for index, code in enumerate(("#c8a03a", "#8a4a30", "#4f7a9a")):
            canvas.drawLine(x - 16 + index * 16, -40, x - 30 + index * 30, -96, stroke(hexed(code), 8))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 36, -52, x + 36, 30),
            6,
            6,
            linear((x - 36, 0), (x + 36, 0), [hexed("#c8ced2"), hexed("#6a7278")]),
        )

    room.piece(1.5, x - 90, x + 90, 120, draw, low=30, level=0.6, order=2.0)


SETTING = Setting(
    build=build,
    words="""workshop, garage, auto shop, repair shop, mechanic shop, car workshop, auto repair shop, carpentry shop, woodshop, woodworking shop,
        tool shed, shed, forge, blacksmith shop, smithy, basement, workbench, toy workshop, santa's workshop, watchmaker's workshop,
        pottery studio, mechanic's garage""",
    by_day="workshop",
    by_night="workshop",
    scenery=frozenset({"window", "table", "lights", "dust_motes"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden", "dusk"),
    who="mechanic, carpenter, blacksmith, woodworker, potter, watchmaker, toymaker, cobbler",
)
