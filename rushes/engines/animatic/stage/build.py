"""Building: from a plan to a scene that can be filmed."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable, Mapping

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.finish import Grade
from rushes.engines.animatic.paint.layers import canvas_of
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs import catalog
from rushes.engines.animatic.rigs.puppet import Puppet
from rushes.engines.animatic.stage import (
    aloft,
    bearers,
    camera,
    captions,
    cast,
    composition,
    encounters,
    features,
    framing,
    manners,
    passing,
    styles,
    traces,
    weather,
)
from rushes.engines.animatic.stage import shapes as shapes_of
from rushes.engines.animatic.stage.air import breathe
from rushes.engines.animatic.stage.crews import joined
from rushes.engines.animatic.stage.set import CONTINUED_SECONDS, Draw, Set
from rushes.engines.animatic.stage.settings.catalog import SETTINGS

#: The weather over a picture takes this long to come.
BEGUN_SECONDS = 1.5
#: Clay is moved by hand between pictures: each stands for so long.
CLAY_SECONDS = 1 / 12
#: Elements from this order on change the whole frame (a flash), which a picture that must begin as itself may not.
FULL_FRAME = 3.4


class Stage:
    """A plan, built: a Scene."""

    def __init__(
        self,
        size: tuple[int, int],
        light: Light,
        grade: Grade,
        path: camera.Path,
        draws: tuple[Draw, ...],
        contacts: Mapping[int, tuple[float, ...]],
        stands_seconds: float = 0.0,
    ) -> None:
        self.size, self.light, self.grade = size, light, grade
        #: Footfalls of each subject (index into plan.subjects), seconds from the start, for the sound.
        self.contacts = contacts
        self._path, self._draws, self._stands = path, draws, stands_seconds

    def frame(self, t: float, out: NDArray[np.uint8]) -> None:
        """Draw the picture at t seconds into `out`, (height, width, bgra), every pixel opaque."""
        if self._stands:
            # A little more than the moment itself: which picture it is must not depend on a rounding.
            t = math.floor(t / self._stands + 1e-6) * self._stands
        view = self._path(t)
        canvas, surface = canvas_of(out)
        for draw in self._draws:
            canvas.save()
            draw(canvas, out, view, t)
            canvas.restore()
        del canvas, surface


def build(
    plan: ShotPlan,
    size: tuple[int, int],
    make: cast.Maker | None = None,
    check: Callable[[], None] = lambda: None,
) -> Stage:
    """Build the scene of a plan at `size` pixels (width, height; even); `make` makes the puppets of its subjects.

    `check` is called before and after each layer; what it raises ends the building."""
    make = make or _make
    crews = joined(plan)
    plan = crews.plan
    air = breathe(plan, _variation(plan))
    light = air.light()
    shapes = bearers.raise_up(plan, [_shape(plan, index, make, light) for index in range(len(plan.subjects))])
    frame = framing.frame(plan, size, shapes[0] if shapes else None)
    frame, marks = composition.compose(plan, frame, shapes, np.random.default_rng(plan.seed + 500))
    setting = SETTINGS[plan.setting]
    stage = Set(
        plan=plan, framing=frame, air=air, grade=styles.grade(plan), light=light, check=check, outdoors=setting.outdoors
    )
    aloft.build(stage) if aloft.flies(plan) else setting.build(stage)
    actors = encounters.settle(stage, cast.hire(stage, make, marks), shapes)
    actors, follows = passing.settle(plan, frame, actors, shapes)
    cast.enter(stage, actors)
    traces.add(stage, actors, shapes)
    features.add(stage)
    weather.fall(stage)
    manners.apply(stage, size)
    captions.print_lines(stage)
    draws = tuple(draw for _, draw in sorted(stage.elements, key=lambda element: element[0]))
    travel = 0.0 if encounters.charges(plan) else cast.lead_speed(actors)
    path = camera.path(plan, frame, travel, cast.room(stage, shapes, marks), follows)
    if aloft.flies(plan):
        path = aloft.turning(plan, path)
    cast.look_through(stage, actors, path)
    touches = cast.contacts(actors, plan.seconds + CONTINUED_SECONDS)
    contacts = {index: touches[place] for index, place in crews.places.items() if place in touches}
    stands = CLAY_SECONDS if plan.style == "claymation" else 0.0
    return Stage(size, stage.light, stage.grade, path, draws, contacts, stands)


def _variation(plan: ShotPlan) -> float:
    """0..1, by which films differ in their skies: another for each seed, and for each prompt of one seed."""
    return (plan.seed * 0.6180339887498949 + zlib.crc32(plan.prompt.encode()) / 2**32) % 1.0


def weather_over(plan: ShotPlan, size: tuple[int, int]) -> Callable[[NDArray[np.uint8], float], None] | None:
    """What draws this plan's weather over a picture, (height, width, bgra), beginning from nothing; None when nothing falls."""
    if plan.weather not in ("snow", "rain", "storm", "wind", "dust") or not SETTINGS[plan.setting].outdoors:
        return None
    frame = framing.frame(plan, size, None)
    air = breathe(plan, 0.5)
    stage = Set(plan=plan, framing=frame, air=air, grade=styles.grade(plan), light=air.light(), groundless=True)
    weather.fall(stage)
    draws = [draw for order, draw in sorted(stage.elements, key=lambda element: element[0]) if order < FULL_FRAME]
    home = frame.home()

    def over(picture: NDArray[np.uint8], t: float) -> None:
        share = min(1.0, t / BEGUN_SECONDS)
        if share <= 0:
            return
        before = picture.copy() if share < 1 else picture
        canvas, surface = canvas_of(picture)
        for draw in draws:
            canvas.save()
            draw(canvas, picture, home, t)
            canvas.restore()
        del canvas, surface
        if share < 1:
            cv2.addWeighted(picture, share, before, 1 - share, 0, dst=picture)

    return over


def _shape(plan: ShotPlan, index: int, make: cast.Maker, light: Light) -> shapes_of.Shape:
    subject = shapes_of.bare(plan.subjects[index])
    pixels = shapes_of.pixels_for(subject)
    return shapes_of.measured(
        subject, make(subject, light, pixels, cast.seed_of(plan, index)), pixels, plan.seconds / 2
    )


def _make(subject: Subject, light: Light, pixels_per_metre: float, seed: int) -> Puppet:
    return catalog.make(subject, light, pixels_per_metre, seed)
