"""Crew: those who ride, row, drive or steer something. They are drawn into it, so that nobody slides against his seat.

A mount says, in its own metres, where its seat is and where hands and feet belong at each moment; arms and legs of any
length then bend to reach them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.body import draw_person
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Arm, Foot, Stance, View, rolled
from rushes.engines.animatic.rigs.wardrobe import dressed

#: (subject, seed) -> figure: the catalog's.
Maker = Callable[[Subject, int], Figure]
#: What a rider who sits on an animal can be to it, at the most: a child on a dog, not a man.
TALLEST = 1.45
#: Length of a leg that is stretched, of its whole length, so that knees keep a bend.
_STRETCHED = 0.97
#: Nearly from the side: a mount is flat, and so are the ways to its reins and pedals.
_VIEW = View(12.0)
#: From the sole up to the ankle.
_ANKLE = 0.048


@dataclass(frozen=True, slots=True)
class Pose:
    """How one is on something, in its metres. Near is the side towards the viewer."""

    seat: Point  #: where the hips are; of those who stand, the middle between their soles
    foot: Point = (0.0, 0.0)
    far_foot: Point = (0.0, 0.0)
    hand: Point | None = None  #: None: `arms` hang or balance
    far_hand: Point | None = None
    arms: tuple[Arm, Arm] = (Arm(14, 30), Arm(18, 26))  #: near and far
    lean: float = 0.0
    nod: float = 0.0
    flow: float = 0.0
    heel: float = 0.0  #: degrees of the feet
    stands: float = 0.0  #: above 0: standing, with knees bent to this share of the legs' length
    room: float = 1.2  #: metres of height for an animal that rides
    backwards: bool = False  #: as those who row sit
    tallest: float = 9.0  #: metres; whoever is taller is drawn smaller


@dataclass(frozen=True, slots=True)
class Member:
    """One of a crew."""

    subject: Subject
    outfit: Outfit | None  #: of people in clothes
    figure: Figure | None  #: of all others
    speaks: bool = False

    def draw(self, pen: Pen, pose: Pose, moment: Moment) -> None:
        """Draw whoever it is there."""
        moment = replace(moment, mouth=moment.mouth if self.speaks else 0.0)
        x, y = pose.seat
        with pen.turned(x, y, wide=-1.0 if pose.backwards else 1.0):
            if self.outfit is not None:
                self._draw_person(pen, self.outfit, pose, moment)
            elif self.figure is not None:
                with pen.turned(0.0, 0.0, 0.0, min(1.0, pose.room / max(0.1, -self.figure.reach[1]))):
                    self.figure.paint(pen, replace(moment, phase=0.0))

    def _draw_person(self, pen: Pen, outfit: Outfit, pose: Pose, moment: Moment) -> None:
        tall = min(outfit.tall, pose.tallest)
        turned = -1.0 if pose.backwards else 1.0
        hip = (0.0, -outfit.leg)

        def own(point: Point) -> Point:
            """A point of the mount in shares of the person's height, who has the hip over the zero point."""
            return (turned * (point[0] - pose.seat[0]) / tall, (point[1] - pose.seat[1]) / tall - outfit.leg)

        if pose.stands > 0:
            hip = (0.02 * pose.lean / 10, -outfit.leg * pose.stands)
            foot, far_foot = ((point[0], point[1] + outfit.leg) for point in (own(pose.foot), own(pose.far_foot)))
        else:
            foot, far_foot = (_within(hip, own(point), outfit.leg) for point in (pose.foot, pose.far_foot))
        down = outfit.leg if pose.stands > 0 else 0.0
        arms = list(pose.arms)
        for number, hand in enumerate((pose.hand, pose.far_hand)):
            if hand is not None:
                x, y = own(hand)
                arms[number] = holding(outfit.torso, hip, pose.lean, (x, y + down), 1 - 2 * number)
        stance = Stance(
            hip, pose.lean, Foot(*foot, pose.heel), Foot(*far_foot, pose.heel), arms[0], arms[1], pose.nod, pose.flow,
            seated=pose.stands == 0, glance=14.0,
        )  # fmt: skip
        with pen.turned(0.0, 0.0 if pose.stands > 0 else outfit.leg * tall, 0.0, tall):
            draw_person(pen, outfit, stance, moment, _VIEW)


