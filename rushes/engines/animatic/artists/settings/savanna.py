"""The savanna: gold grass to the horizon, umbrella thorns, a snow-capped mountain far away."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.stage import flocks, ground, groves, hills, mist, rows, sky, swells, undergrowth
from rushes.engines.animatic.stage.set import Random, Set

GRASS, DRY, EARTH = hexed("#cfa04c"), hexed("#e0bf6a"), hexed("#a8683c")
LEAF, BARK = hexed("#6f7f3c"), hexed("#5a4436")


def build(stage: Set) -> None:
    air, seeded = stage.air, stage.random(2100)
    wet = stage.plan.season == "spring"
    grass = mix(GRASS, hexed("#8fa84a"), 0.6) if wet else GRASS
    sky.hang(stage)
    if seeded.random() < 0.6:
        hills.ridge(stage, 0.05, 190, hexed("#7d86a0"), waves=1, salt=100, rough=0.5, ridged=False, snow=hexed("#f4f6ff"), snow_from=0.72)  # fmt: skip
    hills.ridge(stage, 0.09, 60, hexed("#8f8578"), waves=4, salt=110, rough=0.6, ridged=False)
    mist.band(stage, 0.12, -40, 20, strength=0.42, salt=131)
    thorns(stage, 0.16, 16, (46, 84), 2101)
    thorns(stage, 0.24, 8, (80, 130), 2102)
    ground.lay(stage, grass, mix(grass, EARTH, 0.55), contrast=0.75, cell=230, patches=0.42, streak=1.6)
    swells.tufts(stage, 0.36, mix(grass, DRY, 0.4), 2103, count=190, heights=(16, 34), blades=6)
    thorns(stage, 0.42, 3.2, (330, 470), 2104, clearing=0.24)
    mounds(stage, 0.50, 2107)
    swells.bank(stage, 0.60, 26, grass, 2108, tufts=True)
    for index, (depth, count) in enumerate(((0.52, 150), (0.70, 110), (0.88, 70))):
        swells.tufts(stage, depth, mix(grass, DRY, 0.2 + 0.2 * index), 2110 + index, count=count, heights=(18, 46))
    thorns(stage, 0.74, 1.3, (560, 640), 2105, clearing=0.72)
    swells.tufts(stage, 1.2, DRY, 2114, count=70, heights=(26, 62), order=1.2)
    if stage.plan.weather in ("clear", "cloudy", "wind"):
        flocks.circling(stage, 0.10, 5, 2115, air.surface(hexed("#3a2f30"), 0.3, 0.2), size=9)
    foreground(stage, grass)


def thorns(
    stage: Set, depth: float, count: float, heights: tuple[float, float], salt: int, *, clearing: float = 0.0
) -> None:
    air = stage.air
    grow = stage.near(depth) * (depth if depth > ground.ORDER else 1.0) * stage.framing.tall
    leaf, bark = air.surface(LEAF, depth, 0.6), air.surface(BARK, depth, 0.4)
    rim = mix(air.edge, leaf, 0.35)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        height = random.uniform(*heights) * grow
        groves.acacia(canvas, x, foot, height, times(leaf, random.uniform(0.86, 1.1)), bark, random, rim=rim, side=air.side)  # fmt: skip

    rows.along(stage, depth, count, salt, each, tall=heights[1] * grow * 1.15, clearing=clearing, sways=True)


def mounds(stage: Set, depth: float, salt: int) -> None:
    """Termite hills and stones."""
    air = stage.air
    earth = air.surface(EARTH, depth, 0.5)
    light = mix(earth, air.edge, 0.4)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(36, 76) * depth
        for part in range(3):
            undergrowth.stone(canvas, x + (part - 1) * size * 0.4, foot + 3, size * (1.1 - 0.3 * abs(part - 1)), times(earth, 0.9 + 0.08 * part), random, light=light, side=air.side)  # fmt: skip

    rows.along(stage, depth, 3, salt, each, tall=90 * depth)


def foreground(stage: Set, grass: Rgb) -> None:
    """Tall dry grass before the lens, and a bough of a thorn in one upper corner."""
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(grass, 1.0, 0.15), 0.5), air.shadow, 0.35)
    tip = mix(air.surface(DRY, 1.0, 0.9), air.edge, 0.35)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2120)
        for _ in range(60):
            x = random.uniform(0, period)
            off = min(1.0, abs(x - period / 2) / (frame.width * 0.55))
            undergrowth.grass(canvas, x, foot, (50 + 170 * off**2) * random.uniform(0.7, 1.2), dark, tip, random, blades=9, lean=0.25)  # fmt: skip

    stage.bake(1.5, foot - 270, foot + 5, draw, order=2.0)


SETTING = Setting(
    build=build,
    words="savanna, savannah, serengeti, african plains, african plain, african grassland, masai mara, safari, kenya, kilimanjaro",
    by_day="breeze crickets",
    by_night="crickets",
    scenery=frozenset({"acacias", "trees", "hills", "mountains"}),
)
