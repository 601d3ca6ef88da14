"""Masks: which part of a picture is its subject. A mask that is not surely good is worse than none."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .picture import Bytes

Alpha = NDArray[np.float32]  #: (row, column), 0..1

#: Masks are found at this many pixels of the longer side.
_WORK_PIXELS = 320

#: The gate. A subject covers some of the picture, is one piece, and its outline lies where the colours change. The
#: numbers were set by eye on photographs and drawings: those that pass were good cut-outs, and none of the torn ones passed.
AREA_MIN, AREA_MAX = 0.03, 0.60
ONE_PIECE_MIN = 0.5  #: share of what was found that hangs together
RAGGED_MAX = 9.0  #: outline squared over 4 pi area: 1 for a disc, 2 for a cat, 20 for lace
BORDER_MAX = 0.22  #: share of the picture's left, top and right border that a subject may touch
APART_MIN = 30.0  #: Lab distance of the colours on both sides of the outline, where it is weak (20th percentile)
ALIKE_MAX = 0.5  #: overlap of the colours within and around (Bhattacharyya, 0..1)
STRAIGHT_MAX = 0.45  #: share of the outline in long runs along x or y: a box that GrabCut could not leave

#: Pixels at working size: how far within and around the outline colours are compared.
_RING_PIXELS = 14
_RUN_PIXELS = 12


@dataclass(frozen=True)
class Verdict:
    """Why a mask passes the gate, or not."""

    area: float
    one_piece: float
    ragged: float
    border: float
    apart: float
    alike: float
    straight: float

    def good(self, straight_sides: bool) -> bool:
        """Does it pass? `straight_sides` are allowed to a subject on plain ground."""
        return (
            AREA_MIN <= self.area <= AREA_MAX
            and self.one_piece >= ONE_PIECE_MIN
            and self.ragged <= RAGGED_MAX
            and self.border <= BORDER_MAX
            and self.apart >= APART_MIN
            and self.alike <= ALIKE_MAX
            and (straight_sides or self.straight <= STRAIGHT_MAX)
        )


def subject(picture: Bytes) -> Alpha | None:
    """The subject's opacity over a picture (bgra), or None when no mask passes the gate."""
    small = _small(picture)
    given = _by_alpha(small)
    if given is not None:
        # Whoever made the picture cut it out already.
        mask, _ = _largest(given)
        return _refined(picture, mask)
    for find in (_by_plain_ground, _by_saliency):
        found = find(small)
        if found is None:
            continue
        mask, one_piece = _largest(found)
        # A thing on a plain ground may well have straight sides; a straight side that GrabCut found is a failure.
        if mask.any() and judge(small, mask, one_piece).good(straight_sides=find is _by_plain_ground):
            return _refined(picture, mask)
    return None


