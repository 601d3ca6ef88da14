"""Breeds: the measures and colours that make one four-legged drawing a fox, a horse or an elephant.

Lengths are shares of the height of the withers unless they say otherwise; they were chosen by eye for a storybook look:
heads and eyes a little large, small animals larger than life so that they read.
"""

from __future__ import annotations

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
    ear: str = "pointed"  #: pointed, round, flop, button, long, leaf, fan
    ear_size: float = 1.0
    tail: str = "brush"  #: brush, plume, whip, tuft, hair, puff, curl, ringlet, pom, thick, scaled, spiked
    tail_length: float = 0.7
    tail_degrees: float = 10.0  #: above the horizon, pointing back
    tip: str | None = None  #: colour of the end of the tail
    sock: float = 0.55  #: share of the leg that is dark
    cheeks: str | None = None  #: colour of the muzzle and cheeks
    mane: str = ""  #: lion, crest, ruff
    mane_colour: str = "#5a3a22"
    crown: str = ""  #: antlers, palms, horns, curls, sweep, trunk, bumps, spire, nosehorns
    pattern: str = ""  #: see patterns.PATTERNS
    pattern_colour: str = "#2a2422"
    nose: str = "#241c1e"
    hump: float = 0.0  #: of the back
    shoulder: float = 0.0  #: of the shoulders
    rump: float = 0.0  #: how far the back falls off behind
    pace: float = 1.0  #: of the loop: above 1 is slower
    hops: bool = False
    fur: float = 0.028  #: length of the hair at the edge; 0 is bare skin
    tuck: float = 0.18  #: how far the belly is drawn up before the hind legs
    feeds: str = "grass"  #: how it eats: grass, leaves, bamboo, nut
    curls: bool = False  #: sleeps in a ring
    nails: bool = False  #: has nails on its feet instead of toes
    dark_ears: bool = False
    tufted: bool = False  #: has brushes on its ears
    whiskers: bool = False
    eye: str = ""  #: colour of the iris; none is a dark eye


_FOX = Breed(
    0.52, "#dd6427", "#f6e6d2", "#35211f", long=0.92, chest=0.46, flank=0.37, thigh=0.155, shin=0.068, paw=0.068,
    neck=0.22, neck_thick=0.26, head=0.225, snout=1.12, snout_deep=0.42, ear_size=1.25, tail_length=0.92, tail_degrees=2,
    tip="#fbf1e4", cheeks="#fbf1e4", fur=0.045, curls=True, eye="#c98a2c",
)  # fmt: skip
_DOG = Breed(
    0.60, "#c98a4b", "#ecd3ac", "#8a5a30", long=0.9, chest=0.5, flank=0.4, thigh=0.165, shin=0.08, paw=0.08,
    neck=0.28, neck_degrees=58, neck_thick=0.27, head=0.22, snout=1.0, snout_deep=0.62, ear="flop", ear_size=1.0,
    tail="plume", tail_length=0.6, tail_degrees=26, sock=0.0, cheeks="#ecd3ac", fur=0.034, curls=True, eye="#7a4a22",
)  # fmt: skip
_CAT = Breed(
    0.38, "#8d8f99", "#e4e4e8", "#5c5e68", long=0.96, chest=0.46, flank=0.42, thigh=0.15, shin=0.085, paw=0.085,
    neck=0.20, neck_degrees=48, neck_thick=0.29, head=0.285, snout=0.27, snout_deep=0.62, droop=4, ear_size=0.80,
    tail="curl", tail_length=1.0, tail_degrees=24, sock=0.0, cheeks="#f0f0f2", pattern="tabby", pattern_colour="#5c5e68",
    fur=0.036, curls=True, whiskers=True, eye="#9fb84a", tuck=0.1,
)  # fmt: skip
_HORSE = Breed(
    1.45, "#8a4f2a", "#a86a3c", "#2a1a14", long=0.88, chest=0.45, flank=0.38, thigh=0.165, shin=0.064, paw=0.06, hoof=True,
    neck=0.46, neck_degrees=54, neck_thick=0.27, head=0.158, snout=1.70, snout_deep=0.86, droop=40, ear="leaf", ear_size=0.75,
    tail="hair", tail_length=0.62, tail_degrees=-38, sock=0.42, mane="crest", mane_colour="#2a1a14", pace=1.15,
    fur=0.0, tuck=0.24,
)  # fmt: skip

