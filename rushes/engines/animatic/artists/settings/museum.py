"""A museum or gallery: large pictures in gilded frames under lamps of their own, a bench, statues, a skylight, a rope."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Room
from rushes.engines.animatic.stage.set import Random, Set

WALLS = ("#7a3f3c", "#3f5a50", "#4a5470", "#c9c4ba", "#6a5a4a")
GOLD = hexed("#d0a24a")
#: Units: where pictures hang, how wide they are.
BAY = 330.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2900, unit=BAY, base=0.66, tint=rooms.NEUTRAL, always=0.9)
    tone = room.lead(hexed(WALLS[int(room.random.integers(len(WALLS)))]), 0.7)
    count = round(room.width / BAY)
    middles = [-room.width / 2 + (index + 0.5) * BAY for index in range(count)]
    room.lamps += [Lamp(x, -400, 120, 0.9) for x in middles]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, tone)
        fittings.rect(
            canvas, -room.width / 2, -room.high, room.width / 2, -540, solid(mix(tone, hexed("#efe8da"), 0.7))
        )
        fittings.rect(
            canvas,
            -room.width / 2,
            -556,
            room.width / 2,
            -536,
            linear((0, -556), (0, -536), [hexed("#fbf4e4"), hexed("#b8ac96")]),
        )
        fittings.panelling(canvas, room, 96, mix(tone, hexed("#2a2420"), 0.35), step=110)
        for index, x in enumerate(middles):
            wide, high = ((190.0, 150.0), (130.0, 180.0), (210.0, 130.0))[index % 3]
            _picture(canvas, x, -300, wide, high, stage.random(2901 + index))
            fittings.rect(canvas, x + wide / 2 + 24, -250, x + wide / 2 + 46, -236, solid(hexed("#f4f0e6")))

    def shine(canvas: Canvas) -> None:
        for x in middles:
            canvas.drawLine(x, -446, x, -424, stroke(GOLD, 4))
            canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 52, -430, x + 52, -418), 6, 6, solid(hexed("#ffedc0")))
            cone = skia.Path()
            cone.moveTo(x - 50, -420)
            cone.lineTo(x + 50, -420)
            cone.lineTo(x + 150, -190)
            cone.lineTo(x - 150, -190)
            cone.close()
            light = linear((x, -420), (x, -190), [hexed("#ffe9b8")] * 2, None, [0.30, 0.0])
            light.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 14))
            canvas.drawPath(cone, light)

    room.wall(draw, shine)
    flooring.lay(room, flooring.planks, hexed("#9a6a40"), side=64, mirror=0.46, grain=0.12)
    half = room.half
    if not room.holds("statue", "sculpture", "bust"):
        for way in (-1, 1):
            _bust(room, way * half * 0.80, way)
    _rope(room)
    _bench(room, -room.side * half * 0.2)
    _skylight(room)
    room.light_cast(shadow=0.36, up=-0.75)


def _picture(canvas: Canvas, x: float, y: float, wide: float, high: float, random: Random) -> None:
    """A painting: a sea, a hill, a still life, a portrait or shapes."""
    left, top, right, low = x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
    fittings.rect(canvas, left - 10, top - 4, right + 24, low + 28, solid((0, 0, 0), 0.36, 11))
    fittings.rect(
        canvas,
        left - 17,
        top - 17,
        right + 17,
        low + 17,
        linear((left, top), (right, low), [mix(GOLD, (1, 1, 1), 0.35), times(GOLD, 0.62), GOLD]),
    )
    fittings.rect(canvas, left - 6, top - 6, right + 6, low + 6, solid(times(GOLD, 0.5)))
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(left, top, right, low))
    kind = int(random.integers(5))
    if kind == 0:
        fittings.rect(
            canvas,
            left,
            top,
            right,
            low,
            linear(
                (0, top),
                (0, low),
                [hexed("#e8b890"), hexed("#f4dcb0"), hexed("#3f6f8a"), hexed("#1f3f56")],
                [0.0, 0.5, 0.52, 1.0],
            ),
        )
        canvas.drawCircle(x + wide * 0.2, y - high * 0.06, 14, solid(hexed("#fff0c8")))
        sail = skia.Path()
        sail.moveTo(x - 20, y + 6)
        sail.lineTo(x - 20, y - 40)
        sail.lineTo(x + 12, y + 6)
        sail.close()
        canvas.drawPath(sail, solid(hexed("#f6efe0")))
        canvas.drawLine(x - 32, y + 12, x + 20, y + 12, stroke(hexed("#4a2f20"), 8))
    elif kind == 1:
        fittings.rect(canvas, left, top, right, low, linear((0, top), (0, low), [hexed("#6f9ac0"), hexed("#d8e4d8")]))
        for row, code in enumerate(("#7f9a86", "#5f8a56", "#3f6a3c")):
            hill = skia.Path()
            hill.moveTo(left, low)
            hill.cubicTo(
                left + wide * 0.3,
                y - high * (0.22 - 0.16 * row),
                right - wide * 0.3,
                y + high * (0.12 + 0.14 * row),
                right,
                y - high * 0.02 + row * 22,
            )
            hill.lineTo(right, low)
            hill.close()
            canvas.drawPath(hill, solid(hexed(code)))
    elif kind == 2:
        fittings.rect(canvas, left, top, right, low, linear((0, top), (0, low), [hexed("#3a2a20"), hexed("#6a4a30")]))
        fittings.rect(canvas, left, y + high * 0.22, right, low, solid(hexed("#8a6a48")))
        for at, code in ((-26, "#d8402f"), (2, "#e8b040"), (28, "#8aa040")):
            canvas.drawCircle(
                x + at,
                y + high * 0.2,
                16,
                radial(
                    (x + at - 5, y + high * 0.2 - 6), 24, [mix(hexed(code), (1, 1, 1), 0.4), times(hexed(code), 0.6)]
                ),
            )
    elif kind == 3:
        fittings.rect(canvas, left, top, right, low, linear((0, top), (0, low), [hexed("#4a4436"), hexed("#2a2820")]))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 46, y + 18, x + 46, y + 120), solid(hexed("#5a2f34")))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 21, y - 40, x + 21, y + 18), solid(hexed("#d8b08c")))
        canvas.drawArc(skia.Rect.MakeLTRB(x - 26, y - 50, x + 26, y + 6), 170, 200, True, solid(hexed("#2f2018")))
    else:
        fittings.rect(canvas, left, top, right, low, solid(hexed("#f0e8d8")))
        for code in ("#d8482f", "#2f5fa8", "#efb62e", "#1f1f22"):
            spot = (random.uniform(left, right), random.uniform(top, low))
            canvas.drawCircle(*spot, random.uniform(14, 44), solid(hexed(code), 0.9))
        canvas.drawLine(left, low - 20, right, top + 30, stroke(hexed("#1f1f22"), 5))
    canvas.restore()


def _bust(room: Room, x: float, way: int) -> None:
    """A head of marble on its pillar."""
    depth = 0.76
    x *= room.depth / depth
    stone = hexed("#e6e0d4")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 50)
        box(canvas, x - 42, -150, x + 42, 4, hexed("#d8d0c0"))
        box(canvas, x - 52, -164, x + 52, -148, hexed("#e8e2d4"))
        body = [mix(stone, (1, 1, 1), 0.4), stone, times(stone, 0.62)]
        canvas.drawOval(skia.Rect.MakeLTRB(x - 44, -216, x + 44, -150), linear((x - 40, -216), (x + 40, -160), body))
        fittings.rect(canvas, x - 12, -236, x + 12, -204, solid(times(stone, 0.78)))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 25, -290, x + 25, -224), linear((x - 24, -290), (x + 24, -230), body))
        nose = skia.Path()
        nose.moveTo(x - way * 22, -266)
        nose.lineTo(x - way * 34, -250)
        nose.lineTo(x - way * 20, -248)
        nose.close()
        canvas.drawPath(nose, solid(stone))
        for curl in range(7):
            angle = math.pi * (0.95 + curl * 0.18)
            canvas.drawCircle(x + 23 * math.cos(angle), -264 + 25 * math.sin(angle), 9, solid(times(stone, 0.86)))

    room.piece(depth, x - 80, x + 80, 310, draw)


def _rope(room: Room) -> None:
    """A velvet rope on brass posts before the pictures."""

    def draw(canvas: Canvas) -> None:
        posts = [-620, -420, -220, 220, 420, 620]
        for first, second in ((0, 1), (1, 2), (3, 4), (4, 5)):
            rope = skia.Path()
            rope.moveTo(posts[first], -96)
            rope.quadTo((posts[first] + posts[second]) / 2, -46, posts[second], -96)
            canvas.drawPath(rope, stroke(hexed("#8a1f2a"), 9))
            canvas.drawPath(rope, stroke(hexed("#c8505a"), 2.5, 0.7))
        for x in posts:
            fittings.shadow(canvas, x, 22)
            fittings.rect(
                canvas,
                x - 4,
                -104,
                x + 4,
                -4,
                linear((x - 4, 0), (x + 4, 0), [GOLD, mix(GOLD, (1, 1, 1), 0.5), times(GOLD, 0.6)]),
            )
            canvas.drawCircle(x, -108, 8, solid(mix(GOLD, (1, 1, 1), 0.3)))
            canvas.drawOval(skia.Rect.MakeLTRB(x - 17, -8, x + 17, 4), solid(times(GOLD, 0.8)))

    room.piece(0.70, -660, 660, 130, draw)


def _bench(room: Room, x: float) -> None:
    depth = 0.80
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 110)
        for way in (-1, 1):
            fittings.rect(canvas, x + way * 84 - 8, -50, x + way * 84 + 8, 4, solid(hexed("#3a2a20")))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x - 106, -74, x + 106, -48),
            9,
            9,
            linear((0, -74), (0, -48), [hexed("#8a4a40"), hexed("#4a2420")]),
        )

    room.piece(depth, x - 130, x + 130, 90, draw)


def _skylight(room: Room) -> None:
    """Daylight that comes down through the roof."""
    for x in (-room.half * 0.4, room.half * 0.4):
        lamps.halo(
            room, x, -room.high * 0.86, 0.8, 420, 0.30 * room.outside, mix(room.stage.air.key, (1, 1, 1), 0.3), 0.81
        )


SETTING = Setting(
    build=build,
    words="""museum, gallery, art gallery, art museum, exhibition, exhibit, art exhibition, museum hall, history museum, natural history museum,
        in the louvre, portrait gallery, sculpture gallery""",
    by_day="hall",
    by_night="hall",
    scenery=frozenset({"lights"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden", "night"),
    who="curator, museum guard, tour guide, art critic",
)
