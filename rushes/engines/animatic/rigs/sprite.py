"""Sprite: a baked picture of a puppet, or what of it differs from another, and where it is."""

from __future__ import annotations

import cv2
import numpy as np

from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.skia_loading import skia

_SMOOTH = skia.SamplingOptions(skia.FilterMode.kLinear)
#: What is drawn anew elsewhere on a sheet may differ by so many levels of 255, and by more along its outline.
_SAME, _SAME_OUTLINE = 6, 40


class Sprite:
    """A baked picture and where its top left corner is, in pixels from the ground point."""

    __slots__ = ("_image", "left", "scale", "stamp", "top", "under")

    def __init__(self, stamp: Stamp, left: float, top: float, scale: float, under: Sprite | None = None) -> None:
        """`scale`: pixels on the canvas per pixel of the picture; `under`: what is drawn first."""
        self.left, self.top, self.scale = left, top, scale
        self.under = under
        self.stamp = stamp
        self._image: skia.Image | None = None

    def draw(self, canvas: skia.Canvas, x: float, y: float, alpha: float = 1.0, onto: Picture | None = None) -> None:
        """`onto`: see `rigs.puppet.Puppet.draw`."""
        if self.under is not None:
            self.under.draw(canvas, x, y, alpha, onto)
        left, top = x + self.left, y + self.top
        if onto is not None:
            matrix = canvas.getTotalMatrix()
            grow = matrix.getScaleX()
            left, top = left * grow + matrix.getTranslateX(), top * grow + matrix.getTranslateY()
            self.stamp.lay(onto, left, top, grow * self.scale, alpha)
            return
        paint = skia.Paint()
        paint.setAlphaf(min(1.0, alpha))
        if self._image is None:
            # Two threads make the same one; it lies over the stamp's own pixels.
            self._image = skia.Image.fromarray(
                self.stamp.bordered, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType, copy=False
            )
        if self.scale == 1:
            canvas.drawImage(self._image, left - 1, top - 1, _SMOOTH, paint)
            return
        scale = self.scale
        width, height = self._image.width() * scale, self._image.height() * scale
        place = skia.Rect.MakeXYWH(left - scale, top - scale, width, height)
        canvas.drawImageRect(self._image, place, _SMOOTH, paint)


def over(picture: Picture, left: float, top: float, scale: float, under: Sprite) -> Sprite:
    """`picture` in place of what `under` shows there: laid over it where all that differs is opaque, else in a copy."""
    x, y = round((left - under.left) / scale), round((top - under.top) / scale)
    whole = under.stamp.bordered[1:-1, 1:-1]
    # The patch was never larger than the whole, but for a pixel at its edge.
    x0, y0 = max(0, x), max(0, y)
    there = whole[y0 : y + picture.shape[0], x0 : x + picture.shape[1]]
    picture = picture[y0 - y : y0 - y + there.shape[0], x0 - x : x0 - x + there.shape[1]]
    differs = cv2.absdiff(picture, there).max(axis=2) > np.where(picture[..., 3] == 255, _SAME, _SAME_OUTLINE)
    if not differs.any():
        return under
    if picture[differs, 3].min() == 255:
        patch = np.where(differs[..., None], picture, np.uint8(0))
        rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
        patch = patch[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
        at = under.left + (x0 + columns[0] - 1) * scale, under.top + (y0 + rows[0] - 1) * scale
        return Sprite(Stamp(patch, rimmed=True), *at, scale, under)
    whole = whole.copy()
    np.copyto(whole[y0 : y0 + there.shape[0], x0 : x0 + there.shape[1]], picture, where=differs[..., None])
    return Sprite(Stamp(whole), under.left, under.top, scale)
