"""A courtroom: the judge's high bench under scales, panelled walls, tall windows, a witness stand, the rail before the public."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WOODS = ("#7a4a2c", "#6a4630", "#8a5a38")
GOLD, CLOTH = hexed("#d0a44c"), hexed("#7a2f34")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 4140, unit=180, base=0.80, always=0.5)
    wood = room.lead(hexed(WOODS[int(room.random.integers(len(WOODS)))]), 0.3)
    half = room.half
    panes = [Pane(way * half * 0.72, -500, 150, 330) for way in (-1, 1)] if not room.narrow else []
    room.panes += panes
    room.lamps += [Lamp(way * 230, -330, 200, 0.7) for way in (-1, 1)] + [Lamp(0, -460, 260, 0.5)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(hexed("#d8c8a8"), wood, 0.12))
        _panels(canvas, room, wood)
        for pane in panes:
            windows.casing(canvas, pane, wood, shape="arched")
        for x in (-330.0, -196.0, 196.0, 330.0):
            _pilaster(canvas, x, wood)
        _canopy(canvas, wood)
        for way in (-1, 1):
            _flag(canvas, way * 262, hexed("#35557f") if way < 0 else CLOTH)
        _bench(canvas, wood)

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(panes):
            windows.outdoors(
                canvas, stage, pane, windows.TREES, stage.random(4141 + index), "arched", sun=pane.x * room.side > 0
            )
            windows.bars(canvas, room, pane, wood, 3, 5, "arched", thick=8)

    room.wall(draw, shine)
    windows.falling(room, panes)
    flooring.lay(
        room, flooring.planks, mix(wood, hexed("#b07a4a"), 0.3), side=60, mirror=0.3, runner=(CLOTH, 120.0), sun=1.1
    )
    _stand(room, room.side * half * 0.44, wood)
    if not room.narrow:
        _counsel(room, -room.side * half * 0.56, wood)
    for way in (-1, 1):
        lamps.pendant(room, way * half * 0.34, -430, GOLD, depth=0.72, kind="globe", reach=150)
    if panes:
        windows.shafts(room, panes, 1.2, motes=44)
    room.light_cast(shadow=0.44)
    if not room.travels:
        _rail(room, wood)


def _panels(canvas: Canvas, room: Room, wood: Rgb) -> None:
    """Panelling to above a man's head, with its cornice."""
    fittings.panelling(canvas, room, 330, wood, step=90)
    left, right = -room.width / 2, room.width / 2
    for y, high in ((-352.0, 14.0), (-338.0, 8.0)):
        fittings.rect(canvas, left, y, right, y + high, linear((0, y), (0, y + high), [mix(wood, (1, 0.9, 0.8), 0.4), times(wood, 0.6)]))  # fmt: skip


def _pilaster(canvas: Canvas, x: float, wood: Rgb) -> None:
    tone = mix(wood, (1, 0.9, 0.8), 0.14)
    fittings.rect(canvas, x - 20, -560, x + 20, 6, linear((x - 20, 0), (x + 20, 0), [mix(tone, (1, 1, 1), 0.2), tone, times(tone, 0.55)]))  # fmt: skip
    for groove in (-9, 0, 9):
        canvas.drawLine(x + groove, -530, x + groove, -30, stroke(times(tone, 0.6), 2.4, 0.7))
    for y in (-560, -24):
        fittings.rect(
            canvas,
            x - 28,
            y,
            x + 28,
            y + 26,
            linear((0, y), (0, y + 26), [mix(tone, (1, 1, 1), 0.3), times(tone, 0.7)]),
        )


def _canopy(canvas: Canvas, wood: Rgb) -> None:
    """The wall behind the judge: cloth, and a round shield with scales of gold."""
    fittings.rect(canvas, -176, -540, 176, -120, linear((-176, 0), (176, 0), [times(CLOTH, f) for f in (0.6, 1.0, 0.72, 1.05, 0.7, 1.0, 0.6)]))  # fmt: skip
    gable = skia.Path()
    gable.moveTo(-210, -540)
    gable.lineTo(0, -640)
    gable.lineTo(210, -540)
    gable.close()
    canvas.drawPath(gable, linear((0, -640), (0, -540), [mix(wood, (1, 0.9, 0.8), 0.25), times(wood, 0.75)]))
    canvas.drawPath(gable, stroke(times(wood, 0.55), 7))
    canvas.drawCircle(4, -412, 84, solid((0, 0, 0), 0.3, 9))
    canvas.drawCircle(0, -418, 82, radial((-20, -440), 120, [mix(wood, (1, 0.9, 0.8), 0.35), times(wood, 0.7)]))
    canvas.drawCircle(0, -418, 74, stroke(GOLD, 6))
    canvas.drawLine(0, -470, 0, -374, stroke(GOLD, 7))
    canvas.drawLine(-26, -372, 26, -372, stroke(GOLD, 8))
    canvas.drawLine(-48, -456, 48, -456, stroke(GOLD, 6))
    canvas.drawCircle(0, -472, 8, solid(mix(GOLD, (1, 1, 1), 0.3)))
    for way in (-1, 1):
        for end in (-18, 18):
            canvas.drawLine(way * 48, -456, way * 48 + end, -410, stroke(GOLD, 2.6))
        canvas.drawArc(skia.Rect.MakeLTRB(way * 48 - 22, -426, way * 48 + 22, -396), 0, 180, True, solid(GOLD))


