"""Passing: one who goes by others that stay goes no further than the frame reaches, so that all are seen all the time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage import encounters
from rushes.engines.animatic.stage.bearers import root
from rushes.engines.animatic.stage.composition import SAFE_X
from rushes.engines.animatic.stage.framing import Framing
from rushes.engines.animatic.stage.shapes import Shape

if TYPE_CHECKING:
    from rushes.engines.animatic.stage.cast import Actor

#: What goes on feet or wheels is slowed down to this share of its speed at most, or its steps would be those of the moon.
_LEAST_ON_GROUND = 0.62
_ON_GROUND = frozenset({"walk", "trot", "run", "drive"})
#: Shares of their width by which one who stays, and one who passes, may leave the frame at its ends.
_CUT, _CUT_PASSING = 0.08, 0.08
#: Widths of the frame, on the main line, by which the camera may go so that a far sight stays in it.
_SIGHT = 0.9


def stays(plan: ShotPlan, index: int) -> bool:
    """Does a subject stay where it is, and not on the one that goes?"""
    return not plan.subjects[index].travels and root(plan, index) != 0


def settle(
    plan: ShotPlan, frame: Framing, actors: Sequence[Actor], shapes: Sequence[Shape]
) -> tuple[list[Actor], float | None]:
    """The actors, those who pass slowed down; and the speed at which the camera may follow them, units a second on the
    main line (None: as it likes)."""
    lead = next((actor for actor in actors if actor.subject == 0 and actor.speed), None)
    others = [actor for actor in actors if actor.subject and not actor.speed and stays(plan, actor.subject)]
    sights = [_SIGHT * frame.width for name in ("waterfall",) if name in plan.features]
    if (
        lead is None
        or not (others or sights)
        or plan.camera.move == "track"
        or encounters.charges(plan)
        or encounters.train(plan)
    ):
        return list(actors), None
    edge, unit = frame.width * (0.5 - SAFE_X), frame.units_per_metre

    def room(actor: Actor, cut: float) -> float:
        """Units on the main line by which one may go from one side to the other, and be in the frame at both ends."""
        body = shapes[actor.subject].body
        middle = actor.x + actor.facing * (body.left + body.right) / 2 * unit * actor.depth
        half = body.width / 2 * unit * actor.depth
        return max(0.0, 2 * (edge - abs(middle) - half * (1 - 2 * cut))) / actor.depth

    travel = abs(lead.speed) / lead.depth * plan.seconds
    crosses = max(room(lead, _CUT_PASSING), 0.2 * frame.width)
    sweep = min([*sights, *(room(actor, _CUT) for actor in others)])
    grounded = plan.subjects[0].action in _ON_GROUND and lead.lift <= 0
    share = max(_LEAST_ON_GROUND if grounded else 0.0, min(1.0, (crosses + sweep) / travel))
    slowed = [
        replace(actor, speed=actor.speed * share, pace=actor.pace * share if grounded else actor.pace)
        if actor.speed
        else actor
        for actor in actors
    ]
    return slowed, max(0.0, travel * share - crosses) / plan.seconds
