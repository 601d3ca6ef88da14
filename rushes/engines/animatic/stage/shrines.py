"""Shrines: what stands in a Japanese garden: pagoda, torii, arched bridge, stone lantern."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.air import Air

RED, ROOF, WALL, STONE = hexed("#c23a2a"), hexed("#3f4a56"), hexed("#efe4d0"), hexed("#a09c94")
WARM = hexed("#ffd28a")


def _box(canvas: Canvas, left: float, top: float, right: float, bottom: float, tone: Rgb) -> None:
    canvas.drawRect(skia.Rect.MakeLTRB(left, top, right, bottom), solid(tone))


def pagoda(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float, *, snow: Rgb | None) -> None:
    """Five storeys under wide roofs that curl at their ends, a spire with rings."""
    red, dark = air.surface(RED, depth, 0.75), air.surface(RED, depth, 0.15)
    wall, roof = air.surface(WALL, depth, 0.6), air.surface(ROOF, depth, 0.35)
    ridge = air.surface(snow, depth, 0.85) if snow else mix(roof, air.edge, 0.35)
    lit = air.windows > 0.2
    storey = height * 0.155
    left, right = (dark, red) if air.side > 0 else (red, dark)
    _box(canvas, x - height * 0.20, foot - height * 0.035, x + height * 0.20, foot + 6, air.surface(STONE, depth, 0.5))
    for level in range(5):
        half = height * (0.150 - 0.018 * level)
        base = foot - height * 0.03 - storey * level
        body = skia.Rect.MakeLTRB(x - half, base - storey, x + half, base)
        canvas.drawRect(body, linear((x - half, 0), (x + half, 0), [mix(left, wall, 0.35), mix(right, wall, 0.35)]))
        for column in range(5):
            at = x - half + half * 2 * column / 4
            canvas.drawLine(at, base, at, base - storey, stroke(mix(left, right, column / 4), height * 0.009))
        for column in (1, 2):
            pane = skia.Rect.MakeXYWH(x - half + half * 2 * (column - 0.5) / 3 + half * 0.05, base - storey * 0.62, half * 0.5, storey * 0.40)  # fmt: skip
            canvas.drawRect(pane, solid(mix(WARM, (1, 1, 1), 0.2) if lit else times(wall, 0.55)))
        canvas.drawLine(x - half * 1.1, base - storey * 0.16, x + half * 1.1, base - storey * 0.16, stroke(red, height * 0.008))  # fmt: skip
        eave, reach = base - storey * 0.72, half * 1.75
        tile = skia.Path()
        tile.moveTo(x - half * 0.75, eave - storey * 0.42)
        tile.lineTo(x + half * 0.75, eave - storey * 0.42)
        tile.quadTo(x + half * 1.1, eave - storey * 0.06, x + reach, eave - storey * 0.16)
        tile.quadTo(x + half * 1.2, eave + storey * 0.14, x, eave + storey * 0.12)
        tile.quadTo(x - half * 1.2, eave + storey * 0.14, x - reach, eave - storey * 0.16)
        tile.quadTo(x - half * 1.1, eave - storey * 0.06, x - half * 0.75, eave - storey * 0.42)
        tile.close()
        tones = [times(roof, 0.7), roof, mix(roof, air.edge, 0.25)]
        canvas.drawPath(tile, linear((x - air.side * reach, 0), (x + air.side * reach, 0), tones))
        rim = skia.Path()
        rim.moveTo(x - half * 0.75, eave - storey * 0.42)
        rim.quadTo(x - half * 1.1, eave - storey * 0.06, x - reach, eave - storey * 0.16)
        rim.moveTo(x + half * 0.75, eave - storey * 0.42)
        rim.quadTo(x + half * 1.1, eave - storey * 0.06, x + reach, eave - storey * 0.16)
        canvas.drawPath(rim, stroke(ridge, height * (0.016 if snow else 0.007)))
        under = skia.Path()
        under.moveTo(x - reach * 0.92, eave - storey * 0.08)
        under.quadTo(x, eave + storey * 0.24, x + reach * 0.92, eave - storey * 0.08)
        canvas.drawPath(under, stroke(times(red, 0.6), height * 0.006))
    top = foot - height * 0.03 - storey * 5
    gold = air.surface(hexed("#b8923c"), depth, 0.7)
    cap = skia.Path()
    cap.moveTo(x - height * 0.07, top + storey * 0.02)
    cap.quadTo(x - height * 0.02, top - storey * 0.1, x, top - storey * 0.42)
    cap.quadTo(x + height * 0.02, top - storey * 0.1, x + height * 0.07, top + storey * 0.02)
    cap.close()
    canvas.drawPath(cap, solid(roof))
    canvas.drawLine(x, top, x, top - height * 0.19, stroke(gold, height * 0.008))
    for ring in range(6):
        y = top - height * (0.065 + 0.018 * ring)
        canvas.drawLine(x - height * (0.020 - 0.002 * ring), y, x + height * (0.020 - 0.002 * ring), y, stroke(gold, height * 0.006))  # fmt: skip


def torii(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float) -> None:
    """A red gate: two posts that lean together, two beams, the upper one curved."""
    lit, dark = air.surface(RED, depth, 0.85), air.surface(RED, depth, 0.12)
    black = air.surface(hexed("#33302f"), depth, 0.4)
    half, thick = height * 0.46, height * 0.085
    for way in (-1, 1):
        post = skia.Path()
        post.moveTo(x + way * half - thick * 0.6, foot + 3)
        post.lineTo(x + way * half * 0.88 - thick * 0.45, foot - height * 0.93)
        post.lineTo(x + way * half * 0.88 + thick * 0.45, foot - height * 0.93)
        post.lineTo(x + way * half + thick * 0.6, foot + 3)
        post.close()
        at = x + way * half
        canvas.drawOval(skia.Rect.MakeXYWH(at - thick, foot - 3, thick * 2, 8), solid(air.shadow, 0.35, 2))
        canvas.drawPath(post, linear((at - air.side * thick, 0), (at + air.side * thick, 0), [dark, mix(dark, lit, 0.7), lit]))  # fmt: skip
        _box(canvas, at - thick * 0.75, foot - height * 0.09, at + thick * 0.75, foot + 4, black)
    ramp = linear((0, foot - height * 1.05), (0, foot - height * 0.7), [lit, dark])
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - half * 1.12, foot - height * 0.78, x + half * 1.12, foot - height * 0.70), ramp
    )
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - thick * 0.6, foot - height * 0.94, x + thick * 0.6, foot - height * 0.76), ramp
    )
    for lift, tone, grow in ((0.0, lit, 1.0), (0.055, black, 1.06)):
        beam = skia.Path()
        y = foot - height * (0.96 + lift)
        reach = half * 1.34 * grow
        beam.moveTo(x - reach, y - height * 0.075)
        beam.quadTo(x, y + height * 0.02, x + reach, y - height * 0.075)
        beam.lineTo(x + reach * 0.97, y)
        beam.quadTo(x, y + height * 0.085, x - reach * 0.97, y)
        beam.close()
        canvas.drawPath(beam, solid(tone))


def bridge(
    canvas: Canvas, x: float, foot: float, width: float, air: Air, depth: float, *, snow: Rgb | None, mirrored: float
) -> None:
    """An arched red bridge between two mossy banks, and what the water gives back of it in `mirrored` units."""
    water = skia.Rect.MakeLTRB(x - width, foot, x + width, foot + mirrored)
    canvas.saveLayerAlpha(water, 92)
    canvas.save()
    canvas.clipRect(water)
    canvas.translate(0, foot + foot * 0.5)
    canvas.scale(1, -0.5)
    _arch(canvas, x, foot, width, air, depth, snow)
    canvas.restore()
    canvas.restore()
    _arch(canvas, x, foot, width, air, depth, snow)


def _arch(canvas: Canvas, x: float, foot: float, width: float, air: Air, depth: float, snow: Rgb | None) -> None:
    lit, dark = air.surface(RED, depth, 0.85), air.surface(RED, depth, 0.15)
    half, rise = width / 2, width * 0.20
    moss = air.surface(hexed("#6f8a46"), depth, 0.6)
    for way in (-1, 1):
        mound = skia.Path()
        mound.moveTo(x + way * half * 1.5, foot + 5)
        mound.quadTo(x + way * half * 1.18, foot - width * 0.10, x + way * half * 0.86, foot + 5)
        mound.close()
        canvas.drawPath(mound, linear((0, foot - width * 0.07), (0, foot + 5), [mix(moss, air.edge, 0.2), times(moss, 0.5)]))  # fmt: skip

    def deck(u: float) -> tuple[float, float]:
        return x + u * half, foot - width * 0.035 - rise * (1 - u * u)

    for under, tone, thick in ((0.045, dark, 0.050), (0.0, lit, 0.026)):
        path = skia.Path()
        path.moveTo(deck(-1.0)[0], deck(-1.0)[1] + under * width)
        for step in range(1, 25):
            at = deck(-1 + step / 12)
            path.lineTo(at[0], at[1] + under * width)
        canvas.drawPath(path, stroke(tone, width * thick))
    for u in (-0.55, 0.55):
        at = deck(u)
        canvas.drawLine(at[0], at[1], at[0], foot + 4, stroke(dark, width * 0.026))
    rail = width * 0.115
    for height, thick in ((1.0, 0.016), (0.55, 0.010)):
        path = skia.Path()
        path.moveTo(deck(-1.0)[0], deck(-1.0)[1] - rail * height)
        for step in range(1, 25):
            at = deck(-1 + step / 12)
            path.lineTo(at[0], at[1] - rail * height)
        canvas.drawPath(path, stroke(lit, width * thick))
        if snow and height == 1.0:
            path.offset(0, -width * 0.010)
            canvas.drawPath(path, stroke(air.surface(snow, depth, 0.85), width * 0.013))
    for post in range(9):
        at = deck(-1 + post / 4)
        canvas.drawLine(at[0], at[1], at[0], at[1] - rail * 1.16, stroke(mix(dark, lit, 0.6), width * 0.018))
        if post % 4 == 0:
            canvas.drawCircle(
                at[0], at[1] - rail * 1.2, width * 0.016, solid(air.surface(hexed("#c8a04a"), depth, 0.7))
            )


def stone_lantern(
    canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float, *, snow: Rgb | None
) -> None:
    """A lantern of stone, with a light in it when it is dark."""
    lit, dark = air.surface(STONE, depth, 0.85), air.surface(STONE, depth, 0.15)

    def ramp(half: float) -> skia.Paint:
        return linear((x - air.side * half, 0), (x + air.side * half, 0), [dark, mix(dark, lit, 0.6), lit])

    def slab(low: float, high: float, half: float) -> None:
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x - half * height, foot - high * height, x + half * height, foot - low * height), 3, 3, ramp(half * height))  # fmt: skip

    canvas.drawOval(skia.Rect.MakeXYWH(x - height * 0.32, foot - 4, height * 0.64, 12), solid(air.shadow, 0.4, 3))
    slab(-0.02, 0.09, 0.26)
    slab(0.09, 0.44, 0.095)
    slab(0.42, 0.52, 0.24)
    slab(0.52, 0.74, 0.17)
    hole = skia.Rect.MakeLTRB(x - height * 0.09, foot - height * 0.71, x + height * 0.09, foot - height * 0.56)
    if air.windows > 0.2:
        canvas.drawCircle(x, foot - height * 0.63, height * 0.5, solid(WARM, 0.30 * air.windows, height * 0.2))
        canvas.drawRect(hole, solid(mix(WARM, (1, 1, 1), 0.3)))
    else:
        canvas.drawRect(hole, solid(times(dark, 0.5)))
    roof = skia.Path()
    roof.moveTo(x - height * 0.36, foot - height * 0.74)
    roof.quadTo(x - height * 0.14, foot - height * 0.80, x - height * 0.06, foot - height * 0.93)
    roof.lineTo(x + height * 0.06, foot - height * 0.93)
    roof.quadTo(x + height * 0.14, foot - height * 0.80, x + height * 0.36, foot - height * 0.74)
    roof.close()
    canvas.drawPath(roof, ramp(height * 0.3))
    if snow:
        canvas.save()
        canvas.clipPath(roof, True)
        canvas.drawRect(skia.Rect.MakeLTRB(x - height, foot - height, x + height, foot - height * 0.80), solid(air.surface(snow, depth, 0.85)))  # fmt: skip
        canvas.restore()
    canvas.drawCircle(x, foot - height * 0.96, height * 0.055, solid(lit))
    canvas.drawCircle(x - air.side * height * 0.02, foot - height * 0.95, height * 0.05, solid(mix(dark, lit, 0.5)))
