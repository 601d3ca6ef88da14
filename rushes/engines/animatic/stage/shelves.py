"""Shelves of rooms and what stands on them: books, bottles, jars, boxes, loaves, pots, toys, antiques."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, radial, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import fittings
from rushes.engines.animatic.stage.interiors import box
from rushes.engines.animatic.stage.set import Random

BOOKS = ("#a84a3c", "#3f6f7a", "#c79a4a", "#5a6a3f", "#7a4a6a", "#d8c8a8", "#2f4a6a", "#8a5a34")


def shelf(canvas: Canvas, left: float, top: float, right: float, bottom: float, rows: int, wood: Rgb, filling: str, random: Random) -> None:  # fmt: skip
    """A shelf from `top` to `bottom` with something in each of its rows, see `fill`."""
    canvas.drawRect(skia.Rect.MakeLTRB(left - 6, top + 4, right + 14, bottom), solid((0, 0, 0), 0.36, 10))
    fittings.rect(canvas, left, top, right, bottom, solid(times(wood, 0.42)))
    tall = (bottom - top) / rows
    for row in range(rows):
        base = top + (row + 1) * tall - 6
        fill(canvas, left + 8, right - 8, base, tall - 14, filling, random)
        fittings.rect(
            canvas,
            left,
            base,
            right,
            base + 7,
            linear((0, base), (0, base + 7), [mix(wood, fittings.WHITE, 0.26), times(wood, 0.72)]),
        )
        fittings.rect(
            canvas,
            left + 7,
            base - tall + 13,
            right - 7,
            base - tall + 24,
            linear((0, base - tall + 13), (0, base - tall + 24), [(0, 0, 0)] * 2, None, [0.4, 0.0]),
        )
    for x in (left, right - 7):
        fittings.rect(canvas, x, top, x + 7, bottom, linear((x, 0), (x + 7, 0), [wood, times(wood, 0.76)]))
    fittings.rect(
        canvas,
        left - 5,
        top - 9,
        right + 5,
        top + 2,
        linear((0, top - 9), (0, top + 2), [mix(wood, fittings.WHITE, 0.32), times(wood, 0.8)]),
    )


def fill(canvas: Canvas, left: float, right: float, base: float, tall: float, filling: str, random: Random) -> None:
    """One row of books, bottles, jars, boxes, loaves, pots, toys or antiques that stand on y = base."""
    at = left
    while at < right - 12:
        hue = hexed(BOOKS[int(random.integers(len(BOOKS)))])
        if filling == "books":
            wide, high = random.uniform(7, 15), tall * random.uniform(0.66, 0.96)
            if random.random() < 0.06:
                at += random.uniform(6, 18)
                continue
            fittings.rect(
                canvas,
                at,
                base - high,
                at + wide,
                base,
                linear((at, 0), (at + wide, 0), [times(hue, 0.66), hue, times(hue, 0.74)]),
            )
            fittings.rect(
                canvas,
                at + 1,
                base - high * 0.84,
                at + wide - 1,
                base - high * 0.84 + 2.4,
                solid(mix(hue, (1, 0.9, 0.6), 0.6), 0.8),
            )
            at += wide + 0.8
            continue
        wide = {"bottles": 15.0, "jars": 22.0, "boxes": 42.0, "bread": 40.0, "pots": 34.0, "toys": 34.0}.get(
            filling, 38.0
        ) * random.uniform(0.85, 1.15)
        if at + wide > right:
            break
        _thing(canvas, filling, at, base, wide, tall, hue, random)
        at += wide + random.uniform(2, 9) * (2.4 if filling == "antiques" else 1.0)


def _thing(
    canvas: Canvas, kind: str, x: float, base: float, wide: float, tall: float, hue: Rgb, random: Random
) -> None:
    middle = x + wide / 2
    if kind == "bottles":
        glass = hexed(("#3f6a4a", "#7a4a24", "#b07a34", "#5a7a8a", "#8a2f34", "#c8b070")[int(random.integers(6))])
        high = tall * random.uniform(0.72, 0.95)
        sheen = linear(
            (x, 0), (x + wide, 0), [times(glass, 0.6), mix(glass, fittings.WHITE, 0.35), glass, times(glass, 0.5)]
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(x, base - high * 0.66, x + wide, base), 4, 4, sheen)
        fittings.rect(canvas, middle - wide * 0.17, base - high, middle + wide * 0.17, base - high * 0.6, sheen)
        fittings.rect(
            canvas, x + 1.5, base - high * 0.44, x + wide - 1.5, base - high * 0.20, solid(hexed("#e9dfc6"), 0.9)
        )
        return
    if kind == "jars":
        high = tall * random.uniform(0.5, 0.74)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x, base - high, x + wide, base),
            5,
            5,
            linear((x, 0), (x + wide, 0), [mix(hue, fittings.WHITE, 0.45), hue, times(hue, 0.6)]),
        )
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x + 2, base - high - 7, x + wide - 2, base - high + 2), 3, 3, solid(hexed("#8a6a48"))
        )
        return
    if kind == "bread":
        crust = mix(hexed("#c98a48"), hexed("#8f5426"), random.random())
        high = min(tall * 0.6, wide * 0.62)
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(x, base - high, x + wide, base + 1),
            wide * 0.42,
            high * 0.6,
            linear((0, base - high), (0, base), [mix(crust, (1, 0.9, 0.6), 0.4), crust, times(crust, 0.7)]),
        )
        for cut in range(3):
            canvas.drawLine(
                x + wide * (0.28 + 0.2 * cut),
                base - high * 0.86,
                x + wide * (0.34 + 0.2 * cut),
                base - high * 0.5,
                stroke(mix(crust, (1, 0.95, 0.8), 0.55), 2.4),
            )
        return
    if kind == "boxes":
        card, high = mix(hexed("#b98f5e"), hue, 0.2), tall * random.uniform(0.45, 0.9)
        fittings.rect(
            canvas,
            x,
            base - high,
            x + wide,
            base,
            linear((x, 0), (x + wide, 0), [mix(card, fittings.WHITE, 0.12), times(card, 0.8)]),
        )
        fittings.rect(canvas, middle - 3, base - high, middle + 3, base, solid(times(card, 0.78)))
        fittings.rect(canvas, x + 5, base - high * 0.5, x + 17, base - high * 0.28, solid(hexed("#efe6d2"), 0.8))
        return
    if kind == "antiques" and random.random() < 0.6:
        _curio(canvas, int(random.integers(4)), middle, base, tall, hue)
        return
    if kind == "toys" and random.random() < 0.4:
        _bear(canvas, middle, base, mix(hexed("#b8804a"), hue, 0.2))
        return
    if kind == "toys" and random.random() < 0.5:
        for row in range(2):
            tone = hexed(("#d9482f", "#3f7fc4", "#efb52e", "#5f9e4a")[int(random.integers(4))])
            box(canvas, middle - 12, base - 24 * (row + 1), middle + 12, base - 24 * row, tone)
        return
    if kind == "toys":
        tone = hexed(("#d9482f", "#3f7fc4", "#efb52e")[int(random.integers(3))])
        canvas.drawCircle(
            middle,
            base - 16,
            16,
            radial((middle - 5, base - 22), 22, [mix(tone, fittings.WHITE, 0.5), tone, times(tone, 0.6)]),
        )
        return
    # Pots and antiques: turned bodies of several outlines.
    high, neck = tall * random.uniform(0.5, 0.86), random.uniform(0.16, 0.36)
    body = skia.Path()
    body.moveTo(middle - wide * 0.24, base)
    body.cubicTo(
        middle - wide * 0.72,
        base - high * 0.3,
        middle - wide * 0.55,
        base - high * 0.75,
        middle - wide * neck,
        base - high * 0.84,
    )
    body.lineTo(middle - wide * neck * 1.3, base - high)
    body.lineTo(middle + wide * neck * 1.3, base - high)
    body.lineTo(middle + wide * neck, base - high * 0.84)
    body.cubicTo(
        middle + wide * 0.55, base - high * 0.75, middle + wide * 0.72, base - high * 0.3, middle + wide * 0.24, base
    )
    body.close()
    tone = mix(hue, hexed("#c9a25a"), 0.4 if kind == "antiques" else 0.15)
    canvas.drawPath(
        body, linear((x, 0), (x + wide, 0), [times(tone, 0.7), mix(tone, fittings.WHITE, 0.4), tone, times(tone, 0.5)])
    )
    canvas.drawLine(
        middle - wide * 0.4, base - high * 0.5, middle + wide * 0.4, base - high * 0.5, stroke(times(tone, 0.6), 2, 0.7)
    )


def _curio(canvas: Canvas, kind: int, x: float, base: float, tall: float, hue: Rgb) -> None:
    """A clock, a candlestick, a small picture or a bust."""
    brass = hexed("#c89a44")
    if kind == 0:
        canvas.drawCircle(x, base - 22, 21, solid(hexed("#f2e8d0")))
        canvas.drawCircle(x, base - 22, 21, stroke(brass, 5))
        canvas.drawLine(x, base - 22, x + 6, base - 34, stroke(hexed("#2a2420"), 2.6))
        canvas.drawLine(x, base - 22, x - 9, base - 19, stroke(hexed("#2a2420"), 2.6))
    elif kind == 1:
        canvas.drawLine(x, base - 4, x, base - tall * 0.5, stroke(brass, 5))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 14, base - 7, x + 14, base + 1), solid(times(brass, 0.8)))
        fittings.rect(canvas, x - 4, base - tall * 0.82, x + 4, base - tall * 0.5, solid(hexed("#f2e6cc")))
    elif kind == 2:
        fittings.rect(canvas, x - 18, base - 46, x + 18, base, solid(brass))
        fittings.rect(
            canvas,
            x - 13,
            base - 41,
            x + 13,
            base - 5,
            linear((0, base - 41), (0, base - 5), [hexed("#9fc0d0"), mix(hue, hexed("#5a7a4a"), 0.5)]),
        )
    else:
        stone = hexed("#d8d0c2")
        canvas.drawOval(skia.Rect.MakeLTRB(x - 11, base - 50, x + 11, base - 24), solid(stone))
        canvas.drawOval(skia.Rect.MakeLTRB(x - 19, base - 28, x + 19, base - 2), solid(times(stone, 0.85)))
        fittings.rect(canvas, x - 15, base - 8, x + 15, base, solid(times(stone, 0.66)))


def _bear(canvas: Canvas, x: float, base: float, fur: Rgb) -> None:
    """A toy bear."""
    for way in (-1, 1):
        canvas.drawCircle(x + way * 11, base - 41, 6, solid(times(fur, 0.85)))
        canvas.drawOval(skia.Rect.MakeXYWH(x + way * 13 - 6, base - 11, 12, 11), solid(times(fur, 0.9)))
    canvas.drawCircle(
        x, base - 14, 14, radial((x - 4, base - 18), 20, [mix(fur, (1, 1, 1), 0.3), fur, times(fur, 0.7)])
    )
    canvas.drawCircle(
        x, base - 33, 13, radial((x - 4, base - 38), 18, [mix(fur, (1, 1, 1), 0.3), fur, times(fur, 0.7)])
    )
    canvas.drawOval(skia.Rect.MakeLTRB(x - 6, base - 34, x + 6, base - 25), solid(mix(fur, (1, 1, 1), 0.5)))
    for way in (-1, 1):
        canvas.drawCircle(x + way * 5, base - 37, 1.7, solid(hexed("#1c1612")))
    canvas.drawCircle(x, base - 32, 2.2, solid(hexed("#1c1612")))
