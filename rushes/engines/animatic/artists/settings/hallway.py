"""A hallway: a corridor that leads to a window, door frames that part as one walks, wall lamps, a runner, a console."""

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, furniture, lamps, rooms, vaults, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane
from rushes.engines.animatic.stage.set import Set

WALLS = ("#8a7a5a", "#6f8078", "#8a6460", "#6a7488", "#a08a6a")
HIGH, LINTEL = 900.0, -420.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 2850, unit=160, depth=0.34, base=0.95, always=0.6)
    tone = room.lead(hexed(WALLS[int(room.random.integers(len(WALLS)))]), 0.6)
    trim = hexed("#5a3a26") if room.has("old", "grand", "haunted", "dusty") else hexed("#efe6d4")
    at = vaults.aisle(room, 0.80 if not room.narrow else 0.96, 0.80)
    pane = Pane(0, -372, 150, 250)
    room.panes.append(pane)
    room.lamps += [Lamp(0, -330, 200, 0.4), Lamp(-at, -260, 170, 0.6), Lamp(at, -260, 170, 0.6)]

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, times(tone, 0.95))
        fittings.patterned(canvas, room, tone, -120, step=64)
        fittings.panelling(canvas, room, 116, mix(trim, tone, 0.3), step=80)
        windows.casing(canvas, pane, trim)
        windows.curtains(canvas, pane, hexed("#8a3f3a"), drop=60, gathered=0.16)
        for way in (-1, 1):
            furniture.plant(canvas, way * 150, 0, room.random)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, windows.TREES, stage.random(2851))
        windows.bars(canvas, room, pane, trim, 2, 3)

    room.wall(draw, shine, order=0.31)
    windows.falling(room, [pane])
    flooring.lay(
        room,
        flooring.planks,
        hexed("#7a4e30"),
        side=60,
        mirror=0.26,
        runner=(hexed("#7a2f34"), at * room.size / room.depth * 0.44),
        sun=1.2,
    )
    reach = room.reach(at + 520)

    def frame(canvas: Canvas, depth: float) -> None:
        """A stretch of both walls, from its pilaster outwards, and the ceiling's beam."""
        face = mix(trim, tone, 0.15)
        fittings.rect(
            canvas,
            -reach,
            -HIGH,
            reach,
            LINTEL,
            linear((0, -HIGH), (0, LINTEL), [times(tone, 0.5), times(mix(tone, hexed("#e8e0d0"), 0.5), 0.8)]),
        )
        fittings.rect(
            canvas,
            -reach,
            LINTEL - 20,
            reach,
            LINTEL,
            linear((0, LINTEL - 20), (0, LINTEL), [mix(face, (1, 1, 1), 0.3), times(face, 0.6)]),
        )
        for way in (-1, 1):
            left, right = sorted((way * at, way * reach))
            inner, outer = way * at, way * (at + 150)
            fittings.rect(
                canvas, left, LINTEL, right, 10, linear((inner, 0), (outer, 0), [times(tone, 1.0), times(tone, 0.62)])
            )
            fittings.rect(canvas, left, -128, right, 10, linear((inner, 0), (outer, 0), [face, times(face, 0.6)]))
            fittings.rect(canvas, left, -134, right, -124, solid(mix(face, (1, 1, 1), 0.25)))
            left, right = sorted((way * at, way * (at + 30)))
            fittings.rect(
                canvas,
                left,
                LINTEL,
                right,
                10,
                linear((left, 0), (right, 0), [mix(face, (1, 1, 1), 0.2), times(face, 0.8)]),
            )
            fittings.rect(canvas, left - 5, -40, right + 5, 10, solid(times(face, 0.85)))

    depths = (0.43, 0.56, 0.76)
    vaults.lead_in(room, depths, frame, reach, HIGH)
    for index, depth in enumerate(depths[:2]):
        share = depth / room.depth
        for way in (-1, 1):
            x = way * (at + 60) * share
            y = (stage.ground_y(depth) - room.foot) / room.size - 286 * share
            lamps.halo(room, x, y, depth, 120, 0.8 * room.level, hexed("#ffd08a"), depth + 0.001)
        _console(room, depth + 0.02, (-1 if index else 1) * at * 0.80, trim)
    windows.shafts(room, [pane], 1.0, motes=34)
    room.light_cast(shadow=0.45)


def _console(room: rooms.Room, depth: float, x: float, trim: tuple[float, float, float]) -> None:
    """A narrow table at the wall with a lamp, a vase and a mirror over it."""
    wood = mix(hexed("#6a4028"), trim, 0.1)

    def draw(canvas: Canvas) -> None:
        fittings.table(canvas, x, 130, 122, wood)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x + 20, -172, x + 44, -130),
            8,
            8,
            linear((x + 20, 0), (x + 44, 0), [hexed("#9fc4d0"), hexed("#3f6f86")]),
        )
        for index in range(3):
            canvas.drawLine(x + 32, -170, x + 20 + index * 12, -202, stroke(hexed("#5a8a4a"), 3))
            canvas.drawCircle(x + 20 + index * 12, -206, 8, solid(hexed(("#e8788a", "#f0c050", "#e8e0f0")[index])))
        box(canvas, x - 50, -144, x - 14, -131, hexed("#8a3a34"))

    room.piece(depth, x - 90, x + 90, 220, draw)


SETTING = Setting(
    build=build,
    words="""hallway, corridor, hotel corridor, hotel hallway, long corridor, passageway, hall, school hallway, school corridor, apartment hallway,
        office corridor, dark hallway+dim, endless corridor, upstairs hallway, entryway, lobby, hotel lobby, landing""",
    by_day="creaks",
    by_night="creaks",
    scenery=frozenset({"window", "plants", "lights", "curtains"}),
    outdoors=False,
    room=True,
    hours=("day", "golden", "dusk", "night"),
)
