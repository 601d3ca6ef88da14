"""The animatic engine: a shot is read into a plan, the plan is built into a scene, the scene is filmed with sound."""

from __future__ import annotations

import time
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

import numpy as np

from rushes.engine import Health
from rushes.engines.animatic import director, film, sound, stage
from rushes.engines.animatic.plan import Camera, ShotPlan
from rushes.errors import Misconfigured, Stopped
from rushes.shot import FRAMES_PER_SECOND, Shot
from rushes.take import Take

#: How often a still and a fraction are reported, in seconds.
REPORT_EVERY = 0.25


class AnimaticEngine:
    """Draws what a prompt describes, on the CPU, offline, with sound; honest about being an animatic."""

    name = "animatic"
    version = "1"
    serves: Collection[str] = ("animatic", "veo_31_fast", "veo_31", "veo_31_lite")

    def render(self, shot: Shot, take: Take) -> Path:
        """Make the clip; see `rushes.engine.LocalEngine.render`. Raises Stopped when the take was asked to stop."""
        plan = director.read(shot)
        take.report(0.01, "planning", note={"shot_plan": plan.to_json(), "engine": f"{self.name} {self.version}"})
        scene = stage.build(plan, shot.size)
        frames = shot.seconds * FRAMES_PER_SECOND
        track = sound.score(plan, float(shot.seconds)) if shot.sound else None
        path = take.folder / "clip.mp4"
        film.shoot(
            scene,
            frames,
            path,
            sound=track,
            metadata=film.plan_tags(plan.to_json(), model=shot.model),
            on_frame=_Reporter(take, frames),
            seed=shot.seed,
        )
        return path

    def doctor(self) -> Health:
        """Draw and finish a small frame, or say what is missing."""
        try:
            started = time.perf_counter()
            plan = ShotPlan(prompt="", seed=1, seconds=1.0, setting="pine_forest", time="dusk", weather="snow")
            scene = stage.build(replace(plan, camera=Camera("static")), (320, 180))
            frame = next(iter(film.rolled(scene, 1)))
        except Misconfigured as fault:
            return Health(well=False, line=fault.message)
        seconds = time.perf_counter() - started
        return Health(
            well=bool(np.ptp(frame) > 0), line=f"animatic: draws offline; a first small frame took {seconds:.1f} s"
        )


class _Reporter:
    """Tells the take how far the filming is, a few times a second, and asks it after every frame whether to stop."""

    def __init__(self, take: Take, frames: int) -> None:
        self._take, self._frames = take, frames
        self._last = float("-inf")

    def __call__(self, index: int, frame: film.Bytes) -> None:
        if self._take.stopped:
            raise Stopped
        now = time.monotonic()
        if now - self._last < REPORT_EVERY and index + 1 < self._frames:
            return
        self._last = now
        still = film.still(frame, self._take.folder / f"still-{index:05d}.jpg")
        self._take.report(0.03 + 0.95 * (index + 1) / self._frames, "drawing", still)
