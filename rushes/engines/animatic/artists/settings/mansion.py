"""An old mansion's hall: a grand staircase, tall windows on the moon or the sun, portraits, candles, a chandelier, cobwebs."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, mist, rooms, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

PAPERS = ("#4f5a4a", "#5a3f4a", "#3f4f5f", "#5f4a3a")
STEPS, RISE, GOLD = 12, 21.0, hexed("#c9a050")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2100, unit=190, base=0.62, always=0.45)
    eerie = room.has("haunted") or (stage.plan.time == "night" and not room.has("grand", "bright"))
    if eerie:
        room.base *= 0.72
    paper = room.lead(hexed(PAPERS[int(room.random.integers(len(PAPERS)))]), 0.5)
    wood = hexed("#4a2f22")
    half = room.half
    centre = 0.0
    apart = half * (0.74 if room.narrow else 0.60)
    tall = 330.0 if not room.narrow else 360.0
    panes = [Pane(centre, -STEPS * RISE - tall - 40, 150, tall)]
    if not room.narrow:
        panes += [Pane(way * apart * 1.22, -470, 118, 330) for way in (-1, 1)]
    room.panes += panes
    candles = [way * (half * 0.51 if not room.narrow else half * 0.80) for way in (-1, 1)]
    room.lamps += [Lamp(x, -300, 150, 0.9) for x in candles]
    room.lamps.append(Lamp(0, -560, 330, 0.55))

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, paper)
        fittings.patterned(canvas, room, paper, -150, step=66)
        fittings.stains(canvas, room, hexed("#1c1a16"), 22, 2101, 0.24)
        fittings.panelling(canvas, room, 150, wood, step=95)
        for pane in panes:
            windows.casing(
                canvas, pane, times(wood, 1.25), shape="pointed" if eerie else "arched", sill=pane is not panes[0]
            )
        for way in (-1, 1):
            if not room.narrow:
                _portrait(canvas, way * half * 0.36, -476, room.random)
                windows.curtains(canvas, panes[1 if way < 0 else 2], hexed("#5a1f28"), drop=120, gathered=0.20)
        _stairs(canvas, centre, wood)
        for x in candles:
            canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 12, -300, x + 12, -262), 6, 6, solid(GOLD))

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(panes):
            shape = "pointed" if eerie else "arched"
            windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2102 + index), shape)
            windows.bars(canvas, room, pane, times(wood, 0.8), 3, 6, shape, thick=8)
        if eerie or room.has("old", "dusty"):
            for x, y, way in ((-half * 0.98, -500, 1), (half * 0.98, -500, -1), (-95, -560, 1)):
                cobweb(canvas, x, y, way, 90, room)

    room.wall(draw, shine)
    flooring.lay(
        room,
        flooring.chequers,
        hexed("#8a7a66"),
        hexed("#2c2420"),
        side=76,
        mirror=0.34,
        runner=(hexed("#6f1f28"), 128.0),
        sun=1.25,
    )
    lamps.chandelier(room, 0.0, -418 if not room.narrow else -560, depth=0.80)
    for index, x in enumerate(candles):
        lamps.sconce(room, x, -300, 2110 + index, candles=2 if not room.narrow else 1)
    windows.shafts(room, panes, 1.25, motes=70)
    if eerie:
        mist.band(stage, 0.86, -26, 40, strength=0.30, salt=2115)
    room.light_cast(shadow=0.5)
    if not room.travels:
        _drape(room)


def _stairs(canvas: Canvas, x: float, wood: Rgb) -> None:
    """A flight seen from the front, narrowing upwards, with a carpet and balusters on both sides."""
    top = -STEPS * RISE
    fittings.rect(
        canvas,
        x - 320,
        top - 34,
        x + 320,
        top,
        linear((0, top - 34), (0, top), [mix(wood, (1, 1, 1), 0.2), times(wood, 0.6)]),
    )
    for way in (-1, 1):
        for index in range(9):
            at = x + way * (128 + index * 22)
            canvas.drawLine(at, top - 34, at, top - 106, stroke(times(wood, 1.25), 6))
        canvas.drawLine(x + way * 112, top - 108, x + way * 330, top - 108, stroke(mix(wood, (1, 0.9, 0.8), 0.16), 11))
    for step in range(STEPS):
        wide = 190 - step * 6.0
        low = -step * RISE
        tone = times(wood, 1.25 - 0.03 * step)
        fittings.rect(
            canvas,
            x - wide,
            low - RISE,
            x + wide,
            low + 3,
            linear(
                (0, low - RISE), (0, low), [mix(tone, (1, 0.9, 0.8), 0.30), tone, times(tone, 0.5)], [0.0, 0.30, 1.0]
            ),
        )
        cloth = times(hexed("#8a2430"), 1.0 - 0.02 * step)
        fittings.rect(
            canvas,
            x - wide * 0.58,
            low - RISE,
            x + wide * 0.58,
            low + 3,
            linear(
                (0, low - RISE), (0, low), [mix(cloth, (1, 0.8, 0.7), 0.26), cloth, times(cloth, 0.5)], [0.0, 0.3, 1.0]
            ),
        )
        for way in (-1, 1):
            fittings.rect(
                canvas, x + way * wide * 0.58 - 2.5, low - RISE, x + way * wide * 0.58 + 2.5, low, solid(GOLD, 0.7)
            )
    for way in (-1, 1):
        for step in range(STEPS):
            at = x + way * (186 - step * 6.0)
            canvas.drawLine(at, -step * RISE - 8, at, -step * RISE - 84, stroke(times(wood, 1.35), 6.5))
        rail = skia.Path()
        rail.moveTo(x + way * 190, -90)
        rail.quadTo(x + way * 160, -200, x + way * 116, top - 108)
        canvas.drawPath(rail, stroke((0, 0, 0), 16, 0.25, 5))
        canvas.drawPath(rail, stroke(mix(wood, (1, 0.85, 0.7), 0.18), 13))
        post = x + way * 192
        fittings.rect(
            canvas,
            post - 13,
            -112,
            post + 13,
            5,
            linear((post - 13, 0), (post + 13, 0), [times(wood, 1.6), times(wood, 0.8)]),
        )
        canvas.drawCircle(post, -124, 17, solid(times(wood, 1.5)))


def _portrait(canvas: Canvas, x: float, y: float, random: Random) -> None:
    """Somebody of long ago in a gilded frame."""
    fittings.rect(canvas, x - 50, y - 8, x + 60, y + 142, solid((0, 0, 0), 0.4, 9))
    fittings.rect(
        canvas,
        x - 54,
        y - 12,
        x + 54,
        y + 134,
        linear((x - 54, y), (x + 54, y + 134), [mix(GOLD, (1, 1, 1), 0.3), times(GOLD, 0.6), GOLD]),
    )
    fittings.rect(
        canvas, x - 42, y, x + 42, y + 122, linear((0, y), (0, y + 122), [hexed("#3a3228"), hexed("#5a4a38")])
    )
    canvas.save()
    canvas.clipRect(skia.Rect.MakeLTRB(x - 42, y, x + 42, y + 122))
    coat = hexed(("#3a2a4a", "#5a2424", "#24402f", "#2a3450")[int(random.integers(4))])
    skin = hexed(("#d8b090", "#c89a78", "#e8c8a8")[int(random.integers(3))])
    canvas.drawOval(skia.Rect.MakeLTRB(x - 40, y + 74, x + 40, y + 180), solid(coat))
    fittings.rect(canvas, x - 8, y + 62, x + 8, y + 82, solid(times(skin, 0.8)))
    canvas.drawOval(skia.Rect.MakeLTRB(x - 19, y + 24, x + 19, y + 72), solid(skin))
    canvas.drawArc(skia.Rect.MakeLTRB(x - 22, y + 18, x + 22, y + 60), 180, 180, True, solid(hexed("#3a2a20")))
    for way in (-1, 1):
        canvas.drawCircle(x + way * 7, y + 46, 2.2, solid(hexed("#1a1614")))
    canvas.drawOval(skia.Rect.MakeLTRB(x - 15, y + 78, x + 15, y + 92), solid(hexed("#efe8d8")))
    canvas.restore()


def cobweb(canvas: Canvas, x: float, y: float, way: int, reach: float, room: Room) -> None:
    """A web in a corner: threads from (x, y), opening to `way`."""
    thread = stroke(room.shade((0.85, 0.88, 0.92), 0.8), 1.1, 0.55)
    for ray in range(5):
        angle = math.pi / 2 * ray / 4
        canvas.drawLine(x, y, x + way * reach * math.cos(angle), y + reach * math.sin(angle), thread)
    for ring in range(1, 5):
        path = skia.Path()
        for ray in range(5):
            angle, size = math.pi / 2 * ray / 4, reach * ring / 4.4
            point = (x + way * size * math.cos(angle), y + size * math.sin(angle))
            if ray == 0:
                path.moveTo(*point)
            else:
                middle = angle - math.pi / 16
                path.quadTo(x + way * size * 0.86 * math.cos(middle), y + size * 0.86 * math.sin(middle), *point)
        canvas.drawPath(path, thread)


def _drape(room: Room) -> None:
    """A curtain in shadow before the lens."""
    x = room.side * room.half * room.depth / 1.5

    def draw(canvas: Canvas) -> None:
        cloth, edge = hexed("#4a1820"), x + room.side * 10
        folds = [times(cloth, f) for f in (1.0, 0.5, 0.9, 0.45, 0.8, 0.4)]
        path = skia.Path()
        path.moveTo(edge - room.side * 26, -460)
        path.quadTo(edge - room.side * 44, -200, edge + room.side * 30, -40)
        path.lineTo(edge + room.side * 140, -40)
        path.lineTo(edge + room.side * 140, -460)
        path.close()
        canvas.drawPath(path, linear((edge - room.side * 40, 0), (edge + room.side * 120, 0), folds))

    room.piece(1.5, x - 170, x + 170, 460, draw, low=10, level=0.8, order=2.0)


SETTING = Setting(
    build=build,
    words="""mansion, old mansion, haunted house+haunted, haunted mansion+haunted, haunted hall+haunted, manor, manor house, grand staircase,
        staircase, stairway, entrance hall, grand hall, grand foyer, foyer, stately home, vampire castle interior+haunted, haunted castle+haunted,
        old manor, gothic mansion+haunted, victorian mansion, villa interior, palace interior""",
    by_day="creaks",
    by_night="creaks wind",
    scenery=frozenset({"window", "curtains", "candles", "mist"}),
    outdoors=False,
    hours=("night", "night", "dusk"),
    who="butler, maid, vampire, ghost",
)
