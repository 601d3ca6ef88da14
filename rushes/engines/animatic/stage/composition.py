"""Composition: where each puppet of the cast really stands, so that all of it is seen: nobody is cut by the frame unless the
shot is a near one, nobody hides another, and what flies is against the sky."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rushes.engines.animatic.library.puppetry import BOWLS
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.rigs.catalog import BEASTS
from rushes.engines.animatic.rigs.critters import CRITTERS
from rushes.engines.animatic.rigs.encounters import CHARGING, FACE_TO_FACE
from rushes.engines.animatic.rigs.fowls import FOWLS
from rushes.engines.animatic.rigs.gestures import TOGETHER
from rushes.engines.animatic.rigs.seals import SEALS
from rushes.engines.animatic.stage import bridges, company, encounters, still_life
from rushes.engines.animatic.stage.bearers import (
    CROWD,
    DECK_AHEAD,
    base_of,
    bases_of,
    heaped,
    in_one_place,
    nearer,
    root,
    span,
    stand_apart,
)
from rushes.engines.animatic.stage.framing import SUBJECT_SHARES, Framing, is_long
from rushes.engines.animatic.stage.set import Random
from rushes.engines.animatic.stage.shapes import Shape

#: Shares of the frame that nobody of the cast may leave at mid-shot.
SAFE_X, SAFE_Y = 0.03, 0.04
#: The smallest share of its size to which a subject is taken back so that it fits.
LEAST = 0.34
#: And to which all of them are.
LEAST_TOGETHER = 0.5
#: How much of the frame's width all of them together may take: the camera comes nearer.
_TOGETHER = 0.84
#: What is farther away than this stands behind the others rather than beside them.
_BEHIND = 0.7
#: How much of the frame's width all of them together may take: the camera comes nearer.
_TOGETHER = 0.84
#: What is farther away than this stands behind the others rather than beside them.
_BEHIND = 0.7
#: Those who leap out of the water.
_LEAPERS = frozenset({"dolphin", "whale", "fish"})
#: Where they do so, and how much of its height above the bottom a leaper loses: half of it is in the water at first.
_OPEN_WATERS, _UNDER = frozenset({"sea", "harbour", "river", "lakeside", "arctic", "beach", "cliff_coast"}), 0.9
#: How far players reach over their instrument's keys, in shares of the two half widths.
_REACH = 0.84


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one puppet stands: units from the frame's middle at mid-shot, depth, and metres above its ground."""

    x: float
    depth: float
    lift: float
    facing: int | None = None  #: where one who sits at a table looks; None: as the subject does


def sunk(subject: Subject, setting: str) -> float:
    """The share of its height that is under water: birds that swim paddle with hidden feet, beasts with hidden legs."""
    if subject.action != "swim" or setting == "underwater":
        return 0.0
    if subject.rig in FOWLS:
        return 0.2
    return 0.28 if subject.rig in CRITTERS else 0.42 if subject.rig in BEASTS - SEALS.keys() else 0.0


def leaps(subject: Subject, setting: str) -> bool:
    """Does it leap out of the water, and fall back into it?"""
    return subject.action == "jump" and subject.rig in _LEAPERS and setting in _OPEN_WATERS


