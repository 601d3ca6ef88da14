"""A castle's great hall: a throne under banners and a tall window, columns with torches, a carpet that leads there."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fires, fittings, flooring, lamps, rooms, vaults, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

STONE, GOLD = hexed("#8c8078"), hexed("#d8a83c")
BANNERS = ("#8f2430", "#2a4a8a", "#2f6a4a", "#6a3a7a")
SPRING, TOP, HIGH = -400.0, -560.0, 1000.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2350, unit=220, depth=0.42, base=0.60, always=0.8)
    stone = STONE
    cloth = room.lead(hexed(BANNERS[int(room.random.integers(len(BANNERS)))]), 0.9)
    at = vaults.aisle(room, 0.94 if not room.narrow else 1.05)
    panes = [Pane(0, -640, 150, 330), Pane(-at * 0.60, -560, 84, 250), Pane(at * 0.60, -560, 84, 250)]
    panes += [Pane(way * at * 1.5, -560, 110, 300) for way in (-1, 1)]
    room.panes += panes
    torches = [way * at * 0.98 for way in (-1, 1)]
    room.lamps += [Lamp(x, -300, 240, 1.0) for x in torches] + [Lamp(0, -200, 240, 0.35)]

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, stone, room.random, long=110, tall=52)
        fittings.stains(canvas, room, hexed("#2a2622"), 20, 2351, 0.2)
        for pane in panes:
            windows.casing(canvas, pane, times(stone, 1.15), shape="pointed")
        for way in (-1, 1):
            _banner(canvas, way * at * 0.34, -600, cloth, 300)
            _banner(canvas, way * at * 1.05, -560, cloth, 250)
        for step in range(3):
            wide = 300 - step * 50
            fittings.rect(
                canvas,
                -wide,
                -22 * (step + 1),
                wide,
                8 - 22 * step,
                linear((0, -22 * (step + 1)), (0, -22 * step), [mix(stone, (1, 1, 1), 0.25), times(stone, 0.55)]),
            )
            fittings.rect(
                canvas,
                -78,
                -22 * (step + 1),
                78,
                8 - 22 * step,
                linear((0, -22 * (step + 1)), (0, -22 * step), [mix(cloth, (1, 1, 1), 0.2), times(cloth, 0.6)]),
            )
        if not room.holds("throne"):
            _throne(canvas, cloth)

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(panes):
            windows.outdoors(canvas, stage, pane, windows.HILLS, stage.random(2352 + index), "pointed")
            windows.bars(canvas, room, pane, times(stone, 0.6), 3, 7, "pointed", thick=6)

    room.wall(draw, shine, order=0.31)
    flooring.lay(room, flooring.slabs, times(stone, 0.92), side=96, mirror=0.22, runner=(cloth, 112.0), sun=0.9)
    reach = room.reach(at + 330)

    def bay(canvas: Canvas, depth: float) -> None:
        vaults.spandrel(canvas, at, SPRING, TOP, reach, HIGH, stone, pointed=False)
        vaults.arch(canvas, at, SPRING, TOP, 40, stone, pointed=False)
        for way in (-1, 1):
            vaults.column(canvas, way * at, 46, SPRING + 10, stone)
            fittings.rect(canvas, way * at - 10, -300, way * at + 10, -270, solid(hexed("#2a2420")))

    vaults.lead_in(room, (0.54, 0.76), bay, reach, HIGH)
    for index, depth in enumerate((0.54, 0.76)):
        grow = room.size * depth / room.depth
        for way in (-1, 1):
            x, y = way * at * grow, stage.ground_y(depth) - 300 * grow
            _flame(room, x, y, depth, grow, 2360 + index * 2 + way)
    lamps.chandelier(room, 0.0, -430, depth=0.66, salt=2370, arms=7)
    windows.shafts(room, panes[:1], 1.2, motes=50)
    room.light_cast(shadow=0.5)


def _flame(room: Room, x: float, y: float, depth: float, grow: float, salt: int) -> None:
    stage = room.stage
    seed = lamps.stage_seed(room, salt)

    def draw(canvas: Canvas, picture: object, view: object, t: float) -> None:
        px, py, scale = view.place(x, y, depth)  # type: ignore[attr-defined]  # a View
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * grow, scale * grow)
        fires.flame(canvas, 0, 0, 64, t, seed)
        canvas.restore()

    stage.add(depth + 0.001, draw)
    fires.glow(stage, x, y - 20 * grow, depth, 230 * grow, depth + 0.002, seed, 0.8)


def _banner(canvas: Canvas, x: float, y: float, cloth: Rgb, long: float) -> None:
    """A banner with a lion's gold on it, here a sun."""
    canvas.drawLine(x - 58, y, x + 58, y, stroke(hexed("#4a3624"), 8))
    path = skia.Path()
    path.moveTo(x - 50, y)
    path.lineTo(x + 50, y)
    path.lineTo(x + 50, y + long - 40)
    path.lineTo(x, y + long)
    path.lineTo(x - 50, y + long - 40)
    path.close()
    canvas.drawPath(path, solid((0, 0, 0), 0.3, 9))
    canvas.drawPath(
        path,
        linear(
            (x - 50, 0),
            (x + 50, 0),
            [times(cloth, 0.7), cloth, times(cloth, 0.82), mix(cloth, (1, 1, 1), 0.1), times(cloth, 0.66)],
        ),
    )
    canvas.drawPath(path, stroke(GOLD, 4))
    canvas.drawCircle(x, y + long * 0.42, 20, solid(GOLD))
    for ray in range(8):
        canvas.save()
        canvas.rotate(ray * 45, x, y + long * 0.42)
        canvas.drawLine(x, y + long * 0.42 - 26, x, y + long * 0.42 - 36, stroke(GOLD, 6))
        canvas.restore()


