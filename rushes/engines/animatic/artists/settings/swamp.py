"""A swamp: black water between drowned trees with hanging moss, roots, fog, lights that drift over it."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fires, ground, mist, moorings, rows, sky, swells, undergrowth, waves, woods
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import river

BARK, MOSS, MUD = hexed("#5f5a4a"), hexed("#7f8a5a"), hexed("#4f4a34")
SHORE = 0.76


def build(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    top = -frame.horizon * 1.25
    tint = mix(air.haze, hexed("#9aa878"), 0.35)
    sky.hang(stage)
    thicket(stage, tint)
    mist.band(stage, 0.12, -frame.horizon * 0.5, 24, strength=0.55, salt=131, colour=tint)
    drowned(stage, 0.15, 22, 15, top, 4601, 0.0)
    mist.band(stage, 0.16, -frame.horizon * 0.35, 30, strength=0.42, salt=132, colour=tint)
    drowned(stage, 0.24, 13, 26, top, 4602, 0.0)
    ground.lay(stage, MUD, mix(MUD, MOSS, 0.45), contrast=0.9, cell=110, patches=0.5)
    afloat = moorings.cast_floats(stage)
    waves.lake(stage, shore=1.34 if afloat else SHORE)
    drowned(stage, 0.40, 5, 46, top, 4603, 0.18)
    mist.band(stage, 0.42, -70, stage.ground_y(0.46), strength=0.34, salt=133, colour=tint, drift=-10)
    river.pads(stage, 0.54, 4604, bloom=stage.plan.season in ("spring", "summer"))
    drowned(stage, 0.60, 2.2, 78, top, 4605, 0.60)
    logs(stage, 0.66)
    if not afloat:
        river.reeds(stage, SHORE + 0.02, mix(MOSS, hexed("#5f7a3c"), 0.5), None, 4606)
        swells.tufts(stage, 0.90, MOSS, 4607, count=60, heights=(12, 34))
    if stage.plan.time in ("night", "dusk"):
        fires.fireflies(stage)
    near(stage, top)


def thicket(stage: Set, tint: Rgb) -> None:
    """The wall of green behind everything."""
    frame, air = stage.framing, stage.air
    far = mix(air.surface(MOSS, 0.2, 0.4), tint, 0.5)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4608)
        for _ in range(60):
            x, up = random.uniform(0, period), random.random()
            woods.canopy(canvas, x, -frame.horizon * 0.55 * up + 10, 240, 130, mix(times(far, 0.8), tint, 0.3 * up), random, light=tint, side=air.side, clumps=14)  # fmt: skip

    stage.bake(0.10, -frame.horizon * 0.8, 40, draw, blur=2.6)


def drowned(stage: Set, depth: float, count: float, width: float, top: float, salt: int, clearing: float) -> None:
    """Cypresses with swollen feet that stand in the water, their boughs hung with moss."""
    air = stage.air
    bark, moss = air.surface(BARK, depth, 0.45), air.surface(MOSS, depth, 0.55)
    rim = mix(air.edge, air.haze, air.veil(depth))
    grow = stage.near(depth)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        wide, tall = width * grow * random.uniform(0.7, 1.2), foot - top
        lean = random.uniform(-0.05, 0.05) * tall
        tone = times(bark, random.uniform(0.8, 1.1))
        stem = skia.Path()
        stem.moveTo(x - wide * 1.5, foot + 6)
        stem.cubicTo(x - wide * 0.7, foot - wide * 1.2, x - wide * 0.5, foot - wide * 2.4, x - wide * 0.34 + lean, top)
        stem.lineTo(x + wide * 0.34 + lean, top)
        stem.cubicTo(x + wide * 0.5, foot - wide * 2.4, x + wide * 0.7, foot - wide * 1.2, x + wide * 1.5, foot + 6)
        for root in range(6, -1, -1):
            px = x + (root / 3 - 1) * wide * 1.5
            stem.lineTo(px, foot + (7 if root % 2 else -wide * 0.22))
        stem.close()
        ramp = [times(tone, 0.45), times(tone, 0.85), mix(tone, rim, 0.45)]
        canvas.drawPath(stem, linear((x - air.side * wide, 0), (x + air.side * wide, 0), ramp, [0, 0.55, 1]))
        for _ in range(5):
            share, way = random.uniform(0.30, 0.86), random.choice((-1, 1))
            start = (x + lean * share, foot - tall * share)
            end = (start[0] + way * wide * random.uniform(2.4, 5.4), start[1] - wide * random.uniform(0.2, 1.4))
            bough = skia.Path()
            bough.moveTo(*start)
            bough.quadTo((start[0] + end[0]) / 2, start[1] - wide * 0.9, *end)
            canvas.drawPath(bough, stroke(times(tone, 0.7), wide * 0.17))
            for _ in range(7):
                u = random.uniform(0.25, 1.0)
                hx = start[0] + (end[0] - start[0]) * u
                hy = (1 - u) ** 2 * start[1] + 2 * u * (1 - u) * (start[1] - wide * 0.9) + u * u * end[1]
                long = wide * random.uniform(0.9, 2.6)
                for strand in (-0.10, 0.0, 0.10):
                    hang = skia.Path()
                    hang.moveTo(hx + strand * wide, hy)
                    hang.quadTo(
                        hx + strand * wide * 2,
                        hy + long * 0.5,
                        hx + strand * wide * 0.4,
                        hy + long * random.uniform(0.7, 1.0),
                    )
                    canvas.drawPath(hang, stroke(times(moss, random.uniform(0.7, 1.1)), max(0.8, wide * 0.05), 0.85))

    rows.along(stage, depth, count, salt, each, tall=rows.foot_of(stage, depth) - top, clearing=clearing, scatter=6)


def logs(stage: Set, depth: float) -> None:
    """Rotten trunks that lie in the water, and knees of roots."""
    air = stage.air
    tone = air.surface(BARK, depth, 0.4)
    moss = air.surface(MOSS, depth, 0.6)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        long, thick = random.uniform(150, 260) * depth, random.uniform(20, 32) * depth
        tilt = random.uniform(-0.08, 0.08)
        canvas.drawLine(
            x - long / 2, foot + tilt * long, x + long / 2, foot - tilt * long, stroke(times(tone, 0.55), thick)
        )
        canvas.drawLine(
            x - long / 2,
            foot + tilt * long - thick * 0.2,
            x + long / 2,
            foot - tilt * long - thick * 0.2,
            stroke(tone, thick * 0.5),
        )
        for _ in range(6):
            at = random.uniform(-0.45, 0.45)
            undergrowth.grass(
                canvas,
                x + at * long,
                foot - at * 2 * tilt * long - thick * 0.3,
                thick * 1.3,
                times(moss, 0.6),
                moss,
                random,
                blades=6,
            )

    rows.along(stage, depth, 3, 4609, each, tall=70, clearing=0.36)


def near(stage: Set, top: float) -> None:
    """A dark trunk, moss that hangs into the upper corner."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 90
    dark = mix(times(air.surface(BARK, 1.0, 0.1), 0.4), air.shadow, 0.45)
    side = -rows.free_side(stage, 4610)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(4611)
        woods.trunk(
            canvas,
            period / 2 + side * frame.width * 0.54,
            foot,
            top,
            90,
            dark,
            random,
            rim=times(air.edge, 0.5),
            side=-side,
        )
        for _ in range(24):
            x, long = period / 2 + side * frame.width * random.uniform(0.24, 0.60), random.uniform(90, 260)
            strand = skia.Path()
            strand.moveTo(x, -frame.horizon)
            strand.quadTo(
                x + 14 * math.sin(x), -frame.horizon + long * 0.6, x + random.uniform(-8, 8), -frame.horizon + long
            )
            canvas.drawPath(strand, stroke(mix(dark, air.surface(MOSS, 1.0, 0.3), 0.35), random.uniform(3, 7), 0.9))

    stage.bake(1.5, top, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="swamp, swamps, marsh, bog, bayou, marshland, murky swamp, everglades, mangrove swamp, wetland, wetlands, foggy swamp, haunted swamp, louisiana bayou",
    by_day="frogs water",
    by_night="frogs crickets",
    scenery=frozenset({"trees", "lake", "river", "mist", "reflections", "fireflies", "rocks"}),
)
