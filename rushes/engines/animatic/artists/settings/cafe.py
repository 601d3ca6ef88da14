"""A café, a restaurant or a diner: a counter with its machine, a board of the day, lamps over small tables, a window on the street."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, furniture, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WALLS = ("#7d5a44", "#4f6a62", "#8a5046", "#40566a")
COUNTER = 176.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2000, unit=150, always=0.55)
    paint = room.lead(hexed(WALLS[int(room.random.integers(len(WALLS)))]), 0.55)
    wood = hexed("#7a4d2f")
    side, half = room.side, room.half
    pane = Pane(side * half * (0.50 if room.narrow else 0.56), -392, 290 if not room.narrow else 190, 282)
    bar = -side * half * (0.42 if room.narrow else 0.50)
    spots = [bar - 110, bar + 110] if not room.narrow else [bar]
    room.panes.append(pane)
    for x in (*spots, side * half * 0.52):
        room.lamps.append(Lamp(x, -330, 175, 0.9))
    room.lamps.append(Lamp(0.0, -420, 260, 0.45))

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(paint, hexed("#e8d8bc"), 0.12))
        _bricks(canvas, room, bar, paint)
        fittings.panelling(canvas, room, 132, mix(wood, paint, 0.25))
        windows.casing(canvas, pane, wood)
        for index, at in enumerate((0.02, 0.2)):
            _print(canvas, side * half * at, -330 - 26 * index, index)
        if not room.narrow:
            for row in range(2):
                y = -306 - row * 78
                fittings.rect(
                    canvas,
                    bar - 190,
                    y,
                    bar + 190,
                    y + 8,
                    linear((0, y), (0, y + 8), [mix(wood, (1, 1, 1), 0.3), times(wood, 0.7)]),
                )
                shelves.fill(canvas, bar - 184, bar + 184, y, 62, "jars" if row else "bottles", room.random)
        _board(canvas, bar, -520 if room.narrow else -528)
        fittings.counter(canvas, bar - 215, bar + 215, COUNTER, mix(wood, paint, 0.5), hexed("#d8c4a0"))
        _machine(canvas, bar - side * 96, -COUNTER - 10)
        _cakes(canvas, bar + side * 104, -COUNTER - 10, room)
        furniture.plant(canvas, side * half * 0.97, 0, room.random)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.STREET, stage.random(2001))
        windows.bars(canvas, room, pane, wood, 3, 2)
        _lettering(canvas, pane, room)

    room.wall(draw, shine)
    windows.falling(room, [pane])
    flooring.lay(
        room,
        flooring.chequers if room.random.random() < 0.5 else flooring.planks,
        hexed("#c9b596"),
        hexed("#4a3a34"),
        side=62,
        mirror=0.22,
    )
    for x in spots:
        lamps.pendant(room, x, -356, hexed("#2f4a46"), depth=0.70)
    for at in (0.30, 0.74) if not room.narrow else (0.62,):
        _seats(room, side * half * at, paint, wood)
    lamps.pendant(room, side * half * 0.52, -372, mix(paint, hexed("#c8743c"), 0.5), depth=0.80)
    windows.shafts(room, [pane], 0.7, motes=22)
    _steam(room, bar - side * 96, -COUNTER - 60)
    room.light_cast()
    _near(room, paint, wood)


def _bricks(canvas: Canvas, room: Room, bar: float, paint: Rgb) -> None:
    """Bare bricks behind the counter."""
    fittings.bricks(canvas, bar - 250, -room.high, bar + 250, -120, mix(hexed("#9a5a42"), paint, 0.2), room.random)
    for way in (-1, 1):
        x = bar + way * 250
        fittings.rect(canvas, x - 7, -room.high, x + 7, -120, solid(hexed("#5a3a28")))


def _print(canvas: Canvas, x: float, y: float, kind: int) -> None:
    """A framed print: a cup, a leaf."""
    fittings.rect(canvas, x - 40, y + 6, x + 50, y + 112, solid((0, 0, 0), 0.3, 7))
    box(canvas, x - 44, y, x + 44, y + 106, hexed("#2f2622"))
    fittings.rect(canvas, x - 36, y + 8, x + 36, y + 98, solid(hexed("#efe4cc")))
    ink = hexed("#8a4a34" if kind == 0 else "#4f7256")
    if kind == 0:
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 18, y + 46, x + 14, y + 76), 8, 8, solid(ink))
        canvas.drawCircle(x + 17, y + 58, 8, stroke(ink, 4))
        for at in (-10, 2):
            canvas.drawArc(skia.Rect.MakeXYWH(x + at - 4, y + 22, 8, 18), 90, 180, False, stroke(ink, 2.6))
    else:
        canvas.drawLine(x, y + 88, x, y + 24, stroke(ink, 2.6))
        for row in range(4):
            for way in (-1, 1):
                canvas.drawOval(skia.Rect.MakeXYWH(x + way * 13 - 11, y + 28 + row * 14, 22, 9), solid(ink))


def _board(canvas: Canvas, x: float, y: float) -> None:
    """A blackboard with the day's list."""
    box(canvas, x - 132, y, x + 132, y + 118, hexed("#6a452c"))
    fittings.rect(
        canvas, x - 122, y + 10, x + 122, y + 108, linear((0, y), (0, y + 108), [hexed("#27302d"), hexed("#343d39")])
    )
    chalk = hexed("#e9e6da")
    canvas.drawLine(x - 50, y + 24, x + 50, y + 24, stroke(chalk, 3.5, 0.9))
    for column in (-1, 1):
        for row in range(4):
            left = x + column * 60 - 46
            wide = 40 + 16 * math.sin(row * 2.1 + column)
            canvas.drawLine(left, y + 44 + row * 16, left + wide, y + 44 + row * 16, stroke(chalk, 2.6, 0.75))
            canvas.drawLine(
                left + 74, y + 44 + row * 16, left + 88, y + 44 + row * 16, stroke(hexed("#f0c878"), 2.6, 0.8)
            )


