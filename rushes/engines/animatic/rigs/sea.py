"""Those who live in the water: fish that sway, whales that beat up and down, a turtle that rows, a jellyfish that pulses."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.drifters import draw_jellyfish, draw_octopus, draw_turtle
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.fishes import draw_dolphin, draw_fish, draw_shark, draw_whale
from rushes.engines.animatic.rigs.hue import mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.ships import draw_submarine

#: Its own heights above the ground line: free of the bottom, and in any frame composed for that height.
LIFT = 1.0
ACTIONS = frozenset({"swim", "float", "hover", "jump", "play"})


@dataclass(frozen=True, slots=True)
class Swimmer:
    long: float  #: metres
    colour: str
    belly: str
    reach: tuple[float, float, float, float]  #: in lengths
    frames: int
    speed: float  #: lengths per second
    draw: Callable[[Pen, Rgb, Rgb, Moment], None]


def make(subject: Subject, seed: int) -> Figure:
    swimmer = SWIMMERS[subject.rig]
    size = swimmer.long * subject.scale
    main, belly = rgb(subject.colour or swimmer.colour), rgb(swimmer.belly)
    if subject.colour is not None:
        belly = mix(belly, tint(main, 0.5), 0.5)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            swimmer.draw(pen, main, belly, moment)

    start = seed % 7

    def drift(t: float) -> Drift:
        if subject.action in ("jump", "play") and subject.rig in ("dolphin", "whale", "fish"):
            u = (t / 2.6 + start / 7) % 1
            return Drift(0.0, -1.1 * size * max(0.0, 4 * u * (1 - u) - 0.25))
        return Drift(0.0, 0.05 * size * math.sin(0.9 * t + start))

    left, top, right, bottom = swimmer.reach
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=swimmer.frames,
        speed=0.0 if subject.action in ("hover", "float", "stand") else swimmer.speed * size,
        lift=LIFT * WORDS[subject.rig][0] * subject.scale,
        talks=True,
        blinks=True,
        drift=drift,
        casts=False,
    )


def _submarine(pen: Pen, main: Rgb, belly: Rgb, moment: Moment) -> None:
    draw_submarine(pen, main, moment)


SWIMMERS: dict[str, Swimmer] = {
    "fish": Swimmer(0.75, "#f2802c", "#fbe6c8", (-0.75, -0.45, 0.62, 0.40), 14, 1.0, draw_fish),
    "shark": Swimmer(2.6, "#7a8a9c", "#eef2f5", (-0.72, -0.32, 0.60, 0.26), 24, 0.6, draw_shark),
    "whale": Swimmer(5.5, "#4a6a90", "#d9e4ec", (-0.95, -0.36, 0.60, 0.45), 60, 0.22, draw_whale),
    "dolphin": Swimmer(2.0, "#7d98b0", "#eaf1f5", (-0.78, -0.42, 0.60, 0.36), 26, 0.8, draw_dolphin),
    "turtle": Swimmer(1.2, "#5a7a3c", "#e6dcae", (-0.62, -0.50, 0.66, 0.52), 44, 0.35, draw_turtle),
    "jellyfish": Swimmer(0.9, "#c88ae0", "#f4dcf8", (-0.55, -0.50, 0.55, 0.95), 48, 0.0, draw_jellyfish),
    "submarine": Swimmer(6.5, "#e0a830", "#e0a830", (-0.92, -0.70, 0.60, 0.10), 48, 0.22, _submarine),
    "octopus": Swimmer(1.0, "#d8604c", "#f6c8b0", (-0.75, -0.66, 0.75, 0.55), 48, 0.15, draw_octopus),
}

WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "fish": (0.5, ("fish", "goldfish", "clownfish", "koi", "salmon", "trout", "tuna", "carp", "angelfish", "piranha")),
    "shark": (1.2, ("shark", "great white", "hammerhead")),
    "whale": (2.0, ("whale", "humpback", "blue whale", "orca", "sperm whale")),
    "dolphin": (0.8, ("dolphin", "porpoise", "seal", "mermaid", "manatee")),
    "turtle": (0.8, ("turtle", "sea turtle", "tortoise")),
    "jellyfish": (1.1, ("jellyfish", "medusa")),
    "submarine": (2.6, ("submarine", "submersible", "u-boat", "bathyscaphe")),
    "octopus": (1.0, ("octopus", "squid", "kraken", "cuttlefish")),
}
