"""An attic: rafters under a slanting roof, a round window with light in the dust, trunks, boxes, things that were kept."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WOOD = hexed("#8a6444")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2150, unit=150, base=0.66, always=0.35)
    half, side = room.half, room.side
    ridge = -room.high + 40 if not room.narrow else -640.0
    ridge = max(ridge, -585.0)
    pane = Pane(side * half * 0.10, ridge + 110 if room.narrow else -470, 190, 190)
    room.panes.append(pane)
    bulb = -side * half * 0.40
    room.lamps.append(Lamp(bulb, -345, 190, 1.1))

    def draw(canvas: Canvas) -> None:
        fittings.boards(canvas, -room.width / 2, -room.high, room.width / 2, 8, WOOD, 38, room.random)
        for x in (-0.66, 0.66) if not room.narrow else ():
            fittings.rect(
                canvas,
                half * x - 13,
                -room.high,
                half * x + 13,
                8,
                linear((half * x - 13, 0), (half * x + 13, 0), [mix(WOOD, (1, 1, 1), 0.1), times(WOOD, 0.55)]),
            )
        windows.casing(canvas, pane, times(WOOD, 0.8), shape="round", sill=False)
        shelves.shelf(
            canvas,
            -side * half * 0.92 - 70,
            -216,
            -side * half * 0.92 + 70,
            0,
            3,
            times(WOOD, 0.7),
            "boxes",
            room.random,
        )
        _mirror(canvas, -side * half * (0.5 if not room.narrow else 0.62))
        _stack(canvas, side * half * 0.62, room)
        fittings.stains(canvas, room, hexed("#20160e"), 18, 2151, 0.22)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2152), "round")
        windows.bars(canvas, room, pane, times(WOOD, 0.9), 2, 2, "round")

    room.wall(draw, shine)
    flooring.lay(room, flooring.planks, times(WOOD, 0.92), side=84, grain=0.4, mirror=0.05, sun=1.1)
    for depth in (0.66, 0.84, 1.12):
        _rafters(room, depth, ridge)
    _trunk(room, side * half * (0.48 if not room.narrow else 0.55))
    _manikin(room, -side * half * (0.70 if not room.narrow else 0.78))
    lamps.pendant(room, bulb, -345, hexed("#5a4a3a"), depth=0.76, kind="bulb", reach=120)
    windows.shafts(room, [pane], 1.7, motes=110)
    room.light_cast(shadow=0.5)


def _rafters(room: Room, depth: float, ridge: float) -> None:
    """Two beams that meet overhead, and the boards of the roof behind them."""
    share = room.depth / depth
    wide = room.half * share + 40
    top, eave = ridge - 10, -268.0
    tone = WOOD if depth < 1 else times(WOOD, 0.5)

    def draw(canvas: Canvas) -> None:
        for way in (-1, 1):
            roof = skia.Path()
            roof.moveTo(0, top - 30)
            roof.lineTo(way * wide * 1.2, eave - 20)
            roof.lineTo(way * wide * 1.2, top - 400)
            roof.lineTo(0, top - 400)
            roof.close()
            canvas.drawPath(roof, linear((0, top), (way * wide, eave), [times(tone, 0.42), times(tone, 0.62)]))
            for row in range(7):
                canvas.drawLine(
                    0, top - 60 - row * 44, way * wide * 1.2, eave - 50 - row * 44, stroke(times(tone, 0.3), 3)
                )
            canvas.drawLine(0, top, way * wide * 1.2, eave + 8, stroke((0, 0, 0), 34, 0.25, 8))
            canvas.drawLine(0, top, way * wide * 1.2, eave, stroke(times(tone, 0.8), 30))
            canvas.drawLine(0, top - 11, way * wide * 1.2, eave - 11, stroke(mix(tone, (1, 0.9, 0.8), 0.25), 5))
        if depth < 1:
            y = top + (eave - top) * 0.36
            canvas.drawLine(-wide * 0.43, y, wide * 0.43, y, stroke(times(tone, 0.74), 22))

    edge = wide * 1.2
    room.piece(
        depth,
        -edge,
        edge,
        -top + 380,
        draw,
        low=-eave * 0 + 4,
        level=1.0 if depth < 1 else 0.6,
        order=depth + (0.3 if depth > 1 else 0),
    )


def _mirror(canvas: Canvas, x: float) -> None:
    """A tall mirror half under a cloth."""
    fittings.shadow(canvas, x, 60)
    frame = skia.Rect.MakeLTRB(x - 50, -232, x + 50, -6)
    canvas.drawRoundRect(frame, 46, 46, solid(hexed("#9a7434")))
    canvas.drawRoundRect(
        frame.makeInset(9, 9),
        40,
        40,
        linear((x - 50, -232), (x + 50, 0), [hexed("#6f8a92"), hexed("#c8dadd"), hexed("#5a7078")]),
    )
    cloth = skia.Path()
    cloth.moveTo(x - 56, -236)
    cloth.quadTo(x, -262, x + 56, -226)
    cloth.quadTo(x + 62, -120, x + 52, -70)
    cloth.quadTo(x + 30, -130, x + 8, -150)
    cloth.quadTo(x - 30, -140, x - 54, -92)
    cloth.close()
    folds = [hexed("#e8e2d4"), hexed("#b8b0a0"), hexed("#ded6c6"), hexed("#a8a090")]
    canvas.drawPath(cloth, linear((x - 56, 0), (x + 56, 0), folds))


def _stack(canvas: Canvas, x: float, room: Room) -> None:
    """Boxes on boxes, a birdcage, a lamp without its shade, old books."""
    fittings.shadow(canvas, x, 110)
    for left, high, wide, base in ((-104, 84, 108, 0.0), (10, 66, 96, 0.0), (-76, 62, 92, -84.0), (22, 50, 62, -66.0)):
        tone = mix(hexed("#b08a5c"), hexed(shelves.BOOKS[int(room.random.integers(8))]), 0.15)
        box(canvas, x + left, base - high, x + left + wide, base, tone)
        fittings.rect(
            canvas, x + left + wide * 0.44, base - high, x + left + wide * 0.56, base, solid(hexed("#d8c08a"), 0.7)
        )
    cage = x - 30
    brass = stroke(hexed("#c8a24c"), 2.6)
    for index in range(6):
        at = cage - 28 + index * 11.2
        canvas.drawLine(at, -150, at + (cage - at) * 0.3, -214, brass)
    canvas.drawArc(skia.Rect.MakeLTRB(cage - 28, -236, cage + 28, -180), 180, 180, False, stroke(hexed("#c8a24c"), 3.4))
    fittings.rect(canvas, cage - 31, -154, cage + 31, -146, solid(hexed("#a8823a")))
    for row, code in enumerate(("#7a3a34", "#3f5a6a", "#8a7a4a")):
        box(canvas, x + 28, -128 - row * 12, x + 80 - row * 5, -117 - row * 12, hexed(code), round_by=2)


def _trunk(room: Room, x: float) -> None:
    """A travelling trunk with bands of leather."""
    depth = 0.80
    x *= room.depth / depth
    body = hexed("#6a4a34")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 104)
        box(canvas, x - 96, -72, x + 96, 2, body)
        lid = skia.Path()
        lid.moveTo(x - 98, -70)
        lid.cubicTo(x - 96, -116, x - 70, -118, x, -118)
        lid.cubicTo(x + 70, -118, x + 96, -116, x + 98, -70)
        lid.close()
        canvas.drawPath(lid, linear((0, -118), (0, -70), [mix(body, (1, 1, 1), 0.3), body, times(body, 0.7)]))
        for at in (-58, 58):
            canvas.drawLine(x + at, -114, x + at, 0, stroke(hexed("#3a2618"), 12))
            for y in (-100, -60, -14):
                canvas.drawCircle(x + at, y, 3, solid(hexed("#d8b464")))
        box(canvas, x - 13, -84, x + 13, -54, hexed("#c8a04a"))
        canvas.drawCircle(x, -70, 4, solid(hexed("#2a1c10")))
        box(canvas, x - 80, -136, x - 10, -118, hexed("#5f7a86"), round_by=2)
        box(canvas, x - 74, -150, x - 18, -136, hexed("#9a4a3a"), round_by=2)

    room.piece(depth, x - 130, x + 130, 165, draw)


def _manikin(room: Room, x: float) -> None:
    """A dressmaker's dummy."""
    depth = 0.74
    x *= room.depth / depth
    cloth = hexed("#b8a890")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 34)
        canvas.drawLine(x, -100, x, -6, stroke(hexed("#3a2a20"), 7))
        for way in (-1, 1):
            canvas.drawLine(x, -16, x + way * 30, 2, stroke(hexed("#3a2a20"), 6))
        torso = skia.Path()
        torso.moveTo(x - 15, -236)
        torso.cubicTo(x - 56, -226, x - 48, -190, x - 32, -164)
        torso.cubicTo(x - 28, -146, x - 48, -126, x - 46, -96)
        torso.lineTo(x + 46, -96)
        torso.cubicTo(x + 48, -126, x + 28, -146, x + 32, -164)
        torso.cubicTo(x + 48, -190, x + 56, -226, x + 15, -236)
        torso.close()
        canvas.drawPath(
            torso,
            linear((x - 50, 0), (x + 50, 0), [times(cloth, 0.7), cloth, mix(cloth, (1, 1, 1), 0.2), times(cloth, 0.6)]),
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 13, -254, x + 13, -230), 6, 6, solid(hexed("#5a3a24")))
        canvas.drawLine(x, -230, x, -98, stroke(times(cloth, 0.6), 1.6))

    room.piece(depth, x - 70, x + 70, 262, draw)


SETTING = Setting(
    build=build,
    words="attic, loft room, garret, in the rafters, dusty attic+dusty, under the roof, barn loft, hayloft",
    by_day="creaks",
    by_night="creaks wind",
    scenery=frozenset({"window", "books", "dust_motes", "sun_rays"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "golden", "dusk"),
)
