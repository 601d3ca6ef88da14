"""The cast: subjects as puppets on their marks, with their shadows and reflections, travelling at their own pace."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs.boat import BOATS
from rushes.engines.animatic.rigs.puppet import Puppet
from rushes.engines.animatic.sound import mouths
from rushes.engines.animatic.stage.bearers import shadowed
from rushes.engines.animatic.stage.camera import Path
from rushes.engines.animatic.stage.composition import SAFE_X, Mark, facing_of, leaps, sunk
from rushes.engines.animatic.stage.encounters import charges, hands
from rushes.engines.animatic.stage.set import CONTINUED_SECONDS, Set
from rushes.engines.animatic.stage.shapes import Shape
from rushes.engines.animatic.stage.surroundings import felt

#: Share of the frame beyond which a puppet is not drawn.
SEEN_BEYOND = 0.06

#: Settings with water that boats lie on, and how much of them it mirrors.
_WATERS, _CALM = (
    frozenset({"river", "sea", "harbour", "arctic", "mountains", "japanese_garden", "beach", "lakeside"}),
    0.8,
)

#: (subject, light, pixels per metre, seed) -> puppet
Maker = Callable[[Subject, Light, float, int], Puppet]


@dataclass(frozen=True, slots=True)
class Actor:
    """One puppet on its mark."""

    puppet: Puppet
    subject: int  #: index into plan.subjects
    x: float  #: units from the frame's middle at mid-shot
    depth: float
    facing: int
    speed: float  #: units a second along its own depth, with the sign of its way
    lift: float  #: metres above its ground
    pixels_per_metre: float  #: that the puppet was made for
    late: float  #: seconds by which its movements lag
    pace: float = 1.0  #: at which its own time runs, so that it keeps up with others


def hire(stage: Set, make: Maker, marks: Sequence[Sequence[Mark]]) -> list[Actor]:
    """Make the puppets of a plan; `marks`: where they stand, by subject."""
    frame, light = stage.framing, stage.light
    actors: list[Actor] = []
    for index, (subject, places) in enumerate(zip(stage.plan.subjects, marks, strict=True)):
        random = stage.random(500 + index)
        for number, mark in enumerate(places):
            pixels = frame.units_per_metre * frame.scale * mark.depth
            seed = seed_of(stage.plan, index, number)
            facing = mark.facing or facing_of(subject, number)
            puppet = make(
                felt(stage, replace(subject, traits=(*subject.traits, *hands(stage.plan, index, number))), facing),
                light,
                pixels,
                seed,
            )
            speed = (
                puppet.speed * frame.units_per_metre * mark.depth * (facing if charges(stage.plan) else subject.facing)
                if subject.travels
                else 0.0
            )
            actors.append(
                Actor(
                    puppet=puppet, subject=index, x=mark.x, depth=mark.depth, facing=facing, speed=speed, lift=mark.lift,
                    pixels_per_metre=pixels, late=random.uniform(0, 1.4) if number else 0.0,
                )
            )  # fmt: skip
    return actors


def look_through(stage: Set, actors: Sequence[Actor], path: Path) -> None:
    """Tell each puppet what of it will be seen, from the first moment of the plan to the end of what may follow."""
    frame, seconds = stage.framing, stage.plan.seconds
    moments = [*np.arange(0.0, seconds + 0.01, 0.25), *np.arange(seconds + 1.0, seconds + CONTINUED_SECONDS, 4.0)]
    for actor in actors:
        stands = (frame.ground - frame.horizon) * actor.depth
        sides = []
        for t in moments:
            view = path(float(t))
            across, down, scale = view.place(actor.x + actor.speed * (t - seconds / 2), stands, actor.depth)
            metre = scale * actor.depth * frame.units_per_metre
            right, bottom = view.width * view.scale - across, view.height * view.scale - down
            sides.append((-across / metre, -down / metre + actor.lift, right / metre, bottom / metre + actor.lift))
        lefts, tops, rights, bottoms = zip(*sides, strict=True)
        # What sways, and what rounds its edges, needs a little more.
        wide, high = SEEN_BEYOND * (sides[0][2] - sides[0][0]), SEEN_BEYOND * (sides[0][3] - sides[0][1])
        window = min(lefts) - wide, min(tops) - high, max(rights) + wide, max(bottoms) + high
        actor.puppet.see(window, actor.facing)


def seed_of(plan: ShotPlan, index: int, number: int = 0) -> int:
    """The seed of one puppet of a subject."""
    return (plan.seed * 7919 + (510 + index) * 104729 + number * 9973) % 2_147_483_647


def room(stage: Set, shapes: Sequence[Shape], marks: Sequence[Sequence[Mark]]) -> float:
    """Units by which the frame may go to a side at mid-shot before somebody is cut; 0 when somebody is already."""
    frame = stage.framing
    nearest = frame.width / 2
    for subject, shape, places in zip(stage.plan.subjects, shapes, marks, strict=True):
        for mark in places:
            unit = frame.units_per_metre * mark.depth
            ends = [mark.x + subject.facing * end * unit for end in (shape.body.left, shape.body.right)]
            nearest = min(nearest, frame.width / 2 - max(abs(end) for end in ends))
    return max(0.0, nearest - SAFE_X * frame.width)


def lead_speed(actors: list[Actor]) -> float:
    """Units a second on the main line at which the first subject travels; 0 when it does not."""
    return next((actor.speed / actor.depth for actor in actors if actor.subject == 0 and actor.speed), 0.0)


def enter(stage: Set, actors: list[Actor]) -> None:
    """Put the actors among the layers."""
    for actor in actors:
        stage.add(actor.depth + 0.004, _acting(stage, actor))


def _acting(stage: Set, actor: Actor) -> Callable[[Canvas, Picture, View, float], None]:
    frame = stage.framing
    seconds = stage.plan.seconds
    speaking = mouths(stage.plan, actor.subject)
    nears = _nearing(stage.plan.subjects[actor.subject], stage.plan.camera.size)
    puppet = actor.puppet
    lift = actor.lift * frame.units_per_metre * actor.depth
    # Calm water gives back the boats that are on it.
    afloat = stage.plan.subjects[actor.subject].rig in BOATS and stage.plan.setting in _WATERS
    mirror = _CALM if afloat else stage.mirror
    acted = stage.plan.subjects[actor.subject]
    wades = sunk(acted, stage.plan.setting) > 0 or leaps(acted, stage.plan.setting)

    floor = shadowed(stage.plan, actor.subject)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        x = actor.x + actor.speed * (t - seconds / 2)
        depth = actor.depth * nears ** (2 * t / seconds - 1)
        across, down, scale = view.place(x, (frame.ground - frame.horizon) * depth, depth)
        grow = scale * depth * frame.units_per_metre / actor.pixels_per_metre
        reach = max(puppet.extent) * grow
        if across + reach * 1.5 < 0 or across - reach * 1.5 > view.width * view.scale:
            return
        moment = t * actor.pace + actor.late
        raised = lift * scale / view.scale * view.scale
        canvas.save()
        canvas.translate(across, down)
        canvas.scale(grow, grow)
        if wades:
            reach_up = 4 * max(puppet.extent)
            canvas.clipRect(skia.Rect.MakeLTRB(-reach_up, -reach_up, reach_up, 0.0))
        elif afloat or not stage.groundless:
            if mirror > 0.02 and down < view.height * view.scale:
                _reflection(canvas, puppet, moment, actor.facing, mirror, raised / grow)
            if floor is not None:
                puppet.shadow(canvas, 0.0, -raised / grow * floor, moment, actor.facing, picture)
        puppet.draw(canvas, 0.0, -raised / grow, moment, actor.facing, speaking(t), None if wades else picture)
        if wades:
            _ripples(canvas, puppet, moment)
        canvas.restore()

    return draw


def _ripples(canvas: Canvas, puppet: Puppet, t: float) -> None:
    """Rings on the water around one who swims in it, over the line where it is cut off."""
    half, high = 0.24 * puppet.extent[0], 0.02 * puppet.extent[0]
    for number in range(3):
        share = (0.35 * t + number / 3) % 1.0
        wide = half * (0.8 + 0.5 * share)
        paint = skia.Paint(Color4f=skia.Color4f(0.93, 0.97, 1.0, 0.55 * (1 - share)), AntiAlias=True)
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(max(1.0, 0.35 * high * (1 - 0.5 * share)))
        canvas.drawOval(skia.Rect.MakeLTRB(-wide, -high * (0.4 + share), wide, high * (0.8 + 1.4 * share)), paint)


def _nearing(subject: Subject, size: str) -> float:
    """By how much one who comes towards us is larger at the end than at mid-shot; below 1 for one who goes away."""
    if not subject.travels or subject.action not in ("walk", "trot", "run"):
        return 1.0
    most = 1.12 if size in ("medium", "close", "extreme_close") else 1.34
    return most if "facing front" in subject.traits else 1 / most if "facing away" in subject.traits else 1.0


def _reflection(canvas: Canvas, puppet: Puppet, t: float, facing: int, share: float, lift: float) -> None:
    width, height = puppet.extent
    paint = skia.Paint()
    paint.setAlphaf(0.34 * share)
    canvas.save()
    canvas.scale(1.0, -0.72)
    canvas.saveLayer(skia.Rect.MakeXYWH(-width, -height * 1.2 - lift, width * 2, height * 1.3 + lift), paint)
    puppet.draw(canvas, 0.0, -lift, t, facing, 0.0)
    canvas.restore()
    canvas.restore()


def contacts(actors: list[Actor], seconds: float) -> dict[int, tuple[float, ...]]:
    """When feet touch down, by subject: those of its first puppet."""
    found: dict[int, tuple[float, ...]] = {}
    for actor in actors:
        if actor.subject not in found:
            found[actor.subject] = tuple(at / actor.pace for at in actor.puppet.contacts(seconds * actor.pace))
    return found
