"""A starship's bridge: a great window on stars and a planet, ribs with strips of light, consoles, a hologram that turns."""

import itertools
import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, vaults
from rushes.engines.animatic.stage.rooms import Lamp, Room
from rushes.engines.animatic.stage.set import Set

HULL = hexed("#76828e")
LIGHTS = ("#4fd0f0", "#6f9aff", "#5ff0c0", "#ff9a4a")
PLANETS = (("#3f7fc0", "#9fd0f0"), ("#c8744a", "#f0c08a"), ("#7a5ab0", "#d0a8f0"), ("#4a9a7a", "#b8e8c0"))
TOP, FOOT = -560.0, -120.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2700, unit=200, depth=0.42, base=0.46, tint=(0.72, 0.92, 1.06), always=0.9, windows=0.25)
    glow = room.lead(hexed(LIGHTS[int(room.random.integers(len(LIGHTS)))]), 0.8)
    at = vaults.aisle(room, 0.98 if not room.narrow else 1.12)
    wide = at * 0.90
    room.lamps += [Lamp(way * wide, -300, 190, 0.6, times(glow, 1.1)) for way in (-1, 1)]
    room.lamps += [Lamp(0, -60, 320, 0.6), Lamp(0, -300, 260, 0.35, (0.6, 0.7, 1.0))]

    def draw(canvas: Canvas) -> None:
        left, right = -room.width / 2, room.width / 2
        fittings.rect(
            canvas,
            left,
            -room.high,
            right,
            8,
            linear((0, -room.high), (0, 0), [times(HULL, 0.5), HULL, times(HULL, 0.7)]),
        )
        for index in range(round(room.width / 100)):
            x = left + index * 100
            for row in range(9):
                y = -row * 96.0
                panel = skia.Rect.MakeLTRB(x + 3, y - 93, x + 97, y - 3)
                canvas.drawRoundRect(panel, 7, 7, solid(times(HULL, 0.84 + 0.2 * ((index * 7 + row * 5) % 4) / 4)))
                canvas.drawLine(x + 8, y - 91, x + 92, y - 91, stroke(mix(HULL, (1, 1, 1), 0.4), 1.6, 0.6))
        canvas.drawPath(_pane(wide + 22, 26), solid(times(HULL, 0.5)))
        canvas.drawPath(_pane(wide + 12, 14), solid(mix(HULL, (1, 1, 1), 0.12)))

    def shine(canvas: Canvas) -> None:
        _space(canvas, room, wide)
        for share in (-0.34, 0.34):
            canvas.drawLine(share * wide, FOOT, share * wide * 0.86, TOP, stroke(times(HULL, 0.32), 13))
            canvas.drawLine(
                share * wide + 4, FOOT, share * wide * 0.86 + 4, TOP, stroke(mix(HULL, glow, 0.3), 2.5, 0.7)
            )
        for wide_, alpha, blur in ((16, 0.35, 10), (5, 1.0, 0)):
            canvas.drawLine(
                -wide,
                FOOT + 24,
                wide,
                FOOT + 24,
                stroke(mix(glow, (1, 1, 1), 0.4 if blur == 0 else 0.0), wide_, alpha, blur),
            )

    room.wall(draw, shine, order=0.31)
    flooring.lay(room, flooring.large, hexed("#4a545e"), side=150, mirror=0.75, grain=0.05, runner=None)
    _stars(room, wide)
    reach = room.reach(at + 420)

    def rib(canvas: Canvas, depth: float) -> None:
        tone = times(HULL, 0.62)
        path = skia.Path()
        path.moveTo(-reach, -1000)
        path.lineTo(reach, -1000)
        path.lineTo(reach, 10)
        path.lineTo(at + 46, 10)
        path.lineTo(at + 62, -250)
        path.lineTo(at * 0.62, -640)
        path.lineTo(-at * 0.62, -640)
        path.lineTo(-at - 62, -250)
        path.lineTo(-at - 46, 10)
        path.lineTo(-reach, 10)
        path.close()
        canvas.drawPath(path, linear((0, -700), (0, 0), [times(tone, 0.45), tone, times(tone, 0.6)]))
        edge = [(-at - 46, 6), (-at - 62, -250), (-at * 0.62, -640), (at * 0.62, -640), (at + 62, -250), (at + 46, 6)]
        for first, second in itertools.pairwise(edge):
            canvas.drawLine(*first, *second, stroke(mix(tone, (1, 1, 1), 0.3), 7))

    def lit(canvas: Canvas) -> None:
        edge = [
            (-at - 66, -40),
            (-at - 76, -246),
            (-at * 0.65, -660),
            (at * 0.65, -660),
            (at + 76, -246),
            (at + 66, -40),
        ]
        for wide_, alpha, blur in ((22, 0.30, 12), (6, 1.0, 0)):
            for first, second in itertools.pairwise(edge):
                if first[1] != second[1]:
                    canvas.drawLine(
                        *first, *second, stroke(mix(glow, (1, 1, 1), 0.45 if blur == 0 else 0.0), wide_, alpha, blur)
                    )

    for depth in (0.54, 0.70, 0.92):
        room.piece(depth, -reach, reach, 1000, lambda canvas, depth=depth: rib(canvas, depth), lit, level=1.1)  # type: ignore[misc]
    for way in (-1, 1):
        _console(room, way, at, glow)
    if not stage.plan.subjects or not room.narrow:
        _hologram(room, glow)
    room.light_cast(shadow=0.42)


