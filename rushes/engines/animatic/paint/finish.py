"""The finishing of a frame: grade, glow of what is bright, vignette, grain, and the turn into video's own colours, in one pass."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.colours import smooth
from rushes.engines.animatic.paint.kernels import kernel
from rushes.engines.animatic.paint.layers import Picture

Bytes = NDArray[np.uint8]

#: Values of the grading curve are held in 1/16 of a grey level, so that a curve adds no bands of its own.
FINE = 16
GRAIN_SIDE = 512


@dataclass(frozen=True, slots=True)
class Grade:
    """How a finished picture is developed. The default changes nothing."""

    contrast: float = 1.0
    saturation: float = 1.0
    lift: tuple[float, float, float] = (0.0, 0.0, 0.0)  #: rgb of black
    gain: tuple[float, float, float] = (1.0, 1.0, 1.0)  #: rgb of white
    vignette: float = 0.0  #: how much darker the corners are
    grain: float = 0.0  #: standard deviation in grey levels
    bloom: float = 0.0  #: how much of what is bright spills over
    bloom_from: float = 0.72  #: brightness (0..1) from which it spills


@kernel
def _finish(
    picture: Bytes, luma: Bytes, blue: Bytes, red: Bytes, curve: NDArray[np.int16], shade_x: NDArray[np.int32],
    shade_y: NDArray[np.int32], saturation: int, grain: NDArray[np.int8], grain_x: int, grain_y: int, bloom: Bytes,
    bloom_share: int,
) -> None:  # fmt: skip
    mask = grain.shape[0] - 1
    for row in range(0, picture.shape[0], 2):
        grain_line = row + grain_y
        for column in range(0, picture.shape[1], 2):
            sum_r = sum_g = sum_b = 0
            spill_b = spill_g = spill_r = 0
            if bloom_share > 0:
                spill_b = int(bloom[row >> 1, column >> 1, 0]) * bloom_share >> 4
                spill_g = int(bloom[row >> 1, column >> 1, 1]) * bloom_share >> 4
                spill_r = int(bloom[row >> 1, column >> 1, 2]) * bloom_share >> 4
            for j in range(2):
                for i in range(2):
                    y = row + j
                    x = column + i
                    shade = 65536 - shade_x[x] - shade_y[y]
                    shade = max(shade, 14000)
                    b = int(curve[0, picture[y, x, 0]]) + spill_b
                    g = int(curve[1, picture[y, x, 1]]) + spill_g
                    r = int(curve[2, picture[y, x, 2]]) + spill_r
                    b = b * shade >> 16
                    g = g * shade >> 16
                    r = r * shade >> 16
                    grey = (b * 18 + g * 183 + r * 55) >> 8
                    speck = int(grain[(grain_line + j) & mask, (x + grain_x) & mask])
                    b = grey + ((b - grey) * saturation >> 8) + speck
                    g = grey + ((g - grey) * saturation >> 8) + speck
                    r = grey + ((r - grey) * saturation >> 8) + speck
                    b = min(4080, max(0, b))
                    g = min(4080, max(0, g))
                    r = min(4080, max(0, r))
                    sum_b += b
                    sum_g += g
                    sum_r += r
                    # ITU-R BT.709-6 item 3 for 8 bits, limited range; the weights in 1/65536, the values in 1/16.
                    luma[y, x] = (r * 11966 + g * 40254 + b * 4064 + (16 << 20) + 524288) >> 20
            blue[row >> 1, column >> 1] = (-6596 * sum_r - 22189 * sum_g + 28785 * sum_b + (128 << 22) + 2097152) >> 22
            red[row >> 1, column >> 1] = (28785 * sum_r - 26145 * sum_g - 2640 * sum_b + (128 << 22) + 2097152) >> 22


class Finisher:
    """Turns drawn pictures into planar BT.709 limited-range frames; may be used from several threads at once."""

    def __init__(self, size: tuple[int, int], grade: Grade, seed: int = 0) -> None:
        """`size`: (width, height) in pixels, both even."""
        self.size, self.grade = size, grade
        width, height = size
        self._curve = _curve(grade)
        strength = grade.vignette
        x = np.abs(np.arange(width) - (width - 1) / 2) / (width * 0.62)
        y = np.abs(np.arange(height) - (height - 1) / 2) / (height * 0.62)
        # A sum of two curves is close enough to a round vignette, and costs no full-frame table.
        self._shade_x = (65536 * strength * 0.62 * smooth(0.28, 1.0, x) ** 1.5).astype(np.int32)
        self._shade_y = (65536 * strength * 0.62 * smooth(0.28, 1.0, y) ** 1.5).astype(np.int32)
        random = np.random.default_rng(seed)
        noise = random.standard_normal((GRAIN_SIDE, GRAIN_SIDE)).astype(np.float32)
        soft = max(0.3, 0.45 * min(size) / 720)
        noise = np.asarray(cv2.GaussianBlur(noise, (0, 0), soft, borderType=cv2.BORDER_REFLECT), np.float32)
        # Half a grey level of noise dithers even an ungraded picture's slow gradients; nobody can see it.
        deviation = max(grade.grain, 0.0) * FINE
        self._grain = np.clip(np.rint(noise / max(1e-6, float(noise.std())) * deviation), -120, 120).astype(np.int8)
        self._none = np.zeros((1, 1, 3), np.uint8)

    def finish(self, picture: Picture, index: int, out: Bytes) -> None:
        """Develop `picture` (height, width, bgra) into `out`, planar I420 of shape (height * 3 // 2, width); `index` is
        the frame's number and moves the grain."""
        width, height = self.size
        flat = out.reshape(-1)
        count = width * height
        luma = flat[:count].reshape(height, width)
        blue = flat[count : count + count // 4].reshape(height // 2, width // 2)
        red = flat[count + count // 4 : count + count // 2].reshape(height // 2, width // 2)
        bloom, share = self._none, 0
        if self.grade.bloom > 0:
            bloom, share = self._bloom(picture), round(self.grade.bloom * 256)
        _finish(
            picture, luma, blue, red, self._curve, self._shade_x, self._shade_y, round(self.grade.saturation * 256),
            self._grain, (index * 397) % GRAIN_SIDE, (index * 241) % GRAIN_SIDE, bloom, share,
        )  # fmt: skip

    def _bloom(self, picture: Picture) -> Bytes:
        width, height = self.size
        small = cv2.resize(picture, (max(2, width // 8), max(2, height // 8)), interpolation=cv2.INTER_AREA)[..., :3]
        threshold = self.grade.bloom_from * 255
        bright = np.clip((small.astype(np.float32) - threshold) * (255 / (255 - threshold)), 0, 255)
        sigma = max(1.0, min(small.shape[:2]) * 0.035)
        wide = cv2.GaussianBlur(bright, (0, 0), sigma * 2.2) * 0.6 + cv2.GaussianBlur(bright, (0, 0), sigma * 0.7) * 0.4
        half = cv2.resize(wide.astype(np.uint8), (width // 2, height // 2), interpolation=cv2.INTER_LINEAR)
        return np.asarray(half, np.uint8)


def _curve(grade: Grade) -> NDArray[np.int16]:
    x = np.linspace(0, 1, 256)
    curves = []
    for black, white in zip(grade.lift, grade.gain, strict=True):
        bent = np.clip(x + (grade.contrast - 1) * (x - 0.5) * 4 * x * (1 - x), 0, 1)
        curves.append(np.clip((black + (white - black) * bent) * 255 * FINE, 0, 255 * FINE))
    return np.rint(np.array(curves[::-1])).astype(np.int16)
