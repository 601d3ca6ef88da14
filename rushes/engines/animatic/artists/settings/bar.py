"""A bar: bottles that glow before a mirror, a long counter with stools, pendant lamps, a neon sign on bricks."""

import math
from dataclasses import replace

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

NEONS = ("#ff4f7a", "#3fd0e0", "#ffb03a", "#7af0a0")
COUNTER = 176.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2450, unit=150, base=0.42, always=1.0, windows=0.8)
    wood = hexed("#5a3422")
    sign = room.lead(hexed(NEONS[int(room.random.integers(len(NEONS)))]), 0.8)
    side, half = room.side, room.half
    bar = -side * half * (0.24 if not room.narrow else 0.1)
    wide = 330.0 if not room.narrow else 250.0
    pane = Pane(side * half * 0.80, -400, 150, 250)
    neon = (side * half * (0.46 if not room.narrow else 0.55), -400 if not room.narrow else -500)
    if not room.narrow:
        room.panes.append(pane)
    room.lamps += [Lamp(bar + way * wide * 0.6, -300, 150, 0.8, (1.1, 0.72, 0.36)) for way in (-1, 0, 1)]
    room.lamps.append(Lamp(neon[0], neon[1], 190, 0.9, times(sign, 1.0)))

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, hexed("#7a4a3c"), room.random)
        fittings.panelling(canvas, room, 140, wood)
        fittings.rect(
            canvas,
            bar - wide - 26,
            -490,
            bar + wide + 26,
            8,
            linear((0, -490), (0, 0), [times(wood, 0.9), times(wood, 0.6)]),
        )
        for way in (-1, 0, 1):
            left, right = bar + way * wide * 0.667 - wide * 0.31, bar + way * wide * 0.667 + wide * 0.31
            arch = Pane((left + right) / 2, -476, right - left, 300)
            canvas.drawPath(
                windows.outline(arch, "arched"),
                linear((0, -476), (0, -176), [hexed("#e8a04a"), hexed("#8a4a24"), hexed("#4a2818")]),
            )
            for row in range(3):
                y = -196 - row * 74
                shelves.fill(canvas, left + 12, right - 12, y, 66, "bottles", room.random)
                fittings.rect(canvas, left, y, right, y + 6, solid(hexed("#f0c890"), 0.9))
            canvas.drawPath(windows.outline(arch, "arched"), stroke(mix(wood, (1, 0.9, 0.8), 0.2), 10))
        fittings.rect(
            canvas,
            bar - wide - 40,
            -504,
            bar + wide + 40,
            -484,
            linear((0, -504), (0, -484), [mix(wood, (1, 0.9, 0.8), 0.35), times(wood, 0.7)]),
        )
        if not room.narrow:
            windows.casing(canvas, pane, wood)
            _dartboard(canvas, -side * half * 0.86, -330)

    def shine(canvas: Canvas) -> None:
        for way in (-1, 0, 1):
            for row in range(3):
                y = -196 - row * 74
                glow = solid(hexed("#ffb860"), 0.30, 13)
                glow.setBlendMode(skia.BlendMode.kPlus)
                x = bar + way * wide * 0.667
                canvas.drawRect(skia.Rect.MakeLTRB(x - wide * 0.28, y - 18, x + wide * 0.28, y - 1), glow)
        if not room.narrow:
            windows.outdoors(canvas, stage, pane, windows.STREET, stage.random(2451))
            windows.bars(canvas, room, pane, wood, 2, 3)
        _sign(canvas, neon[0], neon[1], sign)

    room.wall(draw, shine)
    if not room.narrow:
        windows.falling(room, [pane])
    flooring.lay(room, flooring.planks, hexed("#5f3a26"), side=70, mirror=0.34)
    _counter(room, bar, wide, wood, hexed("#a83a34"))
    for way in (-0.7, 0.0, 0.7):
        lamps.pendant(room, bar + way * wide, -338, hexed("#3a4a3a"), depth=0.74, reach=120)
    lamps.halo(room, neon[0], neon[1], room.depth, 210, 0.8, sign, 0.352)
    room.light_cast(shadow=0.5)
    # The neon is on the rims of the cast.
    stage.light = replace(stage.light, rim=mix(stage.light.rim, times(sign, 1.3), 0.6))
    _near(room, wood)


