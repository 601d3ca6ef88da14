"""From a first picture to a last one: morphed when they are two moments of one view, else by a designed transition."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.paint.finish import Grade
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.scene import Scene
from rushes.shot import FRAMES_PER_SECOND

from . import flows, transitions
from .alive import DAYLIGHT, Alive
from .picture import Bytes, Fitted, fitted, read


def build(first: Path, last: Path, plan: ShotPlan, size: tuple[int, int], frames: int) -> Scene:
    """A film of `frames` frames whose first is exactly `first` and whose last is exactly `last`, both cut to cover
    the frame. Raises EngineFailed when a picture cannot be read."""
    ends = fitted(read(first), size), fitted(read(last), size)
    found = flows.between(*(np.ascontiguousarray(end.frame) for end in ends))
    return Morph(*ends, found, frames) if found.sound else Transition(*ends, plan, frames)


class Morph:
    """One view that moves: every pixel follows the flow from one picture to the other."""

    light = DAYLIGHT
    grade = Grade()

    def __init__(self, first: Fitted, last: Fitted, found: flows.Flows, frames: int) -> None:
        self.size = first.size
        self._first, self._last = (np.ascontiguousarray(end.frame) for end in (first, last))
        self._flows = found
        self._seconds = (frames - 1) / FRAMES_PER_SECOND

    def frame(self, t: float, out: NDArray[np.uint8]) -> None:
        # Rounded, because frame / rate x rate is not always the frame again, and the ends must be exact.
        share = round(t / max(self._seconds, 1e-6), 9)
        # Slower at both ends, as a camera is, but never quite at rest.
        share = share if share in (0.0, 1.0) else 0.5 * share + 0.5 * share * share * (3 - 2 * share)
        flows.morphed(self._first, self._last, self._flows, share, out)


class Transition:
    """Two pictures, each alive; the first leaves as the camera moves on, the second comes to rest as itself."""

    light = DAYLIGHT
    grade = Grade()

    def __init__(self, first: Fitted, last: Fitted, plan: ShotPlan, frames: int) -> None:
        self.size = first.size
        self._seconds = (frames - 1) / FRAMES_PER_SECOND
        plan = replace(plan, seconds=self._seconds)
        camera = plan.camera
        # A camera that steps back would need more of the first picture than there is; the second then opens instead.
        leaving = replace(camera, move=_INWARD.get(camera.move, camera.move))
        arriving = replace(camera, move=_MIRRORED.get(leaving.move, leaving.move))
        self._first = Alive(first, replace(plan, camera=leaving))
        self._last = Alive(last, replace(plan, camera=arriving))
        self._draw = transitions.chosen(plan)
        width = min(transitions.LASTS_SECONDS, self._seconds * 0.6)
        self._window = (self._seconds / 2 - width / 2, self._seconds / 2 + width / 2)

    def frame(self, t: float, out: NDArray[np.uint8]) -> None:
        begins, ends = self._window
        back = round(self._seconds - t, 9)
        if t <= begins:
            self._first.frame(t, out)
        elif t >= ends:
            self._last.frame(back, out)
        else:
            arriving: Bytes = np.empty_like(out)
            self._first.frame(t, out)
            self._last.frame(back, arriving)
            self._draw(out, arriving, (t - begins) / (ends - begins), out)


_INWARD = {"pull_out": "push_in", "zoom_out": "zoom_in", "static": "push_in"}
#: The last picture's move is played backwards, so that it ends at home; what moves sideways must be mirrored to go on
#: in the same direction.
_MIRRORED = {
    "pan_left": "pan_right", "pan_right": "pan_left", "tilt_up": "tilt_down", "tilt_down": "tilt_up",
    "crane_up": "crane_down", "crane_down": "crane_up",
}  # fmt: skip
