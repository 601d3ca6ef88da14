"""A construction site: a skeleton of concrete with its scaffold, a crane that turns, heaps of sand, a digger, pipes, a fence, lamps."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import buildings, ground, mist, rows, seasons, sky
from rushes.engines.animatic.stage.set import Random, Set

CONCRETE, STEEL, YELLOW, RUST = hexed("#a8a49c"), hexed("#7a848c"), hexed("#efb42c"), hexed("#b8643c")
EARTH = hexed("#a8845c")


def build(stage: Set) -> None:
    frame, season = stage.framing, seasons.of(stage)
    side = rows.free_side(stage, 4020)
    sky.hang(stage)
    buildings.skyline_of(stage, 0.07, 6, (60, 190), (36, 84), hexed("#98a0b4"), 1, cell=8)
    buildings.skyline_of(stage, 0.12, 8, (40, 110), (44, 96), hexed("#8a8e9c"), 2, cell=9)
    mist.band(stage, 0.14, -90, 16, strength=0.4, salt=131)
    earth = season.ground(EARTH)
    ground.lay(stage, earth, season.hollows(times(EARTH, 0.74)), contrast=0.9, cell=120, patches=0.6, streak=2.0)
    wide = min(frame.width * 0.62, 720.0)
    _skeleton(stage, 0.34, side * frame.width * 0.22, wide)
    _crane(stage, 0.30, -side * frame.width * 0.20, side)
    rows.along(
        stage, 0.46, 3.2, 4022, lambda c, x, f, r: _heap(c, x, f, stage, 0.46, season.white, r), tall=110, clearing=0.24
    )
    digger = -side * frame.width * (0.30 if not frame.portrait else 0.16)
    if not any(subject.rig == "excavator" or subject.noun in ("excavator", "digger", "bulldozer") for subject in stage.plan.subjects):  # fmt: skip
        _digger(stage, 0.56, digger, side)
    _fence(stage, 0.52)
    rows.one(stage, 0.70, side * frame.width * 0.36, 4025, lambda c, x, f, r: _pipes(c, x, f, stage, 0.70), tall=150)
    rows.one(
        stage, 0.78, -side * frame.width * 0.43, 4026, lambda c, x, f, r: _planks(c, x, f, stage, 0.78, r), tall=120
    )
    rows.along(stage, 0.86, 3.0, 4027, lambda c, x, f, r: _cone(c, x, f, stage, 0.86), tall=80, clearing=0.34)
    for way in (-1, 1):
        _mast(stage, 0.62, way * frame.width * 0.46, -way)
    rows.one(
        stage,
        1.45,
        side * frame.width * 0.60,
        4029,
        lambda c, x, f, r: _barrier(c, x, f, stage, 1.45),
        tall=190,
        order=2.0,
    )


def _skeleton(stage: Set, depth: float, x: float, wide: float) -> None:
    """Five floors of a house to be: slabs, posts, some walls, a scaffold with nets on one side, lamps at night."""
    air = stage.air
    storey = 84.0 * stage.framing.tall
    lit, dim = air.surface(CONCRETE, depth, 0.85), air.surface(CONCRETE, depth, 0.25)
    dark = mix(air.surface(hexed("#4a4640"), depth, 0.2), air.haze, 0.15)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        left, right = at - wide / 2, at + wide / 2
        bays = 6
        for floor in range(5):
            base = foot - floor * storey
            far = right - (0.0 if floor < 4 else wide * 0.34)
            canvas.drawRect(skia.Rect.MakeLTRB(left + 6, base - storey, far - 6, base), linear((0, base - storey), (0, base), [times(dark, 0.7), dark]))  # fmt: skip
            for bay in range(bays):
                low = left + bay * wide / bays
                if low + wide / bays > far + 1:
                    break
                if random.random() < 0.34 - 0.06 * floor:
                    brick = air.surface(hexed("#b87a5c"), depth, 0.5)
                    canvas.drawRect(skia.Rect.MakeLTRB(low, base - storey, low + wide / bays, base), solid(brick))
                    for course in range(8):
                        y = base - course * storey / 8
                        canvas.drawLine(low, y, low + wide / bays, y, stroke(times(brick, 0.8), 1.2, 0.7))
                    hole = skia.Rect.MakeLTRB(
                        low + wide / bays * 0.28, base - storey * 0.78, low + wide / bays * 0.72, base - storey * 0.3
                    )
                    canvas.drawRect(hole, solid(times(dark, 0.7)))
                elif random.random() < air.windows * 0.6:
                    canvas.drawCircle(low + wide / bays / 2, base - storey * 0.72, storey * 0.5, solid(hexed("#ffc878"), 0.45, storey * 0.22))  # fmt: skip
                    canvas.drawCircle(low + wide / bays / 2, base - storey * 0.74, 4, solid(hexed("#fff2cc")))
            for post in range(bays + 1):
                px = left + post * wide / bays
                if px > far + 2:
                    break
                ends = [lit, dim] if air.side < 0 else [dim, lit]
                canvas.drawRect(
                    skia.Rect.MakeLTRB(px - 7, base - storey, px + 7, base), linear((px - 7, 0), (px + 7, 0), ends)
                )
            slab = skia.Rect.MakeLTRB(left - 14, base - storey - 8, far + 14, base - storey + 8)
            canvas.drawRect(slab, linear((0, slab.top()), (0, slab.bottom()), [mix(lit, air.edge, 0.3), dim]))
        top = foot - 5 * storey
        for bar in range(26):
            px = left + 10 + bar * wide * 0.64 / 26
            canvas.drawLine(px, top, px + random.uniform(-2, 2), top - random.uniform(18, 34), stroke(air.surface(RUST, depth, 0.5), 1.8))  # fmt: skip
        # The scaffold.
        pole = air.surface(STEEL, depth, 0.7)
        low, high = left - 40, left + wide * 0.36
        for level in range(10):
            y = foot - level * storey / 2
            canvas.drawLine(low, y, high, y, stroke(pole, 2.4))
            if level % 2:
                canvas.drawLine(low, y + 4, high, y + 4, stroke(air.surface(hexed("#b08450"), depth, 0.6), 6))
        for px in range(6):
            upright = low + px * (high - low) / 5
            canvas.drawLine(upright, foot, upright, foot - storey * 4.7, stroke(pole, 3))
            if px < 5:
                for level in range(0, 9, 2):
                    y = foot - level * storey / 2
                    canvas.drawLine(upright, y, upright + (high - low) / 5, y - storey, stroke(pole, 1.5, 0.7))
        net = skia.Rect.MakeLTRB(low, foot - storey * 3.5, low + (high - low) * 0.6, foot - storey * 1.5)
        canvas.drawRect(net, solid(air.surface(hexed("#3f8a5c"), depth, 0.6), 0.62))

    rows.one(stage, depth, x, 4021, each, tall=storey * 6)


def _crane(stage: Set, depth: float, x: float, way: int) -> None:
    """A tower crane whose trolley goes out and in, and whose load sways; its jib is seen from the side."""
    air, foot = stage.air, rows.foot_of(stage, depth)
    tone, dark = air.surface(YELLOW, depth, 0.75), air.surface(YELLOW, depth, 0.2)
    high, reach = 392.0 * stage.framing.tall, 330.0

    def lattice(canvas: Canvas, start: tuple[float, float], end: tuple[float, float], wide: float, step: float) -> None:
        long = math.hypot(end[0] - start[0], end[1] - start[1])
        nx, ny = -(end[1] - start[1]) / long * wide, (end[0] - start[0]) / long * wide
        count = max(2, round(long / step))
        for way_out in (-1, 1):
            canvas.drawLine(start[0] + nx * way_out, start[1] + ny * way_out, end[0] + nx * way_out, end[1] + ny * way_out, stroke(tone if way_out < 0 else dark, 3.4))  # fmt: skip
        for index in range(count):
            at, to = index / count, (index + 1) / count
            turn = 1 if index % 2 else -1
            canvas.drawLine(
                start[0] + (end[0] - start[0]) * at + nx * turn, start[1] + (end[1] - start[1]) * at + ny * turn,
                start[0] + (end[0] - start[0]) * to - nx * turn, start[1] + (end[1] - start[1]) * to - ny * turn, stroke(mix(tone, dark, 0.5), 2.0),
            )  # fmt: skip

    def each(canvas: Canvas, at: float, base: float, random: Random) -> None:
        lattice(canvas, (at, base), (at, base - high), 10, 20)
        lattice(canvas, (at - way * 110, base - high + 8), (at + way * reach, base - high + 8), 9, 18)
        canvas.drawLine(at, base - high - 70, at + way * reach * 0.8, base - high, stroke(dark, 2.0))
        canvas.drawLine(at, base - high - 70, at - way * 100, base - high, stroke(dark, 2.0))
        lattice(canvas, (at, base - high), (at, base - high - 72), 7, 16)
        canvas.drawRect(
            skia.Rect.MakeXYWH(at - way * 110 - 22, base - high + 14, 44, 34), solid(air.surface(CONCRETE, depth, 0.4))
        )
        cab = skia.Rect.MakeXYWH(at + way * 18 - 15, base - high + 16, 30, 34)
        canvas.drawRoundRect(cab, 4, 4, solid(tone))
        canvas.drawRect(
            skia.Rect.MakeXYWH(cab.left() + 5, cab.top() + 5, 20, 15), solid(mix(air.sky[1], (1, 1, 1), 0.2))
        )
        if air.windows > 0.3:
            canvas.drawCircle(at, base - high - 74, 16, solid(hexed("#ff5040"), 0.6, 6))
            canvas.drawCircle(at, base - high - 74, 3.4, solid(hexed("#ffb0a0")))

    rows.one(stage, depth, x, 4023, each, tall=high + 110)
    line, load = mix(dark, air.shadow, 0.4), air.surface(RUST, depth, 0.5)

    def moving(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        out = way * reach * (0.56 + 0.26 * math.sin(t * 0.16 + 1.0))
        px, py, scale = view.place(x + out, foot - high + 18, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale, scale)
        canvas.drawRect(skia.Rect.MakeLTRB(-12, -6, 12, 3), solid(dark))
        canvas.rotate(1.6 * math.sin(t * 0.9))
        down = 170 + 34 * math.sin(t * 0.21)
        canvas.drawLine(-4, 0, -3, down, stroke(line, 1.5))
        canvas.drawLine(4, 0, 3, down, stroke(line, 1.5))
        canvas.drawRect(skia.Rect.MakeLTRB(-6, down, 6, down + 12), solid(tone))
        for end in (-38, 38):
            canvas.drawLine(0, down + 12, end, down + 40, stroke(line, 1.4))
        for beam in range(2):
            canvas.drawRect(
                skia.Rect.MakeLTRB(-54, down + 40 + beam * 9, 54, down + 47 + beam * 9),
                solid(times(load, 1.0 - 0.2 * beam)),
            )
        canvas.restore()

    stage.add(depth + 0.001, moving)


def _heap(canvas: Canvas, x: float, foot: float, stage: Set, depth: float, white: Rgb | None, random: Random) -> None:
    """A heap of sand or gravel."""
    air, wide = stage.air, random.uniform(70, 130)
    tone = white or hexed(("#d8b47c", "#9a948c")[int(random.integers(2))])
    high = wide * 0.62
    path = skia.Path()
    path.moveTo(x - wide, foot + 5)
    path.quadTo(x - wide * 0.4, foot - high * 0.5, x - wide * 0.08, foot - high)
    path.quadTo(x + wide * 0.1, foot - high * 0.96, x + wide * 0.5, foot - high * 0.36)
    path.quadTo(x + wide * 0.8, foot - 4, x + wide, foot + 5)
    path.close()
    ends = [air.surface(tone, depth, 0.2), air.surface(tone, depth, 0.9)]
    canvas.drawPath(path, linear((x - wide * air.side * 0.7, 0), (x + wide * air.side * 0.6, 0), ends))
    for _ in range(26):
        at = random.uniform(-0.7, 0.7)
        canvas.drawCircle(x + at * wide, foot - random.uniform(0, 1 - abs(at)) * high * 0.6, random.uniform(1.2, 3.0), solid(ends[0], 0.5))  # fmt: skip


def _digger(stage: Set, depth: float, x: float, way: int) -> None:
    """A digger whose arm goes down into the earth and up again."""
    air, foot = stage.air, stage.ground_y(depth)
    tone, dim, dark = (
        air.surface(YELLOW, depth, 0.8),
        air.surface(YELLOW, depth, 0.25),
        air.surface(hexed("#3a3a3c"), depth, 0.4),
    )
    glass, grow = mix(air.sky[1], dark, 0.45), stage.near(depth) * 0.92

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, foot, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale * grow * way, scale * grow)
        canvas.drawOval(skia.Rect.MakeLTRB(-130, -8, 190, 14), solid(air.shadow, 0.4, 6))
        lift = 0.5 + 0.5 * math.sin(t * 0.7)
        elbow = (112.0, -190.0 - 20 * lift)
        hand = (190.0 + 22 * lift, -66.0 - 74 * lift)
        canvas.drawLine(40, -74, *elbow, stroke(dim, 30))
        canvas.drawLine(40, -76, *elbow, stroke(tone, 21))
        canvas.drawLine(*elbow, *hand, stroke(dim, 21))
        canvas.drawLine(*elbow, *hand, stroke(tone, 14))
        canvas.drawLine(66, -108, elbow[0] - 6, elbow[1] + 26, stroke(hexed("#c8ced2"), 6))
        canvas.drawCircle(*elbow, 10, solid(dark))
        canvas.save()
        canvas.translate(*hand)
        canvas.rotate(50 * lift - 10)
        bucket = skia.Path()
        bucket.moveTo(-10, -8)
        bucket.lineTo(30, 2)
        bucket.quadTo(36, 44, -4, 48)
        bucket.lineTo(-26, 36)
        bucket.quadTo(-2, 26, -10, -8)
        bucket.close()
        canvas.drawPath(bucket, linear((-26, 0), (34, 0), [dark, mix(dark, tone, 0.35)]))
        canvas.restore()
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-104, -46, 84, 4), 24, 24, solid(dark))
        for wheel in range(5):
            canvas.drawCircle(-80 + wheel * 35, -20, 13, solid(mix(dark, (1, 1, 1), 0.18)))
            canvas.drawCircle(-80 + wheel * 35, -20, 5, solid(dark))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-112, -104, 62, -48), 10, 10, linear((0, -104), (0, -48), [mix(tone, air.edge, 0.25), dim]))  # fmt: skip
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-22, -168, 50, -92), 9, 9, linear((0, -168), (0, -92), [tone, dim]))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-12, -158, 42, -104), 5, 5, solid(glass))
        canvas.drawLine(-6, -112, 18, -154, stroke((1, 1, 1), 5, 0.22))
        canvas.drawRect(skia.Rect.MakeLTRB(-84, -128, -70, -100), solid(dark))
        for puff in range(4):
            life = (t * 0.5 + puff / 4) % 1.0
            canvas.drawCircle(
                -77 - 26 * life, -132 - 60 * life, 5 + 13 * life, solid(mix(air.haze, dark, 0.4), 0.28 * (1 - life), 5)
            )
        canvas.restore()

    stage.add(depth, draw)


def _fence(stage: Set, depth: float) -> None:
    """A fence of wire in frames, with a striped board here and there."""
    air, foot = stage.air, stage.ground_y(depth)
    pole = air.surface(STEEL, depth, 0.7)
    high = 92.0 * stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        count = round(period / 150)
        step = period / count
        for index in range(count):
            x = index * step
            if abs(x + step / 2 - period / 2) < stage.framing.width * 0.20:
                continue
            frame = skia.Rect.MakeLTRB(x + 3, foot - high, x + step - 3, foot - 8)
            for wire in range(int(step / 10)):
                canvas.drawLine(x + wire * 10, foot - high, x + wire * 10, foot - 8, stroke(pole, 0.9, 0.5))
            for wire in range(int(high / 18)):
                canvas.drawLine(x, foot - 8 - wire * 18, x + step, foot - 8 - wire * 18, stroke(pole, 0.8, 0.4))
            canvas.drawRect(frame, stroke(pole, 3))
            canvas.drawRect(
                skia.Rect.MakeLTRB(x - 14, foot - 10, x + 14, foot + 3), solid(air.surface(CONCRETE, depth, 0.5))
            )
            if index % 3 == 1:
                board = skia.Rect.MakeLTRB(x + 30, foot - high * 0.86, x + step - 30, foot - high * 0.46)
                canvas.drawRect(board, solid(air.surface(hexed("#f4f0e4"), depth, 0.85)))
                canvas.drawRect(
                    skia.Rect.MakeLTRB(board.left(), board.top(), board.right(), board.top() + 10),
                    solid(air.surface(hexed("#e8602c"), depth, 0.8)),
                )
                canvas.drawCircle(
                    (board.left() + board.right()) / 2, board.bottom() - 13, 9, solid(air.surface(YELLOW, depth, 0.8))
                )

    stage.bake(depth, foot - high - 6, foot + 6, draw)


def _pipes(canvas: Canvas, x: float, foot: float, stage: Set, depth: float) -> None:
    """Pipes of concrete in a heap, seen into."""
    air = stage.air
    lit, dim = air.surface(hexed("#b8b4aa"), depth, 0.85), air.surface(hexed("#b8b4aa"), depth, 0.2)
    canvas.drawOval(skia.Rect.MakeLTRB(x - 130, foot - 8, x + 130, foot + 12), solid(air.shadow, 0.4, 6))
    for at, up in ((-78, 0), (0, 0), (78, 0), (-39, 66), (39, 66)):
        cx, cy = x + at, foot - 36 - up
        canvas.drawCircle(cx, cy, 38, linear((cx - 38 * air.side, cy - 20), (cx + 38 * air.side, cy + 20), [dim, lit]))
        canvas.drawCircle(cx, cy, 26, linear((0, cy - 26), (0, cy + 26), [times(dim, 0.35), times(dim, 0.8)]))


def _planks(canvas: Canvas, x: float, foot: float, stage: Set, depth: float, random: Random) -> None:
    """A stack of planks, bricks on a pallet beside it."""
    air = stage.air
    canvas.drawOval(skia.Rect.MakeLTRB(x - 150, foot - 8, x + 150, foot + 12), solid(air.shadow, 0.4, 6))
    for row in range(5):
        tone = air.surface(hexed(("#c89a5c", "#b98a50", "#d8ac6c")[row % 3]), depth, 0.6)
        y, shift = foot - 8 - row * 12, random.uniform(-10, 10)
        canvas.drawRect(skia.Rect.MakeLTRB(x - 140 + shift, y - 10, x + 20 + shift, y), linear((0, y - 10), (0, y), [mix(tone, air.edge, 0.3), times(tone, 0.75)]))  # fmt: skip
    for row in range(5):
        for brick in range(4):
            tone = air.surface(hexed(("#b8583c", "#a84f38", "#c8684a")[(row * 3 + brick) % 3]), depth, 0.6)
            left, y = x + 44 + brick * 25 + 6 * (row % 2), foot - 12 - row * 14
            canvas.drawRect(skia.Rect.MakeLTRB(left, y - 12.5, left + 23, y), solid(tone))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x + 38, foot - 12, x + 152, foot - 4), solid(air.surface(hexed("#8a6238"), depth, 0.5))
    )


def _cone(canvas: Canvas, x: float, foot: float, stage: Set, depth: float) -> None:
    air = stage.air
    tone, white = air.surface(hexed("#f0642c"), depth, 0.8), air.surface(hexed("#fbf6ec"), depth, 0.9)
    canvas.drawOval(skia.Rect.MakeLTRB(x - 26, foot - 4, x + 26, foot + 6), solid(air.shadow, 0.4, 3))
    path = skia.Path()
    path.moveTo(x - 5, foot - 62)
    path.lineTo(x + 5, foot - 62)
    path.lineTo(x + 18, foot - 3)
    path.lineTo(x - 18, foot - 3)
    path.close()
    canvas.drawPath(path, linear((x - 18, 0), (x + 18, 0), [times(tone, 0.8), mix(tone, white, 0.2), times(tone, 0.7)]))
    canvas.save()
    canvas.clipPath(path, True)
    canvas.drawRect(skia.Rect.MakeLTRB(x - 20, foot - 44, x + 20, foot - 27), solid(white))
    canvas.restore()
    canvas.drawRoundRect(skia.Rect.MakeLTRB(x - 23, foot - 6, x + 23, foot + 1), 2, 2, solid(times(tone, 0.7)))


def _mast(stage: Set, depth: float, x: float, way: int) -> None:
    """A mast with lamps that light the site when it is dark."""
    air = stage.air
    pole = air.surface(STEEL, depth, 0.5)
    strength = min(1.0, air.windows * 1.4)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.drawLine(at, foot, at, foot - 300, stroke(pole, 6))
        canvas.drawLine(at - 18, foot, at, foot - 40, stroke(pole, 5))
        canvas.drawLine(at + 18, foot, at, foot - 40, stroke(pole, 5))
        for lamp in (-1, 1):
            x_lamp, y = at + lamp * 17 + way * 8, foot - 304
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x_lamp - 14, y - 12, 28, 24), 4, 4, solid(times(pole, 0.7)))
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x_lamp - 11, y - 8, 22, 17), 3, 3, solid(mix(times(pole, 1.2), hexed("#fff6dc"), strength)))  # fmt: skip
            canvas.drawCircle(x_lamp, y, 60, solid(hexed("#fff0cc"), 0.5 * strength, 24))

    rows.one(stage, depth, x, 4030 + (way > 0), each, tall=400)


def _barrier(canvas: Canvas, x: float, foot: float, stage: Set, depth: float) -> None:
    """A striped barrier before the lens."""
    air = stage.air
    red, white = air.surface(hexed("#e0452c"), depth, 0.6), air.surface(hexed("#f6f0e4"), depth, 0.7)
    for way in (-1, 1):
        canvas.drawLine(x + way * 130, foot + 10, x + way * 120, foot - 150, stroke(times(white, 0.5), 12))
    box = skia.Rect.MakeLTRB(x - 180, foot - 150, x + 180, foot - 96)
    canvas.drawRoundRect(box, 6, 6, solid(white))
    canvas.save()
    canvas.clipRect(box)
    for stripe in range(9):
        at = x - 210 + stripe * 50
        band = skia.Path()
        band.moveTo(at, box.bottom())
        band.lineTo(at + 25, box.bottom())
        band.lineTo(at + 60, box.top())
        band.lineTo(at + 35, box.top())
        band.close()
        canvas.drawPath(band, solid(red))
    canvas.restore()


SETTING = Setting(
    build=build,
    words="""construction site, building site, construction zone, construction yard, construction, scaffolding, under construction, half built building, work site, worksite,
        demolition site, excavation site, roadworks, unfinished building""",
    by_day="works wind",
    by_night="wind",
    scenery=frozenset({"skyline", "lights", "crane", "scaffolding", "fence", "cranes", "bricks", "pipes"}),
    who="construction worker, builder, bricklayer, welder, foreman, roofer, crane operator",
)
