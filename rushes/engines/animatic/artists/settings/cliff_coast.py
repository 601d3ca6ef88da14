"""A cliff coast: dark headlands, stacks in a heavy sea, surf that breaks over rocks, grass and stone underfoot."""

import math

import numpy as np

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.specks import discs
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import flocks, ground, hills, mist, rows, seasons, sky, swells, undergrowth, waves
from rushes.engines.animatic.stage.set import Random, Set

ROCK, TURF = hexed("#5c5654"), hexed("#6f8a4a")
SHORE = 0.70


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    season = seasons.of(stage)
    side = rows.free_side(stage, 2600)
    turf = season.ground(mix(TURF, season.grass, 0.4))
    sky.hang(stage)
    hills.ridge(stage, 0.06, 46, hexed("#6f7f8a"), waves=2, salt=100, rough=0.6)
    mist.band(stage, 0.08, -30, 14, strength=0.40, salt=131)
    headland(stage, 0.17, side * frame.width * 0.46, 170, side, turf, 2601)
    ground.lay(
        stage, mix(ROCK, turf, 0.35), season.hollows(mix(turf, ROCK, 0.25)), contrast=0.9, cell=110, patches=0.55
    )
    waves.sea(stage, shore=SHORE, roughness=24.0, near=hexed("#2a6f78"))
    headland(stage, 0.33, side * frame.width * 0.50, 330, side, turf, 2602, order=0.33)
    stack(stage, 0.36, -side * frame.width * 0.13, 190, 2603)
    stack(stage, 0.42, -side * frame.width * 0.36, 250, 2604)
    shore = reefs(stage)
    surf(stage, [(side * frame.width * 0.30, 0.34, 1.2), (-side * frame.width * 0.13, 0.37, 0.9), (-side * frame.width * 0.36, 0.43, 1.2), *shore])  # fmt: skip
    flocks.circling(stage, 0.2, 6, 2605, air.surface(hexed("#f0f0ee"), 0.5, 0.8), size=11)
    ledge(stage, SHORE, turf, season.white)
    swells.tufts(stage, 0.84, season.grass, 2607, count=70, heights=(12, 34), flowers=(hexed("#e8a8c8"), hexed("#f4f1e6")) if season.blooms else ())  # fmt: skip
    stones(stage, 0.88, 7, 2608, season.white, clearing=0.42)
    swells.tufts(stage, 1.24, season.grass, 2609, count=50, heights=(20, 50), order=1.24)
    foreground(stage, side)


def _crag(x: float, foot: float, wide: float, high: float, random: Random, steps: int, lean: float) -> skia.Path:
    """A silhouette of rock: steep, broken in ledges, flat-topped."""
    path = skia.Path()
    path.moveTo(x - wide * 0.5, foot)
    for step in range(steps + 1):
        share = step / steps
        path.lineTo(
            x - wide * (0.5 - 0.24 * share) + random.uniform(-1, 1) * wide * 0.03 + lean * share, foot - high * share
        )
        path.lineTo(x - wide * (0.47 - 0.24 * share) + lean * share, foot - high * min(1.0, share + 0.4 / steps))
    for step in range(5):
        path.lineTo(x - wide * 0.22 + wide * 0.46 * step / 4 + lean, foot - high * random.uniform(0.90, 1.05))
    for step in range(steps, -1, -1):
        share = step / steps
        path.lineTo(
            x + wide * (0.48 - 0.22 * share) + random.uniform(-1, 1) * wide * 0.03 + lean * share, foot - high * share
        )
    path.close()
    return path


def _faced(canvas: Canvas, path: skia.Path, box: tuple[float, float, float, float], tones: list[Rgb], side: int, random: Random, turf: Rgb | None) -> None:  # fmt: skip
    """Fill a crag: lit from the sun's side, with ledges, gullies and grass on its head."""
    left, top, right, foot = box
    middle, half, high = (left + right) / 2, (right - left) / 2, foot - top
    canvas.drawPath(path, linear((middle - side * half, 0), (middle + side * half, 0), tones))
    canvas.save()
    canvas.clipPath(path, True)
    for _ in range(round(16 + half / 8)):
        x, y = random.uniform(left, right), random.uniform(top, foot)
        gully = skia.Path()
        gully.moveTo(x, y)
        gully.lineTo(x + random.uniform(-14, 14), y + high * random.uniform(0.10, 0.30))
        canvas.drawPath(gully, stroke(tones[0] if random.random() < 0.6 else tones[-1], random.uniform(2, 9), 0.42))
    for _ in range(12):
        y = random.uniform(top + high * 0.1, foot)
        x = random.uniform(left, right)
        canvas.drawLine(x, y, x + random.uniform(0.2, 0.6) * half, y - random.uniform(-5, 8), stroke(times(tones[0], 0.8), random.uniform(1.5, 4), 0.5))  # fmt: skip
    if turf is not None:
        for _ in range(26):
            x = random.uniform(left, right)
            canvas.drawCircle(x, top + random.uniform(-4, 0.04 * high), random.uniform(8, 20), solid(times(turf, random.uniform(0.85, 1.1))))  # fmt: skip
    dark = linear((0, foot - high * 0.16), (0, foot), [tones[0], times(tones[0], 0.6)], None, [0.0, 0.9])
    canvas.drawRect(skia.Rect.MakeLTRB(left - 40, foot - high * 0.16, right + 40, foot + 4), dark)
    canvas.restore()


