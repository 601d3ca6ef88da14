"""An artist's studio: tall north windows, an easel with a picture begun, canvases that lean, jars of brushes, paint everywhere."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, furniture, rooms, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

PAINTS = ("#d8402f", "#e8a030", "#f0d048", "#4f9a56", "#3f7fc0", "#7a4fa8", "#f4efe4", "#2a2a30")
WOOD = hexed("#a87a4c")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 3150, unit=150, base=0.86, tint=rooms.NEUTRAL, always=0.3)
    tone = room.lead(hexed("#d8cdb8"), 0.4)
    side, half = room.side, room.half
    panes = [Pane(side * half * 0.42 + x, -470, 150, 340) for x in ((-82, 82) if not room.narrow else (0,))]
    room.panes += panes
    room.lamps.append(Lamp(-side * half * 0.5, -400, 260, 0.5))
    easel = -side * half * (0.36 if not room.narrow else 0.40)

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, tone)
        fittings.bricks(
            canvas, -room.width / 2, -room.high, room.width / 2, -430, mix(hexed("#b07a60"), tone, 0.4), room.random
        )
        fittings.skirting(canvas, room, times(WOOD, 0.8), 16)
        for pane in panes:
            windows.casing(canvas, pane, hexed("#3a3f44"))
        _splashes(canvas, easel, room.random)
        for index, at in enumerate((-0.92, -0.78, -0.10, 0.06) if not room.narrow else (0.2,)):
            _leaning(canvas, side * half * at, 128.0 + 26 * (index % 3), 150.0 + 34 * (index % 2), index, room.random)
        if not room.narrow:
            _trolley(canvas, side * half * 0.84, room.random)
            furniture.plant(canvas, side * half * 1.04, 0, room.random)

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(panes):
            windows.outdoors(canvas, stage, pane, windows.CITY, stage.random(3151 + index))
            windows.bars(canvas, room, pane, hexed("#3a3f44"), 3, 5, thick=7)

    room.wall(draw, shine)
    windows.falling(room, panes)
    flooring.lay(room, flooring.planks, hexed("#b8936a"), side=68, grain=0.35, mirror=0.12)
    if not room.holds("easel", "painting", "canvas"):
        _easel(room, easel)
    windows.shafts(room, panes, 1.0, motes=44)
    room.light_cast(shadow=0.38)


def _splashes(canvas: Canvas, x: float, random: Random) -> None:
    """Paint on the wall behind the easel."""
    for _ in range(46):
        tone, size = hexed(PAINTS[int(random.integers(7))]), float(random.uniform(1.5, 8.0))
        canvas.drawCircle(x + float(random.normal(0, 90)), -220 + float(random.normal(0, 80)), size, solid(tone, 0.6))


def _leaning(canvas: Canvas, x: float, wide: float, high: float, kind: int, random: Random) -> None:
    """A finished canvas that leans against the wall."""
    canvas.save()
    canvas.rotate(float(random.uniform(-4, 4)), x, 0)
    fittings.rect(canvas, x - wide / 2 + 6, -high + 4, x + wide / 2 + 10, 2, solid((0, 0, 0), 0.28, 7))
    fittings.rect(canvas, x - wide / 2, -high, x + wide / 2, 0, solid(hexed("#efe8da")))
    canvas.clipRect(skia.Rect.MakeLTRB(x - wide / 2 + 5, -high + 5, x + wide / 2 - 5, -5))
    _paint(canvas, x, -high / 2, wide, high, kind, random)
    canvas.restore()


def _paint(canvas: Canvas, x: float, y: float, wide: float, high: float, kind: int, random: Random) -> None:
    """Broad strokes of a landscape, flowers or colours alone."""
    sky = [
        hexed(("#f0b890", "#9fc8e0", "#f4e6c0", "#3f4a7a")[kind % 4]),
        hexed(("#f8e4b8", "#e8f0e8", "#e8c8b0", "#d88a7a")[kind % 4]),
    ]
    fittings.rect(
        canvas,
        x - wide / 2,
        y - high / 2,
        x + wide / 2,
        y + high / 2,
        linear((0, y - high / 2), (0, y + high / 2), sky),
    )
    for row in range(4):
        tone = hexed(PAINTS[(kind * 3 + row) % 7])
        level = y + high * (-0.05 + 0.14 * row)
        path = skia.Path()
        path.moveTo(x - wide / 2, level)
        path.cubicTo(
            x - wide * 0.2,
            level - float(random.uniform(-26, 30)),
            x + wide * 0.2,
            level + float(random.uniform(-26, 30)),
            x + wide / 2,
            level,
        )
        canvas.drawPath(path, stroke(tone, high * 0.15, 0.85))
    canvas.drawCircle(x + wide * 0.2, y - high * 0.24, wide * 0.09, solid(hexed("#fff0c0"), 0.9))


def _easel(room: Room, x: float) -> None:
    """An easel with a picture that is not finished, and a stool with paints."""
    depth = 0.76
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        random = room.stage.random(3155)
        fittings.shadow(canvas, x, 96)
        canvas.drawLine(x, -330, x, -20, stroke(times(WOOD, 0.6), 10))
        for way in (-1, 1):
            canvas.drawLine(x + way * 10, -336, x + way * 84, 3, stroke(WOOD, 11))
        fittings.rect(
            canvas,
            x - 96,
            -112,
            x + 96,
            -98,
            linear((0, -112), (0, -98), [mix(WOOD, (1, 1, 1), 0.3), times(WOOD, 0.7)]),
        )
        fittings.rect(canvas, x - 92, -282, x + 92, -112, solid(hexed("#f6f0e4")))
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(x - 86, -276, x + 58, -122))
        _paint(canvas, x, -196, 184, 168, 1, random)
        canvas.restore()
        canvas.drawLine(x, -300, x, -282, stroke(WOOD, 12))
        fittings.stool(canvas, x + 150, 96, WOOD, times(WOOD, 0.7))
        palette = skia.Rect.MakeLTRB(x + 112, -124, x + 190, -104)
        canvas.drawOval(palette, solid(mix(WOOD, (1, 0.9, 0.8), 0.4)))
        for index in range(6):
            canvas.drawCircle(x + 124 + index * 11, -116 + 3 * (index % 2), 5, solid(hexed(PAINTS[index])))

    room.piece(depth, x - 130, x + 220, 360, draw)


def _trolley(canvas: Canvas, x: float, random: Random) -> None:
    """A table with jars of brushes and tubes."""
    fittings.table(canvas, x, 190, 130, WOOD)
    for index in range(4):
        left = x - 78 + index * 40
        tone = hexed(("#c8d8dc", "#b8643f", "#e0c890", "#7a9ab0")[index])
        for brush in range(5):
            tip = (left - 4 + brush * 9 + float(random.uniform(-5, 5)), -196 - float(random.uniform(0, 26)))
            canvas.drawLine(
                left + 6 + brush * 4, -150, *tip, stroke(hexed(("#8a5a34", "#2a2a30", "#c89a5a")[brush % 3]), 3.6)
            )
            canvas.drawCircle(*tip, 4.6, solid(hexed(PAINTS[(index * 2 + brush) % 7])))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(left, -172, left + 28, -138),
            5,
            5,
            linear((left, 0), (left + 28, 0), [mix(tone, (1, 1, 1), 0.4), times(tone, 0.7)]),
        )
    for index in range(5):
        box(canvas, x - 80 + index * 33, -74, x - 56 + index * 33, -44, hexed(PAINTS[index]))


SETTING = Setting(
    build=build,
    words="""art studio, artist's studio, artists studio, painter's studio, painting studio, atelier, art class, art room, sculptor's studio, studio,
        artist's loft, painter's loft""",
    by_day="room",
    by_night="room",
    scenery=frozenset({"window", "plants"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden"),
    who="painter, sculptor",
)
