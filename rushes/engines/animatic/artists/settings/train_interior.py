"""Inside a train or an airplane: a row of windows with the country or the clouds that pass, seats, racks, small lamps."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, rooms, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Set

CLOTHS = ("#7a2f34", "#2f5a6a", "#3f5a3a", "#6a4a2f")
#: Units: one window with its seat; how long the row of windows is.
BAY = 240.0


def build(stage: Set) -> None:
    flies = bool({"airliner", "clouds"} & set(stage.plan.features))
    metro = "metro" in stage.plan.features
    room = rooms.enter(
        stage,
        2750,
        unit=BAY,
        base=0.72 if flies else 0.82,
        tint=rooms.NEUTRAL if flies or metro else rooms.WARM,
        always=0.45,
        windows=0.45 if flies else 0.6,
    )
    cloth = room.lead(hexed(CLOTHS[int(room.random.integers(len(CLOTHS)))]), 0.8)
    count = round(room.width / BAY)
    middles = [-room.width / 2 + (index + 0.5) * BAY for index in range(count)]
    if flies:
        panes = [Pane(x + shift, -326, 74, 104) for x in middles for shift in (-60, 60)]
    else:
        panes = [Pane(x, -348, 190, 176) for x in middles]
    room.panes += panes
    room.lamps += [Lamp(x, -400, 130, 0.6) for x in middles]
    shape = "round" if flies else "square"

    def draw(canvas: Canvas) -> None:
        if flies or metro:
            _shell(canvas, room, metro)
        else:
            _timber(canvas, room, middles)
        for pane in panes:
            windows.casing(
                canvas, pane, hexed("#e8e6e0") if flies or metro else hexed("#8a5a34"), shape=shape, sill=not flies
            )
            hole = skia.Paint(AntiAlias=True)
            hole.setBlendMode(skia.BlendMode.kClear)
            canvas.drawPath(windows.outline(pane, shape), hole)

    def shine(canvas: Canvas) -> None:
        for pane in panes:
            opening = windows.outline(pane, shape)
            gleam = linear((pane.x - 90, pane.y), (pane.x + 60, pane.foot), [(1, 1, 1)] * 3, None, [0.16, 0.03, 0.10])
            canvas.drawPath(opening, gleam)
            canvas.drawPath(opening, stroke(times(hexed("#d8d4cc") if flies or metro else hexed("#5a3a24"), 0.6), 8))
            if not flies and not metro:
                for way in (-1, 1):
                    _curtain(canvas, pane, way, times(cloth, 0.45 + 0.35 * room.outside + 0.1 * room.level))

    _passing(room, flies, metro)
    room.wall(draw, shine)
    carpet = mix(hexed("#5a4038"), cloth, 0.4) if not metro else hexed("#7a8084")
    flooring.lay(room, flooring.plain, carpet, grain=0.25, mirror=0.1 if not metro else 0.3, sun=0.5)
    for index, x in enumerate(middles):
        if abs(x) < room.half * 1.5:
            _seats(room, x, cloth, flies, metro, index)
    if metro:
        _poles(room)
    room.light_cast(shadow=0.36)


def _timber(canvas: Canvas, room: Room, middles: list[float]) -> None:
    """Polished wood, a rack of brass with suitcases, little lamps between the windows."""
    wood = hexed("#8a5634")
    fittings.plaster(canvas, room, wood)
    fittings.boards(
        canvas,
        -room.width / 2,
        -room.high,
        room.width / 2,
        -440,
        mix(wood, hexed("#e8d8b8"), 0.7),
        60,
        room.random,
        level=True,
    )
    fittings.panelling(canvas, room, 150, wood, step=80)
    for x in middles:
        edge = x - BAY / 2
        fittings.rect(
            canvas,
            edge - 14,
            -440,
            edge + 14,
            -150,
            linear((edge - 14, 0), (edge + 14, 0), [mix(wood, (1, 0.9, 0.8), 0.2), times(wood, 0.7)]),
        )
        canvas.drawCircle(edge, -300, 9, solid(hexed("#c89a44")))
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(edge - 15, -336, edge + 15, -302),
            9,
            9,
            linear((0, -336), (0, -302), [hexed("#fff2d0"), hexed("#f0c070")]),
        )
    for index, x in enumerate(middles):
        code = ("#8a5a34", "#5a3a2a", "#4a5a6a", "#7a3a34")[index % 4]
        box(canvas, x - 74, -474, x + 34, -418, hexed(code))
        for at in (-50, 10):
            canvas.drawLine(x + at, -472, x + at, -420, stroke(times(hexed(code), 0.6), 7))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 46, -456, x + 96, -418), 14, 14, solid(hexed("#b08a5a")))
    for y in (-414, -404):
        canvas.drawLine(-room.width / 2, y, room.width / 2, y, stroke(hexed("#d8ac58"), 4.5))


def _shell(canvas: Canvas, room: Room, metro: bool) -> None:
    """A light shell of panels, with lockers over the windows."""
    shell = hexed("#e2e2de") if not metro else hexed("#c8ced0")
    fittings.rect(
        canvas,
        -room.width / 2,
        -room.high,
        room.width / 2,
        8,
        linear((0, -520), (0, 0), [times(shell, 0.86), shell, times(shell, 0.8)]),
    )
    for index in range(round(room.width / 120)):
        x = -room.width / 2 + index * 120
        if metro:
            tone = hexed(("#d85a4a", "#4f8ac0", "#e8b84a", "#5a9a6a")[index % 4])
            fittings.rect(
                canvas, x + 6, -424, x + 112, -372, linear((0, -424), (0, -372), [mix(tone, (1, 1, 1), 0.35), tone])
            )
            canvas.drawLine(x + 16, -398, x + 76, -398, stroke((1, 1, 1), 6, 0.8))
            continue
        locker = skia.Rect.MakeLTRB(x + 3, -500, x + 117, -402)
        canvas.drawRoundRect(
            locker, 14, 14, linear((0, -500), (0, -402), [mix(shell, (1, 1, 1), 0.5), times(shell, 0.86)])
        )
        canvas.drawRoundRect(locker, 14, 14, stroke(times(shell, 0.66), 2.4))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x + 46, -416, x + 74, -408), 4, 4, solid(times(shell, 0.5)))
    fittings.rect(
        canvas, -room.width / 2, -394, room.width / 2, -386, linear((0, -394), (0, -386), [(1, 1, 1), hexed("#cfe6f0")])
    )


def _curtain(canvas: Canvas, pane: Pane, way: int, cloth: Rgb) -> None:
    edge, inner = pane.x + way * pane.width / 2, pane.x + way * pane.width * 0.36
    path = skia.Path()
    path.moveTo(edge, pane.y - 2)
    path.lineTo(inner, pane.y - 2)
    path.quadTo(inner + way * 4, pane.y + pane.height * 0.5, edge - way * 8, pane.y + pane.height * 0.66)
    path.quadTo(edge - way * 2, pane.y + pane.height * 0.8, edge - way * 12, pane.foot)
    path.lineTo(edge, pane.foot)
    path.close()
    canvas.drawPath(path, linear((edge, 0), (inner, 0), [times(cloth, f) for f in (0.6, 1.0, 0.7, 1.05, 0.6)]))


def _passing(room: Room, flies: bool, metro: bool) -> None:
    """What goes by outside: sky, far hills, near trees and poles; clouds under an airplane; lamps in a tunnel."""
    stage, air = room.stage, room.stage.air
    low, high = room.at(0, -150)[1], room.at(0, -430)[1]
    white = stage.plan.weather == "snow" or stage.plan.season == "winter"

    def behind(canvas: Canvas, period: float) -> None:
        if metro:
            fittings.rect(
                canvas, 0, high, period, low, linear((0, high), (0, low), [hexed("#0c0d10"), hexed("#1c1a1a")])
            )
            return
        fittings.rect(canvas, 0, high, period, low, linear((0, high), (0, low), list(air.sky), list(air.stops)))
        random = stage.random(2751)
        for _ in range(round(60 * air.stars)):
            canvas.drawCircle(
                random.uniform(0, period),
                random.uniform(high, low - 60),
                random.uniform(0.7, 1.5),
                solid((1, 1, 1), 0.8),
            )
        canvas.drawCircle(period / 2 + air.side * 190, high + 70, 80, solid(air.sun, 0.35, 34))
        canvas.drawCircle(period / 2 + air.side * 190, high + 70, 17, solid(air.sun))

    stage.bake(0.05, high, low, behind, order=0.31, blur=0.0)
    if metro:

        def lights(canvas: Canvas, period: float) -> None:
            for index in range(6):
                x = (index + 0.5) * period / 6
                fittings.rect(
                    canvas,
                    x - 50,
                    high + 40,
                    x + 50,
                    high + 52,
                    linear((x - 50, 0), (x + 50, 0), [hexed("#ffe6b0")] * 3, None, [0.0, 1.0, 0.0]),
                )
                fittings.rect(canvas, x + 60, high, x + 76, low, solid(hexed("#2a2826")))

        stage.bake(0.12, high, low, lights, order=0.312, blur=1.5, drift=-980.0, period=2400)
        return
    bands = (("#f4f6fa", 0.4, -14.0, 36.0), ("#ffffff", 0.62, -30.0, 26.0)) if flies else (("#6f8fa0", 0.30, -26.0, 60.0), ("#6a8f62", 0.52, -90.0, 44.0), ("#557a48", 0.74, -240.0, 28.0))  # fmt: skip
    for index, (code, depth, drift, tall) in enumerate(bands):
        tone = air.surface(hexed("#e4eaf2") if white and not flies else hexed(code), depth, 0.6)
        if flies:
            tone = mix(air.cloud_shade, air.cloud_lit, 0.4 + 0.5 * index)

        def land(canvas: Canvas, period: float, index: int = index, tone: Rgb = tone, tall: float = tall) -> None:
            random = stage.random(2752 + index)
            base = low - 22 + 14 * index
            if flies:
                for _ in range(26):
                    x, reach = random.uniform(0, period), random.uniform(40, 110)
                    canvas.drawOval(
                        skia.Rect.MakeXYWH(x - reach, base - reach * 0.32, reach * 2, reach * 0.9),
                        solid(times(tone, random.uniform(0.9, 1.08)), 0.95, 5),
                    )
                return
            path = skia.Path()
            path.moveTo(0, low + 4)
            for step in range(49):
                angle = step / 48 * 2 * math.pi
                path.lineTo(
                    step / 48 * period,
                    base - tall * (0.6 + 0.4 * math.sin(angle * (3 + index) + index) * math.cos(angle * 2)),
                )
            path.lineTo(period, low + 4)
            path.close()
            canvas.drawPath(path, linear((0, base - tall), (0, low), [mix(tone, air.sun, 0.12), times(tone, 0.86)]))
            for _ in range((10, 26, 34)[index]):
                x, size = random.uniform(0, period), random.uniform(9, 20) * (0.6 + 0.5 * index)
                body = times(tone, random.uniform(0.62, 0.8))
                canvas.drawOval(
                    skia.Rect.MakeXYWH(x - size * 0.7, base - tall * 0.5 - size * 1.6, size * 1.4, size * 2.2),
                    solid(body),
                )
            for _ in range(round(9 * air.windows * (index < 2))):
                x = random.uniform(0, period)
                canvas.drawCircle(x, base - random.uniform(0, tall * 0.4), 2.2, solid(hexed("#ffd28a")))

        stage.bake(depth, high, low + 2, land, order=0.312 + 0.002 * index, blur=0.3 + 0.5 * index, drift=drift)
    if not flies:

        def poles(canvas: Canvas, period: float) -> None:
            tone = air.surface(hexed("#4a4038"), 0.9, 0.3)
            for index in range(3):
                x = (index + 0.5) * period / 3
                canvas.drawLine(x, high - 10, x, low, stroke(tone, 8))
                canvas.drawLine(x - 24, high + 26, x + 24, high + 26, stroke(tone, 6))
            for row in range(2):
                canvas.drawLine(0, high + 22 + row * 12, period, high + 26 + row * 12, stroke(tone, 1.4, 0.6))

        stage.bake(0.9, high - 12, low + 2, poles, order=0.319, blur=1.6, drift=-760.0, period=3600)


def _seats(room: Room, x: float, cloth: Rgb, flies: bool, metro: bool, index: int) -> None:
    """Two seats that face each other with a little table, or rows that look ahead."""
    depth = 0.71
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        if metro:
            fittings.shadow(canvas, x, 96)
            for at in (-52.0, 0.0, 52.0):
                canvas.drawRoundRect(
                    skia.Rect.MakeLTRB(x + at - 24, -142, x + at + 24, -72),
                    10,
                    10,
                    linear((0, -142), (0, -72), [mix(cloth, (1, 1, 1), 0.3), cloth]),
                )
                canvas.drawRoundRect(
                    skia.Rect.MakeLTRB(x + at - 25, -80, x + at + 25, -60), 8, 8, solid(times(cloth, 0.8))
                )
            fittings.rect(canvas, x - 80, -60, x + 80, 2, solid(hexed("#4a4e52")))
            return
        pairs = ((-1, 1), (1, -1)) if not flies else ((-1, 1),)
        for side, way in pairs:
            at = x + side * 78 if not flies else x
            fittings.shadow(canvas, at, 58)
            back = skia.Path()
            back.moveTo(at - way * 34, -70)
            back.lineTo(at - way * 50, -206)
            back.quadTo(at - way * 46, -224, at - way * 26, -222)
            back.quadTo(at - way * 14, -220, at - way * 12, -200)
            back.lineTo(at + way * 2, -78)
            back.close()
            tone = linear((at - 50, 0), (at + 50, 0), [mix(cloth, (1, 1, 1), 0.16), times(cloth, 0.7)])
            canvas.drawPath(back, tone)
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(at - 40, -92, at + 44, -58),
                14,
                14,
                linear((0, -92), (0, -58), [mix(cloth, (1, 1, 1), 0.22), times(cloth, 0.72)]),
            )
            fittings.rect(
                canvas, at - 36, -58, at + 38, 2, solid(times(hexed("#4a3426") if not flies else hexed("#6a7076"), 0.8))
            )
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(at - way * 30 - 20, -216, 40, 26), 6, 6, solid(hexed("#f2ece0"), 0.92)
            )
        if not flies:
            canvas.drawLine(x, -128, x, -6, stroke(hexed("#8a6a3a"), 7))
            box(canvas, x - 44, -140, x + 44, -128, hexed("#9a6a3e"))
            if index % 2 == 0:
                canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 22, -158, x - 4, -140), 4, 4, solid(hexed("#f4efe4")))
                fittings.rect(canvas, x + 4, -147, x + 34, -140, solid(hexed("#4f7a9a")))

    room.piece(depth, x - 140, x + 140, 240, draw)


def _poles(room: Room) -> None:
    """Rails to hold on to, and straps."""

    def draw(canvas: Canvas) -> None:
        steel = hexed("#d8dde0")
        for x in (-300, 0, 300):
            fittings.rect(
                canvas,
                x - 6,
                -620,
                x + 6,
                4,
                linear((x - 6, 0), (x + 6, 0), [times(steel, 0.6), (1, 1, 1), times(steel, 0.6)]),
            )
        canvas.drawLine(-520, -410, 520, -410, stroke(steel, 9))
        for index in range(9):
            at = -440 + index * 110
            canvas.drawLine(at, -410, at, -360, stroke(hexed("#3a3e42"), 5))
            canvas.drawCircle(at, -344, 16, stroke(hexed("#e8e4da"), 6))

    room.piece(0.80, -540, 540, 640, draw)


SETTING = Setting(
    build=build,
    words="""inside a bus, inside the bus, bus interior, bus window, train window, bus seat, train compartment, train carriage, train interior, inside a train, on a train, train car, railway carriage, dining car, sleeper car,
        window of a train, train window, through a train window, on the train, orient express, carriage interior, inside a bus, on a bus, bus interior,
        airplane cabin+airliner, airplane interior+airliner, inside an airplane+airliner, on an airplane+airliner, plane window+airliner, airplane window+airliner,
        on a plane+airliner, aircraft cabin+airliner, passenger cabin+airliner, airplane seat+airliner, window seat of an airplane+airliner,
        subway car+metro, subway train+metro, on the subway+metro, metro car+metro, inside a subway+metro, tube train+metro, tram interior+metro""",
    by_day="carriage",
    by_night="carriage",
    scenery=frozenset({"window", "curtains", "airliner", "metro", "clouds", "hills", "trees", "lights", "table"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "golden", "dusk"),
    who="passenger, commuter, conductor, train conductor, flight attendant, stewardess",
)
