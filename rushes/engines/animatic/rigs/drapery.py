"""Drapery: skirts, capes, scarves, and what is carried on the back."""

from __future__ import annotations

import math

from rushes.engines.animatic.rigs.garments import Trunk
from rushes.engines.animatic.rigs.hue import dim, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, closed
from rushes.engines.animatic.rigs.stance import Stance, Vec

#: Clothes that have a skirt.
FLARED = frozenset({"dress", "coat", "robe", "skirt", "kimono", "gown"})
#: How long each is, in legs.
_HEMS = {"dress": 0.56, "coat": 0.44, "robe": 0.93, "skirt": 0.52, "kimono": 0.92, "gown": 0.97}


def draw_skirt(pen: Pen, trunk: Trunk, stance: Stance, knees: list[Vec]) -> None:
    """From the waist over the knees; in a seat over the lap."""
    outfit, view = trunk.outfit, trunk.view
    hue = outfit.bottom if outfit.garment == "skirt" else outfit.top
    leg = outfit.leg
    long = _HEMS[outfit.garment] * leg * (0.4 if abs(stance.lean) > 40 else 1.0)
    share = long / leg
    waist, hip = trunk.edges(0.34), trunk.edges(0.02, 0.006)
    spots = [view.point(knee) for knee in knees]
    flare = 0.034 + 0.075 * share * (0.6 if outfit.garment in ("coat", "kimono", "skirt") else 1.0) + (0.05 if outfit.garment == "gown" else 0.0)  # fmt: skip
    if stance.seated:
        low = max(y for _, y in spots) + 0.045 + 0.10 * share
        left = min(min(x for x, _ in spots) - 0.05, hip[0][0])
        right = max(max(x for x, _ in spots) + 0.05, hip[1][0])
        top_y = min(y for _, y in spots) - 0.055
        side = 1 if sum(x for x, _ in spots) / 2 >= (hip[0][0] + hip[1][0]) / 2 else -1
        if view.yaw > 60:
            shape = [waist[0], hip[0], (left, low - 0.05), (left + 0.02, low), (right - 0.02, low), (right, low - 0.05), hip[1], waist[1]]  # fmt: skip
        else:
            knee_x = right if side > 0 else left
            shape = [waist[0], (hip[0][0] - 0.01, hip[0][1] + 0.05), (knee_x - side * 0.09, low - 0.01), (knee_x - side * 0.01, low), (knee_x, top_y + 0.02), (knee_x - side * 0.06, top_y), hip[1], waist[1]]  # fmt: skip
        pen.blob(shape, pen.ramp((left, 0), (right, 0), [dim(hue, 0.84), hue, tint(hue, 0.06)]), tight=0.7)
        return
    hem = trunk.view.point(trunk.frame.at(0.0))[1] + long
    reach = min(1.0, share * 1.7)
    base = trunk.view.point(trunk.frame.at(0.0))[0]
    left = min(*(base + (x - base) * reach for x, _ in spots), base) - flare + 0.02 * stance.flow
    right = max(*(base + (x - base) * reach for x, _ in spots), base) + flare + 0.014 * stance.flow
    # A wind takes the cloth along, and lifts it where it goes.
    wind, free = stance.wind, (0.4 + 0.6 * share) * (1.5 if outfit.garment == "coat" else 1.0)
    left += free * (0.13 * min(0.0, wind) + 0.045 * max(0.0, wind))
    right += free * (0.13 * max(0.0, wind) + 0.045 * min(0.0, wind))
    lee = 0.018 * stance.flow * min(1.0, 2 * abs(wind)) - 0.075 * abs(wind) * free
    high = (lee if wind < 0 else 0.0, lee if wind > 0 else 0.0)
    left, right = min(left, hip[0][0] - 0.004), max(right, hip[1][0] + 0.004)
    middle = (left + right) / 2
    fill = pen.ramp((left, 0), (right, 0), [dim(hue, 0.78), hue, tint(hue, 0.10), dim(hue, 0.90)], [0.0, 0.4, 0.7, 1.0])
    drop = 0.018
    # A knee that is lifted takes the cloth along.
    high_left = [(x - 0.05, y) for x, y in spots if y < hem - 0.03 and x - 0.05 < min(left, hip[0][0])][:1]
    high_right = [(x + 0.05, y) for x, y in spots if y < hem - 0.03 and x + 0.05 > max(right, hip[1][0])][:1]
    shape_path = closed([waist[0], hip[0], *high_left, (left, hem - 0.004 + high[0]), ((left + middle) / 2, hem + drop * 0.7 + 0.5 * high[0] + 0.012 * wind * stance.flow), (middle, hem + drop), ((right + middle) / 2, hem + drop * 0.7 + 0.5 * high[1] - 0.012 * wind * stance.flow), (right, hem - 0.004 + high[1]), *high_right, hip[1], waist[1]], 0.75)  # fmt: skip
    pen.fill(shape_path, fill)
    with pen.within(shape_path):
        for k in range(5):
            at = (k + 0.5) / 5
            x = left + (right - left) * at
            start = hip[0][0] + (hip[1][0] - hip[0][0]) * at
            pen.line([(start, hip[0][1] + 0.03), ((start + x) / 2 + 0.004 * stance.flow, (hip[0][1] + hem) / 2), (x + 0.006 * stance.flow, hem + 0.01)], 0.009, dim(hue, 0.80), 0.55)  # fmt: skip
        if outfit.pattern == "dots":
            for row in range(6):
                for column in range(7):
                    share_x = (column + (0.5 if row % 2 else 0.0)) / 6.5
                    y = hip[0][1] + (hem - hip[0][1]) * (row + 0.5) / 6
                    wide = (row + 0.5) / 6
                    edge = (hip[0][0] + (left - hip[0][0]) * wide, hip[1][0] + (right - hip[1][0]) * wide)
                    pen.dot(edge[0] + (edge[1] - edge[0]) * share_x, y, 0.010, outfit.second or tint(hue, 0.6))
        if outfit.trim:
            pen.tube([(left, hem - 0.010 + high[0]), (middle, hem + drop - 0.008), (right, hem - 0.010 + high[1])], [0.034, 0.034, 0.034], outfit.trim)  # fmt: skip
        if outfit.garment == "coat" and trunk.seen(0.0, 4) > 0:
            x = trunk.on(0.0, 4)[0]
            pen.line([(x, hip[0][1]), (x + 0.25 * (middle - x), hem + 0.02)], 0.009, dim(hue, 0.56))
        if outfit.garment in ("robe", "kimono") and trunk.seen(0.0, 20) > 0:
            x = trunk.on(0.0, 20)[0]
            pen.line([(x, hip[0][1]), (x, hem + 0.02)], 0.012, mix(outfit.accent, hue, 0.4))


