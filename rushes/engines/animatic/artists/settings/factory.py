"""A factory or warehouse: steel frames into the depth, high windows, crates and shelves, a belt, gears, steam, lamps of tin."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms, shelves, vaults, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

STEEL, RUST = hexed("#5f6a70"), hexed("#8a5a3c")


def build(stage: Set) -> None:
    stores = "crates" in stage.plan.features
    room = rooms.enter(stage, 3000, unit=200, depth=0.42, base=0.60, always=0.65)
    tone = room.lead(hexed("#8a7060"), 0.4)
    at = vaults.aisle(room, 0.96 if not room.narrow else 1.12)
    panes = [Pane(x * 210.0, -560, 168, 190) for x in range(-4, 5)]
    room.panes += [pane for pane in panes if abs(pane.x) < room.width / 2 - 100]
    room.lamps += [Lamp(x, -330, 230, 0.7) for x in (-at * 0.55, at * 0.55)]

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, tone, room.random, long=70, tall=32)
        fittings.stains(canvas, room, hexed("#1c1612"), 26, 3001, 0.28)
        for pane in room.panes:
            windows.casing(canvas, pane, STEEL, sill=False)
        for x in (-at * 0.30, at * 0.34):
            _boiler(canvas, x) if not stores else shelves.shelf(
                canvas, x - 150, -330, x + 150, 2, 3, STEEL, "boxes", room.random
            )
        for y in (-320, -296):
            canvas.drawLine(-room.width / 2, y, room.width / 2, y, stroke(RUST if y == -320 else STEEL, 11))

    def shine(canvas: Canvas) -> None:
        for index, pane in enumerate(room.panes):
            windows.outdoors(canvas, stage, pane, windows.CITY, stage.random(3002 + index), sun=index == 5)
            windows.bars(canvas, room, pane, STEEL, 5, 4, thick=6)

    room.wall(draw, shine, order=0.31)
    flooring.lay(
        room, flooring.large, hexed("#827c74"), side=240, grain=0.75, contrast=0.8, cell=130, mirror=0.24, sun=1.2
    )
    reach = room.reach(at + 360)

    def truss(canvas: Canvas, depth: float) -> None:
        """A frame of girders: two posts and a lattice overhead."""
        for way in (-1, 1):
            x = way * at
            fittings.shadow(canvas, x, 44)
            fittings.rect(
                canvas,
                x - 22,
                -1000,
                x + 22,
                4,
                linear((x - 22, 0), (x + 22, 0), [times(STEEL, 0.6), mix(STEEL, (1, 1, 1), 0.15), times(STEEL, 0.5)]),
            )
            for rivet in range(16):
                canvas.drawCircle(x, -20 - rivet * 44, 3.4, solid(times(STEEL, 0.45)))
            for stripe in range(5):
                fittings.rect(
                    canvas,
                    x - 22,
                    -110 + stripe * 22,
                    x + 22,
                    -99 + stripe * 22,
                    solid(hexed("#e0b030" if stripe % 2 else "#24221f"), 0.9),
                )
        for y in (-620, -540):
            fittings.rect(
                canvas,
                -reach,
                y - 14,
                reach,
                y + 14,
                linear((0, y - 14), (0, y + 14), [mix(STEEL, (1, 1, 1), 0.2), times(STEEL, 0.55)]),
            )
        step = at / 4
        for index in range(-6, 6):
            canvas.drawLine(index * step, -620, (index + 0.5) * step, -540, stroke(times(STEEL, 0.75), 9))
            canvas.drawLine((index + 0.5) * step, -540, (index + 1) * step, -620, stroke(times(STEEL, 0.75), 9))
        fittings.rect(
            canvas, -reach, -1000, reach, -640, linear((0, -1000), (0, -640), [hexed("#1f2224"), hexed("#33383a")])
        )

    vaults.lead_in(room, (0.52, 0.70, 0.92), truss, reach, 1000)
    if not stores:
        _gears(room, -room.side * at * 0.70)
    _crates(room, room.side * at * 0.70, 0.64)
    _crates(room, -room.side * at * 0.74, 0.60)
    for x in (-at * 0.55, at * 0.55):
        lamps.pendant(room, x, -400, hexed("#3f5a50"), depth=0.60, kind="factory", reach=190)
    windows.shafts(room, room.panes[::2], 1.1, motes=60)
    if not stores:
        _steam(room, at * 0.34)
    room.light_cast(shadow=0.46)


def _boiler(canvas: Canvas, x: float) -> None:
    """A kettle of riveted plates with its gauges."""
    fittings.shadow(canvas, x, 130)
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 120, -250, x + 120, 2),
        60,
        60,
        linear((x - 120, 0), (x + 120, 0), [times(RUST, 0.55), mix(RUST, (1, 0.9, 0.8), 0.3), RUST, times(RUST, 0.45)]),
    )
    for y in (-190, -110, -40):
        canvas.drawLine(x - 116, y, x + 116, y, stroke(times(RUST, 0.5), 5))
        for rivet in range(11):
            canvas.drawCircle(x - 108 + rivet * 21.6, y - 8, 3, solid(mix(RUST, (1, 1, 1), 0.25)))
    for at, turn in ((-40, 0.6), (34, 2.0)):
        canvas.drawCircle(x + at, -150, 25, solid(hexed("#c8a24c")))
        canvas.drawCircle(x + at, -150, 19, solid(hexed("#f6f0e0")))
        canvas.drawLine(
            x + at, -150, x + at + 14 * math.sin(turn), -150 - 14 * math.cos(turn), stroke(hexed("#c8302a"), 3.4)
        )
    fittings.rect(
        canvas,
        x - 14,
        -420,
        x + 14,
        -240,
        linear((x - 14, 0), (x + 14, 0), [times(STEEL, 0.6), mix(STEEL, (1, 1, 1), 0.3), times(STEEL, 0.5)]),
    )
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 46, -84, x + 46, -22), 8, 8, solid(hexed("#2a1a12")))
    canvas.drawRoundRect(
        skia.Rect.MakeLTRB(x - 38, -76, x + 38, -30),
        6,
        6,
        linear((0, -76), (0, -30), [hexed("#ff9a3a"), hexed("#ffe08a")]),
    )


def _crates(room: Room, x: float, depth: float) -> None:
    wood = hexed("#a8794a")

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 140)
        for left, base, side in ((-124.0, 0.0, 116.0), (4.0, 0.0, 122.0), (-60.0, -116.0, 104.0)):
            box(canvas, x + left, base - side, x + left + side, base, wood)
            edge = skia.Rect.MakeLTRB(x + left + 7, base - side + 7, x + left + side - 7, base - 7)
            canvas.drawRect(edge, stroke(times(wood, 0.68), 11))
            canvas.drawLine(edge.left(), edge.bottom(), edge.right(), edge.top(), stroke(times(wood, 0.72), 11))

    room.piece(depth, x - 160, x + 160, 250, draw)


def _gears(room: Room, x: float) -> None:
    """Two wheels that turn each other."""
    grow = room.size
    spots = [(x, -392.0, 74.0, 12, 0.5), (x + 112, -440.0, 50.0, 8, -0.75)]
    tones = [room.shade(hexed("#a87a3c"), 1.1), room.shade(hexed("#7f868a"), 1.1)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for (at_x, at_y, reach, teeth, pace), tone in zip(spots, tones, strict=True):
            px, py, scale = view.place(*room.at(at_x, at_y), room.depth)
            canvas.save()
            canvas.translate(px, py)
            canvas.scale(scale * grow, scale * grow)
            canvas.rotate(math.degrees(pace * t))
            for tooth in range(teeth):
                canvas.save()
                canvas.rotate(360 / teeth * tooth)
                canvas.drawRect(skia.Rect.MakeLTRB(-9, -reach - 13, 9, -reach + 6), solid(times(tone, 0.85)))
                canvas.restore()
            canvas.drawCircle(0, 0, reach, solid(tone))
            canvas.drawCircle(0, 0, reach * 0.74, stroke(times(tone, 0.6), 5))
            for spoke in range(4):
                angle = spoke * math.pi / 2
                canvas.drawCircle(
                    reach * 0.42 * math.cos(angle),
                    reach * 0.42 * math.sin(angle),
                    reach * 0.18,
                    solid(times(tone, 0.35)),
                )
            canvas.drawCircle(0, 0, reach * 0.17, solid(times(tone, 0.5)))
            canvas.restore()

    room.stage.add(0.312, draw)


def _steam(room: Room, x: float) -> None:
    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(*room.at(x, -420), room.depth)
        unit = scale * room.size
        for puff in range(7):
            life = (t * 0.24 + puff / 7) % 1.0
            sway = 26 * math.sin(t * 0.7 + puff * 1.9) * life
            canvas.drawCircle(
                px + sway * unit,
                py - 170 * life * unit,
                (16 + 44 * life) * unit,
                solid((0.9, 0.9, 0.92), 0.20 * math.sin(math.pi * life), 9 * unit),
            )

    room.stage.add(0.313, draw)


SETTING = Setting(
    build=build,
    words="""industrial area, industrial zone, industrial plant, factory, steel mill, assembly line, factory floor, abandoned factory, steampunk factory, steampunk workshop, power plant, foundry,
        machine hall, engine room, warehouse+crates, storehouse+crates, storage room+crates, depot+crates, hangar+crates, abandoned warehouse+crates,
        shipping warehouse+crates, boiler room, chocolate factory, robot factory, industrial hall""",
    by_day="factory",
    by_night="factory",
    scenery=frozenset({"lights", "crates", "window", "smoke", "sun_rays"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "dusk"),
    who="welder, factory worker, assembly worker, forklift operator",
)