def _flag(canvas: Canvas, x: float, cloth: Rgb) -> None:
    """A flag that hangs on its pole."""
    canvas.drawLine(x, -400, x, -4, stroke(GOLD, 6))
    canvas.drawCircle(x, -404, 9, solid(mix(GOLD, (1, 1, 1), 0.3)))
    path = skia.Path()
    path.moveTo(x, -392)
    path.cubicTo(x + 40, -384, x + 36, -300, x + 26, -190)
    path.lineTo(x - 10, -200)
    path.close()
    canvas.drawPath(path, linear((x - 10, 0), (x + 38, 0), [times(cloth, f) for f in (0.6, 1.0, 0.7, 1.05, 0.66)]))


def _bench(canvas: Canvas, wood: Rgb) -> None:
    """The judge's bench with its chair, lamp, books and hammer."""
    back = skia.Rect.MakeLTRB(-52, -330, 52, -180)
    canvas.drawRoundRect(
        back, 24, 24, linear((-52, 0), (52, 0), [hexed("#3a1f1c"), hexed("#7a3f34"), hexed("#3a1f1c")])
    )
    canvas.drawRoundRect(back, 24, 24, stroke(times(wood, 0.6), 6))
    fittings.counter(canvas, -170, 170, 208, wood, mix(wood, (1, 0.9, 0.8), 0.2), step=85)
    fittings.rect(
        canvas, -196, -40, 196, 6, linear((0, -40), (0, 6), [mix(wood, (1, 0.9, 0.8), 0.25), times(wood, 0.6)])
    )
    for row, code in enumerate(("#7a2f34", "#35557f", "#4a5a38")):
        fittings.rect(canvas, -148 + row * 4, -232 - row * 14, -84 - row * 3, -219 - row * 14, solid(hexed(code)))
    canvas.drawLine(90, -226, 136, -246, stroke(mix(wood, (1, 0.9, 0.8), 0.3), 7))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(74, -244, 104, -222), 5, 5, solid(mix(wood, (1, 0.9, 0.8), 0.15)))
    canvas.drawOval(skia.Rect.MakeLTRB(66, -224, 112, -214), solid(times(wood, 0.5)))


def _stand(room: Room, x: float, wood: Rgb) -> None:
    """The stand of the witness, with its microphone."""
    depth = 0.72
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.counter(canvas, x - 82, x + 82, 150, mix(wood, (1, 0.9, 0.8), 0.08), wood, step=82)
        canvas.drawLine(x - 20, -158, x + 8, -206, stroke(hexed("#2a2a2e"), 4))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 2, -224, x + 16, -200), 6, 6, solid(hexed("#3a3a40")))

    room.piece(depth, x - 120, x + 120, 240, draw)


def _counsel(room: Room, x: float, wood: Rgb) -> None:
    """A table with papers and two chairs."""
    depth = 0.80
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        for at in (-78, 78):
            fittings.chair(canvas, x + at, 1, times(wood, 0.9), seat=CLOTH)
        fittings.table(canvas, x, 270, 132, mix(wood, (1, 0.9, 0.8), 0.12))
        for sheet in range(4):
            fittings.rect(canvas, x - 90 + sheet * 3, -146 - sheet * 4, x - 30 + sheet * 2, -142 - sheet * 4, solid(hexed("#f4f0e4")))  # fmt: skip
        fittings.rect(canvas, x + 34, -186, x + 96, -142, solid(hexed("#5a3a28")))
        canvas.drawLine(x + 54, -190, x + 76, -190, stroke(hexed("#2a1c14"), 5))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x, -172, x + 14, -141), 4, 4, solid(hexed("#b8d8e0"), 0.8))

    room.piece(depth, x - 180, x + 180, 230, draw)


def _rail(room: Room, wood: Rgb) -> None:
    """The rail before the public, near the lens."""
    reach = room.half * room.depth / 1.45 * 1.6
    tone = times(wood, 0.8)

    def draw(canvas: Canvas) -> None:
        for way in (-1, 1):
            low, high = sorted((way * room.half * room.depth / 1.45 * 0.52, way * reach))
            for post in range(int((high - low) / 26)):
                at = low + 13 + post * 26
                canvas.drawLine(at, -84, at, 10, stroke(times(tone, 0.8), 9))
            fittings.rect(
                canvas,
                low,
                -100,
                high,
                -80,
                linear((0, -100), (0, -80), [mix(tone, (1, 0.9, 0.8), 0.35), times(tone, 0.6)]),
            )

    room.piece(1.45, -reach, reach, 120, draw, low=26, level=0.55, order=2.0)


SETTING = Setting(
    build=build,
    words="""courtroom, court room, court of law, law court, courthouse, in court, in the court, trial, tribunal, witness stand, jury box, supreme court, courtroom drama""",
    by_day="hall",
    by_night="hall",
    scenery=frozenset({"window", "flags", "lights", "sun_rays", "table"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden"),
    who="judge, lawyer, attorney, defendant, juror, prosecutor",
)