def draw_tutu(pen: Pen, trunk: Trunk, stance: Stance) -> None:
    x, y = trunk.view.point(trunk.frame.at(0.08))
    hue = trunk.outfit.top
    for k in range(4):
        wide, high = 0.215 - 0.018 * k, 0.050 - 0.006 * k
        tone = tint(hue, 0.55 - 0.15 * k)
        with pen.turned(x, y + 0.012 - 0.007 * k, 0.5 * stance.lean * (1 - abs(trunk.seen(0, 0))) + 3 * stance.flow):
            pen.oval(0, 0, wide, high, tone, 0.92)
            for n in range(12):
                a = n * math.pi / 6 + 0.2 * k
                pen.dot(wide * 0.95 * math.cos(a), high * math.sin(a), 0.020, tone, 0.92)
                pen.line([(0.3 * wide * math.cos(a), 0.3 * high * math.sin(a)), (wide * math.cos(a), high * math.sin(a))], 0.004, dim(tone, 0.86), 0.5)  # fmt: skip


def draw_cape(pen: Pen, trunk: Trunk, stance: Stance) -> None:
    """Hangs from both shoulders down the back; in flight it streams behind."""
    outfit, view = trunk.outfit, trunk.view
    hue = outfit.cape_hue or outfit.accent
    if stance.lean > 40:
        x, y = view.point(trunk.frame.at(0.95))
        with pen.turned(x, y, 62 + 4 * stance.flow):
            pen.blob([(0.02, -0.03), (-0.05, -0.02), (-0.10, 0.2), (-0.20, 0.56 - 0.02 * stance.flow), (-0.03, 0.60), (0.01, 0.3)], pen.ramp((-0.2, 0), (0, 0), [hue, dim(hue, 0.7)]), tight=0.8)  # fmt: skip
        return
    turn = math.radians(view.yaw)
    left, right = trunk.edges(0.97, 0.012)
    low = min(-0.03, trunk.hem(0.74)) if outfit.cape == "long" else trunk.hem(0.30)
    wind = stance.wind
    back = -math.cos(turn) * (0.13 + 0.05 * stance.flow) * (1 - 0.6 * abs(wind)) + 0.30 * wind
    low -= 0.16 * abs(wind) - 0.03 * wind * stance.flow
    spread = 0.11 + 0.10 * abs(math.sin(turn))
    middle = (left[0] + right[0]) / 2 + back
    waist = (left[1] + low) / 2
    shape = [left, (min(left[0] - 0.02, middle - 0.9 * spread), waist), (middle - spread - 0.03 + 0.02 * stance.flow, low - 0.012), (middle - 0.3 * spread, low + 0.012), (middle + 0.3 * spread, low), (middle + spread + 0.02 * stance.flow, low - 0.012), (max(right[0] + 0.012 + 0.3 * back, middle + 0.8 * spread), waist), right]  # fmt: skip
    path = closed(shape, 0.85)
    pen.fill(path, pen.ramp((middle - spread, 0), (middle + spread, 0), [dim(hue, 0.82), hue, dim(hue, 0.70)]))
    with pen.within(path):
        for k in range(4):
            x = middle - spread + spread * (0.4 + 0.42 * k)
            pen.line([((left[0] + right[0]) / 2 + 0.02 * (k - 1.5), left[1] + 0.04), ((x + middle) / 2, waist), (x + 0.01 * stance.flow, low)], 0.012, dim(hue, 0.68), 0.6)  # fmt: skip


