"""A hall of an aquarium: a wall of water in the dark, coral and weed in its light, fish that pass, rays on the floor."""

import math
from dataclasses import replace

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fittings, flooring, lamps, rooms
from rushes.engines.animatic.stage.rooms import Lamp, Room
from rushes.engines.animatic.stage.set import Random, Set

BLUE, DEEP, PALE = hexed("#2f9fd8"), hexed("#0a3f78"), hexed("#a8ecf8")
CORALS = ("#e0607a", "#f0a04a", "#a05fd0", "#e8d05a", "#5fc8a8")
FISH = ("#ffb03c", "#ffe05a", "#ff6f5a", "#b8e4ff", "#c89aff", "#7ff0c0")
#: Room units: the top and the foot of the glass.
TOP, SILL = -500.0, -86.0


def build(stage: Set) -> None:
    room = rooms.enter(stage, 4080, unit=300, base=0.30, tint=(0.42, 0.86, 1.12), always=1.0, windows=0.25)
    water = room.lead(BLUE, 0.5)
    deep = mix(DEEP, times(water, 0.4), 0.5)
    bays = max(2, round(room.width / 900))
    wide = room.width / bays
    room.lamps += [Lamp(-room.width / 2 + (n + 0.5) * wide + off, -280, 300, 0.8) for n in range(bays) for off in (-wide * 0.26, wide * 0.26)]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        fittings.plaster(canvas, room, hexed("#4a5a6e"))
        fittings.rect(
            canvas,
            -room.width / 2,
            SILL,
            room.width / 2,
            8,
            linear((0, SILL), (0, 0), [hexed("#5a6a7c"), hexed("#39444f")]),
        )
        fittings.rect(canvas, -room.width / 2, SILL - 10, room.width / 2, SILL + 6, linear((0, SILL - 10), (0, SILL + 6), [hexed("#9aa8b4"), hexed("#4a545e")]))  # fmt: skip
        for plate in range(round(room.width / 150)):
            x = -room.width / 2 + plate * 150
            fittings.rect(canvas, x + 44, SILL + 26, x + 106, SILL + 52, solid(hexed("#d8d2c0")))
            canvas.drawLine(x + 52, SILL + 35, x + 98, SILL + 35, stroke(hexed("#4a5560"), 3))
            canvas.drawLine(x + 52, SILL + 43, x + 82, SILL + 43, stroke(hexed("#4a5560"), 2.4))

    def shine(canvas: Canvas) -> None:
        random = stage.random(4081)
        for bay in range(bays):
            left = -room.width / 2 + bay * wide
            box = skia.RRect.MakeRectXY(skia.Rect.MakeLTRB(left + 26, TOP, left + wide - 26, SILL - 12), 34, 34)
            canvas.drawRRect(box, solid(water, 0.5, 30))
            canvas.save()
            canvas.clipRRect(box, True)
            _water(canvas, left, wide, water, deep, random)
            canvas.restore()
            canvas.drawRRect(box, stroke(hexed("#1c2733"), 16))
            canvas.drawRRect(box, stroke(mix(water, (1, 1, 1), 0.4), 2.4, 0.6))

    room.wall(draw, shine)
    flooring.lay(room, flooring.large, hexed("#56687c"), side=120, mirror=0.7, grain=0.10)
    _rays(room, water)
    _shoals(room, bays, wide)
    _bubbles(room, bays, wide)
    lamps.halo(room, 0.0, -200, room.depth, 420, 0.7, water, 0.353)
    room.light_cast(shadow=0.30, up=-0.35)
    # The eye takes the blue for the light of the place, and people for what they are.
    light = stage.light
    stage.light = replace(
        light, key=mix(light.key, (0.86, 0.96, 1.06), 0.6), ambient=mix(light.ambient, (0.42, 0.47, 0.56), 0.75)
    )


