"""Handling: what people ride, hold, eat and carry, and the verbs for it."""

from __future__ import annotations

from collections.abc import Sequence

from rushes.engines.animatic.library.pieces import PREFIX

from . import casting, verbs
from .clauses import Clause
from .mentions import PERSON_RIGS, Figure

MOUNTS = frozenset(
    [
        "car",
        "truck",
        "bus",
        "bicycle",
        "train",
        "sailboat",
        "ship",
        "airplane",
        "rocket",
        "balloon",
        "horse",
        "elephant",
        "dragon",
        "bear",
        "whale",
        "dolphin",
        "turtle",
        "deer",
        "wolf",
        "lion",
        "eagle",
    ]
)
EATING = frozenset(["eat", "drink", "munch", "chew", "nibble", "devour", "taste", "bite", "lick", "graze", "peck"])
#: "A city made of candy": verbs before what a thing consists of.
MAKING = frozenset({"made", "make", "build", "built", "carve", "construct", "compose", "form", "sculpt"})
#: What follows is only compared with.
SIMILES = frozenset(
    {"like", "just like", "as if", "as though", "as if they were", "as if it were", "as if he were", "as if she were"}
)
#: What is done to fish and fowl on a board and in a pan.
COOKING = frozenset(
    {
        "cook",
        "fry",
        "grill",
        "roast",
        "bake",
        "slice",
        "chop",
        "cut",
        "fillet",
        "smoke",
        "season",
        "serve",
        "poach",
        "prepare",
    }
)
RIDING = frozenset(
    [
        "ride",
        "drive",
        "pilot",
        "fly",
        "sail",
        "row",
        "steer",
        "paddle",
        "cycle",
        "pedal",
        "operate",
        "board",
        "navigate",
        "cruise",
    ]
)
#: On which witches ride; in a hand they sweep.
BROOMS = frozenset({"broom", "broomstick"})
#: Verbs for what is done to carts, sleds and wheelchairs.
MOVING = frozenset({"push", "pull", "drag", "tow", "haul", "draw"})
#: Nouns that say nothing of sails: those who are in one row it.
BOATS = frozenset({"boat", "small boat", "little boat", "wooden boat", "fishing boat", "old boat"})
#: After these a mount is what somebody rides on: not "flies above a boat".
ABOARD = frozenset({None, "on", "in", "onto", "inside", "aboard", "with", "atop", "on top of"})
ANEW = frozenset({"another", "a second", "a third", "each", "every"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "both", "these", "those"})
GENERIC = frozenset({"person", "human", "figure", "silhouette", "friend", "stranger", "lover", "human figure"})
#: Small things that people hold instead of standing beside them -> the trait.
HELD = {
    "balloon": "balloon", "red balloon": "balloon", "lantern": "lantern", "paper lantern": "lantern", "candle": "lantern", "flower": "flower", "rose": "flower",
    "bouquet": "flower", "sunflower": "flower", "ball": "ball", "basketball": "ball", "football": "ball", "soccer ball": "ball", "guitar": "guitar",
    "violin": "violin", "torch": "torch", "flaming torch": "torch", "harp": "harp", "saxophone": "saxophone", "trumpet": "trumpet", "flute": "flute", "accordion": "accordion", "drums": "drums", "drum kit": "drums", "drum": "drums", "crystal ball": "ball", "oil lamp": "lantern", "tennis ball": "ball", "tulip": "flower", "cello": "cello", "ukulele": "guitar",
    "acoustic guitar": "guitar", "electric guitar": "guitar", "banjo": "guitar", "lute": "guitar", "bass guitar": "guitar", "snowball": "ball",
}  # fmt: skip
HOLDING = frozenset(
    [
        "hold",
        "carry",
        "clutch",
        "grip",
        "cradle",
        "bring",
        "lift",
        "raise",
        "throw",
        "catch",
        "kick",
        "juggle",
        "bounce",
        "toss",
        "play",
        "strum",
        "dribble",
        "light",
        "wave",
        "wield",
        "swing",
        "use",
        "read",
        "sip",
        "show",
        "offer",
        "sell",
        "buy",
        "steal",
        "open",
        "sharpen",
        "peel",
        "wear",
        "have",
    ]
)
#: Rig -> what it eats out of its paw: noun -> the drawing, see rigs.fodder.
FODDER: dict[str, dict[str, str]] = {
    "red_panda": {"bamboo": "bamboo", "bamboo shoot": "bamboo", "leaf": "bamboo"},
    "panda": {"bamboo": "bamboo", "bamboo shoot": "bamboo", "leaf": "bamboo"},
    "squirrel": {"nut": "nut", "acorn": "nut", "walnut": "nut", "hazelnut": "nut", "chestnut": "nut", "peanut": "nut"},
    "mouse": {"cheese": "cheese", "nut": "nut", "seed": "nut", "carrot": "carrot"},
    "rabbit": {"carrot": "carrot"},
    **{
        rig: {"banana": "banana", **dict.fromkeys(("fruit", "apple", "mango"), "apple"), **dict.fromkeys(("leaf", "bamboo"), "leaf")}
        for rig in ("koala", "sloth", "monkey", "chimpanzee", "gorilla", "orangutan", "baboon", "lemur")
    },
    **{
        rig: {"nut": "nut", "seed": "nut", "acorn": "nut", "carrot": "carrot", "cheese": "cheese"}
        for rig in ("raccoon", "capybara", "otter", "hamster", "guinea_pig", "groundhog", "hedgehog")
    },
    "beaver": {"branch": "twig", "twig": "twig", "stick": "twig", "log": "twig"},
}  # fmt: skip
#: Rigs that fish, and the verbs for it.
FISHERS = frozenset({"bear", "otter", "eagle", "cat", "pelican", "heron"})
CATCHING = frozenset({"catch", "hunt", "eat", "grab", "snatch", "fish", "devour", "pull", "carry", "hold"})
#: What food and drink come in.
SERVING = frozenset(
    f"art:{name}"
    for name in (
        "fork-and-knife-with-plate",
        "bowl-with-spoon",
        "glass-of-milk",
        "bottle-with-popping-cork",
    )
) | {"cup"}


