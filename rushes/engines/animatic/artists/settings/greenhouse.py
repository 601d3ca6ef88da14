"""A greenhouse: iron and glass with the sky behind, beds of ferns and flowers on both sides, pots on benches, hanging baskets."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, furniture, rooms, vaults, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

IRON = hexed("#e4e8e2")
PETALS = ("#e8566a", "#f0b040", "#c86ac0", "#f4f0e4", "#f08a4a", "#7a8af0")
LEAVES = ("#3f7a4a", "#5a9a56", "#2f6a48", "#7ab06a")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 3050, unit=150, depth=0.44, base=0.95, tint=rooms.WARM, always=0.15)
    at = vaults.aisle(room, 0.98 if not room.narrow else 1.12)
    count = round(room.width / 150)
    panes = [Pane(-room.width / 2 + (index + 0.5) * 150, -560, 138, 450) for index in range(count)]
    # One light for the whole wall of glass: the sum of so many windows would burn everything.
    room.panes.append(Pane(room.side * at * 0.3, -520, 260, 400))
    room.lamps.append(Lamp(0, -300, 300, 0.8))

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, IRON)
        fittings.bricks(
            canvas, -room.width / 2, -112, room.width / 2, 8, hexed("#a8705a"), room.random, long=54, tall=24
        )

    def shine(canvas: Canvas) -> None:
        whole = Pane(0, -room.high, room.width, room.high - 112)
        windows.outdoors(canvas, stage, whole, windows.TREES, stage.random(3051))
        fog = mix(stage.air.haze, (1, 1, 1), 0.4)
        fittings.rect(canvas, -room.width / 2, -room.high, room.width / 2, -112, solid(fog, 0.22))
        tone = times(IRON, 0.5 + 0.42 * room.outside)
        for pane in panes:
            edge = pane.x - 75
            canvas.drawLine(edge, -room.high, edge, -112, stroke(tone, 8))
            canvas.drawLine(edge + 75, -room.high, edge + 75, -112, stroke(tone, 4))
        for y in (-250, -400, -560):
            canvas.drawLine(-room.width / 2, y, room.width / 2, y, stroke(tone, 6))
        fittings.rect(canvas, -room.width / 2, -122, room.width / 2, -108, solid(times(tone, 0.9)))

    room.wall(draw, shine, order=0.31)
    windows.falling(room, [room.panes[0]])
    flooring.lay(room, flooring.slabs, hexed("#b8ab94"), side=80, grain=0.4, mirror=0.16, sun=1.0)
    reach = room.reach(at + 320)

    def bow(canvas: Canvas, depth: float) -> None:
        tone = times(IRON, 0.9)
        vaults.arch(canvas, at, -380, -600, 15, tone, pointed=False)
        for way in (-1, 1):
            fittings.rect(
                canvas,
                way * at - 9,
                -384,
                way * at + 9,
                4,
                linear((way * at - 9, 0), (way * at + 9, 0), [tone, times(tone, 0.6)]),
            )
        for index in range(-4, 5):
            canvas.drawLine(
                index * at * 0.25, -560 - 30 * (1 - abs(index) / 4), index * at * 0.42, -1000, stroke(tone, 5)
            )

    vaults.lead_in(room, (0.54, 0.72, 0.94), bow, reach, 1000)
    for row, depth in enumerate((0.50, 0.60, 0.72, 0.86)):
        for way in (-1, 1):
            _bed(room, way, at, depth, 3060 + row * 2 + way)
    for depth, x in ((0.62, -0.42), (0.70, 0.48)):
        _basket(room, depth, x * at)
    windows.shafts(room, [Pane(room.side * at * 0.4, -560, 240, 380)], 1.0, motes=60)
    room.light_cast(shadow=0.36, up=-0.7)
    if not room.travels:
        _near(room)


def _bed(room: Room, way: int, at: float, depth: float, salt: int) -> None:
    """A bench of pots and a thicket of leaves and flowers at one side."""
    inner, outer = at * 0.52, at * 1.30

    def draw(canvas: Canvas) -> None:
        random = room.stage.random(salt)
        left, right = sorted((way * inner, way * outer))
        fittings.shadow(canvas, (left + right) / 2, (right - left) * 0.5)
        for _ in range(9):
            x = random.uniform(left, right)
            _fern(canvas, x, -70, random.uniform(110, 220), random)
        wood = hexed("#8a6a48")
        fittings.rect(canvas, left, -84, right, -68, linear((0, -84), (0, -68), [mix(wood, (1, 1, 1), 0.3), wood]))
        fittings.rect(canvas, left + 8, -68, right - 8, 2, solid(hexed("#2f3a2c")))
        for index in range(int((right - left) / 62)):
            x = left + 36 + index * 62
            if index % 3 == 2:
                furniture.plant(canvas, x, -80, random) if depth > 0.7 else _fern(canvas, x, -90, 120, random)
            clay = mix(hexed("#b8643f"), hexed("#d89a70"), float(random.random()))
            pot = skia.Path()
            pot.moveTo(x - 20, -122)
            pot.lineTo(x + 20, -122)
            pot.lineTo(x + 14, -82)
            pot.lineTo(x - 14, -82)
            pot.close()
            _flowers(canvas, x, -122, random)
            canvas.drawPath(pot, linear((x - 20, 0), (x + 20, 0), [mix(clay, (1, 1, 1), 0.25), times(clay, 0.66)]))

    left, right = sorted((way * inner, way * outer))
    room.piece(depth, left - 90, right + 90, 340, draw)


def _fern(canvas: Canvas, x: float, y: float, long: float, random: Random) -> None:
    tone = hexed(LEAVES[int(random.integers(len(LEAVES)))])
    for index in range(9):
        angle = -math.pi / 2 + (index - 4) * 0.24 + float(random.uniform(-0.08, 0.08))
        tip = (x + math.cos(angle) * long, y + math.sin(angle) * long * 0.92 + abs(index - 4) * 8)
        nx, ny = -math.sin(angle) * long * 0.09, math.cos(angle) * long * 0.09
        middle = ((x + tip[0]) / 2, (y + tip[1]) / 2 - long * 0.08)
        leaf = skia.Path()
        leaf.moveTo(x, y)
        leaf.quadTo(middle[0] + nx, middle[1] + ny, *tip)
        leaf.quadTo(middle[0] - nx, middle[1] - ny, x, y)
        canvas.drawPath(leaf, linear((x, y), tip, [times(tone, 0.6), mix(tone, (1, 1, 0.8), 0.18)]))


def _flowers(canvas: Canvas, x: float, y: float, random: Random) -> None:
    petal = hexed(PETALS[int(random.integers(len(PETALS)))])
    for index in range(7):
        at, up = x + (index - 3) * 8 + random.uniform(-4, 4), y - random.uniform(14, 52)
        canvas.drawLine(x + (index - 3) * 3, y, at, up, stroke(hexed("#4f8a4a"), 2.6))
        canvas.drawOval(skia.Rect.MakeXYWH(at - 11, (y + up) / 2 - 5, 15, 9), solid(hexed(LEAVES[index % 4])))
        canvas.drawCircle(at, up, 8.5, solid(petal))
        canvas.drawCircle(at - 2, up - 2, 4, solid(mix(petal, (1, 1, 1), 0.45)))
        canvas.drawCircle(at, up, 2.4, solid(hexed("#f4d860")))


def _basket(room: Room, depth: float, x: float) -> None:
    def draw(canvas: Canvas) -> None:
        random = room.stage.random(3080 + round(depth * 100))
        for way in (-1, 1):
            canvas.drawLine(x, -620, x + way * 34, -400, stroke(hexed("#8a8478"), 2))
        for index in range(11):
            fall = random.uniform(40, 110)
            at = x + (index - 5) * 9
            vine = skia.Path()
            vine.moveTo(at, -396)
            vine.quadTo(at + (index - 5) * 4, -396 + fall * 0.5, at + (index - 5) * 3, -396 + fall)
            canvas.drawPath(vine, stroke(hexed(LEAVES[index % 4]), 5))
        _flowers(canvas, x, -396, random)
        canvas.drawArc(skia.Rect.MakeLTRB(x - 38, -430, x + 38, -364), 0, 180, True, solid(hexed("#7a5a3a")))

    room.piece(depth, x - 90, x + 90, 640, draw)


def _near(room: Room) -> None:
    """Leaves before the lens."""
    x = -room.side * room.half * room.depth / 1.5

    def draw(canvas: Canvas) -> None:
        random = room.stage.random(3090)
        for index in range(3):
            _fern(canvas, x - 40 + index * 40, 20, 130, random)

    room.piece(1.5, x - 180, x + 180, 170, draw, low=40, level=0.5, order=2.0)


SETTING = Setting(
    build=build,
    words="""greenhouse, glasshouse, glass house, conservatory, botanical greenhouse, orangery, hothouse, winter garden, plant nursery,
        botanical conservatory, terrarium""",
    by_day="birds water",
    by_night="crickets",
    scenery=frozenset({"plants", "flowers", "window", "sun_rays", "trees"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden"),
    who="botanist",
)
