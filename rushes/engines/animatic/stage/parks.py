"""Parks: what people put on lawns: paths, benches, ponds with fountains, flower beds, swings, slides, sheds."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.specks import discs
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import buildings, ground, mist, rows, seasons, sky, undergrowth, woods
from rushes.engines.animatic.stage.air import Air
from rushes.engines.animatic.stage.seasons import Season
from rushes.engines.animatic.stage.set import Random, Set

Floats = NDArray[np.float32]
WOOD, IRON, STONE = hexed("#9a6a3f"), hexed("#2f3a38"), hexed("#b8b2a6")
BLOOMS = tuple(hexed(code) for code in ("#e0405a", "#f2c53d", "#f4f1e6", "#8c6fd6", "#f08aa8", "#ef8a3c"))
PAINTS = (hexed("#e0503c"), hexed("#3f8fd0"), hexed("#f2c040"), hexed("#4fa860"))


def lay_out(stage: Set, season: Season) -> None:
    """What any park has: the town above the trees, the trees, lawns and a path."""
    sky.hang(stage)
    buildings.skyline_of(stage, 0.07, 6, (70, 210), (36, 80), hexed("#98a0b4"), 1, cell=8)
    mist.band(stage, 0.08, -110, 14, strength=0.45, salt=131)
    treeline(stage, 0.14, 26, (70, 120), season, 3410)
    treeline(stage, 0.22, 13, (110, 190), season, 3411)
    mist.band(stage, 0.24, -50, 22, strength=0.26, salt=132)
    lawn = season.ground(mix(season.grass, hexed("#6fae4a"), 0.4))
    ground.lay(stage, lawn, season.hollows(mix(lawn, hexed("#a8b85a"), 0.5)), contrast=0.6, cell=190, patches=0.35, marks=path(stage, season.ground(hexed("#d3bd94"))))  # fmt: skip
    treeline(stage, 0.38, 4.2, (330, 460), season, 3412, clearing=0.14)
    treeline(stage, 0.58, 2.2, (380, 480), season, 3413, clearing=0.56)


def path(stage: Set, gravel: Rgb) -> ground.Marks:
    """A path that winds across the ground from far to near."""
    turn = stage.seed(350) % 628 / 100
    width = 150.0

    def marks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
        away = (ground.DISTANCE / depth - ground.DISTANCE)[:, None]
        period = float(x[-1] - x[0]) + float(x[1] - x[0])
        middle = 130 * np.sin(away / 330 + turn) + 0.10 * away * math.cos(turn)
        across = np.abs(((x[None] - middle + period / 2) % period) - period / 2)
        inside = np.clip((width - across) / 26 + 0.5, 0, 1)[..., None]
        edge = np.exp(-(((across - width) / 10) ** 2))[..., None]
        stone = np.array([stage.air.surface(gravel, max(0.2, float(d)), 0.6) for d in depth], np.float32)[:, None]
        shade = rgb.mean(axis=2, keepdims=True) / max(1e-3, float(rgb.mean()))
        laid = stone * (0.82 + 0.18 * np.clip(shade, 0.5, 1.6))
        return np.asarray((rgb * (1 - inside) + laid * inside) * (1 - 0.16 * edge), np.float32)

    return marks


def treeline(
    stage: Set, depth: float, count: float, heights: tuple[float, float], season: Season, salt: int, *, clearing: float = 0.0
) -> None:  # fmt: skip
    """Broadleaved trees of the season, each of its own green."""
    air = stage.air
    grow = stage.near(depth) * (depth if depth > ground.ORDER else 1.0) * stage.framing.tall
    bark = air.surface(hexed("#6b5240"), depth, 0.5)
    others = {"autumn": ("#d89a34", "#b8502a", "#8a8a3c"), "spring": ("#9ac060", "#e8b8cc", "#7fb05a")}.get(
        season.name, ("#3f7a3c", "#6f9a48", "#5a8a58")
    )
    snow = air.surface(season.white, depth, 0.85) if season.white else None

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        high = random.uniform(*heights) * grow
        tone = seasons.crown(stage, mix(season.leaf, hexed(others[int(random.integers(3))]), random.uniform(0.0, 0.8)))
        leaf = air.surface(tone, depth, 0.62)
        if depth > ground.ORDER:
            canvas.drawOval(skia.Rect.MakeXYWH(x - high * 0.4, foot - 5, high * 0.8, 16 * depth * 2), solid(air.shadow, 0.3, 5))  # fmt: skip
        woods.broadleaf(canvas, x, foot + 4, high, leaf, bark, random, rim=mix(air.edge, leaf, 0.35), side=air.side, snow=snow, bare=season.white is not None and depth > 0.3)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=heights[1] * grow * 1.12, clearing=clearing, sways=True)


def lamp(stage: Set, depth: float, x: float, way: int, salt: int, *, height: float = 330.0) -> None:
    """A lamp whose head reaches to the side `way`."""
    iron = stage.air.surface(IRON, depth, 0.35)
    tall = height * stage.framing.tall

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        buildings.lamp(canvas, at, foot, tall, iron, min(1.0, stage.air.windows * 1.3), way=way)

    rows.one(stage, depth, x, salt, each, tall=tall * 1.4)


def bench(canvas: Canvas, x: float, foot: float, width: float, air: Air, depth: float, *, snow: Rgb | None) -> None:
    """A bench of slats between iron ends."""
    lit, dark = air.surface(WOOD, depth, 0.85), air.surface(WOOD, depth, 0.15)
    iron = air.surface(IRON, depth, 0.4)
    top = air.surface(snow, depth, 0.9) if snow else mix(lit, air.edge, 0.3)
    canvas.drawOval(skia.Rect.MakeXYWH(x - width * 0.55, foot - 5, width * 1.1, 14), solid(air.shadow, 0.4, 4))
    for slat in range(4):
        y = foot - width * (0.30 + 0.065 * slat)
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - width / 2, y - width * 0.05, x + width / 2, y), 2, 2, linear((0, y - width * 0.05), (0, y), [lit, mix(lit, dark, 0.5)]))  # fmt: skip
    seat = skia.Rect.MakeLTRB(x - width * 0.52, foot - width * 0.25, x + width * 0.52, foot - width * 0.19)
    canvas.drawRect(seat, linear((0, seat.top()), (0, seat.bottom()), [top, dark]))
    for way in (-1, 1):
        at = x + way * width * 0.47
        for start, end in (((at, foot), (at, foot - width * 0.56)), ((at, foot - width * 0.22), (at + way * width * 0.05, foot)), ((at, foot - width * 0.34), (at + way * width * 0.03, foot - width * 0.34))):  # fmt: skip
            canvas.drawLine(*start, *end, stroke(iron, width * 0.026))


def pond(stage: Set, depth: float, x: float, season: Season, salt: int) -> None:
    """A round basin of stone with a jet that rises and falls."""
    air = stage.air
    wide = min(300.0, stage.framing.width * 0.36) * depth * 2 * stage.near(depth)
    stone, shade = air.surface(STONE, depth, 0.8), air.surface(STONE, depth, 0.2)
    water = mix(air.surface(hexed("#3f8fa8"), depth, 0.5), air.sky[-2], 0.4)
    rim = air.surface(season.white, depth, 0.9) if season.white else mix(stone, air.edge, 0.3)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for grow, drop, tone in ((1.06, 8.0, shade), (1.0, 0.0, rim), (0.93, 2.0, water)):
            canvas.drawOval(skia.Rect.MakeLTRB(at - wide / 2 * grow, foot - wide * 0.085 * grow + drop, at + wide / 2 * grow, foot + wide * 0.085 * grow + drop), solid(tone))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeLTRB(at - wide * 0.34, foot - wide * 0.045, at + wide * 0.30, foot + wide * 0.02), solid(mix(water, (1, 1, 1), 0.3), 0.5, 4))  # fmt: skip
        for level, half, high in ((0.0, 0.035, 0.16), (0.15, 0.13, 0.03), (0.17, 0.022, 0.11), (0.27, 0.075, 0.025)):
            box = skia.Rect.MakeLTRB(
                at - wide * half, foot - wide * (level + high), at + wide * half, foot - wide * level + 2
            )
            canvas.drawRoundRect(box, wide * 0.012, wide * 0.012, linear((at - air.side * wide * half, 0), (at + air.side * wide * half, 0), [shade, stone]))  # fmt: skip

    rows.one(stage, depth, x, salt, each, tall=wide * 0.5, below=wide * 0.2)
    if season.white is not None:
        return
    white = mix(air.surface((1, 1, 1), depth, 0.95), water, 0.15)
    red, green, blue = (255 * min(1.0, part) for part in white)
    drops = stage.random(salt + 500).random((110, 3))
    foot = stage.ground_y(depth)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, foot, depth)
        life = (drops[:, 0] + t * 0.75) % 1.0
        reach, lift = wide * (0.05 + 0.24 * drops[:, 1]), wide * (0.30 + 0.12 * drops[:, 1])
        way = np.where(drops[:, 2] < 0.5, -1.0, 1.0) * (0.3 + 0.7 * np.abs(drops[:, 2] * 2 - 1))
        xs = px + way * reach * life * scale
        ys = py - (wide * 0.29 + lift * (1.6 * life - 2.5 * life * life)) * scale
        keep = ys < py + wide * 0.03 * scale
        radii = np.full(len(xs), max(0.9, wide * 0.007 * scale))
        discs(picture, xs[keep], ys[keep], radii[keep], (0.75 * (1 - 0.5 * life))[keep], blue, green, red, 0.6, False)

    stage.add(depth + 0.001, draw)


def flowerbed(stage: Set, depth: float, x: float, season: Season, salt: int) -> None:
    """A mound of flowers in one or two colours with a stone edge."""
    air = stage.air
    wide = min(340.0, stage.framing.width * 0.4) * depth * stage.near(depth)
    green = air.surface(season.leaf, depth, 0.5)
    kerb = air.surface(STONE, depth, 0.5)
    light = air.surface(season.white, depth, 0.85) if season.white else mix(air.edge, green, 0.4)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        first, second = (air.surface(BLOOMS[int(random.integers(len(BLOOMS)))], depth, 0.9) for _ in range(2))
        canvas.drawOval(skia.Rect.MakeLTRB(at - wide * 0.54, foot - wide * 0.06, at + wide * 0.54, foot + wide * 0.07), solid(kerb))  # fmt: skip
        canvas.drawOval(skia.Rect.MakeLTRB(at - wide * 0.5, foot - wide * 0.06, at + wide * 0.5, foot + wide * 0.045), solid(times(green, 0.4)))  # fmt: skip
        for _ in range(26):
            u = random.uniform(-1, 1)
            undergrowth.bush(canvas, at + u * wide * 0.44, foot + wide * 0.02, wide * (0.07 + 0.07 * (1 - u * u)), times(green, random.uniform(0.7, 1.05)), random, light=light, side=air.side)  # fmt: skip
        for _ in range(60 if season.blooms else 0):
            u = random.uniform(-1, 1)
            y = foot - random.uniform(0.0, 1.0) * wide * (0.06 + 0.10 * (1 - u * u)) + wide * 0.02
            undergrowth.flower(canvas, at + u * wide * 0.47, y, wide * 0.020, first if random.random() < 0.6 else second, random)  # fmt: skip

    rows.one(stage, depth, x, salt, each, tall=wide * 0.4, below=wide * 0.1)


def bough(stage: Set, season: Season, side: int, salt: int) -> None:
    """Leaves that hang into an upper corner before the lens."""
    frame, air = stage.framing, stage.air
    leaf = mix(times(air.surface(seasons.crown(stage, season.leaf), 1.0, 0.3), 0.7), air.shadow, 0.2)
    bark = mix(times(air.surface(hexed("#6b5240"), 1.0, 0.1), 0.5), air.shadow, 0.4)
    top = -frame.horizon

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        corner = period / 2 + side * frame.width * 0.60
        for drop, reach in ((0.06, 0.34), (0.24, 0.24), (0.0, 0.18)):
            end = (corner - side * frame.width * reach, top + 30 + drop * 500)
            canvas.drawLine(corner, top + drop * 240, *end, stroke(bark, 8))
            for _ in range(26 if season.white is None else 0):
                share = random.random() ** 0.8
                x = corner + (end[0] - corner) * share + random.uniform(-30, 30)
                y = top + drop * 240 + (end[1] - top - drop * 240) * share + random.uniform(-26, 34)
                tone = mix(leaf, air.edge, random.uniform(0.0, 0.22))
                canvas.drawPath(woods.clump(x, y, random.uniform(14, 30), random), solid(tone))

    stage.bake(1.4, top * 1.3, top * 0.30, draw, order=2.0, period=frame.width * 2.3, blur=2.8)


def swings(stage: Set, depth: float, x: float, height: float) -> None:
    """A frame with two swings that sway in the wind."""
    air = stage.air
    steel, seat = air.surface(PAINTS[0], depth, 0.6), air.surface(PAINTS[2], depth, 0.7)
    chain = air.surface(hexed("#8a9098"), depth, 0.5)
    foot = stage.ground_y(depth)

    def frame_of(canvas: Canvas, at: float, low: float, random: Random) -> None:
        canvas.drawOval(skia.Rect.MakeXYWH(at - height * 0.75, low - 4, height * 1.5, 12), solid(air.shadow, 0.28, 5))
        for way in (-1, 1):
            for lean in (-0.16, 0.16):
                canvas.drawLine(at + way * height * (0.62 + lean), low + 2, at + way * height * 0.62, low - height, stroke(times(steel, 0.85 if lean < 0 else 1.05), height * 0.035))  # fmt: skip
        canvas.drawLine(
            at - height * 0.64,
            low - height,
            at + height * 0.64,
            low - height,
            stroke(mix(steel, air.edge, 0.2), height * 0.04),
        )

    rows.one(stage, depth, x, 3510, frame_of, tall=height * 1.1)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for at, phase, reach in ((-0.28, 0.0, 0.20), (0.28, 1.9, 0.09)):
            swing = reach * math.sin(t * 1.9 + phase)
            px, py, scale = view.place(x + at * height, foot - height, depth)
            long = height * 0.76 * scale
            for hang in (-0.09, 0.09):
                start = (px + hang * height * scale, py)
                end = (start[0] + math.sin(swing) * long, start[1] + math.cos(swing) * long)
                canvas.drawLine(*start, *end, stroke(chain, max(0.8, height * 0.010 * scale)))
            middle = (px + math.sin(swing) * long, py + math.cos(swing) * long)
            board = height * 0.12 * scale
            canvas.drawLine(
                middle[0] - board, middle[1], middle[0] + board, middle[1], stroke(seat, height * 0.035 * scale)
            )

    stage.add(depth + 0.001, draw)


def slide(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float, way: int) -> None:
    """A slide with its ladder and a little roof."""
    yellow, blue, red = (air.surface(PAINTS[index], depth, 0.7) for index in (2, 1, 0))
    canvas.drawOval(skia.Rect.MakeXYWH(x - height * 0.9, foot - 4, height * 1.9, 14), solid(air.shadow, 0.3, 5))
    deck = foot - height * 0.62
    for leg in (-0.20, 0.20):
        canvas.drawLine(x + leg * height, foot, x + leg * height, foot - height, stroke(blue, height * 0.045))
    for rung in range(6):
        y = foot - height * (0.06 + 0.10 * rung)
        canvas.drawLine(x - 0.18 * height, y, x + 0.18 * height, y, stroke(times(blue, 0.8), height * 0.026))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - height * 0.24, deck - 3, x + height * 0.24, deck + height * 0.05), solid(times(red, 0.8))
    )
    roof = skia.Path()
    roof.moveTo(x - height * 0.32, foot - height * 0.98)
    roof.lineTo(x, foot - height * 1.24)
    roof.lineTo(x + height * 0.32, foot - height * 0.98)
    roof.close()
    canvas.drawPath(
        roof,
        linear(
            (x - air.side * height * 0.3, 0),
            (x + air.side * height * 0.3, 0),
            [times(red, 0.6), mix(red, air.edge, 0.2)],
        ),
    )
    for lift, width, tone in ((0.0, 0.13, times(yellow, 0.72)), (0.045, 0.035, mix(yellow, air.edge, 0.3))):
        chute = skia.Path()
        chute.moveTo(x + way * height * 0.20, deck - height * lift)
        chute.cubicTo(x + way * height * 0.55, deck + height * (0.06 - lift), x + way * height * 0.62, foot - height * (0.16 + lift), x + way * height * 1.02, foot - height * (0.06 + lift))  # fmt: skip
        canvas.drawPath(chute, stroke(tone, height * width))


def climber(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float) -> None:
    """A dome of bars to climb on."""
    tones = [air.surface(PAINTS[index], depth, 0.65) for index in (1, 3, 0)]
    canvas.drawOval(skia.Rect.MakeXYWH(x - height * 1.1, foot - 4, height * 2.2, 12), solid(air.shadow, 0.28, 5))
    for rib in range(7):
        u = rib / 3 - 1
        arc = skia.Path()
        arc.moveTo(x + u * height * 1.05, foot + 2 * (1 - abs(u)))
        arc.quadTo(x + u * height * 0.95, foot - height * 0.9, x, foot - height)
        canvas.drawPath(arc, stroke(tones[rib % 3], height * 0.045))
    for ring in (0.3, 0.6, 0.85):
        half = height * 1.05 * math.sqrt(1 - ring * ring)
        canvas.drawOval(skia.Rect.MakeLTRB(x - half, foot - height * ring - half * 0.08, x + half, foot - height * ring + half * 0.10), stroke(tones[int(ring * 10) % 3], height * 0.04))  # fmt: skip


def sandpit(canvas: Canvas, x: float, foot: float, width: float, air: Air, depth: float, random: Random) -> None:
    """A pit of sand with a beam around it, a heap, a pail."""
    sand, beam = air.surface(hexed("#e6cd96"), depth, 0.75), air.surface(WOOD, depth, 0.5)
    rect = skia.Rect.MakeLTRB(x - width / 2, foot - width * 0.10, x + width / 2, foot + width * 0.14)
    canvas.drawRoundRect(rect, 6, 6, solid(times(beam, 0.8)))
    canvas.drawRoundRect(rect.makeInset(width * 0.03, width * 0.02), 4, 4, solid(sand))
    heap = skia.Path()
    heap.moveTo(x - width * 0.30, foot + width * 0.05)
    heap.quadTo(x - width * 0.12, foot - width * 0.20, x + width * 0.06, foot + width * 0.05)
    heap.close()
    canvas.drawPath(
        heap,
        linear(
            (x - air.side * width * 0.2, 0),
            (x + air.side * width * 0.1, 0),
            [times(sand, 0.8), mix(sand, air.edge, 0.2)],
        ),
    )
    red = air.surface(PAINTS[0], depth, 0.8)
    pail = skia.Path()
    pail.moveTo(x + width * 0.18, foot - width * 0.10)
    pail.lineTo(x + width * 0.32, foot - width * 0.10)
    pail.lineTo(x + width * 0.29, foot + width * 0.05)
    pail.lineTo(x + width * 0.21, foot + width * 0.05)
    pail.close()
    canvas.drawPath(pail, linear((x + width * 0.18, 0), (x + width * 0.32, 0), [red, times(red, 0.7)]))


def shed(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float, *, snow: Rgb | None) -> None:
    """A small shed of boards with a door and tools leaning on it."""
    lit, dark = air.surface(hexed("#7f9a8a"), depth, 0.8), air.surface(hexed("#7f9a8a"), depth, 0.2)
    roof = air.surface(snow or hexed("#6a5a54"), depth, 0.8 if snow else 0.5)
    half = height * 0.52
    canvas.drawOval(skia.Rect.MakeXYWH(x - half * 1.2, foot - 4, half * 2.4, 12), solid(air.shadow, 0.38, 5))
    wall = skia.Rect.MakeLTRB(x - half, foot - height * 0.78, x + half, foot + 2)
    canvas.drawRect(wall, linear((x - air.side * half, 0), (x + air.side * half, 0), [dark, lit]))
    for board in range(1, 10):
        at = x - half + 2 * half * board / 10
        canvas.drawLine(at, foot, at, foot - height * 0.78, stroke(dark, 1.3, 0.7))
    gable = skia.Path()
    gable.moveTo(x - half * 1.16, foot - height * 0.74)
    gable.lineTo(x, foot - height * 1.22)
    gable.lineTo(x + half * 1.16, foot - height * 0.74)
    gable.close()
    canvas.drawPath(gable, linear((x - air.side * half, 0), (x + air.side * half, 0), [times(roof, 0.7), roof]))
    door = skia.Rect.MakeLTRB(x - half * 0.35, foot - height * 0.62, x + half * 0.35, foot + 2)
    canvas.drawRect(door, solid(times(dark, 0.7)))
    canvas.drawRect(door, stroke(mix(lit, air.edge, 0.3), height * 0.016))
    canvas.drawLine(
        door.left(), door.top(), door.right(), door.bottom(), stroke(mix(lit, air.edge, 0.3), height * 0.014)
    )
    handle = air.surface(WOOD, depth, 0.6)
    canvas.drawLine(x + half * 0.7, foot, x + half * 0.86, foot - height * 0.6, stroke(handle, height * 0.02))
    canvas.drawLine(
        x + half * 0.78,
        foot - height * 0.62,
        x + half * 0.98,
        foot - height * 0.58,
        stroke(air.surface(IRON, depth, 0.5), height * 0.03),
    )
