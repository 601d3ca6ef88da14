"""The open sea: swell to the horizon, a path of light, clouds that the water mirrors."""

from __future__ import annotations

import itertools
import math

from rushes.engines.animatic.paint.colours import hexed, mix, solid, stroke
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.skia_loading import skia
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

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        foot = stage.ground_y(depth)
        crest = skia.Path()
        count = 56
        places = []
        for step in range(count + 1):
            x = (step / count - 0.5) * view.width * 1.2 + view.x * depth + view.pan
            wave = (
                math.sin(x / (150 * depth + 60) + t * 0.75 + phase)
                + 0.5 * math.sin(x / (61 * depth + 30) - t * 1.1 + phase * 2)
                + 0.22 * math.sin(x / (23 * depth + 12) + t * 1.9)
            )
            across, down, scale = view.place(x, foot, depth)
            places.append((across, down - wave * height * 0.5 * scale, wave))
        crest.moveTo(*places[0][:2])
        for across, down, _ in places[1:]:
            crest.lineTo(across, down)
        body = skia.Path(crest)
        bottom = places[0][1] + height * 2.6 * view.scale
        body.lineTo(places[-1][0], bottom)
        body.lineTo(places[0][0], bottom)
        body.close()
        top = min(place[1] for place in places)
        shader = skia.GradientShader.MakeLinear(
            [(0, top), (0, bottom)],
            [solid(glass, 0.62).getColor(), solid(deep, 0.55).getColor(), solid(deep, 0.0).getColor()], [0.0, 0.35, 1.0],
        )  # fmt: skip
        canvas.drawPath(body, skia.Paint(Shader=shader, AntiAlias=True))
        canvas.drawPath(crest, stroke(mix(glass, foam, 0.55), max(0.8, 1.4 * depth * view.scale), 0.55))
        if wild > 1.2 or depth > 1.0:
            caps = skia.Path()
            for (ax, ay, aw), (bx, by, _) in itertools.pairwise(places):
                if aw > 1.15 - min(0.55, 0.25 * (wild - 1)):
                    caps.moveTo(ax, ay)
                    caps.lineTo(bx, by)
            canvas.drawPath(caps, stroke(foam, (2.6 + 0.8 * (wild - 1)) * depth * view.scale, 0.66, 0.7 * view.scale))

    stage.add(depth, draw)