BREEDS: dict[str, Breed] = {
    "fox": _FOX,
    "dog": _DOG,
    "wolf": replace(
        _FOX, withers=0.72, coat="#7d8490", belly="#d9dde2", dark="#4a505c", tip="#4a505c", cheeks="#e6e9ec", chest=0.5,
        neck_thick=0.32, ear_size=1.0, snout=1.05, snout_deep=0.55, tail_length=0.66, tail_degrees=-25, sock=0.0, thigh=0.15,
        shin=0.072, paw=0.075, mane="ruff", mane_colour="#666d7a", pattern="saddle", pattern_colour="#585f6c", head=0.215, fur=0.055, eye="#d8a83c",

    ),
    "cat": _CAT,
    "lion": Breed(
        0.95, "#d6a257", "#f0d9a8", "#a8763a", long=0.95, chest=0.47, flank=0.38, thigh=0.16, shin=0.095, paw=0.10,
        neck=0.26, neck_degrees=42, neck_thick=0.30, head=0.225, snout=0.8, snout_deep=0.66, ear="round", ear_size=0.8,
        tail="tuft", tail_length=0.9, tail_degrees=-10, tip="#6a3c1c", sock=0.0, cheeks="#f6e8c8", mane="lion",
        mane_colour="#7a421c", pace=1.1,  fur=0.022, eye="#b8822c", whiskers=True,

    ),
    "tiger": Breed(
        0.90, "#e08a30", "#fbf3e2", "#3a2418", long=1.02, chest=0.46, flank=0.39, thigh=0.16, shin=0.10, paw=0.10,
        neck=0.24, neck_degrees=38, neck_thick=0.30, head=0.235, snout=0.72, snout_deep=0.66, ear="round", ear_size=0.75,
        tail="whip", tail_length=0.9, tail_degrees=-5, sock=0.0, cheeks="#fbf3e2", pattern="stripes", pattern_colour="#2c1c16",
        pace=1.1, fur=0.034, eye="#c9a23c", whiskers=True,

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
        tail="puff", tail_length=0.16, sock=0.2, cheeks="#ecd9bf", crown="antlers", pattern="spots", pattern_colour="#d8ab7c", fur=0.016, tuck=0.26,

    ),
    "bear": Breed(
        1.15, "#6b4527", "#7d5433", "#3c2616", long=0.70, chest=0.59, flank=0.53, thigh=0.26, shin=0.17, paw=0.13,
        neck=0.20, neck_degrees=20, neck_thick=0.42, head=0.235, snout=0.72, snout_deep=0.70, droop=14, ear="round", ear_size=0.75,
        tail="puff", tail_length=0.08, sock=0.3, cheeks="#b58a5c", shoulder=0.055, rump=0.08, pace=1.2, fur=0.050, tuck=0.02,

    ),
    "panda": Breed(
        0.95, "#f4f2ee", "#ffffff", "#26242a", long=0.86, chest=0.58, flank=0.54, thigh=0.23, shin=0.17, paw=0.13,
        neck=0.18, neck_degrees=32, neck_thick=0.40, head=0.26, snout=0.55, snout_deep=0.6, droop=10, ear="round", ear_size=0.85,
        tail="puff", tail_length=0.08, sock=1.0, pattern="panda", pace=1.2, fur=0.045, tuck=0.0, feeds="bamboo",

    ),
    "elephant": Breed(
        2.3, "#8b8f9c", "#a3a6b2", "#63667a", long=0.78, chest=0.58, flank=0.54, thigh=0.24, shin=0.19, paw=0.12,
        neck=0.16, neck_degrees=34, neck_thick=0.42, head=0.225, snout=0.3, snout_deep=0.8, droop=10, ear="fan", ear_size=1.0,
        tail="tuft", tail_length=0.42, tail_degrees=-62, sock=0.0, crown="trunk", pace=1.6, nose="#63667a", fur=0.0, tuck=0.05, nails=True,

    ),
    "rabbit": Breed(
        0.30, "#b9a38c", "#f7f1e8", "#8a745e", long=0.74, chest=0.56, flank=0.60, thigh=0.30, shin=0.11, paw=0.12,
        neck=0.20, neck_degrees=52, neck_thick=0.36, head=0.29, snout=0.42, snout_deep=0.55, ear="long", ear_size=1.3,
        tail="puff", tail_length=0.17, tip="#ffffff", sock=0.0, cheeks="#f7f1e8", nose="#d98a94", hops=True, fur=0.040, whiskers=True, tuck=0.0,

    ),
    "squirrel": Breed(
        0.26, "#b5602c", "#f4e2cc", "#6a3418", long=0.80, chest=0.52, flank=0.56, thigh=0.26, shin=0.10, paw=0.10,
        neck=0.22, neck_degrees=54, neck_thick=0.30, head=0.27, snout=0.5, snout_deep=0.5, ear_size=0.9,
        tail="plume", tail_length=1.15, tail_degrees=66, sock=0.0, cheeks="#f4e2cc", hops=True, fur=0.045, feeds="nut", tufted=True, tuck=0.0,

    ),
    "cow": Breed(
        1.30, "#f3efe8", "#ffffff", "#3a2e2c", long=0.98, chest=0.48, flank=0.42, thigh=0.16, shin=0.075, paw=0.07, hoof=True,
        neck=0.30, neck_degrees=26, neck_thick=0.30, head=0.175, snout=1.35, snout_deep=0.85, droop=26, ear="leaf", ear_size=0.9,
        tail="tuft", tail_length=0.60, tail_degrees=-72, tip="#3a2e2c", sock=0.1, crown="horns", pattern="patches",
        pattern_colour="#332a2c", nose="#e0a7a2", cheeks="#e9b9b2", pace=1.25, fur=0.0, tuck=0.0,

    ),
    "pig": Breed(
        0.62, "#eba9a4", "#f6c9c2", "#c97c7a", long=1.08, chest=0.58, flank=0.56, thigh=0.19, shin=0.10, paw=0.085, hoof=True,
        neck=0.16, neck_degrees=16, neck_thick=0.42, head=0.24, snout=0.75, snout_deep=0.7, droop=12, ear="leaf", ear_size=0.8,
        tail="curl", tail_length=0.26, tail_degrees=48, sock=0.1, nose="#d98580", fur=0.0, tuck=0.0,

    ),
    "sheep": Breed(
        0.72, "#f2ede2", "#ffffff", "#3c3436", long=0.84, chest=0.60, flank=0.58, thigh=0.16, shin=0.075, paw=0.07, hoof=True,
        neck=0.24, neck_degrees=38, neck_thick=0.34, head=0.17, snout=1.0, snout_deep=0.66, droop=24, ear="leaf", ear_size=0.85,
        tail="puff", tail_length=0.16, sock=1.0, pattern="wool", pattern_colour="#3c3436", fur=0.0,

    ),
    "goat": Breed(
        0.72, "#e3dccf", "#f5f0e6", "#5a4a3e", long=0.88, chest=0.48, flank=0.44, thigh=0.14, shin=0.062, paw=0.058, hoof=True,
        neck=0.36, neck_degrees=52, neck_thick=0.20, head=0.17, snout=1.15, snout_deep=0.6, droop=24, ear="leaf", ear_size=1.1,
        tail="puff", tail_length=0.13, sock=0.35, crown="sweep", mane="beard", mane_colour="#cfc5b4", fur=0.03,
    ),
    "camel": Breed(
        1.65, "#c99c5f", "#dcb985", "#8a6436", long=0.80, chest=0.44, flank=0.36, thigh=0.13, shin=0.068, paw=0.075,
        neck=0.56, neck_degrees=46, neck_thick=0.17, head=0.13, snout=1.6, snout_deep=0.65, droop=12, ear="round", ear_size=0.6,
        tail="tuft", tail_length=0.42, tail_degrees=-60, sock=0.0, hump=0.24, pace=1.3, fur=0.028, tuck=0.3,

    ),
    "giraffe": Breed(
        1.95, "#e8bd6a", "#f6e2b4", "#7a4a24", long=0.60, chest=0.38, flank=0.32, thigh=0.12, shin=0.055, paw=0.055, hoof=True,
        neck=1.02, neck_degrees=66, neck_thick=0.15, head=0.11, snout=1.5, snout_deep=0.6, droop=24, ear="leaf", ear_size=1.0,
        tail="tuft", tail_length=0.45, tail_degrees=-70, sock=0.0, crown="bumps", pattern="net", pattern_colour="#a8642c",
        pace=1.4, fur=0.0, feeds="leaves",
    ),
    "llama": Breed(
        1.05, "#efe6d6", "#f8f2e8", "#8a7862", long=0.80, chest=0.54, flank=0.52, thigh=0.19, shin=0.085, paw=0.065, hoof=True,
        neck=0.62, neck_degrees=74, neck_thick=0.27, head=0.155, snout=1.10, snout_deep=0.62, droop=10, ear="leaf", ear_size=1.35,
        tail="puff", tail_length=0.2, sock=0.12, fur=0.05, pace=1.15, tuck=0.0,
    ),
    "rhino": Breed(
        1.55, "#8d8a88", "#9c9896", "#5f5c5c", long=1.02, chest=0.66, flank=0.60, thigh=0.22, shin=0.155, paw=0.10,
        neck=0.20, neck_degrees=-2, neck_thick=0.44, head=0.205, snout=1.35, snout_deep=1.0, droop=18, ear="leaf", ear_size=0.9,
        tail="tuft", tail_length=0.34, tail_degrees=-66, sock=0.0, crown="nosehorns", fur=0.0, nails=True, hump=0.05, pace=1.4, tuck=0.0,
    ),
    "hippo": Breed(
        1.25, "#8d7680", "#c9a2a4", "#5e4c56", long=1.16, chest=0.80, flank=0.76, thigh=0.24, shin=0.17, paw=0.11,
        neck=0.14, neck_degrees=6, neck_thick=0.56, head=0.25, snout=1.15, snout_deep=1.25, droop=8, ear="round", ear_size=0.5,
        tail="whip", tail_length=0.18, tail_degrees=-60, sock=0.0, cheeks="#c9a2a4", fur=0.0, nails=True, pace=1.4, tuck=0.0,
    ),
    "crocodile": Breed(
        0.42, "#5f7044", "#c9c08c", "#3e4a2c", long=2.1, chest=0.66, flank=0.58, thigh=0.26, shin=0.16, paw=0.17,
        neck=0.26, neck_degrees=4, neck_thick=0.50, head=0.30, snout=2.5, snout_deep=0.44, droop=2, ear="round", ear_size=0.0,
        tail="scaled", tail_length=2.4, tail_degrees=-6, sock=0.0, cheeks="#c9c08c", pattern="scales", pattern_colour="#44522f", fur=0.0,
        eye="#d8b23c", pace=1.2, tuck=0.0,
    ),
    "lizard": Breed(
        0.16, "#6f9e4a", "#cfd89a", "#4a6e34", long=1.9, chest=0.62, flank=0.54, thigh=0.22, shin=0.12, paw=0.17,
        neck=0.26, neck_degrees=22, neck_thick=0.44, head=0.34, snout=0.85, snout_deep=0.52, droop=2, ear="round", ear_size=0.0,
        tail="thick", tail_length=2.7, tail_degrees=-8, sock=0.0, cheeks="#cfd89a", pattern="scales", pattern_colour="#52803a", fur=0.0,
        eye="#e0a83c", tuck=0.0,
    ),
    "stegosaurus": Breed(
        2.2, "#6f8a52", "#c2bf8a", "#4a5e38", long=1.20, chest=0.66, flank=0.66, thigh=0.26, shin=0.17, paw=0.12,
        neck=0.34, neck_degrees=4, neck_thick=0.26, head=0.125, snout=1.3, snout_deep=0.66, droop=12, ear="round", ear_size=0.0,
        tail="spiked", tail_length=1.25, tail_degrees=-2, sock=0.0, cheeks="#c2bf8a", pattern="plates", pattern_colour="#c9713c", fur=0.0,
        nails=True, hump=0.16, pace=1.5, tuck=0.0,
    ),
    "triceratops": Breed(
        2.0, "#8a7a52", "#cfc094", "#5e5238", long=1.12, chest=0.66, flank=0.64, thigh=0.26, shin=0.17, paw=0.12,
        neck=0.14, neck_degrees=2, neck_thick=0.46, head=0.25, snout=1.25, snout_deep=0.84, droop=14, ear="round", ear_size=0.0,
        tail="thick", tail_length=1.0, tail_degrees=-10, sock=0.0, cheeks="#cfc094", crown="frill", pattern="scales", pattern_colour="#6e6040",
        fur=0.0, nails=True, pace=1.5, tuck=0.0,
    ),
    "sauropod": Breed(
        3.2, "#5f8f78", "#c4d0a8", "#3e6a58", long=0.96, chest=0.58, flank=0.56, thigh=0.22, shin=0.16, paw=0.11,
        neck=1.15, neck_degrees=54, neck_thick=0.20, head=0.105, snout=1.2, snout_deep=0.7, droop=16, ear="round", ear_size=0.0,
        tail="thick", tail_length=1.7, tail_degrees=-4, sock=0.0, cheeks="#c4d0a8", pattern="dots", pattern_colour="#4c7a64", fur=0.0, nails=True,
        feeds="leaves", pace=1.7, tuck=0.0,
    ),
}  # fmt: skip
