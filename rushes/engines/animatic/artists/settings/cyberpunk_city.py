"""A city of the future: a canyon of towers with signs and holograms, traffic in the air, a wet street that mirrors it."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import buildings, floors, ground, mist, rows, sky
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import city

CYAN, MAGENTA, AMBER = hexed("#35e0ff"), hexed("#ff3f9b"), hexed("#ffb04a")
GLOWS = (CYAN, MAGENTA, hexed("#9d6bff"), AMBER, hexed("#4dffb0"))


def build(stage: Set) -> None:
    air = stage.air
    dark = air.windows > 0.3
    wall = hexed("#4a4e6a") if dark else hexed("#8f9cb0")
    tint = mix(air.haze, MAGENTA if stage.seed(3000) % 2 else CYAN, 0.40 if dark else 0.12)
    sky.hang(stage)
    buildings.skyline_of(stage, 0.06, 10, (180, 420), (30, 70), mix(wall, air.haze, 0.3), 1, cell=7)
    mist.band(stage, 0.07, -300, 30, strength=0.5, salt=131, colour=tint)
    traffic(stage, 0.075, 14, 3001)
    flank(stage, 0.12, (0.05, 430), (60, 120), wall, 3002)
    mist.band(stage, 0.13, -240, 30, strength=0.42, salt=132, colour=tint)
    traffic(stage, 0.135, 10, 3003)
    flank(stage, 0.19, (0.14, 560), (90, 170), wall, 3004)
    mist.band(stage, 0.20, -160, 34, strength=0.32, salt=133, colour=tint)
    flank(stage, 0.28, (0.25, 700), (130, 230), times(wall, 0.9), 3005)
    ground.lay(stage, hexed("#4a4a56"), hexed("#3a3a48"), contrast=0.3, cell=130, patches=0.4, marks=floors.tiles)
    if dark or air.wet > 0.3:
        city.puddles(stage, 0.95, stands=0.36)
        stage.mirror = 0.8
    arcade(stage, 0.46, 3006)
    traffic(stage, 0.50, 4, 3007)
    kiosks(stage, 0.66, 3008)
    haze_of_signs(stage, dark)


def flank(
    stage: Set, depth: float, gap: tuple[float, float], widths: tuple[float, float], wall: Rgb, salt: int
) -> None:
    """Towers on both sides of a gap in the middle of the frame (share of the width, units high), with signs on them."""
    frame, air = stage.framing, stage.air
    open_share, high = gap
    tall = high * frame.tall
    foot = rows.foot_of(stage, depth) + 16
    surface = air.surface(wall, depth, 0.5)
    glass = mix(air.surface(hexed("#3f5f80"), depth, 0.3), air.sky[len(air.sky) // 2], 0.35)
    veil = air.veil(depth)
    neon = 1.0 if air.windows > 0.3 else 0.45

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        middle = period / 2
        for way in (-1, 1):
            x = frame.width * open_share * random.uniform(0.85, 1.15)
            while x < period / 2:
                wide = random.uniform(*widths)
                height = tall * random.uniform(0.55, 1.0) * (0.75 + 0.25 * min(1.0, x / frame.width * 2))
                left = middle + x if way > 0 else middle - x - wide
                tone = times(surface, random.uniform(0.8, 1.12))
                buildings.tower(canvas, left, foot, wide, height, tone, random, side=air.side, edge=mix(air.edge, air.haze, veil), lights=max(0.16, air.windows), glass=glass, cell=7 + 16 * depth, haze=veil * 0.6)  # fmt: skip
                _trim(canvas, left, foot, wide, height, random, neon * (1 - 0.35 * veil), depth)
                if depth > 0.15:
                    _trim(canvas, left, foot, wide, height * 0.7, random, neon * (1 - 0.35 * veil), depth)
                x += wide + random.uniform(2, 18)
        wash = linear((0, foot - tall), (0, foot), [air.haze, air.haze], None, [0.0, 0.34])
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawPaint(wash)

    stage.bake(depth, foot - tall * 1.35, foot + 4, draw, period=max(frame.width, 900.0) * 2.3)


def _trim(canvas: Canvas, x: float, foot: float, wide: float, high: float, random: Random, neon: float, depth: float) -> None:  # fmt: skip
    """Lines of light along edges, a sign, perhaps a screen."""
    tint = GLOWS[int(random.integers(len(GLOWS)))]
    edge = x + (0 if random.random() < 0.5 else wide)
    if random.random() < 0.6:
        low = foot - high * random.uniform(0.1, 0.4)
        canvas.drawLine(edge, low, edge, foot - high * 0.98, stroke(tint, 1.5 + 5 * depth, 0.35 * neon, 4))
        canvas.drawLine(
            edge, low, edge, foot - high * 0.98, stroke(mix(tint, (1, 1, 1), 0.4), 0.8 + 3 * depth, 0.9 * neon)
        )
    if random.random() < 0.5:
        y = foot - high * random.uniform(0.35, 0.9)
        canvas.drawLine(x, y, x + wide, y, stroke(mix(tint, (1, 1, 1), 0.3), 1 + 4 * depth, 0.8 * neon))
    if random.random() < 0.62:
        tall, broad = high * random.uniform(0.16, 0.32), wide * random.uniform(0.18, 0.28)
        left, top = x + random.uniform(0.1, 0.66) * wide, foot - high * random.uniform(0.45, 0.85)
        box = skia.Rect.MakeXYWH(left, top, broad, tall)
        canvas.drawRect(box, solid(tint, 0.45 * neon, broad * 0.5))
        canvas.drawRect(box, solid(times(tint, 0.28), 0.95))
        canvas.drawRect(box, stroke(mix(tint, (1, 1, 1), 0.35), max(1.0, broad * 0.08), neon))
        for glyph in range(max(2, int(tall / broad))):
            at = top + (glyph + 0.5) * broad
            for _ in range(3):
                canvas.drawLine(left + broad * random.uniform(0.2, 0.8), at - broad * 0.3, left + broad * random.uniform(0.2, 0.8), at + broad * 0.25, stroke(mix(tint, (1, 1, 1), 0.6), max(0.9, broad * 0.08), neon))  # fmt: skip
    elif random.random() < 0.5:
        box = skia.Rect.MakeXYWH(x + wide * 0.14, foot - high * random.uniform(0.5, 0.8), wide * 0.72, wide * 0.46)
        other = GLOWS[int(random.integers(len(GLOWS)))]
        canvas.drawRect(box, solid(tint, 0.4 * neon, wide * 0.12))
        canvas.drawRect(box, linear((box.left(), box.top()), (box.right(), box.bottom()), [times(tint, 0.85), times(other, 0.6)], None, [neon, neon]))  # fmt: skip
        for ring in range(3):
            canvas.drawCircle(
                box.centerX(), box.centerY(), wide * (0.06 + 0.06 * ring), stroke((1, 1, 1), 1 + 2 * depth, 0.5 * neon)
            )


def traffic(stage: Set, depth: float, count: int, salt: int) -> None:
    """Cars in the air: lanes of lights that cross at several heights."""
    frame = stage.framing
    random = stage.random(salt)
    neon = 1.0 if stage.air.windows > 0.3 else 0.6
    hull = stage.air.surface(hexed("#5a6478"), depth, 0.5)
    cars = [
        (
            random.random(),
            -frame.horizon * (0.30 + 0.13 * int(random.integers(0, 5))) + random.uniform(-5, 5),
            random.choice((-1, 1)) * random.uniform(50, 120) * (0.4 + depth),
            random.uniform(0.8, 1.2) * (7 + 60 * depth),
        )
        for _ in range(count)
    ]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        span = frame.width * 1.5
        for start, y, pace, size in cars:
            x = (start * span + pace * t) % span - span / 2
            px, py, scale = view.place(x + view.x * depth, y + 3 * math.sin(t + start * 9), depth)
            long, way = size * scale, 1 if pace > 0 else -1
            body = skia.Rect.MakeXYWH(px - long, py - long * 0.22, long * 2, long * 0.44)
            canvas.drawRoundRect(body, long * 0.22, long * 0.22, solid(hull))
            canvas.drawOval(
                skia.Rect.MakeXYWH(px - long * 0.4, py - long * 0.46, long * 0.9, long * 0.4),
                solid(mix(hull, CYAN, 0.4)),
            )
            for end, tint in ((way, hexed("#fff2d0")), (-way, hexed("#ff3a3a"))):
                canvas.drawCircle(px + end * long, py, long * 0.62, solid(tint, 0.22 * neon))
                canvas.drawCircle(px + end * long, py, long * 0.20, solid(mix(tint, (1, 1, 1), 0.5), neon))

    stage.add(depth, draw)


def arcade(stage: Set, depth: float, salt: int) -> None:
    """Shop fronts to the left and right of the street, under a band of signs."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    neon = 1.0 if air.windows > 0.3 else 0.35
    base = air.surface(hexed("#4a4a58"), depth, 0.45)
    high = 720 * frame.tall * stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for way in (-1, 1):
            x = frame.width * 0.33
            while x < period / 2:
                wide = random.uniform(170, 240)
                left = period / 2 + x if way > 0 else period / 2 - x - wide
                tone = times(base, random.uniform(0.8, 1.1))
                canvas.drawRect(skia.Rect.MakeLTRB(left, foot - high, left + wide, foot + 3), linear((0, foot - high), (0, foot), [times(tone, 0.6), tone]))  # fmt: skip
                for _ in range(14):
                    y = foot - high * random.uniform(0.2, 0.95)
                    canvas.drawRect(skia.Rect.MakeXYWH(left + random.uniform(4, wide - 50), y, random.uniform(18, 44), random.uniform(8, 26)), solid(times(tone, random.uniform(0.5, 1.4))))  # fmt: skip
                for _ in range(3):
                    pipe = left + random.uniform(0, wide)
                    canvas.drawLine(pipe, foot - high, pipe, foot - 110, stroke(times(tone, 0.5), random.uniform(3, 8)))
                buildings.shop(canvas, left + 8, foot, wide - 16, random, lights=max(0.3, neon), base=tone)
                buildings.sign(
                    canvas, left + random.uniform(10, wide - 80), foot - high * random.uniform(0.36, 0.6), random, neon
                )
                buildings.sign(
                    canvas, left + random.uniform(10, wide - 80), foot - high * random.uniform(0.28, 0.40), random, neon
                )
                x += wide

    stage.bake(depth, foot - high * 1.05, foot + 6, draw, period=max(frame.width, 900.0) * 2.3, order=depth)


