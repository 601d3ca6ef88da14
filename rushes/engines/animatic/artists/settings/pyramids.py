"""Egypt: three great pyramids, the sphinx before them, palms by a strip of green, sand to the horizon."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, hills, mist, rows, sky, undergrowth, woods
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import desert

STONE = hexed("#d8ae6c")


def build(stage: Set) -> None:
    frame = stage.framing
    side = 1 if stage.seed(2800) % 2 else -1
    sky.hang(stage)
    hills.ridge(stage, 0.06, 26, hexed("#b08a66"), waves=4, salt=100, rough=0.5, ridged=False)
    grow = frame.tall * min(1.0, frame.width / 1100 + 0.12)
    pyramid(stage, 0.09, -side * frame.width * 0.30, 210 * grow, 2801)
    mist.band(stage, 0.10, -50, 16, strength=0.34, salt=131)
    pyramid(stage, 0.13, side * frame.width * 0.33, 260 * grow, 2802)
    desert.dune(stage, 0.16, 22, 2803)
    pyramid(stage, 0.19, side * frame.width * 0.03, 360 * grow, 2804, capped=True)
    desert.dune(stage, 0.24, 34, 2805)
    palms(stage, 0.27, 2806)
    ground.lay(stage, desert.SAND, mix(desert.SAND, hexed("#c98348"), 0.6), contrast=0.75, cell=260, patches=0.4, hollow=0.22, crest=0.92)  # fmt: skip
    rows.one(stage, 0.44, -side * frame.width * 0.25, 2807, lambda c, x, f, r: sphinx(c, x, f, 300 * stage.near(0.44) * (frame.width / 1280) ** 0.5, stage, 0.44, side), tall=330)  # fmt: skip
    desert.dune(stage, 0.56, 40, 2808, foot=stage.ground_y(0.60))
    blocks(stage, 0.74, 2809)
    foreground(stage, side)


def pyramid(stage: Set, depth: float, x: float, high: float, salt: int, *, capped: bool = False) -> None:
    """Two faces of courses of stone: one in the light, one in shade; the largest keeps its smooth cap."""
    air = stage.air
    lit, dark = air.surface(STONE, depth, 1.0), air.surface(times(STONE, 0.86), depth, 0.08)
    half = high * 0.98

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        ridge = at - air.side * half * 0.36
        top = (at, foot - high)
        for corner, tone in ((at - half, lit if air.side < 0 else dark), (at + half, lit if air.side > 0 else dark)):
            face = skia.Path()
            face.moveTo(*top)
            face.lineTo(corner, foot + 6)
            face.lineTo(ridge, foot + 10)
            face.close()
            canvas.drawPath(face, linear((0, foot - high), (0, foot), [mix(tone, air.edge, 0.10), tone, mix(tone, air.haze, 0.22)]))  # fmt: skip
            canvas.save()
            canvas.clipPath(face, True)
            courses = round(high / 7)
            for course in range(courses):
                y = foot - high * course / courses
                canvas.drawLine(at - half, y, at + half, y, stroke(times(tone, 0.80), 1.3, 0.45))
            for _ in range(round(high * 1.6)):
                y = foot - high * random.random() ** 1.6
                block = skia.Rect.MakeXYWH(at + random.uniform(-half, half), y, random.uniform(5, 13), random.uniform(3, 7))  # fmt: skip
                canvas.drawRect(block, solid(times(tone, random.uniform(0.82, 1.14)), 0.5))
            if capped:
                cap = skia.Rect.MakeLTRB(at - half, foot - high, at + half, foot - high * 0.80)
                canvas.drawRect(cap, solid(mix(tone, air.surface(hexed("#efe2c4"), depth, 0.9), 0.4), 0.9))
            canvas.restore()
        wash = linear((0, foot - high * 0.35), (0, foot), [air.haze, air.haze], None, [0.0, 0.30])
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawRect(skia.Rect.MakeLTRB(at - half, foot - high * 0.35, at + half, foot + 10), wash)

    rows.one(stage, depth, x, salt, each, tall=high * 1.02)


def sphinx(canvas: Canvas, x: float, foot: float, long: float, stage: Set, depth: float, side: int) -> None:
    """The lion with a king's head, its paws towards the frame's middle."""
    air = stage.air
    lit, mid, dark = (air.surface(hexed("#cda062"), depth, share) for share in (0.95, 0.5, 0.1))
    canvas.save()
    canvas.translate(x, foot)
    canvas.scale(side, 1)
    sun = air.side * side
    canvas.drawOval(skia.Rect.MakeXYWH(-long * 0.62, -6, long * 1.35, 16), solid(air.shadow, 0.4, 5))
    tones = [dark, mid, lit] if sun > 0 else [lit, mid, dark]
    body = skia.Path()
    body.moveTo(-long * 0.56, 3)
    body.cubicTo(-long * 0.60, -long * 0.24, -long * 0.42, -long * 0.34, -long * 0.30, -long * 0.30)
    body.cubicTo(-long * 0.1, -long * 0.27, 0, -long * 0.30, long * 0.10, -long * 0.36)
    body.lineTo(long * 0.28, -long * 0.33)
    body.lineTo(long * 0.30, -long * 0.11)
    body.lineTo(long * 0.66, -long * 0.10)
    body.quadTo(long * 0.72, -long * 0.03, long * 0.68, 3)
    body.close()
    canvas.drawPath(body, linear((-long * 0.6, -long * 0.2), (long * 0.6, 0), tones))
    for y in (0.08, 0.15, 0.22):
        canvas.drawLine(-long * 0.52, -long * y, long * 0.28, -long * (y + 0.01), stroke(dark, long * 0.008, 0.4))
    canvas.drawLine(long * 0.30, -long * 0.05, long * 0.66, -long * 0.045, stroke(dark, long * 0.012, 0.6))
    cloth = skia.Path()
    cloth.moveTo(long * 0.03, -long * 0.28)
    cloth.quadTo(long * 0.04, -long * 0.52, long * 0.16, -long * 0.60)
    cloth.quadTo(long * 0.28, -long * 0.62, long * 0.33, -long * 0.52)
    cloth.lineTo(long * 0.30, -long * 0.30)
    cloth.close()
    canvas.drawPath(cloth, linear((long * 0.03, 0), (long * 0.33, 0), tones))
    for stripe in range(5):
        start = (long * (0.05 + 0.012 * stripe), -long * (0.32 + 0.05 * stripe))
        canvas.drawLine(
            *start, start[0] + long * 0.13, start[1] + long * 0.01, stroke(mix(dark, mid, 0.3), long * 0.010, 0.7)
        )
    face = skia.Path()
    face.moveTo(long * 0.20, -long * 0.52)
    face.lineTo(long * 0.325, -long * 0.52)
    face.lineTo(long * 0.335, -long * 0.43)
    face.quadTo(long * 0.325, -long * 0.34, long * 0.27, -long * 0.33)
    face.quadTo(long * 0.20, -long * 0.36, long * 0.20, -long * 0.52)
    face.close()
    canvas.drawPath(
        face, linear((long * 0.19, 0), (long * 0.34, 0), [mid, lit] if sun > 0 else [mid, mix(mid, dark, 0.6)])
    )
    canvas.drawLine(long * 0.285, -long * 0.47, long * 0.320, -long * 0.47, stroke(dark, long * 0.012))
    canvas.drawLine(long * 0.28, -long * 0.385, long * 0.325, -long * 0.385, stroke(dark, long * 0.008))
    canvas.restore()


def palms(stage: Set, depth: float, salt: int) -> None:
    """A far line of palms and green."""
    air = stage.air
    green, bark = air.surface(hexed("#5f8a4a"), depth, 0.5), air.surface(hexed("#7a5f46"), depth, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        for _ in range(3):
            undergrowth.bush(canvas, x + random.uniform(-40, 40), foot + 2, random.uniform(7, 15), times(green, random.uniform(0.7, 1.0)), random, light=air.edge, side=air.side)  # fmt: skip
        if random.random() < 0.6:
            woods.palm(canvas, x, foot + 2, random.uniform(50, 84), green, bark, random, rim=air.edge, side=air.side, lean=random.uniform(-0.15, 0.15))  # fmt: skip

    rows.along(stage, depth, 26, salt, each, tall=120)


def blocks(stage: Set, depth: float, salt: int) -> None:
    """Hewn blocks that lie half in the sand."""
    air, frame = stage.air, stage.framing
    lit, dark = air.surface(STONE, depth, 0.9), air.surface(STONE, depth, 0.15)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        wide, high = random.uniform(60, 120) * depth, random.uniform(34, 64) * depth
        canvas.drawOval(skia.Rect.MakeXYWH(x - wide * 0.6, foot - 4, wide * 1.3, 12), solid(air.shadow, 0.35, 4))
        canvas.save()
        canvas.rotate(float(random.uniform(-5, 5)), x, foot)
        front = skia.Rect.MakeLTRB(x - wide / 2, foot - high, x + wide / 2, foot + 5)
        canvas.drawRect(
            front, linear((x - air.side * wide / 2, 0), (x + air.side * wide / 2, 0), [dark, mix(dark, lit, 0.75)])
        )
        canvas.drawRect(skia.Rect.MakeLTRB(x - wide / 2, foot - high, x + wide / 2, foot - high * 0.82), solid(lit))
        canvas.restore()

    rows.along(stage, depth, 6, salt, each, tall=90, clearing=0.48 if frame.width > 900 else 0.6)


def foreground(stage: Set, side: int) -> None:
    """A palm that leans into the frame and a block, dark before the lens."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 80
    green = mix(times(air.surface(hexed("#5f8a4a"), 1.0, 0.2), 0.5), air.shadow, 0.35)
    bark = mix(times(air.surface(hexed("#7a5f46"), 1.0, 0.1), 0.5), air.shadow, 0.35)
    tall = (frame.horizon + foot) * 0.92

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2810)
        woods.palm(canvas, period / 2 - side * frame.width * 0.56, foot, tall, green, bark, random, rim=air.edge, side=air.side, lean=side * 0.10)  # fmt: skip
        undergrowth.stone(canvas, period / 2 + side * frame.width * 0.55, foot, 300, times(bark, 0.9), random, light=mix(bark, air.edge, 0.5), side=-side)  # fmt: skip

    stage.bake(1.4, foot - tall * 1.35, foot + 5, draw, order=2.0, period=frame.width * 2.3, blur=2.4)


SETTING = Setting(
    build=build,
    words="pyramids, pyramid, egypt, ancient egypt, great pyramid, great pyramids, giza, pyramids of giza, sphinx, egyptian desert, cairo, pharaoh's tomb, valley of the kings",
    by_day="wind",
    by_night="wind",
    scenery=frozenset({"pyramids", "dunes", "palms", "sphinx"}),
)
