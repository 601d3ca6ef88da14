"""A red canyon: walls in bands of stone on both sides, buttes in the gap, a river of green at their feet."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import ground, mist, rows, seasons, sky, swells, undergrowth, waves
from rushes.engines.animatic.stage.set import Random, Set
from rushes.engines.animatic.stage.settings import desert

STRATA = tuple(hexed(code) for code in ("#b5583a", "#c8704a", "#a34a34", "#d28a5e", "#8f4232", "#bf6644"))
SAND = hexed("#c98a5c")


def build(stage: Set) -> None:
    season = seasons.of(stage)
    wet = bool({"river", "waterfall", "lake"} & set(stage.plan.features))
    sky.hang(stage)
    desert.mesas(stage, 0.07, 120)
    mist.band(stage, 0.08, -90, 12, strength=0.42, salt=131)
    wall(stage, 0.11, (0.07, 190), 2701)
    mist.band(stage, 0.12, -90, 14, strength=0.36, salt=132)
    wall(stage, 0.17, (0.15, 270), 2702)
    mist.band(stage, 0.18, -60, 14, strength=0.30, salt=133)
    wall(stage, 0.26, (0.24, 370), 2703)
    bed = season.ground(mix(SAND, season.grass, 0.75) if wet else SAND)
    ground.lay(stage, bed, season.hollows(mix(SAND, hexed("#9a5a3c"), 0.6)), contrast=0.8, cell=140, patches=0.5, hollow=0.2, crest=0.9)  # fmt: skip
    if wet:
        waves.lake(stage, shore=0.62)
        waves.wet_sand(stage, 0.62, SAND)
    wall(stage, 0.42, (0.35, 620), 2704, order=0.42)
    rubble(stage, 0.46, 10, 2705, clearing=0.3)
    shrubs(stage, 0.64, 26 if wet else 9, 2706, season.white)
    rubble(stage, 0.72, 5, 2707, clearing=0.5)
    swells.tufts(stage, 0.86, hexed("#a59a4c"), 2708, count=30, heights=(10, 28), blades=6)
    swells.tufts(stage, 1.24, hexed("#a59a4c"), 2709, count=16, heights=(18, 44), blades=7)
    foreground(stage)


def wall(stage: Set, depth: float, gap: tuple[float, float], salt: int, *, order: float | None = None) -> None:
    """Two walls that leave a gap in the frame's middle: (share of the width to either side, units high)."""
    frame, air = stage.framing, stage.air
    open_share, high = gap
    high *= frame.tall
    foot = rows.foot_of(stage, depth) + 4
    shade, day = 0.06, 0.95

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(salt)
        middle = period / 2
        for way in (-1, 1):
            inner = middle + way * frame.width * open_share * random.uniform(0.85, 1.15)
            outer = middle + way * period * 0.5
            # A wall that faces the light shines, the one across lies in shade.
            facing = day if way != air.side else shade + 0.30
            _cliff(canvas, inner, outer, foot, high * random.uniform(0.86, 1.1), way, facing, stage, depth, random)

    stage.bake(depth, foot - high * 1.2, foot + 6, draw, period=max(frame.width, 900.0) * 2.3, order=order)


