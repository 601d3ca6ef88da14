"""Actor: a figure before the camera. Bakes each pose when it is first needed, lit, and keeps it; draws by lookup."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Sequence
from threading import Event, Lock

import cv2
import numpy as np

from rushes.engines.animatic.light import Light
from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.layers import Picture
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.rigs.features import Beginning, Face
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.hue import lightness
from rushes.engines.animatic.rigs.pen import Pen
from rushes.engines.animatic.rigs.puppet import Window
from rushes.engines.animatic.rigs.sprite import Sprite, over

#: How far a cast shadow leans per unit of height, at the most.
_LEAN_MAX = 0.75
#: Height of a spot on the ground by its width.
_SPOT_FLAT = 0.22
#: What stands is never without the dark of its contact, however dull the light.
_CONTACT_MIN = 0.48
#: A sprite is never baked larger than this (pixels of the longer side); nearer than that it is scaled up.
SPRITE_PIXELS_MAX = 1500
#: A figure is cropped to what is seen of it when its shadow is not seen, and that is less than so much of it.
WORTH_IT = 0.75
#: Poses kept per actor, in bytes; a 4k close-up bakes again what does not fit.
KEPT_BYTES_MAX = 256_000_000
#: The same of what their pictures begin with.
BEGINNINGS_BYTES_MAX = 128_000_000
MOUTHS = (0.0, 0.35, 0.7, 1.0)
BLINK_SECONDS = 0.13

_Key = tuple[str, int, int, int, bool]


class Actor:
    """A Puppet made of a Figure. A pose that two threads need at once is baked by one; the other waits for it."""

    def __init__(self, figure: Figure, light: Light, pixels_per_metre: float, seed: int) -> None:
        self.figure = figure
        self._light = light
        self._pixels_per_metre = pixels_per_metre
        #: Left, top, right, bottom in metres around the ground point: what is baked of it.
        self._reach = figure.reach
        self._fine = self._fineness()
        self._seed = seed
        #: 1 at night, 0 by day.
        self._dark = min(1.0, max(0.0, (1.05 - lightness(light.ambient) - 0.6 * lightness(light.key)) / 0.45))
        #: Two of a kind do not step in time.
        self._lead = (seed * 7919 + 3) % figure.poses if seed and not figure.once else 0
        self._kept: OrderedDict[_Key, Sprite] = OrderedDict()
        self._kept_bytes = 0
        #: What pictures of a pose have in common, by pose and facing.
        self._beginnings: OrderedDict[tuple[int, int], Beginning] = OrderedDict()
        #: What other mouths and lids need, by pose and facing, and the bytes of it.
        self._faces: OrderedDict[tuple[int, int], Face] = OrderedDict()
        self._faces_bytes = 0
        #: What a thread bakes right now.
        self._baking: dict[_Key, Event] = {}
        self._lock = Lock()

    @property
    def extent(self) -> tuple[float, float]:
        left, top, right, bottom = self.figure.reach
        return (2 * max(-left, right) * self._pixels_per_metre, max(-top, bottom - top) * self._pixels_per_metre)

    @property
    def speed(self) -> float:
        return self.figure.speed

    @property
    def lift(self) -> float:
        return self.figure.lift

    def draw(
        self,
        canvas: skia.Canvas,
        x: float,
        y: float,
        t: float,
        facing: int = 1,
        speaking: float = 0.0,
        onto: Picture | None = None,
    ) -> None:
        drift = self._drift(t)
        x += drift.x * facing * self._pixels_per_metre
        y += drift.y * self._pixels_per_metre
        picture = self._sprite("picture", self._pose(t), facing, self._mouth(speaking), self._blinking(t))
        picture.draw(canvas, x, y, onto=onto)
        for number, glow in enumerate(self.figure.glows):
            strength = glow.strength(t) * (self._dark if glow.by_night else 0.45 + 0.55 * self._dark)
            if strength > 0.01:
                middle_x, middle_y = glow.x * facing * self._pixels_per_metre, glow.y * self._pixels_per_metre
                self._glow(number).draw(canvas, round(x + middle_x), round(y + middle_y), strength, onto)

    def shadow(
        self, canvas: skia.Canvas, x: float, y: float, t: float, facing: int = 1, onto: Picture | None = None
    ) -> None:
        if not self.figure.casts or self._light.shadow_strength <= 0 or self._cropped:
            return
        if self.figure.lift > 0:
            self._spot(canvas, x, y, self._light.shadow_strength * 0.5 / (1 + 0.35 * self.figure.lift), onto)
            return
        drift = self._drift(t)
        x += drift.x * facing * self._pixels_per_metre
        # A jump takes the figure from its shadow, which then pales.
        near = 1 / (1 + 2 * max(0.0, -drift.y))
        self._spot(canvas, x, y, max(_CONTACT_MIN, 0.8 * self._light.shadow_strength) * near, onto)
        self._sprite("shadow", self._pose(t), facing, 0, False).draw(canvas, x, y, near, onto)

    def contacts(self, seconds: float) -> Sequence[float]:
        loop = self.figure.loop_seconds
        start = self._lead / self.figure.poses_per_second
        times = []
        for touch in self.figure.touches:
            first = (touch * loop - start) % loop
            times += [first + k * loop for k in range(max(0, math.ceil((seconds - first) / loop)))]
        return sorted(time for time in times if time < seconds)

    def see(self, window: Window, facing: int) -> None:
        """Of a figure whose ground is never seen, bake nothing but what is: a close-up has its pixels where it shows them."""
        left, top, right, bottom = self.figure.reach
        seen_left, seen_right = (window[0], window[2]) if facing >= 0 else (-window[2], -window[0])
        # The shadow lies no higher in the picture than this, and fades out beyond.
        shadow_top = top * self._flat() - 0.1
        if self.figure.drift is not None or window[3] > shadow_top:
            return
        seen = max(left, seen_left), max(top, window[1]), min(right, seen_right), min(bottom, window[3])
        area = max(0.0, seen[2] - seen[0]) * max(0.0, seen[3] - seen[1])
        if 0 < area < WORTH_IT * (right - left) * (bottom - top):
            self._reach = seen
            self._fine = self._fineness()

    def _flat(self) -> float:
        """Height of a cast shadow, as it is seen, by that of the figure."""
        return max(0.08, 0.32 * min(1.0, self._light.shadow_length + 0.35))

    def _fineness(self) -> float:
        """Pixels per metre of the sprites."""
        left, top, right, bottom = self._reach
        largest = max(right - left, bottom - top) * self._pixels_per_metre
        return self._pixels_per_metre * min(1.0, SPRITE_PIXELS_MAX / max(1.0, largest))

    @property
    def _cropped(self) -> bool:
        return self._reach != self.figure.reach

    def _drift(self, t: float) -> Drift:
        if self.figure.drift is None:
            return Drift()
        # In step with the poses, which began with a lead.
        return self.figure.drift(t + self._lead / self.figure.poses_per_second)

    def _pose(self, t: float) -> int:
        # Half a frame of tolerance: t is frame/24 in floats, and must not fall back to the frame before.
        pose = math.floor(t * self.figure.poses_per_second + 1e-3) + self._lead
        return min(pose, self.figure.poses - 1) if self.figure.once else pose % self.figure.poses

    def _mouth(self, speaking: float) -> int:
        return round(min(1.0, max(0.0, speaking)) * (len(MOUTHS) - 1)) if self.figure.talks else 0

    def _blinking(self, t: float) -> bool:
        """Every three seconds or so, at a moment of its own."""
        if not self.figure.blinks:
            return False
        span = 2.9
        turn = math.floor(t / span)
        moment = 0.4 + 0.5 * (((turn * 2654435761 + self._seed * 40503) >> 7) % 1000) / 1000
        return 0 <= t - turn * span - moment * span * 0.9 < BLINK_SECONDS

    def _sprite(self, kind: str, pose: int, facing: int, mouth: int, blink: bool) -> Sprite:
        key = (kind, pose, facing, mouth, blink)
        while True:
            with self._lock:
                found = self._kept.get(key)
                if found is not None:
                    self._kept.move_to_end(key)
                    return found
                other = self._baking.get(key)
                if other is None:
                    self._baking[key] = Event()
                    break
            # Neighbouring frames often show the same pose.
            other.wait()
        try:
            sprite = self._baked(kind, pose, facing, mouth, blink)
            with self._lock:
                self._kept[key] = sprite
                self._kept_bytes += _bytes(sprite)
                while self._kept_bytes > KEPT_BYTES_MAX and len(self._kept) > 1:
                    self._kept_bytes -= _bytes(self._kept.popitem(last=False)[1])
            return sprite
        finally:
            with self._lock:
                self._baking.pop(key).set()

    def _baked(self, kind: str, pose: int, facing: int, mouth: int, blink: bool) -> Sprite:
        if kind == "spot":
            return self._bake_spot()
        return self._bake(pose, facing, mouth, blink) if kind == "picture" else self._bake_shadow(pose, facing)

    def _glow(self, number: int) -> Sprite:
        key = ("glow", number, 1, 0, False)
        with self._lock:
            found = self._kept.get(key)
        if found is not None:
            return found
        glow = self.figure.glows[number]
        radius = max(2.0, glow.radius * self._pixels_per_metre)
        shrink = max(1.0, radius / 700)
        size = math.ceil(radius / shrink)
        rows, columns = np.mgrid[-size : size + 1, -size : size + 1] / size
        fade = np.clip(1 - np.sqrt(rows * rows + columns * columns), 0, 1)
        # Premultiplied with an alpha of its brightest channel: drawn plainly it brightens as a screen blend does, at a
        # twentieth of the price of one.
        shares = np.array([*glow.colour[::-1], max(glow.colour)])
        light = (0.60 * fade**3 + 0.40 * fade**8)[..., None] * shares * 235
        sprite = Sprite(Stamp(np.clip(light, 0, 255).astype(np.uint8)), -size * shrink, -size * shrink, shrink)
        with self._lock:
            return self._kept.setdefault(key, sprite)

    def _bake(self, pose: int, facing: int, mouth: int, blink: bool) -> Sprite:
        if self.figure.faced and (mouth or blink):
            patched = self._bake_patch(pose, facing, mouth, blink)
            if patched is not None:
                return patched
        width, height, origin = self._sheet()
        beginning = face = None
        if self.figure.faced:
            face = Face()
        else:
            with self._lock:
                beginning = self._beginnings.setdefault((pose, facing), Beginning())
                self._beginnings.move_to_end((pose, facing))
                if len(self._beginnings) > max(2, BEGINNINGS_BYTES_MAX // (4 * width * height)):
                    self._beginnings.popitem(last=False)
        pen = self._pen(width, height, origin, facing, beginning, face)
        self.figure.paint(pen, self._moment(pose, mouth, blink))
        if face is not None:
            pen.close_face()
            with self._lock:
                if (pose, facing) not in self._faces:
                    self._faces[pose, facing] = face
                    self._faces_bytes += face.size_bytes
                while self._faces_bytes > BEGINNINGS_BYTES_MAX and len(self._faces) > 1:
                    self._faces_bytes -= self._faces.popitem(last=False)[1].size_bytes
        x0, y0, wide, high = pen.extent
        return self._placed(pen.picture[y0 : y0 + max(1, high), x0 : x0 + max(1, wide)], x0, y0, facing)

    def _bake_patch(self, pose: int, facing: int, mouth: int, blink: bool) -> Sprite | None:
        """The picture with the mouth closed and open eyes, and over it what differs; None where that cannot be laid over."""
        plain = self._sprite("picture", pose, facing, 0, False)
        with self._lock:
            face = self._faces.get((pose, facing))
        if face is None:
            # It had to make room.
            self._bake(pose, facing, 0, False)
            with self._lock:
                face = self._faces.get((pose, facing))
        if face is None or face.patch[2] == 0:
            return plain if face is not None else None
        left, top, width, height = face.patch
        _, _, origin = self._sheet()
        pen = self._pen(width, height, (origin[0] - left, origin[1] - top), facing, None, face)
        self.figure.paint(pen, self._moment(pose, mouth, blink))
        return self._placed(pen.picture, left, top, facing, plain)

    def _sheet(self) -> tuple[int, int, tuple[float, float]]:
        """Width and height of what a pose is drawn on, and where its ground point is, in pixels."""
        left, top, right, bottom = self._reach
        fine = self._fine
        width, height = math.ceil((right - left) * fine) + 4, math.ceil((bottom - top) * fine) + 4
        return width, height, (2 - left * fine, 2 - top * fine)

    def _pen(
        self,
        width: int,
        height: int,
        origin: tuple[float, float],
        facing: int,
        beginning: Beginning | None,
        face: Face | None,
    ) -> Pen:
        return Pen(
            width, height, origin, self._fine, self._light, mirrored=facing < 0, cropped=self._cropped,
            beginning=beginning, face=face,
        )  # fmt: skip

    def _moment(self, pose: int, mouth: int, blink: bool) -> Moment:
        return Moment(pose / self.figure.poses, MOUTHS[mouth], blink)

    def _placed(self, picture: Picture, x0: int, y0: int, facing: int, under: Sprite | None = None) -> Sprite:
        """A sprite of what was drawn at (x0, y0) of the sheet; `under`: all that was drawn before it."""
        _, _, origin = self._sheet()
        wide = picture.shape[1]
        at = x0 - origin[0]
        if facing < 0:
            at = -(at + wide)
        scale = self._pixels_per_metre / self._fine
        left, top = at * scale, (y0 - origin[1]) * scale
        if under is not None:
            return over(np.asarray(cv2.flip(picture, 1), np.uint8) if facing < 0 else picture, left, top, scale, under)
        return Sprite(Stamp(picture, rimmed=True, flipped=facing < 0), left - scale, top - scale, scale)

    def _bake_shadow(self, pose: int, facing: int) -> Sprite:
        """The silhouette laid down on the ground away from the light, soft and at a third of the size."""
        upright = self._sprite("picture", pose, facing, 0, False)
        cover = np.ascontiguousarray(upright.stamp.bordered[1:-1, 1:-1, 3])
        light = self._light
        shrink = 3.0
        # A low sun would draw it out of the frame; held back, it still says where the light comes from.
        lean = -light.direction[0] / max(0.25, abs(light.direction[1])) * light.shadow_length * 0.8
        lean = max(-_LEAN_MAX, min(_LEAN_MAX, lean))
        flat = self._flat()
        high, wide = cover.shape
        ratio = upright.scale / shrink
        # Image pixel (u, v) stands at x = left + u * scale, y = top + v * scale from the ground point.
        spread = max(2.0, 0.03 * self._pixels_per_metre / shrink)
        corners = [
            ((upright.left + u * upright.scale - lean * y) / shrink, -flat * -y / shrink)
            for u in (0, wide)
            for y in (upright.top, upright.top + high * upright.scale)
        ]
        pad = 3 * spread + 2
        x0, y0 = min(x for x, _ in corners) - pad, min(y for _, y in corners) - pad
        width = math.ceil(max(x for x, _ in corners) + pad - x0)
        height = math.ceil(max(y for _, y in corners) + pad - y0)
        matrix = np.array(
            [
                [ratio, -lean * ratio, (upright.left - lean * upright.top) / shrink - x0],
                [0, flat * ratio, flat * upright.top / shrink - y0],
            ]
        )
        cast = cv2.warpAffine(cover, matrix, (width, height), flags=cv2.INTER_AREA)
        cast = cv2.GaussianBlur(cast, (0, 0), spread * 0.55).astype(np.float32) * light.shadow_strength
        dark = np.dstack([cast * c for c in light.shadow[::-1]] + [cast]).astype(np.uint8)
        return Sprite(Stamp(dark), x0 * shrink, y0 * shrink, shrink)

    def _bake_spot(self) -> Sprite:
        """Baked at a third of the size, or less when it is large: a shader would cost more than the figure itself."""
        left, _, right, _ = self.figure.reach
        radius = 0.32 * (right - left) * self._pixels_per_metre
        shrink = max(3.0, radius / 160)
        across, down = math.ceil(radius / shrink) + 1, math.ceil(radius * _SPOT_FLAT / shrink) + 1
        rows, columns = np.mgrid[-down : down + 1, -across : across + 1].astype(np.float32) * shrink / radius
        away = np.hypot(columns, rows / _SPOT_FLAT)
        dark = np.interp(away, (0.0, 0.5, 1.0), (255.0, 140.0, 0.0))
        pixels = np.dstack([dark * share for share in (*self._light.shadow[::-1], 1.0)])
        # The middle of the middle pixel is the ground point.
        at = (-(across + 0.5) * shrink, -(down + 0.5) * shrink)
        return Sprite(Stamp(np.clip(pixels, 0, 255).astype(np.uint8)), *at, shrink)

    def _spot(self, canvas: skia.Canvas, x: float, y: float, strength: float, onto: Picture | None) -> None:
        """The soft round dark below what stands, or flies above: where little light of the sky comes in."""
        self._sprite("spot", 0, 1, 0, False).draw(canvas, x, y, strength, onto)


def _bytes(sprite: Sprite) -> int:
    return 4 * sprite.stamp.width * sprite.stamp.height
