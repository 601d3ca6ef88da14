"""Birds: on the wing with a beat of two joints, or on their feet. One drawing, measures from a Fowl."""

from __future__ import annotations

import math
from dataclasses import replace

from rushes.engines.animatic.light import Rgb
from rushes.engines.animatic.plan import Subject
from rushes.engines.animatic.rigs import fans
from rushes.engines.animatic.rigs import gait as gaits
from rushes.engines.animatic.rigs.bills import draw_beak, draw_comb, draw_owl_face, draw_wattles
from rushes.engines.animatic.rigs.crew import Pose, carrying
from rushes.engines.animatic.rigs.figure import Drift, Figure, Glow, Moment
from rushes.engines.animatic.rigs.fowls import FOWLS, NOUNS, Fowl
from rushes.engines.animatic.rigs.gait import step
from rushes.engines.animatic.rigs.hue import WHITE, dim, lightness, mix, rgb, tint
from rushes.engines.animatic.rigs.pen import Pen, Point, closed

ACTIONS = frozenset({"fly", "stand", "sit", "walk", "hover", "look", "sleep", "eat"})
#: A flyer is this many of its own heights above the ground line: in the air, and in any frame composed for that height.
LIFT = 0.9
#: In which a peacock opens its wheel and lays it down again, and in which it is a train on the ground.
_UNFOLDS, _TRAILS = frozenset({"grow", "play", "dance"}), frozenset({"walk", "run", "trot", "eat", "sleep", "sit"})
_ALOFT = {"fly", "hover", "float", "run", "trot", "fall"}


def make(subject: Subject, seed: int) -> Figure:
    fowl = FOWLS[subject.rig]
    if subject.colour is not None:
        hue = subject.colour
        # A white breast stays white; another one takes some of the colour.
        breast = (
            fowl.breast if lightness(rgb(fowl.breast)) > 0.9 else _hex(mix(rgb(fowl.breast), tint(rgb(hue), 0.35), 0.6))
        )
        fowl = replace(fowl, coat=hue, head_colour=hue, wing=_hex(dim(rgb(hue), 0.8)), breast=breast)
    if fowl.train and "white" in subject.noun:
        fowl = replace(
            fowl,
            coat="#f4f5f1",
            breast="#ffffff",
            wing="#e9ebe6",
            head_colour="#f6f7f4",
            throat="#f6f7f4",
            wing_tip=None,
        )
    size = fowl.body * subject.scale
    aloft = fowl.flies and subject.action in _ALOFT
    walking = subject.action in ("walk", "run", "trot", "dance") and not aloft
    gait = replace(gaits.STROLL, frames=14, sweep=0.85, lift=0.4)
    poses, rate = (fowl.beat_frames, 24.0) if aloft else (gait.frames, 24.0) if walking else (48, 12.0)

    def paint(pen: Pen, moment: Moment) -> None:
        with pen.turned(0, 0, 0, size):
            if aloft:
                _flying(pen, fowl, moment)
            else:
                _standing(pen, fowl, moment, walking, subject.action)

    beat = 2 * math.pi * 24 / fowl.beat_frames

    def drift(t: float) -> Drift:
        # The body rises while the wings go down.
        return Drift(0.0, size * (0.06 * math.sin(beat * t) + 0.10 * math.sin(0.9 * t + seed % 6)))

    def flicker(t: float) -> float:
        return 0.42 + 0.06 * math.sin(9.1 * t) + 0.05 * math.sin(14.3 * t + seed % 6)

    if fowl.train and subject.action in _UNFOLDS:
        poses, rate = 72, 12.0
    wide = max(fowl.wing_long, 1.0) + 1.0
    tall = fowl.leg + 1.2 + fowl.neck
    figure = Figure(
        paint=paint,
        reach=(-size * (1.3 + fowl.tail_long + (0.4 if fowl.sickles else 0.6 if fowl.flames else 0.0)) if not fowl.train else -size * 2.6, -size * max(tall, 0.6 + wide * 0.85, fans.REACH + 1.3 if fowl.train else 0.0), size * (1.8 if not fowl.train else 2.2), size * (wide * 0.72 if aloft else 0.25)),
        poses=poses,
        poses_per_second=rate,
        speed=(0.0 if subject.action == "hover" else fowl.speed) if aloft else gait.speed(_stride(fowl) * size) if walking else 0.0,
        lift=LIFT * _height(fowl) * subject.scale if aloft else 0.0,
        touches=gait.touches if walking else (),
        talks=True,
        blinks=subject.action != "sleep",
        drift=drift if aloft else None,
        glows=(Glow(0.0, -0.1 * size if aloft else -size, 1.9 * size, (1.0, 0.55, 0.18), flicker),) if fowl.flames else (),
    )  # fmt: skip
    x, y = (0.02 * size, -0.22 * size) if aloft else (0.0, -size * (fowl.leg + 0.75))
    seat = Pose(
        (x, y),
        (x + 0.18, y + 0.36),
        (x + 0.19, y + 0.36),
        (x + 0.34, y - 0.18),
        (x + 0.37, y - 0.18),
        lean=10.0,
        flow=-0.8,
        room=0.9,
    )
    return carrying(figure, subject, seat)


