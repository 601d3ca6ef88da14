"""A laboratory: flasks that shine and bubble, shelves lit from behind, tanks of light, a board full of formulas, a bench with a microscope."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, windows
from rushes.engines.animatic.stage.interiors import box, door
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

#: Units: the width of one cupboard; the height of the bench.
UNIT, BENCH = 128.0, 152.0
LIQUIDS = ("#4fe08a", "#4fb8f0", "#e85fb0", "#f2c23a", "#9a6ff0")
STEEL = hexed("#aebbc2")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 1200, unit=UNIT, tint=(0.84, 0.96, 1.02), base=0.82, always=0.5)
    side, half, random = room.side, room.half, room.random
    shift = int(random.integers(len(LIQUIDS)))
    hues = [hexed(LIQUIDS[(index + shift) % len(LIQUIDS)]) for index in range(5)]
    lead = room.lead(hues[0], 0.8)
    pane = Pane(side * half * 0.70, -430, 190, 210)
    if not room.narrow:
        room.panes.append(pane)
    tank = -side * half * (0.80 if not room.narrow else 0.62)
    row = ((-0.46, 0.95), (-0.31, 1.3), (-0.17, 0.85), (0.20, 1.15), (0.34, 0.8), (0.5, 1.0))
    flasks = [
        (side * share * half, -BENCH - 10, size, hues[index % 5])
        for index, (share, size) in enumerate(row)
        if not room.narrow or abs(share) < 0.4
    ]
    room.lamps += [Lamp(x, y - 40, 80 * size, 0.30, mix(tone, (1, 1, 1), 0.2)) for x, y, size, tone in flasks]
    room.lamps += [
        Lamp(tank, -240, 190, 0.9, lead),
        Lamp(0.0, -470, 320, 0.5),
        Lamp(-side * half * 0.30, -320, 150, 0.5),
    ]

    def draw(canvas: Canvas) -> None:
        wall = hexed("#b4c4c8")
        fittings.plaster(canvas, room, wall)
        fittings.tiled(
            canvas, -room.width / 2, -BENCH - 130, room.width / 2, -BENCH, mix(hexed("#e4eeee"), lead, 0.06), 42
        )
        for y in (-560, -540):
            canvas.drawLine(-room.width / 2, y, room.width / 2, y, stroke(times(STEEL, 0.6), 13))
            canvas.drawLine(-room.width / 2, y - 3, room.width / 2, y - 3, stroke(mix(STEEL, (1, 1, 1), 0.4), 3, 0.7))
        _board(canvas, side * half * (0.22 if not room.narrow else 0.34), -440, random)
        if not room.narrow:
            windows.casing(canvas, pane, hexed("#e4eaea"))
        front = hexed("#e4eaea")
        for index in range(round(room.width / UNIT)):
            left = -room.width / 2 + index * UNIT
            fittings.rect(canvas, left, -BENCH, left + UNIT, 6, solid(times(front, 0.5)))
            door(canvas, left + 3, -BENCH + 14, left + UNIT - 3, -BENCH + 48, front, drawer=True)
            door(canvas, left + 3, -BENCH + 52, left + UNIT - 3, -12, front)
        fittings.rect(canvas, -room.width / 2, -BENCH - 10, room.width / 2, -BENCH + 9, linear((0, -BENCH - 10), (0, -BENCH + 9), [hexed("#7a8890"), hexed("#2c343a")]))  # fmt: skip
        fittings.rect(canvas, -room.width / 2, -12, room.width / 2, 8, solid(hexed("#2c343a")))
        for x, foot, size, _ in flasks:
            _stand(canvas, x, foot, size)
        _shelf_frame(canvas, -side * half * 0.32, -268)

    def shine(canvas: Canvas) -> None:
        if not room.narrow:
            windows.outdoors(canvas, stage, pane, windows.CITY, stage.random(1201))
            windows.bars(canvas, room, pane, hexed("#dfe6e6"), 2, 2)
        _lit_shelf(canvas, -side * half * 0.32, -268, hues, stage.random(1202), room.level)

    room.wall(draw, shine)
    if not room.narrow:
        windows.falling(room, [pane])
    flooring.lay(room, flooring.large, hexed("#c4d0d2"), side=104, mirror=0.46, grain=0.08)
    _glassware(room, flasks)
    _tank(room, tank, lead)
    if not room.holds("table", "microscope", "workbench"):
        _bench(room, side * half * (0.66 if not room.narrow else 0.52), hues)
    for x in (-half * 0.36, half * 0.36):
        lamps.pendant(room, x, -420, hexed("#5a6a72"), depth=0.74, kind="tube", reach=150)
    if not room.narrow:
        windows.shafts(room, [pane], 0.6, motes=18)
    room.light_cast()


def _board(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """A blackboard with formulas nobody can read, a curve and a ring of six."""
    fittings.rect(canvas, x - 150, y + 4, x + 162, y + 182, solid((0, 0, 0), 0.3, 9))
    board = skia.Rect.MakeLTRB(x - 155, y, x + 155, y + 168)
    canvas.drawRect(board, linear((x - 155, y), (x + 155, y + 168), [hexed("#3a5f54"), hexed("#24443c")]))
    canvas.drawOval(skia.Rect.MakeLTRB(x - 120, y + 30, x + 60, y + 130), solid((0.9, 0.95, 0.9), 0.06, 22))
    canvas.drawRect(board, stroke(hexed("#b0824e"), 10))
    chalk = stroke((0.93, 0.96, 0.93), 2.3, 0.85)
    for row in range(5):
        at = x - 138.0
        while at < x + 34 - row * 12:
            wide = random.uniform(9, 26)
            line = skia.Path()
            line.moveTo(at, y + 28 + row * 27)
            line.cubicTo(
                at + wide * 0.3, y + 8 + row * 27, at + wide * 0.6, y + 44 + row * 27, at + wide, y + 22 + row * 27
            )
            canvas.drawPath(line, chalk)
            at += wide + 8
    ring = skia.Path()
    for corner in range(7):
        spot = (x + 96 + 27 * math.sin(corner * math.pi / 3), y + 50 - 27 * math.cos(corner * math.pi / 3))
        ring.lineTo(*spot) if corner else ring.moveTo(*spot)
    canvas.drawPath(ring, chalk)
    canvas.drawCircle(x + 96, y + 50, 15, stroke(hexed("#f2c84a"), 2.6, 0.8))
    for turn in range(3):
        canvas.save()
        canvas.rotate(60 * turn, x + 96, y + 122)
        canvas.drawOval(skia.Rect.MakeXYWH(x + 62, y + 113, 68, 18), stroke(hexed("#8fd0f0"), 2.2, 0.85))
        canvas.restore()
    canvas.drawCircle(x + 96, y + 122, 5, solid(hexed("#f08a6a")))


def _shelf_frame(canvas: Canvas, x: float, y: float) -> None:
    fittings.rect(canvas, x - 150, y - 170, x + 164, y + 16, solid((0, 0, 0), 0.3, 9))
    box(canvas, x - 156, y - 178, x + 156, y + 12, hexed("#5f6e76"))


def _lit_shelf(canvas: Canvas, x: float, y: float, hues: list[Rgb], random: Random, level: float) -> None:
    """Two boards of bottles before a light: they shine as glass does."""
    glow = mix(hexed("#cfeef2"), hues[0], 0.15)
    back = skia.Rect.MakeLTRB(x - 146, y - 168, x + 146, y + 2)
    canvas.drawRect(
        back, linear((0, y - 168), (0, y), [times(glow, 0.45 + 0.4 * level), times(glow, 0.3 + 0.3 * level)])
    )
    for row in range(2):
        base = y - row * 86
        fittings.rect(canvas, x - 146, base - 3, x + 146, base + 6, linear((0, base - 3), (0, base + 6), [hexed("#eef6f6"), hexed("#6a7a80")]))  # fmt: skip
        at = x - 138.0
        while at < x + 116:
            wide, high = random.uniform(17, 28), random.uniform(36, 64)
            tone = mix(hues[int(random.integers(5))], hexed("#fff4e0"), 0.15)
            bottle = skia.Rect.MakeXYWH(at, base - 3 - high, wide, high)
            canvas.drawRoundRect(bottle, 5, 5, linear((at, 0), (at + wide, 0), [times(tone, 0.55), mix(tone, (1, 1, 1), 0.45), times(tone, 0.7)]))  # fmt: skip
            fittings.rect(
                canvas, at + wide * 0.3, base - 12 - high, at + wide * 0.7, base - 2 - high, solid(hexed("#3a3f42"))
            )
            fittings.rect(canvas, at + 3, base - 3 - high * 0.6, at + wide - 3, base - 3 - high * 0.3, solid(hexed("#f6f3e8"), 0.9))  # fmt: skip
            at += wide + random.uniform(4, 15)


def _stand(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """The iron stand of a flask."""
    metal = hexed("#4a535a")
    canvas.drawLine(x - 34 * size, foot, x + 34 * size, foot, stroke(metal, 6))
    canvas.drawLine(x - 28 * size, foot, x - 28 * size, foot - 128 * size, stroke(metal, 4.5))
    canvas.drawLine(x - 28 * size, foot - 96 * size, x, foot - 96 * size, stroke(metal, 4))


def _tank(room: Room, x: float, tone: Rgb) -> None:
    """A cylinder of light, up to the ceiling, in which something floats and bubbles rise."""
    depth = 0.70
    x *= room.depth / depth
    grow = room.size * depth / room.depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 110)
        for bottom, ceiling, wide in (
            (-46.0, 4.0, 88.0),
            (-66.0, -40.0, 76.0),
            (-470.0, -426.0, 78.0),
            (-1000.0, -462.0, 60.0),
        ):
            body = [times(STEEL, 0.4), mix(STEEL, (1, 1, 1), 0.35), times(STEEL, 0.8), times(STEEL, 0.34)]
            canvas.drawRoundRect(skia.Rect.MakeLTRB(x - wide, bottom, x + wide, ceiling), 8, 8, linear((x - wide, 0), (x + wide, 0), body))  # fmt: skip
        for bolt in range(5):
            canvas.drawCircle(x - 64 + bolt * 32, -20, 5, solid(times(STEEL, 0.4)))

    def shine(canvas: Canvas) -> None:
        glass = skia.Rect.MakeLTRB(x - 64, -430, x + 64, -62)
        canvas.drawRect(glass, linear((x - 64, 0), (x + 64, 0), [times(tone, 0.35), mix(tone, (1, 1, 1), 0.25), times(tone, 0.5), times(tone, 0.28)], None, [0.85] * 4))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeLTRB(x - 50, -330, x + 50, -140), solid(mix(tone, (1, 1, 1), 0.7), 0.5, 26))
        for frond in range(5):
            path = skia.Path()
            path.moveTo(x, -84)
            lean = (frond - 2) * 22
            path.cubicTo(x + lean * 0.2, -150, x + lean * 1.4, -200, x + lean, -262 - 26 * (frond % 2))
            canvas.drawPath(path, stroke(times(tone, 0.18), 8))
            canvas.drawOval(skia.Rect.MakeXYWH(x + lean - 13, -286 - 26 * (frond % 2), 26, 36), solid(times(tone, 0.2)))
        fittings.rect(canvas, x - 52, -430, x - 40, -62, solid((1, 1, 1), 0.34, 2))
        for light, code in enumerate(("#5ff08a", "#f2c84a", "#5fb8f2")):
            canvas.drawCircle(x - 26 + light * 26, -52, 5, solid(hexed(code)))

    room.piece(depth, x - 120, x + 120, 1000, draw, shine)
    lamps.halo(room, x * depth / room.depth, -246, depth, 300, 0.95, tone, depth + 0.001)
    at = (x * grow, room.stage.ground_y(depth))

    def bubbles(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, depth)
        unit = scale * grow
        for number in range(14):
            life = (t * (0.10 + 0.02 * (number % 4)) + number * 0.379) % 1.0
            aside = 44 * math.sin(number * 2.4) + 7 * math.sin(t * 1.7 + number)
            canvas.drawCircle(px + aside * unit, py - (76 + 340 * life) * unit, (2.5 + 3.5 * ((number * 5) % 7) / 7) * unit, solid((1, 1, 1), 0.55 * math.sin(math.pi * life) ** 0.5))  # fmt: skip

    room.stage.add(depth + 0.002, bubbles)


def _bench(room: Room, x: float, hues: list[Rgb]) -> None:
    """A bench before the wall: a microscope, a rack of tubes, a screen with a wave."""
    depth, high = 0.79, 146.0
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.stool(canvas, x - 176, 98, hexed("#3f4a50"))
        fittings.counter(canvas, x - 140, x + 140, high, hexed("#dfe6e6"), hexed("#5a6870"), step=93)
        top = -high - 10
        scope = x - 78
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(scope - 36, top - 12, scope + 34, top + 1), 5, 5, solid(hexed("#2c343a"))
        )
        arm = skia.Path()
        arm.moveTo(scope + 22, top - 8)
        arm.cubicTo(scope + 56, top - 50, scope + 40, top - 96, scope + 6, top - 100)
        canvas.drawPath(arm, stroke(hexed("#eef2f2"), 15))
        canvas.drawLine(scope - 22, top - 34, scope + 30, top - 34, stroke(hexed("#3a444a"), 8))
        canvas.drawLine(scope - 8, top - 46, scope - 2, top - 92, stroke(hexed("#3a444a"), 17))
        canvas.drawLine(scope + 2, top - 92, scope + 14, top - 128, stroke(hexed("#24282c"), 12))
        canvas.drawCircle(scope + 34, top - 58, 9, solid(hexed("#4a545a")))
        rack = x + 6
        fittings.rect(canvas, rack - 34, top - 26, rack + 46, top - 18, solid(hexed("#b0824e")))
        fittings.rect(canvas, rack - 34, top - 7, rack + 46, top, solid(hexed("#8a6238")))
        box(canvas, x + 66, top - 92, x + 136, top, hexed("#7f8f98"), round_by=8)

    def shine(canvas: Canvas) -> None:
        top = -high - 10
        for tube in range(5):
            left, tone = x - 24 + tube * 14, hues[tube]
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(left, top - 48, left + 9, top - 4), 4, 4, solid((0.9, 0.97, 1.0), 0.5)
            )
            canvas.drawRoundRect(skia.Rect.MakeLTRB(left + 1, top - 30 - 4 * (tube % 3), left + 8, top - 4), 4, 4, solid(mix(tone, (1, 1, 1), 0.15)))  # fmt: skip
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 74, top - 84, x + 128, top - 40), 5, 5, solid(hexed("#0f2c26")))
        wave = skia.Path()
        wave.moveTo(x + 76, top - 62)
        for step in range(1, 26):
            wave.lineTo(x + 76 + step * 2, top - 62 + 15 * math.sin(step * 0.9) * math.exp(-((step - 12) ** 2) / 60))
        canvas.drawPath(wave, stroke(hexed("#5ff0a8"), 2.6))
        for light in range(4):
            canvas.drawCircle(x + 80 + light * 14, top - 22, 4.5, solid(hues[light]))

    room.piece(depth, x - 220, x + 170, 300, draw, shine)


def _glassware(room: Room, flasks: list[tuple[float, float, float, Rgb]]) -> None:
    """Flasks with shining liquids that bubble."""

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for number, (x, y, size, tone) in enumerate(flasks):
            px, py, scale = view.place(*room.at(x, y), room.depth)
            scale *= room.size
            canvas.save()
            canvas.translate(px, py)
            canvas.scale(scale * size, scale * size)
            bulb = skia.Path()
            bulb.moveTo(-9, -112)
            bulb.lineTo(-9, -68)
            bulb.cubicTo(-44, -52, -44, -4, -14, -2)
            bulb.lineTo(14, -2)
            bulb.cubicTo(44, -4, 44, -52, 9, -68)
            bulb.lineTo(9, -112)
            bulb.close()
            canvas.drawPath(bulb, solid((0.88, 0.96, 1.0), 0.30))
            canvas.save()
            canvas.clipPath(bulb, True)
            level = -42 + 2 * math.sin(t * 2 + number)
            liquid = radial((-8, -30), 46, [mix(tone, (1, 1, 1), 0.6), tone, times(tone, 0.7)])
            canvas.drawRect(skia.Rect.MakeLTRB(-50, level, 50, 0), liquid)
            for bubble in range(6):
                life = (t * 0.7 + bubble / 6 + number * 0.13) % 1.0
                canvas.drawCircle(16 * math.sin(bubble * 2.4 + number), level * life, 2.2 + 2.4 * life, solid((1, 1, 1), 0.65))  # fmt: skip
            canvas.restore()
            canvas.drawPath(bulb, stroke((0.95, 1.0, 1.0), 2.2, 0.75))
            canvas.drawLine(-20, -50, -27, -28, stroke((1, 1, 1), 4, 0.7))
            for puff in range(3):
                life = (t * 0.3 + puff / 3 + number * 0.21) % 1.0
                canvas.drawCircle(
                    8 * math.sin(t + puff * 2 + number) * life, -116 - 58 * life, 5 + 11 * life,
                    solid(mix(tone, (1, 1, 1), 0.6), 0.16 * math.sin(math.pi * life)),
                )  # fmt: skip
            canvas.restore()

    room.stage.add(0.36, draw)
    for x, y, size, tone in flasks:
        lamps.halo(room, x, y - 34 * size, room.depth, 140 * size, 0.25, tone, 0.361)
