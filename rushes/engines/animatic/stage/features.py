"""Features: scenery that a prompt asks for by name, in whatever setting it is."""

from __future__ import annotations

import math

import numpy as np

from rushes.engines.animatic import scenery
from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.blit import Stamp
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke
from rushes.engines.animatic.paint.layers import Canvas, Picture, drawn
from rushes.engines.animatic.paint.puffs import Puff
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.paint.specks import discs
from rushes.engines.animatic.paint.view import View
from rushes.engines.animatic.sound import bursts
from rushes.engines.animatic.sound.fireworks import CLIMB_SECONDS, GLOW_SECONDS
from rushes.engines.animatic.stage import (
    bridges,
    buildings,
    crops,
    fires,
    ground,
    hearth,
    lapses,
    lightning,
    sky,
    surroundings,
    weather,
)
from rushes.engines.animatic.stage.set import Set
from rushes.shot import EXTENDED_SECONDS_MAX

#: Moon, stars, rainbow and aurora hang in the sky (`sky`); neon and lights belong to streets.
NO_GROUND = ("space", "sky", "sea", "underwater")


def add(stage: Set) -> None:
    """Add what this plan's features ask for."""
    asked = set(stage.plan.features)
    setting = stage.plan.setting
    if asked & {"campfire", "fire", "bonfire"} and setting not in NO_GROUND:
        away = -0.24 if any(subject.x >= 0.5 for subject in stage.plan.subjects) else 0.24
        fires.campfire(stage, away * stage.framing.width if stage.plan.subjects else 0.0, 0.94)
    bridges.add(stage)
    if "fireflies" in asked:
        fires.fireflies(stage)
    # Rooms have lamps of their own.
    lit = "lights" in scenery.of_setting(setting)
    if "lights" in asked and not lit and setting not in ("street", "city", *NO_GROUND):
        lanterns(stage)
    if asked & {"lanterns", "string_lights"}:
        lanterns(stage)
    if "waterfall" in asked and setting in (
        "mountains",
        "river",
        "jungle",
        "forest",
        "pine_forest",
        "planet",
        "meadow",
        "village",
        "canyon",
    ):
        waterfall(stage)
    for field in crops.FIELDS:
        if field in asked and setting in ("meadow", "village", "highway"):
            crops.sow(stage, field)
    if "fireplace" in asked and setting == "room":
        hearth.light_up(stage)
    if asked & {"petals", "blossoms"}:
        pink = stage.air.surface(hexed("#f7b8cc"), 1.0, 0.9)
        weather.scatter(stage, weather.Specks(110, (2.0, 4.8), 38, -52, 1.05, 0.9, pink, soft=0.3, sway=34), 990)
    surroundings.shed(stage)
    lapses.add(stage)
    if asked & {"sparks", "embers"}:
        weather.scatter(
            stage, weather.Specks(60, (0.8, 2.2), -70, 18, 1.0, 0.9, (1.0, 0.6, 0.2), soft=0.8, glow=True), 991
        )
    if asked & {"confetti", "balloons"}:
        for index in range(5):
            tint = buildings.NEON[index]
            weather.scatter(
                stage, weather.Specks(18, (1.8, 3.4), 60, -12, 1.05, 0.95, tint, soft=0.2, sway=26), 992 + index
            )
    if "sun_rays" in asked and setting not in ("space", "underwater", "room", "stage_hall"):
        sky.beams(stage, 0.55, 0.45)
    if asked & {"sparkles", "dust_motes"}:
        weather.scatter(
            stage,
            weather.Specks(70, (0.7, 2.4), -9, 7, 1.0, 0.9, (1.0, 0.92, 0.66), soft=0.8, glow=True, blink=0.35),
            989,
        )
    if "falling_leaves" in asked and stage.plan.weather != "wind":
        weather.leaves(stage)
    if "lightning" in asked and stage.plan.weather != "storm" and setting not in ("room", "underwater", "space"):
        lightning.lightning(stage)
    if "fireworks" in asked and setting not in ("room", "underwater", "stage_hall"):
        fireworks(stage)
    if "bubbles" in asked and setting != "underwater":
        weather.scatter(stage, weather.Specks(26, (2.0, 6.0), -34, 9, 1.0, 0.4, (0.9, 0.97, 1.0), soft=0.3), 997)
    if "shooting_star" in asked or ("stars" in asked and stage.plan.time == "night"):
        shooting_star(stage)