def compose(
    plan: ShotPlan, frame: Framing, shapes: Sequence[Shape], random: Random
) -> tuple[Framing, list[list[Mark]]]:
    """The framing at which the cast fits, and the marks of each subject's puppets. `shapes`: by subject, raised."""
    if not shapes:
        return frame, []
    near = plan.camera.size not in SUBJECT_SHARES
    depths = [max(0.2, min(2.0, subject.depth)) for subject in plan.subjects]
    frame = bridges.lifted(plan, frame)
    laid = not near and still_life.on_one_table(plan)
    if laid:
        frame = still_life.framed(plan, frame, shapes)
    elif not near:
        # The shot size is that of the first subject wherever it stands.
        frame = replace(frame, units_per_metre=frame.units_per_metre / min(1.0, max(0.4, depths[0])))
        frame = replace(
            frame, units_per_metre=frame.units_per_metre * _fits(frame, plan.subjects[0], shapes[0], depths[0])
        )
    else:
        frame = replace(frame, units_per_metre=frame.units_per_metre * _fits_beside(plan, frame, shapes, depths))
        frame = _lowered(frame, shapes[0], plan.camera.size)
    seated = {*company.guests(plan), *([] if (table := company.table_of(plan)) is None else [table])}
    others = [index for index in range(1, len(shapes)) if base_of(plan, index) is None and index not in seated]
    if seated and not near:
        wide = company.width(plan, shapes) * frame.units_per_metre * depths[0]
        share = min(1.0, frame.width * (1 - 2 * SAFE_X) / wide)
        frame = replace(frame, units_per_metre=frame.units_per_metre * share)
    if not near and others and not laid:
        # First all of them a little smaller, so that nobody has to stand far away.
        tight = min(_fits(frame, plan.subjects[n], shapes[n], depths[n]) for n in others)
        tied = encounters.train(plan)
        for player, instrument in (*_players(plan), *([tied[:2]] if tied else [])):
            both = shapes[player].body.width * depths[player] + shapes[instrument].body.width * depths[instrument]
            tight = min(tight, frame.width * (1 - 2 * SAFE_X) / (both * frame.units_per_metre))
        frame = replace(frame, units_per_metre=frame.units_per_metre * max(LEAST_TOGETHER, tight))
        frame = replace(frame, units_per_metre=frame.units_per_metre * _side_by_side(plan, frame, shapes, depths))
    if encounters.charges(plan) and not near:
        frame = replace(frame, units_per_metre=frame.units_per_metre * encounters.FAR_APART)
    for index in others if not laid else ():
        depths[index] *= _fits(frame, plan.subjects[index], shapes[index], depths[index])
    # Just before what it is on, or behind the wall of what it is in; the first subject keeps its depth, which the framing
    # is made for.
    above = 0
    for base in bases_of(plan, 0):
        depths[base] = depths[above] / nearer(plan, base)
        above = base
    settled = {0, *bases_of(plan, 0)}
    for index in sorted(range(len(shapes)), key=lambda number: len(bases_of(plan, number))):
        on = base_of(plan, index)
        if on is not None and index not in settled:
            depths[index] = depths[on] * nearer(plan, on)
    tied = encounters.train(plan)
    for first, second, _ in (*_pairs(plan), *([tied] if tied else [])):
        depths[second] = depths[first]
    xs = _apart(plan, frame, shapes, depths, near)
    marks = [_marks(plan, frame, index, shapes, xs[index], depths[index], near, random) for index in range(len(shapes))]
    if table is not None:
        unit = frame.units_per_metre * depths[table]
        for index, row in company.seats(plan, shapes).items():
            marks[index] = [
                Mark(xs[table] + seat.x * unit, depths[table] * seat.depth, shapes[index].lift + seat.lift, seat.facing)
                for seat in row
            ]
    return frame, marks


def _fits(frame: Framing, subject: Subject, shape: Shape, depth: float) -> float:
    """By how much a subject, all of its count, must be smaller to be in the frame."""
    unit = frame.units_per_metre * depth
    room = frame.width * (1 - 2 * SAFE_X if subject.count == 1 else _TOGETHER)
    foot = frame.horizon + (frame.ground - frame.horizon) * depth if subject.y is None else frame.height * 0.86
    across = room / (shape.body.width * unit * span(subject.count))
    high = shape.body.height if subject.y is not None else max(shape.body.top, shape.body.height)
    # What stands on something else has air above it: the camera may come nearer.
    above = SAFE_Y + (
        0.07 if shape.body.bottom > 0.3 * shape.body.height and shape.lift > 0 and subject.y is None else 0.0
    )
    up = (foot - above * frame.height) / (high * unit)
    return max(LEAST, min(1.0, across, up))


