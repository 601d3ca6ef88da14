"""Hats and other headwear, in head radii around the middle of the head; the head may be turned."""

from __future__ import annotations

import math
from collections.abc import Callable

from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.face import Globe
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, closed

_GOLD = rgb("#f2c650")


def draw_hat(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    _HATS[outfit.hat](pen, outfit, globe)


def _brimmed(wide: float, crown: float, lift: float, hue_of: str | None = None) -> Callable[[Pen, Outfit, Globe], None]:
    def draw(pen: Pen, outfit: Outfit, globe: Globe) -> None:
        hue = rgb(hue_of) if hue_of else outfit.hat_hue
        down = pen.ramp((0, -1.7), (0, -0.4), [tint(hue, 0.14), dim(hue, 0.78)])
        top = -0.62 - crown
        pen.oval(0, -0.56, wide, 0.20, dim(hue, 0.66))
        pen.blob([(-0.88, -0.60), (-0.78, top + 0.28), (-0.36, top), (0.0, top + 0.12), (0.4, top), (0.80, top + 0.30), (0.90, -0.60)], down)  # fmt: skip
        pen.tube([(-0.89, -0.80), (0.0, -0.68), (0.91, -0.80)], [0.22, 0.22, 0.22], dim(hue, 0.42))
        pen.blob([(-wide, -0.60 - lift), (-0.6, -0.66), (0.0, -0.62), (0.6, -0.66), (wide, -0.60 - lift), (0.75, -0.42), (0.0, -0.36), (-0.75, -0.42)], dim(hue, 0.94))  # fmt: skip

    return draw


def _cap(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    down = pen.ramp((0, -1.4), (0, -0.4), [tint(hue, 0.14), dim(hue, 0.85)])
    pen.blob([(-1.06, -0.34), (-0.92, -1.02), (-0.1, -1.34), (0.80, -1.04), (1.04, -0.40), (0.0, -0.46)], down)
    pen.line([(-0.1, -1.32), (0.1 * globe.side, -0.9), (0.25 * globe.side, -0.5)], 0.03, dim(hue, 0.7), 0.6)
    pen.dot(-0.06, -1.32, 0.09, dim(hue, 0.8))
    _bill(pen, globe, dim(hue, 0.78))


def _bill(pen: Pen, globe: Globe, hue: tuple[float, float, float]) -> None:
    if globe.front < -0.4:
        return
    near, far = globe.at(62, -0.46), globe.at(-62, -0.46)
    tip = globe.at(0, -0.42, 1.55, clamp=False)
    droop = 0.16 * max(0.0, globe.front)
    pen.blob([near, globe.at(30, -0.48 + droop, 1.38, clamp=False), (tip[0], tip[1] + droop), globe.at(-30, -0.48 + droop, 1.38, clamp=False), far, globe.at(0, -0.56)], hue)  # fmt: skip


def _peaked(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """The cap of officers, pilots and captains."""
    hue = outfit.hat_hue
    pen.blob([(-1.0, -0.56), (-1.28, -1.06), (0.0, -1.38), (1.28, -1.08), (1.0, -0.56)], pen.ramp((0, -1.3), (0, -0.5), [tint(hue, 0.14), dim(hue, 0.85)]))  # fmt: skip
    pen.tube([(-1.0, -0.58), (0.0, -0.48), (1.0, -0.58)], [0.22, 0.24, 0.22], dim(hue, 0.45))
    _bill(pen, globe, rgb("#17161c"))
    if globe.front > -0.1:
        x, y = globe.at(0.0, -0.86, 1.1)
        pen.dot(x, y, 0.15, _GOLD)
        pen.dot(x, y, 0.07, dim(_GOLD, 0.7))


def _beanie(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    pen.blob([(-1.08, -0.40), (-0.94, -1.02), (-0.05, -1.36), (0.86, -1.04), (1.06, -0.42), (0.0, -0.50)], pen.ramp((0, -1.4), (0, -0.4), [tint(hue, 0.12), dim(hue, 0.85)]))  # fmt: skip
    for k in range(5):
        pen.line([(-0.7 + 0.35 * k, -0.6), (-0.42 + 0.21 * k, -1.2)], 0.04, dim(hue, 0.8), 0.5)
    pen.tube([(-1.06, -0.40), (0.0, -0.50), (1.05, -0.42)], [0.30, 0.30, 0.30], tint(hue, 0.18))
    pen.dot(-0.05, -1.45, 0.25, tint(hue, 0.3))


def _beret(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    pen.blob([(-1.0, -0.56), (-1.42, -0.92), (-0.5, -1.34), (0.6, -1.22), (1.02, -0.74), (0.95, -0.52), (0.0, -0.60)], pen.ramp((0, -1.3), (0, -0.5), [tint(hue, 0.14), dim(hue, 0.82)]))  # fmt: skip
    pen.line([(-0.3, -1.30), (-0.26, -1.44)], 0.08, hue)


def _hood(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """A cloth over head and neck, with a window for the face."""
    hue = outfit.hat_hue
    face = globe.line([(60, 0.30), (62, -0.10), (48, -0.36), (0, -0.44), (-48, -0.36), (-62, -0.10), (-60, 0.30)])
    low = globe.line([(-52, 0.34), (0, 0.30), (52, 0.34)]) if outfit.mask == "cloth" else globe.line([(-58, 0.62), (-34, 0.98), (0, 1.10), (34, 0.98), (58, 0.62)])  # fmt: skip
    from_skull = [(-1.10, 0.6), (-1.13, -0.3), (-0.75, -1.0), (0.0, -1.22), (0.75, -1.0), (1.13, -0.3), (1.08, 0.6), (0.66, 1.16), (-0.66, 1.16)]  # fmt: skip
    path = closed(from_skull)
    if globe.front > -0.5:
        path.addPath(closed([*face, *low]))
        path.setFillType(skia.PathFillType.kEvenOdd)
    pen.fill(path, pen.ramp((0, -1.2), (0, 1.0), [tint(hue, 0.12), hue, dim(hue, 0.82)]))


def _headscarf(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    _hood(pen, outfit, globe)
    x = -0.5 * globe.side
    pen.line([(x - 0.4, -0.9), (x, -0.4), (x - 0.2, 0.5)], 0.04, dim(outfit.hat_hue, 0.75), 0.6)


def _turban(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    pen.blob([(-1.08, -0.35), (-1.22, -0.92), (-0.5, -1.50), (0.5, -1.50), (1.20, -0.95), (1.08, -0.38), (0.0, -0.50)], pen.ramp((0, -1.5), (0, -0.4), [tint(hue, 0.15), dim(hue, 0.85)]))  # fmt: skip
    for k in range(4):
        pen.line([(-1.08 + 0.1 * k, -0.5 - 0.25 * k), (0.0, -0.62 - 0.24 * k), (1.02 - 0.12 * k, -0.85 - 0.16 * k)], 0.045, dim(hue, 0.74), 0.7)  # fmt: skip
    if globe.front > 0:
        pen.dot(*globe.at(0, -0.72, 1.1), 0.13, outfit.accent)


def _top(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    black = rgb("#26232a")
    pen.oval(0, -0.60, 1.32, 0.18, dim(black, 0.8))
    pen.poly([(-0.78, -0.62), (-0.86, -2.0), (0.86, -2.0), (0.78, -0.62)], pen.ramp((-0.8, 0), (0.8, 0), [black, tint(black, 0.16), black]))  # fmt: skip
    pen.oval(0, -2.0, 0.86, 0.10, tint(black, 0.10))
    pen.tube([(-0.79, -0.82), (0, -0.74), (0.79, -0.82)], [0.2, 0.2, 0.2], outfit.accent)
    pen.blob([(-1.32, -0.66), (0, -0.60), (1.32, -0.66), (0.7, -0.46), (-0.7, -0.46)], black)


def _bowler(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    pen.oval(0, -0.58, 1.28, 0.18, dim(hue, 0.7))
    pen.blob([(-0.90, -0.60), (-0.86, -1.16), (0.0, -1.48), (0.86, -1.16), (0.90, -0.60)], pen.ramp((0, -1.5), (0, -0.5), [tint(hue, 0.16), dim(hue, 0.85)]))  # fmt: skip
    pen.tube([(-0.90, -0.76), (0, -0.68), (0.90, -0.76)], [0.18, 0.18, 0.18], dim(hue, 0.5))
    pen.blob([(-1.28, -0.68), (0, -0.60), (1.28, -0.68), (0.7, -0.46), (-0.7, -0.46)], hue)


def _crown(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    pen.oval(0, -0.62, 0.88, 0.16, dim(_GOLD, 0.6))
    pen.poly([(-0.84, -0.56), (-0.96, -1.42), (-0.50, -1.04), (0.0, -1.58), (0.50, -1.04), (0.96, -1.42), (0.84, -0.56)], pen.ramp((-0.9, 0), (0.9, 0), [dim(_GOLD, 0.8), tint(_GOLD, 0.35), dim(_GOLD, 0.85)]))  # fmt: skip
    pen.tube([(-0.85, -0.60), (0, -0.48), (0.85, -0.60)], [0.18, 0.18, 0.18], dim(_GOLD, 0.85))
    for x, y in ((-0.95, -1.46), (0.0, -1.60), (0.95, -1.46)):
        pen.dot(x, y, 0.12, rgb("#e8485c"))
    for x in (-0.45, 0.0, 0.45):
        pen.dot(x, -0.78, 0.10, rgb("#3f7fd0") if x else rgb("#e8485c"))


def _tiara(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    if globe.front < -0.3:
        return
    band = globe.line([(70, -0.62), (35, -0.78), (0, -0.82), (-35, -0.78), (-70, -0.62)], 1.06)
    x, y = globe.at(0, -0.82, 1.06)
    pen.line(band, 0.07, _GOLD)
    pen.blob([(x - 0.30, y + 0.04), (x - 0.16, y - 0.16), (x, y - 0.42), (x + 0.16, y - 0.16), (x + 0.30, y + 0.04)], _GOLD, tight=0.5)  # fmt: skip
    pen.dot(x, y - 0.10, 0.09, rgb("#7fd0f4"))


def _flowers(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    for k in range(7):
        longitude = -78 + 26 * k
        if globe.seen(longitude) > 0:
            x, y = globe.at(longitude, -0.60, 1.06)
            for petal in range(5):
                a = petal * 1.257
                pen.dot(x + 0.10 * math.cos(a), y + 0.10 * math.sin(a), 0.085, rgb(("#f4f0f2", "#f29ab4", "#f2c650")[k % 3]))  # fmt: skip
            pen.dot(x, y, 0.07, rgb("#e8a030"))


def _veil(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    back = -0.5 * globe.side
    half = math.hypot(1.12 * globe.front, 0.7 * globe.side)
    if globe.front < 0:
        pen.blob([(back - half * 0.8, -0.9), (back - half, 0.4), (back - half * 1.2, 2.6), (back + half * 1.2, 2.6), (back + half, 0.4), (back + half * 0.8, -0.9)], WHITE, 0.75)  # fmt: skip
    _tiara(pen, outfit, globe)


def _chef(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    for x, y, r in ((-0.62, -1.45, 0.54), (0.62, -1.44, 0.54), (0.0, -1.72, 0.64)):
        pen.dot(x, y, r, pen.ramp((0, -2.2), (0, -1.0), [WHITE, rgb("#e6e4e2")]))
    pen.poly([(-0.92, -0.52), (-0.86, -1.4), (0.86, -1.4), (0.92, -0.52)], rgb("#f0eeea"))
    for k in range(5):
        pen.line([(-0.66 + 0.33 * k, -0.62), (-0.62 + 0.31 * k, -1.3)], 0.03, rgb("#d4d2d0"), 0.8)
    pen.tube([(-0.92, -0.54), (0, -0.46), (0.92, -0.54)], [0.16, 0.16, 0.16], WHITE)


def _pointed(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    wide = 1.75
    pen.oval(0, -0.52, wide, 0.22, dim(hue, 0.6))
    pen.blob([(-0.95, -0.56), (-0.55, -1.6), (-0.62, -2.75), (-0.30, -2.80), (0.10, -2.1), (0.55, -1.4), (0.95, -0.56)], pen.ramp((0, -2.8), (0, -0.5), [tint(hue, 0.16), dim(hue, 0.85)]), tight=0.7)  # fmt: skip
    pen.tube([(-0.92, -0.78), (0.0, -0.66), (0.92, -0.78)], [0.24, 0.24, 0.24], outfit.accent)
    pen.blob([(-wide, -0.56), (0.0, -0.58), (wide, -0.56), (0.7, -0.34), (-0.7, -0.34)], dim(hue, 0.92))
    if outfit.hat == "wizard":
        for x, y, r in ((-0.3, -1.3, 0.12), (0.25, -1.1, 0.09), (-0.30, -2.0, 0.10)):
            points = [(x + (r if k % 2 == 0 else r * 0.45) * math.sin(k * math.pi / 5), y - (r if k % 2 == 0 else r * 0.45) * math.cos(k * math.pi / 5)) for k in range(10)]  # fmt: skip
            pen.poly(points, outfit.accent)
    else:
        pen.box(-0.2, -0.90, 0.2, -0.62, _GOLD, round=0.05)
        pen.box(-0.1, -0.83, 0.1, -0.69, dim(hue, 0.7), round=0.03)


def _party(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    pen.poly([(-0.62, -0.78), (0.0, -2.1), (0.62, -0.78)], pen.ramp((-0.6, 0), (0.6, 0), [outfit.accent, tint(outfit.accent, 0.3), outfit.accent]))  # fmt: skip
    for k in range(3):
        pen.line([(-0.5 + 0.14 * k, -1.0 - 0.34 * k), (0.5 - 0.14 * k, -0.9 - 0.34 * k)], 0.07, WHITE, 0.8)
    pen.dot(0, -2.12, 0.17, _GOLD)


def _pirate(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = rgb("#26242c")
    pen.blob([(-1.62, -0.78), (-0.8, -1.16), (0.0, -1.82), (0.8, -1.16), (1.62, -0.78), (0.8, -0.50), (0, -0.44), (-0.8, -0.50)], pen.ramp((0, -1.8), (0, -0.5), [tint(hue, 0.14), hue]))  # fmt: skip
    pen.line([(-1.58, -0.80), (-0.8, -1.10), (0.0, -1.74), (0.8, -1.10), (1.58, -0.80)], 0.06, _GOLD)
    if globe.front > -0.1:
        x = 0.45 * globe.side
        pen.dot(x, -1.10, 0.20, WHITE)
        pen.box(x - 0.11, -0.98, x + 0.11, -0.84, WHITE, round=0.03)
        for side in (-1, 1):
            pen.dot(x + 0.08 * side, -1.10, 0.055, hue)


def _santa(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    pen.blob([(0.95, -0.6), (0.45, -1.42), (-0.5, -1.62), (-1.4, -0.9), (-1.5, -0.2), (-0.98, -0.6)], pen.ramp((0, -1.6), (0, -0.4), [tint(hue, 0.12), dim(hue, 0.85)]))  # fmt: skip
    pen.dot(-1.48, -0.06, 0.28, WHITE)
    pen.tube([(-1.04, -0.48), (0.0, -0.54), (1.04, -0.50)], [0.38, 0.38, 0.38], WHITE)


def _helmet(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """The hard hats of builders, miners and firefighters."""
    hue = outfit.hat_hue
    dome = closed([(-1.10, -0.46), (-1.07, -0.94), (-0.74, -1.36), (0.0, -1.58), (0.74, -1.36), (1.07, -0.94), (1.10, -0.46)], 0.9)  # fmt: skip
    pen.fill(dome, pen.ramp((-0.5, -1.6), (0.5, -0.4), [tint(hue, 0.42), hue, dim(hue, 0.74)], [0.0, 0.45, 1.0]))
    with pen.within(dome):
        for turn in (-34, 0, 34):
            # Ribs over the crown, the middle one the highest, each with its bright and its shaded edge.
            x = 0.98 * math.sin(math.radians(turn)) + 0.42 * globe.side * math.cos(math.radians(turn))
            top, wide = (0.2 * x, -1.56), 0.17 if turn == 0 else 0.11
            pen.line([(top[0] + 0.05, top[1] + 0.02), (x * 0.86 + 0.06, -1.1), (x + 0.06, -0.5)], wide, dim(hue, 0.72))
            pen.line([top, (x * 0.86, -1.1), (x, -0.5)], wide, tint(hue, 0.26))
        pen.oval(-0.46, -1.18, 0.16, 0.26, WHITE, 0.5, degrees=38)
        pen.line([(-1.1, -0.52), (0.0, -0.44), (1.1, -0.52)], 0.10, dim(hue, 0.55), 0.8)
    # The peak is over the eyes, a narrow brim all around.
    front = 0.46 * globe.side
    pen.blob([(-1.22 + min(0.0, front), -0.50), (-0.6, -0.56), (0.6, -0.56), (1.22 + max(0.0, front), -0.48), (0.8 + front, -0.34), (-0.8 + front, -0.34)], pen.ramp((0, -0.6), (0, -0.3), [tint(hue, 0.22), dim(hue, 0.78)]))  # fmt: skip
    if outfit.hat == "firehelmet" and globe.front > -0.1:
        x = 0.62 * globe.side
        pen.blob([(x - 0.24, -1.14), (x, -1.24), (x + 0.24, -1.14), (x + 0.16, -0.74), (x, -0.62), (x - 0.16, -0.74)], _GOLD, tight=0.6)  # fmt: skip
    elif outfit.hat == "headlamp" and globe.front > -0.1:
        pen.dot(0.62 * globe.side, -0.86, 0.20, rgb("#fff4c8"))


def _army(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    hue = outfit.hat_hue
    pen.blob([(-1.16, -0.30), (-1.02, -1.02), (0.0, -1.40), (1.02, -1.02), (1.20, -0.36), (0.0, -0.46)], pen.ramp((0, -1.4), (0, -0.3), [tint(hue, 0.14), dim(hue, 0.8)]))  # fmt: skip
    for x, y in ((-0.5, -0.9), (0.3, -1.1), (0.6, -0.7), (-0.1, -0.7)):
        pen.oval(x, y, 0.2, 0.12, dim(hue, 0.72), 0.7)


def _sou(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """The sou'wester of fishermen, long at the back."""
    hue = outfit.hat_hue
    back = -0.55 * globe.side
    pen.blob([(-1.2 + back, -0.1), (-0.95, -0.95), (0.0, -1.36), (0.95, -1.0), (1.24, -0.44), (0.0, -0.50)], pen.ramp((0, -1.4), (0, -0.2), [tint(hue, 0.16), dim(hue, 0.85)]))  # fmt: skip
    pen.blob([(-1.25 + back, -0.12), (0.0, -0.56), (1.34, -0.44), (0.7, -0.32), (-0.6, -0.28)], dim(hue, 0.86))


def _cone(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """The wide straw cone of rice fields and of samurai on the road."""
    hue = rgb("#d8b46a")
    pen.blob([(-1.85, -0.36), (0.0, -1.62), (1.85, -0.36), (0.0, -0.18)], pen.ramp((0, -1.6), (0, -0.2), [tint(hue, 0.2), dim(hue, 0.8)]), tight=0.25)  # fmt: skip
    for k in range(7):
        pen.line([(0.0, -1.56), (-1.5 + 0.5 * k, -0.30)], 0.025, dim(hue, 0.7), 0.5)


def _kabuto(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """The helmet of a samurai: bowl, neck guard and horns."""
    hue = rgb("#2b2c38")
    pen.blob([(-1.05, -0.36), (-0.92, -1.04), (0.0, -1.34), (0.92, -1.04), (1.05, -0.36), (0.0, -0.52)], pen.ramp((0, -1.3), (0, -0.3), [tint(hue, 0.25), dim(hue, 0.85)]))  # fmt: skip
    for k in range(3):
        for side in (-1, 1):
            if globe.seen(side * 100) > -0.6:
                x = globe.at(side * 96, 0.0)[0]
                pen.box(x - 0.20 + 0.16 * side, -0.36 + 0.22 * k, x + 0.20 + 0.16 * side, -0.18 + 0.22 * k, outfit.accent if k % 2 else tint(hue, 0.1), round=0.06)  # fmt: skip
    pen.blob([(-1.15, -0.40), (0.0, -0.60), (1.15, -0.40), (0.7, -0.32), (-0.7, -0.36)], tint(hue, 0.12))
    if globe.front > -0.1:
        x = 0.6 * globe.side
        for side in (-1, 1):
            wide = max(0.45, globe.front) * side
            pen.tube([(x + 0.10 * side, -0.80), (x + 0.50 * wide, -1.25), (x + 0.62 * wide, -1.85)], [0.14, 0.13, 0.03], _GOLD)  # fmt: skip
        pen.dot(x, -0.82, 0.15, _GOLD)


def _viking(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    steel = rgb("#a0a6b0")
    pen.blob([(-1.04, -0.40), (-0.92, -1.02), (0.0, -1.40), (0.92, -1.02), (1.04, -0.40), (0.0, -0.50)], pen.ramp((0, -1.4), (0, -0.4), [tint(steel, 0.25), dim(steel, 0.8)]))  # fmt: skip
    for side in (-1, 1):
        x = 0.86 * side * max(0.35, abs(globe.front))
        pen.tube([(x, -0.86), (x + 0.42 * side, -1.02), (x + 0.58 * side, -1.62)], [0.30, 0.24, 0.04], rgb("#efe6d2"))
    pen.tube([(-1.04, -0.44), (0.0, -0.50), (1.04, -0.44)], [0.18, 0.18, 0.18], rgb("#7a5a34"))


def _band(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    pen.tube([(-1.06, -0.56), (0.0, -0.64), (1.06, -0.56)], [0.18, 0.18, 0.18], outfit.hat_hue)
    if globe.side > 0.2:
        pen.tube([(-1.0, -0.55), (-1.4, -0.38), (-1.7, -0.42)], [0.16, 0.12, 0.06], dim(outfit.hat_hue, 0.85))


def _nurse(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    pen.blob(
        [(-0.62, -0.80), (-0.76, -1.28), (0.0, -1.42), (0.76, -1.28), (0.62, -0.80), (0.0, -0.88)], WHITE, tight=0.6
    )
    if globe.front > -0.1:
        x = 0.35 * globe.side
        pen.box(x - 0.05, -1.26, x + 0.05, -0.98, rgb("#d8343c"))
        pen.box(x - 0.14, -1.17, x + 0.14, -1.07, rgb("#d8343c"))


def _jester(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    for side, hue in ((-1, outfit.accent), (1, outfit.hat_hue)):
        pen.tube([(side * 0.35, -0.85), (side * 1.05, -1.35), (side * 1.45, -0.72)], [0.80, 0.55, 0.12], hue)
        pen.dot(side * 1.45, -0.66, 0.15, _GOLD)
    pen.tube([(-1.0, -0.52), (0.0, -0.60), (1.0, -0.52)], [0.24, 0.24, 0.24], outfit.accent)


def _ears(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    """Headphones."""
    pen.line([(-0.98, -0.1), (-0.85, -0.85), (0.0, -1.22), (0.85, -0.85), (0.98, -0.1)], 0.12, rgb("#2a2a32"))
    for side in (-1, 1):
        if globe.seen(side * 92) > -0.4:
            x = globe.at(side * 92, 0.05, 1.02)[0]
            pen.oval(x, 0.06, 0.13 + 0.14 * max(0.0, globe.seen(side * 92)), 0.30, outfit.accent)


_HATS: dict[str, Callable[[Pen, Outfit, Globe], None]] = {
    "fedora": _brimmed(1.5, 1.0, -0.02), "cowboy": _brimmed(1.8, 1.08, 0.26), "straw": _brimmed(1.85, 0.86, -0.04, "#e0c070"),
    "sunhat": _brimmed(1.95, 0.80, -0.06), "cap": _cap, "peaked": _peaked, "beanie": _beanie, "beret": _beret, "hood": _hood,
    "headscarf": _headscarf, "turban": _turban, "top": _top, "bowler": _bowler, "crown": _crown, "tiara": _tiara, "flowers": _flowers,
    "veil": _veil, "chef": _chef, "wizard": _pointed, "witch": _pointed, "party": _party, "pirate": _pirate, "santa": _santa,
    "helmet": _helmet, "firehelmet": _helmet, "headlamp": _helmet, "army": _army, "sou": _sou, "cone": _cone, "kabuto": _kabuto,
    "viking": _viking, "band": _band, "nurse": _nurse, "jester": _jester, "headphones": _ears,
}  # fmt: skip
HATS = tuple(_HATS)
