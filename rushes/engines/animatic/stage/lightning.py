"""Lightning: strokes whose thunder the sound lets be heard, and the light that they throw over everything."""

from __future__ import annotations

import math

import cv2
import numpy as np

from rushes.engines.animatic.paint.colours import hexed, solid, stroke
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.sound import Strike, strikes
from rushes.engines.animatic.stage.set import CONTINUED_SECONDS, Random, Set

#: Between the hills and the clouds; over everything.
SKY, OVER_ALL = 0.012, 3.5
BLUE, WHITE = hexed("#a9b8ff"), hexed("#f4f6ff")
#: By how much everything is brightened at the height of a near stroke, in blue, green and red.
GAIN = (1.30, 1.10, 1.0)
#: How bright a stroke is that is too far away to be heard.
FAINT = 0.5


def lightning(stage: Set) -> None:
    """The sky lights up where a bolt stands for a few frames, and the land with it."""
    until = stage.plan.seconds + CONTINUED_SECONDS
    heard = strikes(stage.plan.seed, until)
    stage.flashes = tuple(strike.seconds for strike in heard)
    found = (*heard, *_far_off(stage, heard, until))
    bolts = [_bolt(stage, strike, stage.random(920 + index)) for index, strike in enumerate(found)]
    reach = stage.framing.width * 0.55
    coarse = stage.framing.scale / 8

    def halo(canvas: Canvas) -> None:
        canvas.drawCircle(reach, reach, reach * 0.52, solid(hexed("#8fa2e8"), 0.42, reach * 0.22))
        canvas.drawCircle(reach, reach, reach * 0.20, solid(hexed("#c8d2ff"), 0.40, reach * 0.09))

    picture = drawn(reach * 2, reach * 2, coarse, halo)
    glows = [
        Glow(picture, 0.02, x=_x(stage, strike) - reach, y=-stage.framing.horizon * 0.86 - reach, scale=coarse)
        for strike in found
    ]

    def sky(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for strike, (trunk, twigs), glow in zip(found, bolts, glows, strict=True):
            level = brightness(strike, t) * (1.0 if strike.near >= 0 else FAINT)
            if level < 0.02:
                continue
            glow.draw(picture, view, t, level)
            x, y, scale = view.place(0.0, 0.0, 0.02)
            canvas.save()
            canvas.translate(x, y)
            canvas.scale(scale, scale)
            bold = 0.7 + 0.6 * strike.near if strike.near >= 0 else 0.42
            canvas.drawPath(trunk, stroke(BLUE, 12 * bold, 0.42 * level, 7))
            canvas.drawPath(twigs, stroke(BLUE, 1.5 * bold, min(1.0, level)))
            canvas.drawPath(trunk, stroke(WHITE, 3.0 * bold, min(1.0, level * 1.5)))
            canvas.restore()

    def land(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        level = max((brightness(strike, t) * (0.45 + 0.55 * strike.near) for strike in heard), default=0.0)
        if level > 0.02:
            gains = np.array([*(1 + gain * level for gain in GAIN), 1.0])
            table = np.clip(np.arange(256)[None, :, None] * gains, 0, 255).astype(np.uint8)
            cv2.LUT(picture, table, dst=picture)

    stage.add(SKY, sky)
    stage.add(OVER_ALL, land)


def _far_off(stage: Set, heard: tuple[Strike, ...], until: float) -> list[Strike]:
    """Strokes beyond the horizon, too far to be heard: the clouds there light up, the land here does not. None at mid-stroke of
    one that is near."""
    random = stage.random(919)
    found: list[Strike] = []
    at = 0.0
    while at < until:
        at += random.uniform(1.3, 2.6)
        strike = Strike(at, random.uniform(0.08, 0.92), -1.0)
        if all(abs(at - other.seconds) > 0.9 for other in heard):
            found.append(strike)
    return found


def brightness(strike: Strike, t: float) -> float:
    """0..1: two strokes through the same channel, the second weaker, both gone in half a second."""
    since = t - strike.seconds
    if since < 0 or since > 0.8:
        return 0.0
    again = since - 0.17
    return max(math.exp(-since * 9.0), 0.72 * math.exp(-again * 6.0) if again >= 0 else 0.0)


def _x(stage: Set, strike: Strike) -> float:
    return (strike.x - 0.5) * stage.framing.width * 0.95


def _bolt(stage: Set, strike: Strike, random: Random) -> tuple[skia.Path, skia.Path]:
    """The channel from the cloud to the ground, and what branches off."""
    top = -stage.framing.horizon
    trunk, twigs = skia.Path(), skia.Path()
    middle = x = _x(stage, strike)
    y = top
    trunk.moveTo(x, y)
    while y < -6:
        x += random.uniform(-28, 28) + 0.10 * (middle - x)
        y += random.uniform(14, 40)
        trunk.lineTo(x, min(-4.0, y))
        if random.random() < 0.30 and y < top * 0.2:
            _twig(twigs, x, y, random.choice((-1, 1)), random, 2)
    return trunk, twigs


def _twig(path: skia.Path, x: float, y: float, way: int, random: Random, forks: int) -> None:
    path.moveTo(x, y)
    points = []
    for _ in range(int(random.integers(3, 6))):
        x += way * random.uniform(8, 34)
        y += random.uniform(6, 30)
        path.lineTo(x, min(-6.0, y))
        points.append((x, y))
    if forks and random.random() < 0.6:
        _twig(path, *points[1], -way, random, forks - 1)