def _throne(canvas: Canvas, cloth: Rgb) -> None:
    base = -66.0
    canvas.drawRoundRect(skia.Rect.MakeLTRB(-64, base - 210, 64, base), 8, 8, solid((0, 0, 0), 0.4, 12))
    back = skia.Path()
    back.moveTo(-56, base)
    back.lineTo(-56, base - 176)
    back.quadTo(-40, base - 196, 0, base - 240)
    back.quadTo(40, base - 196, 56, base - 176)
    back.lineTo(56, base)
    back.close()
    canvas.drawPath(back, linear((-56, 0), (56, 0), [times(GOLD, 0.6), mix(GOLD, (1, 1, 1), 0.3), times(GOLD, 0.7)]))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(-40, base - 172, 40, base - 70),
        10,
        10,
        linear((-40, 0), (40, 0), [times(cloth, 0.7), mix(cloth, (1, 1, 1), 0.12), times(cloth, 0.7)]),
    )
    for row in range(3):
        for column in range(2 + row % 2):
            canvas.drawCircle((column - (1 + row % 2) / 2) * 26, base - 150 + row * 28, 2.6, solid(GOLD))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(-58, base - 76, 58, base - 52),
        8,
        8,
        linear((0, base - 76), (0, base - 52), [mix(cloth, (1, 1, 1), 0.25), times(cloth, 0.7)]),
    )
    fittings.rect(canvas, -54, base - 52, 54, base, linear((0, base - 52), (0, base), [GOLD, times(GOLD, 0.5)]))
    for way in (-1, 1):
        fittings.rect(
            canvas,
            way * 62 - 9,
            base - 104,
            way * 62 + 9,
            base,
            linear((way * 62 - 9, 0), (way * 62 + 9, 0), [mix(GOLD, (1, 1, 1), 0.3), times(GOLD, 0.6)]),
        )
        canvas.drawCircle(way * 62, base - 108, 13, solid(mix(GOLD, (1, 1, 1), 0.15)))
        canvas.drawCircle(way * 54, base - 184, 10, solid(mix(GOLD, (1, 1, 1), 0.2)))
    canvas.drawCircle(0, base - 206, 11, solid(hexed("#c8323c")))


SETTING = Setting(
    build=build,
    words="""castle hall, throne room, great hall, palace hall, castle interior, inside a castle, palace, throne, banquet hall, royal court,
        hall of a castle, hall of the king, feasting hall, viking hall, mead hall, castle chamber, king's hall, royal palace""",
    by_day="fire hall",
    by_night="fire hall",
    scenery=frozenset({"window", "torches", "candles", "flags", "fire"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "dusk", "night"),
    who="jester, emperor, empress, king, queen",
)
