"""Farmsteads: a barn with its silo, a wind pump, a log cabin."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings
from rushes.engines.animatic.stage.air import Air
from rushes.engines.animatic.stage.set import Random

RED, WHITE, SLATE, STEEL, LOG = hexed("#b03a2e"), hexed("#f2ead8"), hexed("#5f5a62"), hexed("#b8bcc4"), hexed("#8a5f3c")


def _path(*points: tuple[float, float]) -> skia.Path:
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    return path


def barn(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float, *, snow: Rgb | None) -> None:
    """A gambrel barn seen from its front with one long side, and a silo behind it."""
    side = air.side
    lit, mid, dark = (air.surface(RED, depth, share) for share in (0.95, 0.55, 0.12))
    trim = air.surface(WHITE, depth, 0.75)
    roof = air.surface(snow or SLATE, depth, 0.8 if snow else 0.5)
    half, wall, knee = height * 0.42, height * 0.46, height * 0.78
    long = height * 0.72
    canvas.drawOval(
        skia.Rect.MakeXYWH(x - half - long * 1.05, foot - 6, half * 2 + long * 2, 18), solid(air.shadow, 0.4, 6)
    )
    _silo(canvas, x + half * 1.5, foot, height * 1.12, air, depth, roof)
    # The long side, away to the left.
    left = x - half
    canvas.drawPath(_path((left, foot + 3), (left, foot - wall), (left - long, foot - wall * 0.97), (left - long, foot)), solid(mid if side < 0 else dark))  # fmt: skip
    for board in range(1, 12):
        at = left - long * board / 12
        canvas.drawLine(at, foot, at, foot - wall, stroke(times(dark, 0.8), 1.3, 0.6))
    for pane in (0.3, 0.7):
        _pane(canvas, left - long * pane, foot - wall * 0.55, height * 0.07, trim, air)
    slope = [(left - height * 0.05, foot - wall + 4), (left + half * 0.22, foot - knee), (left + half * 0.22 - long, foot - knee * 0.985), (left - long - height * 0.04, foot - wall * 0.97 + 4)]  # fmt: skip
    upper = [(left + half * 0.22, foot - knee), (x, foot - height), (x - long, foot - height * 0.985), (left + half * 0.22 - long, foot - knee * 0.985)]  # fmt: skip
    canvas.drawPath(_path(*upper), solid(mix(roof, air.edge, 0.2 if side < 0 else 0.05)))
    canvas.drawPath(_path(*slope), solid(times(roof, 0.82)))
    # The front.
    front = [(left, foot + 3), (left, foot - wall), (left + half * 0.22, foot - knee), (x, foot - height), (x + half * 0.78, foot - knee), (x + half, foot - wall), (x + half, foot + 3)]  # fmt: skip
    face = _path(*front)
    canvas.drawPath(face, linear((x - side * half, 0), (x + side * half, 0), [mix(mid, dark, 0.3), lit]))
    canvas.save()
    canvas.clipPath(face, True)
    for board in range(1, 16):
        at = left + 2 * half * board / 16
        canvas.drawLine(at, foot, at, foot - height, stroke(times(mid, 0.75), 1.4, 0.6))
    shade = linear((0, foot - wall * 1.9), (0, foot - wall * 0.8), [air.shadow, air.shadow], None, [0.28, 0.0])
    canvas.drawRect(skia.Rect.MakeLTRB(left, foot - height, x + half, foot - wall * 0.8), shade)
    canvas.restore()
    eaves = skia.Path()
    eaves.moveTo(left - height * 0.05, foot - wall + 4)
    for point in front[2:5]:
        eaves.lineTo(*point)
    eaves.lineTo(x + half + height * 0.05, foot - wall + 4)
    canvas.drawPath(eaves, stroke(roof if snow else trim, height * (0.042 if snow else 0.026)))
    door, top = height * 0.17, foot - height * 0.36
    canvas.drawRect(skia.Rect.MakeLTRB(x - door, top, x + door, foot + 3), solid(mix(dark, mid, 0.4)))
    for way in (-1, 1):
        leaf = skia.Rect.MakeLTRB(min(x, x + way * door), top, max(x, x + way * door), foot + 2)
        canvas.drawRect(leaf, stroke(trim, height * 0.014))
        canvas.drawLine(leaf.left(), leaf.top(), leaf.right(), leaf.bottom(), stroke(trim, height * 0.012))
        canvas.drawLine(leaf.right(), leaf.top(), leaf.left(), leaf.bottom(), stroke(trim, height * 0.012))
    loft = skia.Rect.MakeLTRB(x - height * 0.07, foot - height * 0.72, x + height * 0.07, foot - height * 0.56)
    canvas.drawRect(loft, solid(buildings.WARM[0] if air.windows > 0.3 else times(dark, 0.6)))
    canvas.drawRect(loft, stroke(trim, height * 0.016))


def _silo(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float, roof: Rgb) -> None:
    lit, dark = air.surface(STEEL, depth, 0.9), air.surface(STEEL, depth, 0.1)
    half = height * 0.13
    body = skia.Rect.MakeLTRB(x - half, foot - height * 0.84, x + half, foot + 3)
    canvas.drawRect(
        body,
        linear(
            (x - air.side * half, 0), (x + air.side * half, 0), [dark, mix(dark, lit, 0.7), lit, mix(dark, lit, 0.8)]
        ),
    )
    for ring in range(1, 9):
        y = foot - height * 0.84 * ring / 9
        canvas.drawLine(x - half, y, x + half, y, stroke(mix(dark, lit, 0.4), 1.6, 0.7))
    dome = skia.Path()
    dome.moveTo(x - half, foot - height * 0.84)
    dome.cubicTo(x - half, foot - height * 1.02, x + half, foot - height * 1.02, x + half, foot - height * 0.84)
    dome.close()
    canvas.drawPath(dome, linear((x - air.side * half, 0), (x + air.side * half, 0), [times(roof, 0.6), roof]))


def _pane(canvas: Canvas, x: float, y: float, size: float, trim: Rgb, air: Air) -> None:
    box = skia.Rect.MakeLTRB(x - size / 2, y - size / 2, x + size / 2, y + size / 2)
    canvas.drawRect(box, solid(buildings.WARM[0] if air.windows > 0.3 else hexed("#4a5a68"), 1.0))
    canvas.drawRect(box, stroke(trim, size * 0.16))
    canvas.drawLine(x, box.top(), x, box.bottom(), stroke(trim, size * 0.08))
    canvas.drawLine(box.left(), y, box.right(), y, stroke(trim, size * 0.08))


def wind_pump(canvas: Canvas, x: float, foot: float, height: float, air: Air, depth: float) -> None:
    """A wheel of vanes on a tower of struts."""
    iron = air.surface(hexed("#6f6a6a"), depth, 0.4)
    vane = air.surface(STEEL, depth, 0.7)
    hub = (x, foot - height * 0.84)
    for way in (-1, 1):
        canvas.drawLine(
            x + way * height * 0.14, foot + 2, x + way * height * 0.02, hub[1], stroke(iron, height * 0.016)
        )
    for level in range(5):
        low, high = level / 5, (level + 1) / 5
        a, b = height * (0.14 - 0.12 * low), height * (0.14 - 0.12 * high)
        y0, y1 = foot - height * 0.84 * low, foot - height * 0.84 * high
        canvas.drawLine(x - a, y0, x + b, y1, stroke(iron, height * 0.008))
        canvas.drawLine(x + a, y0, x - b, y1, stroke(iron, height * 0.008))
    for blade in range(16):
        angle = blade / 16 * 2 * math.pi
        tip = (hub[0] + math.cos(angle) * height * 0.15, hub[1] + math.sin(angle) * height * 0.15)
        canvas.drawLine(hub[0] + math.cos(angle) * height * 0.05, hub[1] + math.sin(angle) * height * 0.05, *tip, stroke(vane, height * 0.030))  # fmt: skip
    canvas.drawPath(_path((hub[0], hub[1]), (hub[0] + height * 0.22, hub[1] - height * 0.05), (hub[0] + height * 0.22, hub[1] + height * 0.05)), solid(times(vane, 0.8)))  # fmt: skip
    canvas.drawCircle(*hub, height * 0.022, solid(iron))


def log_cabin(
    canvas: Canvas, x: float, foot: float, width: float, air: Air, depth: float, random: Random, *, snow: Rgb | None
) -> None:
    """A cabin of round logs under a deep roof, with a porch, a chimney of stones and light in its windows."""
    side, height = air.side, width * 0.34
    lit, dark = air.surface(LOG, depth, 0.9), air.surface(LOG, depth, 0.12)
    roof = air.surface(snow or hexed("#4f4440"), depth, 0.85 if snow else 0.5)
    stone = air.surface(hexed("#7d7870"), depth, 0.5)
    canvas.drawOval(skia.Rect.MakeXYWH(x - width * 0.62, foot - 6, width * 1.24, 18), solid(air.shadow, 0.45, 6))
    chimney = skia.Rect.MakeLTRB(x + width * 0.24, foot - height * 2.5, x + width * 0.36, foot - height)
    canvas.drawRect(chimney, linear((chimney.left(), 0), (chimney.right(), 0), [times(stone, 0.6), stone] if side > 0 else [stone, times(stone, 0.6)]))  # fmt: skip
    for _ in range(26):
        brick = (random.uniform(chimney.left(), chimney.right() - 6), random.uniform(chimney.top(), chimney.bottom()))
        canvas.drawOval(
            skia.Rect.MakeXYWH(*brick, width * 0.028, width * 0.02), solid(times(stone, random.uniform(0.7, 1.2)))
        )
    if snow is not None:
        canvas.drawRoundRect(skia.Rect.MakeLTRB(chimney.left() - 3, chimney.top() - 8, chimney.right() + 3, chimney.top() + 5), 5, 5, solid(roof))  # fmt: skip
    rows = 9
    thick = height / rows
    for row in range(rows):
        y = foot - (row + 0.5) * thick
        log = skia.Rect.MakeLTRB(x - width * 0.5, y - thick * 0.52, x + width * 0.5, y + thick * 0.52)
        canvas.drawRoundRect(log, thick * 0.5, thick * 0.5, linear((0, log.top()), (0, log.bottom()), [mix(lit, air.edge, 0.12), mix(lit, dark, 0.35), dark]))  # fmt: skip
    for way in (-1, 1):
        for row in range(rows):
            y = foot - (row + 0.5) * thick
            canvas.drawCircle(x + way * width * 0.475, y, thick * 0.5, solid(mix(lit, hexed("#e0b888"), 0.3)))
            canvas.drawCircle(x + way * width * 0.475, y, thick * 0.24, stroke(mix(lit, dark, 0.5), 1.4))
    gable = _path((x - width * 0.34, foot - height), (x, foot - height * 2.15), (x + width * 0.34, foot - height))
    canvas.drawPath(gable, solid(mix(lit, dark, 0.4)))
    canvas.save()
    canvas.clipPath(gable, True)
    for row in range(12):
        y = foot - height * (1 + row * 0.1)
        canvas.drawLine(x - width, y, x + width, y, stroke(dark, 2.0, 0.8))
    canvas.restore()
    glow = air.windows > 0.15
    for at, wide, high, y in ((-0.30, 0.14, 0.50, 0.30), (0.30, 0.14, 0.50, 0.30), (0.0, 0.10, 0.42, 1.16)):
        box = skia.Rect.MakeLTRB(x + width * (at - wide / 2), foot - height * (y + high), x + width * (at + wide / 2), foot - height * y)  # fmt: skip
        if glow:
            canvas.drawRect(box, solid(buildings.WARM[0], 0.5, width * 0.05))
        canvas.drawRect(box, solid(mix(buildings.WARM[0], (1, 1, 1), 0.25) if glow else hexed("#5a7080")))
        canvas.drawRect(box, stroke(dark, width * 0.014))
        canvas.drawLine(box.centerX(), box.top(), box.centerX(), box.bottom(), stroke(dark, width * 0.008))
        canvas.drawLine(box.left(), box.centerY(), box.right(), box.centerY(), stroke(dark, width * 0.008))
    canvas.drawRect(
        skia.Rect.MakeLTRB(x - width * 0.07, foot - height * 0.74, x + width * 0.07, foot + 2),
        solid(mix(dark, hexed("#7a3a2c"), 0.5)),
    )
    canvas.drawCircle(x + width * 0.045, foot - height * 0.36, width * 0.008, solid(hexed("#e0b45a")))
    for way in (-1, 1):
        slope = _path((x, foot - height * 2.32), (x + way * width * 0.66, foot - height * 0.86), (x + way * width * 0.63, foot - height * 0.72), (x, foot - height * 2.02))  # fmt: skip
        tone = mix(roof, air.edge, 0.2) if way == side else times(roof, 0.82)
        canvas.drawPath(slope, solid(tone))
    for post in (-0.56, 0.56):
        canvas.drawLine(
            x + width * post,
            foot + 2,
            x + width * post,
            foot - height * 0.86,
            stroke(mix(lit, dark, 0.4), width * 0.022),
        )
    deck = skia.Rect.MakeLTRB(x - width * 0.60, foot - height * 0.06, x + width * 0.60, foot + 6)
    canvas.drawRect(
        deck, linear((0, deck.top()), (0, deck.bottom()), [roof if snow else mix(lit, air.edge, 0.2), dark])
    )
