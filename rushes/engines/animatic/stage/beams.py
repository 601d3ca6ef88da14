"""Beams: cones of light from lamps above to the floor, baked once and turned from moment to moment."""

from __future__ import annotations

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import linear
from rushes.engines.animatic.paint.glows import Beam
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn
from rushes.engines.animatic.paint.skia_loading import skia

#: Units beyond both ends of a cone of light, and to both sides of its axis, in which it fades out.
_BEYOND, _MARGIN = 64.0, 36.0


class Cone:
    """A cone of light, `long` units from the lamp to where it is `half` wide to both sides; soft, so that it is baked small."""

    def __init__(self, tint: Rgb, long: float, half: float = 150.0) -> None:
        self._wide = half + _MARGIN

        def paint(canvas: Canvas) -> None:
            canvas.translate(self._wide, _BEYOND)
            path = skia.Path()
            path.moveTo(-12, 0)
            path.lineTo(12, 0)
            path.lineTo(half, long)
            path.quadTo(0, long + 34, -half, long)
            path.close()
            light = linear((0, 0), (0, long), [tint] * 2, None, [1.0, 0.16])
            light.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 9))
            canvas.drawPath(path, light)

        self._beam = Beam(drawn(2 * self._wide, long + 2 * _BEYOND, 0.5, paint))

    def draw(
        self, picture: Picture, start: tuple[float, float], end: tuple[float, float], scale: float, level: float
    ) -> None:
        """Add it to the picture between two places, in pixels; `scale`: pixels per unit."""
        (ax, ay), (bx, by) = start, end
        # Beyond both ends as far as it was baked.
        slant, out = (bx - ax) / (by - ay), _BEYOND * scale
        self._beam.draw(picture, ax - slant * out, ay - out, bx + slant * out, by + out, 2 * self._wide * scale, level)
