"""Shapes: how much room a subject really takes, measured on a small drawing of it, and what of it a close view must show."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from rushes.engines.animatic.paint.layers import canvas_of
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import catalog, crawlers
from rushes.engines.animatic.rigs.crew import Manned
from rushes.engines.animatic.rigs.human import ACTIONS as PEOPLE_ACTIONS
from rushes.engines.animatic.rigs.puppet import Puppet

#: Pixels that a subject of its rig's natural height is drawn high to be measured.
MEASURED_PIXELS = 72
#: Alpha from which a pixel belongs to the body; glows and beams are fainter.
_BODY = 140
#: Share of a standing person from the crown down: to the waist, to the shoulders, to the chin.
_PERSON = {"medium": 0.60, "close": 0.38, "extreme_close": 0.27}
#: Share of an animal's length and height that is head and neck.
_ANIMAL_HEAD = (0.44, 0.62)
_SITTING_HEAD = 0.52
#: Share of a rider and his mount, from the top, that a close view is of; and from which length on there is no such view.
_RIDER, _LONG = 0.54, 2.0
#: Traits of things that reach far beyond the one who holds them.
_HELD = frozenset({"balloon", "umbrella", "lantern", "staff", "sword", "flower", "guitar", "violin", "ball"})


@dataclass(frozen=True, slots=True)
class Box:
    """Metres from the ground point; x towards where the subject faces, heights above the ground."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        return max(0.01, self.right - self.left)

    @property
    def height(self) -> float:
        return max(0.01, self.top - self.bottom)

    def raised(self, metres: float) -> Box:
        return Box(self.left, self.right, self.bottom + metres, self.top + metres)


@dataclass(frozen=True, slots=True)
class Shape:
    kind: str  #: person, animal, thing, or crew: somebody on something
    body: Box  #: with the height at which it lives
    lift: float  #: metres, of which the body has been raised

    def shown(self, size: str) -> Box:
        """What a shot of this size is of: all of it, or from the crown down to the waist, the shoulders or the chin."""
        body = self.body
        if self.kind == "person" and size in _PERSON and body.height > 1.15 * body.width:
            return Box(body.left, body.right, body.top - _PERSON[size] * body.height, body.top)
        if self.kind == "animal" and size in ("close", "extreme_close"):
            if body.height > 1.1 * body.width:
                return Box(body.left, body.right, body.top - _SITTING_HEAD * body.height, body.top)
            along, down = _ANIMAL_HEAD
            return Box(body.right - along * body.width, body.right, body.top - down * body.height, body.top)
        if self.kind == "crew" and size in ("close", "extreme_close") and body.width < _LONG * body.height:
            # Who rides is above the middle of what is ridden.
            middle, half = (body.left + body.right) / 2, 0.42 * body.height
            return Box(middle - half, middle + half, body.top - _RIDER * body.height, body.top)
        return body

    def raised(self, metres: float) -> Shape:
        """The same, its lowest point so high."""
        by = metres - self.body.bottom
        return Shape(self.kind, self.body.raised(by), self.lift + by)


def bare(subject: Subject) -> Subject:
    """The subject without what it holds, which may be cut where its face may not; one who leaps while it still stands."""
    crawls = crawlers.CRAWLERS.get(subject.rig)
    action = "stand" if crawls is not None and crawls.leaps and subject.action == "jump" else subject.action
    return replace(
        subject, action=action, traits=tuple(trait for trait in subject.traits if trait.split(":")[0] not in _HELD)
    )


def measured(subject: Subject, puppet: Puppet, pixels_per_metre: float, t: float) -> Shape:
    """Measure a puppet made for `pixels_per_metre` as it is at t seconds."""
    wide, high = puppet.extent
    width, height = math.ceil(wide * 1.5) + 8, math.ceil(high * 2.4) + 8
    middle, foot = width / 2, height * 0.62
    picture = np.zeros((height, width, 4), np.uint8)
    canvas, surface = canvas_of(picture)
    puppet.draw(canvas, middle, foot, t, 1, 0.0)
    del canvas, surface
    rows, columns = np.nonzero(picture[..., 3] >= _BODY)
    if len(rows) == 0:
        half = wide / 2 / pixels_per_metre
        body = Box(-half, half, 0.0, high / pixels_per_metre)
    else:
        body = Box(
            (float(columns.min()) - middle) / pixels_per_metre,
            (float(columns.max()) + 1 - middle) / pixels_per_metre,
            (foot - float(rows.max()) - 1) / pixels_per_metre,
            (foot - float(rows.min())) / pixels_per_metre,
        )
    kind = "crew" if isinstance(subject, Manned) else _kind(subject.rig)
    return Shape(kind, body.raised(puppet.lift), puppet.lift)


def pixels_for(subject: Subject) -> float:
    """Pixels per metre at which a subject is drawn to be measured."""
    known = catalog.info(subject.rig)
    natural = (known.natural_height_metres if known else 1.5) * subject.scale
    return MEASURED_PIXELS / max(0.05, natural)


def _kind(rig: str) -> str:
    if rig in catalog.BEASTS:
        return "animal"
    known = catalog.info(rig)
    return "person" if known is not None and known.actions == PEOPLE_ACTIONS else "thing"
