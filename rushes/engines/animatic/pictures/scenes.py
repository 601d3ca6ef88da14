"""Scenes of shots that came with pictures or footage: which of them is filmed, and from when on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.scene import Scene
from rushes.shot import FRAMES_PER_SECOND, Mode, Shot

from . import alive, between, extend, reels

#: Where `Take` keeps what a shot names by its digest.
Find = Callable[[str], Path]
Build = Callable[[ShotPlan, tuple[int, int]], Scene]


def of(shot: Shot, plan: ShotPlan, find: Find) -> Scene | None:
    """The scene of a shot that begins with a picture; None for all others: the stage builds those.

    Raises EngineFailed when a picture cannot be read.
    """
    if shot.mode is Mode.IMAGE and shot.first_frame is not None:
        return alive.build(find(shot.first_frame.digest), plan, shot.size)
    if shot.mode is Mode.FRAMES and shot.first_frame is not None and shot.last_frame is not None:
        first, last = find(shot.first_frame.digest), find(shot.last_frame.digest)
        return between.build(first, last, plan, shot.size, shot.new_seconds * FRAMES_PER_SECOND)
    return None


@dataclass(frozen=True)
class Continuation:
    """How a film goes on. Film the scene from `starts`, score the plan from `heard_from`, then `extend.join`."""

    scene: Scene
    plan: ShotPlan
    starts: float  #: of the first new frame, in the scene's seconds
    heard_from: float  #: where the new sound begins in the plan's seconds, the crossfade before the seam included
    heard_seconds: float  #: how long the new sound lasts, crossfade included
    ours: bool  #: the film carries its plan: the same scene goes on


def continuation(
    shot: Shot, asked: ShotPlan, find: Find, read: Callable[[Mapping[str, object]], ShotPlan], build: Build
) -> Continuation:
    """What follows the footage of a shot: the same scene when the film carries its plan, else its last picture, alive.

    `asked` is the plan of the new prompt; `read` makes a plan of JSON, `build` a scene of a plan. Only films that the
    stage drew may carry a plan (`extend.PLAN_TAG`): of a picture that came alive the plan knows nothing. Raises
    EngineFailed when the footage cannot be read.
    """
    assert shot.footage is not None, "only an extension has something to continue"
    path = find(shot.footage.digest)
    found = extend.plan_of(path, read)
    if found is None:
        last = extend.last_frame(path)
        scene = alive.of(last, asked, shot.size, momentum=extend.going(path))
        first = 1 / FRAMES_PER_SECOND  # Its frame 0 is the film's last.
        return Continuation(scene, asked, first, 0.0, shot.new_seconds + extend.CROSSFADE_SECONDS, ours=False)
    old_seconds = float(Fraction(reels.measured(path).frames_at_24, FRAMES_PER_SECOND))
    plan = extend.going_on(found, old_seconds, asked)
    return Continuation(
        build(plan, shot.size),
        plan,
        old_seconds,
        old_seconds - extend.CROSSFADE_SECONDS,
        shot.new_seconds + extend.CROSSFADE_SECONDS,
        ours=True,
    )
