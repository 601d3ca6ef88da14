"""Arms with hands, legs with shoes. Lengths are shares of the height."""

from __future__ import annotations

import math

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.rigs.hue import WHITE, dim, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point
from rushes.engines.animatic.rigs.stance import Arm, Foot, Limb, View, between

#: Clothes that end at the knee or above and leave the lower leg to be seen.
_BARE_LEGS = frozenset({"shorts", "bare"})


def draw_arm(pen: Pen, outfit: Outfit, limb: Limb, arm: Arm, view: View, shade: float, side: int) -> None:
    shoulder, elbow, hand = view.point(limb.root), view.point(limb.joint), view.point(limb.end)
    sleeve = dim(outfit.sleeves or outfit.top, 0.95 * shade)
    skin = dim(outfit.skin, shade)
    g = (0.5 + 0.5 * outfit.girth) * (0.90 if outfit.female else 1.0)
    if outfit.kind == "robot":
        pen.tube([shoulder, elbow, hand], [0.034, 0.034, 0.034], dim(outfit.bottom, shade))
        for point, size in ((elbow, 0.030), (shoulder, 0.040), (hand, 0.033)):
            pen.dot(*point, size, dim(outfit.shoes if point is hand else outfit.top, shade))
        return
    if outfit.sleeve == "none":
        pen.tube([shoulder, elbow, hand], [0.060 * g, 0.048 * g, 0.034 * g], skin)
    elif outfit.sleeve == "short":
        pen.tube([shoulder, elbow, hand], [0.060 * g, 0.048 * g, 0.034 * g], skin)
        cut = view.point(between(limb.root, limb.joint, 0.70))
        pen.tube([shoulder, cut], [0.076 * g, 0.072 * g], sleeve)
        _cuff(pen, shoulder, cut, 0.078 * g, dim(sleeve, 0.86))
    elif outfit.sleeve == "wide":
        pen.tube([shoulder, elbow, hand], [0.060 * g, 0.046 * g, 0.034 * g], skin)
        _wide_sleeve(pen, shoulder, elbow, hand, g, sleeve)
    else:
        cuff = view.point(between(limb.joint, limb.end, 0.90))
        bulk = 1.12 if outfit.garment in ("coat", "puffer") or outfit.kind == "astronaut" else 1.0
        pen.tube([shoulder, elbow, cuff], [0.074 * g * bulk, 0.060 * g * bulk, 0.047 * g * bulk], sleeve)
        _folds(pen, shoulder, elbow, cuff, g, dim(sleeve, 0.78))
        near = view.point(between(limb.joint, limb.end, 0.76))
        _cuff(
            pen, near, cuff, 0.052 * g * bulk, WHITE if outfit.collar in ("lapels", "tie", "bow") else dim(sleeve, 0.82)
        )
    if outfit.kind == "astronaut":
        for share in (0.35, 0.7):
            pen.dot(*view.point(between(limb.joint, limb.end, share)), 0.034 * g, dim(outfit.top, 0.84 * shade))
    if outfit.armour:
        plate = dim(outfit.plate, shade)
        pen.oval(*elbow, 0.036, 0.036, tint(plate, 0.1))
        pen.oval(shoulder[0], shoulder[1] + 0.012, 0.056 * g, 0.062, plate)
        for k in range(2):
            pen.line([(shoulder[0] - 0.05 * g, shoulder[1] + 0.018 + 0.02 * k), (shoulder[0], shoulder[1] + 0.026 + 0.02 * k), (shoulder[0] + 0.05 * g, shoulder[1] + 0.018 + 0.02 * k)], 0.008, dim(plate, 0.6))  # fmt: skip
    glove = dim(outfit.gloves, shade) if outfit.gloves else skin
    draw_hand(pen, elbow, hand, glove, g, arm.grip, side, shade)


def _cuff(pen: Pen, start: Point, end: Point, wide: float, hue: Rgb) -> None:
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = max(1e-6, math.hypot(dx, dy))
    x, y = -dy / long * wide / 2 * 0.92, dx / long * wide / 2 * 0.92
    pen.line([(end[0] - x, end[1] - y), (end[0] + x, end[1] + y)], 0.010, hue)


def _folds(pen: Pen, shoulder: Point, elbow: Point, hand: Point, g: float, tone: Rgb) -> None:
    """Creases on the inside of a bent elbow."""
    ax, ay = shoulder[0] - elbow[0], shoulder[1] - elbow[1]
    bx, by = hand[0] - elbow[0], hand[1] - elbow[1]
    inward = (ax + bx, ay + by)
    size = math.hypot(*inward)
    if size < 0.03:
        return
    ux, uy = inward[0] / size, inward[1] / size
    for k in (-1, 1):
        tip = (elbow[0] + ux * 0.026 * g, elbow[1] + uy * 0.026 * g)
        pen.line([tip, (tip[0] - ux * 0.022 - uy * 0.014 * k, tip[1] - uy * 0.022 + ux * 0.014 * k)], 0.005, tone, 0.7)


