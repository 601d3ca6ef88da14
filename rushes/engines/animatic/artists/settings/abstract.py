"""Nowhere: bands of colour that flow before a ground of two colours, for prompts of gradients, inks and particles."""

import math

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import coded, hexed, mix, solid, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.stage.set import Set

#: What flows when the prompt names no colours: (ground, then the bands).
PALETTES = (
    ("#141a3c", "#3f5bd8", "#9a5ae0", "#f06a9a", "#ffb46a"),
    ("#0e2a33", "#1f8a8a", "#58c8b4", "#f2d08a", "#f08a5a"),
    ("#2a1238", "#7a2a9a", "#e0488a", "#ff8a6a", "#ffd88a"),
)
BANDS = 5


def build(stage: Set) -> None:
    random = stage.random(2600)
    chosen = [hexed(colour) for colour in PALETTES[int(random.integers(len(PALETTES)))]]
    asked = [hexed(colour) for colour in stage.plan.colours]
    bands = [asked[n % len(asked)] if asked else chosen[1 + n % 4] for n in range(BANDS)]
    ground = times(mix(asked[0], (0.02, 0.02, 0.05), 0.72), 0.9) if asked else chosen[0]
    frame = stage.framing
    high, top = frame.height, -frame.horizon

    def paper(canvas: Canvas, period: float) -> None:
        glow = mix(ground, bands[1], 0.35)
        shader = skia.GradientShader.MakeLinear([skia.Point(0, top - high * 0.2), skia.Point(0, top + high * 1.2)], [coded(mix(ground, (0, 0, 0), 0.3)), coded(glow)])  # fmt: skip
        canvas.drawRect(
            skia.Rect.MakeLTRB(-4, top - high * 0.4, period + 4, top + high * 1.4), skia.Paint(Shader=shader)
        )

    stage.bake(0.08, top - high * 0.4, top + high * 1.4, paper)
    for number, hue in enumerate(bands):
        _flow(stage, number, hue, ground)
    _motes(stage, bands)


def _flow(stage: Set, number: int, hue: Rgb, ground: Rgb) -> None:
    """A band: a wave of whole periods, light on its crest and sinking into the ground's colour below."""
    frame, random = stage.framing, stage.random(2610 + number)
    share = (number + 0.6) / BANDS
    depth = 0.14 + 0.16 * number
    base = -frame.horizon + frame.height * (0.12 + 0.80 * share)
    swing = frame.height * (0.16 - 0.014 * number)
    waves = [(int(random.integers(1, 3)), 1.0), (int(random.integers(3, 5)), 0.35)]
    starts = [float(random.uniform(0, 2 * math.pi)) for _ in waves]
    top, foot = base - swing * 1.5, -frame.horizon + frame.height * 1.5

    def draw(canvas: Canvas, period: float) -> None:
        def crest(x: float) -> float:
            return base + swing * sum(
                weight * math.sin(2 * math.pi * count * x / period + start)
                for (count, weight), start in zip(waves, starts, strict=True)
            )

        path = skia.Path()
        steps = 160
        points = [(period * step / steps, crest(period * step / steps)) for step in range(steps + 1)]
        path.moveTo(0, foot)
        for x, y in points:
            path.lineTo(x, y)
        path.lineTo(period, foot)
        path.close()
        shader = skia.GradientShader.MakeLinear(
            [skia.Point(0, top), skia.Point(0, top + frame.height * 0.85)],
            [coded(mix(hue, (1, 1, 1), 0.22)), coded(hue), coded(mix(hue, ground, 0.75))], [0.0, 0.35, 1.0],
        )  # fmt: skip
        shade = skia.Paint(Color=coded((0, 0, 0), 0.30), AntiAlias=True)
        shade.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 26))
        canvas.drawPath(path, shade)
        canvas.drawPath(path, skia.Paint(Shader=shader, AntiAlias=True))
        edge = skia.Paint(
            Color=coded(mix(hue, (1, 1, 1), 0.65), 0.5), AntiAlias=True, Style=skia.Paint.kStroke_Style, StrokeWidth=3
        )
        edge.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 1.6))
        line = skia.Path()
        line.addPoly([skia.Point(x, y + 2) for x, y in points], False)
        canvas.drawPath(line, edge)

    stage.bake(depth, top - 60, foot, draw, drift=(22 + 15 * number) * (1 if number % 2 else -1))


def _motes(stage: Set, bands: list[Rgb]) -> None:
    """Points of light between the bands, far ones and near ones."""
    frame = stage.framing
    for row, depth in enumerate((0.22, 0.5, 0.95)):
        top, foot = -frame.horizon, -frame.horizon + frame.height

        def draw(canvas: Canvas, period: float, row: int = row, top: float = top, foot: float = foot) -> None:
            random = stage.random(2640 + row)
            for _ in range(70 - 14 * row):
                x, y = random.uniform(0, period), random.uniform(top, foot)
                hue = mix(bands[int(random.integers(len(bands)))], (1, 1, 1), 0.6)
                canvas.drawCircle(
                    x, y, random.uniform(1.2, 3.2) * (1 + 0.6 * row), solid(hue, 0.25 + 0.5 * random.random(), 0.8)
                )

        stage.bake(depth, top, foot, draw, drift=10.0 * (row + 1))


SETTING = Setting(
    build=build,
    words="""abstract gradient, abstract gradients, liquid gradient, liquid gradients, gradient waves, abstract background, abstract shapes, abstract art, abstract animation,
        abstract lines, abstract waves, abstract liquid, abstract fluid, flowing gradient, flowing gradients, flowing colors, flowing colours, colour gradient, color gradient,
        colorful waves, colourful waves, swirling colors, swirling colours, abstract swirls, abstract patterns, ink in water, paint in water, acrylic pour, fluid art,
        motion graphics, screensaver, wallpaper loop, particle system, abstract particles, glowing particles, geometric shapes, fractal, fractals, kaleidoscope, mandala,
        colour field, data visualisation, data visualization, infographic, sound waves, audio visualizer, music visualizer, mograph""",
    by_day="hum",
    by_night="hum",
    scenery=frozenset({"waves", "particles"}),
    outdoors=False,
    hours=("day",),
)
