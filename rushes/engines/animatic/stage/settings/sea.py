"""The open sea: swell to the horizon, a path of light, clouds that the water mirrors."""

from __future__ import annotations

import math

import numpy as np

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint import swell as swell_of
from rushes.engines.animatic.paint.colours import hexed, mix
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import hills, sky, waves
from rushes.engines.animatic.stage.set import Set


def build(stage: Set) -> None:
    stage.groundless = True
    stage.mirror = 0.7
    sky.hang(stage)
    hills.ridge(stage, 0.05, 40, hexed("#5f7686"), waves=2, salt=100, rough=0.7)
    waves.sea(stage, roughness=20.0)
    for index, depth in enumerate((0.46, 0.62, 0.80, 1.06, 1.32, 1.7)):
        swell(stage, depth, index)


def swell(stage: Set, depth: float, index: int) -> None:
    """A long wave that rises and falls, glassy at its crest; those nearer than a subject hide its keel."""
    air = stage.air
    wild = {"storm": 3.2, "rain": 1.5, "wind": 1.7}.get(stage.plan.weather, 1.0)
    height = (7.0 + 12.0 * depth) * depth**0.5 * wild
    deep = mix(air.surface(hexed("#1c5470"), 1.0, 0.25), air.sky[len(air.sky) // 2], 0.18)
    glass = mix(air.surface(hexed("#3fa0a8"), 1.0, 0.7), air.sky[-2], 0.30)
    foam = air.surface((1, 1, 1), 1.0, 0.9)
    phase = (stage.seed(580 + index) % 628) / 100

    steps = np.linspace(0.0, 1.0, 64)
    covers = np.interp(steps, [0.0, 0.35, 1.0], [0.62, 0.55, 0.0])
    tones = [mix(glass, deep, share) for share in np.interp(steps, [0.0, 0.35], [0.0, 1.0]).tolist()]
    body = np.array([_word(tone, cover) for tone, cover in zip(tones, covers.tolist(), strict=True)], np.uint32)
    wave = swell_of.Swell(body, np.uint32(_word(mix(glass, foam, 0.55), 0.55)), np.uint32(_word(foam, 0.66)))
    breaks = 1.15 - min(0.55, 0.25 * (wild - 1)) if wild > 1.2 or depth > 1.0 else math.inf

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        middle, foot, scale = view.place(0.0, stage.ground_y(depth), depth)
        x = (np.arange(picture.shape[1]) + 0.5 - middle) / scale
        rises = (
            np.sin(x / (150 * depth + 60) + t * 0.75 + phase)
            + 0.5 * np.sin(x / (61 * depth + 30) - t * 1.1 + phase * 2)
            + 0.22 * np.sin(x / (23 * depth + 12) + t * 1.9)
        )
        crests = (foot - rises * height * 0.5 * scale).astype(np.float32)
        foams = np.clip((rises - breaks) / 0.10 + 0.5, 0.0, 1.0).astype(np.float32)
        lines = max(0.8, 1.4 * depth * view.scale), (2.6 + 0.8 * (wild - 1)) * depth * view.scale
        bottom = float(crests[0]) + height * 2.6 * view.scale
        swell_of.lay(picture, wave, crests, foams, bottom, lines, 2.0 * view.scale)

    stage.add(depth, draw)


def _word(colour: Rgb, alpha: float) -> int:
    """A premultiplied pixel."""
    red, green, blue = (round(255 * alpha * min(1.0, max(0.0, share))) for share in colour)
    return round(255 * alpha) << 24 | red << 16 | green << 8 | blue
