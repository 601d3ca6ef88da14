"""Hair of people: what hangs behind the head, the cap on it, and what falls over the face. In head radii, see face.py."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rushes.engines.animatic.rigs.face import Globe
from rushes.engines.animatic.rigs.hue import dim, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point

STYLES = ("short", "crop", "quiff", "parted", "curly", "afro", "long", "wavy", "bob", "bun", "tail", "braids", "bald", "topknot", "mohawk", "tuft")  # fmt: skip
#: Styles that leave the ears to be seen.
EARS = frozenset({"short", "crop", "quiff", "parted", "bald", "topknot", "mohawk", "bun", "tail", "tuft", "braids"})

_Line = Sequence[tuple[float, float]]
#: Where the face begins, from the near side to the far one: longitude and height.
_PLAIN: _Line = ((84, -0.10), (66, -0.42), (40, -0.60), (14, -0.64), (-14, -0.64), (-40, -0.60), (-66, -0.42), (-84, -0.10))  # fmt: skip
_HAIRLINES: dict[str, _Line] = {
    "bald": ((90, 0.10), (88, -0.40), (60, -0.92), (20, -1.0), (-20, -1.0), (-60, -0.92), (-88, -0.40), (-90, 0.10)),
    "parted": ((84, -0.06), (70, -0.36), (48, -0.46), (30, -0.62), (16, -0.74), (-20, -0.54), (-54, -0.40), (-84, -0.10)),
    "quiff": ((84, -0.10), (70, -0.48), (44, -0.62), (16, -0.56), (-14, -0.64), (-40, -0.62), (-66, -0.46), (-84, -0.10)),
    "bob": ((70, 0.10), (62, -0.30), (44, -0.42), (14, -0.46), (-14, -0.46), (-44, -0.42), (-62, -0.30), (-70, 0.10)),
    "long": ((72, 0.10), (64, -0.30), (40, -0.54), (8, -0.76), (-22, -0.62), (-50, -0.44), (-66, -0.20), (-72, 0.10)),
    "wavy": ((72, 0.10), (64, -0.28), (44, -0.52), (20, -0.74), (-16, -0.58), (-46, -0.40), (-66, -0.16), (-72, 0.10)),
    "bun": ((84, -0.06), (66, -0.40), (36, -0.62), (8, -0.74), (-14, -0.70), (-44, -0.56), (-66, -0.38), (-84, -0.06)),
    "braids": ((80, -0.02), (64, -0.36), (36, -0.58), (4, -0.78), (-6, -0.78), (-36, -0.58), (-64, -0.36), (-80, -0.02)),
    "crop": ((86, -0.16), (66, -0.50), (40, -0.66), (14, -0.70), (-14, -0.70), (-40, -0.66), (-66, -0.50), (-86, -0.16)),
    "topknot": ((86, -0.16), (66, -0.54), (40, -0.72), (14, -0.78), (-14, -0.78), (-40, -0.72), (-66, -0.54), (-86, -0.16)),
    "tuft": ((90, 0.0), (80, -0.50), (60, -0.86), (20, -0.96), (-20, -0.96), (-60, -0.86), (-80, -0.50), (-90, 0.0)),
}  # fmt: skip


def hairline(outfit: Outfit) -> _Line:
    return _HAIRLINES.get(outfit.hair_style, _PLAIN)


def draw_behind(pen: Pen, outfit: Outfit, globe: Globe, flow: float, wind: float = 0.0) -> None:
    """What hangs at the back of the head; drawn before the head, or over the back of one who looks away."""
    hair, style = outfit.hair, outfit.hair_style
    sway = 0.14 * flow + 1.05 * wind
    lift = 0.42 * abs(wind)
    back = -0.5 * globe.side
    half = math.hypot(1.06 * globe.front, 0.66 * globe.side)
    if style in ("long", "wavy"):
        end = (1.95 if style == "long" else 1.75) - lift
        left = [(back - half, -0.2), (back - half * 1.08 + 0.3 * sway, 0.6), (back - half * 0.90 + sway, end - 0.30)]
        right = [(back + half * 0.86 + sway, end - 0.30), (back + half + 0.3 * sway, 0.6), (back + half, -0.2)]
        foot: list[Point] = [(back - 0.4 * half + sway, end), (back + 0.4 * half + sway, end)]
        pen.blob(
            [(back, -1.0), (back - 0.74 * half, -0.76), *left, *foot, *right, (back + 0.74 * half, -0.76)],
            pen.ramp((0, -0.8), (0, end), [hair, dim(hair, 0.76)]),
        )
        for k in range(5):
            x = back + half * (-0.7 + 0.35 * k)
            wave = 0.08 * math.cos(k * 2.1) if style == "wavy" else 0.0
            pen.line([(x, 0.0), (x * 1.05 + wave + 0.3 * sway, 0.8), (x + sway - wave, end - 0.3)], 0.035, dim(hair, 0.70), 0.55)  # fmt: skip
        _streamers(pen, outfit, (back, half, end), flow, wind)
        if style == "wavy":
            for k in range(7):
                side = -1 if k % 2 else 1
                pen.dot(back + side * half * 0.88 + 0.6 * sway, 0.35 + 0.2 * k, 0.2, dim(hair, 0.92))
    elif style == "bob":
        pen.blob([(back, -0.9), (back - half, -0.1), (back - half * 1.02 + 0.6 * sway, 0.85 - lift), (back - 0.3 * half + 0.7 * sway, 1.02 - lift), (back + 0.3 * half + 0.7 * sway, 1.02 - lift), (back + half * 1.02 + 0.6 * sway, 0.85 - lift), (back + half, -0.1)], dim(hair, 0.86))  # fmt: skip
    elif style == "tail":
        x = -0.95 * globe.side
        pen.tube([(x * 0.9, -0.5), (x * 1.35 + 0.3 * sway - 0.12 * globe.side, -0.30), (x * 1.45 + sway, 0.5 - lift), (x * 1.30 + 1.9 * sway, 1.35 - 2.0 * lift)], [0.34, 0.56, 0.56, 0.10], tint(hair, 0.06))  # fmt: skip
        pen.line(
            [(x * 1.3, -0.2), (x * 1.45 + sway, 0.5 - lift), (x * 1.3 + 1.7 * sway, 1.2 - 1.9 * lift)],
            0.04,
            dim(hair, 0.7),
            0.7,
        )
        pen.dot(x * 0.98, -0.48, 0.18, outfit.accent)
    elif style == "braids":
        for side in (-1, 1):
            if globe.seen(side * 120.0) < 0.0:
                _braid(pen, outfit, globe, side, flow + 3.5 * wind)


def _streamers(pen: Pen, outfit: Outfit, shape: tuple[float, float, float], flow: float, wind: float) -> None:
    """Strands of long hair that the wind draws out; `shape` is the middle, half the width and the end of what hangs."""
    back, half, end = shape
    if abs(wind) < 0.12:
        return
    way = 1 if wind > 0 else -1
    for k in range(6):
        share = k / 5
        y = 0.15 + share * (end - 0.25)
        wave = 0.16 * flow * (1 if k % 2 else -1) * (0.5 + 0.5 * share)
        x = back + way * half * (0.80 - 0.1 * share) + 1.05 * wind * share**1.5
        long = (0.55 + 0.75 * share) * abs(wind) * (0.8 + 0.4 * math.sin(k * 2.4) ** 2)
        pen.tube([(x - way * 0.25, y - 0.1), (x + way * 0.5 * long, y + 0.10 + 0.4 * wave), (x + way * long, y - 0.05 - 0.2 * abs(wind) + wave)], [0.34, 0.24, 0.04], dim(outfit.hair, 0.80 + 0.05 * (k % 3)))  # fmt: skip


def _braid(pen: Pen, outfit: Outfit, globe: Globe, side: int, flow: float) -> None:
    x, y = globe.at(side * 108.0, 0.45, 1.04, clamp=False)
    for k in range(6):
        pen.oval(x + 0.04 * flow * k + (0.03 if k % 2 else -0.03), y + 0.12 + 0.21 * k, 0.165 - 0.012 * k, 0.15, tint(outfit.hair, 0.04 if k % 2 else 0.0))  # fmt: skip
    pen.dot(x + 0.22 * flow, y + 1.30, 0.10, outfit.accent)
    pen.tube([(x + 0.22 * flow, y + 1.36), (x + 0.26 * flow, y + 1.58)], [0.16, 0.04], outfit.hair)


def draw_cap(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """The hair on the skull, all around; the face is laid over it."""
    hair, style = outfit.hair, outfit.hair_style
    long = 1.04 + 0.05 * abs(globe.side)
    middle = -0.07 * globe.side
    fill = pen.ramp((0, -1.15), (0, 0.7), [tint(hair, 0.18), hair, dim(hair, 0.86)])
    if style in ("bald", "tuft", "mohawk"):
        pen.oval(middle, -0.03, long * 0.985, 1.03, pen.ramp((0, -1.0), (0, 0.8), [tint(outfit.skin, 0.05), outfit.skin, dim(outfit.skin, 0.9)]))  # fmt: skip
        return
    if style == "afro":
        pen.dot(middle - 0.08 * globe.side, -0.34, 1.34, fill)
        for k in range(18):
            a = math.pi * (0.86 + 0.095 * k)
            pen.dot(middle - 0.08 * globe.side + 1.28 * math.cos(a), -0.34 + 1.28 * math.sin(a), 0.26, fill)
        return
    if style == "curly":
        pen.oval(middle, -0.12, long, 1.08, fill)
        for k in range(15):
            a = math.pi * (0.82 + 0.098 * k)
            pen.dot(middle + 1.0 * math.cos(a), -0.16 + 1.02 * math.sin(a), 0.30, tint(hair, 0.10) if k % 2 else hair)
        return
    lift = {"crop": 0.02, "topknot": 0.02, "quiff": 0.08, "bun": 0.05}.get(style, 0.07)
    pen.oval(middle, -0.06 - lift / 2, long + 0.03, 1.03 + lift / 2, fill)
    if style in ("long", "wavy", "bob"):
        # Down over the ears.
        for side in (-1, 1):
            if globe.seen(side * 100) > -0.55:
                x, _ = globe.at(side * 92.0, 0.2, 1.03)
                pen.oval(x * 0.97, 0.22, 0.17, 0.62, hair)


def draw_over(pen: Pen, outfit: Outfit, globe: Globe, flow: float, wind: float = 0.0) -> None:
    """Strands, what is tied up, and what falls before the face."""
    hair, style = outfit.hair, outfit.hair_style
    shine = tint(hair, 0.26)
    if style == "bald":
        for side in (-1, 1):
            points = [globe.at(side * lon, y, 1.05) for lon, y in ((92, -0.22), (86, 0.1), (92, 0.42), (120, 0.58), (170, 0.62), (170, -0.16), (120, -0.26))]  # fmt: skip
            if max(x for x, _ in points) - min(x for x, _ in points) > 0.06:
                pen.blob(points, hair, tight=0.7)
        return
    if style == "tuft":
        for k in range(3):
            pen.tube([(-0.06 + 0.06 * k, -1.0), (0.02 + 0.1 * k, -1.22 - 0.05 * k), (0.14 + 0.1 * k, -1.18)], [0.10, 0.08, 0.02], hair)  # fmt: skip
        return
    if style == "mohawk":
        for k in range(7):
            x, y = globe.at(0.0, -0.80) if k == 0 else (-0.25 * globe.side * k + 0.5 * globe.side, -1.0 + 0.02 * k * k)
            pen.tube([(x, y + 0.15), (x - 0.05 * globe.side, y - 0.45)], [0.24, 0.06], tint(hair, 0.1))
        return
    if style == "bun":
        x = -0.55 * globe.side
        pen.dot(x, -1.10, 0.40, pen.ramp((0, -1.5), (0, -0.7), [tint(hair, 0.2), dim(hair, 0.85)]))
        pen.line([(x - 0.25, -1.10), (x, -0.98), (x + 0.25, -1.14)], 0.035, dim(hair, 0.7), 0.7)
        pen.line([(x - 0.28, -0.80), (x, -0.74), (x + 0.28, -0.82)], 0.07, outfit.accent)
    elif style == "topknot":
        x = -0.30 * globe.side
        pen.tube([(x, -0.95), (x - 0.05, -1.25), (x + 0.10 * globe.side, -1.42)], [0.30, 0.22, 0.26], hair)
        pen.line([(x - 0.14, -1.06), (x + 0.14, -1.06)], 0.08, outfit.accent)
    elif style == "quiff":
        root = globe.line([(50, -0.62), (20, -0.64), (-10, -0.66), (-40, -0.66)])
        crest = [(root[0][0] + 0.05, -0.98), (root[1][0] + 0.16 * max(0.2, globe.side), -1.26), (root[2][0], -1.20), (root[3][0] - 0.04, -1.02)]  # fmt: skip
        pen.blob([*root, *reversed(crest)], tint(hair, 0.06))
    elif style == "curly":
        for k in range(7):
            x, y = globe.at(-72 + 24 * k, -0.58 + 0.02 * (k - 3) ** 2)
            if globe.seen(-72 + 24 * k) > 0.05:
                pen.dot(x, y, 0.21, tint(hair, 0.10) if k % 2 else hair)
    elif style == "braids":
        for side in (-1, 1):
            if globe.seen(side * 120.0) >= 0.0:
                _braid(pen, outfit, globe, side, flow + 3.5 * wind)
    elif style in ("long", "wavy"):
        for side in (-1, 1):
            if globe.seen(side * 76.0) > -0.2 and globe.front > -0.5:
                x, _ = globe.at(side * 78.0, 0.0, 0.98)
                wave = 0.08 if style == "wavy" else 0.0
                pen.tube([(x * 0.96, -0.30), (x * 1.0, 0.30), (x * 0.98 + wave + 0.05 * flow + 0.30 * wind, 0.95), (x * 0.88 - wave + 0.10 * flow + 0.85 * wind, 1.60 - 0.35 * abs(wind))], [0.16, 0.30, 0.30, 0.05], hair)  # fmt: skip
                pen.line(
                    [
                        (x * 0.98, 0.0),
                        (x * 0.97 + 0.1 * wind, 0.5),
                        (x * 0.92 + 0.08 * flow + 0.6 * wind, 1.3 - 0.25 * abs(wind)),
                    ],
                    0.03,
                    dim(hair, 0.72),
                    0.6,
                )
    if style in ("short", "parted", "long", "wavy", "bob", "tail", "bun", "quiff", "crop"):
        # A sheen and strands over the crown.
        x = -0.07 * globe.side
        pen.line([(x - 0.52, -0.70), (x - 0.10, -0.93), (x + 0.42, -0.78)], 0.07, shine, 0.30)
        if style not in ("crop",):
            for k in range(4):
                start = x - 0.5 + 0.33 * k
                pen.line([(start, -0.98 + 0.12 * abs(k - 1.5)), (start * 1.12, -0.72)], 0.024, dim(hair, 0.75), 0.5)
