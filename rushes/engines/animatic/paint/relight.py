"""Inflated-normal relighting: a flat cut-out becomes a clay figure that stands in the scene's light.

The distance to the outline is read as the height of a puffed-up relief; its normals take the key light, and the rim light
runs along the edges that face it. Works on any cut-out: our rigs, a photograph's subject, library art.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.kernels import kernel

#: The relief is smooth, so it is worked out at most this large (pixels of the longer side) and scaled up.
RELIEF_PIXELS_MAX = 288
#: Left, top, right, bottom: does a cut-out go on beyond that side of its picture?
Sides = tuple[bool, bool, bool, bool]
NO_SIDES: Sides = (False, False, False, False)


def relight(
    pixels: NDArray[np.uint8],
    light: Light,
    *,
    puff: float = 0.9,
    rim_width: float = 0.15,
    gain: float = 1.0,
    mirrored: bool = False,
    goes_on: Sides = NO_SIDES,
) -> NDArray[np.uint8]:
    """Light a cut-out; alpha is kept.

    pixels: uint8 array (row, column, bgra) premultiplied; the result has the same shape and meaning.
    puff: how round, as a share of the thickest part; rim_width: of the rim, as a share of that roundness; gain: of all light.
    mirrored: the cut-out will be flipped left to right afterwards, so the light must come from the other side now.
    goes_on: where a cut-out is only part of what it shows, it has no edge that would be round.
    """
    height, width = pixels.shape[:2]
    alpha = np.ascontiguousarray(pixels[..., 3])
    shrink = min(1.0, RELIEF_PIXELS_MAX / max(height, width))
    small = alpha
    if shrink < 1:
        small = cv2.resize(alpha, None, fx=shrink, fy=shrink, interpolation=cv2.INTER_AREA).astype(np.uint8)
    diffuse, rim = _relief(small, light.direction, puff, rim_width, mirrored, goes_on)
    if shrink < 1:
        diffuse = cv2.resize(diffuse, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)
        rim = cv2.resize(rim, (width, height), interpolation=cv2.INTER_LINEAR).astype(np.float32)
    lit = np.empty_like(pixels)
    _apply(
        np.ascontiguousarray(pixels),
        diffuse,
        rim,
        _bgr(light.key, gain),
        _bgr(light.ambient, gain),
        _bgr(light.rim, gain),
        lit,
    )
    return lit


def _relief(
    alpha: NDArray[np.uint8],
    direction: tuple[float, float, float],
    puff: float,
    rim_width: float,
    mirrored: bool,
    goes_on: Sides,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """How much key light (0..1) and rim light (0..1) each pixel of a mask takes."""
    # A frame of nothing around the mask, so that a cut-out that touches its border is round there as well.
    mask = cv2.copyMakeBorder((alpha > 100).astype(np.uint8), 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=0)
    left, top, right, bottom = goes_on
    for is_open, edge, beside in (
        (left, np.s_[:, 0], np.s_[:, 1]),
        (right, np.s_[:, -1], np.s_[:, -2]),
        (top, np.s_[0], np.s_[1]),
        (bottom, np.s_[-1], np.s_[-2]),
    ):
        if is_open:
            mask[edge] = mask[beside]
    inside = cv2.distanceTransform(mask, cv2.DIST_L2, 5)[1:-1, 1:-1].astype(np.float32)
    radius = max(2.0, puff * float(inside.max()))
    relief = np.sqrt(np.clip(1 - (1 - np.clip(inside / radius, 0, 1)) ** 2, 0, 1)) * radius
    relief = cv2.GaussianBlur(relief, (0, 0), max(0.8, radius * 0.13))
    slope_x = cv2.Sobel(relief, cv2.CV_32F, 1, 0, ksize=3) / 8
    slope_y = cv2.Sobel(relief, cv2.CV_32F, 0, 1, ksize=3) / 8
    towards = np.array(direction, np.float32)
    if mirrored:
        towards[0] = -towards[0]
    towards /= max(1e-6, float(np.linalg.norm(towards)))
    flat = towards[:2] / max(1e-6, float(np.linalg.norm(towards[:2])))
    normal_z = 1 / np.sqrt(1 + slope_x * slope_x + slope_y * slope_y)
    normal_x, normal_y = -slope_x * normal_z, -slope_y * normal_z
    diffuse = np.clip(normal_x * towards[0] + normal_y * towards[1] + normal_z * towards[2], 0, 1)
    edge = np.exp(-((inside / (rim_width * radius * 1.6 + 1e-6)) ** 2))
    rim = edge * np.clip(normal_x * flat[0] + normal_y * flat[1], 0, 1)
    return diffuse.astype(np.float32), rim.astype(np.float32)


def _bgr(colour: Rgb, gain: float) -> NDArray[np.float32]:
    return np.array(colour[::-1], np.float32) * np.float32(gain)


@kernel
def _apply(
    pixels: NDArray[np.uint8],
    diffuse: NDArray[np.float32],
    rim: NDArray[np.float32],
    key: NDArray[np.float32],
    ambient: NDArray[np.float32],
    rims: NDArray[np.float32],
    lit: NDArray[np.uint8],
) -> None:
    # Light above 0.78 of white is rolled off towards white, so that bright coats keep their hue and never burn.
    knee = np.float32(0.78)
    room = np.float32(1.0) - knee
    for row in range(pixels.shape[0]):
        for column in range(pixels.shape[1]):
            opacity = pixels[row, column, 3]
            lit[row, column, 3] = opacity
            if opacity == 0:
                lit[row, column, 0] = 0
                lit[row, column, 1] = 0
                lit[row, column, 2] = 0
                continue
            cover = np.float32(opacity)
            for channel in range(3):
                surface = np.float32(pixels[row, column, channel]) / cover
                shine = surface * (ambient[channel] + key[channel] * diffuse[row, column])
                shine += rims[channel] * rim[row, column]
                if shine > knee:
                    excess = (shine - knee) / room
                    shine = knee + room * excess / (np.float32(1.0) + excess)
                lit[row, column, channel] = np.uint8(min(cover, shine * cover + np.float32(0.5)))
