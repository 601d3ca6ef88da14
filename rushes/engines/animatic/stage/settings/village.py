"""A village: cottages around a green, a church on the hill, smoke from the chimneys."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage import buildings, cottages, ground, hills, mist, seasons, sky, swells
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.settings import meadow


def build(stage: Set) -> None:
    season = seasons.of(stage)
    grass, leaf, white = season.grass, season.leaf, season.white
    sky.hang(stage)
    hills.ridge(
        stage,
        0.08,
        150,
        hexed("#7d8aa2"),
        waves=4,
        salt=100,
        snow=hexed("#eef2ff"),
        snow_from=0.6 if white is None else 0.3,
    )
    for index, (depth, height) in enumerate(((0.13, 110), (0.20, 70))):
        meadow.hill(stage, depth, height, mix(grass, hexed("#5f8a5a"), 0.4), 90 + index, leaf, white)
    church(stage, 0.21, white)
    cottages.houses(stage, 0.26, 16, (40, 62), 14, 1, white, foot=14)
    mist.band(stage, 0.28, -44, 26, strength=0.30, salt=131)
    path = hexed("#c2a67c") if white is None else hexed("#c4cbe4")
    ground.lay(stage, grass, mix(grass, path, 0.85), contrast=0.75, cell=150, patches=0.45)
    cottages.houses(stage, 0.38, 7, (110, 160), 6, 2, white)
    meadow.trees(stage, 0.44, 3, leaf, white, 92)
    cottages.houses(stage, 0.56, 3, (230, 300), 3, 3, white, clearing=0.40)
    swells.bank(stage, 0.70, 20, grass, 94, tufts=white is None)
    cottages.fence(stage, 0.76, white)
    flowers = meadow.FLOWERS if season.blooms else ()
    swells.tufts(stage, 0.86, grass, 95, count=54, heights=(12, 30), flowers=flowers)
    swells.tufts(stage, 1.24, grass, 96, count=46, heights=(18, 42), flowers=flowers, order=1.24)
    meadow.foreground(stage, grass, flowers)


def church(stage: Set, depth: float, white: Rgb | None) -> None:
    air, frame = stage.air, stage.framing
    grow = 1.5 * stage.near(depth)
    x0 = -air.side * frame.width * 0.20
    wall, roof = air.surface(hexed("#e2d9c8"), depth, 0.6), air.surface(hexed("#5f5a66"), depth, 0.5)
    if white is not None:
        roof = air.surface(white, depth, 0.6)

    def draw(canvas: Canvas, period: float) -> None:
        canvas.translate(period / 2 + x0, -14)
        canvas.scale(grow, grow)
        tower = skia.Path()
        tower.moveTo(-9, 6)
        tower.lineTo(-9, -44)
        tower.lineTo(9, -44)
        tower.lineTo(9, 6)
        tower.close()
        spire = skia.Path()
        spire.moveTo(-11, -43)
        spire.lineTo(0, -86)
        spire.lineTo(11, -43)
        spire.close()
        nave = skia.Path()
        nave.moveTo(9, 6)
        nave.lineTo(9, -22)
        nave.lineTo(46, -22)
        nave.lineTo(46, 6)
        nave.close()
        top = skia.Path()
        top.moveTo(6, -20)
        top.lineTo(14, -38)
        top.lineTo(44, -38)
        top.lineTo(50, -20)
        top.close()
        canvas.drawPath(nave, solid(times(wall, 0.88)))
        canvas.drawPath(top, solid(roof))
        canvas.drawPath(tower, solid(wall))
        canvas.drawRect(skia.Rect.MakeXYWH(-9 if air.side > 0 else 3, -44, 6, 50), solid(times(wall, 0.7)))
        canvas.drawPath(spire, solid(times(roof, 0.92)))
        glow = buildings.WARM[0] if air.windows > 0.2 else times(wall, 0.4)
        for x in (16, 26, 36):
            canvas.drawRoundRect(skia.Rect.MakeXYWH(x, -16, 4, 12), 2, 2, solid(glow))
        canvas.drawRoundRect(skia.Rect.MakeXYWH(-3, -36, 6, 10), 3, 3, solid(times(wall, 0.35)))
        canvas.drawLine(0, -86, 0, -94, stroke(roof, 1.2))
        canvas.drawLine(-3, -91, 3, -91, stroke(roof, 1.2))

    stage.bake(depth, -14 - 100 * grow, 6, draw, period=max(frame.width, 900) * 2.2)