def _wide_sleeve(pen: Pen, shoulder: Point, elbow: Point, hand: Point, g: float, hue: Rgb) -> None:
    """The sleeves of robes and kimonos, hanging from the forearm."""
    bx, by = hand[0] - elbow[0], hand[1] - elbow[1]
    mouth = (elbow[0] + bx * 0.86, elbow[1] + by * 0.86)
    hang = 0.085 * g
    pen.tube([shoulder, elbow], [0.078 * g, 0.080 * g], hue)
    pen.blob([(elbow[0] - 0.02, elbow[1] - 0.034), (mouth[0], mouth[1] - 0.030), (mouth[0] + 0.012, mouth[1] + 0.02), (mouth[0] - 0.004, mouth[1] + hang), (elbow[0] - 0.01, elbow[1] + 0.05)], hue, tight=0.8)  # fmt: skip
    pen.line([(mouth[0] + 0.004, mouth[1] - 0.026), (mouth[0] + 0.012, mouth[1] + 0.02), (mouth[0] - 0.002, mouth[1] + hang)], 0.010, dim(hue, 0.72))  # fmt: skip


def draw_hand(pen: Pen, elbow: Point, hand: Point, hue: Rgb, g: float, grip: str, side: int, shade: float) -> None:
    """A hand at the end of a forearm: palm, thumb and fingers."""
    degrees = math.degrees(math.atan2(hand[1] - elbow[1], hand[0] - elbow[0])) - 90.0
    if math.dist(elbow, hand) < 0.02:
        degrees = 0.0
    line = dim(hue, 0.72)
    size = 0.92 + 0.08 * g
    with pen.turned(hand[0], hand[1], degrees, size):
        if grip == "open":
            for k in range(4):
                x = -0.0195 + 0.013 * k
                pen.tube([(x * 0.8, 0.02), (x * 1.25, 0.052 - 0.006 * abs(k - 1.4))], [0.014, 0.012], hue)
            pen.tube([(0.014, 0.012), (0.038, 0.028)], [0.018, 0.013], hue)
            pen.oval(0, 0.014, 0.026, 0.026, hue)
        elif grip == "point":
            pen.oval(0, 0.016, 0.025, 0.025, hue)
            pen.tube([(-0.004, 0.022), (-0.006, 0.066)], [0.016, 0.012], hue)
            pen.tube([(0.014, 0.010), (0.026, 0.026)], [0.017, 0.014], hue)
        elif grip == "fist":
            pen.oval(0, 0.014, 0.027, 0.025, hue)
            for k in range(3):
                pen.line([(-0.012 + 0.012 * k, 0.018), (-0.012 + 0.012 * k, 0.034)], 0.004, line, 0.7)
            pen.tube([(0.018, 0.006), (0.004, 0.016)], [0.016, 0.014], dim(hue, 0.97))
        else:
            pen.oval(0, 0.014, 0.024, 0.027, hue)
            pen.tube([(0.004, 0.018), (0.006, 0.044)], [0.036, 0.022], hue)
            pen.tube([(0.016, 0.008), (0.026, 0.030)], [0.016, 0.012], dim(hue, 0.97))
            for k in range(2):
                pen.line([(-0.003 + 0.010 * k, 0.034), (-0.001 + 0.010 * k, 0.050)], 0.0035, line, 0.6)


