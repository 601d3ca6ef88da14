"""Variants: what a noun changes of the breed that draws it: a leopard is a tiger with rosettes, a cub has a large head."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rushes.engines.animatic.rigs.breeds import BREEDS, Breed

#: What a noun changes of its rig's breed: noun -> fields.
VARIANTS: dict[str, dict[str, object]] = {
    # Dogs.
    "golden retriever": {"fur": 0.055, "coat": "#d9a860", "belly": "#f0dcb4", "dark": "#b8803c", "cheeks": "#ecd0a0"},
    "labrador": {"fur": 0.022, "dark": "#c09050"},
    "retriever": {"fur": 0.055},
    "corgi": {"withers": 0.42, "chest": 0.70, "flank": 0.62, "long": 1.25, "ear": "pointed", "ear_size": 1.15, "head": 0.30, "tail": "puff", "tail_length": 0.16, "cheeks": "#fbf4ea", "belly": "#fbf4ea", "tip": "#fbf4ea", "dark": "#c87838", "fur": 0.05},
    "dachshund": {"withers": 0.36, "chest": 0.66, "flank": 0.56, "long": 1.75, "head": 0.30, "snout": 1.2, "snout_deep": 0.46, "coat": "#7a4426", "dark": "#5a3018", "fur": 0.012, "tail": "whip"},
    "pug": {"withers": 0.36, "chest": 0.72, "flank": 0.58, "long": 0.98, "head": 0.34, "snout": 0.22, "snout_deep": 0.72, "ear": "button", "dark_ears": True, "dark": "#2c2626", "cheeks": "#2c2626", "coat": "#dcb888", "belly": "#ead0a8", "tail": "ringlet", "tail_length": 0.3, "fur": 0.010, "thigh": 0.19, "shin": 0.105},
    "bulldog": {"withers": 0.42, "chest": 0.82, "flank": 0.56, "long": 1.0, "head": 0.34, "snout": 0.32, "snout_deep": 0.95, "ear": "button", "coat": "#d6b48c", "belly": "#f4ead8", "cheeks": "#f4ead8", "dark": "#a87848", "tail": "puff", "tail_length": 0.08, "fur": 0.0, "thigh": 0.22, "shin": 0.125, "paw": 0.10},
    "husky": {"coat": "#7f8790", "belly": "#f4f6f8", "cheeks": "#ffffff", "tail": "curl", "tail_degrees": 30.0, "eye": "#7fc4f0", "mane_colour": "#8a929a", "pattern_colour": "#565e68"},
    "german shepherd": {"coat": "#b0804c", "belly": "#d8b484", "pattern_colour": "#33291f", "dark": "#8a6238", "cheeks": "#5a4430", "mane_colour": "#a87844", "eye": "#7a4a22", "tip": "#3a2c20"},
    "border collie": {"coat": "#2b292e", "belly": "#f4f2ee", "cheeks": "#f7f5f1", "dark": "#242228", "tip": "#f7f5f1", "fur": 0.06, "ear": "button"},
    "collie": {"coat": "#b5763c", "belly": "#f7f3ea", "cheeks": "#f7f3ea", "dark": "#8a5428", "tip": "#f7f3ea", "fur": 0.07, "snout": 1.25, "ear": "button"},
    "shiba inu": {"coat": "#d58a4a", "belly": "#f8eedd", "cheeks": "#f8eedd", "dark": "#c07838", "ear": "pointed", "ear_size": 0.85, "tail": "ringlet", "tail_length": 0.5, "tip": "#f8eedd", "fur": 0.036, "withers": 0.46, "head": 0.25},
    "shiba": {"coat": "#d58a4a", "belly": "#f8eedd", "cheeks": "#f8eedd", "dark": "#c07838", "ear": "pointed", "ear_size": 0.85, "tail": "ringlet", "tail_length": 0.5, "tip": "#f8eedd", "fur": 0.036, "withers": 0.46, "head": 0.25},
    "akita": {"coat": "#d9a46c", "belly": "#f8eedd", "cheeks": "#f8eedd", "ear": "pointed", "ear_size": 0.8, "tail": "ringlet", "tail_length": 0.5, "fur": 0.05},
    "chihuahua": {"withers": 0.30, "head": 0.34, "snout": 0.55, "snout_deep": 0.44, "ear": "pointed", "ear_size": 1.15, "coat": "#d9ae78", "chest": 0.48, "flank": 0.36, "shin": 0.06, "fur": 0.010, "tail": "whip"},
    "greyhound": {"withers": 0.70, "chest": 0.50, "flank": 0.27, "tuck": 0.5, "long": 0.92, "neck": 0.38, "neck_thick": 0.19, "head": 0.175, "snout": 1.6, "snout_deep": 0.44, "ear": "button", "shin": 0.056, "thigh": 0.15, "coat": "#9a9aa2", "belly": "#d8d8dc", "cheeks": "#c4c4ca", "dark": "#74747c", "tail": "whip", "tail_degrees": -40.0, "fur": 0.0},
    "dalmatian": {"pattern": "dots", "coat": "#f1efea", "dark": "#2a2628", "belly": "#ffffff", "cheeks": "#ffffff", "tail": "whip", "fur": 0.010},
    "beagle": {"pattern": "saddle", "pattern_colour": "#33291f", "coat": "#c98a4b", "belly": "#fbf7ef", "cheeks": "#fbf7ef", "dark": "#a8682c", "tip": "#fbf7ef", "fur": 0.012, "withers": 0.46, "tail": "whip", "tail_degrees": 48.0, "tail_length": 0.5, "ear_size": 1.15},
    "rottweiler": {"coat": "#2a2628", "belly": "#8a5a34", "cheeks": "#a8703c", "dark": "#1c1a1c", "chest": 0.58, "head": 0.235, "snout_deep": 0.8, "fur": 0.012, "tail": "whip", "ear_size": 0.8},
    "samoyed": {"coat": "#f4f1ea", "belly": "#ffffff", "cheeks": "#ffffff", "dark": "#e6e0d4", "ear": "pointed", "ear_size": 0.75, "fur": 0.09, "tail": "ringlet", "tail_length": 0.55, "neck_thick": 0.36},
    "pomeranian": {"withers": 0.30, "coat": "#d98a40", "belly": "#f0c890", "cheeks": "#f0c890", "ear": "pointed", "ear_size": 0.6, "fur": 0.16, "head": 0.32, "snout": 0.5, "chest": 0.66, "flank": 0.62, "neck_thick": 0.44},
    "poodle": {"pattern": "wool", "coat": "#f0ebe4", "belly": "#ffffff", "dark": "#d8cfc4", "tail": "pom", "tail_length": 0.4, "tail_degrees": 70.0, "snout": 1.15, "snout_deep": 0.46, "neck_degrees": 70.0, "fur": 0.0, "tuck": 0.4},
    "terrier": {"withers": 0.40, "coat": "#e8ddc8", "belly": "#f7f0e2", "cheeks": "#f7f0e2", "dark": "#b08a5c", "ear": "button", "fur": 0.06, "tail": "whip", "tail_degrees": 62.0, "tail_length": 0.3, "mane": "beard", "mane_colour": "#efe6d4"},
    "spaniel": {"coat": "#8a4a2c", "belly": "#f4ebdd", "cheeks": "#b87448", "dark": "#6e3820", "ear_size": 1.4, "fur": 0.065, "withers": 0.48},
    # Cats, small and great.
    "siamese cat": {"pattern": "", "coat": "#e8dcc8", "belly": "#f4ebdc", "dark": "#4a3a34", "cheeks": "#5a463c", "dark_ears": True, "sock": 0.6, "tip": "#4a3a34", "eye": "#6fb4f0", "fur": 0.02},
    "persian cat": {"pattern": "", "coat": "#f1ede6", "belly": "#ffffff", "cheeks": "#ffffff", "fur": 0.10, "snout": 0.18, "ear_size": 0.6, "eye": "#d8902c", "neck_thick": 0.38, "tail": "brush", "tail_length": 0.7},
    "black cat": {"pattern": "", "coat": "#2b2829", "belly": "#353234", "cheeks": "#353234", "dark": "#1f1d1f", "eye": "#d8c23c"},
    "maine coon": {"fur": 0.085, "tufted": True, "coat": "#8a6a48", "pattern_colour": "#4a3626", "tail": "brush", "mane": "ruff", "mane_colour": "#a08058"},
    "lynx": {"withers": 0.62, "pattern": "dots", "coat": "#b99a70", "belly": "#efe6d4", "cheeks": "#efe6d4", "tufted": True, "ear_size": 1.0, "tail": "whip", "tail_length": 0.22, "fur": 0.055, "eye": "#d8b23c", "dark": "#2c2622", "sock": 0.01},
    "bobcat": {"withers": 0.52, "pattern": "dots", "coat": "#b08a60", "belly": "#efe6d4", "cheeks": "#efe6d4", "tufted": True, "tail": "whip", "tail_length": 0.2, "fur": 0.045},
    "lioness": {"mane": "", "neck_thick": 0.27},
    "leopard": {"pattern": "rosettes", "coat": "#d9a650"},
    "snow leopard": {"pattern": "rosettes", "coat": "#c9cbd0", "belly": "#f4f4f4", "cheeks": "#f7f7f7", "pattern_colour": "#4a4a54", "tail": "curl", "tail_length": 1.15, "tip": "#4a4a54", "fur": 0.055, "eye": "#9fc4b4"},
    "cheetah": {"pattern": "dots", "coat": "#dba95a", "chest": 0.40, "flank": 0.26, "thigh": 0.13, "shin": 0.062, "head": 0.175, "long": 1.0, "tuck": 0.5, "fur": 0.014},
    "jaguar": {"pattern": "rosettes", "coat": "#cf9440", "chest": 0.52, "thigh": 0.18},
    "panther": {"pattern": "", "coat": "#2a2a32", "belly": "#33333c", "dark": "#1c1c22", "cheeks": "#33333c", "eye": "#c8d84c"},
    "black panther": {"pattern": "", "coat": "#2a2a32", "belly": "#33333c", "dark": "#1c1c22", "cheeks": "#33333c", "eye": "#c8d84c"},
    "ocelot": {"pattern": "rosettes", "coat": "#d0a060", "withers": 0.6},
    "cougar": {"pattern": "", "coat": "#c49a68", "belly": "#e6d2b4"},
    "puma": {"pattern": "", "coat": "#c49a68", "belly": "#e6d2b4"},
    # Foxes, wolves and bears.
    "arctic fox": {"coat": "#f1f3f6", "belly": "#ffffff", "dark": "#c8ccd4", "tip": "#ffffff", "ear_size": 0.8, "fur": 0.07, "sock": 0.0},
    "fennec fox": {"coat": "#e8c890", "belly": "#fbf2e0", "cheeks": "#fbf2e0", "ear_size": 2.0, "withers": 0.36, "tip": "#5a4028", "sock": 0.0, "head": 0.26, "snout": 0.8},
    "fennec": {"coat": "#e8c890", "belly": "#fbf2e0", "cheeks": "#fbf2e0", "ear_size": 2.0, "withers": 0.36, "tip": "#5a4028", "sock": 0.0, "head": 0.26, "snout": 0.8},
    "coyote": {"coat": "#a58a68", "belly": "#e6dac6", "dark": "#6a5640"},
    "black bear": {"coat": "#2e2a2c", "belly": "#383436", "cheeks": "#8a6a4c"},
    "polar bear": {"coat": "#f4f1e8", "belly": "#ffffff", "dark": "#dcd6c8", "cheeks": "#ffffff", "neck": 0.30, "snout": 0.85, "head": 0.205, "ear_size": 0.6, "hump": 0.0},
    # Those with hooves.
    "donkey": {"withers": 1.1, "coat": "#8a8480", "belly": "#d8d2cc", "cheeks": "#e4ded8", "ear_size": 1.7, "mane_colour": "#4a4644", "tail": "tuft", "head": 0.18},
    "mule": {"withers": 1.3, "coat": "#7a6454", "ear_size": 1.35},
    "pony": {"withers": 1.05, "head": 0.180, "neck": 0.38, "chest": 0.52, "flank": 0.46, "shin": 0.075},
    "doe": {"crown": ""},
    "fawn": {"crown": "", "withers": 0.75, "head": 0.19},
    "gazelle": {"crown": "sweep", "pattern": "", "coat": "#d0a066", "belly": "#fbf4e6", "withers": 0.9},
    "antelope": {"crown": "sweep", "pattern": "", "coat": "#c08a58"},
    "impala": {"crown": "sweep", "pattern": "", "coat": "#b87844", "belly": "#fbf4e6"},
    "moose": {"withers": 1.7, "coat": "#5a4230", "belly": "#6a5240", "pattern": "", "chest": 0.52, "flank": 0.40, "hump": 0.10, "snout": 1.75, "snout_deep": 1.05, "head": 0.165, "neck": 0.34, "neck_degrees": 40.0, "neck_thick": 0.30, "crown": "palms", "mane": "beard", "mane_colour": "#3a2a20", "cheeks": "#6a5240"},
    "elk": {"withers": 1.35, "pattern": "", "mane": "ruff", "mane_colour": "#5a3c26", "fur": 0.03},
    "reindeer": {"pattern": "", "coat": "#9a8068", "belly": "#e8e0d4", "mane": "ruff", "mane_colour": "#e4dccf", "fur": 0.035},
    "caribou": {"pattern": "", "coat": "#9a8068", "belly": "#e8e0d4", "mane": "ruff", "mane_colour": "#e4dccf", "fur": 0.035},
    "alpaca": {"coat": "#e4c9a4", "belly": "#f0dcc0", "neck": 0.46, "neck_thick": 0.36, "fur": 0.06, "ear_size": 0.9, "withers": 0.9, "head": 0.18, "snout": 0.72, "chest": 0.60, "flank": 0.58, "thigh": 0.22, "shin": 0.10},
    "bull": {"pattern": "", "coat": "#4a3428", "belly": "#5a4234", "chest": 0.60, "hump": 0.08, "nose": "#3a2a26", "cheeks": "#6a5040"},
    "ox": {"pattern": "", "coat": "#8a5c3c", "belly": "#a87850", "cheeks": "#c9a27c"},
    "bison": {"pattern": "", "coat": "#5a4030", "belly": "#46301f", "cheeks": "#3a281c", "dark": "#2a1c14", "chest": 0.72, "flank": 0.42, "hump": 0.20, "mane": "ruff", "mane_colour": "#3a281c", "fur": 0.07, "nose": "#2a1c18", "neck_degrees": 4.0, "droop": 38.0},
    "buffalo": {"pattern": "", "coat": "#4c4038", "belly": "#5a4c42", "cheeks": "#4c4038", "chest": 0.60, "hump": 0.10, "nose": "#2c2422", "crown": "curls"},
    "water buffalo": {"pattern": "", "coat": "#56504e", "belly": "#66605c", "cheeks": "#66605c", "chest": 0.58, "nose": "#2c2a2a", "crown": "sweep"},
    "yak": {"pattern": "", "coat": "#3c2c24", "belly": "#33251e", "cheeks": "#5a463a", "chest": 0.66, "hump": 0.14, "fur": 0.16, "nose": "#4a3a34"},
    "highland cow": {"pattern": "", "coat": "#b8672c", "belly": "#c9813f", "cheeks": "#c9813f", "chest": 0.60, "fur": 0.13, "mane": "crest", "mane_colour": "#c9743a", "nose": "#c08a78"},
    "ram": {"crown": "curls"},
    "boar": {"coat": "#5a463a", "belly": "#6a5446", "mane": "crest", "mane_colour": "#33271f", "nose": "#4a3834", "fur": 0.05},
    "wild boar": {"coat": "#5a463a", "belly": "#6a5446", "mane": "crest", "mane_colour": "#33271f", "nose": "#4a3834", "fur": 0.05},
    "mammoth": {"coat": "#6a4a34", "belly": "#5a3c2a", "hump": 0.12, "ear_size": 0.55, "fur": 0.10, "withers": 2.6},
    # The small.
    "chipmunk": {"withers": 0.22, "coat": "#b5763c", "pattern": "band", "pattern_colour": "#f3e4c8", "tail_length": 0.8, "tufted": False},
    "hare": {"long": 0.9, "ear_size": 1.5, "coat": "#a8845c"},
    "chameleon": {"tail": "curl", "tail_length": 1.1, "coat": "#5fb04a", "pattern_colour": "#e0c83c", "withers": 0.26, "long": 1.2},
    "iguana": {"coat": "#6f9a4c", "withers": 0.24},
    "komodo dragon": {"coat": "#6a6450", "belly": "#8a8468", "cheeks": "#8a8468", "pattern_colour": "#56503e", "withers": 0.45},
    "salamander": {"coat": "#2c2a2e", "pattern_colour": "#f0c030", "belly": "#3a383c", "cheeks": "#3a383c"},
    "alligator": {"coat": "#4a5440", "belly": "#b8b28a", "snout_deep": 0.55},
    "diplodocus": {"coat": "#8a8468", "belly": "#cfc8a4", "cheeks": "#cfc8a4", "neck_degrees": 30.0},
}  # fmt: skip


def breed_of(rig: str, nouns: Iterable[str]) -> Breed:
    """The breed of a rig as the nouns want it: "leopard" is a tiger with rosettes."""
    breed = BREEDS[rig]
    for noun in nouns:
        breed = replace(breed, **VARIANTS.get(noun, {}))  # type: ignore[arg-type]  # rows of fields, as data
    return breed


def grown_down(breed: Breed) -> Breed:
    """The young of a breed: a large round head, a short muzzle and neck, stout legs, softer fur, nothing grown on the head."""
    crown = breed.crown if breed.crown in ("trunk", "bumps") else ""
    return replace(
        breed, head=breed.head * 1.34, snout=breed.snout * (0.85 if breed.crown != "trunk" else 1.0), neck=breed.neck * 0.80, crown=crown,
        mane="" if breed.mane in ("lion", "beard") else breed.mane, thigh=breed.thigh * 1.08, shin=breed.shin * 1.18, paw=breed.paw * 1.2,
        long=breed.long * 0.90, fur=breed.fur * 1.2, tail_length=breed.tail_length * 0.8, ear_size=breed.ear_size * 0.95,
    )  # fmt: skip
