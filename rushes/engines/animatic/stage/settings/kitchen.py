"""A kitchen: a counter under a window with herbs, a tiled wall, a stove that steams, open shelves, an island with bread and fruit."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box, door
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

FRONTS = ("#5f8f86", "#7a93b0", "#b9c4a8", "#c98a5e", "#a8566a")
STEEL, COPPER, WOOD = hexed("#b4bcc4"), hexed("#c77a4a"), hexed("#b5804f")
#: Units: the width of one cupboard, and the height of the counter.
UNIT, COUNTER = 120.0, 158.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 1000, unit=UNIT, tint=(1.06, 0.84, 0.58), always=0.4)
    front = room.lead(hexed(FRONTS[int(room.random.integers(len(FRONTS)))]), 0.6)
    side, half = room.side, room.half
    pane = Pane(side * half * (0.40 if not room.narrow else 0.46), -420, 250 if not room.narrow else 180, 214)
    stove = -side * half * (0.36 if not room.narrow else 0.40)
    room.panes.append(pane)
    room.lamps += [Lamp(stove, -250, 150, 0.8), Lamp(0.0, -430, 280, 0.55), Lamp(side * half * 0.8, -330, 190, 0.5)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(hexed("#f0e2c8"), front, 0.10))
        _tiles(canvas, room, front)
        windows.casing(canvas, pane, hexed("#f0e6d2"), sill=False)
        windows.curtains(canvas, pane, mix(front, hexed("#e8dcc0"), 0.4), drop=-110, gathered=0.10)
        _cupboards(canvas, room, front, pane, stove)
        for row in range(2):
            y, left, right = -300.0 - row * 84, stove + side * 108, stove + side * 318
            left, right = min(left, right), max(left, right)
            if room.narrow:
                break
            fittings.rect(canvas, left + 4, y + 8, right + 8, y + 20, solid((0, 0, 0), 0.25, 5))
            fittings.rect(canvas, left, y, right, y + 9, linear((0, y), (0, y + 9), [mix(WOOD, (1, 1, 1), 0.3), times(WOOD, 0.7)]))  # fmt: skip
            if row:
                shelves.fill(canvas, left + 8, right - 8, y, 62, "jars", room.random)
            else:
                _plates(canvas, left + 12, right - 12, y)
        _stove(canvas, stove)
        _pans(canvas, stove - side * 150, -396, room.random)
        _sink(canvas, pane.x)
        _things(canvas, side * half * 0.80, -COUNTER - 10, room.random)
        _herbs(canvas, pane, room.random)
        if not room.narrow:
            _fridge(canvas, -side * half * 0.90, mix(hexed("#dfe8e6"), front, 0.25))

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(1001))
        windows.bars(canvas, room, pane, hexed("#f0e6d2"), 3, 2)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(stove - 60, -116, stove + 60, -30), 8, 8, linear((0, -116), (0, -30), [hexed("#2a1c18"), hexed("#e08a3c")], None, [0.55, 0.85]))  # fmt: skip
        canvas.drawLine(stove - 52, -44, stove + 52, -44, stroke(hexed("#ffc070"), 4, 0.9))

    room.wall(draw, shine)
    windows.falling(room, [pane])
    flooring.lay(room, flooring.chequers, hexed("#e0d0b4"), mix(hexed("#a87a5c"), front, 0.25), side=70, mirror=0.26)
    _steam(room, stove - 34, -COUNTER - 66)
    at = side * half * (0.62 if not room.narrow else 0.58)
    if not room.holds("table", "counter", "island"):
        _island(room, at, front)
    for x in (at - 76, at + 76):
        lamps.pendant(room, x, -338, mix(front, COPPER, 0.5), depth=0.76)
    windows.shafts(room, [pane], 0.9, motes=34)
    room.light_cast()


def _tiles(canvas: Canvas, room: Room, front: Rgb) -> None:
    """The wall behind the counter, of small tiles that shine."""
    wide, high = 30.0, 20.0
    body, count = mix(hexed("#f7f4ea"), front, 0.12), round(room.width / 30)
    wide = room.width / count
    fittings.rect(canvas, -room.width / 2, -COUNTER - 210, room.width / 2, -COUNTER, solid(times(body, 0.80)))
    for row in range(10):
        y = -COUNTER - (row + 1) * high
        for column in range(count + 1):
            left = -room.width / 2 + (column - 0.5 * (row % 2)) * wide
            tone = times(body, 0.93 + 0.07 * ((column % count * 7 + row * 3) % 5) / 4)
            fittings.rect(canvas, left + 0.8, y + 0.8, left + wide - 0.8, y + high - 0.8, linear((0, y), (0, y + high), [mix(tone, (1, 1, 1), 0.3), tone]))  # fmt: skip
    y = -COUNTER - 210
    fittings.rect(canvas, -room.width / 2, y - 5, room.width / 2, y + 3, linear((0, y - 5), (0, y + 3), [mix(front, (1, 1, 1), 0.4), times(front, 0.7)]))  # fmt: skip


def _cupboards(canvas: Canvas, room: Room, front: Rgb, pane: Pane, stove: float) -> None:
    for index in range(round(room.width / UNIT)):
        left = -room.width / 2 + index * UNIT
        fittings.rect(canvas, left, -COUNTER, left + UNIT, 6, solid(times(front, 0.5)))
        door(canvas, left + 3, -COUNTER + 16, left + UNIT - 3, -COUNTER + 50, front, knob=COPPER, drawer=True)
        door(canvas, left + 3, -COUNTER + 54, left + UNIT - 3, -12, front, knob=COPPER)
        middle = left + UNIT / 2
        if abs(middle - pane.x) > 225 and abs(middle - stove) > 345:
            box(canvas, left + 2, -470, left + UNIT - 2, -336, front)
            door(canvas, left + 4, -466, left + UNIT - 4, -340, front, knob=COPPER)
            fittings.rect(canvas, left + 2, -336, left + UNIT - 2, -318, linear((0, -336), (0, -318), [(0, 0, 0)] * 2, None, [0.35, 0.0]))  # fmt: skip
    left, right = -room.width / 2, room.width / 2
    fittings.rect(canvas, left, -COUNTER + 8, right, -COUNTER + 24, linear((0, -COUNTER + 8), (0, -COUNTER + 24), [(0, 0, 0)] * 2, None, [0.45, 0.0]))  # fmt: skip
    fittings.rect(canvas, left, -COUNTER - 10, right, -COUNTER + 9, linear((0, -COUNTER - 10), (0, -COUNTER + 9), [mix(WOOD, (1, 0.92, 0.8), 0.5), WOOD, times(WOOD, 0.7)]))  # fmt: skip
    fittings.rect(canvas, left, -12, right, 8, solid(hexed("#3a3230")))


def _plates(canvas: Canvas, left: float, right: float, base: float) -> None:
    """Plates that stand on edge, cups that hang, a stack of bowls."""
    at, number = left + 20, 0
    while at < right - 40:
        tone = hexed(("#f2ece0", "#a8c4c8", "#e8d2b0")[number % 3])
        canvas.drawCircle(at, base - 25, 25, solid(times(tone, 0.82)))
        canvas.drawCircle(at - 1, base - 26, 23, radial((at - 8, base - 34), 40, [mix(tone, (1, 1, 1), 0.6), tone]))
        canvas.drawCircle(at - 1, base - 26, 13, stroke(times(tone, 0.78), 2))
        at, number = at + 29, number + 1
    for bowl in range(3):
        y = base - 4 - bowl * 12
        canvas.drawArc(skia.Rect.MakeLTRB(right - 44, y - 24, right, y + 4), 0, 180, True, solid(hexed(("#c8743c", "#e8dcc0", "#7fa0a8")[bowl])))  # fmt: skip


def _stove(canvas: Canvas, x: float) -> None:
    """An oven with a window, a hob with pots, a hood above."""
    top = -COUNTER
    box(canvas, x - 84, top - 12, x + 84, 4, STEEL)
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 68, top + 34, x + 68, -22), 10, 10, solid(times(STEEL, 0.55)))
    canvas.drawLine(x - 60, top + 28, x + 60, top + 28, stroke(mix(STEEL, (1, 1, 1), 0.5), 7))
    for index in range(5):
        canvas.drawCircle(x - 56 + index * 28, top + 8, 8, solid(hexed("#3a3a40")))
        canvas.drawLine(x - 56 + index * 28, top + 8, x - 56 + index * 28, top + 2, stroke((1, 1, 1), 2))
    for at, wide, high, tone in ((-34, 68, 48, hexed("#b8433a")), (46, 54, 28, STEEL)):
        left, right, low = x + at - wide / 2, x + at + wide / 2, top - 13
        body = [times(tone, 0.6), mix(tone, (1, 1, 1), 0.35), tone, times(tone, 0.5)]
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(left, low - high, right, low), 8, 8, linear((left, 0), (right, 0), body)
        )
        for way, edge in ((-1, left), (1, right)):
            canvas.drawLine(edge, low - high + 12, edge + way * 12, low - high + 12, stroke(times(tone, 0.7), 6))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(left - 3, low - high - 6, right + 3, low - high + 2), 3, 3, solid(mix(tone, (1, 1, 1), 0.25)))  # fmt: skip
        canvas.drawCircle(x + at, low - high - 9, 5, solid(hexed("#2c2624")))
    hood = skia.Path()
    hood.moveTo(x - 98, -322)
    hood.lineTo(x + 98, -322)
    hood.lineTo(x + 44, -396)
    hood.lineTo(x + 40, -760)
    hood.lineTo(x - 40, -760)
    hood.lineTo(x - 44, -396)
    hood.close()
    canvas.drawPath(hood, solid((0, 0, 0), 0.3, 9))
    canvas.drawPath(hood, linear((x - 98, 0), (x + 98, 0), [times(STEEL, 0.66), mix(STEEL, (1, 1, 1), 0.45), STEEL, times(STEEL, 0.58)]))  # fmt: skip
    fittings.rect(canvas, x - 98, -324, x + 98, -306, linear((0, -324), (0, -306), [mix(COPPER, (1, 1, 1), 0.4), times(COPPER, 0.7)]))  # fmt: skip


def _pans(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """Copper pans on a rail."""
    canvas.drawLine(x - 58, y + 70, x + 58, y + 70, stroke(hexed("#4a4038"), 5))
    for index in range(3):
        at, size = x - 42 + index * 42, random.uniform(14, 20)
        canvas.drawLine(at, y + 72, at, y + 106, stroke(hexed("#4a4038"), 4))
        canvas.drawCircle(at + 3, y + 110 + size, size, solid((0, 0, 0), 0.3, 4))
        canvas.drawCircle(at, y + 106 + size, size, radial((at - 6, y + 100 + size), size * 1.6, [mix(COPPER, (1, 0.9, 0.8), 0.7), COPPER, times(COPPER, 0.5)]))  # fmt: skip


def _sink(canvas: Canvas, x: float) -> None:
    top = -COUNTER - 10
    tap = skia.Path()
    tap.moveTo(x, top)
    tap.lineTo(x, top - 40)
    tap.quadTo(x, top - 64, x + 24, top - 62)
    tap.lineTo(x + 28, top - 44)
    canvas.drawPath(tap, stroke(times(STEEL, 0.6), 9))
    canvas.drawPath(tap, stroke(mix(STEEL, (1, 1, 1), 0.5), 4))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 64, top - 2, x + 64, top + 60), 6, 6, linear((0, top), (0, top + 60), [hexed("#f6f5f0"), hexed("#c8ccca")]))  # fmt: skip
    canvas.drawLine(x - 58, top + 3, x + 58, top + 3, stroke((1, 1, 1), 4, 0.8))


def _things(canvas: Canvas, x: float, top: float, random: Random) -> None:
    """A board that leans, a jug with spoons, a mill, a tea towel over the edge."""
    canvas.save()
    canvas.rotate(-8, x, top)
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 34, top - 96, x + 34, top), 10, 10, linear((x - 34, 0), (x + 34, 0), [mix(WOOD, (1, 1, 1), 0.25), times(WOOD, 0.8)]))  # fmt: skip
    canvas.drawCircle(x, top - 84, 5, solid(times(WOOD, 0.4)))
    canvas.restore()
    jug = x - 78
    for spoon in range(5):
        lean = (spoon - 2) * 9
        canvas.drawLine(jug, top - 30, jug + lean, top - 88 - random.uniform(0, 14), stroke(times(WOOD, 0.9), 5))
        canvas.drawOval(skia.Rect.MakeXYWH(jug + lean - 6, top - 108, 13, 22), solid(mix(WOOD, (1, 1, 1), 0.15)))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(jug - 23, top - 58, jug + 23, top), 8, 8, linear((jug - 23, 0), (jug + 23, 0), [hexed("#e9e2d0"), hexed("#b8a88c")]))  # fmt: skip
    cloth = skia.Rect.MakeLTRB(x + 70, top + 4, x + 122, top + 92)
    canvas.drawRect(
        cloth, linear((cloth.left(), 0), (cloth.right(), 0), [hexed("#f4efe4"), hexed("#d8cdb8"), hexed("#f0e8d8")])
    )
    for line in (14, 22, 70):
        canvas.drawLine(cloth.left(), top + line, cloth.right(), top + line, stroke(hexed("#b8433a"), 3.5, 0.8))


def _herbs(canvas: Canvas, pane: Pane, random: Random) -> None:
    """A sill with pots of herbs."""
    y = pane.foot + 6
    fittings.rect(canvas, pane.x - pane.width / 2 - 26, y, pane.x + pane.width / 2 + 26, y + 13, linear((0, y), (0, y + 13), [(0.98, 0.95, 0.9), hexed("#b8a88c")]))  # fmt: skip
    for index in range(3):
        x = pane.x + (index - 1) * pane.width * 0.34
        for _ in range(26):
            lean = random.uniform(-26, 26)
            leaf = mix(hexed("#4f8a4a"), hexed("#9ac064"), random.random())
            canvas.drawOval(
                skia.Rect.MakeXYWH(x + lean - 7, y - 40 - random.uniform(0, 38) + abs(lean) * 0.4, 14, 10), solid(leaf)
            )
        pot = skia.Path()
        pot.moveTo(x - 19, y - 34)
        pot.lineTo(x + 19, y - 34)
        pot.lineTo(x + 14, y)
        pot.lineTo(x - 14, y)
        pot.close()
        canvas.drawPath(pot, linear((x - 19, 0), (x + 19, 0), [mix(COPPER, (1, 1, 1), 0.2), times(COPPER, 0.7)]))


def _fridge(canvas: Canvas, x: float, tone: Rgb) -> None:
    box(canvas, x - 84, -384, x + 84, 4, tone, round_by=22)
    canvas.drawLine(x - 82, -262, x + 82, -262, stroke(times(tone, 0.5), 3.5))
    for low, high in ((-244, -150), (-350, -282)):
        canvas.drawLine(x - 62, low, x - 62, high, stroke(times(STEEL, 0.7), 9))
        canvas.drawLine(x - 64, low, x - 64, high, stroke((1, 1, 1), 3, 0.7))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 36, -370, x + 70, -10), 16, 16, solid((1, 1, 1), 0.10, 6))
    for dx, dy, code in ((-8, -226, "#f2c84a"), (30, -206, "#e87f6a"), (8, -330, "#7fc0a8")):
        fittings.rect(canvas, x + dx, dy, x + dx + 26, dy + 30, solid(hexed(code)))
        canvas.drawCircle(x + dx + 13, dy + 2, 4, solid(hexed("#3a3a40")))


def _island(room: Room, x: float, front: Rgb) -> None:
    """A block of wood before the counter: bread, a bowl of fruit, a bottle of oil, two stools."""
    depth = 0.78
    x *= room.depth / depth
    high = 142.0

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 170)
        fittings.counter(canvas, x - 132, x + 132, high, mix(front, hexed("#f0e6d2"), 0.45), WOOD, step=88)
        for at in (-170, 172):
            fittings.stool(canvas, x + at, 92, times(WOOD, 0.9))
        top = -high - 10
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 118, top - 7, x - 20, top + 1), 3, 3, solid(times(WOOD, 0.74)))
        crust = hexed("#c98a48")
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 108, top - 42, x - 40, top - 5), 24, 20, linear((0, top - 42), (0, top), [mix(crust, (1, 0.9, 0.6), 0.5), times(crust, 0.7)]))  # fmt: skip
        for cut in range(3):
            canvas.drawLine(x - 94 + cut * 18, top - 38, x - 86 + cut * 18, top - 24, stroke(hexed("#f4dcae"), 3.4))
        for dx, dy, code in ((-22, -32, "#d9482f"), (2, -38, "#e8b23a"), (24, -32, "#7fae3f"), (10, -54, "#d9482f"), (-10, -52, "#e89a3a")):  # fmt: skip
            tone = hexed(code)
            canvas.drawCircle(x + 62 + dx, top + dy, 15, radial((x + 57 + dx, top + dy - 5), 22, [mix(tone, (1, 1, 1), 0.5), tone, times(tone, 0.6)]))  # fmt: skip
        canvas.drawArc(skia.Rect.MakeLTRB(x + 12, top - 64, x + 112, top), 0, 180, True, linear((x + 12, 0), (x + 112, 0), [hexed("#eef2f2"), hexed("#8fa8b4")]))  # fmt: skip
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 14, top - 62, x + 6, top), 6, 6, linear((x - 14, 0), (x + 6, 0), [hexed("#8a9a3c"), hexed("#d8d070"), hexed("#6a7a2c")]))  # fmt: skip
        fittings.rect(canvas, x - 8, top - 82, x, top - 60, solid(hexed("#7a8a34")))

    room.piece(depth, x - 215, x + 215, 250, draw)


def _steam(room: Room, x: float, y: float) -> None:
    """Steam over the pot."""
    at = room.at(x, y)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, room.depth)
        scale *= room.size
        for puff in range(7):
            life = (t * 0.22 + puff / 7) % 1.0
            sway = 14 * math.sin(t * 0.9 + puff * 2.1) * life
            canvas.drawCircle(
                px + sway * scale, py - 130 * life * scale, (7 + 24 * life) * scale, solid((1, 1, 1), 0.20 * math.sin(math.pi * life), 8 * scale)
            )  # fmt: skip

    room.stage.add(0.36, draw)
