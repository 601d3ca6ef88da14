"""Framing: how a shot size and an angle sit in a frame of a given shape: horizon, ground line, scale."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan

#: How much of the frame's height the first subject takes, by shot size; above 1 it is cut by the frame.
SUBJECT_SHARES = {
    "extreme_wide": 0.13,
    "wide": 0.30,
    "full": 0.56,
    "medium": 1.02,
    "close": 1.75,
    "extreme_close": 2.7,
}
#: How much nearer the scenery is than in a wide shot.
NEARNESS = {
    "extreme_wide": 0.86,
    "wide": 1.0,
    "full": 1.14,
    "medium": 1.32,
    "close": 1.6,
    "extreme_close": 1.9,
}
#: Units by which scenery on the main line is out of focus.
SOFTNESS = {
    "extreme_wide": 0.0,
    "wide": 0.0,
    "full": 0.6,
    "medium": 1.9,
    "close": 3.6,
    "extreme_close": 5.5,
}


@dataclass(frozen=True, slots=True)
class Framing:
    """World units are those of `paint.view`."""

    width: float
    height: float
    scale: float  #: pixels per unit
    horizon: float  #: units from the top
    drop: float  #: units from the horizon down to the main line's ground, as the scenery sees it
    ground: float  #: units from the top at which the subjects of the main line stand
    units_per_metre: float  #: on the main line
    nearness: float  #: of the scenery: 1 in a wide shot
    aside: float  #: units by which long subjects step back, against their facing, so that a close view shows the head
    softness: float  #: units of blur of what stands on the main line
    portrait: bool

    def home(self) -> View:
        return View(width=self.width, height=self.height, scale=self.scale, horizon=self.horizon, drop=self.drop)

    @property
    def tall(self) -> float:
        """By how much scenery may grow upwards in a tall frame."""
        return 1.32 if self.portrait else 1.0


def frame(plan: ShotPlan, size: tuple[int, int], subject_metres: tuple[float, float] | None) -> Framing:
    """Compose for this plan at `size` pixels; `subject_metres`: (width, height) of the first subject, None when the
    shot has none."""
    width_px, height_px = size
    portrait = height_px > width_px
    scale = min(size) / 720
    width, height = width_px / scale, height_px / scale
    shot = plan.camera.size
    angle = plan.camera.angle
    horizon_share = 0.615 if portrait else 0.60
    drop_share = 0.205 if portrait else 0.255
    if angle == "low":
        horizon_share, drop_share = horizon_share + 0.13, drop_share * 0.52
    elif angle == "high":
        horizon_share, drop_share = horizon_share - 0.20, drop_share * 1.75
    elif angle == "overhead" or plan.camera.move == "aerial":
        horizon_share, drop_share = horizon_share - 0.34, drop_share * 2.3
    if shot == "extreme_wide":
        horizon_share += 0.03
        drop_share *= 0.82
    horizon = height * horizon_share
    drop = height * drop_share
    ground = horizon + drop
    units_per_metre = 150.0 * NEARNESS[shot]
    aside = 0.0
    if subject_metres is not None:
        wide, tall = subject_metres
        share = SUBJECT_SHARES[shot]
        units = share * 720 * (1.42 if portrait else 1.0)
        by_height = units / max(0.05, tall)
        # A long body fills the frame before a tall one does.
        by_width = width * min(2.4, share * 1.55) / max(0.05, wide)
        units_per_metre = min(by_height, by_width)
        stands = units_per_metre * tall
        if shot in ("medium", "close", "extreme_close"):
            # The head stays in the upper third and the feet are below the frame.
            ground = max(
                height * (0.24 if portrait else {"medium": 0.16, "close": 0.20, "extreme_close": 0.16}[shot]) + stands,
                ground,
            )
            horizon = height * (0.50 if portrait else 0.52)
            drop = height * 0.36
            aside = max(0.0, wide - tall * 0.9) * units_per_metre * 0.42
    return Framing(
        width=width,
        height=height,
        scale=scale,
        horizon=horizon,
        drop=drop,
        ground=ground,
        units_per_metre=units_per_metre,
        nearness=NEARNESS[shot],
        aside=aside,
        softness=SOFTNESS[shot] + (1.2 if plan.camera.focus == "shallow" else 0.0),
        portrait=portrait,
    )
