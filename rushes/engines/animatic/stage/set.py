"""Set: what a setting builds and the stage films: baked layers, planes and moving things, in order of depth."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from rushes.engines.animatic.light import Light, Rgb
from rushes.engines.animatic.paint.finish import Grade
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, drawn, softened_around
from rushes.engines.animatic.paint.planes import Plane, Water
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.air import Air
from rushes.engines.animatic.stage.framing import Framing

#: Draws one thing into a frame: the canvas and the picture under it, the view, the moment in seconds.
Draw = Callable[[Canvas, Picture, View, float], None]
Random = np.random.Generator
#: An extension goes on for at most so much longer than the plan: so long footfalls, lightning and what is seen are known.
CONTINUED_SECONDS = 141.0

#: By how much a gale bends what is taller than so many units, as a share of its height; grass is drawn bent.
LEAN, TALL = 0.26, 90.0


@dataclass(slots=True)
class Set:
    plan: ShotPlan
    framing: Framing
    air: Air
    grade: Grade
    light: Light  #: in which the cast stands; the air's own, until a setting with lamps of its own changes it
    #: (order, draw): things are drawn from the smallest order (farthest) on; for most things it is their depth.
    elements: list[tuple[float, Draw]] = field(default_factory=list)
    #: Seconds at which lightning strikes, filled by the weather.
    flashes: tuple[float, ...] = ()
    #: True where no ground is seen, so that nothing casts a shadow.
    groundless: bool = False
    #: True where the weather comes in: rain wets this ground, snow lies on it.
    outdoors: bool = True
    #: The ground mirrors what stands on it, 0..1.
    mirror: float = 0.0
    #: Called before and after each thing that is made; raises when the building is to end.
    check: Callable[[], None] = lambda: None

    def seed(self, salt: int) -> int:
        """A number of its own for each thing that varies with the plan's seed; and a moment to hear a stop, since what takes
        long begins with one."""
        self.check()
        return (self.plan.seed * 7919 + salt * 104729) % 2_147_483_647

    def random(self, salt: int) -> Random:
        return np.random.default_rng(self.seed(salt))

    def near(self, depth: float) -> float:
        """How much larger this framing shows scenery of this depth than a wide shot does."""
        return 1.0 + (self.framing.nearness - 1.0) * min(1.0, depth * 1.4)

    def blur(self, depth: float) -> float:
        """Units by which scenery of this depth is out of focus."""
        if depth <= 1.0:
            return self.framing.softness * (1.25 - depth) if self.framing.softness > 0.3 else 0.0
        return (depth - 1.0) * (8.0 + self.framing.softness * 2.0)

    def add(self, order: float, draw: Draw) -> None:
        self.elements.append((order, draw))
        self.check()

    def add_layer(self, layer: Layer, order: float | None = None) -> None:
        def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
            layer.lay(picture, view, t)

        self.add(layer.depth if order is None else order, draw)

    def add_glow(self, glow: Glow, order: float) -> None:
        def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
            glow.draw(picture, view, t)

        self.add(order, draw)

    def add_plane(self, plane: Plane, order: float) -> None:
        def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
            plane.draw(picture, view)

        self.add(order, draw)

    def add_water(self, water: Water, order: float) -> None:
        def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
            water.draw(picture, view, t)

        self.add(order, draw)

    def bake(
        self,
        depth: float,
        top: float,
        bottom: float,
        draw: Callable[[Canvas, float], None],
        *,
        period: float | None = None,
        order: float | None = None,
        blur: float | None = None,
        veil: bool = False,
        glow: bool = False,
        alpha: float = 1.0,
        drift: float = 0.0,
        melt: float = 0.0,
        sways: float | None = None,
    ) -> None:
        """Bake a seamless layer that reaches from `top` to `bottom` (units from the horizon, down is positive).

        `draw` is handed a canvas whose y = 0 is the horizon and whose x runs from 0 to the period, and that period; what it
        draws beyond one end comes in again at the other. `veil`: let the haze of that depth settle over it; `melt`: let its
        lowest units fade into what is below. `sways`: it bends in a strong wind about this height (units from the
        horizon), its foot.
        """
        period = period or self.period(depth)
        self.check()
        soft = self.blur(depth) if blur is None else blur
        scale = self.framing.scale
        # What is out of focus needs fewer pixels.
        coarse = scale / (4 if soft > 9 else 2 if soft > 3.2 else 1)
        width_px = max(8, round(period * coarse))
        exact = width_px / period
        recorder = skia.PictureRecorder()
        far = max(period, bottom - top) * 2
        recording = recorder.beginRecording(skia.Rect.MakeLTRB(-far, top - far, period + far, bottom + far))
        draw(recording, period)
        recorded = recorder.finishRecordingAsPicture()

        stands = bottom if sways is None else sways
        lean = LEAN * self.air.gust if sways is not None and stands - top > TALL else 0.0

        def paint(canvas: Canvas) -> None:
            canvas.translate(0, -top)
            if lean:
                canvas.translate(0, stands)
                canvas.skew(-lean, 0)
                canvas.translate(0, -stands)
            for turn in (-1, 0, 1):
                canvas.save()
                canvas.translate(turn * period, 0)
                canvas.drawPicture(recorded)
                canvas.restore()

        height = (bottom - top) * exact
        picture = drawn(width_px / exact, height / exact, exact, paint)
        picture = np.ascontiguousarray(picture[:, :width_px])
        if veil:
            picture = veiled(picture, self.air.haze, self.air.veil(depth))
        if melt > 0:
            rows = np.arange(picture.shape[0], dtype=np.float32)[:, None, None]
            share = np.clip((picture.shape[0] - rows) / (melt * exact), 0, 1)
            picture = np.rint(picture * (share * share * (3 - 2 * share))).astype(np.uint8)
        picture = softened_around(picture, soft * exact)
        if glow:
            light = Glow(picture, depth, x=-period / 2, y=top, scale=exact, period=period, drift=drift, alpha=alpha)
            self.add_glow(light, depth if order is None else order)
            return
        layer = Layer(picture, depth, x=-period / 2, y=top, scale=exact, period=period, drift=drift, alpha=alpha)
        if sways is not None:
            # What is tall is stiff.
            layer.sway, layer.foot = min(0.16, 9.0 / max(30.0, stands - top)) * abs(self.air.gust), stands
        self.add_layer(layer, order)

    def period(self, depth: float) -> float:
        """Units after which a layer of this depth may repeat: wider than the frame sees at any moment."""
        span = max(self.framing.width, 900.0)
        return math.ceil(span * (1.5 if depth < 0.5 else 2.1) * max(1.0, depth))

    def ground_y(self, depth: float) -> float:
        """Units from the horizon down to the ground at this depth."""
        return self.framing.drop * depth


def veiled(picture: Picture, haze: Rgb, share: float) -> Picture:
    """The picture with haze over all that is opaque in it."""
    colour = np.array([haze[2], haze[1], haze[0]], np.float32) * 255
    alpha = picture[..., 3:4].astype(np.float32) / 255
    hazed = picture[..., :3] * (1 - share) + colour * alpha * share
    return np.dstack([np.rint(np.clip(hazed, 0, 255)), picture[..., 3]]).astype(np.uint8)