def _pane(wide: float, grow: float) -> object:
    path = skia.Path()
    path.moveTo(-wide, FOOT + grow)
    path.lineTo(wide, FOOT + grow)
    path.lineTo(wide * 0.84, TOP - grow)
    path.lineTo(-wide * 0.84, TOP - grow)
    path.close()
    return path


def _space(canvas: Canvas, room: Room, wide: float) -> None:
    """Stars, a cloud of gas, a planet half in shade."""
    random, side = room.stage.random(2701), room.side
    canvas.save()
    canvas.clipPath(_pane(wide, 0), True)
    fittings.rect(
        canvas,
        -wide,
        TOP,
        wide,
        FOOT,
        linear((-wide, TOP), (wide, FOOT), [hexed("#050816"), hexed("#101a3a"), hexed("#0a1024")]),
    )
    for code, x, y in (("#7a3f9a", -0.4, -330.0), ("#2f5fb0", 0.0, -250.0), ("#b04a7a", -0.15, -380.0)):
        canvas.drawOval(skia.Rect.MakeXYWH(x * wide * side - 260, y - 70, 520, 150), solid(hexed(code), 0.24, 50))
    for _ in range(150):
        size = float(random.uniform(0.7, 1.9))
        canvas.drawCircle(
            random.uniform(-wide, wide), random.uniform(TOP, FOOT), size, solid((1, 1, 1), random.uniform(0.3, 1.0))
        )
    low, high = PLANETS[int(random.integers(len(PLANETS)))]
    x, y, reach = side * wide * 0.44, FOOT - 70, 190.0
    canvas.drawCircle(x, y, reach * 1.12, solid(hexed(high), 0.28, 26))
    canvas.drawCircle(
        x,
        y,
        reach,
        linear((x - reach, y - reach), (x + reach, y + reach), [hexed(high), hexed(low), times(hexed(low), 0.25)]),
    )
    canvas.save()
    disc = skia.Path()
    disc.addCircle(x, y, reach)
    canvas.clipPath(disc, True)
    for band in range(7):
        top = y - reach + 26 + band * 52
        canvas.drawOval(skia.Rect.MakeXYWH(x - reach, top, reach * 2, 18 + 8 * (band % 3)), solid(hexed(high), 0.26, 7))
    canvas.drawCircle(x + reach * 0.55, y + reach * 0.5, reach * 1.1, solid((0.01, 0.02, 0.06), 0.55, 40))
    canvas.restore()
    moon = (x - side * 250, y - 190)
    canvas.drawCircle(
        *moon, 26, radial((moon[0] - 8, moon[1] - 8), 38, [hexed("#e8e6e0"), hexed("#8a8a92"), hexed("#2a2c38")])
    )
    canvas.restore()


def _stars(room: Room, wide: float) -> None:
    """Stars that pass slowly, and now and then a streak."""
    stage = room.stage
    random = stage.random(2702)
    specks = [(random.random(), random.random(), random.uniform(0.4, 1.0)) for _ in range(46)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*room.at(0, 0), room.depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * room.size, scale * room.size)
        for x, y, pace in specks:
            share = (x + t * 0.022 * pace) % 1.0
            down = TOP + 14 + (FOOT - TOP - 130) * y
            half = wide * (0.84 + 0.16 * (down - TOP) / (FOOT - TOP)) - 14
            at = (share * 2 - 1) * half
            alpha = min(1.0, 6 * share, 6 * (1 - share)) * pace
            canvas.drawCircle(at, down, 1.7 * pace, solid((0.92, 0.96, 1.0), alpha))
        canvas.restore()

    stage.add(0.311, draw)


