"""An airport's hall: a wall of glass with the apron behind it, seats in rows, a board of departures, a gate, ribs of the roof."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import airliners, caverns, fittings, flooring, lamps, rooms, vaults, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WHITE, STEEL = hexed("#c9cfd2"), hexed("#5f6a72")
ACCENTS = ("#2f6fb0", "#c8503c", "#2f8a7a", "#d8922f")
SPRING, TOP, HIGH = -430.0, -600.0, 1100.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 4060, unit=200, depth=0.42, base=0.72, tint=rooms.NEUTRAL, always=0.5)
    accent = room.lead(hexed(ACCENTS[int(room.random.integers(len(ACCENTS)))]), 0.7)
    side = room.side
    at = vaults.aisle(room, 0.97 if not room.narrow else 1.14)
    count = max(4, round(room.width / 160))
    glass = Pane(0.0, -520, room.width, 500)
    room.panes += [Pane(-room.width / 2 + (n + 0.5) * room.width / count, -520, room.width / count - 20, 490) for n in range(count)]  # fmt: skip
    room.lamps += [Lamp(share * at, -400, 300, 0.45) for share in (-0.8, 0.0, 0.8)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, WHITE)
        fittings.rect(canvas, -room.width / 2, -22, room.width / 2, 8, solid(times(STEEL, 0.7)))

    def shine(canvas: Canvas) -> None:
        _outside(canvas, room, glass, accent)
        windows.bars(canvas, room, glass, STEEL, count, 1, thick=14)
        tone = times(STEEL, 0.4 + 0.3 * room.outside)
        for y in (-392, -150):
            canvas.drawLine(-room.width / 2, y, room.width / 2, y, stroke(tone, 6))

    room.wall(draw, shine, order=0.31)
    windows.falling(room, room.panes)
    flooring.lay(room, flooring.large, hexed("#a3a5a6"), side=130, mirror=0.62, grain=0.05, sun=0.5)

    reach = room.width / 2

    def bay(canvas: Canvas, depth: float) -> None:
        path = skia.Path()
        path.moveTo(-reach, -HIGH)
        path.lineTo(reach, -HIGH)
        path.lineTo(reach, SPRING)
        path.lineTo(at, SPRING)
        path.cubicTo(at * 0.7, TOP, -at * 0.7, TOP, -at, SPRING)
        path.lineTo(-reach, SPRING)
        path.close()
        canvas.drawPath(path, linear((0, -HIGH), (0, SPRING), [times(WHITE, 0.5), times(WHITE, 0.92)]))
        canvas.save()
        canvas.clipPath(path, True)
        for slat in range(-14, 15):
            canvas.drawLine(slat * at * 0.10, SPRING, slat * at * 0.17, -HIGH, stroke(hexed("#b08a5c"), 9, 0.75))
        canvas.restore()
        vaults.arch(canvas, at, SPRING, TOP + 42, 16, WHITE, pointed=False)
        for way in (-1, 1):
            _tree(canvas, way * at, way)

    for depth in (0.52, 0.68, 0.90):
        vaults.lead_in(room, (depth,), bay, *caverns.bounds(room, depth))
    _board(room, -side * at * (0.42 if not room.narrow else 0.2), accent)
    _gate(room, side * at * 0.66, accent)
    for depth, x in ((0.60, -side * at * 0.64), (0.78, -side * at * 0.86)):
        if not room.narrow or depth < 0.7:
            _seats(room, depth, x, accent)
    _case(room, -side * at * 0.24)
    windows.shafts(room, room.panes[::3], 0.25, motes=20)
    for x in (-at * 0.4, at * 0.4):
        lamps.pendant(room, x, -470, STEEL, depth=0.62, kind="tube", reach=130)
    room.light_cast(shadow=0.36, up=-0.7)


def _outside(canvas: Canvas, room: Room, glass: Pane, accent: Rgb) -> None:
    """The apron behind the glass: the sky, hills, airliners at the gates."""
    stage, air = room.stage, room.stage.air
    windows.outdoors(canvas, stage, glass, windows.HILLS, stage.random(4061), glass=False)
    left, right = -room.width / 2, room.width / 2
    tone = air.surface(hexed("#8f9296"), 0.4, 0.6)
    canvas.drawRect(
        skia.Rect.MakeLTRB(left, -138, right, -20), linear((0, -138), (0, -20), [mix(tone, air.haze, 0.45), tone])
    )
    for line in range(round(room.width / 150)):
        x = left + line * 150
        canvas.drawLine(x, -134, x - 60, -22, stroke(air.surface(hexed("#f2c02c"), 0.4, 0.8), 2.6, 0.7))
    body, dark = air.surface(hexed("#f0f2f2"), 0.4, 0.85), air.surface(hexed("#3a4048"), 0.4, 0.4)
    for x, way, code, long in ((-0.03, 1, None, 620), (0.27, -1, "#d8922f", 380), (-0.36, 1, "#5a4a9a", 340)):
        at, foot = x * room.width, -118.0 if long > 400 else -108.0
        paint = air.surface(hexed(code), 0.4, 0.7) if code else air.surface(accent, 0.4, 0.7)
        canvas.drawOval(
            skia.Rect.MakeLTRB(at - long * 0.45, foot - 4, at + long * 0.44, foot + 7), solid(air.shadow, 0.4, 5)
        )
        airliners.side_view(canvas, at, foot, long, way, body, paint, dark, lights=air.windows)
    if air.windows > 0.2:
        for lamp in range(round(room.width / 70)):
            canvas.drawCircle(left + lamp * 70, -130, 7, solid(hexed("#6fa8ff"), 0.7 * air.windows, 3))


def _tree(canvas: Canvas, x: float, way: int) -> None:
    """A post of steel that branches under the roof."""
    for branch in (-70, -24, 24, 70):
        canvas.drawLine(x, -300, x + branch, SPRING - 20, stroke(times(WHITE, 0.7), 13))
        canvas.drawLine(x - 2, -300, x + branch - 2, SPRING - 20, stroke(mix(WHITE, (1, 1, 1), 0.4), 5))
    body = [times(WHITE, 0.55), mix(WHITE, (1, 1, 1), 0.4), times(WHITE, 0.8), times(WHITE, 0.5)]
    fittings.shadow(canvas, x, 44)
    fittings.rect(canvas, x - 20, -306, x + 20, 4, linear((x - 20, 0), (x + 20, 0), body))
    fittings.rect(canvas, x - 26, -26, x + 26, 5, solid(times(STEEL, 0.8)))


def _board(room: Room, x: float, accent: Rgb) -> None:
    """The board of departures hangs in the hall; its rows change one after the other."""
    depth = 0.50
    at_x = x * room.depth / depth
    grow = room.size * depth / room.depth

    def draw(canvas: Canvas) -> None:
        for way in (-1, 1):
            canvas.drawLine(at_x + way * 120, -430, at_x + way * 120, -700, stroke(STEEL, 5))
        box(canvas, at_x - 160, -440, at_x + 160, -300, hexed("#1b2228"), round_by=8)
        fittings.rect(canvas, at_x - 152, -434, at_x + 152, -412, solid(accent))

    def shine(canvas: Canvas) -> None:
        plane = skia.Path()
        plane.moveTo(at_x - 142, -424)
        plane.lineTo(at_x - 118, -420)
        plane.lineTo(at_x - 142, -416)
        plane.close()
        canvas.drawPath(plane, solid((1, 1, 1)))
        canvas.drawLine(at_x - 106, -423, at_x - 30, -423, stroke((1, 1, 1), 6))

    room.piece(depth, at_x - 190, at_x + 190, 720, draw, shine)
    place = (at_x * grow, room.stage.ground_y(depth))

    def rows_of(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*place, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * grow, scale * grow)
        for row in range(6):
            turned = math.floor(t / 3.1 - row * 0.4)
            y = -400 + row * 17
            for left, wide, code in (
                (-146, 34, "#f2c84a"),
                (-98, 84, "#f4f2e8"),
                (4, 40, "#f4f2e8"),
                (66, 30, "#f2c84a"),
                (110, 34, "#6fe0a0"),
            ):
                long = wide * (0.6 + 0.4 * abs(math.sin(row * 2.1 + left + turned * 1.7)))
                late = code == "#6fe0a0" and (row * 5 + turned) % 7 == 0
                canvas.drawLine(left, y, left + long, y, stroke(hexed("#ff7a5c" if late else code), 6, 0.9))
        canvas.restore()

    room.stage.add(depth + 0.001, rows_of)


def _gate(room: Room, x: float, accent: Rgb) -> None:
    """A desk at the gate with its number above."""
    depth = 0.60
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.counter(canvas, x - 96, x + 96, 150, mix(accent, (1, 1, 1), 0.1), WHITE, step=96)
        box(canvas, x - 40, -196, x + 20, -160, hexed("#2a3036"), round_by=5)
        for way in (-1, 1):
            canvas.drawLine(x + way * 78, -150, x + way * 78, -330, stroke(STEEL, 8))
        box(canvas, x - 92, -352, x + 92, -270, hexed("#1f262c"), round_by=8)

    def shine(canvas: Canvas) -> None:
        fittings.rect(canvas, x - 84, -344, x - 10, -278, solid(hexed("#f2c02c")))
        pen = stroke(hexed("#1f262c"), 10)
        canvas.drawArc(skia.Rect.MakeLTRB(x - 64, -334, x - 30, -288), 40, 280, False, pen)
        fittings.rect(canvas, x + 14, -330, x + 70, -320, solid((1, 1, 1)))
        fittings.rect(canvas, x + 14, -308, x + 54, -298, solid((1, 1, 1), 0.7))

    room.piece(depth, x - 140, x + 140, 380, draw, shine)


def _seats(room: Room, depth: float, x: float, accent: Rgb) -> None:
    """A row of seats on one beam."""
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 150)
        for leg in (-110, 110):
            canvas.drawLine(x + leg, -60, x + leg, 2, stroke(STEEL, 8))
            canvas.drawLine(x + leg - 22, 2, x + leg + 22, 2, stroke(STEEL, 7))
        canvas.drawLine(x - 146, -60, x + 146, -60, stroke(times(STEEL, 0.7), 9))
        for seat in range(4):
            left = x - 146 + seat * 75
            tone = mix(accent, (0.2, 0.22, 0.26), 0.35)
            canvas.drawRoundRect(skia.Rect.MakeLTRB(left, -142, left + 64, -72), 10, 10, linear((left, 0), (left + 64, 0), [times(tone, 0.75), mix(tone, (1, 1, 1), 0.18), times(tone, 0.7)]))  # fmt: skip
            canvas.drawRoundRect(skia.Rect.MakeLTRB(left - 2, -80, left + 66, -62), 8, 8, linear((0, -80), (0, -62), [mix(tone, (1, 1, 1), 0.3), times(tone, 0.7)]))  # fmt: skip
            canvas.drawLine(left - 5, -62, left - 5, -98, stroke(STEEL, 5))
        canvas.drawLine(x + 149, -62, x + 149, -98, stroke(STEEL, 5))

    room.piece(depth, x - 180, x + 180, 170, draw)


def _case(room: Room, x: float) -> None:
    """A case on wheels that somebody has left for a moment."""
    depth = 0.66
    x *= room.depth / depth
    tone = hexed("#c8503c")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 42)
        for way in (-1, 1):
            canvas.drawLine(x + way * 13, -88, x + way * 13, -138, stroke(STEEL, 4))
            canvas.drawCircle(x + way * 22, -4, 6, solid(hexed("#24282c")))
        canvas.drawLine(x - 15, -138, x + 15, -138, stroke(hexed("#24282c"), 7))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 32, -92, x + 32, -8), 9, 9, linear((x - 32, 0), (x + 32, 0), [times(tone, 0.7), mix(tone, (1, 1, 1), 0.2), times(tone, 0.66)]))  # fmt: skip
        for groove in (-16, 0, 16):
            canvas.drawLine(x + groove, -86, x + groove, -14, stroke(times(tone, 0.6), 2.4))

    room.piece(depth, x - 60, x + 60, 160, draw)


SETTING = Setting(
    build=build,
    words="""airport, airport terminal, departure lounge, departure hall, airport lounge, airport gate lounge, terminal, airport hall, arrivals hall, boarding gate, check in hall,
        baggage claim, security line, airport security, airport window, duty free""",
    by_day="airport",
    by_night="airport",
    scenery=frozenset({"window", "lights", "hills", "airplanes", "clock"}),
    outdoors=False,
    hours=("day", "day", "golden", "dusk"),
)
