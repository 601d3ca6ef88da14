"""An office: a wall of glass with the city behind it, desks with screens on them, shelves of binders, a board of notes, plants."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, furniture, lamps, rooms, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

ACCENTS = ("#3f7f8c", "#c8743c", "#5f7a4a", "#5a5f9a")
OAK, STEEL = hexed("#c79a68"), hexed("#4a4f57")
#: Units: the width of one window, the height of its sill, and of a desk's top.
PANE, SILL, TOP = 172.0, 74.0, 138.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 1100, unit=PANE, tint=(1.0, 0.93, 0.80), always=0.42)
    accent = room.lead(hexed(ACCENTS[int(room.random.integers(len(ACCENTS)))]), 0.7)
    side, half = room.side, room.half
    # The glass ends at a painted wall, in which the room begins again.
    joint = half * (0.46 if not room.narrow else 0.5)
    far = room.width / 2 - 60
    glass = Pane(side * (joint - far) / 2, -476, joint + far, 476 - SILL)
    count = max(2, round(glass.width / PANE))
    for index in range(count):
        x = glass.x - glass.width / 2 + (index + 0.5) * glass.width / count
        room.panes.append(Pane(x, glass.y, glass.width / count - 16, glass.height))
    spots = [-side * half * 0.52, side * half * 0.16] if not room.narrow else [-side * half * 0.40]
    wall = side * (joint + 150)
    room.lamps += [Lamp(x, -400, 210, 0.6) for x in spots] + [Lamp(wall, -300, 190, 0.75)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(hexed("#ece8e0"), accent, 0.05))
        _painted(canvas, room, glass, accent)
        fittings.rect(canvas, -room.width / 2, -room.high, room.width / 2, -494, linear((0, -560), (0, -494), [hexed("#d8d4cc"), hexed("#f2eee6")]))  # fmt: skip
        for beam in range(round(room.width / 86)):
            x = -room.width / 2 + beam * room.width / round(room.width / 86)
            fittings.rect(canvas, x, -room.high, x + 9, -496, solid(mix(OAK, hexed("#ece8e0"), 0.25)))
        low, high = glass.x - glass.width / 2, glass.x + glass.width / 2
        fittings.rect(canvas, low, -SILL, high, 8, linear((0, -SILL), (0, 0), [hexed("#f4f1ea"), hexed("#c8c4bc")]))
        for slot in range(int(glass.width / 13)):
            canvas.drawLine(low + 8 + slot * 13, -SILL + 16, low + 8 + slot * 13, -16, stroke(hexed("#a8a49c"), 2.4))
        fittings.rect(canvas, low, -SILL - 10, high, -SILL + 4, linear((0, -SILL - 10), (0, -SILL + 4), [mix(OAK, (1, 1, 1), 0.4), times(OAK, 0.75)]))  # fmt: skip
        _board(canvas, wall, -424)
        _cupboard(canvas, wall, room)
        for x in (low + 40, high - 50):
            furniture.plant(canvas, x, 0, room.random)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, glass, windows.CITY, stage.random(1101))
        windows.bars(canvas, room, glass, STEEL, count, 1, thick=15)
        tone = times(STEEL, 0.34 + 0.3 * room.outside)
        canvas.drawLine(
            glass.x - glass.width / 2, glass.y + 92, glass.x + glass.width / 2, glass.y + 92, stroke(tone, 6)
        )

    room.wall(draw, shine)
    windows.falling(room, room.panes)
    flooring.lay(room, flooring.planks, mix(OAK, hexed("#8a6a4a"), 0.35), side=58, mirror=0.24, sun=0.9)  # fmt: skip
    if not room.holds("desk", "table", "conference table"):
        for index, x in enumerate(spots):
            _desk(room, x, mix(accent, hexed("#c8743c"), 0.55 * index), index)
    for x in (-half * 0.5, half * 0.02, half * 0.54) if not room.narrow else (-half * 0.3, half * 0.3):
        lamps.pendant(room, x, -424, hexed("#2f343c"), depth=0.72, kind="tube", reach=130)
    windows.shafts(room, room.panes[:: max(1, count // 3)], 0.55, motes=26)
    room.light_cast()
    _near(room, accent)


def _painted(canvas: Canvas, room: Room, glass: Pane, accent: Rgb) -> None:
    """The walls that the glass leaves, in the colour of the house."""
    for low, high in ((-room.width / 2, glass.x - glass.width / 2), (glass.x + glass.width / 2, room.width / 2)):
        fittings.rect(canvas, low, -494, high, 8, linear((0, -494), (0, 0), [mix(accent, (1, 1, 1), 0.16), accent, times(accent, 0.86)]))  # fmt: skip
        fittings.rect(
            canvas, low, -16, high, 8, linear((0, -16), (0, 8), [mix(accent, (1, 1, 1), 0.3), times(accent, 0.5)])
        )
    for x in (glass.x - glass.width / 2, glass.x + glass.width / 2):
        fittings.rect(
            canvas, x - 17, -494, x + 17, 8, linear((x - 17, 0), (x + 17, 0), [hexed("#f4f1ea"), hexed("#b8b4ac")])
        )


def _board(canvas: Canvas, x: float, y: float) -> None:
    """A white board with notes, a drawing, and a clock above it."""
    fittings.rect(canvas, x - 104, y + 6, x + 114, y + 150, solid((0, 0, 0), 0.28, 8))
    board = skia.Rect.MakeLTRB(x - 108, y, x + 108, y + 140)
    canvas.drawRect(board, linear((0, y), (0, y + 140), [hexed("#fbfbf8"), hexed("#e2e4e4")]))
    canvas.drawRect(board, stroke(hexed("#9aa0a8"), 6))
    for index, code in enumerate(("#f2c84a", "#e87f6a", "#7fc0a8", "#8ab0e0", "#f2c84a", "#c79ae0")):
        left, top = x - 96 + (index % 3) * 36, y + 14 + (index // 3) * 40
        fittings.rect(canvas, left + 2, top + 3, left + 31, top + 33, solid((0, 0, 0), 0.2, 3))
        fittings.rect(canvas, left, top, left + 29, top + 30, solid(hexed(code)))
        for line in range(3):
            canvas.drawLine(left + 5, top + 8 + line * 7, left + 22 - 4 * (line == 2), top + 8 + line * 7, stroke((0.3, 0.3, 0.34), 1.6, 0.7))  # fmt: skip
    graph = skia.Path()
    graph.moveTo(x + 24, y + 72)
    for step, lift in enumerate((8, 4, 20, 14, 34, 48)):
        graph.lineTo(x + 24 + step * 14, y + 74 - lift)
    canvas.drawPath(graph, stroke(hexed("#3f6fc0"), 3.4))
    canvas.drawLine(x + 20, y + 80, x + 100, y + 80, stroke(hexed("#4a4f57"), 2.4))
    for row in range(3):
        canvas.drawLine(
            x - 92, y + 104 + row * 10, x + 20 - row * 24, y + 104 + row * 10, stroke(hexed("#c8503c"), 2.6, 0.7)
        )
    fittings.rect(canvas, x - 60, y + 138, x + 60, y + 147, solid(hexed("#8a9098")))


def _cupboard(canvas: Canvas, x: float, room: Room) -> None:
    """A low cupboard with binders, a printer and a plant on it."""
    box(canvas, x - 118, -188, x + 118, 4, mix(OAK, (1, 1, 1), 0.22))
    for row in range(2):
        base = -102 + row * 92
        fittings.rect(canvas, x - 108, base - 76, x + 108, base, solid(times(OAK, 0.34)))
        at = x - 104.0
        while at < x + 84:
            tone = hexed(("#4f7f9a", "#c8603c", "#e0b04a", "#5f8a5a", "#f4f2ea")[int(room.random.integers(5))])
            fittings.rect(canvas, at, base - 66, at + 19, base, linear((at, 0), (at + 19, 0), [times(tone, 0.7), tone, times(tone, 0.8)]))  # fmt: skip
            fittings.rect(canvas, at + 4, base - 56, at + 15, base - 30, solid(hexed("#f8f5ec"), 0.9))
            canvas.drawCircle(at + 9.5, base - 14, 4, solid((0.2, 0.2, 0.22)))
            at += 21 if room.random.random() > 0.12 else 52
    box(canvas, x - 96, -236, x - 12, -190, hexed("#e8e8e4"), round_by=8)
    fittings.rect(canvas, x - 84, -222, x - 24, -214, solid(hexed("#3a3f47")))
    fittings.rect(canvas, x - 78, -246, x - 30, -234, solid(hexed("#fbfbf8")))
    for book, code in enumerate(("#c8603c", "#4f7f9a", "#e0b04a")):
        fittings.rect(
            canvas, x + 30 + book * 4, -201 - book * 12, x + 96 - book * 5, -190 - book * 12, solid(hexed(code))
        )
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 50, -262, x + 76, -226), 6, 6, linear((x + 50, 0), (x + 76, 0), [hexed("#f0d890"), hexed("#b08a34")]))  # fmt: skip


def _desk(room: Room, x: float, accent: Rgb, number: int) -> None:
    """A desk between the wall and the cast: a screen that works, a lamp, a cup, papers; a chair behind it."""
    depth = 0.77
    x *= room.depth / depth
    way = room.side if number else -room.side
    room.lamps.append(Lamp(x * depth / room.depth, -190, 80, 0.6))

    def draw(canvas: Canvas) -> None:
        _chair(canvas, x - 20, accent)
        fittings.shadow(canvas, x, 160)
        for at in (-1, 1):
            canvas.drawLine(x + at * 128, -TOP + 6, x + at * 140, 3, stroke(hexed("#33373d"), 9))
            canvas.drawLine(x + at * 116, -TOP + 6, x + at * 110, 3, stroke(hexed("#24282d"), 6))
        box(canvas, x + way * 96 - 36, -TOP + 12, x + way * 96 + 36, -8, hexed("#eceae4"))
        for drawer in range(3):
            y = -TOP + 22 + drawer * 36
            canvas.drawRect(
                skia.Rect.MakeLTRB(x + way * 96 - 30, y, x + way * 96 + 30, y + 30), stroke(hexed("#a8a69e"), 2)
            )
            canvas.drawLine(x + way * 96 - 9, y + 9, x + way * 96 + 9, y + 9, stroke(hexed("#6a6e74"), 3.5))
        top = skia.Rect.MakeLTRB(x - 154, -TOP - 9, x + 154, -TOP + 9)
        canvas.drawRoundRect(
            top, 5, 5, linear((0, top.top()), (0, top.bottom()), [mix(OAK, (1, 1, 1), 0.45), OAK, times(OAK, 0.7)])
        )
        up = -TOP - 9
        fittings.rect(canvas, x - 13, up - 40, x + 9, up, solid(hexed("#8a9098")))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 44, up - 6, x + 40, up + 1), 3, 3, solid(hexed("#6a7078")))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 92, up - 138, x + 88, up - 28), 7, 7, solid(hexed("#1d2126")))
        cup = x - way * 118
        canvas.drawRoundRect(skia.Rect.MakeLTRB(cup - 13, up - 28, cup + 13, up), 5, 5, linear((cup - 13, 0), (cup + 13, 0), [mix(accent, (1, 1, 1), 0.4), times(accent, 0.7)]))  # fmt: skip
        canvas.drawArc(skia.Rect.MakeLTRB(cup + 8, up - 23, cup + 24, up - 6), -90, 180, False, stroke(mix(accent, (1, 1, 1), 0.2), 4))  # fmt: skip
        for sheet in range(4):
            fittings.rect(canvas, x + way * 116 - 26 + sheet * 2, up - 4 - sheet * 4, x + way * 116 + 24 - sheet, up - sheet * 4, solid(hexed("#f6f4ec")))  # fmt: skip
        arm = x + way * 128
        canvas.drawLine(arm, up - 14, arm + way * 14, up - 74, stroke(STEEL, 5))
        canvas.drawLine(arm + way * 14, up - 74, arm - way * 20, up - 112, stroke(STEEL, 5))
        shade = skia.Path()
        shade.moveTo(arm - way * 14, up - 122)
        shade.lineTo(arm - way * 46, up - 90)
        shade.lineTo(arm - way * 18, up - 84)
        shade.lineTo(arm - way * 6, up - 110)
        shade.close()
        canvas.drawPath(shade, solid(mix(accent, (0.1, 0.1, 0.12), 0.3)))

    def shine(canvas: Canvas) -> None:
        up = -TOP - 9
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 85, up - 131, x + 81, up - 35), 4, 4, linear((0, up - 131), (0, up - 35), [hexed("#2f6f9a"), hexed("#8fd0e4")]))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeLTRB(x + way * 98 - 14, up - 94, x + way * 98 + 14, up - 82), solid((1.0, 0.94, 0.76), 0.4 + 0.6 * room.level, 2))  # fmt: skip

    room.piece(depth, x - 200, x + 200, 310, draw, shine)
    lamps.halo(
        room, x * depth / room.depth, -220, depth, 150, 0.30 + 0.4 * room.level, (0.62, 0.86, 1.0), depth + 0.002
    )
    _screen(room, x, depth, number)


def _chair(canvas: Canvas, x: float, accent: Rgb) -> None:
    """An office chair from behind, on its wheels."""
    tone = mix(accent, (0.16, 0.17, 0.2), 0.45)
    canvas.drawLine(x, -78, x, -16, stroke(hexed("#6a7078"), 9))
    for way in (-1, 1):
        canvas.drawLine(x, -20, x + way * 38, -9, stroke(hexed("#3a3f46"), 8))
        canvas.drawCircle(x + way * 38, -5, 7, solid(hexed("#24282d")))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 46, -92, x + 46, -76), 8, 8, solid(times(tone, 0.8)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 42, -212, x + 42, -104), 22, 22, linear((x - 42, 0), (x + 42, 0), [times(tone, 0.7), mix(tone, (1, 1, 1), 0.15), times(tone, 0.66)]))  # fmt: skip


def _screen(room: Room, x: float, depth: float, number: int) -> None:
    """Lines that are written and go up."""
    grow = room.size * depth / room.depth
    at = (x * grow, room.stage.ground_y(depth) + (-TOP - 9) * grow)
    tones = [hexed(code) for code in ("#e8f6ff", "#ffd98a", "#a8f0c8", "#e8f6ff", "#f0b0c8")]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * grow, scale * grow)
        written = t * 0.8 + number * 3.7
        for row in range(7):
            line = math.floor(written) - 6 + row
            if line < 0:
                continue
            share = min(1.0, written - math.floor(written)) if row == 6 else 1.0
            indent = 8 * ((line * 5 + number) % 3)
            long = (34 + 78 * abs(math.sin(line * 2.3 + number))) * share
            y = -122 + row * 12.6
            canvas.drawLine(
                -76 + indent, y, -76 + indent + min(long, 138 - indent), y, stroke(tones[line % 5], 3.2, 0.85)
            )
        canvas.restore()

    room.stage.add(depth + 0.001, draw)


def _near(room: Room, accent: Rgb) -> None:
    """The back of a chair and the edge of a screen before the lens."""
    x = -room.side * room.half * room.depth / 1.5 * 1.02

    def draw(canvas: Canvas) -> None:
        tone = mix(accent, (0.1, 0.1, 0.12), 0.5)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 70, -170, x + 60, 0), 34, 34, linear((x - 70, 0), (x + 60, 0), [times(tone, 0.7), tone, times(tone, 0.6)]))  # fmt: skip

    room.piece(1.5, x - 110, x + 110, 200, draw, low=20, level=0.55, order=2.0)
