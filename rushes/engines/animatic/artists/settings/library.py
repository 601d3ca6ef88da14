"""A library: books up to the ceiling, a gallery with a ladder, a tall window, reading tables with green lamps, a globe."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WOODS = ("#6a4028", "#5a3a2a", "#7a5236")
BAY, GALLERY = 170.0, -322.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2400, unit=BAY, base=0.78, always=0.6)
    wood = room.lead(hexed(WOODS[int(room.random.integers(len(WOODS)))]), 0.25)
    side, half = room.side, room.half
    middle = side * (BAY if not room.narrow else BAY * 0.7)
    pane = Pane(middle, -500, 236 if not room.narrow else 170, 400)
    room.panes.append(pane)
    spots = [x for x in (-half * 0.62, half * 0.70) if abs(x - middle) > 150]
    room.lamps += [Lamp(x, -250, 210, 0.8) for x in spots] + [Lamp(0, -460, 300, 0.5)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(hexed("#8a6a4a"), wood, 0.4))
        count = round(room.width / BAY)
        for index in range(count):
            left = -room.width / 2 + index * BAY
            if abs(left + BAY / 2 - middle) < BAY * 0.98:
                continue
            shelves.shelf(canvas, left + 7, GALLERY + 46, left + BAY - 7, 2, 5, wood, "books", room.random)
            shelves.shelf(canvas, left + 7, GALLERY - 300, left + BAY - 7, GALLERY, 5, wood, "books", room.random)
        for index in range(count + 1):
            x = -room.width / 2 + index * BAY
            if abs(x - middle) > 130:
                fittings.rect(
                    canvas,
                    x - 9,
                    -room.high,
                    x + 9,
                    8,
                    linear((x - 9, 0), (x + 9, 0), [mix(wood, (1, 1, 1), 0.2), wood, times(wood, 0.5)]),
                )
        windows.casing(canvas, pane, mix(wood, (1, 1, 1), 0.12), shape="arched")
        windows.curtains(canvas, pane, hexed("#4a5a3a"), drop=70, gathered=0.12)
        _gallery(canvas, room, wood, middle)
        _ladder(canvas, -side * half * 0.30, mix(wood, hexed("#b07a44"), 0.5))
        fittings.rect(canvas, -room.width / 2, -12, room.width / 2, 8, solid(times(wood, 0.6)))

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2401), "arched")
        windows.bars(canvas, room, pane, wood, 4, 6, "arched", thick=8)

    room.wall(draw, shine)
    windows.falling(room, [pane])
    flooring.lay(
        room, flooring.planks, hexed("#7a4e30"), side=66, mirror=0.24, runner=(hexed("#6a2f34"), 150.0), sun=1.1
    )
    _table(room, -side * half * (0.52 if not room.narrow else 0.62), wood)
    if not room.narrow:
        _globe(room, side * half * 0.80, wood)
    lamps.chandelier(room, -side * half * 0.05, -440 if not room.narrow else -520, depth=0.72, salt=2402, arms=6)
    windows.shafts(room, [pane], 1.4, motes=70)
    room.light_cast(shadow=0.44)
    if not room.narrow and not room.travels:
        _near(room, wood)


def _gallery(canvas: Canvas, room: Room, wood: Rgb, middle: float) -> None:
    """The floor of the gallery and its rail, left open before the window."""
    for left, right in ((-room.width / 2, middle - 148), (middle + 148, room.width / 2)):
        fittings.rect(
            canvas,
            left,
            GALLERY + 4,
            right,
            GALLERY + 40,
            linear((0, GALLERY + 4), (0, GALLERY + 40), [mix(wood, (1, 0.9, 0.8), 0.3), times(wood, 0.6)]),
        )
        fittings.rect(
            canvas,
            left,
            GALLERY + 40,
            right,
            GALLERY + 62,
            linear((0, GALLERY + 40), (0, GALLERY + 62), [(0, 0, 0)] * 2, None, [0.45, 0.0]),
        )
        for post in range(int((right - left) / 24)):
            x = left + 12 + post * 24
            canvas.drawLine(x, GALLERY + 4, x, GALLERY - 66, stroke(hexed("#b08a4a"), 3))
        canvas.drawLine(left, GALLERY - 68, right, GALLERY - 68, stroke(mix(wood, (1, 0.9, 0.8), 0.25), 8))


def _ladder(canvas: Canvas, x: float, wood: Rgb) -> None:
    for way in (-1, 1):
        canvas.drawLine(x + way * 24 + 34, 4, x + way * 20, GALLERY + 60, stroke((0, 0, 0), 11, 0.3, 5))
        canvas.drawLine(x + way * 24 + 30, 2, x + way * 20, GALLERY + 52, stroke(wood, 8))
    for rung in range(9):
        share = (rung + 0.6) / 9
        at, y = x + 30 * (1 - share), 2 + (GALLERY + 50) * share
        canvas.drawLine(at - 23, y, at + 23, y, stroke(mix(wood, (1, 1, 1), 0.15), 6))


def _table(room: Room, x: float, wood: Rgb) -> None:
    """A reading table with a green lamp, open books and a chair."""
    depth = 0.80
    x *= room.depth / depth
    room.lamps.append(Lamp(x * depth / room.depth, -196, 110, 0.8))

    def draw(canvas: Canvas) -> None:
        fittings.chair(canvas, x + 128, -1, mix(wood, hexed("#8a5a3a"), 0.5), seat=hexed("#4a6a4a"))
        fittings.table(canvas, x, 250, 132, mix(wood, (1, 0.9, 0.8), 0.12))
        for row, code in enumerate(("#8a3a34", "#3a5a70", "#b08a3a", "#4a5a38")):
            at = x - 104 + (row % 2) * 5
            fittings.rect(canvas, at, -154 - row * 13, at + 62 - row * 4, -142 - row * 13, solid(hexed(code)))
        for way in (-1, 1):
            page = skia.Path()
            page.moveTo(x + 66, -142)
            page.quadTo(x + 66 + way * 18, -158, x + 66 + way * 40, -146)
            page.lineTo(x + 66 + way * 40, -141)
            page.close()
            canvas.drawPath(page, solid(hexed("#f2e8d0")))
        canvas.drawLine(x - 4, -142, x - 4, -192, stroke(hexed("#c8a24c"), 5))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 26, -149, x + 18, -139), solid(hexed("#b08a3c")))

    def shine(canvas: Canvas) -> None:
        shade = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(x - 44, -212, x + 36, -184), 14, 14)
        canvas.drawRRect(shade, linear((0, -212), (0, -184), [hexed("#1f6a44"), hexed("#58c08a")]))
        canvas.drawLine(x - 36, -184, x + 28, -184, stroke((1.0, 0.95, 0.78), 4, 0.5 + 0.5 * room.level))

    room.piece(depth, x - 190, x + 210, 230, draw, shine)
    lamps.halo(room, x * depth / room.depth, -150, depth, 120, 0.7 * room.level, hexed("#ffd890"), depth + 0.001)


def _globe(room: Room, x: float, wood: Rgb) -> None:
    depth = 0.77
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 50)
        canvas.drawLine(x, -70, x, -6, stroke(wood, 9))
        for way in (-1, 1):
            canvas.drawLine(x, -30, x + way * 40, 2, stroke(wood, 8))
        canvas.drawCircle(
            x, -128, 52, radial((x - 16, -146), 76, [hexed("#a8d0d8"), hexed("#4f8aa0"), hexed("#24485a")])
        )
        for dx, dy, wide, high in ((-18, -22, 34, 22), (12, 6, 26, 36), (-24, 22, 20, 16), (22, -30, 18, 10)):
            canvas.drawOval(
                skia.Rect.MakeXYWH(x + dx - wide / 2, -128 + dy - high / 2, wide, high), solid(hexed("#b8a060"), 0.9)
            )
        canvas.drawArc(skia.Rect.MakeLTRB(x - 60, -188, x + 60, -68), -60, 240, False, stroke(hexed("#c8a24c"), 5))

    room.piece(depth, x - 80, x + 80, 200, draw)


def _near(room: Room, wood: Rgb) -> None:
    """The end of a shelf in shadow, before the lens."""
    x = -room.side * room.half * room.depth / 1.45 * 1.10

    def draw(canvas: Canvas) -> None:
        shelves.shelf(canvas, x - 90, -420, x + 90, 10, 5, times(wood, 0.9), "books", room.random)

    room.piece(1.45, x - 110, x + 120, 440, draw, low=20, level=0.45, order=2.0)


SETTING = Setting(
    build=build,
    words="""library+books, old library+books, reading room+books, bookstore+books, bookshop+books, book store+books, archive+books,
        among bookshelves+books, bookshelves+books, study room+books, grand library+books, wizard's library+books, rows of books+books""",
    by_day="pages clock",
    by_night="pages clock",
    scenery=frozenset({"window", "books", "table", "lights", "curtains", "dust_motes"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "golden", "dusk"),
    who="librarian",
)
