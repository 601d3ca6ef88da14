"""The sky: gradient, sun or moon and their glow, stars, aurora, rainbow; its clouds are in `clouds`."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, mix, smooth, solid, stroke, times
from rushes.engines.animatic.paint.glows import Glow
from rushes.engines.animatic.paint.layers import Canvas, Layer, Picture, canvas_of, drawn, premultiplied
from rushes.engines.animatic.paint.noise import cloudy, skyline
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.stage import lapses
from rushes.engines.animatic.stage.clouds import hang_clouds
from rushes.engines.animatic.stage.set import Set

#: Orders: everything of the sky lies behind the farthest hill.
SKY, STARS, AURORA, CLOUDS = 0.0, 0.002, 0.004, 0.006


def hang(stage: Set, *, sun: bool = True, clouds: bool = True) -> None:
    """Hang the sky of this air behind everything."""
    frame = stage.framing
    top, bottom = -frame.horizon - 0.30 * frame.height, 0.22 * frame.height
    width = frame.width * 1.42
    coarse = frame.scale / 2
    shape = (math.ceil((bottom - top) * coarse), math.ceil(width * coarse))
    y = (np.arange(shape[0], dtype=np.float32) / coarse + top)[:, None]
    x = (np.arange(shape[1], dtype=np.float32) / coarse - width / 2)[None, :]
    rgb = _gradient(stage, np.clip((y + frame.horizon * 1.06) / (frame.horizon * 1.06), 0, 1))
    rgb = np.broadcast_to(rgb, (*shape, 3)).copy()
    sun_x, sun_y = sun_place(stage)
    seen = sun and stage.air.sun_up > -0.5
    if seen:
        away = np.hypot(x - sun_x, (y - sun_y) * 1.15)
        rgb = _screen(rgb, stage.air.sun, stage.air.glow * (np.exp(-away / 90) * 0.55 + np.exp(-away / 330) * 0.55))
    asked = {"stars", "milky_way"} & set(stage.plan.features)
    stars = 1.0 if asked and stage.plan.weather in ("clear", "wind", "snow") else stage.air.stars
    if "milky_way" in asked or (stars > 0.9 and stage.air.clouds == "none"):
        rgb = _milky_way(stage, rgb, x, y)
    extent = (round(width * frame.scale), round((bottom - top) * frame.scale))
    sky = np.asarray(cv2.resize(rgb, extent, interpolation=cv2.INTER_LINEAR), np.float32)
    picture = premultiplied(sky, np.ones(sky.shape[:2], np.float32), stage.seed(1))
    canvas, surface = canvas_of(picture)
    canvas.scale(frame.scale, frame.scale)
    canvas.translate(width / 2, -top)
    if stars > 0:
        _stars(canvas, stage, width, top, stars)
    if seen and not lapses.moves(stage.plan):
        _disc(canvas, stage, sun_x, sun_y)
    del canvas, surface
    stage.add_layer(Layer(picture, 0.0, x=-width / 2, y=top, scale=frame.scale, still=True), SKY)
    if seen and lapses.moves(stage.plan):
        lapses.hang_sun(stage, sun_x, STARS - 0.0005)
    if stars > 0.3:
        _twinkle(stage, top)
    if "aurora" in stage.plan.features:
        _aurora(stage)
    if clouds:
        hang_clouds(stage, CLOUDS)
    if "rainbow" in stage.plan.features:
        _rainbow(stage)


def sun_place(stage: Set) -> tuple[float, float]:
    """Where the sun or the moon stands: units from the middle and from the horizon."""
    frame = stage.framing
    return stage.air.sun_x * frame.width, -stage.air.sun_up * frame.horizon * 0.92


def _gradient(stage: Set, share: NDArray[np.float32]) -> NDArray[np.float32]:
    colours = np.array(stage.air.sky, np.float32)
    channels = [np.interp(share[:, 0], stage.air.stops, colours[:, i]) for i in range(3)]
    return np.stack(channels, axis=-1)[:, None, :].astype(np.float32)


def _screen(rgb: NDArray[np.float32], colour: Rgb, share: NDArray[np.float32]) -> NDArray[np.float32]:
    light = np.clip(share, 0, 1)[..., None] * np.array(colour, np.float32)
    return np.asarray(1 - (1 - rgb) * (1 - light), np.float32)


def _disc(canvas: Canvas, stage: Set, x: float, y: float) -> None:
    if stage.air.night or {"moon", "crescent"} & set(stage.plan.features):
        moon(canvas, stage, x, y)
        return
    radius = 25.0 if stage.plan.time == "day" else 30.0
    veiled = stage.plan.weather in ("fog", "dust")
    body = mix(stage.air.sun, stage.air.sky[-2] if veiled else (1, 1, 1), 0.35)
    canvas.drawCircle(x, y, radius * 1.5, solid(stage.air.sun, 0.15 if veiled else 0.35, radius * 0.5))
    canvas.drawCircle(x, y, radius, solid(body, 0.85 if veiled else 1.0))


def moon(canvas: Canvas, stage: Set, x: float, y: float) -> None:
    """The moon: a clean disc with its seas, or a crescent; larger when it was asked for."""
    asked = {"moon", "crescent"} & set(stage.plan.features)
    radius = 27.0 * (1.9 if asked else 1.0)
    light = stage.air.sun
    body, sea = mix(light, (1, 1, 1), 0.35), mix(light, hexed("#8f9cc0"), 0.55)
    disc = skia.Path()
    disc.addCircle(x, y, radius)
    crescent = "crescent" in asked
    if crescent:
        shade = skia.Path()
        shade.addCircle(x - stage.air.side * radius * 0.52, y - radius * 0.16, radius * 0.98)
        canvas.drawPath(disc, solid(mix(stage.air.sky[1], light, 0.10), 0.35))
        disc = skia.Op(disc, shade, skia.kDifference_PathOp)
    canvas.drawPath(disc, solid(light, 0.45 if crescent else 0.32, radius * 0.5))
    canvas.drawPath(disc, solid(body))
    if crescent:
        return
    canvas.save()
    canvas.clipPath(disc, True)
    for dx, dy, share in (
        (-0.3, -0.25, 0.34),
        (0.22, 0.1, 0.28),
        (-0.18, 0.42, 0.22),
        (0.4, -0.4, 0.16),
        (-0.62, 0.15, 0.18),
    ):
        canvas.drawCircle(x + dx * radius, y + dy * radius, share * radius, solid(sea, 0.5, radius * 0.07))
    canvas.restore()


def _milky_way(
    stage: Set, rgb: NDArray[np.float32], x: NDArray[np.float32], y: NDArray[np.float32]
) -> NDArray[np.float32]:
    """A band of far stars across the sky, with dark clouds along its middle."""
    frame = stage.framing
    side = -stage.air.side
    # It leans away from the moon; `off` is across it, about 1 at its edge.
    off = ((x - side * frame.width * 0.10) * 0.80 * side + (y + frame.horizon * 0.62) * 0.60 * 1.6) / (
        0.20 * frame.width
    )
    cells = (rgb.shape[0] / frame.scale * 2 / 90, rgb.shape[1] / frame.scale * 2 / 90)
    dust = cloudy(rgb.shape[:2], cells, stage.seed(30), octaves=6, warp=1.4)
    fine = cloudy(rgb.shape[:2], (cells[0] * 3, cells[1] * 3), stage.seed(31), octaves=4, warp=0.8)
    body = np.exp(-((off + (dust - 0.5) * 0.9) ** 2) * 1.7)
    lane = smooth(0.50, 0.72, dust + 0.22 * np.exp(-(off**2) * 9)) * np.exp(-(off**2) * 2.4)
    up = smooth(0.02, 0.55, -y / frame.horizon)
    light = np.clip(body * (0.35 + 0.9 * fine) * (1 - 0.85 * lane) * up, 0, 1)
    strength = 0.62 if "milky_way" in stage.plan.features else 0.36
    warm = np.exp(-(off**2) * 3.0)[..., None]
    tint = np.array(hexed("#93a9e6"), np.float32) * (1 - warm) + np.array(hexed("#f2dcd0"), np.float32) * warm
    return np.asarray(1 - (1 - rgb) * (1 - tint * (light * strength)[..., None]), np.float32)


def _stars(canvas: Canvas, stage: Set, width: float, top: float, strength: float) -> None:
    random = stage.random(2)
    for _ in range(int(520 * width / 1800 * (0.4 + 0.6 * strength))):
        x = random.uniform(-width / 2, width / 2)
        y = top + random.random() ** 1.25 * (-top) * 0.93
        size = random.random() ** 6
        tint = mix(hexed("#bcd4ff"), hexed("#ffe6c4"), random.random())
        fade = strength * float(smooth(0.0, -top * 0.35, -y))
        if size > 0.5:
            canvas.drawCircle(x, y, 5 * size, solid(tint, 0.30 * fade, 2.5))
        canvas.drawCircle(x, y, 0.5 + 1.0 * size, solid(tint, (0.25 + 0.75 * random.random()) * fade))


def _twinkle(stage: Set, top: float) -> None:
    frame = stage.framing
    random = stage.random(3)
    stars = [
        (
            random.uniform(-0.6, 0.6) * frame.width,
            top * random.uniform(0.25, 0.85),
            random.uniform(0.8, 1.7),
            random.uniform(0, 6.3),
        )
        for _ in range(26)
    ]
    paints = [solid(hexed("#eaf1ff"), 0.1 + 0.9 * level / 7) for level in range(8)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, y, size, phase in stars:
            across, down, scale = view.place(x, y, 0.0)
            level = int(3.5 + 3.5 * math.sin(t * 2.1 + phase))
            canvas.drawCircle(across, down, size * scale * (0.7 + 0.05 * level), paints[level])

    stage.add(STARS, draw)


def _rainbow(stage: Set) -> None:
    """A bow of light before the clouds, opposite the sun, and a fainter one around it with its colours turned."""
    frame = stage.framing
    radius = frame.width * (0.40 if not frame.portrait else 0.62)
    x, y = -stage.air.side * frame.width * 0.16, frame.height * 0.10
    reach = radius * 1.34
    coarse = frame.scale / 2

    def paint(canvas: Canvas) -> None:
        for inner, wide, strength, turned in ((radius - 50, 50.0, 0.27, False), (radius * 1.17, 60.0, 0.07, True)):
            rings = 48
            for ring in range(rings):
                share = (ring + 0.5) / rings
                colour = _spectrum(share if turned else 1 - share)
                line = stroke(colour, wide / rings * 1.15, strength * math.sin(math.pi * share) ** 0.7)
                line.setBlendMode(skia.BlendMode.kPlus)
                canvas.drawCircle(reach, reach, inner + wide * share, line)

    picture = drawn(reach * 2, reach + y + 40, coarse, paint)
    # It fades into the ground.
    rows = np.arange(picture.shape[0], dtype=np.float32)[:, None, None] / coarse
    fade = smooth(0.0, 90.0, reach - y - rows) * 0.9 + 0.1
    picture = np.asarray(picture * fade, np.uint8)
    stage.add_glow(Glow(picture, 0.0, x=x - reach, y=y - reach, scale=coarse), CLOUDS + 0.003)


def _spectrum(share: float) -> Rgb:
    stops = ("#ff3b30", "#ff9a2e", "#ffe14d", "#4fd36a", "#39b6ff", "#5a5cff", "#b04dff")
    place = share * (len(stops) - 1)
    index = min(len(stops) - 2, int(place))
    return mix(hexed(stops[index]), hexed(stops[index + 1]), place - index)


def _aurora(stage: Set) -> None:
    frame = stage.framing
    for band, (colours, depth) in enumerate(((("#2effa0", "#18c8d8"), 0.010), (("#38e8c0", "#a050ff"), 0.016))):
        width, height = frame.width * 1.6, frame.horizon * 0.95
        coarse = frame.scale / 4
        shape = (math.ceil(height * coarse), math.ceil(width * coarse))
        fold = skyline(shape[1], 4 + band, stage.seed(20 + band), octaves=4)
        foot = (0.52 + 0.34 * (fold - 0.5) * 2 + 0.08 * band) * shape[0]
        rays = 0.45 + 0.55 * skyline(shape[1], 60, stage.seed(24 + band), octaves=3)
        y = np.arange(shape[0])[:, None]
        above = (foot[None] - y) / shape[0]
        body = np.where(above > 0, np.exp(-above * (4.2 - 1.6 * rays[None])), np.exp(above * 46)) * rays[None]
        alpha = np.clip(body * 0.62 * (1 - y / shape[0] * 0.2), 0, 1).astype(np.float32)
        share = smooth(0.02, 0.42, above)[..., None]
        rgb = (np.array(hexed(colours[0])) * (1 - share) + np.array(hexed(colours[1])) * share).astype(np.float32)
        alpha = np.asarray(cv2.GaussianBlur(alpha, (0, 0), 1.2 * frame.scale), np.float32)
        picture = premultiplied(rgb, alpha, stage.seed(28))
        glow = Glow(
            picture,
            depth,
            x=-width / 2,
            y=-frame.horizon * 1.02,
            scale=coarse,
            period=width,
            drift=5.0 - 11 * band,
        )

        def draw(
            canvas: Canvas, under: Picture, view: View, t: float, glow: Glow = glow, phase: float = band * 2.1
        ) -> None:
            glow.draw(under, view, t, 0.72 + 0.28 * math.sin(t * 0.55 + phase))

        stage.add(AURORA + band * 0.0005, draw)


def beams(stage: Set, depth: float = 0.5, strength: float = 0.5) -> None:
    """Shafts of light that fall from the sun through trees; slow and soft."""
    frame = stage.framing
    sun_x, sun_y = sun_place(stage)
    coarse = 0.25 * frame.scale
    width, height = frame.width * 1.3, frame.height * 1.1
    y, x = np.mgrid[0 : math.ceil(height * coarse), 0 : math.ceil(width * coarse)].astype(np.float32)
    x = x / coarse - width / 2 - sun_x * 1.4
    y = y / coarse - frame.horizon - (sun_y - frame.height * 0.22)
    angle = np.arctan2(x, y)
    line = skyline(2048, 46, stage.seed(60), octaves=4)
    light = np.interp(((angle + math.pi) / (2 * math.pi) * 4) % 1 * 2048, np.arange(2048), line).astype(np.float32)
    away = np.hypot(x, y) / frame.height
    alpha = np.clip((light - 0.50) * 3.6, 0, 1) * smooth(0.05, 0.4, away) * (1 - smooth(0.7, 1.5, away)) * strength
    alpha = np.asarray(cv2.GaussianBlur(alpha.astype(np.float32), (0, 0), 1.5), np.float32)
    rgb = np.broadcast_to(np.array(times(stage.air.sun, 1.0), np.float32), (*alpha.shape, 3))
    glow = Glow(
        premultiplied(rgb, np.clip(alpha, 0, 1), stage.seed(61)), 0.02, x=-width / 2, y=-frame.horizon, scale=coarse
    )

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        glow.draw(picture, view, t, 0.8 + 0.2 * math.sin(t * 0.7))

    stage.add(depth, draw)
