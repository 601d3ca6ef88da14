"""Bridges: of stone on arches, of wood on trestles, of planks on ropes, hung from cables; under the cast, or far across water."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.colours import hexed, linear, mix, solid, stroke, times
from rushes.engines.animatic.paint.layers import Canvas
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import ShotPlan
from rushes.engines.animatic.stage import mist
from rushes.engines.animatic.stage.framing import SUBJECT_SHARES, Framing
from rushes.engines.animatic.stage.set import Random, Set

KINDS = ("bridge", "wooden_bridge", "rope_bridge", "suspension_bridge")
#: The feature that says that the cast is on it, not beside or below it.
CROSSED = "on_bridge"
#: Where no bridge is drawn.
NOWHERE = frozenset({"space", "sky", "planet", "underwater", "sea"})
#: Where water runs below.
_WATERS = frozenset({"river", "mountains", "arctic", "harbour", "japanese_garden"})
#: How high in the frame (a share of it) the deck is that the cast crosses, and how far below the horizon a far one begins.
_DECK = 0.70
_FAR = 0.5


@dataclass(frozen=True, slots=True)
class Span:
    """One bridge to draw: units from the horizon, down is positive."""

    deck: float
    foot: float
    metre: float  #: units
    period: float
    lit: Rgb
    dark: Rgb
    pale: Rgb
    random: Random


def kind_of(plan: ShotPlan) -> str | None:
    """The bridge that a plan asks for and its setting can have."""
    return next((name for name in KINDS if name in plan.features), None) if plan.setting not in NOWHERE else None


def is_crossed(plan: ShotPlan) -> bool:
    wide = plan.camera.size in SUBJECT_SHARES
    return wide and bool(plan.subjects) and CROSSED in plan.features and kind_of(plan) is not None


def lifted(plan: ShotPlan, frame: Framing) -> Framing:
    """The frame with the cast up on the bridge, so that its arches are seen below."""
    if not is_crossed(plan):
        return frame
    deck = frame.height * (_DECK - (0.04 if frame.portrait else 0.0))
    return replace(frame, ground=max(frame.horizon + 12, deck), units_per_metre=frame.units_per_metre * 0.84)


def add(stage: Set) -> None:
    kind = kind_of(stage.plan)
    if kind is None:
        return
    tones = {"bridge": "#a89c8c", "wooden_bridge": "#8a5f3c", "rope_bridge": "#8a6a44", "suspension_bridge": "#a8483c"}
    tone = hexed(tones[kind])
    crossed = is_crossed(stage.plan)
    frame, depth = stage.framing, 1.0 if crossed else _FAR
    deck = frame.ground - frame.horizon if crossed else -34.0
    foot = (frame.height - frame.horizon + 20) if crossed else stage.ground_y(depth) + 4
    metre = frame.units_per_metre if crossed else 20.0
    lit, dark = stage.air.surface(tone, depth, 0.92), stage.air.surface(tone, depth, 0.22)
    behind, before = _DRAWN[kind]

    def span(period: float, salt: int) -> Span:
        return Span(
            deck,
            foot,
            metre,
            period,
            lit,
            dark,
            stage.air.surface(mix(tone, (1, 1, 1), 0.4), depth, 0.95),
            stage.random(salt),
        )

    top = min(deck - 3.2 * metre, -frame.horizon) if kind == "suspension_bridge" else deck - 2.2 * metre - 20
    watery = stage.plan.setting in _WATERS
    period = max(stage.period(depth), 1200.0)
    stage.bake(
        depth, top, foot, lambda canvas, length: behind(canvas, span(length, 1700)), period=period, order=depth - 0.002,
        blur=0.0 if crossed else None, veil=not crossed, melt=0.0 if watery or not crossed else 0.5 * (foot - deck),
    )  # fmt: skip
    if crossed:
        stage.bake(depth, deck - 1.6 * metre - 10, deck + 40, lambda canvas, length: before(canvas, span(length, 1701)), period=period, order=depth + 0.006, blur=0.0)  # fmt: skip
        if not watery:
            _gorge(stage, deck, foot, period)
    elif watery:
        _mirrored(stage, behind, span, deck, foot, depth, period)


def _gorge(stage: Set, deck: float, foot: float, period: float) -> None:
    """Depth below a bridge on dry land: the ground falls away into haze."""
    far, deep = stage.air.haze, mix(stage.air.haze, stage.air.surface(hexed("#3c4a44"), 0.8, 0.2), 0.55)

    def draw(canvas: Canvas, length: float) -> None:
        box = skia.Rect.MakeLTRB(-10, deck + 4, length + 10, foot)
        canvas.drawRect(box, linear((0, deck + 4), (0, foot), [far, far, deep], [0.0, 0.35, 1.0], [0.0, 0.88, 0.94]))

    stage.bake(0.97, deck, foot, draw, period=period, order=0.995, blur=0.0)
    mist.band(stage, 0.98, deck + 0.3 * (foot - deck), foot + 30, strength=0.55, salt=1702, order=1.012)


def _mirrored(
    stage: Set,
    behind: Callable[[Canvas, Span], None],
    span: Callable[[float, int], Span],
    deck: float,
    foot: float,
    depth: float,
    period: float,
) -> None:
    """What still water gives back of a far bridge."""

    def draw(canvas: Canvas, length: float) -> None:
        canvas.translate(0, 2 * foot - 6)
        canvas.scale(1, -1)
        behind(canvas, span(length, 1700))

    stage.bake(
        depth,
        foot - 4,
        min(2 * foot - deck + 20, stage.ground_y(0.70)),
        draw,
        period=period,
        order=depth - 0.003,
        blur=2.0,
        alpha=0.35,
        melt=30.0,
    )


def _blocks(canvas: Canvas, at: Span, top: float, bottom: float, size: float) -> None:
    """Single stones, a little lighter or darker than the wall."""
    for _ in range(round(at.period * (bottom - top) / (size * size * 5))):
        x, y = at.random.uniform(0, at.period), at.random.uniform(top, bottom)
        row = top + round((y - top) / (size * 0.5)) * size * 0.5
        wide = size * at.random.uniform(0.7, 1.3)
        tone = mix(at.lit, at.dark, 0.55) if at.random.random() < 0.6 else at.pale
        canvas.drawRoundRect(skia.Rect.MakeXYWH(x, row, wide, size * 0.44), 2, 2, solid(tone, 0.28))


def _arches(at: Span) -> tuple[int, float, float, float]:
    """How many, how wide each, the pier between, and how deep below the deck the crown is."""
    count = max(2, round(at.period / (min(560.0, max(5.2 * at.metre, min(4.4 * (at.foot - at.deck), 330.0))))))
    step = at.period / count
    return count, step, 0.20 * step, min(44.0, 0.55 * at.metre) + 10


def _stone_behind(canvas: Canvas, at: Span) -> None:
    count, step, pier, crown = _arches(at)
    rail = min(64.0, 0.85 * at.metre)
    # The far parapet, and the road between.
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck - rail - 8, at.period + 20, at.deck),
        linear((0, at.deck - rail), (0, at.deck), [mix(at.lit, at.dark, 0.35), mix(at.lit, at.dark, 0.6)]),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(-20, at.deck - rail - 12, at.period + 20, at.deck - rail - 5), solid(at.lit))
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck - 8, at.period + 20, at.deck + 12), solid(mix(at.pale, at.dark, 0.35))
    )

    _blocks(canvas, at, at.deck - rail, at.deck - 10, max(12.0, 0.5 * rail))

    def openings(shift: float, grow: float) -> skia.Path:
        path = skia.Path()
        for k in range(-1, count + 1):
            left, right = k * step + pier / 2 + shift - grow, (k + 1) * step - pier / 2 + shift + grow
            high = min((right - left) / 2, (at.foot - at.deck - crown) * 0.8)
            top = at.deck + crown - grow
            path.moveTo(left, at.foot + 30)
            path.lineTo(left, top + high)
            path.arcTo(skia.Rect.MakeLTRB(left, top, right, top + 2 * high), 180, 180, False)
            path.lineTo(right, at.foot + 30)
            path.close()
        return path

    # The inside of the vaults, in shade, then the face that the openings are cut from.
    inner = skia.Path()
    inner.addRect(skia.Rect.MakeLTRB(-60, at.deck + 10, at.period + 60, at.foot + 20))
    inner.addPath(openings(16, 0))
    inner.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(inner, linear((0, at.deck), (0, at.foot), [mix(at.dark, at.lit, 0.12), at.dark]))
    face = skia.Path()
    face.addRect(skia.Rect.MakeLTRB(-60, at.deck + 8, at.period + 60, at.foot + 20))
    face.addPath(openings(0, 0))
    face.setFillType(skia.PathFillType.kEvenOdd)
    canvas.drawPath(
        face, linear((0, at.deck), (0, at.foot), [at.lit, mix(at.lit, at.dark, 0.35), mix(at.lit, at.dark, 0.8)])
    )
    canvas.save()
    canvas.clipPath(face, True)
    _blocks(canvas, at, at.deck + 12, at.foot, min(40.0, max(14.0, 0.42 * at.metre)))
    canvas.restore()
    canvas.drawPath(openings(0, 5), stroke(mix(at.pale, at.lit, 0.4), max(5.0, 0.16 * at.metre), 0.75))
    for k in range(count):
        # Cutwaters at the feet of the piers.
        x = k * step
        water = at.foot - 0.30 * (at.foot - at.deck)
        path = skia.Path()
        path.addPoly(
            [
                skia.Point(x - pier * 0.62, at.foot + 20),
                skia.Point(x - pier * 0.5, water),
                skia.Point(x, water - 16),
                skia.Point(x + pier * 0.5, water),
                skia.Point(x + pier * 0.62, at.foot + 20),
            ],
            True,
        )
        canvas.drawPath(path, linear((x - pier / 2, 0), (x + pier / 2, 0), [at.lit, mix(at.lit, at.dark, 0.65)]))
    canvas.drawRect(skia.Rect.MakeLTRB(-20, at.deck + 8, at.period + 20, at.deck + 15), solid(at.pale, 0.8))


def _stone_before(canvas: Canvas, at: Span) -> None:
    """A kerb, low enough to show wheels and feet."""
    high = max(3.0, 0.10 * at.metre)
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck + 9 - high, at.period + 20, at.deck + 16),
        linear((0, at.deck - high), (0, at.deck + 16), [at.pale, mix(at.lit, at.dark, 0.3)]),
    )


def _wooden_behind(canvas: Canvas, at: Span) -> None:
    count = max(3, round(at.period / max(3.4 * at.metre, 150)))
    step, thick = at.period / count, max(5.0, 0.20 * at.metre)
    shade = mix(at.lit, at.dark, 0.6)
    for k in range(count + 1):
        x = k * step
        for dx, tone in ((14, at.dark), (0, mix(at.lit, at.dark, 0.3))):
            canvas.drawLine(x + dx, at.deck, x + dx - 8, at.foot + 20, stroke(tone, thick))
            canvas.drawLine(x + dx + step * 0.30, at.deck + 10, x + dx + step * 0.34, at.foot + 20, stroke(tone, thick))
        canvas.drawLine(x, at.deck + 14, x + step * 0.32, at.foot, stroke(shade, thick * 0.6))
        canvas.drawLine(x + step * 0.32, at.deck + 14, x - 6, at.foot, stroke(shade, thick * 0.6))
    _rail(canvas, at, step / 2, 0.55)
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck - 8, at.period + 20, at.deck + 10), solid(mix(at.pale, at.dark, 0.2))
    )
    for k in range(round(at.period / 13)):
        canvas.drawLine(k * 13, at.deck - 8, k * 13 - 3, at.deck + 10, stroke(at.dark, 1.3, 0.5))
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck + 10, at.period + 20, at.deck + 10 + thick * 1.2),
        linear((0, at.deck + 10), (0, at.deck + 10 + thick), [at.lit, shade]),
    )


def _rail(canvas: Canvas, at: Span, step: float, lit: float) -> None:
    tone = mix(at.dark, at.lit, lit)
    high = 0.95 * at.metre
    for k in range(round(at.period / step) + 1):
        canvas.drawLine(k * step, at.deck, k * step, at.deck - high - 4, stroke(tone, max(3.0, 0.09 * at.metre)))
    for share in (1.0, 0.55):
        canvas.drawLine(
            -20, at.deck - high * share, at.period + 20, at.deck - high * share, stroke(tone, max(2.6, 0.08 * at.metre))
        )


def _wooden_before(canvas: Canvas, at: Span) -> None:
    count = max(3, round(at.period / max(3.4 * at.metre, 150)))
    canvas.translate(0, 12)
    # A rail in front would cross out the cast: only its posts' feet and a beam.
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck - 4, at.period + 20, at.deck + 4),
        linear((0, at.deck - 4), (0, at.deck + 4), [at.pale, at.lit]),
    )
    for k in range(count * 2 + 1):
        x = k * at.period / (count * 2)
        canvas.drawRect(
            skia.Rect.MakeXYWH(x - 4, at.deck - 0.18 * at.metre - 6, 8, 0.18 * at.metre + 12), solid(at.lit)
        )


def _rope_behind(canvas: Canvas, at: Span) -> None:
    for k in range(round(at.period / 26) + 1):
        x = k * at.period / round(at.period / 26)
        canvas.drawLine(
            x, at.deck, x + 4, at.deck - _sag(at, x) - 0.9 * at.metre, stroke(mix(at.dark, at.lit, 0.4), 2.0, 0.9)
        )
    _rope(canvas, at, 0.0, 0.9, mix(at.dark, at.lit, 0.5))
    count = round(at.period / 17)
    for k in range(count):
        x = k * at.period / count
        wide = at.period / count - 3 - at.random.uniform(0, 2)
        canvas.drawRoundRect(
            skia.Rect.MakeXYWH(x, at.deck - 7 + at.random.uniform(-1, 1), wide, 17),
            2,
            2,
            solid(mix(at.lit, at.dark, at.random.uniform(0.0, 0.4))),
        )
        canvas.drawRect(skia.Rect.MakeXYWH(x, at.deck + 9, wide, 4), solid(at.dark, 0.8))


def _sag(at: Span, x: float) -> float:
    """How much higher than in the middle a rope is: posts hold it up three times a period."""
    along = (3 * x / at.period) % 1.0
    return 0.45 * at.metre * (2 * along - 1) ** 2


def _rope(canvas: Canvas, at: Span, down: float, high: float, tone: Rgb) -> None:
    path = skia.Path()
    for k in range(121):
        x = at.period * k / 120
        y = at.deck + down - high * at.metre - _sag(at, x)
        if k:
            path.lineTo(x, y)
        else:
            path.moveTo(x, y)
    canvas.drawPath(path, stroke(tone, max(3.4, 0.07 * at.metre)))


def _rope_before(canvas: Canvas, at: Span) -> None:
    canvas.drawLine(
        -20, at.deck + 11, at.period + 20, at.deck + 11, stroke(mix(at.pale, at.lit, 0.5), max(3.4, 0.07 * at.metre))
    )
    _rope(canvas, at, 14.0, 0.42, mix(at.pale, at.lit, 0.5))
    for k in range(round(at.period / 90) + 1):
        x = k * at.period / round(at.period / 90)
        canvas.drawLine(x, at.deck + 11, x, at.deck + 14 - 0.42 * at.metre - _sag(at, x), stroke(at.lit, 2.0, 0.9))


def _hung_behind(canvas: Canvas, at: Span) -> None:
    towers = max(1, round(at.period / 1500))
    step = at.period / towers
    high = max(5.5 * at.metre, 250.0) if at.metre > 24 else 150.0
    tower, wide = at.deck - high, max(16.0, 0.5 * at.metre)
    steel = mix(at.lit, at.dark, 0.25)
    for k in range(towers + 1):
        x = k * step
        for dx, tone in ((wide * 0.9, mix(at.lit, at.dark, 0.7)), (0.0, at.lit)):
            canvas.drawRect(
                skia.Rect.MakeLTRB(x - wide / 2 + dx, tower, x + wide / 2 + dx, at.foot + 20),
                linear((x - wide / 2 + dx, 0), (x + wide / 2 + dx, 0), [tone, mix(tone, at.dark, 0.5)]),
            )
        for share in (0.02, 0.30, 0.60):
            y = tower + high * share
            canvas.drawRect(skia.Rect.MakeLTRB(x - wide, y, x + 1.9 * wide, y + wide * 0.5), solid(steel))
        for side in (1, -1):
            path = skia.Path()
            path.moveTo(x, tower + 6)
            for part in range(1, 41):
                u = part / 40
                path.lineTo(x + side * step / 2 * u, tower + 6 + (high - 0.7 * at.metre - 22) * (1 - (1 - u) ** 2))
                y = tower + 6 + (high - 0.7 * at.metre - 22) * (1 - (1 - u) ** 2)
                if part % 2 == 0:
                    canvas.drawLine(
                        x + side * step / 2 * u, y, x + side * step / 2 * u, at.deck, stroke(steel, 1.6, 0.8)
                    )
            canvas.drawPath(path, stroke(at.lit, max(4.0, 0.12 * at.metre)))
    _rail(canvas, replace(at, metre=at.metre * 0.7), max(20.0, 0.8 * at.metre), 0.6)
    girder = 0.8 * at.metre + 12
    canvas.drawRect(
        skia.Rect.MakeLTRB(-20, at.deck - 8, at.period + 20, at.deck + 10),
        solid(mix(times(at.pale, 0.6), at.dark, 0.5)),
    )
    canvas.drawRect(skia.Rect.MakeLTRB(-20, at.deck + 9, at.period + 20, at.deck + 16), solid(at.lit))
    canvas.drawRect(skia.Rect.MakeLTRB(-20, at.deck + 9 + girder, at.period + 20, at.deck + 15 + girder), solid(steel))
    count = round(at.period / max(30.0, 1.1 * at.metre))
    for k in range(count):
        x, to = k * at.period / count, (k + 1) * at.period / count
        canvas.drawLine(x, at.deck + 14, (x + to) / 2, at.deck + 11 + girder, stroke(steel, 3.2))
        canvas.drawLine((x + to) / 2, at.deck + 11 + girder, to, at.deck + 14, stroke(steel, 3.2))


_DRAWN: dict[str, tuple[Callable[[Canvas, Span], None], Callable[[Canvas, Span], None]]] = {
    "bridge": (_stone_behind, _stone_before),
    "wooden_bridge": (_wooden_behind, _wooden_before),
    "rope_bridge": (_rope_behind, _rope_before),
    "suspension_bridge": (_hung_behind, _stone_before),
}
