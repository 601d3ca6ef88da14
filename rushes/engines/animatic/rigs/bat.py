"""Bats: on the wing with fingers that fold, or asleep head down under a twig. In lengths of head and body."""

from __future__ import annotations

import math
from itertools import pairwise

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import fur
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point

ACTIONS = frozenset({"fly", "hover", "float", "stand", "sit", "sleep", "look", "talk"})
WORDS: dict[str, tuple[float, tuple[str, ...]]] = {"bat": (0.55, ("bat", "fruit bat", "vampire bat", "flying fox"))}
#: Its own heights above the ground line.
LIFT = 2.0
_BARK = rgb("#6e5138")


def make(subject: Subject, seed: int) -> Figure:
    size = WORDS["bat"][0] * subject.scale
    hue = rgb(subject.colour or ("#5a4652", "#4a3e4c", "#6a4e40")[seed % 3])
    if lightness(hue) < 0.12:
        hue = mix(hue, (0.30, 0.28, 0.32), 0.5)
    aloft = subject.action in ("fly", "hover", "float", "run", "walk", "play", "dance")
    start = seed % 7

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if aloft:
                _flying(pen, hue, moment)
            else:
                _hanging(pen, hue, moment, subject.action == "sleep")

    def drift(t: float) -> Drift:
        # It flutters: up with each beat, and about.
        beat = 2 * math.pi * 24 / _BEAT * t
        return Drift(
            0.25 * size * math.sin(1.7 * t + start),
            size * (0.10 * math.sin(beat + 0.8) + 0.30 * math.sin(1.3 * t + start)),
        )

    return Figure(
        paint=paint,
        reach=(-1.9 * size, -1.7 * size, 1.9 * size, 1.5 * size)
        if aloft
        else (-1.7 * size, -3.0 * size, 1.7 * size, 0.1 * size),
        poses=_BEAT if aloft else 48,
        poses_per_second=24.0 if aloft else 12.0,
        speed=2.2 if subject.action == "fly" else 0.0,
        lift=LIFT * size if aloft else 0.0,
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift if aloft else None,
        casts=aloft,
    )


_BEAT = 12


def _flying(pen: Pen, hue: Rgb, moment: Moment) -> None:
    turn = 2 * math.pi * moment.phase
    raised, late = math.sin(turn), math.sin(turn - 0.9)
    skin = dim(hue, 0.62)
    with pen.part(puff=0.35, shade=0.0, gain=0.9):
        _wing(pen, (0.16, -0.10), 1, raised, late, dim(skin, 0.82))
    with pen.part(puff=0.9, shade=0.2):
        body = [(-0.36, 0.34), (-0.30, 0.0), (-0.10, -0.26), (0.18, -0.28), (0.30, -0.04), (0.18, 0.26), (-0.10, 0.46)]
        fur.edge(pen, fur.ring(body), 0.03, 0.05, lambda _: hue, back=(-0.5, 0.8))
        pen.blob(body, pen.ramp((0, -0.3), (0, 0.4), [tint(hue, 0.08), hue]))
        pen.blob([(0.0, -0.16), (0.20, -0.16), (0.22, 0.10), (0.02, 0.34), (-0.14, 0.30)], tint(hue, 0.28), 0.6)
        for dx in (-0.20, -0.06):
            pen.tube([(dx, 0.38), (dx - 0.06, 0.52), (dx - 0.02, 0.60)], [0.07, 0.05, 0.03], skin)
    with pen.part(puff=0.9, shade=0.25), pen.turned(0.22, -0.36, 4 * late):
        _head(pen, hue, moment, False)
    with pen.part(puff=0.35, shade=0.3):
        _wing(pen, (-0.02, -0.10), -1, raised, late, skin)


def _wing(pen: Pen, root: Point, side: int, raised: float, late: float, hue: Rgb) -> None:
    """A hand with long fingers and a skin between them; `side` -1 is the near one, to the left."""
    lift, bent = 34.0 * raised + 8.0, 44.0 * late

    def out(far: float, degrees: float, start: Point) -> Point:
        angle = math.radians(degrees)
        return (start[0] + side * far * math.cos(angle), start[1] - far * math.sin(angle))

    wrist = out(0.62, lift + 24, root)
    tips = [
        out(far, lift + turn + share * bent, wrist)
        for far, turn, share in ((1.05, 14, 1.0), (1.10, -24, 0.8), (0.98, -58, 0.5), (0.78, -96, 0.2))
    ]
    hip: Point = (root[0] - 0.10 + 0.12 * side, root[1] + 0.48)
    # The edge of the skin hangs in a bow between the tips.
    corners = [*tips, hip]
    path = skia.Path()
    path.moveTo(*root)
    path.lineTo(*wrist)
    path.quadTo((wrist[0] + tips[0][0]) / 2, (wrist[1] + tips[0][1]) / 2 - 0.06, *tips[0])
    for a, b in pairwise(corners):
        middle = ((a[0] + b[0]) / 2 * 0.72 + wrist[0] * 0.28, (a[1] + b[1]) / 2 * 0.72 + wrist[1] * 0.28)
        path.quadTo(*middle, *b)
    path.close()
    pen.fill(path, pen.ramp(root, tips[1], [tint(hue, 0.10), hue, dim(hue, 0.82)]))
    bone = tint(hue, 0.22)
    pen.tube([root, ((root[0] + wrist[0]) / 2, (root[1] + wrist[1]) / 2 - 0.03), wrist], [0.10, 0.075, 0.055], bone)
    for tip in tips:
        pen.tube([wrist, ((wrist[0] + tip[0]) / 2, (wrist[1] + tip[1]) / 2 - 0.03), tip], [0.05, 0.035, 0.015], bone)
    pen.tube([wrist, (wrist[0] + 0.05 * side, wrist[1] - 0.13)], [0.045, 0.015], bone)


