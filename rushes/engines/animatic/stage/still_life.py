"""A still life: all of the cast is on one table, and the frame is moved to its top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.bearers import base_of, level, root, span
from rushes.engines.animatic.stage.framing import Framing
from rushes.engines.animatic.stage.shapes import Shape

#: Where in the frame the middle of a table's top is when the shot is of what is on it, and how tall that may be.
_TABLE_TOP = 0.76
_STILL_LIFE = {"extreme_wide": 0.16, "wide": 0.30, "full": 0.44}


def on_one_table(plan: ShotPlan) -> bool:
    """Are all on one table, and nobody beside it?"""
    table = root(plan, 0)
    return (
        table != 0
        and plan.subjects[table].rig == "table"
        and all(root(plan, index) == table for index in range(len(plan.subjects)))
    )


def framed(plan: ShotPlan, frame: Framing, shapes: Sequence[Shape]) -> Framing:
    """The frame moved down to what is on the table, whose legs are then out of it."""
    table = root(plan, 0)
    borne = [index for index in range(len(shapes)) if index != table]
    wide = sum(
        shapes[index].body.width * span(plan.subjects[index].count) for index in borne if base_of(plan, index) == table
    )
    tall = max(shapes[index].body.top for index in borne) - level(plan.subjects[table], shapes[table])
    share = _STILL_LIFE[plan.camera.size]
    units = min(frame.height * share / tall, frame.width * 0.8 / wide)
    foot = frame.height * (_TABLE_TOP + (0.06 if frame.portrait else 0.0))
    top = level(plan.subjects[table], shapes[table])
    return replace(frame, units_per_metre=units, ground=foot + top * units)
