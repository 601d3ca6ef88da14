"""A church from within: a nave of columns and pointed arches, stained glass with its light, an altar with candles, pews."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, vaults, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

STONE = hexed("#a89a88")
GLASS = ("#c8323c", "#2f5fb8", "#e0a72e", "#3a8a5a", "#7a3f9a", "#3f9ac0")
SPRING, TOP, HIGH = -430.0, -640.0, 1000.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2300, unit=200, depth=0.38, base=0.62, always=0.6)
    stone = room.lead(STONE, 0.3)
    at = vaults.aisle(room, 0.96 if not room.narrow else 1.1)
    tall = 400.0
    middle = Pane(0, -690 if room.narrow else -640, 190, tall)
    panes = [middle, Pane(-at * 0.62, -560, 110, 320), Pane(at * 0.62, -560, 110, 320)]
    panes += [Pane(way * at * 1.55, -560, 130, 330) for way in (-1, 1)]
    room.panes += panes
    room.lamps += [Lamp(0, -190, 240, 0.40), Lamp(-at, -240, 220, 0.35), Lamp(at, -240, 220, 0.35)]

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, stone, room.random, long=100, tall=50)
        for pane in panes:
            windows.casing(canvas, pane, times(stone, 1.12), shape="pointed")
        _altar(canvas, stone)

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(panes):
            _stained(canvas, room, pane, stage.random(2301 + index))

    room.wall(draw, shine, order=0.31)
    flooring.lay(
        room, flooring.slabs, times(stone, 0.86), side=92, mirror=0.26, runner=(hexed("#7d2430"), 96.0), sun=0.6
    )
    reach, depths = room.reach(at + 330), (0.47, 0.60, 0.78)

    def bay(canvas: Canvas, depth: float) -> None:
        vaults.spandrel(canvas, at, SPRING, TOP, reach, HIGH, stone)
        vaults.arch(canvas, at, SPRING, TOP, 34, stone)
        for way in (-1, 1):
            vaults.column(canvas, way * at, 38, SPRING + 10, stone)

    vaults.lead_in(room, depths, bay, reach, HIGH)
    for depth in (0.53, 0.66, 0.82):
        _pews(room, depth, at)
    _rays(room, panes[:3])
    for way in (-1, 1):
        lamps.sconce(room, way * 74.0, -146, 2310 + way, candles=3)
    windows.shafts(room, [middle, panes[3 if room.side > 0 else 4]], 0.9, motes=60)
    room.light_cast(shadow=0.46, up=-0.6)


def _stained(canvas: Canvas, room: Room, pane: Pane, random: Random) -> None:
    """Coloured panes in lead, bright with the hour behind them."""
    level = 0.35 + 0.75 * room.outside
    opening = windows.outline(pane, "pointed")
    canvas.save()
    canvas.clipPath(opening, True)
    columns, rows = (3 if pane.width < 150 else 5), round(pane.height / 36)
    wide, high = pane.width / columns, pane.height / rows
    canvas.drawPath(opening, solid(times(hexed("#2f4f8a"), level)))
    for row in range(rows):
        for column in range(columns):
            tone = hexed(GLASS[int(random.integers(len(GLASS)))])
            tone = mix(times(tone, level * random.uniform(0.85, 1.25)), room.stage.air.sun, 0.10 * room.outside)
            x, y = pane.x - pane.width / 2 + column * wide, pane.y + row * high
            gem = skia.Path()
            gem.moveTo(x + wide / 2, y)
            gem.lineTo(x + wide, y + high / 2)
            gem.lineTo(x + wide / 2, y + high)
            gem.lineTo(x, y + high / 2)
            gem.close()
            canvas.drawPath(gem, solid(tone))
            canvas.drawPath(gem, stroke((0.05, 0.05, 0.07), 3.2))
    centre = (pane.x, pane.y + pane.width * 0.95)
    for ring in range(3):
        reach = pane.width * (0.36 - 0.11 * ring)
        for petal in range(8):
            angle = petal * math.pi / 4 + ring * 0.4
            spot = (centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle))
            canvas.drawCircle(*spot, pane.width * 0.10, solid(times(hexed(GLASS[(petal + ring) % 6]), level * 1.35)))
            canvas.drawCircle(*spot, pane.width * 0.10, stroke((0.05, 0.05, 0.07), 2.6))
    canvas.drawCircle(*centre, pane.width * 0.09, solid(mix(hexed("#ffe9a0"), (1, 1, 1), 0.3), min(1.0, level)))
    canvas.restore()
    canvas.drawPath(opening, stroke((0.10, 0.09, 0.10), 8))
    glow = solid(mix(room.stage.air.sun, hexed("#c86a8a"), 0.4), 0.16 * room.outside, 30)
    glow.setBlendMode(skia.BlendMode.kPlus)
    canvas.drawPath(opening, glow)


def _altar(canvas: Canvas, stone: Rgb) -> None:
    """Steps, a table under a white cloth, a cross."""
    for step in range(3):
        wide = 330 - step * 54
        fittings.rect(
            canvas,
            -wide,
            -24 * (step + 1),
            wide,
            8 - 24 * step,
            linear((0, -24 * (step + 1)), (0, -24 * step), [mix(stone, (1, 1, 1), 0.25), times(stone, 0.6)]),
        )
    fittings.rect(canvas, -130, -146, 130, -70, linear((0, -146), (0, -70), [hexed("#f4efe4"), hexed("#c8c0b0")]))
    fittings.rect(canvas, -130, -146, 130, -128, linear((0, -146), (0, -128), [hexed("#e6c878"), hexed("#b08a3a")]))
    canvas.drawLine(0, -240, 0, -146, stroke(hexed("#c89a3c"), 12))
    canvas.drawLine(-30, -210, 30, -210, stroke(hexed("#c89a3c"), 12))


def _pews(room: Room, depth: float, at: float) -> None:
    """The ends of benches at both sides of the aisle."""
    wood, inner, outer = hexed("#6a4028"), at * 0.44, at * 0.94

    def draw(canvas: Canvas) -> None:
        for way in (-1, 1):
            left, right = sorted((way * inner, way * outer))
            fittings.shadow(canvas, (left + right) / 2, (right - left) * 0.52)
            fittings.rect(
                canvas,
                left,
                -128,
                right,
                -56,
                linear((0, -128), (0, -56), [mix(wood, (1, 1, 1), 0.22), times(wood, 0.7)]),
            )
            fittings.rect(canvas, left, -60, right, -46, solid(mix(wood, (1, 1, 1), 0.18)))
            fittings.rect(canvas, left, -46, right, 4, solid(times(wood, 0.42)))
            end = way * inner
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(end - 15, -146, end + 15, 6),
                12,
                12,
                linear((end - 15, 0), (end + 15, 0), [mix(wood, (1, 1, 1), 0.2), times(wood, 0.7)]),
            )

    room.piece(depth, -outer - 20, outer + 20, 160, draw)


def _rays(room: Room, panes: list[Pane]) -> None:
    """Patches of coloured light on the floor before the altar."""
    stage = room.stage
    if not stage.air.sun_up > -0.5 or stage.plan.time == "night":
        return

    def draw(canvas: Canvas, period: float) -> None:
        foot = stage.ground_y(0.74)
        for index, pane in enumerate(panes):
            for spot in range(5):
                tone = hexed(GLASS[(index * 2 + spot) % 6])
                x = period / 2 + pane.x * room.size * 1.7 - room.side * 120 + (spot - 2) * 34
                canvas.drawOval(
                    skia.Rect.MakeXYWH(x - 40, foot - 16 + 7 * (spot % 2), 80, 24), solid(tone, 0.26 * room.outside, 9)
                )

    stage.bake(
        0.74,
        stage.ground_y(0.74) - 60,
        stage.ground_y(0.74) + 60,
        draw,
        glow=True,
        blur=3.4,
        order=0.305,
        period=room.period * 2,
    )


SETTING = Setting(
    build=build,
    words="""church interior, through a church, through the church, into a church, in church, at church, at a church, inside a church, in a church, cathedral, cathedral interior, inside a cathedral, chapel, altar, nave, abbey,
        in the church, pews, stained glass, at the altar, wedding chapel, basilica, gothic cathedral""",
    by_day="hall",
    by_night="hall",
    scenery=frozenset({"window", "candles", "sun_rays", "lights"}),
    outdoors=False,
    room=True,
    hours=("day", "day", "golden", "dusk"),
    who="priest, nun, bishop, pastor",
)
