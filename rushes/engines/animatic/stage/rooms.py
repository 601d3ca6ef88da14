"""Rooms: the shell of an interior: its light, the back wall, what stands before it, the floor with pools of light.

A room is drawn in its own units: (0, 0) is the foot of the back wall in the middle of the frame, y runs down, so that what
stands is at negative y; a grown man is about 300 of them tall. Nearer views show all of it larger. What is drawn is unlit:
the room's lamps and windows light it once, when it is baked; what shines by itself is drawn over that.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, lit, mix, times
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, canvas_of, drawn, softened
from rushes.engines.animatic.stage.set import Random, Set

Floats = NDArray[np.float32]
Drawing = Callable[[Canvas], None]

#: Where the back wall of a small room stands.
DEPTH = 0.62
WARM: Rgb = (1.06, 0.78, 0.50)
NEUTRAL: Rgb = (1.0, 0.95, 0.86)
COLD: Rgb = (0.84, 0.94, 1.0)
#: How bright the outside is and how much the lamps are on, by hour.
OUTSIDE = {"day": 0.95, "dawn": 0.72, "golden": 0.82, "dusk": 0.40, "night": 0.24}
LAMPS = {"day": 0.30, "dawn": 0.5, "golden": 0.5, "dusk": 0.95, "night": 1.0}


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light at or before the wall, room units."""

    x: float
    y: float
    reach: float = 190.0
    strength: float = 1.0
    tint: Rgb | None = None  #: None: the room's own


@dataclass(frozen=True, slots=True)
class Pane:
    """A window: its middle, its top, its size, room units."""

    x: float
    y: float
    width: float
    height: float

    @property
    def foot(self) -> float:
        return self.y + self.height


