"""An ice cave: blue rings of old ice with light behind them, icicles, a hole with the sky, a floor that mirrors."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import caverns, fittings, flooring, rooms, vaults, weather, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane
from rushes.engines.animatic.stage.set import Random, Set

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
    edge = caverns.mouth(205, -360, 16, stage.random(3941), 0.07)

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, mix(ice, DEEP, 0.35))
        fittings.stains(canvas, room, mix(ice, (1, 1, 1), 0.5), 60, 3942, 0.5)

    def shine(canvas: Canvas) -> None:
        canvas.save()
        canvas.translate(pane.x, 0)
        hole = caverns.smoothed(edge)
        canvas.drawPath(hole, solid(glow, 0.35 * room.outside + 0.1, 40))
        canvas.clipPath(hole, True)
        windows.outdoors(canvas, stage, Pane(0, -410, 480, 440), windows.HILLS, stage.random(3943), glass=False)
        canvas.drawRect(skia.Rect.MakeLTRB(-250, -80, 250, 30), linear((0, -80), (0, 30), [glow] * 2, None, [0.0, 0.3]))
        canvas.restore()

    room.wall(draw, shine, order=0.31)
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
    rings = (
        (0.47, 0.60, -440, 1.15, 0.1),
        (0.58, 0.78, -460, 1.0, 0.35),
        (0.76, 0.95, -455, 0.9, 0.6),
        (1.02, 1.10, -445, 0.55, 0.85),
    )
    for index, (depth, wide, top, level, deep) in enumerate(rings):
        reach, high = caverns.bounds(room, depth)
        random = stage.random(3950 + index)
        tone = mix(ice, DEEP, deep)

        def around(canvas: Canvas, wide: float = wide, top: float = top, tone: tuple[float, float, float] = tone, random: Random = random) -> None:  # fmt: skip
            caverns.ring(
                canvas,
                at * wide,
                top,
                room.width / 2,
                1100.0,
                tone,
                mix(glow, (1, 1, 1), 0.5),
                random,
                facets=True,
                hangs=1.4,
            )
            for way in (-1, 1):
                for _ in range(3):
                    spot = way * at * wide * random.uniform(0.74, 1.1)
                    caverns.spike(
                        canvas, spot, 14, random.uniform(50, 120), -1, mix(tone, (1, 1, 1), 0.2), (1, 1, 1), random
                    )

        room.piece(depth, -reach, reach, high, around, level=level, low=64, blur=2.5 if depth > 1 else None, order=depth if depth < 1 else 1.9)  # fmt: skip
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
