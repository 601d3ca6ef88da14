"""Encounters: where those stand who charge at each other, lead or follow one another, and what is between them: a leash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rushes.engines.animatic.paint.colours import hexed, stroke
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs.encounters import CHARGING, CHASED, LEASH, LEASHED, TOWED, TOWING, clasp
from rushes.engines.animatic.rigs.wardrobe import dressed
from rushes.engines.animatic.stage.set import Set
from rushes.engines.animatic.stage.shapes import Shape

if TYPE_CHECKING:
    from rushes.engines.animatic.stage.cast import Actor

#: Share of the shot at which those who charge meet.
_MEET = 0.66
#: How much smaller they are than one alone, so that there is a way between them.
FAR_APART = 0.84
#: Between such paces one keeps up with another by stepping faster or slower.
_KEEPS_UP = (0.3, 3.2)
#: Metres between two who hold hands, side by side and one a little before the other; and at which share of the taller one's
#: height their hands are.
HANDS_APART, STRIDE_APART, _HANDS_UP = 0.60, 0.54, 0.535
#: Metres by which what is towed lies under the hook, and which the leash leaves between two.
_HOOKED, _SLACK = -0.12, 0.30


def charges(plan: ShotPlan) -> bool:
    return any(CHARGING in subject.traits for subject in plan.subjects)


def train(plan: ShotPlan) -> tuple[int, int, float] | None:
    """(who goes before, who follows, metres between their bodies) of two who are tied together."""
    for before, after, metres in ((TOWING, TOWED, _HOOKED), (LEASHED, LEASH, _SLACK)):
        first = next(
            (
                n
                for n, one in enumerate(plan.subjects)
                if before in one.traits and (one.count == 1 or before == LEASHED)
            ),
            None,
        )
        second = next((n for n, one in enumerate(plan.subjects) if after in one.traits and one.count == 1), None)
        if first is not None and second is not None:
            return first, second, metres
    return None


def hands(plan: ShotPlan, index: int, number: int) -> tuple[str, ...]:
    """The trait that says where a hand of one who holds another's is."""
    huggers = [n for n, one in enumerate(plan.subjects) if "hugging" in one.traits]
    if index in huggers and len(huggers) == 2 and all(plan.subjects[n].count == 1 for n in huggers):
        other = _tall(plan.subjects[huggers[1 - huggers.index(index)]])
        own = _tall(plan.subjects[index])
        if not 0.8 < own / other < 1.25:
            return (clasp("around", 0.17 * own, 0.68 * other if other < own else 0.92 * own),)
    holders = [n for n, one in enumerate(plan.subjects) if "holding hands" in one.traits]
    if index not in holders:
        return ()
    subject = plan.subjects[index]
    heads = sum(plan.subjects[n].count for n in holders)
    if heads != 2:
        return ()
    talls = [_tall(plan.subjects[n]) for n in holders]
    # A grown-up's hand hangs down; a small child cannot reach even that.
    up = min(_HANDS_UP * max(talls), 0.88 * min(talls))
    if not side_by_side(plan):
        return (clasp("out", HANDS_APART / 2, up),)
    before = number == 1 if subject.count == 2 else subject.x * subject.facing >= max(plan.subjects[n].x * subject.facing for n in holders)  # fmt: skip
    if subject.count == 2 and subject.facing < 0:
        before = not before
    return (clasp("back" if before else "forward", STRIDE_APART / 2, up),)


def side_by_side(plan: ShotPlan) -> bool:
    """Do those who hold hands go the same way?"""
    holders = [one for one in plan.subjects if "holding hands" in one.traits]
    return bool(holders) and all(one.travels and one.facing == holders[0].facing for one in holders)


def _tall(subject: Subject) -> float:
    return dressed(subject, 0).tall


def settle(stage: Set, actors: Sequence[Actor], shapes: Sequence[Shape]) -> list[Actor]:
    """The actors at one pace with whom they keep company, and those who charge where they begin."""
    found = _together(stage.plan, actors)
    plan, frame = stage.plan, stage.framing
    for number, actor in enumerate(found):
        if CHARGING not in plan.subjects[actor.subject].traits or not actor.speed:
            continue
        body, unit = shapes[actor.subject].body, frame.units_per_metre * actor.depth
        begins, ends = frame.width / 2 - 0.3 * body.width * unit, 0.95 * body.right * unit
        speed = max(20.0, begins - ends) / (_MEET * plan.seconds)
        # Beside each other where they pass.
        depth = actor.depth * (1.03 if actor.facing > 0 else 0.97)
        x = -actor.facing * (begins - speed * plan.seconds / 2)
        pace = speed / abs(actor.speed)
        found[number] = replace(actor, x=x, depth=depth, speed=actor.facing * speed, pace=pace)
    tied = train(plan)
    if tied is not None and plan.subjects[tied[0]].rig != "tow_truck" and LEASHED in plan.subjects[tied[0]].traits:
        _leash(stage, found, shapes, *tied[:2])
    return found


def _together(plan: ShotPlan, actors: Sequence[Actor]) -> list[Actor]:
    """Those who go the first one's way keep up with him, so that nobody is left behind or runs out of the frame."""
    lead = next((actor for actor in actors if actor.speed), None)
    if lead is None:
        return list(actors)
    first = lead.speed / lead.depth
    bound = any({CHASED, LEASHED, TOWED} & set(subject.traits) for subject in plan.subjects)
    found = []
    for actor in actors:
        own = actor.speed / actor.depth
        ratio = first / own if own else 0.0
        least, most = _KEEPS_UP
        if bound:
            least, most = 0.0, 20.0
        keeps = actor is not lead and least < ratio < most
        # Legs have their limits: beyond them a chase is rather carried along than lost.
        pace = max(_KEEPS_UP[0], min(_KEEPS_UP[1], ratio))
        found.append(replace(actor, speed=first * actor.depth, pace=pace) if keeps else actor)
    return found


def _leash(stage: Set, actors: Sequence[Actor], shapes: Sequence[Shape], pet: int, holder: int) -> None:
    """A line from a hand to a collar; it hangs through a little, and swings with their steps."""
    frame, seconds = stage.framing, stage.plan.seconds
    pets = [actor for actor in actors if actor.subject == pet]
    owner = next(actor for actor in actors if actor.subject == holder)
    animal, person = shapes[pet].body, shapes[holder].body
    collar = (animal.left + 0.74 * animal.width, 0.72 * animal.top)
    hand = (0.135 * person.top, 0.595 * person.top)
    leather = stage.air.surface(hexed("#a8352c"), 1.0, 0.7)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        def place(actor: Actor, forward: float, up: float) -> tuple[float, float]:
            unit = frame.units_per_metre * actor.depth
            x = actor.x + actor.speed * (t - seconds / 2) + actor.facing * forward * unit
            return view.place(x, (frame.ground - frame.horizon) * actor.depth - up * unit, actor.depth)[:2]

        x1, y1 = place(owner, *hand)
        for one in pets:
            x0, y0 = place(one, *collar)
            path = skia.Path()
            path.moveTo(x0, y0)
            path.quadTo((x0 + x1) / 2, max(y0, y1) * 0.35 + (y0 + y1) / 2 * 0.65 + 14 * view.scale, x1, y1)
            canvas.drawPath(path, stroke(leather, max(1.1, 0.018 * frame.units_per_metre * view.scale * view.zoom)))

    stage.add(max(actor.depth for actor in (*pets, owner)) + 0.005, draw)
