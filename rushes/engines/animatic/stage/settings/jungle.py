"""A jungle: layers of huge leaves, hanging vines, palms, ferns, mist and shafts of light between them."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import ground, mist, sky, swells, undergrowth, woods
from rushes.engines.animatic.stage.set import Random, Set

LEAF, DEEP, BARK = hexed("#3f8f3a"), hexed("#1f5f3c"), hexed("#6f5a44")
BLOOMS = tuple(hexed(code) for code in ("#ef5a5f", "#f2a03a", "#e86ab8", "#f7e05a"))


def build(stage: Set) -> None:
    frame = stage.framing
    # Leaves would tear a moon to pieces.
    sky.hang(stage, sun=not stage.air.night, clouds=False)
    # A fall of water, or a rainbow, is seen through a clearing.
    opened = bool({"waterfall", "rainbow"} & set(stage.plan.features))
    for index, (depth, share) in enumerate(((0.10, 0.55), (0.15, 0.38), (0.21, 0.22))):
        thicket(stage, depth, share * (0.5 if opened else 1.0), 1300 + index)
    mist.band(
        stage,
        0.24,
        -frame.horizon * 0.7,
        40,
        strength=0.62,
        salt=131,
        colour=mix(stage.air.haze, (0.80, 0.95, 0.70), 0.4),
    )
    stems(stage, 0.27, 10, 6 if opened else 18, 1310)
    ground.lay(stage, mix(hexed("#4f6a34"), BARK, 0.3), hexed("#3f7a3a"), contrast=0.8, cell=130, patches=0.6)
    palms(stage, 0.36, 4 if opened else 7, (260, 420), 1320, clearing=0.6 if opened else 0.0)
    stems(stage, 0.44, 20, 2 if opened else 7, 1330)
    leaves(stage, 0.52, 34, (46, 90), 1340)
    mist.band(stage, 0.56, -120, stage.ground_y(0.7), strength=0.34, salt=134, drift=-5)
    palms(stage, 0.68, 2, (400, 560), 1350, clearing=0.55)
    leaves(stage, 0.76, 16, (80, 150), 1360, clearing=0.36)
    swells.tufts(stage, 0.86, mix(LEAF, DEEP, 0.3), 1370, count=54, heights=(16, 40), flowers=BLOOMS)
    vines(stage)
    if stage.plan.weather in ("clear", "cloudy") and stage.plan.time != "night":
        sky.beams(stage, 0.58, 0.52)
    canopy(stage)
    foreground(stage)


def leaf(canvas: Canvas, x: float, y: float, angle: float, length: float, tone: Rgb, light: Rgb) -> None:
    """One great leaf with its rib, growing from (x, y) at an angle (radians, up is negative)."""
    dx, dy = math.cos(angle), math.sin(angle)
    tip = (x + dx * length, y + dy * length + length * 0.20 * abs(dx))
    middle = (x + dx * length * 0.5, y + dy * length * 0.62)
    wide = length * 0.21
    path = skia.Path()
    path.moveTo(x, y)
    path.quadTo(middle[0] - dy * wide, middle[1] + dx * wide - wide * 0.2, *tip)
    path.quadTo(middle[0] + dy * wide, middle[1] - dx * wide, x, y)
    path.close()
    canvas.drawPath(path, linear((x, y), tip, [times(tone, 0.55), tone, mix(tone, light, 0.25)], [0, 0.6, 1]))
    rib = skia.Path()
    rib.moveTo(x, y)
    rib.quadTo(middle[0], middle[1], *tip)
    canvas.drawPath(rib, stroke(mix(tone, light, 0.4), max(0.8, length * 0.016), 0.8))


def plant(canvas: Canvas, x: float, foot: float, size: float, tone: Rgb, light: Rgb, random: Random, side: int) -> None:
    """A fan of leaves from one root."""
    count = int(random.integers(6, 10))
    for index in range(count):
        turn = (index + 0.5) / count - 0.5
        angle = -math.pi / 2 + turn * 2.5 + random.uniform(-0.12, 0.12)
        lit = 0.72 + 0.36 * max(0.0, side * math.cos(angle)) + random.uniform(-0.08, 0.08)
        leaf(canvas, x, foot, angle, size * random.uniform(0.75, 1.1) * (1 - 0.25 * abs(turn)), times(tone, lit), light)


def thicket(stage: Set, depth: float, share: float, salt: int) -> None:
    """A far wall of crowns, paler the farther it stands."""
    frame, air = stage.framing, stage.air
    tall = frame.horizon * (1.12 - share * 0.5)
    tone = mix(air.surface(mix(LEAF, DEEP, 0.5), depth, 0.45), mix(air.haze, (0.78, 0.92, 0.70), 0.35), share)
    light = mix(air.edge, tone, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-10, -tall * 0.62, period + 10, 60),
            linear((0, -tall * 0.62), (0, 60), [times(tone, 0.94), times(tone, 0.7)]),
        )
        for _ in range(round(34 * period / 1900)):
            x, y = random.uniform(0, period), -tall * random.uniform(0.45, 0.95)
            woods.canopy(
                canvas,
                x,
                y,
                random.uniform(170, 330),
                random.uniform(110, 210),
                times(tone, random.uniform(0.88, 1.08)),
                random,
                light=light,
                side=air.side,
                clumps=20,
            )

    stage.bake(depth, -tall * 1.35, 62, draw)


def stems(stage: Set, depth: float, width: float, count: int, salt: int) -> None:
    frame, air = stage.framing, stage.air
    foot, top = (stage.ground_y(depth) if depth > ground.ORDER else 10.0), -frame.horizon - 60
    bark = air.surface(BARK, depth, 0.4)
    green = air.surface(LEAF, depth, 0.5)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for index in range(max(2, round(count * period / 1900))):
            x = (index + random.uniform(0.15, 0.85)) * 1900 / count
            wide = width * random.uniform(0.7, 1.5)
            woods.trunk(
                canvas,
                x,
                foot,
                top,
                wide,
                bark,
                random,
                rim=mix(air.edge, bark, 0.4),
                side=air.side,
                haze=min(0.9, air.veil(depth)),
            )
            for _ in range(9):
                y = random.uniform(top * 0.8, foot - 20)
                leaf(
                    canvas,
                    x + random.uniform(-0.4, 0.4) * wide,
                    y,
                    random.uniform(0.2, 2.9),
                    wide * random.uniform(1.6, 3.0),
                    times(green, random.uniform(0.7, 1.05)),
                    air.edge,
                )

    stage.bake(depth, top, foot + 20, draw)


def palms(
    stage: Set, depth: float, count: int, heights: tuple[float, float], salt: int, *, clearing: float = 0.0
) -> None:
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    tall = frame.tall * stage.near(depth)
    green, bark = air.surface(LEAF, depth, 0.55), air.surface(BARK, depth, 0.5)
    rim = mix(air.edge, green, 0.45)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        number = max(1, round(count * period / 1900))
        for index in range(number):
            x = (index + random.uniform(0.1, 0.9)) / number * period
            off = (x - period / 2) / (frame.width / 2)
            if clearing and abs(off) < clearing:
                x += math.copysign(frame.width * clearing * 0.6, off)
            woods.palm(
                canvas,
                x,
                foot + 6,
                random.uniform(*heights) * depth * tall * 1.4,
                green,
                bark,
                random,
                rim=rim,
                side=air.side,
                lean=random.uniform(-0.3, 0.3),
            )

    stage.bake(depth, foot - heights[1] * depth * tall * 2.2, foot + 20, draw)


def leaves(
    stage: Set, depth: float, count: int, sizes: tuple[float, float], salt: int, *, clearing: float = 0.0
) -> None:
    """A row of broad-leaved plants."""
    frame, air = stage.framing, stage.air
    foot = stage.ground_y(depth)
    grow = stage.near(depth)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        for _ in range(round(count * period / 1900)):
            x = random.uniform(0, period)
            if clearing and abs(x - period / 2) / (frame.width / 2) < clearing:
                continue
            tone = air.surface(mix(LEAF, DEEP, random.random()), depth, 0.55)
            size = random.uniform(*sizes) * grow
            plant(canvas, x, foot + random.uniform(-3, 9) * depth, size, tone, air.edge, random, air.side)
            if random.random() < 0.22:
                undergrowth.flower(
                    canvas,
                    x + random.uniform(-10, 10),
                    foot - size * 0.7,
                    size * 0.12,
                    air.surface(BLOOMS[int(random.integers(len(BLOOMS)))], depth, 0.85),
                    random,
                )

    stage.bake(depth, foot - sizes[1] * grow * 1.4, foot + 16, draw)


def vines(stage: Set) -> None:
    """Lianas that hang from above and sway."""
    frame, air = stage.framing, stage.air
    random = stage.random(1380)
    tone = air.surface(mix(DEEP, BARK, 0.4), 0.8, 0.35)
    green = air.surface(LEAF, 0.8, 0.55)
    top = -frame.horizon - 40
    ropes = [
        (
            (u + random.uniform(-0.05, 0.05)) * frame.width,
            random.uniform(0.35, 0.85) * frame.horizon,
            random.uniform(0, 6.3),
            random.uniform(0.6, 0.9),
        )
        for u in (-0.62, -0.46, -0.33, 0.30, 0.42, 0.58)
    ]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, length, phase, depth in ropes:
            sway = 13 * math.sin(t * 0.7 + phase)
            head = view.place(x, top, depth)
            end = view.place(x + sway, top + length, depth)
            bend = view.place(x + 24 * math.sin(phase), top + length * 0.55, depth)
            scale = end[2]
            path = skia.Path()
            path.moveTo(head[0], head[1])
            path.quadTo(bend[0], bend[1], end[0], end[1])
            canvas.drawPath(path, stroke(tone, 4.2 * scale * depth))
            for index in range(9):
                s = 0.15 + 0.85 * index / 8
                px = (1 - s) ** 2 * head[0] + 2 * (1 - s) * s * bend[0] + s * s * end[0]
                py = (1 - s) ** 2 * head[1] + 2 * (1 - s) * s * bend[1] + s * s * end[1]
                way = 1 if index % 2 else -1
                size = 17 * scale * depth
                box = skia.Rect.MakeXYWH(-size * 0.34, 0, size * 0.68, size * 1.5)
                canvas.save()
                canvas.translate(px, py)
                canvas.rotate(-way * (46 + 7 * math.sin(t * 1.1 + index + phase)))
                canvas.drawOval(box, solid(times(green, 0.8 + 0.25 * (index % 3) / 2)))
                canvas.restore()

    stage.add(0.84, draw)


def canopy(stage: Set) -> None:
    """Leaves that hang into the upper edge."""
    frame, air = stage.framing, stage.air
    tone = air.surface(mix(LEAF, DEEP, 0.5), 0.9, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1390)
        for _ in range(round(26 * period / 1900)):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.5))
            leaf(
                canvas,
                x,
                -frame.horizon * (1.10 - 0.10 * off),
                random.uniform(0.7, 2.4),
                random.uniform(110, 210),
                times(tone, random.uniform(0.6, 1.0)),
                air.edge,
            )

    stage.bake(0.92, -frame.horizon * 1.3, -frame.horizon * 0.45, draw, order=0.93, blur=1.4)


def foreground(stage: Set) -> None:
    """Great dark leaves before the lens, at both sides."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 80
    dark = mix(times(air.surface(DEEP, 1.0, 0.1), 0.5), air.shadow, 0.45)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(1395)
        for way in (-1, 1):
            for _ in range(3):
                x = period / 2 + way * frame.width * random.uniform(0.50, 0.62)
                plant(canvas, x, foot, random.uniform(230, 330), dark, mix(dark, air.edge, 0.8), random, -way)

    stage.bake(1.5, foot - 420, foot + 5, draw, order=2.0, period=frame.width * 2.3)