@dataclass(slots=True)
class Room:
    stage: Set
    depth: float  #: of the back wall
    size: float  #: world units for one of the room's
    width: float  #: after which the wall repeats
    high: float  #: of the wall, up to above the frame
    foot: float  #: of the wall, world units below the horizon
    random: Random
    tint: Rgb  #: of the lamps
    base: float  #: 1 a light room, 0.4 a gloomy one
    level: float  #: of the lamps, 0..1
    outside: float  #: how bright it is before the windows, 0..1
    lamps: list[Lamp] = field(default_factory=list)
    panes: list[Pane] = field(default_factory=list)

    @property
    def half(self) -> float:
        """From the middle of the frame to its side, at the wall."""
        return self.stage.framing.width / 2 / self.size

    @property
    def side(self) -> int:
        """1 when the daylight comes from the right."""
        return self.stage.air.side

    @property
    def narrow(self) -> bool:
        return self.stage.framing.portrait

    @property
    def travels(self) -> bool:
        """Does the camera go along the wall?"""
        return _travels(self.stage)

    def reach(self, units: float) -> float:
        """How far a frame of arches goes to both sides: `units`, or on and on past a camera that travels."""
        return self.width / 2 if self.travels else units

    @property
    def period(self) -> float:
        return self.width * self.size

    @property
    def evening(self) -> bool:
        """Do the lamps light the room, rather than the windows?"""
        return self.level > self.outside

    def has(self, *characters: str) -> bool:
        """Was one of these said of the room? See director.characters."""
        return any(name in self.stage.plan.features for name in characters)

    def holds(self, *nouns: str) -> bool:
        """Is one of these in the picture already, as a subject?"""
        return any(
            word in nouns for subject in self.stage.plan.subjects for word in (subject.noun, *subject.noun.split())
        )

    def lead(self, colour: Rgb, share: float = 0.5) -> Rgb:
        """The colour, leaning to the first that the prompt asked for."""
        asked = self.stage.plan.colours
        return mix(colour, hexed(asked[0]), share) if asked else colour

    def at(self, x: float, y: float) -> tuple[float, float]:
        """World units of a place at the wall."""
        return x * self.size, self.foot + y * self.size

    def light(self, x: Floats, y: Floats) -> Floats:
        """How much light falls on these points of the wall, (..., rgb)."""
        air = self.stage.air
        ambient = mix(air.ambient, times(self.tint, 0.45), 0.72)
        base = np.array(ambient) * self.base * (0.42 + 0.72 * self.outside + 0.24 * self.level)
        total = np.broadcast_to(base, (*x.shape, 3)).astype(np.float32).copy()
        # The upper wall and the corner of the floor get less of what the room throws about.
        total *= (1 - 0.30 * np.clip((-y - 330) / 420, 0, 1) - 0.20 * np.clip((y + 46) / 46, 0, 1))[..., None]
        for lamp in self.lamps:
            away = np.abs(((x - lamp.x) / self.width + 0.5) % 1.0 - 0.5) * self.width
            share = 1.1 * lamp.strength * self.level / (1 + (away**2 + (y - lamp.y) ** 2) / lamp.reach**2)
            total += share[..., None] * np.array(lamp.tint or self.tint, np.float32)
        for pane in self.panes:
            aside = np.abs(((x - pane.x) / self.width + 0.5) % 1.0 - 0.5) * self.width
            away = np.hypot(
                np.maximum(0, aside - pane.width / 2),
                np.maximum(0, np.abs(y - pane.y - pane.height / 2) - pane.height / 2),
            )
            share = 0.5 * self.outside / (1 + (away / 130) ** 2)
            total += share[..., None] * np.array(mix(air.key, air.sky[len(air.sky) // 2], 0.35), np.float32)
        return total

    def wall(self, draw: Drawing, shine: Drawing | None = None, *, order: float = 0.35) -> None:
        """Bake the back wall and what stands at it; `shine` draws what is bright by itself over it."""
        self._hang(-self.width / 2, -self.high, self.width / 2, 8.0, self.depth, draw, shine, order, None, 1.0)

    def piece(
        self,
        depth: float,
        left: float,
        right: float,
        high: float,
        draw: Drawing,
        shine: Drawing | None = None,
        *,
        low: float = 22.0,
        level: float = 1.0,
        blur: float | None = None,
        order: float | None = None,
    ) -> None:
        """Bake furniture that stands at a depth of its own, between `left` and `right` of the middle, `high` tall."""
        self._hang(left, -high, right, low, depth, draw, shine, depth if order is None else order, blur, level)

    def _hang(
        self, left: float, top: float, right: float, bottom: float, depth: float, draw: Drawing, shine: Drawing | None,
        order: float, blur: float | None, level: float,
    ) -> None:  # fmt: skip
        stage = self.stage
        stage.check()
        grow = self.size * depth / self.depth
        foot = stage.ground_y(depth)
        soft = (stage.blur(depth) * (1.3 if depth < 1 else 1.0) if blur is None else blur) * stage.framing.scale
        pixels = stage.framing.scale * grow / (4 if soft > 9 else 2 if soft > 3.2 else 1)
        # The width must be whole pixels, and those exactly the period, or a seam would show.
        columns = max(1, round((right - left) * pixels))
        pixels = columns / (right - left)

        def placed(canvas: Canvas) -> None:
            canvas.translate(-left, -top)
            draw(canvas)

        picture = np.ascontiguousarray(drawn(right - left, bottom - top, pixels, placed)[:, :columns])
        stage.check()
        picture = self._lit(picture, left, top, pixels, depth, level)
        if shine is not None:
            canvas, surface = canvas_of(picture)
            canvas.scale(pixels, pixels)
            canvas.translate(-left, -top)
            shine(canvas)
            del canvas, surface
        stage.check()
        picture = softened(picture, soft * pixels / (stage.framing.scale * grow))
        scale = columns / ((right - left) * grow)
        whole = right - left >= self.width
        period = (right - left) * grow if whole else self.period * depth / self.depth
        stage.add_layer(Layer(picture, depth, x=left * grow, y=foot + top * grow, scale=scale, period=period), order)

    def _lit(self, picture: Picture, left: float, top: float, pixels: float, depth: float, level: float) -> Picture:
        step = 4
        share = depth / self.depth
        y, x = np.mgrid[0 : picture.shape[0] : step, 0 : picture.shape[1] : step].astype(np.float32) / pixels
        down = (self.stage.ground_y(depth) - self.foot) / self.size
        light = self.light((x + left) * share, (y + top) * share + down) * np.float32(level)
        light = np.asarray(cv2.resize(light, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR), np.float32)
        alpha = picture[..., 3:].astype(np.float32) / 255
        colour = picture[..., :3].astype(np.float32) / 255 / np.maximum(alpha, 1 / 255)
        # A gentle shoulder keeps the lamps' surroundings from burning out.
        colour = (1 - np.exp(colour * light[..., ::-1] * -1.45)) * 1.05 * alpha * 255
        noise = np.random.default_rng(5).random(colour.shape[:2], np.float32)[..., None] - 0.5
        colour = np.clip(np.rint(colour + noise * (alpha > 0)), 0, alpha * 255)
        return np.dstack([colour, picture[..., 3]]).astype(np.uint8)

    def shade(self, colour: Rgb, level: float = 1.0) -> Rgb:
        """About what a colour looks like in the middle of the room, for what is drawn anew in every frame."""
        ambient = mix(self.stage.air.ambient, times(self.tint, 0.45), 0.72)
        light = times(ambient, self.base * (0.5 + 0.85 * self.outside + 0.8 * self.level) * level)
        shone = lit(colour, light)
        return (1 - math.exp(-1.45 * shone[0]), 1 - math.exp(-1.45 * shone[1]), 1 - math.exp(-1.45 * shone[2]))

    def light_cast(self, *, shadow: float = 0.42, up: float = -0.5) -> None:
        """Let the cast stand in this light: by day the windows', in the evening the lamps'."""
        air, warm = self.stage.air, min(1.0, max(0.25, self.level - 0.6 * self.outside + 0.15))
        strength = 0.55 + 0.45 * min(1.0, self.base)
        self.stage.light = replace(
            air.light(),
            direction=(self.side * 0.75, up, 0.52),
            key=times(mix(times(air.key, 0.95), self.tint, warm), strength),
            ambient=times(mix(air.ambient, times(self.tint, 0.44), 0.72), strength),
            rim=mix(times(air.rim, 0.8), times(self.tint, 1.1), warm),
            shadow=(0.07, 0.05, 0.06),
            shadow_strength=shadow,
            shadow_length=0.38,
        )


def enter(
    stage: Set,
    salt: int,
    *,
    unit: float = 150.0,
    depth: float = DEPTH,
    base: float = 1.0,
    tint: Rgb = WARM,
    always: float = 0.0,
    windows: float = 1.0,
) -> Room:
    """A room of which the wall repeats after a whole number of `unit`s. `always`: how much its lamps are on by day too;
    `windows`: how much of the daylight comes in."""
    frame = stage.framing
    size = stage.near(depth) * (1.22 if frame.portrait else 1.0) * depth / DEPTH
    foot = stage.ground_y(depth)
    # Who walks along it soon meets the furnished stretch again, and not a bare one.
    width = unit * math.ceil(frame.width * (1.15 if _travels(stage) else 1.75) / size / unit)
    high = (frame.horizon + 0.35 * frame.height + foot) / size
    level, outside = max(always, LAMPS[stage.plan.time]), OUTSIDE[stage.plan.time] * windows
    asked = stage.plan.features
    if "dim" in asked:
        base, outside = base * 0.5, outside * 0.5
    if "bright" in asked:
        base, outside = base * 1.22, min(1.1, outside * 1.2)
    return Room(stage, depth, size, width, high, foot, stage.random(salt), tint, base, level, outside)


def _travels(stage: Set) -> bool:
    return stage.plan.camera.move == "track" or any(subject.travels for subject in stage.plan.subjects)