def _water(canvas: Canvas, left: float, wide: float, water: Rgb, deep: Rgb, random: Random) -> None:
    """What is behind one pane: light from above, far rocks, coral and weed on sand."""
    canvas.drawRect(skia.Rect.MakeLTRB(left, TOP, left + wide, SILL), linear((0, TOP), (0, SILL), [mix(water, PALE, 0.75), water, mix(water, deep, 0.6), deep], [0, 0.3, 0.7, 1]))  # fmt: skip
    for ray in range(7):
        x = left + wide * (0.08 + 0.14 * ray) + random.uniform(-20, 20)
        path = skia.Path()
        path.moveTo(x - 12, TOP)
        path.lineTo(x + 22, TOP)
        path.lineTo(x + 96, SILL)
        path.lineTo(x + 10, SILL)
        path.close()
        canvas.drawPath(path, linear((0, TOP), (0, SILL), [PALE] * 2, None, [0.30, 0.0]))
    for row in range(3):
        tone = mix(mix(water, deep, 0.35 + 0.25 * row), (0.02, 0.08, 0.16), 0.15 * row)
        path = skia.Path()
        path.moveTo(left, SILL)
        x = left - 20
        while x < left + wide + 40:
            high = random.uniform(40, 150) * (1 - 0.24 * row)
            path.quadTo(x + 20, SILL - high, x + 70, SILL - high * random.uniform(0.5, 0.9))
            x += random.uniform(60, 120)
        path.lineTo(left + wide, SILL)
        path.close()
        canvas.drawPath(path, solid(tone))
    canvas.drawOval(
        skia.Rect.MakeLTRB(left - 60, SILL - 40, left + wide + 60, SILL + 60), solid(mix(hexed("#d8c89a"), water, 0.45))
    )
    for _ in range(13):
        x, tone = left + random.uniform(30, wide - 30), hexed(CORALS[int(random.integers(len(CORALS)))])
        tone, base, kind = mix(tone, water, 0.18), SILL - random.uniform(4, 26), int(random.integers(3))
        size = random.uniform(26, 62)
        if kind == 0:
            for arm in range(7):
                angle = -math.pi / 2 + (arm - 3) * 0.30
                tip = (x + size * math.cos(angle), base + size * 1.2 * math.sin(angle))
                canvas.drawLine(x, base, *tip, stroke(times(tone, 0.7), size * 0.16))
                canvas.drawLine(x, base, *tip, stroke(tone, size * 0.10))
                canvas.drawCircle(*tip, size * 0.10, solid(mix(tone, (1, 1, 1), 0.35)))
        elif kind == 1:
            dome = skia.Rect.MakeLTRB(x - size, base - size * 0.9, x + size, base + size * 0.5)
            canvas.drawOval(dome, linear((0, dome.top()), (0, base), [mix(tone, (1, 1, 1), 0.3), times(tone, 0.6)]))
            for groove in range(5):
                canvas.drawArc(
                    dome.makeInset(size * 0.16 * groove, size * 0.1 * groove),
                    200,
                    140,
                    False,
                    stroke(times(tone, 0.66), 2.4, 0.7),
                )
        else:
            for tube in range(4):
                high = size * random.uniform(0.8, 1.7)
                at = x + (tube - 1.5) * size * 0.36
                canvas.drawRoundRect(skia.Rect.MakeLTRB(at - size * 0.16, base - high, at + size * 0.16, base + 6), 8, 8, linear((at - size * 0.16, 0), (at + size * 0.16, 0), [times(tone, 0.6), mix(tone, (1, 1, 1), 0.25), times(tone, 0.7)]))  # fmt: skip
                canvas.drawOval(
                    skia.Rect.MakeLTRB(at - size * 0.15, base - high - 4, at + size * 0.15, base - high + 8),
                    solid(times(tone, 0.4)),
                )
    for _ in range(16):
        x, high = left + random.uniform(20, wide - 20), random.uniform(70, 210)
        blade = skia.Path()
        blade.moveTo(x, SILL)
        blade.cubicTo(x + 22, SILL - high * 0.35, x - 22, SILL - high * 0.7, x + random.uniform(-14, 14), SILL - high)
        canvas.drawPath(blade, stroke(mix(hexed("#3f9a5a"), water, 0.35), random.uniform(5, 9), 0.9))


def _shoals(room: Room, bays: int, wide: float) -> None:
    """Fish that go from end to end of their tank and come back."""
    random = room.stage.random(4082)
    fish = [
        (
            int(random.integers(bays)), random.random(), random.uniform(0.10, 0.78), random.uniform(0.5, 1.5), random.uniform(0.020, 0.055),
            hexed(FISH[int(random.integers(len(FISH)))]), random.uniform(0, 6.28),
        )
        for _ in range(13 * bays)
    ]  # fmt: skip
    grow = room.size

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        turn = round((view.x * room.depth + view.pan) / room.period)
        for bay, begun, level, size, pace, tone, phase in fish:
            life = (begun + pace * t) % 1.0
            # There and back: it turns round behind the frame of its pane.
            way = 1 if life < 0.5 else -1
            share = life * 2 if life < 0.5 else 2 - life * 2
            x = -room.width / 2 + bay * wide + 26 + share * (wide - 52)
            y = TOP + 34 + level * (SILL - TOP - 90) + 9 * math.sin(t * 0.8 + phase)
            edge = min(share, 1 - share) * (wide - 52)
            if edge < 30 * size:
                continue
            for lap in (-1, 0, 1):
                at = room.at(x, y)
                px, py, scale = view.place(at[0] + (turn + lap) * room.period, at[1], room.depth)
                unit = scale * grow * size
                if px < -60 * unit or px > view.width * view.scale + 60 * unit:
                    continue
                _fish(canvas, px, py, unit, way, tone, 0.5 + 0.5 * math.sin(t * 7 * (0.6 + 10 * pace) + phase))

    room.stage.add(room.depth - 0.267, draw)