def judge(small: Bytes, mask: Bytes, one_piece: float) -> Verdict:
    """Measure a mask (0 or 1) against the gate."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    length = sum(cv2.arcLength(outline, True) for outline in outlines)
    area = float(mask.sum())
    lab = cv2.cvtColor(small[..., :3], cv2.COLOR_BGR2LAB).astype(np.float32)
    return Verdict(
        area=area / mask.size,
        one_piece=one_piece,
        ragged=length**2 / (4 * np.pi * max(area, 1.0)),
        border=float(np.concatenate([mask[0], mask[:, 0], mask[:, -1]]).mean()),
        apart=_apart(lab, mask),
        alike=_alike(lab, mask),
        straight=_straight(np.asarray(max(outlines, key=len)), mask.shape[:2]),
    )


_SQUARE = np.ones((3, 3), np.uint8)


def _apart(lab: NDArray[np.float32], mask: Bytes) -> float:
    outline = (cv2.dilate(mask, _SQUARE) - cv2.erode(mask, _SQUARE)) > 0
    outline[[0, 1, -2, -1]] = False
    outline[:, [0, 1, -2, -1]] = False
    if not outline.any():
        return 0.0
    # Piece by piece: a subject may differ from its ground here by hue and there by light.
    inside = _local_mean(lab, (mask - cv2.erode(mask, _SQUARE, iterations=3)) > 0)
    around = _local_mean(lab, (cv2.dilate(mask, _SQUARE, iterations=3) - mask) > 0)
    return float(np.percentile(np.linalg.norm(inside - around, axis=2)[outline], 20))


def _local_mean(lab: NDArray[np.float32], where: NDArray[np.bool_]) -> NDArray[np.float32]:
    weight = cv2.GaussianBlur(where.astype(np.float32), (0, 0), 4)
    mean = cv2.GaussianBlur(lab * where[..., None], (0, 0), 4) / (weight[..., None] + 1e-4)
    return np.asarray(mean, np.float32)


def _alike(lab: NDArray[np.float32], mask: Bytes) -> float:
    cells = (lab / np.array([32, 16, 16], np.float32)).astype(np.int64)
    colours = cells[..., 0] * 256 + cells[..., 1] * 16 + cells[..., 2]
    inside = (mask - cv2.erode(mask, _SQUARE, iterations=_RING_PIXELS)) > 0
    around = (cv2.dilate(mask, _SQUARE, iterations=_RING_PIXELS) - mask) > 0
    if not inside.any() or not around.any():
        return 1.0
    shares = [np.bincount(colours[where], minlength=2048) / where.sum() for where in (inside, around)]
    return float(np.sqrt(shares[0] * shares[1]).sum())


def _straight(outline: NDArray[np.generic], shape: tuple[int, ...]) -> float:
    """The share of an outline (point, 1, xy) in long runs along x or y, the picture's own border aside."""
    points = outline.reshape(-1, 2).astype(np.int64)
    steps = np.diff(points, axis=0, append=points[:1])
    rows, columns = shape[0], shape[1]
    within = ((points > 2) & (points < np.array([columns - 3, rows - 3]))).all(axis=1)
    along = within & ((steps == 0).sum(axis=1) == 1)
    same = np.concatenate([[False], (steps[1:] == steps[:-1]).all(axis=1)]) & along
    begins = np.flatnonzero(~same)
    lengths = np.diff(begins, append=len(points))
    return float(lengths[(lengths >= _RUN_PIXELS) & along[begins]].sum() / len(points))


def _small(picture: Bytes) -> Bytes:
    scale = min(1.0, _WORK_PIXELS / max(picture.shape[:2]))
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _by_alpha(small: Bytes) -> Bytes | None:
    """The picture's own transparency, when it has some."""
    mask = (small[..., 3] > 127).astype(np.uint8)
    return mask if 0.01 < mask.mean() < 0.97 else None


def _by_plain_ground(small: Bytes) -> Bytes | None:
    """Everything but the even colour that reaches in from the border: a product on white."""
    lab = cv2.cvtColor(small[..., :3], cv2.COLOR_BGR2LAB).astype(np.float32)
    border = np.concatenate([lab[:3].reshape(-1, 3), lab[:, :3].reshape(-1, 3), lab[:, -3:].reshape(-1, 3)])
    middle = np.median(border, axis=0)
    off = np.linalg.norm(border - middle, axis=1)
    if np.percentile(off, 75) > 9:
        return None
    ground = (np.linalg.norm(cv2.GaussianBlur(lab, (0, 0), 0.8) - middle, axis=2) < 12).astype(np.uint8)
    _, pieces = cv2.connectedComponents(ground)
    reaching = np.unique(np.concatenate([pieces[0], pieces[-1], pieces[:, 0], pieces[:, -1]]))
    outside = np.isin(pieces, reaching[reaching > 0])
    return (~outside).astype(np.uint8)


def saliency(small: Bytes) -> NDArray[np.float32]:
    """How much each pixel stands out from the colours along the border, 0..1, favouring the middle."""
    side = 96
    lab = cv2.cvtColor(cv2.resize(small[..., :3], (side, side)), cv2.COLOR_BGR2LAB).astype(np.float32)
    lab = np.asarray(cv2.GaussianBlur(lab, (0, 0), 1.2), np.float32)
    border = np.concatenate([lab[:6].reshape(-1, 3), lab[:, :6].reshape(-1, 3), lab[:, -6:].reshape(-1, 3)])
    spread = np.linalg.inv(np.cov(border.T) + np.eye(3) * 30)
    off = lab - border.mean(axis=0)
    stands_out = np.sqrt(np.einsum("ijk,kl,ijl->ij", off, spread, off))
    y, x = np.mgrid[0:side, 0:side]
    stands_out *= np.exp(-(((x - side / 2) / 34) ** 2 + ((y - side * 0.56) / 38) ** 2))
    stands_out = np.asarray(cv2.resize(stands_out, small.shape[1::-1]))
    return np.asarray(stands_out / (stands_out.max() + 1e-6), np.float32)


