"""The hearth: a fireplace of stone in the back wall, with logs that burn and light that breathes over the room."""

from __future__ import annotations

from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fires
from rushes.engines.animatic.stage.set import Set

#: Where back walls stand.
DEPTH = 0.62


def light_up(stage: Set) -> None:
    """Add a burning fireplace on the side that the first subject leaves free."""
    frame = stage.framing
    foot = stage.ground_y(DEPTH)
    lead = stage.plan.subjects[0].x if stage.plan.subjects else 0.3
    x = (-0.16 if lead > 0.5 else 0.16) * frame.width / DEPTH * 0.62
    level = {"day": 0.85, "dawn": 0.7, "golden": 0.75, "dusk": 0.5, "night": 0.42}[stage.plan.time]
    stone, wood = times(hexed("#a3907c"), level), times(hexed("#6f4630"), level)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, foot, DEPTH)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale, scale)
        canvas.drawRect(
            skia.Rect.MakeLTRB(-104, -760, 104, 2),
            linear((-104, 0), (104, 0), [times(stone, 0.72), stone, times(stone, 0.8)]),
        )
        canvas.drawRect(
            skia.Rect.MakeLTRB(-140, -212, 140, 4),
            linear((-140, 0), (140, 0), [times(stone, 0.8), mix(stone, (1, 1, 1), 0.1), times(stone, 0.8)]),
        )
        for row in range(11):
            y = -196 + row * 18
            for column in range(7):
                left = -138 + column * 40 + (20 if row % 2 else 0)
                if -86 < left + 18 < 86 and y > -150:
                    continue
                tone = times(stone, 0.82 + 0.07 * ((row * 3 + column * 5) % 4))
                canvas.drawRoundRect(skia.Rect.MakeXYWH(left, y, 36, 15), 3, 3, solid(tone))
        mouth = skia.Path()
        mouth.moveTo(-84, 2)
        mouth.lineTo(-84, -96)
        mouth.cubicTo(-84, -160, 84, -160, 84, -96)
        mouth.lineTo(84, 2)
        mouth.close()
        glow = 0.75 + 0.25 * fires.flicker(t, stage.plan.seed)
        canvas.drawPath(mouth, linear((0, -150), (0, 0), [hexed("#120a08"), times(hexed("#7a2f10"), glow)]))
        canvas.save()
        canvas.clipPath(mouth, True)
        for at, turn in ((-26, -8), (22, 7), (0, -2)):
            canvas.save()
            canvas.rotate(turn, at, -14)
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(at - 44, -20, 88, 17),
                8,
                8,
                linear((0, -20), (0, -3), [hexed("#8a4f28"), hexed("#2a150c")]),
            )
            canvas.restore()
        for at, size in ((-30, 70), (26, 78), (0, 104)):
            fires.flame(canvas, at, -16, size, t, stage.plan.seed + at)
        canvas.restore()
        canvas.drawRoundRect(
            skia.Rect.MakeLTRB(-158, -234, 158, -208),
            4,
            4,
            linear((0, -234), (0, -208), [mix(wood, (1, 0.9, 0.8), 0.3), wood, times(wood, 0.6)]),
        )
        for at, high in ((-112, 40), (-86, 28), (104, 34)):
            canvas.drawRoundRect(
                skia.Rect.MakeXYWH(at - 7, -234 - high, 14, high), 3, 3, solid(times(hexed("#f2e6cc"), level))
            )
            fires.flame(canvas, at, -234 - high, 20, t, at)
        canvas.restore()

    stage.add(0.353, draw)
    fires.glow(stage, x, foot - 60, DEPTH, 330, 0.354, 1950)
