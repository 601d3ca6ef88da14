"""Caverns: rings of rock or ice that lead into the depth, with what hangs from their vault and stands on their floor."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import lamps, windows
from rushes.engines.animatic.stage.rooms import Lamp, Pane, Room
from rushes.engines.animatic.stage.set import Random

Point = tuple[float, float]
WHITE: Rgb = (1.0, 1.0, 1.0)
#: The rings of a gallery, from its far end to the viewer: depth, and of its opening half the width (as a part), and the top.
_RINGS = ((0.47, 0.62, -430), (0.58, 0.80, -450), (0.76, 0.96, -452), (1.02, 1.10, -440))


def mouth(half: float, top: float, foot: float, random: Random, rough: float = 0.10) -> list[Point]:
    """The outline of an opening in rock, from its left foot over its top to its right foot."""
    points = []
    lean, count = random.uniform(-0.08, 0.08), 22
    for step in range(count + 1):
        angle = math.pi * (1 - step / count)
        reach = 1 + random.uniform(-rough, rough)
        # Steeper than a circle, so that it is a cave and not a tunnel.
        across = math.copysign(abs(math.cos(angle)) ** 0.72, math.cos(angle))
        rise = math.sin(angle) ** 0.86
        points.append((half * (across * reach + lean * rise), foot + (top - foot) * rise * reach))
    return points


def smoothed(points: Sequence[Point]) -> object:
    """A path through the middles between points, as water leaves rock."""
    path = skia.Path()
    path.moveTo(*points[0])
    for one, other in itertools.pairwise(points[1:]):
        path.quadTo(*one, (one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
    path.lineTo(*points[-1])
    return path


def daylight(room: Room, x: float, light: Rgb, sees: str, salt: int, rough: float) -> Callable[[Canvas], None]:
    """The mouth of the cave at its far end, with the country before it, as a wall's `shine`; x in room units."""
    edge = mouth(196, -354, 16, room.stage.random(salt), rough)

    def shine(canvas: Canvas) -> None:
        canvas.save()
        canvas.translate(x, 0)
        hole = smoothed(edge)
        canvas.drawPath(hole, solid(light, 0.38 * room.outside + 0.1, 36))
        canvas.clipPath(hole, True)
        windows.outdoors(canvas, room.stage, Pane(0, -404, 470, 434), sees, room.stage.random(salt + 1), glass=False)
        mist = linear((0, -86), (0, 30), [light] * 2, None, [0.0, 0.25])
        canvas.drawRect(skia.Rect.MakeLTRB(-246, -86, 246, 30), mist)
        canvas.restore()

    return shine


def gallery(
    room: Room, at: float, tones: Sequence[Rgb], levels: Sequence[float], rim: Rgb, salt: int, *, facets: bool = False, hangs: float = 1.0
) -> None:  # fmt: skip
    """Rings of rock from the far end to the viewer, `at` half their width; a tone and a level of light for each."""
    for index, ((depth, wide, top), tone, level) in enumerate(zip(_RINGS, tones, levels, strict=True)):
        reach, high = bounds(room, depth)
        random = room.stage.random(salt + index)
        half, stands, gleam = at * wide, mix(tone, WHITE, 0.2 if facets else 0.0), WHITE if facets else rim

        def around(canvas: Canvas, half: float = half, top: float = top, tone: Rgb = tone, stands: Rgb = stands, gleam: Rgb = gleam, random: Random = random) -> None:  # fmt: skip
            ring(canvas, half, top, room.width / 2, 1100.0, tone, rim, random, facets=facets, hangs=hangs)
            for way in (-1, 1):
                for _ in range(3):
                    spot = way * half * random.uniform(0.72, 1.1)
                    spike(canvas, spot, 14, random.uniform(40, 110), -1, stands, gleam, random)

        near = depth > 1
        room.piece(depth, -reach, reach, high, around, level=level, low=64, blur=2.5 if near else None, order=1.9 if near else depth)  # fmt: skip


