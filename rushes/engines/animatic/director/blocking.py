"""Blocking: where everybody stands, for the aspect ratio and the shot size, on thirds and with room to look into."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Camera, Subject

from . import casting
from .mentions import Relation

#: Share of the frame's height that the tallest subject on the main line takes, by shot size. More than 1 is cropped.
HEIGHT_SHARES = {"extreme_wide": 0.12, "wide": 0.3, "full": 0.6, "medium": 1.1, "close": 1.9, "extreme_close": 3.4}

#: Width over height of a drawing in its usual pose, for those that are not people.
_ASPECTS = {
    "fox": 1.7, "dog": 1.5, "cat": 1.3, "wolf": 1.6, "horse": 1.3, "deer": 1.1, "bear": 1.5, "lion": 1.5, "elephant": 1.4, "rabbit": 1.0, "cow": 1.6,
    "fish": 1.9, "whale": 3.0, "dolphin": 2.4, "turtle": 1.8, "car": 2.8, "truck": 2.4, "bus": 2.6, "bicycle": 1.6, "train": 4.0, "sailboat": 0.9, "ship": 2.6,
    "airplane": 2.8, "drone": 2.0, "bird": 1.6, "eagle": 2.2, "seagull": 2.2, "butterfly": 1.2, "dragon": 1.9, "piano": 1.3, "campfire": 1.0, "tree": 0.8,
    "ball": 1.0, "cake": 1.1, "card": 0.8, "tiger": 1.7, "panda": 1.3, "pig": 1.7, "sheep": 1.4, "goat": 1.2, "camel": 1.3, "giraffe": 0.7, "mouse": 1.4,
    "squirrel": 1.2, "zebra": 1.3, "unicorn": 1.3,
}  # fmt: skip
_PERSON_ASPECT = 0.42
#: Subjects that are too big or too far to share the ground line.
_FAR = {"lighthouse": 0.55, "balloon": 0.6, "ship": 0.7, "tree": 0.8, "airplane": 0.7, "rocket": 0.8}
_MARGIN = 0.03


def ratio(aspect_ratio: str) -> float:
    width, _, height = aspect_ratio.partition(":")
    return float(width) / float(height)


def place(
    subjects: Sequence[Subject], sides: Sequence[str | None], layers: Sequence[str | None], relations: Sequence[Relation],
    camera: Camera, aspect_ratio: str, chance: random.Random, *, each_other: bool,
) -> tuple[Subject, ...]:  # fmt: skip
    """Return the subjects with x, depth and facing; `sides`, `layers` and `relations` are what the prompt said of them."""
    if not subjects:
        return ()
    placed = [
        _depth(subject, layer, index, chance)
        for index, (subject, layer) in enumerate(zip(subjects, layers, strict=True))
    ]
    mirror = chance.random() < 0.5
    for relation in relations:
        placed = _related_depth(placed, relation)
    xs = _spread(placed, sides, relations, camera, aspect_ratio, chance, mirror)
    placed = [replace(subject, x=x) for subject, x in zip(placed, xs, strict=True)]
    return tuple(_facing(placed, relations, mirror, each_other))


def width(subject: Subject, tallest_metres: float, camera: Camera, aspect_ratio: str) -> float:
    """Share of the frame's width that a subject (all of its count) takes."""
    metres = casting.height_metres(subject.rig) * subject.scale
    height = HEIGHT_SHARES[camera.size] * metres / tallest_metres * subject.depth
    one = height * _ASPECTS.get(subject.rig, _PERSON_ASPECT) / ratio(aspect_ratio)
    return min(0.94, one * (1 + 0.55 * (subject.count - 1)))


def tallest(subjects: Sequence[Subject]) -> float:
    """Metres of the tallest subject on the main line: what the shot size refers to."""
    near = [subject for subject in subjects if subject.depth >= 0.85] or list(subjects)
    return max(casting.height_metres(subject.rig) * subject.scale for subject in near)


def _depth(subject: Subject, layer: str | None, index: int, chance: random.Random) -> Subject:
    if layer == "back":
        return replace(subject, depth=round(chance.uniform(0.45, 0.6), 3))
    if layer == "front":
        return replace(subject, depth=1.35 if index else 1.15)
    if index and subject.rig in _FAR:
        return replace(subject, depth=_FAR[subject.rig])
    return replace(subject, depth=1.0 if index == 0 else round(chance.uniform(0.88, 1.0), 3))


