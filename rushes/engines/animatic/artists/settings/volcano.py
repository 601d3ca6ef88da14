"""A volcano: a dark cone with fire in its throat, lava that runs down and winds through black rock, smoke, embers."""

import math

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas, Picture
from rushes.engines.animatic.paint.noise import skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import fires, ground, hills, mist, rows, sky, undergrowth, weather
from rushes.engines.animatic.stage.set import Random, Set

ASH, BASALT = hexed("#4a4248"), hexed("#332c32")
HOT, RED = hexed("#ffb83c"), hexed("#ff4a1c")
DEPTH = 0.10


def build(stage: Set) -> None:
    frame = stage.framing
    side = rows.free_side(stage, 2500)
    x, high = side * frame.width * 0.14, 330 * frame.tall
    sky.hang(stage)
    hills.ridge(stage, 0.06, 120, hexed("#6a5a66"), waves=4, salt=100)
    plume(stage, x, high)
    cone(stage, x, high)
    mist.band(stage, 0.14, -70, 18, strength=0.44, salt=131, colour=mix(stage.air.haze, RED, 0.25))
    hills.ridge(stage, 0.18, 56, BASALT, waves=6, salt=110)
    ground.lay(stage, ASH, BASALT, contrast=0.95, cell=110, patches=0.5, marks=_lava(stage), hollow=0.10, crest=0.8)
    boulders(stage, 0.40, 16, (40, 110), 2501)
    boulders(stage, 0.62, 9, (60, 150), 2502, clearing=0.34)
    boulders(stage, 0.86, 5, (60, 130), 2503, clearing=0.62)
    shimmer(stage)
    weather.scatter(stage, weather.Specks(64, (0.8, 2.4), -64, 18, 1.0, 0.9, (1.0, 0.55, 0.18), soft=0.8, glow=True, blink=0.3), 2504)  # fmt: skip
    weather.scatter(stage, weather.Specks(60, (0.8, 2.0), 26, -16, 0.8, 0.5, stage.air.surface(hexed("#8a8488"), 0.7, 0.5), soft=0.5), 2505)  # fmt: skip
    foreground(stage)


def cone(stage: Set, x: float, high: float) -> None:
    air = stage.air
    tones = [air.surface(ASH, DEPTH, share) for share in (0.05, 0.4, 0.95)]
    hot = mix(HOT, (1, 1, 1), 0.25)

    def each(canvas: Canvas, at: float, foot: float, random: Random) -> None:
        def flank(way: float, up: float) -> tuple[float, float]:
            return at + way * high * (0.20 + 1.55 * (1 - up) ** 1.45), foot - high * up

        body = skia.Path()
        body.moveTo(*flank(-1, 0))
        left, right = [flank(-1, step / 24) for step in range(25)], [flank(1, step / 24) for step in range(24, -1, -1)]
        for px, py in (*left, (at - high * 0.08, foot - high * 0.95), (at + high * 0.06, foot - high * 0.93), *right):
            body.lineTo(px + random.uniform(-3, 3), py + random.uniform(-3, 3))
        body.close()
        canvas.drawCircle(at, foot - high * 0.99, high * 0.34, solid(RED, 0.5, high * 0.13))
        canvas.drawPath(body, linear((at - air.side * high * 0.9, 0), (at + air.side * high * 0.9, 0), tones))
        canvas.save()
        canvas.clipPath(body, True)
        for _ in range(60):
            lean = random.uniform(-1, 1)
            start = (at + lean * high * 0.18, foot - high * random.uniform(0.5, 0.98))
            end = (at + lean * high * random.uniform(0.7, 1.7), foot)
            canvas.drawLine(*start, *end, stroke(tones[0] if random.random() < 0.6 else tones[2], random.uniform(3, 12), 0.16, 3))  # fmt: skip
        for lean, reach in ((-0.10, 0.62), (0.05, 0.98), (0.14, 0.5), (-0.02, 0.75)):
            stream = skia.Path()
            px, py = at + lean * high, foot - high * 0.96
            stream.moveTo(px, py)
            for step in range(1, 9):
                share = step / 8 * reach
                px = at + lean * high * (1 + share * 3.0) + math.sin(step * 1.9 + lean * 30) * high * 0.03
                stream.lineTo(px, foot - high * (0.96 - 0.96 * share))
            for tone, width, alpha, soft in ((RED, 0.060, 0.6, 0.03), (RED, 0.026, 1.0, 0.0), (hot, 0.011, 1.0, 0.0)):
                canvas.drawPath(stream, stroke(tone, high * width, alpha, high * soft))
        canvas.drawCircle(at, foot - high * 0.97, high * 0.17, solid(HOT, 0.75, high * 0.05))
        wash = linear((0, foot - high * 0.4), (0, foot), [air.haze, air.haze], None, [0.0, 0.55])
        canvas.drawRect(skia.Rect.MakeLTRB(at - high * 3, foot - high * 0.4, at + high * 3, foot + 6), wash)
        canvas.restore()

    rows.one(stage, DEPTH, x, 2506, each, tall=high * 1.45)