def ring(
    canvas: Canvas, half: float, top: float, reach: float, high: float, rock: Rgb, rim: Rgb, random: Random, *, facets: bool = False, hangs: float = 1.0
) -> None:  # fmt: skip
    """Rock all around an opening of `half` a width and up to `top`, out to `reach` and `high`; its edge in the light of `rim`."""
    edge = mouth(half, top, 30.0, random, 0.05 if facets else 0.10)
    body = smoothed(edge)
    body.lineTo(reach, 30)  # type: ignore[attr-defined]  # skia has no types
    body.lineTo(reach, -high)  # type: ignore[attr-defined]
    body.lineTo(-reach, -high)  # type: ignore[attr-defined]
    body.lineTo(-reach, 30)  # type: ignore[attr-defined]
    body.close()  # type: ignore[attr-defined]
    canvas.drawPath(body, linear((0, -high), (0, 20), [times(rock, 0.4), times(rock, 0.95), times(rock, 0.62)]))
    canvas.save()
    canvas.clipPath(body, True)
    # Bulges that follow the edge, each in the shade of the one nearer to the light.
    for row in range(5):
        grow = 1.02 + row * 0.13
        for x, y in edge[:: 1 + row % 2]:
            wide = random.uniform(34, 78) * (1 + 0.3 * row)
            tone = times(rock, (1.02 - 0.13 * row) * random.uniform(0.86, 1.14))
            at_x, at_y = x * grow + random.uniform(-14, 14), (y - 30) * grow + 30 + random.uniform(-12, 12)
            if facets:
                _facet(canvas, at_x, at_y, wide * 1.5, tone, random)
                continue
            lump = skia.Rect.MakeXYWH(at_x - wide, at_y - wide * 0.72, wide * 2, wide * 1.44)
            canvas.drawOval(
                lump, linear((at_x, at_y - wide), (at_x, at_y + wide), [times(tone, 0.62), mix(tone, rim, 0.10)], None, [0.42, 0.62])
            )  # fmt: skip
    for _ in range(22):
        x, y = random.choice(len(edge)), random.uniform(1.02, 1.7)
        at = (edge[x][0] * y, (edge[x][1] - 30) * y + 30)
        crack = skia.Path()
        crack.moveTo(*at)
        for _ in range(3):
            at = (at[0] + random.uniform(-26, 26), at[1] + random.uniform(-20, 20))
            crack.lineTo(*at)
        canvas.drawPath(crack, stroke(times(rock, 0.34), random.uniform(1.2, 2.6), 0.32))
    outline = smoothed(edge)
    canvas.drawPath(outline, stroke(mix(rock, rim, 0.6), 26, 0.30, 9))
    canvas.drawPath(outline, stroke(mix(rock, rim, 0.8), 8, 0.55, 2.5))
    canvas.restore()
    for way in (-1, 1):
        _heap(canvas, way, half, reach, rock, rim, random, facets=facets)
    for x, y in edge[4:-4]:
        if random.random() < 0.62 * hangs:
            spike(canvas, x + random.uniform(-12, 12), y - 14, random.uniform(34, 118) * (half / 420) ** 0.4, 1, rock, rim, random)  # fmt: skip


def _heap(
    canvas: Canvas, way: int, half: float, reach: float, rock: Rgb, rim: Rgb, random: Random, *, facets: bool
) -> None:
    """What has fallen from the rock lies at its foot."""
    at = half * 0.94
    while at < min(reach, half * 2.6):
        wide = random.uniform(20, 62)
        x, base = way * at, 36 + random.uniform(-6, 16)
        tone = times(rock, random.uniform(0.55, 0.85))
        canvas.drawOval(
            skia.Rect.MakeLTRB(x - wide * 1.2, base - 8, x + wide * 1.2, base + 12), solid((0, 0, 0), 0.34, 7)
        )
        if facets:
            _facet(canvas, x, base - wide * 0.2, wide * 0.7, tone, random)
        else:
            lump = skia.Rect.MakeLTRB(x - wide, base - wide * 0.72, x + wide, base + 6)
            canvas.drawRoundRect(lump, wide * 0.8, wide * 0.42, linear((0, lump.top()), (0, base), [mix(tone, rim, 0.22), times(tone, 0.5)]))  # fmt: skip
        at += wide * random.uniform(0.7, 1.2)


def _facet(canvas: Canvas, x: float, y: float, size: float, tone: Rgb, random: Random) -> None:
    turn = random.uniform(0, 6.28)
    path = skia.Path()
    for corner in range(5):
        angle = turn + corner * 1.257 + random.uniform(-0.3, 0.3)
        spot = (x + size * math.cos(angle), y + size * 0.8 * math.sin(angle))
        path.lineTo(*spot) if corner else path.moveTo(*spot)
    path.close()
    canvas.drawPath(path, linear((x - size, y - size), (x + size, y + size), [mix(tone, (1, 1, 1), 0.32), times(tone, 0.8)], None, [0.42, 0.30]))  # fmt: skip
    canvas.drawPath(path, stroke(mix(tone, (1, 1, 1), 0.5), 1.6, 0.35))


