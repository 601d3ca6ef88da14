"""A bedroom: a bed with a quilt and a lamp beside it, a window, a wardrobe, a rug; a child's with toys, bunting and stars."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, furniture, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

WALLS = ("#8fa3b8", "#c8a99a", "#9fb09a", "#b3a0b8", "#cdbb96")
QUILTS = ("#3f5f8a", "#9a4a4a", "#5a7a5a", "#7a5a8a", "#c88a3a")
_YOUNG = ("child", "boy", "girl", "baby", "toddler", "kid", "teddy", "doll")


def build(stage: Set) -> None:
    nouns = [word for subject in stage.plan.subjects for word in subject.noun.split()]
    young = "toys" in stage.plan.features or any(noun in _YOUNG for noun in nouns)
    room = rooms.enter(stage, 2800, unit=150, base=0.86, always=0.25)
    tone = room.lead(hexed(WALLS[int(room.random.integers(len(WALLS)))]), 0.6)
    quilt = hexed(QUILTS[int(room.random.integers(len(QUILTS)))])
    wood = hexed("#e8ddc8") if young else hexed(("#8a5a38", "#6a4630")[int(room.random.integers(2))])
    side, half = room.side, room.half
    pane = Pane(side * half * (0.40 if not room.narrow else 0.56), -410, 210 if not room.narrow else 150, 230)
    bed = -side * half * (0.46 if not room.narrow else 0.40)
    stand = bed + side * (212 if not room.narrow else 176)
    room.panes.append(pane)
    room.lamps += [Lamp(stand, -214, 190, 0.65), Lamp(0, -560, 300, 0.25)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, tone)
        fittings.patterned(canvas, room, tone, -110, step=64, kind=2 if young else int(room.random.integers(2)))
        fittings.skirting(canvas, room, hexed("#f0e8da"), 34)
        windows.casing(canvas, pane, hexed("#f0e8da"))
        windows.curtains(canvas, pane, mix(quilt, hexed("#e8d8c0"), 0.4), drop=70)
        box(canvas, stand - 36, -92, stand + 36, 2, wood)
        fittings.rect(canvas, stand - 28, -80, stand + 28, -50, stroke(times(wood, 0.66), 2.4))
        canvas.drawCircle(stand, -65, 4.5, solid(hexed("#c89a44")))
        _over_bed(canvas, bed, young)
        if not room.narrow:
            _wardrobe(canvas, side * half * 0.88, wood)
        if young:
            _bunting(canvas, room)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2801))
        windows.bars(canvas, room, pane, hexed("#f0e8da"), 2, 2)
        lamps.standing(canvas, stand, -92, 62, mix(hexed("#f4dcb0"), quilt, 0.15), room.level)

    room.wall(draw, shine)
    windows.falling(room, [pane])
    flooring.lay(room, flooring.planks, hexed("#a8774a"), side=70, mirror=0.12)
    furniture.rug(stage, room.random, room.level)
    if not room.holds("bed", "bunk"):
        _bed(room, bed, wood, quilt)
    lamps.halo(room, stand, -180, room.depth, 170, 0.6 * room.level, hexed("#ffcf8a"), 0.353)
    if young:
        _toys(room, side * half * (0.60 if not room.narrow else 0.70))
    windows.shafts(room, [pane], 0.9, motes=24)
    room.light_cast(shadow=0.38)


def _over_bed(canvas: Canvas, x: float, young: bool) -> None:
    """Pictures over the bed, or a moon and stars."""
    if young:
        canvas.drawArc(skia.Rect.MakeLTRB(x - 46, -440, x + 34, -360), 40, 280, False, stroke(hexed("#ffe08a"), 20))
        for dx, dy, size in ((70, -430, 15), (-96, -400, 12), (110, -376, 9), (-130, -446, 9)):
            star = skia.Path()
            for point in range(11):
                angle, reach = point * math.pi / 5 - math.pi / 2, size if point % 2 == 0 else size * 0.45
                spot = (x + dx + reach * math.cos(angle), dy + reach * math.sin(angle))
                star.moveTo(*spot) if point == 0 else star.lineTo(*spot)
            canvas.drawPath(star, solid(hexed("#fff0b0")))
        return
    for index, at in enumerate((-72, 12)):
        box(canvas, x + at, -410, x + at + 66, -322, hexed("#3a2f28"))
        fittings.rect(
            canvas,
            x + at + 6,
            -404,
            x + at + 60,
            -328,
            linear((0, -404), (0, -328), [hexed(("#e8d0a8", "#b8d0d8")[index]), hexed(("#c88a5a", "#5a8a9a")[index])]),
        )
        canvas.drawCircle(x + at + 34, -376, 12, solid(hexed("#fff4d8"), 0.9))


def _wardrobe(canvas: Canvas, x: float, wood: Rgb) -> None:
    fittings.shadow(canvas, x, 96)
    box(canvas, x - 92, -376, x + 92, 2, wood)
    for way in (-1, 1):
        panel = skia.Rect.MakeLTRB(x + min(0, way * 84) + 4, -358, x + max(0, way * 84) - 4, -16)
        canvas.drawRect(
            panel, linear((panel.left(), 0), (panel.right(), 0), [mix(wood, (1, 1, 1), 0.10), times(wood, 0.88)])
        )
        canvas.drawRect(panel, stroke(times(wood, 0.62), 3))
        canvas.drawRect(panel.makeInset(13, 16), stroke(times(wood, 0.72), 2))
        canvas.drawCircle(x + way * 13, -190, 5, solid(hexed("#c89a44")))
    fittings.rect(
        canvas,
        x - 100,
        -388,
        x + 100,
        -372,
        linear((0, -388), (0, -372), [mix(wood, (1, 1, 1), 0.35), times(wood, 0.75)]),
    )


def _bunting(canvas: Canvas, room: Room) -> None:
    """Little flags on a string."""
    step = 42.0
    for index in range(int(room.width / step)):
        x = -room.width / 2 + index * step
        y = -476 + 14 * math.sin(index * 0.9)
        flag = skia.Path()
        flag.moveTo(x, y)
        flag.lineTo(x + 34, y + 3)
        flag.lineTo(x + 16, y + 40)
        flag.close()
        canvas.drawPath(flag, solid(hexed(("#e8705a", "#f0c050", "#6ab0a0", "#7a9ad0", "#e898b0")[index % 5])))


def _bed(room: Room, x: float, wood: Rgb, quilt: Rgb) -> None:
    """A bed from the side: headboard, pillow, a quilt that hangs down."""
    depth, way = 0.72, room.side
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 165)
        head, foot = x - way * 158, x + way * 158
        fittings.rect(canvas, min(head, foot), -66, max(head, foot), -30, solid(times(wood, 0.7)))
        for at, high in ((head, 178), (foot, 112)):
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(at - 11, -high, at + 11, 3),
                8,
                8,
                linear((at - 11, 0), (at + 11, 0), [mix(wood, (1, 1, 1), 0.2), times(wood, 0.68)]),
            )
            canvas.drawCircle(at, -high - 4, 13, solid(mix(wood, (1, 1, 1), 0.1)))
        sheet = skia.Rect.MakeLTRB(min(head, foot) + 11, -108, max(head, foot) - 11, -58)
        canvas.drawRoundRect(sheet, 10, 10, linear((0, -108), (0, -58), [hexed("#fbf7ee"), hexed("#cfc8ba")]))
        pillow = head + way * 58
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(pillow - 46, -142, pillow + 46, -100),
            20,
            20,
            linear((0, -142), (0, -100), [hexed("#fffdf6"), hexed("#d0cabe")]),
        )
        cover = skia.Path()
        cover.moveTo(head + way * 92, -110)
        cover.cubicTo(head + way * 130, -132, foot - way * 60, -126, foot - way * 10, -112)
        cover.lineTo(foot - way * 10, -26)
        cover.quadTo(foot - way * 90, -16, x, -26)
        cover.quadTo(head + way * 120, -20, head + way * 96, -28)
        cover.close()
        canvas.drawPath(cover, linear((0, -130), (0, -20), [mix(quilt, (1, 1, 1), 0.25), quilt, times(quilt, 0.66)]))
        canvas.save()
        canvas.clipPath(cover, True)
        for row in range(4):
            for column in range(12):
                at = head + way * (104 + column * 26 + 13 * (row % 2))
                gem = skia.Path()
                y = -112 + row * 26
                gem.moveTo(at, y - 11)
                gem.lineTo(at + 10, y)
                gem.lineTo(at, y + 11)
                gem.lineTo(at - 10, y)
                gem.close()
                canvas.drawPath(gem, solid(mix(quilt, (1, 0.94, 0.8), 0.45), 0.5))
        canvas.restore()
        fold = skia.Path()
        fold.moveTo(head + way * 88, -114)
        fold.quadTo(head + way * 112, -126, head + way * 130, -122)
        fold.lineTo(head + way * 126, -24)
        fold.lineTo(head + way * 92, -26)
        fold.close()
        canvas.drawPath(fold, solid(hexed("#f6f0e2"), 0.9))

    room.piece(depth, x - 200, x + 200, 210, draw)


def _toys(room: Room, x: float) -> None:
    """A box of toys, blocks and a bear on the floor."""
    depth = 0.80
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 90)
        shelves.fill(canvas, x - 60, x + 66, -50, 60, "toys", room.random)
        box(canvas, x - 72, -58, x + 72, 2, hexed("#e0b070"))
        for index, code in enumerate(("#d9482f", "#3f7fc4", "#efb52e")):
            canvas.drawCircle(x - 42 + index * 42, -28, 13, solid(hexed(code)))
        for index, code in enumerate(("#3f7fc4", "#d9482f")):
            box(canvas, x - 124 + index * 8, -26 - index * 26, x - 98 + index * 8, -index * 26, hexed(code))

    room.piece(depth, x - 140, x + 100, 130, draw)


SETTING = Setting(
    build=build,
    words="""bedroom, at bedtime, bedtime story, hotel room, nursery+toys, kids room+toys, kid's room+toys, child's bedroom+toys, children's room+toys, child's room+toys,
        playroom+toys, dorm room, guest room, hotel suite, in bed, bunk bed, master bedroom, girl's bedroom+toys, boy's bedroom+toys,
        kids bedroom+toys, childs bedroom+toys, daycare+toys, teenager's bedroom""",
    by_day="room",
    by_night="room clock",
    scenery=frozenset({"window", "toys", "curtains", "lights", "table"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "dusk", "night"),
)