def lanterns(stage: Set) -> None:
    """Paper lanterns on strings across the upper frame, swinging."""
    frame = stage.framing
    random = stage.random(980)
    tints = [hexed(code) for code in ("#ffb45a", "#ff8a5a", "#ffd98a", "#ff6f7a")]
    strings = [(0.72, -frame.horizon * 0.70, 60.0), (0.90, -frame.horizon * 0.86, 90.0)]
    phases = [[random.uniform(0, 6.3) for _ in range(12)] for _ in strings]
    halos = [Puff(tint, 0.46) for tint in tints]
    fine = frame.scale
    bodies = {(depth, tint): _lantern(tint, 15 * depth * fine) for depth, _, _ in strings for tint in tints}

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for (depth, y, sag), turns in zip(strings, phases, strict=True):
            span = frame.width * 1.5
            points = []
            for index in range(13):
                u = index / 12
                points.append(view.place((u - 0.5) * span, y + sag * math.sin(math.pi * ((u * 3) % 1.0)), depth))
            line = skia.Path()
            line.moveTo(points[0][0], points[0][1])
            for point in points[1:]:
                line.lineTo(point[0], point[1])
            canvas.drawPath(line, stroke((0.06, 0.05, 0.08), 1.2 * view.scale, 0.8))
            for index, (x, down, scale) in enumerate(points[:-1]):
                size = 15 * depth * scale
                number = index % len(tints)
                swing = 4 * math.sin(t * 1.1 + turns[index])
                aside = -size * 1.3 * math.sin(math.radians(swing))
                halos[number].lay(picture, x + aside, down + size * 1.3, size * 2.6, 0.20)
                body = bodies[depth, tints[number]]
                body.turn(picture, x, down, (body.width / 2, 1.0), swing, scale / fine)

    stage.add(0.91, draw)


def _lantern(tint: Rgb, size: float) -> Stamp:
    """The paper of one, hung by the middle of its upper edge."""

    def draw(canvas: Canvas) -> None:
        body = skia.Rect.MakeXYWH(2, 1 + size * 0.25, size * 2, size * 2.1)
        tones = [mix(tint, (1, 1, 1), 0.55), tint]
        canvas.drawRoundRect(body, size * 0.9, size * 0.9, linear((0, body.top()), (0, body.bottom()), tones))

    return Stamp(drawn(2 * size + 4, 2.35 * size + 3, 1.0, draw))


def waterfall(stage: Set) -> None:
    """A fall of water in the distance: streaks that run down, mist at its foot."""
    frame, air = stage.framing, stage.air
    depth = 0.28
    x = -air.side * frame.width * 0.22
    top, foot = -210.0 * frame.tall, 16.0
    wide = 30.0
    bright = mix(air.surface((0.95, 0.98, 1.0), depth, 0.9), air.haze, 0.2)
    rock = air.surface(hexed("#a8543a" if stage.plan.setting == "canyon" else "#5f5d62"), depth, 0.3)
    random = stage.random(985)
    moss = air.surface(hexed("#5f8446"), depth, 0.5)
    face = skia.Path()
    face.moveTo(-330, foot)
    brim = [
        (-300, 0.10),
        (-240, 0.34),
        (-200, 0.46),
        (-150, 0.80),
        (-104, 0.86),
        (-60, 1.05),
        (-30, 1.0),
        (30, 1.0),
        (66, 1.08),
        (112, 0.92),
        (160, 0.84),
        (205, 0.55),
        (262, 0.30),
        (320, 0.06),
    ]
    for at, share in brim:
        face.lineTo(at, foot + (top - foot) * share * random.uniform(0.96, 1.02))
    face.lineTo(340, foot)
    face.close()
    ledges = [
        (
            random.uniform(-300, 300),
            foot + (top - foot) * random.uniform(0.2, 0.95),
            random.uniform(-26, 26),
            mix(rock, (0, 0, 0), 0.35) if n % 2 else mix(rock, air.edge, 0.25),
        )
        for n in range(34)
    ]
    shrubs = [
        (at + random.uniform(-16, 16), foot + (top - foot) * share + random.uniform(-3, 8), random.uniform(6, 15))
        for at, share in brim
        for _ in range(3)
        if abs(at) > 40
    ]
    strands = [(random.uniform(-1, 1), random.uniform(0, 1), random.uniform(0.6, 1.3)) for _ in range(46)]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        px, py, scale = view.place(x, 0.0, depth)
        canvas.save()
        canvas.translate(px, py)
        canvas.scale(scale, scale)
        canvas.drawPath(face, linear((0, top), (0, foot), [mix(rock, air.edge, 0.18), rock, mix(rock, air.haze, 0.35)]))
        canvas.save()
        canvas.clipPath(face, True)
        for at, high, lean, tone in ledges:
            canvas.drawLine(at, high, at + lean, foot, stroke(tone, 7.0, 0.55, 2.0))
        canvas.restore()
        for at, high, size in shrubs:
            canvas.drawCircle(at, high, size, solid(moss))
        body = skia.Rect.MakeLTRB(-wide, top - 6, wide, foot)
        canvas.drawRect(body, linear((0, top), (0, foot), [mix(bright, rock, 0.35), bright]))
        for u, phase, pace in strands:
            for lap in range(2):
                life = (t * 0.55 * pace + phase + lap * 0.5) % 1.0
                y = top + (foot - top) * life
                canvas.drawLine(u * wide, y, u * wide * 1.04, min(foot, y + 34 * pace), stroke((1, 1, 1), 1.5, 0.45))
        for puff in range(7):
            drift = 6 * math.sin(t * 0.9 + puff * 1.7)
            canvas.drawCircle(
                (puff - 3) * wide * 0.45 + drift, foot - 4, 24 + 5 * math.sin(t * 1.3 + puff), solid(bright, 0.24, 12)
            )
        canvas.restore()

    stage.add(depth + 0.001 if depth > ground.ORDER else 0.285, draw)


