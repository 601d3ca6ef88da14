"""Windows of rooms: what is seen through them at this hour and in this weather, their bars, and the light that falls in."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import weather
from rushes.engines.animatic.stage.rooms import Pane, Room
from rushes.engines.animatic.stage.set import Random, Set

#: Outlooks: what stands under the sky behind the glass.
CITY, TREES, HILLS, STREET, SKY = "city", "trees", "hills", "street", "sky"


def outline(pane: Pane, shape: str = "square") -> object:
    """The opening: square, arched, pointed or round."""
    left, right, top, foot = pane.x - pane.width / 2, pane.x + pane.width / 2, pane.y, pane.foot
    path = skia.Path()
    if shape == "round":
        path.addOval(skia.Rect.MakeLTRB(left, top, right, foot))
        return path
    path.moveTo(left, foot)
    if shape == "arched":
        spring = top + pane.width / 2
        path.lineTo(left, spring)
        path.arcTo(skia.Rect.MakeLTRB(left, top, right, top + pane.width), 180, 180, False)
    elif shape == "pointed":
        spring = top + pane.width * 0.82
        path.lineTo(left, spring)
        path.quadTo(left + pane.width * 0.06, top + pane.width * 0.24, pane.x, top)
        path.quadTo(right - pane.width * 0.06, top + pane.width * 0.24, right, spring)
    else:
        path.lineTo(left, top)
        path.lineTo(right, top)
    path.lineTo(right, foot)
    path.close()
    return path


def outdoors(
    canvas: Canvas,
    stage: Set,
    pane: Pane,
    outlook: str,
    random: Random,
    shape: str = "square",
    *,
    glass: bool = True,
    sun: bool = True,
) -> None:
    """The sky of the hour and what stands under it, in the opening; `glass`: with a gleam on its pane; `sun`: with the sun or
    the moon, which only one of several windows shows."""
    air = stage.air
    left, top, wide, high = pane.x - pane.width / 2, pane.y, pane.width, pane.height
    canvas.save()
    canvas.clipPath(outline(pane, shape), True)
    box = skia.Rect.MakeXYWH(left, top, wide, high)
    canvas.drawRect(box, linear((0, top), (0, top + high), list(air.sky), list(air.stops)))
    if air.cover > 0.3:
        for _ in range(round(3 + 5 * air.cover)):
            x, y = left + random.random() * wide, top + high * random.uniform(0.05, 0.5)
            reach = random.uniform(0.14, 0.34) * wide
            canvas.drawOval(
                skia.Rect.MakeXYWH(x - reach, y, reach * 2, reach * 0.42), solid(mix(air.cloud_shade, air.cloud_lit, 0.6), 0.5, reach * 0.14)
            )  # fmt: skip
    if sun and air.sun_up > -0.5:
        x, y = pane.x + air.side * wide * 0.2, top + high * (0.74 - 0.56 * min(1.0, air.sun_up))
        canvas.drawCircle(x, y, 0.36 * min(wide, high), solid(air.sun, 0.30, 0.16 * min(wide, high)))
        canvas.drawCircle(x, y, 13, solid(air.sun))
    for _ in range(round(40 * air.stars)):
        canvas.drawCircle(
            left + random.random() * wide, top + random.random() ** 1.3 * high, random.uniform(0.6, 1.4), solid((1, 1, 1), random.uniform(0.3, 1.0))
        )  # fmt: skip
    _land(canvas, stage, box, outlook, random)
    if stage.plan.weather in ("rain", "storm"):
        canvas.drawRect(box, solid(air.haze, 0.30))
    if glass:
        canvas.drawPath(
            _sheen(left, top, wide, high),
            linear((left, top), (left + wide, top + high), [(1, 1, 1)] * 2, None, [0.14, 0.02]),
        )
    canvas.restore()


def _sheen(left: float, top: float, wide: float, high: float) -> object:
    """A slanting gleam on the glass."""
    path = skia.Path()
    path.moveTo(left + wide * 0.08, top)
    path.lineTo(left + wide * 0.42, top)
    path.lineTo(left + wide * 0.12, top + high)
    path.lineTo(left - wide * 0.2, top + high)
    path.close()
    return path


def _land(canvas: Canvas, stage: Set, box: object, outlook: str, random: Random) -> None:
    air = stage.air
    left, top, right, foot = box.left(), box.top(), box.right(), box.bottom()  # type: ignore[attr-defined]  # skia has no types
    high = foot - top
    white = stage.plan.weather == "snow" or stage.plan.season == "winter"
    for row in range(3):
        share = (0.70, 0.42, 0.12)[row]
        if outlook in (CITY, STREET):
            tone = mix(air.surface(hexed("#6a7284" if outlook == CITY else "#8a7264"), 0.6, 0.4), air.haze, share)
            at = left - 20.0
            while at < right:
                wide = random.uniform(36, 84) * (1.5 if outlook == STREET else 1.0)
                tall = high * random.uniform(0.16, 0.34) * (2.0 - 0.55 * row if outlook == CITY else 1.45)
                tint = mix(tone, hexed(("#a06a52", "#7a8494", "#b09a78")[int(random.integers(3))]), 0.16)
                canvas.drawRect(
                    skia.Rect.MakeLTRB(at, foot - tall, at + wide, foot), linear((at, 0), (at + wide, 0), [times(tint, 0.88), mix(tint, air.sun, 0.10)])
                )  # fmt: skip
                for level in range(int(tall / 17)):
                    for column in range(int(wide / 15)):
                        lamp = random.random() < air.windows * 0.8
                        canvas.drawRect(
                            skia.Rect.MakeXYWH(at + 5 + column * 15, foot - tall + 6 + level * 17, 6, 8),
                            solid(hexed("#ffd08a") if lamp else times(tint, 0.76), 0.95 if lamp else 0.6),
                        )
                at += wide + random.uniform(0, 8)
            continue
        if outlook == SKY:
            return
        body = hexed("#e6ecf4") if white else hexed(("#6f8f86", "#5a7f5c", "#3f6a44")[row])
        tone = mix(air.surface(body, 0.6, 0.45), air.haze, share)
        base = foot - high * (0.30, 0.22, 0.12)[row]
        if outlook == TREES and row:
            for _ in range(9):
                x, reach = left + random.random() * (right - left), random.uniform(0.10, 0.17) * high
                canvas.drawCircle(x, base - reach * 0.3, reach, solid(times(tone, random.uniform(0.85, 1.15))))
        path = skia.Path()
        path.moveTo(left, foot)
        for step in range(17):
            path.lineTo(
                left + step * (right - left) / 16,
                base - 0.05 * high * math.sin(step * 0.6 + row * 2.2 + stage.plan.seed % 7) - random.uniform(0, 4),
            )
        path.lineTo(right, foot)
        path.close()
        canvas.drawPath(path, solid(tone))
        for _ in range(round(5 * air.windows)):
            canvas.drawCircle(
                left + random.random() * (right - left), base + random.uniform(3, 14), 1.5, solid(hexed("#ffd28a"), 0.9)
            )


def bars(
    canvas: Canvas,
    room: Room,
    pane: Pane,
    wood: Rgb,
    columns: int,
    rows: int,
    shape: str = "square",
    thick: float = 9.0,
) -> None:
    """Frame and glazing bars against the light, and the bloom of a bright outside around them."""
    air = room.stage.air
    level = 0.34 + 0.34 * room.outside + 0.22 * room.level
    tone = times(wood, level)
    opening = outline(pane, shape)
    canvas.save()
    canvas.clipPath(opening, True)
    for column in range(1, columns):
        x = pane.x - pane.width / 2 + pane.width * column / columns
        canvas.drawLine(x, pane.y, x, pane.foot, stroke(tone, thick * 0.62))
        canvas.drawLine(
            x + thick * 0.2, pane.y, x + thick * 0.2, pane.foot, stroke(mix(tone, air.key, 0.25), thick * 0.16)
        )
    for row in range(1, rows):
        y = pane.y + pane.height * row / rows
        canvas.drawLine(pane.x - pane.width / 2, y, pane.x + pane.width / 2, y, stroke(tone, thick * 0.62))
    canvas.restore()
    canvas.drawPath(opening, stroke(tone, thick))
    bloom = max(0.0, room.outside - 0.25)
    if bloom > 0:
        paint = solid(mix(air.key, air.sky[-1], 0.5), 0.11 * bloom, 26)
        paint.setBlendMode(skia.BlendMode.kPlus)
        canvas.drawPath(opening, paint)


def casing(canvas: Canvas, pane: Pane, wood: Rgb, *, shape: str = "square", sill: bool = True) -> None:
    """The frame around a window, and its sill: lit with the wall."""
    grown = Pane(pane.x, pane.y - 9, pane.width + 18, pane.height + 14)
    canvas.drawPath(outline(grown, shape), stroke(times(wood, 0.5), 6, 0.5, 4))
    canvas.drawPath(outline(grown, shape), stroke(wood, 11))
    if sill:
        box = skia.Rect.MakeXYWH(pane.x - pane.width / 2 - 24, pane.foot + 4, pane.width + 48, 13)
        canvas.drawRect(box.makeOffset(3, 8), solid((0, 0, 0), 0.3, 5))
        canvas.drawRect(box, linear((0, box.top()), (0, box.bottom()), [mix(wood, (1, 1, 1), 0.35), times(wood, 0.62)]))


def curtains(canvas: Canvas, pane: Pane, cloth: Rgb, *, drop: float = 60.0, gathered: float = 0.22) -> None:
    """Curtains at both sides, on a rod."""
    rod = pane.y - 34
    for way in (-1, 1):
        edge, inner = pane.x + way * (pane.width / 2 + 40), pane.x + way * pane.width * (0.5 - gathered)
        path = skia.Path()
        path.moveTo(edge, rod)
        path.lineTo(inner, rod)
        path.quadTo(
            inner + way * 8,
            pane.y + pane.height * 0.5,
            pane.x + way * (pane.width / 2 + 6),
            pane.y + pane.height * 0.66,
        )
        path.quadTo(inner + way * 20, pane.foot - 10, inner + way * 16, pane.foot + drop)
        path.lineTo(edge + way * 8, pane.foot + drop)
        path.close()
        canvas.drawPath(path, solid((0, 0, 0), 0.25, 8))
        folds = [times(cloth, f) for f in (0.6, 1.0, 0.66, 1.05, 0.64, 0.96, 0.55)]
        canvas.drawPath(path, linear((edge, 0), (inner, 0), folds))
    canvas.drawLine(pane.x - pane.width / 2 - 58, rod, pane.x + pane.width / 2 + 58, rod, stroke(hexed("#5a4030"), 6))


def shafts(
    room: Room, panes: Sequence[Pane], strength: float = 1.0, *, motes: int = 40, tint: Rgb | None = None
) -> None:
    """Light that stands in the air behind the windows, with dust in it."""
    stage, air = room.stage, room.stage.air
    power = strength * {"day": 0.80, "dawn": 0.9, "golden": 1.15, "dusk": 0.5, "night": 0.42}[stage.plan.time]
    if stage.plan.weather not in ("clear", "wind", "dust", "snow"):
        power *= 0.35
    light = tint or mix(air.sun, air.key, 0.4)
    slope = {"day": 1.3, "dawn": 0.8, "golden": 0.8}.get(stage.plan.time, 1.1)
    way = -room.side

    def draw(canvas: Canvas, period: float) -> None:
        canvas.translate(period / 2, room.foot)
        canvas.scale(room.size, room.size)
        for pane in panes:
            reach = (-pane.y + 30) / slope * 0.62
            left, right = pane.x - pane.width / 2, pane.x + pane.width / 2
            beam = skia.Path()
            beam.moveTo(left, pane.y)
            beam.lineTo(right, pane.y)
            beam.lineTo(right, pane.foot)
            beam.lineTo(right + way * reach + 26, 70)
            beam.lineTo(left + way * reach - 26, 70)
            beam.lineTo(left, pane.foot)
            beam.close()
            paint = linear(
                (pane.x, pane.y),
                (pane.x + way * reach, 90),
                [light] * 3,
                [0, 0.45, 1],
                [0.20 * power, 0.15 * power, 0.0],
            )
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 9))
            canvas.drawPath(beam, paint)
            core = linear((pane.x, pane.y), (pane.x + way * reach, 90), [light] * 2, None, [0.12 * power, 0.0])
            for share in (-0.25, 0.25):
                slat = skia.Path()
                slat.moveTo(pane.x + (share - 0.2) * pane.width, pane.y)
                slat.lineTo(pane.x + (share + 0.2) * pane.width, pane.y)
                slat.lineTo(pane.x + (share + 0.22) * pane.width + way * reach, 70)
                slat.lineTo(pane.x + (share - 0.22) * pane.width + way * reach, 70)
                slat.close()
                canvas.drawPath(slat, core)

    top = min(pane.y for pane in panes) * room.size + room.foot - 20
    stage.bake(0.80, top, room.foot + 110 * room.size, draw, glow=True, blur=9.5, order=1.06, period=room.period)
    if motes:
        count = motes * (2 if room.has("dusty") else 1)
        weather.scatter(
            stage, weather.Specks(count, (0.7, 2.1), -5, 6, 0.9, 0.55 * min(1.0, 0.4 + power * 0.5), mix(light, (1, 1, 1), 0.3), soft=0.9, glow=True, blink=0.1), 870
        )  # fmt: skip


def falling(room: Room, panes: Sequence[Pane]) -> None:
    """Rain that runs down the glass, or snow that falls behind it."""
    stage, kind = room.stage, room.stage.plan.weather
    if kind not in ("rain", "storm", "snow"):
        return
    random = stage.random(871)
    drops = [[(random.random(), random.random(), random.uniform(0.5, 1.0)) for _ in range(16)] for _ in panes]
    tone = mix(stage.air.haze, (1, 1, 1), 0.55)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for pane, row in zip(panes, drops, strict=True):
            x, y, scale = view.place(*room.at(pane.x, pane.y), room.depth)
            unit = scale * room.size
            wide, high = pane.width * unit, pane.height * unit
            if x + wide < 0 or x - wide > view.width * view.scale:
                continue
            canvas.save()
            canvas.clipRect(skia.Rect.MakeXYWH(x - wide / 2, y, wide, high))
            for at, begun, pace in row:
                if kind == "snow":
                    down = (begun + t * 0.13 * pace) % 1.0
                    sway = 0.04 * math.sin(t * 0.9 + begun * 40)
                    canvas.drawCircle(
                        x + (at - 0.5 + sway) * wide, y + down * high, 2.6 * pace * unit, solid((1, 1, 1), 0.8)
                    )
                else:
                    down = (begun + t * 0.9 * pace) % 1.0
                    left, top = x + (at - 0.5) * wide - down * 0.05 * wide, y + down * high
                    canvas.drawLine(left, top, left - 2 * unit, top + 26 * pace * unit, stroke(tone, 1.2 * unit, 0.6))
            canvas.restore()

    stage.add(0.351, draw)