def _height(fowl: Fowl) -> float:
    """Metres that it stands tall."""
    lean = math.radians(fowl.upright)
    return fowl.body * (fowl.leg + math.sin(lean) + fowl.deep * math.cos(lean) + 0.5 * fowl.neck + fowl.head)


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(255 * min(1.0, part)):02x}" for part in colour)


def _stride(fowl: Fowl) -> float:
    return max(0.2, fowl.leg)


def _flying(pen: Pen, fowl: Fowl, moment: Moment) -> None:
    beat = 2 * math.pi * moment.phase
    raised = math.cos(beat)
    bent = math.cos(beat - 1.15)
    if fowl.beat_frames >= 22:
        # Large birds glide for half of the loop.
        glide = 0.5 - 0.5 * math.cos(beat)
        raised, bent = 0.30 + 0.75 * (raised - 0.30) * glide, 0.15 + 0.8 * (bent - 0.15) * glide
    wing = rgb(fowl.wing)
    shine = 1.45 if fowl.flames else 1.0
    with pen.part(puff=0.8, shade=0.0, gain=0.86 * shine):
        _wing(pen, fowl, (0.10, -0.16), raised * 0.92, bent, dim(wing, 0.72), 0.10)
        if not fowl.flames:
            _tail(pen, fowl, (-0.44, 0.0), 0.0)
    if fowl.flames:
        fans.draw_streamers(pen, (-0.40, 0.02), 8.0, moment.phase)
    with pen.part(puff=0.9, shade=0.25, gain=shine):
        _body(pen, fowl, (0.0, 0.0), 0.0)
        pen.line([(-0.25, 0.20), (-0.50, 0.22)], 0.05, rgb(fowl.legs))
        lift = 0.4 * fowl.neck
        head = (0.42 + fowl.neck_forward * 0.6 + 0.75 * fowl.neck, -0.12 - lift)
        _neck_and_head(pen, fowl, (0.32, -0.06), head, -4.0, moment, False, aloft=True)
    with pen.part(puff=0.7, shade=0.35, gain=shine):
        _wing(pen, fowl, (0.02, -0.10), raised, bent, wing, 0.0)


def _wing(pen: Pen, fowl: Fowl, root: Point, raised: float, bent: float, hue: Rgb, ahead: float) -> None:
    """A wing seen a little from behind: up is away from us, so it reads as a height."""
    long, wide = fowl.wing_long, fowl.wing_wide
    inner, outer = math.radians(72 * raised), math.radians(72 * raised * 0.4 + 58 * bent)
    wrist = (root[0] - 0.05 + ahead, root[1] - 0.48 * long * math.sin(inner) - 0.02)
    tip = (wrist[0] - 0.30 * long, wrist[1] - 0.60 * long * math.sin(outer))
    reach = 0.25 * long * (1 - abs(math.sin(inner)))
    lead = (wrist[0] + 0.24 * wide + reach * 0.3, wrist[1] + 0.02)
    trail = (wrist[0] - wide * 0.80, wrist[1] + 0.16 * wide)
    end = rgb(fowl.wing_tip) if fowl.wing_tip else dim(hue, 0.8)
    fill = pen.ramp(root, tip, [hue, hue, end, end], [0, 0.55, 0.72, 1])
    # Seen edge-on it still has the thickness of its feathers: what lies behind hangs a little lower.
    thick = 0.13 * (1 - abs(math.sin(inner)))
    outline = closed([(root[0] + wide * 0.55, root[1] + 0.02), lead, (tip[0] + 0.10 * wide, tip[1] - 0.01), (tip[0] - 0.14 * wide, tip[1] + 0.04 + thick * 0.6), (trail[0], trail[1] + thick), (root[0] - wide * 0.80, root[1] + 0.10 + thick)], 0.85)  # fmt: skip
    for k in range(7):
        # The ends of the flight feathers, longest at the tip.
        share = k / 6
        start = (trail[0] + (tip[0] - trail[0]) * share, trail[1] + thick + (tip[1] - trail[1]) * share)
        pen.tube([(start[0] + 0.06, start[1] - 0.02), (start[0] - 0.10 - 0.06 * share, start[1] + 0.035 + 0.05 * thick)], [0.085, 0.02], mix(hue, end, share))  # fmt: skip
    pen.fill(outline, fill)
    with pen.within(outline):
        for k in range(4):
            share = 0.30 + 0.17 * k
            start = (root[0] + (trail[0] - root[0]) * share + 0.1, root[1] + (trail[1] - root[1]) * share + 0.02)
            stop = (trail[0] + (tip[0] - trail[0]) * share, trail[1] + (tip[1] - trail[1]) * share)
            pen.line([start, stop], 0.018, dim(hue, 0.72), 0.55)


