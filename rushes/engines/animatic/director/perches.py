"""Perches: what of the scenery is drawn because somebody is on it, and who stands between whom."""

from __future__ import annotations

from dataclasses import replace

from rushes.engines.animatic.rigs.leafage import ON_LEAF

from . import casting
from .clauses import Clause
from .kin import FAMILY
from .lexicon import Match
from .mentions import PERSON_RIGS, Reading, Relation

#: Word of the scenery -> the drawing of one, for what is on it: "a lion on a rock".
PERCHES = {
    "rock": "boulder", "boulder": "boulder", "stone": "boulder", "big rock": "boulder", "large rock": "boulder", "fence": "fence",
    "wooden fence": "fence", "railing": "fence", "wire": "power_line", "power line": "power_line", "rooftop": "rooftop", "roof": "rooftop",
    "windowsill": "windowsill", "window sill": "windowsill", "window ledge": "windowsill", "log": "log", "branch": "branch", "tree branch": "branch",
}  # fmt: skip
#: Verbs that take one over it.
_OVER_IT = frozenset({"jump over", "leap over", "vault", "vault over", "clear"})
#: What one can be in as well as on.
_IN = {"window": "windowsill"}
#: What one can be under.
_OVER = {"table": "table", "dining table": "table", "kitchen table": "table", "desk": "table"}
#: Those of them that only animals and things are put on: people have the setting's own.
_NOT_FOR_PEOPLE = frozenset({"windowsill", "branch", "power_line", "rooftop", "fence"})


def perch(phrase: str, match: Match, clause: Clause, reading: Reading) -> str | None:
    """The drawing for a word of the scenery when the figure before is on it; None when it stays scenery."""
    if clause.anchor is None and not match.plural and PERCHES.get(phrase) == "fence" and clause.subjects:
        over = "above" if clause.verb in _OVER_IT else "beside" if clause.prep == "against" else ""
        clause.anchor = (clause.subjects[0], over) if over else None
    if clause.anchor is None or match.plural:
        return None
    first, kind = clause.anchor
    if kind in ("above", "beside", "behind", "before") and PERCHES.get(phrase) == "fence":
        return "fence"
    if kind == "below":
        return _OVER.get(phrase)
    if kind == "in" and phrase in _IN:
        clause.anchor = (first, "on")
    if kind == "on" or (kind == "in" and phrase in _IN):
        found = PERCHES.get(phrase) if kind == "on" else _IN[phrase]
        person = reading.figures[first].rig in PERSON_RIGS
        return None if person and found in _NOT_FOR_PEOPLE else found
    return None


#: Rig -> words of what it hangs from, climbs or spins, which is drawn with it.
_HELD_ON_TO = {
    **dict.fromkeys(("monkey", "chimpanzee", "gorilla", "orangutan", "baboon", "lemur"), frozenset({"branch", "tree branch", "vine", "tree", "liana"})),
    "sloth": frozenset({"branch", "tree branch", "tree", "vine"}), "koala": frozenset({"branch", "tree branch", "tree", "eucalyptus tree", "eucalyptus", "trunk", "tree trunk"}),
    "kangaroo": frozenset({"joey"}),
    "bat": frozenset({"branch", "tree branch", "tree", "ceiling"}),
    "spider": frozenset({"web", "spider web", "spiderweb", "cobweb", "thread", "silk"}),
}  # fmt: skip
#: Those of them that need no verb to hang there.
_ALWAYS = frozenset({"sloth", "koala", "spider", "kangaroo"})
_HANGING = frozenset({"hanging", "swinging", "climbing"})
#: Those for whom a leaf is a floor.
_ON_LEAVES = frozenset({"snail", "caterpillar", "ladybird", "ant", "beetle", "spider", "grasshopper", "cricket"})


def _hold_on(reading: Reading) -> None:
    """Draw the branch, the trunk or the web with the one that is on it."""
    for number, figure in enumerate(reading.figures):
        rig = casting.words().get(figure.noun, figure.rig)
        hangs = bool(_HANGING & set(figure.traits)) or rig in _ALWAYS
        for other, held in enumerate(reading.figures):
            if (
                held.noun == "leaf"
                and held.count == 1
                and rig in _ON_LEAVES
                and Relation(number, "on", other) in reading.relations
            ):
                figure.traits += ["leaf", ON_LEAF]
                held.count = 0
            near = held.sentence == figure.sentence and other != number and held.count == 1
            if near and hangs and held.noun in _HELD_ON_TO.get(rig, ()):
                figure.traits += [held.noun, "hanging"]
                held.count = 0
                if rig == "kangaroo" and "pouch" in reading.not_drawn:
                    reading.not_drawn.remove("pouch")
            if held.count == 0:
                reading.relations[:] = [r for r in reading.relations if other not in (r.first, r.second)]


def settle(reading: Reading) -> None:
    """Let birds that are on something, or beside somebody, come down; part two between whom another stands."""
    _hold_on(reading)
    figures, relations = reading.figures, reading.relations
    for relation in relations:
        figure = figures[relation.first]
        down = relation.kind in ("on", "in", "between", "left", "right", "beside", "below", "behind", "before")
        other = figures[relation.second]
        if down and casting.kind(figure.rig) == "wings" and figure.action in (None, "fly") and figure.rank <= 0:
            solid = casting.kind(other.rig) not in ("wings", "swimmer", "aircraft", "hull")
            figure.action = "sit" if relation.kind == "on" and solid else "stand" if solid else figure.action
    for figure in figures:
        # A cub does what its mother does.
        kin = next((one for one in figures if figure.noun == f"{figure.noun.split()[0]} {one.noun}"), None)
        if kin is not None and figure.noun.split()[0] in FAMILY and figure.action is None:
            figure.action, figure.rank = kin.action, kin.rank
    placed = {relation.first for relation in relations}
    for number, figure in enumerate(figures[1:], 1):
        # "A bowl of oranges".
        heaped = figure.plural and figure.role == "landmark" and casting.is_small(figure.rig) and number not in placed
        if heaped and figures[number - 1].rig == "bowl" and figure.sentence == figures[number - 1].sentence:
            relations.append(Relation(number, "in", number - 1))
    for relation in [r for r in relations if r.kind == "between"]:
        pair = figures[relation.second]
        if pair.count == 2:
            pair.count, pair.plural = 1, False
            figures.append(replace(pair, traits=list(pair.traits)))
            relations.append(Relation(relation.first, "between", len(figures) - 1))