def _cliff(canvas: Canvas, inner: float, outer: float, foot: float, high: float, way: int, facing: float, stage: Set, depth: float, random: Random) -> None:  # fmt: skip
    air = stage.air
    far = abs(outer - inner)
    edge = [(inner, foot + 8)]
    x, level = inner, foot
    # Steep faces of hard stone, and slopes of scree between them.
    for rise, run, steps in (
        (0.10, 0.16, 3),
        (0.36, 0.05, 9),
        (0.05, 0.13, 2),
        (0.27, 0.04, 7),
        (0.05, 0.10, 2),
        (0.17, 0.03, 5),
    ):
        for _ in range(steps):
            level -= high * rise / steps * random.uniform(0.7, 1.3)
            x += way * high * (run / steps * random.uniform(0.4, 1.6) + random.uniform(-0.006, 0.010))
            edge.append((x, level))
    top = level
    while abs(x - inner) < far:
        x += way * high * random.uniform(0.05, 0.20)
        top += high * random.uniform(-0.035, 0.028)
        edge.append((x, top + high * random.uniform(-0.012, 0.012)))
        if random.random() < 0.12:
            notch = high * random.uniform(0.08, 0.22)
            for share, down in ((0.02, 0.9), (0.10, 1.0), (0.13, 0.1)):
                edge.append((x + way * high * share, top + notch * down))
            x += way * high * 0.13
    path = skia.Path()
    path.moveTo(*edge[0])
    for point in edge[1:]:
        path.lineTo(*point)
    path.lineTo(x, foot + 20)
    path.lineTo(inner, foot + 20)
    path.close()
    base = air.surface(STRATA[0], depth, facing * 0.7)
    canvas.drawPath(path, solid(base))
    canvas.save()
    canvas.clipPath(path, True)
    y = foot + 6
    while y > foot - high * 1.15:
        thick = high * random.uniform(0.012, 0.05)
        stone = STRATA[int(random.integers(len(STRATA)))]
        band = skia.Path()
        wave = [random.uniform(-1, 1) * thick * 0.25 for _ in range(9)]
        band.moveTo(inner - way * 60, y + wave[0])
        for step in range(1, 9):
            band.lineTo(inner + way * far * step / 8, y + wave[step])
        for step in range(8, -1, -1):
            band.lineTo(inner + way * far * step / 8, y - thick + wave[8 - step])
        band.close()
        canvas.drawPath(band, solid(air.surface(stone, depth, facing * random.uniform(0.85, 1.03)), 0.62))
        canvas.drawLine(inner - way * 40, y, inner + way * far, y + wave[4], stroke(air.surface(times(STRATA[4], 0.6), depth, 0.1), max(0.8, high * 0.003), 0.34))  # fmt: skip
        y -= thick
    for _ in range(round(26 + far / 40)):
        at, start = inner + way * random.uniform(0, far), foot - high * random.uniform(0.0, 1.0)
        crack = skia.Path()
        crack.moveTo(at, start)
        crack.lineTo(at + random.uniform(-6, 6), start + high * random.uniform(0.08, 0.34))
        dark = random.random() < 0.65
        canvas.drawPath(crack, stroke(air.surface(STRATA[4], depth, 0.0 if dark else 1.0), high * random.uniform(0.006, 0.026), 0.34))  # fmt: skip
    # The corner that turns away from the light, and haze and bounced light at the feet.
    turn = linear((inner, 0), (inner + way * high * 0.5, 0), [air.edge, air.edge] if way != air.side else [air.shadow, air.shadow], None, [0.26, 0.0])  # fmt: skip
    canvas.drawRect(
        skia.Rect.MakeLTRB(min(inner, outer) - 60, foot - high * 1.3, max(inner, outer) + 60, foot + 8), turn
    )
    haze = linear((0, foot - high * 0.5), (0, foot), [air.haze, mix(air.haze, air.surface(SAND, depth, 0.8), 0.5)], None, [0.0, 0.34 * (1 - depth)])  # fmt: skip
    canvas.drawRect(
        skia.Rect.MakeLTRB(min(inner, outer) - 60, foot - high * 0.5, max(inner, outer) + 60, foot + 8), haze
    )
    canvas.restore()


def rubble(stage: Set, depth: float, count: float, salt: int, *, clearing: float) -> None:
    air = stage.air
    tone = air.surface(STRATA[2], depth, 0.5)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.stone(canvas, x, foot + 4, random.uniform(40, 150) * depth, times(tone, random.uniform(0.8, 1.12)), random, light=mix(tone, air.edge, 0.45), side=air.side)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=130 * depth, clearing=clearing)


def shrubs(stage: Set, depth: float, count: float, salt: int, white: Rgb | None) -> None:
    air = stage.air
    tone = air.surface(hexed("#7f8a4e"), depth, 0.5)
    light = air.surface(white, depth, 0.8) if white else mix(air.edge, tone, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        undergrowth.bush(canvas, x, foot + 4, random.uniform(26, 56) * depth, times(tone, random.uniform(0.8, 1.1)), random, light=light, side=air.side)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=80, clearing=0.3)


def foreground(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(STRATA[2], 1.0, 0.1), 0.5), air.shadow, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2711)
        for way in (-1, 1):
            x = period / 2 + way * frame.width * random.uniform(0.48, 0.56)
            for part in range(2):
                undergrowth.stone(canvas, x + way * part * 110, foot, random.uniform(240, 400), dark, random, light=mix(dark, air.edge, 0.5), side=-way)  # fmt: skip

    stage.bake(1.5, foot - 280, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""canyon, grand canyon, red canyon, slot canyon, desert canyon, canyons, antelope canyon, zion, red rock canyon, red rocks, red rock,
        ravine, canyon floor, bryce canyon, sandstone canyon, rocky canyon""",
    by_day="wind",
    by_night="wind crickets",
    scenery=frozenset({"cliff", "rocks", "mesas", "river", "lake"}),
)