def _tail(pen: Pen, fowl: Fowl, root: Point, droop: float) -> None:
    hue = mix(rgb(fowl.wing), rgb(fowl.coat), 0.4)
    if fowl.sickles:
        # A cock's: long feathers that rise and bow over.
        dark = rgb(fowl.sickles)
        for k in range(7):
            rise, far = 1.25 - 0.14 * k, 0.20 + 0.08 * k
            points = [
                (root[0] + 0.14, root[1] + 0.02),
                (root[0] - 0.06 - 0.40 * far, root[1] - 0.66 * rise),
                (root[0] - 0.24 - 0.85 * far, root[1] - 0.86 * rise),
                (root[0] - 0.50 - 1.05 * far, root[1] - 0.52 * rise),
            ]
            pen.tube(points, [0.16, 0.13, 0.11, 0.02], mix(dark, tint(dark, 0.3), (k % 3) / 2))
        return
    if fowl.tuft:
        fans.draw_tuft(pen, root, rgb(fowl.tuft))
        return
    long = fowl.tail_long
    with pen.turned(root[0], root[1], -droop):
        pen.blob([(0.12, -0.12), (-long * 0.6, -0.11), (-long, -0.15), (-long * 0.98, 0.03), (-long * 0.9, 0.14), (0.1, 0.12)], pen.ramp((0, 0), (-long, 0), [rgb(fowl.coat), hue, dim(hue, 0.8)]), tight=0.7)  # fmt: skip


def _body(pen: Pen, fowl: Fowl, centre: Point, degrees: float) -> None:
    coat, breast = rgb(fowl.coat), rgb(fowl.breast)
    d = fowl.deep / 2
    with pen.turned(centre[0], centre[1], -degrees):
        fill = pen.ramp(
            (0.0, -d), (0.08, d), [tint(coat, 0.06), coat, mix(coat, breast, 0.85), breast], [0, 0.48, 0.72, 1]
        )
        outline = closed([(-0.58, -0.02), (-0.30, -0.80 * d), (0.10, -1.0 * d), (0.42, -0.72 * d), (0.52, 0.02), (0.38, 0.78 * d), (0.02, 1.0 * d), (-0.34, 0.62 * d)])  # fmt: skip
        pen.fill(outline, fill)
        with pen.within(outline):
            if fowl.throat:
                pen.blob([(0.20, -1.1 * d), (0.62, -0.8 * d), (0.62, 0.55 * d), (0.34, 0.72 * d), (0.14, 0.1 * d)], rgb(fowl.throat), 0.95)  # fmt: skip
            # Rows of small feathers, their round ends towards the tail.
            for row in range(5):
                v = (-0.78 + 0.36 * row) * d
                hue = coat if row < 3 else breast
                for k in range(9):
                    u = 0.40 - 0.105 * (k + 0.5 * (row % 2))
                    pen.line(
                        [(u, v - 0.05), (u - 0.042, v), (u, v + 0.05)],
                        0.013,
                        dim(hue, 0.74) if row % 2 else tint(hue, 0.22),
                        0.5,
                    )


