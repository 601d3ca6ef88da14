"""Those who live in the water: fish that sway, whales that beat up and down, a turtle that rows, a jellyfish that pulses."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import finned
from rushes.engines.animatic.rigs.crew import Pose, carrying
from rushes.engines.animatic.rigs.crustaceans import draw_shrimp
from rushes.engines.animatic.rigs.drifters import draw_jellyfish, draw_octopus, draw_squid, draw_turtle
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


def lift_of(rig: str) -> float:
    """Metres above the ground line; a jellyfish hangs down so far that its bell would be out of the frame."""
    return (0.84 if rig == "jellyfish" else LIFT) * WORDS[rig][0]


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
        if subject.action in ("jump", "play") and subject.rig in LEAPERS:
            # The greater, the slower and, in its own lengths, the lower; the leap begins with the film.
            u = (t / (2.6 + 0.35 * size) + 0.30) % 1
            return Drift(0.0, -(1.1 if size < 3 else 0.45) * size * max(0.0, 4 * u * (1 - u) - 0.25))
        return Drift(0.0, 0.05 * size * math.sin(0.9 * t + start))

    left, top, right, bottom = swimmer.reach
    figure = Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=swimmer.frames,
        speed=0.0 if subject.action in ("hover", "float", "stand") else swimmer.speed * size,
        lift=lift_of(subject.rig) * subject.scale,
        talks=True,
        blinks=True,
        drift=drift,
        casts=False,
    )
    x, y = 0.04 * size, -_BACKS.get(subject.rig, 0.15) * size
    seat = Pose(
        (x, y),
        (x + 0.20, y + 0.36),
        (x + 0.21, y + 0.36),
        (x + 0.42, y - 0.10),
        (x + 0.45, y - 0.10),
        lean=14.0,
        flow=-0.6,
        room=0.9,
    )
    return carrying(figure, subject, seat)


#: Those who leap out of the water.
LEAPERS = frozenset({"dolphin", "whale", "orca", "fish", "goldfish", "koi", "trout", "shark"})
#: How high their backs are, in lengths.
_BACKS = {"whale": 0.16, "dolphin": 0.12, "turtle": 0.22, "fish": 0.2, "shark": 0.12}
RIDDEN = frozenset(_BACKS)


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
    "goldfish": Swimmer(0.6, "#f0802a", "#f8c878", (-0.90, -0.50, 0.62, 0.55), 16, 0.8, finned.draw_goldfish),
    "clownfish": Swimmer(0.6, "#f07a26", "#f4a04c", (-0.75, -0.45, 0.62, 0.45), 13, 1.0, finned.draw_clownfish),
    "koi": Swimmer(0.9, "#f6f0e6", "#ffffff", (-0.80, -0.40, 0.62, 0.40), 18, 0.7, finned.draw_koi),
    "tang": Swimmer(0.65, "#2f6fd0", "#3f86e0", (-0.75, -0.50, 0.62, 0.48), 14, 1.0, finned.draw_tang),
    "trout": Swimmer(0.95, "#7f9298", "#dfe6e6", (-0.75, -0.35, 0.62, 0.35), 12, 1.1, finned.draw_trout),
    "angelfish": Swimmer(0.6, "#f0d890", "#fbf4dc", (-0.80, -0.75, 0.62, 0.65), 18, 0.6, finned.draw_angelfish),
    "orca": Swimmer(3.2, "#24262e", "#f4f6f8", (-0.78, -0.55, 0.60, 0.40), 34, 0.5, finned.draw_orca),
    "ray": Swimmer(2.2, "#4a5a74", "#e6ecf2", (-1.0, -0.65, 0.60, 0.75), 44, 0.35, finned.draw_ray),
    "seahorse": Swimmer(0.75, "#e8a03c", "#fbe0a4", (-0.45, -0.68, 0.60, 0.75), 24, 0.1, finned.draw_seahorse),
    "octopus": Swimmer(1.0, "#d8604c", "#f6c8b0", (-0.75, -0.66, 0.75, 0.55), 48, 0.15, draw_octopus),
    "squid": Swimmer(1.3, "#e07a5a", "#fbdcc8", (-0.95, -0.75, 0.85, 0.75), 42, 0.28, draw_squid),
    "pufferfish": Swimmer(0.65, "#d8b44a", "#fbf6e6", (-0.75, -0.50, 0.55, 0.50), 72, 0.25, finned.draw_pufferfish),
    "shrimp": Swimmer(0.6, "#ee8a5c", "#fbe0cc", (-0.75, -0.75, 1.1, 0.55), 24, 0.35, draw_shrimp),
}

WORDS: dict[str, tuple[float, tuple[str, ...]]] = {
    "fish": (0.5, ("fish", "tropical fish", "piranha")),
    "goldfish": (0.5, ("goldfish", "betta", "betta fish", "siamese fighting fish")),
    "clownfish": (0.45, ("clownfish", "clown fish", "anemonefish")),
    "koi": (0.5, ("koi", "koi carp", "koi fish", "carp")),
    "tang": (0.5, ("blue tang", "surgeonfish", "parrotfish", "butterflyfish")),
    "trout": (0.4, ("trout", "salmon", "tuna", "sardine", "mackerel", "bass", "herring", "minnow")),
    "angelfish": (0.7, ("angelfish", "discus")),
    "orca": (1.5, ("orca", "killer whale")),
    "ray": (1.2, ("manta ray", "stingray", "manta", "ray fish", "eagle ray")),
    "seahorse": (0.9, ("seahorse", "sea horse")),
    "shark": (1.2, ("shark", "great white", "hammerhead")),
    "whale": (2.0, ("whale", "humpback", "blue whale", "sperm whale")),
    "dolphin": (0.8, ("dolphin", "porpoise", "mermaid", "manatee")),
    "turtle": (0.8, ("turtle", "sea turtle")),
    "jellyfish": (1.1, ("jellyfish", "medusa")),
    "submarine": (2.6, ("submarine", "submersible", "u-boat", "bathyscaphe")),
    "octopus": (1.0, ("octopus", "kraken")),
    "squid": (1.0, ("squid", "giant squid", "colossal squid", "cuttlefish")),
    "pufferfish": (0.7, ("pufferfish", "puffer fish", "blowfish", "porcupinefish")),
    "shrimp": (0.5, ("shrimp", "prawn", "krill")),
}
