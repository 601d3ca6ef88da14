"""Moves: how the camera of a plan wanders over a flat picture that has been given depth."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.plan import Camera, ShotPlan

#: Shares of the shot in which the move gathers speed, and in which it comes to rest.
_GATHERS, _RESTS = 0.22, 0.30


@dataclass(frozen=True, slots=True)
class Move:
    """What the camera has done by the end of the shot, in shares of the frame; `near` values are added for what is near.

    A point p from the middle of the frame (share of its size) then shows the picture's point
    p * (1 - shrink - shrink_near * nearness) + shift + shift_near * nearness.
    """

    shrink: float = 0.0
    shrink_near: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)
    shift_near: tuple[float, float] = (0.0, 0.0)
    shake: float = 0.0  #: of a hand, in shares of the frame's height

    @property
    def outward(self) -> bool:
        """Does it show more than the frame held?"""
        return self.shrink < 0

    def within(self, room: tuple[float, float, float, float]) -> Move:
        """The same move, its shifts cut back so that the frame never leaves the picture.

        room: picture beyond the frame at its left, top, right, bottom, in shares of the frame.
        """
        share = 1.0
        for axis in (0, 1):
            for nearness in (0.0, 1.0):
                shift = self.shift[axis] + self.shift_near[axis] * nearness
                free = (self.shrink + self.shrink_near * nearness) / 2 - self.shake * 1.5
                free = max(0.0, free + (room[axis + 2] if shift > 0 else room[axis]))
                if abs(shift) > free:
                    share = min(share, free / abs(shift))
        return replace(
            self,
            shift=(self.shift[0] * share, self.shift[1] * share),
            shift_near=(self.shift_near[0] * share, self.shift_near[1] * share),
        )


@dataclass(frozen=True, slots=True)
class Momentum:
    """How the camera moved just before the picture: it coasts on and comes to rest, instead of stopping dead."""

    shift: tuple[float, float] = (0.0, 0.0)  #: over the picture, in shares of the frame per second
    shrink: float = 0.0  #: of what is seen, per second

    def coasted(self, t: float) -> Move:
        """What it adds to a move after t seconds."""
        seconds = _COAST_SECONDS * (1 - float(np.exp(-t / _COAST_SECONDS)))
        return Move(self.shrink * seconds, shift=(self.shift[0] * seconds, self.shift[1] * seconds))


#: A quick camera coasts for so long, and no further than so many shares of the frame: there is little picture there.
_COAST_SECONDS = 0.8
_COAST_SHARE_MAX = 0.03


def momentum(forth: NDArray[np.float32], frames_per_second: float) -> Momentum:
    """The camera's share in a flow (row, column, xy) from one frame to the next: what most of the picture does."""
    rows, columns = forth.shape[:2]
    y, x = np.mgrid[0:rows:8, 0:columns:8].astype(np.float32)
    places = np.stack([x - (columns - 1) / 2, y - (rows - 1) / 2], axis=-1).reshape(-1, 1, 2)
    gone = places + forth[::8, ::8].reshape(-1, 1, 2)
    found, inliers = cv2.estimateAffinePartial2D(places, gone, method=cv2.LMEDS)
    if found is None or np.mean(inliers) < 0.5:
        return Momentum()
    most = _COAST_SHARE_MAX / _COAST_SECONDS
    shift = [
        float(np.clip(-found[axis, 2] / size * frames_per_second, -most, most))
        for axis, size in ((0, columns), (1, rows))
    ]
    return Momentum((shift[0], shift[1]), float(np.clip((found[0, 0] - 1) * frames_per_second, -most / 2, most * 2)))


MOVES: dict[str, Move] = {
    "static": Move(0.012, 0.006),
    "push_in": Move(0.085, 0.055),
    "zoom_in": Move(0.15),
    "pull_out": Move(-0.055, -0.03),
    "zoom_out": Move(-0.075),
    "pan_right": Move(0.085, 0.0, (0.12, 0.0)),
    "pan_left": Move(0.085, 0.0, (-0.12, 0.0)),
    "tilt_up": Move(0.085, 0.0, (0.0, -0.12)),
    "tilt_down": Move(0.085, 0.0, (0.0, 0.12)),
    "track": Move(0.075, 0.02, (0.02, 0.0), (0.045, 0.0)),
    "crane_up": Move(0.07, 0.02, (0.0, -0.015), (0.0, -0.04)),
    "crane_down": Move(0.07, 0.02, (0.0, 0.015), (0.0, 0.04)),
    "orbit": Move(0.075, 0.02, (-0.025, 0.0), (0.06, 0.0)),
    "handheld": Move(0.04, 0.02, shake=0.006),
    "aerial": Move(0.07, 0.055, (0.0, 0.01), (0.0, 0.02)),
}


def move_of(camera: Camera) -> Move:
    """The camera's move over a picture, larger at a quick pace."""
    pace = float(np.clip(camera.pace, 0.5, 1.6))
    move = MOVES[camera.move]
    # Outwards the picture must be made up, so no pace goes far.
    size = min(pace, 1.1) if move.outward else pace
    return replace(
        move,
        shrink=move.shrink * size,
        shrink_near=move.shrink_near * size,
        shift=(move.shift[0] * size, move.shift[1] * size),
        shift_near=(move.shift_near[0] * size, move.shift_near[1] * size),
    )


def progress(t: float, seconds: float) -> float:
    """How much of the move is done: 0 at the start, 1 at the end, at rest at both and even in between."""
    u = min(max(t / max(seconds, 1e-6), 0.0), 1.0)
    speed = 1 / (1 - (_GATHERS + _RESTS) / 2)
    if u < _GATHERS:
        return speed * u * u / (2 * _GATHERS)
    if u <= 1 - _RESTS:
        return speed * (u - _GATHERS / 2)
    left = 1 - u
    return 1 - speed * left * left / (2 * _RESTS)


def shaken(plan: ShotPlan, t: float) -> tuple[float, float]:
    """Where a hand that holds the camera is, -1..1 in x and y; at rest at the start."""
    phases = np.random.default_rng((plan.seed, 77)).random((2, 3)) * 2 * np.pi
    rates = np.array([0.9, 2.1, 4.3])
    sizes = np.array([0.6, 0.3, 0.1])
    begun = min(1.0, t / 1.2) ** 2
    x, y = ((np.sin(2 * np.pi * rates * t + phase) * sizes).sum() * begun for phase in phases)
    return float(x), float(y)
