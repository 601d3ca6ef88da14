"""Gestures: what people do with their hands, by the trait that a plan names it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.stance import Stance


@dataclass(frozen=True, slots=True)
class Gesture:
    act: Callable[[Outfit, float], Stance]
    poses: int = 48  #: in the loop, at 24 a second
    tool: str = ""  #: see tools.py
    seat: str = ""  #: stool, chair, ground, bed: where one who sits does
    yaw: float | None = None  #: from where it is seen best
    strides: bool = False  #: is done on the way as well

    def act_for(self, outfit: Outfit) -> Callable[[float], Stance]:
        return lambda phase: self.act(outfit, phase)


GESTURES: dict[str, Gesture] = {}
