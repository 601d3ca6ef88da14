"""A gym: mirrors, racks of weights, a bag that swings, mats, a hoop on the wall, high windows."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, rooms, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

STEEL = hexed("#8f989e")


def build(stage: Set) -> None:
    dance = "mirrors" in stage.plan.features
    room = rooms.enter(stage, 3100, unit=180, base=0.82, tint=rooms.NEUTRAL, always=0.55)
    tone = room.lead(
        hexed("#d8cfc0" if dance else ("#5f6a78", "#6a5f58", "#4f6a66")[int(room.random.integers(3))]), 0.6
    )
    side, half = room.side, room.half
    panes = [Pane(x * 180.0, -520, 150, 120) for x in range(-5, 6)]
    room.panes += [pane for pane in panes if abs(pane.x) < room.width / 2 - 90][::3]
    room.lamps += [Lamp(x, -480, 230, 0.45) for x in (-half * 0.5, half * 0.5)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, tone)
        left, right = -room.width / 2, room.width / 2
        if not dance:
            fittings.rect(canvas, left, -150, right, 8, solid(times(tone, 0.62)))
            fittings.rect(canvas, left, -166, right, -146, solid(room.lead(hexed("#e0a030"), 0.9)))
        for pane in panes:
            windows.casing(canvas, pane, STEEL, sill=False)
        _mirrors(canvas, room, tone)
        if dance:
            for y in (-176, -130):
                canvas.drawLine(left, y, right, y, stroke(hexed("#c89a64"), 9))
            for index in range(round(room.width / 180)):
                canvas.drawLine(left + index * 180, -184, left + index * 180, -110, stroke(STEEL, 7))
        else:
            _rack(canvas, -side * half * (0.40 if not room.narrow else 0.3))
            if not room.narrow:
                _bars(canvas, side * half * 0.72)
        fittings.skirting(canvas, room, times(tone, 0.55), 12)

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(panes):
            windows.outdoors(canvas, stage, pane, windows.SKY, stage.random(3101 + index))
            windows.bars(canvas, room, pane, STEEL, 3, 2, thick=6)

    room.wall(draw, shine)
    flooring.lay(room, flooring.planks, hexed("#c8965a"), side=54, mirror=0.42, grain=0.1)
    if not dance:
        _bench(room, side * half * (0.26 if not room.narrow else 0.5))
        if not room.narrow:
            _bag(room, -side * half * 0.86)
    windows.shafts(room, room.panes, 0.8, motes=30)
    room.light_cast(shadow=0.38, up=-0.7)


def _mirrors(canvas: Canvas, room: Room, tone: tuple[float, float, float]) -> None:
    """A row of tall mirrors."""
    for index in range(round(room.width / 180)):
        x = -room.width / 2 + index * 180
        glass = skia.Rect.MakeLTRB(x + 5, -372, x + 175, -40)
        canvas.drawRect(
            glass,
            linear(
                (x, -372),
                (x + 175, -40),
                [mix(tone, hexed("#dfeaf0"), 0.72), mix(tone, hexed("#8fa4b0"), 0.6), mix(tone, hexed("#b8c8d0"), 0.6)],
            ),
        )
        for at in (30, 70):
            canvas.drawLine(x + at, -50, x + at + 76, -362, stroke((1, 1, 1), 15, 0.14))
        canvas.drawRect(glass, stroke(STEEL, 4))


def _rack(canvas: Canvas, x: float) -> None:
    """Dumb-bells in two rows, and plates."""
    fittings.shadow(canvas, x, 190)
    for way in (-1, 1):
        canvas.drawLine(x + way * 172, -150, x + way * 180, 3, stroke(hexed("#2c3034"), 12))
    for row in range(2):
        y = -54 - row * 74
        box(canvas, x - 182, y, x + 182, y + 14, hexed("#3a4046"))
        for index in range(5):
            at, size = x - 144 + index * 72, 15 + 3.0 * (index + row) / 2
            canvas.drawLine(at - 18, y - size, at + 18, y - size, stroke(STEEL, 8))
            for way in (-1, 1):
                canvas.drawRoundRect(
                    skia.Rect.MakeLTRB(at + way * 22 - 9, y - size * 2, at + way * 22 + 9, y),
                    4,
                    4,
                    linear((0, y - size * 2), (0, y), [hexed("#6a7076"), hexed("#1f2226")]),
                )


def _bars(canvas: Canvas, x: float) -> None:
    """Wall bars, and a hoop above them."""
    wood = hexed("#c89a64")
    for way in (-1, 0, 1):
        fittings.rect(
            canvas,
            x + way * 84 - 7,
            -392,
            x + way * 84 + 7,
            2,
            linear((x + way * 84 - 7, 0), (x + way * 84 + 7, 0), [wood, times(wood, 0.6)]),
        )
    for row in range(11):
        canvas.drawLine(x - 84, -376 + row * 34, x + 84, -376 + row * 34, stroke(mix(wood, (1, 1, 1), 0.15), 8))


def _bench(room: Room, x: float) -> None:
    """A bench with a bar of plates over it."""
    depth = 0.78
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 120)
        for at in (-70, 70):
            canvas.drawLine(x + at, -62, x + at, 2, stroke(hexed("#33383d"), 9))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 100, -82, x + 100, -56),
            11,
            11,
            linear((0, -82), (0, -56), [hexed("#b8403a"), hexed("#6a201e")]),
        )
        for at in (-74, -58):
            canvas.drawLine(x + at, -150, x + at, 2, stroke(hexed("#4a5056"), 8))
        canvas.drawLine(x - 150, -152, x + 20, -152, stroke(STEEL, 7))
        for at, size in ((-138, 46), (-124, 36), (6, 46), (-8, 36)):
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x + at - 7, -152 - size, x + at + 7, -152 + size),
                5,
                5,
                linear((0, -152 - size), (0, -152 + size), [hexed("#62686e"), hexed("#17191c")]),
            )

    room.piece(depth, x - 180, x + 140, 220, draw)


def _bag(room: Room, x: float) -> None:
    """A punching bag that swings a little."""
    depth = 0.74
    grow = room.size * depth / room.depth
    at = (room.at(x, 0)[0], room.stage.ground_y(depth) - 620 * grow)
    red = room.shade(hexed("#a8342e"), 1.1)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * grow, scale * grow)
        canvas.rotate(2.2 * math.sin(t * 1.5))
        canvas.drawLine(0, -200, 0, 300, stroke((0.20, 0.21, 0.23), 5))
        body = skia.Rect.MakeLTRB(-46, 300, 46, 520)
        canvas.drawRoundRect(
            body, 22, 22, linear((-46, 0), (46, 0), [times(red, 0.55), mix(red, (1, 1, 1), 0.2), red, times(red, 0.45)])
        )
        for y in (322, 498):
            canvas.drawLine(-45, y, 45, y, stroke(times(red, 0.45), 6))
        canvas.restore()

    room.stage.add(depth, draw)


SETTING = Setting(
    build=build,
    words="""gym, gymnasium, on treadmill, on a treadmill, on the treadmill, indoor gymnasium, fitness studio, weight room, fitness center, fitness centre, boxing gym, school gym, bench press, sports hall,
        locker room, training hall, ballet studio+mirrors, dance studio+mirrors, yoga studio+mirrors, rehearsal room+mirrors, at the gym, dojo+mirrors""",
    by_day="gym",
    by_night="gym",
    scenery=frozenset({"mirrors", "window", "lights"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden"),
    who="bodybuilder, weightlifter, gymnast, personal trainer, powerlifter",
)