def _neck_and_head(
    pen: Pen, fowl: Fowl, base: Point, head: Point, tilt: float, moment: Moment, asleep: bool, *, aloft: bool = False
) -> None:
    hue = rgb(fowl.head_colour)
    r = fowl.head
    if fowl.neck > 0.15:
        bow = (
            (base[0] + 0.16, base[1] - 0.30 * fowl.neck)
            if aloft
            else (base[0] - 0.04 + 0.12 * fowl.neck, (base[1] + head[1]) / 2)
        )
        pen.tube([base, bow, (head[0] - 0.3 * r, head[1] + 0.2 * r)], [fowl.deep * 0.55, r * 1.35, r * 1.2], hue)
    else:
        pen.tube([base, head], [fowl.deep * 0.8, r * 1.7], hue)
    if fowl.throat:
        under = (head[0] + 0.35 * r, head[1] + 0.45 * r)
        pen.tube([(base[0] + 0.10, base[1] + 0.06), under], [fowl.deep * 0.42, r * 0.85], rgb(fowl.throat))
    with pen.turned(head[0], head[1], tilt, r):
        if fowl.crest:
            draw_comb(pen)
        if fowl.train:
            fans.draw_crest(pen, hue)
        if fowl.flames:
            fans.draw_flaming_crest(pen, moment.phase)
        if not fowl.owl:
            draw_beak(pen, fowl, moment.mouth)
            if fowl.pouch:
                long = fowl.beak_long / r
                pen.blob(
                    [(0.5, 0.20), (0.8 + long, 0.22), (0.7 + 0.5 * long, 0.95), (0.4, 0.85)], dim(rgb(fowl.beak), 0.92)
                )
        pen.dot(0, 0, 1.0, pen.ramp((0, -1), (0, 1), [tint(hue, 0.1), hue, dim(hue, 0.94)]))
        if fowl.ruff:
            draw_wattles(pen, 0.08 * math.sin(4 * math.pi * moment.phase))
        if fowl.owl:
            draw_owl_face(pen, fowl, moment.blink or asleep, moment.mouth)
            return
        if fowl.deep > 0.6 and fowl.upright > 80:
            pen.blob([(0.15, -0.35), (0.75, -0.35), (0.98, 0.15), (0.6, 0.85), (0.1, 0.75), (-0.05, 0.2)], WHITE)
        x, y = 0.40, -0.18
        if fowl.face:
            pen.oval(x + 0.06, y + 0.04, 0.46, 0.42, rgb(fowl.face))
        if moment.blink or asleep:
            pen.line([(x - 0.2, y), (x, y + 0.1), (x + 0.2, y)], 0.09, rgb("#1c1818"))
        else:
            pen.dot(x, y, 0.27, mix(WHITE, hue, 0.2) if fowl.head_colour != "#ffffff" else WHITE)
            pen.dot(x + 0.04, y, 0.21, rgb("#1c1818"))
            pen.dot(x + 0.11, y - 0.08, 0.08, WHITE)
        if fowl.beak_hooked and fowl.wing_long > 1.5:
            pen.line([(0.05, -0.52), (0.75, -0.30)], 0.16, dim(hue, 0.82))


