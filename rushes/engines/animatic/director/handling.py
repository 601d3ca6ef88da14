"""Handling: what people ride, hold, eat and carry, and the verbs for it."""

from __future__ import annotations

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
#: After these a mount is what somebody rides on: not "flies above a boat".
ABOARD = frozenset({None, "on", "in", "onto", "inside", "aboard", "with", "atop", "on top of"})
ANEW = frozenset({"another", "a second", "a third", "each", "every"})
DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their", "both", "these", "those"})
GENERIC = frozenset({"person", "human", "figure", "silhouette", "friend", "stranger", "lover", "human figure"})
#: Small things that people hold instead of standing beside them -> the trait.
HELD = {
    "balloon": "balloon", "red balloon": "balloon", "lantern": "lantern", "paper lantern": "lantern", "candle": "lantern", "flower": "flower", "rose": "flower",
    "bouquet": "flower", "sunflower": "flower", "ball": "ball", "basketball": "ball", "football": "ball", "soccer ball": "ball", "guitar": "guitar",
    "violin": "violin", "crystal ball": "ball", "oil lamp": "lantern", "tennis ball": "ball", "tulip": "flower", "cello": "violin", "ukulele": "guitar",
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