def kiosks(stage: Set, depth: float, salt: int) -> None:
    """Lamps of light tubes at the kerb, steam from a grating."""
    frame, air = stage.framing, stage.air
    iron = air.surface(hexed("#2a2e3c"), depth, 0.35)
    high = 320 * frame.tall * depth * stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        tint = GLOWS[int(random.integers(len(GLOWS)))]
        canvas.drawLine(x, foot, x, foot - high, stroke(iron, 9 * depth))
        canvas.drawLine(x, foot - high, x + 60 * depth, foot - high * 1.04, stroke(iron, 7 * depth))
        for alpha, wide, soft in ((0.4, 22, 9), (1.0, 5, 0)):
            tone = mix(tint, (1, 1, 1), 0.0 if soft else 0.5)
            canvas.drawLine(
                x + 4, foot - high * 0.35, x + 4, foot - high * 0.96, stroke(tone, wide * depth, alpha, soft)
            )

    rows.along(stage, depth, 4, salt, each, tall=high * 1.2, clearing=0.5)


def haze_of_signs(stage: Set, dark: bool) -> None:
    """Lights out of focus before the lens."""
    if not dark:
        return
    frame = stage.framing

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(3010)
        for _ in range(16):
            x = period / 2 + random.choice((-1, 1)) * frame.width * random.uniform(0.30, 0.62)
            y, radius = random.uniform(-0.85, 0.35) * frame.horizon, random.uniform(14, 38)
            tint = GLOWS[int(random.integers(len(GLOWS)))]
            canvas.drawCircle(x, y, radius, solid(tint, 0.14))
            canvas.drawCircle(x, y, radius, stroke(mix(tint, (1, 1, 1), 0.3), 1.6, 0.16))

    stage.bake(1.5, -frame.horizon * 0.95, frame.horizon * 0.5, draw, order=2.0, blur=1.4, glow=True, period=frame.width * 2.3)  # fmt: skip


SETTING = Setting(
    build=build,
    words="""cyberpunk city, cyberpunk street, cyberpunk alley, futuristic city, futuristic street, futuristic metropolis, futuristic skyline, sci fi city,
        city of the future, neo tokyo, cyberpunk, future city, neon city, dystopian city, megacity, neon metropolis, cyberpunk cityscape,
        futuristic cityscape, sci fi metropolis, blade runner, cyber city, space colony, alien city, utopian city""",
    by_day="city hum",
    by_night="city hum",
    hours=("night", "night", "night", "dusk"),
    scenery=frozenset({"skyline", "neon", "lights", "reflections", "houses", "puddles"}),
)