def _side_by_side(plan: ShotPlan, frame: Framing, shapes: Sequence[Shape], depths: Sequence[float]) -> float:
    """By how much all must be smaller so that those on the ground have room beside each other."""
    grounded = [
        n for n, one in enumerate(plan.subjects) if base_of(plan, n) is None and one.y is None and depths[n] > _BEHIND
    ]
    spots = {(plan.subjects[n].x, round(depths[n], 1)): n for n in grounded}  # who is under another takes no room
    wide = sum(shapes[n].body.width * depths[n] * span(plan.subjects[n].count) for n in spots.values())
    return max(LEAST_TOGETHER, min(1.0, frame.width * _TOGETHER / max(0.01, wide * frame.units_per_metre)))


def _fits_beside(plan: ShotPlan, frame: Framing, shapes: Sequence[Shape], depths: Sequence[float]) -> float:
    """By how much a near view of a few must be wider so that all of them are seen."""
    size = plan.camera.size
    seated = company.guests(plan)
    wide = 0.0 if len(seated) < 2 else company.width(plan, shapes) * depths[0] * 0.86
    together_at = {*seated, company.table_of(plan)} if seated else set()
    table = root(plan, 0) or None
    if table is not None and plan.subjects[table].rig != "table":
        table = None
    for index, shape in enumerate(shapes):
        stands = base_of(plan, index) is None and index != table and (index not in together_at or wide == 0 == index)
        shared = index == 0 or shape.kind == shapes[0].kind or size == "medium"
        if (stands and shared) or (index == 0 and table is not None):
            wide += shape.shown(size).width * depths[index] * span(plan.subjects[index].count)
    wide = wide or shapes[0].shown(size).width * depths[0]  # all that is near it is what it is on
    return max(LEAST, min(1.0, frame.width * 0.96 / (wide * frame.units_per_metre)))


def _lowered(frame: Framing, shape: Shape, size: str) -> Framing:
    """The same near view with its subject's top where it was after its scale has changed."""
    top = shape.shown(size).top
    was = frame.ground - top * frame.units_per_metre
    if was > frame.height * 0.16 and not is_long(shape, size):
        return replace(frame, ground=frame.ground - (was - frame.height * 0.16))
    return frame


