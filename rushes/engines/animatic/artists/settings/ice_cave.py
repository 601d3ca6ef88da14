"""An ice cave: blue rings of old ice with light behind them, icicles, a hole with the sky, a floor that mirrors."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, mix
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.stage import caverns, fittings, flooring, rooms, vaults, weather, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane
from rushes.engines.animatic.stage.set import Set

ICE, DEEP = hexed("#9fd8f0"), hexed("#3f8fc4")


def build(stage: Set) -> None:
    room = rooms.enter(stage, 3940, unit=200, depth=0.40, base=1.15, tint=(0.62, 0.86, 1.06), always=0.6)
    ice = room.lead(ICE, 0.35)
    side = room.side
    at = vaults.aisle(room, 0.92 if not room.narrow else 1.16)
    glow = mix(mix(stage.air.key, stage.air.sky[-1], 0.4), ice, 0.35)
    pane = Pane(-side * at * 0.10, -400, 420, 420)
    room.panes.append(pane)
    room.lamps += [Lamp(x, -200, 260, 0.5) for x in (-at * 0.8, at * 0.8)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(ice, DEEP, 0.35))
        fittings.stains(canvas, room, mix(ice, (1, 1, 1), 0.5), 60, 3942, 0.5)

    room.wall(draw, caverns.daylight(room, pane.x, glow, windows.HILLS, 3941, 0.07), order=0.31)
    flooring.lay(
        room,
        flooring.plain,
        mix(ice, (1, 1, 1), 0.35),
        mix(ice, DEEP, 0.4),
        grain=0.5,
        contrast=0.8,
        cell=200,
        mirror=0.8,
        bars=False,
        sun=0.7,
    )
    tones = [mix(ice, DEEP, deep) for deep in (0.1, 0.35, 0.6, 0.85)]
    rim = mix(glow, (1, 1, 1), 0.5)
    caverns.gallery(room, at, tones, (1.15, 1.0, 0.9, 0.55), rim, 3950, facets=True, hangs=1.4)
    windows.shafts(room, [Pane(pane.x, -350, 320, 340)], 0.7, motes=0, tint=glow)
    sparkle = weather.Specks(70, (0.6, 1.8), -4, 5, 0.9, 0.7, (0.92, 0.98, 1.0), soft=0.9, glow=True, blink=0.6)
    weather.scatter(stage, sparkle, 3960)
    caverns.dripping(room, 3961, (0.9, 0.97, 1.0))
    room.light_cast(shadow=0.34)


SETTING = Setting(
    build=build,
    words="""ice cave, ice cavern, ice grotto, glacier cave, frozen cave, crystal ice cave, ice caves, inside a glacier, ice tunnel, ice palace,
        frozen cavern, cave of ice, icy cave""",
    by_day="drips wind",
    by_night="drips wind",
    scenery=frozenset({"ice", "rocks", "crystals", "reflections", "sun_rays", "icicles"}),
    outdoors=False,
    hours=("day", "golden", "dusk"),
)