def _console(room: Room, way: int, at: float, glow: Rgb) -> None:
    """A desk of lights and screens at one side."""
    depth = 0.64
    x = way * at * 0.84

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 190)
        desk = skia.Path()
        desk.moveTo(x - 170, -118)
        desk.lineTo(x + 170, -118)
        desk.lineTo(x + 140, 4)
        desk.lineTo(x - 140, 4)
        desk.close()
        canvas.drawPath(desk, linear((0, -118), (0, 0), [mix(HULL, (1, 1, 1), 0.2), times(HULL, 0.6)]))
        top = skia.Path()
        top.moveTo(x - 178, -116)
        top.lineTo(x - 150, -168)
        top.lineTo(x + 150, -168)
        top.lineTo(x + 178, -116)
        top.close()
        canvas.drawPath(top, linear((0, -168), (0, -116), [times(HULL, 0.55), times(HULL, 0.85)]))
        for left in (-120, 8):
            fittings.rect(canvas, x + left, -236, x + left + 112, -176, solid(times(HULL, 0.4)))

    def shine(canvas: Canvas) -> None:
        for index, left in enumerate((-114, 14)):
            screen = skia.Rect.MakeLTRB(x + left, -230, x + left + 100, -182)
            canvas.drawRect(screen, linear((0, -230), (0, -182), [times(glow, 0.22), times(glow, 0.5)]))
            for row in range(5):
                wide = 30 + 54 * abs(math.sin(row * 2.3 + index * 1.7 + way))
                canvas.drawLine(
                    x + left + 8,
                    -223 + row * 9,
                    x + left + 8 + wide,
                    -223 + row * 9,
                    stroke(mix(glow, (1, 1, 1), 0.4), 3, 0.9),
                )
            canvas.drawRect(screen, solid(glow, 0.25, 14))
        for index in range(34):
            row, column = index // 12, index % 12
            tone = hexed(("#ff6a5a", "#ffd05a", "#5af09a", "#5ac8f0", "#f0f4f8")[(index * 7 + row) % 5])
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(x - 140 + column * 24, -158 + row * 14, 14, 7),
                2,
                2,
                solid(tone, 0.9 if (index * 5) % 3 else 0.4),
            )

    room.piece(depth, x - 220, x + 220, 275, draw, shine)


def _hologram(room: Room, glow: Rgb) -> None:
    """A globe of light over a round table."""
    depth = 0.60

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, 0, 130)
        base = skia.Path()
        base.moveTo(-110, -92)
        base.lineTo(110, -92)
        base.lineTo(70, 4)
        base.lineTo(-70, 4)
        base.close()
        canvas.drawPath(base, linear((-110, 0), (110, 0), [times(HULL, 0.5), HULL, times(HULL, 0.4)]))
        canvas.drawOval(skia.Rect.MakeLTRB(-118, -106, 118, -78), solid(times(HULL, 0.8)))

    def shine(canvas: Canvas) -> None:
        canvas.drawOval(skia.Rect.MakeLTRB(-90, -103, 90, -82), solid(mix(glow, (1, 1, 1), 0.3), 0.9))
        canvas.drawOval(skia.Rect.MakeLTRB(-90, -103, 90, -82), solid(glow, 0.5, 16))

    room.piece(depth, -150, 150, 130, draw, shine)
    grow = room.size * depth / room.depth
    at = (0.0, room.stage.ground_y(depth) - 178 * grow)

    def turning(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * grow, scale * grow)
        line = stroke(mix(glow, (1, 1, 1), 0.3), 1.8, 0.75)
        reach = 58.0
        canvas.drawCircle(0, 0, reach, line)
        for index in range(5):
            half = reach * math.cos(math.pi * index / 5 + t * 0.7)
            canvas.drawOval(skia.Rect.MakeLTRB(-abs(half), -reach, abs(half), reach), line)
        for row in (-0.5, 0.0, 0.5):
            half = reach * math.sqrt(1 - row * row)
            canvas.drawOval(skia.Rect.MakeLTRB(-half, row * reach - 5, half, row * reach + 5), line)
        canvas.restore()

    room.stage.add(depth + 0.001, turning)
    lamps.halo(room, 0.0, -150, depth, 150, 0.7, glow, depth + 0.002)


SETTING = Setting(
    build=build,
    words="""starship, bridge of a starship, bridge of a spaceship, spaceship interior, inside a spaceship, inside a starship, spaceship cockpit,
        cockpit of a spaceship, starship bridge, spaceship corridor, spacecraft interior, space station interior, inside a space station,
        control room, mission control, command center, command centre, futuristic room, futuristic interior, futuristic control room,
        cockpit, spaceship bridge, space shuttle interior, inside the spaceship, server room, on a spaceship, aboard a spaceship, on board a spaceship, aboard a starship""",
    by_day="ship",
    by_night="ship",
    scenery=frozenset({"window", "stars", "planet", "lights", "nebula"}),
    outdoors=False,
    room=True,
    hours=("night",),
)