@dataclass(frozen=True, slots=True)
class Manned(Subject):
    """A subject with those who ride it, or with what it pushes or pulls."""

    crew: tuple[Subject, ...] = ()  #: each may be Manned itself
    voice: int = -1  #: whose mouth moves with the lines of them all: one of the crew, or -1 the subject itself
    team: int = 1  #: so many go in a line before what they pull
    members: tuple[Member, ...] = ()  #: the crew as drawings, one for each head; made by `boarded`


def boarded(subject: Manned, seed: int, make: Maker, people: Container[str]) -> Manned:
    """The subject with its crew drawn: `people` are rigs of those in clothes, `make` makes the figures of all others."""
    members = []
    for number, one in enumerate(subject.crew):
        for head in range(one.count):
            own = seed + 31 * number + 7 * head + 1
            outfit, figure = None, None
            if one.rig in people and not isinstance(one, Manned):
                # Both hands are for the reins.
                outfit = replace(dressed(one, own), cane=False, umbrella=False, prop="", stoop=0.0)
            else:
                figure = make(replace(one, action="sit") if one.action == "ride" else one, own)
            members.append(Member(one, outfit, figure, number == subject.voice and head == 0))
    return replace(subject, members=tuple(members))


def centred(figure: Figure) -> Figure:
    """The figure with its ground point below its middle, which what pulls a long load has elsewhere."""
    left, top, right, bottom = figure.reach
    across = -(left + right) / 2

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(across, 0.0):
            figure.paint(pen, moment)

    glows = tuple(replace(glow, x=glow.x + across) for glow in figure.glows)
    return replace(figure, paint=paint, faced=False, reach=(left + across, top, right + across, bottom), glows=glows)


def carrying(figure: Figure, subject: Subject, pose: Pose) -> Figure:
    """The figure with one who rides on its back, which keeps still in its drawing."""
    members = members_of(subject)[:1]
    if not members:
        return figure

    def paint(pen: Pen, moment: Moment) -> None:
        figure.paint(pen, silent(moment, subject))
        for member in members:
            member.draw(pen, pose, moment)

    left, top, right, bottom = figure.reach
    return replace(figure, paint=paint, faced=False, reach=(left, min(top, pose.seat[1] - 1.25), right, bottom))


def members_of(subject: Subject) -> tuple[Member, ...]:
    return subject.members if isinstance(subject, Manned) else ()


def silent(moment: Moment, subject: Subject) -> Moment:
    """The moment as the mount has it, whose rider may be the one who speaks."""
    return replace(moment, mouth=0.0) if isinstance(subject, Manned) and subject.voice >= 0 else moment


def holding(torso: float, hip: Point, lean: float, target: Point, side: int, view: View = _VIEW) -> Arm:
    """The arm of one side (1 near, -1 far) whose hand is seen at that point."""
    turned, z = math.radians(view.yaw), 0.07 * side
    x = (target[0] + z * math.sin(turned)) / math.cos(turned)
    y = target[1] - 0.06 * view.depth((x, 0.0, z))
    chest = rolled((0.0, -0.90 * torso, 0.0), lean, 0.0, 0.0)
    return Arm(0, 0, hand=(x - hip[0] - chest[0], y - hip[1] - chest[1], z), grip="fist")


def _within(hip: Point, foot: Point, leg: float) -> Point:
    """The foot, or as far towards it as the leg reaches."""
    x, y = foot[0] - hip[0], foot[1] - _ANKLE - hip[1]
    far, most = math.hypot(x, y), (leg - _ANKLE) * _STRETCHED
    share = min(1.0, most / max(1e-6, far))
    return (hip[0] + x * share, hip[1] + y * share + _ANKLE)


def spread(count: int, least: float, most: float) -> Sequence[float]:
    """Places for so many between two ends, the first in front."""
    if count == 1:
        return [(least + most) / 2]
    return [most - (most - least) * number / (count - 1) for number in range(count)]