def _machine(canvas: Canvas, x: float, base: float) -> None:
    """An espresso machine with cups on it."""
    steel = hexed("#c2c8cc")
    box(canvas, x - 66, base - 88, x + 66, base - 54, hexed("#a83a30"), round_by=10)
    fittings.rect(
        canvas,
        x - 58,
        base - 56,
        x + 58,
        base,
        linear((x - 58, 0), (x + 58, 0), [times(steel, 0.7), mix(steel, (1, 1, 1), 0.4), times(steel, 0.66)]),
    )
    fittings.rect(canvas, x - 52, base - 48, x + 52, base - 8, solid(hexed("#2b2a2c")))
    box(canvas, x - 66, base - 9, x + 66, base, steel)
    for at in (-26, 26):
        fittings.rect(canvas, x + at - 9, base - 54, x + at + 9, base - 40, solid(steel))
        canvas.drawLine(x + at, base - 40, x + at + 20, base - 36, stroke(hexed("#2a211c"), 6))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x + at - 9, base - 24, x + at + 9, base - 9), 4, 4, solid(hexed("#f2ece0"))
        )
    for index in range(6):
        left = x - 58 + index * 20
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(left, base - 103, left + 16, base - 88),
            4,
            4,
            solid(hexed("#f4efe4") if index % 3 else hexed("#c8743c")),
        )


def _cakes(canvas: Canvas, x: float, base: float, room: Room) -> None:
    """A glass case with cakes, lit from within."""
    fittings.rect(
        canvas, x - 78, base - 86, x + 78, base, linear((0, base - 86), (0, base), [hexed("#fff0cc"), hexed("#d8b888")])
    )
    for row in range(2):
        y = base - 6 - row * 42
        for index in range(4):
            left = x - 68 + index * 35
            tone = hexed(("#7a4428", "#f2d8c8", "#d98a9a", "#e8c06a", "#5a2f22")[int(room.random.integers(5))])
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(left, y - 22, left + 28, y - 2),
                6,
                6,
                linear((0, y - 22), (0, y), [mix(tone, (1, 1, 1), 0.4), times(tone, 0.8)]),
            )
            canvas.drawCircle(left + 14, y - 24, 3.6, solid(hexed("#c8303a")))
        canvas.drawLine(x - 78, y, x + 78, y, stroke(hexed("#8a7a68"), 2.5))
    frame = skia.Rect.MakeLTRB(x - 78, base - 86, x + 78, base)
    canvas.drawRect(frame, linear((x - 78, base - 86), (x + 40, base), [(1, 1, 1)] * 2, None, [0.32, 0.0]))
    canvas.drawRect(frame, stroke(hexed("#5a4636"), 4))