def spike(canvas: Canvas, x: float, base: float, long: float, way: int, rock: Rgb, rim: Rgb, random: Random) -> None:
    """A dripstone: from the vault down (way 1), or from the floor up (-1)."""
    half, bow = long * random.uniform(0.09, 0.17), random.uniform(-0.06, 0.06) * long
    path = skia.Path()
    path.moveTo(x - half * 1.5, base)
    path.cubicTo(x - half * 0.8, base + way * long * 0.2, x - half * 0.3 + bow, base + way * long * 0.6, x + bow, base + way * long)  # fmt: skip
    path.cubicTo(x + half * 0.3 + bow, base + way * long * 0.6, x + half * 0.8, base + way * long * 0.2, x + half * 1.5, base)  # fmt: skip
    path.close()
    body = [times(rock, 0.5), mix(rock, rim, 0.30), times(rock, 0.86), times(rock, 0.42)]
    canvas.drawPath(path, linear((x - half, 0), (x + half, 0), body, [0, 0.3, 0.55, 1]))
    for fold in (0.2, 0.42):
        y = base + way * long * fold
        canvas.drawLine(
            x - half * (0.9 - fold), y, x + half * (0.8 - fold), y + way * 3, stroke(times(rock, 0.4), 1.6, 0.22)
        )


def bounds(room: Room, depth: float) -> tuple[float, float]:
    """(half the width, height) in room units that a ring of this depth needs: what any camera may see of it."""
    frame, grow = room.stage.framing, room.size * depth / room.depth
    seen = frame.width / 2 / grow * 1.55 + 40
    high = (frame.horizon + room.stage.ground_y(depth)) / grow * 1.45 + 40
    return (room.width / 2 if room.travels else min(room.width / 2, seen)), min(1100.0, high)


def crystals(room: Room, x: float, depth: float, tint: Rgb, salt: int, *, count: int = 6, size: float = 1.0) -> None:
    """Crystals that shine from within, and their light in the air; x at the wall, room units."""
    random = room.stage.random(salt)
    room.lamps.append(Lamp(x, -70, 190 * size, 0.75, tint))
    at = x * room.depth / depth
    shards = sorted(
        (
            (
                abs(index - count / 2) + 0.5,
                (index - (count - 1) / 2) * 26 * size,
                random.uniform(90, 170) * size,
                random,
            )
            for index in range(count)
        ),
        key=lambda shard: -shard[2],
    )

    def draw(canvas: Canvas) -> None:
        canvas.drawOval(skia.Rect.MakeLTRB(at - 96 * size, -16, at + 96 * size, 14), solid((0, 0, 0), 0.45, 8))

    def shine(canvas: Canvas) -> None:
        level = 0.55 + 0.35 * room.level
        for aside, off, high, chance in shards:
            high *= 1.15 - 0.13 * aside
            canvas.save()
            canvas.translate(at + off, 6)
            canvas.rotate(off * 0.42 / size + chance.uniform(-6, 6))
            wide = high * 0.15
            left, right = skia.Path(), skia.Path()
            for path, way in ((left, -1), (right, 1)):
                path.moveTo(0, 0)
                path.lineTo(way * wide, -high * 0.1)
                path.lineTo(way * wide * 0.9, -high * 0.8)
                path.lineTo(way * wide * 0.1, -high)
                path.lineTo(wide * 0.2, -high * 0.76)
                path.close()
            pale = mix(tint, (1, 1, 1), 0.62)
            canvas.drawPath(
                left, linear((0, 0), (0, -high), [times(tint, 0.55 * level), mix(times(tint, level), pale, 0.5)])
            )
            canvas.drawPath(right, linear((0, 0), (0, -high), [times(tint, 0.3 * level), times(tint, level)]))
            canvas.drawLine(wide * 0.2, -high * 0.76, wide * 0.1, -high * 0.14, stroke(pale, 1.8, 0.7))
            canvas.restore()

    room.piece(depth, at - 170 * size, at + 170 * size, 230 * size, draw, shine, low=30)
    lamps.halo(room, x, -76 * size, depth, 190 * size, 0.9, tint, depth + 0.001)


def dripping(room: Room, salt: int, tint: Rgb) -> None:
    """Drops that fall from the vault, each with its ring on the wet floor."""
    stage, grow = room.stage, room.size
    random = stage.random(salt)
    falls = [(random.uniform(-0.42, 0.42) * stage.framing.width, random.uniform(0.6, 0.98), random.random(), random.uniform(2.2, 4.4)) for _ in range(7)]  # fmt: skip

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, depth, begun, every in falls:
            life = (t / every + begun) % 1.0 * every
            px, py, scale = view.place(x, stage.ground_y(depth), depth)
            unit = scale * grow
            if life < 0.5:
                high = (1 - (life / 0.5) ** 2) * 460 * unit
                canvas.drawLine(px, py - high, px, py - high - 15 * unit, stroke(tint, 2.2 * unit, 0.75))
            elif life < 1.5:
                ring = 58 * (life - 0.5) * unit
                canvas.drawOval(skia.Rect.MakeLTRB(px - ring, py - ring * 0.26, px + ring, py + ring * 0.26), stroke(tint, 1.6 * unit, 0.5 * (1.5 - life)))  # fmt: skip

    stage.add(0.99, draw)
