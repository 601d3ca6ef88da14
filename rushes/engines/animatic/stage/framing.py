"""Framing: how a shot size and an angle sit in a frame of a given shape: horizon, ground line, scale."""

from __future__ import annotations

from dataclasses import dataclass

from rushes.engines.animatic import artists
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage.shapes import Shape

#: How much of the frame's short side the first subject is tall in a view of all of it, by shot size.
SUBJECT_SHARES = {"extreme_wide": 0.15, "wide": 0.37, "full": 0.60}
#: The same for what towers: a house, a tree, a lighthouse.
TOWERING_SHARES = {"extreme_wide": 0.34, "wide": 0.62, "full": 0.78}
TOWERING_METRES = 3.4
#: What is low and long lies on the floor, and fills no more of the frame's width than it would be looked down at.
_LOW_METRES, _LOW_SHARE = 0.6, 0.17
#: The same in a room, where nothing is far.
INDOOR_SHARES = {"extreme_wide": 0.30, "wide": 0.46, "full": 0.66}
INDOORS = ("room", "kitchen", "office", "laboratory")
#: How much of the frame's (width, height) what a nearer view shows may take.
ROOMS = {
    "person": {"medium": (0.86, 0.84), "close": (0.92, 0.86), "extreme_close": (0.96, 0.85)},
    "animal": {"medium": (0.80, 0.76), "close": (0.66, 0.76), "extreme_close": (0.84, 0.85)},
    "crew": {"medium": (0.78, 0.72), "close": (0.84, 0.80), "extreme_close": (0.92, 0.85)},
    "thing": {"medium": (0.74, 0.66), "close": (0.84, 0.78), "extreme_close": (0.92, 0.85)},
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
    aside: float  #: units by which the first subject steps back, against its facing, so that a near view shows its head
    softness: float  #: units of blur of what stands on the main line
    portrait: bool

    def home(self) -> View:
        return View(width=self.width, height=self.height, scale=self.scale, horizon=self.horizon, drop=self.drop)

    @property
    def tall(self) -> float:
        """By how much scenery may grow upwards in a tall frame."""
        return 1.32 if self.portrait else 1.0


def is_long(shape: Shape, shot: str) -> bool:
    """Does a near view show all of something long? It then stands on the ground, with the room above it."""
    shown = shape.shown(shot)
    return shape.lift == 0 and shown.width > 1.35 * shown.height and shown.bottom < 0.1


def frame(plan: ShotPlan, size: tuple[int, int], shape: Shape | None) -> Framing:
    """Compose for this plan at `size` pixels; `shape`: of the first subject, None when the shot has none."""
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
    if shape is not None and shot in SUBJECT_SHARES:
        body = shape.body
        towers = shape.kind == "thing" and shape.lift == 0 and body.height > TOWERING_METRES
        shares = (
            INDOOR_SHARES
            if plan.setting in INDOORS or plan.setting in artists.rooms()
            else TOWERING_SHARES
            if towers
            else SUBJECT_SHARES
        )
        share = shares[shot]
        units = share * 720 * (1.42 if portrait else 1.0)
        if shape.kind == "thing" and shape.lift == 0 and body.height < _LOW_METRES and body.width > 2.2 * body.height:
            share = min(share, _LOW_SHARE)
        # A long body fills the frame before a tall one does.
        units_per_metre = min(units / body.height, width * min(0.84, share * 1.55) / body.width)
    elif shape is not None:
        shown = shape.shown(shot)
        wide, tall = ROOMS[shape.kind][shot]
        tall *= 0.74 if portrait else 1.0
        units_per_metre = min(width * wide / shown.width, height * tall / shown.height)
        takes = shown.height * units_per_metre
        # More room below than above what is shown, but for a face, which fills the frame.
        above = (height - takes) * (0.5 if shot == "extreme_close" else 0.36 if shape.kind == "person" else 0.46)
        if shape.kind == "person" and not portrait:
            above = height * (0.15 if shot == "medium" else 0.13 if shot == "close" else 0.09)
        ground = above + shown.top * units_per_metre
        if is_long(shape, shot):
            ground = max(ground, height * 0.85)
        horizon = height * (0.50 if portrait else 0.52)
        drop = height * 0.36
        aside = (shown.left + shown.right) / 2 * units_per_metre
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