def _apart(
    plan: ShotPlan, frame: Framing, shapes: Sequence[Shape], depths: Sequence[float], near: bool
) -> list[float]:  # fmt: skip
    """The middles of the subjects' bodies, units from the frame's middle, inside the frame and not in each other."""
    halves = [
        shape.body.width * frame.units_per_metre * depths[n] * span(plan.subjects[n].count) / 2
        for n, shape in enumerate(shapes)
    ]
    xs = [(subject.x - 0.5) * frame.width for subject in plan.subjects]
    if near:
        shown = shapes[0].shown(plan.camera.size)
        halves[0] = shown.width * frame.units_per_metre * depths[0] / 2
    edge = frame.width * (0.5 - SAFE_X)
    reach = [max(0.0, edge - half) for half in halves]
    xs = [min(far, max(-far, x)) for x, far in zip(xs, reach, strict=True)]
    at_table = company.guests(plan)
    free = [n for n in range(len(xs)) if base_of(plan, n) is None and plan.subjects[n].y is None and n not in at_table]
    for _ in range(6):
        for first, second in zip(*(order := sorted(free, key=lambda n: xs[n]),), order[1:], strict=False):
            much = (
                1.02 if depths[first] == depths[second] else 0.9 if abs(depths[first] - depths[second]) < 0.2 else 0.5
            )
            over = (halves[first] + halves[second]) * much - (xs[second] - xs[first])
            if over > 0 and not in_one_place(plan, first, second):
                xs[first] = max(-reach[first], xs[first] - over / 2)
                xs[second] = min(reach[second], xs[second] + over / 2)
    _seat(plan, xs, halves, edge)
    table = company.table_of(plan)
    if table is not None:
        xs[table] = _laid(plan, frame, shapes, depths, xs, edge, near=near)
    for one, other, metres in _pairs(plan):
        # Hands meet: what counts is the way between those who stand there, not between their outlines.
        unit = frame.units_per_metre * depths[one]
        between = (xs[one] + xs[other]) / 2
        sides = (plan.subjects[one].facing, plan.subjects[other].facing)
        if sides[0] == sides[1]:
            sides = (1, -1) if xs[one] < xs[other] else (-1, 1)
        for index, side in ((one, sides[0]), (other, sides[1])):
            body = shapes[index].body
            xs[index] = (
                between - side * metres * unit / 2 + plan.subjects[index].facing * (body.left + body.right) / 2 * unit
            )
    tied = encounters.train(plan)
    if tied is not None and not near:
        before, after, metres = tied
        way = plan.subjects[before].facing
        apart = halves[before] + halves[after] + metres * frame.units_per_metre * depths[before]
        outer = max(0.0, edge - (halves[before] + halves[after] + apart) / 2)
        between = min(outer, max(-outer, (xs[before] + xs[after]) / 2))
        middle = between + way * (halves[after] - halves[before]) / 2
        xs[before], xs[after] = middle + way * apart / 2, middle - way * apart / 2
    if still_life.on_one_table(plan):
        xs[root(plan, 0)] *= 0.2
    for base in sorted(range(len(xs)), key=lambda number: len(bases_of(plan, number))):
        # Those on the same thing stand side by side on it.
        borne = [index for index in range(len(xs)) if base_of(plan, index) == base]
        if plan.subjects[base].rig in BOWLS:
            for index in borne:
                xs[index] = xs[base]
            continue
        wide = [2 * halves[index] for index in borne]
        ahead = DECK_AHEAD.get(plan.subjects[base].rig, 0.0) * 2 * halves[base] * plan.subjects[base].facing
        left = xs[base] + ahead - sum(wide) / 2
        for index, width in zip(borne, wide, strict=True):
            xs[index] = left + width / 2
            left += width
    return xs


def _laid(
    plan: ShotPlan, frame: Framing, shapes: Sequence[Shape], depths: Sequence[float], xs: Sequence[float], edge: float, *, near: bool
) -> float:  # fmt: skip
    """Where the middle of the table is at which they sit, so that all of them are in the frame."""
    table = company.table_of(plan)
    assert table is not None, "asked for when somebody sits at a table"
    taken = company.seats(plan, shapes)
    lead = taken.get(0, next(iter(taken.values())))[0]
    unit = frame.units_per_metre * depths[table]
    alone = sum(len(row) for row in taken.values()) == 1
    if near and 0 in taken and alone:
        return xs[0] - lead.x * unit
    half = company.width(plan, shapes) / 2 * unit
    middle = xs[table] if not alone else xs[table] - lead.facing * 0.2 * unit
    reach = max(0.0, edge - half)
    return min(reach, max(-reach, middle))


def _players(plan: ShotPlan) -> list[tuple[int, int]]:
    """(player, instrument) of those who play what stands on the ground."""
    stands = [index for index, subject in enumerate(plan.subjects) if subject.rig in ("piano", "drum")]
    return [
        (index, stands[0])
        for index, subject in enumerate(plan.subjects)
        if stands and index != stands[0] and any(trait.startswith("playing ") for trait in subject.traits)
    ]


def _pairs(plan: ShotPlan) -> list[tuple[int, int, float]]:
    """Those who do something together, and the metres between them."""
    found = []
    for trait, metres in TOGETHER.items():
        both = [index for index, one in enumerate(plan.subjects) if trait in one.traits and one.count == 1]
        if len(both) != 2:
            continue
        first, second = (plan.subjects[index] for index in both)
        if trait == "holding hands" and encounters.side_by_side(plan):
            found.append((both[0], both[1], encounters.STRIDE_APART))
        elif first.facing != second.facing:
            found.append((both[0], both[1], metres))
    return found