def draw_pack(pen: Pen, trunk: Trunk) -> None:
    outfit = trunk.outfit
    hue = dim(outfit.top, 0.78) if outfit.kind == "astronaut" else rgb("#8a6236")
    wide = math.hypot(0.085 * math.sin(math.radians(trunk.view.yaw)), 0.052 * math.cos(math.radians(trunk.view.yaw)))
    x, y = trunk.view.point(trunk.frame.at(0.55, -0.115 * outfit.girth, 0.0))
    with pen.turned(x, y, trunk.frame.lean * math.cos(math.radians(trunk.view.yaw))):
        pen.box(
            -wide, -0.13, wide, 0.14, pen.ramp((0, -0.13), (0, 0.14), [tint(hue, 0.1), dim(hue, 0.85)]), round=0.035
        )
        pen.box(-wide * 0.75, 0.02, wide * 0.75, 0.12, dim(hue, 0.82), round=0.02)
        pen.tube([(-wide * 0.9, -0.145), (wide * 0.9, -0.145)], [0.05, 0.05], dim(outfit.accent, 0.8))


def draw_straps(pen: Pen, trunk: Trunk) -> None:
    for side in (-1, 1):
        if trunk.seen(0.8, side * 44) > 0.05:
            pen.line([trunk.on(1.0, side * 62, 0.004), trunk.on(0.8, side * 42, 0.006), trunk.on(0.5, side * 62, 0.004)], 0.020, rgb("#6a4a28"))  # fmt: skip


def draw_scarf(pen: Pen, trunk: Trunk, stance: Stance) -> None:
    left, right = trunk.edges(1.0, 0.010)
    hue = trunk.outfit.accent
    y = (left[1] + right[1]) / 2
    back = -math.cos(math.radians(trunk.view.yaw))
    if abs(stance.wind) > 0.12:
        # It flies with the wind, one end over the other.
        way, long = (1 if stance.wind > 0 else -1), 0.10 + 0.20 * abs(stance.wind)
        x = right[0] if way > 0 else left[0]
        for k, tone in ((1, 0.82), (0, 0.92)):
            wave = 0.022 * stance.flow * (1 if k else -1)
            pen.tube([(x - way * 0.02, y), (x + way * 0.35 * long, y + 0.02 + wave), (x + way * 0.7 * long, y + 0.012 - wave + 0.03 * k), (x + way * long, y + 0.03 * (1 - abs(stance.wind)) + 1.5 * wave + 0.04 * k)], [0.045, 0.048, 0.052, 0.056], dim(hue, tone))  # fmt: skip
    elif abs(back) > 0.4:
        x = left[0] if back < 0 else right[0]
        pen.tube([(x, y), (x + 0.10 * back, y + 0.03 + 0.012 * stance.flow), (x + 0.21 * back, y + 0.05 - 0.03 * stance.flow)], [0.045, 0.045, 0.055], dim(hue, 0.9))  # fmt: skip
    else:
        x = left[0] + 0.3 * (right[0] - left[0])
        pen.tube([(x, y), (x - 0.012, y + 0.10), (x - 0.008 + 0.01 * stance.flow, y + 0.21)], [0.044, 0.046, 0.05], dim(hue, 0.9))  # fmt: skip
    pen.tube([(left[0] + 0.004, y - 0.012), ((left[0] + right[0]) / 2, y + 0.008), (right[0] - 0.004, y - 0.012)], [0.044, 0.050, 0.044], hue)  # fmt: skip
