"""A living room: papered, modern, a cottage's or of logs, by words and seed; a window on the hour, lamps, a sofa, books, a rug."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings, flooring, furniture, lamps, rooms, shelves, windows
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

PAPERS = ("#8f5a52", "#5f7a74", "#8a7a4c", "#6a6488", "#9a6a4c", "#4f6f86", "#6f8a5f", "#a87a6a")
PLAINS = ("#c9c2b4", "#7f95a0", "#b08f78", "#8f9f88", "#c8a99a")
SOFAS = ("#7a3f3a", "#3f5f6a", "#5f6a44", "#8a6a3c", "#5a4a6a", "#b0683c")
PAPERED, MODERN, COTTAGE, LOGS = "papered", "modern", "cottage", "logs"


def build(stage: Set) -> None:
    room = rooms.enter(stage, 800, unit=150, base=0.92, always=0.25)
    random, side, half = room.random, room.side, room.half
    style = _style(room)
    wall = room.lead(
        hexed((PLAINS if style == MODERN else PAPERS)[int(random.integers(5 if style == MODERN else 8))]), 0.55
    )
    wood = hexed(("#7f4c2c", "#8a5a38", "#6a4630")[int(random.integers(3))])
    sofa = hexed(SOFAS[int(random.integers(len(SOFAS)))])
    outlook = windows.CITY if style == MODERN else (windows.TREES, windows.HILLS)[int(random.integers(2))]
    wide, high = (340.0, 290.0) if style == MODERN else (190.0, 190.0) if style == LOGS else (240.0, 262.0)
    if room.narrow:
        wide, high = min(wide, 170.0), min(high, 240.0)
    pane = Pane(side * half * (0.50 if not room.narrow else 0.58), -160 - high, wide, high)
    lamp = -side * half * (0.62 if not room.narrow else 0.70)
    room.panes.append(pane)
    room.lamps += [Lamp(lamp, -240, 200, 1.0), Lamp(side * half * 0.95, -330, 150, 0.3)]
    timber = hexed("#f0e8da") if style == MODERN else hexed("#e6d3b4") if style != LOGS else hexed("#6a4428")

    def draw(canvas: Canvas) -> None:
        _wall(canvas, room, style, wall, random)
        windows.casing(canvas, pane, timber)
        if style != LOGS:
            cloth = hexed(("#a8454a", "#3f6f74", "#b98a3f", "#5a5a8f", "#e6dccb")[int(random.integers(5))])
            windows.curtains(canvas, pane, cloth, drop=76, gathered=0.10 if style == MODERN else 0.22)
        if room.has("old", "dusty", "haunted"):
            fittings.stains(canvas, room, hexed("#2a2218"), 22, 801, 0.24)
        furniture.sideboard(canvas, lamp, 0, wood)
        _hung(canvas, room, style, random)
        if not room.narrow:
            if style == MODERN:
                _boards(canvas, lamp + side * 230, wood, random)
            else:
                furniture.shelf(canvas, lamp + side * 232, 0, random)
            furniture.plant(canvas, side * half * 0.93, 0, random)

    def shine(canvas: Canvas) -> None:
        windows.outdoors(canvas, stage, pane, outlook, stage.random(802))
        windows.bars(canvas, room, pane, timber, 3 if style == MODERN else 2, 1 if style == MODERN else 2)
        lamps.standing(canvas, lamp, -124, 74, hexed("#f6dfb4"), room.level)

    room.wall(draw, shine)
    windows.falling(room, [pane])
    planks = mix(hexed("#8a5a38" if style != MODERN else "#b08a62"), wall, 0.12)
    flooring.lay(room, flooring.planks, planks, side=70, grain=0.25, mirror=0.12)
    lamps.halo(room, lamp, -210, room.depth, 190, 0.75 * room.level, hexed("#ffc880"), 0.353)
    furniture.rug(stage, random, room.level)
    full = "fireplace" in stage.plan.features or (room.narrow and stage.plan.subjects)
    if not full and not room.holds("sofa", "couch", "piano", "bed", "settee", "armchair"):
        _sofa(room, side * half * (0.30 if style != MODERN else 0.16), sofa, modern=style == MODERN)
    if style == MODERN or (style == COTTAGE and not room.narrow):
        lamps.pendant(
            room,
            -side * half * 0.10,
            -400,
            hexed("#3a3f44" if style == MODERN else "#e8d8b8"),
            depth=0.80,
            kind="drum" if style == COTTAGE else "bell",
        )
    if "cluttered" in stage.plan.features:
        _clutter(room, -side * half * 0.26, random)
    windows.shafts(room, [pane], 0.8, motes=20)
    room.light_cast()
    if not room.narrow:
        furniture.armchair(stage, side, room.level, random)


def _style(room: Room) -> str:
    """By the words, else by the seed."""
    chance = float(room.random.random())
    plan = room.stage.plan
    winter = plan.season == "winter" or plan.weather == "snow"
    if room.has("rustic") or ("fireplace" in plan.features and winter):
        return LOGS
    if room.has("modern", "futuristic"):
        return MODERN
    if room.has("old", "grand", "haunted", "dusty") or "fireplace" in room.stage.plan.features:
        return PAPERED
    return PAPERED if chance < 0.55 else MODERN if chance < 0.78 else COTTAGE


def _wall(canvas: Canvas, room: Room, style: str, wall: Rgb, random: Random) -> None:
    left, right = -room.width / 2, room.width / 2
    if style == LOGS:
        fittings.boards(canvas, left, -room.high, right, 8, mix(hexed("#9a6a40"), wall, 0.12), 46, random, level=True)
        for row in range(int(room.high / 46)):
            canvas.drawLine(left, -row * 46.0, right, -row * 46.0, stroke((0.10, 0.06, 0.03), 3.4, 0.6))
        return
    fittings.plaster(canvas, room, wall)
    if style == MODERN:
        fittings.skirting(canvas, room, hexed("#efeae0"), 20)
        return
    if style == COTTAGE:
        fittings.plaster(canvas, room, mix(hexed("#efe2c8"), wall, 0.28))
        beam = hexed("#5f4028")
        for index in range(round(room.width / 300)):
            x = left + 75 + index * 300
            fittings.rect(
                canvas,
                x - 13,
                -room.high,
                x + 13,
                8,
                linear((x - 13, 0), (x + 13, 0), [mix(beam, (1, 1, 1), 0.12), times(beam, 0.7)]),
            )
        for y in (-468.0, -room.high + 30):
            fittings.rect(
                canvas,
                left,
                y - 26,
                right,
                y,
                linear((0, y - 26), (0, y), [mix(beam, (1, 1, 1), 0.14), times(beam, 0.6)]),
            )
        fittings.skirting(canvas, room, beam, 22)
        return
    fittings.patterned(canvas, room, wall, -128, kind=int(random.integers(3)))
    panel = hexed("#5a3a26") if room.has("grand", "old", "haunted") else hexed("#efe2cc")
    fittings.panelling(canvas, room, 128, mix(panel, wall, 0.28), step=75)


def _hung(canvas: Canvas, room: Room, style: str, random: Random) -> None:
    """Pictures on the wall, a clock, a mirror."""
    hearth = "fireplace" in room.stage.plan.features
    spots = [furniture.HUNG[2]] if room.narrow or hearth else list(furniture.HUNG)
    if not room.narrow and not hearth and random.random() < 0.5:
        del spots[int(random.integers(2))]
    furniture.pictures(canvas, 0, room.side, random, room.half * 2, spots)
    if hearth:
        return
    if style in (PAPERED, COTTAGE):
        x, y = room.side * room.half * 0.14, -418.0
        canvas.drawCircle(x + 3, y + 5, 30, solid((0, 0, 0), 0.3, 6))
        canvas.drawCircle(x, y, 30, solid(hexed("#f2e8d0")))
        canvas.drawCircle(x, y, 30, stroke(hexed("#8a5f30"), 7))
        canvas.drawLine(x, y, x - 9, y - 15, stroke(hexed("#2a2420"), 3.4))
        canvas.drawLine(x, y, x + 17, y - 5, stroke(hexed("#2a2420"), 2.8))


def _boards(canvas: Canvas, x: float, wood: Rgb, random: Random) -> None:
    """Floating shelves with a few things on them."""
    for row, filling in enumerate(("books", "antiques")):
        y = -196.0 - row * 96
        fittings.rect(canvas, x - 78, y + 6, x + 84, y + 16, solid((0, 0, 0), 0.28, 6))
        fittings.rect(
            canvas, x - 80, y, x + 80, y + 9, linear((0, y), (0, y + 9), [mix(wood, (1, 1, 1), 0.3), times(wood, 0.75)])
        )
        shelves.fill(canvas, x - 70, x + (20 if filling == "books" else 70), y, 54, filling, random)


def _sofa(room: Room, x: float, cloth: Rgb, *, modern: bool) -> None:
    """A sofa with cushions, between the wall and the cast."""
    depth = 0.74
    x *= room.depth / depth
    half, high = (160.0, 112.0) if modern else (150.0, 132.0)
    other = hexed(("#e0b060", "#e8dcc4", "#8fb0a8")[int(room.random.integers(3))])

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, half * 1.08)
        for way in (-1, 1):
            canvas.drawLine(x + way * half * 0.86, -16, x + way * half * 0.9, 2, stroke(hexed("#4a3020"), 8))
        round_by = 14.0 if modern else 30.0
        back = skia.Rect.MakeLTRB(x - half, -high, x + half, -30)
        canvas.drawRoundRect(
            back,
            round_by,
            round_by,
            linear((0, -high), (0, -30), [mix(cloth, (1, 1, 1), 0.16), cloth, times(cloth, 0.7)]),
        )
        if not modern:
            for row in range(2):
                for column in range(6 - row):
                    canvas.drawCircle(
                        x - half * 0.7 + (column + 0.5 * row) * half * 0.28,
                        -high + 26 + row * 24,
                        3.2,
                        solid(times(cloth, 0.55)),
                    )
        for way in (-1, 1):
            left, right = sorted((x, x + way * half * 0.84))
            seat = skia.Rect.MakeLTRB(left + 2, -74, right - 2, -36)
            canvas.drawRoundRect(
                seat, 13, 13, linear((0, -74), (0, -36), [mix(cloth, (1, 1, 1), 0.24), times(cloth, 0.82)])
            )
            left, right = sorted((x + way * half * 0.80, x + way * (half + 16)))
            arm = skia.Rect.MakeLTRB(left, -94, right, -12)
            canvas.drawRoundRect(
                arm, 18, 18, linear((left, 0), (right, 0), [mix(cloth, (1, 1, 1), 0.14), times(cloth, 0.72)])
            )
        fittings.rect(canvas, x - half * 0.9, -38, x + half * 0.9, -12, solid(times(cloth, 0.62)))
        for at, tone in ((-half * 0.60, other), (half * 0.58, mix(other, cloth, 0.5))):
            canvas.save()
            canvas.rotate(-9 if at < 0 else 8, x + at, -92)
            canvas.drawRoundRect(
                skia.Rect.MakeLTRB(x + at - 27, -118, x + at + 27, -68),
                10,
                10,
                linear((0, -118), (0, -68), [mix(tone, (1, 1, 1), 0.25), times(tone, 0.8)]),
            )
            canvas.restore()

    room.piece(depth, x - half - 40, x + half + 40, high + 20, draw)


def _clutter(room: Room, x: float, random: Random) -> None:
    """Books, boxes and clothes that nobody has put away."""
    depth = 0.82
    x *= room.depth / depth

    def draw(canvas: Canvas) -> None:
        fittings.shadow(canvas, x, 130)
        for index in range(5):
            left = x - 130 + index * 50
            tone = hexed(shelves.BOOKS[int(random.integers(len(shelves.BOOKS)))])
            if index % 2:
                for row in range(int(random.integers(2, 5))):
                    shift = float(random.uniform(-6, 6))
                    box(
                        canvas,
                        left + shift,
                        -13 - row * 13,
                        left + 48 + shift,
                        -row * 13,
                        mix(tone, hexed(shelves.BOOKS[row % 8]), 0.6),
                        round_by=2,
                    )
            else:
                canvas.drawOval(
                    skia.Rect.MakeLTRB(left - 10, -26, left + 56, 4),
                    linear((0, -26), (0, 4), [mix(tone, (1, 1, 1), 0.25), times(tone, 0.7)]),
                )

    room.piece(depth, x - 160, x + 160, 90, draw)
