"""ShotPlan: what the director understood, as data. Every frame and every sample is a pure function of it.

    prompt --director--> ShotPlan --stage, rigs--> frame(t)
                                  --sound-------> samples

A plan survives JSON (`to_json`; `director.edited.read` reads it back) unchanged; it is returned to the caller, stored in the film, and may be
edited and sent back. Places are in frame units: x 0 (left) .. 1 (right), y 0 (top) .. 1 (bottom); sizes in metres.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from rushes.engines.animatic import artists

#: Raised when a field changes its meaning.
PLAN_VERSION = 1

SETTINGS = (
    "forest", "pine_forest", "meadow", "mountains", "desert", "beach", "sea", "underwater", "city", "street",
    "highway", "village", "room", "stage_hall", "space", "planet", "sky", "wall",
    "jungle", "arctic", "river", "market", "castle", "ruins", "kitchen", "office", "laboratory",
    *artists.names("settings"),
)  # fmt: skip
TIMES = ("dawn", "day", "golden", "dusk", "night")
WEATHERS = ("clear", "cloudy", "snow", "rain", "storm", "fog", "wind", "dust")
ACTIONS = (
    "stand", "sit", "lie", "walk", "trot", "run", "fly", "hover", "swim", "drive", "sail", "float", "dance", "play",
    "eat", "sleep", "jump", "look", "talk", "burn", "fall", "spin", "grow", "launch", "ride",
)  # fmt: skip
MOVES = (
    "static", "pan_left", "pan_right", "tilt_up", "tilt_down", "push_in", "pull_out", "zoom_in", "zoom_out",
    "track", "crane_up", "crane_down", "orbit", "handheld", "aerial",
)  # fmt: skip
SIZES = ("extreme_wide", "wide", "full", "medium", "close", "extreme_close")
STYLES = (
    "storybook",
    "noir",
    "watercolour",
    "paper",
    "blueprint",
    "anime",
    "film",
    "pixel",
    "claymation",
    "oil",
    "sketch",
)


@dataclass(frozen=True, slots=True)
class Subject:
    noun: str  #: as the prompt said it, singular: "red fox"
    rig: str  #: id of the drawing, see rigs.catalog; "card" is the honest placeholder
    action: str = "stand"  #: one of ACTIONS
    count: int = 1  #: 1..12
    colour: str | None = None  #: "#rrggbb" when the prompt names one
    scale: float = 1.0  #: of the rig's natural size: tiny 0.5, small 0.75, big 1.4, giant 2.5
    x: float = 0.5  #: where its ground point is at mid-shot, frame units
    depth: float = 1.0  #: 1 = the stage's main line; 0.5 twice as far, 1.5 nearer than the action
    facing: int = 1  #: 1 looks right, -1 left
    travels: bool = False  #: moves across the ground by its action's own speed
    y: float | None = (
        None  #: where its middle is at mid-shot, frame units; None: on the ground, or as high as its kind lives
    )
    on: int | None = (
        None  #: index of the subject on top of which it is, which it rides, or by which it is pushed or pulled
    )
    traits: tuple[str, ...] = ()  #: words that a rig may use: "old", "woman", "hat", "astronaut", "umbrella"


@dataclass(frozen=True, slots=True)
class Camera:
    move: str = "push_in"  #: one of MOVES
    size: str = "wide"  #: one of SIZES
    angle: str = "eye"  #: eye, low, high, overhead
    pace: float = 1.0  #: 0.3 slow .. 2 fast
    focus: str = "deep"  #: deep or shallow


@dataclass(frozen=True, slots=True)
class Line:
    """A line of dialogue."""

    speaker: int | None  #: index into subjects; None is a voice off
    text: str
    tone: str = "plain"  #: plain, whisper, shout, sing, murmur
    voice: str = "neutral"  #: woman, man, child, old, robot, neutral
    starts_seconds: float = 1.0
    lasts_seconds: float = 2.0


@dataclass(frozen=True, slots=True)
class ShotPlan:
    prompt: str
    seed: int
    seconds: float
    aspect_ratio: str = "16:9"
    setting: str = "meadow"
    time: str = "day"
    weather: str = "clear"
    season: str = "summer"
    mood: str = "calm"  #: calm, joyful, tense, sad, epic, mysterious, romantic, playful
    style: str = "storybook"
    subjects: tuple[Subject, ...] = ()
    camera: Camera = Camera()
    features: tuple[str, ...] = ()  #: scenery that was asked for: "moon", "stars", "rainbow", "waterfall", "lights"
    sounds: tuple[str, ...] = ()  #: beds and effects by name, see sound.catalog: "wind", "rain", "waves", "footsteps"
    music: str | None = None  #: a mood or a kind of music (sound.styles: "jazz", "waltz"), or None for no music
    lines: tuple[Line, ...] = ()
    colours: tuple[str, ...] = ()  #: "#rrggbb" that should lead the palette
    understood: tuple[str, ...] = ()  #: words of the prompt that had an effect
    not_drawn: tuple[str, ...] = ()  #: nouns that have no drawing of their own
    removed: tuple[str, ...] = ()  #: what negatives took away
    notes: tuple[str, ...] = ()  #: said honestly: "orbit approximated by parallax"
    version: int = PLAN_VERSION

    def to_json(self) -> dict[str, Any]:  # Any: JSON
        plan: dict[str, Any] = dataclasses.asdict(self)
        return plan
