"""A nightclub: a wall of light behind the decks, a ball of mirrors, beams of all colours, a floor that glows, dancers in the dark."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, radial, solid, stroke
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms
from rushes.engines.animatic.stage.beams import Cone
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Room
from rushes.engines.animatic.stage.set import Set

HUES = ("#ff3f9a", "#3fb8ff", "#9a5fff", "#ffb03f", "#3fffb0")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 4120, unit=200, base=0.30, tint=(0.9, 0.6, 1.0), always=1.0, windows=0.0)
    turn = int(room.random.integers(len(HUES)))
    hues = [hexed(HUES[(turn + step) % len(HUES)]) for step in range(len(HUES))]
    hues[0] = room.lead(hues[0], 0.8)
    half = room.half
    room.lamps += [Lamp(x * half, -300, 210, 0.7, hues[n % 3]) for n, x in enumerate((-0.78, -0.36, 0.36, 0.78))]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, hexed("#2c2636"))
        for panel in range(round(room.width / 100)):
            x = -room.width / 2 + panel * 100
            box(canvas, x + 6, -520, x + 94, -14, hexed("#3a3246"), round_by=6)
        for way in (-1, 1):
            _speakers(canvas, way * half * (0.70 if not room.narrow else 0.84))

    def shine(canvas: Canvas) -> None:
        for strip in range(round(room.width / 100)):
            x = -room.width / 2 + strip * 100
            tone = hues[strip % 3]
            for wide, alpha, blur in ((16, 0.35, 10), (4, 0.95, 0)):
                canvas.drawLine(
                    x, -516, x, -18, stroke(tone if wide > 5 else mix(tone, (1, 1, 1), 0.5), wide, alpha, blur)
                )

    room.wall(draw, shine)
    flooring.lay(room, flooring.large, hexed("#4a4258"), side=110, mirror=0.75, grain=0.06)
    _screen(room, hues)
    _floor(room, hues)
    # A DJ brings decks along.
    if not any("mixing records" in subject.traits for subject in stage.plan.subjects):
        _decks(room, hues)
    _ball(room, hues)
    _beams(room, hues)
    _crowd(room)
    room.light_cast(shadow=0.4, up=-0.7)


def _speakers(canvas: Canvas, x: float) -> None:
    """Two towers of loudspeakers."""
    fittings.shadow(canvas, x, 70)
    for row in range(3):
        top = -330 + row * 112
        box(canvas, x - 54, top, x + 54, top + 106, hexed("#1c1a22"), round_by=6)
        for cy, size in ((top + 34, 20), (top + 72, 28)):
            canvas.drawCircle(x, cy, size, radial((x - 4, cy - 4), size, [hexed("#5a5468"), hexed("#15131a")]))
            canvas.drawCircle(x, cy, size * 0.34, solid(hexed("#3a3446")))


def _screen(room: Room, hues: list[Rgb]) -> None:
    """Bars of light on the wall that dance with the music."""
    columns, rows_of = 22, 9
    wide = min(430.0, room.half * 0.62)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*room.at(0.0, -196), room.depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * room.size, scale * room.size)
        step = 2 * wide / columns
        for column in range(columns):
            wave = 0.5 + 0.5 * math.sin(t * 2.1 + column * 0.7) * math.cos(t * 1.3 - column * 0.33)
            beat = 0.35 + 0.65 * (1 - (t * 2.0) % 1.0) ** 2
            lit = max(1, round(rows_of * (0.15 + 0.85 * wave * beat)))
            tone = mix(hues[0], hues[1], column / columns)
            for row in range(lit):
                left, y = -wide + column * step, -8 - row * 24
                canvas.drawRect(
                    skia.Rect.MakeXYWH(left + 2, y - 18, step - 4, 16), solid(mix(tone, hues[3], row / rows_of), 0.85)
                )
        canvas.restore()

    room.stage.add(0.352, draw)
    lamps.halo(room, 0.0, -270, room.depth, 380, 0.8, mix(hues[0], hues[1], 0.5), 0.3525)


def _floor(room: Room, hues: list[Rgb]) -> None:
    """Plates of the dance floor that light up one after the other, in true perspective."""
    stage = room.stage
    depths = (0.70, 0.78, 0.88, 1.0, 1.15, 1.34)
    columns, unit = 8, 150.0 * room.size / room.depth

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for row in range(len(depths) - 1):
            far, near = depths[row], depths[row + 1]
            for column in range(-columns, columns):
                phase = math.sin(t * 1.6 + column * 1.9 + row * 2.7) + math.sin(t * 0.9 - column * 1.1 + row)
                if phase < 0.2:
                    continue
                corners = [
                    view.place(edge * unit * depth, stage.ground_y(depth), depth)[:2]
                    for depth, edge in ((far, column + 0.05), (far, column + 0.95), (near, column + 0.95), (near, column + 0.05))
                ]  # fmt: skip
                plate = skia.Path()
                for corner, spot in enumerate(corners):
                    plate.lineTo(*spot) if corner else plate.moveTo(*spot)
                plate.close()
                canvas.drawPath(plate, solid(hues[(column * 2 + row) % len(hues)], 0.20 * min(1.0, phase - 0.2)))

    stage.add(0.32, draw)


def _decks(room: Room, hues: list[Rgb]) -> None:
    """The decks on their desk, before the wall of light."""
    depth = 0.68

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, 0, 190)
        fittings.counter(canvas, -170, 170, 150, hexed("#241f2e"), hexed("#3a3448"), step=85)
        for way in (-1, 1):
            canvas.drawOval(skia.Rect.MakeLTRB(way * 96 - 56, -174, way * 96 + 56, -152), solid(hexed("#121016")))
            canvas.drawOval(skia.Rect.MakeLTRB(way * 96 - 20, -168, way * 96 + 20, -158), solid(hues[1]))
            canvas.drawLine(way * 150, -176, way * 122, -162, stroke(hexed("#c8ccd2"), 4))
        box(canvas, -36, -178, 36, -156, hexed("#2c2838"), round_by=3)

    def shine(canvas: Canvas) -> None:
        for strip in range(4):
            x = -170 + 85 * strip
            for wide, alpha, blur in ((14, 0.5, 8), (3.4, 1.0, 0)):
                canvas.drawRect(
                    skia.Rect.MakeLTRB(x + 12, -124, x + 73, -22), stroke(hues[strip % 2], wide, alpha, blur)
                )
        for knob in range(8):
            canvas.drawCircle(-28 + knob * 8, -167, 2.6, solid(hues[knob % 5]))

    room.piece(depth, -210, 210, 220, draw, shine)


def _ball(room: Room, hues: list[Rgb]) -> None:
    """A ball of mirrors that turns and throws its spots over everything."""
    depth = 0.74
    at = room.at(0.0, -505 if not room.narrow else -640)
    random = room.stage.random(4121)
    spots = [
        (random.uniform(-0.6, 0.6), random.uniform(-0.95, 0.35), random.uniform(5, 12), hues[int(random.integers(5))])
        for _ in range(46)
    ]
    width, high = room.stage.framing.width, room.stage.framing.horizon

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, depth)
        unit = scale * room.size
        for across, up, size, tone in spots:
            x = ((across + t * 0.03 + 0.65) % 1.3 - 0.65) * width
            sx, sy, seen = view.place(x, up * high, 0.62)
            fade = min(1.0, 8 * (0.65 - abs((across + t * 0.03 + 0.65) % 1.3 - 0.65)))
            canvas.drawOval(skia.Rect.MakeXYWH(sx - size * seen, sy - size * 0.7 * seen, size * 2 * seen, size * 1.4 * seen), solid(mix(tone, (1, 1, 1), 0.35), 0.26 * fade))  # fmt: skip
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(unit, unit)
        canvas.drawLine(0, -400, 0, -44, stroke((0.08, 0.08, 0.1), 3))
        canvas.drawCircle(0, 0, 46, radial((-14, -16), 60, [(1, 1, 1), hexed("#9aa0b8"), hexed("#3a3850")]))
        for row in range(-4, 5):
            y = row * 10.0
            reach = math.sqrt(max(0.0, 44.0**2 - y * y))
            for tile in range(9):
                angle = ((tile / 9 + t * 0.05) % 1.0 - 0.5) * math.pi
                x = reach * math.sin(angle)
                glint = (row * 7 + tile * 5 + int(t * 3)) % 11
                tone = hues[(row + tile) % 5] if glint < 3 else (0.5, 0.52, 0.62)
                side = 8.4 * math.cos(angle)
                canvas.drawRect(skia.Rect.MakeXYWH(x - side / 2, y - 4.2, side, 8.4), solid(mix(tone, (1, 1, 1), 0.55 if glint == 0 else 0.15), 0.8))  # fmt: skip
        canvas.restore()

    room.stage.add(depth, draw)
    lamps.halo(room, 0.0, -505 if not room.narrow else -640, depth, 150, 0.6, (0.9, 0.9, 1.0), depth + 0.001)


def _beams(room: Room, hues: list[Rgb]) -> None:
    """Beams from above that wander over the floor."""
    stage, frame = room.stage, room.stage.framing
    cones = [Cone(hue, stage.ground_y(0.95) + frame.horizon * 1.05, 84.0) for hue in hues]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for index, cone in enumerate(cones):
            x = (index - 2) * 0.22 * frame.width
            ax, ay, scale = view.place(x, -frame.horizon * 1.05, 0.78)
            target = x * 0.6 + 0.26 * frame.width * math.sin(t * (0.5 + 0.07 * index) + index * 1.7)
            bx, by, _ = view.place(target, stage.ground_y(0.95), 0.95)
            cone.draw(picture, (ax, ay), (bx, by), scale, 0.30 + 0.08 * math.sin(t * 2.2 + index))

    stage.add(0.93, draw)


def _crowd(room: Room) -> None:
    """Heads and raised arms before the lens that go up and down with the beat."""
    frame, random = room.stage.framing, room.stage.random(4122)
    depth = 1.6
    foot = frame.height - frame.horizon + 44
    people = [(x + random.uniform(-20, 20), random.uniform(26, 34), random.random(), random.random() < 0.4) for x in range(int(-frame.width), int(frame.width), 104)]  # fmt: skip
    tone, edge = (0.07, 0.04, 0.11), (0.55, 0.34, 0.75)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, size, phase, arms in people:
            px, py, scale = view.place(x, foot, depth)
            hop = 9 * abs(math.sin(math.pi * (t * 2.0 + 0.12 * phase)))
            canvas.save()
            canvas.translate(px, py - hop * scale)
            canvas.scale(scale, scale)
            canvas.drawOval(skia.Rect.MakeXYWH(-size, -128 - size * 0.4, size * 2, size * 2.3), solid(tone))
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(-size * 1.8, -128 + size * 1.7, size * 3.6, 200), size, size, solid(tone)
            )
            canvas.drawArc(
                skia.Rect.MakeXYWH(-size, -128 - size * 0.4, size * 2, size * 2.3),
                205,
                130,
                False,
                stroke(edge, 2.4, 0.5),
            )
            if arms:
                wave = 12 * math.sin(t * 3.0 + phase * 6)
                for way in (-1, 1):
                    canvas.drawLine(way * size * 1.4, -70, way * size * 1.7 + wave, -196, stroke(tone, 20))
            canvas.restore()

    room.stage.add(2.0, draw)


SETTING = Setting(
    build=build,
    words="""nightclub, night club, disco, discotheque, dance floor, dance club, in a club, in the club, club scene, rave, techno club, dj booth, dancefloor, house party, neon club, underground club""",
    by_day="club",
    by_night="club",
    scenery=frozenset({"lights", "spotlight", "neon", "audience", "reflections", "disco_ball"}),
    outdoors=False,
    hours=("night",),
    who="dj, clubber",
)