def _by_saliency(small: Bytes) -> Bytes | None:
    stands_out = saliency(small)
    seeds = np.full(small.shape[:2], cv2.GC_PR_BGD, np.uint8)
    seeds[stands_out > np.percentile(stands_out, 80) * 0.75] = cv2.GC_PR_FGD
    seeds[stands_out > np.percentile(stands_out, 95)] = cv2.GC_FGD
    seeds[stands_out < np.percentile(stands_out, 30)] = cv2.GC_BGD
    seeds[:3] = cv2.GC_BGD
    seeds[:, :2] = cv2.GC_BGD
    seeds[:, -2:] = cv2.GC_BGD
    subject_like = (seeds == cv2.GC_FGD) | (seeds == cv2.GC_PR_FGD)
    if subject_like.all() or not subject_like.any():
        return None  # A picture of one colour: nothing stands out.
    # GrabCut draws its first clusters by OpenCV's own chance: the same picture must always give the same mask.
    cv2.setRNGSeed(1)
    cv2.grabCut(
        np.ascontiguousarray(small[..., :3]),
        seeds,
        (0, 0, 1, 1),
        np.zeros((1, 65)),
        np.zeros((1, 65)),
        4,
        cv2.GC_INIT_WITH_MASK,
    )
    return np.asarray((seeds == cv2.GC_FGD) | (seeds == cv2.GC_PR_FGD), np.uint8)


def _largest(mask: Bytes) -> tuple[Bytes, float]:
    """The largest piece, its holes closed, and its share of all pieces."""
    count, pieces, facts, _ = cv2.connectedComponentsWithStats(mask)
    if count < 2:
        return mask, 0.0
    largest = 1 + int(np.argmax(facts[1:, cv2.CC_STAT_AREA]))
    share = float(facts[largest, cv2.CC_STAT_AREA] / facts[1:, cv2.CC_STAT_AREA].sum())
    piece = (pieces == largest).astype(np.uint8)
    piece = cv2.morphologyEx(piece, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))
    return np.asarray(cv2.morphologyEx(piece, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8), share


def _refined(picture: Bytes, mask: Bytes) -> Alpha:
    """The mask at the picture's size, drawn to its edges by a guided filter (He, Sun, Tang: ECCV 2010)."""
    rows, columns = picture.shape[:2]
    guide = np.asarray(cv2.cvtColor(picture[..., :3], cv2.COLOR_BGR2GRAY), np.float32) / np.float32(255)
    coarse = np.asarray(cv2.resize(mask.astype(np.float32), (columns, rows)), np.float32)
    alpha = np.clip((guided(guide, coarse, max(3, columns // 160), 1e-4) - 0.25) / 0.65, 0, 1)
    near = cv2.dilate(coarse, np.ones((max(3, columns // 110) | 1,) * 2, np.uint8))
    return np.asarray(alpha * np.clip(near * 4, 0, 1) * (picture[..., 3] / np.float32(255)), np.float32)


def guided(
    guide: NDArray[np.float32], signal: NDArray[np.float32], radius: int, softness: float
) -> NDArray[np.float32]:
    side = (2 * radius + 1, 2 * radius + 1)
    mean_guide, mean_signal = cv2.boxFilter(guide, -1, side), cv2.boxFilter(signal, -1, side)
    variance = cv2.boxFilter(guide * guide, -1, side) - mean_guide * mean_guide
    slope = (cv2.boxFilter(guide * signal, -1, side) - mean_guide * mean_signal) / (variance + softness)
    offset = mean_signal - slope * mean_guide
    return np.asarray(cv2.boxFilter(slope, -1, side) * guide + cv2.boxFilter(offset, -1, side), np.float32)
