"""Vaults: rows of columns, arches and ribs that lead into the depth of a hall; they part as the camera moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.rooms import Room


def aisle(room: Room, share: float = 0.98, near: float = 0.94) -> float:
    """Units from the middle at which columns stand so that those at depth `near` are at this share of the frame's half."""
    return room.half * room.depth / near * share


def lead_in(
    room: Room, depths: Sequence[float], draw: Callable[[Canvas, float], None], reach: float, high: float
) -> None:
    """The same drawing at each of the depths, true to scale: `draw` is handed the canvas and the depth."""
    for depth in depths:
        level = 0.80 + 0.2 * (depth - room.depth) if depth < 1 else 0.5
        room.piece(depth, -reach, reach, high, lambda canvas, depth=depth: draw(canvas, depth), level=level)  # type: ignore[misc]


def column(canvas: Canvas, x: float, half: float, top: float, stone: Rgb, *, foot: float = 6.0) -> None:
    """A round column with its base and its capital."""
    body = [times(stone, 0.55), times(stone, 0.95), mix(stone, (1, 1, 1), 0.14), times(stone, 0.7), times(stone, 0.42)]
    canvas.drawOval(skia.Rect.MakeLTRB(x - half * 2, -8, x + half * 2, 14), solid((0, 0, 0), 0.4, 8))
    canvas.drawRect(skia.Rect.MakeLTRB(x - half, top, x + half, foot), linear((x - half, 0), (x + half, 0), body))
    for low, wide, high in ((foot, 1.5, 26.0), (foot - 26, 1.25, 14.0), (top + 34, 1.2, 12.0), (top + 22, 1.5, 22.0)):
        box = skia.Rect.MakeLTRB(x - half * wide, low - high, x + half * wide, low)
        canvas.drawRoundRect(box, 4, 4, linear((x - half * wide, 0), (x + half * wide, 0), body))


def arch(
    canvas: Canvas, half: float, spring: float, top: float, thick: float, stone: Rgb, *, pointed: bool = True
) -> None:
    """An arch over the middle, from one side to the other, and the vault's shadow above it."""
    for wide, tone, alpha in (
        (thick * 1.5, times(stone, 0.32), 1.0),
        (thick, times(stone, 0.8), 1.0),
        (thick * 0.34, mix(stone, (1, 1, 1), 0.2), 0.8),
    ):
        path = skia.Path()
        path.moveTo(-half, spring)
        if pointed:
            path.cubicTo(
                -half * 0.94, spring + (top - spring) * 0.7, -half * 0.4, spring + (top - spring) * 0.92, 0, top
            )
            path.cubicTo(
                half * 0.4, spring + (top - spring) * 0.92, half * 0.94, spring + (top - spring) * 0.7, half, spring
            )
        else:
            path.cubicTo(-half, spring + (top - spring) * 1.3, half, spring + (top - spring) * 1.3, half, spring)
        canvas.drawPath(path, stroke(tone, wide, alpha))


def spandrel(
    canvas: Canvas,
    half: float,
    spring: float,
    top: float,
    reach: float,
    high: float,
    stone: Rgb,
    *,
    pointed: bool = True,
) -> None:
    """The wall above an arch, up to `high`."""
    path = skia.Path()
    path.moveTo(-reach, -high)
    path.lineTo(reach, -high)
    path.lineTo(reach, spring)
    path.lineTo(half, spring)
    if pointed:
        path.cubicTo(half * 0.94, spring + (top - spring) * 0.7, half * 0.4, spring + (top - spring) * 0.92, 0, top)
        path.cubicTo(
            -half * 0.4, spring + (top - spring) * 0.92, -half * 0.94, spring + (top - spring) * 0.7, -half, spring
        )
    else:
        path.cubicTo(half, spring + (top - spring) * 1.3, -half, spring + (top - spring) * 1.3, -half, spring)
    path.lineTo(-reach, spring)
    path.close()
    canvas.drawPath(path, linear((0, -high), (0, spring), [times(stone, 0.34), times(stone, 0.62)]))