def _lettering(canvas: Canvas, pane: Pane, room: Room) -> None:
    """A painted cup and a ring on the glass."""
    x, y = pane.x, pane.y + pane.height * 0.36
    tone = mix(hexed("#f4e2b8"), room.stage.air.key, 0.2)
    canvas.drawCircle(x, y, 40, stroke(tone, 3, 0.75))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 19, y - 8, x + 13, y + 18), 8, 8, solid(tone, 0.75))
    canvas.drawCircle(x + 15, y + 3, 8, stroke(tone, 3.6, 0.75))


def _seats(room: Room, x: float, paint: Rgb, wood: Rgb) -> None:
    """A small round table with two chairs, a cup and a flower on it, between the wall and the cast."""
    depth = 0.79
    x *= room.depth / depth
    cloth = mix(paint, hexed("#b8643c"), 0.5)

    def draw(canvas: Canvas) -> None:
        fittings.chair(canvas, x - 92, 1, times(wood, 0.8), seat=cloth)
        fittings.chair(canvas, x + 92, -1, times(wood, 0.8), seat=cloth)
        fittings.table(canvas, x, 116, 128, wood, round_top=True)
        top = -134.0
        canvas.drawOval(skia.Rect.MakeLTRB(x - 46, top - 4, x - 12, top + 5), solid(hexed("#e9e2d2")))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 39, top - 18, x - 20, top), 6, 6, solid(hexed("#f6f1e6")))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 14, top - 26, x + 28, top + 1), 5, 5, solid(hexed("#7fa8b0")))
        canvas.drawLine(x + 21, top - 26, x + 18, top - 48, stroke(hexed("#4f7a4a"), 2.5))
        canvas.drawCircle(x + 18, top - 51, 7, solid(hexed("#e8788a")))

    room.piece(depth, x - 160, x + 160, 190, draw)


def _steam(room: Room, x: float, y: float) -> None:
    """A wisp over the machine."""
    at = room.at(x, y)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, room.depth)
        for puff in range(5):
            life = (t * 0.26 + puff / 5) % 1.0
            sway = 10 * math.sin(t * 1.1 + puff * 2.1) * life
            canvas.drawCircle(
                px + sway * scale, py - 90 * life * scale, (5 + 15 * life) * scale, solid((1, 1, 1), 0.16 * math.sin(math.pi * life), 5 * scale)
            )  # fmt: skip

    room.stage.add(0.36, draw)


def _near(room: Room, paint: Rgb, wood: Rgb) -> None:
    """The corner of a table with a cup, and the back of a chair, before the lens."""
    x = room.side * room.half * room.depth / 1.5 * 1.06

    def draw(canvas: Canvas) -> None:
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - 105, -52, x + 105, -6),
            linear((x - 100, 0), (x + 100, 0), [mix(wood, (1, 1, 1), 0.25), times(wood, 0.7)]),
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 62, -74, x - 36, -32), 8, 8, solid(hexed("#f2ece0")))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 10, -86, x + 14, -30), 8, 8, solid(mix(paint, hexed("#c8743c"), 0.4))
        )

    room.piece(1.5, x - 130, x + 130, 110, draw, low=20, level=0.6, order=2.0)


SETTING = Setting(
    build=build,
    words="""food court, cafe, café, coffee shop, coffee house, coffeehouse, restaurant, diner, bistro, teahouse, tea house, tea room, cafeteria,
        brasserie, canteen, ice cream parlor, ice cream parlour, ramen shop, sushi bar, pizza place, pizzeria""",
    by_day="cafe",
    by_night="cafe",
    scenery=frozenset({"window", "plants", "lights", "table"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden", "dusk"),
    who="waiter, waitress, barista",
)
