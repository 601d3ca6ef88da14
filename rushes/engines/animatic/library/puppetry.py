"""Puppetry: how a drawing of the library moves. It has no limbs, so the whole of it hops, rolls, rocks, sways or floats."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np

from rushes.engines.animatic.library.pieces import CANVAS, Piece, pieces, svg
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.hue import ink, rgb
from rushes.engines.animatic.rigs.pen import Pen

#: Into what things are put.
CONTAINERS = frozenset(
    f"art:{name}"
    for name in (
        "package", "basket", "bucket", "bathtub", "shopping-cart", "bowl-with-spoon", "wrapped-gift", "handbag",
        "treasure-chest", "backpack", "amphora", "jar", "pot-of-food", "nest-with-eggs", "oil-drum", "wastebasket", "top-hat",
    )
)  # fmt: skip
CONTAINERS |= {"cup", "bowl", "cardboard_box", "vase"}
#: Those of them that fruit and the like is heaped in.
BOWLS = frozenset({"bowl", "art:bowl-with-spoon", "art:basket"})
#: What is carried by a handle at its top.
_HANGING = frozenset(
    {
        "handbag",
        "shopping-bags",
        "basket",
        "bucket",
        "briefcase",
        "luggage",
        "purse",
        "toolbox",
        "bell",
        "red-paper-lantern",
        "backpack",
    }
)
#: What stands on a pole: how high, in shares of its own size.
_POLES = {"stop-sign": 1.7, "vertical-traffic-light": 1.1}
#: Poses of a loop, at 24 a second.
_POSES = 16


@dataclass(frozen=True, slots=True)
class Class:
    """What the pieces of one class have in common."""

    moves: str  #: hop, crawl, swim, fly, roll, rock, float, sway or stand
    actions: frozenset[str]
    homes: tuple[str, ...]  #: settings where it is found
    faces: str = "="  #: where its drawings look
    speed: float = 0.0  #: metres per second, when it travels
    lift: float = 0.0  #: metres above the ground line
    is_small: bool = False  #: is put on a table, indoors


_STILL = frozenset({"stand", "jump", "dance", "spin", "fall", "float"})
_LEGS = frozenset(
    {"stand", "sit", "lie", "walk", "trot", "run", "jump", "dance", "play", "eat", "sleep", "look", "talk"}
)
CLASSES: dict[str, Class] = {
    "beast": Class("hop", _LEGS, ("meadow", "forest", "jungle"), "<", 1.1),
    "crawler": Class("crawl", _LEGS, ("meadow", "forest"), "<", 0.35),
    "swimmer": Class("swim", frozenset({"swim", "float", "stand"}), ("underwater",), "<", 0.7, 0.6),
    "seabed": Class("stand", _STILL, ("beach", "underwater"), is_small=True),
    "food": Class("stand", _STILL, ("kitchen", "room"), is_small=True),
    "drink": Class("stand", _STILL, ("kitchen", "room"), is_small=True),
    "tableware": Class("stand", _STILL, ("kitchen", "room"), is_small=True),
    "furniture": Class("stand", _STILL, ("room",)),
    "street": Class("stand", _STILL, ("street",)),
    "yard": Class("stand", _STILL, ("meadow",)),
    "building": Class("stand", frozenset({"stand"}), ("village", "meadow", "city")),
    "vehicle": Class("roll", frozenset({"drive", "stand"}), ("street", "highway"), "<", 5.0),
    "hull": Class("rock", frozenset({"sail", "float", "stand"}), ("sea",), "<", 2.4),
    "air": Class("float", frozenset({"float", "fly", "hover", "fall", "stand"}), ("sky",), lift=1.2),
    "funnel": Class("sway", frozenset({"spin", "walk", "stand"}), ("meadow",), speed=1.2),
    "plant": Class("sway", frozenset({"grow", "dance", "stand"}), ("meadow", "room")),
    "instrument": Class("stand", _STILL | {"play"}, ("room", "stage_hall"), is_small=True),
    "thing": Class("stand", _STILL, ("room",), is_small=True),
}  # fmt: skip


def class_of(rig: str) -> Class | None:
    """The class of a piece by its rig id; None for other rigs."""
    piece = pieces().get(rig)
    return CLASSES[piece.group] if piece else None


def make(subject: Subject, seed: int) -> Figure:
    piece = pieces()[subject.rig]
    kind = CLASSES[piece.group]
    size = piece.metres * subject.scale
    moves = _moves(kind, subject)
    reach = 1.35 if moves == "spin" else 1.12
    return Figure(
        paint=partial(_paint, piece=piece, kind=kind, moves=moves, size=size, colour=subject.colour),
        reach=(
            -0.62 * reach * size,
            -(1.08 * reach + _POLES.get(piece.name, 0.0)) * size,
            0.62 * reach * size,
            0.16 * reach * size,
        ),
        poses=1 if moves == "stand" else _POSES * (3 if moves in ("sway", "rock", "float") else 1),
        speed=kind.speed * subject.scale * (1.7 if subject.action == "run" else 1.0) if subject.travels else 0.0,
        lift=kind.lift * subject.scale,
        touches=(0.0,) if moves == "hop" else (),
        drift=_drift(moves, size, seed),
    )


def hold(pen: Pen, rig: str, at: tuple[float, float], size: float) -> None:
    """Draw a piece in a hand at `at`, `size` long; what hangs from its handle hangs below."""
    piece = pieces()[rig]
    left, top, right, bottom = bounds(piece.name)
    hangs = piece.name in _HANGING
    with pen.turned(*at, 0, size * (1.35 if hangs else 1.0) / max(right - left, bottom - top)):
        # The picture may be flipped afterwards, and what looks nowhere must not be.
        pen.canvas.scale(-1.0 if pen.mirrored else 1.0, 1.0)
        pen.canvas.translate(-(left + right) / 2, -top - 4 if hangs else -(top + 2 * bottom) / 3)
        _drawing(piece.name).render(pen.canvas)


def _moves(kind: Class, subject: Subject) -> str:
    """How it moves in this shot: by its action, as far as its class can."""
    if subject.action in ("jump", "dance", "play") and kind.moves in ("stand", "hop", "crawl", "sway"):
        return "sway" if kind.moves == "sway" or subject.action == "play" else "hop"
    if subject.action in ("spin", "fall") and kind.moves in ("stand", "float"):
        return "spin" if subject.action == "spin" else "float"
    if kind.moves in ("hop", "crawl"):
        return kind.moves if subject.action in ("walk", "trot", "run") else "breathe"
    if kind.moves == "roll":
        return "roll" if subject.action == "drive" else "stand"
    return "float" if subject.action == "float" and kind.moves == "stand" else kind.moves


def _drift(moves: str, size: float, seed: int) -> Callable[[float], Drift] | None:
    start = seed % 6
    if moves == "hop":
        # In step with the squash of the loop: on the ground at phase 0.
        return lambda t: Drift(0.0, -0.16 * size * abs(math.sin(math.pi * t * 24 / _POSES)))
    if moves in ("float", "swim"):
        far = {"float": 0.06, "swim": 0.05}[moves] * max(0.6, size)
        return lambda t: Drift(0.5 * far * math.sin(0.7 * t + start), far * (math.sin(1.3 * t + start) - 1))
    return None


def _paint(pen: Pen, moment: Moment, *, piece: Piece, kind: Class, moves: str, size: float, colour: str | None) -> None:
    turn = math.tau * moment.phase
    # (degrees, wide, high): about the ground point, or about the middle for what spins.
    lean, wide, high = {
        "hop": (4.0 * math.sin(turn), 1 + 0.05 * math.cos(turn), 1 - 0.07 * math.cos(turn)),
        "crawl": (0.0, 1 + 0.05 * math.sin(turn), 1 - 0.03 * math.sin(turn)),
        "breathe": (0.0, 1.0, 1 + 0.012 * math.sin(turn)),
        "swim": (5.0 * math.sin(turn), 1 + 0.02 * math.cos(turn), 1.0),
        "roll": (0.5 * math.sin(2 * turn), 1.0, 1 + 0.008 * math.sin(2 * turn)),
        "rock": (2.5 * math.sin(turn), 1.0, 1.0),
        "sway": (3.0 * math.sin(turn), 1.0, 1.0),
        "float": (4.0 * math.sin(turn), 1.0, 1.0),
        "spin": (0.0, 0.76 + 0.24 * math.cos(turn), 1.0),  # to and fro: a flat piece may not be seen from its edge
        "stand": (0.0, 1.0, 1.0),
    }[moves]  # fmt: skip
    if abs(wide) < 0.08:
        wide = 0.08
    faces = piece.faces or kind.faces
    # What looks nowhere stays as it was drawn, whoever turns: it may bear letters.
    flip = -1.0 if faces == "<" or (faces == "=" and pen.mirrored) else 1.0
    # A document of its own for each pose: one cannot be drawn by two threads.
    drawing = _drawing(piece.name)
    left, top, right, bottom = bounds(piece.name)
    pole = _POLES.get(piece.name, 0.0)
    if pole:
        with pen.part(puff=0.9), pen.turned(0, 0, lean, size):
            pen.tube([(0.0, -pole - 0.2), (0.0, 0.0)], [0.05, 0.06], rgb("#80848c"))
    with (
        pen.part(puff=0.5, rim=0.12),
        pen.turned(0, -pole * size, lean, size / max(right - left, bottom - top)),
    ):
        pen.canvas.scale(flip * wide, high)
        pen.canvas.translate(-(left + right) / 2, -bottom)
        if colour is None:
            drawing.render(pen.canvas)
        else:
            _tint(pen.canvas, drawing, colour)


def _tint(canvas: skia.Canvas, drawing: skia.SVGDOM, colour: str) -> None:
    """Draw with another hue, keeping lights and darks."""
    canvas.saveLayer()
    drawing.render(canvas)
    canvas.drawPaint(skia.Paint(Color=ink(rgb(colour)), BlendMode=skia.BlendMode.kColor))
    canvas.saveLayer(None, skia.Paint(BlendMode=skia.BlendMode.kDstIn))
    drawing.render(canvas)
    canvas.restore()
    canvas.restore()


def _drawing(name: str) -> skia.SVGDOM:
    drawing = skia.SVGDOM.MakeFromStream(skia.MemoryStream(svg(name), True))
    drawing.setContainerSize(skia.Size(CANVAS, CANVAS))
    return drawing


@functools.lru_cache(maxsize=64)
def bounds(name: str) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what a drawing shows, in units of its canvas."""
    picture = np.zeros((int(CANVAS), int(CANVAS), 4), np.uint8)
    canvas = skia.Canvas(picture, colorType=skia.kBGRA_8888_ColorType, alphaType=skia.kPremul_AlphaType)
    _drawing(name).render(canvas)
    left, top, wide, high = cv2.boundingRect(np.ascontiguousarray(picture[..., 3] > 40).astype(np.uint8))
    return float(left), float(top), float(left + wide), float(top + high)
