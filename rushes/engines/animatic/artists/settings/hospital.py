"""A hospital room: a bed with its rails, a monitor that beats, a drip, a curtain, blinds, clean light."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, rooms, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

TONES = ("#8fc0b8", "#9ab8d0", "#a8c8a8")
STEEL = hexed("#b8c2c8")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2550, unit=160, tint=(0.98, 0.98, 0.94), base=0.95, always=0.5)
    tone = room.lead(hexed(TONES[int(room.random.integers(len(TONES)))]), 0.5)
    side, half = room.side, room.half
    pane = Pane(side * half * (0.52 if not room.narrow else 0.62), -410, 220 if not room.narrow else 150, 240)
    bed = -side * half * (0.46 if not room.narrow else 0.36)
    head = bed - side * 120
    room.panes.append(pane)
    room.lamps += [Lamp(bed, -420, 200, 0.5), Lamp(side * half * 0.2, -560, 300, 0.3)]
    monitor = (head + side * 12, -292.0)

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(hexed("#efe8da"), tone, 0.12))
        left, right = -room.width / 2, room.width / 2
        fittings.rect(canvas, left, -150, right, 8, linear((0, -150), (0, 0), [tone, times(tone, 0.86)]))
        fittings.rect(
            canvas, left, -164, right, -146, linear((0, -164), (0, -146), [hexed("#d8b48a"), hexed("#9a7448")])
        )
        fittings.skirting(canvas, room, times(tone, 0.7), 14)
        windows.casing(canvas, pane, hexed("#eef0ee"))
        fittings.rect(
            canvas, bed - 190, -352, bed + 190, -322, linear((0, -352), (0, -322), [hexed("#f0f2f2"), hexed("#b8c2c6")])
        )
        for index in range(5):
            canvas.drawCircle(
                bed - 60 + index * 32,
                -337,
                7,
                solid(hexed(("#3a4248", "#3a4248", "#d85a4a", "#4f9a6a", "#3f7fc0")[index])),
            )
        box(canvas, monitor[0] - 52, monitor[1] - 44, monitor[0] + 52, monitor[1] + 40, hexed("#3a4248"), round_by=8)
        canvas.drawLine(monitor[0], monitor[1] + 40, monitor[0], -176, stroke(STEEL, 7))
        if not room.narrow:
            _door(canvas, side * half * 0.90 if abs(half * 0.9 - abs(pane.x)) > 190 else side * half * 1.0, tone)
            _poster(canvas, side * half * 0.14, -398)
            _screen(canvas, -side * half * 0.93, tone)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.CITY, stage.random(2551))
        _blinds(canvas, room, pane)
        windows.bars(canvas, room, pane, hexed("#eef0ee"), 2, 1)
        tube = skia.Rect.MakeLTRB(bed - 150, -368, bed + 150, -356)
        canvas.drawRoundRect(tube, 6, 6, solid((0.96, 1.0, 1.0), 0.5 + 0.5 * room.level))
        canvas.drawRoundRect(tube, 6, 6, solid((0.86, 0.96, 1.0), 0.4, 12))

    room.wall(draw, shine)
    flooring.lay(room, flooring.large, mix(hexed("#d8dcd8"), tone, 0.28), side=120, mirror=0.42, grain=0.06)
    _pulse(room, *monitor)
    if not room.holds("bed", "hospital bed"):
        _bed(room, bed, mix(hexed("#e8a884"), tone, 0.15))
    _drip(room, head - side * 40 if not room.narrow else bed + side * 130)
    windows.shafts(room, [pane], 0.7, motes=12)
    room.light_cast(shadow=0.30)


def _blinds(canvas: Canvas, room: Room, pane: Pane) -> None:
    tone = times(hexed("#eef2f2"), 0.45 + 0.4 * room.outside)
    for row in range(round(pane.height * 0.5 / 13)):
        y = pane.y + 4 + row * 13
        canvas.drawLine(pane.x - pane.width / 2 + 4, y, pane.x + pane.width / 2 - 4, y, stroke(tone, 6, 0.9))


def _door(canvas: Canvas, x: float, tone: Rgb) -> None:
    fittings.rect(canvas, x - 92, -372, x + 92, 4, solid(times(STEEL, 0.8)))
    fittings.rect(
        canvas,
        x - 80,
        -360,
        x + 80,
        4,
        linear((x - 80, 0), (x + 80, 0), [mix(hexed("#c8a070"), tone, 0.2), hexed("#a87c50")]),
    )
    fittings.rect(
        canvas, x - 30, -316, x + 30, -196, linear((0, -316), (0, -196), [hexed("#dceaf0"), hexed("#9ab4c0")])
    )
    canvas.drawLine(x - 60, -168, x - 60, -138, stroke(STEEL, 8))


def _poster(canvas: Canvas, x: float, y: float) -> None:
    """A heart and a cross on a poster, a box of gloves, a bottle of soap below."""
    fittings.rect(canvas, x - 44, y + 5, x + 50, y + 126, solid((0, 0, 0), 0.2, 6))
    fittings.rect(canvas, x - 47, y, x + 47, y + 120, solid(hexed("#f6f8f6")))
    heart = skia.Path()
    heart.moveTo(x, y + 76)
    heart.cubicTo(x - 46, y + 44, x - 26, y + 14, x, y + 36)
    heart.cubicTo(x + 26, y + 14, x + 46, y + 44, x, y + 76)
    canvas.drawPath(heart, solid(hexed("#e0566a")))
    for row in range(2):
        canvas.drawLine(x - 30, y + 92 + row * 12, x + 30 - row * 14, y + 92 + row * 12, stroke(hexed("#8aa0aa"), 4))
    box(canvas, x - 40, -252, x + 10, -224, hexed("#7fb0d0"))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 20, -262, x + 40, -224), 5, 5, solid(hexed("#f2f4f2")))


def _screen(canvas: Canvas, x: float, tone: Rgb) -> None:
    """A curtain on its rail."""
    canvas.drawLine(x - 120, -460, x + 140, -460, stroke(STEEL, 7))
    folds = [times(mix(tone, (1, 1, 1), 0.35), f) for f in (0.7, 1.0, 0.74, 0.98, 0.7, 1.02, 0.72, 0.95, 0.7)]
    fittings.rect(canvas, x - 100, -452, x + 90, -36, linear((x - 100, 0), (x + 90, 0), folds))


def _pulse(room: Room, x: float, y: float) -> None:
    """The monitor: a green line that beats, a blue one that breathes."""
    at = room.at(x, y)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*at, room.depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * room.size, scale * room.size)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(-44, -36, 44, 30), 4, 4, linear((0, -36), (0, 30), [hexed("#0c1c22"), hexed("#123038")])
        )
        head = (t / 2.4) % 1.0
        for line, (code, middle) in enumerate((("#5cf08a", -16.0), ("#5ac8f0", 12.0))):
            path = skia.Path()
            for step in range(61):
                share = step / 60
                # The trace is written from left to right and stays until it is written again.
                beat = ((share * 2.4 + (0.0 if share <= head else -2.4) + t - head * 2.4) / 0.92) % 1.0
                if line == 0:
                    lift = (
                        15 * math.exp(-(((beat - 0.30) / 0.030) ** 2))
                        - 6 * math.exp(-(((beat - 0.38) / 0.03) ** 2))
                        + 3 * math.exp(-(((beat - 0.62) / 0.06) ** 2))
                    )
                else:
                    lift = 7 * math.sin((share * 2.4 + t - head * 2.4) * 2.1)
                spot = (-40 + 80 * share, middle - lift)
                path.moveTo(*spot) if step == 0 else path.lineTo(*spot)
            canvas.drawPath(path, stroke(hexed(code), 2.4))
        canvas.drawRect(skia.Rect.MakeLTRB(-40 + 80 * head, -34, -34 + 80 * head, 28), solid(hexed("#0f262c")))
        canvas.restore()

    room.stage.add(0.352, draw)


def _bed(room: Room, x: float, tone: Rgb) -> None:
    """A bed with a raised head, rails and a blanket."""
    depth, way = 0.76, room.side
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 150)
        for at in (-116, 116):
            canvas.drawLine(x + at, -70, x + at, -14, stroke(STEEL, 9))
            canvas.drawCircle(x + at, -9, 10, solid(hexed("#3a4046")))
        canvas.drawLine(x - 130, -62, x + 130, -62, stroke(times(STEEL, 0.8), 12))
        head = x - way * 130
        mattress = skia.Path()
        mattress.moveTo(x + way * 134, -104)
        mattress.lineTo(x - way * 40, -104)
        mattress.lineTo(head, -172)
        mattress.lineTo(head - way * 8, -142)
        mattress.lineTo(x - way * 46, -72)
        mattress.lineTo(x + way * 134, -72)
        mattress.close()
        canvas.drawPath(mattress, linear((0, -172), (0, -72), [hexed("#fbfcfa"), hexed("#c8d2d4")]))
        canvas.save()
        canvas.rotate(way * -31.0, head + way * 26, -172)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(head + way * 26 - 40, -196, head + way * 26 + 40, -166),
            14,
            14,
            linear((0, -196), (0, -166), [(1, 1, 1), hexed("#d0dade")]),
        )
        canvas.restore()
        blanket = skia.Path()
        blanket.moveTo(x + way * 136, -112)
        blanket.quadTo(x + way * 40, -122, x - way * 30, -110)
        blanket.lineTo(x - way * 26, -58)
        blanket.lineTo(x + way * 136, -50)
        blanket.close()
        canvas.drawPath(blanket, linear((0, -118), (0, -50), [mix(tone, (1, 1, 1), 0.35), times(tone, 0.86)]))
        canvas.drawLine(x - way * 29, -110, x - way * 26, -58, stroke((1, 1, 1), 9, 0.8))
        for at in (20, 70, 118):
            canvas.drawLine(x + way * at, -128, x + way * at, -76, stroke(STEEL, 5))
        canvas.drawLine(x + way * 14, -130, x + way * 124, -130, stroke(mix(STEEL, (1, 1, 1), 0.4), 7))
        for at, high in ((134, 150), (-136, 196)):
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x + way * at - 7, -high, x + way * at + 7, -50), 6, 6, solid(hexed("#d8b48a"))
            )

    room.piece(depth, x - 180, x + 180, 240, draw)


def _drip(room: Room, x: float) -> None:
    depth = 0.74
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 34)
        canvas.drawLine(x, -330, x, -6, stroke(STEEL, 5))
        canvas.drawLine(x - 22, -328, x + 22, -328, stroke(STEEL, 5))
        for way in (-1, 1):
            canvas.drawLine(x, -16, x + way * 28, 0, stroke(STEEL, 6))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x + 8, -322, x + 38, -262),
            7,
            7,
            linear((0, -322), (0, -262), [hexed("#eef8fa"), hexed("#a8d0dc")]),
        )
        tube = skia.Path()
        tube.moveTo(x + 23, -262)
        tube.cubicTo(x + 20, -190, x + 60, -170, x + 30, -110)
        canvas.drawPath(tube, stroke(hexed("#d8eef2"), 2.4, 0.9))

    room.piece(depth, x - 70, x + 70, 345, draw)


SETTING = Setting(
    build=build,
    words="""hospital, hospital room, hospital bed, hospital ward, hospital corridor, clinic, emergency room, doctor's office, medical room,
        intensive care unit, doctors office, veterinary clinic, vet clinic, dentist office, infirmary, waiting room, nursing home, sick bed, operating theater, operating theatre""",
    by_day="monitor",
    by_night="monitor",
    scenery=frozenset({"window", "curtains", "lights"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "dusk"),
    who="patient, surgeon, dentist, veterinarian, vet, paramedic, pharmacist, midwife, doctor, nurse",
)
