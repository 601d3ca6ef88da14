"""A classroom: a green board with chalk on it, desks in rows, a globe, the alphabet, a clock, windows on the yard."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WALLS = ("#d8c48e", "#b9ccb4", "#c9d0d8", "#e0c0a0")
WOOD = hexed("#b07f4e")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2500, unit=150, tint=rooms.NEUTRAL, base=0.92, always=0.35)
    tone = room.lead(hexed(WALLS[int(room.random.integers(len(WALLS)))]), 0.5)
    side, half = room.side, room.half
    board = -side * half * (0.16 if not room.narrow else 0.20)
    wide = 260.0 if not room.narrow else 180.0
    pane = Pane(side * half * 0.74, -400, 210 if not room.narrow else 120, 270)
    room.panes.append(pane)
    room.lamps += [Lamp(board, -420, 260, 0.4), Lamp(side * half * 0.4, -500, 260, 0.3)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, tone)
        fittings.panelling(canvas, room, 120, mix(tone, hexed("#7a9a8a"), 0.55), step=50)
        windows.casing(canvas, pane, hexed("#efe6d2"))
        _board(canvas, board, wide)
        _clock(canvas, board, -474)
        if not room.narrow:
            _letters(canvas, board - wide, board + wide, -408)
            x = -side * half * 0.86
            shelves.shelf(canvas, x - 90, -190, x + 90, 2, 3, WOOD, "books", room.random)
            _globe(canvas, x + 30, -199)
            _map(canvas, x, -400)
            _drawings(canvas, side * half * 0.36, -372, room)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2501))
        windows.bars(canvas, room, pane, hexed("#efe6d2"), 2, 3)

    room.wall(draw, shine)
    windows.falling(room, [pane])
    flooring.lay(room, flooring.planks, hexed("#b98a58"), side=58, mirror=0.22, grain=0.15)
    for at in (-0.62, -0.20, 0.22, 0.64) if not room.narrow else (-0.5, 0.4):
        _desk(room, half * at, 0.80, int(room.random.integers(3)))
    windows.shafts(room, [pane], 0.9, motes=30)
    room.light_cast(shadow=0.36)
    _near(room)


def _board(canvas: Canvas, x: float, wide: float) -> None:
    """A green board with a sum, a drawing and a title in chalk."""
    fittings.rect(canvas, x - wide, -378, x + wide + 10, -160, solid((0, 0, 0), 0.28, 9))
    box(canvas, x - wide - 8, -388, x + wide + 8, -164, WOOD)
    fittings.rect(
        canvas,
        x - wide,
        -380,
        x + wide,
        -174,
        linear((x - wide, -380), (x + wide, -174), [hexed("#2f5a48"), hexed("#3f6f58"), hexed("#2a5040")]),
    )
    chalk = hexed("#f2efe2")
    line = stroke(chalk, 4, 0.9)
    left = x - wide + 34
    for index, text in enumerate(("2", "+", "3", "=", "5")):
        _sign(canvas, left + index * 34, -318, text, line)
    canvas.drawCircle(x + wide - 90, -280, 42, stroke(hexed("#f4d878"), 4, 0.9))
    for ray in range(10):
        angle = ray * math.pi / 5
        canvas.drawLine(
            x + wide - 90 + 50 * math.cos(angle),
            -280 + 50 * math.sin(angle),
            x + wide - 90 + 64 * math.cos(angle),
            -280 + 64 * math.sin(angle),
            stroke(hexed("#f4d878"), 4, 0.9),
        )
    for row in range(3):
        canvas.drawLine(left, -262 + row * 26, left + 170 - 40 * (row % 2), -262 + row * 26, stroke(chalk, 3, 0.55))
    canvas.drawOval(skia.Rect.MakeLTRB(x - 60, -240, x + 70, -190), solid(chalk, 0.07, 14))
    fittings.rect(
        canvas,
        x - wide - 4,
        -170,
        x + wide + 4,
        -158,
        linear((0, -170), (0, -158), [mix(WOOD, (1, 1, 1), 0.3), times(WOOD, 0.6)]),
    )
    box(canvas, x + 20, -182, x + 62, -169, hexed("#5a4a7a"))
    for index, code in enumerate(("#ffffff", "#f4c84a", "#f09aa8")):
        canvas.drawLine(x - 40 + index * 18, -172, x - 28 + index * 18, -172, stroke(hexed(code), 5))


def _sign(canvas: Canvas, x: float, y: float, text: str, line: object) -> None:
    strokes = {
        "2": [(-9, -18), (0, -26), (9, -18), (8, -8), (-9, 14), (10, 14)],
        "3": [(-9, -22), (8, -22), (0, -8), (9, 2), (6, 12), (-8, 14)],
        "5": [(9, -24), (-7, -24), (-8, -6), (4, -8), (9, 3), (3, 14), (-9, 12)],
    }
    if text in strokes:
        path = skia.Path()
        for index, (dx, dy) in enumerate(strokes[text]):
            path.moveTo(x + dx, y + dy) if index == 0 else path.lineTo(x + dx, y + dy)
        canvas.drawPath(path, line)
        return
    canvas.drawLine(x - 9, y - 10, x + 9, y - 10, line) if text == "=" else canvas.drawLine(x, y - 14, x, y + 4, line)
    canvas.drawLine(x - 9, y - 4 + (6 if text == "=" else -1), x + 9, y - 4 + (6 if text == "=" else -1), line)


def _clock(canvas: Canvas, x: float, y: float) -> None:
    canvas.drawCircle(x + 3, y + 5, 36, solid((0, 0, 0), 0.3, 6))
    canvas.drawCircle(x, y, 36, solid(hexed("#f7f4ea")))
    canvas.drawCircle(x, y, 36, stroke(hexed("#3a3f46"), 6))
    canvas.drawLine(x, y, x, y - 24, stroke(hexed("#23262b"), 3.6))
    canvas.drawLine(x, y, x + 15, y + 8, stroke(hexed("#23262b"), 4.4))


def _letters(canvas: Canvas, left: float, right: float, y: float) -> None:
    """A row of cards over the board."""
    count = int((right - left) / 34)
    for index in range(count):
        x = left + index * 34
        tone = hexed(("#e0564a", "#f0b43a", "#4f9a6a", "#3f7fc0", "#9a5fb0")[index % 5])
        fittings.rect(canvas, x, y - 14, x + 27, y + 12, solid(hexed("#fbf6ea")))
        kind = (0, 1, 3, 0, 2, 1, 1, 2)[index % 8]
        if kind == 0:
            canvas.drawCircle(x + 13, y - 1, 7, stroke(tone, 3.6))
        elif kind == 1:
            canvas.drawLine(x + 7, y + 7, x + 13, y - 9, stroke(tone, 3.6))
            canvas.drawLine(x + 13, y - 9, x + 20, y + 7, stroke(tone, 3.6))
        elif kind == 2:
            canvas.drawLine(x + 8, y - 9, x + 8, y + 7, stroke(tone, 3.6))
            canvas.drawArc(skia.Rect.MakeLTRB(x + 2, y - 9, x + 20, y + 7), -90, 180, False, stroke(tone, 3.6))
        else:
            canvas.drawLine(x + 13, y - 9, x + 13, y + 7, stroke(tone, 3.6))
            canvas.drawLine(x + 6, y - 9, x + 20, y - 9, stroke(tone, 3.6))


def _globe(canvas: Canvas, x: float, base: float) -> None:
    canvas.drawLine(x, base, x, base - 18, stroke(hexed("#6a4a2a"), 6))
    canvas.drawCircle(
        x, base - 46, 32, radial((x - 10, base - 58), 46, [hexed("#9ad0e8"), hexed("#3f86b8"), hexed("#1f4a70")])
    )
    for dx, dy, wide, high in ((-10, -56, 20, 14), (8, -40, 16, 22), (-14, -32, 12, 10)):
        canvas.drawOval(
            skia.Rect.MakeXYWH(x + dx - wide / 2, base + dy - high / 2, wide, high), solid(hexed("#6fae5a"))
        )
    canvas.drawArc(
        skia.Rect.MakeLTRB(x - 37, base - 83, x + 37, base - 9), -60, 220, False, stroke(hexed("#c8a24c"), 4)
    )


def _map(canvas: Canvas, x: float, y: float) -> None:
    """A map of the world on a roller."""
    fittings.rect(canvas, x - 90, y + 4, x + 96, y + 140, solid((0, 0, 0), 0.22, 7))
    fittings.rect(
        canvas, x - 92, y, x + 92, y + 130, linear((0, y), (0, y + 130), [hexed("#bfdfe8"), hexed("#9cc6d6")])
    )
    for dx, dy, wide, high in (
        (-58, 36, 40, 34),
        (-44, 84, 22, 40),
        (6, 30, 30, 20),
        (12, 70, 32, 46),
        (54, 38, 56, 40),
        (66, 94, 28, 18),
    ):
        canvas.drawOval(
            skia.Rect.MakeXYWH(x + dx - wide / 2, y + dy - high / 2, wide, high),
            solid(hexed(("#8fbf6a", "#e0b860", "#d89a70")[(dx + 60) % 3])),
        )
    canvas.drawLine(x - 98, y, x + 98, y, stroke(hexed("#6a4a2a"), 9))
    canvas.drawLine(x - 96, y + 131, x + 96, y + 131, stroke(hexed("#6a4a2a"), 6))


def _drawings(canvas: Canvas, x: float, y: float, room: Room) -> None:
    """Children's pictures pinned to the wall."""
    for index in range(4):
        left, top = x - 70 + (index % 2) * 76, y + (index // 2) * 84
        canvas.save()
        canvas.rotate(float(room.random.uniform(-4, 4)), left + 32, top + 36)
        fittings.rect(
            canvas, left, top, left + 64, top + 72, solid(hexed(("#fdf6e4", "#e8f2f8", "#f8ecec", "#eef6e6")[index]))
        )
        tone = hexed(("#e0704a", "#4f8ac0", "#d85a8a", "#5a9a5a")[index])
        canvas.drawCircle(left + 32, top + 32, 14, solid(tone))
        canvas.drawLine(left + 12, top + 60, left + 52, top + 60, stroke(hexed("#5a9a4a"), 5))
        canvas.drawLine(left + 32, top + 46, left + 32, top + 60, stroke(tone, 4))
        canvas.drawCircle(left + 32, top + 4, 4, solid(hexed("#c8323c")))
        canvas.restore()


def _desk(room: Room, x: float, depth: float, kind: int) -> None:
    """A pupil's desk with a chair behind it, a book, an apple or pencils on it."""
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        steel = hexed("#5a6a78")
        fittings.shadow(canvas, x, 74)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 34, -150, x + 34, -104), 7, 7, solid(hexed("#c86a3a")))
        for way in (-1, 1):
            canvas.drawLine(x + way * 30, -106, x + way * 36, 0, stroke(times(steel, 0.7), 5))
            canvas.drawLine(x + way * 62, -108, x + way * 66, 4, stroke(steel, 6))
        fittings.rect(canvas, x - 62, -112, x + 62, -90, solid(times(WOOD, 0.66)))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 74, -122, x + 74, -108),
            4,
            4,
            linear((0, -122), (0, -108), [mix(WOOD, (1, 1, 1), 0.35), WOOD]),
        )
        if kind == 0:
            canvas.drawCircle(
                x + 34, -133, 12, radial((x + 30, -138), 18, [hexed("#f07a5a"), hexed("#c8302a"), hexed("#8a1f1f")])
            )
            canvas.drawLine(x + 34, -144, x + 37, -151, stroke(hexed("#5a3a20"), 3))
        if kind < 2:
            for row, code in enumerate(("#3f7fb0", "#e0b03a")):
                fittings.rect(
                    canvas, x - 48 + row * 4, -132 - row * 10, x + 4 - row * 3, -122 - row * 10, solid(hexed(code))
                )
        else:
            box(canvas, x + 20, -148, x + 42, -122, hexed("#4f9a8a"))
            for index, code in enumerate(("#e0564a", "#f0c23a", "#3f7fc0")):
                canvas.drawLine(x + 25 + index * 6, -146, x + 22 + index * 9, -168, stroke(hexed(code), 3.6))

    room.piece(depth, x - 90, x + 90, 180, draw)


def _near(room: Room) -> None:
    """A stack of books before the lens."""
    x = -room.side * room.half * room.depth / 1.5 * 1.02

    def draw(canvas: Canvas) -> None:
        for row, code in enumerate(("#3f6f9a", "#c8523a", "#e0b040", "#4f8a5a")):
            box(canvas, x - 66 + row * 7, -22 - row * 17, x + 66 - row * 5, -6 - row * 17, hexed(code))

    room.piece(1.5, x - 100, x + 100, 110, draw, low=30, level=0.6, order=2.0)


SETTING = Setting(
    build=build,
    words="""classroom, school, school room, schoolroom, lecture hall, lecture room, kindergarten, preschool, university, college, high school,
        blackboard, chalkboard, at school, in class, elementary school, whiteboard""",
    by_day="room",
    by_night="clock",
    scenery=frozenset({"window", "books", "table"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "day", "golden"),
    who="student, pupil, schoolboy, schoolgirl, tutor, schoolteacher, teacher, professor",
)
