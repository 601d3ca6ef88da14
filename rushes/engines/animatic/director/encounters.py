"""Encounters: who charges at whom, faces whom, runs after whom, and whom one leads by the hand, on a leash or on a hook.

Read from the prompt's own words once its subjects are known: an encounter is between two of them, wherever they stand in
the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rushes.engines.animatic.plan import Camera, Subject
from rushes.engines.animatic.rigs.breeds import BREEDS
from rushes.engines.animatic.rigs.encounters import CHARGING, CHASED, FACE_TO_FACE, LEASH, LEASHED, TOWED, TOWING

from . import casting, verbs
from .mentions import PERSON_RIGS, Relation

_EACH = r"(?:each other|one another)"
_CHARGE = re.compile(
    rf"\b(?:charg|gallop|rac|rush|run|sprint|dash|rid|driv|fly|walk|storm|hurtl)\w*\b[^.,;]{{0,30}}?\b(?:at|towards?|into|against|to|for) {_EACH}",
    re.IGNORECASE,
)
_FACE = re.compile(
    rf"\b(?:fac(?:e|es|ing) (?:{_EACH}|off)|face to face|face-?off|stand-?off|showdown|squar(?:e|es|ing) off|opposite {_EACH}|confront(?:s|ing)? {_EACH}"
    rf"|\w+ (?:at|with|to|against|towards?) {_EACH})\b",
    re.IGNORECASE,
)
_FIGHT = re.compile(r"\b(?:fights?|fighting|battles?|battling|duels?|dueling|duelling|attacks?|attacking|confronts?|wrestles?|versus|vs\.?)\b", re.IGNORECASE)  # fmt: skip
_FLIES = re.compile(r"\b(?:fl(?:y|ies|ying)|soar|sky|air|above|overhead)", re.IGNORECASE)
_CHASE = re.compile(
    r"\b(?:chas(?:es?|ing)|pursu(?:es?|ing)|hunts?|hunting|runs? after|running after|races? after)\b", re.IGNORECASE
)
_CHASED = re.compile(
    r"\b(?:(?:chased|pursued|hunted) by|(?:flees?|fleeing|runs?|running|escapes?|escaping) (?:away )?from)\b",
    re.IGNORECASE,
)
_TOW = re.compile(r"\b(?:tows?(?! truck)|towing|hauls? away|pulls?|pulling|drags?)\b", re.IGNORECASE)
_LEASH = re.compile(r"\b(?:leash|on a lead|walks? (?:his|her|their|its|a|the|two|three)(?: \w+){0,2} (?:dogs?|pupp(?:y|ies)|corgi|poodle|pug|husky|labrador|retriever|terrier|dachshund))\b|\bwalking (?:his|her|their|a|the)(?: \w+){0,2} (?:dogs?|pupp(?:y|ies))\b|\bdog ?walker\b", re.IGNORECASE)  # fmt: skip
_COUPLE = re.compile(r"\b(?:couple|bride|groom|husband|wife|prince|princess|king|queen|lovers|ballroom|together|with (?:his|her))\b", re.IGNORECASE)  # fmt: skip
_PLURALS = {
    "child": "children|kids?", "man": "men", "woman": "women", "person": "people", "mouse": "mice", "wolf": "wolves", "goose": "geese",
    "policeman": "policemen|police", "puppy": "puppies", "butterfly": "butterflies", "pony": "ponies", "thief": "thieves",
}  # fmt: skip
#: How a kind goes when it must.
_GOES = {"legs": "run", "wings": "fly", "wheels": "drive", "swimmer": "swim", "hull": "sail", "aircraft": "fly"}
#: Where a crane is no bird.
_BUILDS = re.compile(
    r"\b(?:construction|building site|skyscraper|tower crane|dock(?:s|yard)?|port|cargo|container)\b", re.IGNORECASE
)
_CRANE = re.compile(r"\b(?<!construction )(?:tower )?crane(s?)\b(?! (?:up|down|shot|in|out))", re.IGNORECASE)
_JOUST = re.compile(r"\bjoust(?:s|ing)?\b", re.IGNORECASE)
_HAND = re.compile(r"\b(hold|holds|holding|take|takes|taking)\s+((?:his|her|their|the|an?)\s+(?:\w+\s+){0,2}?\w+)['’]s\s+hands?\b", re.IGNORECASE)  # fmt: skip
_IN_HAND = re.compile(r"\bhand[- ]in[- ]hand\b", re.IGNORECASE)


def plain(prompt: str) -> str:
    """The prompt with some things that two do together said as the grammar knows them."""
    if _BUILDS.search(prompt):
        prompt = _CRANE.sub(r"construction crane\1", prompt)
    prompt = _JOUST.sub("charge at each other on horses", prompt)
    prompt = _HAND.sub(r"holds hands with \2", prompt)
    return _IN_HAND.sub("holding hands", prompt)


def met(prompt: str, subjects: Sequence[Subject], relations: list[Relation]) -> tuple[list[Subject], bool]:
    """The subjects with what they do to each other, and whether the first two face each other; adds to `relations`."""
    # The wind of the weather comes from the right.
    found = [replace(one, facing=-1) if one.rig == "flag" else one for one in subjects]
    if _waltzes(prompt, found):
        return found, True
    if _CHARGE.search(prompt) and (sides := _both(found, CHARGING, goes=True)):
        return found, sides == 2
    if _FACE.search(prompt):
        return found, _both(found, FACE_TO_FACE, goes=False) == 2
    if pair := _pair(prompt, found, _CHASED):
        return _after(found, relations, pair[1], pair[0]), False
    if pair := _pair(prompt, found, _CHASE):
        return _after(found, relations, *pair), False
    if (pair := _pair(prompt, found, _TOW)) and casting.kind(found[pair[0]].rig) == casting.kind(
        found[pair[1]].rig
    ) == "wheels":
        return _drawn(found, relations, *pair), False
    if _LEASH.search(prompt):
        _leash(found, relations)
    elif _FIGHT.search(prompt) and len(found) > 1 and all(casting.kind(one.rig) != "still" for one in found[:2]):
        for index, one in enumerate(found[:2]):
            if one.action == "fly" and not _FLIES.search(prompt):
                # Who fights somebody on the ground is there himself.
                found[index] = replace(one, action="stand", travels=False)
        return found, True
    elif _FIGHT.search(prompt) and not {"boxing", "duelling"} & {trait for one in found for trait in one.traits}:
        _both(found, FACE_TO_FACE, goes=False)
    return found, False


def seen(camera: Camera, subjects: Sequence[Subject]) -> Camera:
    """The camera that sees both ends of a charge, and of both who hug a small one as well as a tall one."""
    if any(CHARGING in subject.traits for subject in subjects):
        return replace(camera, move="static" if camera.move in ("track", "aerial") else camera.move, size="wide")
    talls = [casting.height_metres(subject.rig) * subject.scale for subject in subjects if "hugging" in subject.traits]
    if camera.size == "medium" and len(talls) == 2 and max(talls) > 1.25 * min(talls):
        return replace(camera, size="full")
    return camera


def without_leash(not_drawn: list[str], subjects: Sequence[Subject]) -> list[str]:
    """What is not drawn, but for the leash that is."""
    held = any(LEASHED in subject.traits for subject in subjects)
    return [word for word in not_drawn if not (held and word in ("leash", "lead"))]


def _waltzes(prompt: str, found: list[Subject]) -> bool:
    """Let a couple that dances hold each other."""
    pair = [n for n, one in enumerate(found) if one.rig in PERSON_RIGS and one.count == 1 and one.action == "dance"]
    if len(pair) != 2 or not _COUPLE.search(prompt) or any(one.count > 1 and one.rig in PERSON_RIGS for one in found):
        return False
    for index in pair:
        found[index] = replace(found[index], action="play", traits=(*found[index].traits, "waltzing")[:24])
    return True


def _both(found: list[Subject], trait: str, *, goes: bool) -> int:
    """Give the trait to the two sides, if there are two: to a pair of a kind (1), or to the first two who can move (2)."""
    movers = [n for n, one in enumerate(found) if casting.kind(one.rig) in _GOES and one.action != "ride"]
    sides = movers[:1] if movers and found[movers[0]].count > 1 else movers[:2]
    if not movers or (len(sides) == 1 and found[sides[0]].count < 2):
        return 0
    for index in sides:
        one = found[index]
        if goes:
            action = one.action if one.action in verbs.LOCOMOTION else _GOES[casting.kind(one.rig)]
            one = replace(one, action=action, travels=True)
        found[index] = replace(one, traits=(*one.traits, trait)[:24])
    return len(sides)


def _pair(prompt: str, subjects: Sequence[Subject], verb: re.Pattern[str]) -> tuple[int, int] | None:
    """The subjects before and after a verb: who does it, and to whom."""
    said = verb.search(prompt)
    if said is None:
        return None
    places = {}
    for index, subject in enumerate(subjects):
        noun = subject.noun.split()[-1]
        word = re.search(rf"\b(?:{re.escape(noun)}(?:s|es)?|{_PLURALS.get(noun, noun)})\b", prompt, re.IGNORECASE)
        if word and casting.kind(subject.rig) in _GOES:
            places[index] = word.start()
    before = [index for index, at in places.items() if at < said.start()]
    after = [index for index, at in places.items() if at >= said.end()]
    if not before or not after:
        return None
    return max(before, key=lambda index: places[index]), min(after, key=lambda index: places[index])


def _after(found: list[Subject], relations: list[Relation], chaser: int, prey: int) -> list[Subject]:
    """One runs, the other after him."""
    for index in (chaser, prey):
        one = found[index]
        action = one.action if one.action in verbs.LOCOMOTION and one.action != "walk" else _GOES[casting.kind(one.rig)]
        traits = (*one.traits, CHASED)[:24] if index == prey else one.traits
        found[index] = replace(one, action=action, travels=True, traits=traits)
    relations.append(Relation(prey, "leads", chaser))
    return found


def _drawn(found: list[Subject], relations: list[Relation], truck: int, load: int) -> list[Subject]:
    found[truck] = replace(found[truck], action="drive", travels=True, traits=(*found[truck].traits, TOWING)[:24])
    found[load] = replace(found[load], action="drive", travels=True, traits=(*found[load].traits, TOWED)[:24])
    relations.append(Relation(truck, "leads", load))
    return found


def _leash(found: list[Subject], relations: list[Relation]) -> None:
    holder = next((n for n, one in enumerate(found) if one.rig in PERSON_RIGS and one.count == 1), None)
    pet = next((n for n, one in enumerate(found) if one.rig in BREEDS and one.count <= 3), None)
    if holder is None or pet is None:
        return
    goes = found[holder].action in verbs.LOCOMOTION
    found[holder] = replace(found[holder], traits=(*found[holder].traits, LEASH)[:24])
    one = found[pet]
    action = "walk" if goes and one.action not in verbs.LOCOMOTION else one.action
    found[pet] = replace(one, action=action, travels=goes, traits=(*one.traits, LEASHED)[:24])
    relations[:] = [r for r in relations if {r.first, r.second} != {holder, pet}]
    relations.append(Relation(pet, "leads", holder))
