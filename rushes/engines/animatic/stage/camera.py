"""The camera: the plan's move as a path of views, eased, alive, and following whoever travels."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.framing import Framing

Path = Callable[[float], View]

#: How far a subject that travels may cross the frame, as a share of its width, while the camera follows; while it stands.
CROSSING, CROSSING_STATIC = 0.40, 0.84
#: However little room there is beside the cast, so much (share of the width) it may cross, and the camera may pan.
CROSSING_LEAST, PAN_LEAST = 0.10, 0.045

#: About how much larger the main line is seen at one end of a move than at mid-shot.
_GROWN = {"push_in": 1.10, "pull_out": 1.11, "zoom_in": 1.14, "zoom_out": 1.14, "aerial": 1.16}


def eased(share: float) -> float:
    """0..1 with a soft start and a soft end, moving from the first frame on."""
    share = min(1.0, max(0.0, share))
    return 0.35 * share + 0.65 * share * share * (3 - 2 * share)


def sway(t: float, seed: int, speed: float) -> float:
    """-1..1: a slow unrest made of sines, as of a hand."""
    phase = (seed % 628) / 100
    return (
        0.55 * math.sin(t * 1.3 * speed + phase)
        + 0.30 * math.sin(t * 2.9 * speed + phase * 2.1)
        + 0.15 * math.sin(t * 5.3 * speed + phase * 3.7)
    )


def path(plan: ShotPlan, framing: Framing, travel: float, room: float = math.inf, follows: float | None = None) -> Path:
    """The way of the camera; `travel` is the speed of whom it follows, units a second on the main line (0: nobody).

    `room`: units by which the frame may go aside at mid-shot before somebody of the cast is cut. `follows`: the speed at
    which it may go along, when that is said."""
    home = framing.home()
    seconds = max(0.5, plan.seconds)
    move, pace = plan.camera.move, max(0.2, min(2.0, plan.camera.pace))
    pivot = (framing.width / 2, min(framing.height * 0.62, framing.horizon))
    room = max(0.0, room - framing.width / 2 * (1 - 1 / _GROWN.get(move, 1.0)))
    most = framing.width * {"track": 0.0, "static": CROSSING_STATIC}.get(move, CROSSING)
    crossing = min(abs(travel) * seconds, most, max(2 * room, framing.width * CROSSING_LEAST))
    if follows is not None:
        crossing = max(0.0, abs(travel) - follows) * seconds
    follow = travel - math.copysign(crossing / seconds, travel) if travel else 0.0

    def view(t: float) -> View:
        share = eased(t / seconds)
        breath = sway(t, plan.seed, 0.35)
        # After the end of the plan (an extension) the camera keeps up with its subject entirely.
        after = max(0.0, t - seconds)
        x = follow * (min(t, seconds) - seconds / 2) + travel * after
        look = replace(home, x=x + 3.0 * breath, rise=1.0 * sway(t, plan.seed + 7, 0.3), pivot=pivot)
        return _moved(look, move, share, pace, framing, plan.seed, t, bool(travel), room)

    return view


def _moved(
    look: View, move: str, share: float, pace: float, framing: Framing, seed: int, t: float, follows: bool, room: float
) -> View:  # fmt: skip
    width, height = framing.width, framing.height
    middle = share * 2 - 1
    if move == "push_in":
        return replace(look, dolly=0.15 * pace**0.7 * share, x=look.x + 10 * middle)
    if move == "pull_out":
        return replace(look, dolly=0.17 * pace**0.7 * (1 - share), x=look.x + 8 * middle)
    if move == "zoom_in":
        return replace(look, zoom=1 + 0.24 * pace**0.7 * share)
    if move == "zoom_out":
        return replace(look, zoom=1.26 - 0.26 * share)
    if move in ("pan_left", "pan_right"):
        side = -1 if move == "pan_left" else 1
        turn = min(width * 0.095 * min(1.3, pace), max(room - 26, width * PAN_LEAST))
        return replace(look, pan=side * middle * turn, x=look.x + side * middle * 26)
    if move in ("tilt_up", "tilt_down"):
        low, high = height * 0.08, -height * 0.17
        way = share if move == "tilt_up" else 1 - share
        return replace(look, tilt=low + (high - low) * way)
    if move == "track":
        return look if follows else replace(look, x=look.x + 150 * min(1.6, pace) * middle)
    if move in ("crane_up", "crane_down"):
        way = share if move == "crane_up" else 1 - share
        rise = framing.drop * (0.75 * way - 0.12) * min(1.3, pace)
        return replace(look, rise=look.rise + rise, tilt=rise * 0.62, dolly=0.05 * share)
    if move == "orbit":
        swing = min(120 * min(1.4, pace), width * 0.16) * middle
        return replace(look, x=look.x + swing, pan=-swing * 0.92, dolly=0.03 * math.sin(share * math.pi))
    if move == "handheld":
        return replace(
            look,
            pan=7.0 * sway(t, seed + 3, 1.0),
            tilt=5.0 * sway(t, seed + 5, 1.15),
            x=look.x + 12 * sway(t, seed + 9, 0.5) + 6 * middle,
            dolly=0.04 * share,
        )
    if move == "aerial":
        return replace(
            look,
            dolly=0.24 * min(1.3, pace) * share,
            x=look.x + 46 * middle,
            rise=look.rise - framing.drop * 0.05 * share,
        )
    return look
