"""Wrecks: an old ship that lies broken on the sea floor."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import rows
from rushes.engines.animatic.stage.set import Random, Set


def ship(stage: Set, depth: float, x: float, haze: Rgb, dim: float, salt: int) -> None:
    """The ship on its side: planks with holes in them, bare ribs, a broken mast with rags of sail, weed."""
    veil = 0.46
    wood = mix(times(hexed("#7a5a3c"), dim), haze, veil)
    dark, light = mix(times(hexed("#1f1a18"), dim), haze, veil * 0.8), mix(times(hexed("#b8925f"), dim), haze, veil)
    weed = mix(times(hexed("#5f9a5a"), dim), haze, veil)
    rag = mix(times(hexed("#d8cfb8"), dim), haze, veil)
    long = min(1040.0, stage.framing.width * 1.05) * stage.near(depth)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        canvas.save()
        canvas.translate(at, foot)
        canvas.rotate(-7)
        for rib in range(9):
            px = long * (-0.06 + 0.055 * rib)
            bone = skia.Path()
            bone.moveTo(px, 0)
            bone.cubicTo(px - long * 0.03, -long * 0.10, px + long * 0.01, -long * 0.20, px + long * 0.05, -long * random.uniform(0.17, 0.25))  # fmt: skip
            canvas.drawPath(bone, stroke(times(wood, 0.72), long * 0.014))
        hull = skia.Path()
        hull.moveTo(-long * 0.50, -long * 0.30)
        hull.quadTo(-long * 0.44, -long * 0.20, -long * 0.40, -long * 0.22)
        hull.lineTo(-long * 0.30, -long * 0.20)
        hull.lineTo(-long * 0.05, -long * 0.165)
        for step in range(8):
            hull.lineTo(
                long * (-0.02 + 0.065 * step), -long * (0.15 - 0.014 * step) + (random.uniform(-0.03, 0.02)) * long
            )
        hull.lineTo(long * 0.50, long * 0.03)
        hull.lineTo(-long * 0.34, long * 0.04)
        hull.quadTo(-long * 0.47, -long * 0.06, -long * 0.50, -long * 0.30)
        hull.close()
        canvas.drawPath(
            hull, linear((0, -long * 0.28), (0, long * 0.03), [mix(wood, light, 0.5), wood, times(wood, 0.5)])
        )
        canvas.save()
        canvas.clipPath(hull, True)
        for plank in range(11):
            y = -long * 0.27 + plank * long * 0.030
            line = skia.Path()
            line.moveTo(-long * 0.55, y - long * 0.04)
            line.quadTo(-long * 0.1, y + long * 0.02, long * 0.52, y + long * 0.035)
            canvas.drawPath(line, stroke(times(wood, 0.55), 2.2, 0.8))
        for px, py, size in ((-0.22, -0.08, 0.050), (0.06, -0.05, 0.036), (0.24, -0.02, 0.030), (-0.36, -0.13, 0.026)):
            hole = skia.Path()
            for corner in range(8):
                reach = long * size * random.uniform(0.65, 1.2)
                spot = (
                    long * px + reach * (1, 0.7, 0, -0.7, -1, -0.7, 0, 0.7)[corner],
                    long * py + reach * 0.8 * (0, 0.7, 1, 0.7, 0, -0.7, -1, -0.7)[corner],
                )
                hole.moveTo(*spot) if corner == 0 else hole.lineTo(*spot)
            hole.close()
            canvas.drawPath(hole, solid(dark))
        for port in range(6):
            canvas.drawRect(skia.Rect.MakeXYWH(long * (-0.32 + 0.085 * port), -long * 0.145 + port * long * 0.012, long * 0.024, long * 0.022), solid(dark))  # fmt: skip
        canvas.restore()
        canvas.drawLine(-long * 0.12, -long * 0.16, -long * 0.02, -long * 0.52, stroke(times(wood, 0.8), long * 0.022))
        canvas.drawLine(-long * 0.16, -long * 0.42, long * 0.12, -long * 0.37, stroke(times(wood, 0.7), long * 0.012))
        canvas.drawLine(-long * 0.30, -long * 0.20, -long * 0.36, -long * 0.36, stroke(times(wood, 0.8), long * 0.018))
        for left, right, low in ((-0.13, -0.05, 0.24), (0.0, 0.10, 0.20)):
            sail = skia.Path()
            sail.moveTo(long * left, -long * 0.41)
            sail.lineTo(long * right, -long * 0.39)
            sail.quadTo(long * (right + 0.02), -long * 0.32, long * (right - 0.03), -long * low)
            sail.lineTo(long * (left + 0.05), -long * (low + 0.05))
            sail.quadTo(long * (left + 0.01), -long * 0.33, long * left, -long * 0.41)
            canvas.drawPath(sail, solid(rag, 0.75))
        canvas.drawLine(-long * 0.50, -long * 0.30, -long * 0.66, -long * 0.38, stroke(times(wood, 0.75), long * 0.013))
        for _ in range(40):
            px, tall = random.uniform(-0.46, 0.48) * long, random.uniform(0.02, 0.07) * long
            py = -long * 0.20 * max(0.1, 1 - (px / long + 0.5)) + random.uniform(0, 0.10) * long
            blade = skia.Path()
            blade.moveTo(px, py)
            blade.quadTo(px + tall * 0.4, py - tall * 0.5, px + random.uniform(-0.3, 0.5) * tall, py - tall)
            canvas.drawPath(blade, stroke(times(weed, random.uniform(0.6, 1.1)), max(1.2, tall * 0.10)))
        canvas.restore()

    rows.one(stage, depth, x, salt, each, tall=long * 0.7, below=long * 0.10)
