"""A cave: rings of rock into the depth, dripstones, its mouth with the day before it, a wet floor, crystals that shine."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, mix, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.stage import caverns, fires, fittings, flooring, rooms, vaults, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane
from rushes.engines.animatic.stage.set import Set

ROCKS = ("#7d6a58", "#6f6a72", "#84705a")
SHARDS = ("#5fd8e8", "#a68cf0", "#f08cc8", "#6fe0a0")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 3900, unit=200, depth=0.40, base=1.0, tint=rooms.WARM, always=0.55)
    rock = room.lead(hexed(ROCKS[int(room.random.integers(len(ROCKS)))]), 0.4)
    shard = hexed(SHARDS[int(room.random.integers(len(SHARDS)))])
    side = room.side
    at = vaults.aisle(room, 0.92 if not room.narrow else 1.16)
    bright = mix(mix(stage.air.sun, stage.air.sky[len(stage.air.sky) // 2], 0.35), (1, 1, 1), 0.1)
    rim = bright if room.outside > 0.3 else mix(bright, shard, 0.3)
    pane = Pane(side * at * 0.16, -380, 400, 400)
    room.panes.append(pane)
    room.lamps.append(Lamp(0, -120, 300, 0.3, shard))
    if room.has("torches", "fire"):
        room.lamps += [Lamp(x * 1.38, -230, 240, 1.2) for x in (-at, at)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, times(rock, 0.75))
        fittings.stains(canvas, room, times(rock, 0.3), 60, 3902, 0.5)
        fittings.stains(canvas, room, mix(rock, (1, 1, 1), 0.2), 30, 3903, 0.3)

    room.wall(draw, caverns.daylight(room, pane.x, bright, windows.TREES, 3901, 0.12), order=0.31)
    flooring.lay(
        room,
        flooring.plain,
        times(rock, 0.86),
        times(rock, 0.5),
        grain=0.9,
        contrast=1.0,
        cell=110,
        mirror=0.5,
        bars=False,
        sun=0.8,
    )
    caverns.crystals(room, -side * at * 0.62, 0.62, shard, 3905, count=6, size=1.0)
    if not room.narrow:
        caverns.crystals(room, side * at * 0.72, 0.74, mix(shard, hexed("#8f9cf0"), 0.5), 3906, count=5, size=0.7)
    caverns.gallery(room, at, [rock] * 4, (1.25, 1.1, 0.9, 0.45), rim, 3910)
    if room.has("torches", "fire"):
        grow = room.size * 0.60 / room.depth
        for index, x in enumerate((-at * 0.92, at * 0.96)):
            fires.torch(stage, x * grow, stage.ground_y(0.60) - 190 * grow, 0.60, 3930 + index, period=room.period * 0.60 / room.depth)  # fmt: skip
    windows.shafts(room, [Pane(pane.x, -340, 300, 330)], 0.7, motes=44)
    caverns.dripping(room, 3920, mix(bright, (1, 1, 1), 0.4))
    room.light_cast(shadow=0.5)


SETTING = Setting(
    build=build,
    words="""cave, cavern, grotto, crystal cave, crystal cavern, cave entrance, mouth of a cave, inside a cave, stalactite cave, underground cave, underground lake,
        limestone cave, cave mouth, caves, caverns, lair, dragon's lair, dragon's cave, den""",
    by_day="drips",
    by_night="drips",
    scenery=frozenset({"rocks", "crystals", "reflections", "sun_rays", "stalactites", "torches"}),
    outdoors=False,
    hours=("day", "golden", "dusk"),
    who="caveman, cavewoman, spelunker, caver",
)