def headland(stage: Set, depth: float, x: float, high: float, side: int, turf: Rgb, salt: int, order: float | None = None) -> None:  # fmt: skip
    """A cape that steps down from the frame's edge into the sea."""
    air = stage.air
    high *= stage.framing.tall * stage.near(depth)
    tones = [air.surface(ROCK, depth, share) for share in (0.05, 0.45, 0.9)]
    green = air.surface(turf, depth, 0.7)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for part in range(4, -1, -1):
            wide, tall = high * (1.25 - 0.10 * part), high * (1.0 - 0.19 * part)
            centre = at - side * (high * 0.42 * part - high * 0.55)
            path = _crag(centre, foot + 4, wide, tall, random, 5, 0.0)
            tone = [times(one, 0.92 + 0.03 * part) for one in tones]
            _faced(canvas, path, (centre - wide / 2, foot - tall, centre + wide / 2, foot + 4), tone, air.side, random, green)  # fmt: skip
        wash = linear((0, foot - high * 0.3), (0, foot), [air.haze, air.haze], None, [0.0, 0.35 * (1 - depth)])
        wash.setBlendMode(skia.BlendMode.kSrcATop)
        canvas.drawRect(skia.Rect.MakeLTRB(at - high * 4, foot - high * 0.3, at + high * 4, foot + 8), wash)

    rows.one(stage, depth, x, salt, each, tall=high * 1.12, order=order)


def stack(stage: Set, depth: float, x: float, high: float, salt: int) -> None:
    """A needle of rock that stands in the sea."""
    air = stage.air
    high *= stage.framing.tall * stage.near(depth) * (0.5 + depth)
    tones = [air.surface(ROCK, depth, share) for share in (0.05, 0.45, 0.9)]
    green = air.surface(TURF, depth, 0.6)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        for shift, wide, tall in ((0.0, 0.44, 1.0), (0.26, 0.40, 0.55), (-0.30, 0.34, 0.30)):
            centre = at + shift * high
            path = _crag(centre, foot + 3, wide * high, tall * high, random, 6, random.uniform(-0.04, 0.04) * high)
            _faced(canvas, path, (centre - wide * high / 2, foot - tall * high, centre + wide * high / 2, foot + 3), tones, air.side, random, green if tall > 0.5 else None)  # fmt: skip

    rows.one(stage, depth, x, salt, each, tall=high * 1.12)


def reefs(stage: Set) -> list[tuple[float, float, float]]:
    """Low wet rocks before the shore; where the surf breaks on them: (x, depth, size)."""
    frame, air = stage.framing, stage.air
    found = []
    random = stage.random(2606)
    for index in range(3):
        depth = 0.48 + 0.05 * index
        x = ((index + 0.5) / 3 - 0.5 + random.uniform(-0.06, 0.06)) * frame.width * 1.1
        tone = air.surface(times(ROCK, 0.7), depth, 0.45)

        def each(
            canvas: Canvas, at: float, foot: float, chance: Random, tone: Rgb = tone, depth: float = depth
        ) -> None:
            for part in range(3):
                size = chance.uniform(60, 120) * depth
                undergrowth.stone(canvas, at + (part - 1.5) * 46 * depth * 1.4, foot + 4, size, times(tone, chance.uniform(0.8, 1.1)), chance, light=mix(tone, air.edge, 0.5), side=air.side)  # fmt: skip

        rows.one(stage, depth, x, 2620 + index, each, tall=100 * depth)
        found.append((x, depth + 0.005, 0.9))
    return found


