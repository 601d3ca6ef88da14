"""Bearers: what subjects are on, in and under: how high that is, how near, how small things lie in a bowl, and a group stands."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic import artists
from rushes.engines.animatic.library.puppetry import CONTAINERS
from rushes.engines.animatic.plan import ShotPlan, Subject
from rushes.engines.animatic.stage.shapes import Shape

#: How high on something one is, by what it is on: in the middle of a flower, on the back of a horse.
_PERCH = {
    "flower": 0.62,
    "sunflower": 0.70,
    "tree": 0.80,
    "car": 0.97,
    "chair": 0.50,
    "piano": 0.92,
    "table": 0.93,
    "bench": 0.44,
    "lily_pad": 0.30,
    "art:couch-and-lamp": 0.22,
    "art:bed": 0.42,
    "art:chair": 0.44,
    "art:seat": 0.42,
    "ship": 0.31,
    "galleon": 0.20,
}
#: On these a shadow finds no room.
_THIN = frozenset({"branch", "power_line", "fence", "flower", "sunflower"})
_PERCH_ANY, _BACK = 0.94, 0.72
#: Height at which one stands in what is put into it.
_INSIDE = 0.45
#: How far before the middle of a ship there is room on its deck, in its lengths.
DECK_AHEAD = {"ship": 0.29, "galleon": 0.06}

#: From so many on they are a crowd; how far one stands from the next, in widths of one, when few, some and many.
CROWD = 6
_APART, _APART_SOME, _APART_CROWD = 0.96, 0.84, 0.64


def stand_apart(count: int) -> float:
    return _APART if count < 4 else _APART_SOME if count < CROWD else _APART_CROWD


def span(count: int) -> float:
    """The width of a group, in widths of one."""
    return 1 + (count - 1) * stand_apart(count)


def raise_up(plan: ShotPlan, shapes: Sequence[Shape]) -> list[Shape]:
    """The shapes with those that are on top of another put there."""
    raised = list(shapes)
    for index in sorted(range(len(shapes)), key=lambda number: len(bases_of(plan, number))):
        subject, base = plan.subjects[index], base_of(plan, index)
        if base is not None and subject.y is None:
            # Those who sit bring the height of a seat with them.
            seated = (
                subject.action == "sit" and shapes[index].kind == "person" and "on the ground" not in subject.traits
            )
            high = 0.0 if seated else level(plan.subjects[base], shapes[base])
            raised[index] = shapes[index].raised(raised[base].lift + high)
    return raised


def level(base: Subject, shape: Shape) -> float:
    """Metres above its foot at which one is on something, or in it."""
    own = artists.subjects().get(base.rig)
    if own is not None and own.perch is not None:
        return float(own.perch * own.height) * base.scale
    share = _PERCH.get(base.rig, _BACK if shape.kind == "animal" else _PERCH_ANY)
    return shape.body.top * (_INSIDE if base.rig in CONTAINERS else share)


def base_of(plan: ShotPlan, index: int) -> int | None:
    """The subject on which this one is, if there is such a one."""
    bases = bases_of(plan, index)
    return bases[0] if bases else None


def shadowed(plan: ShotPlan, index: int) -> float | None:
    """Where the shadow of a subject lies: 0 on the ground, 1 at its own feet on what it is on, None nowhere."""
    base = base_of(plan, index)
    if base is None:
        return 0.0
    rig = plan.subjects[base].rig
    return None if rig in CONTAINERS or rig in _THIN else 1.0


def bases_of(plan: ShotPlan, index: int) -> list[int]:
    """What a subject is on, what that is on, and so on to the ground; nothing when they are on each other in a ring."""
    found: list[int] = []
    on = plan.subjects[index].on
    while on is not None and on < len(plan.subjects):
        if on == index or on in found:
            return []
        found.append(on)
        on = plan.subjects[on].on
    return found


def root(plan: ShotPlan, index: int) -> int:
    """What stands on the ground below a subject: itself when it is on nothing."""
    return [index, *bases_of(plan, index)][-1]


def nearer(plan: ShotPlan, base: int) -> float:
    return 0.996 if plan.subjects[base].rig in CONTAINERS else 1.004


def in_one_place(plan: ShotPlan, first: int, second: int) -> bool:
    """Is one of two under the other? Then they have the same x, and all but the same depth."""
    one, other = plan.subjects[first], plan.subjects[second]
    return one.x == other.x and 0 < abs(one.depth - other.depth) < 0.01


def heaped(plan: ShotPlan, index: int, shapes: Sequence[Shape]) -> list[tuple[float, float]]:
    """Where each of a subject lies in a bowl: metres from its middle, and above where the lowest lie."""
    base = base_of(plan, index)
    together = [n for n in range(len(plan.subjects)) if base_of(plan, n) == base]
    sizes = [(n, shapes[n].body.width) for n in together for _ in range(plan.subjects[n].count)]
    size = max(wide for _, wide in sizes) * 0.86
    row = max(1, int(0.5 + shapes[base if base is not None else index].body.width * 0.84 / size))
    places: list[tuple[float, float]] = []
    level = 0
    while len(places) < len(sizes):
        many = min(max(1, row - level), len(sizes) - len(places))
        places += [((number - (many - 1) / 2) * size, level * 0.78 * size) for number in range(many)]
        level += 1
    return [place for place, (n, _) in zip(places, sizes, strict=True) if n == index]