def draw_leg(pen: Pen, outfit: Outfit, limb: Limb, foot: Foot, view: View, shade: float, side: int) -> None:
    hip, knee, ankle = view.point(limb.root), view.point(limb.joint), view.point(limb.end)
    cloth, skin = dim(outfit.bottom, shade), dim(outfit.skin, shade)
    g = (0.45 + 0.55 * outfit.girth) * (0.96 if outfit.female else 1.0)
    thigh, calf, shin = 0.116 * g, 0.080 * g, 0.054 * g
    if outfit.kind == "robot":
        pen.tube([hip, knee, ankle], [0.05, 0.044, 0.044], dim(cloth, 0.9))
        pen.dot(*knee, 0.036, dim(outfit.top, shade))
    elif outfit.legs in _BARE_LEGS or outfit.legs == "tights":
        flesh = cloth if outfit.legs == "tights" else skin
        lower = view.point(between(limb.joint, limb.end, 0.34))
        pen.tube([hip, knee], [thigh * 0.96, 0.066 * g], flesh)
        pen.tube([knee, lower, ankle], [0.064 * g, 0.066 * g, 0.040 * g], flesh)
        if outfit.legs == "shorts":
            hem = view.point(between(limb.root, limb.joint, 0.86))
            pen.tube([hip, hem], [thigh * 1.08, 0.098 * g], cloth)
            _cuff(pen, hip, hem, 0.10 * g, dim(cloth, 0.8))
        if outfit.socks:
            sock = view.point(between(limb.joint, limb.end, 0.66))
            pen.tube([sock, ankle], [0.056 * g, 0.046 * g], dim(outfit.socks, shade))
    elif outfit.legs == "wide":
        low = (ankle[0], ankle[1] - 0.005)
        pen.tube([hip, knee, low], [thigh * 1.1, 0.128 * g, 0.140 * g], pen.ramp((0, hip[1]), (0, 0), [cloth, dim(cloth, 0.84)]))  # fmt: skip
        for k in (-1, 0, 1):
            pen.line(
                [(hip[0] + 0.03 * k, hip[1] + 0.05), (low[0] + 0.045 * k, low[1] - 0.01)], 0.006, dim(cloth, 0.74), 0.7
            )
    else:
        low = view.point(between(limb.joint, limb.end, 1.06 if not outfit.boots else 0.72))
        pen.tube([hip, knee, low], [thigh, calf, shin * 1.1], pen.ramp((0, hip[1]), (0, 0), [cloth, dim(cloth, 0.84)]))
        _folds(pen, hip, knee, low, 1.3 * g, dim(cloth, 0.74))
        if not outfit.boots:
            _cuff(pen, knee, low, shin * 1.2, dim(cloth, 0.74))
    if outfit.boots:
        shaft = view.point(between(limb.joint, limb.end, 0.42))
        pen.tube([shaft, ankle], [0.074 * g, 0.060 * g], dim(outfit.shoes, shade))
        _cuff(pen, ankle, shaft, 0.078 * g, dim(outfit.shoes, 0.75 * shade))
    if outfit.armour and outfit.kind != "astronaut":
        plate = dim(outfit.plate, shade)
        low = view.point(between(limb.joint, limb.end, 0.85))
        pen.tube([knee, low], [0.078 * g, 0.060 * g], plate)
        pen.dot(*knee, 0.044, tint(plate, 0.15))
    if outfit.kind == "astronaut":
        pen.dot(*knee, 0.050, dim(outfit.bottom, 0.86 * shade))
    _shoe(pen, outfit, limb, foot, view, shade, side)


def _shoe(pen: Pen, outfit: Outfit, limb: Limb, foot: Foot, view: View, shade: float, side: int) -> None:
    """A foot that points forwards and a little outwards; on tiptoe its sole stands up."""
    shoe = dim(outfit.shoes, shade)
    big = 1.25 if outfit.kind in ("robot", "astronaut") else (0.94 if outfit.female else 1.0)
    if outfit.age in ("baby", "child"):
        big *= 1.06
    x, y = view.point((foot.x, foot.y, limb.end[2]))
    yaw = math.radians(view.yaw + side * foot.out)
    long, wide = math.cos(yaw), 0.027 * abs(math.sin(yaw))
    outline: list[Point] = [(-0.045, -0.002), (-0.050, -0.045 * big), (-0.012, -0.066 * big), (0.030, -0.050), (0.080 * big, -0.028), (0.086 * big, -0.001)]  # fmt: skip
    if outfit.heels:
        outline[0] = (-0.046, -0.022)
    pivot = 0.035 if foot.degrees >= 0 else -0.035
    lift = math.radians(foot.degrees)

    def put(px: float, py: float) -> Point:
        rx = pivot + (px - pivot) * math.cos(lift) - py * math.sin(lift)
        ry = (px - pivot) * math.sin(lift) + py * math.cos(lift)
        return (x + rx * long + (wide if px > 0 else -wide), y + ry + 0.5 * max(0.0, math.sin(yaw)) * 0.010)

    pen.blob([put(*point) for point in outline], shoe, tight=0.8)
    sole = dim(shoe, 0.55) if outfit.shoes != WHITE else rgb("#d0d0d4")
    if not outfit.heels:
        pen.line([put(-0.044, -0.006), put(0.0, -0.005), put(0.082 * big, -0.006)], 0.011, sole)
    else:
        pen.line([put(-0.042, -0.03), put(-0.040, -0.002)], 0.012, sole)
    if outfit.feet == "sneakers":
        pen.line([put(-0.044, -0.008), put(0.0, -0.008), put(0.080 * big, -0.009)], 0.012, rgb("#f2f0ee"))
        pen.line([put(0.016, -0.052), put(0.030, -0.040)], 0.007, WHITE)
        pen.line([put(0.028, -0.047), put(0.042, -0.036)], 0.007, WHITE)
