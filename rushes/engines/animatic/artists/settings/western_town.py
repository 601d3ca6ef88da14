"""A town of the old west: wooden false fronts with porches along a dusty street, a water tower, table mountains behind."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, rows, sky, swells
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import desert

SAND = hexed("#d2a268")
WALLS = tuple(hexed(code) for code in ("#a8734a", "#8f6a4c", "#b8895c", "#9c5a3f", "#7f7465", "#b59a6e"))
TRIM = tuple(hexed(code) for code in ("#e6d8b8", "#6a4630", "#cfc2a4", "#5a3a2a"))
LAMP = hexed("#ffcf7a")
DEPTH = 0.42


def build(stage: Set) -> None:
    frame = stage.framing
    side = rows.free_side(stage, 4700)
    sky.hang(stage)
    hills.ridge(stage, 0.08, 70, hexed("#a8785f"), waves=4, salt=100, rough=0.7)
    desert.mesas(stage, 0.12, 130)
    mist.band(stage, 0.14, -50, 20, strength=0.45, salt=131)
    houses(stage, 0.22, 16, 4701, foot=12.0)
    ground.lay(stage, SAND, mix(SAND, hexed("#b8814c"), 0.6), contrast=0.6, cell=230, patches=0.45, streak=2.0)
    houses(stage, DEPTH, 8.6, 4702)
    tower(stage, 0.36, side * frame.width * 0.30)
    rails(stage, 0.62, 4704)
    barrels(stage, 0.58, 4705)
    wheel(stage, 0.80, -side * frame.width * 0.43)
    swells.tufts(stage, 0.95, hexed("#a58a4c"), 4706, count=16, heights=(8, 22), blades=6)
    swells.tufts(stage, 1.3, hexed("#a58a4c"), 4707, count=9, heights=(18, 40), blades=7)


def houses(stage: Set, depth: float, count: float, salt: int, *, foot: float | None = None) -> None:
    """Fronts shoulder to shoulder, no two of one height."""
    high = 560 * depth * stage.near(depth) * stage.framing.tall**0.5

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        front(canvas, stage, x, foot, high * random.uniform(0.82, 1.12), depth, random)

    rows.along(stage, depth, count, salt, each, tall=high * 1.5, foot=foot, scatter=2.0, below=20.0)


def front(canvas: Canvas, stage: Set, x: float, foot: float, high: float, depth: float, random: Random) -> None:
    """One building: a wall of boards that is higher than the house behind it, a porch on posts, doors and windows."""
    air = stage.air
    wide = high * random.uniform(0.78, 1.05)
    wall = air.surface(WALLS[int(random.integers(len(WALLS)))], depth, 0.62)
    trim = air.surface(TRIM[int(random.integers(len(TRIM)))], depth, 0.7)
    dark = air.surface(hexed("#2c2018"), depth, 0.2)
    left, right, top = x - wide / 2, x + wide / 2, foot - high
    canvas.drawOval(skia.Rect.MakeXYWH(left - 6, foot - 6, wide + 12, 18), solid(air.shadow, 0.35, 5))
    # The gable of the house behind, then the false front in a step or an arch.
    eaves = foot - high * 0.66
    canvas.drawRect(skia.Rect.MakeLTRB(left + 4, eaves, right - 4, foot), solid(times(wall, 0.7)))
    kind = int(random.integers(3))
    path = skia.Path()
    path.moveTo(left, foot)
    path.lineTo(left, top + high * 0.16)
    if kind == 0:
        for px, py in ((left + wide * 0.22, top + high * 0.16), (left + wide * 0.22, top), (right - wide * 0.22, top), (right - wide * 0.22, top + high * 0.16)):  # fmt: skip
            path.lineTo(px, py)
    elif kind == 1:
        path.cubicTo(
            left + wide * 0.3, top - high * 0.06, right - wide * 0.3, top - high * 0.06, right, top + high * 0.16
        )
    path.lineTo(right, top + high * 0.16)
    path.lineTo(right, foot)
    path.close()
    ends = [(left, 0.0), (right, 0.0)] if air.side > 0 else [(right, 0.0), (left, 0.0)]
    canvas.drawPath(path, linear(ends[0], ends[1], [times(wall, 0.78), wall, mix(wall, air.edge, 0.12)]))
    canvas.save()
    canvas.clipPath(path, True)
    step = max(3.0, high * 0.045)
    for row in range(int(high / step) + 1):
        y = foot - row * step
        canvas.drawLine(left, y, right, y, stroke(times(wall, 0.72), max(0.7, step * 0.12), 0.7))
    canvas.restore()
    canvas.drawPath(path, stroke(trim, max(1.2, high * 0.014)))
    # A board for a name, with nothing written on it that could be read.
    board = skia.Rect.MakeXYWH(x - wide * 0.34, top + high * 0.20, wide * 0.68, high * 0.11)
    canvas.drawRect(board, solid(mix(trim, wall, 0.25)))
    canvas.drawLine(board.left() + wide * 0.08, board.centerY(), board.right() - wide * 0.08, board.centerY(), stroke(dark, high * 0.02, 0.65))  # fmt: skip
    lights = air.windows
    for way in (-1, 1):
        _window(canvas, x + way * wide * 0.24, foot - high * 0.56, high * 0.11, trim, dark, lights)
        _window(canvas, x + way * wide * 0.32, foot - high * 0.21, high * 0.13, trim, dark, lights)
    door = skia.Rect.MakeXYWH(x - high * 0.085, foot - high * 0.27, high * 0.17, high * 0.27)
    canvas.drawRect(door, solid(mix(dark, LAMP, 0.75 * lights)))
    for way in (-1, 1):
        # The doors of a saloon: two wings that hang in the middle of the way.
        canvas.drawRect(skia.Rect.MakeXYWH(x + (way - 1) / 2 * high * 0.08 + way * 1.0, foot - high * 0.20, high * 0.075, high * 0.12), solid(times(trim, 0.8)))  # fmt: skip
    _porch(canvas, x, foot, wide, high, air.surface(WALLS[2], depth, 0.75), times(wall, 0.55))


def _window(canvas: Canvas, x: float, y: float, size: float, trim: Rgb, dark: Rgb, lights: float) -> None:
    box = skia.Rect.MakeXYWH(x - size * 0.42, y - size * 0.6, size * 0.84, size * 1.2)
    canvas.drawRect(box, solid(mix(dark, LAMP, lights)))
    pen = stroke(trim, max(1.0, size * 0.12))
    canvas.drawRect(box, pen)
    canvas.drawLine(x, box.top(), x, box.bottom(), pen)


def _porch(canvas: Canvas, x: float, foot: float, wide: float, high: float, wood: Rgb, shade: Rgb) -> None:
    """A roof of shingles on posts over a boardwalk; what is under it lies in its shade."""
    left, right, roof = x - wide * 0.52, x + wide * 0.52, foot - high * 0.40
    canvas.drawRect(skia.Rect.MakeLTRB(left + 3, roof, right - 3, roof + high * 0.08), solid(shade, 0.55, high * 0.02))
    slope = skia.Path()
    for number, (px, py) in enumerate(((left + wide * 0.06, roof - high * 0.07), (right - wide * 0.06, roof - high * 0.07), (right, roof + high * 0.02), (left, roof + high * 0.02))):  # fmt: skip
        slope.moveTo(px, py) if number == 0 else slope.lineTo(px, py)
    slope.close()
    canvas.drawPath(slope, linear((0, roof - high * 0.07), (0, roof + high * 0.02), [wood, times(wood, 0.72)]))
    for share in (-0.5, -0.17, 0.17, 0.5):
        post = x + share * wide
        canvas.drawLine(post, roof, post, foot - 2, stroke(times(wood, 0.9), max(1.6, high * 0.022)))
    canvas.drawRect(skia.Rect.MakeLTRB(left, foot - high * 0.035, right, foot + 2), linear((0, foot - high * 0.035), (0, foot + 2), [wood, times(wood, 0.6)]))  # fmt: skip


def tower(stage: Set, depth: float, x: float) -> None:
    """A tank for water on four legs above the roofs."""
    air = stage.air
    high = 690 * depth * stage.near(depth) * stage.framing.tall**0.5
    wood, iron = air.surface(hexed("#8a6242"), depth, 0.6), air.surface(hexed("#4a4038"), depth, 0.4)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        half, neck = high * 0.17, foot - high * 0.58
        for way in (-1, 1):
            canvas.drawLine(at + way * half * 1.15, foot, at + way * half * 0.8, neck, stroke(iron, high * 0.02))
            canvas.drawLine(at - way * half * 1.1, foot - high * 0.12, at + way * half * 0.85, foot - high * 0.46, stroke(iron, high * 0.01))  # fmt: skip
        tank = skia.Rect.MakeLTRB(at - half, foot - high * 0.86, at + half, neck)
        canvas.drawRect(tank, linear((at - half, 0), (at + half, 0), [times(wood, 0.62), wood, times(wood, 0.75)] if air.side > 0 else [times(wood, 0.75), wood, times(wood, 0.62)]))  # fmt: skip
        for plank in range(1, 9):
            px = at - half + 2 * half * plank / 9
            canvas.drawLine(px, tank.top(), px, tank.bottom(), stroke(times(wood, 0.6), 1.2, 0.7))
        for hoop in (0.12, 0.5, 0.88):
            y = tank.top() + tank.height() * hoop
            canvas.drawLine(tank.left(), y, tank.right(), y, stroke(iron, high * 0.012))
        cone = skia.Path()
        cone.moveTo(at - half * 1.12, tank.top())
        cone.lineTo(at, tank.top() - high * 0.13)
        cone.lineTo(at + half * 1.12, tank.top())
        cone.close()
        canvas.drawPath(cone, solid(times(wood, 0.72)))

    rows.one(stage, depth, x, 4703, each, tall=high * 1.05)


def rails(stage: Set, depth: float, salt: int) -> None:
    """Rails at which horses are tied."""
    wood = stage.air.surface(hexed("#8a6544"), depth, 0.65)
    size = 130 * depth * stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(x - size * 0.9, foot - 4, size * 1.8, 10), solid(stage.air.shadow, 0.35, 4))
        for way in (-0.8, 0.0, 0.8):
            canvas.drawLine(
                x + way * size, foot, x + way * size, foot - size * 0.62, stroke(times(wood, 0.8), size * 0.08)
            )
        canvas.drawLine(x - size, foot - size * 0.56, x + size, foot - size * 0.56, stroke(wood, size * 0.075))

    rows.along(stage, depth, 3.2, salt, each, tall=size, clearing=0.34)


def barrels(stage: Set, depth: float, salt: int) -> None:
    air = stage.air
    wood, iron = air.surface(hexed("#8f5f38"), depth, 0.65), air.surface(hexed("#4a4038"), depth, 0.4)
    size = 112 * depth * stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        for number in range(int(random.integers(1, 4))):
            at = x + number * size * 0.62
            canvas.drawOval(skia.Rect.MakeXYWH(at - size * 0.36, foot - 4, size * 0.72, 9), solid(air.shadow, 0.4, 3))
            path = skia.Path()
            path.moveTo(at - size * 0.26, foot)
            path.cubicTo(at - size * 0.38, foot - size * 0.3, at - size * 0.38, foot - size * 0.5, at - size * 0.26, foot - size * 0.8)  # fmt: skip
            path.lineTo(at + size * 0.26, foot - size * 0.8)
            path.cubicTo(
                at + size * 0.38, foot - size * 0.5, at + size * 0.38, foot - size * 0.3, at + size * 0.26, foot
            )
            path.close()
            canvas.drawPath(path, linear((at - size * 0.36, 0), (at + size * 0.36, 0), [times(wood, 0.6), wood, times(wood, 0.66)]))  # fmt: skip
            for hoop in (0.16, 0.64):
                canvas.drawLine(at - size * 0.33, foot - size * hoop, at + size * 0.33, foot - size * hoop, stroke(iron, size * 0.06))  # fmt: skip

    rows.along(stage, depth, 4.0, salt, each, tall=size * 1.1, clearing=0.30)


def wheel(stage: Set, depth: float, x: float) -> None:
    """A wheel of a waggon that leans on a post."""
    air = stage.air
    wood = air.surface(hexed("#7a5234"), depth, 0.6)
    size = 150 * depth * stage.near(depth)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        middle = foot - size * 0.5
        canvas.drawOval(skia.Rect.MakeXYWH(at - size * 0.5, foot - 5, size, 12), solid(air.shadow, 0.4, 4))
        canvas.drawLine(
            at + size * 0.3, foot, at + size * 0.3, foot - size * 1.05, stroke(times(wood, 0.7), size * 0.11)
        )
        canvas.save()
        canvas.translate(at, middle)
        canvas.scale(0.86, 1.0)
        for spoke in range(6):
            canvas.save()
            canvas.rotate(30.0 * spoke)
            canvas.drawLine(0, -size * 0.46, 0, size * 0.46, stroke(times(wood, 0.86), size * 0.05))
            canvas.restore()
        canvas.drawCircle(0, 0, size * 0.45, stroke(wood, size * 0.085))
        canvas.drawCircle(0, 0, size * 0.10, solid(times(wood, 0.7)))
        canvas.restore()

    rows.one(stage, depth, x, 4708, each, tall=size * 1.2)


SETTING = Setting(
    build=build,
    words="""western town, old west town, wild west town, frontier town, ghost town, old western town, wild west, old west, dusty town, cowboy town, saloon exterior,
        outside a saloon, dusty western street, western street, mining town, gold rush town, dusty town street, dusty frontier town""",
    by_day="wind",
    by_night="crickets wind",
    scenery=frozenset({"houses", "mesas", "mountains", "path"}),
    hours=("day", "golden", "golden", "dusk"),
    who="gunslinger, sheriff, outlaw, bounty hunter, gunman",
)