def _standing(pen: Pen, fowl: Fowl, moment: Moment, walking: bool, action: str) -> None:
    phase = moment.phase
    turn = 2 * math.pi * phase
    asleep = action == "sleep"
    breath = 0.012 * math.sin(2 * turn)
    waddle = 4.0 * math.sin(turn) if walking else 0.0
    bob = -0.03 * abs(math.sin(turn)) if walking else breath
    lean = math.radians(fowl.upright)
    drop = 0.5 * (abs(math.sin(lean)) * 0.92 + fowl.deep * math.cos(lean))
    centre = (-0.05, -fowl.leg * 0.9 - drop + 0.06 + bob)
    pitch = fowl.upright + waddle
    legs: list[tuple[Point, float]] = []
    for index in range(2):
        own = step(replace(gaits.STROLL, sweep=0.85, lift=0.4), phase, index)
        stride = _stride(fowl)
        foot = (own.x * stride, own.y * stride) if walking else (0.10 * index - 0.03, 0.0)
        legs.append((foot, own.swing if walking else -0.5))
    bite = max(0.0, math.sin(2 * turn)) if action == "eat" else 0.0
    neck_up = fowl.neck + 0.10
    front = (centre[0] + 0.40 * math.cos(lean) - 0.05 * math.sin(lean), centre[1] - 0.40 * math.sin(lean) - 0.06)
    thrust = 0.05 * math.sin(2 * turn) if walking else 0.0
    head = (
        front[0] + fowl.neck_forward * (0.55 if fowl.upright < 40 else 0.4) + thrust + 0.3 * bite,
        front[1] - neck_up - 0.6 * fowl.head + (neck_up + fowl.head) * 1.2 * bite,
    )
    look = 0.0 if walking else (10 if action == "look" else 4) * math.sin(turn)
    if action == "talk":
        # The beak wide and up, twice in a loop.
        call = max(0.0, math.sin(2 * turn)) ** 0.6
        moment, look = replace(moment, mouth=max(moment.mouth, call)), -24.0 * call
    hang = pitch if fowl.upright < 60 else pitch - 14
    if fowl.train:
        opened = _opened(phase) if action in _UNFOLDS else 0.0 if action in _TRAILS else 1.0
        fans.draw_fan(
            pen, (centre[0] - 0.22 + 0.10 * opened, centre[1] + 0.02), opened, phase, lightness(rgb(fowl.coat)) > 0.8
        )
    if fowl.ruff:
        fans.draw_turkey_fan(pen, (centre[0] - 0.30, centre[1] - 0.04), rgb(fowl.coat), phase)
    if fowl.flames:
        fans.draw_streamers(pen, (centre[0] - 0.30, centre[1] + 0.20), -34.0, phase)
    with pen.part(puff=0.9, shade=0.0, gain=0.86):
        _shank(pen, fowl, (centre[0] + 0.06, centre[1] + drop * 0.55), *legs[1], 0.7)
        with pen.turned(centre[0], centre[1], -hang):
            # A long tail is held up off the ground.
            room = -centre[1] - 0.46 * math.sin(math.radians(hang)) - 0.10
            most = math.degrees(math.asin(max(-1.0, min(1.0, room / fowl.tail_long))))
            if not (fowl.ruff or fowl.flames):
                _tail(pen, fowl, (-0.46, 0.0), min(0.0, most - hang))
    with pen.part(puff=0.9, shade=0.25):
        _shank(pen, fowl, (centre[0], centre[1] + drop * 0.55), *legs[0], 1.0)
        _body(pen, fowl, centre, pitch)
        _neck_and_head(pen, fowl, front, head, look + 40 * bite + (24 if asleep else 0), moment, asleep)
    with pen.part(puff=0.7, shade=0.35), pen.turned(centre[0], centre[1], -hang):
        hue = rgb(fowl.wing)
        w = min(0.42, fowl.wing_wide * 0.85)
        flap = 0.06 * math.sin(2 * turn) if fowl.upright > 80 else 0.0
        if fowl.upright > 80:
            pen.blob(
                [
                    (0.32, -0.10),
                    (0.20, -0.24 - flap),
                    (-0.22, -0.20 - 2 * flap),
                    (-0.38, -0.10 - 2 * flap),
                    (-0.10, -0.02),
                ],
                tint(hue, 0.06),
            )
        else:
            end = rgb(fowl.wing_tip) if fowl.wing_tip else dim(hue, 0.82)
            pen.blob([(0.28, -0.06), (0.10, -0.5 * w - 0.02), (-0.30, -0.36 * w - 0.04), (-0.78, -0.04), (-0.40, 0.34 * w), (0.06, 0.56 * w)], pen.ramp((0.2, 0), (-0.7, 0), [hue, hue, end], [0, 0.6, 1]))  # fmt: skip
            for k in range(3):
                pen.line(
                    [(0.0 - 0.12 * k, 0.10 - 0.02 * k), (-0.42 - 0.08 * k, 0.07 - 0.04 * k)], 0.02, dim(hue, 0.7), 0.6
                )


def _opened(phase: float) -> float:
    """How far a wheel is open that rises, is shown, and is laid down again."""
    share = min(1.0, max(0.0, min((phase - 0.04) / 0.24, (0.98 - phase) / 0.16)))
    return share * share * (3 - 2 * share)


def _shank(pen: Pen, fowl: Fowl, hip: Point, foot: Point, swing: float, shade: float) -> None:
    hue = dim(rgb(fowl.legs), shade)
    thick = 0.055 if fowl.leg < 0.8 else 0.035
    knee = ((hip[0] + foot[0]) / 2 - 0.10 * fowl.leg, (hip[1] + foot[1]) / 2)
    pen.tube([hip, knee, (foot[0], foot[1] - 0.02)], [thick * 1.3, thick, thick * 0.9], hue)
    curl = 34 * max(0.0, math.sin(math.pi * swing)) if swing > 0 else 0.0
    with pen.turned(foot[0], foot[1], curl):
        pen.tube([(-0.07, -0.02), (0.0, -0.03), (0.14, -0.018)], [0.035, 0.05, 0.03], hue)


def words() -> dict[str, tuple[float, tuple[str, ...]]]:
    """Rig: natural height in metres, nouns."""
    return {name: (round(_height(fowl), 2), NOUNS[name]) for name, fowl in FOWLS.items()}