def surf(stage: Set, places: list[tuple[float, float, float]]) -> None:
    """White water around rocks: foam that comes and goes, and bursts of spray one after another."""
    air = stage.air
    wild = {"storm": 1.9, "wind": 1.35, "rain": 1.2}.get(stage.plan.weather, 1.0)
    random = stage.random(2630)
    drops = random.random((90, 4))
    for x, depth, size in places:
        white = mix(air.surface((1, 1, 1), depth, 0.95), air.haze, 0.1)
        red, green, blue = (255 * min(1.0, part) for part in white)
        phase, foot = random.uniform(0, 1), stage.ground_y(depth)
        reach = 120 * size * depth**0.5

        def draw(canvas: Canvas, picture: Picture, view: View, t: float, x: float = x, depth: float = depth, white: Rgb = white, tint: tuple[float, float, float] = (blue, green, red), phase: float = phase, foot: float = foot, reach: float = reach) -> None:  # fmt: skip
            px, py, scale = view.place(x, foot, depth)
            life = (t / 3.1 + phase) % 1.0
            wash = 0.55 + 0.45 * math.sin(2 * math.pi * life)
            for ring in range(3):
                half = reach * (0.75 + 0.22 * ring + 0.10 * wash) * scale
                flat = skia.Rect.MakeLTRB(px - half, py - half * 0.05, px + half, py + half * (0.09 + 0.05 * ring))
                canvas.drawOval(flat, solid(white, 0.34 - 0.09 * ring))
            if life > 0.62:
                return
            age = life / 0.62
            up = np.maximum(0.0, drops[:, 1] * 2.0 * wild * (1.7 * age - 1.75 * age * age * (0.6 + drops[:, 2])))
            xs = px + (drops[:, 0] - 0.5) * reach * (0.9 + 0.9 * age) * scale
            ys = py - up * reach * 0.85 * scale
            radii = reach * (0.04 + 0.16 * drops[:, 3] ** 2) * (0.5 + 0.9 * age) * scale
            alphas = np.minimum(1.0, age * 7) * (1 - age) * 0.26 * (up > 0.01)
            discs(picture, xs, ys, radii, alphas, *tint, 0.95, False)

        stage.add(depth + 0.001, draw)


def ledge(stage: Set, depth: float, turf: Rgb, white: Rgb | None) -> None:
    """The broken edge of the land on which the cast stands."""
    air = stage.air
    foot = stage.ground_y(depth)
    tone = air.surface(ROCK, depth, 0.5)
    cap = air.surface(white, depth, 0.8) if white else air.surface(turf, depth, 0.7)

    def each(canvas: Canvas, x: float, at: float, random: Random) -> None:
        size = random.uniform(70, 170) * depth
        undergrowth.stone(canvas, x, at + 10, size, times(tone, random.uniform(0.75, 1.1)), random, light=mix(tone, air.edge, 0.4), side=air.side, cap=cap if random.random() < 0.5 else None)  # fmt: skip

    rows.along(stage, depth, 13, 2640, each, tall=120 * depth, foot=foot + 4)


def stones(stage: Set, depth: float, count: float, salt: int, white: Rgb | None, *, clearing: float = 0.0) -> None:
    air = stage.air
    tone = air.surface(ROCK, depth, 0.5)
    cap = air.surface(white, depth, 0.8) if white else None

    def each(canvas: Canvas, x: float, at: float, random: Random) -> None:
        undergrowth.stone(canvas, x, at + 5, random.uniform(40, 110) * depth, times(tone, random.uniform(0.8, 1.1)), random, light=mix(tone, air.edge, 0.4), side=air.side, cap=cap)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=90, clearing=clearing)


def foreground(stage: Set, side: int) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(ROCK, 1.0, 0.1), 0.55), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2641)
        for part in range(4):
            x = period / 2 + side * frame.width * (0.44 + 0.09 * part)
            undergrowth.stone(canvas, x, foot, random.uniform(180, 320), dark, random, light=mix(dark, air.edge, 0.45), side=-side)  # fmt: skip
        for _ in range(14):
            x = period / 2 - side * frame.width * random.uniform(0.40, 0.62)
            undergrowth.grass(canvas, x, foot, random.uniform(110, 210), dark, mix(dark, air.edge, 0.4), random, blades=8, lean=0.3)  # fmt: skip

    stage.bake(1.5, foot - 270, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""cliff coast, sea cliff, sea cliffs, coastal cliff, coastal cliffs, rocky coast, rocky shore, rocky shoreline, rocky beach, rocky coastline,
        cliffs of moher, clifftop, headland, sea stacks, cliff above the sea, cliff by the sea, cliff overlooking the sea, cliff overlooking the ocean,
        ocean cliff, ocean cliffs, rugged coast, rugged coastline, california coast, cliff by the ocean, cape""",
    by_day="waves seagulls",
    by_night="waves wind",
    scenery=frozenset({"sea", "waves", "cliff", "rocks", "flowers"}),
)