def _fish(canvas: Canvas, x: float, y: float, unit: float, way: int, tone: Rgb, beat: float) -> None:
    canvas.save()
    canvas.translate(x, y)
    canvas.scale(way * unit, unit)
    tail = skia.Path()
    tail.moveTo(-16, 0)
    tail.lineTo(-33, -9 + 5 * beat)
    tail.lineTo(-29, 0)
    tail.lineTo(-33, 5 + 5 * beat)
    tail.close()
    canvas.drawPath(tail, solid(times(tone, 0.8)))
    body = skia.Path()
    body.moveTo(22, 0)
    body.cubicTo(14, -13, -6, -13, -18, 0)
    body.cubicTo(-6, 12, 14, 12, 22, 0)
    body.close()
    canvas.drawPath(body, linear((0, -11), (0, 11), [mix(tone, (1, 1, 1), 0.35), times(tone, 0.72)]))
    canvas.drawLine(4, -9, 1, 9, stroke((1, 1, 1), 3, 0.6))
    canvas.drawCircle(14, -2.5, 2.6, solid((1, 1, 1)))
    canvas.drawCircle(14.6, -2.5, 1.4, solid((0.05, 0.05, 0.1)))
    canvas.restore()


def _bubbles(room: Room, bays: int, wide: float) -> None:
    random = room.stage.random(4083)
    rising = [
        (random.uniform(0.06, 0.94), random.random(), random.uniform(1.4, 4.4), int(random.integers(bays)))
        for _ in range(30)
    ]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for across, begun, size, bay in rising:
            life = (begun + t * (0.06 + 0.02 * size / 4)) % 1.0
            x = -room.width / 2 + bay * wide + across * wide + 6 * math.sin(t * 1.6 + begun * 20)
            px, py, scale = view.place(*room.at(x, SILL - 16 + (TOP - SILL + 30) * life), room.depth)
            canvas.drawCircle(px, py, size * scale * room.size, stroke((0.9, 1.0, 1.0), 1.2 * scale * room.size, 0.6 * math.sin(math.pi * life) ** 0.4))  # fmt: skip

    room.stage.add(room.depth - 0.266, draw)


def _rays(room: Room, water: Rgb) -> None:
    """Light of the water that plays on the floor before it."""

    def draw(canvas: Canvas, period: float) -> None:
        canvas.translate(period / 2, room.foot)
        random = room.stage.random(4084)
        for _ in range(34):
            x, y = random.uniform(-period / 2, period / 2), random.uniform(10, 130) * room.size
            wide = random.uniform(40, 120) * room.size
            path = skia.Path()
            path.moveTo(x - wide, y)
            path.cubicTo(x - wide * 0.3, y - 12, x + wide * 0.2, y + 14, x + wide, y - 4)
            canvas.drawPath(path, stroke(mix(water, PALE, 0.6), 5 * room.size, 0.20, 3))

    room.stage.bake(
        0.76,
        room.foot,
        room.foot + 180 * room.size,
        draw,
        glow=True,
        blur=3.4,
        order=0.34,
        period=room.period,
        drift=3.0,
    )


SETTING = Setting(
    build=build,
    words="""public aquarium, aquarium hall, aquarium tunnel, at the aquarium, at an aquarium, visit the aquarium, visits the aquarium, visiting the aquarium, in front of an aquarium,
        in front of a fish tank, huge aquarium, giant aquarium, large aquarium, sea life center, oceanarium, aquarium glass, before an aquarium""",
    by_day="underwater hall",
    by_night="underwater hall",
    scenery=frozenset({"coral", "bubbles", "reflections", "kelp", "window", "rocks", "lights", "sun_rays"}),
    outdoors=False,
    hours=("day",),
)