def _hanging(pen: Pen, hue: Rgb, moment: Moment, asleep: bool) -> None:
    turn = 2 * math.pi * moment.phase
    skin = dim(hue, 0.62)
    top, sway = -2.55, 2.5 * math.sin(turn)
    with pen.part(puff=0.8, shade=0.0):
        pen.tube(
            [(-1.6, top + 0.06), (-0.5, top - 0.03), (0.5, top), (1.6, top - 0.10)], [0.15, 0.13, 0.12, 0.06], _BARK
        )
        for k in range(5):
            with pen.turned(-1.3 + 0.62 * k, top, 40 + 65 * k):
                pen.blob([(0.0, 0.0), (0.14, -0.09), (0.34, 0.0), (0.14, 0.09)], rgb("#5f9440"))
    with pen.turned(0.0, top, sway):
        with pen.part(puff=0.9, shade=0.15):
            for x in (-0.10, 0.10):
                pen.tube([(x, 0.30), (x * 0.9, 0.12), (x, -0.04)], [0.10, 0.07, 0.06], skin)
            body = [(-0.26, 0.26), (0.0, 0.18), (0.26, 0.26), (0.32, 0.70), (0.20, 1.08), (-0.20, 1.08), (-0.32, 0.70)]
            pen.blob(body, hue)
            pen.oval(0.0, 0.86, 0.18, 0.24, tint(hue, 0.28), 0.7)
        with pen.part(puff=0.7, shade=0.3):
            for side in (-1, 1):
                # The wings are folded around it like a cloak.
                pen.blob([(side * 0.10, 0.20), (side * 0.34, 0.28), (side * 0.44, 0.70), (side * 0.34, 1.18), (side * 0.12, 1.02), (side * 0.06, 0.60)], pen.ramp((0, 0.2), (0, 1.2), [tint(skin, 0.12), skin]))  # fmt: skip
                for k in range(3):
                    pen.line(
                        [(side * (0.36 - 0.06 * k), 1.12), (side * (0.34 - 0.08 * k), 0.70), (side * 0.20, 0.28)],
                        0.022,
                        tint(skin, 0.24),
                    )
        with pen.part(puff=0.9, shade=0.25), pen.turned(0.0, 1.20, 180.0 + 3 * math.sin(2 * turn)):
            _head(pen, hue, moment, asleep, front=True)


def _head(pen: Pen, hue: Rgb, moment: Moment, asleep: bool, *, front: bool = False) -> None:
    """Drawn around its middle; a little turned to the right, or from the front."""
    shift = 0.0 if front else 0.06
    for x, lean, tone in ((0.17 + shift, 20, 0.85), (-0.17 + 0.3 * shift, -16, 1.0)):
        with pen.turned(x, -0.14, lean):
            pen.blob([(-0.13, 0.06), (-0.14, -0.20), (0.0, -0.44), (0.13, -0.20), (0.12, 0.06)], dim(hue, tone))
            pen.blob(
                [(-0.06, 0.02), (-0.07, -0.16), (0.0, -0.32), (0.07, -0.16), (0.06, 0.02)],
                mix(hue, rgb("#d98a8a"), 0.55),
            )
    pen.oval(0.0, 0.0, 0.30, 0.28, pen.ramp((0, -0.3), (0, 0.3), [tint(hue, 0.12), hue]))
    pen.oval(shift * 1.6, 0.12, 0.17, 0.12, tint(hue, 0.30))
    pen.blob([(shift * 2 - 0.05, 0.06), (shift * 2, 0.01), (shift * 2 + 0.05, 0.06), (shift * 2, 0.10)], BLACK)
    mouth = moment.mouth
    if mouth > 0.05:
        pen.oval(shift * 1.6, 0.18, 0.08, 0.02 + 0.05 * mouth, rgb("#5a1c24"))
    else:
        pen.line([(shift * 1.6 - 0.09, 0.15), (shift * 1.6, 0.185), (shift * 1.6 + 0.09, 0.15)], 0.018, dim(hue, 0.4))
    for side in (-1, 1):
        pen.poly(
            [
                (shift * 1.6 + side * 0.05 - 0.018, 0.165),
                (shift * 1.6 + side * 0.05 + 0.018, 0.165),
                (shift * 1.6 + side * 0.05, 0.215),
            ],
            WHITE,
        )
    for x, radius in ((-0.10 + shift, 0.075), (0.13 + shift, 0.065)):
        if moment.blink or asleep:
            pen.line([(x - radius, -0.04), (x, -0.01), (x + radius, -0.04)], 0.022, dim(hue, 0.35))
            continue
        pen.dot(x, -0.05, radius * 1.1, WHITE)
        pen.dot(x + 0.012, -0.045, radius * 0.85, BLACK)
        pen.dot(x + 0.035, -0.075, radius * 0.28, WHITE)
