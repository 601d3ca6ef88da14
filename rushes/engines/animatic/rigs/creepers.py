"""Those without legs to speak of: snakes, snails, slugs, worms and caterpillars. In shares of their size."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs.figure import Figure, Moment
from rushes.engines.animatic.rigs.hue import BLACK, WHITE, dim, mix, rgb, tint
from rushes.engines.animatic.rigs.leafage import ON_LEAF, draw_leaf
from rushes.engines.animatic.rigs.leafage import REACH as LEAF
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.snake import LAPS, draw_snake

ACTIONS = frozenset({"stand", "sit", "lie", "walk", "run", "trot", "look", "talk", "eat", "sleep", "play", "dance"})


@dataclass(frozen=True, slots=True)
class Creeper:
    size: float  #: metres
    height: float  #: metres
    colours: tuple[str, ...]
    words: tuple[str, ...]
    reach: tuple[float, float, float, float]  #: in sizes
    frames: int  #: of a lap of its way of going
    lap: float  #: how far it comes in one, in sizes
    draw: Callable[[Pen, Rgb, Moment, str, str], None]


def make(subject: Subject, seed: int) -> Figure:
    creeper = CREEPERS[subject.rig]
    size = creeper.size * subject.scale
    noun = next((noun for noun in (subject.noun, *subject.traits) if noun in _NOUN_COLOURS), subject.noun)
    hue = rgb(subject.colour or _NOUN_COLOURS.get(noun) or creeper.colours[seed % len(creeper.colours)])
    leaf = ON_LEAF in subject.traits
    goes = subject.action in ("walk", "run", "trot") and not leaf
    frames = creeper.frames if subject.action != "run" else round(0.6 * creeper.frames)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if leaf:
                draw_leaf(pen)
            act = "walk" if goes else "stand" if leaf and subject.action == "walk" else subject.action
            creeper.draw(pen, hue, moment, act, subject.noun)

    left, top, right, bottom = creeper.reach
    if leaf:
        left, right, bottom = min(left, LEAF[0]), max(right, LEAF[2]), LEAF[3]
    return Figure(
        paint=paint,
        reach=(left * size, top * size, right * size, bottom * size),
        poses=frames if goes else 60,
        poses_per_second=24.0 if goes else 12.0,
        speed=creeper.lap * size * 24 / frames if goes else 0.0,
        talks=True,
        blinks=subject.action != "sleep",
    )


def _eye(pen: Pen, x: float, y: float, radius: float, shut: bool, skin: Rgb) -> None:
    if shut:
        pen.line([(x - radius, y), (x, y + 0.4 * radius), (x + radius, y)], 0.32 * radius, dim(skin, 0.45))
        return
    pen.dot(x, y, radius, WHITE)
    pen.dot(x + 0.20 * radius, y, 0.68 * radius, BLACK)
    pen.dot(x + 0.42 * radius, y - 0.30 * radius, 0.26 * radius, WHITE)


def _snail(pen: Pen, hue: Rgb, moment: Moment, act: str, noun: str) -> None:
    """In lengths of the foot; a slug is one without a shell."""
    turn = 2 * math.pi * moment.phase
    slug = "slug" in noun
    skin = rgb("#c9a478") if not slug else hue
    asleep = act == "sleep"
    # Waves run along the foot; the body is drawn out and together a little, the front still on its place at the end of a lap.
    pull = 0.03 * math.sin(turn) if act == "walk" else 0.0
    nod = 0.02 * math.sin(turn)
    rise = 0.30 if not asleep else 0.06
    with pen.part(puff=0.8, shade=0.0, lit=False):
        pen.oval(-0.55, 0.0, 0.34, 0.018, rgb("#f0f6f4"), 0.35)
    with pen.part(puff=0.9, shade=0.15):
        for k, lean in ((0, 0.10), (1, 0.24)):
            if asleep:
                break
            top = (0.50 + lean + 0.02 * math.sin(2 * turn + k) + pull, -0.30 - rise - 0.02 * k + nod)
            pen.tube([(0.44 + 0.06 * k + pull, -0.30 + nod), (0.46 + 0.7 * lean + pull, -0.36 - 0.5 * rise + nod), top], [0.075, 0.055, 0.05], skin)  # fmt: skip
            _eye(pen, top[0], top[1] - 0.03, 0.062, moment.blink, skin)
    with pen.part(puff=0.95, shade=0.25):
        back = 0.10 if not slug else 0.24
        base: list[Point] = []
        for k in range(11):
            ripple = 0.012 * math.sin(turn * 2 + 1.9 * k) if act == "walk" else 0.0
            base.append((0.56 + pull - 0.128 * k, min(0.0, -0.008 + ripple)))
        outline = [
            (0.60 + pull, -0.14 + nod), (0.58 + pull, -0.30 + nod), (0.44 + pull, -0.37 + nod), (0.28, -0.28), (0.12, -0.12 - back),
            (-0.20, -0.08 - back), (-0.54, -0.07), (-0.80, -0.012), *base[::-1],
        ]  # fmt: skip
        path = closed(outline, 0.8)
        pen.fill(path, pen.ramp((0, -0.4), (0, 0.0), [tint(skin, 0.18), skin, dim(skin, 0.82)]))
        with pen.within(path):
            for k in range(20):
                pen.oval(
                    0.5 - 1.2 * ((k * 0.618) % 1), -0.03 - 0.24 * ((k * 0.755) % 1), 0.028, 0.014, dim(skin, 0.84), 0.5
                )
        x, y = 0.52 + pull, -0.17 + nod
        pen.line([(x + 0.06, y - 0.03), (x, y + 0.015 + 0.03 * moment.mouth), (x - 0.08, y - 0.01)], 0.018 + 0.04 * moment.mouth, dim(skin, 0.45))  # fmt: skip
        pen.oval(x - 0.10, y - 0.05, 0.035, 0.024, rgb("#e88a78"), 0.5)
        for dx in (0.02, 0.07):
            pen.tube([(0.56 + dx * 0.5 + pull, -0.10 + nod), (0.62 + dx + pull, -0.055 + nod)], [0.035, 0.025], skin)
    if slug:
        return
    with pen.part(puff=1.0, shade=0.35), pen.turned(-0.16, -0.42, -8 + 2 * math.sin(turn)):
        radius = 0.40
        shell = closed([(0.40, 0.12), (0.34, -0.22), (0.06, -0.42), (-0.26, -0.34), (-0.44, -0.04), (-0.36, 0.26), (-0.06, 0.38), (0.26, 0.32)])  # fmt: skip
        pen.fill(shell, pen.ramp((0, -0.4), (0, 0.4), [tint(hue, 0.18), hue, dim(hue, 0.78)]))
        with pen.within(shell):
            turns: list[Point] = []
            for k in range(44):
                share = k / 43
                angle = 0.9 - share * 4.6 * math.pi
                far = radius * (1.02 - 0.98 * share)
                turns.append((-0.03 + far * math.cos(angle), -0.01 + far * math.sin(angle)))
            pen.line(turns, 0.035, dim(hue, 0.52), 0.9)
            pen.line([(x - 0.03, y - 0.035) for x, y in turns[4:]], 0.022, tint(hue, 0.42), 0.6)
            for k in range(16):
                angle = 2 * math.pi * k / 16
                pen.line([(0.25 * math.cos(angle), 0.25 * math.sin(angle)), (0.42 * math.cos(angle + 0.15), 0.42 * math.sin(angle + 0.15))], 0.014, dim(hue, 0.66), 0.35)  # fmt: skip


def _caterpillar(pen: Pen, hue: Rgb, moment: Moment, act: str, noun: str) -> None:
    """A wave of lifted rings runs to the front; a ring on the ground stays on its place. A worm is one without feet."""
    worm = "worm" in noun and "silk" not in noun
    hue = mix(hue, rgb("#d98a80"), 0.8) if worm else hue
    rings, apart = (16, 0.080) if worm else (9, 0.15)
    radius = 0.075 if worm else 0.13
    places = []
    for k in range(rings):
        own = (moment.phase + k / rings * 1.0) % 1.0
        x, lift = (rings / 2 - k) * apart, 0.0
        if act == "walk":
            duty, lap = 0.55, _CATERPILLAR_LAP
            if own < duty:
                x += lap * duty * (0.5 - own / duty)
            else:
                share = (own - duty) / (1 - duty)
                ease = share * share * (3 - 2 * share)
                x += lap * duty * (ease - 0.5)
                lift = 0.10 * math.sin(math.pi * share)
        else:
            lift = 0.014 * (1 + math.sin(2 * math.pi * moment.phase * 2 - 0.9 * k))
        places.append((x, -radius - 0.05 * (not worm) - lift))
    with pen.part(puff=0.9, shade=0.0):
        for x, y in places[1:]:
            if not worm:
                for dx, tone in ((0.04, 0.55), (-0.02, 0.75)):
                    pen.tube([(x + dx, y + 0.5 * radius), (x + dx + 0.01, min(0.0, y + radius + 0.05))], [0.06, 0.045], dim(hue, tone))  # fmt: skip
    for k in range(rings - 1, 0, -1):
        x, y = places[k]
        with pen.part(puff=1.0, shade=0.25):
            share = 0.78 + 0.22 * math.sin(math.pi * (k + 0.6) / rings)
            pen.dot(x, y, radius * share, hue if k % 2 else tint(hue, 0.12 if worm else 0.24))
            if not worm:
                pen.dot(x - 0.01, y - 0.3 * radius, 0.028, rgb("#f2c23c"))
                for lean in (-0.3, 0.25):
                    pen.line([(x + lean * radius, y - 0.9 * radius), (x + 2.2 * lean * radius - 0.02, y - 1.6 * radius)], 0.010, dim(hue, 0.5))  # fmt: skip
    x, y = places[0]
    rise = 0.0 if act == "sleep" else 0.05 + 0.02 * math.sin(2 * math.pi * moment.phase)
    with pen.part(puff=1.0, shade=0.3):
        big = radius * (1.0 if worm else 1.22)
        x, y = x + (0.01 if worm else 0.05), y - (0.3 if worm else 1.0) * rise
        face = hue if worm else mix(hue, rgb("#d8a040"), 0.4)
        if not worm:
            for lean in (0.04, 0.12):
                pen.line([(x + lean, y - 0.8 * big), (x + 0.04 + 1.5 * lean, y - 1.9 * big)], 0.02, dim(face, 0.6))
                pen.dot(x + 0.04 + 1.5 * lean, y - 1.95 * big, 0.026, rgb("#e0503c"))
        pen.dot(x, y, big, pen.ramp((x, y - big), (x, y + big), [tint(face, 0.2), face]))
        shut = moment.blink or act == "sleep"
        _eye(pen, x + 0.10 * big / 0.13, y - 0.12 * big, 0.30 * big, shut, face)
        _eye(pen, x + 0.02, y - 0.14 * big, 0.30 * big, shut, face)
        pen.line([(x + 0.85 * big, y + 0.30 * big), (x + 0.5 * big, y + (0.46 + 0.2 * moment.mouth) * big), (x + 0.1 * big, y + 0.36 * big)], 0.016 + 0.03 * moment.mouth, dim(face, 0.4))  # fmt: skip
        if not worm:
            pen.oval(x - 0.1 * big, y + 0.3 * big, 0.24 * big, 0.16 * big, rgb("#f08a70"), 0.5)


#: How far a caterpillar comes in one wave, in lengths.
_CATERPILLAR_LAP = 0.30

CREEPERS: dict[str, Creeper] = {
    "snake": Creeper(0.80, 0.55, ("#6f9a3c", "#b08a4a", "#5a8a5c"), ("snake", "serpent", "cobra", "king cobra", "python", "viper", "rattlesnake", "boa", "boa constrictor", "anaconda", "garter snake"), (-2.2, -1.4, 1.45, 0.3), 40, LAPS, draw_snake),
    "snail": Creeper(0.62, 0.48, ("#b0703c", "#c98a4a", "#8a5a4c"), ("snail", "slug", "garden snail"), (-1.0, -1.05, 1.0, 0.15), 48, 0.16, _snail),
    "caterpillar": Creeper(0.52, 0.26, ("#7fb03c", "#5f9a4a"), ("caterpillar", "worm", "earthworm", "inchworm", "silkworm", "larva", "grub", "centipede", "millipede"), (-1.0, -0.75, 1.05, 0.15), 30, _CATERPILLAR_LAP, _caterpillar),
}  # fmt: skip
_NOUN_COLOURS = {
    "cobra": "#8a7a4c", "king cobra": "#7a6a44", "python": "#b8934c", "rattlesnake": "#b09468", "viper": "#7a6a50", "boa": "#a0764c", "boa constrictor": "#a0764c",
    "anaconda": "#66703c", "slug": "#a8825c", "worm": "#d98a80", "silkworm": "#ece4d4",
}  # fmt: skip
