"""Airliners: how one looks from its side, on the ground or in the air."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia


def side_view(canvas: Canvas, x: float, foot: float, long: float, way: int, body: Rgb, paint: Rgb, dark: Rgb, *, lights: float = 0.0, wheels: bool = True) -> None:  # fmt: skip
    """An airliner `long` units from nose to tail whose wheels stand at (x, foot); it looks to the side `way`."""
    canvas.save()
    canvas.translate(x, foot)
    canvas.scale(way * long / 400, long / 400)
    if wheels:
        for at, size in ((-128.0, 8.0), (24.0, 10.0), (44.0, 10.0)):
            canvas.drawLine(-at, -28, -at, -8, stroke(times(dark, 0.9), 5))
            canvas.drawCircle(-at, -size, size, solid(times(dark, 0.5)))
            canvas.drawCircle(-at, -size, size * 0.4, solid(mix(dark, (1, 1, 1), 0.4)))
    far_wing = skia.Path()
    far_wing.moveTo(30, -50)
    far_wing.lineTo(-64, -82)
    far_wing.lineTo(-82, -82)
    far_wing.lineTo(-30, -46)
    far_wing.close()
    canvas.drawPath(far_wing, solid(times(body, 0.72)))
    tail = skia.Path()
    tail.moveTo(-118, -66)
    tail.cubicTo(-146, -74, -166, -126, -176, -142)
    tail.lineTo(-206, -142)
    tail.cubicTo(-200, -110, -198, -80, -192, -60)
    tail.close()
    canvas.drawPath(tail, linear((-206, 0), (-120, 0), [times(paint, 0.7), mix(paint, (1, 1, 1), 0.15)]))
    hull = skia.Path()
    hull.moveTo(196, -44)
    hull.cubicTo(196, -64, 172, -76, 138, -77)
    hull.lineTo(-130, -77)
    hull.cubicTo(-166, -76, -194, -68, -208, -58)
    hull.cubicTo(-180, -44, -140, -28, -100, -26)
    hull.lineTo(146, -24)
    hull.cubicTo(178, -24, 196, -32, 196, -44)
    hull.close()
    canvas.drawPath(hull, linear((0, -78), (0, -24), [mix(body, (1, 1, 1), 0.55), body, times(body, 0.62)]))
    canvas.save()
    canvas.clipPath(hull, True)
    canvas.drawRect(skia.Rect.MakeLTRB(-210, -46, 200, -41), solid(paint))
    canvas.drawRect(skia.Rect.MakeLTRB(-210, -39, 200, -37), solid(mix(paint, body, 0.4)))
    canvas.restore()
    cabin = mix(mix(dark, (0.5, 0.6, 0.7), 0.35), (1.0, 0.86, 0.56), lights)
    for window in range(28):
        at = 128 - window * 9.0
        if abs(at - 6) > 5 and abs(at + 96) > 5:
            canvas.drawRoundRect(skia.Rect.MakeXYWH(at, -61, 4.6, 7.5), 2, 2, solid(cabin))
    for at in (146.0, 4.0, -104.0):
        canvas.drawRoundRect(skia.Rect.MakeXYWH(at - 5, -64, 11, 23), 3, 3, stroke(times(body, 0.6), 1.6))
    glass = skia.Path()
    glass.moveTo(160, -66)
    glass.lineTo(178, -60)
    glass.lineTo(182, -54)
    glass.lineTo(162, -55)
    glass.close()
    canvas.drawPath(glass, solid(mix(dark, cabin, 0.4)))
    wing = skia.Path()
    wing.moveTo(44, -40)
    wing.lineTo(-96, -12)
    wing.lineTo(-118, -14)
    wing.lineTo(-34, -40)
    wing.close()
    canvas.drawPath(wing, linear((0, -40), (0, -10), [mix(body, (1, 1, 1), 0.25), times(body, 0.66)]))
    canvas.drawLine(-118, -14, -126, -28, stroke(paint, 5))
    canvas.drawRoundRect(skia.Rect.MakeLTRB(-24, -32, 34, -10), 10, 10, linear((0, -32), (0, -10), [mix(body, (1, 1, 1), 0.3), times(body, 0.55)]))  # fmt: skip
    canvas.drawOval(skia.Rect.MakeLTRB(27, -30, 37, -12), solid(times(dark, 0.5)))
    fin = skia.Path()
    fin.moveTo(-150, -60)
    fin.lineTo(-208, -72)
    fin.lineTo(-220, -70)
    fin.lineTo(-186, -56)
    fin.close()
    canvas.drawPath(fin, solid(times(body, 0.8)))
    canvas.restore()