def plume(stage: Set, x: float, high: float) -> None:
    """Smoke that rolls up out of the crater, lit from below."""
    air = stage.air
    puffs = [(number / 16, float(v)) for number, v in enumerate(stage.random(2507).uniform(-1, 1, 16))]
    grey = mix(air.surface(hexed("#6a6068"), 0.3, 0.5), air.haze, 0.25)
    lean = max(-1.0, min(1.0, air.wind / 60))

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for start, sway in puffs:
            life = (start + t * 0.035) % 1.0
            up = life**0.8
            px, py, scale = view.place(x + lean * 260 * up * up + sway * 46 * up, 12 - high * (0.95 + 0.95 * up), 0.09)
            radius = high * (0.10 + 0.24 * up) * scale
            tone = mix(mix(RED, HOT, 0.3), grey, min(1.0, 0.25 + up * 2.6))
            fade = min(1.0, life * 6) * (1 - life) ** 0.6
            paint = skia.Paint(AntiAlias=True, Shader=skia.GradientShader.MakeRadial((px, py), max(1.0, radius), [solid(tone, 0.85 * fade).getColor(), solid(tone, 0.5 * fade).getColor(), solid(tone, 0.0).getColor()], [0.0, 0.55, 1.0]))  # fmt: skip
            canvas.drawCircle(px, py, radius, paint)

    stage.add(0.095, draw)
    fires.glow(stage, x, 12 - high, DEPTH, high * 0.9, DEPTH + 0.001, 8, 0.7)


def _lava(stage: Set) -> ground.Marks:
    """Rivers of lava in the ground, and cracks that glow."""
    seed = stage.seed(2509)

    def marks(rgb: NDArray[np.float32], depth: NDArray[np.float32], x: NDArray[np.float32]) -> NDArray[np.float32]:
        bend = skyline(len(x), 7, seed, octaves=3)
        heat = np.zeros((len(depth), len(x)), np.float32)
        for line, wide in ((0.47, 0.030), (0.72, 0.022), (1.30, 0.034)):
            middle = line * (1 + 0.62 * (bend - 0.5))
            wide *= 1.0 + 0.8 * float(np.ptp(bend))
            heat = np.maximum(heat, np.exp(-(((depth[:, None] - middle[None]) / (wide * line)) ** 2)))
            bend = np.roll(bend, len(x) // 3)
        core = np.clip((heat - 0.55) * 3.0, 0, 1)[..., None]
        glow = np.array(RED, np.float32) * heat[..., None] * 0.8
        crust = np.array(mix(RED, HOT, 0.35), np.float32) * (1 - core) + np.array(mix(HOT, (1, 1, 1), 0.3), np.float32) * core  # fmt: skip
        share = np.clip((heat - 0.22) * 3.2, 0, 1)[..., None]
        return np.asarray(np.clip((rgb + glow) * (1 - share) + crust * share, 0, 1), np.float32)

    return marks


def boulders(stage: Set, depth: float, count: float, sizes: tuple[float, float], salt: int, *, clearing: float = 0.0) -> None:  # fmt: skip
    air = stage.air
    tone = air.surface(BASALT, depth, 0.4)
    ember = mix(tone, RED, 0.55)

    def each(canvas: Canvas, x: float, foot: float, random: Random) -> None:
        size = random.uniform(*sizes) * depth
        undergrowth.stone(canvas, x, foot + 4, size, times(tone, random.uniform(0.7, 1.1)), random, light=mix(tone, air.edge, 0.4), side=air.side)  # fmt: skip
        if random.random() < 0.5:
            canvas.drawLine(
                x - size * 0.4, foot + 3, x + size * 0.4, foot + 3, stroke(ember, size * 0.06, 0.9, size * 0.02)
            )

    rows.along(stage, depth, count, salt, each, tall=sizes[1] * depth, clearing=clearing)


def shimmer(stage: Set) -> None:
    """The light of the lava on the air above it, which breathes."""
    for index, (share, depth) in enumerate(((-0.3, 0.47), (0.28, 0.47), (0.02, 0.72))):
        fires.glow(stage, share * stage.framing.width, stage.ground_y(depth), depth, 240.0, depth, index, 0.5)


def foreground(stage: Set) -> None:
    frame, air = stage.framing, stage.air
    foot = frame.height - frame.horizon + 70
    dark = mix(times(air.surface(BASALT, 1.0, 0.1), 0.6), air.shadow, 0.4)

    def draw(canvas: Canvas, period: float) -> None:
        random = stage.random(2512)
        for way in (-1, 1):
            x = period / 2 + way * frame.width * random.uniform(0.46, 0.56)
            for part in range(3):
                undergrowth.stone(canvas, x + (part - 1) * 130, foot, random.uniform(190, 330), dark, random, light=mix(dark, RED, 0.6), side=-way)  # fmt: skip

    stage.bake(1.5, foot - 240, foot + 5, draw, order=2.0, period=frame.width * 2.3)


SETTING = Setting(
    build=build,
    words="""volcano, volcanoes, erupting volcano, active volcano, volcanic crater, volcanic landscape, lava field, lava, lava river, river of lava,
        molten lava, magma, volcanic eruption, mordor, hell, underworld, mount doom, lake of lava, lava lake""",
    by_day="fire wind",
    by_night="fire wind",
    hours=("dusk", "dusk", "night", "night", "golden"),
    scenery=frozenset({"volcano", "fire", "embers", "smoke", "mountains", "rocks", "sparks"}),
)
