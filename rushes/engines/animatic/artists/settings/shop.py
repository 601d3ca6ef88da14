"""A shop: shelves of what it sells, a counter with a till and scales, a door on the street. Bread, antiques, toys or groceries."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

#: What is on the shelves, by feature; wall and wood for it.
GOODS = {
    "bread": ("bread", "bread", "#c9a27a", "#8a5a34"),
    "antiques": ("antiques", "books", "#5f4a3c", "#5a3622"),
    "toys": ("toys", "boxes", "#6f9ab0", "#a8703f"),
    "groceries": ("jars", "boxes", "#8aa07a", "#8a6040"),
}
COUNTER = 166.0


def build(stage: Set) -> None:
    bakes = any("baker" in subject.noun for subject in stage.plan.subjects)
    kind = next((name for name in GOODS if name in stage.plan.features), "bread" if bakes else "groceries")
    first, second, wall, timber = GOODS[kind]
    room = rooms.enter(stage, 2650, unit=170, base=0.72 if kind == "antiques" else 0.86, always=0.6)
    tone, wood = room.lead(hexed(wall), 0.5), hexed(timber)
    side, half = room.side, room.half
    pane = Pane(side * half * (0.58 if not room.narrow else 0.68), -400, 260 if not room.narrow else 130, 280)
    counter = -side * half * (0.40 if not room.narrow else 0.34)
    wide = 210.0 if not room.narrow else 165.0
    room.panes.append(pane)
    spots = [counter - wide * 0.6, counter + wide * 0.6, side * half * 0.2]
    room.lamps += [Lamp(x, -350, 190, 0.75) for x in spots]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, tone)
        fittings.panelling(canvas, room, 120, mix(wood, tone, 0.3))
        windows.casing(canvas, pane, wood)
        left, right = counter - wide - 40, side * half * 0.34 if side > 0 else counter + wide + 40
        if side < 0:
            left, right = -half * 0.34, counter + wide + 40
        shelves.shelf(canvas, left, -470, right, -176, 4, wood, first, room.random)
        if not room.narrow:
            x = side * half * 1.0
            shelves.shelf(canvas, x - 70, -330, x + 70, 2, 5, wood, second, room.random)
        if kind == "antiques":
            _clocks(canvas, room, (left, right))
        fittings.counter(
            canvas, counter - wide, counter + wide, COUNTER, mix(wood, tone, 0.25), mix(wood, (1, 0.9, 0.8), 0.3)
        )
        _till(canvas, counter + side * wide * 0.62, -COUNTER - 10)
        if kind == "bread":
            _trays(canvas, counter - side * wide * 0.30, -COUNTER - 10, room)
        else:
            _scales(canvas, counter - side * wide * 0.45, -COUNTER - 10)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.STREET, stage.random(2651))
        windows.bars(canvas, room, pane, wood, 3, 2)
        _awning(canvas, pane, room)

    room.wall(draw, shine)
    windows.falling(room, [pane])
    flooring.lay(
        room,
        flooring.planks if kind != "bread" else flooring.chequers,
        hexed("#a87a4e") if kind != "bread" else hexed("#e0cba8"),
        hexed("#a8583c"),
        side=64,
        mirror=0.2,
    )
    for x in spots[: 2 if room.narrow else 3]:
        lamps.pendant(
            room,
            x,
            -392,
            mix(wood, hexed("#2f4a46"), 0.6),
            depth=0.75,
            kind="globe" if kind == "bread" else "bell",
            reach=120,
        )
    _stand(room, side * half * (0.42 if not room.narrow else 0.66), kind, wood)
    if kind == "antiques":
        _pendulum(room, -side * half * 0.93, wood)
    windows.shafts(room, [pane], 0.9, motes=50 if kind == "antiques" else 22)
    room.light_cast()


def _awning(canvas: Canvas, pane: Pane, room: Room) -> None:
    """The edge of a striped blind outside."""
    level = 0.3 + 0.6 * room.outside
    count = max(4, round(pane.width / 26))
    for index in range(count):
        x = pane.x - pane.width / 2 + index * pane.width / count
        tone = times(hexed("#c84a3c" if index % 2 else "#f4ead6"), level)
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, pane.y - 4, pane.width / count, 38), 9, 9, solid(tone))


def _till(canvas: Canvas, x: float, base: float) -> None:
    """An old till of brass."""
    brass = hexed("#b88a3c")
    body = skia.Path()
    body.moveTo(x - 46, base)
    body.lineTo(x - 46, base - 34)
    body.lineTo(x - 30, base - 70)
    body.lineTo(x + 30, base - 70)
    body.lineTo(x + 46, base - 34)
    body.lineTo(x + 46, base)
    body.close()
    canvas.drawPath(body, solid((0, 0, 0), 0.3, 8))
    canvas.drawPath(
        body, linear((x - 46, 0), (x + 46, 0), [times(brass, 0.7), mix(brass, (1, 1, 1), 0.35), times(brass, 0.7)])
    )
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 34, base - 98, x + 34, base - 68), 5, 5, solid(times(brass, 0.8)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 26, base - 92, x + 26, base - 76), 3, 3, solid(hexed("#f6eed8")))
    for row in range(2):
        for key in range(5):
            canvas.drawCircle(x - 26 + key * 13, base - 50 + row * 15, 4.4, solid(hexed("#f4ead2")))
    canvas.drawLine(x + 46, base - 30, x + 62, base - 52, stroke(times(brass, 0.8), 5))
    canvas.drawCircle(x + 62, base - 54, 6, solid(hexed("#7a2f28")))


def _scales(canvas: Canvas, x: float, base: float) -> None:
    brass = hexed("#c89a44")
    canvas.drawOval(skia.Rect.MakeLTRB(x - 28, base - 10, x + 28, base + 2), solid(times(brass, 0.7)))
    canvas.drawLine(x, base - 4, x, base - 84, stroke(brass, 6))
    canvas.drawLine(x - 52, base - 74, x + 52, base - 84, stroke(brass, 5))
    for way, y in ((-1, -74), (1, -84)):
        for to in (-22, 22):
            canvas.drawLine(x + way * 52, base + y, x + way * 52 + to, base + y + 44, stroke(times(brass, 0.8), 1.6))
        canvas.drawArc(
            skia.Rect.MakeLTRB(x + way * 52 - 26, base + y + 30, x + way * 52 + 26, base + y + 58),
            0,
            180,
            True,
            solid(brass),
        )


def _trays(canvas: Canvas, x: float, base: float, room: Room) -> None:
    """Buns and cakes under glass."""
    fittings.rect(
        canvas, x - 92, base - 74, x + 92, base, linear((0, base - 74), (0, base), [hexed("#fff2d4"), hexed("#e0c090")])
    )
    for row in range(2):
        y = base - 4 - row * 36
        for index in range(6):
            at = x - 76 + index * 30
            tone = hexed(("#d8964a", "#b06a34", "#e8b86a", "#8a4a28")[int(room.random.integers(4))])
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(at - 13, y - 20, at + 13, y),
                11,
                9,
                linear((0, y - 20), (0, y), [mix(tone, (1, 1, 1), 0.4), times(tone, 0.8)]),
            )
        canvas.drawLine(x - 92, y, x + 92, y, stroke(hexed("#a08060"), 3))
    glass = skia.Rect.MakeLTRB(x - 92, base - 74, x + 92, base)
    canvas.drawRect(glass, linear((x - 92, base - 74), (x + 40, base), [(1, 1, 1)] * 2, None, [0.3, 0.0]))
    canvas.drawRect(glass, stroke(hexed("#8a6a48"), 4))


def _clocks(canvas: Canvas, room: Room, between: tuple[float, float]) -> None:
    """Clocks on the wall, none of which shows the same time."""
    left, right = between
    for index in range(9):
        x = left + (right - left) * (index + 0.5) / 9
        y, size = -520.0 - 26 * (index % 2), 21 + 7 * (index % 3)
        canvas.drawCircle(x + 3, y + 4, size, solid((0, 0, 0), 0.35, 6))
        canvas.drawCircle(x, y, size, solid(hexed("#f2e8d0")))
        canvas.drawCircle(x, y, size, stroke(hexed(("#b88a3c", "#6a4028", "#8a8f94")[index % 3]), 6))
        for hand, reach in ((index * 0.9, 0.72), (index * 2.1, 0.5)):
            canvas.drawLine(
                x, y, x + size * reach * math.sin(hand), y - size * reach * math.cos(hand), stroke(hexed("#2a2420"), 3)
            )


def _pendulum(room: Room, x: float, wood: Rgb) -> None:
    """A long case clock whose pendulum swings."""
    depth = 0.72
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 52)
        for left, top, right, low, tone in (
            (-44, -60, 44, 4, 1.0),
            (-34, -250, 34, -56, 0.9),
            (-46, -350, 46, -246, 1.05),
        ):
            fittings.rect(
                canvas,
                x + left,
                top,
                x + right,
                low,
                linear((x + left, 0), (x + right, 0), [times(wood, 1.2 * tone), times(wood, 0.7 * tone)]),
            )
        fittings.rect(canvas, x - 24, -240, x + 24, -70, solid(times(wood, 0.35)))
        canvas.drawCircle(x, -298, 38, solid(hexed("#f4ead0")))
        canvas.drawCircle(x, -298, 38, stroke(hexed("#c89a44"), 6))
        canvas.drawLine(x, -298, x - 4, -324, stroke(hexed("#241c16"), 3.4))
        canvas.drawLine(x, -298, x + 17, -290, stroke(hexed("#241c16"), 3.8))
        canvas.drawArc(skia.Rect.MakeLTRB(x - 46, -384, x + 46, -318), 180, 180, True, solid(times(wood, 1.1)))

    room.piece(depth, x - 80, x + 80, 400, draw)
    grow = room.size * depth / room.depth
    at_x, at_y = x * grow, room.stage.ground_y(depth) - 236 * grow
    tone = room.shade(hexed("#e0b456"), 1.1)

    def swing(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(at_x, at_y, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.rotate(5.0 * math.sin(t * math.pi))
        canvas.scale(scale * grow, scale * grow)
        canvas.drawLine(0, 0, 0, 116, stroke(times(tone, 0.8), 3.6))
        canvas.drawCircle(0, 122, 16, solid(tone))
        canvas.restore()

    room.stage.add(depth + 0.001, swing)


def _stand(room: Room, x: float, kind: str, wood: Rgb) -> None:
    """Crates or a small table with goods, before the wall."""
    depth = 0.79
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        if kind in ("antiques", "toys"):
            fittings.table(canvas, x, 170, 118, mix(wood, (1, 1, 1), 0.1))
            shelves.fill(canvas, x - 78, x + 78, -127, 62, kind, room.random)
            return
        fittings.shadow(canvas, x, 104)
        for index, left in enumerate((-98.0, 4.0)):
            low = -6.0
            fittings.rect(canvas, x + left, low - 62, x + left + 94, low, solid(times(wood, 0.5)))
            for slat in range(3):
                fittings.rect(
                    canvas,
                    x + left,
                    low - 60 + slat * 21,
                    x + left + 94,
                    low - 45 + slat * 21,
                    linear((0, low - 60 + slat * 21), (0, low - 45 + slat * 21), [mix(wood, (1, 0.9, 0.8), 0.4), wood]),
                )
            for piece in range(8):
                at, up = x + left + 12 + (piece % 4) * 23, low - 66 - 13 * (piece // 4)
                tone = (
                    hexed(("#d8964a", "#c07a3c")[piece % 2])
                    if kind == "bread"
                    else hexed((("#d8402f", "#e8963a"), ("#8ab04a", "#e0b83a"))[index][piece % 2])
                )
                canvas.drawOval(
                    skia.Rect.MakeLTRB(at - 13, up - 12, at + 13, up + 11),
                    linear((at - 12, up - 12), (at + 10, up + 10), [mix(tone, (1, 1, 1), 0.35), times(tone, 0.75)]),
                )

    room.piece(depth, x - 130, x + 130, 210, draw)


SETTING = Setting(
    build=build,
    words="""shop, store, bakery+bread, antique shop+antiques, antique store+antiques, pawn shop+antiques, clock shop+antiques, toy store+toys,
        toy shop+toys, grocery store+groceries, grocery+groceries, supermarket+groceries, corner shop+groceries, general store+groceries,
        candy store+groceries, candy shop+groceries, curiosity shop+antiques, magic shop+antiques, potion shop+groceries,
        bread shop+bread, pastry shop+bread, patisserie+bread, convenience store+groceries, pharmacy+groceries, gift shop+toys,
        cheese shop+groceries, shop counter, boutique, pet shop, flower shop, florist, barbershop, barber shop, thrift store+antiques""",
    by_day="shop",
    by_night="clock",
    scenery=frozenset({"window", "bread", "antiques", "toys", "groceries", "table", "lights", "dust_motes"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden", "dusk"),
    who="baker, shopkeeper, cashier, florist, butcher, tailor, barber, hairdresser",
)
