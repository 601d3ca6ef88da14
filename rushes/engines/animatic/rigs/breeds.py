"""Breeds: the measures and colours that make one four-legged drawing a fox, a horse or an elephant.

Lengths are shares of the height of the withers unless they say otherwise; they were chosen by eye for a storybook look:
heads and eyes a little large, small animals larger than life so that they read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Breed:
    withers: float  #: metres from the ground to the withers
    coat: str
    belly: str
    dark: str  #: socks, hooves, ear tips
    long: float = 1.0  #: hip joint to shoulder joint
    chest: float = 0.42  #: depth of the trunk at the chest
    flank: float = 0.33  #: and before the hind legs
    thigh: float = 0.15  #: thickness of the upper leg
    shin: float = 0.075
    paw: float = 0.075
    hoof: bool = False
    neck: float = 0.30
    neck_degrees: float = 52.0  #: above the horizon
    neck_thick: float = 0.24
    head: float = 0.165  #: radius of the skull
    snout: float = 1.2  #: in skulls
    snout_deep: float = 0.5  #: in skulls
    droop: float = 8.0  #: degrees that the face points below the horizon
    ear: str = "pointed"  #: pointed, round, flop, long, leaf, fan
    ear_size: float = 1.0
    tail: str = "brush"  #: brush, plume, whip, tuft, hair, puff, curl
    tail_length: float = 0.7
    tail_degrees: float = 10.0  #: above the horizon, pointing back
    tip: str | None = None  #: colour of the end of the tail
    sock: float = 0.55  #: share of the leg that is dark
    cheeks: str | None = None  #: colour of the muzzle and cheeks
    mane: str = ""  #: lion, crest, ruff
    mane_colour: str = "#5a3a22"
    crown: str = ""  #: antlers, horns, tusks, bumps
    pattern: str = ""  #: patches, stripes, spots, saddle
    pattern_colour: str = "#2a2422"
    nose: str = "#241c1e"
    hump: float = 0.0
    pace: float = 1.0  #: of the loop: above 1 is slower
    hops: bool = False


_FOX = Breed(
    0.52, "#dd6427", "#f6e6d2", "#35211f", long=0.92, chest=0.46, flank=0.37, thigh=0.155, shin=0.068, paw=0.068,
    neck=0.22, neck_thick=0.26, head=0.225, snout=1.12, snout_deep=0.42, ear_size=1.25, tail_length=0.92, tail_degrees=2,
    tip="#fbf1e4", cheeks="#fbf1e4",
)  # fmt: skip
_DOG = Breed(
    0.60, "#c98a4b", "#ecd3ac", "#8a5a30", long=0.9, chest=0.5, flank=0.4, thigh=0.165, shin=0.08, paw=0.08,
    neck=0.28, neck_degrees=58, neck_thick=0.27, head=0.22, snout=1.0, snout_deep=0.62, ear="flop", ear_size=1.0,
    tail="plume", tail_length=0.6, tail_degrees=26, sock=0.0, cheeks="#ecd3ac",
)  # fmt: skip
_CAT = Breed(
    0.38, "#8d8f99", "#e4e4e8", "#5c5e68", long=0.96, chest=0.46, flank=0.42, thigh=0.15, shin=0.085, paw=0.085,
    neck=0.20, neck_degrees=48, neck_thick=0.29, head=0.275, snout=0.42, snout_deep=0.5, droop=4, ear_size=0.88,
    tail="curl", tail_length=1.0, tail_degrees=24, sock=0.0, cheeks="#f0f0f2", pattern="stripes", pattern_colour="#5c5e68",
)  # fmt: skip
_HORSE = Breed(
    1.45, "#8a4f2a", "#a86a3c", "#2a1a14", long=0.88, chest=0.45, flank=0.38, thigh=0.165, shin=0.064, paw=0.06, hoof=True,
    neck=0.45, neck_degrees=52, neck_thick=0.3, head=0.152, snout=1.75, snout_deep=0.78, droop=38, ear="leaf", ear_size=0.75,
    tail="hair", tail_length=0.62, tail_degrees=-38, sock=0.42, mane="crest", mane_colour="#2a1a14", pace=1.15,
)  # fmt: skip

BREEDS: dict[str, Breed] = {
    "fox": _FOX,
    "dog": _DOG,
    "wolf": replace(
        _FOX, withers=0.72, coat="#7d8490", belly="#d9dde2", dark="#4a505c", tip="#4a505c", cheeks="#e6e9ec", chest=0.5,
        neck_thick=0.32, ear_size=1.0, snout=1.05, snout_deep=0.55, tail_length=0.66, tail_degrees=-25, sock=0.0, thigh=0.15,
        shin=0.072, paw=0.075, mane="ruff", mane_colour="#666d7a", pattern="saddle", pattern_colour="#585f6c", head=0.215,
    ),
    "cat": _CAT,
    "lion": Breed(
        0.95, "#d6a257", "#f0d9a8", "#a8763a", long=0.95, chest=0.47, flank=0.38, thigh=0.16, shin=0.095, paw=0.10,
        neck=0.26, neck_degrees=42, neck_thick=0.30, head=0.225, snout=0.8, snout_deep=0.66, ear="round", ear_size=0.8,
        tail="tuft", tail_length=0.9, tail_degrees=-10, tip="#6a3c1c", sock=0.0, cheeks="#f6e8c8", mane="lion",
        mane_colour="#7a421c", pace=1.1,
    ),
    "tiger": Breed(
        0.90, "#e08a30", "#fbf3e2", "#3a2418", long=1.02, chest=0.46, flank=0.39, thigh=0.16, shin=0.10, paw=0.10,
        neck=0.24, neck_degrees=38, neck_thick=0.30, head=0.235, snout=0.72, snout_deep=0.66, ear="round", ear_size=0.75,
        tail="whip", tail_length=0.9, tail_degrees=-5, sock=0.0, cheeks="#fbf3e2", pattern="stripes", pattern_colour="#2c1c16",
        pace=1.1,
    ),
    "horse": _HORSE,
    "unicorn": replace(
        _HORSE, coat="#f4f1f7", belly="#ffffff", dark="#b9a6d6", mane_colour="#e58fc4", tip="#9fc4f0", crown="spire",
        sock=0.2, nose="#caa0b4",
    ),
    "zebra": replace(
        _HORSE, withers=1.25, coat="#f1efe9", belly="#ffffff", dark="#26242a", neck=0.4, pattern="stripes",
        pattern_colour="#26242a", mane_colour="#26242a", tail="tuft", sock=0.12,
    ),
    "deer": Breed(
        1.15, "#a9683a", "#ecd9bf", "#4a2c1c", long=0.84, chest=0.42, flank=0.34, thigh=0.125, shin=0.048, paw=0.048, hoof=True,
        neck=0.46, neck_degrees=64, neck_thick=0.19, head=0.145, snout=1.55, snout_deep=0.55, droop=20, ear="leaf", ear_size=1.25,
        tail="puff", tail_length=0.16, sock=0.2, cheeks="#ecd9bf", crown="antlers", pattern="spots", pattern_colour="#d8ab7c",
    ),
    "bear": Breed(
        1.15, "#6b4527", "#8a5f3a", "#3c2616", long=0.92, chest=0.56, flank=0.50, thigh=0.22, shin=0.16, paw=0.13,
        neck=0.20, neck_degrees=26, neck_thick=0.38, head=0.235, snout=0.66, snout_deep=0.78, droop=12, ear="round", ear_size=0.75,
        tail="puff", tail_length=0.08, sock=0.3, cheeks="#b58a5c", hump=0.05, pace=1.2,
    ),
    "panda": Breed(
        0.95, "#f4f2ee", "#ffffff", "#26242a", long=0.86, chest=0.58, flank=0.54, thigh=0.23, shin=0.17, paw=0.13,
        neck=0.18, neck_degrees=32, neck_thick=0.40, head=0.26, snout=0.55, snout_deep=0.6, droop=10, ear="round", ear_size=0.85,
        tail="puff", tail_length=0.08, sock=1.0, pattern="panda", pace=1.2,
    ),
    "elephant": Breed(
        2.3, "#8b8f9c", "#a3a6b2", "#63667a", long=0.78, chest=0.58, flank=0.54, thigh=0.24, shin=0.19, paw=0.12,
        neck=0.16, neck_degrees=34, neck_thick=0.42, head=0.225, snout=0.3, snout_deep=0.8, droop=10, ear="fan", ear_size=1.0,
        tail="tuft", tail_length=0.42, tail_degrees=-62, sock=0.0, crown="trunk", pace=1.6, nose="#63667a",
    ),
    "rabbit": Breed(
        0.30, "#b9a38c", "#f7f1e8", "#8a745e", long=0.74, chest=0.56, flank=0.60, thigh=0.30, shin=0.11, paw=0.12,
        neck=0.20, neck_degrees=52, neck_thick=0.36, head=0.29, snout=0.42, snout_deep=0.55, ear="long", ear_size=1.3,
        tail="puff", tail_length=0.17, tip="#ffffff", sock=0.0, cheeks="#f7f1e8", nose="#d98a94", hops=True,
    ),
    "squirrel": Breed(
        0.26, "#b5602c", "#f4e2cc", "#6a3418", long=0.80, chest=0.52, flank=0.56, thigh=0.26, shin=0.10, paw=0.10,
        neck=0.22, neck_degrees=54, neck_thick=0.30, head=0.27, snout=0.5, snout_deep=0.5, ear_size=0.9,
        tail="plume", tail_length=1.15, tail_degrees=66, sock=0.0, cheeks="#f4e2cc", hops=True,
    ),
    "mouse": Breed(
        0.22, "#9a948f", "#eee6e2", "#c98f92", long=0.86, chest=0.58, flank=0.64, thigh=0.22, shin=0.085, paw=0.09,
        neck=0.18, neck_degrees=36, neck_thick=0.34, head=0.32, snout=0.75, snout_deep=0.42, ear="round", ear_size=1.5,
        tail="whip", tail_length=1.25, tail_degrees=-8, sock=0.3, nose="#d98a94",
    ),
    "cow": Breed(
        1.30, "#f3efe8", "#ffffff", "#3a2e2c", long=0.98, chest=0.48, flank=0.42, thigh=0.16, shin=0.075, paw=0.07, hoof=True,
        neck=0.30, neck_degrees=26, neck_thick=0.30, head=0.175, snout=1.35, snout_deep=0.85, droop=26, ear="leaf", ear_size=0.9,
        tail="tuft", tail_length=0.60, tail_degrees=-72, tip="#3a2e2c", sock=0.1, crown="horns", pattern="patches",
        pattern_colour="#332a2c", nose="#e0a7a2", cheeks="#e9b9b2", pace=1.25,
    ),
    "pig": Breed(
        0.62, "#eba9a4", "#f6c9c2", "#c97c7a", long=1.08, chest=0.58, flank=0.56, thigh=0.19, shin=0.10, paw=0.085, hoof=True,
        neck=0.16, neck_degrees=16, neck_thick=0.42, head=0.24, snout=0.75, snout_deep=0.7, droop=12, ear="leaf", ear_size=0.8,
        tail="curl", tail_length=0.26, tail_degrees=48, sock=0.1, nose="#d98580",
    ),
    "sheep": Breed(
        0.72, "#f2ede2", "#ffffff", "#3c3436", long=0.84, chest=0.60, flank=0.58, thigh=0.16, shin=0.075, paw=0.07, hoof=True,
        neck=0.24, neck_degrees=38, neck_thick=0.34, head=0.17, snout=1.0, snout_deep=0.66, droop=24, ear="leaf", ear_size=0.85,
        tail="puff", tail_length=0.16, sock=1.0, pattern="wool", pattern_colour="#3c3436",
    ),
    "goat": Breed(
        0.72, "#e3dccf", "#f5f0e6", "#5a4a3e", long=0.88, chest=0.48, flank=0.44, thigh=0.14, shin=0.062, paw=0.058, hoof=True,
        neck=0.36, neck_degrees=52, neck_thick=0.20, head=0.17, snout=1.15, snout_deep=0.6, droop=24, ear="leaf", ear_size=1.1,
        tail="puff", tail_length=0.13, sock=0.35, crown="horns", mane="beard", mane_colour="#cfc5b4",
    ),
    "camel": Breed(
        1.65, "#c99c5f", "#dcb985", "#8a6436", long=0.80, chest=0.44, flank=0.36, thigh=0.13, shin=0.068, paw=0.075,
        neck=0.56, neck_degrees=46, neck_thick=0.17, head=0.13, snout=1.6, snout_deep=0.65, droop=12, ear="round", ear_size=0.6,
        tail="tuft", tail_length=0.42, tail_degrees=-60, sock=0.0, hump=0.24, pace=1.3,
    ),
    "giraffe": Breed(
        1.95, "#e8bd6a", "#f6e2b4", "#7a4a24", long=0.60, chest=0.38, flank=0.32, thigh=0.12, shin=0.055, paw=0.055, hoof=True,
        neck=1.02, neck_degrees=66, neck_thick=0.15, head=0.11, snout=1.5, snout_deep=0.6, droop=24, ear="leaf", ear_size=1.0,
        tail="tuft", tail_length=0.45, tail_degrees=-70, sock=0.0, crown="bumps", pattern="spots", pattern_colour="#a8642c",
        pace=1.4,
    ),
}  # fmt: skip


#: What a noun changes of its rig's breed: noun -> fields.
VARIANTS: dict[str, dict[str, object]] = {
    "lioness": {"mane": "", "neck_thick": 0.27},
    "leopard": {"pattern": "rosettes", "coat": "#d9a650"},
    "snow leopard": {"pattern": "rosettes", "coat": "#c9cbd0", "tail_length": 1.1},
    "cheetah": {"pattern": "rosettes", "coat": "#dba95a", "chest": 0.40, "flank": 0.29, "thigh": 0.13, "shin": 0.07},
    "jaguar": {"pattern": "rosettes", "coat": "#cf9440"},
    "panther": {"pattern": "", "coat": "#2a2a32", "belly": "#33333c", "dark": "#1c1c22", "cheeks": "#33333c"},
    "black panther": {"pattern": "", "coat": "#2a2a32", "belly": "#33333c", "dark": "#1c1c22", "cheeks": "#33333c"},
    "ocelot": {"pattern": "rosettes", "coat": "#d0a060", "withers": 0.6},
    "black bear": {"coat": "#2e2a2c", "belly": "#383436", "cheeks": "#8a6a4c"},
    "cougar": {"pattern": "", "coat": "#c49a68", "belly": "#e6d2b4"},
    "puma": {"pattern": "", "coat": "#c49a68", "belly": "#e6d2b4"},
    "dalmatian": {"pattern": "rosettes", "coat": "#f1efea", "dark": "#2a2628", "belly": "#ffffff"},
    "corgi": {"withers": 0.42, "chest": 0.70, "flank": 0.60, "long": 1.25, "ear": "pointed", "head": 0.30, "tail_length": 0.25},
    "dachshund": {"withers": 0.36, "chest": 0.66, "flank": 0.56, "long": 1.75, "head": 0.30, "coat": "#7a4426", "dark": "#5a3018"},
    "husky": {"tail": "curl", "tail_degrees": 30.0, "coat": "#8f979e", "belly": "#f2f4f6"},
    "german shepherd": {"coat": "#b0804c", "belly": "#d8b484", "pattern_colour": "#33291f", "dark": "#8a6238", "cheeks": "#5a4430"},
    "poodle": {"pattern": "wool", "coat": "#f0ebe4", "dark": "#d8cfc4", "tail": "puff", "tail_length": 0.2},
    "donkey": {"withers": 1.1, "coat": "#8a8480", "belly": "#d8d2cc", "ear_size": 1.5, "mane_colour": "#4a4644", "tail": "tuft"},
    "mule": {"withers": 1.3, "coat": "#7a6454", "ear_size": 1.35},
    "pony": {"withers": 1.05, "head": 0.175, "neck": 0.38},
    "doe": {"crown": ""},
    "fawn": {"crown": "", "withers": 0.75, "head": 0.19},
    "gazelle": {"crown": "horns", "pattern": "", "coat": "#d0a066"},
    "antelope": {"crown": "horns", "pattern": "", "coat": "#c08a58"},
    "moose": {"withers": 1.6, "coat": "#5a4230", "pattern": "", "chest": 0.50, "flank": 0.42, "hump": 0.06, "snout_deep": 0.9},
    "elk": {"withers": 1.35, "pattern": "", "mane": "ruff", "mane_colour": "#5a3c26"},
    "reindeer": {"pattern": "", "coat": "#9a8068", "belly": "#e8e0d4"},
    "polar bear": {"coat": "#f4f1e8", "belly": "#ffffff", "dark": "#dcd6c8", "cheeks": "#ffffff", "neck": 0.28},
    "arctic fox": {"coat": "#f1f3f6", "belly": "#ffffff", "dark": "#c8ccd4", "tip": "#ffffff"},
    "coyote": {"coat": "#a58a68", "belly": "#e6dac6", "dark": "#6a5640"},
    "llama": {"hump": 0.0, "coat": "#efe6d6", "ear": "leaf", "ear_size": 1.2, "neck_thick": 0.24, "pattern": "wool"},
    "alpaca": {"hump": 0.0, "coat": "#e4c9a4", "ear": "leaf", "ear_size": 1.1, "neck_thick": 0.28, "pattern": "wool"},
    "bull": {"pattern": "", "coat": "#4a3428", "belly": "#5a4234", "chest": 0.56, "hump": 0.06},
    "bison": {"pattern": "", "coat": "#5a4030", "chest": 0.66, "hump": 0.16, "mane": "ruff", "mane_colour": "#3a281c"},
    "buffalo": {"pattern": "", "coat": "#4c4038", "chest": 0.60, "hump": 0.10},
    "mammoth": {"coat": "#6a4a34", "belly": "#5a3c2a", "hump": 0.10, "ear_size": 0.7},
    "rat": {"coat": "#6f6a68", "ear_size": 1.1},
    "boar": {"coat": "#5a463a", "belly": "#6a5446", "mane": "crest", "mane_colour": "#33271f"},
}  # fmt: skip


def breed_of(rig: str, nouns: Iterable[str]) -> Breed:
    """The breed of a rig as the nouns want it: "leopard" is a tiger with rosettes."""
    breed = BREEDS[rig]
    for noun in nouns:
        breed = replace(breed, **VARIANTS.get(noun, {}))  # type: ignore[arg-type]  # rows of fields, as data
    return breed
