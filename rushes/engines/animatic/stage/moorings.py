"""Moorings: boats that ride at a quay, and what lies about on it."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs import catalog
from rushes.engines.animatic.stage import buildings, rows
from rushes.engines.animatic.stage.air import Air
from rushes.engines.animatic.stage.set import Random, Set

HULLS = tuple(hexed(code) for code in ("#3f6f8f", "#b8453a", "#f0ece0", "#3f7a5f", "#e0a83c", "#2f3f5a"))
WOOD, CANVAS = hexed("#a8794a"), hexed("#f2ead8")


def cast_floats(stage: Set) -> bool:
    """Is one of the cast on or in the water, so that it must reach to where they are?"""
    return any(_floats(subject.rig) or subject.action in ("swim", "sail") for subject in stage.plan.subjects)


def _floats(rig: str) -> bool:
    actions = catalog.RIGS[rig].actions if rig in catalog.RIGS else frozenset()
    return bool(actions & {"sail", "swim"}) and not actions & {"walk", "fly"}


def boat(
    stage: Set, depth: float, x: float, salt: int, *, length: float, shore: float, kind: str | None = None
) -> None:
    """One boat, `length` units long at the main line: "row", "sail" or "fishing"; without a kind the seed chooses.

    Its reflection ends at the `shore` (a depth)."""
    random = stage.random(salt)
    kind = kind or ("row", "sail", "fishing")[int(random.integers(3))]
    hull = stage.air.surface(HULLS[int(random.integers(len(HULLS)))], depth, 0.65)
    way = 1 if random.random() < 0.5 else -1
    long = length * depth * stage.near(depth) * (0.62 if kind == "row" else 1.0)
    air = stage.air

    def each(canvas: Canvas, at: float, foot: float, chance: Random) -> None:
        canvas.save()
        canvas.translate(at, foot)
        canvas.scale(way, 1)
        canvas.saveLayerAlpha(skia.Rect.MakeLTRB(-long, 0, long, long * 0.3), 96)
        canvas.clipRect(skia.Rect.MakeLTRB(-long, long * 0.01, long, long * 0.24))
        canvas.save()
        canvas.scale(1, -0.55)
        _vessel(canvas, long, hull, air, depth, kind, way)
        canvas.restore()
        canvas.restore()
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(-long, -long * 3, long, long * 0.022))
        _vessel(canvas, long, hull, air, depth, kind, way)
        canvas.restore()
        canvas.drawLine(-long * 0.46, long * 0.02, long * 0.44, long * 0.02, stroke(mix(hull, air.haze, 0.7), long * 0.006, 0.5))  # fmt: skip
        canvas.restore()

    rows.afloat(stage, depth, x, salt, each, wide=long * 0.7, tall=long * (1.5 if kind == "sail" else 0.9), below=min(long * 0.26, stage.ground_y(shore) - stage.ground_y(depth) - 4))  # fmt: skip


def _vessel(canvas: Canvas, long: float, hull: Rgb, air: Air, depth: float, kind: str, way: int) -> None:
    """The boat with its bow to the right; the water stands at y = 0."""
    high = long * (0.13 if kind == "row" else 0.17)
    body = skia.Path()
    body.moveTo(-long * 0.46, -high * 0.86)
    body.quadTo(0, -high * 0.60, long * 0.52, -high * 1.32)
    body.quadTo(long * 0.46, high * 0.2, long * 0.34, high * 0.34)
    body.lineTo(-long * 0.40, high * 0.34)
    body.close()
    tones = [mix(hull, air.edge, 0.18), hull, times(hull, 0.55)]
    canvas.drawPath(body, linear((0, -high), (0, high * 0.3), tones))
    rail = skia.Path()
    rail.moveTo(-long * 0.46, -high * 0.86)
    rail.quadTo(0, -high * 0.60, long * 0.52, -high * 1.32)
    canvas.drawPath(rail, stroke(air.surface(CANVAS, depth, 0.75), long * 0.020))
    strake = skia.Path()
    strake.moveTo(-long * 0.44, -high * 0.42)
    strake.quadTo(0, -high * 0.2, long * 0.49, -high * 0.72)
    canvas.drawPath(strake, stroke(times(hull, 0.7), long * 0.010, 0.8))
    wood = air.surface(WOOD, depth, 0.55)
    if kind == "row":
        for u in (-0.2, 0.12):
            canvas.drawLine(long * u, -high * 0.8, long * (u + 0.10), -high * 0.8, stroke(wood, long * 0.03))
        canvas.drawLine(-long * 0.1, -high * 0.9, long * 0.36, -high * 1.5, stroke(wood, long * 0.014))
        return
    if kind == "sail":
        mast = long * 1.30
        canvas.drawLine(long * 0.06, -high, long * 0.06, -mast, stroke(wood, long * 0.018))
        canvas.drawLine(long * 0.06, -high * 1.5, -long * 0.42, -high * 1.7, stroke(wood, long * 0.014))
        furled = skia.Path()
        furled.moveTo(long * 0.04, -high * 1.75)
        furled.quadTo(-long * 0.2, -high * 2.5, -long * 0.42, -high * 1.8)
        furled.close()
        canvas.drawPath(furled, solid(air.surface(CANVAS, depth, 0.7)))
        for end in (-0.44, 0.50):
            canvas.drawLine(long * 0.06, -mast * 0.98, long * end, -high, stroke(times(wood, 0.6), max(0.6, long * 0.004), 0.8))  # fmt: skip
        cabin = skia.Rect.MakeLTRB(-long * 0.2, -high * 1.35, long * 0.22, -high * 0.7)
        canvas.drawRoundRect(cabin, 4, 4, solid(air.surface(CANVAS, depth, 0.55)))
        return
    white = air.surface(CANVAS, depth, 0.75)
    house = skia.Rect.MakeLTRB(-long * 0.26, -high * 2.5, long * 0.06, -high * 0.6)
    canvas.drawRect(house, linear((-long * 0.26, 0), (long * 0.06, 0), [times(white, 0.72), white] if air.side * way > 0 else [white, times(white, 0.72)]))  # fmt: skip
    canvas.drawRect(skia.Rect.MakeLTRB(-long * 0.29, -high * 2.68, long * 0.09, -high * 2.44), solid(hull))
    lit = air.windows > 0.3
    for u in (-0.22, -0.12, -0.02):
        pane = skia.Rect.MakeXYWH(long * u, -high * 2.22, long * 0.065, high * 0.62)
        canvas.drawRect(pane, solid(buildings.WARM[0] if lit else air.surface(hexed("#4a6478"), depth, 0.4)))
    for foot, top in ((0.16, 5.0), (-0.34, 3.6)):
        canvas.drawLine(long * foot, -high * 0.7, long * foot, -high * top, stroke(wood, long * 0.016))
    canvas.drawLine(long * 0.16, -high * 1.4, long * 0.40, -high * 3.8, stroke(wood, long * 0.012))
    for upper, lower in (((0.16, 5.0), (0.50, 1.3)), ((0.16, 5.0), (-0.34, 3.6)), ((-0.34, 3.6), (-0.45, 0.9))):
        canvas.drawLine(long * upper[0], -high * upper[1], long * lower[0], -high * lower[1], stroke(times(wood, 0.5), max(0.6, long * 0.004), 0.8))  # fmt: skip
    for u in (-0.36, 0.24, 0.34):
        canvas.drawCircle(long * u, -high * 0.42, long * 0.026, solid(air.surface(hexed("#e8823c"), depth, 0.7)))


def crates(canvas: Canvas, x: float, foot: float, size: float, air: Air, depth: float, random: Random) -> None:
    """Two crates, a lobster pot on them, a coil of rope before them."""
    wood, dark = air.surface(WOOD, depth, 0.6), air.surface(WOOD, depth, 0.12)
    canvas.drawOval(skia.Rect.MakeXYWH(x - size * 1.2, foot - 5, size * 2.4, 14), solid(air.shadow, 0.4, 4))
    for left, low, wide, high in ((-0.98, 0.0, 0.92, 0.66), (-0.02, 0.0, 0.86, 0.58), (-0.62, 0.66, 0.80, 0.54)):
        box = skia.Rect.MakeXYWH(x + left * size, foot - (low + high) * size, wide * size, high * size)
        canvas.drawRect(
            box, linear((0, box.top()), (0, box.bottom()), [mix(wood, air.edge, 0.15), mix(wood, dark, 0.4)])
        )
        for board in range(1, 4):
            y = box.top() + box.height() * board / 4
            canvas.drawLine(box.left(), y, box.right(), y, stroke(dark, 1.6))
        for post in (0.0, 1.0):
            at = box.left() + post * box.width()
            canvas.drawLine(at, box.top(), at, box.bottom(), stroke(mix(wood, dark, 0.25), size * 0.06))
    rope = air.surface(hexed("#cdb98a"), depth, 0.7)
    for turn in range(4):
        y = foot + 2 - turn * size * 0.075
        canvas.drawOval(skia.Rect.MakeXYWH(x + size * 0.70, y - size * 0.07, size * 0.62, size * 0.16), stroke(times(rope, 0.7 + 0.1 * turn), size * 0.07))  # fmt: skip
    net = air.surface(hexed("#4f7f78"), depth, 0.5)
    for _ in range(14):
        at = x - size * 0.2 + random.uniform(-0.55, 0.5) * size
        canvas.drawCircle(at, foot - size * 1.22 - random.uniform(0, 0.12) * size, size * 0.10, solid(times(net, random.uniform(0.7, 1.1))))  # fmt: skip