def _related_depth(placed: list[Subject], relation: Relation) -> list[Subject]:
    first, second = placed[relation.first], placed[relation.second]
    if relation.kind == "behind":
        placed[relation.first] = replace(first, depth=round(max(0.4, second.depth * 0.75), 3))
    elif relation.kind == "before":
        placed[relation.second] = replace(second, depth=round(max(0.4, first.depth * 0.75), 3))
    elif relation.kind in ("beside", "left", "right", "leads") and second.rig not in _FAR:
        placed[relation.second] = replace(second, depth=first.depth)
    return placed


def _spread(
    placed: Sequence[Subject], sides: Sequence[str | None], relations: Sequence[Relation], camera: Camera, aspect_ratio: str,
    chance: random.Random, mirror: bool,
) -> list[float]:  # fmt: skip
    """Give each its x: what was said first, then thirds, then as far apart as the frame allows."""
    widths = [width(subject, tallest(placed), camera, aspect_ratio) for subject in placed]
    if len(placed) == 1:
        third = (
            chance.uniform(0.34, 0.4) if camera.size in ("extreme_wide", "wide", "full") else chance.uniform(0.42, 0.47)
        )
        if placed[0].travels and camera.move not in ("track", "aerial"):
            third = chance.uniform(0.44, 0.5)
        x = {"left": 0.3, "right": 0.7, "center": 0.5}.get(sides[0] or "", 1 - third if mirror else third)
        return [_inside(x, widths[0])]
    order = _order(len(placed), sides, relations, mirror)
    gap = 0.05
    total = sum(widths) + gap * (len(placed) - 1)
    squeeze = min(1.0, (1 - 2 * _MARGIN) / total)
    slack = max(0.0, 1 - 2 * _MARGIN - total)
    spread = slack * chance.uniform(0.35, 0.6) / max(1, len(placed) - 1)
    xs = [0.5] * len(placed)
    used = (total * squeeze) + spread * (len(placed) - 1)
    at = 0.5 - used / 2 + (slack - spread * (len(placed) - 1)) * chance.uniform(-0.25, 0.25) * (slack > 0)
    for index in order:
        wide = widths[index] * squeeze
        xs[index] = at + wide / 2
        at += wide + gap * squeeze + spread
    for index, side in enumerate(sides):
        if side == "center":
            xs[index] = 0.5
    _stack(xs, relations)
    return [round(min(0.97, max(0.03, x)), 4) for x in xs]


def _stack(xs: list[float], relations: Sequence[Relation]) -> None:
    """Things that are over, on or in one another share their place."""
    for relation in relations:
        if relation.kind in ("above", "on", "below", "in"):
            xs[relation.first] = xs[relation.second]
        elif relation.kind == "behind":
            xs[relation.first] += 0.3 * (xs[relation.second] - xs[relation.first])


def _order(count: int, sides: Sequence[str | None], relations: Sequence[Relation], mirror: bool) -> list[int]:
    """From left to right."""
    keys = [{"left": -10.0, "right": 10.0}.get(side or "", 0.0) for side in sides]
    for relation in relations:
        if relation.kind == "left":
            keys[relation.first] = keys[relation.second] - 5
        elif relation.kind == "right":
            keys[relation.first] = keys[relation.second] + 5
    return sorted(range(count), key=lambda index: (keys[index], -index if mirror else index))


def _inside(x: float, wide: float) -> float:
    """Move x so that the whole width is in the frame, if it fits at all."""
    half = wide / 2 + _MARGIN
    return round(0.5 if half >= 0.5 else min(1 - half, max(half, x)), 4)


def _facing(placed: Sequence[Subject], relations: Sequence[Relation], mirror: bool, each_other: bool) -> list[Subject]:
    """Turn those who were given no heading (facing 0): towards each other, along with the leader, or into the frame."""
    turned: list[Subject] = []
    for index, subject in enumerate(placed):
        facing = subject.facing
        if facing == 0:
            partner = next(
                (r.second for r in relations if r.first == index and r.kind in ("faces", "leads", "beside")), None
            )
            if subject.travels and turned and turned[0].travels:
                facing = turned[0].facing
            elif len(placed) == 1 or (partner is None and not each_other):
                facing = 1 if subject.x < 0.5 else -1
                if len(placed) > 1 and abs(subject.x - 0.5) < 0.04:
                    facing = -1 if mirror else 1
            else:
                other = placed[partner] if partner is not None else placed[1 - index if index < 2 else 0]
                facing = 1 if other.x > subject.x else -1
        turned.append(replace(subject, facing=facing))
    return turned
