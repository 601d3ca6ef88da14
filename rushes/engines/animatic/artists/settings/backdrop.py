"""A backdrop: paper that runs from the wall into the floor without a line, in the colour that was asked for, as in a studio."""

import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.artists import Setting
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import grey_of, hexed, mix, times
from rushes.engines.animatic.paint.layers import Canvas, Layer, premultiplied
from rushes.engines.animatic.stage import fittings, flooring, ground, rooms
from rushes.engines.animatic.stage.rooms import Lamp
from rushes.engines.animatic.stage.set import Set

Floats = NDArray[np.float32]
PAPERS = ("#cfc6ba", "#b9c4c8", "#c9b8a6", "#b8c0ae")
DEPTH = 0.5


def build(stage: Set) -> None:
    if "bricks" in stage.plan.features:
        _bricks(stage)
        return
    random = stage.random(2200)
    paper = hexed(stage.plan.colours[0] if stage.plan.colours else PAPERS[int(random.integers(len(PAPERS)))])
    frame, side = stage.framing, stage.air.side
    dark = grey_of(paper) < 0.2
    # Even a black or a white ground has light and shade, or nothing would stand on it.
    high = times(mix(paper, (1, 1, 1), 0.10 if dark else 0.16), 0.96)
    low = mix(times(paper, 0.82), (0.30, 0.32, 0.38), 0.06)
    foot = stage.ground_y(DEPTH)
    top = -frame.horizon - 0.35 * frame.height
    period = frame.width * 2.2
    coarse = frame.scale / 4

    def tone(x: Floats, y: Floats) -> Floats:
        """The paper's colour at units of the frame, lit by one large lamp from above and the side."""
        reach = np.hypot(
            (x - side * frame.width * 0.06) / (frame.width * 0.62), (y + frame.horizon * 0.28) / (frame.height * 0.78)
        )
        share = np.exp(-(reach**2) * 1.25)[..., None].astype(np.float32)
        out = np.array(low, np.float32) * (1 - share) + np.array(high, np.float32) * share
        return np.asarray(np.clip(out, 0, 1), np.float32)

    rows, columns = round((foot - top + 4) * coarse), round(period * coarse)
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32) / coarse
    picture = premultiplied(tone(x - period / 2, y + top), np.ones((rows, columns), np.float32), stage.seed(2201))
    stage.add_layer(Layer(picture, DEPTH, x=-period / 2, y=top, scale=columns / period, period=period), 0.2)

    def marks(rgb: Floats, depth: Floats, x: Floats) -> Floats:
        # The sweep lies flat before the paper: its brightness goes on from the wall's foot and rises a little to the front.
        across, down = np.meshgrid(x, depth * frame.drop)
        base = tone(across * depth[:, None], np.minimum(down, foot + (down - foot) * 0.35))
        lift = 1 + 0.05 * np.clip((depth - DEPTH) / 0.5, 0, 1) - 0.12 * np.clip(depth - 1.1, 0, 1)
        return np.asarray(np.clip(base * lift[:, None, None], 0, 1), np.float32)

    ground.lay(stage, paper, paper, contrast=0.01, fade=0.0, order=0.19, marks=marks)
    stage.mirror = 0.16
    room = rooms.enter(stage, 2202, tint=rooms.NEUTRAL, always=0.9)
    room.outside = 0.4
    room.light_cast(shadow=0.36, up=-0.7)


def _bricks(stage: Set) -> None:
    room = rooms.enter(stage, 2203, unit=138, base=0.85, always=0.6)
    tone: Rgb = room.lead(hexed("#9c553f"), 0.7)
    room.lamps += [
        Lamp(room.side * room.half * 0.3, -430, 330, 0.9),
        Lamp(-room.side * room.half * 0.6, -330, 240, 0.4),
    ]

    def draw(canvas: Canvas) -> None:
        fittings.bricks(canvas, -room.width / 2, -room.high, room.width / 2, 8, tone, room.random)
        fittings.stains(canvas, room, hexed("#2a1a14"), 16, 2204, 0.2)

    room.wall(draw)
    flooring.lay(room, flooring.plain, hexed("#8a847c"), grain=0.7, mirror=0.12)
    room.light_cast()


SETTING = Setting(
    build=build,
    words="""white wall, blank wall, plain wall, painted wall, red wall, blue wall, green wall, yellow wall, pink wall, grey wall, gray wall,
        orange wall, purple wall, black wall, beige wall, concrete wall, plain background, white background, black background, backdrop,
        studio backdrop, studio shot, photo studio, photography studio, studio background, grey background, gray background,
        advertisement, advert, product commercial, product photography, product video, food commercial, food photography, commercial, dark background, dark backdrop, dark studio, black velvet, solid background, seamless background, neutral background, blue background, pink background, yellow background,
        red background, green background, orange background, purple background, beige background, brown background, teal background,
        green screen, gradient background, product shot, blank background, white backdrop, black backdrop, white studio,
        colored background, coloured background, pastel background, brick wall+bricks, red brick wall+bricks""",
    by_day="room",
    by_night="room",
    scenery=frozenset({"bricks"}),
    outdoors=False,
    hours=("day",),
)
