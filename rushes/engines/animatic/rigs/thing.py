"""Things: what stands about and has a little life of its own. Each is drawn in shares of its height."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.hue import rgb
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.surroundings import growth_seconds

#: The trait of what must be broad enough for several who are on it.
BROAD = "broad"


@dataclass(frozen=True, slots=True)
class Thing:
    height: float  #: metres
    draw: Callable[[Pen, Rgb, Moment], None]
    words: tuple[str, ...]
    colours: tuple[str, ...] = ("#c8403c",)
    reach: tuple[float, float, float, float] = (-0.7, -1.15, 0.7, 0.1)  #: in heights
    poses: int = 1
    rate: float = 12.0
    glows: tuple[Glow, ...] = ()  #: in heights
    lift: float = 0.0
    bobs: float = 0.0  #: in heights: how far it floats up and down
    speed: float = 0.0
    actions: frozenset[str] = frozenset({"stand"})
    homes: tuple[str, ...] = ()  #: settings where it is found, for a prompt that names none
    perch: float | None = None  #: in heights: how high on it, or in it, another stands; None: on its top
    #: (subject, seed) -> what draws it, for things that look otherwise by their nouns and surroundings.
    of: Callable[[Subject, int], Callable[[Pen, Rgb, Moment], None]] | None = None
    #: Draws it while it grows: how far it has, 0..1, comes last. None: it only gets larger.
    grow: Callable[[Pen, Rgb, Moment, float], None] | None = None


def make(thing: Thing, subject: Subject, seed: int) -> Figure:
    size = thing.height * subject.scale
    hue = rgb(subject.colour or thing.colours[seed % len(thing.colours)])
    draw = thing.of(subject, seed) if thing.of else thing.draw

    grows = growth_seconds(subject.traits)
    grow = thing.grow or partial(_swelling, draw)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if grows:
                swayed = moment.phase * grows * thing.rate / max(1, thing.poses)
                grow(pen, hue, Moment(swayed % 1.0), moment.phase * moment.phase * (3 - 2 * moment.phase))
            else:
                draw(pen, hue, moment)

    left, top, right, bottom = thing.reach
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=max(2, round(grows * 12)) if grows else thing.poses,
        poses_per_second=12.0 if grows else thing.rate,
        once=bool(grows),
        lift=thing.lift * subject.scale,
        speed=thing.speed if subject.travels else 0.0,
        drift=_drift(thing, subject, size, seed),
        glows=tuple(
            Glow(g.x * size, g.y * size, g.radius * size, g.colour, g.strength, g.by_night) for g in thing.glows
        ),
    )


def _swelling(draw: Callable[[Pen, Rgb, Moment], None], pen: Pen, hue: Rgb, moment: Moment, share: float) -> None:
    """From small to grown."""
    with pen.turned(0, 0, 0, 0.16 + 0.84 * share):
        draw(pen, hue, moment)


def _drift(thing: Thing, subject: Subject, size: float, seed: int) -> Callable[[float], Drift] | None:
    start = seed % 6
    high = 1.5 * size if subject.rig == "ball" else 0.18 * size
    if subject.action in ("jump", "dance", "play") or (
        subject.rig == "ball" and subject.action not in ("stand", "sit", "float")
    ):

        def bouncing(t: float) -> Drift:
            u = (t / 0.8 + start / 6) % 1
            return Drift(0.0, -high * 4 * u * (1 - u))

        return bouncing
    if thing.bobs or subject.action in ("float", "fly", "hover"):
        far = (thing.bobs or 0.08) * size
        return lambda t: Drift(0.4 * far * math.sin(0.6 * t + start), far * (math.sin(0.95 * t + start) - 1))
    return None