#: Gold first: what burns in most shells is charcoal and iron.
_SHELLS = tuple(
    hexed(code) for code in ("#ffc45a", "#ffd98a", "#ff5a4e", "#ff7ad0", "#7be08a", "#6fb8ff", "#c79bff", "#fff2d0")
)


def fireworks(stage: Set) -> None:
    """Shells that climb, burst and sink, each in a colour of its own, over the far skyline."""
    frame = stage.framing
    random = stage.random(998)
    # As many as the longest film that this one may become; they are heard when they are seen.
    shells = [
        (
            (burst.x - 0.5) * 0.84 * frame.width,
            -frame.horizon * random.uniform(0.46, 0.86),
            burst.seconds,
            110 + 120 * burst.size,
            _SHELLS[int(random.integers(len(_SHELLS)))],
            random.normal(size=(150, 3)),
        )
        for burst in bursts(stage.plan.seed, EXTENDED_SECONDS_MAX)
    ]

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        for x, y, bursts_at, reach, tint, spread in shells:
            since = t - bursts_at + CLIMB_SECONDS
            if not 0 <= since < CLIMB_SECONDS + GLOW_SECONDS:
                continue
            across, down, scale = view.place(x, y, 0.05)
            if since < CLIMB_SECONDS:
                climb = view.place(x, y * (since / CLIMB_SECONDS) ** 0.6, 0.05)
                canvas.drawCircle(climb[0], climb[1], 1.6 * scale, solid((1.0, 0.9, 0.7), 0.9))
                continue
            age = (since - CLIMB_SECONDS) / GLOW_SECONDS
            size = reach * (1 - math.exp(-age * 5.0)) * scale
            fade = max(0.0, 1 - age) ** 1.5
            flash = math.exp(-age * 22)
            if flash > 0.03:
                canvas.drawCircle(across, down, reach * 0.9 * scale, solid(tint, 0.35 * flash, reach * 0.3 * scale))
            sparks = spread / np.linalg.norm(spread, axis=1, keepdims=True)
            xs = across + sparks[:, 0] * size
            ys = down + sparks[:, 1] * size + 46 * age * age * scale
            red, green, blue = (255 * c for c in mix(tint, (1.0, 1.0, 1.0), 0.15))
            alphas = fade * (0.65 + 0.35 * np.sin(t * 30 + spread[:, 0] * 20))
            discs(picture, xs, ys, np.full(len(xs), 2.8 * scale), alphas, blue, green, red, 0.9, True)
            # Each spark draws a tail towards the middle, and sinks with it.
            for lag, share in ((0.10, 0.5), (0.20, 0.3), (0.30, 0.16)):
                tail = reach * (1 - math.exp(-max(0.0, age - 0.25 * lag) * 5.0)) * scale * (1 - 0.4 * lag)
                sunk = 46 * max(0.0, age - 0.3 * lag) ** 2 * scale
                at_x, at_y = across + sparks[:, 0] * tail, down + sparks[:, 1] * tail + sunk
                discs(picture, at_x, at_y, np.full(len(xs), 2.0 * scale), alphas * share, blue, green, red, 0.9, True)

    stage.add(0.05, draw)


def shooting_star(stage: Set) -> None:
    """One streak across the night, once in each few seconds."""
    frame = stage.framing
    start = stage.random(987).uniform(0.8, 2.6)

    def draw(canvas: Canvas, picture: Picture, view: View, t: float) -> None:
        lap = math.floor((t - start) / 4.7)
        since = t - start - lap * 4.7
        if t < start or since > 0.7:
            return
        share = since / 0.7
        way = 1 if (stage.plan.seed + lap) % 2 else -1
        x0 = -way * frame.width * (0.32 - 0.1 * (lap % 3))
        y0 = -frame.horizon * (0.92 - 0.08 * (lap % 2))
        head = view.place(x0 + way * 420 * share, y0 + 130 * share, 0.0)
        tail = view.place(x0 + way * 420 * max(0.0, share - 0.35), y0 + 130 * max(0.0, share - 0.35), 0.0)
        level = math.sin(math.pi * share)
        paint = linear(tail[:2], head[:2], [(0.8, 0.9, 1.0), (1, 1, 1)], None, [0.0, level])
        paint.setStyle(skia.Paint.kStroke_Style)
        paint.setStrokeWidth(1.8 * view.scale)
        paint.setStrokeCap(skia.Paint.kRound_Cap)
        canvas.drawLine(*tail[:2], *head[:2], paint)

    stage.add(0.003, draw)
