"""Small round animals close to the ground: hedgehog, hamster, guinea pig, beaver, platypus, armadillo, pangolin, mole. In heights."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.paint.skia_loading import skia
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import fodder, fur
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.figure import Drift, Figure, Moment
from rushes.engines.animatic.rigs.gait import step
from rushes.engines.animatic.rigs.hue import dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pelts import draw_pelt, draw_tail
from rushes.engines.animatic.rigs.pen import Pen, Point, closed
from rushes.engines.animatic.rigs.snouts import Critter, draw_face

ACTIONS = frozenset(
    {"stand", "sit", "lie", "walk", "trot", "run", "eat", "sleep", "jump", "play", "look", "talk", "dance"}
)
_GAITS = {
    "walk": replace(gaits.WALK, frames=14),
    "trot": replace(gaits.TROT, frames=11),
    "run": replace(gaits.TROT, frames=9),
}
_YOUNG = frozenset({"baby", "young"})
_UPRIGHT = frozenset({"eat", "sit", "play", "dance", "jump"})

CRITTERS: dict[str, Critter] = {
    "hedgehog": Critter(0.34, "#caa880", "#efdcc0", ("hedgehog", "porcupine"), long=0.80, pelt="spines", pelt_colour="#5a4434", snout="pointed", head=0.31, ear=0.30, fur=0.03),
    "hamster": Critter(0.30, "#dba45c", "#fdf6ea", ("hamster", "gerbil"), long=0.60, head=0.42, ear=0.34, cheeks=True, fur=0.05, tail="bob", feeds="nut"),
    "guinea_pig": Critter(0.32, "#b8763a", "#fbf5ea", ("guinea pig", "cavy"), long=0.82, head=0.37, ear=0.30, pelt="patches", pelt_colour="#fbf5ea", fur=0.07, tail="", feeds="carrot"),
    "beaver": Critter(0.56, "#7c5230", "#9a6c44", ("beaver",), long=0.82, head=0.34, ear=0.20, snout="blunt", teeth=True, tail="paddle", fur=0.055, foot="#3a2a20", feeds="twig", whiskers=True),
    "platypus": Critter(0.42, "#6a4a34", "#a8845c", ("platypus", "duck billed platypus"), long=1.02, head=0.27, ear=0.0, snout="bill", tail="paddle", fur=0.04, foot="#4a4444", low=0.82),
    "armadillo": Critter(0.44, "#a8937c", "#e0cdb4", ("armadillo",), long=0.84, head=0.25, ear=0.42, snout="pointed", pelt="bands", tail="whip", fur=0.0, foot="#8a7660"),
    "pangolin": Critter(0.46, "#9a7448", "#d8bc94", ("pangolin", "anteater"), long=0.98, head=0.24, ear=0.14, snout="pointed", pelt="scales", tail="scaled", fur=0.0, foot="#7a5c3c"),
    "raccoon": Critter(0.56, "#8d8a86", "#dcd8d0", ("raccoon", "trash panda"), long=0.74, head=0.37, ear=0.30, snout="short", tail="ring", fur=0.07, foot="#33302f", mark="mask", feeds="apple"),
    "red_panda": Critter(0.52, "#bb5a2c", "#f4e8d8", ("red panda",), long=0.76, head=0.37, ear=0.30, snout="short", tail="ring", fur=0.07, foot="#33201c", mark="panda", mark_colour="#5a2a1c", feeds="bamboo", under="#33201c"),
    "mouse": Critter(0.26, "#a39d98", "#ece4df", ("mouse", "rat", "field mouse", "church mouse"), long=0.62, head=0.38, ear=0.52, snout="short", tail="string", fur=0.035, foot="#e0a8a0", whiskers=True, feeds="cheese"),
    "badger": Critter(0.50, "#8f8d8b", "#f1efea", ("badger", "wolverine", "honey badger"), long=0.84, head=0.34, ear=0.22, snout="pointed", tail="bob", fur=0.07, foot="#2a282a", mark="stripes", under="#3a3638"),
    "otter": Critter(0.44, "#74503a", "#cdb08e", ("otter", "sea otter", "river otter", "mink", "weasel", "ferret", "stoat"), long=1.00, low=0.86, head=0.33, ear=0.18, snout="blunt", tail="thick", fur=0.04, foot="#4a3020", whiskers=True),
    "capybara": Critter(0.70, "#9c7248", "#aa8660", ("capybara",), long=0.86, head=0.34, ear=0.17, snout="broad", tail="", fur=0.045, foot="#5a4230", feeds="carrot"),
    "skunk": Critter(0.42, "#2a282e", "#f4f2ee", ("skunk",), long=0.74, head=0.31, ear=0.22, snout="short", tail="plume", fur=0.06, foot="#1c1a1e", pelt="stripe", under="#2a282e"),
    "tortoise": Critter(0.50, "#8a8a54", "#b4ae74", ("tortoise", "giant tortoise", "land turtle"), long=0.72, head=0.22, ear=0.0, snout="beak", pelt="shell", pelt_colour="#7a6a3c", tail="bob", fur=0.0, foot="#7c7c4c"),
    "mole": Critter(0.28, "#3f3a40", "#56505a", ("mole",), long=0.74, head=0.30, ear=0.0, snout="pointed", fur=0.05, tail="bob", foot="#e0a8a0", tiny_eyes=True),
    "groundhog": Critter(0.46, "#8f6c48", "#b08a5e", ("groundhog", "marmot", "gopher", "prairie dog", "wombat"), long=0.78, head=0.32, ear=0.22, snout="blunt", tail="bob", fur=0.06, teeth=True, feeds="carrot", whiskers=True),
}  # fmt: skip


def make(subject: Subject, seed: int) -> Figure:
    critter = CRITTERS[subject.rig]
    size = critter.height * subject.scale
    if _YOUNG & set(subject.traits):
        critter, size = replace(critter, head=critter.head * 1.2, long=critter.long * 0.88), size * 0.62
    critter = replace(critter, **_VARIANTS.get(subject.noun, {}))  # type: ignore[arg-type]  # rows of fields, as data
    main, belly = rgb(critter.coat), rgb(critter.belly)
    if subject.colour is not None:
        main = rgb(subject.colour)
        main = mix(main, (0.30, 0.28, 0.30), 0.55) if lightness(main) < 0.12 else main
        belly = mix(belly, tint(main, 0.5), 0.5)
        critter = replace(
            critter, pelt_colour=_hex(dim(main, 0.6)) if critter.pelt == "spines" else critter.pelt_colour
        )
    food = next(
        (trait.removeprefix("eating ") for trait in subject.traits if trait.startswith("eating ")), critter.feeds
    )
    gait = _GAITS.get(subject.action)
    act = subject.action

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if act == "sleep":
                _curled(pen, critter, main, belly, moment)
            elif act in _UPRIGHT and critter.sits:
                _upright(pen, critter, main, belly, moment, act, food)
            else:
                _level(pen, critter, main, belly, moment, act)

    drift: Callable[[float], Drift] | None = None
    if act in ("jump", "dance"):

        def drift(t: float) -> Drift:
            return Drift(0.0, -(0.7 if act == "jump" else 0.12) * size * abs(math.sin(2 * math.pi * t / 1.2)))

    tail = {
        "paddle": 0.62,
        "scaled": 1.0,
        "whip": 0.75,
        "bob": 0.1,
        "string": 1.1,
        "ring": 1.0,
        "thick": 0.95,
        "plume": 0.9,
    }.get(critter.tail, 0.0)
    speed = gait.speed(_STRIDE * size) if gait is not None else 0.0
    return Figure(
        paint=paint,
        reach=(-size * (critter.long + 0.35 + tail), -1.75 * size, size * (critter.long + 1.0), 0.12 * size),
        poses=gait.frames if gait is not None else 48,
        poses_per_second=24.0 if gait is not None else 12.0,
        speed=speed,
        touches=gait.touches if gait is not None else (),
        talks=True,
        blinks=act != "sleep",
        drift=drift,
    )


#: What a noun changes of the measures of its rig.
_VARIANTS: dict[str, dict[str, object]] = {
    **{
        noun: {"pelt_colour": "#5f7a3c", "coat": "#7fae6a", "belly": "#dfe3ae", "low": 0.86}
        for noun in ("turtle", "sea turtle", "baby turtle", "land turtle")
    },
    "wombat": {"teeth": False, "coat": "#7a6a5c", "belly": "#94857a"},
    "rat": {"coat": "#76706e", "belly": "#b8b0ac", "long": 0.74, "head": 0.34, "ear": 0.40},
    "honey badger": {"coat": "#d8d4cc", "under": "#26242a", "mark": ""},
    "weasel": {"coat": "#a8703c", "belly": "#f4ead8"},
    "stoat": {"coat": "#a8703c", "belly": "#f8f2e6"},
    "ferret": {"coat": "#c9b394", "belly": "#f0e6d4", "mark": "mask", "mark_colour": "#5a4638"},
    "porcupine": {"pelt_colour": "#3a302a", "height": 0.5, "coat": "#6a5848", "belly": "#8a7866"},
}


#: What a planted foot goes with, in heights.
_STRIDE = 0.46


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, part)):02x}" for part in colour)


def _ground() -> skia.Path:
    """Where hair may be: it does not hang into the ground."""
    path = skia.Path()
    path.addRect(skia.Rect.MakeLTRB(-9.0, -9.0, 9.0, 0.0))
    return path


def _level(pen: Pen, c: Critter, main: Rgb, belly: Rgb, moment: Moment, act: str) -> None:
    gait = _GAITS.get(act)
    turn = 2 * math.pi * moment.phase
    bob = 0.02 * math.cos(2 * turn) if gait is not None else 0.010 * math.sin(2 * turn)
    top, half = -c.low + bob, c.long
    deep = (c.low - 0.09) / 2
    middle = top + deep
    look = (8 if act == "look" else 4) * math.sin(turn) if gait is None else 2.0 * math.sin(2 * turn)
    dip = 0.10 if act in ("eat", "lie") else 0.0

    def foot(index: int) -> tuple[Point, float]:
        home = (-0.62 * half if index % 2 == 0 else 0.56 * half) + (0.10 if index > 1 else 0.0)
        if gait is None:
            return (home, 0.0), 0.0
        own = step(gait, moment.phase, index)
        return (home + own.x * _STRIDE, own.y * _STRIDE), max(0.0, own.swing)

    paw = rgb(c.foot) if c.foot else mix(belly, rgb("#d9a08c"), 0.6)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        for index in (2, 3):
            _leg(
                pen,
                (foot(index)[0][0] * 0.8, middle + 0.5 * deep),
                *foot(index),
                dim(rgb(c.under) if c.under else main, 0.7),
                dim(paw, 0.72),
                c,
            )
    if c.tail:
        with pen.part(puff=0.8, shade=0.15):
            draw_tail(pen, c, (-0.92 * half, middle + 0.30 * deep), main, math.sin(turn))
    outline: list[Point] = [
        (-1.02 * half, middle + 0.25 * deep), (-0.90 * half, middle - 0.52 * deep), (-0.42 * half, top + 0.02 * deep), (0.16 * half, top),
        (0.66 * half, middle - 0.66 * deep), (0.98 * half, middle), (0.82 * half, middle + 0.72 * deep), (0.2 * half, middle + 1.02 * deep),
        (-0.5 * half, middle + 1.02 * deep), (-0.92 * half, middle + 0.76 * deep),
    ]  # fmt: skip
    under = rgb(c.under) if c.under else belly
    with pen.part(puff=0.9, shade=0.35), pen.within(_ground()):
        _coat(pen, c, main, under, outline, (0.0, middle), (half, deep))
        for index in (0, 1):
            _leg(
                pen,
                (foot(index)[0][0] * 0.8, middle + 0.5 * deep),
                *foot(index),
                rgb(c.under) if c.under else mix(main, belly, 0.30),
                paw,
                c,
            )
    head: Point = (0.88 * half + 0.25 * c.head, middle - 0.10 + 0.7 * dip)
    if c.snout == "beak":
        head = (1.26 * half, middle - 0.08 + 0.03 * math.sin(turn) + dip)
        with pen.part(puff=0.9, shade=0.1):
            pen.tube(
                [(0.72 * half, middle + 0.10), (1.02 * half, middle + 0.06), head], [0.26, 0.20, 0.19], dim(main, 0.94)
            )
    with pen.part(puff=0.9, shade=0.2):
        draw_face(pen, c, main, belly, head, look + 60 * dip, moment, moment.blink)
    if c.pelt in ("spines", "shell"):
        with pen.part(puff=1.0 if c.pelt == "shell" else 0.8, shade=0.25):
            draw_pelt(pen, c, main, (0.0, middle), (half, deep), brow=head)


def _coat(pen: Pen, c: Critter, main: Rgb, belly: Rgb, outline: list[Point], at: Point, half: Point) -> None:
    x, y = at
    if c.fur > 0:
        fur.edge(pen, fur.ring(outline), 0.035, c.fur, lambda p: mix(belly, main, min(1.0, max(0.0, 0.5 - (p[1] - y) / half[1]))), back=(-0.95, 0.3))  # fmt: skip
    path = closed(outline)
    pen.fill(
        path,
        pen.ramp(
            (x, y - half[1]), (x, y + half[1]), [tint(main, 0.07), main, mix(main, belly, 0.6), belly], [0, 0.5, 0.8, 1]
        ),
    )
    with pen.within(path):
        if c.fur > 0:
            fur.nap(pen, lambda u, v: (x + (2 * u - 1) * half[0], y + (2 * v - 1) * half[1]), 60, 0.08, (tint(main, 0.3), dim(main, 0.74)), 0.25)  # fmt: skip
        if c.pelt and c.pelt not in ("spines", "shell"):
            draw_pelt(pen, c, main, at, half)


def _leg(pen: Pen, hip: Point, foot: Point, swing: float, hue: Rgb, paw: Rgb, c: Critter) -> None:
    x, y = foot
    pen.tube([hip, ((hip[0] + x) / 2 + 0.02, (hip[1] + y) / 2), (x - 0.02, y - 0.05)], [0.26, 0.20, 0.13], hue)
    with pen.turned(x, y, 50 * math.sin(math.pi * swing)):
        wide = 1.35 if c.snout == "bill" else 1.0
        pen.blob([(-0.08, 0.0), (-0.07, -0.08), (0.05, -0.10), (0.16 * wide, -0.05), (0.19 * wide, 0.0)], paw)
        for k in range(3):
            pen.line([(0.05 + 0.045 * k * wide, -0.05), (0.08 + 0.05 * k * wide, -0.006)], 0.012, dim(paw, 0.65), 0.8)


def _upright(pen: Pen, c: Critter, main: Rgb, belly: Rgb, moment: Moment, act: str, food: str) -> None:
    """Sitting up on the hind legs, the fore paws before the breast."""
    turn = 2 * math.pi * moment.phase
    breath = 0.012 * math.sin(2 * turn)
    wide = 0.50 + 0.12 * c.long * 0.5
    bite = 0.5 + 0.5 * math.sin(2 * turn)
    paw = rgb(c.foot) if c.foot else mix(belly, rgb("#d9a08c"), 0.6)
    if c.tail:
        with pen.part(puff=0.8, shade=0.1):
            draw_tail(pen, c, (-0.42, -0.20), main, math.sin(turn))
    outline: list[Point] = [(-wide, -0.26), (-0.92 * wide, -0.62), (-0.58 * wide, -0.98 - breath), (0.10, -1.08 - breath), (0.70 * wide, -0.90), (0.98 * wide, -0.48), (0.86 * wide, -0.10), (0.2, -0.0), (-0.6 * wide, -0.01)]  # fmt: skip
    with pen.part(puff=0.9, shade=0.35), pen.within(_ground()):
        if c.fur > 0:
            fur.edge(pen, fur.ring(outline), 0.035, c.fur, lambda _: main, back=(-0.4, 0.9))
        path = closed(outline)
        pen.fill(path, pen.ramp((-wide, 0), (wide, 0), [dim(main, 0.94), main, main]))
        with pen.within(path):
            pen.blob([(0.02, -0.92), (0.62 * wide, -0.86), (1.1 * wide, -0.4), (0.9 * wide, 0.06), (0.08, 0.06), (-0.10, -0.4)], rgb(c.under) if c.under else belly, 0.9)  # fmt: skip
            if c.pelt and c.pelt != "spines":
                draw_pelt(pen, c, main, (-0.16, -0.52), (wide, 0.52))
    if c.pelt == "spines":
        with pen.part(puff=0.8, shade=0.2), pen.within(_ground()), pen.turned(-0.14, -0.56, -66):
            draw_pelt(pen, c, main, (0.0, 0.0), (0.60, 0.42))
    with pen.part(puff=0.9, shade=0.3):
        for x, tone in ((0.44, 0.8), (0.24, 1.0)):
            pen.blob(
                [(x - 0.16, 0.0), (x - 0.14, -0.10), (x + 0.06, -0.13), (x + 0.24, -0.06), (x + 0.26, 0.0)],
                dim(paw, tone),
            )
    head: Point = (0.16 + 0.25 * c.head, -1.02 - 0.52 * c.head - breath)
    with pen.part(puff=0.9, shade=0.25):
        draw_face(pen, c, main, belly, head, 6 * bite - 2 if act == "eat" else 4 * math.sin(turn), replace(moment, mouth=max(moment.mouth, 0.25 * max(0.0, math.sin(8 * turn)) if act == "eat" else 0.0)), moment.blink)  # fmt: skip
    near: Point = (0.44, -0.66 - (0.06 * bite if act == "eat" else 0.0))
    if act in ("play", "dance"):
        near = (0.52, -0.72 - 0.14 * math.sin(2 * turn))
    if act == "eat":
        fodder_of = fodder.IN_PAW.get(food, fodder.nut)
        with pen.turned(near[0] + 0.05, near[1] - 0.02, 0.0, 0.9):
            fodder_of(pen, (0.0, 0.0))
    with pen.part(puff=0.9, shade=0.25):
        for (x, y), tone, root in (((near[0] + 0.10, near[1] + 0.01), 0.82, (0.36, -0.80)), (near, 1.0, (0.16, -0.80))):
            pen.tube(
                [root, ((root[0] + x) / 2 - 0.04, (root[1] + y) / 2 + 0.12), (x, y)],
                [0.17, 0.14, 0.10],
                dim(main, tone),
            )
            pen.oval(x + 0.02, y - 0.01, 0.075, 0.06, dim(paw, tone))


def _curled(pen: Pen, c: Critter, main: Rgb, belly: Rgb, moment: Moment) -> None:
    """Asleep: rolled up, the nose at the belly."""
    breath = 0.014 * math.sin(4 * math.pi * moment.phase)
    half, deep = 0.30 + 0.45 * c.long, 0.36 + breath
    outline: list[Point] = [(-half, -0.22), (-0.86 * half, -0.50), (-0.36 * half, -2 * deep - 0.02), (0.30 * half, -2 * deep), (0.86 * half, -0.48), (half, -0.20), (0.7 * half, -0.0), (-0.7 * half, -0.0)]  # fmt: skip
    with pen.part(puff=0.95, shade=0.3), pen.within(_ground()):
        _coat(pen, c, main, rgb(c.under) if c.under else belly, outline, (0.0, -deep), (half, deep))
    if c.pelt in ("spines", "shell"):
        with pen.part(puff=0.8, shade=0.2):
            draw_pelt(pen, c, main, (-0.04, -deep), (half, deep), brow=(0.9 * half, -0.4))
    with pen.part(puff=0.9, shade=0.25):
        draw_face(pen, c, main, belly, (0.66 * half, -0.30), 26.0, replace(moment, mouth=0.0), True)
