"""Faces of people. Drawn in head radii around the middle of the head, on a head that may be seen from any side.

A feature has a longitude on the head (0 is straight ahead, positive to the near side) and a height; how the head is turned
then says where it is on the picture, and how narrow.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.curves import level
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.figure import Moment
from rushes.engines.animatic.rigs.hue import WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.outfit import Outfit
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

INK = rgb("#231a1e")
_HEIGHTS = (-1.0, -0.85, -0.66, -0.42, 0.0, 0.3, 0.62, 0.9, 1.06, 1.2)
_WIDTHS = (0.12, 0.54, 0.76, 0.91, 0.98, 0.95, 0.80, 0.57, 0.31, 0.12)
#: How far each height's ring is before the middle of the skull: jaws and chins are in front.
_BEFORE = (-0.05, -0.03, 0.0, 0.0, 0.0, 0.01, 0.06, 0.17, 0.29, 0.36)


#: Around what mouth and lids change: from brow to chin, as far as the outer ends of the lashes.
_CHANGING = [(longitude, y) for longitude in (-46.0, 0.0, 46.0) for y in (-0.26, 0.92)]


@dataclass(frozen=True, slots=True)
class Look:
    """How a mood changes a face: brows and mouth, in head radii."""

    inner: float = 0.0  #: how far the inner ends of the brows go down
    outer: float = 0.0
    lid: float = 0.0  #: how far the upper lids are down, 0..1
    wide: float = 1.0  #: size of the eyes
    corners: float = 0.09  #: how far the mouth's corners are up
    open: float = 0.0  #: of the mouth
    teeth: bool = False
    breadth: float = 1.0


LOOKS: dict[str, Look] = {
    "": Look(),
    "happy": Look(-0.05, -0.03, 0.08, 1.0, 0.17, 0.16, True, 1.15),
    "laugh": Look(-0.07, -0.02, 1.0, 1.0, 0.20, 0.62, True, 1.25),
    "calm": Look(-0.02, 0.02, 0.22, 1.0, 0.08),
    "sad": Look(-0.15, 0.10, 0.26, 1.0, -0.11, 0.0, False, 0.85),
    "cry": Look(-0.20, 0.12, 0.62, 1.0, -0.13, 0.22, False, 0.85),
    "angry": Look(0.15, -0.10, 0.16, 0.96, -0.08, 0.06, True, 0.95),
    "surprised": Look(-0.15, -0.14, -0.1, 1.16, 0.0, 0.48, False, 0.55),
    "scared": Look(-0.20, -0.02, -0.1, 1.14, -0.09, 0.20, True, 0.75),
    "tired": Look(-0.02, 0.08, 0.46, 1.0, -0.02, 0.0, False, 0.8),
    "stern": Look(0.08, -0.04, 0.12, 1.0, -0.01, 0.0, False, 0.9),
    "sing": Look(-0.10, -0.04, 0.35, 1.0, 0.06, 0.5, False, 0.8),
    "kiss": Look(-0.05, 0.02, 1.0, 1.0, 0.02, 0.0, False, 0.4),
    "focus": Look(0.05, 0.0, 0.24, 1.0, 0.03, 0.0, False, 0.8),
}


@dataclass(frozen=True, slots=True)
class Globe:
    """A head turned by `yaw` degrees: 0 looks right, 90 at us. `pitch` radii is how far its features are down."""

    yaw: float
    pitch: float = 0.0

    @property
    def front(self) -> float:
        """1 looks at us, 0 to the side, -1 away."""
        return math.sin(math.radians(self.yaw))

    @property
    def side(self) -> float:
        """1 looks right, 0 at us or away."""
        return math.cos(math.radians(self.yaw))

    def own(self) -> float:
        return (self.yaw + 90) % 360 - 90

    def seen(self, longitude: float) -> float:
        """How much what is at a longitude faces us: 1 fully, below 0 it is behind."""
        return math.sin(math.radians(self.yaw + longitude))

    def at(self, longitude: float, y: float, far: float = 1.0, *, clamp: bool = True) -> Point:
        """Where a point of the head is; what is behind is drawn on the outline."""
        angle = self.own() + longitude
        if clamp:
            angle = max(0.0, min(180.0, angle))
        ring = level(y, _HEIGHTS, _WIDTHS) * far
        before = level(y, _HEIGHTS, _BEFORE)
        return (before * self.side + ring * math.cos(math.radians(angle)), y + self.pitch)

    def line(self, points: Sequence[tuple[float, float]], far: float = 1.0) -> list[Point]:
        return [self.at(longitude, y, far) for longitude, y in points]


def face_of(globe: Globe, hairline: Sequence[tuple[float, float]]) -> skia.Path:
    """The skin of a face, from the hairline down to the chin."""
    jaw = [(84.0, 0.18), (84.0, 0.50), (64.0, 0.80), (34.0, 1.00), (0.0, 1.06)]
    under = [*((-longitude, y) for longitude, y in jaw), *reversed(jaw[:-1])]
    points = globe.line([*hairline, *under])
    return closed(_spaced(points), 0.9)


def _spaced(points: list[Point]) -> list[Point]:
    """Without points that fell together on the outline."""
    kept = [points[0]]
    for point in points[1:]:
        if math.dist(point, kept[-1]) > 0.05:
            kept.append(point)
    return kept if len(kept) > 2 else points


def draw_features(pen: Pen, outfit: Outfit, globe: Globe, moment: Moment, mood: str, asleep: bool, gaze: Point, mouth: float) -> None:  # fmt: skip
    """Cheeks, eyes, brows, nose and mouth."""
    skin = outfit.skin
    look = LOOKS.get(mood, LOOKS[""])
    pen.features(globe.line(_CHANGING), 0.12)
    rosy = mix(skin, rgb("#e85a50"), 0.55)
    for longitude in (-46.0, 46.0):
        seen = globe.seen(longitude)
        if seen > 0.15:
            x, y = globe.at(longitude, 0.36, 0.94)
            with pen.turned(x, y, 0.0, 0.75, wide=max(0.3, seen) / 0.75):
                pen.dot(0, 0, 0.34, pen.glow((0, 0), 0.34, rosy, 0.60))
    if outfit.age == "old":
        _wrinkles(pen, outfit, globe)
    for side in (-1, 1):
        if globe.seen(side * 24.0) > 0.12:
            _eye(pen, outfit, globe, side, look, moment.blink or asleep, gaze)
    _brows(pen, outfit, globe, look)
    _nose(pen, outfit, globe)
    if outfit.mask != "cloth":
        _mouth(pen, outfit, globe, look, max(moment.mouth, mouth))


def _wrinkles(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    tone = dim(outfit.skin, 0.80)
    for side in (-1, 1):
        if globe.seen(side * 40) > 0.2:
            pen.line(globe.line([(side * 24, 0.30), (side * 32, 0.42), (side * 33, 0.56)]), 0.03, tone, 0.55)
            pen.line(globe.line([(side * 17, 0.16), (side * 27, 0.21), (side * 36, 0.16)]), 0.025, tone, 0.5)
    if globe.front > 0.1:
        pen.line(globe.line([(-20, -0.52), (0, -0.55), (20, -0.52)]), 0.022, tone, 0.35)


def _eye(pen: Pen, outfit: Outfit, globe: Globe, side: int, look: Look, shut: bool, gaze: Point) -> None:
    longitude = side * 24.0
    x, y = globe.at(longitude, -0.02, 0.98)
    wide = max(0.42, globe.seen(longitude)) * 0.165 * (1.06 if outfit.age in ("baby", "child") else 1.0)
    high = 0.185 * look.wide * (1.08 if outfit.age in ("baby", "child") else 0.95)
    lid = 1.0 if shut else max(0.0, look.lid)
    lash = INK if lightness(outfit.skin) > 0.22 else rgb("#140e10")
    if lid >= 0.8:
        bow = 0.05 if look.corners < 0.15 else -0.07
        pen.line([(x - wide, y + 0.02), (x, y + 0.02 + bow), (x + wide, y + 0.02)], 0.05, lash)
        return
    ball = skia.Path()
    ball.addOval(skia.Rect.MakeLTRB(x - wide, y - high, x + wide, y + high))
    pen.fill(ball, rgb("#fbf8f4"))
    with pen.within(ball):
        # The gaze: forwards is where the head looks.
        dx = (0.34 * gaze[0] + 0.30 * globe.side) * wide
        dy = 0.30 * gaze[1] * high
        iris = 0.134 * (1.06 if outfit.age in ("baby", "child") else 0.98)
        across = iris * max(0.72, globe.seen(longitude))
        pen.oval(x + dx, y + dy + 0.005, across, iris * 1.06, outfit.eyes)
        pen.oval(x + dx, y + dy + 0.005, across * 0.62, iris * 0.68, INK)
        pen.oval(x + dx, y + dy + 0.055, across * 0.7, iris * 0.36, tint(outfit.eyes, 0.35), 0.55)
        pen.dot(x + dx + 0.035, y + dy - 0.045, 0.036, WHITE)
        pen.oval(x, y - high, wide * 1.2, high * 0.42, INK, 0.16)
        if lid > 0.02:
            pen.box(x - 0.3, y - 0.4, x + 0.3, y - high + 2 * high * lid, dim(outfit.skin, 0.93))
        if look.corners >= 0.15:
            # A smile lifts the lower lid.
            pen.oval(x, y + high * 1.28, wide * 1.3, high * 0.5, dim(outfit.skin, 0.97))
    top = y - high + 2 * high * max(0.0, lid)
    span = wide * math.sqrt(max(0.1, 1 - (1 - 2 * max(0.0, lid)) ** 2)) if lid > 0.02 else wide * 0.9
    arc = (y - high * 0.42) if lid <= 0.02 else top + 0.02
    pen.line([(x - span, arc), (x, top - 0.004), (x + span, arc)], 0.052 if outfit.female else 0.042, lash)
    if outfit.female and outfit.age not in ("baby",):
        end = x + (span if _outer_is_right(globe, side) else -span)
        away = 0.075 if _outer_is_right(globe, side) else -0.075
        pen.line([(end, arc), (end + away, arc - 0.055)], 0.036, lash)


def _outer_is_right(globe: Globe, side: int) -> bool:
    return globe.at(side * 40.0, 0.0, clamp=False)[0] > globe.at(side * 15.0, 0.0, clamp=False)[0]


def _brows(pen: Pen, outfit: Outfit, globe: Globe, look: Look) -> None:
    hair = outfit.hair
    hue = mix(hair, INK, 0.35) if lightness(hair) < 0.72 else dim(hair, 0.80)
    thick = 0.05 if outfit.female else 0.072
    for side in (-1, 1):
        if globe.seen(side * 24) > 0.05:
            line = [(side * 11.0, -0.335 + look.inner), (side * 25.0, -0.40 + 0.5 * (look.inner + look.outer)), (side * 40.0, -0.33 + look.outer)]  # fmt: skip
            pen.tube(globe.line(line, 1.0), [thick, thick * 0.95, thick * 0.4], hue, 0.95)


def _nose(pen: Pen, outfit: Outfit, globe: Globe) -> None:
    skin = outfit.skin
    big = {"baby": 0.72, "child": 0.80, "old": 1.12}.get(outfit.age, 0.9 if outfit.female else 1.05)
    x, y = globe.at(0.0, 0.20, 1.06, clamp=False)
    if globe.front < -0.1:
        return
    bridge = globe.at(0.0, -0.06, 0.99, clamp=False)
    if globe.side > 0.3:
        pen.tube([bridge, (x - 0.02, y - 0.02)], [0.05, 0.16 * big], skin)
    pen.oval(x, y, 0.125 * big, 0.105 * big, mix(dim(skin, 0.97), rgb("#e0705c"), 0.22))
    pen.oval(x + 0.02, y - 0.035, 0.05 * big, 0.03 * big, tint(skin, 0.5), 0.55)
    pen.line(
        [(x - 0.10 * big, y + 0.055), (x, y + 0.10 * big), (x + 0.09 * big, y + 0.055)], 0.024, dim(skin, 0.66), 0.55
    )


def _mouth(pen: Pen, outfit: Outfit, globe: Globe, look: Look, open_: float) -> None:
    if globe.front < -0.05 and globe.side < 0.9:
        return
    skin = outfit.skin
    lip = mix(skin, rgb("#b03a44") if outfit.female else rgb("#a04840"), 0.62 if outfit.female else 0.5)
    half = 21.0 * look.breadth * (1 - 0.25 * open_)
    opened = max(look.open, open_)
    middle = 0.56
    left, right = (-half, middle - look.corners), (half, middle - look.corners)
    if opened < 0.05:
        curve = globe.line([left, (-half * 0.5, middle - 0.2 * look.corners), (0, middle + 0.1 * look.corners), (half * 0.5, middle - 0.2 * look.corners), right])  # fmt: skip
        pen.line(curve, 0.052, dim(lip, 0.86))
        if outfit.female and outfit.age not in ("baby", "child"):
            pen.line(globe.line([(-half * 0.45, middle + 0.045), (0, middle + 0.075), (half * 0.45, middle + 0.045)]), 0.06, tint(lip, 0.15), 0.8)  # fmt: skip
        pen.line(globe.line([(-7, middle + 0.17), (0, middle + 0.19), (7, middle + 0.17)]), 0.03, dim(skin, 0.82), 0.5)
        return
    if look.breadth < 0.7:
        x, y = globe.at(0.0, middle + 0.04)
        wide = 0.13 * max(0.5, globe.front)
        pen.oval(x, y, wide, 0.06 + 0.16 * opened, rgb("#5a1820"))
        pen.oval(x, y + 0.09 * opened, wide * 0.7, 0.03 + 0.06 * opened, rgb("#d8606a"))
        return
    drop = 0.09 + 0.30 * opened
    rise = 0.02 + 0.05 * opened if not look.teeth else -0.01
    hollow = closed(globe.line([left, (-half * 0.5, middle - rise - 0.3 * look.corners), (0, middle - rise), (half * 0.5, middle - rise - 0.3 * look.corners), right, (half * 0.62, middle + drop * 0.72), (0, middle + drop), (-half * 0.62, middle + drop * 0.72)]), 0.9)  # fmt: skip
    pen.fill(hollow, rgb("#5a1820"))
    with pen.within(hollow):
        x, y = globe.at(0.0, middle + drop)
        pen.oval(x, y + 0.02, 0.20, 0.10 + 0.05 * opened, rgb("#d8606a"))
        if look.teeth or opened > 0.5:
            top = globe.line([(-half, middle - 0.2), (half, middle - 0.2), (half, middle + 0.045 - 0.4 * look.corners), (0, middle + 0.075), (-half, middle + 0.045 - 0.4 * look.corners)])  # fmt: skip
            pen.poly(top, rgb("#fbf8f2"))
    outline = globe.line([left, (-half * 0.5, middle - rise - 0.3 * look.corners), (0, middle - rise), (half * 0.5, middle - rise - 0.3 * look.corners), right])  # fmt: skip
    pen.line(outline, 0.036, dim(lip, 0.9))
    if outfit.female and outfit.age not in ("baby", "child"):
        pen.line(globe.line([(-half * 0.5, middle + drop * 0.86), (0, middle + drop + 0.01), (half * 0.5, middle + drop * 0.86)]), 0.05, lip)  # fmt: skip


def draw_beard(pen: Pen, outfit: Outfit, globe: Globe, style: str, mouth: float) -> None:
    """full, long, goatee, moustache or stubble."""
    hair = outfit.hair
    if style == "stubble":
        path = closed(_spaced(globe.line([(80, 0.2), (50, 0.42), (22, 0.40), (-22, 0.40), (-50, 0.42), (-80, 0.2), (-70, 0.74), (-34, 1.0), (0, 1.06), (34, 1.0), (70, 0.74)])), 0.8)  # fmt: skip
        pen.fill(path, dim(hair, 0.9), 0.22)
        return
    if style in ("full", "long"):
        grows = 0.95 if style == "long" else 0.24
        edge = globe.line([(86, 0.02), (66, 0.40), (36, 0.54), (21, 0.40), (0, 0.37), (-21, 0.40), (-36, 0.54), (-66, 0.40), (-86, 0.02)], 1.02)  # fmt: skip
        low = [(-86, 0.44), (-66, 0.78), (-36, 1.00), (-14, 1.12), (14, 1.12), (36, 1.00), (66, 0.78), (86, 0.44)]
        grown = []
        for longitude, y in low:
            x, at = globe.at(longitude, min(1.0, y), 1.06)
            grown.append((x, at + max(0.0, y - 0.44) * grows * 1.4))
        down = max(y for _, y in grown)
        pen.fill(closed(_spaced([*edge, *grown]), 0.8), pen.ramp((0, 0.2), (0, down), [tint(hair, 0.06), dim(hair, 0.86)]))  # fmt: skip
        for k in range(5):
            start, (x, y) = globe.at(-44 + 22 * k, 0.74), grown[2 + k] if k < 4 else grown[6]
            pen.line([start, ((start[0] + x) / 2, (start[1] + y) / 2), (0.85 * x + 0.15 * start[0], y - 0.05)], 0.03, dim(hair, 0.78), 0.5)  # fmt: skip
    elif style == "goatee":
        pen.fill(closed(globe.line([(-14, 0.80), (0, 0.76), (14, 0.80), (12, 1.02), (0, 1.18), (-12, 1.02)])), hair)
    for side in (-1, 1):
        if globe.seen(side * 14) > 0.05:
            pen.tube(globe.line([(side * 1, 0.375), (side * 14, 0.40), (side * 27, 0.50)], 1.03), [0.12, 0.15, 0.05], tint(hair, 0.07))  # fmt: skip


def draw_glasses(pen: Pen, globe: Globe, dark: bool) -> None:
    frame: Rgb = rgb("#2e262a")
    spots = []
    for side in (-1, 1):
        if globe.seen(side * 24) > 0.1:
            x, y = globe.at(side * 24.0, 0.0, 1.03)
            wide = 0.245 * max(0.5, globe.seen(side * 24))
            ring = [(x + wide * math.cos(a), y + 0.235 * math.sin(a)) for a in (k * math.pi / 8 for k in range(17))]
            if dark:
                pen.blob(ring[:-1], rgb("#1c1a22"))
                pen.line([(x - wide * 0.5, y - 0.1), (x + wide * 0.1, y - 0.16)], 0.05, WHITE, 0.5)
            else:
                pen.blob(ring[:-1], rgb("#dceaf4"), 0.10)
            pen.line(ring, 0.045, frame)
            spots.append((x, wide, side))
    if len(spots) == 2:
        (xa, wa, _), (xb, wb, _) = sorted(spots)
        pen.line([(xa + wa, -0.03 + globe.pitch), ((xa + xb + wa - wb) / 2, -0.07 + globe.pitch), (xb - wb, -0.03 + globe.pitch)], 0.045, frame)  # fmt: skip
    for x, wide, side in spots:
        ear = globe.at(side * 88, -0.04)
        start = x + (wide if ear[0] > x else -wide)
        if abs(ear[0] - x) > wide:
            pen.line([(start, -0.03 + globe.pitch), (ear[0], -0.02 + globe.pitch)], 0.04, frame)