def together(subject: Subject) -> float:
    """Metres between the two of a subject who do something together; 0 when they do not."""
    return next((TOGETHER[trait] for trait in subject.traits if trait in TOGETHER), 0.0) if subject.count == 2 else 0.0


def facing_of(subject: Subject, number: int) -> int:
    """Where each of a subject's puppets looks: two who talk or do something together look at each other."""
    if subject.count > 1 and {CHARGING, FACE_TO_FACE} & set(subject.traits):
        return 1 if number < subject.count / 2 else -1
    if subject.count == 2 and not subject.travels and (together(subject) or subject.action == "talk"):
        return 1 if number == 0 else -1
    return subject.facing


def _seat(plan: ShotPlan, xs: list[float], halves: Sequence[float], edge: float) -> None:
    """Bring players to the keys of their instrument."""
    for player, instrument in _players(plan):
        side = 1 if plan.subjects[instrument].x >= plan.subjects[player].x else -1
        away = (halves[player] + halves[instrument]) * _REACH
        outer = edge - halves[player] - halves[instrument] - away
        middle = min(outer / 2, max(-outer / 2, (xs[player] + xs[instrument]) / 2)) if outer > 0 else 0.0
        xs[player], xs[instrument] = middle - side * away / 2, middle + side * away / 2


def _marks(
    plan: ShotPlan, frame: Framing, index: int, shapes: Sequence[Shape], x: float, depth: float, near: bool, random: Random
) -> list[Mark]:  # fmt: skip
    subject, shape = plan.subjects[index], shapes[index]
    body = shape.body
    middle = (body.left + body.right) / 2
    if near and index == 0:
        shown = shape.shown(plan.camera.size)
        middle = (shown.left + shown.right) / 2
    found = []
    base = base_of(plan, index)
    if base is not None and plan.subjects[base].rig in BOWLS:
        unit = frame.units_per_metre * depth
        return [
            Mark(x + aside * unit, depth * (1 - 0.0004 * number), shape.lift + up)
            for number, (aside, up) in enumerate(heaped(plan, index, shapes))
        ]
    step = body.width * frame.units_per_metre * depth * stand_apart(subject.count)
    if (
        FACE_TO_FACE in subject.traits
        and shape.kind == "person"
        and subject.count == 2
        and not frame.portrait
        and not near
    ):
        # Between two who face each other there is a distance to be looked across.
        step *= 2.0
        x *= 0.3
    if subject.count >= CROWD and len(plan.subjects) == 1:
        # A crowd that has the frame to itself fills it.
        step = max(step, (0.86 * frame.width - body.width * frame.units_per_metre * depth) / (subject.count - 1))
        x *= 0.25
    for number in range(subject.count):
        place = number - (subject.count - 1) / 2
        facing = facing_of(subject, number)
        deep, lift, across = depth, shape.lift, x + place * step
        if together(subject):
            across = x + place * together(subject) * frame.units_per_metre * depth
        elif subject.count > 1:
            across += random.uniform(-0.06, 0.06) * step
            if subject.y is None and base is None:
                deep *= 1 + (0.06 if number % 2 else -0.05) + random.uniform(-0.03, 0.03)
            else:
                deep *= 1 - 0.22 * random.random()
        unit = frame.units_per_metre * deep
        if subject.y is not None:
            level = subject.y + (
                0.0 if subject.count == 1 else 0.11 * (1 if number % 2 else -1) + random.uniform(-0.03, 0.03)
            )
            half = body.height * unit / 2
            level = min(0.92 * frame.height - half, max(SAFE_Y * frame.height + half, level * frame.height))
            foot = frame.horizon + (frame.ground - frame.horizon) * deep
            # Metres between the ground and the ground point of the drawing, whose body's middle is to be at that level.
            lift = (foot - level) / unit - (body.bottom + body.top) / 2 + shape.lift
        lift -= sunk(subject, plan.setting) * body.height
        if leaps(subject, plan.setting):
            lift -= _UNDER * shape.lift
        found.append(Mark(across - (0.0 if together(subject) else facing * middle * unit), deep, lift))
    return found