def carries(rig: str) -> bool:
    return casting.kind(rig) in ("legs", "swimmer") and rig not in PERSON_RIGS


def is_enclosed(rig: str, clause: Clause) -> bool:
    """Is it a small thing that somebody is said to be in, and that nobody can be in: "in a ring"?"""
    into = clause.prep in ("in", "into", "inside", "within", "through")
    return into and casting.is_small(rig) and casting.homes(rig) != () and rig not in casting.CONTAINERS


def is_cooked(rig: str, clause: Clause) -> bool:
    """ "A chef slices salmon": what is cooked is no living fish."""
    return clause.verb in COOKING and casting.kind(rig) in ("swimmer", "wings", "legs") and rig not in PERSON_RIGS


def in_hand(noun: str, rig: str) -> str | None:
    """The piece of the library that a person holds, for things that the wardrobe does not have."""
    piece = rig if rig.startswith(PREFIX) else casting.found(noun) or rig
    return piece if noun not in HELD and piece.startswith(PREFIX) and casting.is_light(piece) else None


def fed(figures: Sequence[Figure], noun: str, rig: str, clause: Clause) -> bool:
    """ "A panda eats bamboo", "a bear catches a salmon": the animal has it in its paw or mouth."""
    if clause.prep is not None or not clause.subjects:
        return False
    kept = False
    for index in clause.subjects:
        animal = figures[index]
        drawn = casting.words().get(animal.noun, animal.rig)
        food = FODDER.get(drawn, {}).get(noun)
        if food is not None and clause.verb in EATING | HOLDING:
            animal.traits += [noun, f"eating {food}"]
            animal.action, animal.rank = "eat", verbs.ACTION_RANK_PLAIN
        elif drawn in FISHERS and rig == "fish" and clause.verb in CATCHING:
            animal.traits += [noun, "catching fish"]
        else:
            continue
        kept = True
    return kept