def _dartboard(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawCircle(x + 4, y + 6, 52, solid((0, 0, 0), 0.35, 8))
    canvas.drawCircle(x, y, 52, solid(hexed("#1f1c1a")))
    for slice_ in range(20):
        tone = hexed("#e8dcc0") if slice_ % 2 else hexed("#24211f")
        canvas.drawArc(skia.Rect.MakeLTRB(x - 42, y - 42, x + 42, y + 42), slice_ * 18, 18, True, solid(tone))
    for reach, code in ((38, "#b03a34"), (24, "#2f7a4a")):
        canvas.drawCircle(x, y, reach, stroke(hexed(code), 4))
    canvas.drawCircle(x, y, 8, solid(hexed("#2f7a4a")))
    canvas.drawCircle(x, y, 4, solid(hexed("#c8403a")))


def _sign(canvas: Canvas, x: float, y: float, tint: Rgb) -> None:
    """A cocktail glass of glass tubes, with a star."""

    def glass(canvas: Canvas, paint: object) -> None:
        path = skia.Path()
        path.moveTo(x - 46, y - 44)
        path.lineTo(x + 46, y - 44)
        path.lineTo(x, y + 10)
        path.close()
        path.moveTo(x, y + 10)
        path.lineTo(x, y + 54)
        path.moveTo(x - 26, y + 56)
        path.lineTo(x + 26, y + 56)
        canvas.drawPath(path, paint)

    def star(canvas: Canvas, paint: object) -> None:
        path = skia.Path()
        for point in range(11):
            angle, reach = point * math.pi / 5 - math.pi / 2, (17 if point % 2 == 0 else 7.5)
            spot = (x + 58 + reach * math.cos(angle), y - 60 + reach * math.sin(angle))
            path.moveTo(*spot) if point == 0 else path.lineTo(*spot)
        canvas.drawPath(path, paint)
        canvas.drawLine(x + 4, y - 20, x + 34, y - 74, paint)

    lamps.neon(canvas, glass, tint)
    lamps.neon(canvas, star, hexed("#ffd86a"), width=4)


def _counter(room: Room, x: float, wide: float, wood: Rgb, leather: Rgb) -> None:
    """The counter with its stools and glasses, before the bottles."""
    depth = 0.72
    x *= room.depth / depth
    wide *= 1.0

    def draw(canvas: Canvas) -> None:
        fittings.counter(canvas, x - wide, x + wide, COUNTER, wood, mix(wood, hexed("#b06a3a"), 0.5), step=96)
        canvas.drawLine(x - wide, -34, x + wide, -34, stroke(hexed("#c89a4a"), 6))
        for index in range(7):
            at, top = x - wide * 0.84 + index * wide * 0.27, -COUNTER - 10
            if index % 3 == 0:
                canvas.drawRoundRect(
                    skia.Rect.MakeLTRB(at - 12, top - 40, at + 12, top),
                    4,
                    4,
                    linear((at - 12, 0), (at + 12, 0), [hexed("#f0b840"), hexed("#c87a20")]),
                )
                canvas.drawRoundRect(
                    skia.Rect.MakeLTRB(at - 13, top - 49, at + 13, top - 36), 6, 6, solid(hexed("#fff6e4"))
                )
                canvas.drawArc(
                    skia.Rect.MakeLTRB(at + 8, top - 34, at + 26, top - 10),
                    -90,
                    180,
                    False,
                    stroke(hexed("#e8c070"), 4),
                )
            elif index % 3 == 1:
                canvas.drawLine(at, top, at, top - 22, stroke(hexed("#cfe0e4"), 3))
                canvas.drawArc(
                    skia.Rect.MakeLTRB(at - 15, top - 58, at + 15, top - 20), 0, 180, True, solid(hexed("#b8324a"), 0.9)
                )
                canvas.drawArc(
                    skia.Rect.MakeLTRB(at - 15, top - 58, at + 15, top - 20), 0, 180, True, stroke(hexed("#dfeaee"), 2)
                )
        for index in range(4):
            fittings.stool(canvas, x - wide * 0.72 + index * wide * 0.48, 118, leather)

    room.piece(depth, x - wide - 40, x + wide + 40, COUNTER + 90, draw)


def _near(room: Room, wood: Rgb) -> None:
    x = room.side * room.half * room.depth / 1.5 * 1.04

    def draw(canvas: Canvas) -> None:
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - 105, -50, x + 105, -4),
            linear((x - 100, 0), (x + 100, 0), [mix(wood, (1, 0.9, 0.8), 0.3), times(wood, 0.6)]),
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 50, -82, x - 24, -26), 5, 5, solid(hexed("#e8a838")))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 52, -90, x - 22, -72), 6, 6, solid(hexed("#fff4dc")))

    room.piece(1.5, x - 130, x + 130, 110, draw, low=20, level=0.9, order=2.0)


SETTING = Setting(
    build=build,
    words="""bar, pub, tavern, inn, saloon, cocktail bar, dive bar, wine bar, irish pub, speakeasy, bar counter, at the bar, old pub,
        beer hall, medieval tavern, fantasy tavern, taproom, brewery, lounge, lounge bar, karaoke bar, sports bar, wine cellar""",
    by_day="cafe",
    by_night="cafe",
    scenery=frozenset({"window", "neon", "lights", "table"}),
    outdoors=False,
    room=True,
    hours=("night", "night", "dusk"),
    who="bartender",
)
